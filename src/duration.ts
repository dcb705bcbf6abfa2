import { OperatorError } from './errors.ts'

const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 }

/** Milliseconds of a duration as Go and Kubernetes write them: `90s`, `10m`, `1h30m`. Throws OperatorError for anything else. */
export function durationOf(text: string, option: string): number {
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text))
    throw new OperatorError(`${option} cannot be "${text}"`, 'write a duration such as 90s, 10m or 1h30m')
  return [...text.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  )
}
