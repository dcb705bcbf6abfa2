import { OperatorError } from '../../../errors.ts'
import type { Material } from '../../../material/material.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { approvalsFor } from '../channel/approval.ts'
import { changesOf } from '../channel/config-changes.ts'
import { nextConfig } from '../channel/next-config.ts'
import { encodeUpdate, updateSets } from '../channel/update.ts'
import { describeUpdate } from '../channel/update-text.ts'
import { channelInput } from '../channel-input.ts'
import { progressOf, progressText } from '../policy/progress.ts'
import { missingLists } from '../revocations.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import {
  baselineOf,
  type ChannelRecord,
  importPath,
  isImport,
  type RecordedUpdate,
  signaturePath,
  updatePath,
} from '../updates/record.ts'
import { updateWords, wordsOf, wrongWords } from '../updates/words.ts'
import { channelNamed } from './channel.ts'

/** Makes the update that leads from the recorded configuration of a channel to its definition. */
export const channelUpdate: PlatformCommand<FabricTop, FabricNode> = {
  name: 'channel update',
  purpose: 'Write the next update of a channel to material/, from what is recorded to what is defined; unsigned',
  examples: [['chancery channel update trade', 'write the update of the channel trade']],
  parameters: ['CHANNEL'],
  forOrganization: false,
  mends: ['channel-update-words'],
  run: async (input) => update(input),
}

function update({
  network,
  material,
  outside,
  given: [name = ''],
}: CommandInput<FabricTop, FabricNode>): CommandOutcome {
  const { channel, record } = channelNamed(name, network, material)
  const [list] = missingLists(network, channel, material)
  if (list !== undefined)
    throw new OperatorError(
      `${list} is missing: the update would omit the revoked certificates`,
      'run `chancery keys` first, with the age key of the issuer',
    )
  const last = record.updates.at(-1)
  // Nobody has submitted it, and nobody may sign what the definition does not say any more.
  const open = last === undefined || last.missing.length === 0 ? undefined : last
  const number = open?.number ?? record.next
  const before = open?.before ?? record.state
  const current = before.channel
  const corrected = correctedWords(name, record, material)
  const correctedLines = [...corrected.keys()].map(
    (path) => `corrected the words of ${path}: its bytes are as they were`,
  )
  const { config, later } = nextConfig(current, channelInput(network, channel, material, outside), {
    baseline: baselineOf(channel, record),
  })
  const sets = updateSets(current, config)
  if (sets === undefined)
    return {
      files: new Map([...corrected, ...(open === undefined ? [] : withdrawn(name, open))]),
      lines: [
        ...correctedLines,
        `the channel ${name} matches the definition`,
        ...(open === undefined ? [] : [`update ${number} is withdrawn`]),
      ],
    }
  const bytes = encodeUpdate(name, sets)
  const words = describeUpdate(current, sets)
  const approvals = approvalsFor(current, changesOf(current, sets))
  const file = {
    ...updateWords(name, { number, words, approvals }),
    update: bytes.toString('base64'),
  }
  const isThis = open?.update.equals(bytes) === true
  const signers = new Set(isThis ? open.signatures.keys() : [])
  const lines = [
    ...words,
    ...approvals.map((approval) => progressText(progressOf(approval, signers))),
    ...later.map((what) => `for an update after this one: ${what}`),
  ]
  if (isThis) return { files: corrected, lines: [`update ${number} is this already`, ...correctedLines, ...lines] }
  return {
    files: new Map([
      ...corrected,
      ...(open === undefined ? [] : withdrawn(name, open)),
      [updatePath(name, number), dumpYaml(file)],
    ]),
    lines: [...correctedLines, `${open === undefined ? 'wrote' : 'replaced'} ${updatePath(name, number)}`, ...lines],
  }
}

/** Records that say something else than their bytes, with what those say. */
const correctedWords = (
  channel: string,
  { entries }: ChannelRecord,
  material: Material,
): Map<string, string | undefined> =>
  new Map(
    entries.flatMap((entry): [string, string][] => {
      const path = isImport(entry) ? importPath(channel, entry.number) : updatePath(channel, entry.number)
      const value = material.value(path)
      if (wrongWords(channel, entry, value).length === 0) return []
      const kept = isImport(entry) ? 'block' : 'update'
      const bytes = Object.entries(value ?? {}).filter(([field]) => field === kept)
      return [[path, dumpYaml({ ...wordsOf(channel, entry), ...Object.fromEntries(bytes) })]]
    }),
  )

const withdrawn = (channel: string, { number, signatures }: RecordedUpdate): Map<string, string | undefined> =>
  new Map([
    [updatePath(channel, number), undefined],
    ...[...signatures.keys()].map((mspId) => [signaturePath(channel, number, mspId), undefined] as const),
  ])
