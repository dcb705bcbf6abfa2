import type { Path } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed, several } from '../../../words.ts'
import { type AnyNode, anchorsOf, consentersOf, type FabricLedgerNode, type Member, membersOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { KeptChannel } from './kept-channels.ts'
import type { FabricRevision } from './revision.ts'

const update = (channel: Channel): string => `\`chancery channel update ${channel.name}\``

/** What a channel that runs only takes up by an update of its configuration: until then it goes on as it was. */
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
        return [nodeId(node), `${host}:${port}`]
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
          ? `${id} is reached at ${to} instead of ${from}, which stands in channel ${was.name}: the other orderers, and peers, dial the old address until an update says otherwise`
          : `${id} is reached at ${to} instead of ${from}, which stands in channel ${was.name}: other organizations look for it at the old address until an update says otherwise`,
        hint: `keep the old address alive until the update is in force (${update(was)})`,
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
            `${several(members)} ${agreeing(members.length, 'joins', 'join')} channel ${was.name}: majorities of all are larger, endorsement included`,
            `it is a member when an update with signatures of a majority of the members of today is in force (${update(was)})`,
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
            `${several(leaving)} ${agreeing(leaving.length, 'is', 'are')} to order channel ${was.name} no more: until an update says so ${agreeing(leaving.length, 'it counts', 'they count')}`,
            `keep ${agreeing(leaving.length, 'it', 'them')} running until then; an update takes out one (${update(was)}, and again for the next)`,
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
            `${several(orderers)} ${agreeing(orderers.length, 'is', 'are')} to order channel ${was.name}: until an update says so ${agreeing(orderers.length, 'it follows', 'they follow')} and ${agreeing(orderers.length, 'does', 'do')} not count`,
            `let ${agreeing(orderers.length, 'it', 'them')} catch up first; an update takes in one (${update(was)}, and again for the next)`,
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
      message: `${listed(changed)} of channel ${was.name} ${agreeing(changed.length, 'is', 'are')} not what ${agreeing(changed.length, 'it was', 'they were')}: the channel goes on as before until an update is in force`,
      hint: `make it with ${update(was)}, and have it signed`,
      path,
    },
  ]
}
