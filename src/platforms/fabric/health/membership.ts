import { bad, type Verdict } from '../../health.ts'
import { jobName } from '../jobs/name.ts'
import { administersItself, channelsOf, type FabricLedgerNode, type FabricNetwork, isOrderer } from '../network.ts'
import type { Channel } from '../schema.ts'
import type { InChannel, Observed } from './observed.ts'

/** Whether nodes that answer have joined a channel, and how orderers take part in it. */
export const membershipVerdicts = (channel: Channel, nodes: readonly InChannel[]): readonly Verdict[] =>
  nodes
    .filter(({ answers }) => answers)
    .flatMap(({ node, id, now }) => {
      if (now === undefined) return [bad(`${id} has not joined channel ${channel.name}`, toJoin(node, channel))]
      return isOrderer(node) ? [...ofRelation(id, channel, now.relation), ...ofStatus(id, channel, now)] : []
    })

const toJoin = (node: FabricLedgerNode, { name }: Channel): string =>
  administersItself(node.organization)
    ? `its administrators join it: ${isOrderer(node) ? 'osnadmin channel join' : 'peer channel join'}`
    : `read the log of its Job: chancery logs ${node.organization.name}/${jobName('join', name, node.name)}`

const ofRelation = (id: string, { name }: Channel, relation = 'consenter'): readonly Verdict[] =>
  relation === 'consenter'
    ? []
    : [
        bad(
          `${id} is no consenter of channel ${name}: it is a ${relation}`,
          'the channel has another certificate of it, or none: an update of the channel adds it (chancery channel update)',
        ),
      ]

function ofStatus(id: string, { name }: Channel, { participation }: NonNullable<InChannel['now']>): readonly Verdict[] {
  if (participation === 'onboarding')
    return [bad(`${id} copies the blocks of channel ${name}`, 'wait until it has caught up: it does not order before')]
  if (participation === 'failed' || participation === 'inactive')
    return [bad(`${id} is ${participation} in channel ${name}`, `read its log: chancery logs ${id}`)]
  return []
}

/** Channels that a node has joined without the definition. */
export const strayVerdicts = (network: FabricNetwork, observed: readonly Observed[]): readonly Verdict[] =>
  observed.flatMap(({ node, id, now }) => {
    const own = new Set(channelsOf(network, node).map(({ name }) => name))
    return [...(now?.keys() ?? [])]
      .filter((name) => !own.has(name))
      .sort()
      .map((name) =>
        bad(
          `${id} has joined channel ${name}, which the definition does not have for it`,
          isOrderer(node)
            ? `add it to the definition, or remove it: osnadmin channel remove. A removed channel shows until the orderer restarts`
            : `add it to the definition, or let the peer leave it: peer node unjoin, while the peer is stopped`,
        ),
      )
  })
