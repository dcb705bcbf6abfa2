import { OperatorError } from '../../../errors.ts'
import type { Material } from '../../../material/material.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { recordedBlockOf } from '../certificates.ts'
import type { FabricNetwork } from '../network.ts'
import type { Channel } from '../schema.ts'
import { BrokenRecord, type ChannelRecord, recordOf } from '../updates/record.ts'

/** A channel of the definition by its name, with all that Git has of it. */
export function channelNamed(
  name: string,
  network: FabricNetwork,
  material: Material,
): { readonly channel: Channel; readonly record: ChannelRecord } {
  const { channels } = network.top
  const channel = channels.find((candidate) => candidate.name === name)
  if (channel === undefined)
    throw new OperatorError(
      `there is no channel "${name}"`,
      didYouMean(
        name,
        channels.map((candidate) => candidate.name),
      ),
    )
  const first = recordedBlockOf(channel, material)
  if (first === undefined)
    throw new OperatorError(
      `the channel "${name}" has no first block yet`,
      'run `chancery keys`: it makes the first block from the definition, without an update',
    )
  try {
    return { channel, record: recordOf(name, first, material) }
  } catch (error) {
    if (error instanceof BrokenRecord) throw new OperatorError(`${error.file}: ${error.message}`, 'restore it from Git')
    throw error
  }
}
