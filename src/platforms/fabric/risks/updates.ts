import { addressText } from '../../../network/address.ts'
import type { Path } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed, several } from '../../../words.ts'
import { type AnyNode, anchorsOf, consentersOf, type FabricLedgerNode, type Member, membersOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { KeptChannel } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

const update = (channel: Channel): string => `\`chancery channel update ${channel.name}\``

/** What a channel that runs only takes up by an update of its configuration: until then it stays unchanged. */
export const updateRisks = (before: FabricRevision, after: FabricRevision, kept: KeptChannel): Risk[] => [
  ...moved(before, after, kept),
  ...joining(before, after, kept),
  ...settings(kept),
]

/** Addresses stand in the configuration: of orderers for everybody, of anchors for other organizations. */
function moved(before: FabricRevision, after: FabricRevision, { was, is, path }: KeptChannel): Risk[] {
  const addresses = ({ outside }: FabricRevision, nodes: readonly AnyNode[]): ReadonlyMap<string, string> =>
    new Map(
      nodes.map((node) => {
        const { host, port } = 'host' in node ? node : outside(node as FabricLedgerNode, 'grpc')
        return [nodeId(node), addressText({ host, port })]
      }),
    )
  const anchors = (members: readonly Member[]): readonly AnyNode[] => members.flatMap(anchorsOf)
  const [old, now] = [
    addresses(before, [...consentersOf(before.network, was), ...anchors(membersOf(before.network, was))]),
    addresses(after, [...consentersOf(after.network, is), ...anchors(membersOf(after.network, is))]),
  ]
  const orderers = new Set(consentersOf(before.network, was).map(nodeId))
  return [...old].flatMap(([id, from]): Risk[] => {
    const to = now.get(id)
    if (to === undefined || to === from) return []
    const isConsenter = orderers.has(id)
    return [
      {
        id: 'channel-address-changed',
        severity: isConsenter ? 'danger' : 'caution',
        subject: `${was.name}/${id}`,
        message: isConsenter
          ? `the address of ${id} changes from ${from} to ${to}: orderers and peers of channel ${was.name} dial the old address until an update of the channel`
          : `the address of ${id} changes from ${from} to ${to}: other organizations of channel ${was.name} dial the old address until an update of the channel`,
        hint: `keep the old address until the update is active (${update(was)})`,
        path,
      },
    ]
  })
}

function joining(before: FabricRevision, after: FabricRevision, { was, is, path }: KeptChannel): Risk[] {
  const known = new Set(membersOf(before.network, was).map(({ name }) => name))
  const members = membersOf(after.network, is)
    .map(({ name }) => name)
    .filter((name) => !known.has(name))
  const ordering = new Set(consentersOf(before.network, was).map(nodeId))
  const orderers = consentersOf(after.network, is)
    .map(nodeId)
    .filter((id) => !ordering.has(id))
  const wanted = new Set(consentersOf(after.network, is).map(nodeId))
  const there = new Set([...after.network.nodes, ...after.network.external].map(nodeId))
  const leaving = [...ordering].filter((id) => !wanted.has(id) && there.has(id)) // who is gone altogether is told as lost
  return [
    ...(members.length === 0
      ? []
      : [
          joins(
            'member-joins',
            was,
            members,
            `${several(members)} ${agreeing(members.length, 'joins', 'join')} channel ${was.name}: majorities become larger, endorsement included`,
            `it becomes a member by an update that a majority of the present members signs (${update(was)})`,
            [...path, 'members'],
          ),
        ]),
    ...(leaving.length === 0
      ? []
      : [
          joins(
            'consenter-leaves',
            was,
            leaving,
            `${several(leaving)} ${agreeing(leaving.length, 'is', 'are')} to stop ordering channel ${was.name}: ${agreeing(leaving.length, 'it counts', 'they count')} until an update of the channel`,
            `keep ${agreeing(leaving.length, 'it', 'them')} running until then; each update removes one (${update(was)}, then again for the next)`,
            [...path, 'orderers'],
          ),
        ]),
    ...(orderers.length === 0
      ? []
      : [
          joins(
            'consenter-joins',
            was,
            orderers,
            `${several(orderers)} ${agreeing(orderers.length, 'is', 'are')} to order channel ${was.name}: until an update of the channel ${agreeing(orderers.length, 'it follows', 'they follow')} without a vote`,
            `let ${agreeing(orderers.length, 'it', 'them')} catch up first; each update adds one (${update(was)}, then again for the next)`,
            [...path, 'orderers'],
          ),
        ]),
  ]
}

const joins = (
  id: string,
  { name }: Channel,
  who: readonly string[],
  message: string,
  hint: string,
  path: Path,
): Risk => ({
  id,
  severity: 'caution',
  subject: name,
  message,
  content: who.join(' '),
  hint,
  path,
})

function settings({ was, is, path }: KeptChannel): Risk[] {
  const own = was.consensus === 'bft' ? 'bft' : 'raft'
  const changed = (['batch', own, 'policies', 'acls'] as const).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  if (changed.length === 0) return []
  return [
    {
      id: 'channel-changed',
      severity: 'caution',
      subject: was.name,
      message: `${listed(changed)} of channel ${was.name} ${agreeing(changed.length, 'changes', 'change')}: the channel keeps the old ${agreeing(changed.length, 'value', 'values')} until an update`,
      hint: `write the update with ${update(was)}, and have it signed`,
      path,
    },
  ]
}
