import { accountName, fluxNamespace, tenancyPart } from '../network/account.ts'
import type { Cluster, Network, Organization } from '../network/network.ts'
import { dumpYaml } from '../yaml.ts'
import { dumpKustomization, type Kustomization, pathTo, rename } from './kustomization.ts'
import { type Part, rootFiles } from './root.ts'
import { below } from './tree.ts'

/**
 * What the cluster grants its organizations: each a namespace, and an account whose rights end there. One root, which is applied
 * with the rights of the cluster: no organization can change it.
 */
export function tenancyRoot(
  network: Network,
  cluster: Cluster,
  organizations: readonly Organization[],
  overrides: ReadonlySet<string>,
): Part {
  const folder = `deploy/clusters/${cluster.name}/${tenancyPart}`
  // Parts of this root, not roots themselves: see rootsOf.
  const parts = organizations.map((organization) => ({ organization, name: `_${organization.name}` }))
  const options = { network, folder, overrides, images: [] }
  return {
    files: [
      ...rootFiles({ resources: parts.map(({ name }) => name) }, [], options),
      ...parts.flatMap(({ organization, name }) =>
        below(`${folder}/${name}`, [
          ['kustomization.yaml', dumpKustomization(granted(network, organization, `${folder}/${name}`))],
        ]),
      ),
    ],
    bases: ['tenancy'],
  }
}

const granted = (network: Network, organization: Organization, folder: string): Kustomization => ({
  namespace: organization.namespace,
  resources: [pathTo(folder, 'deploy/base/tenancy')],
  patches: [
    ...monitoring(network),
    {
      target: { kind: 'RoleBinding' },
      patch: dumpYaml([{ op: 'replace', path: '/subjects/0/name', value: accountName(network, organization) }]),
    },
    rename('account', accountName(network, organization)),
  ],
})

/** Objects for the Prometheus operator, where the definition has some. */
function monitoring({ monitoring: { podMonitor, alerts } }: Network): object[] {
  const resources = [...(podMonitor ? ['podmonitors'] : []), ...(alerts ? ['prometheusrules'] : [])]
  if (resources.length === 0) return []
  const rule = { apiGroups: ['monitoring.coreos.com'], resources, verbs: ['create', 'patch'] }
  return [{ target: { kind: 'Role' }, patch: dumpYaml([{ op: 'add', path: '/rules/-', value: rule }]) }]
}

/** The account itself, for Flux: it runs nothing but Kustomizations, so no pod has its token. */
export const serviceAccount = (network: Network, organization: Organization): object => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: {
    name: accountName(network, organization),
    namespace: fluxNamespace,
    // Without it Flux could not prune what the organization leaves behind.
    annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
  },
  automountServiceAccountToken: false,
})
