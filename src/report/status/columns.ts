export interface TextTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Lines of a table, its heading first. A column without any cell is left out. */
export function columnsOf({ columns, rows }: TextTable): readonly string[] {
  const shown = columns.flatMap((_, at) => (rows.some((row) => (row[at] ?? '') !== '') ? [at] : []))
  const lines = [columns.map((column) => column.toUpperCase()), ...rows]
  const widths = new Map(shown.map((at) => [at, Math.max(...lines.map((line) => (line[at] ?? '').length))]))
  return lines.map((line) =>
    shown
      .map((at) => (line[at] ?? '').padEnd(widths.get(at) ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
