import type { BevelLine } from '../../bevel.ts'
import { type Entry, entriesOf, entryOf, freeName, labelOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'

/** Trustees and endorsers of an organization, whose keys Chancery makes. */
export interface BevelPeople {
  /** `trustees` and `endorsers` of the organization, where it has any. */
  readonly fields: Readonly<Record<string, readonly { readonly name: string }[]>>
  readonly lines: readonly BevelLine[]
}

const agent = 'run the agent of the demo (ACA-Py) in your own Deployment: it dials the pool as any client'

/** Bevel has one trustee and one endorser of an organization; a list of them is read as well. */
export function peopleOf(organization: Entry): BevelPeople {
  const services = entryOf(organization, 'services')
  const trustees = namedIn(services, 'trustee')
  const endorsers = namedIn(services, 'endorser')
  return {
    fields: {
      ...(trustees.length === 0 ? {} : { trustees: trustees.map(({ name }) => ({ name })) }),
      ...(endorsers.length === 0 ? {} : { endorsers: endorsers.map(({ name }) => ({ name })) }),
    },
    lines: [
      ...trustees.flatMap(({ entry, name }) => [
        ...nameLines(entry, name, 'trustees'),
        ...(entry.value.genesis === false
          ? lineAt(entry, 'genesis', 'lost', 'trustees of the first definition are in the genesis: add others later')
          : lineAt(entry, 'genesis', 'derived', 'trustees of the first definition are in the genesis')),
        ...lineAt(entry, 'server', 'lost', agent),
      ]),
      ...endorsers.flatMap(({ entry, name }) => [
        ...nameLines(entry, name, 'endorsers'),
        ...lineAt(entry, 'full_name', 'dropped', 'the ledger has the DID of an endorser, and no name'),
        ...lineAt(entry, 'avatar', 'dropped', 'Bevel does not use it either'),
        ...lineAt(entry, 'server', 'lost', agent),
      ]),
    ],
  }
}

interface InputPerson {
  readonly entry: Entry
  readonly name: string
}

function namedIn(services: Entry, key: string): readonly InputPerson[] {
  const taken = new Set<string>()
  return entriesOf(services, key).map((entry) => {
    const name = freeName(labelOf(textOf(entry.value.name) ?? key, key).slice(0, 48), taken)
    taken.add(name)
    return { entry, name }
  })
}

const nameLines = (entry: Entry, name: string, list: string): readonly BevelLine[] =>
  textOf(entry.value.name) === name
    ? lineAt(entry, 'name', 'kept', `in \`${list}\` of the organization. \`chancery keys\` makes a new key and DID`)
    : lineAt(entry, 'name', 'derived', `${name} in \`${list}\`: names are lower-case DNS labels`)
