/** Text from a definition as it may stand in a table cell: nothing in it is markup. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/[\r\n]+/g, ' ')

/** A table with a heading row. Cells are Markdown already. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(heading) + line(heading.map(() => '---')) + rows.map(line).join('')
}

export const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``
