import type { ImportedField } from '../../bevel/import.ts'
import type { MadeNetwork } from '../made-network.ts'

/** What became of a file of another tool, for every output. */
export interface ImportedNetwork extends MadeNetwork {
  /** Its ledger, as the other tool calls it. */
  readonly type: string
  /** The platform of the definition; absent where none runs this ledger. */
  readonly platform?: string
  /** What people have to do, in sentences. */
  readonly tasks: readonly string[]
  readonly fields: readonly ImportedField[]
}

/** In the order in which people need them: what they have to see first. */
export const outcomes = ['lost', 'secret', 'derived', 'kept', 'dropped'] as const

export const outcomeTitles: Readonly<Record<(typeof outcomes)[number], string>> = {
  lost: 'Lost: not supported, with what to do instead',
  secret: 'Secrets: never copied, with where they belong',
  derived: 'Derived: follows from the value, or the value follows from others',
  kept: 'Kept: as which field',
  dropped: 'Dropped: why nothing needs it',
}

/** Fields with one outcome and one text. */
export interface FieldGroup {
  /** `organizations[].gitops.password` for several, `organizations[carrier].gitops.password` for one. */
  readonly fields: readonly { readonly field: string; readonly count: number }[]
  readonly text: string
  /** Of the first field: its line, and its file where there are several. */
  readonly at: string
}

/** Fields with the same outcome and text together, in the order of the input. */
export function groupsOf(fields: readonly ImportedField[], outcome: (typeof outcomes)[number]): readonly FieldGroup[] {
  const isOneFile = new Set(fields.flatMap(({ places }) => places.map(({ file }) => file))).size <= 1
  const byText = new Map<string, ImportedField[]>()
  for (const field of fields.filter((one) => one.outcome === outcome))
    byText.set(field.text, [...(byText.get(field.text) ?? []), field])
  return [...byText].map(([text, members]) => {
    const patterns = new Map<string, string[]>()
    for (const { field } of members) {
      const pattern = field.replace(/\[[^\]]*\]/g, '[]')
      patterns.set(pattern, [...(patterns.get(pattern) ?? []), field])
    }
    const [place] = members[0]?.places ?? []
    return {
      text,
      at: place === undefined ? '' : isOneFile ? `line ${place.line}` : `${place.file}:${place.line}`,
      fields: [...patterns].map(([pattern, names]) => ({
        field: names.length === 1 ? (names[0] ?? pattern) : pattern,
        count: names.length,
      })),
    }
  })
}

/** `5 lost, 12 secret, 30 kept` */
export const countsOf = (fields: readonly ImportedField[]): string =>
  outcomes
    .map((outcome) => ({ outcome, count: fields.filter((field) => field.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(', ')
