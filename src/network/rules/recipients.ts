import type { Path, Problem } from '../finding.ts'
import type { Cluster, Network } from '../network.ts'
import { ownRecipients } from '../readers.ts'
import { wellKnownRecipients } from '../well-known-recipients.ts'

/** Who can decrypt sealed material. */
export const recipientProblems = (network: Network): Problem[] => [
  ...clustersWithout(network),
  ...shared(network),
  ...wellKnown(network),
]

/** Those in which somebody has to rely on the cluster's own: organizations may all have theirs. */
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
      message: `cluster ${name} has no recipients: nobody could decrypt its keys`,
      hint: 'make an age key with `age-keygen`, give the secret half to the cluster (Secret sops-age in flux-system), and write the public half here',
      path,
    }))
}

/** Who can read what is sealed for a cluster, or for an organization in one. */
interface Reader {
  /** `cluster eu`, `organization carrier in cluster eu` */
  readonly what: string
  /** Who has the key: several may be of one organization. */
  readonly owner: string
  readonly recipients: readonly string[]
  readonly path: Path
}

const clusterReaders = ({ clusters }: Network): Reader[] =>
  clusters.map(({ name, recipients, path }) => ({
    what: `cluster ${name}`,
    owner: `cluster ${name}`,
    recipients,
    path: [...path, 'recipients'],
  }))

const ownReaders = ({ organizations }: Network): Reader[] =>
  organizations.flatMap(({ name, recipients: all, path }) =>
    Object.entries(all).map(([cluster, recipients]) => ({
      what: `organization ${name} in cluster ${cluster}`,
      owner: `organization ${name}`,
      recipients,
      path: [...path, 'recipients', cluster],
    })),
  )

const shared = (network: Network): Problem[] => [
  ...sharedAmong(clusterReaders(network), [], (one, other) => ({
    message: `${other.replace('cluster', 'clusters')} and ${one.replace('cluster ', '')} share a recipient: whoever runs one of them can read the keys of the other`,
    hint: 'make an age key for each cluster',
  })),
  ...sharedAmong(ownReaders(network), clusterReaders(network), (one, other) => ({
    message: `${one} and ${other} share a recipient: others can read what is sealed for the organization alone`,
    hint: 'make an age key that nobody else has with `age-keygen`',
  })),
]

/** Those that have a recipient of another owner's, which came before them or is among `others`. */
function sharedAmong(
  readers: readonly Reader[],
  others: readonly Reader[],
  text: (one: string, other: string) => Pick<Problem, 'message'> & { readonly hint: string },
): Problem[] {
  const known = new Map(others.flatMap((reader) => reader.recipients.map((recipient) => [recipient, reader] as const)))
  return readers.flatMap((reader) =>
    [...new Set(reader.recipients)].flatMap((recipient): Problem[] => {
      const other = known.get(recipient)
      known.set(recipient, reader)
      if (other === undefined || other.owner === reader.owner) return []
      return [{ rule: 'shared-recipient', severity: 'warning', ...text(reader.what, other.what), path: reader.path }]
    }),
  )
}

function wellKnown(network: Network): Problem[] {
  const holders = [
    ...[...clusterReaders(network), ...ownReaders(network)].map(({ what, recipients, path }) => ({
      name: `a recipient of ${what}`,
      recipients,
      path,
    })),
    ...network.organizations.flatMap(({ name, recoveryRecipients, issuerRecipients, path }) => [
      {
        name: `a recovery recipient of organization ${name}`,
        recipients: recoveryRecipients,
        path: [...path, 'recoveryRecipients'],
      },
      {
        name: `an issuer recipient of organization ${name}`,
        recipients: issuerRecipients,
        path: [...path, 'issuerRecipients'],
      },
    ]),
  ]
  return holders
    .filter(({ recipients }) => recipients.some((recipient) => wellKnownRecipients.has(recipient)))
    .map(({ name, path }) => ({
      rule: 'well-known-key',
      severity: 'error',
      message: `${name} belongs to a key that everybody has: it is part of Chancery's tests`,
      hint: 'make an age key of your own with `age-keygen`',
      path,
    }))
}

/** The one thing to do in a fresh repository: nobody can be given a key yet. */
export function setupProblem(network: Network): Problem | undefined {
  if ([...clusterReaders(network), ...ownReaders(network)].some(({ recipients }) => recipients.length > 0))
    return undefined
  const names = network.clusters.map((cluster) => cluster.name).join(', ')
  return {
    rule: 'setup',
    severity: 'error',
    message: `this network is new: no cluster (${names}) has recipients for its keys yet`,
    hint:
      'for each cluster run `age-keygen -o CLUSTER.agekey`, add the printed "age1…" as `recipients: [age1…]` of that cluster, ' +
      'store the file as Secret sops-age in its namespace flux-system, and keep a copy out of Git; then run `chancery keys`',
    path: ['clusters'],
  }
}
