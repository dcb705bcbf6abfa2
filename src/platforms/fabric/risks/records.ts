import type { Material } from '../../../material/material.ts'
import type { Risk } from '../../../network/risk.ts'
import { listed } from '../../../words.ts'
import { recordedBlockOf } from '../certificates.ts'
import { weakerPolicies, weakerPolicyText } from '../channel/weaker-policies.ts'
import { progressOf, progressText } from '../policy/progress.ts'
import type { Channel } from '../schema.ts'
import {
  BrokenRecord,
  type ChannelRecord,
  isImport,
  type RecordedImport,
  type RecordedUpdate,
  recordOf,
} from '../updates/record.ts'
import { hasJob } from '../updates/submitter.ts'
import { type KeptChannel, keptChannels } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

type Entry = RecordedUpdate | RecordedImport

/** What Git gets or loses of the configurations of channels: updates, signatures, configurations from elsewhere. */
export const recordRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  keptChannels(before, after).flatMap((kept) => {
    const [old, now] = [entriesOf(kept.was, before.material), entriesOf(kept.is, after.material)]
    const known = new Map(old.map((entry) => [entry.number, entry]))
    const left = new Set(now.map(({ number }) => number))
    return [
      ...now.flatMap((entry) => appeared(kept, known.get(entry.number), entry, after)),
      ...old.filter(({ number }) => !left.has(number)).map((entry) => gone(kept, entry)),
    ]
  })

/** Nothing of what cannot be read: that is an error. */
function entriesOf(channel: Channel, material: Material): ChannelRecord['entries'] {
  const first = recordedBlockOf(channel, material)
  try {
    return first === undefined ? [] : recordOf(channel.name, first, material).entries
  } catch (error) {
    if (error instanceof BrokenRecord) return []
    throw error
  }
}

const isClosed = (entry: Entry): boolean => isImport(entry) || entry.missing.length === 0

const subjectOf = ({ was }: KeptChannel, { number }: Entry): string => `${was.name}/${number}`

function appeared(kept: KeptChannel, was: Entry | undefined, is: Entry, revision: FabricRevision): Risk[] {
  const common = { subject: subjectOf(kept, is), path: kept.path }
  if (was !== undefined && bytesOf(was).equals(bytesOf(is)))
    return isImport(was) || isImport(is) ? [] : signatures(kept, was, is, revision)
  const after = isImport(is) ? is.block.state : is.after
  const changes = is.words.join('; ') || 'nothing'
  const weaker = weakerPolicies(is.before.channel, after.channel).map(weakerPolicyText)
  const words = weaker.length === 0 ? changes : `${changes}. Policies become weaker: ${weaker.join('; ')}`
  const replaced =
    was === undefined ? '' : `, in place of another ${isImport(was) ? 'configuration' : 'update'} of that number`
  if (isImport(is))
    return [
      {
        ...common,
        id: 'channel-imported',
        severity: 'danger',
        message: `block ${is.block.number} of channel ${kept.was.name} becomes its recorded configuration${replaced}, with changes that members did not sign here: ${words}`,
        hint: 'ask the members to confirm; later updates start from it',
      },
    ]
  const isDanger = weaker.length > 0 || (was !== undefined && isClosed(was))
  return [
    {
      ...common,
      id: 'channel-update-recorded',
      severity: isDanger ? 'danger' : 'caution',
      message: `update ${is.number} of channel ${kept.was.name} is new${replaced}: ${words}. ${signedText(is)}`,
      hint: isClosed(is) ? submission(kept, is, revision) : 'a Job submits it only when it has all signatures',
    },
  ]
}

const bytesOf = (entry: Entry): Buffer => (isImport(entry) ? entry.block.signed.header : entry.update)

const signedText = ({ signatures: given, approvals }: RecordedUpdate): string =>
  approvals.map((approval) => progressText(progressOf(approval, new Set(given.keys())))).join('; ')

const submission = ({ is: channel }: KeptChannel, update: RecordedUpdate, { network }: FabricRevision): string =>
  hasJob(network, channel, update)
    ? 'it has all signatures: a Job submits it after the merge'
    : 'it has all signatures: a member must submit it (`peer channel update`), as no Job does'

function signatures(kept: KeptChannel, was: RecordedUpdate, is: RecordedUpdate, revision: FabricRevision): Risk[] {
  const [added, removed] = [
    [...is.signatures.keys()].filter((mspId) => !was.signatures.has(mspId)),
    [...was.signatures.keys()].filter((mspId) => !is.signatures.has(mspId)),
  ]
  if (added.length + removed.length === 0) return []
  const words = [
    ...(added.length === 0 ? [] : [`${listed(added)} signed it`]),
    ...(removed.length === 0 ? [] : [`the signature of ${listed(removed)} is gone`]),
  ]
  const changes = is.words.join('; ')
  return [
    {
      id: 'channel-update-signed',
      severity: 'caution',
      subject: subjectOf(kept, is),
      message: `update ${is.number} of channel ${kept.was.name} (${changes}): ${words.join('; ')}`,
      hint: isClosed(is) ? submission(kept, is, revision) : `it needs further signatures: ${signedText(is)}`,
      path: kept.path,
    },
  ]
}

/** An active update counts for all that comes later. */
const gone = (kept: KeptChannel, entry: Entry): Risk => ({
  id: 'channel-record-removed',
  severity: isClosed(entry) ? 'danger' : 'caution',
  subject: subjectOf(kept, entry),
  message: isClosed(entry)
    ? `${isImport(entry) ? 'the imported configuration' : 'update'} ${entry.number} of channel ${kept.was.name} is no longer recorded, but the channel has it: the next update would not match`
    : `update ${entry.number} of channel ${kept.was.name}, which waits for signatures, is withdrawn`,
  hint: isClosed(entry) ? 'restore its folder from Git' : 'tell its members',
  path: kept.path,
})
