/** The form of a word that agrees with a count: `is` or `are`. */
export const agreeing = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** `1 node`, `2 nodes`; `1 has`, `2 have`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${agreeing(count, one, many)}`

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** `a, b or c`. */
export const alternatives = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`

/** The first of many: `a, b, c, d, e and 7 more`. */
export const several = (items: readonly string[], most = 5): string =>
  items.length <= most ? listed(items) : `${items.slice(0, most).join(', ')} and ${items.length - most} more`

/** At most this many characters, cut between two characters. */
export const cut = (text: string, characters: number): string =>
  text.length <= characters
    ? text
    : `${text
        .slice(0, characters)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`

/** Longer than paths, keys and policies of several organizations. */
const longestValue = 200

/** The most that a person reads of one message. */
const longestMessage = 2000

/** A message with long values truncated: words and quoted texts keep their beginning, the whole message keeps both ends. */
export function brief(message: string): string {
  if (message.length <= longestValue) return message
  const text = message
    .split(/(\s+)/)
    .map((word) => (word.length <= longestValue ? word : beginning(word)))
    .join('')
    .replace(/"([^"]*)"/g, (quoted, inner: string) => (inner.length <= longestValue ? quoted : `"${beginning(inner)}"`))
  if (text.length <= longestMessage) return text
  return `${cut(text, longestMessage - 500)} (${text.length} characters) …${text.slice(-400).toWellFormed()}`
}

const beginning = (value: string): string => `${cut(value, 80)} (${value.length} characters)`

/** The order of texts by their code units, which is the same on every machine: for `sort`. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
