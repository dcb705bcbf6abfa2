import { selectorOf } from '../../cluster/live-objects.ts'
import type { KubernetesObject } from '../../cluster/objects.ts'
import { OperatorError } from '../../errors.ts'
import { type Cluster, type Network, nodeId, type Organization } from '../../network/network.ts'
import { didYouMean, nearest } from '../../network/suggestion.ts'
import { listed } from '../../words.ts'

/** Whose logs a person wants to read. */
export interface LogSubject {
  /** As a message names it: `carrier/validator1`. */
  readonly title: string
  readonly cluster: Cluster
  readonly namespace: string
  /** Of the pods to list. */
  readonly selector: string
  /** Which of those pods to use. */
  readonly isMeant: (pod: KubernetesObject) => boolean
  /** What to do when there is no such pod. */
  readonly whenAbsent: string
}

const ambassador = 'ambassador'

const seeStatus = ({ name }: Cluster): string => `see why: chancery status --cluster ${name}`

/**
 * Finds a node by `organization/node` or by its name where only one has it, the Ambassador of a cluster, or a Job or chaincode server of an
 * organization. Throws OperatorError for anything else.
 */
export function logSubject(network: Network, name: string, clusterName: string | undefined): LogSubject {
  const selector = selectorOf(network.name)
  if (name === ambassador) {
    const cluster = clusterOf(network.clusters, clusterName, `the Ambassador`)
    if (cluster.ambassador.existing)
      throw new OperatorError(
        `the Ambassador of cluster ${cluster.name} is not part of this network (ambassador.existing)`,
        `read its log with kubectl, in the namespace ${cluster.ambassador.namespace}`,
      )
    const { namespace } = cluster.ambassador
    const title = `the Ambassador of cluster ${cluster.name}`
    return { title, cluster, namespace, selector, isMeant: () => true, whenAbsent: seeStatus(cluster) }
  }
  const nodes = network.nodes.filter((node) => nodeId(node) === name || node.name === name)
  const [node, ...others] = nodes
  if (node !== undefined && others.length > 0)
    throw new OperatorError(
      `${nodes.length} nodes have the name ${name}`,
      `write the organization too: ${nodes.map(nodeId).join(', ')}`,
    )
  if (node !== undefined) {
    if (clusterName !== undefined && clusterName !== node.cluster.name)
      throw new OperatorError(
        `${nodeId(node)} is not in cluster ${clusterName}`,
        `it is in cluster ${node.cluster.name}: leave --cluster out`,
      )
    return {
      title: nodeId(node),
      cluster: node.cluster,
      namespace: node.organization.namespace,
      selector,
      isMeant: ({ metadata }) => metadata.name === `${node.name}-0`,
      whenAbsent: seeStatus(node.cluster),
    }
  }
  return workloadSubject(network, name, clusterName)
}

/** `carrier/join-trade-peer1`: whether there is such a Job or Deployment, only the cluster knows. */
function workloadSubject(network: Network, name: string, clusterName: string | undefined): LogSubject {
  const [organizationName = '', workload, ...rest] = name.split('/')
  const organization = network.organizations.find((one) => one.name === organizationName)
  if (organization === undefined || workload === undefined || workload === '' || rest.length > 0) {
    const known = [...network.nodes.map(nodeId), ambassador]
    throw new OperatorError(
      `there is no node "${name}"`,
      didYouMean(name, name.includes('/') ? known : namesIn(network)),
    )
  }
  const own = network.nodes.filter((node) => node.organization.name === organization.name)
  const near = nearest(
    workload,
    own.map((node) => node.name),
  )
  const clusters = network.clusters.filter((cluster) => hasNodes(network, organization, cluster))
  return {
    title: name,
    cluster: clusterOf(clusters, clusterName, name),
    whenAbsent:
      near === undefined
        ? 'it is no node; pods of a Job are removed some time after it ended'
        : `did you mean "${organization.name}/${near}"? Pods of a Job are removed some time after it ended`,
    namespace: organization.namespace,
    selector: selectorOf(network.name),
    isMeant: (pod) => isOf(pod, workload),
  }
}

const namesIn = (network: Network): readonly string[] => [
  ...new Set([...network.nodes.map(({ name }) => name), ...network.nodes.map(nodeId), ambassador]),
]

const hasNodes = ({ nodes }: Network, organization: Organization, cluster: Cluster): boolean =>
  nodes.some((node) => node.organization.name === organization.name && node.cluster.name === cluster.name)

/** The label that rendering puts on what belongs together, and the one that Kubernetes puts on pods of a Job. */
function isOf({ metadata: { labels = {} } }: KubernetesObject, workload: string): boolean {
  const job = labels['batch.kubernetes.io/job-name'] ?? ''
  // After its name a Job has a hash of its content, and one that a CronJob made has the minute of its schedule.
  const name = job.replace(/-(?:[0-9a-f]{10}|\d{8})$/, '')
  return [labels['app.kubernetes.io/instance'], job, name].includes(workload)
}

function clusterOf(clusters: readonly Cluster[], name: string | undefined, what: string): Cluster {
  const names = clusters.map((cluster) => cluster.name)
  const [only, ...others] = clusters
  if (name !== undefined) {
    const found = clusters.find((cluster) => cluster.name === name)
    if (found === undefined) throw new OperatorError(`${what} is not in a cluster "${name}"`, didYouMean(name, names))
    return found
  }
  if (only === undefined)
    throw new OperatorError(`${what} has no nodes in any cluster`, 'it has no pods, and so no log')
  if (others.length > 0)
    throw new OperatorError(
      `${what} is in ${clusters.length} clusters: ${listed(names)}`,
      'choose one with --cluster NAME',
    )
  return only
}
