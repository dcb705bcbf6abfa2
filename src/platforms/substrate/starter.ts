import { leastConcentrated, type PlatformStarter } from '../starter.ts'
import { faultTolerance } from './consensus.ts'

/** A new chain of one's own node. */
export const starter: PlatformStarter = {
  roles: [
    {
      role: 'validator',
      total: (organizations) => {
        const least = Math.max(4, organizations.length)
        return leastConcentrated([least, least + 1, least + 2, least + 3], organizations, {
          by: ['cluster', 'organization'],
          mayBeDown: faultTolerance,
        })
      },
      fields: { storage: '20Gi' },
    },
    { role: 'rpc', total: (organizations) => organizations.length, fields: { storage: '20Gi' } },
  ],
  before: () => [
    'chain:',
    '  image: ghcr.io/example/node # your own node, without tag',
    '  command: [node]',
    '  spec: chain/base.json # node build-spec --chain local > chain/base.json',
  ],
}
