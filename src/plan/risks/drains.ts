import { groupBy } from '../../group-by.ts'
import type { LedgerNode } from '../../network/network.ts'
import { placementOfNode } from '../../network/placement-of.ts'
import type { Risk } from '../../network/risk.ts'
import { drainProblems, evictedAtOnce } from '../../platforms/drains.ts'
import { counted } from '../../words.ts'
import { type Kept, keptNodes, type Revision } from './revision.ts'

/** Drains of machines may evict more consensus nodes than before. */
export const drainRisks = (before: Revision, after: Revision): Risk[] => [
  ...budgetRisks(before, after),
  ...sharedMachineRisks(before, after),
]

/** More at once, with budgets for each organization only. */
function budgetRisks(before: Revision, after: Revision): Risk[] {
  const { network, platform, material } = after
  if (before.network.drains !== 'network' || network.drains === 'network') return []
  const evicted = evictedAtOnce(network, platform)
  const { mayBeDown } = platform.operation.tolerance(network, material).consensus
  // Of a network in one cluster, a finding tells the same.
  if (evicted <= mayBeDown || drainProblems(network, platform, material).length > 0) return []
  return [
    {
      id: 'drains-loosened',
      severity: 'caution',
      subject: 'drains',
      message: `draining machines of all clusters can evict ${counted(evicted, consensusRole(after))} at once, one of each organization in each cluster: the network can lose ${mayBeDown}`,
      hint: 'drain one machine after the other, in one cluster after the other, and set `placement: {spread: required}`; or keep `drains: network`',
      path: ['drains'],
    },
  ]
}

/** Several with one machine of a cluster, on which they had to be apart. */
function sharedMachineRisks(before: Revision, after: Revision): Risk[] {
  const { consensusRoles } = after.platform.definition
  const loosened = keptNodes(before, after).filter(
    (kept) =>
      consensusRoles.includes(kept.is.role) && kept.was.cluster.name === kept.is.cluster.name && maySpread(kept),
  )
  return [...groupBy(loosened, ({ is }) => is.cluster.name)].flatMap(([cluster, nodes]): Risk[] => {
    const [first] = nodes
    if (first === undefined || nodes.length < 2) return []
    return [
      {
        id: 'drains-loosened',
        severity: 'caution',
        subject: cluster,
        message: `${counted(nodes.length, consensusRole(after))} of ${cluster} may share a machine: its loss, or a drain, may take several`,
        hint: 'keep `spread: required`, or compare with what the network can lose',
        path: first.is.cluster.path,
      },
    ]
  })
}

const consensusRole = ({ platform }: Revision): string => platform.definition.consensusRoles[0] ?? ''

const maySpread = ({ was, is }: Kept<LedgerNode>): boolean =>
  placementOfNode(was).spread === 'required' && placementOfNode(is).spread !== 'required'
