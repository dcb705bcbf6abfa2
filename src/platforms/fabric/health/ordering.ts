import { nodeId } from '../../../network/network.ts'
import { counted, listed } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { quorumOf } from '../consensus.ts'
import { type AnyNode, consentersOf, type FabricNetwork } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { InChannel } from './observed.ts'

/** The orderers of a channel, as far as they were asked. */
interface Ordering {
  readonly channel: Channel
  readonly consenters: readonly AnyNode[]
  readonly asked: readonly InChannel[]
  /** Those that take part in consensus. */
  readonly serving: readonly InChannel[]
  /** Consenters by the configuration of the channel, or else by the definition. */
  readonly size: number
  readonly needed: number
  readonly height: number
}

/** Whether a channel orders transactions: its leader, its quorum, and whether the leader stays. */
export function orderingVerdicts(
  network: FabricNetwork,
  channel: Channel,
  asked: readonly InChannel[],
  height: number,
): readonly Verdict[] {
  if (asked.length === 0) return []
  const consenters = consentersOf(network, channel)
  const serving = asked.filter(({ now }) => now !== undefined && (now.relation ?? 'consenter') === 'consenter')
  const size = Math.max(0, ...serving.map(({ now }) => now?.clusterSize ?? 0)) || consenters.length
  const needed = quorumOf(channel.consensus, size)
  const ordering = { channel, consenters, asked, serving, size, needed, height }
  return [...ofSize(ordering), ...ofLeader(ordering)]
}

const ofSize = ({ channel, consenters, serving, size }: Ordering): readonly Verdict[] =>
  serving.length === 0 || size === consenters.length
    ? []
    : [
        bad(
          `channel ${channel.name} has ${counted(size, 'consenter')}, the definition has ${consenters.length}`,
          `an update of the channel is missing, or was not submitted: chancery channel update`,
        ),
      ]

function ofLeader(ordering: Ordering): readonly Verdict[] {
  const { channel, consenters, serving, asked, size, needed, height } = ordering
  // Those that were not asked may run.
  if (serving.length + consenters.length - asked.length < needed) return [stopped(ordering, `it has no quorum`)]
  if (serving.length === 0) return []
  if (channel.consensus === 'bft') return [...(isStuck(ordering) ? [stuck(ordering)] : []), ...storm(ordering)]
  const alone = serving.filter(({ now }) => !hasLeader(now))
  if (alone.length === serving.length)
    return serving.some(({ before }) => hasLeader(before))
      ? [
          bad(
            `channel ${channel.name} lost its leader at height ${height}`,
            'an election takes some seconds: run this again',
          ),
        ]
      : [stopped(ordering, 'it has no leader')]
  const active = Math.max(0, ...serving.map(({ now }) => now?.active ?? 0))
  return [
    ...alone
      .filter(({ before }) => !hasLeader(before))
      .map(({ id }) =>
        bad(
          `${id} sees no leader of channel ${channel.name}`,
          `it does not reach the other orderers, or they refuse its certificate: chancery verify --probe, and chancery logs ${id}`,
        ),
      ),
    ...(active === 0 || active >= size ? [] : [fewer(ordering, active)]),
    ...storm(ordering),
  ]
}

/** A new leader counts active orderers some seconds later. */
const hasLeader = (metrics: InChannel['now']): boolean =>
  metrics !== undefined && (metrics.isLeader || (metrics.active ?? 0) > 0)

/** With SmartBFT an orderer tells its leader only after a block, so that waiting transactions show a channel that is stopped. */
const isStuck = ({ serving }: Ordering): boolean =>
  serving.some(
    ({ before, now }) => (before?.waiting ?? 0) > 0 && (now?.waiting ?? 0) > 0 && before?.height === now?.height,
  )

const stuck = (ordering: Ordering): Verdict => {
  const most = Math.max(...ordering.serving.map(({ now }) => now?.waiting ?? 0))
  return stopped(ordering, `${counted(most, 'transaction waits', 'transactions wait')} for a block`)
}

function stopped(ordering: Ordering, reason: string): Verdict {
  const { channel, serving, size, needed, height } = ordering
  const at = height === 0 ? '' : ` at height ${height}`
  return bad(
    `channel ${channel.name} is stopped${at}: ${reason}; ${serving.length} of ${size} orderers run here, ${needed} are needed${absent(ordering)}`,
    serving.length >= needed
      ? 'enough orderers run: check that they reach each other at their addresses in the channel (chancery verify --probe), and that their certificates are those of the channel'
      : 'start the orderers that are down: docs/guides/quorum-lost.md',
  )
}

const fewer = (ordering: Ordering, active: number): Verdict => {
  const { channel, size, needed } = ordering
  const spare = active - needed
  return bad(
    `channel ${channel.name} has ${active} active orderers of ${size}${absent(ordering)}`,
    `${needed} are needed: ${spare === 0 ? 'the loss of one more stops the channel' : `it survives the loss of ${spare} more`}. Start the others, and check that they are reached: chancery verify --probe`,
  )
}

function absent({ asked, serving, consenters }: Ordering): string {
  const known = new Set(asked.map(({ id }) => id))
  const down = asked.filter((one) => !serving.includes(one)).map(({ id }) => id)
  const unknown = consenters.map(nodeId).filter((id) => !known.has(id))
  return [
    ...(down.length === 0 ? [] : [`; not serving: ${listed(down)}`]),
    ...(unknown.length === 0 ? [] : [`; not asked: ${listed(unknown)}`]),
  ].join('')
}

/** An election is two changes: the loss of the leader, and the new one. */
const calm = 2

function storm({ channel, serving }: Ordering): readonly Verdict[] {
  const changes = Math.max(
    0,
    ...serving.map(({ before, now }) => (now?.leaderChanges ?? 0) - (before?.leaderChanges ?? now?.leaderChanges ?? 0)),
  )
  if (changes <= calm) return []
  return [
    bad(
      `the leader of channel ${channel.name} changed ${changes} times in ${serving[0]?.seconds ?? 0} seconds`,
      'orderers lose each other: check their processor time, their disks, and the links between clusters',
    ),
  ]
}
