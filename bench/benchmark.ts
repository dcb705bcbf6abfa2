/** What a benchmark module measures; the runner prints it as a table and writes it as JSON. */
export interface Benchmark {
  readonly purpose: string
  /** `progress` gets a line whenever something that takes a while begins. */
  measure(progress: (line: string) => void): Promise<Report>
}

export interface Report {
  readonly measurements: readonly Measurement[]
  /** What was left out, and why. */
  readonly notes: readonly string[]
}

export interface Measurement extends Usage {
  readonly name: string
  /** Size of the network. */
  readonly nodes: number
  /** Goals by what they are compared with. */
  readonly ratios: Readonly<Record<string, Ratio>>
}

export interface Usage {
  /** Wall time. */
  readonly seconds: number
  /** Processor time in user mode: on a machine that others use too, it tells more than wall time. Undefined where it was not measured. */
  readonly userSeconds: number | undefined
  /** Largest resident memory of one process. Undefined where it was not measured. */
  readonly peakMiB: number | undefined
}

export interface Ratio {
  readonly value: number
  /** Met when the value is at most this. */
  readonly goal: number
  readonly met: boolean
}

export const ratio = (value: number, goal: number): Ratio => ({ value, goal, met: value <= goal })

/** Runs something again and again, one after the other. */
export async function repeated<Result extends Usage>(times: number, run: () => Promise<Result>): Promise<Usage> {
  const runs: Usage[] = []
  while (runs.length < times) runs.push(await run())
  return medians(runs)
}

/** The median of each number: one disturbed run does not move it. */
export function medians(runs: readonly Usage[]): Usage {
  const medianOf = (read: (usage: Usage) => number | undefined): number | undefined =>
    median(runs.map(read).filter((value) => value !== undefined))
  return {
    seconds: medianOf(({ seconds }) => seconds) ?? 0,
    userSeconds: medianOf(({ userSeconds }) => userSeconds),
    peakMiB: medianOf(({ peakMiB }) => peakMiB),
  }
}

/** The middle value, or the mean of the two in the middle; undefined when there is none. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
