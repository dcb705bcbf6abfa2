import type { Path } from '../../../network/finding.ts'
import type { ExternalParty, Organization } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { genesisFilesOf } from '../genesis.ts'
import { endorserIdentity, trusteeIdentity } from '../identity-file.ts'
import { endorsersOf, type IndyNetwork, trusteesOf } from '../network.ts'
import { identityPath } from '../places.ts'
import type { Identity } from '../schema.ts'
import type { IndyRevision } from './revision.ts'

type Office = 'trustees' | 'endorsers'

/** Somebody who has a role on the ledger. */
interface Writer {
  readonly party: string
  /** Undefined while there is no key. */
  readonly identity: Identity | undefined
}

/** Roles that the definition gives or takes: on the ledger they come and go by transactions alone. */
export function peopleRisks(before: IndyRevision, after: IndyRevision): Risk[] {
  const first = genesisFilesOf(before.network, before.material)?.domain ?? ''
  const offices: readonly Office[] = ['trustees', 'endorsers']
  return offices.flatMap((office) => {
    const [old, now] = [writersOf(before, office), writersOf(after, office)]
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)]
      const party = (is ?? was)?.party ?? ''
      const place = { subject: id, path: [...partyPath(after.network, party), office] }
      if (was !== undefined && is !== undefined && isSame(was, is)) return []
      return [
        ...(was?.identity === undefined ? [] : [removed(was.identity, office, place)]),
        ...(is === undefined || isFirst(is, first) ? [] : [added(is.identity, office, place)]),
      ]
    })
  })
}

type Place = Pick<Risk, 'subject' | 'path'>

function writersOf({ network, material }: IndyRevision, office: Office): ReadonlyMap<string, Writer> {
  const identityOf = office === 'trustees' ? trusteeIdentity : endorserIdentity
  const peopleOf = office === 'trustees' ? trusteesOf : endorsersOf
  const parties: readonly (Organization | ExternalParty)[] = [...network.organizations, ...network.externalParties]
  return new Map(
    parties.flatMap((party) =>
      peopleOf(party).map((person): [string, Writer] => {
        const isThrowAway = person.did === undefined && material.standIns.has(identityPath(party, office, person.name))
        const identity = isThrowAway ? undefined : identityOf(party, person, material)
        return [`${party.name}/${office}/${person.name}`, { party: party.name, identity }]
      }),
    ),
  )
}

/** Somebody without a key so far was told when the definition named them. */
const isSame = ({ identity: was }: Writer, { identity: is }: Writer): boolean =>
  was === undefined || (was.did === is?.did && was.verkey === is.verkey)

/** The first domain transactions have it. */
const isFirst = ({ identity }: Writer, domain: string): boolean =>
  identity !== undefined && domain.includes(JSON.stringify(identity.did))

const partyPath = ({ organizations, externalParties }: IndyNetwork, name: string): Path =>
  [...organizations, ...externalParties].find((party) => party.name === name)?.path ?? ['organizations']

function added(identity: Identity | undefined, office: Office, place: Place): Risk {
  const who = identity === undefined ? 'its key is made on merge' : `DID ${identity.did}`
  return office === 'trustees'
    ? {
        ...place,
        id: 'trustee-added',
        severity: 'caution',
        message: `${place.subject} (${who}) is to be a trustee: trustees add stewards and other trustees, and change how the pool works`,
        hint: `ask its organization outside of this pull request; after the merge a trustee submits the NYM transaction: \`chancery indy trustee ${commandName(place.subject)}\``,
      }
    : {
        ...place,
        id: 'endorser-added',
        severity: 'caution',
        message: `${place.subject} (${who}) is to be an endorser: it may write schemas, credential definitions and DIDs`,
        hint: `ask its organization outside of this pull request; after the merge a trustee or steward submits the NYM transaction: \`chancery indy endorser ${commandName(place.subject)}\``,
      }
}

function removed({ did }: Identity, office: Office, place: Place): Risk {
  const isTrustee = office === 'trustees'
  const role = isTrustee ? 'trustee' : 'endorser'
  return {
    ...place,
    id: isTrustee ? 'trustee-removed' : 'endorser-removed',
    severity: 'caution',
    message: `${place.subject} (DID ${did}) is no ${role} in the definition any more: the ledger keeps the role, and its key may still sign`,
    hint: 'have trustees take the role away by a NYM transaction (role null); to give somebody another key, change the verkey of the same DID',
  }
}

/** `carrier/endorsers/alice` is `carrier/alice` for the command. */
const commandName = (subject: string): string => subject.replace(/\/(trustees|endorsers)\//, '/')
