import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../errors.ts'
import { type Api, endingWith, isSuccess, messageOf } from './api.ts'
import { listObjects } from './list.ts'
import { type KubernetesObject, listAt, nameOf } from './objects.ts'
import { serverSideApply } from './server-side-apply.ts'
import { textAt } from './status/fields.ts'

export interface ProbeOptions {
  /** Milliseconds until it counts as failed. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** Milliseconds between two looks. */
const pause = 1000

const rights = 'a probe needs the rights that docs/verify.md lists'

/**
 * Runs a Job that reads a ConfigMap, returns the output of its pod, and always removes both. Throws OperatorError when the server
 * refuses one of them, and when the pod does not end in time.
 */
export async function runProbe(
  given: Api,
  { configMap, job }: { readonly configMap: KubernetesObject; readonly job: KubernetesObject },
  options: ProbeOptions,
): Promise<string> {
  const { signal } = options
  // A creation in progress is completed, so that it can be removed.
  const api = endingWith(given, signal)
  try {
    await make(api, configMap)
    signal.throwIfAborted()
    const uid = await make(api, job)
    // The Job has a time to live: without a later removal, the ConfigMap goes with it.
    const { apiVersion, kind } = job
    const ownerReferences = [{ apiVersion, kind, name: job.metadata.name, uid }]
    await make(api, { ...configMap, metadata: { ...configMap.metadata, ownerReferences } })
    return await outputOf(api, job, options)
  } finally {
    await Promise.all([job, configMap].map((object) => remove(api, object)))
  }
}

const pathOf = ({ kind, metadata: { namespace, name } }: KubernetesObject): string =>
  `${kind === 'Job' ? '/apis/batch/v1' : '/api/v1'}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`

/** Returns the UID. */
async function make(api: Api, object: KubernetesObject): Promise<string> {
  const answer = await serverSideApply(api, pathOf(object), object)
  if (isSuccess(answer)) return textAt(answer.body, 'metadata', 'uid')
  throw new OperatorError(
    `the probe's ${nameOf(object)} was refused: ${messageOf(answer)}`,
    `${rights}; apply a missing namespace first`,
  )
}

async function remove(api: Api, object: KubernetesObject): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' }
  await api.request('DELETE', pathOf(object), { body }).catch(() => undefined)
}

async function outputOf(api: Api, job: KubernetesObject, { timeout, signal }: ProbeOptions): Promise<string> {
  const end = Date.now() + timeout
  const { namespace } = job.metadata
  const query = new URLSearchParams({ labelSelector: `batch.kubernetes.io/job-name=${job.metadata.name}` })
  let state = 'it has no pod'
  do {
    const answer = await api.request('GET', `/api/v1/namespaces/${namespace}/pods?${query}`, { signal })
    if (!isSuccess(answer))
      throw new OperatorError(`the pod of the probe in ${namespace} cannot be read: ${messageOf(answer)}`, rights)
    const [pod] = listAt(answer.body, 'items')
    const phase = textAt(pod, 'status', 'phase')
    if (phase === 'Succeeded' || phase === 'Failed')
      return logOf(api, textAt(pod, 'metadata', 'name'), String(namespace), signal)
    if (pod !== undefined) state = stateOf(pod)
    await sleep(pause, undefined, { signal })
  } while (Date.now() < end)
  const reason = await lastEvent(api, job, signal)
  throw new OperatorError(
    `the probe in ${namespace} did not end in ${Math.round(timeout / 1000)} s: ${state}${reason === undefined ? '' : `: ${reason}`}`,
    'check that the cluster can pull the image of the probe (curlimages/curl, or its copy in images.registry), and has room for a small pod',
  )
}

/** `its pod is pending (ImagePullBackOff)` */
function stateOf(pod: unknown): string {
  const [container] = listAt(pod, 'status', 'containerStatuses')
  const waiting = textAt(container, 'state', 'waiting', 'reason')
  const phase = textAt(pod, 'status', 'phase').toLowerCase()
  return `its pod is ${phase === '' ? 'new' : phase}${waiting === '' ? '' : ` (${waiting})`}`
}

/** The last event of the Job, or of its pod, which has the Job's name as prefix. */
async function lastEvent(api: Api, job: KubernetesObject, signal: AbortSignal): Promise<string | undefined> {
  const { namespace, name } = job.metadata
  const type = { apiVersion: 'v1', kind: 'Event' }
  const events = await listObjects(api, `/api/v1/namespaces/${namespace}/events`, { type, signal })
  if ('status' in events) return undefined
  const timeOf = (event: KubernetesObject): string =>
    textAt(event, 'lastTimestamp') || textAt(event, 'eventTime') || textAt(event, 'metadata', 'creationTimestamp')
  const own = events
    .filter((event) => textAt(event, 'type') === 'Warning')
    .filter((event) => `${textAt(event, 'involvedObject', 'name')}-`.startsWith(`${name}-`))
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  const message = textAt(own.at(-1), 'message')
  return message === '' ? undefined : message
}

async function logOf(api: Api, pod: string, namespace: string, signal: AbortSignal): Promise<string> {
  const answer = await api.request('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log?container=probe`, { signal })
  if (isSuccess(answer)) return typeof answer.body === 'string' ? answer.body : ''
  throw new OperatorError(
    `the result of the probe in ${namespace} cannot be read: ${messageOf(answer)}`,
    'a probe needs the right to read logs of pods (pods/log)',
  )
}
