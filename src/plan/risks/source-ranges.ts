import type { Cluster } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { providers } from '../../providers/index.ts'
import { beyond, everywhere, isEverybody } from './address-ranges.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/** Who may connect to the Ambassador of a cluster, and to all that is behind it. */
export const sourceRangeRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap(({ was, is }) => {
    const kept = { was, is }
    return [...widened(kept), ...narrowed(kept)]
  })

const ranges = ({ ambassador: { sourceRanges } }: Cluster): readonly string[] =>
  sourceRanges.length === 0 ? everywhere : sourceRanges

/** As people say it. */
export const whoMayConnect = ({ ambassador: { sourceRanges } }: Cluster): string =>
  isEverybody(sourceRanges) ? 'everyone' : sourceRanges.join(', ')

function widened({ was, is }: Kept<Cluster>): Risk[] {
  if (beyond(ranges(is), ranges(was)).length === 0) return []
  const toAll = isEverybody(ranges(is)) && !providers[is.provider].local
  return [
    {
      id: 'source-ranges-widened',
      severity: toAll ? 'danger' : 'caution',
      subject: is.name,
      message: `who may connect to ${is.name}: ${whoMayConnect(is)}, before ${whoMayConnect(was)}`,
      hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      path: [...is.path, 'ambassador', 'sourceRanges'],
    },
  ]
}

function narrowed({ was, is }: Kept<Cluster>): Risk[] {
  const gone = beyond(ranges(was), ranges(is))
  if (gone.length === 0) return []
  return [
    {
      id: 'source-ranges-narrowed',
      severity: 'caution',
      subject: is.name,
      message: `who may connect to ${is.name}: ${whoMayConnect(is)}, before ${whoMayConnect(was)}; nodes and clients with other addresses are refused`,
      hint: 'be sure that no other cluster and no external party connects from there',
      path: [...is.path, 'ambassador', 'sourceRanges'],
    },
  ]
}
