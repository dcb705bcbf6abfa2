import type { Path, Problem } from '../../../network/finding.ts'

interface Times {
  readonly blockPeriodSeconds?: number | undefined
  readonly requestTimeoutSeconds?: number | undefined
}

/** From a quarter of an hour on, the value is probably in milliseconds. */
const long = 1000

/** Seconds that look like milliseconds. `path` is the parent of the fields. */
export const longTimes = (times: Times, path: Path): Problem[] =>
  (['blockPeriodSeconds', 'requestTimeoutSeconds'] as const).flatMap((field): Problem[] => {
    const seconds = times[field]
    if (seconds === undefined || seconds < long) return []
    const means = field === 'blockPeriodSeconds' ? 'a block is due every' : 'an offline validator delays the chain for'
    return [
      {
        rule: 'long-time',
        severity: 'warning',
        message: `${field} is ${seconds}: ${means} ${Math.round(seconds / 60)} minutes`,
        hint: `write seconds: ${seconds} milliseconds are ${seconds / 1000}`,
        path: [...path, field],
      },
    ]
  })
