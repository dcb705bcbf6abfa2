import { OperatorError } from '../../../errors.ts'
import { type ConfigBlock, readConfigBlock } from '../channel/block.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { consensusOf } from '../channel/consenters.ts'
import { channel as channelSchema } from '../channel-schema.ts'
import { MalformedMessage } from '../protobuf/reader.ts'

/** A channel that runs, as one of its configuration blocks says. */
export interface RunningChannel {
  readonly name: string
  /** The file of the block, as a person named it. */
  readonly file: string
  readonly bytes: Buffer
  readonly block: ConfigBlock
  readonly config: ConfigGroup
  /** The block with number 0, where it was given. */
  readonly first: Buffer | undefined
}

/** A file that a person named, with its content. */
export interface GivenFile {
  readonly path: string
  readonly content: Uint8Array
}

interface ReadBlock {
  readonly file: string
  readonly bytes: Buffer
  readonly block: ConfigBlock
}

/** Channels of configuration blocks, in the order of their names. Throws OperatorError. */
export function runningChannels(
  blocks: readonly GivenFile[],
  firstBlocks: readonly GivenFile[],
): readonly RunningChannel[] {
  const channels = new Map<string, ReadBlock>()
  for (const read of blocks.map(readBlock)) {
    const other = channels.get(read.block.channel)
    if (other !== undefined)
      throw new OperatorError(
        `${other.file} and ${read.file} are both blocks of the channel "${read.block.channel}"`,
        'pass one block of each channel: the newest, as `peer channel fetch config` gives it',
      )
    channels.set(read.block.channel, read)
  }
  const first = firstBlocksOf(firstBlocks.map(readBlock), channels)
  return [...channels.values()]
    .map(({ file, bytes, block }): RunningChannel => {
      const config = block.state.channel
      requireApplicationChannel(file, block.channel, config)
      const ownFirst = block.number === 0 ? bytes : first.get(block.channel)
      return { name: block.channel, file, bytes, block, config, first: ownFirst }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function firstBlocksOf(
  blocks: readonly ReadBlock[],
  channels: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Buffer> {
  for (const { file, block } of blocks) {
    if (block.number !== 0)
      throw new OperatorError(
        `${file} is block ${block.number} of the channel "${block.channel}", not its first`,
        `fetch it with \`peer channel fetch oldest FILE --channelID ${block.channel} --orderer HOST:PORT --tls --cafile FILE\``,
      )
    if (!channels.has(block.channel))
      throw new OperatorError(
        `${file} is the first block of the channel "${block.channel}", of which there is no --channel`,
        `pass its configuration block, too: ${fetching(block.channel)}`,
      )
  }
  return new Map(blocks.map(({ block, bytes }) => [block.channel, bytes]))
}

const fetching = (channel: string): string =>
  `\`peer channel fetch config FILE --channelID ${channel} --orderer HOST:PORT --tls --cafile FILE\``

function readBlock({ path, content }: GivenFile): ReadBlock {
  const bytes = Buffer.from(content)
  try {
    return { file: path, bytes, block: readConfigBlock(bytes) }
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error
    throw new OperatorError(
      `${path} is not a configuration block: ${error.message}`,
      looksLikeJson(bytes)
        ? `pass the block itself, not its JSON: ${fetching('CHANNEL')}`
        : `fetch one with ${fetching('CHANNEL')}: other blocks of the channel have transactions only`,
    )
  }
}

const looksLikeJson = (bytes: Buffer): boolean => /^\s*[{[]/.test(bytes.subarray(0, 100).toString('latin1'))

/** What a definition can name: channels with applications, ordered by Raft or SmartBFT. */
function requireApplicationChannel(file: string, name: string, config: ConfigGroup): void {
  if (config.groups.has('Consortiums'))
    throw new OperatorError(
      `${file} is of the system channel "${name}", which Fabric no longer has`,
      'pass blocks of the other channels; remove the system channel before an upgrade (https://hyperledger-fabric.readthedocs.io/en/release-2.5/create_channel/create_channel_participation.html)',
    )
  if (!config.groups.has('Application') || !config.groups.has('Orderer'))
    throw new OperatorError(
      `${file}: the channel "${name}" has no members or no orderers`,
      'pass a block of a channel with peers',
    )
  if (!channelSchema.shape.name.safeParse(name).success)
    throw new OperatorError(
      `${file}: "${name}" is not a name of a channel that Fabric 2 allows`,
      'begin a new channel: names have lower-case letters, digits, "." and "-"',
    )
  const consensus = consensusOf(config)
  if (consensus !== 'etcdraft' && consensus !== 'BFT')
    throw new OperatorError(
      `${file}: the consensus of channel ${name} is ${consensus || 'not named'}: Chancery knows etcdraft and BFT`,
      'migrate the channel to etcdraft with Fabric 2 first (https://hyperledger-fabric.readthedocs.io/en/release-2.5/kafka_raft_migration.html)',
    )
}
