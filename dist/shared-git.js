import { a as OperatorError, i as several } from "./shared-words.js";
import { h as toText, i as isEmpty, m as toBytes, n as pause, t as run } from "./shared-process.js";
import { randomUUID } from "node:crypto";
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
function gitIn(directory) {
	const attempt = async (args, { input, environment } = {}) => {
		try {
			return await run("git", [...settings, ...args], {
				directory,
				inherited: variablesFor(args, process.env),
				environment: {
					...environmentFor(args),
					...environment
				},
				...input === void 0 ? {} : { input }
			});
		} catch (error) {
			throw new OperatorError("git cannot be started", "install git and put it on PATH", { cause: error });
		}
	};
	const succeed = async (args, message, hint, options) => {
		const finished = await attempt(args, options);
		if (finished.status !== 0) throw new OperatorError(`${message}: ${complaint(finished.stderr)}`, hint);
		return finished;
	};
	return {
		try: attempt,
		must: async (...command) => (await succeed(...command)).stdout.replace(/\n$/, ""),
		mustGiveBytes: async (...command) => (await succeed(...command)).stdoutBytes
	};
}
/** What git says is wrong, without its advice. */
function complaint(text) {
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint: "));
	return (lines.find((line) => line.startsWith(" ! ")) ?? lines.at(-1) ?? "").trim();
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
			return content === void 0 ? void 0 : toText(content);
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
// src/repository/git-remote.ts
/** Gets a branch, and leaves no trace but its objects. Gives its commit; undefined when it is not there, or cannot be reached. */
async function fetchBranch(git, { name, environment }, branch) {
	const reference = `refs/chancery/${randomUUID()}`;
	try {
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
	} finally {
		await git.try([
			"update-ref",
			"-d",
			reference
		]);
	}
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
	await git.must(["rev-parse", "--is-inside-work-tree"], "this folder is in no git repository", "run `git init` and commit network.yaml first");
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
	const { status, stdout } = await git.try(statusOf(paths), { environment: { GIT_OPTIONAL_LOCKS: "0" } });
	return status === 0 ? changedIn(stdout) : [];
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
// src/repository/git-history.ts
/** The commit that is checked out, and how others relate to it. */
async function checkedOutCommit(git) {
	const head = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	if (head.status !== 0) return void 0;
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
	const reference = `refs/chancery/${randomUUID()}`;
	const prefix = await git.must(["rev-parse", "--show-prefix"], ...problem);
	try {
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
	} finally {
		await git.try([
			"update-ref",
			"-d",
			reference
		]);
	}
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
			const { status, stdout } = await git.try(["rev-parse", "--show-prefix"]);
			return status === 0 ? stdout.replace(/\n$/, "") : "";
		},
		uncommitted: (paths) => uncommitted(git, paths),
		checkedOutCommits: () => checkedOutCommits(git),
		checkedOut: () => checkedOutCommit(git),
		cleanHead: (paths) => headOf(git, paths, branch),
		filesAt: (commit) => filesAt(directory, commit),
		proposed: async () => void 0,
		commit: async (request) => {
			const { head, changes, message, push } = request;
			if (isEmpty(changes)) return {
				outcome: "unchanged",
				notes: []
			};
			const made = await makeCommit(git, {
				parent: head.commit,
				changes,
				message,
				committer: await committerOf(git, author)
			});
			if (made.tree === await treeOf(git, head.commit)) return {
				outcome: "unchanged",
				notes: []
			};
			return push === void 0 ? advance(git, request, made.commit) : deliver(git, request, push, made.commit);
		}
	};
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
	const refused = branch === await checkedOut(git) ? await fastForward(git, following) : await branchHere(git, branch) === commit ? (await git.try([
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
export { makeCommit as a, uncommitted as c, entriesAt as d, filesAt as f, moved as i, fetchBranch as l, bringHere as n, treeOf as o, gitIn as p, gitRepository as r, checkedOut as s, behind as t, mustFollow as u };
