import type { Path } from '../../network/finding.ts'
import type { Network } from '../../network/network.ts'
import { recipientsIn } from '../../network/readers.ts'
import type { Risk } from '../../network/risk.ts'
import { counted, listed, several } from '../../words.ts'
import type { Revision } from './revision.ts'
import { type SealedKey, sealedKeys, shortLabel, trustedBy } from './trust.ts'

/** An organization enters a cluster: its keys are encrypted for the recipients of that cluster, and its pods run there. */
export function enteringRisks(before: Revision, after: Revision): Risk[] {
  const known = new Set(before.network.organizations.map(({ name }) => name))
  return after.network.organizations.flatMap(({ name }) => {
    const [was, is] = [placesOf(before, name), placesOf(after, name)]
    const entered = after.network.clusters
      .map((cluster) => cluster.name)
      .filter((cluster) => is.has(cluster) && !was.has(cluster))
    return entered.flatMap((cluster) =>
      known.has(name) ? [entering(before, after, name, cluster)] : neighbour(before, after, name, cluster),
    )
  })
}

/** Clusters in which an organization has nodes, or that its keys are sealed for. */
const placesOf = (revision: Revision, organization: string): ReadonlySet<string> =>
  new Set([
    ...revision.network.nodes
      .filter((node) => node.organization.name === organization)
      .map(({ cluster }) => cluster.name),
    ...keysIn(revision, organization).map(({ holder }) => holder),
  ])

const keysIn = (revision: Revision, organization: string): readonly SealedKey[] =>
  sealedKeys(revision).filter((key) => key.organization === organization)

function entering(before: Revision, after: Revision, organization: string, cluster: string): Risk {
  const isNew = !before.network.clusters.some(({ name }) => name === cluster)
  const place = after.network.clusters.find(({ name }) => name === cluster)
  const owner = after.network.organizations.find(({ name }) => name === organization)
  const recipients = place === undefined || owner === undefined ? [] : recipientsIn(owner, place)
  const trusted = trustedBy(before, organization)
  const strangers = recipients.filter((recipient) => !trusted.has(recipient))
  const keys = keysIn(after, organization)
    .filter(({ holder }) => holder === cluster)
    .map(shortLabel)
  const who =
    strangers.length === 0
      ? `its recipients (${listed(recipients)}), who can decrypt others of its keys already`
      : `${listed(strangers)}, who could decrypt none of its keys before`
  return {
    id: 'organization-in-cluster',
    severity: isNew || strangers.length > 0 ? 'danger' : 'caution',
    subject: `${organization}/${cluster}`,
    message: `${organization} enters ${isNew ? 'the new cluster' : 'cluster'} ${cluster}: ${keys.length === 0 ? 'its pods run there' : `${counted(keys.length, 'key')} of it (${several(keys)}) ${keys.length === 1 ? 'is' : 'are'} encrypted for ${who}`}`,
    content: JSON.stringify([recipients, keys]),
    hint: `ask ${organization} itself, outside of this pull request, whether it goes there and whose recipients these are: anyone who has such a key can act as ${organization}`,
    path: pathIn(after.network, organization, cluster),
  }
}

/** A new organization beside others. */
function neighbour(before: Revision, after: Revision, organization: string, cluster: string): Risk[] {
  const there = new Set(
    before.network.nodes.filter((node) => node.cluster.name === cluster).map((node) => node.organization.name),
  )
  if (there.size === 0) return []
  return [
    {
      id: 'organization-in-cluster',
      severity: 'caution',
      subject: `${organization}/${cluster}`,
      message: `the new organization ${organization} enters cluster ${cluster}, in which ${several([...there])} ${there.size === 1 ? 'runs' : 'run'}: its pods run beside theirs`,
      content: [...there].join(' '),
      hint: `ask the operators of ${cluster} first`,
      path: pathIn(after.network, organization, cluster),
    },
  ]
}

/** The first node there; the home cluster where there is none. */
function pathIn({ nodes, organizations }: Network, organization: string, cluster: string): Path {
  const node = nodes.find((one) => one.organization.name === organization && one.cluster.name === cluster)
  if (node !== undefined) return [...node.path, 'cluster']
  return [...(organizations.find(({ name }) => name === organization)?.path ?? []), 'cluster']
}
