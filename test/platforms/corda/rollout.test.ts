import { expect, test } from 'vitest'
import { rollout } from '../../../src/platforms/corda/rollout.ts'

const node = (name: string, role: string, organization: string) => ({
  name,
  role,
  organization: { name: organization },
})

test('notaries begin alone, then nodes of different organizations at once, and those of one after each other', () => {
  const groups = rollout([
    node('b1', 'node', 'bank'),
    node('b2', 'node', 'bank'),
    node('s1', 'node', 'shop'),
    node('n1', 'notary', 'bank'),
    node('n2', 'notary', 'shop'),
  ])
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([['n1'], ['n2'], ['b1', 's1'], ['b2']])
})

test('without nodes there is nothing to restart', () => expect(rollout([])).toEqual([]))
