import { t as OperatorError } from "./shared-errors.js";
import { A as endRun, C as regularFiles, D as removeFile, F as decoded, M as explaining, P as UnusableFile, S as inBatches, U as toBytes, W as toText, a as reasonOf, f as objectName, h as beforeEnd, i as lockTrouble, j as runOf, k as beginRun, m as run, n as complaint, o as troubleWith, r as isWithoutRepository, s as usualLimits, t as MissingCommit, v as unlessEnding, x as isEmpty, y as pause } from "./shared-git-trouble.js";
import { o as several } from "./shared-words.js";
import { resolve } from "node:path";
import { readFile, readdir, readlink, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/repository/git-environment.ts
const words = (text) => text.trim().split(/\s+/);
/** Variables that git reads its configuration by, and knows people by. */
const always = words(`
  PATH HOME USER LOGNAME EMAIL TMPDIR TZ XDG_CONFIG_HOME SYSTEMROOT
  GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_EXEC_PATH
  GIT_CEILING_DIRECTORIES GIT_DISCOVERY_ACROSS_FILESYSTEM
  GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
`);
/** What it needs besides to reach another repository: proxies, certificates, credentials, and what helpers for those read. */
const outside = words(`
  HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_AUTH_SOCK SSH_AGENT_PID SSH_ASKPASS GIT_ASKPASS
  GIT_PROTOCOL GIT_ALLOW_PROTOCOL XDG_CACHE_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS DISPLAY
  GH_TOKEN GITHUB_TOKEN GH_HOST GH_CONFIG_DIR GCM_CREDENTIAL_STORE GNUPGHOME
  AWS_PROFILE AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
`);
/** Commands that reach another repository. No other one may: in a clone that lacks objects git would fetch them. */
const reaching = /* @__PURE__ */ new Set(["fetch", "push"]);
/** The command among the arguments of git: what follows the settings that come first. */
const commandOf = (args) => args[0] === "-c" ? commandOf(args.slice(2)) : args[0] ?? "";
const reaches = (args) => reaching.has(commandOf(args));
/** No program that a repository brings, or that watches it, runs beside git. */
const settings = [...[
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"diff.external="
], ...["-c", "protocol.ext.allow=never"]];
/** Names of the variables that a command inherits; those of `GIT_CONFIG_COUNT` are numbered. */
const variablesFor = (args, environment) => [
	...always,
	...reaches(args) ? outside : [],
	...Object.keys(environment).filter((name) => /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$/.test(name))
];
/** What a command gets besides. */
const environmentFor = (args) => ({
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	LC_ALL: "C",
	...reaches(args) ? {} : unreachable
});
const unreachable = {
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_LAZY_FETCH: "1"
};
// src/repository/git-command.ts
function gitIn(directory, limits = usualLimits) {
	const attempt = async (args, { input, environment, isLast } = {}) => {
		const finished = await run("git", [...settings, ...args], {
			directory,
			inherited: variablesFor(args, process.env),
			environment: {
				...environmentFor(args),
				...environment
			},
			limits: reaches(args) ? {
				...limits,
				seconds: limits.secondsOutside
			} : limits,
			...input === void 0 ? {} : { input },
			...isLast === void 0 ? {} : { isLast }
		});
		const trouble = troubleWith(finished, limits);
		if (trouble !== void 0) throw trouble;
		return finished;
	};
	const succeed = async (args, message, hint, options) => {
		const finished = await attempt(args, options);
		if (finished.status !== 0) throw lockTrouble(finished) ?? new OperatorError(`${message}: ${reasonOf(finished)}`, hint);
		return finished;
	};
	return {
		try: attempt,
		must: async (...command) => (await succeed(...command)).stdout.replace(/\n$/, ""),
		mustGiveBytes: async (...command) => (await succeed(...command)).stdoutBytes
	};
}
// src/repository/git-files.ts
/**
* The files of a commit, read from git's objects: nothing is checked out. Paths are relative to `directory`, a folder of the work
* tree. Symbolic links are no files here.
*/
function filesAt(directory, commit) {
	const git = gitIn(directory);
	let listed;
	const objects = () => {
		listed ??= entriesAt(git, commit).then((entries) => new Map([...entries].flatMap(([path, { mode, object }]) => mode.startsWith("100") ? [[path, object]] : [])));
		return listed;
	};
	const bytes = together((names) => contentsOf(git, names));
	const readBytes = async (path) => {
		const object = (await objects()).get(path);
		return object === void 0 ? void 0 : bytes(object);
	};
	return {
		read: async (path) => {
			const content = await readBytes(path);
			return content === void 0 ? void 0 : decoded(path, content);
		},
		readBytes,
		list: async (folder) => [...(await objects()).keys()].filter((path) => path.startsWith(`${folder}/`)).sort()
	};
}
/** Everything below git's folder at a commit, by path from there: git-ls-tree(1). */
async function entriesAt(git, commit) {
	const entries = (await git.must([
		"ls-tree",
		"-r",
		"-z",
		commit
	], "git cannot list a commit", "see the message of git")).split("\0").filter((entry) => entry !== "");
	return new Map(entries.map((entry) => {
		const [mode = "", , object = ""] = entry.slice(0, entry.indexOf("	")).split(" ");
		return [entry.slice(entry.indexOf("	") + 1), {
			mode,
			object
		}];
	}));
}
/** Contents of objects: git-cat-file(1). Before each is a line with its name, its type and its size in bytes. */
async function contentsOf(git, objects) {
	const output = await git.mustGiveBytes(["cat-file", "--batch"], "git cannot read a commit", "see the message of git", { input: objects.map((object) => `${object}\n`).join("") });
	let next = 0;
	return objects.map((object) => {
		const start = output.indexOf(lineEnd, next) + 1;
		const [name, type, size] = toText(output.subarray(next, Math.max(start - 1, next))).split(" ");
		if (name !== object || type !== "blob") throw new OperatorError(`git does not have the object ${object}`, "fetch the whole of the commit");
		const end = start + Number(size);
		next = end + 1;
		return Uint8Array.from(output.subarray(start, end));
	});
}
const lineEnd = 10;
/** Collects what is asked for at the same moment, and fetches each of it once. */
function together(fetch) {
	let waiting;
	let answers = Promise.resolve([]);
	return async (key) => {
		if (waiting === void 0) {
			const asked = /* @__PURE__ */ new Map();
			waiting = asked;
			answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
				waiting = void 0;
				return fetch([...asked.keys()]);
			});
		}
		const place = waiting.get(key) ?? waiting.size;
		waiting.set(key, place);
		return (await answers)[place];
	};
}
// src/repository/git-reference.ts
/** Below this are references of runs, each with the name of its own: what a killed one leaves is known by that. */
const references = "refs/chancery/";
/** Does work with the name of a reference that no other run uses. It goes with the work, with the process, or with the next run. */
async function withReference(git, work) {
	const name = beginRun();
	const reference = `${references}objects/${name}`;
	const remove = () => git.try([
		"update-ref",
		"-d",
		reference
	], { isLast: true });
	const { forget } = beforeEnd(remove);
	try {
		return await work(reference);
	} finally {
		endRun(name);
		await remove();
		await unlessEnding();
		forget();
	}
}
// src/repository/git-remote.ts
/** Gets a branch, and leaves no trace but its objects. Gives its commit; undefined when it is not there, or cannot be reached. */
async function fetchBranch(git, { name, environment }, branch) {
	return withReference(git, async (reference) => {
		await git.try([...[
			"-c",
			"gc.auto=0",
			"-c",
			"maintenance.auto=false",
			"fetch",
			"--quiet",
			"--no-tags",
			"--refmap="
		], ...[
			"--no-recurse-submodules",
			"--no-write-fetch-head",
			"--",
			name,
			`+refs/heads/${branch}:${reference}`
		]], environment === void 0 ? {} : { environment });
		const { status, stdout } = await git.try([
			"rev-parse",
			"--verify",
			"--quiet",
			`${reference}^{commit}`
		]);
		return status === 0 ? stdout.trim() : void 0;
	});
}
const isAncestor = async (git, ancestor, commit) => (await git.try([
	"merge-base",
	"--is-ancestor",
	ancestor,
	commit
])).status === 0;
/** Makes sure that what was read is part of what the branch has now: else something would be left out without a word. */
async function mustFollow(git, branch, read, now) {
	if (await isAncestor(git, read, now)) return;
	throw new OperatorError(`the branch ${branch} has moved, and does not have ${read.slice(0, 12)}, which is the commit here: commits here were not pushed, or the branch was rewritten there`, `pull ${branch} and run this again; nothing was changed`);
}
/** Brings the branch that is checked out, and its work tree, to a commit that follows; undefined, or why it cannot be done. */
async function fastForward(git, commit) {
	const { status, stderr } = await git.try([...[
		"merge",
		"--quiet",
		"--ff-only",
		"--no-autostash",
		"--no-verify-signatures",
		commit
	]]);
	return status === 0 ? void 0 : stderr;
}
// src/repository/git-head.ts
/** Where to go on from: the branch that is checked out, which has to be clean below `paths`, or the one that was chosen. */
async function headOf(git, paths, chosen) {
	await mustBeWorkTree(git);
	if (chosen !== void 0 && chosen.name !== await checkedOut(git)) return elsewhere(git, chosen);
	const commit = await git.must([
		"rev-parse",
		"--verify",
		"HEAD^{commit}"
	], "the repository has no commit yet", "commit network.yaml first");
	const branch = await git.must([
		"symbolic-ref",
		"--short",
		"HEAD"
	], "no branch is checked out", "check out the branch that the rendered files belong on");
	const changed = changedIn(await git.must(statusOf(paths), "git status failed", "see the message of git"));
	if (changed.length > 0) throw new OperatorError(`the work tree has changes that are not committed: ${several(changed)}`, "commit or stash them: what is rendered must follow from what is committed");
	return {
		branch,
		commit,
		checkedOut: true
	};
}
/** Throws MissingCommit outside of any repository, OperatorError where there is no work tree that git can read. */
async function mustBeWorkTree(git) {
	const found = await git.try(["rev-parse", "--is-inside-work-tree"]);
	if (isWithoutRepository(found)) throw new MissingCommit(`this folder is in no git repository: ${complaint(found.stderr)}`, "run `git init` and commit network.yaml first");
	if (found.stdout.trim() !== "true") throw new OperatorError("this folder is inside of git’s own folder, or of a bare repository", "clone the repository, and run this in the clone");
}
async function elsewhere(git, { name, remote }) {
	const commit = remote === void 0 ? await branchHere(git, name) : await fetchBranch(git, remote, name);
	if (commit !== void 0) return {
		branch: name,
		commit,
		checkedOut: false
	};
	throw new OperatorError(`there is no branch ${name}${remote === void 0 ? " here" : `, or it cannot be fetched`}`, "make the branch first, and look at its name and at the credentials");
}
/** The branch that is checked out; undefined when a commit is. */
async function checkedOut(git) {
	const { status, stdout } = await git.try([
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	]);
	return status === 0 ? stdout.trim() : void 0;
}
/** The commit that is checked out, and its parents: for a merge that GitHub made of a pull request, its head is the second of these. */
async function checkedOutCommits(git) {
	const { status, stdout } = await git.try([
		"cat-file",
		"commit",
		"HEAD"
	]);
	const head = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	if (status !== 0 || head.status !== 0) return [];
	const [header = ""] = stdout.split("\n\n");
	return [head.stdout.trim(), ...[...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent)];
}
async function branchHere(git, branch) {
	const { status, stdout } = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/heads/${branch}^{commit}`
	]);
	return status === 0 ? stdout.trim() : void 0;
}
/** Files below `paths` that differ from the last commit; none outside of any repository. */
async function uncommitted(git, paths) {
	const found = await git.try(statusOf(paths), { environment: { GIT_OPTIONAL_LOCKS: "0" } });
	return isWithoutRepository(found) ? [] : changedIn(found.stdout);
}
const statusOf = (paths) => [...[
	"status",
	"--porcelain=v1",
	"-z",
	"--no-renames",
	"--untracked-files=all",
	"--"
], ...paths];
/** git-status(1): two letters and a space before each path, which here ends in NUL. */
const changedIn = (status) => status.split("\0").flatMap((entry) => entry === "" ? [] : [entry.slice(3)]);
// src/repository/git-lock.ts
/** A git that a killed run left behind goes on to its end. */
const patienceSeconds = 5;
/** Waits until no git works in a folder, and then removes the lock of the index that a killed one left. Where a git stays, the lock does too: git says so then. */
async function settle(git, root) {
	const end = Date.now() + patienceSeconds * 1e3;
	while (await isGitIn(root)) {
		if (Date.now() > end) return;
		await setTimeout(100);
	}
	const path = await git.must([
		"rev-parse",
		"--git-path",
		"index.lock"
	], "git cannot read this repository", "see git");
	await rm(resolve(root, path), { force: true });
}
/** Whether a process of git works in a folder, by proc(5). True as well where that cannot be seen. */
async function isGitIn(root) {
	const processes = await readdir("/proc").catch(() => void 0);
	if (processes === void 0) return true;
	return (await Promise.all(processes.filter((name) => /^\d+$/.test(name)).map(async (pid) => {
		if (!(await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).startsWith("git")) return false;
		const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
		if (state === "" || /\) [ZX] /.test(state)) return false;
		const folder = await readlink(`/proc/${pid}/cwd`).catch(() => void 0);
		return folder === void 0 || folder === root || folder.startsWith(`${root}/`);
	}))).includes(true);
}
// src/repository/git-forward.ts
const forward = `${references}forward/`;
const ours = /^refs\/chancery\/(?:forward|objects)\/(run-[^/]+)/;
/** Brings the branch that is checked out, and its work tree, to a commit that follows; undefined, or why it cannot be done. */
async function bringForward(git, branch, commit) {
	const name = beginRun();
	try {
		const reference = `${forward}${name}/${branch}`;
		await git.must([
			"update-ref",
			reference,
			commit
		], "git cannot write to this repository", "see the message of git");
		const refused = await fastForward(git, commit);
		if (refused === void 0 || /would be overwritten|would lose|index\.lock'/.test(refused)) await git.try([
			"update-ref",
			"-d",
			reference
		]);
		return refused;
	} finally {
		endRun(name);
	}
}
/**
* Brings the work tree to the commit that an interrupted run had begun to bring it to, and removes references of runs that are gone.
* Throws OperatorError where somebody changed a file since then.
*/
async function takeUpForward(git) {
	const listed = await git.try([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		references
	]).catch((error) => {
		if (error instanceof OperatorError) return void 0;
		throw error;
	});
	if (listed?.status !== 0 || listed.stdout === "") return;
	const branch = await checkedOut(git);
	for (const line of listed.stdout.trimEnd().split("\n")) {
		const [commit = "", reference = ""] = line.split(" ");
		const [beginning = "", name = ""] = ours.exec(reference) ?? [];
		const isRunning = runOf(name)?.isRunning;
		if (beginning === "" || isRunning === true) continue;
		if (!reference.startsWith(forward)) {
			if (isRunning === false) await git.try([
				"update-ref",
				"-d",
				reference
			]);
		} else if (branch !== void 0 && reference === `${beginning}/${branch}`) {
			await complete(git, branch, {
				commit,
				isGone: isRunning === false
			});
			await git.try([
				"update-ref",
				"-d",
				reference
			]);
		}
	}
}
const isNone = (object) => /^0+$/.test(object);
/** `isGone`: it is known that no process of that run is there. */
async function complete(here, branch, { commit, isGone }) {
	const problem = ["git cannot finish what an interrupted run began", "see the message of git"];
	const root = await here.must(["rev-parse", "--show-toplevel"], ...problem);
	const git = gitIn(root);
	if (isGone) await settle(git, root);
	const head = await git.must([
		"rev-parse",
		"--verify",
		"HEAD^{commit}"
	], ...problem);
	if (head === commit || !await isAncestor(git, head, commit)) return;
	const differences = readDifferences(await git.must([
		"diff-tree",
		"-r",
		"-z",
		"--raw",
		"--no-renames",
		"--no-abbrev",
		head,
		commit
	], ...problem));
	const theirs = await notReplaceable(git, root, differences);
	if (theirs.length > 0) throw new OperatorError(`an interrupted run left the work tree between two commits, and since then these files were changed: ${several(theirs)}`, `put the changes somewhere else, run \`git checkout HEAD -- FILE\` for each of them, and run this again: it goes on to ${commit.slice(0, 12)}`);
	const regular = regularFiles(root);
	const index = differences.map(({ mode, after, path }) => `${isNone(after) ? "0" : mode} ${after}\t${path}\0`);
	await git.must([
		"update-index",
		"-z",
		"--index-info"
	], ...problem, { input: index.join("") });
	for (const { path } of differences) await explaining(path, () => removeFile(regular, path));
	const written = differences.filter(({ after }) => !isNone(after)).map(({ path }) => `${path}\0`);
	await git.must([
		"checkout-index",
		"-u",
		"-z",
		"--stdin"
	], ...problem, { input: written.join("") });
	await git.must([
		"update-ref",
		"-m",
		"chancery: bring forward what was interrupted",
		`refs/heads/${branch}`,
		commit,
		head
	], ...problem);
}
/** git-diff-tree(1): `:mode mode object object status`, and then the path. */
function readDifferences(raw) {
	const fields = raw.split("\0");
	return fields.flatMap((field, at) => {
		const { [at + 1]: path } = fields;
		if (at % 2 === 1 || path === void 0) return [];
		const [, mode = "", before = "", after = ""] = field.split(" ");
		return [{
			path,
			mode,
			before,
			after
		}];
	});
}
/** Files that have neither of their two contents, nor a part of the new one. */
async function notReplaceable(git, root, differences) {
	const changed = new Set(await uncommitted(git, ["."]));
	const regular = regularFiles(root);
	const paths = differences.map(({ path }) => path);
	return (await inBatches(differences, async ({ path, before, after }) => {
		if (!isNone(before) && !changed.has(path)) return [];
		const mayBeFolder = paths.some((other) => other.startsWith(`${path}/`));
		const content = await regular.read(path).catch((error) => {
			if (error instanceof UnusableFile) return mayBeFolder ? void 0 : "no file";
			throw error;
		});
		if (content === void 0) return [];
		if (content === "no file") return [path];
		return [before, after].includes(objectName(content, after)) || await isPart(git, path, before, after, content) ? [] : [path];
	})).flat();
}
/** Compares with what git writes, which may have other ends of lines than what it keeps. */
async function isPart(git, path, before, after, content) {
	const written = async (object) => isNone(object) ? void 0 : Buffer.from(await git.mustGiveBytes([
		"cat-file",
		"--filters",
		`--path=${path}`,
		object
	], "git cannot read a commit", "fetch the whole of the commit"));
	if ((await written(after))?.subarray(0, content.length).equals(content) === true) return true;
	return (await written(before))?.equals(content) === true;
}
// src/repository/git-history.ts
/** The commit that is checked out, and how others relate to it. */
async function checkedOutCommit(git) {
	const head = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	if (head.status !== 0 && (head.stderr === "" || isWithoutRepository(head))) return void 0;
	const commit = head.stdout.trim();
	return {
		commit,
		relationTo: async (other) => {
			if (await isAncestor(git, other, commit)) return "contained";
			if (await isAncestor(git, commit, other)) return "newer";
			const isHere = (await git.try([
				"cat-file",
				"-e",
				`${other}^{commit}`
			])).status === 0;
			const { stdout: isShallow } = await git.try(["rev-parse", "--is-shallow-repository"]);
			return isHere && isShallow.trim() === "false" ? "apart" : "unknown";
		}
	};
}
// src/repository/git-object.ts
/** Makes a commit that no branch has yet, with neither index nor work tree. Git forgets it in some weeks. */
async function makeCommit(git, made) {
	const problem = ["git could not make the commit", "see the message of git"];
	const prefix = await git.must(["rev-parse", "--show-prefix"], ...problem);
	return withReference(git, async (reference) => {
		await git.must([
			"fast-import",
			"--quiet",
			"--force"
		], ...problem, { input: stream(reference, prefix, made) });
		const commit = await git.must([
			"rev-parse",
			"--verify",
			reference
		], ...problem);
		return {
			commit,
			tree: await treeOf(git, commit)
		};
	});
}
const treeOf = (git, commit) => git.must([
	"rev-parse",
	"--verify",
	`${commit}^{tree}`
], "git cannot read a commit", "see the message of git");
/** The commit as `git fast-import` reads it: git-fast-import(1). */
function stream(reference, prefix, { parent, changes, message, committer }) {
	const data = (content) => {
		const bytes = toBytes(content);
		return [
			`data ${bytes.length}\n`,
			bytes,
			"\n"
		];
	};
	const parts = [
		`commit ${reference}\ncommitter ${committer}\n`,
		...data(message),
		`from ${parent}\n`,
		...changes.removed.map((path) => `D ${quoted(prefix + path)}\n`),
		...[...changes.written].flatMap(([path, content]) => [`M 100644 inline ${quoted(prefix + path)}\n`, ...data(content)]),
		"done\n"
	];
	return Buffer.concat(parts.map(toBytes));
}
/** A path as fast-import reads it whatever is in it. */
const quoted = (path) => `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
// src/repository/git.ts
/**
* The git repository that a folder is in, by the git command. `author` is used where git knows nobody; `branch` takes the place of
* the one that is checked out.
*/
function gitRepository(directory, author, branch) {
	const git = gitIn(directory);
	return {
		prefix: async () => {
			const found = await git.try(["rev-parse", "--show-prefix"]);
			return isWithoutRepository(found) ? "" : found.stdout.replace(/\n$/, "");
		},
		uncommitted: (paths) => uncommitted(git, paths),
		checkedOutCommits: () => checkedOutCommits(git),
		checkedOut: () => checkedOutCommit(git),
		takeUp: () => takeUpForward(git),
		cleanHead: (paths) => headOf(git, paths, branch),
		filesAt: (commit) => filesAt(directory, commit),
		proposed: async () => void 0,
		commit: async (request) => {
			const { head, changes, message, push } = request;
			if (isEmpty(changes)) return upToDate(git, request);
			const made = await makeCommit(git, {
				parent: head.commit,
				changes,
				message,
				committer: await committerOf(git, author)
			});
			if (made.tree === await treeOf(git, head.commit)) return upToDate(git, request);
			return push === void 0 ? advance(git, request, made.commit) : deliver(git, request, push, made.commit);
		}
	};
}
/** The branch has all of it. A run that ended after its push has left the work tree behind: it is brought forward. */
async function upToDate(git, { head, push }) {
	return {
		outcome: "unchanged",
		notes: head.checkedOut || push === void 0 ? [] : await broughtTo(git, head)
	};
}
/** Brings the work tree to a head that was found elsewhere. Gives notes. */
async function broughtTo(git, head) {
	const refused = await bringHere(git, head, head.commit);
	return refused === void 0 ? [] : [behind(head.branch, refused)];
}
/** Moves the branch here. */
async function advance(git, { head }, commit) {
	const now = await branchHere(git, head.branch);
	if (now !== void 0 && now !== head.commit) return moved(head, now);
	const refused = await bringHere(git, head, commit);
	if (refused === void 0) return {
		outcome: "committed",
		commit,
		branch: head.branch,
		notes: []
	};
	throw new OperatorError(`the work tree does not take the commit: ${refused}`, "set this right and run it again");
}
/** Moves the branch there, and then the one here. A push is refused, or not, by the other side: what it has tells which. */
async function deliver(git, { head }, push, commit) {
	for (let attempt = 1;; attempt += 1) {
		const { status, stderr } = await git.try([
			"push",
			"--quiet",
			push,
			`${commit}:refs/heads/${head.branch}`
		]);
		const now = status === 0 ? commit : await fetchBranch(git, { name: push }, head.branch);
		if (now === commit) break;
		if (now !== void 0 && !await isAncestor(git, now, head.commit)) {
			await mustFollow(git, head.branch, head.commit, now);
			return moved(head, now);
		}
		if (attempt === 3) throw new OperatorError(`${push} did not take the commit for ${head.branch}: ${complaint(stderr)}`, `see whether ${head.branch} may be written there; nothing was changed`);
		await pause();
	}
	const refused = await bringHere(git, head, commit);
	const notes = refused === void 0 ? [] : [behind(head.branch, refused)];
	return {
		outcome: "committed",
		commit,
		branch: head.branch,
		notes
	};
}
/** Brings the branch here, and its work tree, to a commit that follows; gives what git says against it. */
async function bringHere(git, { branch, commit }, following) {
	const refused = branch === await checkedOut(git) ? await bringForward(git, branch, following) : await branchHere(git, branch) === commit ? (await git.try([
		"update-ref",
		`refs/heads/${branch}`,
		following,
		commit
	])).stderr : "";
	return refused === void 0 || refused === "" ? void 0 : complaint(refused);
}
/** For a commit that is delivered, though not in the work tree. */
const behind = (branch, refused) => `the work tree here is not brought to it: ${refused}; pull ${branch}`;
const moved = ({ branch }, commit) => ({
	outcome: "moved",
	head: {
		branch,
		commit,
		checkedOut: false
	},
	because: `${branch} has moved to ${commit.slice(0, 12)}`
});
/** The person that git knows, else `author`; with the time, as a commit has it. */
async function committerOf(git, author) {
	const ident = ["var", "GIT_COMMITTER_IDENT"];
	if (author !== void 0) {
		const known = await git.try([
			"-c",
			"user.useConfigOnly=true",
			...ident
		]);
		if (known.status === 0) return known.stdout.trim();
		ident.unshift("-c", `user.name=${author.name}`, "-c", `user.email=${author.email}`);
	}
	return git.must(ident, "git does not know who you are", "set user.name and user.email with `git config`");
}
export { moved as a, checkedOut as c, fetchBranch as d, mustFollow as f, gitIn as h, gitRepository as i, mustBeWorkTree as l, filesAt as m, bringHere as n, makeCommit as o, entriesAt as p, broughtTo as r, treeOf as s, behind as t, uncommitted as u };
