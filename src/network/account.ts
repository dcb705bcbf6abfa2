import type { Cluster, Network, Organization } from './network.ts'
import { ownRecipients } from './readers.ts'

/** The namespace of Flux's own objects, and of the accounts that its Kustomizations run as. */
export const fluxNamespace = 'flux-system'

/**
 * The ServiceAccount that applies the objects of an organization, also the name of its Role. It has a dot, which names of networks and
 * organizations cannot have: network a-b with organization c differs from a with b-c, and from accounts of Flux.
 */
export const accountName = (network: Pick<Network, 'name'>, organization: Pick<Organization, 'name'>): string =>
  `${network.name}.${organization.name}`

/** Its name as a user: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens */
export const userName = (network: Pick<Network, 'name'>, organization: Pick<Organization, 'name'>): string =>
  `system:serviceaccount:${fluxNamespace}:${accountName(network, organization)}`

/** The Secret with the age key for the sealed material of an organization in a cluster: its own key, or the cluster's. */
export const ageKeySecret = (
  network: Pick<Network, 'name'>,
  organization: Pick<Organization, 'name' | 'recipients'>,
  cluster: Pick<Cluster, 'name'>,
): string =>
  ownRecipients(organization, cluster.name).length > 0 ? `sops-age.${accountName(network, organization)}` : 'sops-age'

/** The part of every cluster with the rights of organizations: a folder in `deploy/clusters`, and a name in Flux. */
export const tenancyPart = 'tenancy'
