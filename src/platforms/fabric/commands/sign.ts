import { OperatorError } from '../../../errors.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { missingApprovals } from '../channel/approval.ts'
import { signatureProblem, signUpdate } from '../channel/signature.ts'
import { weakerPolicies, weakerPolicyText } from '../channel/weaker-policies.ts'
import { mspIdOf } from '../network.ts'
import { progressOf, progressText } from '../policy/progress.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { type RecordedUpdate, signaturePath } from '../updates/record.ts'
import { hasJob } from '../updates/submitter.ts'
import { administratorKey } from './administrator-key.ts'
import { channelNamed } from './channel.ts'

/** Adds one organization's signature to each update of a channel that needs it, after it showed what the bytes change. */
export const channelSign: PlatformCommand<FabricTop, FabricNode> = {
  name: 'channel sign',
  purpose: "Show what a channel's open updates change, ask, and sign them as an administrator of an organization",
  examples: [
    ['chancery channel sign trade --organization carrier', 'show, ask and sign for the organization carrier'],
    [
      'chancery channel sign trade --organization carrier --key admin.key --certificate admin.crt',
      'with a key that no cluster has',
    ],
  ],
  parameters: ['CHANNEL'],
  forOrganization: true,
  extras: ['key', 'certificate', 'yes'],
  run: sign,
}

async function sign(input: CommandInput<FabricTop, FabricNode>): Promise<CommandOutcome> {
  const { network, material, organization: name } = input
  const [channelName = ''] = input.given
  const organization = network.organizations.find((candidate) => candidate.name === name)
  if (organization === undefined) throw new Error(`${name} was checked before`)
  const mspId = mspIdOf(organization)
  const { channel, record } = channelNamed(channelName, network, material)
  const mine = updatesFor(channelName, record.updates, mspId)
  const key = await administratorKey(organization, input)
  const question = `Sign this for ${name}, with ${key.source}?`
  if (
    !(await input.agree(
      mine.flatMap((update) => shown(channelName, update)),
      question,
    ))
  )
    return { files: new Map(), lines: ['nothing was signed'], declined: true }
  const signed = mine.map((update) => {
    const signature = signUpdate(update.update, { mspId, ...key })
    const problem = signatureProblem(update.before.channel, update.update, signature, mspId)
    if (problem !== undefined)
      throw new OperatorError(
        `the channel would ignore this signature of ${mspId}: ${problem}`,
        `use the key of an administrator of ${name} (its certificate has OU=admin), issued by an authority of the channel`,
      )
    const file = { channel: channel.name, number: update.number, mspId, signature: signature.toString('base64') }
    return { update, path: signaturePath(channel.name, update.number, mspId), text: dumpYaml(file) }
  })
  return {
    files: new Map(signed.map(({ path, text }) => [path, text])),
    lines: [
      `signed with ${key.source}`,
      ...signed.flatMap(({ update, path }) => [
        `wrote ${path}`,
        ...stillMissing(update, mspId, hasJob(network, channel, update)),
      ]),
    ],
  }
}

/** Open updates that this MSP can help with, and has not. */
function updatesFor(channel: string, updates: readonly RecordedUpdate[], mspId: string): readonly RecordedUpdate[] {
  const open = updates.filter((update) => update.missing.length > 0)
  if (open.length === 0)
    throw new OperatorError(
      `no update of the channel "${channel}" waits for signatures`,
      `\`chancery channel update ${channel}\` writes one after a change of the definition`,
    )
  const mine = open.filter(
    ({ approvals, signatures }) => approvals.some(({ mspIds }) => mspIds.includes(mspId)) && !signatures.has(mspId),
  )
  if (mine.length === 0)
    throw new OperatorError(
      `no update of the channel "${channel}" waits for the signature of ${mspId}`,
      open.flatMap((update) => progressLines(update)).join('; '),
    )
  return mine
}

/** What the bytes of an update change, and whose signatures it has, by the policies that the channel has now. */
function shown(channel: string, update: RecordedUpdate): string[] {
  const { number, before, after, words } = update
  const weaker = weakerPolicies(before.channel, after.channel).map(weakerPolicyText)
  return [
    `update ${number} changes channel ${channel}:`,
    ...words.map((line) => `  ${line}`),
    ...(weaker.length === 0
      ? []
      : ['afterwards some can satisfy what they cannot today:', ...weaker.map((line) => `  ${line}`)]),
    'signatures, by policy:',
    ...progressLines(update).map((line) => `  ${line}`),
  ]
}

/** The signatures of an update, by policy, with one of another signer. */
const progressLines = ({ approvals, signatures }: RecordedUpdate, signer?: string): string[] => {
  const signers = new Set([...signatures.keys(), ...(signer === undefined ? [] : [signer])])
  return approvals.map((approval) => progressText(progressOf(approval, signers)))
}

function stillMissing(update: RecordedUpdate, mspId: string, isSubmitted: boolean): string[] {
  const signers = new Set([...update.signatures.keys(), mspId])
  const isComplete = missingApprovals(update.approvals, signers).length === 0
  return [
    ...progressLines(update, mspId),
    ...(isComplete
      ? [
          `it is complete: ${isSubmitted ? 'a Job submits it after the merge' : 'a member must submit it with `peer channel update`, as no Job does'}`,
        ]
      : []),
  ]
}
