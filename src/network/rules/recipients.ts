import type { Problem } from '../finding.ts'
import { allKeyHolders } from '../key-holders.ts'
import type { Cluster, Network } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'
import { ownRecipients } from '../readers.ts'
import { wellKnownRecipients } from '../well-known-recipients.ts'
import { clusterReaders, holdersWithoutUse, ownReaders, sharedRecipients } from './shared-recipients.ts'

/** Who can decrypt sealed material. */
export const recipientProblems = (network: Network, platform: PlatformDefinition, definition: unknown): Problem[] => [
  ...clustersWithout(network),
  ...sharedRecipients(network, platform, definition),
  ...holdersWithoutUse(network, platform),
  ...wellKnown(network),
]

/** Clusters with an organization that uses the cluster's recipients. */
function clustersWithout({ clusters, nodes }: Network): Problem[] {
  const needed = (cluster: Cluster): boolean => {
    const own = nodes.filter((node) => node.cluster.name === cluster.name)
    return own.length === 0 || own.some(({ organization }) => ownRecipients(organization, cluster.name).length === 0)
  }
  return clusters
    .filter((cluster) => cluster.recipients.length === 0 && needed(cluster))
    .map(({ name, path }) => ({
      rule: 'recipients',
      severity: 'error',
      message: `cluster ${name} has no recipients, so nobody can decrypt its keys`,
      hint: 'make an age key with `age-keygen`, store the secret half in the cluster (Secret sops-age in flux-system), and write the public half here',
      path: [...path, 'recipients'],
    }))
}

function wellKnown(network: Network): Problem[] {
  const holders = [
    ...[...clusterReaders(network), ...ownReaders(network)].map(({ what, recipients, path }) => ({
      name: `a recipient of ${what}`,
      recipients,
      path,
    })),
    ...network.organizations.flatMap(({ name, recoveryRecipients, path, ...organization }) => [
      {
        name: `a recovery recipient of organization ${name}`,
        recipients: recoveryRecipients,
        path: [...path, 'recoveryRecipients'],
      },
      ...allKeyHolders.map(({ recipient, field }) => ({
        name: `${recipient} of organization ${name}`,
        recipients: organization[field],
        path: [...path, field],
      })),
    ]),
  ]
  return holders
    .filter(({ recipients }) => recipients.some((recipient) => wellKnownRecipients.has(recipient)))
    .map(({ name, path }) => ({
      rule: 'well-known-key',
      severity: 'error',
      message: `${name} belongs to a public key pair: it is part of Chancery's tests`,
      hint: 'make your own age key with `age-keygen`',
      path,
    }))
}

/** The first step in a new repository: without recipients, no keys can be made. */
export function setupProblem(network: Network): Problem | undefined {
  if ([...clusterReaders(network), ...ownReaders(network)].some(({ recipients }) => recipients.length > 0))
    return undefined
  const names = network.clusters.map((cluster) => cluster.name).join(', ')
  return {
    rule: 'setup',
    severity: 'error',
    message: `this network is new: its clusters (${names}) have no recipients yet`,
    hint:
      'for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed "age1…" as `recipients: [age1…]` of that cluster, ' +
      'store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`',
    path: ['clusters'],
  }
}
