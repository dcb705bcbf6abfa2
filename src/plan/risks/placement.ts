import { groupBy } from '../../group-by.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import { tolerationText } from '../../network/placement.ts'
import { placementOfNode } from '../../network/placement-of.ts'
import type { Risk } from '../../network/risk.ts'
import { counted, several } from '../../words.ts'
import { type Kept, keptNodes, type Revision } from './revision.ts'

/** Nodes that get other machines, not only more of them: their volumes stay where they are. Told once for each cluster. */
export function placementRisks(before: Revision, after: Revision): Risk[] {
  const changed = keptNodes(before, after).filter((kept) => hasAnotherPlacement(kept) && !fitsAsBefore(kept))
  return [...groupBy(changed, ({ is }) => is.cluster.name)].map(([name, nodes]) => {
    const narrow = nodes.some(({ is }) => placementOfNode(is).spread === 'required')
    return {
      id: 'placement-changed',
      severity: 'caution',
      subject: name,
      message: `the placement of ${counted(nodes.length, 'node')} of ${name} changes (${several(nodes.map(({ is }) => nodeId(is)))}): a pod stays pending where no machine fits that its volume can follow to${narrow ? ', or where all of them have such a node already' : ''}`,
      hint: 'check labels, taints and free room of the machines in the zone of each volume; a volume of one machine cannot follow at all',
      path: nodes[0]?.is.cluster.path ?? [],
    }
  })
}

const hasAnotherPlacement = ({ was, is }: Kept<LedgerNode>): boolean =>
  was.cluster.name === is.cluster.name && textOf(was) !== textOf(is)

const textOf = (node: LedgerNode): string => {
  const { nodeSelector = {}, tolerations = [], priorityClass, spread = 'preferred' } = placementOfNode(node)
  return JSON.stringify([nodeSelector, tolerations, priorityClass, spread])
}

/** Whether every machine that a pod could have before is one that it can have now. */
function fitsAsBefore({ was, is }: Kept<LedgerNode>): boolean {
  const [old, now] = [placementOfNode(was), placementOfNode(is)]
  const tolerated = new Set((now.tolerations ?? []).map(tolerationText))
  return (
    Object.entries(now.nodeSelector ?? {}).every(([label, value]) => old.nodeSelector?.[label] === value) &&
    (old.tolerations ?? []).every((toleration) => tolerated.has(tolerationText(toleration))) &&
    (now.spread !== 'required' || old.spread === 'required') &&
    now.priorityClass === old.priorityClass
  )
}
