import { publicPath, sealedPath } from '../../material/material.ts'
import type { LedgerNode } from '../../network/network.ts'
import type { SubstrateLedgerNode } from './network.ts'

/** Where Substrate's material is kept, and what its Secrets are called. */

/** The spec of a new chain, with its authorities. */
export const chainSpecPath = publicPath('chain-spec.json')

/** Public half of a node: peer ID, and session keys of a validator. */
export const nodePath = ({ organization, name }: LedgerNode): string => publicPath(organization.name, `${name}.yaml`)

export const nodeSecret = (node: LedgerNode): string => node.existingSecret ?? `${node.name}-keys`

/** Entry of that Secret with the node key: 64 hexadecimal digits. Session keys have their names. */
export const nodeKeyEntry = 'node-key'

export const sealedNodePath = ({ name, organization, cluster }: LedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)

/** Session keys of one rotation: the first ones are with the node key, each later rotation has its own files and Secret. */
export interface SessionKeyPlace {
  readonly file: string
  /** Undefined when the organization keeps the Secret. */
  readonly sealed?: string
  readonly secret: string
  /** Entry of the Secret, by the name of the key. */
  entry(name: string): string
}

export function sessionKeyPlace(node: LedgerNode, rotation: number): SessionKeyPlace {
  const { name, organization, cluster, existingSecret } = node
  if (rotation === 0) {
    return {
      file: nodePath(node),
      ...(existingSecret === undefined ? { sealed: sealedNodePath(node) } : {}),
      secret: nodeSecret(node),
      entry: (key) => key,
    }
  }
  const own = `${name}-session-${rotation}`
  return existingSecret === undefined
    ? {
        file: publicPath(organization.name, `${own}.yaml`),
        sealed: sealedPath(cluster.name, organization.name, `${own}.yaml`),
        secret: own,
        entry: (key) => key,
      }
    : {
        file: publicPath(organization.name, `${own}.yaml`),
        secret: existingSecret,
        entry: (key) => `${key}-${rotation}`,
      }
}

/** Rotations whose keys the node has: the current one, and the one before, which the chain may still ask for. */
export const heldRotations = ({ own: { keyRotation } }: SubstrateLedgerNode): readonly number[] =>
  keyRotation === 0 ? [0] : [keyRotation - 1, keyRotation]
