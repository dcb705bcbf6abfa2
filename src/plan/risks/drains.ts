import type { Risk } from '../../network/risk.ts'
import { drainProblems, evictedAtOnce } from '../../platforms/drains.ts'
import { counted } from '../../words.ts'
import type { Revision } from './revision.ts'

/** Drains of machines may evict more consensus nodes than before, and more than the network can lose. */
export function drainRisks(before: Revision, after: Revision): Risk[] {
  const { network, platform, material } = after
  if (before.network.drains !== 'network' || network.drains === 'network') return []
  const evicted = evictedAtOnce(network, platform)
  const { mayBeDown } = platform.operation.tolerance(network, material).consensus
  // Of a network in one cluster, a finding tells the same.
  if (evicted <= mayBeDown || drainProblems(network, platform, material).length > 0) return []
  const [role = ''] = platform.definition.consensusRoles
  return [
    {
      id: 'drains-loosened',
      severity: 'caution',
      subject: 'drains',
      message: `draining machines of all clusters can evict ${counted(evicted, role)} at once, one of each organization in each cluster: the network can lose ${mayBeDown}`,
      hint: 'drain one machine after the other, in one cluster after the other, and set `placement: {spread: required}`; or keep `drains: network`',
      path: ['drains'],
    },
  ]
}
