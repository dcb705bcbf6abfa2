import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { EvmClient } from '../client.ts'
import { isOnCurve } from '../identity.ts'
import { type EvmNetwork, externalNodeId, isValidator } from '../network.ts'
import { defaultMaxPeers, maxPeers, maxPeersKey } from '../peers.ts'

/** Public keys of external nodes, and the number of peers of a node. */
export function nodeProblems(network: EvmNetwork, client: EvmClient): Problem[] {
  return [...externals(network), ...copies(network), ...numbers(network, client), ...peers(network, client)]
}

/** Copies among our own nodes are found in their public halves (identities.ts). */
function copies(network: EvmNetwork): Problem[] {
  const owners = new Map<string, string>()
  return network.external.flatMap((node): Problem[] => {
    const id = `${node.organization}/${node.name}`
    const other = owners.get(externalNodeId(node))
    owners.set(externalNodeId(node), id)
    if (other === undefined) return []
    return [
      {
        rule: 'node-id',
        severity: 'error',
        message: `${other} and ${id} have the same nodeId`,
        hint: 'ask the owner for the enode URL of the second one: each node has its own key',
        path: [...node.path, 'nodeId'],
      },
    ]
  })
}

function externals(network: EvmNetwork): Problem[] {
  return network.external
    .filter((node) => !isOnCurve(externalNodeId(node)))
    .map((node) => ({
      rule: 'node-id',
      severity: 'error',
      message: `the nodeId of ${node.organization}/${node.name} is not a public key: it is not a point of secp256k1`,
      hint: 'copy it again from the enode URL of its owner',
      path: [...node.path, 'nodeId'],
    }))
}

const numbers = (network: EvmNetwork, client: EvmClient): Problem[] =>
  network.nodes
    .filter((node) => {
      const most = maxPeers(node, client)
      return typeof node.own.settings[maxPeersKey(node, client)] === 'boolean' || !Number.isInteger(most) || most < 1
    })
    .map((node) => ({
      rule: 'max-peers',
      severity: 'error',
      message: `${maxPeersKey(node, client)} of ${nodeId(node)} is ${JSON.stringify(node.own.settings[maxPeersKey(node, client)])}: it must be a whole number, at least 1`,
      hint: `${client.title} would not start: remove it for the default of ${defaultMaxPeers}`,
      path: [...node.path, 'settings', maxPeersKey(node, client)],
    }))

/** Every node connects to every validator: beyond max-peers, random connections are dropped. */
function peers(network: EvmNetwork, client: EvmClient): Problem[] {
  const others = network.nodes.length + network.external.length - 1
  const tight = network.nodes.filter((node) => isValidator(node) && maxPeers(node, client) < others)
  const [first] = tight
  if (first === undefined) return []
  return [
    {
      rule: 'max-peers',
      severity: 'warning',
      message: `${nodeId(first)}${tight.length === 1 ? '' : ` and ${tight.length - 1} more`} would have ${others} peers, more than ${client.maxPeersOptions[0]} ${maxPeers(first, client)}`,
      hint: `raise ${client.maxPeersOptions[0]} in the settings of the validators, or reduce the number of nodes`,
      path: [...first.path, 'name'],
    },
  ]
}
