import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, it } from 'vitest'
import { ownershipProof, statementOfOwnership } from '../../../../src/platforms/substrate/keys/ownership-proof.ts'

const [owner, seed, random] = [7, 9, 3].map((byte) => new Uint8Array(32).fill(byte)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
]

/** sp-core 43.0.0, proof_of_possession.rs: the context, then the account. */
it('is a signature of the account behind a context', () => {
  expect(bytesToHex(statementOfOwnership(owner))).toBe(`504f505f${'07'.repeat(32)}`)
})

/** The one of sr25519 was verified by schnorrkel (py-sr25519-bindings 0.2.4). The others have no random part (RFC 8032, RFC 6979). */
it.each([
  [
    'sr25519',
    '4650415c710083fab03559220410e5961bf36235348fa201fab610a60fcb6c3a6816d3f4faa0beb044647bdef418cc29e8b9978957f4d974e93f41e015c0d983',
  ],
  [
    'ed25519',
    '279592fba4b22d915a74cf09dc6ebb878f14b332917328c33fa10de8452454857f74ca97f10deea6e6e8ea68722fcfb15e856eaead7089b7bf3dce59f7be9701',
  ],
  [
    'ecdsa',
    '9dfe896366d7bbbd2888d9f623fe55d2fb092221238aeeb00ecc162b9aec753511b297b31afc978b00f1d90dbfcf96de45319a9a2d337c996644eff3a9ea2f7d00',
  ],
] as const)('signs with %s', (scheme, signature) => {
  expect(bytesToHex(ownershipProof(scheme, seed, owner, random))).toBe(signature)
})
