import { groupBy } from '../../group-by.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import { quantityValue } from '../../network/quantity.ts'
import type { Risk } from '../../network/risk.ts'
import { counted } from '../../words.ts'
import { type Kept, keptNodes, type Revision } from './revision.ts'

/** Volumes that Kubernetes cannot change: smaller ones, and ones of another storage class. */
export function storageRisks(before: Revision, after: Revision): Risk[] {
  const nodes = keptNodes(before, after).filter(hasItsVolume)
  return [...nodes.flatMap(shrinks), ...classes(nodes)]
}

/** In another cluster or namespace it gets a new volume. */
const hasItsVolume = ({ was, is }: Kept<LedgerNode>): boolean =>
  was.cluster.name === is.cluster.name && was.organization.namespace === is.organization.namespace

function shrinks({ was, is }: Kept<LedgerNode>): Risk[] {
  if ((quantityValue(is.storage) ?? 0) >= (quantityValue(was.storage) ?? 0)) return []
  return [
    {
      id: 'storage-shrinks',
      severity: 'danger',
      refused: true,
      subject: nodeId(is),
      message: `the volume of ${nodeId(is)} would shrink from ${was.storage} to ${is.storage}: Kubernetes refuses that, and nothing of ${is.organization.name} in ${is.cluster.name} is applied any more`,
      hint: `keep ${was.storage}; for a smaller volume, add a node with another name and remove this one when that one has caught up`,
      path: [...is.path, 'storage'],
    },
  ]
}

/** The class is the cluster's: told once for each. */
function classes(nodes: readonly Kept<LedgerNode>[]): Risk[] {
  const changed = nodes.filter(({ was, is }) => was.cluster.storageClass !== is.cluster.storageClass)
  return [...groupBy(changed, ({ is }) => is.cluster.name)].flatMap(([name, group]): Risk[] => {
    const [first] = group
    if (first === undefined) return []
    const { was, is } = first
    return [
      {
        id: 'storage-class-changed',
        severity: 'danger',
        // Where none was named, it may be the class that the volume has.
        ...(was.cluster.storageClass === undefined ? {} : { refused: true as const }),
        subject: name,
        message: `the storage class of ${name} would change from ${named(was)} to ${named(is)}: Kubernetes refuses that for volumes that exist (${counted(group.length, 'node')})${was.cluster.storageClass === undefined ? ', unless it is the same class' : ''}, and their organizations are not applied any more`,
        hint: 'keep the class; new nodes with another one need a separate cluster entry, or a patch in overrides/',
        path: [...is.cluster.path, 'storageClass'],
      },
    ]
  })
}

const named = ({ cluster }: LedgerNode): string => cluster.storageClass ?? "the cluster's default"
