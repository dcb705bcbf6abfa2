import type { Cluster, Network } from '../network/network.ts'
import { dumpYaml } from './yaml.ts'

/** Where Flux keeps its own objects, and the age key that decrypts sealed material. */
const fluxNamespace = 'flux-system'
const ageKeySecret = 'sops-age'

/**
 * Kustomizations of Flux (kustomize.toolkit.fluxcd.io/v1) for one cluster: CRDs, then the Ambassador, then organizations.
 * `prefix` leads from the root of the repository, where Flux's paths begin.
 */
export function fluxFiles(
  network: Network,
  cluster: Cluster,
  organizations: ReadonlyMap<string, FluxPart>,
  prefix: string,
): [string, string][] {
  const folder = `deploy/flux/${cluster.name}`
  const name = (part: string): string => `${network.name}-${part}`
  const part = (file: string, object: object): [string, string] => [`${folder}/${file}.yaml`, dumpYaml(object)]
  return [
    part(
      'crds',
      kustomization(name('crds'), `${prefix}deploy/base/ambassador/crds`, {
        // Deleting a CRD deletes every object of its kind, those of other networks too.
        prune: false,
        wait: true,
      }),
    ),
    part(
      'ambassador',
      kustomization(name('ambassador'), `${prefix}deploy/clusters/${cluster.name}/ambassador`, {
        dependsOn: [{ name: name('crds') }],
        prune: true,
        healthChecks: [health('Deployment', 'ambassador', cluster.ambassador.namespace)],
      }),
    ),
    ...[...organizations].map(([organization, { namespace, statefulSets }]) =>
      part(
        `organization-${organization}`,
        kustomization(name(organization), `${prefix}deploy/clusters/${cluster.name}/${organization}`, {
          dependsOn: [{ name: name('ambassador') }],
          prune: true,
          decryption: { provider: 'sops', secretRef: { name: ageKeySecret } },
          healthChecks: statefulSets.map((statefulSet) => health('StatefulSet', statefulSet, namespace)),
        }),
      ),
    ),
  ]
}

export interface FluxPart {
  readonly namespace: string
  readonly statefulSets: readonly string[]
}

const health = (kind: string, name: string, namespace: string): object => ({
  apiVersion: 'apps/v1',
  kind,
  name,
  namespace,
})

const kustomization = (name: string, path: string, spec: object): object => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name, namespace: fluxNamespace },
  spec: {
    interval: '10m',
    retryInterval: '1m',
    // A node is ready when it has a peer, which may be in a cluster that is being set up at the same time.
    timeout: '5m',
    sourceRef: { kind: 'GitRepository', name: fluxNamespace },
    path: `./${path}`,
    ...spec,
  },
})
