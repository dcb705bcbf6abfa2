import { describe, expect, test } from 'vitest'
import { approvalsFor, missingApprovals } from '../../../../src/platforms/fabric/channel/approval.ts'
import type { ChannelInput } from '../../../../src/platforms/fabric/channel/channel.ts'
import { changesOf } from '../../../../src/platforms/fabric/channel/config-changes.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { channelInput, msp } from './input.ts'
import { rule } from './recorded/cases.ts'

const members = (count: number): ChannelInput => ({
  ...channelInput('etcdraft', 3),
  applicationOrganizations: ['A', 'B', 'C', 'D', 'E'].slice(0, count).map((name) => ({ msp: msp(name), anchors: [] })),
})

const approvals = (current: ConfigGroup, after: ConfigGroup) => {
  const sets = updateSets(current, after)
  if (sets === undefined) throw new Error('there is no update')
  return approvalsFor(current, changesOf(current, sets))
}

/** Approvals for an access rule, which the application's administrators guard. */
const ofApplication = (admins: string, count: number) => {
  const input = { ...members(count), policies: { ...members(count).policies, admins: rule(admins) } }
  return approvals(desiredConfig(input), desiredConfig({ ...input, acls: { a: '/Channel/Application/Readers' } }))
}

describe("administrators of a channel's members", () => {
  test.each<[string, number, number, string[][], string[][]]>([
    ['MAJORITY Admins', 1, 1, [['A']], [[]]],
    [
      'MAJORITY Admins',
      4,
      3,
      [['A', 'B', 'D']],
      [
        ['A', 'B'],
        ['A', 'B', 'OrdererMSP'],
      ],
    ],
    ['ANY Admins', 3, 1, [['A'], ['C']], [[], ['OrdererMSP']]],
    ['ALL Admins', 3, 3, [['A', 'B', 'C']], [['A', 'B']]],
    ["OR('A.admin', AND('B.admin', 'C.admin'))", 3, 1, [['A'], ['B', 'C']], [['B']]],
    ["OutOf(2, 'A.admin', 'B.member', 'C.admin')", 3, 2, [['A', 'B']], [['A'], ['A', 'E']]],
    ["AND('A.admin', 'A.admin')", 2, 2, [], [['A'], ['A', 'B']]],
    ["AND('A.admin', 'B.peer')", 2, 2, [], [['A', 'B']]],
  ])('%s, %i of them: %i must sign', (admins, count, needed, enough, tooFew) => {
    const found = ofApplication(admins, count)
    expect(found.map((approval) => [approval.group, approval.needed])).toEqual([['Application', needed]])
    for (const signers of enough) expect(missingApprovals(found, new Set(signers))).toEqual([])
    for (const signers of tooFew) expect(missingApprovals(found, new Set(signers))).toEqual(found)
  })
})

test('nobody can satisfy a policy that refers to one that organizations do not have', () => {
  const found = ofApplication('MAJORITY Nothing', 2)
  expect(found.flatMap(({ mspIds }) => mspIds)).toEqual([])
  expect(missingApprovals(found, new Set(['A', 'B']))).toEqual(found)
})

test('one signature serves for two groups that an organization is in', () => {
  const input: ChannelInput = {
    ...members(1),
    ordererOrganizations: [{ msp: msp('A'), endpoints: ['a:1'] }],
  }
  const found = approvals(
    desiredConfig(input),
    desiredConfig({ ...input, capabilities: { ...input.capabilities, channel: 'V3_0' } }),
  )
  expect(found.map(({ group }) => group)).toEqual(['Application', 'Orderer'])
  expect(missingApprovals(found, new Set(['A']))).toEqual([])
})

test('what is guarded by an absolute path needs that policy', () => {
  const current = desiredConfig(members(2))
  const guarded: ConfigGroup = {
    ...current,
    values: new Map([
      ...current.values,
      ['Own', { version: 0, value: Buffer.from('1'), modPolicy: '/Channel/Orderer/Admins' }],
    ]),
  }
  const after: ConfigGroup = {
    ...guarded,
    values: new Map([
      ...guarded.values,
      ['Own', { version: 0, value: Buffer.from('2'), modPolicy: '/Channel/Orderer/Admins' }],
    ]),
  }
  expect(approvals(guarded, after).map(({ group, mspIds }) => [group, mspIds])).toEqual([['Orderer', ['OrdererMSP']]])
})
