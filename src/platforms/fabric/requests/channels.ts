import { createHash } from 'node:crypto'
import type { SharedRequest } from '../../../material/material.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { Outside } from '../../outside.ts'
import { genesisBlock } from '../channel/block.ts'
import { desiredConfig } from '../channel/desired-config.ts'
import { certificatesOf, channelInput } from '../channel-input.ts'
import type { FabricNetwork } from '../network.ts'
import { genesisPath } from '../places.ts'

/** The first block of each channel: written once, since a channel is what its first block says. An adopted one has it elsewhere. */
export const genesisRequests = (network: FabricNetwork, outside: Outside): SharedRequest[] =>
  network.top.channels.flatMap((channel, at): SharedRequest[] =>
    channel.adopted
      ? []
      : [
          {
            kind: 'shared',
            label: `the first block of channel ${channel.name}`,
            file: genesisPath(channel.name),
            needs: certificatesOf(network, channel),
            madeWhen: 'all its organizations and orderers have certificates',
            path: ['channels', at],
            make: (material) =>
              blockFile(
                0,
                genesisBlock(channel.name, desiredConfig(channelInput(network, channel, material, outside))),
              ),
          },
        ],
  )

/** A block as a text: base64 in lines, with a digest that people can compare (`sha256sum` of the decoded block). */
export const blockFile = (number: number, block: Buffer): string =>
  dumpYaml({
    kind: 'fabric-block',
    number,
    sha256: createHash('sha256').update(block).digest('hex'),
    block: `${block.toString('base64').replaceAll(/(.{1,76})/g, '$1\n')}`,
  })

/** The block of such a file; undefined when its shape is wrong or the digest does not fit. */
export function readBlockFile(value: unknown): Buffer | undefined {
  const { kind, sha256, block } = (value ?? {}) as Record<string, unknown>
  if (kind !== 'fabric-block' || typeof sha256 !== 'string' || typeof block !== 'string') return undefined
  const bytes = Buffer.from(block, 'base64')
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
}
