import { type LedgerNode, nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { type Kept, keptNodes, missingFrom, nodeListOf, type Revision, runningNodes } from './revision.ts'

/** A node goes, goes elsewhere, or takes its ${content} from elsewhere. */
export function nodeRisks(before: Revision, after: Revision): Risk[] {
  const { clusters, organizations } = after.network
  // With its organization or its cluster it has been told.
  const told = ({ organization, cluster }: LedgerNode): boolean =>
    !organizations.some(({ name }) => name === organization.name) || !clusters.some(({ name }) => name === cluster.name)
  return [
    ...missingFrom(runningNodes(before), after.network.nodes, nodeId)
      .filter((node) => !told(node))
      .map((node) => removed(node, after)),
    ...keptNodes(before, after).flatMap((kept) => [...moved(kept, after), ...secret(kept, after)]),
  ]
}

const removed = (node: LedgerNode, { network }: Revision): Risk => ({
  id: 'node-removed',
  severity: 'caution',
  subject: nodeId(node),
  message: `${nodeId(node)} leaves the definition: it ${node.elsewhere ? 'runs on elsewhere, and its peers no longer dial it' : `stops, and its volume of ${node.storage} stays behind in ${node.cluster.name}`}`,
  hint: `when nobody needs its data any more, delete the PersistentVolumeClaim ${node.name} in ${node.organization.namespace} by hand`,
  path: nodeListOf(network, node.organization.name),
})

function moved({ was, is }: Kept<LedgerNode>, { platform }: Revision): Risk[] {
  const [from, to] = [was.cluster.name, is.cluster.name]
  // Where something else runs it before or afterwards, the ledger reports who starts and who stops.
  if (from === to || was.elsewhere || is.elsewhere) return []
  return [
    {
      id: 'node-moved',
      severity: 'danger',
      subject: nodeId(is),
      message: `${nodeId(is)} moves from ${from} to ${to}: it begins there with an empty volume, ${platform.definition.keysOnVolume ? `its data and its keys stay in ${from}` : `its data stays in ${from}, and for a while both may run with one key`}`,
      hint: `add a node with another name in ${to}, and remove this one when that one has caught up; to keep the key, ${platform.definition.keysOnVolume ? `stop the node in ${from}, and copy its volume first` : `encrypt it for ${to}, and stop the node in ${from} first`}`,
      path: [...is.path, 'cluster'],
    },
  ]
}

function secret({ was, is }: Kept<LedgerNode>, { platform }: Revision): Risk[] {
  if (was.existingSecret === is.existingSecret) return []
  const content = platform.definition.keysOnVolume ? 'passwords' : 'key'
  const named = ({ existingSecret }: LedgerNode): string =>
    existingSecret === undefined ? 'the sealed one' : `Secret ${existingSecret}`
  return [
    {
      id: 'node-secret-changed',
      severity: 'caution',
      subject: nodeId(is),
      message: `${nodeId(is)} takes its ${content} from ${named(is)} instead of ${named(was)}`,
      hint: `be sure that the Secret is in namespace ${is.organization.namespace} of ${is.cluster.name} before this is merged, and holds the same ${content}`,
      path: [...is.path, 'existingSecret'],
    },
  ]
}
