import { t as OperatorError } from "./shared-errors.js";
import { A as endRun, C as regularFiles, D as removeFile, F as decoded, M as explaining, P as UnusableFile, S as pMap, U as toBytes, W as toText, a as reasonOf, i as lockTrouble, j as runOf, k as beginRun, l as run, n as complaint, o as troubleWith, p as unlessEnding, r as isWithoutRepository, s as usualLimits, t as MissingCommit, u as beforeEnd, v as objectName, x as isEmpty, y as pause } from "./shared-git-trouble.js";
import { c as several } from "./shared-words.js";
import { resolve } from "node:path";
import { readFile, readdir, readlink, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/repository/git-environment.ts
const words = (text) => text.trim().split(/\s+/);
/** Variables for git's configuration and identity. */
const always = words(`
  PATH HOME USER LOGNAME EMAIL TMPDIR TZ XDG_CONFIG_HOME SYSTEMROOT
  GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM GIT_EXEC_PATH
  GIT_CEILING_DIRECTORIES GIT_DISCOVERY_ACROSS_FILESYSTEM
  GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
`);
/** Further variables to reach another repository: proxies, certificates, credentials, and those of credential helpers. */
const outside = words(`
  HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE
  GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_AUTH_SOCK SSH_AGENT_PID SSH_ASKPASS GIT_ASKPASS
  GIT_PROTOCOL GIT_ALLOW_PROTOCOL XDG_CACHE_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS DISPLAY
  GH_TOKEN GITHUB_TOKEN GH_HOST GH_CONFIG_DIR GCM_CREDENTIAL_STORE GNUPGHOME
  AWS_PROFILE AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
`);
/** Commands that may reach another repository. All others may not: in a partial clone git would fetch missing objects. */
const reaching = /* @__PURE__ */ new Set([
	"fetch",
	"push",
	"ls-remote"
]);
/** The command in the arguments of git, after the settings. */
const commandOf = (args) => args[0] === "-c" ? commandOf(args.slice(2)) : args[0] ?? "";
const reaches = (args) => reaching.has(commandOf(args));
/** Keeps git from starting programs of a repository, or programs that watch it. */
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
/** Additional variables of a command. */
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
* The files of a commit, read from git's objects without a checkout. Paths are relative to `directory`, a folder of the work
* tree. Symbolic links are not files here.
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
/** All files below git's folder at a commit, by relative path: git-ls-tree(1). */
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
/** Contents of objects: git-cat-file(1). A line with name, type and size in bytes precedes each. */
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
/** Batches simultaneous requests, and fetches each object once. */
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
/** Prefix of the references of runs. Each has the name of its run, so that those of killed runs are recognized. */
const references = "refs/chancery/";
/** Runs work with a reference of this run only. It is removed after the work, with the process, or by the next run. */
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
/** Fetches a branch without a reference. Returns its commit; undefined when it does not exist, or is unreachable. */
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
/** Ensures that the read commit is part of the current branch: otherwise changes would be lost silently. */
async function mustFollow(git, branch, read, now) {
	if (await isAncestor(git, read, now)) return;
	throw new OperatorError(`the branch ${branch} does not contain ${read.slice(0, 12)}, the local commit: local commits were not pushed, or the remote branch was rewritten`, `nothing was changed: pull ${branch} and run the command again`);
}
/** Fast-forwards the current branch and its work tree to a commit; returns undefined, or the reason why it cannot. */
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
/** The head to commit on: the current branch, which must be clean below `paths`, or the chosen one. */
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
	], "no branch is checked out", "check out the branch for the rendered files");
	const changed = changedIn(await git.must(statusOf(paths), "git status failed", "see the message of git"));
	if (changed.length > 0) throw new OperatorError(`the work tree has changes that are not committed: ${several(changed)}`, "commit or stash them: Chancery renders committed files only");
	return {
		branch,
		commit,
		checkedOut: true
	};
}
/** Throws MissingCommit outside of any repository, OperatorError without a readable work tree. */
async function mustBeWorkTree(git) {
	const found = await git.try(["rev-parse", "--is-inside-work-tree"]);
	if (isWithoutRepository(found)) throw new MissingCommit(`this folder is not in a git repository: ${complaint(found.stderr)}`, "run `git init` and commit network.yaml first");
	if (found.stdout.trim() !== "true") throw new OperatorError("this folder is inside git’s own folder or a bare repository", "clone the repository, and run this in the clone");
}
async function elsewhere(git, { name, remote }) {
	const commit = remote === void 0 ? await branchHere(git, name) : await fetchBranch(git, remote, name);
	if (commit !== void 0) return {
		branch: name,
		commit,
		checkedOut: false
	};
	throw new OperatorError(`there is no branch ${name}${remote === void 0 ? " here" : `, or it cannot be fetched`}`, "create the branch first, or check its name and the credentials");
}
/** The current branch; undefined with a detached HEAD. */
async function checkedOut(git) {
	const { status, stdout } = await git.try([
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	]);
	return status === 0 ? stdout.trim() : void 0;
}
/** The current commit and its parents: in GitHub's merge of a pull request, its head is the second parent. */
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
/** Files below `paths` that differ from the last commit; empty outside of any repository. */
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
/** A git process of a killed run keeps running to its end. */
const patienceSeconds = 5;
/** Waits until no git runs in a folder, and then removes the index lock of a killed one. If a git keeps running, the lock stays, and git reports it. */
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
/** Whether a git process runs in a folder, by proc(5). Also true if this cannot be determined. */
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
/** Fast-forwards the current branch and its work tree to a commit; returns undefined, or the reason why it cannot. */
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
* Finishes the fast-forward of an interrupted run in the work tree, and removes references of ended runs.
* Throws OperatorError if a file was changed since then.
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
/** `isGone`: no process of that run exists. */
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
	if (theirs.length > 0) throw new OperatorError(`an interrupted run left the work tree between two commits, and these files were changed afterwards: ${several(theirs)}`, `save the changes elsewhere, run \`git checkout HEAD -- FILE\` for each file, and run the command again: it continues to ${commit.slice(0, 12)}`);
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
/** Files with neither of their two contents, nor a part of the new one. */
async function notReplaceable(git, root, differences) {
	const changed = new Set(await uncommitted(git, ["."]));
	const regular = regularFiles(root);
	const paths = differences.map(({ path }) => path);
	const isReplaceable = async ({ path, before, after }) => {
		if (!isNone(before) && !changed.has(path)) return true;
		const mayBeFolder = paths.some((other) => other.startsWith(`${path}/`));
		const content = await regular.read(path).catch((error) => {
			if (error instanceof UnusableFile) return mayBeFolder ? void 0 : "no file";
			throw error;
		});
		if (content === void 0) return true;
		if (content === "no file") return false;
		return [before, after].includes(objectName(content, after)) || isPart(git, path, before, after, content);
	};
	const replaceable = await pMap(differences, isReplaceable, { concurrency: 32 });
	return paths.filter((_, at) => replaceable[at] !== true);
}
/** Compares with the content that git checks out, whose line ends may differ from the stored content. */
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
/** The current commit, and its relation to others. */
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
/** Makes a commit on no branch, without index and work tree. Git removes it after some weeks. */
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
/** The commit for `git fast-import`: git-fast-import(1). */
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
/** A quoted path for fast-import. */
const quoted = (path) => `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
// src/repository/git.ts
/**
* The git repository of a folder, by the git command. `author` is used if git has no identity; `branch` replaces
* the current branch.
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
/** The branch has all changes already. If a run ended right after its push, the work tree is outdated and gets updated. */
async function upToDate(git, { head, push }) {
	return {
		outcome: "unchanged",
		notes: head.checkedOut || push === void 0 ? [] : await broughtTo(git, head)
	};
}
/** Updates the work tree to a head from a remote. Returns notes. */
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
	throw new OperatorError(`the work tree cannot be updated to the commit: ${refused}`, "fix this, then run the command again");
}
/** Moves the remote branch, and then the local one. The remote branch shows whether a push was refused. */
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
		if (attempt === 3) throw new OperatorError(`${push} refused the commit for ${head.branch}: ${complaint(stderr)}`, `nothing was changed: check whether you may push to ${head.branch}`);
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
/** Fast-forwards the local branch and its work tree; returns git's objection. */
async function bringHere(git, { branch, commit }, following) {
	const refused = branch === await checkedOut(git) ? await bringForward(git, branch, following) : await branchHere(git, branch) === commit ? (await git.try([
		"update-ref",
		`refs/heads/${branch}`,
		following,
		commit
	])).stderr : "";
	return refused === void 0 || refused === "" ? void 0 : complaint(refused);
}
/** The note for a delivered commit that is not in the work tree. */
const behind = (branch, refused) => `the local work tree was not updated: ${refused}; pull ${branch}`;
const moved = ({ branch }, commit) => ({
	outcome: "moved",
	head: {
		branch,
		commit,
		checkedOut: false
	},
	because: `${branch} has moved to ${commit.slice(0, 12)}`
});
/** git's identity, or `author`, with the time, in the format of a commit. */
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
