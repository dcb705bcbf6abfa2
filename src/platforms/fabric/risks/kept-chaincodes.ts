import type { Path } from '../../../network/finding.ts'
import type { Chaincode, Channel } from '../schema.ts'
import { keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** A chaincode that was in a channel that runs, and still is. */
export interface KeptChaincode {
  readonly was: Chaincode
  readonly is: Chaincode
  readonly channels: { readonly was: Channel; readonly is: Channel }
  readonly path: Path
}

export const keptChaincodes = (before: FabricRevision, after: FabricRevision): readonly KeptChaincode[] =>
  keptChannels(before, after).flatMap((channels) =>
    after.network.top.chaincodes.flatMap((is, at): KeptChaincode[] => {
      if (is.channel !== channels.is.name) return []
      const was = before.network.top.chaincodes.find(({ name, channel }) => name === is.name && channel === is.channel)
      return was === undefined ? [] : [{ was, is, channels, path: ['chaincodes', at] }]
    }),
  )
