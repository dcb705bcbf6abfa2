import { leastConcentrated, type PlatformStarter, type StarterOrganization } from '../starter.ts'
import { faultTolerance } from './consensus.ts'

/** A new pool: as many validators as it takes, and a trustee of each organization. */
export const starter: PlatformStarter = {
  roles: [{ role: 'validator', total: validators, fields: { storage: '10Gi' } }],
  // A NODE transaction takes no DNS names.
  prefersAddresses: true,
  organization: (name, organizations) => [
    organizations.length === 1
      ? 'trustees: [{name: trustee1}, {name: trustee2}] # they admit stewards and endorsers'
      : `trustees: [{name: trustee1}]${name === organizations[0] ? ' # it admits stewards and endorsers' : ''}`,
  ],
  after: () => [
    '# What authors of transactions have to agree to, where the pool asks for it.',
    '# transactionAuthorAgreement:',
    '#   version: "1.0"',
    '#   file: agreement.md',
    '#   mechanisms: {for_session: Agreed in the session}',
    '#   ratified: 2026-11-01',
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
