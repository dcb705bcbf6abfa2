import { workload } from '../ambassador/workload.ts'
import { accountName, ageKeySecret, fluxNamespace, tenancyPart } from '../network/account.ts'
import { type Cluster, type LedgerNode, type Network, nodeId, type Organization } from '../network/network.ts'
import { startupTimeOf } from '../network/startup.ts'
import { dumpDocuments } from '../yaml.ts'
import { jobsFolder } from './organization.ts'
import { serviceAccount } from './tenancy.ts'

export interface FluxInput {
  readonly network: Network
  readonly cluster: Cluster
  /** Those that have nodes in the cluster. */
  readonly organizations: readonly {
    readonly organization: Organization
    readonly nodes: readonly LedgerNode[]
    readonly hasJobs: boolean
  }[]
  /** Groups of the cluster's nodes that take up a change one after the other. */
  readonly rollout: readonly (readonly LedgerNode[])[]
  /** Leads from the root of the repository, where Flux's paths begin. */
  readonly prefix: string
}

/**
 * Kustomizations of Flux (kustomize.toolkit.fluxcd.io/v1) for one cluster: CRDs, then the Ambassador, and what the cluster grants
 * its organizations; then, as the account of each organization, what its nodes share, the nodes in the order of the rollout, and Jobs
 * beside them. Where somebody else runs the Ambassador, its CRDs are theirs too: ours would take other versions out of use.
 */
export function fluxFiles({ network, cluster, organizations, rollout, prefix }: FluxInput): [string, string][] {
  const folder = `deploy/flux/${cluster.name}`
  const clusterFolder = `${prefix}deploy/clusters/${cluster.name}`
  const file = (name: string, ...objects: readonly object[]): [string, string] => [
    `${folder}/${name}.yaml`,
    dumpDocuments(objects),
  ]
  const name = (part: string): string => `${network.name}-${part}`
  // A dot, which no name of an organization or node has: organization a-b with node c is not a with b-c.
  const nodeName = (node: LedgerNode): string => name(nodeId(node).replace('/', '.'))
  const before = predecessors(rollout)
  const ofOrganization = (organization: Organization): object => ({
    prune: true,
    serviceAccountName: accountName(network, organization),
    decryption: { provider: 'sops', secretRef: { name: ageKeySecret(network, organization, cluster) } },
  })
  return [
    ...(cluster.ambassador.existing
      ? [file('ambassador', kustomization(name('ambassador'), `${clusterFolder}/ambassador`, { prune: true }))]
      : [
          file(
            'crds',
            kustomization(name('crds'), `${prefix}deploy/base/ambassador/crds`, {
              // Deleting a CRD deletes every object of its kind, those of other networks too.
              prune: false,
              wait: true,
            }),
          ),
          file(
            'ambassador',
            kustomization(name('ambassador'), `${clusterFolder}/ambassador`, {
              dependsOn: [{ name: name('crds') }],
              prune: true,
              healthChecks: [health(workload(cluster), 'ambassador', cluster.ambassador.namespace)],
            }),
          ),
        ]),
    file(tenancyPart, kustomization(name(tenancyPart), `${clusterFolder}/${tenancyPart}`, { prune: true })),
    ...organizations.map(({ organization, nodes, hasJobs }) =>
      file(
        `organization-${organization.name}`,
        serviceAccount(network, organization),
        kustomization(name(organization.name), `${clusterFolder}/${organization.name}`, {
          dependsOn: [{ name: name('ambassador') }, { name: name(tenancyPart) }],
          ...ofOrganization(organization),
        }),
        ...nodes.map((node) =>
          kustomization(nodeName(node), `${clusterFolder}/${nodeId(node)}`, {
            dependsOn: [
              { name: name(organization.name) },
              ...(before.get(node) ?? []).map((other) => ({ name: nodeName(other) })),
            ],
            ...ofOrganization(organization),
            healthChecks: [health('StatefulSet', node.name, organization.namespace)],
            healthCheckExprs: [rolledOut],
            ...patience(node),
          }),
        ),
        ...(hasJobs
          ? [
              kustomization(
                name(`${organization.name}.${jobsFolder}`),
                `${clusterFolder}/${organization.name}/${jobsFolder}`,
                {
                  dependsOn: [{ name: name(organization.name) }],
                  ...ofOrganization(organization),
                  // They try again until others are there: nothing may wait for them.
                  wait: false,
                  // For Jobs that an override changes; by themselves they get a new name instead.
                  force: true,
                },
              ),
            ]
          : []),
      ),
    ),
  ]
}

/** The group that comes before that of each node. */
const predecessors = (rollout: FluxInput['rollout']): ReadonlyMap<LedgerNode, readonly LedgerNode[]> =>
  new Map(rollout.flatMap((group, at) => group.map((node) => [node, rollout[at - 1] ?? []] as const)))

/**
 * A node lets the next one begin when its own change is through: then Kubernetes makes the updated revision the current one.
 * When a StatefulSet is made, both are the same from the start, so that nodes which need each other to become ready all come up.
 * https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/#StatefulSetStatus
 */
const rolledOut = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  current: 'status.observedGeneration == metadata.generation && status.currentRevision == status.updateRevision',
  inProgress: 'status.observedGeneration != metadata.generation || status.currentRevision != status.updateRevision',
} as const

/** A node with more time to start than usual is waited for as long. */
function patience(node: LedgerNode): { timeout?: string } {
  const time = startupTimeOf(node)
  return time === undefined ? {} : { timeout: `${usualPatience + Math.ceil(time / 60_000)}m` }
}

const health = (kind: string, name: string, namespace: string): object => ({
  apiVersion: 'apps/v1',
  kind,
  name,
  namespace,
})

/** Minutes. */
const usualPatience = 5

const kustomization = (name: string, path: string, spec: object): object => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name, namespace: fluxNamespace },
  spec: {
    interval: '10m',
    retryInterval: '1m',
    // A node is ready when it has a peer, which may be in a cluster that is being set up at the same time.
    timeout: `${usualPatience}m`,
    sourceRef: { kind: 'GitRepository', name: fluxNamespace },
    path: `./${path}`,
    ...spec,
  },
})
