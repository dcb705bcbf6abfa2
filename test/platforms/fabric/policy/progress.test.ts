import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../../src/platforms/fabric/policy/condition.ts'
import { mspIdsIn } from '../../../../src/platforms/fabric/policy/condition.ts'
import { isProblem, parseSignatureRule } from '../../../../src/platforms/fabric/policy/parse.ts'
import { progressOf, progressText } from '../../../../src/platforms/fabric/policy/progress.ts'

const policy = '/Channel/Application/Admins'

const ofText = (text: string): Condition => {
  const rule = parseSignatureRule(text)
  if (isProblem(rule)) throw new Error(rule.message)
  return rule
}

/** So many of these organizations, as MAJORITY Admins is. */
const some = (count: number, ...mspIds: readonly string[]): Condition => ({
  kind: 'some',
  count,
  of: mspIds.map((mspId) => ({ kind: 'principal', mspId, role: 'admin' })),
})

const textOf = (condition: Condition, ...signers: readonly string[]): string =>
  progressText(progressOf({ policy, condition, mspIds: mspIdsIn(condition) }, new Set(signers)))

const many = Array.from({ length: 30 }, (_, at) => `M${String(at + 10)}`)

describe('signatures of a policy', () => {
  it.each<[Condition, readonly string[], string]>([
    [some(2, 'A', 'B'), [], 'has 0 of 2 signatures; 2 are missing, from A and B'],
    [some(2, 'A', 'B'), ['B'], 'has 1 of 2 signatures, from B; 1 is missing, from A'],
    [some(2, 'A', 'B'), ['A', 'B'], 'has enough signatures, from A and B'],
    [some(1, 'A'), [], 'has 0 of 1 signature; 1 is missing, from A'],
    [some(2, 'A', 'B', 'C'), ['C'], 'has 1 of 2 signatures, from C; 1 is missing, from A or B'],
    [some(3, 'A', 'B', 'C', 'D'), ['A', 'X'], 'has 1 of 3 signatures, from A; 2 are missing, from B, C or D'],
    [ofText("OR('A.admin', AND('B.admin', 'C.admin'))"), [], 'has 0 of 1 signature; 1 is missing, from A, B or C'],
    [
      ofText("AND('A.admin', OR('B.admin', 'C.admin'))"),
      ['B'],
      'has 1 of 2 signatures, from B; 1 is missing, from A or C',
    ],
    [
      ofText("AND('A.admin', 'A.admin')"),
      ['A'],
      'has 1 signature, from A; one signature of each organization is not enough',
    ],
    [
      some(16, ...many),
      many.slice(0, 3),
      `has 3 of 16 signatures, from M10, M11 and M12; 13 are missing, from ${many.slice(3, -1).join(', ')} or M39`,
    ],
  ])('%j with %j', (condition, signers, text) => expect(textOf(condition, ...signers)).toBe(`${policy} ${text}`))
})
