import type { Risk } from '../../../network/risk.ts'
import { agreeing, several } from '../../../words.ts'
import { capabilitiesOf, isAtLeast, membersOf, partiesOf } from '../network.ts'
import { type KeptChannel, keptChannels, runs } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'
import { updateRisks } from './updates.ts'

/** Channels that go, members that leave, capabilities that rise, and what can never change. */
export const channelRisks = (before: FabricRevision, after: FabricRevision): Risk[] => [
  ...removed(before, after),
  ...keptChannels(before, after).flatMap((channel) => [
    ...consensus(channel),
    ...capabilities(channel),
    ...leaving(before, after, channel),
    ...mspIds(before, after, channel),
    ...updateRisks(before, after, channel),
  ]),
]

const removed = (before: FabricRevision, after: FabricRevision): Risk[] =>
  before.network.top.channels
    .filter((channel) => runs(before, channel) && !after.network.top.channels.some(({ name }) => name === channel.name))
    .map(({ name }) => ({
      id: 'channel-removed',
      severity: 'caution',
      subject: name,
      message: `channel ${name} leaves the definition: its peers and orderers keep it, and go on with it`,
      hint: 'stop its applications first; to be rid of its data, let the orderers leave it (osnadmin channel remove) and unjoin the peers (peer node unjoin)',
      path: ['channels'],
    }))

function consensus({ was, is, path }: KeptChannel): Risk[] {
  if (was.consensus === is.consensus) return []
  return [
    {
      id: 'consensus-changed',
      severity: 'danger',
      subject: was.name,
      message: `the consensus of channel ${was.name} is ${is.consensus} instead of ${was.consensus}: no edit changes a channel that runs`,
      hint: 'leave it as it is, and make a new channel; Fabric has a migration with downtime, in maintenance mode, which is not automated here',
      path: [...path, 'consensus'],
    },
  ]
}

function capabilities({ was, is, path }: KeptChannel): Risk[] {
  if (was.consensus !== is.consensus) return [] // they follow from it
  const [old, now] = [capabilitiesOf(was), capabilitiesOf(is)]
  const number = (capability: string): string => capability.replace('V', '').replaceAll('_', '.')
  return (['channel', 'orderer', 'application'] as const)
    .filter((group) => old[group] !== now[group])
    .map((group) => {
      const rises = isAtLeast(number(now[group]), number(old[group]).split('.').map(Number))
      return {
        id: rises ? 'capability-raised' : 'capability-lowered',
        severity: 'danger',
        subject: was.name,
        message: rises
          ? `the ${group} capability of channel ${was.name} rises from ${old[group]} to ${now[group]}: nodes that do not know it stop at that block, and there is no way back`
          : `the ${group} capability of channel ${was.name} falls from ${old[group]} to ${now[group]}: blocks that were made with it stay`,
        hint: rises
          ? 'upgrade all nodes of all members first, external ones too'
          : 'leave it as it is: capabilities never go back',
        path: [...path, 'capabilities'],
      }
    })
}

function leaving(before: FabricRevision, after: FabricRevision, { was, is, path }: KeptChannel): Risk[] {
  const members = new Set(membersOf(after.network, is).map(({ name }) => name))
  const gone = membersOf(before.network, was)
    .map(({ name }) => name)
    .filter((name) => !members.has(name))
  if (gone.length === 0) return []
  const parties = partiesOf(after.network)
  const away = gone.filter((name) => !parties.has(name))
  const common = `${several(gone)} ${agreeing(gone.length, 'leaves', 'leave')} channel ${was.name}`
  return [
    {
      id: 'member-leaves',
      severity: away.length === 0 ? 'caution' : 'danger',
      subject: was.name,
      message:
        away.length === 0
          ? `${common}: majorities of the rest are smaller, endorsement included`
          : `${common} and ${away.length === gone.length ? '' : `${several(away)} `}the definition: the channel goes on counting ${agreeing(away.length, 'a member', 'members')} whose nodes are gone, for majorities too`,
      content: gone.join(' '),
      hint: `the update that takes ${agreeing(gone.length, 'it', 'them')} out needs signatures of a majority of the members (\`chancery channel update ${was.name}\`): keep ${agreeing(gone.length, 'the organization and its nodes', 'the organizations and their nodes')} until it is in force`,
      path: [...path, 'members'],
    },
  ]
}

/** Who goes on under another name is somebody else for a channel. */
function mspIds(before: FabricRevision, after: FabricRevision, { was, is, path }: KeptChannel): Risk[] {
  const [old, now] = [partiesOf(before.network), partiesOf(after.network)]
  const members = new Set(membersOf(after.network, is).map(({ name }) => name))
  return membersOf(before.network, was).flatMap(({ name }): Risk[] => {
    const [from, to] = [old.get(name)?.mspId, now.get(name)?.mspId]
    if (from === undefined || to === undefined || from === to || !members.has(name)) return []
    return [
      {
        id: 'msp-id-changed',
        severity: 'danger',
        subject: `${was.name}/${name}`,
        message: `${name} is ${to} instead of ${from}: channel ${was.name} does not know it under that name, and its nodes start with it at once`,
        hint: `put ${from} back; an organization never changes its MSP ID`,
        path: [...path, 'members'],
      },
    ]
  })
}
