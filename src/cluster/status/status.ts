import { at, groupOf, type KubernetesObject, listAt } from '../objects.ts'
import { conditionOf, isTrue, numberAt, textAt, timeAt } from './fields.ts'
import { current, failed, isObserved, lost, type Status, terminating, waiting } from './state.ts'
import { daemonSet, deployment, replicaSet, statefulSet } from './workload-status.ts'

export type { Status } from './state.ts'

/**
 * What the live object itself tells. Rules of kstatus, except where a comment says otherwise:
 * https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus/status
 * Not told by the object: pods that can never run. See failures.ts.
 */
export function statusOf(object: KubernetesObject): Status {
  return generic(object) ?? ofKind[`${groupOf(object)}/${object.kind}`]?.(object) ?? ready(object)
}

function generic(object: KubernetesObject): Status | undefined {
  if (object.metadata.deletionTimestamp !== undefined) {
    const finalizers = listAt(object, 'metadata', 'finalizers')
    return terminating(finalizers.length === 0 ? 'is being deleted' : `is being deleted, once ${finalizers} allow it`)
  }
  if (!isObserved(object)) return waiting('its controller has not observed the last change')
  const reconciling = conditionOf(object, 'Reconciling', 'True')
  if (reconciling !== undefined) return waiting(reconciling.message || reconciling.reason)
  const stalled = conditionOf(object, 'Stalled', 'True')
  return stalled && failed(stalled)
}

/** Not all controllers have this condition, and those that do may only add it when it is true. */
function ready(object: KubernetesObject): Status {
  const condition = conditionOf(object, 'Ready')
  if (condition === undefined) return current('exists')
  const { observedGeneration = Number.POSITIVE_INFINITY } = condition
  // kstatus does not look at this field of a condition, and so takes what was true of an older version.
  if (observedGeneration < (object.metadata.generation ?? 0)) {
    return waiting('its controller has not observed the last change')
  }
  return condition.status === 'True'
    ? current('is ready')
    : waiting(condition.message || condition.reason || 'is not ready')
}

const ofKind: Readonly<Record<string, (object: KubernetesObject) => Status>> = {
  'apps/DaemonSet': daemonSet,
  'apps/Deployment': deployment,
  'apps/ReplicaSet': replicaSet,
  'apps/StatefulSet': statefulSet,
  'batch/Job': job,
  '/Namespace': namespace,
  '/PersistentVolumeClaim': claim,
  '/Pod': pod,
  '/Service': service,
  // Of kinds with conditions that are about something else than the object's own readiness.
  'policy/PodDisruptionBudget': () => current('is active'),
  'apiextensions.k8s.io/CustomResourceDefinition': definition,
  'apiregistration.k8s.io/APIService': apiService,
}

/**
 * For kstatus a Job that runs is current: nothing is left to reconcile. Here, as in Flux, a Job has to complete: who
 * applies one waits for what it does, and would learn of its failure from nobody.
 */
function job(object: KubernetesObject): Status {
  if (isTrue(object, 'Complete')) return current('is complete')
  const condition = conditionOf(object, 'Failed', 'True')
  if (condition !== undefined) return lost(condition.reason, condition.message || condition.reason)
  if (at(object, 'spec', 'suspend') === true) return current('is suspended')
  if (timeAt(object, 'status', 'startTime') === undefined) return waiting('has not started')
  const wanted = numberAt(object, 'spec', 'completions') ?? numberAt(object, 'spec', 'parallelism') ?? 1
  const failures = numberAt(object, 'status', 'failed') ?? 0
  const done = `${numberAt(object, 'status', 'succeeded') ?? 0} of ${wanted} completions`
  return waiting(failures === 0 ? done : `${done}, ${failures} failed`)
}

function pod(object: KubernetesObject): Status {
  const phase = textAt(object, 'status', 'phase')
  const reason = textAt(object, 'status', 'reason')
  if (phase === 'Succeeded') return current('is complete')
  // kstatus reports it as current, as it is final.
  if (phase === 'Failed') return lost(reason || 'PodFailed', textAt(object, 'status', 'message') || 'has failed')
  if (isTrue(object, 'Ready')) return current('is ready')
  return waiting(phase === 'Running' ? 'runs, but is not ready' : 'has not started')
}

/**
 * kstatus and Flux wait until a claim is bound, for ever where its class waits for a first pod and there is none. Here
 * a claim counts while somebody makes a volume for it: the two annotations say so. Otherwise it keeps nobody waiting:
 * what needs it is not ready without it, and failures.ts says why.
 * https://kubernetes.io/docs/reference/labels-annotations-taints/#volume-kubernetes-io-storage-provisioner
 */
function claim(object: KubernetesObject): Status {
  const phase = textAt(object, 'status', 'phase')
  if (phase === 'Bound') return current('is bound')
  if (phase === 'Lost') return lost('ClaimLost', 'its volume is gone')
  const { annotations = {} } = object.metadata
  const provisioner = annotations['volume.kubernetes.io/storage-provisioner']
  if (provisioner !== undefined) return waiting(`waiting for a volume from ${provisioner}`)
  if ('volume.kubernetes.io/selected-node' in annotations) return waiting('waiting for a volume')
  return current('is not bound: waiting for a first pod that uses it, or for a matching volume')
}

/** kstatus accepts an address inside the cluster. Routes and DNS records need the external one. */
function service(object: KubernetesObject): Status {
  if (textAt(object, 'spec', 'type') !== 'LoadBalancer') return current('exists')
  const [first] = listAt(object, 'status', 'loadBalancer', 'ingress')
  const address = textAt(first, 'ip') || textAt(first, 'hostname')
  return address === '' ? waiting('waiting for an address of the load balancer') : current(`has the address ${address}`)
}

function namespace(object: KubernetesObject): Status {
  return textAt(object, 'status', 'phase') === 'Terminating' ? terminating('is being deleted') : current('is active')
}

function definition(object: KubernetesObject): Status {
  const names = conditionOf(object, 'NamesAccepted', 'False')
  if (names !== undefined) return failed(names)
  if (isTrue(object, 'Established')) return current('is established')
  const unestablished = conditionOf(object, 'Established', 'False')
  const hasFailed = unestablished !== undefined && unestablished.reason !== 'Installing'
  return hasFailed ? failed(unestablished) : waiting('is being installed')
}

function apiService(object: KubernetesObject): Status {
  if (isTrue(object, 'Available')) return current('is available')
  return waiting(conditionOf(object, 'Available')?.message || 'is not yet available')
}
