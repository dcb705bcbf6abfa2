import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isProblem, parseSignatureRule } from '../../../../src/platforms/fabric/policy/parse.ts'
import { isSatisfied, roles, type SignatureRule, type Signer } from '../../../../src/platforms/fabric/policy/rule.ts'
import { canBeSigned, ownRoles, type Supply } from '../../../../src/platforms/fabric/policy/supply.ts'

const read = (text: string): SignatureRule => {
  const rule = parseSignatureRule(text)
  if (isProblem(rule)) throw new Error(rule.message)
  return rule
}

const peers =
  (counts: Readonly<Record<string, number>>): Supply =>
  (mspId, role) =>
    role === 'peer' ? (counts[mspId] ?? 0) : 0

it.each([
  ["AND('A.peer', 'B.peer')", { A: 1, B: 1 }, true],
  ["AND('A.peer', 'B.peer')", { A: 9 }, false],
  ["OR('A.client', 'B.peer')", { A: 1 }, false],
  ["AND('A.peer', 'A.peer')", { A: 1 }, false],
  ["AND('A.peer', 'A.member')", { A: 2 }, true],
  ["OutOf(2, 'A.peer', 'A.peer', 'B.peer')", { A: 1, B: 1 }, true],
  ["OutOf(2, 'A.peer', 'A.peer', 'B.peer')", { A: 1 }, false],
  ["AND(OR('A.peer', 'B.peer'), OR('A.peer', 'B.peer'))", { A: 1, B: 1 }, true],
  ["AND(OR('A.peer', 'B.peer'), OR('A.peer', 'B.peer'))", { A: 1 }, false],
  ["AND(OutOf(2, 'A.peer', 'A.peer', 'B.peer'), OutOf(2, 'A.peer', 'B.peer', 'C.peer'))", { A: 1, B: 1, C: 1 }, false],
  ["AND(OutOf(2, 'A.peer', 'A.peer', 'B.peer'), OutOf(2, 'A.peer', 'B.peer', 'C.peer'))", { A: 2, B: 1, C: 1 }, true],
  ["OutOf(3, 'A.peer', 'B.peer')", { A: 9, B: 9 }, false],
  ["OutOf(0, 'A.peer')", {}, true],
  ["AND('A.peer', 'A.peer')", { A: Number.POSITIVE_INFINITY }, true],
])('%s with %o peers can be signed: %s', (text, counts, possible) => {
  expect(canBeSigned(read(text), peers(counts))).toBe(possible)
})

it('decides large policies at once', () => {
  const mspIds = Array.from({ length: 60 }, (_, at) => `M${at}`)
  const names = mspIds.map((mspId) => `'${mspId}.peer'`).join(', ')
  const one = Object.fromEntries(mspIds.map((mspId) => [mspId, 1]))
  expect(canBeSigned(read(`OutOf(60, ${names})`), peers(one))).toBe(true)
  expect(canBeSigned(read(`OutOf(60, ${names})`), peers({ ...one, M7: 0 }))).toBe(false)
  // Too many ways to try: it may be possible.
  expect(canBeSigned(read(`AND(OutOf(30, ${names}), OutOf(30, ${names}))`), peers(one))).toBe(true)
})

const mspIds = ['A', 'B'] as const
const principal = fc.record({
  kind: fc.constant('principal' as const),
  mspId: fc.constantFrom(...mspIds),
  role: fc.constantFrom(...roles),
})
const { rule } = fc.letrec<{ rule: SignatureRule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    principal,
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).chain((rules) =>
      fc.record({
        kind: fc.constant('gate' as const),
        count: fc.integer({ min: 0, max: rules.length }),
        rules: fc.constant(rules),
      }),
    ),
  ),
}))
const signer = fc.record({ mspId: fc.constantFrom(...mspIds), role: fc.constantFrom(...ownRoles) })

it('never denies what signatures of the supply satisfy, in whatever order Fabric sees them', () => {
  fc.assert(
    fc.property(rule, fc.array(signer, { maxLength: 5 }), (given, signers: Signer[]) => {
      const supply: Supply = (mspId, role) =>
        signers.filter((each) => each.mspId === mspId && each.role === role).length
      if (isSatisfied(given, signers)) expect(canBeSigned(given, supply)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('needs for each principal of an AND a certificate of its own', () => {
  fc.assert(
    fc.property(
      fc.array(principal, { minLength: 1, maxLength: 5 }),
      fc.array(signer, { maxLength: 5 }),
      (rules, signers) => {
        const supply: Supply = (mspId, role) =>
          signers.filter((each) => each.mspId === mspId && each.role === role).length
        const isPossible = canBeSigned({ kind: 'gate', count: rules.length, rules }, supply)
        expect(isPossible).toBe(matched(rules, signers))
      },
    ),
    { numRuns: 1000 },
  )
})

/** By trying: each principal takes any of the certificates that are left. */
function matched(rules: readonly SignatureRule[], signers: readonly Signer[]): boolean {
  const [first, ...rest] = rules
  if (first === undefined) return true
  return signers.some(
    (one, at) =>
      isSatisfied(first, [one]) &&
      matched(
        rest,
        signers.filter((_, index) => index !== at),
      ),
  )
}
