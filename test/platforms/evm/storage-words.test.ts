import { expect, test } from 'vitest'
import { client as besu } from '../../../src/platforms/besu/client.ts'
import { genesisFile } from '../../../src/platforms/evm/genesis.ts'
import { genesis } from '../../../src/platforms/evm/schema.ts'
import { client as quorum } from '../../../src/platforms/quorum/client.ts'

const contract = '0x0000000000000000000000000000000000001234'
const { forks: _, ...parsed } = genesis.parse({
  chainId: 20261123,
  accounts: [{ address: contract, code: '0x60', storage: { '0x0': '0x1', '0xAbC': '0x02' } }],
})

test.each([
  // storageJSON in core/genesis.go of GoQuorum takes an even number of digits only.
  ['GoQuorum, with an even number of digits', quorum, { '0x00': '0x01', '0x0AbC': '0x02' }],
  ['Besu, as it is in the definition', besu, { '0x0': '0x1', '0xAbC': '0x02' }],
] as const)('storage of a contract is written for %s', (_name, client, storage) => {
  const { alloc } = genesisFile(client, { ...parsed, forks: {} }, [], { value: () => undefined })
  expect(alloc[contract]?.storage).toEqual(storage)
})
