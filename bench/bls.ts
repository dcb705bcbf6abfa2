import { bn254 } from '@noble/curves/bn254.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { seededRandom } from '../src/material/random.ts'
import { provesPossession } from '../src/platforms/indy/keys/bls.ts'
import { newSeed, nodeKeys } from '../src/platforms/indy/keys/keys.ts'
import { type Benchmark, type Measurement, ratio, repeated } from './benchmark.ts'

// Keys of Indy's validators, and checks of their proofs, on a curve that only Indy has. The peer is the library itself with the
// audited curve of the same size, doing the same arithmetic and nothing else: no hashes, no texts.

const count = 50
const times = 5
const random = seededRandom('bls')

/** At most so much of the peer's processor time: other programs on the machine do not count. */
const goals = { keys: 1.2, proofs: 1 }

const { G1, G2, fields, pairingBatch } = bn254

/** A key of 254 bits, and a proof: a multiple of each generator; and a verkey. */
function peerKey(at: number) {
  const secret = fields.Fr.create(BigInt(`0x${Buffer.from(random(`secret ${at}`, 48)).toString('hex')}`))
  return {
    verkey: ed25519.getPublicKey(random(`seed ${at}`, 32)),
    key: G2.Point.BASE.multiply(secret),
    message: G1.Point.BASE.multiply(BigInt(at + 2)),
    proof: G1.Point.BASE.multiply(BigInt(at + 2)).multiply(secret),
  }
}

/** The points are read first, as from a text, so that it is checked that they are in their groups. */
function peerProof({ key, message, proof }: ReturnType<typeof peerKey>): boolean {
  const read = { key: G2.Point.fromAffine(key.toAffine()), proof: G1.Point.fromAffine(proof.toAffine()) }
  read.key.assertValidity()
  const quotient = pairingBatch([
    { g1: read.proof, g2: G2.Point.BASE },
    { g1: message.negate(), g2: read.key },
  ])
  return fields.Fp12.eql(quotient, fields.Fp12.ONE)
}

type Measured = Omit<Measurement, 'ratios'> & { readonly userSeconds: number }

async function measured(name: string, run: () => void): Promise<Measured> {
  run() // tables and compiled code are there before anything is measured
  const usage = await repeated(times, async () => {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    run()
    const seconds = (performance.now() - start) / 1000
    return { seconds, userSeconds: process.cpuUsage(cpu).user / 1e6, peakMiB: undefined }
  })
  return { name, nodes: count, ...usage, userSeconds: usage.userSeconds ?? 0 }
}

const each = <Item>(make: (at: number) => Item): Item[] => Array.from({ length: count }, (_, at) => make(at))

export const benchmark: Benchmark = {
  purpose: "keys of Indy's validators and checks of their proofs, to the arithmetic alone",
  async measure(progress) {
    progress(`${count} keys, ${times} times`)
    const keys = await measured('keys of validators', () => each((at) => nodeKeys(newSeed(random, `${at}`))))
    const peerKeys = await measured('the same arithmetic in bn254', () => each(peerKey))
    progress(`${count} proofs, ${times} times`)
    const made = each((at) => nodeKeys(newSeed(random, `${at}`)))
    const peers = each(peerKey)
    const proofs = await measured('checks of proofs', () =>
      must(made.every((one) => provesPossession(one.blsKey, one.blsProof))),
    )
    const peerProofs = await measured('the same pairings in bn254', () => must(peers.every(peerProof)))
    return {
      measurements: [
        { ...keys, ratios: { bn254: ratio(keys.userSeconds / peerKeys.userSeconds, goals.keys) } },
        { ...peerKeys, ratios: {} },
        { ...proofs, ratios: { bn254: ratio(proofs.userSeconds / peerProofs.userSeconds, goals.proofs) } },
        { ...peerProofs, ratios: {} },
      ],
      notes: [
        `${Math.round(count / keys.userSeconds)} keys and ${Math.round(count / proofs.userSeconds)} proofs in a second of the processor`,
      ],
    }
  },
}

function must(holds: boolean): void {
  if (!holds) throw new Error('a proof was refused')
}
