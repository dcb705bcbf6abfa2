import type { Material } from '../../../material/material.ts'
import { sealedPath } from '../../../material/material.ts'
import { addressText } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { type AnyNode, type ExternalNode, isOurs, nodeId } from '../../../network/network.ts'
import { error } from '../../problem.ts'
import { externalOf, isValidator, type SubstrateLedgerNode, type SubstrateNetwork } from '../network.ts'

/** Fields without effect for a role, and what no two nodes may share. */
export const roleProblems = (network: SubstrateNetwork): Problem[] => [
  ...validatorFields(network),
  ...servingFields(network),
  ...addresses(network),
]

const noEffect = (node: AnyNode, field: string, hint: string): Problem => ({
  ...error('role-field', `${field} of ${nodeId(node)} has no effect for the role ${node.role}`, hint, [
    ...node.path,
    field,
  ]),
  atKey: true,
})

/** Only validators have session keys and accounts. */
function validatorFields({ nodes, external }: SubstrateNetwork): Problem[] {
  const hint = 'remove it, or set the role validator'
  const ours = (node: SubstrateLedgerNode): string[] => [
    ...(node.own.account === undefined ? [] : ['account']),
    ...(node.own.keyRotation === 0 ? [] : ['keyRotation']),
  ]
  const theirs = (node: ExternalNode): string[] =>
    (['account', 'sessionKeys'] as const).filter((field) => externalOf(node)[field] !== undefined)
  return [...nodes, ...external]
    .filter((node) => !isValidator(node))
    .flatMap((node) => (isOurs(node) ? ours(node) : theirs(node)).map((field) => noEffect(node, field, hint)))
}

/** JSON-RPC of validators and bootnodes is for probes. */
const servingFields = ({ nodes }: SubstrateNetwork): Problem[] =>
  nodes
    .filter((node) => !servesClients(node))
    .flatMap((node) => [
      ...(node.own.cors === undefined ? [] : [noEffect(node, 'cors', 'remove it, or add a node with the role rpc')]),
      ...(node.expose.length === 0
        ? []
        : [
            error(
              'validator-exposed',
              `${nodeId(node)} is a ${node.role}, and exposes JSON-RPC: requests of clients take its time, and ${
                isValidator(node) ? 'it signs with keys' : 'others find each other by it'
              }`,
              'remove expose, and expose a node with the role rpc',
              [...node.path, 'expose'],
            ),
          ]),
    ])

const servesClients = ({ role }: { readonly role: string }): boolean => role === 'rpc' || role === 'archive'

function addresses({ external }: SubstrateNetwork): Problem[] {
  const owners = new Map<string, string>()
  return external.flatMap((node): Problem[] => {
    const address = addressText({ host: node.host.toLowerCase().replace(/\.$/, ''), port: node.port })
    const owner = owners.get(address)
    owners.set(address, owner ?? nodeId(node))
    if (owner === undefined) return []
    const hint = 'ask their owners: each node needs its own address or port'
    return [
      error('external-address', `${owner} and ${nodeId(node)} have the same address ${address}`, hint, [
        ...node.path,
        'port',
      ]),
    ]
  })
}

/**
 * A validator whose keys are sealed for a cluster in which it is no more: there it may still run, and two live copies of one key sign
 * two blocks of one slot.
 */
export const copyProblems = (network: SubstrateNetwork, material: Material): Problem[] =>
  network.nodes.filter(isValidator).flatMap((node) =>
    network.clusters.flatMap(({ name }): Problem[] => {
      const file = sealedPath(name, node.organization.name, `${node.name}.yaml`)
      if (name === node.cluster.name || material.text(file) === undefined) return []
      return [
        error(
          'key-in-two-clusters',
          `${nodeId(node)} moves to ${node.cluster.name}, but its keys are in ${name}, where it may still run: a validator must never run twice`,
          `to move a validator, add one with another name in ${node.cluster.name}, and let the chain replace the old one by it. If the node in ${name} is gone for good, remove ${file} and its line in network.lock.yaml`,
          [...node.path, 'cluster'],
        ),
      ]
    }),
  )
