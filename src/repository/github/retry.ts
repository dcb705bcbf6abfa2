import { RequestError } from '@octokit/request-error'

/** Requests are made this often at most. */
const attempts = 4

/** Longer than this nobody waits in a job: it fails, and says when it may be run again. */
const longest = 60_000

/**
 * Milliseconds to wait before a request is made again; undefined when that is of no use. Network failures have status 500 here.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function waitBefore(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof RequestError) || attempt >= attempts) return undefined
  const asked = secondsAsked(error)
  if (asked !== undefined) return asked * 1000 <= longest ? asked * 1000 : undefined
  const busy = error.status >= 500 || error.status === 429
  return busy ? 1000 * 2 ** (attempt - 1) * (1 + Math.random()) : undefined
}

/** What GitHub asks for when there were too many requests: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function secondsAsked({ status, response }: RequestError): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const header = (name: string): string | undefined => response?.headers[name]?.toString()
  const after = header('retry-after')
  if (after !== undefined) return Number(after)
  if (header('x-ratelimit-remaining') !== '0') return undefined
  return Math.max(0, Number(header('x-ratelimit-reset')) - Date.now() / 1000)
}
