import { expect, it } from 'vitest'
import { durationOf } from '../src/duration.ts'

it.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['2m0.5s', 120_500],
  ['0s', 0],
])('%s is %d milliseconds', (text, milliseconds) => expect(durationOf(text)).toBe(milliseconds))

it.each(['', '10', '10 m', 'm', '-1m', '10min', '1d', '1h 30m', '1e3s', '.5s', '10m!', '١٠m'])('"%s" is none', (text) =>
  expect(durationOf(text)).toBeUndefined(),
)
