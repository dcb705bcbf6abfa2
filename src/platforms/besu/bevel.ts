import type { BevelConsensus, EvmBevel } from '../evm/bevel/client.ts'
import { compareReleases } from '../evm/release.ts'
import { oldest } from './rules/release.ts'

/** The release that a new definition has. */
const usual = '26.8.0'

const ibft2 =
  'a new chain has QBFT, its successor. A chain that runs with IBFT 2.0 keeps it: name its file in `genesis`, or use `chancery adopt besu`'

const consensus: ReadonlyMap<string, BevelConsensus> = new Map([
  ['qbft', { outcome: 'kept', text: 'as `genesis.consensus`, which is `qbft` by default' }],
  ['ibft2', { outcome: 'lost', text: ibft2 }],
  ['ibft', { outcome: 'lost', text: ibft2 }],
  [
    'clique',
    {
      outcome: 'lost',
      text: 'Clique left Besu in 26.3.0: begin a new chain with QBFT, and carry its state over',
    },
  ],
  [
    'ethash',
    {
      outcome: 'lost',
      text: 'proof of work has no place in a network of known members: begin a new chain with QBFT',
    },
  ],
])

/** Networks of Bevel with the type besu. */
export const bevel: EvmBevel = {
  types: ['besu'],
  release: (given) => {
    if (given === undefined || !/^\d+\.\d+\.\d+$/.test(given))
      return { version: usual, reason: 'the input has no exact release' }
    return compareReleases(given, oldest) >= 0
      ? { version: given }
      : {
          version: usual,
          reason: `Besu before ${oldest} does not start with what Chancery renders. Nodes with data of an older release upgrade at their next start`,
        }
  },
  consensus: (given) =>
    consensus.get(given) ?? {
      outcome: 'lost',
      text: 'not a consensus protocol of Besu: a new chain has QBFT',
    },
  // The chart has the largest value that there is.
  genesis: { contractSizeLimit: 2_147_483_647 },
  privacy:
    'Besu has no private transactions since 25.6.0, when Tessera was removed from it: keep private data off the chain with its hash on it, or run a second network of those who share it',
}
