#!/usr/bin/env node
import { n as exitStatus, t as OperatorError } from "./shared-errors.js";
import { A as platforms, B as publicResult, D as apply, M as materialOf, N as outsideOf, O as render, P as didYouMean, _ as keys, a as operatorText, g as commit, h as validate, i as bugReport, j as openSealed, k as inspect, l as outputFormats, m as verify, n as workTree, o as plan, r as sarifText, s as riskLimits, t as systemPorts, u as terminalReporter, v as defaultWithin, y as wantedRenewals } from "./shared-system.js";
import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
// src/cli-options.ts
/** As `parseArgs` takes them. */
const optionTypes = {
	network: {
		type: "string",
		default: "network.yaml"
	},
	directory: {
		type: "string",
		default: "."
	},
	organization: { type: "string" },
	renew: { type: "string" },
	within: { type: "string" },
	push: { type: "string" },
	build: {
		type: "boolean",
		default: false
	},
	base: { type: "string" },
	"fail-on-risk": { type: "string" },
	acknowledged: {
		type: "boolean",
		default: false
	},
	format: { type: "string" },
	sarif: { type: "string" },
	check: {
		type: "boolean",
		default: false
	},
	"stand-ins": {
		type: "boolean",
		default: false
	},
	cluster: { type: "string" },
	context: { type: "string" },
	"dry-run": {
		type: "boolean",
		default: false
	},
	prune: {
		type: "boolean",
		default: false
	},
	"prune-also": { type: "string" },
	"force-conflicts": {
		type: "boolean",
		default: false
	},
	timeout: { type: "string" },
	probe: {
		type: "boolean",
		default: false
	},
	"dns-server": { type: "string" },
	json: { type: "string" },
	help: {
		type: "boolean",
		short: "h",
		default: false
	}
};
/** How `--help` shows them. */
const optionTexts = {
	network: "--network FILE         the definition (network.yaml)",
	directory: "--directory FOLDER     the folder of the network (.)",
	organization: "--organization NAME    for this organization only: its keys, its signature",
	renew: "--renew NAMES          renew certificates: expiring, or those of nodes such as carrier/peer1, whenever they expire",
	within: "--within DAYS          with --renew expiring: those that expire within so many days (30d)",
	push: "--push REMOTE          push the commit to this remote",
	build: "--build                build every root with kustomize too",
	base: "--base REFERENCE       compare with this branch, tag or commit, from where the two parted; else with the last commit",
	"fail-on-risk": "--fail-on-risk LIMIT   status 1 when a risk is not acknowledged: never (the default), danger or any",
	acknowledged: "--acknowledged         all risks are meant",
	format: "--format FORMAT        text (the default) or json, of which nothing else goes to standard output",
	sarif: "--sarif FILE           write findings and risks there as SARIF",
	check: "--check                write nothing; status 1 when something would be written",
	"stand-ins": "--stand-ins            stand in for keys that are missing, to look at the result: never deploy it",
	cluster: "--cluster NAME         only this cluster",
	context: "--context NAME         kubeconfig context of that cluster, in place of the one in the definition",
	"dry-run": "--dry-run              show what would be done, as the API server sees it, and change nothing",
	prune: "--prune                delete what was applied and has left the definition, with guards",
	"prune-also": "--prune-also NAMES     delete these too, whatever guards them: 'Secret trade-north/v1, …'",
	"force-conflicts": "--force-conflicts      take over fields that others own, where they hold another value",
	timeout: "--timeout DURATION     how long to wait until everything is ready (10m)",
	probe: "--probe                dial, from a pod in each namespace, all that its nodes dial; the pods are removed again",
	"dns-server": "--dns-server ADDRESS   ask this DNS server for names, in place of this machine's",
	json: "--json FILE            write there what became of each cluster, as JSON"
};
// src/cli-values.ts
/** Values of options, as commands take them. */
function oneOf(option, allowed, given) {
	const found = allowed.find((value) => value === given);
	if (found !== void 0) return found;
	throw new OperatorError(`${option} cannot be "${given}"`, `allowed is ${allowed.join(", ")}`);
}
/** Only the entries that have a value. */
function optional(entries) {
	return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== void 0));
}
// src/commands/platform-command.ts
/** Commands that platforms bring along, by the words that people type. */
const platformCommands = new Map(platforms.flatMap(({ commands }) => commands.map((command) => [command.name, command])));
/** The longest command that words begin with, and the words after it; else the first word, which is none. */
function commandIn(words, names) {
	for (let count = words.length; count > 0; count--) {
		const name = words.slice(0, count).join(" ");
		if (names.includes(name)) return {
			name,
			given: words.slice(count)
		};
	}
	const [name] = words;
	return {
		...name === void 0 ? {} : { name },
		given: words.slice(1)
	};
}
/** Runs a command of the definition's own platform, and writes the files that it gives. */
async function platformCommand(options, ports) {
	const { findings, subject } = await inspect(options, ports.files);
	ports.reporter.findings(findings);
	if (subject === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const command = subject.platform.commands.find(({ name }) => name === options.name);
	if (command === void 0) throw new OperatorError(`${subject.platform.title} has no command "${options.name}"`, didYouMean(options.name, subject.platform.commands.map(({ name }) => name)));
	checkParameters(command, options);
	const { files, lines, output } = await command.run({
		network: subject.network,
		material: materialOf(subject.materialFiles),
		outside: outsideOf(subject.platform, subject.lock.ports),
		given: options.given,
		organization: organizationFor(command, options, subject),
		open: (path) => opened(path, subject, ports.keyring),
		read: async (path) => {
			const content = await ports.readFile(path);
			if (content === void 0) throw new OperatorError(`there is no file ${path}`, "check the path");
			return content;
		}
	});
	for (const [path, text] of files) await (text === void 0 ? ports.files.remove(path) : ports.files.write(path, text));
	for (const line of lines) ports.reporter.say(line);
	if (output !== void 0) ports.reporter.say(output.trimEnd());
	return {
		status: exitStatus.done,
		findings,
		clusters: subject.network.clusters.map(({ name }) => name),
		changed: files.size > 0,
		files: [...files.keys()]
	};
}
function checkParameters({ name, parameters }, { given }) {
	if (given.length === parameters.length) return;
	const usage = `chancery ${[name, ...parameters].join(" ")}`;
	const surplus = given[parameters.length];
	throw new OperatorError(surplus === void 0 ? `${parameters[given.length]} is missing` : `"${surplus}" is one word too many`, `usage: ${usage}`);
}
function organizationFor({ name, forOrganization }, { organization }, { network }) {
	const names = network.organizations.map((known) => known.name);
	if (!forOrganization) return "";
	if (organization === void 0) throw new OperatorError(`chancery ${name} needs --organization`, `known: ${names.join(", ")}`);
	if (!names.includes(organization)) throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, names));
	return organization;
}
async function opened(path, { materialFiles }, keyring) {
	const text = materialFiles.get(path);
	if (text === void 0) throw new OperatorError(`there is no ${path}`, "run `chancery keys` first");
	return openSealed(path, text, await keyring());
}
// src/report/json.ts
/** What became of clusters, for programs. */
function resultJson({ status, findings, clusterResults = [], ledger = [], dnsRecords = [] }) {
	const flat = findings.map(({ place, ...finding }) => ({
		...finding,
		...place
	}));
	const clusters = clusterResults.map(publicResult);
	return `${JSON.stringify({
		version: 1,
		status,
		clusters,
		ledger,
		dnsRecords,
		findings: flat
	}, null, 2)}\n`;
}
// src/cli.ts
/** Commands of platforms, which have files to work on and nothing else. */
const ofPlatforms = [...platformCommands.values()].map(({ name, purpose, parameters, forOrganization }) => [name, {
	purpose,
	parameters,
	options: forOrganization ? ["organization"] : [],
	run: ({ network, organization }, ports, given) => platformCommand({
		network,
		name,
		given,
		...optional({ organization })
	}, ports)
}]);
const commands = {
	validate: {
		purpose: "check the definition and what belongs to it; writes nothing",
		options: ["build", "sarif"],
		run: ({ network, build }, ports) => validate({
			network,
			build
		}, ports)
	},
	plan: {
		purpose: "tell what merging a change would do to clusters and to the ledger, from the files alone; writes nothing",
		options: [
			"base",
			"fail-on-risk",
			"acknowledged",
			"format",
			"sarif"
		],
		run: ({ network, base, "fail-on-risk": limit = "never", acknowledged }, ports) => {
			const failOnRisk = oneOf("--fail-on-risk", riskLimits, limit);
			return plan({
				network,
				failOnRisk,
				acknowledged,
				...optional({ base })
			}, ports);
		}
	},
	keys: {
		purpose: "make the keys and the genesis that are missing, encrypted for the clusters that need them",
		options: [
			"organization",
			"renew",
			"within"
		],
		run: ({ network, organization, ...values }, ports) => keys({
			network,
			...optional({ organization }),
			...renewals(values)
		}, ports)
	},
	render: {
		purpose: "write deploy/: Kustomize overlays for each cluster, and what Flux needs",
		options: [
			"build",
			"check",
			"stand-ins"
		],
		run: ({ network, build, check, "stand-ins": standIns }, ports) => render({
			network,
			build,
			check,
			standIns
		}, ports)
	},
	commit: {
		purpose: "make missing keys, render, and commit the result to the branch that is checked out",
		options: [
			"build",
			"organization",
			"renew",
			"within",
			"push"
		],
		run: ({ network, build, organization, push, ...values }, ports) => commit({
			network,
			build,
			...optional({
				organization,
				push
			}),
			...renewals(values)
		}, ports)
	},
	apply: {
		purpose: "apply what the definition renders to its clusters, wait until it is ready, and tell what became of it",
		options: [
			"cluster",
			"context",
			"dry-run",
			"prune",
			"prune-also",
			"force-conflicts",
			"timeout",
			"json"
		],
		run: ({ network, cluster, context, prune, timeout = "10m", ...rest }, ports) => apply({
			network,
			prune,
			timeout,
			...optional({
				cluster,
				context
			}),
			dryRun: rest["dry-run"],
			pruneAlso: rest["prune-also"] ?? "",
			forceConflicts: rest["force-conflicts"]
		}, ports)
	},
	verify: {
		purpose: "compare the clusters with the definition: drift, readiness, addresses, names and, with --probe, who reaches whom",
		options: [
			"cluster",
			"context",
			"probe",
			"dns-server",
			"json"
		],
		run: ({ network, cluster, context, probe, "dns-server": dnsServer = "" }, ports) => verify({
			network,
			probe,
			dnsServer,
			...optional({
				cluster,
				context
			})
		}, ports)
	},
	...Object.fromEntries(ofPlatforms)
};
function help(name) {
	const command = name === void 0 ? void 0 : commands[name];
	const options = [
		"directory",
		"network",
		...command?.options ?? []
	];
	return [
		command === void 0 ? "chancery: one file, network.yaml, becomes a ledger network on Kubernetes\n" : `chancery ${name}: ${command.purpose}\n`,
		`usage: chancery ${[name ?? "COMMAND", ...command?.parameters ?? []].join(" ")} [OPTIONS]\n`,
		...command === void 0 ? [`commands:\n${Object.entries(commands).map(([id, { purpose }]) => `  ${id.padEnd(18)} ${purpose}`).join("\n")}\n`] : [],
		`options:\n${options.map((option) => `  ${optionTexts[option]}`).join("\n")}\n  --help                 show this\n`,
		"exit status: 0 done, 1 the definition has errors, 2 wrong usage or surroundings, 3 a bug, 4 a cluster is not as defined\n"
	].join("\n");
}
function parse(args) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: optionTypes
		});
		const { name, given } = commandIn(positionals, Object.keys(commands));
		const surplus = given[commands[name ?? ""]?.parameters?.length ?? 0];
		if (surplus !== void 0 && name !== void 0 && commands[name] !== void 0) throw new OperatorError(`"${surplus}" is one word too many`, "see `chancery --help`");
		return {
			...name === void 0 ? {} : { name },
			given,
			values,
			help: values.help
		};
	} catch (error) {
		if (error instanceof OperatorError) throw error;
		throw new OperatorError(error.message.split(". ")[0] ?? "", "see `chancery --help`", { cause: error });
	}
}
async function main(args) {
	const { name, given, values, help: wantsHelp } = parse(args);
	const command = name === void 0 ? void 0 : commands[name];
	if (name !== void 0 && command === void 0) throw new OperatorError(`there is no command "${name}"`, didYouMean(name, Object.keys(commands)));
	if (wantsHelp || command === void 0) {
		process.stdout.write(help(name));
		return wantsHelp ? exitStatus.done : exitStatus.operator;
	}
	const unused = Object.keys(optionTexts).find((option) => !["network", "directory"].includes(option) && values[option] && !command.options.includes(option));
	if (unused !== void 0) throw new OperatorError(`chancery ${name} has no option --${unused}`, `see \`chancery ${name} --help\``);
	const directory = resolve(values.directory);
	const format = oneOf("--format", outputFormats, values.format ?? "text");
	const reporter = terminalReporter(process.stdout, process.stderr, format);
	const result = await command.run(values, systemPorts({
		directory,
		reporter
	}), given);
	if (values.sarif !== void 0) await writeTo(values.sarif, sarifText(values.directory, result));
	if (values.json !== void 0) await writeTo(values.json, resultJson(result));
	return result.status;
}
const writeTo = (file, text) => workTree(dirname(resolve(file))).write(basename(file), text);
const renewals = ({ renew = "", within = defaultWithin }) => {
	const wanted = wantedRenewals(renew, within);
	return wanted === void 0 ? {} : { renew: wanted };
};
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	process.exitCode = error instanceof OperatorError ? exitStatus.operator : exitStatus.bug;
	process.stderr.write(error instanceof OperatorError ? operatorText(error) : bugReport(error));
}
export {};
