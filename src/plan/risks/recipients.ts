import { ageKeySecret } from '../../network/account.ts'
import type { Path } from '../../network/finding.ts'
import { issuers, type KeyHolders } from '../../network/key-holders.ts'
import type { Organization } from '../../network/network.ts'
import { ownRecipients, recipientsIn } from '../../network/readers.ts'
import type { Risk } from '../../network/risk.ts'
import { listed, several } from '../../words.ts'
import { keptClusters, missingFrom, pairs, type Revision } from './revision.ts'
import { sealedKeys, trustedBy } from './trust.ts'

/** Who can decrypt the keys of nodes, and who can issue certificates. */
export function recipientRisks(before: Revision, after: Revision): Risk[] {
  const all = [...clusterHolders(before, after), ...ownHolders(before, after), ...organizationHolders(before, after)]
  return all.flatMap((holders) => [
    ...missingFrom(holders.is, holders.was, itself).map((recipient) => added(holders, recipient, after)),
    ...missingFrom(holders.was, holders.is, itself).map((recipient) => removed(holders, recipient, after)),
  ])
}

const itself = (text: string): string => text

/** People who can decrypt something, before and after. */
interface Holders {
  readonly kind: 'cluster' | 'own' | 'recovery' | KeyHolders['one']
  /** The cluster, the organization, or the organization in a cluster: `carrier/eu`. */
  readonly name: string
  /** What has their key in the cluster: a Secret in flux-system. */
  readonly secret?: string
  readonly was: readonly string[]
  readonly is: readonly string[]
  /** Organizations to which a recipient is new, if it was none of theirs before. */
  readonly isStranger: (recipient: string) => readonly string[]
  readonly path: Path
}

const clusterHolders = (before: Revision, after: Revision): Holders[] =>
  keptClusters(before, after).map(({ was, is }) => {
    const inside = new Set(
      sealedKeys(before)
        .filter(({ holder }) => holder === was.name)
        .map(({ organization }) => organization),
    )
    return {
      kind: 'cluster',
      name: is.name,
      was: was.recipients,
      is: is.recipients,
      isStranger: (recipient) => [...inside].filter((organization) => !trustedBy(before, organization).has(recipient)),
      path: [...is.path, 'recipients'],
    }
  })

/** Where an organization has recipients to itself in a cluster, before or after. */
const ownHolders = (before: Revision, after: Revision): Holders[] =>
  pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(({ was, is }) =>
    keptClusters(before, after)
      .filter(({ was: { name } }) => [was, is].some((organization) => ownRecipients(organization, name).length > 0))
      .map((cluster) => ({
        kind: 'own' as const,
        name: `${is.name}/${cluster.is.name}`,
        secret: ageKeySecret(after.network, is, cluster.is),
        was: recipientsIn(was, cluster.was),
        is: recipientsIn(is, cluster.is),
        isStranger: (recipient: string) => (trustedBy(before, was.name).has(recipient) ? [] : [was.name]),
        path: [...is.path, 'recipients'],
      })),
  )

const organizationHolders = (before: Revision, after: Revision): Holders[] =>
  pairs(before.network.organizations, after.network.organizations, ({ name }) => name).flatMap(({ was, is }) => {
    const keyHolders = keyHoldersOf(after)
    const isStranger = (recipient: string): readonly string[] =>
      readersOf(was, before).includes(recipient) ? [] : [was.name]
    const holders = { name: is.name, isStranger }
    return [
      {
        ...holders,
        kind: 'recovery' as const,
        was: was.recoveryRecipients,
        is: is.recoveryRecipients,
        path: [...is.path, 'recoveryRecipients'],
      },
      {
        ...holders,
        kind: keyHolders.one,
        was: was[keyHolders.field],
        is: is[keyHolders.field],
        path: [...is.path, keyHolders.field],
      },
    ]
  })

const keyHoldersOf = ({ platform }: Revision): KeyHolders => platform.definition.keyHolders ?? issuers

/** Both can decrypt the keys that no cluster may have. */
const readersOf = (organization: Organization, revision: Revision): readonly string[] => [
  ...organization[keyHoldersOf(revision).field],
  ...organization.recoveryRecipients,
]

const levelOf = (kind: Holders['kind']): 'cluster' | 'own' | 'recovery' | 'holder' =>
  kind === 'cluster' || kind === 'own' || kind === 'recovery' ? kind : 'holder'

const subjectOf = ({ kind, name }: Holders, recipient: string): string =>
  kind === 'cluster' || kind === 'own' ? `${name}/${recipient}` : `${name}/${kind}/${recipient}`

function added(holders: Holders, recipient: string, after: Revision): Risk {
  const { network } = after
  const { held, canAs } = keyHoldersOf(after)
  const { kind, name, secret, isStranger, path } = holders
  const [organization = '', place] = name.split('/')
  const strangers = isStranger(recipient)
  const others = network.clusters.filter((cluster) => cluster.name !== name && cluster.recipients.includes(recipient))
  const too =
    others.length === 0
      ? ''
      : `; it is a recipient of ${listed(others.map((cluster) => `cluster ${cluster.name}`))} too`
  const can = {
    cluster: `can decrypt the keys of cluster ${name} that are made from now on${strangers.length === 0 ? '' : `, and none of the keys of ${several(strangers)} before`}`,
    own: `can decrypt the keys of organization ${organization} in cluster ${place} that are made from now on${strangers.length === 0 ? '' : ', and none before'}`,
    recovery: `can decrypt all keys of organization ${name} that are made from now on, those of its ${held} included, and so ${canAs} ${name}`,
    holder: `can decrypt the keys of the ${held} of ${name} that are made from now on, and so ${canAs} ${name}`,
  }[levelOf(kind)]
  const confirm = `ask ${kind === 'cluster' ? `those who run ${name}, and its organizations,` : organization} outside of this pull request whose key this is`
  const upToIt = `; whether keys that exist are encrypted for it is up to ${name} alone, who has them`
  const then = {
    cluster: `: anyone who has a node's key can act as that node; only then run \`chancery keys --recipients\``,
    own: `; before the merge, the Secret ${secret} in flux-system of ${place} has to hold it, and the files in material/sealed/${place}/${organization}/ need \`chancery keys --recipients\``,
    recovery: upToIt,
    holder: upToIt,
  }[levelOf(kind)]
  return {
    id: 'recipient-added',
    severity: strangers.length > 0 ? 'danger' : 'caution',
    subject: subjectOf(holders, recipient),
    message: `${recipient} ${can}${too}; those that exist are not encrypted again`,
    content: strangers.join(' '),
    hint: `${confirm}${then}`,
    path,
  }
}

function removed(holders: Holders, recipient: string, after: Revision): Risk {
  const { held, replacement } = keyHoldersOf(after)
  const { kind, name, path } = holders
  const [organization, place] = name.split('/')
  const of = {
    cluster: `cluster ${name}`,
    own: `organization ${organization} in cluster ${place}`,
    recovery: `organization ${name}`,
    holder: `the ${held} of ${name}`,
  }[levelOf(kind)]
  return {
    id: 'recipient-removed',
    severity: 'caution',
    subject: subjectOf(holders, recipient),
    message: `${recipient} is no recipient of ${of} any more, and can decrypt every key that the history of Git has for it`,
    hint:
      levelOf(kind) === 'holder'
        ? `if its holder is no longer trusted, ${name} needs ${replacement}`
        : 'run `chancery keys --recipients`; if its holder is no longer trusted, replace the nodes, whose keys are known',
    path,
  }
}
