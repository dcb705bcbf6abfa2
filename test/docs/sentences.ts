/** Sentences of a page, without headings, tables and code blocks. Code in a sentence counts as one word, a link as its text. */
export function sentencesOf(markdown: string): string[] {
  const text = markdown.replace(/^ *(`{3,}|~{3,})[^\n]*\n.*?^ *\1 *$/gms, '\n').replace(/<!--.*?-->/gs, '')
  return paragraphsOf(text).flatMap((paragraph) =>
    paragraph
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/`[^`]*`/g, 'X')
      .split(/(?<=[.!?][)"*_]*)\s+(?=["(*_[A-Z0-9]|→)/),
  )
}

/** Number of words: signs that stand alone are none. */
export const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length

/** Paragraphs and items of lists, each on one line. */
function paragraphsOf(text: string): string[] {
  const found: string[][] = [[]]
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^(?:[-*]|\d+\.)\s+(.*)$/.exec(line)
    if (line === '' || /^[#|>]/.test(line)) found.push([])
    else if (item !== null) found.push([item[1] ?? ''])
    else found.at(-1)?.push(line)
  }
  return found.filter((lines) => lines.length > 0).map((lines) => lines.join(' '))
}
