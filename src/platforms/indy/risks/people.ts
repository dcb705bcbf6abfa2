import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import type { IndyNetwork } from '../network.ts'
import type { IndyRevision } from './revision.ts'
import { type RoleChange, roleChanges } from './roles.ts'

/** Roles that the definition gives or takes: on the ledger they come and go by transactions alone. */
export const peopleRisks = (before: IndyRevision, after: IndyRevision): Risk[] =>
  roleChanges(before, after).map((one) => {
    const { party, name, office, change } = one
    const place = {
      subject: `${party}/${office}/${name}`,
      path: [...partyPath(after.network, party), office],
      severity: 'caution',
    } as const
    return change === 'added' ? added(one, place) : removed(one, place)
  })

type Place = Pick<Risk, 'subject' | 'path' | 'severity'>

const partyPath = ({ organizations, externalParties }: IndyNetwork, name: string): Path =>
  [...organizations, ...externalParties].find((party) => party.name === name)?.path ?? ['organizations']

function added({ identity, office, party, name }: RoleChange, place: Place): Risk {
  const who = identity === undefined ? 'its key is made on merge' : `DID ${identity.did}`
  return office === 'trustees'
    ? {
        ...place,
        id: 'trustee-added',
        message: `${place.subject} (${who}) is to be a trustee: trustees add stewards and other trustees, and change how the pool works`,
        hint: `ask its organization outside of this pull request; after the merge a trustee submits the NYM transaction: \`chancery indy trustee ${party}/${name} --submit\``,
      }
    : {
        ...place,
        id: 'endorser-added',
        message: `${place.subject} (${who}) is to be an endorser: it may write schemas, credential definitions and DIDs`,
        hint: `ask its organization outside of this pull request; after the merge a trustee or steward submits the NYM transaction: \`chancery indy endorser ${party}/${name} --submit\``,
      }
}

function removed({ identity, office }: RoleChange, place: Place): Risk {
  const isTrustee = office === 'trustees'
  return {
    ...place,
    id: isTrustee ? 'trustee-removed' : 'endorser-removed',
    message: `${place.subject} (DID ${identity?.did}) is no ${isTrustee ? 'trustee' : 'endorser'} in the definition any more: the ledger keeps the role, and its key may still sign`,
    hint: `after the merge a trustee takes the role away: \`chancery indy dismiss ${identity?.did} --submit\``,
  }
}
