import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type AnyNode, isOurs, nodeId } from '../../../network/network.ts'
import { error, inFile } from '../../problem.ts'
import { peerIdOfNode, sessionKeysOf } from '../identity-file.ts'
import { isValidator, type SubstrateNetwork } from '../network.ts'
import { heldRotations, nodePath, sessionKeyPlace } from '../places.ts'
import type { SubstrateNode } from '../schema.ts'

/** A key that one node only may have. */
interface Claim {
  readonly node: AnyNode<SubstrateNode>
  readonly kind: string
  readonly key: string
  /** Its file in `material/`; undefined for an external node. */
  readonly file?: string
  readonly field: 'peerId' | 'sessionKeys'
}

/** Keys that two nodes have. The runtime does not refuse one authority twice: it would sign two blocks of one slot. */
export function duplicateProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const owners = new Map<string, string>()
  return [...network.nodes, ...network.external]
    .flatMap((node) => claimsOf(node, material))
    .flatMap(({ node, kind, key, file, field }): Problem[] => {
      const claim = `${kind} ${key}`
      const other = owners.get(claim)
      owners.set(claim, other ?? nodeId(node))
      if (other === undefined) return []
      const message = `${other === nodeId(node) ? `${other} has twice` : `${other} and ${nodeId(node)} have`} the same ${kind} ${key}`
      return [
        file === undefined
          ? error('duplicate-key', message, 'ask its owner: each node has its own keys', [...node.path, field])
          : inFile(
              'duplicate-key',
              file,
              `${file}: ${message}`,
              'make a new key for one of them: two running copies of one key break consensus',
            ),
      ]
    })
}

function claimsOf(node: AnyNode<SubstrateNode>, material: Material): Claim[] {
  const peerId = peerIdOfNode(node, material)
  const rotations = isOurs(node) && isValidator(node) ? heldRotations(node) : [0]
  return [
    ...(peerId === undefined
      ? []
      : [
          {
            node,
            kind: 'peer ID',
            key: peerId,
            field: 'peerId' as const,
            ...(isOurs(node) ? { file: nodePath(node) } : {}),
          },
        ]),
    ...rotations.flatMap((rotation) =>
      Object.entries(sessionKeysOf(node, material, rotation) ?? {}).map(([name, key]) => ({
        node,
        kind: `${name} key`,
        key,
        field: 'sessionKeys' as const,
        ...(isOurs(node) ? { file: sessionKeyPlace(node, rotation).file } : {}),
      })),
    ),
  ]
}
