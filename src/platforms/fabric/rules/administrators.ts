import type { Problem } from '../../../network/finding.ts'
import { agreeing, listed } from '../../../words.ts'
import { administersItself, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { notice } from './problem.ts'

/** Channels in which no Job acts for anybody. */
export function administratorProblems(network: FabricNetwork): Problem[] {
  const parties = partiesOf(network)
  return network.top.channels.flatMap((channel, at): Problem[] => {
    const ours = membersOf(network, channel)
      .filter(({ peers }) => peers.some((peer) => 'cluster' in peer))
      .flatMap(({ name }) => parties.get(name)?.organization ?? [])
    if (ours.length === 0 || !ours.every(administersItself)) return []
    const names = ours.map(({ name }) => name)
    return [
      notice(
        'channel-without-jobs',
        `no Job commits chaincodes of channel ${channel.name} or submits its updates: ${listed(names)} ${agreeing(names.length, 'has the keys of its', 'have the keys of their')} administrators elsewhere`,
        'one of them runs `peer lifecycle chaincode commit` and `peer channel update` itself: docs/platforms/fabric.md has the commands',
        ['channels', at],
      ),
    ]
  })
}
