import type { Cluster, Network, Organization } from './network.ts'
import { ownRecipients } from './readers.ts'

/** Where Flux keeps its own objects, and the accounts that its Kustomizations run as. */
export const fluxNamespace = 'flux-system'

/**
 * The ServiceAccount that the objects of an organization are applied as, also the name of its Role. A dot, which no network or
 * organization has: network a-b with organization c is not a with b-c, and no account of Flux itself is called so.
 */
export const accountName = (network: Pick<Network, 'name'>, organization: Pick<Organization, 'name'>): string =>
  `${network.name}.${organization.name}`

/** Its name as a user: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens */
export const userName = (network: Pick<Network, 'name'>, organization: Pick<Organization, 'name'>): string =>
  `system:serviceaccount:${fluxNamespace}:${accountName(network, organization)}`

/** The Secret with the age key that decrypts what is sealed for an organization in a cluster: its own, or the cluster's. */
export const ageKeySecret = (
  network: Pick<Network, 'name'>,
  organization: Pick<Organization, 'name' | 'recipients'>,
  cluster: Pick<Cluster, 'name'>,
): string =>
  ownRecipients(organization, cluster.name).length > 0 ? `sops-age.${accountName(network, organization)}` : 'sops-age'

/** The part of every cluster that grants organizations what they may do: a folder in `deploy/clusters`, a name in Flux. */
export const tenancyPart = 'tenancy'
