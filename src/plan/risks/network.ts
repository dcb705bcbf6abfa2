import type { Risk } from '../../network/risk.ts'
import type { Revision } from './revision.ts'

/** The network gets another name, or another ledger. */
export const networkRisks = (before: Revision, after: Revision): Risk[] => [
  ...renamed(before, after),
  ...anotherPlatform(before, after),
]

function renamed({ network: was }: Revision, { network: is }: Revision): Risk[] {
  if (was.name === is.name) return []
  return [
    {
      id: 'network-renamed',
      severity: 'danger',
      subject: is.name,
      message: `the network is called ${is.name} instead of ${was.name}: its objects are created under other names and labels, nodes with empty volumes, and what runs now stops or stays behind`,
      hint: 'keep the name: nobody outside of the clusters sees it',
      path: ['name'],
    },
  ]
}

function anotherPlatform({ network: was, platform: old }: Revision, { network: is, platform }: Revision): Risk[] {
  if (was.platform === is.platform) return []
  const bases = platform.rendering.sharedBases ?? []
  const way = old.rendering.sharedBases?.some((base) => bases.includes(base)) ? old.continuation : undefined
  return [
    {
      id: 'platform-changed',
      severity: 'danger',
      subject: is.platform,
      message: `the platform is ${is.platform} instead of ${was.platform}: ${way?.message ?? 'another ledger, with nothing of what is in this one'}`,
      hint: way?.hint ?? 'give the new ledger its own definition and name, and move over when it runs',
      path: ['platform'],
    },
  ]
}
