import { ed25519, ristretto255 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type ExternalNode, nodeId } from '../../../network/network.ts'
import { error, inFile } from '../../problem.ts'
import type { Scheme } from '../chain-schema.ts'
import { readPeerId, readSessionKeys, sessionKeysOf } from '../identity-file.ts'
import { isPeerId } from '../keys/peer-id.ts'
import {
  externalOf,
  isValidator,
  type SessionKeyKind,
  type SubstrateLedgerNode,
  type SubstrateNetwork,
  sessionKeyKinds,
} from '../network.ts'
import { heldRotations, nodePath, sessionKeyPlace } from '../places.ts'
import { publishedKey } from '../well-known.ts'

/** Public halves that others could not use, ours and external ones, and those that everybody can sign with. */
export const keyProblems = (network: SubstrateNetwork, material: Material): Problem[] => [
  ...network.nodes.flatMap((node) => [
    ...peerIds(node, material),
    ...(isValidator(node) ? rotations(node, sessionKeyKinds(network), material) : []),
  ]),
  ...network.external.flatMap((node) => externalKeys(node, sessionKeyKinds(network), material)),
]

function peerIds(node: SubstrateLedgerNode, material: Material): Problem[] {
  const file = nodePath(node)
  if (material.text(file) === undefined) return []
  const peerId = readPeerId(material.value(file))
  if (peerId !== undefined && isPeerId(peerId)) return []
  const message = peerId === undefined ? 'there is no peerId' : `${peerId} is no peer ID of an Ed25519 key`
  return [inFile('identity', file, `${file}: ${message}`, restore(node))]
}

const rotations = (node: SubstrateLedgerNode, kinds: readonly SessionKeyKind[], material: Material): Problem[] =>
  heldRotations(node).flatMap((rotation): Problem[] => {
    const { file } = sessionKeyPlace(node, rotation)
    if (material.text(file) === undefined) return []
    const keys = readSessionKeys(material.value(file)) ?? {}
    const isCurrent = rotation === node.own.keyRotation
    return kinds.flatMap(({ name, scheme }): Problem[] => {
      const key = keys[name]
      if (key === undefined)
        // Keys before may be of a runtime that had fewer.
        return isCurrent ? [inFile('identity', file, `${file}: there is no ${name} key`, lacking(node))] : []
      const reason = faultOf(key, scheme)
      if (reason !== undefined) return [inFile('identity', file, `${file}: the ${name} key ${reason}`, restore(node))]
      const published = publishedKey(key)
      if (published === undefined) return []
      const hint = 'remove both halves of the key and make a new one with `chancery keys`'
      return [inFile('well-known-key', file, `${file}: the ${name} key is public: it is ${published}`, hint)]
    })
  })

/** What to do about a file of Chancery, or of the person who has its Secret. */
const restore = ({ existingSecret }: SubstrateLedgerNode): string =>
  existingSecret === undefined
    ? 'restore the file from Git'
    : 'commit the public half of the key in its Secret again: peerId, and sessionKeys of a validator'

const lacking = (node: SubstrateLedgerNode): string =>
  node.existingSecret === undefined
    ? `raise keyRotation of ${nodeId(node)} by one: \`chancery keys\` makes all keys of chain.sessionKeys`
    : 'commit the public half of that key too'

function externalKeys(node: ExternalNode, kinds: readonly SessionKeyKind[], material: Material): Problem[] {
  const { peerId } = externalOf(node)
  const sessionKeys = sessionKeysOf(node, material)
  const id = nodeId(node)
  const hint = 'ask its owner for the public half again, and copy it as a whole'
  return [
    ...(isPeerId(peerId)
      ? []
      : [error('identity', `the peer ID of ${id} is not one of an Ed25519 key`, hint, [...node.path, 'peerId'])]),
    ...(sessionKeys === undefined
      ? []
      : kinds.flatMap(({ name, scheme }): Problem[] => {
          const key = sessionKeys[name]
          if (key === undefined)
            return [error('identity', `${id} has no ${name} key`, hint, [...node.path, 'sessionKeys'])]
          const path = [...node.path, 'sessionKeys', name]
          const reason = faultOf(key, scheme)
          if (reason !== undefined) return [error('identity', `the ${name} key of ${id} ${reason}`, hint, path)]
          const published = publishedKey(key)
          if (published === undefined) return []
          const ask = 'ask its owner for a key from a seed that nobody else knows'
          return [error('well-known-key', `the ${name} key of ${id} is public: it is ${published}`, ask, path)]
        })),
  ]
}

const lengths: Readonly<Record<Scheme, number>> = { sr25519: 32, ed25519: 32, ecdsa: 33 }

/** Why a text is no public key of a scheme: a phrase that follows its name. */
function faultOf(key: string, scheme: Scheme): string | undefined {
  if (!key.startsWith('0x')) return 'has a wrong checksum (SS58)'
  if (!/^0x(?:[0-9a-f]{2})+$/.test(key)) return 'is not "0x" and hexadecimal digits in small letters'
  const bytes = hexToBytes(key.slice('0x'.length))
  if (bytes.length !== lengths[scheme])
    return `has ${bytes.length} bytes: a public key of ${scheme} has ${lengths[scheme]}`
  return isPoint(bytes, scheme) ? undefined : `is not a public key of ${scheme}`
}

function isPoint(bytes: Uint8Array, scheme: Scheme): boolean {
  try {
    if (scheme === 'ecdsa') secp256k1.Point.fromBytes(bytes)
    // Ristretto: RFC 9496 has the encodings that are points.
    else if (scheme === 'sr25519') ristretto255.Point.fromBytes(bytes)
    else return !ed25519.Point.fromBytes(bytes).isSmallOrder()
    return true
  } catch {
    return false
  }
}
