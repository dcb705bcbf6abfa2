import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, messageOf } from './api.ts'
import { judgesObject } from './refusal/refusal.ts'

/** Statuses of a server that is busy (429), restarting or without its database. */
const passing = new Set([429, 500, 502, 503, 504])

/** Connection errors that may pass: the server or the network is down for a moment. */
const passingCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])

export const isPassing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && passingCodes.has(String(error.code))

/** Kubernetes also answers 500 for an object that violates its type: another try would not help. */
const isBusy = (answer: Answer): boolean =>
  passing.has(answer.status) && !(answer.status === 500 && judgesObject({ message: messageOf(answer) }))

interface Tried extends Answer {
  /** Of the `Retry-After` header, in seconds. */
  readonly retryAfter?: number
}

/**
 * Tries until there is an answer that another try would not change, for at most `patience` milliseconds, and once more at
 * most when `lastTry` is aborted. Everything that is sent here may be sent twice: reads, applies, and deletions that name a
 * UID. Throws the last error of the connection.
 */
export async function retrying<A extends Tried>(
  attempt: () => Promise<A>,
  patience: number,
  signal: AbortSignal | undefined,
  lastTry?: AbortSignal,
): Promise<A> {
  const end = Date.now() + patience
  for (let tries = 0; ; tries += 1) {
    const isLast = lastTry?.aborted === true
    const outcome = await attempt().then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    )
    if ('answer' in outcome && !isBusy(outcome.answer)) return outcome.answer
    const wait = 'answer' in outcome ? pause(tries, outcome.answer.retryAfter) : pause(tries)
    const over = isLast || Date.now() + wait > end
    if ('error' in outcome && (over || !isPassing(outcome.error))) throw outcome.error
    if ('answer' in outcome && over) return outcome.answer
    await rest(wait, signal, lastTry)
  }
}

/** Ends early when no further try is to follow. */
async function rest(milliseconds: number, signal: AbortSignal | undefined, lastTry: AbortSignal | undefined) {
  const signals = [signal, lastTry].filter((one) => one !== undefined)
  try {
    await sleep(milliseconds, undefined, { signal: AbortSignal.any(signals) })
  } catch (error) {
    if (signal?.aborted === true) throw error
  }
}

/** Milliseconds, about twice as many each time, with jitter, so that clients do not retry all at once. */
function pause(tries: number, retryAfter?: number): number {
  if (retryAfter !== undefined) return Math.min(retryAfter, 30) * 1000
  return Math.min(200 * 2 ** tries, 5000) * (0.75 + Math.random() / 2)
}
