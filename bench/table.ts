import type { Measurement } from './benchmark.ts'

/** Measurements and goals for people: numbers to the right, one line each. */
export function reportText(measurements: readonly Measurement[]): string {
  const goals = measurements.flatMap(({ name, nodes, ratios }) =>
    Object.entries(ratios).map(([peer, { value, goal, met }]) => [
      name,
      String(nodes),
      peer,
      value.toPrecision(3),
      String(goal),
      met ? 'met' : 'MISSED',
    ]),
  )
  const used = measurements.map(({ name, nodes, seconds, userSeconds, peakMiB }) => [
    name,
    String(nodes),
    seconds.toFixed(3),
    userSeconds?.toFixed(3) ?? '',
    peakMiB?.toFixed(0) ?? '',
  ])
  return [
    table(['median of', 'nodes', 'seconds', 'user seconds', 'peak MiB'], used),
    table(['goal of', 'nodes', '', 'value', 'at most', ''], goals),
  ].join('\n')
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (isNumber(rows, at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return `${[heading, ...rows].map(line).join('\n')}\n`
}

const isNumber = (rows: readonly (readonly string[])[], at: number): boolean =>
  rows.every((row) => /^[\d.e+-]*$/.test(row[at] ?? ''))
