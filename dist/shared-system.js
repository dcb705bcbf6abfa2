import { A as SCALAR_STYLE, B as OperatorError, C as isObject$2, D as nameOf$1, E as listAt, F as load, I as loadAll, L as parseEvents, M as constructFromEvents, N as dump$1, O as readObjects, P as getScalarValue, R as isSuccess, S as groupOf, T as keyOf, V as exitStatus, _ as inOrder$1, a as maskSecret, b as isFoundation, c as excerpt, d as conditionsOf, f as isTrue, g as timeAt, h as textAt, i as isSecret, j as YAMLException, k as EVENT_ID, l as equal, m as numberAt, o as child, p as laterOf, r as refusalOf, s as own$1, t as isPassing, u as conditionOf, v as inStages, w as isRecord, x as at, y as isCustom, z as messageOf } from "./shared-retry.js";
import { access, constants, mkdir, mkdtemp, readFile, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { availableParallelism, homedir, tmpdir } from "node:os";
import { delimiter, dirname, join, posix, relative, sep } from "node:path";
import { isIP } from "node:net";
import { isUtf8 } from "node:buffer";
import { styleText } from "node:util";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
// src/cluster/clock.ts
/** The time as the cluster has it, which its objects and events are written with: this machine's may be another. */
async function clockOf(api) {
	const { date } = await api.request("GET", "/version");
	const ahead = date === void 0 ? 0 : date.getTime() - Date.now();
	return () => new Date(Date.now() + ahead);
}
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
// src/cluster/list.ts
/** Objects that a server returns at once: more would make its answers slow, and ours large. */
const page = 500;
/** All objects at a path, page by page; what the server said instead when it refused. */
async function listObjects(api, path, { type, selector, signal }) {
	const objects = [];
	let next;
	do {
		const query = new URLSearchParams({ limit: String(page) });
		if (selector !== void 0) query.set("labelSelector", selector);
		if (typeof next === "string") query.set("continue", next);
		const answer = await api.request("GET", `${path}?${query}`, signal === void 0 ? {} : { signal });
		if (!isSuccess(answer)) return answer;
		objects.push(...itemsOf(answer, type));
		next = at(answer.body, "metadata", "continue");
	} while (typeof next === "string" && next !== "");
	return objects;
}
/** The objects of a list, each with the type that only the list has. */
const itemsOf = ({ body }, type) => listAt(body, "items").filter(isRecord).map((item) => ({
	...type,
	...item
})).filter(isObject$2);
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
	if (!isSuccess(answer)) throw new OperatorError(`the API server does not say what ${apiVersion} has: ${messageOf(answer)}`, "any account may ask for that (system:discovery), unless somebody took the right away");
	return new Map(listAt(answer.body, "resources").filter(isRecord).filter(({ name }) => !String(name).includes("/")).map(({ name, kind, namespaced }) => [String(kind), {
		group,
		plural: String(name),
		namespaced: namespaced === true
	}]));
}
/** Where all objects of a kind are, in all namespaces. */
const listPath = ({ group, plural }) => `${group}/${plural}`;
/** Where an object is. Throws OperatorError for an object without the namespace that it needs. */
function pathOf$1(resource, object) {
	const { namespace, name } = object.metadata;
	if (!resource.namespaced) return `${resource.group}/${resource.plural}/${encodeURIComponent(name)}`;
	if (namespace === void 0) throw new OperatorError(`${nameOf$1(object)} has no namespace`, "objects of your overrides get one from the root they are in: is it of a kind that kustomize does not know?");
	return `${resource.group}/namespaces/${namespace}/${resource.plural}/${encodeURIComponent(name)}`;
}
/** Version of the API server: `v1.37.2`. */
async function serverVersion(api) {
	const answer = await api.request("GET", "/version");
	return isSuccess(answer) ? String(at(answer.body, "gitVersion")) : "of unknown version";
}
// src/cluster/live.ts
/** Labels that rendering puts on every object of a network, and by which only Chancery's are found. */
const ownLabels = (network) => ({
	"app.kubernetes.io/managed-by": "chancery",
	"app.kubernetes.io/part-of": network
});
const selectorOf = (network) => Object.entries(ownLabels(network)).map(([label, value]) => `${label}=${value}`).join(",");
/**
* Kinds of which objects are asked for one by one: Secrets, as listing them is a right that nobody should have without need,
* and what stands outside of any network and so has no label of one.
*/
const single = /* @__PURE__ */ new Set([
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
		return (single.has(object.kind) ? void 0 : await listed(resource, object))?.get(keyOf(object)) ?? getObject(api, pathOf$1(resource, object));
	} };
}
/** Throws OperatorError when the server does not let us look. */
async function getObject(api, path) {
	const answer = await api.request("GET", path);
	if (answer.status === 404) return void 0;
	if (isSuccess(answer) && isObject$2(answer.body)) return answer.body;
	throw new OperatorError(messageOf(answer), "the rights that are needed are in the documentation, docs/apply.md");
}
/** Empty when listing is not allowed: then each object is asked for. */
async function list$1(api, path, { apiVersion, kind }, network) {
	const found = await listObjects(api, path, {
		type: {
			apiVersion,
			kind
		},
		selector: selectorOf(network)
	});
	return new Map("status" in found ? [] : found.map((object) => [keyOf(object), object]));
}
// src/cluster/server-side-apply.ts
/** The name that fields applied by Chancery are owned under. */
const fieldManager = "chancery";
/**
* Server-side apply of the object as it is (https://kubernetes.io/docs/reference/using-api/server-side-apply/): every field
* reaches the server, and one that it does not know is refused. JSON is YAML, which is the content type that applies.
*/
function serverSideApply(api, path, object, { dryRun = false, force = false, signal } = {}) {
	const query = new URLSearchParams({
		fieldManager,
		fieldValidation: "Strict",
		force: String(force)
	});
	if (dryRun) query.set("dryRun", "All");
	return api.request("PATCH", `${path}?${query}`, {
		body: object,
		contentType: "application/apply-patch+yaml",
		...signal === void 0 ? {} : { signal }
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
/** Of a condition that says so, and that may say otherwise some day. */
const failed = ({ reason, message, since }) => ({
	state: "failed",
	message: message || reason,
	reason,
	since
});
/** Nothing brings it back. */
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
/** Their controllers always write it, so a status without it is that of nobody. */
const isSeen = (object) => numberAt(object, "status", "observedGeneration") !== void 0;
const unseen = waiting("its controller has not seen it");
/** The first that is true says what there is to wait for. */
const firstOf = (...reasons) => reasons.find(([missing]) => missing)?.[1];
const replicas = (some, all, are) => `${some} of ${all} ${all === 1 ? "replica is" : "replicas are"} ${are}`;
const surplus = (which, count) => count === 1 ? `1 ${which}replica has yet to end` : `${count} ${which}replicas have yet to end`;
const counts = (object) => ({
	wanted: numberAt(object, "spec", "replicas") ?? 1,
	all: numberAt(object, "status", "replicas") ?? 0,
	ready: numberAt(object, "status", "readyReplicas") ?? 0,
	available: numberAt(object, "status", "availableReplicas") ?? 0,
	updated: numberAt(object, "status", "updatedReplicas") ?? 0
});
const longEnough = (object) => `ready for long enough (${numberAt(object, "spec", "minReadySeconds") ?? 0} seconds)`;
function deployment$1(object) {
	if (!isSeen(object)) return unseen;
	const { wanted, all, ready, available, updated } = counts(object);
	const progress = conditionOf(object, "Progressing");
	if (progress?.reason === "ProgressDeadlineExceeded") {
		const seconds = numberAt(object, "spec", "progressDeadlineSeconds") ?? 0;
		const message = `${replicas(ready, wanted, "ready")}, without any progress for ${seconds} seconds`;
		return failed({
			...progress,
			message
		});
	}
	const reason = firstOf([all < wanted, replicas(all, wanted, "there")], [updated < wanted, replicas(updated, wanted, "of the new version")], [all > wanted, surplus("old ", all - wanted)], [ready < wanted, replicas(ready, wanted, "ready")], [available < updated, replicas(available, wanted, longEnough(object))], [progress !== void 0 && progress.reason !== "NewReplicaSetAvailable", "its new version is not yet complete"], [!isTrue(object, "Available"), "is not yet available"]);
	return reason === void 0 ? current(replicas(ready, wanted, "ready")) : lacking(object, reason);
}
function replicaSet(object) {
	if (!isSeen(object)) return unseen;
	const { wanted, all, ready, available } = counts(object);
	const reason = firstOf([all < wanted, replicas(all, wanted, "there")], [(numberAt(object, "status", "fullyLabeledReplicas") ?? 0) < wanted, "some of its pods lack labels"], [ready < wanted, replicas(ready, wanted, "ready")], [available < wanted, replicas(available, wanted, longEnough(object))], [all > wanted, surplus("", all - wanted)]);
	return reason === void 0 ? current(replicas(ready, wanted, "ready")) : lacking(object, reason);
}
/** Pods that cannot be created may be, a little later: of quota, for one. So it is no failure yet. */
function lacking(object, reason) {
	const failure = conditionOf(object, "ReplicaFailure", "True");
	return waiting(failure === void 0 ? reason : `${reason}: ${failure.message || failure.reason}`);
}
/** Its controller never says that it failed. */
function statefulSet$1(object) {
	if (!isSeen(object)) return unseen;
	if (textAt(object, "spec", "updateStrategy", "type") === "OnDelete") return current("changes when its pods are deleted (OnDelete)");
	const { wanted, all, ready, available, updated } = counts(object);
	const partition = numberAt(object, "spec", "updateStrategy", "rollingUpdate", "partition") ?? 0;
	const toUpdate = Math.max(0, wanted - partition);
	const meet = textAt(object, "status", "currentRevision") === textAt(object, "status", "updateRevision");
	const reason = firstOf([all < wanted, replicas(all, wanted, "there")], [ready < wanted, replicas(ready, wanted, "ready")], [available < wanted, replicas(available, wanted, longEnough(object))], [all > wanted, surplus("", all - wanted)], [updated < toUpdate, replicas(updated, toUpdate, "of the new version")], [partition === 0 && !meet, "its new version is not yet complete"]);
	return reason === void 0 ? current(replicas(ready, wanted, "ready")) : waiting(reason);
}
function daemonSet(object) {
	const wanted = numberAt(object, "status", "desiredNumberScheduled");
	if (!isSeen(object) || wanted === void 0) return unseen;
	const onDelete = textAt(object, "spec", "updateStrategy", "type") === "OnDelete";
	const numberOf = (field) => numberAt(object, "status", field) ?? 0;
	const reason = firstOf([numberOf("currentNumberScheduled") < wanted, replicas(numberOf("currentNumberScheduled"), wanted, "there")], [!onDelete && numberOf("updatedNumberScheduled") < wanted, replicas(numberOf("updatedNumberScheduled"), wanted, "of the new version")], [numberOf("numberReady") < wanted, replicas(numberOf("numberReady"), wanted, "ready")], [numberOf("numberAvailable") < wanted, replicas(numberOf("numberAvailable"), wanted, longEnough(object))]);
	return reason === void 0 ? current(replicas(numberOf("numberReady"), wanted, "ready")) : waiting(reason);
}
// src/cluster/status/status.ts
/**
* What the live object itself tells. Rules of kstatus, except where a comment says otherwise:
* https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus/status
* Not told by the object: pods that can never run. See failures.ts.
*/
function statusOf$1(object) {
	return generic(object) ?? ofKind[`${groupOf(object)}/${object.kind}`]?.(object) ?? ready(object);
}
function generic(object) {
	if (object.metadata.deletionTimestamp !== void 0) {
		const finalizers = listAt(object, "metadata", "finalizers");
		return terminating(finalizers.length === 0 ? "is being deleted" : `is being deleted, once ${finalizers} allow it`);
	}
	if (!isObserved(object)) return waiting("its controller has not seen the last change");
	const reconciling = conditionOf(object, "Reconciling", "True");
	if (reconciling !== void 0) return waiting(reconciling.message || reconciling.reason);
	const stalled = conditionOf(object, "Stalled", "True");
	return stalled && failed(stalled);
}
/** Not all controllers have this condition, and those that do may only add it when it is true. */
function ready(object) {
	const condition = conditionOf(object, "Ready");
	if (condition === void 0) return current("exists");
	const { observedGeneration = Number.POSITIVE_INFINITY } = condition;
	if (observedGeneration < (object.metadata.generation ?? 0)) return waiting("its controller has not seen the last change");
	return condition.status === "True" ? current("is ready") : waiting(condition.message || condition.reason || "is not ready");
}
const ofKind = {
	"apps/DaemonSet": daemonSet,
	"apps/Deployment": deployment$1,
	"apps/ReplicaSet": replicaSet,
	"apps/StatefulSet": statefulSet$1,
	"batch/Job": job,
	"/Namespace": namespace,
	"/PersistentVolumeClaim": claim$1,
	"/Pod": pod$1,
	"/Service": service$1,
	"policy/PodDisruptionBudget": () => current("is in force"),
	"apiextensions.k8s.io/CustomResourceDefinition": definition,
	"apiregistration.k8s.io/APIService": apiService
};
/**
* For kstatus a Job that runs is current: nothing is left to reconcile. Here, as in Flux, a Job has to complete: who
* applies one waits for what it does, and would learn of its failure from nobody.
*/
function job(object) {
	if (isTrue(object, "Complete")) return current("is complete");
	const condition = conditionOf(object, "Failed", "True");
	if (condition !== void 0) return lost(condition.reason, condition.message || condition.reason);
	if (at(object, "spec", "suspend") === true) return current("is suspended: it runs when somebody resumes it");
	if (timeAt(object, "status", "startTime") === void 0) return waiting("has not started");
	const wanted = numberAt(object, "spec", "completions") ?? numberAt(object, "spec", "parallelism") ?? 1;
	const failures = numberAt(object, "status", "failed") ?? 0;
	const done = `${numberAt(object, "status", "succeeded") ?? 0} of ${wanted} completions`;
	return waiting(failures === 0 ? done : `${done}, ${failures} failed`);
}
function pod$1(object) {
	const phase = textAt(object, "status", "phase");
	const reason = textAt(object, "status", "reason");
	if (phase === "Succeeded") return current("is complete");
	if (phase === "Failed") return lost(reason || "PodFailed", textAt(object, "status", "message") || "has failed");
	if (isTrue(object, "Ready")) return current("is ready");
	return waiting(phase === "Running" ? "runs and is not ready" : "has not started");
}
/**
* kstatus and Flux wait until a claim is bound, for ever where its class waits for a first pod and there is none. Here
* a claim counts while somebody makes a volume for it: the two annotations say so. Otherwise it keeps nobody waiting:
* what needs it is not ready without it, and failures.ts says why.
* https://kubernetes.io/docs/reference/labels-annotations-taints/#volume-kubernetes-io-storage-provisioner
*/
function claim$1(object) {
	const phase = textAt(object, "status", "phase");
	if (phase === "Bound") return current("is bound");
	if (phase === "Lost") return lost("ClaimLost", "its volume is gone");
	const { annotations = {} } = object.metadata;
	const provisioner = annotations["volume.kubernetes.io/storage-provisioner"];
	if (provisioner !== void 0) return waiting(`waiting for a volume from ${provisioner}`);
	if ("volume.kubernetes.io/selected-node" in annotations) return waiting("waiting for a volume");
	return current("is not bound: waiting for a first pod that uses it, or for a volume that fits");
}
/** kstatus is content with an address inside the cluster. Routes and DNS records need the one outside. */
function service$1(object) {
	if (textAt(object, "spec", "type") !== "LoadBalancer") return current("exists");
	const [first] = listAt(object, "status", "loadBalancer", "ingress");
	const address = textAt(first, "ip") || textAt(first, "hostname");
	return address === "" ? waiting("waiting for an address of the load balancer") : current(`has the address ${address}`);
}
function namespace(object) {
	return textAt(object, "status", "phase") === "Terminating" ? terminating("is being deleted") : current("is active");
}
function definition(object) {
	const names = conditionOf(object, "NamesAccepted", "False");
	if (names !== void 0) return failed(names);
	if (isTrue(object, "Established")) return current("is established");
	const unestablished = conditionOf(object, "Established", "False");
	return unestablished !== void 0 && unestablished.reason !== "Installing" ? failed(unestablished) : waiting("is being installed");
}
function apiService(object) {
	if (isTrue(object, "Available")) return current("is available");
	return waiting(conditionOf(object, "Available")?.message || "is not yet available");
}
// src/cluster/foundation.ts
/**
* Makes namespaces and kinds, and waits until they are of use: only then can the server judge what goes into them. Gives the
* objects as they are, `created` those that were not there before.
*/
async function makeFoundation(steps, options) {
	const { api, resources, force } = options;
	const written = await pMap(steps.filter(({ object, action }) => isFoundation(object) && action !== "keep"), async ({ object }) => {
		const answer = await serverSideApply(api, await placeOf$1(object, resources), object, { force });
		if (!isSuccess(answer) || !isObject$2(answer.body)) throw new OperatorError(`${nameOf$1(object)} was refused: ${messageOf(answer)}`, "run this again to see all of it");
		return {
			object: answer.body,
			created: answer.status === 201
		};
	}, { concurrency: 16 });
	for (const { object } of written) {
		const live = await until(object, options, (found) => found !== void 0 && statusOf$1(found).state === "current");
		options.say(`${nameOf$1(object)} is there${live ? "" : ", but not yet of use"}`);
		if (!live) throw new OperatorError(`${nameOf$1(object)} does not become of use`, "ask the administrators of the cluster");
	}
	if (written.length > 0) resources.forget();
	return {
		written: written.map(({ object }) => object),
		created: written.filter(({ created }) => created).map(({ object }) => object)
	};
}
/** Waits for namespaces that somebody deleted and that are still going: nothing can be put into them. */
async function awaitTermination(objects, options) {
	for (const object of objects.filter(({ kind }) => kind === "Namespace")) {
		const found = await getObject(options.api, await placeOf$1(object, options.resources));
		if (found?.metadata.deletionTimestamp === void 0) continue;
		options.say(`${nameOf$1(object)} was deleted and is still going: waiting for its end`);
		if (!await until(object, options, (live) => live?.metadata.uid !== found.metadata.uid)) throw new OperatorError(`${nameOf$1(object)} was deleted and does not go`, `something in it has a finalizer that nobody serves: kubectl get namespace ${object.metadata.name} -o yaml`);
	}
}
/** Removes what `makeFoundation` created, and nothing that was there before. Gives what could not be removed. */
async function undoFoundation(created, options) {
	const left = await pMap(created, async (object) => {
		const path = await placeOf$1(object, options.resources);
		const body = { preconditions: { uid: object.metadata.uid } };
		const answer = await options.api.request("DELETE", path, { body });
		return (isSuccess(answer) || answer.status === 404) && await until(object, options, (live) => live?.metadata.uid !== object.metadata.uid) ? [] : [nameOf$1(object)];
	}, { concurrency: 16 });
	options.resources.forget();
	return left.flat();
}
async function placeOf$1(object, resources) {
	const resource = await resources.of(object);
	if (resource === void 0) throw new Error(`the cluster does not know the kind ${object.kind}`);
	return pathOf$1(resource, object);
}
/** False when the time is over first. */
async function until(object, { api, resources, timeout, signal }, condition) {
	const path = await placeOf$1(object, resources);
	const end = Date.now() + timeout;
	while (!condition(await getObject(api, path))) {
		if (Date.now() > end) return false;
		await setTimeout(200, void 0, { signal });
	}
	return true;
}
// src/cluster/inventory.ts
const emptyInventory = {
	entries: [],
	places: [],
	applied: ""
};
/** Whether the object is known to have been made. */
const recorded = ({ entries }, object) => entries.some((entry) => entry.uid !== "" && keyOf(entry) === keyOf(object));
/** Entries of both, sorted; where both have an object, the later one counts. */
function union$1(...lists) {
	return [...new Map(lists.flat().map((entry) => [keyOf(entry), entry]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
}
/** Entries of which no object is in the list. */
function without$1(entries, objects) {
	const there = new Set(objects.map(keyOf));
	return entries.filter((entry) => !there.has(keyOf(entry)));
}
const sameEntries = (a, b) => dump(a).objects === dump(b).objects && dump(a).clusters === dump(b).clusters;
/** Where the inventory of a network is kept: in the namespace of its Ambassador, which every cluster has. */
const inventoryPath = (network, namespace) => `/api/v1/namespaces/${namespace}/configmaps/${nameOfInventory(network)}`;
const nameOfInventory = (network) => `chancery-${network}`;
async function readInventory(api, network, namespace) {
	const found = await getObject(api, inventoryPath(network, namespace));
	if (found === void 0) return emptyInventory;
	const data = at(found, "data");
	const text = (key) => String(at(data, key) ?? "");
	try {
		return {
			entries: entriesOf(JSON.parse(text("objects"))),
			places: JSON.parse(text("clusters")).map(({ name, context }) => ({
				name,
				context
			})),
			applied: text("applied"),
			...found.metadata.resourceVersion === void 0 ? {} : { resourceVersion: found.metadata.resourceVersion }
		};
	} catch (error) {
		throw new OperatorError(`the ConfigMap ${namespace}/${nameOfInventory(network)} cannot be read: somebody changed it`, "it records what Chancery applied, so that it can tell what left the definition; delete it to begin a new one", { cause: error });
	}
}
/** Throws OperatorError when somebody else applied the network meanwhile. */
async function writeInventory(api, network, namespace, inventory) {
	const { resourceVersion } = inventory;
	const data = dump(inventory);
	const object = {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: {
			name: nameOfInventory(network),
			namespace,
			labels: ownLabels(network),
			...resourceVersion === void 0 ? {} : { resourceVersion }
		},
		data
	};
	const answer = await serverSideApply(api, inventoryPath(network, namespace), object, { force: true });
	if (isSuccess(answer)) return {
		...inventory,
		resourceVersion: String(at(answer.body, "metadata", "resourceVersion"))
	};
	if (answer.status === 409) throw new OperatorError(`${network} is being applied to this cluster by somebody else`, "wait for that to end, then run this again; one run for each cluster at a time");
	throw new OperatorError(`the inventory could not be written: ${messageOf(answer)}`, "see docs/apply.md for the rights");
}
/**
* Grouped, as a ConfigMap holds 1 MiB: `{"apps/v1/StatefulSet": {"trade-north": {"v1": "<uid>"}}}`. The namespace of what
* belongs to the whole cluster is empty.
*/
function dump({ entries, places, applied }) {
	const objects = /* @__PURE__ */ new Map();
	for (const { apiVersion, kind, metadata, uid } of union$1(entries)) nested(nested(objects, `${apiVersion}/${kind}`), metadata.namespace ?? "").set(metadata.name, uid);
	const plain = (value) => value instanceof Map ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value;
	const sorted = [...places].sort((a, b) => a.name < b.name ? -1 : 1);
	return {
		objects: JSON.stringify(plain(objects)),
		clusters: JSON.stringify(sorted),
		applied
	};
}
function nested(map, key) {
	const found = map.get(key) ?? /* @__PURE__ */ new Map();
	map.set(key, found);
	return found;
}
function entriesOf(objects) {
	if (!isRecord(objects)) throw new TypeError("objects is no map");
	return Object.entries(objects).flatMap(([type, namespaces]) => {
		const apiVersion = type.slice(0, type.lastIndexOf("/"));
		const kind = type.slice(type.lastIndexOf("/") + 1);
		return Object.entries(namespaces).flatMap(([namespace, names]) => Object.entries(names).map(([name, uid]) => ({
			apiVersion,
			kind,
			metadata: namespace === "" ? { name } : {
				name,
				namespace
			},
			uid
		})));
	});
}
// src/cluster/orphans.ts
/** Kinds that hold what cannot be had again, or that take others with them. */
const precious = {
	PersistentVolumeClaim: "it holds a ledger's data",
	Secret: "it holds keys",
	Namespace: "everything in it would go with it",
	CustomResourceDefinition: "every object of its kind would go with it, those of other networks too"
};
/** What Flux heeds as well: https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources */
const keepAnnotation = "kustomize.toolkit.fluxcd.io/prune";
/** Looks the entries up. What is gone, or is no longer the object that was applied, is no orphan. Last in, first out. */
async function findOrphans(entries, live, options) {
	return guard((await pMap(inOrder$1(entries).reverse(), async (entry) => {
		const object = await live.get(entry);
		return object === void 0 || isAnother(object, entry) ? [] : [{
			entry,
			live: object
		}];
	}, { concurrency: 16 })).flat(), options);
}
const isAnother = ({ metadata }, { uid }) => uid !== "" && metadata.uid !== uid;
function guard(found, options) {
	const isNamed = ({ entry }) => options.named.has(nameOf$1(entry));
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
	if (takesPart(object, options)) return "it takes part in consensus: without it the ledger may come to a halt";
	if (object.metadata.annotations?.[keepAnnotation] === "disabled" && precious[object.kind] === void 0) return `its annotation ${keepAnnotation} says so`;
	const owned = Object.entries(ownLabels(options.network)).every(([label, value]) => labels[label] === value);
	return precious[object.kind] ?? (owned ? void 0 : "its labels no longer say that it is this network’s");
}
const takesPart = ({ kind, metadata }, { consensusRoles }) => ["StatefulSet", "Deployment"].includes(kind) && consensusRoles.includes(metadata.labels?.["app.kubernetes.io/component"] ?? "");
/** A node that stays needs its configuration, its network policy, and the route by which its peers reach it. */
function neededBy(object, voters) {
	const leadsTo = String(at(object, "spec", "service") ?? "").split(":")[0];
	const voter = voters.find(({ live: { metadata } }) => [object.metadata.namespace, leadsTo?.split(".")[1]].includes(metadata.namespace));
	return voter === void 0 ? void 0 : `${nameOf$1(voter.live)} stays and may need it`;
}
/** Deletes one object, if it still is the one that was found, and what Kubernetes made for it. Does not wait for its end. */
async function deleteOrphan(orphan, api, resources) {
	const resource = await resources.of(orphan.entry);
	if (resource === void 0) return void 0;
	const answer = await api.request("DELETE", pathOf$1(resource, orphan.entry), { body: {
		apiVersion: "v1",
		kind: "DeleteOptions",
		propagationPolicy: "Background",
		preconditions: { uid: orphan.live.metadata.uid }
	} });
	if ([
		200,
		202,
		404,
		409
	].includes(answer.status)) return void 0;
	return String(at(answer.body, "message") ?? `status ${answer.status}`);
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
/** Kubernetes fills it in later. */
const defaults = { protocol: "TCP" };
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
		const identity = identityOf$2(item, identifier);
		if (identity === void 0 || items.has(identity)) return void 0;
		items.set(identity, item);
	}
	return items;
}
function identityOf$2(item, identifier) {
	if (!isRecord(item)) return void 0;
	const values = identifier.map((name) => own$1(item, name) ?? defaults[name]);
	if (values.some((value) => !["string", "number"].includes(typeof value))) return void 0;
	return identifier.map((name, index) => `${name}=${JSON.stringify(values[index])}`).join(",");
}
// src/cluster/difference/difference.ts
/** What only the server writes, and what applying does not change. */
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
	const [shownOld, shownNow] = isSecret(before) || isSecret(after) ? maskSecret(old, now) : [old, now];
	return compare$2("", shownOld, shownNow);
}
/** Whether what `manager` owns by server-side apply differs: taking over a field that has the same value already is a change too. */
function ownershipChanged(before, after, manager) {
	return !equal(ownedBy(before, manager), ownedBy(after, manager));
}
/** Whether `after`, the answer to a dry run, would leave `before` as it is: nothing to write. */
const isSame = (before, after, manager) => equal(content$1(before), content$1(after)) && !ownershipChanged(before, after, manager);
function ownedBy(object, manager) {
	const entry = listAt(object, "metadata", "managedFields").find((one) => at(one, "manager") === manager && at(one, "operation") === "Apply" && (at(one, "subresource") ?? "") === "");
	return [at(entry, "apiVersion"), at(entry, "fieldsV1")];
}
/** The object without what is only the server's. */
const content$1 = (object) => ({
	...without(object, serverFields),
	metadata: without(object.metadata, serverMetadata)
});
const without = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));
function compare$2(field, before, after) {
	if (equal(before, after)) return [];
	if (isRecord(before) && isRecord(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => compare$2(child(field, name), own$1(before, name), own$1(after, name)));
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
	return Array.from({ length }, (_, index) => compare$2(`${field}[${index}]`, before[index], after[index])).flat();
}
function compareMatched(field, before, after) {
	const found = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((identity) => compare$2(`${field}[${identity}]`, before.get(identity), after.get(identity)));
	const [old, now] = [[...before.keys()].filter((one) => after.has(one)), [...after.keys()].filter((one) => before.has(one))];
	return equal(old, now) ? found : [{
		field,
		...excerpt(old, now)
	}, ...found];
}
// src/cluster/rehearsal.ts
/** Asks the server what applying each object would do, and changes nothing: first the namespaces and kinds, then the rest. */
async function rehearse(objects, input) {
	const first = await ask(objects.filter(isFoundation), input, {
		namespaces: /* @__PURE__ */ new Set(),
		kinds: /* @__PURE__ */ new Map()
	});
	const pending = pendingOf(first.steps);
	const second = await ask(objects.filter((object) => !isFoundation(object)), input, pending);
	return {
		steps: [...first.steps, ...second.steps],
		refused: [...first.refused, ...second.refused],
		warnings: [.../* @__PURE__ */ new Set([...first.warnings, ...second.warnings])].sort()
	};
}
function pendingOf(steps) {
	const open = steps.filter(({ action }) => action !== "keep");
	return {
		namespaces: new Set(open.filter(({ object, action }) => object.kind === "Namespace" && action === "create").map(({ object }) => object.metadata.name)),
		kinds: new Map(open.filter(({ object }) => object.kind === "CustomResourceDefinition").map(({ object, action }) => [`${at(object, "spec", "group")}/${at(object, "spec", "names", "kind")}`, action === "create" ? "create" : "change"]))
	};
}
async function ask(objects, input, pending) {
	const outcomes = await pMap(objects, (object) => one(object, input, pending), {
		concurrency: 16,
		signal: input.signal
	});
	return {
		steps: outcomes.flatMap((outcome) => "step" in outcome ? [outcome.step] : []),
		refused: outcomes.flatMap((outcome) => "step" in outcome ? [] : [outcome]),
		warnings: outcomes.flatMap((outcome) => "step" in outcome ? outcome.warnings : [])
	};
}
async function one(object, input, pending) {
	const { api, resources, live, inventory, force, signal } = input;
	const unchecked = () => ({
		step: {
			object,
			action: "create",
			differences: [],
			checked: false
		},
		warnings: []
	});
	const kind = pending.kinds.get(`${object.apiVersion.split("/")[0]}/${object.kind}`);
	const resource = await resources.of(object);
	if (resource === void 0) return kind === void 0 ? {
		object,
		refusal: unknownKind(object)
	} : unchecked();
	if (object.metadata.namespace !== void 0 && pending.namespaces.has(object.metadata.namespace)) return unchecked();
	if (object.kind === "Job") {
		const done = await finishedJob(object, live, inventory);
		if (done !== void 0) return {
			step: done,
			warnings: []
		};
	}
	const answer = await serverSideApply(api, pathOf$1(resource, object), object, {
		dryRun: true,
		force,
		signal
	});
	if (!isSuccess(answer) || !isObject$2(answer.body)) {
		const refusal = refusalOf(object, answer);
		return kind === "change" && refusal.kind !== "conflict" ? unchecked() : {
			object,
			refusal
		};
	}
	const step = (action, differences = []) => ({
		step: {
			object,
			action,
			differences,
			checked: true
		},
		warnings: answer.warnings
	});
	if (answer.status === 201) return step("create");
	const before = await live.get(object);
	if (before === void 0) return step("create");
	return isSame(before, answer.body, "chancery") ? step("keep") : step("change", differencesOf(before, answer.body));
}
/**
* A Job runs once: its name has a hash of its content, so one that is there, or was and has been removed after its time, is
* the same and is left alone.
*/
async function finishedJob(object, live, inventory) {
	return await live.get(object) !== void 0 || recorded(inventory, object) ? {
		object,
		action: "keep",
		differences: [],
		checked: true
	} : void 0;
}
const unknownKind = (object) => ({
	kind: "missing",
	message: `${nameOf$1(object)}: the cluster does not know the kind ${object.kind} of ${object.apiVersion}`,
	hint: isCustom(object) ? "install what brings its CustomResourceDefinition, or put that into your overrides" : "the cluster is too old for it, or too new",
	fields: []
});
// src/cluster/plan.ts
/** Compares without changing anything. Throws OperatorError when the cluster does not let us. */
async function planCluster(api, resources, wanted, options) {
	const { network, namespace, objects, places, consensusRoles } = wanted;
	const version = await serverVersion(api);
	const inventory = await readInventory(api, network, namespace);
	const live = liveObjects(api, resources, network);
	const { steps, refused, warnings } = await rehearse(inOrder$1(objects), {
		api,
		resources,
		live,
		inventory,
		force: options.force,
		signal: options.signal
	});
	const orphans = await findOrphans(without$1(inventory.entries, objects), live, {
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
/** What can be looked at: a Job that has run may be gone. */
async function withoutFinishedJobs({ steps }, live) {
	const there = await Promise.all(steps.map(async ({ object, action }) => object.kind !== "Job" || action !== "keep" || await live.get(object) !== void 0));
	return steps.map(({ object }) => object).filter((_, index) => there[index]);
}
const changes = ({ steps }) => steps.filter(({ action }) => action !== "keep");
// src/cluster/prune.ts
/** Deletes the orphans that no guard keeps, one after the other, and waits for their end. */
async function pruneOrphans(orphans, options) {
	const pruned = [];
	const problems = [];
	for (const orphan of orphans.filter(({ stays }) => stays === void 0)) {
		if (options.signal.aborted) break;
		const problem = await deleteOrphan(orphan, options.api, options.resources) ?? await end$1(orphan, options);
		if (problem === void 0) {
			pruned.push(orphan.entry);
			options.say(`pruned ${nameOf$1(orphan.entry)}`);
		} else problems.push(`${nameOf$1(orphan.entry)} could not be pruned: ${problem}`);
	}
	return {
		pruned,
		problems
	};
}
/** Undefined when the object is gone. It stays in the inventory until then: nothing may be forgotten. */
async function end$1({ entry, live }, { api, resources, timeout, signal }) {
	const resource = await resources.of(entry);
	if (resource === void 0) return void 0;
	const path = pathOf$1(resource, entry);
	const last = Date.now() + timeout;
	for (;;) {
		if ((await getObject(api, path))?.metadata.uid !== live.metadata.uid) return void 0;
		if (Date.now() > last || signal.aborted) return "it is being deleted, and a finalizer holds it";
		await setTimeout(200);
	}
}
// src/cluster/status/patience.ts
const started = [
	"Pulling",
	"Pulled",
	"Created",
	"Started"
];
/** By the reason that a container, a pod or an event gives. What is not here is no trouble, or passes. */
const patience = {
	/** Anything crashes once or twice while what it needs starts too. The third time, it is itself. */
	CrashLoopBackOff: {
		seconds: 0,
		times: 3
	},
	/** It crashed before this rollout, which may have set it right: the kubelet starts it within five minutes. */
	CrashedBefore: {
		seconds: 330,
		times: 3
	},
	/** Program or working directory not found, mostly: a CrashLoopBackOff after a few times. */
	RunContainerError: { seconds: 60 },
	StartError: { seconds: 60 },
	/** Registries are busy, limit rates, and learn of new images and credentials a little later. */
	ErrImagePull: { seconds: 60 },
	ImagePullBackOff: { seconds: 60 },
	ErrImageNeverPull: { seconds: 60 },
	ImageInspectError: { seconds: 60 },
	RegistryUnavailable: { seconds: 120 },
	SignatureValidationFailed: { seconds: 60 },
	/** A name that can be no image does not become one. */
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
	/** Clouds answer late, and make volumes on the second attempt. */
	ProvisioningFailed: {
		seconds: 120,
		over: ["ProvisioningSucceeded"]
	},
	/** No class makes a volume: somebody has to. */
	FailedBinding: {
		seconds: 120,
		over: ["ProvisioningSucceeded"]
	},
	/** Clouds may have to make networks and addresses first. The names of Kubernetes' own, of AWS's and of MetalLB. */
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
	/** The object said before this rollout that it failed, and its controller may look again. */
	FailedBefore: { seconds: 60 }
};
const isCause = (reason) => Object.hasOwn(patience, reason);
const patienceWith = (cause) => patience[cause];
// src/cluster/status/containers.ts
/** Init containers first, in the order in which they run. */
const containersOf = (pod) => [...listAt(pod, "status", "initContainerStatuses").map((status) => container(status, true)), ...listAt(pod, "status", "containerStatuses").map((status) => container(status, false))];
function container(status, isInit) {
	const state = [
		"waiting",
		"running",
		"terminated"
	].find((one) => isRecord(at(status, "state", one)));
	return {
		name: textAt(status, "name"),
		isInit,
		isReady: at(status, "ready") === true,
		restarts: numberAt(status, "restartCount") ?? 0,
		state: state ?? "unknown",
		reason: state === void 0 ? "" : textAt(status, "state", state, "reason"),
		message: state === void 0 ? "" : textAt(status, "state", state, "message").trim(),
		end: end(at(status, "state", "terminated")) ?? end(at(status, "lastState", "terminated"))
	};
}
function end(terminated) {
	if (!isRecord(terminated)) return void 0;
	return {
		exitCode: numberAt(terminated, "exitCode") ?? 0,
		reason: textAt(terminated, "reason"),
		message: textAt(terminated, "message").trim(),
		startedAt: timeAt(terminated, "startedAt")
	};
}
/** `exit code 137 (OOMKilled): message`. `Error` is what Kubernetes says of every other code. */
function endText({ exitCode, reason, message }) {
	return `exit code ${exitCode}${reason === "" || reason === "Error" ? "" : ` (${reason})`}${message === "" ? "" : `: ${message}`}`;
}
// src/cluster/status/events.ts
const never$1 = /* @__PURE__ */ new Date(0);
function occurrenceOf(event) {
	const about = (field) => textAt(event, "involvedObject", field);
	const created = timeAt(event, "eventTime") ?? timeAt(event, "metadata", "creationTimestamp") ?? never$1;
	return {
		about: {
			kind: about("kind"),
			namespace: about("namespace"),
			name: about("name"),
			uid: about("uid")
		},
		reason: textAt(event, "reason"),
		message: textAt(event, "message").trim(),
		isWarning: textAt(event, "type") === "Warning",
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
function podsOf(workload, pods) {
	return pods.filter((pod) => pod.metadata.namespace === workload.metadata.namespace && (workload.kind === "Pod" ? pod.metadata.uid === workload.metadata.uid : isMadeFor(workload, pod)));
}
/** By owner and not by labels: selectors of two workloads may overlap. */
function isMadeFor({ kind, metadata }, pod) {
	const owner = listAt(pod, "metadata", "ownerReferences").find((reference) => at(reference, "controller") === true);
	if (!isRecord(owner)) return false;
	if (kind !== "Deployment") return owner.uid === metadata.uid;
	const hash = textAt(pod, "metadata", "labels", "pod-template-hash");
	return owner.kind === "ReplicaSet" && owner.name === `${metadata.name}-${hash}`;
}
/**
* Those whose trouble is the workload's: pods of an older version are replaced, and pods that are being deleted are
* gone soon.
*/
function currentPodsOf(workload, pods) {
	const own = podsOf(workload, pods).filter((pod) => pod.metadata.deletionTimestamp === void 0);
	if (workload.kind === "StatefulSet") {
		const isParallel = textAt(workload, "spec", "podManagementPolicy") === "Parallel";
		const partition = numberAt(workload, "spec", "updateStrategy", "rollingUpdate", "partition") ?? 0;
		return own.filter((pod) => !isParallel || partition > 0 || isOfNewVersion(workload, pod));
	}
	if (workload.kind === "Deployment") return ofLastVersion(own, "pod-template-hash", numberAt(workload, "status", "updatedReplicas"));
	if (workload.kind === "DaemonSet") return ofLastVersion(own, "controller-revision-hash", numberAt(workload, "status", "updatedNumberScheduled"));
	return own;
}
/** Of a StatefulSet, the only one that says what its new version is. */
const isOfNewVersion = (statefulSet, pod) => textAt(pod, "metadata", "labels", "controller-revision-hash") === textAt(statefulSet, "status", "updateRevision");
/** Neither says which version is the last: it is that of the pod that was created last, when there is any of it. */
function ofLastVersion(pods, label, updated) {
	const created = (pod) => timeAt(pod, "metadata", "creationTimestamp")?.getTime() ?? 0;
	const last = pods.toSorted((a, b) => created(a) - created(b)).at(-1);
	if (last === void 0 || (updated ?? 0) === 0) return [];
	const version = textAt(last, "metadata", "labels", label);
	return pods.filter((pod) => textAt(pod, "metadata", "labels", label) === version);
}
/** Names of the claims that a pod mounts. */
function claimsOf(pod) {
	return listAt(pod, "spec", "volumes").flatMap((volume) => {
		const claim = textAt(volume, "persistentVolumeClaim", "claimName");
		if (claim !== "") return [claim];
		return at(volume, "ephemeral") === void 0 ? [] : [`${pod.metadata.name}-${textAt(volume, "name")}`];
	});
}
// src/cluster/status/trouble.ts
/** Pods that the workload's controller cannot create or keep, volumes and addresses that nobody makes. */
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
/** Why pods cannot be created stands in no field, only in the API server's message. */
function causeOf(reason, message) {
	if (reason !== "FailedCreate") return reason;
	if (message.includes("violates PodSecurity")) return "FailedCreateByPodSecurity";
	if (message.includes("exceeded quota")) return "FailedCreateByQuota";
	return message.includes("forbidden") ? "FailedCreateByPolicy" : "FailedCreate";
}
// src/cluster/status/pod-troubles.ts
/** The most telling first. `since` is when the rollout began: older events and crashes may have been set right by it. */
function troublesOfPod(pod, events, since) {
	return [
		...containerTroubles(pod, since),
		...volumeTroubles(pod, events, since),
		...unschedulable(pod, events)
	];
}
function containerTroubles(pod, since) {
	return containersOf(pod).flatMap((container) => {
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
	const claims = isScheduled(pod) ? [] : claimsOf(pod);
	const troubles = (occurrences, what) => occurrenceTroubles(occurrences, since).map((trouble) => ({
		...trouble,
		message: `${what}: ${trouble.message}`,
		pod
	}));
	const { namespace = "", name } = pod.metadata;
	return [...claims.flatMap((claim) => troubles(occurrencesOfClaim(namespace, claim, events), `claim ${claim} of pod ${name} gets no volume`)), ...troubles(occurrencesOf(pod, events), `pod ${name} cannot start`)];
}
const isScheduled = (pod) => textAt(pod, "spec", "nodeName") !== "";
/** Volumes and network come before all containers. */
const hasStarted = (pod) => isTrue(pod, "PodReadyToStartContainers") || containersOf(pod).some(({ state, restarts, end }) => state === "running" || restarts > 0 || end !== void 0);
/** An autoscaler that adds a node for the pod says so: the cluster autoscaler, and Karpenter. */
const helps = ["TriggeredScaleUp", "Nominated"];
function unschedulable(pod, events) {
	const scheduled = conditionOf(pod, "PodScheduled", "False");
	if (scheduled?.reason !== "Unschedulable") return [];
	if (textAt(pod, "status", "nominatedNodeName") !== "") return [];
	if (occurrencesOf(pod, events).some(({ reason }) => helps.includes(reason))) return [];
	const { reason, message, since } = scheduled;
	return [{
		cause: "Unschedulable",
		reason,
		message: `no node takes pod ${pod.metadata.name}: ${message}`,
		since,
		pod
	}];
}
/** Failed pods are replaced; where that does not help, they become many: `atLeast` as many. */
function failedPods(pods, since, atLeast) {
	const failed = pods.filter((pod) => textAt(pod, "status", "phase") === "Failed").filter((pod) => (timeAt(pod, "metadata", "creationTimestamp") ?? since) >= since);
	const pod = failed.at(-1);
	if (pod === void 0 || failed.length < atLeast) return [];
	const container = containersOf(pod).find(({ end }) => end !== void 0 && end.exitCode !== 0);
	const reason = textAt(pod, "status", "reason") || "PodFailed";
	const why = textAt(pod, "status", "message") || (container?.end === void 0 ? reason : endText(container.end));
	const others = failed.length === 1 ? "" : ` (as ${failed.length - 1} before it)`;
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
/** What to tell when a wait ends and nothing says why: ten lines at most, pods first, then events, the newest last. */
function explain$1(workload, { pods, events }) {
	const unready = podsOf(workload, pods).filter((pod) => statusOf$1(pod).state !== "current");
	const lines = unready.slice(0, mostPods).map(podLine);
	const more = unready.length - lines.length;
	return [
		...lines,
		...more > 0 ? [`and ${more} more that ${more === 1 ? "is" : "are"} not ready`] : [],
		...eventLines(workload, unready, events)
	].map((line) => line.replaceAll(/\s+/g, " "));
}
function podLine(pod) {
	const name = `pod ${pod.metadata.name}`;
	const status = statusOf$1(pod);
	const scheduled = conditionOf(pod, "PodScheduled", "False");
	if (status.state === "terminating") return `${name} ${status.message}`;
	if (status.state === "failed") {
		const [end] = containersOf(pod).flatMap((container) => container.end ?? []);
		return `${name}: ${status.message}${end === void 0 ? "" : `, ${endText(end)}`}`;
	}
	if (scheduled !== void 0) return `${name} has no node: ${scheduled.message || scheduled.reason}`;
	const texts = containersOf(pod).flatMap(containerText);
	return texts.length === 0 ? `${name} ${status.message}` : `${name}: ${texts.join("; ")}`;
}
function containerText({ name, isInit, isReady, restarts, state, reason, message, end }) {
	if (isReady || reason === "PodInitializing" || reason === "Completed") return [];
	const title = `${isInit ? "init container" : "container"} ${name}`;
	const ended = end === void 0 ? "" : `, ended with ${endText(end)}`;
	const restarted = restarts === 0 ? "" : `, restarted ${restarts} times`;
	if (state === "waiting") return [`${title} waits: ${reason}${message && ` (${message})`}${restarted}${ended}`];
	if (state === "running") return [`${title} runs and is not ${isInit ? "done" : "ready"}${restarted}${ended}`];
	return state === "terminated" ? [`${title} has ended${ended}${restarted}`] : [];
}
function eventLines(workload, pods, events) {
	const owners = pods.flatMap((pod) => listAt(pod, "metadata", "ownerReferences").map((owner) => textAt(owner, "uid")));
	const uids = /* @__PURE__ */ new Set([...[workload, ...pods].map(({ metadata }) => metadata.uid ?? ""), ...owners]);
	const claims = new Set(pods.flatMap(claimsOf));
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
	const status = statusOf$1(workload);
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
		return failure$1(workload, {
			reason,
			message: shown === void 0 ? message : `${message}; ${shown.message}`
		}, shown);
	}
	return trouble === void 0 ? void 0 : failure$1(workload, trouble, trouble);
}
/** Times of Kubernetes have no fractions. */
const wholeSecond = (time) => /* @__PURE__ */ new Date(Math.floor(time.getTime() / 1e3) * 1e3);
/** When somebody last changed more than the status. */
function changedAt(object) {
	return listAt(object, "metadata", "managedFields").filter((entry) => textAt(entry, "subresource") === "").flatMap((entry) => timeAt(entry, "time") ?? []).reduce(laterOf, timeAt(object, "metadata", "creationTimestamp") ?? /* @__PURE__ */ new Date(0));
}
function troublesOf(workload, { pods, events }, since) {
	const own = currentPodsOf(workload, pods);
	const ofPods = own.flatMap((pod) => troublesOfPod(pod, events, since));
	if (workload.kind === "Pod" || workload.kind === "Job") {
		const hasFailed = statusOf$1(workload).state === "failed";
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
function failure$1(workload, { reason, message }, trouble) {
	const object = nameOf$1(workload);
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
		message: `${text}${workload.kind === "StatefulSet" && !isOfNewVersion(workload, pod) ? ". It is of an older version, and not replaced while it is not ready: delete the pod" : ""}`,
		pod
	};
	return container === void 0 ? found : {
		...found,
		container
	};
}
// src/cluster/unready.ts
const isReady = (object) => object !== void 0 && statusOf$1(object).state === "current";
/** `StatefulSet trade-north/v1 (0 of 1 replicas are ready)` */
const describe$1 = (object, view) => `${nameOf$1(object)} (${messageFor(object, view)})`;
const messageFor = (object, view) => {
	const found = view.get(keyOf(object));
	return found === void 0 ? "it is not there" : statusOf$1(found).message;
};
/** Those that never will be ready by themselves. */
async function hopeless(open, view, options) {
	const pods = podsIn(view);
	const events = await eventsOf(open, options);
	const now = options.clock();
	const found = open.flatMap((object) => {
		const live = view.get(keyOf(object));
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
		message: `${nameOf$1(object)} will not become ready: ${failure.message}`,
		details: [...explain$1(object, {
			pods: podsOf(object, pods),
			events
		}), ...await logOf(failure, options)]
	})));
}
/** All that are open, when the time is over. `seconds` is how long that was. */
async function overdue(open, view, seconds, options) {
	const pods = podsIn(view);
	const events = await eventsOf(open, options);
	return open.map((object) => {
		const live = view.get(keyOf(object));
		return {
			object,
			message: `${nameOf$1(object)} is not ready after ${seconds} s: ${messageFor(object, view)}`,
			details: live === void 0 ? [] : explain$1(live, {
				pods: podsOf(live, pods),
				events
			})
		};
	});
}
const podsIn = (view) => [...view.values()].filter(({ kind }) => kind === "Pod");
/** Most namespaces that are asked for events at once: enough to find out what is wrong. */
const mostNamespaces = 10;
async function eventsOf(open, { api, signal }) {
	const namespaces = [...new Set(open.flatMap(({ metadata }) => metadata.namespace ?? []))].slice(0, mostNamespaces);
	const type = {
		apiVersion: "v1",
		kind: "Event"
	};
	return (await Promise.all(namespaces.map((namespace) => listObjects(api, `/api/v1/namespaces/${namespace}/events`, {
		type,
		signal
	})))).flatMap((list) => "status" in list ? [] : list);
}
const logLines = 10;
/** The end of what the failing container wrote: of its last run when it crashed. */
async function logOf({ pod, container }, { api, signal }) {
	if (pod === void 0 || container === void 0) return [];
	const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}/log`;
	for (const previous of ["true", "false"]) {
		const query = new URLSearchParams({
			container,
			previous,
			tailLines: String(logLines),
			limitBytes: "8192"
		});
		const answer = await api.request("GET", `${path}?${query}`, { signal });
		const text = typeof answer.body === "string" ? answer.body.trimEnd() : "";
		if (!isSuccess(answer) || text === "") continue;
		const lines = text.split("\n").map((line) => `  ${line}`);
		return [`last lines of ${pod.metadata.name}, container ${container}:`, ...lines];
	}
	return [];
}
// src/cluster/observe.ts
/** Seconds after which the server ends a watch by itself: less than a silent connection is allowed to last. */
const watchSeconds = 45;
/**
* Lists objects and watches them until `signal` is aborted (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes).
* A watch that has expired (410), that ends or that breaks is begun again with a new list. Resolves when the first list is there.
*/
async function observe(options) {
	const objects = /* @__PURE__ */ new Map();
	follow(options, objects, await list(options, objects)).catch((error) => {
		if (!options.signal.aborted) options.failed(error);
	});
	return { objects };
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
	for (const object of itemsOf(answer, type)) objects.set(keyOf(object), object);
	changed();
	return String(at(answer.body, "metadata", "resourceVersion"));
}
/** Gives the version to go on from, undefined when only a new list can tell. */
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
		const object = at(event, "object");
		const type = at(event, "type");
		if (!isRecord(object) || typeof type !== "string" || type === "ERROR") return void 0;
		version = String(at(object, "metadata", "resourceVersion") ?? version);
		if (type === "BOOKMARK" || !isObject$2(object)) continue;
		if (type === "DELETED") objects.delete(keyOf(object));
		else objects.set(keyOf(object), object);
		changed();
	}
	return version;
}
// src/cluster/watched.ts
/** Resolves when all objects have been listed once. Throws OperatorError when that is not allowed. */
async function watchKinds(kinds, { api, resources, network, signal }) {
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
	const observed = [];
	try {
		for (const type of types.values()) {
			const resource = await resources.of(type);
			if (resource !== void 0) observed.push(await observe({
				...shared,
				type,
				path: listPath(resource)
			}));
		}
	} catch (error) {
		end.abort();
		throw error;
	}
	return {
		objects: () => new Map(observed.flatMap(({ objects }) => [...objects])),
		version: () => version,
		broken,
		end: () => end.abort()
	};
}
// src/cluster/readiness.ts
/** Kinds that become ready some time after they were applied; others are as soon as the server has them. */
const awaitedKinds = /* @__PURE__ */ new Set([
	"Deployment",
	"StatefulSet",
	"DaemonSet",
	"Job",
	"Service",
	"PersistentVolumeClaim"
]);
const isAwaited = ({ kind }) => awaitedKinds.has(kind);
const pod = {
	apiVersion: "v1",
	kind: "Pod"
};
/** Those that are not ready, in a cluster as it was read. */
async function notReady(objects, live) {
	const open = [];
	for (const object of objects.filter(isAwaited)) if (!isReady(await live.get(object))) open.push(object);
	return open;
}
/** Milliseconds between two looks at what has changed, and looks between two at what may have gone wrong, and two reports. */
const pause = 500;
const looksForFailures = 4;
const looksForReport = 30;
/** Resolves when all are ready (none), as soon as one never will be, or when the time is over. */
async function untilReady(objects, options) {
	const wanted = objects.filter(isAwaited);
	if (wanted.length === 0) return [];
	const watched = await watchKinds([...wanted, pod], options);
	try {
		return await look(wanted, watched, options);
	} finally {
		watched.end();
	}
}
async function look(wanted, watched, options) {
	const { signal, timeout, say } = options;
	const end = Date.now() + timeout;
	let open = wanted;
	let seen = -1;
	for (let looks = 0;; looks += 1) {
		if (watched.version() !== seen || looks % looksForFailures === 0) {
			seen = watched.version();
			const view = watched.objects();
			if (looks > 0) {
				for (const object of open) if (isReady(view.get(keyOf(object)))) say(`${nameOf$1(object)} is ready`);
			}
			open = wanted.filter((object) => !isReady(view.get(keyOf(object))));
			if (open.length === 0) return [];
			const failed = looks % looksForFailures === 0 ? await hopeless(open, view, options) : [];
			if (failed.length > 0) return failed;
			if (Date.now() > end) return await overdue(open, view, Math.round(timeout / 1e3), options);
			if (looks > 0 && looks % looksForReport === 0) say(`waiting for ${listed(open.map((object) => describe$1(object, view)))}`);
		}
		await Promise.race([setTimeout(pause, void 0, { signal }), watched.broken]);
	}
}
const listed = (texts) => texts.slice(0, 3).join(", ") + (texts.length > 3 ? ` and ${texts.length - 3} more` : "");
// src/cluster/recorder.ts
function recorderOf(api, { network, namespace, objects, places }, { plan, inventory, live }, now) {
	const uids = new Map(inventory.entries.map((entry) => [keyOf(entry), entry.uid]));
	const written = /* @__PURE__ */ new Set();
	let stored = inventory;
	const wanted = () => objects.map(({ apiVersion, kind, metadata: { name, namespace: inside } }) => {
		const metadata = inside === void 0 ? { name } : {
			name,
			namespace: inside
		};
		return {
			apiVersion,
			kind,
			metadata,
			uid: uids.get(keyOf({
				apiVersion,
				kind,
				metadata
			})) ?? ""
		};
	});
	const next = (entries) => ({
		...stored,
		entries: union$1(entries),
		places
	});
	const store = async (inventory) => {
		stored = await writeInventory(api, network, namespace, inventory);
	};
	return {
		written: (object) => {
			written.add(keyOf(object));
			if (object.metadata.uid !== void 0) uids.set(keyOf(object), object.metadata.uid);
		},
		count: () => written.size,
		begin: () => store({
			...next([...inventory.entries, ...wanted()]),
			applied: now().toISOString()
		}),
		end: async (pruned) => {
			for (const { object, action } of plan.steps) {
				if (action !== "keep" || (uids.get(keyOf(object)) ?? "") !== "") continue;
				const uid = (await live.get(object))?.metadata.uid;
				if (uid !== void 0) uids.set(keyOf(object), uid);
			}
			const gone = new Set(pruned.map(keyOf));
			const kept = plan.orphans.map(({ entry }) => entry).filter((entry) => !gone.has(keyOf(entry)));
			const last = next([...kept, ...wanted()]);
			if (!sameEntries(last, stored)) await store(last);
		}
	};
}
// src/cluster/write.ts
/** Writes what is not as it should be, a stage at a time; after a refusal, or when it is to stop, no further stage. */
async function writeStages(steps, { api, resources, recorder, force, signal, say }) {
	const objects = changes({ steps }).map(({ object }) => object).filter((object) => !isFoundation(object));
	for (const stage of inStages(objects)) {
		const refused = await pMap(stage, async (object) => {
			if (signal.aborted) return [];
			const resource = await resources.of(object);
			if (resource === void 0) throw new Error(`${nameOf$1(object)}: its kind is gone`);
			const answer = await serverSideApply(api, pathOf$1(resource, object), object, { force });
			if (!isSuccess(answer)) return [{
				object,
				refusal: refusalOf(object, answer)
			}];
			const { apiVersion, kind, metadata } = object;
			recorder.written({
				apiVersion,
				kind,
				metadata: {
					...metadata,
					uid: String(at(answer.body, "metadata", "uid"))
				}
			});
			say(`${answer.status === 201 ? "created" : "changed"} ${nameOf$1(object)}`);
			return [];
		}, { concurrency: 16 });
		if (refused.flat().length > 0 || signal.aborted) return {
			refused: refused.flat(),
			stopped: signal.aborted
		};
	}
	return {
		refused: [],
		stopped: false
	};
}
// src/cluster/apply.ts
/**
* Brings a cluster to what it should hold: dry run of everything, then stage by stage, then waiting, then pruning. When the
* server would refuse any object, nothing is changed.
*/
async function applyCluster(api, wanted, options, listener) {
	const resources = resourcesOf(api);
	const foundation = {
		api,
		resources,
		...options,
		say: listener.say
	};
	if (!options.dryRun) await awaitTermination(wanted.objects, foundation);
	const planned = await planCluster(api, resources, wanted, options);
	const { plan } = planned;
	listener.planned(plan);
	const nothing = {
		outcome: "planned",
		plan,
		written: 0,
		refused: [],
		unready: [],
		pruned: [],
		problems: []
	};
	if (plan.refused.length > 0) return {
		...nothing,
		outcome: "refused"
	};
	if (options.dryRun) return nothing;
	if (options.signal.aborted) return {
		...nothing,
		outcome: "stopped"
	};
	const clock = await clockOf(api);
	const began = clock();
	const made = await makeFoundation(plan.steps, foundation);
	const late = await rehearseLate(planned, {
		api,
		resources,
		...options
	});
	if (late.length > 0) {
		const problems = (await undoFoundation(made.created, foundation)).map((name) => `${name} was made for this and could not be removed again`);
		return {
			...nothing,
			outcome: "refused",
			refused: late,
			problems
		};
	}
	const recorder = recorderOf(api, wanted, planned, options.now);
	for (const object of made.written) recorder.written(object);
	if (changes(plan).length > 0) await recorder.begin();
	const { refused, stopped } = await writeStages(plan.steps, {
		...foundation,
		recorder
	});
	const written = recorder.count();
	const so = (outcome, more = {}) => ({
		...nothing,
		written,
		outcome,
		...more
	});
	if (refused.length > 0 || stopped) {
		await recorder.end([]);
		return so(stopped ? "stopped" : "failed", { refused });
	}
	const unready = await awaitAll(planned, written, {
		...foundation,
		clock,
		since: began,
		network: wanted.network
	});
	if (unready === void 0 || unready.length > 0) {
		await recorder.end([]);
		return unready === void 0 ? so("stopped") : so("not-ready", { unready });
	}
	const { pruned, problems } = options.prune ? await pruneOrphans(plan.orphans, foundation) : {
		pruned: [],
		problems: []
	};
	await recorder.end(pruned);
	const outcome = written + pruned.length === 0 ? "unchanged" : "applied";
	return so(problems.length > 0 ? "failed" : outcome, {
		pruned: pruned.map(nameOf$1),
		problems
	});
}
/** Undefined when it is to stop before that is known. A cluster in which nothing was changed has been looked at already. */
async function awaitAll({ plan, live }, written, { since, ...options }) {
	const objects = await withoutFinishedJobs(plan, live);
	try {
		if (written > 0) return await untilReady(objects, {
			...options,
			since
		});
		return (await notReady(objects, live)).length === 0 ? [] : await untilReady(objects, options);
	} catch (error) {
		if (options.signal.aborted) return void 0;
		throw error;
	}
}
/** What the server could not judge before its namespace or its kind was there. */
async function rehearseLate({ plan, live, inventory }, options) {
	const open = plan.steps.filter(({ checked }) => !checked).map(({ object }) => object);
	if (open.length === 0) return [];
	return (await rehearse(open, {
		...options,
		live,
		inventory
	})).refused;
}
// src/report/cluster.ts
/** What would be done to a cluster: a line for each object that is not as it should be, and its fields below. */
function planLines(plan, { context, prune, dryRun }) {
	const { steps, refused, warnings, orphans, leftClusters } = plan;
	const kept = steps.length - changes(plan).length;
	const pruned = prune ? orphans.filter(({ stays }) => stays === void 0) : [];
	const unchecked = steps.filter(({ checked }) => !checked).length;
	return [
		`context ${context}, Kubernetes ${plan.serverVersion}`,
		...changes(plan).flatMap(stepLines),
		...unchecked === 0 ? [] : [`the API server checks ${unchecked} of them as soon as their namespaces and kinds are there`],
		...orphans.map((orphan) => orphanLine(orphan, prune)),
		...refused.flatMap(refusalLines),
		...warnings.map((warning) => `warning of the API server: ${warning}`),
		...leftClusters.map(({ name, context: other }) => `the cluster ${name} has left the definition: what was applied to it is still there (context ${other})`),
		`${dryRun ? "would " : ""}create ${count(steps, "create")}, change ${count(steps, "change")}, prune ${pruned.length}; ${kept} of ${steps.length} objects are as they should be`
	];
}
const count = (steps, action) => steps.filter((step) => step.action === action).length;
function stepLines({ object, action, differences }) {
	if (action === "create") return [`+ ${nameOf$1(object)}`];
	const fields = differences.flatMap(({ field, before, after, lines = [] }) => [`    ${field}: ${before ?? "(none)"} → ${after ?? "(none)"}`, ...lines.map((line) => `        ${line}`)]);
	return [`~ ${nameOf$1(object)}`, ...fields.length === 0 ? ["    Chancery becomes the owner of its fields"] : fields];
}
function orphanLine({ entry, stays }, prune) {
	const name = nameOf$1(entry);
	if (stays !== void 0) return `! ${name} has left the definition and stays: ${stays}; prune-also "${name}" deletes it`;
	return prune ? `- ${name}` : `! ${name} has left the definition and stays, as prune is off`;
}
const refusalLines = ({ refusal }) => [
	`refused: ${refusal.message}`,
	...refusal.fields.map(({ field, manager }) => `    ${field}${manager === void 0 ? "" : ` is owned by ${manager}`}`),
	`    ${refusal.hint}`
];
/** How it ended, the outcome in the last line. */
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
		unchanged: "unchanged: everything is as it should be and ready, nothing was written",
		applied: `applied: ${counts}, everything is ready`,
		planned: "planned: nothing was changed",
		refused: `refused: nothing was changed: ${first}${refusals.length > 1 ? ` and ${refusals.length - 1} more` : ""}`,
		failed: `failed: ${counts}: ${first}`,
		"not-ready": `not ready: ${counts}: ${first}${unready.length > 1 ? ` and ${unready.length - 1} more` : ""}`,
		stopped: `stopped: ${counts}; run this again to go on`
	}[outcome];
}
const unreadyLines = ({ message, details }) => [message, ...details.map((line) => `    ${line}`)];
/** Orphans are told of, but may be meant: whoever left prune off knows of them. */
const isAsDefined = ({ plan, unready, addresses }) => changes(plan).length + plan.refused.length + unready.length === 0 && addresses.length > 0;
/** How a cluster compares with the definition, the verdict in the last line. */
function verifiedLines(verified, { context, now, leftOut }) {
	const { plan, awaited, unready, addresses, applied } = verified;
	const kept = plan.steps.length - changes(plan).length;
	return [
		`context ${context}, Kubernetes ${plan.serverVersion}`,
		applied === "" ? "nothing was ever applied to it by Chancery" : `last changed by Chancery ${applied} (${ago(applied, now)})`,
		addresses.length === 0 ? "the Ambassador has no external address" : `the Ambassador is at ${addresses.join(", ")}`,
		...leftOut === 0 ? [] : [`${leftOut} sealed Secrets were not compared: there is no age key here`],
		...changes(plan).flatMap((step) => step.action === "create" ? [`missing: ${nameOf$1(step.object)}`] : stepLines(step)),
		...plan.refused.flatMap(refusalLines),
		...plan.orphans.map(({ entry }) => `! ${nameOf$1(entry)} has left the definition and is still there`),
		...unready,
		`${kept} of ${plan.steps.length} objects are as defined, ${awaited - unready.length} of ${awaited} are ready`,
		isAsDefined(verified) ? "verified: the cluster is as defined" : "differs: the cluster is not as defined"
	];
}
function ago(time, now) {
	const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(time)) / 6e4));
	if (minutes < 120) return `${minutes} min ago`;
	return minutes < 2880 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} d ago`;
}
// src/material/data-key.ts
/** What else than age a data key can be encrypted with, by field of the sops block: stores/stores.go of sops, metadata. */
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
* The key that all values of a SOPS document are encrypted with. `name` is for messages. Throws an OperatorError when no
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
	if (damaged === void 0) throw closed(sops, name, keyring, all);
	throw new OperatorError(`${name} has been changed since it was encrypted (its data key for ${short(damaged.identity.recipient)} does not decrypt)`, "restore its file from Git");
}
const wrappedKeys = (age) => (Array.isArray(age) ? age : []).filter(isRecord).map(({ recipient, enc }) => ({
	recipient: String(recipient),
	wrapped: String(enc)
}));
/** Recipients of age itself, not of its plug-ins (`age1yubikey1…`), and not SSH keys. */
const isNative = (recipient) => /^age1(pq1)?[02-9a-z]+$/.test(recipient);
function closed(sops, name, { identities, passedOver }, all) {
	const recipients = all.map(({ recipient }) => recipient);
	const native = recipients.filter(isNative).map(short);
	if (native.length === 0) {
		const found = [...recipients.map(short), ...Object.entries(others).flatMap(([field, label]) => isFilled(sops[field]) ? [label] : [])];
		return new OperatorError(`${name} is encrypted for ${found.join(", ") || "nobody"}: only age keys (age1…) can be used to apply it directly`, "add an age recipient with `sops rotate --in-place --add-age age1…` and its file, or leave it to Flux");
	}
	return new OperatorError(`${name} cannot be decrypted: ${["no age key is given", "the age key that is given is for none of its recipients"][identities.length] ?? `none of the ${identities.length} age keys that are given is for its recipients`}`, [`put the secret half (AGE-SECRET-KEY-…) of ${native.join(" or ")} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`, ...passedOver.length === 0 ? [] : [`passed over: ${passedOver.join(", ")}`]].join("; "));
}
const isFilled = (keys) => Array.isArray(keys) && keys.length > 0;
/** Post-quantum recipients have two thousand characters. */
const short = (recipient) => recipient.length > 70 ? `${recipient.slice(0, 24)}…` : recipient;
// src/material/encryption-rule.ts
const someKey = (test) => (path) => path.some(test);
const noKey = (test) => (path) => !path.some(test);
/** sops.go, shouldBeEncrypted. What depends on comments cannot be known: kustomize has dropped them. */
const rules = {
	unencrypted_suffix: (suffix) => noKey((key) => key.endsWith(suffix)),
	encrypted_suffix: (suffix) => someKey((key) => key.endsWith(suffix)),
	unencrypted_regex: (source) => withPattern(source, noKey),
	encrypted_regex: (source) => withPattern(source, someKey),
	unencrypted_comment_regex: () => void 0,
	encrypted_comment_regex: () => void 0
};
/** The rule of a sops block. No rule means `unencrypted_suffix: _unencrypted`, and two are none: stores/stores.go, ToInternal. */
function encryptionRule(sops) {
	const given = Object.entries(rules).flatMap(([field, follow]) => {
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
/** A pattern of Go (RE2). With `u`, JavaScript refuses what means something else to it: `\A`, `\Q`, `[[:alpha:]]`, `(?P<a>`. */
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
* Decrypts `ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]`: aes/cipher.go of sops. The additional data is where the value stands
* in the document. Undefined when it is not encrypted, damaged, from another place, or not of the type that it says.
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
/** No bytes for what is no base64: Node skips the characters that it does not know. */
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
/** Nothing authenticates the type, so a text that cannot be of it is refused. A moment stays text, as JSON has none. */
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
* The number without an exponent: strconv.FormatFloat(value, 'f', -1, 64) of Go. One that JavaScript cannot hold comes out
* otherwise than it was, so that it is refused instead of rounded.
*/
function decimal(value) {
	const [digits = "", exponent] = String(value).split("e");
	if (exponent === void 0) return digits;
	const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d)\.?(\d*)$/.exec(digits) ?? [];
	const power = Number(exponent);
	return power < 0 ? `${sign}0.${"0".repeat(-power - 1)}${whole}${fraction}` : `${sign}${whole}${fraction.padEnd(power, "0")}`;
}
// node_modules/@noble/hashes/utils.js
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - value to test
* @returns `true` when the value is a Uint8Array-compatible view.
* @example
* Check whether a value is a Uint8Array-compatible view.
* ```ts
* isBytes(new Uint8Array([1, 2, 3]));
* ```
*/
function isBytes$5(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle$2 = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is a non-negative integer.
* @param n - number to validate
* @param title - label included in thrown errors
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a non-negative integer option.
* ```ts
* anumber(32, 'length');
* ```
*/
function anumber$4(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle$2(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle$2(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is a boolean.
* @param value - value to validate
* @param title - label included in thrown errors
* @returns The validated boolean.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a boolean option.
* ```ts
* abool(true, 'enableXOF');
* ```
*/
function abool$3(value, title = "") {
	if (typeof value !== "boolean") throw new TypeError(atitle$2(title) + "expected boolean, got type=" + typeof value);
	return value;
}
/**
* Asserts something is Uint8Array.
* @param value - value to validate
* @param length - optional exact length constraint
* @param title - label included in thrown errors
* @returns The validated byte array.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate that a value is a byte array.
* ```ts
* abytes(new Uint8Array([1, 2, 3]));
* ```
*/
function abytes$4(value, length, title = "") {
	if (isBytes$5(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber$4(length, "length");
	const bytes = isBytes$5(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle$2(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
/**
* Asserts something is a wrapped hash constructor.
* @param h - hash constructor to validate
* @throws On wrong argument types or invalid hash wrapper shape. {@link TypeError}
* @throws On invalid hash metadata ranges or values. {@link RangeError}
* @throws If the hash metadata allows empty outputs or block sizes. {@link Error}
* @example
* Validate a callable hash wrapper.
* ```ts
* import { ahash } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* ahash(sha256);
* ```
*/
function ahash$1(h) {
	if (typeof h !== "function" || typeof h.create !== "function") throw new TypeError("expected hash wrapped by utils.createHasher");
	anumber$4(h.outputLen);
	anumber$4(h.blockLen);
	if (h.outputLen < 1 || h.blockLen < 1) throw new Error("hash blockLen / outputLen must be >= 1");
}
const aobject$2 = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
const aopts = (value, label) => {
	aobject$2(value, label);
	const proto = Object.getPrototypeOf(value);
	if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
	if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
* Asserts a hash instance has not been destroyed or finished.
* @param instance - hash instance to validate
* @param checkFinished - whether to reject finalized instances
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Validate that a hash instance is still usable.
* ```ts
* import { aexists } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aexists(hash);
* ```
*/
function aexists$2(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - destination buffer
* @param instance - hash instance providing output length
* Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a caller-provided digest buffer.
* ```ts
* import { aoutput } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aoutput(new Uint8Array(hash.outputLen), hash);
* ```
*/
function aoutput$2(out, instance) {
	abytes$4(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Casts a typed array view to Uint32Array.
* `arr.byteOffset` must already be 4-byte aligned or the platform
* Uint32Array constructor will throw.
* @param arr - source typed array
* @returns Uint32Array view over the same buffer.
* @example
* Reinterpret a byte array as 32-bit words.
* ```ts
* u32(new Uint8Array(8));
* ```
*/
function u32$2(arr) {
	return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
/**
* Zeroizes typed arrays in place. Warning: JS provides no guarantees.
* @param arrays - arrays to overwrite with zeros
* @example
* Zeroize sensitive buffers in place.
* ```ts
* clean(new Uint8Array([1, 2, 3]));
* ```
*/
function clean$2(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - source typed array
* @returns DataView over the same buffer region.
* @example
* Create a DataView over an existing buffer.
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView$2(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Rotate-right operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the right.
* ```ts
* rotr(0x12345678, 8);
* ```
*/
function rotr$1(word, shift) {
	return word << 32 - shift | word >>> shift;
}
/**
* Rotate-left operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the left.
* ```ts
* rotl(0x12345678, 8);
* ```
*/
function rotl$1(word, shift) {
	return word << shift | word >>> 32 - shift >>> 0;
}
/** Whether the current platform is little-endian. */
const isLE$2 = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
/**
* Byte-swap operation for uint32 values.
* @param word - source word
* @returns Word with reversed byte order.
* @example
* Reverse the byte order of a 32-bit word.
* ```ts
* byteSwap(0x11223344);
* ```
*/
function byteSwap$2(word) {
	return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
/**
* Byte-swaps every word of a Uint32Array in place.
* @param arr - array to mutate
* @returns The same array after mutation; callers pass live state arrays here.
* @example
* Reverse the byte order of every word in place.
* ```ts
* byteSwap32(new Uint32Array([0x11223344]));
* ```
*/
function byteSwap32$2(arr) {
	for (let i = 0; i < arr.length; i++) arr[i] = byteSwap$2(arr[i]);
	return arr;
}
/**
* Conditionally byte-swaps a Uint32Array on big-endian platforms.
* @param u - array to normalize for host endianness
* @returns Original or byte-swapped array depending on platform endianness.
*   On big-endian runtimes this mutates `u` in place via `byteSwap32(...)`.
* @example
* Normalize a word array for host endianness.
* ```ts
* swap32IfBE(new Uint32Array([0x11223344]));
* ```
*/
const swap32IfBE$2 = isLE$2 ? (u) => u : byteSwap32$2;
const hasHexBuiltin$1 = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes$1 = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string.
* Uses the built-in function when available and assumes it matches the tested
* fallback semantics.
* @param bytes - bytes to encode
* @returns Lowercase hexadecimal string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Convert bytes to lowercase hexadecimal.
* ```ts
* bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
* ```
*/
function bytesToHex$2(bytes) {
	abytes$4(bytes);
	if (hasHexBuiltin$1) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes$1[bytes[i]];
	return hex;
}
function asciiToBase16$1(ch) {
	return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - 55 : ch >= 97 && ch <= 102 ? ch - 87 : void 0;
}
/**
* Convert hex string to byte array. Uses built-in function, when available.
* @param hex - hexadecimal string to decode
* @returns Decoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Decode lowercase hexadecimal into bytes.
* ```ts
* hexToBytes('cafe0123'); // Uint8Array.from([0xca, 0xfe, 0x01, 0x23])
* ```
*/
function hexToBytes$3(hex) {
	if (typeof hex !== "string") throw new TypeError("hex string expected, got " + typeof hex);
	if (hasHexBuiltin$1) try {
		return Uint8Array.fromHex(hex);
	} catch (error) {
		if (error instanceof SyntaxError) throw new RangeError(error.message);
		throw error;
	}
	const hl = hex.length;
	const al = hl / 2;
	if (hl % 2) throw new RangeError("hex string expected, got unpadded hex of length " + hl);
	const array = new Uint8Array(al);
	for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
		const n1 = asciiToBase16$1(hex.charCodeAt(hi));
		const n2 = asciiToBase16$1(hex.charCodeAt(hi + 1));
		if (n1 === void 0 || n2 === void 0) {
			const char = hex[hi] + hex[hi + 1];
			throw new RangeError("hex string expected, got non-hex character \"" + char + "\" at index " + hi);
		}
		array[ai] = n1 * 16 + n2;
	}
	return array;
}
/**
* Converts string to bytes using UTF8 encoding.
* Built-in doesn't validate input to be string: we do the check.
* Non-ASCII details are delegated to the platform `TextEncoder`.
* @param str - string to encode
* @returns UTF-8 encoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @example
* Encode a string as UTF-8 bytes.
* ```ts
* utf8ToBytes('abc'); // Uint8Array.from([97, 98, 99])
* ```
*/
function utf8ToBytes(str) {
	if (typeof str !== "string") throw new TypeError("string expected");
	const encoded = new TextEncoder().encode(str);
	try {
		return new Uint8Array(encoded);
	} finally {
		clean$2(encoded);
	}
}
/**
* Helper for KDFs: consumes Uint8Array or string.
* String inputs are UTF-8 encoded; byte-array inputs stay aliased to the caller buffer.
* @param data - user-provided KDF input
* @param errorTitle - label included in thrown errors
* @returns Byte representation of the input.
* @throws On wrong argument types. {@link TypeError}
* @example
* Normalize KDF input to bytes.
* ```ts
* kdfInputToBytes('password');
* ```
*/
function kdfInputToBytes(data, errorTitle = "") {
	if (typeof data === "string") return utf8ToBytes(data);
	return abytes$4(data, void 0, errorTitle);
}
/**
* Copies several Uint8Arrays into one.
* @param arrays - arrays to concatenate
* @returns Concatenated byte array.
* @throws On wrong argument types. {@link TypeError}
* @example
* Concatenate multiple byte arrays.
* ```ts
* concatBytes(new Uint8Array([1]), new Uint8Array([2]));
* ```
*/
function concatBytes$2(...arrays) {
	let sum = 0;
	for (let i = 0; i < arrays.length; i++) {
		const a = arrays[i];
		abytes$4(a);
		sum += a.length;
	}
	const res = new Uint8Array(sum);
	for (let i = 0, pad = 0; i < arrays.length; i++) {
		const a = arrays[i];
		res.set(a, pad);
		pad += a.length;
	}
	return res;
}
/**
* Merges default options and passed options.
* @param defaults - base option object
* @param opts - user overrides
* @param title - label included in thrown override errors
* @returns Fresh merged option object with a null prototype.
* @throws On wrong argument types. {@link TypeError}
* @example
* Merge user overrides onto default options.
* ```ts
* checkOpts({ dkLen: 32 }, { asyncTick: 10 });
* ```
*/
function checkOpts$1(defaults, opts, title = "opts") {
	aopts(defaults, "defaults");
	if (opts !== void 0) aopts(opts, title);
	return Object.assign(Object.create(null), defaults, opts);
}
/**
* Creates a callable hash function from a stateful class constructor.
* @param hashCons - hash constructor or factory
* @param info - optional metadata such as DER OID
* @returns Frozen callable hash wrapper with `.create()`.
*   Wrapper construction eagerly calls `hashCons(undefined)` once to read
*   `outputLen` / `blockLen`, so constructor side effects happen at module
*   init time.
* @throws On wrong argument types. {@link TypeError}
* @example
* Wrap a stateful hash constructor into a callable helper.
* ```ts
* import { createHasher } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const wrapped = createHasher(sha256.create, { oid: sha256.oid });
* wrapped(new Uint8Array([1]));
* ```
*/
function createHasher$1(hashCons, info = {}) {
	if (typeof hashCons !== "function") throw new TypeError("\"hashCons\" expected function, got type=" + typeof hashCons);
	info = checkOpts$1({}, info, "info");
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.canXOF = tmp.canXOF;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/**
* Cryptographically secure PRNG backed by `crypto.getRandomValues`.
* @param bytesLength - number of random bytes to generate
* @returns Random bytes.
* The platform `getRandomValues()` implementation still defines any
* single-call length cap, and this helper rejects oversize requests
* with a stable library `RangeError` instead of host-specific errors.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If the current runtime does not provide `crypto.getRandomValues`. {@link Error}
* @example
* Generate a fresh random key or nonce.
* ```ts
* const key = randomBytes(16);
* ```
*/
function randomBytes$4(bytesLength = 32) {
	anumber$4(bytesLength, "bytesLength");
	const cr = typeof globalThis === "object" ? globalThis.crypto : null;
	if (typeof cr?.getRandomValues !== "function") throw new Error("crypto.getRandomValues must be defined");
	if (bytesLength > 65536) throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
	return cr.getRandomValues(new Uint8Array(bytesLength));
}
/**
* Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
* @param suffix - final OID byte for the selected hash.
*   The helper accepts any byte even though only the documented NIST hash
*   suffixes are meaningful downstream.
* @returns Object containing the DER-encoded OID.
* @example
* Build OID metadata for a NIST hash.
* ```ts
* oidNist(0x01);
* ```
*/
const oidNist$1 = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });
// node_modules/@noble/hashes/hmac.js
/**
* HMAC: RFC2104 message authentication code.
* @module
*/
/**
* Internal class for HMAC.
* Accepts any byte key, although RFC 2104 §3 recommends keys at least
* `HashLen` bytes long.
*/
var _HMAC$1 = class {
	oHash;
	iHash;
	blockLen;
	outputLen;
	canXOF = false;
	finished = false;
	destroyed = false;
	constructor(hash, key) {
		ahash$1(hash);
		abytes$4(key, void 0, "key");
		this.iHash = hash.create();
		if (typeof this.iHash.update !== "function") throw new Error("expected Hash instance");
		this.blockLen = this.iHash.blockLen;
		this.outputLen = this.iHash.outputLen;
		const blockLen = this.blockLen;
		const pad = new Uint8Array(blockLen);
		pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
		for (let i = 0; i < pad.length; i++) pad[i] ^= 54;
		this.iHash.update(pad);
		this.oHash = hash.create();
		for (let i = 0; i < pad.length; i++) pad[i] ^= 106;
		this.oHash.update(pad);
		clean$2(pad);
	}
	update(buf) {
		aexists$2(this);
		this.iHash.update(buf);
		return this;
	}
	digestInto(out) {
		aexists$2(this);
		aoutput$2(out, this);
		this.finished = true;
		const buf = out.subarray(0, this.outputLen);
		this.iHash.digestInto(buf);
		this.oHash.update(buf);
		this.oHash.digestInto(buf);
		this.destroy();
	}
	digest() {
		const out = new Uint8Array(this.oHash.outputLen);
		this.digestInto(out);
		return out;
	}
	_cloneInto(to) {
		to ||= Object.create(Object.getPrototypeOf(this), {});
		const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
		to = to;
		to.finished = finished;
		to.destroyed = destroyed;
		to.blockLen = blockLen;
		to.outputLen = outputLen;
		to.canXOF = canXOF;
		to.oHash = oHash._cloneInto(to.oHash);
		to.iHash = iHash._cloneInto(to.iHash);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
	destroy() {
		this.destroyed = true;
		this.oHash.destroy();
		this.iHash.destroy();
	}
};
const hmac$1 = /* @__PURE__ */ (() => {
	const hmac_ = ((hash, key, message) => new _HMAC$1(hash, key).update(message).digest());
	hmac_.create = (hash, key) => new _HMAC$1(hash, key);
	return hmac_;
})();
// node_modules/@noble/hashes/hkdf.js
/**
* HKDF (RFC 5869): extract + expand in one step.
* See {@link https://soatok.blog/2021/11/17/understanding-hkdf/}.
* @module
*/
/**
* HKDF-extract from spec. Less important part. `HKDF-Extract(IKM, salt) -> PRK`
* Arguments position differs from spec (IKM is first one, since it is not optional)
* Local validation only checks `hash`; `ikm` / `salt` byte validation is delegated to `hmac()`.
* @param hash - hash function that would be used (e.g. sha256)
* @param ikm - input keying material, the initial key
* @param salt - optional salt value (a non-secret random value)
* @returns Pseudorandom key derived from input keying material.
* @example
* Run the HKDF extract step.
* ```ts
* import { extract } from '@noble/hashes/hkdf.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* extract(sha256, new Uint8Array([1, 2, 3]), new Uint8Array([4, 5, 6]));
* ```
*/
function extract$1(hash, ikm, salt) {
	ahash$1(hash);
	if (salt === void 0) salt = new Uint8Array(hash.outputLen);
	return hmac$1(hash, salt, ikm);
}
const HKDF_COUNTER$1 = /* @__PURE__ */ Uint8Array.of(0);
const EMPTY_BUFFER$1 = /* @__PURE__ */ Uint8Array.of();
/**
* HKDF-expand from the spec. The most important part. `HKDF-Expand(PRK, info, L) -> OKM`
* @param hash - hash function that would be used (e.g. sha256)
* @param prk - a pseudorandom key of at least HashLen octets
*   (usually, the output from the extract step)
* @param info - optional context and application specific information (can be a zero-length string)
* @param length - length of output keying material in bytes.
*   RFC 5869 §2.3 allows `0..255*HashLen`, so `0` returns an empty OKM.
* @param _recycled - Internal destroyed extract hashes owned by the combined `hkdf()` call.
* @returns Output keying material with the requested length.
* @throws If the requested output length exceeds the HKDF limit
*   for the selected hash. {@link Error}
* @example
* Run the HKDF expand step.
* ```ts
* import { expand } from '@noble/hashes/hkdf.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* expand(sha256, new Uint8Array(32), new Uint8Array([1, 2, 3]), 16);
* ```
*/
function expand$1(hash, prk, info, length = 32, _recycled) {
	ahash$1(hash);
	anumber$4(length, "length");
	abytes$4(prk, void 0, "prk");
	const olen = hash.outputLen;
	if (prk.length < olen) throw new Error("\"prk\" must be at least HashLen octets");
	if (length > 255 * olen) throw new Error("Length must be <= 255*HashLen");
	const blocks = Math.ceil(length / olen);
	if (info === void 0) info = EMPTY_BUFFER$1;
	else abytes$4(info, void 0, "info");
	if (!blocks) {
		if (_recycled) clean$2(prk);
		return /* @__PURE__ */ new Uint8Array();
	}
	const okm = _recycled && blocks === 1 ? prk : new Uint8Array(blocks * olen);
	const { iHash, oHash } = hmac$1.create(hash, prk);
	const T = _recycled ? prk : new Uint8Array(olen);
	const worker = blocks > 1 ? _recycled?.iHash || hash.create() : void 0;
	for (let counter = 0; counter < blocks - 1; counter++) {
		HKDF_COUNTER$1[0] = counter + 1;
		const iWork = iHash._cloneInto(worker);
		if (counter) iWork.update(T);
		iWork.update(info).update(HKDF_COUNTER$1).digestInto(T);
		oHash._cloneInto(worker).update(T).digestInto(T);
		okm.set(T, olen * counter);
	}
	HKDF_COUNTER$1[0] = blocks;
	if (blocks > 1) iHash.update(T);
	iHash.update(info).update(HKDF_COUNTER$1).digestInto(T);
	oHash.update(T).digestInto(T);
	okm.set(T, olen * (blocks - 1));
	iHash.destroy();
	oHash.destroy();
	worker?.destroy();
	if (T !== okm) clean$2(T);
	clean$2(HKDF_COUNTER$1);
	if (length === okm.length) return okm;
	const res = okm.slice(0, length);
	clean$2(okm);
	return res;
}
/**
* HKDF (RFC 5869): derive keys from an initial input.
* Combines hkdf_extract + hkdf_expand in one step
* @param hash - hash function that would be used (e.g. sha256)
* @param ikm - input keying material, the initial key
* @param salt - optional salt value (a non-secret random value)
* @param info - optional context and application specific information bytes
* @param length - length of output keying material in bytes.
*   RFC 5869 §2.3 allows `0..255*HashLen`, so `0` returns an empty OKM.
* @returns Output keying material derived from the input key.
* @throws If the requested output length exceeds the HKDF limit
*   for the selected hash. {@link Error}
* @example
* HKDF (RFC 5869): derive keys from an initial input.
* ```ts
* import { hkdf } from '@noble/hashes/hkdf.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* import { randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
* const inputKey = randomBytes(32);
* const salt = randomBytes(32);
* const info = utf8ToBytes('application-key');
* const okm = hkdf(sha256, inputKey, salt, info, 32);
* ```
*/
const hkdf = (hash, ikm, salt, info, length) => {
	ahash$1(hash);
	if (salt === void 0) salt = new Uint8Array(hash.outputLen);
	const HMAC = hmac$1.create(hash, salt).update(ikm);
	return expand$1(hash, HMAC.digest(), info, length, HMAC);
};
// node_modules/@noble/hashes/_u64.js
const U32_MASK64$1 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
const _32n$1 = /* @__PURE__ */ BigInt(32);
function fromBig$1(n, le = false) {
	if (le) return {
		h: Number(n & U32_MASK64$1),
		l: Number(n >> _32n$1 & U32_MASK64$1)
	};
	return {
		h: Number(n >> _32n$1 & U32_MASK64$1) | 0,
		l: Number(n & U32_MASK64$1) | 0
	};
}
function split$1(lst, le = false) {
	const len = lst.length;
	let Ah = new Uint32Array(len);
	let Al = new Uint32Array(len);
	for (let i = 0; i < len; i++) {
		const { h, l } = fromBig$1(lst[i], le);
		[Ah[i], Al[i]] = [h, l];
	}
	return [Ah, Al];
}
const fromNumH = (n) => n / 2 ** 32 | 0;
const fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
	const h = fromNumH(n);
	const l = fromNumL(n);
	view.setUint32(byteOffset, isLE ? l : h, isLE);
	view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
// node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/**
* Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
* Returns bits from `b` when `a` is set, otherwise from `c`.
* The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
* set the same bit.
* @param a - selector word
* @param b - word chosen when selector bit is set
* @param c - word chosen when selector bit is clear
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit choice primitive.
* ```ts
* Chi(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Chi$1(a, b, c) {
	return a & b ^ ~a & c;
}
/**
* Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
* Returns bits shared by at least two inputs.
* @param a - first input word
* @param b - second input word
* @param c - third input word
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit majority primitive.
* ```ts
* Maj(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Maj$1(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
* Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
* strings with partial-byte tails.
* @param blockLen - internal block size in bytes
* @param outputLen - digest size in bytes
* @param padOffset - trailing length field size in bytes
* @param isLE - whether length and state words are encoded in little-endian
* @example
* Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
* ```ts
* import { _SHA1 } from '@noble/hashes/legacy.js';
* const hash = new _SHA1();
* hash.update(new Uint8Array([97, 98, 99]));
* hash.digest();
* ```
*/
var HashMD$1 = class {
	blockLen;
	outputLen;
	canXOF = false;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView$2(this.buffer);
	}
	update(data) {
		aexists$2(this);
		abytes$4(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		let processed = false;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView$2(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				processed = true;
				continue;
			}
			buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
				processed = true;
			}
		}
		this.length += data.length;
		if (processed) this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists$2(this);
		aoutput$2(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		buffer.fill(0, pos);
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			buffer.fill(0);
		}
		setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
		this.process(view, 0);
		this.roundClean();
		const oview = out === buffer ? view : createView$2(out);
		const len = this.outputLen;
		const outLen = len / 4;
		const state = this.get();
		if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneIntoMeta(to) {
		const { buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (pos) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
* square roots of the first eight prime numbers. Exported as a shared table; callers must treat
* it as read-only because constructors copy words from it by index. */
const SHA256_IV$1 = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
// node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
* @module
*/
/**
* SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
* of the cube roots of the first 64 primes (2..311).
*/
const SHA256_K$1 = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W$1 = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
var SHA2_32B$1 = class extends HashMD$1 {
	A = 0;
	B = 0;
	C = 0;
	D = 0;
	E = 0;
	F = 0;
	G = 0;
	H = 0;
	constructor(outputLen, IV) {
		super(64, outputLen, 8, false);
		this.A = IV[0] | 0;
		this.B = IV[1] | 0;
		this.C = IV[2] | 0;
		this.D = IV[3] | 0;
		this.E = IV[4] | 0;
		this.F = IV[5] | 0;
		this.G = IV[6] | 0;
		this.H = IV[7] | 0;
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W$1[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W$1[i - 15];
			const W2 = SHA256_W$1[i - 2];
			const s0 = rotr$1(W15, 7) ^ rotr$1(W15, 18) ^ W15 >>> 3;
			const s1 = rotr$1(W2, 17) ^ rotr$1(W2, 19) ^ W2 >>> 10;
			SHA256_W$1[i] = s1 + SHA256_W$1[i - 7] + s0 + SHA256_W$1[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr$1(E, 6) ^ rotr$1(E, 11) ^ rotr$1(E, 25);
			const T1 = H + sigma1 + Chi$1(E, F, G) + SHA256_K$1[i] + SHA256_W$1[i] | 0;
			const T2 = (rotr$1(A, 2) ^ rotr$1(A, 13) ^ rotr$1(A, 22)) + Maj$1(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean$2(SHA256_W$1);
	}
	destroy() {
		this.destroyed = true;
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean$2(this.buffer);
	}
};
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
var _SHA256$1 = class extends SHA2_32B$1 {
	constructor() {
		super(32, SHA256_IV$1);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-256.
* ```ts
* sha256(new Uint8Array([97, 98, 99]));
* ```
*/
const sha256$1 = /* @__PURE__ */ createHasher$1(() => new _SHA256$1(), /* @__PURE__ */ oidNist$1(1));
// node_modules/@scure/base/index.js
/*! scure-base - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const freeze = (fn) => Object.freeze(fn());
function isBytes$4(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
/** Asserts something is Uint8Array. */
function abytes$3(b) {
	if (!isBytes$4(b)) throw new TypeError("Uint8Array expected");
}
function isArrayOf(isString, arr) {
	if (!Array.isArray(arr)) return false;
	if (arr.length === 0) return true;
	if (isString) return arr.every((item) => typeof item === "string");
	else return arr.every((item) => Number.isSafeInteger(item));
}
function afn(input) {
	if (typeof input !== "function") throw new TypeError("function expected");
	return true;
}
function astr(label, input) {
	if (typeof input !== "string") throw new TypeError(`${label}: string expected`);
	return true;
}
function anumber$3(n, title = "number") {
	if (typeof n !== "number") throw new TypeError(`${title}: expected number, got ${typeof n}`);
	if (!Number.isSafeInteger(n)) throw new RangeError(`${title}: expected safe integer, got ${n}`);
}
function anumArr(label, input) {
	if (!isArrayOf(false, input)) throw new TypeError(`${label}: array of numbers expected`);
}
function chain$1(...args) {
	const id = (a) => a;
	const wrap = (a, b) => (c) => a(b(c));
	return {
		encode: args.map((x) => x.encode).reduceRight(wrap, id),
		decode: args.map((x) => x.decode).reduce(wrap, id)
	};
}
const powers = /* @__PURE__ */ (() => {
	let res = [];
	for (let i = 0; i < 40; i++) res.push(2 ** i);
	return res;
})();
function u8ToNumArr(u8, len = u8.length) {
	const res = new Array(len);
	for (let i = 0; i < len; i++) res[i] = u8[i];
	return res;
}
const asciiDecoder = /* @__PURE__ */ (() => {
	try {
		const decoder = new TextDecoder();
		return decoder.decode(Uint8Array.of(65, 48, 43, 127)) === "A0+" ? decoder : void 0;
	} catch (e) {
		return;
	}
})();
const B2S_CHUNK = 8192;
function charcodesToString(codes) {
	const len = codes.length;
	if (asciiDecoder !== void 0 && len >= 12) return asciiDecoder.decode(codes);
	if (len <= B2S_CHUNK) return String.fromCharCode.apply(null, codes);
	let res = "";
	for (let i = 0; i < len; i += B2S_CHUNK) res += String.fromCharCode.apply(null, codes.subarray(i, i + B2S_CHUNK));
	return res;
}
/**
* Linear 8 <-> bits regrouping (radix2Slow semantics), with Uint8Array digits and
* preallocated output.
*/
function radix2(bits) {
	anumber$3(bits);
	if (bits <= 0 || bits > 8) throw new RangeError("radix2: bits should be in (0..8]");
	const mask = powers[bits] - 1;
	return {
		encode: (bytes) => {
			abytes$3(bytes);
			const len = bytes.length;
			const res = new Uint8Array(Math.ceil(len * 8 / bits));
			let carry = 0;
			let pos = 0;
			let j = 0;
			for (let i = 0; i < len;) {
				if (i + 2 < len) {
					carry = carry << 24 | bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
					pos += 24;
					i += 3;
				} else {
					carry = (carry << 8 | bytes[i]) & 65535;
					pos += 8;
					i++;
				}
				for (;;) {
					pos -= bits;
					res[j++] = carry >> pos & mask;
					if (pos < bits) break;
				}
			}
			if (pos > 0) res[j] = carry << bits - pos & mask;
			return res;
		},
		decode: (digits) => {
			const len = digits.length;
			const res = new Uint8Array(Math.floor(len * bits / 8));
			let carry = 0;
			let pos = 0;
			let j = 0;
			for (let i = 0; i < len; i++) {
				carry = (carry << bits | digits[i]) & 65535;
				pos += bits;
				for (; pos >= 8; pos -= 8) res[j++] = carry >> pos - 8 & 255;
			}
			carry = carry << 8 - pos & 255;
			if (pos >= bits) throw new Error("Excess padding");
			if (carry > 0) throw new Error(`Non-zero padding: ${carry}`);
			return res;
		}
	};
}
/**
* Digit <-> letter mapping fused with string join (chain(alphabetSlow(letters), join(''))
* semantics), via char-code lookup tables.
*/
function alphabet(letters, aliases) {
	const len = letters.length;
	if (len > 128) throw new Error("alphabet: max 128 letters");
	const encTable = new Uint8Array(len);
	const decTable = (/* @__PURE__ */ new Int8Array(128)).fill(-1);
	for (let i = 0; i < len; i++) {
		const code = letters.charCodeAt(i);
		if (letters.codePointAt(i) !== code || code > 127) throw new Error("alphabet: single-char ASCII letters only");
		encTable[i] = code;
		decTable[code] = i;
	}
	if (aliases !== void 0) for (const alias of Object.keys(aliases)) {
		const code = alias.charCodeAt(0);
		const target = decTable[aliases[alias].charCodeAt(0)];
		if (alias.length !== 1 || code > 127 || target === void 0 || target === -1) throw new Error(`alphabet: invalid alias ${alias}`);
		decTable[code] = target;
	}
	return {
		encode: (digits) => {
			const codes = new Uint8Array(digits.length);
			for (let i = 0; i < digits.length; i++) {
				const d = digits[i];
				const code = encTable[d];
				if (code === void 0) throw new Error(`alphabet.encode: invalid digit ${d}`);
				codes[i] = code;
			}
			return charcodesToString(codes);
		},
		decode: (input) => {
			astr("decode", input);
			const slen = input.length;
			const digits = new Uint8Array(slen);
			for (let i = 0; i < slen; i++) {
				const code = input.charCodeAt(i);
				const digit = code < 128 ? decTable[code] : -1;
				if (digit === -1) throw new Error(`Unknown letter "${input[i]}". Allowed: ${letters}`);
				digits[i] = digit;
			}
			return digits;
		}
	};
}
/**
* Pad / unpad (paddingSlow semantics), on the joined string.
*/
function padding(bits, chr = "=") {
	anumber$3(bits);
	astr("padding", chr);
	return {
		encode(data) {
			while (data.length * bits % 8) data += chr;
			return data;
		},
		decode(input) {
			astr("decode", input);
			let end = input.length;
			if (end * bits % 8) throw new Error("padding: invalid length");
			for (; end > 0 && input[end - 1] === chr; end--) if ((end - 1) * bits % 8 === 0) throw new Error("padding: excess padding");
			return input.slice(0, end);
		}
	};
}
function unsafeWrapper(fn) {
	afn(fn);
	return function(...args) {
		try {
			return fn.apply(null, args);
		} catch (e) {}
	};
}
const hasBase64Builtin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toBase64 === "function" && typeof Uint8Array.fromBase64 === "function")();
const ASCII_WHITESPACE = /[\t\n\f\r ]/;
const decodeBase64Builtin = (s, isUrl) => {
	astr("base64", s);
	const alphabet = isUrl ? "base64url" : "base64";
	if (s.length > 0 && ASCII_WHITESPACE.test(s)) throw new Error("invalid base64");
	return Uint8Array.fromBase64(s, {
		alphabet,
		lastChunkHandling: "strict"
	});
};
/** base64 from RFC 4648. Padded. Pure JS version */
const base64Fallback = /* @__PURE__ */ freeze(() => chain$1(radix2(6), alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"), padding(6)));
/**
* base64 from RFC 4648. Padded.
* Alternative variants: `base64nopad`, `base64url`, `base64urlnopad`.
* Utilizes native `Uint8Array.fromBase64` builtin, otherwise falls back to `base64fallback` when it's unavailable.
* @example
* ```js
* base64.encode(Uint8Array.from([0x12, 0xab]));
* // => 'Eqs='
* base64.decode('Eqs=');
* // => Uint8Array.from([0x12, 0xab])
* ```
*/
const base64$1 = /* @__PURE__ */ freeze(() => hasBase64Builtin ? {
	encode(b) {
		abytes$3(b);
		return b.toBase64();
	},
	decode(s) {
		return decodeBase64Builtin(s, false);
	}
} : base64Fallback);
/**
* base64 from RFC 4648. No padding.
* Use `base64` for padded version.
* @example
* ```js
* base64nopad.encode(Uint8Array.from([0x12, 0xab]));
* // => 'Eqs'
* base64nopad.decode('Eqs');
* // => Uint8Array.from([0x12, 0xab])
* ```
*/
const base64nopad = /* @__PURE__ */ freeze(() => chain$1(radix2(6), alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")));
const BECH_ALPHABET = /* @__PURE__ */ alphabet("qpzry9x8gf2tvdw0s3jn54khce6mua7l");
const BECH_UPPERCASE_PRINTABLE = /^[\x21-\x60\x7b-\x7e]+$/;
function assertBech32Printable(label, value) {
	for (let i = 0; i < value.length; i++) {
		const c = value.charCodeAt(i);
		if (c < 33 || c > 126) throw new Error(`${label}: printable ASCII expected`);
	}
}
function wordsToU8(words) {
	const len = words.length;
	const res = new Uint8Array(len);
	for (let i = 0; i < len; i++) {
		const w = words[i];
		if (w < 0 || w >= 32) throw new Error(`alphabet.encode: invalid digit ${w}`);
		res[i] = w;
	}
	return res;
}
const POLYMOD_GENERATORS = [
	996825010,
	642813549,
	513874426,
	1027748829,
	705979059
];
function bech32Polymod(pre) {
	const b = pre >> 25;
	let chk = (pre & 33554431) << 5;
	for (let i = 0; i < POLYMOD_GENERATORS.length; i++) if ((b >> i & 1) === 1) chk ^= POLYMOD_GENERATORS[i];
	return chk;
}
function bechChecksum(prefix, words, encodingConst = 1) {
	const len = prefix.length;
	let chk = 1;
	for (let i = 0; i < len; i++) {
		const c = prefix.charCodeAt(i);
		if (c < 33 || c > 126) throw new Error(`Invalid prefix (${prefix})`);
		chk = bech32Polymod(chk) ^ c >> 5;
	}
	chk = bech32Polymod(chk);
	for (let i = 0; i < len; i++) chk = bech32Polymod(chk) ^ prefix.charCodeAt(i) & 31;
	for (let v of words) chk = bech32Polymod(chk) ^ v;
	for (let i = 0; i < 6; i++) chk = bech32Polymod(chk);
	chk ^= encodingConst;
	const sum = /* @__PURE__ */ new Uint8Array(6);
	for (let i = 0; i < 6; i++) sum[i] = chk >>> 5 * (5 - i) & 31;
	return BECH_ALPHABET.encode(sum);
}
function genBech32(encoding) {
	const ENCODING_CONST = encoding === "bech32" ? 1 : 734539939;
	const _words = radix2(5);
	const toWords = (from) => {
		abytes$3(from);
		const len = from.length;
		const res = new Array(Math.ceil(len * 8 / 5));
		let carry = 0;
		let pos = 0;
		let j = 0;
		for (let i = 0; i < len; i++) {
			carry = carry << 8 | from[i];
			pos += 8;
			for (; pos >= 5; pos -= 5) res[j++] = carry >> pos - 5 & 31;
		}
		if (pos > 0) res[j] = carry << 5 - pos & 31;
		return res;
	};
	const fromWords = (to) => {
		anumArr("radix2.decode", to);
		const len = to.length;
		const digits = new Uint8Array(len);
		for (let i = 0; i < len; i++) {
			const w = to[i];
			if (w < 0 || w >= 32) throw new Error(`convertRadix2: invalid word=${w}`);
			digits[i] = w;
		}
		return _words.decode(digits);
	};
	const fromWordsUnsafe = unsafeWrapper(fromWords);
	function encode(prefix, words, limit = 90) {
		astr("bech32.encode prefix", prefix);
		if (limit !== false) anumber$3(limit, "limit");
		if (isBytes$4(words)) words = u8ToNumArr(words);
		anumArr("bech32.encode", words);
		const plen = prefix.length;
		if (plen === 0) throw new TypeError(`Invalid prefix length ${plen}`);
		const actualLength = plen + 7 + words.length;
		if (limit !== false && actualLength > limit) throw new TypeError(`Length ${actualLength} exceeds limit ${limit}`);
		assertBech32Printable("bech32.encode prefix", prefix);
		const lowered = prefix.toLowerCase();
		const sum = bechChecksum(lowered, words, ENCODING_CONST);
		return `${lowered}1${BECH_ALPHABET.encode(wordsToU8(words))}${sum}`;
	}
	function decode(str, limit = 90) {
		astr("bech32.decode input", str);
		if (limit !== false) anumber$3(limit, "limit");
		const slen = str.length;
		if (slen < 8 || limit !== false && slen > limit) throw new TypeError(`invalid string length ${slen}, expected (8..${limit})`);
		const lowered = str.toLowerCase();
		if (str !== lowered) {
			if (!BECH_UPPERCASE_PRINTABLE.test(str)) {
				assertBech32Printable("bech32.decode input", str);
				throw new Error(`mixed-case string not allowed`);
			}
		}
		const sepIndex = lowered.lastIndexOf("1");
		if (sepIndex === 0 || sepIndex === -1) throw new Error(`invalid separator "1"`);
		const prefix = lowered.slice(0, sepIndex);
		const data = lowered.slice(sepIndex + 1);
		if (data.length < 6) throw new Error("invalid data length");
		const digits = BECH_ALPHABET.decode(data);
		const words = u8ToNumArr(digits, digits.length - 6);
		const sum = bechChecksum(prefix, words, ENCODING_CONST);
		if (!data.endsWith(sum)) throw new Error(`Invalid checksum in ${str}`);
		return {
			prefix,
			words
		};
	}
	const decodeUnsafe = unsafeWrapper(decode);
	function decodeToBytes(str, limit = 90) {
		const { prefix, words } = decode(str, limit);
		return {
			prefix,
			words,
			bytes: fromWords(words)
		};
	}
	function encodeFromBytes(prefix, bytes) {
		return encode(prefix, toWords(bytes));
	}
	return {
		encode,
		decode,
		encodeFromBytes,
		decodeToBytes,
		decodeUnsafe,
		fromWords,
		fromWordsUnsafe,
		toWords
	};
}
/**
* bech32 from BIP 173. Operates on words.
* For high-level helpers, check out {@link https://github.com/paulmillr/scure-btc-signer | scure-btc-signer}.
* @example
* Convert bytes to words, encode them, then decode back.
* ```ts
* const words = bech32.toWords(Uint8Array.from([1, 2, 3]));
* const text = bech32.encode('bc', words);
* bech32.decode(text);
* ```
*/
const bech32 = /* @__PURE__ */ freeze(() => genBech32("bech32"));
// node_modules/@noble/hashes/pbkdf2.js
/**
* PBKDF (RFC 2898). Can be used to create a key from password and salt.
* @module
*/
function pbkdf2Init(hash, _password, _salt, _opts) {
	ahash$1(hash);
	const { c, dkLen, asyncTick } = checkOpts$1({
		dkLen: 32,
		asyncTick: 10
	}, _opts);
	anumber$4(c, "c");
	anumber$4(dkLen, "dkLen");
	anumber$4(asyncTick, "asyncTick");
	if (c < 1) throw new Error("\"c\" (iterations) must be >= 1");
	if (dkLen < 1) throw new Error("\"dkLen\" must be >= 1");
	if (dkLen > (2 ** 32 - 1) * hash.outputLen) throw new Error("derived key too long");
	const p = kdfInputToBytes(_password, "password");
	try {
		const s = kdfInputToBytes(_salt, "salt");
		try {
			const DK = new Uint8Array(dkLen);
			const { iHash, oHash, outputLen } = hmac$1.create(hash, p);
			return {
				c,
				dkLen,
				asyncTick,
				DK,
				outputLen,
				eng: pbkdf2Engine(iHash, oHash, s, new Uint8Array(outputLen))
			};
		} finally {
			if (typeof _salt === "string") clean$2(s);
		}
	} finally {
		if (typeof _password === "string") clean$2(p);
	}
}
function pbkdf2Engine(iHash, oHash, salt, u) {
	const counter = /* @__PURE__ */ new Uint8Array(4);
	const view = createView$2(counter);
	const salted = iHash._cloneInto().update(salt);
	const work = oHash._cloneInto();
	const iClone = iHash._cloneInto;
	const oClone = oHash._cloneInto;
	return {
		u1: (ti, Ti) => {
			view.setInt32(0, ti, false);
			salted._cloneInto(work).update(counter).digestInto(u);
			oHash._cloneInto(work).update(u).digestInto(u);
			Ti.set(u.subarray(0, Ti.length));
		},
		rounds: (c, Ti) => {
			for (let ui = 1; ui < c; ui++) {
				iClone.call(iHash, work).update(u).digestInto(u);
				oClone.call(oHash, work).update(u).digestInto(u);
				for (let i = 0; i < Ti.length; i++) Ti[i] ^= u[i];
			}
		},
		output: (DK) => {
			iHash.destroy();
			oHash.destroy();
			salted.destroy();
			work.destroy();
			clean$2(u);
			return DK;
		}
	};
}
/**
* PBKDF2-HMAC: RFC 8018 key derivation function.
* @param hash - hash function that would be used e.g. sha256
* @param password - password from which a derived key is generated;
*   JS string inputs are UTF-8 encoded first
* @param salt - cryptographic salt; JS string inputs are UTF-8 encoded first
* @param opts - PBKDF2 work factor and output settings. `dkLen`, if provided,
*   must be `>= 1` per RFC 8018 §5.2. See {@link Pbkdf2Opt}.
* @returns Derived key bytes.
* @throws If the PBKDF2 iteration count or derived-key settings are invalid. {@link Error}
* @example
* PBKDF2-HMAC: RFC 2898 key derivation function.
* ```ts
* import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const key = pbkdf2(sha256, 'password', 'salt', { dkLen: 32, c: Math.pow(2, 18) });
* ```
*/
function pbkdf2(hash, password, salt, opts) {
	const { c, dkLen, DK, outputLen, eng } = pbkdf2Init(hash, password, salt, opts);
	for (let ti = 1, pos = 0; pos < dkLen; ti++, pos += outputLen) {
		const Ti = DK.subarray(pos, pos + outputLen);
		eng.u1(ti, Ti);
		eng.rounds(c, Ti);
	}
	return eng.output(DK);
}
// node_modules/@noble/hashes/scrypt.js
/**
* RFC 7914 Scrypt KDF. Can be used to create a key from password and salt.
* @module
*/
function XorAndSalsa(prev, pi, input, ii, out, oi) {
	let y00 = prev[pi++] ^ input[ii++], y01 = prev[pi++] ^ input[ii++];
	let y02 = prev[pi++] ^ input[ii++], y03 = prev[pi++] ^ input[ii++];
	let y04 = prev[pi++] ^ input[ii++], y05 = prev[pi++] ^ input[ii++];
	let y06 = prev[pi++] ^ input[ii++], y07 = prev[pi++] ^ input[ii++];
	let y08 = prev[pi++] ^ input[ii++], y09 = prev[pi++] ^ input[ii++];
	let y10 = prev[pi++] ^ input[ii++], y11 = prev[pi++] ^ input[ii++];
	let y12 = prev[pi++] ^ input[ii++], y13 = prev[pi++] ^ input[ii++];
	let y14 = prev[pi++] ^ input[ii++], y15 = prev[pi++] ^ input[ii++];
	let x00 = y00, x01 = y01, x02 = y02, x03 = y03, x04 = y04, x05 = y05, x06 = y06, x07 = y07, x08 = y08, x09 = y09, x10 = y10, x11 = y11, x12 = y12, x13 = y13, x14 = y14, x15 = y15;
	for (let i = 0; i < 8; i += 2) {
		x04 ^= rotl$1(x00 + x12 | 0, 7);
		x08 ^= rotl$1(x04 + x00 | 0, 9);
		x12 ^= rotl$1(x08 + x04 | 0, 13);
		x00 ^= rotl$1(x12 + x08 | 0, 18);
		x09 ^= rotl$1(x05 + x01 | 0, 7);
		x13 ^= rotl$1(x09 + x05 | 0, 9);
		x01 ^= rotl$1(x13 + x09 | 0, 13);
		x05 ^= rotl$1(x01 + x13 | 0, 18);
		x14 ^= rotl$1(x10 + x06 | 0, 7);
		x02 ^= rotl$1(x14 + x10 | 0, 9);
		x06 ^= rotl$1(x02 + x14 | 0, 13);
		x10 ^= rotl$1(x06 + x02 | 0, 18);
		x03 ^= rotl$1(x15 + x11 | 0, 7);
		x07 ^= rotl$1(x03 + x15 | 0, 9);
		x11 ^= rotl$1(x07 + x03 | 0, 13);
		x15 ^= rotl$1(x11 + x07 | 0, 18);
		x01 ^= rotl$1(x00 + x03 | 0, 7);
		x02 ^= rotl$1(x01 + x00 | 0, 9);
		x03 ^= rotl$1(x02 + x01 | 0, 13);
		x00 ^= rotl$1(x03 + x02 | 0, 18);
		x06 ^= rotl$1(x05 + x04 | 0, 7);
		x07 ^= rotl$1(x06 + x05 | 0, 9);
		x04 ^= rotl$1(x07 + x06 | 0, 13);
		x05 ^= rotl$1(x04 + x07 | 0, 18);
		x11 ^= rotl$1(x10 + x09 | 0, 7);
		x08 ^= rotl$1(x11 + x10 | 0, 9);
		x09 ^= rotl$1(x08 + x11 | 0, 13);
		x10 ^= rotl$1(x09 + x08 | 0, 18);
		x12 ^= rotl$1(x15 + x14 | 0, 7);
		x13 ^= rotl$1(x12 + x15 | 0, 9);
		x14 ^= rotl$1(x13 + x12 | 0, 13);
		x15 ^= rotl$1(x14 + x13 | 0, 18);
	}
	out[oi++] = y00 + x00 | 0;
	out[oi++] = y01 + x01 | 0;
	out[oi++] = y02 + x02 | 0;
	out[oi++] = y03 + x03 | 0;
	out[oi++] = y04 + x04 | 0;
	out[oi++] = y05 + x05 | 0;
	out[oi++] = y06 + x06 | 0;
	out[oi++] = y07 + x07 | 0;
	out[oi++] = y08 + x08 | 0;
	out[oi++] = y09 + x09 | 0;
	out[oi++] = y10 + x10 | 0;
	out[oi++] = y11 + x11 | 0;
	out[oi++] = y12 + x12 | 0;
	out[oi++] = y13 + x13 | 0;
	out[oi++] = y14 + x14 | 0;
	out[oi++] = y15 + x15 | 0;
}
function BlockMix(input, ii, out, oi, r) {
	let head = oi + 0;
	let tail = oi + 16 * r;
	for (let i = 0; i < 16; i++) out[tail + i] = input[ii + (2 * r - 1) * 16 + i];
	for (let i = 0; i < r; i++, head += 16, ii += 16) {
		XorAndSalsa(out, tail, input, ii, out, head);
		if (i > 0) tail += 16;
		XorAndSalsa(out, head, input, ii += 16, out, tail);
	}
}
const SCRYPT_DEFAULT_MAXMEM = 1024 * (2 ** 20 + 1 + 1);
function scryptInit(password, salt, _opts) {
	const { N, r, p, dkLen, asyncTick, maxmem, onProgress } = checkOpts$1({
		dkLen: 32,
		asyncTick: 10,
		maxmem: SCRYPT_DEFAULT_MAXMEM
	}, _opts);
	anumber$4(N, "N");
	anumber$4(r, "r");
	anumber$4(p, "p");
	anumber$4(dkLen, "dkLen");
	anumber$4(asyncTick, "asyncTick");
	anumber$4(maxmem, "maxmem");
	if (onProgress !== void 0 && typeof onProgress !== "function") throw new Error("\"onProgress\" must be a function");
	if (r < 1) throw new Error("\"r\" expected integer >= 1");
	const blockSize = 128 * r;
	const blockSize32 = blockSize / 4;
	const pow32 = Math.pow(2, 32);
	if (N <= 1 || (N & N - 1) !== 0 || N > pow32) throw new Error("\"N\" expected a power of 2, and 2^1 <= N <= 2^32");
	if (p < 1 || p > (pow32 - 1) * 32 / blockSize) throw new Error("\"p\" expected integer 1..((2^32 - 1) * 32) / (128 * r)");
	if (dkLen < 1 || dkLen > (pow32 - 1) * 32) throw new Error("\"dkLen\" expected integer 1..(2^32 - 1) * 32");
	const memUsed = blockSize * (N + p + 1);
	if (memUsed > maxmem) throw new Error("\"maxmem\" limit was hit: memUsed(128*r*(N+p+1))=" + memUsed + ", maxmem=" + maxmem);
	const B = pbkdf2(sha256$1, password, salt, {
		c: 1,
		dkLen: blockSize * p
	});
	const B32 = u32$2(B);
	const V = u32$2(new Uint8Array(blockSize * N));
	const tmp = u32$2(new Uint8Array(blockSize));
	let blockMixCb = () => {};
	if (onProgress) {
		const totalBlockMix = 2 * N * p;
		const callbackPer = Math.max(Math.floor(totalBlockMix / 1e4), 1);
		let blockMixCnt = 0;
		blockMixCb = () => {
			blockMixCnt++;
			if (onProgress && (!(blockMixCnt % callbackPer) || blockMixCnt === totalBlockMix)) try {
				onProgress(blockMixCnt / totalBlockMix);
			} catch (e) {
				clean$2(B, V, tmp);
				throw e;
			}
		};
	}
	return {
		N,
		r,
		p,
		dkLen,
		blockSize32,
		V,
		B32,
		B,
		tmp,
		blockMixCb,
		asyncTick
	};
}
function scryptOutput(password, dkLen, B, V, tmp) {
	const res = pbkdf2(sha256$1, password, B, {
		c: 1,
		dkLen
	});
	clean$2(B, V, tmp);
	return res;
}
/**
* Scrypt KDF from RFC 7914. See {@link ScryptOpts}.
* @param password - password or key material to derive from;
*   JS string inputs are UTF-8 encoded first
* @param salt - unique salt bytes or string; JS string inputs are UTF-8 encoded first
* @param opts - Scrypt cost and memory parameters. `dkLen`, if provided,
*   must be `>= 1` per RFC 7914 §2. See {@link ScryptOpts}.
* @returns Derived key bytes.
* @throws If the Scrypt cost, memory, or callback options are invalid. {@link Error}
* @example
* Derive a key with scrypt.
* ```ts
* scrypt('password', 'salt', { N: 2**18, r: 8, p: 1, dkLen: 32 });
* ```
* @example
* Derive a key with small demo costs and progress/memory controls.
* ```ts
* const progressLog: number[] = [];
* scrypt('password', 'salt', {
*   N: 16,
*   r: 8,
*   p: 1,
*   dkLen: 32,
*   maxmem: 1024 * 1024,
*   asyncTick: 10,
*   onProgress(progress) {
*     progressLog.push(progress);
*   },
* });
* ```
*/
function scrypt(password, salt, opts) {
	const { N, r, p, dkLen, blockSize32, V, B32, B, tmp, blockMixCb } = scryptInit(password, salt, opts);
	swap32IfBE$2(B32);
	for (let pi = 0; pi < p; pi++) {
		const Pi = blockSize32 * pi;
		for (let i = 0; i < blockSize32; i++) V[i] = B32[Pi + i];
		for (let i = 0, pos = 0; i < N - 1; i++) {
			BlockMix(V, pos, V, pos += blockSize32, r);
			blockMixCb();
		}
		BlockMix(V, (N - 1) * blockSize32, B32, Pi, r);
		blockMixCb();
		for (let i = 0; i < N; i++) {
			const j = (B32[Pi + blockSize32 - 16] & N - 1) >>> 0;
			for (let k = 0; k < blockSize32; k++) tmp[k] = B32[Pi + k] ^ V[j * blockSize32 + k];
			BlockMix(tmp, 0, B32, Pi, r);
			blockMixCb();
		}
	}
	swap32IfBE$2(B32);
	return scryptOutput(password, dkLen, B, V, tmp);
}
// node_modules/@noble/ciphers/utils.js
/*! noble-ciphers - MIT License (c) 2023 Paul Miller (paulmillr.com) */
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - Value to inspect.
* @returns `true` when the value is a Uint8Array view, including Node's `Buffer`.
* @example
* Guards a value before treating it as raw key material.
*
* ```ts
* isBytes(new Uint8Array());
* ```
*/
function isBytes$3(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle$1 = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is boolean.
* @param value - Value to validate.
* @returns The validated boolean.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validates a boolean option before branching on it.
*
* ```ts
* abool(true);
* ```
*/
function abool$2(value, title = "") {
	if (typeof value !== "boolean") throw new TypeError(atitle$1(title) + "expected boolean, got type=" + typeof value);
	return value;
}
/**
* Asserts something is a non-negative safe integer.
* @param n - Value to validate.
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validates a non-negative length or counter.
*
* ```ts
* anumber(1);
* ```
*/
function anumber$2(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle$1(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle$1(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is Uint8Array.
* @param value - Value to validate.
* @param length - Expected byte length.
* @param title - Optional label used in error messages.
* @returns The validated byte array.
* On Node, `Buffer` is accepted too because it is a Uint8Array view.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument lengths. {@link RangeError}
* @example
* Validates a fixed-length nonce or key buffer.
*
* ```ts
* abytes(new Uint8Array([1, 2]), 2);
* ```
*/
function abytes$2(value, length, title = "") {
	if (isBytes$3(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber$2(length, "length");
	const bytes = isBytes$3(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle$1(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
const aobject$1 = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError(label === "object" ? "expected valid options object" : `"${label}" expected object, got type=${typeof value}`);
};
/**
* Asserts a hash- or MAC-like instance has not been destroyed or finished.
* @param instance - Stateful instance to validate.
* @param checkFinished - Whether to reject finished instances.
* When `false`, only `destroyed` is checked.
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Guards against calling `update()` or `digest()` on a finished hash.
*
* ```ts
* aexists({ destroyed: false, finished: false });
* ```
*/
function aexists$1(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - Output buffer to validate.
* @param instance - Hash-like instance providing `outputLen`.
* This is the relaxed `digestInto()`-style contract: output must be at least `outputLen`,
* unlike one-shot cipher helpers elsewhere in the repo that often require exact lengths.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong output buffer lengths. {@link RangeError}
* @example
* Verifies that a caller-provided output buffer is large enough.
*
* ```ts
* aoutput(new Uint8Array(16), { outputLen: 16 });
* ```
*/
function aoutput$1(out, instance) {
	abytes$2(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Casts a typed-array view to Uint32Array.
* @param arr - Typed-array view to reinterpret.
* @returns Uint32Array view over the same bytes. Callers are expected to provide a
* 4-byte-aligned offset; trailing `1..3` bytes are silently dropped.
* @example
* Views a byte buffer as 32-bit words for block processing.
*
* ```ts
* u32(new Uint8Array(4));
* ```
*/
function u32$1(arr) {
	return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
/**
* Zeroizes typed arrays in place.
* Warning: JS provides no guarantees.
* @param arrays - Arrays to wipe.
* @example
* Wipes a temporary key buffer after use.
*
* ```ts
* const bytes = new Uint8Array([1]);
* clean(bytes);
* ```
*/
function clean$1(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - Typed-array view to wrap.
* @returns DataView over the same bytes.
* @example
* Creates an endian-aware view for length encoding.
*
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView$1(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Whether the current platform is little-endian.
* Most are; some IBM systems are not.
*/
const isLE$1 = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
/**
* Reverses byte order of one 32-bit word.
* @param word - Unsigned 32-bit word to swap.
* @returns The same word with bytes reversed.
* @example
* Swaps a big-endian word into little-endian byte order.
*
* ```ts
* byteSwap(0x11223344);
* ```
*/
function byteSwap$1(word) {
	return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
/**
* Byte-swaps every word of a Uint32Array in place.
* @param arr - Uint32Array whose words should be swapped.
* @returns The same array after in-place byte swapping.
* @example
* Swaps every 32-bit word in a word-view buffer.
*
* ```ts
* byteSwap32(new Uint32Array([0x11223344]));
* ```
*/
function byteSwap32$1(arr) {
	for (let i = 0; i < arr.length; i++) arr[i] = byteSwap$1(arr[i]);
	return arr;
}
/**
* Normalizes a Uint32Array view to the little-endian representation expected by cipher cores.
* @param u - Word view to normalize in place.
* @returns Little-endian normalized word view.
* @example
* Normalizes a word-view buffer before block processing.
*
* ```ts
* swap32IfBE(new Uint32Array([0x11223344]));
* ```
*/
const swap32IfBE$1 = isLE$1 ? (u) => u : byteSwap32$1;
/**
* Checks if two U8A use same underlying buffer and overlaps.
* This is invalid and can corrupt data.
* @param a - First byte view.
* @param b - Second byte view.
* @returns `true` when the views overlap in memory.
* @example
* Detects whether two slices alias the same backing buffer.
*
* ```ts
* overlapBytes(new Uint8Array(4), new Uint8Array(4));
* ```
*/
function overlapBytes(a, b) {
	if (!a.byteLength || !b.byteLength) return false;
	return a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}
/**
* If input and output overlap and input starts before output, we will overwrite end of input before
* we start processing it, so this is not supported by forward-processing ciphers.
* @param input - Input bytes.
* @param output - Output bytes.
* @throws If the output view would overwrite unread input bytes. {@link Error}
* @example
* Rejects an in-place layout that would overwrite unread input bytes.
*
* ```ts
* const buffer = new Uint8Array(8);
* complexOverlapBytes(buffer.subarray(0, 4), buffer.subarray(2, 6));
* ```
*/
function complexOverlapBytes(input, output) {
	if (overlapBytes(input, output) && input.byteOffset < output.byteOffset) throw new Error("complex overlap of input and output is not supported");
}
/**
* Merges user options into defaults.
* @param defaults - Default option values.
* @param opts - User-provided overrides.
* @returns Combined options object.
* `defaults` is a library-owned mutable object; user-provided `opts` only need to be
* object-shaped, since "plain object" checks reject valid proxy/cross-realm containers.
* The merge mutates `defaults` in place and returns the same object, so direct callers
* should pass a fresh defaults object unless they intentionally want shared state updated.
* @throws If options are missing or not an object. {@link Error}
* @example
* Applies user overrides to the default cipher options.
*
* ```ts
* checkOpts({ rounds: 20 }, { rounds: 8 });
* ```
*/
function checkOpts(defaults, opts) {
	aobject$1(defaults, "defaults");
	aobject$1(opts, "opts");
	return Object.assign(defaults, opts);
}
/**
* Compares two byte arrays in kinda constant time once lengths already match.
* @param a - First byte array.
* @param b - Second byte array.
* @returns `true` when the arrays contain the same bytes. Different lengths still return early.
* @example
* Compares an expected authentication tag with the received one.
*
* ```ts
* equalBytes(new Uint8Array([1]), new Uint8Array([1]));
* ```
*/
function equalBytes$1(a, b) {
	a = abytes$2(a);
	b = abytes$2(b);
	if (a.length !== b.length) return false;
	let diff = 0;
	for (let i = 0; i < a.length; i++) diff |= a[i] ^ b[i];
	return diff === 0;
}
/**
* Wraps a keyed MAC constructor into a one-shot helper with `.create()`.
* @param keyLen - Valid probe-key length used to read static metadata once.
* The probe key is only used for `outputLen` / `blockLen`, so callers with several valid key sizes
* can pass any representative size as long as those values stay fixed.
* @param macCons - Keyed MAC constructor or factory.
* @param fromMsg - Optional adapter that derives extra constructor args from the one-shot message.
* @returns Callable MAC helper with `.create()`.
*/
function wrapMacConstructor(keyLen, macCons, fromMsg) {
	const mac = macCons;
	const getArgs = fromMsg || (() => []);
	const macC = (msg, key) => mac(key, ...getArgs(msg)).update(msg).digest();
	const tmp = mac(new Uint8Array(keyLen), ...getArgs(/* @__PURE__ */ new Uint8Array(0)));
	macC.outputLen = tmp.outputLen;
	macC.blockLen = tmp.blockLen;
	macC.create = (key, ...args) => mac(key, ...args);
	return macC;
}
/**
* Wraps a cipher: validates args, ensures encrypt() can only be called once.
* Used internally by the exported cipher constructors.
* Output-buffer support is inferred from the wrapped `encrypt` / `decrypt`
* arity (`fn.length === 2`), so wrapped output-capable methods must use a normal
* second parameter, not a default/rest parameter. AAD support is explicit in
* `params.withAAD`; optional AAD starts after the nonce slot when one is present.
* @__NO_SIDE_EFFECTS__
* @param params - Static cipher metadata. See {@link CipherParams}.
* @param constructor - Cipher constructor.
* @returns Wrapped constructor with validation.
*/
const wrapCipher = (params, constructor) => {
	function wrappedCipher(key, ...args) {
		abytes$2(key, void 0, "key");
		if (params.nonceLength !== void 0) {
			const nonce = args[0];
			abytes$2(nonce, params.varSizeNonce ? void 0 : params.nonceLength, "nonce");
		}
		const tagl = params.tagLength;
		const aadStart = params.nonceLength !== void 0 ? 1 : 0;
		if (!params.withAAD) {
			for (let i = aadStart; i < args.length; i++) if (isBytes$3(args[i])) throw new Error("AAD not supported");
		}
		if (params.withAAD && args[aadStart] !== void 0) abytes$2(args[aadStart], void 0, "AAD");
		const cipher = constructor(key, ...args);
		const checkOutput = (fnLength, output) => {
			if (output !== void 0) {
				if (fnLength !== 2) throw new Error("cipher output not supported");
				abytes$2(output, void 0, "output");
			}
		};
		let called = false;
		return {
			encrypt(data, output) {
				if (called) throw new Error("cannot encrypt() twice with same key + nonce");
				called = true;
				abytes$2(data, void 0, "data");
				checkOutput(cipher.encrypt.length, output);
				return cipher.encrypt(data, output);
			},
			decrypt(data, output) {
				abytes$2(data, void 0, "data");
				if (tagl && data.length < tagl) throw new Error("\"ciphertext\" expected length >= tagLength=" + tagl);
				checkOutput(cipher.decrypt.length, output);
				return cipher.decrypt(data, output);
			}
		};
	}
	Object.assign(wrappedCipher, params);
	return wrappedCipher;
};
/**
* By default, returns u8a of length.
* When out is available, it checks it for validity and uses it.
* @param expectedLength - Required output length.
* @param out - Optional destination buffer.
* @param onlyAligned - Whether `out` must be 4-byte aligned.
* @returns Output buffer ready for writing.
* @throws On wrong argument types. {@link TypeError}
* @throws If the provided output buffer has the wrong size. {@link RangeError}
* @throws If the provided output buffer has the wrong alignment. {@link Error}
* @example
* Reuses a caller-provided output buffer when lengths match.
*
* ```ts
* getOutput(16, new Uint8Array(16));
* ```
*/
function getOutput(expectedLength, out, onlyAligned = true) {
	if (out === void 0) return new Uint8Array(expectedLength);
	abytes$2(out, expectedLength, "output");
	if (onlyAligned && !isAligned32(out)) throw new Error("invalid output, must be aligned");
	return out;
}
/**
* Encodes data and AAD lengths into a 16-byte buffer.
* @param dataLength - Data length. Units are caller-defined: GCM passes bit
* lengths, ChaCha20-Poly1305 passes byte lengths — the helper writes the raw values.
* @param aadLength - AAD length, same unit convention as `dataLength`.
* The serialized block is still `aadLength || dataLength`, matching GCM/Poly1305
* conventions even though the helper parameter order is `(dataLength, aadLength)`.
* @param isLE - Whether to encode lengths as little-endian.
* @returns 16-byte length block.
* @throws On wrong argument types passed to the endian validator. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Builds the length block appended by GCM and Poly1305.
*
* ```ts
* u64Lengths(16, 8, true);
* ```
*/
function u64Lengths(dataLength, aadLength, isLE) {
	anumber$2(dataLength);
	anumber$2(aadLength);
	abool$2(isLE);
	const num = /* @__PURE__ */ new Uint8Array(16);
	const view = createView$1(num);
	view.setBigUint64(0, BigInt(aadLength), isLE);
	view.setBigUint64(8, BigInt(dataLength), isLE);
	return num;
}
/**
* Checks whether a byte array is aligned to a 4-byte offset.
* @param bytes - Byte array to inspect.
* @returns `true` when the view is 4-byte aligned.
* @example
* Checks whether a buffer can be safely viewed as Uint32Array.
*
* ```ts
* isAligned32(new Uint8Array(4));
* ```
*/
function isAligned32(bytes) {
	return bytes.byteOffset % 4 === 0;
}
/**
* Copies bytes into a new Uint8Array.
* @param bytes - Bytes to copy.
* @returns Copied byte array.
* @throws On wrong argument types. {@link TypeError}
* @example
* Copies input into an aligned Uint8Array before block processing.
*
* ```ts
* copyBytes(new Uint8Array([1, 2]));
* ```
*/
function copyBytes$3(bytes) {
	return Uint8Array.from(abytes$2(bytes));
}
// node_modules/@noble/ciphers/_arx.js
/**
* Basic utils for ARX (add-rotate-xor) salsa and chacha ciphers.

RFC8439 requires multi-step cipher stream, where
authKey starts with counter: 0, actual msg with counter: 1.

For this, we need a way to re-use nonce / counter:

const counter = new Uint8Array(4);
chacha(..., counter, ...); // counter is now 1
chacha(..., counter, ...); // counter is now 2

This is complicated:

- 32-bit counters are enough, no need for 64-bit: max ArrayBuffer size in JS is 4GB
- Original papers don't allow mutating counters
- Counter overflow is undefined [^1]
- Idea A: allow providing (nonce | counter) instead of just nonce, re-use it
- Caveat: Cannot be re-used through all cases:
- * chacha has (counter | nonce)
- * xchacha has (nonce16 | counter | nonce16)
- Idea B: separate nonce / counter and provide separate API for counter re-use
- Caveat: there are different counter sizes depending on an algorithm.
- salsa & chacha also differ in structures of key & sigma:
salsa20:      s[0] | k(4) | s[1] | nonce(2) | cnt(2) | s[2] | k(4) | s[3]
chacha:       s(4) | k(8) | cnt(1) | nonce(3)
chacha20orig: s(4) | k(8) | cnt(2) | nonce(2)
- Idea C: helper method such as `setSalsaState(key, nonce, sigma, data)`
- Caveat: we can't re-use counter array

xchacha uses the subkey and remaining 8 byte nonce with ChaCha20 as normal
(prefixed by 4 NUL bytes, since RFC8439 specifies a 12-byte nonce).
Counter overflow is undefined; see {@link https://mailarchive.ietf.org/arch/msg/cfrg/gsOnTJzcbgG6OqD8Sc0GO5aR_tU/ | the CFRG thread}.
Current noble policy is strict non-wrap for the shared 32-bit counter path:
exported ARX ciphers reject initial `0xffffffff` and stop before any implicit
wrap back to zero.
See {@link https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha#appendix-A.2 | the XChaCha appendix} for the extended-nonce construction.

* @module
*/
const encodeStr = (str) => Uint8Array.from(str.split(""), (c) => c.charCodeAt(0));
const sigma16_32 = /* @__PURE__ */ (() => swap32IfBE$1(u32$1(encodeStr("expand 16-byte k"))))();
const sigma32_32 = /* @__PURE__ */ (() => swap32IfBE$1(u32$1(encodeStr("expand 32-byte k"))))();
/**
* Rotates a 32-bit word left.
* @param a - Input word.
* @param b - Rotation count in bits.
* @returns Rotated 32-bit word.
* @example
* Moves the top byte of `0x12345678` into the low byte position.
* ```ts
* rotl(0x12345678, 8);
* ```
*/
function rotl(a, b) {
	return a << b | a >>> 32 - b;
}
const BLOCK_LEN = 64;
const BLOCK_LEN32 = 16;
const MAX_COUNTER = /* @__PURE__ */ (() => 2 ** 32 - 1)();
const U32_EMPTY = /* @__PURE__ */ Uint32Array.of();
function runCipher(core, sigma, key, nonce, data, output, counter, rounds) {
	const len = data.length;
	const block = new Uint8Array(BLOCK_LEN);
	const b32 = u32$1(block);
	const isAligned = isLE$1 && isAligned32(data) && isAligned32(output);
	const d32 = isAligned ? u32$1(data) : U32_EMPTY;
	const o32 = isAligned ? u32$1(output) : U32_EMPTY;
	if (!isLE$1) {
		for (let pos = 0; pos < len; counter++) {
			core(sigma, key, nonce, b32, counter, rounds);
			swap32IfBE$1(b32);
			if (counter >= MAX_COUNTER) throw new Error("arx: counter overflow");
			const take = Math.min(BLOCK_LEN, len - pos);
			for (let j = 0, posj; j < take; j++) {
				posj = pos + j;
				output[posj] = data[posj] ^ block[j];
			}
			pos += take;
		}
		return;
	}
	for (let pos = 0; pos < len; counter++) {
		core(sigma, key, nonce, b32, counter, rounds);
		if (counter >= MAX_COUNTER) throw new Error("arx: counter overflow");
		const take = Math.min(BLOCK_LEN, len - pos);
		if (isAligned && take === BLOCK_LEN) {
			const pos32 = pos / 4;
			if (pos % 4 !== 0) throw new Error("arx: invalid block position");
			for (let j = 0, posj; j < BLOCK_LEN32; j++) {
				posj = pos32 + j;
				o32[posj] = d32[posj] ^ b32[j];
			}
			pos += BLOCK_LEN;
			continue;
		}
		for (let j = 0, posj; j < take; j++) {
			posj = pos + j;
			output[posj] = data[posj] ^ block[j];
		}
		pos += take;
	}
}
/**
* Creates an ARX stream cipher from a 32-bit core permutation.
* Used internally to build the exported Salsa and ChaCha stream ciphers.
* @param core - Core function that fills one keystream block.
* @param opts - Cipher layout and nonce-extension options. See {@link CipherOpts}.
* @returns Stream cipher function over byte arrays.
* @throws If the core callback, key size, counter, or output sizing is invalid. {@link Error}
*/
function createCipher(core, opts) {
	const { allowShortKeys, extendNonceFn, counterLength, counterRight, rounds } = checkOpts({
		allowShortKeys: false,
		counterLength: 8,
		counterRight: false,
		rounds: 20
	}, opts);
	if (typeof core !== "function") throw new Error("core must be a function");
	anumber$2(counterLength);
	anumber$2(rounds);
	abool$2(counterRight);
	abool$2(allowShortKeys);
	return (key, nonce, data, output, counter = 0) => {
		abytes$2(key, void 0, "key");
		abytes$2(nonce, void 0, "nonce");
		abytes$2(data, void 0, "data");
		const len = data.length;
		const hasOutput = output !== void 0;
		output = getOutput(len, output, false);
		if (hasOutput) complexOverlapBytes(data, output);
		anumber$2(counter);
		if (counter < 0 || counter >= MAX_COUNTER) throw new Error("arx: counter overflow");
		const toClean = [];
		let l = key.length;
		let k;
		let sigma;
		if (l === 32) {
			toClean.push(k = copyBytes$3(key));
			sigma = sigma32_32;
		} else if (l === 16 && allowShortKeys) {
			k = /* @__PURE__ */ new Uint8Array(32);
			k.set(key);
			k.set(key, 16);
			sigma = sigma16_32;
			toClean.push(k);
		} else {
			abytes$2(key, 32, "arx key");
			throw new Error("invalid key size");
		}
		if (!isLE$1 || !isAligned32(nonce)) toClean.push(nonce = copyBytes$3(nonce));
		let k32 = u32$1(k);
		if (extendNonceFn) {
			if (nonce.length !== 24) throw new Error("arx: extended nonce must be 24 bytes");
			const n16 = nonce.subarray(0, 16);
			if (isLE$1) extendNonceFn(sigma, k32, u32$1(n16), k32);
			else {
				const sigmaRaw = swap32IfBE$1(Uint32Array.from(sigma));
				extendNonceFn(sigmaRaw, k32, u32$1(n16), k32);
				clean$1(sigmaRaw);
				swap32IfBE$1(k32);
			}
			nonce = nonce.subarray(16);
		} else if (!isLE$1) swap32IfBE$1(k32);
		const nonceNcLen = 16 - counterLength;
		if (nonceNcLen !== nonce.length) throw new Error(`arx: nonce must be ${nonceNcLen} or 16 bytes`);
		if (nonceNcLen !== 12) {
			const nc = /* @__PURE__ */ new Uint8Array(12);
			nc.set(nonce, counterRight ? 0 : 12 - nonce.length);
			nonce = nc;
			toClean.push(nonce);
		}
		const n32 = swap32IfBE$1(u32$1(nonce));
		try {
			runCipher(core, sigma, k32, n32, data, output, counter, rounds);
			return output;
		} finally {
			clean$1(...toClean);
		}
	};
}
// node_modules/@noble/ciphers/_poly1305.js
/**
* Poly1305 ({@link https://cr.yp.to/mac/poly1305-20050329.pdf | PDF},
* {@link https://en.wikipedia.org/wiki/Poly1305 | wiki})
* is a fast and parallel secret-key message-authentication code suitable for
* a wide variety of applications. It was standardized in
* {@link https://www.rfc-editor.org/rfc/rfc8439 | RFC 8439} and is now used in TLS 1.3.
*
* Polynomial MACs are not perfect for every situation:
* they lack Random Key Robustness: the MAC can be forged, and can't be used in PAKE schemes.
* See {@link https://keymaterial.net/2020/09/07/invisible-salamanders-in-aes-gcm-siv/ | the invisible salamanders attack writeup}.
* To combat invisible salamanders, `hash(key)` can be included in ciphertext,
* however, this would violate ciphertext indistinguishability:
* an attacker would know which key was used - so `HKDF(key, i)`
* could be used instead.
*
* Check out the {@link https://cr.yp.to/mac.html | original website}.
* Based on public-domain {@link https://github.com/floodyberry/poly1305-donna | poly1305-donna}.
* @module
*/
function u8to16(a, i) {
	return a[i++] & 255 | (a[i++] & 255) << 8;
}
/**
* Incremental Poly1305 MAC state.
* Prefer `poly1305()` for one-shot use.
* @param key - 32-byte Poly1305 one-time key.
* @example
* Feeds one chunk into an incremental Poly1305 state with a fresh one-time key.
*
* ```ts
* import { Poly1305 } from '@noble/ciphers/_poly1305.js';
* import { randomBytes } from '@noble/ciphers/utils.js';
* const key = randomBytes(32);
* const mac = new Poly1305(key);
* mac.update(new Uint8Array([1, 2, 3]));
* mac.digest();
* ```
*/
var Poly1305 = class {
	blockLen = 16;
	outputLen = 16;
	buffer = /* @__PURE__ */ new Uint8Array(16);
	r = /* @__PURE__ */ new Uint16Array(10);
	h = /* @__PURE__ */ new Uint16Array(10);
	pad = /* @__PURE__ */ new Uint16Array(8);
	pos = 0;
	finished = false;
	destroyed = false;
	constructor(key) {
		key = copyBytes$3(abytes$2(key, 32, "key"));
		const t0 = u8to16(key, 0);
		const t1 = u8to16(key, 2);
		const t2 = u8to16(key, 4);
		const t3 = u8to16(key, 6);
		const t4 = u8to16(key, 8);
		const t5 = u8to16(key, 10);
		const t6 = u8to16(key, 12);
		const t7 = u8to16(key, 14);
		this.r[0] = t0 & 8191;
		this.r[1] = (t0 >>> 13 | t1 << 3) & 8191;
		this.r[2] = (t1 >>> 10 | t2 << 6) & 7939;
		this.r[3] = (t2 >>> 7 | t3 << 9) & 8191;
		this.r[4] = (t3 >>> 4 | t4 << 12) & 255;
		this.r[5] = t4 >>> 1 & 8190;
		this.r[6] = (t4 >>> 14 | t5 << 2) & 8191;
		this.r[7] = (t5 >>> 11 | t6 << 5) & 8065;
		this.r[8] = (t6 >>> 8 | t7 << 8) & 8191;
		this.r[9] = t7 >>> 5 & 127;
		for (let i = 0; i < 8; i++) this.pad[i] = u8to16(key, 16 + 2 * i);
	}
	process(data, offset, isLast = false) {
		const hibit = isLast ? 0 : 2048;
		const { h, r } = this;
		const r0 = r[0];
		const r1 = r[1];
		const r2 = r[2];
		const r3 = r[3];
		const r4 = r[4];
		const r5 = r[5];
		const r6 = r[6];
		const r7 = r[7];
		const r8 = r[8];
		const r9 = r[9];
		const t0 = u8to16(data, offset + 0);
		const t1 = u8to16(data, offset + 2);
		const t2 = u8to16(data, offset + 4);
		const t3 = u8to16(data, offset + 6);
		const t4 = u8to16(data, offset + 8);
		const t5 = u8to16(data, offset + 10);
		const t6 = u8to16(data, offset + 12);
		const t7 = u8to16(data, offset + 14);
		let h0 = h[0] + (t0 & 8191);
		let h1 = h[1] + ((t0 >>> 13 | t1 << 3) & 8191);
		let h2 = h[2] + ((t1 >>> 10 | t2 << 6) & 8191);
		let h3 = h[3] + ((t2 >>> 7 | t3 << 9) & 8191);
		let h4 = h[4] + ((t3 >>> 4 | t4 << 12) & 8191);
		let h5 = h[5] + (t4 >>> 1 & 8191);
		let h6 = h[6] + ((t4 >>> 14 | t5 << 2) & 8191);
		let h7 = h[7] + ((t5 >>> 11 | t6 << 5) & 8191);
		let h8 = h[8] + ((t6 >>> 8 | t7 << 8) & 8191);
		let h9 = h[9] + (t7 >>> 5 | hibit);
		let c = 0;
		let d0 = c + h0 * r0 + h1 * (5 * r9) + h2 * (5 * r8) + h3 * (5 * r7) + h4 * (5 * r6);
		c = d0 >>> 13;
		d0 &= 8191;
		d0 += h5 * (5 * r5) + h6 * (5 * r4) + h7 * (5 * r3) + h8 * (5 * r2) + h9 * (5 * r1);
		c += d0 >>> 13;
		d0 &= 8191;
		let d1 = c + h0 * r1 + h1 * r0 + h2 * (5 * r9) + h3 * (5 * r8) + h4 * (5 * r7);
		c = d1 >>> 13;
		d1 &= 8191;
		d1 += h5 * (5 * r6) + h6 * (5 * r5) + h7 * (5 * r4) + h8 * (5 * r3) + h9 * (5 * r2);
		c += d1 >>> 13;
		d1 &= 8191;
		let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * (5 * r9) + h4 * (5 * r8);
		c = d2 >>> 13;
		d2 &= 8191;
		d2 += h5 * (5 * r7) + h6 * (5 * r6) + h7 * (5 * r5) + h8 * (5 * r4) + h9 * (5 * r3);
		c += d2 >>> 13;
		d2 &= 8191;
		let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * (5 * r9);
		c = d3 >>> 13;
		d3 &= 8191;
		d3 += h5 * (5 * r8) + h6 * (5 * r7) + h7 * (5 * r6) + h8 * (5 * r5) + h9 * (5 * r4);
		c += d3 >>> 13;
		d3 &= 8191;
		let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
		c = d4 >>> 13;
		d4 &= 8191;
		d4 += h5 * (5 * r9) + h6 * (5 * r8) + h7 * (5 * r7) + h8 * (5 * r6) + h9 * (5 * r5);
		c += d4 >>> 13;
		d4 &= 8191;
		let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
		c = d5 >>> 13;
		d5 &= 8191;
		d5 += h5 * r0 + h6 * (5 * r9) + h7 * (5 * r8) + h8 * (5 * r7) + h9 * (5 * r6);
		c += d5 >>> 13;
		d5 &= 8191;
		let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
		c = d6 >>> 13;
		d6 &= 8191;
		d6 += h5 * r1 + h6 * r0 + h7 * (5 * r9) + h8 * (5 * r8) + h9 * (5 * r7);
		c += d6 >>> 13;
		d6 &= 8191;
		let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
		c = d7 >>> 13;
		d7 &= 8191;
		d7 += h5 * r2 + h6 * r1 + h7 * r0 + h8 * (5 * r9) + h9 * (5 * r8);
		c += d7 >>> 13;
		d7 &= 8191;
		let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
		c = d8 >>> 13;
		d8 &= 8191;
		d8 += h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * (5 * r9);
		c += d8 >>> 13;
		d8 &= 8191;
		let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
		c = d9 >>> 13;
		d9 &= 8191;
		d9 += h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
		c += d9 >>> 13;
		d9 &= 8191;
		c = (c << 2) + c | 0;
		c = c + d0 | 0;
		d0 = c & 8191;
		c = c >>> 13;
		d1 += c;
		h[0] = d0;
		h[1] = d1;
		h[2] = d2;
		h[3] = d3;
		h[4] = d4;
		h[5] = d5;
		h[6] = d6;
		h[7] = d7;
		h[8] = d8;
		h[9] = d9;
	}
	finalize() {
		const { h, pad } = this;
		const g = /* @__PURE__ */ new Uint16Array(10);
		let c = h[1] >>> 13;
		h[1] &= 8191;
		for (let i = 2; i < 10; i++) {
			h[i] += c;
			c = h[i] >>> 13;
			h[i] &= 8191;
		}
		h[0] += c * 5;
		c = h[0] >>> 13;
		h[0] &= 8191;
		h[1] += c;
		c = h[1] >>> 13;
		h[1] &= 8191;
		h[2] += c;
		g[0] = h[0] + 5;
		c = g[0] >>> 13;
		g[0] &= 8191;
		for (let i = 1; i < 10; i++) {
			g[i] = h[i] + c;
			c = g[i] >>> 13;
			g[i] &= 8191;
		}
		g[9] -= 8192;
		let mask = (c ^ 1) - 1;
		for (let i = 0; i < 10; i++) g[i] &= mask;
		mask = ~mask;
		for (let i = 0; i < 10; i++) h[i] = h[i] & mask | g[i];
		h[0] = (h[0] | h[1] << 13) & 65535;
		h[1] = (h[1] >>> 3 | h[2] << 10) & 65535;
		h[2] = (h[2] >>> 6 | h[3] << 7) & 65535;
		h[3] = (h[3] >>> 9 | h[4] << 4) & 65535;
		h[4] = (h[4] >>> 12 | h[5] << 1 | h[6] << 14) & 65535;
		h[5] = (h[6] >>> 2 | h[7] << 11) & 65535;
		h[6] = (h[7] >>> 5 | h[8] << 8) & 65535;
		h[7] = (h[8] >>> 8 | h[9] << 5) & 65535;
		let f = h[0] + pad[0];
		h[0] = f & 65535;
		for (let i = 1; i < 8; i++) {
			f = (h[i] + pad[i] | 0) + (f >>> 16) | 0;
			h[i] = f & 65535;
		}
		clean$1(g);
	}
	update(data) {
		aexists$1(this);
		abytes$2(data);
		data = copyBytes$3(data);
		const { buffer, blockLen } = this;
		const len = data.length;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				for (; blockLen <= len - pos; pos += blockLen) this.process(data, pos);
				continue;
			}
			buffer.set(data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(buffer, 0, false);
				this.pos = 0;
			}
		}
		return this;
	}
	destroy() {
		this.destroyed = true;
		clean$1(this.h, this.r, this.buffer, this.pad);
	}
	digestInto(out) {
		aexists$1(this);
		aoutput$1(out, this);
		this.finished = true;
		const { buffer, h } = this;
		let { pos } = this;
		if (pos) {
			buffer[pos++] = 1;
			for (; pos < 16; pos++) buffer[pos] = 0;
			this.process(buffer, 0, true);
		}
		this.finalize();
		let opos = 0;
		for (let i = 0; i < 8; i++) {
			out[opos++] = h[i] >>> 0;
			out[opos++] = h[i] >>> 8;
		}
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
};
/**
* Poly1305 MAC from RFC 8439.
* @param msg - Message bytes to authenticate.
* @param key - 32-byte Poly1305 one-time key.
* @returns 16-byte authentication tag.
* @example
* Authenticates one message with a one-shot Poly1305 call and a fresh key.
*
* ```ts
* import { poly1305 } from '@noble/ciphers/_poly1305.js';
* import { randomBytes } from '@noble/ciphers/utils.js';
* const key = randomBytes(32);
* poly1305(new Uint8Array(), key);
* ```
*/
const poly1305 = /* @__PURE__ */ wrapMacConstructor(32, (key) => new Poly1305(key));
// node_modules/@noble/ciphers/chacha.js
/**
* ChaCha stream cipher, released
* in 2008. Developed after Salsa20, ChaCha aims to increase diffusion per round.
* It was standardized in
* {@link https://www.rfc-editor.org/rfc/rfc8439 | RFC 8439} and
* is now used in TLS 1.3.
*
* {@link https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha | XChaCha20}
* extended-nonce variant is also provided. Similar to XSalsa, it's safe to use with
* randomly-generated nonces.
*
* Check out
* {@link http://cr.yp.to/chacha/chacha-20080128.pdf | PDF},
* {@link https://en.wikipedia.org/wiki/Salsa20 | wiki}, and
* {@link https://cr.yp.to/chacha.html | website}.
*
* @module
*/
/**
* ChaCha core function. Uses an unrolled loop (chachaCore, hchacha) - 4x
* faster than a simple loop, but larger & harder to read. A simple-loop
* reference version lives in `test/misc/micro-ciphers.ts`;
* `test/arx.test.ts` keeps the two aligned.
* The specific implementation is selected in `createCipher` below.
*/
/** RFC 8439 §2.3 block core for `state = constants | key | counter | nonce`. */
function chachaCore(s, k, n, out, cnt, rounds = 20) {
	let y00 = s[0], y01 = s[1], y02 = s[2], y03 = s[3], y04 = k[0], y05 = k[1], y06 = k[2], y07 = k[3], y08 = k[4], y09 = k[5], y10 = k[6], y11 = k[7], y12 = cnt, y13 = n[0], y14 = n[1], y15 = n[2];
	let x00 = y00, x01 = y01, x02 = y02, x03 = y03, x04 = y04, x05 = y05, x06 = y06, x07 = y07, x08 = y08, x09 = y09, x10 = y10, x11 = y11, x12 = y12, x13 = y13, x14 = y14, x15 = y15;
	for (let r = 0; r < rounds; r += 2) {
		x00 = x00 + x04 | 0;
		x12 = rotl(x12 ^ x00, 16);
		x08 = x08 + x12 | 0;
		x04 = rotl(x04 ^ x08, 12);
		x00 = x00 + x04 | 0;
		x12 = rotl(x12 ^ x00, 8);
		x08 = x08 + x12 | 0;
		x04 = rotl(x04 ^ x08, 7);
		x01 = x01 + x05 | 0;
		x13 = rotl(x13 ^ x01, 16);
		x09 = x09 + x13 | 0;
		x05 = rotl(x05 ^ x09, 12);
		x01 = x01 + x05 | 0;
		x13 = rotl(x13 ^ x01, 8);
		x09 = x09 + x13 | 0;
		x05 = rotl(x05 ^ x09, 7);
		x02 = x02 + x06 | 0;
		x14 = rotl(x14 ^ x02, 16);
		x10 = x10 + x14 | 0;
		x06 = rotl(x06 ^ x10, 12);
		x02 = x02 + x06 | 0;
		x14 = rotl(x14 ^ x02, 8);
		x10 = x10 + x14 | 0;
		x06 = rotl(x06 ^ x10, 7);
		x03 = x03 + x07 | 0;
		x15 = rotl(x15 ^ x03, 16);
		x11 = x11 + x15 | 0;
		x07 = rotl(x07 ^ x11, 12);
		x03 = x03 + x07 | 0;
		x15 = rotl(x15 ^ x03, 8);
		x11 = x11 + x15 | 0;
		x07 = rotl(x07 ^ x11, 7);
		x00 = x00 + x05 | 0;
		x15 = rotl(x15 ^ x00, 16);
		x10 = x10 + x15 | 0;
		x05 = rotl(x05 ^ x10, 12);
		x00 = x00 + x05 | 0;
		x15 = rotl(x15 ^ x00, 8);
		x10 = x10 + x15 | 0;
		x05 = rotl(x05 ^ x10, 7);
		x01 = x01 + x06 | 0;
		x12 = rotl(x12 ^ x01, 16);
		x11 = x11 + x12 | 0;
		x06 = rotl(x06 ^ x11, 12);
		x01 = x01 + x06 | 0;
		x12 = rotl(x12 ^ x01, 8);
		x11 = x11 + x12 | 0;
		x06 = rotl(x06 ^ x11, 7);
		x02 = x02 + x07 | 0;
		x13 = rotl(x13 ^ x02, 16);
		x08 = x08 + x13 | 0;
		x07 = rotl(x07 ^ x08, 12);
		x02 = x02 + x07 | 0;
		x13 = rotl(x13 ^ x02, 8);
		x08 = x08 + x13 | 0;
		x07 = rotl(x07 ^ x08, 7);
		x03 = x03 + x04 | 0;
		x14 = rotl(x14 ^ x03, 16);
		x09 = x09 + x14 | 0;
		x04 = rotl(x04 ^ x09, 12);
		x03 = x03 + x04 | 0;
		x14 = rotl(x14 ^ x03, 8);
		x09 = x09 + x14 | 0;
		x04 = rotl(x04 ^ x09, 7);
	}
	let oi = 0;
	out[oi++] = y00 + x00 | 0;
	out[oi++] = y01 + x01 | 0;
	out[oi++] = y02 + x02 | 0;
	out[oi++] = y03 + x03 | 0;
	out[oi++] = y04 + x04 | 0;
	out[oi++] = y05 + x05 | 0;
	out[oi++] = y06 + x06 | 0;
	out[oi++] = y07 + x07 | 0;
	out[oi++] = y08 + x08 | 0;
	out[oi++] = y09 + x09 | 0;
	out[oi++] = y10 + x10 | 0;
	out[oi++] = y11 + x11 | 0;
	out[oi++] = y12 + x12 | 0;
	out[oi++] = y13 + x13 | 0;
	out[oi++] = y14 + x14 | 0;
	out[oi++] = y15 + x15 | 0;
}
/**
* ChaCha stream cipher. Conforms to RFC 8439 (IETF, TLS). 12-byte nonce, 4-byte counter.
* With smaller nonce, it's not safe to make it random (CSPRNG), due to collision chance.
* @param key - 32-byte key.
* @param nonce - 12-byte nonce.
* @param data - Input bytes to xor with the keystream.
* @param output - Optional destination buffer.
* @param counter - Initial block counter.
* @returns Encrypted or decrypted bytes.
* @example
* Encrypts bytes with the RFC 8439 ChaCha20 stream cipher and a fresh key/nonce.
*
* ```ts
* import { chacha20 } from '@noble/ciphers/chacha.js';
* import { randomBytes } from '@noble/ciphers/utils.js';
* const key = randomBytes(32);
* const nonce = randomBytes(12);
* chacha20(key, nonce, new Uint8Array(4));
* ```
*/
const chacha20 = /* @__PURE__ */ createCipher(chachaCore, {
	counterRight: false,
	counterLength: 4,
	allowShortKeys: false
});
const ZEROS16 = /* @__PURE__ */ new Uint8Array(16);
const updatePadded = (h, msg) => {
	h.update(msg);
	const leftover = msg.length % 16;
	if (leftover) h.update(ZEROS16.subarray(leftover));
};
const ZEROS32 = /* @__PURE__ */ new Uint8Array(32);
function computeTag(fn, key, nonce, ciphertext, AAD) {
	if (AAD !== void 0) abytes$2(AAD, void 0, "AAD");
	const authKey = fn(key, nonce, ZEROS32);
	const lengths = u64Lengths(ciphertext.length, AAD ? AAD.length : 0, true);
	const h = poly1305.create(authKey);
	if (AAD) updatePadded(h, AAD);
	updatePadded(h, ciphertext);
	h.update(lengths);
	const res = h.digest();
	clean$1(authKey, lengths);
	return res;
}
/**
* AEAD algorithm from RFC 8439.
* Salsa20 and chacha (RFC 8439) use poly1305 differently.
* We could have composed them, but it's hard because of authKey:
* In salsa20, authKey changes position in salsa stream.
* In chacha, authKey can't be computed inside computeTag, it modifies the counter.
*/
const _poly1305_aead = (xorStream) => (key, nonce, AAD) => {
	const tagLength = 16;
	return {
		encrypt(plaintext, output) {
			const plength = plaintext.length;
			output = getOutput(plength + tagLength, output, false);
			output.set(plaintext);
			const oPlain = output.subarray(0, -16);
			xorStream(key, nonce, oPlain, oPlain, 1);
			const tag = computeTag(xorStream, key, nonce, oPlain, AAD);
			output.set(tag, plength);
			clean$1(tag);
			return output;
		},
		decrypt(ciphertext, output) {
			output = getOutput(ciphertext.length - tagLength, output, false);
			const data = ciphertext.subarray(0, -16);
			const passedTag = ciphertext.subarray(-16);
			const tag = computeTag(xorStream, key, nonce, data, AAD);
			if (!equalBytes$1(passedTag, tag)) {
				clean$1(tag);
				throw new Error("invalid tag");
			}
			output.set(ciphertext.subarray(0, -16));
			xorStream(key, nonce, output, output, 1);
			clean$1(tag);
			return output;
		}
	};
};
/**
* ChaCha20-Poly1305 from RFC 8439.
*
* Unsafe to use random nonces under the same key, due to collision chance.
* Prefer XChaCha instead.
* @param key - 32-byte key.
* @param nonce - 12-byte nonce.
* @param AAD - Additional authenticated data.
* @returns AEAD cipher instance.
* @example
* Encrypts and authenticates plaintext with a fresh key and nonce.
*
* ```ts
* import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
* import { randomBytes } from '@noble/ciphers/utils.js';
* const key = randomBytes(32);
* const nonce = randomBytes(12);
* const aad = new TextEncoder().encode('session metadata');
* const cipher = chacha20poly1305(key, nonce, aad);
* cipher.encrypt(new Uint8Array([1, 2, 3]));
* ```
*/
const chacha20poly1305 = /* @__PURE__ */ wrapCipher({
	blockSize: 64,
	nonceLength: 12,
	tagLength: 16,
	withAAD: true
}, /* @__PURE__ */ _poly1305_aead(chacha20));
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/utils.js
/**
* Utilities for hex, bytes, CSPRNG.
* @module
*/
/*! noble-hashes - MIT License (c) 2022 Paul Miller (paulmillr.com) */
/** Checks if something is Uint8Array. Be careful: nodejs Buffer will return true. */
function isBytes$2(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array";
}
/** Asserts something is positive integer. */
function anumber$1(n, title = "") {
	if (!Number.isSafeInteger(n) || n < 0) {
		const prefix = title && `"${title}" `;
		throw new Error(`${prefix}expected integer >= 0, got ${n}`);
	}
}
/** Asserts something is Uint8Array. */
function abytes$1(value, length, title = "") {
	const bytes = isBytes$2(value);
	const len = value?.length;
	const needsLen = length !== void 0;
	if (!bytes || needsLen && len !== length) {
		const prefix = title && `"${title}" `;
		const ofLen = needsLen ? ` of length ${length}` : "";
		const got = bytes ? `length=${len}` : `type=${typeof value}`;
		throw new Error(prefix + "expected Uint8Array" + ofLen + ", got " + got);
	}
	return value;
}
/** Asserts something is hash */
function ahash(h) {
	if (typeof h !== "function" || typeof h.create !== "function") throw new Error("Hash must wrapped by utils.createHasher");
	anumber$1(h.outputLen);
	anumber$1(h.blockLen);
}
/** Asserts a hash instance has not been destroyed / finished */
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("Hash instance has been destroyed");
	if (checkFinished && instance.finished) throw new Error("Hash#digest() has already been called");
}
/** Asserts output is properly-sized byte array */
function aoutput(out, instance) {
	abytes$1(out, void 0, "digestInto() output");
	const min = instance.outputLen;
	if (out.length < min) throw new Error("\"digestInto() output\" expected to be of length >=" + min);
}
/** Cast u8 / u16 / u32 to u32. */
function u32(arr) {
	return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
/** Zeroize a byte array. Warning: JS provides no guarantees. */
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/** Create DataView of an array for easy byte-level manipulation. */
function createView(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/** The rotate right (circular right shift) operation for uint32 */
function rotr(word, shift) {
	return word << 32 - shift | word >>> shift;
}
/** Is current platform little-endian? Most are. Big-Endian platform: IBM */
const isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
/** The byte swap operation for uint32 */
function byteSwap(word) {
	return word << 24 & 4278190080 | word << 8 & 16711680 | word >>> 8 & 65280 | word >>> 24 & 255;
}
/** In place byte swap for Uint32Array */
function byteSwap32(arr) {
	for (let i = 0; i < arr.length; i++) arr[i] = byteSwap(arr[i]);
	return arr;
}
const swap32IfBE = isLE ? (u) => u : byteSwap32;
const hasHexBuiltin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string. Uses built-in function, when available.
* @example bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])) // 'cafe0123'
*/
function bytesToHex$1(bytes) {
	abytes$1(bytes);
	if (hasHexBuiltin) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes[bytes[i]];
	return hex;
}
const asciis = {
	_0: 48,
	_9: 57,
	A: 65,
	F: 70,
	a: 97,
	f: 102
};
function asciiToBase16(ch) {
	if (ch >= asciis._0 && ch <= asciis._9) return ch - asciis._0;
	if (ch >= asciis.A && ch <= asciis.F) return ch - (asciis.A - 10);
	if (ch >= asciis.a && ch <= asciis.f) return ch - (asciis.a - 10);
}
/**
* Convert hex string to byte array. Uses built-in function, when available.
* @example hexToBytes('cafe0123') // Uint8Array.from([0xca, 0xfe, 0x01, 0x23])
*/
function hexToBytes$2(hex) {
	if (typeof hex !== "string") throw new Error("hex string expected, got " + typeof hex);
	if (hasHexBuiltin) return Uint8Array.fromHex(hex);
	const hl = hex.length;
	const al = hl / 2;
	if (hl % 2) throw new Error("hex string expected, got unpadded hex of length " + hl);
	const array = new Uint8Array(al);
	for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
		const n1 = asciiToBase16(hex.charCodeAt(hi));
		const n2 = asciiToBase16(hex.charCodeAt(hi + 1));
		if (n1 === void 0 || n2 === void 0) {
			const char = hex[hi] + hex[hi + 1];
			throw new Error("hex string expected, got non-hex character \"" + char + "\" at index " + hi);
		}
		array[ai] = n1 * 16 + n2;
	}
	return array;
}
/** Copies several Uint8Arrays into one. */
function concatBytes$1(...arrays) {
	let sum = 0;
	for (let i = 0; i < arrays.length; i++) {
		const a = arrays[i];
		abytes$1(a);
		sum += a.length;
	}
	const res = new Uint8Array(sum);
	for (let i = 0, pad = 0; i < arrays.length; i++) {
		const a = arrays[i];
		res.set(a, pad);
		pad += a.length;
	}
	return res;
}
/** Creates function with outputLen, blockLen, create properties from a class constructor. */
function createHasher(hashCons, info = {}) {
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/** Cryptographically secure PRNG. Uses internal OS-level `crypto.getRandomValues`. */
function randomBytes$3(bytesLength = 32) {
	const cr = typeof globalThis === "object" ? globalThis.crypto : null;
	if (typeof cr?.getRandomValues !== "function") throw new Error("crypto.getRandomValues must be defined");
	return cr.getRandomValues(new Uint8Array(bytesLength));
}
/** Creates OID opts for NIST hashes, with prefix 06 09 60 86 48 01 65 03 04 02. */
const oidNist = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });
// node_modules/@noble/post-quantum/node_modules/@noble/curves/utils.js
/**
* Hex, bytes and number utilities.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$14 = /* @__PURE__ */ BigInt(0);
const _1n$14 = /* @__PURE__ */ BigInt(1);
function abool$1(value, title = "") {
	if (typeof value !== "boolean") {
		const prefix = title && `"${title}" `;
		throw new Error(prefix + "expected boolean, got type=" + typeof value);
	}
	return value;
}
function abignumber$1(n) {
	if (typeof n === "bigint") {
		if (!isPosBig$1(n)) throw new Error("positive bigint expected, got " + n);
	} else anumber$1(n);
	return n;
}
function numberToHexUnpadded$1(num) {
	const hex = abignumber$1(num).toString(16);
	return hex.length & 1 ? "0" + hex : hex;
}
function hexToNumber$1(hex) {
	if (typeof hex !== "string") throw new Error("hex string expected, got " + typeof hex);
	return hex === "" ? _0n$14 : BigInt("0x" + hex);
}
function bytesToNumberBE$1(bytes) {
	return hexToNumber$1(bytesToHex$1(bytes));
}
function bytesToNumberLE$1(bytes) {
	return hexToNumber$1(bytesToHex$1(copyBytes$2(abytes$1(bytes)).reverse()));
}
function numberToBytesBE$1(n, len) {
	anumber$1(len);
	n = abignumber$1(n);
	const res = hexToBytes$2(n.toString(16).padStart(len * 2, "0"));
	if (res.length !== len) throw new Error("number too large");
	return res;
}
function numberToBytesLE$1(n, len) {
	return numberToBytesBE$1(n, len).reverse();
}
/**
* Copies Uint8Array. We can't use u8a.slice(), because u8a can be Buffer,
* and Buffer#slice creates mutable copy. Never use Buffers!
*/
function copyBytes$2(bytes) {
	return Uint8Array.from(bytes);
}
/**
* Decodes 7-bit ASCII string to Uint8Array, throws on non-ascii symbols
* Should be safe to use for things expected to be ASCII.
* Returns exact same result as `TextEncoder` for ASCII or throws.
*/
function asciiToBytes(ascii) {
	return Uint8Array.from(ascii, (c, i) => {
		const charCode = c.charCodeAt(0);
		if (c.length !== 1 || charCode > 127) throw new Error(`string contains non-ASCII character "${ascii[i]}" with code ${charCode} at position ${i}`);
		return charCode;
	});
}
const isPosBig$1 = (n) => typeof n === "bigint" && _0n$14 <= n;
function inRange$1(n, min, max) {
	return isPosBig$1(n) && isPosBig$1(min) && isPosBig$1(max) && min <= n && n < max;
}
/**
* Asserts min <= n < max. NOTE: It's < max and not <= max.
* @example
* aInRange('x', x, 1n, 256n); // would assume x is in (1n..255n)
*/
function aInRange$1(title, n, min, max) {
	if (!inRange$1(n, min, max)) throw new Error("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
/**
* Calculates amount of bits in a bigint.
* Same as `n.toString(2).length`
* TODO: merge with nLength in modular
*/
function bitLen$1(n) {
	let len = 0;
	for (; n > _0n$14; n >>= _1n$14, len += 1);
	return len;
}
/**
* Calculate mask for N bits. Not using ** operator with bigints because of old engines.
* Same as BigInt(`0b${Array(i).fill('1').join('')}`)
*/
const bitMask$1 = (n) => (_1n$14 << BigInt(n)) - _1n$14;
/**
* Minimal HMAC-DRBG from NIST 800-90 for RFC6979 sigs.
* @returns function that will call DRBG until 2nd arg returns something meaningful
* @example
*   const drbg = createHmacDRBG<Key>(32, 32, hmac);
*   drbg(seed, bytesToKey); // bytesToKey must return Key or undefined
*/
function createHmacDrbg$1(hashLen, qByteLen, hmacFn) {
	anumber$1(hashLen, "hashLen");
	anumber$1(qByteLen, "qByteLen");
	if (typeof hmacFn !== "function") throw new Error("hmacFn must be a function");
	const u8n = (len) => new Uint8Array(len);
	const NULL = Uint8Array.of();
	const byte0 = Uint8Array.of(0);
	const byte1 = Uint8Array.of(1);
	const _maxDrbgIters = 1e3;
	let v = u8n(hashLen);
	let k = u8n(hashLen);
	let i = 0;
	const reset = () => {
		v.fill(1);
		k.fill(0);
		i = 0;
	};
	const h = (...msgs) => hmacFn(k, concatBytes$1(v, ...msgs));
	const reseed = (seed = NULL) => {
		k = h(byte0, seed);
		v = h();
		if (seed.length === 0) return;
		k = h(byte1, seed);
		v = h();
	};
	const gen = () => {
		if (i++ >= _maxDrbgIters) throw new Error("drbg: tried max amount of iterations");
		let len = 0;
		const out = [];
		while (len < qByteLen) {
			v = h();
			const sl = v.slice();
			out.push(sl);
			len += v.length;
		}
		return concatBytes$1(...out);
	};
	const genUntil = (seed, pred) => {
		reset();
		reseed(seed);
		let res = void 0;
		while (!(res = pred(gen()))) reseed();
		reset();
		return res;
	};
	return genUntil;
}
function validateObject$1(object, fields = {}, optFields = {}) {
	if (!object || typeof object !== "object") throw new Error("expected valid options object");
	function checkField(fieldName, expectedType, isOpt) {
		const val = object[fieldName];
		if (isOpt && val === void 0) return;
		const current = typeof val;
		if (current !== expectedType || val === null) throw new Error(`param "${fieldName}" is invalid: expected ${expectedType}, got ${current}`);
	}
	const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
	iter(fields, false);
	iter(optFields, true);
}
/**
* Memoizes (caches) computation result.
* Uses WeakMap: the value is going auto-cleaned by GC after last reference is removed.
*/
function memoized(fn) {
	const map = /* @__PURE__ */ new WeakMap();
	return (arg, ...args) => {
		const val = map.get(arg);
		if (val !== void 0) return val;
		const computed = fn(arg, ...args);
		map.set(arg, computed);
		return computed;
	};
}
// node_modules/@noble/post-quantum/node_modules/@noble/curves/abstract/modular.js
/**
* Utils for modular division and fields.
* Field over 11 is a finite (Galois) field is integer number operations `mod 11`.
* There is no division: it is replaced by modular multiplicative inverse.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$13 = /* @__PURE__ */ BigInt(0);
const _1n$13 = /* @__PURE__ */ BigInt(1);
const _2n$11 = /* @__PURE__ */ BigInt(2);
const _3n$5 = /* @__PURE__ */ BigInt(3);
const _4n$5 = /* @__PURE__ */ BigInt(4);
const _5n$3 = /* @__PURE__ */ BigInt(5);
const _7n$3 = /* @__PURE__ */ BigInt(7);
const _8n$3 = /* @__PURE__ */ BigInt(8);
const _9n$1 = /* @__PURE__ */ BigInt(9);
const _16n$1 = /* @__PURE__ */ BigInt(16);
function mod$2(a, b) {
	const result = a % b;
	return result >= _0n$13 ? result : b + result;
}
/** Does `x^(2^power)` mod p. `pow2(30, 4)` == `30^(2^4)` */
function pow2$1(x, power, modulo) {
	let res = x;
	while (power-- > _0n$13) {
		res *= res;
		res %= modulo;
	}
	return res;
}
/**
* Inverses number over modulo.
* Implemented using [Euclidean GCD](https://brilliant.org/wiki/extended-euclidean-algorithm/).
*/
function invert$1(number, modulo) {
	if (number === _0n$13) throw new Error("invert: expected non-zero number");
	if (modulo <= _0n$13) throw new Error("invert: expected positive modulus, got " + modulo);
	let a = mod$2(number, modulo);
	let b = modulo;
	let x = _0n$13, y = _1n$13, u = _1n$13, v = _0n$13;
	while (a !== _0n$13) {
		const q = b / a;
		const r = b % a;
		const m = x - u * q;
		const n = y - v * q;
		b = a, a = r, x = u, y = v, u = m, v = n;
	}
	if (b !== _1n$13) throw new Error("invert: does not exist");
	return mod$2(x, modulo);
}
function assertIsSquare$1(Fp, root, n) {
	if (!Fp.eql(Fp.sqr(root), n)) throw new Error("Cannot find square root");
}
function sqrt3mod4$1(Fp, n) {
	const p1div4 = (Fp.ORDER + _1n$13) / _4n$5;
	const root = Fp.pow(n, p1div4);
	assertIsSquare$1(Fp, root, n);
	return root;
}
function sqrt5mod8$1(Fp, n) {
	const p5div8 = (Fp.ORDER - _5n$3) / _8n$3;
	const n2 = Fp.mul(n, _2n$11);
	const v = Fp.pow(n2, p5div8);
	const nv = Fp.mul(n, v);
	const i = Fp.mul(Fp.mul(nv, _2n$11), v);
	const root = Fp.mul(nv, Fp.sub(i, Fp.ONE));
	assertIsSquare$1(Fp, root, n);
	return root;
}
function sqrt9mod16$1(P) {
	const Fp_ = Field$1(P);
	const tn = tonelliShanks$1(P);
	const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
	const c2 = tn(Fp_, c1);
	const c3 = tn(Fp_, Fp_.neg(c1));
	const c4 = (P + _7n$3) / _16n$1;
	return (Fp, n) => {
		let tv1 = Fp.pow(n, c4);
		let tv2 = Fp.mul(tv1, c1);
		const tv3 = Fp.mul(tv1, c2);
		const tv4 = Fp.mul(tv1, c3);
		const e1 = Fp.eql(Fp.sqr(tv2), n);
		const e2 = Fp.eql(Fp.sqr(tv3), n);
		tv1 = Fp.cmov(tv1, tv2, e1);
		tv2 = Fp.cmov(tv4, tv3, e2);
		const e3 = Fp.eql(Fp.sqr(tv2), n);
		const root = Fp.cmov(tv1, tv2, e3);
		assertIsSquare$1(Fp, root, n);
		return root;
	};
}
/**
* Tonelli-Shanks square root search algorithm.
* 1. https://eprint.iacr.org/2012/685.pdf (page 12)
* 2. Square Roots from 1; 24, 51, 10 to Dan Shanks
* @param P field order
* @returns function that takes field Fp (created from P) and number n
*/
function tonelliShanks$1(P) {
	if (P < _3n$5) throw new Error("sqrt is not defined for small field");
	let Q = P - _1n$13;
	let S = 0;
	while (Q % _2n$11 === _0n$13) {
		Q /= _2n$11;
		S++;
	}
	let Z = _2n$11;
	const _Fp = Field$1(P);
	while (FpLegendre$1(_Fp, Z) === 1) if (Z++ > 1e3) throw new Error("Cannot find square root: probably non-prime P");
	if (S === 1) return sqrt3mod4$1;
	let cc = _Fp.pow(Z, Q);
	const Q1div2 = (Q + _1n$13) / _2n$11;
	return function tonelliSlow(Fp, n) {
		if (Fp.is0(n)) return n;
		if (FpLegendre$1(Fp, n) !== 1) throw new Error("Cannot find square root");
		let M = S;
		let c = Fp.mul(Fp.ONE, cc);
		let t = Fp.pow(n, Q);
		let R = Fp.pow(n, Q1div2);
		while (!Fp.eql(t, Fp.ONE)) {
			if (Fp.is0(t)) return Fp.ZERO;
			let i = 1;
			let t_tmp = Fp.sqr(t);
			while (!Fp.eql(t_tmp, Fp.ONE)) {
				i++;
				t_tmp = Fp.sqr(t_tmp);
				if (i === M) throw new Error("Cannot find square root");
			}
			const exponent = _1n$13 << BigInt(M - i - 1);
			const b = Fp.pow(c, exponent);
			M = i;
			c = Fp.sqr(b);
			t = Fp.mul(t, c);
			R = Fp.mul(R, b);
		}
		return R;
	};
}
/**
* Square root for a finite field. Will try optimized versions first:
*
* 1. P ≡ 3 (mod 4)
* 2. P ≡ 5 (mod 8)
* 3. P ≡ 9 (mod 16)
* 4. Tonelli-Shanks algorithm
*
* Different algorithms can give different roots, it is up to user to decide which one they want.
* For example there is FpSqrtOdd/FpSqrtEven to choice root based on oddness (used for hash-to-curve).
*/
function FpSqrt$1(P) {
	if (P % _4n$5 === _3n$5) return sqrt3mod4$1;
	if (P % _8n$3 === _5n$3) return sqrt5mod8$1;
	if (P % _16n$1 === _9n$1) return sqrt9mod16$1(P);
	return tonelliShanks$1(P);
}
const FIELD_FIELDS$1 = [
	"create",
	"isValid",
	"is0",
	"neg",
	"inv",
	"sqrt",
	"sqr",
	"eql",
	"add",
	"sub",
	"mul",
	"pow",
	"div",
	"addN",
	"subN",
	"mulN",
	"sqrN"
];
function validateField$1(field) {
	validateObject$1(field, FIELD_FIELDS$1.reduce((map, val) => {
		map[val] = "function";
		return map;
	}, {
		ORDER: "bigint",
		BYTES: "number",
		BITS: "number"
	}));
	return field;
}
/**
* Same as `pow` but for Fp: non-constant-time.
* Unsafe in some contexts: uses ladder, so can expose bigint bits.
*/
function FpPow(Fp, num, power) {
	if (power < _0n$13) throw new Error("invalid exponent, negatives unsupported");
	if (power === _0n$13) return Fp.ONE;
	if (power === _1n$13) return num;
	let p = Fp.ONE;
	let d = num;
	while (power > _0n$13) {
		if (power & _1n$13) p = Fp.mul(p, d);
		d = Fp.sqr(d);
		power >>= _1n$13;
	}
	return p;
}
/**
* Efficiently invert an array of Field elements.
* Exception-free. Will return `undefined` for 0 elements.
* @param passZero map 0 to 0 (instead of undefined)
*/
function FpInvertBatch$1(Fp, nums, passZero = false) {
	const inverted = new Array(nums.length).fill(passZero ? Fp.ZERO : void 0);
	const multipliedAcc = nums.reduce((acc, num, i) => {
		if (Fp.is0(num)) return acc;
		inverted[i] = acc;
		return Fp.mul(acc, num);
	}, Fp.ONE);
	const invertedAcc = Fp.inv(multipliedAcc);
	nums.reduceRight((acc, num, i) => {
		if (Fp.is0(num)) return acc;
		inverted[i] = Fp.mul(acc, inverted[i]);
		return Fp.mul(acc, num);
	}, invertedAcc);
	return inverted;
}
/**
* Legendre symbol.
* Legendre constant is used to calculate Legendre symbol (a | p)
* which denotes the value of a^((p-1)/2) (mod p).
*
* * (a | p) ≡ 1    if a is a square (mod p), quadratic residue
* * (a | p) ≡ -1   if a is not a square (mod p), quadratic non residue
* * (a | p) ≡ 0    if a ≡ 0 (mod p)
*/
function FpLegendre$1(Fp, n) {
	const p1mod2 = (Fp.ORDER - _1n$13) / _2n$11;
	const powered = Fp.pow(n, p1mod2);
	const yes = Fp.eql(powered, Fp.ONE);
	const zero = Fp.eql(powered, Fp.ZERO);
	const no = Fp.eql(powered, Fp.neg(Fp.ONE));
	if (!yes && !zero && !no) throw new Error("invalid Legendre symbol result");
	return yes ? 1 : zero ? 0 : -1;
}
function nLength$1(n, nBitLength) {
	if (nBitLength !== void 0) anumber$1(nBitLength);
	const _nBitLength = nBitLength !== void 0 ? nBitLength : n.toString(2).length;
	return {
		nBitLength: _nBitLength,
		nByteLength: Math.ceil(_nBitLength / 8)
	};
}
var _Field$1 = class {
	ORDER;
	BITS;
	BYTES;
	isLE;
	ZERO = _0n$13;
	ONE = _1n$13;
	_lengths;
	_sqrt;
	_mod;
	constructor(ORDER, opts = {}) {
		if (ORDER <= _0n$13) throw new Error("invalid field: expected ORDER > 0, got " + ORDER);
		let _nbitLength = void 0;
		this.isLE = false;
		if (opts != null && typeof opts === "object") {
			if (typeof opts.BITS === "number") _nbitLength = opts.BITS;
			if (typeof opts.sqrt === "function") this.sqrt = opts.sqrt;
			if (typeof opts.isLE === "boolean") this.isLE = opts.isLE;
			if (opts.allowedLengths) this._lengths = opts.allowedLengths?.slice();
			if (typeof opts.modFromBytes === "boolean") this._mod = opts.modFromBytes;
		}
		const { nBitLength, nByteLength } = nLength$1(ORDER, _nbitLength);
		if (nByteLength > 2048) throw new Error("invalid field: expected ORDER of <= 2048 bytes");
		this.ORDER = ORDER;
		this.BITS = nBitLength;
		this.BYTES = nByteLength;
		this._sqrt = void 0;
		Object.preventExtensions(this);
	}
	create(num) {
		return mod$2(num, this.ORDER);
	}
	isValid(num) {
		if (typeof num !== "bigint") throw new Error("invalid field element: expected bigint, got " + typeof num);
		return _0n$13 <= num && num < this.ORDER;
	}
	is0(num) {
		return num === _0n$13;
	}
	isValidNot0(num) {
		return !this.is0(num) && this.isValid(num);
	}
	isOdd(num) {
		return (num & _1n$13) === _1n$13;
	}
	neg(num) {
		return mod$2(-num, this.ORDER);
	}
	eql(lhs, rhs) {
		return lhs === rhs;
	}
	sqr(num) {
		return mod$2(num * num, this.ORDER);
	}
	add(lhs, rhs) {
		return mod$2(lhs + rhs, this.ORDER);
	}
	sub(lhs, rhs) {
		return mod$2(lhs - rhs, this.ORDER);
	}
	mul(lhs, rhs) {
		return mod$2(lhs * rhs, this.ORDER);
	}
	pow(num, power) {
		return FpPow(this, num, power);
	}
	div(lhs, rhs) {
		return mod$2(lhs * invert$1(rhs, this.ORDER), this.ORDER);
	}
	sqrN(num) {
		return num * num;
	}
	addN(lhs, rhs) {
		return lhs + rhs;
	}
	subN(lhs, rhs) {
		return lhs - rhs;
	}
	mulN(lhs, rhs) {
		return lhs * rhs;
	}
	inv(num) {
		return invert$1(num, this.ORDER);
	}
	sqrt(num) {
		if (!this._sqrt) this._sqrt = FpSqrt$1(this.ORDER);
		return this._sqrt(this, num);
	}
	toBytes(num) {
		return this.isLE ? numberToBytesLE$1(num, this.BYTES) : numberToBytesBE$1(num, this.BYTES);
	}
	fromBytes(bytes, skipValidation = false) {
		abytes$1(bytes);
		const { _lengths: allowedLengths, BYTES, isLE, ORDER, _mod: modFromBytes } = this;
		if (allowedLengths) {
			if (!allowedLengths.includes(bytes.length) || bytes.length > BYTES) throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes.length);
			const padded = new Uint8Array(BYTES);
			padded.set(bytes, isLE ? 0 : padded.length - bytes.length);
			bytes = padded;
		}
		if (bytes.length !== BYTES) throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes.length);
		let scalar = isLE ? bytesToNumberLE$1(bytes) : bytesToNumberBE$1(bytes);
		if (modFromBytes) scalar = mod$2(scalar, ORDER);
		if (!skipValidation) {
			if (!this.isValid(scalar)) throw new Error("invalid field element: outside of range 0..ORDER");
		}
		return scalar;
	}
	invertBatch(lst) {
		return FpInvertBatch$1(this, lst);
	}
	cmov(a, b, condition) {
		return condition ? b : a;
	}
};
/**
* Creates a finite field. Major performance optimizations:
* * 1. Denormalized operations like mulN instead of mul.
* * 2. Identical object shape: never add or remove keys.
* * 3. `Object.freeze`.
* Fragile: always run a benchmark on a change.
* Security note: operations don't check 'isValid' for all elements for performance reasons,
* it is caller responsibility to check this.
* This is low-level code, please make sure you know what you're doing.
*
* Note about field properties:
* * CHARACTERISTIC p = prime number, number of elements in main subgroup.
* * ORDER q = similar to cofactor in curves, may be composite `q = p^m`.
*
* @param ORDER field order, probably prime, or could be composite
* @param bitLen how many bits the field consumes
* @param isLE (default: false) if encoding / decoding should be in little-endian
* @param redef optional faster redefinitions of sqrt and other methods
*/
function Field$1(ORDER, opts = {}) {
	return new _Field$1(ORDER, opts);
}
/**
* Returns total number of bytes consumed by the field element.
* For example, 32 bytes for usual 256-bit weierstrass curve.
* @param fieldOrder number of field elements, usually CURVE.n
* @returns byte length of field
*/
function getFieldBytesLength$1(fieldOrder) {
	if (typeof fieldOrder !== "bigint") throw new Error("field order must be bigint");
	const bitLength = fieldOrder.toString(2).length;
	return Math.ceil(bitLength / 8);
}
/**
* Returns minimal amount of bytes that can be safely reduced
* by field order.
* Should be 2^-128 for 128-bit curve such as P256.
* @param fieldOrder number of field elements, usually CURVE.n
* @returns byte length of target hash
*/
function getMinHashLength$1(fieldOrder) {
	const length = getFieldBytesLength$1(fieldOrder);
	return length + Math.ceil(length / 2);
}
/**
* "Constant-time" private key generation utility.
* Can take (n + n/2) or more bytes of uniform input e.g. from CSPRNG or KDF
* and convert them into private scalar, with the modulo bias being negligible.
* Needs at least 48 bytes of input for 32-byte private key.
* https://research.kudelskisecurity.com/2020/07/28/the-definitive-guide-to-modulo-bias-and-how-to-avoid-it/
* FIPS 186-5, A.2 https://csrc.nist.gov/publications/detail/fips/186/5/final
* RFC 9380, https://www.rfc-editor.org/rfc/rfc9380#section-5
* @param hash hash output from SHA3 or a similar function
* @param groupOrder size of subgroup - (e.g. secp256k1.Point.Fn.ORDER)
* @param isLE interpret hash bytes as LE num
* @returns valid private scalar
*/
function mapHashToField$1(key, fieldOrder, isLE = false) {
	abytes$1(key);
	const len = key.length;
	const fieldLen = getFieldBytesLength$1(fieldOrder);
	const minLen = getMinHashLength$1(fieldOrder);
	if (len < 16 || len < minLen || len > 1024) throw new Error("expected " + minLen + "-1024 bytes of input, got " + len);
	const reduced = mod$2(isLE ? bytesToNumberLE$1(key) : bytesToNumberBE$1(key), fieldOrder - _1n$13) + _1n$13;
	return isLE ? numberToBytesLE$1(reduced, fieldLen) : numberToBytesBE$1(reduced, fieldLen);
}
// node_modules/@noble/post-quantum/node_modules/@noble/curves/abstract/curve.js
/**
* Methods for elliptic curve multiplication by scalars.
* Contains wNAF, pippenger.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$12 = /* @__PURE__ */ BigInt(0);
const _1n$12 = /* @__PURE__ */ BigInt(1);
function negateCt(condition, item) {
	const neg = item.negate();
	return condition ? neg : item;
}
/**
* Takes a bunch of Projective Points but executes only one
* inversion on all of them. Inversion is very slow operation,
* so this improves performance massively.
* Optimization: converts a list of projective points to a list of identical points with Z=1.
*/
function normalizeZ$1(c, points) {
	const invertedZs = FpInvertBatch$1(c.Fp, points.map((p) => p.Z));
	return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW$1(W, bits) {
	if (!Number.isSafeInteger(W) || W <= 0 || W > bits) throw new Error("invalid window size, expected [1.." + bits + "], got W=" + W);
}
function calcWOpts(W, scalarBits) {
	validateW$1(W, scalarBits);
	const windows = Math.ceil(scalarBits / W) + 1;
	const windowSize = 2 ** (W - 1);
	const maxNumber = 2 ** W;
	return {
		windows,
		windowSize,
		mask: bitMask$1(W),
		maxNumber,
		shiftBy: BigInt(W)
	};
}
function calcOffsets(n, window, wOpts) {
	const { windowSize, mask, maxNumber, shiftBy } = wOpts;
	let wbits = Number(n & mask);
	let nextN = n >> shiftBy;
	if (wbits > windowSize) {
		wbits -= maxNumber;
		nextN += _1n$12;
	}
	const offsetStart = window * windowSize;
	const offset = offsetStart + Math.abs(wbits) - 1;
	const isZero = wbits === 0;
	const isNeg = wbits < 0;
	const isNegF = window % 2 !== 0;
	return {
		nextN,
		offset,
		isZero,
		isNeg,
		isNegF,
		offsetF: offsetStart
	};
}
const pointPrecomputes = /* @__PURE__ */ new WeakMap();
const pointWindowSizes$1 = /* @__PURE__ */ new WeakMap();
function getW(P) {
	return pointWindowSizes$1.get(P) || 1;
}
function assert0(n) {
	if (n !== _0n$12) throw new Error("invalid wNAF");
}
/**
* Elliptic curve multiplication of Point by scalar. Fragile.
* Table generation takes **30MB of ram and 10ms on high-end CPU**,
* but may take much longer on slow devices. Actual generation will happen on
* first call of `multiply()`. By default, `BASE` point is precomputed.
*
* Scalars should always be less than curve order: this should be checked inside of a curve itself.
* Creates precomputation tables for fast multiplication:
* - private scalar is split by fixed size windows of W bits
* - every window point is collected from window's table & added to accumulator
* - since windows are different, same point inside tables won't be accessed more than once per calc
* - each multiplication is 'Math.ceil(CURVE_ORDER / 𝑊) + 1' point additions (fixed for any scalar)
* - +1 window is neccessary for wNAF
* - wNAF reduces table size: 2x less memory + 2x faster generation, but 10% slower multiplication
*
* @todo Research returning 2d JS array of windows, instead of a single window.
* This would allow windows to be in different memory locations
*/
var wNAF = class {
	BASE;
	ZERO;
	Fn;
	bits;
	constructor(Point, bits) {
		this.BASE = Point.BASE;
		this.ZERO = Point.ZERO;
		this.Fn = Point.Fn;
		this.bits = bits;
	}
	_unsafeLadder(elm, n, p = this.ZERO) {
		let d = elm;
		while (n > _0n$12) {
			if (n & _1n$12) p = p.add(d);
			d = d.double();
			n >>= _1n$12;
		}
		return p;
	}
	/**
	* Creates a wNAF precomputation window. Used for caching.
	* Default window size is set by `utils.precompute()` and is equal to 8.
	* Number of precomputed points depends on the curve size:
	* 2^(𝑊−1) * (Math.ceil(𝑛 / 𝑊) + 1), where:
	* - 𝑊 is the window size
	* - 𝑛 is the bitlength of the curve order.
	* For a 256-bit curve and window size 8, the number of precomputed points is 128 * 33 = 4224.
	* @param point Point instance
	* @param W window size
	* @returns precomputed point tables flattened to a single array
	*/
	precomputeWindow(point, W) {
		const { windows, windowSize } = calcWOpts(W, this.bits);
		const points = [];
		let p = point;
		let base = p;
		for (let window = 0; window < windows; window++) {
			base = p;
			points.push(base);
			for (let i = 1; i < windowSize; i++) {
				base = base.add(p);
				points.push(base);
			}
			p = base.double();
		}
		return points;
	}
	/**
	* Implements ec multiplication using precomputed tables and w-ary non-adjacent form.
	* More compact implementation:
	* https://github.com/paulmillr/noble-secp256k1/blob/47cb1669b6e506ad66b35fe7d76132ae97465da2/index.ts#L502-L541
	* @returns real and fake (for const-time) points
	*/
	wNAF(W, precomputes, n) {
		if (!this.Fn.isValid(n)) throw new Error("invalid scalar");
		let p = this.ZERO;
		let f = this.BASE;
		const wo = calcWOpts(W, this.bits);
		for (let window = 0; window < wo.windows; window++) {
			const { nextN, offset, isZero, isNeg, isNegF, offsetF } = calcOffsets(n, window, wo);
			n = nextN;
			if (isZero) f = f.add(negateCt(isNegF, precomputes[offsetF]));
			else p = p.add(negateCt(isNeg, precomputes[offset]));
		}
		assert0(n);
		return {
			p,
			f
		};
	}
	/**
	* Implements ec unsafe (non const-time) multiplication using precomputed tables and w-ary non-adjacent form.
	* @param acc accumulator point to add result of multiplication
	* @returns point
	*/
	wNAFUnsafe(W, precomputes, n, acc = this.ZERO) {
		const wo = calcWOpts(W, this.bits);
		for (let window = 0; window < wo.windows; window++) {
			if (n === _0n$12) break;
			const { nextN, offset, isZero, isNeg } = calcOffsets(n, window, wo);
			n = nextN;
			if (isZero) continue;
			else {
				const item = precomputes[offset];
				acc = acc.add(isNeg ? item.negate() : item);
			}
		}
		assert0(n);
		return acc;
	}
	getPrecomputes(W, point, transform) {
		let comp = pointPrecomputes.get(point);
		if (!comp) {
			comp = this.precomputeWindow(point, W);
			if (W !== 1) {
				if (typeof transform === "function") comp = transform(comp);
				pointPrecomputes.set(point, comp);
			}
		}
		return comp;
	}
	cached(point, scalar, transform) {
		const W = getW(point);
		return this.wNAF(W, this.getPrecomputes(W, point, transform), scalar);
	}
	unsafe(point, scalar, transform, prev) {
		const W = getW(point);
		if (W === 1) return this._unsafeLadder(point, scalar, prev);
		return this.wNAFUnsafe(W, this.getPrecomputes(W, point, transform), scalar, prev);
	}
	createCache(P, W) {
		validateW$1(W, this.bits);
		pointWindowSizes$1.set(P, W);
		pointPrecomputes.delete(P);
	}
	hasCache(elm) {
		return getW(elm) !== 1;
	}
};
/**
* Endomorphism-specific multiplication for Koblitz curves.
* Cost: 128 dbl, 0-256 adds.
*/
function mulEndoUnsafe(Point, point, k1, k2) {
	let acc = point;
	let p1 = Point.ZERO;
	let p2 = Point.ZERO;
	while (k1 > _0n$12 || k2 > _0n$12) {
		if (k1 & _1n$12) p1 = p1.add(acc);
		if (k2 & _1n$12) p2 = p2.add(acc);
		acc = acc.double();
		k1 >>= _1n$12;
		k2 >>= _1n$12;
	}
	return {
		p1,
		p2
	};
}
function createField$1(order, field, isLE) {
	if (field) {
		if (field.ORDER !== order) throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
		validateField$1(field);
		return field;
	} else return Field$1(order, { isLE });
}
/** Validates CURVE opts and creates fields */
function createCurveFields$1(type, CURVE, curveOpts = {}, FpFnLE) {
	if (FpFnLE === void 0) FpFnLE = type === "edwards";
	if (!CURVE || typeof CURVE !== "object") throw new Error(`expected valid ${type} CURVE object`);
	for (const p of [
		"p",
		"n",
		"h"
	]) {
		const val = CURVE[p];
		if (!(typeof val === "bigint" && val > _0n$12)) throw new Error(`CURVE.${p} must be positive bigint`);
	}
	const Fp = createField$1(CURVE.p, curveOpts.Fp, FpFnLE);
	const Fn = createField$1(CURVE.n, curveOpts.Fn, FpFnLE);
	const params = [
		"Gx",
		"Gy",
		"a",
		type === "weierstrass" ? "b" : "d"
	];
	for (const p of params) if (!Fp.isValid(CURVE[p])) throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
	CURVE = Object.freeze(Object.assign({}, CURVE));
	return {
		CURVE,
		Fp,
		Fn
	};
}
function createKeygen$1(randomSecretKey, getPublicKey) {
	return function keygen(seed) {
		const secretKey = randomSecretKey(seed);
		return {
			secretKey,
			publicKey: getPublicKey(secretKey)
		};
	};
}
// node_modules/@noble/post-quantum/node_modules/@noble/curves/abstract/montgomery.js
/**
* Montgomery curve methods. It's not really whole montgomery curve,
* just bunch of very specific methods for X25519 / X448 from
* [RFC 7748](https://www.rfc-editor.org/rfc/rfc7748)
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$11 = BigInt(0);
const _1n$11 = BigInt(1);
const _2n$10 = BigInt(2);
function validateOpts$1(curve) {
	validateObject$1(curve, {
		adjustScalarBytes: "function",
		powPminus2: "function"
	});
	return Object.freeze({ ...curve });
}
function montgomery$1(curveDef) {
	const { P, type, adjustScalarBytes, powPminus2, randomBytes: rand } = validateOpts$1(curveDef);
	const is25519 = type === "x25519";
	if (!is25519 && type !== "x448") throw new Error("invalid type");
	const randomBytes_ = rand || randomBytes$3;
	const montgomeryBits = is25519 ? 255 : 448;
	const fieldLen = is25519 ? 32 : 56;
	const Gu = is25519 ? BigInt(9) : BigInt(5);
	const a24 = is25519 ? BigInt(121665) : BigInt(39081);
	const minScalar = is25519 ? _2n$10 ** BigInt(254) : _2n$10 ** BigInt(447);
	const maxScalar = minScalar + (is25519 ? BigInt(8) * _2n$10 ** BigInt(251) - _1n$11 : BigInt(4) * _2n$10 ** BigInt(445) - _1n$11) + _1n$11;
	const modP = (n) => mod$2(n, P);
	const GuBytes = encodeU(Gu);
	function encodeU(u) {
		return numberToBytesLE$1(modP(u), fieldLen);
	}
	function decodeU(u) {
		const _u = copyBytes$2(abytes$1(u, fieldLen, "uCoordinate"));
		if (is25519) _u[31] &= 127;
		return modP(bytesToNumberLE$1(_u));
	}
	function decodeScalar(scalar) {
		return bytesToNumberLE$1(adjustScalarBytes(copyBytes$2(abytes$1(scalar, fieldLen, "scalar"))));
	}
	function scalarMult(scalar, u) {
		const pu = montgomeryLadder(decodeU(u), decodeScalar(scalar));
		if (pu === _0n$11) throw new Error("invalid private or public key received");
		return encodeU(pu);
	}
	function scalarMultBase(scalar) {
		return scalarMult(scalar, GuBytes);
	}
	const getPublicKey = scalarMultBase;
	const getSharedSecret = scalarMult;
	function cswap(swap, x_2, x_3) {
		const dummy = modP(swap * (x_2 - x_3));
		x_2 = modP(x_2 - dummy);
		x_3 = modP(x_3 + dummy);
		return {
			x_2,
			x_3
		};
	}
	/**
	* Montgomery x-only multiplication ladder.
	* @param pointU u coordinate (x) on Montgomery Curve 25519
	* @param scalar by which the point would be multiplied
	* @returns new Point on Montgomery curve
	*/
	function montgomeryLadder(u, scalar) {
		aInRange$1("u", u, _0n$11, P);
		aInRange$1("scalar", scalar, minScalar, maxScalar);
		const k = scalar;
		const x_1 = u;
		let x_2 = _1n$11;
		let z_2 = _0n$11;
		let x_3 = u;
		let z_3 = _1n$11;
		let swap = _0n$11;
		for (let t = BigInt(montgomeryBits - 1); t >= _0n$11; t--) {
			const k_t = k >> t & _1n$11;
			swap ^= k_t;
			({x_2, x_3} = cswap(swap, x_2, x_3));
			({x_2: z_2, x_3: z_3} = cswap(swap, z_2, z_3));
			swap = k_t;
			const A = x_2 + z_2;
			const AA = modP(A * A);
			const B = x_2 - z_2;
			const BB = modP(B * B);
			const E = AA - BB;
			const C = x_3 + z_3;
			const D = x_3 - z_3;
			const DA = modP(D * A);
			const CB = modP(C * B);
			const dacb = DA + CB;
			const da_cb = DA - CB;
			x_3 = modP(dacb * dacb);
			z_3 = modP(x_1 * modP(da_cb * da_cb));
			x_2 = modP(AA * BB);
			z_2 = modP(E * (AA + modP(a24 * E)));
		}
		({x_2, x_3} = cswap(swap, x_2, x_3));
		({x_2: z_2, x_3: z_3} = cswap(swap, z_2, z_3));
		const z2 = powPminus2(z_2);
		return modP(x_2 * z2);
	}
	const lengths = {
		secretKey: fieldLen,
		publicKey: fieldLen,
		seed: fieldLen
	};
	const randomSecretKey = (seed = randomBytes_(fieldLen)) => {
		abytes$1(seed, lengths.seed, "seed");
		return seed;
	};
	const utils = { randomSecretKey };
	return Object.freeze({
		keygen: createKeygen$1(randomSecretKey, getPublicKey),
		getSharedSecret,
		getPublicKey,
		scalarMult,
		scalarMultBase,
		utils,
		GuBytes: GuBytes.slice(),
		lengths
	});
}
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/hmac.js
/**
* HMAC: RFC2104 message authentication code.
* @module
*/
/** Internal class for HMAC. */
var _HMAC = class {
	oHash;
	iHash;
	blockLen;
	outputLen;
	finished = false;
	destroyed = false;
	constructor(hash, key) {
		ahash(hash);
		abytes$1(key, void 0, "key");
		this.iHash = hash.create();
		if (typeof this.iHash.update !== "function") throw new Error("Expected instance of class which extends utils.Hash");
		this.blockLen = this.iHash.blockLen;
		this.outputLen = this.iHash.outputLen;
		const blockLen = this.blockLen;
		const pad = new Uint8Array(blockLen);
		pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
		for (let i = 0; i < pad.length; i++) pad[i] ^= 54;
		this.iHash.update(pad);
		this.oHash = hash.create();
		for (let i = 0; i < pad.length; i++) pad[i] ^= 106;
		this.oHash.update(pad);
		clean(pad);
	}
	update(buf) {
		aexists(this);
		this.iHash.update(buf);
		return this;
	}
	digestInto(out) {
		aexists(this);
		abytes$1(out, this.outputLen, "output");
		this.finished = true;
		this.iHash.digestInto(out);
		this.oHash.update(out);
		this.oHash.digestInto(out);
		this.destroy();
	}
	digest() {
		const out = new Uint8Array(this.oHash.outputLen);
		this.digestInto(out);
		return out;
	}
	_cloneInto(to) {
		to ||= Object.create(Object.getPrototypeOf(this), {});
		const { oHash, iHash, finished, destroyed, blockLen, outputLen } = this;
		to = to;
		to.finished = finished;
		to.destroyed = destroyed;
		to.blockLen = blockLen;
		to.outputLen = outputLen;
		to.oHash = oHash._cloneInto(to.oHash);
		to.iHash = iHash._cloneInto(to.iHash);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
	destroy() {
		this.destroyed = true;
		this.oHash.destroy();
		this.iHash.destroy();
	}
};
/**
* HMAC: RFC2104 message authentication code.
* @param hash - function that would be used e.g. sha256
* @param key - message key
* @param message - message data
* @example
* import { hmac } from '@noble/hashes/hmac';
* import { sha256 } from '@noble/hashes/sha2';
* const mac1 = hmac(sha256, 'key', 'message');
*/
const hmac = (hash, key, message) => new _HMAC(hash, key).update(message).digest();
hmac.create = (hash, key) => new _HMAC(hash, key);
// node_modules/@noble/post-quantum/node_modules/@noble/curves/abstract/weierstrass.js
/**
* Short Weierstrass curve methods. The formula is: y² = x³ + ax + b.
*
* ### Design rationale for types
*
* * Interaction between classes from different curves should fail:
*   `k256.Point.BASE.add(p256.Point.BASE)`
* * For this purpose we want to use `instanceof` operator, which is fast and works during runtime
* * Different calls of `curve()` would return different classes -
*   `curve(params) !== curve(params)`: if somebody decided to monkey-patch their curve,
*   it won't affect others
*
* TypeScript can't infer types for classes created inside a function. Classes is one instance
* of nominative types in TypeScript and interfaces only check for shape, so it's hard to create
* unique type for every function call.
*
* We can use generic types via some param, like curve opts, but that would:
*     1. Enable interaction between `curve(params)` and `curve(params)` (curves of same params)
*     which is hard to debug.
*     2. Params can be generic and we can't enforce them to be constant value:
*     if somebody creates curve from non-constant params,
*     it would be allowed to interact with other curves with non-constant params
*
* @todo https://www.typescriptlang.org/docs/handbook/release-notes/typescript-2-7.html#unique-symbol
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const divNearest$1 = (num, den) => (num + (num >= 0 ? den : -den) / _2n$9) / den;
/**
* Splits scalar for GLV endomorphism.
*/
function _splitEndoScalar$1(k, basis, n) {
	const [[a1, b1], [a2, b2]] = basis;
	const c1 = divNearest$1(b2 * k, n);
	const c2 = divNearest$1(-b1 * k, n);
	let k1 = k - c1 * a1 - c2 * a2;
	let k2 = -c1 * b1 - c2 * b2;
	const k1neg = k1 < _0n$10;
	const k2neg = k2 < _0n$10;
	if (k1neg) k1 = -k1;
	if (k2neg) k2 = -k2;
	const MAX_NUM = bitMask$1(Math.ceil(bitLen$1(n) / 2)) + _1n$10;
	if (k1 < _0n$10 || k1 >= MAX_NUM || k2 < _0n$10 || k2 >= MAX_NUM) throw new Error("splitScalar (endomorphism): failed, k=" + k);
	return {
		k1neg,
		k1,
		k2neg,
		k2
	};
}
function validateSigFormat$1(format) {
	if (![
		"compact",
		"recovered",
		"der"
	].includes(format)) throw new Error("Signature format must be \"compact\", \"recovered\", or \"der\"");
	return format;
}
function validateSigOpts$1(opts, def) {
	const optsn = {};
	for (let optName of Object.keys(def)) optsn[optName] = opts[optName] === void 0 ? def[optName] : opts[optName];
	abool$1(optsn.lowS, "lowS");
	abool$1(optsn.prehash, "prehash");
	if (optsn.format !== void 0) validateSigFormat$1(optsn.format);
	return optsn;
}
var DERErr$1 = class extends Error {
	constructor(m = "") {
		super(m);
	}
};
/**
* ASN.1 DER encoding utilities. ASN is very complex & fragile. Format:
*
*     [0x30 (SEQUENCE), bytelength, 0x02 (INTEGER), intLength, R, 0x02 (INTEGER), intLength, S]
*
* Docs: https://letsencrypt.org/docs/a-warm-welcome-to-asn1-and-der/, https://luca.ntop.org/Teaching/Appunti/asn1.html
*/
const DER$1 = {
	Err: DERErr$1,
	_tlv: {
		encode: (tag, data) => {
			const { Err: E } = DER$1;
			if (tag < 0 || tag > 256) throw new E("tlv.encode: wrong tag");
			if (data.length & 1) throw new E("tlv.encode: unpadded data");
			const dataLen = data.length / 2;
			const len = numberToHexUnpadded$1(dataLen);
			if (len.length / 2 & 128) throw new E("tlv.encode: long form length too big");
			const lenLen = dataLen > 127 ? numberToHexUnpadded$1(len.length / 2 | 128) : "";
			return numberToHexUnpadded$1(tag) + lenLen + len + data;
		},
		decode(tag, data) {
			const { Err: E } = DER$1;
			let pos = 0;
			if (tag < 0 || tag > 256) throw new E("tlv.encode: wrong tag");
			if (data.length < 2 || data[pos++] !== tag) throw new E("tlv.decode: wrong tlv");
			const first = data[pos++];
			const isLong = !!(first & 128);
			let length = 0;
			if (!isLong) length = first;
			else {
				const lenLen = first & 127;
				if (!lenLen) throw new E("tlv.decode(long): indefinite length not supported");
				if (lenLen > 4) throw new E("tlv.decode(long): byte length is too big");
				const lengthBytes = data.subarray(pos, pos + lenLen);
				if (lengthBytes.length !== lenLen) throw new E("tlv.decode: length bytes not complete");
				if (lengthBytes[0] === 0) throw new E("tlv.decode(long): zero leftmost byte");
				for (const b of lengthBytes) length = length << 8 | b;
				pos += lenLen;
				if (length < 128) throw new E("tlv.decode(long): not minimal encoding");
			}
			const v = data.subarray(pos, pos + length);
			if (v.length !== length) throw new E("tlv.decode: wrong value length");
			return {
				v,
				l: data.subarray(pos + length)
			};
		}
	},
	_int: {
		encode(num) {
			const { Err: E } = DER$1;
			if (num < _0n$10) throw new E("integer: negative integers are not allowed");
			let hex = numberToHexUnpadded$1(num);
			if (Number.parseInt(hex[0], 16) & 8) hex = "00" + hex;
			if (hex.length & 1) throw new E("unexpected DER parsing assertion: unpadded hex");
			return hex;
		},
		decode(data) {
			const { Err: E } = DER$1;
			if (data[0] & 128) throw new E("invalid signature integer: negative");
			if (data[0] === 0 && !(data[1] & 128)) throw new E("invalid signature integer: unnecessary leading zero");
			return bytesToNumberBE$1(data);
		}
	},
	toSig(bytes) {
		const { Err: E, _int: int, _tlv: tlv } = DER$1;
		const data = abytes$1(bytes, void 0, "signature");
		const { v: seqBytes, l: seqLeftBytes } = tlv.decode(48, data);
		if (seqLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		const { v: rBytes, l: rLeftBytes } = tlv.decode(2, seqBytes);
		const { v: sBytes, l: sLeftBytes } = tlv.decode(2, rLeftBytes);
		if (sLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		return {
			r: int.decode(rBytes),
			s: int.decode(sBytes)
		};
	},
	hexFromSig(sig) {
		const { _tlv: tlv, _int: int } = DER$1;
		const seq = tlv.encode(2, int.encode(sig.r)) + tlv.encode(2, int.encode(sig.s));
		return tlv.encode(48, seq);
	}
};
const _0n$10 = BigInt(0);
const _1n$10 = BigInt(1);
const _2n$9 = BigInt(2);
const _3n$4 = BigInt(3);
const _4n$4 = BigInt(4);
/**
* Creates weierstrass Point constructor, based on specified curve options.
*
* See {@link WeierstrassOpts}.
*
* @example
```js
const opts = {
p: 0xfffffffffffffffffffffffffffffffeffffac73n,
n: 0x100000000000000000001b8fa16dfab9aca16b6b3n,
h: 1n,
a: 0n,
b: 7n,
Gx: 0x3b4c382ce37aa192a4019e763036f4f5dd4d7ebbn,
Gy: 0x938cf935318fdced6bc28286531733c3f03c4feen,
};
const secp160k1_Point = weierstrass(opts);
```
*/
function weierstrass$1(params, extraOpts = {}) {
	const validated = createCurveFields$1("weierstrass", params, extraOpts);
	const { Fp, Fn } = validated;
	let CURVE = validated.CURVE;
	const { h: cofactor, n: CURVE_ORDER } = CURVE;
	validateObject$1(extraOpts, {}, {
		allowInfinityPoint: "boolean",
		clearCofactor: "function",
		isTorsionFree: "function",
		fromBytes: "function",
		toBytes: "function",
		endo: "object"
	});
	const { endo } = extraOpts;
	if (endo) {
		if (!Fp.is0(CURVE.a) || typeof endo.beta !== "bigint" || !Array.isArray(endo.basises)) throw new Error("invalid endo: expected \"beta\": bigint and \"basises\": array");
	}
	const lengths = getWLengths$1(Fp, Fn);
	function assertCompressionIsSupported() {
		if (!Fp.isOdd) throw new Error("compression is not supported: Field does not have .isOdd()");
	}
	function pointToBytes(_c, point, isCompressed) {
		const { x, y } = point.toAffine();
		const bx = Fp.toBytes(x);
		abool$1(isCompressed, "isCompressed");
		if (isCompressed) {
			assertCompressionIsSupported();
			return concatBytes$1(pprefix$1(!Fp.isOdd(y)), bx);
		} else return concatBytes$1(Uint8Array.of(4), bx, Fp.toBytes(y));
	}
	function pointFromBytes(bytes) {
		abytes$1(bytes, void 0, "Point");
		const { publicKey: comp, publicKeyUncompressed: uncomp } = lengths;
		const length = bytes.length;
		const head = bytes[0];
		const tail = bytes.subarray(1);
		if (length === comp && (head === 2 || head === 3)) {
			const x = Fp.fromBytes(tail);
			if (!Fp.isValid(x)) throw new Error("bad point: is not on curve, wrong x");
			const y2 = weierstrassEquation(x);
			let y;
			try {
				y = Fp.sqrt(y2);
			} catch (sqrtError) {
				const err = sqrtError instanceof Error ? ": " + sqrtError.message : "";
				throw new Error("bad point: is not on curve, sqrt error" + err);
			}
			assertCompressionIsSupported();
			const evenY = Fp.isOdd(y);
			if ((head & 1) === 1 !== evenY) y = Fp.neg(y);
			return {
				x,
				y
			};
		} else if (length === uncomp && head === 4) {
			const L = Fp.BYTES;
			const x = Fp.fromBytes(tail.subarray(0, L));
			const y = Fp.fromBytes(tail.subarray(L, L * 2));
			if (!isValidXY(x, y)) throw new Error("bad point: is not on curve");
			return {
				x,
				y
			};
		} else throw new Error(`bad point: got length ${length}, expected compressed=${comp} or uncompressed=${uncomp}`);
	}
	const encodePoint = extraOpts.toBytes || pointToBytes;
	const decodePoint = extraOpts.fromBytes || pointFromBytes;
	function weierstrassEquation(x) {
		const x2 = Fp.sqr(x);
		const x3 = Fp.mul(x2, x);
		return Fp.add(Fp.add(x3, Fp.mul(x, CURVE.a)), CURVE.b);
	}
	/** Checks whether equation holds for given x, y: y² == x³ + ax + b */
	function isValidXY(x, y) {
		const left = Fp.sqr(y);
		const right = weierstrassEquation(x);
		return Fp.eql(left, right);
	}
	if (!isValidXY(CURVE.Gx, CURVE.Gy)) throw new Error("bad curve params: generator point");
	const _4a3 = Fp.mul(Fp.pow(CURVE.a, _3n$4), _4n$4);
	const _27b2 = Fp.mul(Fp.sqr(CURVE.b), BigInt(27));
	if (Fp.is0(Fp.add(_4a3, _27b2))) throw new Error("bad curve params: a or b");
	/** Asserts coordinate is valid: 0 <= n < Fp.ORDER. */
	function acoord(title, n, banZero = false) {
		if (!Fp.isValid(n) || banZero && Fp.is0(n)) throw new Error(`bad point coordinate ${title}`);
		return n;
	}
	function aprjpoint(other) {
		if (!(other instanceof Point)) throw new Error("Weierstrass Point expected");
	}
	function splitEndoScalarN(k) {
		if (!endo || !endo.basises) throw new Error("no endo");
		return _splitEndoScalar$1(k, endo.basises, Fn.ORDER);
	}
	const toAffineMemo = memoized((p, iz) => {
		const { X, Y, Z } = p;
		if (Fp.eql(Z, Fp.ONE)) return {
			x: X,
			y: Y
		};
		const is0 = p.is0();
		if (iz == null) iz = is0 ? Fp.ONE : Fp.inv(Z);
		const x = Fp.mul(X, iz);
		const y = Fp.mul(Y, iz);
		const zz = Fp.mul(Z, iz);
		if (is0) return {
			x: Fp.ZERO,
			y: Fp.ZERO
		};
		if (!Fp.eql(zz, Fp.ONE)) throw new Error("invZ was invalid");
		return {
			x,
			y
		};
	});
	const assertValidMemo = memoized((p) => {
		if (p.is0()) {
			if (extraOpts.allowInfinityPoint && !Fp.is0(p.Y)) return;
			throw new Error("bad point: ZERO");
		}
		const { x, y } = p.toAffine();
		if (!Fp.isValid(x) || !Fp.isValid(y)) throw new Error("bad point: x or y not field elements");
		if (!isValidXY(x, y)) throw new Error("bad point: equation left != right");
		if (!p.isTorsionFree()) throw new Error("bad point: not in prime-order subgroup");
		return true;
	});
	function finishEndo(endoBeta, k1p, k2p, k1neg, k2neg) {
		k2p = new Point(Fp.mul(k2p.X, endoBeta), k2p.Y, k2p.Z);
		k1p = negateCt(k1neg, k1p);
		k2p = negateCt(k2neg, k2p);
		return k1p.add(k2p);
	}
	/**
	* Projective Point works in 3d / projective (homogeneous) coordinates:(X, Y, Z) ∋ (x=X/Z, y=Y/Z).
	* Default Point works in 2d / affine coordinates: (x, y).
	* We're doing calculations in projective, because its operations don't require costly inversion.
	*/
	class Point {
		static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp.ONE);
		static ZERO = new Point(Fp.ZERO, Fp.ONE, Fp.ZERO);
		static Fp = Fp;
		static Fn = Fn;
		X;
		Y;
		Z;
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		constructor(X, Y, Z) {
			this.X = acoord("x", X);
			this.Y = acoord("y", Y, true);
			this.Z = acoord("z", Z);
			Object.freeze(this);
		}
		static CURVE() {
			return CURVE;
		}
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		static fromAffine(p) {
			const { x, y } = p || {};
			if (!p || !Fp.isValid(x) || !Fp.isValid(y)) throw new Error("invalid affine point");
			if (p instanceof Point) throw new Error("projective point not allowed");
			if (Fp.is0(x) && Fp.is0(y)) return Point.ZERO;
			return new Point(x, y, Fp.ONE);
		}
		static fromBytes(bytes) {
			const P = Point.fromAffine(decodePoint(abytes$1(bytes, void 0, "point")));
			P.assertValidity();
			return P;
		}
		static fromHex(hex) {
			return Point.fromBytes(hexToBytes$2(hex));
		}
		get x() {
			return this.toAffine().x;
		}
		get y() {
			return this.toAffine().y;
		}
		/**
		*
		* @param windowSize
		* @param isLazy true will defer table computation until the first multiplication
		* @returns
		*/
		precompute(windowSize = 8, isLazy = true) {
			wnaf.createCache(this, windowSize);
			if (!isLazy) this.multiply(_3n$4);
			return this;
		}
		/** A point on curve is valid if it conforms to equation. */
		assertValidity() {
			assertValidMemo(this);
		}
		hasEvenY() {
			const { y } = this.toAffine();
			if (!Fp.isOdd) throw new Error("Field doesn't support isOdd");
			return !Fp.isOdd(y);
		}
		/** Compare one point to another. */
		equals(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			const U1 = Fp.eql(Fp.mul(X1, Z2), Fp.mul(X2, Z1));
			const U2 = Fp.eql(Fp.mul(Y1, Z2), Fp.mul(Y2, Z1));
			return U1 && U2;
		}
		/** Flips point to one corresponding to (x, -y) in Affine coordinates. */
		negate() {
			return new Point(this.X, Fp.neg(this.Y), this.Z);
		}
		double() {
			const { a, b } = CURVE;
			const b3 = Fp.mul(b, _3n$4);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			let t0 = Fp.mul(X1, X1);
			let t1 = Fp.mul(Y1, Y1);
			let t2 = Fp.mul(Z1, Z1);
			let t3 = Fp.mul(X1, Y1);
			t3 = Fp.add(t3, t3);
			Z3 = Fp.mul(X1, Z1);
			Z3 = Fp.add(Z3, Z3);
			X3 = Fp.mul(a, Z3);
			Y3 = Fp.mul(b3, t2);
			Y3 = Fp.add(X3, Y3);
			X3 = Fp.sub(t1, Y3);
			Y3 = Fp.add(t1, Y3);
			Y3 = Fp.mul(X3, Y3);
			X3 = Fp.mul(t3, X3);
			Z3 = Fp.mul(b3, Z3);
			t2 = Fp.mul(a, t2);
			t3 = Fp.sub(t0, t2);
			t3 = Fp.mul(a, t3);
			t3 = Fp.add(t3, Z3);
			Z3 = Fp.add(t0, t0);
			t0 = Fp.add(Z3, t0);
			t0 = Fp.add(t0, t2);
			t0 = Fp.mul(t0, t3);
			Y3 = Fp.add(Y3, t0);
			t2 = Fp.mul(Y1, Z1);
			t2 = Fp.add(t2, t2);
			t0 = Fp.mul(t2, t3);
			X3 = Fp.sub(X3, t0);
			Z3 = Fp.mul(t2, t1);
			Z3 = Fp.add(Z3, Z3);
			Z3 = Fp.add(Z3, Z3);
			return new Point(X3, Y3, Z3);
		}
		add(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			const a = CURVE.a;
			const b3 = Fp.mul(CURVE.b, _3n$4);
			let t0 = Fp.mul(X1, X2);
			let t1 = Fp.mul(Y1, Y2);
			let t2 = Fp.mul(Z1, Z2);
			let t3 = Fp.add(X1, Y1);
			let t4 = Fp.add(X2, Y2);
			t3 = Fp.mul(t3, t4);
			t4 = Fp.add(t0, t1);
			t3 = Fp.sub(t3, t4);
			t4 = Fp.add(X1, Z1);
			let t5 = Fp.add(X2, Z2);
			t4 = Fp.mul(t4, t5);
			t5 = Fp.add(t0, t2);
			t4 = Fp.sub(t4, t5);
			t5 = Fp.add(Y1, Z1);
			X3 = Fp.add(Y2, Z2);
			t5 = Fp.mul(t5, X3);
			X3 = Fp.add(t1, t2);
			t5 = Fp.sub(t5, X3);
			Z3 = Fp.mul(a, t4);
			X3 = Fp.mul(b3, t2);
			Z3 = Fp.add(X3, Z3);
			X3 = Fp.sub(t1, Z3);
			Z3 = Fp.add(t1, Z3);
			Y3 = Fp.mul(X3, Z3);
			t1 = Fp.add(t0, t0);
			t1 = Fp.add(t1, t0);
			t2 = Fp.mul(a, t2);
			t4 = Fp.mul(b3, t4);
			t1 = Fp.add(t1, t2);
			t2 = Fp.sub(t0, t2);
			t2 = Fp.mul(a, t2);
			t4 = Fp.add(t4, t2);
			t0 = Fp.mul(t1, t4);
			Y3 = Fp.add(Y3, t0);
			t0 = Fp.mul(t5, t4);
			X3 = Fp.mul(t3, X3);
			X3 = Fp.sub(X3, t0);
			t0 = Fp.mul(t3, t1);
			Z3 = Fp.mul(t5, Z3);
			Z3 = Fp.add(Z3, t0);
			return new Point(X3, Y3, Z3);
		}
		subtract(other) {
			return this.add(other.negate());
		}
		is0() {
			return this.equals(Point.ZERO);
		}
		/**
		* Constant time multiplication.
		* Uses wNAF method. Windowed method may be 10% faster,
		* but takes 2x longer to generate and consumes 2x memory.
		* Uses precomputes when available.
		* Uses endomorphism for Koblitz curves.
		* @param scalar by which the point would be multiplied
		* @returns New point
		*/
		multiply(scalar) {
			const { endo } = extraOpts;
			if (!Fn.isValidNot0(scalar)) throw new Error("invalid scalar: out of range");
			let point, fake;
			const mul = (n) => wnaf.cached(this, n, (p) => normalizeZ$1(Point, p));
			/** See docs for {@link EndomorphismOpts} */
			if (endo) {
				const { k1neg, k1, k2neg, k2 } = splitEndoScalarN(scalar);
				const { p: k1p, f: k1f } = mul(k1);
				const { p: k2p, f: k2f } = mul(k2);
				fake = k1f.add(k2f);
				point = finishEndo(endo.beta, k1p, k2p, k1neg, k2neg);
			} else {
				const { p, f } = mul(scalar);
				point = p;
				fake = f;
			}
			return normalizeZ$1(Point, [point, fake])[0];
		}
		/**
		* Non-constant-time multiplication. Uses double-and-add algorithm.
		* It's faster, but should only be used when you don't care about
		* an exposed secret key e.g. sig verification, which works over *public* keys.
		*/
		multiplyUnsafe(sc) {
			const { endo } = extraOpts;
			const p = this;
			if (!Fn.isValid(sc)) throw new Error("invalid scalar: out of range");
			if (sc === _0n$10 || p.is0()) return Point.ZERO;
			if (sc === _1n$10) return p;
			if (wnaf.hasCache(this)) return this.multiply(sc);
			if (endo) {
				const { k1neg, k1, k2neg, k2 } = splitEndoScalarN(sc);
				const { p1, p2 } = mulEndoUnsafe(Point, p, k1, k2);
				return finishEndo(endo.beta, p1, p2, k1neg, k2neg);
			} else return wnaf.unsafe(p, sc);
		}
		/**
		* Converts Projective point to affine (x, y) coordinates.
		* @param invertedZ Z^-1 (inverted zero) - optional, precomputation is useful for invertBatch
		*/
		toAffine(invertedZ) {
			return toAffineMemo(this, invertedZ);
		}
		/**
		* Checks whether Point is free of torsion elements (is in prime subgroup).
		* Always torsion-free for cofactor=1 curves.
		*/
		isTorsionFree() {
			const { isTorsionFree } = extraOpts;
			if (cofactor === _1n$10) return true;
			if (isTorsionFree) return isTorsionFree(Point, this);
			return wnaf.unsafe(this, CURVE_ORDER).is0();
		}
		clearCofactor() {
			const { clearCofactor } = extraOpts;
			if (cofactor === _1n$10) return this;
			if (clearCofactor) return clearCofactor(Point, this);
			return this.multiplyUnsafe(cofactor);
		}
		isSmallOrder() {
			return this.multiplyUnsafe(cofactor).is0();
		}
		toBytes(isCompressed = true) {
			abool$1(isCompressed, "isCompressed");
			this.assertValidity();
			return encodePoint(Point, this, isCompressed);
		}
		toHex(isCompressed = true) {
			return bytesToHex$1(this.toBytes(isCompressed));
		}
		toString() {
			return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
		}
	}
	const bits = Fn.BITS;
	const wnaf = new wNAF(Point, extraOpts.endo ? Math.ceil(bits / 2) : bits);
	Point.BASE.precompute(8);
	return Point;
}
function pprefix$1(hasEvenY) {
	return Uint8Array.of(hasEvenY ? 2 : 3);
}
function getWLengths$1(Fp, Fn) {
	return {
		secretKey: Fn.BYTES,
		publicKey: 1 + Fp.BYTES,
		publicKeyUncompressed: 1 + 2 * Fp.BYTES,
		publicKeyHasPrefix: true,
		signature: 2 * Fn.BYTES
	};
}
/**
* Sometimes users only need getPublicKey, getSharedSecret, and secret key handling.
* This helper ensures no signature functionality is present. Less code, smaller bundle size.
*/
function ecdh$1(Point, ecdhOpts = {}) {
	const { Fn } = Point;
	const randomBytes_ = ecdhOpts.randomBytes || randomBytes$3;
	const lengths = Object.assign(getWLengths$1(Point.Fp, Fn), { seed: getMinHashLength$1(Fn.ORDER) });
	function isValidSecretKey(secretKey) {
		try {
			const num = Fn.fromBytes(secretKey);
			return Fn.isValidNot0(num);
		} catch (error) {
			return false;
		}
	}
	function isValidPublicKey(publicKey, isCompressed) {
		const { publicKey: comp, publicKeyUncompressed } = lengths;
		try {
			const l = publicKey.length;
			if (isCompressed === true && l !== comp) return false;
			if (isCompressed === false && l !== publicKeyUncompressed) return false;
			return !!Point.fromBytes(publicKey);
		} catch (error) {
			return false;
		}
	}
	/**
	* Produces cryptographically secure secret key from random of size
	* (groupLen + ceil(groupLen / 2)) with modulo bias being negligible.
	*/
	function randomSecretKey(seed = randomBytes_(lengths.seed)) {
		return mapHashToField$1(abytes$1(seed, lengths.seed, "seed"), Fn.ORDER);
	}
	/**
	* Computes public key for a secret key. Checks for validity of the secret key.
	* @param isCompressed whether to return compact (default), or full key
	* @returns Public key, full when isCompressed=false; short when isCompressed=true
	*/
	function getPublicKey(secretKey, isCompressed = true) {
		return Point.BASE.multiply(Fn.fromBytes(secretKey)).toBytes(isCompressed);
	}
	/**
	* Quick and dirty check for item being public key. Does not validate hex, or being on-curve.
	*/
	function isProbPub(item) {
		const { secretKey, publicKey, publicKeyUncompressed } = lengths;
		if (!isBytes$2(item)) return void 0;
		if ("_lengths" in Fn && Fn._lengths || secretKey === publicKey) return void 0;
		const l = abytes$1(item, void 0, "key").length;
		return l === publicKey || l === publicKeyUncompressed;
	}
	/**
	* ECDH (Elliptic Curve Diffie Hellman).
	* Computes shared public key from secret key A and public key B.
	* Checks: 1) secret key validity 2) shared key is on-curve.
	* Does NOT hash the result.
	* @param isCompressed whether to return compact (default), or full key
	* @returns shared public key
	*/
	function getSharedSecret(secretKeyA, publicKeyB, isCompressed = true) {
		if (isProbPub(secretKeyA) === true) throw new Error("first arg must be private key");
		if (isProbPub(publicKeyB) === false) throw new Error("second arg must be public key");
		const s = Fn.fromBytes(secretKeyA);
		return Point.fromBytes(publicKeyB).multiply(s).toBytes(isCompressed);
	}
	const utils = {
		isValidSecretKey,
		isValidPublicKey,
		randomSecretKey
	};
	const keygen = createKeygen$1(randomSecretKey, getPublicKey);
	return Object.freeze({
		getPublicKey,
		getSharedSecret,
		keygen,
		Point,
		utils,
		lengths
	});
}
/**
* Creates ECDSA signing interface for given elliptic curve `Point` and `hash` function.
*
* @param Point created using {@link weierstrass} function
* @param hash used for 1) message prehash-ing 2) k generation in `sign`, using hmac_drbg(hash)
* @param ecdsaOpts rarely needed, see {@link ECDSAOpts}
*
* @example
* ```js
* const p256_Point = weierstrass(...);
* const p256_sha256 = ecdsa(p256_Point, sha256);
* const p256_sha224 = ecdsa(p256_Point, sha224);
* const p256_sha224_r = ecdsa(p256_Point, sha224, { randomBytes: (length) => { ... } });
* ```
*/
function ecdsa$1(Point, hash, ecdsaOpts = {}) {
	ahash(hash);
	validateObject$1(ecdsaOpts, {}, {
		hmac: "function",
		lowS: "boolean",
		randomBytes: "function",
		bits2int: "function",
		bits2int_modN: "function"
	});
	ecdsaOpts = Object.assign({}, ecdsaOpts);
	const randomBytes = ecdsaOpts.randomBytes || randomBytes$3;
	const hmac$2 = ecdsaOpts.hmac || ((key, msg) => hmac(hash, key, msg));
	const { Fp, Fn } = Point;
	const { ORDER: CURVE_ORDER, BITS: fnBits } = Fn;
	const { keygen, getPublicKey, getSharedSecret, utils, lengths } = ecdh$1(Point, ecdsaOpts);
	const defaultSigOpts = {
		prehash: true,
		lowS: typeof ecdsaOpts.lowS === "boolean" ? ecdsaOpts.lowS : true,
		format: "compact",
		extraEntropy: false
	};
	const hasLargeCofactor = CURVE_ORDER * _2n$9 < Fp.ORDER;
	function isBiggerThanHalfOrder(number) {
		return number > CURVE_ORDER >> _1n$10;
	}
	function validateRS(title, num) {
		if (!Fn.isValidNot0(num)) throw new Error(`invalid signature ${title}: out of range 1..Point.Fn.ORDER`);
		return num;
	}
	function assertSmallCofactor() {
		if (hasLargeCofactor) throw new Error("\"recovered\" sig type is not supported for cofactor >2 curves");
	}
	function validateSigLength(bytes, format) {
		validateSigFormat$1(format);
		const size = lengths.signature;
		return abytes$1(bytes, format === "compact" ? size : format === "recovered" ? size + 1 : void 0);
	}
	/**
	* ECDSA signature with its (r, s) properties. Supports compact, recovered & DER representations.
	*/
	class Signature {
		r;
		s;
		recovery;
		constructor(r, s, recovery) {
			this.r = validateRS("r", r);
			this.s = validateRS("s", s);
			if (recovery != null) {
				assertSmallCofactor();
				if (![
					0,
					1,
					2,
					3
				].includes(recovery)) throw new Error("invalid recovery id");
				this.recovery = recovery;
			}
			Object.freeze(this);
		}
		static fromBytes(bytes, format = defaultSigOpts.format) {
			validateSigLength(bytes, format);
			let recid;
			if (format === "der") {
				const { r, s } = DER$1.toSig(abytes$1(bytes));
				return new Signature(r, s);
			}
			if (format === "recovered") {
				recid = bytes[0];
				format = "compact";
				bytes = bytes.subarray(1);
			}
			const L = lengths.signature / 2;
			const r = bytes.subarray(0, L);
			const s = bytes.subarray(L, L * 2);
			return new Signature(Fn.fromBytes(r), Fn.fromBytes(s), recid);
		}
		static fromHex(hex, format) {
			return this.fromBytes(hexToBytes$2(hex), format);
		}
		assertRecovery() {
			const { recovery } = this;
			if (recovery == null) throw new Error("invalid recovery id: must be present");
			return recovery;
		}
		addRecoveryBit(recovery) {
			return new Signature(this.r, this.s, recovery);
		}
		recoverPublicKey(messageHash) {
			const { r, s } = this;
			const recovery = this.assertRecovery();
			const radj = recovery === 2 || recovery === 3 ? r + CURVE_ORDER : r;
			if (!Fp.isValid(radj)) throw new Error("invalid recovery id: sig.r+curve.n != R.x");
			const x = Fp.toBytes(radj);
			const R = Point.fromBytes(concatBytes$1(pprefix$1((recovery & 1) === 0), x));
			const ir = Fn.inv(radj);
			const h = bits2int_modN(abytes$1(messageHash, void 0, "msgHash"));
			const u1 = Fn.create(-h * ir);
			const u2 = Fn.create(s * ir);
			const Q = Point.BASE.multiplyUnsafe(u1).add(R.multiplyUnsafe(u2));
			if (Q.is0()) throw new Error("invalid recovery: point at infinify");
			Q.assertValidity();
			return Q;
		}
		hasHighS() {
			return isBiggerThanHalfOrder(this.s);
		}
		toBytes(format = defaultSigOpts.format) {
			validateSigFormat$1(format);
			if (format === "der") return hexToBytes$2(DER$1.hexFromSig(this));
			const { r, s } = this;
			const rb = Fn.toBytes(r);
			const sb = Fn.toBytes(s);
			if (format === "recovered") {
				assertSmallCofactor();
				return concatBytes$1(Uint8Array.of(this.assertRecovery()), rb, sb);
			}
			return concatBytes$1(rb, sb);
		}
		toHex(format) {
			return bytesToHex$1(this.toBytes(format));
		}
	}
	const bits2int = ecdsaOpts.bits2int || function bits2int_def(bytes) {
		if (bytes.length > 8192) throw new Error("input is too large");
		const num = bytesToNumberBE$1(bytes);
		const delta = bytes.length * 8 - fnBits;
		return delta > 0 ? num >> BigInt(delta) : num;
	};
	const bits2int_modN = ecdsaOpts.bits2int_modN || function bits2int_modN_def(bytes) {
		return Fn.create(bits2int(bytes));
	};
	const ORDER_MASK = bitMask$1(fnBits);
	/** Converts to bytes. Checks if num in `[0..ORDER_MASK-1]` e.g.: `[0..2^256-1]`. */
	function int2octets(num) {
		aInRange$1("num < 2^" + fnBits, num, _0n$10, ORDER_MASK);
		return Fn.toBytes(num);
	}
	function validateMsgAndHash(message, prehash) {
		abytes$1(message, void 0, "message");
		return prehash ? abytes$1(hash(message), void 0, "prehashed message") : message;
	}
	/**
	* Steps A, D of RFC6979 3.2.
	* Creates RFC6979 seed; converts msg/privKey to numbers.
	* Used only in sign, not in verify.
	*
	* Warning: we cannot assume here that message has same amount of bytes as curve order,
	* this will be invalid at least for P521. Also it can be bigger for P224 + SHA256.
	*/
	function prepSig(message, secretKey, opts) {
		const { lowS, prehash, extraEntropy } = validateSigOpts$1(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		const h1int = bits2int_modN(message);
		const d = Fn.fromBytes(secretKey);
		if (!Fn.isValidNot0(d)) throw new Error("invalid private key");
		const seedArgs = [int2octets(d), int2octets(h1int)];
		if (extraEntropy != null && extraEntropy !== false) {
			const e = extraEntropy === true ? randomBytes(lengths.secretKey) : extraEntropy;
			seedArgs.push(abytes$1(e, void 0, "extraEntropy"));
		}
		const seed = concatBytes$1(...seedArgs);
		const m = h1int;
		function k2sig(kBytes) {
			const k = bits2int(kBytes);
			if (!Fn.isValidNot0(k)) return;
			const ik = Fn.inv(k);
			const q = Point.BASE.multiply(k).toAffine();
			const r = Fn.create(q.x);
			if (r === _0n$10) return;
			const s = Fn.create(ik * Fn.create(m + r * d));
			if (s === _0n$10) return;
			let recovery = (q.x === r ? 0 : 2) | Number(q.y & _1n$10);
			let normS = s;
			if (lowS && isBiggerThanHalfOrder(s)) {
				normS = Fn.neg(s);
				recovery ^= 1;
			}
			return new Signature(r, normS, hasLargeCofactor ? void 0 : recovery);
		}
		return {
			seed,
			k2sig
		};
	}
	/**
	* Signs message hash with a secret key.
	*
	* ```
	* sign(m, d) where
	*   k = rfc6979_hmac_drbg(m, d)
	*   (x, y) = G × k
	*   r = x mod n
	*   s = (m + dr) / k mod n
	* ```
	*/
	function sign(message, secretKey, opts = {}) {
		const { seed, k2sig } = prepSig(message, secretKey, opts);
		return createHmacDrbg$1(hash.outputLen, Fn.BYTES, hmac$2)(seed, k2sig).toBytes(opts.format);
	}
	/**
	* Verifies a signature against message and public key.
	* Rejects lowS signatures by default: see {@link ECDSAVerifyOpts}.
	* Implements section 4.1.4 from https://www.secg.org/sec1-v2.pdf:
	*
	* ```
	* verify(r, s, h, P) where
	*   u1 = hs^-1 mod n
	*   u2 = rs^-1 mod n
	*   R = u1⋅G + u2⋅P
	*   mod(R.x, n) == r
	* ```
	*/
	function verify(signature, message, publicKey, opts = {}) {
		const { lowS, prehash, format } = validateSigOpts$1(opts, defaultSigOpts);
		publicKey = abytes$1(publicKey, void 0, "publicKey");
		message = validateMsgAndHash(message, prehash);
		if (!isBytes$2(signature)) {
			const end = signature instanceof Signature ? ", use sig.toBytes()" : "";
			throw new Error("verify expects Uint8Array signature" + end);
		}
		validateSigLength(signature, format);
		try {
			const sig = Signature.fromBytes(signature, format);
			const P = Point.fromBytes(publicKey);
			if (lowS && sig.hasHighS()) return false;
			const { r, s } = sig;
			const h = bits2int_modN(message);
			const is = Fn.inv(s);
			const u1 = Fn.create(h * is);
			const u2 = Fn.create(r * is);
			const R = Point.BASE.multiplyUnsafe(u1).add(P.multiplyUnsafe(u2));
			if (R.is0()) return false;
			return Fn.create(R.x) === r;
		} catch (e) {
			return false;
		}
	}
	function recoverPublicKey(signature, message, opts = {}) {
		const { prehash } = validateSigOpts$1(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		return Signature.fromBytes(signature, "recovered").recoverPublicKey(message).toBytes();
	}
	return Object.freeze({
		keygen,
		getPublicKey,
		getSharedSecret,
		utils,
		lengths,
		Point,
		sign,
		verify,
		recoverPublicKey,
		Signature,
		hash
	});
}
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/** Choice: a ? b : c */
function Chi(a, b, c) {
	return a & b ^ ~a & c;
}
/** Majority function, true if any two inputs is true. */
function Maj(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
*/
var HashMD = class {
	blockLen;
	outputLen;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView(this.buffer);
	}
	update(data) {
		aexists(this);
		abytes$1(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				continue;
			}
			buffer.set(data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
			}
		}
		this.length += data.length;
		this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		clean(this.buffer.subarray(pos));
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			pos = 0;
		}
		for (let i = pos; i < blockLen; i++) buffer[i] = 0;
		view.setBigUint64(blockLen - 8, BigInt(this.length * 8), isLE);
		this.process(view, 0);
		const oview = createView(out);
		const len = this.outputLen;
		if (len % 4) throw new Error("_sha2: outputLen must be aligned to 32bit");
		const outLen = len / 4;
		const state = this.get();
		if (outLen > state.length) throw new Error("_sha2: outputLen bigger than state");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneInto(to) {
		to ||= new this.constructor();
		to.set(...this.get());
		const { blockLen, buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (length % blockLen) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state. Bits 0..32 of frac part of sqrt of primes 2..19 */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
/** Initial SHA384 state. Bits 0..64 of frac part of sqrt of primes 23..53 */
const SHA384_IV = /* @__PURE__ */ Uint32Array.from([
	3418070365,
	3238371032,
	1654270250,
	914150663,
	2438529370,
	812702999,
	355462360,
	4144912697,
	1731405415,
	4290775857,
	2394180231,
	1750603025,
	3675008525,
	1694076839,
	1203062813,
	3204075428
]);
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/_u64.js
/**
* Internal helpers for u64. BigUint64Array is too slow as per 2025, so we implement it using Uint32Array.
* @todo re-check https://issues.chromium.org/issues/42212588
* @module
*/
const U32_MASK64 = /* @__PURE__ */ BigInt(2 ** 32 - 1);
const _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
	if (le) return {
		h: Number(n & U32_MASK64),
		l: Number(n >> _32n & U32_MASK64)
	};
	return {
		h: Number(n >> _32n & U32_MASK64) | 0,
		l: Number(n & U32_MASK64) | 0
	};
}
function split(lst, le = false) {
	const len = lst.length;
	let Ah = new Uint32Array(len);
	let Al = new Uint32Array(len);
	for (let i = 0; i < len; i++) {
		const { h, l } = fromBig(lst[i], le);
		[Ah[i], Al[i]] = [h, l];
	}
	return [Ah, Al];
}
const shrSH = (h, _l, s) => h >>> s;
const shrSL = (h, l, s) => h << 32 - s | l >>> s;
const rotrSH = (h, l, s) => h >>> s | l << 32 - s;
const rotrSL = (h, l, s) => h << 32 - s | l >>> s;
const rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
const rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
const rotlSH$1 = (h, l, s) => h << s | l >>> 32 - s;
const rotlSL$1 = (h, l, s) => l << s | h >>> 32 - s;
const rotlBH$1 = (h, l, s) => l << s - 32 | h >>> 64 - s;
const rotlBL$1 = (h, l, s) => h << s - 32 | l >>> 64 - s;
function add(Ah, Al, Bh, Bl) {
	const l = (Al >>> 0) + (Bl >>> 0);
	return {
		h: Ah + Bh + (l / 2 ** 32 | 0) | 0,
		l: l | 0
	};
}
const add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
const add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
const add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
const add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
const add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
const add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out [RFC 4634](https://www.rfc-editor.org/rfc/rfc4634) and
* [FIPS 180-4](https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf).
* @module
*/
/**
* Round constants:
* First 32 bits of fractional parts of the cube roots of the first 64 primes 2..311)
*/
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable temporary buffer. "W" comes straight from spec. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal 32-byte base SHA2 hash class. */
var SHA2_32B = class extends HashMD {
	constructor(outputLen) {
		super(64, outputLen, 8, false);
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W[i - 15];
			const W2 = SHA256_W[i - 2];
			const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
			const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
			SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
			const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
			const T2 = (rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22)) + Maj(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean(SHA256_W);
	}
	destroy() {
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean(this.buffer);
	}
};
/** Internal SHA2-256 hash class. */
var _SHA256 = class extends SHA2_32B {
	A = SHA256_IV[0] | 0;
	B = SHA256_IV[1] | 0;
	C = SHA256_IV[2] | 0;
	D = SHA256_IV[3] | 0;
	E = SHA256_IV[4] | 0;
	F = SHA256_IV[5] | 0;
	G = SHA256_IV[6] | 0;
	H = SHA256_IV[7] | 0;
	constructor() {
		super(32);
	}
};
const K512 = /* @__PURE__ */ (() => split([
	"0x428a2f98d728ae22",
	"0x7137449123ef65cd",
	"0xb5c0fbcfec4d3b2f",
	"0xe9b5dba58189dbbc",
	"0x3956c25bf348b538",
	"0x59f111f1b605d019",
	"0x923f82a4af194f9b",
	"0xab1c5ed5da6d8118",
	"0xd807aa98a3030242",
	"0x12835b0145706fbe",
	"0x243185be4ee4b28c",
	"0x550c7dc3d5ffb4e2",
	"0x72be5d74f27b896f",
	"0x80deb1fe3b1696b1",
	"0x9bdc06a725c71235",
	"0xc19bf174cf692694",
	"0xe49b69c19ef14ad2",
	"0xefbe4786384f25e3",
	"0x0fc19dc68b8cd5b5",
	"0x240ca1cc77ac9c65",
	"0x2de92c6f592b0275",
	"0x4a7484aa6ea6e483",
	"0x5cb0a9dcbd41fbd4",
	"0x76f988da831153b5",
	"0x983e5152ee66dfab",
	"0xa831c66d2db43210",
	"0xb00327c898fb213f",
	"0xbf597fc7beef0ee4",
	"0xc6e00bf33da88fc2",
	"0xd5a79147930aa725",
	"0x06ca6351e003826f",
	"0x142929670a0e6e70",
	"0x27b70a8546d22ffc",
	"0x2e1b21385c26c926",
	"0x4d2c6dfc5ac42aed",
	"0x53380d139d95b3df",
	"0x650a73548baf63de",
	"0x766a0abb3c77b2a8",
	"0x81c2c92e47edaee6",
	"0x92722c851482353b",
	"0xa2bfe8a14cf10364",
	"0xa81a664bbc423001",
	"0xc24b8b70d0f89791",
	"0xc76c51a30654be30",
	"0xd192e819d6ef5218",
	"0xd69906245565a910",
	"0xf40e35855771202a",
	"0x106aa07032bbd1b8",
	"0x19a4c116b8d2d0c8",
	"0x1e376c085141ab53",
	"0x2748774cdf8eeb99",
	"0x34b0bcb5e19b48a8",
	"0x391c0cb3c5c95a63",
	"0x4ed8aa4ae3418acb",
	"0x5b9cca4f7763e373",
	"0x682e6ff3d6b2b8a3",
	"0x748f82ee5defb2fc",
	"0x78a5636f43172f60",
	"0x84c87814a1f0ab72",
	"0x8cc702081a6439ec",
	"0x90befffa23631e28",
	"0xa4506cebde82bde9",
	"0xbef9a3f7b2c67915",
	"0xc67178f2e372532b",
	"0xca273eceea26619c",
	"0xd186b8c721c0c207",
	"0xeada7dd6cde0eb1e",
	"0xf57d4f7fee6ed178",
	"0x06f067aa72176fba",
	"0x0a637dc5a2c898a6",
	"0x113f9804bef90dae",
	"0x1b710b35131c471b",
	"0x28db77f523047d84",
	"0x32caab7b40c72493",
	"0x3c9ebe0a15c9bebc",
	"0x431d67c49c100d4c",
	"0x4cc5d4becb3e42b6",
	"0x597f299cfc657e2a",
	"0x5fcb6fab3ad6faec",
	"0x6c44198c4a475817"
].map((n) => BigInt(n))))();
const SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
const SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
const SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
const SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
/** Internal 64-byte base SHA2 hash class. */
var SHA2_64B = class extends HashMD {
	constructor(outputLen) {
		super(128, outputLen, 16, false);
	}
	get() {
		const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
		return [
			Ah,
			Al,
			Bh,
			Bl,
			Ch,
			Cl,
			Dh,
			Dl,
			Eh,
			El,
			Fh,
			Fl,
			Gh,
			Gl,
			Hh,
			Hl
		];
	}
	set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
		this.Ah = Ah | 0;
		this.Al = Al | 0;
		this.Bh = Bh | 0;
		this.Bl = Bl | 0;
		this.Ch = Ch | 0;
		this.Cl = Cl | 0;
		this.Dh = Dh | 0;
		this.Dl = Dl | 0;
		this.Eh = Eh | 0;
		this.El = El | 0;
		this.Fh = Fh | 0;
		this.Fl = Fl | 0;
		this.Gh = Gh | 0;
		this.Gl = Gl | 0;
		this.Hh = Hh | 0;
		this.Hl = Hl | 0;
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) {
			SHA512_W_H[i] = view.getUint32(offset);
			SHA512_W_L[i] = view.getUint32(offset += 4);
		}
		for (let i = 16; i < 80; i++) {
			const W15h = SHA512_W_H[i - 15] | 0;
			const W15l = SHA512_W_L[i - 15] | 0;
			const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
			const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
			const W2h = SHA512_W_H[i - 2] | 0;
			const W2l = SHA512_W_L[i - 2] | 0;
			const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
			const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
			const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
			const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
			SHA512_W_H[i] = SUMh | 0;
			SHA512_W_L[i] = SUMl | 0;
		}
		let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
		for (let i = 0; i < 80; i++) {
			const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
			const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
			const CHIh = Eh & Fh ^ ~Eh & Gh;
			const CHIl = El & Fl ^ ~El & Gl;
			const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
			const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
			const T1l = T1ll | 0;
			const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
			const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
			const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
			const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
			Hh = Gh | 0;
			Hl = Gl | 0;
			Gh = Fh | 0;
			Gl = Fl | 0;
			Fh = Eh | 0;
			Fl = El | 0;
			({h: Eh, l: El} = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
			Dh = Ch | 0;
			Dl = Cl | 0;
			Ch = Bh | 0;
			Cl = Bl | 0;
			Bh = Ah | 0;
			Bl = Al | 0;
			const All = add3L(T1l, sigma0l, MAJl);
			Ah = add3H(All, T1h, sigma0h, MAJh);
			Al = All | 0;
		}
		({h: Ah, l: Al} = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
		({h: Bh, l: Bl} = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
		({h: Ch, l: Cl} = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
		({h: Dh, l: Dl} = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
		({h: Eh, l: El} = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
		({h: Fh, l: Fl} = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
		({h: Gh, l: Gl} = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
		({h: Hh, l: Hl} = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
		this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
	}
	roundClean() {
		clean(SHA512_W_H, SHA512_W_L);
	}
	destroy() {
		clean(this.buffer);
		this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	}
};
/** Internal SHA2-384 hash class. */
var _SHA384 = class extends SHA2_64B {
	Ah = SHA384_IV[0] | 0;
	Al = SHA384_IV[1] | 0;
	Bh = SHA384_IV[2] | 0;
	Bl = SHA384_IV[3] | 0;
	Ch = SHA384_IV[4] | 0;
	Cl = SHA384_IV[5] | 0;
	Dh = SHA384_IV[6] | 0;
	Dl = SHA384_IV[7] | 0;
	Eh = SHA384_IV[8] | 0;
	El = SHA384_IV[9] | 0;
	Fh = SHA384_IV[10] | 0;
	Fl = SHA384_IV[11] | 0;
	Gh = SHA384_IV[12] | 0;
	Gl = SHA384_IV[13] | 0;
	Hh = SHA384_IV[14] | 0;
	Hl = SHA384_IV[15] | 0;
	constructor() {
		super(48);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
*/
const sha256 = /* @__PURE__ */ createHasher(() => new _SHA256(), /* @__PURE__ */ oidNist(1));
/** SHA2-384 hash function from RFC 4634. */
const sha384 = /* @__PURE__ */ createHasher(() => new _SHA384(), /* @__PURE__ */ oidNist(2));
// node_modules/@noble/post-quantum/node_modules/@noble/curves/ed25519.js
const _1n$9 = BigInt(1);
const _2n$8 = BigInt(2);
const _3n$3 = /* @__PURE__ */ BigInt(3);
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _5n$2 = BigInt(5);
const ed25519_CURVE_p$1 = BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
function ed25519_pow_2_252_3$1(x) {
	const _10n = BigInt(10), _20n = BigInt(20), _40n = BigInt(40), _80n = BigInt(80);
	const P = ed25519_CURVE_p$1;
	const b2 = x * x % P * x % P;
	const b5 = pow2$1(pow2$1(b2, _2n$8, P) * b2 % P, _1n$9, P) * x % P;
	const b10 = pow2$1(b5, _5n$2, P) * b5 % P;
	const b20 = pow2$1(b10, _10n, P) * b10 % P;
	const b40 = pow2$1(b20, _20n, P) * b20 % P;
	const b80 = pow2$1(b40, _40n, P) * b40 % P;
	return {
		pow_p_5_8: pow2$1(pow2$1(pow2$1(pow2$1(b80, _80n, P) * b80 % P, _80n, P) * b80 % P, _10n, P) * b10 % P, _2n$8, P) * x % P,
		b2
	};
}
function adjustScalarBytes$1(bytes) {
	bytes[0] &= 248;
	bytes[31] &= 127;
	bytes[31] |= 64;
	return bytes;
}
/**
* ECDH using curve25519 aka x25519.
* @example
* ```js
* import { x25519 } from '@noble/curves/ed25519.js';
* const alice = x25519.keygen();
* const bob = x25519.keygen();
* const shared = x25519.getSharedSecret(alice.secretKey, bob.publicKey);
* ```
*/
const x25519$1 = /* @__PURE__ */ (() => {
	const P = ed25519_CURVE_p$1;
	return montgomery$1({
		P,
		type: "x25519",
		powPminus2: (x) => {
			const { pow_p_5_8, b2 } = ed25519_pow_2_252_3$1(x);
			return mod$2(pow2$1(pow_p_5_8, _3n$3, P) * b2, P);
		},
		adjustScalarBytes: adjustScalarBytes$1
	});
})();
// node_modules/@noble/post-quantum/node_modules/@noble/curves/nist.js
/**
* Internal module for NIST P256, P384, P521 curves.
* Do not use for now.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const p256_CURVE$1 = /* @__PURE__ */ (() => ({
	p: BigInt("0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
	n: BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
	h: BigInt(1),
	a: BigInt("0xffffffff00000001000000000000000000000000fffffffffffffffffffffffc"),
	b: BigInt("0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
	Gx: BigInt("0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
	Gy: BigInt("0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
}))();
const p384_CURVE = /* @__PURE__ */ (() => ({
	p: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff"),
	n: BigInt("0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"),
	h: BigInt(1),
	a: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffc"),
	b: BigInt("0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"),
	Gx: BigInt("0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7"),
	Gy: BigInt("0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f")
}))();
/**
* NIST P256 (aka secp256r1, prime256v1) curve, ECDSA and ECDH methods.
* Hashes inputs with sha256 by default.
*
* @example
* ```js
* import { p256 } from '@noble/curves/nist.js';
* const { secretKey, publicKey } = p256.keygen();
* // const publicKey = p256.getPublicKey(secretKey);
* const msg = new TextEncoder().encode('hello noble');
* const sig = p256.sign(msg, secretKey);
* const isValid = p256.verify(sig, msg, publicKey);
* // const sigKeccak = p256.sign(keccak256(msg), secretKey, { prehash: false });
* ```
*/
const p256$1 = /* @__PURE__ */ ecdsa$1(/* @__PURE__ */ weierstrass$1(p256_CURVE$1), sha256);
/** NIST P384 (aka secp384r1) curve, ECDSA and ECDH methods. Hashes inputs with sha384 by default. */
const p384 = /* @__PURE__ */ ecdsa$1(/* @__PURE__ */ weierstrass$1(p384_CURVE), sha384);
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/hkdf.js
/**
* HKDF (RFC 5869): extract + expand in one step.
* See https://soatok.blog/2021/11/17/understanding-hkdf/.
* @module
*/
/**
* HKDF-extract from spec. Less important part. `HKDF-Extract(IKM, salt) -> PRK`
* Arguments position differs from spec (IKM is first one, since it is not optional)
* @param hash - hash function that would be used (e.g. sha256)
* @param ikm - input keying material, the initial key
* @param salt - optional salt value (a non-secret random value)
*/
function extract(hash, ikm, salt) {
	ahash(hash);
	if (salt === void 0) salt = new Uint8Array(hash.outputLen);
	return hmac(hash, salt, ikm);
}
const HKDF_COUNTER = /* @__PURE__ */ Uint8Array.of(0);
const EMPTY_BUFFER = /* @__PURE__ */ Uint8Array.of();
/**
* HKDF-expand from the spec. The most important part. `HKDF-Expand(PRK, info, L) -> OKM`
* @param hash - hash function that would be used (e.g. sha256)
* @param prk - a pseudorandom key of at least HashLen octets (usually, the output from the extract step)
* @param info - optional context and application specific information (can be a zero-length string)
* @param length - length of output keying material in bytes
*/
function expand(hash, prk, info, length = 32) {
	ahash(hash);
	anumber$1(length, "length");
	const olen = hash.outputLen;
	if (length > 255 * olen) throw new Error("Length must be <= 255*HashLen");
	const blocks = Math.ceil(length / olen);
	if (info === void 0) info = EMPTY_BUFFER;
	else abytes$1(info, void 0, "info");
	const okm = new Uint8Array(blocks * olen);
	const HMAC = hmac.create(hash, prk);
	const HMACTmp = HMAC._cloneInto();
	const T = new Uint8Array(HMAC.outputLen);
	for (let counter = 0; counter < blocks; counter++) {
		HKDF_COUNTER[0] = counter + 1;
		HMACTmp.update(counter === 0 ? EMPTY_BUFFER : T).update(info).update(HKDF_COUNTER).digestInto(T);
		okm.set(T, olen * counter);
		HMAC._cloneInto(HMACTmp);
	}
	HMAC.destroy();
	HMACTmp.destroy();
	clean(T, HKDF_COUNTER);
	return okm.slice(0, length);
}
// node_modules/@noble/post-quantum/node_modules/@noble/hashes/sha3.js
/**
* SHA3 (keccak) hash function, based on a new "Sponge function" design.
* Different from older hashes, the internal state is bigger than output size.
*
* Check out [FIPS-202](https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.202.pdf),
* [Website](https://keccak.team/keccak.html),
* [the differences between SHA-3 and Keccak](https://crypto.stackexchange.com/questions/15727/what-are-the-key-differences-between-the-draft-sha-3-standard-and-the-keccak-sub).
*
* Check out `sha3-addons` module for cSHAKE, k12, and others.
* @module
*/
const _0n$9 = BigInt(0);
const _1n$8 = BigInt(1);
const _2n$7 = BigInt(2);
const _7n$2 = BigInt(7);
const _256n$1 = BigInt(256);
const _0x71n$1 = BigInt(113);
const SHA3_PI$1 = [];
const SHA3_ROTL$1 = [];
const _SHA3_IOTA$1 = [];
for (let round = 0, R = _1n$8, x = 1, y = 0; round < 24; round++) {
	[x, y] = [y, (2 * x + 3 * y) % 5];
	SHA3_PI$1.push(2 * (5 * y + x));
	SHA3_ROTL$1.push((round + 1) * (round + 2) / 2 % 64);
	let t = _0n$9;
	for (let j = 0; j < 7; j++) {
		R = (R << _1n$8 ^ (R >> _7n$2) * _0x71n$1) % _256n$1;
		if (R & _2n$7) t ^= _1n$8 << (_1n$8 << BigInt(j)) - _1n$8;
	}
	_SHA3_IOTA$1.push(t);
}
const IOTAS$1 = split(_SHA3_IOTA$1, true);
const SHA3_IOTA_H$1 = IOTAS$1[0];
const SHA3_IOTA_L$1 = IOTAS$1[1];
const rotlH$1 = (h, l, s) => s > 32 ? rotlBH$1(h, l, s) : rotlSH$1(h, l, s);
const rotlL$1 = (h, l, s) => s > 32 ? rotlBL$1(h, l, s) : rotlSL$1(h, l, s);
/** `keccakf1600` internal function, additionally allows to adjust round count. */
function keccakP$1(s, rounds = 24) {
	const B = /* @__PURE__ */ new Uint32Array(10);
	for (let round = 24 - rounds; round < 24; round++) {
		for (let x = 0; x < 10; x++) B[x] = s[x] ^ s[x + 10] ^ s[x + 20] ^ s[x + 30] ^ s[x + 40];
		for (let x = 0; x < 10; x += 2) {
			const idx1 = (x + 8) % 10;
			const idx0 = (x + 2) % 10;
			const B0 = B[idx0];
			const B1 = B[idx0 + 1];
			const Th = rotlH$1(B0, B1, 1) ^ B[idx1];
			const Tl = rotlL$1(B0, B1, 1) ^ B[idx1 + 1];
			for (let y = 0; y < 50; y += 10) {
				s[x + y] ^= Th;
				s[x + y + 1] ^= Tl;
			}
		}
		let curH = s[2];
		let curL = s[3];
		for (let t = 0; t < 24; t++) {
			const shift = SHA3_ROTL$1[t];
			const Th = rotlH$1(curH, curL, shift);
			const Tl = rotlL$1(curH, curL, shift);
			const PI = SHA3_PI$1[t];
			curH = s[PI];
			curL = s[PI + 1];
			s[PI] = Th;
			s[PI + 1] = Tl;
		}
		for (let y = 0; y < 50; y += 10) {
			for (let x = 0; x < 10; x++) B[x] = s[y + x];
			for (let x = 0; x < 10; x++) s[y + x] ^= ~B[(x + 2) % 10] & B[(x + 4) % 10];
		}
		s[0] ^= SHA3_IOTA_H$1[round];
		s[1] ^= SHA3_IOTA_L$1[round];
	}
	clean(B);
}
/** Keccak sponge function. */
var Keccak$1 = class Keccak$1 {
	state;
	pos = 0;
	posOut = 0;
	finished = false;
	state32;
	destroyed = false;
	blockLen;
	suffix;
	outputLen;
	enableXOF = false;
	rounds;
	constructor(blockLen, suffix, outputLen, enableXOF = false, rounds = 24) {
		this.blockLen = blockLen;
		this.suffix = suffix;
		this.outputLen = outputLen;
		this.enableXOF = enableXOF;
		this.rounds = rounds;
		anumber$1(outputLen, "outputLen");
		if (!(0 < blockLen && blockLen < 200)) throw new Error("only keccak-f1600 function is supported");
		this.state = /* @__PURE__ */ new Uint8Array(200);
		this.state32 = u32(this.state);
	}
	clone() {
		return this._cloneInto();
	}
	keccak() {
		swap32IfBE(this.state32);
		keccakP$1(this.state32, this.rounds);
		swap32IfBE(this.state32);
		this.posOut = 0;
		this.pos = 0;
	}
	update(data) {
		aexists(this);
		abytes$1(data);
		const { blockLen, state } = this;
		const len = data.length;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			for (let i = 0; i < take; i++) state[this.pos++] ^= data[pos++];
			if (this.pos === blockLen) this.keccak();
		}
		return this;
	}
	finish() {
		if (this.finished) return;
		this.finished = true;
		const { state, suffix, pos, blockLen } = this;
		state[pos] ^= suffix;
		if ((suffix & 128) !== 0 && pos === blockLen - 1) this.keccak();
		state[blockLen - 1] ^= 128;
		this.keccak();
	}
	writeInto(out) {
		aexists(this, false);
		abytes$1(out);
		this.finish();
		const bufferOut = this.state;
		const { blockLen } = this;
		for (let pos = 0, len = out.length; pos < len;) {
			if (this.posOut >= blockLen) this.keccak();
			const take = Math.min(blockLen - this.posOut, len - pos);
			out.set(bufferOut.subarray(this.posOut, this.posOut + take), pos);
			this.posOut += take;
			pos += take;
		}
		return out;
	}
	xofInto(out) {
		if (!this.enableXOF) throw new Error("XOF is not possible for this instance");
		return this.writeInto(out);
	}
	xof(bytes) {
		anumber$1(bytes);
		return this.xofInto(new Uint8Array(bytes));
	}
	digestInto(out) {
		aoutput(out, this);
		if (this.finished) throw new Error("digest() was already called");
		this.writeInto(out);
		this.destroy();
		return out;
	}
	digest() {
		return this.digestInto(new Uint8Array(this.outputLen));
	}
	destroy() {
		this.destroyed = true;
		clean(this.state);
	}
	_cloneInto(to) {
		const { blockLen, suffix, outputLen, rounds, enableXOF } = this;
		to ||= new Keccak$1(blockLen, suffix, outputLen, enableXOF, rounds);
		to.state32.set(this.state32);
		to.pos = this.pos;
		to.posOut = this.posOut;
		to.finished = this.finished;
		to.rounds = rounds;
		to.suffix = suffix;
		to.outputLen = outputLen;
		to.enableXOF = enableXOF;
		to.destroyed = this.destroyed;
		return to;
	}
};
const genKeccak$1 = (suffix, blockLen, outputLen, info = {}) => createHasher(() => new Keccak$1(blockLen, suffix, outputLen), info);
/** SHA3-256 hash function. Different from keccak-256. */
const sha3_256 = /* @__PURE__ */ genKeccak$1(6, 136, 32, /* @__PURE__ */ oidNist(8));
/** SHA3-512 hash function. */
const sha3_512 = /* @__PURE__ */ genKeccak$1(6, 72, 64, /* @__PURE__ */ oidNist(10));
const genShake = (suffix, blockLen, outputLen, info = {}) => createHasher((opts = {}) => new Keccak$1(blockLen, suffix, opts.dkLen === void 0 ? outputLen : opts.dkLen, true), info);
/** SHAKE128 XOF with 128-bit security. */
const shake128 = /* @__PURE__ */ genShake(31, 168, 16, /* @__PURE__ */ oidNist(11));
/** SHAKE256 XOF with 256-bit security. */
const shake256 = /* @__PURE__ */ genShake(31, 136, 32, /* @__PURE__ */ oidNist(12));
// node_modules/@noble/post-quantum/node_modules/@noble/curves/abstract/fft.js
function checkU32(n) {
	if (!Number.isSafeInteger(n) || n < 0 || n > 4294967295) throw new Error("wrong u32 integer:" + n);
	return n;
}
/** Checks if integer is in form of `1 << X` */
function isPowerOfTwo(x) {
	checkU32(x);
	return (x & x - 1) === 0 && x !== 0;
}
function reverseBits(n, bits) {
	checkU32(n);
	let reversed = 0;
	for (let i = 0; i < bits; i++, n >>>= 1) reversed = reversed << 1 | n & 1;
	return reversed;
}
/** Similar to `bitLen(x)-1` but much faster for small integers, like indices */
function log2(n) {
	checkU32(n);
	return 31 - Math.clz32(n);
}
/**
* Moves lowest bit to highest position, which at first step splits
* array on even and odd indices, then it applied again to each part,
* which is core of fft
*/
function bitReversalInplace(values) {
	const n = values.length;
	if (n < 2 || !isPowerOfTwo(n)) throw new Error("n must be a power of 2 and greater than 1. Got " + n);
	const bits = log2(n);
	for (let i = 0; i < n; i++) {
		const j = reverseBits(i, bits);
		if (i < j) {
			const tmp = values[i];
			values[i] = values[j];
			values[j] = tmp;
		}
	}
	return values;
}
/**
* Constructs different flavors of FFT. radix2 implementation of low level mutating API. Flavors:
*
* - DIT (Decimation-in-Time): Bottom-Up (leaves -> root), Cool-Turkey
* - DIF (Decimation-in-Frequency): Top-Down (root -> leaves), Gentleman–Sande
*
* DIT takes brp input, returns natural output.
* DIF takes natural input, returns brp output.
*
* The output is actually identical. Time / frequence distinction is not meaningful
* for Polynomial multiplication in fields.
* Which means if protocol supports/needs brp output/inputs, then we can skip this step.
*
* Cyclic NTT: Rq = Zq[x]/(x^n-1). butterfly_DIT+loop_DIT OR butterfly_DIF+loop_DIT, roots are omega
* Negacyclic NTT: Rq = Zq[x]/(x^n+1). butterfly_DIT+loop_DIF, at least for mlkem / mldsa
*/
const FFTCore = (F, coreOpts) => {
	const { N, roots, dit, invertButterflies = false, skipStages = 0, brp = true } = coreOpts;
	const bits = log2(N);
	if (!isPowerOfTwo(N)) throw new Error("FFT: Polynomial size should be power of two");
	const isDit = dit !== invertButterflies;
	return (values) => {
		if (values.length !== N) throw new Error("FFT: wrong Polynomial length");
		if (dit && brp) bitReversalInplace(values);
		for (let i = 0, g = 1; i < bits - skipStages; i++) {
			const s = dit ? i + 1 + skipStages : bits - i;
			const m = 1 << s;
			const m2 = m >> 1;
			const stride = N >> s;
			for (let k = 0; k < N; k += m) for (let j = 0, grp = g++; j < m2; j++) {
				const rootPos = invertButterflies ? dit ? N - grp : grp : j * stride;
				const i0 = k + j;
				const i1 = k + j + m2;
				const omega = roots[rootPos];
				const b = values[i1];
				const a = values[i0];
				if (isDit) {
					const t = F.mul(b, omega);
					values[i0] = F.add(a, t);
					values[i1] = F.sub(a, t);
				} else if (invertButterflies) {
					values[i0] = F.add(b, a);
					values[i1] = F.mul(F.sub(b, a), omega);
				} else {
					values[i0] = F.add(a, b);
					values[i1] = F.mul(F.sub(a, b), omega);
				}
			}
		}
		if (!dit && brp) bitReversalInplace(values);
		return values;
	};
};
// node_modules/@noble/post-quantum/utils.js
/**
* Utilities for hex, bytearray and number handling.
* @module
*/
/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */
const randomBytes$2 = randomBytes$3;
function equalBytes(a, b) {
	if (a.length !== b.length) return false;
	let diff = 0;
	for (let i = 0; i < a.length; i++) diff |= a[i] ^ b[i];
	return diff === 0;
}
function copyBytes$1(bytes) {
	return Uint8Array.from(bytes);
}
function splitCoder(label, ...lengths) {
	const getLength = (c) => typeof c === "number" ? c : c.bytesLen;
	const bytesLen = lengths.reduce((sum, a) => sum + getLength(a), 0);
	return {
		bytesLen,
		encode: (bufs) => {
			const res = new Uint8Array(bytesLen);
			for (let i = 0, pos = 0; i < lengths.length; i++) {
				const c = lengths[i];
				const l = getLength(c);
				const b = typeof c === "number" ? bufs[i] : c.encode(bufs[i]);
				abytes$1(b, l, label);
				res.set(b, pos);
				if (typeof c !== "number") b.fill(0);
				pos += l;
			}
			return res;
		},
		decode: (buf) => {
			abytes$1(buf, bytesLen, label);
			const res = [];
			for (const c of lengths) {
				const l = getLength(c);
				const b = buf.subarray(0, l);
				res.push(typeof c === "number" ? b : c.decode(b));
				buf = buf.subarray(l);
			}
			return res;
		}
	};
}
function vecCoder(c, vecLen) {
	const bytesLen = vecLen * c.bytesLen;
	return {
		bytesLen,
		encode: (u) => {
			if (u.length !== vecLen) throw new Error(`vecCoder.encode: wrong length=${u.length}. Expected: ${vecLen}`);
			const res = new Uint8Array(bytesLen);
			for (let i = 0, pos = 0; i < u.length; i++) {
				const b = c.encode(u[i]);
				res.set(b, pos);
				b.fill(0);
				pos += b.length;
			}
			return res;
		},
		decode: (a) => {
			abytes$1(a, bytesLen);
			const r = [];
			for (let i = 0; i < a.length; i += c.bytesLen) r.push(c.decode(a.subarray(i, i + c.bytesLen)));
			return r;
		}
	};
}
function cleanBytes(...list) {
	for (const t of list) if (Array.isArray(t)) for (const b of t) b.fill(0);
	else t.fill(0);
}
function getMask(bits) {
	return (1 << bits) - 1;
}
// node_modules/@noble/post-quantum/_crystals.js
/**
* Internal methods for lattice-based ML-KEM and ML-DSA.
* @module
*/
/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */
const genCrystals = (opts) => {
	const { newPoly, N, Q, F, ROOT_OF_UNITY, brvBits, isKyber } = opts;
	const mod = (a, modulo = Q) => {
		const result = a % modulo | 0;
		return (result >= 0 ? result | 0 : modulo + result | 0) | 0;
	};
	const smod = (a, modulo = Q) => {
		const r = mod(a, modulo) | 0;
		return (r > modulo >> 1 ? r - modulo | 0 : r) | 0;
	};
	function getZettas() {
		const out = newPoly(N);
		for (let i = 0; i < N; i++) {
			const b = reverseBits(i, brvBits);
			const p = BigInt(ROOT_OF_UNITY) ** BigInt(b) % BigInt(Q);
			out[i] = Number(p) | 0;
		}
		return out;
	}
	const nttZetas = getZettas();
	const field = {
		add: (a, b) => mod((a | 0) + (b | 0)) | 0,
		sub: (a, b) => mod((a | 0) - (b | 0)) | 0,
		mul: (a, b) => mod((a | 0) * (b | 0)) | 0,
		inv: (_a) => {
			throw new Error("not implemented");
		}
	};
	const nttOpts = {
		N,
		roots: nttZetas,
		invertButterflies: true,
		skipStages: isKyber ? 1 : 0,
		brp: false
	};
	const dif = FFTCore(field, {
		dit: false,
		...nttOpts
	});
	const dit = FFTCore(field, {
		dit: true,
		...nttOpts
	});
	const NTT = {
		encode: (r) => {
			return dif(r);
		},
		decode: (r) => {
			dit(r);
			for (let i = 0; i < r.length; i++) r[i] = mod(F * r[i]);
			return r;
		}
	};
	const bitsCoder = (d, c) => {
		const mask = getMask(d);
		const bytesLen = d * (N / 8);
		return {
			bytesLen,
			encode: (poly) => {
				const r = new Uint8Array(bytesLen);
				for (let i = 0, buf = 0, bufLen = 0, pos = 0; i < poly.length; i++) {
					buf |= (c.encode(poly[i]) & mask) << bufLen;
					bufLen += d;
					for (; bufLen >= 8; bufLen -= 8, buf >>= 8) r[pos++] = buf & getMask(bufLen);
				}
				return r;
			},
			decode: (bytes) => {
				const r = newPoly(N);
				for (let i = 0, buf = 0, bufLen = 0, pos = 0; i < bytes.length; i++) {
					buf |= bytes[i] << bufLen;
					bufLen += 8;
					for (; bufLen >= d; bufLen -= d, buf >>= d) r[pos++] = c.decode(buf & mask);
				}
				return r;
			}
		};
	};
	return {
		mod,
		smod,
		nttZetas,
		NTT,
		bitsCoder
	};
};
const createXofShake = (shake) => (seed, blockLen) => {
	if (!blockLen) blockLen = shake.blockLen;
	const _seed = new Uint8Array(seed.length + 2);
	_seed.set(seed);
	const seedLen = seed.length;
	const buf = new Uint8Array(blockLen);
	let h = shake.create({});
	let calls = 0;
	let xofs = 0;
	return {
		stats: () => ({
			calls,
			xofs
		}),
		get: (x, y) => {
			_seed[seedLen + 0] = x;
			_seed[seedLen + 1] = y;
			h.destroy();
			h = shake.create({}).update(_seed);
			calls++;
			return () => {
				xofs++;
				return h.xofInto(buf);
			};
		},
		clean: () => {
			h.destroy();
			cleanBytes(buf, _seed);
		}
	};
};
const XOF128 = /* @__PURE__ */ createXofShake(shake128);
// node_modules/@noble/post-quantum/ml-kem.js
/**
* ML-KEM: Module Lattice-based Key Encapsulation Mechanism from
* [FIPS-203](https://csrc.nist.gov/pubs/fips/203/ipd). A.k.a. CRYSTALS-Kyber.
*
* Key encapsulation is similar to DH / ECDH (think X25519), with important differences:
* * Unlike in ECDH, we can't verify if it was "Bob" who've sent the shared secret
* * Unlike ECDH, it is probabalistic and relies on quality of randomness (CSPRNG).
* * Decapsulation never throws an error, even when shared secret was
*   encrypted by a different public key. It will just return a different shared secret.
*
* There are some concerns with regards to security: see
* [djb blog](https://blog.cr.yp.to/20231003-countcorrectly.html) and
* [mailing list](https://groups.google.com/a/list.nist.gov/g/pqc-forum/c/W2VOzy0wz_E).
*
* Has similar internals to ML-DSA, but their keys and params are different.
*
* Check out [official site](https://www.pq-crystals.org/kyber/resources.shtml),
* [repo](https://github.com/pq-crystals/kyber),
* [spec](https://datatracker.ietf.org/doc/draft-cfrg-schwabe-kyber/).
* @module
*/
/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */
/** Key encapsulation mechanism interface */
const N = 256;
const Q = 3329;
const { mod: mod$1, nttZetas, NTT, bitsCoder } = genCrystals({
	N,
	Q,
	F: 3303,
	ROOT_OF_UNITY: 17,
	newPoly: (n) => new Uint16Array(n),
	brvBits: 7,
	isKyber: true
});
/** Internal params of ML-KEM versions */
const PARAMS = {
	512: {
		N,
		Q,
		K: 2,
		ETA1: 3,
		ETA2: 2,
		du: 10,
		dv: 4,
		RBGstrength: 128
	},
	768: {
		N,
		Q,
		K: 3,
		ETA1: 2,
		ETA2: 2,
		du: 10,
		dv: 4,
		RBGstrength: 192
	},
	1024: {
		N,
		Q,
		K: 4,
		ETA1: 2,
		ETA2: 2,
		du: 11,
		dv: 5,
		RBGstrength: 256
	}
};
const compress = (d) => {
	if (d >= 12) return {
		encode: (i) => i,
		decode: (i) => i
	};
	const a = 2 ** (d - 1);
	return {
		encode: (i) => ((i << d) + Q / 2) / Q,
		decode: (i) => i * Q + a >>> d
	};
};
const polyCoder = (d) => bitsCoder(d, compress(d));
function polyAdd(a, b) {
	for (let i = 0; i < N; i++) a[i] = mod$1(a[i] + b[i]);
}
function polySub(a, b) {
	for (let i = 0; i < N; i++) a[i] = mod$1(a[i] - b[i]);
}
function BaseCaseMultiply(a0, a1, b0, b1, zeta) {
	return {
		c0: mod$1(a1 * b1 * zeta + a0 * b0),
		c1: mod$1(a0 * b1 + a1 * b0)
	};
}
function MultiplyNTTs(f, g) {
	for (let i = 0; i < N / 2; i++) {
		let z = nttZetas[64 + (i >> 1)];
		if (i & 1) z = -z;
		const { c0, c1 } = BaseCaseMultiply(f[2 * i + 0], f[2 * i + 1], g[2 * i + 0], g[2 * i + 1], z);
		f[2 * i + 0] = c0;
		f[2 * i + 1] = c1;
	}
	return f;
}
function SampleNTT(xof) {
	const r = new Uint16Array(N);
	for (let j = 0; j < N;) {
		const b = xof();
		if (b.length % 3) throw new Error("SampleNTT: unaligned block");
		for (let i = 0; j < N && i + 3 <= b.length; i += 3) {
			const d1 = (b[i + 0] >> 0 | b[i + 1] << 8) & 4095;
			const d2 = (b[i + 1] >> 4 | b[i + 2] << 4) & 4095;
			if (d1 < Q) r[j++] = d1;
			if (j < N && d2 < Q) r[j++] = d2;
		}
	}
	return r;
}
function sampleCBD(PRF, seed, nonce, eta) {
	const buf = PRF(eta * N / 4, seed, nonce);
	const r = new Uint16Array(N);
	const b32 = u32(buf);
	let len = 0;
	for (let i = 0, p = 0, bb = 0, t0 = 0; i < b32.length; i++) {
		let b = b32[i];
		for (let j = 0; j < 32; j++) {
			bb += b & 1;
			b >>= 1;
			len += 1;
			if (len === eta) {
				t0 = bb;
				bb = 0;
			} else if (len === 2 * eta) {
				r[p++] = mod$1(t0 - bb);
				bb = 0;
				len = 0;
			}
		}
	}
	if (len) throw new Error(`sampleCBD: leftover bits: ${len}`);
	return r;
}
const genKPKE = (opts) => {
	const { K, PRF, XOF, HASH512, ETA1, ETA2, du, dv } = opts;
	const poly1 = polyCoder(1);
	const polyV = polyCoder(dv);
	const polyU = polyCoder(du);
	const publicCoder = splitCoder("publicKey", vecCoder(polyCoder(12), K), 32);
	const secretCoder = vecCoder(polyCoder(12), K);
	const cipherCoder = splitCoder("ciphertext", vecCoder(polyU, K), polyV);
	const seedCoder = splitCoder("seed", 32, 32);
	return {
		secretCoder,
		lengths: {
			secretKey: secretCoder.bytesLen,
			publicKey: publicCoder.bytesLen,
			cipherText: cipherCoder.bytesLen
		},
		keygen: (seed) => {
			abytes$1(seed, 32, "seed");
			const seedDst = /* @__PURE__ */ new Uint8Array(33);
			seedDst.set(seed);
			seedDst[32] = K;
			const seedHash = HASH512(seedDst);
			const [rho, sigma] = seedCoder.decode(seedHash);
			const sHat = [];
			const tHat = [];
			for (let i = 0; i < K; i++) sHat.push(NTT.encode(sampleCBD(PRF, sigma, i, ETA1)));
			const x = XOF(rho);
			for (let i = 0; i < K; i++) {
				const e = NTT.encode(sampleCBD(PRF, sigma, K + i, ETA1));
				for (let j = 0; j < K; j++) polyAdd(e, MultiplyNTTs(SampleNTT(x.get(j, i)), sHat[j]));
				tHat.push(e);
			}
			x.clean();
			const res = {
				publicKey: publicCoder.encode([tHat, rho]),
				secretKey: secretCoder.encode(sHat)
			};
			cleanBytes(rho, sigma, sHat, tHat, seedDst, seedHash);
			return res;
		},
		encrypt: (publicKey, msg, seed) => {
			const [tHat, rho] = publicCoder.decode(publicKey);
			const rHat = [];
			for (let i = 0; i < K; i++) rHat.push(NTT.encode(sampleCBD(PRF, seed, i, ETA1)));
			const x = XOF(rho);
			const tmp2 = new Uint16Array(N);
			const u = [];
			for (let i = 0; i < K; i++) {
				const e1 = sampleCBD(PRF, seed, K + i, ETA2);
				const tmp = new Uint16Array(N);
				for (let j = 0; j < K; j++) polyAdd(tmp, MultiplyNTTs(SampleNTT(x.get(i, j)), rHat[j]));
				polyAdd(e1, NTT.decode(tmp));
				u.push(e1);
				polyAdd(tmp2, MultiplyNTTs(tHat[i], rHat[i]));
				cleanBytes(tmp);
			}
			x.clean();
			const e2 = sampleCBD(PRF, seed, 2 * K, ETA2);
			polyAdd(e2, NTT.decode(tmp2));
			const v = poly1.decode(msg);
			polyAdd(v, e2);
			cleanBytes(tHat, rHat, tmp2, e2);
			return cipherCoder.encode([u, v]);
		},
		decrypt: (cipherText, privateKey) => {
			const [u, v] = cipherCoder.decode(cipherText);
			const sk = secretCoder.decode(privateKey);
			const tmp = new Uint16Array(N);
			for (let i = 0; i < K; i++) polyAdd(tmp, MultiplyNTTs(sk[i], NTT.encode(u[i])));
			polySub(v, NTT.decode(tmp));
			cleanBytes(tmp, sk, u);
			return poly1.encode(v);
		}
	};
};
function createKyber(opts) {
	const KPKE = genKPKE(opts);
	const { HASH256, HASH512, KDF } = opts;
	const { secretCoder: KPKESecretCoder, lengths } = KPKE;
	const secretCoder = splitCoder("secretKey", lengths.secretKey, lengths.publicKey, 32, 32);
	const msgLen = 32;
	const seedLen = 64;
	return {
		info: { type: "ml-kem" },
		lengths: {
			...lengths,
			seed: 64,
			msg: msgLen,
			msgRand: msgLen,
			secretKey: secretCoder.bytesLen
		},
		keygen: (seed = randomBytes$2(seedLen)) => {
			abytes$1(seed, seedLen, "seed");
			const { publicKey, secretKey: sk } = KPKE.keygen(seed.subarray(0, 32));
			const publicKeyHash = HASH256(publicKey);
			const secretKey = secretCoder.encode([
				sk,
				publicKey,
				publicKeyHash,
				seed.subarray(32)
			]);
			cleanBytes(sk, publicKeyHash);
			return {
				publicKey,
				secretKey
			};
		},
		getPublicKey: (secretKey) => {
			const [_sk, publicKey, _publicKeyHash, _z] = secretCoder.decode(secretKey);
			return Uint8Array.from(publicKey);
		},
		encapsulate: (publicKey, msg = randomBytes$2(msgLen)) => {
			abytes$1(publicKey, lengths.publicKey, "publicKey");
			abytes$1(msg, msgLen, "message");
			const eke = publicKey.subarray(0, 384 * opts.K);
			const ek = KPKESecretCoder.encode(KPKESecretCoder.decode(copyBytes$1(eke)));
			if (!equalBytes(ek, eke)) {
				cleanBytes(ek);
				throw new Error("ML-KEM.encapsulate: wrong publicKey modulus");
			}
			cleanBytes(ek);
			const kr = HASH512.create().update(msg).update(HASH256(publicKey)).digest();
			const cipherText = KPKE.encrypt(publicKey, msg, kr.subarray(32, 64));
			cleanBytes(kr.subarray(32));
			return {
				cipherText,
				sharedSecret: kr.subarray(0, 32)
			};
		},
		decapsulate: (cipherText, secretKey) => {
			abytes$1(secretKey, secretCoder.bytesLen, "secretKey");
			abytes$1(cipherText, lengths.cipherText, "cipherText");
			const k768 = secretCoder.bytesLen - 96;
			const start = k768 + 32;
			if (!equalBytes(HASH256(secretKey.subarray(k768 / 2, start)), secretKey.subarray(start, start + 32))) throw new Error("invalid secretKey: hash check failed");
			const [sk, publicKey, publicKeyHash, z] = secretCoder.decode(secretKey);
			const msg = KPKE.decrypt(cipherText, sk);
			const kr = HASH512.create().update(msg).update(publicKeyHash).digest();
			const Khat = kr.subarray(0, 32);
			const cipherText2 = KPKE.encrypt(publicKey, msg, kr.subarray(32, 64));
			const isValid = equalBytes(cipherText, cipherText2);
			const Kbar = KDF.create({ dkLen: 32 }).update(z).update(cipherText).digest();
			cleanBytes(msg, cipherText2, !isValid ? Khat : Kbar);
			return isValid ? Khat : Kbar;
		}
	};
}
function shakePRF(dkLen, key, nonce) {
	return shake256.create({ dkLen }).update(key).update(new Uint8Array([nonce])).digest();
}
const opts = {
	HASH256: sha3_256,
	HASH512: sha3_512,
	KDF: shake256,
	XOF: XOF128,
	PRF: shakePRF
};
({
	...opts,
	...PARAMS[512]
});
/** ML-KEM-768, for 192-bit security level. Not recommended after 2030, as per ASD. */
const ml_kem768 = /* @__PURE__ */ createKyber({
	...opts,
	...PARAMS[768]
});
/** ML-KEM-1024 for 256-bit security level. OK after 2030, as per ASD. */
const ml_kem1024 = /* @__PURE__ */ createKyber({
	...opts,
	...PARAMS[1024]
});
// node_modules/@noble/post-quantum/hybrid.js
/*! noble-post-quantum - MIT License (c) 2024 Paul Miller (paulmillr.com) */
function ecKeygen(curve, allowZeroKey = false) {
	const lengths = curve.lengths;
	let keygen = curve.keygen;
	if (allowZeroKey) {
		const Fn = curve.Point.Fn;
		if (!Fn) throw new Error("No Point.Fn");
		keygen = (seed = randomBytes$2(lengths.seed)) => {
			abytes$1(seed, lengths.seed, "seed");
			const seedScalar = Fn.isLE ? bytesToNumberLE$1(seed) : bytesToNumberBE$1(seed);
			const secretKey = Fn.toBytes(Fn.create(seedScalar));
			return {
				secretKey,
				publicKey: curve.getPublicKey(secretKey)
			};
		};
	}
	return {
		lengths: {
			secretKey: lengths.secretKey,
			publicKey: lengths.publicKey,
			seed: lengths.seed
		},
		keygen,
		getPublicKey: (secretKey) => curve.getPublicKey(secretKey)
	};
}
function ecdhKem(curve, allowZeroKey = false) {
	const kg = ecKeygen(curve, allowZeroKey);
	if (!curve.getSharedSecret) throw new Error("wrong curve");
	return {
		lengths: {
			...kg.lengths,
			msg: kg.lengths.seed,
			cipherText: kg.lengths.publicKey
		},
		keygen: kg.keygen,
		getPublicKey: kg.getPublicKey,
		encapsulate(publicKey, rand = randomBytes$2(curve.lengths.seed)) {
			const ek = this.keygen(rand).secretKey;
			const sharedSecret = this.decapsulate(publicKey, ek);
			const cipherText = curve.getPublicKey(ek);
			cleanBytes(ek);
			return {
				sharedSecret,
				cipherText
			};
		},
		decapsulate(cipherText, secretKey) {
			const res = curve.getSharedSecret(secretKey, cipherText);
			return curve.lengths.publicKeyHasPrefix ? res.subarray(1) : res;
		}
	};
}
function splitLengths(lst, name) {
	return splitCoder(name, ...lst.map((i) => {
		if (typeof i.lengths[name] !== "number") throw new Error("wrong length: " + name);
		return i.lengths[name];
	}));
}
function expandSeedXof(xof) {
	return (seed, seedLen) => xof(seed, { dkLen: seedLen });
}
function combineKeys(realSeedLen, expandSeed, ...ck) {
	const seedCoder = splitLengths(ck, "seed");
	const pkCoder = splitLengths(ck, "publicKey");
	if (realSeedLen === void 0) realSeedLen = seedCoder.bytesLen;
	anumber$1(realSeedLen);
	function expandDecapsulationKey(seed) {
		abytes$1(seed, realSeedLen);
		const expanded = seedCoder.decode(expandSeed(seed, seedCoder.bytesLen));
		const keys = ck.map((i, j) => i.keygen(expanded[j]));
		return {
			secretKey: keys.map((i) => i.secretKey),
			publicKey: keys.map((i) => i.publicKey)
		};
	}
	return {
		info: { lengths: {
			seed: realSeedLen,
			publicKey: pkCoder.bytesLen,
			secretKey: realSeedLen
		} },
		getPublicKey(secretKey) {
			return this.keygen(secretKey).publicKey;
		},
		keygen(seed = randomBytes$2(realSeedLen)) {
			const { publicKey: pk, secretKey } = expandDecapsulationKey(seed);
			const publicKey = pkCoder.encode(pk);
			cleanBytes(pk);
			cleanBytes(secretKey);
			return {
				secretKey: seed,
				publicKey
			};
		},
		expandDecapsulationKey,
		realSeedLen
	};
}
function combineKEMS(realSeedLen, realMsgLen, expandSeed, combiner, ...kems) {
	const keys = combineKeys(realSeedLen, expandSeed, ...kems);
	const ctCoder = splitLengths(kems, "cipherText");
	const pkCoder = splitLengths(kems, "publicKey");
	const msgCoder = splitLengths(kems, "msg");
	if (realMsgLen === void 0) realMsgLen = msgCoder.bytesLen;
	anumber$1(realMsgLen);
	return {
		lengths: {
			...keys.info.lengths,
			msg: realMsgLen,
			msgRand: msgCoder.bytesLen,
			cipherText: ctCoder.bytesLen
		},
		getPublicKey: keys.getPublicKey,
		keygen: keys.keygen,
		encapsulate(pk, randomness = randomBytes$2(msgCoder.bytesLen)) {
			const pks = pkCoder.decode(pk);
			const rand = msgCoder.decode(randomness);
			const enc = kems.map((i, j) => i.encapsulate(pks[j], rand[j]));
			const sharedSecret = enc.map((i) => i.sharedSecret);
			const cipherText = enc.map((i) => i.cipherText);
			const res = {
				sharedSecret: combiner(pks, cipherText, sharedSecret),
				cipherText: ctCoder.encode(cipherText)
			};
			cleanBytes(sharedSecret, cipherText);
			return res;
		},
		decapsulate(ct, seed) {
			const cts = ctCoder.decode(ct);
			const { publicKey, secretKey } = keys.expandDecapsulationKey(seed);
			return combiner(publicKey, cts, kems.map((i, j) => i.decapsulate(cts[j], secretKey[j])));
		}
	};
}
function QSF(label, pqc, curveKEM, xof, kdf) {
	ahash(xof);
	ahash(kdf);
	return combineKEMS(32, 32, expandSeedXof(xof), (pk, ct, ss) => kdf(concatBytes$1(ss[0], ss[1], ct[1], pk[1], asciiToBytes(label))), pqc, curveKEM);
}
QSF("QSF-KEM(ML-KEM-768,P-256)-XOF(SHAKE256)-KDF(SHA3-256)", ml_kem768, ecdhKem(p256$1, true), shake256, sha3_256);
QSF("QSF-KEM(ML-KEM-1024,P-384)-XOF(SHAKE256)-KDF(SHA3-256)", ml_kem1024, ecdhKem(p384, true), shake256, sha3_256);
function createKitchenSink(label, pqc, curveKEM, xof, hash) {
	ahash(xof);
	ahash(hash);
	return combineKEMS(32, 32, expandSeedXof(xof), (pk, ct, ss) => {
		const preimage = concatBytes$1(ss[0], ss[1], ct[0], pk[0], ct[1], pk[1], asciiToBytes(label));
		const len = 32;
		const ikm = concatBytes$1(asciiToBytes("hybrid_prk"), preimage);
		const prk = extract(hash, ikm);
		const info = concatBytes$1(numberToBytesBE$1(len, 2), asciiToBytes("shared_secret"), asciiToBytes(""));
		const res = expand(hash, prk, info, len);
		cleanBytes(prk, info, ikm, preimage);
		return res;
	}, pqc, curveKEM);
}
const x25519kem = ecdhKem(x25519$1);
createKitchenSink("KitchenSink-KEM(ML-KEM-768,X25519)-XOF(SHAKE256)-KDF(HKDF-SHA-256)", ml_kem768, x25519kem, shake256, sha256);
const ml_kem768_x25519 = /* @__PURE__ */ (() => combineKEMS(32, 32, expandSeedXof(shake256), (pk, ct, ss) => sha3_256(concatBytes$1(ss[0], ss[1], ct[1], pk[1], asciiToBytes("\\.//^\\"))), ml_kem768, x25519kem))();
function nistCurveKem(curve, scalarLen, elemLen, nseed) {
	const Fn = curve.Point.Fn;
	if (!Fn) throw new Error("no Point.Fn");
	function rejectionSampling(seed) {
		let sk;
		for (let start = 0, end = scalarLen;; start = end, end += scalarLen) {
			if (end > seed.length) throw new Error("rejection sampling failed");
			sk = Fn.fromBytes(seed.subarray(start, end), true);
			if (Fn.isValidNot0(sk)) break;
		}
		const secretKey = Fn.toBytes(Fn.create(sk));
		return {
			secretKey,
			publicKey: curve.getPublicKey(secretKey, false)
		};
	}
	return {
		lengths: {
			secretKey: scalarLen,
			publicKey: elemLen,
			seed: nseed,
			msg: nseed,
			cipherText: elemLen
		},
		keygen(seed = randomBytes$2(nseed)) {
			abytes$1(seed, nseed, "seed");
			return rejectionSampling(seed);
		},
		getPublicKey(secretKey) {
			return curve.getPublicKey(secretKey, false);
		},
		encapsulate(publicKey, rand = randomBytes$2(nseed)) {
			abytes$1(rand, nseed, "rand");
			const { secretKey: ek } = rejectionSampling(rand);
			const sharedSecret = this.decapsulate(publicKey, ek);
			const cipherText = curve.getPublicKey(ek, false);
			cleanBytes(ek);
			return {
				sharedSecret,
				cipherText
			};
		},
		decapsulate(cipherText, secretKey) {
			return curve.getSharedSecret(secretKey, cipherText).subarray(1);
		}
	};
}
function concreteHybridKem(label, mlkem, curve, nseed) {
	const { secretKey: scalarLen, publicKeyUncompressed: elemLen } = curve.lengths;
	if (!scalarLen || !elemLen) throw new Error("wrong curve");
	const curveKem = nistCurveKem(curve, scalarLen, elemLen, nseed);
	const mlkemSeedLen = 64;
	const totalSeedLen = mlkemSeedLen + nseed;
	return combineKEMS(32, 32, (seed) => {
		abytes$1(seed, 32);
		const expanded = shake256(seed, { dkLen: totalSeedLen });
		return concatBytes$1(expanded.subarray(0, mlkemSeedLen), expanded.subarray(mlkemSeedLen, totalSeedLen));
	}, (pk, ct, ss) => sha3_256(concatBytes$1(ss[0], ss[1], ct[1], pk[1], asciiToBytes(label))), mlkem, curveKem);
}
const ml_kem768_p256 = /* @__PURE__ */ (() => concreteHybridKem("MLKEM768-P256", ml_kem768, p256$1, 128))();
const MLKEM768X25519 = ml_kem768_x25519;
const MLKEM768P256 = ml_kem768_p256;
// node_modules/@noble/curves/utils.js
/**
* Hex, bytes and number utilities.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
/**
* Validates that a value is an array, optionally validating each element.
* @param item - Value to validate.
* @param title - Label included in thrown errors.
* @param inner - Optional per-element validator, called with the element and its label.
* @returns The validated array.
* @example
* Validate an array of points before batch processing.
*
* ```ts
* aarray([1n, 2n], 'scalars');
* ```
*/
function aarray(item, title, inner = () => {}) {
	if (!Array.isArray(item)) throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
	for (let i = 0; i < item.length; i++) inner(item[i], `${title}[${i}]`);
	return item;
}
/**
* Validates that a value is a byte array.
* @param value - Value to validate.
* @param length - Optional exact byte length.
* @param title - Optional field name.
* @returns Original byte array.
* @example
* Reject non-byte input before passing data into curve code.
*
* ```ts
* abytes(new Uint8Array(1));
* ```
*/
const abytes = (value, length, title) => abytes$4(value, length, title);
/**
* Validates that a value is a non-negative safe integer.
* @param n - Value to validate.
* @param title - Optional field name.
* @returns The validated number.
* @example
* Validate a numeric length before allocating buffers.
*
* ```ts
* anumber(1);
* ```
*/
const anumber = anumber$4;
/**
* Asserts something is a string.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a label string.
*
* ```ts
* astring('example', 'label');
* ```
*/
function astring$1(value, title = "") {
	if (typeof value !== "string") {
		const prefix = title && `"${title}" `;
		throw new TypeError(prefix + "expected string, got type=" + typeof value);
	}
	return value;
}
/**
* Asserts something is a plain object-ish value, not null or array.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated object.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate an options object before checking fields.
*
* ```ts
* aobject({ flag: true });
* ```
*/
function aobject(value, title = "object") {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
	return value;
}
/**
* Asserts something is a function.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated function.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a required method before calling it.
*
* ```ts
* afunction(() => true, 'predicate');
* ```
*/
function afunction(value, title) {
	if (typeof value !== "function") throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
	return value;
}
/**
* Encodes bytes as lowercase hex.
* @param bytes - Bytes to encode.
* @returns Lowercase hex string.
* @example
* Serialize bytes as hex for logging or fixtures.
*
* ```ts
* bytesToHex(Uint8Array.of(1, 2, 3));
* ```
*/
const bytesToHex = bytesToHex$2;
/**
* Concatenates byte arrays.
* @param arrays - Byte arrays to join.
* @returns Concatenated bytes.
* @example
* Join domain-separated chunks into one buffer.
*
* ```ts
* concatBytes(Uint8Array.of(1), Uint8Array.of(2));
* ```
*/
const concatBytes = (...arrays) => concatBytes$2(...arrays);
/**
* Decodes lowercase or uppercase hex into bytes.
* @param hex - Hex string to decode.
* @returns Decoded bytes.
* @example
* Parse fixture hex into bytes before hashing.
*
* ```ts
* hexToBytes('0102');
* ```
*/
const hexToBytes$1 = (hex) => hexToBytes$3(hex);
/**
* Checks whether a value is a Uint8Array.
* @param a - Value to inspect.
* @returns `true` when `a` is a Uint8Array.
* @example
* Branch on byte input before decoding it.
*
* ```ts
* isBytes(new Uint8Array(1));
* ```
*/
const isBytes$1 = isBytes$5;
/**
* Reads random bytes from the platform CSPRNG.
* @param bytesLength - Number of random bytes to read.
* @returns Fresh random bytes.
* @example
* Generate a random seed for a keypair.
*
* ```ts
* randomBytes(2);
* ```
*/
const randomBytes$1 = (bytesLength) => randomBytes$4(bytesLength);
const _0n$8 = /* @__PURE__ */ BigInt(0);
const _1n$7 = /* @__PURE__ */ BigInt(1);
const atitle = (title) => title ? `"${title}" ` : "";
/**
* Validates that a flag is boolean.
* @param value - Value to validate.
* @param title - Optional field name.
* @returns Original value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Reject non-boolean option flags early.
*
* ```ts
* abool(true);
* ```
*/
function abool(value, title = "") {
	if (typeof value !== "boolean") throw new TypeError(atitle(title) + "expected boolean, got type=" + typeof value);
	return value;
}
/**
* Validates that a value is a non-negative bigint or safe integer.
* @param n - Value to validate.
* @returns The same validated value.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate one integer-like value before serializing it.
*
* ```ts
* abignumber(1n);
* ```
*/
function abignumber(n) {
	if (typeof n === "bigint") {
		if (!isPosBig(n)) throw new RangeError("positive bigint expected, got " + n);
	} else anumber(n);
	return n;
}
/**
* Validates that a value is a safe integer.
* @param value - Integer to validate.
* @param title - Optional field name.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a window size before scalar arithmetic uses it.
*
* ```ts
* asafenumber(1);
* ```
*/
function asafenumber(value, title = "") {
	if (typeof value !== "number") {
		const prefix = title && `"${title}" `;
		throw new TypeError(prefix + "expected number, got type=" + typeof value);
	}
	if (!Number.isSafeInteger(value)) {
		const prefix = title && `"${title}" `;
		throw new RangeError(prefix + "expected safe integer, got " + value);
	}
}
/**
* Encodes a bigint into even-length big-endian hex.
* The historical "unpadded" name only means "no fixed-width field padding"; odd-length hex still
* gets one leading zero nibble so the result always represents whole bytes.
* @param num - Number to encode.
* @returns Big-endian hex string.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Encode a scalar into hex without a `0x` prefix.
*
* ```ts
* numberToHexUnpadded(255n);
* ```
*/
function numberToHexUnpadded(num) {
	const hex = abignumber(num).toString(16);
	return hex.length & 1 ? "0" + hex : hex;
}
/**
* Parses a big-endian hex string into bigint.
* Accepts odd-length hex through the native `BigInt('0x' + hex)` parser and currently surfaces the
* same native `SyntaxError` for malformed hex instead of wrapping it in a library-specific error.
* @param hex - Hex string without `0x`.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Parse a scalar from fixture hex.
*
* ```ts
* hexToNumber('ff');
* ```
*/
function hexToNumber(hex) {
	if (typeof hex !== "string") throw new TypeError("hex string expected, got " + typeof hex);
	return hex === "" ? _0n$8 : BigInt("0x" + hex);
}
/**
* Parses big-endian bytes into bigint.
* @param bytes - Bytes in big-endian order.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Read a scalar encoded in network byte order.
*
* ```ts
* bytesToNumberBE(Uint8Array.of(1, 0));
* ```
*/
function bytesToNumberBE(bytes) {
	return hexToNumber(bytesToHex$2(bytes));
}
/**
* Parses little-endian bytes into bigint.
* @param bytes - Bytes in little-endian order.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Read a scalar encoded in little-endian form.
*
* ```ts
* bytesToNumberLE(Uint8Array.of(1, 0));
* ```
*/
function bytesToNumberLE(bytes) {
	return hexToNumber(bytesToHex$2(copyBytes(abytes$4(bytes)).reverse()));
}
/**
* Encodes a bigint into fixed-length big-endian bytes.
* @param n - Number to encode.
* @param len - Output length in bytes. Must be greater than zero.
* @returns Big-endian byte array.
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If a documented runtime validation or state check fails. {@link Error}
* @example
* Serialize a scalar into a 32-byte field element.
*
* ```ts
* numberToBytesBE(255n, 2);
* ```
*/
function numberToBytesBE(n, len) {
	anumber$4(len);
	if (len === 0) throw new Error("zero output length is invalid");
	n = abignumber(n);
	const expectedLen = len * 2;
	const hex = n.toString(16);
	if (hex.length > expectedLen) throw new RangeError("number is too large");
	return hexToBytes$3(hex.padStart(expectedLen, "0"));
}
/**
* Encodes a bigint into fixed-length little-endian bytes.
* @param n - Number to encode.
* @param len - Output length in bytes.
* @returns Little-endian byte array.
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If a documented runtime validation or state check fails. {@link Error}
* @example
* Serialize a scalar for little-endian protocols.
*
* ```ts
* numberToBytesLE(255n, 2);
* ```
*/
function numberToBytesLE(n, len) {
	return numberToBytesBE(n, len).reverse();
}
/**
* Encodes a bigint into variable-length big-endian bytes.
* @param n - Number to encode.
* @returns Variable-length big-endian bytes.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Serialize a bigint without fixed-width padding.
*
* ```ts
* numberToVarBytesBE(255n);
* ```
*/
function numberToVarBytesBE(n) {
	return hexToBytes$3(numberToHexUnpadded(abignumber(n)));
}
/**
* Copies Uint8Array. We can't use u8a.slice(), because u8a can be Buffer,
* and Buffer#slice creates mutable copy. Never use Buffers!
* @param bytes - Bytes to copy.
* @returns Detached copy.
* @example
* Make an isolated copy before mutating serialized bytes.
*
* ```ts
* copyBytes(Uint8Array.of(1, 2, 3));
* ```
*/
function copyBytes(bytes) {
	return Uint8Array.from(abytes(bytes));
}
/**
* Checks whether n is non-negative bigint. Historical name.
* @param n - candidate value
* @returns `true` when the value is bigint and 0 or larger
* @example
* Check a candidate scalar before range validation.
*
* ```ts
* isPosBig(2n);
* ```
*/
function isPosBig(n) {
	return typeof n === "bigint" && _0n$8 <= n;
}
/**
* Checks whether a bigint lies inside a half-open range.
* @param n - Candidate value.
* @param min - Inclusive lower bound.
* @param max - Exclusive upper bound.
* @returns `true` when the value is inside the range.
* @example
* Check whether a candidate scalar fits the field order.
*
* ```ts
* inRange(2n, 1n, 3n);
* ```
*/
function inRange(n, min, max) {
	return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
}
/**
* Asserts `min <= n < max`. NOTE: upper bound is exclusive.
* @param title - Value label for error messages.
* @param n - Candidate value.
* @param min - Inclusive lower bound.
* @param max - Exclusive upper bound.
* Wrong-type inputs are not separated from out-of-range values here: they still flow through the
* shared `RangeError` path because this is only a throwing wrapper around `inRange(...)`.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Assert that a bigint stays within one half-open range.
*
* ```ts
* aInRange('x', 2n, 1n, 256n);
* ```
*/
function aInRange(title, n, min, max) {
	if (!inRange(n, min, max)) throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
/**
* Calculates amount of bits in a bigint.
* Same as `n.toString(2).length`
* TODO: merge with nLength in modular
* @param n - Value to inspect.
* @returns Bit length.
* @throws If the value is negative. {@link Error}
* @example
* Measure the bit length of a scalar before serialization.
*
* ```ts
* bitLen(8n);
* ```
*/
function bitLen(n) {
	if (n < _0n$8) throw new Error("expected non-negative bigint, got " + n);
	return n === _0n$8 ? 0 : n.toString(2).length;
}
/**
* Calculate mask for N bits. Not using ** operator with bigints because of old engines.
* Same as BigInt(`0b${Array(i).fill('1').join('')}`)
* @param n - Number of bits. Negative widths are currently passed through to raw bigint shift
*   semantics and therefore produce `-1n`.
* @returns Bitmask value.
* @example
* Calculate mask for N bits.
*
* ```ts
* bitMask(4);
* ```
*/
const bitMask = (n) => {
	asafenumber(n, "n");
	return (_1n$7 << BigInt(n)) - _1n$7;
};
/**
* Minimal HMAC-DRBG from NIST 800-90 for RFC6979 sigs.
* @param hashLen - Hash output size in bytes. Callers are expected to pass a positive length; `0`
*   is not rejected here and would make the internal generate loop non-progressing.
* @param qByteLen - Requested output size in bytes. Callers are expected to pass a positive length.
* @param hmacFn - HMAC implementation.
* @returns Function that will call DRBG until the predicate returns anything
*   other than `undefined`.
* @throws On wrong argument types. {@link TypeError}
* @example
* Build a deterministic nonce generator for RFC6979-style signing.
*
* ```ts
* import { createHmacDrbg } from '@noble/curves/utils.js';
* import { hmac } from '@noble/hashes/hmac.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hmacFn = (key: Uint8Array, msg: Uint8Array) => hmac(sha256, key, msg);
* const drbg = createHmacDrbg(32, 32, hmacFn);
* const seed = new Uint8Array(32);
* drbg(seed, (bytes) => bytes);
* ```
*/
function createHmacDrbg(hashLen, qByteLen, hmacFn) {
	anumber$4(hashLen, "hashLen");
	anumber$4(qByteLen, "qByteLen");
	if (typeof hmacFn !== "function") throw new TypeError("hmacFn must be a function");
	const u8n = (len) => new Uint8Array(len);
	const NULL = Uint8Array.of();
	const byte0 = Uint8Array.of(0);
	const byte1 = Uint8Array.of(1);
	const _maxDrbgIters = 1e3;
	let v = u8n(hashLen);
	let k = u8n(hashLen);
	let i = 0;
	const reset = () => {
		v.fill(1);
		k.fill(0);
		i = 0;
	};
	const h = (...msgs) => hmacFn(k, concatBytes(v, ...msgs));
	const reseed = (seed = NULL) => {
		k = h(byte0, seed);
		v = h();
		if (seed.length === 0) return;
		k = h(byte1, seed);
		v = h();
	};
	const gen = () => {
		if (i++ >= _maxDrbgIters) throw new Error("drbg: tried max amount of iterations");
		let len = 0;
		const out = [];
		while (len < qByteLen) {
			v = h();
			const sl = v.slice();
			out.push(sl);
			len += v.length;
		}
		return concatBytes(...out);
	};
	const genUntil = (seed, pred) => {
		reset();
		reseed(seed);
		let res = void 0;
		while ((res = pred(gen())) === void 0) reseed();
		reset();
		return res;
	};
	return genUntil;
}
/**
* Validates declared required and optional field types on a plain object.
* Extra keys are intentionally ignored because many callers validate only the subset they use from
* richer option bags or runtime objects.
* This walks field schemas and formats detailed errors, so avoid it on hot paths; use direct
* one-line guards such as `aobject()`, `afunction()`, `abool()`, or `asafenumber()` instead.
* @param object - Object to validate.
* @param fields - Required field types.
* @param optFields - Optional field types.
* @param title - Object label included in thrown errors.
* @throws On wrong argument types. {@link TypeError}
* @example
* Check user options before building a curve helper.
*
* ```ts
* validateObject({ flag: true }, { flag: 'boolean' });
* ```
*/
function validateObject(object, fields = {}, optFields = {}, title = "object") {
	aobject(object, title);
	aobject(fields, "fields");
	aobject(optFields, "optFields");
	function checkField(fieldName, expectedType, isOpt) {
		const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
		const val = object[fieldName];
		if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) throw new TypeError(`${label} is invalid: expected own property`);
		if (isOpt && val === void 0) return;
		const current = typeof val;
		if (current !== expectedType || val === null) throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
	}
	const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
	iter(fields, false);
	iter(optFields, true);
}
// node_modules/@noble/curves/abstract/modular.js
/**
* Utils for modular division and fields.
* Field over 11 is a finite (Galois) field is integer number operations `mod 11`.
* There is no division: it is replaced by modular multiplicative inverse.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$7 = /* @__PURE__ */ BigInt(0);
const _1n$6 = /* @__PURE__ */ BigInt(1);
const _2n$6 = /* @__PURE__ */ BigInt(2);
const _3n$2 = /* @__PURE__ */ BigInt(3);
const _4n$3 = /* @__PURE__ */ BigInt(4);
const _5n$1 = /* @__PURE__ */ BigInt(5);
const _7n$1 = /* @__PURE__ */ BigInt(7);
const _8n$2 = /* @__PURE__ */ BigInt(8);
const _9n = /* @__PURE__ */ BigInt(9);
const _15n = /* @__PURE__ */ BigInt(15);
const _16n = /* @__PURE__ */ BigInt(16);
const POW_WINDOWED_MIN = /* @__PURE__ */ BigInt("0x10000000000000000");
/**
* @param a - Dividend value.
* @param b - Positive modulus.
* @returns Reduced value in `[0, b)` only when `b` is positive.
* @throws If the modulus is not positive. {@link Error}
* @example
* Normalize a bigint into one field residue.
*
* ```ts
* mod(-1n, 5n);
* ```
*/
function mod(a, b) {
	if (b <= _0n$7) throw new Error("mod: expected positive modulus, got " + b);
	const result = a % b;
	return result >= _0n$7 ? result : b + result;
}
/**
* Efficiently raise num to a power with modular reduction.
* Unsafe in some contexts: uses ladder, so can expose bigint bits.
* Low-level helper: callers that need canonical residues must pass a valid `num` for the chosen
* modulus instead of relying on the `power===0/1` fast paths to normalize it.
* @param num - Base value.
* @param power - Exponent value.
* @param modulo - Reduction modulus.
* @returns Modular exponentiation result.
* @throws If the modulus or exponent is invalid. {@link Error}
* @example
* Raise one bigint to a modular power.
*
* ```ts
* pow(2n, 6n, 11n) // 64n % 11n == 9n
* ```
*/
function pow(num, power, modulo) {
	if (modulo <= _1n$6) throw new Error("pow: expected modulus > 1, got " + modulo);
	if (typeof power !== "bigint") throw new TypeError("invalid exponent: expected bigint, got " + typeof power);
	if (power < _0n$7) throw new Error("invalid exponent, negatives unsupported");
	if (power === _0n$7) return _1n$6;
	if (power === _1n$6) return num;
	let d = num % modulo;
	if (d < _0n$7) d += modulo;
	if (power < POW_WINDOWED_MIN) {
		let p = _1n$6;
		while (power > _0n$7) {
			if (power & _1n$6) p = p * d % modulo;
			d = d * d % modulo;
			power >>= _1n$6;
		}
		return p;
	}
	const digits = [];
	while (power > _0n$7) {
		digits.push(Number(power & _15n));
		power >>= _4n$3;
	}
	const table = new Array(16);
	table[0] = _1n$6;
	table[1] = d;
	for (let i = 2; i < 16; i++) table[i] = table[i - 1] * d % modulo;
	let p = table[digits[digits.length - 1]];
	for (let w = digits.length - 2; w >= 0; w--) {
		p = p * p % modulo;
		p = p * p % modulo;
		p = p * p % modulo;
		p = p * p % modulo;
		const digit = digits[w];
		if (digit !== 0) p = p * table[digit] % modulo;
	}
	return p;
}
/**
* Does `x^(2^power)` mod p. `pow2(30, 4)` == `30^(2^4)`.
* Low-level helper: callers that need canonical residues must pass a valid `x` for the chosen
* modulus; the `power===0` fast path intentionally returns the input unchanged.
* @param x - Base value.
* @param power - Number of squarings.
* @param modulo - Reduction modulus.
* @returns Repeated-squaring result.
* @throws If the exponent is negative. {@link Error}
* @example
* Apply repeated squaring inside one field.
*
* ```ts
* pow2(3n, 2n, 11n);
* ```
*/
function pow2(x, power, modulo) {
	if (modulo <= _1n$6) throw new Error("pow2: expected modulus > 1, got " + modulo);
	if (power < _0n$7) throw new Error("pow2: expected non-negative exponent, got " + power);
	let res = x;
	while (power-- > _0n$7) {
		res *= res;
		res %= modulo;
	}
	return res;
}
/**
* Inverses number over modulo.
* Implemented using the {@link https://brilliant.org/wiki/extended-euclidean-algorithm/ | extended Euclidean algorithm}.
* @param number - Value to invert.
* @param modulo - Modulus greater than 1.
* @returns Multiplicative inverse.
* @throws If the modulus is invalid or the inverse does not exist. {@link Error}
* @example
* Compute one modular inverse with the extended Euclidean algorithm.
*
* ```ts
* invert(3n, 11n);
* ```
*/
function invert(number, modulo) {
	if (number === _0n$7) throw new Error("invert: expected non-zero number");
	if (modulo <= _1n$6) throw new Error("invert: expected modulus > 1, got " + modulo);
	let a = mod(number, modulo);
	let b = modulo;
	let x = _0n$7, u = _1n$6;
	while (a !== _0n$7) {
		const q = b / a;
		const r = b - a * q;
		const m = x - u * q;
		b = a, a = r, x = u, u = m;
	}
	if (b !== _1n$6) throw new Error("invert: does not exist");
	return mod(x, modulo);
}
/**
* Inverses number over modulo using Fermat's little theorem: `a^(p-2) ≡ a⁻¹ (mod p)`.
*
* Unlike {@link invert} (extended Euclidean), the exponent `p-2` is a public constant, so the
* underlying square-and-multiply has the same control flow for every secret `a`: there is no
* data-dependent branching or loop count that could leak `a` through timing (e.g. Minerva-style
* ECDSA nonce-inversion attacks). This is only "algorithmically" constant-time — JS bigint
* multiplication/reduction is still value-dependent — and it is roughly 4x slower than
* {@link invert}.
*
* REQUIRES a prime modulus; Fermat's theorem does not hold otherwise. The result is verified to be
* a real inverse, so a non-prime modulus (or a non-invertible input) fails closed with an error
* instead of returning a wrong value.
* @param a - Value to invert.
* @param prime - Prime modulus.
* @returns Multiplicative inverse in `[1, prime)`.
* @throws If the modulus is below 2, the input reduces to zero, or the inverse does not exist.
*   {@link Error}
* @example
* Compute one modular inverse without secret-dependent branching.
*
* ```ts
* invertCt(3n, 11n); // 4n, since 3 * 4 = 12 ≡ 1 (mod 11)
* ```
*/
function invertCt(a, prime) {
	if (prime <= _1n$6) throw new Error("invertCt: expected prime modulus > 1, got " + prime);
	const an = mod(a, prime);
	if (an === _0n$7) throw new Error("invertCt: expected non-zero number");
	const inverse = pow(an, prime - _2n$6, prime);
	if (mod(an * inverse, prime) !== _1n$6) throw new Error("invertCt: does not exist");
	return inverse;
}
function assertIsSquare(Fp, root, n) {
	const F = Fp;
	if (!F.eql(F.sqr(root), n)) throw new Error("Cannot find square root");
}
function aoddModulus(order, fnName) {
	if ((order & _1n$6) === _0n$7) throw new Error(fnName + ": expected odd modulus, got " + order);
}
function sqrt3mod4(Fp, n) {
	const F = Fp;
	const p1div4 = (F.ORDER + _1n$6) / _4n$3;
	const root = F.pow(n, p1div4);
	assertIsSquare(F, root, n);
	return root;
}
function sqrt5mod8(Fp, n) {
	const F = Fp;
	const p5div8 = (F.ORDER - _5n$1) / _8n$2;
	const n2 = F.mul(n, _2n$6);
	const v = F.pow(n2, p5div8);
	const nv = F.mul(n, v);
	const i = F.mul(F.mul(nv, _2n$6), v);
	const root = F.mul(nv, F.sub(i, F.ONE));
	assertIsSquare(F, root, n);
	return root;
}
function sqrt9mod16(P) {
	const Fp_ = Field(P);
	const tn = tonelliShanks(P);
	const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
	const c2 = tn(Fp_, c1);
	const c3 = tn(Fp_, Fp_.neg(c1));
	const c4 = (P + _7n$1) / _16n;
	return ((Fp, n) => {
		const F = Fp;
		let tv1 = F.pow(n, c4);
		let tv2 = F.mul(tv1, c1);
		const tv3 = F.mul(tv1, c2);
		const tv4 = F.mul(tv1, c3);
		const e1 = F.eql(F.sqr(tv2), n);
		const e2 = F.eql(F.sqr(tv3), n);
		tv1 = F.cmov(tv1, tv2, e1);
		tv2 = F.cmov(tv4, tv3, e2);
		const e3 = F.eql(F.sqr(tv2), n);
		const root = F.cmov(tv1, tv2, e3);
		assertIsSquare(F, root, n);
		return root;
	});
}
/**
* Tonelli-Shanks square root search algorithm.
* This implementation is variable-time: it searches data-dependently for the first non-residue `Z`
* and for the smallest `i` in the main loop, unlike RFC 9380 Appendix I.4's constant-time shape.
* 1. {@link https://eprint.iacr.org/2012/685.pdf | eprint 2012/685}, page 12
* 2. Square Roots from 1; 24, 51, 10 to Dan Shanks
* @param P - field order
* @returns function that takes field Fp (created from P) and number n
* @throws If the field is too small, non-prime, or the square root does not exist. {@link Error}
* @example
* Construct a square-root helper for primes that need Tonelli-Shanks.
*
* ```ts
* import { Field, tonelliShanks } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const sqrt = tonelliShanks(17n)(Fp, 4n);
* ```
*/
function tonelliShanks(P) {
	if (P < _3n$2) throw new Error("sqrt is not defined for small field");
	aoddModulus(P, "tonelliShanks");
	let Q = P - _1n$6;
	let S = 0;
	while (Q % _2n$6 === _0n$7) {
		Q /= _2n$6;
		S++;
	}
	let Z = _2n$6;
	const _Fp = Field(P);
	while (FpLegendre(_Fp, Z) === 1) if (Z++ > 1e3) throw new Error("Cannot find square root: probably non-prime P");
	if (S === 1) return sqrt3mod4;
	let cc = _Fp.pow(Z, Q);
	const Q1div2 = (Q + _1n$6) / _2n$6;
	return function tonelliSlow(Fp, n) {
		const F = Fp;
		if (F.is0(n)) return n;
		if (FpLegendre(F, n) !== 1) throw new Error("Cannot find square root");
		let M = S;
		let c = F.mul(F.ONE, cc);
		let t = F.pow(n, Q);
		let R = F.pow(n, Q1div2);
		while (!F.eql(t, F.ONE)) {
			if (F.is0(t)) throw new Error("Cannot find square root: probably non-prime P");
			let i = 1;
			let t_tmp = F.sqr(t);
			while (!F.eql(t_tmp, F.ONE)) {
				i++;
				t_tmp = F.sqr(t_tmp);
				if (i === M) throw new Error("Cannot find square root");
			}
			const exponent = _1n$6 << BigInt(M - i - 1);
			const b = F.pow(c, exponent);
			M = i;
			c = F.sqr(b);
			t = F.mul(t, c);
			R = F.mul(R, b);
		}
		return R;
	};
}
/**
* Square root for a finite field. Will try optimized versions first:
*
* 1. P ≡ 3 (mod 4)
* 2. P ≡ 5 (mod 8)
* 3. P ≡ 9 (mod 16)
* 4. Tonelli-Shanks algorithm
*
* Different algorithms can give different roots, it is up to user to decide which one they want.
* For example there is FpSqrtOdd/FpSqrtEven to choose a root by oddness
* (used for hash-to-curve).
* @param P - Field order.
* @returns Square-root helper. The generic fallback inherits Tonelli-Shanks' variable-time
*   behavior and this selector assumes prime-field-style integer moduli.
* @throws If the field is unsupported or the square root does not exist. {@link Error}
* @example
* Choose the square-root helper appropriate for one field modulus.
*
* ```ts
* import { Field, FpSqrt } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const sqrt = FpSqrt(17n)(Fp, 4n);
* ```
*/
function FpSqrt(P) {
	aoddModulus(P, "Fp.sqrt");
	if (P % _4n$3 === _3n$2) return sqrt3mod4;
	if (P % _8n$2 === _5n$1) return sqrt5mod8;
	if (P % _16n === _9n) return sqrt9mod16(P);
	return tonelliShanks(P);
}
/**
* @param num - Value to inspect.
* @param modulo - Field modulus.
* @returns `true` when the least-significant little-endian bit is set.
* @throws If the modulus is invalid for `mod(...)`. {@link Error}
* @example
* Inspect the low bit used by little-endian sign conventions.
*
* ```ts
* isNegativeLE(3n, 11n);
* ```
*/
const isNegativeLE = (num, modulo) => (mod(num, modulo) & _1n$6) === _1n$6;
const FIELD_FIELDS = [
	"create",
	"isValid",
	"is0",
	"neg",
	"inv",
	"sqrt",
	"sqr",
	"eql",
	"add",
	"sub",
	"mul",
	"pow",
	"div",
	"addN",
	"subN",
	"mulN",
	"sqrN"
];
/**
* @param field - Field implementation.
* @returns Validated field. This only checks the arithmetic subset needed by generic helpers; it
*   does not guarantee full runtime-method coverage for serialization, batching, `cmov`, or
*   field-specific extras beyond positive `BYTES` / `BITS`.
* @throws If the field shape or numeric metadata are invalid. {@link Error}
* @example
* Check that a field implementation exposes the operations curve code expects.
*
* ```ts
* import { Field, validateField } from '@noble/curves/abstract/modular.js';
* const Fp = validateField(Field(17n));
* ```
*/
function validateField(field) {
	aobject(field, "field");
	if (typeof field.ORDER !== "bigint") throw new TypeError("param \"ORDER\" is invalid: expected bigint, got " + typeof field.ORDER);
	asafenumber(field.BYTES, "BYTES");
	asafenumber(field.BITS, "BITS");
	for (const name of FIELD_FIELDS) afunction(field[name], "field." + name);
	if (field.BYTES < 1 || field.BITS < 1) throw new Error("invalid field: expected BYTES/BITS > 0");
	if (field.ORDER <= _1n$6) throw new Error("invalid field: expected ORDER > 1, got " + field.ORDER);
	return field;
}
function FpInvertBatch(Fp, nums, passZero = false) {
	validateField(Fp);
	aarray(nums, "nums");
	abool(passZero, "passZero");
	const F = Fp;
	const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
	const multipliedAcc = nums.reduce((acc, num, i) => {
		if (F.is0(num)) return acc;
		inverted[i] = acc;
		return F.mul(acc, num);
	}, F.ONE);
	const invertedAcc = F.inv(multipliedAcc);
	nums.reduceRight((acc, num, i) => {
		if (F.is0(num)) return acc;
		inverted[i] = F.mul(acc, inverted[i]);
		return F.mul(acc, num);
	}, invertedAcc);
	return inverted;
}
/**
* Legendre symbol.
* Legendre constant is used to calculate Legendre symbol (a | p)
* which denotes the value of a^((p-1)/2) (mod p).
*
* * (a | p) ≡ 1    if a is a square (mod p), quadratic residue
* * (a | p) ≡ -1   if a is not a square (mod p), quadratic non residue
* * (a | p) ≡ 0    if a ≡ 0 (mod p)
* @param Fp - Field implementation.
* @param n - Value to inspect.
* @returns Legendre symbol.
* @throws If the powered value does not match a valid Legendre symbol. {@link Error}
* @example
* Compute the Legendre symbol of one field element.
*
* ```ts
* import { Field, FpLegendre } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const symbol = FpLegendre(Fp, 4n);
* ```
*/
function FpLegendre(Fp, n) {
	validateField(Fp);
	const F = Fp;
	aoddModulus(F.ORDER, "FpLegendre");
	const p1mod2 = (F.ORDER - _1n$6) / _2n$6;
	const powered = F.pow(n, p1mod2);
	const yes = F.eql(powered, F.ONE);
	const zero = F.eql(powered, F.ZERO);
	const no = F.eql(powered, F.neg(F.ONE));
	if (!yes && !zero && !no) throw new Error("invalid Legendre symbol result");
	return yes ? 1 : zero ? 0 : -1;
}
/**
* @param n - Curve order. Callers are expected to pass a positive order.
* @param nBitLength - Optional cached bit length. Callers are expected to pass a positive cached
*   value when overriding the derived bit length.
* @returns Byte and bit lengths.
* @throws If the order or cached bit length is invalid. {@link Error}
* @example
* Measure the encoding sizes needed for one modulus.
*
* ```ts
* nLength(255n);
* ```
*/
function nLength(n, nBitLength) {
	if (nBitLength !== void 0) anumber(nBitLength);
	if (n <= _0n$7) throw new Error("invalid n length: expected positive n, got " + n);
	if (nBitLength !== void 0 && nBitLength < 1) throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
	const bits = bitLen(n);
	if (nBitLength !== void 0 && nBitLength < bits) throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
	const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
	return {
		nBitLength: _nBitLength,
		nByteLength: Math.ceil(_nBitLength / 8)
	};
}
const FIELD_SQRT = /* @__PURE__ */ new WeakMap();
var _Field = class {
	ORDER;
	BITS;
	BYTES;
	isLE;
	ZERO = _0n$7;
	ONE = _1n$6;
	_lengths;
	_mod;
	constructor(ORDER, opts = {}) {
		if (ORDER <= _1n$6) throw new Error("invalid field: expected ORDER > 1, got " + ORDER);
		let _nbitLength = void 0;
		this.isLE = false;
		if (opts != null && typeof opts === "object") {
			if (typeof opts.BITS === "number") _nbitLength = opts.BITS;
			if (typeof opts.sqrt === "function") Object.defineProperty(this, "sqrt", {
				value: opts.sqrt,
				enumerable: true
			});
			if (typeof opts.isLE === "boolean") this.isLE = opts.isLE;
			if (opts.allowedLengths) this._lengths = Object.freeze(opts.allowedLengths.slice());
			if (typeof opts.modFromBytes === "boolean") this._mod = opts.modFromBytes;
		}
		const { nBitLength, nByteLength } = nLength(ORDER, _nbitLength);
		if (nByteLength > 2048) throw new Error("invalid field: expected ORDER of <= 2048 bytes");
		this.ORDER = ORDER;
		this.BITS = nBitLength;
		this.BYTES = nByteLength;
		Object.freeze(this);
	}
	create(num) {
		return mod(num, this.ORDER);
	}
	isValid(num) {
		if (typeof num !== "bigint") throw new TypeError("invalid field element: expected bigint, got " + typeof num);
		return _0n$7 <= num && num < this.ORDER;
	}
	is0(num) {
		return num === _0n$7;
	}
	isValidNot0(num) {
		return !this.is0(num) && this.isValid(num);
	}
	isOdd(num) {
		return (num & _1n$6) === _1n$6;
	}
	neg(num) {
		return mod(-num, this.ORDER);
	}
	eql(lhs, rhs) {
		return lhs === rhs;
	}
	sqr(num) {
		return mod(num * num, this.ORDER);
	}
	add(lhs, rhs) {
		return mod(lhs + rhs, this.ORDER);
	}
	sub(lhs, rhs) {
		return mod(lhs - rhs, this.ORDER);
	}
	mul(lhs, rhs) {
		return mod(lhs * rhs, this.ORDER);
	}
	pow(num, power) {
		return pow(num, power, this.ORDER);
	}
	div(lhs, rhs) {
		return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
	}
	sqrN(num) {
		return num * num;
	}
	addN(lhs, rhs) {
		return lhs + rhs;
	}
	subN(lhs, rhs) {
		return lhs - rhs;
	}
	mulN(lhs, rhs) {
		return lhs * rhs;
	}
	inv(num) {
		return invert(num, this.ORDER);
	}
	sqrt(num) {
		let sqrt = FIELD_SQRT.get(this);
		if (!sqrt) FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
		return sqrt(this, num);
	}
	toBytes(num) {
		return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
	}
	fromBytes(bytes, skipValidation = false) {
		abytes(bytes);
		const { _lengths: allowedLengths, BYTES, isLE, ORDER, _mod: modFromBytes } = this;
		if (allowedLengths) {
			if (bytes.length < 1 || !allowedLengths.includes(bytes.length) || bytes.length > BYTES) throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes.length);
			const padded = new Uint8Array(BYTES);
			padded.set(bytes, isLE ? 0 : padded.length - bytes.length);
			bytes = padded;
		}
		if (bytes.length !== BYTES) throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes.length);
		let scalar = isLE ? bytesToNumberLE(bytes) : bytesToNumberBE(bytes);
		if (modFromBytes) scalar = mod(scalar, ORDER);
		if (!skipValidation) {
			if (!this.isValid(scalar)) throw new Error("invalid field element: outside of range 0..ORDER");
		}
		return scalar;
	}
	invertBatch(lst) {
		return FpInvertBatch(this, lst, true);
	}
	cmov(a, b, condition) {
		abool(condition, "condition");
		return condition ? b : a;
	}
};
/**
* Creates a finite field. Major performance optimizations:
* * 1. Denormalized operations like mulN instead of mul.
* * 2. Identical object shape: never add or remove keys.
* * 3. Frozen stable object shape; the lazy sqrt cache lives in a module-level `WeakMap`.
* Fragile: always run a benchmark on a change.
* Security note: operations and low-level serializers like `toBytes` don't check `isValid` for
* all elements for performance and protocol-flexibility reasons; callers are responsible for
* supplying valid elements when they need canonical field behavior.
* This is low-level code, please make sure you know what you're doing.
*
* Note about field properties:
* * CHARACTERISTIC p = prime number, number of elements in main subgroup.
* * ORDER q = similar to cofactor in curves, may be composite `q = p^m`.
*
* @param ORDER - field order, probably prime, or could be composite
* @param opts - Field options such as bit length or endianness. See {@link FieldOpts}.
* @returns Frozen field instance with a stable object shape. This wrapper forwards `opts` straight
*   into `_Field`, so it inherits `_Field`'s assumptions about cached sizes and `allowedLengths`.
* @example
* Construct one prime field with optional overrides.
*
* ```ts
* Field(11n);
* ```
*/
function Field(ORDER, opts = {}) {
	Object.freeze(_Field.prototype);
	return new _Field(ORDER, opts);
}
/**
* Returns total number of bytes consumed by the field element.
* For example, 32 bytes for usual 256-bit weierstrass curve.
* @param fieldOrder - number of field elements, usually CURVE.n. Callers are expected to pass an
*   order greater than 1.
* @returns byte length of field
* @throws If the field order is not a bigint. {@link Error}
* @example
* Read the fixed-width byte length of one field.
*
* ```ts
* getFieldBytesLength(255n);
* ```
*/
function getFieldBytesLength(fieldOrder) {
	if (typeof fieldOrder !== "bigint") throw new Error("field order must be bigint");
	if (fieldOrder <= _1n$6) throw new Error("field order must be greater than 1");
	const bitLength = bitLen(fieldOrder - _1n$6);
	return Math.ceil(bitLength / 8);
}
/**
* Returns minimal amount of bytes that can be safely reduced
* by field order.
* Should be 2^-128 for 128-bit curve such as P256.
* This is the reduction / modulo-bias lower bound; higher-level helpers may still impose a larger
* absolute floor for policy reasons.
* @param fieldOrder - number of field elements greater than 1, usually CURVE.n.
* @returns byte length of target hash
* @throws If the field order is invalid. {@link Error}
* @example
* Compute the minimum hash length needed for field reduction.
*
* ```ts
* getMinHashLength(255n);
* ```
*/
function getMinHashLength(fieldOrder) {
	const length = getFieldBytesLength(fieldOrder);
	return length + Math.ceil(length / 2);
}
/**
* "Constant-time" private key generation utility.
* Can take (n + n/2) or more bytes of uniform input e.g. from CSPRNG or KDF
* and convert them into private scalar, with the modulo bias being negligible.
* Needs at least 48 bytes of input for 32-byte private key. The implementation also keeps a hard
* 16-byte minimum even when `getMinHashLength(...)` is smaller, so toy-small inputs do not look
* accidentally acceptable for real scalar derivation.
* See {@link https://research.kudelskisecurity.com/2020/07/28/the-definitive-guide-to-modulo-bias-and-how-to-avoid-it/ | Kudelski's modulo-bias guide},
* {@link https://csrc.nist.gov/publications/detail/fips/186/5/final | FIPS 186-5 appendix A.2}, and
* {@link https://www.rfc-editor.org/rfc/rfc9380#section-5 | RFC 9380 section 5}. Unlike RFC 9380
* `hash_to_field`, this helper intentionally maps into the non-zero private-scalar range `1..n-1`.
* @param key - Uniform input bytes.
* @param fieldOrder - Size of subgroup.
* @param isLE - interpret hash bytes as LE num
* @returns valid private scalar
* @throws If the hash length or field order is invalid for scalar reduction. {@link Error}
* @example
* Map hash output into a private scalar range.
*
* ```ts
* mapHashToField(new Uint8Array(48).fill(1), 255n);
* ```
*/
function mapHashToField(key, fieldOrder, isLE = false) {
	abytes(key);
	const len = key.length;
	const fieldLen = getFieldBytesLength(fieldOrder);
	const minLen = Math.max(getMinHashLength(fieldOrder), 16);
	if (len < minLen || len > 1024) throw new Error("expected " + minLen + "-1024 bytes of input, got " + len);
	const reduced = mod(isLE ? bytesToNumberLE(key) : bytesToNumberBE(key), fieldOrder - _1n$6) + _1n$6;
	return isLE ? numberToBytesLE(reduced, fieldLen) : numberToBytesBE(reduced, fieldLen);
}
// node_modules/@noble/curves/abstract/curve.js
/**
* Methods for elliptic curve multiplication by scalars.
* Contains wNAF-based ScalarMultiplier, pippenger.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$6 = /* @__PURE__ */ BigInt(0);
const _1n$5 = /* @__PURE__ */ BigInt(1);
const _4n$2 = /* @__PURE__ */ BigInt(4);
const BLIND_BYTES = 16;
const BLIND_BITS = 128;
const FW_WINDOW = 5;
const TABLE_BYTES_MAX = /* @__PURE__ */ (() => 2 ** 31)();
/**
* Validates the static surface of a point constructor.
* This is only a cheap sanity check for the constructor hooks and fields consumed by generic
* factories; it does not certify `BASE`/`ZERO` semantics or prove the curve implementation itself.
* @param Point - Runtime point constructor.
* @throws On missing constructor hooks or malformed field metadata. {@link TypeError}
* @example
* Check that one point constructor exposes the static hooks generic helpers need.
*
* ```ts
* import { ed25519 } from '@noble/curves/ed25519.js';
* import { validatePointCons } from '@noble/curves/abstract/curve.js';
* validatePointCons(ed25519.Point);
* ```
*/
function validatePointCons(Point) {
	const pc = Point;
	if (typeof pc !== "function") throw new TypeError("\"Point\" expected constructor, got type=" + typeof Point);
	afunction(pc.fromAffine, "Point.fromAffine");
	afunction(pc.fromBytes, "Point.fromBytes");
	afunction(pc.fromHex, "Point.fromHex");
	aobject(pc.BASE, "Point.BASE");
	aobject(pc.ZERO, "Point.ZERO");
	validateField(pc.Fp);
	validateField(pc.Fn);
}
/**
* Takes a bunch of Projective Points but executes only one
* inversion on all of them. Inversion is very slow operation,
* so this improves performance massively.
* Optimization: converts a list of projective points to a list of identical points with Z=1.
* Input points are left unchanged; the normalized points are returned as fresh instances.
* @param c - Point constructor.
* @param points - Projective points.
* @returns Fresh projective points reconstructed from normalized affine coordinates.
* @example
* Batch-normalize projective points with a single shared inversion.
*
* ```ts
* import { normalizeZ } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const points = normalizeZ(p256.Point, [p256.Point.BASE, p256.Point.BASE.double()]);
* ```
*/
function normalizeZ(c, points) {
	validatePointCons(c);
	validateMSMPoints(points, c);
	const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
	return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW(W, bits, min = 1) {
	if (!Number.isSafeInteger(W) || W < min || W > bits) throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
}
function validateTableBytes(numPoints, fpBytes) {
	const bytes = numPoints * (4 * fpBytes + 128);
	if (bytes > TABLE_BYTES_MAX) throw new Error("invalid window size: table would need ~" + Math.ceil(bytes / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
}
/**
* Probes an RNG once, at construction time: returns `undefined` when it is unavailable —
* throws or returns malformed bytes — so callers can downgrade to their unblinded /
* deterministic constant-time fallback. Blinding is defense-in-depth (DPA/template
* hardening), not a correctness or key-secrecy requirement, so availability-based
* downgrade is acceptable.
*
* The downgrade decision is deliberately static. After a successful probe the RNG becomes
* part of the trusted contract: later misbehavior must fail closed in per-call validation
* (throw), never downgrade — a dynamic fallback would let a tampered RNG silently strip
* blinding on demand. A probe can only ever classify broken environments, not adversarial
* RNGs: a stateful RNG can always behave while probed and misbehave later.
* @param randomBytes - RNG to probe, or `undefined` when the environment provides none.
* @param length - Byte length requested from the probe call.
* @returns The RNG when the probe produced `length` valid bytes; `undefined` otherwise.
* @example
* Probe an RNG once before enabling scalar blinding.
*
* ```ts
* import { probeRandomBytes } from '@noble/curves/abstract/curve.js';
* import { randomBytes } from '@noble/hashes/utils.js';
* const rng = probeRandomBytes(randomBytes, 16);
* ```
*/
function probeRandomBytes(randomBytes, length) {
	if (randomBytes === void 0) return void 0;
	afunction(randomBytes, "randomBytes");
	try {
		const probe = randomBytes(length);
		if (!isBytes$1(probe) || probe.length !== length) return void 0;
	} catch {
		return;
	}
	return randomBytes;
}
function validateMSMPoints(points, c) {
	aarray(points, "points");
	points.forEach((p, i) => {
		if (!(p instanceof c)) throw new Error("invalid point at index " + i);
	});
}
function validateMSMScalars(scalars, field, maxScalar) {
	if (!Array.isArray(scalars)) throw new Error("array of scalars expected");
	scalars.forEach((s, i) => {
		if (!(maxScalar === void 0 ? field.isValid(s) : isPosBig(s) && s < maxScalar)) throw new Error("invalid scalar at index " + i);
	});
}
const pointWindowSizes = /* @__PURE__ */ new WeakMap();
function getWindowSize(P) {
	return pointWindowSizes.get(P) || 1;
}
/** Table of odd multiples [1P, 3P, ..., (2⋅size−1)P]; width-W wNAF uses size = 2^(W−2). */
function oddMultiples(p, size) {
	const dbl = p.double();
	const t = [p];
	for (let j = 1; j < size; j++) t.push(t[j - 1].add(dbl));
	return t;
}
/**
* Width-W wNAF signed-digit recoding (W >= 2), LSB-first: digits are 0 or odd with
* |digit| < 2^(W−1); nonzero density ~1/(W+1) (a nonzero digit is followed by W−1 zeros).
*/
function wnafDigits(n, W) {
	const size = 2 ** W;
	const half = size / 2;
	const mask = BigInt(size - 1);
	const d = [];
	while (n > _0n$6) {
		let w = 0;
		if (n & _1n$5) {
			w = Number(n & mask);
			if (w >= half) w -= size;
			n -= BigInt(w);
		}
		d.push(w);
		n >>= _1n$5;
	}
	return d;
}
/**
* Fixed-position signed-window recoding for precomputed wNAF: `n = Σ digits[w]⋅2^(w⋅W)` with
* digits in `[−2^(W−1)+1, 2^(W−1)]`. Digit count is fixed by `windows` (callers reserve one
* extra window for the final carry), so recoding length does not depend on the scalar.
*/
function signedWindowDigits(n, W, windows) {
	const size = 2 ** W;
	const half = size / 2;
	const mask = BigInt(size - 1);
	const shiftBy = BigInt(W);
	const d = [];
	for (let w = 0; w < windows; w++) {
		let v = Number(n & mask);
		n >>= shiftBy;
		if (v > half) {
			v -= size;
			n += _1n$5;
		}
		d.push(v);
	}
	if (n !== _0n$6) throw new Error("invalid wnaf");
	return d;
}
/**
* Shared vartime walk over per-scalar wNAF digit streams: one doubling of a single shared
* accumulator per bit position of the longest recoding, one signed table addition per
* nonzero digit. `tables[i]` must hold the odd multiples of the i-th point.
*/
function wnafWalk(zero, tables, digits) {
	let max = 0;
	for (const d of digits) max = Math.max(max, d.length);
	let acc = zero;
	for (let bit = max - 1; bit >= 0; bit--) {
		if (bit !== max - 1) acc = acc.double();
		for (let i = 0; i < digits.length; i++) {
			const w = digits[i][bit];
			if (w) {
				const item = tables[i][Math.abs(w) - 1 >> 1];
				acc = acc.add(w < 0 ? item.negate() : item);
			}
		}
	}
	return acc;
}
/**
* Elliptic curve multiplication of Point by scalar.
* Routes between cached-table, fixed-window, and one-shot wNAF paths; entry points validate
* their own scalars (`mulCT`/`mulCTBlinded`: `1 <= s < Fn.ORDER`; `mulUnsafe`: up to the
* `Fn.ORDER^4` DoS cap via {@link mulAddUnsafe}).
* Table generation is expensive and happens on first call of `multiply()`
* (or eagerly via `precompute(W, false)`). By default, `BASE` point is precomputed.
*
* Cached algorithm is signed fixed-window wNAF:
* - table stores, for every window w, the multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P` — all doublings
*   are baked in, so a multiplication is exactly one table addition per window
* - window count is fixed (`ceil(bits/W) + 1`), so the point-operation count is scalar-independent
*   (basis of the constant-time path)
* - for a 256-bit curve and W=6: 44⋅32 = 1408 table points, 44 additions per multiply
* - secret scalars are additionally blinded (see {@link ScalarMultiplier.mulCTBlinded}), which
*   widens tables by 128 bits
* @param Point - Point constructor.
* @param randomBytes - RNG used for scalar blinding; required by the blinded secret path.
* @example
* Elliptic curve multiplication of Point by scalar.
*
* ```ts
* import { ScalarMultiplier } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const mul = new ScalarMultiplier(p256.Point);
* ```
*/
var ScalarMultiplier = class {
	Point;
	BASE;
	ZERO;
	randomBytes;
	wnafPrecomputes = /* @__PURE__ */ new WeakMap();
	baseCanBeBlinded;
	bits;
	constructor(Point, randomBytes) {
		validatePointCons(Point);
		this.randomBytes = probeRandomBytes(randomBytes, BLIND_BYTES);
		this.Point = Point;
		this.BASE = Point.BASE;
		this.ZERO = Point.ZERO;
		this.bits = Point.Fn.BITS;
	}
	/**
	* Creates a signed fixed-window wNAF precomputation table: for every window w, the
	* multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P`, flattened. All doublings are baked into the table,
	* so cached multiplication is additions-only. `windows = ceil(bits/W) + 1`: the extra
	* window absorbs the final carry of signed-digit recoding.
	* For a 256-bit curve and W=6, the table is 44⋅32 = 1408 points.
	* @param point - Point instance
	* @param W - window size
	* @param bits - scalar bitlength the table must cover
	*/
	buildWnafTable(point, W, bits) {
		const windows = Math.ceil(bits / W) + 1;
		const half = 2 ** (W - 1);
		const comp = [];
		let base = point;
		for (let w = 0; w < windows; w++) {
			let acc = base;
			for (let i = 0; i < half; i++) {
				comp.push(acc);
				acc = acc.add(base);
			}
			base = comp[comp.length - 1].double();
		}
		return {
			W,
			bits,
			windows,
			comp
		};
	}
	/**
	* Implements ec multiplication using precomputed signed fixed-window wNAF tables.
	* Constant-time: fixed window count with one table addition per window — zero digits feed
	* the fake accumulator — and no doublings; the lookup scans the whole window slice.
	* Scalar bounds are validated by the public entry points ({@link ScalarMultiplier.mulCT},
	* {@link ScalarMultiplier.mulCTBlinded}, {@link ScalarMultiplier.mulUnsafe});
	* signedWindowDigits throws if `n` exceeds the table.
	* @returns real and fake (for const-time) points
	*/
	wnafCachedCT(precomputes, n) {
		const { W, windows, comp } = precomputes;
		const half = 2 ** (W - 1);
		const digits = signedWindowDigits(n, W, windows);
		let p = this.ZERO;
		let f = this.BASE;
		for (let w = 0; w < windows; w++) {
			const digit = digits[w];
			const start = w * half;
			const idx = Math.abs(digit) - 1;
			let sel = comp[start];
			for (let i = 1; i < half; i++) sel = i === idx ? comp[start + i] : sel;
			const neg = sel.negate();
			if (digit === 0) f = f.add(comp[start]);
			else p = p.add(digit < 0 ? neg : sel);
		}
		return {
			p,
			f
		};
	}
	getWnafPrecomputes(W, point, bits, transform) {
		let entries = this.wnafPrecomputes.get(point);
		let comp = entries?.find((entry) => entry.W === W && entry.bits === bits);
		if (!comp) {
			comp = this.buildWnafTable(point, W, bits);
			if (typeof transform === "function") comp = {
				...comp,
				comp: transform(comp.comp)
			};
			if (!entries) {
				entries = [];
				this.wnafPrecomputes.set(point, entries);
			}
			entries.push(comp);
		}
		return comp;
	}
	assertPoint(point) {
		if (!(point instanceof this.Point)) throw new TypeError("\"point\" expected Point instance, got type=" + typeof point);
	}
	validateMulInput(point, scalar) {
		this.assertPoint(point);
		if (!inRange(scalar, _1n$5, this.Point.Fn.ORDER)) throw new Error("invalid scalar");
	}
	runCT(point, n, bits, transform) {
		const W = getWindowSize(point);
		if (W === 1) return this.fixedWindowCT(point, n, bits);
		return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
	}
	mulCT(point, scalar, transform) {
		this.validateMulInput(point, scalar);
		return this.runCT(point, scalar, this.bits, transform);
	}
	mulCTBlinded(point, scalar, transform) {
		this.validateMulInput(point, scalar);
		if (this.randomBytes === void 0) throw new Error("randomBytes is required for scalar blinding");
		const bits = this.Point.Fn.BITS + BLIND_BITS;
		const blind = this.randomBytes(BLIND_BYTES);
		if (!isBytes$1(blind) || blind.length !== BLIND_BYTES) throw new Error("randomBytes returned invalid byte array");
		blind[0] = blind[0] & 63 | 128;
		const n = scalar + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
		return this.runCT(point, n, bits, transform);
	}
	/**
	* Constant-time multiplication `n*point` for an un-precomputed point, via a small fixed window.
	* A cached wNAF table only pays off when reused; a flat 2^FW_WINDOW table (`size-1` adds) is
	* far cheaper to build for a single use. The point-operation sequence is independent of `n`:
	* build the table, then per window exactly FW_WINDOW doublings, a data-oblivious scan over
	* every table entry, and one addition (adds the identity when the window digit is 0 — never
	* skipped).
	*
	* `n` must be `< 2^bits`. Assumes complete addition (adding the identity costs the same as any
	* add), which holds for the Weierstrass/Edwards point types used here. The table is left in
	* projective form (no normalizeZ): normalizing this small a table costs more than the
	* mixed-add savings it would buy for a single multiply.
	* @returns real point `p`; `f` duplicates it only to match {@link wnafCachedCT}'s return shape
	* (this path needs no fake accumulator — its op-count is already scalar-independent).
	*/
	fixedWindowCT(point, n, bits) {
		const W = FW_WINDOW;
		const size = 32;
		const mask = bitMask(W);
		const table = new Array(size);
		table[0] = this.ZERO;
		for (let i = 1; i < size; i++) table[i] = table[i - 1].add(point);
		const windows = Math.ceil(bits / W);
		let acc = this.ZERO;
		for (let window = windows - 1; window >= 0; window--) {
			if (window !== windows - 1) for (let d = 0; d < W; d++) acc = acc.double();
			const digit = Number(n >> BigInt(window * W) & mask);
			let sel = table[0];
			for (let i = 1; i < size; i++) sel = i === digit ? table[i] : sel;
			acc = acc.add(sel);
		}
		return {
			p: acc,
			f: acc
		};
	}
	shouldBlind(point, cofactor) {
		if (this.randomBytes === void 0) return false;
		if (cofactor === _1n$5) return true;
		if (point !== this.BASE) return false;
		if (this.baseCanBeBlinded === void 0) this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
		return this.baseCanBeBlinded;
	}
	mulSecret(point, scalar, cofactor, transform) {
		return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar, transform) : this.mulCT(point, scalar, transform);
	}
	mulUnsafe(point, scalar, transform) {
		this.assertPoint(point);
		if (!isPosBig(scalar)) throw new Error("invalid scalar");
		const W = getWindowSize(point);
		if (W === 1 || scalar >= this.Point.Fn.ORDER) return mulAddUnsafe(this.Point, [point], [scalar], true);
		const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
		return this.wnafCachedCT(precomputes, scalar).p;
	}
	setWindowSize(point, W) {
		this.assertPoint(point);
		validateW(W, this.bits);
		validateTableBytes((Math.ceil((this.bits + BLIND_BITS) / W) + 1) * 2 ** (W - 1), this.Point.Fp.BYTES);
		pointWindowSizes.set(point, W);
		this.wnafPrecomputes.delete(point);
	}
	hasWindowSize(point) {
		return getWindowSize(point) !== 1;
	}
};
/**
* Combined multi-scalar multiplication `Σ scalars[i]⋅points[i]` via interleaved width-4 wNAF
* (Strauss–Shamir). Every input gets its own table of odd multiples `[1P, 3P, 5P, 7P]` and
* signed-digit recoding, but all walks share one doubling chain, so total cost is
* `~bits` doublings + `L⋅bits/5` additions instead of `L⋅bits` doublings for separate
* multiplications. Intended for the 2-4 point shapes of signature verification
* (`R = u1⋅G + u2⋅P`); use {@link pippenger} for larger batches.
*
* Not constant-time: only for public inputs. Scalars must satisfy `0 <= s < Fn.ORDER`;
* fold negative signs into the points before calling.
* @param c - Point constructor.
* @param points - Array of curve points.
* @param scalars - Array of non-negative scalars, same length as points.
* @param allowOversized - Replace the `s < Fn.ORDER` scalar check with a `Fn.ORDER^4` DoS cap.
*   Off by default. For scalars that must NOT be reduced mod ORDER: torsion checks
*   (`Fn.ORDER⋅P ≟ O`) and cofactor-clearing multiples. Walk length grows with `bitLen(s)`.
* @returns Combined multiplication result; identity for empty input.
* @throws If the point set or scalar set is invalid. {@link Error}
* @example
* Combined multi-scalar multiplication via Strauss–Shamir.
*
* ```ts
* import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const G = p256.Point.BASE;
* const R = mulAddUnsafe(p256.Point, [G, G.double()], [2n, 3n]); // 2⋅G + 3⋅(2⋅G)
* ```
*/
function mulAddUnsafe(c, points, scalars, allowOversized = false) {
	validatePointCons(c);
	validateMSMPoints(points, c);
	abool(allowOversized, "allowOversized");
	validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n$2 : void 0);
	if (points.length !== scalars.length) throw new Error("arrays of points and scalars must have equal length");
	const tables = points.map((p) => oddMultiples(p, 4));
	const digits = scalars.map((n) => wnafDigits(n, 4));
	return wnafWalk(c.ZERO, tables, digits);
}
function createField(order, field, isLE) {
	if (field) {
		if (field.ORDER !== order) throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
		validateField(field);
		return field;
	} else return Field(order, { isLE });
}
/**
* Validates basic CURVE shape and field membership, then creates fields.
* This does not prove that the generator is on-curve, that subgroup/order data are consistent, or
* that the curve equation itself is otherwise sane.
* @param type - Curve family.
* @param CURVE - Curve parameters.
* @param curveOpts - Optional field overrides. See {@link FpFn}:
*   - `Fp` (optional): Optional base-field override.
*   - `Fn` (optional): Optional scalar-field override.
* @param FpFnLE - Whether field encoding is little-endian.
* @returns Frozen curve parameters and fields.
* @throws If the curve parameters or field overrides are invalid. {@link Error}
* @example
* Build curve fields from raw constants before constructing a curve instance.
*
* ```ts
* const curve = createCurveFields('weierstrass', {
*   p: 17n,
*   n: 19n,
*   h: 1n,
*   a: 2n,
*   b: 2n,
*   Gx: 5n,
*   Gy: 1n,
* });
* ```
*/
function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
	if (type !== "weierstrass" && type !== "edwards") throw new Error("expected curve type \"weierstrass\" or \"edwards\"");
	if (FpFnLE === void 0) FpFnLE = type === "edwards";
	if (!CURVE || typeof CURVE !== "object") throw new Error(`expected valid ${type} CURVE object`);
	validateObject(curveOpts);
	for (const p of [
		"p",
		"n",
		"h"
	]) {
		const val = CURVE[p];
		if (!(isPosBig(val) && val !== _0n$6)) throw new Error(`CURVE.${p} must be positive bigint`);
	}
	const Fp = createField(CURVE.p, curveOpts.Fp, FpFnLE);
	const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
	const params = [
		"Gx",
		"Gy",
		"a",
		type === "weierstrass" ? "b" : "d"
	];
	for (const p of params) if (!Fp.isValid(CURVE[p])) throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
	CURVE = Object.freeze(Object.assign({}, CURVE));
	return {
		CURVE,
		Fp,
		Fn
	};
}
/**
* @param randomSecretKey - Secret-key generator.
* @param getPublicKey - Public-key derivation helper.
* @returns Keypair generator.
* @example
* Build a `keygen()` helper from existing secret-key and public-key primitives.
*
* ```ts
* import { createKeygen } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const keygen = createKeygen(p256.utils.randomSecretKey, p256.getPublicKey);
* const pair = keygen();
* ```
*/
function createKeygen(randomSecretKey, getPublicKey) {
	return function keygen(seed) {
		const secretKey = randomSecretKey(seed);
		return {
			secretKey,
			publicKey: getPublicKey(secretKey)
		};
	};
}
// node_modules/@noble/curves/abstract/der.js
/**
* ASN.1 DER (Distinguished Encoding Rules) helpers for ECDSA signatures.
* Only implements the tiny subset needed for `SEQUENCE(INTEGER r, INTEGER s)`.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$5 = /* @__PURE__ */ BigInt(0);
/**
* @param m - Error message.
* @example
* Throw a DER-specific error when signature parsing encounters invalid bytes.
*
* ```ts
* new DERErr('bad der');
* ```
*/
var DERErr = class extends Error {
	constructor(m = "") {
		super(m);
	}
};
const _DER = {
	Err: DERErr,
	_tlv: {
		encode: (tag, data) => {
			const { Err: E } = _DER;
			asafenumber(tag, "tag");
			if (tag < 0 || tag > 255) throw new E("tlv.encode: wrong tag");
			astring$1(data, "data");
			if (data.length & 1) throw new E("tlv.encode: unpadded data");
			const dataLen = data.length / 2;
			const len = numberToHexUnpadded(dataLen);
			if (len.length / 2 & 128) throw new E("tlv.encode: long form length too big");
			const lenLen = dataLen > 127 ? numberToHexUnpadded(len.length / 2 | 128) : "";
			return numberToHexUnpadded(tag) + lenLen + len + data;
		},
		decode(tag, data) {
			const { Err: E } = _DER;
			data = abytes(data, void 0, "DER data");
			let pos = 0;
			if (tag < 0 || tag > 255) throw new E("tlv.decode: wrong tag");
			if (data.length < 2 || data[pos++] !== tag) throw new E("tlv.decode: wrong tlv");
			const first = data[pos++];
			const isLong = !!(first & 128);
			let length = 0;
			if (!isLong) length = first;
			else {
				const lenLen = first & 127;
				if (!lenLen) throw new E("tlv.decode(long): indefinite length not supported");
				if (lenLen > 4) throw new E("tlv.decode(long): byte length is too big");
				const lengthBytes = data.subarray(pos, pos + lenLen);
				if (lengthBytes.length !== lenLen) throw new E("tlv.decode: length bytes not complete");
				if (lengthBytes[0] === 0) throw new E("tlv.decode(long): zero leftmost byte");
				for (const b of lengthBytes) length = length << 8 | b;
				pos += lenLen;
				if (length < 128) throw new E("tlv.decode(long): not minimal encoding");
			}
			const v = data.subarray(pos, pos + length);
			if (v.length !== length) throw new E("tlv.decode: wrong value length");
			return {
				v,
				l: data.subarray(pos + length)
			};
		}
	},
	_int: {
		encode(num) {
			const { Err: E } = _DER;
			abignumber(num);
			if (num < _0n$5) throw new E("integer: negative integers are not allowed");
			let hex = numberToHexUnpadded(num);
			if (Number.parseInt(hex[0], 16) & 8) hex = "00" + hex;
			if (hex.length & 1) throw new E("unexpected DER parsing assertion: unpadded hex");
			return hex;
		},
		decode(data) {
			const { Err: E } = _DER;
			if (data.length < 1) throw new E("invalid signature integer: empty");
			if (data[0] & 128) throw new E("invalid signature integer: negative");
			if (data.length > 1 && data[0] === 0 && !(data[1] & 128)) throw new E("invalid signature integer: unnecessary leading zero");
			return bytesToNumberBE(data);
		}
	},
	toSig(bytes, maxScalarBytes) {
		const { Err: E, _int: int, _tlv: tlv } = _DER;
		if (maxScalarBytes !== void 0) {
			asafenumber(maxScalarBytes, "maxScalarBytes");
			if (maxScalarBytes < 1) throw new E("invalid signature: maxScalarBytes must be positive");
		}
		const data = abytes(bytes, void 0, "signature");
		const { v: seqBytes, l: seqLeftBytes } = tlv.decode(48, data);
		if (seqLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		const { v: rBytes, l: rLeftBytes } = tlv.decode(2, seqBytes);
		const { v: sBytes, l: sLeftBytes } = tlv.decode(2, rLeftBytes);
		if (sLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		if (maxScalarBytes !== void 0 && (rBytes.length > maxScalarBytes || sBytes.length > maxScalarBytes)) throw new E("invalid signature: integer too large");
		return {
			r: int.decode(rBytes),
			s: int.decode(sBytes)
		};
	},
	hexFromSig(sig) {
		const { _tlv: tlv, _int: int } = _DER;
		validateObject(sig, {
			r: "bigint",
			s: "bigint"
		}, {}, "sig");
		const seq = tlv.encode(2, int.encode(sig.r)) + tlv.encode(2, int.encode(sig.s));
		return tlv.encode(48, seq);
	}
};
/**
* ASN.1 DER encoding utilities. ASN is very complex & fragile. Format:
*
*     [0x30 (SEQUENCE), bytelength, 0x02 (INTEGER), intLength, R, 0x02 (INTEGER), intLength, S]
*
* Docs: {@link https://letsencrypt.org/docs/a-warm-welcome-to-asn1-and-der/ | Let's Encrypt ASN.1 guide} and
* {@link https://luca.ntop.org/Teaching/Appunti/asn1.html | Luca Deri's ASN.1 notes}.
* @example
* ASN.1 DER encoding utilities.
*
* ```ts
* const der = DER.hexFromSig({ r: 1n, s: 2n });
* ```
*/
const DER = /* @__PURE__ */ (() => {
	Object.freeze(_DER._tlv);
	Object.freeze(_DER._int);
	return Object.freeze(_DER);
})();
// node_modules/@noble/curves/abstract/weierstrass.js
/**
* Short Weierstrass curve methods. The formula is: y² = x³ + ax + b.
*
* ### Design rationale for types
*
* * Interaction between classes from different curves should fail:
*   `k256.Point.BASE.add(p256.Point.BASE)`
* * For this purpose we want to use `instanceof` operator, which is fast and works during runtime
* * Different calls of `curve()` would return different classes -
*   `curve(params) !== curve(params)`: if somebody decided to monkey-patch their curve,
*   it won't affect others
*
* TypeScript can't infer types for classes created inside a function. Classes is one instance
* of nominative types in TypeScript and interfaces only check for shape, so it's hard to create
* unique type for every function call.
*
* We can use generic types via some param, like curve opts, but that would:
*     1. Enable interaction between `curve(params)` and `curve(params)` (curves of same params)
*     which is hard to debug.
*     2. Params can be generic and we can't enforce them to be constant value:
*     if somebody creates curve from non-constant params,
*     it would be allowed to interact with other curves with non-constant params
*
* @todo https://www.typescriptlang.org/docs/handbook/release-notes/typescript-2-7.html#unique-symbol
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const divNearest = (num, den) => (num + (num >= 0 ? den : -den) / _2n$5) / den;
/** Splits scalar for GLV endomorphism. */
function _splitEndoScalar(k, basis, n) {
	aInRange("scalar", k, _0n$4, n);
	const [[a1, b1], [a2, b2]] = basis;
	const c1 = divNearest(b2 * k, n);
	const c2 = divNearest(-b1 * k, n);
	let k1 = k - c1 * a1 - c2 * a2;
	let k2 = -c1 * b1 - c2 * b2;
	const k1neg = k1 < _0n$4;
	const k2neg = k2 < _0n$4;
	if (k1neg) k1 = -k1;
	if (k2neg) k2 = -k2;
	const MAX_NUM = bitMask(Math.ceil(bitLen(n) / 2)) + _1n$4;
	if (k1 < _0n$4 || k1 >= MAX_NUM || k2 < _0n$4 || k2 >= MAX_NUM) throw new Error("splitScalar (endomorphism): failed for k");
	return {
		k1neg,
		k1,
		k2neg,
		k2
	};
}
function validateSigFormat(format) {
	if (![
		"compact",
		"recovered",
		"der"
	].includes(format)) throw new Error("Signature format must be \"compact\", \"recovered\", or \"der\"");
	return format;
}
function validateSigOpts(opts, def) {
	validateObject(opts);
	const optsn = {};
	for (let optName of Object.keys(def)) optsn[optName] = opts[optName] === void 0 ? def[optName] : opts[optName];
	abool(optsn.lowS, "lowS");
	abool(optsn.prehash, "prehash");
	if (optsn.format !== void 0) validateSigFormat(optsn.format);
	return optsn;
}
const _0n$4 = /* @__PURE__ */ BigInt(0);
const _1n$4 = /* @__PURE__ */ BigInt(1);
const _2n$5 = /* @__PURE__ */ BigInt(2);
const _3n$1 = /* @__PURE__ */ BigInt(3);
const _4n$1 = /* @__PURE__ */ BigInt(4);
/**
* Creates weierstrass Point constructor, based on specified curve options.
*
* See {@link WeierstrassOpts}.
* @param params - Curve parameters. See {@link WeierstrassOpts}.
* @param extraOpts - Optional helpers and overrides. See {@link WeierstrassExtraOpts}.
* @returns Weierstrass point constructor.
* @throws If the curve parameters, overrides, or point codecs are invalid. {@link Error}
*
* @example
* Construct a point type from explicit Weierstrass curve parameters.
*
* ```js
* const opts = {
*   p: 0xfffffffffffffffffffffffffffffffeffffac73n,
*   n: 0x100000000000000000001b8fa16dfab9aca16b6b3n,
*   h: 1n,
*   a: 0n,
*   b: 7n,
*   Gx: 0x3b4c382ce37aa192a4019e763036f4f5dd4d7ebbn,
*   Gy: 0x938cf935318fdced6bc28286531733c3f03c4feen,
* };
* const secp160k1_Point = weierstrass(opts);
* ```
*/
function weierstrass(params, extraOpts = {}) {
	const validated = createCurveFields("weierstrass", params, extraOpts);
	const Fp = validated.Fp;
	const Fn = validated.Fn;
	let CURVE = validated.CURVE;
	const { h: cofactor, n: CURVE_ORDER } = CURVE;
	validateObject(extraOpts, {}, {
		allowInfinityPoint: "boolean",
		clearCofactor: "function",
		isTorsionFree: "function",
		fromBytes: "function",
		toBytes: "function",
		endo: "object",
		randomBytes: "function"
	});
	const { endo: endoOpts, allowInfinityPoint, clearCofactor, isTorsionFree, fromBytes, toBytes } = extraOpts;
	const randomBytes = extraOpts.randomBytes === void 0 ? randomBytes$1 : extraOpts.randomBytes;
	if (endoOpts) {
		if (!Fp.is0(CURVE.a) || typeof endoOpts.beta !== "bigint" || !Array.isArray(endoOpts.basises)) throw new Error("invalid endo: expected \"beta\": bigint and \"basises\": array");
	}
	const endo = endoOpts ? {
		beta: endoOpts.beta,
		basises: endoOpts.basises.map((basis) => [...basis])
	} : void 0;
	const lengths = getWLengths(Fp, Fn);
	function assertCompressionIsSupported() {
		if (!Fp.isOdd) throw new Error("compression is not supported: Field does not have .isOdd()");
	}
	function pointToBytes(_c, point, isCompressed) {
		if (point.is0()) {
			if (!allowInfinityPoint) throw new Error("bad point: ZERO");
			return Uint8Array.of(0);
		}
		const { x, y } = point.toAffine();
		const bx = Fp.toBytes(x);
		abool(isCompressed, "isCompressed");
		if (isCompressed) {
			assertCompressionIsSupported();
			const hasEvenY = !Fp.isOdd(y);
			return concatBytes(pprefix(hasEvenY), bx);
		} else return concatBytes(Uint8Array.of(4), bx, Fp.toBytes(y));
	}
	function pointFromBytes(bytes) {
		abytes(bytes, void 0, "Point");
		const { publicKey: comp, publicKeyUncompressed: uncomp } = lengths;
		const length = bytes.length;
		const head = bytes[0];
		const tail = bytes.subarray(1);
		if (allowInfinityPoint && length === 1 && head === 0) return {
			x: Fp.ZERO,
			y: Fp.ZERO
		};
		if (length === comp && (head === 2 || head === 3)) {
			const x = Fp.fromBytes(tail);
			if (!Fp.isValid(x)) throw new Error("bad point: is not on curve, wrong x");
			const y2 = weierstrassEquation(x);
			let y;
			try {
				y = Fp.sqrt(y2);
			} catch (sqrtError) {
				const err = sqrtError instanceof Error ? ": " + sqrtError.message : "";
				throw new Error("bad point: is not on curve, sqrt error" + err);
			}
			assertCompressionIsSupported();
			const evenY = Fp.isOdd(y);
			if ((head & 1) === 1 !== evenY) y = Fp.neg(y);
			return {
				x,
				y
			};
		} else if (length === uncomp && head === 4) {
			const L = Fp.BYTES;
			const x = Fp.fromBytes(tail.subarray(0, L));
			const y = Fp.fromBytes(tail.subarray(L, L * 2));
			if (!isValidXY(x, y)) throw new Error("bad point: is not on curve");
			return {
				x,
				y
			};
		} else throw new Error(`bad point: got length ${length}, expected compressed=${comp} or uncompressed=${uncomp}`);
	}
	const encodePoint = toBytes === void 0 ? pointToBytes : toBytes;
	const decodePoint = fromBytes === void 0 ? pointFromBytes : fromBytes;
	const b3 = Fp.mul(CURVE.b, _3n$1);
	const mulA = Fp.is0(CURVE.a) ? (_) => Fp.ZERO : (x) => Fp.mul(CURVE.a, x);
	function weierstrassEquation(x) {
		const x2 = Fp.sqr(x);
		const x3 = Fp.mul(x2, x);
		return Fp.add(Fp.add(x3, Fp.mul(x, CURVE.a)), CURVE.b);
	}
	/** Checks whether equation holds for given x, y: y² == x³ + ax + b */
	function isValidXY(x, y) {
		const left = Fp.sqr(y);
		const right = weierstrassEquation(x);
		return Fp.eql(left, right);
	}
	if (!isValidXY(CURVE.Gx, CURVE.Gy)) throw new Error("bad curve params: generator point");
	const _4a3 = Fp.mul(Fp.pow(CURVE.a, _3n$1), _4n$1);
	const _27b2 = Fp.mul(Fp.sqr(CURVE.b), BigInt(27));
	if (Fp.is0(Fp.add(_4a3, _27b2))) throw new Error("bad curve params: a or b");
	/** Asserts coordinate is valid: 0 <= n < Fp.ORDER. */
	function acoord(title, n, banZero = false) {
		if (!Fp.isValid(n) || banZero && Fp.is0(n)) throw new Error(`bad point coordinate ${title}`);
		return typeof n === "object" && n !== null ? Fp.create(n) : n;
	}
	function aprjpoint(other) {
		if (!(other instanceof Point)) throw new Error("Weierstrass Point expected");
	}
	function splitEndoScalarN(k) {
		if (!endo || !endo.basises) throw new Error("no endo");
		return _splitEndoScalar(k, endo.basises, Fn.ORDER);
	}
	/**
	* Appends a (point, scalar) pair to the inputs of a vartime wNAF walk
	* ({@link mulAddUnsafe}). With GLV endomorphism the scalar is split into two half-width
	* pairs against P and ψ(P) = (β⋅x, y), halving the walk's shared doubling chain;
	* split signs fold into the points.
	*/
	function pushWnafPair(points, scalars, p, k) {
		if (!Fn.isValid(k)) throw new RangeError("invalid scalar: out of range");
		if (endo) {
			const { k1neg, k1, k2neg, k2 } = splitEndoScalarN(k);
			const psi = new Point(Fp.mul(p.X, endo.beta), p.Y, p.Z);
			points.push(k1neg ? p.negate() : p, k2neg ? psi.negate() : psi);
			scalars.push(k1, k2);
		} else {
			points.push(p);
			scalars.push(k);
		}
	}
	const validityCache = /* @__PURE__ */ new WeakSet();
	/**
	* Projective Point works in 3d / projective (homogeneous) coordinates:(X, Y, Z) ∋ (x=X/Z, y=Y/Z).
	* Default Point works in 2d / affine coordinates: (x, y).
	* We're doing calculations in projective, because its operations don't require costly inversion.
	*/
	class Point {
		static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp.ONE);
		static ZERO = new Point(Fp.ZERO, Fp.ONE, Fp.ZERO);
		static Fp = Fp;
		static Fn = Fn;
		X;
		Y;
		Z;
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		constructor(X, Y, Z) {
			this.X = acoord("x", X);
			this.Y = acoord("y", Y, true);
			this.Z = acoord("z", Z);
			Object.freeze(this);
		}
		static CURVE() {
			return CURVE;
		}
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		static fromAffine(p) {
			const { x, y } = p || {};
			if (!p || !Fp.isValid(x) || !Fp.isValid(y)) throw new Error("invalid affine point");
			if (p instanceof Point) throw new Error("projective point not allowed");
			if (Fp.is0(x) && Fp.is0(y)) return Point.ZERO;
			return new Point(x, y, Fp.ONE);
		}
		static fromBytes(bytes) {
			const P = Point.fromAffine(decodePoint(abytes(bytes, void 0, "point")));
			P.assertValidity();
			return P;
		}
		static fromHex(hex) {
			return Point.fromBytes(hexToBytes$1(hex));
		}
		get x() {
			return this.toAffine().x;
		}
		get y() {
			return this.toAffine().y;
		}
		/**
		* @param isLazy - true will defer table computation until the first multiplication
		*/
		precompute(windowSize = 6, isLazy = true) {
			wnaf.setWindowSize(this, windowSize);
			if (!isLazy) this.multiply(_3n$1);
			return this;
		}
		/** A point on curve is valid if it conforms to equation. */
		assertValidity() {
			const p = this;
			if (p.is0()) {
				if (allowInfinityPoint && Fp.is0(p.X) && Fp.eql(p.Y, Fp.ONE) && Fp.is0(p.Z)) return;
				throw new Error("bad point: ZERO");
			}
			if (validityCache.has(p)) return;
			const { x, y } = p.toAffine();
			if (!Fp.isValid(x) || !Fp.isValid(y)) throw new Error("bad point: x or y not field elements");
			if (!isValidXY(x, y)) throw new Error("bad point: equation left != right");
			if (!p.isTorsionFree()) throw new Error("bad point: not in prime-order subgroup");
			validityCache.add(p);
		}
		hasEvenY() {
			const { y } = this.toAffine();
			if (!Fp.isOdd) throw new Error("Field doesn't support isOdd");
			return !Fp.isOdd(y);
		}
		/** Compare one point to another. */
		equals(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			const U1 = Fp.eql(Fp.mul(X1, Z2), Fp.mul(X2, Z1));
			const U2 = Fp.eql(Fp.mul(Y1, Z2), Fp.mul(Y2, Z1));
			return U1 && U2;
		}
		/** Flips point to one corresponding to (x, -y) in Affine coordinates. */
		negate() {
			return new Point(this.X, Fp.neg(this.Y), this.Z);
		}
		double() {
			const { X: X1, Y: Y1, Z: Z1 } = this;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			let t0 = Fp.mul(X1, X1);
			let t1 = Fp.mul(Y1, Y1);
			let t2 = Fp.mul(Z1, Z1);
			let t3 = Fp.mul(X1, Y1);
			t3 = Fp.add(t3, t3);
			Z3 = Fp.mul(X1, Z1);
			Z3 = Fp.add(Z3, Z3);
			X3 = mulA(Z3);
			Y3 = Fp.mul(b3, t2);
			Y3 = Fp.add(X3, Y3);
			X3 = Fp.sub(t1, Y3);
			Y3 = Fp.add(t1, Y3);
			Y3 = Fp.mul(X3, Y3);
			X3 = Fp.mul(t3, X3);
			Z3 = Fp.mul(b3, Z3);
			t2 = mulA(t2);
			t3 = Fp.sub(t0, t2);
			t3 = mulA(t3);
			t3 = Fp.add(t3, Z3);
			Z3 = Fp.add(t0, t0);
			t0 = Fp.add(Z3, t0);
			t0 = Fp.add(t0, t2);
			t0 = Fp.mul(t0, t3);
			Y3 = Fp.add(Y3, t0);
			t2 = Fp.mul(Y1, Z1);
			t2 = Fp.add(t2, t2);
			t0 = Fp.mul(t2, t3);
			X3 = Fp.sub(X3, t0);
			Z3 = Fp.mul(t2, t1);
			Z3 = Fp.add(Z3, Z3);
			Z3 = Fp.add(Z3, Z3);
			return new Point(X3, Y3, Z3);
		}
		add(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			let t0 = Fp.mul(X1, X2);
			let t1 = Fp.mul(Y1, Y2);
			let t2 = Fp.mul(Z1, Z2);
			let t3 = Fp.add(X1, Y1);
			let t4 = Fp.add(X2, Y2);
			t3 = Fp.mul(t3, t4);
			t4 = Fp.add(t0, t1);
			t3 = Fp.sub(t3, t4);
			t4 = Fp.add(X1, Z1);
			let t5 = Fp.add(X2, Z2);
			t4 = Fp.mul(t4, t5);
			t5 = Fp.add(t0, t2);
			t4 = Fp.sub(t4, t5);
			t5 = Fp.add(Y1, Z1);
			X3 = Fp.add(Y2, Z2);
			t5 = Fp.mul(t5, X3);
			X3 = Fp.add(t1, t2);
			t5 = Fp.sub(t5, X3);
			Z3 = mulA(t4);
			X3 = Fp.mul(b3, t2);
			Z3 = Fp.add(X3, Z3);
			X3 = Fp.sub(t1, Z3);
			Z3 = Fp.add(t1, Z3);
			Y3 = Fp.mul(X3, Z3);
			t1 = Fp.add(t0, t0);
			t1 = Fp.add(t1, t0);
			t2 = mulA(t2);
			t4 = Fp.mul(b3, t4);
			t1 = Fp.add(t1, t2);
			t2 = Fp.sub(t0, t2);
			t2 = mulA(t2);
			t4 = Fp.add(t4, t2);
			t0 = Fp.mul(t1, t4);
			Y3 = Fp.add(Y3, t0);
			t0 = Fp.mul(t5, t4);
			X3 = Fp.mul(t3, X3);
			X3 = Fp.sub(X3, t0);
			t0 = Fp.mul(t3, t1);
			Z3 = Fp.mul(t5, Z3);
			Z3 = Fp.add(Z3, t0);
			return new Point(X3, Y3, Z3);
		}
		subtract(other) {
			aprjpoint(other);
			return this.add(other.negate());
		}
		is0() {
			return this.equals(Point.ZERO);
		}
		/**
		* Constant time multiplication.
		* Uses precomputed tables (signed fixed-window wNAF) when available.
		* Uses scalar blinding and avoids endomorphism splitting in the secret-scalar path.
		* @param scalar - by which the point would be multiplied
		* @returns New point
		*/
		multiply(scalar) {
			if (!Fn.isValidNot0(scalar)) throw new RangeError("invalid scalar: out of range");
			const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
			return normalize([p, f])[0];
		}
		/**
		* Non-constant-time multiplication. Uses width-4 wNAF with GLV endomorphism splitting
		* when available (two half-width scalars sharing one halved doubling chain).
		* It's faster, but should only be used when you don't care about
		* an exposed secret key e.g. sig verification, which works over *public* keys.
		*/
		multiplyUnsafe(scalar) {
			const p = this;
			const sc = scalar;
			if (!Fn.isValid(sc)) throw new RangeError("invalid scalar: out of range");
			if (sc === _0n$4 || p.is0()) return Point.ZERO;
			if (sc === _1n$4) return p;
			if (wnaf.hasWindowSize(this)) return wnaf.mulUnsafe(p, sc, normalize);
			const points = [];
			const scalars = [];
			pushWnafPair(points, scalars, p, sc);
			return mulAddUnsafe(Point, points, scalars);
		}
		/**
		* Non-constant-time double-scalar multiplication `a⋅this + b⋅other` (Strauss–Shamir).
		* Both walks share one doubling chain via {@link mulAddUnsafe}, and GLV endomorphism
		* (when available) halves the chain again by splitting each scalar into two half-width
		* parts. Used by ECDSA verification and public-key recovery for `R = u1⋅G + u2⋅P`.
		* Only for public scalars.
		*/
		mulAddUnsafe(a, other, b) {
			aprjpoint(other);
			const points = [];
			const scalars = [];
			pushWnafPair(points, scalars, this, a);
			pushWnafPair(points, scalars, other, b);
			return mulAddUnsafe(Point, points, scalars);
		}
		/**
		* Converts Projective point to affine (x, y) coordinates.
		* (X, Y, Z) ∋ (x=X/Z, y=Y/Z).
		* @param invertedZ - Z^-1 (inverted zero) - optional, precomputation is useful for invertBatch
		*/
		toAffine(invertedZ) {
			const p = this;
			let iz = invertedZ;
			if (iz != null && !Fp.isValid(iz)) throw new RangeError("\"invertedZ\" expected valid field element");
			const { X, Y, Z } = p;
			if (Fp.eql(Z, Fp.ONE)) return {
				x: X,
				y: Y
			};
			const is0 = p.is0();
			if (iz == null) iz = is0 ? Fp.ONE : Fp.inv(Z);
			const x = Fp.mul(X, iz);
			const y = Fp.mul(Y, iz);
			const zz = Fp.mul(Z, iz);
			if (is0) return {
				x: Fp.ZERO,
				y: Fp.ZERO
			};
			if (!Fp.eql(zz, Fp.ONE)) throw new Error("invZ was invalid");
			return {
				x,
				y
			};
		}
		/**
		* Checks whether Point is free of torsion elements (is in prime subgroup).
		* Always torsion-free for cofactor=1 curves.
		*/
		isTorsionFree() {
			if (cofactor === _1n$4) return true;
			if (isTorsionFree) return isTorsionFree(Point, this);
			return wnaf.mulUnsafe(this, CURVE_ORDER).is0();
		}
		clearCofactor() {
			if (cofactor === _1n$4) return this;
			if (clearCofactor) return clearCofactor(Point, this);
			return this.multiplyUnsafe(cofactor);
		}
		isSmallOrder() {
			if (cofactor === _1n$4) return this.is0();
			return this.clearCofactor().is0();
		}
		toBytes(isCompressed = true) {
			abool(isCompressed, "isCompressed");
			this.assertValidity();
			return encodePoint(Point, this, isCompressed);
		}
		toHex(isCompressed = true) {
			return bytesToHex(this.toBytes(isCompressed));
		}
		toString() {
			return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
		}
	}
	const normalize = (points) => normalizeZ(Point, points);
	const wnaf = new ScalarMultiplier(Point, randomBytes);
	if (wnaf.bits >= 6) Point.BASE.precompute(6);
	Object.freeze(Point.prototype);
	Object.freeze(Point);
	return Point;
}
function pprefix(hasEvenY) {
	return Uint8Array.of(hasEvenY ? 2 : 3);
}
function getWLengths(Fp, Fn) {
	return {
		secretKey: Fn.BYTES,
		publicKey: 1 + Fp.BYTES,
		publicKeyUncompressed: 1 + 2 * Fp.BYTES,
		publicKeyHasPrefix: true,
		signature: 2 * Fn.BYTES
	};
}
/**
* Sometimes users only need getPublicKey, getSharedSecret, and secret key handling.
* This helper ensures no signature functionality is present. Less code, smaller bundle size.
* @param Point - Weierstrass point constructor.
* @param ecdhOpts - Optional randomness helpers:
*   - `randomBytes` (optional): Optional RNG override.
* @returns ECDH helper namespace.
* @example
* Sometimes users only need getPublicKey, getSharedSecret, and secret key handling.
*
* ```ts
* import { ecdh } from '@noble/curves/abstract/weierstrass.js';
* import { p256 } from '@noble/curves/nist.js';
* const dh = ecdh(p256.Point);
* const alice = dh.keygen();
* const shared = dh.getSharedSecret(alice.secretKey, alice.publicKey);
* ```
*/
function ecdh(Point, ecdhOpts = {}) {
	validatePointCons(Point);
	const { Fn } = Point;
	const randomBytes_ = ecdhOpts.randomBytes === void 0 ? randomBytes$1 : ecdhOpts.randomBytes;
	const lengths = Object.assign(getWLengths(Point.Fp, Fn), { seed: Math.max(getMinHashLength(Fn.ORDER), 16) });
	function isValidSecretKey(secretKey) {
		try {
			const num = Fn.fromBytes(secretKey);
			return Fn.isValidNot0(num);
		} catch (error) {
			return false;
		}
	}
	function isValidPublicKey(publicKey, isCompressed) {
		const { publicKey: comp, publicKeyUncompressed } = lengths;
		try {
			const l = publicKey.length;
			if (isCompressed === true && l !== comp) return false;
			if (isCompressed === false && l !== publicKeyUncompressed) return false;
			return !Point.fromBytes(publicKey).is0();
		} catch (error) {
			return false;
		}
	}
	/**
	* Produces cryptographically secure secret key from random of size
	* (groupLen + ceil(groupLen / 2)) with modulo bias being negligible.
	*/
	function randomSecretKey(seed) {
		seed = seed === void 0 ? randomBytes_(lengths.seed) : seed;
		return mapHashToField(abytes(seed, lengths.seed, "seed"), Fn.ORDER);
	}
	/**
	* Computes public key for a secret key. Checks for validity of the secret key.
	* @param isCompressed - whether to return compact (default), or full key
	* @returns Public key, full when isCompressed=false; short when isCompressed=true
	*/
	function getPublicKey(secretKey, isCompressed = true) {
		return Point.BASE.multiply(Fn.fromBytes(secretKey)).toBytes(isCompressed);
	}
	/**
	* Quick and dirty check for item being public key. Does not validate hex, or being on-curve.
	*/
	function isProbPub(item) {
		const { secretKey, publicKey, publicKeyUncompressed } = lengths;
		const allowedLengths = Fn._lengths;
		if (!isBytes$1(item)) return void 0;
		const l = abytes(item, void 0, "key").length;
		const isPub = l === publicKey || l === publicKeyUncompressed;
		const isSec = l === secretKey || !!allowedLengths?.includes(l);
		if (isPub && isSec) return void 0;
		return isPub;
	}
	/**
	* ECDH (Elliptic Curve Diffie Hellman).
	* Computes encoded shared point from secret key A and public key B.
	* Checks: 1) secret key validity 2) shared key is on-curve.
	* Does NOT hash the result or expose the SEC 1 x-coordinate-only `z`.
	* Returns the encoded shared point on purpose: callers that need `x_P`
	* can derive it from the encoded point, but `x_P` alone cannot recover the
	* point/parity back.
	* This helper only exposes the fully validated public-key path, not cofactor DH.
	* @param isCompressed - whether to return compact (default), or full key
	* @returns shared point encoding
	*/
	function getSharedSecret(secretKeyA, publicKeyB, isCompressed = true) {
		if (isProbPub(secretKeyA) === true) throw new Error("first arg must be private key");
		if (isProbPub(publicKeyB) === false) throw new Error("second arg must be public key");
		const s = Fn.fromBytes(secretKeyA);
		const b = Point.fromBytes(publicKeyB);
		if (b.is0()) throw new Error("invalid public key: point at infinity");
		return b.multiply(s).toBytes(isCompressed);
	}
	const utils = {
		isValidSecretKey,
		isValidPublicKey,
		randomSecretKey
	};
	const keygen = createKeygen(randomSecretKey, getPublicKey);
	Object.freeze(utils);
	Object.freeze(lengths);
	return Object.freeze({
		getPublicKey,
		getSharedSecret,
		keygen,
		Point,
		utils,
		lengths
	});
}
/**
* Creates ECDSA signing interface for given elliptic curve `Point` and `hash` function.
*
* @param Point - created using {@link weierstrass} function
* @param hash - used for 1) message prehash-ing 2) k generation in `sign`, using hmac_drbg(hash)
* @param ecdsaOpts - rarely needed, see {@link ECDSAOpts}:
*   - `lowS`: Default low-S policy.
*   - `hmac`: HMAC implementation used by RFC6979 DRBG.
*   - `randomBytes`: Optional RNG override.
*   - `bits2int`: Optional hash-to-int conversion override.
*   - `bits2int_modN`: Optional hash-to-int-mod-n conversion override.
*
* @returns ECDSA helper namespace.
* @example
* Create an ECDSA signer/verifier bundle for one curve implementation.
*
* ```ts
* import { ecdsa } from '@noble/curves/abstract/weierstrass.js';
* import { p256 } from '@noble/curves/nist.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const p256ecdsa = ecdsa(p256.Point, sha256);
* const { secretKey, publicKey } = p256ecdsa.keygen();
* const msg = new TextEncoder().encode('hello noble');
* const sig = p256ecdsa.sign(msg, secretKey);
* const isValid = p256ecdsa.verify(sig, msg, publicKey);
* ```
*/
function ecdsa(Point, hash, ecdsaOpts = {}) {
	validatePointCons(Point);
	const hash_ = hash;
	ahash$1(hash_);
	validateObject(ecdsaOpts, {}, {
		hmac: "function",
		lowS: "boolean",
		randomBytes: "function",
		bits2int: "function",
		bits2int_modN: "function"
	});
	const opts = Object.assign({}, ecdsaOpts);
	const randomBytes = opts.randomBytes === void 0 ? randomBytes$1 : opts.randomBytes;
	const hmac = opts.hmac === void 0 ? (key, msg) => hmac$1(hash_, key, msg) : opts.hmac;
	const { Fp, Fn } = Point;
	const { ORDER: CURVE_ORDER, BITS: fnBits } = Fn;
	const blindLength = getMinHashLength(CURVE_ORDER);
	const csprng = probeRandomBytes(randomBytes, blindLength);
	const { keygen, getPublicKey, getSharedSecret, utils, lengths } = ecdh(Point, opts);
	const defaultSigOpts = {
		prehash: true,
		lowS: typeof opts.lowS === "boolean" ? opts.lowS : true,
		format: "compact",
		extraEntropy: false
	};
	const hasLargeRecoveryLifts = CURVE_ORDER * _2n$5 + _1n$4 < Fp.ORDER;
	function isBiggerThanHalfOrder(number) {
		return number > CURVE_ORDER >> _1n$4;
	}
	function validateRS(title, num) {
		if (!Fn.isValidNot0(num)) throw new Error(`invalid signature ${title}: out of range 1..Point.Fn.ORDER`);
		return num;
	}
	function assertFieldSignIsSupported() {
		if (!Fp.isOdd) throw new Error("Field doesn't support isOdd");
	}
	function getRecoveryBit(x, y, r) {
		assertFieldSignIsSupported();
		return (x === r ? 0 : 2) | Number(Fp.isOdd(y));
	}
	function assertRecoverableCurve() {
		if (hasLargeRecoveryLifts) throw new Error("\"recovered\" sig type is not supported for cofactor >2 curves");
	}
	function validateSigLength(bytes, format) {
		validateSigFormat(format);
		const size = lengths.signature;
		const sizer = format === "compact" ? size : format === "recovered" ? size + 1 : void 0;
		return abytes(bytes, sizer);
	}
	/**
	* ECDSA signature with its (r, s) properties. Supports compact, recovered & DER representations.
	*/
	class Signature {
		r;
		s;
		recovery;
		constructor(r, s, recovery) {
			this.r = validateRS("r", r);
			this.s = validateRS("s", s);
			if (recovery != null) {
				assertRecoverableCurve();
				if (![
					0,
					1,
					2,
					3
				].includes(recovery)) throw new Error("invalid recovery id");
				this.recovery = recovery;
			}
			Object.freeze(this);
		}
		static fromBytes(bytes, format = defaultSigOpts.format) {
			validateSigLength(bytes, format);
			let recid;
			if (format === "der") {
				if (bytes.length > 2 * Fn.BYTES + 16) throw new DER.Err("invalid signature: DER signature too long");
				const { r, s } = DER.toSig(abytes(bytes), Fn.BYTES + 1);
				return new Signature(r, s);
			}
			if (format === "recovered") {
				recid = bytes[0];
				format = "compact";
				bytes = bytes.subarray(1);
			}
			const L = lengths.signature / 2;
			const r = bytes.subarray(0, L);
			const s = bytes.subarray(L, L * 2);
			return new Signature(Fn.fromBytes(r), Fn.fromBytes(s), recid);
		}
		static fromHex(hex, format) {
			return this.fromBytes(hexToBytes$1(hex), format);
		}
		assertRecovery() {
			const { recovery } = this;
			if (recovery == null) throw new Error("invalid recovery id: must be present");
			return recovery;
		}
		addRecoveryBit(recovery) {
			return new Signature(this.r, this.s, recovery);
		}
		recoverPublicKey(messageHash) {
			const { r, s } = this;
			const recovery = this.assertRecovery();
			const radj = recovery === 2 || recovery === 3 ? r + CURVE_ORDER : r;
			if (!Fp.isValid(radj)) throw new Error("invalid recovery id: sig.r+curve.n != R.x");
			const x = Fp.toBytes(radj);
			const R = Point.fromBytes(concatBytes(pprefix((recovery & 1) === 0), x));
			const ir = Fn.inv(radj);
			const h = bits2int_modN(abytes(messageHash, void 0, "msgHash"));
			const u1 = Fn.create(-h * ir);
			const u2 = Fn.create(s * ir);
			const Q = Point.BASE.mulAddUnsafe(u1, R, u2);
			if (Q.is0()) throw new Error("invalid recovery: point at infinify");
			Q.assertValidity();
			return Q;
		}
		hasHighS() {
			return isBiggerThanHalfOrder(this.s);
		}
		toBytes(format = defaultSigOpts.format) {
			validateSigFormat(format);
			if (format === "der") return hexToBytes$1(DER.hexFromSig(this));
			const { r, s } = this;
			const rb = Fn.toBytes(r);
			const sb = Fn.toBytes(s);
			if (format === "recovered") {
				assertRecoverableCurve();
				return concatBytes(Uint8Array.of(this.assertRecovery()), rb, sb);
			}
			return concatBytes(rb, sb);
		}
		toHex(format) {
			return bytesToHex(this.toBytes(format));
		}
	}
	Object.freeze(Signature.prototype);
	Object.freeze(Signature);
	const bits2int = opts.bits2int === void 0 ? function bits2int_def(bytes) {
		if (bytes.length > 8192) throw new Error("input is too large");
		const num = bytesToNumberBE(bytes);
		const delta = bytes.length * 8 - fnBits;
		return delta > 0 ? num >> BigInt(delta) : num;
	} : opts.bits2int;
	const bits2int_modN = opts.bits2int_modN === void 0 ? function bits2int_modN_def(bytes) {
		return Fn.create(bits2int(bytes));
	} : opts.bits2int_modN;
	const ORDER_MASK = bitMask(fnBits);
	/** Converts to bytes. Checks if num in `[0..ORDER_MASK-1]` e.g.: `[0..2^256-1]`. */
	function int2octets(num) {
		aInRange("num < 2^" + fnBits, num, _0n$4, ORDER_MASK);
		return Fn.toBytes(num);
	}
	function validateMsgAndHash(message, prehash) {
		abytes(message, void 0, "message");
		return prehash ? abytes(hash_(message), void 0, "prehashed message") : message;
	}
	/**
	* Steps A, D of RFC6979 3.2.
	* Creates RFC6979 seed; converts msg/privKey to numbers.
	* Used only in sign, not in verify.
	*
	* Warning: we cannot assume here that message has same amount of bytes as curve order,
	* this will be invalid at least for P521. Also it can be bigger for P224 + SHA256.
	*/
	function prepSig(message, secretKey, opts) {
		const { lowS, prehash, extraEntropy } = validateSigOpts(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		const h1int = bits2int_modN(message);
		const d = Fn.fromBytes(secretKey);
		if (!Fn.isValidNot0(d)) throw new Error("invalid private key");
		const seedArgs = [int2octets(d), int2octets(h1int)];
		if (extraEntropy != null && extraEntropy !== false) {
			const e = extraEntropy === true ? randomBytes(lengths.secretKey) : extraEntropy;
			seedArgs.push(abytes(e, void 0, "extraEntropy"));
		}
		const seed = concatBytes(...seedArgs);
		const m = h1int;
		function k2sig(kBytes) {
			const k = bits2int(kBytes);
			if (!Fn.isValidNot0(k)) return;
			const q = Point.BASE.multiply(k).toAffine();
			const r = Fn.create(q.x);
			if (r === _0n$4) return;
			let s;
			if (csprng !== void 0) {
				const b = bytesToNumberBE(mapHashToField(csprng(blindLength), CURVE_ORDER));
				const ibk = Fn.inv(Fn.mul(b, k));
				const bm = Fn.mul(b, m);
				const bd = Fn.mul(b, d);
				s = Fn.create(ibk * Fn.create(bm + bd * r));
			} else {
				const ik = invertCt(k, CURVE_ORDER);
				s = Fn.create(ik * Fn.create(m + r * d));
			}
			if (s === _0n$4) return;
			let recovery = getRecoveryBit(q.x, q.y, r);
			let normS = s;
			if (lowS && isBiggerThanHalfOrder(s)) {
				normS = Fn.neg(s);
				recovery ^= 1;
			}
			return new Signature(r, normS, hasLargeRecoveryLifts ? void 0 : recovery);
		}
		return {
			seed,
			k2sig
		};
	}
	/**
	* Signs a message or message hash with a secret key.
	* With the default `prehash: true`, raw message bytes are hashed internally;
	* only `{ prehash: false }` expects a caller-supplied digest.
	*
	* ```
	* sign(m, d) where
	*   k = rfc6979_hmac_drbg(m, d)
	*   (x, y) = G × k
	*   r = x mod n
	*   s = (m + dr) / k mod n
	* ```
	*/
	function sign(message, secretKey, opts = {}) {
		const { seed, k2sig } = prepSig(message, secretKey, opts);
		return createHmacDrbg(hash_.outputLen, Fn.BYTES, hmac)(seed, k2sig).toBytes(opts.format);
	}
	/**
	* Verifies a signature against message and public key.
	* Rejects lowS signatures by default: see {@link ECDSAVerifyOpts}.
	* Implements section 4.1.4 from https://www.secg.org/sec1-v2.pdf:
	*
	* ```
	* verify(r, s, h, P) where
	*   u1 = hs^-1 mod n
	*   u2 = rs^-1 mod n
	*   R = u1⋅G + u2⋅P
	*   mod(R.x, n) == r
	* ```
	*/
	function verify(signature, message, publicKey, opts = {}) {
		const { lowS, prehash, format } = validateSigOpts(opts, defaultSigOpts);
		publicKey = abytes(publicKey, void 0, "publicKey");
		message = validateMsgAndHash(message, prehash);
		if (!isBytes$1(signature)) {
			const end = signature instanceof Signature ? ", use sig.toBytes()" : "";
			throw new Error("verify expects Uint8Array signature" + end);
		}
		validateSigLength(signature, format);
		try {
			const sig = Signature.fromBytes(signature, format);
			const P = Point.fromBytes(publicKey);
			if (P.is0()) return false;
			if (lowS && sig.hasHighS()) return false;
			const { r, s } = sig;
			const h = bits2int_modN(message);
			const is = Fn.inv(s);
			const u1 = Fn.create(h * is);
			const u2 = Fn.create(r * is);
			const R = Point.BASE.mulAddUnsafe(u1, P, u2);
			if (R.is0()) return false;
			const q = R.toAffine();
			if (Fn.create(q.x) !== r) return false;
			if (format === "recovered" && sig.recovery !== getRecoveryBit(q.x, q.y, r)) return false;
			return true;
		} catch (e) {
			return false;
		}
	}
	function recoverPublicKey(signature, message, opts = {}) {
		const { prehash } = validateSigOpts(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		return Signature.fromBytes(signature, "recovered").recoverPublicKey(message).toBytes();
	}
	return Object.freeze({
		keygen,
		getPublicKey,
		getSharedSecret,
		utils,
		lengths,
		Point,
		sign,
		verify,
		recoverPublicKey,
		Signature,
		hash: hash_
	});
}
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
/**
* NIST P256 (aka secp256r1, prime256v1) curve, ECDSA and ECDH methods.
* Hashes inputs with sha256 by default.
*
* @example
* Generate one P-256 keypair, sign a message, and verify it.
*
* ```js
* import { p256 } from '@noble/curves/nist.js';
* const { secretKey, publicKey } = p256.keygen();
* const recovered = p256.getPublicKey(secretKey);
* const peer = p256.keygen();
* const shared = p256.getSharedSecret(secretKey, peer.publicKey);
* const msg = new TextEncoder().encode('hello noble');
* const sig = p256.sign(msg, secretKey, { lowS: true, prehash: true });
* const isValid = p256.verify(sig, msg, publicKey);
* // const sigKeccak = p256.sign(keccak256(msg), secretKey, { prehash: false });
* ```
*/
const p256 = /* @__PURE__ */ ecdsa(/* @__PURE__ */ weierstrass(/* @__PURE__ */ (() => ({
	p: BigInt("0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
	n: BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
	h: BigInt(1),
	a: BigInt("0xffffffff00000001000000000000000000000000fffffffffffffffffffffffc"),
	b: BigInt("0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
	Gx: BigInt("0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
	Gy: BigInt("0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
}))()), sha256$1);
// node_modules/@noble/curves/abstract/edwards.js
/**
* Twisted Edwards curve. The formula is: ax² + y² = 1 + dx²y².
* For design rationale of types / exports, see weierstrass module documentation.
* Untwisted Edwards curves exist, but they aren't used in real-world protocols.
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$3 = /* @__PURE__ */ BigInt(0);
const _1n$3 = /* @__PURE__ */ BigInt(1);
const _2n$4 = /* @__PURE__ */ BigInt(2);
const _4n = /* @__PURE__ */ BigInt(4);
const _8n$1 = /* @__PURE__ */ BigInt(8);
function isEdValidXY(Fp, CURVE, x, y) {
	const x2 = Fp.sqr(x);
	const y2 = Fp.sqr(y);
	const left = Fp.add(Fp.mul(CURVE.a, x2), y2);
	const right = Fp.add(Fp.ONE, Fp.mul(CURVE.d, Fp.mul(x2, y2)));
	return Fp.eql(left, right);
}
/**
* @param params - Curve parameters. See {@link EdwardsOpts}.
* @param extraOpts - Optional helpers and overrides. See {@link EdwardsExtraOpts}.
* @returns Edwards point constructor. Generator validation here only checks
*   that `(Gx, Gy)` satisfies the affine Edwards equation.
*   RFC 8032 base-point constraints like `B != (0,1)` and `[L]B = 0`
*   are left to the caller's chosen parameters, since eager subgroup
*   validation here adds about 10-15ms to heavyweight imports like ed448.
*   The returned constructor also eagerly marks `Point.BASE` for W=6
*   precompute caching. Some code paths still assume
*   `Fp.BYTES === Fn.BYTES`, so mismatched byte lengths are not fully audited here.
* @throws If the curve parameters or Edwards overrides are invalid. {@link Error}
* @example
* ```ts
* import { edwards } from '@noble/curves/abstract/edwards.js';
* import { jubjub } from '@noble/curves/misc.js';
* // Build a point constructor from explicit curve parameters, then use its base point.
* const Point = edwards(jubjub.Point.CURVE());
* Point.BASE.toHex();
* ```
*/
function edwards(params, extraOpts = {}) {
	validateObject(extraOpts, {}, {}, "extraOpts");
	const opts = extraOpts;
	const validated = createCurveFields("edwards", params, opts, opts.FpFnLE);
	const { Fp, Fn } = validated;
	let CURVE = validated.CURVE;
	const { h: cofactor } = CURVE;
	if (FpLegendre(Fp, CURVE.a) !== 1) throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
	if (FpLegendre(Fp, CURVE.d) !== -1) throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");
	validateObject(opts, {}, {
		uvRatio: "function",
		randomBytes: "function"
	});
	const randomBytes = opts.randomBytes === void 0 ? randomBytes$1 : opts.randomBytes;
	const MASK = _2n$4 << BigInt(Fp.BYTES * 8) - _1n$3;
	function isOdd(n) {
		if (!Fp.isOdd) throw new Error("Field does not have .isOdd()");
		return Fp.isOdd(n);
	}
	const uvRatio = opts.uvRatio === void 0 ? (u, v) => {
		try {
			return {
				isValid: true,
				value: Fp.sqrt(Fp.div(u, v))
			};
		} catch (e) {
			return {
				isValid: false,
				value: _0n$3
			};
		}
	} : opts.uvRatio;
	if (!isEdValidXY(Fp, CURVE, CURVE.Gx, CURVE.Gy)) throw new Error("bad curve params: generator point");
	const mulA = Fp.eql(CURVE.a, Fp.neg(Fp.ONE)) ? (x) => Fp.neg(x) : Fp.eql(CURVE.a, Fp.ONE) ? (x) => x : (x) => Fp.mul(CURVE.a, x);
	/**
	* Asserts coordinate is valid: 0 <= n < MASK.
	* Coordinates >= Fp.ORDER are allowed for zip215.
	*/
	function acoord(title, n, banZero = false) {
		const min = banZero ? _1n$3 : _0n$3;
		aInRange("coordinate " + title, n, min, MASK);
		return n;
	}
	function aedpoint(other) {
		if (!(other instanceof Point)) throw new Error("EdwardsPoint expected");
	}
	class Point {
		static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp.ONE, Fp.mul(CURVE.Gx, CURVE.Gy));
		static ZERO = new Point(Fp.ZERO, Fp.ONE, Fp.ONE, Fp.ZERO);
		static Fp = Fp;
		static Fn = Fn;
		X;
		Y;
		Z;
		T;
		constructor(X, Y, Z, T) {
			this.X = acoord("x", X);
			this.Y = acoord("y", Y);
			this.Z = acoord("z", Z, true);
			this.T = acoord("t", T);
			Object.freeze(this);
		}
		static CURVE() {
			return CURVE;
		}
		/**
		* Create one extended Edwards point from affine coordinates.
		* Does NOT validate that the point is on-curve or torsion-free.
		* Use `.assertValidity()` on adversarial inputs.
		*/
		static fromAffine(p) {
			if (p instanceof Point) throw new Error("extended point not allowed");
			const { x, y } = p || {};
			acoord("x", x);
			acoord("y", y);
			return new Point(x, y, Fp.ONE, Fp.mul(x, y));
		}
		static fromBytes(bytes, zip215 = false) {
			const len = Fp.BYTES;
			const { a, d } = CURVE;
			bytes = copyBytes(abytes(bytes, len, "point"));
			abool(zip215, "zip215");
			const normed = copyBytes(bytes);
			const lastByte = bytes[len - 1];
			normed[len - 1] = lastByte & -129;
			const y = bytesToNumberLE(normed);
			const max = zip215 ? MASK : Fp.ORDER;
			aInRange("point.y", y, _0n$3, max);
			const y2 = Fp.sqr(y);
			const u = Fp.sub(y2, Fp.ONE);
			const v = Fp.sub(Fp.mulN(d, y2), a);
			let { isValid, value: x } = uvRatio(u, v);
			if (!isValid) throw new Error("bad point: invalid y coordinate");
			const isXOdd = isOdd(x);
			const isLastByteOdd = (lastByte & 128) !== 0;
			if (!zip215 && Fp.is0(x) && isLastByteOdd) throw new Error("bad point: x=0 and x_0=1");
			if (isLastByteOdd !== isXOdd) x = Fp.neg(x);
			return Point.fromAffine({
				x,
				y
			});
		}
		static fromHex(hex, zip215 = false) {
			return Point.fromBytes(hexToBytes$1(hex), zip215);
		}
		get x() {
			return this.toAffine().x;
		}
		get y() {
			return this.toAffine().y;
		}
		precompute(windowSize = 6, isLazy = true) {
			wnaf.setWindowSize(this, windowSize);
			if (!isLazy) this.multiply(_2n$4);
			return this;
		}
		assertValidity() {
			const p = this;
			const { a, d } = CURVE;
			if (p.is0()) throw new Error("bad point: ZERO");
			const { X, Y, Z, T } = p;
			const X2 = Fp.sqr(X);
			const Y2 = Fp.sqr(Y);
			const Z2 = Fp.sqr(Z);
			const Z4 = Fp.sqr(Z2);
			const aX2 = Fp.mul(X2, a);
			const left = Fp.mul(Fp.add(aX2, Y2), Z2);
			const right = Fp.add(Z4, Fp.mul(d, Fp.mul(X2, Y2)));
			if (!Fp.eql(left, right)) throw new Error("bad point: equation left != right (1)");
			const XY = Fp.mul(X, Y);
			const ZT = Fp.mul(Z, T);
			if (!Fp.eql(XY, ZT)) throw new Error("bad point: equation left != right (2)");
		}
		equals(other) {
			aedpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			const X1Z2 = Fp.mul(X1, Z2);
			const X2Z1 = Fp.mul(X2, Z1);
			const Y1Z2 = Fp.mul(Y1, Z2);
			const Y2Z1 = Fp.mul(Y2, Z1);
			return Fp.eql(X1Z2, X2Z1) && Fp.eql(Y1Z2, Y2Z1);
		}
		is0() {
			return this.equals(Point.ZERO);
		}
		negate() {
			return new Point(Fp.neg(this.X), this.Y, this.Z, Fp.neg(this.T));
		}
		double() {
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const A = Fp.sqr(X1);
			const B = Fp.sqr(Y1);
			const C = Fp.mul(Fp.sqr(Z1), _2n$4);
			const D = mulA(A);
			const x1y1 = Fp.addN(X1, Y1);
			const E = Fp.sub(Fp.subN(Fp.sqr(x1y1), A), B);
			const G = Fp.addN(D, B);
			const F = Fp.subN(G, C);
			const H = Fp.subN(D, B);
			const X3 = Fp.mul(E, F);
			const Y3 = Fp.mul(G, H);
			const T3 = Fp.mul(E, H);
			const Z3 = Fp.mul(F, G);
			return new Point(X3, Y3, Z3, T3);
		}
		add(other) {
			aedpoint(other);
			const { d } = CURVE;
			const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
			const { X: X2, Y: Y2, Z: Z2, T: T2 } = other;
			const A = Fp.mul(X1, X2);
			const B = Fp.mul(Y1, Y2);
			const C = Fp.mul(Fp.mulN(T1, d), T2);
			const D = Fp.mul(Z1, Z2);
			const E = Fp.sub(Fp.subN(Fp.mulN(Fp.addN(X1, Y1), Fp.addN(X2, Y2)), A), B);
			const F = Fp.subN(D, C);
			const G = Fp.addN(D, C);
			const H = Fp.sub(B, mulA(A));
			const X3 = Fp.mul(E, F);
			const Y3 = Fp.mul(G, H);
			const T3 = Fp.mul(E, H);
			const Z3 = Fp.mul(F, G);
			return new Point(X3, Y3, Z3, T3);
		}
		subtract(other) {
			aedpoint(other);
			return this.add(other.negate());
		}
		multiply(scalar) {
			if (!Fn.isValidNot0(scalar)) throw new RangeError("invalid scalar: expected 1 <= sc < curve.n");
			const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
			return normalize([p, f])[0];
		}
		multiplyUnsafe(scalar) {
			if (!Fn.isValid(scalar)) throw new RangeError("invalid scalar: expected 0 <= sc < curve.n");
			if (scalar === _0n$3) return Point.ZERO;
			if (this.is0() || scalar === _1n$3) return this;
			return wnaf.mulUnsafe(this, scalar, normalize);
		}
		isSmallOrder() {
			return this.clearCofactor().is0();
		}
		isTorsionFree() {
			return wnaf.mulUnsafe(this, CURVE.n).is0();
		}
		toAffine(invertedZ) {
			const p = this;
			let iz = invertedZ;
			if (iz != null && typeof iz !== "bigint") throw new TypeError("\"invertedZ\" expected bigint, got type=" + typeof iz);
			const { X, Y, Z } = p;
			const is0 = p.is0();
			if (iz == null) iz = is0 ? Fp.create(_8n$1) : Fp.inv(Z);
			const x = Fp.mul(X, iz);
			const y = Fp.mul(Y, iz);
			const zz = Fp.mul(Z, iz);
			if (is0) return {
				x: Fp.ZERO,
				y: Fp.ONE
			};
			if (!Fp.eql(zz, Fp.ONE)) throw new Error("invZ was invalid");
			return {
				x,
				y
			};
		}
		clearCofactor() {
			if (cofactor === _1n$3) return this;
			if (cofactor === _2n$4) return this.double();
			if (cofactor === _4n) return this.double().double();
			if (cofactor === _8n$1) return this.double().double().double();
			return this.multiplyUnsafe(cofactor);
		}
		toBytes() {
			const { x, y } = this.toAffine();
			const bytes = Fp.toBytes(y);
			bytes[bytes.length - 1] |= isOdd(x) ? 128 : 0;
			return bytes;
		}
		toHex() {
			return bytesToHex(this.toBytes());
		}
		toString() {
			return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
		}
	}
	const normalize = (points) => normalizeZ(Point, points);
	const wnaf = new ScalarMultiplier(Point, randomBytes);
	if (wnaf.bits >= 6) Point.BASE.precompute(6);
	Object.freeze(Point.prototype);
	Object.freeze(Point);
	return Point;
}
// node_modules/@noble/curves/abstract/montgomery.js
/**
* Montgomery curve methods. It's not really whole montgomery curve,
* just bunch of very specific methods for X25519 / X448 from
* [RFC 7748](https://www.rfc-editor.org/rfc/rfc7748)
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$2 = /* @__PURE__ */ BigInt(0);
const _1n$2 = /* @__PURE__ */ BigInt(1);
const _2n$3 = /* @__PURE__ */ BigInt(2);
/**
* Selector for cswap(): `P` to keep, `P + 1` to swap, chosen by the low bit of `swap`.
* Higher bits are ignored, and `swap` is passed in whole rather than as a {0n, 1n} bit on
* purpose: `P + (swap & _1n)` would short-circuit the addition whenever the bit is clear, which
* is the very leak this construction avoids, one round-trip further down. Subtracting `swap`
* with its low bit cleared keeps every operand full-width instead.
* @param P - Field modulus.
* @param swap - Value whose low bit selects; ignored above that bit.
* @returns `P` when the low bit is clear, `P + 1` when it is set.
*/
function cmask(P, swap) {
	return P + swap - (swap >> _1n$2 << _1n$2);
}
/**
* Swap two field elements when `mask` is `P + 1`, keep them when it is `P`:
*
*   d    = 6P + x_3 - x_2
*   x_2' = d * mask + x_2   (mod P)      x_3' = (x_2 + x_3) - x_2'
*
* The extra `6P * mask` vanishes modulo P, so `mask === P` leaves x_2 and `mask === P + 1`
* leaves x_3. Without the offset, the reduction dividend changes sign with input order and crosses
* BigInt limb boundaries; those classes measured differently on the tested Node/V8 build. For
* canonical inputs, the deliberately left-associative `offset + x_3 - x_2` is between 5P and 7P,
* keeping the dividend positive and in one word-count band for both RFC fields and masks. Six is
* the smallest coefficient `c` for which the shared offset `cP` has that property.
*
* This reduced the tested sign/size timing ratios, but JavaScript BigInt has no constant-time
* contract and the contents of the multiply and remainder still vary. Valid ladder states can
* contain genuine zero coordinates; this construction does not mask those value-shape effects.
* Computing `x_3'` independently as `((6P + x_2 - x_3) * mask + x_3) % P` is more symmetric.
* On the tested Node/V8 build, it reduced the timing difference between keeping `(0, v)` and
* swapping `(v, 0)`—both return `(0, v)`—from about 10%/13% for X25519/X448 to about 3%.
* Successful calls cannot reach that zero-in-the-first-output case. For the case they can reach,
* swapping `(0, v)` and keeping `(v, 0)` both return `(v, 0)`; the difference instead grew from
* about 0.7%/1.1% to 2.7%/2.8%. The extra multiply/remainder also made public
* `getSharedSecret()` about 16% slower. The retained one-remainder form measured about 2.5%
* slower than the prior helper for public X25519 `getSharedSecret()` in the same environment.
* x_3' falls out of the sum, which a swap leaves invariant: no second multiply or reduction is
* needed. Bind `6P` once per field so production and the timing regression exercise the same
* configured helper without paying for the multiplication in every ladder round.
*
* The returned function is called twice per ladder round, so it validates nothing. Both elements
* MUST already be reduced mod P; unreduced input silently corrupts the kept-side output.
* @param P - Field modulus.
* @returns A field-bound swap function taking mask, x_2, and x_3.
*/
function cswap(P) {
	const offset = BigInt(6) * P;
	return (mask, x_2, x_3) => {
		const sum = x_2 + x_3;
		const a = ((offset + x_3 - x_2) * mask + x_2) % P;
		return {
			x_2: a,
			x_3: sum - a
		};
	};
}
function validateOpts(curve) {
	validateObject(curve, {
		P: "bigint",
		type: "string",
		adjustScalarBytes: "function",
		powPminus2: "function"
	}, {
		randomBytes: "function",
		scalarMultBase: "function"
	});
	return Object.freeze({ ...curve });
}
/**
* @param curveDef - Montgomery curve definition.
* @returns ECDH helper namespace.
* @throws If the curve definition or derived shared point is invalid. {@link Error}
* @example
* Build an X25519 helper from curve parameters, then derive one public key.
*
* ```ts
* import { montgomery } from '@noble/curves/abstract/montgomery.js';
* const P = 2n ** 255n - 19n;
* const mod = (num: bigint) => {
*   const out = num % P;
*   return out >= 0n ? out : out + P;
* };
* const pow = (num: bigint, power: bigint) => {
*   let res = 1n;
*   for (; power > 0n; power >>= 1n) {
*     if (power & 1n) res = mod(res * num);
*     num = mod(num * num);
*   }
*   return res;
* };
* const x25519 = montgomery({
*   P,
*   type: 'x25519',
*   adjustScalarBytes(bytes: Uint8Array) {
*     bytes[0] &= 248;
*     bytes[31] &= 127;
*     bytes[31] |= 64;
*     return bytes;
*   },
*   powPminus2(x) {
*     return pow(x, P - 2n);
*   },
* });
* const publicKey = x25519.getPublicKey(new Uint8Array(32).fill(1));
* ```
*/
function montgomery(curveDef) {
	const CURVE = validateOpts(curveDef);
	const { P, type, adjustScalarBytes, powPminus2, randomBytes: rand } = CURVE;
	const mulBaseHook = CURVE.scalarMultBase;
	const is25519 = type === "x25519";
	if (!is25519 && type !== "x448") throw new Error("invalid type");
	const randomBytes_ = rand === void 0 ? randomBytes$1 : rand;
	const montgomeryBits = is25519 ? 255 : 448;
	const swap = cswap(P);
	const fieldLen = is25519 ? 32 : 56;
	const Gu = is25519 ? BigInt(9) : BigInt(5);
	const a24 = is25519 ? BigInt(121665) : BigInt(39081);
	const minScalar = is25519 ? _2n$3 ** BigInt(254) : _2n$3 ** BigInt(447);
	const maxScalar = minScalar + (is25519 ? BigInt(8) * (_2n$3 ** BigInt(251) - _1n$2) : BigInt(4) * (_2n$3 ** BigInt(445) - _1n$2)) + _1n$2;
	const modP = (n) => mod(n, P);
	const GuBytes = encodeU(Gu);
	function encodeU(u) {
		return numberToBytesLE(modP(u), fieldLen);
	}
	function decodeU(u) {
		const _u = copyBytes(abytes(u, fieldLen, "uCoordinate"));
		if (is25519) _u[31] &= 127;
		return modP(bytesToNumberLE(_u));
	}
	function decodeScalar(scalar) {
		return bytesToNumberLE(adjustScalarBytes(copyBytes(abytes(scalar, fieldLen, "scalar"))));
	}
	/**
	* u coordinates whose order divides the cofactor, on the curve and on its quadratic twist -
	* the ladder sends every one of them to zero. Same blocklist libsodium and post-CVE-2017-0379
	* Libgcrypt carry. decodeU() reduces mod P first, so the non-canonical encodings P and P + 1
	* collapse onto 0 and 1, and `type` admits no curve beyond these two, so both lists are total.
	*
	* Complete by construction: x-only doubling sends u to (u^2 - 1)^2 / 4u(u^2 + a*u + 1). Order 4
	* therefore needs (u^2 - 1)^2 === 0, i.e. u = +-1; order 2 needs u(u^2 + a*u + 1) === 0, and
	* a^2 - 4 is a non-residue on both curves, leaving u = 0. curve448 stops there (cofactor 4);
	* curve25519 (cofactor 8) adds the two order-8 roots below. Cross-checked by clearing the
	* cofactor with those same doublings over 200k random u: no sixth value exists.
	*/
	const lowOrderU = new Set(is25519 ? [
		_0n$2,
		_1n$2,
		P - _1n$2,
		BigInt("325606250916557431795983626356110631294008115727848805560023387167927233504"),
		BigInt("39382357235489614581723060781553021112529911719440698176882885853963445705823")
	] : [
		_0n$2,
		_1n$2,
		P - _1n$2
	]);
	function scalarMult(scalar, u) {
		const pointU = decodeU(u);
		if (lowOrderU.has(pointU)) throw new Error("invalid private or public key received");
		const pu = montgomeryLadder(pointU, decodeScalar(scalar));
		if (pu === _0n$2) throw new Error("invalid private or public key received");
		return encodeU(pu);
	}
	function scalarMultBase(scalar) {
		if (mulBaseHook === void 0) return scalarMult(scalar, GuBytes);
		const k = decodeScalar(scalar);
		aInRange("scalar", k, minScalar, maxScalar);
		const pu = modP(mulBaseHook(k));
		if (pu === _0n$2) throw new Error("invalid private or public key received");
		return encodeU(pu);
	}
	const getPublicKey = scalarMultBase;
	const getSharedSecret = scalarMult;
	/**
	* Montgomery x-only multiplication ladder for the selected X25519/X448 curve.
	* @param pointU - decoded Montgomery u coordinate for the selected curve
	* @param scalar - decoded clamped scalar by which the point is multiplied
	* @returns resulting Montgomery u coordinate for the selected curve
	*/
	function montgomeryLadder(u, scalar) {
		aInRange("u", u, _0n$2, P);
		aInRange("scalar", scalar, minScalar, maxScalar);
		const k = scalar;
		const x_1 = u;
		let x_2 = _1n$2;
		let z_2 = _0n$2;
		let x_3 = u;
		let z_3 = _1n$2;
		const kx = k ^ k >> _1n$2;
		for (let t = BigInt(montgomeryBits - 1); t >= _0n$2; t--) {
			const mask = cmask(P, kx >> t);
			({x_2, x_3} = swap(mask, x_2, x_3));
			({x_2: z_2, x_3: z_3} = swap(mask, z_2, z_3));
			const A = x_2 + z_2;
			const AA = modP(A * A);
			const B = x_2 - z_2;
			const BB = modP(B * B);
			const E = AA - BB;
			const C = x_3 + z_3;
			const D = x_3 - z_3;
			const DA = modP(D * A);
			const CB = modP(C * B);
			const dacb = DA + CB;
			const da_cb = DA - CB;
			x_3 = modP(dacb * dacb);
			z_3 = modP(x_1 * modP(da_cb * da_cb));
			x_2 = modP(AA * BB);
			z_2 = modP(E * (AA + modP(a24 * E)));
		}
		const mask = cmask(P, k);
		({x_2, x_3} = swap(mask, x_2, x_3));
		({x_2: z_2, x_3: z_3} = swap(mask, z_2, z_3));
		const z2 = powPminus2(z_2);
		return modP(x_2 * z2);
	}
	const lengths = {
		secretKey: fieldLen,
		publicKey: fieldLen,
		seed: fieldLen
	};
	const randomSecretKey = (seed) => {
		seed = seed === void 0 ? randomBytes_(fieldLen) : seed;
		abytes(seed, lengths.seed, "seed");
		return seed;
	};
	const utils = { randomSecretKey };
	Object.freeze(lengths);
	Object.freeze(utils);
	return Object.freeze({
		keygen: createKeygen(randomSecretKey, getPublicKey),
		getSharedSecret,
		getPublicKey,
		scalarMult,
		scalarMultBase,
		utils,
		GuBytes: GuBytes.slice(),
		lengths
	});
}
// node_modules/@noble/curves/ed25519.js
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const _0n$1 = /* @__PURE__ */ BigInt(0);
const _1n$1 = /* @__PURE__ */ BigInt(1);
const _2n$2 = /* @__PURE__ */ BigInt(2);
const _3n = /* @__PURE__ */ BigInt(3);
const _5n = /* @__PURE__ */ BigInt(5);
const _8n = /* @__PURE__ */ BigInt(8);
const ed25519_CURVE_p = /* @__PURE__ */ BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
const ed25519_CURVE = /* @__PURE__ */ (() => ({
	p: ed25519_CURVE_p,
	n: BigInt("0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"),
	h: _8n,
	a: BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),
	d: BigInt("0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"),
	Gx: BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"),
	Gy: BigInt("0x6666666666666666666666666666666666666666666666666666666666666658")
}))();
function ed25519_pow_2_252_3(x) {
	const _10n = BigInt(10), _20n = BigInt(20), _40n = BigInt(40), _80n = BigInt(80);
	const P = ed25519_CURVE_p;
	const b2 = x * x % P * x % P;
	const b5 = pow2(pow2(b2, _2n$2, P) * b2 % P, _1n$1, P) * x % P;
	const b10 = pow2(b5, _5n, P) * b5 % P;
	const b20 = pow2(b10, _10n, P) * b10 % P;
	const b40 = pow2(b20, _20n, P) * b20 % P;
	const b80 = pow2(b40, _40n, P) * b40 % P;
	return {
		pow_p_5_8: pow2(pow2(pow2(pow2(b80, _80n, P) * b80 % P, _80n, P) * b80 % P, _10n, P) * b10 % P, _2n$2, P) * x % P,
		b2
	};
}
function adjustScalarBytes(bytes) {
	bytes[0] &= 248;
	bytes[31] &= 127;
	bytes[31] |= 64;
	return bytes;
}
const ED25519_SQRT_M1 = /* @__PURE__ */ BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");
function uvRatio(u, v) {
	const P = ed25519_CURVE_p;
	const v3 = mod(v * v * v, P);
	const pow = ed25519_pow_2_252_3(u * mod(v3 * v3 * v, P)).pow_p_5_8;
	let x = mod(u * v3 * pow, P);
	const vx2 = mod(v * x * x, P);
	const root1 = x;
	const root2 = mod(x * ED25519_SQRT_M1, P);
	const useRoot1 = vx2 === u;
	const useRoot2 = vx2 === mod(-u, P);
	const noRoot = vx2 === mod(-u * ED25519_SQRT_M1, P);
	if (useRoot1) x = root1;
	if (useRoot2 || noRoot) x = root2;
	if (isNegativeLE(x, P)) x = mod(-x, P);
	return {
		isValid: useRoot1 || useRoot2,
		value: x
	};
}
const ed25519_Point = /* @__PURE__ */ edwards(ed25519_CURVE, { uvRatio });
/**
* ECDH using curve25519 aka x25519.
* `getSharedSecret()` rejects low-order peer inputs by default, and seeded
* `keygen(seed)` reuses the provided 32-byte seed buffer instead of copying it.
* @example
* Derive one shared secret between two X25519 peers.
*
* ```js
* import { x25519 } from '@noble/curves/ed25519.js';
* const alice = x25519.keygen();
* const bob = x25519.keygen();
* const alicePublic = x25519.getPublicKey(alice.secretKey);
* const shared = x25519.getSharedSecret(alice.secretKey, bob.publicKey);
* ```
*/
const x25519 = /* @__PURE__ */ (() => {
	const P = ed25519_CURVE_p;
	const powPminus2 = (x) => {
		const { pow_p_5_8, b2 } = ed25519_pow_2_252_3(x);
		return mod(pow2(pow_p_5_8, _3n, P) * b2, P);
	};
	return montgomery({
		P,
		type: "x25519",
		powPminus2,
		adjustScalarBytes,
		scalarMultBase: (k) => {
			const kn = mod(k, ed25519_Point.Fn.ORDER);
			if (kn === _0n$1) return _0n$1;
			const p = ed25519_Point.BASE.multiply(kn);
			return mod((p.Z + p.Y) * powPminus2(mod(p.Z - p.Y, P)), P);
		}
	});
})();
// node_modules/age-encryption/dist/x25519.js
const exportable = false;
async function webCryptoFallback(func, fallback) {
	try {
		return await func();
	} catch (error) {
		if (error instanceof ReferenceError || error instanceof DOMException && error.name === "NotSupportedError") return await fallback();
		else throw error;
	}
}
async function scalarMult(scalar, u) {
	return await webCryptoFallback(async () => {
		const key = isCryptoKey$2(scalar) ? scalar : await importX25519Key(scalar);
		const peer = await crypto.subtle.importKey("raw", domBuffer(u), { name: "X25519" }, exportable, []);
		return new Uint8Array(await crypto.subtle.deriveBits({
			name: "X25519",
			public: peer
		}, key, 256));
	}, () => {
		if (isCryptoKey$2(scalar)) throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");
		return x25519.scalarMult(scalar, u);
	});
}
async function scalarMultBase(scalar) {
	return await webCryptoFallback(async () => {
		return scalarMult(scalar, x25519.GuBytes);
	}, () => {
		if (isCryptoKey$2(scalar)) throw new Error("CryptoKey provided but X25519 WebCrypto is not supported");
		return x25519.scalarMultBase(scalar);
	});
}
const pkcs8Prefix = /* @__PURE__ */ new Uint8Array([
	48,
	46,
	2,
	1,
	0,
	48,
	5,
	6,
	3,
	43,
	101,
	110,
	4,
	34,
	4,
	32
]);
async function importX25519Key(key) {
	if (key.length !== 32) throw new Error("X25519 private key must be 32 bytes");
	const pkcs8 = new Uint8Array([...pkcs8Prefix, ...key]);
	return crypto.subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, exportable, ["deriveBits"]);
}
function isCryptoKey$2(key) {
	return typeof CryptoKey !== "undefined" && key instanceof CryptoKey;
}
function domBuffer(arr) {
	return arr;
}
// node_modules/age-encryption/dist/io.js
var LineReader = class {
	s;
	transcript = [];
	buf = /* @__PURE__ */ new Uint8Array(0);
	constructor(stream) {
		this.s = stream.getReader();
	}
	async readLine() {
		const line = [];
		while (true) {
			const i = this.buf.indexOf("\n".charCodeAt(0));
			if (i >= 0) {
				line.push(this.buf.subarray(0, i));
				this.transcript.push(this.buf.subarray(0, i + 1));
				this.buf = this.buf.subarray(i + 1);
				return asciiString(flatten(line));
			}
			if (this.buf.length > 0) {
				line.push(this.buf);
				this.transcript.push(this.buf);
			}
			const next = await this.s.read();
			if (next.done) {
				this.buf = flatten(line);
				return null;
			}
			this.buf = next.value;
		}
	}
	close() {
		this.s.releaseLock();
		return {
			rest: this.buf,
			transcript: flatten(this.transcript)
		};
	}
};
function asciiString(bytes) {
	bytes.forEach((b) => {
		if (b < 32 || b > 126) throw Error("invalid non-ASCII byte in header");
	});
	return new TextDecoder().decode(bytes);
}
function flatten(arr) {
	const len = arr.reduce(((sum, line) => sum + line.length), 0);
	const out = new Uint8Array(len);
	let n = 0;
	for (const a of arr) {
		out.set(a, n);
		n += a.length;
	}
	return out;
}
function prepend(s, ...prefixes) {
	return s.pipeThrough(new TransformStream({ start(controller) {
		for (const p of prefixes) controller.enqueue(p);
	} }));
}
function stream(a) {
	return new ReadableStream({ start(controller) {
		controller.enqueue(a);
		controller.close();
	} });
}
async function readAll$1(stream) {
	if (!(stream instanceof ReadableStream)) throw new Error("readAll expects a ReadableStream<Uint8Array>");
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
async function readAllString(stream) {
	if (!(stream instanceof ReadableStream)) throw new Error("readAllString expects a ReadableStream<Uint8Array>");
	return await new Response(stream).text();
}
async function read$1(stream, n) {
	const reader = stream.getReader();
	const chunks = [];
	let readBytes = 0;
	while (readBytes < n) {
		const { done, value } = await reader.read();
		if (done) throw Error("stream ended before reading " + n.toString() + " bytes");
		chunks.push(value);
		readBytes += value.length;
	}
	reader.releaseLock();
	const buf = flatten(chunks);
	return {
		data: buf.subarray(0, n),
		rest: prepend(stream, buf.subarray(n))
	};
}
// node_modules/age-encryption/dist/format.js
/**
* A stanza is a section of an age header. This is part of the low-level
* {@link Recipient} and {@link Identity} APIs.
*/
var Stanza = class {
	/**
	* All space-separated arguments on the first line of the stanza.
	* Each argument is a string that does not contain spaces.
	* The first argument is often a recipient type, which should look like
	* `example.com/...` to avoid collisions.
	*/
	args;
	/**
	* The raw body of the stanza. This is automatically base64-encoded and
	* split into lines of 48 characters each.
	*/
	body;
	constructor(args, body) {
		this.args = args;
		this.body = body;
	}
};
async function parseNextStanza(hdr) {
	const argsLine = await hdr.readLine();
	if (argsLine === null) throw Error("invalid stanza");
	const args = argsLine.split(" ");
	if (args.length < 2 || args.shift() !== "->") return { next: argsLine };
	for (const arg of args) if (arg.length === 0) throw Error("invalid stanza");
	const bodyLines = [];
	for (;;) {
		const nextLine = await hdr.readLine();
		if (nextLine === null) throw Error("invalid stanza");
		const line = base64nopad.decode(nextLine);
		if (line.length > 48) throw Error("invalid stanza");
		bodyLines.push(line);
		if (line.length < 48) break;
	}
	return { s: new Stanza(args, flatten(bodyLines)) };
}
async function parseHeader(header) {
	const hdr = new LineReader(header);
	const versionLine = await hdr.readLine();
	if (versionLine !== "age-encryption.org/v1") throw Error("invalid version " + (versionLine ?? "line"));
	const stanzas = [];
	for (;;) {
		const { s, next: macLine } = await parseNextStanza(hdr);
		if (s !== void 0) {
			stanzas.push(s);
			continue;
		}
		if (!macLine.startsWith("--- ")) throw Error("invalid header");
		const MAC = base64nopad.decode(macLine.slice(4));
		const { rest, transcript } = hdr.close();
		return {
			stanzas,
			headerNoMAC: transcript.slice(0, transcript.length - 1 - macLine.length + 3),
			MAC,
			headerSize: transcript.length,
			rest: prepend(header, rest)
		};
	}
}
function encodeHeaderNoMAC(recipients) {
	const lines = [];
	lines.push("age-encryption.org/v1\n");
	for (const s of recipients) {
		lines.push("-> " + s.args.join(" ") + "\n");
		for (let i = 0; i < s.body.length; i += 48) {
			let end = i + 48;
			if (end > s.body.length) end = s.body.length;
			lines.push(base64nopad.encode(s.body.subarray(i, end)) + "\n");
		}
		if (s.body.length % 48 === 0) lines.push("\n");
	}
	lines.push("---");
	return new TextEncoder().encode(lines.join(""));
}
function encodeHeader(recipients, MAC) {
	return flatten([encodeHeaderNoMAC(recipients), new TextEncoder().encode(" " + base64nopad.encode(MAC) + "\n")]);
}
// node_modules/age-encryption/dist/recipients.js
/**
* Convert an age identity to a recipient.
*
* @param identity - An age identity, a string starting with
* `AGE-SECRET-KEY-PQ-1...` or `AGE-SECRET-KEY-1...` or an X25519 private
* {@link https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey | CryptoKey}
* object.
*
* @returns A promise that resolves to the corresponding recipient, a string
* starting with `age1...`.
*
* @see {@link generateIdentity}
* @see {@link Decrypter.addIdentity}
*/
async function identityToRecipient(identity) {
	let scalar;
	if (isCryptoKey$1(identity)) scalar = identity;
	else if (identity.startsWith("AGE-SECRET-KEY-PQ-1")) {
		const res = bech32.decodeToBytes(identity);
		if (res.prefix.toUpperCase() !== "AGE-SECRET-KEY-PQ-" || res.bytes.length !== 32) throw Error("invalid identity");
		const recipient = MLKEM768X25519.getPublicKey(res.bytes);
		return bech32.encode("age1pq", bech32.toWords(recipient), false);
	} else {
		const res = bech32.decodeToBytes(identity);
		if (!identity.startsWith("AGE-SECRET-KEY-1") || res.prefix.toUpperCase() !== "AGE-SECRET-KEY-" || res.bytes.length !== 32) throw Error("invalid identity");
		scalar = res.bytes;
	}
	const recipient = await scalarMultBase(scalar);
	return bech32.encodeFromBytes("age", recipient);
}
var HybridRecipient = class {
	recipient;
	constructor(s) {
		const { prefix, words } = bech32.decode(s, false);
		const bytes = bech32.fromWords(words);
		if (!s.startsWith("age1pq1") || prefix.toLowerCase() !== "age1pq" || bytes.length !== 1216) throw Error("invalid recipient");
		this.recipient = bytes;
	}
	wrapFileKey(fileKey) {
		const { cipherText: encapsulatedKey, sharedSecret } = MLKEM768X25519.encapsulate(this.recipient);
		const label = new TextEncoder().encode("age-encryption.org/mlkem768x25519");
		const { key, nonce } = hpkeContext(hpkeMLKEM768X25519, sharedSecret, label);
		const ciphertext = chacha20poly1305(key, nonce).encrypt(fileKey);
		return [new Stanza(["mlkem768x25519", base64nopad.encode(encapsulatedKey)], ciphertext)];
	}
};
var HybridIdentity = class {
	identity;
	constructor(s) {
		const res = bech32.decodeToBytes(s);
		if (!s.startsWith("AGE-SECRET-KEY-PQ-1") || res.prefix.toUpperCase() !== "AGE-SECRET-KEY-PQ-" || res.bytes.length !== 32) throw Error("invalid identity");
		this.identity = res.bytes;
	}
	unwrapFileKey(stanzas) {
		for (const s of stanzas) {
			if (s.args.length < 1 || s.args[0] !== "mlkem768x25519") continue;
			if (s.args.length !== 2) throw Error("invalid mlkem768x25519 stanza");
			const share = base64nopad.decode(s.args[1]);
			if (share.length !== 1120) throw Error("invalid mlkem768x25519 stanza");
			if (s.body.length !== 32) throw Error("invalid mlkem768x25519 stanza");
			const sharedSecret = MLKEM768X25519.decapsulate(share, this.identity);
			const label = new TextEncoder().encode("age-encryption.org/mlkem768x25519");
			const { key, nonce } = hpkeContext(hpkeMLKEM768X25519, sharedSecret, label);
			try {
				return chacha20poly1305(key, nonce).decrypt(s.body);
			} catch {
				continue;
			}
		}
		return null;
	}
};
const hpkeMLKEM768X25519 = 25722;
const hpkeMLKEM768P256 = 80;
const hpkeDHKEMP256 = 16;
function hpkeContext(kemID, sharedSecret, info) {
	const suiteID = hpkeSuiteID(kemID);
	const pskIDHash = hpkeLabeledExtract(suiteID, void 0, "psk_id_hash", /* @__PURE__ */ new Uint8Array(0));
	const infoHash = hpkeLabeledExtract(suiteID, void 0, "info_hash", info);
	const ksContext = new Uint8Array(1 + pskIDHash.length + infoHash.length);
	ksContext[0] = 0;
	ksContext.set(pskIDHash, 1);
	ksContext.set(infoHash, 1 + pskIDHash.length);
	const secret = hpkeLabeledExtract(suiteID, sharedSecret, "secret", /* @__PURE__ */ new Uint8Array(0));
	return {
		key: hpkeLabeledExpand(suiteID, secret, "key", ksContext, 32),
		nonce: hpkeLabeledExpand(suiteID, secret, "base_nonce", ksContext, 12)
	};
}
function hpkeSuiteID(kemID) {
	const suiteID = /* @__PURE__ */ new Uint8Array(10);
	suiteID.set(new TextEncoder().encode("HPKE"), 0);
	suiteID[4] = kemID >> 8 & 255;
	suiteID[5] = kemID & 255;
	suiteID[6] = 0;
	suiteID[7] = 1;
	suiteID[8] = 0;
	suiteID[9] = 3;
	return suiteID;
}
function hpkeLabeledExtract(suiteID, salt, label, ikm) {
	const labeledIKM = new Uint8Array(7 + suiteID.length + label.length + ikm.length);
	let offset = 0;
	labeledIKM.set(new TextEncoder().encode("HPKE-v1"), offset);
	offset += 7;
	labeledIKM.set(suiteID, offset);
	offset += suiteID.length;
	labeledIKM.set(new TextEncoder().encode(label), offset);
	offset += label.length;
	labeledIKM.set(ikm, offset);
	return extract$1(sha256$1, labeledIKM, salt);
}
function hpkeLabeledExpand(suiteID, prk, label, info, length) {
	const labeledInfo = new Uint8Array(9 + suiteID.length + label.length + info.length);
	let offset = 0;
	labeledInfo[offset] = length >> 8 & 255;
	labeledInfo[offset + 1] = length & 255;
	offset += 2;
	labeledInfo.set(new TextEncoder().encode("HPKE-v1"), offset);
	offset += 7;
	labeledInfo.set(suiteID, offset);
	offset += suiteID.length;
	labeledInfo.set(new TextEncoder().encode(label), offset);
	offset += label.length;
	labeledInfo.set(info, offset);
	return expand$1(sha256$1, prk, labeledInfo, length);
}
function hpkeDHKEMP256Encapsulate(recipient) {
	if (recipient.length !== p256.lengths.publicKeyUncompressed) recipient = p256.Point.fromBytes(recipient).toBytes(false);
	const ephemeral = p256.utils.randomSecretKey();
	const encapsulatedKey = p256.getPublicKey(ephemeral, false);
	const ss = p256.getSharedSecret(ephemeral, recipient, true).subarray(1);
	const kemContext = new Uint8Array(encapsulatedKey.length + recipient.length);
	kemContext.set(encapsulatedKey, 0);
	kemContext.set(recipient, encapsulatedKey.length);
	const suiteID = /* @__PURE__ */ new Uint8Array(5);
	suiteID.set(new TextEncoder().encode("KEM"), 0);
	suiteID[3] = 0;
	suiteID[4] = 16;
	return {
		encapsulatedKey,
		sharedSecret: hpkeLabeledExpand(suiteID, hpkeLabeledExtract(suiteID, void 0, "eae_prk", ss), "shared_secret", kemContext, 32)
	};
}
var TagRecipient = class {
	recipient;
	constructor(s) {
		const res = bech32.decodeToBytes(s);
		if (!s.startsWith("age1tag1") || res.prefix.toLowerCase() !== "age1tag" || res.bytes.length !== 33) throw Error("invalid recipient");
		this.recipient = res.bytes;
	}
	wrapFileKey(fileKey) {
		const { encapsulatedKey, sharedSecret } = hpkeDHKEMP256Encapsulate(this.recipient);
		const label = new TextEncoder().encode("age-encryption.org/p256tag");
		const tag = (() => {
			const recipientHash = sha256$1(this.recipient).subarray(0, 4);
			const ikm = new Uint8Array(encapsulatedKey.length + recipientHash.length);
			ikm.set(encapsulatedKey, 0);
			ikm.set(recipientHash, encapsulatedKey.length);
			return extract$1(sha256$1, ikm, label).subarray(0, 4);
		})();
		const { key, nonce } = hpkeContext(hpkeDHKEMP256, sharedSecret, label);
		const ciphertext = chacha20poly1305(key, nonce).encrypt(fileKey);
		return [new Stanza([
			"p256tag",
			base64nopad.encode(tag),
			base64nopad.encode(encapsulatedKey)
		], ciphertext)];
	}
};
var HybridTagRecipient = class {
	recipient;
	constructor(s) {
		const { prefix, words } = bech32.decode(s, false);
		const bytes = bech32.fromWords(words);
		if (!s.startsWith("age1tagpq1") || prefix.toLowerCase() !== "age1tagpq" || bytes.length !== 1249) throw Error("invalid recipient");
		this.recipient = bytes;
	}
	wrapFileKey(fileKey) {
		const { cipherText: encapsulatedKey, sharedSecret } = MLKEM768P256.encapsulate(this.recipient);
		const label = new TextEncoder().encode("age-encryption.org/mlkem768p256tag");
		const tag = (() => {
			const recipientHash = sha256$1(this.recipient.subarray(1184)).subarray(0, 4);
			const ikm = new Uint8Array(encapsulatedKey.length + recipientHash.length);
			ikm.set(encapsulatedKey, 0);
			ikm.set(recipientHash, encapsulatedKey.length);
			return extract$1(sha256$1, ikm, label).subarray(0, 4);
		})();
		const { key, nonce } = hpkeContext(hpkeMLKEM768P256, sharedSecret, label);
		const ciphertext = chacha20poly1305(key, nonce).encrypt(fileKey);
		return [new Stanza([
			"mlkem768p256tag",
			base64nopad.encode(tag),
			base64nopad.encode(encapsulatedKey)
		], ciphertext)];
	}
};
var X25519Recipient = class {
	recipient;
	constructor(s) {
		const res = bech32.decodeToBytes(s);
		if (!s.startsWith("age1") || res.prefix.toLowerCase() !== "age" || res.bytes.length !== 32) throw Error("invalid recipient");
		this.recipient = res.bytes;
	}
	async wrapFileKey(fileKey) {
		const ephemeral = randomBytes$4(32);
		const share = await scalarMultBase(ephemeral);
		const secret = await scalarMult(ephemeral, this.recipient);
		const salt = new Uint8Array(share.length + this.recipient.length);
		salt.set(share);
		salt.set(this.recipient, share.length);
		const label = new TextEncoder().encode("age-encryption.org/v1/X25519");
		const key = hkdf(sha256$1, secret, salt, label, 32);
		return [new Stanza(["X25519", base64nopad.encode(share)], encryptFileKey(fileKey, key))];
	}
};
var X25519Identity = class {
	identity;
	recipient;
	constructor(s) {
		if (isCryptoKey$1(s)) {
			this.identity = s;
			this.recipient = scalarMultBase(s);
			return;
		}
		const res = bech32.decodeToBytes(s);
		if (!s.startsWith("AGE-SECRET-KEY-1") || res.prefix.toUpperCase() !== "AGE-SECRET-KEY-" || res.bytes.length !== 32) throw Error("invalid identity");
		this.identity = res.bytes;
		this.recipient = scalarMultBase(res.bytes);
	}
	async unwrapFileKey(stanzas) {
		for (const s of stanzas) {
			if (s.args.length < 1 || s.args[0] !== "X25519") continue;
			if (s.args.length !== 2) throw Error("invalid X25519 stanza");
			const share = base64nopad.decode(s.args[1]);
			if (share.length !== 32) throw Error("invalid X25519 stanza");
			const secret = await scalarMult(this.identity, share);
			const recipient = await this.recipient;
			const salt = new Uint8Array(share.length + recipient.length);
			salt.set(share);
			salt.set(recipient, share.length);
			const label = new TextEncoder().encode("age-encryption.org/v1/X25519");
			const key = hkdf(sha256$1, secret, salt, label, 32);
			const fileKey = decryptFileKey(s.body, key);
			if (fileKey !== null) return fileKey;
		}
		return null;
	}
};
var ScryptRecipient = class {
	passphrase;
	logN;
	constructor(passphrase, logN) {
		this.passphrase = passphrase;
		this.logN = logN;
	}
	wrapFileKey(fileKey) {
		const salt = randomBytes$4(16);
		const label = "age-encryption.org/v1/scrypt";
		const labelAndSalt = /* @__PURE__ */ new Uint8Array(44);
		labelAndSalt.set(new TextEncoder().encode(label));
		labelAndSalt.set(salt, 28);
		const key = scrypt(this.passphrase, labelAndSalt, {
			N: 2 ** this.logN,
			r: 8,
			p: 1,
			dkLen: 32
		});
		return [new Stanza([
			"scrypt",
			base64nopad.encode(salt),
			this.logN.toString()
		], encryptFileKey(fileKey, key))];
	}
};
var ScryptIdentity = class {
	passphrase;
	constructor(passphrase) {
		this.passphrase = passphrase;
	}
	unwrapFileKey(stanzas) {
		for (const s of stanzas) {
			if (s.args.length < 1 || s.args[0] !== "scrypt") continue;
			if (stanzas.length !== 1) throw Error("scrypt recipient is not the only one in the header");
			if (s.args.length !== 3) throw Error("invalid scrypt stanza");
			if (!/^[1-9][0-9]*$/.test(s.args[2])) throw Error("invalid scrypt stanza");
			const salt = base64nopad.decode(s.args[1]);
			if (salt.length !== 16) throw Error("invalid scrypt stanza");
			const logN = Number(s.args[2]);
			if (logN > 20) throw Error("scrypt work factor is too high");
			const label = "age-encryption.org/v1/scrypt";
			const labelAndSalt = /* @__PURE__ */ new Uint8Array(44);
			labelAndSalt.set(new TextEncoder().encode(label));
			labelAndSalt.set(salt, 28);
			const key = scrypt(this.passphrase, labelAndSalt, {
				N: 2 ** logN,
				r: 8,
				p: 1,
				dkLen: 32
			});
			const fileKey = decryptFileKey(s.body, key);
			if (fileKey !== null) return fileKey;
		}
		return null;
	}
};
function encryptFileKey(fileKey, key) {
	return chacha20poly1305(key, /* @__PURE__ */ new Uint8Array(12)).encrypt(fileKey);
}
function decryptFileKey(body, key) {
	if (body.length !== 32) throw Error("invalid stanza");
	const nonce = /* @__PURE__ */ new Uint8Array(12);
	try {
		return chacha20poly1305(key, nonce).decrypt(body);
	} catch {
		return null;
	}
}
function isCryptoKey$1(key) {
	return typeof CryptoKey !== "undefined" && key instanceof CryptoKey;
}
// node_modules/age-encryption/dist/stream.js
const chacha20poly1305Overhead = 16;
const chunkSize = /* @__PURE__ */ (() => 65536)();
const chunkSizeWithOverhead = /* @__PURE__ */ (() => chunkSize + chacha20poly1305Overhead)();
function decryptSTREAM(key) {
	const streamNonce = /* @__PURE__ */ new Uint8Array(12);
	const incNonce = () => {
		for (let i = streamNonce.length - 2; i >= 0; i--) {
			streamNonce[i]++;
			if (streamNonce[i] !== 0) break;
		}
	};
	let firstChunk = true;
	const ciphertextBuffer = new Uint8Array(chunkSizeWithOverhead);
	let ciphertextBufferUsed = 0;
	return new TransformStream({
		transform(chunk, controller) {
			while (chunk.length > 0) {
				if (ciphertextBufferUsed === ciphertextBuffer.length) {
					const decryptedChunk = chacha20poly1305(key, streamNonce).decrypt(ciphertextBuffer);
					controller.enqueue(decryptedChunk);
					incNonce();
					ciphertextBufferUsed = 0;
					firstChunk = false;
				}
				const n = Math.min(ciphertextBuffer.length - ciphertextBufferUsed, chunk.length);
				ciphertextBuffer.set(chunk.subarray(0, n), ciphertextBufferUsed);
				ciphertextBufferUsed += n;
				chunk = chunk.subarray(n);
			}
		},
		flush(controller) {
			streamNonce[11] = 1;
			const decryptedChunk = chacha20poly1305(key, streamNonce).decrypt(ciphertextBuffer.subarray(0, ciphertextBufferUsed));
			if (!firstChunk && decryptedChunk.length === 0) throw new Error("final chunk is empty");
			controller.enqueue(decryptedChunk);
		}
	});
}
function plaintextSize(ciphertextSize) {
	if (ciphertextSize < chacha20poly1305Overhead) throw Error("ciphertext is too small");
	if (ciphertextSize === chacha20poly1305Overhead) return 0;
	const fullChunks = Math.floor(ciphertextSize / chunkSizeWithOverhead);
	const lastChunk = ciphertextSize % chunkSizeWithOverhead;
	if (0 < lastChunk && lastChunk <= chacha20poly1305Overhead) throw Error("ciphertext size is invalid");
	let size = ciphertextSize;
	size -= fullChunks * chacha20poly1305Overhead;
	size -= lastChunk > 0 ? chacha20poly1305Overhead : 0;
	return size;
}
function encryptSTREAM(key) {
	const streamNonce = /* @__PURE__ */ new Uint8Array(12);
	const incNonce = () => {
		for (let i = streamNonce.length - 2; i >= 0; i--) {
			streamNonce[i]++;
			if (streamNonce[i] !== 0) break;
		}
	};
	const plaintextBuffer = new Uint8Array(chunkSize);
	let plaintextBufferUsed = 0;
	return new TransformStream({
		transform(chunk, controller) {
			while (chunk.length > 0) {
				if (plaintextBufferUsed === plaintextBuffer.length) {
					const encryptedChunk = chacha20poly1305(key, streamNonce).encrypt(plaintextBuffer);
					controller.enqueue(encryptedChunk);
					incNonce();
					plaintextBufferUsed = 0;
				}
				const n = Math.min(plaintextBuffer.length - plaintextBufferUsed, chunk.length);
				plaintextBuffer.set(chunk.subarray(0, n), plaintextBufferUsed);
				plaintextBufferUsed += n;
				chunk = chunk.subarray(n);
			}
		},
		flush(controller) {
			streamNonce[11] = 1;
			const encryptedChunk = chacha20poly1305(key, streamNonce).encrypt(plaintextBuffer.subarray(0, plaintextBufferUsed));
			controller.enqueue(encryptedChunk);
		}
	});
}
function ciphertextSize(plaintextSize) {
	const chunks = Math.max(1, Math.ceil(plaintextSize / chunkSize));
	return plaintextSize + chacha20poly1305Overhead * chunks;
}
// node_modules/age-encryption/dist/armor.js
/**
* Encode an age encrypted file using the ASCII armor format, a strict subset of
* PEM that starts with `-----BEGIN AGE ENCRYPTED FILE-----`.
*
* @param file - The raw encrypted file (returned by {@link Encrypter.encrypt}).
*
* @returns The ASCII armored file, with a final newline.
*/
function encode$1(file) {
	const lines = [];
	lines.push("-----BEGIN AGE ENCRYPTED FILE-----\n");
	for (let i = 0; i < file.length; i += 48) {
		let end = i + 48;
		if (end > file.length) end = file.length;
		lines.push(base64$1.encode(file.subarray(i, end)) + "\n");
	}
	lines.push("-----END AGE ENCRYPTED FILE-----\n");
	return lines.join("");
}
/**
* Decode an age encrypted file from the ASCII armor format, a strict subset of
* PEM that starts with `-----BEGIN AGE ENCRYPTED FILE-----`.
*
* Extra whitespace before and after the file is ignored, and newlines can be
* CRLF or LF, but otherwise the format is parsed strictly.
*
* @param file - The ASCII armored file.
*
* @returns The raw encrypted file (to be passed to {@link Decrypter.decrypt}).
*/
function decode$1(file) {
	const lines = file.trim().replaceAll("\r\n", "\n").split("\n");
	if (lines.shift() !== "-----BEGIN AGE ENCRYPTED FILE-----") throw Error("invalid header");
	if (lines.pop() !== "-----END AGE ENCRYPTED FILE-----") throw Error("invalid footer");
	function isLineLengthValid(i, l) {
		if (i === lines.length - 1) return l.length > 0 && l.length <= 64 && l.length % 4 === 0;
		return l.length === 64;
	}
	if (!lines.every((l, i) => isLineLengthValid(i, l))) throw Error("invalid line length");
	if (!lines.every((l) => /^[A-Za-z0-9+/=]+$/.test(l))) throw Error("invalid base64");
	return base64$1.decode(lines.join(""));
}
// node_modules/age-encryption/dist/index.js
/**
* Encrypts a file using the given passphrase or recipients.
*
* First, call {@link Encrypter.setPassphrase} to set a passphrase for symmetric
* encryption, or {@link Encrypter.addRecipient} to specify one or more
* recipients. Then, call {@link Encrypter.encrypt} one or more times to encrypt
* files using the configured passphrase or recipients.
*/
var Encrypter = class {
	passphrase = null;
	scryptWorkFactor = 18;
	recipients = [];
	/**
	* Set the passphrase to encrypt the file(s) with. This method can only be
	* called once, and can't be called if {@link Encrypter.addRecipient} has
	* been called.
	*
	* The passphrase is passed through the scrypt key derivation function, but
	* it needs to have enough entropy to resist offline brute-force attacks.
	* You should use at least 8-10 random alphanumeric characters, or 4-5
	* random words from a list of at least 2000 words.
	*
	* @param s - The passphrase to encrypt the file with.
	*/
	setPassphrase(s) {
		if (this.passphrase !== null) throw new Error("can encrypt to at most one passphrase");
		if (this.recipients.length !== 0) throw new Error("can't encrypt to both recipients and passphrases");
		this.passphrase = s;
	}
	/**
	* Set the scrypt work factor to use when encrypting the file(s) with a
	* passphrase. The default is 18. Using a lower value will require stronger
	* passphrases to resist offline brute-force attacks.
	*
	* @param logN - The base-2 logarithm of the scrypt work factor.
	*/
	setScryptWorkFactor(logN) {
		this.scryptWorkFactor = logN;
	}
	/**
	* Add a recipient to encrypt the file(s) for. This method can be called
	* multiple times to encrypt the file(s) for multiple recipients.
	*
	* This version supports native X25519 recipients (`age1...`), hybrid
	* post-quantum recipients (`age1pq1...`), tag recipients (`age1tag1...`),
	* and hybrid tag recipients (`age1tagpq1...`).
	*
	* @param s - The recipient to encrypt the file for. Either a string
	* beginning with `age1...` or an object implementing the {@link Recipient}
	* interface.
	*/
	addRecipient(s) {
		if (this.passphrase !== null) throw new Error("can't encrypt to both recipients and passphrases");
		if (typeof s === "string") {
			if (s.startsWith("age1pq1")) this.recipients.push(new HybridRecipient(s));
			else if (s.startsWith("age1tag1")) this.recipients.push(new TagRecipient(s));
			else if (s.startsWith("age1tagpq1")) this.recipients.push(new HybridTagRecipient(s));
			else if (s.startsWith("age1")) this.recipients.push(new X25519Recipient(s));
			else throw new Error("unrecognized recipient type");
		} else this.recipients.push(s);
	}
	async encrypt(file) {
		const fileKey = randomBytes$4(16);
		const stanzas = [];
		let recipients = this.recipients;
		if (this.passphrase !== null) recipients = [new ScryptRecipient(this.passphrase, this.scryptWorkFactor)];
		for (const recipient of recipients) stanzas.push(...await recipient.wrapFileKey(fileKey));
		const labelHeader = new TextEncoder().encode("header");
		const hmacKey = hkdf(sha256$1, fileKey, void 0, labelHeader, 32);
		const header = encodeHeader(stanzas, hmac$1(sha256$1, hmacKey, encodeHeaderNoMAC(stanzas)));
		const nonce = randomBytes$4(16);
		const labelPayload = new TextEncoder().encode("payload");
		const encrypter = encryptSTREAM(hkdf(sha256$1, fileKey, nonce, labelPayload, 32));
		if (!(file instanceof ReadableStream)) {
			if (typeof file === "string") file = new TextEncoder().encode(file);
			return await readAll$1(prepend(stream(file).pipeThrough(encrypter), header, nonce));
		}
		return Object.assign(prepend(file.pipeThrough(encrypter), header, nonce), { size: (size) => ciphertextSize(size) + header.length + nonce.length });
	}
};
/**
* Decrypts a file using the given identities.
*
* First, call {@link Decrypter.addPassphrase} to set a passphrase for symmetric
* decryption, and/or {@link Decrypter.addIdentity} to specify one or more
* identities. All passphrases and/or identities are tried in parallel for each
* file. Then, call {@link Decrypter.decrypt} one or more times to decrypt files
* using the configured passphrase and/or identities.
*/
var Decrypter = class {
	identities = [];
	/**
	* Add a passphrase to decrypt password-encrypted file(s) with. This method
	* can be called multiple times to try multiple passphrases.
	*
	* @param s - The passphrase to decrypt the file with.
	*/
	addPassphrase(s) {
		this.identities.push(new ScryptIdentity(s));
	}
	/**
	* Add an identity to decrypt file(s) with. This method can be called
	* multiple times to try multiple identities.
	*
	* @param s - The identity to decrypt the file with. Either a string
	* beginning with `AGE-SECRET-KEY-PQ-1...` or `AGE-SECRET-KEY-1...`, an
	* X25519 private
	* {@link https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey | CryptoKey}
	* object, or an object implementing the {@link Identity} interface.
	*
	* A CryptoKey object must have
	* {@link https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey/type | type}
	* `private`,
	* {@link https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey/algorithm | algorithm}
	* `{name: 'X25519'}`, and
	* {@link https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey/usages | usages}
	* `["deriveBits"]`. For example:
	* ```js
	* const keyPair = await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])
	* decrypter.addIdentity(key.privateKey)
	* ```
	*/
	addIdentity(s) {
		if (isCryptoKey(s)) this.identities.push(new X25519Identity(s));
		else if (typeof s === "string") {
			if (s.startsWith("AGE-SECRET-KEY-1")) this.identities.push(new X25519Identity(s));
			else if (s.startsWith("AGE-SECRET-KEY-PQ-1")) this.identities.push(new HybridIdentity(s));
			else throw new Error("unrecognized identity type");
		} else this.identities.push(s);
	}
	async decrypt(file, outputFormat) {
		const s = file instanceof ReadableStream ? file : stream(file);
		const { fileKey, headerSize, rest } = await this.decryptHeaderInternal(s);
		const { data: nonce, rest: payload } = await read$1(rest, 16);
		const label = new TextEncoder().encode("payload");
		const decrypter = decryptSTREAM(hkdf(sha256$1, fileKey, nonce, label, 32));
		const out = payload.pipeThrough(decrypter);
		const outWithSize = Object.assign(out, { size: (size) => plaintextSize(size - headerSize - nonce.length) });
		if (file instanceof ReadableStream) return outWithSize;
		if (outputFormat === "text") return await readAllString(out);
		return await readAll$1(out);
	}
	/**
	* Decrypt the file key from a detached header. This is a low-level
	* function that can be used to implement delegated decryption logic.
	* Most users won't need this.
	*
	* It is the caller's responsibility to keep track of what file the
	* returned file key decrypts, and to ensure the file key is not used
	* for any other purpose.
	*
	* @param header - The file's textual header, including the MAC.
	*
	* @returns The file key used to encrypt the file.
	*/
	async decryptHeader(header) {
		return (await this.decryptHeaderInternal(stream(header))).fileKey;
	}
	async decryptHeaderInternal(file) {
		const h = await parseHeader(file);
		const fileKey = await this.unwrapFileKey(h.stanzas);
		if (fileKey === null) throw Error("no identity matched any of the file's recipients");
		const label = new TextEncoder().encode("header");
		const hmacKey = hkdf(sha256$1, fileKey, void 0, label, 32);
		const mac = hmac$1(sha256$1, hmacKey, h.headerNoMAC);
		if (!compareBytes(h.MAC, mac)) throw Error("invalid header HMAC");
		return {
			fileKey,
			headerSize: h.headerSize,
			rest: h.rest
		};
	}
	async unwrapFileKey(stanzas) {
		for (const identity of this.identities) {
			const fileKey = await identity.unwrapFileKey(stanzas);
			if (fileKey !== null) return fileKey;
		}
		return null;
	}
};
function compareBytes(a, b) {
	if (a.length !== b.length) return false;
	let acc = 0;
	for (let i = 0; i < a.length; i++) acc |= a[i] ^ b[i];
	return acc === 0;
}
function isCryptoKey(key) {
	return typeof CryptoKey !== "undefined" && key instanceof CryptoKey;
}
// src/render/yaml.ts
/**
* The only place where YAML is written. Words that YAML 1.1 readers (kubectl among them) take for something else are quoted:
* js-yaml's own schema for dumping does that. Keys stay in the order given; long lines are not folded.
*/
const dumpYaml = (value) => dump$1(value, {
	lineWidth: -1,
	noRefs: true,
	seqNoIndent: true
});
/** Several documents in one file. */
const dumpDocuments = (values) => values.map(dumpYaml).join("---\n");
// src/material/sops.ts
/** Version of the format that is written, as real sops writes it. */
const version$2 = "3.13.3";
/** sops begins the hash with this when only encrypted values are covered (`mac_only_encrypted`): sops.go, MACOnlyEncryptedInitialization */
const onlyEncrypted = Buffer.from("8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69", "hex");
/**
* The Secret as a SOPS document for age recipients, as `sops --encrypt --encrypted-regex '^(data|stringData)$'
* --mac-only-encrypted` would write it: https://github.com/getsops/sops#encryption-protocol. Labels and namespace stay readable.
*/
async function seal(secret, recipients, random, now) {
	const label = `${secret.namespace}/${secret.name}`;
	const dataKey = random(`sops data key ${label}`, 32);
	const encrypt = (text, path) => encryptValue(text, path, dataKey, random(`sops iv ${label} ${path}`, 32));
	const mac = createHash("sha512").update(onlyEncrypted);
	const data = {};
	for (const [key, text] of Object.entries(secret.entries)) {
		const value = Buffer.from(text).toString("base64");
		mac.update(value);
		data[key] = value === "" ? "" : encrypt(value, `data:${key}:`);
	}
	const lastModified = now.toISOString().replace(/\.\d+Z$/, "Z");
	return dumpYaml({
		apiVersion: "v1",
		kind: "Secret",
		metadata: {
			name: secret.name,
			namespace: secret.namespace,
			labels: secret.labels
		},
		type: "Opaque",
		data,
		sops: {
			age: await Promise.all(recipients.map(async (recipient) => ({
				recipient,
				enc: await wrap(dataKey, recipient)
			}))),
			lastmodified: lastModified,
			mac: encrypt(mac.digest("hex").toUpperCase(), lastModified),
			encrypted_regex: "^(data|stringData)$",
			mac_only_encrypted: true,
			version: version$2
		}
	});
}
/** AES-256-GCM with a 32-byte nonce and the path of the value as additional data. */
function encryptValue(text, path, key, iv) {
	const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(path));
	const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	const base64 = (part) => Buffer.from(part).toString("base64");
	return `ENC[AES256_GCM,data:${base64(bytes)},iv:${base64(iv)},tag:${base64(cipher.getAuthTag())},type:str]`;
}
async function wrap(dataKey, recipient) {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return encode$1(await encrypter.encrypt(dataKey));
}
/** Reads AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…; undefined when it is neither. Errors of the library quote what they read. */
async function ageIdentity(text) {
	const decrypter = new Decrypter();
	try {
		decrypter.addIdentity(text);
		return {
			recipient: await identityToRecipient(text),
			unwrap
		};
	} catch {
		return;
	}
	async function unwrap(wrapped) {
		try {
			return await decrypter.decrypt(decode$1(wrapped));
		} catch {
			return;
		}
	}
}
/** Recipients that a SOPS document is encrypted for; undefined when it is not one. */
function recipientsOf(document) {
	const { sops } = document ?? {};
	if (typeof sops?.mac !== "string" || !Array.isArray(sops.age)) return void 0;
	return sops.age.map((entry) => String(entry?.recipient));
}
/** True when every value below data and stringData is encrypted. */
function isSealed(document) {
	if (recipientsOf(document) === void 0) return false;
	const { data, stringData } = document;
	return [...Object.values(data ?? {}), ...Object.values(stringData ?? {})].every((value) => typeof value === "string" && (value === "" || /^ENC\[AES256_GCM,data:.+,iv:.+,tag:.+,type:\w+\]$/.test(value)));
}
// src/material/unseal.ts
/** True when the object is a SOPS document, for whomever it is encrypted. */
const isEncrypted = (object) => isRecord(object.sops);
/**
* The object in plain, without its sops block: what `sops decrypt` gives, its MAC verified. Kustomize may have sorted its
* keys, and changed what the MAC does not cover. Throws an OperatorError, with nothing secret in it, when no key fits, when
* it has been changed, and when that cannot be found out.
*/
async function unseal(document, keyring) {
	const { sops, ...sealed } = document;
	const name = nameOf$1(document);
	if (!isRecord(sops)) throw changed(name, "it has no sops block");
	const dataKey = await dataKeyOf(sops, name, keyring);
	const { field, covers } = encryptionRule(sops);
	if (covers === void 0) throw new OperatorError(`${name} cannot be verified: ${field} does not tell which of its values are encrypted`, "encrypt it with sops' --encrypted-regex '^(data|stringData)$', and with no other rule");
	const opening = {
		name,
		dataKey,
		covers,
		macOnlyEncrypted: sops.mac_only_encrypted === true,
		inMac: []
	};
	const plain = open$1(sealed, [], opening);
	verify$1(sops, opening);
	return plain;
}
/** The value in plain. Comments are no values, and no part of the MAC, so it does not matter that YAML drops them. */
function open$1(value, path, opening) {
	if (Array.isArray(value)) return value.map((item) => open$1(item, path, opening));
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open$1(inner, [...path, key], opening)]));
	if (value === null || value === void 0) return value;
	const isCovered = opening.covers(path);
	const plain = isCovered ? decrypted(value, path, opening) : value;
	if (isCovered || !opening.macOnlyEncrypted) opening.inMac.push({
		place: placeOf(path),
		bytes: macBytes(plain)
	});
	return plain;
}
function decrypted(value, path, { name, dataKey }) {
	if (typeof value !== "string" || !looksSealed(value)) throw changed(name, `${path.join(".")} is not encrypted`);
	const plain = decryptValue(value, dataKey, placeOf(path));
	if (plain === void 0) throw changed(name, `${path.join(".")} does not decrypt`);
	return plain;
}
/** What sops binds a value to: the keys on the way to it. Items of a list are all in one place. */
const placeOf = (path) => path.map((key) => `${key}:`).join("");
/** More values than this are verified in their own order alone: 7 have 5,040 orders. */
const reorderable = 7;
function verify$1(sops, { name, dataKey, macOnlyEncrypted, inMac }) {
	if (typeof sops.mac !== "string" || sops.mac === "") throw changed(name, "it has no MAC");
	const mac = decryptValue(sops.mac, dataKey, String(sops.lastmodified));
	if (mac === void 0) throw changed(name, "its MAC does not decrypt");
	const hash = createHash("sha512").update(macOnlyEncrypted ? onlyEncrypted : "");
	const values = inMac.filter(({ bytes }) => bytes.length > 0);
	const parts = values.map(({ bytes }) => bytes);
	const isReorderable = values.length <= reorderable && new Set(values.map(({ place }) => place)).size === values.length;
	if (isReorderable ? isOfSomeOrder(parts, hash, mac) : isMac(hash.update(Buffer.concat(parts)), mac)) return;
	const hints = [
		"restore its file from Git",
		"sops has one MAC for all documents of a file, so it has to be the only one",
		...macOnlyEncrypted ? [] : ["kustomize adds labels and a namespace, which its MAC covers: encrypt it with `sops --encrypt --mac-only-encrypted`"],
		...!isReorderable ? [`kustomize sorts its ${parts.length} values, which the MAC has in their order: sort them before they are encrypted`] : []
	];
	throw changed(name, "MAC mismatch", hints.join("; "));
}
/**
* The MAC is over the values in the order of the file, which kustomize and JavaScript do not keep. Where no two are in one
* place, any order will do: an encrypted value is bound to its place, and the place of another was never in the MAC.
*/
const isOfSomeOrder = (parts, hash, mac) => parts.length === 0 ? isMac(hash, mac) : parts.some((part, index) => isOfSomeOrder(parts.toSpliced(index, 1), hash.copy().update(part), mac));
const isMac = (hash, mac) => hash.digest("hex").toUpperCase() === mac;
const changed = (name, reason, hint = "restore its file from Git") => new OperatorError(`${name} has been changed since it was encrypted (${reason})`, hint);
// src/report/redact.ts
/** Gives texts without the secrets that stand in them, longest first: a part of one that is left would be a hint. */
function redactor(secrets) {
	const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
	return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, "***"), text);
}
// src/material/secret-values.ts
/** Shorter ones would be masked everywhere in a log: `{`, `1`, `true`. */
const shortest = 6;
/**
* What must not be seen of a plain Secret: each entry as base64, as text, and line by line, since logs are. Longest first,
* so that masking one leaves no end of another. Without what is too short or blank.
*/
function secretValues({ data, stringData }) {
	const found = [...texts$1(data).flatMap((base64) => [base64, ...decoded(base64)]), ...texts$1(stringData).flatMap((text) => [Buffer.from(text).toString("base64"), text])].flatMap((text) => [text, ...text.split(/\r?\n|\r/).map((line) => line.trim())]);
	return [...new Set(found)].filter((text) => text.trim().length >= shortest).sort((one, other) => other.length - one.length);
}
const texts$1 = (entries) => isRecord(entries) ? Object.values(entries).filter((value) => typeof value === "string") : [];
function decoded(base64) {
	const bytes = Buffer.from(base64, "base64");
	return isUtf8(bytes) ? [bytes.toString("utf8")] : [];
}
// src/commands/built.ts
/** Roots that a cluster gets, of all that were built: the CRDs, which are everybody's, and its own. */
const rootsOfCluster = (built, cluster) => [...built].filter(([root]) => root === "deploy/base/ambassador/crds" || root.startsWith(`deploy/clusters/${cluster}/`));
/** The objects that a cluster should hold, Secrets still sealed. Throws OperatorError when two roots have the same one. */
function objectsOf(built, cluster) {
	const places = /* @__PURE__ */ new Map();
	return rootsOfCluster(built, cluster).flatMap(([root, yaml]) => readObjects(yaml, root).map((object) => {
		const other = places.get(keyOf(object));
		if (other !== void 0) throw new OperatorError(`${nameOf$1(object)} is in ${other} and in ${root}`, "an object has one place: look for it in your overrides");
		places.set(keyOf(object), root);
		return object;
	}));
}
/** Decrypts what is sealed. In memory: nothing of it may reach a file or a log. */
async function unsealAll(objects, keyring) {
	const plain = await pMap(objects, (object) => isEncrypted(object) ? unseal(object, keyring) : object, { concurrency: 4 });
	return {
		objects: plain,
		secrets: plain.filter((_, index) => isEncrypted(objects[index])).flatMap(secretValues)
	};
}
// src/commands/at-clusters.ts
/**
* Does the work at every cluster, side by side: one that fails does not stop the others. What went wrong around a cluster is its
* result; a bug is thrown, when all others have ended.
*/
async function atClusters(delivery, ports, options, work) {
	const keyring = await ports.keyring();
	const settled = await Promise.allSettled(delivery.targets.map((target) => atCluster(target, delivery, keyring, ports, options, work)));
	const results = settled.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
	for (const { cluster, lines } of results) for (const line of lines) ports.reporter.say(`${cluster}: ${line}`);
	const bug = settled.find((one) => one.status === "rejected");
	if (bug !== void 0) throw bug.reason;
	return results;
}
async function atCluster(target, { subject, places }, keyring, ports, { withoutKeys }, work) {
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
		const { objects, secrets } = await unsealAll(withoutKeys && keyring.identities.length === 0 ? target.objects.filter((object) => !isEncrypted(object)) : target.objects, keyring);
		ports.reporter.conceal(secrets);
		redact = redactor(secrets);
		api = await connectTo(target, ports);
		const found = await work({
			target,
			api,
			wanted: {
				network: subject?.network.name ?? "",
				cluster: cluster.name,
				namespace: cluster.ambassador.namespace,
				objects,
				places,
				consensusRoles: subject?.platform.consensusRoles ?? []
			},
			leftOut: target.objects.length - objects.length,
			say: (text) => ports.reporter.say(`${cluster.name}: ${redact(text)}`)
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
			...ended("stopped", "run this again to go on")
		};
		if (!(error instanceof OperatorError)) throw error;
		return {
			...none,
			...ended("failed", redact(error.message), redact(error.hint))
		};
	} finally {
		api?.close();
	}
}
function ended(outcome, message, ...hints) {
	const line = `${outcome}: ${message}`;
	return {
		outcome,
		message: line,
		lines: [line, ...hints.map((hint) => `    ${hint}`)]
	};
}
const isAbort = (error, signal) => error === signal.reason || error instanceof Error && error.name === "AbortError";
/** Throws OperatorError when the kubeconfig has no such context: the current one may be of any cluster. */
async function connectTo({ cluster, context }, { contexts, connect }) {
	const known = await contexts();
	if (known.includes(context)) return connect(context);
	throw new OperatorError(`the kubeconfig has no context "${context}" for the cluster ${cluster.name}: it has ${known.join(", ") || "none"}`, "log in to the cluster, then name its context in `context:` of the definition or with --context");
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
// src/commands/cluster-result.ts
/** Outcomes with which a cluster is as it should be, or was only looked at. */
const goodOutcomes = /* @__PURE__ */ new Set([
	"applied",
	"unchanged",
	"planned",
	"verified"
]);
// src/network/finding.ts
const weight = {
	error: 0,
	warning: 1,
	notice: 2
};
const compare$1 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Errors first, then in the order of the file; equal findings (one per rule, message and place) are reported once. */
function sortFindings(findings) {
	return [...new Map(findings.map((finding) => [JSON.stringify([
		finding.rule,
		finding.place,
		finding.message
	]), finding])).values()].sort((a, b) => weight[a.severity] - weight[b.severity] || compare$1(a.place.file, b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column || compare$1(a.message, b.message));
}
const hasErrors = (findings) => findings.some((finding) => finding.severity === "error");
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject$1(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject$1(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject$1(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a$1;
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}
// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate$1 = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};
// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4$1 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});
// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};
// node_modules/zod/v4/core/versions.js
const version$1 = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version$1;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4$1);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject = isObject$1;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject = isObject$1;
	const jit = !globalConfig.jitless;
	const fastEnabled = jit && allowsEval.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open.length > depth ? open.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
// node_modules/zod/v4/locales/en.js
const error$1 = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error$1() };
}
// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$1 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/classic/parse.js
const parse$1 = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(/* @__PURE__ */ _overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array$1(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse$1(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate$1(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(/* @__PURE__ */ _regex(...args));
	},
	includes(...args) {
		return this.check(/* @__PURE__ */ _includes(...args));
	},
	startsWith(...args) {
		return this.check(/* @__PURE__ */ _startsWith(...args));
	},
	endsWith(...args) {
		return this.check(/* @__PURE__ */ _endsWith(...args));
	},
	min(...args) {
		return this.check(/* @__PURE__ */ _minLength(...args));
	},
	max(...args) {
		return this.check(/* @__PURE__ */ _maxLength(...args));
	},
	length(...args) {
		return this.check(/* @__PURE__ */ _length(...args));
	},
	nonempty(...args) {
		return this.check(/* @__PURE__ */ _minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(/* @__PURE__ */ _lowercase(params));
	},
	uppercase(params) {
		return this.check(/* @__PURE__ */ _uppercase(params));
	},
	trim() {
		return this.check(/* @__PURE__ */ _trim());
	},
	normalize(...args) {
		return this.check(/* @__PURE__ */ _normalize(...args));
	},
	toLowerCase() {
		return this.check(/* @__PURE__ */ _toLowerCase());
	},
	toUpperCase() {
		return this.check(/* @__PURE__ */ _toUpperCase());
	},
	slugify() {
		return this.check(/* @__PURE__ */ _slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(/* @__PURE__ */ _email(ZodEmail, params));
	},
	url(params) {
		return this.check(/* @__PURE__ */ _url(ZodURL, params));
	},
	jwt(params) {
		return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(/* @__PURE__ */ _xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(/* @__PURE__ */ _e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return /* @__PURE__ */ _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(/* @__PURE__ */ _gt(value, params));
	},
	gte(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	min(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	lt(value, params) {
		return this.check(/* @__PURE__ */ _lt(value, params));
	},
	lte(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	max(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(/* @__PURE__ */ _gt(0, params));
	},
	nonnegative(params) {
		return this.check(/* @__PURE__ */ _gte(0, params));
	},
	negative(params) {
		return this.check(/* @__PURE__ */ _lt(0, params));
	},
	nonpositive(params) {
		return this.check(/* @__PURE__ */ _lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	step(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number(params) {
	return /* @__PURE__ */ _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => void 0;
});
function unknown() {
	return /* @__PURE__ */ _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return /* @__PURE__ */ _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(/* @__PURE__ */ _minLength(n, params));
	},
	nonempty(params) {
		return this.check(/* @__PURE__ */ _minLength(1, params));
	},
	max(n, params) {
		return this.check(/* @__PURE__ */ _maxLength(n, params));
	},
	length(n, params) {
		return this.check(/* @__PURE__ */ _length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array$1(element, params) {
	return /* @__PURE__ */ _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return /* @__PURE__ */ _superRefine(fn, params);
}
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// src/network/suggestion.ts
/** Words for the same thing that are not spelt alike. */
const synonyms = {
	amazon: "eks",
	aws: "eks",
	azure: "aks",
	gcloud: "gke",
	gcp: "gke",
	google: "gke",
	k8s: "kubernetes"
};
/** The known word that `word` was probably meant to be; undefined when none is near. */
function nearest(word, known) {
	const synonym = synonyms[word.toLowerCase()];
	if (synonym !== void 0 && known.includes(synonym)) return synonym;
	let best;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		const distance = leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: bestDistance });
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
/** "did you mean …?", or the list of what is known. */
function didYouMean(word, known) {
	const match = nearest(word, known);
	return match === void 0 ? `known here: ${known.join(", ")}` : `did you mean "${match}"?`;
}
// src/network/messages.ts
/** Says what the schema refused in the words of the definition, with the way out as hint. */
function explain(issue, source, schema) {
	const path = issue.path;
	const what = path.length === 0 ? source.file : label$1(path, source.value);
	const error = (message, hint) => ({
		rule: "schema",
		severity: "error",
		message,
		...hint === void 0 ? {} : { hint },
		path
	});
	if (issue.code === "unrecognized_keys") {
		const known = keysAt(schema, path);
		return issue.keys.map((key) => ({
			...error(`unknown key "${key}"${path.length === 0 ? "" : ` in ${what}`}`, didYouMean(key, known)),
			rule: "unknown-key",
			path: [...path, key],
			atKey: true
		}));
	}
	if (issue.input === void 0 && issue.code !== "custom") {
		const parent = path.length === 1 ? source.file : label$1(path.slice(0, -1), source.value);
		const about = descriptionAt(schema, path);
		return [{
			...error(`${parent} has no "${String(path.at(-1))}"`, `add it: ${expected(issue)}${about === void 0 ? "" : ` (${about})`}`),
			rule: "missing-key"
		}];
	}
	const number = typeof issue.input === "number" ? source.written(path) : void 0;
	switch (issue.code) {
		case "invalid_type": return [error(`${what} must be ${expected(issue)}, this is ${number ?? kindOf(issue.input)}`, quotes() ?? descriptionAt(schema, path))];
		case "invalid_value": {
			const values = issue.values.map(String);
			if (values.length === 1 && values[0] === issue.input) return [error(`${what} must be the number ${values[0]}, without quotes`)];
			const match = typeof issue.input === "string" ? nearest(issue.input, values) : void 0;
			const hint = match === void 0 ? void 0 : `did you mean "${match}"?`;
			return [error(`${what}: ${shown$1(issue.input)} is not one of ${values.join(", ")}`, hint)];
		}
		case "too_small":
		case "too_big": return [error(`${what} must be ${expected(issue)}, this is ${number ?? amount(issue.input)}`, quotes())];
		case "invalid_union": return [error(`${what} ${issue.errors.flat().find((inner) => inner.code === "invalid_format" || inner.code === "custom")?.message ?? `must be ${unionOf(issue)}`}, this is ${number ?? shown$1(issue.input)}`, quotes())];
		case "invalid_key": return [{
			...error(`${what}: ${issue.issues[0]?.message ?? "key of a wrong form"}`),
			atKey: true
		}];
		default: return [error(`${what} ${issue.message}, this is ${shown$1(issue.input)}`, quotes())];
	}
	/** Numbers and words that YAML takes for something else than text need quotes. */
	function quotes() {
		if (number?.startsWith("0x")) return "put it in quotes: YAML reads 0x… without quotes as a number";
		if (!(typeof issue.input === "number" || typeof issue.input === "boolean") || !takesText(schemaAt(schema, path))) return void 0;
		const about = descriptionAt(schema, path);
		return `put it in quotes${about === void 0 ? "" : `: ${about}`}`;
	}
}
/** Whether a text could be right here. */
function takesText(schema) {
	const definition = unwrapped(schema);
	return definition?.type === "string" || definition?.options?.some(takesText) === true || definition?.in !== void 0 && takesText(definition.in);
}
/** `organizations[carrier].nodes[rpc1].storage`: items of lists by their names where they have one. */
function label$1(path, root) {
	let text = "";
	let value = root;
	for (const step of path) {
		value = typeof value === "object" && value !== null ? value[step] : void 0;
		if (typeof step === "string") text += text === "" ? step : `.${step}`;
		else text += `[${nameOf(value) ?? step}]`;
	}
	return text;
}
function nameOf(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const { name, organization } = value;
	return typeof name === "string" ? name : typeof organization === "string" ? organization : void 0;
}
const typeNames = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a mapping",
	record: "a mapping",
	null: "empty"
};
function expected(issue) {
	switch (issue.code) {
		case "invalid_type": return typeNames[issue.expected] ?? issue.expected;
		case "invalid_value": return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(", ")}`;
		case "too_small": return issue.origin === "array" ? `a list of at least ${issue.minimum}` : issue.origin === "string" ? "longer" : `at least ${issue.minimum}`;
		case "too_big": return issue.origin === "string" ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
		case "invalid_union": return unionOf(issue);
		default: return issue.message;
	}
}
const unionOf = (issue) => [...new Set(issue.errors.flatMap((branch) => branch.map(expected)))].join(" or ");
function kindOf(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a mapping";
	if (typeof value === "string") return `the text ${shown$1(value)}`;
	return shown$1(value);
}
const amount = (value) => Array.isArray(value) ? `a list of ${value.length}` : typeof value === "string" ? `${value.length} characters` : shown$1(value);
/** A value as it may be repeated in a message: short, on one line. */
function shown$1(value) {
	if (typeof value === "object") return kindOf(value);
	const text = String(value);
	const cut = text.length > 60 ? `${text.slice(0, 24)}…` : text;
	return typeof value === "string" ? JSON.stringify(cut) : cut;
}
/** The keys that the schema knows at `path`. */
const keysAt = (schema, path) => Object.keys(unwrapped(schemaAt(schema, path))?.shape ?? {});
/** What a field is for, as editors show it. */
const descriptionAt = (schema, path) => schemaAt(schema, path)?.description;
function schemaAt(schema, path) {
	let current = schema;
	for (const step of path) {
		const definition = unwrapped(current);
		if (definition?.type === "object") current = definition.shape?.[String(step)];
		else if (definition?.type === "array") current = definition.element;
		else if (definition?.type === "record") current = definition.valueType;
		else return void 0;
	}
	return current;
}
function unwrapped(schema) {
	let definition = schema?._zod?.def;
	while (definition?.innerType !== void 0) definition = definition.innerType._zod.def;
	return definition;
}
// src/network/positions.ts
/** The definition is written by people: what is larger, deeper or more tangled than this is an accident or an attack. */
const limits$1 = {
	bytes: 1048576,
	depth: 32,
	aliases: 100,
	values: 2e5
};
/** Builds the tree of places, and reports what js-yaml would accept or would stop at the first of. */
function index(text, events, report) {
	const open = [];
	const anchors = /* @__PURE__ */ new Map();
	let root;
	let documents = 0;
	let aliases = 0;
	const place = (spot) => {
		const parent = open.at(-1);
		if (parent === void 0) {
			root ??= spot;
			return;
		}
		if (parent.kind === "mapping" && parent.key === void 0) {
			report("yaml-key", spot.start, "a key must be text: this is a list, a mapping or an alias", "a template such as {{ name }} has to be filled in first; anything else goes in quotes");
			parent.key = {
				name: "",
				start: spot.start
			};
			return;
		}
		if (parent.kind === "sequence") parent.spot.children.set(parent.index++, spot);
		else if (parent.key !== void 0) {
			const { name, start } = parent.key;
			delete parent.key;
			if (parent.spot.children.has(name)) report("yaml-duplicate-key", start, `"${name}" stands twice in one mapping`, "keep one of the two: a reader could not tell which one counts");
			else parent.spot.children.set(name, spot);
		}
	};
	const startOf = (offset) => {
		const keyStart = open.at(-1)?.key?.start ?? (offset < 0 ? open.at(-1)?.spot.start ?? 0 : offset);
		return {
			start: offset < 0 ? keyStart : offset,
			keyStart
		};
	};
	for (const event of events) {
		if (event.type !== EVENT_ID.POP && "tagStart" in event && event.tagStart >= 0) report("yaml-tag", event.tagStart, `the tag ${text.slice(event.tagStart, event.tagEnd)} is not read`, "remove it: plain YAML says all that a definition needs");
		if (event.type === EVENT_ID.DOCUMENT) {
			if (++documents === 2) report("yaml-documents", text.length, "more than one document in this file", "remove everything after the second \"---\": a file is one network");
		} else if (event.type === EVENT_ID.SCALAR) {
			const parent = open.at(-1);
			if (parent?.kind === "mapping" && parent.key === void 0) {
				parent.key = {
					name: getScalarValue(text, event),
					start: scalarStart(event)
				};
				if (event.style === SCALAR_STYLE.PLAIN && numeric.test(parent.key.name)) report("yaml-key", parent.key.start, `a key must be text: ${parent.key.name} is a number`, "put it in quotes");
				if (parent.key.name === "<<") report("yaml-merge", parent.key.start, "merge keys (\"<<\") are not read", "write the values out: they are not part of YAML 1.2");
				continue;
			}
			const written = event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0 ? text.slice(event.valueStart, event.valueEnd) : void 0;
			const spot = {
				...startOf(scalarStart(event)),
				...written === void 0 ? {} : { written },
				children: /* @__PURE__ */ new Map(),
				size: 1
			};
			remember(text, event, anchors, spot);
			place(spot);
		} else if (event.type === EVENT_ID.ALIAS) {
			const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
			const spot = {
				...startOf(event.anchorStart - 1),
				children: target?.children ?? /* @__PURE__ */ new Map(),
				size: target?.size ?? 1
			};
			if (++aliases === limits$1.aliases + 1) report("yaml-aliases", spot.start, `more than ${limits$1.aliases} aliases`, "write the values out");
			if (target !== void 0 && open.some((collection) => collection.spot === target)) report("yaml-aliases", spot.start, "an alias to the value that it stands in", "a definition has an end: remove it");
			place(spot);
		} else if (event.type === EVENT_ID.POP) {
			const closed = open.pop();
			if (closed === void 0) continue;
			for (const child of closed.spot.children.values()) closed.spot.size += child.size;
			if (closed.spot.size > limits$1.values) {
				report("yaml-aliases", closed.spot.start, `this expands to more than ${limits$1.values} values`, "write the values out instead of nesting aliases");
				return;
			}
		} else {
			const spot = {
				...startOf(event.start),
				children: /* @__PURE__ */ new Map(),
				size: 1
			};
			remember(text, event, anchors, spot);
			place(spot);
			open.push({
				spot,
				kind: event.type === EVENT_ID.MAPPING ? "mapping" : "sequence",
				index: 0
			});
		}
	}
	if (documents === 0 || root === void 0) report("yaml-empty", 0, "the file is empty", "start from the template: it has a commented network.yaml");
	return root;
}
/** What YAML's core schema reads as a number: two such keys may be the same one. */
const numeric = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|\.inf|\.nan)$/i;
function remember(text, event, anchors, spot) {
	if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), spot);
}
/** Offset of a scalar, its opening quote included. */
function scalarStart(event) {
	return event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? event.valueStart - 1 : event.valueStart;
}
/** The value at a path, or its nearest parent that exists. */
function find(root, path) {
	let spot = root;
	for (const step of path) {
		const next = spot.children.get(step);
		if (next === void 0) return {
			spot,
			whole: false
		};
		spot = next;
	}
	return {
		spot,
		whole: true
	};
}
// src/network/source.ts
/**
* Reads YAML 1.2 (core schema): one document, no tags, no duplicate keys, bounded in size, depth and aliases.
* Gives the source, or every finding that the reader can tell apart.
*/
function readSource(file, given) {
	const text = given.replace(/^\uFEFF/, "");
	const bytes = Buffer.byteLength(text);
	if (bytes > limits$1.bytes) return [{
		rule: "yaml-size",
		severity: "error",
		message: `${file} has ${bytes} bytes; at most ${limits$1.bytes} are read`,
		hint: "a definition of 1 000 nodes has about 100 KiB: generated or binary content does not belong here",
		place: {
			file,
			line: 1,
			column: 1
		}
	}];
	const lines = lineStarts(text);
	const place = (offset) => ({
		file,
		...position(lines, offset)
	});
	try {
		const events = parseEvents(text, {
			filename: file,
			maxDepth: limits$1.depth
		});
		const findings = [];
		const root = index(text, events, (rule, offset, message, hint) => findings.push({
			rule,
			severity: "error",
			message,
			hint,
			place: place(offset)
		}));
		if (findings.length > 0 || root === void 0) return findings;
		return {
			file,
			text,
			value: constructFromEvents(events, {
				source: text,
				filename: file,
				maxAliases: limits$1.aliases,
				json: true
			})[0],
			at: (path) => place(find(root, path).spot.start),
			atKey: (path) => {
				const { spot, whole } = find(root, path);
				return place(whole ? spot.keyStart : spot.start);
			},
			written: (path) => {
				const { spot, whole } = find(root, path);
				return whole ? spot.written : void 0;
			}
		};
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		const conflict = text.split("\n").findIndex((line) => /^(<{7}|>{7}) /.test(line));
		if (conflict >= 0) return [{
			rule: "yaml-syntax",
			severity: "error",
			message: "a merge conflict of Git that is not resolved",
			hint: "keep one side of it, and remove the lines with <<<<<<<, ======= and >>>>>>>",
			place: {
				file,
				line: conflict + 1,
				column: 1
			}
		}];
		const mark = error.mark;
		return [{
			rule: "yaml-syntax",
			severity: "error",
			message: `not valid YAML: ${error.reason}`,
			hint: "check the indentation and the quotes at this place and on the line above it",
			place: mark ? {
				file,
				line: mark.line + 1,
				column: mark.column + 1
			} : {
				file,
				line: 1,
				column: 1
			}
		}];
	}
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function position(starts, offset) {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return {
		line: low + 1,
		column: offset - (starts[low] ?? 0) + 1
	};
}
// src/network/lock.ts
const lockFile = "network.lock.yaml";
const emptyLock = {
	ports: {},
	material: {}
};
const schema = strictObject({
	version: literal(1),
	ports: record(string(), record(string(), int().min(1).max(65535))),
	material: record(string(), string().regex(/^sha256:[0-9a-f]{64}$/))
});
const heading = "# Written by Chancery. Keep it in Git, and leave it as it is: these ports and files are what other parties know.\n";
const restore = "restore it from Git: without it ports would move and keys would seem to be missing";
/** Reads the lock; the empty one when there is none yet. */
function readLock(text) {
	if (text === void 0) return emptyLock;
	const source = readSource(lockFile, text);
	if (!("value" in source)) return source.map((finding) => finding.message.startsWith("a merge conflict") ? finding : {
		...finding,
		hint: restore
	});
	const parsed = schema.safeParse(source.value, { reportInput: true });
	if (parsed.success) return {
		ports: parsed.data.ports,
		material: parsed.data.material
	};
	if (source.value?.version === 2) return [{
		...later,
		place: source.at(["version"])
	}];
	return parsed.error.issues.flatMap((issue) => explain(issue, source, schema)).map(({ message, path }) => ({
		rule: "lock",
		severity: "error",
		message,
		hint: restore,
		place: source.at(path)
	}));
}
const later = {
	rule: "lock",
	severity: "error",
	message: "this lock was written by a later release of Chancery",
	hint: "use that release or a newer one"
};
/** The lock as a file: keys sorted, so that it does not depend on the order of anything. */
function dumpLock({ ports, material }) {
	const clusters = Object.fromEntries(Object.entries(ports).map(([cluster, own]) => [cluster, sorted$1(own)]));
	return heading + dumpYaml({
		version: 1,
		ports: sorted$1(clusters),
		material: sorted$1(material)
	});
}
const sorted$1 = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a < b ? -1 : 1));
/**
* Digests of the material files, and what does not fit the recorded ones: a file that changed, or is gone. `digest` gives
* the digest of a text. A file that nobody recorded yet is taken as it is: somebody else committed it.
*/
function checkDigests(locked, files, digest) {
	const digests = Object.fromEntries([...files].map(([path, text]) => [path, digest(text)]));
	const problems = Object.entries(locked).flatMap(([path, expected]) => {
		const found = digests[path];
		if (found === expected) return [];
		return [{
			rule: "material-digest",
			severity: "error",
			message: found === void 0 ? `${path} is recorded in ${lockFile} but is not there` : `${path} is not what ${lockFile} recorded`,
			hint: found === void 0 ? `restore it from Git (git log -- ${path}); to give a key up on purpose, remove its line from the lock too` : `restore it from Git (git checkout -- ${path}): keys and genesis are written once; after new recipients for a sealed key, remove its line from the lock`,
			path: [],
			file: path
		}];
	});
	return {
		digests: {
			...locked,
			...digests
		},
		problems
	};
}
// src/render/tree.ts
const compare = ([a], [b]) => a < b ? -1 : a > b ? 1 : 0;
/** One tree in the order of paths. A path that stands twice is a bug: two parts would overwrite each other. */
function mergeTrees(...trees) {
	const merged = /* @__PURE__ */ new Map();
	for (const tree of trees) for (const [path, text] of tree) {
		if (merged.has(path)) throw new Error(`${path} is rendered twice`);
		merged.set(path, text);
	}
	return new Map([...merged].sort(compare));
}
/** The same tree below a folder. */
const below = (folder, tree) => [...tree].map(([path, text]) => [`${folder}/${path}`, text]);
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
	const entries = await inBatches([...tree], async ([path, text]) => isNew(path) || await files.read(path) !== text ? [[path, text]] : []);
	return {
		written: new Map(entries.flat()),
		removed
	};
}
const isEmpty = ({ written, removed }) => written.size === 0 && removed.length === 0;
async function writeChanges(files, { written, removed }) {
	for (const path of removed) await files.remove(path);
	await inBatches([...written], ([path, text]) => files.write(path, text));
}
// src/network/network.ts
/** `carrier/rpc1`: how a node is named in messages, files and the lock. */
const nodeId = (node) => `${node.organization.name}/${node.name}`;
/** Nodes of one organization in one cluster: one Kustomize root. */
const nodesOf = (network, cluster, organization) => network.nodes.filter((node) => node.cluster.name === cluster && node.organization.name === organization);
// src/providers/aks.ts
/** Azure Kubernetes Service, https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ */
const aks = {
	id: "aks",
	title: "Azure Kubernetes Service",
	local: false,
	service: {
		annotations: { "service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout": "30" },
		externalTrafficPolicy: "Local"
	},
	portLimit: 300,
	fixedAddress: true,
	addressHint: "the external IP of the Service"
};
// src/providers/eks.ts
/** Amazon EKS with the AWS Load Balancer Controller, https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ */
const eks = {
	id: "eks",
	title: "Amazon EKS",
	local: false,
	service: {
		loadBalancerClass: "service.k8s.aws/nlb",
		annotations: {
			"service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing",
			"service.beta.kubernetes.io/aws-load-balancer-nlb-target-type": "ip",
			"service.beta.kubernetes.io/aws-load-balancer-attributes": "load_balancing.cross_zone.enabled=true",
			"service.beta.kubernetes.io/aws-load-balancer-target-group-attributes": "preserve_client_ip.enabled=true"
		},
		externalTrafficPolicy: "Cluster"
	},
	portLimit: 50,
	fixedAddress: false,
	addressHint: "the host name of the load balancer (a CNAME record), or its Elastic IPs"
};
// src/providers/gke.ts
/** Google Kubernetes Engine, https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters */
const gke = {
	id: "gke",
	title: "Google Kubernetes Engine",
	local: false,
	service: {
		annotations: { "cloud.google.com/l4-rbs": "enabled" },
		externalTrafficPolicy: "Local"
	},
	fixedAddress: true,
	addressHint: "the external IP of the Service"
};
// src/providers/kubernetes.ts
/** Any cluster that nobody manages for you; something such as MetalLB gives the Service its address. */
const kubernetes = {
	id: "kubernetes",
	title: "Kubernetes",
	local: false,
	service: {
		annotations: {},
		externalTrafficPolicy: "Local"
	},
	fixedAddress: true,
	addressHint: "the external IP of the Service, as MetalLB or your own load balancer gives it"
};
// src/providers/local.ts
/** Clusters on a developer's machine: their load balancers forward to every node, so there is no client address to keep. */
const local = (id, title, addressHint) => ({
	id,
	title,
	local: true,
	service: {
		annotations: {},
		externalTrafficPolicy: "Cluster"
	},
	fixedAddress: false,
	addressHint
});
// src/providers/index.ts
/** Every provider that a definition may name. */
const providers = {
	eks,
	aks,
	gke,
	kubernetes,
	kind: local("kind", "kind", "the external IP that cloud-provider-kind gives the Service"),
	minikube: local("minikube", "minikube", "the external IP of the Service while `minikube tunnel` runs"),
	k3s: local("k3s", "K3s", "the IP of any node: ServiceLB opens the ports on all of them")
};
const providerIds = Object.keys(providers);
// src/ambassador/reserved-ports.ts
/** Where the HTTP Listeners bind, and what the Service offers for them. */
const http = {
	port: 80,
	listener: 8080
};
const https = {
	port: 443,
	listener: 8443
};
/**
* Ports that a TCPMapping cannot have. One on an HTTP Listener's port freezes all configuration of that Emissary, one on a
* port that Emissary itself binds never starts to listen; neither is reported.
*/
const reservedPorts = /* @__PURE__ */ new Map([
	[http.listener, "the HTTP Listener of the Ambassador"],
	[https.listener, "the HTTPS Listener of the Ambassador"],
	[8001, "Envoy's administration"],
	[8003, "Emissary's configuration server"],
	[8004, "Emissary's diagnostics"],
	[8005, "Emissary's snapshots"],
	[8006, "Emissary's readiness Listener"],
	[8877, "Emissary's administration"],
	[9696, "Emissary's snapshots"]
]);
// src/ambassador/ports.ts
const endpointKey = (node, endpoint) => `${nodeId(node)}/${endpoint.name}`;
/**
* The port of every endpoint that is reached by port. What the lock has stays, unless the definition pins another; what is
* new gets the lowest free port of the cluster's pool, in the order of names, so that the order of the file has no effect.
*/
function allocatePorts(network, platform, locked) {
	const problems = [];
	const ports = {};
	for (const cluster of network.clusters) {
		const wanted = wantedPorts(network, platform, cluster);
		const wrongPool = poolProblems(cluster);
		problems.push(...wrongPool, ...limitProblems(cluster, wanted.length));
		const others = [];
		const allocated = allocate(cluster, wanted, locked[cluster.name] ?? {}, others);
		problems.push(...wrongPool.length === 0 ? others : others.filter(({ rule }) => rule !== "port-pool"));
		ports[cluster.name] = Object.fromEntries([...allocated].sort(([a], [b]) => a < b ? -1 : 1));
	}
	return {
		ports,
		problems
	};
}
const wantedPorts = (network, platform, cluster) => network.nodes.filter((node) => node.cluster.name === cluster.name).flatMap((node) => platform.endpoints(node).filter((endpoint) => endpoint.reached === "by-port").map((endpoint, index) => ({
	key: endpointKey(node, endpoint),
	node,
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
	let next = cluster.ambassador.ports.first;
	for (const want of wanted) {
		if (allocated.has(want.key)) continue;
		while (holders.has(next) || reservedPorts.has(next)) next++;
		if (next > cluster.ambassador.ports.last) {
			problems.push(exhausted(cluster, wanted.length));
			break;
		}
		take(want, next);
	}
	return allocated;
}
const pool = ({ ambassador: { ports } }) => `${ports.first}-${ports.last}`;
const inPool = (cluster, port) => port >= cluster.ambassador.ports.first && port <= cluster.ambassador.ports.last;
function poolProblems(cluster) {
	const { first, last } = cluster.ambassador.ports;
	const problem = (message, hint) => ({
		rule: "port-pool",
		severity: "error",
		message: `the ports ${pool(cluster)} of cluster ${cluster.name} ${message}`,
		hint,
		path: [
			...cluster.path,
			"ambassador",
			"ports"
		]
	});
	if (first > last || last > 65535) return [problem("are no range", "write the lower port first, and none above 65535")];
	if (first >= 1024) return [];
	return [problem("begin below 1024", "the Ambassador runs without privileges and cannot open those: use a range such as 15000-15049")];
}
function limitProblems(cluster, used) {
	const { portLimit, title } = providers[cluster.provider];
	if (portLimit === void 0 || used + 2 <= portLimit) return [];
	return [{
		rule: "port-limit",
		severity: "error",
		message: `cluster ${cluster.name} would open ${used} ports besides 80 and 443: a load balancer of ${title} has at most ${portLimit}`,
		hint: "spread the nodes over more clusters",
		path: cluster.path
	}];
}
function pinnedProblems(cluster, port, { node, key }, problems) {
	const path = [...node.path, "port"];
	const reserved = reservedPorts.get(port);
	if (reserved !== void 0) problems.push({
		rule: "port-reserved",
		severity: "error",
		message: `port ${port} of ${key} belongs to ${reserved}`,
		hint: "it would never work there, and Emissary would not say so: use another port of the pool, or none and let Chancery choose",
		path
	});
	else if (!inPool(cluster, port)) problems.push({
		rule: "port-pool",
		severity: "error",
		message: `port ${port} of ${key} is outside of ${pool(cluster)}, the ports of cluster ${cluster.name}`,
		hint: "use a port of the pool, widen the pool (ambassador.ports), or leave the port out and let Chancery choose",
		path
	});
}
function lockedProblems(cluster, port, { node, key }) {
	const reserved = reservedPorts.get(port);
	if (reserved !== void 0) return [{
		rule: "port-reserved",
		severity: "error",
		message: `${key} holds port ${port} (network.lock.yaml), which belongs to ${reserved}`,
		hint: "it cannot work there: pin another port of the pool with `port:`, and tell those who dial it",
		path: node.path
	}];
	if (inPool(cluster, port)) return [];
	return [{
		rule: "port-pool",
		severity: "error",
		message: `${key} holds port ${port} (network.lock.yaml), which is outside of ${pool(cluster)}, the ports of cluster ${cluster.name}`,
		hint: `others dial this port: keep it in the pool (ambassador.ports), or move the node on purpose with \`port:\``,
		path: node.path
	}];
}
/** Reported where somebody wrote the port: both have it, and one of them by the lock. */
function taken(cluster, port, holder, want) {
	const at = want.pinned === void 0 && holder.pinned !== void 0 ? holder : want;
	return {
		rule: "port-collision",
		severity: "error",
		message: `port ${port} of cluster ${cluster.name} is wanted by ${holder.key} and by ${want.key}`,
		hint: "Emissary would split the connections between the two: give one of them another port",
		path: at.pinned === void 0 ? at.node.path : [...at.node.path, "port"]
	};
}
const exhausted = (cluster, wanted) => ({
	rule: "port-pool",
	severity: "error",
	message: `cluster ${cluster.name} needs ${wanted} ports, more than ${pool(cluster)} has to give`,
	hint: "widen the pool (ambassador.ports); ports that the Ambassador itself needs are left out of it",
	path: [...cluster.path, "ambassador"]
});
// src/material/files.ts
/** Material over a set of files. Each file is parsed at most once. */
function materialOf(files, standIns = /* @__PURE__ */ new Map()) {
	const values = /* @__PURE__ */ new Map();
	const text = (path) => files.get(path) ?? standIns.get(path);
	return {
		text,
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
// src/material/complete.ts
/**
* Makes the material that is missing, and only that: a request with its public half in place is left alone. Private halves
* exist in memory until they are sealed, and nowhere else.
*/
async function completeMaterial(requests, files, options) {
	const made = /* @__PURE__ */ new Map();
	const missing = [];
	const mine = ({ organization }) => options.organization === void 0 || organization === options.organization;
	const open = requests.filter((request) => !files.has(request.publicPath));
	for (const request of open.filter(isIdentity)) {
		if (request.sealed === void 0 || !mine(request)) {
			missing.push(request);
			continue;
		}
		const identity = request.make(options.random);
		const { sealed } = request;
		const secret = {
			name: sealed.secret,
			namespace: sealed.namespace,
			labels: options.labels,
			entries: identity.private
		};
		made.set(sealed.path, await seal(secret, sealed.recipients, options.random, options.now()));
		made.set(request.publicPath, dumpYaml(identity.public));
	}
	for (const request of open.filter(isShared)) {
		const all = new Map([...files, ...made]);
		if (request.needs.every((path) => all.has(path))) made.set(request.publicPath, request.make(materialOf(all)));
		else missing.push(request);
	}
	return {
		made,
		missing
	};
}
/**
* Public halves for what is missing, so that everything can be rendered and looked at before keys exist. They are made from
* the label, so that rendering twice gives the same bytes; nobody holds their private halves on purpose, so never deploy them.
*/
function standIns(requests, files, random) {
	const made = /* @__PURE__ */ new Map();
	const open = requests.filter((request) => !files.has(request.publicPath));
	for (const request of open.filter(isIdentity)) made.set(request.publicPath, dumpYaml(request.make(random).public));
	for (const request of open.filter(isShared)) made.set(request.publicPath, request.make(materialOf(files, made)));
	return made;
}
const isIdentity = (request) => request.kind === "identity";
const isShared = (request) => request.kind === "shared";
// src/material/well-known.ts
/** age recipients whose secret halves are in the tests of this project: they protect nothing. */
const wellKnownRecipients = /* @__PURE__ */ new Set([
	"age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g",
	"age1ffla0rqnzpykp840gkwgsgadp995t25n50yl43rw95lz2tw8euwqnthad5",
	"age1a0xxxpkgd2hemr349h9efz4szwf4yaee5u60wwsmf0ag9xp2wdwqdym03l"
]);
// src/material/rules.ts
/** Both halves of every key are there or neither is, private halves are encrypted, and for whom the definition says. */
const sealedProblems = (requests, material) => requests.filter(isIdentity).flatMap((request) => request.sealed === void 0 ? [] : pair(request, request.sealed, material));
function pair(request, sealed, material) {
	const hasPublic = material.text(request.publicPath) !== void 0 && !material.standIns.has(request.publicPath);
	if (material.text(sealed.path) !== void 0) {
		const problems = content(request, sealed, material);
		if (!hasPublic) problems.push(lonely(sealed.path, `the public half of ${request.label} (${request.publicPath}) is missing`));
		return problems;
	}
	if (!hasPublic) return [];
	return [{
		rule: "material-half",
		severity: "error",
		message: `${request.label} has a public key (${request.publicPath}), but no private key for cluster ${sealed.cluster} (${sealed.path})`,
		hint: "restore the file from Git; after a move between clusters, encrypt the key for the new one (sops decrypt with the old age key, sops encrypt for the new), or add a new node and remove this one: two live copies of a key break the consensus",
		path: request.path
	}];
}
function content(request, sealed, material) {
	const document = material.value(sealed.path);
	if (document === void 0) return [lonely(sealed.path, `${sealed.path} cannot be read`)];
	if (!isSealed(document)) return [{
		rule: "plain-secret",
		severity: "error",
		message: `${sealed.path} is not encrypted: it has no sops block, or a value that is not covered by it`,
		hint: "remove it here and in the history of the repository, and make a new key with `chancery keys`: this one has to be given up",
		path: [],
		file: sealed.path
	}];
	const found = recipientsOf(document) ?? [];
	if (found.some((recipient) => wellKnownRecipients.has(recipient))) return [{
		rule: "well-known-key",
		severity: "error",
		message: `everybody can decrypt ${sealed.path}: it is encrypted for a key that is part of Chancery's tests`,
		hint: "remove it and its public half, and make a new key with `chancery keys`",
		path: [],
		file: sealed.path
	}];
	const missing = sealed.recipients.filter((recipient) => !found.includes(recipient));
	const surplus = found.filter((recipient) => !sealed.recipients.includes(recipient));
	if (missing.length === 0 && surplus.length === 0) return [];
	return [{
		rule: "sealed-recipients",
		severity: "warning",
		message: `the key of ${request.label} is encrypted for other recipients than the definition says (${[...missing.map((recipient) => `not for ${recipient}`), ...surplus.map((recipient) => `still for ${recipient}`)].join(", ")})`,
		hint: `with an age key that can read it, run \`${rotation(missing, surplus, sealed.path)}\` and remove its line from network.lock.yaml: \`chancery keys\` records it again`,
		path: request.path
	}];
}
/** How sops makes a new data key for other recipients. */
const rotation = (added, removed, path) => [
	"sops rotate --in-place",
	...added.length === 0 ? [] : [`--add-age ${added.join(",")}`],
	...removed.length === 0 ? [] : [`--rm-age ${removed.join(",")}`],
	path
].join(" ");
const lonely = (file, message) => ({
	rule: "material-half",
	severity: "error",
	message,
	hint: "restore it from Git: a new public key would not fit the private one",
	path: [],
	file
});
// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!"".isWellFormed;
function extendedTypeOf(obj) {
	let type = typeof obj;
	if (type === "object") {
		if (Array.isArray(obj)) return "array";
		if (typeof obj.getUTCDate === "function" && obj instanceof Date) return "date";
		if (globalThis.Temporal) {
			if (obj.until) {
				if (obj instanceof Temporal.ZonedDateTime) return "temporal/tz+uc";
				if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate) return "temporal/uc";
				if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant) return "temporal";
				if (obj instanceof Temporal.PlainYearMonth) return "temporal/x";
			} else if (obj.toPlainDate && obj instanceof Temporal.PlainMonthDay || obj.negated && obj instanceof Temporal.Duration) return "temporal/x";
		}
	}
	return type;
}
function isArrayOfTables(obj) {
	for (let i = 0; i < obj.length; i++) if (extendedTypeOf(obj[i]) !== "object") return false;
	return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
	return JSON.stringify(s).replaceAll("", "\\u007f");
}
function formatString(s) {
	return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
	if (BARE_KEY.test(s)) return s;
	if (HAS_WELLFORMED && !s.isWellFormed()) throw new RangeError("key contains illegal lone surrogates");
	return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	switch (type) {
		case "number":
			if (isNaN(val)) return "nan";
			if (val === Infinity) return "inf";
			if (val === -Infinity) return "-inf";
			if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val))) return val.toFixed(1);
		case "bigint":
		case "boolean":
		case "temporal": return val.toString();
		case "string": return formatString(val);
		case "date":
			if (isNaN(val.getTime())) throw new TypeError("cannot serialize invalid date");
			return val.toISOString();
		case "object": return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
		case "array": return stringifyArray(val, depth, numberAsFloat, strictTemporal);
		case "temporal/tz+uc": if (strictTemporal) {
			let tz = val.timeZoneId;
			let tzc = tz.charCodeAt(0);
			if (tzc !== 43 && tzc !== 45 && (tzc !== 85 && tzc !== 71 && tzc !== 90 && tzc !== 69 || tz !== "UTC" && tz !== "UCT" && tz !== "Universal" && tz !== "Zulu" && !tz.startsWith("GMT") && tz !== "Greenwich" && !tz.startsWith("Etc/"))) throw new TypeError("Temporal objects with an IANA timezone are not allowed in Temporal strict mode");
		}
		case "temporal/uc":
			if (strictTemporal && val.calendarId !== "iso8601") throw new TypeError("Temporal objects with a non-default calendar are not allowed in Temporal strict mode");
			return val.toString({
				calendarName: "never",
				timeZoneName: "never"
			});
		case "temporal/x": throw new TypeError("Unsupported " + val[Symbol.toStringTag]);
	}
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
	let keys = Object.keys(obj);
	if (keys.length === 0) return "{}";
	let res = "{ ";
	for (let i = 0; i < keys.length; i++) {
		let k = keys[i];
		if (i) res += ", ";
		res += formatKey(k) + " = " + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
	}
	return res + " }";
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
	if (array.length === 0) return "[]";
	let res = "[ ";
	for (let i = 0; i < array.length; i++) {
		if (i) res += ", ";
		if (array[i] === null || array[i] === void 0) throw new TypeError("arrays cannot contain null or undefined values");
		res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
	}
	return res + " ]";
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	let res = "";
	for (let i = 0; i < array.length; i++) {
		res += `${res && "\n"}[[${key}]]\n`;
		res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
	}
	return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
	if (depth === 0) throw new Error("Could not stringify the object: maximum object depth exceeded");
	let preamble = "";
	let tables = "";
	let keys = Object.keys(obj);
	for (let i = 0; i < keys.length; i++) {
		let k = keys[i];
		if (obj[k] !== null && obj[k] !== void 0) {
			let type = extendedTypeOf(obj[k]);
			if (type === "symbol" || type === "function") throw new TypeError(`cannot serialize values of type '${type}'`);
			let key = formatKey(k);
			if (type === "array" && isArrayOfTables(obj[k])) tables += (tables && "\n") + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
			else if (type === "object") {
				let tblKey = prefix ? `${prefix}.${key}` : key;
				tables += (tables && "\n") + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
			} else {
				preamble += key;
				preamble += " = ";
				preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
				preamble += "\n";
			}
		}
	}
	if (tableKey && (preamble || !tables)) preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
	return preamble && tables ? `${preamble}\n${tables}` : preamble || tables;
}
function stringify(obj, { maxDepth = 1e3, numbersAsFloat = false, strictTemporal = false } = {}) {
	if (extendedTypeOf(obj) !== "object") throw new TypeError("stringify can only be called with an object");
	let str = stringifyTable(0, obj, "", maxDepth, numbersAsFloat, strictTemporal);
	if (str[str.length - 1] !== "\n") return str + "\n";
	return str;
}
// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
// src/material/material.ts
const publicPath = (...names) => `material/public/${names.join("/")}`;
const sealedPath = (...names) => `material/sealed/${names.join("/")}`;
// node_modules/@noble/curves/secp256k1.js
/**
* SECG secp256k1. See [pdf](https://www.secg.org/sec2-v2.pdf).
*
* Belongs to Koblitz curves: it has efficiently-computable GLV endomorphism ψ,
* check out {@link EndomorphismOpts}. Seems to be rigid (not backdoored).
* @module
*/
/*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
const secp256k1_CURVE = {
	p: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f"),
	n: BigInt("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"),
	h: BigInt(1),
	a: BigInt(0),
	b: BigInt(7),
	Gx: BigInt("0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"),
	Gy: BigInt("0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8")
};
const secp256k1_ENDO = {
	beta: BigInt("0x7ae96a2b657c07106e64479eac3434e99cf0497512f58995c1396c28719501ee"),
	basises: [[BigInt("0x3086d221a7d46bcde86c90e49284eb15"), -BigInt("0xe4437ed6010e88286f547fa90abfe4c3")], [BigInt("0x114ca50f7a8e2f3f657c1108d9d44cfd8"), BigInt("0x3086d221a7d46bcde86c90e49284eb15")]]
};
const _2n$1 = /* @__PURE__ */ BigInt(2);
/**
* √n = n^((p+1)/4) for fields p = 3 mod 4. We unwrap the loop and multiply bit-by-bit.
* (P+1n/4n).toString(2) would produce bits [223x 1, 0, 22x 1, 4x 0, 11, 00]
*/
function sqrtMod(y) {
	const P = secp256k1_CURVE.p;
	const _3n = BigInt(3), _6n = BigInt(6), _11n = BigInt(11), _22n = BigInt(22);
	const _23n = BigInt(23), _44n = BigInt(44), _88n = BigInt(88);
	const b2 = y * y * y % P;
	const b3 = b2 * b2 * y % P;
	const b11 = pow2(pow2(pow2(b3, _3n, P) * b3 % P, _3n, P) * b3 % P, _2n$1, P) * b2 % P;
	const b22 = pow2(b11, _11n, P) * b11 % P;
	const b44 = pow2(b22, _22n, P) * b22 % P;
	const b88 = pow2(b44, _44n, P) * b44 % P;
	const root = pow2(pow2(pow2(pow2(pow2(pow2(b88, _88n, P) * b88 % P, _44n, P) * b44 % P, _3n, P) * b3 % P, _23n, P) * b22 % P, _6n, P) * b2 % P, _2n$1, P);
	if (!Fpk1.eql(Fpk1.sqr(root), y)) throw new Error("Cannot find square root");
	return root;
}
const Fpk1 = /* @__PURE__ */ Field(secp256k1_CURVE.p, { sqrt: sqrtMod });
/**
* secp256k1 curve: ECDSA and ECDH methods.
*
* Uses sha256 to hash messages. To use a different hash,
* pass `{ prehash: false }` to sign / verify.
*
* @example
* Generate one secp256k1 keypair, sign a message, and verify it.
*
* ```js
* import { secp256k1 } from '@noble/curves/secp256k1.js';
* const { secretKey, publicKey } = secp256k1.keygen();
* // const publicKey = secp256k1.getPublicKey(secretKey);
* const msg = new TextEncoder().encode('hello noble');
* const sig = secp256k1.sign(msg, secretKey);
* const isValid = secp256k1.verify(sig, msg, publicKey);
* // const sigKeccak = secp256k1.sign(keccak256(msg), secretKey, { prehash: false });
* ```
*/
const secp256k1 = /* @__PURE__ */ ecdsa(/* @__PURE__ */ weierstrass(secp256k1_CURVE, {
	Fp: Fpk1,
	endo: secp256k1_ENDO
}), sha256$1);
// node_modules/micro-eth-signer/utils.js
/**
* Asserts something is a string.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a label string.
*
* ```ts
* astring('example', 'label');
* ```
*/
function astring(value, title = "") {
	if (typeof value !== "string") {
		const prefix = title && `"${title}" `;
		throw new TypeError(prefix + "expected string, got type=" + typeof value);
	}
	return value;
}
/**
* Checks whether a value is a byte array.
* @param a - Value to inspect.
* @returns True when the value is a `Uint8Array`.
* @example
* Accept raw `Uint8Array` values and reject non-byte inputs.
* ```ts
* isBytes(new Uint8Array([1]));
* ```
*/
const isBytes = isBytes$5;
const ETH_PRECISION = 18;
const GWEI_PRECISION = 9;
const GWEI = /* @__PURE__ */ (() => BigInt(10) ** BigInt(GWEI_PRECISION))();
const ETHER = /* @__PURE__ */ (() => BigInt(10) ** BigInt(ETH_PRECISION))();
/**
* Common Ethereum units and transaction safety limits.
* @example
* Format the built-in 1 gwei constant with the decimal coder.
* ```ts
* import { amounts, weigwei } from 'micro-eth-signer';
* weigwei.encode(amounts.GWEI);
* ```
*/
const amounts = /* @__PURE__ */ (() => deepFreeze({
	GWEI_PRECISION,
	ETH_PRECISION,
	GWEI,
	ETHER,
	maxAmount: BigInt(1e6) * ETHER,
	minGasLimit: BigInt(21e3),
	maxGasLimit: BigInt(3e7),
	maxGasPrice: BigInt(1e4) * GWEI,
	maxNonce: BigInt(131072),
	maxDataSize: 1e6,
	maxInitDataSize: 524288,
	maxChainId: BigInt(2 ** 32 - 1),
	maxUint64: BigInt(2) ** BigInt(64) - BigInt(1),
	maxUint256: BigInt(2) ** BigInt(256) - BigInt(1)
}))();
const leadingZerosRe = /^0+/;
const genEthHex = (keepLeadingZero = true) => deepFreeze({
	decode: (data) => {
		if (typeof data !== "string") throw new Error("hex data must be a string");
		let hex = strip0x(data);
		hex = hex.length & 1 ? `0${hex}` : hex;
		return hexToBytes$3(hex);
	},
	encode: (data) => {
		let hex = bytesToHex$2(data);
		if (!keepLeadingZero) hex = hex.replace(leadingZerosRe, "");
		return add0x(hex);
	}
});
/**
* Hex coder that preserves encoded leading zero nibbles.
* @example
* Preserve the leading zero nibble when encoding Ethereum hex.
* ```ts
* ethHex.encode(new Uint8Array([1]));
* ```
*/
const ethHex = /* @__PURE__ */ genEthHex(true);
const ethHexStartRe = /^0[xX]/;
/**
* Adds a `0x` prefix when missing.
* @param hex - Hex string with or without the `0x` prefix.
* @param title - Label included in thrown errors.
* @returns Hex string guaranteed to start with `0x`.
* @throws On wrong argument types. {@link TypeError}
* @example
* Normalize a user-supplied hex string before sending it to RPC helpers.
* ```ts
* add0x('abcd');
* ```
*/
function add0x(hex, title = "hex") {
	astring(hex, title);
	return ethHexStartRe.test(hex) ? hex : `0x${hex}`;
}
/**
* Removes a leading `0x` prefix when present.
* @param hex - Hex string with or without the `0x` prefix.
* @param title - Label included in thrown errors.
* @returns Hex string without the `0x` prefix.
* @throws On wrong argument types. {@link TypeError}
* @example
* Strip the prefix before handing hex to low-level byte decoders.
* ```ts
* strip0x('0xabcd');
* ```
*/
function strip0x(hex, title = "hex") {
	astring(hex, title);
	return hex.replace(ethHexStartRe, "");
}
/**
* Checks whether a value is a non-null object.
* @param item - Value to inspect.
* @returns `true` when the value is an object or array.
* @example
* Treat plain objects and arrays as structured values.
* ```ts
* isObject({});
* ```
*/
function isObject(item) {
	return item != null && typeof item === "object";
}
/**
* Recursively freezes an object graph in place.
* @param obj - Value to freeze.
* @returns The same value after freezing every reachable array or object value.
* @example
* Freeze registry-style constants before exporting them.
* ```ts
* deepFreeze({ a: [{ b: 1 }] });
* ```
*/
function deepFreeze(obj) {
	if (!isObject(obj)) return obj;
	if (Object.isFrozen(obj)) return obj;
	Object.freeze(obj);
	if (Array.isArray(obj)) for (const item of obj) deepFreeze(item);
	else for (const value of Object.values(obj)) deepFreeze(value);
	return obj;
}
// node_modules/micro-eth-signer/core/rlp.js
const hexToBytes = (s) => {
	if (s.length % 2) throw new Error(`RLP.encode: hex string with odd length: ${s}`);
	return ethHex.decode(s);
};
const utf8 = /* @__PURE__ */ new TextEncoder();
const empty = Uint8Array.of();
const lenLen = (n) => {
	let res = 1;
	while ((n = Math.floor(n / 256)) > 0) res++;
	return res;
};
const leaf = (bytes) => {
	const len = bytes.length;
	let total;
	if (len === 1 && bytes[0] < 128) total = 1;
	else if (len < 56) total = 1 + len;
	else total = 1 + lenLen(len) + len;
	return {
		bytes,
		items: null,
		payload: 0,
		total
	};
};
const numberToBytes = (n) => {
	if (!Number.isSafeInteger(n) || n < 0) throw new Error("RLP.encode: invalid integer as argument, must be unsigned");
	if (n === 0) return empty;
	let len = 0;
	for (let i = n; i >= 1; i /= 256) len++;
	let hi = Math.floor(n / 4294967296);
	let lo = n % 4294967296;
	const res = new Uint8Array(len);
	let i = len - 1;
	for (; i >= 0 && i >= len - 4; i--) {
		res[i] = lo & 255;
		lo >>>= 8;
	}
	for (; i >= 0; i--) {
		res[i] = hi & 255;
		hi >>>= 8;
	}
	return res;
};
const maxSafeInteger = /* @__PURE__ */ BigInt(Number.MAX_SAFE_INTEGER);
const MAX_RLP_DEPTH = 1024;
const measure = (data, depth = 0) => {
	if (depth > MAX_RLP_DEPTH) throw new RangeError("RLP.encode: too deep");
	if (data == null) return leaf(empty);
	if (isBytes(data)) return leaf(data);
	if (Array.isArray(data)) {
		const items = new Array(data.length);
		let payload = 0;
		for (let i = 0; i < data.length; i++) payload += (items[i] = measure(data[i], depth + 1)).total;
		const total = payload < 56 ? 1 + payload : 1 + lenLen(payload) + payload;
		return {
			bytes: null,
			items,
			payload,
			total
		};
	}
	switch (typeof data) {
		case "number": return leaf(numberToBytes(data));
		case "bigint":
			if (data < BigInt(0)) throw new Error("RLP.encode: invalid integer as argument, must be unsigned");
			return leaf(data <= maxSafeInteger ? numberToBytes(Number(data)) : numberToVarBytesBE(data));
		case "string": return leaf(data.startsWith("0x") ? hexToBytes(data) : utf8.encode(data));
		default: throw new Error("RLP.encode: unknown type");
	}
};
const writePrefix = (out, pos, offset, len) => {
	if (len < 56) {
		out[pos++] = offset + len;
		return pos;
	}
	const ll = lenLen(len);
	out[pos++] = offset + 55 + ll;
	for (let i = ll - 1, n = len; i >= 0; i--) {
		out[pos + i] = n % 256;
		n = Math.floor(n / 256);
	}
	return pos + ll;
};
const writeNode = (node, out, pos, depth = 0) => {
	if (depth > MAX_RLP_DEPTH) throw new RangeError("RLP.encode: too deep");
	const bytes = node.bytes;
	if (bytes !== null) {
		const len = bytes.length;
		if (len === 1 && bytes[0] < 128) {
			out[pos] = bytes[0];
			return pos + 1;
		}
		pos = writePrefix(out, pos, 128, len);
		out.set(bytes, pos);
		return pos + len;
	}
	pos = writePrefix(out, pos, 192, node.payload);
	for (const item of node.items) pos = writeNode(item, out, pos, depth + 1);
	return pos;
};
const rlpEncode = (data) => {
	const root = measure(data);
	const out = new Uint8Array(root.total);
	writeNode(root, out, 0);
	return out;
};
const rlpDecodeSlice = (d, offset, end, allowUnreadBytes = false) => {
	let pos = offset;
	const readLength = (lengthLen, boundary) => {
		if (pos + lengthLen > boundary) throw new Error("RLP.decode: out of range");
		if (d[pos] === 0) throw new Error("RLP.decode: wrong length encoding with leading zeros");
		let len = 0;
		for (let i = 0; i < lengthLen; i++) len = len * 256 + d[pos++];
		if (len < 56) throw new Error("RLP.decode: length less than 56, but used multi-byte flag");
		return len;
	};
	const item = (boundary, depth = 0) => {
		if (depth > MAX_RLP_DEPTH) throw new RangeError("RLP.decode: too deep");
		if (pos >= boundary) throw new Error("RLP.decode: out of range");
		const first = d[pos++];
		if (first < 128) return d.subarray(pos - 1, pos);
		let len;
		let isList = false;
		if (first < 184) len = first - 128;
		else if (first < 192) len = readLength(first - 183, boundary);
		else if (first < 248) {
			len = first - 192;
			isList = true;
		} else {
			len = readLength(first - 247, boundary);
			isList = true;
		}
		const itemEnd = pos + len;
		if (itemEnd > boundary) throw new Error("RLP.decode: out of range");
		if (!isList) {
			if (len === 1 && d[pos] < 128) throw new Error("RLP.decode: wrong string length encoding, should use single byte mode");
			const res = d.subarray(pos, itemEnd);
			pos = itemEnd;
			return res;
		}
		const items = [];
		while (pos < itemEnd) items.push(item(itemEnd, depth + 1));
		return items;
	};
	const res = item(end);
	if (!allowUnreadBytes && pos !== end) throw new Error("RLP.decode: unread bytes left");
	return res;
};
const rlpDecode = (data, opts) => {
	if (!isBytes(data)) throw new Error("RLP.decode: expected Uint8Array");
	return rlpDecodeSlice(data, 0, data.length, opts?.allowUnreadBytes);
};
const peekLength = (r, lengthLen) => {
	const header = r.bytes(1 + lengthLen, true);
	let len = 0;
	for (let i = 1; i < header.length; i++) len = len * 256 + header[i];
	return len;
};
/**
* RLP parser.
* Real type of rlp is `Item = Uint8Array | Item[]`.
* Strings/number encoded to Uint8Array, but not decoded back: type information is lost.
*/
const RLP = /* @__PURE__ */ deepFreeze({
	size: void 0,
	encodeStream: (w, value) => w.bytes(rlpEncode(value)),
	decodeStream: (r) => {
		const first = r.byte(true);
		let total;
		if (first < 128) total = 1;
		else if (first < 184) total = 1 + (first - 128);
		else if (first < 192) total = 1 + (first - 183) + peekLength(r, first - 183);
		else if (first < 248) total = 1 + (first - 192);
		else total = 1 + (first - 247) + peekLength(r, first - 247);
		return rlpDecodeSlice(r.bytes(total), 0, total);
	},
	encode: rlpEncode,
	decode: rlpDecode
});
// src/platforms/besu/genesis.ts
/** Besu tells a BFT block by this mix hash: the last 32 characters of "practical byzantine fault tolerance" in ASCII (EIP-650). */
const mixHash = "0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";
/** The first block of a network whose validators have these addresses ("0x" and 40 digits, any order). */
function genesisFile(genesis, validators) {
	return {
		config: {
			chainId: genesis.chainId,
			...genesis.forks,
			...genesis.freeGas ? { zeroBaseFee: true } : {},
			...genesis.contractSizeLimit === void 0 ? {} : { contractSizeLimit: genesis.contractSizeLimit },
			qbft: {
				blockperiodseconds: genesis.blockPeriodSeconds,
				epochlength: genesis.epochLength,
				requesttimeoutseconds: requestTimeout(genesis)
			}
		},
		nonce: "0x0",
		timestamp: "0x0",
		gasLimit: `0x${genesis.gasLimit.toString(16)}`,
		difficulty: "0x1",
		mixHash,
		coinbase: `0x${"0".repeat(40)}`,
		alloc: Object.fromEntries([...genesis.accounts].sort((a, b) => a.address.toLowerCase() < b.address.toLowerCase() ? -1 : 1).map((account) => [account.address.toLowerCase(), allocation(account)])),
		extraData: qbftExtraData(validators)
	};
}
/** The first round waits twice the block period, as Besu's documentation advises. */
const requestTimeout = (genesis) => genesis.requestTimeoutSeconds ?? 2 * genesis.blockPeriodSeconds;
function allocation({ balance, code, storage, nonce }) {
	return {
		balance: `0x${balance.toString(16)}`,
		...nonce === void 0 ? {} : { nonce: `0x${nonce.toString(16)}` },
		...code === void 0 ? {} : { code: code.toLowerCase() },
		...storage === void 0 ? {} : { storage: Object.fromEntries(Object.entries(storage).sort(([a], [b]) => a < b ? -1 : 1)) }
	};
}
/**
* QBFT's extra data: RLP of [32 bytes of vanity, validators in ascending order, no vote, round 0, no seals];
* Besu, QbftExtraDataCodec.java.
*/
function qbftExtraData(validators) {
	const addresses = [...validators].sort().map((address) => hexToBytes$3(address.slice(2)));
	return `0x${bytesToHex$2(RLP.encode([
		/* @__PURE__ */ new Uint8Array(32),
		addresses,
		[],
		/* @__PURE__ */ new Uint8Array(0),
		[]
	]))}`;
}
/** The validators that a genesis file begins with. */
function genesisValidators(file) {
	const [, validators] = RLP.decode(hexToBytes$3(file.extraData.slice(2)));
	return validators.map((address) => `0x${bytesToHex$2(address)}`);
}
/** A genesis file as it was read back, with its validators; undefined when it is none. */
function readGenesis(value) {
	const { config, extraData, alloc } = value ?? {};
	if (!(typeof config?.chainId === "number" && typeof config.qbft === "object" && config.qbft !== null && typeof alloc === "object" && alloc !== null && typeof extraData === "string")) return void 0;
	try {
		const file = value;
		const validators = genesisValidators(file);
		return Array.isArray(validators) ? {
			file,
			validators
		} : void 0;
	} catch {
		return;
	}
}
// node_modules/@noble/hashes/sha3.js
/**
* SHA3 (keccak) hash function, based on a new "Sponge function" design.
* Different from older hashes, the internal state is bigger than output size.
*
* Check out
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.202.pdf | FIPS-202},
* {@link https://keccak.team/keccak.html | Website}, and
* {@link https://crypto.stackexchange.com/q/15727 | the differences between
* SHA-3 and Keccak}.
*
* Check out `sha3-addons` module for cSHAKE, k12, and others.
* @module
*/
const _0n = BigInt(0);
const _1n = BigInt(1);
const _2n = BigInt(2);
const _7n = BigInt(7);
const _256n = BigInt(256);
const _0x71n = BigInt(113);
const SHA3_PI = [];
const SHA3_ROTL = [];
const _SHA3_IOTA = [];
for (let round = 0, R = _1n, x = 1, y = 0; round < 24; round++) {
	[x, y] = [y, (2 * x + 3 * y) % 5];
	SHA3_PI.push(2 * (5 * y + x));
	SHA3_ROTL.push((round + 1) * (round + 2) / 2 % 64);
	let t = _0n;
	for (let j = 0; j < 7; j++) {
		R = (R << _1n ^ (R >> _7n) * _0x71n) % _256n;
		if (R & _2n) t ^= _1n << (_1n << BigInt(j)) - _1n;
	}
	_SHA3_IOTA.push(t);
}
const IOTAS = split$1(_SHA3_IOTA, true);
const SHA3_IOTA_H = IOTAS[0];
const SHA3_IOTA_L = IOTAS[1];
const rotlSH = (h, l, s) => h << s | l >>> 32 - s;
const rotlSL = (h, l, s) => l << s | h >>> 32 - s;
const rotlBH = (h, l, s) => l << s - 32 | h >>> 64 - s;
const rotlBL = (h, l, s) => h << s - 32 | l >>> 64 - s;
const rotlH = (h, l, s) => s > 32 ? rotlBH(h, l, s) : rotlSH(h, l, s);
const rotlL = (h, l, s) => s > 32 ? rotlBL(h, l, s) : rotlSL(h, l, s);
const B = /* @__PURE__ */ new Uint32Array(10);
/**
* `keccakf1600` internal permutation, additionally allows adjusting the round count.
* @param s - 5x5 Keccak state encoded as 25 lanes split into 50 uint32 words
*   in this file's local little-endian lane-word order
* @param rounds - number of rounds to execute
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If `rounds` is outside the supported `1..24` range. {@link Error}
* @example
* Permute a Keccak state with the default 24 rounds.
* ```ts
* keccakP(new Uint32Array(50));
* ```
*/
function keccakP(s, rounds = 24) {
	if (!(s instanceof Uint32Array)) throw new TypeError("\"s\" expected Uint32Array(50), got type=" + typeof s);
	if (s.length !== 50) throw new RangeError("\"s\" expected Uint32Array(50), got length=" + s.length);
	anumber$4(rounds, "rounds");
	if (rounds < 1 || rounds > 24) throw new Error("\"rounds\" expected integer 1..24");
	for (let round = 24 - rounds; round < 24; round++) {
		for (let x = 0; x < 10; x++) B[x] = s[x] ^ s[x + 10] ^ s[x + 20] ^ s[x + 30] ^ s[x + 40];
		for (let x = 0; x < 10; x += 2) {
			const idx1 = (x + 8) % 10;
			const idx0 = (x + 2) % 10;
			const B0 = B[idx0];
			const B1 = B[idx0 + 1];
			const Th = rotlH(B0, B1, 1) ^ B[idx1];
			const Tl = rotlL(B0, B1, 1) ^ B[idx1 + 1];
			for (let y = 0; y < 50; y += 10) {
				s[x + y] ^= Th;
				s[x + y + 1] ^= Tl;
			}
		}
		let curH = s[2];
		let curL = s[3];
		for (let t = 0; t < 24; t++) {
			const shift = SHA3_ROTL[t];
			const Th = rotlH(curH, curL, shift);
			const Tl = rotlL(curH, curL, shift);
			const PI = SHA3_PI[t];
			curH = s[PI];
			curL = s[PI + 1];
			s[PI] = Th;
			s[PI + 1] = Tl;
		}
		for (let y = 0; y < 50; y += 10) {
			const b0 = s[y], b1 = s[y + 1], b2 = s[y + 2], b3 = s[y + 3];
			s[y] ^= ~s[y + 2] & s[y + 4];
			s[y + 1] ^= ~s[y + 3] & s[y + 5];
			s[y + 2] ^= ~s[y + 4] & s[y + 6];
			s[y + 3] ^= ~s[y + 5] & s[y + 7];
			s[y + 4] ^= ~s[y + 6] & s[y + 8];
			s[y + 5] ^= ~s[y + 7] & s[y + 9];
			s[y + 6] ^= ~s[y + 8] & b0;
			s[y + 7] ^= ~s[y + 9] & b1;
			s[y + 8] ^= ~b0 & b2;
			s[y + 9] ^= ~b1 & b3;
		}
		s[0] ^= SHA3_IOTA_H[round];
		s[1] ^= SHA3_IOTA_L[round];
	}
	clean$2(B);
}
/**
* Keccak sponge function.
* @param blockLen - absorb/squeeze rate in bytes
* @param suffix - domain separation suffix byte
* @param outputLen - default digest length in bytes. This base sponge only
*   requires a non-negative integer; wrappers that need positive output
*   lengths must enforce that themselves.
* @param enableXOF - whether XOF output is allowed
* @param rounds - number of Keccak-f rounds
* @example
* Build a sponge state, absorb bytes, then finalize a digest.
* ```ts
* const hash = new Keccak(136, 0x06, 32);
* hash.update(new Uint8Array([1, 2, 3]));
* hash.digest();
* ```
*/
var Keccak = class Keccak {
	state;
	pos = 0;
	posOut = 0;
	finished = false;
	state32;
	destroyed = false;
	blockLen;
	suffix;
	outputLen;
	canXOF;
	enableXOF = false;
	rounds;
	constructor(blockLen, suffix, outputLen, enableXOF = false, rounds = 24) {
		anumber$4(blockLen, "blockLen");
		anumber$4(suffix, "suffix");
		anumber$4(rounds, "rounds");
		abool$3(enableXOF, "enableXOF");
		this.blockLen = blockLen;
		this.suffix = suffix;
		this.outputLen = outputLen;
		this.enableXOF = enableXOF;
		this.canXOF = enableXOF;
		this.rounds = rounds;
		anumber$4(outputLen, "outputLen");
		if (!(0 < blockLen && blockLen < 200)) throw new Error("\"blockLen\" must be 1..199");
		this.state = /* @__PURE__ */ new Uint8Array(200);
		this.state32 = u32$2(this.state);
	}
	clone() {
		return this._cloneInto();
	}
	keccak() {
		swap32IfBE$2(this.state32);
		keccakP(this.state32, this.rounds);
		swap32IfBE$2(this.state32);
		this.posOut = 0;
		this.pos = 0;
	}
	update(data) {
		aexists$2(this);
		abytes$4(data);
		const { blockLen, state, state32 } = this;
		const len = data.length;
		const canUseU32 = blockLen % 4 === 0 && data.byteOffset % 4 === 0;
		const blockLen32 = blockLen / 4;
		const data32 = canUseU32 && len >= blockLen ? u32$2(data) : void 0;
		for (let pos = 0; pos < len;) {
			if (data32 !== void 0 && this.pos === 0 && pos % 4 === 0 && len - pos >= blockLen) {
				for (let i = 0, o = pos / 4; i < blockLen32; i++) state32[i] ^= data32[o + i];
				pos += blockLen;
				this.pos = blockLen;
				this.keccak();
				continue;
			}
			const take = Math.min(blockLen - this.pos, len - pos);
			for (let i = 0; i < take; i++) state[this.pos++] ^= data[pos++];
			if (this.pos === blockLen) this.keccak();
		}
		return this;
	}
	finish() {
		if (this.finished) return;
		this.finished = true;
		const { state, suffix, pos, blockLen } = this;
		state[pos] ^= suffix;
		if ((suffix & 128) !== 0 && pos === blockLen - 1) this.keccak();
		state[blockLen - 1] ^= 128;
		this.keccak();
	}
	writeInto(out) {
		aexists$2(this, false);
		abytes$4(out);
		this.finish();
		const bufferOut = this.state;
		const { blockLen } = this;
		for (let pos = 0, len = out.length; pos < len;) {
			if (this.posOut >= blockLen) this.keccak();
			const take = Math.min(blockLen - this.posOut, len - pos);
			out.set(bufferOut.subarray(this.posOut, this.posOut + take), pos);
			this.posOut += take;
			pos += take;
		}
		return out;
	}
	xofInto(out) {
		if (!this.enableXOF) throw new Error("XOF is not enabled");
		return this.writeInto(out);
	}
	xof(bytes) {
		anumber$4(bytes);
		return this.xofInto(new Uint8Array(bytes));
	}
	digestInto(out) {
		aoutput$2(out, this);
		if (this.finished) throw new Error("digest() was already called");
		this.writeInto(out.length === this.outputLen ? out : out.subarray(0, this.outputLen));
		this.destroy();
	}
	digest() {
		const out = new Uint8Array(this.outputLen);
		this.digestInto(out);
		return out;
	}
	destroy() {
		this.destroyed = true;
		clean$2(this.state);
	}
	_cloneInto(to) {
		const { blockLen, suffix, outputLen, rounds, enableXOF } = this;
		to ||= new Keccak(blockLen, suffix, outputLen, enableXOF, rounds);
		to.blockLen = blockLen;
		to.state32.set(this.state32);
		to.pos = this.pos;
		to.posOut = this.posOut;
		to.finished = this.finished;
		to.rounds = rounds;
		to.suffix = suffix;
		to.outputLen = outputLen;
		to.enableXOF = enableXOF;
		to.canXOF = this.canXOF;
		to.destroyed = this.destroyed;
		return to;
	}
};
const genKeccak = (suffix, blockLen, outputLen, info = {}) => createHasher$1(() => new Keccak(blockLen, suffix, outputLen), info);
/**
* Keccak-256 hash function. Different from SHA3-256.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with Keccak-256.
* ```ts
* keccak_256(new Uint8Array([97, 98, 99]));
* ```
*/
const keccak_256 = /* @__PURE__ */ genKeccak(1, 136, 32);
// src/platforms/besu/identity.ts
/** A new node key: its public half, and the private half as Besu reads it (64 hexadecimal digits, no "0x", no newline). */
function makeIdentity(random, label) {
	const secret = secp256k1.utils.randomSecretKey(random(`node key ${label}`, 48));
	const nodeId = bytesToHex$2(secp256k1.getPublicKey(secret, false).subarray(1));
	return {
		identity: {
			kind: "evm-node",
			nodeId,
			address: addressOf(nodeId)
		},
		privateKey: bytesToHex$2(secret)
	};
}
/** The address that belongs to a node ID. */
const addressOf = (nodeId) => `0x${bytesToHex$2(keccak_256(hexToBytes$3(nodeId)).subarray(12))}`;
/** Whether the node ID is a point of secp256k1: Besu refuses any other. */
function isOnCurve(nodeId) {
	try {
		secp256k1.Point.fromHex(`04${nodeId}`);
		return true;
	} catch {
		return false;
	}
}
/** The public half as read from a file; undefined when its shape is wrong. */
function readIdentity(value) {
	const { kind, nodeId, address } = value ?? {};
	if (kind !== "evm-node" || typeof nodeId !== "string" || typeof address !== "string") return void 0;
	if (!/^[0-9a-f]{128}$/.test(nodeId) || !/^0x[0-9a-f]{40}$/.test(address)) return void 0;
	return {
		kind,
		nodeId,
		address
	};
}
// src/platforms/besu/network.ts
const genesisPath = publicPath("genesis.json");
const identityPath = (node) => publicPath(node.organization.name, `${node.name}.yaml`);
const isValidator = ({ role }) => role === "validator";
/** Validators of the definition: ours, and those that somebody else runs. */
const validatorsOf = (network) => [...network.nodes.filter(isValidator), ...network.external.filter(isValidator)];
/** Node ID of an external node: its definition has it. */
const externalNodeId = (node) => String(node.own.nodeId);
/** The identity of one of our nodes; undefined while its public half is missing or unreadable. */
const identityOf$1 = (node, material) => readIdentity(material.value(identityPath(node)));
/** Addresses of all validators of the definition that have a readable public half. */
const validatorAddresses = (network, material) => [...network.nodes.filter(isValidator).flatMap((node) => identityOf$1(node, material)?.address ?? []), ...network.external.filter(isValidator).map((node) => addressOf(externalNodeId(node)))];
// src/platforms/besu/material.ts
/** Name of the Secret that holds a node's key, and of the entry in it. */
const keySecret = (node) => node.existingSecret ?? `${node.name}-keys`;
const keyEntry = "nodekey";
/** A key for each node, and one genesis as soon as all validators have theirs. */
function materialRequests(network) {
	return [...network.nodes.map(identityRequest), {
		kind: "shared",
		label: "the genesis block",
		publicPath: genesisPath,
		needs: network.nodes.filter(isValidator).map(identityPath),
		path: ["genesis"],
		make: (material) => `${JSON.stringify(genesisFile(network.top.genesis, validatorAddresses(network, material)), null, 2)}\n`
	}];
}
function identityRequest(node) {
	const label = nodeId(node);
	const { organization, cluster } = node;
	return {
		kind: "identity",
		organization: organization.name,
		label,
		publicPath: identityPath(node),
		path: node.path,
		...node.existingSecret === void 0 ? { sealed: {
			path: sealedPath(cluster.name, organization.name, `${node.name}.yaml`),
			cluster: cluster.name,
			namespace: organization.namespace,
			secret: keySecret(node),
			recipients: [.../* @__PURE__ */ new Set([...cluster.recipients, ...organization.recoveryRecipients])]
		} } : {},
		make: (random) => {
			const { identity, privateKey } = makeIdentity(random, label);
			return {
				public: {
					...identity,
					secret: {
						name: keySecret(node),
						key: keyEntry
					}
				},
				private: { [keyEntry]: privateKey }
			};
		}
	};
}
// src/platforms/besu/config.ts
/** Where the base manifests mount things; base/node/statefulset.yaml has the same paths. */
const paths = {
	data: "/data",
	genesis: "/etc/besu/genesis/genesis.json",
	key: `/etc/besu/key/${keyEntry}`,
	staticNodes: "/etc/besu/peers/static-nodes.json"
};
const ports = {
	p2p: 30303,
	rpc: 8545,
	ws: 8546,
	metrics: 9545
};
/** Peers that one node accepts. A fixed number: one that follows the size of the network would restart every node when it grows. */
const defaultMaxPeers = 100;
const maxPeers = (node) => Number(node.own.settings["max-peers"] ?? defaultMaxPeers);
/** Options that Besu's configuration file takes as lists only; a text with commas is understood all the same. */
const listOptions = /* @__PURE__ */ new Set([
	"metrics-category",
	"metrics-categories",
	"rpc-http-api",
	"rpc-http-api-methods-no-auth",
	"rpc-http-cors-origins",
	"rpc-ws-api",
	"rpc-ws-api-methods-no-auth"
]);
const needed = "the node needs it as it is";
/** Options that follow from the definition or from the manifests, in lower case: settings cannot change them. */
const ownedOptions = new Map([
	...[
		"config-file",
		"data-path",
		"node-private-key-file",
		"static-nodes-file",
		"p2p-enabled",
		"p2p-host",
		"p2p-interface",
		"p2p-port",
		"rpc-http-enabled",
		"rpc-http-host",
		"rpc-http-port",
		"rpc-ws-enabled",
		"rpc-ws-host",
		"rpc-ws-port",
		"metrics-enabled",
		"metrics-host",
		"metrics-port",
		"metrics-protocol",
		"xdns-enabled",
		"xdns-update-enabled"
	].map((option) => [option, needed]),
	["genesis-file", "the genesis follows from the key genesis"],
	["network", "the network follows from the key genesis"],
	["network-id", "the network follows from genesis.chainId"],
	["host-allowlist", "it follows from the names of the node"],
	["nat-method", "addresses follow from the definition"],
	["bootnodes", "discovery is UDP, which no Ambassador passes: peers follow from the definition"],
	["discovery-enabled", "discovery is UDP, which no Ambassador passes: peers follow from the definition"],
	["discovery-mode", "discovery is UDP, which no Ambassador passes: peers follow from the definition"]
]);
/**
* Besu's configuration file. Everything in it is read at start only: a change restarts the node. What differs between
* pods (addresses) comes in the environment, and the list of peers is a file of its own that does not restart anything.
*/
function besuToml(node, network) {
	const { genesis } = network.top;
	const apis = isValidator(node) ? [
		"ETH",
		"NET",
		"WEB3",
		"QBFT",
		"ADMIN"
	] : [
		"ETH",
		"NET",
		"WEB3"
	];
	return stringify({
		"data-path": paths.data,
		"genesis-file": paths.genesis,
		"network-id": genesis.chainId,
		"node-private-key-file": paths.key,
		"static-nodes-file": paths.staticNodes,
		"p2p-port": ports.p2p,
		"discovery-enabled": false,
		"nat-method": "NONE",
		"Xdns-enabled": true,
		"Xdns-update-enabled": true,
		"max-peers": defaultMaxPeers,
		"remote-connections-limit-enabled": false,
		"sync-mode": "FULL",
		...genesis.freeGas ? {
			"min-gas-price": 0,
			"tx-pool-min-gas-price": 0
		} : {},
		"bonsai-limit-trie-logs-enabled": false,
		"rpc-http-enabled": true,
		"rpc-http-host": "0.0.0.0",
		"rpc-http-port": ports.rpc,
		"rpc-http-api": apis,
		...isValidator(node) ? {} : {
			"rpc-ws-enabled": true,
			"rpc-ws-host": "0.0.0.0",
			"rpc-ws-port": ports.ws,
			"rpc-ws-api": apis
		},
		"metrics-enabled": true,
		"metrics-host": "0.0.0.0",
		"metrics-port": ports.metrics,
		...settings(node)
	});
}
/** The node's own options, in the order of their names. */
function settings({ own }) {
	const entries = Object.entries(own.settings).sort(([a], [b]) => a < b ? -1 : 1);
	return Object.fromEntries(entries.map(([option, value]) => [option, listOptions.has(option) ? listOf(value) : value]));
}
/** `ETH, NET` and `[ETH, NET]` are the same list. */
const listOf = (value) => (Array.isArray(value) ? value.map(String) : String(value ?? "").split(",")).map((item) => item.trim()).filter((item) => item !== "");
// src/ambassador/address.ts
/** The name, or IP address, of a node outside its cluster: one wildcard DNS record for each cluster serves all. */
const hostOf = ({ name, organization, cluster }) => cluster.domain === void 0 ? cluster.address ?? "" : `${name}.${organization.name}.${cluster.domain}`;
/** The Service of an endpoint, for everybody in the same cluster. */
const serviceAddress = (node, endpoint) => ({
	host: `${endpoint.service}.${node.organization.namespace}.svc.cluster.local`,
	port: endpoint.port
});
const isIpAddress = (host) => isIP(host) !== 0;
// src/platforms/besu/peers.ts
/** The same for all nodes of a cluster: made once for its view, not once for each pair of nodes. */
const circlesByView = /* @__PURE__ */ new WeakMap();
/**
* Whom a node dials: everybody dials the validators, the validators dial everybody, and nodes of one cluster dial each other.
* Lists are symmetric, so a node whose names did not resolve when it started is still found by the other side.
*/
const peersOf = (node, view) => peersOfAny([node], view).filter((peer) => peer.node !== node);
/** Whom at least one of these nodes of the view's cluster dials, and these nodes. */
function peersOfAny(nodes, view) {
	const circles = circlesByView.get(view) ?? circlesOf(view);
	circlesByView.set(view, circles);
	return nodes.some(isValidator) ? circles.ofValidators : circles.ofOthers;
}
function circlesOf(view) {
	const { nodes, external } = view.network;
	const all = [...nodes.map((node) => ourPeer(node, view)), ...external.map(externalPeer)];
	const neighbours = new Set(nodes.filter((node) => node.cluster.name === view.cluster));
	return {
		ofValidators: all,
		ofOthers: all.filter(({ node }) => isValidator(node) || neighbours.has(node))
	};
}
function ourPeer(node, view) {
	const identity = identityOf$1(node, view.material);
	if (identity === void 0) throw new Error(`no public key of ${node.organization.name}/${node.name}: material is completed before anything is rendered`);
	const { host, port } = view.addressOf(node, "p2p");
	return peer(node, identity.nodeId, host, port);
}
const externalPeer = (node) => peer(node, externalNodeId(node), node.host, node.port);
const peer = (node, id, host, port) => ({
	node,
	host,
	port,
	enode: `enode://${id}@${host}:${port}`,
	named: !isIpAddress(host)
});
/** Besu's static nodes: the only peers it looks for. */
const staticNodes = (peers) => `${JSON.stringify(peers.map(({ enode }) => enode), null, 2)}\n`;
/** Names to wait for before Besu starts, one a line: IP addresses need no resolver, and looking one up takes minutes. */
const peerNames = (peers) => [...new Set(peers.filter(({ named }) => named).map(({ host }) => host))].map((host) => `${host}\n`).join("");
// src/platforms/besu/network-policy.ts
/** What the base forbids (everything) and this organization's nodes need: peers here and elsewhere, and clients from outside. */
function networkPolicies(nodes, view) {
	const exposed = nodes.filter((node) => node.expose.length > 0);
	return [peers$1(nodes, view), ...exposed.length === 0 ? [] : [clientsOutside(exposed)]];
}
const policy = (name, podSelector, rules) => ({
	apiVersion: "networking.k8s.io/v1",
	kind: "NetworkPolicy",
	metadata: { name },
	spec: {
		podSelector,
		...rules
	}
});
/**
* Peers of this cluster come from the namespaces of the network; those of other clusters come through the Ambassador, whose
* namespace is one of these, with its address. To dial them, their Ambassadors' ports are opened, and only those.
*/
function peers$1(nodes, view) {
	const members = [{ namespaceSelector: { matchLabels: { "app.kubernetes.io/part-of": view.network.name } } }];
	const p2p = [{
		port: ports.p2p,
		protocol: "TCP"
	}];
	return policy("peers", { matchLabels: { "app.kubernetes.io/name": "besu" } }, {
		policyTypes: ["Ingress", "Egress"],
		ingress: [{
			from: members,
			ports: p2p
		}],
		egress: [{
			to: members,
			ports: p2p
		}, ...elsewhere(peersOfAny(nodes, view))]
	});
}
/** Egress to peers outside the cluster: to their IP address where that is known, by port where only a name is. */
function elsewhere(all) {
	const byDestination = /* @__PURE__ */ new Map();
	for (const { host, port } of all) {
		if (host.endsWith(".svc.cluster.local")) continue;
		const destination = isIpAddress(host) ? `${host}/32` : "";
		byDestination.set(destination, (byDestination.get(destination) ?? /* @__PURE__ */ new Set()).add(port));
	}
	return [...byDestination].sort(([a], [b]) => a < b ? -1 : 1).map(([cidr, numbers]) => ({
		...cidr === "" ? {} : { to: [{ ipBlock: { cidr } }] },
		ports: ranges([...numbers])
	}));
}
/** Ports as few ranges as possible: the ports of a pool mostly follow each other. */
function ranges(numbers) {
	const found = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const open = found.at(-1);
		if (open !== void 0 && number === open.last + 1) open.last = number;
		else found.push({
			first: number,
			last: number
		});
	}
	return found.map(({ first, last }) => ({
		port: first,
		...last === first ? {} : { endPort: last },
		protocol: "TCP"
	}));
}
/** Clients outside the cluster reach the exposed nodes, and no others, through the Ambassador. */
function clientsOutside(exposed) {
	const [first] = exposed;
	const names = exposed.map((node) => node.name);
	return policy("clients-outside", { matchExpressions: [{
		key: "app.kubernetes.io/instance",
		operator: "In",
		values: names
	}] }, {
		policyTypes: ["Ingress"],
		ingress: [{
			from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": first?.cluster.ambassador.namespace } } }],
			ports: [ports.rpc, ports.ws].map((port) => ({
				port,
				protocol: "TCP"
			}))
		}]
	});
}
// src/platforms/besu/overlay.ts
/** A node: the base of its role, its configuration and peers, and what its own volume, key and names are. */
function nodeOverlay(node, view) {
	const peers = peersOf(node, view);
	return {
		bases: [node.role],
		configMaps: [{
			name: `${node.name}-config`,
			files: ["besu.toml"],
			hashed: true
		}, {
			name: `${node.name}-peers`,
			files: ["static-nodes.json", "names"],
			hashed: false
		}],
		files: {
			"besu.toml": besuToml(node, view.network),
			"static-nodes.json": staticNodes(peers),
			names: peerNames(peers)
		},
		patches: {
			"statefulset.yaml": [statefulSet(node, peers)],
			"persistent-volume-claim.yaml": [persistentVolumeClaim(node)]
		},
		objects: {},
		renames: {
			node: node.name,
			"node-rpc": `${node.name}-rpc`
		}
	};
}
function statefulSet(node, peers) {
	return {
		apiVersion: "apps/v1",
		kind: "StatefulSet",
		metadata: { name: "node" },
		spec: {
			serviceName: node.name,
			template: { spec: {
				containers: [{
					name: "besu",
					env: [{
						name: "HOST_NAMES",
						value: ["localhost", ...rpcNames(node)].join(",")
					}],
					...peers.length === 0 ? { readinessProbe: { httpGet: {
						path: "/readiness?minPeers=0&maxBlocksBehind=10",
						port: "rpc"
					} } } : {},
					...node.resources === void 0 ? {} : { resources: node.resources }
				}],
				volumes: [
					{
						name: "data",
						persistentVolumeClaim: { claimName: node.name }
					},
					{
						name: "config",
						configMap: { name: `${node.name}-config` }
					},
					{
						name: "peers",
						configMap: { name: `${node.name}-peers` }
					},
					{
						name: "key",
						secret: { secretName: keySecret(node) }
					}
				]
			} }
		}
	};
}
/** Names under which clients know the node: Besu answers 403 to any other. */
function rpcNames(node) {
	const service = `${node.name}-rpc`;
	const { namespace } = node.organization;
	return [
		service,
		`${service}.${namespace}`,
		`${service}.${namespace}.svc`,
		`${service}.${namespace}.svc.cluster.local`,
		...node.expose.length > 0 ? [hostOf(node)] : []
	];
}
const persistentVolumeClaim = (node) => ({
	apiVersion: "v1",
	kind: "PersistentVolumeClaim",
	metadata: { name: "node" },
	spec: {
		...node.cluster.storageClass === void 0 ? {} : { storageClassName: node.cluster.storageClass },
		resources: { requests: { storage: node.storage } }
	}
});
/** What the nodes of one organization in one cluster share: the genesis, who may talk to whom, how many may be evicted. */
function organizationOverlay(nodes, view) {
	return {
		bases: nodes.filter(isValidator).length > 1 ? ["organization", "disruption-budget"] : ["organization"],
		configMaps: [{
			name: "genesis",
			files: ["genesis.json"],
			hashed: true
		}],
		files: { "genesis.json": view.material.text(genesisPath) ?? "" },
		patches: {},
		objects: { "network-policy.yaml": networkPolicies(nodes, view) },
		renames: {}
	};
}
// node_modules/micro-eth-signer/core/address.js
/*! micro-eth-signer - MIT License (c) 2021 Paul Miller (paulmillr.com) */
const hashToAddress = (hashed) => addChecksum(bytesToHex$2(hashed).slice(24));
const bytes32 = (value, title) => {
	const b = isBytes(value) ? value : ethHex.decode(astring(value, title));
	if (b.length !== 32) throw new Error(`${title} must be 32 bytes, got ${b.length}`);
	return b;
};
const ADDR_RE = /^(0[xX])?([0-9a-fA-F]{40})?$/;
function parseAddress(address, allowEmpty = false) {
	astring(address);
	if (allowEmpty && address === "0x") return {
		hasPrefix: true,
		data: ""
	};
	const res = address.match(ADDR_RE) || [];
	const hasPrefix = res[1] != null;
	const data = res[2];
	if (!data) throw new Error(`address must be ${hasPrefix ? 42 : 40}-char hex, got ${address.length}-char ${address}`);
	return {
		hasPrefix,
		data
	};
}
function addChecksum(nonChecksummedAddress, allowEmpty = false) {
	const low = parseAddress(nonChecksummedAddress, allowEmpty).data.toLowerCase();
	const hash = bytesToHex$2(keccak_256(utf8ToBytes(low)));
	let checksummed = "";
	for (let i = 0; i < low.length; i++) {
		const hi = Number.parseInt(hash[i], 16);
		const li = low[i];
		checksummed += hi <= 7 ? li : li.toUpperCase();
	}
	return add0x(checksummed);
}
function isValidAddress(checksummedAddress, allowEmpty = false) {
	let parsed;
	try {
		parsed = parseAddress(checksummedAddress, allowEmpty);
	} catch (error) {
		return false;
	}
	const { data: address, hasPrefix } = parsed;
	if (!hasPrefix) return false;
	const low = address.toLowerCase();
	const upp = address.toUpperCase();
	if (address === low || address === upp) return true;
	return addChecksum(low, allowEmpty) === checksummedAddress;
}
const addr$1 = /* @__PURE__ */ deepFreeze({
	/**
	* Splits an address into its optional `0x` prefix and 40-char hex body.
	* Throws on anything that is not a 40-char (or prefixed 42-char) hex string.
	*/
	parse: (address) => parseAddress(address),
	/**
	* Address checksum is calculated by hashing with keccak_256.
	* It hashes *string*, not a bytearray: keccak('beef') not keccak([0xbe, 0xef])
	* @param nonChecksummedAddress
	* @returns checksummed address
	*/
	addChecksum: (nonChecksummedAddress) => addChecksum(nonChecksummedAddress),
	/**
	* Creates address from secp256k1 public key.
	*/
	fromPublicKey: (key) => {
		if (!key) throw new Error("invalid public key: " + key);
		if (typeof key === "string") key = hexToBytes$3(strip0x(key));
		const pub65b = secp256k1.Point.fromBytes(key).toBytes(false);
		return addChecksum(bytesToHex$2(keccak_256(pub65b.subarray(1, 65))).slice(24));
	},
	/**
	* Creates address from ETH private key in hex or ui8a format.
	*/
	fromPrivateKey: (key) => {
		if (typeof key === "string") key = hexToBytes$3(strip0x(key));
		return addr$1.fromPublicKey(secp256k1.getPublicKey(key, false));
	},
	/**
	* Generates hex string with new random private key and address. Uses CSPRNG internally.
	*/
	random() {
		const privateKey = ethHex.encode(secp256k1.utils.randomSecretKey());
		return {
			privateKey,
			address: addr$1.fromPrivateKey(privateKey)
		};
	},
	/**
	* Verifies checksum if the address is checksummed.
	* Always returns true when the address is not checksummed.
	*/
	isValid: (checksummedAddress) => isValidAddress(checksummedAddress),
	/**
	* Checks whether the value can be used as a secp256k1 private key:
	* 32 bytes (64 hex chars, `0x` optional) inside the valid scalar range.
	* Unlike a plain hex-format check, rejects out-of-range scalars
	* (zero, >= curve order) that `fromPrivateKey` / `signBy` would throw on.
	*/
	isValidPrivateKey: (key) => {
		try {
			return secp256k1.utils.isValidSecretKey(typeof key === "string" ? hexToBytes$3(strip0x(key)) : key);
		} catch {
			return false;
		}
	},
	/**
	* Computes the address of a contract deployed with CREATE (a regular deployment tx):
	* `keccak256(rlp([sender, nonce]))[12:]`.
	* @param from - deployer address
	* @param nonce - deployer account nonce at deployment time
	*/
	getCreateAddress: (from, nonce) => {
		if (!isValidAddress(from)) throw new Error("address checksum does not match");
		if (typeof nonce === "number") {
			if (!Number.isSafeInteger(nonce) || nonce < 0) throw new Error(`wrong nonce=${nonce}`);
			nonce = BigInt(nonce);
		}
		if (typeof nonce !== "bigint" || nonce < BigInt(0) || nonce >= amounts.maxUint64) throw new Error(`wrong nonce=${nonce}`);
		const fromBytes = hexToBytes$3(parseAddress(from).data);
		return hashToAddress(keccak_256(RLP.encode([fromBytes, nonce])));
	},
	/**
	* Computes the address of a contract deployed with CREATE2 (EIP-1014):
	* `keccak256(0xff ++ sender ++ salt ++ keccak256(initCode))[12:]`.
	* @param from - deploying contract address
	* @param salt - 32-byte salt
	* @param initCodeHash - keccak-256 hash of the deployment (init) code
	*/
	getCreate2Address: (from, salt, initCodeHash) => {
		if (!isValidAddress(from)) throw new Error("address checksum does not match");
		const fromBytes = hexToBytes$3(parseAddress(from).data);
		const hashed = keccak_256(concatBytes$2(Uint8Array.of(255), fromBytes, bytes32(salt, "salt"), bytes32(initCodeHash, "initCodeHash")));
		return hashToAddress(hashed);
	}
});
// node_modules/micro-eth-signer/index.js
/**
* Ethereum address helpers.
* @example
* Generate a fresh account and validate the returned checksum address.
* ```ts
* const account = addr.random();
* addr.isValid(account.address);
* ```
*/
const addr = addr$1;
// src/platforms/besu/well-known.ts
/** Addresses whose private keys are published, in lower case, and where. */
const wellKnownAddresses = new Map([
	...[
		"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
		"0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
		"0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
		"0x90f79bf6eb2c4f870365e785982e1f101e93b906",
		"0x15d34aaf54267db7d7c367839aaf71a00a2c6a65",
		"0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc",
		"0x976ea74026e726554db657fa54763abd0c3a0aa9",
		"0x14dc79964da2c08b23698b3d3cc7ca32193d9955",
		"0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f",
		"0xa0ee7a142d267c1f36714e4a8f75612f20a79720"
	].map((address) => [address, "an account of Hardhat and Foundry"]),
	...[
		"0xfe3b557e8fb62b89f4916b721be55ceb828dbd73",
		"0x627306090abab3a6e1400e9345bc60c78a8bef57",
		"0xf17f52151ebef6c7334fad080c5704d77216b732"
	].map((address) => [address, "an account of Besu's development network"]),
	...[
		"0x0a656b89a6f5d93e3d5d97302dd71ebe41b8b31b",
		"0x0febab10c0f47590808bfefeb09fb9ddc12bc8ba",
		"0x14149ff35e1113bcaa47104c88b1b9d15633c82a",
		"0x23239bbf8121e6b02a2ae305e496a5f0dd8448d8",
		"0x2410d3558d11fb33fe7ed1c8f8531b2911c4af74",
		"0x2469dd294aeb517edd8a8ae757cc8a20b342fb95",
		"0x2a902035a5df7b308ced42083e3cf782ea9b4453",
		"0x35b5cf7278c35080154621fc450c64bf0ebd80d0",
		"0x5ef7ea956174364d54fa22b9fb7e6fe5050ffc01",
		"0x65b04544c6f3015128b63043ff9d699ab273575c",
		"0x711c84af1560a0680e8490559ed58f5672854a87",
		"0x7ea980506be07be3ea6c7f99bf3b602947e315a1",
		"0x861aa90408a706449de1845d1dc42933dcec23b3",
		"0x8e719203de2af10796241de74b56c40c8ef2e979",
		"0x8f6efddcf91c90448b7ce3610f9d7f914b2e7cdf",
		"0xa6ddd2a2b97391b2c636a0256c6dfcafb27f1a35",
		"0xc19e468b9057fe56f650c6f92fd792fc3bb668fb",
		"0xd1b0cda1d112bd3c9d57ea5eeca917e4947a3092",
		"0xd63f1a2bf305bb8d2af77acd226ee34bbae6b09b",
		"0xd85aa8ddf9aad16b8779297801e9b908dac7cbd5",
		"0xd99023b9ceca5f9ef7ef545ce0a0138236788445",
		"0xdef9fff4fb794a7f0182018324d4e73fd44e3a81",
		"0xdf73a5c17911d6e8f69030af5240148a10449ee3",
		"0xdfc361fbbc7efc62ec6c22c8ea9d3cc4074f0397",
		"0xe608d717ee9b1f555312055e2498640ef9bbd397",
		"0xf2a5837cd009545771a203ac36e140c78490bc5c",
		"0xf3b426ef62b8d6e855c384aec1d0e3789aeea7d8",
		"0xf5fdafc4edab4997c045bb2bb00d92b7be42b568",
		"0xf705b0242c4eb361f4c67d0da2a8bec9344555cc"
	].map((address) => [address, "a node of Chancery's own tests"])
]);
// src/platforms/besu/rules/genesis-problem.ts
/** A problem below the key genesis. */
const problem = (severity, rule, message, path, hint) => ({
	rule,
	severity,
	message,
	hint,
	path: ["genesis", ...path]
});
// src/platforms/besu/rules/accounts.ts
/** Accounts at genesis: each once, no precompiled contract, no mistyped digit, none whose key is published. */
function accountProblems({ accounts: list }) {
	const seen = /* @__PURE__ */ new Set();
	return list.flatMap((account, index) => {
		const path = [
			"accounts",
			index,
			"address"
		];
		const address = account.address.toLowerCase();
		const duplicate = seen.has(address);
		seen.add(address);
		return [...duplicate ? [problem("error", "account", `account ${account.address} stands twice`, path, "keep one of the two")] : [], ...addressProblems(account, path)];
	});
}
function addressProblems(account, path) {
	const { address } = account;
	const lower = address.toLowerCase();
	if (BigInt(lower) < 256n) return [problem("error", "account", `account ${address} is below 0x100`, path, "those addresses are precompiled contracts of the EVM")];
	if (address.slice(2) !== lower.slice(2) && address.slice(2) !== address.slice(2).toUpperCase() && !addr.isValid(address)) return [problem("error", "account", `account ${address} has a wrong checksum (EIP-55)`, path, "a digit is mistyped: copy the address again, or write it in lower case")];
	const owner = wellKnownAddresses.get(lower);
	if (owner !== void 0 && account.code === void 0) return [problem("error", "well-known-key", `everybody has the private key of account ${address}: it is ${owner}`, path, "fund an account whose key only you have")];
	return [];
}
// src/platforms/besu/rules/genesis.ts
/** Chains that everybody knows: a transaction signed for one of them could be replayed here. https://chainlist.org */
const publicChains = /* @__PURE__ */ new Map([
	[1, "Ethereum Mainnet"],
	[10, "OP Mainnet"],
	[56, "BNB Smart Chain"],
	[100, "Gnosis"],
	[137, "Polygon"],
	[8453, "Base"],
	[17e3, "Holesky"],
	[42161, "Arbitrum One"],
	[43114, "Avalanche C-Chain"],
	[59144, "Linea"],
	[560048, "Hoodi"],
	[11155111, "Sepolia"]
]);
/** Chain ids that tools use unless they are told otherwise. */
const defaultChains = /* @__PURE__ */ new Set([
	1337,
	31337,
	2018
]);
const genesisProblems = ({ top: { genesis } }) => [
	...consensus(genesis),
	...chain(genesis),
	...times(genesis),
	...gas(genesis),
	...forkOrder(genesis),
	...accountProblems(genesis)
];
function consensus({ consensus: given }) {
	if (given === "qbft") return [];
	const hint = given === "ibft2" ? "use qbft: ibft2 is only kept by Besu for networks that exist" : "use qbft: Besu 26.3 and later have no other consensus for a new permissioned network";
	return [problem("error", "consensus", `consensus "${given}" is not supported`, ["consensus"], hint)];
}
function chain({ chainId }) {
	const name = publicChains.get(chainId);
	if (name !== void 0) return [problem("error", "chain-id", `chainId ${chainId} is ${name}: transactions could be replayed`, ["chainId"], "choose a number that no public chain has, for example today's date and two digits")];
	if (!defaultChains.has(chainId)) return [];
	return [problem("warning", "chain-id", `chainId ${chainId} is the default of development tools: many networks have it`, ["chainId"], "choose a number of your own, or transactions of another network could be replayed")];
}
function times(genesis) {
	const timeout = requestTimeout(genesis);
	if (timeout > genesis.blockPeriodSeconds) return [];
	return [problem("error", "request-timeout", `requestTimeoutSeconds ${timeout} must be more than blockPeriodSeconds ${genesis.blockPeriodSeconds}`, ["requestTimeoutSeconds"], "twice the block period is usual: a shorter round would end before its block is due")];
}
function gas({ gasLimit }) {
	if (gasLimit >= 5000n && gasLimit < 2n ** 63n) return [];
	const message = `gasLimit ${gasLimit} must be at least 5000 and below 2^63`;
	return [problem("error", "gas-limit", message, ["gasLimit"], "leave it out: the default lets large contracts in")];
}
const byTime = [
	"shanghaiTime",
	"cancunTime",
	"pragueTime",
	"osakaTime"
];
/** Each fork builds on the one before: none is left out, none comes early. */
function forkOrder({ forks }) {
	const wrong = (fork, message, hint) => problem("error", "fork-order", message, ["forks", fork], hint);
	const { berlinBlock, londonBlock } = forks;
	const blocks = londonBlock < berlinBlock ? [wrong("londonBlock", `londonBlock ${londonBlock} is before berlinBlock ${berlinBlock}`, "forks follow each other: give London the same block or a later one")] : [];
	const times = byTime.flatMap((fork, at) => {
		const [time, earlier] = [forks[fork], byTime[at - 1]];
		if (time === void 0 || earlier === void 0) return [];
		const before = forks[earlier];
		if (before === void 0) return [wrong(fork, `${fork} needs ${earlier} before it`, `add ${earlier}: each fork builds on the one before`)];
		if (time >= before) return [];
		return [wrong(fork, `${fork} ${time} is before ${earlier} ${before}`, "forks follow each other: give it the same time or a later one")];
	});
	return [...blocks, ...times];
}
// src/platforms/besu/rules/history.ts
/** What is baked into the first block, in the words of the definition. */
const baked = [
	{
		path: ["chainId"],
		read: (file) => file.config.chainId,
		means: "Besu starts with it without a word, and every transaction signed so far becomes invalid"
	},
	{
		path: ["blockPeriodSeconds"],
		read: (file) => file.config.qbft.blockperiodseconds,
		means: "nodes with the old and the new value disagree on when a block is due"
	},
	{
		path: ["requestTimeoutSeconds"],
		read: (file) => file.config.qbft.requesttimeoutseconds,
		means: "nodes with the old and the new value disagree on when a round ends"
	},
	{
		path: ["epochLength"],
		read: (file) => file.config.qbft.epochlength,
		means: "nodes would count votes differently and the chain would split"
	},
	{
		path: ["gasLimit"],
		read: (file) => file.gasLimit,
		means: "the first block would be another one: nodes refuse to start with their data"
	},
	{
		path: ["freeGas"],
		read: (file) => file.config.zeroBaseFee ?? false,
		means: "nodes with the old and the new value refuse each other's blocks"
	},
	{
		path: ["contractSizeLimit"],
		read: (file) => file.config.contractSizeLimit,
		means: "nodes with the old and the new value refuse each other's blocks"
	},
	{
		path: ["accounts"],
		read: (file) => file.alloc,
		means: "the first block would be another one: nodes refuse to start with their data"
	},
	...[
		"berlinBlock",
		"londonBlock",
		"shanghaiTime",
		"cancunTime",
		"pragueTime",
		"osakaTime"
	].map((fork) => ({
		path: ["forks", fork],
		read: (file) => file.config[fork],
		means: "nodes read their forks from a file that is written once, so a fork cannot be added or moved on a chain that has begun"
	}))
];
function historyProblems(network, material) {
	if (material.text(genesisPath) === void 0 || material.standIns.has(genesisPath)) return [];
	const read = readGenesis(material.value(genesisPath));
	if (read === void 0) return [{
		rule: "genesis",
		severity: "error",
		message: `${genesisPath} cannot be read`,
		hint: "restore it from Git: it can never be made again",
		path: [],
		file: genesisPath
	}];
	const { file: written, validators } = read;
	const wanted = JSON.parse(JSON.stringify(genesisFile(network.top.genesis, validators)));
	return [...baked.flatMap(({ path, read, means }) => {
		const [before, after] = [read(written), read(wanted)];
		if (path[0] === "requestTimeoutSeconds" && network.top.genesis.requestTimeoutSeconds === void 0) return [];
		if (JSON.stringify(before) === JSON.stringify(after)) return [];
		return [{
			rule: "genesis-changed",
			severity: "error",
			message: shown(before) === shown(after) ? `genesis.${path.join(".")} has other content than when the chain began (${genesisPath})` : `genesis.${path.join(".")} was ${shown(before)} when the chain began (${genesisPath}), now ${shown(after)}`,
			hint: `${means}: put the old value back`,
			path: ["genesis", ...path]
		}];
	}), ...validatorChanges(network, material, new Set(validators))];
}
const shown = (value) => {
	if (value === void 0) return "absent";
	if (typeof value !== "object" || value === null) return String(value);
	const count = Object.keys(value).length;
	return `a list of ${count} ${count === 1 ? "account" : "accounts"}`;
};
/** Genesis is history: who validates later is decided by votes on the chain. */
function validatorChanges(network, material, validators) {
	const problems = [];
	const present = new Set(network.external.map((node) => addressOf(externalNodeId(node))));
	for (const node of network.nodes) {
		const address = identityOf$1(node, material)?.address;
		if (address === void 0) continue;
		present.add(address);
		if (isValidator(node) === validators.has(address)) continue;
		problems.push(isValidator(node) ? newcomer(nodeId(node), node) : stillCounted(node));
	}
	for (const node of network.external.filter(isValidator)) if (!validators.has(addressOf(externalNodeId(node)))) problems.push(newcomer(`${node.organization}/${node.name}`, node));
	for (const address of validators) {
		if (present.has(address)) continue;
		problems.push({
			rule: "genesis-validators",
			severity: "warning",
			message: `the validator ${address} of the first block is not in the definition any more`,
			hint: "until the others have voted it out, the chain counts it as one that is down: keep its node running until then",
			path: ["organizations"]
		});
	}
	return problems;
}
const newcomer = (id, node) => ({
	rule: "genesis-validators",
	severity: "warning",
	message: `${id} is not among the validators of the first block, which are fixed: it follows the chain and makes no blocks`,
	hint: "more than half of the validators have to vote it in (qbft_proposeValidatorVote)",
	path: [...node.path, "role"]
});
const stillCounted = (node) => ({
	rule: "genesis-validators",
	severity: "warning",
	message: `${nodeId(node)} is a validator of the first block, its role now is ${node.role}`,
	hint: "it goes on making blocks until more than half of the validators have voted it out (qbft_proposeValidatorVote)",
	path: [...node.path, "role"]
});
// src/platforms/besu/rules/identities.ts
/** Public keys in `material/public`: readable, whole, each of one node, none of them published. */
function identityProblems(network, material) {
	const problems = [];
	const owners = new Map(network.external.map((node) => [externalNodeId(node), `${node.organization}/${node.name}`]));
	for (const node of network.nodes) {
		const file = identityPath(node);
		const value = material.value(file);
		if (material.text(file) === void 0) continue;
		const identity = readIdentity(value);
		const error = (message, hint) => {
			problems.push({
				rule: "identity",
				severity: "error",
				message: `${file}: ${message}`,
				hint,
				path: [],
				file
			});
		};
		if (identity === void 0) {
			error("not a public key of a node", "it needs kind: evm-node, nodeId (128 hexadecimal digits) and address: restore it from Git");
			continue;
		}
		const address = addressOf(identity.nodeId);
		if (!isOnCurve(identity.nodeId)) error("nodeId is not a public key: it is no point of secp256k1", "restore the file from Git");
		else if (identity.address !== address) error(`address ${identity.address} does not belong to its nodeId (should be ${address})`, "restore the file from Git");
		const published = wellKnownAddresses.get(identity.address);
		if (published !== void 0) problems.push({
			rule: "well-known-key",
			severity: "error",
			message: `${file}: everybody has this key: it is ${published}`,
			hint: "remove both halves of it and make a new key with `chancery keys`",
			path: [],
			file
		});
		const other = owners.get(identity.nodeId);
		if (other !== void 0) error(`${other} and ${nodeId(node)} have the same nodeId: a key was copied`, "two live copies of one key break the consensus: make a new key for one of them");
		owners.set(identity.nodeId, nodeId(node));
	}
	return problems;
}
// src/platforms/besu/rules/nodes.ts
/** Public keys of external nodes, and how many peers a node would have. */
function nodeProblems(network) {
	return [
		...externals(network),
		...copies(network),
		...numbers(network),
		...peers(network)
	];
}
/** Copies among our own nodes are found in their public halves (identities.ts). */
function copies(network) {
	const owners = /* @__PURE__ */ new Map();
	return network.external.flatMap((node) => {
		const id = `${node.organization}/${node.name}`;
		const other = owners.get(externalNodeId(node));
		owners.set(externalNodeId(node), id);
		if (other === void 0) return [];
		return [{
			rule: "node-id",
			severity: "error",
			message: `${other} and ${id} have the same nodeId`,
			hint: "each node has a key of its own: ask the owner for the enode URL of the second one",
			path: [...node.path, "nodeId"]
		}];
	});
}
function externals(network) {
	return network.external.filter((node) => !isOnCurve(externalNodeId(node))).map((node) => ({
		rule: "node-id",
		severity: "error",
		message: `the nodeId of ${node.organization}/${node.name} is not a public key: it is no point of secp256k1`,
		hint: "copy it again from the enode URL that its owner gave you",
		path: [...node.path, "nodeId"]
	}));
}
const numbers = (network) => network.nodes.filter((node) => !Number.isInteger(maxPeers(node)) || maxPeers(node) < 1).map((node) => ({
	rule: "max-peers",
	severity: "error",
	message: `max-peers of ${nodeId(node)} is ${JSON.stringify(node.own.settings["max-peers"])}: it must be a whole number, at least 1`,
	hint: "Besu would not start: leave it out, and it is 100",
	path: [
		...node.path,
		"settings",
		"max-peers"
	]
}));
/** Everybody connects to every validator: beyond max-peers some connections are dropped, and which ones is chance. */
function peers(network) {
	const others = network.nodes.length + network.external.length - 1;
	const tight = network.nodes.filter((node) => isValidator(node) && maxPeers(node) < others);
	const [first] = tight;
	if (first === void 0) return [];
	return [{
		rule: "max-peers",
		severity: "warning",
		message: `${nodeId(first)}${tight.length === 1 ? "" : ` and ${tight.length - 1} more`} would have ${others} peers, more than max-peers ${maxPeers(first)}`,
		hint: "raise max-peers in the settings of the validators, or give the network fewer nodes",
		path: [...first.path, "name"]
	}];
}
// src/platforms/besu/rules/release.ts
/** The oldest release that ran with what Chancery renders. */
const oldest = [
	24,
	5,
	0
];
function releaseProblems({ platformVersion }) {
	const given = platformVersion.split(".").map(Number);
	if ((oldest.map((part, at) => (given[at] ?? 0) - part).find((part) => part !== 0) ?? 0) >= 0) return [];
	return [{
		rule: "release",
		severity: "error",
		message: `Besu ${platformVersion} is older than ${oldest.join(".")}, the oldest release that is supported`,
		hint: "use a release of this year: older ones lack options that are rendered here, and security fixes",
		path: ["platformVersion"]
	}];
}
// src/platforms/besu/rules/settings.ts
/** Options that Besu no longer has, or that cannot work behind an Ambassador: what they begin with, why, what to do. */
const refused = [
	{
		prefix: "permissions-nodes",
		why: "Besu compares the IP address of the connection, and behind an Ambassador this is never that of the peer",
		hint: "remove it: say who may connect with ambassador.sourceRanges"
	},
	{
		prefix: "privacy",
		why: "Tessera was removed from Besu in 25.6.0",
		hint: "remove it: there are no private transactions any more"
	},
	{
		prefix: "tessera",
		why: "Tessera was removed from Besu in 25.6.0",
		hint: "remove it: there are no private transactions any more"
	},
	{
		prefix: "permissions-accounts-contract",
		why: "permissioning by contract was removed from Besu in 25.6.0",
		hint: "remove it"
	},
	{
		prefix: "Xnat-kube",
		why: "Besu removed its Kubernetes address detection in 25.3.0",
		hint: "remove it: Chancery gives each node its addresses"
	},
	{
		prefix: "miner-",
		why: "Besu removed its options for mining in 25.12.0",
		hint: "remove it: a node makes blocks when it has the role validator"
	},
	{
		prefix: "fast-sync-min-peers",
		why: "Besu removed fast synchronization",
		hint: "remove it, or use sync-min-peers"
	},
	{
		prefix: "host-whitelist",
		why: "Besu removed this option",
		hint: "remove it: the names of the node are allowed already"
	}
];
/** Besu's APIs, as of 26.8: with any other name it does not start. */
const apis = [
	"ADMIN",
	"DEBUG",
	"ENGINE",
	"ETH",
	"IBFT",
	"MINER",
	"NET",
	"PERM",
	"PLUGINS",
	"QBFT",
	"TESTING",
	"TRACE",
	"TXPOOL",
	"WEB3"
];
/** APIs that let a caller change the node or vote on validators. */
const dangerousApis = [
	"ADMIN",
	"DEBUG",
	"ENGINE",
	"IBFT",
	"MINER",
	"PERM",
	"PLUGINS",
	"QBFT",
	"TESTING",
	"TXPOOL"
];
const apiOptions = ["rpc-http-api", "rpc-ws-api"];
const settingProblems = (network) => network.nodes.flatMap((node) => [
	...options(node),
	...unknownApis(node),
	...exposure(node),
	...gasPrice(node, network)
]);
function options(node) {
	return Object.keys(node.own.settings).flatMap((option) => {
		const path = [
			...node.path,
			"settings",
			option
		];
		const owner = ownedOptions.get(option.toLowerCase());
		if (owner !== void 0) return [{
			rule: "owned-setting",
			severity: "error",
			message: `${nodeId(node)} sets ${option}, which Chancery sets itself`,
			hint: `remove it: ${owner}`,
			path,
			atKey: true
		}];
		const match = refused.find(({ prefix }) => option.toLowerCase().startsWith(prefix.toLowerCase()));
		if (match === void 0) return [];
		return [{
			rule: "refused-setting",
			severity: "error",
			message: `${nodeId(node)} sets ${option}: ${match.why}`,
			hint: match.hint,
			path,
			atKey: true
		}];
	});
}
function exposure(node) {
	if (node.expose.length === 0) return [];
	if (isValidator(node)) return [{
		rule: "validator-exposed",
		severity: "error",
		message: `${nodeId(node)} is a validator and exposes ${node.expose.join(" and ")}`,
		hint: "add a node with the role rpc for clients: whoever reaches a validator can vote and can keep it busy",
		path: [...node.path, "expose"]
	}];
	const exposed = {
		"rpc-http-api": "rpc",
		"rpc-ws-api": "ws"
	};
	return apiOptions.flatMap((option) => {
		if (!node.expose.includes(exposed[option])) return [];
		const dangerous = namesOf(node, option).filter((name) => dangerousApis.includes(name));
		if (dangerous.length === 0) return [];
		return [{
			rule: "dangerous-api",
			severity: "error",
			message: `${nodeId(node)} exposes ${dangerous.join(", ")} (${option}): anybody could vote, or change the node`,
			hint: "leave ETH, NET and WEB3, or add those to a node that is not exposed",
			path: [
				...node.path,
				"settings",
				option
			]
		}];
	});
}
const namesOf = (node, option) => listOf(node.own.settings[option]).map((name) => name.toUpperCase());
const unknownApis = (node) => apiOptions.flatMap((option) => namesOf(node, option).filter((name) => !apis.includes(name)).map((name) => ({
	rule: "unknown-api",
	severity: "error",
	message: `${nodeId(node)} asks for the API ${name} (${option}), which Besu does not have: it would not start`,
	hint: didYouMean(name, apis),
	path: [
		...node.path,
		"settings",
		option
	]
})));
function gasPrice(node, network) {
	const { freeGas } = network.top.genesis;
	if (freeGas && node.own.settings["tx-pool-price-bump"] !== void 0) return [{
		rule: "free-gas",
		severity: "error",
		message: `${nodeId(node)} sets tx-pool-price-bump, but genesis.freeGas is true: Besu would not start`,
		hint: "remove it: where gas is free there is no price to bump",
		path: [
			...node.path,
			"settings",
			"tx-pool-price-bump"
		]
	}];
	const price = node.own.settings["min-gas-price"];
	if (price === void 0) return [];
	const path = [
		...node.path,
		"settings",
		"min-gas-price"
	];
	if (freeGas && Number(price) !== 0) return [{
		rule: "free-gas",
		severity: "error",
		message: `${nodeId(node)} asks for a gas price of ${String(price)}, but genesis.freeGas is true`,
		hint: "its blocks would leave out what the others take: remove one of the two",
		path
	}];
	if (!freeGas && Number(price) === 0) return [{
		rule: "free-gas",
		severity: "warning",
		message: `min-gas-price 0 of ${nodeId(node)} without genesis.freeGas: transactions with price 0 may stay out of blocks (the base fee is above 0)`,
		hint: "set genesis.freeGas: true before the chain begins, or remove the setting",
		path
	}];
	return [];
}
// src/platforms/besu/tolerance.ts
/** Votes that QBFT needs for a block: two thirds of all validators, rounded up (Besu, BftHelpers.calculateRequiredValidatorQuorum). */
const quorum = (validators) => Math.ceil(2 * validators / 3);
/** Validators that may stop before the chain does. */
const crashTolerance = (validators) => validators - quorum(validators);
/** Validators that may lie before the chain is in danger: n ≥ 3f + 1. */
const byzantineTolerance = (validators) => Math.max(0, Math.floor((validators - 1) / 3));
/** How many validators go with each value of `by`: clusters, organizations. */
function concentration(network, by) {
	const counts = /* @__PURE__ */ new Map();
	for (const validator of validatorsOf(network)) {
		const owner = typeof validator.organization === "string" ? validator.organization : validator.organization.name;
		const name = by === "organization" ? owner : "cluster" in validator ? validator.cluster.name : void 0;
		if (name !== void 0) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}
function tolerance$1(network) {
	const total = validatorsOf(network).length;
	const spare = crashTolerance(total);
	const fault = (kind, name, lost) => ({
		kind,
		name,
		lost,
		survives: lost <= spare
	});
	return {
		summary: `${total} validators, ${quorum(total)} of them agree on a block: the chain goes on while at most ${spare} ${spare === 1 ? "is" : "are"} down, and is safe while at most ${byzantineTolerance(total)} of them ${byzantineTolerance(total) === 1 ? "lies" : "lie"}`,
		faults: [
			fault("node", "any one validator", 1),
			...network.organizations.map(({ name }) => fault("organization", name, concentration(network, "organization").get(name) ?? 0)),
			...network.clusters.map(({ name }) => fault("cluster", name, concentration(network, "cluster").get(name) ?? 0))
		]
	};
}
// src/platforms/besu/rules/validators.ts
/** How many validators there are, and how many go at once. */
function validatorProblems(network) {
	const total = validatorsOf(network).length;
	if (total === 0) return [{
		rule: "validators",
		severity: "error",
		message: "no node has the role validator: nobody could make a block",
		hint: "give at least four nodes the role validator",
		path: ["organizations"]
	}];
	return [...size(total), ...concentrated(network, total)];
}
function size(total) {
	const f = byzantineTolerance(total);
	if (total < 4) return [{
		rule: "validators",
		severity: "warning",
		message: `${total} ${total === 1 ? "validator tolerates" : "validators tolerate"} no faulty one (n ≥ 3f + 1)`,
		hint: "use 4 or more: with fewer, the loss of one stops the chain",
		path: ["organizations"]
	}];
	if ((total - 1) % 3 === 0) return [];
	return [{
		rule: "validators",
		severity: "notice",
		message: `${total} validators tolerate ${f} faulty ${f === 1 ? "one" : "ones"}, as ${3 * f + 1} would; ${crashTolerance(total)} may be down`,
		hint: `the next step is ${3 * f + 4} validators, which tolerate ${f + 1}`,
		path: ["organizations"]
	}];
}
/** One cluster or organization whose loss stops the chain. */
function concentrated(network, total) {
	const spare = crashTolerance(total);
	if (spare === 0) return [];
	return ["cluster", "organization"].flatMap((by) => [...concentration(network, by)].filter(([, held]) => held > spare).map(([name, held]) => ({
		rule: "concentration",
		severity: "warning",
		message: `${by} ${name} holds ${held} of ${total} validators: ${by === "cluster" ? "if it or its Ambassador is down" : "if it stops its nodes"} the chain stops (${quorum(total)} are needed)`,
		hint: by === "cluster" && network.clusters.length < 3 ? "with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one" : `leave at most ${spare} of the validators with one ${by}`,
		path: by === "cluster" ? pathOf(network.clusters, name) : pathOf([...network.organizations, ...parties(network)], name)
	})));
}
const parties = (network) => network.external.map(({ organization, path }) => ({
	name: organization,
	path: path.slice(0, 2)
}));
const pathOf = (items, name) => items.find((item) => item.name === name)?.path ?? [];
// src/platforms/besu/rules/index.ts
const besuProblems = (network) => [
	...releaseProblems(network),
	...genesisProblems(network),
	...validatorProblems(network),
	...settingProblems(network),
	...nodeProblems(network)
];
/** What is in `material/public` fits the definition, and the definition still fits the first block. */
const materialProblems = (network, material) => [...identityProblems(network, material), ...historyProblems(network, material)];
// src/platforms/besu/schema.ts
/** Besu's own part of a definition. Checks that need more than one field are rules (see rules/). */
const address = string().regex(/^0x[0-9a-fA-F]{40}$/, "must be an address in quotes: \"0x\" and 40 hexadecimal digits");
const hexData = string().regex(/^0x([0-9a-fA-F]{2})*$/, "must be hexadecimal data in quotes: \"0x\" and an even number of digits");
const word = string().regex(/^0x[0-9a-fA-F]{1,64}$/, "must be a 32-byte value in quotes: \"0x\" and at most 64 hexadecimal digits");
const account = strictObject({
	address,
	balance: union([int().min(0), string().regex(/^(\d+|0x[0-9a-fA-F]+)$/, "must be an amount in wei, in quotes: digits, or \"0x\" and hexadecimal digits")]).transform((amount) => BigInt(amount)).refine((amount) => amount < 2n ** 256n, "must be below 2^256 wei").prefault("0").describe("In wei"),
	code: hexData.optional().describe("Runtime code of a contract that is there from the first block"),
	storage: record(word, word).optional().describe("Storage slots of that contract"),
	nonce: int().min(0).optional()
}).describe("An account at genesis: its address only, never its key");
/** Fork names as in a genesis file: blocks up to London, then times in seconds since 1970. */
const forks = strictObject({
	berlinBlock: int().min(0).default(0),
	londonBlock: int().min(0).default(0),
	shanghaiTime: int().min(0).default(0),
	cancunTime: int().min(0).optional(),
	pragueTime: int().min(0).optional(),
	osakaTime: int().min(0).optional()
}).describe("When the rules of each Ethereum fork begin");
const genesis = strictObject({
	chainId: int().min(1).describe("Identifies the chain in every transaction: never change it, never share it"),
	consensus: string().default("qbft").meta({ enum: ["qbft"] }).describe("Only qbft is supported"),
	blockPeriodSeconds: int().min(1).default(2),
	requestTimeoutSeconds: int().min(1).optional().describe("Time of the first round; twice the block period when absent"),
	epochLength: int().min(1).default(3e4).describe("Blocks after which pending votes are dropped"),
	gasLimit: union([int(), string().regex(/^0x[0-9a-fA-F]{1,16}$/, "must be a number, or \"0x\" and at most 16 hexadecimal digits in quotes")]).default("0x1fffffffffffff").transform((limit) => BigInt(limit)).describe("Gas of a block"),
	freeGas: boolean().default(true).describe("Transactions with a gas price of zero are taken"),
	contractSizeLimit: int().min(24576).max(2147483647).optional().describe("Bytes of a contract; 24576 when absent"),
	forks: forks.prefault({}),
	accounts: array$1(account).default([]).describe("Funded accounts and contracts at genesis")
}).describe("The first block. It is written once; most of it can never change");
const setting = union([
	string(),
	number(),
	boolean(),
	array$1(union([string(), number()]))
]);
// src/platforms/besu/index.ts
/** Hyperledger Besu with QBFT consensus. */
const besu = {
	id: "besu",
	title: "Hyperledger Besu",
	consensusRoles: ["validator"],
	roles: ["validator", "rpc"],
	exposable: ["rpc", "ws"],
	nodeFields: { settings: record(string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, "must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'"), setting).default({}).describe("Besu's own options, as in its configuration file") },
	externalNodeFields: { nodeId: string().regex(/^[0-9a-f]{128}$/, "must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL").describe("Public key, as in the enode URL") },
	topFields: { genesis },
	defaultStorage: "20Gi",
	defaultResources: {
		requests: {
			cpu: "250m",
			memory: "1Gi"
		},
		limits: { memory: "2Gi" }
	},
	image: (platformVersion) => ({
		name: "hyperledger/besu",
		tag: platformVersion
	}),
	endpoints,
	rules: besuProblems,
	materialRules: materialProblems,
	material: materialRequests,
	node: nodeOverlay,
	organization: organizationOverlay,
	tolerance: tolerance$1
};
/** RLPx is neither TLS nor HTTP: a port each. JSON-RPC shares the Ambassador's HTTP ports. */
function endpoints(node) {
	const service = `${node.name}-rpc`;
	return [
		{
			name: "p2p",
			port: ports.p2p,
			protocol: "tcp",
			service: node.name,
			reached: "by-port"
		},
		{
			name: "rpc",
			port: ports.rpc,
			protocol: "http",
			service,
			reached: "by-host",
			pathPrefix: "/"
		},
		...isValidator(node) ? [] : [{
			name: "ws",
			port: ports.ws,
			protocol: "ws",
			service,
			reached: "by-host",
			pathPrefix: "/ws"
		}]
	];
}
// src/platforms/index.ts
/** Every ledger that a definition may name. */
const platforms = [besu];
// src/network/quantity.ts
/** Suffixes of Kubernetes resource quantities, https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const factors = {
	"": 1,
	k: 1e3,
	M: 1e6,
	G: 1e9,
	T: 0xe8d4a51000,
	P: 0x38d7ea4c68000,
	Ki: 1024,
	Mi: 2 ** 20,
	Gi: 2 ** 30,
	Ti: 2 ** 40,
	Pi: 2 ** 50,
	m: .001
};
/** A quantity such as `500m`, `1.5` or `20Gi`. */
const quantityPattern = /^(\d+(?:\.\d+)?)(m|k|Ki|[MGTP]i?)?$/;
/** The value of a quantity in its base unit (bytes, or CPUs); undefined for what is no quantity. */
function quantityValue(quantity) {
	const match = quantityPattern.exec(quantity);
	const factor = factors[match?.[2] ?? ""];
	return match?.[1] === void 0 || factor === void 0 ? void 0 : Number(match[1]) * factor;
}
// src/network/shapes.ts
/** The shapes that every definition shares; a platform adds its own (see schema.ts). Lengths of derived names are rules. */
const name = string().regex(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/, "must be a DNS-1123 label: lower-case letters, digits and \"-\", beginning with a letter, at most 63");
/** Name of an object of a kind that allows dots: a Secret, a StorageClass. */
const objectName$1 = string().regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, "must be the name of a Kubernetes object: lower-case letters, digits, \"-\" and \".\"").max(253);
const quantity = union([string(), number()]).transform(String).refine((text) => quantityPattern.test(text), "must be a quantity such as 20Gi, 512Mi or 500m");
const hostLabel = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
/** A DNS name without scheme, port or trailing dot, at least two labels, not an IP address. */
const dnsName = string().regex(new RegExp(`^(?=.*[a-z])${hostLabel}(\\.${hostLabel})+$`), "must be a DNS name such as eu.example.com: lower case, no scheme, no port").max(253);
const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = string().regex(new RegExp(`^${octet}(\\.${octet}){3}$`), "must be an IPv4 address such as 203.0.113.7: no scheme, no port");
/** What others dial: a DNS name or an IPv4 address. */
const host$1 = string().refine((text) => dnsName.safeParse(text).success || ipv4.safeParse(text).success, "must be a DNS name such as eu.example.com or an IPv4 address: no scheme, no port");
const cidr = string().regex(new RegExp(`^${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)$`), "must be an IPv4 range such as 203.0.113.0/24");
/** A port of the cluster's Ambassador. Emissary runs without privileges, so ports below 1024 cannot be opened. */
const port = int().min(1024).max(65535);
/** `15000-15049`, as numbers. */
const portRange = string().regex(/^\d{1,5}-\d{1,5}$/, "must be a range of ports such as 15000-15049").transform((text) => {
	const [first = 0, last = 0] = text.split("-").map(Number);
	return {
		first,
		last
	};
});
/** An age recipient, https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type */
const ageRecipient = string().refine(isAgeRecipient, "must be an age recipient (\"age1…\", as age-keygen prints it): a character is missing or mistyped");
function isAgeRecipient(text) {
	const decoded = bech32.decodeUnsafe(text, 128);
	return decoded !== void 0 && decoded.prefix === "age" && bech32.fromWordsUnsafe(decoded.words)?.length === 32;
}
const resourceAmounts = strictObject({
	cpu: quantity.optional(),
	memory: quantity.optional()
});
const resources$1 = strictObject({
	requests: resourceAmounts.optional(),
	limits: resourceAmounts.optional()
}).describe("Requests and limits of the node process, as in a Kubernetes container");
/** Labels that people may add: everything that Chancery and Kubernetes do not set themselves. */
const labels = record(string().regex(/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/, "must be a label key: letters, digits, \"-\", \"_\" and \".\", with a prefix such as example.com/ if you like"), string().regex(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/, "must be a label value in quotes: at most 63 letters, digits, \"-\", \"_\", \".\""));
const ambassador = strictObject({
	replicas: int().min(1).max(20).default(2).describe("Replicas of the Ambassador; with one, every restart of it cuts all links"),
	ports: portRange.prefault("15000-15999").describe("The only TCP ports that may be opened, such as 15000-15049"),
	sourceRanges: array$1(cidr).min(1).optional().describe("Who may connect from outside, to every port: the other clusters, and clients of exposed endpoints. Everybody when absent"),
	tlsSecret: objectName$1.optional().describe("TLS Secret in the namespace of the Ambassador, for exposed HTTP endpoints; ambassador-tls when absent"),
	cleartext: boolean().default(false).describe("Serve exposed HTTP endpoints without TLS: for local clusters")
}).describe("The Emissary-ingress of the cluster");
const images = strictObject({
	registry: string().regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d+)?(\/[a-z0-9]+([-_.a-z0-9]*[a-z0-9])?)*$/, "must be a registry and path such as registry.example.com/mirror: no scheme").optional().describe("Mirror that all images are taken from"),
	pullSecret: objectName$1.optional().describe("Name of an existing image pull Secret in every namespace"),
	digests: record(string(), string().regex(/^sha256:[0-9a-f]{64}$/, "must be a digest: sha256: and 64 hexadecimal digits")).default({}).describe("Digest for each image name, in place of its tag")
}).describe("Where images come from");
/** Fields that a node of every platform has. */
const nodeFields = {
	name,
	cluster: name.optional().describe("Cluster of this node; the cluster of its organization when absent"),
	storage: quantity.optional().describe("Size of the volume"),
	resources: resources$1.optional(),
	port: port.optional().describe("Pins the port at the Ambassador"),
	existingSecret: objectName$1.optional().describe("Existing Secret that holds the private key; its public half is then in material/public")
};
/** Fields that an external node, run by somebody else, has on every platform. */
const externalNodeFields = {
	name,
	host: host$1.describe("DNS name or IP address that others dial"),
	port: int().min(1).max(65535)
};
const organizationFields = {
	name,
	cluster: name.describe("Home cluster"),
	namespace: name.optional().describe("Namespace; <network>-<organization> when absent"),
	subject: strictObject({
		country: string().regex(/^[A-Z]{2}$/, "must be two capital letters (ISO 3166)").optional(),
		locality: string().min(1).max(64).optional(),
		organization: string().min(1).max(64).optional()
	}).optional().describe("Legal name, for certificates and for people"),
	recoveryRecipients: array$1(ageRecipient).default([]).describe("Who else can decrypt the sealed material of this organization")
};
const clusterFields = {
	name,
	domain: dnsName.optional().describe("DNS name below which every name resolves to this cluster's Ambassador"),
	address: ipv4.optional().describe("IP address of the Ambassador, in place of a domain"),
	ambassador: ambassador.prefault({}),
	storageClass: objectName$1.optional().describe("Storage class of all volumes; the cluster's default when absent"),
	recipients: array$1(ageRecipient).default([]).describe("age recipients that can decrypt this cluster's sealed material"),
	context: string().regex(/./, "must not be empty").optional().describe("kubeconfig context, for direct apply")
};
// src/network/schema.ts
/** The strict schema of a definition on one platform: the one source of validation, types and network.schema.json. */
const definitionSchema = (platform) => strictObject({
	version: literal(1).describe("Version of this format"),
	name: nodeFields.name.describe("Name of the network"),
	platform: literal(platform.id).describe(platform.title),
	platformVersion: string().regex(/^\d+\.\d+\.\d+$/, "must be an exact release such as 26.8.1: never \"latest\"").describe("Exact release of the ledger software such as 26.8.1, and tag of its image"),
	clusters: array$1(strictObject({
		...clusterFields,
		provider: _enum(providerIds)
	})).min(1),
	organizations: array$1(strictObject({
		...organizationFields,
		nodes: array$1(strictObject({
			...nodeFields,
			role: _enum(platform.roles),
			expose: array$1(_enum(platform.exposable)).default([]).describe("HTTP endpoints to serve at the Ambassador"),
			...platform.nodeFields
		})).min(1)
	})).min(1),
	external: array$1(strictObject({
		organization: nodeFields.name,
		nodes: array$1(strictObject({
			...externalNodeFields,
			role: _enum(platform.roles),
			...platform.externalNodeFields
		})).min(1)
	})).default([]).describe("Parties whose nodes are run by somebody else"),
	images: images.prefault({}),
	labels: labels.default({}).describe("Labels for every object; not for pods, which would restart when one changes"),
	...platform.topFields
}).describe(`A ${platform.title} network`);
// src/network/definition.ts
/** Applies the schema of the platform that the definition names. */
function readDefinition(source) {
	const raw = source.value;
	if (!isMapping(raw)) return { problems: [{
		rule: "schema",
		severity: "error",
		message: `${source.file} must be a mapping with keys such as version, name, platform, clusters`,
		hint: "start from the template",
		path: []
	}] };
	const platform = platforms.find((candidate) => candidate.id === raw.platform);
	if (platform === void 0) return { problems: [unknownPlatform(raw, source.file)] };
	const schema = schemaOf(platform);
	const parsed = schema.safeParse(raw, { reportInput: true });
	if (parsed.success) return {
		problems: [],
		platform,
		definition: parsed.data
	};
	const problems = parsed.error.issues.flatMap((issue) => explain(issue, source, schema));
	const definition = readRest(schema, raw, parsed.error);
	return {
		problems,
		platform,
		...definition === void 0 ? {} : { definition }
	};
}
const schemas = /* @__PURE__ */ new Map();
function schemaOf(platform) {
	const known = schemas.get(platform.id) ?? definitionSchema(platform);
	schemas.set(platform.id, known);
	return known;
}
function unknownPlatform(raw, file) {
	const ids = platforms.map((platform) => platform.id);
	if (raw.platform === void 0 || raw.platform === null) return {
		rule: "platform",
		severity: "error",
		message: `${file} has no "platform"`,
		hint: `add one of: ${ids.join(", ")}`,
		path: []
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
		message: `"${given}" is not a platform that Chancery knows`,
		hint: didYouMean(given, ids),
		path: ["platform"]
	};
}
/**
* The definition without the values the schema refused, when they were unknown keys or optional ones: the rules can
* then speak of the rest in the same run. Undefined when something is gone that other parts refer to.
*/
function readRest(schema, raw, error) {
	const rest = structuredClone(raw);
	for (const issue of error.issues) {
		const keys = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
		for (const path of keys) remove(rest, path);
	}
	const parsed = schema.safeParse(rest);
	return parsed.success ? parsed.data : void 0;
}
function remove(root, path) {
	const last = path.at(-1);
	let parent = root;
	for (const step of path.slice(0, -1)) parent = isContainer(parent) ? parent[step] : void 0;
	if (last !== void 0 && isContainer(parent) && !Array.isArray(parent)) delete parent[last];
}
const isContainer = (value) => typeof value === "object" && value !== null;
const isMapping = (value) => isContainer(value) && !Array.isArray(value);
// src/network/resolve.ts
const byName = (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
/** Secret that an Ambassador terminates TLS with, when the definition names none. */
const defaultTlsSecret = "ambassador-tls";
/** The network that a definition means, and the references in it that lead nowhere; their nodes are left out. */
function resolve$1(definition, platform) {
	const { version: _, name, platform: id, platformVersion, clusters, organizations, external, images, labels, ...top } = definition;
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
		const organization = {
			name: given.name,
			cluster: given.cluster,
			namespace: given.namespace ?? `${name}-${given.name}`,
			recoveryRecipients: given.recoveryRecipients,
			legalName: [
				given.subject?.organization,
				given.subject?.locality,
				given.subject?.country
			].filter((part) => part !== void 0).join(", "),
			path: ["organizations", at]
		};
		organizationList.push(organization);
		if (!known.has(given.cluster)) missing(given.cluster, [
			"organizations",
			at,
			"cluster"
		]);
		for (const [index, fields] of given.nodes.entries()) {
			const path = [
				"organizations",
				at,
				"nodes",
				index
			];
			const { name: nodeName, role, cluster: own, storage, resources, expose, port, existingSecret, ...rest } = fields;
			if (own !== void 0 && !known.has(own)) missing(own, [...path, "cluster"]);
			const cluster = known.get(own ?? given.cluster);
			if (cluster === void 0) continue;
			nodes.push({
				name: nodeName,
				role,
				organization,
				cluster,
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
			images,
			labels,
			top
		},
		problems
	};
}
function resolveCluster(given, index, network) {
	const { ambassador, domain, address, storageClass, context, ...rest } = given;
	return {
		name: rest.name,
		provider: rest.provider,
		recipients: [...rest.recipients].sort(),
		...domain === void 0 ? {} : { domain },
		...address === void 0 ? {} : { address },
		...storageClass === void 0 ? {} : { storageClass },
		...context === void 0 ? {} : { context },
		ambassador: {
			namespace: `${network}-ambassador`,
			replicas: ambassador.replicas,
			ports: ambassador.ports,
			sourceRanges: [...ambassador.sourceRanges ?? []].sort(),
			tlsSecret: ambassador.tlsSecret ?? defaultTlsSecret,
			cleartext: ambassador.cleartext
		},
		path: ["clusters", index]
	};
}
// src/network/rules/secret-shapes.ts
/** What a secret looks like wherever it stands in a text. The matched text itself is never repeated. */
const shapes = [
	{
		pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/,
		what: "a PEM private key"
	},
	{
		pattern: /AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]*1[A-Z0-9]{20,}/i,
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
		pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
		what: "a signed token (JWT)"
	}
];
const secretHint = "remove it here and in the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret)";
/** What kind of secret stands in a text, undefined when none is recognized. */
const secretIn = (text) => shapes.find(({ pattern }) => pattern.test(text))?.what;
/** Lines of a file that hold a secret: numbers start at 1. `part` picks what of a line is looked at. */
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
/** Secrets in plain text in the files around the definition: people's overrides, and material that was not encrypted. */
const secretsInFiles = (files) => [...files].flatMap(([file, text]) => {
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
	const found = secretLines(text).map(({ line, what }) => finding(line, `${what} in plain text`));
	return found.length === 0 && /\.ya?ml$/.test(file) && mayHoldSecret(text) && documents(text).some(isPlainSecret) ? [finding(1, "a Kubernetes Secret that is not encrypted: it has no sops block")] : found;
});
/** Cheap, as there is a sealed Secret for every node: one document with a sops block needs no second look. */
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
// src/ambassador/exposure.ts
/** X.520 upper bound of a common name, which certificate authorities still enforce. */
const commonNameLimit = 64;
/** What becomes reachable from outside, and for whom. */
function exposureProblems(network, platform) {
	return [...openPorts$1(network, platform), ...exposedHosts(network)];
}
const everybody = (sourceRanges) => sourceRanges.length === 0 || sourceRanges.some((range) => range.endsWith("/0"));
/** A ledger that lets everybody in who reaches its port is only as private as its source ranges. */
function openPorts$1(network, platform) {
	return network.clusters.flatMap((cluster) => {
		const opened = network.nodes.some((node) => node.cluster.name === cluster.name && platform.endpoints(node).some((endpoint) => endpoint.reached === "by-port" && endpoint.protocol === "tcp"));
		if (providers[cluster.provider].local || !opened || !everybody(cluster.ambassador.sourceRanges)) return [];
		return [{
			rule: "open-to-all",
			severity: "warning",
			message: `the ports of cluster ${cluster.name} are open to the whole internet: whoever reaches one can read the ledger`,
			hint: "list the addresses of the other clusters in ambassador.sourceRanges",
			path: [...cluster.path, "ambassador"]
		}];
	});
}
function exposedHosts(network) {
	return network.nodes.filter(({ expose, cluster }) => expose.length > 0 && (cluster.domain ?? cluster.address) !== void 0).flatMap((node) => {
		const path = [...node.path, "expose"];
		if (node.cluster.domain === void 0) return [{
			rule: "expose-needs-domain",
			severity: "error",
			message: `${nodeId(node)} exposes ${node.expose.join(" and ")} in cluster ${node.cluster.name}, which has only an address`,
			hint: "HTTP endpoints share ports 80 and 443 by host name: give the cluster a domain, or do not expose the node",
			path
		}];
		const host = hostOf(node);
		if (node.cluster.ambassador.cleartext || host.length <= commonNameLimit) return [];
		return [{
			rule: "name-length",
			severity: "error",
			message: `the host name ${host} has ${host.length} characters: as the common name of a certificate at most ${commonNameLimit} are possible`,
			hint: "shorten the names it is made of: node, organization, domain of the cluster",
			path
		}];
	});
}
// src/render/images.ts
/** The Ambassador's image, as in its base manifest. */
const emissaryImage = "ghcr.io/emissary-ingress/emissary";
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
/** `ghcr.io/a/b` is `a/b` at a mirror: the first part is a registry when it has a dot or a port. */
function withoutRegistry(name) {
	const [first = "", ...rest] = name.split("/");
	return rest.length > 0 && /[.:]/.test(first) ? rest.join("/") : name;
}
/** A digest for an image that is not used would silently pin nothing. */
function imageProblems(network, platform) {
	const used = [emissaryImage, platform.image(network.platformVersion).name];
	return Object.keys(network.images.digests).filter((name) => !used.includes(name)).map((name) => ({
		rule: "image",
		severity: "error",
		message: `no image is called ${name}`,
		hint: didYouMean(name, used),
		path: [
			"images",
			"digests",
			name
		],
		atKey: true
	}));
}
// src/network/rules/clusters.ts
/** RFC 1035, 2.3.4: a name has at most 255 octets, 253 characters as it is written. */
const hostLimit = 253;
/** How clusters are found and told apart: one DNS name or one IP address each, and no name that leads to another cluster. */
function clusterProblems(network) {
	return [...places(network), ...hosts$1(network)];
}
function places(network) {
	const problems = [];
	const taken = /* @__PURE__ */ new Map();
	for (const { name, domain, address, path } of network.clusters) {
		if (domain === void 0 && address === void 0) {
			problems.push({
				rule: "cluster-address",
				severity: "error",
				message: `cluster ${name} has neither domain nor address: nobody could reach it`,
				hint: "add the DNS name (domain) or the IP address (address) of its Ambassador",
				path
			});
			continue;
		}
		if (domain !== void 0 && address !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `cluster ${name} has both domain and address`,
			hint: "keep one: the domain, unless there is no DNS",
			path: [...path, "address"]
		});
		const own = domain ?? address ?? "";
		const other = taken.get(own);
		if (other !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `clusters ${other} and ${name} have the same ${domain === void 0 ? "address" : "domain"} ${own}`,
			hint: "each cluster has an Ambassador of its own, and a name of its own for it",
			path: [...path, domain === void 0 ? "address" : "domain"]
		});
		taken.set(own, name);
	}
	return problems;
}
function hosts$1(network) {
	const problems = [];
	for (const node of network.nodes) {
		const host = hostOf(node);
		if (host.length > hostLimit) problems.push({
			rule: "name-length",
			severity: "error",
			message: `the host name of ${nodeId(node)} has ${host.length} characters, at most ${hostLimit} are possible`,
			hint: "shorten the names it is made of: node, organization, domain of the cluster",
			path: [...node.path, "name"]
		});
		const thief = network.clusters.find(({ name, domain }) => domain !== void 0 && name !== node.cluster.name && host.endsWith(`.${domain}`) && domain.length > (node.cluster.domain ?? "").length);
		if (thief !== void 0) problems.push({
			rule: "cluster-address",
			severity: "error",
			message: `${host} of ${nodeId(node)} (cluster ${node.cluster.name}) lies below ${thief.domain}, the domain of cluster ${thief.name}`,
			hint: `its DNS record would lead to the wrong Ambassador: give cluster ${thief.name} a domain that is not below ${node.cluster.domain}`,
			path: [...thief.path, "domain"]
		});
	}
	return problems;
}
// src/network/rules/labels.ts
/** Labels that Kubernetes or Chancery set themselves. */
const reserved = /^(?:app\.kubernetes\.io\/(?:name|instance|component|part-of|managed-by|version)$|(?:[^/]*\.)?(?:kubernetes|k8s)\.io\/)/;
const labelProblems = (network) => Object.keys(network.labels).filter((label) => reserved.test(label)).map((label) => ({
	rule: "reserved-label",
	severity: "error",
	message: `the label ${label} is set by Chancery or by Kubernetes`,
	hint: "use a key with a prefix of your own, for example example.com/cost-centre",
	path: ["labels", label],
	atKey: true
}));
// src/network/rules/names.ts
/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const limits = {
	namespace: 63,
	service: 63,
	statefulSet: 52
};
/** Names that an organization cannot have: a part of every cluster has them. */
const reservedOrganizations = ["ambassador", "crds"];
const error = (rule, message, path, hint) => ({
	rule,
	severity: "error",
	message,
	...hint === void 0 ? {} : { hint },
	path
});
/** Names that stand twice, and names that Kubernetes would refuse once they are put together. */
function nameProblems(network, platform) {
	return [
		...duplicates(network),
		...namespaces(network),
		...lengths(network, platform),
		...objectNames(network, platform)
	];
}
function duplicates(network) {
	const problems = [];
	const check = (what, items) => {
		const first = /* @__PURE__ */ new Map();
		for (const { key, name, path } of [...items].sort((a, b) => comparePaths(a.path, b.path))) if (first.has(key)) problems.push(error("duplicate-name", `${what} "${name}" stands twice`, [...path, "name"], "give each its own name"));
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
/** Order of the file: duplicates are reported at the later of the two. */
function comparePaths(a, b) {
	for (let at = 0; at < Math.min(a.length, b.length); at++) {
		const [left, right] = [a[at], b[at]];
		if (left === right) continue;
		return typeof left === "number" && typeof right === "number" ? left - right : String(left) < String(right) ? -1 : 1;
	}
	return a.length - b.length;
}
function namespaces(network) {
	const problems = [];
	const owner = new Map(network.clusters.map((cluster) => [cluster.ambassador.namespace, "the Ambassador"]));
	const named = (organization) => organization.namespace === `${network.name}-${organization.name}` ? 0 : 1;
	const organizations = network.organizations.toSorted((a, b) => named(a) - named(b) || comparePaths(a.path, b.path));
	for (const organization of organizations) {
		if (reservedOrganizations.includes(organization.name)) {
			problems.push(error("reserved-name", `an organization cannot be called "${organization.name}"`, [...organization.path, "name"], "a part of every cluster has this name: choose another"));
			continue;
		}
		const taken = owner.get(organization.namespace);
		if (taken !== void 0 && taken !== `organization ${organization.name}`) problems.push(error("duplicate-namespace", `organization ${organization.name} and ${taken} would share the namespace ${organization.namespace}`, [...organization.path, "namespace"], "give the organization a namespace of its own"));
		owner.set(organization.namespace, `organization ${organization.name}`);
	}
	return problems;
}
function lengths(network, platform) {
	const problems = [];
	const tooLong = (what, name, limit, path) => {
		if (name.length <= limit) return;
		problems.push(error("name-length", `${what} ${name} has ${name.length} characters, at most ${limit} are possible`, path, "shorten the names it is made of"));
	};
	tooLong("the namespace", `${network.name}-ambassador`, limits.namespace, ["name"]);
	for (const organization of network.organizations) tooLong("the namespace", organization.namespace, limits.namespace, [...organization.path, "name"]);
	for (const node of network.nodes) {
		const path = [...node.path, "name"];
		tooLong("the StatefulSet", node.name, limits.statefulSet, path);
		for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) tooLong("the Service", service, limits.service, path);
	}
	return problems;
}
/** A node called like another node's second Service would silently take it over. */
function objectNames(network, platform) {
	const problems = [];
	const owners = /* @__PURE__ */ new Map();
	const inNamespace = (cluster, namespace, name) => `${cluster}/${namespace}/${name}`;
	for (const node of network.nodes) owners.set(inNamespace(node.cluster.name, node.organization.namespace, node.name), nodeId(node));
	for (const node of network.nodes) for (const service of new Set(platform.endpoints(node).map((endpoint) => endpoint.service))) {
		const owner = owners.get(inNamespace(node.cluster.name, node.organization.namespace, service));
		if (owner === void 0 || owner === nodeId(node)) continue;
		problems.push(error("name-collision", `the Service ${service} of ${nodeId(node)} has the name of node ${owner}`, [...node.path, "name"], "rename one of the two"));
	}
	return problems;
}
// src/network/rules/recipients.ts
/** Who can decrypt sealed material. */
function recipientProblems(network) {
	const problems = [];
	const readers = /* @__PURE__ */ new Map();
	for (const cluster of network.clusters) {
		if (cluster.recipients.length === 0) problems.push({
			rule: "recipients",
			severity: "error",
			message: `cluster ${cluster.name} has no recipients: nobody could decrypt its keys`,
			hint: "make an age key with `age-keygen`, give the secret half to the cluster (Secret sops-age in flux-system), and write the public half here",
			path: cluster.path
		});
		for (const recipient of new Set(cluster.recipients)) {
			const other = readers.get(recipient);
			if (other !== void 0) problems.push({
				rule: "shared-recipient",
				severity: "warning",
				message: `clusters ${other} and ${cluster.name} share a recipient: whoever runs one of them can read the keys of the other`,
				hint: "make an age key for each cluster",
				path: [...cluster.path, "recipients"]
			});
			readers.set(recipient, cluster.name);
			if (wellKnownRecipients.has(recipient)) problems.push({
				rule: "well-known-key",
				severity: "error",
				message: `a recipient of cluster ${cluster.name} belongs to a key that everybody has: it is part of Chancery's tests`,
				hint: "make an age key of your own with `age-keygen`",
				path: [...cluster.path, "recipients"]
			});
		}
	}
	for (const { name, recoveryRecipients, path } of network.organizations) {
		if (!recoveryRecipients.some((recipient) => wellKnownRecipients.has(recipient))) continue;
		problems.push({
			rule: "well-known-key",
			severity: "error",
			message: `a recovery recipient of organization ${name} belongs to a key that everybody has: it is part of Chancery's tests`,
			hint: "make an age key of your own with `age-keygen`",
			path: [...path, "recoveryRecipients"]
		});
	}
	return problems;
}
/** The one thing to do in a fresh repository: nobody can be given a key yet. */
function setupProblem(network) {
	if (network.clusters.some((cluster) => cluster.recipients.length > 0)) return void 0;
	return {
		rule: "setup",
		severity: "error",
		message: `this network is new: no cluster (${network.clusters.map((cluster) => cluster.name).join(", ")}) has recipients for its keys yet`,
		hint: "for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed \"age1…\" as `recipients: [age1…]` of that cluster, store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`",
		path: ["clusters"]
	};
}
// src/network/rules/sizes.ts
const gibibyte = 2 ** 30;
/** Volumes that can hold a ledger, and limits that are not below their requests. */
const sizeProblems = (network, platform) => network.nodes.flatMap((node) => [...storage(node), ...resources(node, platform.defaultResources)]);
function storage(node) {
	if ((quantityValue(node.storage) ?? 0) >= gibibyte) return [];
	return [{
		rule: "storage",
		severity: "error",
		message: `${nodeId(node)} has a volume of ${node.storage}: a ledger needs at least 1Gi`,
		hint: "give the size with its unit, for example 20Gi; a volume can grow later but never shrink",
		path: [...node.path, "storage"]
	}];
}
/** What a node does not say is what the base manifest says. */
function resources({ resources: own, path, organization, name }, defaults) {
	return ["cpu", "memory"].flatMap((kind) => {
		const request = own?.requests?.[kind] ?? defaults.requests?.[kind];
		const limit = own?.limits?.[kind] ?? defaults.limits?.[kind];
		const tiny = ["requests", "limits"].find((which) => kind === "memory" && tooSmall(own?.[which]?.memory));
		if (tiny !== void 0) return [bytes(`${organization.name}/${name}`, own?.[tiny]?.memory ?? "", [
			...path,
			"resources",
			tiny,
			kind
		])];
		if (request === void 0 || limit === void 0 || (quantityValue(request) ?? 0) <= (quantityValue(limit) ?? 0)) return [];
		const given = own?.requests?.[kind] === void 0 ? "limits" : "requests";
		const other = given === "requests" ? "limits" : "requests";
		const unsaid = own?.[other]?.[kind] === void 0 ? ` (the default of ${other})` : "";
		return [{
			rule: "resources",
			severity: "error",
			message: given === "requests" ? `${organization.name}/${name} requests ${request} ${kind}, more than its limit of ${limit}${unsaid}` : `${organization.name}/${name} has a limit of ${limit} ${kind}, less than the ${request} it requests${unsaid}`,
			hint: "Kubernetes refuses such a pod: raise the limit or lower the request",
			path: [
				...path,
				"resources",
				given,
				kind
			]
		}];
	});
}
const mebibyte = 2 ** 20;
const tooSmall = (memory) => memory !== void 0 && (quantityValue(memory) ?? 0) < mebibyte;
const bytes = (node, memory, path) => ({
	rule: "resources",
	severity: "error",
	message: `${node} has ${memory} of memory, which is ${quantityValue(memory)} bytes`,
	hint: "give the amount with its unit, for example 512Mi: \"m\" is a thousandth",
	path
});
// src/network/rules/index.ts
/** Every rule that the definition alone decides. Ports need the lock too: ambassador/ports.ts. */
const networkProblems = (network, platform) => [
	...nameProblems(network, platform),
	...clusterProblems(network),
	...recipientProblems(network),
	...sizeProblems(network, platform),
	...labelProblems(network),
	...imageProblems(network, platform),
	...exposureProblems(network, platform),
	...platform.rules(network)
];
// src/network/rules/overrides.ts
const file = "kustomization.yaml";
/** Overrides that no root includes: a misspelt folder or file would be passed over without a word. */
function overrideFindings(network, paths) {
	const parts = new Set(network.clusters.flatMap(({ name }) => [`${name}/ambassador`, ...network.nodes.filter(({ cluster }) => cluster.name === name).map(({ organization }) => `${name}/${organization.name}`)]));
	const present = new Set(paths);
	return [...new Set([...present].flatMap((path) => /^overrides\/([^/]+\/[^/]+)\/./.exec(path)?.[1] ?? []))].flatMap((folder) => {
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
		if (!parts.has(folder)) return [finding(`overrides/${folder} changes nothing: there is no such part`, didYouMean(folder, [...parts]))];
		if (present.has(`overrides/${folder}/${file}`)) return [];
		return [finding(`overrides/${folder} changes nothing: it has no ${file}`, `call its Kustomize Component ${file}`)];
	});
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
	abytes$4(ent);
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
/** No field of a definition ever holds a secret: finds those in values and keys. */
function secretProblems(source) {
	const problem = (what, path, atKey) => ({
		rule: "plain-secret",
		severity: "error",
		message: `${what} in plain text`,
		hint: secretHint,
		path,
		...atKey ? { atKey } : {}
	});
	return [...texts(source.value, [])].flatMap(({ path, text, isKey }) => {
		const what = secretIn(text) ?? (isKey ? void 0 : secretValue(path, text));
		return what === void 0 ? [] : [problem(what, path, isKey)];
	});
}
/** What is a secret by its words, or by the key it stands under. */
function secretValue(path, text) {
	if (isMnemonic(text)) return "a mnemonic phrase";
	if (isPrivateKey(path, text)) return "what looks like a private key (64 hexadecimal digits)";
	const key = path.findLast((step) => typeof step === "string" && secretKey.test(step));
	return text === "" || key === void 0 ? void 0 : `a value of "${key}"`;
}
/** A BIP-39 phrase: 12 to 24 words of the list whose checksum is right. */
const isMnemonic = (text) => /^\s*[a-z]+(?:\s+[a-z]+){11,23}\s*$/.test(text) && validateMnemonic(text.trim().replace(/\s+/g, " "), wordlist);
/** Code and storage of a contract have values of this length too. */
const isPrivateKey = (path, text) => /^(?:0x)?[0-9a-f]{64}$/i.test(text) && !path.includes("storage") && !path.includes("code");
/** Every key and every scalar, with its place. */
function* texts(value, path) {
	if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
	else if (typeof value === "object" && value !== null) for (const [key, item] of Object.entries(value)) {
		yield {
			path: [...path, key],
			text: key,
			isKey: true
		};
		yield* texts(item, [...path, key]);
	}
	else if (value !== null && value !== void 0) yield {
		path,
		text: String(value),
		isKey: false
	};
}
/** Other findings repeat values: none of them may repeat a secret. */
function withoutEchoes(secrets, others) {
	const places = new Set(secrets.map(({ path }) => JSON.stringify(path)));
	return others.filter(({ path, file }) => file !== void 0 || !places.has(JSON.stringify(path)));
}
// src/commands/inspect.ts
/** Reads and checks the definition, the lock and the material. Writes nothing. */
async function inspect(options, files) {
	const text = await files.read(options.network);
	if (text === void 0) throw new OperatorError(`there is no ${options.network} here`, "run this in the folder of your network, or name the folder and the file");
	const source = readSource(options.network, text);
	if (!("value" in source)) return { findings: sortFindings([...source.map(withoutEcho), ...lineFindings(options.network, text)]) };
	const read = readDefinition(source);
	const locked = readLock(await files.read(lockFile));
	const lockFindings = "ports" in locked ? [] : locked;
	const lock = "ports" in locked ? locked : emptyLock;
	const secrets = secretProblems(source);
	const materialFiles = await readAll(files, "material");
	const overrides = await readAll(files, "overrides");
	const found = [
		...lockFindings,
		...lineFindings(options.network, text, commentOf),
		...secretsInFiles(overrides)
	];
	const report = (problems, others = []) => sortFindings([
		...[...secrets, ...withoutEchoes(secrets, problems)].map((problem) => locate(problem, source)),
		...found,
		...others
	]);
	if (read.definition === void 0 || read.platform === void 0) return { findings: report(read.problems, secretsInFiles(materialFiles)) };
	const { network, problems: references } = resolve$1(read.definition, read.platform);
	const { platform } = read;
	const material = materialOf(materialFiles);
	const requests = platform.material(network);
	const { ports, problems: portProblems } = allocatePorts(network, platform, lock.ports);
	const requested = new Set(requests.flatMap(pathsOf));
	const recorded = (path) => requested.has(path) || Object.hasOwn(lock.material, path);
	const digests = checkDigests(lock.material, new Map([...materialFiles].filter(([path]) => recorded(path))), digestOf);
	const problems = withSetup(network, [
		...read.problems,
		...references,
		...withoutConsequences([...networkProblems(network, platform), ...platform.materialRules(network, material)], read.problems, references),
		...portProblems,
		...digests.problems,
		...sealedProblems(requests, material)
	]);
	const others = new Map([...materialFiles].filter(([path]) => !requested.has(path)));
	const findings = report(options.allowWellKnown === true ? problems.filter(({ rule }) => rule !== "well-known-key") : problems, [...overrideFindings(network, overrides.keys()), ...secretsInFiles(others)]);
	if (hasErrors(findings)) return { findings };
	return {
		findings,
		subject: {
			source,
			network,
			platform,
			lock: {
				ports,
				material: digests.digests
			},
			materialFiles,
			requests,
			missing: requests.filter((request) => !materialFiles.has(request.publicPath)),
			overrides: overrideFolders(overrides)
		}
	};
}
/** Files that a request is about. */
const pathsOf = (request) => [request.publicPath, ...isIdentity(request) && request.sealed !== void 0 ? [request.sealed.path] : []];
/** In a fresh repository nobody can be given a key: one finding says so, in place of one for each cluster and all advice. */
function withSetup(network, problems) {
	const setup = setupProblem(network);
	if (setup === void 0) return problems;
	const others = problems.filter((problem) => problem.rule !== "recipients");
	return hasErrors(others) ? [...others, setup] : [setup];
}
/** Without what only follows from a value that was refused, or from nodes left out for want of a cluster: it would mislead. */
function withoutConsequences(problems, refused, references) {
	const follows = ({ path }) => path.length > 1 && refused.some((other) => other.path.length > path.length && path.every((step, at) => step === other.path[at]));
	return problems.filter((problem) => !follows(problem) && (references.length === 0 || problem.severity === "error"));
}
/** Git may give a work tree other line ends than it keeps. */
const digestOf = (text) => `sha256:${createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex")}`;
async function readAll(files, folder) {
	const paths = await files.list(folder);
	const texts = await Promise.all(paths.map((path) => files.read(path)));
	return new Map(paths.flatMap((path, at) => texts[at] === void 0 ? [] : [[path, texts[at]]]));
}
/** People's Kustomize components: `overrides/<cluster>/<part>/kustomization.yaml`. */
function overrideFolders(overrides) {
	const suffix = "/kustomization.yaml";
	const paths = [...overrides.keys()].filter((path) => path.endsWith(suffix));
	return new Set(paths.map((path) => path.slice(10, -19)));
}
function locate(problem, source) {
	const { rule, severity, message, hint, path, atKey, file } = problem;
	const place = file === void 0 ? atKey === true ? source.atKey(path) : source.at(path) : {
		file,
		line: 1,
		column: 1
	};
	return {
		rule,
		severity,
		message,
		...hint === void 0 ? {} : { hint },
		place
	};
}
/** What the reader of YAML says repeats a piece of the text. */
const withoutEcho = (finding) => secretIn(finding.message) === void 0 ? finding : {
	...finding,
	message: "not valid YAML"
};
/** Secrets that no value shows: in comments, or in a file that is no YAML. */
const lineFindings = (file, text, part) => secretLines(text, part).map(({ line, what }) => ({
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
// src/commands/build.ts
/** Builds every root with kustomize, people's overrides included: findings for those that cannot be built. */
async function buildFindings(tree, { files, buildRoots }) {
	const overrides = await readAll(files, "overrides");
	const { broken } = await buildRoots(mergeTrees(tree, overrides));
	return brokenFindings(broken, overrides);
}
const brokenFindings = (broken, overrides) => broken.map(({ root, message }) => {
	const override = `overrides/${root.replace("deploy/clusters/", "")}/kustomization.yaml`;
	const file = overrides.has(override) ? override : `${root}/kustomization.yaml`;
	return {
		rule: "kustomize",
		severity: "error",
		message: `kustomize cannot build ${root}: ${message}`,
		hint: overrides.has(override) ? "look at your override first: a target that does not exist, or a patch that does not fit" : "this is a bug in Chancery: please report it with your network.yaml",
		place: {
			file,
			line: 1,
			column: 1
		}
	};
});
// src/commands/missing.ts
/** What is missing, as findings: errors where it is needed now, one notice where the merge will make it. */
function missingFindings({ missing, source }, severity) {
	const byHand = missing.filter((request) => isIdentity(request) && request.sealed === void 0);
	const made = missing.filter((request) => !byHand.includes(request));
	const finding = (request, hint) => ({
		rule: "material-missing",
		severity: "error",
		message: `${isIdentity(request) ? `the key of ${request.label}` : request.label} does not exist yet: there is no ${request.publicPath}`,
		hint,
		place: source.at(request.path)
	});
	return [...byHand.map((request) => finding(request, `commit the public half of the key in its Secret as ${request.publicPath}`)), ...severity === "error" ? made.map((request) => finding(request, wayOut(request))) : madeOnMerge(made, source)];
}
const wayOut = (request) => isIdentity(request) ? `run \`chancery keys\`; where organizations make their own keys, ${request.organization} runs \`chancery keys --organization ${request.organization}\`` : "run `chancery keys`: it is made as soon as all validators have keys";
function madeOnMerge(missing, source) {
	const [first] = missing;
	if (first === void 0) return [];
	const labels = missing.map((request) => request.label);
	return [{
		rule: "material-missing",
		severity: "notice",
		message: `keys that do not exist yet are made when the change is merged: ${labels.slice(0, 5).join(", ") + (labels.length > 5 ? ` and ${labels.length - 5} more` : "")}`,
		hint: "or make them now with `chancery keys`",
		place: source.at(first.path)
	}];
}
// src/material/random.ts
/** The operating system's randomness. */
const systemRandom = (_label, length) => randomBytes(length);
/** Bytes that follow from a seed and a label: for stand-ins and for tests, never for a key that is used. */
function seededRandom(seed) {
	return (label, length) => createHash("shake256", { outputLength: length }).update(`${seed}\0${label}`).digest();
}
const standInRandom = seededRandom("chancery stand-in");
// src/ambassador/emissary.ts
/** Dots keep names apart that hyphens would run together: node b of organization a-c, and node c-b of organization a. */
const objectName = (...parts) => parts.join(".");
/** Only the Emissary with this identifier reads the object. */
const emissaryObject = (network, kind, name, spec) => ({
	apiVersion: "getambassador.io/v3alpha1",
	kind,
	metadata: { name },
	spec: {
		ambassador_id: [network],
		...spec
	}
});
const backend = ({ node, endpoint }) => {
	const { namespace } = node.organization;
	return `${endpoint.service}.${namespace}:${serviceAddress(node, endpoint).port}`;
};
/** A TCPMapping without host: bytes pass as they are, so the ledger's own protocol and TLS stay whole. */
const tcpMappings = (network, routes) => routes.filter(({ kind }) => kind === "tcp").map((route) => emissaryObject(network, "TCPMapping", objectName(route.endpoint.name, route.node.name, route.node.organization.name), {
	port: route.port,
	service: backend(route)
}));
/**
* Listeners for HTTP only: Emissary makes those of TCPMappings itself, and one of ours on their port would freeze it. With
* the security model XFP and no l7Depth, Envoy overwrites X-Forwarded-Proto with what the connection really is: a client
* cannot pass for secure. SECURE would take cleartext on 8443 as secure.
*/
function listeners(network, routes, cleartext) {
	if (!routes.some(({ kind }) => kind === "http")) return [];
	const listener = (name, port, protocol) => emissaryObject(network, "Listener", name, {
		port,
		protocol,
		securityModel: "XFP",
		hostBinding: { namespace: { from: "SELF" } }
	});
	const plain = listener("http", http.listener, "HTTP");
	return cleartext ? [plain] : [plain, listener("https", https.listener, "HTTPS")];
}
/** A Host for each node that exposes something, and a Mapping for each endpoint it exposes. */
function hosts(network, routes) {
	const exposed = /* @__PURE__ */ new Map();
	for (const route of routes.filter(({ kind }) => kind === "http")) exposed.set(route.node, [...exposed.get(route.node) ?? [], route]);
	if (exposed.size === 0) return [];
	return [otherwise(network), ...[...exposed].flatMap(([node, own]) => [host(network, node, own[0]?.host ?? ""), ...own.map((route) => mapping(network, route))])];
}
/**
* Takes every name that no other Host has, and refuses it. While the TLS Secret is missing, the other Hosts are inactive;
* without any active one Emissary would make a Host of its own that serves every Mapping in clear text.
*/
const otherwise = (network) => emissaryObject(network, "Host", "otherwise", {
	hostname: "*",
	acmeProvider: { authority: "none" },
	requestPolicy: { insecure: { action: "Reject" } }
});
function host(network, node, hostname) {
	const { cleartext, tlsSecret } = node.cluster.ambassador;
	return emissaryObject(network, "Host", objectName("host", node.name, node.organization.name), {
		hostname,
		acmeProvider: { authority: "none" },
		...cleartext ? {} : { tlsSecret: { name: tlsSecret } },
		requestPolicy: { insecure: { action: cleartext ? "Route" : "Redirect" } }
	});
}
function mapping(network, route) {
	const { node, endpoint } = route;
	return emissaryObject(network, "Mapping", objectName(endpoint.name, node.name, node.organization.name), {
		hostname: route.host,
		prefix: endpoint.pathPrefix ?? "/",
		service: backend(route),
		...endpoint.protocol === "ws" ? {
			allow_upgrade: ["websocket"],
			timeout_ms: 0,
			idle_timeout_ms: 36e5
		} : { timeout_ms: 3e4 }
	});
}
// src/ambassador/overlay.ts
/** The Ambassador of one cluster: its base, the ports that are used, and its routes. `routes` are those of this cluster. */
function ambassadorOverlay(network, cluster, routes) {
	const { replicas, cleartext } = cluster.ambassador;
	const open = openPorts(routes, cleartext);
	const terminatesTls = routes.some(({ kind }) => kind === "http") && !cleartext;
	return {
		bases: ["ambassador"],
		configMaps: [],
		files: {},
		patches: {
			"deployment.yaml": [deployment(network.name, replicas)],
			"service.yaml": [service(cluster, open)],
			"module.yaml": [{
				...header("getambassador.io/v3alpha1", "Module"),
				spec: { ambassador_id: [network.name] }
			}],
			...terminatesTls ? { "role.yaml": [secretReader()] } : {}
		},
		objects: {
			"network-policy.yaml": [ingressPolicy(open), egressPolicy(network.name)],
			...nonEmpty("tcp-mappings.yaml", tcpMappings(network.name, routes)),
			...nonEmpty("listeners.yaml", listeners(network.name, routes, cleartext)),
			...nonEmpty("hosts.yaml", hosts(network.name, routes))
		},
		renames: {}
	};
}
const header = (apiVersion, kind, name = "ambassador") => ({
	apiVersion,
	kind,
	metadata: { name }
});
const nonEmpty = (file, objects) => objects.length === 0 ? {} : { [file]: objects };
/** Exactly the ports that are used: one that nobody listens on fails the health check of a load balancer. */
function openPorts(routes, cleartext) {
	const tcp = routes.filter(({ kind }) => kind === "tcp").map(({ port }) => ({
		name: `tcp-${port}`,
		port,
		targetPort: port
	})).sort((a, b) => a.port - b.port);
	const hasHttp = routes.some(({ kind }) => kind === "http");
	return [
		...hasHttp ? [{
			name: "http",
			port: http.port,
			targetPort: http.listener
		}] : [],
		...hasHttp && !cleartext ? [{
			name: "https",
			port: https.port,
			targetPort: https.listener
		}] : [],
		...tcp
	];
}
const deployment = (id, replicas) => ({
	...header("apps/v1", "Deployment"),
	spec: {
		replicas,
		template: { spec: { containers: [{
			name: "emissary",
			env: [{
				name: "AMBASSADOR_ID",
				value: id
			}]
		}] } }
	}
});
function service(cluster, ports) {
	const provider = providers[cluster.provider];
	const { annotations, loadBalancerClass, externalTrafficPolicy } = provider.service;
	const { sourceRanges } = cluster.ambassador;
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			name: "ambassador",
			...Object.keys(annotations).length === 0 ? {} : { annotations }
		},
		spec: {
			externalTrafficPolicy,
			...loadBalancerClass === void 0 ? {} : { loadBalancerClass },
			...cluster.address === void 0 || !provider.fixedAddress ? {} : { loadBalancerIP: cluster.address },
			...sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges },
			ports: ports.map((port) => ({
				...port,
				protocol: "TCP"
			}))
		}
	};
}
/** Ending TLS needs the certificate: Secrets of the Ambassador's own namespace, and of no other. */
const secretReader = () => ({
	...header("rbac.authorization.k8s.io/v1", "Role"),
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
const emissaryPods = { matchLabels: { "app.kubernetes.io/name": "emissary" } };
/** From anywhere: who may connect is the load balancer's to say, which still sees the client's address. */
const ingressPolicy = (ports) => ({
	...header("networking.k8s.io/v1", "NetworkPolicy", "routes"),
	spec: {
		podSelector: emissaryPods,
		policyTypes: ["Ingress"],
		ingress: [{ ports: ports.map(({ targetPort }) => ({
			port: targetPort,
			protocol: "TCP"
		})) }]
	}
});
const egressPolicy = (network) => ({
	...header("networking.k8s.io/v1", "NetworkPolicy", "nodes"),
	spec: {
		podSelector: emissaryPods,
		policyTypes: ["Egress"],
		egress: [{ to: [{ namespaceSelector: { matchLabels: { "app.kubernetes.io/part-of": network } } }] }]
	}
});
// src/ambassador/routes.ts
/** Every route of the network, in the order of cluster, organization, node and endpoint. */
function routesOf(network, platform, ports) {
	return network.clusters.flatMap(({ name }) => network.nodes.filter((node) => node.cluster.name === name).flatMap((node) => platform.endpoints(node).flatMap((endpoint) => routeOf(node, endpoint, ports) ?? [])));
}
function routeOf(node, endpoint, ports) {
	const cluster = node.cluster.name;
	const host = hostOf(node);
	if (endpoint.reached === "by-port") {
		const port = ports[cluster]?.[endpointKey(node, endpoint)];
		if (port === void 0) throw new Error(`no port was allocated for ${nodeId(node)}/${endpoint.name}`);
		return {
			cluster,
			node,
			endpoint,
			kind: "tcp",
			host,
			port,
			url: `${host}:${port}`
		};
	}
	if (endpoint.reached === "not" || !node.expose.includes(endpoint.name)) return void 0;
	const secure = !node.cluster.ambassador.cleartext;
	const scheme = `${endpoint.protocol === "ws" ? "ws" : "http"}${secure ? "s" : ""}`;
	return {
		cluster,
		node,
		endpoint,
		kind: "http",
		host,
		port: secure ? https.port : http.port,
		url: `${scheme}://${host}${endpoint.pathPrefix ?? "/"}`
	};
}
// src/render/kustomization.ts
const dumpKustomization = (kustomization) => dumpYaml({
	apiVersion: "kustomize.config.k8s.io/v1beta1",
	kind: "Kustomization",
	...Object.fromEntries(Object.entries(kustomization).filter(([, value]) => !Array.isArray(value) || value.length > 0))
});
/** Where the bases are, from the root of the repository. */
const baseFolder = "deploy/base";
/** The path that leads from one folder to another. */
const pathTo = (from, to) => posix.relative(from, to);
/** An overlay as files of its folder, and what its kustomization.yaml says. */
function overlayFiles(overlay, folder, platform) {
	const bases = overlay.bases.map((base) => platform === void 0 ? base : `${platform}/${base}`);
	return {
		files: [
			...Object.entries(overlay.files),
			...Object.entries(overlay.patches).map(([name, objects]) => [name, dumpDocuments(objects)]),
			...Object.entries(overlay.objects).map(([name, objects]) => [name, dumpDocuments(objects)])
		],
		kustomization: {
			resources: [...bases.map((base) => pathTo(folder, `${baseFolder}/${base}`)), ...Object.keys(overlay.objects).sort()],
			configMapGenerator: overlay.configMaps.map(({ name, files: names, hashed }) => ({
				name,
				files: names,
				...hashed ? {} : { options: { disableNameSuffixHash: true } }
			})),
			patches: [...Object.keys(overlay.patches).sort().map((path) => ({ path })), ...Object.entries(overlay.renames).map(([from, to]) => rename$1(from, to))]
		},
		bases
	};
}
/** Renames every object of that name. References to it are patched by name: kustomize follows them only where one root has one such object. */
const rename$1 = (from, to) => ({
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
	"organization"
];
/** Bases that the named ones build on, in the same platform. */
const referred = /^- \.\.\/([a-z0-9-]+)$/gm;
/** The base manifests that are used, with the bases they build on, as they go into `deploy/base`. */
function basesInUse(bases, named) {
	const folders = /* @__PURE__ */ new Set([...always, ...named]);
	for (const folder of folders) {
		const kustomization = bases.get(`${folder}/kustomization.yaml`);
		if (kustomization === void 0) throw new Error(`there is no base ${folder}`);
		const parent = folder.split("/").slice(0, -1).join("/");
		for (const [, base] of kustomization.matchAll(referred)) folders.add(`${parent}/${base}`);
	}
	const folderOf = (path) => path.split("/").slice(0, -1).join("/");
	return below(baseFolder, [...bases].filter(([path]) => folders.has(folderOf(path))));
}
// src/render/flux.ts
/** Where Flux keeps its own objects, and the age key that decrypts sealed material. */
const fluxNamespace = "flux-system";
const ageKeySecret = "sops-age";
/**
* Kustomizations of Flux (kustomize.toolkit.fluxcd.io/v1) for one cluster: CRDs, then the Ambassador, then organizations.
* `prefix` leads from the root of the repository, where Flux's paths begin.
*/
function fluxFiles(network, cluster, organizations, prefix) {
	const folder = `deploy/flux/${cluster.name}`;
	const name = (part) => `${network.name}-${part}`;
	const part = (file, object) => [`${folder}/${file}.yaml`, dumpYaml(object)];
	return [
		part("crds", kustomization(name("crds"), `${prefix}deploy/base/ambassador/crds`, {
			prune: false,
			wait: true
		})),
		part("ambassador", kustomization(name("ambassador"), `${prefix}deploy/clusters/${cluster.name}/ambassador`, {
			dependsOn: [{ name: name("crds") }],
			prune: true,
			healthChecks: [health("Deployment", "ambassador", cluster.ambassador.namespace)]
		})),
		...[...organizations].map(([organization, { namespace, statefulSets }]) => part(`organization-${organization}`, kustomization(name(organization), `${prefix}deploy/clusters/${cluster.name}/${organization}`, {
			dependsOn: [{ name: name("ambassador") }],
			prune: true,
			decryption: {
				provider: "sops",
				secretRef: { name: ageKeySecret }
			},
			healthChecks: statefulSets.map((statefulSet) => health("StatefulSet", statefulSet, namespace))
		})))
	];
}
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
	target: `Service ambassador in namespace ${ambassador.namespace}: ${providers[provider].addressHint}`
}]);
// src/render/markdown.ts
/** Text from a definition as it may stand in a table cell: nothing in it is markup. */
const escapeMarkdown = (text) => text.replace(/[\\`*_{}[\]<>|#~]/g, "\\$&").replace(/[\r\n]+/g, " ");
/** A table with a heading row. Cells are Markdown already. */
function table(heading, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |\n`;
	return line(heading) + line(heading.map(() => "---")) + rows.map(line).join("");
}
const code = (text) => `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
// src/render/topology.ts
/** Nodes drawn one by one; a larger network is drawn by role, or nobody could read it. */
const drawnNodes = 40;
/**
* The topology as a Mermaid flowchart: clusters, their organizations and nodes, and the Ambassadors between them.
* https://mermaid.js.org/syntax/flowchart.html
*/
function topology(network, routes) {
	const lines = ["flowchart LR"];
	const single = network.nodes.length <= drawnNodes;
	for (const [at, cluster] of network.clusters.entries()) {
		lines.push(`  subgraph c${at}["${label(`${cluster.name} (${cluster.provider})`)}"]`);
		lines.push(`    a${at}{{"${label(`Ambassador ${cluster.domain ?? cluster.address ?? ""}`)}"}}`);
		for (const [index, organization] of network.organizations.entries()) {
			const nodes = nodesOf(network, cluster.name, organization.name);
			if (nodes.length === 0) continue;
			const id = `c${at}o${index}`;
			lines.push(`    subgraph ${id}["${label(organization.name)}"]`);
			if (single) for (const [number, node] of nodes.entries()) lines.push(`      ${id}n${number}["${label(`${node.name}: ${node.role}`)}"]`);
			else lines.push(`      ${id}n["${label(byRole(nodes.map((node) => node.role)))}"]`);
			lines.push("    end", `    a${at} --> ${id}`);
		}
		lines.push("  end");
	}
	for (const from of network.clusters.keys()) for (const [to, target] of network.clusters.entries()) {
		const ports = routes.filter((route) => route.cluster === target.name && route.kind === "tcp").length;
		if (from !== to && ports > 0) lines.push(`  c${from} -->|"${ports} ${ports === 1 ? "port" : "ports"}"| a${to}`);
	}
	if (network.external.length > 0) {
		lines.push("  subgraph external[\"run by others\"]");
		for (const [at, node] of network.external.entries()) lines.push(`    e${at}["${label(`${node.organization}/${node.name}: ${node.role}`)}"]`);
		lines.push("  end");
		for (const at of network.clusters.keys()) lines.push(`  external --> a${at}`);
	}
	return `${lines.join("\n")}\n`;
}
/** Mermaid ends a quoted text at a quote, and reads entities written with "#". */
const label = (text) => text.replace(/[^A-Za-z0-9 .:/()_-]/g, (character) => `#${character.codePointAt(0)};`);
function byRole(roles) {
	const counts = /* @__PURE__ */ new Map();
	for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
	return [...counts].map(([role, count]) => `${count} ${role}`).join(", ");
}
// src/render/readme.ts
/** `deploy/README.md`: the network for people. */
function readme(network, platform, routes, standIns) {
	return [
		`# ${escapeMarkdown(network.name)}\n`,
		`${escapeMarkdown(platform.title)} ${escapeMarkdown(network.platformVersion)}. Written by Chancery from \`network.yaml\`: changes made here are overwritten.\n`,
		...standIns ? ["**Rendered with stand-ins for keys that do not exist yet: never deploy this.**\n"] : [],
		"## Organizations\n",
		organizations(network),
		"## Topology\n",
		`\`\`\`mermaid\n${topology(network, routes)}\`\`\`\n`,
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
		...certificates(network, routes),
		"## What the network can lose\n",
		...tolerance(network, platform)
	].join("\n");
}
function organizations(network) {
	const nodes = (name) => network.nodes.filter(({ organization }) => organization.name === name).map((node) => `${node.name} (${node.role}, ${node.cluster.name})`).join(", ");
	return table([
		"organization",
		"legal name",
		"namespace",
		"nodes"
	], network.organizations.map(({ name, legalName, namespace }) => [
		name,
		escapeMarkdown(legalName),
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
		escapeMarkdown(target)
	]))];
}
function certificates(network, routes) {
	const rows = network.clusters.flatMap((cluster) => {
		const names = [...new Set(routes.filter((route) => route.cluster === cluster.name && route.kind === "http").map(({ host }) => host))];
		if (names.length === 0 || cluster.ambassador.cleartext) return [];
		return [[
			cluster.name,
			code(`${cluster.ambassador.namespace}/${cluster.ambassador.tlsSecret}`),
			names.map(code).join(", ")
		]];
	});
	if (rows.length === 0) return [];
	return [
		"## TLS certificates to provide\n",
		"A Secret of type `kubernetes.io/tls` in each cluster, for example from cert-manager, whose certificate has these names.\n",
		table([
			"cluster",
			"Secret",
			"names"
		], rows)
	];
}
function tolerance(network, platform) {
	const { summary, faults } = platform.tolerance(network);
	return [`${escapeMarkdown(summary)}.\n`, table([
		"loss of",
		"",
		"consensus nodes lost",
		"the network"
	], faults.map(({ kind, name, lost, survives }) => [
		kind,
		escapeMarkdown(name),
		String(lost),
		survives ? "goes on" : "**stops**"
	]))];
}
// src/render/compile.ts
/** The whole of `deploy/`: the same input gives the same bytes. */
function compile(input) {
	const { network, platform, ports } = input;
	const routes = routesOf(network, platform, ports);
	const parts = network.clusters.flatMap((cluster) => clusterParts(input, cluster, routes.filter((route) => route.cluster === cluster.name)));
	return mergeTrees(basesInUse(input.bases, parts.flatMap((part) => part.bases)), ...parts.map((part) => part.files), [["deploy/README.md", readme(network, platform, routes, input.material.standIns.size > 0)]]);
}
function clusterParts(input, cluster, routes) {
	const { network } = input;
	const parts = network.organizations.map((organization) => ({
		organization,
		nodes: nodesOf(network, cluster.name, organization.name)
	})).filter(({ nodes }) => nodes.length > 0);
	const flux = new Map(parts.map(({ organization, nodes }) => [organization.name, {
		namespace: organization.namespace,
		statefulSets: nodes.map(({ name }) => name)
	}]));
	const view = clusterView(input, cluster);
	return [
		ambassadorPart(input, cluster, routes),
		...parts.flatMap(({ nodes }) => organizationParts(input, view, nodes)),
		{
			files: fluxFiles(network, cluster, flux, input.prefix),
			bases: []
		}
	];
}
function ambassadorPart({ network, overrides }, cluster, routes) {
	const folder = `deploy/clusters/${cluster.name}/ambassador`;
	const { files, kustomization, bases } = overlayFiles(ambassadorOverlay(network, cluster, routes), folder, void 0);
	const image = imageEntry(network.images, emissaryImage, void 0);
	const root = rootKustomization(network, cluster.ambassador.namespace, kustomization, folder, overrides, "Deployment");
	return {
		files: below(folder, [...files, ["kustomization.yaml", dumpKustomization({
			...root,
			images: image === void 0 ? [] : [image]
		})]]),
		bases
	};
}
/** The root of an organization in a cluster, and a folder in it for each node. */
function organizationParts(input, view, nodes) {
	const { network, platform, overrides } = input;
	const [first] = nodes;
	if (first === void 0) return [];
	const { organization } = first;
	const folder = `deploy/clusters/${view.cluster}/${organization.name}`;
	const { files, kustomization, bases } = overlayFiles(platform.organization(nodes, view), folder, platform.id);
	const { name, tag } = platform.image(network.platformVersion);
	const image = imageEntry(network.images, name, tag);
	const root = rootKustomization(network, organization.namespace, kustomization, folder, overrides, "StatefulSet");
	const complete = {
		...root,
		resources: [
			pathTo(folder, "deploy/base/organization"),
			...root.resources ?? [],
			...nodes.map((node) => node.name)
		],
		images: image === void 0 ? [] : [image]
	};
	return [{
		files: below(folder, [...files, ["kustomization.yaml", dumpKustomization(complete)]]),
		bases
	}, ...nodes.map((node) => nodePart(input, node, view, `${folder}/${node.name}`))];
}
function nodePart({ platform, material }, node, view, folder) {
	const { files, kustomization, bases } = overlayFiles(platform.node(node, view), folder, platform.id);
	const sealed = material.text(sealedPath(node.cluster.name, node.organization.name, `${node.name}.yaml`));
	const withKeys = node.existingSecret === void 0 && sealed !== void 0;
	const complete = {
		...kustomization,
		resources: [...kustomization.resources ?? [], ...withKeys ? ["keys.yaml"] : []],
		labels: [{
			pairs: { "app.kubernetes.io/instance": node.name },
			includeSelectors: true,
			includeTemplates: true
		}]
	};
	const keys = withKeys ? [["keys.yaml", sealed]] : [];
	return {
		files: below(folder, [
			...files,
			...keys,
			["kustomization.yaml", dumpKustomization(complete)]
		]),
		bases
	};
}
/** What every root has: its namespace, labels, pull Secret, and people's overrides. */
function rootKustomization(network, namespace, own, folder, overrides, workload) {
	const { pullSecret } = network.images;
	const part = folder.replace("deploy/clusters/", "");
	const labels = [{
		pairs: {
			"app.kubernetes.io/part-of": network.name,
			"app.kubernetes.io/managed-by": "chancery"
		},
		includeTemplates: true
	}, ...Object.keys(network.labels).length === 0 ? [] : [{ pairs: sorted(network.labels) }]];
	return {
		namespace,
		...own,
		labels,
		patches: [...own.patches ?? [], ...pullSecret === void 0 ? [] : [pullSecretPatch(workload, pullSecret)]],
		components: overrides.has(part) ? [pathTo(folder, `overrides/${part}`)] : []
	};
}
const pullSecretPatch = (kind, name) => ({
	target: { kind },
	patch: dumpYaml([{
		op: "add",
		path: "/spec/template/spec/imagePullSecrets",
		value: [{ name }]
	}])
});
const sorted = (pairs) => Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => a < b ? -1 : 1));
/** Addresses as seen from one cluster: inside it the Service, elsewhere the Ambassador of the node's own cluster. */
function clusterView({ network, platform, ports, material }, cluster) {
	return {
		network,
		cluster: cluster.name,
		material,
		addressOf: (node, name) => {
			const endpoint = platform.endpoints(node).find((candidate) => candidate.name === name);
			if (endpoint === void 0) throw new Error(`${nodeId(node)} has no endpoint ${name}`);
			if (node.cluster.name === cluster.name) return serviceAddress(node, endpoint);
			const port = ports[node.cluster.name]?.[endpointKey(node, endpoint)];
			if (port === void 0) throw new Error(`no port was allocated for ${nodeId(node)}/${name}`);
			return {
				host: hostOf(node),
				port
			};
		}
	};
}
// src/commands/describe.ts
/** What every result says of a network. */
function describe({ network, platform, lock }) {
	const routes = routesOf(network, platform, lock.ports);
	return {
		clusters: network.clusters.map(({ name }) => name),
		dnsRecords: dnsRecords(network, routes),
		topology: topology(network, routes)
	};
}
// src/commands/render.ts
/** The folder that rendering owns: what is in it and was not rendered is removed. */
const rendered = "deploy";
/** Writes `deploy/` and the lock. */
async function render(options, ports) {
	const { findings: found, subject } = await inspect(options, ports.files);
	const missing = subject === void 0 ? [] : missingFindings(subject, options.standIns ? "notice" : "error");
	const tree = subject === void 0 || hasErrors(missing) ? void 0 : await renderTree(subject, ports);
	const broken = tree !== void 0 && options.build === true ? await buildFindings(tree, ports) : [];
	const findings = sortFindings([
		...found,
		...missing,
		...broken
	]);
	ports.reporter.findings(findings);
	if (subject === void 0 || tree === void 0 || hasErrors(findings)) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const changes = await changesTo(ports.files, tree, [rendered]);
	const files = [...changes.written.keys(), ...changes.removed];
	const result = {
		findings,
		...describe(subject),
		changed: !isEmpty(changes),
		files
	};
	if (options.check && !isEmpty(changes)) {
		ports.reporter.say(`${files.length} files are not what ${options.network} renders: ${files.slice(0, 5).join(", ")}${files.length > 5 ? ", …" : ""}`);
		ports.reporter.say("run `chancery render` and commit the result");
		return {
			...result,
			status: exitStatus.findings
		};
	}
	if (!options.check) await writeChanges(ports.files, changes);
	ports.reporter.say(isEmpty(changes) ? `nothing changed: ${tree.size} files are up to date` : `${changes.written.size} files written, ${changes.removed.length} removed, ${tree.size} in all`);
	return {
		...result,
		status: exitStatus.done
	};
}
/** The files of `deploy/` and the lock. */
const renderTree = async (subject, ports) => mergeTrees(compile(await renderInput(subject, ports)), [[lockFile, dumpLock(subject.lock)]]);
/** What compile needs, with stand-ins for the material that is missing. */
async function renderInput(subject, { bases, repository }) {
	const { network, platform, lock, materialFiles, requests, overrides } = subject;
	const material = materialOf(materialFiles, standIns(requests, materialFiles, standInRandom));
	return {
		network,
		platform,
		ports: lock.ports,
		material,
		bases: await bases(),
		overrides,
		prefix: await repository.prefix()
	};
}
// src/commands/delivery.ts
/**
* What clusters should hold, from what is in the folder alone: keys must be there, ports recorded. Nothing is made and
* nothing is written.
*/
async function deliveryOf(options, ports) {
	const { findings: found, subject } = await inspect(options, ports.files);
	const missing = subject === void 0 ? [] : missingFindings(subject, "error");
	const none = (findings) => ({
		findings: sortFindings(findings),
		targets: [],
		places: []
	});
	if (subject === void 0 || hasErrors(missing)) return none([...found, ...missing]);
	const clusters = selected(subject.network.clusters, options);
	const tree = await renderTree(subject, ports);
	const overrides = await readAll(ports.files, "overrides");
	const { built, broken } = await ports.buildRoots(mergeTrees(tree, overrides));
	const findings = sortFindings([
		...found,
		...missing,
		...brokenFindings(broken, overrides),
		...await differenceFindings(tree, options, ports)
	]);
	if (hasErrors(findings)) return none(findings);
	return {
		findings,
		subject,
		targets: clusters.map((cluster) => ({
			cluster,
			context: contextOf(cluster, options),
			objects: objectsOf(built, cluster.name)
		})),
		places: subject.network.clusters.map((cluster) => ({
			name: cluster.name,
			context: contextOf(cluster, options)
		}))
	};
}
function selected(clusters, { cluster, context }) {
	if (cluster === void 0) {
		if (context !== void 0 && clusters.length > 1) throw new OperatorError("one context cannot be that of every cluster", "say which cluster it is, with --cluster NAME");
		return clusters;
	}
	const names = clusters.map(({ name }) => name);
	const found = clusters.filter(({ name }) => name === cluster);
	if (found.length === 0) throw new OperatorError(`there is no cluster "${cluster}"`, didYouMean(cluster, names));
	return found;
}
/** The option, else the definition, else the cluster's own name: never the current context, which may be any cluster's. */
const contextOf = (cluster, options) => (options.cluster === void 0 || options.cluster === cluster.name ? options.context : void 0) ?? cluster.context ?? cluster.name;
/** Git should hold what is applied: its ports must be there, the rest is said. */
async function differenceFindings(tree, { network }, { files, repository }) {
	const { written, removed } = await changesTo(files, tree, [rendered]);
	const place = {
		file: network,
		line: 1,
		column: 1
	};
	const other = written.size + removed.length - (written.has("network.lock.yaml") ? 1 : 0);
	const uncommitted = await repository.uncommitted([
		network,
		lockFile,
		"material",
		"overrides",
		rendered
	]);
	return [
		...written.has("network.lock.yaml") ? [{
			rule: "lock-outdated",
			severity: "error",
			message: `${lockFile} does not record all ports and keys of this definition`,
			hint: "run `chancery render` and commit the result: what is applied must be found in Git afterwards",
			place: {
				...place,
				file: lockFile
			}
		}] : [],
		...other > 0 ? [{
			rule: "deploy-outdated",
			severity: "warning",
			message: `${other} files in ${rendered}/ are not what ${network} renders; what it renders is applied`,
			hint: "run `chancery render` and commit the result",
			place
		}] : [],
		...uncommitted.length > 0 ? [{
			rule: "not-committed",
			severity: "warning",
			message: `what is applied is not in Git yet: ${uncommitted.slice(0, 3).join(", ")}${uncommitted.length > 3 ? ` and ${uncommitted.length - 3} more` : ""}`,
			hint: "commit it, so that the next one who applies has the same",
			place
		}] : []
	];
}
// src/commands/duration.ts
const units = {
	h: 36e5,
	m: 6e4,
	s: 1e3
};
/** Milliseconds of a duration as Go and Kubernetes write them: `90s`, `10m`, `1h30m`. Throws OperatorError for anything else. */
function durationOf(text, option) {
	if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) throw new OperatorError(`${option} cannot be "${text}"`, "write a duration such as 90s, 10m or 1h30m");
	return [...text.matchAll(/([\d.]+)([hms])/g)].reduce((sum, [, number, unit = ""]) => sum + Number(number) * (units[unit] ?? 0), 0);
}
// src/commands/apply.ts
/** Applies what the definition renders to its clusters. */
async function apply(options, ports) {
	const { prune, dryRun, forceConflicts: force } = options;
	const timeout = durationOf(options.timeout, "timeout");
	const named = namesIn(options.pruneAlso);
	const delivery = await deliveryOf(options, ports);
	const { subject, findings } = delivery;
	ports.reporter.findings(findings);
	if (subject === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const { signal, now } = ports;
	const results = await atClusters(delivery, ports, { withoutKeys: false }, async ({ target, api, wanted, say }) => {
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
		return {
			outcome: applied.outcome,
			...counts,
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
		...describe(subject),
		changed: results.some(({ created, changed, pruned }) => created + changed + pruned > 0),
		clusterResults: results
	};
}
/** `Secret trade-north/v1, PersistentVolumeClaim trade-north/v1` */
const namesIn = (text) => new Set(text.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== ""));
// src/commands/keys.ts
/** Makes the keys and the genesis that are missing, and only those: private halves leave memory encrypted. */
async function keys(options, ports) {
	const { findings, subject } = await inspect(options, ports.files);
	ports.reporter.findings(findings);
	if (subject === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const completed = await withMaterial(subject, options, ports);
	const changes = await changesTo(ports.files, new Map([...completed.made, [lockFile, dumpLock(completed.subject.lock)]]), []);
	const sealed = new Map([...changes.written].filter(([path]) => path.startsWith("material/sealed/")));
	await writeChanges(ports.files, {
		written: sealed,
		removed: []
	});
	const rest = new Map([...changes.written].filter(([path]) => !sealed.has(path)));
	await writeChanges(ports.files, {
		written: rest,
		removed: []
	});
	tell(completed.made, completed.subject.missing, ports);
	return {
		status: exitStatus.done,
		findings,
		clusters: subject.network.clusters.map(({ name }) => name),
		changed: !isEmpty(changes),
		files: [...changes.written.keys()]
	};
}
/** The subject with the material that could be made, not yet written. */
async function withMaterial(subject, { organization }, { random, now }) {
	const { network, requests, materialFiles, lock } = subject;
	const organizations = network.organizations.map(({ name }) => name);
	if (organization !== void 0 && !organizations.includes(organization)) throw new OperatorError(`there is no organization "${organization}"`, didYouMean(organization, organizations));
	const { made, missing } = await completeMaterial(requests, materialFiles, {
		...organization === void 0 ? {} : { organization },
		labels: {
			"app.kubernetes.io/part-of": network.name,
			"app.kubernetes.io/managed-by": "chancery"
		},
		random,
		now
	});
	const digests = Object.fromEntries([...made].map(([path, text]) => [path, digestOf(text)]));
	return {
		made,
		subject: {
			...subject,
			materialFiles: new Map([...materialFiles, ...made]),
			missing,
			lock: {
				...lock,
				material: {
					...lock.material,
					...digests
				}
			}
		}
	};
}
function tell(made, missing, { reporter }) {
	if (made.size === 0) reporter.say("no key was missing: nothing was made");
	for (const path of made.keys()) reporter.say(`made ${path}`);
	for (const request of missing) {
		const who = isIdentity(request) ? `the key of ${request.label}: organization ${request.organization} commits ${request.publicPath}` : request.label;
		reporter.say(`still missing: ${who}`);
	}
}
// src/commands/commit.ts
/** Makes missing keys, renders, and commits the result: one commit, and none when nothing changed. */
async function commit(options, ports) {
	const { repository, files, reporter } = ports;
	const head = await repository.cleanHead([
		options.network,
		"overrides",
		lockFile,
		"material",
		rendered
	]);
	const inspected = await inspect(options, files);
	if (inspected.subject === void 0) {
		reporter.findings(inspected.findings);
		return {
			status: exitStatus.findings,
			findings: inspected.findings,
			clusters: []
		};
	}
	const { subject, made } = await withMaterial(inspected.subject, options, ports);
	const missing = missingFindings(subject, "error");
	const tree = hasErrors(missing) ? void 0 : await renderTree(subject, ports);
	const broken = tree !== void 0 && options.build === true ? await buildFindings(tree, ports) : [];
	const findings = sortFindings([
		...inspected.findings,
		...missing,
		...broken
	]);
	reporter.findings(findings);
	if (tree === void 0 || hasErrors(findings)) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const changes = await changesTo(files, mergeTrees(tree, made), [rendered]);
	const result = {
		findings,
		...describe(subject),
		changed: !isEmpty(changes),
		files: [...changes.written.keys(), ...changes.removed]
	};
	const nothing = () => {
		reporter.say(`nothing changed: ${tree.size} files are up to date, no commit was made`);
		return {
			...result,
			changed: false,
			files: [],
			status: exitStatus.done
		};
	};
	if (isEmpty(changes)) return nothing();
	const request = {
		head,
		changes,
		message: message(subject.network.name, changes, [...made.keys()])
	};
	const object = await repository.commit({
		...request,
		...options.push === void 0 ? {} : { push: options.push }
	});
	if (object === void 0) return nothing();
	reporter.say(`committed ${object.slice(0, 12)} to ${head.branch}: ${changes.written.size} files written, ${changes.removed.length} removed`);
	return {
		...result,
		status: exitStatus.done,
		commit: object
	};
}
function message(network, { written, removed }, made) {
	const counts = [...written.size === 0 ? [] : [`${written.size} written`], ...removed.length === 0 ? [] : [`${removed.length} removed`]];
	const keys = made.length === 0 ? "" : `\n\nMaterial made:\n${made.map((path) => `- ${path}`).join("\n")}`;
	return `Render ${network}: ${counts.join(", ")}${keys}\n`;
}
// src/commands/validate.ts
/**
* Checks the definition and what belongs to it, and renders it in memory: keys that are missing are stood in for, so that a
* pull request needs no secret. Writes nothing.
*/
async function validate(options, ports) {
	const { findings: found, subject } = await inspect(options, ports.files);
	const tree = subject === void 0 ? void 0 : compile(await renderInput(subject, ports));
	const findings = sortFindings([
		...found,
		...subject === void 0 ? [] : missingFindings(subject, "notice"),
		...tree !== void 0 && options.build === true ? await buildFindings(tree, ports) : []
	]);
	ports.reporter.findings(findings);
	const status = hasErrors(findings) ? exitStatus.findings : exitStatus.done;
	if (subject !== void 0 && tree !== void 0 && status === exitStatus.done) {
		const { nodes, organizations, clusters } = subject.network;
		ports.reporter.say(`${options.network} is valid: ${nodes.length} nodes of ${organizations.length} organizations in ${clusters.length} clusters, ${tree.size} files to render`);
	}
	return {
		status,
		findings,
		...subject === void 0 ? { clusters: [] } : describe(subject)
	};
}
// src/cluster/verify.ts
/** Looks, and changes nothing. */
async function verifyCluster(api, wanted, options) {
	const { plan, live, inventory } = await planCluster(api, resourcesOf(api), wanted, options);
	const awaited = (await withoutFinishedJobs(plan, live)).filter(isAwaited);
	const unready = await Promise.all((await notReady(awaited, live)).map(async (object) => {
		const found = await live.get(object);
		return `${nameOf$1(object)}: ${found === void 0 ? "it is not there" : statusOf$1(found).message}`;
	}));
	const service = wanted.objects.find((object) => isEntrance(object, wanted.namespace));
	const found = service === void 0 ? void 0 : await live.get(service);
	return {
		plan,
		awaited: awaited.length,
		unready,
		addresses: addressesOf(found),
		applied: inventory.applied
	};
}
const isEntrance = ({ kind, metadata, spec }, namespace) => kind === "Service" && metadata.namespace === namespace && at(spec, "type") === "LoadBalancer";
const addressesOf = (service) => listAt(service, "status", "loadBalancer", "ingress").filter(isRecord).flatMap(({ ip, hostname }) => [ip, hostname].filter((address) => typeof address === "string"));
// src/commands/verify.ts
/** Compares clusters with the definition: is everything there, as it should be, ready and reachable? Changes nothing. */
async function verify(options, ports) {
	const delivery = await deliveryOf(options, ports);
	const { subject, findings } = delivery;
	ports.reporter.findings(findings);
	if (subject === void 0) return {
		status: exitStatus.findings,
		findings,
		clusters: []
	};
	const planOptions = {
		force: true,
		named: /* @__PURE__ */ new Set(),
		signal: ports.signal
	};
	const results = await atClusters(delivery, ports, { withoutKeys: true }, async ({ target, api, wanted, leftOut }) => {
		const verified = await verifyCluster(api, wanted, planOptions);
		const lines = verifiedLines(verified, {
			context: target.context,
			now: ports.now(),
			leftOut
		});
		return {
			outcome: isAsDefined(verified) ? "verified" : "differs",
			...countsOf(verified.plan),
			plan: [],
			lines,
			message: lines.slice(-2).reverse().join("; ")
		};
	});
	return {
		status: results.every(({ outcome }) => goodOutcomes.has(outcome)) ? exitStatus.done : exitStatus.cluster,
		findings,
		...describe(subject),
		clusterResults: results
	};
}
// src/report/summary.ts
const marks = {
	error: "❌",
	warning: "⚠️",
	notice: "ℹ️"
};
/** Findings in Markdown, errors first. */
function findingsTable(findings) {
	if (findings.length === 0) return "No findings.\n";
	return table([
		"",
		"where",
		"what",
		"what to do"
	], findings.map(({ severity, place, message, hint, rule }) => [
		marks[severity],
		code(`${place.file}:${place.line}:${place.column}`),
		`${escapeMarkdown(message)} (${code(rule)})`,
		escapeMarkdown(hint ?? "")
	]));
}
function clusterTable(results) {
	return table([
		"",
		"cluster",
		"context",
		"outcome",
		"created",
		"changed",
		"as they should be",
		"pruned",
		"left the definition"
	], results.map(({ cluster, context, outcome, created, changed, kept, pruned, orphaned }) => [
		goodOutcomes.has(outcome) ? "✅" : "❌",
		escapeMarkdown(cluster),
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
/** A summary holds 1 MiB, of all clusters: the log has every line. */
const mostLines = 200;
/** Lines as they are: four backquotes end at none that is in them. */
function clusterDetails({ cluster, plan, lines }) {
	const all = [...plan, ...lines].map((line) => line.replaceAll("`", "'"));
	const shown = [...all.length > mostLines ? [`… ${all.length - mostLines} lines more, all of them in the log`] : [], ...all.slice(-200)].join("\n");
	return [
		`<details><summary>${escapeMarkdown(cluster)}</summary>\n`,
		`\`\`\`\`text\n${shown}\n\`\`\`\`\n`,
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
		return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
	});
	return counts.length === 0 ? "no findings" : counts.join(", ");
}
/** What a command found and did, for the summary of a workflow. `title` is the definition's file. */
function resultSummary(title, { findings, changed, files, commit, dnsRecords, topology, clusterResults = [] }) {
	const done = [...commit === void 0 ? [] : [`committed ${code(commit)}`], ...changed === void 0 || files === void 0 ? [] : [changed ? `${files.length} files written or removed` : "nothing changed"]];
	const records = (dnsRecords ?? []).map(({ cluster, name, type, target }) => [
		cluster,
		code(name),
		type,
		escapeMarkdown(target)
	]);
	return [
		`## Chancery: ${escapeMarkdown(title)}\n`,
		...done.length === 0 ? [] : [done.map((line) => `- ${line}\n`).join("")],
		...clusterResults.length === 0 ? [] : [clusterTable(clusterResults), ...clusterResults.flatMap(clusterDetails)],
		findingsTable(findings),
		...topology === void 0 ? [] : [`\`\`\`mermaid\n${topology}\`\`\`\n`],
		...records.length === 0 ? [] : ["DNS records that have to exist:\n", table([
			"cluster",
			"name",
			"type",
			"points at"
		], records)]
	].join("\n");
}
// src/report/terminal.ts
const colours = {
	error: "red",
	warning: "yellow",
	notice: "cyan"
};
/** A finding as compilers write it, which editors and people can follow: `file:line:column: severity: message [rule]`. */
function findingText({ place, severity, message, hint, rule }, colour) {
	const word = colour ? styleText(colours[severity], severity, { validateStream: false }) : severity;
	return `${place.file}:${place.line}:${place.column}: ${word}: ${message} [${rule}]\n${hint === void 0 ? "" : `    ${hint}\n`}`;
}
/** Findings to standard error, results to standard output; colour only for a person at a terminal. */
function terminalReporter(out, err) {
	const colour = err.isTTY === true && process.env.NO_COLOR === void 0;
	return {
		findings: (findings) => {
			for (const finding of findings) err.write(findingText(finding, colour));
			if (findings.length > 0) err.write(`${countFindings(findings)}\n`);
		},
		conceal: () => {},
		say: (text) => void out.write(`${text}\n`)
	};
}
// src/report/failure.ts
const operatorText = ({ message, hint }) => `chancery: ${message}\n    ${hint}\n`;
/** A bug shows its stack: somebody has to be able to find it. */
const bugReport = (error) => `chancery: this is a bug in Chancery, nothing is wrong with your files\n${error instanceof Error ? error.stack : String(error)}\n`;
// src/bases.ts
/** Where each base is in the sources, from this folder, and in `deploy/base`. The build copies them to `base/` beside the bundle. */
const baseSources = [
	{
		from: "ambassador/base",
		to: "ambassador"
	},
	{
		from: "render/base/organization",
		to: "organization"
	},
	...platforms.map(({ id }) => ({
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
// src/tools/process.ts
/** The only place where a process is started: no shell, arguments as a list. Throws when the program cannot be started. */
function run(program, args, { directory, input, environment }) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: directory,
			env: {
				...process.env,
				...environment
			},
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			]
		});
		const output = {
			stdout: [],
			stderr: []
		};
		child.stdout.on("data", (bytes) => output.stdout.push(bytes));
		child.stderr.on("data", (bytes) => output.stderr.push(bytes));
		child.stdin.on("error", () => {});
		child.on("error", reject);
		child.on("close", (code, signal) => {
			const text = (name) => Buffer.concat(output[name]).toString("utf8");
			resolve({
				status: code ?? (signal === null ? 1 : 128),
				stdout: text("stdout"),
				stderr: text("stderr")
			});
		});
		child.stdin.end(input ?? "");
	});
}
// src/repository/git.ts
/** Holds the new commit until its branch has it. */
const temporaryReference = "refs/chancery/commit";
/** The git repository that a folder is in, by the git command. `author` is used where git knows nobody. */
function gitRepository(directory, author) {
	const git = async (args, input) => {
		try {
			return await run("git", args, {
				directory,
				environment: {
					GIT_TERMINAL_PROMPT: "0",
					LC_ALL: "C"
				},
				...input === void 0 ? {} : { input }
			});
		} catch (error) {
			throw new OperatorError("git cannot be started", "install git and put it on PATH", { cause: error });
		}
	};
	const must = async (args, message, hint, input) => {
		const { status, stdout, stderr } = await git(args, input);
		if (status !== 0) throw new OperatorError(`${message}: ${complaint(stderr)}`, hint);
		return stdout.replace(/\n$/, "");
	};
	/** The person that git knows, else `author`; with the time, as a commit has it. */
	const committerOf = async () => {
		const ident = ["var", "GIT_COMMITTER_IDENT"];
		if (author !== void 0) {
			const known = await git([
				"-c",
				"user.useConfigOnly=true",
				...ident
			]);
			if (known.status === 0) return known.stdout.trim();
			ident.unshift("-c", `user.name=${author.name}`, "-c", `user.email=${author.email}`);
		}
		return must(ident, "git does not know who you are", "set user.name and user.email with `git config`");
	};
	return {
		prefix: async () => {
			const { status, stdout } = await git(["rev-parse", "--show-prefix"]);
			return status === 0 ? stdout.replace(/\n$/, "") : "";
		},
		uncommitted: async (paths) => {
			const { status, stdout } = await git(statusOf(paths));
			return status === 0 ? changedIn(stdout) : [];
		},
		cleanHead: async (paths) => {
			await must(["rev-parse", "--is-inside-work-tree"], "this folder is in no git repository", "run `git init` and commit network.yaml first");
			const commit = await must([
				"rev-parse",
				"--verify",
				"HEAD^{commit}"
			], "the repository has no commit yet", "commit network.yaml first");
			const branch = await must([
				"symbolic-ref",
				"--short",
				"HEAD"
			], "no branch is checked out", "check out the branch that the rendered files belong on");
			const changed = changedIn(await must(statusOf(paths), "git status failed", "see the message of git"));
			if (changed.length > 0) {
				const shown = changed.slice(0, 5).join(", ") + (changed.length > 5 ? ` and ${changed.length - 5} more` : "");
				throw new OperatorError(`the work tree has changes that are not committed: ${shown}`, "commit or stash them: what is rendered must follow from what is committed");
			}
			return {
				branch,
				commit
			};
		},
		commit: async ({ head, changes, message, push }) => {
			const stream = fastImport(head, changes, message, await committerOf(), await must(["rev-parse", "--show-prefix"], "git rev-parse failed", "see the message of git"));
			await must([
				"fast-import",
				"--quiet",
				"--force"
			], "git could not make the commit", "see the message of git", stream);
			const commit = await must([
				"rev-parse",
				"--verify",
				temporaryReference
			], "git could not make the commit", "see the message of git");
			try {
				const [made, before] = (await git([
					"rev-parse",
					`${commit}^{tree}`,
					`${head.commit}^{tree}`
				])).stdout.split("\n");
				if (made === before) return void 0;
				await moved(git, head);
				if (push !== void 0) await must([
					"push",
					"--quiet",
					push,
					`${commit}:refs/heads/${head.branch}`
				], `${push} did not take the commit: the branch ${head.branch} has moved there, or may not be written`, `pull ${head.branch} and run this again; nothing was changed here`);
				await must([
					"merge",
					"--quiet",
					"--ff-only",
					"--no-autostash",
					"--no-verify-signatures",
					commit
				], `the branch ${head.branch} has moved meanwhile`, "run this again");
				return commit;
			} finally {
				await git([
					"update-ref",
					"-d",
					temporaryReference
				]);
			}
		}
	};
}
const statusOf = (paths) => [...[
	"status",
	"--porcelain=v1",
	"-z",
	"--no-renames",
	"--untracked-files=all",
	"--"
], ...paths];
/** git-status(1): two letters and a space before each path, which here ends in NUL. */
const changedIn = (status) => status.split("\0").flatMap((entry) => entry === "" ? [] : [entry.slice(3)]);
async function moved(git, { branch, commit }) {
	if ((await git([
		"rev-parse",
		"--verify",
		`refs/heads/${branch}`
	])).stdout.trim() === commit) return;
	throw new OperatorError(`the branch ${branch} has moved meanwhile`, "run this again: nothing was changed");
}
/** The commit as a stream for `git fast-import`, which needs neither index nor work tree: git-fast-import(1). */
function fastImport({ commit }, { written, removed }, message, committer, prefix) {
	const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	return [
		`commit ${temporaryReference}\ncommitter ${committer}\n${data(message)}from ${commit}\n`,
		...removed.map((path) => `D ${quoted(prefix + path)}\n`),
		...[...written].map(([path, text]) => `M 100644 inline ${quoted(prefix + path)}\n${data(text)}`),
		"done\n"
	].join("");
}
/** A path as fast-import reads it whatever is in it. */
const quoted = (path) => `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
/** What git says is wrong, without its advice. */
function complaint(text) {
	const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint: "));
	return (lines.find((line) => line.startsWith(" ! ")) ?? lines.at(-1) ?? "").trim();
}
// src/repository/work-tree.ts
/** Files on disk below a folder. */
function workTree(directory) {
	const place = (path) => join(directory, ...path.split("/"));
	return {
		read: async (path) => {
			try {
				return await readFile(place(path), "utf8");
			} catch (error) {
				if (isMissing(error)) return void 0;
				throw explained(error, path);
			}
		},
		list: async (folder) => {
			try {
				return (await readdir(place(folder), {
					recursive: true,
					withFileTypes: true
				})).filter((entry) => entry.isFile()).map((entry) => posix.join(folder, ...join(entry.parentPath, entry.name).slice(place(folder).length + 1).split(sep))).sort();
			} catch (error) {
				if (isMissing(error)) return [];
				throw error;
			}
		},
		write: async (path, text) => {
			const file = place(path);
			const temporary = `${file}.chancery-${process.pid}`;
			try {
				await writeFile(temporary, text).catch(async (error) => {
					if (!isMissing(error)) throw error;
					await mkdir(dirname(file), { recursive: true });
					await writeFile(temporary, text);
				});
				await rename(temporary, file);
			} catch (error) {
				await rm(temporary, { force: true }).catch(() => {});
				throw explained(error, path);
			}
		},
		remove: async (path) => {
			await rm(place(path), { force: true });
			for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) try {
				await rmdir(place(folder));
			} catch {
				return;
			}
		}
	};
}
const isMissing = (error) => {
	const code = error.code;
	return code === "ENOENT" || code === "ENOTDIR";
};
/** What a person can set right about a file; anything else is a bug. */
const reasons = {
	EACCES: "may not be read or written",
	EPERM: "may not be read or written",
	EROFS: "is on a file system that cannot be written",
	ENOSPC: "does not fit on the disk",
	EISDIR: "is a folder, not a file",
	ENOTDIR: "lies below something that is no folder",
	EEXIST: "lies below something that is no folder"
};
function explained(error, path) {
	const reason = reasons[error.code ?? ""];
	return reason === void 0 ? error : new OperatorError(`${path} ${reason}`, "set this right and run it again", { cause: error });
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
// src/tools/roots.ts
/** Folders that Flux or a person applies: the CRDs, and every part of every cluster. */
const rootsOf = (tree) => [...tree.keys()].filter((path) => /^deploy\/(clusters\/[^/]+\/[^/]+|base\/ambassador\/crds)\/kustomization\.yaml$/.test(path)).map((path) => dirname(path));
/** Builds every root of a tree with kustomize, in a folder of its own that is removed afterwards, several at a time. */
async function buildRoots(program, tree) {
	const folder = await mkdtemp(join(tmpdir(), "chancery-"));
	const built = /* @__PURE__ */ new Map();
	const broken = [];
	try {
		for (const [path, text] of tree) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
		}
		const waiting = rootsOf(tree);
		const work = async () => {
			for (let root = waiting.shift(); root !== void 0; root = waiting.shift()) {
				const { status, stdout, stderr } = await run(program, ["build", root], { directory: folder });
				if (status === 0) built.set(root, stdout);
				else broken.push({
					root,
					message: stderr.trim().replaceAll(`${folder}/`, "").replace(/^Error: /, "").split("\n")[0] ?? ""
				});
			}
		};
		await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
		const byRoot = (a, b) => a.root < b.root ? -1 : 1;
		return {
			built: new Map([...built].sort(([a], [b]) => a < b ? -1 : 1)),
			broken: broken.sort(byRoot)
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
// src/system.ts
/** The ports of this machine: what every command of the command line and of the action touches. */
function systemPorts({ directory, reporter, author }) {
	let signal;
	return {
		files: workTree(directory),
		reporter,
		repository: gitRepository(directory, author),
		random: systemRandom,
		now: () => /* @__PURE__ */ new Date(),
		bases: readBases,
		buildRoots: async (tree) => buildRoots(await kustomize(), tree),
		keyring: () => readIdentities({
			environment: process.env,
			platform: process.platform,
			readFile: textOf
		}),
		connect: async (context) => (await clusterClient()).connect(context),
		contexts: async () => (await clusterClient()).contextNames(),
		get signal() {
			signal ??= endSignal();
			return signal;
		}
	};
}
/** The Kubernetes client is large, and needed by few commands. */
async function clusterClient() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	if (major < 22 || major === 22 && minor < 19) throw new OperatorError(`clusters can be reached with Node 22.19 or newer, and this is ${process.versions.node}`, "install a newer Node; everything else works with this one");
	return import("./shared-connection.js");
}
/** Aborted when the process is told to end; told a second time, it ends. A runner gives it 7.5 seconds. */
function endSignal() {
	const controller = new AbortController();
	for (const name of ["SIGTERM", "SIGINT"]) process.once(name, () => controller.abort());
	return controller.signal;
}
const textOf = (path) => readFile(path, "utf8").catch((error) => {
	if (error.code === "ENOENT") return void 0;
	throw error;
});
export { terminalReporter as a, verify as c, keys as d, apply as f, goodOutcomes as h, findingText as i, validate as l, didYouMean as m, bugReport as n, countFindings as o, render as p, operatorText as r, resultSummary as s, systemPorts as t, commit as u };
