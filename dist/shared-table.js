import { a as projectPage, n as pageOfRisk, o as publishedAt, r as pageOfRule, s as version$3 } from "./shared-product.js";
import { n as exitStatus, t as OperatorError } from "./shared-errors.js";
import { A as listAt$1, C as at$1, D as isRecord, E as isObject, F as messageOf, M as readObjects, N as endingWith, O as keepAnnotation, P as isSuccess, S as equal, T as isKept, _ as isFoundation, a as FILE_HEADERS_ONLY, b as child, c as conditionsOf, d as numberAt, f as textAt$1, g as isCustom, h as inStages, i as excerpt, j as nameOf$3, k as keyOf$4, l as isTrue$1, m as inOrder$1, o as createTwoFilesPatch, p as timeAt, r as refusalOf$1, s as conditionOf, t as isPassing, u as laterOf, v as isSecret, w as groupOf, x as own$2, y as maskSecret } from "./shared-retry.js";
import { c as loadAll, r as YAMLException, s as load } from "./shared-js-yaml.js";
import { a as listed, i as cut, n as brief, o as several, r as counted, t as agreeing } from "./shared-words.js";
import { a as visible, i as prose, n as fence, o as visibleLines, r as htmlCode, t as code } from "./shared-escape.js";
import { n as systemError } from "./shared-system-error.js";
import { $ as readSshBlob, $t as object, A as hasErrors, At as providerIds, B as isContainer, Bt as sealData, C as readCertificate, Ct as titleOf$1, D as below$1, Dt as ownRecipients, E as serviceAddress, Et as holderOf, F as labels, Ft as ageIdentity, G as lockFile, Gt as dumpDocuments, H as checkDigests, Ht as sha256$1, I as monitoring$1, It as isSealed, J as cidr, Jt as _enum, K as readLock, Kt as dumpYaml, L as nodeFields, Lt as onlyEncrypted, M as clusterFields, Mt as isAddress, N as externalNodeFields, Nt as noKeys, O as mergeTrees, Ot as readersOf$1, P as images, Q as fingerprintOf, Qt as literal, R as beyondDefaults, Rt as recipientsOf, S as certificatesIn, St as publicPath, T as isIpAddress, Tt as limits$1, U as dumpLock, Ut as abytes, V as isMapping, Vt as bech32, W as emptyLock, X as name$1, Xt as boolean, Y as host$1, Yt as array, Z as sshPublicKey, Zt as int, _ as everyLoss, _t as signingOrganizations, a as rootsOf, at as sshString, b as sizeProblems, bt as isKey, c as isOlder, ct as label$1, d as withoutPins, dt as nearest, en as record$2, et as readSshPublicKey, f as standInRandom, ft as keysAt, g as contentName, gt as nodesOf, h as spread, ht as nodeId, in as globalRegistry, it as SshReader, j as sortFindings, jt as providers, k as comparePaths, kt as recipientsIn, l as pinsOf, lt as gluedHint, m as platforms, mt as unwrapped, n as ownAction, nn as string, nt as withoutComment, ot as quantityValue, pt as schemaAt, q as ageRecipient, qt as groupBy, r as ownPinOf, rn as toJSONSchema, rt as MalformedSsh, st as explain$1, t as needsCommit, tn as strictObject, tt as signerName, u as withPins, ut as didYouMean, v as isImageReferenceProblem, vt as filesOf$2, w as hostOf$1, wt as readSource, x as amountProblems, xt as isOpen, y as readImageReference, yt as filesOfKey, z as fieldsBeyondDefaults, zt as seal } from "./shared-own-pin.js";
import { B as sameContent$1, H as textOrDigest, I as readFolder, L as readNamed, N as UnreadableText, P as UnusableFile, R as contentOf$2, S as pMap, U as toBytes, V as textOf$1, W as toText, _ as isSameEntry, b as changesTo, g as isFile$1, h as contentOf$3, m as changedPaths, t as MissingCommit, v as objectName, x as isEmpty$1, y as pause$4, z as encodingProblem } from "./shared-git-trouble.js";
import { isIP, isIPv6 } from "node:net";
import { isUtf8 } from "node:buffer";
import { styleText } from "node:util";
import { X509Certificate, createDecipheriv, createHash, createPublicKey, verify } from "node:crypto";
import { posix } from "node:path";
import { setTimeout } from "node:timers/promises";
// src/commands/options.ts
/** True and false as in YAML 1.2, which `getBooleanInput` of @actions/core accepts. */
const truths$1 = {
	true: true,
	True: true,
	TRUE: true,
	false: false,
	False: false,
	FALSE: false
};
const flag = (text, more = {}) => ({
	...more,
	text,
	default: "false",
	read: (given) => Object.hasOwn(truths$1, given) ? { value: truths$1[given] === true } : { allowed: "use true or false" }
});
/** Any text; undefined when it is empty. */
const optionalText = (placeholder, text, more = {}) => ({
	...more,
	text,
	placeholder,
	default: "",
	read: (given) => ({ value: given === "" ? void 0 : given })
});
const textWithDefault = (placeholder, text, value, more = {}) => ({
	...more,
	text,
	placeholder,
	default: value,
	read: (given) => ({ value: given })
});
/** One of a few words: the first is the default. */
const choice = (placeholder, text, choices, more = {}) => ({
	...more,
	text,
	placeholder,
	choices,
	default: choices[0],
	read: (given) => {
		const found = choices.find((value) => value === given);
		return found === void 0 ? { allowed: `use one of ${choices.join(", ")}` } : { value: found };
	}
});
/** A text that is read by the option's own rules. */
const parsed = (placeholder, text, value, read) => ({
	text,
	placeholder,
	default: value,
	read
});
/** The items of a text, with separators between. */
const itemsIn = (text, separator = ",") => text.split(separator).map((item) => item.trim()).filter((item) => item !== "");
/** Several values, each read by itself. */
const repeated = (placeholder, text, readOne, more = {}) => ({
	...more,
	text,
	placeholder,
	repeatable: true,
	default: "",
	read: (given) => {
		const readings = given.split("\n").flatMap((line) => line === "" ? [] : [readOne(line)]);
		return readings.find((reading) => "allowed" in reading) ?? { value: readings.flatMap((reading) => "value" in reading ? [reading.value] : []) };
	}
});
/** Options that every command has that works on a definition. */
const definitionOptions = {
	network: textWithDefault("FILE", "Path of the definition, relative to the directory", "network.yaml"),
	directory: textWithDefault("FOLDER", "Folder of the network", ".")
};
/** Reads every option of a table. `textOf` returns the given text of an option, or its default. */
function readOptions(options, textOf) {
	const problems = [];
	const values = Object.entries(options).flatMap(([name, option]) => {
		const given = textOf(name, option);
		const reading = option.read(given);
		if ("value" in reading) return [[name, reading.value]];
		problems.push({
			option: name,
			given,
			allowed: reading.allowed
		});
		return [];
	});
	return {
		values: Object.fromEntries(values),
		problems
	};
}
/** The text of an option with its allowed values, for help, action.yml and the README. */
function optionText({ text, choices = [], repeatable = false }) {
	const whole = choices.length === 0 ? text : `${text}: ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
	return repeatable ? `${whole} (repeatable)` : whole;
}
// src/report/failure.ts
/** An error that a person can fix: an OperatorError, or an error of the system. Undefined for a bug. */
const operatorErrorOf = (error) => error instanceof OperatorError ? error : systemError(error);
/** Longer messages quote a long text: its beginning and end identify it. */
const longestMessage = 480;
const operatorText = ({ message, hint }) => visibleLines(`chancery: ${shortened(message)}\n    ${hint}\n`);
const shortened = (text) => text.length <= longestMessage ? text : `${text.slice(0, longestMessage / 2)} … ${text.slice(-240)}`;
/** A bug shows its stack, so that it can be found. */
const bugReport = (error) => visibleLines(`chancery: this is a bug in Chancery, nothing is wrong with your files\n${error instanceof Error ? error.stack : String(error)}\n`);
// src/report/cluster-result.ts
/** Successful outcomes: the cluster matches the definition, or was only planned. */
const goodOutcomes = /* @__PURE__ */ new Set([
	"applied",
	"unchanged",
	"planned",
	"verified"
]);
/** The result for programs, without the lines for people. */
const publicResult = ({ plan: _plan, lines: _lines, checks, reachability, ...rest }) => ({
	...rest,
	...checks === void 0 ? {} : { checks: checks.map(({ lines: _told, ...check }) => check) },
	...reachability === void 0 ? {} : { reachability: reachability.map(({ authorities: _authorities, ...reached }) => reached) }
});
// src/network/acknowledgement.ts
/** Hexadecimal digits of a line. They distinguish contents; they are no protection, as the line is in the same file. */
const digits = 16;
/**
* The line of `acknowledge:` for exactly this content: `storage-class-changed eu 5b1f0c7d9a3e8642`. With another value, image or
* recipient the message is another one, and so is the line.
*/
function acknowledgement({ id, subject, message, content }) {
	const text = JSON.stringify([
		id,
		subject,
		message,
		content ?? ""
	]);
	return `${id} ${subject} ${createHash("sha256").update(text).digest("hex").slice(0, digits)}`;
}
/** A warning as a line of `acknowledge:` names it: by its rule, and where it is. */
const acceptable = ({ rule, subject, message, place }) => ({
	id: rule,
	subject: subject ?? oneWord(place.file),
	message
});
/** Warnings that a line of the definition accepts become notices, which are still shown. */
const accepting = (findings, lines) => findings.map((finding) => finding.severity === "warning" && lines.includes(acknowledgement(acceptable(finding))) ? {
	...finding,
	severity: "notice",
	accepted: true
} : finding);
/** A place in the definition that does not depend on lines: `clusters/eu/ambassador`, `organizations/carrier/nodes/rpc1/expose`. */
function subjectOf$3(path, definition) {
	let value = definition;
	const steps = path.map((step) => {
		value = typeof value === "object" && value !== null ? value[step] : void 0;
		return typeof step === "number" ? nameOf$2(value) ?? String(step) : step;
	});
	return oneWord(steps.join("/"));
}
function nameOf$2(item) {
	const { name, organization } = typeof item === "object" && item !== null ? item : {};
	return [name, organization].find((text) => typeof text === "string");
}
const oneWord = (text) => text.replaceAll(/\s+/g, "-") || "-";
// src/report/finding-json.ts
/** A finding for programs: with the page of its rule; a warning has the line of `acknowledge:` that accepts it. */
function findingJson(finding) {
	const { place, subject: _, ...fields } = finding;
	const isAcceptable = fields.severity === "warning" || fields.accepted === true;
	return {
		...fields,
		...place,
		page: pageOfRule(finding.rule),
		...isAcceptable ? { acknowledge: acknowledgement(acceptable(finding)) } : {}
	};
}
// src/report/plan/schema.ts
/** A file from a pull request can be as large as its author likes: nobody's plan is as large as this. */
const text$1 = string().max(2e4);
const name = string().max(1e3);
const position = int().min(1).max(1e7);
const count$3 = int().min(0).max(1e7);
const list$2 = (item) => array(item).max(5e4);
const place$1 = {
	file: name,
	line: position,
	column: position
};
const difference = object({
	field: text$1.describe("As Kubernetes writes it: `spec.template.spec.containers[name=\"node\"].image`"),
	before: text$1.exactOptional().describe("Absent where the field is new"),
	after: text$1.exactOptional().describe("Absent where the field is gone"),
	lines: array(text$1).max(100).exactOptional().describe("What changed in text of several lines, as `- old` and `+ new`")
});
const change = object({
	action: _enum([
		"create",
		"change",
		"delete",
		"stay"
	]).describe("`stay`: it is in no file any more, and left in the cluster, as a volume claim is"),
	apiVersion: name,
	kind: name,
	namespace: name.exactOptional().describe("Absent for what belongs to the whole cluster"),
	name,
	restarts: boolean().describe("Whether its pods are made anew"),
	differences: list$2(difference).describe("Fields, shortened; values of Secrets are never shown"),
	peers: object({
		added: list$2(name),
		removed: list$2(name),
		moved: list$2(name)
	}).exactOptional().describe("Of a list of peers in which nothing but peers changes: who comes, goes and has another address")
});
const root = object({
	cluster: name,
	part: name.describe("`ambassador`, an organization, a node or the Jobs of one; `Flux` for its Kustomizations, `Flux itself` for what it was bootstrapped with"),
	changes: list$2(change),
	routine: list$2(object({
		text: text$1,
		objects: count$3
	})).describe("Objects of which nothing but labels and annotations changes, counted by what changes")
});
const risk$5 = object({
	id: name.describe("What kind of risk it is: `quorum-lost`"),
	severity: _enum(["danger", "caution"]),
	subject: name.describe("What it is about: `carrier/validator1`"),
	message: text$1,
	hint: text$1,
	acknowledge: name.describe("The line of `acknowledge` that acknowledges it: id, subject, and a digest of its content"),
	acknowledged: boolean(),
	page: text$1.exactOptional().describe("Address of the page that describes the risk"),
	...place$1
});
const findingSchema = object({
	rule: name,
	severity: _enum([
		"error",
		"warning",
		"notice"
	]),
	message: text$1,
	hint: text$1.exactOptional(),
	...place$1,
	page: text$1.exactOptional().describe("Address of the page that describes the rule"),
	acknowledge: name.exactOptional().describe("The line of `acknowledge` that accepts this warning for good"),
	accepted: literal(true).exactOptional().describe("A warning that is accepted so: it is a notice"),
	known: literal(true).exactOptional().describe("It was there before the change")
});
const comesAndGoes = (item) => object({
	added: list$2(item),
	removed: list$2(item)
});
const route = object({
	cluster: name,
	node: name,
	endpoint: name,
	url: text$1
});
const record$1 = object({
	cluster: name,
	name,
	type: literal("A or CNAME"),
	target: text$1
});
const fault = object({
	kind: _enum([
		"node",
		"organization",
		"cluster",
		"ambassador",
		"zone"
	]),
	name,
	assumption: text$1.exactOptional().describe("What has to be so besides the definition"),
	lost: count$3.describe("Consensus nodes that go with it, or are cut off from most others"),
	survives: boolean().describe("Whether consensus continues"),
	pauses: boolean().describe("Whether consensus stops until nodes have reconnected"),
	margin: int().min(-1e6).max(1e6).describe("Consensus nodes that may be down besides; negative when it stops"),
	reach: object({
		exposed: list$2(object({
			node: name,
			endpoints: list$2(name)
		})),
		none: list$2(name).describe("Exposed endpoints that no other node of the network has"),
		undialled: object({
			nodes: count$3,
			from: list$2(name)
		})
	}).describe("What cannot be reached from outside its cluster meanwhile"),
	stops: list$2(text$1).exactOptional().describe("What else of the ledger stops meanwhile")
});
const faults = object({
	summary: text$1,
	consensus: object({
		nodes: count$3,
		mayBeDown: count$3,
		mayLie: count$3
	}),
	faults: list$2(fault),
	inside: text$1.exactOptional().describe("What becomes of nodes behind one Ambassador while it is down; nothing when absent")
});
/** The file of the output plan-path, and the field `plan` of what `chancery plan -o json` writes. Fields may be added within a version. */
const planFileSchema = object({
	version: literal(1),
	network: name,
	base: string().regex(/^[0-9a-f]{40,64}$/).exactOptional().describe("The commit it is compared with; absent when there was no network before"),
	unsearched: _enum([
		"new-network",
		"base-broken",
		"not-begun",
		"platform-changed"
	]).exactOptional().describe("Why not all risks were looked for; absent when they were"),
	label: object({
		counts: boolean(),
		by: name.exactOptional()
	}).exactOptional().describe("The label chancery/acknowledged: whether it was given for this commit, and by whom"),
	byHand: list$2(object({
		text: text$1,
		commands: list$2(text$1)
	})).default([]).describe("What people have to do after the merge: a sentence, and commands for it"),
	restarts: list$2(object({
		cluster: name,
		steps: list$2(list$2(name))
	})).default([]).describe("Parts of clusters whose pods restart, in groups one after the other"),
	jobReasons: list$2(text$1).default([]).describe("Why Jobs come with the change"),
	risks: list$2(risk$5).describe("Those that nobody acknowledged first, dangers first"),
	roots: list$2(root).describe("Parts of clusters of which any object changes"),
	routes: comesAndGoes(route),
	dnsRecords: comesAndGoes(record$1),
	tolerance: object({
		before: faults.exactOptional(),
		after: faults
	}).describe("What the network can lose"),
	madeOnMerge: list$2(name).describe("Labels of keys that do not exist yet"),
	findings: list$2(findingSchema),
	topology: string().max(5e5).describe("The network as a Mermaid flowchart"),
	topologyChanged: boolean().default(true).describe("Whether the change alters that picture")
}).describe("What merging a change would do");
// src/report/plan/json.ts
/** A plan as the file that tools read: schema.ts and docs/plan.md describe it. */
const planJson = ({ network, base, unsearched, label, risks, roots, findings, ...rest }) => ({
	version: 1,
	network,
	...base === void 0 ? {} : { base },
	...unsearched === void 0 ? {} : { unsearched },
	...label === void 0 ? {} : { label },
	risks: risks.map(({ path: _path, content: _content, refused: _refused, place, ...risk }) => ({
		...risk,
		...place,
		page: pageOfRisk(risk.id)
	})),
	roots: roots.map(({ changes, ...root }) => ({
		...root,
		changes: changes.map(changeJson)
	})),
	...rest,
	findings: findings.map(findingJson)
});
const changeJson = ({ action, object, restarts, differences, peers }) => ({
	action,
	apiVersion: object.apiVersion,
	kind: object.kind,
	...object.metadata,
	restarts,
	differences,
	...peers === void 0 ? {} : { peers }
});
const planFileText = (plan) => `${JSON.stringify(planJson(plan), null, 2)}\n`;
/** A plan, or in a few words why a text is none. The words hold nothing of the text: it can be from anybody. */
function readPlan(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return { problem: "it is not JSON" };
	}
	const { success, data, error } = planFileSchema.safeParse(value);
	if (success) return { plan: planOf(data) };
	const [issue] = error.issues;
	return { problem: `${issue?.path.join(".") || "it"} is not as docs/plan.md describes it` };
}
const planOf = ({ version: _, risks, roots, findings, ...rest }) => ({
	...rest,
	risks: risks.map(({ file, line, column, page: _, ...risk }) => ({
		...risk,
		path: [],
		place: {
			file,
			line,
			column
		}
	})),
	roots: roots.map(({ changes, ...root }) => ({
		...root,
		changes: changes.map(changeOf$3)
	})),
	findings: findings.map(({ file, line, column, page: _page, acknowledge: _, ...finding }) => ({
		...finding,
		place: {
			file,
			line,
			column
		}
	}))
});
const changeOf$3 = ({ apiVersion, kind, namespace, name, ...change }) => ({
	...change,
	object: {
		apiVersion,
		kind,
		metadata: namespace === void 0 ? { name } : {
			name,
			namespace
		}
	}
});
// src/report/sarif.ts
/** Code scanning takes 25 000 results of a run and shows 5 000: https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const mostResults = 5e3;
/**
* Findings and risks as SARIF 2.1.0, which code scanning and editors read. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
* A risk that is acknowledged is a suppressed result. Texts are plain: SARIF has other fields for Markdown.
*/
function sarif$1({ directory, findings, risks }) {
	const results = shownOf([...risks.map(fromRisk), ...findings.map(fromFinding)]);
	const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
	return {
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Chancery",
				informationUri: projectPage,
				rules: rules.map(ruleText)
			} },
			columnKind: "utf16CodeUnits",
			results: results.map(({ ruleId, level, message, place, suppressed }) => ({
				ruleId,
				ruleIndex: rules.indexOf(ruleId),
				level,
				message: { text: message },
				locations: [{ physicalLocation: {
					artifactLocation: {
						uri: uriOf(posix.join(directory, place.file)),
						uriBaseId: "%SRCROOT%"
					},
					region: {
						startLine: place.line,
						startColumn: place.column
					}
				} }],
				...suppressed === void 0 ? {} : { suppressions: [{
					kind: suppressed,
					status: "accepted"
				}] }
			}))
		}]
	};
}
/** If there are more results than are shown, errors come first. */
const shownOf = (results) => results.length <= mostResults ? results : results.toSorted((a, b) => levelNames.indexOf(a.level) - levelNames.indexOf(b.level)).slice(0, mostResults);
/** The SARIF file of a command. */
const sarifText = (directory, { findings, plan }) => `${JSON.stringify(sarif$1({
	directory,
	findings,
	risks: plan?.risks ?? []
}), null, 2)}\n`;
/** Before the names of risks: a rule and a risk can have the same name. */
const riskPrefix = "risk-";
const levelNames = [
	"error",
	"warning",
	"note"
];
const levels = {
	error: "error",
	warning: "warning",
	notice: "note"
};
const fromFinding = ({ rule, severity, message, hint, place, accepted }) => ({
	ruleId: rule,
	level: levels[severity],
	message: plain$4(hint === void 0 ? message : `${message}. ${hint}`),
	place,
	...accepted === true ? { suppressed: "inSource" } : {}
});
const fromRisk = ({ id, severity, subject, message, hint, place, acknowledged }) => ({
	ruleId: `${riskPrefix}${id}`,
	level: severity === "danger" ? "error" : "warning",
	message: plain$4(`${subject}: ${message}. ${hint}`),
	place,
	...acknowledged ? { suppressed: "external" } : {}
});
/** A message may hold links as `[text](target)`, and escapes brackets: SARIF 3.11.6. GitHub shows 1 000 characters. */
const plain$4 = (text) => cut(visible(text), 1e3).replace(/[\\[\]]/g, "\\$&");
function ruleText(id) {
	const [name, page] = id.startsWith(riskPrefix) ? [`Risk: ${id.slice(5)}`, pageOfRisk(id.slice(5))] : [`Rule: ${id}`, pageOfRule(id)];
	return {
		id,
		shortDescription: { text: name },
		fullDescription: { text: `${name}. See ${page}` },
		help: { text: `What it means, and what to do: ${page}` },
		helpUri: page
	};
}
const uriOf = (path) => path.split("/").map(encodeURIComponent).join("/");
// src/render/markdown.ts
/** A table with a heading row. Cells are Markdown already. */
function table(heading, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(heading) + line(heading.map(() => "---")) + rows.map(line).join("");
}
// src/render/tolerance.ts
/** What the network can lose, as Markdown: the sentence, the table, and what has to be known to read it. */
function toleranceMarkdown({ summary, faults, inside }) {
	const rows = faults.map((fault) => [
		kinds$1[fault.kind],
		prose(fault.name),
		String(fault.lost),
		fault.survives ? consensusInWords(fault) : `**${consensusInWords(fault)}**`,
		prose(reachInWords(fault))
	]);
	const assumptions = new Set(faults.flatMap(({ kind, assumption }) => assumption ? [`${kinds$1[kind]} a cluster: ${assumption}`] : []));
	return [
		`${prose(summary)}.\n`,
		table([
			"loss of",
			"",
			"consensus nodes lost",
			"consensus",
			"cannot be reached from outside meanwhile"
		], rows),
		`While an Ambassador is down, nobody elsewhere can dial the nodes behind it; they still dial the others. ${inside ?? "Inside its cluster nothing changes"}.\n`,
		...[...assumptions].map((text) => `${prose(capitalized(text))}.\n`)
	];
}
const capitalized = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const kinds$1 = {
	node: "node",
	organization: "organization",
	cluster: "cluster",
	ambassador: "Ambassador of",
	zone: "one zone of"
};
/** `continues; 1 more may fail`. */
function consensusInWords({ lost, survives, pauses, margin }) {
	if (!survives) return `stops until ${-margin} ${margin === -1 ? "is" : "are"} back`;
	const more = lost === 0 ? "" : " more";
	const spare = margin === 0 ? `none${more} may fail` : `${margin}${more} may fail`;
	return pauses ? `pauses while nodes reconnect, then continues; ${spare}` : `continues; ${spare}`;
}
/** What is named one by one; of more, only how many. */
const namedNodes = 3;
const namedClusters = 4;
/** `rpc and ws of carrier/rpc1; its 5 nodes, from us`. */
function reachInWords({ kind, reach: { exposed, none, undialled }, stops = [] }) {
	if (kind === "zone") return "depends on which nodes are in it";
	const parts = [
		...exposedInWords(kind, exposed),
		...none.length === 0 ? [] : [`no other node exposes ${listed(none)}`],
		...undialled.from.length === 0 ? [] : [`${undialled.nodes === 1 ? "its node" : `its ${undialled.nodes} nodes`}, from ${several(undialled.from, namedClusters)}`],
		...stops
	];
	return parts.length === 0 ? "–" : parts.join("; ");
}
function exposedInWords(kind, exposed) {
	if (kind === "node") return exposed.map(({ endpoints }) => `its ${listed(endpoints)}`);
	if (exposed.length > namedNodes) return [`what ${exposed.length} nodes expose`];
	return exposed.map(({ node, endpoints }) => `${listed(endpoints)} of ${node}`);
}
// src/render/tolerance-changes.ts
/** What a change improves and worsens, worse first, then in the order of the report. What stays as it was is left out. */
function toleranceChanges(before, after) {
	const old = new Map(before.faults.map((fault) => [keyOf$3(fault), fault]));
	const now = new Set(after.faults.map(keyOf$3));
	return [
		...networkChange(before, after),
		...after.faults.flatMap((fault) => faultChange(old.get(keyOf$3(fault)), fault)),
		...before.faults.filter((fault) => !now.has(keyOf$3(fault))).map(removed$6)
	].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}
const order = [
	"worse",
	"new",
	"better",
	"removed"
];
const keyOf$3 = ({ kind, name }) => `${kind} ${name}`;
function networkChange(before, after) {
	const [was, is] = [before.consensus, after.consensus];
	const difference = is.mayBeDown - was.mayBeDown || is.mayLie - was.mayLie;
	if (difference === 0) return [];
	const words = ({ nodes, mayBeDown, mayLie }) => `${mayBeDown} of ${nodes} consensus nodes may be offline, ${mayLie} malicious`;
	return [{
		kind: "network",
		name: "",
		verdict: difference > 0 ? "better" : "worse",
		before: words(was),
		after: words(is)
	}];
}
function faultChange(was, is) {
	const { kind, name } = is;
	if (was === void 0) return [{
		kind,
		name,
		verdict: "new",
		after: inWords(is)
	}];
	const difference = grade(is) - grade(was) || is.margin - was.margin || was.reach.none.length - is.reach.none.length;
	if (difference === 0) return [];
	return [{
		kind,
		name,
		verdict: difference > 0 ? "better" : "worse",
		before: inWords(was),
		after: inWords(is)
	}];
}
const removed$6 = (fault) => ({
	kind: fault.kind,
	name: fault.name,
	verdict: "removed",
	before: inWords(fault)
});
const grade = ({ survives, pauses }) => survives ? pauses ? 1 : 2 : 0;
function inWords(fault) {
	const { none } = fault.reach;
	return none.length === 0 ? consensusInWords(fault) : `${consensusInWords(fault)}; no other node exposes ${none.join(" and ")}`;
}
// src/plan/roots.ts
/** In place of the name of a cluster: what all of them get. */
const everyCluster = "every cluster";
/** Cluster and part of a root's folder: `deploy/clusters/eu/carrier/rpc1` is carrier/rpc1. The CRDs are of no cluster. */
function placeOfRoot(root) {
	const [, cluster = "", part = ""] = /^deploy\/clusters\/([^/]+)\/(.+)$/.exec(root) ?? [];
	return cluster === "" ? {
		cluster: everyCluster,
		part: "CRDs"
	} : {
		cluster,
		part
	};
}
/**
* Roots whose files differ, so that only these have to be built: their own, the bases, which any may include, and the
* overrides of people for them.
*/
function changedRoots(roots, before, after) {
	const [old, now] = [filesByRoot(roots, before), filesByRoot(roots, after)];
	const differs = (root) => {
		const [was, is] = [old.get(root) ?? [], now.get(root) ?? []];
		return was.length !== is.length || is.some((path) => !sameContent$1(before.get(path), after.get(path)));
	};
	const bases = [...after].some(([path, content]) => path.startsWith("deploy/base/") && before.has(path) && !sameContent$1(before.get(path), content));
	return roots.filter((root) => bases || differs(root));
}
/** Paths of the files of each root, and of the overrides for it. A root's folder may be in that of another. */
function filesByRoot(roots, tree) {
	const known = new Set(roots);
	const rootOf = (folder) => known.has(folder) || folder === "" ? folder : rootOf(folder.split("/").slice(0, -1).join("/"));
	return groupBy([...tree.keys()], (path) => rootOf(path.replace(/^overrides\//, "deploy/clusters/")) ?? "");
}
// src/report/plan/counts.ts
function countsOf$1(roots) {
	const changes = roots.flatMap((root) => root.changes);
	const count = (wanted) => changes.filter(({ action }) => action === wanted).length;
	return {
		created: count("create"),
		changed: count("change"),
		deleted: count("delete"),
		staying: count("stay"),
		restarts: changes.filter(({ restarts }) => restarts).length,
		routine: roots.flatMap((root) => root.routine).reduce((sum, { objects }) => sum + objects, 0)
	};
}
/** `3 created, 5 changed (2 restart), 1 deleted, 1 kept`, without what is zero. */
function countsText({ created, changed, deleted, staying, restarts, routine }) {
	return [
		created > 0 ? `${created} created` : "",
		changed > 0 ? `${changed} changed${restarts > 0 ? ` (${counted(restarts, "restarts", "restart")})` : ""}` : "",
		deleted > 0 ? `${deleted} deleted` : "",
		staying > 0 ? `${staying} kept` : "",
		routine > 0 ? `${routine} relabelled` : ""
	].filter((part) => part !== "").join(", ");
}
/** What it is compared with, in words. */
const comparison$1 = ({ base }) => base === void 0 ? "nothing to compare with" : `compared with ${base.slice(0, 12)}`;
/** What was not looked for, and why. Then it cannot be called safe. */
const unsearchedText = {
	"new-network": "Risks were not looked for: there was no network before.",
	"base-broken": "Risks were not looked for: the network had errors before.",
	"not-begun": "Risks for a running ledger were not looked for, as nothing of it runs yet: only who gets keys and who is let in.",
	"platform-changed": "Risks of the ledger were not looked for: the platform is another one."
};
/** How bad it is, in a sentence or two. Never that no risk was found where none was looked for. */
function riskLine({ risks, unsearched }) {
	if (unsearched === void 0) return countLine(risks);
	return [...risks.length === 0 ? [] : [countLine(risks)], unsearchedText[unsearched]].join(" ");
}
/** The label that acknowledges everything, in one sentence; empty when the pull request does not have it. */
function labelLine({ label }) {
	if (label === void 0) return "";
	return label.counts ? `All risks are acknowledged by the label chancery/acknowledged, given for this commit${label.by === void 0 ? "" : ` by ${label.by}`}.` : "The label chancery/acknowledged was given for another commit and does not count: take it off and give it again.";
}
function countLine(risks) {
	if (risks.length === 0) return "No risk was found.";
	const open = risks.filter(({ acknowledged }) => !acknowledged);
	if (open.length === 0) return `${counted(risks.length, "risk")}, all acknowledged.`;
	const dangers = open.filter(({ severity }) => severity === "danger").length;
	return `${[dangers > 0 ? counted(dangers, "danger") : "", open.length > dangers ? counted(open.length - dangers, "caution") : ""].filter((part) => part !== "").join(" and ")} not acknowledged.`;
}
/** How much changes, in one sentence. */
function changeLine({ roots }) {
	if (roots.length === 0) return "Nothing changes in any cluster.";
	const clusters = new Set(roots.map(({ cluster }) => cluster).filter((cluster) => cluster !== everyCluster)).size;
	const where = clusters === 0 ? everyCluster : counted(clusters, "cluster");
	return `Objects: ${countsText(countsOf$1(roots))}, in ${where}.`;
}
// src/report/plan/braces.ts
/** Names with what they share written once, as shells do: `supplychain-{bank,carrier}`. Every name can be read from it. */
function braced(names) {
	const prefix = sharedPrefix(names);
	const suffix = sharedPrefix(names.map((name) => reversed(name.slice(prefix.length))));
	if ((prefix.length + suffix.length) * (names.length - 1) < worthwhile) return names.join(", ");
	return `${prefix}{${names.map((name) => name.slice(prefix.length, name.length - suffix.length)).join(",")}}${reversed(suffix)}`;
}
/** Nodes by organization: `carrier/{rpc1,validator1}, retailer/rpc1`. */
function bracedPaths(paths) {
	return [...groupBy(paths, (path) => path.slice(0, path.lastIndexOf("/") + 1))].flatMap(([folder, own]) => {
		if (folder === "" || own.length === 1) return own;
		return [`${folder}{${own.map((path) => path.slice(folder.length)).join(",")}}`];
	}).join(", ");
}
/** Characters that braces have to save. */
const worthwhile = 16;
const reversed = (text) => [...text].reverse().join("");
/** What all begin with, up to a separator. */
function sharedPrefix(names) {
	const [first = ""] = names;
	let length = 0;
	for (let at = 0; at < first.length && names.every((name) => name[at] === first[at]); at += 1) if ("-./".includes(first.charAt(at))) length = at + 1;
	return first.slice(0, length);
}
// src/report/plan/restart-texts.ts
const workloads = /* @__PURE__ */ new Set([
	"Deployment",
	"StatefulSet",
	"DaemonSet"
]);
/** Which pods restart, in which order, or that none does; which are removed; and why Jobs come. With code in backquotes. */
function restartTexts({ base, roots, restarts, jobReasons }) {
	const removed = roots.filter(({ changes }) => changes.some(({ action, object }) => action === "delete" && workloads.has(object.kind)));
	return [
		...restarts.length === 0 && base !== void 0 && roots.length > 0 ? ["No running pod restarts"] : [],
		...restarts.map(({ cluster, steps }) => `Pods restart in \`${cluster}\`, in this order: \`${steps.map((step) => bracedPaths(step)).join(" → ")}\``),
		...removed.length === 0 ? [] : [`Pods are removed: \`${several(removed.map(({ cluster, part }) => `${cluster} ${part}`))}\``],
		...jobReasons
	];
}
// src/report/plan/text.ts
/**
* A plan for people at a terminal, in the order of its Markdown. Findings are not in it, as a reporter has told them before; nor is
* the topology, which needs a picture. Nothing in it controls the terminal but its colours.
*/
function planText(plan, { colour }) {
	const paint = (name, text) => colour ? styleText(name, visible(text), { validateStream: false }) : visible(text);
	const { routes, dnsRecords, tolerance, madeOnMerge, byHand } = plan;
	return [
		[
			`${paint("bold", `plan for ${plan.network}`)}, ${visible(comparison$1(plan))}`,
			`${paint("bold", riskLine(plan))} ${changeLine(plan)}`,
			...plan.label === void 0 ? [] : [visible(labelLine(plan))]
		],
		byHand.length === 0 ? [] : [paint("bold", "to do by hand after the merge"), ...byHand.flatMap(({ text, commands }) => [`  - ${visible(text)}`, ...commands.map((line) => `      ${visible(line)}`)])],
		plan.risks.flatMap((risk) => riskLines(risk, paint)),
		restartTexts(plan).map(visible),
		...plan.roots.map((root) => rootLines(root, paint)),
		listLines("routes", routes, ({ cluster, node, endpoint, url }) => `${cluster}: ${node} ${endpoint} at ${url}`, paint),
		listLines("DNS records", dnsRecords, ({ name, type, target }) => `${name} ${type} → ${target}`, paint),
		toleranceLines(tolerance, paint),
		madeOnMerge.length === 0 ? [] : [paint("bold", `made on merge: ${counted(madeOnMerge.length, "key")}`), ...madeOnMerge.map((label) => `  ${visible(label)}`)]
	].filter((lines) => lines.length > 0).map((lines) => `${lines.join("\n")}\n`).join("\n");
}
const colours$2 = {
	danger: "red",
	caution: "yellow"
};
function riskLines(risk, paint) {
	const { severity, acknowledged, id, subject, message, hint, place, acknowledge } = risk;
	const words = acknowledged ? paint("green", `${severity}, acknowledged`) : paint(colours$2[severity], severity);
	return [
		`${visible(`${place.file}:${place.line}:${place.column}`)}: ${words}: ${visible(message)} [${visible(`${id} ${subject}`)}]`,
		`    ${visible(hint)}`,
		...acknowledged ? [] : [`    to acknowledge it, add to acknowledge: ${visible(acknowledge)}`]
	];
}
const rootLines = (root, paint) => [
	`${paint("bold", `${root.cluster} ${root.part}`)}: ${countsText(countsOf$1([root]))}`,
	...root.changes.flatMap((change) => objectLines(change, paint)),
	...root.routine.map(({ text, objects }) => visible(`  only labels and annotations of ${objects}: ${text}`))
];
const signs$1 = {
	create: ["+", "green"],
	change: ["~", "yellow"],
	delete: ["-", "red"],
	stay: [" ", "dim"]
};
function objectLines({ action, object, differences, restarts }, paint) {
	const [sign, name] = signs$1[action];
	return [`  ${paint(name, `${sign} ${nameOf$3(object)}`)}${restarts ? paint("yellow", " (its pods restart)") : ""}${action === "stay" ? " (kept in the cluster)" : ""}`, ...differences.flatMap(({ field, before, after, lines = [] }) => [visible(`      ${field}: ${before ?? "(none)"} → ${after ?? "(none)"}`), ...lines.map((line) => visible(`          ${line}`))])];
}
function listLines(what, { added, removed }, text, paint) {
	if (added.length + removed.length === 0) return [];
	return [
		paint("bold", `${what}: ${added.length} to create, ${removed.length} to remove`),
		...added.map((item) => `  ${paint("green", `+ ${text(item)}`)}`),
		...removed.map((item) => `  ${paint("red", `- ${text(item)}`)}`)
	];
}
function toleranceLines({ before, after }, paint) {
	const changes = before === void 0 ? [] : toleranceChanges(before, after);
	return [
		paint("bold", "what the network can lose"),
		`  ${visible(after.summary)}`,
		...changes.map(({ kind, name, verdict, before: old = "–", after: now = "–" }) => paint(verdict === "worse" ? "red" : "reset", `  ${verdict}: ${kind === "network" ? "anywhere" : `${kinds$1[kind]} ${name}`}: ${old} → ${now}`)),
		...after.faults.map((fault) => paint(fault.survives ? "reset" : "yellow", `  ${kinds$1[fault.kind]} ${fault.name}: ${consensusInWords(fault)}`))
	];
}
// src/report/plan/tier.ts
const all = Number.POSITIVE_INFINITY;
const counts$1 = {
	name: "counts",
	fields: "none",
	objects: false,
	topology: false,
	links: false
};
const full = {
	name: "full",
	fields: "values",
	objects: true,
	topology: true,
	risks: all,
	rows: all,
	characters: all
};
/** From all there is to little more than numbers. */
const tiers = [
	{
		...full,
		links: true
	},
	{
		...full,
		links: false
	},
	{
		name: "short",
		fields: "names",
		objects: true,
		topology: true,
		links: false,
		risks: all,
		rows: 500,
		characters: 2e3,
		omits: "fields are without their values"
	},
	{
		name: "list",
		fields: "none",
		objects: true,
		topology: true,
		links: false,
		risks: all,
		rows: 100,
		characters: 500,
		omits: "objects are without their fields, and of long lists the rest is left out"
	},
	{
		...counts$1,
		risks: 100,
		rows: 20,
		characters: 300,
		omits: "objects are counted, not named"
	},
	{
		...counts$1,
		risks: 10,
		rows: 0,
		characters: 100,
		omits: "nearly everything is counted, not named"
	}
];
/** What is shown of a list, and a line about the rest of it: `12 more routes`. */
function limited(items, most, what) {
	const more = items.length - most;
	return more <= 0 ? {
		shown: items,
		rest: []
	} : {
		shown: items.slice(0, most),
		rest: [`… ${more} more ${what}`]
	};
}
// src/report/progress.ts
const clear = "\r\x1B[2K";
/** For a terminal; otherwise the line is never shown. */
function progressLine(stream) {
	if (stream.isTTY !== true || process.env.CI !== void 0) return {
		during: (_title, work) => work(),
		above: (write) => write()
	};
	const titles = [];
	let timer;
	const draw = () => {
		const last = titles.at(-1);
		if (last === void 0) return;
		const seconds = Math.floor((performance.now() - last.began) / 1e3);
		const line = `${last.title} …${seconds === 0 ? "" : ` ${seconds} s`}`;
		stream.write(`${clear}${line.slice(0, (stream.columns ?? 80) - 1)}`);
	};
	const end = () => {
		clearInterval(timer);
		timer = void 0;
		stream.write(clear);
	};
	return {
		during: async (title, work) => {
			const entry = {
				title,
				began: performance.now()
			};
			titles.push(entry);
			draw();
			timer ??= setInterval(draw, 1e3).unref();
			try {
				return await work();
			} finally {
				titles.splice(titles.indexOf(entry), 1);
				if (titles.length === 0) end();
				else draw();
			}
		},
		above: (write) => {
			if (titles.length > 0) stream.write(clear);
			write();
			draw();
		}
	};
}
// src/report/redraw.ts
/** Writes lines to a terminal in place of those that it wrote last: what does not fit on the screen is cut. */
function redrawOn(stream, textOf) {
	let drawn = 0;
	return (lines) => {
		const width = (stream.columns ?? 80) - 1;
		const height = (stream.rows ?? 25) - 1;
		const shown = lines.slice(0, height).map(({ text, ...rest }) => textOf({
			...rest,
			text: text.slice(0, width)
		}));
		const up = drawn === 0 ? "" : `\u001b[${drawn}A\r`;
		stream.write(`${up}\u001b[J${shown.map((line) => `${line}\n`).join("")}`);
		drawn = shown.length;
	};
}
// src/report/plan/sections/by-hand.ts
/** What people have to do after the merge, with commands to copy. */
function handSection({ byHand }, tier) {
	const { shown, rest } = limited(byHand, tier.rows, "tasks");
	if (byHand.length === 0) return "";
	const commands = limited(tier.objects ? shown.flatMap((task) => task.commands) : [], tier.rows, "commands");
	const lines = commands.shown.filter((line) => line.length <= tier.characters);
	return [
		"### To do by hand after the merge\n",
		[...shown.map(({ text }) => `1. ${prose(cut(text, tier.characters))}\n`), ...rest.map((line) => `\n${line}\n`)].join(""),
		...lines.length === 0 ? [] : [
			"<details><summary>Commands</summary>\n",
			fence("sh", [...lines, ...commands.rest]),
			"</details>\n"
		]
	].join("\n");
}
// src/report/plan/entries.ts
/**
* The changes of a cluster with everything that parts have in common written once. Nothing is left out: what an override adds to one part
* is in a separate group. Changes of peer lists are not in it.
*/
function entryGroups(roots, network) {
	const entries = roots.flatMap((root) => entriesOf$1(root, network).map((entry) => ({
		entry,
		part: root.part,
		key: JSON.stringify(entry)
	})));
	const shared = [...groupBy(entries, ({ key }) => key).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [{
			...first,
			parts: [...new Set(same.map(({ part }) => part))]
		}];
	});
	return [...groupBy(shared, ({ entry, parts, key }) => JSON.stringify([
		parts,
		entry.sign,
		entry.differences.length > 0 ? key : ""
	])).values()].flatMap((group) => {
		const [first] = group;
		if (first === void 0) return [];
		const { entry, parts } = first;
		const byKind = groupBy(group.map((one) => one.entry), ({ kind }) => kind);
		return [{
			parts,
			sign: entry.sign,
			differences: entry.differences,
			names: new Map([...byKind].map(([kind, own]) => [kind, own.map(({ name, note }) => note === "" ? name : `${name} ${note}`)]))
		}];
	});
}
const signs = {
	create: "+",
	change: "~",
	delete: "-",
	stay: " "
};
function entriesOf$1({ part, changes }, network) {
	const [owner = "", node = owner] = part.split("/");
	const own = part === "Flux" || part === "Flux itself" ? "flux-system" : `${network}-${owner}`;
	const again = repeatedJobs(changes);
	return numbered(changes.flatMap((change) => {
		const { action, object, differences, restarts, peers } = change;
		if (peers !== void 0) return [];
		const { name, namespace = own } = object.metadata;
		const job = object.kind === "Job" ? withoutHash(name) : "";
		if (again.has(job) && action === "delete") return [];
		const shown = relative$1(hashed$1.has(object.kind) ? withoutHash(name) : name, node);
		const entry = {
			kind: object.kind,
			name: namespace === own ? shown : `${namespace}/${shown}`
		};
		if (again.has(job)) return [{
			...entry,
			sign: "~",
			note: "(runs again)",
			differences: []
		}];
		return [{
			...entry,
			sign: restarts ? "!" : signs[action],
			note: "",
			differences
		}];
	}));
}
/** Objects that are called the same but for their hash are told apart. */
function numbered(entries) {
	const counts = /* @__PURE__ */ new Map();
	return entries.map((entry) => {
		const key = JSON.stringify(entry);
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count === 1 ? entry : {
			...entry,
			name: `${entry.name} (${count})`
		};
	});
}
/** A Job cannot be changed: one that is deleted and created under the name of its new content runs again. */
function repeatedJobs(changes) {
	const named = (wanted) => changes.filter(({ action, object }) => action === wanted && object.kind === "Job").map(({ object }) => withoutHash(object.metadata.name));
	const gone = new Set(named("delete"));
	return new Set(named("create").filter((name) => name !== "" && gone.has(name)));
}
const hashed$1 = /* @__PURE__ */ new Set([
	"ConfigMap",
	"Secret",
	"Job"
]);
/** Without the hash of its content: ours is hexadecimal, kustomize's has digits and letters of which none makes a word. */
const withoutHash = (name) => name.replace(/-(?:[0-9a-f]{10}|[2456789bcdfghkmt]{10})$/, "");
const relative$1 = (name, node) => name === node || name.startsWith(`${node}-`) ? `*${name.slice(node.length)}` : name;
// src/report/plan/wrapped.ts
/** As wide as a comment on GitHub shows code without scrolling. */
const columns$2 = 100;
/** A line of words as lines of a difference: each has the sign, and those after the first are indented. It breaks at spaces, and in braces. */
function wrapped(sign, text) {
	const lines = [];
	let line = `${sign} `;
	for (const word of text.split(/(?<= )|(?<=\{[^}]*,)/)) {
		if (line.length > 2 && line.length + word.trimEnd().length > columns$2) {
			lines.push(line.trimEnd());
			line = `${sign}     `;
		}
		line += word;
	}
	return [...lines, line.trimEnd()];
}
// src/report/plan/sections/peers.ts
/** Lists of peers by what happens to them. */
function sameLists(roots) {
	const all = roots.flatMap(({ part, changes }) => changes.flatMap(({ peers }) => peers === void 0 ? [] : [{
		part,
		peers
	}]));
	return [...groupBy(all, ({ peers }) => JSON.stringify(peers)).values()].flatMap((lists) => {
		const [first] = lists;
		return first === void 0 ? [] : [{
			change: first.peers,
			parts: lists.map(({ part }) => part)
		}];
	});
}
/** `gets bank/{rpc1,validator1}, loses carrier/rpc2` */
const peerText$1 = (change) => verbs(change, "s").join(", ");
/** `9 peer lists get bank/{rpc1,validator1}`: in all clusters. */
function peerLines(roots, { rows, characters }) {
	const { shown, rest } = limited(sameLists(roots), rows, "changes of peer lists");
	return [...shown.map(({ parts, change }) => {
		const [one, ...others] = verbs(change, parts.length === 1 ? "s" : "");
		const text = [one ?? "change", ...others].map((verb) => {
			const [first = "", ...names] = verb.split(" ");
			return `${first} ${code(cut(names.join(" "), characters))}`;
		});
		return `${counted(parts.length, "peer list")} ${text.join(", ")}`;
	}), ...rest];
}
function verbs({ added, removed, moved }, ending) {
	return [
		...added.length === 0 ? [] : [`get${ending} ${bracedPaths(added)}`],
		...removed.length === 0 ? [] : [`lose${ending} ${bracedPaths(removed)}`],
		...moved.length === 0 ? [] : [`redial${ending} ${bracedPaths(moved)}`]
	];
}
// src/report/plan/sections/change-lines.ts
/** Names of fields that are shown where there is no room for values. */
const mostNames = 8;
/** The objects of a cluster as lines of a difference: `+` is green, `-` is red, `!` is orange. */
function changeLines(roots, network, tier) {
	const groups = limited(entryGroups(roots, network), tier.rows, "objects");
	const routine = limited(roots.flatMap((root) => root.routine.map((own) => ({
		...own,
		part: root.part
	}))), tier.rows, "such changes");
	return [
		...groups.shown.flatMap((group) => groupLines(group, tier)),
		...groups.rest,
		...sameLists(roots).flatMap(({ parts, change }) => wrapped("~", cut(`${bracedPaths(parts)}: peer list ${peerText$1(change)}`, tier.characters))),
		...routine.shown.flatMap(({ part, text, objects }) => wrapped(" ", cut(`${part}: only labels and annotations of ${counted(objects, "object")}: ${text}`, tier.characters))),
		...routine.rest
	];
}
function groupLines({ sign, parts, names, differences }, tier) {
	const where = bracedPaths(parts.map((part) => cut(part, tier.characters)));
	const objects = [...names].map(([kind, own]) => {
		const { shown, rest } = limited(own, tier.rows, `${kind}s`);
		const text = [braced(shown.map((name) => cut(name, tier.characters))), ...rest].join(", ");
		return text === "*" ? kind : `${kind} ${text}`;
	});
	const note = sign === "!" ? " (its pods restart)" : sign === " " ? " (kept in the cluster)" : "";
	return [...wrapped(sign, `${where}: ${objects.join("; ")}${note}`), ...fieldLines(differences, tier)];
}
function fieldLines(differences, { fields, characters }) {
	if (fields === "none" || differences.length === 0) return [];
	if (fields === "names") {
		const { shown, rest } = limited(differences, mostNames, "fields");
		return [`    ${[...shown.map(({ field }) => cut(field, characters)), ...rest].join(", ")}`];
	}
	return differences.flatMap(({ field, before, after, lines = [] }) => [`    ${field}: ${before ?? "(none)"} → ${after ?? "(none)"}`, ...lines.map((line) => `        ${line}`)]);
}
// src/report/plan/sections/keys.ts
/** Keys that the merge makes, for which throw-away ones were used here. */
function keyLine({ madeOnMerge }, { rows, characters }) {
	if (madeOnMerge.length === 0) return [];
	const { shown, rest } = limited(madeOnMerge, rows, "keys");
	const labels = [...shown.length === 0 ? [] : [code(cut(bracedPaths(shown), characters))], ...rest];
	return [`The merge makes ${counted(madeOnMerge.length, "key")}: ${labels.join(", ")}`];
}
// src/report/plan/sections/reachability.ts
/** Clusters in which a route comes or goes. */
const reachedClusters = ({ routes }) => [...routes.added, ...routes.removed].map(({ cluster }) => cluster);
/** Routes of a cluster that come and go: `+ route rpc1.carrier.us.example.com:15000 (p2p)`. */
function reachabilityLines$1({ routes }, cluster, tier) {
	const own = (list, sign) => list.filter((route) => route.cluster === cluster).map((route) => ({
		sign,
		route
	}));
	const { shown, rest } = limited([...own(routes.added, "+"), ...own(routes.removed, "-")], tier.rows, "routes");
	return [...shown.flatMap(({ sign, route }) => wrapped(sign, cut(`route ${routeText(route)}`, tier.characters))), ...rest];
}
/** The node is named where its address does not begin with its name. */
function routeText({ node, endpoint, url }) {
	const host = node.split("/").reverse().join(".");
	return `${url} (${url.replace(/^\w+:\/\//, "").startsWith(`${host}.`) ? endpoint : `${endpoint} of ${node}`})`;
}
// src/report/plan/sections/restarts.ts
/** What happens to pods that run, and why Jobs come. */
function restartLines(plan, { rows, characters }) {
	const { shown, rest } = limited(restartTexts(plan), rows, "restarts");
	return [...shown.map((text) => prose(cut(text, characters))), ...rest];
}
// src/report/plan/sections/changes.ts
/** What happens to the objects: a row of numbers for each cluster, and all of it below, folded. */
function changeSection(plan, tier) {
	const { roots } = plan;
	const byCluster = groupBy(roots, ({ cluster }) => cluster);
	const clusters = [.../* @__PURE__ */ new Set([...byCluster.keys(), ...reachedClusters(plan)])];
	if (clusters.length === 0) return "";
	const { shown, rest } = limited(clusters, tier.rows, "clusters");
	const sentences = [
		...restartLines(plan, tier),
		...peerLines(roots, tier),
		...keyLine(plan, tier)
	];
	return [
		"### What changes\n",
		...sentences.length === 0 ? [] : [sentences.map((sentence) => `- ${sentence}\n`).join("")],
		...shown.length === 0 ? [] : [overview(shown, byCluster, tier)],
		...tier.objects ? shown.map((cluster) => details(cluster, byCluster.get(cluster) ?? [], plan, tier)) : [],
		...rest.map((line) => `${line}\n`)
	].join("\n");
}
const columns$1 = [
	["created", "created"],
	["changed", "changed"],
	["pods restart", "restarts"],
	["deleted", "deleted"],
	["kept", "staying"],
	["only labels", "routine"]
];
/** Columns in which every cluster has nothing are left out. */
function overview(clusters, byCluster, { characters }) {
	const counts = clusters.map((cluster) => countsOf$1(byCluster.get(cluster) ?? []));
	const used = columns$1.filter(([, name]) => counts.some((count) => count[name] > 0));
	return table(["cluster", ...used.map(([title]) => title)], clusters.map((cluster, at) => [code(cut(cluster, characters)), ...used.map(([, name]) => {
		const count = counts[at]?.[name] ?? 0;
		const text = count === 0 ? "" : String(count);
		return count > 0 && (name === "restarts" || name === "deleted") ? `**${text}**` : text;
	})]));
}
function details(cluster, roots, plan, tier) {
	const lines = [...changeLines(roots, plan.network, tier), ...reachabilityLines$1(plan, cluster, tier)];
	const owners = [...new Set(roots.map(({ part }) => part.split("/")[0] ?? ""))];
	const about = owners.length === 0 ? "routes" : several(owners, mostOwners);
	const names = `${cut(cluster, tier.characters)}: ${cut(about, tier.characters)}`;
	return [
		`<details><summary>${htmlCode(names)}</summary>\n`,
		fence("diff", lines),
		"</details>\n"
	].join("\n");
}
/** As many as fit on a line. */
const mostOwners = 8;
// src/report/page-link.ts
/** Names of rules and risks. A plan of a fork can have anything in their place, which becomes no part of an address. */
const nameForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const linked = (name, { characters, links }, pageOf) => links && nameForm.test(name) && name.length <= characters ? `[${code(name)}](${pageOf(name)})` : code(cut(name, characters));
/** The name of a rule as a link to its description, in Markdown. */
const ruleLink = (rule, limits) => linked(rule, limits, pageOfRule);
/** The name of a risk as a link to its description, in Markdown. */
const riskLink = (id, limits) => linked(id, limits, pageOfRisk);
// src/report/plan/sections/findings.ts
const marks$3 = {
	error: "❌",
	warning: "⚠️",
	notice: "ℹ️"
};
const markOf = ({ severity, accepted }) => accepted === true ? "✅" : marks$3[severity];
const placeOf$4 = ({ place }, characters) => code(`${cut(place.file, characters)}:${place.line}:${place.column}`);
/** Findings in Markdown, in the order given: errors come first. */
function findingTable(findings, limits) {
	const { rows, characters } = limits;
	const { shown, rest } = limited(findings, rows, "findings");
	const lines = shown.map((finding) => [
		markOf(finding),
		placeOf$4(finding, characters),
		`${prose(cut(finding.message, characters))} (${ruleLink(finding.rule, limits)}${finding.accepted === true ? ", accepted" : ""})`,
		prose(cut(finding.hint ?? "", characters))
	]);
	return [...lines.length === 0 ? [] : [table([
		"",
		"where",
		"what",
		"what to do"
	], lines)], ...rest.map((line) => `${line}\n`)].join("\n");
}
/** The keys of a merge have a separate line. */
const toldElsewhere = "material-missing";
/** What the change brings, with one hint for all that have the same; what was there before is counted. */
function findingSection({ findings, madeOnMerge }, tier) {
	const all = findings.filter(({ rule }) => madeOnMerge.length === 0 || rule !== toldElsewhere);
	if (all.length === 0) return "";
	const fresh = limited(all.filter(({ known }) => known !== true), tier.rows, "findings");
	const old = all.filter(({ known }) => known === true);
	const byHint = groupBy(fresh.shown, ({ rule, hint }) => JSON.stringify([rule, hint]));
	return [
		"### Findings\n",
		...fresh.shown.length === 0 ? [] : [[...byHint.values()].map((same) => itemOf(same, tier)).join("")],
		...fresh.rest.map((line) => `${line}\n`),
		...old.length === 0 ? [] : [`${knownInWords(old, tier)}\n`]
	].join("\n");
}
function itemOf(findings, tier) {
	const { characters } = tier;
	const [first] = findings;
	if (first === void 0) return "";
	const lines = findings.map((finding) => `${markOf(finding)} ${prose(cut(finding.message, characters))} (${placeOf$4(finding, characters)})`);
	const rule = `${ruleLink(first.rule, tier)}${first.accepted === true ? ", accepted" : ""}`;
	const hint = first.hint === void 0 ? "" : `${prose(cut(first.hint, characters))} `;
	return `- ${lines.join("<br>")}<br>→ ${hint}(${rule})\n`;
}
function knownInWords(findings, { rows, characters }) {
	const { shown, rest } = limited([...groupBy(findings, ({ rule }) => rule)].map(([rule, same]) => `${code(cut(rule, characters))}${same.length === 1 ? "" : ` (${same.length})`}`), rows, "rules");
	return `${counted(findings.length, "finding was", "findings were")} there before this change: ${[...shown, ...rest].join(", ")}.`;
}
// src/report/plan/sections/risks.ts
const marks$2 = {
	danger: "🛑",
	caution: "⚠️"
};
/** What could happen to the ledger: first what nobody acknowledged, with how to do so. */
function riskSection({ risks }, tier) {
	if (risks.length === 0) return "";
	const open = risks.filter(({ acknowledged }) => !acknowledged);
	const meant = risks.filter(({ acknowledged }) => acknowledged);
	const items = (some, most) => {
		const { shown, rest } = limited(some, most, "risks");
		return [...shown.map((risk) => item(risk, tier)), ...rest].map((line) => `- ${line}\n`).join("");
	};
	return [
		"### Risks\n",
		...open.length === 0 ? [] : [items(open, tier.risks), howTo(open.slice(0, tier.risks), tier)],
		...meant.length === 0 ? [] : [
			`<details><summary>✅ ${counted(meant.length, "acknowledged risk")}</summary>\n`,
			items(meant, Math.min(tier.risks, tier.rows)),
			"</details>\n"
		]
	].join("\n");
}
function item({ severity, acknowledged, id, message, hint, place }, tier) {
	const { characters } = tier;
	const mark = acknowledged ? `✅ **${severity}, acknowledged**` : `${marks$2[severity]} **${severity}**`;
	const where = code(`${cut(place.file, characters)}:${place.line}:${place.column}`);
	const rule = riskLink(id, tier);
	return `${mark} ${prose(cut(message, characters))} (${rule}, ${where})<br>→ ${prose(cut(hint, characters))}`;
}
/** Subjects that were cut would acknowledge nothing: only whole lines are shown. */
function howTo(risks, { characters }) {
	const lines = risks.map(({ acknowledge }) => acknowledge).filter((line) => line.length <= characters);
	if (lines.length === 0) return "";
	return [
		`<details><summary>To acknowledge ${lines.length === 1 ? "it" : "them"}, add this to the definition, in this change</summary>\n`,
		fence("yaml", dumpYaml({ acknowledge: lines }).trimEnd().split("\n")),
		"</details>\n"
	].join("\n");
}
// src/report/plan/sections/tolerance.ts
/** What the network can lose once the change is merged: what the change makes better and worse; of a new network, what stops it. */
function toleranceSection({ tolerance: { before, after } }, { rows, characters }) {
	const text = (words) => prose(cut(words, characters));
	const lines = before === void 0 ? stoppedBy(after).map((fault) => `- ${text(`Loss of ${kinds$1[fault.kind]} ${fault.name}: ${consensusInWords(fault)}`)}`) : toleranceChanges(before, after).map((change) => `- **${change.verdict}** ${text(changeInWords(change))}`);
	const { shown, rest } = limited(lines, rows, before === void 0 ? "losses" : "changes");
	const same = before !== void 0 && lines.length === 0 ? " This change does not alter it." : "";
	return [
		"### What the network can lose\n",
		`${text(after.summary)}.${same}\n`,
		...shown.length === 0 ? [] : [shown.map((line) => `${line}\n`).join("")],
		...rest.map((line) => `${line}\n`)
	].join("\n");
}
const stoppedBy = ({ faults }) => faults.filter(({ survives }) => !survives);
function changeInWords({ kind, name, before, after }) {
	const what = kind === "network" ? "anywhere" : `loss of ${kinds$1[kind]} ${name}`;
	if (before === void 0 || after === void 0) return `${what}: ${after ?? before ?? ""}`;
	return `${what}: ${after} (before: ${before})`;
}
// src/report/plan/sections/topology.ts
/** A line as render/topology.ts writes it: nothing that links, styles, configures or runs. */
const line = /^(?:flowchart TB|end|subgraph \w+\[TEXT\]|\w+\[TEXT\](?::::r\d)?|\w+ <?-->(?:\|TEXT\|)? \w+|\w+ ~~~ \w+|classDef r\d fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#ffffff)$/;
const text = /"(?:[A-Za-z0-9 .,:/()+_-]|#\d{1,7};)*"/g;
/** Whether a flowchart is nothing but boxes and arrows: one from elsewhere could hold anything that Mermaid knows. */
const isPlainFlowchart = (flowchart) => flowchart.trimEnd().split("\n").every((each) => line.test(each.trim().replace(text, "TEXT")));
/** The picture, where the change alters it: `deploy/README.md` always has it. */
const topologySection = ({ topology, topologyChanged }, tier) => tier.topology && topologyChanged && isPlainFlowchart(topology) ? `<details><summary>Topology</summary>\n\n\`\`\`mermaid\n${topology.trimEnd()}\n\`\`\`\n\n</details>\n` : "";
// src/report/plan/markdown.ts
/** A comment holds 65 536 characters; some are left for what is around it. */
const commentBudget = 6e4;
/** The job summary of one step holds 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const summaryBudget = 1044480;
/**
* A plan in Markdown of at most `budget` bytes in UTF-8: with all there is to say, or as much of it as fits. Nothing in
* the plan is taken for markup.
*/
function planMarkdown(plan, budget = Number.POSITIVE_INFINITY) {
	for (const tier of tiers) {
		const text = atTier(plan, tier);
		if (Buffer.byteLength(text) <= budget) return text;
	}
	return "## Chancery: plan\n\nIt does not fit here at all. The whole plan is in the artifact of this run.\n";
}
function atTier(plan, tier) {
	const sections = [
		handSection(plan, tier),
		riskSection(plan, tier),
		changeSection(plan, tier),
		toleranceSection(plan, tier),
		findingSection(plan, tier),
		topologySection(plan, tier)
	];
	return [
		`## Chancery: plan for ${code(cut(plan.network, tier.characters))}\n`,
		`**${riskLine(plan)}** ${changeLine(plan)} (${prose(comparison$1(plan))})\n`,
		...plan.label === void 0 ? [] : [`${prose(cut(labelLine(plan), tier.characters))}\n`],
		...tier.omits === void 0 ? [] : [`_Shortened to fit: ${tier.omits}. The whole plan is in the artifact of this run._\n`],
		...sections.filter((section) => section !== "")
	].join("\n");
}
// src/report/check.ts
/** The checks of `verify`, in the order in which a network starts. */
const checkNames = [
	"drift",
	"readiness",
	"address",
	"names",
	"reachability"
];
// src/platforms/probe-plan.ts
/** The same target once, in the order of nodes and endpoints. */
function distinct(targets) {
	return [...new Map(targets.map((target) => [`${target.node} ${target.endpoint} ${target.host} ${target.port}`, target]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, target]) => target);
}
/** Targets that the script dials at once, and the most seconds that one takes, as it says itself. */
const atOnce$2 = 32;
/** Seconds for the pod to be placed and its image to be pulled. */
const beginning = 120;
/** Seconds after which a probe that has not ended never will. */
const patienceFor = ({ targets }) => beginning + Math.ceil(distinct(targets).length / atOnce$2) * 10;
// src/probe/outcome.ts
/** Exit status of curl: https://curl.se/libcurl/c/libcurl-errors.html */
const resolve$2 = 6;
const connect = 7;
const timeout$1 = 28;
const handshake = 35;
const nothing$1 = 52;
const send = 55;
const receive = 56;
const certificate$1 = 60;
/** Reads what the script wrote. A target without a line was not dialled: the probe ended before. */
function outcomesOf(plan, log) {
	const lines = new Map([...log.matchAll(/^probe (\d+) (\d+) ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)(?: (\S*) ?(.*))?$/gm)].map(([, number, status, , connected, secured, total, address = "", message = ""]) => [Number(number), {
		status: Number(status),
		connected: Number(connected),
		secured: Number(secured),
		total: Number(total),
		reached: Number(connected) > 0 || address !== "",
		message: message.trim()
	}]));
	return distinct(plan.targets).map(({ authorities, ...target }, number) => {
		const line = lines.get(number);
		const failure = line === void 0 ? "not tried" : authorities === void 0 ? overTcp(line) : overTls(line);
		return {
			...target,
			...authorities === void 0 ? {} : { authorities },
			...failure === void 0 ? {} : { failure }
		};
	});
}
/** An established connection counts as success, independent of the answer. */
function overTcp(line) {
	const { status, connected, message } = line;
	if (connected === 0) return unreached(line);
	return [
		nothing$1,
		send,
		receive
	].includes(status) && !/too large/i.test(message) ? closed$2(line) : void 0;
}
/** An Ambassador accepts every connection, and closes those that it cannot forward: at once, or after a try. */
function closed$2({ connected, total }) {
	const seconds = Math.round(total - connected);
	return seconds < 1 ? "closed immediately" : `closed after ${seconds} s`;
}
function overTls(line) {
	const { status, reached, secured, message } = line;
	if (status === certificate$1) return ofCertificate(message);
	if (secured > 0) return void 0;
	if (!reached || status === connect) return unreached(line);
	if (status === timeout$1) return "no answer to the TLS handshake";
	if ([
		nothing$1,
		send,
		receive
	].includes(status) || status === handshake && isHangUp(message)) return closed$2(line);
	if (status !== handshake) return other(line);
	const [, alert] = /alert ([a-z ]+?)(?: *;|$|,)/.exec(message) ?? [];
	return alert === void 0 ? "no TLS" : `TLS refused: ${alert}`;
}
/** As the versions of OpenSSL and curl say that the other side went away within the handshake. */
const isHangUp = (message) => /connection reset|SSL_ERROR_SYSCALL|unexpected eof|lib\(0\)|broken pipe/i.test(message);
function ofCertificate(message) {
	if (/subject name|hostname|host name/i.test(message)) return "certificate has another name";
	if (/expired/i.test(message)) return "certificate has expired";
	if (/not yet valid/i.test(message)) return "certificate is not valid yet";
	return "certificate from an unknown authority";
}
function unreached(line) {
	const { status, message } = line;
	if (status === resolve$2) return "name not found";
	if (status === timeout$1) return /^resolving/i.test(message) ? "DNS server does not answer" : "timed out";
	if (status !== connect) return other(line);
	if (/reset/i.test(message)) return "closed immediately";
	return /no route|unreachable|permission denied/i.test(message) ? "no route" : "refused";
}
const other = ({ status, message }) => `curl ${status}${message === "" ? "" : `: ${message}`}`;
/** `from cluster us: carrier/peer1 grpc at peer1.carrier.eu.example.com:15003 refused` */
const describeFailure = (cluster, { node, endpoint, host, port, failure }) => `from cluster ${cluster}: ${node} ${endpoint} at ${host}:${port} ${failure ?? "answers"}`;
// src/report/reachability.ts
/** For the clusters with probe results. */
const reachabilityOf = (results) => new Map(results.flatMap(({ cluster, reachability = [] }) => reachability.length === 0 ? [] : [[cluster, reachability]]));
/** A line for each failure, or one line if there is none. */
function reachabilityLines(cluster, outcomes) {
	const failures = outcomes.filter(({ failure }) => failure !== void 0);
	return failures.length === 0 ? [`all ${outcomes.length} endpoints that its nodes dial answer`] : [...failures.map((outcome) => visible(describeFailure(cluster, outcome))), `${outcomes.length - failures.length} of ${outcomes.length} endpoints that its nodes dial answer`];
}
/** Endpoints by cluster. If several organizations of a cluster connect to one endpoint, the worst result counts. */
function matrix(found) {
	const clusters = [...found.keys()].sort();
	const key = ({ node, endpoint }) => `${node} ${endpoint}`;
	return {
		clusters,
		rows: [...new Set([...found.values()].flat().map(key))].sort().map((endpoint) => ({
			endpoint,
			cells: clusters.map((cluster) => {
				const own = (found.get(cluster) ?? []).filter((outcome) => key(outcome) === endpoint);
				if (own.length === 0) return "";
				return own.find(({ failure }) => failure !== void 0)?.failure ?? "ok";
			})
		}))
	};
}
/** The matrix for a terminal, columns aligned. */
function reachabilityText(found) {
	const { clusters, rows } = matrix(found);
	if (rows.length === 0) return [];
	const all = [["endpoint", ...clusters.map((name) => `from ${name}`)], ...rows.map(({ endpoint, cells }) => [endpoint, ...cells].map(visible))];
	const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? "").length)));
	return all.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}
/** The same for a summary. */
function reachabilityMarkdown(found) {
	const { clusters, rows } = matrix(found);
	if (rows.length === 0) return "";
	return table(["endpoint", ...clusters.map((name) => `from ${code(name)}`)], rows.map(({ endpoint, cells }) => [code(endpoint), ...cells.map(prose)]));
}
// src/report/verified.ts
/** The result of `verify` for a summary: checks by cluster, reachability, and the state of the ledger. */
function verifiedSections(results, ledger) {
	const looked = results.flatMap(({ cluster, checks }) => checks === void 0 ? [] : [{
		cluster,
		checks
	}]);
	const names = checkNames.filter((name) => looked.some(({ checks }) => checks.some((check) => check.name === name)));
	const reached = reachabilityMarkdown(reachabilityOf(results));
	return [
		...looked.length === 0 ? [] : [table(["cluster", ...names], looked.map(({ cluster, checks }) => [code(cluster), ...names.map((name) => {
			const check = checks.find((one) => one.name === name);
			return check === void 0 ? "" : `${mark(check)} ${prose(check.message)}`;
		})]))],
		...reached === "" ? [] : ["Endpoints that pods reach, by their cluster:\n", reached],
		...ledger.length === 0 ? [] : [`The ledger, as reported by its nodes:\n\n${ledger.map((one) => `- ${mark(one)} ${told$1(one)}\n`).join("")}`]
	];
}
const mark = ({ good }) => good ? "✅" : "❌";
const told$1 = ({ message, hint }) => prose(hint === void 0 ? message : `${message}: ${hint}`);
// src/report/summary.ts
function clusterTable$1(results) {
	return table([
		"",
		"cluster",
		"context",
		"outcome",
		"created",
		"changed",
		"up to date",
		"pruned",
		"no longer defined"
	], results.map(({ cluster, context, outcome, created, changed, kept, pruned, orphaned }) => [
		goodOutcomes.has(outcome) ? "✅" : "❌",
		code(cluster),
		code(context),
		outcome,
		...[
			created,
			changed,
			kept,
			pruned,
			orphaned
		].map(String)
	]));
}
/** A summary holds 1 MiB for all clusters: the log has every line. */
const mostLines$1 = 200;
const findingLimits = {
	rows: 1e3,
	characters: 2e3,
	links: true
};
function clusterDetails({ cluster, plan, lines }) {
	const all = [...plan, ...lines];
	const cut = all.length > mostLines$1 ? [`… ${all.length - mostLines$1} lines more, all of them in the log`] : [];
	return [
		`<details><summary>${htmlCode(cluster)}</summary>\n`,
		fence("text", [...cut, ...all.slice(-200)]),
		"</details>\n"
	];
}
/** "2 errors, 1 warning", or "no findings". */
function countFindings(findings) {
	const counts = [
		"error",
		"warning",
		"notice"
	].flatMap((severity) => {
		const count = findings.filter((finding) => finding.severity === severity).length;
		return count === 0 ? [] : [`${count} ${severity}${agreeing(count, "", "s")}`];
	});
	return counts.length === 0 ? "no findings" : counts.join(", ");
}
/** The result of a command for the summary of a workflow. `title` is the definition's file. */
function resultSummary(title, { findings, changed, files, commit, dnsRecords, topology, plan, clusterResults = [], ledger = [] }) {
	if (plan !== void 0) return planMarkdown(plan, summaryBudget);
	const done = [...commit === void 0 ? [] : [`committed ${code(commit)}`], ...changed === void 0 || files === void 0 ? [] : [changed ? `${counted(files.length, "file")} written or removed` : "nothing changed"]];
	const records = (dnsRecords ?? []).map(({ cluster, name, type, target, addresses = [] }) => [
		cluster,
		code(name),
		type,
		addresses.length === 0 ? prose(target) : addresses.map(code).join(", ")
	]);
	return [
		`## Chancery: ${prose(title)}\n`,
		...done.length === 0 ? [] : [done.map((line) => `- ${line}\n`).join("")],
		...clusterResults.length === 0 ? [] : [clusterTable$1(clusterResults), ...clusterResults.flatMap(clusterDetails)],
		...verifiedSections(clusterResults, ledger),
		findings.length === 0 ? "No findings.\n" : findingTable(findings, findingLimits),
		...topology === void 0 ? [] : [`\`\`\`mermaid\n${topology}\`\`\`\n`],
		...records.length === 0 ? [] : ["Required DNS records:\n", table([
			"cluster",
			"name",
			"type",
			"points at"
		], records)]
	].join("\n");
}
// src/report/terminal.ts
const colours$1 = {
	error: "red",
	warning: "yellow",
	notice: "cyan"
};
const tones$1 = {
	heading: "bold",
	good: "green",
	bad: "red",
	quiet: "dim"
};
/** A finding as compilers write it, which editors and people can follow: `file:line:column: severity: message [rule]`. */
function findingText({ place, severity, message, hint, rule, accepted }, colour) {
	const word = colour ? styleText(colours$1[severity], severity, { validateStream: false }) : severity;
	const where = `${place.file}:${place.line}:${place.column}`;
	return `${visible(`${where}: `)}${word}${accepted === true ? ", accepted" : ""}${visible(`: ${message} [${rule}]`)}\n${hint === void 0 ? "" : `    ${visible(hint)}\n`}`;
}
/**
* Writes findings and progress to standard error, results to standard output; colour only at a terminal. With the format json,
* standard output has the document of the command alone: lines go to standard error, and plans only into the document.
*/
function terminalReporter(out, err, format = "text") {
	const coloured = ({ isTTY }) => isTTY === true && process.env.NO_COLOR === void 0;
	const { during, above } = progressLine(err);
	const toned = ({ text, tone }, colour) => tone === void 0 || !colour ? visibleLines(text) : styleText(tones$1[tone], visibleLines(text), { validateStream: false });
	return {
		findings: (findings) => above(() => {
			const { shown, rest } = limited(findings, 300, "findings: -o json has all of them");
			for (const finding of shown) err.write(findingText(finding, coloured(err)));
			for (const line of rest) err.write(`${line}\n`);
			const [first] = findings;
			if (first !== void 0) err.write(`${countFindings(findings)}\nFor details: chancery explain ${first.rule}\n`);
		}),
		plan: (plan) => {
			if (format === "text") above(() => void out.write(planText(plan, { colour: coloured(out) })));
		},
		conceal: () => {},
		say: (text, tone) => {
			const stream = format === "json" ? err : out;
			const line = toned(tone === void 0 ? { text } : {
				text,
				tone
			}, coloured(stream));
			above(() => void stream.write(`${line}\n`));
		},
		...format === "text" && out.isTTY === true && process.env.CI === void 0 ? { redraw: redrawOn(out, (line) => toned(line, coloured(out))) } : {},
		during: (title, work) => during(visible(title), work)
	};
}
// src/commands/command.ts
/** Lets the compiler infer the types of a command's options. */
const command = (object) => object;
// src/cluster/accounts.ts
/** Everything is applied with the caller's rights. */
const noAccounts = {
	of: () => void 0,
	grants: () => false
};
// src/cluster/clock.ts
/** The cluster's clock, which stamps its objects and events: this machine's may differ. */
async function clockOf(api) {
	const { date } = await api.request("GET", "/version");
	const ahead = date === void 0 ? 0 : date.getTime() - Date.now();
	return () => new Date(Date.now() + ahead);
}
// src/cluster/commit.ts
/** What is wrong when the desired commit does not contain `recorded`, the last applied one; undefined otherwise. */
async function olderThan(recorded, { name, relationTo }) {
	const relation = await relationTo(recorded);
	if (relation === "contained") return void 0;
	const [has, here] = [`the cluster has commit ${short$1(recorded)}`, short$1(name)];
	return {
		message: {
			newer: `${has}, which is newer than the commit here, ${here}`,
			apart: `${has}, which the commit here, ${here}, does not contain`,
			unknown: `${has}; this clone lacks the history to tell whether the commit here, ${here}, contains it`
		}[relation],
		hint: {
			newer: "check out the newest commit; to undo a change, revert it in a commit",
			apart: "merge the two, so that no change of the other one is lost",
			unknown: "fetch the whole history: in a workflow, actions/checkout with `fetch-depth: 0`; elsewhere `git fetch --unshallow`, or pull"
		}[relation]
	};
}
const short$1 = (commit) => commit.slice(0, 12);
// src/cluster/list.ts
/** Objects of one page: more would make answers slow and large. */
const page = 500;
/** All objects at a path, page by page; the answer when the server refused. */
async function listObjects(api, path, { type, selector, signal }) {
	const objects = [];
	let next;
	do {
		const query = new URLSearchParams({ limit: String(page) });
		if (selector !== void 0) query.set("labelSelector", selector);
		if (typeof next === "string") query.set("continue", next);
		const answer = await api.request("GET", `${path}?${query}`, signal === void 0 ? {} : { signal });
		if (!isSuccess(answer)) return answer;
		objects.push(...itemsOf$1(answer, type));
		next = at$1(answer.body, "metadata", "continue");
	} while (typeof next === "string" && next !== "");
	return objects;
}
/** The objects of a list, each with the type that only the list has. */
const itemsOf$1 = ({ body }, type) => listAt$1(body, "items").filter(isRecord).map((item) => ({
	...type,
	...item
})).filter(isObject);
// src/cluster/resources.ts
function resourcesOf(api) {
	const known = /* @__PURE__ */ new Map();
	return {
		async of({ apiVersion, kind }) {
			const found = known.get(apiVersion) ?? discover(api, apiVersion);
			known.set(apiVersion, found);
			return (await found).get(kind);
		},
		forget: () => known.clear()
	};
}
/** https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api: an APIResourceList, empty for a group that is not there. */
async function discover(api, apiVersion) {
	const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
	const answer = await api.request("GET", group);
	if (answer.status === 404) return /* @__PURE__ */ new Map();
	if (!isSuccess(answer)) throw new OperatorError(`the API server does not list the kinds of ${apiVersion}: ${messageOf(answer)}`, "every account has this right by default (system:discovery): ask the administrators of the cluster");
	return new Map(listAt$1(answer.body, "resources").filter(isRecord).filter(({ name }) => !String(name).includes("/")).map(({ name, kind, namespaced }) => [String(kind), {
		group,
		plural: String(name),
		namespaced: namespaced === true
	}]));
}
/** Where all objects of a kind are, in all namespaces. */
const listPath = ({ group, plural }) => `${group}/${plural}`;
/** Where an object is. Throws OperatorError for an object without the namespace that it needs. */
function pathOf$3(resource, object) {
	const { namespace, name } = object.metadata;
	if (!resource.namespaced) return `${resource.group}/${resource.plural}/${encodeURIComponent(name)}`;
	if (namespace === void 0) throw new OperatorError(`${nameOf$3(object)} has no namespace`, "objects of overrides get the namespace of their root, unless kustomize does not know their kind: set it");
	return `${resource.group}/namespaces/${namespace}/${resource.plural}/${encodeURIComponent(name)}`;
}
/** Version of the API server: `v1.37.2`. */
async function serverVersion(api) {
	const answer = await api.request("GET", "/version");
	return isSuccess(answer) ? String(at$1(answer.body, "gitVersion")) : "of unknown version";
}
// src/cluster/live-objects.ts
/** Labels that rendering puts on every object of a network, and by which only Chancery's are found. */
const ownLabels$1 = (network) => ({
	"app.kubernetes.io/managed-by": "chancery",
	"app.kubernetes.io/part-of": network
});
const selectorOf = (network) => Object.entries(ownLabels$1(network)).map(([label, value]) => `${label}=${value}`).join(",");
/**
* Kinds of which objects are asked for one by one: Secrets, as listing them is a right that nobody should have without need,
* and objects outside of any network, which has no such label.
*/
const single$1 = /* @__PURE__ */ new Set([
	"Secret",
	"CustomResourceDefinition",
	"Namespace"
]);
/** Reads the objects of a network with few requests: a list for each kind, and single ones for what is not in a list. */
function liveObjects(api, resources, network) {
	const lists = /* @__PURE__ */ new Map();
	const listed = (resource, object) => {
		const path = listPath(resource);
		const found = lists.get(path) ?? list$1(api, path, object, network);
		lists.set(path, found);
		return found;
	};
	return { async get(object) {
		const resource = await resources.of(object);
		if (resource === void 0) return void 0;
		return (single$1.has(object.kind) ? void 0 : await listed(resource, object))?.get(keyOf$4(object)) ?? getObject(api, pathOf$3(resource, object));
	} };
}
/** Throws OperatorError when reading is forbidden. */
async function getObject(api, path) {
	const answer = await api.request("GET", path);
	if (answer.status === 404) return void 0;
	if (isSuccess(answer) && isObject(answer.body)) return answer.body;
	throw new OperatorError(messageOf(answer), "docs/apply.md lists the necessary rights, docs/verify.md those of `verify`");
}
/** Empty when listing is forbidden: each object is then read by itself. */
async function list$1(api, path, { apiVersion, kind }, network) {
	const found = await listObjects(api, path, {
		type: {
			apiVersion,
			kind
		},
		selector: selectorOf(network)
	});
	return new Map("status" in found ? [] : found.map((object) => [keyOf$4(object), object]));
}
// src/cluster/server-side-apply.ts
/** The field manager of Chancery. */
const fieldManager = "chancery";
/**
* Server-side apply of the object as it is (https://kubernetes.io/docs/reference/using-api/server-side-apply/): every field
* reaches the server, and one that it does not know is refused. JSON is YAML, which is the content type that applies.
*/
function serverSideApply(api, path, object, { manager = fieldManager, dryRun = false, force = false, signal, as } = {}) {
	const query = new URLSearchParams({
		fieldManager: manager,
		fieldValidation: "Strict",
		force: String(force)
	});
	if (dryRun) query.set("dryRun", "All");
	return api.request("PATCH", `${path}?${query}`, {
		body: object,
		contentType: "application/apply-patch+yaml",
		...signal === void 0 ? {} : { signal },
		as
	});
}
// src/cluster/status/state.ts
const current = (message) => ({
	state: "current",
	message
});
const waiting = (message) => ({
	state: "in-progress",
	message
});
const terminating = (message) => ({
	state: "terminating",
	message
});
/** A failure from a condition that may change again. */
const failed$1 = ({ reason, message, since }) => ({
	state: "failed",
	message: message || reason,
	reason,
	since
});
/** A permanent failure. */
const lost = (reason, message) => ({
	state: "failed",
	message,
	reason,
	since: void 0
});
/** Whether what the object's status says is about its last change. Objects whose status does not tell count as such. */
function isObserved(object) {
	const observed = numberAt(object, "status", "observedGeneration");
	return observed === void 0 || object.metadata.generation === void 0 || observed === object.metadata.generation;
}
// src/cluster/status/workload-status.ts
/** Their controllers always write it: without it no controller has seen the object. */
const isSeen = (object) => numberAt(object, "status", "observedGeneration") !== void 0;
const unseen = waiting("its controller has not observed it");
/** The first true condition is the reason to wait. */
const firstOf = (...reasons) => reasons.find(([missing]) => missing)?.[1];
const replicas$4 = (some, all, are) => `${some} of ${counted(all, "replica is", "replicas are")} ${are}`;
const surplus = (which, count) => `${counted(count, `${which}replica`)} ${agreeing(count, "has", "have")} yet to end`;
const counts = (object) => ({
	wanted: numberAt(object, "spec", "replicas") ?? 1,
	all: numberAt(object, "status", "replicas") ?? 0,
	ready: numberAt(object, "status", "readyReplicas") ?? 0,
	available: numberAt(object, "status", "availableReplicas") ?? 0,
	updated: numberAt(object, "status", "updatedReplicas") ?? 0
});
const longEnough = (object) => `ready for long enough (${numberAt(object, "spec", "minReadySeconds") ?? 0} seconds)`;
function deployment(object) {
	if (!isSeen(object)) return unseen;
	const { wanted, all, ready, available, updated } = counts(object);
	const progress = conditionOf(object, "Progressing");
	if (progress?.reason === "ProgressDeadlineExceeded") {
		const seconds = numberAt(object, "spec", "progressDeadlineSeconds") ?? 0;
		const message = `${replicas$4(ready, wanted, "ready")}, without any progress for ${seconds} seconds`;
		return failed$1({
			...progress,
			message
		});
	}
	const reason = firstOf([all < wanted, replicas$4(all, wanted, "created")], [updated < wanted, replicas$4(updated, wanted, "of the new version")], [all > wanted, surplus("old ", all - wanted)], [ready < wanted, replicas$4(ready, wanted, "ready")], [available < updated, replicas$4(available, wanted, longEnough(object))], [progress !== void 0 && progress.reason !== "NewReplicaSetAvailable", "its new version is not yet complete"], [!isTrue$1(object, "Available"), "is not yet available"]);
	return reason === void 0 ? current(replicas$4(ready, wanted, "ready")) : lacking(object, reason);
}
function replicaSet(object) {
	if (!isSeen(object)) return unseen;
	const { wanted, all, ready, available } = counts(object);
	const reason = firstOf([all < wanted, replicas$4(all, wanted, "created")], [(numberAt(object, "status", "fullyLabeledReplicas") ?? 0) < wanted, "some of its pods lack labels"], [ready < wanted, replicas$4(ready, wanted, "ready")], [available < wanted, replicas$4(available, wanted, longEnough(object))], [all > wanted, surplus("", all - wanted)]);
	return reason === void 0 ? current(replicas$4(ready, wanted, "ready")) : lacking(object, reason);
}
/** A pod that cannot be created now may be possible later, for example after a change of quota: not a failure yet. */
function lacking(object, reason) {
	const failure = conditionOf(object, "ReplicaFailure", "True");
	return waiting(failure === void 0 ? reason : `${reason}: ${failure.message || failure.reason}`);
}
/** Its controller never reports a failure. */
function statefulSet(object) {
	if (!isSeen(object)) return unseen;
	if (textAt$1(object, "spec", "updateStrategy", "type") === "OnDelete") return current("changes when its pods are deleted (OnDelete)");
	const { wanted, all, ready, available, updated } = counts(object);
	const partition = numberAt(object, "spec", "updateStrategy", "rollingUpdate", "partition") ?? 0;
	const toUpdate = Math.max(0, wanted - partition);
	const meet = textAt$1(object, "status", "currentRevision") === textAt$1(object, "status", "updateRevision");
	const reason = firstOf([all < wanted, replicas$4(all, wanted, "created")], [ready < wanted, replicas$4(ready, wanted, "ready")], [available < wanted, replicas$4(available, wanted, longEnough(object))], [all > wanted, surplus("", all - wanted)], [updated < toUpdate, replicas$4(updated, toUpdate, "of the new version")], [partition === 0 && !meet, "its new version is not yet complete"]);
	return reason === void 0 ? current(replicas$4(ready, wanted, "ready")) : waiting(reason);
}
function daemonSet(object) {
	const wanted = numberAt(object, "status", "desiredNumberScheduled");
	if (!isSeen(object) || wanted === void 0) return unseen;
	const onDelete = textAt$1(object, "spec", "updateStrategy", "type") === "OnDelete";
	const numberOf = (field) => numberAt(object, "status", field) ?? 0;
	const reason = firstOf([numberOf("currentNumberScheduled") < wanted, replicas$4(numberOf("currentNumberScheduled"), wanted, "scheduled")], [!onDelete && numberOf("updatedNumberScheduled") < wanted, replicas$4(numberOf("updatedNumberScheduled"), wanted, "of the new version")], [numberOf("numberReady") < wanted, replicas$4(numberOf("numberReady"), wanted, "ready")], [numberOf("numberAvailable") < wanted, replicas$4(numberOf("numberAvailable"), wanted, longEnough(object))]);
	return reason === void 0 ? current(replicas$4(numberOf("numberReady"), wanted, "ready")) : waiting(reason);
}
// src/cluster/status/status.ts
/**
* What the live object itself tells. Rules of kstatus, except where a comment says otherwise:
* https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus/status
* Not told by the object: pods that can never run. See failures.ts.
*/
function statusOf(object) {
	return generic(object) ?? ofKind[`${groupOf(object)}/${object.kind}`]?.(object) ?? ready(object);
}
function generic(object) {
	if (object.metadata.deletionTimestamp !== void 0) {
		const finalizers = listAt$1(object, "metadata", "finalizers");
		return terminating(finalizers.length === 0 ? "is being deleted" : `is being deleted, once ${finalizers} allow it`);
	}
	if (!isObserved(object)) return waiting("its controller has not observed the last change");
	const reconciling = conditionOf(object, "Reconciling", "True");
	if (reconciling !== void 0) return waiting(reconciling.message || reconciling.reason);
	const stalled = conditionOf(object, "Stalled", "True");
	return stalled && failed$1(stalled);
}
/** Not all controllers have this condition, and those that do may only add it when it is true. */
function ready(object) {
	const condition = conditionOf(object, "Ready");
	if (condition === void 0) return current("exists");
	const { observedGeneration = Number.POSITIVE_INFINITY } = condition;
	if (observedGeneration < (object.metadata.generation ?? 0)) return waiting("its controller has not observed the last change");
	return condition.status === "True" ? current("is ready") : waiting(condition.message || condition.reason || "is not ready");
}
const ofKind = {
	"apps/DaemonSet": daemonSet,
	"apps/Deployment": deployment,
	"apps/ReplicaSet": replicaSet,
	"apps/StatefulSet": statefulSet,
	"batch/Job": job,
	"/Namespace": namespace$1,
	"/PersistentVolumeClaim": claim,
	"/Pod": pod$1,
	"/Service": service$1,
	"policy/PodDisruptionBudget": () => current("is active"),
	"apiextensions.k8s.io/CustomResourceDefinition": definition,
	"apiregistration.k8s.io/APIService": apiService
};
/**
* For kstatus a Job that runs is current: nothing is left to reconcile. Here, as in Flux, a Job has to complete: who
* applies one waits for what it does, and would learn of its failure from nobody.
*/
function job(object) {
	if (isTrue$1(object, "Complete")) return current("is complete");
	const condition = conditionOf(object, "Failed", "True");
	if (condition !== void 0) return lost(condition.reason, condition.message || condition.reason);
	if (at$1(object, "spec", "suspend") === true) return current("is suspended");
	if (timeAt(object, "status", "startTime") === void 0) return waiting("has not started");
	const wanted = numberAt(object, "spec", "completions") ?? numberAt(object, "spec", "parallelism") ?? 1;
	const failures = numberAt(object, "status", "failed") ?? 0;
	const done = `${numberAt(object, "status", "succeeded") ?? 0} of ${wanted} completions`;
	return waiting(failures === 0 ? done : `${done}, ${failures} failed`);
}
function pod$1(object) {
	const phase = textAt$1(object, "status", "phase");
	const reason = textAt$1(object, "status", "reason");
	if (phase === "Succeeded") return current("is complete");
	if (phase === "Failed") return lost(reason || "PodFailed", textAt$1(object, "status", "message") || "has failed");
	if (isTrue$1(object, "Ready")) return current("is ready");
	return waiting(phase === "Running" ? "runs, but is not ready" : "has not started");
}
/**
* kstatus and Flux wait until a claim is bound, for ever where its class waits for a first pod and there is none. Here
* a claim counts while somebody makes a volume for it: the two annotations say so. Otherwise it keeps nobody waiting:
* what needs it is not ready without it, and failures.ts says why.
* https://kubernetes.io/docs/reference/labels-annotations-taints/#volume-kubernetes-io-storage-provisioner
*/
function claim(object) {
	const phase = textAt$1(object, "status", "phase");
	if (phase === "Bound") return current("is bound");
	if (phase === "Lost") return lost("ClaimLost", "its volume is gone");
	const { annotations = {} } = object.metadata;
	const provisioner = annotations["volume.kubernetes.io/storage-provisioner"];
	if (provisioner !== void 0) return waiting(`waiting for a volume from ${provisioner}`);
	if ("volume.kubernetes.io/selected-node" in annotations) return waiting("waiting for a volume");
	return current("is not bound: waiting for a first pod that uses it, or for a matching volume");
}
/** kstatus accepts an address inside the cluster. Routes and DNS records need the external one. */
function service$1(object) {
	if (textAt$1(object, "spec", "type") !== "LoadBalancer") return current("exists");
	const [first] = listAt$1(object, "status", "loadBalancer", "ingress");
	const address = textAt$1(first, "ip") || textAt$1(first, "hostname");
	return address === "" ? waiting("waiting for an address of the load balancer") : current(`has the address ${address}`);
}
function namespace$1(object) {
	return textAt$1(object, "status", "phase") === "Terminating" ? terminating("is being deleted") : current("is active");
}
function definition(object) {
	const names = conditionOf(object, "NamesAccepted", "False");
	if (names !== void 0) return failed$1(names);
	if (isTrue$1(object, "Established")) return current("is established");
	const unestablished = conditionOf(object, "Established", "False");
	return unestablished !== void 0 && unestablished.reason !== "Installing" ? failed$1(unestablished) : waiting("is being installed");
}
function apiService(object) {
	if (isTrue$1(object, "Available")) return current("is available");
	return waiting(conditionOf(object, "Available")?.message || "is not yet available");
}
// src/cluster/foundation.ts
/** What must exist before the server can judge the rest. A namespace that only changes can wait until nothing was refused. */
const comesFirst = ({ object, action }, accounts) => isFoundation(object) ? action === "create" || action === "change" && object.kind !== "Namespace" : action !== "keep" && accounts.grants(object);
/**
* Creates namespaces and kinds, and waits until they are ready: only then can the server judge their objects. Then it creates the
* rights of accounts there. After a refusal it creates nothing more and does not wait.
*/
async function makeFoundation(steps, options) {
	const open = steps.filter((step) => comesFirst(step, options.accounts));
	const first = await make$1(open.filter(({ object }) => isFoundation(object)), options);
	if (first.refused.length > 0) return first;
	const rights = await make$1(open.filter(({ object }) => !isFoundation(object)), options);
	return {
		written: [...first.written, ...rights.written],
		created: [...first.created, ...rights.created],
		refused: rights.refused
	};
}
async function make$1(open, options) {
	const { api, resources, force } = options;
	const outcomes = await pMap(open, async ({ object }) => {
		const answer = await serverSideApply(api, await placeOf$3(object, resources), object, { force });
		return isSuccess(answer) && isObject(answer.body) ? {
			made: answer.body,
			isNew: answer.status === 201
		} : { refused: {
			object,
			refusal: refusalOf$1(object, answer)
		} };
	}, { concurrency: 32 });
	const written = outcomes.flatMap(({ made }) => made ?? []);
	const refused = outcomes.flatMap((outcome) => outcome.refused ?? []);
	for (const object of refused.length > 0 ? [] : written) {
		const live = await until(object, options, (found) => found !== void 0 && statusOf(found).state === "current");
		options.say(`${nameOf$3(object)} ${live ? "is ready" : "exists, but is not ready yet"}`);
		if (!live) throw new OperatorError(`${nameOf$3(object)} does not become ready`, "ask the administrators of the cluster");
	}
	if (written.length > 0) resources.forget();
	return {
		written,
		refused,
		created: outcomes.flatMap(({ made, isNew }) => isNew === true ? [made] : [])
	};
}
/** Waits for the end of namespaces that are being deleted: nothing can be created in them. */
async function awaitTermination(objects, options) {
	for (const object of objects.filter(({ kind }) => kind === "Namespace")) {
		const found = await getObject(options.api, await placeOf$3(object, options.resources));
		if (found?.metadata.deletionTimestamp === void 0) continue;
		options.say(`${nameOf$3(object)} is being deleted: waiting until it is gone`);
		if (!await until(object, options, (live) => live?.metadata.uid !== found.metadata.uid)) throw new OperatorError(`${nameOf$3(object)} is being deleted, and does not finish`, `an object in it has a finalizer without a controller: kubectl get namespace ${object.metadata.name} -o yaml`);
	}
}
/** Removes what `makeFoundation` created, and nothing else. Returns what could not be removed. */
async function undoFoundation(created, options) {
	const left = await pMap(created, async (object) => {
		const path = await placeOf$3(object, options.resources);
		const body = { preconditions: { uid: object.metadata.uid } };
		const answer = await options.api.request("DELETE", path, { body });
		return (isSuccess(answer) || answer.status === 404) && await until(object, options, (live) => live?.metadata.uid !== object.metadata.uid) ? [] : [nameOf$3(object)];
	}, { concurrency: 32 });
	options.resources.forget();
	return left.flat();
}
async function placeOf$3(object, resources) {
	const resource = await resources.of(object);
	if (resource === void 0) throw new Error(`the cluster does not know the kind ${object.kind}`);
	return pathOf$3(resource, object);
}
/** False on a timeout. */
async function until(object, { api, resources, timeout, signal }, condition) {
	const path = await placeOf$3(object, resources);
	const end = Date.now() + timeout;
	while (!condition(await getObject(api, path))) {
		if (Date.now() > end) return false;
		await setTimeout(200, void 0, { signal });
	}
	return true;
}
// src/cluster/difference/binary-data.ts
/** A ConfigMap with the digest and the size of each binary file instead of its bytes. */
const withDigests = (fields) => fields.kind === "ConfigMap" && isRecord(fields.binaryData) ? {
	...fields,
	binaryData: Object.fromEntries(Object.entries(fields.binaryData).map(([name, value]) => [name, typeof value === "string" ? digestOf$3(value) : value]))
} : fields;
/** Of the decoded bytes: kustomize breaks base64 into lines, an API server does not. */
function digestOf$3(base64) {
	const digits = base64.replaceAll(/[\s=]/g, "");
	const digest = createHash("sha256").update(digits, "base64").digest("hex");
	return `${Math.floor(digits.length * 3 / 4)} bytes, sha256:${digest.slice(0, 12)}…`;
}
// src/cluster/difference/identity.ts
/**
* What items of lists are told apart by, the first that fits: most are the list map keys of Kubernetes. Its Services and
* containers tell ports apart by number only, but a port that has a name stays the same port for people.
*/
const identifiers = [
	["name"],
	["port", "protocol"],
	["containerPort", "protocol"],
	["mountPath"],
	["devicePath"],
	["topologyKey", "whenUnsatisfiable"],
	["key"],
	["type"],
	["ip"],
	["uid"]
];
/** Kubernetes sets it later. */
const defaults$1 = { protocol: "TCP" };
/** The items of both lists by what identifies them (`name="node"`); undefined when nothing does for all of them. */
function identitiesOf(before, after) {
	for (const identifier of identifiers) {
		const [old, now] = [byIdentity(before, identifier), byIdentity(after, identifier)];
		if (old !== void 0 && now !== void 0) return [old, now];
	}
}
function byIdentity(list, identifier) {
	const items = /* @__PURE__ */ new Map();
	for (const item of list) {
		const identity = identityOf$1(item, identifier);
		if (identity === void 0 || items.has(identity)) return void 0;
		items.set(identity, item);
	}
	return items;
}
function identityOf$1(item, identifier) {
	if (!isRecord(item)) return void 0;
	const values = identifier.map((name) => own$2(item, name) ?? defaults$1[name]);
	if (values.some((value) => !["string", "number"].includes(typeof value))) return void 0;
	return identifier.map((name, index) => `${name}=${JSON.stringify(values[index])}`).join(",");
}
// src/cluster/difference/difference.ts
/** Fields that only the server writes, and that applying does not change. */
const serverFields = /* @__PURE__ */ new Set(["status"]);
const serverMetadata = /* @__PURE__ */ new Set([
	"creationTimestamp",
	"deletionGracePeriodSeconds",
	"deletionTimestamp",
	"generation",
	"managedFields",
	"resourceVersion",
	"selfLink",
	"uid"
]);
/** Field by field, what differs between two versions of one object. A whole new subtree is one difference. Sorted by field; lists keep their order. */
function differencesOf(before, after) {
	const [old, now] = [content$1(before), content$1(after)];
	if (equal(old, now)) return [];
	return compare$3("", ...shown$2(before, after));
}
/** Two versions of an object as people may see them: without what is only the server's, values of Secrets masked. */
function shown$2(before, after) {
	const [old, now] = [content$1(before), content$1(after)];
	return isSecret(before) || isSecret(after) ? maskSecret(old, now) : [withDigests(old), withDigests(now)];
}
/** Whether the fields that `manager` owns by server-side apply differ: taking over a field with an equal value is a change too. */
function ownershipChanged(before, after, manager) {
	return !equal(ownedBy(before, manager), ownedBy(after, manager));
}
/** Whether two versions have the same content, independent of the owners of fields. */
const sameContent = (before, after) => equal(content$1(before), content$1(after));
/** Whether `after`, the answer to a dry run, equals `before`: nothing to write. */
const isSame$2 = (before, after, manager) => sameContent(before, after) && !ownershipChanged(before, after, manager);
function ownedBy(object, manager) {
	const entry = listAt$1(object, "metadata", "managedFields").find((one) => at$1(one, "manager") === manager && at$1(one, "operation") === "Apply" && (at$1(one, "subresource") ?? "") === "");
	return [at$1(entry, "apiVersion"), at$1(entry, "fieldsV1")];
}
/** The object without fields that only the server writes. */
const content$1 = (object) => ({
	...without$1(object, serverFields),
	metadata: without$1(object.metadata, serverMetadata)
});
const without$1 = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));
function compare$3(field, before, after) {
	if (equal(before, after)) return [];
	if (isRecord(before) && isRecord(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => compare$3(child(field, name), own$2(before, name), own$2(after, name)));
	if (Array.isArray(before) && Array.isArray(after)) return compareLists(field, before, after);
	return [{
		field,
		...excerpt(before, after)
	}];
}
function compareLists(field, before, after) {
	const identities = identitiesOf(before, after);
	if (identities !== void 0) return compareMatched(field, ...identities);
	if ([...before, ...after].every((item) => typeof item !== "object")) return [{
		field,
		...excerpt(before, after)
	}];
	const length = Math.max(before.length, after.length);
	return Array.from({ length }, (_, index) => compare$3(`${field}[${index}]`, before[index], after[index])).flat();
}
function compareMatched(field, before, after) {
	const found = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((identity) => compare$3(`${field}[${identity}]`, before.get(identity), after.get(identity)));
	const [old, now] = [[...before.keys()].filter((one) => after.has(one)), [...after.keys()].filter((one) => before.has(one))];
	return equal(old, now) ? found : [{
		field,
		...excerpt(old, now)
	}, ...found];
}
// src/cluster/flux.ts
/** The name that Flux owns fields under: https://github.com/fluxcd/kustomize-controller/blob/main/main.go */
const fluxManager = "kustomize-controller";
/** Flux identifies its objects by these labels: https://fluxcd.io/flux/components/kustomize/kustomizations/#role-based-access-control */
const ownLabels = ["kustomize.toolkit.fluxcd.io/name", "kustomize.toolkit.fluxcd.io/namespace"];
/** Whether Flux applies an object now: it owns fields there, and its labels name the Kustomization. */
const isAppliedByFlux = (live) => ownLabels.every((label) => live.metadata.labels?.[label] !== void 0) && listAt$1(live, "metadata", "managedFields").some((entry) => isRecord(entry) && at$1(entry, "manager") === "kustomize-controller" && at$1(entry, "operation") === "Apply");
/** The object as Flux applies it, to find also what Flux would remove again. */
function asFlux(object, live) {
	const own = Object.fromEntries(ownLabels.flatMap((label) => {
		const value = live.metadata.labels?.[label];
		return value === void 0 ? [] : [[label, value]];
	}));
	return {
		...object,
		metadata: {
			...object.metadata,
			labels: {
				...object.metadata.labels,
				...own
			}
		}
	};
}
// src/cluster/inventory.ts
const emptyInventory = {
	entries: [],
	places: [],
	applied: "",
	commit: ""
};
/** Whether the object is known to have been created. */
const recorded = ({ entries }, object) => entries.some((entry) => entry.uid !== "" && keyOf$4(entry) === keyOf$4(object));
/** Entries of both, sorted; where both have an object, the later one counts. */
function union(...lists) {
	return [...new Map(lists.flat().map((entry) => [keyOf$4(entry), entry]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
}
/** Entries of which no object is in the list. */
function without(entries, objects) {
	const there = new Set(objects.map(keyOf$4));
	return entries.filter((entry) => !there.has(keyOf$4(entry)));
}
/** Whether both record the same objects, independent of time. */
const sameEntries = (a, b) => dump(a).objects === dump(b).objects && dump(a).clusters === dump(b).clusters && a.commit === b.commit;
/** Where the inventory of a network is kept: in the namespace of its Ambassador, which every cluster has. */
const inventoryPath = (network, namespace) => `/api/v1/namespaces/${namespace}/configmaps/${nameOfInventory(network)}`;
const nameOfInventory = (network) => `chancery-${network}`;
async function readInventory(api, network, namespace) {
	const found = await getObject(api, inventoryPath(network, namespace));
	if (found === void 0) return emptyInventory;
	const data = at$1(found, "data");
	const text = (key) => String(at$1(data, key) ?? "");
	try {
		return {
			entries: entriesOf(JSON.parse(text("objects"))),
			places: JSON.parse(text("clusters")).map(({ name, context }) => ({
				name,
				context
			})),
			applied: text("applied"),
			commit: commitOf(text("commit")),
			...found.metadata.resourceVersion === void 0 ? {} : { resourceVersion: found.metadata.resourceVersion }
		};
	} catch (error) {
		throw new OperatorError(`the ConfigMap ${namespace}/${nameOfInventory(network)} is invalid: it was edited by hand`, "it records the objects that Chancery applied, to find those that left the definition; delete it to start a new one", { cause: error });
	}
}
/** Throws an Error for anything but an object name: git receives it. */
function commitOf(text) {
	if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/.test(text)) return text;
	throw new TypeError("this should be a commit");
}
/** Throws OperatorError when another run applied the network meanwhile. */
async function writeInventory(api, network, namespace, inventory) {
	const { resourceVersion } = inventory;
	const data = dump(inventory);
	const object = {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: {
			name: nameOfInventory(network),
			namespace,
			labels: ownLabels$1(network),
			...resourceVersion === void 0 ? {} : { resourceVersion }
		},
		data
	};
	const answer = await serverSideApply(api, inventoryPath(network, namespace), object, { force: true });
	if (isSuccess(answer)) return {
		...inventory,
		resourceVersion: String(at$1(answer.body, "metadata", "resourceVersion"))
	};
	if (answer.status === 409) throw new OperatorError(`another run is applying ${network} to this cluster`, "wait until that run ends, then run this again");
	throw new OperatorError(`the inventory cannot be written: ${messageOf(answer)}`, "see docs/apply.md for the rights");
}
/**
* Grouped, as a ConfigMap holds 1 MiB: `{"apps/v1/StatefulSet": {"trade-north": {"v1": "<uid>"}}}`. The namespace of what
* belongs to the whole cluster is empty.
*/
function dump({ entries, places, applied, commit }) {
	const objects = /* @__PURE__ */ new Map();
	for (const { apiVersion, kind, metadata, uid } of union(entries)) nested$2(nested$2(objects, `${apiVersion}/${kind}`), metadata.namespace ?? "").set(metadata.name, uid);
	const plain = (value) => value instanceof Map ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value;
	const sorted = [...places].sort((a, b) => a.name < b.name ? -1 : 1);
	return {
		objects: JSON.stringify(plain(objects)),
		clusters: JSON.stringify(sorted),
		applied,
		...commit === "" ? {} : { commit }
	};
}
function nested$2(map, key) {
	const found = map.get(key) ?? /* @__PURE__ */ new Map();
	map.set(key, found);
	return found;
}
function entriesOf(objects) {
	return fieldsOf$3(objects).flatMap(([type, namespaces]) => {
		const apiVersion = type.slice(0, type.lastIndexOf("/"));
		const kind = type.slice(type.lastIndexOf("/") + 1);
		return fieldsOf$3(namespaces).flatMap(([namespace, names]) => fieldsOf$3(names).map(([name, uid]) => ({
			apiVersion,
			kind,
			metadata: namespace === "" ? { name } : {
				name,
				namespace
			},
			uid: String(uid)
		})));
	});
}
function fieldsOf$3(value) {
	if (!isRecord(value)) throw new TypeError("this should be a map");
	return Object.entries(value);
}
// src/cluster/rehearsal.ts
/** Dry run of every object, without changes: first the namespaces and kinds, then the rest. */
async function rehearse(objects, input) {
	const first = await ask(objects.filter(isFoundation), input, nothingPending);
	const pending = pendingOf(first.steps);
	const rest = objects.filter((object) => !isFoundation(object));
	const granting = await ask(rest.filter((object) => input.accounts.grants(object)), input, pending);
	const all = [
		first,
		granting,
		await ask(rest.filter((object) => !input.accounts.grants(object)), input, {
			...pending,
			rights: namespacesOf(granting.steps)
		})
	];
	return {
		steps: all.flatMap(({ steps }) => steps),
		refused: all.flatMap(({ refused }) => refused),
		warnings: [...new Set(all.flatMap(({ warnings }) => warnings))].sort()
	};
}
const nothingPending = {
	namespaces: /* @__PURE__ */ new Set(),
	kinds: /* @__PURE__ */ new Map(),
	rights: /* @__PURE__ */ new Set()
};
const namespacesOf = (steps) => new Set(steps.flatMap(({ object, action }) => action === "keep" ? [] : [object.metadata.namespace ?? ""]));
function pendingOf(steps) {
	const open = steps.filter(({ action }) => action !== "keep");
	return {
		...nothingPending,
		namespaces: new Set(open.filter(({ object, action }) => object.kind === "Namespace" && action === "create").map(({ object }) => object.metadata.name)),
		kinds: new Map(open.filter(({ object }) => object.kind === "CustomResourceDefinition").map(({ object, action }) => [`${at$1(object, "spec", "group")}/${at$1(object, "spec", "names", "kind")}`, action === "create" ? "create" : "change"]))
	};
}
async function ask(objects, input, pending) {
	const outcomes = await pMap(objects, (object) => one$1(object, input, pending), {
		concurrency: 32,
		signal: input.signal
	});
	return {
		steps: outcomes.flatMap((outcome) => "step" in outcome ? [outcome.step] : []),
		refused: outcomes.flatMap((outcome) => "step" in outcome ? [] : [outcome]),
		warnings: outcomes.flatMap((outcome) => "step" in outcome ? outcome.warnings : [])
	};
}
async function one$1(object, input, pending) {
	const { namespace } = object.metadata;
	const kind = pending.kinds.get(`${object.apiVersion.split("/")[0]}/${object.kind}`);
	const resource = await input.resources.of(object);
	if (resource === void 0 && kind === void 0) return {
		object,
		refusal: unknownKind(object)
	};
	if (resource === void 0 || namespace !== void 0 && pending.namespaces.has(namespace)) return unchecked(object);
	const done = object.kind === "Job" ? await finishedJob(object, input) : void 0;
	if (done !== void 0) return {
		step: done,
		warnings: []
	};
	const account = input.accounts.of(object);
	const checked = account === void 0 || !pending.rights.has(account.namespace);
	const as = checked ? account?.user : void 0;
	const { answer, ...found } = await dryRun(object, pathOf$3(resource, object), {
		...input,
		as
	});
	if (isSuccess(answer) && isObject(answer.body)) {
		const change = await changeOf$2(object, {
			status: answer.status,
			body: answer.body
		}, found, input.live);
		return {
			step: {
				object,
				checked,
				byFlux: found.byFlux,
				...change
			},
			warnings: answer.warnings
		};
	}
	const refusal = refusalOf$1(object, answer);
	return kind === "change" && refusal.kind !== "conflict" ? unchecked(object) : {
		object,
		refusal
	};
}
const unchecked = (object) => ({
	step: {
		object,
		action: "create",
		differences: [],
		versions: {
			before: void 0,
			after: object
		},
		checked: false,
		byFlux: false
	},
	warnings: []
});
async function dryRun(object, path, input) {
	const { api, live, force, heedFlux, signal, as } = input;
	const options = {
		dryRun: true,
		force,
		signal,
		as
	};
	const before = heedFlux ? await live.get(object) : void 0;
	if (before === void 0 || !isAppliedByFlux(before)) return {
		answer: await serverSideApply(api, path, object, options),
		before,
		byFlux: false
	};
	const asked = {
		...options,
		manager: fluxManager
	};
	return {
		answer: await serverSideApply(api, path, asFlux(object, before), asked),
		before,
		byFlux: true
	};
}
/** The change that the answer to a dry run would make to the live object. */
async function changeOf$2(object, { status, body }, found, live) {
	const before = status === 201 ? void 0 : found.before ?? await live.get(object);
	if (before === void 0) return {
		action: "create",
		differences: [],
		versions: {
			before,
			after: body
		}
	};
	return (found.byFlux ? sameContent(before, body) : isSame$2(before, body, "chancery")) ? {
		action: "keep",
		differences: []
	} : {
		action: "change",
		differences: differencesOf(before, body),
		versions: {
			before,
			after: body
		}
	};
}
/**
* A Job runs once: its name has a hash of its content, so one that is there, or was and has been removed after its time, is
* the same and is left alone.
*/
async function finishedJob(object, { live, inventory, heedFlux }) {
	const found = await live.get(object);
	if (found === void 0 && !recorded(inventory, object)) return void 0;
	return {
		object,
		action: "keep",
		differences: [],
		checked: true,
		byFlux: heedFlux && found !== void 0 && isAppliedByFlux(found)
	};
}
const unknownKind = (object) => ({
	kind: "missing",
	message: `${nameOf$3(object)}: the cluster does not serve the kind ${object.kind} of ${object.apiVersion}`,
	hint: isCustom(object) ? "install the product that has its CustomResourceDefinition, or add the definition to your overrides" : "the version of the cluster is too old for the kind, or too new",
	fields: []
});
// src/cluster/judged-foundation.ts
/**
* Creates namespaces and kinds, and rehearses the objects that the server could not judge before. When the server refuses any of
* them, the new namespaces and kinds are removed again.
*/
async function makeJudgedFoundation(planned, options) {
	const made = await makeFoundation(planned.plan.steps, options);
	const refused = made.refused.length > 0 ? made.refused : await rehearseRest(planned, options);
	if (refused.length === 0) return {
		written: made.written,
		refused,
		problems: []
	};
	return {
		written: [],
		refused,
		problems: (await undoFoundation(made.created, options)).map((name) => `${name} was created by this run and could not be removed again`)
	};
}
/** Rehearses the objects that the first dry run had to skip. */
async function rehearseRest({ plan, live, inventory }, options) {
	const objects = plan.steps.filter(({ checked }) => !checked).map(({ object }) => object);
	if (objects.length === 0) return [];
	const judge = () => rehearse(objects, {
		...options,
		heedFlux: false,
		live,
		inventory
	});
	const end = Date.now() + patience$1;
	let { refused, warnings } = await judge();
	while (refused.some((one) => isForbidden(one, options.accounts)) && Date.now() < end) {
		await setTimeout(pause$3, void 0, { signal: options.signal });
		const again = await judge();
		refused = again.refused;
		warnings = again.warnings;
	}
	for (const warning of warnings) options.say(`warning from the API server: ${warning}`);
	return refused;
}
/** Milliseconds in which every API server of a cluster takes up the rights that were just given, and between two tries. */
const patience$1 = 5e3;
const pause$3 = 250;
const isForbidden = ({ object, refusal }, accounts) => refusal.kind === "forbidden" && accounts.of(object) !== void 0;
// src/cluster/difference/managed.ts
/** The fields that a manager owns by server-side apply, and the fields of all others. */
function ownershipOf(object, manager) {
	const entries = listAt$1(object, "metadata", "managedFields").filter((one) => (at$1(one, "subresource") ?? "") === "");
	const isOwn = (entry) => at$1(entry, "manager") === manager && at$1(entry, "operation") === "Apply";
	const fields = (list) => list.flatMap((one) => present(childOf(isRecord(one) ? one : void 0, "fieldsV1")));
	return {
		own: fields(entries.filter(isOwn))[0],
		others: fields(entries.filter((entry) => !isOwn(entry)))
	};
}
/** The same, one step further into the object. */
const below = ({ own, others }, key) => ({
	own: childOf(own, key),
	others: others.flatMap((one) => present(childOf(one, key)))
});
function childOf(owned, key) {
	const child = owned !== void 0 && Object.hasOwn(owned, key) ? owned[key] : void 0;
	return isRecord(child) ? child : void 0;
}
const present = (owned) => owned === void 0 ? [] : [owned];
const parts = (owned) => Object.keys(owned ?? {}).filter((key) => key !== ".");
/** Whether the server treats the value here as a whole: it has an owner, and no part of it has. */
const isWhole = ({ own, others }) => [own, ...others].some((one) => one !== void 0) && [own, ...others].every((one) => parts(one).length === 0);
/** Fields that only this manager owns. */
const ownFields = ({ own }) => parts(own).flatMap((key) => key.startsWith("f:") ? [key.slice(2)] : []);
/** The keys of items of a list here, such as `name`; undefined for a list whose items have no separate owners. */
function itemKeys({ own, others }) {
	const key = [own, ...others].flatMap(parts).find((part) => part.startsWith("k:"));
	return key === void 0 ? void 0 : Object.keys(valuesIn(key));
}
/** Whether the list here is a set: its items are owned by their values. */
const isSet = ({ own, others }) => [own, ...others].flatMap(parts).some((part) => part.startsWith("v:"));
/** Items of a list, or of a set, that a manager owns: their key values, and the key to look below. */
const ownItems = ({ own }) => parts(own).flatMap((key) => /^[kv]:/.test(key) ? [{
	key,
	value: JSON.parse(key.slice(2))
}] : []);
const valuesIn = (key) => JSON.parse(key.slice(2));
// src/cluster/difference/sameness.ts
/** Whether a server would answer `desired` with `live`. */
function sameAsApplied(live, desired, where) {
	if (equal(live, desired)) return true;
	if (Array.isArray(live) && Array.isArray(desired)) return live.length === desired.length && live.every((item, index) => sameAsApplied(item, desired[index], where));
	if (isRecord(live) && isRecord(desired)) return sameFields(live, desired, where);
	if (isQuantity(where)) return quantityOf(live) !== void 0 && quantityOf(live) === quantityOf(desired);
	return isBase64(where) && withoutSpaces(live) === withoutSpaces(desired);
}
/** Of something that is taken as a whole: a field too much is a difference, unless servers fill it in. */
function sameFields(live, desired, where) {
	return [.../* @__PURE__ */ new Set([...Object.keys(live), ...Object.keys(desired)])].every((name) => {
		const inner = {
			...where,
			path: [...where.path, name]
		};
		if (own$2(live, name) === void 0) return isLeftOut(own$2(desired, name), inner);
		if (own$2(desired, name) === void 0) return where.custom || isFilledIn(name, live[name]);
		return sameAsApplied(live[name], desired[name], inner);
	});
}
/** `desired`, which is taken as a whole, as a server that has `live` would write it: parts that are the same, and what it fills in. */
function asServed(live, desired, where) {
	if (sameAsApplied(live, desired, where)) return live;
	if (Array.isArray(live) && Array.isArray(desired)) return desired.map((item, index) => asServed(live[index], item, where));
	if (!isRecord(live) || !isRecord(desired)) return desired;
	const filled = Object.entries(live).filter(([name, value]) => !Object.hasOwn(desired, name) && isFilledIn(name, value));
	const inner = (name) => ({
		...where,
		path: [...where.path, name]
	});
	const served = Object.entries(desired).map(([name, value]) => [name, asServed(own$2(live, name), value, inner(name))]);
	return {
		...Object.fromEntries(filled),
		...Object.fromEntries(served)
	};
}
/** Defaults that servers set inside lists that count as a whole. */
const filledIn$1 = {
	protocol: "TCP",
	apiVersion: "v1",
	kind: "PersistentVolumeClaim",
	volumeMode: "Filesystem",
	status: { phase: "Pending" },
	expirationSeconds: 3600
};
const isFilledIn = (name, value) => value === null || Object.hasOwn(filledIn$1, name) && equal(filledIn$1[name], value);
/** Defaults of restart strategies: servers set them again after a removal. */
const strategies = /* @__PURE__ */ new Set(["strategy", "updateStrategy"]);
const restarting = {
	partition: [0],
	maxSurge: ["25%", 0],
	maxUnavailable: ["25%", 1]
};
/**
* Whether a field that an owner wants no more has the same value afterwards. Flux writes out much that servers fill in, and so
* owns it: https://github.com/fluxcd/pkg/tree/main/ssa/normalize
*/
function comesBack(name, value) {
	if (isFilledIn(name, value)) return true;
	if (!isRecord(value)) return false;
	if (Object.keys(value).length === 0) return true;
	const rolling = isRecord(value.rollingUpdate) ? Object.entries(value.rollingUpdate) : [];
	return strategies.has(name) && value.type === "RollingUpdate" && rolling.every(([field, inner]) => restarting[field]?.includes(inner) === true);
}
/** Maps of texts, which servers leave out when they are empty. What else is empty, such as a selector, means something. */
const maps = /* @__PURE__ */ new Set([
	"annotations",
	"binaryData",
	"data",
	"labels",
	"limits",
	"matchLabels",
	"nodeSelector",
	"requests"
]);
/** Fields whose `false` differs from absence. */
const deniers = /* @__PURE__ */ new Set([
	"allowPrivilegeEscalation",
	"automountServiceAccountToken",
	"hostUsers"
]);
/** Whether a server omits a value from its answers, as it equals absence. */
function isLeftOut(value, { custom, path }) {
	if (value === void 0 || value === null) return true;
	const name = path.at(-1) ?? "";
	if (custom && path[0] !== "metadata") return false;
	if (isRecord(value)) return Object.keys(value).length === 0 && maps.has(name);
	if (Array.isArray(value)) return value.length === 0;
	return value === "" || value === 0 || value === false && !deniers.has(name);
}
/** Servers normalise these: `1000m` becomes `1`. */
const quantities = /* @__PURE__ */ new Set([
	"requests",
	"limits",
	"capacity",
	"hard",
	"sizeLimit",
	"divisor",
	"default",
	"defaultRequest"
]);
const isQuantity = ({ kind, custom, path }) => !custom && !["ConfigMap", "Secret"].includes(kind) && path[0] !== "metadata" && path.some((name) => quantities.has(name));
/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
function quantityOf(value) {
	const [, digits = "", suffix = ""] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([numkMGTPE]i?)?$/.exec(String(value)) ?? [];
	const factor = factors[suffix];
	return digits === "" || factor === void 0 ? void 0 : Number(digits) * factor;
}
const factors = {
	"": 1,
	n: 1e-9,
	u: 1e-6,
	m: .001,
	k: 1e3,
	M: 1e6,
	G: 1e9,
	T: 0xe8d4a51000,
	P: 0x38d7ea4c68000,
	E: 0xde0b6b3a7640000,
	Ki: 1024,
	Mi: 2 ** 20,
	Gi: 2 ** 30,
	Ti: 2 ** 40,
	Pi: 2 ** 50,
	Ei: 2 ** 60
};
const isBase64 = ({ kind, path }) => kind === "Secret" && path[0] === "data" || kind === "ConfigMap" && path[0] === "binaryData";
const withoutSpaces = (value) => typeof value === "string" ? value.replaceAll(/\s/g, "") : value;
// src/cluster/difference/merge.ts
/**
* What `manager` would make of the object that is there, by the rules of server-side apply: what it wants is set, what it owns
* and wants no more is removed, what others own stays. Nothing is asked, so what the server fills in or refuses is not known:
* a field that is not wanted keeps the value that it has.
*/
function mergedWith(live, desired, manager) {
	const { status: _, ...wanted } = withoutStringData(desired);
	const where = {
		kind: live.kind,
		custom: isCustom(live),
		path: []
	};
	const merged = mergeFields(live, wanted, ownershipOf(live, manager), where);
	return {
		...live,
		...merged
	};
}
/** Servers keep `stringData` of a Secret as `data`. */
function withoutStringData(object) {
	const { stringData, ...rest } = object;
	if (object.kind !== "Secret" || !isRecord(stringData)) return object;
	const encoded = Object.entries(stringData).map(([name, text]) => [name, Buffer.from(String(text)).toString("base64")]);
	return {
		...rest,
		data: {
			...Object(object.data),
			...Object.fromEntries(encoded)
		}
	};
}
function merge(live, desired, owner, where) {
	if (isRecord(live) && isRecord(desired) && !isTakenWhole(desired, owner, where)) return mergeFields(live, desired, owner, where);
	if (Array.isArray(live) && Array.isArray(desired) && !isWhole(owner)) {
		const items = mergeItems(live, desired, owner, where);
		if (items !== void 0) return items;
	}
	return asServed(live, desired, where);
}
/** An empty map that has an owner may be one whose parts have none; selectors are taken as a whole, empty ones too. */
const isTakenWhole = (desired, owner, { path }) => isWhole(owner) && (Object.keys(desired).length > 0 || /selector$/i.test(path.at(-1) ?? ""));
function mergeFields(live, desired, owner, where) {
	const inner = (name) => ({
		...where,
		path: [...where.path, name]
	});
	const wanted = Object.keys(desired).filter((name) => own$2(desired, name) !== null);
	const result = new Map(Object.entries(live));
	for (const name of wanted) {
		const value = desired[name];
		if (own$2(live, name) !== void 0) result.set(name, merge(live[name], value, below(owner, `f:${name}`), inner(name)));
		else if (!isLeftOut(value, inner(name))) result.set(name, value);
	}
	for (const name of ownFields(owner).filter((field) => !wanted.includes(field))) {
		if (comesBack(name, own$2(live, name))) continue;
		const left = withoutOwned(own$2(live, name), below(owner, `f:${name}`), inner(name));
		if (left === void 0) result.delete(name);
		else result.set(name, left);
	}
	return Object.fromEntries(result);
}
/** What remains of a value that is no longer desired; undefined when nothing does. */
function withoutOwned(live, owner, where) {
	if (isRecord(live) && !isWhole(owner)) {
		const left = mergeFields(live, {}, owner, where);
		return Object.keys(left).length === 0 ? void 0 : left;
	}
	if (Array.isArray(live) && !isWhole(owner)) {
		const left = mergeItems(live, [], owner, where) ?? live;
		return left.length === 0 ? void 0 : left;
	}
	return owner.others.length > 0 ? live : void 0;
}
/** Undefined where items have no keys: the list then counts as a whole. */
function mergeItems(live, desired, owner, where) {
	if (isSet(owner)) {
		const isGone = ({ key, value }) => !desired.some((item) => equal(item, value)) && below(owner, key).others.length === 0;
		const gone = ownItems(owner).filter(isGone);
		const kept = live.filter((item) => !gone.some(({ value }) => equal(value, item)));
		return [...kept, ...desired.filter((item) => !kept.some((one) => equal(one, item)))];
	}
	const keys = itemKeys(owner);
	if (keys === void 0) {
		const [there, wanted] = identitiesOf(live, desired) ?? [];
		return there === void 0 || wanted === void 0 || where.custom ? void 0 : joined$1(there, wanted, where);
	}
	return mergeKeyed(live, desired, keys, owner, where);
}
/** A list without owners: items that others may have added stay. */
const joined$1 = (live, desired, where) => {
	const nobody = {
		own: void 0,
		others: []
	};
	return [...[...live].map(([key, item]) => desired.has(key) ? merge(item, desired.get(key), nobody, where) : item), ...[...desired].filter(([key]) => !live.has(key)).map(([, item]) => item)];
};
/** Servers fill it in, and tell ports apart by it. */
const defaults = { protocol: "TCP" };
function mergeKeyed(live, desired, keys, owner, where) {
	const identity = (item) => JSON.stringify(keys.map((key) => own$2(item, key) ?? defaults[key] ?? null));
	const wanted = new Map(desired.map((item) => [identity(item), item]));
	const owned = new Map(ownItems(owner).map(({ key, value }) => [identity(value), below(owner, key)]));
	const kept = live.flatMap((item) => {
		const name = identity(item);
		const inside = owned.get(name) ?? {
			own: void 0,
			others: []
		};
		if (wanted.has(name)) return [merge(item, wanted.get(name), inside, where)];
		return inside.own !== void 0 && inside.others.length === 0 ? [] : [item];
	});
	const there = new Set(live.map(identity));
	return [...kept, ...desired.filter((item) => !there.has(identity(item)))];
}
// src/cluster/comparison.ts
/**
* What applying each object would do, by reading only: compares the live objects with the desired ones. That needs no right to
* write, so it cannot show what a server would refuse or default.
*/
async function compare$2(objects, input) {
	const defined = new Set(objects.filter(({ kind }) => kind === "CustomResourceDefinition").map(kindDefinedBy));
	const compared = await pMap(objects, (object) => one(object, defined, input), {
		concurrency: 32,
		signal: input.signal
	});
	return {
		steps: compared.flatMap((found) => "refusal" in found ? [] : [found]),
		refused: compared.flatMap((found) => "refusal" in found ? [found] : []),
		warnings: []
	};
}
const kindDefinedBy = (definition) => `${at$1(definition, "spec", "group")}/${at$1(definition, "spec", "names", "kind")}`;
async function one(object, defined, input) {
	const missing = {
		object,
		action: "create",
		differences: [],
		checked: false,
		byFlux: false
	};
	if (await input.resources.of(object) === void 0) return defined.has(`${groupOf(object)}/${object.kind}`) ? missing : {
		object,
		refusal: unknownKind(object)
	};
	const done = object.kind === "Job" ? await finishedJob(object, input) : void 0;
	if (done !== void 0) return done;
	const before = await input.live.get(object);
	if (before === void 0) return {
		...missing,
		checked: true
	};
	const byFlux = input.heedFlux && isAppliedByFlux(before);
	const after = byFlux ? mergedWith(before, asFlux(object, before), fluxManager) : mergedWith(before, object, fieldManager);
	const step = {
		object,
		checked: true,
		byFlux
	};
	return sameContent(before, after) ? {
		...step,
		action: "keep",
		differences: []
	} : {
		...step,
		action: "change",
		differences: differencesOf(before, after),
		versions: {
			before,
			after
		}
	};
}
// src/cluster/orphans.ts
/** Kinds whose deletion loses data, or deletes other objects. */
const precious = {
	PersistentVolumeClaim: "it holds a ledger's data",
	Secret: "it holds keys",
	Namespace: "its deletion deletes everything in it",
	CustomResourceDefinition: "its deletion deletes every object of its kind, in other networks too"
};
/** Looks the entries up. An object that is gone, or was replaced since, is no orphan. Last in, first out. */
async function findOrphans(entries, live, options) {
	return guard((await pMap(inOrder$1(entries).reverse(), async (entry) => {
		const object = await live.get(entry);
		return object === void 0 || isAnother(object, entry) ? [] : [{
			entry,
			live: object
		}];
	}, { concurrency: 32 })).flat(), options);
}
const isAnother = ({ metadata }, { uid }) => uid !== "" && metadata.uid !== uid;
function guard(found, options) {
	const isNamed = ({ entry }) => options.named.has(nameOf$3(entry));
	const voters = found.filter((orphan) => takesPart(orphan.live, options) && !isNamed(orphan));
	return found.map((orphan) => {
		const reason = isNamed(orphan) ? void 0 : reasonOf(orphan.live, options) ?? neededBy(orphan.live, voters);
		return {
			...orphan,
			...reason === void 0 ? {} : { stays: reason }
		};
	});
}
function reasonOf(object, options) {
	const labels = object.metadata.labels ?? {};
	if (takesPart(object, options)) return "it takes part in consensus: without it the ledger may stop";
	if (isKept(object) && precious[object.kind] === void 0) return `its annotation ${keepAnnotation} keeps it`;
	const owned = Object.entries(ownLabels$1(options.network)).every(([label, value]) => labels[label] === value);
	return precious[object.kind] ?? (owned ? void 0 : "its labels no longer name this network");
}
const takesPart = ({ kind, metadata }, { consensusRoles }) => ["StatefulSet", "Deployment"].includes(kind) && consensusRoles.includes(metadata.labels?.["app.kubernetes.io/component"] ?? "");
/** A node that stays needs its configuration, its network policy, and its route. */
function neededBy(object, voters) {
	const leadsTo = String(at$1(object, "spec", "service") ?? "").split(":")[0];
	const voter = voters.find(({ live: { metadata } }) => [object.metadata.namespace, leadsTo?.split(".")[1]].includes(metadata.namespace));
	return voter === void 0 ? void 0 : `${nameOf$3(voter.live)} stays and may need it`;
}
/** Deletes one object with its dependents, if its UID is unchanged. Does not wait until it is gone. */
async function deleteOrphan(orphan, api, resources, accounts) {
	const resource = await resources.of(orphan.entry);
	if (resource === void 0) return void 0;
	const answer = await api.request("DELETE", pathOf$3(resource, orphan.entry), {
		as: accounts.of(orphan.entry)?.user,
		body: {
			apiVersion: "v1",
			kind: "DeleteOptions",
			propagationPolicy: "Background",
			preconditions: { uid: orphan.live.metadata.uid }
		}
	});
	if ([
		200,
		202,
		404,
		409
	].includes(answer.status)) return void 0;
	return String(at$1(answer.body, "message") ?? `status ${answer.status}`);
}
// src/cluster/plan.ts
/** Compares without changes. Throws OperatorError when the cluster refuses. */
async function planCluster(api, resources, desired, options) {
	const { network, namespace, objects, places, consensusRoles } = desired;
	const [version, inventory] = await Promise.all([serverVersion(api), readInventory(api, network, namespace)]);
	const live = liveObjects(api, resources, network);
	const { steps, refused, warnings } = await (options.readOnly === true ? compare$2 : rehearse)(inOrder$1(objects), {
		api,
		resources,
		live,
		inventory,
		force: options.force,
		heedFlux: options.heedFlux ?? false,
		accounts: desired.accounts ?? noAccounts,
		signal: options.signal
	});
	const isLookedAt = ({ kind }) => kind !== "Secret" || desired.withoutSecrets !== true;
	const orphans = await findOrphans(without(inventory.entries, objects).filter(isLookedAt), live, {
		network,
		consensusRoles,
		named: options.named
	});
	const names = new Set(places.map(({ name }) => name));
	return {
		plan: {
			serverVersion: version,
			steps,
			refused,
			warnings,
			orphans,
			leftClusters: inventory.places.filter(({ name }) => !names.has(name))
		},
		inventory,
		live
	};
}
/** Objects that can become ready: no Job that ran and is gone, and no address where none is assigned. */
async function waitable({ steps }, live, { addressless }) {
	const there = await Promise.all(steps.map(async ({ object, action }) => !(addressless && object.kind === "Service") && (object.kind !== "Job" || action !== "keep" || await live.get(object) !== void 0)));
	return steps.map(({ object }) => object).filter((_, index) => there[index]);
}
const changes = ({ steps }) => steps.filter(({ action }) => action !== "keep");
// src/cluster/prune.ts
/** Deletes the orphans that no guard keeps, one after the other, and waits until they are gone. */
async function pruneOrphans(orphans, options) {
	const pruned = [];
	const problems = [];
	const free = orphans.filter(({ stays }) => stays === void 0);
	for (const orphan of free) {
		if (options.signal.aborted) break;
		const problem = await deleteOrphan(orphan, options.api, options.resources, options.accounts) ?? await end$1(orphan, options);
		if (problem === void 0) {
			pruned.push(orphan.entry);
			options.say(`pruned ${nameOf$3(orphan.entry)}`);
		} else problems.push(`${nameOf$3(orphan.entry)} could not be pruned: ${problem}`);
	}
	return {
		pruned,
		problems,
		stopped: options.signal.aborted && pruned.length < free.length
	};
}
/** Undefined when the object is gone. It stays in the inventory until then. */
async function end$1({ entry, live }, { api, resources, timeout, signal }) {
	const resource = await resources.of(entry);
	if (resource === void 0) return void 0;
	const path = pathOf$3(resource, entry);
	const last = Date.now() + timeout;
	for (;;) {
		if ((await getObject(api, path))?.metadata.uid !== live.metadata.uid) return void 0;
		if (signal.aborted) return "it is being deleted";
		if (Date.now() > last) return "it is being deleted, and a finalizer blocks that";
		await setTimeout(200);
	}
}
// src/cluster/list-and-watch.ts
/** Seconds after which the server ends a watch: less than the limit of a silent connection. */
const watchSeconds = 45;
/**
* Lists objects and watches them until `signal` is aborted (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes).
* A watch that has expired (410), that ends or that breaks is begun again with a new list. Resolves when the first list is there.
*/
async function listAndWatch(options) {
	const objects = /* @__PURE__ */ new Map();
	follow(options, objects, await list(options, objects)).catch((error) => {
		if (!options.signal.aborted) options.failed(error);
	});
	return objects;
}
async function follow(options, objects, first) {
	let version = first;
	while (!options.signal.aborted) {
		const end = await watch(options, objects, version).catch((error) => {
			if (isPassing(error)) return void 0;
			throw error;
		});
		if (end !== void 0) version = end;
		else {
			await setTimeout(500, void 0, { signal: options.signal });
			version = await list(options, objects);
		}
	}
}
async function list({ api, path, type, selector, signal, changed }, objects) {
	const answer = await api.request("GET", `${path}?${new URLSearchParams({ labelSelector: selector })}`, { signal });
	if (!isSuccess(answer)) throw new OperatorError(`${type.kind}s cannot be listed: ${messageOf(answer)}`, "see docs/apply.md for the rights");
	objects.clear();
	for (const object of itemsOf$1(answer, type)) objects.set(keyOf$4(object), object);
	changed();
	return String(at$1(answer.body, "metadata", "resourceVersion"));
}
/** Returns the version to continue from; undefined when a new list is necessary. */
async function watch({ api, path, selector, signal, changed }, objects, from) {
	let version = from;
	const query = new URLSearchParams({
		labelSelector: selector,
		watch: "1",
		resourceVersion: from,
		allowWatchBookmarks: "true",
		timeoutSeconds: String(watchSeconds)
	});
	for await (const event of api.stream(`${path}?${query}`, signal)) {
		const object = at$1(event, "object");
		const type = at$1(event, "type");
		if (!isRecord(object) || typeof type !== "string" || type === "ERROR") return void 0;
		version = String(at$1(object, "metadata", "resourceVersion") ?? version);
		if (type === "BOOKMARK" || !isObject(object)) continue;
		if (type === "DELETED") objects.delete(keyOf$4(object));
		else objects.set(keyOf$4(object), object);
		changed();
	}
	return version;
}
// src/cluster/informer.ts
/** Resolves when all objects were listed once. Throws OperatorError when listing is forbidden. */
async function startInformer(kinds, { api, resources, network, signal }) {
	const end = new AbortController();
	const { promise: broken, reject: failed } = Promise.withResolvers();
	broken.catch(() => {});
	let version = 0;
	const changed = () => {
		version += 1;
	};
	const shared = {
		api,
		selector: selectorOf(network),
		signal: AbortSignal.any([signal, end.signal]),
		changed,
		failed
	};
	const types = new Map(kinds.map(({ apiVersion, kind }) => [`${apiVersion} ${kind}`, {
		apiVersion,
		kind
	}]));
	const storesOf = async (type) => {
		const resource = await resources.of(type);
		return resource === void 0 ? [] : [await listAndWatch({
			...shared,
			type,
			path: listPath(resource)
		})];
	};
	const stores = await Promise.all([...types.values()].map(storesOf)).catch((error) => {
		end.abort();
		throw error;
	});
	return {
		snapshot: () => new Map(stores.flat().flatMap((store) => [...store])),
		version: () => version,
		broken,
		end: () => end.abort()
	};
}
// src/cluster/namespace-events.ts
/** The events of these namespaces. A namespace whose events cannot be listed has none. */
async function eventsIn(api, namespaces, signal) {
	const type = {
		apiVersion: "v1",
		kind: "Event"
	};
	return (await pMap(namespaces, (namespace) => listObjects(api, `/api/v1/namespaces/${namespace}/events`, {
		type,
		signal
	}), { concurrency: 32 })).flatMap((list) => "status" in list ? [] : list);
}
// src/cluster/status/patience.ts
const started = [
	"Pulling",
	"Pulled",
	"Created",
	"Started"
];
/** By the reason of a container, a pod or an event. Other reasons are harmless, or pass. */
const patience = {
	/** A process may crash once or twice while its dependencies start. The third crash is its own fault. */
	CrashLoopBackOff: {
		seconds: 0,
		times: 3
	},
	/** It crashed before this rollout, which may be the repair: the kubelet restarts it within five minutes. */
	CrashedBefore: {
		seconds: 330,
		times: 3
	},
	/** Program or working directory not found, mostly: a CrashLoopBackOff after a few times. */
	RunContainerError: { seconds: 60 },
	StartError: { seconds: 60 },
	/** Registries are busy, limit rates, and see new images and credentials a little later. */
	ErrImagePull: { seconds: 60 },
	ImagePullBackOff: { seconds: 60 },
	ErrImageNeverPull: { seconds: 60 },
	ImageInspectError: { seconds: 60 },
	RegistryUnavailable: { seconds: 120 },
	SignatureValidationFailed: { seconds: 60 },
	/** An invalid image name stays invalid. */
	InvalidImageName: { seconds: 0 },
	/** A Secret or ConfigMap is missing. Controllers that unseal or fetch Secrets take some seconds. */
	CreateContainerConfigError: { seconds: 60 },
	CreateContainerError: { seconds: 60 },
	PreCreateHookError: { seconds: 60 },
	PostStartHookError: { seconds: 60 },
	/** Nodes are added by autoscalers, which say so within seconds, and volumes of claims in a minute or two. */
	Unschedulable: { seconds: 120 },
	/** A pod that failed is replaced, and where a node was drained or full, the next one runs. */
	PodFailed: {
		seconds: 0,
		times: 3
	},
	/** What a StatefulSet does with a pod that failed. It deletes each pod once for a new version. */
	SuccessfulDelete: {
		seconds: 0,
		times: 3
	},
	/** As for CreateContainerConfigError; and the kubelet waits up to two minutes between two attempts. */
	FailedMount: {
		seconds: 150,
		over: started
	},
	FailedMapVolume: {
		seconds: 150,
		over: started
	},
	/** A volume is taken from a node that is lost after six minutes. */
	FailedAttachVolume: {
		seconds: 420,
		over: ["SuccessfulAttachVolume", ...started]
	},
	/** Network plugins start some time after a new node is ready. */
	FailedCreatePodSandBox: {
		seconds: 150,
		over: started
	},
	/** Clouds answer late, and create volumes on the second attempt. */
	ProvisioningFailed: {
		seconds: 120,
		over: ["ProvisioningSucceeded"]
	},
	/** No class provisions the volume: a person must. */
	FailedBinding: {
		seconds: 120,
		over: ["ProvisioningSucceeded"]
	},
	/** Clouds may create networks and addresses first. Reasons of Kubernetes, AWS and MetalLB. */
	SyncLoadBalancerFailed: {
		seconds: 180,
		over: ["EnsuredLoadBalancer", "UpdatedLoadBalancer"]
	},
	FailedBuildModel: {
		seconds: 180,
		over: ["SuccessfullyReconciled"]
	},
	FailedDeployModel: {
		seconds: 180,
		over: ["SuccessfullyReconciled"]
	},
	AllocationFailed: {
		seconds: 180,
		over: ["IPAllocated"]
	},
	/** Admission webhooks that do not answer yet. */
	FailedCreate: {
		seconds: 120,
		over: ["SuccessfulCreate"]
	},
	/** Pods that end count until they are gone, and may take two minutes. */
	FailedCreateByQuota: {
		seconds: 150,
		over: ["SuccessfulCreate"]
	},
	/** The namespace's own labels, which were applied before the workload. */
	FailedCreateByPodSecurity: {
		seconds: 15,
		over: ["SuccessfulCreate"]
	},
	/** A policy, or a ServiceAccount that does not exist yet. */
	FailedCreateByPolicy: {
		seconds: 30,
		over: ["SuccessfulCreate"]
	},
	/** The object reported a failure before this rollout, and its controller may retry. */
	FailedBefore: { seconds: 60 }
};
const isCause = (reason) => Object.hasOwn(patience, reason);
const patienceWith = (cause) => patience[cause];
// src/cluster/status/containers.ts
/** Init containers first, in the order in which they run. */
const containersOf$1 = (pod) => [...listAt$1(pod, "status", "initContainerStatuses").map((status) => container(status, true)), ...listAt$1(pod, "status", "containerStatuses").map((status) => container(status, false))];
function container(status, isInit) {
	const state = [
		"waiting",
		"running",
		"terminated"
	].find((one) => isRecord(at$1(status, "state", one)));
	return {
		name: textAt$1(status, "name"),
		isInit,
		isReady: at$1(status, "ready") === true,
		restarts: numberAt(status, "restartCount") ?? 0,
		state: state ?? "unknown",
		reason: state === void 0 ? "" : textAt$1(status, "state", state, "reason"),
		message: state === void 0 ? "" : textAt$1(status, "state", state, "message").trim(),
		end: end(at$1(status, "state", "terminated")) ?? end(at$1(status, "lastState", "terminated"))
	};
}
function end(terminated) {
	if (!isRecord(terminated)) return void 0;
	return {
		exitCode: numberAt(terminated, "exitCode") ?? 0,
		reason: textAt$1(terminated, "reason"),
		message: textAt$1(terminated, "message").trim(),
		startedAt: timeAt(terminated, "startedAt")
	};
}
/** `exit code 137 (OOMKilled): message`. `Error` is what Kubernetes says of every other code. */
function endText({ exitCode, reason, message }) {
	return `exit code ${exitCode}${reason === "" || reason === "Error" ? "" : ` (${reason})`}${message === "" ? "" : `: ${message}`}`;
}
// src/cluster/status/events.ts
const never = /* @__PURE__ */ new Date(0);
function occurrenceOf(event) {
	const about = (field) => textAt$1(event, "involvedObject", field);
	const created = timeAt(event, "eventTime") ?? timeAt(event, "metadata", "creationTimestamp") ?? never;
	return {
		about: {
			kind: about("kind"),
			namespace: about("namespace"),
			name: about("name"),
			uid: about("uid")
		},
		reason: textAt$1(event, "reason"),
		message: textAt$1(event, "message").trim(),
		isWarning: textAt$1(event, "type") === "Warning",
		times: numberAt(event, "series", "count") ?? numberAt(event, "count") ?? 1,
		first: timeAt(event, "firstTimestamp") ?? created,
		last: timeAt(event, "series", "lastObservedTime") ?? timeAt(event, "lastTimestamp") ?? created
	};
}
/** By uid: another object may have had the same name before. In the order in which they happened last. */
function occurrencesOf({ metadata }, events) {
	return inOrder(events.map(occurrenceOf).filter(({ about }) => about.uid !== "" && about.uid === metadata.uid));
}
/** By name, as a pod tells no more of its claims. */
function occurrencesOfClaim(namespace, name, events) {
	const isIt = ({ about }) => about.kind === "PersistentVolumeClaim" && about.namespace === namespace && about.name === name;
	return inOrder(events.map(occurrenceOf).filter(isIt));
}
const inOrder = (occurrences) => occurrences.toSorted((a, b) => a.last.getTime() - b.last.getTime());
// src/cluster/status/pods.ts
/** The pods that a workload's controller made, those of older versions included. A pod is its own. */
function podsOf$3(workload, pods) {
	return pods.filter((pod) => pod.metadata.namespace === workload.metadata.namespace && (workload.kind === "Pod" ? pod.metadata.uid === workload.metadata.uid : isMadeFor(workload, pod)));
}
/** By owner and not by labels: selectors of two workloads may overlap. */
function isMadeFor({ kind, metadata }, pod) {
	const owner = listAt$1(pod, "metadata", "ownerReferences").find((reference) => at$1(reference, "controller") === true);
	if (!isRecord(owner)) return false;
	if (kind !== "Deployment") return owner.uid === metadata.uid;
	const hash = textAt$1(pod, "metadata", "labels", "pod-template-hash");
	return owner.kind === "ReplicaSet" && owner.name === `${metadata.name}-${hash}`;
}
/**
* Those whose trouble is the workload's: pods of an older version are replaced, and pods that are being deleted are
* gone soon.
*/
function currentPodsOf(workload, pods) {
	const own = podsOf$3(workload, pods).filter((pod) => pod.metadata.deletionTimestamp === void 0);
	if (workload.kind === "StatefulSet") {
		const isParallel = textAt$1(workload, "spec", "podManagementPolicy") === "Parallel";
		const partition = numberAt(workload, "spec", "updateStrategy", "rollingUpdate", "partition") ?? 0;
		return own.filter((pod) => !isParallel || partition > 0 || isOfNewVersion(workload, pod));
	}
	if (workload.kind === "Deployment") return ofLastVersion(own, "pod-template-hash", numberAt(workload, "status", "updatedReplicas"));
	if (workload.kind === "DaemonSet") return ofLastVersion(own, "controller-revision-hash", numberAt(workload, "status", "updatedNumberScheduled"));
	return own;
}
/** Of a StatefulSet, the only one that says what its new version is. */
const isOfNewVersion = (statefulSet, pod) => textAt$1(pod, "metadata", "labels", "controller-revision-hash") === textAt$1(statefulSet, "status", "updateRevision");
/** Neither says which version is the last: it is that of the pod that was created last, when there is any of it. */
function ofLastVersion(pods, label, updated) {
	const created = (pod) => timeAt(pod, "metadata", "creationTimestamp")?.getTime() ?? 0;
	const last = pods.toSorted((a, b) => created(a) - created(b)).at(-1);
	if (last === void 0 || (updated ?? 0) === 0) return [];
	const version = textAt$1(last, "metadata", "labels", label);
	return pods.filter((pod) => textAt$1(pod, "metadata", "labels", label) === version);
}
/** Names of the claims that a pod mounts. */
function claimsOf$1(pod) {
	return listAt$1(pod, "spec", "volumes").flatMap((volume) => {
		const claim = textAt$1(volume, "persistentVolumeClaim", "claimName");
		if (claim !== "") return [claim];
		return at$1(volume, "ephemeral") === void 0 ? [] : [`${pod.metadata.name}-${textAt$1(volume, "name")}`];
	});
}
// src/cluster/status/trouble.ts
/** Pods that the workload's controller cannot create or keep, and missing volumes and addresses. */
function troublesOfObject(object, events, since) {
	const failure = conditionOf(object, "ReplicaFailure", "True");
	const own = occurrenceTroubles(occurrencesOf(object, events), since);
	if (failure === void 0) return own;
	const { reason, message } = failure;
	return [{
		cause: causeOf("FailedCreate", message),
		reason,
		message: creation(message),
		since: failure.since
	}, ...own];
}
/** In order of time. What was last seen before `since`, and what is over, is none. */
function occurrenceTroubles(occurrences, since) {
	return occurrences.flatMap((occurrence) => {
		const { reason, message, times, first, last } = occurrence;
		if (!isCause(reason) || last < since) return [];
		const cause = causeOf(reason, message);
		const { times: atLeast = 1, over = [] } = patienceWith(cause);
		const isOver = occurrences.some((later) => over.includes(later.reason) && later.last >= last);
		const isCounted = first >= since && times >= atLeast && !message.startsWith("(combined from similar events)");
		if (isOver || atLeast > 1 && !isCounted) return [];
		if (reason === "SuccessfulDelete") return {
			cause,
			reason: "PodFailed",
			message: `its pod ended ${times} times and was replaced`,
			since: first
		};
		return {
			cause,
			reason,
			message: reason === "FailedCreate" ? creation(message) : message,
			since: first
		};
	});
}
const creation = (message) => `pods cannot be created: ${message}`;
/** Only the API server's message has the reason why pods cannot be created. */
function causeOf(reason, message) {
	if (reason !== "FailedCreate") return reason;
	if (message.includes("violates PodSecurity")) return "FailedCreateByPodSecurity";
	if (message.includes("exceeded quota")) return "FailedCreateByQuota";
	return message.includes("forbidden") ? "FailedCreateByPolicy" : "FailedCreate";
}
// src/cluster/status/pod-troubles.ts
/** The most precise first. `since` is the start of the rollout, which may have repaired older events and crashes. */
function troublesOfPod(pod, events, since) {
	return [
		...containerTroubles(pod, since),
		...volumeTroubles(pod, events, since),
		...unschedulable(pod, events)
	];
}
function containerTroubles(pod, since) {
	return containersOf$1(pod).flatMap((container) => {
		const { name, state, reason, restarts, end } = container;
		if (state !== "waiting" || !isCause(reason)) return [];
		const place = {
			pod,
			container: name
		};
		if (reason !== "CrashLoopBackOff") return {
			...place,
			cause: reason,
			reason,
			message: waitingText(pod, container),
			since: lastChange(pod)
		};
		if (restarts < patience.CrashLoopBackOff.times) return [];
		const cause = end?.startedAt !== void 0 && end.startedAt >= since ? "CrashLoopBackOff" : "CrashedBefore";
		const why = end?.reason === "OOMKilled" ? "OOMKilled" : reason;
		return {
			...place,
			cause,
			reason: why,
			message: crashText(pod, container),
			since: void 0
		};
	});
}
const title = (pod, { name, isInit }) => `${isInit ? "init container" : "container"} ${name} of pod ${pod.metadata.name}`;
function waitingText(pod, container) {
	const { reason, message } = container;
	const isImage = /Image|Registry|Signature/.test(reason);
	return `${title(pod, container)} cannot ${isImage ? "get its image" : "start"}: ${message || reason}`;
}
function crashText(pod, container) {
	const { restarts, end } = container;
	const ended = end === void 0 ? "" : `, the last time with ${endText(end)}`;
	return `${title(pod, container)} crashed ${restarts} times${ended}`;
}
/** Containers do not say since when they wait, but before they did, something was achieved. */
const lastChange = (pod) => conditionsOf(pod).flatMap(({ since }) => since ?? []).reduce((last, since) => laterOf(last ?? since, since), void 0);
/** Events, as neither the pod nor its claims say it themselves. */
function volumeTroubles(pod, events, since) {
	if (hasStarted(pod)) return [];
	const claims = isScheduled(pod) ? [] : claimsOf$1(pod);
	const troubles = (occurrences, what) => occurrenceTroubles(occurrences, since).map((trouble) => ({
		...trouble,
		message: `${what}: ${trouble.message}`,
		pod
	}));
	const { namespace = "", name } = pod.metadata;
	return [...claims.flatMap((claim) => troubles(occurrencesOfClaim(namespace, claim, events), `claim ${claim} of pod ${name} has no volume`)), ...troubles(occurrencesOf(pod, events), `pod ${name} cannot start`)];
}
const isScheduled = (pod) => textAt$1(pod, "spec", "nodeName") !== "";
/** Volumes and network come before all containers. */
const hasStarted = (pod) => isTrue$1(pod, "PodReadyToStartContainers") || containersOf$1(pod).some(({ state, restarts, end }) => state === "running" || restarts > 0 || end !== void 0);
/** An autoscaler that adds a node for the pod says so: the cluster autoscaler, and Karpenter. */
const helps = ["TriggeredScaleUp", "Nominated"];
function unschedulable(pod, events) {
	const scheduled = conditionOf(pod, "PodScheduled", "False");
	if (scheduled?.reason !== "Unschedulable") return [];
	if (textAt$1(pod, "status", "nominatedNodeName") !== "") return [];
	if (occurrencesOf(pod, events).some(({ reason }) => helps.includes(reason))) return [];
	const { reason, message, since } = scheduled;
	return [{
		cause: "Unschedulable",
		reason,
		message: `no node fits pod ${pod.metadata.name}: ${message}`,
		since,
		pod
	}];
}
/** Failed pods are replaced; where that does not help, they become many: `atLeast` as many. */
function failedPods(pods, since, atLeast) {
	const failed = pods.filter((pod) => textAt$1(pod, "status", "phase") === "Failed").filter((pod) => (timeAt(pod, "metadata", "creationTimestamp") ?? since) >= since);
	const pod = failed.at(-1);
	if (pod === void 0 || failed.length < atLeast) return [];
	const container = containersOf$1(pod).find(({ end }) => end !== void 0 && end.exitCode !== 0);
	const reason = textAt$1(pod, "status", "reason") || "PodFailed";
	const why = textAt$1(pod, "status", "message") || (container?.end === void 0 ? reason : endText(container.end));
	const others = failed.length === 1 ? "" : ` (like ${failed.length - 1} before it)`;
	const trouble = {
		cause: "PodFailed",
		reason,
		message: `pod ${pod.metadata.name} failed${others}: ${why}`,
		since: void 0,
		pod
	};
	return [container === void 0 ? trouble : {
		...trouble,
		container: container.name
	}];
}
// src/cluster/status/explain.ts
const mostPods = 4;
/** The report when a wait ends without a known reason: ten lines at most, pods first, then events, the newest last. */
function explain(workload, { pods, events }) {
	const unready = podsOf$3(workload, pods).filter((pod) => statusOf(pod).state !== "current");
	const lines = unready.slice(0, mostPods).map(podLine);
	const more = unready.length - lines.length;
	return [
		...lines,
		...more > 0 ? [`and ${more} more that ${agreeing(more, "is", "are")} not ready`] : [],
		...eventLines(workload, unready, events)
	].map((line) => line.replaceAll(/\s+/g, " "));
}
function podLine(pod) {
	const name = `pod ${pod.metadata.name}`;
	const status = statusOf(pod);
	const scheduled = conditionOf(pod, "PodScheduled", "False");
	if (status.state === "terminating") return `${name} ${status.message}`;
	if (status.state === "failed") {
		const [end] = containersOf$1(pod).flatMap((container) => container.end ?? []);
		return `${name}: ${status.message}${end === void 0 ? "" : `, ${endText(end)}`}`;
	}
	if (scheduled !== void 0) return `${name} has no node: ${scheduled.message || scheduled.reason}`;
	const texts = containersOf$1(pod).flatMap(containerText);
	return texts.length === 0 ? `${name} ${status.message}` : `${name}: ${texts.join("; ")}`;
}
function containerText({ name, isInit, isReady, restarts, state, reason, message, end }) {
	if (isReady || reason === "PodInitializing" || reason === "Completed") return [];
	const title = `${isInit ? "init container" : "container"} ${name}`;
	const ended = end === void 0 ? "" : `, ended with ${endText(end)}`;
	const restarted = restarts === 0 ? "" : `, restarted ${restarts} times`;
	if (state === "waiting") return [`${title} waits: ${reason}${message && ` (${message})`}${restarted}${ended}`];
	if (state === "running") return [`${title} runs, but is not ${isInit ? "done" : "ready"}${restarted}${ended}`];
	return state === "terminated" ? [`${title} has ended${ended}${restarted}`] : [];
}
function eventLines(workload, pods, events) {
	const owners = pods.flatMap((pod) => listAt$1(pod, "metadata", "ownerReferences").map((owner) => textAt$1(owner, "uid")));
	const uids = /* @__PURE__ */ new Set([...[workload, ...pods].map(({ metadata }) => metadata.uid ?? ""), ...owners]);
	const claims = new Set(pods.flatMap(claimsOf$1));
	const belongs = ({ about }) => about.uid !== "" && uids.has(about.uid) || about.kind === "PersistentVolumeClaim" && about.namespace === (workload.metadata.namespace ?? "") && claims.has(about.name);
	const tells = ({ isWarning, about }) => isWarning || about.kind === "PersistentVolumeClaim" || about.kind === "Service";
	const found = inOrder(events.map(occurrenceOf)).filter((one) => belongs(one) && tells(one));
	return [...new Map(found.toReversed().map((one) => [`${one.reason} ${one.message}`, one])).values()].toReversed().slice(-5).map((one) => eventLine(workload, one));
}
function eventLine(workload, { about, reason, message, times }) {
	return `${about.uid === workload.metadata.uid ? "" : `${about.kind} ${about.name}: `}${reason}${times > 1 ? ` (${times} times)` : ""}: ${message}`;
}
// src/cluster/status/failures.ts
/**
* Whether to stop waiting for a live object, and why. Undefined when it is ready, or may still become so.
*
* What was wrong before the rollout may have been set right by it, in this object or in another (a Secret that was
* missing). So patience begins with the rollout, events that were last seen before it do not count, and neither do
* crashes of containers that were started before it. Pods count by owner and version, events by uid.
*
* `since` is when the rollout began, at the earliest when this object changed, which it says itself. Where only another
* object changed it has to be given. Both times are the cluster's, as in the Date header of its answers.
*/
function failureOf(workload, related, now, since = /* @__PURE__ */ new Date(0)) {
	const status = statusOf(workload);
	if (!(status.state === "in-progress" || status.state === "failed") || !isObserved(workload)) return void 0;
	const began = laterOf(changedAt(workload), wholeSecond(since));
	const isForEver = ({ cause, since: start }) => now.getTime() - laterOf(start ?? began, began).getTime() >= patienceWith(cause).seconds * 1e3;
	const troubles = troublesOf(workload, related, began);
	const trouble = troubles.find(isForEver);
	const isOld = status.state === "failed" && status.since !== void 0 && status.since < began;
	if (status.state === "failed" && (!isOld || isForEver({
		cause: "FailedBefore",
		since: began
	}))) {
		const { reason, message } = status;
		const shown = trouble ?? troubles[0];
		return failure(workload, {
			reason,
			message: shown === void 0 ? message : `${message}; ${shown.message}`
		}, shown);
	}
	return trouble === void 0 ? void 0 : failure(workload, trouble, trouble);
}
/** Times of Kubernetes have no fractions. */
const wholeSecond = (time) => /* @__PURE__ */ new Date(Math.floor(time.getTime() / 1e3) * 1e3);
/** Time of the last change to more than the status. */
function changedAt(object) {
	return listAt$1(object, "metadata", "managedFields").filter((entry) => textAt$1(entry, "subresource") === "").flatMap((entry) => timeAt(entry, "time") ?? []).reduce(laterOf, timeAt(object, "metadata", "creationTimestamp") ?? /* @__PURE__ */ new Date(0));
}
/** All that keeps a workload from getting ready, however long it lasts: the most telling first. */
function troublesOf(workload, { pods, events }, since) {
	const own = currentPodsOf(workload, pods);
	const ofPods = own.flatMap((pod) => troublesOfPod(pod, events, since));
	if (workload.kind === "Pod" || workload.kind === "Job") {
		const hasFailed = statusOf(workload).state === "failed";
		const isCounted = ({ cause }) => cause === "CrashLoopBackOff" || cause === "CrashedBefore";
		const left = workload.kind === "Job" && !hasFailed ? ofPods.filter((trouble) => !isCounted(trouble)) : ofPods;
		const ended = hasFailed ? failedPods(own, /* @__PURE__ */ new Date(0), 1) : [];
		return [
			...left,
			...ended,
			...workload.kind === "Job" ? troublesOfObject(workload, events, since) : []
		];
	}
	return [
		...ofPods,
		...failedPods(own, since, patience.PodFailed.times),
		...troublesOfObject(workload, events, since)
	];
}
function failure(workload, { reason, message }, trouble) {
	const object = nameOf$3(workload);
	const { pod, container } = trouble ?? {};
	const text = message.replaceAll(/\s+/g, " ");
	if (pod === void 0) return {
		object,
		reason,
		message: text
	};
	const found = {
		object,
		reason,
		message: `${text}${workload.kind === "StatefulSet" && !isOfNewVersion(workload, pod) ? ". The pod has an older version, and is not replaced while it is not ready: delete the pod" : ""}`,
		pod
	};
	return container === void 0 ? found : {
		...found,
		container
	};
}
// src/cluster/unready.ts
/** A Job that is gone has run: many remove themselves after their time to live. */
const isReady = ({ kind }, live) => live === void 0 ? kind === "Job" : statusOf(live).state === "current";
/** `StatefulSet trade-north/v1 (0 of 1 replicas are ready)` */
const describe$1 = (object, snapshot) => `${nameOf$3(object)} (${messageFor(object, snapshot)})`;
const messageFor = (object, snapshot) => {
	const found = snapshot.get(keyOf$4(object));
	return found === void 0 ? "it does not exist" : statusOf(found).message;
};
/** The objects that will never become ready by themselves. */
async function hopeless(open, snapshot, options) {
	const pods = podsIn(snapshot);
	const events = await eventsOf(open, options);
	const now = options.clock();
	const found = open.flatMap((object) => {
		const live = snapshot.get(keyOf$4(object));
		const failure = live === void 0 ? void 0 : failureOf(live, {
			pods,
			events
		}, now, options.since);
		return live === void 0 || failure === void 0 ? [] : [{
			object: live,
			failure
		}];
	});
	return Promise.all(found.map(async ({ object, failure }) => ({
		object,
		message: `${nameOf$3(object)} will not become ready: ${failure.message}`,
		details: [...explain(object, {
			pods: podsOf$3(object, pods),
			events
		}), ...await logOf$1(failure, options)]
	})));
}
/** All objects that are not ready after a timeout of `seconds`. */
async function overdue(open, snapshot, seconds, options) {
	const pods = podsIn(snapshot);
	const events = await eventsOf(open, options);
	return open.map((object) => {
		const live = snapshot.get(keyOf$4(object));
		return {
			object,
			message: `${nameOf$3(object)} is not ready after ${seconds} s: ${messageFor(object, snapshot)}`,
			details: live === void 0 ? [] : explain(live, {
				pods: podsOf$3(live, pods),
				events
			})
		};
	});
}
const podsIn = (snapshot) => [...snapshot.values()].filter(({ kind }) => kind === "Pod");
/** The largest number of namespaces whose events are read: enough to find the cause. */
const mostNamespaces = 10;
function eventsOf(open, { api, signal }) {
	return eventsIn(api, [...new Set(open.flatMap(({ metadata }) => metadata.namespace ?? []))].slice(0, mostNamespaces), signal);
}
const logLines = 10;
/** Milliseconds. */
const logPatience = 5e3;
/** The last lines of the failing container's log: of its last run when it crashed. */
async function logOf$1({ pod, container }, { api, signal }) {
	if (pod === void 0 || container === void 0) return [];
	const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}/log`;
	const late = AbortSignal.timeout(logPatience);
	for (const previous of ["true", "false"]) {
		const query = new URLSearchParams({
			container,
			previous,
			tailLines: String(logLines),
			limitBytes: "8192"
		});
		const answer = await api.request("GET", `${path}?${query}`, { signal: AbortSignal.any([signal, late]) }).catch((error) => {
			if (late.aborted) return void 0;
			throw error;
		});
		if (answer === void 0) return [];
		const text = typeof answer.body === "string" ? answer.body.trimEnd() : "";
		if (!isSuccess(answer) || text === "") continue;
		const lines = text.split("\n").map((line) => `  ${line}`);
		return [`last lines of ${pod.metadata.name}, container ${container}:`, ...lines];
	}
	return [];
}
// src/cluster/readiness.ts
/** Kinds that become ready some time after they were applied; all others are ready at once. */
const awaitedKinds = /* @__PURE__ */ new Set([
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"Job",
	"Service",
	"PersistentVolumeClaim"
]);
/** On objects that take their own time, such as a Job that waits for other clusters: "false". */
const waitAnnotation = "chancery.dev/wait";
const canBeReady = ({ kind }) => awaitedKinds.has(kind);
const isAwaited = ({ kind, metadata }) => canBeReady({ kind }) && metadata.annotations?.[waitAnnotation] !== "false";
const pod = {
	apiVersion: "v1",
	kind: "Pod"
};
/** The objects that are not ready, in a snapshot of a cluster. */
async function notReady(objects, live) {
	const open = [];
	for (const object of objects.filter(isAwaited)) if (!isReady(object, await live.get(object))) open.push(object);
	return open;
}
/** Milliseconds between two looks at what has changed, and looks between two at what may have gone wrong, and two reports. */
const pause$2 = 500;
const looksForFailures = 4;
const looksForReport = 30;
/** Objects that a report names. */
const mostNamed = 3;
/** Resolves when all are ready (none), as soon as one never will be, or on a timeout. */
async function untilReady(objects, options) {
	const awaited = objects.filter(isAwaited);
	if (awaited.length === 0) return [];
	const informer = await startInformer([...awaited, pod], options);
	try {
		return await look$1(awaited, informer, options);
	} finally {
		informer.end();
	}
}
async function look$1(awaited, informer, options) {
	const end = Date.now() + options.timeout;
	let open = awaited;
	let seen = -1;
	for (let looks = 0;; looks += 1) {
		const isDue = looks % looksForFailures === 0;
		if (isDue || informer.version() !== seen) {
			seen = informer.version();
			const snapshot = informer.snapshot();
			if (looks > 0) sayReady(open, snapshot, options);
			open = awaited.filter((object) => !isReady(object, snapshot.get(keyOf$4(object))));
			const verdict = await verdictOn(open, snapshot, {
				isDue,
				end
			}, options);
			if (verdict !== void 0) return verdict;
			if (looks > 0 && looks % looksForReport === 0) sayOpen(open, snapshot, options);
		}
		await Promise.race([setTimeout(pause$2, void 0, { signal: options.signal }), informer.broken]);
	}
}
/** Undefined while all may still become ready in time. Failures are looked for only when that is due. */
async function verdictOn(open, snapshot, { isDue, end }, options) {
	if (open.length === 0) return [];
	const failed = isDue ? await hopeless(open, snapshot, options) : [];
	if (failed.length > 0) return failed;
	return Date.now() > end ? overdue(open, snapshot, Math.round(options.timeout / 1e3), options) : void 0;
}
function sayReady(open, snapshot, { say }) {
	for (const object of open) if (isReady(object, snapshot.get(keyOf$4(object)))) say(`${nameOf$3(object)} is ready`);
}
function sayOpen(open, snapshot, { say }) {
	const texts = open.map((object) => describe$1(object, snapshot));
	say(`waiting for ${several(texts, mostNamed)}`);
}
// src/cluster/recorder.ts
function recorderOf(api, { network, namespace, objects, places, commit }, { plan, inventory, live }, now) {
	const uids = new Map(inventory.entries.map((entry) => [keyOf$4(entry), entry.uid]));
	const written = /* @__PURE__ */ new Set();
	let stored = inventory;
	const desired = () => objects.map(({ apiVersion, kind, metadata: { name, namespace: inside } }) => {
		const metadata = inside === void 0 ? { name } : {
			name,
			namespace: inside
		};
		return {
			apiVersion,
			kind,
			metadata,
			uid: uids.get(keyOf$4({
				apiVersion,
				kind,
				metadata
			})) ?? ""
		};
	});
	const next = (entries) => ({
		...stored,
		entries: union(entries),
		places,
		commit: commit?.name ?? stored.commit
	});
	const store = async (inventory) => {
		stored = await writeInventory(api, network, namespace, inventory);
	};
	return {
		written: (object) => {
			written.add(keyOf$4(object));
			if (object.metadata.uid !== void 0) uids.set(keyOf$4(object), object.metadata.uid);
		},
		count: () => written.size,
		begin: () => store({
			...next([...inventory.entries, ...desired()]),
			applied: now().toISOString()
		}),
		end: async (pruned) => {
			for (const { object, action } of plan.steps) {
				if (action !== "keep" || (uids.get(keyOf$4(object)) ?? "") !== "") continue;
				const uid = (await live.get(object))?.metadata.uid;
				if (uid !== void 0) uids.set(keyOf$4(object), uid);
			}
			const gone = new Set(pruned.map(keyOf$4));
			const kept = plan.orphans.map(({ entry }) => entry).filter((entry) => !gone.has(keyOf$4(entry)));
			const last = next([...kept, ...desired()]);
			if (!sameEntries(last, stored)) await store(last);
		}
	};
}
// src/cluster/rollout.ts
/** The changed workloads of running nodes, group by group; new workloads do not wait. */
function groupsOf(steps, rollout) {
	const restarted = new Map(steps.filter(({ object, action }) => action === "change" && object.kind === "StatefulSet").map(({ object }) => [`${object.metadata.namespace}/${object.metadata.name}`, object]));
	return (rollout?.groups ?? []).map((group) => group.flatMap(({ namespace, name }) => restarted.get(`${namespace}/${name}`) ?? [])).filter((group) => group.length > 0);
}
const keysOf$1 = (groups) => new Set(groups.flat().map(keyOf$4));
/** How often the head is read, how many paces to wait for it, and the least wait: rounds without a block take longer. */
const pause$1 = 1e3;
const paces = 15;
const shortest$1 = 6e4;
/**
* Whether the ledger makes progress before the change: otherwise the run cannot require it afterwards. The change may be the repair.
*/
async function goesOn(groups, rollout, options) {
	if (rollout?.head === void 0 || groups.length === 0) return false;
	const nodes = rollout.groups.flat();
	const before = await rollout.head(options.api, nodes, options.signal);
	const so = before !== void 0 && await grows(before, nodes, rollout, options, 3 * rollout.pace + pause$1);
	if (before === void 0) options.say("no node reports the height of the ledger: each group restarts once the group before it is ready");
	else if (!so) options.say(`the ledger is stopped at ${before} before the change: each group restarts once the group before it is ready`);
	return so;
}
/** Resolves with true as soon as the head is higher, with false on a timeout. */
async function grows(begin, nodes, { head }, { api, signal }, time) {
	const end = Date.now() + time;
	for (;;) {
		const now = await head?.(api, nodes, signal);
		if (now !== void 0 && now > begin) return true;
		if (Date.now() > end) return false;
		await setTimeout(pause$1, void 0, { signal });
	}
}
/** Waits until the ledger makes progress after the restart of these; otherwise returns the first of them with the reason. */
async function awaitHead(objects, rollout, options) {
	const [first] = objects;
	if (first === void 0) return [];
	const nodes = objects.map(({ metadata }) => metadata);
	const time = Math.max(shortest$1, paces * rollout.pace);
	const begin = await firstHead(nodes, rollout, options, time);
	if (begin !== void 0 && await grows(begin, nodes, rollout, options, time)) return [];
	return [{
		object: first,
		message: begin === void 0 ? `${nameOf$3(first)} runs, but does not report the height of the ledger` : `the ledger is stopped at ${begin} since the restart of ${nameOf$3(first)}`,
		details: ["the nodes after it were not changed: repair this one, then run this again; `chancery verify` shows more"]
	}];
}
async function firstHead(nodes, { head }, { api, signal }, time) {
	const end = Date.now() + time;
	for (;;) {
		const now = await head?.(api, nodes, signal);
		if (now !== void 0 || Date.now() > end) return now;
		await setTimeout(pause$1, void 0, { signal });
	}
}
// src/cluster/write.ts
/** Writes the differences, a stage at a time; after a refusal or a stop, no further stage. */
async function writeStages(steps, options) {
	const { signal, groups, settled, accounts } = options;
	const later = keysOf$1(groups);
	const objects = changes({ steps }).filter((step) => !comesFirst(step, accounts)).map(({ object }) => object);
	for (const stage of inStages(objects)) {
		const ordered = groups.map((group) => group.filter((object) => stage.some((other) => keyOf$4(other) === keyOf$4(object))));
		const others = stage.filter((object) => !later.has(keyOf$4(object)));
		for (const part of [others, ...ordered.filter((group) => group.length > 0)]) {
			const refused = await writeAll(part, options);
			if (refused.length > 0 || signal.aborted) return {
				refused,
				unready: [],
				stopped: signal.aborted
			};
			const unready = part === others ? [] : await settled(part);
			if (unready.length > 0 || signal.aborted) return {
				refused: [],
				unready,
				stopped: signal.aborted
			};
		}
	}
	return {
		refused: [],
		unready: [],
		stopped: false
	};
}
/** Writes objects side by side. */
async function writeAll(objects, { api, resources, recorder, accounts, force, signal, say }) {
	return (await pMap(objects, async (object) => {
		if (signal.aborted) return [];
		const resource = await resources.of(object);
		if (resource === void 0) throw new Error(`${nameOf$3(object)}: the cluster no longer serves its kind`);
		const as = accounts.of(object)?.user;
		const answer = await serverSideApply(api, pathOf$3(resource, object), object, {
			force,
			as
		});
		if (!isSuccess(answer)) return [{
			object,
			refusal: refusalOf$1(object, answer)
		}];
		const { apiVersion, kind, metadata } = object;
		recorder.written({
			apiVersion,
			kind,
			metadata: {
				...metadata,
				uid: String(at$1(answer.body, "metadata", "uid"))
			}
		});
		say(`${answer.status === 201 ? "created" : "changed"} ${nameOf$3(object)}`);
		return [];
	}, { concurrency: 32 })).flat();
}
// src/cluster/apply.ts
/**
* Brings a cluster to the desired state: dry run of everything, then stage by stage, then waiting, then pruning. When the
* server would refuse any object, nothing changes.
*/
async function applyCluster(given, desired, options, listener) {
	const api = endingWith(given, options.signal);
	const accounts = desired.accounts ?? noAccounts;
	const shared = {
		...options,
		api,
		resources: resourcesOf(api),
		accounts,
		say: listener.say
	};
	if (!options.dryRun) await awaitTermination(desired.objects, shared);
	const planned = await planCluster(api, shared.resources, desired, options);
	const { plan } = planned;
	listener.planned(plan);
	await refuseOlder(planned, desired, shared);
	const outcome = outcomeOfPlan(plan, options);
	if (outcome !== void 0) return {
		...untouched(plan),
		outcome
	};
	const clock = await clockOf(api);
	const readiness = {
		...shared,
		clock,
		since: clock(),
		network: desired.network
	};
	const { written, ...refusal } = await makeJudgedFoundation(planned, shared);
	if (refusal.refused.length > 0) return {
		...untouched(plan),
		...refusal,
		outcome: "refused"
	};
	const recorder = recorderOf(api, desired, planned, options.now);
	for (const object of written) recorder.written(object);
	if (changes(plan).length > 0) await recorder.begin();
	const { entries, ...ending } = await write$1(plan, desired.rollout, {
		...readiness,
		recorder
	}) ?? await awaitAll(planned, desired, recorder.count(), readiness) ?? await prune$1(plan.orphans, shared);
	await recorder.end(entries);
	const applied = {
		...untouched(plan),
		written: recorder.count(),
		...ending
	};
	return applied.outcome === "applied" && applied.written + entries.length === 0 ? {
		...applied,
		outcome: "unchanged"
	} : applied;
}
/** Throws OperatorError when the last applied commit is newer than the desired one. A rehearsal only reports it. */
async function refuseOlder({ inventory }, { commit }, { allowOlder, dryRun, say }) {
	if (inventory.commit === "") return;
	if (commit === void 0) return say(`! the cluster has commit ${inventory.commit.slice(0, 12)}, and there is no git repository here to tell whether this one is older`);
	const older = await olderThan(inventory.commit, commit);
	if (older === void 0) return;
	if (allowOlder || dryRun) return say(`! ${older.message}`);
	throw new OperatorError(older.message, `${older.hint}; --allow-older (allow-older: true) applies it anyway`);
}
const untouched = (plan) => ({
	plan,
	written: 0,
	refused: [],
	unready: [],
	pruned: [],
	problems: []
});
/** Undefined when the plan can be applied. */
function outcomeOfPlan(plan, { dryRun, signal }) {
	if (plan.refused.length > 0) return "refused";
	if (dryRun) return "planned";
	return signal.aborted ? "stopped" : void 0;
}
/** Writes the changes of the plan; undefined on success. */
async function write$1(plan, rollout, options) {
	const groups = groupsOf(plan.steps, rollout);
	const asks = await goesOn(groups, rollout, options);
	const settled = (group) => orWhenStopped(options.signal, [], async () => {
		const unready = await untilReady(group, options);
		return unready.length > 0 || rollout === void 0 || !asks ? unready : awaitHead(group, rollout, options);
	});
	const { refused, unready, stopped } = await writeStages(plan.steps, {
		...options,
		groups,
		settled
	});
	if (unready.length > 0) return {
		outcome: "not-ready",
		unready,
		entries: []
	};
	if (stopped) return {
		outcome: "stopped",
		refused,
		entries: []
	};
	return refused.length > 0 ? {
		outcome: "failed",
		refused,
		entries: []
	} : void 0;
}
/** Undefined when all objects are ready. A cluster without changes was checked already. */
async function awaitAll({ plan, live }, desired, written, { since, ...options }) {
	const objects = await waitable(plan, live, desired);
	const unready = await orWhenStopped(options.signal, void 0, async () => {
		if (written > 0) return untilReady(objects, {
			...options,
			since
		});
		return (await notReady(objects, live)).length === 0 ? [] : untilReady(objects, options);
	});
	if (unready === void 0) return {
		outcome: "stopped",
		entries: []
	};
	return unready.length > 0 ? {
		outcome: "not-ready",
		unready,
		entries: []
	} : void 0;
}
/** Deletes objects that left the definition, when requested. */
async function prune$1(orphans, options) {
	if (!options.prune) return {
		outcome: "applied",
		entries: []
	};
	const { pruned: entries, problems, stopped } = await pruneOrphans(orphans, options);
	return {
		outcome: stopped ? "stopped" : problems.length > 0 ? "failed" : "applied",
		pruned: entries.map(nameOf$3),
		problems,
		entries
	};
}
/** What `work` gives, or the second when it was broken off because the whole is to end. */
async function orWhenStopped(signal, stopped, work) {
	try {
		return await work();
	} catch (error) {
		if (signal.aborted) return stopped;
		throw error;
	}
}
// src/cluster/verify.ts
/** Compares without changes. */
async function verifyCluster(api, desired, options) {
	const { plan, live, inventory } = await planCluster(api, resourcesOf(api), desired, options);
	const steps = plan.steps.filter(({ object }) => canBeReady(object) && !(desired.addressless && object.kind === "Service"));
	const states = await Promise.all(steps.map(async (step) => stateOf$2(step, await live.get(step.object))));
	const awaited = states.filter((state) => state.awaited);
	const service = entranceOf$1(desired);
	const found = service === void 0 ? void 0 : await live.get(service);
	return {
		plan,
		awaited: awaited.length,
		unready: awaited.filter(({ ready }) => !ready).map(({ object, message }) => `${nameOf$3(object)}: ${message}`),
		states,
		addresses: addressesOf(found),
		addressless: desired.addressless,
		applied: inventory.applied
	};
}
/** A Job that has run and is gone is ready, and nobody waits for it. */
function stateOf$2({ object, action }, live) {
	if (live !== void 0) return {
		object,
		awaited: isAwaited(object),
		live,
		ready: isReady(object, live),
		message: statusOf(live).message
	};
	const isJob = object.kind === "Job";
	const ready = isJob && action === "keep";
	return {
		object,
		awaited: isAwaited(object) && !isJob,
		live,
		ready,
		message: ready ? "has run" : "it does not exist"
	};
}
/** The addresses of the Ambassador, as `addresses` above; also empty where reading is forbidden. */
async function ambassadorAddresses(api, desired) {
	const service = entranceOf$1(desired);
	if (service === void 0) return [];
	const { name, namespace } = service.metadata;
	const answer = await api.request("GET", `/api/v1/namespaces/${namespace}/services/${name}`);
	return isSuccess(answer) && isObject(answer.body) ? addressesOf(answer.body) : [];
}
const entranceOf$1 = ({ objects, namespace }) => objects.find(({ kind, metadata, spec }) => kind === "Service" && metadata.namespace === namespace && at$1(spec, "type") === "LoadBalancer");
const addressesOf = (service) => listAt$1(service, "status", "loadBalancer", "ingress").filter(isRecord).flatMap(({ ip, hostname }) => [ip, hostname].filter((address) => typeof address === "string"));
// src/duration.ts
const units = {
	h: 36e5,
	m: 6e4,
	s: 1e3
};
/** Milliseconds of a duration in the format of Go and Kubernetes: `90s`, `10m`, `1h30m`; undefined for anything else. */
function durationOf(text) {
	if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) return void 0;
	return [...text.matchAll(/([\d.]+)([hms])/g)].reduce((sum, [, number, unit = ""]) => sum + Number(number) * (units[unit] ?? 0), 0);
}
// src/report/cluster.ts
/** The changes of a cluster: a line for each changed object, and its fields below. */
function planLines(plan, { context, prune, dryRun, withoutSteps = false }) {
	const { steps, refused, warnings, orphans, leftClusters } = plan;
	const kept = steps.length - changes(plan).length;
	const pruned = prune ? orphans.filter(({ stays }) => stays === void 0) : [];
	const unchecked = steps.filter(({ checked }) => !checked).length;
	return [
		`context ${context}, Kubernetes ${plan.serverVersion}`,
		...withoutSteps ? [] : changes(plan).flatMap(stepLines),
		...unchecked === 0 ? [] : [`the API server checks ${unchecked} of them once their namespaces and kinds exist`],
		...orphans.map((orphan) => orphanLine(orphan, prune)),
		...refused.flatMap(refusalLines),
		...warnings.map((warning) => `warning from the API server: ${warning}`),
		...leftClusters.map(({ name, context: other }) => `cluster ${name} is no longer in the definition, but its objects still exist (context ${other})`),
		`${dryRun ? "would " : ""}create ${count$2(steps, "create")}, change ${count$2(steps, "change")}, prune ${pruned.length}; ${kept} of ${steps.length} objects are up to date`
	];
}
const count$2 = (steps, action) => steps.filter((step) => step.action === action).length;
function stepLines({ object, action, differences }) {
	if (action === "create") return [`+ ${nameOf$3(object)}`];
	const fields = differences.flatMap(({ field, before, after, lines = [] }) => [`    ${field}: ${before ?? "(none)"} → ${after ?? "(none)"}`, ...lines.map((line) => `        ${line}`)]);
	return [`~ ${nameOf$3(object)}`, ...fields.length === 0 ? ["    Chancery becomes the owner of its fields"] : fields];
}
function orphanLine({ entry, stays }, prune) {
	const name = nameOf$3(entry);
	if (stays !== void 0) return `! ${name} is no longer in the definition, and is kept: ${stays}; prune-also "${name}" deletes it`;
	return prune ? `- ${name}` : `! ${name} is no longer in the definition, and is kept: prune is off`;
}
const refusalLines = ({ refusal }) => [
	`refused: ${refusal.message}`,
	...refusal.fields.map(({ field, manager }) => `    ${field}${manager === void 0 ? "" : ` is owned by ${manager}`}`),
	`    ${refusal.hint}`
];
/** The result, with the outcome in the last line. */
function resultLines(applied) {
	const { refused, unready, problems } = applied;
	return [
		...refused.flatMap(refusalLines),
		...problems,
		...unready.flatMap(unreadyLines),
		outcomeLine(applied)
	];
}
function outcomeLine({ outcome, written, pruned, plan, refused, unready, problems }) {
	const counts = `${written} written, ${pruned.length} pruned`;
	const refusals = [...plan.refused, ...refused];
	const first = refusals[0]?.refusal.message ?? problems[0] ?? unready[0]?.message ?? "";
	return {
		unchanged: "unchanged: everything is up to date and ready, nothing was written",
		applied: `applied: ${counts}, everything is ready`,
		planned: "planned: nothing was changed",
		refused: `refused: nothing was changed: ${first}${refusals.length > 1 ? ` and ${refusals.length - 1} more` : ""}`,
		failed: `failed: ${counts}: ${first}`,
		"not-ready": `not ready: ${counts}: ${first}${unready.length > 1 ? ` and ${unready.length - 1} more` : ""}`,
		stopped: `stopped: ${counts}; run the command again to continue`
	}[outcome];
}
const unreadyLines = ({ message, details }) => [message, ...details.map((line) => `    ${line}`)];
/** The differences between a cluster's objects and the definition. */
function verifiedLines(verified, { context, now, leftOut }) {
	const { plan, awaited, unready, addresses } = verified;
	const kept = plan.steps.length - changes(plan).length;
	return [
		`context ${context}, Kubernetes ${plan.serverVersion}`,
		...appliers(verified, now),
		addresses.length === 0 ? "the Ambassador has no external address" : `the Ambassador is at ${addresses.join(", ")}`,
		...leftOut === 0 ? [] : [`${leftOut} sealed Secrets were not compared: no age key is available`],
		...changes(plan).flatMap((step) => step.action === "create" ? [`missing: ${nameOf$3(step.object)}`] : stepLines(step)),
		...plan.refused.flatMap(refusalLines),
		...plan.orphans.map(({ entry }) => `! ${nameOf$3(entry)} is no longer in the definition, but still exists`),
		...unready,
		`${kept} of ${plan.steps.length} objects match the definition, ${awaited - unready.length} of ${awaited} are ready`
	];
}
/** Who applies to the cluster, in one line for all objects. */
function appliers({ plan: { steps }, applied }, now) {
	const byFlux = steps.filter((step) => step.byFlux).length;
	return [...byFlux === 0 ? [] : [`Flux applies ${byFlux} of ${steps.length} objects: they are compared with what Flux would apply`], ...applied === "" ? byFlux === 0 ? ["Chancery has never applied to this cluster"] : [] : [`last changed by Chancery ${applied} (${ago(applied, now)})`]];
}
function ago(time, now) {
	const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(time)) / 6e4));
	if (minutes < 120) return `${minutes} min ago`;
	return minutes < 2880 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} d ago`;
}
/** The state of the ledger as its nodes report it, with a hint for each problem. */
const verdictLines = (verdicts) => verdicts.flatMap(({ good, message, hint }) => [good ? message : `! ${message}`, ...hint === void 0 ? [] : [`    ${hint}`]]);
// src/material/data-key.ts
/** Key services other than age for data keys, by field of the sops block: stores/stores.go of sops, metadata. */
const others = {
	kms: "AWS KMS",
	gcp_kms: "GCP KMS",
	azure_kv: "Azure Key Vault",
	hc_vault: "HashiCorp Vault",
	hckms: "HUAWEI CLOUD KMS",
	pgp: "PGP",
	key_groups: "several key groups"
};
/**
* The data key of a SOPS document. `name` is for messages. Throws an OperatorError when no
* identity opens it.
*/
async function dataKeyOf(sops, name, keyring) {
	const all = wrappedKeys(sops.age);
	const pairs = keyring.identities.flatMap((identity) => all.map(({ recipient, wrapped }) => ({
		identity,
		wrapped,
		isNamed: identity.recipient === recipient
	})));
	const named = pairs.filter(({ isNamed }) => isNamed);
	for (const { identity, wrapped } of [...named, ...pairs.filter(({ isNamed }) => !isNamed)]) {
		const dataKey = await identity.unwrap(wrapped);
		if (dataKey?.length === 32) return dataKey;
	}
	const [damaged] = named;
	if (damaged === void 0) throw closed$1(sops, name, keyring, all);
	throw new OperatorError(`${name} was changed after its encryption (its data key for ${short(damaged.identity.recipient)} does not decrypt)`, "restore its file from Git");
}
const wrappedKeys = (age) => (Array.isArray(age) ? age : []).filter(isRecord).map(({ recipient, enc }) => ({
	recipient: String(recipient),
	wrapped: String(enc)
}));
/** Recipients of age itself, not of its plug-ins (`age1yubikey1…`), and not SSH keys. */
const isNative = (recipient) => /^age1(pq1)?[02-9a-z]+$/.test(recipient);
function closed$1(sops, name, { identities, passedOver }, all) {
	const recipients = all.map(({ recipient }) => recipient);
	const native = recipients.filter(isNative).map(short);
	if (native.length === 0) {
		const found = [...recipients.map(short), ...otherKeysOf(sops)];
		return new OperatorError(`${name} is encrypted for ${found.join(", ") || "nobody"}: direct apply can use age keys (age1…) only`, "add an age recipient with `sops rotate --in-place --add-age age1…` and its file, or let Flux apply it");
	}
	return new OperatorError(`${name} cannot be decrypted: ${["no age key is available", "the available age key matches none of its recipients"][identities.length] ?? `none of the ${identities.length} available age keys matches its recipients`}`, [`put the secret half (AGE-SECRET-KEY-…) of ${native.join(" or ")} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`, ...passedOver.length === 0 ? [] : [`skipped: ${passedOver.join(", ")}`]].join("; "));
}
/** Recipients of a document other than age, from its sops block. */
const otherKeysOf = (sops) => isRecord(sops) ? Object.entries(others).flatMap(([field, label]) => isFilled(sops[field]) ? [label] : []) : [];
const isFilled = (keys) => Array.isArray(keys) && keys.length > 0;
/** Post-quantum recipients have two thousand characters. */
const short = (recipient) => recipient.length > 70 ? `${recipient.slice(0, 24)}…` : recipient;
// src/material/encryption-rule.ts
const someKey = (test) => (path) => path.some(test);
const noKey = (test) => (path) => !path.some(test);
/** sops.go, shouldBeEncrypted. Rules about comments are not supported: kustomize drops comments. */
const rules$1 = {
	unencrypted_suffix: (suffix) => noKey((key) => key.endsWith(suffix)),
	encrypted_suffix: (suffix) => someKey((key) => key.endsWith(suffix)),
	unencrypted_regex: (source) => withPattern(source, noKey),
	encrypted_regex: (source) => withPattern(source, someKey),
	unencrypted_comment_regex: () => void 0,
	encrypted_comment_regex: () => void 0
};
/** The rule of a sops block. No rule means `unencrypted_suffix: _unencrypted`, and two rules are invalid: stores/stores.go, ToInternal. */
function encryptionRule(sops) {
	const given = Object.entries(rules$1).flatMap(([field, follow]) => {
		const value = sops[field] ?? "";
		return value === "" ? [] : [{
			field,
			covers: typeof value === "string" ? follow(value) : void 0
		}];
	});
	if (given.length > 1) return {
		field: given.map(({ field }) => field).join(" and "),
		covers: void 0
	};
	return given[0] ?? {
		field: "unencrypted_suffix",
		covers: noKey((key) => key.endsWith("_unencrypted"))
	};
}
function withPattern(source, rule) {
	const pattern = patternOf(source);
	return pattern === void 0 ? void 0 : rule((key) => pattern.test(key));
}
/** A Go pattern (RE2). With `u`, JavaScript refuses syntax with another meaning: `\A`, `\Q`, `[[:alpha:]]`, `(?P<a>`. */
function patternOf(source) {
	const flags = /^\(\?([ims]+)\)/.exec(source);
	try {
		return new RegExp(source.slice(flags?.[0].length ?? 0), `u${[...new Set(flags?.[1])].join("")}`);
	} catch {
		return;
	}
}
// src/material/sealed-value.ts
const sealedPattern = /^ENC\[AES256_GCM,data:([^,]+),iv:([^,]+),tag:([^,]+),type:(\w+)\]$/;
/**
* Decrypts `ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]`: aes/cipher.go of sops. The additional data is the path of the value
* in the document. Undefined when it is not encrypted, damaged, from another place, or of another type.
*/
function decryptValue(sealed, key, additional) {
	if (sealed === "") return "";
	const [, data, iv, tag, type = ""] = sealedPattern.exec(sealed) ?? [];
	const bytes = decrypt(key, additional, {
		data: fromBase64(data),
		iv: fromBase64(iv),
		tag: fromBase64(tag)
	});
	return bytes !== void 0 && isUtf8(bytes) ? typed(type, bytes.toString("utf8")) : void 0;
}
const looksSealed = (value) => value === "" || value.startsWith("ENC[AES256_GCM,");
/** Undefined for invalid base64: Node would skip unknown characters. */
function fromBase64(text = "") {
	const bytes = Buffer.from(text, "base64");
	return bytes.toString("base64") === text ? bytes : Buffer.alloc(0);
}
function decrypt(key, additional, { data, iv, tag }) {
	if (data.length === 0 || iv.length === 0 || tag.length !== 16) return void 0;
	const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
	decipher.setAAD(Buffer.from(additional)).setAuthTag(tag);
	try {
		return Buffer.concat([decipher.update(data), decipher.final()]);
	} catch {
		return;
	}
}
/** The type is not authenticated, so a text that does not match it is refused. A time stays text, as JSON has no times. */
function typed(type, text) {
	switch (type) {
		case "str":
		case "bytes": return text;
		case "time": return Number.isNaN(Date.parse(text)) ? void 0 : text;
		case "int": return /^[+-]?\d+$/.test(text) ? Number(text) : void 0;
		case "float": return /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : void 0;
		case "bool": return truths.get(text.toLowerCase());
		default: return;
	}
}
/** strconv.ParseBool of Go. */
const truths = new Map([...[
	"1",
	"t",
	"true"
].map((text) => [text, true]), ...[
	"0",
	"f",
	"false"
].map((text) => [text, false])]);
/** The bytes that a plain value has in the MAC: sops.go, ToBytes. */
function macBytes(value) {
	if (typeof value === "boolean") return Buffer.from(value ? "True" : "False");
	return Buffer.from(typeof value === "number" ? decimal(value) : String(value));
}
/**
* The number without an exponent: strconv.FormatFloat(value, 'f', -1, 64) of Go. A number that JavaScript rounds has another
* text, so that it is refused.
*/
function decimal(value) {
	const [digits = "", exponent] = String(value).split("e");
	if (exponent === void 0) return digits;
	const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d)\.?(\d*)$/.exec(digits) ?? [];
	const power = Number(exponent);
	return power < 0 ? `${sign}0.${"0".repeat(-power - 1)}${whole}${fraction}` : `${sign}${whole}${fraction.padEnd(power, "0")}`;
}
// src/material/unseal.ts
/** True when the object is a SOPS document, for any recipient. */
const isEncrypted = (object) => isRecord(object.sops);
/**
* The decrypted object without its sops block, as `sops decrypt` prints it, with a verified MAC. Kustomize may have sorted its
* keys, and changed fields outside of the MAC. Throws an OperatorError without secrets when no key matches, when
* the object was changed, and when it cannot be verified.
*/
async function unseal(document, keyring) {
	const { sops, ...sealed } = document;
	const name = nameOf$3(document);
	if (!isRecord(sops)) throw changed$2(name, "it has no sops block");
	const dataKey = await dataKeyOf(sops, name, keyring);
	const { field, covers } = encryptionRule(sops);
	if (covers === void 0) throw new OperatorError(`${name} cannot be verified: ${field} does not define which of its values are encrypted`, "encrypt it with sops' --encrypted-regex '^(data|stringData)$' and no other rule");
	const opening = {
		name,
		dataKey,
		covers,
		macOnlyEncrypted: sops.mac_only_encrypted === true,
		inMac: []
	};
	const plain = open$2(sealed, [], opening);
	verify$2(sops, opening);
	return plain;
}
/** The decrypted value. Comments are not part of the MAC, so it does not matter that YAML drops them. */
function open$2(value, path, opening) {
	if (Array.isArray(value)) return value.map((item) => open$2(item, path, opening));
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open$2(inner, [...path, key], opening)]));
	if (value === null || value === void 0) return value;
	const isCovered = opening.covers(path);
	const plain = isCovered ? decrypted(value, path, opening) : value;
	if (isCovered || !opening.macOnlyEncrypted) opening.inMac.push({
		place: placeOf$2(path),
		bytes: macBytes(plain)
	});
	return plain;
}
function decrypted(value, path, { name, dataKey }) {
	if (typeof value !== "string" || !looksSealed(value)) throw changed$2(name, `${path.join(".")} is not encrypted`);
	const plain = decryptValue(value, dataKey, placeOf$2(path));
	if (plain === void 0) throw changed$2(name, `${path.join(".")} does not decrypt`);
	return plain;
}
/** The additional data of a value: the keys on its path. All items of a list have the same path. */
const placeOf$2 = (path) => path.map((key) => `${key}:`).join("");
/** More values than this are verified in their own order alone: 7 have 5,040 orders. */
const reorderable = 7;
function verify$2(sops, { name, dataKey, macOnlyEncrypted, inMac }) {
	if (typeof sops.mac !== "string" || sops.mac === "") throw changed$2(name, "it has no MAC");
	const mac = decryptValue(sops.mac, dataKey, String(sops.lastmodified));
	if (mac === void 0) throw changed$2(name, "its MAC does not decrypt");
	const hash = createHash("sha512").update(macOnlyEncrypted ? onlyEncrypted : "");
	const values = inMac.filter(({ bytes }) => bytes.length > 0);
	const parts = values.map(({ bytes }) => bytes);
	const isReorderable = values.length <= reorderable && new Set(values.map(({ place }) => place)).size === values.length;
	if (isReorderable ? isOfSomeOrder(parts, hash, mac) : isMac(hash.update(Buffer.concat(parts)), mac)) return;
	const hints = [
		"restore its file from Git",
		"keep one document per file: sops has one MAC for all documents",
		...macOnlyEncrypted ? [] : ["encrypt it with `sops --encrypt --mac-only-encrypted`: kustomize adds labels and a namespace, which its MAC covers"],
		...!isReorderable ? [`sort its ${parts.length} values before encryption: kustomize sorts them, and the MAC depends on the order`] : []
	];
	throw changed$2(name, "MAC mismatch", hints.join("; "));
}
/**
* The MAC covers the values in the order of the file, which kustomize and JavaScript do not keep. If no two values have one
* place, any matching order is enough: an encrypted value is bound to its place, and the places of others were never in the MAC.
*/
const isOfSomeOrder = (parts, hash, mac) => parts.length === 0 ? isMac(hash, mac) : parts.some((part, index) => isOfSomeOrder(parts.toSpliced(index, 1), hash.copy().update(part), mac));
const isMac = (hash, mac) => hash.digest("hex").toUpperCase() === mac;
const changed$2 = (name, reason, hint = "restore its file from Git") => new OperatorError(`${name} was changed after its encryption (${reason})`, hint);
// src/material/secret-values.ts
/** Shorter values would be masked everywhere in a log: `{`, `1`, `true`. */
const shortest = 6;
/**
* Texts of a plain Secret to mask: each entry as base64, as text, and line by line, like logs. Longest first,
* so that masking one leaves no part of another. Short and blank texts are left out.
*/
function secretValues({ data, stringData }) {
	const found = [...texts$4(data).flatMap((base64) => [base64, ...decoded(base64)]), ...texts$4(stringData).flatMap((text) => [Buffer.from(text).toString("base64"), text])].flatMap((text) => [text, ...text.split(/\r?\n|\r/).map((line) => line.trim())]);
	return [...new Set(found)].filter((text) => text.trim().length >= shortest).sort((one, other) => other.length - one.length);
}
const texts$4 = (entries) => isRecord(entries) ? Object.values(entries).filter((value) => typeof value === "string") : [];
function decoded(base64) {
	const bytes = Buffer.from(base64, "base64");
	return isUtf8(bytes) ? [bytes.toString("utf8")] : [];
}
// src/material/unseal-objects.ts
/** Decrypts sealed objects in memory, each with the keys that may open it. The result must not reach a file or log. */
async function unsealAll(objects, keyringFor) {
	const plain = await pMap(objects, (object) => isEncrypted(object) ? unseal(object, keyringFor(object)) : object, { concurrency: 4 });
	return {
		objects: plain,
		secrets: plain.filter((_, index) => isEncrypted(objects[index])).flatMap(secretValues)
	};
}
// src/report/redact.ts
/** Removes secrets from texts, the longest first: a remaining part of a secret would be a hint. */
function redactor(secrets) {
	const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, "***"), text);
}
// src/commands/clusters/ask-nodes.ts
const atOnce$1 = 8;
const healthReplies = (api, node, { platform }, signal) => repliesOf(api, node, platform.operation.health?.questions(node) ?? {}, signal);
/** What a node answers to questions. Its only pod is the first of its StatefulSet. */
async function repliesOf(api, node, questions, signal) {
	const replies = await pMap(Object.entries(questions), async ([name, { port, ...question }]) => {
		const reply = await api.ask({
			namespace: node.organization.namespace,
			name: `${node.name}-0`,
			port
		}, question, signal);
		return reply === void 0 ? [] : [[name, reply]];
	});
	return Object.fromEntries(replies.flat());
}
/** The nodes of one cluster in order, and the requests of their ledger. */
function rolloutOf(checked, cluster) {
	const { network, platform } = checked;
	const nodes = network.nodes.filter((node) => node.cluster.name === cluster);
	const groups = platform.operation.rollout(nodes);
	const placeOf = ({ name, organization }) => ({
		name,
		namespace: organization.namespace
	});
	const { health } = platform.operation;
	return {
		groups: groups.map((group) => group.map(placeOf)),
		pace: (health?.pace(network) ?? 0) * 1e3,
		...health === void 0 ? {} : { head: async (api, places, signal) => {
			const asked = nodes.filter((node) => places.some(({ name, namespace }) => name === node.name && namespace === node.organization.namespace));
			const known = (await pMap(asked, async (node) => health.head(await healthReplies(api, node, checked, signal)), { concurrency: atOnce$1 })).filter((head) => head !== void 0);
			return known.length === 0 ? void 0 : Math.max(...known);
		} }
	};
}
/** Seconds between two questions that show whether the ledger grows: a late block is no outage. 0 for a ledger without health. */
const observationTime = ({ network, platform }) => 3 * (platform.operation.health?.pace(network) ?? 0);
/** The answers of a cluster's nodes, taken twice to see whether their ledger grows. */
async function observe(api, checked, cluster, signal) {
	const { network, platform } = checked;
	if (platform.operation.health === void 0) return [];
	const nodes = network.nodes.filter((node) => node.cluster.name === cluster);
	const ask = () => pMap(nodes, (node) => healthReplies(api, node, checked, signal), { concurrency: atOnce$1 });
	const first = await ask();
	if (first.every((replies) => Object.keys(replies).length === 0)) return [];
	const secondsBetween = observationTime(checked);
	await setTimeout(secondsBetween * 1e3, void 0, { signal });
	const second = await ask();
	return nodes.map((node, at) => ({
		node,
		first: first[at] ?? {},
		second: second[at] ?? {},
		secondsBetween
	}));
}
/** What the nodes of a cluster answer to the questions of `status`. */
function askForStatus(api, { network, platform }, cluster, signal) {
	const nodes = network.nodes.filter((node) => node.cluster.name === cluster);
	return pMap(nodes, async (node) => ({
		node,
		replies: await repliesOf(api, node, platform.operation.status?.questions(node) ?? {}, signal)
	}), { concurrency: atOnce$1 });
}
// src/network/account.ts
/** The namespace of Flux's own objects, and of the accounts that its Kustomizations run as. */
const fluxNamespace = "flux-system";
/**
* The ServiceAccount that applies the objects of an organization, also the name of its Role. It has a dot, which names of networks and
* organizations cannot have: network a-b with organization c differs from a with b-c, and from accounts of Flux.
*/
const accountName = (network, organization) => `${network.name}.${organization.name}`;
/** Its name as a user: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens */
const userName = (network, organization) => `system:serviceaccount:${fluxNamespace}:${accountName(network, organization)}`;
/** The Secret with the age key for the sealed material of an organization in a cluster: its own key, or the cluster's. */
const ageKeySecret = (network, organization, cluster) => ownRecipients(organization, cluster.name).length > 0 ? `sops-age.${accountName(network, organization)}` : "sops-age";
/** The part of every cluster with the rights of organizations: a folder in `deploy/clusters`, and a name in Flux. */
const tenancyPart = "tenancy";
// src/commands/clusters/tenancy.ts
const rbac$1 = "rbac.authorization.k8s.io";
/** The organization whose folder an object is from; undefined for objects of the cluster itself. */
function ownerOf$2({ network }, { cluster, rootOf }, object) {
	const [, part] = /^deploy\/clusters\/[^/]+\/([^/]+)/.exec(rootOf.get(keyOf$4(object)) ?? "") ?? [];
	return organizationsIn({ network }, cluster).find(({ name }) => name === part);
}
const organizationsIn = ({ network }, cluster) => network.organizations.filter((organization) => network.nodes.some((node) => node.cluster.name === cluster.name && node.organization.name === organization.name));
/**
* The accounts that objects are applied as when organizations are limited to their namespaces: objects from the folder of an organization
* as its account, whatever their namespace; objects no longer in the definition as the account of their namespace; all others with the caller's rights.
*/
function accountsOf(checked, target) {
	const accountOf = (organization) => ({
		user: userName(checked.network, organization),
		namespace: organization.namespace
	});
	const own = organizationsIn(checked, target.cluster);
	const inNamespace = new Map(own.map((organization) => [organization.namespace, accountOf(organization)]));
	const owners = new Map(target.objects.map((object) => {
		const owner = ownerOf$2(checked, target, object);
		return [keyOf$4(object), owner === void 0 ? void 0 : accountOf(owner)];
	}));
	return {
		of: (object) => {
			if (owners.has(keyOf$4(object))) return owners.get(keyOf$4(object));
			return groupOf(object) === rbac$1 ? void 0 : inNamespace.get(object.metadata.namespace ?? "");
		},
		grants: (object) => groupOf(object) === rbac$1 && target.rootOf.get(keyOf$4(object))?.split("/")[3] === "tenancy"
	};
}
/**
* The age keys that may open a sealed object: those of the recipients that the definition names for its folder, as in a cluster with
* Flux. The caller may hold the keys of all: a sealed file that was copied into the folder of another organization must stay closed.
* Throws OperatorError for an object that is sealed for none of those recipients.
*/
function keyringFor(checked, target, object, keyring) {
	const { cluster } = target;
	const owner = ownerOf$2(checked, target, object);
	const readers = new Set(owner === void 0 ? cluster.recipients : readersOf$1(owner, cluster));
	const holder = owner === void 0 ? `cluster ${cluster.name}` : holderOf(owner, cluster);
	const named = recipientsOf(object) ?? [];
	if (isEncrypted(object) && named.length > 0 && !named.some((recipient) => readers.has(recipient))) throw new OperatorError(`${nameOf$3(object)} is sealed for other recipients, not for ${holder}`, `it is in ${target.rootOf.get(keyOf$4(object)) ?? "deploy"}: remove it if it is a copy from another folder; after a change of recipients run \`chancery keys --recipients\``);
	return {
		...keyring,
		identities: keyring.identities.filter(({ recipient }) => readers.has(recipient))
	};
}
// src/commands/clusters/at-clusters.ts
/**
* Does the work at all clusters in parallel: one that fails does not stop the others. A failure around a cluster is its result; a bug is
* thrown when all others have ended.
*/
async function atClusters(delivery, ports, options, work) {
	const keyring = await ports.keyring();
	const contexts = await ports.contexts();
	const title = `${options.doing} ${listed(delivery.targets.map(({ cluster }) => cluster.name))}`;
	const settled = await ports.reporter.during(title, () => Promise.allSettled(delivery.targets.map((target) => atCluster(target, delivery, {
		keyring,
		contexts
	}, ports, options, work))));
	const results = settled.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
	for (const { cluster, lines } of results) for (const line of lines) ports.reporter.say(`${cluster}: ${line}`);
	const bug = settled.find((one) => one.status === "rejected");
	if (bug !== void 0) throw bug.reason;
	return results;
}
async function atCluster(target, { checked, places, commit }, { keyring, contexts }, ports, { withoutKeys, impersonate }, work) {
	const { cluster, context } = target;
	const none = {
		cluster: cluster.name,
		context,
		created: 0,
		changed: 0,
		kept: 0,
		pruned: 0,
		orphaned: 0,
		plan: []
	};
	let api;
	let redact = (text) => text;
	try {
		const withoutSecrets = withoutKeys && keyring.identities.length === 0;
		const { objects, secrets } = await unsealAll(withoutSecrets ? target.objects.filter((object) => !isEncrypted(object)) : target.objects, (object) => checked === void 0 ? noKeys : keyringFor(checked, target, object, keyring));
		ports.reporter.conceal(secrets);
		redact = redactor(secrets);
		api = await connectTo(target, contexts, ports);
		const found = await work({
			target,
			api,
			wanted: {
				network: checked?.network.name ?? "",
				cluster: cluster.name,
				namespace: cluster.ambassador.namespace,
				objects,
				withoutSecrets,
				places,
				consensusRoles: checked?.platform.definition.consensusRoles ?? [],
				addressless: addressless(cluster),
				...commit === void 0 ? {} : { commit },
				...checked === void 0 || !impersonate ? {} : { accounts: accountsOf(checked, target) },
				...checked === void 0 ? {} : { rollout: rolloutOf(checked, cluster.name) }
			},
			leftOut: target.objects.length - objects.length,
			say: (text) => ports.reporter.say(`${cluster.name}: ${redact(text)}`),
			redact
		});
		const { plan, lines, message } = found;
		return {
			...none,
			...found,
			plan: plan.map(redact),
			lines: lines.map(redact),
			message: redact(message)
		};
	} catch (error) {
		if (ports.signal.aborted && isAbort(error, ports.signal)) return {
			...none,
			...ended("stopped", "run the command again to continue")
		};
		if (!(error instanceof OperatorError)) throw error;
		if (ports.signal.aborted) return {
			...none,
			...ended("stopped", redact(error.message), "run the command again to continue")
		};
		return {
			...none,
			...ended("failed", redact(error.message), redact(error.hint))
		};
	} finally {
		api?.close();
	}
}
/** Whether the Ambassador has no address to wait for: the addresses are those of nodes, or of another owner's Service. */
const addressless = ({ provider, ambassador }) => providers[provider].local || ambassador.existing || ambassador.publish !== "LoadBalancer";
function ended(outcome, message, ...hints) {
	const line = `${outcome}: ${message}`;
	return {
		outcome,
		message: line,
		lines: [line, ...hints.map((hint) => `    ${hint}`)]
	};
}
const isAbort = (error, signal) => error === signal.reason || error instanceof Error && error.name === "AbortError";
/** Throws OperatorError when the kubeconfig has no such context: the current context may be that of any cluster. */
async function connectTo({ cluster, context }, known, { connect }) {
	if (known.includes(context)) return connect(context);
	throw new OperatorError(`the kubeconfig has no context "${context}" for the cluster ${cluster.name}: it has ${known.join(", ") || "none"}`, `log in to the cluster (${providers[cluster.provider].login(context)}), then name its context in \`context:\` of the definition or with --context`);
}
/** How many objects a plan creates, changes and leaves alone. */
function countsOf({ steps, orphans }) {
	const count = (action) => steps.filter((step) => step.action === action).length;
	return {
		created: count("create"),
		changed: count("change"),
		kept: count("keep"),
		orphaned: orphans.length
	};
}
// src/check/overrides/places.ts
/** Why a name is outside of the repository, or not the name of a file; undefined for a path relative to a kustomization. */
function strangeness(name) {
	if (name.trim() === "") return "is empty";
	if (isExotic(name) || /[\\\n\r\t]/.test(name)) return "has characters that are not allowed in file names";
	if (/^[^/]*:/.test(name) || name.includes("://") || /^[^/]*@/.test(name) || /^(?:www\.)?git(?:hub|lab)\.com\b/i.test(name)) return "is a remote address";
	if (name.includes("?")) return "is a remote address";
	if (name.startsWith("/") || name.startsWith("~")) return "is an absolute path";
}
/**
* Characters that YAML parsers read differently, or that are invisible: other line ends (U+0085, U+2028, U+2029), control
* characters, marks that change the direction of a text.
*/
const isExotic = (text) => /[^\t\n\r\x20-\x7e\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
/** The target of a name, from the root of the repository. */
const placeFrom = (folder, name) => posix.join(folder, name).replace(/\/$/, "");
/** File names of kustomizations. */
const kustomizationFiles = [
	"kustomization.yaml",
	"kustomization.yml",
	"Kustomization"
];
const isKustomization = (path) => kustomizationFiles.some((name) => name === posix.basename(path));
// src/check/overrides/kustomizations.ts
/** The kustomization of an override, and included ones. */
function reachedFrom(file, overrides) {
	const files = /* @__PURE__ */ new Set([file]);
	const sources = [];
	for (const name of files) {
		const [source] = documentsOf$1(overrides, name);
		if (source === void 0) continue;
		sources.push(source);
		for (const below of namesIn$4(source, "resources", "components")) for (const kustomization of kustomizationFiles) {
			const path = posix.join(posix.dirname(name), below, kustomization);
			if (overrides.has(path)) files.add(path);
		}
	}
	return sources;
}
/** Names of files and folders in lists of a kustomization. */
const namesIn$4 = ({ value }, ...fields) => fields.flatMap((field) => listAt$1(value, field)).filter((name) => typeof name === "string");
/** The documents of an override's file. */
const documentsOf$1 = (overrides, file) => documentsIn(file, textOf$1(overrides, file) ?? "");
/** The readable documents of a file, each with its places in the file. */
function documentsIn(file, text) {
	return [0, ...[...text.matchAll(/^---(?=\s|$).*$/gm)].map(({ index }) => index)].flatMap((start, at, all) => {
		const lines = text.slice(0, start).split("\n").length - 1;
		const own = text.slice(start, all[at + 1] ?? text.length).replace(/^---/, "   ");
		if (own.trim() === "") return [];
		const source = readSource(file, "\n".repeat(lines) + own);
		return "value" in source ? [source] : [];
	});
}
// src/check/overrides/origin.ts
/**
* The place in an override that changes an object: a document of its files, or an entry of its kustomization. The first
* place that names the object comes before fields that change every object; otherwise it is the beginning of `file`.
*/
function originIn(overrides, file, object) {
	const kustomizations = reachedFrom(file, overrides);
	for (const place of [namedIn, changedIn]) for (const kustomization of kustomizations) {
		const [found] = place(kustomization, object, overrides);
		if (found !== void 0) return found;
	}
	return {
		file,
		line: 1,
		column: 1
	};
}
/** Entries of a kustomization that name the object, and documents of their files. */
function* namedIn(source, object, overrides) {
	const folder = posix.dirname(source.file);
	for (const name of namesIn$4(source, "resources", "patchesStrategicMerge")) yield* documentsNaming(object, documentsOf$1(overrides, posix.join(folder, name)));
	for (const field of ["patches", "patchesJson6902"]) for (const [index, entry] of listAt$1(source.value, field).entries()) {
		const [path, patch] = [at$1(entry, "path"), at$1(entry, "patch")];
		if (isTarget(at$1(entry, "target"), object)) yield source.at([field, index]);
		else if (typeof path === "string") yield* documentsNaming(object, documentsOf$1(overrides, posix.join(folder, path)));
		else if (typeof patch === "string" && documentsNaming(object, documentsIn("", patch)).length > 0) yield source.at([field, index]);
	}
	for (const [index, entry] of listAt$1(source.value, "replicas").entries()) if (at$1(entry, "name") === object.name) yield source.at(["replicas", index]);
	for (const [field, kind] of generators) for (const [index, entry] of listAt$1(source.value, field).entries()) if (object.kind === kind && isGenerated$1(at$1(entry, "name"), object)) yield source.at([field, index]);
}
const generators = [["secretGenerator", "Secret"], ["configMapGenerator", "ConfigMap"]];
/** Fields that change all objects, or many. */
function* changedIn(source) {
	for (const field of [
		"namespace",
		"namePrefix",
		"nameSuffix",
		"commonLabels",
		"labels",
		"images",
		"replacements"
	]) if (at$1(source.value, field) !== void 0) yield source.atKey([field]);
}
const documentsNaming = ({ kind, name }, documents) => documents.filter(({ value }) => at$1(value, "kind") === kind && at$1(value, "metadata", "name") === name).map((document) => document.at([]));
/** kustomize treats kind and name of a target as anchored regular expressions. */
const isTarget = (target, { kind, name }) => isRecord(target) && (target.kind !== void 0 || target.name !== void 0) && matches(target.kind, kind) && matches(target.name, name);
/** Regular expressions of users are never run: common forms are supported, all others are `unknown`. */
function matches(pattern, text, unknown = false) {
	if (pattern === void 0 || pattern === text) return true;
	if (typeof pattern !== "string") return false;
	if (/[^\w./*-]/.test(pattern)) return unknown;
	return pattern.replaceAll(".*", "") === "" || within(pattern, text);
}
/** `validator.*` and `.*-rpc`. */
const within = (pattern, text) => {
	const [start, end, ...more] = pattern.split(".*");
	return end !== void 0 && more.length === 0 && text.startsWith(start ?? "") && text.endsWith(end);
};
const isGenerated$1 = (name, object) => typeof name === "string" && (object.name === name || object.name.startsWith(`${name}-`));
// src/check/built-roots.ts
/** The built roots of a cluster: its own, and the CRDs unless it has an existing Emissary. */
const rootsOfCluster = (built, { name, ambassador }) => [...built].filter(([root]) => root === "deploy/base/ambassador/crds" && !ambassador.existing || root.startsWith(`deploy/clusters/${name}/`));
/** The desired objects of a cluster, with sealed Secrets. Throws OperatorError when two roots have the same object. */
function objectsOf$1(built, cluster) {
	const places = /* @__PURE__ */ new Map();
	return {
		objects: rootsOfCluster(built, cluster).flatMap(([root, yaml]) => readObjects(yaml, root).map((object) => {
			const other = places.get(keyOf$4(object));
			if (other !== void 0) throw new OperatorError(`${nameOf$3(object)} is in ${other} and in ${root}`, "keep one of the two: look for it in your overrides");
			places.set(keyOf$4(object), root);
			return object;
		})),
		rootOf: places
	};
}
/** The override of a root, if it has one. */
function overrideOf(root, overrides) {
	const file = `overrides/${root.replace("deploy/clusters/", "")}/kustomization.yaml`;
	return overrides.has(file) ? file : void 0;
}
const brokenFindings = (broken, overrides) => broken.map(({ root, message }) => {
	const override = overrideOf(root, overrides);
	return {
		rule: "kustomize",
		severity: "error",
		message: `kustomize cannot build ${root}: ${message}`,
		hint: override === void 0 ? "this is a bug in Chancery: please report it with your network.yaml" : "check your override first: a target may not exist, or a patch may not fit",
		place: override === void 0 ? {
			file: `${root}/kustomization.yaml`,
			line: 1,
			column: 1
		} : blamed(overrides, override, message)
	};
});
/** The entry for the object that kustomize names: `"Service.v1.[noGrp]/rpc1.[noNs]"`, or a target of `replicas` by its name alone. */
function blamed(overrides, override, message) {
	const [, kind, name] = /"(\w+)\.[^"/]*\/([^".]+)\./.exec(message) ?? [];
	const [, target] = /resource with name (\S+) does not match/.exec(message) ?? [];
	return originIn(overrides, override, {
		kind: kind ?? "StatefulSet",
		name: name ?? target ?? ""
	});
}
// src/check/missing.ts
/**
* Missing material as findings: errors if it is needed now, one notice if the merge will make it. `unopened` has the reasons why
* material could not be made. An organization with signers makes and signs its own keys.
*/
function missingFindings({ missing, source, materialFiles, network }, severity, unopened = /* @__PURE__ */ new Map()) {
	const byHand = missing.filter((request) => isKey(request) && request.sealed === void 0 && request.signedOnly !== true);
	const signing = signingOrganizations(network);
	const signed = missing.filter((request) => !byHand.includes(request) && isKey(request) && signing.has(request.organization));
	const made = missing.filter((request) => !byHand.includes(request) && !signed.includes(request));
	const absent = (request) => (isKey(request) ? filesOfKey(request) : [request.file]).filter((path) => !materialFiles.has(path)).join(", ");
	const finding = (request, hint) => ({
		rule: "material-missing",
		severity: "error",
		message: `${titleOf$1(request)} does not exist yet: ${absent(request)} is missing`,
		hint,
		place: source.at(request.path)
	});
	return [
		...byHand.map((request) => finding(request, `commit the public half of the key in its Secret as ${absent(request)}`)),
		...signed.map((request) => finding(request, reasoned(signedWayOut(request), unopened.get(request)))),
		...severity === "error" ? made.map((request) => finding(request, reasoned(wayOut(request), unopened.get(request)))) : madeOnMerge(made, source)
	];
}
const reasoned = (hint, problem) => problem === void 0 ? hint : `${hint}. Chancery could not make it: ${problem.message} (${problem.hint})`;
const wayOut = (request) => isKey(request) ? `run \`chancery keys\`; where organizations make their own keys, ${request.organization} runs \`chancery keys --organization ${request.organization}\`` : `run \`chancery keys\`, which makes it as soon as ${request.madeWhen}`;
const signedWayOut = (request) => {
	const name = isKey(request) ? request.organization : "";
	return `${name} makes it and signs it: \`chancery keys --organization ${name}\`, then \`chancery sign --organization ${name}\``;
};
function madeOnMerge(missing, source) {
	const [first] = missing;
	if (first === void 0) return [];
	const labels = missing.map((request) => request.label);
	return [{
		rule: "material-missing",
		severity: "notice",
		message: `missing keys are made when the change is merged: ${labels.slice(0, 5).join(", ") + (labels.length > 5 ? ` and ${labels.length - 5} more` : "")}`,
		hint: "or make them now with `chancery keys`",
		place: source.at(first.path)
	}];
}
// src/consent/plain.ts
/** A mapping as plain values: keys sorted, absent values left out, large numbers as text. */
const plain$3 = (value) => Object.fromEntries(Object.entries(value).filter(([, item]) => item !== void 0).map(([key, item]) => [key, plainValue(item)]).sort(([a], [b]) => a < b ? -1 : 1));
function plainValue(value) {
	if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
	if (Array.isArray(value)) return value.map(plainValue);
	return typeof value === "object" ? plain$3(value) : String(value);
}
const samePlain = (one, other) => JSON.stringify(plain$3(one)) === JSON.stringify(plain$3(other));
const isPlainMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// src/material/digest.ts
/**
* `sha256:` and 64 hexadecimal digits. Git may convert line ends in a work tree, so the digest of a text ignores them; in
* a binary file every byte counts.
*/
const digestOf$2 = (content) => {
	const counted = typeof content === "string" ? content.replaceAll("\r\n", "\n") : content;
	return `sha256:${createHash("sha256").update(counted).digest("hex")}`;
};
// src/material/files.ts
/** Material from a set of files. Each file is parsed at most once. */
function materialOf(files, standIns = /* @__PURE__ */ new Map()) {
	const values = /* @__PURE__ */ new Map();
	const text = (path) => textOf$1(files, path) ?? textOf$1(standIns, path);
	return {
		text,
		bytes: (path) => {
			const content = files.get(path) ?? standIns.get(path);
			return content === void 0 ? void 0 : toBytes(content);
		},
		value: (path) => {
			if (!values.has(path)) values.set(path, parse(text(path)));
			return values.get(path);
		},
		standIns: new Set([...standIns.keys()].filter((path) => !files.has(path)))
	};
}
function parse(text) {
	if (text === void 0) return void 0;
	try {
		return text.startsWith("{") ? JSON.parse(text) : load(text, { maxAliases: 0 });
	} catch (error) {
		if (error instanceof YAMLException || error instanceof SyntaxError) return void 0;
		throw error;
	}
}
// src/network/countries.ts
/** Codes of countries: ISO 3166-1 alpha-2, as of 2026. XK is not in the list, but certificate authorities use it for Kosovo. */
const codes = new Set(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
  BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
  DE DJ DK DM DO DZ
  EC EE EG EH ER ES ET
  FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
  HK HM HN HR HT HU
  ID IE IL IM IN IO IQ IR IS IT
  JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ
  LA LB LC LI LK LR LS LT LU LV LY
  MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
  NA NC NE NF NG NI NL NO NP NR NU NZ
  OM
  PA PE PF PG PH PK PL PM PN PR PS PT PW PY
  QA
  RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
  TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ
  VA VC VE VG VI VN VU
  WF WS
  YE YT
  ZA ZM ZW
  XK
`.trim().split(/\s+/));
/** Common wrong codes of countries, with the right ones. */
const usual = {
	UK: "GB",
	EL: "GR",
	EN: "GB",
	SU: "RU",
	TP: "TL",
	ZR: "CD",
	YU: "RS"
};
/** Why a text is not a country code for certificates; undefined when it is one. */
function countryProblem(text) {
	if (!/^[A-Z]{2}$/.test(text)) return "must be a country code of two capital letters (ISO 3166)";
	if (codes.has(text)) return void 0;
	const other = usual[text];
	return `must be a country code of ISO 3166${other === void 0 ? "" : `, such as ${other}`}`;
}
// src/network/organization-shape.ts
/** Fields that an organization has on every platform. */
/** A part of a certificate's subject, on one line. */
const legalName = string().min(1).max(64).regex(/^[^\t\n\r]*$/, "must be text on one line, without tabs");
const organizationFields = {
	name: name$1.meta({
		description: "Name of the organization. `ambassador`, `crds` and `tenancy` are reserved.",
		examples: ["manufacturer"]
	}),
	cluster: name$1.meta({
		description: "Home cluster. Its nodes run there unless they name another.",
		examples: ["eu"]
	}),
	namespace: name$1.optional().meta({
		description: "Namespace of its nodes, in every cluster. It cannot be one of Kubernetes, Flux or another part of the cluster.",
		absent: "`<network>-<organization>`",
		examples: ["ledger-manufacturer"]
	}),
	subject: strictObject({
		country: string().superRefine((text, context) => {
			const message = countryProblem(text);
			if (message !== void 0) context.addIssue({
				code: "custom",
				message,
				input: text
			});
		}).meta({ pattern: "^[A-Z]{2}$" }).optional().meta({
			description: "Country, as its ISO 3166 code.",
			kind: "two capital letters",
			examples: ["DE"]
		}),
		locality: legalName.optional().meta({
			description: "City.",
			examples: ["Hamburg"]
		}),
		organization: legalName.optional().meta({
			description: "Legal name.",
			examples: ["Manufacturer GmbH"]
		})
	}).optional().describe("Legal name, for people and for certificates."),
	recipients: record$2(name$1, array(ageRecipient).min(1)).default({}).meta({
		description: "The organization's own age recipients, by cluster. They replace the cluster's recipients for its sealed material.",
		kind: "mapping of lists of age recipients"
	}),
	recoveryRecipients: array(ageRecipient).default([]).describe("age recipients that can decrypt the sealed material of this organization in every cluster, for recovery."),
	issuerRecipients: array(ageRecipient).default([]).describe("age recipients that can decrypt the keys of the organization's certificate authorities, and so issue certificates. Required for platforms with certificates. No cluster should have their keys."),
	signers: array(sshPublicKey).default([]).describe("SSH public keys (Ed25519). What belongs to the organization then changes only with a signature of one of these keys.")
};
// src/consent/statement.ts
/** The agreement of a statement, in reading order. */
const sections$1 = [
	"version",
	"network",
	"platform",
	"organization",
	"follows",
	"signers",
	"definition",
	"nodes",
	"images",
	"labels",
	"monitoring",
	"agreements",
	"readers",
	"material",
	"overrides"
];
/**
* The agreement of an organization as data: its part of the definition, with defaults applied, and its files by digest. It
* depends on the checked network only. An organization that is not in the definition agrees to that.
*/
function agreementOf(subject, name) {
	const { network } = subject;
	const organization = network.organizations.find((candidate) => candidate.name === name);
	const material = materialFilesOf(subject, name, organization);
	const files = {
		readers: readersOf(name, material),
		material: digests$1(material),
		overrides: digests$1(filesBelow$1(subject.overrides, (path) => isOverrideOf(name, path)))
	};
	const stated = organization === void 0 ? {
		signers: [],
		...files
	} : {
		signers: organization.signers.map(withoutComment).sort(),
		definition: entryOf(organization, subject),
		nodes: Object.fromEntries(network.nodes.filter((node) => node.organization.name === name).map((node) => [node.name, nodeEntry(node, subject)])),
		images: beyondDefaults(images, network.images),
		labels: network.labels,
		monitoring: beyondDefaults(monitoring$1, network.monitoring),
		agreements: subject.platform.consent?.agreements(network, organization) ?? {},
		...files
	};
	return plain$3({
		version: 1,
		network: network.name,
		platform: network.platform,
		organization: name,
		...stated
	});
}
/** All fields of an organization, except those with a separate section, or derived from others. */
function entryOf({ name, path, legalName, signers, own, subject, ...fields }, { platform }) {
	return {
		...Object.keys(subject).length === 0 ? {} : { subject },
		...fieldsBeyondDefaults(organizationFields, fields),
		...fieldsBeyondDefaults(platform.definition.fields.organization ?? {}, own)
	};
}
function nodeEntry({ name, path, organization, cluster, own, expose, ...fields }, { platform }) {
	return {
		cluster: cluster.name,
		...expose.length === 0 ? {} : {
			expose,
			...entranceOf(cluster)
		},
		...fieldsBeyondDefaults(nodeFields(platform.definition, string()), fields),
		...fieldsBeyondDefaults(platform.definition.fields.node ?? {}, own)
	};
}
/** How the Ambassador serves exposed endpoints: without TLS, or with a service that authorizes each request. */
const entranceOf = ({ ambassador: { authentication, cleartext } }) => authentication === void 0 && !cleartext ? {} : { entrance: {
	authentication,
	...cleartext ? { cleartext } : {}
} };
/** All files of an organization in `material/`, unused ones included, and files that its entry names. */
function materialFilesOf({ network, platform, materialFiles }, name, organization) {
	const index = organization?.path[1];
	const named = new Set((platform.definition.files?.(network) ?? []).filter(({ path: [list, at] }) => list === "organizations" && at === index).map(({ file }) => file));
	return filesBelow$1(materialFiles, (path) => path.startsWith(`${publicPath(name)}/`) || sealedFolder$1(name, path) !== void 0 || named.has(path) || organization !== void 0 && platform.consent?.isOwnFile?.(path, organization) === true);
}
/** The folder of a sealed file in `material/sealed/`: a cluster, or the folder of issuers. */
function sealedFolder$1(organization, path) {
	const [material, sealed, folder, owner, file] = path.split("/");
	return material === "material" && sealed === "sealed" && owner === organization && file !== void 0 ? folder : void 0;
}
function isOverrideOf(organization, path) {
	const [, , owner, file] = path.split("/");
	return owner === organization && file !== void 0;
}
/** Recipients of its sealed files, by folder, as read from the files. */
function readersOf(organization, files) {
	const material = materialOf(files);
	const readers = /* @__PURE__ */ new Map();
	for (const path of files.keys()) {
		const folder = sealedFolder$1(organization, path);
		if (folder === void 0) continue;
		const known = readers.get(folder) ?? /* @__PURE__ */ new Set();
		for (const recipient of recipientsOf(material.value(path)) ?? []) known.add(recipient);
		readers.set(folder, known);
	}
	return Object.fromEntries([...readers].map(([folder, recipients]) => [folder, [...recipients].sort()]));
}
const filesBelow$1 = (files, isWanted) => new Map([...files].filter(([path]) => isWanted(path)));
const digests$1 = (files) => Object.fromEntries([...files].map(([path, content]) => [path, digestOf$2(content)]));
// src/consent/differences.ts
/** Fields of a statement that are left out for a first one, because they are obvious. */
const heads = [
	"version",
	"network",
	"platform",
	"organization"
];
/** Differences between two agreements for people: a line for each value, the old one first. Nothing is truncated. */
const differences = (before, after) => [.../* @__PURE__ */ new Set([
	...sections$1,
	...Object.keys(before),
	...Object.keys(after)
])].flatMap((section) => before[section] === void 0 && heads.includes(section) ? [] : compare$1([section], before[section], after[section]));
const fieldsOf$2 = (path, before, after) => [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => compare$1([...path, key], before[key], after[key]));
function compare$1(path, before, after) {
	if (JSON.stringify(before) === JSON.stringify(after)) return [];
	const [old, now] = path.length === 1 && (isPlainMapping(before) || isPlainMapping(after)) ? [before ?? {}, after ?? {}] : [before, after];
	if (isPlainMapping(old) && isPlainMapping(now)) return fieldsOf$2(path, old, now);
	const name = nameOf$1(path);
	const items = changedItems(before, after);
	if (items.length > 0) return items.map((item) => `${name}: ${item}`);
	if (before === void 0) return [`${name}: new, ${shown$1(after)}`];
	if (after === void 0) return [`${name}: removed, it was ${shown$1(before)}`];
	return [`${name}: ${shown$1(before)} → ${shown$1(after)}`];
}
/** Added and removed items of a list; undefined if it is not a list, or if only the order differs. */
function changedItems(before, after) {
	const [old, now] = [before ?? [], after ?? []];
	if (!Array.isArray(old) || !Array.isArray(now)) return [];
	const [had, has] = [new Set(old.map(shown$1)), new Set(now.map(shown$1))];
	return [...[...has].filter((item) => !had.has(item)).map((item) => `added ${item}`), ...[...had].filter((item) => !has.has(item)).map((item) => `removed ${item}`)];
}
/** Paths of files need no description. */
const nameOf$1 = ([section = "", ...rest]) => (section === "material" || section === "overrides" ? rest : [section, ...rest]).join(" ");
function shown$1(value) {
	if (typeof value !== "string") return JSON.stringify(value) ?? "nothing";
	const key = /^(?:sk-)?ssh-/.test(value) ? readSshPublicKey(value) : "";
	if (typeof key !== "string") return `${key.type} ${fingerprintOf(key)}`;
	return /^[\w./:@+-]+$/.test(value) && !looksLikeAnother(value) ? value : JSON.stringify(value);
}
/** A text that would be a number or boolean without quotes. */
const looksLikeAnother = (text) => !Number.isNaN(Number(text)) || [
	"true",
	"false",
	"null"
].includes(text);
// src/consent/ssh-signature.ts
/**
* Signatures as `ssh-keygen -Y sign` writes them:
* https://github.com/openssh/openssh-portable/blob/V_9_9_P2/PROTOCOL.sshsig, and PROTOCOL.u2f beside it for security keys.
*/
/** The purpose of a signature: one for another purpose is invalid. */
const namespace = "chancery";
const magic = "SSHSIG";
const version$2 = 1;
const armour = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n*$/;
/** Reads an armoured signature. Throws MalformedSsh. */
function readSshSignature(text) {
	const [, base64] = armour.exec(text.replaceAll("\r\n", "\n")) ?? [];
	if (base64 === void 0) throw new MalformedSsh("it is not an \"SSH SIGNATURE\"");
	const reader = new SshReader(Buffer.from(base64.replaceAll("\n", ""), "base64"));
	if (reader.take(6).toString("latin1") !== magic) throw new MalformedSsh(`it does not begin with ${magic}`);
	const found = reader.uint32();
	if (found !== version$2) throw new MalformedSsh(`it is of version ${found}`);
	const key = readSshBlob(reader.string());
	const given = reader.text();
	const reserved = reader.string();
	const hash = reader.text();
	const signature = readSignature(reader.string(), key);
	reader.end();
	if (hash !== "sha256" && hash !== "sha512") throw new MalformedSsh(`it is made with the hash ${hash.slice(0, 60)}`);
	return {
		key,
		namespace: given,
		reserved,
		hash,
		...signature
	};
}
function readSignature(bytes, key) {
	const reader = new SshReader(bytes);
	if (reader.text() !== key.type) throw new MalformedSsh("its key is of another type");
	const signature = reader.string();
	if (signature.length !== 64) throw new MalformedSsh("an Ed25519 signature has 64 bytes");
	const isSecurityKey = key.type !== "ssh-ed25519";
	const flags = isSecurityKey ? reader.take(1)[0] ?? 0 : 0;
	const counter = isSecurityKey ? reader.take(4) : Buffer.alloc(0);
	reader.end();
	return {
		signature,
		flags,
		counter
	};
}
/** A person touched the security key: https://www.w3.org/TR/webauthn-2/#flags */
const userPresent = 1;
/** Whether the named key made the signature, for this message and for Chancery. */
function isSignedBy(given, message) {
	if (given.namespace !== "chancery") return false;
	const signed = signedBytes(given, message);
	const key = createPublicKey({
		key: {
			kty: "OKP",
			crv: "Ed25519",
			x: given.key.point.toString("base64url")
		},
		format: "jwk"
	});
	if (given.key.type === "ssh-ed25519") return verify(null, signed, key, given.signature);
	if ((given.flags & userPresent) === 0) return false;
	const withDevice = Buffer.concat([
		sha256(given.key.application),
		Buffer.from([given.flags]),
		given.counter,
		sha256(signed)
	]);
	return verify(null, withDevice, key, given.signature);
}
/** The signed data for a message. */
const signedBytes = ({ namespace: purpose, reserved, hash }, message) => Buffer.concat([
	Buffer.from(magic),
	sshString(purpose),
	sshString(reserved),
	sshString(hash),
	sshString(createHash(hash).update(message).digest())
]);
const sha256 = (content) => createHash("sha256").update(content).digest();
// src/consent/statement-file.ts
const signaturesFolder = "material/signatures";
/** The statement of an organization, for people and for Chancery. */
const statementPath = (organization) => `${signaturesFolder}/${organization}.yaml`;
/** The signature of one of its signers. */
const signaturePath = (organization) => `${signaturesFolder}/${organization}.sig`;
/** The signature of a former signer, if signers have changed. Names of organizations have no dot. */
const formerSignaturePath = (organization) => `${signaturesFolder}/${organization}.former.sig`;
/** Undefined if there is none, or if it is unreadable. */
function readStatement(files, organization) {
	const path = statementPath(organization);
	const given = textOf$1(files, path);
	if (given === void 0) return "missing";
	const text = given.replaceAll("\r\n", "\n");
	const source = readSource(path, text, limits$1.lockBytes);
	if (!("value" in source) || typeof source.value !== "object" || source.value === null) return "unreadable";
	const { follows, ...agreement } = plain$3(source.value);
	if (follows !== void 0 && typeof follows !== "string") return "unreadable";
	return {
		text,
		digest: digestOf$2(text),
		follows,
		agreement
	};
}
function newStatement(agreement, follows) {
	const all = {
		...agreement,
		follows
	};
	const ordered = Object.fromEntries(sections$1.flatMap((key) => all[key] === void 0 ? [] : [[key, all[key]]]));
	const text = `${heading(String(agreement.organization))}${dumpYaml(ordered)}`;
	return {
		text,
		digest: digestOf$2(text),
		follows,
		agreement
	};
}
const heading = (organization) => `# What ${organization} agrees to, written by \`chancery sign\`. Its signature is beside it: change nothing here.\n`;
// src/consent/signature.ts
/** Why a text is not a valid signature of a statement by one of these signers; undefined when it is. */
function refusalOf(text, statement, signers) {
	try {
		const signature = readSshSignature(text);
		const key = `${signature.key.type} ${signature.key.blob.toString("base64")}`;
		if (!signers.some((signer) => withoutComment(signer) === key)) return `it was made with the key ${fingerprintOf(signature.key)}, which is not a signer: ${signers.map(signerName).join(", ")}`;
		if (signature.namespace !== "chancery") return `it was made for the namespace ${JSON.stringify(signature.namespace.slice(0, 60))}, not for "${namespace}"`;
		return isSignedBy(signature, Buffer.from(statement.text)) ? void 0 : "it does not match the statement";
	} catch (error) {
		if (error instanceof MalformedSsh) return `it cannot be read: ${error.message}`;
		throw error;
	}
}
/** The file with a valid signature of a statement by one of these signers, of two possible files; otherwise why none is valid. */
function signatureBy(signers, statement, organization, files) {
	const refused = [signaturePath(organization), formerSignaturePath(organization)].flatMap((file) => {
		const text = textOf$1(files, file);
		if (text === void 0) return [];
		const reason = refusalOf(text, statement, signers);
		return [reason === void 0 ? "signed" : {
			file,
			reason
		}];
	});
	return refused.includes("signed") ? "signed" : refused.filter((one) => one !== "signed");
}
// src/consent/signing.ts
/** The statement of the current state: the one in the folder, if it has the same agreement and follows the current statement. */
function signingOf(name, subject, former) {
	const signers = subject.network.organizations.find((candidate) => candidate.name === name)?.signers ?? [];
	const formerSigners = former?.signers ?? [];
	const wanted = agreementOf(subject, name);
	const written = readStatement(subject.materialFiles, name);
	const isWritten = typeof written !== "string" && samePlain(written.agreement, wanted) && follows(written, former?.statement);
	const statement = isWritten ? written : newStatement(wanted, former?.statement);
	const needed = [{
		file: signaturePath(name),
		signers,
		areFormer: false
	}, ...sameSigners(signers, formerSigners) ? [] : [{
		file: formerSignaturePath(name),
		signers: formerSigners,
		areFormer: true
	}]];
	return {
		statement,
		isWritten,
		changes: differences(former?.agreement ?? {}, wanted),
		record: signers.length === 0 ? void 0 : {
			keys: signers.map(withoutComment).sort(),
			statement: statement.digest
		},
		missingWith: (files) => needed.filter((one) => one.signers.length > 0 && signatureBy(one.signers, statement, name, files) !== "signed")
	};
}
/** Whether it is the current statement, or the next one. */
const follows = ({ digest, follows: before }, counting) => counting === void 0 ? before === void 0 : digest === counting || before === counting;
function sameSigners(some, others) {
	const keys = new Set(some.map(withoutComment));
	const otherKeys = new Set(others.map(withoutComment));
	return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
}
// src/consent/findings.ts
/**
* Changes that organizations with signers have not signed. `former` is the signed state of the base, if known: the former signers of
* an organization must agree to new signers, or to none. Without it, only the lock has the former signers.
*/
function consentFindings(subject, former = /* @__PURE__ */ new Map()) {
	const { network, lock, source } = subject;
	return [.../* @__PURE__ */ new Set([
		...network.organizations.filter(({ signers }) => signers.length > 0).map(({ name }) => name),
		...Object.keys(lock.signers),
		...[...former].filter(([, { signers }]) => signers.length > 0).map(([name]) => name)
	])].sort().flatMap((name) => {
		const organization = network.organizations.find((candidate) => candidate.name === name);
		const place = source.at(organization?.path ?? ["organizations"]);
		return problemsOf$2(name, subject, former.get(name)).map(({ rule, message, hint }) => {
			return {
				rule,
				severity: "error",
				message,
				hint: hint ?? signHint(name),
				place
			};
		});
	});
}
const signHint = (name) => `a signer of ${name} runs \`chancery sign --organization ${name}\`, which shows all changes and asks`;
function problemsOf$2(name, subject, former) {
	const { materialFiles, lock, network } = subject;
	const signers = network.organizations.find((candidate) => candidate.name === name)?.signers ?? [];
	const recorded = Object.hasOwn(lock.signers, name) ? lock.signers[name] : void 0;
	const formerSigners = former?.signers ?? [];
	if (signers.length + formerSigners.length === 0) return recordProblems(name, signers, recorded, void 0);
	const statement = readStatement(materialFiles, name);
	const wanted = agreementOf(subject, name);
	if (statement === "unreadable") return [{
		rule: "signature-invalid",
		message: `${statementPath(name)} is not a readable statement`
	}];
	if (statement === "missing") return [unsigned(name, `there is no ${statementPath(name)}`, differences(former?.agreement ?? {}, wanted))];
	if (!samePlain(statement.agreement, wanted)) return [unsigned(name, void 0, differences(statement.agreement, wanted))];
	return [
		...signers.length === 0 ? [] : signatureProblems(name, signers, statement, subject, false),
		...recordProblems(name, signers, recorded, statement),
		...former === void 0 ? [] : changeProblems(name, signers, statement, subject, former)
	];
}
function unsigned(name, reason, changes) {
	return {
		rule: "signature-missing",
		message: `${name} has not signed this${reason === void 0 ? "" : ` (${reason})`}: ${several(changes)}`
	};
}
function signatureProblems(name, signers, statement, { materialFiles }, areFormer) {
	const refused = signatureBy(signers, statement, name, materialFiles);
	if (refused === "signed") return [];
	const who = `${areFormer ? "those who signed for it before" : "its signers"}: ${signers.map(signerName).join(", ")}`;
	const own = refused.filter(({ file }) => areFormer || file === signaturePath(name));
	if (own.length === 0 || areFormer) return [{
		rule: "signature-missing",
		message: `the statement of ${name} has no valid signature of ${who}${own.map(({ file, reason }) => `; ${file}: ${reason}`).join("")}`
	}];
	return own.map(({ file, reason }) => ({
		rule: "signature-invalid",
		message: `${file} is not a valid signature of ${name}: ${reason}`
	}));
}
/** The lock records signers and statements, for comparisons without a base. */
function recordProblems(name, signers, recorded, statement) {
	if (recorded === void 0 && signers.length === 0) return [];
	const problem = (message) => [{
		rule: "signers-record",
		message
	}];
	if (recorded === void 0) return problem(`${lockFile} does not record who signs for ${name}`);
	if (!sameSigners(recorded.keys, signers)) return problem(`${lockFile} records other signers of ${name} (${recorded.keys.map(signerName).join(", ")}) than the definition (${signers.length === 0 ? "none" : signers.map(signerName).join(", ")})`);
	return recorded.statement === statement?.digest ? [] : problem(`${lockFile} records another statement of ${name} than ${statementPath(name)}`);
}
/** Requirements of a change in addition to a signature of the current signers. */
function changeProblems(name, signers, statement, subject, former) {
	return [...former.statement === void 0 || follows(statement, former.statement) ? [] : [{
		rule: "signature-invalid",
		message: `${statementPath(name)} does not follow the statement of the base: it is outdated, or another change was merged meanwhile`,
		hint: `bring the branch up to date, and sign again: \`chancery sign --organization ${name}\` (with --base if the change is not for the default branch)`
	}], ...former.signers.length === 0 || sameSigners(former.signers, signers) ? [] : signatureProblems(name, former.signers, statement, subject, true)];
}
// src/check/overrides/ciphertext.ts
const ciphertextHint = "remove it: a ciphertext copied from another organization would be decrypted too. Create the Secret in the cluster (by hand, or with External Secrets), and refer to it from the override";
/** Output of SOPS: a value, and the block with the decryption data, in YAML, JSON, .env and .ini. */
const marks$1 = [
	/ENC\[AES256_GCM/,
	/^[ \t]*["']?sops["']?[ \t]*:/m,
	/"sops"\s*:/,
	/^sops_[a-z_0-9]+\s*=/m,
	/^\[sops\]/m,
	/-----BEGIN AGE ENCRYPTED FILE-----/,
	/-----BEGIN PGP MESSAGE-----/
];
/** Whether a text has a SOPS ciphertext, as it is or in base64. */
const hasCiphertext = (text) => markIn(text) >= 0 || decodedParts(text).some(hasCiphertext);
/**
* Ciphertext in overrides. No checksum of SOPS covers the name and namespace of a Secret, and Flux decrypts everything that its key
* opens: the sealed file of one organization, copied into the override of another, would be readable there.
*/
const ciphertextInOverrides = (overrides) => [...overrides].flatMap(([file, content]) => {
	const text = readable(content);
	const at = markIn(text);
	if (at < 0 && !hasCiphertext(text)) return [];
	const line = at < 0 ? 1 : text.slice(0, at).split("\n").length;
	return [{
		rule: "override-ciphertext",
		severity: "error",
		message: `${file} has a ciphertext of SOPS or age, and overrides must not have any`,
		hint: ciphertextHint,
		place: {
			file,
			line,
			column: 1
		}
	}];
});
const markIn = (text) => marks$1.map((mark) => text.search(mark)).reduce((first, at) => at >= 0 && (first < 0 || at < first) ? at : first, -1);
/** Texts in base64, on one line or several. Each is shorter than the text that contains it, so the search ends. */
const decodedParts = (text) => [...text.matchAll(/[A-Za-z0-9+/_-]{16,}(?:\s+[A-Za-z0-9+/_-]{16,})*={0,2}/g)].map(([part]) => Buffer.from(part.replace(/\s+/g, ""), "base64").toString("latin1"));
/** Reads one character for each byte: the patterns need no others, and binary content is searched too. */
const readable = (content) => typeof content === "string" ? content : Buffer.from(toBytes(content)).toString("latin1");
// src/check/overrides/problems.ts
/** A node has one key and one volume: two pods would sign conflicting messages with the same key. */
const otherPods = (what, node, count) => ({
	rule: "node-replicas",
	message: `${what} sets ${count} pods for ${node}: a node has exactly one pod, one key and one volume`,
	hint: "add another node to the definition instead; to stop a node, remove it there"
});
const plainSecret = (message) => ({
	rule: "plain-secret",
	message,
	hint: "remove it here and from the history of the repository, replace the secret, and create it in the cluster (by hand, or with External Secrets)"
});
// src/plan/built/issue.ts
const placedIn = (parts, view) => parts.flatMap((part) => part[view].map((object) => ({
	part,
	object
})));
/** One word, whatever the object is called: names of roles may have blanks. */
const subjectOf$2 = ({ part, object }) => word(`${part.cluster}/${part.part}:${object.kind}/${object.metadata.name}`);
const word = (text) => text.replaceAll(/[^\w.,:/=*()!-]/gu, (character) => encodeURIComponent(character));
const keyOfIssue = ({ id, severity, subject, text, detail }) => JSON.stringify([
	id,
	severity,
	subject,
	text,
	detail
]);
/** What is in the first list and not in the second. */
function issuesBeyond(issues, others) {
	const known = new Set(others.map(keyOfIssue));
	return issues.filter((issue) => !known.has(keyOfIssue(issue)));
}
/** The rendered version of each object, by what tells objects apart. */
const renderedIn = ({ rendered }) => new Map(rendered.map((object) => [keyOf$4(object), object]));
// src/plan/built/workloads.ts
const workloadsIn = (parts, view) => placedIn(parts, view).flatMap((placed) => workloadsOf(placed));
/** A pod spec is known by its containers, wherever it is: objects of others have templates too. */
function workloadsOf({ part, object }) {
	const found = [];
	search(object, {}, found);
	return found.map(({ labels, spec }, index) => ({
		part,
		object,
		id: `${object.kind}/${object.metadata.name}${index === 0 ? "" : `#${index + 1}`}`,
		labels,
		spec
	}));
}
function search(value, labels, found) {
	if (Array.isArray(value)) for (const item of value) search(item, {}, found);
	if (!isRecord(value)) return;
	if (containerFields.some((field) => listAt$1(value, field).some(isRecord))) {
		found.push({
			labels,
			spec: value
		});
		return;
	}
	for (const [field, inner] of Object.entries(value)) if (field !== "status") search(inner, field === "spec" ? labelsAt(value) : {}, found);
}
const labelsAt = (template) => {
	const labels = at$1(template, "metadata", "labels");
	return isRecord(labels) ? Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)])) : {};
};
const containerFields = [
	"containers",
	"initContainers",
	"ephemeralContainers"
];
/** All containers of a pod. */
const containersOf = (spec) => containerFields.flatMap((field) => listAt$1(spec, field).filter(isRecord));
const textAt = (value, ...path) => {
	const found = at$1(value, ...path);
	return found === void 0 || found === null ? "" : String(found);
};
const nameIn = (fields) => textAt(fields, "name");
// src/plan/built/pods.ts
/** What containers of a pod can read that is worth stealing: Secrets, volumes, tokens, and each other's memory. */
const readingIssues = (workloads, objects) => workloads.flatMap((workload) => {
	const issue = (id, severity, text, hint) => ({
		id,
		severity,
		subject: subjectOf$2(workload),
		text,
		hint,
		file: workload.part.file
	});
	return [
		...containersOf(workload.spec).flatMap((container) => {
			const name = `container ${nameIn(container)}`;
			const claims = volumesOf(container, workload.spec).map((volume) => textAt(volume, "persistentVolumeClaim", "claimName"));
			return [...secretsRead(container, workload.spec).map((secret) => issue("secret-read", "danger", `${name} reads ${secret}`, "let nothing but the node itself read its keys")), ...unique$1(claims.filter((claim) => claim !== "")).map((claim) => issue("volume-shared", "danger", `${name} reads and writes the volume ${claim}`, "let nothing but the node itself have its volume: its data may be changed, and keys may be there"))];
		}),
		...workload.spec.shareProcessNamespace === true ? [issue("secret-read", "danger", "containers of its pod see the processes and files of each other", "remove shareProcessNamespace: a container beside a node could read its key")] : [],
		...tokens(workload, objects).map(([severity, text]) => issue("token-mounted", severity, text, "set automountServiceAccountToken: false, unless it has to ask the API server"))
	];
});
/** Volumes that a container mounts. */
function volumesOf(container, spec) {
	const mounts = [...listAt$1(container, "volumeMounts"), ...listAt$1(container, "volumeDevices")];
	const names = new Set(mounts.map((mount) => textAt(mount, "name")));
	return listAt$1(spec, "volumes").filter(isRecord).filter((volume) => names.has(nameIn(volume)));
}
/** Secrets that a container of a pod reads, as variables or as files. */
const secretsRead = (container, spec) => unique$1([...secretsOf(container), ...volumesOf(container, spec).flatMap(secretsOfVolume)]);
const unique$1 = (names) => [...new Set(names)];
const secret$2 = (value, ...path) => {
	const name = textAt(value, ...path);
	return name === "" ? [] : [`Secret ${name}`];
};
/** Secrets whose values are variables of a container. */
const secretsOf = (container) => [...listAt$1(container, "env").flatMap((variable) => secret$2(variable, "valueFrom", "secretKeyRef", "name")), ...listAt$1(container, "envFrom").flatMap((source) => secret$2(source, "secretRef", "name"))];
/** Secrets in a volume; drivers of others get them by references of many names. */
const secretsOfVolume = (volume) => [
	...secret$2(volume, "secret", "secretName"),
	...listAt$1(volume, "projected", "sources").flatMap((source) => secret$2(source, "secret", "name")),
	...isRecord(volume.csi) ? [`the CSI driver ${textAt(volume, "csi", "driver")} (${JSON.stringify(volume.csi)})`] : [],
	...Object.values(volume).flatMap((source) => ["secretRef", "nodePublishSecretRef"].flatMap((field) => secret$2(source, field, "name")))
];
/** Tokens with which a pod asks the API server. */
function tokens({ spec }, objects) {
	const name = textAt(spec, "serviceAccountName") || textAt(spec, "serviceAccount") || "default";
	const account = objects.find(({ kind, metadata }) => kind === "ServiceAccount" && metadata.name === name);
	const mounts = at$1(spec, "automountServiceAccountToken") ?? at$1(account, "automountServiceAccountToken") ?? true;
	const projected = listAt$1(spec, "volumes").some((volume) => listAt$1(volume, "projected", "sources").some((source) => at$1(source, "serviceAccountToken") !== void 0));
	if (mounts === false && !projected) return [];
	return [[name === "default" ? "caution" : "danger", `its pod gets a token of the ServiceAccount ${name} for the API server`]];
}
/** Containers whose image is not one of those that are rendered. */
const imageIssues = (workloads, known) => workloads.flatMap((workload) => containersOf(workload.spec).filter((container) => !known.has(textAt(container, "image"))).map((container) => ({
	id: "image-foreign",
	severity: isRendered$1(workload) ? "danger" : "caution",
	subject: subjectOf$2(workload),
	text: `container ${nameIn(container)} runs ${textAt(container, "image") || "no image"}, which is not an image of the definition`,
	hint: "use platformVersion, images.registry and images.digests of the definition: their changes are looked at there",
	file: workload.part.file
})));
/** Whether its object is one that is rendered: a pod of the ledger, the Ambassador or a Job. */
const isRendered$1 = ({ part, object }) => part.rendered.some((rendered) => keyOf$4(rendered) === keyOf$4(object));
const imagesOf = (workloads) => new Set(workloads.flatMap(({ spec }) => containersOf(spec).map((container) => textAt(container, "image"))));
// src/check/overrides/unused-entries.ts
/** Entries that kustomize silently ignores, because no object of the root matches them. */
function unusedEntries(part, overrides) {
	const sources = reachedFrom(part.file, overrides);
	const written = sources.flatMap((source) => namesIn$4(source, "resources").flatMap((name) => documentsOf$1(overrides, posix.join(posix.dirname(source.file), name))));
	const objects = [
		...part.rendered,
		...part.objects,
		...written.map(({ value }) => value).filter(isObject)
	];
	const images = namesOfImages(part);
	return sources.flatMap((source) => {
		const unused = (field, index, message, hint) => ({
			rule: "override-unused",
			severity: "warning",
			message,
			hint,
			place: source.at([
				field,
				index,
				field === "images" ? "name" : "target"
			])
		});
		const patches = ["patches", "patchesJson6902"].flatMap((field) => listAt$1(source.value, field).flatMap((entry, index) => {
			const target = at$1(entry, "target");
			if (!isRecord(target) || objects.some((object) => isTargeted(target, object))) return [];
			const names = objects.filter(({ kind }) => matches(target.kind, kind)).map(({ metadata }) => metadata.name);
			return [unused(field, index, `no object of ${part.part} in ${part.cluster} is ${described(target)}: this patch has no effect`, names.length === 0 ? `correct the kind, one of: ${[...new Set(objects.map(({ kind }) => kind))].sort().join(", ")}` : `correct the name, one of: ${[...new Set(names)].sort().join(", ")}`)];
		}));
		const pinned = listAt$1(source.value, "images").flatMap((entry, index) => {
			const name = at$1(entry, "name");
			if (typeof name !== "string" || images.has(name)) return [];
			return [unused("images", index, `no container of ${part.part} in ${part.cluster} has the image ${name}: this entry has no effect`, images.size === 0 ? "remove it" : `correct the name, one of: ${[...images].sort().join(", ")}`)];
		});
		return [...patches, ...pinned];
	});
}
/** Images of all containers, without tag and digest, as kustomize compares them. */
function namesOfImages(part) {
	const images = ["rendered", "objects"].flatMap((view) => [...imagesOf(workloadsIn([part], view))]);
	return new Set(images.map((image) => image.replace(/@.*$/, "").replace(/:[^/]*$/, "")));
}
const described = (target) => [
	"group",
	"version",
	"kind",
	"name",
	"namespace"
].flatMap((field) => target[field] === void 0 ? [] : [String(target[field])]).join(" ");
const couldMatch = (pattern, text) => matches(pattern, text, true);
/** Whether kustomize could match an object. Label selectors count as matched, and names before a rename count too. */
const isTargeted = (target, object) => couldMatch(target.group, groupOf(object)) && couldMatch(target.version, object.apiVersion.split("/").at(-1) ?? "") && couldMatch(target.kind, object.kind) && (couldMatch(target.name, object.metadata.name) || isFormerName(target.name, object)) && (target.namespace === void 0 || couldMatch(target.namespace, object.metadata.namespace ?? ""));
const isFormerName = (name, { metadata }) => typeof name === "string" && (baseNames.has(name) || metadata.name.startsWith(`${name}-`));
/** Names in Chancery's bases: kustomize also matches a target by the original name of an object. */
const baseNames = /* @__PURE__ */ new Set([
	"account",
	"ambassador",
	"ca",
	"chaincode",
	"chaincode-of-peers",
	"clients-inside",
	"cluster-services",
	"default-deny",
	"dns",
	"job",
	"metrics",
	"node",
	"node-couchdb",
	"node-rpc",
	"operations",
	"orderer-administration",
	"orderer-join",
	"orderers",
	"organization",
	"peers",
	"router",
	"validators",
	"voters",
	"votes"
]);
// src/check/overrides/volumes.ts
/** Volumes that an override makes smaller than the definition: the ledger fills them earlier than expected. */
function smallerVolumes(object, own) {
	const sizes = new Map(claimsOf(own));
	return claimsOf(object).flatMap(([name, size]) => {
		const rendered = sizes.get(name);
		const [now, before] = [bytesOf(size), bytesOf(rendered)];
		if (now === void 0 || before === void 0 || now >= before) return [];
		return [{
			rule: "override-volume",
			message: `${object.kind} ${object.metadata.name} has a volume of ${String(size)} instead of ${String(rendered)}`,
			hint: "set storage of the node in the definition: Chancery checks it there, and no volume can shrink"
		}];
	});
}
/** Names and sizes of the volume claims of an object. */
const claimsOf = (object) => {
	const size = (claim) => at$1(claim, "spec", "resources", "requests", "storage");
	if (object.kind === "PersistentVolumeClaim") return [[object.metadata.name, size(object)]];
	return listAt$1(object, "spec", "volumeClaimTemplates").filter(isRecord).map((claim) => [String(at$1(claim, "metadata", "name")), size(claim)]);
};
const bytesOf = (size) => typeof size === "string" || typeof size === "number" ? quantityValue(String(size)) : void 0;
// src/check/overrides/built.ts
/** Certain errors in the result of overrides, independent of the base, at the place in the override. */
const builtOverrideFindings = (parts, overrides) => parts.filter(({ objects, rendered }) => objects !== rendered).flatMap((part) => {
	const rendered = new Map(part.rendered.map((object) => [keyOf$4(object), object]));
	return [...part.objects.filter((object) => !equal(rendered.get(keyOf$4(object)), object)).flatMap((object) => {
		const own = rendered.get(keyOf$4(object));
		const problems = [
			...secret$1(object, own),
			...elsewhere(part, object),
			...replicas$3(part, object),
			...own === void 0 ? [] : [...smallerVolumes(object, own), ...loadBalancers(object, own)]
		];
		if (problems.length === 0) return [];
		const { kind, metadata } = object;
		const place = originIn(overrides, part.file, {
			kind,
			name: metadata.name
		});
		return problems.map((problem) => ({
			...problem,
			severity: "error",
			place
		}));
	}), ...unusedEntries(part, overrides)];
});
/** Secrets that come from no material file: in plain text, or with a ciphertext from elsewhere. */
function secret$1(object, own) {
	const isOwn = own !== void 0 && contents$1.every((field) => equal(own[field], object[field]));
	if (isOwn && !hasCiphertextIn({
		...object,
		...withoutContents
	})) return [];
	if (object.sops !== void 0 || hasCiphertextIn(object)) return [{
		rule: "override-ciphertext",
		message: `${nameOf$3(object)} has a SOPS ciphertext that is not rendered`,
		hint: ciphertextHint
	}];
	const isFilled = [object.data, object.stringData].some((data) => isRecord(data) && Object.keys(data).length > 0);
	if (object.kind !== "Secret" || isOwn || !isFilled) return [];
	return [plainSecret(`${nameOf$3(object)} is a Secret in plain text in the repository`)];
}
/** The sealed content of an object. */
const contents$1 = [
	"data",
	"stringData",
	"sops"
];
const withoutContents = {
	data: void 0,
	stringData: void 0,
	sops: void 0
};
const hasCiphertextIn = (value) => {
	if (typeof value === "string") return hasCiphertext(value);
	if (Array.isArray(value)) return value.some(hasCiphertextIn);
	return isRecord(value) && Object.values(value).some(hasCiphertextIn);
};
/** kustomize sets the namespace of namespaced objects: an object with another namespace bypassed it. */
function elsewhere(part, object) {
	const { namespace } = object.metadata;
	if (namespace === void 0 || part.namespace === "" || namespace === part.namespace) return [];
	return [{
		rule: "override-namespace",
		message: `${nameOf$3(object)} is in namespace ${namespace}, and ${part.part} in ${part.cluster} has namespace ${part.namespace}`,
		hint: "remove its namespace, or move the object to the override of its part"
	}];
}
function replicas$3(part, object) {
	const node = part.rendered.find(({ kind, metadata }) => kind === "StatefulSet" && metadata.name === nodeOf(object));
	if (node === void 0 || at$1(object, "spec", "replicas") === at$1(node, "spec", "replicas") && object.kind === "StatefulSet") return [];
	const count = object.kind === "StatefulSet" ? at$1(object, "spec", "replicas") : "a changing number of";
	return [otherPods(nameOf$3(object), node.metadata.name, String(count))];
}
/** The StatefulSet of an object: itself, or the one that it scales. */
function nodeOf(object) {
	if (object.kind === "StatefulSet") return object.metadata.name;
	const target = at$1(object, "spec", "scaleTargetRef");
	return isRecord(target) && (target.kind === "StatefulSet" || target.kind === void 0) ? target.name : void 0;
}
/** The class of a load balancer cannot change in Kubernetes. */
function loadBalancers(object, own) {
	const [now, rendered] = [object, own].map((service) => at$1(service, "spec", "loadBalancerClass"));
	if (object.kind !== "Service" || now === rendered) return [];
	return [{
		rule: "override-load-balancer",
		message: `${nameOf$3(object)} has the loadBalancerClass ${String(now ?? "of the cluster")} instead of ${String(rendered ?? "that of the cluster")}`,
		hint: "set loadBalancerClass of the Ambassador in the definition: Chancery checks it there, and it can never change"
	}];
}
// src/check/checked-network.ts
/** Overrides as Kustomize components, by cluster and part: `overrides/<cluster>/<part>/kustomization.yaml`. */
function overrideFolders(overrides) {
	const suffix = "/kustomization.yaml";
	const paths = [...overrides.keys()].filter((path) => path.endsWith(suffix));
	return new Set(paths.map((path) => path.slice(10, -19)));
}
// src/check/overrides/parts.ts
/** Roots with an override, by their folders. */
const rootsWithOverrides = (overrides) => new Set([...overrideFolders(overrides)].map((part) => `deploy/clusters/${part}`));
/** The built roots, and those with an override also built `without` it. */
const builtParts = (network, built, without, overrides) => [...built].flatMap(([root, yaml]) => {
	const { cluster, part } = placeOfRoot(root);
	const namespace = namespaceOf$1(network, cluster, part);
	if (namespace === void 0) return [];
	const objects = readObjects(yaml, root);
	const plain = without.get(root);
	return [{
		cluster,
		part,
		namespace,
		file: overrideOf(root, overrides) ?? `${root}/kustomization.yaml`,
		objects,
		rendered: plain === void 0 ? objects : readObjects(plain, root)
	}];
});
/** Undefined for the CRDs, and for a removed cluster or organization; empty for tenancy, which has no namespace of one organization. */
function namespaceOf$1(network, cluster, part) {
	if (part === "tenancy") return "";
	if (part === "ambassador") return network.clusters.find(({ name }) => name === cluster)?.ambassador.namespace;
	const [organization] = part.split("/");
	return network.organizations.find(({ name }) => name === organization)?.namespace;
}
/** Overrides of Jobs in a part without Jobs, which the definition alone does not show. */
const overridesWithoutRoot = (overrides, whole) => [...overrideFolders(overrides)].filter((part) => part.endsWith("/jobs") && !whole.has(`deploy/clusters/${part}/kustomization.yaml`)).map((part) => ({
	rule: "override-unused",
	severity: "warning",
	message: `overrides/${part} has no effect: there are no Jobs of ${part.replace(/\/jobs$/, "")}`,
	hint: "remove it, or keep it until there are some",
	place: {
		file: `overrides/${part}/kustomization.yaml`,
		line: 1,
		column: 1
	}
}));
// src/ambassador/checks/collisions.ts
/** Two objects that claim the same port or host: Emissary accepts both, and splits the connections between them. */
const collisions = (routing) => [
	...twice$1(routing.tcpMappings, ({ spec: { address, port, host } }) => `${address ?? ""} ${port} ${host ?? ""}`, ({ spec: { port } }) => `port ${port}`, "Emissary would silently split connections between the two: give one of them another port"),
	...twice$1(routing.mappings.filter(({ spec }) => spec.weight === void 0), ({ spec: { hostname, host, prefix, prefix_regex, method, headers, query_parameters } }) => JSON.stringify([
		hostname ?? host,
		prefix,
		prefix_regex,
		method,
		headers,
		query_parameters
	]), ({ spec: { hostname, host, prefix } }) => `${hostname ?? host ?? "*"}${prefix}`, "Emissary would silently split requests between the two: give one of them another hostname or prefix, or a weight if the split is intended"),
	...twice$1(routing.hosts, ({ spec: { hostname } }) => String(hostname ?? "*"), ({ spec: { hostname } }) => `the host name ${hostname ?? "*"}`, "Emissary would pick the certificate and policy of one of them at random: keep one"),
	...twice$1([
		...routing.hosts,
		...routing.tlsContexts,
		...routing.tcpMappings
	], ({ object: { metadata } }) => metadata.name, ({ object: { metadata } }) => `the name ${metadata.name}`, "Emissary identifies Hosts, TLSContexts and TCPMappings by name alone: rename one")
];
function twice$1(routes, key, what, hint) {
	const first = /* @__PURE__ */ new Map();
	return routes.flatMap((route) => {
		const other = first.get(key(route));
		if (other === void 0) {
			first.set(key(route), route);
			return [];
		}
		return [{
			rule: "route-collision",
			severity: "error",
			message: `${nameOf$3(route.object)} and ${nameOf$3(other.object)} both have ${what(route)}`,
			hint,
			root: route.root
		}];
	});
}
// src/ambassador/entrances.ts
/** Node ports of the part that Kubernetes hands out last; the pool's default ends before them. */
const nodePorts$1 = {
	http: 30080,
	https: 30081,
	passthrough: 30082
};
/** The listener of the router: HTTPS has 8443. */
const passthroughListener = 8444;
/**
* Ports that endpoints share. Two of them want 443: the passthrough gets it unless the definition says otherwise, as a ledger's
* address is written down in more places than a URL. Beside 443, the listener has the number that clients dial: they send it in the
* Host header, and Emissary takes off only that of its own listener (strip_matching_host_port).
*/
function entrancesOf({ publish, passthrough, passthroughPort = 443 }) {
	if (publish === "NodePort") {
		const same = (port) => ({
			port,
			listener: port
		});
		return {
			http: same(nodePorts$1.http),
			https: same(nodePorts$1.https),
			passthrough: same(nodePorts$1.passthrough)
		};
	}
	return {
		http: {
			port: 80,
			listener: 8080
		},
		https: {
			port: passthrough === "sni" && passthroughPort === 443 ? 8443 : 443,
			listener: 8443
		},
		passthrough: {
			port: passthroughPort,
			listener: passthroughListener
		}
	};
}
/** A redirect goes to 443: where HTTPS has another port, no cleartext is served. */
const redirects = (ambassador) => !ambassador.cleartext && entrancesOf(ambassador).https.port === 443;
/**
* Ports that a TCPMapping cannot have. One on an HTTP Listener's port freezes all configuration of that Emissary, one on a
* port that Emissary itself binds never starts to listen; neither is reported.
*/
const reservedPorts = /* @__PURE__ */ new Map([
	[8080, "the HTTP Listener of the Ambassador"],
	[8443, "the HTTPS Listener of the Ambassador"],
	[passthroughListener, "the shared port of endpoints with TLS (passthrough)"],
	[nodePorts$1.http, "the HTTP Listener of the Ambassador, with NodePort"],
	[nodePorts$1.https, "the HTTPS Listener of the Ambassador, with NodePort"],
	[nodePorts$1.passthrough, "the shared port of endpoints with TLS (passthrough), with NodePort"],
	[8001, "Envoy's administration"],
	[8003, "Emissary's configuration server"],
	[8004, "Emissary's diagnostics"],
	[8005, "Emissary's snapshots"],
	[8006, "Emissary's readiness Listener"],
	[8877, "Emissary's administration"],
	[9696, "Emissary's snapshots"]
]);
/** Ports that every machine of a cluster has in use: https://kubernetes.io/docs/reference/networking/ports-and-protocols/ */
const machinePorts = /* @__PURE__ */ new Map([[10250, "the kubelet of each machine"], [10256, "kube-proxy of each machine"]]);
/** The same for one Ambassador: with hostPort its ports are those of machines. */
const reservedPortsOf = ({ publish }) => publish === "hostPort" ? new Map([...reservedPorts, ...machinePorts]) : reservedPorts;
// src/ambassador/checks/objects.ts
const group$1 = "getambassador.io/";
const isRoute = ({ apiVersion }) => apiVersion.startsWith(group$1);
const recordAt = (value) => isRecord(value) ? value : {};
const listAt = (value) => Array.isArray(value) ? value : [];
/** Sorts objects of a cluster into what its Emissary reads. */
function routingOf(cluster, all, complete) {
	const { ambassador } = cluster;
	const routes = all.filter(({ object }) => isRoute(object) && isRead(object, cluster)).map((built) => ({
		...built,
		spec: recordAt(built.object.spec)
	}));
	const ofKind = (kind) => routes.filter(({ object }) => object.kind === kind);
	const service = all.find(({ object: { kind, metadata } }) => kind === "Service" && metadata.namespace === ambassador.namespace && metadata.name === ambassador.service);
	return {
		cluster,
		all,
		complete,
		tcpMappings: ofKind("TCPMapping"),
		mappings: ofKind("Mapping"),
		hosts: ofKind("Host"),
		listeners: ofKind("Listener"),
		tlsContexts: ofKind("TLSContext"),
		modules: ofKind("Module"),
		ports: service === void 0 || ambassador.existing ? void 0 : portsOf$2(service)
	};
}
/** Our Emissary reads one namespace. Every Emissary reads only objects with its identifier; without one it is `default`. */
function isRead({ metadata, spec }, { ambassador }) {
	const ids = listAt(recordAt(spec).ambassador_id);
	return (ids.length === 0 ? ambassador.id === "default" : ids.includes(ambassador.id)) && metadata.namespace === ambassador.namespace;
}
const portsOf$2 = (built) => listAt(recordAt(built.object.spec).ports).map((entry) => {
	const { name, port, targetPort } = recordAt(entry);
	return {
		name: String(name ?? ""),
		port: Number(port),
		target: typeof targetPort === "string" ? targetPort : Number(targetPort ?? port),
		built
	};
});
// src/ambassador/checks/freezes.ts
/** Ports that Emissary itself binds, independent of its Listeners. */
const own$1 = new Map([...reservedPorts].filter(([, owner]) => /^(Emissary|Envoy)'s /.test(owner)));
const stacks = {
	HTTP: ["HTTP"],
	HTTPS: ["TLS", "HTTP"],
	HTTPPROXY: ["PROXY", "HTTP"],
	HTTPSPROXY: [
		"TLS",
		"PROXY",
		"HTTP"
	],
	TCP: ["TCP"],
	TLS: ["TLS", "TCP"],
	UDP: ["UDP"]
};
/** The protocols of a Listener, from the outermost in. */
const stackOf = ({ spec }) => spec.protocolStack === void 0 ? stacks[String(spec.protocol)] ?? [] : listAt(spec.protocolStack).map(String);
const speaksHttp = (listener) => stackOf(listener).includes("HTTP");
/** One such object makes Emissary reject every later change: its pods stay ready, and a new pod never becomes ready. */
const freezes = ({ tcpMappings, listeners, modules }) => [
	...tcpMappings.flatMap((mapping) => {
		const port = Number(mapping.spec.port);
		const taken = listeners.find((listener) => Number(listener.spec.port) === port && speaksHttp(listener));
		const owner = own$1.get(port);
		if (taken !== void 0 && mapping.spec.host === void 0) return [problem$6(mapping, `uses port ${port} of ${nameOf$3(taken.object)}, which speaks HTTP`, "Emissary would reject all further configuration while its pods stay ready: give one of the two another port")];
		return owner === void 0 ? [] : [problem$6(mapping, `uses port ${port}, which belongs to ${owner}`, "Emissary would never listen there: use another port")];
	}),
	...listeners.filter((listener) => stackOf(listener).includes("UDP")).map((listener) => problem$6(listener, "uses UDP, which Emissary supports for HTTP/3 only", "use TCP; UDP needs a separate load balancer")),
	...listeners.filter((listener) => stackOf(listener).join(" ").startsWith("TLS PROXY")).map((listener) => problem$6(listener, "expects TLS before the PROXY protocol header, which comes first", "use protocolStack: [PROXY, TLS, HTTP, TCP] in place of HTTPSPROXY")),
	...modules.filter(({ object }) => object.metadata.name !== "ambassador").map((module) => problem$6(module, "has no effect", "Emissary reads only the Module called \"ambassador\": change that one"))
];
const problem$6 = ({ object, root }, what, hint) => ({
	rule: "route-freeze",
	severity: "error",
	message: `${nameOf$3(object)} ${what}`,
	hint,
	root
});
// src/ambassador/checks/hostnames.ts
/** Whether a name could match both patterns, as Emissary compares them: `*`, `*.example.com`, `example.*`, or a name. */
function hostnamesMeet(a, b) {
	if (a === "*" || b === "*") return true;
	const [left, right] = [a.toLowerCase(), b.toLowerCase()];
	return left === right || covers$1(left, right) || covers$1(right, left);
}
function covers$1(pattern, name) {
	if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
	return pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1));
}
// src/ambassador/checks/dead.ts
/** Objects that have no effect, which Emissary does not report. */
const deadRoutes = (routing) => [
	...unread(routing),
	...ports(routing),
	...withoutHost(routing),
	...withoutListener(routing),
	...proxyOnSome(routing),
	...ignoredFields(routing)
];
const problem$5 = ({ object, root }, what, hint, severity = "error") => ({
	rule: "route-dead",
	severity,
	message: `${nameOf$3(object)} ${what}`,
	hint,
	root
});
/** Kinds that Emissary selects by identifier. */
function unread({ cluster, all }) {
	const { id, namespace, existing } = cluster.ambassador;
	return all.filter(({ object }) => isRoute(object) && !isRead(object, cluster)).filter(({ object }) => !existing || object.metadata.namespace === namespace).map((built) => built.object.metadata.namespace === namespace ? problem$5(built, `lacks the identifier of its Ambassador, ${id}`, `no Ambassador reads it: add ambassador_id: [${id}]`) : problem$5(built, `is not in ${namespace}, the namespace of the Ambassador`, `the Ambassador does not read it there: put it into overrides/${cluster.name}/ambassador`));
}
/** Every port of the Service needs a listener, and every listener needs a port of the Service. */
function ports({ ports: open, tcpMappings, listeners }) {
	if (open === void 0) return [];
	const listened = new Set([...tcpMappings, ...listeners].map(({ spec }) => Number(spec.port)));
	const targets = new Set(open.map(({ target }) => target));
	return [...open.filter(({ target }) => typeof target === "number" && !listened.has(target)).map(({ port, target, built }) => problem$5(built, `opens port ${port}, but nothing listens on ${target}`, "the load balancer's health check would fail there: remove the port, or add a Listener or TCPMapping for it")), ...tcpMappings.filter(({ spec }) => !targets.has(Number(spec.port))).map((mapping) => problem$5(mapping, `listens on ${mapping.spec.port}, but no port of the Service targets it`, "clients could not reach it: add the port to the Service, in the same override"))];
}
/** A Mapping is a route only when a Host matches it. */
const withoutHost = ({ mappings, hosts }) => mappings.filter((mapping) => !hosts.some((host) => takes(host, mapping))).map((mapping) => problem$5(mapping, `matches no Host${mapping.spec.hostname === void 0 ? ", as it has no hostname" : ` (${mapping.spec.hostname})`}`, "Emissary would ignore it: add a Host with its hostname"));
function takes({ spec: host }, { spec: mapping, object }) {
	const selected = Object.entries(recordAt(recordAt(host.mappingSelector ?? host.selector).matchLabels));
	if (selected.length > 0) return selected.every(([key, value]) => object.metadata.labels?.[key] === value);
	const wanted = mapping.hostname ?? mapping.host;
	return wanted !== void 0 && hostnamesMeet(String(host.hostname ?? "*"), String(wanted));
}
/** A Host has an effect only with a Listener that speaks HTTP. */
const withoutListener = ({ hosts, listeners, cluster }) => cluster.ambassador.existing || listeners.some(speaksHttp) ? [] : hosts.map((host) => problem$5(host, "matches no Listener", "nothing speaks HTTP there: add a Listener, or remove the Host"));
/** A load balancer that sends the header of the PROXY protocol does so on every port. */
function proxyOnSome({ listeners, tcpMappings }) {
	const speaks = (listener) => stackOf(listener).includes("PROXY");
	if (!listeners.some(speaks)) return [];
	const proxied = new Set(listeners.filter(speaks).map(({ spec }) => Number(spec.port)));
	const hint = "every connection there would break: give each port a Listener with PROXY, or none (ambassador.proxyProtocol)";
	return [...listeners, ...tcpMappings].filter(({ spec }) => !proxied.has(Number(spec.port))).map((route) => problem$5(route, `accepts no PROXY protocol on ${route.spec.port}, while other ports do`, hint));
}
/** Fields of the CRD that Emissary ignores. */
const ignoredFields = ({ tcpMappings, modules }) => [...tcpMappings.filter(({ spec }) => spec.idle_timeout_ms !== void 0).map((mapping) => problem$5(mapping, "sets idle_timeout_ms, which has no effect", "an hour holds, as Envoy's own: remove it", "warning")), ...modules.filter(({ spec }) => recordAt(spec.config).use_proxy_proto !== void 0).map((module) => problem$5(module, "sets use_proxy_proto, which has no effect", "set ambassador.proxyProtocol in the definition", "warning"))];
/** The Services that routes target. Services outside the namespaces of the network are unknown. */
function missingServices({ cluster, all, tcpMappings, mappings, complete }) {
	if (!complete) return [];
	const known = new Set(all.flatMap(({ object: { kind, metadata } }) => kind === "Namespace" ? [metadata.name] : []));
	const services = new Map(all.filter(({ object }) => object.kind === "Service").map(({ object: { metadata, spec } }) => [`${metadata.name}.${metadata.namespace}`, listAt(recordAt(spec).ports).map((entry) => Number(recordAt(entry).port))]));
	return [...tcpMappings, ...mappings].flatMap((route) => {
		const [, name = "", namespace = cluster.ambassador.namespace, , port] = /^(?:[a-z]+:\/\/)?([^.:/]+)(?:\.([^.:/]+))?(\.[^:/]*)?(?::(\d+))?/.exec(String(route.spec.service)) ?? [];
		if (!known.has(namespace)) return [];
		const found = services.get(`${name}.${namespace}`);
		const at = (what) => problem$5(route, what, "every connection would be refused: correct the name, or add the Service");
		if (found === void 0) return [at(`targets the Service ${namespace}/${name}, which does not exist`)];
		return port === void 0 || found.includes(Number(port)) ? [] : [at(`targets port ${port} of the Service ${namespace}/${name}, which has ${found.join(", ")}`)];
	});
}
// src/ambassador/checks/termination.ts
/** Emissary terminates the TLS of a TCPMapping with a host, or drops the route when it has no certificate for the host. */
function terminations({ tcpMappings, hosts, tlsContexts }) {
	const certified = (host) => hosts.find(({ spec }) => spec.tlsSecret !== void 0 && hostnamesMeet(String(spec.hostname ?? "*"), host)) ?? tlsContexts.find(({ spec }) => spec.secret !== void 0 && listAt(spec.hosts).some((name) => hostnamesMeet(String(name), host)));
	return [...tcpMappings.filter(({ spec }) => spec.host !== void 0).map((mapping) => {
		const found = certified(String(mapping.spec.host));
		return found === void 0 ? problem$4(mapping, "error", `has the host ${mapping.spec.host}, for which there is no certificate`, "Emissary drops the route: remove host to pass TLS through; or share a port with passthrough: sni") : problem$4(mapping, "warning", `has the host ${mapping.spec.host}: the Ambassador terminates TLS with the certificate of ${nameOf$3(found.object)}`, "the ledger no longer sees its clients' certificates: leave host out if that is not meant");
	}), ...tlsContexts.filter(({ spec }) => spec.secret === void 0 && listAt(spec.hosts).length > 0).map((context) => problem$4(context, "error", "has hosts but no secret", "Emissary drops the routes that would use it: name the Secret with the certificate"))];
}
const problem$4 = ({ object, root }, severity, what, hint) => ({
	rule: "route-terminates",
	severity,
	message: `${nameOf$3(object)} ${what}`,
	hint,
	root
});
// src/ambassador/checks/texts.ts
/** Texts that Emissary or Kubernetes does not accept as written. */
const texts$3 = ({ all, ports = [] }) => [...all.filter(({ object }) => isRoute(object)).flatMap((built) => [...variables(built.object.spec)].map((found) => expanded(built, found))), ...ports.filter(({ name }) => name.length > 15).map(({ name, built }) => ({
	rule: "route-text",
	severity: "error",
	message: `${nameOf$3(built.object)} has a port name of ${name.length} characters: ${name}`,
	hint: "port names of containers, and of objects that copy them, have at most 15 characters: shorten it",
	root: built.root
}))];
const expanded = ({ object, root }, found) => ({
	rule: "route-text",
	severity: "error",
	message: `${nameOf$3(object)} contains ${found}`,
	hint: "Emissary replaces it by the environment variable of that name, in every field: write the value",
	root
});
/** As Python's os.path.expandvars finds them. */
function* variables(value) {
	if (typeof value === "string") for (const [found] of value.matchAll(/\$(?:\w+|\{[^}]*\})/g)) yield found;
	else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* variables(item);
}
// src/ambassador/checks/index.ts
/**
* Finds what Emissary would accept silently and do wrong, in the objects of one cluster as kustomize built them, overrides
* included. `complete`: the objects come from every root of the cluster.
*/
function routeProblems(cluster, objects, complete) {
	const routing = routingOf(cluster, objects, complete);
	return [
		collisions,
		freezes,
		deadRoutes,
		missingServices,
		terminations,
		texts$3
	].flatMap((check) => check(routing));
}
// src/check/route-findings.ts
/** Routes that Emissary would misread, at their most likely override. */
function routeFindings(network, { built, broken }, overrides, all) {
	const complete = ({ name }) => all && !broken.some(({ root }) => root.startsWith(`deploy/clusters/${name}/`));
	return network.clusters.flatMap((cluster) => {
		return routeProblems(cluster, rootsOfCluster(built, cluster).filter(([root]) => root.startsWith("deploy/clusters/")).flatMap(([root, yaml]) => readObjects(yaml, root).map((object) => ({
			root,
			object
		}))), complete(cluster)).map((problem) => finding(problem, overrides));
	});
}
function finding({ rule, severity, message, hint, root }, overrides) {
	const file = overrideOf(root, overrides) ?? `${root}/kustomization.yaml`;
	return {
		rule,
		severity,
		message: `${message} (${root})`,
		hint,
		place: {
			file,
			line: 1,
			column: 1
		}
	};
}
// src/render/without-overrides.ts
/** The same tree with these roots as they would be without people's overrides: their kustomizations name no components. */
function withoutOverrides(tree, roots) {
	const changed = [...roots].map((root) => {
		const file = `${root}/kustomization.yaml`;
		const { components: _, ...fields } = load(textOf$1(tree, file) ?? "{}");
		return [file, dumpYaml(fields)];
	});
	return new Map([...tree, ...changed]);
}
// src/commands/build-findings.ts
/**
* Builds every root with kustomize, overrides included: findings for roots that cannot be built, and for routes that Emissary would
* silently ignore.
*/
async function buildFindings({ network, overrides }, tree, ports) {
	const whole = mergeTrees(tree, overrides);
	return findingsOfBuilt(network, await ports.buildRoots(whole), whole, overrides, ports);
}
/** Findings about all built roots. Roots with an override are also built without it, to see its effect. */
async function findingsOfBuilt(network, roots, whole, overrides, ports) {
	const without = await builtWithoutOverrides(whole, overrides, () => true, ports);
	return [
		...brokenFindings(roots.broken, overrides),
		...routeFindings(network, roots, overrides, true),
		...overridesWithoutRoot(overrides, whole),
		...builtOverrideFindings(builtParts(network, roots.built, without, overrides), overrides)
	];
}
/** The requested roots that have an override, built without it. */
async function builtWithoutOverrides(whole, overrides, isWanted, { buildRoots }) {
	const roots = [...rootsWithOverrides(overrides)].filter((root) => whole.has(`${root}/kustomization.yaml`) && isWanted(root));
	if (roots.length === 0) return /* @__PURE__ */ new Map();
	const known = new Set(roots);
	return (await buildRoots(withoutOverrides(whole, roots), (root) => known.has(root))).built;
}
// src/network/endpoint.ts
/** `carrier/validator1/p2p`: how an endpoint is named in the lock. */
const endpointKey = (node, endpoint) => `${nodeId(node)}/${endpoint.name}`;
// src/ambassador/outside.ts
/** Addresses with their allocated ports. Port 0 where none could be allocated, which a separate finding reports. */
const outsideOf = (platform, ports) => (node, name) => {
	const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name);
	if (endpoint === void 0) throw new Error(`${nodeId(node)} has no endpoint ${name}`);
	return {
		host: hostOf$1(node),
		port: ports[node.cluster.name]?.[endpointKey(node, endpoint)] ?? 0
	};
};
// src/ambassador/sharing.ts
/**
* The name that clients of an endpoint with TLS of its own ask for (SNI, RFC 6066, 3): what the platform says, else the host that
* they dial. Undefined where there is none: an IP address is never one, and nothing else says whom a client wants.
*/
function serverNameOf(node, endpoint) {
	if (endpoint.protocol !== "tls" || endpoint.reached !== "by-port") return void 0;
	if (endpoint.sni !== void 0) return endpoint.sni;
	return node.cluster.domain === void 0 ? void 0 : hostOf$1(node);
}
const sharedPort = ({ ambassador }) => entrancesOf(ambassador).passthrough.port;
/** Whether endpoints may share a port, in this definition or an earlier one. */
const isSharedPort = (port) => [
	443,
	8443,
	30082
].includes(port);
/**
* Which endpoints share one port. Those that have a port keep it: others dial it. Of two that would be asked for by the same name,
* only the first can.
*/
function sharing(cluster, wanted, locked) {
	if (cluster.ambassador.passthrough !== "sni") return /* @__PURE__ */ new Set();
	const port = sharedPort(cluster);
	const names = /* @__PURE__ */ new Set();
	const taken = /* @__PURE__ */ new Set();
	const take = (want) => {
		const name = want.pinned === void 0 ? serverNameOf(want.node, want.endpoint)?.toLowerCase() : void 0;
		if (name === void 0 || names.has(name)) return;
		names.add(name);
		taken.add(want);
	};
	const inOrder = wanted.toSorted((a, b) => a.place - b.place);
	for (const want of inOrder) if (locked[want.key] === port) take(want);
	for (const want of inOrder) if (locked[want.key] === void 0) take(want);
	return taken;
}
// src/ambassador/port-problems.ts
const pool$1 = ({ ambassador: { ports } }) => `${ports.first}-${ports.last}`;
const inPool = (cluster, port) => port >= cluster.ambassador.ports.first && port <= cluster.ambassador.ports.last;
function poolProblems(cluster) {
	const { first, last } = cluster.ambassador.ports;
	const problem = (message, hint) => ({
		rule: "port-pool",
		severity: "error",
		message: `ports ${pool$1(cluster)} of cluster ${cluster.name}: ${message}`,
		hint,
		path: [
			...cluster.path,
			"ambassador",
			"ports"
		]
	});
	if (first > last || last > 65535) return [problem(first > last ? "the first port is higher than the last" : "the last port is above 65535", "write the lower port first, and none above 65535")];
	if (first >= 1024) return [];
	return [problem("the range begins below 1024", "the Ambassador runs without privileges and cannot open ports below 1024: use a range such as 15000-15049")];
}
/** The share of ports in use from which on a warning appears. */
const nearly = .9;
/** Too many ports, or nearly so. `own` endpoints have a port each, `shared` ones have one together. */
function limitProblems(cluster, own, shared, wanted) {
	const { portLimit, title } = providers[cluster.provider];
	const { first, last } = cluster.ambassador.ports;
	const wayOut = wayOutOf(cluster, wanted);
	const used = own + (shared > 0 ? 1 : 0);
	const problem = (rule, severity, message, hint) => ({
		rule,
		severity,
		message,
		hint,
		path: rule === "port-limit" ? cluster.path : [
			...cluster.path,
			"ambassador",
			"ports"
		]
	});
	const httpPorts = 2;
	if (cluster.ambassador.publish === "LoadBalancer" && !cluster.ambassador.existing && portLimit !== void 0) {
		const what = `cluster ${cluster.name} would open ${used} ports besides 80 and 443: a load balancer of ${title} opens at most ${portLimit}`;
		if (used + httpPorts > portLimit) return [problem("port-limit", "error", what, wayOut)];
		if (used + httpPorts > portLimit * nearly) return [problem("port-limit", "warning", what.replace("would open", "opens"), `before it is full: ${wayOut}`)];
	}
	const size = last - first + 1;
	if (size < 10 || own <= size * nearly || own > size) return [];
	return [problem("port-pool", "warning", `cluster ${cluster.name} uses ${own} of the ${size} ports ${pool$1(cluster)}`, `before they are used up: widen the pool (ambassador.ports), or ${wayOut}`)];
}
/** The way out when ports run short: endpoints with TLS can share one port by the name in their TLS. */
const wayOutOf = ({ ambassador }, wanted) => ambassador.passthrough === "port" && wanted.some(({ endpoint }) => endpoint.protocol === "tls") ? "let new nodes share one port (ambassador.passthrough: sni), or spread the nodes over more clusters" : "spread the nodes over more clusters";
function pinnedProblems(cluster, port, { node, key }, problems) {
	const path = [...node.path, "port"];
	const reserved = reservedPortsOf(cluster.ambassador).get(port);
	if (reserved !== void 0) problems.push({
		rule: "port-reserved",
		severity: "error",
		message: `port ${port} of ${key} belongs to ${reserved}`,
		hint: "Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose",
		path
	});
	else if (!inPool(cluster, port)) problems.push({
		rule: "port-pool",
		severity: "error",
		message: `port ${port} of ${key} is outside ${pool$1(cluster)}, the ports of cluster ${cluster.name}`,
		hint: "use a port of the pool, widen the pool (ambassador.ports), or remove the port and let Chancery choose",
		path
	});
}
function lockedProblems(cluster, port, { node, key }) {
	const reserved = reservedPortsOf(cluster.ambassador).get(port);
	if (reserved !== void 0) return [{
		rule: "port-reserved",
		severity: "error",
		message: `${key} holds port ${port} (network.lock.yaml), which belongs to ${reserved}`,
		hint: "the port cannot work there: pin another port of the pool with `port:`, and tell the parties that dial it",
		path: node.path
	}];
	if (inPool(cluster, port)) return [];
	if (isSharedPort(port)) return [{
		rule: "port-pool",
		severity: "error",
		message: `${key} holds port ${port} (network.lock.yaml), which endpoints share only with passthrough: sni and passthroughPort: ${port}`,
		hint: `other parties dial this port: restore ambassador.passthrough of cluster ${cluster.name}, or move the node on purpose with \`port:\``,
		path: node.path
	}];
	return [{
		rule: "port-pool",
		severity: "error",
		message: `${key} holds port ${port} (network.lock.yaml), which is outside ${pool$1(cluster)}, the ports of cluster ${cluster.name}`,
		hint: `other parties dial this port: keep it in the pool (ambassador.ports), or move the node on purpose with \`port:\``,
		path: node.path
	}];
}
/** Two endpoints have one port. Reported at the one whose port is in the definition. */
function taken(cluster, port, holder, want) {
	const at = want.pinned === void 0 && holder.pinned !== void 0 ? holder : want;
	return {
		rule: "port-collision",
		severity: "error",
		message: `${holder.key} and ${want.key} both have port ${port} of cluster ${cluster.name}`,
		hint: "Emissary would silently split connections between the two: give one of them another port",
		path: at.pinned === void 0 ? at.node.path : [...at.node.path, "port"]
	};
}
const exhausted = (cluster, wanted) => ({
	rule: "port-pool",
	severity: "error",
	message: `cluster ${cluster.name} needs ${wanted} ports, more than ${pool$1(cluster)} has free`,
	hint: "widen the pool (ambassador.ports); ports that the Ambassador itself needs do not count",
	path: [
		...cluster.path,
		"ambassador",
		"ports"
	]
});
// src/ambassador/exposed-endpoints.ts
/** Endpoints of a node that the Ambassador can serve by HTTP, each at its own host. */
const endpointsByHost = (node, platform) => platform.definition.endpoints(node).filter(({ reached }) => reached === "by-host");
/** The endpoints that the definition exposes. */
const exposedEndpoints = (node, platform) => endpointsByHost(node, platform).filter(({ name }) => node.expose.includes(name));
// src/ambassador/source-rules.ts
/**
* A security group has a rule for each port and each range of addresses; more than its quota are refused, and none of the new ones
* holds. `ports` are those of endpoints with a port; 80 and 443 come with endpoints that are exposed by HTTP.
*/
function sourceRuleProblems(network, platform, cluster, ports) {
	const { ambassador, name, path, provider } = cluster;
	const { sourceRules, title } = providers[provider];
	const ranges = new Set(ambassador.sourceRanges).size;
	if (sourceRules === void 0 || ambassador.existing || ambassador.publish !== "LoadBalancer") return [];
	if (Object.hasOwn(ambassador.annotations, sourceRules.own)) return [];
	const http = network.nodes.some((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0) ? 1 + (redirects(ambassador) ? 1 : 0) : 0;
	const rules = (ports + http) * ranges;
	if (rules <= sourceRules.most) return [];
	const what = http === 0 ? `${ports} ports` : `${ports + http} ports (${http === 2 ? "80 and 443" : "that of HTTP"} among them)`;
	return [{
		rule: "port-limit",
		severity: ports * ranges > sourceRules.most ? "warning" : "notice",
		message: `sourceRanges of cluster ${name} need ${rules} rules, ${what} for ${ranges} ranges: a security group of ${title} has at most ${sourceRules.most}, unless your quota was raised`,
		hint: `list fewer, wider ranges; let endpoints with TLS share one port (passthrough: sni); or set your own security group or prefix list in ambassador.annotations (${sourceRules.own})`,
		path: [
			...path,
			"ambassador",
			"sourceRanges"
		]
	}];
}
// src/ambassador/ports.ts
/**
* The port of every endpoint that is reached by port. What the lock has stays, unless the definition pins another; what is
* new gets the lowest free port of the cluster's pool, in the order of names, so that the order of the file has no effect. With
* `passthrough: sni` what is new and can be told by its name shares one.
*/
function allocatePorts(network, platform, locked) {
	const problems = [];
	const ports = {};
	for (const cluster of network.clusters) {
		const wanted = wantedPorts(network, platform, cluster);
		const wrongPool = poolProblems(cluster);
		const others = [];
		const shared = sharing(cluster, wanted, locked[cluster.name] ?? {});
		const allocated = allocate(cluster, wanted.filter((want) => !shared.has(want)), locked[cluster.name] ?? {}, others);
		problems.push(...wrongPool, ...limitProblems(cluster, wanted.length - shared.size, shared.size, wanted));
		const own = wanted.length - shared.size + (shared.size > 0 ? 1 : 0);
		problems.push(...sourceRuleProblems(network, platform, cluster, own));
		for (const { key } of shared) allocated.set(key, sharedPort(cluster));
		problems.push(...wrongPool.length === 0 ? others : others.filter(({ rule }) => rule !== "port-pool"));
		ports[cluster.name] = Object.fromEntries([...allocated].sort(([a], [b]) => a < b ? -1 : 1));
	}
	return {
		ports,
		problems
	};
}
const wantedPorts = (network, platform, cluster) => network.nodes.filter((node) => node.cluster.name === cluster.name).flatMap((node) => platform.definition.endpoints(node).filter((endpoint) => endpoint.reached === "by-port").map((endpoint, index) => ({
	key: endpointKey(node, endpoint),
	node,
	endpoint,
	place: index,
	...node.port === void 0 ? {} : { pinned: node.port + index }
}))).sort((a, b) => a.key < b.key ? -1 : 1);
function allocate(cluster, wanted, locked, problems) {
	const allocated = /* @__PURE__ */ new Map();
	const holders = /* @__PURE__ */ new Map();
	const take = (want, port) => {
		const holder = holders.get(port);
		if (holder?.key === want.key) return;
		if (holder !== void 0) problems.push(taken(cluster, port, holder, want));
		else holders.set(port, want);
		allocated.set(want.key, port);
	};
	for (const want of wanted) if (want.pinned !== void 0) pinnedProblems(cluster, want.pinned, want, problems);
	for (const want of wanted) if (want.pinned !== void 0) take(want, want.pinned);
	for (const want of wanted) {
		const port = locked[want.key];
		if (port === void 0 || want.pinned !== void 0) continue;
		problems.push(...lockedProblems(cluster, port, want));
		take(want, port);
	}
	const reserved = reservedPortsOf(cluster.ambassador);
	let next = cluster.ambassador.ports.first;
	for (const want of wanted) {
		if (allocated.has(want.key)) continue;
		while (holders.has(next) || reserved.has(next)) next++;
		if (next > cluster.ambassador.ports.last) {
			problems.push(exhausted(cluster, wanted.length));
			break;
		}
		take(want, next);
	}
	return allocated;
}
// src/material/expiry.ts
const day$2 = 864e5;
/** Milliseconds before its expiry from which a certificate with this lifetime counts as expiring. */
const expirySpan = (lifetime, span = 30 * day$2) => lifetime < 90 * day$2 ? Math.min(span, lifetime / 3) : span;
/** The lifetime of the certificate in a file, in milliseconds; undefined without a certificate. */
function lifetimeOf(content) {
	const certificate = content === void 0 ? void 0 : readCertificate(toText(content));
	return certificate === void 0 ? void 0 : certificate.notAfter.getTime() - certificate.notBefore.getTime();
}
/** Expiry of each certificate among the public files, by path: RFC 3339, in UTC, whole seconds. */
const expiriesOf = (files) => Object.fromEntries([...files].flatMap(([path, content]) => {
	const certificate = isCertificateFile(path) ? readCertificate(toText(content)) : void 0;
	return certificate === void 0 ? [] : [[path, certificate.notAfter.toISOString().replace(".000Z", "Z")]];
}));
const isCertificateFile = (path) => path.startsWith("material/public/") && path.endsWith(".crt");
/**
* Certificates that have expired, or will soon. `renewable` has those that `keys --renew` can issue, with their names
* there; others have another issuer. `lifetime` returns the lifetime of the certificate in a file.
*/
function expiryProblems(certificates, renewable, now, lifetime = () => void 0) {
	return Object.entries(certificates).flatMap(([file, text]) => {
		const left = new Date(text).getTime() - now.getTime();
		if (left > expirySpan(lifetime(file) ?? Number.POSITIVE_INFINITY)) return [];
		const name = renewable.get(file);
		const common = {
			hint: name === void 0 ? "`chancery keys --renew` cannot issue it: let its issuer issue a new one for the same key, and commit that" : `renew it: \`chancery keys --renew expiring\`, or \`--renew ${name}\``,
			path: [],
			file
		};
		if (left > 0) {
			const days = Math.floor(left / day$2);
			return [{
				rule: "certificate-expires",
				severity: "warning",
				message: `${file} expires ${days === 0 ? "within a day" : `in ${counted(days, "day")}`}, on ${text}`,
				...common
			}];
		}
		return [{
			rule: "certificate-expired",
			severity: name === void 0 ? "warning" : "error",
			message: `${file} expired on ${text}`,
			...common
		}];
	});
}
// src/network/well-known-recipients.ts
/** age recipients with public secret halves, in the tests of this project: they protect nothing. */
const wellKnownRecipients = /* @__PURE__ */ new Set([
	"age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g",
	"age1ffla0rqnzpykp840gkwgsgadp995t25n50yl43rw95lz2tw8euwqnthad5",
	"age1a0xxxpkgd2hemr349h9efz4szwf4yaee5u60wwsmf0ag9xp2wdwqdym03l"
]);
// src/material/recipients.ts
function recipientDifference(document, { recipients }) {
	const found = recipientsOf(document) ?? [];
	return {
		missing: recipients.filter((recipient) => !found.includes(recipient)),
		surplus: [...found.filter((recipient) => !recipients.includes(recipient)), ...otherKeysOf(document.sops)]
	};
}
/** A sealed file, parsed. Read as YAML always: of a field that is there twice, JSON takes the last, and kustomize another. */
function sealedDocument(path, material) {
	const text = material.text(path);
	if (text?.trimStart().startsWith("{") !== true) return material.value(path);
	try {
		return load(text, { maxAliases: 0 });
	} catch (error) {
		if (error instanceof YAMLException) return void 0;
		throw error;
	}
}
// src/material/sealed-form.ts
const fields$1 = /* @__PURE__ */ new Set([
	"apiVersion",
	"kind",
	"metadata",
	"type",
	"immutable",
	"data",
	"stringData",
	"sops"
]);
const metadataFields = /* @__PURE__ */ new Set([
	"name",
	"namespace",
	"labels"
]);
/**
* Differences between the plain fields of a sealed file and those of the Secret that was sealed. No MAC covers
* these fields, and they decide where a cluster puts the decrypted keys: a ConfigMap, or another namespace, would expose them
* to others. Annotations are refused, because controllers copy Secrets by them.
*/
function formDifferences(document, { secret, namespace }) {
	const metadata = isRecord(document.metadata) ? document.metadata : {};
	const differs = (what, found, wanted) => found === wanted ? [] : [`${what} is ${shown(found)}, not ${wanted}`];
	const surplus = (of, found, known) => Object.entries(found).flatMap(([field, value]) => known.has(field) || value === null ? [] : [`it has the extra field ${of}${field}`]);
	return [
		...differs("apiVersion", document.apiVersion, "v1"),
		...differs("kind", document.kind, "Secret"),
		...differs("metadata.name", metadata.name, secret),
		...differs("metadata.namespace", metadata.namespace, namespace),
		...differs("type", document.type ?? "Opaque", "Opaque"),
		...surplus("", document, fields$1),
		...surplus("metadata.", metadata, metadataFields),
		...uncovered(document)
	];
}
const shown = (found) => found === void 0 ? "missing" : typeof found === "string" ? `"${found.slice(0, 80)}"` : "not a text";
/** Decryption does not change values outside of the rule, and the next encryption would write them in plain text. */
function uncovered({ sops, data, stringData }) {
	const { field, covers } = encryptionRule(isRecord(sops) ? sops : {});
	const places = Object.entries({
		data,
		stringData
	}).flatMap(([part, entries]) => Object.keys(isRecord(entries) ? entries : {}).map((entry) => [part, entry]));
	return covers !== void 0 && places.every(covers) ? [] : [`sops.${field} does not cover all of its entries`];
}
// src/material/rules.ts
/** Both halves of every key exist or neither does, and private halves are encrypted for the recipients of the definition. */
const sealedProblems = (requests, material) => requests.filter(isKey).flatMap((request) => request.sealed === void 0 ? [] : pair(request, request.sealed, material));
function pair(request, sealed, material) {
	const gone = filesOfKey(request).filter((path) => material.text(path) === void 0 || material.standIns.has(path));
	const [hasPublic, hasSome] = [gone.length === 0, gone.length < filesOfKey(request).length];
	if (material.text(sealed.path) !== void 0) {
		const problems = content(request, sealed, material);
		if (!hasPublic && request.file !== sealed.path) problems.push(lonely(sealed.path, `the public half of ${request.label} (${gone.join(", ")}) is missing`));
		return problems;
	}
	if (!hasSome || hasPublic && request.mayBeKept === true) return [];
	return [{
		rule: "material-half",
		severity: "error",
		message: `${request.label} has a public key (${request.file}), but no private key for ${sealed.holder} (${sealed.path})`,
		hint: "restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus",
		path: request.path
	}];
}
function content(request, sealed, material) {
	const document = sealedDocument(sealed.path, material);
	if (!isRecord(document)) return [lonely(sealed.path, `${sealed.path} cannot be read`)];
	if (!isSealed(document)) return [{
		rule: "plain-secret",
		severity: "error",
		message: `${sealed.path} is not encrypted: it has no sops block, or the block does not cover all values`,
		hint: "remove it here and from the history of the repository, and make a new key with `chancery keys`: this key is compromised",
		path: [],
		file: sealed.path
	}];
	const differences = formDifferences(document, sealed);
	if (differences.length > 0) return [{
		rule: "sealed-secret",
		severity: "error",
		message: `${sealed.path} differs from the Secret ${sealed.secret} of namespace ${sealed.namespace} that was sealed: ${differences.join("; ")}`,
		hint: "restore it from Git: its plain fields decide where the decrypted keys go and who can read them",
		path: [],
		file: sealed.path
	}];
	if ((recipientsOf(document) ?? []).some((recipient) => wellKnownRecipients.has(recipient))) return [{
		rule: "well-known-key",
		severity: "error",
		message: `anyone can decrypt ${sealed.path}: it is encrypted for a key of Chancery's tests`,
		hint: "remove it and its public half, and make a new key with `chancery keys`",
		path: [],
		file: sealed.path
	}];
	const { missing, surplus } = recipientDifference(document, sealed);
	if (missing.length + surplus.length === 0) return [];
	return [{
		rule: "sealed-recipients",
		severity: "warning",
		message: `the key of ${request.label} is not encrypted for the recipients of the definition (${[...missing.map((recipient) => `not for ${recipient}`), ...surplus.map((recipient) => `still for ${recipient}`)].join(", ")})`,
		hint: "run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY",
		path: request.path
	}];
}
const lonely = (file, message) => ({
	rule: "material-half",
	severity: "error",
	message,
	hint: "restore it from Git: a new public key would not match the private one",
	path: [],
	file
});
// src/network/as-written.ts
/** The value of the definition at a path, before defaults and sorting; undefined if there is none. */
function writtenAt(definition, path) {
	let value = definition;
	for (const step of path) value = typeof value === "object" && value !== null ? value[step] : void 0;
	return value;
}
/** The index of a text in the unsorted list of the definition; the last index with `last`. */
function itemPath(definition, path, text, last) {
	const list = writtenAt(definition, path);
	const at = Array.isArray(list) ? last === "last" ? list.lastIndexOf(text) : list.indexOf(text) : -1;
	return at < 0 ? path : [...path, at];
}
// src/network/referred-names.ts
/** The lists whose items have names, by their keys. */
const lists$1 = /* @__PURE__ */ new Map([
	["clusters", "cluster"],
	["organizations", "organization"],
	["external", "organization"],
	["channels", "channel"],
	["nodes", "node"]
]);
/** Fields with references; in one with a slash, the second part is a node. */
const references = /* @__PURE__ */ new Map([
	["cluster", "cluster"],
	["channel", "channel"],
	["organization", "organization"],
	["organizations", "organization"],
	["committer", "organization"],
	["members", "organization"],
	["orderers", "organization"],
	["validators", "organization"],
	["peers", "node"]
]);
function namesOf$1(raw) {
	const used = {
		cluster: /* @__PURE__ */ new Set(),
		organization: /* @__PURE__ */ new Set(),
		channel: /* @__PURE__ */ new Set(),
		node: /* @__PURE__ */ new Set()
	};
	const refer = (kind, text) => {
		const [first = "", second] = text.split("/");
		used[kind].add(first);
		if (second !== void 0) used.node.add(second);
	};
	const walk = (value, key, isTop = false) => {
		const kind = isTop ? void 0 : references.get(key);
		if (typeof value === "string" && kind !== void 0) refer(kind, value);
		else if (Array.isArray(value)) for (const item of value) walk(item, key, isTop);
		else if (isMapping(value)) for (const [own, field] of Object.entries(value)) {
			if (key === "recipients") used.cluster.add(own);
			walk(field, own, value === raw);
		}
	};
	walk(raw, "");
	const possibleAt = (path) => {
		const at = path.findLastIndex((step) => typeof step === "string" && lists$1.has(step));
		const kind = lists$1.get(path[at]);
		if (kind === void 0) return [];
		const taken = new Set(namesIn$3(path.slice(0, at + 1), raw));
		return [...used[kind]].filter((name) => !taken.has(name));
	};
	return {
		possibleAt,
		candidatesFor: (field) => {
			const kind = field.at(-1) === "name" || field.length === 3 && field[0] === "external" ? void 0 : references.get(field.at(-1));
			const list = [...lists$1].find(([, other]) => other === kind)?.[0];
			return list === void 0 ? possibleAt(field) : namesIn$3([String(list)], raw);
		}
	};
}
/** Names of the items of the list at a path. */
function namesIn$3(path, raw) {
	const list = writtenAt(raw, path);
	return !Array.isArray(list) ? [] : list.flatMap((item) => {
		const name = isMapping(item) ? item.name ?? item.organization : void 0;
		return typeof name === "string" ? [name] : [];
	});
}
// src/network/stand-in.ts
/** Texts of the forms that fields have. */
const texts$2 = [
	"stand-in",
	"stand-in.example.com",
	"203.0.113.254",
	"203.0.113.254/32",
	"20Gi",
	"2s",
	"30d",
	"20000-20099",
	"stand-in.stand-in:8080",
	"https://stand-in.example.com",
	`0x${"5".repeat(40)}`,
	`sha256:${"5".repeat(64)}`,
	"5".repeat(128),
	"ZZ",
	"0x5"
];
/** A valid value for the schema at a path; undefined when none is found. */
function standIn(schema, path, standIns) {
	return candidates$1(unwrapped(schema), path, standIns).find((candidate) => isRight(schema, candidate));
}
const isRight = (schema, value) => schema.safeParse(value).success;
function candidates$1(definition, path, standIns) {
	const { turn } = standIns;
	switch (definition?.type) {
		case "string": return [
			...standIns.textsAt(path),
			`stand-in-${turn}`,
			...texts$2
		];
		case "number": return [
			2e4 + turn,
			5 + turn,
			1 + turn,
			1,
			0
		];
		case "boolean": return [turn % 2 === 0, turn % 2 === 1];
		case "enum": {
			const values = Object.values(definition.entries ?? {});
			return [...values.slice(turn % values.length), ...values];
		}
		case "literal": return definition.values ?? [];
		case "array": {
			const item = [standIn(definition.element, [...path, 0], standIns)];
			return turn === 0 ? [[], item] : [item, []];
		}
		case "record": return [{}];
		case "object": {
			const required = Object.entries(definition.shape ?? {}).filter(([, field]) => !isRight(field, void 0));
			return [Object.fromEntries(required.map(([key, field]) => [key, standIn(field, [...path, key], standIns)]))];
		}
		case "union": return (definition.options ?? []).map((option) => standIn(option, path, standIns));
		case "pipe": return candidates$1(unwrapped(definition.in), path, standIns);
		default: return [];
	}
}
// src/network/mending.ts
/**
* Possible corrections of a definition with an invalid shape. First it is read without the invalid values and everything that needs them,
* then several times with other values in their place. A problem of all these definitions exists whatever the correction is.
*/
function mendings(raw, schema, wrong, release) {
	if (wrong.length > mostWrong) return [];
	if (wrong.some(([first, ...rest]) => rest.length === 0 && (first === "clusters" || first === "organizations"))) return [];
	if (wrong.some((path) => path.length === 1 && isList(raw, path[0]))) return [];
	const names = namesOf$1(raw);
	const choices = wrong.flatMap((path) => [
		names.possibleAt(path),
		names.possibleAt([...path, "nodes"]),
		names.candidatesFor(path)
	]);
	const most = Math.max(1, ...choices.map(({ length }) => length));
	const turns = Math.min(mostOptions * most, mostTurns);
	return [void 0, ...Array(turns).keys()].flatMap((turn) => mend(raw, schema, {
		turn,
		names,
		release
	}) ?? []);
}
const isList = (raw, key) => key !== void 0 && Object.entries(raw).some(([name, value]) => name === key && Array.isArray(value));
/** With more errors than this, the file is hardly a definition, and looking for corrections takes too long. */
const mostWrong = 200;
/** Roles are the longest list of values that decide which rules apply. */
const mostOptions = 4;
const mostTurns = 40;
/** How often a corrected value may be wrong in another way. */
const mostRounds = 40;
function mend(raw, schema, way) {
	const copy = copyOf(raw);
	for (let round = 0; round < mostRounds; round += 1) {
		const parsed = schema.safeParse(copy.root, { reportInput: true });
		if (parsed.success) {
			const isComplete = copy.replaced === 0 && copy.leftOut.every((path) => typeof path.at(-1) === "string");
			return {
				value: parsed.data,
				original: copy.original,
				leftOut: copy.leftOut,
				isComplete
			};
		}
		const gone = [];
		for (const issue of parsed.error.issues.toReversed()) {
			const path = issue.path;
			if (gone.some((other) => isWithin(path, other))) continue;
			if (issue.code === "unrecognized_keys") for (const key of issue.keys) replaceKey(copy, schema, path, key, way);
			else if (issue.code === "invalid_key") copy.remove(path);
			else if (!isReplaced(copy, schema, path, way, round)) {
				const culprit = copy.get(path) === void 0 ? path.slice(0, -1) : path;
				if (culprit.length === 0 || !copy.remove(culprit)) return void 0;
				gone.push(culprit);
			}
		}
	}
}
/** A mistyped key is read as the intended one, if that is absent. */
function replaceKey(copy, schema, path, key, { turn }) {
	const value = copy.get([...path, key]);
	copy.remove([...path, key], "unknown");
	const known = nearest(key, keysAt(schema, path));
	if (turn !== void 0 && known !== void 0 && copy.get([...path, known]) === void 0) copy.set([...path, known], value);
}
function isReplaced(copy, schema, path, { turn, names, release }, round) {
	const found = copy.get(path);
	const isNeeded = path.length < 3 && found === void 0;
	if (turn === void 0 && !isNeeded || round > mostRounds / 2) return false;
	const at = (turn ?? 0) + copy.replaced;
	const own = typeof found === "string" ? [found.toLowerCase().replace(/[^a-z0-9]+/g, "-")] : [];
	const by = Math.floor(at / mostOptions);
	const textsAt = (field) => {
		if (field.at(-1) === "platformVersion") return rotated([
			release,
			"9999.0.0",
			"0.0.1"
		], at);
		const known = rotated(names.candidatesFor(field), by);
		return turn === 0 ? [...own, ...known] : [...known, ...own];
	};
	const value = standIn(schemaAt(schema, path), path, {
		turn: at,
		textsAt
	});
	if (value === void 0) return false;
	copy.set(path, value);
	copy.replaced += 1;
	return true;
}
const rotated = (texts, by) => [...texts.slice(by % Math.max(1, texts.length)), ...texts.slice(0, by % Math.max(1, texts.length))];
/** A mutable copy that records the original indexes of list items. */
function copyOf(raw) {
	const root = structuredClone(raw);
	const leftOut = [];
	const indexes = /* @__PURE__ */ new WeakMap();
	const indexesOf = (list) => {
		const known = indexes.get(list) ?? list.map((_, at) => at);
		indexes.set(list, known);
		return known;
	};
	const get = (path) => path.reduce((value, step) => isContainer(value) && Object.hasOwn(value, step) ? value[step] : void 0, root);
	const original = (path) => path.map((step, at) => {
		const parent = get(path.slice(0, at));
		return Array.isArray(parent) && typeof step === "number" ? indexesOf(parent)[step] ?? step : step;
	});
	return {
		root,
		leftOut,
		replaced: 0,
		get,
		original,
		set: (path, value) => {
			const [parent, last] = [get(path.slice(0, -1)), path.at(-1)];
			if (isContainer(parent) && last !== void 0) Object.defineProperty(parent, last, plain$2(value));
		},
		remove: (path, why) => {
			const [parent, last] = [get(path.slice(0, -1)), path.at(-1)];
			if (!isContainer(parent) || last === void 0 || !Object.hasOwn(parent, last)) return false;
			if (why !== "unknown") leftOut.push(original(path));
			if (Array.isArray(parent) && typeof last === "number") {
				indexesOf(parent).splice(last, 1);
				parent.splice(last, 1);
			} else delete parent[last];
			return true;
		}
	};
}
/** Defines a property like an assignment, also for a key such as __proto__. */
const plain$2 = (value) => ({
	value,
	writable: true,
	enumerable: true,
	configurable: true
});
/** Whether a path is the path of a value, or of something inside it. */
const isWithin = (path, outer) => outer.length <= path.length && outer.every((step, at) => step === path[at]);
// src/network/rules/texts.ts
/** Every key and every scalar below a value. */
function texts$1(value, path, found = []) {
	if (Array.isArray(value)) value.forEach((item, index) => void texts$1(item, [...path, index], found));
	else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) {
		const place = [...path, key];
		found.push({
			path: place,
			text: key,
			isKey: true
		});
		texts$1(item, place, found);
	}
	else if (value !== null && value !== void 0) found.push({
		path,
		text: String(value),
		isKey: false
	});
	return found;
}
// src/network/rules/characters.ts
/** Unicode's Bidi_Control: a reader sees a text in another order than a program does (CVE-2021-42574, "Trojan Source"). */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** C0, DEL and C1, without tabs and line ends. Terminals interpret some of them as commands. */
const control = /(?![\t\n\r])\p{Cc}/u;
const kinds = [
	{
		pattern: direction,
		what: "which changes the direction of text",
		hint: "remove it: it changes what people read"
	},
	{
		pattern: control,
		what: "a control character",
		hint: "remove it, and save the file as UTF-8"
	},
	{
		pattern: /\p{Surrogate}/u,
		what: "half of a pair of surrogates",
		hint: "write the whole character: \"\\U0001F6A2\""
	},
	{
		pattern: /[\p{Zl}\p{Zp}]/u,
		what: "an unusual line separator",
		hint: "remove it, or write \"\\n\""
	},
	{
		pattern: /[\ufff9-\ufffb]/u,
		what: "which is invisible",
		hint: "write the text again without it"
	},
	{
		pattern: /(?!\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|(?<![\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Emoji_Presentation}])(?:\u200c|\u200d)/u,
		what: "which is invisible",
		hint: "write the text again without it"
	},
	{
		pattern: /\p{Noncharacter_Code_Point}/u,
		what: "which is not a character",
		hint: "remove it"
	},
	{
		pattern: /\ufffd/u,
		what: "which programs write in place of an unreadable character",
		hint: "write the character again, and save the file as UTF-8"
	}
];
const plain$1 = /^[\t\n\r\x20-\x7e]*$/;
/** The first character of a text that certificates, names and pages must not have. */
function faultIn(text, among = kinds) {
	if (plain$1.test(text)) return void 0;
	return among.flatMap(({ pattern, what, hint }) => {
		const at = text.search(pattern);
		return at < 0 ? [] : [{
			message: `${codePoint(text, at)}, ${what}`,
			hint,
			at
		}];
	}).sort((a, b) => a.at - b.at)[0];
}
const codePoint = (text, at) => `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
/** Characters in keys and values, which people read in certificates, names, annotations, pages and terminals. */
const characterProblems = (source) => texts$1(source.value, []).flatMap(({ path, text, isKey }) => {
	if (isKey && text === "__proto__") return [prototypeKey(path)];
	const fault = faultIn(text);
	if (fault === void 0) return [];
	const owner = isKey ? `a key of ${path.length === 1 ? source.file : label$1(path.slice(0, -1), source.value)}` : label$1(path, source.value);
	return [{
		rule: "text-characters",
		severity: "error",
		message: `${printable(owner)} has ${fault.message}`,
		hint: fault.hint,
		path,
		...isKey ? { atKey: true } : {}
	}];
});
/** JavaScript does not treat it as a key, so the values below it would be ignored. */
const prototypeKey = (path) => ({
	rule: "yaml-key",
	severity: "error",
	message: "no key can be called __proto__",
	hint: "rename it",
	path,
	atKey: true
});
/** The same for lines outside of values: in comments, or in a file that is not YAML. `part` selects the part of a line to check. */
const characterFindings = (file, text, part = (line) => line) => text.replace(/^\uFEFF/, "").split("\n").flatMap((line, index) => {
	const looked = part(line);
	const fault = faultIn(looked, hidden);
	if (fault === void 0) return [];
	const column = line.length - looked.length + fault.at + 1;
	return [{
		rule: "text-characters",
		severity: "error",
		message: `this line has ${fault.message}`,
		hint: fault.hint,
		place: {
			file,
			line: index + 1,
			column
		}
	}];
});
/** In a comment, other invisible characters are harmless. */
const hidden = kinds.filter(({ pattern }) => pattern === direction || pattern === control);
/** Removes the reported characters. */
const printable = (text) => kinds.reduce((left, { pattern }) => left.replace(new RegExp(pattern, "gu"), "�"), text);
// src/network/rules/keystores.ts
/**
* The kind of key in a keystore; undefined for a keystore with certificates only, and for other files. Checks key entries in
* Java keystores (JKS, JCEKS), and key bags in PKCS#12 (RFC 7292, section 4.2), which keytool and OpenSSL leave outside
* the encrypted part. A PKCS#12 file that is encrypted as a whole shows no keys.
*/
function keyInKeystore(bytes) {
	if (hasKeyEntry(bytes)) return "a Java keystore with a key";
	const text = latin1.decode(bytes);
	return keyBags.some((bag) => text.includes(bag)) ? "a PKCS#12 keystore with a key" : void 0;
}
const latin1 = new TextDecoder("latin1");
/** DER of 1.2.840.113549.1.12.10.1, and of keyBag, pkcs8ShroudedKeyBag and secretBag below it. */
const bagTypes = [
	6,
	11,
	42,
	134,
	72,
	134,
	247,
	13,
	1,
	12,
	10,
	1
];
const keyBags = [
	1,
	2,
	5
].map((type) => latin1.decode(Uint8Array.from([...bagTypes, type])));
const javaKeystores = [4277010157, 3469659854];
/** Kinds of entries with a private or a secret key. The others have a certificate, and are skipped. */
const keyEntries = [1, 3];
/** Numbers are big-endian: magic, version, count, and each entry with its kind, alias, date, and a certificate with its type. */
function hasKeyEntry(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const number = (at) => at + 4 <= bytes.length ? view.getUint32(at) : 0;
	const afterText = (at) => at + 2 + (at + 2 <= bytes.length ? view.getUint16(at) : 0);
	if (!javaKeystores.includes(number(0))) return false;
	const [version, count] = [number(4), number(8)];
	let at = 12;
	for (let entry = 0; entry < count && at < bytes.length; entry += 1) {
		if (keyEntries.includes(number(at))) return true;
		const afterDate = afterText(at + 4) + 8;
		const certificate = version === 1 ? afterDate : afterText(afterDate);
		at = certificate + 4 + number(certificate);
	}
	return false;
}
// src/network/rules/secret-shapes.ts
/**
* Patterns of secrets anywhere in a text. Messages never repeat the matched text. Each search takes linear time for any text: repetitions
* before a match are bounded, or begin only at a boundary.
*/
const shapes = [
	{
		pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,6}PRIVATE KEY(?: BLOCK)?-----/,
		what: "a PEM private key"
	},
	{
		pattern: /\bb3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{20,}/,
		what: "an OpenSSH private key"
	},
	{
		pattern: /AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]{0,64}1[A-Z0-9]{20,}/i,
		what: "an age secret key"
	},
	{
		pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/,
		what: "a GitHub token"
	},
	{
		pattern: /\bglpat-[A-Za-z0-9_-]{20,}/,
		what: "a GitLab token"
	},
	{
		pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
		what: "an AWS access key"
	},
	{
		pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
		what: "a Slack token"
	},
	{
		pattern: /\bAIza[A-Za-z0-9_-]{35}\b/,
		what: "a Google API key"
	},
	{
		pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/,
		what: "a Vault token"
	},
	{
		pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
		what: "a signed token (JWT)"
	}
];
const secretHint = "remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret)";
/** The kind of secret in a text; undefined when none is recognized. */
const secretIn = (text) => shapes.find(({ pattern }) => pattern.test(text))?.what;
/** Lines of a file with a secret: numbers start at 1. `part` selects the part of a line to check. */
const secretLines = (text, part = (line) => line) => text.split("\n").flatMap((line, index) => {
	const what = secretIn(part(line));
	return what === void 0 ? [] : [{
		line: index + 1,
		what
	}];
});
/** The comment of a line of YAML, or nothing: a "#" in a value makes it too long, never too short. */
const commentOf = (line) => line.includes("#") ? line.slice(line.indexOf("#")) : "";
// src/network/rules/files.ts
/**
* Secrets in plain text in the files of a network: overrides, unencrypted material, and files that the
* definition names. A keystore with a key counts as a secret: its password can be guessed, or is beside the file.
*/
const secretsInFiles = (files) => [...files].flatMap(([file, content]) => {
	const text = toText(content);
	const finding = (line, message) => ({
		rule: "plain-secret",
		severity: "error",
		message,
		hint: secretHint,
		place: {
			file,
			line,
			column: 1
		}
	});
	const keystore = typeof content === "string" ? void 0 : keyInKeystore(content);
	if (keystore !== void 0) return [finding(1, `${keystore}: only certificates may be in the repository`)];
	const found = (secretIn(text) === void 0 ? [] : secretLines(text)).map(({ line, what }) => finding(line, `${what} in plain text`));
	return found.length === 0 && /\.ya?ml$/.test(file) && mayHoldSecret(text) && documents(text).some(isPlainSecret) ? [finding(1, "a Kubernetes Secret that is not encrypted: it has no sops block")] : found;
});
/** A quick check, as every node has a sealed Secret: a single document with a sops block needs no parsing. */
const mayHoldSecret = (text) => /\bkind:\s*["']?Secret\b/.test(text) && !(/^sops:/m.test(text) && !/^---/m.test(text));
function documents(text) {
	try {
		return loadAll(text, { maxAliases: 100 });
	} catch (error) {
		if (error instanceof YAMLException) return [];
		throw error;
	}
}
function isPlainSecret(document) {
	const { kind, data, stringData, sops } = document ?? {};
	return kind === "Secret" && (data !== void 0 || stringData !== void 0) && sops === void 0;
}
// src/network/rules/overrides.ts
const file = "kustomization.yaml";
/** Overrides that no root includes: a misspelt folder or file would be ignored silently. */
function overrideFindings(network, paths) {
	const parts = partsOf$2(network);
	const present = new Set(paths);
	return [...new Set([...present].flatMap((path) => folderOf$2(path, parts) ?? []))].flatMap((folder) => {
		const finding = (message, hint) => ({
			rule: "override-unused",
			severity: "warning",
			message,
			hint,
			place: {
				file: [...present].find((path) => path.startsWith(`overrides/${folder}/`)) ?? "",
				line: 1,
				column: 1
			}
		});
		if (!parts.has(folder)) return [finding(`overrides/${folder} has no effect: there is no such part`, didYouMean(folder, [...parts]))];
		if (present.has(`overrides/${folder}/${file}`)) return [];
		return [finding(`overrides/${folder} has no effect: it has no ${file}`, `call its Kustomize Component ${file}`)];
	});
}
/** Everything that may have an override: `eu/ambassador`, `eu/carrier`, `eu/carrier/jobs`, `eu/carrier/rpc1`. */
const partsOf$2 = (network) => new Set(network.clusters.flatMap(({ name }) => [
	`${name}/ambassador`,
	`${name}/${tenancyPart}`,
	...network.nodes.filter(({ cluster }) => cluster.name === name).flatMap(({ organization, name: node }) => [
		`${name}/${organization.name}`,
		`${name}/${organization.name}/jobs`,
		`${name}/${organization.name}/${node}`
	])
]));
/** The part that a file below `overrides/` belongs to: the deepest folder that is one. */
function partOf(path, parts) {
	const [, ...steps] = path.split("/").slice(0, -1);
	for (let depth = steps.length; depth > 0; depth--) {
		const folder = steps.slice(0, depth).join("/");
		if (parts.has(folder)) return folder;
	}
}
/** The part that a file is for, or the folder that should be one. */
function folderOf$2(path, parts) {
	const [, ...steps] = path.split("/").slice(0, -1);
	return partOf(path, parts) ?? (steps.length < 2 ? void 0 : steps.slice(0, 2).join("/"));
}
// src/network/rules/shared-recipients.ts
const clusterReaders = ({ clusters }) => clusters.map(({ name, recipients, path }) => ({
	what: `cluster ${name}`,
	owner: `cluster ${name}`,
	isInCluster: true,
	recipients,
	path: [...path, "recipients"]
}));
const ownReaders = ({ organizations }) => organizations.flatMap(({ name, recipients: all, path }) => Object.entries(all).map(([cluster, recipients]) => ({
	what: `organization ${name} in cluster ${cluster}`,
	owner: `organization ${name}`,
	isInCluster: true,
	recipients,
	path: [
		...path,
		"recipients",
		cluster
	]
})));
const readersEverywhere = ({ organizations }, field) => organizations.map((organization) => ({
	what: `organization ${organization.name}`,
	owner: `organization ${organization.name}`,
	isInCluster: false,
	recipients: organization[field],
	path: [...organization.path, field]
}));
/** Recipients that are shared by readers who must not read each other's keys. `definition` is unsorted, as written. */
function sharedRecipients(network, platform, definition) {
	const inClusters = [...clusterReaders(network), ...ownReaders(network)];
	const recovery = readersEverywhere(network, "recoveryRecipients");
	const issuers = platform.certificates === true ? readersEverywhere(network, "issuerRecipients") : [];
	const isLocal = network.clusters.every(({ provider }) => providers[provider].local);
	const shared = (readers, others, severity, text, among) => sharedAmong(readers, others, among !== void 0).map(({ reader, other, recipient }) => {
		const [message, hint] = text(reader.what, other.what);
		return {
			rule: "shared-recipient",
			severity,
			message,
			hint,
			path: itemPath(definition, reader.path, recipient)
		};
	});
	const risky = isLocal ? "notice" : "warning";
	return [
		...shared(clusterReaders(network), [], "warning", (one, other) => [`${other.replace("cluster", "clusters")} and ${one.replace("cluster ", "")} share a recipient: the operator of one can read the keys of the other`, "make an age key for each cluster"], "each other"),
		...shared(ownReaders(network), clusterReaders(network), "warning", (one, other) => [`${one} and ${other} share a recipient: others can read keys that are sealed for the organization alone`, "make a separate age key with `age-keygen`"], "each other"),
		...shared(issuers, inClusters, risky, (one, other) => [`an issuer recipient of ${one} is a recipient of ${other}: its operator can issue certificates of the organization`, "make an age key for the issuers with `age-keygen`, and keep it out of all clusters"]).filter(once),
		...shared(issuers, recovery, "notice", (one, other) => [`an issuer recipient of ${one} is a recovery recipient of ${other}: one of them can issue certificates of the other`, "accept this if both want it; otherwise make an age key for the issuers of each organization"]),
		...shared(issuers, [], "notice", (one, other) => [`${other.replace("organization", "organizations")} and ${one.replace("organization ", "")} have the same issuer recipient: its owner can issue certificates of both`, "accept this if both want it; otherwise make an age key for the issuers of each"], "each other"),
		...shared(recovery, inClusters, "notice", (one, other) => [`a recovery recipient of ${one} is a recipient of ${other}: it is lost with that cluster, and can read all other keys of the organization`, "make an age key for recovery with `age-keygen`, and keep it out of all clusters"]).filter(once),
		...shared(recovery, [], "notice", (one, other) => [`${other.replace("organization", "organizations")} and ${one.replace("organization ", "")} have the same recovery recipient: its owner reads the keys of both`, "accept this if both want it; otherwise make an age key for each"], "each other"),
		...[
			...inClusters,
			...recovery,
			...issuers
		].flatMap((reader) => twice(reader, definition))
	];
}
/** The first of several findings at one place. */
const once = ({ path }, at, all) => all.findIndex((other) => other.path.join("/") === path.join("/")) === at;
/** Readers with a recipient of another owner in `others` or, with `eachOther`, of an earlier reader. */
function sharedAmong(readers, others, eachOther) {
	const known = new Map(others.flatMap((reader) => reader.recipients.map((recipient) => [recipient, reader])));
	return readers.flatMap((reader) => [...new Set(reader.recipients)].flatMap((recipient) => {
		const other = known.get(recipient);
		if (eachOther) known.set(recipient, reader);
		const isOwn = other?.owner === reader.owner && other.isInCluster === reader.isInCluster;
		return other === void 0 || isOwn ? [] : [{
			reader,
			other,
			recipient
		}];
	}));
}
/** One recipient more than once in one list. */
function twice({ what, path }, definition) {
	const list = writtenAt(definition, path);
	if (!Array.isArray(list)) return [];
	return list.flatMap((recipient, at) => list.indexOf(recipient) === at ? [] : [{
		rule: "no-effect",
		severity: "warning",
		message: `${String(path.at(-2) === "recipients" ? "recipients" : path.at(-1))} of ${what} have a duplicate recipient`,
		hint: "remove one of the two, or replace it by the intended recipient",
		path: [...path, at]
	}]);
}
/** Recipients for certificate authorities, where the ledger has no certificates. */
const issuersWithoutUse = ({ organizations }, platform) => platform.certificates === true ? [] : organizations.filter(({ issuerRecipients }) => issuerRecipients.length > 0).map(({ name, path }) => ({
	rule: "no-effect",
	severity: "warning",
	message: `issuerRecipients of organization ${name} have no effect: ${platform.title} has no certificates`,
	hint: "remove them; recoveryRecipients can decrypt the keys of nodes",
	path: [...path, "issuerRecipients"]
}));
// src/network/rules/recipients.ts
/** Who can decrypt sealed material. */
const recipientProblems = (network, platform, definition) => [
	...clustersWithout(network),
	...sharedRecipients(network, platform, definition),
	...issuersWithoutUse(network, platform),
	...wellKnown(network)
];
/** Clusters with an organization that uses the cluster's recipients. */
function clustersWithout({ clusters, nodes }) {
	const needed = (cluster) => {
		const own = nodes.filter((node) => node.cluster.name === cluster.name);
		return own.length === 0 || own.some(({ organization }) => ownRecipients(organization, cluster.name).length === 0);
	};
	return clusters.filter((cluster) => cluster.recipients.length === 0 && needed(cluster)).map(({ name, path }) => ({
		rule: "recipients",
		severity: "error",
		message: `cluster ${name} has no recipients, so nobody can decrypt its keys`,
		hint: "make an age key with `age-keygen`, store the secret half in the cluster (Secret sops-age in flux-system), and write the public half here",
		path: [...path, "recipients"]
	}));
}
function wellKnown(network) {
	return [...[...clusterReaders(network), ...ownReaders(network)].map(({ what, recipients, path }) => ({
		name: `a recipient of ${what}`,
		recipients,
		path
	})), ...network.organizations.flatMap(({ name, recoveryRecipients, issuerRecipients, path }) => [{
		name: `a recovery recipient of organization ${name}`,
		recipients: recoveryRecipients,
		path: [...path, "recoveryRecipients"]
	}, {
		name: `an issuer recipient of organization ${name}`,
		recipients: issuerRecipients,
		path: [...path, "issuerRecipients"]
	}])].filter(({ recipients }) => recipients.some((recipient) => wellKnownRecipients.has(recipient))).map(({ name, path }) => ({
		rule: "well-known-key",
		severity: "error",
		message: `${name} belongs to a public key pair: it is part of Chancery's tests`,
		hint: "make your own age key with `age-keygen`",
		path
	}));
}
/** The first step in a new repository: without recipients, no keys can be made. */
function setupProblem(network) {
	if ([...clusterReaders(network), ...ownReaders(network)].some(({ recipients }) => recipients.length > 0)) return void 0;
	return {
		rule: "setup",
		severity: "error",
		message: `this network is new: its clusters (${network.clusters.map((cluster) => cluster.name).join(", ")}) have no recipients yet`,
		hint: "for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed \"age1…\" as `recipients: [age1…]` of that cluster, store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`",
		path: ["clusters"]
	};
}
// node_modules/@scure/bip39/index.js
/*! scure-bip39 - MIT License (c) 2022 Patricio Palladino, Paul Miller (paulmillr.com) */
function isWellFormedUnicode(value) {
	for (let i = 0; i < value.length; i++) {
		const current = value.charCodeAt(i);
		if (current >= 55296 && current <= 56319) {
			if (i + 1 >= value.length) return false;
			const next = value.charCodeAt(++i);
			if (next < 56320 || next > 57343) return false;
		} else if (current >= 56320 && current <= 57343) return false;
	}
	return true;
}
function nfkd(str) {
	if (typeof str !== "string") throw new TypeError("invalid mnemonic type: " + typeof str);
	if (!isWellFormedUnicode(str)) throw new TypeError("expected well-formed Unicode string");
	return str.normalize("NFKD");
}
function normalize(str) {
	const norm = nfkd(str);
	const words = norm.split(" ");
	if (![
		12,
		15,
		18,
		21,
		24
	].includes(words.length)) throw new Error("Invalid mnemonic");
	return {
		nfkd: norm,
		words
	};
}
function aentropy(ent) {
	abytes(ent);
	if (![
		16,
		20,
		24,
		28,
		32
	].includes(ent.length)) throw new RangeError("invalid entropy length");
}
const calcChecksum = (entropy) => {
	const bitsLeft = 8 - entropy.length / 4;
	return sha256$1(entropy)[0] >> bitsLeft << bitsLeft;
};
function awordlist(wordlist) {
	if (!Array.isArray(wordlist) || wordlist.length !== 2048 || typeof wordlist[0] !== "string") throw new TypeError("Wordlist: expected array of 2048 strings");
	wordlist.forEach((i) => {
		if (typeof i !== "string") throw new TypeError("wordlist: non-string element: " + i);
		if (!isWellFormedUnicode(i)) throw new TypeError("wordlist: expected well-formed Unicode string");
	});
}
function decodeWords(words, wordlist) {
	awordlist(wordlist);
	const entLen = words.length / 3 * 4;
	const bytes = new Uint8Array(entLen + 1);
	let carry = 0;
	let bits = 0;
	let pos = 0;
	for (const word of words) {
		const index = wordlist.indexOf(word);
		if (index === -1) throw new Error("Unknown word: " + word);
		carry = carry << 11 | index;
		bits += 11;
		while (bits >= 8) {
			bits -= 8;
			bytes[pos++] = carry >>> bits & 255;
		}
		carry &= (1 << bits) - 1;
	}
	if (bits > 0) bytes[pos] = carry << 8 - bits;
	const entropy = bytes.subarray(0, entLen);
	if (bytes[entLen] !== calcChecksum(entropy)) throw new Error("Invalid checksum");
	return Uint8Array.from(entropy);
}
/**
* Reversible: Converts mnemonic string to raw entropy in form of byte array.
* @param mnemonic - 12-24 words.
* @param wordlist - Imported wordlist for a specific language.
* @returns Raw entropy bytes.
* @throws If the mnemonic shape or checksum is invalid. {@link Error}
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Decode a mnemonic back into its original entropy bytes.
* ```ts
* import { mnemonicToEntropy } from '@scure/bip39';
* import { wordlist } from '@scure/bip39/wordlists/english.js';
* const mnem = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
* const entropy = mnemonicToEntropy(mnem, wordlist);
* // Produces the original 16-byte entropy payload.
* new Uint8Array([
*   0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f,
*   0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x7f
* ])
* ```
*/
function mnemonicToEntropy(mnemonic, wordlist) {
	const { words } = normalize(mnemonic);
	const entropy = decodeWords(words, wordlist);
	aentropy(entropy);
	return entropy;
}
/**
* Validates mnemonic for being 12-24 words contained in `wordlist`.
* @param mnemonic - 12-24 words.
* @param wordlist - Imported wordlist for a specific language.
* @returns `true` when mnemonic checksum and words are valid.
* @example
* Validate one English mnemonic.
* ```ts
* import { validateMnemonic } from '@scure/bip39';
* import { wordlist } from '@scure/bip39/wordlists/english.js';
* const ok = validateMnemonic(
*   'legal winner thank year wave sausage worth useful legal winner thank yellow',
*   wordlist
* );
* // => true
* ```
*/
function validateMnemonic(mnemonic, wordlist) {
	try {
		mnemonicToEntropy(mnemonic, wordlist);
	} catch (e) {
		return false;
	}
	return true;
}
// node_modules/@scure/bip39/wordlists/english.js
/** English BIP39 wordlist. */
const wordlist = /* @__PURE__ */ Object.freeze(`abandon
ability
able
about
above
absent
absorb
abstract
absurd
abuse
access
accident
account
accuse
achieve
acid
acoustic
acquire
across
act
action
actor
actress
actual
adapt
add
addict
address
adjust
admit
adult
advance
advice
aerobic
affair
afford
afraid
again
age
agent
agree
ahead
aim
air
airport
aisle
alarm
album
alcohol
alert
alien
all
alley
allow
almost
alone
alpha
already
also
alter
always
amateur
amazing
among
amount
amused
analyst
anchor
ancient
anger
angle
angry
animal
ankle
announce
annual
another
answer
antenna
antique
anxiety
any
apart
apology
appear
apple
approve
april
arch
arctic
area
arena
argue
arm
armed
armor
army
around
arrange
arrest
arrive
arrow
art
artefact
artist
artwork
ask
aspect
assault
asset
assist
assume
asthma
athlete
atom
attack
attend
attitude
attract
auction
audit
august
aunt
author
auto
autumn
average
avocado
avoid
awake
aware
away
awesome
awful
awkward
axis
baby
bachelor
bacon
badge
bag
balance
balcony
ball
bamboo
banana
banner
bar
barely
bargain
barrel
base
basic
basket
battle
beach
bean
beauty
because
become
beef
before
begin
behave
behind
believe
below
belt
bench
benefit
best
betray
better
between
beyond
bicycle
bid
bike
bind
biology
bird
birth
bitter
black
blade
blame
blanket
blast
bleak
bless
blind
blood
blossom
blouse
blue
blur
blush
board
boat
body
boil
bomb
bone
bonus
book
boost
border
boring
borrow
boss
bottom
bounce
box
boy
bracket
brain
brand
brass
brave
bread
breeze
brick
bridge
brief
bright
bring
brisk
broccoli
broken
bronze
broom
brother
brown
brush
bubble
buddy
budget
buffalo
build
bulb
bulk
bullet
bundle
bunker
burden
burger
burst
bus
business
busy
butter
buyer
buzz
cabbage
cabin
cable
cactus
cage
cake
call
calm
camera
camp
can
canal
cancel
candy
cannon
canoe
canvas
canyon
capable
capital
captain
car
carbon
card
cargo
carpet
carry
cart
case
cash
casino
castle
casual
cat
catalog
catch
category
cattle
caught
cause
caution
cave
ceiling
celery
cement
census
century
cereal
certain
chair
chalk
champion
change
chaos
chapter
charge
chase
chat
cheap
check
cheese
chef
cherry
chest
chicken
chief
child
chimney
choice
choose
chronic
chuckle
chunk
churn
cigar
cinnamon
circle
citizen
city
civil
claim
clap
clarify
claw
clay
clean
clerk
clever
click
client
cliff
climb
clinic
clip
clock
clog
close
cloth
cloud
clown
club
clump
cluster
clutch
coach
coast
coconut
code
coffee
coil
coin
collect
color
column
combine
come
comfort
comic
common
company
concert
conduct
confirm
congress
connect
consider
control
convince
cook
cool
copper
copy
coral
core
corn
correct
cost
cotton
couch
country
couple
course
cousin
cover
coyote
crack
cradle
craft
cram
crane
crash
crater
crawl
crazy
cream
credit
creek
crew
cricket
crime
crisp
critic
crop
cross
crouch
crowd
crucial
cruel
cruise
crumble
crunch
crush
cry
crystal
cube
culture
cup
cupboard
curious
current
curtain
curve
cushion
custom
cute
cycle
dad
damage
damp
dance
danger
daring
dash
daughter
dawn
day
deal
debate
debris
decade
december
decide
decline
decorate
decrease
deer
defense
define
defy
degree
delay
deliver
demand
demise
denial
dentist
deny
depart
depend
deposit
depth
deputy
derive
describe
desert
design
desk
despair
destroy
detail
detect
develop
device
devote
diagram
dial
diamond
diary
dice
diesel
diet
differ
digital
dignity
dilemma
dinner
dinosaur
direct
dirt
disagree
discover
disease
dish
dismiss
disorder
display
distance
divert
divide
divorce
dizzy
doctor
document
dog
doll
dolphin
domain
donate
donkey
donor
door
dose
double
dove
draft
dragon
drama
drastic
draw
dream
dress
drift
drill
drink
drip
drive
drop
drum
dry
duck
dumb
dune
during
dust
dutch
duty
dwarf
dynamic
eager
eagle
early
earn
earth
easily
east
easy
echo
ecology
economy
edge
edit
educate
effort
egg
eight
either
elbow
elder
electric
elegant
element
elephant
elevator
elite
else
embark
embody
embrace
emerge
emotion
employ
empower
empty
enable
enact
end
endless
endorse
enemy
energy
enforce
engage
engine
enhance
enjoy
enlist
enough
enrich
enroll
ensure
enter
entire
entry
envelope
episode
equal
equip
era
erase
erode
erosion
error
erupt
escape
essay
essence
estate
eternal
ethics
evidence
evil
evoke
evolve
exact
example
excess
exchange
excite
exclude
excuse
execute
exercise
exhaust
exhibit
exile
exist
exit
exotic
expand
expect
expire
explain
expose
express
extend
extra
eye
eyebrow
fabric
face
faculty
fade
faint
faith
fall
false
fame
family
famous
fan
fancy
fantasy
farm
fashion
fat
fatal
father
fatigue
fault
favorite
feature
february
federal
fee
feed
feel
female
fence
festival
fetch
fever
few
fiber
fiction
field
figure
file
film
filter
final
find
fine
finger
finish
fire
firm
first
fiscal
fish
fit
fitness
fix
flag
flame
flash
flat
flavor
flee
flight
flip
float
flock
floor
flower
fluid
flush
fly
foam
focus
fog
foil
fold
follow
food
foot
force
forest
forget
fork
fortune
forum
forward
fossil
foster
found
fox
fragile
frame
frequent
fresh
friend
fringe
frog
front
frost
frown
frozen
fruit
fuel
fun
funny
furnace
fury
future
gadget
gain
galaxy
gallery
game
gap
garage
garbage
garden
garlic
garment
gas
gasp
gate
gather
gauge
gaze
general
genius
genre
gentle
genuine
gesture
ghost
giant
gift
giggle
ginger
giraffe
girl
give
glad
glance
glare
glass
glide
glimpse
globe
gloom
glory
glove
glow
glue
goat
goddess
gold
good
goose
gorilla
gospel
gossip
govern
gown
grab
grace
grain
grant
grape
grass
gravity
great
green
grid
grief
grit
grocery
group
grow
grunt
guard
guess
guide
guilt
guitar
gun
gym
habit
hair
half
hammer
hamster
hand
happy
harbor
hard
harsh
harvest
hat
have
hawk
hazard
head
health
heart
heavy
hedgehog
height
hello
helmet
help
hen
hero
hidden
high
hill
hint
hip
hire
history
hobby
hockey
hold
hole
holiday
hollow
home
honey
hood
hope
horn
horror
horse
hospital
host
hotel
hour
hover
hub
huge
human
humble
humor
hundred
hungry
hunt
hurdle
hurry
hurt
husband
hybrid
ice
icon
idea
identify
idle
ignore
ill
illegal
illness
image
imitate
immense
immune
impact
impose
improve
impulse
inch
include
income
increase
index
indicate
indoor
industry
infant
inflict
inform
inhale
inherit
initial
inject
injury
inmate
inner
innocent
input
inquiry
insane
insect
inside
inspire
install
intact
interest
into
invest
invite
involve
iron
island
isolate
issue
item
ivory
jacket
jaguar
jar
jazz
jealous
jeans
jelly
jewel
job
join
joke
journey
joy
judge
juice
jump
jungle
junior
junk
just
kangaroo
keen
keep
ketchup
key
kick
kid
kidney
kind
kingdom
kiss
kit
kitchen
kite
kitten
kiwi
knee
knife
knock
know
lab
label
labor
ladder
lady
lake
lamp
language
laptop
large
later
latin
laugh
laundry
lava
law
lawn
lawsuit
layer
lazy
leader
leaf
learn
leave
lecture
left
leg
legal
legend
leisure
lemon
lend
length
lens
leopard
lesson
letter
level
liar
liberty
library
license
life
lift
light
like
limb
limit
link
lion
liquid
list
little
live
lizard
load
loan
lobster
local
lock
logic
lonely
long
loop
lottery
loud
lounge
love
loyal
lucky
luggage
lumber
lunar
lunch
luxury
lyrics
machine
mad
magic
magnet
maid
mail
main
major
make
mammal
man
manage
mandate
mango
mansion
manual
maple
marble
march
margin
marine
market
marriage
mask
mass
master
match
material
math
matrix
matter
maximum
maze
meadow
mean
measure
meat
mechanic
medal
media
melody
melt
member
memory
mention
menu
mercy
merge
merit
merry
mesh
message
metal
method
middle
midnight
milk
million
mimic
mind
minimum
minor
minute
miracle
mirror
misery
miss
mistake
mix
mixed
mixture
mobile
model
modify
mom
moment
monitor
monkey
monster
month
moon
moral
more
morning
mosquito
mother
motion
motor
mountain
mouse
move
movie
much
muffin
mule
multiply
muscle
museum
mushroom
music
must
mutual
myself
mystery
myth
naive
name
napkin
narrow
nasty
nation
nature
near
neck
need
negative
neglect
neither
nephew
nerve
nest
net
network
neutral
never
news
next
nice
night
noble
noise
nominee
noodle
normal
north
nose
notable
note
nothing
notice
novel
now
nuclear
number
nurse
nut
oak
obey
object
oblige
obscure
observe
obtain
obvious
occur
ocean
october
odor
off
offer
office
often
oil
okay
old
olive
olympic
omit
once
one
onion
online
only
open
opera
opinion
oppose
option
orange
orbit
orchard
order
ordinary
organ
orient
original
orphan
ostrich
other
outdoor
outer
output
outside
oval
oven
over
own
owner
oxygen
oyster
ozone
pact
paddle
page
pair
palace
palm
panda
panel
panic
panther
paper
parade
parent
park
parrot
party
pass
patch
path
patient
patrol
pattern
pause
pave
payment
peace
peanut
pear
peasant
pelican
pen
penalty
pencil
people
pepper
perfect
permit
person
pet
phone
photo
phrase
physical
piano
picnic
picture
piece
pig
pigeon
pill
pilot
pink
pioneer
pipe
pistol
pitch
pizza
place
planet
plastic
plate
play
please
pledge
pluck
plug
plunge
poem
poet
point
polar
pole
police
pond
pony
pool
popular
portion
position
possible
post
potato
pottery
poverty
powder
power
practice
praise
predict
prefer
prepare
present
pretty
prevent
price
pride
primary
print
priority
prison
private
prize
problem
process
produce
profit
program
project
promote
proof
property
prosper
protect
proud
provide
public
pudding
pull
pulp
pulse
pumpkin
punch
pupil
puppy
purchase
purity
purpose
purse
push
put
puzzle
pyramid
quality
quantum
quarter
question
quick
quit
quiz
quote
rabbit
raccoon
race
rack
radar
radio
rail
rain
raise
rally
ramp
ranch
random
range
rapid
rare
rate
rather
raven
raw
razor
ready
real
reason
rebel
rebuild
recall
receive
recipe
record
recycle
reduce
reflect
reform
refuse
region
regret
regular
reject
relax
release
relief
rely
remain
remember
remind
remove
render
renew
rent
reopen
repair
repeat
replace
report
require
rescue
resemble
resist
resource
response
result
retire
retreat
return
reunion
reveal
review
reward
rhythm
rib
ribbon
rice
rich
ride
ridge
rifle
right
rigid
ring
riot
ripple
risk
ritual
rival
river
road
roast
robot
robust
rocket
romance
roof
rookie
room
rose
rotate
rough
round
route
royal
rubber
rude
rug
rule
run
runway
rural
sad
saddle
sadness
safe
sail
salad
salmon
salon
salt
salute
same
sample
sand
satisfy
satoshi
sauce
sausage
save
say
scale
scan
scare
scatter
scene
scheme
school
science
scissors
scorpion
scout
scrap
screen
script
scrub
sea
search
season
seat
second
secret
section
security
seed
seek
segment
select
sell
seminar
senior
sense
sentence
series
service
session
settle
setup
seven
shadow
shaft
shallow
share
shed
shell
sheriff
shield
shift
shine
ship
shiver
shock
shoe
shoot
shop
short
shoulder
shove
shrimp
shrug
shuffle
shy
sibling
sick
side
siege
sight
sign
silent
silk
silly
silver
similar
simple
since
sing
siren
sister
situate
six
size
skate
sketch
ski
skill
skin
skirt
skull
slab
slam
sleep
slender
slice
slide
slight
slim
slogan
slot
slow
slush
small
smart
smile
smoke
smooth
snack
snake
snap
sniff
snow
soap
soccer
social
sock
soda
soft
solar
soldier
solid
solution
solve
someone
song
soon
sorry
sort
soul
sound
soup
source
south
space
spare
spatial
spawn
speak
special
speed
spell
spend
sphere
spice
spider
spike
spin
spirit
split
spoil
sponsor
spoon
sport
spot
spray
spread
spring
spy
square
squeeze
squirrel
stable
stadium
staff
stage
stairs
stamp
stand
start
state
stay
steak
steel
stem
step
stereo
stick
still
sting
stock
stomach
stone
stool
story
stove
strategy
street
strike
strong
struggle
student
stuff
stumble
style
subject
submit
subway
success
such
sudden
suffer
sugar
suggest
suit
summer
sun
sunny
sunset
super
supply
supreme
sure
surface
surge
surprise
surround
survey
suspect
sustain
swallow
swamp
swap
swarm
swear
sweet
swift
swim
swing
switch
sword
symbol
symptom
syrup
system
table
tackle
tag
tail
talent
talk
tank
tape
target
task
taste
tattoo
taxi
teach
team
tell
ten
tenant
tennis
tent
term
test
text
thank
that
theme
then
theory
there
they
thing
this
thought
three
thrive
throw
thumb
thunder
ticket
tide
tiger
tilt
timber
time
tiny
tip
tired
tissue
title
toast
tobacco
today
toddler
toe
together
toilet
token
tomato
tomorrow
tone
tongue
tonight
tool
tooth
top
topic
topple
torch
tornado
tortoise
toss
total
tourist
toward
tower
town
toy
track
trade
traffic
tragic
train
transfer
trap
trash
travel
tray
treat
tree
trend
trial
tribe
trick
trigger
trim
trip
trophy
trouble
truck
true
truly
trumpet
trust
truth
try
tube
tuition
tumble
tuna
tunnel
turkey
turn
turtle
twelve
twenty
twice
twin
twist
two
type
typical
ugly
umbrella
unable
unaware
uncle
uncover
under
undo
unfair
unfold
unhappy
uniform
unique
unit
universe
unknown
unlock
until
unusual
unveil
update
upgrade
uphold
upon
upper
upset
urban
urge
usage
use
used
useful
useless
usual
utility
vacant
vacuum
vague
valid
valley
valve
van
vanish
vapor
various
vast
vault
vehicle
velvet
vendor
venture
venue
verb
verify
version
very
vessel
veteran
viable
vibrant
vicious
victory
video
view
village
vintage
violin
virtual
virus
visa
visit
visual
vital
vivid
vocal
voice
void
volcano
volume
vote
voyage
wage
wagon
wait
walk
wall
walnut
want
warfare
warm
warrior
wash
wasp
waste
water
wave
way
wealth
weapon
wear
weasel
weather
web
wedding
weekend
weird
welcome
west
wet
whale
what
wheat
wheel
when
where
whip
whisper
wide
width
wife
wild
will
win
window
wine
wing
wink
winner
winter
wire
wisdom
wise
wish
witness
wolf
woman
wonder
wood
wool
word
work
world
worry
worth
wrap
wreck
wrestle
wrist
write
wrong
yard
year
yellow
you
young
youth
zebra
zero
zone
zoo`.split("\n"));
// src/network/rules/secrets.ts
/** Keys whose values are secrets. `pullSecret`, `tlsSecret` and `existingSecret` hold names, and are not among them. */
const secretKey = /^(?:.*[-_.])?(?:pass(?:word|wd|phrase)|secret|secret[-_]?key|private[-_]?key|node[-_]?key|api[-_]?key|access[-_]?key|token|(?:root|access|auth|bearer)[-_]?token|mnemonic|seed(?:[-_]?phrase)?|credentials?)$|(?:Password|Passphrase|PrivateKey|SecretKey|ApiKey|AccessKey|Token|Mnemonic)$/i;
/** Secrets in values and keys: no field of a definition may hold one. */
function secretProblems(source) {
	const problem = (what, path, atKey) => ({
		rule: "plain-secret",
		severity: "error",
		message: `${what} in plain text`,
		hint: secretHint,
		path,
		...atKey ? { atKey } : {}
	});
	return texts$1(source.value, []).flatMap(({ path, text, isKey }) => {
		const what = secretIn(text) ?? (isKey ? void 0 : secretValue(path, text));
		return what === void 0 ? [] : [problem(what, path, isKey)];
	});
}
/** The kind of secret of a value, by its text or its key. */
function secretValue(path, text) {
	if (isMnemonic(text)) return "a mnemonic phrase";
	if (isPrivateKey(path, text)) return "what looks like a private key (64 hexadecimal digits)";
	const key = path.findLast((step) => typeof step === "string" && secretKey.test(step));
	return text === "" || key === void 0 || isFile(text) ? void 0 : `a value of "${key}"`;
}
/** The path of a file, not a secret. Base64 can have a slash too, but no extension. */
const isFile = (text) => /^(?:\/[\w-]+)+\.\w+$/.test(text);
/** A BIP-39 phrase: 12 to 24 words of the list with a valid checksum. */
const isMnemonic = (text) => /^\s*[a-z]+(?:\s+[a-z]+){11,23}\s*$/.test(text) && validateMnemonic(text.trim().replace(/\s+/g, " "), wordlist);
/** Code and storage of a contract have values of this length too, and amounts in wei are numbers of 256 bits. */
const isPrivateKey = (path, text) => /^(?:0x)?[0-9a-f]{64}$/i.test(text) && !path.some((step) => longValues.has(step));
const longValues = /* @__PURE__ */ new Set([
	"storage",
	"code",
	"balance",
	"blockReward"
]);
/** Removes secrets from other findings, which may repeat values. */
function withoutEchoes(secrets, others) {
	const places = new Set(secrets.map(({ path }) => JSON.stringify(path)));
	return others.filter(({ path, file }) => file !== void 0 || !places.has(JSON.stringify(path)));
}
// src/check/agreement.ts
/**
* Problems that exist whatever the correction is: all possible corrections have them, except those that leave out the part with
* the problem.
*/
function agreed(opinions) {
	const found = opinions.map(({ problems }) => new Map(problems.map((problem) => [keyOf$2(problem), problem])));
	return [...new Map(found.flatMap((problems) => [...problems]))].flatMap(([key, problem]) => {
		const speaking = found.filter((_, at) => !opinions[at]?.leftOut.some((path) => isWithin(problem.path, path)));
		const same = speaking.flatMap((problems) => problems.get(key) ?? []);
		if (speaking.length === 0 || same.length < speaking.length) return [];
		const { hint, ...rest } = problem;
		return hint !== void 0 && same.every((one) => one.hint === hint) ? [{
			...rest,
			hint
		}] : [same[0] ?? rest];
	});
}
const keyOf$2 = ({ rule, severity, message, path, file }) => JSON.stringify([
	rule,
	severity,
	message,
	path,
	file
]);
// src/check/comments.ts
/** Forbidden characters in comments. A "#" in a value does not begin a comment: `problems` report that value. */
function commentFindings(source, definition, problems) {
	const lines = new Set(problems.map(({ path, atKey }) => atKey === true ? source.atKey(path).line : source.at(path).line));
	return characterFindings(source.file, definition, commentOf).filter(({ place }) => !lines.has(place.line));
}
/** Findings of an unreadable file, and characters that may be the reason. */
function withCharacters(file, text, findings) {
	const characters = characterFindings(file, text);
	const isExplained = ({ place }) => characters.some((one) => one.place.line === place.line && one.place.column === place.column);
	return [...characters, ...findings.filter((finding) => !isExplained(finding))];
}
// src/check/named-files.ts
/**
* Largest binary file for a pod, in bytes. A ConfigMap holds at most 1 MiB of all its files together
* (https://kubernetes.io/docs/concepts/configuration/configmap/), so 64 KiB are kept for those beside it.
*/
const mostBytes = 983040;
/** Files that the definition names: each must exist, and a binary one must fit. Texts that are not UTF-8 are reported in the file itself. */
const namedFileProblems = (named, files, unusable) => named.flatMap(({ file, path, binary }) => {
	const reason = unusable.get(file);
	if (reason instanceof UnreadableText) return [];
	if (reason !== void 0) {
		const { message, hint } = reason;
		return [{
			rule: "file-kind",
			severity: "error",
			message,
			hint,
			path
		}];
	}
	const content = files.get(file);
	if (content === void 0) return [{
		rule: "named-file",
		severity: "error",
		message: `there is no file ${file}`,
		hint: "add the file to the repository: the path is relative to the definition",
		path
	}];
	const size = toBytes(content).length;
	if (binary !== true || size <= mostBytes) return [];
	return [{
		rule: "named-file-size",
		severity: "error",
		message: `${file} has ${size} bytes: the ConfigMap for pods holds at most ${mostBytes}`,
		hint: "use a smaller file: remove content that pods do not need, such as unused certificates",
		path
	}];
});
// src/ambassador/body-limit.ts
/**
* Envoy's buffer filter waits for the end of a request to learn its size. A WebSocket and a gRPC stream never end, so they would
* never reach the node: https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/buffer_filter
*/
const bodyLimitProblems = (network, platform) => network.nodes.filter(({ cluster }) => cluster.ambassador.bodyLimit !== void 0).flatMap((node) => {
	return platform.definition.endpoints(node).filter(({ name, protocol }) => node.expose.includes(name) && (protocol === "ws" || protocol === "grpc")).map(({ name }) => ({
		rule: "body-limit",
		severity: "error",
		message: `${name} of ${nodeId(node)} would never answer: with bodyLimit, the Ambassador of cluster ${node.cluster.name} waits for the end of each request`,
		hint: "remove bodyLimit of that cluster, or do not expose the endpoint there: the limit applies to every HTTP endpoint of the Ambassador",
		path: [...node.path, "expose"]
	}));
});
// src/network/special-addresses.ts
/** Ranges that other machines never have: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const ranges$3 = [
	[
		0,
		0,
		{
			reason: "is not the address of a machine: it means \"this network\" (RFC 791)",
			onMachine: false
		}
	],
	[
		127,
		127,
		{
			reason: "resolves to the connecting machine itself (loopback, RFC 1122)",
			onMachine: true
		}
	],
	[
		224,
		239,
		{
			reason: "is a multicast address (RFC 5771): nobody can connect to it",
			onMachine: false
		}
	],
	[
		240,
		255,
		{
			reason: "is reserved (RFC 1112), or the broadcast address: nobody can connect to it",
			onMachine: false
		}
	]
];
const linkLocal = {
	reason: "is valid on one link only (link-local, RFC 3927); clouds serve metadata there",
	onMachine: false
};
/** Why an IPv4 address cannot be that of another machine; undefined if it can. Ranges for documentation are accepted. */
function specialAddress(address) {
	const [first = 0, second = 0] = address.split(".").map(Number);
	if (first === 169 && second === 254) return linkLocal;
	return ranges$3.find(([from, to]) => first >= from && first <= to)?.[2];
}
/** Names with a local meaning only, and why: https://www.iana.org/assignments/special-use-domain-names/ */
const names$1 = [
	[
		"cluster.local",
		"error",
		{
			reason: "is a name inside Kubernetes: each cluster resolves it to its own Services",
			onMachine: false,
			inCluster: true
		}
	],
	[
		"svc",
		"error",
		{
			reason: "is the name of a Service, which resolves in its own cluster only",
			onMachine: false,
			inCluster: true
		}
	],
	[
		"localhost",
		"error",
		{
			reason: "resolves to the connecting machine itself (RFC 6761)",
			onMachine: true
		}
	],
	[
		"localdomain",
		"error",
		{
			reason: "resolves on one machine only",
			onMachine: true
		}
	],
	[
		"invalid",
		"error",
		{
			reason: "never resolves (RFC 6761)",
			onMachine: false
		}
	],
	[
		"onion",
		"error",
		{
			reason: "is a name of Tor, which DNS does not resolve (RFC 7686)",
			onMachine: false
		}
	],
	[
		"in-addr.arpa",
		"error",
		{
			reason: "is for reverse lookups (RFC 1035)",
			onMachine: false
		}
	],
	[
		"ip6.arpa",
		"error",
		{
			reason: "is for reverse lookups (RFC 3596)",
			onMachine: false
		}
	],
	[
		"local",
		"warning",
		{
			reason: "is a name of multicast DNS (RFC 6762): it resolves only where DNS servers have such a zone",
			onMachine: true
		}
	]
];
/** Why a name does not resolve elsewhere; undefined if it may. */
function specialName(name) {
	const found = names$1.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`));
	return found === void 0 ? void 0 : {
		...found[2],
		severity: found[1]
	};
}
/** Names of single load balancers or machines in clouds, which have no names below them. */
const single = /\.(?:elb\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?|compute(?:-1)?\.amazonaws\.com|cloudapp\.azure\.com|azmk8s\.io|bc\.googleusercontent\.com)$/;
/** Whether this name cannot have names below it. */
const isSingleName = (name) => single.test(name);
// src/ambassador/effects.ts
/** Fields that have no effect, besides those that ambassador/settings.ts refuses. `definition` is as written. */
const effectProblems = (network, platform, definition) => [...network.clusters.flatMap((cluster) => ofCluster$1({
	network,
	platform,
	definition,
	cluster
})), ...network.nodes.flatMap((node) => [...pinnedPort(node, platform), ...exposedTwice(node, definition)])];
const problem$3 = (message, hint, path, severity = "warning") => ({
	rule: "no-effect",
	severity,
	message,
	hint,
	path
});
const ofCluster$1 = (given) => [
	...fields(given),
	...withoutClients(given),
	...annotations(given),
	...ranges$2(given)
];
/** Why a field of an Ambassador has no effect; undefined where it has one, or another check reports it. */
const reasons$1 = {
	replicas: ({ cluster: { ambassador } }) => ambassador.existing ? "an existing Emissary has its own pods" : ambassador.publish === "LoadBalancer" ? void 0 : `with ${ambassador.publish} every machine runs a pod`,
	tlsSecret: ({ cluster: { ambassador } }) => ambassador.cleartext ? "cleartext terminates no TLS" : void 0,
	selfSigned: ({ cluster: { ambassador } }) => ambassador.issuer !== void 0 && ambassador.issuer.kind !== "SelfSigned" ? "the issuer issues the certificate" : void 0,
	passthrough: ({ cluster, network, platform }) => {
		if (cluster.ambassador.passthrough !== "sni" || cluster.ambassador.existing) return void 0;
		const nodes = network.nodes.filter((node) => node.cluster === cluster);
		const endpoints = nodes.flatMap((node) => platform.definition.endpoints(node).map((endpoint) => ({
			node,
			endpoint
		})));
		if (nodes.length === 0 || endpoints.some(({ node, endpoint }) => serverNameOf(node, endpoint) !== void 0)) return void 0;
		return endpoints.some(({ endpoint }) => endpoint.protocol === "tls" && endpoint.reached === "by-port") ? "without a domain, endpoints have no names to share a port by" : `no endpoint of ${platform.definition.title} there uses its own TLS, so each has its own port`;
	},
	loadBalancerClass: ({ cluster: { ambassador, provider } }) => {
		const { className } = ambassador.loadBalancer;
		const other = className === void 0 ? void 0 : otherProvider(provider, className, "classes");
		return other === void 0 ? void 0 : `no controller there handles ${className}, which belongs to ${providers[other].title}`;
	}
};
const fields = (given) => Object.entries(reasons$1).flatMap(([field, reasonOf]) => {
	const path = [
		...given.cluster.path,
		"ambassador",
		field
	];
	const reason = writtenAt(given.definition, path) ? reasonOf(given) : void 0;
	return reason === void 0 ? [] : [problem$3(`${field} of cluster ${given.cluster.name} has no effect: ${reason}`, `remove ${field}`, path)];
});
/** Settings for clients of HTTP endpoints. */
const forClients = [
	"tlsSecret",
	"issuer",
	"selfSigned",
	"cleartext",
	"authentication",
	"rateLimit",
	"bodyLimit"
];
/** A notice, as a node may be exposed later; a warning where the ledger has nothing to expose. */
function withoutClients(given) {
	const { network, platform, definition, cluster } = given;
	if (network.nodes.some((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0)) return [];
	const later = network.nodes.some((node) => endpointsByHost(node, platform).length > 0);
	return forClients.filter((field) => !later || field !== "tlsSecret").map((field) => ({
		field,
		path: [
			...cluster.path,
			"ambassador",
			field
		]
	})).filter(({ field, path }) => writtenAt(definition, path) && reasons$1[field]?.(given) === void 0).map(({ field, path }) => problem$3(`${field} of cluster ${cluster.name} has no effect: ${later ? "no node there is exposed" : `${platform.definition.title} has no HTTP endpoints behind the Ambassador`}`, later ? "it is for HTTP endpoints of nodes with `expose`" : `remove ${field}`, path, later ? "notice" : "warning"));
}
/** The other provider that a key or a class belongs to. What runs on `kubernetes` is unknown. */
function otherProvider(own, text, what) {
	if (own === "kubernetes") return void 0;
	const owner = Object.keys(providers).find((id) => providers[id][what]?.test(text) === true);
	return owner === void 0 || owner === own || owner === "kubernetes" && providers[own].local ? void 0 : owner;
}
const annotations = ({ cluster }) => Object.keys(cluster.ambassador.annotations).flatMap((key) => {
	const { name, provider, path, ambassador } = cluster;
	if (ambassador.existing) return [];
	const at = {
		path: [
			...path,
			"ambassador",
			"annotations",
			key
		],
		atKey: true
	};
	if (Object.values(providers).some(({ annotations: own }) => own?.test(key) === true) && ambassador.publish !== "LoadBalancer") return [{
		...problem$3(`the annotation ${key} of cluster ${name} has no effect: with ${ambassador.publish} there is no load balancer`, "remove it, or publish: LoadBalancer", at.path),
		atKey: true
	}];
	const other = otherProvider(provider, key, "annotations");
	if (other === void 0) return [];
	return [{
		...problem$3(`the annotation ${key} of cluster ${name} has no effect: it configures load balancers of ${providers[other].title}, and this cluster is ${providers[provider].title}`, "remove it, or correct the provider", at.path),
		atKey: true
	}];
});
/** A duplicate range, and a range without clients. */
function ranges$2({ cluster, definition }) {
	const path = [
		...cluster.path,
		"ambassador",
		"sourceRanges"
	];
	const { sourceRanges } = cluster.ambassador;
	return [...new Set(sourceRanges)].flatMap((range, _, all) => {
		const [address = "", bits = "32"] = range.split("/");
		const special = Number(bits) >= 8 || Number(address.split(".")[0]) >= 224 ? specialAddress(address) : void 0;
		if (special !== void 0) return [problem$3(`the range ${range} of cluster ${cluster.name} admits nobody: ${address} ${special.reason}`, "list the source addresses of clients and of the other clusters", itemPath(definition, path, range))];
		if (all.length === sourceRanges.length || sourceRanges.filter((other) => other === range).length < 2) return [];
		return [problem$3(`sourceRanges of cluster ${cluster.name} have ${range} twice`, "remove one of the two", itemPath(definition, path, range, "last"))];
	});
}
/** One endpoint more than once in `expose`. */
function exposedTwice(node, definition) {
	const path = [...node.path, "expose"];
	const list = writtenAt(definition, path);
	if (!Array.isArray(list)) return [];
	return list.flatMap((endpoint, at) => list.indexOf(endpoint) === at ? [] : [problem$3(`expose of ${nodeId(node)} has ${String(endpoint)} twice`, "remove one of the two", [...path, at])]);
}
/** `port` pins the port of an endpoint at the Ambassador. */
const pinnedPort = (node, platform) => node.port === void 0 || platform.definition.endpoints(node).some(({ reached }) => reached === "by-port") ? [] : [problem$3(`port of ${nodeId(node)} has no effect: none of its endpoints has a port at the Ambassador`, "remove it, or expose the node", [...node.path, "port"])];
// src/ambassador/exposure.ts
/** X.520 upper bound of a common name, which certificate authorities still enforce. */
const commonNameLimit = 64;
/** Findings on what becomes reachable from outside, and for whom. */
function exposureProblems(network, platform) {
	return [
		...openPorts$1(network, platform),
		...exposedHosts(network, platform),
		...unguarded(network, platform),
		...withoutTls(network, platform)
	];
}
/** Half of all addresses or more: no party owns such a network. */
const everybody = (sourceRanges) => sourceRanges.length === 0 || sourceRanges.some((range) => /\/[01]$/.test(range));
/** A ledger that accepts every connection to its port is only as private as its source ranges. */
function openPorts$1(network, platform) {
	return network.clusters.flatMap((cluster) => {
		const opened = network.nodes.some((node) => node.cluster.name === cluster.name && platform.definition.endpoints(node).some((endpoint) => endpoint.reached === "by-port" && endpoint.protocol === "tcp"));
		if (providers[cluster.provider].local || cluster.ambassador.loadBalancer.visibility === "internal" || !opened || !everybody(cluster.ambassador.sourceRanges)) return [];
		return [{
			rule: "open-to-all",
			severity: "warning",
			message: `the ports of cluster ${cluster.name} are open to the whole internet: anyone who reaches one can read the ledger`,
			hint: "list the addresses of the other clusters in ambassador.sourceRanges",
			path: [
				...cluster.path,
				"ambassador",
				...cluster.ambassador.sourceRanges.length === 0 ? [] : ["sourceRanges"]
			]
		}];
	});
}
function exposedHosts(network, platform) {
	const byHost = (node) => exposedEndpoints(node, platform).map(({ name }) => name).sort();
	return network.nodes.map((node) => ({
		node,
		exposed: byHost(node)
	})).filter(({ node: { cluster }, exposed }) => exposed.length > 0 && (cluster.domain ?? cluster.address) !== void 0).flatMap(({ node, exposed }) => {
		const path = [...node.path, "expose"];
		if (node.cluster.domain === void 0) return [{
			rule: "expose-needs-domain",
			severity: "error",
			message: `${nodeId(node)} exposes ${exposed.join(" and ")} in cluster ${node.cluster.name}, which has an address but no domain`,
			hint: "HTTP endpoints share ports 80 and 443 by host name: set a domain for the cluster, or do not expose the node",
			path
		}];
		const host = hostOf$1(node);
		const { cleartext, issuer } = node.cluster.ambassador;
		if (cleartext || issuer !== void 0 || host.length <= commonNameLimit) return [];
		return [{
			rule: "name-length",
			severity: "error",
			message: `the host name ${host} has ${host.length} characters: the common name of a certificate has at most ${commonNameLimit}`,
			hint: "shorten the name of the node, of the organization, or the domain of the cluster",
			path
		}];
	});
}
/** Endpoints that are exposed to everyone without authentication. */
const unguarded = (network, platform) => network.nodes.flatMap((node) => {
	const { ambassador, provider } = node.cluster;
	if (providers[provider].local || ambassador.loadBalancer.visibility === "internal") return [];
	if (!everybody(ambassador.sourceRanges) || ambassador.authentication !== void 0) return [];
	const open = exposedEndpoints(node, platform).filter(({ authenticates }) => !authenticates).map(({ name }) => name);
	if (open.length === 0) return [];
	return [{
		rule: "unguarded-endpoint",
		severity: "warning",
		message: `${open.join(" and ")} of ${nodeId(node)} would answer the whole internet: the endpoint has no authentication`,
		hint: "set authentication at the node or the Ambassador (ambassador.authentication), or narrow ambassador.sourceRanges",
		path: [...node.path, "expose"]
	}];
});
/** Annotations that make the load balancer of a cloud terminate TLS. */
const endsTls = /ssl|tls|cert/i;
/** Requests, tokens included, would cross the internet in clear text. Not where a load balancer, or a proxy before node ports, terminates TLS. */
const withoutTls = (network, platform) => network.clusters.flatMap((cluster) => {
	const { cleartext, existing, publish, loadBalancer, annotations } = cluster.ambassador;
	if (!cleartext || existing || publish !== "LoadBalancer" || providers[cluster.provider].local) return [];
	if (loadBalancer.visibility === "internal" || Object.keys(annotations).some((key) => endsTls.test(key))) return [];
	const exposed = network.nodes.find((node) => node.cluster.name === cluster.name && exposedEndpoints(node, platform).length > 0);
	if (exposed === void 0) return [];
	return [{
		rule: "ambassador-setting",
		severity: "warning",
		message: `clients of ${nodeId(exposed)} reach cluster ${cluster.name} without TLS: anyone on the path can read and change their requests`,
		hint: "set an issuer (ambassador.issuer) or a certificate (ambassador.tlsSecret) instead of cleartext, which is for local clusters",
		path: [
			...cluster.path,
			"ambassador",
			"cleartext"
		]
	}];
});
// src/ambassador/places.ts
/** Whether the provider of a cluster can give its Ambassador the address and the ports. */
const placeProblems = (network, platform, definition) => network.clusters.filter(({ ambassador }) => !ambassador.existing).flatMap((cluster) => [
	...addresses(cluster, definition),
	...ownAddress(cluster, definition),
	...replicas$2(cluster),
	...traefik(cluster, network, platform)
]);
/** Unusable addresses, and duplicates. */
function addresses({ ambassador, name, path }, definition) {
	const all = ambassador.loadBalancer.addresses;
	const at = (address) => itemPath(definition, [
		...path,
		"ambassador",
		"addresses"
	], address, "last");
	return [...new Set(all)].flatMap((address) => {
		const special = isAddress(address) ? specialAddress(address) : void 0;
		if (special !== void 0) return [{
			rule: "unreachable-address",
			severity: "error",
			message: `the address ${address} of the load balancer of cluster ${name} ${special.reason}`,
			hint: "use an address that the provider assigned to you",
			path: at(address)
		}];
		if (all.filter((other) => other === address).length < 2) return [];
		return [{
			rule: "ambassador-setting",
			severity: "error",
			message: `addresses of cluster ${name} have ${address} twice`,
			hint: "remove the duplicate",
			path: at(address)
		}];
	});
}
/** RFC 1918 and RFC 6598: a data centre may translate them. */
const privateRanges = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
/** Others dial the address of the cluster, so it must be the load balancer's. */
function ownAddress({ address, domain, ambassador, name, path, provider: id }, definition) {
	const { title, takesAddress, local } = providers[id];
	if (address === void 0 || domain !== void 0 || ambassador.publish !== "LoadBalancer" || local) return [];
	const given = ambassador.loadBalancer.addresses;
	if (given.length === 0) {
		if (takesAddress) return [];
		return [{
			rule: "cluster-address",
			severity: "warning",
			message: `cluster ${name} has the address ${address}, but ${title} chooses another one for its load balancer`,
			hint: ambassador.loadBalancer.visibility === "internal" ? "list it in ambassador.addresses, one for each subnet, or use a domain" : "list the allocations of its Elastic IPs in ambassador.addresses (eipalloc-…), or use a domain with a CNAME record",
			path: [...path, "address"]
		}];
	}
	if (given.includes(address) || !given.every((text) => isAddress(text) && !privateRanges.test(text))) return [];
	return [{
		rule: "cluster-address",
		severity: "error",
		message: `cluster ${name} has the address ${address}, but its load balancer has ${given.join(", ")}`,
		hint: "write the same address in both, or remove ambassador.addresses",
		path: itemPath(definition, [
			...path,
			"ambassador",
			"addresses"
		], given[0] ?? "")
	}];
}
/** A restart of the only pod cuts all links of the cluster. */
function replicas$2({ ambassador, name, path, provider }) {
	if (ambassador.replicas > 1 || ambassador.publish !== "LoadBalancer" || providers[provider].local) return [];
	return [{
		rule: "ambassador-setting",
		severity: "warning",
		message: `the Ambassador of cluster ${name} has one pod: a restart of the pod or its machine cuts every link of the cluster`,
		hint: "set 2 replicas or more",
		path: [
			...path,
			"ambassador",
			"replicas"
		]
	}];
}
/** K3s includes Traefik, whose Service uses 80 and 443 of every machine: https://docs.k3s.io/networking/networking-services */
function traefik(cluster, network, platform) {
	const { ambassador, name, provider, path } = cluster;
	if (provider !== "k3s" || ambassador.publish === "NodePort" || ambassador.loadBalancer.className !== void 0) return [];
	const { http, https, passthrough } = entrancesOf(ambassador);
	const taken = (port) => port === 80 || port === 443;
	const exposing = network.nodes.find((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0);
	const shares = ambassador.passthrough === "sni" && taken(passthrough.port) && network.nodes.some((node) => node.cluster === cluster && platform.definition.endpoints(node).some((endpoint) => serverNameOf(node, endpoint) !== void 0));
	if (!shares && (exposing === void 0 || !(ambassador.cleartext ? taken(http.port) : taken(https.port)))) return [];
	return [{
		rule: "port-reserved",
		severity: "warning",
		message: `cluster ${name} needs ${shares ? "port 443" : "ports 80 and 443"}, which Traefik uses on every K3s machine: its ${ambassador.publish === "hostPort" ? "pods stay" : "load balancer stays"} pending`,
		hint: "start K3s with --disable=traefik and acknowledge this warning, or use publish: NodePort",
		path: shares || exposing === void 0 ? [
			...path,
			"ambassador",
			"passthrough"
		] : [...exposing.path, "expose"]
	}];
}
// src/ambassador/settings.ts
/** Settings of an Ambassador that contradict each other, or that the provider of the cluster does not support. */
const settingProblems = (network, definition) => network.clusters.flatMap((cluster) => [
	...forExisting(cluster),
	...forLoadBalancers(cluster, definition),
	...passthrough(cluster),
	...nodePorts(cluster),
	...sourceRanges(cluster),
	...certificate(cluster),
	...externalDns$1(cluster)
]);
const problem$2 = ({ path }, field, message, hint, severity = "error") => ({
	rule: "ambassador-setting",
	severity,
	message,
	hint,
	path: [
		...path,
		"ambassador",
		field
	]
});
/** Fields that the definition may have only for an Ambassador that Chancery runs, in the order of the schema. */
const own = [
	["publish", ({ publish }) => publish !== "LoadBalancer"],
	["visibility", ({ loadBalancer }) => loadBalancer.visibility !== "public"],
	["loadBalancerClass", ({ loadBalancer }) => loadBalancer.className !== void 0],
	["addresses", ({ loadBalancer }) => loadBalancer.addresses.length > 0],
	["addressPool", ({ loadBalancer }) => loadBalancer.pool !== void 0],
	["annotations", ({ annotations }) => Object.keys(annotations).length > 0],
	["externalDns", ({ externalDns }) => externalDns],
	["proxyProtocol", ({ proxyProtocol }) => proxyProtocol],
	["passthrough", ({ passthrough: how }) => how === "sni"],
	["authentication", ({ authentication }) => authentication !== void 0],
	["rateLimit", ({ rateLimit }) => rateLimit !== void 0],
	["bodyLimit", ({ bodyLimit }) => bodyLimit !== void 0]
];
/** The load balancer, Listeners and filters of an existing Emissary serve others too: its owner configures them. */
const forExisting = (cluster) => !cluster.ambassador.existing ? [] : own.filter(([, given]) => given(cluster.ambassador)).map(([field]) => problem$2(cluster, field, `${field} of cluster ${cluster.name} cannot be set for an existing Emissary`, `its owner configures that for all its users: remove ${field}, or existing`));
function forLoadBalancers(cluster, definition) {
	const { ambassador, provider: id, name } = cluster;
	const { loadBalancer, publish, proxyProtocol } = ambassador;
	const provider = providers[id];
	const { visibility, addresses, pool, className } = loadBalancer;
	if (ambassador.existing) return [];
	if (publish !== "LoadBalancer") {
		const given = {
			visibility: visibility !== "public",
			loadBalancerClass: className,
			addresses: addresses.length,
			addressPool: pool
		};
		return Object.entries(given).filter(([, value]) => value !== void 0 && value !== false && value !== 0).map(([field]) => problem$2(cluster, field, `${field} of cluster ${name} configures a load balancer: with ${publish} there is none`, `remove it, or publish: LoadBalancer`));
	}
	const wrong = addresses.length === 0 ? void 0 : provider.addressProblem(loadBalancer);
	const culprit = addresses.find((address) => provider.addressProblem({
		...loadBalancer,
		addresses: [address]
	}) !== void 0);
	return [
		...wrong === void 0 ? [] : [{
			...problem$2(cluster, "addresses", `addresses of cluster ${name} (${addresses.join(", ")}) are invalid: with ${provider.title} they ${wrong}`, "see docs/providers.md for the addresses of each provider"),
			...culprit === void 0 ? {} : { path: itemPath(definition, [
				...cluster.path,
				"ambassador",
				"addresses"
			], culprit) }
		}],
		...visibility === "internal" && !provider.internal ? [problem$2(cluster, "visibility", `${provider.title} has no internal load balancers (cluster ${name})`, "the load balancer that runs there decides on the address: choose a pool (addressPool), a class (loadBalancerClass) or annotations")] : [],
		...pool !== void 0 && !provider.pools ? [problem$2(cluster, "addressPool", `addressPool of cluster ${name} configures MetalLB, which ${provider.title} does not use`, "remove it; `addresses` sets fixed addresses")] : [],
		...proxyProtocol && !provider.proxyProtocol ? [problem$2(cluster, "proxyProtocol", `the load balancers of ${provider.title} (cluster ${name}) do not speak the PROXY protocol: every connection would be cut`, "remove it: where the provider can, it keeps client addresses without the protocol (docs/providers.md)")] : []
	];
}
function passthrough(cluster) {
	const { ambassador, name } = cluster;
	if (ambassador.passthroughPort === void 0) return [];
	if (ambassador.passthrough === "sni" && ambassador.publish !== "NodePort") return [];
	const reason = ambassador.passthrough === "sni" ? "with NodePort the port is 30082" : "no endpoints share a port there";
	return [problem$2(cluster, "passthroughPort", `passthroughPort of cluster ${name} has no effect: ${reason}`, "remove it, or set passthrough: sni")];
}
/** https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
function nodePorts(cluster) {
	const { publish, ports, existing } = cluster.ambassador;
	if (publish !== "NodePort" || existing || ports.first >= 3e4 && ports.last <= 32767) return [];
	return [{
		rule: "port-pool",
		severity: "error",
		message: `ports ${ports.first}-${ports.last} of cluster ${cluster.name}: node ports are 30000-32767`,
		hint: "clients dial the node port itself: use a range such as 30000-30079, which Kubernetes allocates last",
		path: [
			...cluster.path,
			"ambassador",
			"ports"
		]
	}];
}
/** Ranges that nothing enforces are worse than none. */
function sourceRanges(cluster) {
	const { ambassador, provider: id, name } = cluster;
	if (ambassador.sourceRanges.length === 0) return [];
	const path = [
		...cluster.path,
		"ambassador",
		"sourceRanges"
	];
	const warn = (message, hint) => [{
		rule: "source-ranges",
		severity: "warning",
		message,
		hint,
		path
	}];
	if (ambassador.existing) return warn(`sourceRanges of cluster ${name} have no effect: the load balancer belongs to the existing Emissary`, "ask its owner to set them there; findings and plans use the ranges in this file");
	if (ambassador.publish === "LoadBalancer") return providers[id].sourceRanges ? [] : warn(`sourceRanges of cluster ${name} keep nobody out: the load balancer of ${providers[id].title} hides the client's address`, "use a firewall, or publish: hostPort, where a network policy enforces them");
	return ambassador.proxyProtocol ? warn(`sourceRanges of cluster ${name} apply to the load balancer in front of it, not to its clients`, "list the addresses of that load balancer here, and restrict clients there") : [];
}
function certificate(cluster) {
	const { ambassador, provider: id, name } = cluster;
	const { issuer, cleartext } = ambassador;
	if (issuer === void 0) return [];
	const field = issuer.kind === "SelfSigned" ? "selfSigned" : "issuer";
	if (cleartext) return [problem$2(cluster, field, `cluster ${name} has both ${field} and cleartext`, "keep one: without TLS there is no certificate")];
	if (issuer.kind !== "SelfSigned" || providers[id].local) return [];
	return [problem$2(cluster, field, `clients of cluster ${name} cannot verify it: its certificate is self-signed`, "set an issuer of cert-manager that clients trust (ambassador.issuer), or provide a certificate (ambassador.tlsSecret)", "warning")];
}
/** external-dns makes records of names, and knows only the addresses of load balancers and of machines with node ports. */
function externalDns$1(cluster) {
	const { ambassador, domain, name } = cluster;
	if (!ambassador.externalDns || ambassador.existing) return [];
	if (domain === void 0) return [problem$2(cluster, "externalDns", `cluster ${name} has an address but no domain: external-dns has no name to create a record for`, "set a domain instead of the address, or remove externalDns")];
	if (ambassador.publish !== "hostPort") return [];
	return [problem$2(cluster, "externalDns", `external-dns does not see the addresses of cluster ${name}: its Service has none with publish: hostPort`, "create the record yourself, or choose publish: LoadBalancer or NodePort")];
}
// src/network/emissary-version.ts
/** The release of the base manifests and CRDs, which tests use. */
const emissaryVersion = "4.1.0";
// src/ambassador/version.ts
/**
* Releases that can be run. Version 3 reads the same objects (v3alpha1), so an Emissary 3.9 or 3.10 that runs already can be used;
* but its image, variables and probes are not those of the base manifests, and it gets no repairs any more.
*/
function versionProblems(network) {
	return network.clusters.flatMap(({ name, path, ambassador: { version, existing } }) => {
		if (version === void 0) return [];
		const [major = 0, minor = 0] = version.split(".").map(Number);
		const problem = (message, hint) => [{
			rule: "emissary-version",
			severity: "error",
			message,
			hint,
			path: [
				...path,
				"ambassador",
				"version"
			]
		}];
		if (existing) return major === 4 || major === 3 && minor >= 9 ? [] : problem(`Emissary ${version} of cluster ${name} does not support all rendered objects`, "the objects use getambassador.io/v3alpha1 of 3.9, 3.10 and 4: ask its owner to upgrade it first");
		if (major === 4 && minor >= 1) return [];
		return problem(`Chancery cannot run Emissary ${version} in cluster ${name}: ${major === 3 ? "version 3 is no longer maintained (3.10.0 was the last), and has another image and other settings" : major === 4 ? "4.1 fixes faults of 4.0" : "the version is unknown"}`, `remove the version (default ${emissaryVersion}), or use the existing Emissary with ambassador.existing`);
	});
}
// src/network/acknowledgeable.ts
/**
* The first words of lines in `acknowledge:`: every risk, and every rule with warnings. A test compares the list with the pages that
* describe them.
*/
const acknowledgeable = /* @__PURE__ */ new Set([
	"acl",
	"acl-weakened",
	"administrators-elsewhere",
	"administrators-in-clusters",
	"allowed-accounts",
	"ambassador-alone",
	"ambassador-republished",
	"ambassador-setting",
	"approvals-automatic",
	"artifact",
	"authentication-changed",
	"authentication-removed",
	"authority-changed",
	"authority-in-cluster",
	"authority-replaced",
	"base-broken",
	"batch",
	"block-reward",
	"capability-lowered",
	"capability-raised",
	"certificate",
	"certificate-authority",
	"certificate-expired",
	"certificate-expires",
	"chain-id",
	"chain-id-changed",
	"chaincode-added",
	"chaincode-approved",
	"chaincode-changed",
	"chaincode-image",
	"chaincode-image-changed",
	"chaincode-indexes",
	"chaincode-init",
	"chaincode-organization",
	"chaincode-removed",
	"chaincode-sequence",
	"channel-added",
	"channel-address-changed",
	"channel-changed",
	"channel-imported",
	"channel-name",
	"channel-policy-weakened",
	"channel-quorum-lost",
	"channel-record-removed",
	"channel-removed",
	"channel-update-recorded",
	"channel-update-signed",
	"cleartext-enabled",
	"client-without-home",
	"cluster-added",
	"cluster-address",
	"cluster-context",
	"cluster-removed",
	"cluster-wide-object",
	"code",
	"collection",
	"collection-changed",
	"collection-widened",
	"concentration",
	"configuration-changed",
	"consensus-changed",
	"consenter-joins",
	"consenter-leaves",
	"consenter-rekeyed",
	"consenter-removed",
	"consenters",
	"consenters-restart",
	"container-changed",
	"context-changed",
	"cors-open",
	"custom-object",
	"delivery-changed",
	"delivery-object",
	"deploy-outdated",
	"deploy-stale",
	"elsewhere-changed",
	"end-of-life",
	"endorsement",
	"endorsement-weakened",
	"endpoint-closed",
	"endpoint-exposed",
	"epoch-length",
	"exposed-otherwise",
	"external-added",
	"external-changed",
	"external-removed",
	"flux-system-changed",
	"fork-moved",
	"fork-scheduled",
	"free-gas",
	"gas-limit",
	"genesis-field-changed",
	"genesis-replaced",
	"guard-loosened",
	"host-changed",
	"identity-issued",
	"identity-revoked",
	"idle-node",
	"idle-organization",
	"ignored-setting",
	"image",
	"image-digest-changed",
	"image-digest-kept",
	"image-downgraded",
	"image-foreign",
	"image-major-upgraded",
	"image-pull-secret-changed",
	"image-registry-changed",
	"immutable-field",
	"lock-changed",
	"long-time",
	"material-removed",
	"max-peers",
	"member-joins",
	"member-leaves",
	"msp-id",
	"msp-id-changed",
	"namespace-changed",
	"network-renamed",
	"no-anchor",
	"no-effect",
	"node-key-changed",
	"node-key-inherited",
	"node-moved",
	"node-removed",
	"node-secret-changed",
	"not-committed",
	"not-re-encrypted",
	"not-renewed",
	"open-to-all",
	"organization-in-cluster",
	"organization-removed",
	"override-selectors",
	"override-unused",
	"owners-changed",
	"peer-address-changed",
	"platform-changed",
	"pod-security-lowered",
	"policy",
	"port-changed",
	"port-limit",
	"port-pool",
	"port-pool-changed",
	"port-reserved",
	"provider-changed",
	"public-changed",
	"quorum-lost",
	"quorum-margin",
	"raft",
	"reach-widened",
	"recipient-added",
	"recipient-removed",
	"release",
	"rendered-object-removed",
	"repository-changed",
	"reserved-name",
	"resources",
	"revocation-removed",
	"revoked-node",
	"rights-granted",
	"route-changed",
	"route-dead",
	"route-terminates",
	"sealed-changed",
	"sealed-recipients",
	"secret-read",
	"service-redirected",
	"shared-recipient",
	"shared-signer",
	"signers-changed",
	"signers-introduced",
	"signers-removed",
	"source-ranges",
	"source-ranges-narrowed",
	"source-ranges-widened",
	"state-database-changed",
	"storage",
	"storage-class",
	"storage-class-changed",
	"storage-shrinks",
	"token-mounted",
	"transition",
	"transition-changed",
	"transition-scheduled",
	"unguarded-endpoint",
	"unknown-setting",
	"unreachable-address",
	"validator-added",
	"validator-demoted",
	"validator-removed",
	"validators",
	"validators-replaced",
	"validators-restart",
	"volume-shared",
	"workflow-changed",
	"workload-added"
]);
// src/network/rules/acknowledgements.ts
/** Lines of `acknowledge:` with an unknown risk or warning, which have no effect. */
const acknowledgementProblems = ({ acknowledge }) => acknowledge.flatMap((line, index) => {
	const [id = ""] = line.split(" ");
	if (acknowledgeable.has(id)) return [];
	const match = nearest(id, [...acknowledgeable]);
	return [{
		rule: "acknowledge-unused",
		severity: "warning",
		message: `"${line}" acknowledges nothing: there is no risk or warning "${id}"`,
		hint: match === void 0 ? "copy the line that `chancery plan` prints" : `did you mean "${match}"?`,
		path: ["acknowledge", index]
	}];
});
// src/network/rules/addresses.ts
/** Addresses of clusters and external nodes that resolve to nothing, or to the network itself. */
const addressProblems = (network) => [...network.clusters.flatMap((cluster) => ofCluster(cluster, network)), ...network.external.flatMap((node) => ofExternal(node, network))];
const problem$1 = (severity, message, hint, path) => ({
	rule: "unreachable-address",
	severity,
	message,
	hint,
	path
});
function ofCluster(cluster, network) {
	const { name, domain, address, path } = cluster;
	return [
		...address === void 0 ? [] : special(`address ${address} of cluster ${name}`, address, [...path, "address"]),
		...domain === void 0 ? [] : special(`domain ${domain} of cluster ${name}`, domain, [...path, "domain"]),
		...domain !== void 0 && isSingleName(domain) ? [problem$1("error", `domain ${domain} of cluster ${name} is the name of a single load balancer or machine: names below it do not exist`, "use a domain of your own, and point its DNS record *.<domain> at this name (CNAME)", [...path, "domain"])] : []
	];
	function special(what, host, at) {
		const found = specialOf(host);
		if (found === void 0) return [];
		const alone = providers[cluster.provider].local && network.clusters.length === 1 && network.external.length === 0;
		const severity = found.onMachine && alone ? "notice" : found.severity;
		return [problem$1(severity, `the ${what} ${found.reason}`, placeOf$1(host), at)];
	}
}
const placeOf$1 = (host) => isIpAddress(host) ? "write the address where other clusters and clients reach the Ambassador" : "write a domain that the DNS servers of all clusters and clients resolve";
const specialOf = (host) => {
	if (!isIpAddress(host)) return specialName(host);
	const found = specialAddress(host);
	return found === void 0 ? void 0 : {
		...found,
		severity: "error"
	};
};
function ofExternal(node, network) {
	const { host, path } = node;
	const at = [...path, "host"];
	const found = specialOf(host);
	if (found !== void 0) return [problem$1(found.inCluster === true && network.clusters.length === 1 ? "notice" : found.severity, `the host ${host} of ${nodeId(node)} ${found.reason}`, "ask its owner for the name or address, and the port, where others reach it", at)];
	return home(node, network, at);
}
/** Hosts that resolve to an Ambassador of this network, not to the party. */
function home(node, { clusters, nodes }, at) {
	const { host, port } = node;
	const hint = "ask its owner for the name or address where others reach it";
	const same = nodes.find((ours) => ours.cluster.domain !== void 0 && hostOf$1(ours) === host);
	if (same !== void 0) return [problem$1("error", `the host ${host} of ${nodeId(node)} belongs to our own node ${nodeId(same)}`, hint, at)];
	const cluster = clusters.find(({ domain, address, ambassador: { ports } }) => domain === void 0 ? address === host && port >= ports.first && port <= ports.last : host === domain || host.endsWith(`.${domain}`));
	if (cluster === void 0) return [];
	if (cluster.domain === void 0) return [problem$1("error", `${host}:${port} of ${nodeId(node)} is a port of our own cluster ${cluster.name}`, hint, at)];
	return [problem$1("warning", `the host ${host} of ${nodeId(node)} is below ${cluster.domain}: without a separate DNS record it resolves to our own cluster ${cluster.name}`, hint, at)];
}
// src/network/rules/clusters.ts
/** RFC 1035, 2.3.4: a name has at most 255 octets, 253 characters as it is written. */
const hostLimit = 253;
/** Addresses of clusters: exactly one DNS name or IP address each, and no name that resolves to another cluster. */
function clusterProblems(network) {
	return [
		...places(network),
		...hosts$1(network),
		...nested$1(network)
	];
}
function places(network) {
	const problems = [];
	const taken = /* @__PURE__ */ new Map();
	for (const { name, domain, address, path } of network.clusters) {
		if (domain === void 0 && address === void 0) {
			problems.push({
				rule: "cluster-address",
				severity: "error",
				message: `cluster ${name} has neither domain nor address, so nobody can reach it`,
				hint: "add the DNS name (domain) or the IP address (address) of its Ambassador",
				path
			});
			continue;
		}
		if (domain !== void 0 && address !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `cluster ${name} has both domain and address`,
			hint: "keep one: the domain, or without DNS the address",
			path: [...path, "address"]
		});
		const own = domain ?? address ?? "";
		const other = taken.get(own);
		if (other !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `clusters ${other} and ${name} have the same ${domain === void 0 ? "address" : "domain"} ${own}`,
			hint: "give each cluster its own name: each has its own Ambassador",
			path: [...path, domain === void 0 ? "address" : "domain"]
		});
		taken.set(own, name);
	}
	return problems;
}
function hosts$1(network) {
	const problems = [];
	for (const node of network.nodes) {
		const host = hostOf$1(node);
		if (host.length > hostLimit) problems.push({
			rule: "name-length",
			severity: "error",
			message: `the host name of ${nodeId(node)} has ${host.length} characters, more than ${hostLimit}`,
			hint: "shorten the names it is made of: node, organization, domain of the cluster",
			path: [...node.path, "name"]
		});
		const thief = network.clusters.find(({ name, domain }) => domain !== void 0 && name !== node.cluster.name && host.endsWith(`.${domain}`) && domain.length > (node.cluster.domain ?? "").length);
		if (thief !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `${host} of ${nodeId(node)} (cluster ${node.cluster.name}) is below ${thief.domain}, the domain of cluster ${thief.name}`,
			hint: `give cluster ${thief.name} a domain that is not below ${node.cluster.domain}: the name would resolve to the wrong Ambassador`,
			path: [...thief.path, "domain"]
		});
	}
	return problems;
}
/**
* A DNS wildcard matches any number of labels, unless a name in between has a record (RFC 4592). While the lower record does not exist,
* its names resolve to the upper cluster.
*/
function nested$1({ clusters, nodes }) {
	return clusters.flatMap(({ name, domain, path }) => {
		const upper = clusters.find((other) => other.domain !== void 0 && domain?.endsWith(`.${other.domain}`));
		if (upper === void 0 || nodes.some((node) => node.cluster === upper && hostOf$1(node).endsWith(`.${domain}`))) return [];
		return [{
			rule: "cluster-address",
			severity: "warning",
			message: `the domain ${domain} of cluster ${name} is below ${upper.domain}, that of cluster ${upper.name}: without a separate record its names resolve to the Ambassador of ${upper.name}`,
			hint: `give cluster ${name} a domain that is not below ${upper.domain}`,
			path: [...path, "domain"]
		}];
	});
}
/** The kubeconfig context of a cluster, or its name as default. */
function contextProblems({ clusters }) {
	const contextOf = ({ name, context }) => context ?? name;
	return clusters.toSorted((a, b) => comparePaths(a.path, b.path)).flatMap((cluster, at, all) => {
		const { name, context, path } = cluster;
		const other = all.find((candidate, index) => candidate !== cluster && contextOf(candidate) === contextOf(cluster) && (index < at || candidate.context === void 0));
		if (context === void 0 || other === void 0) return [];
		return [{
			rule: "cluster-context",
			severity: "warning",
			message: `clusters ${other.name} and ${name} have the same context ${context}: apply would write both to one cluster`,
			hint: "name a different kubeconfig context for each",
			path: [...path, "context"]
		}];
	});
}
// src/network/rules/labels.ts
/** Labels that Kubernetes, Flux or Chancery set themselves. */
const reserved$1 = /^(?:chancery\.dev\/|kustomize\.toolkit\.fluxcd\.io\/(?:name|namespace)$|app\.kubernetes\.io\/(?:name|instance|component|part-of|managed-by|version)$|(?:[^/]*\.)?(?:kubernetes|k8s)\.io\/)/;
const labelProblems = (network) => [
	...reservedLabels(network.labels, ["labels"]),
	...reservedLabels(network.monitoring.labels, ["monitoring", "labels"]),
	...monitoringLabels(network)
];
/** Prometheus selects PodMonitors and rules by these labels; Grafana selects dashboards by another one. */
function monitoringLabels({ monitoring: { labels, podMonitor, alerts } }) {
	if (podMonitor || alerts || Object.keys(labels).length === 0) return [];
	return [{
		rule: "monitoring",
		severity: "error",
		message: "monitoring.labels have no effect: monitoring enables neither podMonitor nor alerts",
		hint: "add `podMonitor: true` or `alerts: true`, or remove the labels",
		path: ["monitoring", "labels"]
	}];
}
const reservedLabels = (labels, path) => Object.keys(labels).filter((label) => reserved$1.test(label)).map((label) => ({
	rule: "reserved-label",
	severity: "error",
	message: `the label ${label} is set by Chancery, Flux or Kubernetes`,
	hint: "use a key with your own prefix, for example example.com/cost-centre",
	path: [...path, label],
	atKey: true
}));
/** Annotations that Chancery interprets as its own, or that kubectl writes. */
const reservedAnnotation = /^(?:chancery\.dev\/|kubectl\.kubernetes\.io\/last-applied-configuration$|(?:internal\.)?config\.kubernetes\.io\/)/;
const annotationProblems = ({ clusters }) => clusters.flatMap(({ ambassador, path }) => Object.keys(ambassador.annotations).filter((key) => reservedAnnotation.test(key)).map((key) => ({
	rule: "reserved-label",
	severity: "error",
	message: `the annotation ${key} is set by Chancery, Kustomize or kubectl`,
	hint: "use a key with your own prefix, for example example.com/team",
	path: [
		...path,
		"ambassador",
		"annotations",
		key
	],
	atKey: true
})));
// src/network/rules/namespaces.ts
/** Names that an organization cannot have, because parts of every cluster have them. */
const reservedOrganizations = [
	"ambassador",
	"crds",
	tenancyPart
];
/** Namespaces of others. Rights in them are rights over the cluster, its certificates, or all organizations. */
const reserved = [
	{
		form: /^(?:default|kube-.*)$/,
		owner: "Kubernetes"
	},
	{
		form: /^flux-system$/,
		owner: "Flux"
	},
	{
		form: /^cert-manager$/,
		owner: "cert-manager"
	},
	{
		form: /^external-dns$/,
		owner: "external-dns"
	},
	{
		form: /^emissary(?:-system)?$/,
		owner: "Emissary"
	},
	{
		form: /^metallb-system$/,
		owner: "MetalLB"
	},
	{
		form: /^external-secrets$/,
		owner: "External Secrets"
	},
	{
		form: /^(?:istio-system|argocd|gatekeeper-system|kyverno|vault|traefik)$/,
		owner: "a part of the cluster"
	},
	{
		form: /^openshift(?:-.*)?$/,
		owner: "OpenShift"
	},
	{
		form: /^(?:gke-(?:managed-.*|gmp-system|mcs|connect)|gmp-(?:system|public))$/,
		owner: "Google Kubernetes Engine"
	},
	{
		form: /^(?:calico-system|tigera-operator|aks-(?:command|istio-system)|app-routing-system)$/,
		owner: "Azure Kubernetes Service"
	},
	{
		form: /^amazon-(?:cloudwatch|guardduty)$/,
		owner: "Amazon EKS"
	},
	{
		form: /^local-path-storage$/,
		owner: "kind"
	}
];
const ownerOf$1 = (namespace) => reserved.find(({ form }) => form.test(namespace))?.owner;
const error$1 = (rule, message, path, hint) => ({
	rule,
	severity: "error",
	message,
	hint,
	path
});
/** Namespaces that belong to others, or that two organizations would share. */
const namespaceProblems = (network) => [
	...ofNetwork(network),
	...ofExisting(network),
	...ofOrganizations(network)
];
/** All namespaces derived from the name of the network would belong to others. */
function ofNetwork({ name }) {
	const owner = ownerOf$1(`${name}-ambassador`);
	return owner === void 0 ? [] : [error$1("reserved-name", `the network cannot be called "${name}": namespaces ${name}-… belong to ${owner}`, ["name"], "choose another name: its namespaces begin with it")];
}
/** Emissary may run in `default`, but not in namespaces of the cluster or of Flux. */
const ofExisting = ({ clusters }) => clusters.filter(({ ambassador: { existing, namespace } }) => existing && /^(?:kube-.*|flux-system)$/.test(namespace)).map(({ name, path, ambassador: { namespace } }) => ({
	rule: "reserved-name",
	severity: "warning",
	message: `the routes of cluster ${name} would be in ${namespace}, which belongs to ${ownerOf$1(namespace)}`,
	hint: "name the namespace that Emissary runs in: rights in this one are rights over the cluster",
	path: [
		...path,
		"ambassador",
		"existing",
		"namespace"
	]
}));
/** The default namespace is derived from the names. */
const isOwn = (network, { name, namespace }) => namespace !== `${network.name}-${name}`;
function ofOrganizations(network) {
	const problems = [];
	const owner = new Map(network.clusters.map(({ path, ambassador: { namespace, existing } }) => [namespace, {
		what: "the Ambassador",
		...existing ? { path: [
			...path,
			"ambassador",
			"existing",
			"namespace"
		] } : {}
	}]));
	const organizations = network.organizations.toSorted((a, b) => Number(isOwn(network, a)) - Number(isOwn(network, b)) || comparePaths(a.path, b.path));
	for (const organization of organizations) {
		const { name, namespace, path } = organization;
		if (reservedOrganizations.includes(name)) {
			problems.push(error$1("reserved-name", `an organization cannot be called "${name}"`, [...path, "name"], "choose another name: a part of every cluster has this one"));
			continue;
		}
		const at = [...path, isOwn(network, organization) ? "namespace" : "name"];
		const other = ownerOf$1(namespace);
		if (other !== void 0 && (isOwn(network, organization) || ownerOf$1(`${network.name}-ambassador`) === void 0)) {
			problems.push(error$1("reserved-name", `organization ${name} cannot have the namespace ${namespace}: it belongs to ${other}`, at, "give the organization its own namespace: rights in this one are rights over its owner"));
			continue;
		}
		const taken = owner.get(namespace);
		if (taken !== void 0 && taken.what !== `organization ${name}`) problems.push(error$1("duplicate-namespace", `organization ${name} and ${taken.what} would share the namespace ${namespace}`, isOwn(network, organization) ? at : taken.path ?? at, "give the organization its own namespace"));
		owner.set(namespace, { what: `organization ${name}` });
	}
	return problems;
}
// src/network/rules/names.ts
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const limits = {
	namespace: 63,
	service: 63,
	statefulSet: 52
};
/**
* Names that a cluster cannot have. The workflows of the template use the environment with the name of the cluster: an environment
* with another purpose would give its secrets to the job that applies.
*/
const reservedClusters = [
	{
		form: /^issuers$/,
		hint: "choose another name: a folder of material/sealed has this one"
	},
	{
		form: /^issuers-/,
		hint: "choose another name: issuers-… are environments with the keys of issuers"
	},
	{
		form: /-drift$/,
		hint: "choose another name: …-drift are environments of the workflow drift, which need no review"
	}
];
/** A name that a node cannot have, because the folder of an organization's Jobs has it. */
const reservedNode = "jobs";
const error = (rule, message, path, hint) => ({
	rule,
	severity: "error",
	message,
	...hint === void 0 ? {} : { hint },
	path
});
/** Duplicate names, and names that Kubernetes would refuse after they are combined. */
function nameProblems$1(network, platform) {
	return [
		...duplicates(network),
		...clusterNames(network),
		...namespaceProblems(network),
		...lengths(network, platform),
		...objectNames(network, platform)
	];
}
function duplicates(network) {
	const problems = [];
	const check = (what, items) => {
		const first = /* @__PURE__ */ new Map();
		for (const { key, name, path } of [...items].sort((a, b) => comparePaths(a.path, b.path))) if (first.has(key)) problems.push(error("duplicate-name", `duplicate ${what} "${name}"`, [...path, "name"], "give each its own name"));
		else first.set(key, path);
	};
	const named = ({ name, path }) => ({
		key: name,
		name,
		path
	});
	check("cluster", network.clusters.map(named));
	check("organization", network.organizations.map(named));
	check("node", [...network.nodes.map((node) => ({
		key: nodeId(node),
		name: nodeId(node),
		path: node.path
	})), ...network.external.map((node) => ({
		key: `${node.organization}/${node.name}`,
		name: `${node.organization}/${node.name}`,
		path: node.path
	}))]);
	return problems;
}
const clusterNames = ({ clusters }) => clusters.flatMap(({ name, path }) => {
	const reserved = reservedClusters.find(({ form }) => form.test(name));
	return reserved === void 0 ? [] : [error("reserved-name", `a cluster cannot be called "${name}"`, [...path, "name"], reserved.hint)];
});
function lengths(network, platform) {
	const problems = [];
	const tooLong = (what, name, limit, path) => {
		if (name.length <= limit) return;
		problems.push(error("name-length", `${what} ${name} has ${name.length} characters, more than ${limit}`, path, "shorten the names it is made of"));
	};
	tooLong("the namespace", `${network.name}-ambassador`, limits.namespace, ["name"]);
	for (const organization of network.organizations) tooLong("the namespace", organization.namespace, limits.namespace, [...organization.path, "name"]);
	for (const node of network.nodes) {
		const path = [...node.path, "name"];
		if (node.name === reservedNode) problems.push(error("reserved-name", `a node cannot be called "${reservedNode}"`, path, "choose another name: a folder of every organization has this one"));
		tooLong("the StatefulSet", node.name, limits.statefulSet, path);
		for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) tooLong("the Service", service, limits.service, path);
	}
	return problems;
}
/** A node with the name of another node's second Service would silently take over that Service. */
function objectNames(network, platform) {
	const problems = [];
	const owners = /* @__PURE__ */ new Map();
	const inNamespace = (cluster, namespace, name) => `${cluster}/${namespace}/${name}`;
	for (const node of network.nodes) owners.set(inNamespace(node.cluster.name, node.organization.namespace, node.name), node);
	for (const node of network.nodes) for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) {
		const owner = owners.get(inNamespace(node.cluster.name, node.organization.namespace, service));
		if (owner === void 0 || nodeId(owner) === nodeId(node)) continue;
		problems.push(error("name-collision", `the Service ${service} of ${nodeId(node)} has the name of node ${nodeId(owner)}`, [...owner.path, "name"], "rename one of the two"));
	}
	return problems;
}
// src/network/rules/signers.ts
/** Signers of organizations: each key once, and for one organization. */
function signerProblems(network) {
	const owners = /* @__PURE__ */ new Map();
	return network.organizations.flatMap(({ name, signers, path }) => {
		const own = /* @__PURE__ */ new Set();
		return signers.flatMap((signer, at) => {
			const key = withoutComment(signer);
			const place = [
				...path,
				"signers",
				at
			];
			if (own.has(key)) return [{
				rule: "duplicate-signer",
				severity: "error",
				message: `organization ${name} has the same signer twice`,
				hint: "remove one of the two: one signature of any signer is enough",
				path: place
			}];
			own.add(key);
			const other = owners.get(key);
			owners.set(key, name);
			return other === void 0 ? [] : [{
				rule: "shared-signer",
				severity: "warning",
				message: `organizations ${other} and ${name} have the same signer: the owner of its key agrees for both`,
				hint: "use a separate key for each organization, unless both are the same party",
				path: place
			}];
		});
	});
}
// src/network/rules/storage-classes.ts
/** Storage classes for a ledger: existing, on a disk, in the zone of the pod, expandable. */
const storageClassProblems = (network) => network.clusters.flatMap(problemsOf$1);
function problemsOf$1(cluster) {
	const { name, storageClass, createStorageClass, path } = cluster;
	const { title, local, storage } = providers[cluster.provider];
	const at = (field, severity, message, hint) => ({
		rule: "storage-class",
		severity,
		message,
		hint,
		path: [...path, field]
	});
	const better = `use ${storage.recommended === void 0 ? "" : `storageClass: ${storage.recommended} or `}createStorageClass: true`;
	if (createStorageClass && storage.created === void 0) return [at("createStorageClass", "error", `the storage of cluster ${name} is unknown: ${title} is not a cloud`, "set storageClass to a class of the cluster: encrypted, WaitForFirstConsumer, expandable")];
	if (createStorageClass && storageClass !== void 0 && storage.existing?.includes(storageClass) === true) return [at("storageClass", "error", `storage class ${storageClass} of cluster ${name} already exists: ${title} creates it, and Kubernetes refuses another`, "remove storageClass, choose your own name for it, or remove createStorageClass")];
	if (createStorageClass || local) return [];
	const owner = Object.values(providers).find(({ storage: others }) => others.names?.test(storageClass ?? "") === true);
	if (owner !== void 0 && owner !== providers[cluster.provider] && storage.recommended !== void 0) return [at("storageClass", "warning", `storage class ${storageClass} of cluster ${name} is a class of ${owner.title}, not of ${title}`, better)];
	if (storageClass === void 0) return storage.defaultServes ? [] : [{
		...at("", "warning", `cluster ${name} may have no default storage class: with ${title} volumes would never be provisioned`, better),
		path
	}];
	const reason = storage.unsuitable[storageClass];
	return reason === void 0 ? [] : [at("storageClass", "warning", `storage class ${storageClass} of cluster ${name} ${reason}`, better)];
}
// src/render/images.ts
/** Images of the Ambassador, as in its base manifests: Emissary, and the router that it may have behind it. */
const emissaryImage = "ghcr.io/emissary-ingress/emissary";
const routerImage = "docker.io/envoyproxy/envoy";
/** Image of the probe, as in its base manifest. */
const probeImage = "curlimages/curl";
/** Kustomize's entry for one image: its tag or digest, and its name at the mirror. */
function imageEntry(images, name, tag) {
	const digest = images.digests[name];
	const newName = images.registry === void 0 ? void 0 : `${images.registry}/${withoutRegistry(name)}`;
	if (newName === void 0 && digest === void 0 && tag === void 0) return void 0;
	return {
		name,
		...newName === void 0 ? {} : { newName },
		...digest === void 0 ? tag === void 0 ? {} : { newTag: tag } : { digest }
	};
}
/** A whole reference, as kustomize would make it of the entry for it. */
function imageReference(images, reference) {
	const [, name = reference, tag] = /^(.+?)(?::([^:/]+))?$/.exec(reference) ?? [];
	const own = images.registry === void 0 ? name : `${images.registry}/${withoutRegistry(name)}`;
	const digest = images.digests[name];
	return digest === void 0 ? `${own}${tag === void 0 ? "" : `:${tag}`}` : `${own}@${digest}`;
}
/** Entries for all images of a platform, of which a root may use some. */
const imageEntries = (images, used) => used.flatMap(({ name, tag }) => imageEntry(images, name, tag) ?? []);
/** `ghcr.io/a/b` is `a/b` at a mirror: the first part is a registry when it has a dot or a port. */
function withoutRegistry(name) {
	const [first = "", ...rest] = name.split("/");
	return rest.length > 0 && /[.:]/.test(first) ? rest.join("/") : name;
}
/** Where images are taken from, and what pins them. */
const imageProblems = (network, platform) => [...mirrorProblems(network), ...digestProblems(network, platform)];
/** The mirror is read by the machines, with their DNS: each image of it has to be a reference that they take. */
function mirrorProblems({ images: { registry }, clusters }) {
	if (registry === void 0) return [];
	const problem = (severity, message, hint) => [{
		rule: "image",
		severity,
		message,
		hint,
		path: ["images", "registry"]
	}];
	const read = readImageReference(`${registry}/${probeImage}`);
	if (isImageReferenceProblem(read)) return problem("error", `nothing can be pulled from ${registry}: ${read.message}`, read.hint);
	const host = read.registry?.replace(/:\d+$/, "");
	if (host === void 0) return problem("error", `${registry} is not a registry but an account of Docker Hub: a registry has a dot or a port`, `write its whole name, or docker.io/${registry} if that is intended`);
	const special = specialName(host);
	if (special === void 0 || special.severity === "warning") return [];
	return special.onMachine && clusters.every(({ provider }) => providers[provider].local) ? [] : problem("warning", `the registry ${host} ${special.reason}, and it is the machines that pull images`, "write a name that the DNS of the machines resolves, or have their runtime know this mirror");
}
/** A digest for an image that is not used would silently pin nothing. */
function digestProblems(network, platform) {
	const shares = network.clusters.some(({ ambassador }) => ambassador.passthrough === "sni");
	const own = platform.rendering.images(network, network.platformVersion).map(({ name }) => name);
	const used = [.../* @__PURE__ */ new Set([
		emissaryImage,
		...shares ? [routerImage] : [],
		...own,
		probeImage
	])];
	return Object.keys(network.images.digests).filter((name) => !used.includes(name)).map((name) => ({
		rule: "image",
		severity: "error",
		message: `no image is called ${name}`,
		hint: didYouMean(bare(name, used), used),
		path: [
			"images",
			"digests",
			name
		],
		atKey: true
	}));
}
/** An image that is written with its tag, or with the registry that it has anyway. */
const bare = (name, used) => used.find((image) => name.replace(/[:@][^/]*$/, "").endsWith(`/${image}`)) ?? name;
// src/check/network-problems.ts
/** Every rule that needs the definition only; `definition` is unsorted, as written. Ports also need the lock: ambassador/ports.ts. */
const networkProblems = (network, platform, definition) => [
	...nameProblems$1(network, platform.definition),
	...clusterProblems(network),
	...addressProblems(network),
	...recipientProblems(network, platform.definition, definition),
	...signerProblems(network),
	...settingProblems(network, definition),
	...placeProblems(network, platform, definition),
	...effectProblems(network, platform, definition),
	...versionProblems(network),
	...sizeProblems(network, platform.definition),
	...amountProblems(network, platform.definition),
	...storageClassProblems(network),
	...labelProblems(network),
	...annotationProblems(network),
	...contextProblems(network),
	...imageProblems(network, platform),
	...acknowledgementProblems(network),
	...exposureProblems(network, platform),
	...bodyLimitProblems(network, platform),
	...platform.definition.rules(network)
];
// src/check/overrides/mounts.ts
/** Removes problems about a missing file if an override of the node mounts something, which may be that file. */
function withoutMounted(problems, network, overrides) {
	if (!problems.some(({ rule }) => rule === "setting-file")) return [...problems];
	const mounting = network.nodes.filter((node) => {
		const folder = `overrides/${node.cluster.name}/${nodeId(node)}/`;
		return [...overrides].some(([path, content]) => path.startsWith(folder) && toText(content).includes("mountPath"));
	});
	return problems.filter(({ rule, path }) => rule !== "setting-file" || !mounting.some((node) => node.path.every((step, at) => step === path[at])));
}
// src/check/overrides/entries.ts
/** Entries whose effect is always wrong: reported at their own lines, without kustomize. */
const entryFindings = (kustomization, overrides) => [
	...selectors(kustomization),
	...renames(kustomization),
	...replicas$1(kustomization),
	...secrets(kustomization, overrides)
].map(({ path, isKey, ...finding }) => ({
	...finding,
	place: isKey === true ? kustomization.source.atKey(path) : kustomization.source.at(path)
}));
/** The API server refuses a changed selector of a StatefulSet or Deployment; that of a NetworkPolicy would miss pods of other roots. */
function* selectors({ source: { value } }) {
	const finding = {
		rule: "override-selectors",
		severity: "warning"
	};
	const effect = "also changes selectors: Kubernetes refuses that for existing StatefulSets and Deployments";
	if (at$1(value, "commonLabels") !== void 0) yield {
		...finding,
		message: `commonLabels ${effect}`,
		hint: "use labels with includeSelectors: false",
		path: ["commonLabels"],
		isKey: true
	};
	for (const [index, entry] of listAt$1(value, "labels").entries()) if (at$1(entry, "includeSelectors") === true) yield {
		...finding,
		message: `includeSelectors: true ${effect}`,
		hint: "remove includeSelectors; includeTemplates: true adds the labels to pods",
		path: [
			"labels",
			index,
			"includeSelectors"
		]
	};
}
/** A component renames all objects of the root, but other roots, routes and nodes refer to the old names. */
function* renames({ source: { value } }) {
	if (at$1(value, "kind") !== "Component") return;
	for (const field of ["namePrefix", "nameSuffix"]) if (typeof at$1(value, field) === "string" && at$1(value, field) !== "") yield {
		rule: "override-field",
		severity: "error",
		message: `${field} renames objects that routes and other nodes refer to`,
		hint: "rename only objects that the override adds, in their own files",
		path: [field],
		isKey: true
	};
}
function* replicas$1({ source: { value }, part }) {
	const [, , node] = part.split("/");
	for (const [index, entry] of listAt$1(value, "replicas").entries()) if (node !== void 0 && at$1(entry, "name") === node && at$1(entry, "count") !== 1) yield {
		...otherPods("replicas", node, String(at$1(entry, "count"))),
		severity: "error",
		path: [
			"replicas",
			index,
			"count"
		]
	};
}
/** The input of a secret generator is in plain text in the repository. */
function* secrets({ source: { value }, folder }, overrides) {
	for (const [index, entry] of listAt$1(value, "secretGenerator").entries()) for (const field of [
		"literals",
		"envs",
		"env",
		"files"
	]) {
		const given = at$1(entry, field);
		if ((Array.isArray(given) ? given : [given]).filter((item) => typeof item === "string").some((item) => field === "literals" || isPlainFile(item, folder, overrides))) yield {
			...plainSecret(`secretGenerator makes a Secret from ${field}, in plain text in the repository`),
			severity: "error",
			path: [
				"secretGenerator",
				index,
				field
			],
			isKey: true
		};
	}
}
/** A file with content; another rule reports SOPS ciphertexts. */
function isPlainFile(name, folder, overrides) {
	const text = textOf$1(overrides, placeFrom(folder, name.replace(/^[^=]*=/, "")));
	return text !== void 0 && text.trim() !== "" && !hasCiphertext(text);
}
// src/check/overrides/fields.ts
/** Fields without file names. */
const plain = [...[
	"apiVersion",
	"kind",
	"metadata",
	"namePrefix",
	"nameSuffix",
	"namespace",
	"commonLabels",
	"labels"
], ...[
	"commonAnnotations",
	"images",
	"imageTags",
	"replicas",
	"vars",
	"sortOptions",
	"generatorOptions",
	"buildMetadata"
]];
/** Lists of names. */
const lists = /* @__PURE__ */ new Map([
	["resources", "either"],
	["bases", "folder"],
	["components", "folder"],
	["crds", "file"],
	["configurations", "file"]
]);
const patch$1 = [
	"path",
	"patch",
	"target",
	"options"
];
const generator = [
	"name",
	"namespace",
	"behavior",
	"literals",
	"files",
	"envs",
	"env",
	"options"
];
/** Lists of mappings, with their allowed keys. */
const mappings = /* @__PURE__ */ new Map([
	["patches", patch$1],
	["patchesJson6902", patch$1],
	["replacements", [
		"path",
		"source",
		"sourceValue",
		"targets"
	]],
	["configMapGenerator", generator],
	["secretGenerator", [...generator, "type"]]
]);
/** Their keys with file names. */
const naming = /* @__PURE__ */ new Set([
	"path",
	"files",
	"envs",
	"env"
]);
const plugIns = "runs plug-ins, which can start programs, fetch charts and read other files";
const charts = "fetches charts from elsewhere";
const reasons = /* @__PURE__ */ new Map([
	["generators", [plugIns, "use resources, configMapGenerator or secretGenerator"]],
	["transformers", [plugIns, "use patches, labels, images or replacements"]],
	["validators", [plugIns, "remove it"]],
	["helmCharts", [charts, "commit what `helm template` prints, and name it in resources"]],
	["helmGlobals", [charts, "remove it"]],
	["helmChartInflationGenerator", [charts, "commit what `helm template` prints, and name it in resources"]],
	["openapi", ["changes which kinds and namespaces kustomize knows", "use patches in the form of JSON 6902"]]
]);
const known = [
	...plain,
	...lists.keys(),
	...mappings.keys(),
	"patchesStrategicMerge"
];
/** The file names in a kustomization, and its forbidden fields. */
function fieldsOf$1(kustomization) {
	const places = [];
	const refused = [];
	const refuse = (path, message, hint) => refused.push({
		path,
		message,
		hint
	});
	const add = (path, value, sought) => {
		if (typeof value === "string") places.push({
			path,
			name: value,
			sought
		});
		else refuse(path, "the name of a file or folder must be text", "write the path, relative to this folder");
	};
	if (!isRecord(kustomization)) {
		refuse([], "not a kustomization: it has no fields", "write a Kustomize Component");
		return {
			places,
			refused
		};
	}
	for (const [field, value] of Object.entries(kustomization)) {
		const keys = mappings.get(field);
		const sought = lists.get(field);
		if (sought !== void 0) for (const [at, name] of listOf(value).entries()) add([field, at], name, sought);
		else if (field === "patchesStrategicMerge") {
			for (const [at, entry] of listOf(value).entries()) if (!isInline(entry)) add([field, at], entry, "file");
		} else if (keys !== void 0) for (const [at, entry] of listOf(value).entries()) namesInEntry([field, at], entry, keys);
		else if (!plain.includes(field)) {
			const [what, hint] = reasons.get(field) ?? ["is not allowed in an override", didYouMean(field, known)];
			refuse([field], `${field} ${what}`, hint);
		}
	}
	return {
		places,
		refused
	};
	function namesInEntry(path, entry, keys) {
		if (!isRecord(entry)) return void refuse(path, `${path[0]} has an entry that is not a mapping`, "write the fields of the entry");
		for (const [key, value] of Object.entries(entry)) if (!keys.includes(key)) refuse([...path, key], `${path[0]} has the unknown field ${key}`, didYouMean(key, [...keys]));
		else if (key === "files") for (const [at, name] of listOf(value).entries()) add([
			...path,
			key,
			at
		], withoutKey(name), "file");
		else if (naming.has(key) && Array.isArray(value)) for (const [at, name] of value.entries()) add([
			...path,
			key,
			at
		], name, "file");
		else if (naming.has(key)) add([...path, key], value, "file");
	}
}
/** kustomize reads null as an empty list, and refuses all other values that are not lists. */
const listOf = (value) => Array.isArray(value) ? value : value === null ? [] : [value];
/** An inline patch has several lines, or is a mapping in braces, unlike the name of a file. */
const isInline = (entry) => typeof entry === "string" && (entry.trim().includes("\n") || entry.trimStart().startsWith("{"));
/** `key=path`: the path. */
const withoutKey = (name) => typeof name === "string" ? name.replace(/^[^=]*=/, "") : name;
// src/check/overrides/walk.ts
/**
* Checks every kustomization of overrides before kustomize reads it: it may use only files of its own folder, fetch
* nothing and run nothing. YAML that parsers read differently is refused.
*/
function overrideReachFindings(network, overrides) {
	const parts = partsOf$2(network);
	return [...parts].flatMap((part) => overrides.has(`overrides/${part}/kustomization.yaml`) ? walk(part, parts, overrides) : []);
}
function walk(part, parts, overrides) {
	const own = `overrides/${part}`;
	const findings = [];
	const folders = /* @__PURE__ */ new Set([own]);
	for (const folder of folders) for (const file of kustomizationFiles.map((name) => `${folder}/${name}`).filter((path) => overrides.has(path))) {
		const source = readKustomization(file, overrides);
		if (!("value" in source)) {
			findings.push(...source);
			continue;
		}
		const { places, refused } = fieldsOf$1(source.value);
		for (const { path, message, hint } of refused) findings.push({
			rule: "override-field",
			severity: "error",
			message,
			hint,
			place: source.atKey(path)
		});
		findings.push(...entryFindings({
			source,
			folder,
			part
		}, overrides));
		for (const place of places) follow(place, folder, source);
	}
	return findings;
	function follow({ path, name, sought }, folder, source) {
		const target = placeFrom(folder, name);
		const problem = strangeness(name) ?? outside(target);
		if (problem !== void 0) {
			findings.push(reach(source, path, `${quoted$1(name)} ${problem}`, inside));
			return;
		}
		if (kustomizationFiles.some((file) => overrides.has(`${target}/${file}`)) && sought !== "file") folders.add(target);
		else if (!overrides.has(target) || sought === "folder") {
			const missing = sought === "file" ? "file" : sought === "folder" ? "folder with a kustomization.yaml" : "file or folder";
			findings.push(reach(source, path, `there is no ${missing} ${quoted$1(name)} in ${folder}`, absent));
		}
	}
	/** Why a path does not belong to this override. */
	function outside(target) {
		if (target !== own && !target.startsWith(`${own}/`)) return `is outside of ${own}`;
		const owner = partOf(`${target}/`, parts);
		return owner === part ? void 0 : `belongs to the override of ${owner}`;
	}
}
const inside = "copy the file into the folder of the override and use its path there: overrides cannot reach other files, and nothing is fetched";
const absent = "correct the path, or add the file: Chancery fetches nothing and follows no symbolic links";
const reach = (source, path, message, hint) => ({
	rule: "override-reach",
	severity: "error",
	message,
	hint,
	place: source.at(path)
});
/** A readable form of any text. */
const quoted$1 = (name) => JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
/** A kustomization, or the reason why it is refused. */
function readKustomization(file, overrides) {
	const content = overrides.get(file);
	const refuse = (message, line = 1, column = 1) => ({
		rule: "override-file",
		severity: "error",
		message,
		hint: "write plain YAML in UTF-8: one document, without tags, merge keys and duplicate keys",
		place: {
			file,
			line,
			column
		}
	});
	const problem = typeof content === "object" ? encodingProblem(content) : void 0;
	if (problem !== void 0) return [refuse(`${file} ${problem.message}`, problem.line, problem.column)];
	const text = textOf$1(overrides, file) ?? "";
	if (isExotic(text.replace(/^\uFEFF/, "")) || /^%/m.test(text)) return [refuse(`${file} has characters or directives that YAML parsers read differently`)];
	const source = readSource(file, text);
	if ("value" in source) return source;
	return source.map(({ rule, message, place }) => ({
		...refuse(rule === "yaml-syntax" ? `${file} is not valid YAML` : message),
		place
	}));
}
// src/check/secret-lines.ts
/** Secrets outside of values: in comments, or in a file that is not YAML. */
const lineFindings$1 = (file, text, part) => secretLines(text, part).map(({ line, what }) => ({
	rule: "plain-secret",
	severity: "error",
	message: `${what} in plain text`,
	hint: secretHint,
	place: {
		file,
		line,
		column: 1
	}
}));
/** A finding of the YAML parser, which may repeat a part of the text. */
const withoutEcho = (finding) => secretIn(finding.message) === void 0 ? finding : {
	...finding,
	message: "not valid YAML"
};
// src/check/unusable.ts
/** Unreadable files are findings like other problems of a repository. */
function unusableFinding(error) {
	const { path: file, message, hint } = error;
	if (!(error instanceof UnreadableText)) return {
		rule: "file-kind",
		severity: "error",
		message,
		hint,
		place: {
			file,
			line: 1,
			column: 1
		}
	};
	const { line, column } = error;
	return {
		rule: "file-encoding",
		severity: "error",
		message,
		hint,
		place: {
			file,
			line,
			column
		}
	};
}
/** Files that Chancery or kustomize reads as text, by their names. Other files may have any content. */
const isText = (path) => path.startsWith("material/") ? /\.(?:crt|pem|json|ya?ml)$/.test(path) : /\.ya?ml$/.test(path);
/** Text files that are not UTF-8. overrides/walk.ts has a separate rule for kustomizations. */
const encodingFindings = (files) => [...files].flatMap(([path, content]) => {
	if (typeof content === "string" || !isText(path) || isKustomization(path)) return [];
	const problem = encodingProblem(content);
	return problem === void 0 ? [] : [unusableFinding(new UnreadableText(path, problem))];
});
// src/check/check.ts
/** Applies every rule to a readable definition. */
function check(draft, files, options) {
	const { source, refused, possible } = draft;
	const lock = readLock(files.lock);
	const found = [
		..."ports" in lock ? [] : lock,
		...lineFindings$1(source.file, files.definition, commentOf),
		...secretsInFiles(files.overrides),
		...ciphertextInOverrides(files.overrides),
		...encodingFindings(files.material),
		...encodingFindings(files.overrides),
		...[...files.unusable.values()].filter((file) => file instanceof UnreadableText).map(unusableFinding)
	];
	const secrets = secretProblems(source);
	const characters = characterProblems(source);
	const unseen = [...secrets, ...characters];
	const known = "ports" in lock ? lock : emptyLock;
	const materialFiles = new Map([...files.material, ...files.named]);
	const inputs = {
		files,
		materialFiles,
		material: materialOf(materialFiles),
		lock: known,
		definition: source.value
	};
	const judged = possible.map((network) => judge(network, refused, inputs));
	const problems = [...refused, ...agreed(judged)];
	const plain = new Set(problems.flatMap(({ rule, file }) => rule === "plain-secret" && file !== void 0 ? [file] : []));
	const unsealed = new Map([...materialFiles].filter(([path]) => !plain.has(path)));
	const shown = problems.filter(({ rule }) => !options.allowWellKnown || rule !== "well-known-key").map((problem) => mended(problem, options));
	const findings = accepting(sortFindings([
		...[...unseen, ...withoutEchoes(unseen, shown)].map((problem) => locate(problem, source)),
		...commentFindings(source, files.definition, characters),
		...found,
		...common(possible.map(({ network }) => overrides(network, files))),
		...secretsInFiles(unsealed)
	]), possible[0]?.network.acknowledge ?? []);
	const [only] = possible;
	const [verdict] = judged;
	if (hasErrors(findings) || only === void 0 || verdict === void 0) return { findings };
	const { network, platform } = only;
	const { requests, ports, digests } = verdict;
	return {
		findings,
		checked: {
			source,
			network,
			platform,
			lock: {
				ports,
				material: digests,
				certificates: expiriesOf(materialFiles),
				ledger: known.ledger,
				signers: known.signers
			},
			materialFiles,
			requests,
			missing: requests.filter((request) => isOpen(request, materialFiles)),
			overrides: files.overrides
		}
	};
}
/** The result of all rules, with the values that they compute: ports, requests, digests of the current material. */
function judge({ network, platform, references, namedFiles, original, leftOut }, refused, { files, materialFiles, material, lock, definition }) {
	const { ports, problems: portProblems } = allocatePorts(network, platform, lock.ports);
	const outside = outsideOf(platform, ports);
	const requests = platform.material.requests(network, outside);
	const requested = new Set(requests.flatMap(pathsOf$1));
	const recorded = [...materialFiles].filter(([path]) => requested.has(path) || Object.hasOwn(lock.material, path));
	const digests = checkDigests(lock.material, new Map(recorded), digestOf$2);
	const ruled = [
		...withoutMounted(networkProblems(network, platform, definition), network, files.overrides),
		...namedFileProblems(namedFiles, files.named, files.unusable),
		...platform.material.rules?.(network, material, outside) ?? [],
		...platform.material.recordRules?.(network, material, lock.ledger) ?? []
	];
	const here = (problems) => problems.map((problem) => ({
		...problem,
		path: original(problem.path)
	}));
	return {
		problems: withSetup(network, refused, [
			...withoutConsequences(here(references), refused, []),
			...withoutConsequences(here(ruled), refused, references),
			...withoutConsequences(here(portProblems), refused, []),
			...digests.problems,
			...sealedProblems(requests, material)
		]),
		leftOut,
		requests,
		ports,
		digests: digests.digests
	};
}
/** Findings about the overrides of a network. */
const overrides = (network, files) => [...overrideFindings(network, files.overrides.keys()), ...overrideReachFindings(network, files.overrides)];
/** Findings that all lists contain. */
const common = ([first = [], ...others]) => first.filter((finding) => others.every((other) => other.some((one) => JSON.stringify(one) === JSON.stringify(finding))));
/** Errors that the command fixes become warnings. */
const mended = (problem, { mended: rules }) => rules.includes(problem.rule) ? {
	...problem,
	severity: "warning"
} : problem;
/** Files of a request. */
const pathsOf$1 = (request) => isKey(request) ? [...filesOfKey(request), ...request.sealed === void 0 ? [] : [request.sealed.path]] : [request.file];
/** In a new repository without recipients no keys can be made: one finding reports this, instead of one for each cluster and more advice. */
function withSetup(network, refused, problems) {
	const setup = setupProblem(network);
	if (setup === void 0) return problems;
	const others = problems.filter(({ rule }) => rule !== "recipients" && rule !== "issuer-recipients");
	return hasErrors([...refused, ...others]) ? [...others, setup] : [setup];
}
/** Removes findings that only follow from an invalid value, or from nodes that were left out without a cluster: they would mislead. */
function withoutConsequences(problems, refused, references) {
	const follows = ({ path, file }) => file === void 0 && refused.some((other) => other.path.length > 0 && isWithin(path, other.path) || path.length > 1 && isWithin(other.path, path));
	return problems.filter((problem) => !follows(problem) && (references.length === 0 || problem.severity === "error"));
}
function locate(problem, source) {
	const { rule, severity, message, hint, path, atKey, file } = problem;
	const place = file === void 0 ? atKey === true ? source.atKey(path) : source.at(path) : {
		file,
		line: 1,
		column: 1
	};
	const subject = severity === "warning" && file === void 0 ? { subject: subjectOf$3(path, source.value) } : {};
	return {
		rule,
		severity,
		message,
		...hint === void 0 ? {} : { hint },
		place,
		...subject
	};
}
// src/network/schema.ts
const exactRelease = ({ pattern, example }) => string().regex(pattern, `must be an exact release such as ${example}`);
const exposeField = ({ title, exposable }) => (exposable === void 0 ? array(string()).refine(({ length }) => length === 0, `must be empty: ${title} has no HTTP endpoint`) : array(_enum(exposable))).default([]).meta({
	description: exposable === void 0 ? `Always empty: ${title} has no endpoint to expose.` : "Endpoints that the Ambassador serves to clients outside of the cluster.",
	...exposable === void 0 ? {} : { examples: [[exposable[0]]] }
});
const roleField = ({ roles, rolesDescription }) => _enum(roles).meta({
	description: `Role of the node. ${rolesDescription}`,
	examples: [roles[0]]
});
/** The strict schema of a definition on one platform: the one source of validation, types and network.schema.json. */
const definitionSchema = (platform) => strictObject({
	version: literal(1).describe("Version of this format."),
	name: name$1.meta({
		description: "Name of the network. Every namespace begins with it.",
		examples: ["supplychain"]
	}),
	platform: literal(platform.id).describe("Ledger software."),
	platformVersion: exactRelease(platform.release).meta({
		description: "Exact release of the ledger software, which is the tag of its image.",
		examples: [platform.release.example]
	}),
	clusters: array(strictObject({
		...clusterFields,
		provider: _enum(providerIds).meta({
			description: "Kind of cluster.",
			examples: ["eks"]
		})
	})).min(1).describe("Kubernetes clusters of the network."),
	organizations: array(strictObject({
		...organizationFields,
		...platform.fields.organization,
		nodes: array(strictObject({
			...nodeFields(platform, exactRelease(platform.release)),
			role: roleField(platform),
			expose: exposeField(platform),
			...platform.fields.node
		})).min(1).describe("Nodes of the organization, in any of the clusters.")
	})).min(1).describe("Organizations whose nodes this repository runs."),
	external: array(strictObject({
		organization: name$1.meta({
			description: "Name of the party.",
			examples: ["regulator"]
		}),
		...platform.fields.externalOrganization,
		nodes: array(strictObject({
			...externalNodeFields,
			role: roleField(platform),
			...platform.fields.externalNode
		})).min(1).describe("Nodes of the party.")
	})).default([]).describe("Parties that run their nodes themselves, anywhere. Our nodes dial them; nothing is rendered for them."),
	images: images.prefault({}),
	monitoring: monitoring$1.prefault({}),
	labels: labels.default({}).meta({
		description: "Labels of every object. Pods do not get them, because a changed label would restart them.",
		kind: "mapping of text",
		examples: [{ "example.com/team": "ledger" }]
	}),
	acknowledge: array(string().regex(/^[a-z0-9-]+ \S+( [0-9a-f]{16})?$/, "must be a line that plan prints, such as storage-class-changed eu 5b1f0c7d9a3e8642")).default([]).meta({
		description: "Acknowledged risks of this change, as `chancery plan` prints them, and warnings that are accepted for good. Remove the line of a risk after the merge.",
		examples: [["node-moved carrier/rpc1 5b1f0c7d9a3e8642"]]
	}),
	...platform.fields.top
}).describe(`A ${platform.title} network.`);
// src/network/definition.ts
/** Applies the schema of the platform that the definition names, which is one of `platforms`. */
function readDefinition(source, platforms) {
	const raw = source.value;
	if (!isMapping(raw)) return {
		problems: [{
			rule: "schema",
			severity: "error",
			message: `${source.file} must be a mapping with keys such as version, name, platform, clusters`,
			hint: "start from the template",
			path: []
		}],
		readings: []
	};
	const platform = platforms.find((candidate) => candidate.id === raw.platform);
	if (platform !== void 0) return readOn(platform, raw, source, platforms);
	const near = typeof raw.platform === "string" ? nearest(raw.platform, platforms.map(({ id }) => id)) : void 0;
	const results = platforms.filter(({ id }) => near === void 0 || id === near).map((one) => readOn(one, {
		...raw,
		platform: one.id
	}, source, []));
	const [first, ...others] = results.map(({ problems }) => problems);
	const common = (first ?? []).filter((problem) => others.every((problems) => problems.some(isSame$1(problem))));
	return {
		problems: [unknownPlatform(raw, source.file, platforms), ...common],
		readings: results.flatMap(({ readings }) => readings)
	};
}
const isSame$1 = (problem) => (other) => JSON.stringify(problem) === JSON.stringify(other);
function readOn(platform, raw, source, platforms) {
	const schema = schemaOf(platform);
	const parsed = schema.safeParse(raw, { reportInput: true });
	if (parsed.success) return {
		problems: [],
		readings: [{
			platform,
			value: parsed.data,
			original: (path) => path,
			leftOut: [],
			isComplete: true
		}]
	};
	const others = platforms.filter((other) => other !== platform).map((other) => ({
		platform: other.id,
		schema: schemaOf(other)
	}));
	return {
		problems: withoutMistyped(parsed.error.issues.flatMap((issue) => explain$1(issue, source, schema, platform.id, others))),
		readings: mendings(raw, schema, parsed.error.issues.map(({ path }) => path), platform.release.example).map((mended) => ({
			...mended,
			platform
		}))
	};
}
/** A missing key and its mistyped form are one mistake: only the mistyped key is reported, with the right one as hint. */
const withoutMistyped = (problems) => problems.filter(({ rule, path }) => rule !== "missing-key" || !problems.some((other) => other.rule === "unknown-key" && other.path.length === path.length && isWithin(other.path, path.slice(0, -1)) && hintsFor(String(path.at(-1))).includes(other.hint ?? "")));
const hintsFor = (key) => [didYouMean(key, [key]), gluedHint(key)];
const schemas = /* @__PURE__ */ new Map();
function schemaOf(platform) {
	const known = schemas.get(platform) ?? definitionSchema(platform);
	schemas.set(platform, known);
	return known;
}
function unknownPlatform(raw, file, platforms) {
	const ids = platforms.map((platform) => platform.id);
	if (raw.platform === void 0 || raw.platform === null) return {
		rule: "platform",
		severity: "error",
		message: raw.platform === null ? "platform is empty" : `${file} has no "platform"`,
		hint: `add one of: ${ids.join(", ")}`,
		...raw.platform === null ? {
			path: ["platform"],
			atKey: true
		} : { path: [] }
	};
	if (typeof raw.platform !== "string") return {
		rule: "platform",
		severity: "error",
		message: "platform must be text",
		hint: `one of: ${ids.join(", ")}`,
		path: ["platform"]
	};
	const given = raw.platform;
	return {
		rule: "platform",
		severity: "error",
		message: `unknown platform "${given}"`,
		hint: didYouMean(given, ids),
		path: ["platform"]
	};
}
// src/network/resolve-cluster.ts
/** Secret that an Ambassador terminates TLS with, when the definition names none. */
const defaultTlsSecret = "ambassador-tls";
/** Kubernetes allocates node ports of the lower part last, so they can be chosen: KEP-3668. Three are for HTTP and TLS. */
const defaultPorts = {
	LoadBalancer: {
		first: 15e3,
		last: 15999
	},
	hostPort: {
		first: 15e3,
		last: 15999
	},
	NodePort: {
		first: 3e4,
		last: 30079
	}
};
/** A cluster with its defaults. */
function resolveCluster(given, index, network) {
	const { name, provider, recipients, ambassador, domain, address, storageClass, context, createStorageClass } = given;
	const ownClass = createStorageClass ? `${network}-ledger` : void 0;
	const className = storageClass ?? ownClass;
	return {
		name,
		provider,
		recipients: [...recipients].sort(),
		...domain === void 0 ? {} : { domain },
		...address === void 0 ? {} : { address },
		...className === void 0 ? {} : { storageClass: className },
		...context === void 0 ? {} : { context },
		createStorageClass,
		ambassador: resolveAmbassador(ambassador, network),
		path: ["clusters", index]
	};
}
function resolveAmbassador(given, network) {
	const { existing, version, publish, passthroughPort, bodyLimit, rateLimit, authentication } = given;
	const issuer = issuerOf(given);
	return {
		namespace: existing?.namespace ?? `${network}-ambassador`,
		id: existing?.id ?? network,
		version: version ?? (existing === void 0 ? "4.1.0" : void 0),
		service: existing?.service ?? "ambassador",
		existing: existing !== void 0,
		replicas: given.replicas,
		publish,
		loadBalancer: {
			visibility: given.visibility,
			addresses: [...given.addresses ?? []].sort(),
			...given.loadBalancerClass === void 0 ? {} : { className: given.loadBalancerClass },
			...given.addressPool === void 0 ? {} : { pool: given.addressPool }
		},
		annotations: given.annotations,
		externalDns: given.externalDns,
		ports: given.ports ?? defaultPorts[publish],
		sourceRanges: [...given.sourceRanges ?? []].sort(),
		proxyProtocol: given.proxyProtocol,
		passthrough: given.passthrough,
		...passthroughPort === void 0 ? {} : { passthroughPort },
		tlsSecret: given.tlsSecret ?? (existing === void 0 ? defaultTlsSecret : `${network}-tls`),
		...issuer === void 0 ? {} : { issuer },
		cleartext: given.cleartext,
		...authentication === void 0 ? {} : { authentication: {
			...authentication,
			headers: [...authentication.headers].sort()
		} },
		...rateLimit === void 0 ? {} : { rateLimit: rateLimit.service },
		...bodyLimit === void 0 ? {} : { bodyLimit }
	};
}
function issuerOf({ issuer, selfSigned }) {
	if (issuer !== void 0) return issuer;
	return selfSigned ? {
		kind: "SelfSigned",
		name: "self-signed"
	} : void 0;
}
// src/network/resolve.ts
const byName = (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
/** The network of a definition, and its references to missing names; nodes with such references are left out. */
function resolve$1(definition, platform) {
	const { version: _, name, platform: id, platformVersion, clusters, organizations, external, images, monitoring, labels, acknowledge, ...top } = definition;
	const problems = [];
	const clusterList = clusters.map((cluster, index) => resolveCluster(cluster, index, name));
	const clusterNames = clusterList.map((cluster) => cluster.name);
	const known = new Map(clusterList.map((cluster) => [cluster.name, cluster]));
	const missing = (cluster, path) => {
		problems.push({
			rule: "reference",
			severity: "error",
			message: `there is no cluster "${cluster}"`,
			hint: didYouMean(cluster, clusterNames),
			path
		});
	};
	const organizationList = [];
	const nodes = [];
	for (const [at, given] of organizations.entries()) {
		const organization = resolveOrganization(given, at, name);
		organizationList.push(organization);
		if (!known.has(given.cluster)) missing(given.cluster, [
			"organizations",
			at,
			"cluster"
		]);
		for (const cluster of Object.keys(given.recipients)) if (!known.has(cluster)) missing(cluster, [
			"organizations",
			at,
			"recipients",
			cluster
		]);
		for (const [index, fields] of given.nodes.entries()) {
			const path = [
				"organizations",
				at,
				"nodes",
				index
			];
			const { name: nodeName, role, cluster: own, storage, resources, expose, port, existingSecret, ...others } = fields;
			const { platformVersion: ownVersion, ...rest } = others;
			if (own !== void 0 && !known.has(own)) missing(own, [...path, "cluster"]);
			const cluster = known.get(own ?? given.cluster);
			if (cluster === void 0) continue;
			nodes.push({
				name: nodeName,
				role,
				organization,
				cluster,
				platformVersion: ownVersion ?? platformVersion,
				storage: storage ?? platform.defaultStorage,
				...resources === void 0 ? {} : { resources },
				expose: [...new Set(expose)].sort(),
				...port === void 0 ? {} : { port },
				...existingSecret === void 0 ? {} : { existingSecret },
				own: rest,
				path
			});
		}
	}
	const externalParties = external.map(({ organization, nodes: _, ...own }, at) => ({
		name: organization,
		own,
		path: ["external", at]
	}));
	const externalNodes = external.flatMap((party, at) => party.nodes.map(({ name: nodeName, host, port, role, ...own }, index) => ({
		name: nodeName,
		organization: party.organization,
		role,
		host,
		port,
		own,
		path: [
			"external",
			at,
			"nodes",
			index
		]
	})));
	const order = (a, b) => byName({ name: a.organization }, { name: b.organization }) || byName(a, b);
	return {
		network: {
			name,
			platform: id,
			platformVersion,
			clusters: clusterList.sort(byName),
			organizations: organizationList.sort(byName),
			nodes: nodes.sort((a, b) => byName(a.organization, b.organization) || byName(a, b)),
			external: externalNodes.sort(order),
			externalParties: externalParties.sort(byName),
			images,
			monitoring,
			labels,
			acknowledge,
			top
		},
		problems
	};
}
function resolveOrganization({ name, cluster, namespace, subject, recipients, recoveryRecipients, issuerRecipients, signers, nodes: _, ...own }, index, network) {
	return {
		name,
		cluster,
		namespace: namespace ?? `${network}-${name}`,
		recipients: Object.fromEntries(Object.entries(recipients).map(([cluster, own]) => [cluster, [...own].sort()])),
		recoveryRecipients,
		issuerRecipients,
		signers,
		legalName: [
			subject?.organization,
			subject?.locality,
			subject?.country
		].filter((part) => part !== void 0).join(", "),
		subject: subject ?? {},
		own,
		path: ["organizations", index]
	};
}
// src/check/draft.ts
/** `table` holds the ledgers that the definition may name. */
function draftOf(source, table = platforms) {
	const { problems, readings } = readDefinition(source, table.map((platform) => platform.definition));
	const possible = readings.flatMap((reading) => {
		const platform = table.find(({ definition }) => definition === reading.platform);
		if (platform === void 0) return [];
		const { network, problems: references } = resolve$1(reading.value, platform.definition);
		return [{
			network,
			platform,
			references,
			namedFiles: platform.definition.files?.(network) ?? [],
			original: reading.original,
			leftOut: reading.leftOut
		}];
	});
	const [resolved] = possible;
	return {
		source,
		refused: problems,
		...resolved === void 0 || readings[0]?.isComplete !== true ? {} : { resolved },
		possible
	};
}
// src/commands/inspect.ts
/** Reads and checks the definition, the lock, the material and the overrides. Writes nothing. */
const inspect = (options, files) => inspectFiles(options, files).catch((error) => {
	if (error instanceof UnusableFile) return { findings: [unusableFinding(error)] };
	throw error;
});
/** Longest name on common file systems, in bytes: NAME_MAX of <linux/limits.h>. */
const longestName = 255;
async function inspectFiles(options, files) {
	if (options.network.split("/").some((name) => Buffer.byteLength(name) > longestName)) throw new OperatorError(`${brief(options.network)}: the path is too long`, "shorten the names of the file and its folders");
	const definition = await files.read(options.network);
	if (definition === void 0) throw new OperatorError(`there is no ${options.network} here`, "run the command in the folder of your network, or name the file of the definition");
	const source = readSource(options.network, definition);
	if (!("value" in source)) return { findings: sortFindings([...withCharacters(options.network, definition, source.map(withoutEcho)), ...lineFindings$1(options.network, definition)]) };
	const draft = draftOf(source);
	const [lock, material, overrides, named] = await Promise.all([
		files.read(lockFile),
		readFolder(files, "material"),
		readFolder(files, "overrides"),
		readNamed(files, draft.possible.flatMap(({ namedFiles }) => namedFiles))
	]);
	return check(draft, {
		definition,
		lock,
		material,
		overrides,
		named: named.contents,
		unusable: named.unusable
	}, {
		mended: [...options.renew === void 0 ? [] : ["certificate-names"], ...options.mends ?? []],
		allowWellKnown: options.allowWellKnown === true
	});
}
// src/material/order.ts
/** Every file that a request makes. */
const filesMadeBy = (request) => request.kind === "shared" ? [request.file] : [...filesOfKey(request), ...request.sealed === void 0 ? [] : [request.sealed.path]];
/**
* Requests that others need come first, to any depth: root, intermediate, node. Otherwise the order is kept. Files that no request
* makes are checked later, when the request is made. Throws an Error for requests that need each other, which is a bug of the platform.
*/
function inOrderOfNeeds(requests) {
	const makers = new Map(requests.flatMap((request) => filesMadeBy(request).map((path) => [path, request])));
	const ordered = /* @__PURE__ */ new Set();
	const place = (request, waiting) => {
		if (ordered.has(request)) return;
		if (waiting.includes(request)) throw new Error(`requests need each other: ${[...waiting, request].map(({ label }) => label).join(", ")}`);
		for (const path of request.needs ?? []) {
			const maker = makers.get(path);
			if (maker !== void 0) place(maker, [...waiting, request]);
		}
		ordered.add(request);
	};
	for (const request of requests) place(request, []);
	return [...ordered];
}
// src/material/stand-ins.ts
/** The fixed time in the content of stand-ins. */
const standInTime = /* @__PURE__ */ new Date("2026-01-01T00:00:00Z");
/**
* Public halves for missing keys, so that everything can be rendered before keys exist. They are derived from the label, so that
* rendering twice returns the same bytes; their private halves are not kept, so never deploy them. Sealed inputs of a stand-in are replaced
* by throw-away ones too.
*/
function standIns(requests, files, random) {
	const texts = /* @__PURE__ */ new Map();
	const keys = /* @__PURE__ */ new Map();
	const makers = new Map(requests.filter(isKey).flatMap((request) => request.sealed === void 0 ? [] : [[request.sealed.path, request]]));
	function make(request) {
		const material = materialOf(files, texts);
		const key = keys.get(request) ?? request.make({
			random,
			now: standInTime,
			material,
			secret,
			standIn: true
		});
		keys.set(request, key);
		return key;
	}
	function secret(path) {
		const maker = makers.get(path);
		return maker === void 0 ? {} : make(maker).private;
	}
	for (const request of inOrderOfNeeds(requests.filter((one) => isOpen(one, files)))) if (isKey(request)) {
		for (const [path, text] of Object.entries(make(request).public)) if (!files.has(path)) texts.set(path, text);
	} else texts.set(request.file, request.make(materialOf(files, texts)));
	return texts;
}
// src/ambassador/router.ts
/** As in the base manifests (base/router). */
const routerService = "router";
const routerPort = 8443;
const router = {
	name: "router",
	config: "router-routes"
};
/** Envoy's own default, explicit: the load balancer's is as long or shorter. */
const idleTimeout = "3600s";
const filter = (name, type, fields = {}) => ({
	name: `envoy.filters.${name}`,
	typed_config: {
		"@type": `type.googleapis.com/envoy.extensions.filters.${type}`,
		...fields
	}
});
/** Dots, as in names of routes, separate the organization from the node. */
const clusterOf$1 = ({ node, endpoint }) => `${endpoint.name}.${node.name}.${node.organization.name}`;
/**
* Files of the router, an Envoy that takes them up while it runs: only connections of a node whose entry changed end. It holds no
* key: it reads the name in the first message of TLS, and passes on all bytes, that message included.
*/
function routerFiles(routes) {
	const shared = routes.filter(({ kind }) => kind === "sni");
	return {
		"listeners.yaml": dumpYaml({ resources: [listener(shared)] }),
		"clusters.yaml": dumpYaml({ resources: shared.map(cluster$1) })
	};
}
const routerConfigMap = {
	name: router.config,
	files: ["listeners.yaml", "clusters.yaml"],
	naming: "plain"
};
/** A chain for each name, and none for any other: such a connection is closed. */
const listener = (routes) => ({
	"@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
	name: "passthrough",
	address: { socket_address: {
		address: "0.0.0.0",
		port_value: routerPort
	} },
	listener_filters: [filter("listener.tls_inspector", "listener.tls_inspector.v3.TlsInspector")],
	listener_filters_timeout: "10s",
	per_connection_buffer_limit_bytes: 1048576,
	filter_chains: routes.map((route) => ({
		name: clusterOf$1(route),
		filter_chain_match: { server_names: [(serverNameOf(route.node, route.endpoint) ?? "").toLowerCase()] },
		filters: [filter("network.tcp_proxy", "network.tcp_proxy.v3.TcpProxy", {
			stat_prefix: clusterOf$1(route),
			cluster: clusterOf$1(route),
			idle_timeout: idleTimeout
		})]
	}))
});
function cluster$1(route) {
	const { host, port } = serviceAddress(route.node, route.endpoint);
	const address = { socket_address: {
		address: host,
		port_value: port
	} };
	return {
		"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
		name: clusterOf$1(route),
		type: "STRICT_DNS",
		dns_lookup_family: "V4_PREFERRED",
		connect_timeout: "5s",
		upstream_connection_options: { tcp_keepalive: {
			keepalive_time: 60,
			keepalive_interval: 15,
			keepalive_probes: 4
		} },
		load_assignment: {
			cluster_name: clusterOf$1(route),
			endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }]
		}
	};
}
// src/ambassador/tcp.ts
/** `peer1.trade-north:7051`: with the namespace, as Emissary would look in that of the route. */
const backendOf = ({ node, endpoint }) => `${endpoint.service}.${node.organization.namespace}:${serviceAddress(node, endpoint).port}`;
/**
* TCPMappings without host: bytes pass as they are, so the ledger's own protocol and TLS stay whole. With a host Emissary would end
* TLS itself; so what shares a port is told apart by the router behind it.
*/
function tcpMappings(make, cluster, routes) {
	const own = routes.filter(({ kind }) => kind === "tcp").map((route) => make("TCPMapping", [
		route.endpoint.name,
		route.node.name,
		route.node.organization.name
	], {
		port: route.port,
		service: backendOf(route)
	}));
	if (!routes.some(({ kind }) => kind === "sni")) return own;
	const { listener } = entrancesOf(cluster.ambassador).passthrough;
	const service = `${routerService}.${cluster.ambassador.namespace}:${routerPort}`;
	return [...own, make("TCPMapping", ["passthrough"], {
		port: listener,
		service
	})];
}
/**
* Emissary makes the Listeners of TCPMappings itself, but those hand the header of the PROXY protocol on to the ledger. A load
* balancer that sends it does so on every port, so every port gets one of ours.
*/
const proxyListeners = (make, mappings) => mappings.map(({ spec }) => Number(spec.port)).sort((a, b) => a - b).map((port) => make("Listener", [`proxy-${port}`], listenerSpec(port, { protocolStack: ["PROXY", "TCP"] })));
/**
* With the security model XFP and no l7Depth, Envoy overwrites X-Forwarded-Proto with what the connection really is: a client
* cannot pass for secure. SECURE would take cleartext on 8443 as secure.
*/
const listenerSpec = (port, protocol) => ({
	port,
	...protocol,
	securityModel: "XFP",
	hostBinding: { namespace: { from: "SELF" } }
});
// src/ambassador/http.ts
const httpRoutes = (routes) => routes.filter(({ kind }) => kind === "http");
/** Listeners for HTTP. A TCPMapping on the port of one would freeze that Emissary: see entrances.ts. */
function httpListeners(make, { ambassador }, routes) {
	if (httpRoutes(routes).length === 0) return [];
	const { http, https } = entrancesOf(ambassador);
	const { proxyProtocol, cleartext } = ambassador;
	const plain = proxyProtocol ? { protocolStack: [
		"PROXY",
		"HTTP",
		"TCP"
	] } : { protocol: "HTTP" };
	const secure = proxyProtocol ? { protocolStack: [
		"PROXY",
		"TLS",
		"HTTP",
		"TCP"
	] } : { protocol: "HTTPS" };
	return [...cleartext || redirects(ambassador) ? [make("Listener", ["http"], listenerSpec(http.listener, plain))] : [], ...cleartext ? [] : [make("Listener", ["https"], listenerSpec(https.listener, secure))]];
}
/** A Host for each node that exposes something, and a Mapping for each endpoint it exposes. */
function hosts(make, { ambassador }, routes) {
	const exposed = groupBy(httpRoutes(routes), ({ node }) => node);
	if (exposed.size === 0) return [];
	return [...ambassador.existing ? [] : [otherwise(make)], ...[...exposed].flatMap(([node, own]) => [host(make, node, own[0]?.host ?? ""), ...own.map((route) => mapping(make, route))])];
}
/**
* Matches every name that no other Host has, and refuses it. While the TLS Secret is missing, the other Hosts are inactive; without
* an active Host, Emissary would make one that serves every Mapping in clear text.
*/
const otherwise = (make) => make("Host", ["otherwise"], {
	hostname: "*",
	acmeProvider: { authority: "none" },
	requestPolicy: { insecure: { action: "Reject" } }
});
function host(make, node, hostname) {
	const { ambassador } = node.cluster;
	const { cleartext, tlsSecret } = ambassador;
	return make("Host", [
		"host",
		node.name,
		node.organization.name
	], {
		hostname,
		acmeProvider: { authority: "none" },
		...cleartext ? {} : {
			tlsSecret: { name: tlsSecret },
			tls: {
				alpn_protocols: "h2,http/1.1",
				min_tls_version: "v1.2"
			}
		},
		requestPolicy: { insecure: { action: insecureAction(ambassador) } }
	});
}
const insecureAction = (ambassador) => ambassador.cleartext ? "Route" : redirects(ambassador) ? "Redirect" : "Reject";
function mapping(make, route) {
	const { node, endpoint } = route;
	const { rateLimit } = node.cluster.ambassador;
	return make("Mapping", [
		endpoint.name,
		node.name,
		node.organization.name
	], {
		hostname: route.host,
		prefix: endpoint.pathPrefix ?? "/",
		service: `${endpoint.protocol === "https" ? "https://" : ""}${backendOf(route)}`,
		...timing(route),
		...rateLimit === void 0 ? {} : { labels: { [rateLimitDomain]: [{ requests: requestLabels(route) }] } }
	});
}
/** A subscription may be silent for long; a call to a contract may take longer than Emissary's three seconds. */
function timing({ endpoint: { protocol } }) {
	const silent = {
		timeout_ms: 0,
		idle_timeout_ms: 36e5
	};
	if (protocol === "ws") return {
		allow_upgrade: ["websocket"],
		...silent
	};
	if (protocol === "grpc") return {
		grpc: true,
		...silent
	};
	return { timeout_ms: 3e4 };
}
/** Emissary's own domain for labels. */
const rateLimitDomain = "ambassador";
const requestLabels = ({ node }) => [{ remote_address: { key: "remote_address" } }, { generic_key: {
	key: "node",
	value: `${node.organization.name}/${node.name}`
} }];
/** External filters for each request. They apply to the whole Emissary, so an existing one gets none. */
function filters(make, { ambassador }, routes) {
	const { authentication, rateLimit } = ambassador;
	if (httpRoutes(routes).length === 0) return [];
	return [...authentication === void 0 ? [] : [make("AuthService", ["authentication"], {
		auth_service: authentication.service,
		proto: authentication.protocol,
		protocol_version: "v3",
		timeout_ms: 5e3,
		...authentication.headers.length === 0 ? {} : { allowed_request_headers: authentication.headers },
		failure_mode_allow: false
	})], ...rateLimit === void 0 ? [] : [make("RateLimitService", ["rate-limit"], {
		service: rateLimit,
		protocol_version: "v3",
		domain: rateLimitDomain,
		timeout_ms: 100
	})]];
}
// src/ambassador/certificates.ts
/**
* The certificate that cert-manager issues: one with the names of all exposed nodes of the cluster. It has no common name, which
* is limited to 64 characters: https://cert-manager.io/docs/usage/certificate/
*/
function certificates$1({ ambassador }, routes) {
	const { issuer, tlsSecret, cleartext } = ambassador;
	const dnsNames = [...new Set(httpRoutes(routes).map(({ host }) => host))].sort();
	if (issuer === void 0 || cleartext || dnsNames.length === 0) return [];
	const selfSigned = issuer.kind === "SelfSigned";
	return [...selfSigned ? [{
		...header$2("Issuer", issuer.name),
		spec: { selfSigned: {} }
	}] : [], {
		...header$2("Certificate", tlsSecret),
		spec: {
			secretName: tlsSecret,
			dnsNames,
			usages: ["digital signature", "server auth"],
			privateKey: {
				algorithm: "ECDSA",
				size: 256,
				rotationPolicy: "Always"
			},
			issuerRef: {
				name: issuer.name,
				kind: selfSigned ? "Issuer" : issuer.kind,
				group: "cert-manager.io"
			}
		}
	}];
}
const header$2 = (kind, name) => ({
	apiVersion: "cert-manager.io/v1",
	kind,
	metadata: { name }
});
// src/ambassador/emissary-object.ts
/**
* Parts of a name are joined with dots, which keep apart what hyphens would run together: node b of organization a-c, and node
* c-b of organization a. Beside the routes of others, ours begin with the name of the network.
*/
const objectMaker = ({ name: network }, { id, existing }) => (kind, name, spec) => ({
	apiVersion: "getambassador.io/v3alpha1",
	kind,
	metadata: { name: [...existing ? [network] : [], ...name].join(".") },
	spec: {
		ambassador_id: [id],
		...spec
	}
});
// src/ambassador/policies.ts
const policy = (name, podSelector, rules) => ({
	apiVersion: "networking.k8s.io/v1",
	kind: "NetworkPolicy",
	metadata: { name },
	spec: {
		podSelector,
		...rules
	}
});
const pods$2 = (name) => ({ matchLabels: { "app.kubernetes.io/name": name } });
const members = (network) => ({ namespaceSelector: { matchLabels: { "app.kubernetes.io/part-of": network } } });
/**
* What the Ambassador's own pods may do besides their base: accept connections from outside, and dial the ports of nodes that have
* a route.
*/
function ambassadorPolicies(network, cluster, routes, open) {
	const shared = routes.filter(({ kind }) => kind === "sni");
	const own = routes.filter(({ kind }) => kind !== "sni");
	const nodes = own.length === 0 ? [] : [{
		to: [members(network.name)],
		ports: targets(own)
	}];
	const router = shared.length === 0 ? [] : [{
		to: [{ podSelector: pods$2("router") }],
		ports: [tcp(routerPort)]
	}];
	const elsewhere = servicesElsewhere(cluster);
	return [
		policy("routes", pods$2("emissary"), {
			policyTypes: ["Ingress"],
			ingress: [{
				...sources(network, cluster),
				ports: open.map(({ targetPort }) => tcp(targetPort))
			}]
		}),
		policy("nodes", pods$2("emissary"), {
			policyTypes: ["Egress"],
			egress: [...nodes, ...router]
		}),
		...shared.length === 0 ? [] : [policy("router-nodes", pods$2("router"), {
			policyTypes: ["Egress"],
			egress: [{
				to: [members(network.name)],
				ports: targets(shared)
			}]
		})],
		...elsewhere.length === 0 ? [] : [policy("filters", pods$2("emissary"), {
			policyTypes: ["Egress"],
			egress: elsewhere
		})]
	];
}
const tcp = (port) => ({
	port,
	protocol: "TCP"
});
/** Ports of the nodes that routes target. */
const targets = (routes) => [...new Set(routes.map(({ endpoint }) => endpoint.port))].sort((a, b) => a - b).map(tcp);
/**
* From anywhere: who may connect is the load balancer's to say, which still sees the client's address. Without one, this policy
* says it; the nodes of this cluster, which may dial its own public name, are not kept out.
*/
function sources({ name }, { ambassador: { publish, sourceRanges } }) {
	if (publish === "LoadBalancer" || sourceRanges.length === 0) return {};
	return { from: [...sourceRanges.map((cidr) => ({ ipBlock: { cidr } })), members(name)] };
}
/** Services that filter HTTP requests. Their pods may listen on another port than the Service, so the policy names none. */
const servicesElsewhere = ({ ambassador: { authentication, rateLimit } }) => [...new Set([authentication?.service, rateLimit].flatMap((service) => /\.([^:]+):/.exec(service ?? "")?.[1] ?? []))].map((namespace) => ({ to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } } }] }));
/**
* Lets an Emissary that somebody else runs reach the nodes of an organization: its namespace is no part of the network, whose
* members the platforms' own policies let in. A policy for each set of ports that the same nodes have.
*/
function policiesForExisting(platform, nodes) {
	const [first] = nodes;
	if (first === void 0 || !first.cluster.ambassador.existing) return [];
	const from = [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": first.cluster.ambassador.namespace } } }];
	const routed = nodes.map((node) => {
		const reached = platform.definition.endpoints(node).filter(({ reached: how, name }) => how === "by-port" || how === "by-host" && node.expose.includes(name));
		return {
			name: node.name,
			ports: [...new Set(reached.map(({ port }) => port))].sort((a, b) => a - b)
		};
	});
	return [...groupBy(routed, ({ ports }) => ports.join(" "))].filter(([ports]) => ports !== "").sort(([a], [b]) => a < b ? -1 : 1).map(([, same], at) => policy(`ambassador-${at + 1}`, { matchExpressions: [{
		key: "app.kubernetes.io/instance",
		operator: "In",
		values: same.map(({ name }) => name)
	}] }, {
		policyTypes: ["Ingress"],
		ingress: [{
			from,
			ports: (same[0]?.ports ?? []).map(tcp)
		}]
	}));
}
// src/ambassador/service.ts
/** Exactly the ports in use: a port without a listener fails the health check of a load balancer. */
function openPorts({ ambassador }, routes) {
	const { http, https, passthrough } = entrancesOf(ambassador);
	const hasHttp = httpRoutes(routes).length > 0;
	const tcp = routes.filter(({ kind }) => kind === "tcp").map(({ port }) => ({
		name: `tcp-${port}`,
		port,
		targetPort: port
	})).sort((a, b) => a.port - b.port);
	const open = (name, { port, listener }) => ({
		name,
		port,
		targetPort: listener
	});
	return [
		...hasHttp && (ambassador.cleartext || redirects(ambassador)) ? [open("http", http)] : [],
		...hasHttp && !ambassador.cleartext ? [open("https", https)] : [],
		...routes.some(({ kind }) => kind === "sni") ? [open("passthrough", passthrough)] : [],
		...tcp
	];
}
/** The fields of the Ambassador's Service besides its base. */
function service(cluster, open) {
	const { publish, sourceRanges, annotations } = cluster.ambassador;
	const { annotations: given, ...spec } = publish === "LoadBalancer" ? loadBalancer(cluster, open) : { annotations: {} };
	const all = Object.entries({
		...given,
		...externalDns(cluster),
		...annotations
	}).sort(([a], [b]) => a < b ? -1 : 1);
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			name: "ambassador",
			...all.length === 0 ? {} : { annotations: Object.fromEntries(all) }
		},
		spec: {
			...publish === "LoadBalancer" ? {} : { type: publish === "NodePort" ? "NodePort" : "ClusterIP" },
			...publish === "NodePort" ? { externalTrafficPolicy: "Local" } : {},
			...spec,
			...publish !== "LoadBalancer" || sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges },
			ports: open.map((port) => ({
				...port,
				...publish === "NodePort" ? { nodePort: port.port } : {},
				protocol: "TCP"
			}))
		}
	};
}
/**
* What external-dns reads of a Service: https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/
* Its releases before 0.22 know the first prefix only, later ones the second.
*/
const externalDns = ({ domain, ambassador }) => !ambassador.externalDns || domain === void 0 ? {} : {
	"external-dns.alpha.kubernetes.io/hostname": `*.${domain}`,
	"external-dns.kubernetes.io/hostname": `*.${domain}`
};
function loadBalancer({ provider: id, address, ambassador }, open) {
	const provider = providers[id];
	const { loadBalancer: wanted, proxyProtocol } = ambassador;
	const own = address === void 0 || !provider.takesAddress ? [] : [address];
	const addresses = wanted.addresses.length > 0 ? wanted.addresses : own;
	return provider.service({
		...wanted,
		addresses,
		ports: open.map(({ port }) => port),
		proxyProtocol
	});
}
// src/ambassador/overlay.ts
/** The Ambassador of one cluster: its base, the ports that are used, and its routes. `routes` are those of this cluster. */
function ambassadorOverlay(network, cluster, routes) {
	const { ambassador } = cluster;
	const make = objectMaker(network, ambassador);
	const mappings = tcpMappings(make, cluster, routes);
	const listeners = ambassador.existing ? [] : [...httpListeners(make, cluster, routes), ...ambassador.proxyProtocol ? proxyListeners(make, mappings) : []];
	const files = {
		...nonEmpty("tcp-mappings.yaml", mappings),
		...nonEmpty("listeners.yaml", listeners),
		...nonEmpty("hosts.yaml", hosts(make, cluster, routes)),
		...nonEmpty("certificates.yaml", certificates$1(cluster, routes)),
		...nonEmpty("storage-class.yaml", storageClasses(cluster))
	};
	const empty = {
		bases: [],
		configMaps: [],
		files: {},
		patches: {},
		sealed: {},
		renames: {}
	};
	if (ambassador.existing) return {
		...empty,
		objects: files
	};
	const open = openPorts(cluster, routes);
	const shares = routes.some(({ kind }) => kind === "sni");
	return {
		...empty,
		bases: [workload(cluster) === "DaemonSet" ? "ambassador-on-machines" : "ambassador", ...shares ? ["ambassador/router"] : []],
		...shares ? {
			configMaps: [routerConfigMap],
			files: routerFiles(routes)
		} : {},
		patches: patches(cluster, routes, open),
		objects: {
			"network-policy.yaml": ambassadorPolicies(network, cluster, routes, open),
			...files,
			...nonEmpty("filters.yaml", filters(make, cluster, routes))
		}
	};
}
/** A pod on every machine where clients dial machines; otherwise the number of replicas that the definition sets. */
const workload = ({ ambassador: { publish } }) => publish === "LoadBalancer" ? "Deployment" : "DaemonSet";
function patches(cluster, routes, open) {
	const { id, publish, cleartext } = cluster.ambassador;
	const terminatesTls = routes.some(({ kind }) => kind === "http") && !cleartext;
	return {
		[`${workload(cluster).toLowerCase()}.yaml`]: [pods$1(cluster, open)],
		"service.yaml": [service(cluster, open)],
		"module.yaml": [{
			...header$1("getambassador.io/v3alpha1", "Module"),
			spec: {
				ambassador_id: [id],
				...moduleConfig(cluster, terminatesTls)
			}
		}],
		...terminatesTls ? { "role.yaml": [secretReader()] } : {},
		...publish === "hostPort" ? { "namespace.yaml": [withHostPorts()] } : {}
	};
}
const header$1 = (apiVersion, kind, name = "ambassador") => ({
	apiVersion,
	kind,
	metadata: { name }
});
const nonEmpty = (file, objects) => objects.length === 0 ? {} : { [file]: objects };
function pods$1(cluster, open) {
	const { id, replicas, publish } = cluster.ambassador;
	const hostPorts = open.map(({ name, port, targetPort }) => ({
		name,
		containerPort: targetPort,
		hostPort: port
	}));
	const container = {
		name: "emissary",
		env: [{
			name: "AMBASSADOR_ID",
			value: id
		}],
		...publish === "hostPort" ? { ports: hostPorts } : {}
	};
	return {
		...header$1("apps/v1", workload(cluster)),
		spec: {
			...workload(cluster) === "Deployment" ? { replicas } : {},
			template: { spec: { containers: [container] } }
		}
	};
}
function moduleConfig({ ambassador }, terminatesTls) {
	const { port, listener } = entrancesOf(ambassador).https;
	const config = {
		...terminatesTls && port === listener ? { strip_matching_host_port: true } : {},
		...ambassador.bodyLimit === void 0 ? {} : { buffer: { max_request_bytes: ambassador.bodyLimit } }
	};
	return Object.keys(config).length === 0 ? {} : { config };
}
/** Terminating TLS needs the certificate: Secrets of the Ambassador's own namespace, and of no other. */
const secretReader = () => ({
	...header$1("rbac.authorization.k8s.io/v1", "Role"),
	rules: [{
		apiGroups: ["getambassador.io"],
		resources: ["*"],
		verbs: ["list", "watch"]
	}, {
		apiGroups: [""],
		resources: ["secrets"],
		verbs: ["list", "watch"]
	}]
});
/** Only the Pod Security Standard `privileged` allows host ports; violations of the others still appear as warnings. */
const withHostPorts = () => ({
	apiVersion: "v1",
	kind: "Namespace",
	metadata: {
		name: "ambassador",
		labels: { "pod-security.kubernetes.io/enforce": "privileged" }
	}
});
/** Encrypted, made in the zone of the pod, able to grow, and kept when its claim is deleted. */
function storageClasses({ createStorageClass, storageClass, provider }) {
	const created = providers[provider].storage.created;
	if (!createStorageClass || storageClass === void 0 || created === void 0) return [];
	return [{
		...header$1("storage.k8s.io/v1", "StorageClass", storageClass),
		...created,
		volumeBindingMode: "WaitForFirstConsumer",
		allowVolumeExpansion: true,
		reclaimPolicy: "Retain"
	}];
}
// src/ambassador/routes.ts
/** Every route of the network, in the order of cluster, organization, node and endpoint. */
function routesOf(network, platform, ports) {
	return network.clusters.flatMap(({ name }) => network.nodes.filter((node) => node.cluster.name === name).flatMap((node) => platform.definition.endpoints(node).flatMap((endpoint) => routeOf(node, endpoint, ports) ?? [])));
}
function routeOf(node, endpoint, ports) {
	const cluster = node.cluster.name;
	const { ambassador } = node.cluster;
	const host = hostOf$1(node);
	if (endpoint.reached === "by-port") {
		const port = ports[cluster]?.[endpointKey(node, endpoint)];
		if (port === void 0) throw new Error(`no port was allocated for ${nodeId(node)}/${endpoint.name}`);
		return {
			cluster,
			node,
			endpoint,
			kind: ambassador.passthrough === "sni" && port === sharedPort(node.cluster) ? "sni" : "tcp",
			host,
			port,
			url: `${host}:${port}`
		};
	}
	if (endpoint.reached === "not" || !node.expose.includes(endpoint.name)) return void 0;
	const { http, https } = entrancesOf(ambassador);
	const { port } = ambassador.cleartext ? http : https;
	const shown = port === 80 || port === 443 ? "" : `:${port}`;
	return {
		cluster,
		node,
		endpoint,
		kind: "http",
		host,
		port,
		url: `${schemeOf(endpoint)}${ambassador.cleartext ? "" : "s"}://${host}${shown}${endpoint.pathPrefix ?? "/"}`
	};
}
const schemeOf = ({ protocol }) => protocol === "ws" || protocol === "grpc" ? protocol : "http";
// src/render/kustomization.ts
const dumpKustomization = (kustomization) => dumpYaml({
	apiVersion: "kustomize.config.k8s.io/v1beta1",
	kind: "Kustomization",
	...Object.fromEntries(Object.entries(kustomization).filter(([, value]) => !Array.isArray(value) || value.length > 0))
});
/** Where the bases are, from the root of the repository. */
const baseFolder = "deploy/base";
/** The path that leads from one folder to another. Absolute ones: for others Node asks for the working folder, which may be gone. */
const pathTo = (from, to) => posix.relative(`/${from}`, `/${to}`);
/** An overlay as files of its folder, and what its kustomization.yaml says. */
function overlayFiles(overlay, folder, platform) {
	const bases = overlay.bases.map((base) => platform === void 0 ? base : posix.join(platform, base));
	return {
		files: [
			...Object.entries(overlay.files),
			...Object.entries(overlay.patches).map(([name, objects]) => [name, dumpDocuments(objects)]),
			...Object.entries(overlay.objects).map(([name, objects]) => [name, dumpDocuments(objects)])
		],
		kustomization: {
			resources: [...bases.map((base) => pathTo(folder, `${baseFolder}/${base}`)), ...Object.keys(overlay.objects).sort()],
			configMapGenerator: overlay.configMaps.map(({ name, files: names, naming, environment }) => ({
				name,
				...environment ? { envs: names } : { files: names },
				...naming === "hashed" ? {} : { options: {
					disableNameSuffixHash: true,
					...naming === "kept" ? kept : {}
				} }
			})),
			patches: [...Object.keys(overlay.patches).sort().map((path) => ({ path })), ...Object.entries(overlay.renames).map(([from, to]) => rename(from, to))]
		},
		bases
	};
}
/** Neither Flux nor direct apply deletes it: a pod that restarts before its own change comes still mounts it. */
const kept = { annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" } };
/** Renames every object of that name. kustomize follows references to it where one root has one such object (decision 0011). */
const rename = (from, to) => ({
	target: { name: from },
	patch: dumpYaml([{
		op: "replace",
		path: "/metadata/name",
		value: to
	}]),
	options: { allowNameChange: true }
});
// src/render/bases.ts
/** Folders of `deploy/base` that every network has. */
const always = [
	"ambassador",
	"ambassador/crds",
	"organization",
	"tenancy"
];
/** Bases that the named ones build on, in the same platform. */
const referred = /^- \.\.\/([a-z0-9-]+)$/gm;
/** The base manifests that are used, with the bases they build on, as they go into `deploy/base`. */
function basesInUse(bases, named) {
	const folders = /* @__PURE__ */ new Set([...always, ...named]);
	for (const folder of folders) {
		const kustomization = bases.get(`${folder}/kustomization.yaml`);
		if (kustomization === void 0) throw new Error(`there is no base ${folder}`);
		for (const [, base = ""] of kustomization.matchAll(referred)) folders.add(posix.join(folder, "..", base));
	}
	const folderOf = (path) => path.split("/").slice(0, -1).join("/");
	return below$1(baseFolder, [...bases].filter(([path]) => folders.has(folderOf(path))));
}
// src/render/root.ts
/** Where a root with overrides has all else: no node, no Job and no organization can be called so. */
const renderedFolder = "_rendered";
/**
* Files of a root. kustomize applies components before the patches of the kustomization that names them, so what is rendered would
* win over people's overrides: where there are some, it is in a separate folder, and they come on top.
*/
function rootFiles(own, files, options) {
	const { folder, overrides, network } = options;
	const part = folder.replace("deploy/clusters/", "");
	const whole = rootKustomization(own, options);
	if (!overrides.has(part)) return below$1(folder, [...files, ["kustomization.yaml", dumpKustomization(whole)]]);
	const names = new Set(files.map(([name]) => name));
	const resources = whole.resources?.map((path) => names.has(path) ? path : `../${path}`) ?? [];
	const { pullSecret } = network.images;
	const outer = {
		...whole.namespace === void 0 ? {} : { namespace: whole.namespace },
		resources: [renderedFolder],
		components: [pathTo(folder, `overrides/${part}`)],
		labels: whole.labels ?? [],
		patches: pullSecret === void 0 ? [] : [pullSecretPatch(pullSecret)]
	};
	return [...below$1(`${folder}/${renderedFolder}`, [...files, ["kustomization.yaml", dumpKustomization({
		...whole,
		resources
	})]]), [`${folder}/kustomization.yaml`, dumpKustomization(outer)]];
}
/** What every root has: its namespace, labels, images, pull Secret. */
function rootKustomization(own, { network, namespace, images, labels = [] }) {
	const { pullSecret } = network.images;
	return {
		...namespace === void 0 ? {} : { namespace },
		...own,
		labels: [
			...labels,
			{
				pairs: {
					"app.kubernetes.io/part-of": network.name,
					"app.kubernetes.io/managed-by": "chancery"
				},
				includeTemplates: true
			},
			...Object.keys(network.labels).length === 0 ? [] : [{ pairs: sorted$2(network.labels) }]
		],
		images,
		patches: [...own.patches ?? [], ...pullSecret === void 0 ? [] : [pullSecretPatch(pullSecret)]]
	};
}
const pullSecretPatch = (name) => ({
	target: { kind: "StatefulSet|Deployment|DaemonSet|Job" },
	patch: dumpYaml([{
		op: "add",
		path: "/spec/template/spec/imagePullSecrets",
		value: [{ name }]
	}])
});
const sorted$2 = (pairs) => Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => a < b ? -1 : 1));
/** Texts of base manifests, by name of the base. */
const textOfBases = (bases, names) => [...bases].filter(([path]) => names.includes(path.split("/").slice(0, -1).join("/"))).flat();
// src/render/organization.ts
/** Folder of the Jobs in an organization's: no node can be called so. */
const jobsFolder = "jobs";
/** Roots of an organization in a cluster: what its nodes share, each node, and its Jobs if it has any. */
function organizationParts(input) {
	const folder = `deploy/clusters/${input.view.cluster}/${input.organization.name}`;
	const jobs = jobsOf(input);
	return [
		sharedPart(input, folder),
		...input.nodes.map((node) => nodePart(input, node, `${folder}/${node.name}`)),
		...jobs.length === 0 ? [] : jobParts(input, jobs, `${folder}/${jobsFolder}`)
	];
}
const jobsOf = ({ platform, nodes, view }) => platform.rendering.jobs?.(nodes, view) ?? [];
/** Policies and what else the nodes share. No root includes another, so none of the nodes. */
function sharedPart(input, folder) {
	const { network, platform, nodes, view } = input;
	const overlay = platform.rendering.organization(nodes, view);
	const policies = policiesForExisting(platform, nodes);
	const objects = policies.length === 0 ? {} : { "ambassador-policy.yaml": policies };
	const { files, kustomization, bases } = folderOf$1(input, {
		...overlay,
		objects: {
			...overlay.objects,
			...objects
		}
	}, folder);
	const resources = [pathTo(folder, "deploy/base/organization"), ...kustomization.resources ?? []];
	const options = rootOptions(input, folder, network.platformVersion);
	return {
		files: rootFiles({
			...kustomization,
			resources
		}, files, options),
		bases
	};
}
function nodePart(input, node, folder) {
	const { files, kustomization, bases } = folderOf$1(input, input.platform.rendering.node(node, input.view), folder);
	return {
		files: rootFiles(kustomization, files, {
			...rootOptions(input, folder, node.platformVersion),
			labels: [{
				pairs: { "app.kubernetes.io/instance": node.name },
				includeSelectors: true,
				includeTemplates: true
			}]
		}),
		bases
	};
}
/** One root with a folder for each Job: several come from the same base. */
function jobParts(input, jobs, folder) {
	const ordered = jobs.toSorted((a, b) => a.name < b.name ? -1 : 1);
	const options = rootOptions(input, folder, input.network.platformVersion);
	return [{
		files: rootFiles({ resources: ordered.map(({ name }) => name) }, [], options),
		bases: []
	}, ...ordered.map((job) => {
		const own = `${folder}/${job.name}`;
		const { files, kustomization, bases } = folderOf$1(input, {
			...job,
			renames: renamed$1(input, job, options.images)
		}, own);
		return {
			files: below$1(own, [...files, ["kustomization.yaml", dumpKustomization(kustomization)]]),
			bases
		};
	})];
}
/** A Job cannot be changed: what makes it another Job is in its name. */
function renamed$1({ bases, network, platform }, job, images) {
	const { name, renames, ...overlay } = job;
	const files = Object.entries(overlay.files).map(([file, content]) => [file, textOrDigest(content)]);
	const all = [
		{
			...overlay,
			files: Object.fromEntries(files)
		},
		textOfBases(bases, job.bases.map((own) => posix.join(platform.definition.id, own))),
		images,
		network.images.pullSecret ?? ""
	].map((part) => JSON.stringify(part));
	return {
		...renames,
		job: contentName(name, ...all)
	};
}
const rootOptions = ({ network, platform, organization, overrides }, folder, version) => ({
	network,
	namespace: organization.namespace,
	folder,
	overrides,
	images: imageEntries(network.images, platform.rendering.images(network, version))
});
/** An overlay as files of its folder, its sealed material among them: a copy, as kustomize reads no file above a root. */
function folderOf$1({ platform, material }, overlay, folder) {
	const { files, kustomization, bases } = overlayFiles(overlay, folder, platform.definition.id);
	const sealed = Object.entries(overlay.sealed).flatMap(([file, path]) => {
		const text = material.text(path);
		return text === void 0 ? [] : [[file, text]];
	});
	const complete = {
		...kustomization,
		resources: [...kustomization.resources ?? [], ...sealed.map(([file]) => file)]
	};
	return {
		files: [...files, ...sealed],
		kustomization: complete,
		bases
	};
}
// src/render/tenancy.ts
/**
* What the cluster grants its organizations: each a namespace, and an account whose rights end there. One root, which is applied
* with the rights of the cluster: no organization can change it.
*/
function tenancyRoot(network, cluster, organizations, overrides) {
	const folder = `deploy/clusters/${cluster.name}/${tenancyPart}`;
	const parts = organizations.map((organization) => ({
		organization,
		name: `_${organization.name}`
	}));
	const options = {
		network,
		folder,
		overrides,
		images: []
	};
	return {
		files: [...rootFiles({ resources: parts.map(({ name }) => name) }, [], options), ...parts.flatMap(({ organization, name }) => below$1(`${folder}/${name}`, [["kustomization.yaml", dumpKustomization(granted(network, organization, `${folder}/${name}`))]]))],
		bases: ["tenancy"]
	};
}
const granted = (network, organization, folder) => ({
	namespace: organization.namespace,
	resources: [pathTo(folder, "deploy/base/tenancy")],
	patches: [
		...monitoring(network),
		{
			target: { kind: "RoleBinding" },
			patch: dumpYaml([{
				op: "replace",
				path: "/subjects/0/name",
				value: accountName(network, organization)
			}])
		},
		rename("account", accountName(network, organization))
	]
});
/** Objects for the Prometheus operator, where the definition has some. */
function monitoring({ monitoring: { podMonitor, alerts } }) {
	const resources = [...podMonitor ? ["podmonitors"] : [], ...alerts ? ["prometheusrules"] : []];
	if (resources.length === 0) return [];
	return [{
		target: { kind: "Role" },
		patch: dumpYaml([{
			op: "add",
			path: "/rules/-",
			value: {
				apiGroups: ["monitoring.coreos.com"],
				resources,
				verbs: ["create", "patch"]
			}
		}])
	}];
}
/** The account itself, for Flux: it runs nothing but Kustomizations, so no pod has its token. */
const serviceAccount = (network, organization) => ({
	apiVersion: "v1",
	kind: "ServiceAccount",
	metadata: {
		name: accountName(network, organization),
		namespace: fluxNamespace,
		annotations: { "kustomize.toolkit.fluxcd.io/prune": "disabled" }
	},
	automountServiceAccountToken: false
});
// src/render/flux.ts
/**
* Kustomizations of Flux (kustomize.toolkit.fluxcd.io/v1) for one cluster: CRDs, then the Ambassador, and what the cluster grants
* its organizations; then, as the account of each organization, what its nodes share, the nodes in the order of the rollout, and Jobs
* beside them. Where somebody else runs the Ambassador, its CRDs are theirs too: ours would take other versions out of use.
*/
function fluxFiles({ network, cluster, organizations, rollout, prefix }) {
	const folder = `deploy/flux/${cluster.name}`;
	const clusterFolder = `${prefix}deploy/clusters/${cluster.name}`;
	const file = (name, ...objects) => [`${folder}/${name}.yaml`, dumpDocuments(objects)];
	const name = (part) => `${network.name}-${part}`;
	const nodeName = (node) => name(nodeId(node).replace("/", "."));
	const before = predecessors(rollout);
	const ofOrganization = (organization) => ({
		prune: true,
		serviceAccountName: accountName(network, organization),
		decryption: {
			provider: "sops",
			secretRef: { name: ageKeySecret(network, organization, cluster) }
		}
	});
	return [
		...cluster.ambassador.existing ? [file("ambassador", kustomization(name("ambassador"), `${clusterFolder}/ambassador`, { prune: true }))] : [file("crds", kustomization(name("crds"), `${prefix}deploy/base/ambassador/crds`, {
			prune: false,
			wait: true
		})), file("ambassador", kustomization(name("ambassador"), `${clusterFolder}/ambassador`, {
			dependsOn: [{ name: name("crds") }],
			prune: true,
			healthChecks: [health(workload(cluster), "ambassador", cluster.ambassador.namespace)]
		}))],
		file(tenancyPart, kustomization(name(tenancyPart), `${clusterFolder}/${tenancyPart}`, { prune: true })),
		...organizations.map(({ organization, nodes, hasJobs }) => file(`organization-${organization.name}`, serviceAccount(network, organization), kustomization(name(organization.name), `${clusterFolder}/${organization.name}`, {
			dependsOn: [{ name: name("ambassador") }, { name: name(tenancyPart) }],
			...ofOrganization(organization)
		}), ...nodes.map((node) => kustomization(nodeName(node), `${clusterFolder}/${nodeId(node)}`, {
			dependsOn: [{ name: name(organization.name) }, ...(before.get(node) ?? []).map((other) => ({ name: nodeName(other) }))],
			...ofOrganization(organization),
			healthChecks: [health("StatefulSet", node.name, organization.namespace)],
			healthCheckExprs: [rolledOut]
		})), ...hasJobs ? [kustomization(name(`${organization.name}.${jobsFolder}`), `${clusterFolder}/${organization.name}/${jobsFolder}`, {
			dependsOn: [{ name: name(organization.name) }],
			...ofOrganization(organization),
			wait: false,
			force: true
		})] : []))
	];
}
/** The group that comes before that of each node. */
const predecessors = (rollout) => new Map(rollout.flatMap((group, at) => group.map((node) => [node, rollout[at - 1] ?? []])));
/**
* A node lets the next one begin when its own change is through: then Kubernetes makes the updated revision the current one.
* When a StatefulSet is made, both are the same from the start, so that nodes which need each other to become ready all come up.
* https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/#StatefulSetStatus
*/
const rolledOut = {
	apiVersion: "apps/v1",
	kind: "StatefulSet",
	current: "status.observedGeneration == metadata.generation && status.currentRevision == status.updateRevision",
	inProgress: "status.observedGeneration != metadata.generation || status.currentRevision != status.updateRevision"
};
const health = (kind, name, namespace) => ({
	apiVersion: "apps/v1",
	kind,
	name,
	namespace
});
const kustomization = (name, path, spec) => ({
	apiVersion: "kustomize.toolkit.fluxcd.io/v1",
	kind: "Kustomization",
	metadata: {
		name,
		namespace: fluxNamespace
	},
	spec: {
		interval: "10m",
		retryInterval: "1m",
		timeout: "5m",
		sourceRef: {
			kind: "GitRepository",
			name: fluxNamespace
		},
		path: `./${path}`,
		...spec
	}
});
// src/ambassador/dns.ts
/** One wildcard for each cluster that has a domain and a route. */
const dnsRecords = (network, routes) => network.clusters.flatMap(({ name, domain, provider, ambassador }) => domain === void 0 || !routes.some((route) => route.cluster === name) ? [] : [{
	cluster: name,
	name: `*.${domain}`,
	type: "A or CNAME",
	target: `Service ${ambassador.service} in namespace ${ambassador.namespace}: ${providers[provider].addressHint}${ambassador.externalDns ? "; external-dns creates it" : ""}`
}]);
/** The records with their targets, for clusters that were asked. */
const withAddresses = (records, found) => records.map((record) => {
	const addresses = found.get(record.cluster) ?? [];
	return addresses.length === 0 ? record : {
		...record,
		addresses
	};
});
// src/render/ambassadors.ts
/** How each Ambassador is reached, what a person has to do for it, and how to log in to its cluster. */
function ambassadorsMarkdown(network, routes) {
	const routesOf = ({ name }) => routes.filter(({ cluster }) => cluster === name);
	return [
		"## Ambassadors\n",
		table([
			"cluster",
			"Service",
			"reached",
			"ports",
			"who may connect"
		], network.clusters.map((cluster) => [
			cluster.name,
			code(`${cluster.ambassador.namespace}/${cluster.ambassador.service}`),
			reached(cluster),
			numbers(openPorts(cluster, routesOf(cluster)).map(({ port }) => port)),
			cluster.ambassador.sourceRanges.map(code).join(", ") || "everybody"
		])),
		...forOwners(network, routesOf),
		"## Logging in\n",
		table([
			"cluster",
			"context",
			"for example"
		], network.clusters.map(({ name, context = name, provider }) => [
			name,
			code(context),
			prose(providers[provider].login(context))
		])),
		...certificates(network, routesOf)
	];
}
function reached({ provider, ambassador: { existing, publish, loadBalancer, passthrough } }) {
	const shared = passthrough === "sni" ? ", one port for TLS" : "";
	if (existing) return "an Emissary that runs already";
	if (publish !== "LoadBalancer") return `every machine (${publish})${shared}`;
	return `${loadBalancer.visibility === "internal" ? "internal " : ""}load balancer of ${providers[provider].title}${shared}`;
}
/** Ports as few ranges as possible: those of a pool mostly follow each other. */
function numbers(ports) {
	const found = [];
	for (const port of ports.toSorted((a, b) => a - b)) {
		const open = found.at(-1);
		if (open !== void 0 && port === open[1] + 1) open[1] = port;
		else found.push([port, port]);
	}
	return found.map(([first, last]) => first === last ? `${first}` : `${first}-${last}`).join(", ");
}
/** Nothing adds ports to a Service that is not ours. */
function forOwners(network, routesOf) {
	const theirs = network.clusters.filter(({ ambassador }) => ambassador.existing);
	if (theirs.length === 0) return [];
	return [
		"### Ports that the owner of an Emissary has to open\n",
		"In its Service, and in whatever is before it: each targets the same port of the pods, without PROXY protocol. HTTP and HTTPS are as they are there.\n",
		table([
			"cluster",
			"Service",
			"port and target port"
		], theirs.map((cluster) => [
			cluster.name,
			code(`${cluster.ambassador.namespace}/${cluster.ambassador.service}`),
			numbers(routesOf(cluster).filter(({ kind }) => kind === "tcp").map(({ port }) => port))
		]))
	];
}
function certificates(network, routesOf) {
	const rows = network.clusters.flatMap((cluster) => {
		const { namespace, tlsSecret, cleartext, issuer } = cluster.ambassador;
		const names = [...new Set(httpRoutes(routesOf(cluster)).map(({ host }) => host))];
		if (names.length === 0 || cleartext) return [];
		const maker = issuer === void 0 ? "you" : `cert-manager (${issuer.kind} ${issuer.name})`;
		return [[
			cluster.name,
			code(`${namespace}/${tlsSecret}`),
			prose(maker),
			names.map(code).join(", ")
		]];
	});
	if (rows.length === 0) return [];
	return [
		"## TLS certificates\n",
		"A Secret of type `kubernetes.io/tls` in each cluster, whose certificate has these names.\n",
		table([
			"cluster",
			"Secret",
			"made by",
			"names"
		], rows)
	];
}
// src/render/expiries.ts
/** When the certificates of each organization expire: how many it has, and those that expire first. */
function expiriesMarkdown(requests, material) {
	const texts = [...new Set(requests.flatMap(filesOf$2))].flatMap((file) => {
		const text = material.standIns.has(file) ? void 0 : material.text(file);
		return text === void 0 ? [] : [[file, text]];
	});
	const expiries = Object.entries(expiriesOf(new Map(texts))).map(([file, date]) => ({
		file,
		date
	}));
	if (expiries.length === 0) return [];
	return [
		"## Certificates\n",
		"Renew those that expire: `chancery keys --renew expiring`. What expires within 30 days is a warning of `validate` and `verify`.\n",
		table([
			"organization",
			"certificates",
			"expires first",
			"file"
		], [...groupBy(expiries, ({ file }) => file.slice(16).split("/")[0] ?? "")].sort(([a], [b]) => a < b ? -1 : 1).map(([organization, own]) => {
			const first = own.reduce((least, one) => one.date < least.date ? one : least);
			return [
				organization,
				String(own.length),
				first.date.slice(0, 10),
				code(first.file)
			];
		}))
	];
}
// src/render/runbook.ts
/** Where the pods of the network are, and what to run when: with the names of this network. */
function runbookMarkdown(network, platform) {
	const [node] = network.nodes;
	if (node === void 0) return [];
	return [
		"## Pods\n",
		table([
			"cluster",
			"context",
			"organization",
			"namespace",
			"pods"
		], podRows(network)),
		"## What to run when\n",
		`Commands that name one node take ${nodeId(node)} as an example. A node belongs to its organization: the first table has who that is.\n`,
		table(["question", "command"], steps(node, platform).map(([question, ...commands]) => [prose(question), commands.map(code).join("<br>")]))
	];
}
const contextOf$2 = ({ name, context = name }) => context;
function podRows(network) {
	return network.clusters.flatMap((cluster) => {
		const context = code(contextOf$2(cluster));
		const { existing, namespace, service } = cluster.ambassador;
		const ambassador = existing ? [] : [[
			cluster.name,
			context,
			"",
			code(namespace),
			code(`${service}-…`)
		]];
		const organizations = network.organizations.flatMap((organization) => {
			const nodes = nodesOf(network, cluster.name, organization.name);
			const pods = nodes.map(({ name }) => code(`${name}-0`)).join(", ");
			return nodes.length === 0 ? [] : [[
				cluster.name,
				context,
				organization.name,
				code(organization.namespace),
				pods
			]];
		});
		return [...ambassador, ...organizations];
	});
}
function steps(node, { definition }) {
	const { cluster, organization } = node;
	const kubectl = (namespace, rest) => `kubectl --context=${contextOf$2(cluster)} --namespace=${namespace} ${rest}`;
	return [
		["Is the network healthy?", "chancery status"],
		["Do names, routes and the ledger agree with the definition?", "chancery verify"],
		[
			"Why is a node not ready?",
			`chancery logs ${nodeId(node)} --tail 100`,
			kubectl(organization.namespace, `describe pod ${node.name}-0`)
		],
		[
			"Does the Ambassador of a cluster run, and at which address?",
			`chancery logs ambassador --cluster ${cluster.name} --tail 100`,
			kubectl(cluster.ambassador.namespace, "get pods,services")
		],
		["Has Flux applied the last commit?", `flux --context=${contextOf$2(cluster)} get kustomizations`],
		["What does a cluster lack before its first apply?", `chancery doctor --cluster ${cluster.name}`],
		["What would `chancery apply` change in a cluster?", `chancery diff --cluster ${cluster.name}`],
		["How is a cluster brought back to what Git has, without Flux?", `chancery apply --cluster ${cluster.name}`],
		...definition.certificates === true ? [["How are expiring certificates renewed?", "chancery keys --renew expiring"]] : []
	];
}
// src/render/topology.ts
/** Nodes drawn one by one; a larger network is drawn by role, or nobody could read it. */
const drawnNodes = 40;
/** With more clusters, an edge for each pair would hide the picture: it says the ports at each cluster. */
const clustersWithEdges = 3;
/** Clusters beside each other where no edge orders them. */
const columns = 2;
/** A colour for each role, in the order of their names: white text can be read on all, and each on a white and on a black page. */
const colours = [
	"1a7f37",
	"0969da",
	"8250df",
	"bc4c00",
	"6e7781",
	"bf3989",
	"57606a",
	"116329"
];
/** What the picture shows, in a sentence or two. */
const topologyLegend = ({ clusters }) => {
	if (clusters.length < 2) return "A colour is a role.";
	return clusters.length <= clustersWithEdges ? "A colour is a role. Clusters reach each other through their Ambassadors: `6 + 2 ports` are those that the upper cluster opens to the lower one, and the lower one to the upper." : "A colour is a role. Each cluster reaches every other one through its Ambassador, at the ports in its title.";
};
/**
* The topology as a Mermaid flowchart: clusters, with their organizations and nodes by role, and the ports between clusters.
* https://mermaid.js.org/syntax/flowchart.html
*/
function topology(network, routes) {
	const { clusters, external, nodes } = network;
	const roles = [...new Set([...nodes, ...external].map(({ role }) => role))].sort();
	const classOf = (role) => `r${roles.indexOf(role) % colours.length}`;
	const ports = clusters.map(({ name }) => portsOf$1(name, routes));
	const box = (id, text, role) => `${id}["${label(text)}"]:::${classOf(role)}`;
	return [
		"flowchart TB",
		...clusters.flatMap((cluster, at) => clusterLines$1(network, at, titleOf(cluster, ports[at], clusters.length), box)),
		...clusters.length <= clustersWithEdges ? pairs$1(ports) : rows(clusters.length),
		...externalLines(network, box),
		"  subgraph roles[\"roles\"]",
		...roles.map((role, at) => `    l${at}${box("", role, role)}`),
		"  end",
		...roles.slice(0, colours.length).map((_role, at) => {
			const colour = `#${colours[at]}`;
			return `  classDef r${at} fill:${colour},stroke:${colour},color:#ffffff`;
		}),
		""
	].join("\n");
}
function titleOf({ name, provider, domain, address = "" }, ports = 0, clusters) {
	const title = `${name} (${provider}): ${domain ?? address}`;
	return clusters <= clustersWithEdges ? title : `${title}, ${counted(ports, "port")}`;
}
function clusterLines$1(network, at, title, box) {
	const single = network.nodes.length <= drawnNodes;
	const organizations = network.organizations.flatMap((organization, index) => {
		const nodes = nodesOf(network, network.clusters[at]?.name ?? "", organization.name);
		if (nodes.length === 0) return [];
		const id = `c${at}o${index}`;
		const boxes = single ? nodes.map((node, number) => box(`${id}n${number}`, node.name, node.role)) : [...groupBy(nodes, ({ role }) => role)].map(([role, own], number) => box(`${id}n${number}`, `${own.length} ${role}`, role));
		return [
			`    subgraph ${id}["${label(organization.name)}"]`,
			...boxes.map((line) => `      ${line}`),
			"    end"
		];
	});
	return [
		`  subgraph c${at}["${label(title)}"]`,
		...organizations,
		"  end"
	];
}
/** Ports that the Ambassador of a cluster opens to others, without those that HTTP shares. */
const portsOf$1 = (cluster, routes) => new Set(routes.filter((route) => route.cluster === cluster && route.kind !== "http").map(({ port }) => port)).size;
/** An edge for each pair of clusters of which one can dial the other. */
const pairs$1 = (ports) => ports.flatMap((upper, from) => ports.flatMap((lower, to) => {
	if (to <= from || upper + lower === 0) return [];
	if (lower === 0) return [`  c${to} -->|"${counted(upper, "port")}"| c${from}`];
	if (upper === 0) return [`  c${from} -->|"${counted(lower, "port")}"| c${to}`];
	return [`  c${from} <-->|"${label(`${upper} + ${lower} ports`)}"| c${to}`];
}));
/** Invisible edges, which put clusters below each other. */
const rows = (clusters) => Array.from({ length: Math.max(0, clusters - columns) }, (_, at) => `  c${at} ~~~ c${at + columns}`);
function externalLines({ external, clusters }, box) {
	if (external.length === 0) return [];
	return [
		"  subgraph external[\"run by others\"]",
		...external.map((node, at) => `    ${box(`e${at}`, `${node.organization}/${node.name}`, node.role)}`),
		"  end",
		...clusters.length <= clustersWithEdges ? clusters.map((_cluster, at) => `  external <--> c${at}`) : []
	];
}
/** Mermaid ends a quoted text at a quote, and reads entities written with "#". */
const label = (text) => text.replace(/[^A-Za-z0-9 .,:/()+_-]/g, (character) => `#${character.codePointAt(0)};`);
// src/render/readme.ts
/** `deploy/README.md`: the network for people. */
function readme$1({ network, platform, routes, material, requests }) {
	return [
		`# ${prose(network.name)}\n`,
		`${prose(platform.definition.title)} ${network.platformVersion}. Written by Chancery from \`network.yaml\`: changes made here are overwritten.\n`,
		...material.standIns.size > 0 ? ["**Rendered with stand-ins for keys that do not exist yet: never deploy this.**\n"] : [],
		"## Organizations\n",
		organizations(network),
		"## Topology\n",
		`${topologyLegend(network)}\n`,
		`\`\`\`mermaid\n${topology(network, routes)}\`\`\`\n`,
		...(platform.rendering.sections?.(network) ?? []).flatMap(sectionMarkdown),
		...expiriesMarkdown(requests, material),
		"## Routes\n",
		"How each endpoint is reached from outside its cluster. Inside, nodes use the Services.\n",
		table([
			"cluster",
			"node",
			"endpoint",
			"address",
			"Service"
		], routes.map(({ cluster, node, endpoint, url }) => [
			cluster,
			nodeId(node),
			endpoint.name,
			code(url),
			code(`${endpoint.service}.${node.organization.namespace}:${endpoint.port}`)
		])),
		...dns(network, routes),
		...ambassadorsMarkdown(network, routes),
		"## What the network can lose\n",
		...toleranceMarkdown(platform.operation.tolerance(network)),
		...runbookMarkdown(network, platform)
	].join("\n");
}
const sectionMarkdown = ({ title, introduction, columns, rows }) => [
	`## ${prose(title)}\n`,
	...introduction === void 0 ? [] : [`${prose(introduction)}\n`],
	table(columns, rows.map((row) => row.map(prose)))
];
function organizations(network) {
	const nodes = (name) => network.nodes.filter(({ organization }) => organization.name === name).map((node) => `${node.name} (${node.role}, ${node.cluster.name})`).join(", ");
	return table([
		"organization",
		"legal name",
		"namespace",
		"nodes"
	], network.organizations.map(({ name, legalName, namespace }) => [
		name,
		prose(legalName),
		namespace,
		nodes(name)
	]));
}
function dns(network, routes) {
	const records = dnsRecords(network, routes);
	if (records.length === 0) return [];
	return ["## DNS records to create\n", table([
		"cluster",
		"name",
		"type",
		"points at"
	], records.map(({ cluster, name, type, target }) => [
		cluster,
		code(name),
		type,
		prose(target)
	]))];
}
// src/render/compile.ts
/** The whole of `deploy/`: the same input gives the same bytes. */
function compile(input) {
	const { network, platform, ports } = input;
	const routes = routesOf(network, platform, ports);
	const requests = platform.material.requests(network, outsideOf(platform, ports));
	const parts = network.clusters.flatMap((cluster) => clusterParts(input, cluster, routes.filter((route) => route.cluster === cluster.name)));
	return mergeTrees(basesInUse(input.bases, parts.flatMap((part) => part.bases)), ...parts.map((part) => part.files), [["deploy/README.md", readme$1({
		network,
		platform,
		routes,
		material: input.material,
		requests
	})]]);
}
function clusterParts(input, cluster, routes) {
	const { network, platform } = input;
	const view = viewOf$1(input, cluster);
	const organizations = network.organizations.map((organization) => ({
		...input,
		view,
		organization,
		nodes: nodesOf(network, cluster.name, organization.name)
	})).filter(({ nodes }) => nodes.length > 0);
	const flux = {
		network,
		cluster,
		organizations: organizations.map((part) => ({
			...part,
			hasJobs: jobsOf(part).length > 0
		})),
		rollout: platform.operation.rollout(organizations.flatMap(({ nodes }) => nodes)),
		prefix: input.prefix
	};
	return [
		ambassadorPart(input, cluster, routes),
		tenancyRoot(network, cluster, organizations.map(({ organization }) => organization), input.overrides),
		...organizations.flatMap(organizationParts),
		{
			files: fluxFiles(flux),
			bases: []
		}
	];
}
function ambassadorPart({ network, overrides }, cluster, routes) {
	const folder = `deploy/clusters/${cluster.name}/ambassador`;
	const { files, kustomization, bases } = overlayFiles(ambassadorOverlay(network, cluster, routes), folder, void 0);
	return {
		files: rootFiles(kustomization, files, {
			network,
			namespace: cluster.ambassador.namespace,
			folder,
			overrides,
			images: cluster.ambassador.existing ? [] : imageEntries(network.images, ambassadorImages(cluster))
		}),
		bases
	};
}
/** Those that the root has. */
const ambassadorImages = ({ ambassador: { version, passthrough } }) => [{
	name: emissaryImage,
	...version === void 0 || version === "4.1.0" ? {} : { tag: version }
}, ...passthrough === "sni" ? [{ name: routerImage }] : []];
/** Addresses as seen from one cluster: inside it the Service, elsewhere the Ambassador of the node's own cluster. */
function viewOf$1({ network, platform, ports, material }, cluster) {
	return {
		network,
		cluster: cluster.name,
		material,
		outside: outsideOf(platform, ports),
		addressOf: (node, name) => {
			const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name);
			if (endpoint === void 0) throw new Error(`${nodeId(node)} has no endpoint ${name}`);
			if (node.cluster.name === cluster.name) return serviceAddress(node, endpoint);
			const port = ports[node.cluster.name]?.[endpointKey(node, endpoint)];
			if (port === void 0) throw new Error(`no port was allocated for ${nodeId(node)}/${name}`);
			return {
				host: hostOf$1(node),
				port
			};
		}
	};
}
// src/commands/alone.ts
/** Runs work that changes files, one run at a time. First it finishes an interrupted run, in the folder and in git. */
const alone = ({ files, repository }, work) => files.alone(async () => {
	await repository.takeUp();
	return work();
});
// src/commands/describe.ts
/** The description of a network in every result, with the addresses of Ambassadors that were looked up. */
function describe({ network, platform, lock }, results = []) {
	const routes = routesOf(network, platform, lock.ports);
	return {
		clusters: network.clusters.map(({ name }) => name),
		dnsRecords: withAddresses(dnsRecords(network, routes), new Map(results.map(({ cluster, addresses = [] }) => [cluster, addresses]))),
		topology: topology(network, routes)
	};
}
// src/commands/shared-options.ts
/** Options of several commands: each is one object, so that it means the same everywhere. */
const build = flag("Build every Kustomize root too, overrides included");
const sarif = optionalText("FILE", "File to write findings and risks to, as SARIF");
const organization$1 = optionalText("NAME", "Make only the keys of this organization");
const cluster = optionalText("NAME", "Only this cluster; all when empty");
const context$1 = optionalText("NAME", "kubeconfig context of that cluster; overrides the one in the definition");
const dnsServer = textWithDefault("ADDRESS", "IP addresses of DNS servers, separated by commas; when empty, those of the machine", "");
/** Of the action: who writes to GitHub. */
const token = {
	text: "Token for GitHub's API",
	where: "action",
	automatic: true,
	placeholder: "TOKEN",
	default: `\${{ github.token }}`,
	read: (given) => ({ value: given === `\${{ github.token }}` ? "" : given })
};
// src/commands/render.ts
/** The folder that rendering owns: other files in it are removed. */
const rendered$1 = "deploy";
/** Writes `deploy/` and the lock. */
const render = (options, ports) => options.check ? rendering(options, ports) : alone(ports, () => rendering(options, ports));
async function rendering(options, ports) {
	const { findings: found, checked } = await inspect(options, ports.files);
	const missing = checked === void 0 ? [] : missingFindings(checked, options.standIns ? "notice" : "error");
	const tree = checked === void 0 || hasErrors(missing) ? void 0 : await renderTree(checked, ports);
	const broken = checked !== void 0 && tree !== void 0 && options.build === true ? await buildFindings(checked, tree, ports) : [];
	const findings = sortFindings([
		...found,
		...missing,
		...broken
	]);
	ports.reporter.findings(findings);
	if (checked === void 0 || tree === void 0 || hasErrors(findings)) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const changes = await changesTo(ports.files, tree, [rendered$1]);
	const files = [...changes.written.keys(), ...changes.removed];
	const result = {
		findings,
		...describe(checked),
		changed: !isEmpty$1(changes),
		files
	};
	if (options.check && !isEmpty$1(changes)) {
		ports.reporter.say(`${counted(files.length, "file is", "files are")} out of date: ${files.slice(0, 5).join(", ")}${files.length > 5 ? ", …" : ""}`);
		ports.reporter.say("run `chancery render` and commit the result");
		return {
			...result,
			status: exitStatus.findings
		};
	}
	if (!options.check) await ports.files.change(changes);
	ports.reporter.say(isEmpty$1(changes) ? `nothing changed: ${counted(tree.size, "file is", "files are")} up to date` : `${counted(changes.written.size, "file")} written, ${changes.removed.length} removed, ${tree.size} in all`);
	return {
		...result,
		status: exitStatus.done
	};
}
/** The files of `deploy/` and the lock. */
async function renderTree(checked, ports) {
	return treeOf(checked, await renderInput(checked, ports));
}
/** The same of what it is made from. */
function treeOf({ lock, network, platform }, input) {
	const ledger = platform.material.record?.(network, input.material, lock.ledger) ?? lock.ledger;
	return mergeTrees(compile(input), [[lockFile, dumpLock({
		...lock,
		ledger
	})]]);
}
/** The input of compile, with stand-ins for missing material. */
async function renderInput(checked, { bases, repository }) {
	const { network, platform, lock, materialFiles, requests, overrides } = checked;
	const material = materialOf(materialFiles, standIns(requests, materialFiles, standInRandom));
	return {
		network,
		platform,
		ports: lock.ports,
		material,
		bases: await bases(),
		overrides: overrideFolders(overrides),
		prefix: await repository.prefix()
	};
}
const renderCommand = command({
	name: "render",
	purpose: "Write deploy/: Kustomize overlays for each cluster, and the objects for Flux",
	options: {
		build,
		check: flag("Write nothing, and fail if a file would change"),
		"stand-ins": flag("Replace missing keys by throw-away ones, to preview the result; never deploy it")
	},
	examples: [["chancery render", "write deploy/"], ["chancery render --check", "fail if deploy/ is out of date"]],
	run: ({ network, build, check, "stand-ins": standIns }, ports) => render({
		network,
		build,
		check,
		standIns
	}, ports)
});
// src/commands/clusters/delivery.ts
/**
* The desired objects of clusters, from the files of the folder alone: keys must exist and ports be recorded. Makes and writes
* nothing.
*/
async function deliveryOf(options, ports) {
	const { findings: found, checked } = await inspect(options, ports.files);
	const missing = checked === void 0 ? [] : [...missingFindings(checked, "error"), ...consentFindings(checked)];
	const none = (findings) => ({
		findings: sortFindings(findings),
		targets: [],
		places: []
	});
	if (checked === void 0 || hasErrors(missing)) return none([...found, ...missing]);
	const clusters = selected(checked.network.clusters, options);
	const tree = await renderTree(checked, ports);
	const { overrides } = checked;
	const whole = mergeTrees(tree, overrides);
	const roots = await ports.buildRoots(whole);
	const findings = sortFindings([
		...found,
		...missing,
		...await findingsOfBuilt(checked.network, roots, whole, overrides, ports),
		...await differenceFindings(tree, options, ports)
	]);
	if (hasErrors(findings)) return none(findings);
	const head = await ports.repository.checkedOut();
	return {
		findings,
		...head === void 0 ? {} : { commit: {
			name: head.commit,
			relationTo: head.relationTo
		} },
		checked,
		targets: clusters.map((cluster) => ({
			cluster,
			context: contextOf$1(cluster, options),
			...objectsOf$1(roots.built, cluster)
		})),
		places: checked.network.clusters.map((cluster) => ({
			name: cluster.name,
			context: contextOf$1(cluster, options)
		}))
	};
}
function selected(clusters, { cluster, context }) {
	if (cluster === void 0) {
		if (context !== void 0 && clusters.length > 1) throw new OperatorError("--context is for one cluster, and the network has several", "name the cluster with --cluster NAME");
		return clusters;
	}
	const names = clusters.map(({ name }) => name);
	const found = clusters.filter(({ name }) => name === cluster);
	if (found.length === 0) throw new OperatorError(`there is no cluster "${cluster}"`, didYouMean(cluster, names));
	return found;
}
/** The option, else the definition, else the name of the cluster: never the current context, which may be that of any cluster. */
const contextOf$1 = (cluster, options) => (options.cluster === void 0 || options.cluster === cluster.name ? options.context : void 0) ?? cluster.context ?? cluster.name;
/** Git should record the applied files: unrecorded ports are an error, other differences a warning. */
async function differenceFindings(tree, { network }, { files, repository }) {
	const { written, removed } = await changesTo(files, tree, [rendered$1]);
	const place = {
		file: network,
		line: 1,
		column: 1
	};
	const other = [...written.keys(), ...removed].filter((path) => path !== lockFile).sort();
	const uncommitted = await repository.uncommitted([
		network,
		lockFile,
		"material",
		"overrides",
		rendered$1
	]);
	return [
		...written.has("network.lock.yaml") ? [{
			rule: "lock-outdated",
			severity: "error",
			message: `${lockFile} does not record all ports and keys of this definition`,
			hint: "run `chancery render` and commit the result: Git must record the applied files",
			place: {
				...place,
				file: lockFile
			}
		}] : [],
		...other.length > 0 ? [{
			rule: "deploy-outdated",
			severity: "warning",
			message: `${counted(other.length, "file")} in ${rendered$1}/ ${agreeing(other.length, "is", "are")} out of date (${several(other)}); the current rendering of ${network} is applied`,
			hint: "run `chancery render` and commit the result",
			place
		}] : [],
		...uncommitted.length > 0 ? [{
			rule: "not-committed",
			severity: "warning",
			message: `uncommitted changes are applied: ${uncommitted.slice(0, 3).join(", ")}${uncommitted.length > 3 ? ` and ${uncommitted.length - 3} more` : ""}`,
			hint: "commit them, so that the next person who applies has the same files",
			place
		}] : []
	];
}
// src/commands/apply.ts
/** Renders the definition and applies the result to its clusters. */
async function apply(options, ports) {
	const { prune, dryRun, forceConflicts: force, allowOlder, timeout } = options;
	const named = namesIn$2(options.pruneAlso);
	const delivery = await deliveryOf(options, ports);
	const { checked, findings } = delivery;
	ports.reporter.findings(findings);
	if (checked === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const { signal, now } = ports;
	const results = await atClusters(delivery, ports, {
		doing: "Applying to",
		withoutKeys: false,
		impersonate: options.impersonate
	}, async ({ target, api, wanted, say }) => {
		const text = {
			context: target.context,
			prune,
			dryRun
		};
		const applied = await applyCluster(api, wanted, {
			force,
			prune,
			named,
			dryRun,
			allowOlder,
			timeout,
			signal,
			now
		}, {
			say,
			planned: (plan) => {
				for (const line of planLines(plan, text)) say(line);
			}
		});
		const counts = countsOf(applied.plan);
		const addresses = settled.has(applied.outcome) ? await ambassadorAddresses(api, wanted) : [];
		if (addresses.length > 0) say(entranceLine(target.cluster, addresses));
		return {
			outcome: applied.outcome,
			...counts,
			addresses,
			pruned: applied.pruned.length,
			orphaned: counts.orphaned - applied.pruned.length,
			plan: planLines(applied.plan, text),
			lines: resultLines(applied),
			message: outcomeLine(applied)
		};
	});
	return {
		status: results.every(({ outcome }) => goodOutcomes.has(outcome)) ? exitStatus.done : exitStatus.cluster,
		findings,
		...describe(checked, results),
		changed: results.some(({ created, changed, pruned }) => created + changed + pruned > 0),
		clusterResults: results
	};
}
/** Outcomes after which the address of an Ambassador no longer changes. */
const settled = /* @__PURE__ */ new Set(["applied", "unchanged"]);
const entranceLine = ({ domain }, addresses) => `the Ambassador is at ${addresses.join(", ")}${domain === void 0 ? "" : `: *.${domain} must resolve to it`}`;
/** `Secret trade-north/v1, PersistentVolumeClaim trade-north/v1` */
const namesIn$2 = (text) => new Set(itemsIn(text, /[,\n]/));
const timeout = parsed("DURATION", "How long to wait until everything is ready", "10m", (text) => {
	const value = durationOf(text);
	return value === void 0 ? { allowed: "write a duration such as 90s, 10m or 1h30m" } : { value };
});
const prune = flag("Delete applied objects that are no longer in the definition, except those that guards keep");
const forceConflicts = flag("Take over fields to which another manager gave another value");
const applyCommand = command({
	name: "apply",
	purpose: "Apply what the definition renders to its clusters, wait until it is ready, and report the result",
	options: {
		cluster,
		context: context$1,
		"dry-run": flag("Show what would change, according to the API server, and change nothing"),
		prune,
		"prune-also": textWithDefault("NAMES", "Objects to delete although a guard keeps them, such as Secret trade-north/v1; separated by commas or lines", ""),
		"force-conflicts": forceConflicts,
		"allow-older": flag("Apply this commit even if it does not contain the commit in the cluster"),
		impersonate: flag("Apply the objects of each organization as its own account, which has rights in its namespace only"),
		timeout
	},
	examples: [["chancery apply --dry-run", "show what would change in the clusters"], ["chancery apply --cluster eu --prune", "apply to one cluster, and delete objects that are no longer in the definition"]],
	run: ({ network, cluster, context, prune, impersonate, timeout, "dry-run": dryRun, "prune-also": pruneAlso, ...others }, ports) => {
		const { "force-conflicts": force, "allow-older": allowOlder } = others;
		return apply({
			network,
			cluster,
			context,
			dryRun,
			prune,
			pruneAlso,
			forceConflicts: force,
			allowOlder,
			impersonate,
			timeout
		}, ports);
	}
});
/** Comments on a pull request, which only a workflow knows. */
const commentCommand = command({
	name: "comment",
	purpose: "Comment on a pull request with the plan that another workflow made: for pull requests from forks",
	where: "action",
	options: {
		plan: optionalText("FILE", "Plan file, from the artifact of the run that made it"),
		token
	},
	examples: []
});
// src/check/renewal-findings.ts
/** Certificates that expire soon, or have expired. */
function expiryFindings({ network, platform, lock, materialFiles }, now) {
	const renewable = new Map((platform.material.renewals?.(network) ?? []).flatMap(({ name, certificates }) => certificates.map(({ file }) => [file, name])));
	const lifetime = (file) => lifetimeOf(materialFiles.get(file));
	return expiryProblems(lock.certificates, renewable, now, lifetime).map(({ rule, severity, message, hint, file = "" }) => ({
		rule,
		severity,
		message,
		place: {
			file,
			line: 1,
			column: 1
		},
		...hint === void 0 ? {} : { hint }
	}));
}
/**
* Certificates that were not renewed: the network keeps running, but a person has to renew them later. An error if a person requested
* exactly these certificates.
*/
const leftFindings = (left, { source }, isAskedFor = false) => left.map(({ name, reason, hint, path, failed }) => ({
	rule: "not-renewed",
	severity: isAskedFor && failed === true ? "error" : "warning",
	message: `the certificates of ${name} were not renewed: ${reason}`,
	hint,
	place: source.at(path)
}));
// src/commands/begun.ts
/** A copy of the template has errors until somebody fills it in. Before the first key or rendering it is not a network yet. */
async function hasBegun$1(files) {
	if (await files.readBytes("network.lock.yaml") !== void 0) return true;
	return (await Promise.all([files.list("material"), files.list("deploy")])).some((paths) => paths.length > 0);
}
/**
* The first step for an unchanged copy of the template, as a notice, so that its first push does not fail. Undefined if there is another
* error, or if keys or files already exist.
*/
async function firstSteps(findings, files) {
	const isOther = ({ rule, severity }) => severity === "error" && rule !== "setup";
	if (findings.some(isOther) || await hasBegun$1(files)) return void 0;
	return findings.map((finding) => finding.rule === "setup" ? {
		...finding,
		severity: "notice"
	} : finding);
}
// src/check/re-encryption-findings.ts
/**
* Sealed files that were not encrypted anew. Operators of other clusters have the keys of some, so one is an error only where none at
* all could be opened.
*/
const leftFileFindings = (left, { source }, isNothingDone) => left.map(({ file, reason, hint, failed, path }) => ({
	rule: "not-re-encrypted",
	severity: isNothingDone && failed ? "error" : "warning",
	message: `${file} keeps its recipients: ${reason}`,
	hint,
	place: source.at(path)
}));
// src/material/open.ts
/** Entries of a sealed Secret, in memory. Throws an OperatorError without secrets when no available age key opens it. */
async function openSealed(path, text, keyring) {
	const { data, stringData } = await unseal(documentOf(path, text), keyring);
	const entries = (value) => Object.entries(isRecord(value) ? value : {}).map(([key, entry]) => [key, String(entry)]);
	return Object.fromEntries([...entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString()]), ...entries(stringData)]);
}
function documentOf(path, text) {
	try {
		const document = load(text, { maxAliases: 0 });
		if (isRecord(document) && isRecord(document.metadata)) return document;
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
	}
	throw new OperatorError(`${path} is not a sealed Secret`, "restore it from Git");
}
// src/material/complete.ts
/**
* Makes missing material, and nothing else: requests with existing files are skipped. Private halves
* exist in memory only until they are sealed.
*/
async function completeMaterial(requests, files, options) {
	const made = /* @__PURE__ */ new Map();
	const missing = [];
	const unopened = /* @__PURE__ */ new Map();
	const secrets = /* @__PURE__ */ new Map();
	const mine = ({ organization }) => (options.organization === void 0 || organization === options.organization) && options.except?.has(organization) !== true;
	const open = requests.filter((request) => isOpen(request, files));
	for (const request of inOrderOfNeeds(open)) {
		if (!isKey(request)) {
			const all = new Map([...files, ...made]);
			if (request.needs.every((path) => all.has(path))) made.set(request.file, request.make(materialOf(all)));
			else missing.push(request);
			continue;
		}
		const { sealed, needs = [], signedOnly = false } = request;
		if (sealed === void 0 && !signedOnly || !mine(request)) {
			missing.push(request);
			continue;
		}
		const key = await orProblem(async () => {
			await openAll(needs, secrets, files, options.keyring);
			return request.make(makerOf(options, new Map([...files, ...made]), secrets));
		});
		if (key instanceof OperatorError) {
			missing.push(request);
			unopened.set(request, key);
			continue;
		}
		if (sealed !== void 0) {
			secrets.set(sealed.path, key.private);
			const secret = {
				name: sealed.secret,
				namespace: sealed.namespace,
				labels: options.labels,
				entries: key.private
			};
			made.set(sealed.path, await seal(secret, sealed.recipients, options.random, options.now()));
		}
		for (const [path, text] of Object.entries(key.public)) made.set(path, text);
	}
	return {
		made,
		missing,
		unopened
	};
}
/** Decrypts sealed files, each once. Throws an OperatorError if that fails. */
async function openAll(needs, secrets, files, keyring) {
	for (const path of needs.filter((one) => !secrets.has(one))) {
		const text = textOf$1(files, path);
		if (text === void 0) throw new OperatorError(`there is no ${path}`, "let its owner issue the certificate, and commit it with its sealed key");
		secrets.set(path, await openSealed(path, text, await keyring()));
	}
}
const makerOf = ({ random, now }, files, secrets) => ({
	random,
	now: now(),
	material: materialOf(files),
	secret: (path) => secrets.get(path) ?? {},
	standIn: false
});
/** A failure of one request does not stop the others: it is a value. */
async function orProblem(attempt) {
	try {
		return await attempt();
	} catch (error) {
		if (error instanceof OperatorError) return error;
		throw error;
	}
}
// src/material/re-encryption.ts
/**
* Encrypts sealed files anew for the recipients that the definition names now: those that have others. Each gets a new data key. The
* content is in memory only, and is checked against its MAC first.
*/
async function reEncrypt(requests, files, options) {
	const made = /* @__PURE__ */ new Map();
	const left = [];
	for (const { request, sealed, document } of outdated$1(requests, files, options)) {
		const { organization, path } = request;
		if (options.except?.has(organization) === true) {
			left.push({
				file: sealed.path,
				reason: `${organization} signs for its keys, so nobody encrypts them in its place`,
				hint: `\`chancery keys --organization ${organization} --recipients\`, then \`chancery sign --organization ${organization}\``,
				failed: false,
				path
			});
			continue;
		}
		const text = await orProblem(() => encryptedAnew(document, sealed, options));
		if (text instanceof OperatorError) left.push({
			file: sealed.path,
			reason: text.message,
			hint: text.hint,
			failed: true,
			path
		});
		else made.set(sealed.path, text);
	}
	return {
		made,
		left
	};
}
/** Sealed files that are encrypted for others than the definition says. */
function outdated$1(requests, files, { organization }) {
	const material = materialOf(files);
	return requests.filter(isKey).flatMap((request) => {
		const { sealed } = request;
		if (sealed === void 0 || organization !== void 0 && request.organization !== organization) return [];
		const document = sealedDocument(sealed.path, material);
		if (!isRecord(document) || !isSealed(document)) return [];
		const { missing, surplus } = recipientDifference(document, sealed);
		return missing.length + surplus.length === 0 ? [] : [{
			request,
			sealed,
			document
		}];
	});
}
async function encryptedAnew(document, { secret, namespace, recipients }, { random, now, keyring }) {
	const { metadata, immutable, data, stringData } = await unseal(document, await keyring());
	const labels = isRecord(metadata) ? metadata.labels : void 0;
	const texts = Object.entries(isRecord(stringData) ? stringData : {});
	return sealData({
		metadata: {
			name: secret,
			namespace,
			...isRecord(labels) ? { labels } : {}
		},
		...immutable === true ? { immutable } : {},
		data: Object.fromEntries([...Object.entries(isRecord(data) ? data : {}).map(([key, value]) => [key, String(value)]), ...texts.map(([key, text]) => [key, Buffer.from(String(text)).toString("base64")])])
	}, recipients, random, now());
}
// src/material/renewal.ts
/** Renews expiring certificates, the most urgent first, and never more than may restart at once. */
async function renew(renewals, files, options) {
	const made = /* @__PURE__ */ new Map();
	const left = [];
	const secrets = /* @__PURE__ */ new Map();
	const restarting = /* @__PURE__ */ new Map();
	for (const { renewal } of candidates(renewals, files, options)) {
		const { name, path, restarts, certificates, organization } = renewal;
		if (options.except?.has(organization) === true) {
			left.push({
				name,
				path,
				reason: `${organization} signs for its certificates, so only ${organization} can issue them`,
				hint: `\`chancery keys --organization ${organization} --renew ${name}\`, then \`chancery sign --organization ${organization}\``
			});
			continue;
		}
		const full = restarts.find(({ of, most }) => (restarting.get(of) ?? 0) >= most);
		if (full !== void 0) {
			left.push({
				name,
				path,
				reason: `no more than ${full.most} of the ${full.of} may restart at once`,
				hint: "renew it once the nodes renewed now are ready again"
			});
			continue;
		}
		const issued = await orProblem(() => issueAnew(renewal, files, secrets, options));
		if (issued instanceof OperatorError) {
			left.push({
				name,
				path,
				reason: issued.message,
				hint: issued.hint,
				failed: renewal.obstacle === void 0
			});
			continue;
		}
		for (const [at, { file, earlier }] of certificates.entries()) {
			made.set(file, issued[at] ?? "");
			const valid = earlier === void 0 ? "" : stillValid(textOf$1(files, file), textOf$1(files, earlier), options);
			if (earlier !== void 0 && (valid !== "" || files.has(earlier))) made.set(earlier, valid);
		}
		for (const { of } of restarts) restarting.set(of, (restarting.get(of) ?? 0) + 1);
	}
	return {
		made,
		left
	};
}
/** The unexpired certificates of these texts. */
const stillValid = (replaced, before, { now }) => [...certificatesIn(before ?? ""), ...certificatesIn(replaced ?? "")].filter((certificate) => (readCertificate(certificate)?.notAfter ?? 0) > now()).join("");
function candidates(renewals, files, { wanted, organization, now }) {
	const isWanted = ({ renewal, expires, lifetime }) => "within" in wanted ? expires <= now().getTime() + expirySpan(lifetime, wanted.within) : wanted.includes(renewal.name);
	return renewals.filter((renewal) => organization === void 0 || renewal.organization === organization).filter(({ certificates }) => certificates.every(({ file }) => files.has(file))).map((renewal) => ({
		renewal,
		expires: expiryOf(renewal, files),
		lifetime: Math.min(...renewal.certificates.map(({ file }) => lifetimeOf(files.get(file)) ?? 0))
	})).filter(isWanted).toSorted((a, b) => a.expires - b.expires || (a.renewal.name < b.renewal.name ? -1 : 1));
}
/** Expiry of the first of them; unreadable files are urgent. */
const expiryOf = ({ certificates }, files) => Math.min(...certificates.map(({ file }) => contentOf$1(files, file)?.notAfter.getTime() ?? 0));
const contentOf$1 = (files, path) => readCertificate(textOf$1(files, path) ?? "");
async function issueAnew({ certificates, obstacle }, files, secrets, options) {
	if (obstacle !== void 0) throw new OperatorError(obstacle, "it stays as it is until then");
	const old = certificates.map(({ file, authority }) => {
		const content = contentOf$1(files, file);
		const issuer = contentOf$1(files, authority);
		if (content === void 0 || content.publicKey.length === 0) throw new OperatorError(`${file} is not a certificate of a P-256 key`, "let its authority issue it, and commit it");
		if (issuer === void 0 || !content.isIssuedBy(issuer)) throw new OperatorError(`${file} was not issued by ${authority}`, "let its authority issue it, and commit it");
		return content;
	});
	await openAll([...new Set(certificates.map(({ sealedAuthority }) => sealedAuthority))], secrets, files, options.keyring);
	const maker = makerOf(options, files, secrets);
	return certificates.map((certificate, at) => certificate.issue(old[at]?.publicKey ?? /* @__PURE__ */ new Uint8Array(), maker));
}
// src/commands/renewal.ts
/** The word for all certificates that expire soon. Names of nodes have a slash. */
const expiring = "expiring";
const day$1 = 864e5;
function readRenew(text) {
	const names = text.split(/[\s,]+/).filter((name) => name !== "");
	if (names.length === 0) return { value: void 0 };
	if (!names.includes(expiring)) return { value: names };
	return names.length === 1 ? { value: expiring } : { allowed: `write ${expiring}, or names such as carrier/peer1` };
}
function readWithin(text) {
	const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
	return days === void 0 ? { allowed: "write a number of days, such as 30d" } : { value: Number(days) * day$1 };
}
/** Options of the commands that renew certificates. */
const renewOptions = {
	renew: parsed("NAMES", `Renew certificates: ${expiring}, or names of nodes such as carrier/peer1 for theirs, whenever they expire`, "", readRenew),
	within: parsed("DAYS", `How soon a certificate must expire to count as ${expiring}`, `30d`, readWithin)
};
/** The certificates to renew; undefined for none. */
const wantedRenewals = ({ renew, within }) => renew === expiring ? { within } : renew;
/** Throws an OperatorError for a name without a renewable certificate. */
function checkRenewals({ network, platform }, wanted) {
	if ("within" in wanted) return;
	const known = (platform.material.renewals?.(network) ?? []).map(({ name }) => name);
	const unknown = wanted.find((name) => !known.includes(name));
	if (unknown === void 0) return;
	const hint = known.length === 0 ? `keys of ${platform.definition.title} do not expire` : didYouMean(unknown, known);
	throw new OperatorError(`"${unknown}" has no certificate to renew`, hint);
}
// src/commands/keys.ts
/**
* Makes missing keys and a missing genesis, and nothing else: private halves leave memory encrypted only. Renews certificates
* on request.
*/
const keys = (options, ports) => alone(ports, () => keysAlone(options, ports));
async function keysAlone(options, ports) {
	const inspected = await inspect({
		...options,
		mends: options.recipients === true ? reEncryptionMends : []
	}, ports.files);
	const { checked } = inspected;
	const found = inspected.findings.filter(({ rule }) => options.recipients !== true || !reEncryptionMends.includes(rule));
	if (checked !== void 0) checkUsage(checked, options);
	ports.reporter.findings(found);
	if (checked === void 0) return {
		status: exitStatus.findings,
		findings: found,
		clusters: []
	};
	const completed = await withMaterial(checked, {
		...options,
		forSigners: true
	}, ports);
	const changes = await changesTo(ports.files, new Map([
		...completed.made,
		...completed.renewed,
		...completed.reEncrypted.made,
		[lockFile, dumpLock(completed.checked.lock)]
	]), []);
	await ports.files.change(changes);
	tell$2(completed, options, ports);
	const isAskedFor = Array.isArray(options.renew) || completed.renewed.size === 0;
	const left = [...leftFindings(completed.left, checked, isAskedFor), ...leftFileFindings(completed.reEncrypted.left, checked, completed.reEncrypted.made.size === 0)];
	ports.reporter.findings(left);
	return {
		status: hasErrors(left) ? exitStatus.findings : exitStatus.done,
		findings: [...found, ...left],
		clusters: checked.network.clusters.map(({ name }) => name),
		changed: !isEmpty$1(changes),
		files: [...changes.written.keys()]
	};
}
/** Rules about the recipients of sealed files. */
const reEncryptionMends = ["sealed-recipients", "issuer-key-in-cluster"];
/** Throws an OperatorError for options with names that the definition lacks: errors of usage come before all findings. */
function checkUsage(checked, { organization, renew: wanted }) {
	const organizations = checked.network.organizations.map(({ name }) => name);
	if (organization !== void 0 && !organizations.includes(organization)) throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, organizations));
	if (wanted !== void 0) checkRenewals(checked, wanted);
}
/** The network with the new material, not yet written. */
async function withMaterial(checked, { organization, renew: wanted, recipients = false, forSigners = false }, { random, now, keyring }) {
	const { network, platform, requests, materialFiles, lock } = checked;
	checkUsage(checked, {
		organization,
		renew: wanted
	});
	const except = new Set([...signingOrganizations(network)].filter((name) => !forSigners || name !== organization));
	const common = {
		...organization === void 0 ? {} : { organization },
		except,
		random,
		now,
		keyring
	};
	const { made, missing, unopened } = await completeMaterial(requests, materialFiles, {
		...common,
		labels: {
			"app.kubernetes.io/part-of": network.name,
			"app.kubernetes.io/managed-by": "chancery"
		}
	});
	const { made: renewed, left } = wanted === void 0 ? nothingRenewed : await renew(platform.material.renewals?.(network) ?? [], materialFiles, {
		...common,
		wanted
	});
	const reEncrypted = recipients ? await reEncrypt(requests, materialFiles, common) : nothingReEncrypted;
	const changed = new Map([
		...made,
		...renewed,
		...reEncrypted.made
	]);
	const files = new Map([...materialFiles, ...changed]);
	const digests = Object.fromEntries([...changed].map(([path, text]) => [path, digestOf$2(text)]));
	return {
		made,
		renewed,
		reEncrypted,
		left,
		unopened,
		checked: {
			...checked,
			materialFiles: files,
			missing,
			lock: {
				...lock,
				material: {
					...lock.material,
					...digests
				},
				certificates: expiriesOf(files)
			}
		}
	};
}
const nothingRenewed = {
	made: /* @__PURE__ */ new Map(),
	left: []
};
const nothingReEncrypted = {
	made: /* @__PURE__ */ new Map(),
	left: []
};
function tell$2({ made, renewed, reEncrypted, left, checked, unopened }, { renew: wanted, recipients = false }, { reporter }) {
	if (checked.missing.length + made.size === 0) reporter.say("no key is missing: nothing was made");
	for (const path of made.keys()) reporter.say(`made ${path}`);
	for (const path of renewed.keys()) {
		const until = checked.lock.certificates[path];
		reporter.say(until === void 0 ? `wrote ${path}` : `renewed ${path}, until ${until}`);
	}
	if (wanted !== void 0 && renewed.size + left.length === 0) reporter.say("no certificate expires that soon: nothing was renewed");
	for (const path of reEncrypted.made.keys()) reporter.say(`encrypted ${path} anew for ${readers(path, checked)}`);
	if (recipients && reEncrypted.made.size + reEncrypted.left.length === 0) reporter.say("every sealed file has the recipients that the definition names: nothing was encrypted anew");
	for (const request of checked.missing) reporter.say(`still missing: ${open$1(request, unopened.get(request), checked)}`);
	for (const name of signersOf([
		...made.keys(),
		...renewed.keys(),
		...reEncrypted.made.keys()
	], checked)) reporter.say(`${name} signs for this: run \`chancery sign --organization ${name}\``);
}
/** Organizations with signers whose files are among these. */
const signersOf = (paths, { network, requests }) => [...signingOrganizations(network)].filter((name) => requests.some((request) => isKey(request) && request.organization === name && (paths.includes(request.file) || request.sealed !== void 0 && paths.includes(request.sealed.path))));
/** The age recipients that a sealed file is for. */
const readers = (path, { requests }) => requests.filter(isKey).flatMap(({ sealed }) => sealed?.path === path ? sealed.recipients : []).join(", ");
function open$1(request, problem, { network }) {
	if (!isKey(request)) return request.label;
	const who = `organization ${request.organization}`;
	if (problem === void 0 && (request.sealed !== void 0 || request.signedOnly === true) && signingOrganizations(network).has(request.organization)) return `${titleOf$1(request)}: ${who} makes it with \`chancery keys --organization ${request.organization}\` and signs for it`;
	if (problem === void 0) return `${titleOf$1(request)}: ${who} commits ${request.file}`;
	return `${titleOf$1(request)}: ${who} makes it, because ${problem.message} (${problem.hint})`;
}
const keysCommand = command({
	name: "keys",
	purpose: "Make missing keys and a missing genesis block, encrypt keys for the clusters that need them; renew certificates",
	options: {
		organization: organization$1,
		...renewOptions,
		recipients: flag("Re-encrypt sealed files whose recipients in the definition have changed", { where: "command line" })
	},
	examples: [
		["chancery keys --organization carrier", "make the keys of one organization"],
		["chancery keys --renew expiring", "renew certificates that expire soon"],
		["chancery keys --recipients", "encrypt sealed files for the recipients that the definition names now"]
	],
	run: ({ network, organization, recipients, ...renewal }, ports) => keys({
		network,
		organization,
		recipients,
		renew: wantedRenewals(renewal)
	}, ports)
});
// src/commands/proposed-keys.ts
/** An inspection that counts keys of an unmerged proposal as made, so that a node never gets a second key. */
async function withProposedKeys(inspected, options, { repository, files }) {
	const none = {
		...inspected,
		proposed: /* @__PURE__ */ new Map()
	};
	if (inspected.checked === void 0 || inspected.checked.missing.length === 0) return none;
	const proposal = await repository.proposed(inspected.checked.network.name);
	if (proposal === void 0) return none;
	const proposed = await keysIn$1(proposal, inspected.checked);
	if (proposed.size === 0) return none;
	const again = await inspect(options, {
		read: async (path) => proposed.get(path) ?? files.read(path),
		readBytes: async (path) => {
			const text = proposed.get(path);
			return text === void 0 ? files.readBytes(path) : toBytes(text);
		},
		list: async (folder) => {
			const paths = [...proposed.keys()].filter((path) => path.startsWith(`${folder}/`));
			return [.../* @__PURE__ */ new Set([...await files.list(folder), ...paths])].sort();
		}
	});
	return again.checked === void 0 ? none : {
		...again,
		proposed
	};
}
/** The files of missing keys, if the proposal has all of them. */
async function keysIn$1(proposal, { missing }) {
	const found = await Promise.all(missing.filter(isKey).map(async (request) => {
		const sealed = request.sealed === void 0 ? [] : [request.sealed.path];
		const paths = sealed.length === 0 && request.signedOnly !== true ? [] : [.../* @__PURE__ */ new Set([...sealed, ...filesOfKey(request)])];
		const texts = await Promise.all(paths.map((path) => proposal.read(path)));
		const pairs = paths.flatMap((path, at) => texts[at] === void 0 ? [] : [[path, texts[at]]]);
		return pairs.length === paths.length ? pairs : [];
	}));
	return new Map(found.flat());
}
// src/commands/commit.ts
/** How often the work begins again because others wrote to the branch. */
const attempts = 10;
/**
* Makes missing keys, renders, and commits the result: one commit, or none when nothing changed. If the branch moves
* meanwhile, all of it is repeated on the new head: keys that were made for the old head are dropped.
*/
const commit = (options, ports) => alone(ports, () => commitAlone(options, ports));
async function commitAlone(options, ports) {
	const { repository, files, reporter, random, now, keyring, bases, buildRoots } = ports;
	const others = {
		repository,
		reporter,
		random,
		now,
		keyring,
		bases,
		buildRoots
	};
	let head = await repository.cleanHead([
		options.network,
		"overrides",
		lockFile,
		"material",
		rendered$1
	]);
	for (let attempt = 1; attempt <= attempts; attempt += 1) {
		const tried = await commitTo(head, options, {
			...others,
			files: head.checkedOut ? files : readOnly(repository.filesAt(head.commit))
		});
		if ("status" in tried) return tried;
		reporter.say(`${tried.because}: rendering again on top of it`);
		head = tried.head;
		await pause$4();
	}
	throw new OperatorError(`${head.branch} moved ${attempts} times while the files were rendered`, "nothing was changed: run the command again");
}
async function commitTo(head, options, ports) {
	const { repository, files, reporter } = ports;
	const inspected = await withProposedKeys(await inspect(options, files), options, ports);
	if (inspected.checked === void 0) {
		const steps = await firstSteps(inspected.findings, files);
		if (steps !== void 0) {
			reporter.findings(steps);
			reporter.say("nothing to commit yet: no cluster has recipients");
			return {
				status: exitStatus.done,
				findings: steps,
				clusters: [],
				changed: false,
				files: []
			};
		}
		reporter.findings(inspected.findings);
		return {
			status: exitStatus.findings,
			findings: inspected.findings,
			clusters: []
		};
	}
	const { checked, made, renewed, left, unopened } = await withMaterial(inspected.checked, options, ports);
	const missing = [...missingFindings(checked, "error", unopened), ...consentFindings(checked)];
	const tree = hasErrors(missing) ? void 0 : await renderTree(checked, ports);
	const broken = tree !== void 0 && options.build === true ? await buildFindings(checked, tree, ports) : [];
	const findings = sortFindings([
		...inspected.findings,
		...missing,
		...leftFindings(left, checked),
		...broken
	]);
	if (tree === void 0 || hasErrors(findings)) {
		reporter.findings(findings);
		return {
			status: exitStatus.findings,
			findings,
			clusters: []
		};
	}
	const material = new Map([
		...inspected.proposed,
		...made,
		...renewed
	]);
	const changes = await changesTo(files, mergeTrees(tree, material), [rendered$1]);
	const names = {
		made: [...material.keys()].filter((path) => !renewed.has(path)),
		renewed: [...renewed.keys()]
	};
	const delivery = await repository.commit({
		head,
		changes,
		message: message(checked.network.name, changes, names),
		proposal: {
			network: checked.network.name,
			findings: countFindings(findings),
			made: [...material.keys()]
		},
		...options.push === void 0 ? {} : { push: options.push }
	});
	if (delivery.outcome === "moved") return delivery;
	reporter.findings(findings);
	return {
		...told(delivery, changes, tree.size, ports),
		findings,
		...describe(checked),
		status: exitStatus.done
	};
}
function told(delivery, changes, size, { reporter }) {
	const { pullRequest, notes } = delivery;
	reporter.say(delivery.outcome === "committed" ? `committed ${delivery.commit.slice(0, 12)} to ${delivery.branch}: ${counted(changes.written.size, "file")} written, ${changes.removed.length} removed` : isEmpty$1(changes) || pullRequest === void 0 ? `nothing changed: ${counted(size, "file is", "files are")} up to date, no commit was made` : "nothing changed: the proposal is up to date, no commit was made");
	if (pullRequest !== void 0) reporter.say(`pull request ${pullRequest.number}: ${pullRequest.url}`);
	for (const note of notes) reporter.say(note);
	const proposal = pullRequest === void 0 ? {} : { pullRequest };
	if (delivery.outcome === "unchanged") return {
		changed: false,
		files: [],
		...proposal
	};
	return {
		changed: true,
		files: [...changes.written.keys(), ...changes.removed],
		commit: delivery.commit,
		...proposal
	};
}
/** For commands that read only. */
const readOnly = (files) => {
	const refuse = () => Promise.reject(/* @__PURE__ */ new Error("these files are read from a commit"));
	return {
		...files,
		alone: (work) => work(),
		change: refuse
	};
};
function message(network, { written, removed }, { made, renewed }) {
	const counts = [...written.size === 0 ? [] : [`${written.size} written`], ...removed.length === 0 ? [] : [`${removed.length} removed`]];
	const list = (title, paths) => paths.length === 0 ? "" : `\n\n${title}:\n${paths.map((path) => `- ${path}`).join("\n")}`;
	return `Render ${network}: ${counts.join(", ")}${list("Material made", made)}${list("Certificates renewed", renewed)}\n`;
}
const commitCommand = command({
	name: "commit",
	purpose: "Make missing keys, render, and commit the result to the current branch",
	options: {
		build,
		organization: organization$1,
		...renewOptions,
		push: optionalText("REMOTE", "Remote to push the commit to; when empty, the commit is not pushed", { inputDefault: "origin" }),
		deliver: choice("WAY", "How to deliver the commit; auto means api where GitHub provides a token, else git", [
			"auto",
			"api",
			"pull-request",
			"git"
		], { where: "action" }),
		branch: optionalText("BRANCH", "Branch to read and to commit to; when empty, the current branch", { where: "action" }),
		token
	},
	examples: [["chancery commit", "make missing keys, render and commit"], ["chancery commit --push origin", "the same, and push"]],
	run: ({ network, build, organization, push, ...values }, ports) => commit({
		network,
		build,
		organization,
		push,
		renew: wantedRenewals(values)
	}, ports)
});
// src/report/diff/object-difference.ts
/** Every object that applying would create, change or delete, in the order of the plan. */
const objectDifferences = (cluster, plan, prune) => [...changes(plan).map((step) => stepDifference(cluster, step)), ...(prune ? plan.orphans : []).filter(({ stays }) => stays === void 0).map(({ entry }) => ({
	cluster,
	object: nameOf$3(entry),
	action: "delete",
	diff: ""
}))];
function stepDifference(cluster, { object, action, differences, versions }) {
	const name = nameOf$3(object);
	const { before, after = object } = versions ?? {};
	if (action === "create") return {
		cluster,
		object: name,
		action,
		diff: patch(name, void 0, after)
	};
	if (differences.length === 0 || before === void 0) return {
		cluster,
		object: name,
		action: "own",
		diff: ""
	};
	return {
		cluster,
		object: name,
		action: "change",
		diff: patch(name, before, after)
	};
}
function patch(name, before, after) {
	const [old, now] = shown$2(before ?? after, after);
	return createTwoFilesPatch(before === void 0 ? "/dev/null" : `cluster/${name}`, `definition/${name}`, before === void 0 ? "" : dumpYaml(sorted$1(old)), dumpYaml(sorted$1(now)), void 0, void 0, {
		context: 3,
		headerOptions: FILE_HEADERS_ONLY
	});
}
/** Servers and definitions write fields in different orders. */
const sorted$1 = (fields) => Object.fromEntries(Object.entries(fields).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => [name, sortedValue(value)]));
function sortedValue(value) {
	if (Array.isArray(value)) return value.map(sortedValue);
	return isRecord(value) ? sorted$1(value) : value;
}
/** The diffs of a cluster, coloured as diffs are. */
function differenceLines(differences) {
	const owned = differences.filter(({ action }) => action === "own");
	return [...differences.flatMap(({ object, action, diff }) => {
		if (action === "own") return [];
		if (action === "delete") return [{
			text: `- ${object}`,
			tone: "bad"
		}];
		return diff.trimEnd().split("\n").map(diffLine);
	}), ...owned.map(({ object }) => ({ text: `~ ${object}: Chancery becomes the owner of its fields` }))];
}
function diffLine(text) {
	if (text.startsWith("--- ") || text.startsWith("+++ ")) return {
		text,
		tone: "heading"
	};
	if (text.startsWith("@@")) return {
		text,
		tone: "quiet"
	};
	if (text.startsWith("+")) return {
		text,
		tone: "good"
	};
	return text.startsWith("-") ? {
		text,
		tone: "bad"
	} : { text };
}
// src/commands/diff.ts
/** Shows what `apply` would change: the same dry run, with a unified diff of each object. */
async function diff(options, ports) {
	const { prune, forceConflicts: force } = options;
	const { signal, now, reporter } = ports;
	const delivery = await deliveryOf(options, ports);
	const { checked, findings } = delivery;
	reporter.findings(findings);
	if (checked === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const found = /* @__PURE__ */ new Map();
	const results = await atClusters(delivery, ports, {
		doing: "Comparing",
		withoutKeys: true,
		impersonate: false
	}, async ({ target, api, wanted, say, redact, leftOut }) => {
		const applied = await applyCluster(api, wanted, {
			force,
			prune,
			signal,
			now,
			named: /* @__PURE__ */ new Set(),
			dryRun: true,
			allowOlder: false,
			timeout: 0
		}, {
			say,
			planned: () => {}
		});
		const differences = objectDifferences(target.cluster.name, applied.plan, prune);
		found.set(target.cluster.name, differences.map((one) => ({
			...one,
			diff: redact(one.diff)
		})));
		const text = {
			context: target.context,
			prune,
			dryRun: true,
			withoutSteps: true
		};
		const secrets = leftOut === 0 ? [] : [`${leftOut} sealed Secrets were not compared: this machine has no age key`];
		return {
			outcome: applied.outcome,
			...countsOf(applied.plan),
			plan: [],
			lines: [
				...planLines(applied.plan, text),
				...secrets,
				...resultLines(applied).slice(0, -1)
			],
			message: outcomeLine(applied)
		};
	});
	for (const [name, differences] of found) for (const { text, tone } of differenceLines(differences)) reporter.say(`${results.length > 1 ? `${name}: ` : ""}${text}`, tone);
	const differences = [...found.values()].flat();
	return {
		status: differences.length === 0 && results.every(({ outcome }) => outcome === "planned") ? exitStatus.done : exitStatus.cluster,
		findings,
		...describe(checked, results),
		clusterResults: results,
		differences
	};
}
const diffCommand = command({
	name: "diff",
	purpose: "Show what apply would change in clusters: a unified diff of each object, by a dry run at the API server",
	where: "command line",
	options: {
		cluster,
		context: context$1,
		prune,
		"force-conflicts": forceConflicts
	},
	examples: [["chancery diff", "what apply would change, in all clusters"], ["chancery diff --cluster eu --prune", "in one cluster, with the objects that --prune would delete"]],
	run: ({ network, cluster, context, prune, "force-conflicts": forceConflicts }, ports) => diff({
		network,
		cluster,
		context,
		prune,
		forceConflicts
	}, ports)
});
// src/report/doctor/doctor-check.ts
const ok = (seen) => ({
	result: "ok",
	seen
});
const warning = (seen, hint) => ({
	result: "warning",
	seen,
	hint
});
const failed = (seen, hint) => ({
	result: "failed",
	seen,
	hint
});
const unknown$1 = (seen, hint) => ({
	result: "unknown",
	seen,
	...hint === void 0 ? {} : { hint }
});
// src/report/doctor/text.ts
const tones = {
	ok: "good",
	warning: "heading",
	failed: "bad",
	unknown: "quiet"
};
/** Checks of this machine first, then those of each cluster; what to do is below the line. */
function doctorLines(checks) {
	const width = Math.max(0, ...checks.map(({ name }) => name.length));
	return [...[...groupBy(checks, ({ cluster }) => cluster)].flatMap(([cluster, own]) => [{
		text: cluster === void 0 ? "this machine and the repository" : `cluster ${cluster}`,
		tone: "heading"
	}, ...own.flatMap(({ name, result, seen, hint }) => [{
		text: `  ${result.padEnd(7)}  ${name.padEnd(width)}  ${seen}`,
		tone: tones[result]
	}, ...hint === void 0 ? [] : [{ text: `${" ".repeat(13 + width)}${hint}` }]])]), doctorVerdict(checks)];
}
function doctorVerdict(checks) {
	const count = (result) => checks.filter((check) => check.result === result).length;
	const parts = [
		...count("failed") === 0 ? [] : [`${count("failed")} failed`],
		...count("warning") === 0 ? [] : [counted(count("warning"), "warning")],
		...count("unknown") === 0 ? [] : [`${count("unknown")} unknown`]
	];
	return {
		text: `${counted(checks.length, "check")}${parts.length === 0 ? ", all ok" : `: ${parts.join(", ")}`}`,
		tone: count("failed") > 0 ? "bad" : "good"
	};
}
// src/report/status/next-step.ts
const advices = {
	ErrImagePull: "image",
	ImagePullBackOff: "image",
	ErrImageNeverPull: "image",
	ImageInspectError: "image",
	RegistryUnavailable: "image",
	SignatureValidationFailed: "image",
	InvalidImageName: "image",
	CrashLoopBackOff: "crash",
	CrashedBefore: "crash",
	RunContainerError: "crash",
	StartError: "crash",
	PreCreateHookError: "crash",
	PostStartHookError: "crash",
	PodFailed: "crash",
	SuccessfulDelete: "crash",
	FailedBefore: "crash",
	CreateContainerConfigError: "mount",
	CreateContainerError: "mount",
	FailedMount: "mount",
	FailedMapVolume: "mount",
	Unschedulable: "schedule",
	FailedAttachVolume: "volume",
	ProvisioningFailed: "volume",
	FailedBinding: "volume",
	FailedCreatePodSandBox: "sandbox",
	SyncLoadBalancerFailed: "load balancer",
	FailedBuildModel: "load balancer",
	FailedDeployModel: "load balancer",
	AllocationFailed: "load balancer",
	FailedCreateByQuota: "quota",
	FailedCreateByPodSecurity: "security",
	FailedCreateByPolicy: "create",
	FailedCreate: "create"
};
/** What to do about an object that is not ready: a cause to check first, then a command that shows more. */
function nextStep(trouble, where) {
	const { object, pod, cause } = trouble;
	const { namespace = "" } = object.metadata;
	const kubectl = (words) => `kubectl --context ${shellWord(where.context)} -n ${namespace} ${words}`;
	const describeObject = kubectl(`describe ${object.kind.toLowerCase()} ${object.metadata.name}`);
	const describePod = pod === void 0 ? describeObject : kubectl(`describe pod ${pod}`);
	const logs = (more) => where.logName === void 0 ? describePod : `chancery logs ${where.logName} --cluster ${where.cluster}${more}`;
	switch (cause === void 0 ? void 0 : advices[cause]) {
		case "image": return `check the version, \`images.registry\` and \`images.pullSecret\`; ${describePod}`;
		case "crash": return `read why it ended: ${logs(" --previous")}`;
		case "mount": return `check that the Secrets and ConfigMaps of the pod exist, and that the cluster can decrypt them; ${describePod}`;
		case "schedule": return `add a machine with room for it, or request less (\`resources\`); ${describePod}`;
		case "volume": return `check the storage class of the cluster (\`storageClass\`) and its quota; ${kubectl("get persistentvolumeclaims")}`;
		case "sandbox": return `check the network plugin of the machine; ${describePod}`;
		case "load balancer": return `check \`ambassador.loadBalancer\` and the quota of the cloud; ${describeObject}`;
		case "quota": return `raise the quota of the namespace, or request less (\`resources\`); ${kubectl("describe resourcequota")}`;
		case "security": return `check the Pod Security labels of the namespace; kubectl --context ${shellWord(where.context)} get namespace ${namespace} --show-labels`;
		case "create": return `check admission policies and ServiceAccounts of the namespace; ${describeObject}`;
		default: return object.kind === "Service" ? `check that the cluster has a load balancer controller; ${describeObject}` : logs("");
	}
}
/** Names of contexts are free texts, such as `arn:aws:eks:…`. */
const shellWord = (text) => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
// src/commands/clusters/flux.ts
const group = "kustomize.toolkit.fluxcd.io";
/** What `render` writes. */
const version$1 = "v1";
/** Whether Flux runs in a cluster, in which version, and whether it delivers the network. */
async function fluxCheck(api, { network, context }, signal) {
	const answer = await api.request("GET", `/apis/${group}`, { signal });
	if (answer.status === 404) return {
		installed: false,
		judgement: ok("not installed: `chancery apply` applies; docs/apply.md says how Flux would")
	};
	if (!isSuccess(answer)) return {
		installed: true,
		judgement: failed(messageOf(answer), "see whether the API server is well")
	};
	const served = listAt$1(answer.body, "versions").map((one) => textAt$1(one, "version"));
	if (!served.includes(version$1)) return {
		installed: true,
		judgement: failed(`it serves ${group} ${served.join(", ")}, and not ${version$1}`, "upgrade Flux to 2.0 or newer")
	};
	return {
		installed: true,
		judgement: await deliveryCheck(api, {
			network,
			context
		}, signal)
	};
}
async function deliveryCheck(api, { network, context }, signal) {
	const release = await controllerVersion(api, signal);
	const found = await listObjects(api, `/apis/${group}/${version$1}/namespaces/${fluxNamespace}/kustomizations`, {
		type: {
			apiVersion: `${group}/${version$1}`,
			kind: "Kustomization"
		},
		signal
	});
	if ("status" in found) return ok(`installed${release}; its Kustomizations cannot be listed: ${messageOf(found)}`);
	const own = found.filter(({ metadata }) => metadata.name.startsWith(`${network}-`));
	if (own.length === 0) return ok(`installed${release}; it does not deliver this network yet: docs/apply.md has the bootstrap`);
	const open = own.filter((one) => statusOf(one).state !== "current");
	const [first] = open;
	if (first === void 0) return ok(`installed${release}; all ${counted(own.length, "Kustomization")} of this network are ready`);
	return warning(`installed${release}; ${open.length} of ${counted(own.length, "Kustomization")} of this network are not ready: ${first.metadata.name}: ${statusOf(first).message}`, `kubectl --context ${shellWord(context)} -n ${fluxNamespace} describe kustomization ${first.metadata.name}`);
}
/** ` (kustomize-controller v1.7.3)`; empty where it is not in the usual place. */
async function controllerVersion(api, signal) {
	const name = "kustomize-controller";
	const answer = await api.request("GET", `/apis/apps/v1/namespaces/${fluxNamespace}/deployments/${name}`, { signal });
	if (!isSuccess(answer)) return "";
	const [container] = listAt$1(answer.body, "spec", "template", "spec", "containers");
	const image = readImageReference(textAt$1(container, "image"));
	return "tag" in image && image.tag !== void 0 ? ` (${name} ${image.tag})` : "";
}
// src/ambassador/resolution.ts
/** What others dial in a cluster, each once: names below its domain, or its one IP address. */
const namesIn$1 = (cluster, routes) => [...new Set(routes.filter((route) => route.cluster === cluster.name).map(({ host }) => host))].sort();
/** A wildcard record has many names, and a DNS server little patience. */
const atOnce = 16;
/**
* Resolves the names of a cluster, and holds them against where its Ambassador is: IP addresses, or names of its load balancer;
* none where that is not known. A name may have more addresses than the load balancer tells, but has to have one of them.
*/
async function resolutions(names, ambassador, lookup) {
	const addressesOf = async (name) => isIpAddress(name) ? [name] : lookup(name);
	const own = (await Promise.all(ambassador.map((one) => addressesOf(one).catch(unknown)))).flat();
	return pMap(names, async (name) => {
		const found = await addressesOf(name).catch(problem);
		if (typeof found === "string") return {
			name,
			addresses: [],
			failure: found
		};
		if (found.length === 0) return {
			name,
			addresses: [],
			failure: "does not resolve"
		};
		if (own.length === 0 || found.some((address) => own.includes(address))) return {
			name,
			addresses: found
		};
		const elsewhere = `${isIpAddress(name) ? "is the address that nodes dial" : `resolves to ${found.join(", ")}`}, but the Ambassador is at ${ambassador.join(", ")}`;
		if (own.every(isPrivate) && !found.some(isPrivate)) return {
			name,
			addresses: found,
			note: `${elsewhere}, which is private: a device in front must forward to it`
		};
		return {
			name,
			addresses: found,
			failure: elsewhere
		};
	}, { concurrency: atOnce });
}
/** RFC 1918, RFC 6598 and RFC 4193. */
const isPrivate = (address) => /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:)/i.test(address);
function problem(error) {
	if (error instanceof OperatorError) return error.message;
	throw error;
}
const unknown = (error) => {
	problem(error);
	return [];
};
// src/cluster/access-review.ts
/** `patch statefulsets.apps in trade-north` */
const rightText = ({ verb, group, resource, namespace }) => `${verb} ${resource}${group === "" ? "" : `.${group}`}${namespace === void 0 ? "" : ` in ${namespace}`}`;
/** What applying these objects needs; a kind that the server does not know yet comes from a CRD among them. */
async function rightsToApply(objects, resources) {
	const defined = new Map(objects.filter(({ kind }) => kind === "CustomResourceDefinition").map((crd) => [`${at$1(crd, "spec", "group")}/${at$1(crd, "spec", "names", "kind")}`, String(at$1(crd, "spec", "names", "plural"))]));
	const rights = /* @__PURE__ */ new Map();
	for (const object of objects) {
		const group = groupOf(object);
		const resource = (await resources.of(object))?.plural ?? defined.get(`${group}/${object.kind}`);
		if (resource === void 0) continue;
		const { namespace } = object.metadata;
		for (const verb of [
			"get",
			"create",
			"patch"
		]) {
			const right = {
				verb,
				group,
				resource,
				...namespace === void 0 ? {} : { namespace }
			};
			rights.set(rightText(right), right);
		}
	}
	const pods = {
		verb: "list",
		group: "",
		resource: "pods"
	};
	return [...rights.values(), pods];
}
/**
* The rights that the caller lacks. The server only answers; nothing is made:
* https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access. Throws OperatorError when it does not answer.
*/
async function missingRights(api, rights, signal) {
	const allowed = await pMap(rights, (resourceAttributes) => isAllowed(api, resourceAttributes, signal), { concurrency: 32 });
	return rights.filter((_, index) => allowed[index] !== true);
}
async function isAllowed(api, resourceAttributes, signal) {
	const body = {
		apiVersion: "authorization.k8s.io/v1",
		kind: "SelfSubjectAccessReview",
		spec: { resourceAttributes }
	};
	const answer = await api.request("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", {
		body,
		signal
	});
	if (isSuccess(answer)) return at$1(answer.body, "status", "allowed") === true;
	throw new OperatorError(`the API server does not say what this account may do: ${messageOf(answer)}`, "any account may ask for that (system:basic-user), unless somebody took the right away");
}
// src/commands/doctor/cluster.ts
/** Versions whose server-side apply and Pod Security are what is rendered for. */
const oldestMinor = 28;
/** Seconds: a token or certificate is refused by a clock that is far off, long before people see it. */
const clockWarning = 30;
const clockFailure = 300;
/** The version and the clock, which come with one answer. */
async function serverChecks({ api, context, ports }) {
	const asked = ports.now();
	const answer = await api.request("GET", "/version", { signal: ports.signal });
	const received = ports.now();
	if (!isSuccess(answer)) throw new OperatorError(`the API server of the context ${context} answers: ${messageOf(answer)}`, "is the kubeconfig the right one?");
	const version = String(at$1(answer.body, "gitVersion"));
	const [, major = "0", minor = "0"] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
	return {
		"API server": Number(major) < 1 || Number(major) === 1 && Number(minor) < oldestMinor ? warning(`Kubernetes ${version}`, `upgrade to 1.${oldestMinor} or newer`) : ok(`Kubernetes ${version}, context ${context}`),
		clock: clockCheck(answer.date, (asked.getTime() + received.getTime()) / 2)
	};
}
function clockCheck(server, here) {
	if (server === void 0) return unknown$1("the API server does not tell its time");
	const seconds = Math.round(Math.max(0, Math.abs(server.getTime() - here) - 1e3) / 1e3);
	const seen = seconds === 0 ? "no difference to the API server" : `${seconds} s ${server.getTime() > here ? "behind" : "ahead of"} the API server`;
	const hint = "synchronize the clocks of this machine and of the cluster (NTP)";
	if (seconds > clockFailure) return failed(seen, hint);
	return seconds > clockWarning ? warning(seen, hint) : ok(seen);
}
/** Asks the server for each right that `apply` needs. */
async function rightsCheck({ api, objects, ports }, hasFlux) {
	if (objects === void 0) return unknown$1("what would be applied cannot be rendered yet");
	const rights = await rightsToApply(objects, resourcesOf(api));
	const missing = await missingRights(api, rights, ports.signal);
	if (missing.length === 0) return ok(`this account has all ${rights.length} rights to apply`);
	const seen = `${missing.length} of ${rights.length} rights to apply are missing: ${several(missing.map(rightText), 3)}`;
	const hint = "bind the ClusterRole of docs/apply.md#rights to this account";
	return hasFlux ? warning(seen, `${hint}; Flux applies without them`) : failed(seen, hint);
}
/** Namespaces that exist already keep their labels until the first apply: another level may refuse pods. */
async function podSecurityCheck({ api, objects }) {
	if (objects === void 0) return unknown$1("what would be applied cannot be rendered yet");
	const label = "pod-security.kubernetes.io/enforce";
	const namespaces = objects.filter(({ kind }) => kind === "Namespace");
	const levels = await Promise.all(namespaces.map(async ({ metadata }) => {
		const live = await getObject(api, `/api/v1/namespaces/${metadata.name}`);
		return {
			name: metadata.name,
			desired: metadata.labels?.[label],
			live: live?.metadata.labels?.[label],
			exists: live !== void 0
		};
	}));
	const other = levels.filter(({ exists, desired, live }) => exists && desired !== void 0 && live !== desired);
	if (other.length > 0) return warning(other.map(({ name, live = "no level", desired }) => `namespace ${name} enforces ${live} in place of ${desired}`).join(", "), "applying sets the label; see who set the other one");
	const existing = levels.filter(({ exists }) => exists).length;
	return ok(`${existing} of ${counted(levels.length, "namespace")} exist, none enforces another level`);
}
/** The load balancer of the Ambassador, and the names that must resolve to it. */
async function entranceChecks(subject) {
	const { api, cluster, routes, lookup } = subject;
	const { ambassador } = cluster;
	if (ambassador.publish !== "LoadBalancer") return {
		"load balancer": ok(`none is needed: the Ambassador uses ${ambassador.publish}`),
		DNS: unknown$1("ask `chancery verify` once the Ambassador runs")
	};
	const path = `/api/v1/namespaces/${ambassador.namespace}/services/${ambassador.service}`;
	const addresses = addressesOf(await getObject(api, path));
	if (addresses.length === 0) return {
		"load balancer": await otherLoadBalancers(subject),
		DNS: unknown$1("the Ambassador has no address yet")
	};
	const found = await resolutions(namesIn$1(cluster, routes), addresses, lookup);
	const wrong = found.filter(({ failure }) => failure !== void 0);
	const target = `${cluster.domain === void 0 ? cluster.address : `*.${cluster.domain}`} → ${addresses.join(", ")}`;
	return {
		"load balancer": ok(`the Ambassador has the address ${addresses.join(", ")}`),
		DNS: wrong.length === 0 ? ok(`${counted(found.length, "name resolves", "names resolve")} to the Ambassador`) : warning(`${wrong.length} of ${found.length} names: ${wrong[0]?.name} ${wrong[0]?.failure}`, `create or correct the record ${target}`)
	};
}
/** Whether anybody got an address: Kubernetes does not tell which load balancers it could make. */
async function otherLoadBalancers({ api, objects, ports }) {
	const service = objects?.find(({ kind, spec }) => kind === "Service" && at$1(spec, "type") === "LoadBalancer");
	const className = at$1(service, "spec", "loadBalancerClass");
	const services = await listObjects(api, "/api/v1/services", {
		type: {
			apiVersion: "v1",
			kind: "Service"
		},
		signal: ports.signal
	});
	if ("status" in services) return unknown$1(`Services of the cluster cannot be listed: ${messageOf(services)}`);
	const same = services.filter((one) => at$1(one, "spec", "type") === "LoadBalancer").filter((one) => className === void 0 || at$1(one, "spec", "loadBalancerClass") === className);
	const which = className === void 0 ? "LoadBalancer Services" : `Services of the class ${className}`;
	const served = same.filter((one) => addressesOf(one).length > 0);
	if (served.length > 0) return ok(`${served.length} of ${counted(same.length, "other Service")} of the type LoadBalancer have an address`);
	if (same.length > 0) return warning(`none of ${same.length} ${which} has an address`, "see whether its load balancer controller runs");
	return unknown$1(`no ${which} in the cluster show whether a load balancer is available`, "docs/providers.md says what each provider needs");
}
// src/commands/doctor/machine.ts
/** Programs of this machine, the repository, the definition, keys and what is rendered. */
async function machineChecks(input, ports) {
	const { inspection, delivery } = input;
	const checked = inspection instanceof OperatorError ? void 0 : inspection.checked;
	return [
		...(await ports.programs()).map(({ name, seen, hint }) => {
			return {
				name,
				...hint === void 0 ? ok(seen) : failed(seen, hint)
			};
		}),
		{
			name: "repository",
			...await repositoryCheck(ports)
		},
		{
			name: "definition",
			...definitionCheck(inspection)
		},
		...checked === void 0 ? [] : [
			{
				name: "keys",
				...keysCheck(checked)
			},
			{
				name: "deploy/",
				...renderedCheck(delivery)
			},
			{
				name: "certificates",
				...certificatesCheck(checked, ports.now())
			}
		]
	];
}
async function repositoryCheck({ repository }) {
	try {
		const head = await repository.checkedOut();
		return head === void 0 ? warning("no git repository with a commit", "run `git init` and commit: what is applied must be found in Git") : ok(`commit ${head.commit.slice(0, 12)}`);
	} catch (error) {
		return judgementOf(error);
	}
}
/** What a person can set right is a result of the check; anything else is a bug. */
function judgementOf(error) {
	if (error instanceof OperatorError) return unknown$1(error.message, error.hint);
	throw error;
}
function definitionCheck(inspection) {
	if (inspection instanceof OperatorError) return failed(inspection.message, inspection.hint);
	const { findings, checked } = inspection;
	const errors = findings.filter(({ severity }) => severity === "error");
	const warnings = findings.filter(({ severity }) => severity === "warning");
	const [first] = errors;
	if (first !== void 0) return failed(`${counted(errors.length, "error")}: ${first.message}`, "`chancery validate` shows all of them");
	if (checked === void 0) return failed("it cannot be read", "`chancery validate` shows why");
	if (warnings.length > 0) return warning(counted(warnings.length, "warning"), "`chancery validate` shows them");
	const { clusters, organizations, nodes } = checked.network;
	return ok(`valid: ${counted(clusters.length, "cluster")}, ${counted(organizations.length, "organization")}, ${counted(nodes.length, "node")}`);
}
const keysCheck = ({ missing }) => missing.length === 0 ? ok("keys and certificates of the definition exist") : warning(`${counted(missing.length, "key or certificate does", "keys and certificates do")} not exist yet`, "run `chancery keys`, or merge: the workflow makes them");
function renderedCheck(delivery) {
	if (delivery instanceof OperatorError) return unknown$1(delivery.message, delivery.hint);
	if (delivery === void 0) return unknown$1("the definition has errors");
	const rules = [
		"lock-outdated",
		"deploy-outdated",
		"not-committed",
		"kustomize"
	];
	const [first] = delivery.findings.filter(({ rule }) => rules.includes(rule));
	if (first !== void 0) return warning(first.message, first.hint ?? "run `chancery render` and commit the result");
	return delivery.checked === void 0 ? unknown$1("it cannot be rendered before all keys exist") : ok("is what the definition renders");
}
function certificatesCheck(checked, now) {
	const [first, ...others] = expiryFindings(checked, now);
	if (first === void 0) return ok("none expires soon");
	const more = others.length === 0 ? "" : ` and ${others.length} more`;
	const hint = first.hint ?? "renew it";
	return first.severity === "error" ? failed(`${first.message}${more}`, hint) : warning(`${first.message}${more}`, hint);
}
/** Who decrypts what in a cluster: the cluster itself, and organizations with recipients of their own there. */
function holdersIn({ organizations, nodes }, cluster) {
	const present = organizations.filter(({ name }) => nodes.some((node) => node.cluster.name === cluster.name && node.organization.name === name));
	return new Map([[`cluster ${cluster.name}`, cluster.recipients], ...present.filter((organization) => ownRecipients(organization, cluster.name).length > 0).map((organization) => [holderOf(organization, cluster), readersOf$1(organization, cluster)])]);
}
/** `apply` needs an age key of each holder. Recipients are public; identities are never shown. */
function ageKeyCheck(network, cluster, keyring) {
	if (keyring instanceof OperatorError) return failed(keyring.message, keyring.hint);
	const own = keyring.identities.map(({ recipient }) => recipient);
	const holders = [...holdersIn(network, cluster)];
	const lacking = holders.filter(([, recipients]) => !recipients.some((recipient) => own.includes(recipient)));
	if (lacking.length === 0) return ok(`this machine has the key of ${listed(holders.map(([holder]) => holder))}`);
	const passedOver = keyring.passedOver.length === 0 ? "" : `; not usable: ${keyring.passedOver.join(", ")}`;
	const seen = own.length === 0 ? "no age key is given" : `no key of ${listed(lacking.map(([holder]) => holder))}`;
	const [, recipients = []] = lacking[0] ?? [];
	return warning(`${seen}${passedOver}`, `\`chancery apply\` needs the key of ${recipients.join(" or ")} in SOPS_AGE_KEY or SOPS_AGE_KEY_FILE; with Flux only the cluster needs it`);
}
// src/commands/doctor/storage.ts
/** Whether the volumes of nodes will get a class: the one of the definition, or the default one of the cluster. */
async function storageCheck(api, cluster, signal) {
	const { storageClass: wanted, createStorageClass } = cluster;
	const classes = await listObjects(api, "/apis/storage.k8s.io/v1/storageclasses", {
		type: {
			apiVersion: "storage.k8s.io/v1",
			kind: "StorageClass"
		},
		signal
	});
	if ("status" in classes) return unknown$1(`storage classes cannot be listed: ${messageOf(classes)}`, "list storageclasses.storage.k8s.io, or ask the administrators of the cluster");
	const names = classes.map(({ metadata }) => metadata.name);
	if (wanted !== void 0) {
		const found = classes.find(({ metadata }) => metadata.name === wanted);
		if (found !== void 0) return judged$1(found, wanted);
		if (createStorageClass) return ok(`${wanted} does not exist yet: applying makes it`);
		return failed(`there is no storage class ${wanted}`, `${didYouMean(wanted, names)} (\`storageClass\`)`);
	}
	const [first] = classes.filter(({ metadata }) => metadata.annotations?.["storageclass.kubernetes.io/is-default-class"] === "true");
	if (first !== void 0) return judged$1(first, `${first.metadata.name}, the default of the cluster`);
	return failed("the cluster has no default storage class, and the definition names none", `name one (\`storageClass\`): ${names.length === 0 ? "the cluster has none" : `the cluster has ${names.join(", ")}`}`);
}
/** What a ledger needs to grow, and to get a volume where its pod runs. */
function judged$1(found, title) {
	const seen = `${title} (${String(at$1(found, "provisioner"))})`;
	if (at$1(found, "allowVolumeExpansion") !== true) return warning(`${seen} does not allow volumes to grow`, "a ledger grows: use a class with allowVolumeExpansion, or size volumes for years");
	return ok(seen);
}
// src/commands/doctor.ts
/** Checks this machine, the repository and each cluster before the first apply. Changes nothing. */
async function doctor(options, ports) {
	const lookup = ports.lookupAt(itemsIn(options.dnsServer));
	const inspection = await inspect(options, ports.files).catch(operators);
	const { findings, checked } = inspection instanceof OperatorError ? nothing : inspection;
	const delivery = checked === void 0 ? void 0 : await deliveryOf(options, ports).catch(operators);
	const keyring = await ports.keyring().catch(operators);
	const contexts = await ports.contexts().catch(operators);
	const clusters = checked === void 0 ? [] : selected(checked.network.clusters, options);
	const ofClusters = await ports.reporter.during("Looking at clusters", () => Promise.all(clusters.map((one) => checksOfCluster(one))));
	const checks = [...await machineChecks({
		inspection,
		delivery
	}, ports), ...ofClusters.flat()];
	for (const { text, tone } of doctorLines(checks)) ports.reporter.say(text, tone);
	const isFailed = checks.some(({ result }) => result === "failed");
	return {
		status: hasErrors(findings) ? exitStatus.findings : isFailed ? exitStatus.operator : exitStatus.done,
		findings,
		clusters: clusters.map(({ name }) => name),
		doctor: checks
	};
	async function checksOfCluster(one) {
		const named = (judgements) => Object.entries(judgements).map(([name, judgement]) => ({
			cluster: one.name,
			name,
			...judgement
		}));
		if (checked === void 0) return [];
		const ageKey = { "age key": ageKeyCheck(checked.network, one, keyring) };
		const context = contextOf$1(one, options);
		if (contexts instanceof OperatorError) return named({
			context: failed(contexts.message, contexts.hint),
			...ageKey
		});
		try {
			const api = await connectTo({
				cluster: one,
				context
			}, contexts, ports);
			try {
				const { network, platform, lock } = checked;
				return named({
					...await clusterJudgements({
						api,
						network,
						cluster: one,
						context,
						ports,
						lookup,
						routes: delivered(delivery) === void 0 ? [] : routesOf(network, platform, lock.ports),
						objects: delivered(delivery)?.targets.find((target) => target.cluster.name === one.name)?.objects
					}),
					...ageKey
				});
			} finally {
				api.close();
			}
		} catch (error) {
			if (!(error instanceof OperatorError)) throw error;
			return named({
				[contexts.includes(context) ? "API server" : "context"]: failed(error.message, error.hint),
				...ageKey
			});
		}
	}
}
/** Of a folder without a definition. */
const nothing = { findings: [] };
/** What could be built to apply; undefined where a finding or the machine is in the way. */
const delivered = (delivery) => delivery instanceof OperatorError || delivery?.checked === void 0 ? void 0 : delivery;
const operators = (error) => {
	if (error instanceof OperatorError) return error;
	throw error;
};
/** The API server first: nothing else can be asked when it does not answer. Throws its OperatorError. */
async function clusterJudgements(subject) {
	const { api, network, cluster, context, ports } = subject;
	const server = await serverChecks(subject);
	const flux = await fluxCheck(api, {
		network: network.name,
		context
	}, ports.signal);
	const orUnknown = (work) => work.catch(judgementOf);
	const [rights, storage, security, entrance] = await Promise.all([
		orUnknown(rightsCheck(subject, flux.installed)),
		orUnknown(storageCheck(api, cluster, ports.signal)),
		orUnknown(podSecurityCheck(subject)),
		entranceChecks(subject).catch((error) => {
			return {
				"load balancer": judgementOf(error),
				DNS: unknown$1("the address of the Ambassador is unknown")
			};
		})
	]);
	return {
		...server,
		rights,
		Flux: flux.judgement,
		"storage class": storage,
		...entrance,
		"Pod Security": security
	};
}
const doctorCommand = command({
	name: "doctor",
	purpose: "Check this machine, the repository and each cluster before the first apply; change nothing",
	where: "command line",
	options: {
		cluster,
		context: context$1,
		"dns-server": dnsServer
	},
	examples: [["chancery doctor", "everything that apply needs, with what to do"], ["chancery doctor --cluster eu -o json", "one cluster, for programs"]],
	run: ({ network, cluster, context, "dns-server": dnsServer }, ports) => doctor({
		network,
		cluster,
		context,
		dnsServer
	}, ports)
});
// src/report/descriptions.ts
/** All of one description, for a terminal. */
function descriptionText({ id, kind, title, why, cases, example, page }) {
	return [
		`${id} (${kind})`,
		"",
		title,
		...why === void 0 ? [] : [why],
		...cases.flatMap((one) => ["", ...caseLines(one)]),
		...example === void 0 ? [] : [
			"",
			"example:",
			...example.split("\n").map((line) => `    ${line}`)
		],
		"",
		page
	].join("\n");
}
function caseLines({ severity, platforms, finds, remedy }) {
	return [`${severity}${platforms.length === 0 ? "" : ` (${platforms.join(", ")})`}${finds === void 0 ? "" : `: ${finds}`}`, `    ${remedy}`];
}
/** One line for each description. */
function descriptionList(descriptions) {
	const width = Math.max(...descriptions.map(({ id }) => id.length));
	const lines = (kind) => descriptions.filter((one) => one.kind === kind).toSorted((a, b) => a.id < b.id ? -1 : 1).map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`);
	return [
		"Rules:",
		...lines("rule"),
		"",
		"Risks:",
		...lines("risk")
	].join("\n");
}
// src/ambassador/rule-texts/exposure.ts
/** Rules of what an Ambassador exposes, and to whom. */
const exposureRules = {
	"open-to-all": {
		title: "The ports of a cluster are open to the whole internet.",
		why: "Anyone who reaches a port of a ledger node may be able to read the ledger. Local clusters are not checked.",
		cases: [{
			severity: "warning",
			remedy: "List the other clusters and the clients in `ambassador.sourceRanges`."
		}],
		example: "sourceRanges: [203.0.113.0/24]"
	},
	"expose-needs-domain": {
		title: "A node is exposed in a cluster without a domain.",
		why: "Clients select an exposed HTTP endpoint by its host name.",
		cases: [{
			severity: "error",
			remedy: "Set `domain` of the cluster, or remove `expose`."
		}]
	},
	"ambassador-setting": {
		title: "A setting of the Ambassador does not fit its provider or its other settings.",
		cases: [
			{
				severity: "error",
				finds: "Settings that exclude each other, or that the provider does not support.",
				remedy: "Follow the message. See docs/providers.md."
			},
			{
				severity: "warning",
				finds: "`cleartext` in a cloud, with nodes exposed to the internet, and no annotation that terminates TLS at the load balancer.",
				remedy: "Set `issuer` or `tlsSecret`."
			},
			{
				severity: "warning",
				finds: "`selfSigned` in a cluster that is not local: clients cannot verify the server.",
				remedy: "Name an `issuer`."
			},
			{
				severity: "warning",
				finds: "One pod (`replicas: 1`) in a cluster that is not local: a restart closes all connections.",
				remedy: "Set `replicas` to 2 or more."
			}
		]
	},
	"no-effect": {
		title: "A field has no effect.",
		why: "Its author expects something that does not happen.",
		cases: [
			{
				severity: "warning",
				finds: "An Ambassador field that its other settings disable: `replicas` with `existing`, `NodePort` or `hostPort`; `passthrough: sni` without endpoints with TLS; `tlsSecret` with `cleartext`; a class or annotation of another cloud.",
				remedy: "Remove the field."
			},
			{
				severity: "warning",
				finds: "An entry that is listed twice, a range without addresses, an origin beside `\"*\"`, `port` of a node without a port, or `issuerRecipients` without certificates.",
				remedy: "Remove the entry."
			},
			{
				severity: "notice",
				finds: "A setting for exposed HTTP endpoints in a cluster without such endpoints.",
				remedy: "Expose a node, or remove the setting."
			}
		]
	},
	"source-ranges": {
		title: "`sourceRanges` are not enforced.",
		why: "The address of the client does not arrive there.",
		cases: [{
			severity: "warning",
			remedy: "Enforce the ranges in a firewall, or publish in another way."
		}]
	},
	"emissary-version": {
		title: "`ambassador.version` is a release of Emissary that is not supported.",
		cases: [{
			severity: "error",
			remedy: "Leave the field out. With `existing`, ask the owner to upgrade Emissary."
		}]
	},
	"body-limit": {
		title: "A WebSocket or gRPC endpoint is exposed together with `bodyLimit`.",
		why: "Envoy waits for the end of each request, so the endpoint would never answer.",
		cases: [{
			severity: "error",
			remedy: "Remove `bodyLimit`, or do not expose the endpoint."
		}]
	},
	"unguarded-endpoint": {
		title: "An exposed endpoint answers the whole internet without authentication.",
		why: "Anyone can call the ledger.",
		cases: [{
			severity: "warning",
			remedy: "Use the ledger's authentication, set `ambassador.authentication`, or narrow `ambassador.sourceRanges`."
		}],
		example: "authentication: { service: \"checker.security:8080\" }"
	}
};
// src/ambassador/rule-texts/ports.ts
/** Rules of the ports of an Ambassador. */
const portRules = {
	"port-pool": {
		title: "A port is outside of the pool, or the pool is invalid or full.",
		cases: [{
			severity: "error",
			finds: "The first port is higher than the last or below 1024, the pool is full, or a port in the definition or the lock is outside of the pool. With `NodePort`, the pool is outside of the node ports.",
			remedy: "Widen `ambassador.ports`, or correct `port`."
		}, {
			severity: "warning",
			finds: "More than nine tenths of the pool are in use.",
			remedy: "Widen the pool, or let endpoints with TLS share one port (`passthrough: sni`)."
		}]
	},
	"port-collision": {
		title: "Two endpoints of a cluster have the same port.",
		why: "Emissary would split the connections between them.",
		cases: [{
			severity: "error",
			remedy: "Set another `port` for one of them."
		}]
	},
	"port-reserved": {
		title: "A port is reserved.",
		cases: [
			{
				severity: "error",
				finds: "Emissary needs the port itself. It would stop loading any configuration.",
				remedy: "Choose another `port`, or leave it out."
			},
			{
				severity: "error",
				finds: "With `hostPort`: each machine already uses the port (10250, 10256).",
				remedy: "Choose another `port`."
			},
			{
				severity: "warning",
				finds: "On K3s: Traefik uses the ports 80 and 443.",
				remedy: "Start K3s with `--disable=traefik`, or publish with `NodePort`."
			}
		]
	},
	"port-limit": {
		title: "A cluster needs more ports or rules than the provider's load balancer supports.",
		cases: [
			{
				severity: "error",
				finds: "More ports than the load balancer opens.",
				remedy: "Let endpoints with TLS share one port (`passthrough: sni`), or spread the nodes over more clusters."
			},
			{
				severity: "warning",
				finds: "More rules than a security group holds: ports times `sourceRanges`. EKS allows 60, unless the quota was raised.",
				remedy: "List fewer, wider ranges, or use your own security group or prefix list."
			},
			{
				severity: "warning",
				finds: "More than nine tenths of the limit.",
				remedy: "Act before the limit is reached."
			}
		]
	}
};
// src/ambassador/rule-texts/routes.ts
/** Rules of routes as kustomize built them. */
const routeRules = {
	"route-collision": {
		title: "Two routes have the same port, prefix, host or name.",
		why: "Emissary would split the connections between them.",
		cases: [{
			severity: "error",
			finds: "Two TCPMappings with one port, two Mappings with one prefix, two Hosts with one host name, or a Host, a TLSContext and a TCPMapping with one name.",
			remedy: "Change one of the two."
		}]
	},
	"route-freeze": {
		title: "A route makes Emissary stop loading its configuration.",
		cases: [{
			severity: "error",
			finds: "A TCPMapping on the port of an HTTP Listener or of Emissary itself, a Listener for UDP or HTTPSPROXY, or a second Module.",
			remedy: "Use another port, or follow the hint."
		}]
	},
	"route-dead": {
		title: "Emissary ignores a route, or part of it.",
		cases: [{
			severity: "error",
			finds: "A wrong identifier or namespace, a port that no Service exposes, a Service port without listener, a Mapping without Host, a Host without Listener, a missing Service, or PROXY on some ports only.",
			remedy: "Add what is missing, or remove the route."
		}, {
			severity: "warning",
			finds: "A field that Emissary ignores.",
			remedy: "Remove the field."
		}]
	},
	"route-terminates": {
		title: "A TCPMapping has a `host`.",
		why: "TLS then ends at the Ambassador instead of at the node.",
		cases: [{
			severity: "error",
			finds: "The `host` has no certificate, or its TLSContext has no Secret: Emissary drops the route.",
			remedy: "Remove `host`."
		}, {
			severity: "warning",
			finds: "TLS ends at the Ambassador.",
			remedy: "Remove `host`, unless this is intended."
		}]
	},
	"route-text": {
		title: "A text of a route contains `$NAME`, or the name of a port is too long.",
		why: "Emissary replaces `$NAME` from its environment. Names of ports have at most 15 characters.",
		cases: [{
			severity: "error",
			remedy: "Write the value, or shorten the name."
		}]
	}
};
// src/check/rule-texts.ts
/** Rules of files around the definition. */
const namedFileRules = {
	"file-kind": {
		title: "A file that Chancery reads is not a regular file.",
		why: "Links can point outside of the repository, so Chancery does not follow them.",
		cases: [{
			severity: "error",
			finds: "A symbolic link, a path through a link, a folder, a device, a pipe, or a file larger than 64 MiB.",
			remedy: "Replace it with a regular file."
		}, {
			severity: "error",
			finds: "In `plan`: links and other repositories in `deploy/`, `material/` and `overrides/`, or files that Git attributes change at checkout.",
			remedy: "Replace it with a regular file, or remove the attribute."
		}]
	},
	"named-file": {
		title: "A file that the definition names is not in the repository.",
		cases: [{
			severity: "error",
			remedy: "Correct the path, or commit the file."
		}]
	},
	"named-file-size": {
		title: "A binary file that the definition names is larger than 960 KiB.",
		why: "Pods get the file from a ConfigMap, which holds 1 MiB with all its files.",
		cases: [{
			severity: "error",
			remedy: "Remove what pods do not need from the file."
		}]
	}
};
/** Rules of missing keys and of renewals. */
const missingRules = {
	"material-missing": {
		title: "A key or the genesis does not exist yet.",
		cases: [{
			severity: "error",
			finds: "The key is needed now, or belongs to an organization with signers: workflows generate no keys for it.",
			remedy: "Run `chancery keys`, with `--organization` for an organization with signers. For an `existingSecret`, commit the public half of the key."
		}, {
			severity: "notice",
			finds: "In `validate` and with `--stand-ins`: throw-away keys in memory replace the missing keys.",
			remedy: "Nothing: `chancery commit` generates them."
		}]
	},
	"not-re-encrypted": {
		title: "A sealed file keeps its former recipients.",
		cases: [{
			severity: "warning",
			finds: "No available age key decrypts the file, or its organization signs for its keys.",
			remedy: "The holder of the age key in the message runs `chancery keys --recipients`."
		}, {
			severity: "error",
			finds: "In `chancery keys --recipients`, if no file could be decrypted.",
			remedy: "The holder of an age key in the messages runs the command."
		}]
	},
	"not-renewed": {
		title: "A certificate was not renewed.",
		cases: [{
			severity: "warning",
			finds: "Too many orderers of a channel would restart at once, or no age key is available for the key of the authority.",
			remedy: "Run the command again when the other orderers are ready, or let the organization's issuer run it."
		}, {
			severity: "error",
			finds: "In `chancery keys --renew`, if you named the certificate, or if no certificate could be renewed.",
			remedy: "The same."
		}]
	}
};
/** Rules of overrides, and of what kustomize builds. */
const overrideRules = {
	"override-unused": {
		title: "An override has no effect.",
		cases: [{
			severity: "warning",
			finds: "A folder in `overrides/` that no root includes: the cluster or part does not exist, or the folder has no `kustomization.yaml`.",
			remedy: "Correct the name of the folder or of the file."
		}, {
			severity: "warning",
			finds: "With `--build`: the target of a patch matches no object of the root, or an entry of `images` matches no container. kustomize does not report it.",
			remedy: "Correct the name in the message."
		}]
	},
	"override-reach": {
		title: "An override refers to something outside of its own folder, or to a missing file.",
		why: "Chancery fetches nothing and follows no links, so that a build depends on the repository alone.",
		cases: [{
			severity: "error",
			finds: "A URL, a repository, an absolute path, `deploy/`, `material/`, or the folder of another part.",
			remedy: "Copy the file into the folder of the override."
		}]
	},
	"override-field": {
		title: "A kustomization of an override has a field that is not allowed.",
		cases: [{
			severity: "error",
			finds: "A field that runs plug-ins, fetches charts or changes what kustomize knows about kinds, an unknown field, or a name for all objects (`namePrefix`, `nameSuffix`).",
			remedy: "Use the field in the hint."
		}]
	},
	"override-file": {
		title: "A kustomization of an override is not plain YAML.",
		why: "Readers of YAML disagree about such files.",
		cases: [{
			severity: "error",
			finds: "A merge key, a tag, a duplicate key, a second document, or an ambiguous character.",
			remedy: "Write the values out."
		}]
	},
	"override-ciphertext": {
		title: "An override contains or builds a value that SOPS or age encrypted.",
		why: "Nothing binds a ciphertext to its organization: Flux would decrypt a copy of it too.",
		cases: [{
			severity: "error",
			remedy: "Create the Secret in the cluster, by hand or with External Secrets, and refer to it by name."
		}]
	},
	"override-namespace": {
		title: "An override builds an object for another namespace than that of its part.",
		why: "Each part belongs to one organization. Reported by `--build`, `plan`, `apply` and `verify`.",
		cases: [{
			severity: "error",
			remedy: "Move the object to the override of its part."
		}]
	},
	"node-replicas": {
		title: "An override changes the number of pods of a node.",
		why: "Two pods would sign with one key.",
		cases: [{
			severity: "error",
			finds: "`replicas` other than 1. With `--build` also a patch, or an autoscaler.",
			remedy: "Add a node to the definition."
		}]
	},
	"override-selectors": {
		title: "An override adds labels to selectors.",
		why: "Kubernetes never changes the selector of an existing StatefulSet or Deployment.",
		cases: [{
			severity: "warning",
			finds: "`commonLabels`, or `includeSelectors: true`.",
			remedy: "Use `labels` without `includeSelectors`."
		}]
	},
	"override-volume": {
		title: "An override makes a volume smaller than the definition does.",
		why: "Kubernetes never shrinks a volume. Reported with `--build`.",
		cases: [{
			severity: "error",
			remedy: "Set `storage` of the node."
		}]
	},
	"override-load-balancer": {
		title: "An override changes the `loadBalancerClass` of a Service.",
		why: "The class of an existing Service cannot change. Reported with `--build`.",
		cases: [{
			severity: "error",
			remedy: "Set `ambassador.loadBalancerClass` in the definition."
		}]
	},
	kustomize: {
		title: "kustomize cannot build a root.",
		why: "Flux could not apply it either. Reported by `--build`, `apply` and `verify`.",
		cases: [{
			severity: "error",
			remedy: "Check the override of this root. Without an override, report a bug of Chancery."
		}]
	}
};
// src/consent/rule-texts.ts
/** Rules of signatures, for organizations with `signers`. */
const consentRules = {
	"signature-missing": {
		title: "A change of what belongs to an organization, or of its signers, is not signed.",
		why: "An organization with `signers` agrees to each change. The message lists old and new values.",
		cases: [{
			severity: "error",
			remedy: "A signer of the organization runs `chancery sign`."
		}]
	},
	"signature-invalid": {
		title: "A signature is invalid.",
		cases: [{
			severity: "error",
			finds: "A signature with another key, of another text, for another purpose or of an old statement, or a file that cannot be read.",
			remedy: "A signer of the organization runs `chancery sign`."
		}]
	},
	"signers-record": {
		title: "The lock does not record these signers and this statement.",
		why: "The lock holds the last statement that the organization signed.",
		cases: [{
			severity: "error",
			remedy: "Restore the lock from Git, or sign."
		}]
	}
};
// src/material/rule-texts.ts
/** Rules of keys, certificates and sealed files. */
const materialRules = {
	"material-half": {
		title: "A public key has no private key for this cluster, or a private key has no public key.",
		cases: [{
			severity: "error",
			remedy: "Restore the file from Git. After a move between clusters, encrypt the key for the new cluster."
		}]
	},
	"certificate-expires": {
		title: "A certificate expires within 30 days.",
		why: "Nodes refuse connections with an expired certificate. `validate` and `verify` compare with the clock.",
		cases: [{
			severity: "warning",
			remedy: "Run `chancery keys --renew expiring`. The issuer of a foreign certificate renews it for the same key."
		}]
	},
	"certificate-expired": {
		title: "A certificate has expired.",
		why: "Other nodes refuse a node with an expired certificate.",
		cases: [{
			severity: "error",
			finds: "A certificate of an organization in this repository.",
			remedy: "Run `chancery keys --renew expiring` now."
		}, {
			severity: "warning",
			finds: "A certificate that Chancery did not issue.",
			remedy: "Ask its issuer for a new certificate for the same key, and commit it."
		}]
	},
	"sealed-recipients": {
		title: "A key is encrypted for other recipients than the definition lists.",
		why: "Someone else can decrypt it, or a listed recipient cannot.",
		cases: [{
			severity: "warning",
			finds: "Other age recipients, or an additional cloud or PGP key.",
			remedy: "Run `chancery keys --recipients` with an age key that can decrypt the key."
		}]
	},
	"sealed-secret": {
		title: "The readable part of a sealed file was changed.",
		why: "No checksum covers this part, and it decides where Flux puts the decrypted keys.",
		cases: [{
			severity: "error",
			finds: "Another kind, name, namespace or type, an annotation, another field, or a rule of SOPS that leaves entries in plain text.",
			remedy: "Restore the file from Git."
		}]
	}
};
// src/network/rules/texts/clusters.ts
/** Rules of clusters: their addresses, contexts and storage classes. */
const clusterRules = {
	"cluster-address": {
		title: "The domain or address of a cluster is missing, shared or wrong.",
		why: "Other clusters and clients find a cluster by its domain or address.",
		cases: [
			{
				severity: "error",
				finds: "A cluster has neither `domain` nor `address`, or both. Two clusters have the same one. The host of a node is below the domain of another cluster.",
				remedy: "Set either `domain` or `address` for each cluster, with different values."
			},
			{
				severity: "error",
				finds: "`address` and `ambassador.addresses` differ.",
				remedy: "Write the same address in both."
			},
			{
				severity: "warning",
				finds: "`address` on EKS without Elastic IPs: the load balancer gets another address.",
				remedy: "List the allocations in `ambassador.addresses`."
			},
			{
				severity: "warning",
				finds: "The domain of a cluster is below the domain of another. Without a DNS record, its names resolve to the other cluster's Ambassador.",
				remedy: "Choose a domain beside the other cluster's domain."
			}
		]
	},
	"unreachable-address": {
		title: "Others cannot reach a domain, an address or the host of an external node.",
		cases: [
			{
				severity: "error",
				finds: "An unusable address: `0.0.0.0`, multicast, `cluster.local`, `.invalid`, or a domain that is the name of a single load balancer.",
				remedy: "Write the name or address at which others reach it."
			},
			{
				severity: "error",
				finds: "An address of the caller itself (`127.0.0.1`, `.localhost`), or a host and port of this network.",
				remedy: "Write the name or address at which others reach it."
			},
			{
				severity: "warning",
				finds: "A name that only some can resolve (`.local`), or an external host below a domain of this network.",
				remedy: "Write another name, or make sure that its DNS record exists."
			},
			{
				severity: "notice",
				finds: "The same, in a network with one cluster on one machine.",
				remedy: "Nothing, if nobody else needs to reach it."
			}
		]
	},
	"cluster-context": {
		title: "Two clusters have the same `context`.",
		why: "`chancery apply` would apply both clusters to one.",
		cases: [{
			severity: "warning",
			remedy: "Name the kubeconfig context of each cluster."
		}]
	},
	"storage-class": {
		title: "A storage class does not suit a ledger, or cannot be created.",
		cases: [
			{
				severity: "error",
				finds: "`createStorageClass` on a provider whose volumes are unknown to Chancery.",
				remedy: "Name an existing class in `storageClass`."
			},
			{
				severity: "error",
				finds: "`createStorageClass` with the name of a class that the provider creates itself.",
				remedy: "Choose another name, or leave `storageClass` out."
			},
			{
				severity: "warning",
				finds: "A class of another cloud.",
				remedy: "Use the class in the hint."
			},
			{
				severity: "warning",
				finds: "A class that does not serve a ledger, or no class on a provider without a default.",
				remedy: "Use the class in the hint."
			}
		]
	}
};
// src/network/rules/texts/file.ts
/** Rules of the file itself, before its fields are read. */
const fileRules = {
	"file-encoding": {
		title: "A text file contains bytes that are not UTF-8.",
		why: "Chancery reads the definition, the lock, certificates, keys, overrides and named files as UTF-8.",
		cases: [{
			severity: "error",
			remedy: "Save the file as UTF-8."
		}]
	},
	"text-characters": {
		title: "A key, a value or a comment contains an invisible or misleading character.",
		why: "Texts become certificates, names, labels and pages. Reviewers must see what the texts say.",
		cases: [{
			severity: "error",
			finds: "A control character, a direction mark, a zero-width character, or half of a character. In comments: control characters and direction marks.",
			remedy: "Write the text again without the character. Joiners between letters that join, as in Persian, are accepted."
		}]
	},
	"yaml-size": {
		title: "The definition is larger than 1 MiB, or the lock is larger than 4 MiB.",
		cases: [{
			severity: "error",
			remedy: "Remove generated or binary content."
		}]
	},
	"yaml-syntax": {
		title: "The file is not valid YAML.",
		cases: [{
			severity: "error",
			finds: "An unclosed quote or bracket (reported where it begins), a tab, a wrong indentation, or a key without its colon or the space after it.",
			remedy: "Follow the hint."
		}],
		example: "domain: \"eu.example.com   # the closing quote is missing"
	},
	"yaml-empty": {
		title: "The file is empty.",
		cases: [{
			severity: "error",
			remedy: "Start from the template."
		}]
	},
	"yaml-documents": {
		title: "The file contains more than one YAML document.",
		why: "One file is one network.",
		cases: [{
			severity: "error",
			remedy: "Remove everything after the second `---`."
		}]
	},
	"yaml-duplicate-key": {
		title: "A mapping contains the same key twice.",
		why: "YAML readers disagree about which value counts.",
		cases: [{
			severity: "error",
			remedy: "Keep one of the two keys."
		}]
	},
	"yaml-key": {
		title: "A key is a number, a list, a mapping or an alias.",
		cases: [{
			severity: "error",
			remedy: "Put the key in quotes. Fill in templates such as `{{ name }}` first."
		}]
	},
	"yaml-tag": {
		title: "The file contains a YAML tag such as `!!binary`.",
		cases: [{
			severity: "error",
			remedy: "Remove the tag."
		}]
	},
	"yaml-merge": {
		title: "The file contains a merge key (`<<`).",
		why: "YAML 1.2 has no merge keys, and readers treat them differently.",
		cases: [{
			severity: "error",
			remedy: "Write the values out."
		}]
	},
	"yaml-aliases": {
		title: "The file contains too many aliases, or an alias of the value that contains it.",
		why: "Aliases can expand to more data than memory can hold.",
		cases: [{
			severity: "error",
			finds: "More than 100 aliases, aliases that expand to more than 200 000 values, or a circular alias.",
			remedy: "Write the values out."
		}]
	}
};
// src/network/rules/texts/keys.ts
/** Rules of recipients, of the lock, and of who signs. */
const keyRules = {
	setup: {
		title: "The network is new: no cluster has recipients.",
		why: "Keys are encrypted for recipients before they are committed.",
		cases: [{
			severity: "error",
			remedy: "Create an age key for each cluster and list its public half in `recipients`. `commit` succeeds with a notice while nothing was generated or rendered."
		}]
	},
	recipients: {
		title: "A cluster has no recipients, and neither has an organization in it.",
		why: "Nobody could decrypt the keys of that organization.",
		cases: [{
			severity: "error",
			remedy: "Create an age key for this cluster and list its public half."
		}]
	},
	"shared-recipient": {
		title: "Two owners have the same age recipient.",
		why: "The holder of the key can read the keys of both.",
		cases: [
			{
				severity: "warning",
				finds: "Two clusters share a recipient, or an organization's own recipient belongs to a cluster or to another organization too.",
				remedy: "Create an age key for each cluster, and for each organization with its own recipients."
			},
			{
				severity: "warning",
				finds: "`issuerRecipients` contains a recipient of a cluster: anyone who runs the cluster can issue certificates of the organization. If all clusters are local, this is a notice.",
				remedy: "Use a key that no cluster has."
			},
			{
				severity: "notice",
				finds: "`recoveryRecipients` contains a recipient of a cluster, or two organizations share a recovery or issuer recipient.",
				remedy: "Use separate keys, unless both parties want to share one."
			}
		]
	},
	"well-known-key": {
		title: "The private half of a key is public.",
		why: "Keys from tests and development tools are known to everyone.",
		cases: [{
			severity: "error",
			finds: "A recipient, a node key or an account key of Chancery's tests or of development tools.",
			remedy: "Create your own key."
		}]
	},
	lock: {
		title: "`network.lock.yaml` is not valid.",
		why: "The lock records ports and digests that must not change.",
		cases: [{
			severity: "error",
			remedy: "Restore the lock from Git."
		}]
	},
	"material-digest": {
		title: "A file in `material/` differs from its record in the lock, or is missing.",
		cases: [{
			severity: "error",
			remedy: "Restore the file from Git. If the change is intended, remove the line of the file from the lock."
		}]
	}
};
const signerRules = {
	"duplicate-signer": {
		title: "An organization lists the same signer twice.",
		cases: [{
			severity: "error",
			remedy: "Remove one of the two."
		}]
	},
	"shared-signer": {
		title: "Two organizations have the same signer.",
		why: "One key could sign for both organizations.",
		cases: [{
			severity: "warning",
			remedy: "Use a key for each, unless both are the same party."
		}]
	}
};
// src/network/rules/texts/names.ts
/** Rules of names, references and labels. */
const nameRules = {
	reference: {
		title: "A field names a cluster that does not exist.",
		cases: [{
			severity: "error",
			remedy: "Correct the name, or add the cluster."
		}]
	},
	"duplicate-name": {
		title: "Two clusters, organizations, or nodes of one organization have the same name.",
		cases: [{
			severity: "error",
			remedy: "Rename one of them."
		}]
	},
	"duplicate-namespace": {
		title: "Two organizations, or an organization and the Ambassador, have the same namespace.",
		why: "Each organization needs its own namespace to be separate from the others.",
		cases: [{
			severity: "error",
			remedy: "Set another `namespace` for the organization."
		}]
	},
	"reserved-name": {
		title: "A name is reserved.",
		why: "Chancery, Kubernetes, Flux or the workflows of the template use the name for something else.",
		cases: [
			{
				severity: "error",
				finds: "An organization with the name `ambassador`, `crds` or `tenancy`.",
				remedy: "Choose another name."
			},
			{
				severity: "error",
				finds: "A namespace of Kubernetes, Flux, the provider or another part of a cluster, such as `default`, `kube-…`, `flux-system`, `cert-manager` or `emissary`. The name of the network can cause it too.",
				remedy: "Choose another namespace, or another name for the network."
			},
			{
				severity: "error",
				finds: "A node with the name `jobs`, or a cluster with the name `issuers`, `issuers-…` or `…-drift`.",
				remedy: "Choose another name."
			},
			{
				severity: "warning",
				finds: "`ambassador.existing.namespace` is a namespace of Kubernetes or Flux.",
				remedy: "Name the namespace in which Emissary runs."
			}
		]
	},
	"name-collision": {
		title: "Two objects would have the same name.",
		why: "One object would overwrite the other.",
		cases: [{
			severity: "error",
			finds: "A node has the name of another node's second Service (`x` and `x-rpc`).",
			remedy: "Rename one of the nodes."
		}]
	},
	"name-length": {
		title: "A name that is built from several names is too long.",
		why: "Kubernetes, DNS and certificates limit the length of names.",
		cases: [{
			severity: "error",
			finds: "More than 63 characters in a namespace or a Service, 52 in a StatefulSet, 253 in a host, 64 in the host of an exposed node with TLS.",
			remedy: "Shorten the names that it is built from."
		}]
	},
	"reserved-label": {
		title: "A label or an annotation is managed by Chancery, Kubernetes, Flux or their tools.",
		cases: [{
			severity: "error",
			finds: "A key in `labels`, `monitoring.labels` or `ambassador.annotations`.",
			remedy: "Use a key with your own prefix, such as `example.com/team`."
		}]
	},
	monitoring: {
		title: "`monitoring.labels` is set without `podMonitor` or `alerts`.",
		why: "Only PodMonitors and rules get these labels.",
		cases: [{
			severity: "error",
			remedy: "Set `podMonitor` or `alerts`, or remove the labels."
		}]
	},
	"acknowledge-unused": {
		title: "A line of `acknowledge` matches no risk and no warning.",
		why: "A line that matches nothing looks like consent to something.",
		cases: [{
			severity: "warning",
			finds: "The line begins with the name of no risk and no warning.",
			remedy: "Use the line in the hint, or remove the line."
		}, {
			severity: "warning",
			finds: "In `plan`: the line matches no risk of this change and no warning, was for another value, or was merged before.",
			remedy: "Use the line in the hint, or remove the line."
		}]
	}
};
// src/network/rules/texts/nodes.ts
/** Rules of nodes on every platform: volumes, resources, settings. */
const nodeRules = {
	storage: {
		title: "The size of a volume is too small or too large.",
		cases: [{
			severity: "error",
			finds: "A volume is smaller than `1Gi`. This includes the volume of a CouchDB.",
			remedy: "Write the size with its unit."
		}, {
			severity: "warning",
			finds: "A volume is larger than any disk of the provider.",
			remedy: "Check the unit."
		}],
		example: "storage: 20   # 20 bytes; write 20Gi"
	},
	resources: {
		title: "Memory or CPU of a container is impossible, or too small for its work.",
		why: "Kubernetes kills a container without enough memory, and slows one down without enough CPU.",
		cases: [
			{
				severity: "error",
				finds: "Memory or CPU that no machine has, or with which the node does not start.",
				remedy: "Write an amount with its unit."
			},
			{
				severity: "error",
				finds: "A request above its limit, defaults included. This covers CouchDB and chaincode servers too.",
				remedy: "Raise the limit, or lower the request."
			},
			{
				severity: "warning",
				finds: "Memory or CPU with which the node fails under load. Local clusters are not checked for memory.",
				remedy: "Follow the hint."
			}
		]
	},
	"unknown-setting": {
		title: "`settings` contains an option that the node's release does not have.",
		why: "The ledger refuses to start with an unknown option.",
		cases: [{
			severity: "error",
			remedy: "Correct the name, or use a release that has the option."
		}, {
			severity: "warning",
			finds: "The release is newer than all releases that Chancery knows.",
			remedy: "Check that the release has the option."
		}]
	},
	"setting-value": {
		title: "The ledger refuses the value of an option.",
		cases: [{
			severity: "error",
			finds: "A wrong type, a number out of range, an unknown choice, an unknown log level, or a value with several lines. Also an option that is set twice, under two of its names.",
			remedy: "Follow the hint."
		}]
	},
	"setting-file": {
		title: "An option names a file that no volume of the pod contains.",
		why: "The node would not find the file.",
		cases: [{
			severity: "error",
			remedy: "Mount the file with an override of the node, or use a path below the data directory. A node with an override that mounts files is not checked."
		}]
	}
};
// src/network/rules/texts/shape.ts
/** Rules of the shape of fields, and of secrets in plain text. */
const shapeRules = {
	platform: {
		title: "The field `platform` is missing or names an unknown platform.",
		why: "The platform decides which fields the definition can have.",
		cases: [{
			severity: "error",
			remedy: "Use one of the platforms in the hint."
		}]
	},
	"unknown-key": {
		title: "The definition contains a key that does not exist here.",
		cases: [{
			severity: "error",
			finds: "A misspelled key, a key at the wrong place, or a key of another platform.",
			remedy: "Follow the hint: it names the closest key, or the place or platform of this key."
		}],
		example: "storageclass: gp3   # did you mean \"storageClass\"?"
	},
	"missing-key": {
		title: "A required field is missing.",
		cases: [{
			severity: "error",
			remedy: "Add the field."
		}]
	},
	schema: {
		title: "A value has the wrong type or form.",
		cases: [{
			severity: "error",
			remedy: "Follow the message. Put hexadecimal values in quotes."
		}],
		example: "chainId: twelve   # must be a whole number"
	},
	"plain-secret": {
		title: "A file contains a secret in plain text.",
		why: "Everyone who can read the repository knows the secret, now and in its history.",
		cases: [
			{
				severity: "error",
				finds: "A private key or a token in the definition, its comments, `overrides/`, `material/` or a named file. In the definition also a mnemonic phrase, or the value of a key such as `password`.",
				remedy: "Remove the secret from the file and from the history of Git, and replace it: it is known now."
			},
			{
				severity: "error",
				finds: "A Kubernetes Secret in `overrides/` or `material/` without encryption, or an override that builds one.",
				remedy: "The same. Seal the Secret, or create it in the cluster."
			},
			{
				severity: "error",
				finds: "A Java or PKCS#12 keystore with a key. A keystore that is encrypted as a whole is not searched.",
				remedy: "Commit a keystore with certificates only."
			}
		]
	}
};
// src/plan/texts/cluster-risks.ts
/** Risks of the network, its clusters and its Ambassadors. */
const clusterRisks$1 = {
	"network-renamed": {
		severities: ["danger"],
		title: "Every object gets another name or label, and nodes start with empty volumes.",
		remedy: "Keep the name."
	},
	"platform-changed": {
		severities: ["danger"],
		title: "The network becomes another ledger.",
		remedy: "Write a new definition with another name."
	},
	"cluster-added": {
		severities: ["caution"],
		title: "Keys of the nodes in the new cluster are encrypted for its recipients.",
		remedy: "Ask who runs the cluster."
	},
	"cluster-removed": {
		severities: ["danger"],
		title: "Nothing in the cluster is removed, and nobody maintains it any more.",
		remedy: "Move or remove its nodes first. Then clean up by hand."
	},
	"provider-changed": {
		severities: ["caution"],
		title: "The load balancer gets other settings, and maybe another address.",
		remedy: "Use another name for another cluster."
	},
	"context-changed": {
		severities: ["danger"],
		title: "`chancery apply` writes to another cluster, with decrypted keys.",
		remedy: "Check that the context is the same cluster."
	},
	"storage-class-changed": {
		severities: ["danger"],
		title: "Kubernetes refuses another class for a volume. Without a class before, it may be the same class, and the change is a risk.",
		remedy: "Keep the class."
	},
	"host-changed": {
		severities: ["danger", "caution"],
		title: "Nodes elsewhere dial the old name or address until they restart.",
		caution: "No node is elsewhere.",
		remedy: "Keep the old name or address alive until they have restarted."
	},
	"port-pool-changed": {
		severities: ["caution"],
		title: "New nodes get ports of the new range.",
		remedy: "Open the firewalls first."
	},
	"ambassador-republished": {
		severities: ["danger"],
		title: "The Ambassador gets another load balancer or address.",
		remedy: "Schedule an outage of the ledger."
	},
	"ambassador-alone": {
		severities: ["caution"],
		title: "One pod of the Ambassador is left. Each restart closes every connection through it.",
		remedy: "Keep two pods."
	},
	"source-ranges-widened": {
		severities: ["danger", "caution"],
		title: "More addresses can connect, to every port.",
		caution: "Not everybody can connect.",
		remedy: "List only the other clusters and known clients."
	},
	"source-ranges-narrowed": {
		severities: ["caution"],
		title: "Some addresses can no longer connect.",
		remedy: "Check that no peer is among them."
	},
	"endpoint-exposed": {
		severities: ["danger", "caution"],
		title: "Clients outside of the cluster can call the node without authentication.",
		caution: "Not everybody can connect.",
		remedy: "Add authentication in front of the node."
	},
	"endpoint-closed": {
		severities: ["caution"],
		title: "Clients outside of the cluster can no longer call the node.",
		remedy: "Tell the clients."
	},
	"cleartext-enabled": {
		severities: ["danger", "caution"],
		title: "Exposed endpoints are served without TLS.",
		caution: "The cluster is local.",
		remedy: "Use a certificate."
	},
	"authentication-removed": {
		severities: ["danger", "caution"],
		title: "Clients are no longer authenticated: a field is removed, or a setting disables it.",
		caution: "The cluster is local, or nobody outside reaches the node.",
		remedy: "Restore the authentication."
	},
	"authentication-changed": {
		severities: ["danger", "caution"],
		title: "Another key, service or plug-in authenticates clients, or some calls are exempt.",
		caution: "The cluster is local, or nobody outside reaches the node.",
		remedy: "Ask who owns the key or service."
	},
	"guard-loosened": {
		severities: ["danger", "caution"],
		title: "Another protection is removed, weakened or replaced. `docs/plan.md` lists all protections.",
		caution: "The node is not exposed.",
		remedy: "Restore the protection."
	}
};
// src/plan/texts/organization-risks.ts
/** Risks of organizations, their nodes, images and external parties. */
const organizationRisks$1 = {
	"organization-in-cluster": {
		severities: ["danger", "caution"],
		title: "An organization enters a cluster. Its keys are encrypted for the recipients there, who can then act as the organization.",
		caution: "The recipients could decrypt its keys before, or the organization is new.",
		remedy: "Ask the organization, outside of the pull request."
	},
	"identity-issued": {
		severities: ["danger", "caution"],
		title: "The authorities of an organization sign new certificates: administrators, nodes, applications, or a copy of their own keys.",
		caution: "Everyone who can decrypt the keys could decrypt keys of the organization before.",
		remedy: "Ask the organization."
	},
	"organization-removed": {
		severities: ["danger"],
		title: "The nodes of the organization stop. Their volumes stay.",
		remedy: "Remove one node after the other."
	},
	"namespace-changed": {
		severities: ["danger"],
		title: "Nodes start again with empty volumes. For a while, two nodes may run with one key.",
		remedy: "Keep the namespace."
	},
	"node-removed": {
		severities: ["caution"],
		title: "The node stops. Its volume stays.",
		remedy: "Delete the volume claim by hand when nobody needs it."
	},
	"node-moved": {
		severities: ["danger"],
		title: "The node starts in another cluster with an empty volume. For a while, two nodes may run with one key.",
		remedy: "Add a new node there, then remove the old one."
	},
	"node-secret-changed": {
		severities: ["caution"],
		title: "The node reads its key from another Secret.",
		remedy: "Create the Secret first, with the same key."
	},
	"storage-shrinks": {
		severities: ["danger"],
		title: "Kubernetes refuses a smaller volume, and with it the whole organization in that cluster. The subject of a CouchDB is `<organization>/<peer>/couchdb`.",
		remedy: "Keep the size, or add a new node."
	},
	"peer-address-changed": {
		severities: ["caution"],
		title: "Our nodes dial an external node at its old address until they restart.",
		remedy: "Restart them one after the other."
	},
	"port-changed": {
		severities: ["danger", "caution"],
		title: "The port of a node changes, by its definition or a lost lock. Nodes elsewhere dial the old port until they restart.",
		caution: "No node is elsewhere.",
		remedy: "Keep the port."
	},
	"recipient-added": {
		severities: ["danger", "caution"],
		title: "Someone can decrypt new keys: of a cluster, of an organization (recovery), or of its authorities (issuer), and so issue certificates.",
		caution: "The recipient could decrypt them before.",
		remedy: "Ask whose key it is, outside of the pull request. Only the organization encrypts keys of authorities again."
	},
	"recipient-removed": {
		severities: ["caution"],
		title: "The former recipient can still decrypt what is in the history of Git.",
		remedy: "Run `chancery keys --recipients`. After a leak, replace the nodes; after a leak of an issuer, the authorities."
	},
	"signers-introduced": {
		severities: ["danger"],
		title: "From now on, every change of the organization needs a signature of these keys.",
		remedy: "Compare the fingerprints through another channel."
	},
	"signers-changed": {
		severities: ["caution"],
		title: "Other people can sign for the organization. The former signers agreed.",
		remedy: "Compare the fingerprints through another channel."
	},
	"signers-removed": {
		severities: ["danger"],
		title: "Anyone who can merge can change what belongs to the organization.",
		remedy: "Keep the signers."
	},
	"image-downgraded": {
		severities: ["danger"],
		title: "An older release may not read the data. An older Ambassador lacks security fixes.",
		remedy: "Use a newer release."
	},
	"image-major-upgraded": {
		severities: ["caution"],
		title: "Options and data formats may have changed.",
		remedy: "Read the release notes."
	},
	"image-digest-changed": {
		severities: ["danger", "caution"],
		title: "Nobody can see which release a digest is.",
		caution: "It is the first digest, the digest is removed, or the release changes too.",
		remedy: "Look up the digest."
	},
	"image-digest-kept": {
		severities: ["caution"],
		title: "`platformVersion` changes, but the digest keeps the old image.",
		remedy: "Change the digest too."
	},
	"image-registry-changed": {
		severities: ["danger"],
		title: "Images come from another registry. Anyone who can change an image there runs code as every node.",
		remedy: "Ask who runs the registry, and copy the images there first."
	},
	"image-pull-secret-changed": {
		severities: ["caution"],
		title: "Images are pulled with another Secret.",
		remedy: "Create the Secret in every namespace first."
	},
	"external-added": {
		severities: ["caution"],
		title: "Our nodes dial a foreign node and accept its connections.",
		remedy: "Ask its owner for address and key."
	},
	"external-changed": {
		severities: ["danger"],
		title: "The ledger takes an external party for another one.",
		remedy: "Ask the party."
	},
	"external-removed": {
		severities: ["caution"],
		title: "Our nodes no longer dial a foreign node.",
		remedy: "Tell its owner."
	}
};
// src/plan/texts/override-risks.ts
/** Risks of what overrides do to the objects that kustomize builds. */
const overrideRisks = {
	"cluster-wide-object": {
		severities: ["danger"],
		title: "An object affects the whole cluster, or a Namespace admits other pods: a ClusterRoleBinding, a webhook, a CRD.",
		remedy: "Leave it to the operators of the cluster."
	},
	"rights-granted": {
		severities: ["danger", "caution"],
		title: "A Role, a RoleBinding, a permanent token or a cloud identity grants rights.",
		caution: "No wildcards, Secrets, pods, or subjects from elsewhere.",
		remedy: "Grant one ServiceAccount only what it needs."
	},
	"delivery-object": {
		severities: ["danger"],
		title: "Flux, Argo CD or another controller applies what is not in this repository, or an annotation changes how an object is applied.",
		remedy: "Commit the objects themselves, as they are rendered."
	},
	"custom-object": {
		severities: ["danger", "caution"],
		title: "An object has a kind that Chancery does not know.",
		caution: "The kind is usual beside a network.",
		remedy: "Read what its controller does."
	},
	"pod-security-lowered": {
		severities: ["danger"],
		title: "A pod does not meet the Pod Security Standard `restricted`.",
		remedy: "Meet the standard."
	},
	"image-foreign": {
		severities: ["danger", "caution"],
		title: "A container runs an image that the definition does not name.",
		caution: "The container is not one of a rendered pod.",
		remedy: "Use `platformVersion` or `images`."
	},
	"container-changed": {
		severities: ["danger", "caution"],
		title: "Command, arguments, variables, files or names of a rendered container change.",
		caution: "It reads no Secret.",
		remedy: "Use `settings` of the definition."
	},
	"configuration-changed": {
		severities: ["caution"],
		title: "The content of a rendered ConfigMap changes.",
		remedy: "Use `settings` of the definition."
	},
	"workload-added": {
		severities: ["caution"],
		title: "Pods beside the network, or a container in a rendered pod, are added.",
		remedy: "Check what they do."
	},
	"secret-read": {
		severities: ["danger"],
		title: "A container reads a Secret for the first time, or sees files of the containers that do.",
		remedy: "Let only the node read its key."
	},
	"volume-shared": {
		severities: ["danger"],
		title: "A container mounts the volume of a node.",
		remedy: "Let only the node mount it."
	},
	"token-mounted": {
		severities: ["danger", "caution"],
		title: "A pod gets a token for the API server.",
		caution: "It is the ServiceAccount `default`.",
		remedy: "Set `automountServiceAccountToken: false`."
	},
	"reach-widened": {
		severities: ["danger", "caution"],
		title: "Network policies or labels allow more connections than before. All policies of the namespace are evaluated together.",
		caution: "Known pods are dialled.",
		remedy: "Allow only the pods and ports that need it."
	},
	"route-changed": {
		severities: ["danger", "caution"],
		title: "A route of the Ambassador is added or leads elsewhere, or its authentication changes.",
		caution: "Only time limits or TLS versions change.",
		remedy: "Use `expose`, `authentication` and `ambassador`."
	},
	"exposed-otherwise": {
		severities: ["danger"],
		title: "A load balancer, node port, Ingress or Gateway besides the Ambassador is added, or the Ambassador's own is opened to others.",
		remedy: "Use `expose` and `ambassador`."
	},
	"service-redirected": {
		severities: ["danger"],
		title: "A Service targets other pods or another name.",
		remedy: "Leave the Service as it is rendered."
	},
	"rendered-object-removed": {
		severities: ["danger", "caution"],
		title: "A rendered object is removed, or is deleted together with another.",
		caution: "The object does not protect anything.",
		remedy: "Leave the object in."
	},
	"immutable-field": {
		severities: ["danger"],
		title: "A field changes that Kubernetes refuses to change. The root is not applied any more.",
		remedy: "Use `labels` with `includeSelectors: false`."
	}
};
// src/plan/texts/repository-risks.ts
/** Risks of files beside the definition. */
const repositoryRisks = {
	"flux-system-changed": {
		severities: ["danger"],
		title: "Files of `flux bootstrap` change: Flux's controllers, their sources, or their rights. The plan shows the difference.",
		remedy: "Compare them with what `flux bootstrap` writes."
	},
	"workflow-changed": {
		severities: ["danger"],
		title: "A workflow, an action or a script in `.github` changes. It may push to the deployed branch.",
		remedy: "Check triggers, permissions, environments and actions."
	},
	"owners-changed": {
		severities: ["danger"],
		title: "CODEOWNERS or branch rules change: other people approve changes of an organization.",
		remedy: "Check that every organization still owns its part."
	},
	"delivery-changed": {
		severities: ["danger"],
		title: "A `.sourceignore` changes. Flux ignores the files that it lists.",
		remedy: "Check that it lists no rendered file and no override."
	},
	"elsewhere-changed": {
		severities: ["caution"],
		title: "`deploy/` of another folder changes: files of another network, or of this one before a move.",
		remedy: "Plan that folder too."
	},
	"repository-changed": {
		severities: ["caution"],
		title: "`.gitattributes`, `.sops.yaml`, `.gitmodules` or the settings of a bot change.",
		remedy: "Check that nothing is hidden from reviews, and that every recipient is known."
	},
	"lock-changed": {
		severities: ["danger", "caution"],
		title: "The lock is removed, or lines differ from what the merge would write: ports, digests, requests to the ledger.",
		caution: "Lines are added, or lines that only warn.",
		remedy: "Undo the change. The merge writes the lock."
	},
	"sealed-changed": {
		severities: ["danger", "caution"],
		title: "A private key changes alone, or is added for an existing public key. Nobody sees whether they match.",
		caution: "The key is only encrypted for other recipients.",
		remedy: "Ask the organization to confirm it."
	},
	"public-changed": {
		severities: ["danger", "caution"],
		title: "A certificate or another public file changes: key, issuer, name or role; or it changes alone. A renewal for the same key by the same authority is no risk.",
		caution: "Only hosts change.",
		remedy: "Ask the organization to confirm it."
	},
	"authority-changed": {
		severities: ["danger", "caution"],
		title: "The certificate of an authority changes, or its file gets a second one.",
		caution: "Only hosts change.",
		remedy: "Ask the organization to confirm it."
	},
	"material-removed": {
		severities: ["danger", "caution"],
		title: "Keys or certificates are removed that the definition needs, or that everyone relies on.",
		caution: "Their owner is removed too.",
		remedy: "Restore them."
	}
};
// src/plan/texts/rules.ts
/** Rules that compare a change with what was there before. */
const planRules = {
	"acknowledge-spent": {
		title: "A line of `acknowledge` belongs to a change that is merged.",
		why: "A line counts only in the change that adds it.",
		cases: [{
			severity: "notice",
			remedy: "Remove the line."
		}]
	},
	"deploy-changed": {
		title: "The change edits `deploy/`, and the result is not what its own sources render.",
		why: "Flux would apply files that no definition describes. The merge writes `deploy/`.",
		cases: [{
			severity: "error",
			finds: "A file in `deploy/` that is added, changed or removed by hand, or rendered with throw-away keys.",
			remedy: "Undo the change in `deploy/`. Change `network.yaml` or `overrides/` instead."
		}]
	},
	"deploy-stale": {
		title: "Files in `deploy/` differ from what the previous definition renders.",
		why: "The last definition is not rendered yet, or someone edited the files.",
		cases: [{
			severity: "warning",
			remedy: "Check who wrote the files. The next deploy renders them again."
		}]
	}
};
// src/render/rule-texts.ts
/** Rules of what is rendered. */
const imageRules = { image: {
	title: "The registry or the digest of an image is wrong.",
	why: "Kubernetes could not pull the image.",
	cases: [{
		severity: "error",
		finds: "`images.digests` names an image that the network does not use, or `images.registry` is invalid: a Docker Hub account, or an invalid port.",
		remedy: "Correct the name."
	}, {
		severity: "warning",
		finds: "`images.registry` has a name that machines cannot resolve, such as the name of a Service.",
		remedy: "Use a name that the machines of the cluster resolve."
	}]
} };
// src/commands/rule-texts.ts
/** Rules that one command has. */
const comparisonRules = {
	"base-broken": {
		title: "The previous definition had errors, so `plan` looked for no risks.",
		cases: [{
			severity: "warning",
			remedy: "Compare with the last valid commit (`--base`), or review the change yourself."
		}]
	},
	"kubernetes-refuses": {
		title: "The API server would refuse the change.",
		why: "Nothing else of the organization in that cluster would be applied either.",
		cases: [{
			severity: "error",
			finds: "A smaller volume, another storage class, or another value of a field that cannot change.",
			remedy: "Follow the hint. Most often you add a new node beside the old one."
		}]
	}
};
const applyRules = {
	"lock-outdated": {
		title: "The lock does not record all ports and keys.",
		why: "`apply` and `verify` only use recorded ports and keys.",
		cases: [{
			severity: "error",
			remedy: "Run `chancery render` or `chancery commit`."
		}]
	},
	"deploy-outdated": {
		title: "Files in `deploy/` differ from what the definition renders.",
		why: "`apply` and `verify` use what the definition renders. The message names some of the files.",
		cases: [{
			severity: "warning",
			remedy: "Run `chancery render` or `chancery commit`."
		}]
	},
	"not-committed": {
		title: "Files of the network have changes that are not committed.",
		why: "`apply` would bring changes to a cluster that nobody can find in Git.",
		cases: [{
			severity: "warning",
			remedy: "Commit the changes."
		}]
	}
};
// src/commands/explain/topics.ts
const ofAll = ({ title, rules }) => ({
	title,
	platforms: [],
	texts: rules
});
const general$1 = [
	{
		title: "The file",
		rules: fileRules
	},
	{
		title: "Shape",
		rules: {
			...shapeRules,
			...namedFileRules
		}
	},
	{
		title: "Names and references",
		rules: {
			...nameRules,
			...imageRules
		}
	},
	{
		title: "Clusters, routes and ports",
		rules: {
			...clusterRules,
			...portRules,
			...exposureRules
		}
	},
	{
		title: "Nodes",
		rules: nodeRules
	},
	{
		title: "Keys, material and the lock",
		rules: {
			...keyRules,
			...materialRules,
			...missingRules
		}
	},
	{
		title: "Signatures",
		rules: {
			...signerRules,
			...consentRules
		}
	},
	{
		title: "Overrides",
		rules: overrideRules
	},
	{
		title: "Routes as they are built",
		rules: routeRules
	},
	{
		title: "What is compared",
		rules: {
			...planRules,
			...comparisonRules
		}
	},
	{
		title: "What is applied",
		rules: applyRules
	}
];
/** One topic for ledgers that share it. */
function ofPlatforms(topics) {
	return [...groupBy(topics, ({ texts }) => texts).values()].map(([first, ...others]) => ({
		...first,
		platforms: [...first.platforms, ...others.flatMap((other) => other.platforms)]
	}));
}
/** All rules, in the order of docs/rules.md. */
const ruleTopics = [...general$1.map(ofAll), ...ofPlatforms(platforms.flatMap(({ definition, texts }) => texts.rules.map(({ title, rules }) => ({
	title,
	platforms: [definition.title],
	texts: rules
}))))];
/** All risks, in the order of docs/plan.md. */
const riskTopics = [
	{
		title: "Networks",
		platforms: [],
		texts: {
			...clusterRisks$1,
			...organizationRisks$1
		}
	},
	{
		title: "Repositories",
		platforms: [],
		texts: repositoryRisks
	},
	{
		title: "Overrides",
		platforms: [],
		texts: overrideRisks
	},
	...ofPlatforms(platforms.map(({ definition, texts }) => ({
		title: "Ledgers",
		platforms: [definition.title],
		texts: texts.risks
	})))
];
// src/commands/explain/descriptions.ts
function rules() {
	const byName = /* @__PURE__ */ new Map();
	for (const { platforms, texts } of ruleTopics) for (const [id, { cases, ...text }] of Object.entries(texts)) {
		const before = byName.get(id);
		const isTold = before === void 0 || before.title === text.title;
		const own = cases.map((one) => ({
			...isTold ? {} : { finds: text.title },
			...one,
			platforms
		}));
		byName.set(id, {
			id,
			kind: "rule",
			...text,
			...before,
			cases: joined([...before?.cases ?? [], ...own]),
			page: pageOfRule(id)
		});
	}
	return [...byName.values()];
}
/** Cases that several ledgers have alike are one. */
function joined(cases) {
	return [...groupBy(cases, ({ platforms: _, ...one }) => JSON.stringify(one)).values()].map(([first, ...others]) => ({
		...first,
		platforms: [...first.platforms, ...others.flatMap(({ platforms }) => platforms)]
	}));
}
const risks = () => riskTopics.flatMap(({ platforms, texts }) => Object.entries(texts).map(([id, { severities, title, caution, remedy }]) => ({
	id,
	kind: "risk",
	title,
	cases: severities.map((severity) => ({
		severity,
		platforms,
		...severity === "caution" && caution !== void 0 ? { finds: caution } : {},
		remedy
	})),
	page: pageOfRisk(id)
})));
/** Every rule and every risk. A rule and a risk can have the same name. */
const descriptions = [...rules(), ...risks()];
// src/commands/explain.ts
const explainCommand = command({
	name: "explain",
	purpose: "Describe a rule or a risk: what it finds, why, and what to do; without a name, list all",
	where: "command line",
	parameters: ["[RULE]"],
	words: [...new Set(descriptions.map(({ id }) => id))].sort(),
	options: {},
	examples: [["chancery explain", "list all rules and risks"], ["chancery explain port-collision", "describe one"]],
	run: async (_values, { reporter }, [name]) => {
		const described = name === void 0 ? descriptions : named$4(name);
		const output = name === void 0 ? descriptionList(described) : described.map(descriptionText).join("\n\n");
		reporter.say(output);
		return {
			status: exitStatus.done,
			findings: [],
			clusters: [],
			descriptions: described
		};
	}
});
/** The rule and the risk of a name: both can have it. SARIF puts `risk-` before that of a risk. */
function named$4(name) {
	const found = descriptions.filter(({ id, kind }) => name === id || kind === "risk" && name === `risk-${id}`);
	if (found.length > 0) return found;
	const near = nearest(name, descriptions.map(({ id }) => id));
	throw new OperatorError(`there is no rule or risk "${name}"`, near === void 0 ? "run `chancery explain` for a list of all" : `did you mean "${near}"?`);
}
// src/starter/facts.ts
/** By name, as in a network that was read: files do not depend on an order. */
const sorted = (items) => items.toSorted((a, b) => a.name < b.name ? -1 : 1);
/** What files depend on, of a definition that exists. */
const factsOf = ({ name, clusters, organizations }, platform) => ({
	name,
	platform,
	clusters: sorted(clusters),
	organizations: sorted(organizations)
});
/** The same, of a new one. */
const factsOfAnswers = ({ name, platform, clusters, organizations }) => ({
	name,
	platform,
	clusters: sorted(clusters),
	organizations: sorted(organizations)
});
// src/starter/manifest.ts
/** Where a repository keeps which version wrote its files, and what they were like: so an upgrade sees what people have changed. */
const manifestFile = ".github/chancery.json";
/** Digest of a text, in the form of https://www.w3.org/TR/SRI/. Pins of actions are not part of it. */
const digestOf$1 = (text) => `sha256-${createHash("sha256").update(withoutPins(text)).digest("base64")}`;
const digestsOf = (files) => Object.fromEntries([...files].map(([path, text]) => [path, digestOf$1(text)]));
/** The manifest of a new repository, of its files that are the same everywhere. */
const manifestOf = (version, common) => ({
	version,
	files: digestsOf(common)
});
const dumpManifest = ({ version, files, example }) => `${JSON.stringify({
	version,
	files,
	...example === void 0 ? {} : { example }
}, void 0, 2)}\n`;
/** Undefined where a text is none: then nothing is known about the files. */
function readManifest(text) {
	try {
		const value = JSON.parse(text ?? "");
		return isManifest(value) ? value : void 0;
	} catch (error) {
		if (error instanceof SyntaxError) return void 0;
		throw error;
	}
}
const isManifest = (value) => typeof value === "object" && value !== null && "version" in value && typeof value.version === "string" && "files" in value && isDigests(value.files) && (!("example" in value) || isDigests(value.example));
const isDigests = (value) => typeof value === "object" && value !== null && Object.values(value).every((digest) => typeof digest === "string");
// src/network/json-schema.ts
/** The schema of definitions on one platform, with what only tables of fields read: `kind` and `absent`. */
function describedSchema(platform) {
	const { $schema: _, ...own } = toJSONSchema(definitionSchema(platform), {
		target: "draft-7",
		io: "input",
		override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, leftOut(zodSchema))
	});
	return own;
}
/** Examples and defaults of values that are transformed: zod leaves them out, and ours are as people write them. */
function leftOut(schema) {
	const { def } = schema._zod;
	const examples = globalRegistry.get(schema)?.examples;
	return {
		...Array.isArray(examples) ? { examples } : {},
		...def.type === "default" || def.type === "prefault" ? { default: def.defaultValue } : {}
	};
}
/** The same for editors: they show descriptions and examples, and know neither `kind` nor `absent`. */
function forEditors(schema) {
	if (Array.isArray(schema)) return schema.map(forEditors);
	if (typeof schema !== "object" || schema === null) return schema;
	const { kind, absent, description, properties, default: standard, examples, ...rest } = schema;
	const texts = [description, ...absent === void 0 ? [] : [`Default: ${absent}.`]].filter((text) => text !== void 0);
	return {
		...texts.length === 0 ? {} : { description: texts.join(" ") },
		...standard === void 0 ? {} : { default: standard },
		...examples === void 0 ? {} : { examples },
		...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, forEditors(value)])),
		...properties === void 0 ? {} : { properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, forEditors(field)])) }
	};
}
/**
* JSON Schema (draft 7, which editors read) of every definition: what its platform says, so that an editor speaks of that one
* alone, not of all of them.
*/
function jsonSchema(platforms) {
	const unknown = {
		type: "object",
		properties: { platform: {
			enum: platforms.map(({ id }) => id),
			description: "Ledger software."
		} },
		required: ["platform"]
	};
	const body = platforms.reduceRight((otherwise, platform) => {
		return {
			if: {
				properties: { platform: { const: platform.id } },
				required: ["platform"]
			},
			then: forEditors(describedSchema(platform)),
			else: otherwise
		};
	}, unknown);
	return {
		$schema: "http://json-schema.org/draft-07/schema#",
		$id: publishedAt("network.schema.json"),
		title: "Chancery network definition",
		...body
	};
}
// src/starter/code-owners.ts
/** CODEOWNERS as examples, in comments: teams with these names hardly exist. The last line that matches a file counts. */
function codeOwners(organizations) {
	const all = organizations.map((name) => `@${name}/ledger-operators`);
	const each = (patterns, team) => organizations.flatMap((name) => patterns(name).map((pattern) => ({
		pattern,
		owners: [`@${name}/${team}`]
	})));
	const yours = (pattern, team) => ({
		pattern,
		owners: [`@your-company/${team}`]
	});
	const sections = [
		["Everything else", [yours("*", "ledger-operators")]],
		["The definition, and what was decided once: all parties look at it", [{
			pattern: "/network.yaml",
			owners: all
		}, {
			pattern: "/network.lock.yaml",
			owners: all
		}]],
		["What clusters read. Chancery renders it; a change by hand, and Flux's own files, need those who run the clusters", [yours("/deploy/", "platform")]],
		["Keys and first blocks: they decide who is who", [yours("/material/", "security"), ...each((name) => [
			`/material/public/${name}/`,
			`/material/sealed/*/${name}/`,
			`/material/sealed/issuers/${name}/`
		], "security")]],
		["What an organization signed: each its own", each((name) => [`/material/signatures/${name}.*`], "security")],
		["Overrides can change every object of their part, what a node may reach included", [yours("/overrides/", "platform"), ...each((name) => [`/overrides/*/${name}/`], "ledger-operators")]],
		["A workflow can push to main, and deploy.yml makes keys. The last two decide what a review shows, in every folder", [
			yours("/.github/", "security"),
			yours("CODEOWNERS", "security"),
			yours(".gitattributes", "security")
		]]
	];
	const width = Math.max(...sections.flatMap(([, owns]) => owns.map((one) => one.pattern.length)));
	return [
		"# Who has to agree to a change: https://docs.github.com/articles/about-code-owners",
		"# The last line that matches a file counts. These lines are examples: put in your own people or teams and remove the \"# \".",
		"# They hold only where a rule for main asks for a review by code owners, dismisses approvals after another push, and lets nobody",
		"# bypass it but the App whose token deploy.yml uses.",
		...sections.flatMap(([title, owns]) => [
			"",
			`# ${title}`,
			...owns.map((one) => `# ${one.pattern.padEnd(width)} ${one.owners.join(" ")}`)
		]),
		""
	].join("\n");
}
// src/starter/readme.ts
const marks = /^<!-- part: ([a-z-]+) -->\n/gm;
/** README.md of a repository: the text that all share, with the parts and names of this one. */
function readme({ name, platform, clusters, organizations }, { readme: text, parts }) {
	const own = partsOf$1(parts.get(platform.definition.id) ?? "");
	const whole = text.replace(marks, (_, part) => {
		const found = own.get(part);
		if (found === void 0) throw new Error(`the platform ${platform.definition.id} has no part ${part} of README.md`);
		return found;
	});
	const names = {
		network: name,
		title: platform.definition.title,
		cluster: clusters[0]?.name,
		organization: organizations[0]?.name
	};
	return whole.replace(/\{\{([a-z]+)\}\}/g, (slot, key) => names[key] ?? slot);
}
/** What follows each mark, without the empty line before the next one. */
function partsOf$1(text) {
	const [, ...pieces] = text.split(marks);
	const parts = /* @__PURE__ */ new Map();
	for (let at = 0; at < pieces.length; at += 2) parts.set(pieces[at] ?? "", `${pieces[at + 1]?.trimEnd()}\n`);
	return parts;
}
// src/starter/sops-rules.ts
const header = `# For people who use sops by hand: whom it encrypts for, by path. These are public halves of age keys, never secret ones.
# Chancery does not read this file: it takes recipients from network.yaml.
`;
/** .sops.yaml (https://getsops.io/docs/#using-sopsyaml-conf-to-select-kms-pgp-and-age-for-new-files): undefined where nobody can decrypt anything yet. */
function sopsRules({ clusters, organizations }) {
	const rules = [...clusters.map(({ name, recipients }) => rule(`^material/sealed/${name}/`, recipients)), ...organizations.map(({ name, issuerRecipients }) => rule(`^material/sealed/issuers/${name}/`, issuerRecipients))].flat();
	return rules.length === 0 ? void 0 : `${header}${dumpYaml({ creation_rules: rules })}`;
}
const rule = (path, recipients) => recipients.length === 0 ? [] : [{
	path_regex: path,
	encrypted_regex: "^(data|stringData)$",
	mac_only_encrypted: true,
	age: recipients.join(",")
}];
// src/starter/repository.ts
const schemaFile = "network.schema.json";
const schemaText = () => `${JSON.stringify(jsonSchema(platforms.map(({ definition }) => definition)), null, 2)}\n`;
/** Files that are the same in every repository: an upgrade brings newer ones. */
const managedFiles = ({ common }) => mergeTrees(common, [[schemaFile, schemaText()]]);
/** Files of a repository that belong to its people once they are written. */
const ownFiles = (facts, starter) => {
	const sops = sopsRules(facts);
	return mergeTrees([
		["README.md", readme(facts, starter)],
		["CODEOWNERS", codeOwners(facts.organizations.map(({ name }) => name))],
		...sops === void 0 ? [] : [[".sops.yaml", sops]]
	]);
};
/** All files of a new repository but its definition. */
function repositoryFiles(facts, starter, manifest) {
	return mergeTrees(managedFiles(starter), ownFiles(facts, starter), [[manifestFile, dumpManifest(manifest)]]);
}
// src/commands/init/answers.ts
const platformOf = (id) => {
	const found = platforms.find(({ definition }) => definition.id === id);
	if (found === void 0) throw new Error(`there is no platform ${id}`);
	return found;
};
/** What flags mean together. Throws OperatorError for what does not fit. */
function answersOf(flags) {
	const platform = platformOf(flags.platform);
	const clusterNames = unique("cluster", flags.cluster);
	const organizationNames = unique("organization", flags.organization);
	const onlyCluster = clusterNames.length === 1 ? clusterNames[0] : void 0;
	for (const { name } of [...flags["source-ranges"], ...flags.recipient]) mustKnow("cluster", name, clusterNames);
	for (const { name } of flags["issuer-recipient"]) mustKnow("organization", name, organizationNames);
	for (const { name } of flags.nodes) mustKnow("role", name, platform.definition.roles);
	if (platform.definition.certificates === void 0 && flags["issuer-recipient"].length > 0) throw new OperatorError(`${platform.definition.title} has no certificate authorities: --issuer-recipient has no use`, "leave --issuer-recipient out");
	const clusters = flags.cluster.map(({ name, provider, place }) => ({
		name,
		provider,
		place,
		sourceRanges: of(flags["source-ranges"], name).flat(),
		recipients: of(flags.recipient, name)
	}));
	const organizations = flags.organization.map(({ name, cluster = onlyCluster }) => {
		if (cluster === void 0) throw new OperatorError(`organization ${name} has no cluster`, `name its home: --organization ${name}@${clusterNames[0]}`);
		mustKnow("cluster", cluster, clusterNames);
		return {
			name,
			cluster,
			issuerRecipients: of(flags["issuer-recipient"], name)
		};
	});
	const [firstCluster, ...otherClusters] = clusters;
	const [firstOrganization, ...otherOrganizations] = organizations;
	if (firstCluster === void 0 || firstOrganization === void 0) throw new Error("a flag is missing");
	return {
		name: flags.name,
		platform,
		clusters: [firstCluster, ...otherClusters],
		organizations: [firstOrganization, ...otherOrganizations],
		counts: new Map(flags.nodes.map(({ name, value }) => [name, value]))
	};
}
const of = (flags, name) => flags.filter((flag) => flag.name === name).map(({ value }) => value);
function unique(what, items) {
	const names = items.map(({ name }) => name);
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== void 0) throw new OperatorError(`${what} ${twice} is given twice`, `name each ${what} once`);
	return names;
}
function mustKnow(what, name, known) {
	if (!known.includes(name)) throw new OperatorError(`there is no ${what} "${name}"`, didYouMean(name, known));
}
// src/commands/init/flags.ts
/** Why a text is not what a schema wants; undefined when it is. */
function problemOf(schema, text) {
	const { error } = schema.safeParse(text);
	return error?.issues[0]?.message;
}
const isProvider = (text) => Object.hasOwn(providers, text);
const providerOf$2 = (id) => providers[id];
const nameProblem = (text) => problemOf(name$1, text);
const placeProblem = (text) => problemOf(host$1, text);
const recipientProblem = (text) => problemOf(ageRecipient, text);
const rangesProblem = (text) => itemsIn(text).map((range) => problemOf(cidr, range)).find((problem) => problem !== void 0);
/** On one person's machine nobody else looks a name up: a domain that no one has, https://www.rfc-editor.org/rfc/rfc6761#section-6.2 */
const usualPlace = (cluster, provider) => providerOf$2(provider).local ? `${cluster}.test` : void 0;
/** `eu=eks:eu.example.com` */
function clusterFlag(given) {
	const form = "write NAME=PROVIDER:DOMAIN, such as eu=eks:eu.example.com, with an IP address in place of a domain where there is no DNS";
	const [cluster = "", kind, ...rest] = given.split("=");
	if (kind === void 0 || rest.length > 0) return { allowed: form };
	const [provider = "", ...places] = kind.split(":");
	const wrongName = nameProblem(cluster);
	if (wrongName !== void 0) return { allowed: `the name of a cluster ${wrongName}` };
	if (!isProvider(provider)) return { allowed: `unknown provider "${provider}": ${didYouMean(provider, providerIds)}` };
	const place = places.length === 0 ? usualPlace(cluster, provider) : places.join(":");
	if (place === void 0) return { allowed: `a cluster of ${providerOf$2(provider).title} needs a domain or an IP address: ${cluster}=${provider}:${cluster}.example.com` };
	const wrongPlace = placeProblem(place);
	return wrongPlace === void 0 ? { value: {
		name: cluster,
		provider,
		place
	} } : { allowed: `the place after "${provider}:" ${wrongPlace}` };
}
/** `manufacturer@eu` */
function organizationFlag(given) {
	const [organization = "", cluster, ...rest] = given.split("@");
	const wrong = nameProblem(organization);
	if (wrong !== void 0) return { allowed: `the name of an organization ${wrong}` };
	return rest.length > 0 || cluster === "" ? { allowed: "write NAME@CLUSTER, such as manufacturer@eu" } : { value: {
		name: organization,
		cluster
	} };
}
/** `eu=age1…` */
const named$3 = (example, readValue) => (given) => {
	const at = given.indexOf("=");
	if (at < 1) return { allowed: `write ${example}` };
	const reading = readValue(given.slice(at + 1));
	return "value" in reading ? { value: {
		name: given.slice(0, at),
		value: reading.value
	} } : reading;
};
const recipient = (text) => {
	const wrong = recipientProblem(text);
	return wrong === void 0 ? { value: text } : { allowed: `the recipient ${wrong}` };
};
const ranges$1 = (text) => {
	const wrong = rangesProblem(text);
	return wrong === void 0 ? { value: itemsIn(text) } : { allowed: `each range ${wrong}` };
};
const count$1 = (text) => /^(?:0|[1-9]\d{0,3})$/.test(text) ? { value: Number(text) } : { allowed: "write a number of nodes, such as rpc=3" };
const ids = platforms.map(({ definition }) => definition.id);
const platform = {
	text: "The ledger",
	placeholder: "PLATFORM",
	choices: ids,
	default: "",
	read: (given) => given === "" || ids.includes(given) ? { value: given === "" ? void 0 : given } : { allowed: `unknown platform: ${didYouMean(given, ids)}` }
};
/** Options of `init`: what a terminal asks for is what they say. */
const initOptions = {
	name: {
		...optionalText("NAME", "Name of the network"),
		read: (given) => {
			const wrong = given === "" ? void 0 : nameProblem(given);
			return wrong === void 0 ? { value: given === "" ? void 0 : given } : { allowed: `the name of a network ${wrong}` };
		}
	},
	platform,
	cluster: repeated("NAME=PROVIDER:DOMAIN", `A cluster, its provider (${providerIds.join(", ")}), and its domain or IP address`, clusterFlag),
	organization: repeated("NAME@CLUSTER", "An organization and its home cluster", organizationFlag),
	nodes: repeated("ROLE=COUNT", "Nodes of a role in the whole network; the platform chooses when empty", named$3("validator=4", count$1)),
	"source-ranges": repeated("CLUSTER=RANGES", "Who may connect to the cluster: IPv4 ranges with commas between; anyone when empty", named$3("eu=203.0.113.0/24,198.51.100.0/24", ranges$1)),
	recipient: repeated("CLUSTER=AGE", "age recipient that can decrypt the cluster's keys", named$3("eu=age1…", recipient)),
	"issuer-recipient": repeated("ORGANIZATION=AGE", "age recipient that can decrypt the keys of the organization's certificate authorities", named$3("manufacturer=age1…", recipient)),
	identities: flag("Make an age identity in .age/ for each cluster and issuer that has no recipient")
};
// src/commands/init/ask.ts
const examples = {
	name: "--name trade",
	platform: `--platform ${platforms[0]?.definition.id}`,
	cluster: "--cluster eu=eks:eu.example.com",
	organization: "--organization manufacturer@eu"
};
const providerOf$1 = (id) => providers[id];
/** Asks for what is missing, where there is somebody to ask. Throws OperatorError where there is nobody, or who stops answering. */
async function completeFlags(flags, folder, questions) {
	const { name, platform, cluster, organization } = flags;
	if (name !== void 0 && platform !== void 0 && cluster.length > 0 && organization.length > 0) return {
		...flags,
		name,
		platform
	};
	const asking = await questions();
	if (asking === void 0) throw missing(flags);
	const askedName = name ?? await nameOf(asking, "Name of the network", folder);
	const askedPlatform = platform ?? await choosePlatform(asking);
	const asked = cluster.length > 0 ? {
		clusters: cluster,
		ranges: []
	} : await askClusters(asking);
	const organizations = organization.length > 0 ? organization : await askOrganizations(asking, asked.clusters);
	return {
		...flags,
		name: askedName,
		platform: askedPlatform,
		cluster: asked.clusters,
		organization: organizations,
		"source-ranges": [...flags["source-ranges"], ...asked.ranges],
		identities: flags.identities || await wantsIdentities(flags, asking, askedPlatform, asked.clusters.length)
	};
}
function missing({ name, platform, cluster, organization }) {
	const absent = [
		...name === void 0 ? ["name"] : [],
		...platform === void 0 ? ["platform"] : [],
		...cluster.length === 0 ? ["cluster"] : [],
		...organization.length === 0 ? ["organization"] : []
	];
	return new OperatorError(`${listed(absent.map((flag) => `--${flag}`))} ${agreeing(absent.length, "is", "are")} missing, and there is no terminal to ask at`, `add ${absent.map((flag) => examples[flag]).join(" ")}`);
}
const nameOf = (asking, message, initial, taken = []) => asking.text({
	message,
	initial,
	check: (text) => nameProblem(text) ?? (taken.includes(text) ? `${text} is there already` : void 0)
});
const choosePlatform = (asking) => asking.choose({
	message: "Ledger",
	choices: platforms.map(({ definition }) => ({
		value: definition.id,
		label: definition.title
	}))
});
async function askClusters(asking) {
	const clusters = [];
	const ranges = [];
	do {
		const taken = clusters.map(({ name }) => name);
		const name = await nameOf(asking, taken.length === 0 ? "Name of the first cluster" : "Name of the next cluster", taken.length === 0 ? "eu" : "", taken);
		const provider = await asking.choose({
			message: `Provider of ${name}`,
			choices: providerIds.map((id) => ({
				value: id,
				label: providerOf$1(id).title
			}))
		});
		const place = await asking.text({
			message: `Domain or IP address of ${name}`,
			initial: usualPlace(name, provider) ?? "",
			check: placeProblem
		});
		clusters.push({
			name,
			provider,
			place
		});
		if (providerOf$1(provider).sourceRanges) {
			const text = await asking.text({
				message: `IPv4 ranges that may connect to ${name}, with commas between (anyone when empty)`,
				initial: "",
				check: rangesProblem
			});
			const given = itemsIn(text);
			if (given.length > 0) ranges.push({
				name,
				value: given
			});
		}
	} while (await asking.confirm("Another cluster?", false));
	return {
		clusters,
		ranges
	};
}
async function askOrganizations(asking, clusters) {
	const organizations = [];
	do {
		const taken = organizations.map(({ name }) => name);
		const name = await nameOf(asking, taken.length === 0 ? "Name of the first organization" : "Name of the next organization", "", taken);
		const cluster = clusters.length === 1 ? clusters[0]?.name : await asking.choose({
			message: `Home cluster of ${name}`,
			choices: clusters.map((one) => ({
				value: one.name,
				label: one.name
			}))
		});
		organizations.push({
			name,
			cluster
		});
	} while (await asking.confirm("Another organization?", false));
	return organizations;
}
/** Whether identities are to be made for those that have no recipient. */
async function wantsIdentities(flags, asking, platform, clusters) {
	const lacking = new Set(flags.recipient.map(({ name }) => name)).size < clusters;
	const issuers = platformOf(platform).definition.certificates === true && flags["issuer-recipient"].length === 0;
	if (!lacking && !issuers) return false;
	return asking.confirm(`Make age keys in .age/ for ${issuers ? "clusters and the issuers of organizations" : "each cluster"}? Git ignores them`, true);
}
// src/commands/init/changes.ts
/** Files of the example that a template begins with, as they were written. None when a network was made of them. */
async function untouchedExample(files, manifest) {
	if (manifest?.example === void 0 || await hasBegun$1(files)) return /* @__PURE__ */ new Set();
	const entries = await Promise.all(Object.entries(manifest.example).map(async ([path, digest]) => {
		const bytes = await files.readBytes(path);
		const content = bytes === void 0 ? void 0 : contentOf$2(bytes);
		return typeof content === "string" && digestOf$1(content) === digest ? [path] : [];
	}));
	return new Set(entries.flat());
}
/** Nothing is overwritten but an example that nobody has touched. */
async function initChanges(files, tree, example) {
	const states = await Promise.all([...tree].map(async ([path, text]) => {
		const bytes = await files.readBytes(path);
		if (bytes === void 0) return {
			path,
			text,
			state: "written"
		};
		if (sameContent$1(bytes, text)) return {
			path,
			text,
			state: "unchanged"
		};
		return {
			path,
			text,
			state: example.has(path) ? "written" : "kept"
		};
	}));
	return {
		written: new Map(states.filter(({ state }) => state === "written").map(({ path, text }) => [path, text])),
		removed: [...example].filter((path) => !tree.has(path)),
		kept: states.filter(({ state }) => state === "kept").map(({ path }) => path)
	};
}
// src/starter/definition-text.ts
const providerOf = (id) => providers[id];
/** A new definition, with comments for people who have not seen one before. */
function definitionText(answers, accepted) {
	const { name, platform, organizations } = answers;
	const { definition, starter } = platform;
	const names = organizations.map((organization) => organization.name);
	const before = starter.before?.(name, names) ?? [];
	const after = starter.after?.(name, names) ?? [];
	return `${[
		[
			"# yaml-language-server: $schema=./network.schema.json",
			"#",
			"# The whole network in one file. Change it on a branch: the pull request shows what is wrong, the merge deploys it.",
			"# Editors that know YAML show every field with its meaning, from network.schema.json."
		],
		[
			"version: 1",
			`name: ${name} # part of every namespace: ${names.map((organization) => `${name}-${organization}`).join(", ")}`,
			`platform: ${definition.id}`,
			`platformVersion: ${definition.release.example} # an exact release, and the tag of the image`
		],
		before,
		["clusters:", ...answers.clusters.flatMap(clusterLines)],
		["organizations:", ...organizationLines(answers, starter)],
		after,
		acceptedLines(accepted)
	].filter(({ length }) => length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function clusterLines({ name, provider, place, sourceRanges, recipients }, at) {
	const { storage, sourceRanges: takesRanges } = providerOf(provider);
	return [
		`  - name: ${name}`,
		`    provider: ${provider}${at === 0 ? ` # ${providerIds.join(" | ")}` : ""}`,
		isAddress(place) ? `    address: ${place} # the IP address of this cluster's Ambassador` : `    domain: ${place} # *.${place} must resolve to this cluster's Ambassador`,
		...storage.defaultServes ? [] : ["    createStorageClass: true # encrypted, and it can grow"],
		...sourceRanges.length > 0 ? [`    ambassador: {sourceRanges: [${sourceRanges.join(", ")}]} # who may connect`] : takesRanges ? ["    # ambassador: {sourceRanges: [203.0.113.0/24]} # who may connect: the other clusters, and clients"] : [],
		recipients.length > 0 ? `    recipients: [${recipients.join(", ")}] # who can decrypt this cluster's keys` : "    # recipients: [age1…] # who can decrypt this cluster's keys: the public half of its age key"
	];
}
function organizationLines({ platform, clusters, organizations, counts }, { roles }) {
	const places = placesOf$1({
		clusters,
		organizations
	});
	const nodes = roles.flatMap(({ role, total, fields }) => spread(counts.get(role) ?? total(places), places).map((node) => ({
		...node,
		role,
		fields
	})));
	return organizations.flatMap(({ name, cluster, issuerRecipients }, at) => {
		const numbers = /* @__PURE__ */ new Map();
		const nodeLines = nodes.filter(({ organization }) => organization === name).map(({ role, fields, cluster: place }) => {
			const number = (numbers.get(role) ?? 0) + 1;
			numbers.set(role, number);
			const entries = {
				name: `${role}${number}`,
				role,
				...fields,
				...place === cluster ? {} : { cluster: place }
			};
			return `      - {${Object.entries(entries).map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
		});
		return [
			`  - name: ${name}`,
			`    cluster: ${cluster}${at === 0 ? " # its home; a node may name another cluster" : ""}`,
			...platform.definition.certificates === void 0 ? [] : issuerRecipients.length > 0 ? [`    issuerRecipients: [${issuerRecipients.join(", ")}] # who can issue its certificates`] : ["    # issuerRecipients: [age1…] # who can issue its certificates: a separate age key, never a cluster's"],
			"    nodes:",
			...nodeLines
		];
	});
}
/** Nodes stay in the home of their organization, unless a cluster would have none: then all clusters share those of each. */
function placesOf$1({ clusters, organizations }) {
	const homes = new Set(organizations.map(({ cluster }) => cluster));
	const names = clusters.map(({ name }) => name);
	const isShared = names.some((name) => !homes.has(name));
	return organizations.map(({ name, cluster }) => {
		const at = names.indexOf(cluster);
		return {
			name,
			clusters: [cluster, ...isShared ? [...names.slice(at + 1), ...names.slice(0, at)] : []]
		};
	});
}
const acceptedLines = (accepted) => accepted.length === 0 ? [] : [
	"# Warnings that hold for this network as it begins. A line accepts one warning: remove the line to see it again.",
	"acknowledge:",
	...accepted.flatMap(({ line, message }) => [`  # ${message}`, `  - ${line}`])
];
// src/material/identity-file.ts
/** Makes an X25519 identity: https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type. `name` is a label for randomness. */
async function newIdentity(name, random, now) {
	const secret = bech32.encodeFromBytes("age-secret-key-", random(`age identity ${name}`, 32)).toUpperCase();
	const identity = await ageIdentity(secret);
	if (identity === void 0) throw new Error("a new age identity cannot be read");
	const { recipient } = identity;
	return {
		recipient,
		text: `# created: ${now.toISOString().replace(/\.\d+Z$/, "Z")}\n# public key: ${recipient}\n${secret}\n`
	};
}
/** The public half of the first identity of a file; undefined where it has none. */
async function recipientOfFile(text) {
	const line = text.split("\n").find((one) => one.trim().startsWith("AGE-SECRET-KEY-"));
	return line === void 0 ? void 0 : (await ageIdentity(line.trim()))?.recipient;
}
// src/commands/init/identities.ts
/** Git ignores the folder, whatever the repository's own .gitignore has. */
const identityFolder = ".age";
/** Who has no recipient yet. */
function lackingRecipients({ platform, clusters, organizations }) {
	return [...clusters.filter(({ recipients }) => recipients.length === 0).map(({ name }) => ({
		kind: "cluster",
		name
	})), ...organizations.filter(({ issuerRecipients }) => platform.definition.certificates === true && issuerRecipients.length === 0).map(({ name }) => ({
		kind: "organization",
		name
	}))];
}
/** No cluster can have a name that begins with `issuers-`. */
const pathOf$2 = ({ kind, name }) => `${identityFolder}/${kind === "cluster" ? name : `issuers-${name}`}.txt`;
/** The age keys of holders: those of an earlier run, and new ones, of which nothing is written yet. */
async function identitiesFor(holders, { files, random, now }) {
	return Promise.all(holders.map(async (holder) => {
		const path = pathOf$2(holder);
		const text = await files.read(path);
		if (text === void 0) {
			const made = await newIdentity(path, random, now());
			return {
				...holder,
				path,
				recipient: made.recipient,
				made
			};
		}
		const recipient = await recipientOfFile(text);
		if (recipient === void 0) throw new OperatorError(`${path} has no age identity`, `move it away, or put the output of age-keygen there`);
		return {
			...holder,
			path,
			recipient
		};
	}));
}
/** Answers with these in the place of recipients that are missing. */
function filledIn(answers, recipientsOf) {
	const [cluster, ...clusters] = answers.clusters;
	const [organization, ...organizations] = answers.organizations;
	const ofCluster = (one) => ({
		...one,
		recipients: one.recipients.length > 0 ? one.recipients : recipientsOf("cluster", one.name)
	});
	const ofOrganization = (one) => ({
		...one,
		issuerRecipients: one.issuerRecipients.length > 0 ? one.issuerRecipients : recipientsOf("organization", one.name)
	});
	return {
		...answers,
		clusters: [ofCluster(cluster), ...clusters.map(ofCluster)],
		organizations: [ofOrganization(organization), ...organizations.map(ofOrganization)]
	};
}
/** Answers with the public halves of identities. */
const withRecipients = (answers, identities) => filledIn(answers, (kind, name) => identities.filter((one) => one.kind === kind && one.name === name).map(({ recipient }) => recipient));
/** Answers with the recipients of a definition that exists. */
const withKnownRecipients = (answers, { clusters, organizations }) => filledIn(answers, (kind, name) => kind === "cluster" ? clusters.find((one) => one.name === name)?.recipients ?? [] : organizations.find((one) => one.name === name)?.issuerRecipients ?? []);
/** Writes those that are new. */
async function writeIdentities(identities, { writeSecret }) {
	const made = identities.flatMap(({ path, made }) => made === void 0 ? [] : [{
		path,
		text: made.text
	}]);
	if (made.length > 0) await writeSecret(`${identityFolder}/.gitignore`, "*\n");
	for (const { path, text } of made) await writeSecret(path, text);
}
// src/commands/init/definition.ts
const definitionFile = "network.yaml";
/** Writes a definition that accepts its own warnings: they belong to what was asked for, and stay visible in the file. */
async function newDefinition(answers, ports) {
	const standIns = await identitiesFor(lackingRecipients(factsOfAnswers(answers)), {
		...ports,
		files: only("", "")
	});
	const whole = withRecipients(answers, standIns);
	const findingsOf = async (accepted) => (await inspect({ network: definitionFile }, only(definitionFile, definitionText(whole, accepted)))).findings;
	const accepted = (await findingsOf([])).filter(({ severity }) => severity === "warning").map((finding) => ({
		line: acknowledgement(acceptable(finding)),
		message: finding.message
	}));
	return {
		text: definitionText(answers, accepted),
		accepted,
		findings: await findingsOf(accepted)
	};
}
/** A folder with one file. */
const only = (path, text) => ({
	read: async (wanted) => wanted === path ? text : void 0,
	readBytes: async (wanted) => wanted === path ? Buffer.from(text) : void 0,
	list: async () => []
});
// src/commands/init/steps.ts
/** Where an age key belongs, in one line. It is never shown. */
const placeOfKey = ({ kind, name, path }) => kind === "cluster" ? `${path} belongs in the Secret sops-age of cluster ${name} (without Flux: the secret SOPS_AGE_KEY of the GitHub environment ${name}), and in your vault` : `${path} belongs to the person of ${name} who issues certificates with \`chancery keys\`, and in the vault of ${name}`;
/** The three steps that follow, each with its commands. */
function nextSteps({ name, clusters }, { identities, lacking }) {
	const keyFile = (cluster) => identities.find((one) => one.kind === "cluster" && one.name === cluster)?.path ?? `${cluster}.agekey`;
	const secrets = clusters.flatMap(({ name: cluster }) => [`kubectl --context ${cluster} create namespace flux-system`, `kubectl --context ${cluster} --namespace flux-system create secret generic sops-age --from-file=age.agekey=${keyFile(cluster)}`]);
	return [
		"next:",
		...lacking.length === 0 ? step(1, "put the age key of each cluster where its Flux finds it; keep a copy in your vault", secrets) : step(1, `make age keys for ${listed(lacking.map((one) => one.name))}, and put the public halves into network.yaml`, [...lacking.map((one) => `age-keygen -o ${one.kind === "cluster" ? one.name : `issuers-${one.name}`}.agekey`), "chancery validate"]),
		...step(2, "commit and push: the workflow deploy makes keys, renders and commits", [`git add . && git commit --message "Start the network ${name}"`, `gh repo create ${name} --private --source=. --push`]),
		...step(3, "let Flux in each cluster apply it; deploy/README.md then lists DNS records and what else is to do", clusters.map(({ name: cluster }) => `flux bootstrap github --context=${cluster} --owner=OWNER --repository=${name} --branch=main --path=deploy/flux/${cluster}`))
	];
}
const step = (number, title, commands) => [`  ${number}. ${title}`, ...commands.map((line) => `       ${line}`)];
// src/commands/init.ts
/** Writes a repository for a network. What is there stays as it is. */
async function init(values, ports) {
	const { files } = ports;
	if (values.network !== "network.yaml") throw new OperatorError(`init writes ${definitionFile}, the name that workflows expect: it cannot be ${values.network}`, "leave --network out; --directory names the folder");
	const manifest = readManifest(await files.read(manifestFile));
	const example = await untouchedExample(files, manifest);
	const beginning = await begin(values, example.has("network.yaml") ? void 0 : await files.read(definitionFile), ports);
	const { facts, definition, identities } = beginning;
	if (definition !== void 0 && hasErrors(definition.findings)) {
		ports.reporter.findings(definition.findings.filter(({ severity }) => severity === "error"));
		ports.reporter.say("nothing was written: these answers make no valid definition");
		return {
			status: exitStatus.findings,
			findings: definition.findings,
			clusters: [],
			changed: false,
			files: []
		};
	}
	const starter = await ports.starter();
	const tree = mergeTrees(repositoryFiles(facts, starter, withoutExample(manifest) ?? manifestOf(version$3, starter.common)), definition === void 0 ? [] : [[definitionFile, definition.text]]);
	return files.alone(async () => {
		const isReplaced = example.has(definitionFile);
		const changes = await initChanges(files, tree, isReplaced ? /* @__PURE__ */ new Set([...example, manifestFile]) : /* @__PURE__ */ new Set());
		await writeIdentities(identities, ports);
		await files.change(changes);
		const repository = await ports.makeRepository();
		const prefix = await ports.repository.prefix();
		tell$1(beginning, {
			...changes,
			total: tree.size,
			repository,
			prefix
		}, ports);
		const made = identities.flatMap(({ path, made }) => made === void 0 ? [] : [path]);
		const changed = [
			...changes.written.keys(),
			...changes.removed,
			...made
		];
		return {
			status: exitStatus.done,
			findings: definition?.findings ?? [],
			clusters: facts.clusters.map(({ name }) => name),
			changed: changed.length > 0,
			files: changed,
			kept: changes.kept
		};
	});
}
/** The files of a template are as they were written; its example gives way to a network. */
const withoutExample = (manifest) => manifest === void 0 ? void 0 : {
	version: manifest.version,
	files: manifest.files
};
async function begin(values, existing, ports) {
	const isAnswered = [values.cluster, values.organization].some(({ length }) => length > 0) || values.name !== void 0;
	const known = existing === void 0 ? void 0 : factsIn(existing);
	if (known !== void 0 && !isAnswered) return {
		facts: known,
		identities: values.identities ? await identitiesFor(lackingRecipients(known), ports) : []
	};
	const flags = await completeFlags(values, ports.folder, ports.questions);
	const given = answersOf(flags);
	const answers = known === void 0 ? given : withKnownRecipients(given, known);
	const lacking = lackingRecipients(known ?? factsOfAnswers(answers));
	const identities = flags.identities ? await identitiesFor(lacking, ports) : [];
	const whole = withRecipients(answers, identities);
	return {
		facts: known ?? factsOfAnswers(whole),
		identities,
		definition: await newDefinition(whole, ports)
	};
}
function factsIn(text) {
	const source = readSource(definitionFile, text);
	const resolved = "value" in source ? draftOf(source).resolved : void 0;
	if (resolved !== void 0) return factsOf(resolved.network, resolved.platform);
	throw new OperatorError(`there is a ${definitionFile} here, and it is not valid`, "set right what `chancery validate` reports, then run `chancery init` again");
}
function tell$1({ facts, definition, identities }, { written, removed, kept, total, repository, prefix }, { reporter }) {
	for (const path of written.keys()) reporter.say(`wrote ${path}`);
	for (const path of removed) reporter.say(`removed ${path}, an example`);
	for (const path of kept) reporter.say(`kept ${path}: it has other content than init would write`);
	const unchanged = total - written.size - kept.length;
	if (unchanged > 0) reporter.say(`${counted(unchanged, "file is", "files are")} unchanged`);
	for (const { path, made, recipient } of identities) if (made !== void 0) reporter.say(`made ${path} for ${recipient}`);
	for (const identity of identities) reporter.say(placeOfKey(identity));
	if (kept.includes("network.yaml") || definition === void 0) for (const { kind, name, recipient } of identities) reporter.say(`${definitionFile} is yours: add ${kind === "cluster" ? "recipients" : "issuerRecipients"}: [${recipient}] to ${kind} ${name}`);
	else if (definition.accepted.length > 0) reporter.say(`${definitionFile} accepts ${counted(definition.accepted.length, "warning")}: its last lines name them`);
	if (repository === "made") reporter.say("made a git repository");
	if (prefix !== "") reporter.say(`GitHub reads workflows at the top of a repository only: move ${prefix}.github there, and set the input directory`);
	if (repository === "no git") reporter.say("git is missing: install it, then run `git init --initial-branch=main`");
	for (const line of nextSteps(facts, {
		identities,
		lacking: lackingRecipients(facts).filter((one) => !identities.some(({ kind, name }) => kind === one.kind && name === one.name))
	})) reporter.say(line);
}
const initCommand = command({
	name: "init",
	purpose: "Write a repository for a new network: asks on a terminal, or takes what options say; overwrites nothing",
	where: "command line",
	parameters: [],
	begins: true,
	options: initOptions,
	examples: [["chancery init", "answer questions in the folder of the new repository"], [`chancery init --name trade --platform ${platforms[0]?.definition.id} --cluster eu=eks:eu.example.com --organization manufacturer@eu --identities`, "the same without questions"]],
	run: (values, ports) => init(values, ports)
});
// src/commands/logs/container.ts
/** The container of a pod whose log to read: the first one, unless another is named. Throws OperatorError for an unknown name. */
function containerOf(pod, wanted) {
	const names = (field) => listAt$1(pod, "spec", field).map((container) => textAt$1(container, "name"));
	const known = [
		...names("containers"),
		...names("initContainers"),
		...names("ephemeralContainers")
	];
	if (wanted === void 0) return known[0] ?? "";
	if (known.includes(wanted)) return wanted;
	throw new OperatorError(`the pod ${pod.metadata.name} has no container "${wanted}"`, didYouMean(wanted, known));
}
// src/commands/logs/subject.ts
const ambassador = "ambassador";
const seeStatus = ({ name }) => `see why: chancery status --cluster ${name}`;
/**
* Finds a node by `organization/node` or by its name where only one has it, the Ambassador of a cluster, or a Job or chaincode server of an
* organization. Throws OperatorError for anything else.
*/
function logSubject(network, name, clusterName) {
	const selector = selectorOf(network.name);
	if (name === ambassador) {
		const cluster = clusterOf(network.clusters, clusterName, `the Ambassador`);
		if (cluster.ambassador.existing) throw new OperatorError(`the Ambassador of cluster ${cluster.name} is not part of this network (ambassador.existing)`, `read its log with kubectl, in the namespace ${cluster.ambassador.namespace}`);
		const { namespace } = cluster.ambassador;
		return {
			title: `the Ambassador of cluster ${cluster.name}`,
			cluster,
			namespace,
			selector,
			isMeant: () => true,
			whenAbsent: seeStatus(cluster)
		};
	}
	const nodes = network.nodes.filter((node) => nodeId(node) === name || node.name === name);
	const [node, ...others] = nodes;
	if (node !== void 0 && others.length > 0) throw new OperatorError(`${nodes.length} nodes have the name ${name}`, `write the organization too: ${nodes.map(nodeId).join(", ")}`);
	if (node !== void 0) {
		if (clusterName !== void 0 && clusterName !== node.cluster.name) throw new OperatorError(`${nodeId(node)} is not in cluster ${clusterName}`, `it is in cluster ${node.cluster.name}: leave --cluster out`);
		return {
			title: nodeId(node),
			cluster: node.cluster,
			namespace: node.organization.namespace,
			selector,
			isMeant: ({ metadata }) => metadata.name === `${node.name}-0`,
			whenAbsent: seeStatus(node.cluster)
		};
	}
	return workloadSubject(network, name, clusterName);
}
/** `carrier/join-trade-peer1`: whether there is such a Job or Deployment, only the cluster knows. */
function workloadSubject(network, name, clusterName) {
	const [organizationName = "", workload, ...rest] = name.split("/");
	const organization = network.organizations.find((one) => one.name === organizationName);
	if (organization === void 0 || workload === void 0 || workload === "" || rest.length > 0) {
		const known = [...network.nodes.map(nodeId), ambassador];
		throw new OperatorError(`there is no node "${name}"`, didYouMean(name, name.includes("/") ? known : namesIn(network)));
	}
	const own = network.nodes.filter((node) => node.organization.name === organization.name);
	const near = nearest(workload, own.map((node) => node.name));
	return {
		title: name,
		cluster: clusterOf(network.clusters.filter((cluster) => hasNodes(network, organization, cluster)), clusterName, name),
		whenAbsent: near === void 0 ? "it is no node; pods of a Job are removed some time after it ended" : `did you mean "${organization.name}/${near}"? Pods of a Job are removed some time after it ended`,
		namespace: organization.namespace,
		selector: selectorOf(network.name),
		isMeant: (pod) => isOf(pod, workload)
	};
}
const namesIn = (network) => [.../* @__PURE__ */ new Set([
	...network.nodes.map(({ name }) => name),
	...network.nodes.map(nodeId),
	ambassador
])];
const hasNodes = ({ nodes }, organization, cluster) => nodes.some((node) => node.organization.name === organization.name && node.cluster.name === cluster.name);
/** The label that rendering puts on what belongs together, and the one that Kubernetes puts on pods of a Job. */
function isOf({ metadata: { labels = {} } }, workload) {
	const job = labels["batch.kubernetes.io/job-name"] ?? "";
	return [
		labels["app.kubernetes.io/instance"],
		job,
		job.replace(/-[0-9a-f]{10}$/, "")
	].includes(workload);
}
function clusterOf(clusters, name, what) {
	const names = clusters.map((cluster) => cluster.name);
	const [only, ...others] = clusters;
	if (name !== void 0) {
		const found = clusters.find((cluster) => cluster.name === name);
		if (found === void 0) throw new OperatorError(`${what} is not in a cluster "${name}"`, didYouMean(name, names));
		return found;
	}
	if (only === void 0) throw new OperatorError(`${what} has no nodes in any cluster`, "it has no pods, and so no log");
	if (others.length > 0) throw new OperatorError(`${what} is in ${clusters.length} clusters: ${listed(names)}`, "choose one with --cluster NAME");
	return only;
}
// src/commands/logs.ts
/** Writes the logs of a node, of an Ambassador or of a Job, line by line. */
async function logs(name, options, ports) {
	const { findings, checked } = await inspect(options, ports.files);
	if (checked === void 0) {
		ports.reporter.findings(findings);
		return {
			status: exitStatus.findings,
			findings,
			clusters: []
		};
	}
	const subject = logSubject(checked.network, name, options.cluster);
	const api = await connectTo({
		cluster: subject.cluster,
		context: contextOf$1(subject.cluster, options)
	}, await ports.contexts(), ports);
	const lines = [];
	try {
		const read = (await podsOf$2(api, subject, ports.signal)).map((pod) => ({
			pod,
			container: containerOf(pod, options.container)
		}));
		await Promise.all(read.map(async ({ pod, container }) => {
			const prefix = read.length === 1 ? "" : `${pod.metadata.name}: `;
			for await (const line of api.lines(pathOf$1(pod, container, options), ports.signal)) {
				ports.reporter.say(`${prefix}${line}`);
				if (!options.follow) lines.push(`${prefix}${line}\n`);
			}
		}));
	} catch (error) {
		if (!ports.signal.aborted) throw error;
	} finally {
		api.close();
	}
	return {
		status: exitStatus.done,
		findings,
		clusters: [subject.cluster.name],
		output: lines.join("")
	};
}
async function podsOf$2(api, { title, cluster, namespace, selector, isMeant, whenAbsent }, signal) {
	const found = await listObjects(api, `/api/v1/namespaces/${namespace}/pods`, {
		type: {
			apiVersion: "v1",
			kind: "Pod"
		},
		selector,
		signal
	});
	if ("status" in found) throw new OperatorError(`pods in ${namespace} cannot be listed: ${messageOf(found)}`, "docs/operate.md lists the rights that are needed");
	const pods = found.filter(isMeant);
	if (pods.length === 0) throw new OperatorError(`${title} has no pod in cluster ${cluster.name}`, whenAbsent);
	return pods.toSorted((a, b) => a.metadata.name < b.metadata.name ? -1 : 1);
}
/** https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#get-read-log-of-the-specified-pod */
function pathOf$1({ metadata }, container, options) {
	const { follow, tail, since, previous } = options;
	const query = new URLSearchParams({ container });
	if (follow) query.set("follow", "true");
	if (previous) query.set("previous", "true");
	if (tail !== void 0) query.set("tailLines", String(tail));
	if (since !== void 0) query.set("sinceSeconds", String(Math.max(1, Math.round(since / 1e3))));
	return `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/log?${query}`;
}
const tail = parsed("LINES", "Only so many lines from the end; all when empty", "", (text) => {
	if (text === "") return { value: void 0 };
	return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { allowed: "write a number of lines such as 100" };
});
const since = parsed("DURATION", "Only lines that are not older; all when empty", "", (text) => {
	if (text === "") return { value: void 0 };
	const value = durationOf(text);
	return value === void 0 ? { allowed: "write a duration such as 90s, 10m or 1h30m" } : { value };
});
const logsCommand = command({
	name: "logs",
	purpose: "Print the log of a node, of an Ambassador, or of a Job or chaincode server of an organization",
	where: "command line",
	parameters: ["NODE"],
	options: {
		cluster,
		context: context$1,
		follow: flag("Print new lines until Ctrl-C"),
		tail,
		since,
		previous: flag("Print the log of the container that ran before the last restart"),
		container: optionalText("NAME", "Container of the pod; the first when empty")
	},
	examples: [
		["chancery logs carrier/validator1 --tail 100 --follow", "the last 100 lines of a node, and all that come"],
		["chancery logs validator1 --previous", "why it crashed; the name suffices where only one node has it"],
		["chancery logs ambassador --cluster eu --since 10m", "the Ambassador of one cluster, all its pods"],
		["chancery logs carrier/vote", "a Job of an organization, by its name without the hash"]
	],
	run: (values, ports, [name = ""]) => logs(name, values, ports)
});
// src/plan/by-hand/clusters.ts
/** Clusters in which the network has nodes. */
const inhabited = (network) => network?.clusters.filter(({ name }) => network.nodes.some((node) => node.cluster.name === name)) ?? [];
const contextOf = ({ context, name }) => context ?? name;
const quoted = (names) => listed(names.map((name) => `\`${name}\``));
/** Clusters that are new, and that nobody has bootstrapped. */
function fluxTasks({ before, after, prefix, bootstrapped }) {
	const known = new Set(inhabited(before?.network).map(({ name }) => name));
	const clusters = inhabited(after.network).filter(({ name }) => !known.has(name) && !bootstrapped.has(name));
	if (clusters.length === 0) return [];
	return [{
		text: `Bootstrap Flux in ${quoted(clusters.map(({ name }) => name))}, unless \`chancery apply\` deploys there`,
		commands: first$1(clusters, (cluster) => `flux bootstrap github --context=${contextOf(cluster)} --owner=<owner> --repository=<repository> --branch=main --path=${prefix}deploy/flux/${cluster.name}`)
	}];
}
/** The command for the first cluster, and for which others it is to be repeated. */
function first$1(items, command) {
	const [one, ...others] = items;
	if (one === void 0) return [];
	return [command(one), ...others.length === 0 ? [] : [`# the same for ${listed(others.map(({ name }) => name))}`]];
}
/** Secrets with age keys by cluster and name, and whose keys each has to have. */
function ageKeys(network) {
	const secrets = /* @__PURE__ */ new Map();
	for (const cluster of network === void 0 ? [] : inhabited(network)) for (const organization of network?.organizations ?? []) {
		if (network === void 0 || nodesOf(network, cluster.name, organization.name).length === 0) continue;
		const name = ageKeySecret(network, organization, cluster);
		secrets.set(`${cluster.name}/${name}`, {
			cluster,
			name,
			recipients: recipientsIn(organization, cluster)
		});
	}
	return secrets;
}
/** Secrets with age keys that are new, and those whose recipients are all others. */
function ageKeyTasks({ before, after }) {
	const old = ageKeys(before?.network);
	const all = [...ageKeys(after.network)].map(([key, secret]) => ({
		...secret,
		was: old.get(key)?.recipients
	}));
	const fresh = all.filter(({ was }) => was === void 0);
	const replaced = all.filter(({ was, recipients }) => was !== void 0 && !recipients.some((recipient) => was.includes(recipient)));
	return [...[...groupBy(fresh, ({ name }) => name)].map(([name, secrets]) => ({
		text: `Create the Secret \`${name}\` (namespace \`${fluxNamespace}\`) with the private age key in ${quoted(secrets.map(({ cluster }) => cluster.name))}`,
		commands: first$1(secrets.map(({ cluster }) => cluster), (cluster) => `kubectl --context=${contextOf(cluster)} --namespace=${fluxNamespace} create secret generic ${name} --from-file=age.agekey=${cluster.name}.agekey`)
	})), ...[...groupBy(replaced, ({ name }) => name)].map(([name, secrets]) => ({
		text: `Add the new private age key to the Secret \`${name}\` in ${quoted(secrets.map(({ cluster }) => cluster.name))}: no former recipient can decrypt what is sealed from now on`,
		commands: []
	}))];
}
// src/plan/by-hand/reachability.ts
const routes = (revision) => revision === void 0 ? [] : routesOf(revision.network, revision.platform, revision.ports);
/** DNS records that nothing makes, and those that are obsolete. */
function dnsTasks({ before, after }) {
	const manual = (revision) => {
		const clusters = new Set(revision?.network.clusters.filter(({ ambassador }) => !ambassador.externalDns).map(({ name }) => name));
		return revision === void 0 ? [] : dnsRecords(revision.network, routes(revision)).filter(({ cluster }) => clusters.has(cluster));
	};
	const [old, now] = [manual(before), manual(after)];
	const isIn = (list, { name, target }) => list.some((other) => other.name === name && other.target === target);
	const names = new Set(now.map(({ name }) => name));
	return [...now.filter((record) => !isIn(old, record)).map(({ name, type, target }) => ({
		text: `Create the DNS record \`${name}\` (${type}) → ${target}`,
		commands: []
	})), ...old.filter(({ name }) => !names.has(name)).map(({ name }) => ({
		text: `Delete the DNS record \`${name}\` once no running node uses it`,
		commands: []
	}))];
}
/** Where a certificate that a person provides has to be, and the names that it has to have. */
function served(revision, { name }) {
	const cluster = revision?.network.clusters.find((other) => other.name === name);
	if (revision === void 0 || cluster === void 0) return void 0;
	const { issuer, cleartext, tlsSecret, namespace } = cluster.ambassador;
	if (issuer !== void 0 || cleartext) return void 0;
	const own = httpRoutes(routes(revision)).filter((route) => route.cluster === name);
	return own.length === 0 ? void 0 : {
		tlsSecret,
		namespace,
		hosts: [...new Set(own.map(({ host }) => host))]
	};
}
/** Certificates for what clients call by HTTPS. */
function certificateTasks({ before, after }) {
	return after.network.clusters.flatMap((cluster) => {
		const [was, is] = [served(before, cluster), served(after, cluster)];
		if (is === void 0) return [];
		const where = `\`${is.tlsSecret}\` in namespace \`${is.namespace}\` of \`${cluster.name}\``;
		const isNew = was === void 0 || was.tlsSecret !== is.tlsSecret || was.namespace !== is.namespace;
		const fresh = is.hosts.filter((host) => isNew || !was.hosts.includes(host));
		if (fresh.length === 0) return [];
		const text = isNew ? `Create the TLS Secret ${where} with a certificate for ${quoted(fresh)}` : `Renew the certificate in ${where}: it also needs ${quoted(fresh)}`;
		const command = `kubectl --context=${contextOf(cluster)} --namespace=${is.namespace} create secret tls ${is.tlsSecret} --cert=tls.crt --key=tls.key`;
		return [{
			text,
			commands: isNew ? [command] : []
		}];
	});
}
/** Firewalls that other parties have to open, and addresses that they have to know. */
function partyTasks({ before, after }) {
	return [...egressTasks(before?.network, after.network), ...externalTasks(before?.network, after.network)];
}
/** A new cluster dials the others from addresses that nobody knows before it runs. */
function egressTasks(before, after) {
	const known = new Set(inhabited(before).map(({ name }) => name));
	const clusters = inhabited(after);
	const fresh = clusters.filter(({ name }) => !known.has(name)).map(({ name }) => name);
	const closed = clusters.filter(({ name, ambassador }) => ambassador.sourceRanges.length > 0 && fresh.some((other) => other !== name));
	if (closed.length === 0) return [];
	return [{
		text: `Check that \`ambassador.sourceRanges\` of ${quoted(closed.map(({ name }) => name))} include the egress addresses of ${quoted(fresh)}`,
		commands: []
	}];
}
/** Parties outside are asked for what is new: to let clusters in, and to know new nodes. */
function externalTasks(before, after) {
	const pairs = (network) => inhabited(network).flatMap(({ name }) => (network?.external ?? []).map((node) => [
		`${name} ${node.host}:${node.port}`,
		node,
		name
	]));
	const known = new Set(pairs(before).map(([key]) => key));
	const fresh = pairs(after).filter(([key]) => !known.has(key));
	return [...groupBy(fresh, ([, node]) => node.organization)].map(([organization, own]) => {
		const clusters = [...new Set(own.map(([, , cluster]) => cluster))];
		const nodes = [...new Set(own.map(([, { host, port }]) => `\`${isIpAddress(host) && host.includes(":") ? `[${host}]` : host}:${port}\``))];
		return {
			text: `Ask ${organization} to open ${several(nodes, 8)} to the egress addresses of ${listed(clusters.map((name) => `\`${name}\``))}`,
			commands: []
		};
	});
}
// src/plan/by-hand/secrets.ts
/** Secrets that pods need, and that no file makes, where they were not needed before. */
const secretTasks = ({ before, after }) => [...tasksFor("image pull Secret", pullSecrets, before?.network, after.network), ...tasksFor("Secret", keySecrets, before?.network, after.network)];
/** So many are named one by one. */
const named$2 = 8;
function tasksFor(what, secretsOf, before, after) {
	const known = new Set(before === void 0 ? [] : secretsOf(before));
	const missing = secretsOf(after).filter((secret) => !known.has(secret));
	if (missing.length === 0) return [];
	return [{
		text: `Create ${counted(missing.length, what)}: ${several(missing, named$2)}`,
		commands: []
	}];
}
const place = (namespace, cluster) => `in namespace \`${namespace}\` of \`${cluster}\``;
/** With them images are pulled: in each namespace of the network, for those that a person made. */
function pullSecrets(network) {
	const { pullSecret } = network.images;
	if (pullSecret === void 0) return [];
	return network.clusters.flatMap(({ name, ambassador }) => {
		const namespaces = network.organizations.filter((one) => nodesOf(network, name, one.name).length > 0).map(({ namespace }) => namespace);
		return [...ambassador.existing ? [] : [ambassador.namespace], ...namespaces].map((namespace) => `\`${pullSecret}\` ${place(namespace, name)}`);
	});
}
/** Those that have the key of a node. */
const keySecrets = ({ nodes }) => nodes.flatMap((node) => node.existingSecret === void 0 ? [] : [`\`${node.existingSecret}\` with the key of \`${nodeId(node)}\` ${place(node.organization.namespace, node.cluster.name)}`]);
// src/plan/by-hand/index.ts
/** What people have to do after the merge, in the order in which they do it: only what is new with the change. */
const handTasks = (input) => [
	...fluxTasks(input),
	...ageKeyTasks(input),
	...secretTasks(input),
	...dnsTasks(input),
	...certificateTasks(input),
	...partyTasks(input),
	...ledgerTasks(input)
];
/** What the platform asks for. */
const ledgerTasks = ({ before, after }) => (after.platform.operation.tasks?.(formerState(before, after), stateOf$1(after)) ?? []).map((text) => ({
	text,
	commands: []
}));
/** Why Jobs come, as the platform explains it. */
const jobReasons = (before, after) => after.platform.operation.jobReasons?.(formerState(before, after), stateOf$1(after)) ?? [];
const stateOf$1 = ({ network, platform, ports, material }) => ({
	network,
	material,
	outside: outsideOf(platform, ports)
});
/** Another platform's network means nothing to this one. */
const formerState = (before, after) => before === void 0 || before.platform.definition.id !== after.platform.definition.id ? void 0 : stateOf$1(before);
// src/plan/plan.ts
/** What is in one list and not in the other, by a text that tells items apart. */
function listChange(before, after, key) {
	const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
	return {
		added: after.filter((item) => !old.has(key(item))),
		removed: before.filter((item) => !now.has(key(item)))
	};
}
// src/plan/restarts.ts
/** What restarts, in order: the Ambassador, then nodes as the platform rolls them out, then what waits for nothing. */
function restartsOf(roots, rolloutOf) {
	const restarting = roots.filter(({ changes }) => changes.some(({ restarts }) => restarts));
	return [...new Set(restarting.map(({ cluster }) => cluster))].map((cluster) => {
		const parts = restarting.filter((root) => root.cluster === cluster).map(({ part }) => part);
		const order = [["ambassador"], ...rolloutOf(cluster)];
		const known = new Set(order.flat());
		return {
			cluster,
			steps: [...order, parts.filter((part) => !known.has(part))].map((step) => step.filter((part) => parts.includes(part))).filter((step) => step.length > 0)
		};
	});
}
// src/plan/tree/deploy.ts
/** The folder of rendered files, of which Flux and people apply everything. */
const folder = "deploy/";
/** Flux's own objects, which `flux bootstrap` writes and nothing renders: `deploy/flux/eu/flux-system/gotk-sync.yaml`. */
const fluxSystem = /^deploy\/flux\/([^/]+)\/flux-system\//;
/** So many files are named one by one. */
const named$1 = 20;
/**
* Files in `deploy/` that the sources do not explain: those that the change touches are errors, those that were there before
* are one warning.
*/
function deployFindings(input) {
	const { trees, was, is, network } = input;
	const touched = [];
	const stale = [];
	for (const path of deployPaths(input)) {
		const [before, after] = [trees.before.get(trees.prefix + path), trees.after.get(trees.prefix + path)];
		const asRendered = isRendered(after, is, path);
		if (isSameEntry(before, after)) {
			if (!asRendered && !isRendered(after, was ?? /* @__PURE__ */ new Map(), path)) stale.push(path);
		} else if (!asRendered) touched.push(unexplained(path, before, after, network));
		else if (input.standIns && after !== void 0) touched.push(thrownAway(path));
	}
	return [...first(touched, network), ...stale.length === 0 ? [] : [outdated(stale, network)]];
}
/** Everything below `deploy/` that is there or should be, sorted, without what is Flux's own. */
function deployPaths({ trees: { before, after, prefix }, was, is }) {
	const committed = [...before.keys(), ...after.keys()].filter((path) => path.startsWith(prefix + folder)).map((path) => path.slice(prefix.length));
	const rendered = [...is.keys(), ...was?.keys() ?? []].filter((path) => path.startsWith(folder));
	return [.../* @__PURE__ */ new Set([...committed, ...rendered])].filter((path) => !fluxSystem.test(path)).sort();
}
/** Whether what is committed at a path, or nothing, is what is rendered there. */
function isRendered(entry, tree, path) {
	const content = tree.get(path);
	if (entry === void 0 || content === void 0) return entry === void 0 && content === void 0;
	return isFile$1(entry) && entry.object === objectName(content, entry.object);
}
const at = (file) => ({
	file,
	line: 1,
	column: 1
});
const takeBack = "take this back: the merge writes deploy/; what clusters should get belongs into";
function unexplained(path, before, after, network) {
	return {
		rule: "deploy-changed",
		severity: "error",
		message: after === void 0 ? `${path} is removed, and ${network} renders it` : `${path} is ${before === void 0 ? "added" : "changed"}, and is not what ${network} renders: clusters would get it unseen`,
		hint: `${takeBack} ${network} or overrides/`,
		place: at(path)
	};
}
const thrownAway = (path) => ({
	rule: "deploy-changed",
	severity: "error",
	message: `${path} is rendered with throw-away keys, whose private halves nobody has`,
	hint: "take this back: the merge makes the keys that are missing, and renders again",
	place: at(path)
});
/** A change of everything is not told file by file. */
function first(findings, network) {
	if (findings.length <= named$1) return findings;
	const rest = findings.slice(named$1);
	return [...findings.slice(0, named$1), {
		rule: "deploy-changed",
		severity: "error",
		message: `${counted(rest.length, "more file is", "more files are")} changed in ${folder} that are not what ${network} renders, such as ${several(rest.map(({ place }) => place.file), 3)}`,
		hint: `${takeBack} ${network} or overrides/`,
		place: at(network)
	}];
}
const outdated = (paths, network) => ({
	rule: "deploy-stale",
	severity: "warning",
	message: `${several(paths, named$1)} in the base of this change: not what its ${network} renders`,
	hint: "the next deploy writes what is rendered, and removes the rest; until then Flux applies these files. See who wrote them: git log -- deploy",
	place: at(network)
});
// src/plan/risks/order.ts
const weight = {
	danger: 0,
	caution: 1
};
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Dangers first, then by what acknowledges them. */
const byWeight = (a, b) => weight[a.severity] - weight[b.severity] || compare(a.id, b.id) || compare(a.subject, b.subject);
// src/plan/built/changes.ts
/** What an override changes in what is rendered, and what it adds to run. */
const changeIssues = (part) => [
	...removedIssues(part),
	...configurationIssues(part),
	...workloadIssues(part)
];
function removedIssues(part) {
	const present = new Set(part.objects.map(stemOf));
	return part.rendered.filter((object) => !present.has(stemOf(object))).map((object) => ({
		id: "rendered-object-removed",
		severity: protecting.has(object.kind) ? "danger" : "caution",
		subject: subjectOf$2({
			part,
			object
		}),
		text: `is taken out of what is rendered (${nameOf$3(object)})`,
		hint: "leave it in: other parts of the network count on it",
		file: part.file
	}));
}
/** Kinds that keep something away, or hold what cannot be made again. */
const protecting = /* @__PURE__ */ new Set([
	"Namespace",
	"NetworkPolicy",
	"AuthService",
	"PersistentVolumeClaim",
	"Secret"
]);
/** What is the same object when a generator gave it another hash. */
const stemOf = (object) => {
	const key = keyOf$4(object);
	return object.kind === "ConfigMap" || object.kind === "Secret" ? key.replace(/-[a-z0-9]{10}$/, "") : key;
};
function configurationIssues(part) {
	const rendered = new Map(part.rendered.filter(({ kind }) => kind === "ConfigMap").map((one) => [stemOf(one), one]));
	return part.objects.flatMap((object) => {
		const own = rendered.get(stemOf(object));
		if (own === void 0) return [];
		const [before, after] = [dataOf(own), dataOf(object)];
		const changed = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]).sort();
		if (changed.length === 0) return [];
		return [{
			id: "configuration-changed",
			severity: "caution",
			subject: subjectOf$2({
				part,
				object: own
			}).replace(/-[a-z0-9]{10}$/, ""),
			text: `has another ${listed(changed)} than what is rendered`,
			hint: "use settings of the definition, which are checked; the author of a configuration decides what a node does",
			file: part.file,
			detail: changed.map((key) => [key, after[key]])
		}];
	});
}
const dataOf = (object) => ({
	...record(object.data),
	...record(object.binaryData)
});
const record = (value) => isRecord(value) ? value : {};
function workloadIssues(part) {
	const rendered = new Map(part.rendered.flatMap((object) => workloadsOf({
		part,
		object
	})).map((one) => [`${keyOf$4(one.object)}${one.id}`, one]));
	return part.objects.flatMap((object) => workloadsOf({
		part,
		object
	})).flatMap((workload) => {
		const own = rendered.get(`${keyOf$4(workload.object)}${workload.id}`);
		return own === void 0 ? [added$3(workload)] : changed$1(own, workload);
	});
}
const added$3 = (workload) => ({
	id: "workload-added",
	severity: "caution",
	subject: subjectOf$2(workload),
	text: `runs pods beside the network (${listed(containersOf(workload.spec).map(({ image }) => String(image)))})`,
	hint: "be sure what it does: it runs in the namespace of the organization",
	file: workload.part.file
});
/** Fields of a container that decide what it does. Probes, resources and places to run are the operator's. */
const deciding = [
	"command",
	"args",
	"env",
	"envFrom",
	"workingDir",
	"lifecycle",
	"volumeMounts",
	"stdin",
	"tty"
];
const probes = [
	"livenessProbe",
	"readinessProbe",
	"startupProbe"
];
/** Fields of a pod that decide how its names resolve, and what is in its files. */
const surrounding = [
	"volumes",
	"hostAliases",
	"dnsPolicy",
	"dnsConfig",
	"runtimeClassName",
	"serviceAccountName",
	"priorityClassName"
];
function changed$1(own, workload) {
	const before = new Map(containersOf(own.spec).map((container) => [nameIn(container), container]));
	const issue = (id, text, hint, detail, severity = "caution") => ({
		id,
		severity,
		subject: subjectOf$2(workload),
		text,
		hint,
		file: workload.part.file,
		detail
	});
	const fields = surrounding.filter((field) => !equal(stems(own.spec[field]), stems(workload.spec[field])));
	return [...containersOf(workload.spec).flatMap((container) => {
		const name = nameIn(container);
		const rendered = before.get(name);
		if (rendered === void 0) return [issue("workload-added", `runs container ${name} beside the others of its pod (${String(container.image)})`, "be sure what it does: it shares the address and the volumes of the pod", container)];
		const different = [...deciding.filter((field) => !equal(stems(rendered[field]), stems(container[field]))), ...probes.filter((field) => !equal(at$1(rendered[field], "exec"), at$1(container[field], "exec")))];
		if (different.length === 0) return [];
		return [issue("container-changed", `container ${name} has another ${listed(different)} than what is rendered`, "use settings of the definition where there are some: they are checked", different.map((field) => [field, stems(container[field])]), secretsRead(container, workload.spec).length > 0 ? "danger" : "caution")];
	}), ...fields.length === 0 ? [] : [issue("container-changed", `its pod has another ${listed(fields)} than what is rendered`, "be sure that its files and names are still those of the network", fields.map((field) => [field, stems(workload.spec[field])]))]];
}
/** Names of generated ConfigMaps without their hash, which only follows their content: that is a separate issue. */
function stems(value, field = "") {
	if (Array.isArray(value)) return value.map((item) => stems(item));
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stems(inner, key)]));
	return typeof value === "string" && field === "name" ? value.replace(/-[a-z0-9]{10}$/, "") : value;
}
// src/plan/built/selectors.ts
/** Whether a selector of labels takes them: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
const selects = (selector, labels) => requirementsOf(selector).every(({ key, operator, values }) => {
	const value = labels[key];
	switch (operator) {
		case "In": return value !== void 0 && values.includes(value);
		case "NotIn": return value === void 0 || !values.includes(value);
		case "Exists": return value !== void 0;
		case "DoesNotExist": return value === void 0;
		default: return true;
	}
});
function requirementsOf(selector) {
	const labels = at$1(selector, "matchLabels");
	return [...(isRecord(labels) ? Object.entries(labels) : []).map(([key, value]) => ({
		key,
		operator: "In",
		values: [String(value)]
	})), ...listAt$1(selector, "matchExpressions").map((expression) => ({
		key: String(at$1(expression, "key")),
		operator: String(at$1(expression, "operator")),
		values: listAt$1(expression, "values").map(String).sort()
	}))];
}
/** A selector as one text: `a=b,c in (d e)`; empty when it takes everything. Equal texts, equal selectors. */
const selectorText = (selector) => requirementsOf(selector).map(({ key, operator, values }) => operator === "In" && values.length === 1 ? `${key}=${values[0]}` : values.length === 0 ? `${operator === "Exists" ? "" : "!"}${key}` : `${key}${operator === "In" ? "=" : "!="}(${values.join(",")})`).sort().join(",");
/** Whether one takes all that the other does, as far as it can be seen: it asks for nothing more. */
function coversSelector(one, other) {
	const asked = new Set(requirementsOf(other).map((requirement) => JSON.stringify(requirement)));
	return requirementsOf(one).every((requirement) => asked.has(JSON.stringify(requirement)));
}
// src/plan/built/services.ts
/** Services of a namespace that open a way in, or target other pods than without overrides. */
function serviceIssues(parts) {
	const rendered = new Map(placedIn(parts, "rendered").map(({ object }) => [keyOf$4(object), object]));
	const [now, plain] = [workloadsIn(parts, "objects"), workloadsIn(parts, "rendered")];
	const labels = new Map(plain.map((workload) => [idOf$2(workload), workload.labels]));
	const relabelled = now.filter((workload) => !equal(labels.get(idOf$2(workload)), workload.labels));
	return placedIn(parts, "objects").filter(({ object }) => object.kind === "Service" && groupOf(object) === "").flatMap(({ part, object }) => {
		const own = rendered.get(keyOf$4(object));
		if (own === void 0) return [...openings(part, object, void 0), ...aliases(part, object)];
		const isChanged = !equal(own.spec, object.spec) || !equal(annotationsOf$2(own), annotationsOf$2(object));
		return [...isChanged ? moves(part, object, own, now, plain) : joins(part, object, relabelled, plain), ...isChanged ? [...openings(part, object, own), ...turns(part, object, own)] : []];
	});
}
/** Other pods that a Service targets, by another selector. */
function moves(part, object, own, now, plain) {
	const [before, after] = [servedBy(own, plain).map(idOf$2), servedBy(object, now).map(idOf$2)];
	if (equal(before, after) && (after.length > 0 || equal(own.spec, object.spec))) return [];
	const text = `targets ${several(after) || "no pod that is known"} instead of ${several(before) || "none"}`;
	return [redirected(part, object, text)];
}
/** Pods that get into a Service by their labels, while it is as it is rendered. */
function joins(part, object, relabelled, plain) {
	const ids = new Set(relabelled.map(idOf$2));
	const before = new Set(servedBy(object, plain.filter((workload) => ids.has(idOf$2(workload)))).map(idOf$2));
	const joining = servedBy(object, relabelled).filter((workload) => !before.has(idOf$2(workload)));
	const [first] = joining;
	if (first === void 0) return [];
	return [redirected({
		...part,
		file: first.part.file
	}, object, `targets ${several(joining.map(idOf$2))} too`)];
}
const idOf$2 = ({ part, id }) => `${part.part}:${id}`;
/** Pods that a Service targets; one without selector targets none by itself. */
function servedBy(service, workloads) {
	const selector = at$1(service, "spec", "selector");
	if (!isRecord(selector) || Object.keys(selector).length === 0) return [];
	return workloads.filter(({ labels }) => selects({ matchLabels: selector }, labels));
}
/** What makes it reachable from outside. */
function openings(part, object, own) {
	const [before, after] = [specOf(own), specOf(object)];
	const isOpen = ["LoadBalancer", "NodePort"].includes(String(after.type));
	const wasOpen = isOpen && before.type === after.type;
	const differing = [
		"loadBalancerSourceRanges",
		"loadBalancerClass",
		"ports"
	].filter((field) => !equal(before[field], after[field]));
	const annotations = wasOpen && own !== void 0 ? changedFields(annotationsOf$2(own), annotationsOf$2(object)).filter(isOfProvider) : [];
	return [
		...isOpen && !wasOpen ? [`is of type ${after.type}`] : [],
		...listAt$1(after, "externalIPs").length > 0 && !equal(before.externalIPs, after.externalIPs) ? ["takes addresses of others (externalIPs)"] : [],
		...wasOpen ? differing.map((field) => `has another ${field} than what is rendered`) : [],
		...annotations.length > 0 ? [`tells the load balancer something else (${listed(annotations)})`] : []
	].map((text) => opened$2(part, object, text));
}
/** What makes those who dial it reach something else. */
function turns(part, object, own) {
	const [before, after] = [specOf(own), specOf(object)];
	const fields = ["externalName", ...["LoadBalancer", "NodePort"].includes(String(after.type)) ? [] : ["ports", "type"]].filter((field) => !equal(before[field], after[field]));
	const isCut = before.selector !== void 0 && after.selector === void 0;
	return [...fields, ...isCut ? ["selector"] : []].map((field) => redirected(part, object, `has another ${field} than what is rendered`));
}
const aliases = (part, object) => {
	const name = at$1(object, "spec", "externalName");
	return name === void 0 ? [] : [redirected(part, object, `targets ${String(name)}`)];
};
const specOf = (object) => {
	const spec = at$1(object, "spec");
	return isRecord(spec) ? spec : {};
};
const annotationsOf$2 = ({ metadata: { annotations = {} } }) => annotations;
/** Annotations that clouds, load balancers and external-dns act on. */
const isOfProvider = (name) => /(?:kubernetes|x-k8s|k8s)\.io\/|load-?balancer|aws|azure|gke|google|oci\.|metallb|cilium|purelb|kube-vip/i.test(name);
/** An object without its metadata. */
const contentOf = (object) => {
	if (object === void 0) return void 0;
	const { metadata: _, ...fields } = object;
	return fields;
};
/** Fields that differ, those of TLS by their path. */
function changedFields(before, after) {
	const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
	return [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
		if (equal(old[field], now[field])) return [];
		const inner = field === "tls" ? changedFields(old[field], now[field]).map((name) => `${field}.${name}`) : [];
		return inner.length > 0 ? inner : [field];
	});
}
const opened$2 = (part, object, text) => ({
	id: "exposed-otherwise",
	severity: "danger",
	subject: subjectOf$2({
		part,
		object
	}),
	text,
	hint: "use expose of the definition: its rules, authentication and source ranges count there only",
	file: part.file,
	detail: [object.spec, annotationsOf$2(object)]
});
const redirected = (part, object, text) => ({
	id: "service-redirected",
	severity: "danger",
	subject: subjectOf$2({
		part,
		object
	}),
	text,
	hint: "leave the Services of nodes as they are rendered: who dials a node would reach something else",
	file: part.file,
	detail: contentOf(object)
});
// src/plan/built/entries.ts
/** Ways in that an override opens or turns: routes of the Ambassador, Ingresses, endpoints. Each beside its rendered version. */
function entryIssues(part) {
	const rendered = renderedIn(part);
	return part.objects.flatMap((object) => {
		const own = rendered.get(keyOf$4(object));
		return [
			...groupOf(object) === "getambassador.io" ? routeIssues(part, object, own) : [],
			...annotated(part, object, own),
			...opening$1.has(object.kind) && !equal(own?.spec, object.spec) ? [opened$2(part, object, "opens a way from outside that is not the Ambassador")] : [],
			...directing.has(object.kind) && !equal(contentOf(own), contentOf(object)) ? [redirected(part, object, "selects the pods of a Service")] : []
		];
	});
}
const opening$1 = /* @__PURE__ */ new Set(["Ingress"]);
const directing = /* @__PURE__ */ new Set(["Endpoints", "EndpointSlice"]);
/** Fields of routes that change how fast or how long something is tried, not who reaches what. */
const tuning = new Set([
	"timeout_ms idle_timeout_ms connect_timeout_ms cluster_idle_timeout_ms cluster_max_connection_lifetime_ms",
	"circuit_breakers keepalive load_balancer retry_policy stats_name health_checks labels ambassador_id",
	"min_tls_version max_tls_version tls.min_tls_version tls.max_tls_version"
].flatMap((names) => names.split(" ")));
function routeIssues(part, object, own) {
	const fields = changedFields(own?.spec, object.spec);
	if (own !== void 0 && fields.length === 0) return [];
	return [{
		id: "route-changed",
		severity: own !== void 0 && fields.every((field) => tuning.has(field)) ? "caution" : "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: own === void 0 ? `is added${object.kind.endsWith("Mapping") ? `, and targets ${textAt(object, "spec", "service")}` : ""}` : `has another ${listed(fields)} than what is rendered`,
		hint: "say who reaches a node with expose, authentication and ambassador of the definition: what a route does by itself, no rule looks at",
		file: part.file,
		detail: object.spec
	}];
}
/** Emissary reads routes from annotations of Services too. */
function annotated(part, object, own) {
	const name = "getambassador.io/config";
	const text = object.metadata.annotations?.[name];
	if (text === void 0 || text === own?.metadata.annotations?.[name]) return [];
	return [{
		id: "route-changed",
		severity: "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: `has routes in its annotation ${name}`,
		hint: "say who reaches a node with expose of the definition",
		file: part.file,
		detail: text
	}];
}
// src/plan/risks/address-ranges.ts
/** Every address there is: what an empty list of ranges means. */
const everywhere = ["0.0.0.0/0", "::/0"];
/** Those of `ranges` that reach beyond all of `others` together. Ranges as in RFC 4632 and RFC 4291: `203.0.113.0/24`. */
function beyond(ranges, others) {
	const known = merged$1(others.map(interval$1));
	return ranges.filter((range) => {
		const { bits, first, last } = interval$1(range);
		return !known.some((other) => other.bits === bits && other.first <= first && other.last >= last);
	});
}
/** Whether these are all addresses of IPv4 or of IPv6. */
const isEverybody$1 = (ranges) => ranges.length === 0 || beyond(everywhere, ranges).length < everywhere.length;
function interval$1(range) {
	const [address = "", prefix] = range.split("/");
	const bits = isIPv6(address) ? 128 : 32;
	const size = 1n << BigInt(bits - Number(prefix ?? bits));
	const number = bits === 128 ? ipv6(address) : ipv4(address);
	const first = number - number % size;
	return {
		bits,
		first,
		last: first + size - 1n
	};
}
/** Without overlaps; neighbours joined, so that two halves are the whole. */
function merged$1(intervals) {
	const found = [];
	for (const next of intervals.toSorted((a, b) => a.bits - b.bits || (a.first < b.first ? -1 : 1))) {
		const open = found.at(-1);
		if (open === void 0 || open.bits !== next.bits || next.first > open.last + 1n) found.push(next);
		else if (next.last > open.last) found[found.length - 1] = {
			...open,
			last: next.last
		};
	}
	return found;
}
const ipv4 = (address) => address.split(".").reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
/** RFC 4291, 2.2: `::` represents as many groups of zeros as are missing, and the last two groups may be an IPv4 address. */
function ipv6(address) {
	const dotted = /[\d.]+\.\d+$/.exec(address)?.[0];
	const low = dotted === void 0 ? 0n : ipv4(dotted);
	const [head = "", tail] = (dotted === void 0 ? address : `${address.slice(0, -dotted.length)}${(low >> 16n).toString(16)}:${(low & 65535n).toString(16)}`).split("::");
	const groups = (text) => text.split(":").filter((group) => group !== "");
	const [before, after] = [groups(head), groups(tail ?? "")];
	const zeros = Array(8 - before.length - after.length).fill("0");
	return [
		...before,
		...zeros,
		...after
	].reduce((sum, group) => sum << 16n | BigInt(`0x${group}`), 0n);
}
// src/plan/built/passages.ts
const isPolicy = ({ apiVersion, kind }) => kind === "NetworkPolicy" && apiVersion.startsWith("networking.k8s.io/");
/**
* What policies of a namespace let through to each pod of it, and from it. Pods that the same policies select, with the same ports,
* share what is found: there may be a thousand of them.
*/
function passagesBy(policies) {
	const found = /* @__PURE__ */ new Map();
	return (workload) => {
		const selecting = policies.filter(({ spec }) => selects(at$1(spec, "podSelector"), workload.labels));
		const ports = containersOf(workload.spec).map((container) => listAt$1(container, "ports"));
		const key = JSON.stringify([selecting.map((policy) => policies.indexOf(policy)), ports]);
		const passages = found.get(key) ?? {
			ingress: passagesOf(selecting, "ingress", workload),
			egress: passagesOf(selecting, "egress", workload)
		};
		found.set(key, passages);
		return passages;
	};
}
/** Passages that none of the known ones covers. Most are among them as they are, which is quick to see. */
function beyondAll(passages, known) {
	const same = new Set(known.map((passage) => JSON.stringify(passage)));
	return passages.filter((passage) => !same.has(JSON.stringify(passage)) && !known.some((one) => covers(one, passage)));
}
function passagesOf(policies, direction, workload) {
	const ruling = policies.filter((policy) => typesOf(policy).includes(direction));
	if (ruling.length === 0) return [{
		peer: { kind: "anyone" },
		ports: {}
	}];
	return ruling.flatMap(({ spec }) => listAt$1(spec, direction).flatMap((rule) => {
		const peers = listAt$1(rule, direction === "ingress" ? "from" : "to").map(peerOf);
		const ports = listAt$1(rule, "ports").map((port) => portsOf(port, direction === "ingress" ? workload : void 0));
		return (peers.length === 0 ? [{ kind: "anyone" }] : peers).flatMap((peer) => (ports.length === 0 ? [{}] : ports).map((one) => ({
			peer,
			ports: one
		})));
	}));
}
function typesOf({ spec }) {
	const types = listAt$1(spec, "policyTypes").map((type) => String(type).toLowerCase());
	return types.length > 0 ? types : ["ingress", ...listAt$1(spec, "egress").length > 0 ? ["egress"] : []];
}
function peerOf(peer) {
	const block = at$1(peer, "ipBlock");
	if (isRecord(block)) return {
		kind: "addresses",
		cidr: textAt(block, "cidr"),
		except: listAt$1(block, "except").map(String).sort()
	};
	return {
		kind: "pods",
		namespaces: at$1(peer, "namespaceSelector"),
		pods: at$1(peer, "podSelector")
	};
}
/** A port by name is the one that the pod calls so; of pods that are dialled elsewhere it is not known. */
function portsOf(entry, workload) {
	const protocol = textAt(entry, "protocol") || "TCP";
	const port = at$1(entry, "port");
	if (port === void 0 || port === null) return { protocol };
	const number = typeof port === "number" ? port : numberOf(String(port), workload);
	if (number === void 0) return {
		protocol,
		name: String(port)
	};
	const last = at$1(entry, "endPort");
	return {
		protocol,
		first: number,
		last: typeof last === "number" ? last : number
	};
}
const numberOf = (name, workload) => {
	const found = containersOf(workload?.spec ?? {}).flatMap((container) => listAt$1(container, "ports")).find((port) => at$1(port, "name") === name);
	const number = at$1(found, "containerPort");
	return typeof number === "number" ? number : void 0;
};
/** Whether one lets through all that the other does. */
const covers = (one, other) => coversPeer(one.peer, other.peer) && coversPorts(one.ports, other.ports);
function coversPeer(one, other) {
	if (one.kind === "anyone") return true;
	if (one.kind === "addresses" && other.kind === "addresses") return coversAddresses(one.cidr, other.cidr) && one.except.every((range) => other.except.some((own) => coversAddresses(own, range)));
	if (one.kind !== "pods" || other.kind !== "pods") return false;
	return (one.namespaces === void 0 ? other.namespaces === void 0 : selectorText(one.namespaces) === "" || other.namespaces !== void 0 && coversSelector(one.namespaces, other.namespaces)) && coversSelector(one.pods, other.pods);
}
const isRange = (text) => isIP(text.split("/")[0] ?? "") !== 0 && /^[^/]+\/\d{1,3}$/.test(text);
const coversAddresses = (one, other) => one === other || isRange(one) && isRange(other) && beyond([other], [one]).length === 0;
function coversPorts(one, other) {
	if (one.protocol === void 0) return true;
	if (one.protocol !== other.protocol) return false;
	if (one.name !== void 0) return one.name === other.name;
	if (one.first === void 0 || one.last === void 0) return true;
	return other.first !== void 0 && other.last !== void 0 && one.first <= other.first && one.last >= other.last;
}
function peerText(peer) {
	if (peer.kind === "anyone") return "anyone";
	if (peer.kind === "addresses") return `${peer.cidr}${peer.except.length === 0 ? "" : ` except ${peer.except.join(" ")}`}`;
	const pods = selectorText(peer.pods);
	const what = pods === "" ? "all pods" : `pods ${pods}`;
	if (peer.namespaces === void 0) return `${what} of the namespace`;
	const namespaces = selectorText(peer.namespaces);
	return `${what} of ${namespaces === "" ? "all namespaces" : `namespaces ${namespaces}`}`;
}
function portText({ protocol, first, last, name }) {
	if (protocol === void 0) return "every port";
	if (name !== void 0) return `${protocol} ${name}`;
	if (first === void 0) return `every ${protocol} port`;
	return first === last ? `${protocol} ${first}` : `${protocol} ${first}-${last}`;
}
// src/plan/built/reach.ts
const policiesIn = (parts, view) => parts.flatMap((part) => part[view].filter(isPolicy));
/**
* What passes after a change, and passed neither before it nor without overrides. One issue for each other side, so that it can be
* acknowledged by itself. Of a pod that an override adds, only what other policies let through than those that are rendered.
*/
function reachIssues(before, after) {
	const now = passagesBy(policiesIn(after, "objects"));
	const plain = passagesBy(policiesIn(after, "rendered"));
	const formerly = passagesBy(policiesIn(before, "objects"));
	const [rendered, former] = [podsById(workloadsIn(after, "rendered")), podsById(workloadsIn(before, "objects"))];
	const compare = comparison();
	const found = /* @__PURE__ */ new Map();
	for (const workload of workloadsIn(after, "objects")) {
		const id = idOf$1(workload);
		const was = former.get(id);
		const known = [plain(rendered.get(id) ?? workload), ...was === void 0 ? [] : [formerly(was)]];
		for (const { direction, peer, ports } of compare(now(workload), known)) {
			const key = `${direction} ${peerText(peer)}`;
			const widening = found.get(key) ?? {
				direction,
				peer,
				ports: /* @__PURE__ */ new Set(),
				pods: /* @__PURE__ */ new Set(),
				part: workload.part
			};
			widening.ports.add(portText(ports));
			widening.pods.add(workload.id);
			found.set(key, widening);
		}
	}
	return [...found.values()].map((widening) => issueOf(widening, after));
}
/** What is in one and in none of the known ones. Pods share what is let through to them, so it is computed once for all. */
function comparison() {
	const numbers = /* @__PURE__ */ new Map();
	const numberOf = (passages) => {
		const number = numbers.get(passages) ?? numbers.size;
		numbers.set(passages, number);
		return number;
	};
	const compared = /* @__PURE__ */ new Map();
	return (passages, known) => {
		const key = [passages, ...known].map(numberOf).join(" ");
		const found = compared.get(key) ?? ["ingress", "egress"].flatMap((direction) => beyondAll(passages[direction], known.flatMap((one) => one[direction])).map((passage) => ({
			...passage,
			direction
		})));
		compared.set(key, found);
		return found;
	};
}
const idOf$1 = ({ part, id }) => `${part.part} ${id}`;
const podsById = (workloads) => new Map(workloads.map((workload) => [idOf$1(workload), workload]));
function issueOf({ direction, peer, ports, pods, part }, parts) {
	const [who, where] = [several([...pods].sort()), several([...ports].sort())];
	const [organization = ""] = part.part.split("/");
	const isKnown = peer.kind === "pods" && (peer.namespaces === void 0 || selectorText(peer.namespaces) !== "");
	return {
		id: "reach-widened",
		severity: direction === "egress" && isKnown ? "caution" : "danger",
		subject: word(`${part.cluster}/${organization}:${direction}/${peerText(peer).replaceAll(" ", "-")}`),
		text: direction === "ingress" ? `${peerText(peer)} can now reach ${who} on ${where}` : `${who} can now reach ${peerText(peer)} on ${where}`,
		hint: "let in the pods that need it, on the ports that they need, and nobody else",
		file: fileWithPolicies(parts) ?? part.file
	};
}
/** The override that changes network policies, of all in the namespace. */
const fileWithPolicies = (parts) => parts.find((part) => part.file.startsWith("overrides/") && JSON.stringify(policiesIn([part], "objects")) !== JSON.stringify(policiesIn([part], "rendered")))?.file;
// src/plan/built/guises.ts
/** Pods that an override gives labels by which others let them in: those of a Job that votes, say, or of the Ambassador. */
function guiseIssues(parts) {
	const known = new Map(workloadsIn(parts, "rendered").map((workload) => [idOf(workload), workload.labels]));
	const workloads = workloadsIn(parts, "objects");
	const disguised = workloads.filter((workload) => !equal(known.get(idOf(workload)), workload.labels));
	if (disguised.length === 0) return [];
	const passagesOf = passagesBy(policiesIn(parts, "objects"));
	const pods = workloads.map((workload) => ({
		workload,
		passages: passagesOf(workload)
	}));
	return disguised.flatMap((workload) => {
		const former = known.get(idOf(workload));
		const reached = pods.filter((pod) => idOf(pod.workload) !== idOf(workload)).filter(({ passages }) => letsIn(passages, workload.labels) && !(former !== void 0 && letsIn(passages, former)));
		if (reached.length === 0) return [];
		return [{
			id: "reach-widened",
			severity: "danger",
			subject: subjectOf$2(workload),
			text: `has labels by which ${[...new Set(reached.map((pod) => pod.workload.id))].sort().join(", ")} lets it in`,
			hint: "give it its own labels: those of the network say which pods may ask for what",
			file: workload.part.file,
			detail: workload.labels
		}];
	});
}
const idOf = ({ part, id }) => `${part.part} ${id}`;
/** Whether pods of the namespace with these labels are let in because of them: not as any pod is. */
const letsIn = ({ ingress }, labels) => ingress.some(({ peer }) => peer.kind === "pods" && peer.namespaces === void 0 && selectorText(peer.pods) !== "" && selects(peer.pods, labels));
// src/plan/built/marks.ts
/** Metadata that a controller acts on: how Flux applies an object, what it is deleted with, which identity of a cloud it has. */
function markIssues(part) {
	const rendered = renderedIn(part);
	return part.objects.flatMap((object) => {
		const own = rendered.get(keyOf$4(object));
		return [
			...delivery(part, object, own),
			...owners(part, object, own),
			...identity$1(part, object, own),
			...pods(part, object, own)
		];
	});
}
const annotationsOf$1 = (object) => object?.metadata.annotations ?? {};
/** Names of annotations that differ. */
const differing = (before, after, names) => [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => names.test(name) && before[name] !== after[name]).sort();
const forDelivery = /^(?:kustomize\.toolkit\.fluxcd\.io|argocd\.argoproj\.io|helm\.sh|config\.kubernetes\.io|kapp\.k14s\.io)\//;
function delivery(part, object, own) {
	const names = differing(annotationsOf$1(own), annotationsOf$1(object), forDelivery);
	if (names.length === 0) return [];
	return [{
		id: "delivery-object",
		severity: "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: `tells the controller that applies it something else (${listed(names)})`,
		hint: "leave these annotations as they are rendered: later changes may not reach the cluster, or data may be deleted",
		file: part.file,
		detail: names.map((name) => [name, annotationsOf$1(object)[name]])
	}];
}
/** What belongs to an object that does not exist is deleted by Kubernetes at once. */
function owners(part, object, own) {
	const references = listAt$1(object, "metadata", "ownerReferences");
	if (references.length === 0 || equal(references, listAt$1(own, "metadata", "ownerReferences"))) return [];
	return [{
		id: "rendered-object-removed",
		severity: "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: "belongs to another object, and is deleted with it (ownerReferences)",
		hint: "remove ownerReferences: what is in Git goes when it leaves Git",
		file: part.file,
		detail: references
	}];
}
const ofCloud = /^(?:eks\.amazonaws\.com|iam\.gke\.io|azure\.workload\.identity)\//;
/** A ServiceAccount that acts as somebody in a cloud. */
function identity$1(part, object, own) {
	const names = differing(annotationsOf$1(own), annotationsOf$1(object), ofCloud);
	if (object.kind !== "ServiceAccount" || names.length === 0) return [];
	return [{
		id: "rights-granted",
		severity: "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: `acts in a cloud as ${listed(names.map((name) => String(annotationsOf$1(object)[name] ?? "nobody")))}`,
		hint: "be sure what that identity may do: every pod of this ServiceAccount may do it",
		file: part.file
	}];
}
/** Annotations of pods by which others add containers, networks or rights to them. */
const ofPods = /apparmor|seccomp|istio\.io|linkerd\.io|vault\.hashicorp\.com|cni\.cncf\.io|cilium\.io|projectcalico|iam\.amazonaws/;
function pods(part, object, own) {
	if (workloadsOf({
		part,
		object
	}).length === 0) return [];
	const names = differing(templateOf(own), templateOf(object), ofPods);
	if (names.length === 0) return [];
	return [{
		id: "container-changed",
		severity: "danger",
		subject: subjectOf$2({
			part,
			object
		}),
		text: `its pods have annotations that others act on (${listed(names)})`,
		hint: "be sure what they add to the pod: containers beside the node, networks that no policy is for",
		file: part.file,
		detail: names.map((name) => [name, templateOf(object)[name]])
	}];
}
const templateOf = (object) => {
	const template = at$1(object, "spec", "jobTemplate", "spec", "template") ?? at$1(object, "spec", "template") ?? object;
	const annotations = at$1(template, "metadata", "annotations");
	return isRecord(annotations) ? annotations : {};
};
// src/plan/built/pod-security.ts
/** Pods below `restricted`. */
const podSecurityIssues = (workloads) => workloads.flatMap((workload) => [...new Set(podSecurityViolations(workload.spec))].map((text) => ({
	id: "pod-security-lowered",
	severity: "danger",
	subject: subjectOf$2(workload),
	text,
	hint: "keep to the standard \"restricted\": https://kubernetes.io/docs/concepts/security/pod-security-standards/",
	file: workload.part.file
})));
const volumeTypes = /* @__PURE__ */ new Set([...[
	"configMap",
	"csi",
	"downwardAPI",
	"emptyDir",
	"ephemeral",
	"image"
], ...[
	"persistentVolumeClaim",
	"projected",
	"secret"
]]);
const seLinuxTypes = [
	"",
	"container_t",
	"container_init_t",
	"container_kvm_t",
	"container_engine_t"
];
const profiles = ["RuntimeDefault", "Localhost"];
const sysctls = /* @__PURE__ */ new Set([
	...[
		"kernel.shm_rmid_forced",
		"net.ipv4.ip_local_port_range",
		"net.ipv4.ip_local_reserved_ports"
	],
	...[
		"net.ipv4.ip_unprivileged_port_start",
		"net.ipv4.ping_group_range",
		"net.ipv4.tcp_syncookies"
	],
	...[
		"net.ipv4.tcp_fin_timeout",
		"net.ipv4.tcp_keepalive_intvl",
		"net.ipv4.tcp_keepalive_probes"
	],
	...[
		"net.ipv4.tcp_keepalive_time",
		"net.ipv4.tcp_notsent_lowat",
		"net.ipv4.tcp_rmem",
		"net.ipv4.tcp_wmem"
	],
	"net.ipv4.tcp_slow_start_after_idle"
]);
const handlers = [...[
	["livenessProbe"],
	["readinessProbe"],
	["startupProbe"]
], ...[["lifecycle", "postStart"], ["lifecycle", "preStop"]]];
/** What keeps a pod out of a namespace that enforces `restricted`. */
function podSecurityViolations(spec) {
	const outer = fieldsAt(spec, "securityContext");
	const containers = containersOf(spec).map((container) => ({
		container,
		name: `container ${nameIn(container)}`,
		context: fieldsAt(container, "securityContext")
	}));
	const contexts = [{
		name: "its pod",
		context: outer
	}, ...containers];
	/** What holds for a container: its own setting, or that of its pod. */
	const holds = (context, ...path) => at$1(context, ...path) ?? at$1(outer, ...path);
	return [
		...[
			"hostNetwork",
			"hostPID",
			"hostIPC"
		].filter((field) => spec[field] === true).map((field) => `its pod has ${field}`),
		...listAt$1(spec, "volumes").filter(isRecord).filter((volume) => !Object.keys(volume).some((key) => volumeTypes.has(key))).map((volume) => `its pod mounts ${kindOfVolume(volume)} as volume ${nameIn(volume)}`),
		...listAt$1(outer, "sysctls").map((sysctl) => textAt(sysctl, "name")).filter((name) => !sysctls.has(name)).map((name) => `its pod sets the sysctl ${name}`),
		...contexts.flatMap(({ name, context }) => contextViolations(name, context)),
		...containers.flatMap(({ container, name, context }) => [
			...containerViolations(name, container, context),
			...spec.hostUsers === false || holds(context, "runAsNonRoot") === true ? [] : [`${name} may run as root`],
			...spec.hostUsers !== false && context.runAsUser === 0 ? [`${name} runs as root`] : [],
			...profiles.includes(String(holds(context, "seccompProfile", "type"))) ? [] : [`${name} has no seccomp profile`]
		]),
		...spec.hostUsers !== false && outer.runAsUser === 0 ? ["its pod runs as root"] : []
	];
}
/** What neither a pod nor a container may say. */
function contextViolations(name, context) {
	const beyond = (allowed, ...path) => {
		const value = at$1(context, ...path);
		return value !== void 0 && value !== null && !allowed.includes(String(value));
	};
	return [
		...at$1(context, "windowsOptions", "hostProcess") === true ? [`${name} runs as a process of the host`] : [],
		...context.privileged === true ? [`${name} is privileged`] : [],
		...beyond(profiles, "appArmorProfile", "type") ? [`${name} runs without AppArmor`] : [],
		...beyond(profiles, "seccompProfile", "type") ? [`${name} runs without seccomp`] : [],
		...beyond(seLinuxTypes, "seLinuxOptions", "type") || beyond([""], "seLinuxOptions", "user") || beyond([""], "seLinuxOptions", "role") ? [`${name} has options of SELinux`] : [],
		...beyond(["Default"], "procMount") ? [`${name} has procMount ${textAt(context, "procMount")}`] : [],
		...context.runAsNonRoot === false ? [`${name} may run as root`] : []
	];
}
/** What a container may not say, or has to. */
function containerViolations(name, container, context) {
	const capabilities = fieldsAt(context, "capabilities");
	const added = listAt$1(capabilities, "add").filter((capability) => capability !== "NET_BIND_SERVICE");
	const hostPorts = listAt$1(container, "ports").filter((port) => (at$1(port, "hostPort") ?? 0) !== 0);
	const hosts = handlers.flatMap((path) => ["httpGet", "tcpSocket"].filter((action) => textAt(container, ...path, action, "host") !== ""));
	return [
		...context.allowPrivilegeEscalation === false ? [] : [`${name} may get more privileges`],
		...listAt$1(capabilities, "drop").includes("ALL") ? [] : [`${name} keeps capabilities`],
		...added.map((capability) => `${name} has the capability ${capability}`),
		...hostPorts.map((port) => `${name} takes port ${textAt(port, "hostPort")} of its machine`),
		...hosts.length > 0 ? [`${name} has a probe or hook for another host`] : []
	];
}
const fieldsAt = (value, field) => {
	const found = at$1(value, field);
	return isRecord(found) ? found : {};
};
const kindOfVolume = (volume) => {
	const kind = Object.keys(volume).find((key) => key !== "name") ?? "nothing";
	return kind === "hostPath" ? `the path ${textAt(volume, "hostPath", "path")} of its machine` : kind;
};
// src/plan/built/kinds.ts
/** Kinds of Kubernetes that belong to a namespace, by group. */
const namespaced = /* @__PURE__ */ new Map([
	["", [...[
		"ConfigMap",
		"Endpoints",
		"Event",
		"LimitRange",
		"PersistentVolumeClaim",
		"Pod",
		"PodTemplate"
	], ...[
		"ReplicationController",
		"ResourceQuota",
		"Secret",
		"Service",
		"ServiceAccount"
	]]],
	["apps", [
		"ControllerRevision",
		"DaemonSet",
		"Deployment",
		"ReplicaSet",
		"StatefulSet"
	]],
	["autoscaling", ["HorizontalPodAutoscaler"]],
	["batch", ["CronJob", "Job"]],
	["coordination.k8s.io", ["Lease"]],
	["discovery.k8s.io", ["EndpointSlice"]],
	["events.k8s.io", ["Event"]],
	["networking.k8s.io", ["Ingress", "NetworkPolicy"]],
	["policy", ["PodDisruptionBudget"]],
	["rbac.authorization.k8s.io", ["Role", "RoleBinding"]],
	["resource.k8s.io", ["ResourceClaim", "ResourceClaimTemplate"]]
]);
/** Kinds of others that belong to a namespace, and of which it is known what they do. */
const familiar = /* @__PURE__ */ new Map([
	["monitoring.coreos.com", [
		"PodMonitor",
		"PrometheusRule",
		"ServiceMonitor",
		"Probe"
	]],
	["cert-manager.io", [
		"Certificate",
		"CertificateRequest",
		"Issuer"
	]],
	["external-secrets.io", [
		"ExternalSecret",
		"SecretStore",
		"PushSecret"
	]],
	["autoscaling.k8s.io", ["VerticalPodAutoscaler"]]
]);
function standingOf(object) {
	const group = groupOf(object);
	if (namespaced.get(group)?.includes(object.kind) === true) return "inside";
	if (familiar.get(group)?.includes(object.kind) === true) return "familiar";
	if (group === "getambassador.io") return "route";
	if (/(?:^|\.)toolkit\.fluxcd\.io$|^(?:helm|fleet)\.cattle\.io$|^argoproj\.io$|(?:^|\.)crossplane\.io$|^tekton\.dev$/.test(group)) return "delivers";
	if (/^(?:gateway\.networking|networking\.istio|traefik|projectcontour|configuration\.konghq|k8s\.nginx)\./.test(`${group}.`)) return "opens";
	if (object.metadata.namespace === void 0 || !group.includes(".") || group.endsWith(".k8s.io")) return "wide";
	return "unknown";
}
// src/plan/built/rights.ts
/** What reaches beyond a namespace, or lets others act. */
const rightsIssues = (objects) => objects.flatMap((placed) => {
	const { part, object } = placed;
	const issue = (id, severity, text, hint) => ({
		id,
		severity,
		subject: subjectOf$2(placed),
		text,
		hint,
		file: part.file,
		detail: withoutMarks(object)
	});
	switch (standingOf(object)) {
		case "wide": return [issue("cluster-wide-object", "danger", wideText(object), "leave it to those who run the cluster: what an organization needs is in its namespace")];
		case "delivers": return [issue("delivery-object", "danger", `lets a controller (${object.apiVersion}) apply what is not in this repository, with its own rights`, "put the objects themselves into the override")];
		case "opens": return [issue("exposed-otherwise", "danger", "opens a way from outside that is not the Ambassador", "use expose of the definition: its rules, authentication and source ranges count there only")];
		case "unknown": return [issue("custom-object", "danger", `is of ${object.apiVersion}: what it does is not known`, unknownHint)];
		case "familiar": return [issue("custom-object", "caution", `is of ${object.apiVersion}, which another controller acts on`, unknownHint)];
		default: return rbac(object, issue);
	}
});
function wideText(object) {
	const { kind, metadata } = object;
	if (kind === "ClusterRoleBinding") return grants(object);
	if (kind !== "Namespace") return "counts in the whole cluster";
	const level = metadata.labels?.["pod-security.kubernetes.io/enforce"] ?? "any";
	return level === "restricted" ? "has labels that others let in by" : `admits pods of the standard "${level}"`;
}
const unknownHint = "read what its controller does with it, and with whose rights, before this is merged";
/** Verbs and resources with which somebody gets more rights than the ones that are written. */
const powerful = {
	verbs: /* @__PURE__ */ new Set([
		"*",
		"escalate",
		"bind",
		"impersonate",
		"approve",
		"sign"
	]),
	resources: /* @__PURE__ */ new Set([
		...[
			"*",
			"secrets",
			"pods",
			"pods/exec",
			"pods/attach",
			"pods/portforward",
			"pods/ephemeralcontainers"
		],
		...[
			"serviceaccounts/token",
			"nodes/proxy",
			"roles",
			"rolebindings",
			"deployments",
			"statefulsets",
			"daemonsets"
		],
		...[
			"jobs",
			"cronjobs",
			"replicasets",
			"replicationcontrollers",
			"networkpolicies",
			"services",
			"configmaps"
		]
	])
};
const reading = /* @__PURE__ */ new Set([
	"get",
	"list",
	"watch"
]);
function rbac(object, issue) {
	const hint = "keep rights to what one named ServiceAccount needs, without wildcards, Secrets and pods";
	if (object.kind === "RoleBinding") return [issue("rights-granted", listAt$1(object, "subjects").some((subject) => at$1(subject, "kind") !== "ServiceAccount" || (at$1(subject, "namespace") ?? object.metadata.namespace) !== object.metadata.namespace) || at$1(object, "roleRef", "kind") !== "Role" ? "danger" : "caution", grants(object), hint)];
	if (object.kind === "Secret" && object.type === "kubernetes.io/service-account-token") return [issue("rights-granted", "danger", `makes a token of the ServiceAccount ${object.metadata.annotations?.["kubernetes.io/service-account.name"] ?? "none"} that does not expire`, hint)];
	if (object.kind !== "Role") return [];
	const strong = listAt$1(object, "rules").flatMap((rule) => {
		const [verbs, resources] = [listAt$1(rule, "verbs").map(String), listAt$1(rule, "resources").map(String)];
		const reads = verbs.every((verb) => reading.has(verb));
		return [
			...verbs.filter((verb) => powerful.verbs.has(verb)),
			...resources.filter((name) => powerful.resources.has(name) && !(reads && harmlessToRead.has(name))),
			...listAt$1(rule, "apiGroups").includes("*") ? ["every API"] : []
		];
	});
	const names = [...new Set(strong)];
	return [issue("rights-granted", names.length > 0 ? "danger" : "caution", names.length > 0 ? `has rights that include others (${listed(names)})` : "has rights in the namespace", hint)];
}
/** To see them is not to change them. */
const harmlessToRead = /* @__PURE__ */ new Set([...[
	"pods",
	"deployments",
	"statefulsets",
	"daemonsets",
	"jobs",
	"cronjobs",
	"replicasets",
	"services"
], ...[
	"replicationcontrollers",
	"networkpolicies",
	"roles",
	"rolebindings",
	"configmaps"
]]);
const grants = (object) => {
	const who = listAt$1(object, "subjects").map((subject) => `${textAt(subject, "kind")} ${[textAt(subject, "namespace"), textAt(subject, "name")].filter((text) => text !== "").join("/")}`);
	return `gives ${textAt(object, "roleRef", "kind")} ${textAt(object, "roleRef", "name")} to ${listed(who) || "nobody"}`;
};
/** Without the labels and annotations that every object gets from the definition; of a Namespace they decide what it admits. */
function withoutMarks(object) {
	const { metadata, ...fields } = object;
	return [
		keyOf$4(object),
		fields,
		object.kind === "Namespace" ? Object.entries(metadata.labels ?? {}).sort() : void 0
	];
}
// src/plan/built/unchangeable.ts
/** Fields that the API server refuses to change, by group and kind. */
const fixed = /* @__PURE__ */ new Map([
	["apps/StatefulSet", [
		["spec", "selector"],
		["spec", "serviceName"],
		["spec", "podManagementPolicy"],
		["spec", "volumeClaimTemplates"]
	]],
	["apps/Deployment", [["spec", "selector"]]],
	["apps/DaemonSet", [["spec", "selector"]]],
	["apps/ReplicaSet", [["spec", "selector"]]],
	["/PersistentVolumeClaim", [
		["spec", "accessModes"],
		["spec", "storageClassName"],
		["spec", "volumeName"],
		["spec", "volumeMode"]
	]],
	["/Service", [["spec", "clusterIP"]]],
	["/Secret", [["type"]]],
	["rbac.authorization.k8s.io/RoleBinding", [["roleRef"]]],
	["rbac.authorization.k8s.io/ClusterRoleBinding", [["roleRef"]]]
]);
/** Fields that an override would change although the cluster cannot: nothing of the root is applied any more. */
function unchangeableIssues(before, after) {
	const old = new Map(placedIn(before, "objects").map(({ object }) => [keyOf$4(object), object]));
	return after.flatMap((part) => {
		const rendered = renderedIn(part);
		return part.objects.flatMap((object) => {
			const [was, own] = [old.get(keyOf$4(object)), rendered.get(keyOf$4(object))];
			if (was === void 0) return [];
			const fields = fieldsOf(object).filter((path) => (path !== loadBalancerClass || at$1(was, "spec", "type") === "LoadBalancer") && !equal(at$1(was, ...path), at$1(object, ...path)) && !equal(at$1(own, ...path), at$1(object, ...path)));
			if (fields.length === 0) return [];
			return [{
				id: "immutable-field",
				severity: "danger",
				refused: true,
				subject: subjectOf$2({
					part,
					object
				}),
				text: `Kubernetes refuses to change ${listed(fields.map((path) => path.join(".")))}, and nothing of ${part.part} in ${part.cluster} is applied any more`,
				hint: "for labels use labels with includeSelectors: false, not commonLabels; else leave the field as it is",
				file: part.file
			}];
		});
	});
}
/** The class of a load balancer can go only with its Service, or with the type of the Service. */
const loadBalancerClass = ["spec", "loadBalancerClass"];
const fieldsOf = (object) => [...fixed.get(`${groupOf(object)}/${object.kind}`) ?? [], ...object.kind === "Service" && at$1(object, "spec", "type") === "LoadBalancer" ? [loadBalancerClass] : []];
// src/plan/built/index.ts
/**
* What overrides do to the objects of a cluster, and did not before a change. What is rendered without them is trusted: it follows
* from the definition, whose changes are looked at elsewhere. All parts of a namespace belong in here: policies count together.
*/
function builtRisks(before, after) {
	const old = groupBy(before, namespaceOf);
	const groups = [...groupBy(after, namespaceOf)].map(([namespace, parts]) => ({
		was: old.get(namespace) ?? [],
		parts
	}));
	const [known, formerly] = [renderedImages(after), renderedImages(before)];
	const issues = groups.flatMap(({ was, parts }) => [
		...issuesBeyond(effects(parts, known), effects(was, formerly)),
		...reachIssues(was, parts),
		...unchangeableIssues(was, parts)
	]);
	return merged(issues).sort(byWeight);
}
const namespaceOf = ({ cluster, namespace }) => `${cluster}/${namespace}`;
const renderedImages = (parts) => imagesOf(workloadsIn(parts, "rendered"));
/** What overrides do, compared with what is rendered without them. */
function effects(parts, images) {
	const properties = (view) => {
		const workloads = workloadsIn(parts, view);
		const placed = placedIn(parts, view);
		return [
			...rightsIssues(placed),
			...podSecurityIssues(workloads),
			...readingIssues(workloads, placed.map(({ object }) => object))
		];
	};
	return [
		...issuesBeyond(properties("objects"), properties("rendered")),
		...imageIssues(workloadsIn(parts, "objects"), images),
		...guiseIssues(parts),
		...serviceIssues(parts),
		...parts.filter(({ objects, rendered }) => objects !== rendered).flatMap((part) => [
			...changeIssues(part),
			...entryIssues(part),
			...markIssues(part)
		])
	];
}
/** One risk for each kind and subject: by these it is acknowledged. */
const merged = (issues) => [...groupBy(issues, ({ id, subject }) => `${id} ${subject}`).values()].flatMap((same) => {
	const [first] = same;
	if (first === void 0) return [];
	const { id, subject, hint, file } = first;
	const severity = same.some((issue) => issue.severity === "danger") ? "danger" : "caution";
	const texts = [...new Set(same.map(({ text }) => text))];
	const content = JSON.stringify(same.map(({ detail }) => detail));
	return [{
		id,
		severity,
		subject,
		message: `${subject}: ${texts.join("; ")}`,
		content,
		hint,
		path: [],
		file,
		...same.some(({ refused }) => refused === true) ? { refused: true } : {}
	}];
});
// src/plan/objects.ts
/** Compares what kustomize built of a root, object by object. Values of Secrets are masked. */
function rootChange({ cluster, part, before, after, peersBefore, peersAfter }) {
	const generations = generationsOf(before, after);
	const old = new Map(before.map((object) => [keyOf$4(object), object]));
	const now = new Map(after.map((object) => [keyOf$4(object), object]));
	const changed = after.flatMap((object) => {
		const former = old.get(keyOf$4(object)) ?? generations.former(object);
		if (former === void 0) return [{
			action: "create",
			object: identity(object),
			differences: [],
			restarts: false
		}];
		const differences = differencesOf(former, object).filter(({ field }) => field !== "metadata.name");
		if (differences.length === 0) return [];
		const own = differences.filter((difference) => !generations.follows(difference));
		const restarts = differences.some(inTemplate);
		const peers = own.every(inData) ? peerChange(peersBefore?.(former), peersAfter?.(object)) : void 0;
		return [{
			action: "change",
			object: identity(object),
			differences: own,
			restarts,
			...peers === void 0 ? {} : { peers }
		}];
	});
	const gone = before.filter((object) => !now.has(keyOf$4(object)) && !generations.continues(object)).map((object) => ({
		action: isKept(object) ? "stay" : "delete",
		object: identity(object),
		differences: [],
		restarts: false
	}));
	const all = [...changed, ...gone].sort((a, b) => keyOf$4(a.object) < keyOf$4(b.object) ? -1 : 1);
	const isRoutine = ({ action, differences, restarts }) => action === "change" && !restarts && differences.length > 0 && differences.every(inLabels);
	return {
		cluster,
		part,
		changes: all.filter((change) => !isRoutine(change)),
		routine: folded(all.filter(isRoutine))
	};
}
const identity = ({ apiVersion, kind, metadata: { name, namespace } }) => ({
	apiVersion,
	kind,
	metadata: namespace === void 0 ? { name } : {
		name,
		namespace
	}
});
const inTemplate = ({ field }) => field.startsWith("spec.template.");
const inLabels = ({ field }) => /^metadata\.(labels|annotations)\b/.test(field);
const inData = ({ field }) => /^data\b/.test(field);
function peerChange(before, after) {
	if (before === void 0 || after === void 0) return void 0;
	return {
		added: [...after.keys()].filter((peer) => !before.has(peer)),
		removed: [...before.keys()].filter((peer) => !after.has(peer)),
		moved: [...after.keys()].filter((peer) => before.has(peer) && before.get(peer) !== after.get(peer))
	};
}
/** The same difference in many objects is one line. */
function folded(changes) {
	const counts = /* @__PURE__ */ new Map();
	for (const { differences } of changes) {
		const text = differences.map(({ field, before, after }) => `${field}: ${before ?? "(none)"} → ${after ?? "(none)"}`).join(", ");
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].map(([text, objects]) => ({
		text,
		objects
	})).sort((a, b) => a.text < b.text ? -1 : 1);
}
/** Name of a generated ConfigMap without the hash that kustomize appends: ten letters and digits, without some vowels. */
const stem = (name) => /^(.+)-[a-z0-9]{10}$/.exec(name)?.[1];
const generated = /* @__PURE__ */ new Set(["ConfigMap", "Secret"]);
/** Pairs ConfigMaps that a generator gave a new name because their content changed: for people that is one object. */
function generationsOf(before, after) {
	const key = ({ kind, metadata }) => {
		const found = generated.has(kind) ? stem(metadata.name) : void 0;
		return found === void 0 ? void 0 : `${kind}/${metadata.namespace ?? ""}/${found}`;
	};
	const present = new Set(after.map(keyOf$4));
	const known = new Set(before.map(keyOf$4));
	const gone = /* @__PURE__ */ new Map();
	for (const object of before) {
		const found = key(object);
		if (found !== void 0 && !present.has(keyOf$4(object))) gone.set(found, object);
	}
	const come = new Set(after.filter((object) => !known.has(keyOf$4(object))).flatMap((object) => key(object) ?? []));
	const pairs = new Set([...come].filter((found) => gone.has(found)));
	const isPaired = (object) => pairs.has(key(object) ?? "");
	return {
		former: (object) => isPaired(object) ? gone.get(key(object) ?? "") : void 0,
		/** True for an old object with a new name. */
		continues: isPaired,
		/** True for a reference that follows the new name. */
		follows: ({ before: old, after: now }) => {
			const [from, to] = [stem(unquoted(old)), stem(unquoted(now))];
			return from !== void 0 && from === to;
		}
	};
}
const unquoted = (text) => (text ?? "").replace(/^"(.*)"$/, "$1");
// src/commands/plan/compare-roots.ts
/** Builds the changed roots with kustomize, and compares their objects. */
async function compareRoots(before, after, ports) {
	const { network } = after;
	const old = before?.whole ?? /* @__PURE__ */ new Map();
	const all = [.../* @__PURE__ */ new Set([...rootsOf(old), ...rootsOf(after.whole)])].sort();
	const changed = new Set(changedRoots(all, old, after.whole));
	const routed = new Set([...changed].flatMap((root) => /^deploy\/clusters\/[^/]+/.exec(root)?.[0] ?? []));
	const isRouted = (root) => root.endsWith("/ambassador") && routed.has(root.slice(0, -11));
	const isJudged = judgedRoots(changed, before, after);
	const was = await ports.buildRoots(old, (root) => changed.has(root) || isJudged(root));
	const is = await ports.buildRoots(after.whole, (root) => changed.has(root) || isRouted(root) || isJudged(root));
	const parts = await partsOf(after, is, isJudged, ports);
	const formerParts = before === void 0 ? [] : await partsOf(before, was, isJudged, ports);
	const objects = (built, root) => readObjects(built.get(root) ?? "", root);
	return {
		roots: [...changed].map((root) => {
			const place = placeOfRoot(root);
			return rootChange({
				...place,
				before: objects(was.built, root),
				after: objects(is.built, root),
				peersAfter: after.peersIn(place.cluster),
				...before === void 0 ? {} : { peersBefore: before.peersIn(place.cluster) }
			});
		}).filter(({ changes, routine }) => changes.length + routine.length > 0),
		overrideRisks: builtRisks(formerParts, parts),
		broken: [
			...brokenFindings(is.broken, after.overrides),
			...routeFindings(network, is, after.overrides, false),
			...overridesWithoutRoot(after.overrides, after.whole),
			...builtOverrideFindings(parts, after.overrides)
		]
	};
}
/**
* Roots to build in order to judge overrides: all roots of a namespace in which one has an override, now or before, and one changes.
* Network policies of one root select the pods of all. Without overrides there are none, so this costs nothing.
*/
function judgedRoots(changed, before, after) {
	const overridden = [before, after].flatMap((one) => one === void 0 ? [] : [...rootsWithOverrides(one.overrides)]);
	const changing = new Set([...changed].map(zoneOf));
	const zones = new Set(overridden.map(zoneOf).filter((zone) => changing.has(zone)));
	return (root) => zones.has(zoneOf(root));
}
/** `deploy/clusters/eu/carrier`, for the roots of its nodes and Jobs too. */
const zoneOf = (root) => root.split("/").slice(0, 4).join("/");
async function partsOf({ network, whole, overrides }, { built }, isJudged, ports) {
	const judged = new Map([...built].filter(([root]) => isJudged(root)));
	return builtParts(network, judged, await builtWithoutOverrides(whole, overrides, isJudged, ports), overrides);
}
// src/commands/plan/first-overrides.ts
/**
* Risks of overrides in the first plan of a network. The effect of an override has no base to compare with. An unchanged override was
* reviewed when it was merged, so it is a caution: the example of the template, for instance.
*/
async function firstOverrideRisks(risks, overrides, files) {
	if (risks.length === 0) return [];
	const merged = await readFolder(files, "overrides");
	const isMerged = (folder) => {
		const [was, is] = [filesBelow(folder, merged), filesBelow(folder, overrides)];
		return was.size === is.size && [...is].every(([path, content]) => sameContent$1(was.get(path), content));
	};
	return risks.map((risk) => risk.file?.startsWith("overrides/") && isMerged(posix.dirname(risk.file)) ? {
		...risk,
		severity: "caution"
	} : risk);
}
const filesBelow = (folder, tree) => new Map([...tree].filter(([path]) => path.startsWith(`${folder}/`)));
// src/commands/plan/former.ts
/** The network before the change. Everything is new if there was none, or if it cannot be rendered, which is a finding. */
async function formerSubject({ network }, { commit, files }) {
	if (await files.readBytes(network) === void 0) return {
		baseFindings: [],
		known: []
	};
	const { checked, findings } = await inspect({ network }, files);
	if (checked !== void 0) return {
		former: checked,
		baseFindings: [],
		known: findings
	};
	if (!await hasBegun$1(files)) return {
		baseFindings: [],
		known: []
	};
	return {
		baseFindings: [{
			rule: "base-broken",
			severity: "warning",
			message: `${network} had errors before this change (${commit.slice(0, 12)}): the effect of the change on the running network is unknown, and its risks were not checked`,
			hint: "compare with the last valid commit, or review the change yourself",
			place: {
				file: network,
				line: 1,
				column: 1
			}
		}],
		known: []
	};
}
// src/consent/former.ts
/**
* The signed state in a commit. Signers are in three places, and any of them counts, so that removing them from one hides nothing: the lock,
* the definition (undefined when unreadable), the statement.
*/
function formerConsents(network, lock, files) {
	const defined = new Map((network?.organizations ?? []).map(({ name, signers }) => [name, signers.map(withoutComment)]));
	const stated = [...files.keys()].flatMap((path) => {
		const [, name] = path.startsWith(`material/signatures/`) ? /\/([^/.]+)\.yaml$/.exec(path) ?? [] : [];
		return name === void 0 ? [] : [name];
	});
	const names = [.../* @__PURE__ */ new Set([
		...defined.keys(),
		...Object.keys(lock.signers),
		...stated
	])].sort();
	return new Map(names.map((name) => [name, formerConsent(name, lock, defined.get(name) ?? [], files)]));
}
function formerConsent(name, lock, defined, files) {
	const recorded = Object.hasOwn(lock.signers, name) ? lock.signers[name] : void 0;
	const read = readStatement(files, name);
	const statement = typeof read === "string" ? void 0 : read;
	const stated = statement?.agreement.signers;
	return {
		signers: ([
			recorded?.keys ?? [],
			defined,
			Array.isArray(stated) ? stated.map(String) : []
		].find(({ length }) => length > 0) ?? []).map(withoutComment),
		statement: statement?.digest ?? recorded?.statement,
		agreement: statement?.agreement ?? {}
	};
}
// src/commands/plan/former-consents.ts
/** The signatures of organizations in a commit, even if the commit has errors: a definition with errors must not hide signers. */
async function formerConsentsIn(network, files, former) {
	if (former !== void 0) return formerConsents(former.network, former.lock, former.materialFiles);
	const [definition, lockBytes, signatures] = await Promise.all([
		files.readBytes(network),
		files.readBytes(lockFile),
		readFolder(files, signaturesFolder)
	]);
	const source = definition === void 0 ? [] : readSource(network, toText(definition));
	const lock = readLock(lockBytes === void 0 ? void 0 : toText(lockBytes));
	return formerConsents("value" in source ? draftOf(source).resolved?.network : void 0, "ports" in lock ? lock : emptyLock, signatures);
}
// src/commands/plan/reachability.ts
function reachability({ network, platform, lock }) {
	const routes = routesOf(network, platform, lock.ports);
	return {
		routes: routes.map(({ cluster, node, endpoint, url }) => ({
			cluster,
			node: nodeId(node),
			endpoint: endpoint.name,
			url
		})),
		records: [...dnsRecords(network, routes)]
	};
}
// src/commands/plan/rendition.ts
async function renditionOf(checked, ports) {
	const input = await renderInput(checked, ports);
	const tree = treeOf(checked, input);
	const { network, overrides } = checked;
	return {
		network,
		tree,
		overrides,
		whole: mergeTrees(tree, overrides),
		peersIn: peersOfClusters(input)
	};
}
function peersOfClusters(input) {
	const { network, platform } = input;
	const views = new Map(network.clusters.map((cluster) => [cluster.name, viewOf$1(input, cluster)]));
	return (cluster) => (object) => {
		const [view, data] = [views.get(cluster), at$1(object, "data")];
		if (view === void 0 || object.kind !== "ConfigMap" || !isRecord(data)) return void 0;
		return platform.rendering.peersIn?.(data, view);
	};
}
// src/plan/acknowledged.ts
/**
* Lines that acknowledge nothing. One that this change adds is a warning: somebody means that it does. One that was there before has
* done its work, as that of a risk counts only in the change that adds it.
*/
function lineFindings({ lines, former, placeOf, risks, findings }) {
	const warnings = acceptableLines(findings);
	const known = [...risks, ...warnings];
	return lines.flatMap((line, index) => {
		const place = placeOf(index);
		const isOld = former.includes(line);
		if (!acknowledgeable.has(line.split(" ", 1)[0] ?? "")) return [];
		if (warnings.includes(line) || risks.includes(line) && !isOld) return [];
		if (risks.includes(line)) return [{
			rule: "acknowledge-unused",
			severity: "warning",
			message: `"${line}" was merged before this change, and does not count for it`,
			hint: "remove the line in a separate change, then add it in the change that takes the risk; or give the pull request the label",
			place
		}];
		return [isOld ? spent(line, place) : unused(line, place, known)];
	});
}
/** Lines of all warnings, accepted ones included. */
const acceptableLines = (findings) => findings.filter(({ severity, accepted }) => severity === "warning" || accepted === true).map((finding) => acknowledgement(acceptable(finding)));
const spent = (line, place) => ({
	rule: "acknowledge-spent",
	severity: "notice",
	message: `"${line}" is about nothing any more: its change is merged, or its warning is gone`,
	hint: "remove the line",
	place
});
const unused = (line, place, known) => ({
	rule: "acknowledge-unused",
	severity: "warning",
	message: `"${line}" acknowledges nothing: no risk of this change and no warning is called so`,
	hint: hintFor(line, known),
	place
});
/** Id and subject, without the digest. */
const withoutDigest = (line) => line.split(" ").slice(0, 2).join(" ");
function hintFor(line, known) {
	const same = known.filter((other) => withoutDigest(other) === withoutDigest(line));
	if (same.length > 0) return line === withoutDigest(line) ? `a line ends in the digest of what it is about: ${several(same)}` : `what it was for has changed: look at it again; as it is now the line is ${several(same)}`;
	const names = known.map(withoutDigest);
	const match = nearest(withoutDigest(line), names);
	const suggestion = known.find((other) => withoutDigest(other) === match);
	if (suggestion !== void 0) return `did you mean "${suggestion}"?`;
	return known.length === 0 ? "remove the line: there is nothing to acknowledge" : `known: ${several(known)}`;
}
// src/plan/risks/revision.ts
/** All keys and all that nodes share, whether it has been made or not. */
const requestsOf = ({ network, platform, ports }) => platform.material.requests(network, outsideOf(platform, ports));
const isMade = ({ material }, { file }) => material.text(file) !== void 0 && !material.standIns.has(file);
/** Whether anything of it can run: nothing does before something that nodes share, such as a genesis, is made. */
function hasBegun(revision) {
	const shared = requestsOf(revision).filter(({ kind }) => kind === "shared");
	return (shared.length === 0 || shared.some((request) => isMade(revision, request))) && runningNodes(revision).length > 0;
}
/** Nodes that can run: a node without a key cannot. */
function runningNodes(revision) {
	const { network } = revision;
	const open = requestsOf(revision).filter((request) => !isMade(revision, request));
	const without = new Set(open.map(({ label }) => label));
	return network.nodes.filter((node) => !without.has(nodeId(node)));
}
/** Nodes that ran before, and are still there. */
const keptNodes = (before, after) => pairs(runningNodes(before), after.network.nodes, nodeId);
const keptClusters = (before, after) => pairs(before.network.clusters, after.network.clusters, ({ name }) => name);
function pairs(before, after, key) {
	const now = new Map(after.map((item) => [key(item), item]));
	return before.flatMap((was) => {
		const is = now.get(key(was));
		return is === void 0 ? [] : [{
			was,
			is
		}];
	});
}
/** What is in the first list and not in the second. */
function missingFrom(items, others, key) {
	const known = new Set(others.map(key));
	return items.filter((item) => !known.has(key(item)));
}
/** The list of nodes of an organization; that of organizations when it is gone. */
function nodeListOf(network, organization) {
	const found = network.organizations.find(({ name }) => name === organization);
	return found === void 0 ? ["organizations"] : [...found.path, "nodes"];
}
// src/plan/risks/ambassador.ts
/** The Ambassador of a cluster opens other ports, is left with one pod, or is reached in another way. */
const ambassadorRisks = (before, after) => keptClusters(before, after).flatMap((kept) => [
	...pool(kept),
	...replicas(kept),
	...published(kept)
]);
function pool({ was, is }) {
	const [old, now] = [was, is].map(({ ambassador: { ports } }) => `${ports.first}-${ports.last}`);
	if (old === now) return [];
	return [{
		id: "port-pool-changed",
		severity: "caution",
		subject: is.name,
		message: `the ports of the Ambassador of ${is.name} are ${now} instead of ${old}`,
		hint: "have firewalls opened for the new range before a node gets a port of it; nodes that have a port keep it",
		path: [
			...is.path,
			"ambassador",
			"ports"
		]
	}];
}
function replicas({ was, is }) {
	if (is.ambassador.replicas > 1 || was.ambassador.replicas === is.ambassador.replicas) return [];
	return [{
		id: "ambassador-alone",
		severity: "caution",
		subject: is.name,
		message: `the Ambassador of ${is.name} has 1 pod instead of ${was.ambassador.replicas}: each restart of that pod cuts every link through it`,
		hint: "keep two: a ledger may stop until its nodes have reconnected",
		path: [
			...is.path,
			"ambassador",
			"replicas"
		]
	}];
}
/** What decides which load balancer there is, or how it speaks: field and value, as in the definition. */
const ways = [
	["existing", ({ existing, namespace, service }) => existing ? `${namespace}/${service}` : "none"],
	["publish", ({ publish }) => publish],
	["visibility", ({ loadBalancer }) => loadBalancer.visibility],
	["loadBalancerClass", ({ loadBalancer }) => loadBalancer.className ?? "none"],
	["addresses", ({ loadBalancer }) => loadBalancer.addresses.join(", ") || "none"],
	["addressPool", ({ loadBalancer }) => loadBalancer.pool ?? "none"],
	["proxyProtocol", ({ proxyProtocol }) => String(proxyProtocol)]
];
/** Clouds make another load balancer, with another address; a class cannot be changed at all. */
function published({ was, is }) {
	const changed = ways.flatMap(([field, value]) => {
		const [old, now] = [value(was.ambassador), value(is.ambassador)];
		return old === now ? [] : [{
			field,
			text: `${field}: ${now} instead of ${old}`
		}];
	});
	const [first] = changed;
	if (first === void 0) return [];
	return [{
		id: "ambassador-republished",
		severity: "danger",
		subject: is.name,
		message: `the Ambassador of ${is.name} is reached in another way (${changed.map(({ text }) => text).join("; ")}): its address may change, and until names and firewalls follow nobody reaches ${is.name}`,
		hint: "do it while the ledger may stop, or while the other clusters can do without this one; a Service whose class changes has to be deleted first",
		path: [
			...is.path,
			"ambassador",
			first.field
		]
	}];
}
// src/plan/risks/loosened.ts
/** How bad it is that a guard goes from one value to another; undefined when it guards as well as before. */
function loosening(was, is) {
	const { kind = "watched", dangerous = () => false } = is ?? was ?? {};
	const [old, now] = [was?.value, is?.value];
	if (same(old, now)) return void 0;
	switch (kind) {
		case "on": return isTrue(old) && !isTrue(now) ? "danger" : void 0;
		case "off": return !isTrue(old) && isTrue(now) ? "danger" : void 0;
		case "key": return isEmpty(old) ? void 0 : "danger";
		case "allowed": return widened$1(itemsOf(old), itemsOf(now), dangerous);
		case "allowedOrAll":
			if (now === void 0) return "danger";
			return old === void 0 ? void 0 : widened$1(itemsOf(old), itemsOf(now), dangerous);
		case "least": return old === void 0 || now === void 0 || Number(now) < Number(old) ? "caution" : void 0;
		case "most": return old === void 0 || now === void 0 || Number(now) > Number(old) ? "caution" : void 0;
		case "sensitive": return "danger";
		case "watched": return "caution";
	}
}
function widened$1(old, now, dangerous) {
	const known = new Set(old.map((item) => item.toLowerCase()));
	const added = now.filter((item) => !known.has(item.toLowerCase()));
	if (added.length === 0 || old.some(isEverybody)) return void 0;
	return added.some((item) => isEverybody(item) || dangerous(item)) ? "danger" : "caution";
}
const isEverybody = (item) => item.includes("*") || item.toLowerCase() === "all";
const itemsOf = (value) => typeof value === "string" ? [value] : (value ?? []).map(String);
const isTrue = (value) => String(value).toLowerCase() === "true";
const isEmpty = (value) => value === void 0 || value.length === 0;
const same = (a, b) => textOf(a) === textOf(b);
/** As messages show it. */
const textOf = (value) => isEmpty(value) ? "not set" : typeof value === "string" ? value : (value ?? []).join(", ");
// src/plan/risks/guards.ts
/**
* What keeps others out of a node, by a field or by a setting, is gone, wider or another one. A new node is compared with the same one
* without settings: they can switch off what a field switches on.
*/
function guardRisks$1(before, after) {
	if (before.platform !== after.platform) return [];
	const old = new Map(before.network.nodes.map((node) => [nodeId(node), node]));
	const changes = after.network.nodes.flatMap((node) => {
		const was = old.get(nodeId(node));
		return guardChanges({
			subject: nodeId(node),
			was: was === void 0 ? guardsOf$1(after, withoutSettings(node)) : guardsOf$1(before, {
				...was,
				role: node.role
			}),
			is: guardsOf$1(after, node),
			path: node.path,
			isReached: isReached(after, node)
		});
	});
	return guardRisksOf(changes);
}
const guardsOf$1 = ({ platform, network, material }, node) => platform.operation.guards?.(node, network, material) ?? [];
/** Own fields are the platform's; those that have settings call them so. */
const withoutSettings = (node) => ({
	...node,
	own: {
		...node.own,
		settings: {}
	}
});
/** Others reach what the node guards: an exposed endpoint, or one with TLS of the ledger's own. */
const isReached = ({ platform }, node) => node.expose.length > 0 || platform.definition.endpoints(node).some(({ reached, protocol }) => reached === "by-port" && protocol === "tls");
function guardChanges({ subject, was, is, path, isReached }) {
	const loosened = [...new Set([...was, ...is].map(({ name }) => name))].flatMap((name) => {
		const [old, now] = [was, is].map((guards) => guards.find((guard) => guard.name === name));
		const guard = now ?? old;
		const severity = loosening(old, now);
		if (severity === void 0 || guard === void 0) return [];
		return [{
			guard,
			severity: isReached || guard.always === true ? severity : "caution",
			text: `${name} is ${textOf(now?.value)} instead of ${textOf(old?.value)}`,
			isGone: ["not set", "false"].includes(textOf(now?.value).toLowerCase())
		}];
	});
	const asking = loosened.filter(({ guard }) => guard.authenticates === true);
	const others = loosened.filter(({ guard }) => guard.authenticates !== true);
	return [...asking.some(({ isGone }) => isGone) ? changeOf$1("authentication-removed", subject, path, essential(asking)) : changeOf$1("authentication-changed", subject, path, asking), ...changeOf$1("guard-loosened", subject, path, others)];
}
/** What asks, without how it asked: that goes with it. */
function essential(asking) {
	const switches = asking.filter(({ guard }) => guard.kind === "on");
	return switches.length > 0 ? switches : asking.filter(({ isGone }) => isGone).slice(0, 1);
}
function changeOf$1(id, subject, path, loosened) {
	const worst = loosened.find(({ severity }) => severity === "danger") ?? loosened[0];
	if (worst === void 0) return [];
	return [{
		id,
		subject,
		severity: worst.severity,
		texts: loosened.map(({ text }) => text),
		path: worst.guard.path.length === 0 ? path : worst.guard.path
	}];
}
/** What happens to several things in the same way is one risk. */
const guardRisksOf = (changes) => [...groupBy(changes, ({ id, severity, texts }) => JSON.stringify([
	id,
	severity,
	texts
]))].flatMap(([, group]) => {
	const [first] = group;
	if (first === void 0) return [];
	const { severity, subject, texts, path } = first;
	const subjects = group.map((change) => change.subject);
	const risk = {
		severity,
		subject: subjects.length === 1 ? subject : `${subject}+${subjects.length - 1}`,
		content: subjects.join(" "),
		path
	};
	return [riskOf(first.id, risk, several(subjects), subjects.length, texts.join("; "))];
});
function riskOf(kind, risk, names, count, what) {
	switch (kind) {
		case "authentication-removed": return {
			...risk,
			id: "authentication-removed",
			message: `clients of ${names} are no longer authenticated as before: ${what}`,
			hint: "put it back, or let in known addresses only; ask the owner, outside of this pull request, whether it is intended"
		};
		case "authentication-changed": return {
			...risk,
			id: "authentication-changed",
			message: `the clients of ${names} are authenticated by another authority: ${what}`,
			hint: "ask the owner, outside of this pull request, whose key or service this is: it can let in anyone"
		};
		default: return {
			...risk,
			id: "guard-loosened",
			message: `${names} ${agreeing(count, "is", "are")} guarded in another way: ${what}`,
			hint: "put it back, unless the owner wants it so: let in what you know, and nothing that can change the node"
		};
	}
}
// src/plan/risks/ambassador-guards.ts
/** What guards exposed endpoints at the Ambassador of a cluster is gone, wider or another one. */
const ambassadorGuardRisks = (before, after) => guardRisksOf(keptClusters(before, after).flatMap(({ was, is }) => guardChanges({
	subject: `${is.name}/ambassador`,
	was: guardsOf(was),
	is: guardsOf(is),
	path: [...is.path, "ambassador"],
	isReached: !providers[is.provider].local
})));
/** Each with the field of the definition that it follows from. */
function guardsOf({ ambassador, path }) {
	const { authentication, rateLimit, bodyLimit, tlsSecret, issuer, externalDns } = ambassador;
	const place = (field) => [
		...path,
		"ambassador",
		field
	];
	const asked = {
		authenticates: true,
		path: place("authentication")
	};
	return [
		{
			...asked,
			name: "authentication.service",
			value: authentication?.service,
			kind: "key"
		},
		{
			...asked,
			name: "authentication.protocol",
			value: authentication?.protocol,
			kind: "key"
		},
		{
			...asked,
			name: "authentication.headers",
			value: authentication?.headers.join(", "),
			kind: "key"
		},
		{
			name: "rateLimit.service",
			value: rateLimit,
			kind: "key",
			path: place("rateLimit")
		},
		{
			name: "bodyLimit",
			value: bodyLimit?.toString(),
			kind: "most",
			path: place("bodyLimit")
		},
		{
			name: "tlsSecret",
			value: tlsSecret,
			kind: "watched",
			path: place("tlsSecret")
		},
		{
			name: "issuer",
			value: issuerText(issuer),
			kind: "watched",
			path: place("issuer")
		},
		{
			name: "externalDns",
			value: String(externalDns),
			kind: "watched",
			path: place("externalDns")
		},
		...(authentication?.headers ?? []).map((header) => ({
			name: `authentication.headers[${header}]`,
			value: "true",
			kind: "on",
			path: place("authentication")
		})),
		...annotationsOf(ambassador).map(([name, value]) => ({
			name: `annotations[${name}]`,
			value,
			kind: opening.test(name) ? "sensitive" : "watched",
			path: place("annotations")
		}))
	];
}
const annotationsOf = ({ annotations }) => Object.entries(annotations).sort(([a], [b]) => a < b ? -1 : 1);
const issuerText = (issuer) => issuer === void 0 ? void 0 : `${issuer.kind} ${issuer.name}`;
/** Annotations by which clouds open a load balancer, whatever the definition says of who may connect. */
const opening = /source-?range|scheme|internal|public|security-?group|subnet|acl|allow|deny|firewall|ssl|tls|cert|backend-protocol|policy/i;
// src/plan/risks/clusters.ts
/** A cluster comes, goes, or is another one than before. */
const clusterRisks = (before, after) => [
	...missingFrom(before.network.clusters, after.network.clusters, ({ name }) => name).map((cluster) => removed$5(before, cluster)),
	...missingFrom(after.network.clusters, before.network.clusters, ({ name }) => name).map(added$2),
	...keptClusters(before, after).flatMap((kept) => [...provider(kept), ...context(kept)])
];
const added$2 = ({ name, recipients, path }) => ({
	id: "cluster-added",
	severity: "caution",
	subject: name,
	message: `cluster ${name} is new: keys of the nodes that go there are encrypted for ${listed(recipients)}`,
	hint: "ask outside of this pull request who runs it, and whose these recipients are",
	path
});
function removed$5(before, { name }) {
	const nodes = runningNodes(before).filter(({ cluster }) => cluster.name === name);
	return {
		id: "cluster-removed",
		severity: "danger",
		subject: name,
		message: `cluster ${name} leaves the definition with ${nodes.length === 0 ? "its Ambassador" : `${counted(nodes.length, "node")} (${several(nodes.map(nodeId))})`}: nothing in it is removed, and nobody manages it any more`,
		content: nodes.map(nodeId).join(" "),
		hint: `move or remove its nodes first; then stop Flux in ${name} and delete the namespaces of the network by hand`,
		path: ["clusters"]
	};
}
function provider({ was, is }) {
	if (was.provider === is.provider) return [];
	return [{
		id: "provider-changed",
		severity: "caution",
		subject: is.name,
		message: `cluster ${is.name} is of provider ${is.provider} instead of ${was.provider}: the Ambassador's load balancer gets other settings, some of which Kubernetes refuses to change, and may get another address`,
		hint: "if it is another cluster, add it under another name and move node by node",
		path: [...is.path, "provider"]
	}];
}
function context({ was, is }) {
	const [old, now] = [was.context ?? was.name, is.context ?? is.name];
	if (old === now) return [];
	return [{
		id: "context-changed",
		severity: "danger",
		subject: is.name,
		message: `direct apply reaches cluster ${is.name} by the kubeconfig context ${now} instead of ${old}`,
		hint: "be sure that both are the same cluster: in another one every node starts a second time, with the same keys, decrypted, and no data",
		path: [...is.path, "context"]
	}];
}
// src/plan/risks/trust.ts
/** A revision never changes, and large networks have thousands of keys. */
const keysByRevision = /* @__PURE__ */ new WeakMap();
function sealedKeys(revision) {
	const known = keysByRevision.get(revision) ?? keysOf(revision);
	keysByRevision.set(revision, known);
	return known;
}
const keysOf = (revision) => requestsOf(revision).filter(isKey).flatMap((request) => {
	const { organization, label, sealed } = request;
	if (sealed === void 0) return [];
	const [, , holder = ""] = sealed.path.split("/");
	return [{
		organization,
		label,
		holder,
		recipients: sealed.recipients,
		request
	}];
});
/** It is made when the change is merged: some public half, or the only file there is, is missing. */
const isMadeOnMerge = ({ material }, { request }) => filesOfKey(request).some((file) => material.text(file) === void 0 || material.standIns.has(file));
/** Who can decrypt any key of an organization. */
const trustedBy = (revision, organization) => new Set(sealedKeys(revision).filter((key) => key.organization === organization).flatMap(({ recipients }) => recipients));
/** What such a label says beside the name of the organization. */
const shortLabel = ({ organization, label }) => label.startsWith(`${organization}/`) ? label.slice(organization.length + 1) : label;
// src/plan/risks/entering.ts
/** An organization enters a cluster: its keys are encrypted for the recipients of that cluster, and its pods run there. */
function enteringRisks(before, after) {
	const known = new Set(before.network.organizations.map(({ name }) => name));
	return after.network.organizations.flatMap(({ name }) => {
		const [was, is] = [placesOf(before, name), placesOf(after, name)];
		return after.network.clusters.map((cluster) => cluster.name).filter((cluster) => is.has(cluster) && !was.has(cluster)).flatMap((cluster) => known.has(name) ? [entering(before, after, name, cluster)] : neighbour(before, after, name, cluster));
	});
}
/** Clusters in which an organization has nodes, or that its keys are sealed for. */
const placesOf = (revision, organization) => /* @__PURE__ */ new Set([...revision.network.nodes.filter((node) => node.organization.name === organization).map(({ cluster }) => cluster.name), ...keysIn(revision, organization).map(({ holder }) => holder)]);
const keysIn = (revision, organization) => sealedKeys(revision).filter((key) => key.organization === organization);
function entering(before, after, organization, cluster) {
	const isNew = !before.network.clusters.some(({ name }) => name === cluster);
	const place = after.network.clusters.find(({ name }) => name === cluster);
	const owner = after.network.organizations.find(({ name }) => name === organization);
	const recipients = place === void 0 || owner === void 0 ? [] : recipientsIn(owner, place);
	const trusted = trustedBy(before, organization);
	const strangers = recipients.filter((recipient) => !trusted.has(recipient));
	const keys = keysIn(after, organization).filter(({ holder }) => holder === cluster).map(shortLabel);
	const who = strangers.length === 0 ? `its recipients (${listed(recipients)}), who can decrypt others of its keys already` : `${listed(strangers)}, who could decrypt none of its keys before`;
	return {
		id: "organization-in-cluster",
		severity: isNew || strangers.length > 0 ? "danger" : "caution",
		subject: `${organization}/${cluster}`,
		message: `${organization} enters ${isNew ? "the new cluster" : "cluster"} ${cluster}: ${keys.length === 0 ? "its pods run there" : `${counted(keys.length, "key")} of it (${several(keys)}) ${keys.length === 1 ? "is" : "are"} encrypted for ${who}`}`,
		content: JSON.stringify([recipients, keys]),
		hint: `ask ${organization} itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as ${organization}`,
		path: pathIn(after.network, organization, cluster)
	};
}
/** A new organization beside others. */
function neighbour(before, after, organization, cluster) {
	const there = new Set(before.network.nodes.filter((node) => node.cluster.name === cluster).map((node) => node.organization.name));
	if (there.size === 0) return [];
	return [{
		id: "organization-in-cluster",
		severity: "caution",
		subject: `${organization}/${cluster}`,
		message: `the new organization ${organization} enters cluster ${cluster}, in which ${several([...there])} ${there.size === 1 ? "runs" : "run"}: its pods run beside theirs`,
		content: [...there].join(" "),
		hint: `ask the operators of ${cluster} first`,
		path: pathIn(after.network, organization, cluster)
	}];
}
/** The first node there; the home cluster where there is none. */
function pathIn({ nodes, organizations }, organization, cluster) {
	const node = nodes.find((one) => one.organization.name === organization && one.cluster.name === cluster);
	if (node !== void 0) return [...node.path, "cluster"];
	return [...organizations.find(({ name }) => name === organization)?.path ?? [], "cluster"];
}
// src/plan/risks/source-ranges.ts
/** Who may connect to the Ambassador of a cluster, and to all that is behind it. */
const sourceRangeRisks = (before, after) => keptClusters(before, after).flatMap(({ was, is }) => {
	const kept = {
		was,
		is
	};
	return [...widened(kept), ...narrowed(kept)];
});
const ranges = ({ ambassador: { sourceRanges } }) => sourceRanges.length === 0 ? everywhere : sourceRanges;
/** As people say it. */
const whoMayConnect = ({ ambassador: { sourceRanges } }) => isEverybody$1(sourceRanges) ? "everyone" : sourceRanges.join(", ");
function widened({ was, is }) {
	if (beyond(ranges(is), ranges(was)).length === 0) return [];
	return [{
		id: "source-ranges-widened",
		severity: isEverybody$1(ranges(is)) && !providers[is.provider].local ? "danger" : "caution",
		subject: is.name,
		message: `who may connect to ${is.name}: ${whoMayConnect(is)}, before ${whoMayConnect(was)}`,
		hint: "it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else",
		path: [
			...is.path,
			"ambassador",
			"sourceRanges"
		]
	}];
}
function narrowed({ was, is }) {
	if (beyond(ranges(was), ranges(is)).length === 0) return [];
	return [{
		id: "source-ranges-narrowed",
		severity: "caution",
		subject: is.name,
		message: `who may connect to ${is.name}: ${whoMayConnect(is)}, before ${whoMayConnect(was)}; nodes and clients with other addresses are refused`,
		hint: "be sure that no other cluster and no external party connects from there",
		path: [
			...is.path,
			"ambassador",
			"sourceRanges"
		]
	}];
}
// src/plan/risks/exposure.ts
/** HTTP endpoints that can be reached from outside from now on, or not any more, or without TLS. */
function exposureRisks(before, after) {
	const [was, is] = [exposed(before), exposed(after)];
	const stays = new Set(after.network.nodes.map(nodeId));
	return [
		...missingFrom(is, was, endpointOf).map(opened$1),
		...missingFrom(was, is, endpointOf).filter(({ node }) => stays.has(nodeId(node))).map((route) => closed(route, after)),
		...cleartext(before, after, is)
	];
}
const exposed = ({ network, platform, ports }) => routesOf(network, platform, ports).filter(({ kind }) => kind === "http");
const endpointOf = ({ node, endpoint }) => `${nodeId(node)}/${endpoint.name}`;
function opened$1(route) {
	const { node, endpoint, url } = route;
	const { cluster } = node;
	const toAll = isEverybody$1(cluster.ambassador.sourceRanges) && !providers[cluster.provider].local;
	const asker = askerOf(route);
	return {
		id: "endpoint-exposed",
		severity: toAll && asker === void 0 ? "danger" : "caution",
		subject: endpointOf(route),
		message: `${endpoint.name} of ${nodeId(node)} becomes reachable from outside at ${url}${cluster.ambassador.cleartext ? ", without TLS" : ""}, for ${whoMayConnect(cluster)}${asker === void 0 ? "" : `; ${asker} authenticates clients`}`,
		hint: asker === void 0 ? `the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of ${cluster.name}` : "check that clients outside should use it",
		path: [...node.path, "expose"]
	};
}
/** What asks clients who they are. */
const askerOf = ({ endpoint, cluster, node }) => endpoint.authenticates === true ? "the node" : node.cluster.ambassador.authentication === void 0 ? void 0 : `the Ambassador of ${cluster}`;
function closed(route, { network }) {
	const is = network.nodes.find((node) => nodeId(node) === nodeId(route.node));
	return {
		id: "endpoint-closed",
		severity: "caution",
		subject: endpointOf(route),
		message: `${route.endpoint.name} of ${nodeId(route.node)} is no longer reachable from outside at ${route.url}`,
		hint: "tell the clients that use it",
		path: is === void 0 ? ["organizations"] : [...is.path, "expose"]
	};
}
function cleartext(before, after, routes) {
	return keptClusters(before, after).flatMap(({ was, is }) => {
		const served = routes.filter(({ cluster }) => cluster === is.name);
		if (was.ambassador.cleartext || !is.ambassador.cleartext || served.length === 0) return [];
		return [{
			id: "cleartext-enabled",
			severity: providers[is.provider].local ? "caution" : "danger",
			subject: is.name,
			message: `exposed endpoints of ${is.name} are served without TLS (${several(served.map(endpointOf))}): anyone on the path can read and change what clients send`,
			content: served.map(endpointOf).join(" "),
			hint: "leave cleartext out, and provide a certificate; it is for clusters on your own machine",
			path: [
				...is.path,
				"ambassador",
				"cleartext"
			]
		}];
	});
}
// src/plan/risks/external.ts
/** Parties and nodes that somebody else runs, and that our nodes dial and trust. */
const externalRisks = (before, after) => [
	...missingFrom(after.network.external, before.network.external, nodeId).map(added$1),
	...missingFrom(before.network.external, after.network.external, nodeId).filter(({ role }) => !after.platform.definition.consensusRoles.includes(role)).map(removed$4),
	...parties(before, after)
];
const added$1 = (node) => ({
	id: "external-added",
	severity: "caution",
	subject: nodeId(node),
	message: `${nodeId(node)} (${node.role}) is new and is run by somebody else: our nodes dial it at ${node.host}:${node.port}, and let it in as ${ownText(node.own)}`,
	hint: `ask ${node.organization}, outside of this pull request, whether that is its address and its key`,
	path: node.path
});
const removed$4 = (node) => ({
	id: "external-removed",
	severity: "caution",
	subject: nodeId(node),
	message: `${nodeId(node)} (${node.role}), which somebody else runs at ${node.host}:${node.port}, leaves the definition: our nodes no longer dial it`,
	hint: `tell ${node.organization}`,
	path: ["external"]
});
const parties = (before, after) => pairs(before.network.externalParties, after.network.externalParties, ({ name }) => name).flatMap(({ was, is }) => {
	const [old, now] = [ownText(was.own), ownText(is.own)];
	if (old === now) return [];
	return [{
		id: "external-changed",
		severity: "danger",
		subject: is.name,
		message: `the external party ${is.name} is ${now} instead of ${old}: others may be let in as it`,
		hint: `ask ${is.name}, outside of this pull request`,
		path: is.path
	}];
});
/** Fields of the platform: `nodeId d95d04…`. */
const ownText = (own) => {
	const fields = Object.entries(own).filter(([, value]) => value !== void 0);
	return fields.length === 0 ? "it is" : fields.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ");
};
// src/plan/risks/hosts.ts
/** Names and addresses that nodes dial. */
const hostRisks = (before, after) => [...keptClusters(before, after).flatMap((kept) => clusterHost(before, after, kept)), ...pairs(before.network.external, after.network.external, externalId).flatMap(externalAddress)];
const externalId = ({ organization, name }) => `${organization}/${name}`;
const hostOf = ({ domain, address }) => domain ?? address ?? "";
function clusterHost(before, after, { was, is }) {
	const nodes = runningNodes(before);
	const inside = nodes.filter(({ cluster }) => cluster.name === was.name).length;
	if (hostOf(was) === hostOf(is) || inside === 0) return [];
	const dialled = inside < nodes.length || before.network.external.length > 0;
	const effect = dialled ? "nodes elsewhere dial the old one until they restart" : "no node runs elsewhere, so only clients notice";
	return [{
		id: "host-changed",
		severity: dialled ? "danger" : "caution",
		subject: is.name,
		message: `${is.name} is reached at ${hostOf(is)} instead of ${hostOf(was)}: the address of ${counted(inside, "node")} changes, and ${effect}`,
		hint: `let ${hostOf(was)} also resolve to the Ambassador until every node elsewhere has restarted${after.network.external.length > 0 ? ", and tell the external parties" : ""}`,
		path: [...is.path, is.domain === void 0 ? "address" : "domain"]
	}];
}
function externalAddress({ was, is }) {
	const [old, now] = [`${was.host}:${was.port}`, `${is.host}:${is.port}`];
	if (old === now) return [];
	return [{
		id: "peer-address-changed",
		severity: "caution",
		subject: externalId(is),
		message: `${externalId(is)} is dialled at ${now} instead of ${old}: our nodes dial the old address until they restart`,
		hint: "ask its owner to keep the old address until then, and restart our nodes one after the other",
		path: [...is.path, was.host === is.host ? "port" : "host"]
	}];
}
// src/plan/risks/images.ts
/** Other images, and older ones. */
const imageRisks = (before, after) => [
	...emissary(before, after),
	...pullSecret(before, after),
	...versions(before, after),
	...digests(before, after),
	...registry(before, after)
];
const digestOf = ({ network }, image) => network.images.digests[image];
function versions(before, after) {
	if (before.network.platform !== after.network.platform) return [];
	const [was, is] = [before.network.platformVersion, after.network.platformVersion];
	const own = keptNodes(before, after).map((node) => ({
		subject: nodeId(node.is),
		path: [...node.is.path, "platformVersion"],
		was: node.was.platformVersion,
		is: node.is.platformVersion
	})).filter((change) => change.was !== was || change.is !== is);
	return [{
		subject: "platformVersion",
		path: ["platformVersion"],
		was,
		is
	}, ...own].filter((change) => change.was !== change.is).flatMap((change) => version(change, before, after));
}
function version({ subject, path, was, is }, before, after) {
	const { title } = after.platform.definition;
	const [{ name }] = after.platform.rendering.images(after.network, is);
	const risk = {
		subject,
		path
	};
	const digest = digestOf(after, name);
	if (digest !== void 0 && digest === digestOf(before, name)) return [{
		...risk,
		id: "image-digest-kept",
		severity: "caution",
		message: `${subject === "platformVersion" ? subject : `the platformVersion of ${subject}`} is ${is} instead of ${was}, but the digest of ${name} stays: the same image keeps running`,
		hint: `change images.digests too: the digest decides, the version is only what people read`
	}];
	if (compareVersions(is, was) < 0) return [{
		...risk,
		id: "image-downgraded",
		severity: "danger",
		message: `${title} ${is} is older than ${was}, which runs: an older release may not read the data of a newer one`,
		hint: `stay at ${was} or go forward; to go back, try it with one node and a copy of its volume first`
	}];
	if (is.split(".")[0] === was.split(".")[0]) return [];
	return [{
		...risk,
		id: "image-major-upgraded",
		severity: "caution",
		message: `${title} goes from ${was} to ${is}, another major release`,
		hint: "read the notes of every release in between: options and data formats may have changed, and there may be no way back"
	}];
}
/** `platformVersion` is always three numbers. */
function compareVersions(a, b) {
	const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
	return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
function digests(before, after) {
	const { network, platform } = after;
	const images = new Set([before.network, network].flatMap(({ images: { digests } }) => Object.keys(digests)));
	const isSameRelease = before.network.platformVersion === network.platformVersion;
	const ledger = platform.rendering.images(network, network.platformVersion).map(({ name }) => name);
	return [...images].sort().flatMap((image) => {
		const [was, is] = [digestOf(before, image), digestOf(after, image)];
		if (was === is) return [];
		return [{
			id: "image-digest-changed",
			severity: was !== void 0 && is !== void 0 && (isSameRelease || image !== ledger[0]) ? "danger" : "caution",
			subject: image,
			message: `the digest of ${image} is ${is ?? "that of its tag"} instead of ${was ?? "that of its tag"}: which release that is, the definition does not say`,
			hint: "be sure that it is not an older release than the one that runs",
			path: is === void 0 ? ["images", "digests"] : [
				"images",
				"digests",
				image
			]
		}];
	});
}
function registry({ network: was }, { network: is }) {
	if (was.images.registry === is.images.registry) return [];
	return [{
		id: "image-registry-changed",
		severity: "danger",
		subject: "images.registry",
		message: `images come from ${is.images.registry ?? "their own registries"} instead of ${was.images.registry ?? "their own registries"}`,
		hint: "ask who runs it: anyone who can change an image there runs as every node, with its key. Be sure that the images are there before this is merged",
		path: ["images", "registry"]
	}];
}
function pullSecret({ network: was }, { network: is }) {
	const [old, now] = [was.images.pullSecret ?? "none", is.images.pullSecret ?? "none"];
	if (old === now) return [];
	return [{
		id: "image-pull-secret-changed",
		severity: "caution",
		subject: "images.pullSecret",
		message: `images are pulled with the Secret ${now} instead of ${old}`,
		hint: "have it in every namespace before this is merged: nodes that cannot pull their image do not come back",
		path: ["images", "pullSecret"]
	}];
}
/** The release of the Ambassador. */
const emissary = (before, after) => keptClusters(before, after).flatMap(({ was, is }) => {
	const [old, now] = [was.ambassador.version, is.ambassador.version];
	if (old === void 0 || now === void 0 || compareVersions(now, old) >= 0) return [];
	return [{
		id: "image-downgraded",
		severity: "danger",
		subject: `${is.name}/ambassador`,
		message: `the Ambassador of ${is.name} is Emissary ${now}, which is older than ${old}, which runs: its security fixes are lost`,
		hint: `stay at ${old} or go forward`,
		path: [
			...is.path,
			"ambassador",
			"version"
		]
	}];
});
// src/plan/risks/issuing.ts
/** Merging makes an authority of an organization sign certificates that it was not asked for before, or copies its key into a cluster. */
function issuingRisks(before, after) {
	const known = new Set(before.network.organizations.map(({ name }) => name));
	const open = new Set(sealedKeys(before).filter((key) => isMadeOnMerge(before, key)).map(identityOf));
	const issued = sealedKeys(after).filter((key) => known.has(key.organization) && (key.request.needs ?? []).length > 0 && isMadeOnMerge(after, key) && !open.has(identityOf(key)));
	return [...groupBy(issued, ({ organization, holder }) => `${organization}/${holder}`)].flatMap(([subject, keys]) => risk$4(before, subject, keys));
}
/** The same identity for the same people. */
const identityOf = ({ label, holder, recipients }) => JSON.stringify([
	label,
	holder,
	recipients.toSorted()
]);
function risk$4(before, subject, keys) {
	const [first] = keys;
	if (first === void 0) return [];
	const { organization, holder, request } = first;
	const recipients = [...new Set(keys.flatMap((key) => key.recipients))].sort();
	const trusted = trustedBy(before, organization);
	const strangers = recipients.filter((recipient) => !trusted.has(recipient));
	const labels = keys.map(shortLabel);
	return [{
		id: "identity-issued",
		severity: strangers.length > 0 ? "danger" : "caution",
		subject,
		message: `the authorities of ${organization} sign what this change adds (${several(labels)}), and the keys are encrypted for ${holder === "issuers" ? "its issuers" : `cluster ${holder}`}: ${listed(recipients)}${strangers.length === 0 ? "" : `, ${strangers.length === recipients.length ? "who" : `of whom ${listed(strangers)}`} could decrypt no key of ${organization} before`}`,
		content: labels.join(" "),
		hint: `ask ${organization} whether it wants them: anyone who has such a key can act as ${organization}`,
		path: request.path
	}];
}
// src/plan/risks/network.ts
/** The network gets another name, or another ledger. */
const networkRisks = (before, after) => [...renamed(before, after), ...anotherPlatform(before, after)];
function renamed({ network: was }, { network: is }) {
	if (was.name === is.name) return [];
	return [{
		id: "network-renamed",
		severity: "danger",
		subject: is.name,
		message: `the network is called ${is.name} instead of ${was.name}: its objects are created under other names and labels, nodes with empty volumes, and what runs now stops or stays behind`,
		hint: "keep the name: nobody outside of the clusters sees it",
		path: ["name"]
	}];
}
function anotherPlatform({ network: was }, { network: is }) {
	if (was.platform === is.platform) return [];
	return [{
		id: "platform-changed",
		severity: "danger",
		subject: is.platform,
		message: `the platform is ${is.platform} instead of ${was.platform}: another ledger, with nothing of what is in this one`,
		hint: "give the new ledger its own definition and name, and move over when it runs",
		path: ["platform"]
	}];
}
// src/plan/risks/nodes.ts
/** A node goes, goes elsewhere, or takes its key from elsewhere. */
function nodeRisks(before, after) {
	const { clusters, organizations } = after.network;
	const told = ({ organization, cluster }) => !organizations.some(({ name }) => name === organization.name) || !clusters.some(({ name }) => name === cluster.name);
	return [...missingFrom(runningNodes(before), after.network.nodes, nodeId).filter((node) => !told(node)).map((node) => removed$3(node, after)), ...keptNodes(before, after).flatMap((kept) => [...moved(kept), ...secret(kept)])];
}
const removed$3 = (node, { network }) => ({
	id: "node-removed",
	severity: "caution",
	subject: nodeId(node),
	message: `${nodeId(node)} leaves the definition: it stops, and its volume of ${node.storage} stays behind in ${node.cluster.name}`,
	hint: `when nobody needs its data any more, delete the PersistentVolumeClaim ${node.name} in ${node.organization.namespace} by hand`,
	path: nodeListOf(network, node.organization.name)
});
function moved({ was, is }) {
	const [from, to] = [was.cluster.name, is.cluster.name];
	if (from === to) return [];
	return [{
		id: "node-moved",
		severity: "danger",
		subject: nodeId(is),
		message: `${nodeId(is)} moves from ${from} to ${to}: it begins there with an empty volume, its data stays in ${from}, and for a while both may run with one key`,
		hint: `add a node with another name in ${to}, and remove this one when that one has caught up; to keep the key, encrypt it for ${to}, and stop the node in ${from} first`,
		path: [...is.path, "cluster"]
	}];
}
function secret({ was, is }) {
	if (was.existingSecret === is.existingSecret) return [];
	const named = ({ existingSecret }) => existingSecret === void 0 ? "the sealed one" : `Secret ${existingSecret}`;
	return [{
		id: "node-secret-changed",
		severity: "caution",
		subject: nodeId(is),
		message: `${nodeId(is)} takes its key from ${named(is)} instead of ${named(was)}`,
		hint: `be sure that the Secret is in namespace ${is.organization.namespace} of ${is.cluster.name} before this is merged, and holds the same key`,
		path: [...is.path, "existingSecret"]
	}];
}
// src/plan/risks/organizations.ts
/** An organization goes, or its nodes get another namespace. */
function organizationRisks(before, after) {
	const [was, is] = [before.network.organizations, after.network.organizations];
	const name = (organization) => organization.name;
	const renamed = before.network.name !== after.network.name;
	return [...missingFrom(was, is, name).map((organization) => removed$2(before, after, organization)), ...renamed ? [] : pairs(was, is, name).flatMap((kept) => namespaces(before, kept))];
}
const nodesIn = (before, organization) => runningNodes(before).filter((node) => node.organization.name === organization);
function removed$2(before, after, { name }) {
	const nodes = nodesIn(before, name).filter(({ cluster }) => after.network.clusters.some((other) => other.name === cluster.name));
	return {
		id: "organization-removed",
		severity: "danger",
		subject: name,
		message: `organization ${name} leaves the definition${nodes.length === 0 ? "" : ` with ${counted(nodes.length, "node")} (${several(nodes.map(nodeId))}): they stop, and their volumes stay behind`}`,
		content: nodes.map(nodeId).join(" "),
		hint: "remove its nodes one after the other, each when the ledger can do without it; the material in Git is kept",
		path: ["organizations"]
	};
}
function namespaces(before, { was, is }) {
	const nodes = nodesIn(before, was.name);
	if (was.namespace === is.namespace || nodes.length === 0) return [];
	return [{
		id: "namespace-changed",
		severity: "danger",
		subject: is.name,
		message: `the namespace of ${is.name} is ${is.namespace} instead of ${was.namespace}: ${counted(nodes.length, "node")} (${several(nodes.map(nodeId))}) are created there with empty volumes, and for a while two may run with one key`,
		content: nodes.map(nodeId).join(" "),
		hint: `set \`namespace: ${was.namespace}\`: data does not move from one namespace to another`,
		path: [...is.path, "namespace"]
	}];
}
// src/plan/risks/pods.ts
/**
* A digest of what the pod of each node is made of, by `organization/node`, taken from what is rendered: where two
* revisions differ, the pod is replaced. What only overrides and base manifests change is not in it.
*/
function podsOf$1(revision) {
	const { network, platform } = revision;
	const shared = [network.name, network.images.pullSecret];
	const addresses = addressesOutside(revision);
	const pods = /* @__PURE__ */ new Map();
	for (const cluster of network.clusters) {
		const view = viewOf(revision, cluster.name, addresses);
		for (const organization of network.organizations) {
			const nodes = nodesOf(network, cluster.name, organization.name);
			if (nodes.length === 0) continue;
			for (const node of nodes) {
				const { bases, renames, ...overlay } = platform.rendering.node(node, view);
				const images = imageEntries(network.images, platform.rendering.images(network, node.platformVersion));
				const place = [
					shared,
					cluster.name,
					organization.namespace,
					images
				];
				pods.set(nodeId(node), digest$2([
					place,
					bases,
					renames,
					hashed(overlay),
					templates(overlay)
				]));
			}
		}
	}
	return pods;
}
const digest$2 = (parts) => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
/** Content of the ConfigMaps whose name follows their content. */
const hashed = ({ configMaps, files }) => configMaps.filter((configMap) => configMap.naming === "hashed").map(({ name, files: names }) => [name, names.map((file) => [file, textOrDigest(files[file] ?? "")])]);
/** Pod templates, whole or as patches. */
const templates = ({ patches, objects }) => [...Object.values(patches), ...Object.values(objects)].flat().flatMap((object) => {
	const { kind, spec } = object;
	return spec?.template === void 0 ? [] : [[kind, spec.template]];
});
const addressKey = (node, endpoint) => `${node}/${endpoint}`;
/** Addresses from other clusters. */
const addressesOutside = ({ network, platform, ports }) => new Map(routesOf(network, platform, ports).map(({ node, endpoint, host, port }) => [addressKey(nodeId(node), endpoint.name), {
	host,
	port
}]));
function viewOf({ network, platform, material, ports }, cluster, outside) {
	return {
		network,
		cluster,
		material,
		outside: outsideOf(platform, ports),
		addressOf: (node, name) => {
			const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name);
			const address = (endpoint === void 0 || node.cluster.name !== cluster ? void 0 : serviceAddress(node, endpoint)) ?? outside.get(addressKey(nodeId(node), name));
			if (address === void 0) throw new Error(`${nodeId(node)} has no endpoint ${name} with an address`);
			return address;
		}
	};
}
// src/plan/risks/ports.ts
/** An endpoint that others dial gets another port: by a pin, or because the lock was lost. */
const portRisks = (before, after) => keptNodes(before, after).filter(({ was, is }) => was.cluster.name === is.cluster.name).flatMap((kept) => endpoints(before, after, kept));
function endpoints(before, after, { is }) {
	const cluster = is.cluster.name;
	const dialled = before.network.external.length > 0 || before.network.nodes.some((node) => node.cluster.name !== cluster);
	return after.platform.definition.endpoints(is).flatMap((endpoint) => {
		const key = endpointKey(is, endpoint);
		const [old, now] = [before.ports[cluster]?.[key], after.ports[cluster]?.[key]];
		if (old === void 0 || now === void 0 || old === now) return [];
		return [{
			id: "port-changed",
			severity: dialled ? "danger" : "caution",
			subject: key,
			message: `the port of ${nodeId(is)} (${endpoint.name}) at the Ambassador of ${cluster} is ${now} instead of ${old}: ${dialled ? "nodes elsewhere dial the old one until they restart" : "no node runs elsewhere"}`,
			hint: is.port === void 0 ? `restore network.lock.yaml from Git: it says ${old}` : `remove \`port:\`, and ${old} stays; or have the new port opened and tell those who dial it`,
			path: is.port === void 0 ? is.path : [...is.path, "port"]
		}];
	});
}
// src/plan/risks/recipients.ts
/** Who can decrypt the keys of nodes, and who can issue certificates. */
function recipientRisks(before, after) {
	return [
		...clusterHolders(before, after),
		...ownHolders(before, after),
		...organizationHolders(before, after)
	].flatMap((holders) => [...missingFrom(holders.is, holders.was, itself).map((recipient) => added(holders, recipient, after)), ...missingFrom(holders.was, holders.is, itself).map((recipient) => removed$1(holders, recipient))]);
}
const itself = (text) => text;
const clusterHolders = (before, after) => keptClusters(before, after).map(({ was, is }) => {
	const inside = new Set(sealedKeys(before).filter(({ holder }) => holder === was.name).map(({ organization }) => organization));
	return {
		kind: "cluster",
		name: is.name,
		was: was.recipients,
		is: is.recipients,
		isStranger: (recipient) => [...inside].filter((organization) => !trustedBy(before, organization).has(recipient)),
		path: [...is.path, "recipients"]
	};
});
/** Where an organization has recipients to itself in a cluster, before or after. */
const ownHolders = (before, after) => pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(({ was, is }) => keptClusters(before, after).filter(({ was: { name } }) => [was, is].some((organization) => ownRecipients(organization, name).length > 0)).map((cluster) => ({
	kind: "own",
	name: `${is.name}/${cluster.is.name}`,
	secret: ageKeySecret(after.network, is, cluster.is),
	was: recipientsIn(was, cluster.was),
	is: recipientsIn(is, cluster.is),
	isStranger: (recipient) => trustedBy(before, was.name).has(recipient) ? [] : [was.name],
	path: [...is.path, "recipients"]
})));
const organizationHolders = (before, after) => pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(({ was, is }) => {
	const isStranger = (recipient) => issuersOf(was).includes(recipient) ? [] : [was.name];
	const holders = {
		name: is.name,
		isStranger
	};
	return [{
		...holders,
		kind: "recovery",
		was: was.recoveryRecipients,
		is: is.recoveryRecipients,
		path: [...is.path, "recoveryRecipients"]
	}, {
		...holders,
		kind: "issuer",
		was: was.issuerRecipients,
		is: is.issuerRecipients,
		path: [...is.path, "issuerRecipients"]
	}];
});
/** Both can decrypt the keys of its authorities. */
const issuersOf = ({ issuerRecipients, recoveryRecipients }) => [...issuerRecipients, ...recoveryRecipients];
const subjectOf$1 = ({ kind, name }, recipient) => kind === "cluster" || kind === "own" ? `${name}/${recipient}` : `${name}/${kind}/${recipient}`;
function added(holders, recipient, { network }) {
	const { kind, name, secret, isStranger, path } = holders;
	const [organization = "", place] = name.split("/");
	const strangers = isStranger(recipient);
	const others = network.clusters.filter((cluster) => cluster.name !== name && cluster.recipients.includes(recipient));
	const too = others.length === 0 ? "" : `; it is a recipient of ${listed(others.map((cluster) => `cluster ${cluster.name}`))} too`;
	const can = {
		cluster: `can decrypt the keys of cluster ${name} that are made from now on${strangers.length === 0 ? "" : `, and none of the keys of ${several(strangers)} before`}`,
		own: `can decrypt the keys of organization ${organization} in cluster ${place} that are made from now on${strangers.length === 0 ? "" : ", and none before"}`,
		recovery: `can decrypt all keys of organization ${name} that are made from now on, those of its authorities included, and so issue certificates as ${name}`,
		issuer: `can decrypt the keys of the authorities of ${name} that are made from now on, and so issue certificates as ${name}`
	}[kind];
	const confirm = `ask ${kind === "cluster" ? `those who run ${name}, and its organizations,` : organization} outside of this pull request whose key this is`;
	const upToIt = `; whether keys that exist are encrypted for it is up to ${name} alone, who has them`;
	const then = {
		cluster: `: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
		own: `; before the merge, the Secret ${secret} in flux-system of ${place} has to hold it, and the files in material/sealed/${place}/${organization}/ need \`chancery keys --recipients\``,
		recovery: upToIt,
		issuer: upToIt
	}[kind];
	return {
		id: "recipient-added",
		severity: strangers.length > 0 ? "danger" : "caution",
		subject: subjectOf$1(holders, recipient),
		message: `${recipient} ${can}${too}; those that exist are not encrypted again`,
		content: strangers.join(" "),
		hint: `${confirm}${then}`,
		path
	};
}
function removed$1(holders, recipient) {
	const { kind, name, path } = holders;
	const [organization, place] = name.split("/");
	const of = {
		cluster: `cluster ${name}`,
		own: `organization ${organization} in cluster ${place}`,
		recovery: `organization ${name}`,
		issuer: `the authorities of ${name}`
	}[kind];
	return {
		id: "recipient-removed",
		severity: "caution",
		subject: subjectOf$1(holders, recipient),
		message: `${recipient} is no recipient of ${of} any more, and can decrypt every key that the history of Git has for it`,
		hint: kind === "issuer" ? `if its holder is no longer trusted, ${name} needs new authorities: those of today can be used by anyone who had their keys` : "run `chancery keys --recipients`; if its holder is no longer trusted, replace the nodes, whose keys are known",
		path
	};
}
// src/plan/risks/signers.ts
/** Who signs for an organization. Whether those who signed before agree is a finding. */
const signerRisks = (before, after) => pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(changed);
function changed({ was, is }) {
	const added = missingFrom(is.signers, was.signers, withoutComment);
	const removed = missingFrom(was.signers, is.signers, withoutComment);
	if (added.length + removed.length === 0) return [];
	const risk = {
		subject: is.name,
		path: [...is.path, "signers"]
	};
	if (was.signers.length === 0) return [{
		...risk,
		id: "signers-introduced",
		severity: "danger",
		message: `from now on nothing of ${is.name} changes without a signature of ${names(added)}: nobody signed for it before, so only people know whose keys these are`,
		hint: `compare the fingerprints with those that ${is.name} gives you by another way (\`ssh-keygen -lf\` shows them)`
	}];
	if (is.signers.length === 0) return [{
		...risk,
		id: "signers-removed",
		severity: "danger",
		message: `from now on everybody who can merge can change what belongs to ${is.name}: nobody signs for it any more`,
		hint: "leave its signers in the definition, unless the organization gives this up"
	}];
	const changes = [...added.length === 0 ? [] : [`${names(added)} may sign for it`], ...removed.length === 0 ? [] : [`${names(removed)} no longer`]];
	return [{
		...risk,
		id: "signers-changed",
		severity: "caution",
		message: `who signs for ${is.name} changes: ${listed(changes)}`,
		hint: "one who signed before has signed this; compare the fingerprints with those that the organization gives you"
	}];
}
const names = (signers) => listed(signers.map(signerName));
// src/plan/risks/storage.ts
/** Volumes that Kubernetes cannot change: smaller ones, and ones of another storage class. */
function storageRisks(before, after) {
	const nodes = keptNodes(before, after).filter(hasItsVolume);
	return [...nodes.flatMap(shrinks), ...classes(nodes)];
}
/** In another cluster or namespace it gets a new volume. */
const hasItsVolume = ({ was, is }) => was.cluster.name === is.cluster.name && was.organization.namespace === is.organization.namespace;
function shrinks({ was, is }) {
	if ((quantityValue(is.storage) ?? 0) >= (quantityValue(was.storage) ?? 0)) return [];
	return [{
		id: "storage-shrinks",
		severity: "danger",
		refused: true,
		subject: nodeId(is),
		message: `the volume of ${nodeId(is)} would shrink from ${was.storage} to ${is.storage}: Kubernetes refuses that, and nothing of ${is.organization.name} in ${is.cluster.name} is applied any more`,
		hint: `keep ${was.storage}; for a smaller volume, add a node with another name and remove this one when that one has caught up`,
		path: [...is.path, "storage"]
	}];
}
/** The class is the cluster's: told once for each. */
function classes(nodes) {
	const changed = nodes.filter(({ was, is }) => was.cluster.storageClass !== is.cluster.storageClass);
	return [...groupBy(changed, ({ is }) => is.cluster.name)].flatMap(([name, group]) => {
		const [first] = group;
		if (first === void 0) return [];
		const { was, is } = first;
		return [{
			id: "storage-class-changed",
			severity: "danger",
			...was.cluster.storageClass === void 0 ? {} : { refused: true },
			subject: name,
			message: `the storage class of ${name} would change from ${named(was)} to ${named(is)}: Kubernetes refuses that for volumes that exist (${counted(group.length, "node")})${was.cluster.storageClass === void 0 ? ", unless it is the same class" : ""}, and their organizations are not applied any more`,
			hint: "keep the class; new nodes with another one need a separate cluster entry, or a patch in overrides/",
			path: [...is.cluster.path, "storageClass"]
		}];
	});
}
const named = ({ cluster }) => cluster.storageClass ?? "the cluster's default";
// src/plan/risks/index.ts
const general = [
	networkRisks,
	clusterRisks,
	organizationRisks,
	nodeRisks,
	storageRisks,
	hostRisks,
	portRisks,
	ambassadorRisks,
	sourceRangeRisks,
	exposureRisks,
	imageRisks
];
/** Who gets keys, and who is let in: that concerns a network in which nothing runs yet, too. */
const consent = [
	recipientRisks,
	enteringRisks,
	issuingRisks,
	signerRisks,
	guardRisks$1,
	ambassadorGuardRisks,
	externalRisks
];
/** Why not all risks of a change were looked for; undefined when they were. */
function unsearchedIn(before, after) {
	if (!hasBegun(before)) return "not-begun";
	return after.platform === before.platform ? void 0 : "platform-changed";
}
/**
* What a change could do to a network that runs, dangers first. One that has not begun can change freely, except for consent. What is an error in `after` is not repeated. Both have stand-ins for material that is missing.
*/
function risksOf(before, after) {
	const agreed = consent.flatMap((find) => find(before, after));
	if (!hasBegun(before)) return agreed.sort(byWeight);
	const { platform } = after;
	const own = platform === before.platform ? platform.operation.risks(platformRevision(before), platformRevision(after)) : [];
	return [
		...agreed,
		...general.flatMap((find) => find(before, after)),
		...own
	].sort(byWeight);
}
const platformRevision = (revision) => ({
	network: revision.network,
	material: revision.material,
	outside: outsideOf(revision.platform, revision.ports),
	pods: podsOf$1(revision)
});
// src/commands/plan/risks.ts
const revisionOf = ({ network, platform, lock, materialFiles, requests }) => ({
	network,
	platform,
	ports: lock.ports,
	material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom))
});
/** Risks of the changed definition. `isBroken`: the network of the base had errors. */
function definitionRisks(former, checked, isBroken) {
	if (former === void 0) return {
		risks: [],
		unsearched: isBroken ? "base-broken" : "new-network"
	};
	const [before, after] = [revisionOf(former), revisionOf(checked)];
	const unsearched = unsearchedIn(before, after);
	return {
		risks: risksOf(before, after),
		...unsearched === void 0 ? {} : { unsearched }
	};
}
/**
* Risks with their places, unacknowledged ones first, dangers first. An acknowledgement is valid in the change that adds it, and no
* longer after the merge. `everything` acknowledges all risks, from outside of the definition.
*/
function planned(risks, former, checked, everything) {
	const fresh = new Set(checked.network.acknowledge.filter((line) => !formerLines(former).includes(line)));
	const weight = (risk) => (risk.acknowledged ? 2 : 0) + (risk.severity === "danger" ? 0 : 1);
	return risks.map((risk) => {
		const acknowledge = acknowledgement(risk);
		return {
			...risk,
			place: placeOf(risk, checked),
			acknowledge,
			acknowledged: everything || fresh.has(acknowledge)
		};
	}).sort((a, b) => weight(a) - weight(b));
}
/**
* Changes that Kubernetes certainly refuses, as errors: an acknowledgement would not help. If nothing runs yet, the objects may not
* exist, and the change is a risk like others.
*/
function refusals(risks, checked, unsearched) {
	const isThere = unsearched === void 0 || unsearched === "platform-changed";
	const isRefused = ({ refused }) => isThere && refused === true;
	return {
		taken: risks.filter((risk) => !isRefused(risk)),
		refused: risks.filter(isRefused).map((risk) => ({
			rule: "kubernetes-refuses",
			severity: "error",
			message: risk.message,
			hint: risk.hint,
			place: placeOf(risk, checked)
		}))
	};
}
/** Lines of `acknowledge:` that match nothing in this change. */
const uselessLines = (risks, former, { network, source }, findings) => lineFindings({
	lines: network.acknowledge,
	former: formerLines(former),
	placeOf: (index) => source.at(["acknowledge", index]),
	risks: risks.map(({ acknowledge }) => acknowledge),
	findings
});
function placeOf({ path, file, subject }, { source, overrides }) {
	if (file === void 0) return source.at(path);
	const [, kind, name] = /:(\w+)\/([^/]+)$/.exec(subject) ?? [];
	return kind === void 0 || name === void 0 ? {
		file,
		line: 1,
		column: 1
	} : originIn(overrides, file, {
		kind,
		name
	});
}
const formerLines = (former) => former?.network.acknowledge ?? [];
// src/plan/tree/flux.ts
/** No organization is called so: its name has no capitals. */
const fluxPart = "Flux";
const rendered = /^deploy\/flux\/([^/]+)\/[^/]+\.yaml$/;
/** What a change does to the Kustomizations that tell Flux what to apply, in which order, and as whom: object by object. */
function fluxRoots(before, after) {
	const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => rendered.test(path) && !sameContent$1(before.get(path), after.get(path)));
	return [...groupBy(paths.sort(), (path) => rendered.exec(path)?.[1] ?? "")].map(([cluster, own]) => rootChange({
		cluster,
		part: fluxPart,
		before: objectsIn(before, own),
		after: objectsIn(after, own)
	})).filter(({ changes, routine }) => changes.length + routine.length > 0);
}
const objectsIn = (tree, paths) => paths.flatMap((path) => readObjects(textOf$1(tree, path) ?? "", path));
// src/plan/tree/content.ts
/** Everything that a change does to some files, as one text: an acknowledgement is for exactly this. */
const contentOfChange = (paths, before, after) => paths.map((path) => JSON.stringify([
	path,
	digest$1(before, path),
	digest$1(after, path)
])).join("\n");
function digest$1(tree, path) {
	const content = tree.get(path);
	return content === void 0 ? null : digestOf$2(content);
}
// src/plan/tree/subject.ts
/** A path as the subject of a risk, by which people acknowledge it: one word, whatever is in it. */
const subjectOf = (path) => encodeURI(path.toWellFormed());
// src/plan/tree/flux-system.ts
/** Files of this size are Flux's own many times over. Larger ones are told by their digest. */
const largest = 4194304;
/**
* What a change does to Flux itself, in files that changed: its controllers, what it reads, and as whom it applies. Nothing renders
* them, so nothing tells whether they are right: their difference is shown, and a person has to look.
*/
function fluxSystemChange(before, after) {
	const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => fluxSystem.test(path)).sort();
	const clusters = [...groupBy(paths, (path) => fluxSystem.exec(path)?.[1] ?? "")];
	return {
		roots: clusters.map(([cluster, own]) => rootChange({
			cluster,
			part: "Flux itself",
			before: contents(before, own),
			after: contents(after, own)
		})).filter(({ changes, routine }) => changes.length + routine.length > 0),
		risks: clusters.map(([cluster, own]) => risk$3(cluster, own, contentOfChange(own, before, after)))
	};
}
const risk$3 = (cluster, paths, content) => ({
	id: "flux-system-changed",
	severity: "danger",
	subject: subjectOf(cluster),
	message: `${counted(paths.length, "file")} of Flux itself in cluster ${cluster} ${paths.length === 1 ? "changes" : "change"} (${several(paths.map((path) => path.slice(path.lastIndexOf("/flux-system/") + 13)))}): their author decides what the cluster runs, whatever the definition says`,
	content,
	hint: "compare them with what `flux bootstrap` of that release writes for this repository, branch and path",
	path: [],
	file: paths[0] ?? ""
});
const contents = (tree, paths) => paths.flatMap((path) => {
	const content = tree.get(path);
	return content === void 0 ? [] : objectsOf(path, content);
});
/** Objects of a file; what is none is an object called like the file. */
function objectsOf(path, content) {
	const documents = documentsOf(content);
	if (documents === void 0) return [asFile(path, { content: digest(toBytes(content)) })];
	return documents.filter((document) => document !== null && document !== void 0).map((document) => {
		if (isObject(document) && !("secretGenerator" in document)) return document;
		const own = isRecord(document) ? withoutSecrets(document) : { content: digest(JSON.stringify(document)) };
		return asFile(path, own);
	});
}
function documentsOf(content) {
	if (typeof content !== "string" || content.length > largest) return void 0;
	try {
		return loadAll(content, { maxAliases: 0 });
	} catch (error) {
		if (error instanceof YAMLException) return void 0;
		throw error;
	}
}
/** Such as kustomization.yaml, which has no name. Of a field that may hold a secret only that it changes is shown. */
const withoutSecrets = (document) => Object.fromEntries(Object.entries(document).map(([name, value]) => [name, open.has(name) ? value : digest(JSON.stringify(value) ?? "")]));
/** Fields of kustomize whose values are names and patches. */
const open = /* @__PURE__ */ new Set([
	"components",
	"images",
	"namePrefix",
	"nameSuffix",
	"namespace",
	"patches",
	"patchesJson6902",
	"patchesStrategicMerge",
	"replacements",
	"replicas",
	"resources"
]);
const asFile = (path, fields) => ({
	...fields,
	apiVersion: "v1",
	kind: "File",
	metadata: { name: path }
});
const digest = (content) => {
	const bytes = toBytes(content);
	return `${bytes.length} bytes, sha256:${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}…`;
};
// src/plan/tree/guards.ts
const guards = [
	{
		id: "workflow-changed",
		severity: "danger",
		what: ["workflow or action", "workflows or actions"],
		because: "what runs there can push to this branch, and has the secrets of its environments",
		hint: "look at triggers, permissions, environments, and at each action and its commit",
		paths: /^(?:\.(?:github|gitea|forgejo)\/workflows\/.|(?:.*\/)?action\.ya?ml$|\.github\/(?:actions|scripts)\/.|\.gitlab-ci\.ya?ml$|\.gitlab\/ci\/.|\.circleci\/.|\.woodpecker(?:\/.|\.ya?ml$)|azure-pipelines\.ya?ml$|bitbucket-pipelines\.ya?ml$|jenkinsfile$)/i
	},
	{
		id: "owners-changed",
		severity: "danger",
		what: ["list of owners or rule of branches", "lists of owners or rules of branches"],
		because: "it says who has to agree to which files",
		hint: "be sure that every organization still owns its own part",
		paths: /^(?:(?:(?:\.github|\.gitea|\.forgejo|\.gitlab|docs)\/)?codeowners$|\.github\/settings\.ya?ml$|\.github\/rulesets\/.)/i
	},
	{
		id: "delivery-changed",
		severity: "danger",
		what: ["file that says what Flux leaves out", "files that say what Flux leaves out"],
		because: "Flux does not see the files that it names",
		hint: "be sure that no rendered file and no override is among them",
		paths: /(?:^|\/)\.sourceignore$/i
	},
	{
		id: "elsewhere-changed",
		severity: "caution",
		what: ["rendered file of another folder", "rendered files of other folders"],
		because: "this plan does not look into them",
		hint: "plan the network of that folder too",
		paths: /(?:^|\/)deploy\/(?:flux|clusters)\/./
	},
	{
		id: "repository-changed",
		severity: "caution",
		what: ["file that git, sops or a bot obeys", "files that git, sops or a bot obeys"],
		because: "it says what a review shows, for whom sops encrypts, or what a bot proposes",
		hint: "be sure that nothing is hidden from reviews, and that no recipient comes that nobody knows",
		paths: /^(?:(?:.*\/)?\.gitattributes|(?:.*\/)?\.sops\.ya?ml|\.gitmodules|(?:\.github\/)?dependabot\.ya?ml|(?:\.github\/)?\.?renovate(?:rc)?(?:\.json5?)?)$/i
	}
];
/** One risk for each kind of guard that a change touches. */
function guardRisks(trees) {
	const changed = changedPaths(trees);
	return guards.flatMap((guard) => {
		const own = changed.filter((path) => guard.paths.test(path) && !isGenerated(path, trees.prefix));
		const [first] = own;
		return first === void 0 ? [] : [risk$2(guard, own, first, trees)];
	});
}
/** Everything in `deploy/` is compared with what is rendered. */
const isGenerated = (path, prefix) => path.startsWith(`${prefix}deploy/`);
function risk$2({ id, severity, what, because, hint }, paths, first, trees) {
	const [one, many] = what;
	const words = paths.map((path) => `${path} is ${verb(path, trees)}`);
	return {
		id,
		severity,
		subject: subjectOf(paths.length === 1 ? first : folderOf(paths)),
		message: `${paths.length === 1 ? `a ${one}` : counted(paths.length, one, many)}: ${several(words)}; ${because}`,
		content: contentOf$3(paths, trees),
		hint,
		path: [],
		file: fromNetwork(first, trees.prefix)
	};
}
const verb = (path, { before, after }) => before.has(path) ? after.has(path) ? "changed" : "removed" : "added";
/** The folder that all paths are in; "." for the root. */
function folderOf([first = "", ...others]) {
	const folders = first.split("/").slice(0, -1);
	const common = folders.findLastIndex((_, at) => {
		const folder = `${folders.slice(0, at + 1).join("/")}/`;
		return others.every((path) => path.startsWith(folder));
	});
	return common === -1 ? "." : folders.slice(0, common + 1).join("/");
}
/** A path from the root of the repository as one from the folder of the network. */
const fromNetwork = (path, prefix) => path.startsWith(prefix) ? path.slice(prefix.length) : `${"../".repeat(prefix.split("/").length - 1)}${path}`;
// src/plan/tree/irregular.ts
const folders = /^(?:deploy|material|overrides)(?:\/|$)/;
/**
* What git has below the folders of a network that is no file, independent of its author. Asked of git, since a work tree may have no links:
* there they are files with a path in them.
*/
const irregularFindings = ({ after, prefix }) => [...after].flatMap(([whole, entry]) => {
	if (isFile$1(entry) || !whole.startsWith(prefix)) return [];
	const file = whole.slice(prefix.length);
	if (!folders.test(file)) return [];
	return [{
		rule: "file-kind",
		severity: "error",
		message: `${file} is ${entry.mode === "120000" ? "a symbolic link" : "another repository"}, not a file`,
		hint: "remove it, or put the file itself in its place: its target can change without a pull request",
		place: {
			file,
			line: 1,
			column: 1
		}
	}];
});
/**
* Files that a checkout changes, by attributes of git, so that people and Chancery read one thing and Flux another. Other line ends are
* no change: some work trees have them. `files` are what was read.
*/
const checkoutFindings = ({ after, prefix }, files) => [...files].flatMap(([file, content]) => {
	const entry = after.get(prefix + file);
	if (entry === void 0 || !isFile$1(entry) || isSame(content, entry.object)) return [];
	return [{
		rule: "file-kind",
		severity: "error",
		message: `${file} is not in the work tree what git has: Flux would read something else`,
		hint: "see `git check-attr --all` for the file, and take the attribute that changes it at a checkout out of .gitattributes",
		place: {
			file,
			line: 1,
			column: 1
		}
	}];
});
const isSame = (content, object) => objectName(content, object) === object || objectName(toText(content).replaceAll("\r\n", "\n"), object) === object;
// src/commands/plan/both-states.ts
/** Reads files of the base and of the change. Paths are relative to the folder of the network. */
function bothStates(base, now, { before, after, prefix }) {
	const read = async (files, tree, paths) => {
		const own = paths.filter((path) => {
			const entry = tree.get(prefix + path);
			return entry !== void 0 && isFile$1(entry);
		});
		const contents = await Promise.all(own.map((path) => files.readBytes(path)));
		return new Map(own.flatMap((path, at) => {
			const { [at]: bytes } = contents;
			return bytes === void 0 ? [] : [[path, contentOf$2(bytes)]];
		}));
	};
	return async (paths) => ({
		before: await read(base, before, paths),
		after: await read(now, after, paths)
	});
}
// src/plan/tree/lock.ts
const nested = (entries) => new Map(Object.entries(entries).flatMap(([name, own]) => Object.entries(own).map(([key, value]) => [`${name} ${key}`, value])));
const sections = [
	{
		name: "ports",
		linesOf: ({ ports }) => nested(ports),
		severity: "danger",
		because: "other parties know the ports that were recorded"
	},
	{
		name: "material",
		linesOf: ({ material }) => new Map(Object.entries(material)),
		severity: "caution",
		because: "without its digest a file can be another one, and nobody notices"
	},
	{
		name: "certificates",
		linesOf: ({ certificates }) => new Map(Object.entries(certificates)),
		severity: "caution",
		because: "tools warn by these days"
	},
	{
		name: "ledger",
		linesOf: ({ ledger }) => nested(ledger),
		severity: "danger",
		because: "the next change is judged by what the ledger was asked for"
	},
	{
		name: "signers",
		linesOf: ({ signers }) => new Map(Object.entries(signers).map(([organization, own]) => [organization, JSON.stringify(own)])),
		severity: "danger",
		because: "the next change is judged by who signed the last one"
	}
];
/** Lines of the lock that the merge would not write by itself: one risk for each section. */
function lockRisks(input) {
	const { before, after } = input;
	if (after === void 0) return sections.every(({ linesOf }) => linesOf(before).size === 0) ? [] : [removed(before)];
	return sections.flatMap((section) => {
		const edited = editedLines(section, after, input);
		return edited.length === 0 ? [] : [risk$1(section, edited, section.linesOf(before), section.linesOf(after))];
	});
}
function editedLines({ name, linesOf }, lock, { before, expected, changedMaterial }) {
	const [old, now, own] = [
		linesOf(before),
		linesOf(lock),
		linesOf(expected)
	];
	return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].filter((line) => now.get(line) !== old.get(line) && now.get(line) !== own.get(line)).filter((line) => name !== "material" || !changedMaterial.has(line)).sort();
}
const hint = `take it back (git checkout BASE -- ${lockFile}): the merge writes the lock, and so does \`chancery render\``;
const removed = (lock) => ({
	id: "lock-changed",
	severity: "danger",
	subject: lockFile,
	message: `${lockFile} is gone: ${counted(nested(lock.ports).size, "port")}, ${counted(Object.keys(lock.material).length, "digest")} of material and ${counted(nested(lock.ledger).size, "record")} of what the ledger was asked for are forgotten, and decided anew`,
	content: JSON.stringify(sections.map(({ linesOf }) => [...linesOf(lock)])),
	hint,
	path: [],
	file: lockFile
});
function risk$1({ name, severity, because }, lines, old, now) {
	return {
		id: "lock-changed",
		severity: lines.some((line) => old.has(line)) ? severity : "caution",
		subject: `${lockFile}/${name}`,
		message: `${counted(lines.length, "line")} of ${name} in ${lockFile} ${lines.length === 1 ? "is" : "are"} not what the merge would write (${several(lines)}): ${because}`,
		content: JSON.stringify(lines.map((line) => [
			line,
			old.get(line),
			now.get(line)
		])),
		hint,
		path: [],
		file: lockFile
	};
}
/** What the merge writes for a definition when the lock is what the base has. `merged` is what it writes with the lock of the change. */
function expectedLock({ network, platform }, before, merged, material) {
	return {
		...merged,
		ports: allocatePorts(network, platform, before.ports).ports,
		material: {
			...before.material,
			...merged.material
		},
		ledger: platform.material.record?.(network, material(), before.ledger) ?? before.ledger
	};
}
// src/commands/plan/lock.ts
/** Changes of the lock that the merge would not make. `changed` are paths of the whole network. */
async function lockRisksOf(changed, states, { checked, after: { tree } }) {
	if (!changed.includes("network.lock.yaml")) return [];
	const texts = await states([lockFile]);
	const before = lockIn(textOf$1(texts.before, lockFile));
	if (before === void 0) return [];
	const { network, platform, materialFiles, requests } = checked;
	const merged = lockIn(textOf$1(tree, "network.lock.yaml")) ?? checked.lock;
	return lockRisks({
		before,
		after: texts.after.has("network.lock.yaml") ? lockIn(textOf$1(texts.after, lockFile)) : void 0,
		expected: expectedLock({
			network,
			platform
		}, before, merged, () => materialOf(materialFiles, standIns(requests, materialFiles, standInRandom))),
		changedMaterial: new Set(changed)
	});
}
const lockIn = (text) => {
	const lock = readLock(text);
	return "ports" in lock ? lock : void 0;
};
// src/plan/tree/certificates.ts
/** Compares two files with certificates. `authorities` are the texts of those that were there before. Undefined where the old file has none. */
function certificateChange(before, after, authorities) {
	const old = read$1(before);
	if (old === void 0) return void 0;
	const now = read$1(after);
	if (now === void 0 || count(before) !== count(after) || count(after) > 1) return "unreadable";
	if (keyOf$1(old) === void 0 || keyOf$1(old) !== keyOf$1(now)) return "key";
	if (!sameIssuer(old, now, authorities)) return "issuer";
	if (old.subject !== now.subject || rightsOf(old) !== rightsOf(now)) return "rights";
	return old.subjectAltName === now.subjectAltName ? "renewed" : "names";
}
/** Whether the first certificate of a text may issue others. */
const isAuthority = (pem) => read$1(pem)?.ca === true;
const count = (pem) => pem.split("-----BEGIN").length - 1;
function read$1(pem) {
	try {
		return new X509Certificate(pem);
	} catch {
		return;
	}
}
function keyOf$1({ publicKey }) {
	try {
		return publicKey.export({
			type: "spki",
			format: "pem"
		}).toString();
	} catch {
		return;
	}
}
const rightsOf = ({ ca, keyUsage }) => JSON.stringify([ca, keyUsage ?? []]);
/** Issued by the same key: one that is known, or its own. Where neither is known, the name of the issuer has to do. */
function sameIssuer(old, now, authorities) {
	if (old.issuer !== now.issuer) return false;
	const issuers = [...authorities.flatMap((pem) => read$1(pem) ?? []), old].filter((issuer) => isIssuedBy(old, issuer));
	return issuers.length === 0 || issuers.some((issuer) => isIssuedBy(now, issuer));
}
function isIssuedBy(certificate, issuer) {
	try {
		return certificate.issuer === issuer.subject && certificate.verify(issuer.publicKey);
	} catch {
		return false;
	}
}
// src/plan/tree/sealed.ts
/**
* Whether two sealed files have the same content, although they are encrypted for others: the same ciphertexts below the same MAC
* have one data key only, and all that differs is for whom that key is encrypted: https://github.com/getsops/sops#encryption-protocol
*/
function isSameSecret(before, after) {
	const [old, now] = [withoutRecipients(before), withoutRecipients(after)];
	return old !== void 0 && old === now;
}
/** The document without the copies of its data key. */
function withoutRecipients(text) {
	const document = read(text);
	if (!isRecord(document) || !isRecord(document.sops) || !Array.isArray(document.sops.age)) return void 0;
	return JSON.stringify({
		...document,
		sops: {
			...document.sops,
			age: []
		}
	});
}
function read(text) {
	try {
		return load(text, { maxAliases: 0 });
	} catch (error) {
		if (error instanceof YAMLException) return void 0;
		throw error;
	}
}
// src/plan/tree/material-change.ts
/** Folder of the party that a file is of. */
const partyOf = (path) => path.split("/").slice(0, 3).join("/");
/** The name where that of an organization is: `material/public/carrier/…`, `material/sealed/eu/carrier/…`. */
const organizationIn = (path) => path.split("/")[path.startsWith("material/sealed/") ? 3 : 2] ?? "";
const isSealedHalf = (path, request) => path === request.sealed?.path && !filesOfKey(request).includes(path);
/** A file that is gone. */
function removal(path, request, { is, organizations }) {
	const id = "material-removed";
	if (request !== void 0 && is.includes(request)) return isKey(request) && isSealedHalf(path, request) ? {
		id,
		severity: "danger",
		text: "private half gone"
	} : {
		id,
		severity: "danger",
		text: "gone, and made anew on merge"
	};
	return request !== void 0 || organizations.has(organizationIn(path)) ? {
		id,
		severity: "caution",
		text: "gone, but for the history of Git"
	} : {
		id,
		severity: "danger",
		text: "gone",
		because: "everybody relied on it"
	};
}
/** A private half that changed while its public half still has the same key. */
function sealedHalf(path, request, input) {
	if (filesOfKey(request).some((file) => isOtherKey(file, input))) return void 0;
	const id = "sealed-changed";
	return isSameSecret(textOf$1(input.before, path) ?? "", textOf$1(input.after, path) ?? "") ? {
		id,
		severity: "caution",
		text: "private half encrypted for others, with the same content"
	} : {
		id,
		severity: "danger",
		text: "another private half with the same public one",
		because: "whether they still fit, only who can decrypt it sees"
	};
}
function isOtherKey(file, input) {
	if (!input.before.has(file)) return false;
	const change = input.after.has(file) ? changeOf(file, input) : void 0;
	return change === void 0 || change === "key" || change === "unreadable";
}
/** Undefined for anything but a certificate. */
const changeOf = (path, { before, after, authorities }) => certificateChange(textOf$1(before, path) ?? "", textOf$1(after, path) ?? "", authorities.get(partyOf(path)) ?? []);
/** A public half, or a file that nobody asks for. */
function publicChange(path, request, input) {
	const change = changeOf(path, input);
	if (change === "renewed") return void 0;
	const severity = change === "names" ? "caution" : "danger";
	if (change !== void 0 && isAuthority(textOf$1(input.before, path) ?? "")) return {
		id: "authority-changed",
		severity,
		text: texts[change],
		because: "an authority decides whose certificates count"
	};
	if (change !== void 0 && change !== "key") return {
		id: "public-changed",
		severity,
		text: texts[change]
	};
	if (request?.sealed !== void 0 && !input.before.has(request.sealed.path)) return {
		id: "public-changed",
		severity,
		text: "another public half with the same private one",
		because: "they do not fit"
	};
	if (input.told.some(({ id, subject }) => subject === request?.label && keyRisks.has(id))) return void 0;
	return {
		id: "public-changed",
		severity,
		text: request === void 0 ? "another content" : texts.key
	};
}
const texts = {
	names: "certificate for other hosts",
	rights: "certificate with another name, role or right",
	key: "another key",
	issuer: "certificate that somebody else issued",
	unreadable: "certificate that cannot be read, or several"
};
/** Risks of ledgers that say of a node that it gets another key. */
const keyRisks = /* @__PURE__ */ new Set(["node-key-changed", "consenter-rekeyed"]);
// src/plan/tree/material.ts
/** Files of material that were there and are not the same: added ones are what every new node brings. */
function materialRisks(given) {
	const input = {
		...given,
		authorities: authoritiesIn(given.all)
	};
	const requests = requestsByPath(input);
	const notes = [...[...input.before.keys()].map((path) => noteOf(path, requests.get(path), input) ?? []).flat(), ...lateHalves(input)].sort((a, b) => a.file < b.file ? -1 : 1);
	return [...groupBy(notes, ({ id, owner }) => `${id} ${owner}`).values()].map((own) => risk(own, input));
}
const authoritiesIn = (all) => new Map([...groupBy(all.keys(), partyOf)].map(([party, paths]) => [party, paths.filter((path) => path.split("/").length === 4).flatMap((path) => textOf$1(all, path) ?? [])]));
/** Private halves that come for public ones that were there: somebody else may have made them. */
const lateHalves = ({ before, after, all, is }) => is.filter(isKey).flatMap((request) => {
	const { sealed, organization, label } = request;
	if (sealed === void 0 || !after.has(sealed.path) || before.has(sealed.path)) return [];
	const files = filesOfKey(request);
	if (files.includes(sealed.path) || !files.every((file) => all.has(file) && !before.has(file))) return [];
	return [{
		id: "sealed-changed",
		severity: "danger",
		owner: organization,
		label,
		file: sealed.path,
		text: "private half that comes for a public one that was there"
	}];
});
const requestsByPath = ({ was, is }) => new Map([...was, ...is].flatMap((request) => pathsOf(request).map((path) => [path, request])));
const pathsOf = (request) => isKey(request) ? [...filesOfKey(request), ...request.sealed === void 0 ? [] : [request.sealed.path]] : [request.file];
function noteOf(path, request, input) {
	if (input.told.some(({ severity, message }) => severity === "danger" && message.startsWith(`${path} `))) return void 0;
	const common = {
		owner: ownerOf(path, request, input),
		label: request?.label ?? path,
		file: path
	};
	if (!input.after.has(path)) return {
		...common,
		...removal(path, request, input)
	};
	if (request === void 0) {
		if (path.startsWith("material/sealed/")) return void 0;
		const found = publicChange(path, void 0, input);
		return found === void 0 ? void 0 : {
			...common,
			...found
		};
	}
	const found = isKey(request) ? isSealedHalf(path, request) ? sealedHalf(path, request, input) : publicChange(path, request, input) : {
		id: "public-changed",
		severity: "danger",
		text: "another content",
		because: "everybody needs the same"
	};
	return found === void 0 ? void 0 : {
		...common,
		...found
	};
}
/** The organization that a file belongs to; where it is everybody's, the file itself. */
function ownerOf(path, request, { organizations }) {
	if (request !== void 0 && isKey(request)) return request.organization;
	const name = organizationIn(path);
	return organizations.has(name) ? name : path;
}
const hints = {
	"sealed-changed": "let its organization confirm it: with its age key `sops decrypt` shows the key, which has to fit",
	"public-changed": "let its organization confirm it; to renew a certificate, `chancery keys --renew` keeps key, name and authority",
	"authority-changed": "let its organization confirm it; to replace an authority, channels and certificates follow one after the other",
	"material-removed": "restore it from Git, unless its owner gives it up"
};
function risk([first, ...others], { before, after }) {
	const notes = [first, ...others];
	const parts = [...groupBy(notes, ({ text }) => text)].map(([text, own]) => `${text}: ${several([...new Set(own.map(({ label }) => label))])}${own[0].because === void 0 ? "" : ` (${own[0].because})`}`);
	return {
		id: first.id,
		severity: notes.some(({ severity }) => severity === "danger") ? "danger" : "caution",
		subject: subjectOf(first.owner),
		message: parts.join("; "),
		content: contentOfChange(notes.map(({ file }) => file), before, after),
		hint: hints[first.id] ?? "",
		path: [],
		file: (notes.find(({ severity }) => severity === "danger") ?? first).file
	};
}
// src/commands/plan/material.ts
/** Changes of existing keys, certificates and records. `changed` are paths of the whole network. */
async function materialRisksOf(changed, states, { base, former, checked, told }) {
	const { before, after } = await states(changed.filter((path) => path.startsWith("material/")));
	if (before.size + after.size === 0) return [];
	return materialRisks({
		before,
		after,
		all: former?.materialFiles ?? await readFolder(base.files, "material"),
		was: former?.requests ?? [],
		is: checked.requests,
		organizations: new Set((former ?? checked).network.organizations.map(({ name }) => name)),
		told
	});
}
// src/commands/plan/tree.ts
/** Compares the files in git before and after, and the files that Flux would read, with the rendered definitions. */
async function treeChange(input, ports) {
	const { base, checked, before, after } = input;
	const trees = await base.trees();
	const changed = changedPaths(trees).filter((path) => path.startsWith(trees.prefix)).map((path) => path.slice(trees.prefix.length));
	const states = bothStates(base.files, ports.files, trees);
	const own = await states(changed.filter((path) => fluxSystem.test(path)));
	const flux = fluxSystemChange(own.before, own.after);
	const { source, missing } = checked;
	const { after: written } = await states([source.file, lockFile]);
	return {
		findings: [
			...irregularFindings(trees),
			...checkoutFindings(trees, new Map([
				...checked.materialFiles,
				...checked.overrides,
				...written
			])),
			...deployFindings({
				trees,
				was: before?.tree,
				is: after.tree,
				standIns: missing.length > 0,
				network: source.file
			})
		],
		roots: [...fluxRoots(before?.tree ?? /* @__PURE__ */ new Map(), after.tree), ...flux.roots],
		risks: [
			...flux.risks,
			...guardRisks(trees),
			...await materialRisksOf(changed, states, input),
			...await lockRisksOf(changed, states, input)
		]
	};
}
// src/commands/plan.ts
/** The effects of merging a change, from the files alone: without a cluster, key or token. Writes nothing. */
async function plan$1(options, ports) {
	const { findings: found, checked } = await inspect(options, ports.files);
	if (checked === void 0) {
		ports.reporter.findings(found);
		return {
			status: exitStatus.findings,
			findings: found,
			clusters: []
		};
	}
	const base = await ports.baseOf(options.base);
	const { former, baseFindings, known } = await formerSubject(options, base);
	const after = await renditionOf(checked, ports);
	const before = former === void 0 ? void 0 : await renditionOf(former, ports);
	const { roots: built, overrideRisks, broken } = await compareRoots(before, after, ports);
	const { risks: inDefinition, unsearched } = definitionRisks(former, checked, baseFindings.length > 0);
	const tree = await treeChange({
		base,
		former,
		checked,
		before,
		after,
		told: inDefinition
	}, ports);
	const everything = options.acknowledged || options.label?.counts === true;
	const { taken, refused } = refusals([
		...inDefinition,
		...unsearched === "new-network" ? await firstOverrideRisks(overrideRisks, checked.overrides, base.files) : overrideRisks,
		...tree.risks
	], checked, unsearched);
	const risks = planned(taken, former, checked, everything);
	const others = accepting([
		...found,
		...missingFindings(checked, "notice"),
		...baseFindings,
		...broken,
		...tree.findings
	], checked.network.acknowledge);
	const stopping = [...consentFindings(checked, await formerConsentsIn(options.network, base.files, former)), ...refused];
	const findings = sortFindings([
		...others,
		...stopping,
		...uselessLines(risks, former, checked, others)
	]);
	ports.reporter.findings(findings);
	if (hasErrors(others)) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const roots = [...built, ...tree.roots];
	const { routes, records } = reachability(checked);
	const old = former === void 0 ? {
		routes: [],
		records: []
	} : reachability(former);
	const { network, platform } = checked;
	const [was, is] = [former === void 0 ? void 0 : revisionOf(former), revisionOf(checked)];
	const made = {
		network: network.name,
		...former === void 0 ? {} : { base: base.commit },
		byHand: handTasks({
			before: was,
			after: is,
			...await bootstrapped(base)
		}),
		restarts: restartsOf(roots, (cluster) => platform.operation.rollout(network.nodes.filter((node) => node.cluster.name === cluster)).map((group) => group.map(nodeId))),
		jobReasons: former === void 0 ? [] : jobReasons(was, is),
		roots,
		risks,
		...unsearched === void 0 ? {} : { unsearched },
		...options.label === void 0 ? {} : { label: options.label },
		routes: listChange(old.routes, routes, ({ node, endpoint, url }) => `${node} ${endpoint} ${url}`),
		dnsRecords: listChange(old.records, records, ({ name, target }) => `${name} ${target}`),
		tolerance: {
			...former === void 0 ? {} : { before: former.platform.operation.tolerance(former.network) },
			after: platform.operation.tolerance(network)
		},
		madeOnMerge: checked.missing.map(({ label }) => label),
		findings: withKnown(findings, known),
		...pictures(former, checked)
	};
	ports.reporter.plan(made);
	return {
		status: stopping.length > 0 || stops(options.failOnRisk, risks, unsearched === "base-broken" && !everything) ? exitStatus.findings : exitStatus.done,
		findings,
		...describe(checked),
		changed: roots.length > 0,
		plan: made
	};
}
/** Clusters whose Flux has been bootstrapped, as the repository shows. */
async function bootstrapped(base) {
	const { after, prefix } = await base.trees();
	const paths = [...after.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
	return {
		prefix,
		bootstrapped: new Set(paths.flatMap((path) => fluxSystem.exec(path)?.[1] ?? []))
	};
}
/** Findings with a mark at those that the network had before, wherever they were. */
function withKnown(findings, known) {
	const keyOf = ({ rule, severity, message }) => JSON.stringify([
		rule,
		severity,
		message
	]);
	const old = new Set(sortFindings(known).map(keyOf));
	return findings.map((finding) => old.has(keyOf(finding)) ? {
		...finding,
		known: true
	} : finding);
}
function pictures(former, checked) {
	const { network, platform, lock } = checked;
	return {
		topology: topology(network, routesOf(network, platform, lock.ports)),
		topologyChanged: former === void 0 || placesIn(former.network) !== placesIn(network)
	};
}
/** Who is where: a node more of an organization in its cluster makes no other picture. */
function placesIn({ nodes, external }) {
	const ours = nodes.map(({ cluster, organization }) => `${cluster.name} ${organization.name}`);
	return [.../* @__PURE__ */ new Set([...ours, ...external.map(({ organization }) => organization)])].sort().join("\n");
}
/** A base with errors hides every risk, so it counts as a risk: a reviewer has to look, or to acknowledge it. */
function stops(failOnRisk, risks, isHidden) {
	if (failOnRisk === "never") return false;
	return risks.filter((risk) => !risk.acknowledged && (failOnRisk === "any" || risk.severity === "danger")).length > 0 || isHidden;
}
const planOptions = {
	base: optionalText("REFERENCE", "Branch, tag or commit to compare with, from the merge base; when empty, plan takes the target branch of a pull request, else the last commit, and report compares with nothing"),
	"fail-on-risk": choice("LIMIT", "Which risks fail the command unless they are acknowledged", [
		"never",
		"danger",
		"any"
	], { inputDefault: "danger" }),
	acknowledged: flag("Treat all risks as acknowledged", { where: "command line" }),
	comment: flag("Also comment on the pull request, if the token has the right to; for forks it has none", { where: "action" }),
	sarif,
	token
};
const planCommand = command({
	name: "plan",
	purpose: "Report what merging a change would do to the clusters and the ledger, from the files alone; write nothing",
	options: planOptions,
	examples: [["chancery plan --base main", "show what merging this branch into main would do"], ["chancery plan --fail-on-risk danger", "fail if a danger is not acknowledged"]],
	run: ({ network, base, "fail-on-risk": failOnRisk, acknowledged }, ports) => plan$1({
		network,
		base,
		failOnRisk,
		acknowledged
	}, ports)
});
// src/commands/platform-command.ts
/** Options that commands can select. */
const extraOptions = {
	key: optionalText("FILE", "Private key of an administrator of the organization (PEM), with --certificate; when empty, the key in material/ is used"),
	certificate: optionalText("FILE", "Certificate of --key (PEM)"),
	channel: optionalText("NAME", "Channel of the chaincode; when empty, the only one that has it"),
	yes: flag("Do not ask for confirmation")
};
const organization = optionalText("NAME", "Name of the organization that acts", { required: true });
/** Commands of platforms. They work on files alone, so they are for people, not for the action. */
const commandsOfPlatforms = platforms.flatMap(({ commands = [] }) => commands).map(({ name, purpose, parameters, forOrganization, extras = [], examples }) => command({
	name,
	purpose,
	parameters,
	examples,
	where: "command line",
	options: {
		...forOrganization ? { organization } : {},
		...Object.fromEntries(extras.map((extra) => [extra, extraOptions[extra]]))
	},
	run: (values, ports, given) => platformCommand({
		...values,
		name,
		given
	}, ports)
}));
const mendedBy = (name) => platforms.flatMap(({ commands = [] }) => commands).find((one) => one.name === name)?.mends ?? [];
/** A command of another platform, or of none. */
function unknownTo({ definition: { title }, commands = [] }, name) {
	const names = commands.map((one) => one.name);
	const owner = platforms.find((other) => other.commands?.some((one) => one.name === name));
	if (owner === void 0) return new OperatorError(`${title} has no command "${name}"`, didYouMean(name, names));
	return new OperatorError(`"${name}" is a command of ${owner.definition.title}, and the platform of this network is ${title}`, names.length === 0 ? `${title} adds no commands` : `commands of ${title}: ${listed(names)}`);
}
/** Runs a command of the definition's platform, and writes the resulting files. */
const platformCommand = (options, ports) => alone(ports, () => commandAlone(options, ports));
async function commandAlone(options, ports) {
	const { findings, checked } = await inspect({
		...options,
		mends: mendedBy(options.name)
	}, ports.files);
	if (checked === void 0) {
		ports.reporter.findings(findings);
		return {
			status: exitStatus.findings,
			findings,
			clusters: []
		};
	}
	const { commands = [] } = checked.platform;
	const command = commands.find(({ name }) => name === options.name);
	if (command === void 0) throw unknownTo(checked.platform, options.name);
	const organization = organizationFor(command, options, checked);
	ports.reporter.findings(findings);
	const { files, lines, output, declined } = await command.run({
		network: checked.network,
		material: materialOf(checked.materialFiles),
		outside: outsideOf(checked.platform, checked.lock.ports),
		given: options.given,
		organization,
		key: options.key,
		certificate: options.certificate,
		channel: options.channel,
		random: ports.random,
		now: ports.now(),
		agree: (lines, question) => agreement(lines, question, options, ports),
		open: (path) => opened(path, checked, ports.keyring),
		read: async (path) => {
			const content = await ports.readFile(path);
			if (content === void 0) throw new OperatorError(`there is no file ${path}`, "check the path");
			return content;
		}
	});
	const written = [...files].flatMap(([path, text]) => text === void 0 ? [] : [[path, text]]);
	const removed = [...files].flatMap(([path, text]) => text === void 0 ? [path] : []);
	await ports.files.change({
		written: new Map(written),
		removed
	});
	for (const line of lines) ports.reporter.say(line);
	if (output !== void 0) ports.reporter.say(output.trimEnd());
	return {
		status: declined === true ? exitStatus.findings : exitStatus.done,
		findings,
		clusters: checked.network.clusters.map(({ name }) => name),
		changed: files.size > 0,
		files: [...files.keys()],
		...output === void 0 ? {} : { output }
	};
}
/** Texts of others are shown without characters that hide or move text. */
async function agreement(lines, question, { yes }, { reporter, confirm }) {
	for (const line of lines) reporter.say(line.startsWith("  ") ? `  ${visible(line.slice(2))}` : visible(line));
	if (yes === true) return true;
	const answer = await confirm(question);
	if (answer === void 0) throw new OperatorError("confirmation needs a terminal", "read the text above, then run the command again with --yes");
	return answer;
}
function organizationFor({ name, forOrganization }, { organization }, { network }) {
	const names = network.organizations.map((known) => known.name);
	if (!forOrganization) return "";
	if (organization === void 0) throw new OperatorError(`chancery ${name} needs --organization`, `known: ${names.join(", ")}`);
	if (!names.includes(organization)) throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, names));
	return organization;
}
async function opened(path, { materialFiles }, keyring) {
	const text = textOf$1(materialFiles, path);
	if (text === void 0) throw new OperatorError(`there is no ${path}`, "run `chancery keys` first");
	return openSealed(path, text, await keyring());
}
// src/report/page/ambassadors.ts
/** Clusters with the Ambassador of each. */
const pageClusters = (network, routes) => network.clusters.map((cluster) => {
	const { name, provider, domain, address = "", context = name } = cluster;
	return {
		name,
		provider: providers[provider].title,
		entrance: domain ?? address,
		context,
		login: providers[provider].login(context),
		ambassador: ambassadorOf(network, cluster, routes.filter((route) => route.cluster === name))
	};
});
function ambassadorOf({ images }, cluster, routes) {
	const { namespace, service, sourceRanges, existing, version = emissaryVersion } = cluster.ambassador;
	const { tlsSecret, cleartext, issuer } = cluster.ambassador;
	const names = [...new Set(httpRoutes(routes).map(({ host }) => host))];
	return {
		service: `${namespace}/${service}`,
		reached: reached(cluster),
		ports: openPorts(cluster, routes).map(({ name, port }) => ({
			name,
			port
		})),
		sourceRanges,
		images: existing ? [] : [imageReference(images, `${emissaryImage}:${version}`)],
		...names.length === 0 || cleartext ? {} : { certificate: {
			secret: `${namespace}/${tlsSecret}`,
			maker: issuer === void 0 ? "you" : `cert-manager (${issuer.kind} ${issuer.name})`,
			names
		} }
	};
}
// src/report/page/dials.ts
/** Who dials whom, from cluster to cluster: what the nodes of each have to reach, by the platform's own word. */
function dialsOf(network, platform, viewOf) {
	const clusterOf = new Map(network.nodes.map((node) => [nodeId(node), node.cluster.name]));
	const from = /* @__PURE__ */ new Map();
	return {
		all: network.clusters.flatMap(({ name }) => {
			const view = viewOf(name);
			const targets = network.organizations.map((organization) => nodesOf(network, name, organization.name)).filter((nodes) => nodes.length > 0).flatMap((nodes) => platform.operation.probe(nodes, view).targets);
			for (const { node } of targets) from.set(node, (from.get(node) ?? /* @__PURE__ */ new Set()).add(name));
			return [...groupBy(targets, ({ node }) => clusterOf.get(node) ?? "")].filter(([to]) => to !== name).map(([to, some]) => {
				return {
					from: name,
					to,
					addresses: new Set(some.map(({ host, port }) => `${host}:${port}`)).size
				};
			}).sort((a, b) => a.to < b.to ? -1 : 1);
		}),
		from: new Map([...from].map(([node, clusters]) => [node, [...clusters]]))
	};
}
// src/report/page/health.ts
/** What `verify` found in the clusters. */
const pageHealth = ({ clusterResults = [], ledger = [] }) => ({
	clusters: clusterResults.map(({ cluster, outcome, checks = [], lines, message }) => ({
		cluster,
		good: goodOutcomes.has(outcome),
		checks: checks.map(({ name, good, message: text }) => ({
			name,
			good,
			message: text
		})),
		lines: lines.length === 0 ? [message] : lines
	})),
	ledger: ledger.map(({ good, message, hint = "" }) => ({
		good,
		message,
		hint
	}))
});
// src/report/page/keys.ts
/** All keys and certificates: where their public halves are, who can decrypt the private ones, and when they expire. */
function pageKeys(input) {
	const nodes = new Set(input.network.nodes.map(nodeId));
	const renewals = new Map((input.platform.material.renewals?.(input.network) ?? []).flatMap(({ name, certificates }) => certificates.map(({ file }) => [file, name])));
	return input.requests.map((request) => pageKey(request, input, nodes, renewals));
}
function pageKey(request, { certificates, material }, nodes, renewals) {
	const [first = ""] = request.label.split(" ");
	return {
		label: request.label,
		organization: request.kind === "key" ? request.organization : "",
		...nodes.has(first) ? { node: first } : {},
		...request.kind === "key" && request.sealed !== void 0 ? { holder: request.sealed.holder } : {},
		files: filesOf$2(request).map((path) => {
			const expires = certificates[path];
			const renewal = renewals.get(path);
			return {
				path,
				...expires === void 0 ? {} : { expires },
				...material.standIns.has(path) ? { missing: true } : {},
				...renewal === void 0 ? {} : { renewal }
			};
		})
	};
}
// src/report/page/losses.ts
/** What stops with each thing that can be chosen, as the platform itself works it out. */
function pageTolerance(network, { operation }) {
	const { summary, consensus, faults, inside } = operation.tolerance(network);
	const chosen = everyLoss(network).map((loss) => operation.faultOf(network, loss));
	const zones = faults.filter(({ kind }) => kind === "zone");
	return {
		summary,
		...consensus,
		...inside === void 0 ? {} : { inside },
		losses: [...chosen, ...zones].map(pageLoss)
	};
}
function pageLoss(fault) {
	const { stops = [], assumption, reach, ...rest } = fault;
	const unreached = reachInWords({
		...fault,
		stops: [],
		reach: {
			...reach,
			none: []
		}
	});
	return {
		kind: rest.kind,
		name: rest.name,
		survives: rest.survives,
		pauses: rest.pauses,
		lost: rest.lost,
		margin: rest.margin,
		consensus: consensusInWords(fault),
		unreached: unreached === "–" ? "" : unreached,
		none: reach.none,
		stops,
		...assumption === void 0 ? {} : { assumption }
	};
}
// src/report/page/plan.ts
const pagePlan = (plan) => ({
	comparison: comparison$1(plan),
	changes: changeLine(plan),
	verdict: riskLine(plan),
	byHand: plan.byHand.map(({ text, commands }) => ({
		text,
		commands
	})),
	risks: plan.risks.map(({ severity, id, message, hint, place, acknowledged }) => ({
		severity,
		id,
		message,
		hint,
		place: placeText(place),
		acknowledged
	})),
	parts: plan.roots.map((root) => {
		const counts = countsOf$1([root]);
		return {
			cluster: root.cluster,
			part: root.part,
			counts: countsText(counts),
			restarts: counts.restarts
		};
	}),
	tolerance: plan.tolerance.before === void 0 ? [] : toleranceChanges(plan.tolerance.before, plan.tolerance.after).map(({ kind, name, verdict, before = "", after = "" }) => ({
		verdict,
		subject: kind === "network" ? "the network" : `${kinds$1[kind]} ${name}`,
		before,
		after
	}))
});
const pageFinding = ({ severity, rule, message, hint = "", place }) => ({
	severity,
	rule,
	message,
	hint,
	place: placeText(place)
});
const placeText = ({ file, line, column }) => `${file}:${line}:${column}`;
// src/report/page/pods.ts
/** What the pods of a network are made of: nodes that are alike share an entry. */
function podsOf({ network, platform, bases, viewOf }) {
	const indexes = /* @__PURE__ */ new Map();
	const all = [];
	const byNode = /* @__PURE__ */ new Map();
	for (const node of network.nodes) {
		const overlay = platform.rendering.node(node, viewOf(node.cluster.name));
		const known = platform.rendering.images(network, node.platformVersion);
		const used = [...imagesInBases(overlay, platform.definition.id, bases), ...imagesInObjects(overlay)];
		const pod = {
			images: [...new Set(used.map((image) => pinned(image, network.images, known)))].sort(),
			restartedBy: filesOf$1(overlay, ({ naming }) => naming !== "plain"),
			reread: filesOf$1(overlay, ({ naming }) => naming === "plain")
		};
		const key = JSON.stringify(pod);
		const index = indexes.get(key) ?? all.push(pod) - 1;
		indexes.set(key, index);
		byNode.set(node, index);
	}
	return {
		all,
		indexOf: (node) => byNode.get(node) ?? 0
	};
}
const filesOf$1 = ({ configMaps }, wanted) => configMaps.filter(wanted).flatMap(({ files }) => files);
/** Images of the base manifests of an overlay, and of the bases that these build on. */
function imagesInBases({ bases: named }, platform, bases) {
	const folders = new Set(named.map((base) => posix.join(platform, base)));
	for (const folder of folders) {
		const kustomization = bases.get(`${folder}/kustomization.yaml`) ?? "";
		for (const [, base = ""] of kustomization.matchAll(/^- (\.\.\/[a-z0-9-]+)$/gm)) folders.add(posix.join(folder, base));
	}
	return [...bases].flatMap(([path, text]) => folders.has(posix.dirname(path)) ? [...text.matchAll(/^\s*(?:- )?image: (\S+)$/gm)].map(([, image = ""]) => image) : []);
}
const imagesInObjects = ({ patches, objects }) => [...Object.values(patches), ...Object.values(objects)].flatMap(imagesIn);
/** Values of fields called `image`, wherever they are in some objects. */
function imagesIn(value) {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => key === "image" && typeof inner === "string" ? [inner] : imagesIn(inner));
}
/** With the tag of the ledger's version, the mirror, and the digest of the definition. */
function pinned(image, images, known) {
	const tag = known.find(({ name }) => name === image)?.tag;
	return imageReference(images, tag === void 0 ? image : `${image}:${tag}`);
}
// src/report/page/describe.ts
/** A network as data of a page. */
function pageData(input) {
	const { network, platform, ports, plan, verified } = input;
	const { definition } = platform;
	const routes = routesOf(network, platform, ports);
	const views = new Map(network.clusters.map((cluster) => [cluster.name, viewOf$1(input, cluster)]));
	const viewIn = (cluster) => {
		const view = views.get(cluster);
		if (view === void 0) throw new Error(`there is no cluster ${cluster}`);
		return view;
	};
	const pods = podsOf({
		network,
		platform,
		bases: input.bases,
		viewOf: viewIn
	});
	const dials = dialsOf(network, platform, viewIn);
	const steps = stepsOf(network, platform);
	const dialledFrom = (id) => dials.from.get(id) ?? [];
	const outside = new Map(routes.map(({ node, endpoint, url }) => [`${nodeId(node)} ${endpoint.name}`, url]));
	const describe = (node) => {
		const id = nodeId(node);
		return {
			id,
			name: node.name,
			organization: node.organization.name,
			cluster: node.cluster.name,
			role: node.role,
			version: node.platformVersion,
			storage: node.storage,
			endpoints: definition.endpoints(node).map((endpoint) => {
				const { host, port } = serviceAddress(node, endpoint);
				const url = outside.get(`${id} ${endpoint.name}`);
				return {
					name: endpoint.name,
					protocol: endpoint.protocol,
					inside: `${host}:${port}`,
					...url === void 0 ? {} : { outside: url }
				};
			}),
			dialledFrom: dialledFrom(id),
			pod: pods.indexOf(node),
			step: steps.get(node) ?? [1, 1]
		};
	};
	return {
		network: {
			name: network.name,
			platform: definition.title,
			version: network.platformVersion
		},
		roles: definition.roles.map((name) => ({
			name,
			consensus: definition.consensusRoles.includes(name)
		})),
		clusters: pageClusters(network, routes),
		organizations: network.organizations.map(({ name, legalName, namespace, cluster }) => {
			return {
				name,
				legalName,
				namespace,
				cluster
			};
		}),
		nodes: network.nodes.map(describe),
		external: network.external.map((node) => ({
			id: nodeId(node),
			name: node.name,
			organization: node.organization,
			role: node.role,
			address: `${node.host}:${node.port}`,
			dialledFrom: dialledFrom(nodeId(node))
		})),
		pods: pods.all,
		dials: dials.all,
		routes: routes.map(({ cluster, node, endpoint, url }) => ({
			cluster,
			node: nodeId(node),
			endpoint: endpoint.name,
			address: url,
			service: `${endpoint.service}.${node.organization.namespace}:${endpoint.port}`
		})),
		dnsRecords: dnsRecords(network, routes).map(({ cluster, name, type, target }) => ({
			cluster,
			name,
			type,
			target
		})),
		keys: pageKeys(input),
		tolerance: pageTolerance(network, platform),
		ledger: (platform.operation.parts?.(network) ?? []).map(pageTable),
		findings: input.findings.map(pageFinding),
		throwAway: input.missing.map(({ label }) => label),
		...plan === void 0 ? {} : { plan: pagePlan(plan) },
		...verified === void 0 ? {} : { health: pageHealth(verified) }
	};
}
const pageTable = ({ name, columns, rows }) => ({
	title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
	columns: columns.map((column) => `${column.slice(0, 1).toUpperCase()}${column.slice(1)}`),
	rows: rows.map((row) => columns.map((column) => String(row[column] ?? "")))
});
/** In which step of a roll-out each node restarts, of how many in its cluster. */
function stepsOf({ nodes }, { operation }) {
	return new Map([...groupBy(nodes, ({ cluster }) => cluster.name).values()].flatMap((own) => {
		const groups = operation.rollout(own);
		return groups.flatMap((group, at) => group.map((node) => [node, [at + 1, groups.length]]));
	}));
}
// src/report/page/page.ts
/** Where the data goes in the page that the build makes. */
const dataPlace = "\"__CHANCERY_DATA__\"";
const titlePlace = "__CHANCERY_TITLE__";
/** The page of a network: one file that asks nobody for anything. `shell` is what the build makes: program, style and policy. */
function reportPage(shell, data) {
	const [before, after] = shell.split(dataPlace);
	if (before === void 0 || after === void 0) throw new OperatorError("the page of this release is incomplete", "install Chancery again");
	return `${before.replace(titlePlace, () => escaped(data.network.name))}${inert(data)}${after}`;
}
/** JSON that ends no element: what people wrote stays data, whatever it says. */
const inert = (data) => JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
const escaped = (text) => text.replace(/[^\w .-]/g, (character) => `&#${character.codePointAt(0)};`);
// src/report/checks.ts
/** All checks of a cluster. Checks that do not apply are left out. */
const checksOf = (input) => [
	...ofObjects(input.verified),
	...ofNames(input),
	...input.probed === void 0 ? [] : ofProbe(input.cluster, input.probed)
];
/** Orphans are reported but do not fail the check: they may be intended, with prune off. */
function ofObjects({ plan, awaited, unready, addresses, addressless }) {
	const wrong = changes(plan).length + plan.refused.length;
	const all = plan.steps.length;
	return [
		{
			name: "drift",
			good: wrong === 0,
			message: `${all - changes(plan).length} of ${all} objects match the definition`
		},
		{
			name: "readiness",
			good: unready.length === 0,
			message: `${awaited - unready.length} of ${awaited} are ready`
		},
		{
			name: "address",
			good: addresses.length > 0 || addressless,
			message: addresses.length === 0 ? "the Ambassador has no external address" : addresses.join(", ")
		}
	].map((check) => ({
		...check,
		lines: []
	}));
}
/** A name that is wrong everywhere fails the check; a name that only other networks resolve is a note. */
function ofNames({ names: { found, matter } }) {
	if (found.length === 0) return [];
	const wrong = found.filter(({ failure }) => failure !== void 0);
	const lead = `${found.length - wrong.length} of ${found.length} names resolve to the Ambassador`;
	const lines = [...found.flatMap(({ name, note }) => note === void 0 ? [] : [`! ${name} ${note}`]), ...wrong.map(({ name, failure }) => `${matter ? "" : "! "}${name} ${failure}`)];
	return [{
		name: "names",
		good: !matter || wrong.length === 0,
		message: lead,
		lines: [...lines, lead]
	}];
}
function ofProbe(cluster, { outcomes, problems }) {
	const failed = outcomes.filter(({ failure }) => failure !== void 0);
	const told = problems.flatMap(({ message, hint }) => [message, `    ${hint}`]);
	if (outcomes.length + problems.length === 0) return [];
	const found = outcomes.length === 0 ? [] : reachabilityLines(cluster, outcomes);
	return [{
		name: "reachability",
		good: failed.length + problems.length === 0,
		message: problems[0]?.message ?? found.at(-1) ?? "",
		lines: [...told, ...found]
	}];
}
/** `differs: the cluster does not match the definition: names, reachability` */
function verdict(checks) {
	const wrong = checks.filter(({ good }) => !good).map(({ name }) => name);
	return wrong.length === 0 ? "verified: the cluster matches the definition" : `differs: the cluster does not match the definition: ${wrong.join(", ")}`;
}
// src/commands/clusters/judged.ts
/** Names of an internal load balancer, or of a local machine, may resolve in other networks only. */
const namesOf = async (cluster, { routes, verified, lookup }) => ({
	found: await resolutions(namesIn$1(cluster, routes), verified.addresses, lookup),
	matter: !providers[cluster.provider].local && cluster.ambassador.loadBalancer.visibility === "public"
});
/** The result of a cluster: every check of it, and all of them in lines after `text`. */
function judged(looked, text) {
	const checks = checksOf(looked);
	const { verified, names, probed } = looked;
	const wrong = checks.filter(({ good }) => !good);
	return {
		outcome: wrong.length === 0 ? "verified" : "differs",
		...countsOf(verified.plan),
		plan: [],
		addresses: verified.addresses,
		checks,
		names: names.found,
		...probed === void 0 ? {} : { reachability: probed.outcomes },
		lines: [
			...text,
			...checks.flatMap(({ lines }) => lines),
			verdict(checks)
		],
		message: [verdict(checks), ...(wrong.length === 0 ? checks : wrong).map(({ message }) => message)].join("; ")
	};
}
// src/cluster/probe.ts
/** Milliseconds between two looks. */
const pause = 1e3;
const rights = "a probe needs the rights that docs/verify.md lists";
/**
* Runs a Job that reads a ConfigMap, returns the output of its pod, and always removes both. Throws OperatorError when the server
* refuses one of them, and when the pod does not end in time.
*/
async function runProbe(given, { configMap, job }, options) {
	const { signal } = options;
	const api = endingWith(given, signal);
	try {
		await make(api, configMap);
		signal.throwIfAborted();
		const uid = await make(api, job);
		const { apiVersion, kind } = job;
		const ownerReferences = [{
			apiVersion,
			kind,
			name: job.metadata.name,
			uid
		}];
		await make(api, {
			...configMap,
			metadata: {
				...configMap.metadata,
				ownerReferences
			}
		});
		return await outputOf(api, job, options);
	} finally {
		await Promise.all([job, configMap].map((object) => remove(api, object)));
	}
}
const pathOf = ({ kind, metadata: { namespace, name } }) => `${kind === "Job" ? "/apis/batch/v1" : "/api/v1"}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`;
/** Returns the UID. */
async function make(api, object) {
	const answer = await serverSideApply(api, pathOf(object), object);
	if (isSuccess(answer)) return textAt$1(answer.body, "metadata", "uid");
	throw new OperatorError(`the probe's ${nameOf$3(object)} was refused: ${messageOf(answer)}`, `${rights}; apply a missing namespace first`);
}
async function remove(api, object) {
	await api.request("DELETE", pathOf(object), { body: {
		apiVersion: "v1",
		kind: "DeleteOptions",
		propagationPolicy: "Background"
	} }).catch(() => void 0);
}
async function outputOf(api, job, { timeout, signal }) {
	const end = Date.now() + timeout;
	const { namespace } = job.metadata;
	const query = new URLSearchParams({ labelSelector: `batch.kubernetes.io/job-name=${job.metadata.name}` });
	let state = "it has no pod";
	do {
		const answer = await api.request("GET", `/api/v1/namespaces/${namespace}/pods?${query}`, { signal });
		if (!isSuccess(answer)) throw new OperatorError(`the pod of the probe in ${namespace} cannot be read: ${messageOf(answer)}`, rights);
		const [pod] = listAt$1(answer.body, "items");
		const phase = textAt$1(pod, "status", "phase");
		if (phase === "Succeeded" || phase === "Failed") return logOf(api, textAt$1(pod, "metadata", "name"), String(namespace), signal);
		if (pod !== void 0) state = stateOf(pod);
		await setTimeout(pause, void 0, { signal });
	} while (Date.now() < end);
	const reason = await lastEvent(api, job, signal);
	throw new OperatorError(`the probe in ${namespace} did not end in ${Math.round(timeout / 1e3)} s: ${state}${reason === void 0 ? "" : `: ${reason}`}`, "check that the cluster can pull the image of the probe (curlimages/curl, or its copy in images.registry), and has room for a small pod");
}
/** `its pod is pending (ImagePullBackOff)` */
function stateOf(pod) {
	const [container] = listAt$1(pod, "status", "containerStatuses");
	const waiting = textAt$1(container, "state", "waiting", "reason");
	const phase = textAt$1(pod, "status", "phase").toLowerCase();
	return `its pod is ${phase === "" ? "new" : phase}${waiting === "" ? "" : ` (${waiting})`}`;
}
/** The last event of the Job, or of its pod, which has the Job's name as prefix. */
async function lastEvent(api, job, signal) {
	const { namespace, name } = job.metadata;
	const events = await listObjects(api, `/api/v1/namespaces/${namespace}/events`, {
		type: {
			apiVersion: "v1",
			kind: "Event"
		},
		signal
	});
	if ("status" in events) return void 0;
	const timeOf = (event) => textAt$1(event, "lastTimestamp") || textAt$1(event, "eventTime") || textAt$1(event, "metadata", "creationTimestamp");
	const own = events.filter((event) => textAt$1(event, "type") === "Warning").filter((event) => `${textAt$1(event, "involvedObject", "name")}-`.startsWith(`${name}-`)).sort((a, b) => timeOf(a) < timeOf(b) ? -1 : 1);
	const message = textAt$1(own.at(-1), "message");
	return message === "" ? void 0 : message;
}
async function logOf(api, pod, namespace, signal) {
	const answer = await api.request("GET", `/api/v1/namespaces/${namespace}/pods/${pod}/log?container=probe`, { signal });
	if (isSuccess(answer)) return typeof answer.body === "string" ? answer.body : "";
	throw new OperatorError(`the result of the probe in ${namespace} cannot be read: ${messageOf(answer)}`, "a probe needs the right to read logs of pods (pods/log)");
}
// src/probe/objects.ts
/** The ConfigMap and the Job of a probe. The caller removes both. */
function probeObjects(input) {
	const { plan, network, namespace, name, images, bases } = input;
	const labels = {
		"app.kubernetes.io/part-of": network,
		"app.kubernetes.io/managed-by": "chancery",
		"app.kubernetes.io/component": "probe"
	};
	const metadata = {
		name,
		namespace,
		labels
	};
	const base = load(baseFile(bases, "job.yaml"));
	const [container] = base.spec.template.spec.containers;
	const pod = {
		...base.spec.template.spec,
		...images.pullSecret === void 0 ? {} : { imagePullSecrets: [{ name: images.pullSecret }] },
		containers: [{
			...container,
			image: imageReference(images, container.image)
		}],
		volumes: [{
			name: "probe",
			configMap: { name }
		}]
	};
	return {
		configMap: {
			apiVersion: "v1",
			kind: "ConfigMap",
			metadata,
			data: filesOf(plan, baseFile(bases, "probe.sh"))
		},
		job: {
			...base,
			metadata,
			spec: {
				...base.spec,
				activeDeadlineSeconds: patienceFor(plan) + 60,
				template: {
					metadata: { labels: {
						...labels,
						...plan.labels
					} },
					spec: pod
				}
			}
		}
	};
}
function baseFile(bases, name) {
	const text = bases.get(`probe/${name}`);
	if (text === void 0) throw new Error(`there is no base probe/${name}`);
	return text;
}
/** The script, its targets a line each, and the authorities of those with TLS, each text once. */
function filesOf(plan, script) {
	const targets = distinct(plan.targets);
	const texts = [...new Set(targets.flatMap(({ authorities }) => authorities ?? []))].sort();
	const fileOf = (text) => `authorities-${texts.indexOf(text)}`;
	return {
		"probe.sh": script,
		targets: targets.map(({ host, port, authorities }, number) => authorities === void 0 ? `${number} tcp ${host} ${port}\n` : `${number} tls ${host} ${port} /etc/probe/${fileOf(authorities)}\n`).join(""),
		...Object.fromEntries(texts.map((text) => [fileOf(text), text]))
	};
}
// src/commands/clusters/probe.ts
/** Tries the connections of a cluster's nodes, from a pod in the namespace of each organization. */
async function probeCluster(api, checked, cluster, ports) {
	const { network, platform } = checked;
	const input = await renderInput(checked, ports);
	const view = viewOf$1(input, cluster);
	const ended = await Promise.allSettled(network.organizations.map(async ({ name: organization, namespace }) => {
		const nodes = nodesOf(network, cluster.name, organization);
		if (nodes.length === 0) return [];
		const plan = platform.operation.probe(nodes, view);
		if (plan.targets.length === 0) return [];
		return outcomesOf(plan, await runProbe(api, probeObjects({
			plan,
			network: network.name,
			namespace,
			name: `probe-${Buffer.from(ports.random("name of a probe", 5)).toString("hex")}`,
			images: network.images,
			bases: input.bases
		}), {
			timeout: patienceFor(plan) * 1e3,
			signal: ports.signal
		}));
	}));
	ports.signal.throwIfAborted();
	const reasons = ended.flatMap((one) => one.status === "rejected" ? [one.reason] : []);
	const bug = reasons.find((reason) => !(reason instanceof OperatorError));
	if (bug !== void 0) throw bug;
	return {
		outcomes: ended.flatMap((one) => one.status === "fulfilled" ? one.value : []),
		problems: reasons.filter((reason) => reason instanceof OperatorError)
	};
}
// src/commands/verify.ts
/**
* Compares clusters with the definition: whether all objects exist, match, are ready and reachable. Changes nothing, except for the
* temporary objects of a probe.
*/
async function verify$1(options, ports) {
	const lookup = ports.lookupAt(itemsIn(options.dnsServer));
	const delivery = await deliveryOf(options, ports);
	const { checked } = delivery;
	const expiring = checked === void 0 ? [] : expiryFindings(checked, ports.now());
	const findings = sortFindings([...delivery.findings, ...expiring]);
	ports.reporter.findings(findings);
	if (checked === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const { network, platform, lock } = checked;
	const routes = routesOf(network, platform, lock.ports);
	const planOptions = {
		force: true,
		heedFlux: true,
		readOnly: !options.rehearse,
		named: /* @__PURE__ */ new Set(),
		signal: ports.signal
	};
	const observed = [];
	const results = await atClusters(delivery, ports, {
		doing: "Looking at",
		withoutKeys: true,
		impersonate: false
	}, async (visit) => {
		const { cluster, context } = visit.target;
		const verified = await verifyCluster(visit.api, visit.wanted, planOptions);
		observed.push(...await observe(visit.api, checked, cluster.name, ports.signal));
		const text = verifiedLines(verified, {
			context,
			now: ports.now(),
			leftOut: visit.leftOut
		});
		const names = await namesOf(cluster, {
			routes,
			verified,
			lookup
		});
		const probed = options.probe ? await probeCluster(visit.api, checked, cluster, ports) : void 0;
		return judged({
			cluster: cluster.name,
			verified,
			names,
			...probed === void 0 ? {} : { probed }
		}, text);
	});
	for (const line of reachabilityText(reachabilityOf(results))) ports.reporter.say(line);
	const ledger = platform.operation.health?.judge(network, materialOf(checked.materialFiles), observed) ?? [];
	const unasked = platform.operation.health !== void 0 && observed.length === 0;
	const why = results.every(({ outcome }) => outcome === "failed" || outcome === "stopped") ? "no cluster was reached" : "asking them needs the right pods/portforward";
	const lines = unasked ? [`no node reported its state: ${why}`] : verdictLines(ledger);
	for (const line of lines) ports.reporter.say(`ledger: ${line}`);
	return {
		status: !(ledger.every(({ good }) => good) && results.every(({ outcome }) => goodOutcomes.has(outcome))) ? exitStatus.cluster : hasErrors(findings) ? exitStatus.findings : exitStatus.done,
		findings,
		...describe(checked, results),
		clusterResults: results,
		ledger
	};
}
const verifyCommand = command({
	name: "verify",
	purpose: "Compare the clusters with the definition: drift, readiness, addresses, DNS names, the ledger, and with probe the connections of nodes",
	options: {
		cluster,
		context: context$1,
		probe: flag("Start a short-lived pod in each namespace and try every connection that its nodes need; the pods are removed again"),
		rehearse: flag("Compare by a server-side dry run, which finds more than reading does and needs the rights to apply"),
		"dns-server": dnsServer
	},
	examples: [["chancery verify", "compare all clusters with the definition"], ["chancery verify --cluster eu --probe", "verify one cluster, and try every connection of its nodes"]],
	run: ({ network, cluster, context, probe, rehearse, "dns-server": dnsServer }, ports) => verify$1({
		network,
		cluster,
		context,
		probe,
		rehearse,
		dnsServer
	}, ports)
});
// src/commands/report.ts
/** Writes the network as one page for a browser. Keys that are missing are replaced by throw-away ones, as for a plan. */
async function report(options, ports) {
	const common = {
		network: options.network,
		allowWellKnown: options.allowWellKnown === true
	};
	const { findings: found, checked } = await inspect(common, ports.files);
	if (checked === void 0) {
		ports.reporter.findings(found);
		return {
			status: exitStatus.findings,
			findings: found,
			clusters: []
		};
	}
	const reporter = {
		...ports.reporter,
		findings: () => {},
		plan: () => {}
	};
	const quiet = Object.create(ports, { reporter: { value: reporter } });
	const planned = options.base === void 0 ? void 0 : await plan$1({
		...common,
		base: options.base,
		failOnRisk: "never",
		acknowledged: false
	}, quiet);
	const verified = options.verify ? await verify$1({
		...common,
		probe: false,
		rehearse: false,
		dnsServer: ""
	}, quiet) : void 0;
	const findings = sortFindings([...planned?.findings ?? [...found, ...missingFindings(checked, "notice")], ...verified?.findings ?? []]);
	ports.reporter.findings(findings);
	const { network, platform, lock, materialFiles, requests, missing } = checked;
	const page = reportPage(await ports.pageShell(), pageData({
		network,
		platform,
		ports: lock.ports,
		material: materialOf(materialFiles, standIns(requests, materialFiles, standInRandom)),
		requests,
		missing,
		certificates: lock.certificates,
		bases: await ports.bases(),
		findings,
		...planned?.plan === void 0 ? {} : { plan: planned.plan },
		...verified?.clusterResults === void 0 ? {} : { verified }
	}));
	await ports.writeFile(options.html, page);
	ports.reporter.say(`${options.html}: ${counted(network.nodes.length, "node")}, ${Math.ceil(page.length / 1024)} KiB`);
	return {
		findings,
		...describe(checked, verified?.clusterResults),
		...verified?.clusterResults === void 0 ? {} : { clusterResults: verified.clusterResults },
		...verified?.ledger === void 0 ? {} : { ledger: verified.ledger },
		files: [options.html],
		status: verified?.status ?? planned?.status ?? exitStatus.done
	};
}
const reportCommand = command({
	name: "report",
	purpose: "Write one HTML page of the network: topology, addresses, keys, certificates, and what it can lose",
	options: {
		html: optionalText("FILE", "Write the page to this file", { required: true }),
		base: planOptions.base,
		verify: flag("Ask the clusters too: drift, readiness and the health of the ledger, as verify does")
	},
	examples: [
		["chancery report --html report.html", "a page that needs neither keys nor clusters"],
		["chancery report --html report.html --base main", "and what this branch changes"],
		["chancery report --html report.html --verify", "and how the clusters are"]
	],
	run: async ({ network, html, base, verify }, ports) => {
		if (html === void 0) throw new OperatorError("report has no file to write to", "set html: report.html");
		return report({
			network,
			html,
			base,
			verify
		}, ports);
	}
});
// src/commands/sign.ts
/** Shows the changes that an organization agrees to, asks for confirmation, and writes its signature. */
const sign = (options, ports) => alone(ports, () => signAlone(options, ports));
async function signAlone(options, ports) {
	const { reporter, files } = ports;
	const { organization } = options;
	const { findings, checked } = await inspect(options, files);
	reporter.findings(findings);
	const refused = (more) => {
		reporter.findings(more);
		return {
			status: exitStatus.findings,
			findings: [...findings, ...more],
			clusters: []
		};
	};
	if (checked === void 0) return refused([]);
	const former = await counting(options, checked, ports);
	checkName(organization, checked, former);
	const own = checked.missing.filter((request) => isKey(request) && request.organization === organization);
	if (own.length > 0) return refused(missingFindings({
		...checked,
		missing: own
	}, "error"));
	const signing = signingOf(organization, checked, former.get(organization));
	const kept = signing.isWritten ? checked.materialFiles : withoutSignatures(checked, organization);
	const missing = signing.missingWith(kept);
	const signature = missing.length === 0 ? void 0 : await signatureFor(signing, missing, options, ports);
	if (signature === "declined") {
		reporter.say("nothing was signed");
		return {
			status: exitStatus.findings,
			findings,
			clusters: [],
			changed: false,
			files: []
		};
	}
	const changed = await write(signing, signature, checked, options, ports);
	const after = signature === void 0 ? kept : new Map([...kept, [signature.file, signature.text]]);
	for (const path of changed) reporter.say(`wrote ${path}`);
	if (changed.length === 0) reporter.say(`${organization} has signed this already: nothing was written`);
	for (const one of signing.missingWith(after)) reporter.say(stillMissing(organization, one));
	return {
		status: exitStatus.done,
		findings,
		clusters: checked.network.clusters.map(({ name }) => name),
		changed: changed.length > 0,
		files: changed
	};
}
/** The signed state before the merge. Without a commit it comes from the lock and the statement in the folder. */
async function counting({ base, network }, { lock, materialFiles }, { baseOf }) {
	if (base !== void 0) return formerConsentsIn(network, (await baseOf(base)).files);
	for (const reference of usualBases) {
		const found = await baseOf(reference).catch((error) => {
			if (!(error instanceof MissingCommit)) throw error;
		});
		if (found !== void 0) return formerConsentsIn(network, found.files);
	}
	return formerConsents(void 0, lock, materialFiles);
}
/** The usual target of changes: in a clone, origin/HEAD is the default branch of the remote. */
const usualBases = [
	"origin/HEAD",
	"origin/main",
	"main",
	"origin/master",
	"master",
	"HEAD"
];
function checkName(name, { network, lock }, former) {
	const organization = network.organizations.find((candidate) => candidate.name === name);
	if ((former.get(name)?.signers.length ?? 0) > 0 || Object.hasOwn(lock.signers, name) || (organization?.signers.length ?? 0) > 0) return;
	if (organization === void 0) {
		const names = network.organizations.map((known) => known.name);
		throw new OperatorError(`there is no organization "${name}"`, didYouMean(name, names));
	}
	throw new OperatorError(`organization ${name} has no signers`, `add \`signers:\` with the SSH public keys (Ed25519) of those who sign for ${name} to its entry in the definition`);
}
/** Shows the changes, asks for confirmation, and signs. */
async function signatureFor({ statement, changes, isWritten }, missing, { organization, key, yes }, { reporter, confirm, sshSign }) {
	const since = statement.follows === void 0 ? "for the first time" : "since its last statement";
	reporter.say(`${organization} agrees to this ${since}:`);
	for (const change of changes) reporter.say(`  ${visible(change)}`);
	if (changes.length === 0) reporter.say(isWritten ? "  nothing else: a signature is missing" : "  nothing else");
	const agreed = yes || await confirm(`Sign this for ${organization}?`);
	if (agreed === void 0) throw new OperatorError("confirmation needs a terminal", "read the changes above, then run the command again with --yes");
	if (!agreed) return "declined";
	const signers = missing.flatMap((one) => one.signers);
	const text = await sshSign({
		text: statement.text,
		namespace,
		key,
		signers
	});
	const fitting = missing.find((one) => refusalOf(text, statement, one.signers) === void 0);
	if (fitting !== void 0) return {
		file: fitting.file,
		text
	};
	throw new OperatorError(`invalid signature for ${organization}: ${refusalOf(text, statement, signers)}`, "use the key of one of its signers: --key FILE");
}
/** Writes the changed files and returns their paths. Removes signatures of other statements. */
async function write({ statement, record, isWritten }, signature, { lock, materialFiles }, { organization }, { files }) {
	const { [organization]: _, ...others } = lock.signers;
	const signers = record === void 0 ? others : {
		...others,
		[organization]: record
	};
	const wanted = [
		[statementPath(organization), statement.text],
		...signature === void 0 ? [] : [[signature.file, signature.text]],
		[lockFile, dumpLock({
			...lock,
			signers
		})]
	];
	const signatures = [signaturePath(organization), formerSignaturePath(organization)];
	const removed = isWritten ? [] : signatures.filter((path) => materialFiles.has(path) && path !== signature?.file);
	const { written } = await changesTo(files, new Map(wanted), []);
	await files.change({
		written,
		removed
	});
	return [...written.keys()];
}
const withoutSignatures = ({ materialFiles }, organization) => new Map([...materialFiles].filter(([path]) => path !== signaturePath(organization) && path !== formerSignaturePath(organization)));
const stillMissing = (organization, { signers, areFormer }) => `still missing: a signature of one ${areFormer ? "who signed" : "of those who sign"} for ${organization}${areFormer ? " before" : ""} (${signers.map(signerName).join(", ")}); run this again with that key`;
const signCommand = command({
	name: "sign",
	purpose: "Show what an organization agrees to, and sign it with an SSH key of one of its signers",
	where: "command line",
	options: {
		organization: optionalText("NAME", "Name of the organization that signs", { required: true }),
		key: optionalText("FILE", "SSH key to sign with, or its public half if an SSH agent holds it; when empty, the key of a signer in ~/.ssh or the agent"),
		base: optionalText("REFERENCE", "Branch, tag or commit to merge the change into; when empty, the default branch of the remote, main or master, else the last commit"),
		yes: flag("Do not ask for confirmation")
	},
	examples: [["chancery sign --organization carrier", "show what changes for carrier, ask, and sign"], ["chancery sign --organization carrier --key ~/.ssh/carrier --yes", "in a script"]],
	run: ({ network, organization = "", key, base, yes }, ports) => sign({
		network,
		organization,
		key,
		base,
		yes
	}, ports)
});
// src/report/status/columns.ts
/** Lines of a table, its heading first. A column without any cell is left out. */
function columnsOf({ columns, rows }) {
	const shown = columns.flatMap((_, at) => rows.some((row) => (row[at] ?? "") !== "") ? [at] : []);
	const lines = [columns.map((column) => column.toUpperCase()), ...rows];
	const widths = new Map(shown.map((at) => [at, Math.max(...lines.map((line) => (line[at] ?? "").length))]));
	return lines.map((line) => shown.map((at) => (line[at] ?? "").padEnd(widths.get(at) ?? 0)).join("  ").trimEnd());
}
// src/report/status/text.ts
/** Tables of clusters, nodes, ledger and routes, then what is wrong: the last lines are what a person sees. */
const statusLines = (status) => [
	...clusterTable(status),
	...otherTables(status),
	...findingLines(status)
];
/** The same for a screen that may be too small for all of it: what is wrong comes before the long tables. */
const screenLines = (status) => [
	...clusterTable(status),
	...findingLines(status),
	{ text: "" },
	...otherTables(status)
];
const clusterTable = ({ clusters }) => block({
	columns: clusterColumns,
	rows: clusters.map(clusterCells),
	bad: clusters.map(({ state }) => state !== "ok")
});
const otherTables = ({ nodes, tables, routes }) => [
	...block({
		columns: nodeColumns,
		rows: nodes.map(nodeCells),
		bad: nodes.map(({ ready }) => ready === false)
	}),
	...tables.flatMap(({ columns, rows }) => block({
		columns,
		rows: rows.map((row) => columns.map((column) => String(row[column] ?? ""))),
		bad: []
	})),
	...block({
		columns: routeColumns,
		rows: routes.map(routeCells),
		bad: routes.map(({ resolves }) => resolves === false)
	})
];
const findingLines = ({ problems, notes }) => [
	...notes.map((text) => ({
		text,
		tone: "quiet"
	})),
	...problems.flatMap(problemLines),
	problems.length === 0 ? {
		text: "no problems found",
		tone: "good"
	} : {
		text: counted(problems.length, "problem"),
		tone: "bad"
	}
];
const problemLines = ({ cluster, message, hint }) => [{
	text: `! ${cluster === void 0 ? "" : `${cluster}: `}${message}`,
	tone: "bad"
}, ...hint === void 0 ? [] : [{ text: `    ${hint}` }]];
/** A table and an empty line; nothing for a table without rows. */
function block(table) {
	if (table.rows.length === 0) return [];
	const [heading = "", ...rows] = columnsOf(table);
	return [
		{
			text: heading,
			tone: "heading"
		},
		...rows.map((text, at) => table.bad[at] === true ? {
			text,
			tone: "bad"
		} : { text }),
		{ text: "" }
	];
}
const clusterColumns = [
	"cluster",
	"state",
	"nodes",
	"objects",
	"Ambassador",
	"Kubernetes",
	"applied by"
];
function clusterCells(row) {
	const { cluster, state, readyNodes, nodes, objects, objectsAsDefined, addresses, kubernetes, appliedBy } = row;
	return [
		cluster,
		state,
		state === "unreachable" ? "" : `${readyNodes}/${nodes}`,
		objects === void 0 ? "" : `${objectsAsDefined}/${objects}`,
		addresses?.join(", ") ?? "",
		kubernetes ?? "",
		appliedBy ?? ""
	];
}
const nodeColumns = [
	"node",
	"cluster",
	"role",
	"ready",
	"block",
	"peers",
	"restarts",
	"version",
	"certificate"
];
function nodeCells({ node, cluster, role, ready, restarts, peers, version, ...rest }) {
	const { height, heights = {}, certificateDays: days } = rest;
	const blocks = height === void 0 ? Object.entries(heights).map(([name, block]) => `${name} ${block}`).join(", ") : String(height);
	return [
		node,
		cluster,
		role,
		ready === void 0 ? "unknown" : ready ? "yes" : "no",
		blocks,
		numberText(peers),
		numberText(restarts),
		version ?? "",
		days === void 0 ? "" : days < 0 ? "expired" : `${days}d`
	];
}
const routeColumns = [
	"route",
	"node",
	"endpoint",
	"DNS"
];
const routeCells = ({ url, node, endpoint, resolves, resolvesTo }) => [
	url,
	node,
	endpoint,
	resolves === void 0 ? "unknown" : resolves ? "ok" : resolvesTo.length === 0 ? "does not resolve" : `resolves to ${resolvesTo.join(", ")}`
];
const numberText = (number) => number === void 0 ? "" : String(number);
// src/report/status/changes.ts
/** What happened between two looks. Blocks and peers always change, so they do not count. */
function statusChanges(before, after) {
	const clusters = new Map(before.clusters.map((row) => [row.cluster, row.state]));
	const nodes = new Map(before.nodes.map((row) => [row.node, row]));
	const known = new Set(before.problems.map(keyOf));
	const left = new Set(after.problems.map(keyOf));
	return [
		...after.clusters.flatMap(({ cluster, state }) => {
			const old = clusters.get(cluster);
			return old === state ? [] : [{
				text: `${cluster}: ${old ?? "new"} → ${state}`,
				tone: state === "ok" ? "good" : "bad"
			}];
		}),
		...after.nodes.flatMap((row) => nodeChanges(nodes.get(row.node), row)),
		...after.problems.filter((problem) => !known.has(keyOf(problem))).flatMap(problemLines),
		...before.problems.filter((problem) => !left.has(keyOf(problem))).map(({ cluster, message }) => {
			return {
				text: `solved: ${cluster === void 0 ? "" : `${cluster}: `}${message}`,
				tone: "good"
			};
		})
	];
}
/** Numbers in a message grow while the problem stays the same: restarts, blocks, seconds. */
const keyOf = ({ cluster, message }) => `${cluster ?? ""} ${message.replaceAll(/\d+/g, "0")}`;
function nodeChanges(before, after) {
	if (before === void 0) return [];
	const readiness = ({ ready }) => ready === void 0 ? "unknown" : ready ? "ready" : "not ready";
	const parts = [
		...before.ready === after.ready ? [] : [`${readiness(before)} → ${readiness(after)}`],
		...after.restarts === void 0 || (before.restarts ?? 0) >= after.restarts ? [] : [`restarts ${before.restarts ?? 0} → ${after.restarts}`],
		...before.version === void 0 || after.version === void 0 || before.version === after.version ? [] : [`version ${before.version} → ${after.version}`]
	];
	if (parts.length === 0) return [];
	return [{
		text: `${after.node}: ${parts.join(", ")}`,
		tone: after.ready === true ? "good" : "bad"
	}];
}
// src/cluster/troubles.ts
/** Pods of a network in all namespaces; undefined where the server refuses to list them. */
async function podsOfNetwork(api, network, signal) {
	const found = await listObjects(api, "/api/v1/pods", {
		type: {
			apiVersion: "v1",
			kind: "Pod"
		},
		selector: selectorOf(network),
		signal
	});
	return "status" in found ? void 0 : found;
}
/**
* Every object that exists and is not ready, with the reason that its pods and events show. What takes its own time counts only when it
* failed.
*/
async function troublesIn(api, states, pods, signal) {
	const open = states.flatMap(({ live, ready, awaited, message }) => ready || live === void 0 || !(awaited || statusOf(live).state === "failed") ? [] : [{
		live,
		message
	}]);
	const events = await eventsIn(api, [...new Set(open.flatMap(({ live }) => live.metadata.namespace ?? []))], signal);
	return open.map(({ live, message }) => troubleOf(live, message, {
		pods,
		events
	}));
}
function troubleOf(object, message, related) {
	const [trouble] = troublesOf(object, related, /* @__PURE__ */ new Date(0));
	if (trouble === void 0) {
		const [why] = explain(object, related);
		const pod = podsOf$3(object, related.pods)[0]?.metadata.name;
		return {
			object,
			message: `${nameOf$3(object)}: ${message}${why === void 0 ? "" : `: ${why}`}`,
			...pod === void 0 ? {} : { pod }
		};
	}
	const { reason, cause, pod, container } = trouble;
	return {
		object,
		message: `${nameOf$3(object)}: ${reason}: ${trouble.message.replaceAll(/\s+/g, " ")}`,
		reason,
		cause,
		...pod === void 0 ? {} : { pod: pod.metadata.name },
		...container === void 0 ? {} : { container }
	};
}
// src/commands/status/look.ts
/** Whether any node of the cluster answered. */
const isAnswered = ({ nodes }) => nodes.some(({ replies }) => Object.keys(replies).length > 0);
/** Looks at every cluster, and reads only. No Secret is read, whatever keys the machine has. */
async function look(delivery, ports, options) {
	const clusters = /* @__PURE__ */ new Map();
	const { reporter } = ports;
	const quiet = {
		...reporter,
		say: () => {}
	};
	return {
		results: await atClusters(delivery, {
			...ports,
			reporter: quiet,
			keyring: async () => noKeys
		}, {
			doing: "Looking at",
			withoutKeys: true,
			impersonate: false
		}, async (visit) => {
			const found = await lookAt(visit, ports.signal, options);
			clusters.set(visit.target.cluster.name, found);
			return judged({
				cluster: visit.target.cluster.name,
				...found
			}, []);
		}),
		clusters
	};
}
async function lookAt({ target: { cluster, context }, api, wanted }, signal, options) {
	const { checked, pause } = options;
	const verified = await verifyCluster(api, wanted, {
		force: true,
		heedFlux: true,
		readOnly: true,
		named: /* @__PURE__ */ new Set(),
		signal
	});
	const pods = await podsOfNetwork(api, wanted.network, signal);
	const ask = async () => ({
		time: Date.now(),
		nodes: await askForStatus(api, checked, cluster.name, signal)
	});
	const [names, troubles, flux, first] = await Promise.all([
		namesOf(cluster, {
			...options,
			verified
		}),
		troublesIn(api, verified.states, pods ?? [], signal),
		fluxCheck(api, {
			network: wanted.network,
			context
		}, signal),
		ask()
	]);
	if (pause === 0 || !isAnswered(first)) return {
		verified,
		pods,
		troubles,
		flux,
		names,
		answers: [first]
	};
	await setTimeout(pause, void 0, { signal });
	return {
		verified,
		pods,
		troubles,
		flux,
		names,
		answers: [first, await ask()]
	};
}
// src/commands/status/ledger.ts
/** What nodes answered last, and whether Deployments, StatefulSets and Jobs are ready. */
const liveLedgerOf = ({ clusters }) => ({
	nodes: [...clusters.values()].flatMap(({ answers }) => answers.at(-1)?.nodes ?? []),
	workloads: [...clusters].flatMap(([cluster, { verified }]) => verified.states.map(({ object: { kind, metadata }, ready }) => {
		return {
			cluster,
			kind,
			namespace: metadata.namespace ?? "",
			name: metadata.name,
			ready
		};
	}))
});
/**
* What is wrong with the ledger. `earlier` are answers of looks before this one, by cluster: whether a ledger moves shows only between
* two that are far enough apart.
*/
function ledgerProblems({ network, platform, materialFiles }, look, earlier) {
	const { health, status } = platform.operation;
	return [...health === void 0 ? [] : health.judge(network, materialOf(materialFiles), observations(look, earlier, 1e3 * observationTime({
		network,
		platform
	}))), ...status?.problems?.(network, liveLedgerOf(look)) ?? []].filter(({ good }) => !good);
}
function observations({ clusters }, earlier, apart) {
	return [...clusters].flatMap(([cluster, { answers }]) => {
		const all = [...earlier.get(cluster) ?? [], ...answers];
		const last = all.at(-1);
		const first = all.findLast(({ time }) => last !== void 0 && last.time - time >= apart);
		if (last === void 0 || first === void 0 || !isAnswered(last)) return [];
		const before = new Map(first.nodes.map(({ node, replies }) => [nodeId(node), replies]));
		const secondsBetween = Math.round((last.time - first.time) / 1e3);
		return last.nodes.map(({ node, replies }) => {
			return {
				node,
				first: before.get(nodeId(node)) ?? {},
				second: replies,
				secondsBetween
			};
		});
	});
}
// src/commands/status/status-input.ts
/** Who applies to a cluster, as its objects show. */
const appliedBy = ({ plan, applied }) => plan.steps.some(({ byFlux }) => byFlux) ? "Flux" : applied === "" ? "nobody" : "Chancery";
// src/commands/status/problems.ts
/** What is wrong, and what to do next: clusters first, then the ledger and certificates. */
function problemsOf(input) {
	const { checked, look, ledger, expiring } = input;
	const clusters = new Map(checked.network.clusters.map((cluster) => [cluster.name, cluster]));
	return [
		...look.results.flatMap((result) => {
			const found = look.clusters.get(result.cluster);
			const cluster = clusters.get(result.cluster);
			if (found === void 0 || cluster === void 0) return [unreachable(result)];
			const place = {
				cluster: result.cluster,
				context: result.context
			};
			return [
				...driftProblems(found, place),
				...fluxProblems(found, place),
				...found.troubles.map((trouble) => troubleProblem(trouble, input, place)),
				...nameProblems(found, cluster)
			];
		}),
		...ledger.map(({ message, hint }) => ({
			message,
			...hint === void 0 ? {} : { hint }
		})),
		...expiring.map(({ message, hint }) => ({
			message,
			...hint === void 0 ? {} : { hint }
		}))
	];
}
/** The message of a result begins with its outcome, and its hint is below. */
function unreachable({ cluster, message, lines }) {
	const hint = lines.slice(1).map((line) => line.trim()).join("; ");
	return {
		cluster,
		message: message.replace(/^failed: /, ""),
		...hint === "" ? {} : { hint }
	};
}
function driftProblems({ verified }, { cluster, context }) {
	const open = changes(verified.plan);
	const names = (action) => open.filter((step) => step.action === action).map(({ object }) => nameOf$3(object));
	const [missing, different] = [names("create"), names("change")];
	const parts = [...missing.length === 0 ? [] : [`${counted(missing.length, "object")} ${agreeing(missing.length, "is", "are")} missing (${several(missing, 3)})`], ...different.length === 0 ? [] : [`${counted(different.length, "object")} ${agreeing(different.length, "differs", "differ")} from the definition (${several(different, 3)})`]];
	const next = appliedBy(verified) === "Flux" ? `see whether Flux is ready: kubectl --context ${shellWord(context)} get kustomizations --all-namespaces` : `\`chancery apply --cluster ${cluster}\` creates and changes what is different`;
	return [...parts.length === 0 ? [] : [{
		cluster,
		message: parts.join(", "),
		hint: `\`chancery verify --cluster ${cluster}\` shows the fields; ${next}`
	}], ...verified.plan.refused.map(({ refusal: { message, hint } }) => ({
		cluster,
		message,
		hint
	}))];
}
/** A Kustomization that is not ready explains what is missing or different. */
function fluxProblems({ flux }, { cluster }) {
	if (flux.judgement.result === "ok") return [];
	const { seen, hint } = flux.judgement;
	return [{
		cluster,
		message: `Flux: ${seen}`,
		...hint === void 0 ? {} : { hint }
	}];
}
function troubleProblem(trouble, { checked }, place) {
	return {
		cluster: place.cluster,
		message: trouble.message,
		hint: nextStep(trouble, {
			...place,
			logName: logNameOf(trouble, checked.network)
		})
	};
}
/** What `chancery logs` calls the pods of an object: a node, the Ambassador, or another workload of an organization. */
function logNameOf({ object: { kind, metadata } }, network) {
	if (kind === "Service" || kind === "PersistentVolumeClaim") return void 0;
	const node = network.nodes.find(({ name, organization }) => name === metadata.name && organization.namespace === metadata.namespace);
	if (node !== void 0) return nodeId(node);
	const organization = network.organizations.find(({ namespace }) => namespace === metadata.namespace);
	return organization === void 0 ? void 0 : `${organization.name}/${metadata.name}`;
}
/** One problem for all names that fail in one way: mostly a wildcard record is missing. */
function nameProblems({ names, verified }, { name: cluster, domain }) {
	if (!names.matter) return [];
	const failed = names.found.flatMap(({ name, failure }) => failure === void 0 ? [] : [{
		name,
		failure
	}]);
	const target = verified.addresses.join(", ");
	const record = domain === void 0 ? "correct `address` of the cluster" : `create or correct the DNS record *.${domain}${target === "" ? "" : ` → ${target}`}`;
	return [...groupBy(failed, ({ failure }) => failure)].map(([failure, group]) => ({
		cluster,
		message: `${several(group.map(({ name }) => name), 3)}: ${failure}`,
		hint: record
	}));
}
// src/commands/status/network-status.ts
/** All that a look found, in rows. */
function networkStatus(input) {
	const { checked, routes, look, now } = input;
	const { network, platform } = checked;
	const nodes = network.nodes.map((node) => nodeRow(node, look.clusters.get(node.cluster.name), {
		checked,
		now
	}));
	const lookedAt = new Set(look.results.map(({ cluster }) => cluster));
	const isLookedAt = ({ cluster }) => lookedAt.has(cluster);
	return {
		clusters: look.results.map((result) => clusterRow(result, look.clusters.get(result.cluster), nodes)),
		nodes: nodes.filter(isLookedAt),
		tables: platform.operation.status?.tables?.(network, liveLedgerOf(look)) ?? [],
		routes: routes.filter(isLookedAt).map((route) => routeRow(route, look.clusters.get(route.cluster))),
		problems: problemsOf(input),
		notes: [...look.clusters].flatMap(([cluster, found]) => notesOf(cluster, found))
	};
}
function clusterRow({ cluster, context, outcome }, found, nodes) {
	const own = nodes.filter((row) => row.cluster === cluster);
	const counts = {
		nodes: own.length,
		readyNodes: own.filter(({ ready }) => ready === true).length
	};
	if (found === void 0) return {
		cluster,
		context,
		state: "unreachable",
		...counts
	};
	const { plan, addresses } = found.verified;
	return {
		cluster,
		context,
		state: goodOutcomes.has(outcome) ? "ok" : "degraded",
		...counts,
		objects: plan.steps.length + plan.refused.length,
		objectsAsDefined: plan.steps.length - changes(plan).length,
		addresses,
		kubernetes: plan.serverVersion,
		appliedBy: appliedBy(found.verified)
	};
}
function nodeRow(node, found, { checked, now }) {
	const { platform, lock } = checked;
	const days = certificateDays(node, lock.certificates, now);
	const row = {
		node: nodeId(node),
		cluster: node.cluster.name,
		role: node.role,
		...days === void 0 ? {} : { certificateDays: days }
	};
	if (found === void 0) return row;
	const state = found.verified.states.find(({ object: { kind, metadata } }) => {
		return kind === "StatefulSet" && metadata.name === node.name && metadata.namespace === node.organization.namespace;
	});
	const pod = found.pods?.find(({ metadata }) => {
		return metadata.name === `${node.name}-0` && metadata.namespace === node.organization.namespace;
	});
	const replies = found.answers.at(-1)?.nodes.find((one) => nodeId(one.node) === nodeId(node))?.replies;
	return {
		...row,
		ready: state?.ready === true,
		...replies === void 0 ? {} : platform.operation.status?.report(replies),
		...pod === void 0 ? {} : podFields(pod)
	};
}
function podFields(pod) {
	const restarts = containersOf$1(pod).reduce((sum, container) => sum + container.restarts, 0);
	const image = readImageReference(String(at$1(listAt$1(pod, "spec", "containers")[0], "image") ?? ""));
	return {
		restarts,
		...isImageReferenceProblem(image) || image.tag === void 0 ? {} : { version: image.tag }
	};
}
const day = 864e5;
/** Whole days until the first certificate of a node expires; undefined for a node without certificates. */
function certificateDays(node, certificates, now) {
	const folder = `${publicPath(node.organization.name, node.name)}/`;
	const ends = Object.entries(certificates).flatMap(([path, end]) => path.startsWith(folder) ? [Date.parse(end)] : []);
	return ends.length === 0 ? void 0 : Math.floor((Math.min(...ends) - now.getTime()) / day);
}
function routeRow({ url, host, cluster, node, endpoint }, found) {
	const resolution = found?.names.found.find(({ name }) => name === host);
	const row = {
		url,
		cluster,
		node: nodeId(node),
		endpoint: endpoint.name,
		resolvesTo: resolution?.addresses ?? []
	};
	return resolution === void 0 ? row : {
		...row,
		resolves: resolution.failure === void 0
	};
}
function notesOf(cluster, { pods, answers }) {
	return [...pods === void 0 ? [`${cluster}: pods cannot be listed, so restarts and versions are unknown`] : [], ...answers.some(isAnswered) ? [] : [`${cluster}: no node answered, so blocks and peers are unknown: that needs the right pods/portforward`]];
}
// src/commands/status/watch.ts
/** Milliseconds between two looks. */
const interval = 5e3;
/** Looks once, and judges whether the ledger moves by this look and the answers of earlier ones. */
async function see(delivery, ports, options, earlier = /* @__PURE__ */ new Map()) {
	const found = await look(delivery, ports, options);
	const { checked, routes } = options;
	const now = ports.now();
	return {
		look: found,
		status: networkStatus({
			checked,
			routes,
			look: found,
			ledger: ledgerProblems(checked, found, earlier),
			expiring: expiryFindings(checked, now),
			now
		})
	};
}
/** Looks until the process receives a signal: redraws a terminal, and writes what changed anywhere else. Resolves with the last look. */
async function watchStatus(delivery, ports, options) {
	const { reporter, signal } = ports;
	const connections = keptConnections(ports);
	const quiet = {
		...reporter,
		during: (_title, work) => work()
	};
	const watching = {
		...ports,
		reporter: quiet,
		connect: connections.connect
	};
	const answers = /* @__PURE__ */ new Map();
	try {
		let last = await see(delivery, ports, options);
		const linesOf = reporter.redraw === void 0 ? statusLines : screenLines;
		show(reporter, linesOf(last.status), ports.now());
		while (!signal.aborted) {
			for (const [cluster, found] of last.look.clusters) answers.set(cluster, [...answers.get(cluster) ?? [], ...found.answers].slice(-60));
			await setTimeout(interval, void 0, { signal }).catch(() => {});
			if (signal.aborted) break;
			const next = await see(delivery, watching, options, answers);
			if (signal.aborted) break;
			show(reporter, reporter.redraw === void 0 ? statusChanges(last.status, next.status) : linesOf(next.status), ports.now());
			last = next;
		}
		return last;
	} finally {
		connections.close();
	}
}
function show(reporter, lines, now) {
	const time = `${now.toISOString().slice(0, 19)}Z`;
	if (reporter.redraw !== void 0) {
		reporter.redraw([{
			text: time,
			tone: "quiet"
		}, ...lines]);
		return;
	}
	if (lines.length === 0) return;
	reporter.say(time, "quiet");
	for (const { text, tone } of lines) reporter.say(text, tone);
}
/** Connections that stay open from look to look: a login may start a program each time. */
function keptConnections({ connect }) {
	const open = /* @__PURE__ */ new Map();
	return {
		connect: async (context) => {
			const api = open.get(context) ?? await connect(context);
			open.set(context, api);
			return {
				...api,
				close: () => {}
			};
		},
		close: () => {
			for (const api of open.values()) api.close();
		}
	};
}
// src/commands/status.ts
/** Shows what runs: clusters, nodes, parts of the ledger, routes, and what is wrong. Reads only. */
async function status(options, ports) {
	const lookup = ports.lookupAt(itemsIn(options.dnsServer));
	const delivery = await deliveryOf(options, ports);
	const { checked, findings } = delivery;
	if (checked === void 0) {
		ports.reporter.findings(findings);
		return {
			status: exitStatus.findings,
			findings,
			clusters: []
		};
	}
	const { network, platform, lock } = checked;
	const shared = {
		checked,
		routes: routesOf(network, platform, lock.ports),
		lookup
	};
	const seen = options.watch ? await watchStatus(delivery, ports, {
		...shared,
		pause: 0
	}) : await see(delivery, ports, {
		...shared,
		pause: 1e3 * observationTime(checked)
	});
	if (!options.watch) for (const { text, tone } of statusLines(seen.status)) ports.reporter.say(text, tone);
	const { results } = seen.look;
	return {
		status: seen.status.problems.length > 0 ? exitStatus.cluster : hasErrors(findings) ? exitStatus.findings : exitStatus.done,
		findings,
		...describe(checked, results),
		clusterResults: results,
		live: seen.status
	};
}
const statusCommand = command({
	name: "status",
	purpose: "Show clusters, nodes, the ledger and routes as they are now, and what to do about problems; change nothing",
	where: "command line",
	options: {
		cluster,
		context: context$1,
		watch: flag("Look again every 5 seconds until Ctrl-C: a terminal is redrawn, anything else gets a line for each change"),
		"dns-server": dnsServer
	},
	examples: [["chancery status", "all clusters once"], ["chancery status --cluster eu --watch", "one cluster, until Ctrl-C"]],
	run: ({ network, cluster, context, watch, "dns-server": dnsServer }, ports) => status({
		network,
		cluster,
		context,
		watch,
		dnsServer
	}, ports)
});
// src/starter/upgrade.ts
/** What brings a repository to a version. A file that nobody has touched is replaced; of a changed one, only pins move. */
function upgradeOf(request) {
	const { version, common, present, manifest, replaced } = request;
	const recorded = manifest?.files ?? {};
	const unknownPins = /* @__PURE__ */ new Set();
	const wanted = pinsOf([...common.values()].join("\n"));
	const written = /* @__PURE__ */ new Map();
	const changedByPeople = [];
	const removedByPeople = [];
	for (const [path, text] of common) {
		const here = present.get(path);
		if (here === void 0) {
			if (recorded[path] === void 0 || replaced.has(path)) written.set(path, text);
			else removedByPeople.push(path);
			continue;
		}
		const pins = movedPins(pinsOf(here), wanted, request.ownPin, unknownPins);
		const latest = withPins(text, pins);
		const digest = digestOf$1(here);
		const isTheirs = digest !== recorded[path] && digest !== digestOf$1(text) && !replaced.has(path);
		const next = isTheirs ? withPins(here, pins) : latest;
		if (next !== here) written.set(path, next);
		if (isTheirs && recorded[path] !== digestOf$1(text)) changedByPeople.push({
			path,
			text: latest
		});
	}
	const gone = Object.keys(recorded).filter((path) => !common.has(path) && present.has(path));
	const isUntouched = (path) => digestOf$1(present.get(path) ?? "") === recorded[path];
	return {
		written,
		removed: gone.filter(isUntouched),
		changedByPeople,
		removedByPeople,
		outdated: gone.filter((path) => !isUntouched(path)),
		unknownPins: [...unknownPins],
		manifest: {
			...manifest,
			version,
			files: digestsOf(common)
		}
	};
}
/** Pins of a file as they should be: never older than they are. */
function movedPins(present, wanted, ownPin, unknown) {
	const moved = /* @__PURE__ */ new Map();
	for (const [action, pin] of present) {
		const latest = action === "chancery-dev/chancery" ? ownPin(pin) : wanted.get(action);
		moved.set(action, latest !== void 0 && isOlder(pin, latest) ? latest : pin);
		if (latest === void 0 && action === "chancery-dev/chancery") unknown.add(`${action}@${pin.reference}${pin.comment}`);
	}
	return moved;
}
/** `https://…/v1.2.3/network.schema.json`, behind the words by which editors find a schema. */
const pinnedSchema = /^(#\s*yaml-language-server:\s*\$schema=https:\/\/\S*\bchancery\b\S*?\/v?)\d+\.\d+\.\d+(\/\S*)$/m;
/** A definition that takes the schema of this version, where it takes that of one version. */
const withSchemaOf = (version, definition) => definition.replace(pinnedSchema, (_, before, after) => `${before}${version}${after}`);
// src/commands/upgrade.ts
/** Brings the files that `init` wrote to the version that runs: shows what would change, asks, and writes. */
const upgrade = (options, ports) => options.check ? upgrading(options, ports) : ports.files.alone(() => upgrading(options, ports));
async function upgrading(options, ports) {
	const { reporter, files } = ports;
	const planned = await plan(options, ports);
	const { written, removed, before, changedByPeople } = planned;
	const paths = [...written.keys(), ...removed];
	const patches = [...[...written].map(([path, text]) => patchOf(path, before.get(path), text)), ...removed.map((path) => patchOf(path, before.get(path), void 0))];
	for (const patch of patches) reporter.say(patch);
	tell(planned, ports);
	const result = {
		findings: [],
		clusters: [],
		files: paths,
		kept: changedByPeople.map(({ path }) => path),
		output: patches.join("\n")
	};
	if (paths.length === 0) {
		reporter.say(`the files of this repository are those of Chancery ${version$3}`);
		return {
			...result,
			status: exitStatus.done,
			changed: false
		};
	}
	if (options.check) {
		reporter.say(`${counted(paths.length, "file is", "files are")} not of Chancery ${version$3}: run \`chancery upgrade\``);
		return {
			...result,
			status: exitStatus.findings,
			changed: true
		};
	}
	const agreed = options.yes || await ports.confirm(`Write ${counted(paths.length, "file")}?`);
	if (agreed === void 0) throw new OperatorError("there is no terminal to ask at", "read what changes, and add --yes; --check only shows it");
	if (!agreed) {
		reporter.say("nothing was written");
		return {
			...result,
			status: exitStatus.findings,
			changed: false,
			files: []
		};
	}
	await files.change({
		written,
		removed
	});
	reporter.say(`${counted(paths.length, "file")} written: commit them on a branch, and open a pull request`);
	return {
		...result,
		status: exitStatus.done,
		changed: true
	};
}
async function plan({ network, replace }, ports) {
	const { files } = ports;
	if (await ports.repository.prefix() !== "") throw new OperatorError("this folder is not the top of its repository: workflows are there", "run `chancery upgrade --directory FOLDER` with the top of the repository");
	const { common } = await ports.starter();
	const manifest = readManifest(await files.read(manifestFile));
	const unknown = replace.find((path) => !common.has(path));
	if (unknown !== void 0) throw new OperatorError(`${unknown} is not a file that init writes for everybody`, `these are: ${[...common.keys()].join(", ")}`);
	const paths = /* @__PURE__ */ new Set([
		...common.keys(),
		...Object.keys(manifest?.files ?? {}),
		manifestFile,
		schemaFile,
		network
	]);
	const texts = await Promise.all([...paths].map(async (path) => [path, await files.read(path)]));
	const before = mergeTrees(texts.flatMap(([path, text]) => text === void 0 ? [] : [[path, text]]));
	const commit = await commitOfRelease(before, ports);
	const planned = upgradeOf({
		version: version$3,
		common,
		present: before,
		manifest,
		replaced: new Set(replace),
		ownPin: (present) => ownPinOf(present, version$3, commit)
	});
	const differing = [
		[manifestFile, dumpManifest(planned.manifest)],
		[schemaFile, schemaText()],
		...before.get(network) === void 0 ? [] : [[network, withSchemaOf(version$3, before.get(network) ?? "")]]
	].filter(([path, text]) => before.get(path) !== text);
	return {
		...planned,
		written: mergeTrees(planned.written, differing),
		before
	};
}
/** Asked only where a workflow has a commit with the version behind it. */
async function commitOfRelease(present, { commitOfRelease: ask }) {
	return [...present.values()].flatMap((text) => pinsOf(text).get("chancery-dev/chancery") ?? []).some((pin) => needsCommit(pin, version$3)) ? ask(version$3) : void 0;
}
/** More lines are nobody's to read: those of a schema. */
const mostLines = 300;
function patchOf(path, before, after) {
	const [old, now] = [before === void 0 ? "/dev/null" : `a/${path}`, after === void 0 ? "/dev/null" : `b/${path}`];
	const lines = createTwoFilesPatch(old, now, before ?? "", after ?? "", void 0, void 0, { context: 2 }).split("\n").filter((line) => !/^=+$/.test(line));
	return lines.length <= mostLines ? lines.join("\n").trimEnd() : `--- ${old}\n+++ ${now}\n(${counted(lines.length, "line")} of differences)`;
}
function tell({ changedByPeople, removedByPeople, outdated, unknownPins, before }, { reporter }) {
	for (const { path, text } of changedByPeople) {
		reporter.say(`${path} keeps your changes. Chancery ${version$3} has this text; --replace ${path} takes it:`);
		reporter.say(patchOf(path, before.get(path), text));
	}
	for (const path of removedByPeople) reporter.say(`${path} was removed here, and stays so; --replace ${path} writes it again`);
	for (const path of outdated) reporter.say(`${path} has your changes, and Chancery ${version$3} has no such file: remove it if nothing needs it`);
	for (const pin of unknownPins) reporter.say(`${pin} stays: the commit of v${version$3} is not known. \`git ls-remote https://github.com/${ownAction} v${version$3}\` prints it; write "# v${version$3}" behind it`);
}
const upgradeCommand = command({
	name: "upgrade",
	purpose: "Bring workflows, schema and pins of a repository to the version that runs; shows the changes first",
	where: "command line",
	options: {
		check: flag("Write nothing, and fail when something would be written"),
		yes: flag("Write without asking"),
		replace: repeated("PATH", "Take the new text of a file although it was changed here", (path) => ({ value: path }))
	},
	examples: [["chancery upgrade --check", "show what would change"], ["chancery upgrade --replace .github/workflows/deploy.yml", "give up own changes of one file"]],
	run: ({ network, check, yes, replace }, ports) => upgrade({
		network,
		check,
		yes,
		replace
	}, ports)
});
// src/commands/validate.ts
/**
* Checks the definition and all its files, and renders it in memory. Missing keys are replaced by throw-away ones, so that a
* pull request needs no secret. Writes nothing.
*/
async function validate(options, ports) {
	const { findings: found, checked } = await inspect(options, ports.files);
	const tree = checked === void 0 ? void 0 : compile(await renderInput(checked, ports));
	const all = sortFindings([
		...found,
		...checked === void 0 ? [] : [
			...missingFindings(checked, "notice"),
			...expiryFindings(checked, ports.now()),
			...consentFindings(checked)
		],
		...checked !== void 0 && tree !== void 0 && options.build === true ? await buildFindings(checked, tree, ports) : []
	]);
	const findings = checked === void 0 ? all : accepting(all, checked.network.acknowledge);
	ports.reporter.findings(findings);
	const status = hasErrors(findings) ? exitStatus.findings : exitStatus.done;
	if (checked !== void 0 && tree !== void 0 && status === exitStatus.done) {
		const { nodes, organizations, clusters } = checked.network;
		ports.reporter.say(`${options.network} is valid: ${counted(nodes.length, "node")} of ${counted(organizations.length, "organization")} in ${counted(clusters.length, "cluster")}`);
	}
	return {
		status,
		findings,
		...checked === void 0 ? { clusters: [] } : describe(checked)
	};
}
// src/commands/table.ts
/** Every command, in the order in which help and the README show them. */
const commands = [
	initCommand,
	upgradeCommand,
	command({
		name: "validate",
		purpose: "Check the definition and all its files; write nothing",
		options: {
			build,
			sarif
		},
		examples: [["chancery validate", "check network.yaml of this folder"], ["chancery validate networks/trade/network.yaml --build", "check another network, and build it with kustomize"]],
		run: ({ network, build }, ports) => validate({
			network,
			build
		}, ports)
	}),
	planCommand,
	commentCommand,
	keysCommand,
	signCommand,
	renderCommand,
	commitCommand,
	doctorCommand,
	diffCommand,
	applyCommand,
	verifyCommand,
	statusCommand,
	reportCommand,
	logsCommand,
	explainCommand,
	...commandsOfPlatforms
];
export { bugReport as C, definitionOptions as D, choice as E, optionText as O, publicResult as S, operatorText as T, planFileText as _, commentCommand as a, findingJson as b, terminalReporter as c, commentBudget as d, planMarkdown as f, sarifText as g, riskLine as h, commitCommand as i, readOptions as k, countFindings as l, planText as m, plan$1 as n, command as o, limited as p, planCommand as r, findingText as s, commands as t, resultSummary as u, planJson as v, operatorErrorOf as w, goodOutcomes as x, readPlan as y };
