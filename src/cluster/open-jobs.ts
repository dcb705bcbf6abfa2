import { stripVTControlCharacters } from 'node:util'
import pMap from 'p-map'
import { cut } from '../words.ts'
import { type KubernetesObject, nameOf } from './objects.ts'
import { lastLogLines, type PodLogOptions } from './pod-log.ts'
import { containersOf } from './status/containers.ts'
import { textAt } from './status/fields.ts'
import { podsOf } from './status/pods.ts'

/** A Job that is not done, and what it wrote last. */
export interface OpenJob {
  readonly job: KubernetesObject
  /** The last line of its log; absent where there is none, or nobody may read it. */
  readonly line?: string
  /** For what and for whom it waits, as only others can act: `the approval of chaincode basic by CarrierMSP`. */
  readonly waitsFor?: string
}

/** Begins the line that a Job writes while it cannot end before others act. */
const waiting = 'waiting for others: '

const longestLine = 300
const atOnce = 8
/** The last ones may be empty. */
const linesRead = 5

/** Reads the log of the newest pod of each Job. */
export const openJobs = (
  jobs: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
  options: PodLogOptions,
): Promise<readonly OpenJob[]> =>
  pMap(jobs, async (job) => openJob(job, await lastLineOf(job, pods, options)), { concurrency: atOnce })

/** `lines` are the end of its log. */
export function openJob(job: KubernetesObject, lines: readonly string[]): OpenJob {
  const line = lines.map(printable).findLast((one) => one !== '')
  if (line === undefined) return { job }
  return line.startsWith(waiting) ? { job, line, waitsFor: line.slice(waiting.length) } : { job, line }
}

/** Logs have escape sequences, and lines of any length. */
const printable = (line: string): string =>
  cut(
    stripVTControlCharacters(line)
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    longestLine,
  )

async function lastLineOf(
  job: KubernetesObject,
  pods: readonly KubernetesObject[],
  options: PodLogOptions,
): Promise<readonly string[]> {
  const created = (pod: KubernetesObject): string => textAt(pod, 'metadata', 'creationTimestamp')
  const pod = podsOf(job, pods)
    .toSorted((a, b) => (created(a) < created(b) ? -1 : 1))
    .at(-1)
  // Nothing has run: then no kubelet has a log.
  const container = pod && containersOf(pod).find(({ isInit, state, end }) => !isInit && (state === 'running' || end))
  if (pod === undefined || container === undefined) return []
  return lastLogLines(pod, container.name, { runs: ['current', 'previous'], lines: linesRead }, options)
}

/** One line; `message` is its state: `0 of 1 completions`. */
export function openJobText({ job, line, waitsFor }: OpenJob, message: string): string {
  if (waitsFor !== undefined) return `${nameOf(job)} waits for others: ${waitsFor}`
  return `${nameOf(job)}: ${message}${line === undefined ? '' : `; last line of its log: ${line}`}`
}
