import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Inquiry } from '../../inquiry.ts'
import type { ClusterView } from '../../platform.ts'
import { decode } from '../keys/base58.ts'
import type { IndyLedgerNode } from '../network.ts'
import type { IndyNode, IndyTop } from '../schema.ts'
import { askedDid, targetsOf } from './targets.ts'

/** Seconds in which all validators answer that do: they are asked at once. */
const seconds = 20

/**
 * All validators are asked at their client ports, where clients dial them, those of the same cluster too. No key of ours is needed:
 * a validator speaks with everyone (CurveZMQ), and reading is open to all.
 */
export function inquiries(
  nodes: readonly IndyLedgerNode[],
  { network, material, outside }: ClusterView<IndyTop, IndyNode>,
): readonly Inquiry[] {
  const [node] = nodes
  const did = askedDid(network, material)
  if (node === undefined || did === undefined) return []
  const validators = targetsOf(network, material, outside).map(({ alias, verkey, client }) => ({
    alias,
    ...client,
    key: transportKey(verkey),
  }))
  return [
    {
      topic: 'validators',
      image: `ghcr.io/hyperledger/indy-node-container/indy_node:${node.platformVersion ?? network.platformVersion}`,
      labels: { 'app.kubernetes.io/name': 'indy' },
      script: 'indy/questions/validators.py',
      env: {},
      files: { 'questions.json': `${JSON.stringify({ validators, did, seconds }, undefined, 2)}\n` },
      volumes: () => ({}),
      seconds: seconds + 10,
    },
  ]
}

/** The Curve25519 key of a verkey, which CurveZMQ uses, in hexadecimal digits: stp_core/crypto/util.py of indy-plenum. */
function transportKey(verkey: string): string {
  const bytes = decode(verkey, 32)
  if (bytes === undefined) throw new Error(`${verkey} is not a verkey`) // only valid ones are targets
  return bytesToHex(ed25519.utils.toMontgomery(bytes))
}
