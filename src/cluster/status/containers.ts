import { at, isRecord, type KubernetesObject, listAt } from '../objects.ts'
import { numberAt, textAt, timeAt } from './fields.ts'

/** A container as its pod's status shows it. */
export interface Container {
  readonly name: string
  readonly isInit: boolean
  readonly isReady: boolean
  readonly restarts: number
  readonly state: 'waiting' | 'running' | 'terminated' | 'unknown'
  /** Of its state: `CrashLoopBackOff`, `Completed`. */
  readonly reason: string
  readonly message: string
  /** Its last end, if any. */
  readonly end: End | undefined
}

export interface End {
  readonly exitCode: number
  /** `Error`, `OOMKilled`, … */
  readonly reason: string
  /** The content of its termination log. */
  readonly message: string
  readonly startedAt: Date | undefined
}

/** Init containers first, in the order in which they run. */
export const containersOf = (pod: KubernetesObject): readonly Container[] => [
  ...listAt(pod, 'status', 'initContainerStatuses').map((status) => container(status, true)),
  ...listAt(pod, 'status', 'containerStatuses').map((status) => container(status, false)),
]

function container(status: unknown, isInit: boolean): Container {
  const state = (['waiting', 'running', 'terminated'] as const).find((one) => isRecord(at(status, 'state', one)))
  return {
    name: textAt(status, 'name'),
    isInit,
    isReady: at(status, 'ready') === true,
    restarts: numberAt(status, 'restartCount') ?? 0,
    state: state ?? 'unknown',
    reason: state === undefined ? '' : textAt(status, 'state', state, 'reason'),
    message: state === undefined ? '' : textAt(status, 'state', state, 'message').trim(),
    end: end(at(status, 'state', 'terminated')) ?? end(at(status, 'lastState', 'terminated')),
  }
}

function end(terminated: unknown): End | undefined {
  if (!isRecord(terminated)) return undefined
  return {
    exitCode: numberAt(terminated, 'exitCode') ?? 0,
    reason: textAt(terminated, 'reason'),
    message: textAt(terminated, 'message').trim(),
    startedAt: timeAt(terminated, 'startedAt'),
  }
}

/** `exit code 137 (OOMKilled): message`. `Error` is what Kubernetes says of every other code. */
export function endText({ exitCode, reason, message }: End): string {
  const why = reason === '' || reason === 'Error' ? '' : ` (${reason})`
  return `exit code ${exitCode}${why}${message === '' ? '' : `: ${message}`}`
}
