import { nodeId } from '../../network/network.ts'
import { several } from '../../words.ts'
import type { PlatformState } from '../platform.ts'
import { secretsReadBy } from './chaincode/server-settings.ts'
import { serverFields } from './chaincode-server-schema.ts'
import { channelsOf, type FabricLedgerNode, type FabricNetwork, membersOf, ownPeers, runnersOf } from './network.ts'
import { approvalProblems } from './rules/approvals.ts'
import { updateProblems } from './rules/updates.ts'
import type { Chaincode, FabricNode, FabricTop } from './schema.ts'

type State = PlatformState<FabricTop, FabricNode>

/** What only members of a channel can do: updates, signatures and approvals. */
export function tasks(before: State | undefined, after: State): string[] {
  const known = new Set(before === undefined ? [] : openIn(before))
  return openIn(after).filter((task) => !known.has(task))
}

function openIn({ network, material, outside }: State): string[] {
  const updates = updateProblems(network, material, outside).flatMap(({ rule, message, path }): string[] => {
    const [, at] = path ?? []
    const channel = typeof at === 'number' ? network.top.channels[at]?.name : undefined
    if (rule === 'channel-update-due' && channel !== undefined)
      return [
        `Propose the update of channel \`${channel}\` (\`chancery channel update ${channel}\`), and have its members sign it`,
      ]
    return rule === 'channel-update-open' ? [`Sign: ${message}`] : []
  })
  const approvals = approvalProblems(network, material).flatMap(({ rule, message, hint }) =>
    rule === 'chaincode-approval-open' && hint !== undefined ? [`Approve: ${hint} (${message})`] : [],
  )
  return [...updates, ...approvals, ...secretTasks(network)]
}

/** Secrets that chaincode servers read: nobody makes them here. */
const secretTasks = (network: FabricNetwork): string[] =>
  network.top.chaincodes.flatMap((chaincode) => {
    const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
    const secrets = secretsReadBy(chaincode)
    if (channel === undefined || secrets.length === 0) return []
    const runners = runnersOf(network, chaincode)
    const places = ownPeers(network, channel)
      .filter(({ organization }) => runners.includes(organization.name))
      .map(({ organization, cluster }) => `namespace \`${organization.namespace}\` of \`${cluster.name}\``)
    return [...new Set(places)].flatMap((place) =>
      secrets.map((secret) => `Create Secret \`${secret}\` of chaincode \`${chaincode.name}\` in ${place}`),
    )
  })

/** Why Jobs come: nodes join channels, and chaincodes are approved anew. */
export function jobReasons(before: State | undefined, after: State): string[] {
  if (before === undefined) return []
  const joined = (network: FabricNetwork): [channel: string, node: FabricLedgerNode][] =>
    network.nodes.flatMap((node) =>
      channelsOf(network, node).map(({ name }): [string, FabricLedgerNode] => [name, node]),
    )
  const known = new Set(joined(before.network).map(([channel, node]) => `${channel} ${nodeId(node)}`))
  const fresh = joined(after.network).filter(([channel, node]) => !known.has(`${channel} ${nodeId(node)}`))
  return [
    ...after.network.top.channels.flatMap(({ name }) => {
      const nodes = fresh.filter(([channel]) => channel === name).map(([, node]) => `\`${nodeId(node)}\``)
      return nodes.length === 0 ? [] : [`Jobs join ${several(nodes)} to channel \`${name}\``]
    }),
    ...after.network.top.chaincodes.flatMap((chaincode) => chaincodeReason(chaincode, before.network, after.network)),
  ]
}

function chaincodeReason(chaincode: Chaincode, before: FabricNetwork, after: FabricNetwork): string[] {
  const { name, channel } = chaincode
  const was = before.top.chaincodes.find((other) => other.name === name && other.channel === channel)
  const members = (network: FabricNetwork): string =>
    network.top.channels
      .filter((other) => other.name === channel)
      .flatMap((other) => membersOf(network, other).map((member) => member.name))
      .join()
  const what = `Jobs approve and commit chaincode \`${name}\` of channel \`${channel}\``
  if (was === undefined) return [what]
  if (JSON.stringify(lifecycleOf(was)) !== JSON.stringify(lifecycleOf(chaincode)))
    return [`${what} because its definition changes`]
  return members(before) === members(after) ? [] : [`${what} because the members of the channel change`]
}

/** A chaincode without what only its server has: no Job installs or approves that. */
function lifecycleOf(chaincode: Chaincode): object {
  const { image, replicas, resources, ...others } = chaincode
  return Object.fromEntries(Object.entries(others).filter(([field]) => !Object.hasOwn(serverFields, field)))
}
