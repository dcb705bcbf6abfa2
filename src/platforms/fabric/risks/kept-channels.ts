import type { Path } from '../../../network/finding.ts'
import { adoptedPath, genesisPath } from '../places.ts'
import type { Channel } from '../schema.ts'
import type { FabricRevision } from './revision.ts'

/** A channel that ran before, and is still in the definition. */
export interface KeptChannel {
  readonly was: Channel
  readonly is: Channel
  readonly path: Path
}

/** It runs when its first block is made, or when it is adopted. */
export function runs({ material }: FabricRevision, { name, adopted }: Channel): boolean {
  const file = adopted ? adoptedPath(name) : genesisPath(name)
  return material.text(file) !== undefined && !material.standIns.has(file)
}

export const keptChannels = (before: FabricRevision, after: FabricRevision): readonly KeptChannel[] =>
  before.network.top.channels
    .filter((channel) => runs(before, channel))
    .flatMap((was) => {
      const at = after.network.top.channels.findIndex(({ name }) => name === was.name)
      const is = after.network.top.channels[at]
      return is === undefined ? [] : [{ was, is, path: ['channels', at] }]
    })
