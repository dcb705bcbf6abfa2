/** The form of a word that agrees with a count: `is` or `are`. */
export const agreeing = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** `1 node`, `2 nodes`; `1 has`, `2 have`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${agreeing(count, one, many)}`

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** The first of many: `a, b, c, d, e and 7 more`. */
export const several = (items: readonly string[], most = 5): string =>
  items.length <= most ? listed(items) : `${items.slice(0, most).join(', ')} and ${items.length - most} more`
