import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { several } from '../../../words.ts'
import { error, inFile, warning } from '../../problem.ts'
import { administersItself, type FabricNetwork, ownPeers } from '../network.ts'
import { adoptedPath, genesisPath } from '../places.ts'
import type { Channel } from '../schema.ts'
import { present } from './leaf-checks.ts'

/** Channels that began without Chancery have their configuration in a file, and others do not. */
export const adoptedProblems = (network: FabricNetwork, material: Material): Problem[] =>
  network.top.channels.flatMap((channel, at) => {
    const path: Path = ['channels', at]
    const file = adoptedPath(channel.name)
    const isThere = present(material, file) !== undefined
    if (!channel.adopted)
      return isThere
        ? [
            inFile(
              'adopted-channel',
              file,
              `${file} exists, but channel ${channel.name} is not marked as adopted`,
              'set `adopted: true` in the channel, or remove the file',
            ),
          ]
        : []
    return isThere
      ? withoutFirstBlock(network, channel, material, path)
      : [
          error(
            'adopted-channel',
            `channel ${channel.name} is adopted, but ${file} is missing`,
            'restore it from Git, or run `chancery adopt` with a configuration block of the channel',
            [...path, 'adopted'],
          ),
        ]
  })

/** Orderers can join with any configuration block; peers only with the first. */
function withoutFirstBlock(network: FabricNetwork, channel: Channel, material: Material, path: Path): Problem[] {
  const file = genesisPath(channel.name)
  const peers = ownPeers(network, channel).filter(({ organization }) => !administersItself(organization))
  if (peers.length === 0 || present(material, file) !== undefined) return []
  return [
    warning(
      'adopted-channel',
      `no Job joins ${several(peers.map(nodeId))} to channel ${channel.name}: ${file} is missing`,
      'fetch the first block with `peer channel fetch oldest`, and pass it to `chancery adopt` as --genesis-block',
      path,
    ),
  ]
}
