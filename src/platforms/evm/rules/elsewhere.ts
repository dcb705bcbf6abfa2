import type { Material } from '../../../material/material.ts'
import { type Address, addressText, serviceAddress } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import type { Outside } from '../../outside.ts'
import type { EvmClient } from '../client.ts'
import { type EvmLedgerNode, type EvmNetwork, genesisPath, identityPath, isValidator } from '../network.ts'
import { endpoints } from '../node-objects.ts'

/** Nodes with `adopted: false`: peers have to know where they run. */
export const elsewhereProblems = (network: EvmNetwork): Problem[] => [...unreached(network), ...twice(network)]

const error = (node: EvmLedgerNode, field: string, message: string, hint: string): Problem => ({
  rule: 'node-elsewhere',
  severity: 'error',
  message,
  hint,
  path: [...node.path, field],
})

const runElsewhere = ({ nodes }: EvmNetwork): EvmLedgerNode[] => nodes.filter(({ elsewhere }) => elsewhere)

/** Whether another node of ours has it in its list of peers (peers.ts). */
const isDialled = (node: EvmLedgerNode, { nodes }: EvmNetwork): boolean =>
  nodes.some(
    (other) => other !== node && (isValidator(node) || isValidator(other) || other.cluster.name === node.cluster.name),
  )

const unreached = (network: EvmNetwork): Problem[] =>
  runElsewhere(network)
    .filter((node) => node.own.movesFrom === undefined && isDialled(node, network))
    .map((node) =>
      error(
        node,
        'adopted',
        `${nodeId(node)} runs elsewhere, and nothing says where: its peers would not find it`,
        'set movesFrom to the host and the port at which its peers reach it now',
      ),
    )

const textOf = ({ host, port }: Address): string => addressText({ host: host.toLowerCase().replace(/\.$/, ''), port })

function twice(network: EvmNetwork): Problem[] {
  const owners = new Map(network.external.map((node) => [textOf(node), nodeId(node)]))
  return runElsewhere(network).flatMap((node): Problem[] => {
    if (node.own.movesFrom === undefined) return []
    const address = textOf(node.own.movesFrom)
    const owner = owners.get(address)
    owners.set(address, nodeId(node))
    if (owner === undefined) return []
    return [
      error(
        node,
        'movesFrom',
        `${owner} and ${nodeId(node)} are both at ${address}`,
        'a port reaches one node: correct one of the two',
      ),
    ]
  })
}

/** Only a node of a chain that runs, with a key that exists, can run elsewhere; and not at an address of its own cluster. */
export function elsewhereMaterialProblems(
  network: EvmNetwork,
  material: Material,
  outside: Outside,
  client: EvmClient,
): Problem[] {
  const isMissing = (path: string): boolean => material.text(path) === undefined || material.standIns.has(path)
  return runElsewhere(network).flatMap((node): Problem[] => {
    if (isMissing(genesisPath))
      return [
        error(
          node,
          'adopted',
          `${nodeId(node)} runs elsewhere, but the chain has not begun: ${genesisPath} is missing`,
          'add the genesis file of the chain, or remove adopted: a new chain begins with pods of Chancery',
        ),
      ]
    const ours = [outside(node, 'p2p'), ...insideOf(node, client)].map(textOf)
    const { movesFrom } = node.own
    return [
      ...(isMissing(identityPath(node))
        ? [
            error(
              node,
              'adopted',
              `${nodeId(node)} runs elsewhere, but its public key is missing: with a new key it would be another node`,
              `add ${identityPath(node)} with its nodeId and address, as \`chancery adopt\` writes it`,
            ),
          ]
        : []),
      ...(movesFrom !== undefined && ours.includes(textOf(movesFrom))
        ? [
            error(
              node,
              'movesFrom',
              `${nodeId(node)} moves from ${textOf(movesFrom)}, which is its address here: no pod answers there`,
              'set movesFrom to the address of the old pod, or remove adopted: false when the old pod has stopped',
            ),
          ]
        : []),
    ]
  })
}

const insideOf = (node: EvmLedgerNode, client: EvmClient): Address[] =>
  endpoints(node, client)
    .filter(({ name }) => name === 'p2p')
    .map((endpoint) => serviceAddress(node, endpoint))
