import { providers } from '../../providers/index.ts'
import { itemPath, writtenAt } from '../as-written.ts'
import type { Path, Problem } from '../finding.ts'
import type { Network } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'

/** Who can read what is sealed: for a cluster, for an organization in one, or for an organization wherever it is. */
export interface Reader {
  /** `cluster eu`, `organization carrier in cluster eu` */
  readonly what: string
  /** Who has the key: several may be of one organization. */
  readonly owner: string
  /** They decrypt in one cluster only, which has the other half of their keys. */
  readonly isInCluster: boolean
  readonly recipients: readonly string[]
  readonly path: Path
}

export const clusterReaders = ({ clusters }: Network): Reader[] =>
  clusters.map(({ name, recipients, path }) => ({
    what: `cluster ${name}`,
    owner: `cluster ${name}`,
    isInCluster: true,
    recipients,
    path: [...path, 'recipients'],
  }))

export const ownReaders = ({ organizations }: Network): Reader[] =>
  organizations.flatMap(({ name, recipients: all, path }) =>
    Object.entries(all).map(([cluster, recipients]) => ({
      what: `organization ${name} in cluster ${cluster}`,
      owner: `organization ${name}`,
      isInCluster: true,
      recipients,
      path: [...path, 'recipients', cluster],
    })),
  )

const readersEverywhere = ({ organizations }: Network, field: 'recoveryRecipients' | 'issuerRecipients'): Reader[] =>
  organizations.map((organization) => ({
    what: `organization ${organization.name}`,
    owner: `organization ${organization.name}`,
    isInCluster: false,
    recipients: organization[field],
    path: [...organization.path, field],
  }))

/** Recipients that two have, who must not read each other's keys. `definition` is as written: lists are sorted here. */
export function sharedRecipients(network: Network, platform: PlatformDefinition, definition: unknown): Problem[] {
  const inClusters = [...clusterReaders(network), ...ownReaders(network)]
  const recovery = readersEverywhere(network, 'recoveryRecipients')
  const issuers = platform.certificates === true ? readersEverywhere(network, 'issuerRecipients') : []
  // On one person's machines, one key may be for all.
  const isLocal = network.clusters.every(({ provider }) => providers[provider].local)
  const shared = (
    readers: readonly Reader[],
    others: readonly Reader[],
    severity: Problem['severity'],
    text: (one: string, other: string) => readonly [message: string, hint: string],
    among?: 'each other',
  ): Problem[] =>
    sharedAmong(readers, others, among !== undefined).map(({ reader, other, recipient }) => {
      const [message, hint] = text(reader.what, other.what)
      const path = itemPath(definition, reader.path, recipient)
      return { rule: 'shared-recipient', severity, message, hint, path }
    })
  const risky = isLocal ? 'notice' : 'warning'
  return [
    ...shared(
      clusterReaders(network),
      [],
      'warning',
      (one, other) => [
        `${other.replace('cluster', 'clusters')} and ${one.replace('cluster ', '')} share a recipient: anyone who runs one of them can read the keys of the other`,
        'make an age key for each cluster',
      ],
      'each other',
    ),
    ...shared(
      ownReaders(network),
      clusterReaders(network),
      'warning',
      (one, other) => [
        `${one} and ${other} share a recipient: others can read what is sealed for the organization alone`,
        'make an age key that nobody else has with `age-keygen`',
      ],
      'each other',
    ),
    ...shared(issuers, inClusters, risky, (one, other) => [
      `an issuer recipient of ${one} is a recipient of ${other}: anyone who runs it can issue certificates of the organization`,
      'make an age key for the issuers with `age-keygen`, and keep it out of all clusters',
    ]).filter(once),
    ...shared(issuers, recovery, 'notice', (one, other) => [
      `an issuer recipient of ${one} is a recovery recipient of ${other}: one of them can issue certificates of the other`,
      'nothing, if both want that: else make an age key for the issuers of each organization',
    ]),
    ...shared(
      issuers,
      [],
      'notice',
      (one, other) => [
        `${other.replace('organization', 'organizations')} and ${one.replace('organization ', '')} have the same issuer recipient: its owner can issue certificates of both`,
        'nothing, if both want that: else make an age key for the issuers of each',
      ],
      'each other',
    ),
    ...shared(recovery, inClusters, 'notice', (one, other) => [
      `a recovery recipient of ${one} is a recipient of ${other}: it is lost with that cluster, and reads all other keys of the organization too`,
      'make an age key for recovery with `age-keygen`, and keep it out of all clusters',
    ]).filter(once),
    ...shared(
      recovery,
      [],
      'notice',
      (one, other) => [
        `${other.replace('organization', 'organizations')} and ${one.replace('organization ', '')} have the same recovery recipient: its owner reads the keys of both`,
        'nothing, if both want that: else make an age key for each',
      ],
      'each other',
    ),
    ...[...inClusters, ...recovery, ...issuers].flatMap((reader) => twice(reader, definition)),
  ]
}

/** Of several findings at one place, the first. */
const once = ({ path }: Problem, at: number, all: readonly Problem[]): boolean =>
  all.findIndex((other) => other.path.join('/') === path.join('/')) === at

interface Shared {
  readonly reader: Reader
  readonly other: Reader
  readonly recipient: string
}

/** Those that have a recipient of another owner's, who is among `others` or, with `eachOther`, came before them. */
function sharedAmong(readers: readonly Reader[], others: readonly Reader[], eachOther: boolean): Shared[] {
  const known = new Map(others.flatMap((reader) => reader.recipients.map((recipient) => [recipient, reader] as const)))
  return readers.flatMap((reader) =>
    [...new Set(reader.recipients)].flatMap((recipient): Shared[] => {
      const other = known.get(recipient)
      if (eachOther) known.set(recipient, reader)
      // What an organization has to itself in a cluster is in that cluster all the same.
      const isOwn = other?.owner === reader.owner && other.isInCluster === reader.isInCluster
      return other === undefined || isOwn ? [] : [{ reader, other, recipient }]
    }),
  )
}

/** One recipient more than once in one list. */
function twice({ what, path }: Reader, definition: unknown): Problem[] {
  const list = writtenAt(definition, path)
  if (!Array.isArray(list)) return []
  return list.flatMap((recipient: unknown, at): Problem[] =>
    list.indexOf(recipient) === at
      ? []
      : [
          {
            rule: 'no-effect',
            severity: 'warning',
            message: `${String(path.at(-2) === 'recipients' ? 'recipients' : path.at(-1))} of ${what} have one recipient twice`,
            hint: 'remove one of the two, or write the other recipient that was meant',
            path: [...path, at],
          },
        ],
  )
}

/** Recipients for certificate authorities, where the ledger has no certificates. */
export const issuersWithoutUse = ({ organizations }: Network, platform: PlatformDefinition): Problem[] =>
  platform.certificates === true
    ? []
    : organizations
        .filter(({ issuerRecipients }) => issuerRecipients.length > 0)
        .map(({ name, path }) => ({
          rule: 'no-effect',
          severity: 'warning',
          message: `issuerRecipients of organization ${name} have no effect: ${platform.title} has no certificates`,
          hint: 'remove them; recoveryRecipients can decrypt the keys of nodes',
          path: [...path, 'issuerRecipients'],
        }))
