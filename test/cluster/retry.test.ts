import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPassing, retrying } from '../../src/cluster/retry.ts'

/** Pauses take no time here: the clock is put forward. */
vi.mock('node:timers/promises', () => ({
  setTimeout: async (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds),
}))
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const answer = (status: number, retryAfter?: number, body: unknown = {}) => ({
  status,
  body,
  warnings: [],
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

/** Seconds at which each attempt was made, and how it ended. */
async function attempts(attempt: () => Promise<ReturnType<typeof answer>>, patience: number) {
  const began = Date.now()
  const at: number[] = []
  const run = retrying(
    () => {
      at.push((Date.now() - began) / 1000)
      return attempt()
    },
    patience,
    undefined,
  ).then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )
  return { at, end: await run }
}

const broken = (code: string) => Object.assign(new Error(code), { code })

describe('the pauses between two attempts', () => {
  it('grow to five seconds, within the patience', async () => {
    const { at, end } = await attempts(async () => answer(503), 120_000)
    expect(end).toBe(503)
    expect(at.at(-1)).toBeGreaterThan(110)
    expect(at.at(-1)).toBeLessThanOrEqual(120)
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    expect(pauses[0]).toBeLessThan(0.3)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(6.25)
    expect(at.length).toBeLessThan(45)
  })

  it.each([
    [3, 3],
    [3600, 30],
  ])('are what the server says, %d s, but no longer than half a minute: %d s', async (retryAfter, seconds) => {
    let turn = 0
    const { at, end } = await attempts(async () => (turn++ === 0 ? answer(429, retryAfter) : answer(200)), 120_000)
    expect({ at, end }).toEqual({ at: [0, seconds], end: 200 })
  })

  it('are none when the server asks for more than is left of the patience', async () => {
    expect(await attempts(async () => answer(429, 20), 15_000)).toEqual({ at: [0], end: 429 })
  })
})

describe('errors', () => {
  it.each(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])(
    'of the network pass: %s',
    async (code) => {
      expect(isPassing(broken(code))).toBe(true)
      let turn = 0
      const { at, end } = await attempts(async () => (turn++ < 2 ? Promise.reject(broken(code)) : answer(200)), 120_000)
      expect(end).toBe(200)
      expect(at).toHaveLength(3)
    },
  )

  it('of the network are thrown when patience is over', async () => {
    const { at, end } = await attempts(() => Promise.reject(broken('ECONNREFUSED')), 10_000)
    expect(end).toBe('ECONNREFUSED')
    expect(at.length).toBeGreaterThan(3)
  })

  it.each([broken('ENOTFOUND'), broken('CERT_HAS_EXPIRED'), new TypeError('a bug')])(
    'of other kinds do not: %s',
    async (error) => {
      expect(await attempts(() => Promise.reject(error), 120_000)).toMatchObject({ at: [0] })
    },
  )
})
