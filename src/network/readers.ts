import type { Cluster, Organization } from './network.ts'

type Named = Pick<Organization, 'name' | 'recipients' | 'recoveryRecipients'>

/** An organization's own recipients in a cluster; none if it uses those of the cluster. */
export const ownRecipients = ({ recipients }: Pick<Organization, 'recipients'>, cluster: string): readonly string[] =>
  // The name of a cluster may be a property of every object, such as `constructor`.
  Object.hasOwn(recipients, cluster) ? (recipients[cluster] ?? []) : []

/** The recipients for an organization's sealed material in a cluster: its own, or else those of the cluster. */
export function recipientsIn(organization: Pick<Organization, 'recipients'>, cluster: Cluster): readonly string[] {
  const own = ownRecipients(organization, cluster.name)
  return own.length > 0 ? own : cluster.recipients
}

/** All recipients that can decrypt it, without duplicates. */
export const readersOf = (organization: Named, cluster: Cluster): string[] => [
  ...new Set([...recipientsIn(organization, cluster), ...organization.recoveryRecipients]),
]

/** The same for messages: `cluster eu`, `organization carrier in cluster eu`. */
export const holderOf = (organization: Named, cluster: Cluster): string =>
  `${ownRecipients(organization, cluster.name).length > 0 ? `organization ${organization.name} in ` : ''}cluster ${cluster.name}`
