import { expect, test } from 'vitest'
import { rollout } from '../../../src/platforms/substrate/rollout.ts'

test('nodes without a vote first, then bootnodes and validators, one after the other', () => {
  const nodes = [
    ['archive1', 'archive'],
    ['boot1', 'bootnode'],
    ['boot2', 'bootnode'],
    ['rpc1', 'rpc'],
    ['validator1', 'validator'],
    ['validator2', 'validator'],
  ].map(([name = '', role = '']) => ({ name, role }))
  expect(rollout(nodes).map((group) => group.map(({ name }) => name))).toEqual([
    ['archive1', 'rpc1'],
    ['boot1'],
    ['boot2'],
    ['validator1'],
    ['validator2'],
  ])
})
