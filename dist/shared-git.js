import { t as OperatorError } from "./shared-errors.js";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
// src/repository/batches.ts
/** Files read or written at the same time: enough to keep the disk busy, few enough that their contents fit in memory. */
const atOnce = 32;
/** Does the work for every item, a batch at a time. Gives the results in the order of the items. */
async function inBatches(items, work) {
	const results = [];
	for (let at = 0; at < items.length; at += atOnce) results.push(...await Promise.all(items.slice(at, at + atOnce).map(work)));
	return results;
}
// src/repository/changes.ts
/** Flux keeps its own manifests in the folder that it was bootstrapped with: they are not ours to remove. */
const foreign = /^deploy\/flux\/[^/]+\/flux-system\//;
/** What differs between the files that are there and those that should be. Only files below `owned` folders are removed. */
async function changesTo(files, tree, owned) {
	const present = new Set((await Promise.all(owned.map((folder) => files.list(folder)))).flat());
	const removed = [...present].filter((path) => !tree.has(path) && !foreign.test(path));
	const isNew = (path) => !present.has(path) && owned.some((folder) => path.startsWith(`${folder}/`));
	const entries = await inBatches([...tree], async ([path, text]) => isNew(path) || await files.read(path) !== text ? [[path, text]] : []);
	return {
		written: new Map(entries.flat()),
		removed
	};
}
const isEmpty = ({ written, removed }) => written.size === 0 && removed.length === 0;
async function writeChanges(files, { written, removed }) {
	for (const path of removed) await files.remove(path);
	await inBatches([...written], ([path, text]) => files.write(path, text));
}
// src/render/markdown.ts
/** Text from a definition as it may stand in a table cell: nothing in it is markup. */
const escapeMarkdown = (text) => text.replace(/[\\`*_{}[\]<>|#~]/g, "\\$&").replace(/[\r\n]+/g, " ");
/** A table with a heading row. Cells are Markdown already. */
function table(heading, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(heading) + line(heading.map(() => "---")) + rows.map(line).join("");
}
const code = (text) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
// src/repository/pause.ts
/** Waits a moment that differs from writer to writer: those who met once do not meet again. */
const pause = (shortest = 200, longest = 1200) => setTimeout(shortest + Math.random() * (longest - shortest));
// src/tools/process.ts
/** The only place where a process is started: no shell, arguments as a list. Throws when the program cannot be started. */
function run(program, args, { directory, input, environment }) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: directory,
			env: {
				...process.env,
				...environment
			},
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			]
		});
		const output = {
			stdout: [],
			stderr: []
		};
		child.stdout.on("data", (bytes) => output.stdout.push(bytes));
		child.stderr.on("data", (bytes) => output.stderr.push(bytes));
		child.stdin.on("error", () => {});
		child.on("error", reject);
		child.on("close", (code, signal) => {
			const text = (name) => Buffer.concat(output[name]).toString("utf8");
			resolve({
				status: code ?? (signal === null ? 1 : 128),
				stdout: text("stdout"),
				stderr: text("stderr")
			});
		});
		child.stdin.end(input ?? "");
	});
}
// src/repository/git-command.ts
function gitIn(directory) {
	const attempt = async (args, { input, environment } = {}) => {
		try {
			return await run("git", args, {
				directory,
				environment: {
					GIT_TERMINAL_PROMPT: "0",
					LC_ALL: "C",
					...environment
				},
				...input === void 0 ? {} : { input }
			});
		} catch (error) {
			throw new OperatorError("git cannot be started", "install git and put it on PATH", { cause: error });
		}
	};
	return {
		try: attempt,
		must: async (args, message, hint, options) => {
			const { status, stdout, stderr } = await attempt(args, options);
			if (status !== 0) throw new OperatorError(`${message}: ${complaint(stderr)}`, hint);
			return stdout.replace(/\n$/, "");
		}
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
	const text = together((names) => textsOf(git, names));
	return {
		read: async (path) => {
			const object = (await objects()).get(path);
			return object === void 0 ? void 0 : text(object);
		},
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
/**
* Texts of objects: git-cat-file(1). Sizes count bytes, which a text that is no UTF-8 does not keep. So between two objects one is
* asked for that nobody has, and git's line about that is where the next begins.
*/
async function textsOf(git, objects) {
	const nobodys = randomUUID();
	const parts = `${await git.must(["cat-file", "--batch"], "git cannot read a commit", "see the message of git", { input: objects.map((object) => `${object}\n${nobodys}\n`).join("") })}\n`.split(`\n${nobodys} missing\n`);
	return objects.map((object, at) => {
		const part = parts[at] ?? "";
		const heading = part.indexOf("\n");
		if (!part.startsWith(`${object} blob `) || heading < 0) throw new OperatorError(`git does not have the object ${object}`, "fetch the whole of the commit");
		return part.slice(heading + 1);
	});
}
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
		return (await answers)[place] ?? "";
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
	if (changed.length > 0) {
		const shown = changed.slice(0, 5).join(", ") + (changed.length > 5 ? ` and ${changed.length - 5} more` : "");
		throw new OperatorError(`the work tree has changes that are not committed: ${shown}`, "commit or stash them: what is rendered must follow from what is committed");
	}
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
	const { status, stdout } = await git.try(statusOf(paths));
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
	const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	return [
		`commit ${reference}\ncommitter ${committer}\n${data(message)}from ${parent}\n`,
		...changes.removed.map((path) => `D ${quoted(prefix + path)}\n`),
		...[...changes.written].map(([path, text]) => `M 100644 inline ${quoted(prefix + path)}\n${data(text)}`),
		"done\n"
	].join("");
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
export { table as _, makeCommit as a, writeChanges as b, fetchBranch as c, filesAt as d, gitIn as f, escapeMarkdown as g, code as h, moved as i, mustFollow as l, pause as m, bringHere as n, treeOf as o, run as p, gitRepository as r, checkedOut as s, behind as t, entriesAt as u, changesTo as v, isEmpty as y };
