import { organizationOf } from '../../../network/network.ts'
import { consentersOf, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import type { Channel } from '../schema.ts'

/** MSP IDs of those who have a channel's ledger or order it. */
export function partiesIn(network: FabricNetwork, channel: Channel): readonly string[] {
  const parties = partiesOf(network)
  const names = [
    ...membersOf(network, channel).map(({ name }) => name),
    ...consentersOf(network, channel).map(organizationOf),
  ]
  return [...new Set(names.flatMap((name) => parties.get(name)?.mspId ?? []))]
}

/** Whether a party has a channel's ledger, or orders it. */
export const takesPart = (network: FabricNetwork, channel: Channel, party: string): boolean =>
  membersOf(network, channel).some(({ name }) => name === party) ||
  consentersOf(network, channel).some((node) => organizationOf(node) === party)
