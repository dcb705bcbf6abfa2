import { counted } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { type FabricNetwork, isPeer, membersOf } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { InChannel } from './observed.ts'

export const highest = (nodes: readonly InChannel[], when: 'before' | 'now'): number =>
  Math.max(0, ...nodes.map((node) => node[when]?.height ?? 0))

/**
 * Who lacks blocks that another node had at the first question. So a block that was just made is no lag, and a channel without
 * transactions is well.
 */
export function heightVerdicts(channel: Channel, nodes: readonly InChannel[]): readonly Verdict[] {
  const [earlier, latest] = [highest(nodes, 'before'), highest(nodes, 'now')]
  const behind = nodes.filter(({ now }) => now?.height !== undefined && now.height < earlier)
  const peers = nodes.filter(({ node, now }) => isPeer(node) && now !== undefined)
  const stuck = behind.filter((one) => !isMoving(one))
  const noPeerMoves = peers.length > 1 && peers.every((peer) => stuck.includes(peer))
  const common: Verdict[] = noPeerMoves
    ? [
        bad(
          `no peer of channel ${channel.name} receives blocks: the orderers are at height ${latest}, the peers at ${highest(peers, 'now')}`,
          'check that the peers reach the orderers (chancery verify --probe), and their logs: chancery logs',
        ),
      ]
    : []
  return [
    ...common,
    ...behind
      .filter(({ node }) => !(noPeerMoves && isPeer(node)))
      .map((one) => {
        const { id, now } = one
        const lag = counted(latest - (now?.height ?? 0), 'block')
        return isMoving(one)
          ? bad(`${id} is ${lag} behind in channel ${channel.name}, and is catching up`, 'wait')
          : bad(
              `${id} is ${lag} behind in channel ${channel.name}: it is stuck at height ${now?.height}`,
              `read its log: chancery logs ${id}. A peer that lost its ledger waits for private data that nobody has: docs/guides/restore-cluster.md`,
            )
      }),
  ]
}

const isMoving = ({ before, now }: InChannel): boolean => (now?.height ?? 0) > (before?.height ?? now?.height ?? 0)

/** Gossip carries private data: a peer that knows no other gets none. */
export function gossipVerdicts(
  network: FabricNetwork,
  channel: Channel,
  peers: readonly InChannel[],
): readonly Verdict[] {
  const all = membersOf(network, channel).flatMap((member) => member.peers).length
  if (all < 2) return []
  return peers
    .filter(({ before, now }) => before?.peers === 0 && now?.peers === 0)
    .map(({ id }) =>
      bad(
        `${id} knows no other peer of channel ${channel.name}`,
        'check that it reaches the anchor peers of the other members: chancery verify --probe',
      ),
    )
}
