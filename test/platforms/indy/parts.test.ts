import { expect, test } from 'vitest'
import { edited, pool, revisionOf } from '../../plan/revisions.ts'

test('the page has the validators of a pool, and who has which role', () => {
  const text = edited(pool, [['[{name: alice}]', '[{name: alice}]\n    endorsers: [{name: shop}]']])
  const { network, platform } = revisionOf(text, new Map())
  const [validators, roles] = platform.operation.parts?.(network) ?? []
  expect(validators?.rows.at(0)).toEqual({
    alias: 'bank-v7',
    validator: 'bank/v7',
    'runs in': '192.0.2.77:9701 (external)',
  })
  expect(validators?.rows.at(-1)).toEqual({ alias: 'retailer-v6', validator: 'retailer/v6', 'runs in': 'asia' })
  expect(roles?.rows.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'carrier/alice trustee',
    'carrier/shop endorser',
    'maker/bob trustee',
    'retailer/carol trustee',
  ])
})
