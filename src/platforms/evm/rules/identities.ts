import { type Material, sealedPath } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { addressOf, isOnCurve, readIdentity } from '../identity.ts'
import { type EvmNetwork, externalNodeId, identityPath, isValidator } from '../network.ts'
import { wellKnownAddresses } from '../well-known.ts'

/** Public keys in `material/public`: readable, whole, each of one node, none of them published. */
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
        'it needs kind: evm-node, nodeId (128 hexadecimal digits) and address: restore it from Git',
      )
      continue
    }
    const address = addressOf(identity.nodeId)
    if (!isOnCurve(identity.nodeId))
      error('nodeId is not a public key: it is no point of secp256k1', 'restore the file from Git')
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
        message: `${file}: everybody has this key: it is ${published}`,
        hint: 'remove both halves of it and make a new key with `chancery keys`',
        path: [],
        file,
      })
    }
    const other = owners.get(identity.nodeId)
    if (other !== undefined)
      error(
        `${other} and ${nodeId(node)} have the same nodeId: a key was copied`,
        'two live copies of one key break the consensus: make a new key for one of them',
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
          message: `${nodeId(node)} is to run in ${node.cluster.name}, and its key is in ${name}, where it may run still: a validator never runs twice`,
          hint: `to move a validator, add one with another name in ${node.cluster.name}, have it voted in, then this one out. If it has run in ${name} and is gone for good, remove ${file} and its line in network.lock.yaml`,
          path: [...node.path, 'cluster'],
        },
      ]
    }),
  )
