import { A as endRun, C as regularFiles, D as removeFile, E as moveFile, F as decoded, M as explaining, N as UnreadableText, P as UnusableFile, S as pMap, T as isLeftOver, c as NotStarted, d as endBy, f as endSignal, j as runOf, k as beginRun, l as run, r as isWithoutRepository, t as MissingCommit, v as objectName, w as makeFolder } from "./shared-git-trouble.js";
import { t as OperatorError } from "./shared-errors.js";
import { Fn as writeReport, f as NoAnswer, g as mergeTrees, i as buildRoots, m as systemRandom, mn as withoutComment, n as ownAction, o as cacheFolder, s as inTemporaryFolder, v as readIdentities, y as platforms } from "./shared-own-pin.js";
import { t as codeOf } from "./shared-system-error.js";
import { a as counted } from "./shared-words.js";
import { h as gitIn, i as gitRepository, l as mustBeWorkTree, m as filesAt, p as entriesAt, u as uncommitted } from "./shared-git.js";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath, pathToFileURL } from "node:url";
import { version } from "node:process";
import { read } from "node:fs";
import { basename, delimiter, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { access, constants as constants$1, lstat, open, readFile, readdir, readlink, realpath, rename, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { homedir } from "node:os";
import { Resolver } from "node:dns/promises";
import { createInterface } from "node:readline/promises";
// src/bases.ts
/** Folder of each base in the sources, relative to this one, and in `deploy/base`. The build copies them to `base/` beside the bundle. */
const baseSources = [
	{
		from: "ambassador/base",
		to: "ambassador"
	},
	{
		from: "ambassador/base-on-machines",
		to: "ambassador-on-machines"
	},
	{
		from: "render/base/organization",
		to: "organization"
	},
	{
		from: "render/base/repeat",
		to: "repeat"
	},
	{
		from: "render/base/tenancy",
		to: "tenancy"
	},
	{
		from: "probe/base",
		to: "probe"
	},
	...[...new Set(platforms.flatMap(({ definition, rendering }) => [...rendering.sharedBases ?? [], definition.id]))].map((id) => ({
		from: `platforms/${id}/base`,
		to: id
	}))
];
/** All base manifests, by path below `deploy/base`: from the sources, or from beside the bundle. */
async function readBases() {
	const here = fileURLToPath(new URL(".", import.meta.url));
	const bundled = await readFolder(join(here, "base"), "");
	if (bundled.length > 0) return mergeTrees(bundled);
	const folders = await pMap(baseSources, ({ from, to }) => readFolder(join(here, from), to), { concurrency: 1 });
	return mergeTrees(...folders);
}
async function readFolder(folder, prefix) {
	const files = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch((error) => {
		if (codeOf(error) === "ENOENT") return [];
		throw error;
	})).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return pMap(files, async (file) => [[...prefix === "" ? [] : [prefix], ...relative(folder, file).split(sep)].join("/"), await readFile(file, "utf8")], { concurrency: 8 });
}
/** The file of `dist/` that `report` fills in. */
const pageShellFile = "report.html";
/** The page without data: from beside the bundle, or for the sources from `dist/`. */
async function readPageShell() {
	const here = fileURLToPath(new URL(".", import.meta.url));
	for (const folder of [here, join(here, "../dist")]) {
		const shell = await readFile(join(folder, pageShellFile), "utf8").catch((error) => {
			if (codeOf(error) === "ENOENT") return void 0;
			throw error;
		});
		if (shell !== void 0) return shell;
	}
	throw new OperatorError(`${pageShellFile} is missing beside the program`, "build it: npm run build");
}
// src/lookup.ts
/** DNS answers for a missing name, or a name without addresses of this kind. */
const absent = /* @__PURE__ */ new Set(["ENOTFOUND", "ENODATA"]);
/** Each server is asked twice, and the second time waits twice as long. */
const tries = 2;
/** Seconds for one name, however many DNS servers there are: a person waits, and a resolver that reaches the zone needs less. */
const patience = 9;
/** Asks these DNS servers, given as IP addresses with or without a port, or else those of the machine. */
function lookupAt(servers) {
	const used = namedServers(servers);
	const timeout = patience * 1e3 / (2 ** tries - 1) / Math.max(used.length, 1);
	const resolver = new Resolver({
		timeout: Math.round(timeout),
		tries
	});
	if (servers.length > 0) resolver.setServers(servers);
	const addresses = async (name) => {
		const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
		const found = answers.flatMap((answer) => answer.status === "fulfilled" ? answer.value : []);
		const failed = answers.find((answer) => answer.status === "rejected" && !absent.has(answer.reason.code));
		if (found.length > 0 || failed?.status !== "rejected") return found;
		throw unanswered(used, failed.reason);
	};
	return {
		addresses,
		fresh: (parent) => addresses(`chancery-${randomBytes(6).toString("hex")}.${parent}`),
		missingFor: (domain) => missingFor(resolver, domain)
	};
}
/** The servers that are asked. Throws OperatorError for what is not the address of one. */
function namedServers(servers) {
	const resolver = new Resolver();
	if (servers.length === 0) return resolver.getServers();
	try {
		resolver.setServers(servers);
	} catch (error) {
		throw new OperatorError(`"${servers.join(", ")}" is not the address of a DNS server`, "write an IP address, with a port if it is not 53: 10.0.0.10 or 10.0.0.10:5353", { cause: error });
	}
	return resolver.getServers();
}
/**
* The SOA record is the one of the zone, which may be that of a parent. Its last field limits how long a missing name is remembered
* (https://www.rfc-editor.org/rfc/rfc2308#section-5).
*/
async function missingFor(resolver, domain) {
	const labels = domain.split(".");
	for (const zone of labels.map((_, at) => labels.slice(at).join("."))) {
		const found = await resolver.resolveSoa(zone).catch(({ code }) => code);
		if (typeof found === "object") return found.minttl;
		if (!absent.has(found ?? "")) return void 0;
	}
}
const another = "name another DNS server with --dns-server";
function unanswered(servers, error) {
	const one = servers.length === 1;
	const who = `cannot be looked up: the DNS ${one ? "server" : "servers"} ${servers.join(", ")}`;
	const [message, hint] = explained$1(error.code ?? error.message, one);
	return new (error.code === "ETIMEOUT" ? NoAnswer : OperatorError)(`${who} ${message}`, `${hint}, or ${another}`, { cause: error });
}
function explained$1(code, one) {
	const it = one ? "it" : "they";
	switch (code) {
		case "ETIMEOUT": return [`${one ? "does" : "do"} not answer within ${counted(patience, "second")}`, `check that this machine reaches port 53, with UDP and TCP, and that the servers of the zone answer`];
		case "ECONNREFUSED": return [`${one ? "refuses" : "refuse"} connections`, `check the address, and that a DNS server runs there`];
		case "ESERVFAIL": return [`${one ? "fails" : "fail"} (SERVFAIL)`, `ask who runs the zone: its servers do not answer, or ${it} ${one ? "does" : "do"} not trust their answer (DNSSEC)`];
		case "EREFUSED": return [`${one ? "refuses" : "refuse"} the question (REFUSED)`, `check whether ${it} should resolve this name for this machine`];
		default: return [`${one ? "answers" : "answer"} with ${code}`, "check whether this machine should resolve the name"];
	}
}
// src/repository/git-trees.ts
/** The whole repository of a folder at a commit, and its current state with uncommitted changes. */
async function treesAt(directory, commit) {
	const problem = ["git cannot read the work tree", "check whether `git status` works here"];
	const root = await gitIn(directory).must(["rev-parse", "--show-toplevel"], ...problem);
	const prefix = await gitIn(directory).must(["rev-parse", "--show-prefix"], ...problem);
	const git = gitIn(root);
	const [before, head, changed] = await Promise.all([
		entriesAt(git, commit),
		entriesAt(git, "HEAD"),
		uncommitted(git, ["."])
	]);
	const after = new Map(head);
	const entries = await pMap(changed, async (path) => [path, await entryOnDisk(root, path, commit)], { concurrency: 6 });
	for (const [path, entry] of entries) if (entry === void 0) after.delete(path);
	else after.set(path, entry);
	return {
		before,
		after,
		prefix
	};
}
/** The entry that git would commit for a path; undefined without one. A folder that git lists is another repository. */
async function entryOnDisk(root, path, like) {
	const file = join(root, path);
	const status = await lstat(file).catch((error) => {
		if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
		throw error;
	});
	if (status === void 0) return void 0;
	if (status.isSymbolicLink()) return {
		mode: "120000",
		object: objectName(await readlink(file), like)
	};
	if (!status.isFile()) return {
		mode: "160000",
		object: ""
	};
	const mode = (status.mode & 64) === 0 ? "100644" : "100755";
	if (status.size > largestBytes$1) return {
		mode,
		object: ""
	};
	const content = await readFile(file).catch((error) => {
		if (error.code === "EACCES" || error.code === "EPERM") return void 0;
		throw error;
	});
	return {
		mode,
		object: content === void 0 ? "" : objectName(content, like)
	};
}
/** Uncommitted files can be anything. Of larger or unreadable files only the existence is recorded. */
const largestBytes$1 = 67108864;
// src/repository/make-repository.ts
/** Makes a git repository of a folder that exists, unless it is in one already. */
async function makeRepository(directory) {
	const git = gitIn(directory);
	try {
		if (!isWithoutRepository(await git.try(["rev-parse", "--show-toplevel"]))) return "exists";
		await git.must([
			"init",
			"--quiet",
			"--initial-branch=main"
		], "git cannot make a repository", "run `git init --initial-branch=main` in the folder");
		return "made";
	} catch (error) {
		if (error instanceof NotStarted && error.isMissing) return "no git";
		throw error;
	}
}
// src/repository/merge-base.ts
const remote = "refs/remotes/origin/";
/**
* The base of a change. For a local branch, a tag or commit, or else a branch of `origin`: its merge base with
* the current commit. For GitHub's merge of a pull request: the commit that it was merged into,
* which is the target. Without a reference: the last commit, so that the change is everything uncommitted.
* Throws OperatorError when git does not have it.
*/
async function mergeBase(directory, reference) {
	const git = gitIn(directory);
	const found = async (...args) => {
		const { status, stdout } = await git.try(args);
		return status === 0 ? stdout.trim() : void 0;
	};
	const commitAt = (name) => found("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
	await mustBeWorkTree(git);
	const head = await commitAt("HEAD");
	if (head === void 0) throw new MissingCommit("the repository has no commit yet", "commit network.yaml first: changes are compared with it");
	if (reference === void 0) return {
		commit: head,
		name: "HEAD"
	};
	const names = reference.startsWith("-") ? [] : [
		`refs/heads/${reference}`,
		reference,
		`${remote}${reference}`
	];
	let unrelated = false;
	for (const name of names) {
		const tip = await commitAt(name);
		const commit = tip === void 0 ? void 0 : await found("merge-base", tip, "HEAD");
		if (commit !== void 0) {
			const isRemote = name === `${remote}${reference}`;
			const shown = isRemote ? `origin/${reference}` : reference;
			const found = {
				commit,
				name: commit === tip ? shown : `the merge base with ${shown}`
			};
			if (!isRemote) return found;
			const reason = unrelated ? `${reference} has no commit in common with HEAD` : `there is no local branch ${reference}`;
			return {
				...found,
				reason
			};
		}
		unrelated ||= tip !== void 0;
	}
	const first = await commitAt("HEAD^2") === void 0 ? void 0 : await commitAt("HEAD^1");
	if (first !== void 0) return {
		commit: first,
		name: "HEAD^1",
		reason: `git does not have ${reference}`
	};
	throw new MissingCommit(`git does not have ${reference}, or its merge base with this commit`, "set fetch-depth: 0 of actions/checkout; elsewhere fetch the branch, or name another one with --base");
}
// src/repository/named-folder.ts
/** Paths of all files below a folder of this machine, relative to it, with "/", sorted; undefined if there is no such folder. */
async function filesBelow$1(folder) {
	try {
		return (await readdir(folder, {
			recursive: true,
			withFileTypes: true
		})).filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/")).sort();
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "")) return void 0;
		throw error;
	}
}
// src/repository/nearby-file.ts
/** The largest file that is read: a genesis with many accounts is smaller. */
const largestBytes = 16777216;
/**
* The text of a file that another file names, relative to its folder. Undefined if there is none, if it is not text, or if it is neither in
* that folder nor in the working folder: the file that names it may be of somebody else.
*/
async function nearbyFile(file, named) {
	try {
		const folder = await realpath(dirname(resolve(file)));
		const target = await realpath(resolve(folder, named));
		if (![folder, await realpath(".")].some((one) => isInside(target, one))) return void 0;
		const found = await stat(target);
		if (!found.isFile() || found.size > largestBytes) return void 0;
		return decoded(named, await readFile(target));
	} catch (error) {
		if (error instanceof UnreadableText || [
			"ENOENT",
			"ENOTDIR",
			"EACCES",
			"ENAMETOOLONG",
			"ELOOP"
		].includes(codeOf(error) ?? "")) return void 0;
		throw error;
	}
}
function isInside(path, folder) {
	const way = relative(folder, path);
	return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
// src/repository/release-commit.ts
/** The commit of a tag of a repository, asked of its server; undefined where the tag does not exist or nobody answers. */
async function commitOfTag(directory, url, tag) {
	try {
		const { status, stdout } = await gitIn(directory).try([
			"ls-remote",
			"--tags",
			"--",
			url,
			`refs/tags/${tag}`,
			`refs/tags/${tag}^{}`
		]);
		if (status !== 0) return void 0;
		return /^([0-9a-f]{40})\t/.exec(stdout.trim().split("\n").at(-1) ?? "")?.[1];
	} catch (error) {
		if (error instanceof OperatorError) return void 0;
		throw error;
	}
}
// src/repository/secret-file.ts
/** Writes a file that only its owner may read. Throws OperatorError when it exists. Paths are relative to `directory`. */
async function writeSecret(directory, path, text) {
	const regular = regularFiles(directory);
	await regular.withinNew(".", async () => {});
	await explaining(path, () => regular.withinNew(posix.dirname(path), (folder) => writeFile(join(folder, posix.basename(path)), text, {
		flag: "wx",
		mode: 384,
		flush: true
	}).catch((error) => {
		if (codeOf(error) !== "EEXIST") throw error;
		throw new OperatorError(`${path} exists already`, "move it away, and run the command again");
	})));
}
// src/repository/tracked-package.ts
/** Folders of installed packages, wherever they are in the repository. */
const installed = ["node_modules", "node_modules/**"].map((path) => `:(top,glob,icase)**/${path}`);
/**
* Throws an OperatorError for a program of a package that Git has, or beside packages that it has: the author of a commit would decide
* what runs where a person uses their keys. Outside of a repository there is no such author.
*/
async function refuseTracked(program) {
	const folder = dirname(program);
	const { status, stdout } = await gitIn(folder).try([
		"ls-files",
		"-z",
		"--",
		...installed,
		`:(literal)${program}`
	]);
	const [tracked] = status === 0 ? stdout.split("\0") : [];
	if (tracked === void 0 || tracked === "") return;
	throw new OperatorError(`a package cannot be used from ${folder}: ${tracked} is in Git, so the author of a commit decides what it does`, "remove it from Git, then install the package: `npm install` of its name");
}
/** The same files with limited concurrency. */
function inTurn({ read, readBytes, list, alone, change }) {
	let running = 0;
	const waiting = [];
	const turn = async (work) => {
		if (running === 6) await new Promise((resolve) => waiting.push(resolve));
		else running += 1;
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next === void 0) running -= 1;
			else next();
		}
	};
	return {
		read: (path) => turn(() => read(path)),
		readBytes: (path) => turn(() => readBytes(path)),
		list: (folder) => turn(() => list(folder)),
		alone,
		change
	};
}
// src/repository/run-lock.ts
/** The working folder of a run, inside the folder of the network. It exists only during a run, or after an interrupted one. */
const workFolder = ".chancery";
/** Git ignores all of the folder. */
const ignoreFile = ".gitignore";
const ignoreAll = "*\n";
/** Interval of the heartbeats of a run on another machine. Without heartbeats for some time, it counts as ended. */
const beatSeconds = 3;
const deadSeconds = 20;
/** Together half a minute. */
const attempts = 300;
/**
* Runs work while no other run works in the same folder. Each run creates a file with a unique name, and then
* looks for others: of two, at least one sees the other, and withdraws. Files of ended runs are removed.
*/
async function aloneIn(regular, work) {
	const name = beginRun();
	try {
		await explaining(workFolder, () => acquire(regular, name));
		const beat = setInterval(() => void touch(regular, name), beatSeconds * 1e3).unref();
		try {
			return await work();
		} finally {
			clearInterval(beat);
		}
	} finally {
		endRun(name);
		await leave(regular, name).catch(() => {});
	}
}
async function acquire(regular, name) {
	let other;
	for (let attempt = 1; attempt <= attempts; attempt += 1) {
		if (await enter(regular, name)) {
			other = await otherRun(regular, name);
			if (other === void 0) return;
			await leave(regular, name);
		}
		await setTimeout(50 + 100 * Math.random());
	}
	throw new OperatorError(`another run of Chancery works in this folder${other === void 0 ? "" : ` (process ${other})`}`, "wait until it ends, then run the command again");
}
/** False if another run removed the folder at this moment. */
const enter = (regular, name) => regular.withinNew(workFolder, async (path) => {
	await ignore(regular, path);
	await writeFile(join(path, name), "", { flag: "wx" });
	return true;
}).catch((error) => {
	if (codeOf(error) === "ENOENT") return false;
	throw error;
});
async function ignore(regular, path) {
	const content = await regular.read(`${workFolder}/${ignoreFile}`).catch(() => void 0);
	if (content !== void 0 && Buffer.from(content).toString() === ignoreAll) return;
	await rm(join(path, ignoreFile), {
		force: true,
		recursive: true
	});
	await writeFile(join(path, ignoreFile), ignoreAll, { flag: "wx" }).catch((error) => {
		if (codeOf(error) !== "EEXIST") throw error;
	});
}
/** The process of another run; files of ended runs are removed. */
async function otherRun(regular, own) {
	return (await regular.within(workFolder, async (path) => {
		const others = (await readdir(path)).filter((name) => name !== own);
		return (await Promise.all(others.map(async (name) => {
			const run = runOf(name);
			if (run === void 0) return [];
			if (run.isRunning ?? await isFresh(join(path, name))) return [run.pid];
			await rm(join(path, name), { force: true });
			return [];
		}))).flat();
	}))?.[0];
}
const isFresh = (file) => stat(file).then(({ mtimeMs }) => Date.now() - mtimeMs < deadSeconds * 1e3, () => false);
const touch = (regular, name) => regular.within(workFolder, (path) => utimes(join(path, name), /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date())).then(() => {}, () => {});
/** Removes the folder with its last file. */
async function leave(regular, name) {
	if (await regular.within(".chancery", async (path) => {
		await rm(join(path, name), { force: true });
		if ((await readdir(path)).some((other) => other !== ignoreFile)) return false;
		await rm(join(path, ignoreFile), { force: true });
		return true;
	}) === true) await regular.within(".", (path) => rmdir(join(path, workFolder)).catch(() => {}));
}
// src/repository/staged-changes.ts
const forEach = (items, work) => pMap(items, work, { concurrency: 6 });
const listFile = "changes.json";
const newList = "changes.json.new";
/** Folders, and files of a repository that `init`, `import`, `adopt` and `upgrade` write. */
const ours = /^(?:(?:material|deploy|overrides|\.github|\.vscode)\/.|(?:network\.yaml|network\.schema\.json|README\.md|CODEOWNERS|IMPORT\.md|ADOPTION\.md|contracts\/genesis-[0-9a-f]{40}\.json|\.gitignore|\.gitattributes|\.editorconfig|\.sops\.yaml)$)/;
/** Folders that commands write to: Chancery never writes a list with other paths. */
const isOurs = (path) => typeof path === "string" && posix.normalize(path) === path && (path === "network.lock.yaml" || ours.test(path));
/** Makes changes atomically: after any end, the next run finds all of them or none. */
async function makeChanges(regular, changes) {
	const strange = [...changes.written.keys(), ...changes.removed].find((path) => !isOurs(path));
	if (strange !== void 0) throw new Error(`${strange} is not where commands write`);
	await mustTake(regular, changes);
	const staged = [...changes.written].map(([path, content], at) => ({
		file: `new-${at}`,
		path,
		content
	}));
	try {
		await forEach(staged, ({ file, path, content }) => explaining(path, () => regular.withinNew(workFolder, (folder) => writeFile(join(folder, file), content, {
			flag: "wx",
			flush: !path.startsWith("deploy/")
		}))));
		const written = staged.map(({ file, path }) => ({
			file,
			path
		}));
		await explaining(workFolder, () => writeList(regular, {
			written,
			removed: changes.removed
		}));
	} catch (error) {
		await dropUnlisted(regular).catch(() => {});
		throw error;
	}
	await finishChanges(regular);
}
const writeList = (regular, { written, removed }) => regular.withinNew(workFolder, async (folder) => {
	const list = await open(join(folder, newList), "wx");
	try {
		const place = [(await stat(folder)).ino, (await list.stat()).ino];
		await list.writeFile(JSON.stringify({
			place,
			written,
			removed
		}));
		await list.sync();
	} finally {
		await list.close();
	}
	await rename(join(folder, newList), join(folder, listFile));
});
/** Throws for obstacles to a change, before anything has changed. Creates the folders. */
async function mustTake(regular, { written, removed }) {
	const leaving = new Set(removed);
	const isLeaving = (folder) => folder !== "." && (leaving.has(folder) || isLeaving(posix.dirname(folder)));
	const folders = (paths) => [...new Set([...paths].map((path) => posix.dirname(path)))];
	const mayChange = (path) => access(path, constants$1.W_OK | constants$1.X_OK);
	await forEach(folders(removed), (folder) => explaining(folder, () => regular.within(folder, mayChange)));
	await forEach(folders(written.keys()).filter((folder) => !isLeaving(folder)), (folder) => explaining(folder, () => regular.withinNew(folder, mayChange)));
	await forEach([...written.keys()], async (path) => {
		if (await regular.within(posix.dirname(path), (folder) => lstat(join(folder, posix.basename(path)))).then((found) => found?.isDirectory() === true, () => false) && !removed.some((other) => other.startsWith(`${path}/`))) throw new UnusableFile(path, "is a folder, not a file", "remove it, or rename it");
	});
}
/** Whether a run ended before all files were in place. */
async function isUnfinished(regular) {
	return (await regular.within(workFolder, (folder) => readdir(folder)))?.includes(listFile) === true;
}
/** Moves listed files into place, and removes unlisted ones. */
async function finishChanges(regular) {
	const staged = await listed(regular);
	if (staged !== void 0) {
		for (const path of staged.removed) await explaining(path, () => removeFile(regular, path));
		await forEach(staged.written, ({ file, path }) => explaining(path, () => moveFile(regular, `${workFolder}/${file}`, path)));
		await explaining(workFolder, () => regular.within(workFolder, (folder) => rm(join(folder, listFile), { force: true })));
	}
	await dropUnlisted(regular);
}
/** A run that ended before writing its list has changed nothing. */
const dropUnlisted = async (regular) => void await regular.within(workFolder, async (folder) => {
	const left = (await readdir(folder)).filter((name) => name === newList || /^new-\d+$/.test(name));
	await forEach(left, (name) => rm(join(folder, name), { force: true }));
});
async function listed(regular) {
	const path = `${workFolder}/${listFile}`;
	const content = await regular.read(path);
	if (content === void 0) return void 0;
	const staged = readList(Buffer.from(content).toString("utf8"));
	const place = await regular.within(workFolder, async (folder) => [(await stat(folder)).ino, (await lstat(join(folder, listFile))).ino]);
	if (staged?.place.every((number, at) => number === place?.[at])) return staged;
	throw new OperatorError(`${path} was not written in this folder: it came with a commit or a copy of the folder`, `run the command in the original folder, if there is one, then remove ${workFolder}/ here`);
}
function readList(text) {
	try {
		const { place, written, removed } = JSON.parse(text);
		return place.length === 2 && removed.every(isOurs) && written.every(({ file, path }) => /^new-\d+$/.test(String(file)) && isOurs(path)) ? {
			place,
			written,
			removed
		} : void 0;
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof TypeError) return void 0;
		throw error;
	}
}
// src/repository/work-tree.ts
/** Files on disk below a folder. Links below it are not followed. An interrupted run is finished before anything is read. */
const workTree = (directory) => inTurn(filesBelow(directory));
function filesBelow(directory) {
	const regular = regularFiles(directory);
	let isAlone = false;
	let finished;
	const alone = async (work) => {
		const isThere = await regular.within(".", async () => true) === true;
		if (isAlone || !isThere) return work();
		return aloneIn(regular, async () => {
			isAlone = true;
			try {
				await finishChanges(regular);
				await removeLeftOvers(regular);
				return await work();
			} finally {
				isAlone = false;
			}
		});
	};
	const ready = async () => {
		if (isAlone) return;
		finished ??= isUnfinished(regular).then((is) => is ? alone(async () => {}) : void 0);
		await finished;
	};
	const contentOf = async (path) => {
		await ready();
		return explaining(path, () => regular.read(path));
	};
	return {
		read: async (path) => {
			const content = await contentOf(path);
			return content === void 0 ? void 0 : decoded(path, content);
		},
		readBytes: async (path) => {
			const content = await contentOf(path);
			return content === void 0 ? void 0 : Uint8Array.from(content);
		},
		list: async (folder) => {
			await ready();
			return (await list(regular, folder)).sort();
		},
		alone,
		change: async (changes) => {
			if (changes.written.size + changes.removed.length === 0) return;
			await regular.withinNew(".", async () => {});
			await alone(() => makeChanges(regular, changes));
		}
	};
}
async function list(regular, folder) {
	const entries = await explaining(folder, () => regular.within(folder, (path) => readdir(path, { withFileTypes: true })));
	const below = [];
	for (const entry of entries ?? []) {
		const path = posix.join(folder, entry.name);
		if (!entry.isDirectory()) below.push(path);
		else for (const one of await list(regular, path)) below.push(one);
	}
	return below;
}
/** Temporary files of killed runs, in the folder for such files. */
async function removeLeftOvers(regular) {
	const found = async (paths) => paths.catch((error) => {
		if (error instanceof UnusableFile) return [];
		throw error;
	});
	const paths = [
		await found(regular.within(".", (path) => readdir(path)).then((names) => names ?? [])),
		await found(list(regular, "material")),
		await found(list(regular, "deploy"))
	];
	for (const path of paths.flat().filter(isLeftOver)) await explaining(path, () => removeFile(regular, path));
}
// src/starter-files.ts
/** Where the files are that every repository has as they are: what of the template no network changes. */
const template = "../template";
const commonPaths = [
	".editorconfig",
	".gitattributes",
	".github/dependabot.yml",
	".github/pull_request_template.md",
	".github/workflows",
	".gitignore",
	".vscode",
	"overrides/README.md"
];
/** The build writes this beside the bundle: npm would leave files such as .gitignore out of a package. */
const starterFile = "starter.json";
/** What `init` and `upgrade` write, from beside the bundle, or from the sources. */
async function readStarter() {
	const here = fileURLToPath(new URL(".", import.meta.url));
	const bundled = await textOf$1(join(here, starterFile));
	if (bundled === void 0) return starterSources(here);
	const { common, readme, parts } = JSON.parse(bundled);
	return {
		readme,
		common: new Map(Object.entries(common)),
		parts: new Map(Object.entries(parts))
	};
}
/** The same from the sources. */
async function starterSources(sources) {
	const root = join(sources, template);
	const paths = (await pMap(commonPaths, (path) => pathsAt(root, path), { concurrency: 4 })).flat();
	const common = await pMap(paths, async (path) => [path, await readFile(join(root, path), "utf8")], { concurrency: 8 });
	const parts = platforms.map(async ({ definition, rendering }) => {
		const texts = [definition.id, ...rendering.sharedBases ?? []].map((folder) => textOf$1(join(sources, "platforms", folder, "starter.md")));
		return [definition.id, (await Promise.all(texts)).find((text) => text !== void 0) ?? ""];
	});
	return {
		common: mergeTrees(common),
		readme: await readFile(join(sources, "starter/README.md"), "utf8"),
		parts: mergeTrees(await Promise.all(parts))
	};
}
/** A file, or all files of a folder. */
async function pathsAt(root, path) {
	const entries = await readdir(join(root, path), {
		recursive: true,
		withFileTypes: true
	}).catch((error) => {
		if (codeOf(error) === "ENOTDIR") return void 0;
		throw error;
	});
	if (entries === void 0) return [path];
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).map((file) => relative(root, file).split(sep).join("/")).sort();
}
const textOf$1 = (path) => readFile(path, "utf8").catch((error) => {
	if (codeOf(error) === "ENOENT") return void 0;
	throw error;
});
// src/tools/confirm.ts
/** Asks the person at the terminal. Undefined without a terminal. */
async function confirm(question, input = process.stdin, output = process.stderr) {
	if (!input.isTTY || !output.isTTY) return void 0;
	const terminal = createInterface({
		input,
		output
	});
	terminal.once("SIGINT", () => {
		terminal.close();
		endBy("SIGINT");
	});
	try {
		return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
	} finally {
		terminal.close();
	}
}
// src/tools/descriptor.ts
/** Larger than any key. */
const most$1 = 1048576;
const readPart = promisify(read);
/** Reads a file descriptor of the process to its end, as in `3< key`. Its bytes stay in memory. */
async function readDescriptor(descriptor) {
	if (!/^\d{1,4}$/.test(descriptor) || ["1", "2"].includes(descriptor)) throw new OperatorError(`"${descriptor}" is not a file descriptor to read from`, "write fd:3, and `3< FILE` behind the command");
	const parts = [];
	let size = 0;
	for (;;) {
		const part = Buffer.alloc(65536);
		const { bytesRead } = await readPart(Number(descriptor), part, 0, part.length, null).catch((error) => {
			throw explained(descriptor, error);
		});
		if (bytesRead === 0) return Buffer.concat(parts);
		size += bytesRead;
		if (size > most$1) throw new OperatorError(`file descriptor ${descriptor} has more than ${most$1} bytes`, "name the file of a key");
		parts.push(part.subarray(0, bytesRead));
	}
}
function explained(descriptor, error) {
	const code = codeOf(error);
	return code === void 0 ? error : new OperatorError(code === "EBADF" ? `file descriptor ${descriptor} is not open for reading` : `file descriptor ${descriptor} cannot be read: ${code}`, `write \`${descriptor}< FILE\` behind the command`, { cause: error });
}
// src/tools/installed-package.ts
/**
* What a package exports that somebody installed in one of these folders or above, the first counts. Undefined when it is in none.
* Chancery has no dependencies to install (docs/decisions/0023): who wants a feature that needs one installs it. `refuse` throws for a
* program that must not run.
*/
async function installedPackage(name, folders, refuse) {
	const path = folders.map((folder) => pathOf(name, folder)).find((found) => found !== void 0);
	if (path === void 0) return void 0;
	await refuse(path);
	try {
		return await import(pathToFileURL(path).href);
	} catch (error) {
		throw new OperatorError(`${name} is installed, and cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, `install it again: \`npm install ${name}\``, { cause: error });
	}
}
function pathOf(name, folder) {
	try {
		return createRequire(resolve(folder, "package.json")).resolve(name);
	} catch {
		return;
	}
}
// src/tools/kustomize-version.ts
/** Supported releases: 5.1.0 does not accept files with several patches, 5.3.0 builds the same bytes as 5.8.1. Another major release may drop fields. */
const oldest = "5.3.0";
const [major, minor] = [5, 3];
const limits = {
	seconds: 30,
	bytes: 65536
};
/**
* Throws OperatorError for an unsupported or unknown release of kustomize. A build from sources
* reports `(devel)`, and is accepted.
*/
async function checkKustomize(program, hint) {
	const finished = await run(program, ["version"], {
		directory: dirname(program),
		inherited: [],
		limits
	});
	const text = finished.stdout.trim();
	const version = /^(?:\{Version:(?:kustomize\/)?)?v?(\d+\.\d+\.\d+)\b/.exec(text)?.[1];
	if (finished.status === 0 && (text === "(devel)" || version !== void 0 && isTaken(version))) return;
	const found = version === void 0 ? `does not report its version: ${reasonOf$1(finished)}` : `is ${version}`;
	throw new OperatorError(`the kustomize on PATH (${program}) ${found}, and Chancery needs ${oldest} or newer, below ${major + 1}`, hint);
}
/** What it prints of itself. */
const kustomizeVersion = async (program) => (await run(program, ["version"], {
	directory: dirname(program),
	inherited: [],
	limits
})).stdout.trim();
const isTaken = (version) => {
	const [itsMajor, itsMinor = 0] = version.split(".").map(Number);
	return itsMajor === major && itsMinor >= minor;
};
function reasonOf$1({ status, stdout, stderr, exceeded, signal }) {
	if (exceeded === "seconds") return `it did not finish within ${limits.seconds} seconds`;
	if (exceeded === "bytes") return "its output is too long";
	if (signal !== void 0) return `it was ended by ${signal}`;
	const [line = ""] = `${stderr.trim()}\n${stdout.trim()}`.trim().split("\n");
	return line === "" ? `it ended with status ${status}` : line.slice(0, 120);
}
// src/tools/kustomize.ts
/** Releases to fetch if no kustomize is on PATH: https://github.com/kubernetes-sigs/kustomize/releases, checksums.txt */
const version$1 = "5.8.1";
const pinnedKustomize = version$1;
const digests = {
	linux_amd64: "029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d",
	linux_arm64: "0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142",
	darwin_amd64: "ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8",
	darwin_arm64: "8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288"
};
const hint = `install kustomize ${version$1} and put it on PATH`;
/** The kustomize of this machine, in a supported release. */
async function usableKustomize() {
	const program = await kustomize();
	await checkKustomize(program, `install kustomize ${version$1} from https://github.com/kubernetes-sigs/kustomize/releases and put it first on PATH, or remove this one from PATH: Chancery then fetches ${version$1}`);
	return program;
}
/**
* Path of a kustomize: the one on PATH, or the pinned release, fetched once and verified by its SHA-256. A script, as in version
* managers, is skipped: kustomize runs without PATH and home folder, and a script needs both.
*/
async function kustomize(environment = process.env, get = fetch) {
	const found = await kustomizeOnPath(environment);
	if (found !== void 0) return found;
	const { program, folder, platform, digest } = pinnedPlace(environment);
	if (!await isExecutable(program)) await install(folder, platform, digest, get);
	return program;
}
/** The kustomize that is on PATH or was fetched before; undefined when it has to be fetched. */
async function findKustomize(environment = process.env) {
	const found = await kustomizeOnPath(environment);
	if (found !== void 0) return found;
	const { program } = pinnedPlace(environment);
	return await isExecutable(program) ? program : void 0;
}
async function kustomizeOnPath({ PATH = "" }) {
	for (const folder of PATH.split(delimiter)) {
		const candidate = join(folder, "kustomize");
		if (folder !== "" && await isExecutable(candidate) && !await isScript(candidate)) return candidate;
	}
}
/** Where the pinned release is kept. Throws OperatorError on a platform that has none. */
function pinnedPlace(environment) {
	const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
	const digest = digests[platform];
	if (digest === void 0) throw new OperatorError(`there is no pinned kustomize for ${platform}`, hint);
	const cache = environment.RUNNER_TOOL_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "chancery");
	const folder = join(cache, "kustomize", version$1, platform);
	return {
		folder,
		program: join(folder, "kustomize"),
		platform,
		digest
	};
}
const isExecutable = (path) => access(path, constants$1.X_OK).then(() => true, () => false);
async function isScript(path) {
	const file = await open(path);
	try {
		const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
		return buffer.toString("latin1") === "#!";
	} finally {
		await file.close();
	}
}
async function install(folder, platform, digest, get) {
	const url = `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${version$1}/kustomize_v${version$1}_${platform}.tar.gz`;
	const archive = await download(url, get);
	const found = createHash("sha256").update(archive).digest("hex");
	if (found !== digest) throw new OperatorError(`${url} has the SHA-256 ${found}, not ${digest}`, `${hint}: the release or the download was changed`);
	const temporary = `${folder}.${process.pid}`;
	await makeFolder(temporary);
	await writeFile(join(temporary, "archive.tar.gz"), archive);
	const { status, stderr } = await run("tar", [
		"-xzf",
		"archive.tar.gz",
		"kustomize"
	], { directory: temporary });
	if (status !== 0) throw new OperatorError(`kustomize could not be unpacked: ${stderr.trim()}`, hint);
	await rm(join(temporary, "archive.tar.gz"));
	await rename(temporary, folder).catch(() => rm(temporary, {
		recursive: true,
		force: true
	}));
}
async function download(url, get) {
	try {
		const response = await get(url);
		if (!response.ok) throw new Error(`status ${response.status}`);
		return new Uint8Array(await response.arrayBuffer());
	} catch (error) {
		throw new OperatorError(`kustomize is not on PATH and could not be fetched from ${url}: ${error.message}`, hint, { cause: error });
	}
}
// src/tools/post-json.ts
const milliseconds = 15e3;
/** The largest answer that is read. */
const most = 16777216;
/** Sends JSON by POST. Throws OperatorError without an answer; its text has no user or password of the URL. */
async function postJson(url, body) {
	const target = URL.parse(url);
	if (target === null || !["http:", "https:"].includes(target.protocol)) throw new OperatorError("a URL of a node begins with http:// or https://", "write it as http://node.example.com:8545");
	const { username, password, host } = target;
	target.username = "";
	target.password = "";
	try {
		const response = await fetch(target, {
			method: "POST",
			redirect: "error",
			headers: {
				"content-type": "application/json",
				...username === "" ? {} : { authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}` }
			},
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(milliseconds)
		});
		const text = await response.text();
		if (text.length > most) throw new OperatorError(`${host} answers with more than ${most} characters`, "name the HTTP port of a node");
		return {
			status: response.status,
			body: text
		};
	} catch (error) {
		if (error instanceof OperatorError) throw error;
		throw new OperatorError(`${host} does not answer: ${reasonOf(error)}`, "check the URL, and whether the node lets this machine in", { cause: error });
	}
}
/** `fetch` has the system's reason in its cause. */
function reasonOf(error) {
	if (!(error instanceof Error)) return "the request failed";
	if (error.name === "TimeoutError") return `no answer within ${milliseconds / 1e3} s`;
	const { cause } = error;
	return cause instanceof Error ? cause.message || String(cause.code) : error.message;
}
// src/tools/programs.ts
/** Node, git and kustomize of this machine. Fetches nothing. */
async function programFacts(directory) {
	return [
		{
			name: "Node",
			seen: version
		},
		await gitFact(directory),
		await kustomizeFact()
	];
}
async function gitFact(directory) {
	try {
		const { stdout } = await run("git", ["--version"], {
			directory,
			limits: {
				seconds: 30,
				bytes: 65536
			}
		});
		return {
			name: "git",
			seen: stdout.trim().replace(/^git version /, "")
		};
	} catch (error) {
		if (error instanceof NotStarted) return {
			name: "git",
			seen: error.message,
			hint: error.hint
		};
		throw error;
	}
}
async function kustomizeFact() {
	const name = "kustomize";
	try {
		const program = await findKustomize();
		if (program === void 0) return {
			name,
			seen: `not on PATH: ${pinnedKustomize} is fetched when it is needed`
		};
		await checkKustomize(program, `put kustomize ${pinnedKustomize} first on PATH`);
		return {
			name,
			seen: `${await kustomizeVersion(program)} (${program})`
		};
	} catch (error) {
		if (error instanceof OperatorError) return {
			name,
			seen: error.message,
			hint: error.hint
		};
		throw error;
	}
}
// src/tools/questions.ts
/** Undefined where there is no terminal. */
async function questionsAt(input = process.stdin, output = process.stderr) {
	if (!input.isTTY || !output.isTTY) return void 0;
	const { confirm, isCancel, select, text } = await import("./shared-dist.js");
	const streams = {
		input,
		output
	};
	const answered = (answer) => {
		if (!isCancel(answer)) return answer;
		throw new OperatorError("the questions were not answered: nothing was written", "run the command again");
	};
	return {
		text: async ({ message, initial, check }) => answered(await text({
			...streams,
			message,
			initialValue: initial,
			validate: (value) => check((value ?? "").trim())
		})).trim(),
		choose: async ({ message, choices }) => {
			const given = answered(await select({
				...streams,
				message,
				options: choices.map(({ value, label }) => ({
					value,
					label
				}))
			}));
			const choice = choices.find(({ value }) => value === given);
			if (choice === void 0) throw new Error(`${given} was not offered`);
			return choice.value;
		},
		confirm: async (message, initial) => answered(await confirm({
			...streams,
			message,
			initialValue: initial
		}))
	};
}
// src/tools/ssh-keygen.ts
/**
* Signs with `ssh-keygen -Y sign`, so that agents, passphrases and security keys work as usual: it asks on the terminal
* itself. Returns the armoured signature.
*/
async function signWithSsh({ text, namespace, key, signers }, environment = process.env) {
	const sign = (...args) => sshKeygen([
		"-Y",
		"sign",
		"-n",
		namespace,
		...args
	], text);
	const found = key ?? await keyFileOf(signers, join(environment.HOME ?? homedir(), ".ssh"));
	if (found !== void 0) {
		const signature = await sign("-f", found);
		if (signature !== void 0) return signature;
		throw new OperatorError(`ssh-keygen did not sign with ${found}`, "see its message above");
	}
	const signature = environment.SSH_AUTH_SOCK === void 0 ? void 0 : await byAgent(signers, sign);
	if (signature !== void 0) return signature;
	throw new OperatorError("no key of a signer was found in ~/.ssh or in an SSH agent", "name the file of the key: --key FILE");
}
/** The key file of a signer; ssh-keygen asks an agent for the private half before it reads the file. */
async function keyFileOf(signers, folder) {
	const wanted = new Set(signers.map(withoutComment));
	const names = await readdir(folder).catch(() => []);
	for (const name of names.filter((one) => one.endsWith(".pub")).sort()) {
		const file = join(folder, name);
		if (!wanted.has(withoutComment(await readFile(file, "utf8")))) continue;
		return names.includes(basename(name, ".pub")) ? join(folder, basename(name, ".pub")) : file;
	}
}
/** Asks the agent for each signer by the public half. */
async function byAgent(signers, sign) {
	return inTemporaryFolder("chancery-sign-", async (folder) => {
		const file = join(folder, "signer.pub");
		for (const signer of signers) {
			await writeFile(file, `${signer}\n`);
			const signature = await sign("-U", "-f", file);
			if (signature !== void 0) return signature;
		}
	});
}
/** Its output; undefined when it fails, with its own message on the terminal. */
async function sshKeygen(args, input) {
	const { status, stdout } = await run("ssh-keygen", args, {
		directory: ".",
		input,
		messages: "shown"
	}).catch((error) => {
		if (!(error instanceof NotStarted && error.isMissing)) throw error;
		throw new OperatorError("there is no ssh-keygen on PATH", "install OpenSSH 8.1 or newer");
	});
	return status === 0 ? stdout : void 0;
}
// src/system.ts
/** The ports of this machine, for all commands of the command line and the action. */
function systemPorts({ directory, reporter, repository }) {
	let signal;
	let program;
	return {
		files: workTree(directory),
		reporter,
		repository: repository ?? gitRepository(directory),
		random: systemRandom,
		now: () => /* @__PURE__ */ new Date(),
		bases: readBases,
		pageShell: readPageShell,
		writeFile: (path, text) => writeReport(resolve(path), text),
		buildRoots: (tree, isWanted) => reporter.during("Building with kustomize", async () => {
			program ??= usableKustomize();
			return buildRoots(await program, tree, isWanted, cacheFolder(process.env));
		}),
		baseOf: async (reference) => {
			const found = await mergeBase(directory, reference);
			const { commit } = found;
			return {
				...found,
				files: filesAt(directory, commit),
				trees: () => treesAt(directory, commit)
			};
		},
		confirm,
		questions: () => questionsAt(),
		starter: readStarter,
		commitOfRelease: (version) => commitOfTag(directory, `https://github.com/${ownAction}`, `v${version}`),
		writeSecret: (path, text) => writeSecret(directory, path, text),
		makeRepository: () => makeRepository(directory),
		folder: basename(directory),
		sshSign: signWithSsh,
		readFile: (path) => contentOf(resolve(directory, path)),
		loadPackage: (name) => installedPackage(name, [directory, "."], refuseTracked),
		readInput: (path) => contentOf(resolve(path)),
		readNearby: nearbyFile,
		listInput: (path) => filesBelow$1(resolve(path)),
		postJson,
		readDescriptor,
		keyring: () => readIdentities({
			environment: process.env,
			platform: process.platform,
			readFile: textOf
		}),
		connect: async (context) => (await clusterClient()).connect(context),
		lookupAt,
		programs: () => programFacts(directory),
		contexts: async () => (await clusterClient()).contextNames(),
		get signal() {
			signal ??= endSignal();
			return signal;
		}
	};
}
/** The Kubernetes client is large, and few commands need it. */
const clusterClient = () => import("./shared-connection.js");
const contentOf = (path) => readFile(path).catch((error) => {
	if (error.code === "ENOENT") return void 0;
	throw error;
});
const textOf = async (path) => {
	const content = await contentOf(path);
	return content === void 0 ? void 0 : Buffer.from(content).toString("utf8");
};
export { systemPorts };
