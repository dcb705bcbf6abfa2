import type { Loss } from '../tolerance.ts'
import { chaincodesOf, type FabricNetwork, type Member, membersOf, partiesOf } from './network.ts'
import { policyTextOf } from './policy/defaults.ts'
import { isProblem, parseRule } from './policy/parse.ts'
import { canBeMet, type ImplicitRule } from './policy/rule.ts'
import type { Chaincode, Channel } from './schema.ts'

/** Chaincodes whose endorsement policy cannot be fulfilled, for those elsewhere, while something is lost. */
export const unendorsedBy = (network: FabricNetwork, loss: Loss): string[] =>
  network.top.channels.flatMap((channel) => {
    const parties = partiesOf(network)
    const members = membersOf(network, channel)
    const mspIds = (some: readonly Member[]): string[] => some.flatMap(({ name }) => parties.get(name)?.mspId ?? [])
    const [all, left] = [mspIds(members), mspIds(members.filter((member) => isReached(member, loss)))]
    return chaincodesOf(network, channel)
      .filter(
        (chaincode) => canBeEndorsed(chaincode, channel, all, all) && !canBeEndorsed(chaincode, channel, all, left),
      )
      .map(({ name }) => `chaincode ${name} of channel ${channel.name} cannot be endorsed`)
  })

/** One peer of it is enough. */
const isReached = ({ peers }: Member, { nodes, closed }: Loss): boolean =>
  peers.some((peer) => !nodes.includes(peer) && !('cluster' in peer && closed.includes(peer.cluster.name)))

function canBeEndorsed(
  chaincode: Chaincode,
  channel: Channel,
  all: readonly string[],
  left: readonly string[],
): boolean {
  const inherited = policyTextOf(channel, 'endorsement')
  const { endorsementPolicy: own = inherited } = chaincode
  const [, mspId] = /^\/Channel\/Application\/([^/]+)\/\w+$/.exec(own) ?? []
  if (mspId !== undefined) return left.includes(mspId)
  const rule = parseRule(own.startsWith('/') ? inherited : own)
  if (isProblem(rule)) return true // told as such
  return rule.kind === 'implicit'
    ? left.length >= needed(rule.quantity, all.length)
    : canBeMet(rule, (principal) => left.includes(principal.mspId))
}

function needed(quantity: ImplicitRule['quantity'], all: number): number {
  if (quantity === 'ANY') return 1
  return quantity === 'ALL' ? all : Math.floor(all / 2) + 1
}
