import { R as withoutComment, a as objectName, b as mergeTrees, c as cacheFolder, d as platforms, ht as workTree, o as buildRoots, st as readIdentities, u as systemRandom } from "./shared-git-tree.js";
import { a as OperatorError } from "./shared-words.js";
import { c as uncommitted, d as entriesAt, f as filesAt, p as gitIn, r as gitRepository } from "./shared-git.js";
import { o as inBatches, t as run } from "./shared-process.js";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { basename, delimiter, join, relative, resolve, sep } from "node:path";
import { access, constants, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, rename, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
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
	return mergeTrees(...await Promise.all(baseSources.map(({ from, to }) => readFolder(join(here, from), to))));
}
async function readFolder(folder, prefix) {
	const files = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return Promise.all(files.map(async (file) => [[...prefix === "" ? [] : [prefix], ...relative(folder, file).split(sep)].join("/"), await readFile(file, "utf8")]));
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
	const problem = ["git cannot read the work tree", "see the message of git"];
	const root = await gitIn(directory).must(["rev-parse", "--show-toplevel"], ...problem);
	const prefix = await gitIn(directory).must(["rev-parse", "--show-prefix"], ...problem);
	const git = gitIn(root);
	const [before, head, changed] = await Promise.all([
		entriesAt(git, commit),
		entriesAt(git, "HEAD"),
		uncommitted(git, ["."])
	]);
	const after = new Map(head);
	const entries = await inBatches(changed, async (path) => [path, await entryOnDisk(root, path, commit)]);
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
* The commit that a change begins at. For a branch, tag or commit: where it and the commit that is checked out parted. For a merge
* of a pull request that GitHub made for its checks: what it was merged into, since that is what it will be merged into.
* Without a reference: the last commit, so that only what is not committed counts. Throws OperatorError when git does not
* have it.
*/
async function mergeBase(directory, reference) {
	const git = async (...args) => {
		const { status, stdout } = await gitIn(directory).try(args);
		return status === 0 ? stdout.trim() : void 0;
	};
	if (reference === void 0) return must(await git("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), "HEAD");
	for (const name of [`refs/remotes/origin/${reference}`, reference]) {
		const commit = await git("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
		const base = commit === void 0 ? void 0 : await git("merge-base", commit, "HEAD");
		if (base !== void 0) return base;
	}
	return must(await git("rev-parse", "--verify", "--quiet", "HEAD^2^{commit}") === void 0 ? void 0 : await git("rev-parse", "--verify", "--quiet", "HEAD^1^{commit}"), reference);
}
function must(commit, reference) {
	if (commit !== void 0) return commit;
	throw new OperatorError(`git does not have ${reference === "HEAD" ? "any commit here" : `${reference}, or where it and this commit parted`}`, "with actions/checkout set fetch-depth: 0; elsewhere fetch the branch, or name another one with --base");
}
// src/tools/confirm.ts
/** Asks the person at the terminal. Undefined where there is none. */
async function confirm(question, input = process.stdin, output = process.stderr) {
	if (!input.isTTY || !output.isTTY) return void 0;
	const terminal = createInterface({
		input,
		output
	});
	try {
		return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
	} finally {
		terminal.close();
	}
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
	await mkdir(temporary, { recursive: true });
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
	const folder = await mkdtemp(join(tmpdir(), "chancery-sign-"));
	try {
		const file = join(folder, "signer.pub");
		for (const signer of signers) {
			await writeFile(file, `${signer}\n`);
			const signature = await sign("-U", "-f", file);
			if (signature !== void 0) return signature;
		}
		return;
	} finally {
		await rm(folder, { recursive: true });
	}
}
/** Its output; undefined when it fails, and then it has said why. */
async function sshKeygen(args, input) {
	const { status, stdout } = await run("ssh-keygen", args, {
		directory: process.cwd(),
		input,
		messages: "shown"
	}).catch((error) => {
		if (error.code !== "ENOENT") throw error;
		throw new OperatorError("there is no ssh-keygen on PATH", "install OpenSSH 8.1 or newer, which has it");
	});
	return status === 0 ? stdout : void 0;
}
// src/system.ts
/** The ports of this machine: what every command of the command line and of the action touches. */
function systemPorts({ directory, reporter, repository }) {
	let signal;
	return {
		files: workTree(directory),
		reporter,
		repository: repository ?? gitRepository(directory),
		random: systemRandom,
		now: () => /* @__PURE__ */ new Date(),
		bases: readBases,
		buildRoots: (tree, isWanted) => reporter.during("Building with kustomize", async () => buildRoots(await kustomize(), tree, isWanted, cacheFolder(process.env))),
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
/** Aborted when the process is told to end; told a second time, it ends. A runner gives it 7.5 seconds. */
function endSignal() {
	const controller = new AbortController();
	for (const name of ["SIGTERM", "SIGINT"]) process.once(name, () => controller.abort());
	return controller.signal;
}
const contentOf = (path) => readFile(path).catch((error) => {
	if (error.code === "ENOENT") return void 0;
	throw error;
});
const textOf = async (path) => {
	const content = await contentOf(path);
	return content === void 0 ? void 0 : Buffer.from(content).toString("utf8");
};
export { systemPorts };
