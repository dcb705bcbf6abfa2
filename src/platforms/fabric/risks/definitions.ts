import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed } from '../../../words.ts'
import { secretsReadBy } from '../chaincode/server-settings.ts'
import { consentersOf, labelOf, membersOf, runnersOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'
import { consentTo } from './automatic.ts'
import type { KeptChaincode } from './kept-chaincodes.ts'
import { runs } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

/** Channels and chaincodes that organizations of a network that runs get: their nodes join, their Jobs approve. */
export const addedRisks = (before: FabricRevision, after: FabricRevision): Risk[] => {
  if (!before.network.top.channels.some((channel) => runs(before, channel))) return []
  return [...channels(before, after), ...chaincodes(before, after)]
}

const channels = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.top.channels.flatMap((channel, at): Risk[] => {
    if (before.network.top.channels.some(({ name }) => name === channel.name)) return []
    const members = membersOf(after.network, channel).map(({ name }) => name)
    const ordering = [...new Set(consentersOf(after.network, channel).map((node) => organizationName(node)))]
    return [
      {
        id: 'channel-added',
        severity: 'caution',
        subject: channel.name,
        message: `channel ${channel.name} is new: Jobs join the peers of ${listed(members)} and the orderers of ${listed(ordering)} to it`,
        hint: 'ask each of them to confirm: the merge makes its first block, which nobody signs',
        path: ['channels', at],
      },
    ]
  })

const organizationName = ({ organization }: ReturnType<typeof consentersOf>[number]): string =>
  typeof organization === 'string' ? organization : organization.name

const chaincodes = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.top.chaincodes.flatMap((chaincode, at): Risk[] => {
    const { name, channel } = chaincode
    const isKnown = before.network.top.chaincodes.some((one) => one.name === name && one.channel === channel)
    if (isKnown) return []
    const running = runnersOf(after.network, chaincode)
    return [
      {
        id: 'chaincode-added',
        subject: `${channel}/${name}`,
        message: `chaincode ${name} is new in channel ${channel}: ${chaincode.image ?? 'no image'} runs at ${listed(running)}, endorsed by ${policyText(chaincode)}${secretsText(chaincode)}`,
        ...consentTo(after.network, chaincode),
        path: ['chaincodes', at],
      },
    ]
  })

const policyText = ({ endorsementPolicy }: Chaincode): string => endorsementPolicy ?? "the channel's Endorsement policy"

const secretsText = (chaincode: Chaincode): string => {
  const secrets = secretsReadBy(chaincode)
  return secrets.length === 0 ? '' : `, and reads ${agreeing(secrets.length, 'Secret', 'Secrets')} ${listed(secrets)}`
}

/** Nobody approves what has no own sequence. */
const notYet = {
  severity: 'caution',
  hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
} as const

/** What becomes of the definition of a chaincode, old and new. Collections have separate risks. */
export function changedRisks(before: FabricRevision, after: FabricRevision, { was, is, path }: KeptChaincode): Risk[] {
  const organizations = [runnersOf(before.network, was), runnersOf(after.network, is)].map((names) => listed(names))
  const fields: readonly (readonly [what: string, old: string, now: string])[] = [
    ['sequence', String(was.sequence), String(is.sequence)],
    ['version', was.version, is.version],
    ['image', was.image ?? 'none', is.image ?? 'none'],
    ['endorsement', policyText(was), policyText(is)],
    ['initRequired', String(was.initRequired), String(is.initRequired)],
    ['label', labelOf(was), labelOf(is)],
    ['TLS', String(was.tls), String(is.tls)],
    ['port', String(was.port), String(is.port)],
    ['runs at', ...pair(organizations)],
  ]
  const changed = fields.filter(([, old, now]) => old !== now).map(([what, old, now]) => `${what} ${old} → ${now}`)
  const others = (['collections', 'indexes'] as const).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  // An image alone is another one under the same definition, and that is a separate risk.
  const isImageAlone = changed.length === 1 && was.image !== is.image && others.length === 0
  if ((changed.length === 0 && others.length === 0) || isImageAlone) return []
  return [
    {
      id: 'chaincode-changed',
      subject: `${is.channel}/${is.name}`,
      message: `chaincode ${is.name} of channel ${is.channel} changes: ${[...changed, ...others.map((what) => `other ${what}`)].join('; ')}`,
      ...(is.sequence > was.sequence ? consentTo(after.network, is) : notYet),
      path,
    },
  ]
}

const pair = ([old = '', now = '']: readonly string[]): [string, string] => [old, now]
