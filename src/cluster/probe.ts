import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../errors.ts'
import { type Api, isSuccess, messageOf } from './api.ts'
import { type KubernetesObject, listAt, nameOf } from './objects.ts'
import { serverSideApply } from './server-side-apply.ts'
import { textAt } from './status/fields.ts'

export interface ProbeOptions {
  /** Milliseconds until it is given up. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** Milliseconds between two looks. */
const pause = 1000

/**
 * Runs a Job that reads a ConfigMap, gives what its pod wrote, and removes both whatever happens. Throws OperatorError when the
 * server refuses one of them, and when the pod does not end in time.
 */
export async function runProbe(
  api: Api,
  { configMap, job }: { readonly configMap: KubernetesObject; readonly job: KubernetesObject },
  options: ProbeOptions,
): Promise<string> {
  try {
    for (const object of [configMap, job]) await make(api, object, options.signal)
    return await outputOf(api, job, options)
  } finally {
    // Not with the signal: being told to end is no reason to leave something behind.
    for (const object of [job, configMap]) await remove(api, object)
  }
}

const pathOf = ({ kind, metadata: { namespace, name } }: KubernetesObject): string =>
  `${kind === 'Job' ? '/apis/batch/v1' : '/api/v1'}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`

async function make(api: Api, object: KubernetesObject, signal: AbortSignal): Promise<void> {
  const answer = await serverSideApply(api, pathOf(object), object, { signal })
  if (isSuccess(answer)) return
  throw new OperatorError(
    `the probe's ${nameOf(object)} was refused: ${messageOf(answer)}`,
    'whoever probes needs the rights that docs/apply.md lists for it; a namespace that does not exist yet has to be applied first',
  )
}

async function remove(api: Api, object: KubernetesObject): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' }
  // What cannot be removed ends by itself: the Job has a time to live.
  await api.request('DELETE', pathOf(object), { body }).catch(() => undefined)
}

async function outputOf(api: Api, job: KubernetesObject, { timeout, signal }: ProbeOptions): Promise<string> {
  const end = Date.now() + timeout
  const { namespace } = job.metadata
  const query = new URLSearchParams({ labelSelector: `batch.kubernetes.io/job-name=${job.metadata.name}` })
  let state = 'it has no pod'
  while (Date.now() < end) {
    const { body } = await api.request('GET', `/api/v1/namespaces/${namespace}/pods?${query}`, { signal })
    const [pod] = listAt(body, 'items')
    const phase = textAt(pod, 'status', 'phase')
    if (phase === 'Succeeded' || phase === 'Failed')
      return logOf(api, textAt(pod, 'metadata', 'name'), String(namespace), signal)
    const [container] = listAt(pod, 'status', 'containerStatuses')
    const waiting = textAt(container, 'state', 'waiting', 'reason')
    if (pod !== undefined)
      state = `its pod is ${phase === '' ? 'new' : phase.toLowerCase()}${waiting === '' ? '' : ` (${waiting})`}`
    await sleep(pause, undefined, { signal })
  }
  throw new OperatorError(
    `the probe in ${namespace} did not end in ${Math.round(timeout / 1000)} s: ${state}`,
    'see whether the cluster can pull the image of the probe (curlimages/curl, or its copy in images.registry), and has room for a small pod',
  )
}

async function logOf(api: Api, pod: string, namespace: string, signal: AbortSignal): Promise<string> {
  const answer = await api.request('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log?container=probe`, { signal })
  if (isSuccess(answer)) return typeof answer.body === 'string' ? answer.body : ''
  throw new OperatorError(
    `what the probe found in ${namespace} cannot be read: ${messageOf(answer)}`,
    'whoever probes needs the right to read logs of pods (pods/log)',
  )
}
