import { l as loadAll } from "./shared-js-yaml.js";
import { a as counted, t as agreeing } from "./shared-words.js";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/cluster/api.ts
/** The same requests, with few retries once the run is to end. */
const endingWith = (api, lastTry) => ({
	...api,
	request: (method, path, query) => api.request(method, path, {
		lastTry,
		...query
	})
});
const isSuccess = ({ status }) => status >= 200 && status < 300;
/** The message of a `metav1.Status`; any other body as it is, shortened. */
function messageOf({ body, status }) {
	const text = typeof body === "object" && body !== null && "message" in body ? String(body.message) : JSON.stringify(body);
	return text === void 0 || text === "" ? `status ${status}` : text.slice(0, 1e3);
}
// src/cluster/objects.ts
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isObject = (value) => isRecord(value) && typeof value.apiVersion === "string" && typeof value.kind === "string" && isRecord(value.metadata) && typeof value.metadata.name === "string";
/** The value at a path of fields; undefined where the path ends early. */
const at = (value, ...path) => path.reduce((inner, field) => isRecord(inner) ? inner[field] : void 0, value);
/** A list at a path, empty when there is none. */
const listAt = (value, ...path) => {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
};
/** `apps` of `apps/v1`; empty for the core group. */
const groupOf = ({ apiVersion }) => apiVersion.includes("/") ? apiVersion.split("/")[0] ?? "" : "";
/** Flux reads the same annotation: https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources */
const keepAnnotation = "kustomize.toolkit.fluxcd.io/prune";
/** True for an object that stays in the cluster after it left the files. */
const isKept = ({ metadata }) => metadata.annotations?.[keepAnnotation] === "disabled";
/** How people and messages name an object: `StatefulSet trade-north/v1`, `Namespace trade-north`. */
const nameOf = ({ kind, metadata }) => `${kind} ${metadata.namespace === void 0 ? "" : `${metadata.namespace}/`}${metadata.name}`;
/** The key of an object, equal for all its versions: group, kind, namespace and name. */
const keyOf = (object) => [
	groupOf(object),
	object.kind,
	object.metadata.namespace ?? "",
	object.metadata.name
].join("/");
/** The objects that kustomize built. `root` is for the message of the Error that is thrown when one of them is no object. */
function readObjects(yaml, root) {
	return loadAll(yaml).map((document) => {
		if (!isObject(document)) throw new Error(`the output of kustomize for ${root} contains a document that is not a Kubernetes object`);
		return document;
	});
}
// src/cluster/difference/equal.ts
/**
* Whether two JSON values are the same, in whatever order fields stand. Node's isDeepStrictEqual asks for equal prototypes
* too, which parsers of YAML and JSON give differently, and takes twice the time.
*/
function equal(a, b) {
	if (a === b) return true;
	if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
	if (!isRecord(a) || !isRecord(b)) return false;
	const names = Object.keys(a);
	return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
}
// src/cluster/difference/notation.ts
/** `metadata.labels.app`, but `metadata.annotations[prometheus.io/port]`: a dot inside a name would look like a further field. */
function child(field, name) {
	if (!/^[\w-]+$/.test(name)) return `${field}[${name}]`;
	return field === "" ? name : `${field}.${name}`;
}
/**
* A field as a conflict names it (`.spec.containers[name="node"].image`), in our notation. What is below a map of texts
* is one name, with all its dots.
*/
function fieldFromServer(path) {
	const map = /^(.*\.(?:annotations|labels|matchLabels|nodeSelector|data|stringData|binaryData))\.(.+)$/.exec(path);
	return (map === null ? path : child(map[1] ?? "", map[2] ?? "")).replace(/^\./, "");
}
/** What a field holds, whatever names the prototype has: a file in a ConfigMap may be called `constructor`. */
const own = (value, name) => isRecord(value) && Object.hasOwn(value, name) ? value[name] : void 0;
// src/cluster/difference/mask.ts
const isSecret = ({ kind }) => kind === "Secret";
/** The visible fields of a Secret. Anything else can be a value, below a misspelt `dta` too. */
const visible = /* @__PURE__ */ new Set([
	"apiVersion",
	"kind",
	"metadata",
	"type",
	"immutable"
]);
/** Two versions of a Secret with placeholders for its values: equal ones where nothing changed. */
const maskSecret = (before, after) => [maskFields(before, after, "(secret)"), maskFields(after, before, "(secret, changed)")];
function maskFields(object, other, changed) {
	return mapValues(object, (value, field) => {
		const counterpart = own(other, field);
		if (field === "metadata") return maskMetadata(value, counterpart, changed);
		if (visible.has(field)) return value;
		if (!isRecord(value)) return mask(value, counterpart, changed);
		return mapValues(value, (inner, name) => mask(inner, own(counterpart, name), changed));
	});
}
function maskMetadata(metadata, other, changed) {
	const annotations = own(metadata, "annotations");
	if (!isRecord(metadata) || !isRecord(annotations)) return metadata;
	const masked = mapValues(annotations, (value, name) => {
		const counterpart = own(own(other, "annotations"), name);
		return mayBeCopy(value) || mayBeCopy(counterpart) ? mask(value, counterpart, changed) : value;
	});
	return {
		...metadata,
		annotations: masked
	};
}
/** As kubectl's last-applied-configuration, a copy of the whole Secret: JSON, or compressed. */
const mayBeCopy = (value) => value !== void 0 && (typeof value !== "string" || value.length > 100 || /^\s*[{[]/.test(value));
const mask = (value, counterpart, changed) => counterpart === void 0 || equal(value, counterpart) ? "(secret)" : changed;
const mapValues = (fields, change) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]));
// src/cluster/stages.ts
/**
* The order in which kinds are applied; deletions go the other way. As in Flux's ssa
* (https://github.com/fluxcd/pkg/blob/main/ssa/sort.go): what others need to exist comes first, what acts on the rest last.
*/
const stages = [
	["CustomResourceDefinition", "Namespace"],
	[
		"ClusterRole",
		"ClusterRoleBinding",
		"PriorityClass",
		"StorageClass",
		"IngressClass",
		"ResourceQuota",
		"LimitRange"
	],
	[
		"ServiceAccount",
		"Role",
		"RoleBinding",
		"Secret",
		"ConfigMap",
		"NetworkPolicy",
		"PersistentVolumeClaim"
	],
	["Service", "PodDisruptionBudget"],
	[],
	["Job"],
	[
		"MutatingWebhookConfiguration",
		"ValidatingWebhookConfiguration",
		"APIService"
	]
];
const unnamed = stages.findIndex((kinds) => kinds.length === 0);
/** The number of an object's stage. */
function stageOf({ kind }) {
	const found = stages.findIndex((kinds) => kinds.includes(kind));
	return found === -1 ? unnamed : found;
}
/** What must be ready before the server can judge the rest. */
const isFoundation = (object) => stageOf(object) === 0;
/** By stage, then by kind and name: the same objects are always in the same order. */
function inOrder(objects) {
	const key = (object) => `${stageOf(object)} ${object.kind} ${keyOf(object)}`;
	return objects.map((object) => ({
		object,
		key: key(object)
	})).sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ object }) => object);
}
/** The same in one list for each stage that has any. */
function inStages(objects) {
	const ordered = inOrder(objects);
	return stages.flatMap((_, stage) => {
		const own = ordered.filter((object) => stageOf(object) === stage);
		return own.length === 0 ? [] : [own];
	});
}
/** True for a group that Kubernetes itself does not serve. */
const isCustom = (object) => {
	const group = groupOf(object);
	return group.includes(".") && !group.endsWith(".k8s.io");
};
// src/cluster/status/fields.ts
/** Text at a path; empty when there is none. */
function textAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "string" ? found : "";
}
function numberAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" ? found : void 0;
}
/** A time at a path. Kubernetes writes RFC 3339, mostly without fractions of a second. */
function timeAt(value, ...path) {
	const time = new Date(textAt(value, ...path));
	return Number.isNaN(time.getTime()) ? void 0 : time;
}
const laterOf = (a, b) => a > b ? a : b;
function conditionsOf(object) {
	return listAt(object, "status", "conditions").filter(isRecord).map((condition) => ({
		type: textAt(condition, "type"),
		status: textAt(condition, "status"),
		reason: textAt(condition, "reason"),
		message: textAt(condition, "message"),
		since: timeAt(condition, "lastTransitionTime"),
		observedGeneration: numberAt(condition, "observedGeneration")
	}));
}
/** The condition of a type, with the status if one is given. */
const conditionOf = (object, type, status) => conditionsOf(object).find((condition) => condition.type === type && (status ?? condition.status) === condition.status);
const isTrue = (object, type) => conditionOf(object, type, "True") !== void 0;
// src/cluster/refusal/explanation.ts
const refusal = (kind, message, hint, fields = []) => ({
	kind,
	message,
	hint,
	fields: fields.filter((field) => field !== "").map((field) => ({ field }))
});
// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};
// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
new CharacterDiff();
// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}
// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const overlap = maximumOverlap(trailingWs(deletion.value, segmenter), endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const overlap = maximumOverlap(trailingWs(startKeep.value, segmenter), leadingWs(deletion.value, segmenter));
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
new WordsWithSpaceDiff();
// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}
// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
new SentenceDiff();
// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
new CssDiff();
// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}
// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
	return arrayDiff.diff(oldArr, newArr, options);
}
// node_modules/diff/libesm/patch/create.js
/**
* Returns true if the filename contains characters that require C-style
* quoting (as used by Git and GNU diffutils in diff output).
*/
function needsQuoting(s) {
	for (let i = 0; i < s.length; i++) if (s[i] < " " || s[i] > "~" || s[i] === "\"" || s[i] === "\\") return true;
	return false;
}
/**
* C-style quotes a filename, encoding special characters as escape sequences
* and non-ASCII bytes as octal escapes. This is the inverse of
* `parseQuotedFileName` in parse.ts.
*
* Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
* This matches the behaviour of both Git and GNU diffutils, which always emit
* UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
* Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
*
* If the filename doesn't need quoting, returns it as-is.
*/
function quoteFileNameIfNeeded(s) {
	if (!needsQuoting(s)) return s;
	let result = "\"";
	const bytes = new TextEncoder().encode(s);
	let i = 0;
	while (i < bytes.length) {
		const b = bytes[i];
		if (b === 7) result += "\\a";
		else if (b === 8) result += "\\b";
		else if (b === 9) result += "\\t";
		else if (b === 10) result += "\\n";
		else if (b === 11) result += "\\v";
		else if (b === 12) result += "\\f";
		else if (b === 13) result += "\\r";
		else if (b === 34) result += "\\\"";
		else if (b === 92) result += "\\\\";
		else if (b >= 32 && b <= 126) result += String.fromCharCode(b);
		else result += "\\" + b.toString(8).padStart(3, "0");
		i++;
	}
	result += "\"";
	return result;
}
const INCLUDE_HEADERS = {
	includeIndex: true,
	includeUnderline: true,
	includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
	includeIndex: false,
	includeUnderline: false,
	includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
/**
* creates a unified diff patch.
*
* @param patch either a single structured patch object (as returned by `structuredPatch`) or an
*   array of them (as returned by `parsePatch`).
* @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
*   Ignored for patches where `isGit` is `true`.
*
* When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
* output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
* properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
* headers for patches with no hunks (e.g. renames without content changes).
*/
function formatPatch(patch, headerOptions) {
	var _a, _b, _c, _d, _e, _f;
	if (!headerOptions) headerOptions = INCLUDE_HEADERS;
	if (Array.isArray(patch)) {
		if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
		return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
	}
	const ret = [];
	if (patch.isGit) {
		headerOptions = INCLUDE_HEADERS;
		if (!patch.oldFileName) throw new Error("oldFileName must be specified for Git patches");
		if (!patch.newFileName) throw new Error("newFileName must be specified for Git patches");
		let gitOldName = patch.oldFileName;
		let gitNewName = patch.newFileName;
		if (patch.isCreate && gitOldName === "/dev/null") gitOldName = gitNewName.replace(/^b\//, "a/");
		else if (patch.isDelete && gitNewName === "/dev/null") gitNewName = gitOldName.replace(/^a\//, "b/");
		ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
		if (patch.isDelete) ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
		if (patch.isCreate) ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
		if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
			ret.push("old mode " + patch.oldMode);
			ret.push("new mode " + patch.newMode);
		}
		if (patch.isRename) {
			ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
			ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
		}
		if (patch.isCopy) {
			ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
			ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
		}
	} else {
		if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) ret.push("Index: " + patch.oldFileName);
		if (headerOptions.includeUnderline) ret.push("===================================================================");
	}
	const hasHunks = patch.hunks.length > 0;
	if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
		ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
		ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
	}
	for (let i = 0; i < patch.hunks.length; i++) {
		const hunk = patch.hunks[i];
		const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
		const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
		ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
		for (const line of hunk.lines) ret.push(line);
	}
	return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	if (typeof options === "function") options = { callback: options };
	if (!(options === null || options === void 0 ? void 0 : options.callback)) {
		const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
		if (!patchObj) return;
		return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
	} else {
		const { callback } = options;
		structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
			if (!patchObj) callback(void 0);
			else callback(formatPatch(patchObj, options.headerOptions));
		} }));
	}
}
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}
// src/cluster/difference/excerpt.ts
const longest = 80;
/** Characters shown before the first difference. */
const lead = 30;
const mostLines = 6;
/** With more differing lines, pairing them takes too long. */
const mostEdits = 1e3;
/** The difference of two values, short enough for a line. One of them may be undefined. */
function excerpt(before, after) {
	if (before === void 0) return { after: overview(after) };
	if (after === void 0) return { before: overview(before) };
	if (typeof before === "string" && typeof after === "string" && `${before}${after}`.includes("\n")) return lineChanges(linesOf(before), linesOf(after), "line", before.endsWith("\n") !== after.endsWith("\n"));
	const [old, now] = [inline(before), inline(after)];
	if (Array.isArray(before) && Array.isArray(after) && Math.max(old.length, now.length) > longest) return lineChanges(before.map(inline), after.map(inline), "item");
	const [shortOld, shortNow] = around(old, now);
	return {
		before: shortOld,
		after: shortNow
	};
}
/** At most `length` characters: the beginning and the end of what is longer. */
function shorten(text, length = longest) {
	if (text.length <= length) return text;
	const end = Math.floor(length / 3);
	return `${text.slice(0, length - end - 3)} … ${text.slice(-end)}`.toWellFormed();
}
function overview(value) {
	if (typeof value !== "string" || !value.includes("\n")) return shorten(inline(value));
	const [first = "", ...others] = linesOf(value);
	return `${shorten(first)} … (${counted(others.length + 1, "line")})`;
}
/** A value on one line: text as it is, quoted when ambiguous; everything else as JSON. */
function inline(value) {
	if (typeof value !== "string") return JSON.stringify(value);
	return /^$|^\s|\s$|\p{Cc}/u.test(value) || isJson(value) ? JSON.stringify(value) : value;
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
/** Both texts from a little before their first difference. */
function around(before, after) {
	let same = 0;
	while (same < before.length && before[same] === after[same]) same++;
	const from = Math.max(0, same - lead);
	const part = (text) => text.length <= longest ? text : `${from === 0 ? "" : "…"}${text.slice(from, from + longest)}${from + longest < text.length ? "…" : ""}`.toWellFormed();
	return [part(before), part(after)];
}
const linesOf = (text) => text.replace(/\n$/, "").split("\n");
/** `endsDiffer`: only one of two texts ends with a line break, which no line shows. */
function lineChanges(before, after, what, endsDiffer = false) {
	const changes = diffArrays(before, after, { maxEditLength: mostEdits }) ?? [{
		removed: true,
		added: false,
		value: before
	}, {
		removed: false,
		added: true,
		value: after
	}];
	const lines = [];
	for (const [index, { removed, added, value }] of changes.entries()) {
		const next = changes[index + 1];
		if (removed) lines.push(...pairs(value, next?.added === true ? next.value : []));
		else if (added && changes[index - 1]?.removed !== true) lines.push(...pairs([], value));
	}
	if (endsDiffer) lines.push("the line break at the end");
	const rest = lines.length - mostLines;
	return {
		before: counted(before.length, what),
		after: counted(after.length, what),
		lines: rest <= 0 ? lines : [...lines.slice(0, mostLines), `… and ${counted(rest, "more line")}`]
	};
}
/** Old and new lines of one place in turn, so that the first ones show the change. */
function pairs(removed, added) {
	return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
		const { [index]: old } = removed;
		const { [index]: now } = added;
		if (old === void 0) return [`+ ${shorten(readable(now ?? ""))}`];
		if (now === void 0) return [`- ${shorten(readable(old))}`];
		const [shortOld, shortNow] = around(readable(old), readable(now));
		return [`- ${shortOld}`, `+ ${shortNow}`];
	}).flat();
}
/** A line as it is, quoted when it contains invisible characters. */
const readable = (line) => /\s$|[^\P{Cc}\t]/u.test(line) ? JSON.stringify(line) : line;
// src/cluster/refusal/server-status.ts
/** Parses the answer of an API server. A text body counts as the message. */
function serverStatusOf({ status, body }) {
	const causes = listAt(body, "details", "causes").map((cause) => ({
		reason: textAt(cause, "reason"),
		message: textAt(cause, "message"),
		field: fieldFromServer(textAt(cause, "field").replace(/^(?:<nil>|\[\])$/, ""))
	}));
	return {
		status,
		message: isRecord(body) ? textAt(body, "message") : typeof body === "string" ? body.trim() : "",
		causes: causes.filter((cause) => !cause.message.includes("rules were not checked because"))
	};
}
/**
* Whether a server judged what was applied. Unknown fields and wrong types are answered with 500, as if the server was in
* trouble: another try gives the same.
*/
const judgesObject = ({ message }) => /^failed to (?:create typed patch object|convert new object)|^error (?:strict )?decoding patch|strict decoding error/.test(message);
/** Fields in the text of such an answer: unknown ones, and those with invalid content. */
function judgedFields(object, { message }) {
	const isOwn = (path) => !isSecret(object) || pathsOf(object).includes(path);
	const strict = [...message.matchAll(/unknown field "([^"]+)"/g)].map(([, field = ""]) => field).filter((field) => isOwn(`.${field}`));
	const typed = [...message.matchAll(/(?:^|: |\n\s*)(\.(?:"(?:[^"\\]|\\.)*"|[^":\s])+): (.*)/g)].map(([, path = "", problem = ""]) => ({
		path,
		isUnknown: problem.startsWith("field not declared")
	})).filter(({ path }) => isOwn(path));
	const fields = (isUnknown) => typed.filter((one) => one.isUnknown === isUnknown).map(({ path }) => fieldFromServer(path));
	return {
		unknown: [...strict, ...fields(true)],
		wrong: fields(false)
	};
}
const pathsOf = (value, path = "") => isRecord(value) ? Object.entries(value).flatMap(([name, inner]) => [`${path}.${name}`, ...pathsOf(inner, `${path}.${name}`)]) : [];
const longestText = 400;
const longestCause = 200;
const mostCauses = 5;
/** The server's text without the leading name of the object; a placeholder where it could contain a secret. */
function quoted(object, text) {
	if (isSecret(object)) return "the server’s text is hidden, as it may contain the secret";
	return shorten(text.replace(/^\S+ "[^"]*" is (?:forbidden|invalid): /, "").replaceAll(/\s+/g, " ").trim(), longestText);
}
/** Each cause with its field. `say` may replace the server's words for a cause. */
function causesText(object, causes, say = () => void 0) {
	const texts = causes.slice(0, mostCauses).map((cause) => {
		if (isSecret(object)) return `${cause.field} ${say(cause) ?? secretWords[cause.reason] ?? "is refused"}`.trim();
		const words = shorten(say(cause) ?? cause.message.split("\n")[0] ?? "", longestCause);
		return cause.field === "" ? words : `${cause.field}: ${words}`;
	});
	const more = causes.length - texts.length;
	return [...texts, ...more > 0 ? [`and ${more} more`] : []].join("; ");
}
const secretWords = {
	FieldValueRequired: "is required",
	FieldValueInvalid: "has an invalid value",
	FieldValueForbidden: "is forbidden",
	FieldValueNotSupported: "has a value that is not supported",
	FieldValueTooLong: "is too long",
	FieldValueDuplicate: "is a duplicate",
	FieldValueTypeInvalid: "has a value of the wrong type"
};
// src/cluster/refusal/access.ts
const allRights = "the ClusterRole in docs/apply.md has all necessary rights";
const askOperators = "ask the administrators of the cluster, or comply by a patch in overrides/";
/** An account whose rights end at the namespace of an organization: a dot is in its name, and in none of Flux's own. */
const ofOrganization = /^system:serviceaccount:flux-system:[^:.]+\.[^:.]+$/;
/** The credentials, or the rights of the account, are insufficient. */
const forbidden = (object, { status, message }) => {
	if (status === 401) return refusal("forbidden", "the cluster rejects the credentials", "log in again: the credentials are wrong or expired");
	if (status !== 403) return void 0;
	const [denial, verb, resource, group = ""] = /User "[^"]*" cannot (\S+) resource "([^"]*)" in API group "([^"]*)"(?: in the namespace "[^"]*"| at the cluster scope)?/.exec(message) ?? [];
	if (denial !== void 0) {
		const who = /User "([^"]*)"/.exec(denial)?.[1] ?? "";
		if (verb === "impersonate") return refusal("forbidden", denial, "docs/apply.md has the Role that `--impersonate` needs: bind it to this account");
		if (ofOrganization.test(who)) return refusal("forbidden", denial, "an organization may change only the objects that docs/tenancy.md lists, in its own namespace: cluster-wide objects go into overrides/<cluster>/tenancy");
		const { namespace } = object.metadata;
		const what = `${resource}${group && `.${group}`}${namespace === void 0 ? "" : ` --namespace ${namespace}`}`;
		return refusal("forbidden", denial, `${allRights}: bind it to this account, and check with \`kubectl auth can-i ${verb} ${what}\``);
	}
	if (!message.includes("is attempting to grant RBAC permissions not currently held")) return void 0;
	const [, grant = ""] = /is (attempting to grant .*)/s.exec(message) ?? [];
	return refusal("forbidden", `the account is ${quoted(object, grant)}`, `an account cannot grant rights that it lacks: ${allRights}, "bind" and "escalate" included`);
};
/** The namespace or the kind of the object is missing. */
const missing = (object, { status, message, causes }) => {
	const { namespace = "" } = object.metadata;
	if (causes.some(({ reason }) => reason === "NamespaceTerminating")) return refusal("missing", `the namespace ${namespace} is being deleted`, `wait until \`kubectl get namespace ${namespace}\` finds none, then run this again; finalizers of its objects can delay that`);
	if (status !== 404) return void 0;
	if (/^namespaces "[^"]*" not found/.test(message)) return refusal("missing", `there is no namespace ${namespace}`, `check that this is the right cluster; then create it: \`kubectl create namespace ${namespace}\``);
	if (/^(?:cluster)?rolebindings\.rbac\.authorization\.k8s\.io "[^"]*" not found/.test(message)) return refusal("missing", `the role ${textAt(object, "roleRef", "name")} does not exist yet, and this account may not bind a missing role`, `${allRights}, "bind" included; create the role first, if this network does not contain it`);
	return refusal("missing", `the cluster does not serve the kind ${object.kind} of ${object.apiVersion}`, isCustom(object) ? "install the product that has its CustomResourceDefinition, or add the definition to your overrides" : "the version of the cluster is too old for the kind, or too new");
};
/** Admission webhooks and policies, which may use the words of every other refusal. */
const hooked = (object, { message }) => {
	const [denial, webhook] = /^admission webhook "([^"]*)" denied the request/.exec(message) ?? /ValidatingAdmissionPolicy '[^']*' with binding '[^']*' denied request/.exec(message) ?? [];
	if (denial !== void 0) {
		const whose = webhook === void 0 ? "a policy of the cluster" : `the webhook ${webhook}`;
		return refusal("denied", withoutSecret(denial), `${whose} refuses it: ${askOperators}`);
	}
	const [failure, broken] = /failed calling webhook "([^"]*)"/.exec(message) ?? [];
	if (failure === void 0) return void 0;
	const hint = `the webhook ${broken} does not answer: check that its pods run, then run this again`;
	return refusal("other", withoutSecret(failure), hint);
	function withoutSecret(known) {
		return isSecret(object) ? `${known}; ${quoted(object, message)}` : quoted(object, message);
	}
};
/** Quotas, Pod Security and other rules of the cluster. */
const denied = (object, { status, message, causes }) => {
	if (status !== 403) return void 0;
	const [excess, quota] = /exceeded quota: ([^,\s]*).*/.exec(message) ?? [];
	if (excess !== void 0) return refusal("denied", excess, `ask for a higher ResourceQuota ${quota} of the namespace, or request less in network.yaml`);
	const hint = message.includes("violates PodSecurity") ? "rendered pods meet the standard \"restricted\": correct the patch in overrides/" : `a rule of the cluster forbids it: ${askOperators}`;
	const fields = causes.map(({ field }) => field);
	return refusal("denied", quoted(object, message), hint, fields);
};
// src/cluster/refusal/conflict.ts
/** Others own fields with other values, or wrote first. */
const conflict = (_object, { status, causes }) => {
	if (status !== 409) return void 0;
	const fields = causes.filter(({ reason }) => reason === "FieldManagerConflict").map(({ field, message }) => ({
		field,
		manager: managerOf(message)
	}));
	if (fields.length === 0) return {
		kind: "conflict",
		message: "another client changed it at the same moment",
		hint: "run this again",
		fields
	};
	const others = [...new Set(fields.map(({ manager }) => manager))].map((manager) => `${manager}${meaning(manager)}`).join(", ");
	return {
		kind: "conflict",
		message: `others set ${agreeing(fields.length, "this field", "these fields")} to other values: ${fields.map(({ field, manager }) => `${field} ← ${manager}`).join(", ")}`,
		hint: `put the value into network.yaml; or agree with the owner (${others}) and run this with --force-conflicts, which takes the ${agreeing(fields.length, "field", "fields")} over`,
		fields
	};
};
/** From `conflict with "kubectl" with subresource "scale" using apps/v1 at 2026-11-23T09:00:00Z`. */
function managerOf(message) {
	const [, manager = "unknown", subresource] = /^conflict with "((?:[^"\\]|\\.)*)"(?: with subresource "([^"]*)")?/.exec(message) ?? [];
	return subresource === void 0 ? manager : `${manager} (${subresource})`;
}
/** Who is behind the name of a field manager. */
const meanings = [
	[/^kubectl/, "a person with kubectl"],
	[/^helm$/i, "a Helm release"],
	[/^(?:kustomize|helm)-controller/, "Flux"],
	[/^argocd/, "Argo CD"],
	[/^(?:kube-controller-manager|vpa-)/, "Kubernetes itself, for example an autoscaler"]
];
function meaning(manager) {
	const found = meanings.find(([pattern]) => pattern.test(manager));
	return found === void 0 ? "" : `: ${found[1]}`;
}
// src/cluster/refusal/immutable.ts
/** The messages of servers about immutable fields, older releases and custom resources included. */
const phrases = [
	/field is immutable(?: when `immutable` is set)?/,
	/(?:\S+ )?(?:is|are) immutable(?: after creation[^\n]*)?/,
	/may not change once set/,
	/may not be changed/,
	/expected an IPv[46] value as indicated by `ipFamilies\[\d\]`/,
	/cannot change roleRef/,
	/updates to statefulset spec for fields other than [^\n]*/,
	/updates to \w+ are forbidden/,
	/pod updates may not change fields other than [^\n]*/,
	/field can ?not be less than (?:status\.capacity|previous value)/,
	/only dynamically provisioned pvc can be resized [^\n]*/,
	/failed rule: self == oldSelf/
];
/** The matching phrase; undefined without one. */
function immutablePhrase(text) {
	return phrases.map((phrase) => phrase.exec(text)?.[0]).find((found) => found !== void 0);
}
/** What a person can do without losing data. Chancery never deletes an object to recreate it. */
const immutableHint = (change) => (hints[change.object.kind] ?? inGeneral)(change);
const hints = {
	StatefulSet: (change) => `delete the StatefulSet alone and apply again: \`${deletion(change)} --cascade=orphan\` leaves its pod running${takeover(change)}`,
	PersistentVolumeClaim: ({ text }) => {
		if (text.includes("less than")) return "a claim can grow but never shrink: restore the former size; for less space, add a node with a smaller claim, and remove this node once the new one has caught up";
		if (text.includes("resized")) return "restore the former size, or set allowVolumeExpansion in the storage class; otherwise back up the data, and replace this node by one with a larger claim";
		return "restore the former value: recreating a claim loses its data; only its size can grow, where the storage class allows that. Otherwise back up the data, and replace this node";
	},
	Job: (change) => `a Job cannot change: \`${deletion(change)}\` and apply again; keep its logs first if you need them`,
	Service: (change) => `restore the former value, or \`${deletion(change)}\` and apply again: its addresses change, those of a load balancer too`,
	Deployment: (change) => `\`${deletion(change)}\` and apply again: its pods stop until the new ones are ready`,
	RoleBinding: (change) => rights(change),
	ClusterRoleBinding: (change) => rights(change),
	Secret: (change) => kept(change),
	ConfigMap: (change) => kept(change),
	CustomResourceDefinition: () => "restore the former value: deleting a CustomResourceDefinition deletes all objects of its kind, in every namespace",
	StorageClass: (change) => `\`${deletion(change)}\` and apply again: existing volumes keep their settings, new ones get the new settings`,
	Namespace: () => "restore the former value: deleting a namespace deletes everything in it, data included"
};
/** Tried with kube-controller-manager 1.37: a pod that does not match the new StatefulSet stays, and blocks it. */
function takeover({ object: { metadata }, fields }) {
	const pod = `\`kubectl delete pod ${metadata.name}-0${inNamespace(metadata.namespace)}\``;
	if (fields.includes("spec.selector")) return `; the new StatefulSet selects other labels, so delete the pod too (${pod}): its claims keep the data`;
	if (fields.includes("spec.volumeClaimTemplates")) return `, and the new StatefulSet adopts it; existing claims stay unchanged, and a new claim needs a new pod (${pod})`;
	return ", and the new StatefulSet adopts it";
}
const rights = (change) => `\`${deletion(change)}\` and apply again: until then its subjects lack these rights`;
const kept = (change) => `keep a copy, then \`${deletion(change)}\` and apply again: pods read the new content when they restart`;
const inGeneral = (change) => `restore the former value, or \`${deletion(change)}\` and apply again if nothing is lost`;
const inNamespace = (namespace) => namespace === void 0 ? "" : ` --namespace ${namespace}`;
const deletion = ({ object: { kind, metadata } }) => `kubectl delete ${kind.toLowerCase()} ${metadata.name}${inNamespace(metadata.namespace)}`;
// src/cluster/refusal/content.ts
const originOf = (object) => `${isSecret(object) ? "the sealed file in material/" : "network.yaml"}, or a patch in overrides/`;
const correct = (object) => `correct it at its source: ${originOf(object)}`;
/** Fields that no schema has, and values of a wrong type. */
const untyped = (object, said) => {
	if (!judgesObject(said)) return void 0;
	const { unknown, wrong } = judgedFields(object, said);
	if (unknown.length > 0) return refusal("unknown-field", `unknown ${agreeing(unknown.length, "field", "fields")} ${unknown.join(", ")}`, `correct the name at its source (${originOf(object)}); if the name is right, the ${isCustom(object) ? "CustomResourceDefinition in the cluster" : "cluster"} is too old for it`, unknown);
	const text = said.message.replace(/^failed to .*? \([^)]*\)(?: to proper version)?: /, "").replace(/^\./, "");
	return refusal("invalid", isSecret(object) ? secretText(said.message, wrong) : quoted(object, text), correct(object), wrong);
};
function secretText(message, wrong) {
	if (message.includes("illegal base64 data")) return "a value below data is not base64";
	return wrong.length === 0 ? "it cannot be read" : `${wrong.join(", ")}: the value is not accepted`;
}
/** Fields that cannot change once the object exists. */
const immutable = (object, said) => {
	const { status, message, causes } = said;
	if (![403, 422].includes(status) || immutablePhrase(message) === void 0) return void 0;
	const phraseOf = (text) => isSecret(object) && immutablePhrase(text) !== void 0 ? "cannot be changed" : withChanges(text);
	const text = causesText(object, causes, (cause) => phraseOf(cause.message)) || quoted(object, message);
	const fields = causes.filter((cause) => immutablePhrase(cause.message) !== void 0).map(({ field }) => field);
	return refusal("immutable", text, immutableHint({
		object,
		fields,
		text: message
	}), fields);
};
const mostChanges = 6;
/** Some kinds only report that `spec` cannot be changed, followed by a diff. */
function withChanges(text) {
	const phrase = immutablePhrase(text);
	const changes = text.split("\n").filter((line) => /^[+-] /.test(line));
	if (phrase === void 0 || changes.length === 0 || changes.length > mostChanges) return phrase;
	return `${phrase} (${changes.map((line) => line.replace(/\s+/, " ").replace(/,$/, "")).join(", ")})`;
}
/** Content that the server refuses. */
const invalid = (object, { status, message, causes }) => {
	if (![
		400,
		413,
		422
	].includes(status)) return void 0;
	const fields = causes.map(({ field }) => field);
	return refusal("invalid", causesText(object, causes) || quoted(object, message), correct(object), fields);
};
// src/cluster/refusal/refusal.ts
/** The first match explains the refusal. A webhook may use the words of all others. */
const explanations = [
	conflict,
	hooked,
	forbidden,
	missing,
	untyped,
	immutable,
	invalid,
	denied
];
/**
* Explains why an API server refused to apply an object. No value of a Secret gets into the explanation, although servers
* quote what they refuse.
*/
function refusalOf(object, answer) {
	const said = serverStatusOf(answer);
	for (const explain of explanations) {
		const found = explain(object, said);
		if (found !== void 0) return named(object, found);
	}
	return named(object, other(object, said));
}
const named = (object, found) => ({
	...found,
	message: `${nameOf(object)}: ${found.message}`
});
const other = (object, { status, message }) => refusal("other", `the API server answered ${status}${message === "" ? "" : `: ${quoted(object, message)}`}`, status === 429 || status >= 500 ? "run this again; if it fails again, read the logs of the API server" : "this answer is unknown: the logs of the API server may explain it");
// src/cluster/retry.ts
/** Statuses of a server that is busy (429), restarting or without its database. */
const passing = /* @__PURE__ */ new Set([
	429,
	500,
	502,
	503,
	504
]);
/** Connection errors that may pass: the server or the network is down for a moment. */
const passingCodes = /* @__PURE__ */ new Set([
	"ECONNRESET",
	"ECONNREFUSED",
	"ECONNABORTED",
	"EPIPE",
	"ETIMEDOUT",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"EAI_AGAIN"
]);
const isPassing = (error) => error instanceof Error && "code" in error && passingCodes.has(String(error.code));
/** Kubernetes also answers 500 for an object that violates its type: another try would not help. */
const isBusy = (answer) => passing.has(answer.status) && !(answer.status === 500 && judgesObject({ message: messageOf(answer) }));
/**
* Tries until there is an answer that another try would not change, for at most `patience` milliseconds, and once more at
* most when `lastTry` is aborted. Everything that is sent here may be sent twice: reads, applies, and deletions that name a
* UID. Throws the last error of the connection.
*/
async function retrying(attempt, patience, signal, lastTry) {
	const end = Date.now() + patience;
	for (let tries = 0;; tries += 1) {
		const isLast = lastTry?.aborted === true;
		const outcome = await attempt().then((answer) => ({ answer }), (error) => ({ error }));
		if ("answer" in outcome && !isBusy(outcome.answer)) return outcome.answer;
		const wait = "answer" in outcome ? pause(tries, outcome.answer.retryAfter) : pause(tries);
		const over = isLast || Date.now() + wait > end;
		if ("error" in outcome && (over || !isPassing(outcome.error))) throw outcome.error;
		if ("answer" in outcome && over) return outcome.answer;
		await rest(wait, signal, lastTry);
	}
}
/** Ends early when no further try is to follow. */
async function rest(milliseconds, signal, lastTry) {
	const signals = [signal, lastTry].filter((one) => one !== void 0);
	try {
		await setTimeout$1(milliseconds, void 0, { signal: AbortSignal.any(signals) });
	} catch (error) {
		if (signal?.aborted === true) throw error;
	}
}
/** Milliseconds, about twice as many each time, with jitter, so that clients do not retry all at once. */
function pause(tries, retryAfter) {
	if (retryAfter !== void 0) return Math.min(retryAfter, 30) * 1e3;
	return Math.min(200 * 2 ** tries, 5e3) * (.75 + Math.random() / 2);
}
export { listAt as A, at as C, isRecord as D, isObject as E, messageOf as F, readObjects as M, endingWith as N, keepAnnotation as O, isSuccess as P, equal as S, isKept as T, isFoundation as _, FILE_HEADERS_ONLY as a, child as b, conditionsOf as c, numberAt as d, textAt as f, isCustom as g, inStages as h, excerpt as i, nameOf as j, keyOf as k, isTrue as l, inOrder as m, retrying as n, createTwoFilesPatch as o, timeAt as p, refusalOf as r, conditionOf as s, isPassing as t, laterOf as u, isSecret as v, groupOf as w, own as x, maskSecret as y };
