import type { ExternalParty, Organization } from '../../../network/network.ts'
import { genesisFilesOf } from '../genesis.ts'
import { endorserIdentity, trusteeIdentity } from '../identity-file.ts'
import { endorsersOf, trusteesOf } from '../network.ts'
import { identityPath } from '../places.ts'
import { type KnownIdentity, knownIdentities, readTransactions } from '../pool-file.ts'
import type { Identity } from '../schema.ts'
import { roleNumbers } from '../transactions/nym.ts'
import type { IndyState } from './revision.ts'

type Office = 'trustees' | 'endorsers'

/** Somebody who has a role on the ledger by the definition. */
interface Writer {
  readonly party: string
  readonly name: string
  readonly office: Office
  /** Undefined while there is no key. */
  readonly identity: Identity | undefined
}

/** A role that the definition gives or takes. */
export interface RoleChange extends Writer {
  readonly change: 'added' | 'removed'
}

/** In the order of names, trustees first. Somebody with another key has lost a role, and got one. */
export function roleChanges(before: IndyState | undefined, after: IndyState): RoleChange[] {
  const { network, material } = before ?? after
  const first = knownIdentities(readTransactions(genesisFilesOf(network, material)?.domain ?? '').transactions)
  // A new pool has its trustees in its genesis.
  const isNew = before === undefined && network.top.genesis === undefined
  const offices: readonly Office[] = isNew ? ['endorsers'] : ['trustees', 'endorsers']
  return offices.flatMap((office) => {
    const old: ReadonlyMap<string, Writer> = before === undefined ? new Map() : writersOf(before, office)
    const now = writersOf(after, office)
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): RoleChange[] => {
      const [was, is] = [old.get(id), now.get(id)]
      if (was !== undefined && is !== undefined && isSame(was, is)) return []
      return [
        ...(was?.identity === undefined ? [] : [{ ...was, change: 'removed' as const }]),
        ...(is === undefined || isFirst(is, first) ? [] : [{ ...is, change: 'added' as const }]),
      ]
    })
  })
}

function writersOf({ network, material }: IndyState, office: Office): ReadonlyMap<string, Writer> {
  const identityOf = office === 'trustees' ? trusteeIdentity : endorserIdentity
  const peopleOf = office === 'trustees' ? trusteesOf : endorsersOf
  const parties: readonly (Organization | ExternalParty)[] = [...network.organizations, ...network.externalParties]
  return new Map(
    parties.flatMap((party) =>
      peopleOf(party).map((person): [string, Writer] => {
        const { name } = person
        const isThrowAway = person.did === undefined && material.standIns.has(identityPath(party, office, name))
        const identity = isThrowAway ? undefined : identityOf(party, person, material)
        return [`${party.name}/${name}`, { party: party.name, name, office, identity }]
      }),
    ),
  )
}

/** Somebody without a key so far was told when the definition named them. */
const isSame = ({ identity: was }: Writer, { identity: is }: Writer): boolean =>
  was === undefined || (was.did === is?.did && was.verkey === is.verkey)

/** The first domain transactions give them this role. */
const isFirst = ({ identity, office }: Writer, known: readonly KnownIdentity[]): boolean =>
  known.some(({ did, role }) => did === identity?.did && role === roleOf[office])

const roleOf = { trustees: roleNumbers.trustee, endorsers: roleNumbers.endorser } as const
