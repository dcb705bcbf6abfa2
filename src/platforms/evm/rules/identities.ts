import { type Material, sealedPath } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { addressOf, isOnCurve, readIdentity } from '../identity.ts'
import { type EvmNetwork, externalNodeId, identityPath, isValidator } from '../network.ts'
import { wellKnownAddresses } from '../well-known.ts'

/** Public keys in `material/public`: valid, complete, unique, and none of them published. */
export function identityProblems(network: EvmNetwork, material: Material): Problem[] {
  const problems: Problem[] = []
  const owners = new Map<string, string>(
    network.external.map((node) => [externalNodeId(node), `${node.organization}/${node.name}`]),
  )
  for (const node of network.nodes) {
    const file = identityPath(node)
    const value = material.value(file)
    if (material.text(file) === undefined) continue
    const identity = readIdentity(value)
    const error = (message: string, hint: string): void => {
      problems.push({ rule: 'identity', severity: 'error', message: `${file}: ${message}`, hint, path: [], file })
    }
    if (identity === undefined) {
      error(
        'not a public key of a node',
        'restore it from Git: it needs kind: evm-node, nodeId (128 hexadecimal digits) and address',
      )
      continue
    }
    const address = addressOf(identity.nodeId)
    if (!isOnCurve(identity.nodeId))
      error('nodeId is not a public key: it is not a point of secp256k1', 'restore the file from Git')
    else if (identity.address !== address) {
      error(
        `address ${identity.address} does not belong to its nodeId (should be ${address})`,
        'restore the file from Git',
      )
    }
    const published = wellKnownAddresses.get(identity.address)
    if (published !== undefined) {
      problems.push({
        rule: 'well-known-key',
        severity: 'error',
        message: `${file}: the private key is public: it is ${published}`,
        hint: 'remove both halves of the key and make a new one with `chancery keys`',
        path: [],
        file,
      })
    }
    const other = owners.get(identity.nodeId)
    if (other !== undefined)
      error(
        `${other} and ${nodeId(node)} have the same nodeId`,
        'make a new key for one of them: two running copies of one key break consensus',
      )
    owners.set(identity.nodeId, nodeId(node))
  }
  return problems
}

/**
 * A validator whose key is sealed for a cluster in which it is no more: there it may run on, and two live copies of one key sign
 * two blocks of one height.
 */
export const copyProblems = (network: EvmNetwork, material: Material): Problem[] =>
  network.nodes.filter(isValidator).flatMap((node) =>
    network.clusters.flatMap(({ name }): Problem[] => {
      const file = sealedPath(name, node.organization.name, `${node.name}.yaml`)
      if (name === node.cluster.name || material.text(file) === undefined) return []
      return [
        {
          rule: 'key-in-two-clusters',
          severity: 'error',
          message: `${nodeId(node)} moves to ${node.cluster.name}, but its key is in ${name}, where it may still run: a validator must never run twice`,
          hint: `to move a validator, add one with another name in ${node.cluster.name}, have it voted in, and then this one out. If the node in ${name} is gone for good, remove ${file} and its line in network.lock.yaml`,
          path: [...node.path, 'cluster'],
        },
      ]
    }),
  )
