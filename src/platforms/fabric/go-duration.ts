/** Nanoseconds of each unit: time.ParseDuration of Go. */
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

const amount = '(?:\\d+\\.?\\d*|\\.\\d+)'
const unit = '(?:ns|us|µs|μs|ms|s|m|h)'

/** A duration as Go writes it, without a sign: `1m30s`. */
export const goDuration = new RegExp(`^(?:${amount}${unit})+$`)

/** The longest that Go can count, in an int64: 292 years. */
export const longestDuration = 2 ** 63

/** Nanoseconds of a duration whose shape is checked, as Go counts them: what is less than one is none. */
export const nanosecondsOf = (duration: string): number =>
  [...duration.matchAll(new RegExp(`(${amount})(${unit})`, 'g'))].reduce(
    (sum, [, number, name = '']) => sum + Math.floor(Number(number) * (units[name] ?? 0)),
    0,
  )
