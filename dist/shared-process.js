import { a as OperatorError } from "./shared-words.js";
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/file-content.ts
/** The bytes of a file as they are on disk. */
const toBytes = (content) => typeof content === "string" ? new TextEncoder().encode(content) : content;
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** The content as text. Bytes that are not UTF-8 become U+FFFD, as everywhere where a file is read as text. */
const toText = (content) => typeof content === "string" ? content : utf8.decode(content);
/** Text where the bytes are UTF-8, and the bytes where they are not: for files of which nobody says what they are. */
const contentOf = (bytes) => isUtf8(bytes) ? toText(bytes) : bytes;
/** The text of one of many files; undefined when it is not there. */
function textOf(files, path) {
	const content = files.get(path);
	return content === void 0 ? void 0 : toText(content);
}
/** Whether two files have the same bytes, whichever way they are held. */
function sameContent(one, other) {
	if (one === void 0 || other === void 0 || typeof one === "string" && typeof other === "string") return one === other;
	const [bytes, others] = [toBytes(one), toBytes(other)];
	return bytes.length === others.length && bytes.every((byte, at) => byte === others[at]);
}
/** Text as it is, and a digest for bytes: for what is hashed as JSON, which has no bytes. */
const textOrDigest = (content) => typeof content === "string" ? content : `sha256:${createHash("sha256").update(content).digest("hex")}`;
// src/repository/files.ts
/** A path that has something else than a regular file: a link, a folder, a device. A person can set it right. */
var UnusableFile = class extends OperatorError {
	/** Relative to the folder of the network. */
	path;
	constructor(path, fault, hint, options) {
		super(`${path} ${fault}`, hint, options);
		this.name = "UnusableFile";
		this.path = path;
	}
};
/** All files below a folder, by path: texts, and the bytes of those that are not UTF-8. */
const readFolder = async (files, folder) => readAll(await files.list(folder), async (path) => {
	const bytes = await files.readBytes(path);
	return bytes === void 0 ? void 0 : contentOf(bytes);
});
/** Files that a definition names, by path: the bytes of binary ones, texts of the others; those that do not exist are absent. */
function readNamed(files, named) {
	const binary = new Set(named.filter((one) => one.binary === true).map(({ file }) => file));
	return readAll(named.map(({ file }) => file), (path) => binary.has(path) ? files.readBytes(path) : files.read(path));
}
async function readAll(paths, read) {
	const contents = await Promise.all(paths.map(read));
	return new Map(paths.flatMap((path, at) => {
		const { [at]: content } = contents;
		return content === void 0 ? [] : [[path, content]];
	}));
}
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
	const entries = await inBatches([...tree], async ([path, content]) => isNew(path) || !await holds(files, path, content) ? [[path, content]] : []);
	return {
		written: new Map(entries.flat()),
		removed
	};
}
/** What is no file, such as a link, is replaced by one. */
const holds = (files, path, content) => isSame(files, path, content).catch((error) => {
	if (error instanceof UnusableFile) return false;
	throw error;
});
const isSame = async (files, path, content) => typeof content === "string" ? await files.read(path) === content : sameContent(await files.readBytes(path), content);
const isEmpty = ({ written, removed }) => written.size === 0 && removed.length === 0;
async function writeChanges(files, { written, removed }) {
	for (const path of removed) await files.remove(path);
	await inBatches([...written], ([path, content]) => files.write(path, content));
}
// src/repository/pause.ts
/** Waits a moment that differs from writer to writer: those who met once do not meet again. */
const pause = (shortest = 200, longest = 1200) => setTimeout$1(shortest + Math.random() * (longest - shortest));
// src/tools/process.ts
/** The only place where a process is started: no shell, arguments as a list. Throws when the program cannot be started. */
function run(program, args, { directory, input, inherited, environment, limits, messages }) {
	return new Promise((resolve, reject) => {
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
				...exceeded === void 0 ? {} : { exceeded }
			});
		});
		child.stdin?.end(input ?? "");
	});
}
const inheritedFrom = (environment, names) => names === void 0 ? environment : Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)));
export { writeChanges as a, readFolder as c, sameContent as d, textOf as f, toText as h, isEmpty as i, readNamed as l, toBytes as m, pause as n, inBatches as o, textOrDigest as p, changesTo as r, UnusableFile as s, run as t, contentOf as u };
