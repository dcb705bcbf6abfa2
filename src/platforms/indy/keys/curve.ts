import { Field } from '@noble/curves/abstract/modular.js'
import { type Fp2, type Fp12, type Fp12Bls, psiFrobenius, tower12 } from '@noble/curves/abstract/tower.js'
import { type WeierstrassPoint, weierstrass } from '@noble/curves/abstract/weierstrass.js'

/**
 * The curve of Indy's BLS signatures: "BN254" of AMCL, also known as the Nogami curve. It is not the bn254 of Ethereum.
 * A Barreto-Naehrig curve is made from one number u: signatures are points of y² = x³ + 2, keys those of its twist
 * y² = x³ + 1 - i, whose coordinates are pairs c0 + c1·i.
 */
const u = -(2n ** 62n + 2n ** 55n + 1n)
const prime = 36n * u ** 4n + 36n * u ** 3n + 24n * u ** 2n + 6n * u + 1n
/** Number of points of the curve, and of the used subgroup of its twist. */
export const order = 36n * u ** 4n + 36n * u ** 3n + 18n * u ** 2n + 6n * u + 1n

/** 6u + 2 without its sign: the length of the Miller loop. */
export const loopLength = -(6n * u + 2n)

/** The curve is twisted by 1 + i: 2 / (1 + i). */
const twistConstant: Fp2 = { c0: 1n, c1: prime - 1n }

/** Indy's own generator of the group of keys, a random point that everyone shares: `Generator` of indy-plenum. */
const generator = {
  Gx: {
    c0: 0x16cb6e1f1b7803f30ab2c661196fe199af17d8ed193d98a3d0fa17638a3a1b83n,
    c1: 0x1df541918f0e5acd0576998bfdb839318349b8acbb4106fe93e6a3d35a3f0081n,
  },
  Gy: {
    c0: 0x07e2c4a7c9a5049f2cc9f9d7ced5049f4336f67843c5dc32ad940e397e252df7n,
    c1: 0x176a8f76fd15d536bc8d294ac7040f6cc8d560dad13de88c3dfa7260ec363452n,
  },
}

export type KeyPoint = WeierstrassPoint<Fp2>
export type SignaturePoint = WeierstrassPoint<bigint>

let constructed: ReturnType<typeof construct> | undefined

/** Its fields and groups. They take milliseconds to construct, which only commands that need them spend. */
export const curve = (): ReturnType<typeof construct> => {
  constructed ??= construct()
  return constructed
}

function construct() {
  const tower = tower12({
    ORDER: prime,
    X_LEN: 63,
    FP2_NONRESIDUE: [1n, 1n],
    Fp2mulByB: (value: Fp2): Fp2 => tower.Fp2.mul(value, twistConstant),
    Fp12finalExponentiate: (value: Fp12): Fp12 => finalExponentiation(tower.Fp12, value),
  })
  const fields = { ...tower, Fr: Field(order) }
  /** The Frobenius endomorphism of the twist, of coordinates and of points. */
  const { psi, G2psi } = psiFrobenius(fields.Fp, fields.Fp2, fields.Fp2.NONRESIDUE)
  return {
    fields,
    psi,
    /** Every point of this curve is in its group. */
    signatures: weierstrass(
      { p: prime, n: order, h: 1n, a: 0n, b: 2n, Gx: prime - 1n, Gy: 1n },
      { Fp: fields.Fp, Fn: fields.Fr },
    ),
    keys: weierstrass<Fp2>(
      {
        p: fields.Fp2.ORDER,
        n: order,
        h: 2n * prime - order,
        a: fields.Fp2.ZERO,
        b: twistConstant,
        ...generator,
      },
      {
        Fp: fields.Fp2,
        Fn: fields.Fr,
        // ψ² - tψ + p = 0 on all of the twist, where t = 6u² + 1 and r = p + 1 - t. So a point with ψ(P) = [t - 1]P has
        // [r]P = 0, which makes it one of the group; and each point of the group is one. Half the time of [r]P.
        isTorsionFree: (points, point) => point.multiplyUnsafe(6n * u * u).equals(G2psi(points, point)),
      },
    ),
  }
}

/**
 * To the power (p¹² - 1) / r. The easy part is p⁶ - 1 and p² + 1; the hard part is the chain of Fuentes-Castañeda, Knapp
 * and Rodríguez-Henríquez, "Faster hashing to G2", for Barreto-Naehrig curves. As u is negative, -u is a plain exponent.
 */
function finalExponentiation(field: Fp12Bls, value: Fp12): Fp12 {
  const square = (a: Fp12) => field._cyclotomicSquare(a)
  const powerMinusU = (a: Fp12) => field._cyclotomicExp(a, -u)
  const inverse = (a: Fp12) => field.conjugate(a) // of elements of the cyclotomic subgroup
  const product = (...factors: readonly [Fp12, ...Fp12[]]) => factors.reduce((a, b) => field.mul(a, b))

  const easy = field.mul(field.conjugate(value), field.inv(value))
  const base = field.mul(field.frobeniusMap(easy, 2), easy)
  const a = square(powerMinusU(base))
  const b = field.mul(square(a), a)
  const c = powerMinusU(b)
  const d = powerMinusU(square(c))
  const e = product(inverse(d), c, inverse(b))
  const f = field.mul(e, a)
  return product(
    ...[e, c, base],
    field.frobeniusMap(f, 1),
    field.frobeniusMap(e, 2),
    field.frobeniusMap(field.mul(inverse(base), f), 3),
  )
}
