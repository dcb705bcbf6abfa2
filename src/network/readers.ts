import type { Cluster, Organization } from './network.ts'

type Named = Pick<Organization, 'name' | 'recipients' | 'recoveryRecipients'>

/** Recipients that an organization has to itself in a cluster; none where it shares those of the cluster. */
export const ownRecipients = ({ recipients }: Pick<Organization, 'recipients'>, cluster: string): readonly string[] =>
  // A cluster may be called like something that every object has, such as `constructor`.
  Object.hasOwn(recipients, cluster) ? (recipients[cluster] ?? []) : []

/** Who decrypts in a cluster what is sealed for an organization: its own recipients, or else those of the cluster. */
export function recipientsIn(organization: Pick<Organization, 'recipients'>, cluster: Cluster): readonly string[] {
  const own = ownRecipients(organization, cluster.name)
  return own.length > 0 ? own : cluster.recipients
}

/** All who can decrypt it, each once. */
export const readersOf = (organization: Named, cluster: Cluster): string[] => [
  ...new Set([...recipientsIn(organization, cluster), ...organization.recoveryRecipients]),
]

/** The same for messages: `cluster eu`, `organization carrier in cluster eu`. */
export const holderOf = (organization: Named, cluster: Cluster): string =>
  `${ownRecipients(organization, cluster.name).length > 0 ? `organization ${organization.name} in ` : ''}cluster ${cluster.name}`
