import { type Cluster, nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { counted, listed, several } from '../../words.ts'
import { type Kept, keptClusters, missingFrom, type Revision, runningNodes } from './revision.ts'

/** A cluster comes, goes, or is another one than before. */
export const clusterRisks = (before: Revision, after: Revision): Risk[] => [
  ...missingFrom(before.network.clusters, after.network.clusters, ({ name }) => name).map((cluster) =>
    removed(before, cluster),
  ),
  ...missingFrom(after.network.clusters, before.network.clusters, ({ name }) => name).map(added),
  ...keptClusters(before, after).flatMap((kept) => [...provider(kept), ...context(kept)]),
]

const added = ({ name, recipients, path }: Cluster): Risk => ({
  id: 'cluster-added',
  severity: 'caution',
  subject: name,
  message: `cluster ${name} is new: keys of the nodes that go there are encrypted for ${listed(recipients)}`,
  hint: 'ask outside of this pull request who runs it, and whose these recipients are',
  path,
})

function removed(before: Revision, { name }: Cluster): Risk {
  const nodes = runningNodes(before).filter(({ cluster }) => cluster.name === name)
  return {
    id: 'cluster-removed',
    severity: 'danger',
    subject: name,
    message: `cluster ${name} leaves the definition with ${nodes.length === 0 ? 'its Ambassador' : `${counted(nodes.length, 'node')} (${several(nodes.map(nodeId))})`}: nothing in it is removed, and nobody manages it any more`,
    content: nodes.map(nodeId).join(' '),
    hint: `move or remove its nodes first; then stop Flux in ${name} and delete the namespaces of the network by hand`,
    path: ['clusters'],
  }
}

function provider({ was, is }: Kept<Cluster>): Risk[] {
  if (was.provider === is.provider) return []
  return [
    {
      id: 'provider-changed',
      severity: 'caution',
      subject: is.name,
      message: `cluster ${is.name} is of provider ${is.provider} instead of ${was.provider}: the Ambassador's load balancer gets other settings, some of which Kubernetes refuses to change, and may get another address`,
      hint: 'if it is another cluster, add it under another name and move node by node',
      path: [...is.path, 'provider'],
    },
  ]
}

function context({ was, is }: Kept<Cluster>): Risk[] {
  const [old, now] = [was.context ?? was.name, is.context ?? is.name]
  if (old === now) return []
  return [
    {
      id: 'context-changed',
      severity: 'danger',
      subject: is.name,
      message: `direct apply reaches cluster ${is.name} by the kubeconfig context ${now} instead of ${old}`,
      hint: 'be sure that both are the same cluster: in another one every node starts a second time, with the same keys, decrypted, and no data',
      path: [...is.path, 'context'],
    },
  ]
}
