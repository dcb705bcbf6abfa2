import { E as mergeTrees, I as ageIdentity, W as workTree, a as systemRandom, o as platforms, r as cacheFolder, t as buildRoots } from "./shared-roots.js";
import { a as OperatorError } from "./shared-words.js";
import { d as filesAt, r as gitRepository } from "./shared-git.js";
import { t as run } from "./shared-process.js";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { delimiter, join, relative, resolve, sep } from "node:path";
import { access, constants, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { Resolver } from "node:dns/promises";
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
// src/material/identities.ts
const hint$1 = "give lines that begin with AGE-SECRET-KEY-, as age-keygen writes them; lines that begin with # are left out. SOPS_AGE_KEY holds such lines, SOPS_AGE_KEY_FILE the path of a file with them";
/** What sops takes keys from and this does not: it starts no command, and age-encryption knows no SSH keys. */
const unused = {
	SOPS_AGE_KEY_CMD: "no command is started",
	SOPS_AGE_SSH_PRIVATE_KEY_FILE: "SSH keys cannot be used",
	SOPS_AGE_SSH_PRIVATE_KEY_CMD: "SSH keys cannot be used"
};
/**
* All age keys from where sops takes them: SOPS_AGE_KEY, the file of SOPS_AGE_KEY_FILE, and sops' own file, all of them
* together (https://github.com/getsops/sops, age/keysource.go, loadIdentities). An empty variable counts as none, as an
* absent secret of a workflow is one. Throws an OperatorError, which never repeats what it read, for what is no age key.
*/
async function readIdentities({ environment, platform, readFile }) {
	const { SOPS_AGE_KEY: text = "", SOPS_AGE_KEY_FILE: file = "" } = environment;
	const ownFile = defaultFile(environment, platform);
	const keyrings = [
		await parseIdentities(text, "SOPS_AGE_KEY"),
		...file === "" ? [] : [await parseIdentities(await namedFile(file, readFile), "the file of SOPS_AGE_KEY_FILE")],
		...ownFile === void 0 ? [] : [await parseIdentities(await read(ownFile, ownFile, readFile) ?? "", ownFile)]
	];
	const set = Object.entries(unused).filter(([variable]) => (environment[variable] ?? "") !== "");
	return {
		identities: keyrings.flatMap(({ identities }) => identities),
		passedOver: [...keyrings.flatMap(({ passedOver }) => passedOver), ...set.map(([variable, reason]) => `${variable} (${reason})`)]
	};
}
/** Where sops looks when nothing says otherwise: os.UserConfigDir of Go, with XDG_CONFIG_HOME on macOS too. */
function defaultFile(environment, platform) {
	const { XDG_CONFIG_HOME: configuration = "", HOME: home = "", AppData: roaming = "" } = environment;
	const below = (folder, ...names) => folder === "" ? void 0 : join(folder, ...names, "sops", "age", "keys.txt");
	if (platform === "win32") return below(roaming);
	if (configuration !== "") return below(configuration);
	return platform === "darwin" ? below(home, "Library", "Application Support") : below(home, ".config");
}
async function namedFile(path, readFile) {
	const text = await read(path, "the file of SOPS_AGE_KEY_FILE", readFile);
	if (text === void 0) throw new OperatorError("SOPS_AGE_KEY_FILE names a file that does not exist", hint$1);
	return text;
}
async function read(path, place, readFile) {
	try {
		return await readFile(path);
	} catch (error) {
		throw new OperatorError(`${place} cannot be read: ${error.code ?? "unknown error"}`, hint$1);
	}
}
/** Reads identities, one or more a line. `place` is for messages: where the text comes from. */
async function parseIdentities(text, place) {
	if (/^\s*(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE)/.test(text)) throw new OperatorError(`${place} is encrypted with a passphrase, which nobody can be asked for here`, "decrypt it with `age --decrypt` first");
	const words = text.split("\n").flatMap((line, index) => /^\s*#/.test(line) ? [] : line.split(/\s+/).filter((word) => word !== "").map((word) => ({
		word,
		where: `line ${index + 1} of ${place}`
	})));
	const found = await Promise.all(words.map(({ word, where }) => identityOf(word, where)));
	return {
		identities: found.filter((one) => typeof one !== "string"),
		passedOver: found.filter((one) => typeof one === "string")
	};
}
/** The identity, or why it is passed over. */
async function identityOf(word, where) {
	const plugin = /^AGE-PLUGIN-([A-Z0-9-]{1,32}?)-1/.exec(word)?.[1];
	if (plugin !== void 0) return `${where} (age-plugin-${plugin.toLowerCase()} cannot be used)`;
	const identity = await ageIdentity(word);
	if (identity !== void 0) return identity;
	if (/^AGE-SECRET-KEY-/i.test(word)) throw new OperatorError(`${where} is a damaged age key: a character is wrong or missing`, hint$1);
	if (word.startsWith("age1")) throw new OperatorError(`${where} is the public half of an age key`, hint$1);
	throw new OperatorError(`${where} is no age key`, hint$1);
}
// src/repository/merge-base.ts
/**
* The commit that a change begins at. For a branch, tag or commit: where it and the commit that is checked out parted. For a merge
* of a pull request that GitHub made for its checks: what it was merged into, since that is what it will be merged into.
* Without a reference: the last commit, so that only what is not committed counts. Throws OperatorError when git does not
* have it.
*/
async function mergeBase(directory, reference) {
	const git = async (...args) => {
		const { status, stdout } = await run("git", args, {
			directory,
			environment: { LC_ALL: "C" }
		});
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
/** Path of a kustomize: the one on PATH, else the pinned release, fetched once and checked by its SHA-256. */
async function kustomize(environment = process.env, get = fetch) {
	for (const folder of (environment.PATH ?? "").split(delimiter)) {
		const candidate = join(folder, "kustomize");
		if (folder !== "" && await isExecutable(candidate)) return candidate;
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
				files: filesAt(directory, commit)
			};
		},
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
