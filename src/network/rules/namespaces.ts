import { tenancyPart } from '../account.ts'
import { comparePaths, type Path, type Problem } from '../finding.ts'
import type { Network, Organization } from '../network.ts'

/** Names that an organization cannot have, because parts of every cluster have them. */
const reservedOrganizations = ['ambassador', 'crds', tenancyPart]

/** Namespaces of others. Rights in them are rights over the cluster, its certificates, or all organizations. */
const reserved: readonly { readonly form: RegExp; readonly owner: string }[] = [
  // https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces
  { form: /^(?:default|kube-.*)$/, owner: 'Kubernetes' },
  { form: /^flux-system$/, owner: 'Flux' },
  { form: /^cert-manager$/, owner: 'cert-manager' },
  { form: /^external-dns$/, owner: 'external-dns' },
  // The namespaces of its chart and manifests: https://emissary-ingress.dev/docs/latest/quick-start/
  { form: /^emissary(?:-system)?$/, owner: 'Emissary' },
  { form: /^metallb-system$/, owner: 'MetalLB' },
  { form: /^external-secrets$/, owner: 'External Secrets' },
  { form: /^(?:istio-system|argocd|gatekeeper-system|kyverno|vault|traefik)$/, owner: 'a part of the cluster' },
  { form: /^openshift(?:-.*)?$/, owner: 'OpenShift' },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/namespaces: of what GKE runs
  { form: /^(?:gke-(?:managed-.*|gmp-system|mcs|connect)|gmp-(?:system|public))$/, owner: 'Google Kubernetes Engine' },
  {
    form: /^(?:calico-system|tigera-operator|aks-(?:command|istio-system)|app-routing-system)$/,
    owner: 'Azure Kubernetes Service',
  },
  { form: /^amazon-(?:cloudwatch|guardduty)$/, owner: 'Amazon EKS' },
  // Where kind runs the provisioner of its volumes.
  { form: /^local-path-storage$/, owner: 'kind' },
]

const ownerOf = (namespace: string): string | undefined => reserved.find(({ form }) => form.test(namespace))?.owner

const error = (rule: string, message: string, path: Path, hint: string): Problem => ({
  rule,
  severity: 'error',
  message,
  hint,
  path,
})

/** Namespaces that belong to others, or that two organizations would share. */
export const namespaceProblems = (network: Network): Problem[] => [
  ...ofNetwork(network),
  ...ofExisting(network),
  ...ofOrganizations(network),
]

/** All namespaces derived from the name of the network would belong to others. */
function ofNetwork({ name }: Network): Problem[] {
  const owner = ownerOf(`${name}-ambassador`)
  return owner === undefined
    ? []
    : [
        error(
          'reserved-name',
          `the network cannot be called "${name}": namespaces ${name}-… belong to ${owner}`,
          ['name'],
          'choose another name: its namespaces begin with it',
        ),
      ]
}

/** Emissary may run in `default`, but not in namespaces of the cluster or of Flux. */
const ofExisting = ({ clusters }: Network): Problem[] =>
  clusters
    .filter(({ ambassador: { existing, namespace } }) => existing && /^(?:kube-.*|flux-system)$/.test(namespace))
    .map(({ name, path, ambassador: { namespace } }) => ({
      rule: 'reserved-name',
      severity: 'warning',
      message: `the routes of cluster ${name} would be in ${namespace}, which belongs to ${ownerOf(namespace)}`,
      hint: 'name the namespace that Emissary runs in: rights in this one are rights over the cluster',
      path: [...path, 'ambassador', 'existing', 'namespace'],
    }))

/** The default namespace is derived from the names. */
const isOwn = (network: Network, { name, namespace }: Organization): boolean => namespace !== `${network.name}-${name}`

function ofOrganizations(network: Network): Problem[] {
  const problems: Problem[] = []
  const owner = new Map<string, { readonly what: string; readonly path?: Path }>(
    network.clusters.map(({ path, ambassador: { namespace, existing } }) => [
      namespace,
      { what: 'the Ambassador', ...(existing ? { path: [...path, 'ambassador', 'existing', 'namespace'] } : {}) },
    ]),
  )
  // Organizations with an explicit namespace come last, so that their line is reported.
  const organizations = network.organizations.toSorted(
    (a, b) => Number(isOwn(network, a)) - Number(isOwn(network, b)) || comparePaths(a.path, b.path),
  )
  for (const organization of organizations) {
    const { name, namespace, path } = organization
    if (reservedOrganizations.includes(name)) {
      problems.push(
        error(
          'reserved-name',
          `an organization cannot be called "${name}"`,
          [...path, 'name'],
          'choose another name: a part of every cluster has this one',
        ),
      )
      continue
    }
    const at = [...path, isOwn(network, organization) ? 'namespace' : 'name']
    const other = ownerOf(namespace)
    if (other !== undefined && (isOwn(network, organization) || ownerOf(`${network.name}-ambassador`) === undefined)) {
      problems.push(
        error(
          'reserved-name',
          `organization ${name} cannot have the namespace ${namespace}: it belongs to ${other}`,
          at,
          'give the organization its own namespace: rights in this one are rights over its owner',
        ),
      )
      continue
    }
    const taken = owner.get(namespace)
    if (taken !== undefined && taken.what !== `organization ${name}`)
      problems.push(
        error(
          'duplicate-namespace',
          `organization ${name} and ${taken.what} would share the namespace ${namespace}`,
          isOwn(network, organization) ? at : (taken.path ?? at),
          'give the organization its own namespace',
        ),
      )
    owner.set(namespace, { what: `organization ${name}` })
  }
  return problems
}
