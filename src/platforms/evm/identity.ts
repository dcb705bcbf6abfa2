import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Random } from '../../material/material.ts'

/** The public half of a node's key, as it is in `material/public`. */
export interface EvmIdentity {
  readonly kind: 'evm-node'
  /** The public key without its leading byte, 128 hexadecimal digits: the user part of an enode URL (devp2p, enode.md). */
  readonly nodeId: string
  /** The last 20 bytes of the Keccak-256 of the public key, "0x" and 40 digits. */
  readonly address: string
}

/** A new node key: its public half, and the private half as clients read it (64 hexadecimal digits, no "0x", no newline). */
export function makeIdentity(random: Random, label: string): { identity: EvmIdentity; privateKey: string } {
  // 48 bytes are reduced to the order of the curve without bias (FIPS 186-5, A.2.1).
  const secret = secp256k1.utils.randomSecretKey(random(`node key ${label}`, 48))
  const nodeId = bytesToHex(secp256k1.getPublicKey(secret, false).subarray(1))
  return { identity: { kind: 'evm-node', nodeId, address: addressOf(nodeId) }, privateKey: bytesToHex(secret) }
}

/** The address that belongs to a node ID. */
export const addressOf = (nodeId: string): string => `0x${bytesToHex(keccak_256(hexToBytes(nodeId)).subarray(12))}`

/** Whether the node ID is a point of secp256k1: clients refuse any other. */
export function isOnCurve(nodeId: string): boolean {
  try {
    secp256k1.Point.fromHex(`04${nodeId}`)
    return true
  } catch {
    return false
  }
}

/** The public half as read from a file; undefined when its shape is wrong. */
export function readIdentity(value: unknown): EvmIdentity | undefined {
  const { kind, nodeId, address } = (value ?? {}) as Record<string, unknown>
  if (kind !== 'evm-node' || typeof nodeId !== 'string' || typeof address !== 'string') return undefined
  if (!/^[0-9a-f]{128}$/.test(nodeId) || !/^0x[0-9a-f]{40}$/.test(address)) return undefined
  return { kind, nodeId, address }
}
