import type { BevelConsensus, EvmBevel } from '../evm/bevel/client.ts'

/** The last release of the last series. */
const last = '24.4.1'

const consensus: ReadonlyMap<string, BevelConsensus> = new Map([
  ['qbft', { outcome: 'kept', text: 'as `genesis.consensus`, which is `qbft` by default' }],
  [
    'ibft',
    {
      outcome: 'lost',
      text: 'a new chain has QBFT. A chain that runs with IBFT changes to QBFT at a block of your choice (`qbftBlock`) before it is brought in',
    },
  ],
  [
    'raft',
    {
      outcome: 'lost',
      text: 'Raft is not supported, and a chain cannot change from Raft to QBFT: begin a new chain with QBFT, and carry its state over',
    },
  ],
  [
    'clique',
    { outcome: 'lost', text: 'Clique is not supported: begin a new chain with QBFT, and carry its state over' },
  ],
])

/** Networks of Bevel with the type quorum. */
export const bevel: EvmBevel = {
  types: ['quorum'],
  release: (given) =>
    given !== undefined && /^24\.4\.\d+$/.test(given)
      ? { version: given }
      : { version: last, reason: 'GoQuorum is no longer maintained, and this is its last release' },
  consensus: (given) =>
    consensus.get(given) ?? {
      outcome: 'lost',
      text: 'not a consensus protocol of GoQuorum: a new chain has QBFT',
    },
  // As the chart has it.
  genesis: { emptyBlockPeriodSeconds: 60 },
  privacy:
    'Chancery runs no transaction manager (Tessera): keep private data off the chain with its hash on it, or run a second network of those who share it',
}
