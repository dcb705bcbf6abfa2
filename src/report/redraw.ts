import type { TonedLine } from './reporter.ts'

/** Writes lines to a terminal in place of those that it wrote last: what does not fit on the screen is cut. */
export function redrawOn(
  stream: NodeJS.WriteStream,
  textOf: (line: TonedLine) => string,
): (lines: readonly TonedLine[]) => void {
  let drawn = 0
  return (lines) => {
    // A line that wraps, or scrolls out of the screen, could not be replaced.
    const width = (stream.columns ?? 80) - 1
    const height = (stream.rows ?? 25) - 1
    const shown = lines.slice(0, height).map(({ text, ...rest }) => textOf({ ...rest, text: text.slice(0, width) }))
    const up = drawn === 0 ? '' : `\u001b[${drawn}A\r`
    stream.write(`${up}\u001b[J${shown.map((line) => `${line}\n`).join('')}`)
    drawn = shown.length
  }
}
