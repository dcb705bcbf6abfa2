import { t as OperatorError } from "./shared-errors.js";
import { r as systemRefusal, t as codeOf } from "./shared-system-error.js";
import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { constants as constants$1, lstat, mkdir, open, readFile, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { constants as constants$2, hostname } from "node:os";
// src/file-content.ts
/** The bytes of a file on disk. */
const toBytes = (content) => typeof content === "string" ? new TextEncoder().encode(content) : content;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** The content as text. Bytes that are not UTF-8 become U+FFFD: `encodingProblem` finds them in files that people write. */
const toText = (content) => typeof content === "string" ? content : utf8.decode(content);
/** Text if the bytes are UTF-8, otherwise the bytes: for files of unknown kind. */
const contentOf$1 = (bytes) => isUtf8(bytes) ? toText(bytes) : bytes;
/** The text of one of many files; undefined when it is missing. */
function textOf(files, path) {
	const content = files.get(path);
	return content === void 0 ? void 0 : toText(content);
}
/** Whether two files have the same bytes, as text or as bytes. */
function sameContent(one, other) {
	if (one === void 0 || other === void 0 || typeof one === "string" && typeof other === "string") return one === other;
	return Buffer.from(toBytes(one)).equals(toBytes(other));
}
/** Text unchanged, and a digest for bytes: for hashing as JSON, which has no bytes. */
const textOrDigest = (content) => typeof content === "string" ? content : `sha256:${createHash("sha256").update(content).digest("hex")}`;
/** The encoding error of a text file; undefined when it is UTF-8, with or without a byte order mark. */
function encodingProblem(bytes) {
	const hint = "save the file as UTF-8";
	if (isUtf16(bytes)) return {
		message: "is text in UTF-16",
		hint,
		line: 1,
		column: 1
	};
	if (isUtf8(bytes)) return void 0;
	const { line, start, end } = invalidLine(bytes);
	const column = invalidColumn(bytes.subarray(start, end));
	return {
		message: `is not text in UTF-8: the byte 0x${(bytes[start + Buffer.byteLength(toText(bytes.subarray(start, end)).slice(0, column - 1))] ?? 0).toString(16).padStart(2, "0")} begins no character`,
		hint,
		line,
		column
	};
}
/** Whether it has a byte order mark, or a first ASCII character, of which half is zero. */
function isUtf16([first = 1, second = 1]) {
	return first === 255 && second === 254 || first === 254 && second === 255 || first === 0 !== (second === 0);
}
/** The first line that is not UTF-8: only a line feed has its byte in UTF-8. */
function invalidLine(bytes) {
	for (let line = 1, start = 0;; line += 1) {
		const feed = bytes.indexOf(10, start);
		const end = feed < 0 ? bytes.length : feed;
		if (feed < 0 || !isUtf8(bytes.subarray(start, end))) return {
			line,
			start,
			end
		};
		start = feed + 1;
	}
}
const replacement = "�";
/** The column of the first invalid byte, as opposed to a replacement character in the file itself. */
function invalidColumn(bytes) {
	const text = toText(bytes);
	for (let at = text.indexOf(replacement);; at = text.indexOf(replacement, at + 1)) {
		const start = Buffer.byteLength(text.slice(0, at));
		if (at < 0 || toText(bytes.subarray(start, start + 3)) !== replacement || !isUtf8(bytes.subarray(start, start + 3))) return at + 1;
	}
}
// src/repository/files.ts
/** A path that is not a regular file, but a link, a folder or a device. A person can fix it. */
var UnusableFile = class extends OperatorError {
	/** Relative to the folder of the network. */
	path;
	constructor(path, fault, hint, options) {
		super(`${path} ${fault}`, hint, options);
		this.name = "UnusableFile";
		this.path = path;
	}
};
/** A text file that is not UTF-8. */
var UnreadableText = class extends UnusableFile {
	line;
	column;
	constructor(path, { message, hint, line, column }) {
		super(path, message, hint);
		this.name = "UnreadableText";
		this.line = line;
		this.column = column;
	}
};
/** The text of a file. Throws UnreadableText. */
function decoded(path, bytes) {
	const problem = encodingProblem(bytes);
	if (problem !== void 0) throw new UnreadableText(path, problem);
	return toText(bytes);
}
/** All files below a folder, by path: texts, and the bytes of those that are not UTF-8. */
const readFolder = async (files, folder) => readAll(await files.list(folder), async (path) => {
	const bytes = await files.readBytes(path);
	return bytes === void 0 ? void 0 : contentOf$1(bytes);
});
async function readNamed(files, named) {
	const binary = new Set(named.filter((one) => one.binary === true).map(({ file }) => file));
	const unusable = /* @__PURE__ */ new Map();
	return {
		contents: await readAll(named.map(({ file }) => file), (path) => (binary.has(path) ? files.readBytes(path) : files.read(path)).catch((error) => {
			if (!(error instanceof UnusableFile)) throw error;
			unusable.set(path, error);
		})),
		unusable
	};
}
async function readAll(paths, read) {
	const contents = await Promise.all(paths.map(read));
	return new Map(paths.flatMap((path, at) => {
		const { [at]: content } = contents;
		return content === void 0 ? [] : [[path, content]];
	}));
}
// src/repository/file-errors.ts
/** File errors that a person can fix; anything else is a bug. */
const reasons = {
	EACCES: "may not be read or written",
	EPERM: "may not be read or written",
	EROFS: "is on a read-only file system",
	ENOSPC: "does not fit on the disk",
	EDQUOT: "does not fit in the disk quota",
	EFBIG: "is too large for the file system",
	EIO: "cannot be read or written: the disk reports an error",
	EBUSY: "is in use by another program",
	ETXTBSY: "is in use by another program",
	ENAMETOOLONG: "has a name that is too long for a file",
	EISDIR: "is a folder, not a file",
	ENOTEMPTY: "is a folder, not a file",
	ENOTDIR: "has a parent that is not a folder",
	EEXIST: "has a parent that is not a folder"
};
/** The error as one that a person can fix, if it is one. */
function explained(error, path) {
	const reason = reasons[codeOf(error) ?? ""];
	return reason === void 0 ? error : new UnusableFile(path, reason, "fix this, then run the command again", { cause: error });
}
/** Runs work on a file; an error names the file. */
const explaining = (path, work) => work().catch((error) => {
	throw explained(error, path);
});
// src/repository/run-name.ts
const textOr = (read) => {
	try {
		return read();
	} catch {
		return "";
	}
};
/** The machine or container that process numbers belong to. */
const here = createHash("sha256").update(`${hostname()} ${textOr(() => readlinkSync("/proc/self/ns/pid"))}`).digest("hex").slice(0, 12);
/** Start time of a process, from proc(5); "0" without such a file, and for an ended process. */
function startOf(pid) {
	const status = textOr(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
	const [state = "", ...fields] = status.slice(status.lastIndexOf(")") + 2).split(" ");
	return state === "Z" || state === "X" ? "0" : fields[18] ?? "0";
}
const pattern = /^run-(\d+)-(\d+)-([0-9a-f]{12})-[0-9a-f]{16}$/;
/** Active runs of this process. */
const current = /* @__PURE__ */ new Set();
/** A name for a new run. */
function beginRun() {
	const name = `run-${process.pid}-${startOf(process.pid)}-${here}-${randomBytes(8).toString("hex")}`;
	current.add(name);
	return name;
}
const endRun = (name) => void current.delete(name);
/** The run with this name; undefined for other names. */
function runOf(name) {
	const [, number, start, place] = pattern.exec(name) ?? [];
	if (number === void 0) return void 0;
	const pid = Number(number);
	if (place !== here) return {
		pid,
		isRunning: void 0
	};
	if (pid === process.pid) return {
		pid,
		isRunning: current.has(name)
	};
	return {
		pid,
		isRunning: isProcess(pid) && startOf(pid) === start
	};
}
/** Whether a process with this number exists. */
function isProcess(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
// src/repository/move-file.ts
/** Moves a file into place, possibly again: readers see the old file or the new one, never a part. */
const moveFile = (regular, from, to) => regular.withinNew(posix.dirname(to), async (target) => {
	await regular.within(posix.dirname(from), async (folder) => {
		const source = join(folder, posix.basename(from));
		if (!await exists(source)) return;
		await rename(source, join(target, posix.basename(to))).catch(async (error) => {
			if (codeOf(error) !== "EXDEV") throw error;
			await replaceFile(join(target, posix.basename(to)), await readFile(source));
			await rm(source);
		});
	});
});
/** First writes a file under another name beside it: the folder may be on another file system, such as a volume of a container. */
async function replaceFile(file, content) {
	const temporary = `${file}.chancery-${process.pid}`;
	try {
		await rm(temporary, { force: true });
		await writeFile(temporary, content, {
			flag: "wx",
			flush: true
		});
		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	}
}
const isFolder = (path) => lstat(path).then((found) => found.isDirectory(), () => false);
const exists = (path) => stat(path).then(() => true, (error) => {
	if (codeOf(error) === "ENOENT") return false;
	throw error;
});
/** Whether a file has the name of a temporary file of an ended process. */
function isLeftOver(path) {
	const [, pid] = /\.chancery-(\d+)$/.exec(path) ?? [];
	return pid !== void 0 && (Number(pid) === process.pid || !isProcess(Number(pid)));
}
/** Removes a file, and its folders if they become empty. */
async function removeFile(regular, path) {
	await regular.within(posix.dirname(path), async (folder) => {
		const file = join(folder, posix.basename(path));
		if (!await isFolder(file)) await rm(file, { force: true });
	});
	for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) {
		const name = posix.basename(folder);
		if (await regular.within(posix.dirname(folder), (parent) => rmdir(join(parent, name)).then(() => true, () => false)) !== true) return;
	}
}
// src/tools/make-folder.ts
/**
* Creates a folder and its missing parents. The recursive `mkdir` of Node never ends below a folder that refuses
* entries with "does not exist", such as /proc.
*/
async function makeFolder(folder, mode) {
	const make = () => mkdir(folder, mode).catch((error) => {
		if (codeOf(error) !== "EEXIST") throw error;
	});
	await make().catch(async (error) => {
		if (codeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
		await makeFolder(dirname(folder), mode);
		await make();
	});
}
// src/repository/regular-files.ts
/** The largest file of a definition, material or override: 64 MiB. */
const largestBytes = 67108864;
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_DIRECTORY } = constants$1;
/** The folder with the descriptors of this process, by number. Only Linux has it. */
const descriptors = "/proc/self/fd";
const hasDescriptors = process.platform === "linux";
function regularFiles(directory) {
	let root;
	/** The target of a path without links. */
	const place = (path) => {
		root ??= realpathSync(directory);
		return join(root, ...path.split("/"));
	};
	const opened = async (path, flags, work) => {
		let handle;
		try {
			handle = await open(place(path), flags | O_NOFOLLOW | O_NONBLOCK);
		} catch (error) {
			const { code } = error;
			if (code === "ELOOP") throw linked(path);
			if (code === "ENXIO" || code === "ENODEV") throw special(path);
			if (code === "ENOTDIR" && await isLink(place(path))) throw linked(path);
			if (code === "ENOENT" || code === "ENOTDIR") return void 0;
			throw error;
		}
		try {
			if ((hasDescriptors ? readlinkSync(`${descriptors}/${handle.fd}`) : await realpath(place(path))) !== place(path)) throw linked(path);
			return await work(handle);
		} finally {
			await handle.close();
		}
	};
	const within = (folder, work) => opened(folder, O_RDONLY | O_DIRECTORY, (handle) => work(hasDescriptors ? `${descriptors}/${handle.fd}` : place(folder)));
	const withinNew = async (folder, work) => {
		const done = await within(folder, async (path) => ({ result: await work(path) }));
		if (done !== void 0) return done.result;
		if (folder === ".") await makeFolder(directory);
		else await withinNew(posix.dirname(folder), (parent) => mkdir(join(parent, posix.basename(folder))).catch((error) => {
			if (error.code !== "EEXIST") throw error;
		}));
		const made = await within(folder, async (path) => ({ result: await work(path) }));
		if (made === void 0) throw new UnusableFile(folder, "is not a folder", "remove it, or rename it");
		return made.result;
	};
	return {
		read: (path) => opened(path, O_RDONLY, async (handle) => {
			const found = await handle.stat();
			if (found.isDirectory()) throw new UnusableFile(path, "is a folder, not a file", "name a file");
			if (!found.isFile()) throw special(path);
			if (found.size > largestBytes) throw new UnusableFile(path, `has ${found.size} bytes, more than ${largestBytes}`, "use a smaller file");
			return handle.readFile();
		}),
		within,
		withinNew
	};
}
const isLink = (path) => lstat(path).then((found) => found.isSymbolicLink(), () => false);
const linked = (path) => new UnusableFile(path, "is a symbolic link, or is reached through one", "replace it by the file or folder itself: Chancery follows no links, as they can point outside the repository");
const special = (path) => new UnusableFile(path, "is not a regular file", "replace it by a regular file: Chancery reads no devices, pipes or sockets");
// node_modules/p-map/index.js
function pMap(iterable, mapper, options) {
	return mapConcurrently(iterable, mapper, options, false);
}
async function mapConcurrently(iterable, mapper, { concurrency = Number.POSITIVE_INFINITY, stopOnError = true, signal } = {}, isSettled) {
	return new Promise((resolve_, reject_) => {
		validateOptions(iterable, mapper, concurrency);
		const result = [];
		const errors = [];
		let skippedCount = 0;
		let isResolved = false;
		let isIterableDone = false;
		const pendingIndexes = /* @__PURE__ */ new Set();
		let doneIndex = Number.POSITIVE_INFINITY;
		let currentIndex = 0;
		const iterator = getIterator(iterable);
		const signalListener = () => {
			reject(signal.reason);
		};
		const cleanup = () => {
			signal?.removeEventListener("abort", signalListener);
		};
		const resolve = (value) => {
			resolve_(value);
			cleanup();
		};
		const reject = (reason) => {
			if (isResolved) return;
			isResolved = true;
			reject_(reason);
			cleanup();
			if (!isIterableDone) closeIterator(iterator);
		};
		if (signal) {
			if (signal.aborted) {
				reject(signal.reason);
				return;
			}
			signal.addEventListener("abort", signalListener, { once: true });
		}
		const pull = createPuller(iterator);
		const settleIfFinished = () => {
			if (isResolved || doneIndex === Number.POSITIVE_INFINITY) return;
			for (const index of pendingIndexes) if (index < doneIndex) return;
			if (!stopOnError) {
				const collectedErrors = [];
				for (let index = 0; index < Math.min(doneIndex, errors.length); index++) if (index in errors) collectedErrors.push(errors[index]);
				if (collectedErrors.length > 0) {
					reject(new AggregateError(collectedErrors));
					return;
				}
			}
			isResolved = true;
			if (!isIterableDone) closeIterator(iterator);
			const lastIndex = Math.min(doneIndex, result.length);
			if (lastIndex === result.length && skippedCount === 0) {
				resolve(result);
				return;
			}
			resolve(result.slice(0, lastIndex).filter((value) => value !== pMapSkip));
		};
		const next = async () => {
			if (isResolved || currentIndex >= doneIndex) return;
			const index = currentIndex++;
			pendingIndexes.add(index);
			let nextItem;
			try {
				nextItem = await pull();
			} catch (error) {
				pendingIndexes.delete(index);
				if (index < doneIndex) throw error;
				settleIfFinished();
				return;
			}
			if (nextItem.done) {
				pendingIndexes.delete(index);
				doneIndex = Math.min(doneIndex, index);
				isIterableDone = true;
				settleIfFinished();
				return;
			}
			(async () => {
				try {
					const element = await nextItem.value;
					if (isResolved || index >= doneIndex) return;
					const value = await mapper(element, index);
					if (index >= doneIndex) return;
					if (value === pMapStop) {
						doneIndex = index;
						return;
					}
					if (value === pMapSkip) skippedCount++;
					result[index] = isSettled && value !== pMapSkip ? {
						status: "fulfilled",
						value
					} : value;
				} catch (error) {
					if (index >= doneIndex) return;
					if (isSettled) result[index] = {
						status: "rejected",
						reason: error
					};
					else if (stopOnError) {
						reject(error);
						return;
					} else errors[index] = error;
				} finally {
					pendingIndexes.delete(index);
					settleIfFinished();
				}
				try {
					await next();
				} catch (error) {
					reject(error);
				}
			})().then(() => new Promise(() => {})).then(resolve_);
		};
		(async () => {
			for (let index = 0; index < concurrency; index++) {
				try {
					await next();
				} catch (error) {
					reject(error);
					break;
				}
				if (isResolved || currentIndex >= doneIndex) break;
			}
		})();
	});
}
const pMapSkip = Symbol("skip");
const pMapStop = Symbol("stop");
function validateOptions(iterable, mapper, concurrency) {
	if (iterable?.[Symbol.iterator] === void 0 && iterable?.[Symbol.asyncIterator] === void 0) throw new TypeError(`Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`);
	if (typeof mapper !== "function") throw new TypeError("Mapper function is required");
	if (!isLimit(concurrency, 1)) throw new TypeError(`Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency}\` (${typeof concurrency})`);
}
function isLimit(value, minimum) {
	return Number.isSafeInteger(value) && value >= minimum || value === Number.POSITIVE_INFINITY;
}
function getIterator(iterable) {
	return iterable[Symbol.asyncIterator] === void 0 ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
}
async function closeIterator(iterator) {
	try {
		await iterator.return?.();
	} catch {}
}
function createPuller(iterator) {
	let isSourceDone = false;
	const markDone = (item) => {
		if (item?.done) isSourceDone = true;
	};
	return () => {
		if (isSourceDone) return { done: true };
		const result = iterator.next();
		markDone(result);
		if (typeof result?.then !== "function") return result;
		const promise = Promise.resolve(result);
		promise.then(markDone, () => {});
		return promise;
	};
}
// src/repository/changes.ts
/** Flux keeps its own manifests in its bootstrap folder, which Chancery never removes. */
const foreign = /^deploy\/flux\/[^/]+\/flux-system\//;
/** Changes that turn the existing files into the desired tree. Only files below `owned` folders are removed. */
async function changesTo(files, tree, owned) {
	const present = new Set((await Promise.all(owned.map((folder) => files.list(folder)))).flat());
	const removed = [...present].filter((path) => !tree.has(path) && !foreign.test(path));
	const isNew = (path) => !present.has(path) && owned.some((folder) => path.startsWith(`${folder}/`));
	const entries = await pMap(tree, async ([path, content]) => isNew(path) || !await holds(files, path, content) ? [[path, content]] : [], { concurrency: 32 });
	return {
		written: new Map(entries.flat()),
		removed
	};
}
/** Entries that are not files, such as links, are replaced by files. */
const holds = (files, path, content) => isSame(files, path, content).catch((error) => {
	if (error instanceof UnusableFile) return false;
	throw error;
});
const isSame = async (files, path, content) => typeof content === "string" ? await files.read(path) === content : sameContent(await files.readBytes(path), content);
const isEmpty = ({ written, removed }) => written.size === 0 && removed.length === 0;
// src/repository/pause.ts
/** Waits for a random moment, so that two writers do not collide again. */
const pause = (shortest = 200, longest = 1200) => setTimeout$1(shortest + Math.random() * (longest - shortest));
// src/plan/tree/git-tree.ts
const isFile = ({ mode }) => mode.startsWith("100");
const isSameEntry = (one, other) => one?.mode === other?.mode && one?.object === other?.object;
/** Paths that a change adds, changes or removes, sorted. */
function changedPaths({ before, after }) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => !isSameEntry(before.get(path), after.get(path))).sort();
}
/**
* The name that git gives a file, without git: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage. As long as
* `like`: a repository has SHA-1 names of 40 digits or SHA-256 names of 64.
*/
function objectName(content, like) {
	const bytes = toBytes(content);
	return createHash(like.length === 64 ? "sha256" : "sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
/** Everything that a change does to some files, as one text: an acknowledgement is for exactly this. */
const contentOf = (paths, { before, after }) => paths.map((path) => {
	const [old, now] = [before.get(path), after.get(path)];
	return JSON.stringify([
		path,
		old?.mode,
		old?.object,
		now?.mode,
		now?.object
	]);
}).join("\n");
// src/tools/ending.ts
/**
* Handles signals that end the process: it ends child processes, removes temporary folders and references of
* git, and then dies by the signal, like a program without a handler. At a second signal it dies at once.
* Without such work there is no handler, so that long calculations also end at once. Files of the network need no handling:
* their changes are atomic.
*
* SIGKILL leaves a folder `chancery-*` among the temporary files, and maybe a reference. The folder is harmless: its name is random,
* no run reads it, it has no secrets, and the system removes it. The next commit removes the reference.
*/
const signals = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
const children = /* @__PURE__ */ new Set();
const undone = /* @__PURE__ */ new Set();
/** Work that ends by itself on request. */
const told = /* @__PURE__ */ new Set();
let isEnding = false;
/** Time for a process to end by itself, in milliseconds: git removes its locks. */
const patience = 2e3;
/** Ends a process with this one. */
function endWithUs(child) {
	children.add(child);
	listen();
	const forget = () => {
		children.delete(child);
		listen();
	};
	child.once("close", forget).once("error", forget);
}
/** Registers work for a signal before `forget` is called. */
function beforeEnd(act) {
	undone.add(act);
	listen();
	return { forget: () => {
		undone.delete(act);
		listen();
	} };
}
/** Aborted at the first signal; the process then ends only at the second one. A runner waits 7.5 seconds. */
function endSignal() {
	const controller = new AbortController();
	told.add(controller);
	listen();
	return controller.signal;
}
/** Never resolves when the process ends: the output of a killed child process is not a result. */
const unlessEnding = async () => isEnding ? new Promise(() => {}) : void 0;
/** Ends the process, even during work. */
async function endBy(signal) {
	if (!isEnding) {
		isEnding = true;
		await Promise.all([...children].map(endChild));
		await Promise.all([...undone].map((act) => act().catch(() => {})));
	}
	for (const name of signals) process.off(name, answer);
	process.kill(process.pid, signal);
	process.exit(128 + constants$2.signals[signal]);
}
function answer(signal) {
	const [...working] = told;
	told.clear();
	for (const controller of working) controller.abort();
	if (working.length > 0) listen();
	else endBy(signals.find((name) => name === signal) ?? "SIGTERM");
}
function listen() {
	const isNeeded = children.size + undone.size + told.size > 0;
	for (const name of signals) {
		process.off(name, answer);
		if (isNeeded || isEnding) process.on(name, answer);
	}
}
async function endChild(child) {
	const closed = once(child, "close");
	child.kill("SIGTERM");
	await Promise.race([closed, setTimeout$1(patience)]);
	child.kill("SIGKILL");
}
// src/tools/process.ts
/** A program failed to start. */
var NotStarted = class extends OperatorError {
	/** Whether the program does not exist. */
	isMissing;
	constructor(program, directory, error) {
		const isMissing = codeOf(error) === "ENOENT" && existsSync(directory);
		const refusal = systemRefusal(error);
		if (isMissing) super(`there is no ${program} on PATH`, `install ${program} and put it on PATH`, { cause: error });
		else if (codeOf(error) === "ENOENT") super(`there is no folder ${directory}`, "name a folder that exists", { cause: error });
		else super(`${program} cannot be started: ${refusal?.fault ?? String(error)}`, refusal?.hint ?? `check whether \`${program}\` works here`, { cause: error });
		this.name = "NotStarted";
		this.isMissing = isMissing;
	}
};
/** The only place that starts a process: without a shell, arguments as a list. Throws NotStarted when the program cannot be started. */
async function run(program, args, { directory, input, inherited, environment, limits, messages, isLast }) {
	if (isLast === void 0) await unlessEnding();
	const finished = await new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: directory,
			env: {
				...inheritedFrom(process.env, inherited),
				...environment
			},
			stdio: [
				"pipe",
				"pipe",
				messages === "shown" ? "inherit" : "pipe"
			]
		});
		endWithUs(child);
		const output = {
			stdout: [],
			stderr: []
		};
		let size = 0;
		let exceeded;
		const end = (limit) => {
			exceeded ??= limit;
			child.kill("SIGKILL");
		};
		const collect = (stream) => (bytes) => {
			size += bytes.length;
			if (limits !== void 0 && size > limits.bytes) end("bytes");
			else output[stream].push(bytes);
		};
		const timer = limits === void 0 ? void 0 : setTimeout(() => end("seconds"), limits.seconds * 1e3);
		child.stdout?.on("data", collect("stdout"));
		child.stderr?.on("data", collect("stderr"));
		child.stdin?.on("error", () => {});
		child.on("error", (error) => {
			clearTimeout(timer);
			reject(error);
		});
		child.on("close", (code, signal) => {
			clearTimeout(timer);
			const stdoutBytes = Buffer.concat(output.stdout);
			resolve({
				status: code ?? (signal === null ? 1 : 128),
				stdout: toText(stdoutBytes),
				stdoutBytes,
				stderr: toText(Buffer.concat(output.stderr)),
				...exceeded === void 0 ? {} : { exceeded },
				...signal === null ? {} : { signal }
			});
		});
		child.stdin?.end(input ?? "");
	}).catch((error) => {
		throw new NotStarted(program, directory, error);
	});
	if (isLast === void 0) await unlessEnding();
	return finished;
}
const inheritedFrom = (environment, names) => names === void 0 ? environment : Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)));
// src/repository/git-trouble.ts
/** Reading a large repository takes seconds, and a slow connection minutes. Longer runs are stuck. */
const usualLimits = {
	seconds: 180,
	secondsOutside: 900,
	bytes: 1073741824
};
/** Why git does not work here at all; undefined when it does. */
function troubleWith({ stderr, exceeded, signal }, limits) {
	if (exceeded === "seconds") return new OperatorError("git did not end in time", "check whether `git status` and `git fetch` finish here: git may be waiting for a lock, a network drive or a server");
	if (exceeded === "bytes") return new OperatorError(`git wrote more than ${limits.bytes / 1024 / 1024} MiB`, "remove files from the repository that do not belong to a network");
	if (signal !== void 0) return new OperatorError(`git was ended by ${signal}`, "check what ended it, such as a lack of memory, and run the command again");
	const owner = /detected dubious ownership in repository at '(.*)'/.exec(stderr)?.[1];
	if (owner !== void 0) return new OperatorError(`git refuses the repository ${owner}: another user owns it`, `if you trust it, run \`git config --global --add safe.directory '${owner}'\``);
}
/** The lock file of another git process. */
const lockIn = (text) => /Unable to create '(.+\.lock)': File exists/.exec(text)?.[1];
/** The error if another process changes the repository now. */
function lockTrouble({ stderr }) {
	const lock = lockIn(stderr);
	if (lock === void 0) return void 0;
	return new OperatorError(`another git process holds ${lock}, or one crashed`, `wait until it ends; if none runs, remove ${lock}`);
}
/** True if a folder is in no repository, false if git succeeded. Throws OperatorError for anything else. */
function isWithoutRepository(finished) {
	if (finished.status === 0) return false;
	if (/not a git repository/.test(finished.stderr)) return true;
	throw lockTrouble(finished) ?? new OperatorError(`git cannot read this repository: ${reasonOf(finished)}`, seeStatus);
}
/** There is no repository, or it does not have the requested commit. */
var MissingCommit = class extends OperatorError {};
const seeStatus = "check whether `git status` works here";
/** Why git ended with a status other than 0. */
const reasonOf = ({ status, stderr }) => {
	const text = complaint(stderr);
	return text === "" ? `git ended with status ${status} and no message` : text;
};
/** git's error without its advice: the refusal of a push, or its first error, or its last line. */
function complaint(text) {
	const lock = lockIn(text);
	if (lock !== void 0) return `another git is running or was interrupted: if none runs, remove ${lock}`;
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint: "));
	return (lines.find((line) => line.startsWith(" ! ")) ?? lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? "").trim();
}
export { endRun as A, sameContent as B, regularFiles as C, removeFile as D, moveFile as E, decoded as F, textOrDigest as H, readFolder as I, readNamed as L, explaining as M, UnreadableText as N, replaceFile as O, UnusableFile as P, contentOf$1 as R, pMap as S, isLeftOver as T, toBytes as U, textOf as V, toText as W, isSameEntry as _, reasonOf as a, changesTo as b, NotStarted as c, endBy as d, endSignal as f, isFile as g, contentOf as h, lockTrouble as i, runOf as j, beginRun as k, run as l, changedPaths as m, complaint as n, troubleWith as o, unlessEnding as p, isWithoutRepository as r, usualLimits as s, MissingCommit as t, beforeEnd as u, objectName as v, makeFolder as w, isEmpty as x, pause as y, encodingProblem as z };
