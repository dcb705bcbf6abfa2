import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { agreeing, listed } from '../../../words.ts'
import { error } from '../../problem.ts'
import { recordedBlockOf } from '../certificates.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { mspIdIn } from '../channel/msp.ts'
import { type FabricNetwork, partiesOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import { BrokenRecord, recordOf } from '../updates/record.ts'

/** Who is in a channel that runs cannot leave the definition: no update could be made without its certificates and nodes. */
export const departedProblems = (network: FabricNetwork, material: Material): Problem[] => {
  const known = new Set([...partiesOf(network).values()].map(({ mspId }) => mspId))
  return network.top.channels.flatMap((channel, at): Problem[] => {
    const gone = mspIdsIn(channel, material).filter((mspId) => !known.has(mspId))
    if (gone.length === 0) return []
    return [
      error(
        'departed-member',
        `${listed(gone)} ${agreeing(gone.length, 'is', 'are')} in channel ${channel.name}, but no organization of the definition has ${agreeing(gone.length, 'this MSP ID', 'these MSP IDs')}`,
        `restore it, and remove it from the channel first (\`members\`, \`orderers\`, then \`chancery channel update ${channel.name}\`): it can leave the definition when the update has its signatures`,
        ['channels', at],
      ),
    ]
  })
}

/** Of the configuration that the updates with all signatures produce. */
function mspIdsIn(channel: Channel, material: Material): readonly string[] {
  const first = recordedBlockOf(channel, material)
  if (first === undefined) return []
  try {
    const { state, updates } = recordOf(channel.name, first, material)
    const open = updates.find(({ missing }) => missing.length > 0)
    const { groups } = (open?.before ?? state).channel
    const names = (group: ConfigGroup | undefined): string[] =>
      [...(group?.groups.values() ?? [])].flatMap((organization) => mspIdIn(organization) ?? [])
    return [...new Set([...names(groups.get('Application')), ...names(groups.get('Orderer'))])].sort()
  } catch (caught) {
    if (caught instanceof BrokenRecord) return [] // told as such
    throw caught
  }
}
