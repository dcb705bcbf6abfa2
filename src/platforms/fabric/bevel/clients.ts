import type { BevelLine } from '../../bevel.ts'
import { entriesOf, freeName, labelOf, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { ownedAttributes } from '../client-attributes.ts'
import type { InputOrganization } from './nodes.ts'

export interface BevelClients {
  readonly clients: readonly (string | Readonly<Record<string, unknown>>)[]
  readonly lines: readonly BevelLine[]
}

/** Users of an organization as clients, with their attributes. */
export function clientsOf(organization: InputOrganization): BevelClients {
  const taken = new Set<string>()
  const lines: BevelLine[] = []
  const clients = entriesOf(organization, 'users').flatMap((entry) => {
    const given = textOf(entry.value.identity)
    if (given === undefined) {
      lines.push({ path: entry.path, outcome: 'lost', text: 'a user without `identity`' })
      return []
    }
    const name = freeName(labelOf(given, 'client').slice(0, 40), taken)
    taken.add(name)
    lines.push(
      ...(name === given
        ? lineAt(entry, 'identity', 'kept', `as a client of ${organization.name}`)
        : lineAt(
            entry,
            'identity',
            'derived',
            `client ${name} of ${organization.name}: names are lower-case DNS labels, and unique`,
          )),
    )
    const attributes: Record<string, string> = {}
    for (const { path, value } of entriesOf(entry, 'attributes')) {
      const key = textOf(value.key) ?? ''
      const problem = problemOf(key, attributes)
      if (problem === undefined) attributes[key] = textOf(value.value) ?? String(value.value ?? '')
      lines.push({
        path,
        outcome: problem === undefined ? 'kept' : problem.outcome,
        text: problem?.text ?? `as an attribute of client ${name}${rightText(key)}`,
      })
    }
    return [Object.keys(attributes).length === 0 ? name : { name, attributes }]
  })
  return { clients, lines }
}

function problemOf(
  key: string,
  known: Readonly<Record<string, string>>,
): Pick<BevelLine, 'outcome' | 'text'> | undefined {
  if (ownedAttributes.has(key)) return { outcome: 'derived', text: 'every client with attributes has it' }
  if (!/^[A-Za-z0-9._-]{1,128}$/.test(key)) return { outcome: 'lost', text: 'not a valid name of an attribute' }
  return Object.hasOwn(known, key) ? { outcome: 'lost', text: 'the user has it twice: the first counts' } : undefined
}

/** fabric-ca reads such attributes from its registry. */
const rightText = (key: string): string =>
  key.startsWith('hf.') ? '. Only a CA server grants rights by it, to identities that it registered with it' : ''
