import type { Octokit, OctokitOptions } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'
import { RequestError } from '@octokit/request-error'

/** The most retries of a request. */
const retries = 3

/** A job does not wait longer than this: it fails, and reports when it can run again. */
const longestSeconds = 60

/**
 * Retries of requests: if GitHub has a fault or is unreachable (which counts as 500), after 1, 4 and 9 seconds. Refusals are
 * not retried, except those that ask to wait.
 */
export const retryOptions: OctokitOptions = {
  retry: { retries, doNotRetry: [400, 401, 403, 404, 405, 406, 409, 410, 415, 422, 429, 451] },
}

/** For the constructor of a client, in this order: the first one marks errors for the second. */
export const retryPlugins = [heedLimits, retry] as const

/** Waits as long as GitHub asks for: the plug-in for retries ignores the answer. */
function heedLimits(octokit: Octokit): object {
  octokit.hook.wrap('request', async (request, options) => {
    try {
      return await request(options)
    } catch (error) {
      const retryAfter = secondsBefore(error)
      if (retryAfter !== undefined && error instanceof RequestError)
        Object.assign(error.request, { request: { ...error.request.request, retries, retryAfter } })
      throw error
    }
  })
  return {}
}

/**
 * Seconds after which a refused request may be repeated; undefined if that would not help.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function secondsBefore(error: unknown): number | undefined {
  if (!(error instanceof RequestError) || (error.status !== 403 && error.status !== 429)) return undefined
  const seconds = secondsAsked(error)
  if (seconds === undefined) return error.status === 429 ? 1 : undefined
  return seconds <= longestSeconds ? Math.ceil(seconds) : undefined
}

/** The wait that GitHub asks for after too many requests: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function secondsAsked({ response }: RequestError): number | undefined {
  const header = (name: string): string | undefined => response?.headers[name]?.toString()
  const after = header('retry-after')
  if (after !== undefined) return Number(after)
  if (header('x-ratelimit-remaining') !== '0') return undefined
  return Math.max(0, Number(header('x-ratelimit-reset')) - Date.now() / 1000)
}
