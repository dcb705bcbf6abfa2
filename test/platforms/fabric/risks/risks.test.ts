import { expect, test } from 'vitest'
import { fabricRisks } from '../../../../src/platforms/fabric/risks/index.ts'
import { edited, revisionOf } from '../../../plan/revisions.ts'
import { cases } from './cases.ts'
import { consentCases } from './consent-cases.ts'
import { risksFor, running, viewOf } from './risks-for.ts'

test.each([...cases, ...consentCases])('$name', (given) => expect(risksFor(given)).toEqual(given.risks))

test('a channel whose first block is not made can change freely', () => {
  const before = revisionOf(running, new Map())
  const after = revisionOf(edited(running, [['retailer/orderer3]', 'retailer]\n    consensus: bft']]), new Map())
  expect(fabricRisks(viewOf(before), viewOf(after))).toEqual([])
})
