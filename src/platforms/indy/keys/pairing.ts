import { type BlsPairingParams, blsBasic } from '@noble/curves/abstract/bls.js'
import { curve, type KeyPoint, loopLength, type SignaturePoint } from './curve.ts'

let constructed: ReturnType<typeof construct> | undefined

/**
 * The optimal ate pairing of a Barreto-Naehrig curve (Vercauteren), with the loop of the library. The length of the loop is
 * negative here: the library inverts its result at the end. So the last two lines are inverted too, to -π(Q) and to π²(Q).
 */
function construct() {
  const { fields, signatures, keys, psi } = curve()
  const { Fp2 } = fields
  const parameters: BlsPairingParams = {
    ateLoopSize: loopLength,
    xNegative: true,
    twistType: 'divisive',
    postPrecompute: (x, y, z, keyX, keyY, addPoint) => {
      const [firstX, firstY] = psi(keyX, keyY)
      const { Rx, Ry, Rz } = addPoint(x, y, z, firstX, Fp2.neg(firstY))
      const [secondX, secondY] = psi(firstX, firstY)
      addPoint(Rx, Ry, Rz, secondX, secondY)
    },
  }
  return blsBasic(fields, signatures, keys, parameters)
}

/**
 * Whether e(signature, generator) = e(message, key): the number that makes the key of the generator makes the signature of the
 * message. The points are in their groups, and none is infinity.
 */
export function isSignedBy(signature: SignaturePoint, message: SignaturePoint, key: KeyPoint): boolean {
  constructed ??= construct()
  const { keys, fields } = curve()
  const quotient = constructed.pairingBatch([
    { g1: signature, g2: keys.BASE },
    { g1: message.negate(), g2: key },
  ])
  return fields.Fp12.eql(quotient, fields.Fp12.ONE)
}
