/** As wide as a comment on GitHub shows code without scrolling. */
const columns = 100

/** A line of words as lines of a difference: each has the sign, and those after the first are indented. It breaks at spaces, and in braces. */
export function wrapped(sign: string, text: string): string[] {
  const lines: string[] = []
  let line = `${sign} `
  for (const word of text.split(/(?<= )|(?<=\{[^}]*,)/)) {
    if (line.length > 2 && line.length + word.trimEnd().length > columns) {
      lines.push(line.trimEnd())
      line = `${sign}     `
    }
    line += word
  }
  return [...lines, line.trimEnd()]
}
