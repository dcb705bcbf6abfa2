import { OperatorError } from '../../../errors.ts'
import { readPrivateKeyPem } from '../../../material/x509/key.ts'
import type { Organization } from '../../../network/network.ts'
import { dumpYaml } from '../../../yaml.ts'
import type { CommandInput, CommandOutcome, PlatformCommand } from '../../command.ts'
import { agentCertificate } from '../certificates.ts'
import { approvalsFor, missingApprovals } from '../channel/approval.ts'
import { signUpdate } from '../channel/signature.ts'
import { decodeUpdate } from '../channel/update.ts'
import { describeUpdate } from '../channel/update-text.ts'
import { mspIdOf } from '../network.ts'
import { administrator, keyEntries, sealedAgentPath } from '../places.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { type RecordedUpdate, signaturePath } from '../updates/record.ts'
import { channelNamed } from './channel.ts'
import { askFor } from './update.ts'

/** Adds one organization's signature to each update of a channel that needs it. */
export const channelSign: PlatformCommand<FabricTop, FabricNode> = {
  name: 'channel sign',
  purpose: "Sign a channel's open updates for an organization, with its administrator's key, which your age key opens",
  examples: [['chancery channel sign trade --organization carrier', 'sign for the organization carrier']],
  parameters: ['CHANNEL'],
  forOrganization: true,
  run: sign,
}

async function sign(input: CommandInput<FabricTop, FabricNode>): Promise<CommandOutcome> {
  const { network, material, organization: name } = input
  const [channelName = ''] = input.given
  const organization = network.organizations.find((candidate) => candidate.name === name)
  if (organization === undefined) throw new Error(`${name} was checked before`)
  const mspId = mspIdOf(organization)
  const { channel, record } = channelNamed(channelName, network, material)
  const open = record.updates.filter((update) => update.missing.length > 0)
  if (open.length === 0)
    throw new OperatorError(
      `no update of the channel "${channelName}" waits for signatures`,
      `\`chancery channel update ${channelName}\` writes one when the definition has changed`,
    )
  const mine = open.filter((update) => asks(update).includes(mspId) && !update.signatures.has(mspId))
  if (mine.length === 0)
    throw new OperatorError(
      `no update of the channel "${channelName}" waits for the signature of ${mspId}`,
      open.flatMap(({ missing }) => missing.map(askFor)).join('; '),
    )
  const { certificate, privateKey } = await administratorOf(organization, input)
  const signed = mine.map((update) => {
    const signature = signUpdate(update.update, { mspId, certificate, privateKey })
    const file = { channel: channel.name, number: update.number, mspId, signature: signature.toString('base64') }
    return { update, path: signaturePath(channel.name, update.number, mspId), text: dumpYaml(file) }
  })
  return {
    files: new Map(signed.map(({ path, text }) => [path, text])),
    lines: signed.flatMap(({ update, path }) => [
      `update ${update.number}: ${describeUpdate(update.before.channel, decodeUpdate(update.update)).join('; ')}`,
      `wrote ${path}`,
      ...stillMissing(update, mspId),
    ]),
  }
}

/** An administrator of an organization: that of any cluster may sign for it. The home cluster's is tried first. */
async function administratorOf(
  { name, cluster: home }: Organization,
  { network, material, open }: CommandInput<FabricTop, FabricNode>,
): Promise<{ readonly certificate: string; readonly privateKey: Uint8Array }> {
  const clusters = new Set(
    network.nodes.filter((node) => node.organization.name === name).map(({ cluster }) => cluster.name),
  )
  const [cluster = home] = [...clusters].sort((a, b) => Number(b === home) - Number(a === home))
  const agent = administrator(cluster)
  const path = sealedAgentPath(cluster, name, agent)
  const key = readPrivateKeyPem((await open(path))[keyEntries.sign] ?? '')
  if (key === undefined)
    throw new OperatorError(`${path} has no private key of an administrator`, 'restore it from Git')
  return { certificate: agentCertificate(name, agent, 'sign', material), privateKey: key.privateKey }
}

const approvals = ({ before, changes }: RecordedUpdate) => approvalsFor(before.channel, changes)

/** Whose signatures count for it. */
const asks = (update: RecordedUpdate): readonly string[] => approvals(update).flatMap(({ mspIds }) => mspIds)

function stillMissing(update: RecordedUpdate, mspId: string): string[] {
  const missing = missingApprovals(approvals(update), new Set([...update.signatures.keys(), mspId]))
  return missing.length === 0
    ? ['it has all signatures: a Job submits it when this is merged']
    : missing.map((approval) => `still open: ${askFor(approval)}`)
}
