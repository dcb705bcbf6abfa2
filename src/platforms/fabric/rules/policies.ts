import type { Problem } from '../../../network/finding.ts'
import { type FabricNetwork, partiesOf } from '../network.ts'
import { aclProblems } from './acls.ts'
import { channelPolicyProblems } from './channel-policies.ts'
import { endorsementProblems } from './endorsement.ts'

/** Policies that cannot be read, name nobody, or that nobody or everybody can fulfil. */
export function policyProblems(network: FabricNetwork): Problem[] {
  const known = [...new Set([...partiesOf(network).values()].map(({ mspId }) => mspId))]
  return [
    ...network.top.channels.flatMap((channel, at) => [
      ...channelPolicyProblems(network, channel, known, ['channels', at, 'policies']),
      ...aclProblems(network, channel, ['channels', at, 'acls']),
    ]),
    ...network.top.chaincodes.flatMap((chaincode, at) =>
      endorsementProblems(network, chaincode, known, ['chaincodes', at]),
    ),
  ]
}
