import "./shared-rolldown-runtime.js";
import { C as bugReport, D as definitionOptions, O as optionText, S as publicResult, T as operatorText, _ as planFileText, a as commentCommand, b as findingJson, d as commentBudget, f as planMarkdown, g as sarifText, h as riskLine, i as commitCommand, k as readOptions, l as countFindings, m as planText, n as plan, p as limited, r as planCommand, s as findingText, t as commands, u as resultSummary, w as operatorErrorOf, x as goodOutcomes, y as readPlan } from "./shared-table.js";
import { n as exitStatus, t as OperatorError } from "./shared-errors.js";
import { Fn as writeReport, Mn as hasErrors, Tn as didYouMean, ir as int, nr as array, or as object, sr as string } from "./shared-own-pin.js";
import { i as gitRepository } from "./shared-git.js";
import { i as basic, n as explaining, r as refusalIn, t as explained } from "./shared-refusal.js";
import { s as listed } from "./shared-words.js";
import { w as makeFolder } from "./shared-git-trouble.js";
import { t as code } from "./shared-escape.js";
import * as fs$1 from "fs";
import { constants, promises } from "fs";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as events from "events";
import { constants as constants$1 } from "node:fs";
import { join, posix, resolve } from "node:path";
import { access, appendFile, open, readFile, writeFile } from "node:fs/promises";
import * as crypto from "crypto";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";
import "path";
import "child_process";
import "timers";
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs$1.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$1.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access: access$1, appendFile: appendFile$1, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access$1(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile$1)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
new Summary();
const { chmod, copyFile, lstat: lstat$1, mkdir: mkdir$1, open: open$1, readdir: readdir$1, rename: rename$1, rm: rm$1, rmdir: rmdir$1, stat: stat$1, symlink, unlink } = fs$1.promises;
process.platform;
fs$1.constants.O_RDONLY;
process.platform;
events.EventEmitter;
events.EventEmitter;
os.platform();
os.arch();
// node_modules/@actions/core/lib/core.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Wrap an asynchronous function call in a group.
*
* Returns the same type as the function itself.
*
* @param name The name of the group
* @param fn The function to wrap in the group
*/
function group(name, fn) {
	return __awaiter(this, void 0, void 0, function* () {
		startGroup(name);
		let result;
		try {
			result = yield fn();
		} finally {
			endGroup();
		}
		return result;
	});
}
// src/repository/github/client.ts
/** Requests about one repository, by a client with the token. */
function githubClient(repository, { request, graphql }, wait = setTimeout) {
	return {
		repository,
		wait,
		request,
		graphql: (query, variables) => graphql({
			...variables,
			url: repository.graphqlUrl,
			query
		})
	};
}
// src/github/client.ts
/**
* A client for the API of GitHub or a GitHub Enterprise Server, through the runner's proxy. Requests are repeated when
* GitHub is busy or unreachable. The token is used in a header and nowhere else.
*/
async function clientFor(repository, token) {
	const [{ getOctokit }, { retryOptions, retryPlugins }] = await Promise.all([import("./shared-github.js"), import("./shared-retry2.js")]);
	return githubClient(repository, getOctokit(token, {
		...retryOptions,
		baseUrl: repository.apiUrl,
		userAgent: "chancery"
	}, ...retryPlugins));
}
// src/github/mask.ts
/**
* Makes the runner mask values in its log. A runner swallows the lines that request it; without a runner these lines would
* print the secrets. GitHub, Gitea, Forgejo and act set GITHUB_ACTIONS.
*/
function mask(values, { GITHUB_ACTIONS }) {
	if (GITHUB_ACTIONS === "true") for (const value of values) setSecret(value);
}
// src/github/delivery.ts
/** The repository of this workflow, with the delivery that its inputs select. */
async function repositoryOf(values, { directory, environment, author }) {
	const { branch, push, token, deliver } = values;
	if (!usesApi(values, environment)) return gitRepository(directory, author, branch === void 0 ? void 0 : {
		name: branch,
		...push === void 0 ? {} : { remote: { name: push } }
	});
	if (token === "") throw new OperatorError(`deliver: ${deliver} needs a token`, "omit the input token, and GitHub provides one; on other hosts use deliver: git");
	const repository = githubOf(environment);
	const { githubRepository } = await import("./shared-repository.js");
	mask([token, basic(token)], environment);
	return githubRepository(directory, {
		client: await clientFor(repository, token),
		token,
		environment,
		asPullRequest: deliver === "pull-request",
		...branch === void 0 ? {} : { branch }
	});
}
/** Other hosts of actions set the same variables, but have no such API. */
function usesApi({ deliver, push, token }, environment) {
	if (deliver !== "auto") return deliver !== "git";
	const other = environment.GITEA_ACTIONS !== void 0 || environment.FORGEJO_ACTIONS !== void 0;
	return token !== "" && push !== void 0 && !other && (environment.GITHUB_GRAPHQL_URL ?? "") !== "";
}
/** https://docs.github.com/actions/reference/variables-reference#default-environment-variables */
function githubOf(environment) {
	const missing = /* @__PURE__ */ new Set();
	const variable = (name) => {
		const value = environment[name] ?? "";
		if (value === "") missing.add(name);
		return value;
	};
	const [owner = "", name = ""] = variable("GITHUB_REPOSITORY").split("/");
	const repository = {
		apiUrl: variable("GITHUB_API_URL"),
		graphqlUrl: variable("GITHUB_GRAPHQL_URL"),
		serverUrl: variable("GITHUB_SERVER_URL"),
		owner,
		name
	};
	if (missing.size === 0) return repository;
	throw new OperatorError(`this is not a GitHub workflow: ${[...missing].join(", ")} is not set`, "on other hosts and on your own machine use deliver: git");
}
// src/github/inputs.ts
/** Commands that run in a workflow. */
const workflowCommands = commands.filter(({ where }) => where !== "command line");
/** Options of a command that are inputs of the action. */
const inputsOf = (options) => Object.fromEntries(Object.entries(options).filter(([, { where }]) => where !== "command line"));
const usual = "validate";
/** Every input of the action, made from the table of commands. */
const inputTable = [
	{
		name: "command",
		description: `What to do: ${workflowCommands.map(({ name }) => name).join(", ")}`,
		default: usual
	},
	...Object.entries(definitionOptions).map(([name, option]) => input(name, option)),
	...optionNames().map(({ name, option, users }) => {
		const described = input(name, option);
		return {
			...described,
			description: `${described.description} (${users.join(", ")})`
		};
	})
];
function input(name, option) {
	return {
		name,
		description: optionText(option),
		default: option.inputDefault ?? option.default
	};
}
/** Every option once, with the commands that have it. */
function optionNames() {
	const found = /* @__PURE__ */ new Map();
	for (const command of workflowCommands) for (const [name, option] of Object.entries(inputsOf(command.options))) {
		const entry = found.get(name) ?? {
			name,
			option,
			users: []
		};
		entry.users.push(command.name);
		found.set(name, entry);
	}
	return [...found.values()];
}
/**
* Reads all inputs from the environment, where the runner sets them as INPUT_<NAME>. Throws an OperatorError that lists
* all errors, unknown inputs included: the runner only warns about those.
*/
function readInputs(environment) {
	const names = inputTable.map(({ name }) => name);
	const given = (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim();
	/** For an input with its own default, an empty text means the same as an empty option on the command line. */
	const textOf = (name, { default: value, inputDefault }) => {
		const text = given(name);
		if (text === void 0) return inputDefault ?? value;
		return text === "" && inputDefault === void 0 ? value : text;
	};
	const unknown = Object.keys(environment).filter((variable) => variable.startsWith("INPUT_")).map((variable) => variable.slice(6).toLowerCase()).filter((name) => !names.includes(name)).sort().map((name) => `there is no input "${name}": ${didYouMean(name, names)}`);
	const name = given("command") || usual;
	const command = workflowCommands.find((known) => known.name === name);
	const allowed = `use one of ${listed(workflowCommands.map((known) => known.name))}`;
	const options = Object.fromEntries(optionNames().map((entry) => [entry.name, entry.option]));
	const { values, problems } = readOptions({
		...definitionOptions,
		...options
	}, textOf);
	const wrong = [
		...unknown,
		...(command === void 0 ? [{
			option: "command",
			given: name,
			allowed
		}] : []).map(problemText),
		...problems.map(problemText)
	];
	if (command === void 0 || wrong.length > 0) throw new OperatorError(wrong.join("; "), "correct the inputs of this step (with:)");
	const isOwn = (option) => Object.hasOwn(command.options, option) || Object.hasOwn(definitionOptions, option);
	const isSet = (option, { read, inputDefault, default: value }) => JSON.stringify({ value: values[option] }) !== JSON.stringify(read(inputDefault ?? value));
	return {
		command,
		values: {
			...onlyTyped(command),
			...Object.fromEntries(Object.entries(values).filter(([option]) => isOwn(option)))
		},
		unused: Object.entries(options).filter(([other, option]) => !isOwn(other) && option.automatic !== true && isSet(other, option)).map(([other]) => other)
	};
}
/** Options of the command line only keep their default. */
const onlyTyped = ({ options }) => readOptions(Object.fromEntries(Object.entries(options).filter(([, { where }]) => where === "command line")), (_name, option) => option.default).values;
const problemText = ({ option, given, allowed }) => `${option} cannot be "${given}": ${allowed}`;
/** Replaces names of options by those of inputs: `within` for `--within`. */
function asInputs(text) {
	const names = new Set(inputTable.map(({ name }) => name));
	return text.replace(/`[^`]*`|--([a-z][a-z-]*)/g, (all, name) => name !== void 0 && names.has(name) ? name : all);
}
// src/github/plan-files.ts
/** The definition from the root of the repository. */
const definitionIn = ({ directory, network }) => posix.join(directory, network);
/** Writes the whole plan below a folder, each network to a separate place: a job can have several. */
async function writePlanFiles(plan, network, folder) {
	const place = join(folder, `chancery-${network.replaceAll(/[^\w.-]+/g, "-")}`);
	const [json, markdown] = [join(place, "plan.json"), join(place, "plan.md")];
	await makeFolder(place);
	await writeFile(json, planFileText(plan));
	await writeFile(markdown, planMarkdown(plan));
	return {
		json,
		markdown
	};
}
// src/github/outputs.ts
/** Sets every output of the action. `definition` is relative to the root of the repository; files are written to `folder`. */
async function setOutputs(result, definition, folder) {
	const path = join(folder, "chancery-findings.json");
	const findings = result.findings.map(findingJson);
	await writeFile(path, `${JSON.stringify({
		version: 1,
		findings
	}, null, 2)}\n`);
	const { plan } = result;
	const planFiles = plan === void 0 ? void 0 : await writePlanFiles(plan, definition, folder);
	const outputs = {
		changed: String(result.changed ?? false),
		clusters: JSON.stringify(result.clusters),
		"findings-path": path,
		errors: String(result.findings.filter(({ severity }) => severity === "error").length),
		"plan-path": planFiles?.json ?? "",
		"plan-markdown-path": planFiles?.markdown ?? "",
		risks: String((plan?.risks ?? []).filter(({ acknowledged }) => !acknowledged).length),
		"commit-sha": result.commit ?? "",
		"pull-request-number": result.pullRequest === void 0 ? "" : String(result.pullRequest.number),
		"cluster-results": JSON.stringify((result.clusterResults ?? []).map(publicResult)),
		"dns-records": JSON.stringify(result.dnsRecords ?? [])
	};
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
// src/github/log.ts
/**
* A text for the log without commands for the runner, which reads `::name::` at the beginning of a line, also after spaces, and
* `##[name]` anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
*/
const withoutCommands = (text) => text.replace(/^([\s\u0085]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
// src/github/reporter.ts
/** GitHub shows ten annotations of each kind for a step and silently drops the others. */
const shown = 10;
const annotate = {
	error,
	warning,
	notice
};
/** Findings and risks as annotations on the lines of the definition, all of them in the log. `directory` is relative to the workspace. */
function githubReporter(directory, environment) {
	const left = {
		error: shown,
		warning: shown,
		notice: shown
	};
	const log = (text) => info(withoutCommands(text));
	/** Annotates as many as there is room for; returns the others. */
	function annotateFirst(severity, items, what) {
		const room = left[severity];
		left[severity] = Math.max(0, room - items.length);
		for (const item of items.slice(0, room)) annotate[severity](text(item), properties(item, directory));
		const hidden = items.slice(room);
		if (hidden.length > 0) log(`${hidden.length} more ${what} have no annotation, because GitHub shows ten; the summary has all`);
		return hidden;
	}
	return {
		findings: (findings) => {
			for (const severity of [
				"error",
				"warning",
				"notice"
			]) {
				const hidden = annotateFirst(severity, findings.filter((finding) => finding.severity === severity).map((finding) => ({
					...finding,
					title: finding.rule
				})), `${severity} findings`);
				const logged = limited(hidden, 300, `${severity} findings: the file of the output findings-path has all of them`);
				for (const finding of logged.shown) log(findingText(finding, false).trimEnd());
				for (const line of logged.rest) log(line);
			}
			log(countFindings(findings));
		},
		plan: (plan) => {
			const open = plan.risks.filter(({ acknowledged }) => !acknowledged).map(asAnnotation);
			for (const severity of ["error", "warning"]) annotateFirst(severity, open.filter((risk) => risk.severity === severity), severity === "error" ? "dangers" : "cautions");
			log(planText(plan, { colour: false }));
		},
		say: (text) => log(asInputs(text)),
		during: group,
		conceal: (secrets) => mask(secrets, environment)
	};
}
const asAnnotation = (risk) => ({
	severity: risk.severity === "danger" ? "error" : "warning",
	title: `${risk.severity}: ${risk.id}`,
	message: risk.message,
	hint: `${risk.hint}\nto accept this risk, add to acknowledge: ${risk.acknowledge}`,
	place: risk.place
});
const text = ({ message, hint }) => hint === void 0 ? message : `${message}\n${hint}`;
const properties = ({ place, title }, directory) => ({
	title,
	file: posix.join(directory, place.file),
	startLine: place.line,
	startColumn: place.column
});
// src/github/summary.ts
/** The job summary of one step holds 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const limit = 1048576;
const note = "\n\nTruncated: a summary holds 1 MiB. The file of the output findings-path has all findings.\n";
/** Appends to the summary of the job, if the runner keeps one. */
async function writeSummary(markdown, file) {
	if (file === void 0) return;
	const bytes = Buffer.from(markdown);
	await appendFile(file, bytes.length <= limit ? markdown : bytes.subarray(0, 1048485).toString("utf8") + note);
}
// src/github/event.ts
/** With this label a person with the right to label acknowledges all risks of one commit. */
const acknowledgingLabel = "chancery/acknowledged";
const repository = object({
	full_name: string(),
	owner: object({ login: string() })
});
/** The used fields of https://docs.github.com/webhooks/webhook-events-and-payloads */
const eventSchema = object({
	action: string().optional(),
	/** The label that was added or removed, for events about labels. */
	label: object({ name: string() }).optional(),
	/** The author of the action. */
	sender: object({ login: string() }).optional(),
	pull_request: object({
		number: int(),
		head: object({ sha: string() }),
		labels: array(object({ name: string() }))
	}).optional(),
	workflow_run: object({
		event: string(),
		head_sha: string(),
		/** Null when it ran for a commit without a branch. */
		head_branch: string().nullable(),
		/** Null when the fork is gone. */
		head_repository: repository.nullable()
	}).optional()
});
/** Reads the payload of the event from the runner's file, if there is one. Throws OperatorError for an unknown format. */
async function readEvent({ GITHUB_EVENT_PATH: path }) {
	if (path === void 0 || path === "") return {};
	let value;
	try {
		value = JSON.parse(await readFile(path, "utf8"));
	} catch (error) {
		throw new OperatorError("the event of this workflow cannot be read", `check the file that GITHUB_EVENT_PATH names (${path})`, { cause: error });
	}
	const { success, data } = eventSchema.safeParse(value);
	if (success) return data;
	throw new OperatorError("the event of this workflow has an unknown format", `check the file that GITHUB_EVENT_PATH names (${path})`);
}
/**
* Whether the label is valid for the current commit: the merge that GitHub made of a pull request, or its head. It is valid in the run that
* adding it started, and when that run is repeated. Another push, another label and a reopened pull request are other events, whose result
* nobody has reviewed. Undefined if the pull request does not have the label.
*/
function acknowledgingLabelOf({ action, label, sender, pull_request: pullRequest }, eventName, checkedOut) {
	if (pullRequest?.labels.some(({ name }) => name === acknowledgingLabel) !== true) return void 0;
	if (!(eventName === "pull_request" && action === "labeled" && label?.name === acknowledgingLabel) || !checkedOut.includes(pullRequest.head.sha)) return { counts: false };
	return {
		counts: true,
		...sender === void 0 ? {} : { by: sender.login }
	};
}
// src/github/comment.ts
/** `<!-- chancery:plan:network.yaml -->`: one for each definition. No path can close the comment early. */
const markerOf = (file) => `<!-- chancery:plan:${encodeURI(file.toWellFormed()).replaceAll(/-(?=-)|-$/g, "%2D")} -->`;
/**
* Creates the comment with this marker, or updates it if it exists and belongs to this token, which cannot change others.
* Throws OperatorError for any failure other than a missing right.
*/
async function putComment(client, comment) {
	try {
		return await put(client, comment);
	} catch (error) {
		const refusal = refusalIn(error);
		if (!(refusal?.status === 403 || refusal?.status === 404 || refusal?.type === "FORBIDDEN")) throw explained(error, "commenting on the pull request");
		return {
			outcome: "refused",
			message: refusal.message
		};
	}
}
async function put(client, { pullRequest, marker, body }) {
	const { request, repository } = client;
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	const text = `${marker}\n${body}`;
	const existing = await ownComment(client, pullRequest, marker);
	if (existing === void 0) {
		const { data } = await request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			...place,
			issue_number: pullRequest,
			body: text
		});
		return {
			outcome: "created",
			url: data.html_url
		};
	}
	if (normal(existing.body) === normal(text)) return {
		outcome: "unchanged",
		url: existing.url
	};
	const { data } = await request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
		...place,
		comment_id: existing.id,
		body: text
	});
	return {
		outcome: "changed",
		url: data.html_url
	};
}
/** GitHub stores texts with its own line ends. */
const normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();
const pageSize = 100;
async function ownComment(client, pullRequest, marker) {
	const { request, repository } = client;
	let viewer;
	for (let page = 1;; page += 1) {
		const { data } = await request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			owner: repository.owner,
			repo: repository.name,
			issue_number: pullRequest,
			per_page: pageSize,
			page
		});
		for (const { id, body = "", html_url: url, user } of data) {
			if (!body.startsWith(marker)) continue;
			viewer ??= await viewerOf(client);
			if (user?.login === viewer) return {
				id,
				body,
				url
			};
		}
		if (data.length < pageSize) return void 0;
	}
}
/** REST returns it to people only, not to the token of a workflow. */
async function viewerOf({ graphql }) {
	const { viewer } = await graphql("query { viewer { login } }", {});
	return viewer.login;
}
// src/github/pull-request.ts
/**
* The open pull request of another workflow's run, or why there is none. Nothing that the run left behind is used: GitHub's event has the
* commit, and GitHub's list of pull requests its head. (The event itself names no pull
* requests of forks: https://github.com/actions/runner/issues/3444)
*/
async function pullRequestOf({ request, repository: { owner, name } }, { event, head_sha: commit, head_branch: branch, head_repository: head }) {
	if (event !== "pull_request") return { none: `that run was for the event ${event}, not for a pull request` };
	if (branch === null || head === null) return { none: "the branch or fork of that run no longer exists" };
	const { data } = await explaining("looking for the pull request", () => request("GET /repos/{owner}/{repo}/pulls", {
		owner,
		repo: name,
		state: "open",
		head: `${head.owner.login}:${branch}`,
		per_page: 100
	}));
	const [first, second] = data.filter((pull) => pull.head.sha === commit && pull.head.repo?.full_name === head.full_name);
	if (first === void 0) return { none: `no open pull request has the head ${commit}: it has newer commits, or is closed` };
	if (second !== void 0) return { none: `several pull requests have the head ${commit}` };
	return { number: first.number };
}
// src/github/plan-comment.ts
function commentOnPlan(client, comment) {
	const { plan, network, pullRequest, commit, fromFork } = comment;
	const source = fromFork ? " Checks of a fork made this plan, and the author of the change can change those checks too: review the change itself." : "";
	const body = `${planMarkdown(plan, commentBudget)}\n---\n\nFor ${code(network)} at ${code(commit.slice(0, 12))}.${source}\n`;
	return putComment(client, {
		pullRequest,
		marker: markerOf(network),
		body
	});
}
/**
* Comments with the plan from the file of another workflow's run: `command: comment`. That run was for a pull request, so the
* file can hold anything. It does not decide where to comment, and only Chancery's own Markdown of it is written.
*/
async function commentFromRun(client, { file, network }, { workflow_run: run }) {
	if (run === void 0) throw new OperatorError("command: comment needs the event workflow_run", "plan with comment: true writes a comment by itself; comment.yml of the template is for forks");
	const text = await readBounded(file);
	if (text === void 0) return {
		outcome: "none",
		message: `there is no ${file}: that run made no plan`
	};
	const read = readPlan(text);
	if ("problem" in read) throw new OperatorError(`${file} is not a plan: ${read.problem}`, "use the same version of Chancery in both workflows");
	const found = await pullRequestOf(client, run);
	if ("none" in found) return {
		outcome: "none",
		message: found.none
	};
	const { owner, name } = client.repository;
	return commentOnPlan(client, {
		plan: read.plan,
		network,
		pullRequest: found.number,
		commit: run.head_sha,
		fromFork: run.head_repository?.full_name !== `${owner}/${name}`
	});
}
const mostBytes = 16777216;
/** The text of an untrusted file: not of a link, and of limited size. Undefined if there is none. */
async function readBounded(file) {
	const hint = "use the file of the output plan-path";
	const handle = await open(file, constants$1.O_RDONLY | constants$1.O_NOFOLLOW | constants$1.O_NONBLOCK).catch((error) => {
		if (error.code === "ENOENT") return void 0;
		throw new OperatorError(`${file} cannot be read (${error.code})`, hint);
	});
	if (handle === void 0) return void 0;
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) throw new OperatorError(`${file} is not a regular file`, hint);
		if (stats.size > mostBytes) throw new OperatorError(`${file} has ${stats.size} bytes; at most ${mostBytes} are read`, hint);
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
}
// src/github/workflow-plan.ts
/** The plan in a workflow: compared with the target branch of the pull request, and with the label that acknowledges its risks. */
async function planInWorkflow(values, ports, environment) {
	const base = environment.GITHUB_BASE_REF ?? "";
	const { network, "fail-on-risk": failOnRisk, acknowledged } = values;
	const label = acknowledgingLabelOf(await readEvent(environment), environment.GITHUB_EVENT_NAME, await ports.repository.checkedOutCommits());
	const options = {
		network,
		failOnRisk,
		acknowledged,
		base: values.base ?? (base === "" ? void 0 : base)
	};
	return plan({
		...options,
		...label === void 0 ? {} : { label }
	}, ports);
}
/** `comment: true` with `command: plan`: needs a token that may write, which forks do not get. */
async function commentOnPullRequest(made, values, environment) {
	const { pull_request: pullRequest } = await readEvent(environment);
	if (pullRequest === void 0) return tell({
		outcome: "none",
		message: "this run is not for a pull request"
	});
	const client = await clientOf(values, environment);
	const { number, head } = pullRequest;
	tell(await commentOnPlan(client, {
		plan: made,
		network: definitionIn(values),
		pullRequest: number,
		commit: head.sha,
		fromFork: false
	}));
}
/** `command: comment`, in a workflow for the event workflow_run. */
async function commentInWorkflow(values, environment) {
	const { plan: file } = values;
	if (file === void 0) throw new OperatorError("command: comment needs a plan", "name the file from the artifact of the other run (plan:)");
	const event = await readEvent(environment);
	tell(await commentFromRun(await clientOf(values, environment), {
		file,
		network: definitionIn(values)
	}, event));
	return {
		status: exitStatus.done,
		findings: [],
		clusters: []
	};
}
async function clientOf({ token }, environment) {
	if (token === "") throw new OperatorError("a comment needs a token", "omit the input token, and GitHub provides one");
	mask([token], environment);
	return clientFor(githubOf(environment), token);
}
function tell(commented) {
	if ("url" in commented) notice(`comment ${commented.outcome}: ${commented.url}`);
	else if (commented.outcome === "none") notice(`no comment: ${commented.message}`);
	else notice(`no comment: GitHub answered "${commented.message}"; the job needs pull-requests: write, and forks need a separate workflow (comment.yml of the template)`);
}
// src/github/action.ts
/** Author of commits: the account of GitHub workflows. */
const bot = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
/** Runs the action with the inputs in the environment, and returns its exit status. */
async function runAction(environment, systemPorts) {
	try {
		const inputs = readInputs(environment);
		delete environment.INPUT_TOKEN;
		const { command, values, unused } = inputs;
		for (const name of unused) warning(`the input ${name} has no effect: the command ${command.name} does not use it`);
		const result = await runCommand(inputs, environment, systemPorts);
		if (command !== commentCommand) await report(result, inputs, environment);
		if (isFor(command, planCommand, values) && values.comment && result.plan !== void 0) await commentOnPullRequest(result.plan, values, environment);
		if (result.status !== exitStatus.done) setFailed(whatFailed(result));
		return result.status;
	} catch (error) {
		const operators = operatorErrorOf(error);
		setFailed((operators === void 0 ? bugReport(error) : asInputs(operatorText(operators))).trimEnd());
		return operators === void 0 ? exitStatus.bug : exitStatus.operator;
	}
}
async function runCommand({ command, values }, environment, systemPorts) {
	const directory = resolve(environment.GITHUB_WORKSPACE ?? ".", values.directory);
	const runner = {
		directory,
		environment,
		author: bot
	};
	const repository = isFor(command, commitCommand, values) ? await repositoryOf(values, runner) : gitRepository(directory, bot);
	const ports = systemPorts({
		directory,
		reporter: githubReporter(values.directory, environment),
		repository
	});
	if (isFor(command, planCommand, values)) return planInWorkflow(values, ports, environment);
	if (isFor(command, commentCommand, values)) return commentInWorkflow(values, environment);
	const result = await command.run?.(values, ports, []);
	if (result === void 0) throw new Error(`the action cannot run ${command.name}`);
	return result;
}
/** Whether values are those of a command, because it is that command. */
const isFor = (command, wanted, _values) => command.name === wanted.name;
async function report(result, { values }, environment) {
	if (environment.GITHUB_OUTPUT) await access(environment.GITHUB_OUTPUT);
	await setOutputs(result, definitionIn(values), environment.RUNNER_TEMP ?? tmpdir());
	if (typeof values.sarif === "string") {
		const file = resolve(environment.GITHUB_WORKSPACE ?? ".", values.sarif);
		await writeReport(file, sarifText(values.directory, result));
	}
	await writeSummary(asInputs(resultSummary(values.network, result)), environment.GITHUB_STEP_SUMMARY);
}
function whatFailed({ findings, plan, clusterResults = [], ledger = [] }) {
	if (plan !== void 0) return hasErrors(findings) ? `${countFindings(findings)}; ${riskLine(plan)}` : riskLine(plan);
	const wrong = [...clusterResults.flatMap(({ cluster, outcome, message }) => goodOutcomes.has(outcome) ? [] : [`${cluster}: ${message}`]), ...ledger.flatMap(({ good, message }) => good ? [] : [`ledger: ${message}`])];
	return asInputs(wrong.length === 0 ? countFindings(findings) : wrong.join("; "));
}
export { runAction };
