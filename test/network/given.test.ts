import { expect, test } from 'vitest'
import { fieldsBeyondDefaults } from '../../src/network/given.ts'
import { genesis } from '../../src/platforms/evm/schema.ts'

const beyond = (forks: object): unknown =>
  fieldsBeyondDefaults({ genesis }, { genesis: genesis.parse({ chainId: 20261123, forks }) })

test.each([{}, { londonBlock: 0 }, { berlinBlock: 0, londonBlock: 0, shanghaiTime: 0 }])(
  'forks that begin as they would anyway say nothing: %j',
  (forks) => expect(beyond(forks)).toEqual(beyond({})),
)

test('a fork that begins later does', () => expect(beyond({ londonBlock: 5 })).not.toEqual(beyond({})))
