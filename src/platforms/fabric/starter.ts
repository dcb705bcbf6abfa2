import { leastConcentrated, type PlatformStarter, type StarterOrganization } from '../starter.ts'
import { crashTolerance } from './consensus.ts'

/** A new network: orderers with Raft, a peer of each organization, one channel with all of them. */
export const starter: PlatformStarter = {
  roles: [
    { role: 'orderer', total: orderers, fields: { storage: '20Gi' } },
    { role: 'peer', total: ({ length }) => length, fields: { storage: '50Gi', stateDatabase: 'couchdb' } },
  ],
  after: (name, organizations) => [
    'channels:',
    `  - name: ${name} # all orderers of the network order it, with Raft`,
    `    members: [${organizations.join(', ')}]`,
    '',
    '# A chaincode is an image that you build. Chancery runs it as a service.',
    '# chaincodes:',
    '#   - name: assets',
    `#     channel: ${name}`,
    '#     image: registry.example.com/assets:1.0.0',
    '#     version: "1.0"',
    '#     sequence: 1 # one more with each change',
  ],
}

/** Three survive the loss of one. Raft with an even number survives no more than with one fewer. */
function orderers(organizations: readonly StarterOrganization[]): number {
  const candidates: [number, ...number[]] = organizations.length > 3 ? [5, 7, 9] : [3, 5, 7]
  return leastConcentrated(candidates, organizations, {
    by: ['cluster'],
    mayBeDown: (total) => crashTolerance('etcdraft', total),
  })
}
