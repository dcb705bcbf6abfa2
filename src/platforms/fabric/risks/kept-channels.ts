import type { Path } from '../../../network/finding.ts'
import { genesisPath } from '../places.ts'
import type { Channel } from '../schema.ts'
import type { FabricRevision } from './revision.ts'

/** A channel that ran before, and is still in the definition. */
export interface KeptChannel {
  readonly was: Channel
  readonly is: Channel
  readonly path: Path
}

/** It runs when its first block is made. */
export const runs = ({ material }: FabricRevision, { name }: Channel): boolean =>
  material.text(genesisPath(name)) !== undefined && !material.standIns.has(genesisPath(name))

export const keptChannels = (before: FabricRevision, after: FabricRevision): readonly KeptChannel[] =>
  before.network.top.channels
    .filter((channel) => runs(before, channel))
    .flatMap((was) => {
      const at = after.network.top.channels.findIndex(({ name }) => name === was.name)
      const is = after.network.top.channels[at]
      return is === undefined ? [] : [{ was, is, path: ['channels', at] }]
    })
