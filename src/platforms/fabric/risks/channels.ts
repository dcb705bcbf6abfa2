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
      message: `channel ${name} leaves the definition: its peers and orderers keep it, and continue to run it`,
      hint: 'stop its applications first; to delete its data, remove it from the orderers (osnadmin channel remove) and from the peers (peer node unjoin)',
      path: ['channels'],
    }))

function consensus({ was, is, path }: KeptChannel): Risk[] {
  if (was.consensus === is.consensus) return []
  return [
    {
      id: 'consensus-changed',
      severity: 'danger',
      subject: was.name,
      message: `the consensus of channel ${was.name} changes from ${was.consensus} to ${is.consensus}: the consensus of a running channel cannot be edited`,
      hint: 'keep it, and make a new channel; the migration of Fabric needs downtime in maintenance mode, and is not automated here',
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
          ? `the ${group} capability of channel ${was.name} rises from ${old[group]} to ${now[group]}: nodes without support for it stop at that block, and it cannot be lowered again`
          : `the ${group} capability of channel ${was.name} falls from ${old[group]} to ${now[group]}: existing blocks keep it`,
        hint: rises
          ? 'upgrade all nodes of all members first, external ones too'
          : 'keep it: a capability cannot be lowered',
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
          ? `${common}: majorities of the others become smaller, endorsement included`
          : `${common} and ${away.length === gone.length ? '' : `${several(away)} `}the definition: the channel still counts ${agreeing(away.length, 'a member', 'members')} without nodes, for majorities too`,
      content: gone.join(' '),
      hint: `the update that takes ${agreeing(gone.length, 'it', 'them')} out needs signatures of a majority of the members (\`chancery channel update ${was.name}\`): keep ${agreeing(gone.length, 'the organization and its nodes', 'the organizations and their nodes')} until it is active`,
      path: [...path, 'members'],
    },
  ]
}

/** A member with another name is another member for a channel. */
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
        message: `${name} changes from ${from} to ${to}: channel ${was.name} does not know the new name, which its nodes use at once`,
        hint: `restore ${from}: an organization cannot change its MSP ID`,
        path: [...path, 'members'],
      },
    ]
  })
}
