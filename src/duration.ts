const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000 }

/** Milliseconds of a duration in the format of Go and Kubernetes: `90s`, `10m`, `1h30m`; undefined for anything else. */
export function durationOf(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) return undefined
  return [...text.matchAll(/([\d.]+)([hms])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  )
}
