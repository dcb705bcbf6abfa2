import type { Path, Problem } from '../../../network/finding.ts'
import { agreeing, several } from '../../../words.ts'
import { error, warning } from '../../problem.ts'
import { definedPolicies } from '../defined-policies.ts'
import { administersItself, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { type Condition, isMet } from '../policy/condition.ts'
import { ownRoles } from '../policy/supply.ts'
import type { Channel } from '../schema.ts'

interface SubmittingPolicy {
  readonly name: 'readers' | 'writers'
  readonly text: string
  readonly condition: Condition
  readonly present: readonly string[]
  readonly path: Path
}

/** Readers and writers: a request and a transaction have one signature, which has to be enough alone. */
export function submittingProblems(network: FabricNetwork, channel: Channel, policy: SubmittingPolicy): Problem[] {
  const { name, text, condition, present, path } = policy
  const roles = ownRoles.filter((role) => present.some((mspId) => isMet(condition, [{ mspId, role }])))
  if (roles.length === 0)
    return [
      error(
        'policy',
        `no single signature satisfies the policy "${text}", but ${name === 'writers' ? 'a transaction has only that of its creator' : 'a request for blocks or events has only one'}`,
        `use OR(…) instead of AND(…), or ANY ${name === 'writers' ? 'Writers' : 'Readers'}`,
        path,
      ),
    ]
  const nodesOnly =
    name === 'writers' && !roles.includes('client') && !roles.includes('admin')
      ? [
          warning(
            'policy',
            `only nodes satisfy the policy "${text}": no client could submit a transaction`,
            "use clients, 'AlphaMSP.client', or ANY Writers",
            path,
          ),
        ]
      : []
  return [...nodesOnly, ...(name === 'writers' ? jobs(network, channel, policy) : fetching(network, channel, policy))]
}

/** Peers fetch blocks from orderers, which look at /Channel/Readers: those of the application, or of the ordering organizations. */
function fetching(network: FabricNetwork, channel: Channel, { text, path }: SubmittingPolicy): Problem[] {
  const readers = definedPolicies(network, channel)('/Channel/Readers')
  const shut = mspIdsOfMembers(network, channel).filter((mspId) => !isMet(readers, [{ mspId, role: 'peer' }]))
  if (shut.length === 0) return []
  return [
    error(
      'policy',
      `peers of ${several(shut)} do not satisfy the policy "${text}": orderers would send them no blocks`,
      `add '${shut[0]}.peer', or use ANY Readers`,
      path,
    ),
  ]
}

/** Jobs approve and commit chaincodes as administrators. Without one that may write no chaincode is ever committed. */
function jobs(network: FabricNetwork, channel: Channel, { text, condition, path }: SubmittingPolicy): Problem[] {
  if (!network.top.chaincodes.some((chaincode) => chaincode.channel === channel.name)) return []
  const parties = partiesOf(network)
  const acting = membersOf(network, channel).flatMap(({ name }) => {
    const party = parties.get(name)
    return party?.organization === undefined || administersItself(party.organization) ? [] : [party.mspId]
  })
  const shut = acting.filter((mspId) => !isMet(condition, [{ mspId, role: 'admin' }]))
  if (shut.length === 0) return []
  const message = `administrators of ${several(shut)} do not satisfy the policy "${text}": ${agreeing(shut.length, 'its Jobs', 'their Jobs')} could not approve a chaincode`
  const hint = `add '${shut[0]}.admin', or use ANY Writers`
  return [shut.length === acting.length ? error('policy', message, hint, path) : warning('policy', message, hint, path)]
}

function mspIdsOfMembers(network: FabricNetwork, channel: Channel): readonly string[] {
  const parties = partiesOf(network)
  return membersOf(network, channel).flatMap(({ name }) => parties.get(name)?.mspId ?? [])
}
