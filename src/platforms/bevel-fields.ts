import type { Path } from '../network/finding.ts'
import { isMapping } from '../network/mapping.ts'

/** Reading fields of a file that may have any shape. */

type Mapping = Readonly<Record<string, unknown>>

/** The mapping, or an empty one. */
export const mappingOf = (value: unknown): Mapping => (isMapping(value) ? value : {})

/** Items of a list, each as a mapping or an empty one; none for anything else. */
export const mappingsOf = (value: unknown): readonly Mapping[] => (Array.isArray(value) ? value.map(mappingOf) : [])

/** An item of a list that is a mapping, with its place. */
export interface Entry {
  readonly path: Path
  readonly value: Mapping
}

/** Items of the list at `key`; a lone mapping counts as a list of one. */
export function entriesOf(parent: Entry, key: string): readonly Entry[] {
  const value = parent.value[key]
  const path = [...parent.path, key]
  if (isMapping(value)) return [{ path, value }]
  return Array.isArray(value)
    ? value.flatMap((item: unknown, at) => (isMapping(item) ? [{ path: [...path, at], value: item }] : []))
    : []
}

/** The mapping at `key`, or an empty one. */
export const entryOf = (parent: Entry, key: string): Entry => ({
  path: [...parent.path, key],
  value: mappingOf(parent.value[key]),
})

/** Entries by their keys: the order of the input makes no difference. */
export const inOrder = (mapping: Mapping): readonly (readonly [string, unknown])[] =>
  Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1))

/** A text, or a number written as one; undefined for anything else, and for empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** `true`, `yes`, `enabled` and the like. */
export const isOn = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && /^(true|yes|on|enabled?)$/i.test(value.trim()))

/** A text that waits for its value: `<password>`, `{{ var }}`, `$NAME`, `CLUSTER_CONTEXT`. */
export const isPlaceholder = (value: unknown): boolean =>
  typeof value === 'string' &&
  /<[^<>]*>|\{\{.*\}\}|\$\{?[A-Za-z_]|(?<![A-Za-z0-9_])[A-Z][A-Z0-9]*_[A-Z0-9_]+/.test(value)

/** A DNS-1123 label that begins with a letter, as close to the text as can be; `start` comes before a digit. */
export function labelOf(text: string, start: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const whole = /^[a-z]/.test(plain) ? plain : `${start}${plain === '' ? '' : `-${plain}`}`
  return whole.slice(0, 63).replace(/-+$/, '')
}

/** The parts of an X.509 subject such as `O=Carrier,OU=Carrier,L=51.50/-0.13/London,C=GB`, by their short names. */
export function subjectParts(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/,(?=\s*[A-Za-z]+\s*=)/).flatMap((part): [string, string][] => {
      const at = part.indexOf('=')
      return at < 0 ? [] : [[part.slice(0, at).trim().toUpperCase(), part.slice(at + 1).trim()]]
    }),
  )
}

/** A name, with a number after it where another has it. */
export function freeName(label: string, taken: ReadonlySet<string>): string {
  const start = label.replace(/-+$/, '')
  for (let number = 1; ; number++) {
    const name = number === 1 ? start : `${start}-${number}`
    if (!taken.has(name)) return name
  }
}

/**
 * The name of the input for a node, unless no object can have it or another node of the organization has it: `taken` has the names of those,
 * and gets this one. Longer names are cut.
 */
export function nodeNameOf(given: string, role: string, taken: Set<string>, longest = 48): string {
  const label = labelOf(given, role).slice(0, longest)
  const name = freeName(label === 'jobs' ? `${role}-jobs` : label, taken)
  taken.add(name)
  return name
}
