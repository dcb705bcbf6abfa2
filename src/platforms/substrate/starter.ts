import { leastConcentrated, type PlatformStarter, type StarterOrganization } from '../starter.ts'
import { faultTolerance } from './consensus.ts'
import { table } from './options.ts'

const spec = 'chain/base.json'

/** A new chain: as many validators as it takes, and a node for the clients of each organization. */
export const starter: PlatformStarter = {
  roles: [
    { role: 'validator', total: validators, fields: { storage: '50Gi' } },
    { role: 'rpc', total: ({ length }) => length, fields: { storage: '50Gi' } },
  ],
  brought: [
    {
      file: spec,
      what: 'the plain chain spec of your runtime, which Chancery completes',
      command: `mkdir -p chain && acme-node build-spec --chain local --disable-default-bootnode > ${spec}`,
    },
  ],
  before: (name) => [
    '# Your node, and what the chain begins with. There is no default node: the chain is your runtime.',
    'chain:',
    '  image: registry.example.com/acme-node # without tag: platformVersion is the tag',
    '  command: [acme-node] # its program, without options',
    `  # sdk: ${table.releases.at(-1)} # the release of the Polkadot SDK that it is built with: options in settings are then checked`,
    `  spec: ${spec} # acme-node build-spec --chain local --disable-default-bootnode`,
    `  id: ${name}`,
    '  sessionKeys: {aura: sr25519, grandpa: ed25519} # the SessionKeys of your runtime',
    '  # The base spec gives both to Alice, whose key is public. Addresses only: their keys stay with people.',
    '  # sudo: 5…',
    '  # balances: {5…: "1000000000000000000"} # in the smallest unit',
  ],
}

/** Four survive the loss of one; more only where fewer would be too many in one place. */
function validators(organizations: readonly StarterOrganization[]): number {
  const least = Math.max(4, organizations.length)
  return leastConcentrated([least, least + 1, least + 2, least + 3, least + 4, least + 5], organizations, {
    by: ['cluster', 'organization'],
    mayBeDown: faultTolerance,
  })
}
