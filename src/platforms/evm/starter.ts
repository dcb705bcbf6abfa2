import { createHash } from 'node:crypto'
import { leastConcentrated, type PlatformStarter, type StarterOrganization } from '../starter.ts'
import { crashTolerance } from './tolerance.ts'

/** A new network: as many validators as it takes, and a node for the clients of each organization. */
export const starter: PlatformStarter = {
  roles: [
    { role: 'validator', total: validators, fields: { storage: '50Gi' } },
    { role: 'rpc', total: ({ length }) => length, fields: { storage: '100Gi' } },
  ],
  before: (name, organizations) => [
    '# The first block. It is written once, when all validators have keys. Most of it can never change.',
    'genesis:',
    `  chainId: ${chainId([name, ...organizations])} # identifies the chain: no other chain may have it`,
    '  blockPeriodSeconds: 2',
    '  accounts: [] # - {address: "0x…", balance: "1000000000000000000"}: addresses only, never keys',
  ],
}

/** Four survive the loss of one; more only where fewer would be too many in one place. */
function validators(organizations: readonly StarterOrganization[]): number {
  const least = Math.max(4, organizations.length)
  return leastConcentrated([least, least + 1, least + 2, least + 3, least + 4, least + 5], organizations, {
    by: ['cluster', 'organization'],
    mayBeDown: crashTolerance,
  })
}

/** A number of ten digits that other networks hardly have: the same for the same names. */
const chainId = (names: readonly string[]): number =>
  1_000_000_000 + (createHash('sha256').update(names.join(' ')).digest().readUInt32BE() % 1_000_000_000)
