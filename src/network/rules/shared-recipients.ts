import { providers } from '../../providers/index.ts'
import { itemPath, writtenAt } from '../as-written.ts'
import type { Path, Problem } from '../finding.ts'
import { allKeyHolders, issuers, type KeyHolders } from '../key-holders.ts'
import type { Network } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'

/** Readers of sealed material: of a cluster, of an organization in a cluster, or of an organization in all clusters. */
export interface Reader {
  /** `cluster eu`, `organization carrier in cluster eu` */
  readonly what: string
  /** The owner of the key: several readers may belong to one organization. */
  readonly owner: string
  /** They decrypt in one cluster only, which has the secret halves of the keys. */
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

const readersEverywhere = ({ organizations }: Network, field: 'recoveryRecipients' | KeyHolders['field']): Reader[] =>
  organizations.map((organization) => ({
    what: `organization ${organization.name}`,
    owner: `organization ${organization.name}`,
    isInCluster: false,
    recipients: organization[field],
    path: [...organization.path, field],
  }))

/** Recipients that are shared by readers who must not read each other's keys. `definition` is unsorted, as written. */
export function sharedRecipients(network: Network, platform: PlatformDefinition, definition: unknown): Problem[] {
  const inClusters = [...clusterReaders(network), ...ownReaders(network)]
  const recovery = readersEverywhere(network, 'recoveryRecipients')
  const { keyHolders = issuers } = platform
  const holders = platform.keyHolders === undefined ? [] : readersEverywhere(network, keyHolders.field)
  // On local machines of one person, a single key may serve all clusters.
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
        `${other.replace('cluster', 'clusters')} and ${one.replace('cluster ', '')} share a recipient: the operator of one can read the keys of the other`,
        'make an age key for each cluster',
      ],
      'each other',
    ),
    ...shared(
      ownReaders(network),
      clusterReaders(network),
      'warning',
      (one, other) => [
        `${one} and ${other} share a recipient: others can read keys that are sealed for the organization alone`,
        'make a separate age key with `age-keygen`',
      ],
      'each other',
    ),
    ...shared(holders, inClusters, risky, (one, other) => [
      `${keyHolders.recipient} of ${one} is a recipient of ${other}: its operator can ${keyHolders.can} the organization`,
      `make an age key for the ${keyHolders.people} with \`age-keygen\`, and keep it out of all clusters`,
    ]).filter(once),
    ...shared(holders, recovery, 'notice', (one, other) => [
      `${keyHolders.recipient} of ${one} is a recovery recipient of ${other}: one of them can ${keyHolders.can} the other`,
      `accept this if both want it; otherwise make an age key for the ${keyHolders.people} of each organization`,
    ]),
    ...shared(
      holders,
      [],
      'notice',
      (one, other) => [
        `${other.replace('organization', 'organizations')} and ${one.replace('organization ', '')} have the same ${keyHolders.one} recipient: its owner can ${keyHolders.can} both`,
        `accept this if both want it; otherwise make an age key for the ${keyHolders.people} of each`,
      ],
      'each other',
    ),
    ...shared(recovery, inClusters, 'notice', (one, other) => [
      `a recovery recipient of ${one} is a recipient of ${other}: it is lost with that cluster, and can read all other keys of the organization`,
      'make an age key for recovery with `age-keygen`, and keep it out of all clusters',
    ]).filter(once),
    ...shared(
      recovery,
      [],
      'notice',
      (one, other) => [
        `${other.replace('organization', 'organizations')} and ${one.replace('organization ', '')} have the same recovery recipient: its owner reads the keys of both`,
        'accept this if both want it; otherwise make an age key for each',
      ],
      'each other',
    ),
    ...[...inClusters, ...recovery, ...holders].flatMap((reader) => twice(reader, definition)),
  ]
}

/** The first of several findings at one place. */
const once = ({ path }: Problem, at: number, all: readonly Problem[]): boolean =>
  all.findIndex((other) => other.path.join('/') === path.join('/')) === at

interface Shared {
  readonly reader: Reader
  readonly other: Reader
  readonly recipient: string
}

/** Readers with a recipient of another owner in `others` or, with `eachOther`, of an earlier reader. */
function sharedAmong(readers: readonly Reader[], others: readonly Reader[], eachOther: boolean): Shared[] {
  const known = new Map(others.flatMap((reader) => reader.recipients.map((recipient) => [recipient, reader] as const)))
  return readers.flatMap((reader) =>
    [...new Set(reader.recipients)].flatMap((recipient): Shared[] => {
      const other = known.get(recipient)
      if (eachOther) known.set(recipient, reader)
      // An organization's own recipients in a cluster are still in that cluster.
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
            message: `${String(path.at(-2) === 'recipients' ? 'recipients' : path.at(-1))} of ${what} have a duplicate recipient`,
            hint: 'remove one of the two, or replace it by the intended recipient',
            path: [...path, at],
          },
        ],
  )
}

/** Recipients for people whom the ledger does not have. */
export const holdersWithoutUse = ({ organizations }: Network, { keyHolders, title }: PlatformDefinition): Problem[] =>
  allKeyHolders
    .filter(({ field }) => field !== keyHolders?.field)
    .flatMap(({ field, absent }) =>
      organizations
        .filter((organization) => organization[field].length > 0)
        .map(({ name, path }) => ({
          rule: 'no-effect',
          severity: 'warning',
          message: `${field} of organization ${name} have no effect: ${title} has no ${absent}`,
          hint:
            keyHolders === undefined
              ? 'remove them; recoveryRecipients can decrypt the keys of nodes'
              : `remove them, or write them as ${keyHolders.field}, for people ${keyHolders.comment}`,
          path: [...path, field],
        })),
    )
