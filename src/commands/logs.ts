import type { Api } from '../cluster/api.ts'
import { messageOf } from '../cluster/api.ts'
import { listObjects } from '../cluster/list.ts'
import type { KubernetesObject } from '../cluster/objects.ts'
import { durationOf } from '../duration.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import type { Result } from '../report/result.ts'
import { connectTo } from './clusters/at-clusters.ts'
import { type ClusterOptions, contextOf } from './clusters/delivery.ts'
import { command } from './command.ts'
import { inspect } from './inspect.ts'
import { containerOf } from './logs/container.ts'
import { type LogSubject, logSubject } from './logs/subject.ts'
import { flag, optionalText, parsed } from './options.ts'
import type { ClusterPorts } from './ports.ts'
import { cluster, context } from './shared-options.ts'

interface LogsOptions extends ClusterOptions {
  /** Go on with what is written from now on, until the process receives a signal. */
  readonly follow: boolean
  /** Lines from the end; all when undefined. */
  readonly tail: number | undefined
  /** Milliseconds; everything when undefined. */
  readonly since: number | undefined
  /** Of the container that ran before the last restart. */
  readonly previous: boolean
  /** The first one when undefined. */
  readonly container: string | undefined
}

/** Writes the logs of a node, of an Ambassador or of a Job, line by line. */
async function logs(name: string, options: LogsOptions, ports: ClusterPorts): Promise<Result> {
  const { findings, checked } = await inspect(options, ports.files)
  if (checked === undefined) {
    ports.reporter.findings(findings)
    return { status: exitStatus.findings, findings, clusters: [] }
  }
  const subject = logSubject(checked.network, name, options.cluster)
  const target = { cluster: subject.cluster, context: contextOf(subject.cluster, options) }
  const api = await connectTo(target, await ports.contexts(), ports)
  const lines: string[] = []
  try {
    const pods = await podsOf(api, subject, ports.signal)
    const read = pods.map((pod) => ({ pod, container: containerOf(pod, options.container) }))
    await Promise.all(
      read.map(async ({ pod, container }) => {
        const prefix = read.length === 1 ? '' : `${pod.metadata.name}: `
        for await (const line of api.lines(pathOf(pod, container, options), ports.signal)) {
          ports.reporter.say(`${prefix}${line}`)
          // A log that is followed may never end.
          if (!options.follow) lines.push(`${prefix}${line}\n`)
        }
      }),
    )
  } catch (error) {
    if (!ports.signal.aborted) throw error
  } finally {
    api.close()
  }
  return { status: exitStatus.done, findings, clusters: [subject.cluster.name], output: lines.join('') }
}

async function podsOf(
  api: Api,
  { title, cluster, namespace, selector, isMeant, whenAbsent }: LogSubject,
  signal: AbortSignal,
): Promise<readonly KubernetesObject[]> {
  const type = { apiVersion: 'v1', kind: 'Pod' }
  const found = await listObjects(api, `/api/v1/namespaces/${namespace}/pods`, { type, selector, signal })
  if ('status' in found)
    throw new OperatorError(
      `pods in ${namespace} cannot be listed: ${messageOf(found)}`,
      'docs/operate.md lists the rights that are needed',
    )
  const pods = found.filter(isMeant)
  if (pods.length === 0) throw new OperatorError(`${title} has no pod in cluster ${cluster.name}`, whenAbsent)
  return pods.toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
}

/** https://kubernetes.io/docs/reference/kubernetes-api/core/pod-v1/#get-read-log-of-the-specified-pod */
function pathOf({ metadata }: KubernetesObject, container: string, options: LogsOptions): string {
  const { follow, tail, since, previous } = options
  const query = new URLSearchParams({ container })
  if (follow) query.set('follow', 'true')
  if (previous) query.set('previous', 'true')
  if (tail !== undefined) query.set('tailLines', String(tail))
  if (since !== undefined) query.set('sinceSeconds', String(Math.max(1, Math.round(since / 1000))))
  return `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/log?${query}`
}

const tail = parsed('LINES', 'Only so many lines from the end; all when empty', '', (text) => {
  if (text === '') return { value: undefined }
  return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { allowed: 'write a number of lines such as 100' }
})

const since = parsed('DURATION', 'Only lines that are not older; all when empty', '', (text) => {
  if (text === '') return { value: undefined }
  const value = durationOf(text)
  return value === undefined ? { allowed: 'write a duration such as 90s, 10m or 1h30m' } : { value }
})

export const logsCommand = command({
  name: 'logs',
  purpose: 'Print the log of a node, of an Ambassador, or of a Job or chaincode server of an organization',
  where: 'command line',
  parameters: ['NODE'],
  options: {
    cluster,
    context,
    follow: flag('Print new lines until Ctrl-C'),
    tail,
    since,
    previous: flag('Print the log of the container that ran before the last restart'),
    container: optionalText('NAME', 'Container of the pod; the first when empty'),
  },
  examples: [
    ['chancery logs carrier/validator1 --tail 100 --follow', 'the last 100 lines of a node, and all that come'],
    ['chancery logs validator1 --previous', 'why it crashed; the name suffices where only one node has it'],
    ['chancery logs ambassador --cluster eu --since 10m', 'the Ambassador of one cluster, all its pods'],
    ['chancery logs carrier/vote', 'a Job of an organization, by its name without the hash'],
  ],
  run: (values, ports, [name = '']) => logs(name, values, ports),
})
