/** The answer to one question of a script in base/questions. */
export interface Reply {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** By the number of the question. One without an end was not asked: the Job ended before. */
export function repliesIn(output: string): ReadonlyMap<number, Reply> {
  const lines = (number: string, kind: 'out' | 'err'): string =>
    [...output.matchAll(new RegExp(`^${number} ${kind}: (.*)$`, 'gm'))].map(([, text = '']) => text).join('\n')
  return new Map(
    [...output.matchAll(/^(\d+) end (\d+)$/gm)].map(([, number = '', status = '']) => [
      Number(number),
      { status: Number(status), out: lines(number, 'out'), err: lines(number, 'err') },
    ]),
  )
}

/** The JSON in a text; undefined where there is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a program of Fabric says last, without its usage. */
export const reasonOf = ({ err, out, status }: Reply): string =>
  /^Error: (.*)$/m.exec(err)?.[1] ?? (err.trim() || out.trim() || `status ${status}`)
