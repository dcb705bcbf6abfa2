/** How much of a plan is shown in Markdown. */
export interface Tier {
  readonly name: 'full' | 'short' | 'list' | 'counts'
  /** Of the fields of a changed object: values too, names only, or nothing. */
  readonly fields: 'values' | 'names' | 'none'
  /** Whether objects are named one by one. */
  readonly objects: boolean
  readonly topology: boolean
  /** Whether names of rules and risks are links to their descriptions. They are the first to go. */
  readonly links: boolean
  /** How many risks are shown. They are the last to go. */
  readonly risks: number
  /** How many of anything else are shown. */
  readonly rows: number
  /** How long a text may be. */
  readonly characters: number
  /** The note on omitted parts. */
  readonly omits?: string
}

const all = Number.POSITIVE_INFINITY
const counts = { name: 'counts', fields: 'none', objects: false, topology: false, links: false } as const
const full = {
  name: 'full',
  fields: 'values',
  objects: true,
  topology: true,
  risks: all,
  rows: all,
  characters: all,
} as const

/** From all there is to little more than numbers. */
export const tiers: readonly [Tier, ...Tier[]] = [
  { ...full, links: true },
  { ...full, links: false },
  {
    name: 'short',
    fields: 'names',
    objects: true,
    topology: true,
    links: false,
    risks: all,
    rows: 500,
    characters: 2000,
    omits: 'fields are without their values',
  },
  {
    name: 'list',
    fields: 'none',
    objects: true,
    topology: true,
    links: false,
    risks: all,
    rows: 100,
    characters: 500,
    omits: 'objects are without their fields, and of long lists the rest is left out',
  },
  { ...counts, risks: 100, rows: 20, characters: 300, omits: 'objects are counted, not named' },
  { ...counts, risks: 10, rows: 0, characters: 100, omits: 'nearly everything is counted, not named' },
]

/** What is shown of a list, and a line about the rest of it: `12 more routes`. */
export function limited<Item>(
  items: readonly Item[],
  most: number,
  what: string,
): { readonly shown: readonly Item[]; readonly rest: readonly string[] } {
  const more = items.length - most
  return more <= 0 ? { shown: items, rest: [] } : { shown: items.slice(0, most), rest: [`… ${more} more ${what}`] }
}
