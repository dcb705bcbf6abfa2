import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../material/material.ts'
import { type ExternalNode, isOurs } from '../../network/network.ts'
import { decodeAddress } from './keys/ss58.ts'
import { externalOf, type SubstrateLedgerNode } from './network.ts'
import { heldRotations, nodePath, sessionKeyPlace } from './places.ts'
import type { SubstrateExternalNode } from './schema.ts'

/** Public session keys by their names: "0x" and hexadecimal digits. */
export type SessionKeys = Readonly<Record<string, string>>

/** The peer ID of a file; undefined when it has none. */
export function readPeerId(value: unknown): string | undefined {
  const { peerId } = (value ?? {}) as Record<string, unknown>
  return typeof peerId === 'string' ? peerId : undefined
}

/** The session keys of a file; undefined when it has none. Their form is checked elsewhere. */
export function readSessionKeys(value: unknown): SessionKeys | undefined {
  const { sessionKeys } = (value ?? {}) as Record<string, unknown>
  if (typeof sessionKeys !== 'object' || sessionKeys === null) return undefined
  const entries = Object.entries(sessionKeys)
  return entries.every(([, key]) => typeof key === 'string') ? (Object.fromEntries(entries) as SessionKeys) : undefined // all texts
}

/** Of ours from its file, of an external node from the definition. Undefined while the file is missing. */
export const peerIdOfNode = (node: SubstrateLedgerNode | ExternalNode, material: Material): string | undefined =>
  isOurs(node) ? readPeerId(material.value(nodePath(node))) : externalOf(node).peerId

/** All session keys that the node has: the current ones and those before, as far as their files exist. */
export const heldSessionKeys = (node: SubstrateLedgerNode | ExternalNode, material: Material): readonly SessionKeys[] =>
  (isOurs(node) ? heldRotations(node) : [0])
    .map((rotation) => sessionKeysOf(node, material, rotation))
    .filter((keys) => keys !== undefined)

/** Session keys of a validator after a number of rotations, the current ones by default. Undefined while the file is missing. */
export const sessionKeysOf = (
  node: SubstrateLedgerNode | ExternalNode,
  material: Material,
  rotation?: number,
): SessionKeys | undefined =>
  isOurs(node)
    ? readSessionKeys(material.value(sessionKeyPlace(node, rotation ?? node.own.keyRotation).file))
    : externalKeys(externalOf(node))

/** The definition has them as addresses: 64 hexadecimal digits could as well be a seed. Other texts stay, for rules to report. */
const externalKeys = ({ sessionKeys }: SubstrateExternalNode): SessionKeys | undefined =>
  sessionKeys === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(sessionKeys).map(([name, address]) => {
          const decoded = decodeAddress(address)
          return [name, decoded === undefined ? address : `0x${bytesToHex(decoded.publicKey)}`]
        }),
      )
