import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { Outside } from '../../outside.ts'
import { inFile, notice } from '../../problem.ts'
import { recordedBlockOf } from '../certificates.ts'
import { nextConfig } from '../channel/next-config.ts'
import { signatureProblem } from '../channel/signature.ts'
import { updateSets } from '../channel/update.ts'
import { describeUpdate } from '../channel/update-text.ts'
import { channelInput } from '../channel-input.ts'
import type { FabricNetwork } from '../network.ts'
import { progressOf, progressText } from '../policy/progress.ts'
import { MalformedMessage } from '../protobuf/reader.ts'
import { missingLists } from '../revocations.ts'
import type { Channel } from '../schema.ts'
import {
  BrokenRecord,
  baselineOf,
  type ChannelRecord,
  type RecordedUpdate,
  recordOf,
  signaturePath,
} from '../updates/record.ts'
import { recordProblems } from './records.ts'

/** Updates of channels: readable, rightly signed, and leading to what is defined. */
export const updateProblems = (network: FabricNetwork, material: Material, outside: Outside): Problem[] =>
  network.top.channels.flatMap((channel, at): Problem[] => {
    const record = recordFor(channel, material)
    if (record === undefined) return []
    if ('rule' in record) return [record]
    return [
      ...recordProblems(channel, record, material),
      ...record.updates.flatMap((update) => [...signatureProblems(channel, update), ...waiting(channel, update, at)]),
      ...due(channel, record, at, { network, material, outside }),
    ]
  })

function recordFor(channel: Channel, material: Material): ChannelRecord | Problem | undefined {
  const first = recordedBlockOf(channel, material)
  if (first === undefined) return undefined
  try {
    return recordOf(channel.name, first, material)
  } catch (error) {
    if (!(error instanceof BrokenRecord)) throw error
    return inFile(
      'channel-update',
      error.file,
      `${error.file} is not an update of a channel: ${error.message}`,
      restore,
    )
  }
}

const restore = 'restore it from Git, or remove it and run `chancery channel update` again'

const signatureProblems = ({ name }: Channel, { number, update, before, signatures }: RecordedUpdate): Problem[] =>
  [...signatures].flatMap(([mspId, signature]) => {
    const problem = readableProblem(() => signatureProblem(before.channel, update, signature, mspId))
    const file = signaturePath(name, number, mspId)
    return problem === undefined
      ? []
      : [
          inFile(
            'channel-signature',
            file,
            `the signature of ${mspId} on update ${number} of channel ${name} is invalid: ${problem}`,
            `remove ${file}, and sign again: \`chancery channel sign ${name}\``,
          ),
        ]
  })

const readableProblem = (find: () => string | undefined): string | undefined => {
  try {
    return find()
  } catch (error) {
    if (error instanceof MalformedMessage) return 'it is not a signature'
    throw error
  }
}

const waiting = ({ name }: Channel, { number, missing, signatures }: RecordedUpdate, at: number): Problem[] =>
  missing.map((approval) =>
    notice(
      'channel-update-open',
      `update ${number} of channel ${name} waits for signatures: ${progressText(progressOf(approval, new Set(signatures.keys())))}`,
      `each of them runs \`chancery channel sign ${name} --organization NAME\` and commits its signature`,
      ['channels', at],
    ),
  )

interface Surroundings {
  readonly network: FabricNetwork
  readonly material: Material
  readonly outside: Outside
}

/** The definition says something else than all updates together: nothing of it happens by itself. */
function due(channel: Channel, record: ChannelRecord, at: number, surroundings: Surroundings): Problem[] {
  const { state } = record
  const { network, material, outside } = surroundings
  // A list that does not exist yet would look like one that is taken back.
  if (missingLists(network, channel, material).length > 0) return []
  const { config } = nextConfig(state.channel, channelInput(network, channel, material, outside), {
    baseline: baselineOf(channel, record),
  })
  const sets = updateSets(state.channel, config)
  if (sets === undefined) return []
  return [
    notice(
      'channel-update-due',
      `the definition of channel ${channel.name} has changed: ${describeUpdate(state.channel, sets).join('; ')}`,
      `write an update, which members sign: \`chancery channel update ${channel.name}\``,
      ['channels', at],
    ),
  ]
}
