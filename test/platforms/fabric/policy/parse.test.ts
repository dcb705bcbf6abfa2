import { common, msp as mspProtos } from '@hyperledger/fabric-protos'
import { describe, expect, test } from 'vitest'
import { encodeRule, encodeSignatureRule } from '../../../../src/platforms/fabric/channel/policies.ts'
import { decodeRule } from '../../../../src/platforms/fabric/channel/policy-reader.ts'
import { isProblem, parseRule, parseSignatureRule } from '../../../../src/platforms/fabric/policy/parse.ts'
import {
  canBeMet,
  impossibleGates,
  isOrOfMembers,
  isSatisfied,
  mspIdsOf,
  ruleText,
  type SignatureRule,
} from '../../../../src/platforms/fabric/policy/rule.ts'

function rule(text: string): SignatureRule {
  const found = parseSignatureRule(text)
  if (isProblem(found)) throw new Error(`${found.column}: ${found.message}`)
  return found
}

/** A principal in so many gates. */
const nested = (levels: number): string => `${'OR('.repeat(levels)}'AMSP.peer'${')'.repeat(levels)}`

describe('a signature policy', () => {
  test('may be nested 32 levels deep', () => expect(mspIdsOf(rule(nested(32)))).toEqual(['AMSP']))

  test.each([
    ["OR('AMSP.peer', 'BMSP.peer')", { n: 1, roles: ['AMSP 3', 'BMSP 3'] }],
    ["AND('AMSP.member','BMSP.admin','C-1.MSP.client')", { n: 3, roles: ['AMSP 0', 'BMSP 1', 'C-1.MSP 2'] }],
    ["outof('2', 'AMSP.peer', 'BMSP.peer')", { n: 2, roles: ['AMSP 3', 'BMSP 3'] }],
    ['OutOf(2, "AMSP.peer", "BMSP.orderer", "AMSP.peer")', { n: 2, roles: ['AMSP 3', 'BMSP 4', 'AMSP 3'] }],
  ])('%s', (text, { n, roles }) => {
    const envelope = common.SignaturePolicyEnvelope.deserializeBinary(encodeSignatureRule(rule(text)))
    expect(envelope.getRule()?.getNOutOf()?.getN()).toBe(n)
    const found = envelope.getIdentitiesList().map((one) => {
      const { mspIdentifier, role } = mspProtos.MSPRole.deserializeBinary(one.getPrincipal_asU8()).toObject()
      return `${mspIdentifier} ${role}`
    })
    expect(found).toEqual(roles)
  })

  test('may be nested; principals of inner gates are numbered first', () => {
    const envelope = common.SignaturePolicyEnvelope.deserializeBinary(
      encodeSignatureRule(rule("OR('D.peer', AND('A.peer','B.peer'),OutOf(1,'C.peer','A.peer'))")),
    )
    const gates = envelope.getRule()?.getNOutOf()?.getRulesList() ?? []
    const signers = gates.map((gate) =>
      gate
        .getNOutOf()
        ?.getRulesList()
        .map((one) => one.getSignedBy()),
    )
    expect(gates[0]?.getSignedBy()).toBe(4)
    expect(signers).toEqual([undefined, [0, 1], [2, 3]])
  })

  test.each([
    ['', 1, 'expected AND(…), OR(…), OutOf(…) or a principal in quotes'],
    ["'AMSP.peer'", 1, 'a principal alone is not a policy: write OR(…) around it'],
    ["OR(and('AMSP.peer'))", 4, '"and" has to be AND: Fabric 3 refuses it'],
    ["NOT('AMSP.peer')", 1, '"NOT" is none of AND, OR, OutOf'],
    ["OR('AMSP.peer'", 15, 'expected ")", found the end'],
    ["OR('AMSP.peer' 'BMSP.peer')", 16, 'expected ")", found "\'"'],
    [
      "OR('AMSP.boss')",
      4,
      '"AMSP.boss" is no principal: an MSP ID, a dot and one of member, admin, client, peer, orderer',
    ],
    ["OR('AMSP.peer)", 4, 'a quote is not closed'],
    ["OutOf('AMSP.peer')", 7, 'OutOf begins with a number'],
    ["OR('AMSP.peer') x", 17, 'unexpected "x"'],
    [nested(33), 97, 'it is nested more than 32 levels deep'],
    [nested(20_000), 97, 'it is nested more than 32 levels deep'],
  ])('%j is none: column %i, %s', (text, column, message) =>
    expect(parseSignatureRule(text)).toEqual({ column, message }),
  )
})

test.each([
  ['MAJORITY Endorsement', { kind: 'implicit', quantity: 'MAJORITY', policy: 'Endorsement' }],
  [' ANY  Readers ', { kind: 'implicit', quantity: 'ANY', policy: 'Readers' }],
])('%j is an implicit policy', (text, expected) => expect(parseRule(text)).toEqual(expected))

test.each([
  ["AND('A.peer','B.peer')", ['A', 'B'], true],
  ["AND('A.peer','B.peer')", ['A'], false],
  ["OutOf(2,'A.peer','B.peer','C.peer')", ['A', 'C'], true],
  ["OutOf(2,'A.peer','B.peer','C.peer')", ['C'], false],
  ["OR(AND('A.peer','B.peer'),'C.peer')", ['C'], true],
])('%s with peers of %j: %s', (text, present, expected) => {
  expect(canBeMet(rule(text), ({ mspId, role }) => role === 'peer' && present.includes(mspId))).toBe(expected)
})

const peer = (mspId: string) => ({ mspId, role: 'peer' as const })

test.each<[string, ReturnType<typeof peer>[], boolean]>([
  ["AND('A.peer','B.member')", [peer('A'), peer('B')], true],
  ["AND('A.peer','B.admin')", [peer('A'), peer('B')], false],
  ["AND('A.peer','A.peer')", [peer('A')], false],
  ["AND('A.peer','A.peer')", [peer('A'), peer('A')], true],
  ["OutOf(2,'A.peer',OR('A.member','B.peer'))", [peer('A')], false],
  ["OutOf(2,'A.peer',OR('A.member','B.peer'))", [peer('A'), peer('B')], true],
])('%s signed by %j: %s', (text, signers, expected) => expect(isSatisfied(rule(text), signers)).toBe(expected))

test.each(["OR('A.peer', AND('B.peer', 'C.admin'))", "OutOf(2, 'A.peer', 'B.peer', 'C.peer')", 'ANY Readers'])(
  'is written as it was read: %s',
  (text) => {
    const found = parseRule(text)
    expect(isProblem(found) || ruleText(found)).toBe(text)
    const decoded = isProblem(found) ? undefined : decodeRule(encodeRule(found))
    expect(decoded).toEqual(found)
  },
)

test('says which MSPs it names, whether it is an OR of members, and which gates want too much', () => {
  expect(mspIdsOf(rule("OR('B.peer', AND('A.peer', 'B.admin'))"))).toEqual(['B', 'A'])
  expect(isOrOfMembers(rule("OR('A.member', OR('B.member', 'C.member'))"))).toBe(true)
  expect(isOrOfMembers(rule("OR('A.member', AND('B.member', 'C.member'))"))).toBe(false)
  expect(impossibleGates(rule("OR('A.peer', OutOf(3, 'B.peer', 'C.peer'))")).map(({ count }) => count)).toEqual([3])
})
