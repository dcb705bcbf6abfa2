import type { RenderedNode } from './rendered.ts'

const forks = ['homestead', 'eip150', 'eip155', 'eip158', 'byzantium', 'constantinople', 'petersburg', 'istanbul']

/** The rendered first block, with Clique and its signers in place of QBFT, which go-ethereum does not have. */
export const cliqueGenesis = ({ genesis }: RenderedNode, signers: readonly string[]) => ({
  ...genesis,
  config: {
    ...Object.fromEntries([...forks, 'berlin'].map((fork) => [`${fork}Block`, 0])),
    chainId: genesis.config.chainId,
    clique: { period: 1, epoch: 30_000 },
  },
  mixHash: `0x${'0'.repeat(64)}`,
  extraData: `0x${'00'.repeat(32)}${[...signers]
    .sort()
    .map((address) => address.slice(2))
    .join('')}${'00'.repeat(65)}`,
})
