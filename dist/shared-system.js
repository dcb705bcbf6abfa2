import { Et as pMap, H as withoutComment, i as inTemporaryFolder, o as systemRandom, r as cacheFolder, s as platforms, t as buildRoots, y as mergeTrees, yt as readIdentities } from "./shared-roots.js";
import { t as codeOf } from "./shared-system-error.js";
import { t as OperatorError } from "./shared-errors.js";
import { h as gitIn, i as gitRepository, l as mustBeWorkTree, m as filesAt, p as entriesAt, u as uncommitted } from "./shared-git.js";
import { A as endRun, C as regularFiles, D as removeFile, E as moveFile, F as decoded, M as explaining, P as UnusableFile, S as inBatches$1, T as isLeftOver, _ as endSignal, f as objectName, g as endBy, j as runOf, k as beginRun, m as run, p as NotStarted, t as MissingCommit, w as makeFolder } from "./shared-git-trouble.js";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { basename, delimiter, dirname, join, posix, relative, resolve, sep } from "node:path";
import { access, constants, lstat, open, readFile, readdir, readlink, rename, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { homedir } from "node:os";
import { Resolver } from "node:dns/promises";
import { createInterface } from "node:readline/promises";
// src/bases.ts
/** Where each base is in the sources, from this folder, and in `deploy/base`. The build copies them to `base/` beside the bundle. */
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
// src/lookup.ts
/** Answers of a DNS server that say: there is no such name, or it has no address of this kind. */
const absent = /* @__PURE__ */ new Set(["ENOTFOUND", "ENODATA"]);
const options = {
	timeout: 3e3,
	tries: 3
};
/** Asks these DNS servers, as IP addresses with or without a port, or else those of this machine. */
function lookupAt(servers) {
	const resolver = new Resolver(options);
	if (servers.length > 0) try {
		resolver.setServers(servers);
	} catch (error) {
		throw new OperatorError(`"${servers.join(", ")}" cannot be a DNS server`, "give its IP address, with a port where it is not 53: 10.0.0.10 or 10.0.0.10:5353", { cause: error });
	}
	return async (name) => {
		const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
		const addresses = answers.flatMap((answer) => answer.status === "fulfilled" ? answer.value : []);
		const failed = answers.find((answer) => answer.status === "rejected" && !absent.has(answer.reason.code));
		if (addresses.length > 0 || failed?.status !== "rejected") return addresses;
		throw new OperatorError(`cannot be looked up: the DNS server ${resolver.getServers().join(", ")} answers with ${failed.reason.code}`, "is this machine meant to know the name? Another server can be named with --dns-server", { cause: failed.reason });
	};
}
// src/repository/git-trees.ts
/** The whole repository of a folder at a commit, and as it is now: the last commit, with what is not committed yet. */
async function treesAt(directory, commit) {
	const problem = ["git cannot read the work tree", "see whether `git status` works here"];
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
/** What git would commit for a path; undefined when nothing is there. A folder that git names is a repository of its own. */
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
	if (status.size > largestBytes) return {
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
/** What is not committed may be anything. Of a larger file, or one that may not be read, only that it is there is known. */
const largestBytes = 67108864;
// src/repository/merge-base.ts
/**
* The commit that a change begins at. For a branch, tag or commit, as git reads its name here, else a branch of `origin`: where it
* and the commit that is checked out parted. For a merge of a pull request that GitHub made for its checks: what it was merged into,
* since that is what it will be merged into. Without a reference: the last commit, so that only what is not committed counts.
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
	if (reference === void 0) return head;
	const names = reference.startsWith("-") ? [] : [reference, `refs/remotes/origin/${reference}`];
	for (const name of names) {
		const commit = await commitAt(name);
		const base = commit === void 0 ? void 0 : await found("merge-base", commit, "HEAD");
		if (base !== void 0) return base;
	}
	const first = await commitAt("HEAD^2") === void 0 ? void 0 : await commitAt("HEAD^1");
	if (first !== void 0) return first;
	throw new MissingCommit(`git does not have ${reference}, or where it and this commit parted`, "with actions/checkout set fetch-depth: 0; elsewhere fetch the branch, or name another one with --base");
}
/** The same files: the others wait while some are read. */
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
/** The folder that a run works in, in that of the network. It is there only while one does, or when one was interrupted. */
const workFolder = ".chancery";
/** Git ignores all of the folder. */
const ignoreFile = ".gitignore";
const ignoreAll = "*\n";
/** A run of another machine tells this often that it is there, and is taken for dead after a time without that. */
const beatSeconds = 3;
const deadSeconds = 20;
/** Together half a minute. */
const attempts = 300;
/**
* Does work while no other run does any in the same folder. Each run puts a file there under a name that nobody else uses, and then
* looks for others: of two, at least one sees the other, and withdraws. Files of runs that are gone are removed.
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
	throw new OperatorError(`another run of Chancery works in this folder${other === void 0 ? "" : ` (process ${other})`}`, "wait until it has ended, and run the command again");
}
/** False when another run removed the folder at this moment. */
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
/** The process of another run; what is left of those that are gone is removed. */
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
/** The folder goes with its last file. */
async function leave(regular, name) {
	if (await regular.within(".chancery", async (path) => {
		await rm(join(path, name), { force: true });
		if ((await readdir(path)).some((other) => other !== ignoreFile)) return false;
		await rm(join(path, ignoreFile), { force: true });
		return true;
	}) === true) await regular.within(".", (path) => rmdir(join(path, workFolder)).catch(() => {}));
}
// src/repository/staged-changes.ts
const inBatches = (items, work) => inBatches$1(items, work, 6);
const listFile = "changes.json";
const newList = "changes.json.new";
/** Where commands write: a list with other paths is not by Chancery. */
const isOurs = (path) => typeof path === "string" && posix.normalize(path) === path && (path === "network.lock.yaml" || path.startsWith("material/") || path.startsWith("deploy/"));
/** Makes changes so that, however this ends, the next run finds all of them or none. */
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
		await inBatches(staged, ({ file, path, content }) => explaining(path, () => regular.withinNew(workFolder, (folder) => writeFile(join(folder, file), content, {
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
/** Throws for what would not let a change through, while nothing has changed yet. Makes the folders. */
async function mustTake(regular, { written, removed }) {
	const leaving = new Set(removed);
	const isLeaving = (folder) => folder !== "." && (leaving.has(folder) || isLeaving(posix.dirname(folder)));
	const folders = (paths) => [...new Set([...paths].map((path) => posix.dirname(path)))];
	const mayChange = (path) => access(path, constants.W_OK | constants.X_OK);
	await inBatches(folders(removed), (folder) => explaining(folder, () => regular.within(folder, mayChange)));
	await inBatches(folders(written.keys()).filter((folder) => !isLeaving(folder)), (folder) => explaining(folder, () => regular.withinNew(folder, mayChange)));
	await inBatches([...written.keys()], async (path) => {
		if (await regular.within(posix.dirname(path), (folder) => lstat(join(folder, posix.basename(path)))).then((found) => found?.isDirectory() === true, () => false) && !removed.some((other) => other.startsWith(`${path}/`))) throw new UnusableFile(path, "is a folder, not a file", "remove it, or rename it");
	});
}
/** Whether a run ended before all was in its place. */
async function isUnfinished(regular) {
	return (await regular.within(workFolder, (folder) => readdir(folder)))?.includes(listFile) === true;
}
/** Moves into place what is listed, and removes what no list names. */
async function finishChanges(regular) {
	const staged = await listed(regular);
	if (staged !== void 0) {
		for (const path of staged.removed) await explaining(path, () => removeFile(regular, path));
		await inBatches(staged.written, ({ file, path }) => explaining(path, () => moveFile(regular, `${workFolder}/${file}`, path)));
		await explaining(workFolder, () => regular.within(workFolder, (folder) => rm(join(folder, listFile), { force: true })));
	}
	await dropUnlisted(regular);
}
/** A run that ended before its list was there has changed nothing. */
const dropUnlisted = async (regular) => void await regular.within(workFolder, async (folder) => {
	const left = (await readdir(folder)).filter((name) => name === newList || /^new-\d+$/.test(name));
	await inBatches(left, (name) => rm(join(folder, name), { force: true }));
});
async function listed(regular) {
	const path = `${workFolder}/${listFile}`;
	const content = await regular.read(path);
	if (content === void 0) return void 0;
	const staged = readList(Buffer.from(content).toString("utf8"));
	const place = await regular.within(workFolder, async (folder) => [(await stat(folder)).ino, (await lstat(join(folder, listFile))).ino]);
	if (staged?.place.every((number, at) => number === place?.[at])) return staged;
	throw new OperatorError(`${path} was not written by a run in this folder: it came with a commit or with a copy of the folder`, `run the command in the folder that was copied, if there is one; then remove ${workFolder}/ here`);
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
/** Files on disk below a folder. Links below it are not followed. What an interrupted run began is finished before anything is read. */
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
/** Temporary files of runs that were killed, where they are made. */
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
// src/tools/confirm.ts
/** Asks the person at the terminal. Undefined where there is none. */
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
// src/tools/kustomize-version.ts
/** Releases that build what is rendered: 5.1.0 takes no file with several patches, 5.3.0 builds the same bytes as 5.8.1. Another major may drop fields. */
const oldest = "5.3.0";
const [major, minor] = [5, 3];
const limits = {
	seconds: 30,
	bytes: 65536
};
/**
* Throws OperatorError for a kustomize that is not of a release that is needed, or does not tell. One that was built from sources
* tells `(devel)`, and is taken as it is.
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
	const found = version === void 0 ? `does not tell its version: ${reasonOf(finished)}` : `is ${version}`;
	throw new OperatorError(`the kustomize on PATH (${program}) ${found}; ${oldest} or newer is needed, below ${major + 1}`, hint);
}
const isTaken = (version) => {
	const [itsMajor, itsMinor = 0] = version.split(".").map(Number);
	return itsMajor === major && itsMinor >= minor;
};
function reasonOf({ status, stdout, stderr, exceeded, signal }) {
	if (exceeded === "seconds") return `it did not end in ${limits.seconds} seconds`;
	if (exceeded === "bytes") return "it does not stop writing";
	if (signal !== void 0) return `it was ended by ${signal}`;
	const [line = ""] = `${stderr.trim()}\n${stdout.trim()}`.trim().split("\n");
	return line === "" ? `it ended with status ${status}` : line.slice(0, 120);
}
// src/tools/kustomize.ts
/** Releases that are fetched when no kustomize is on PATH: https://github.com/kubernetes-sigs/kustomize/releases, checksums.txt */
const version = "5.8.1";
const digests = {
	linux_amd64: "029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d",
	linux_arm64: "0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142",
	darwin_amd64: "ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8",
	darwin_arm64: "8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288"
};
const hint = `install kustomize ${version} and put it on PATH`;
/** The kustomize of this machine, of a release that is needed. */
async function usableKustomize() {
	const program = await kustomize();
	await checkKustomize(program, `install kustomize ${version} from https://github.com/kubernetes-sigs/kustomize/releases and put it first on PATH, or take this one off PATH: then ${version} is fetched`);
	return program;
}
/**
* Path of a kustomize: the one on PATH, else the pinned release, fetched once and checked by its SHA-256. A script, as version
* managers have, is passed over: kustomize runs without PATH and home folder, and a script needs both.
*/
async function kustomize(environment = process.env, get = fetch) {
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const candidate = join(folder, "kustomize");
		if (folder !== "" && await isExecutable(candidate) && !await isScript(candidate)) return candidate;
	}
	const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
	const digest = digests[platform];
	if (digest === void 0) throw new OperatorError(`there is no pinned kustomize for ${platform}`, hint);
	const cache = environment.RUNNER_TOOL_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "chancery");
	const folder = join(cache, "kustomize", version, platform);
	const program = join(folder, "kustomize");
	if (!await isExecutable(program)) await install(folder, platform, digest, get);
	return program;
}
const isExecutable = (path) => access(path, constants.X_OK).then(() => true, () => false);
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
	const url = `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${version}/kustomize_v${version}_${platform}.tar.gz`;
	const archive = await download(url, get);
	const found = createHash("sha256").update(archive).digest("hex");
	if (found !== digest) throw new OperatorError(`${url} has the SHA-256 ${found}, not ${digest}`, `${hint}: somebody changed the release, or the network did`);
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
// src/tools/ssh-keygen.ts
/**
* Signs with `ssh-keygen -Y sign`, so that agents, passphrases and security keys work as people know them: it asks on the terminal
* itself. Gives the armoured signature.
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
/** The key file of one who may sign; ssh-keygen asks an agent for the private half before it reads it. */
async function keyFileOf(signers, folder) {
	const wanted = new Set(signers.map(withoutComment));
	const names = await readdir(folder).catch(() => []);
	for (const name of names.filter((one) => one.endsWith(".pub")).sort()) {
		const file = join(folder, name);
		if (!wanted.has(withoutComment(await readFile(file, "utf8")))) continue;
		return names.includes(basename(name, ".pub")) ? join(folder, basename(name, ".pub")) : file;
	}
}
/** Asks the agent for each signer: it knows keys by their public halves. */
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
/** Its output; undefined when it fails, and then it has said why. */
async function sshKeygen(args, input) {
	const { status, stdout } = await run("ssh-keygen", args, {
		directory: ".",
		input,
		messages: "shown"
	}).catch((error) => {
		if (!(error instanceof NotStarted && error.isMissing)) throw error;
		throw new OperatorError("there is no ssh-keygen on PATH", "install OpenSSH 8.1 or newer, which has it");
	});
	return status === 0 ? stdout : void 0;
}
// src/system.ts
/** The ports of this machine: what every command of the command line and of the action touches. */
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
		buildRoots: (tree, isWanted) => reporter.during("Building with kustomize", async () => {
			program ??= usableKustomize();
			return buildRoots(await program, tree, isWanted, cacheFolder(process.env));
		}),
		baseOf: async (reference) => {
			const commit = await mergeBase(directory, reference);
			return {
				commit,
				files: filesAt(directory, commit),
				trees: () => treesAt(directory, commit)
			};
		},
		confirm,
		sshSign: signWithSsh,
		readFile: (path) => contentOf(resolve(directory, path)),
		keyring: () => readIdentities({
			environment: process.env,
			platform: process.platform,
			readFile: textOf
		}),
		connect: async (context) => (await clusterClient()).connect(context),
		lookupAt,
		contexts: async () => (await clusterClient()).contextNames(),
		get signal() {
			signal ??= endSignal();
			return signal;
		}
	};
}
/** The Kubernetes client is large, and needed by few commands. */
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
