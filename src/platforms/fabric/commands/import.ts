import { OperatorError } from '../../../errors.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { type ConfigBlock, readConfigBlock } from '../channel/block.ts'
import { encodeGroup } from '../channel/config-group.ts'
import { describeConfigChange } from '../channel/update-text.ts'
import { progressOf, progressText } from '../policy/progress.ts'
import { MalformedMessage } from '../protobuf/reader.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { importPath, type RecordedUpdate } from '../updates/record.ts'
import { importProblem, importSigners } from '../updates/trust.ts'
import { importWords } from '../updates/words.ts'
import { channelNamed } from './channel.ts'

/** Records a configuration that a channel got without Chancery, so that later updates begin there. */
export const channelImport: PlatformCommand<FabricTop, FabricNode> = {
  name: 'channel import',
  purpose:
    'Record the configuration of a channel that was changed elsewhere, from a block: `peer channel fetch config`',
  examples: [['chancery channel import trade config.block', 'record what peer channel fetch config wrote']],
  parameters: ['CHANNEL', 'FILE'],
  forOrganization: false,
  run: importBlock,
}

async function importBlock(input: CommandInput<FabricTop, FabricNode>): Promise<CommandOutcome> {
  const [name = '', path = ''] = input.given
  const { record } = channelNamed(name, input.network, input.material)
  const content = Buffer.from(await input.read(path))
  const block = readBlock(path, content)
  if (block.channel !== name)
    throw new OperatorError(
      `${path} is a block of the channel "${block.channel}"`,
      `pass a block of the channel "${name}"`,
    )
  if (encodeGroup(block.state.channel).equals(encodeGroup(record.state.channel)))
    return { files: new Map(), lines: [`what is recorded of the channel ${name} is what the block says`] }
  const words = describeConfigChange(record.state.channel, block.state.channel)
  const problem = importProblem(record.trusted, block)
  if (problem !== undefined)
    throw new OperatorError(
      `${path} cannot be trusted: ${problem}`,
      'fetch it from an orderer that you trust; import several missing configurations in their order',
    )
  const file = importPath(name, record.next)
  const text = importWords(name, { number: record.next, block, words })
  return {
    files: new Map([[file, dumpYaml({ ...text, block: content.toString('base64') })]]),
    lines: [
      `wrote ${file}: block ${block.number}, configuration ${block.state.sequence}`,
      ...words,
      `the block follows the recorded configuration: ${importSigners(record.trusted, block)}`,
      ...record.updates.filter(({ missing }) => missing.length > 0).map(superseded),
      `\`chancery channel update ${name}\` writes the update from this configuration to the definition`,
    ],
  }
}

/** Its bytes name the configuration before the block. */
function superseded({ number, approvals, signatures }: RecordedUpdate): string {
  const signers = new Set(signatures.keys())
  const progress = approvals.map((approval) => progressText(progressOf(approval, signers))).join('; ')
  return `update ${number} was written before this configuration, and is not submitted any more: ${progress}`
}

function readBlock(path: string, content: Uint8Array): ConfigBlock {
  try {
    return readConfigBlock(content)
  } catch (error) {
    if (!(error instanceof MalformedMessage)) throw error
    throw new OperatorError(
      `${path} is not a configuration block: ${error.message}`,
      'fetch one with `peer channel fetch config FILE --channelID CHANNEL --orderer HOST:PORT --tls --cafile FILE`',
    )
  }
}
