import type { NewCluster } from '../../adopt/definition.ts'
import { OperatorError } from '../../errors.ts'
import type { AdoptionOrganization } from '../../platforms/adoption.ts'
import { mustKnow, unique } from '../init/answers.ts'
import type { OrganizationFlag } from '../init/flags.ts'
import { type ExistingDefinition, namedItems } from './existing.ts'

export interface PlaceFlags {
  readonly cluster: readonly NewCluster[]
  readonly organization: readonly OrganizationFlag[]
}

/** Where nodes are to run. */
export interface AdoptionPlaces {
  /** Clusters that the definition does not have yet. */
  readonly newClusters: readonly NewCluster[]
  /** Names of all clusters, those of the definition first. */
  readonly clusters: readonly string[]
  /** Domain or IP address of each cluster that has one, by name. */
  readonly places: ReadonlyMap<string, string>
  readonly organizations: readonly AdoptionOrganization[]
}

/** Clusters and organizations of options and of the definition. Throws OperatorError for what does not fit together. */
export function placesOf(
  { cluster, organization }: PlaceFlags,
  existing: ExistingDefinition | undefined,
): AdoptionPlaces {
  const knownClusters = namedItems(existing?.value, 'clusters')
  const knownOrganizations = namedItems(existing?.value, 'organizations')
  unique('cluster', cluster)
  unique('organization', organization)
  for (const { name, place, provider } of cluster) {
    const known = knownClusters.find((one) => one.name === name)
    if (known === undefined || place === undefined) continue
    if (known.provider !== provider || (known.domain ?? known.address) !== place)
      throw new OperatorError(
        `cluster ${name} has another provider or place in the definition than in --cluster`,
        `write --cluster ${name}, or change the definition first`,
      )
  }
  const newClusters = cluster.filter(({ name }) => !knownClusters.some((known) => known.name === name))
  const clusters = [...knownClusters, ...newClusters].map(({ name }) => name)
  if (clusters.length === 0)
    throw new OperatorError('there is no cluster', 'name the clusters for your nodes: --cluster eu=eks:eu.example.com')
  const given = organization.map((flag) => homeOf(flag, clusters, knownOrganizations))
  const organizations = [
    ...knownOrganizations
      .filter(({ name }) => !given.some((one) => one.name === name))
      .map((value) => ({ name: value.name, cluster: String(value.cluster ?? ''), value })),
    ...given,
  ]
  if (organizations.length === 0)
    throw new OperatorError(
      'there is no organization',
      `name those whose nodes are yours: --organization carrier=${clusters[0]}`,
    )
  const places = new Map(
    [
      ...knownClusters.map(({ name, domain, address }) => [name, domain ?? address]),
      ...newClusters.map(({ name, place }) => [name, place]),
    ].flatMap(([name, place]): [string, string][] =>
      typeof name === 'string' && typeof place === 'string' ? [[name, place]] : [],
    ),
  )
  return { newClusters, clusters, places, organizations }
}

function homeOf(
  { name, cluster: wanted }: OrganizationFlag,
  clusters: readonly string[],
  known: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[],
): AdoptionOrganization {
  const value = known.find((one) => one.name === name)
  const home = typeof value?.cluster === 'string' ? value.cluster : undefined
  const cluster = wanted ?? home ?? (clusters.length === 1 ? clusters[0] : undefined)
  if (cluster === undefined)
    throw new OperatorError(
      `organization ${name} has no cluster`,
      `name its home: --organization ${name}=${clusters[0]}`,
    )
  mustKnow('cluster', cluster, clusters)
  if (home !== undefined && home !== cluster)
    throw new OperatorError(
      `organization ${name} has its home in cluster ${home} in the definition, not in ${cluster}`,
      `write --organization ${name}=${home}, or change the definition first`,
    )
  return { name, cluster, value: value ?? {} }
}
