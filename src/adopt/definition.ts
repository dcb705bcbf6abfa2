import type { Path } from '../network/finding.ts'
import {
  domainComment,
  holderRecipientsComment,
  namespacesComment,
  recipientsComment,
} from '../network/setup-comments.ts'
import type { DefinitionComments } from '../network/written-definition.ts'
import type { Adoption, AdoptionOrganization } from '../platforms/adoption.ts'
import type { Platform } from '../platforms/platform.ts'
import { type ProviderId, providers } from '../providers/index.ts'
import { isAddress, type Provider } from '../providers/provider.ts'

/** A cluster that a definition is to have. */
export interface NewCluster {
  readonly name: string
  readonly provider: ProviderId
  /** A domain or an IP address; undefined when nobody named one. */
  readonly place: string | undefined
}

export interface DesiredDefinition {
  readonly definition: Readonly<Record<string, unknown>>
  readonly comments: DefinitionComments
}

export interface DefinitionRequest {
  readonly name: string
  readonly platform: Platform
  /** Those that the definition does not have yet. */
  readonly clusters: readonly NewCluster[]
  readonly organizations: readonly AdoptionOrganization[]
  readonly adoption: Adoption
}

/**
 * The definition of a ledger that runs, as if there were none yet: keys in the order in which people write them. Organizations come in the
 * order of the adoption, as its comments count them; those without nodes are left out.
 */
export function desiredDefinition({
  name,
  platform,
  clusters,
  organizations,
  adoption,
}: DefinitionRequest): DesiredDefinition {
  const adopted = adoption.organizations.map((organization) => ({
    name: organization.name,
    cluster: organizations.find((one) => one.name === organization.name)?.cluster,
    ...organization.fields,
    nodes: organization.nodes,
  }))
  const external = adoption.external ?? []
  const { keyHolders } = platform.definition
  const names = adopted.map((organization) => organization.name)
  return {
    definition: {
      version: 1,
      name,
      platform: platform.definition.id,
      platformVersion: adoption.platformVersion,
      ...adoption.before,
      ...(clusters.length === 0 ? {} : { clusters: clusters.map(clusterOf) }),
      organizations: adopted,
      ...(external.length === 0 ? {} : { external }),
      ...adoption.after,
    },
    comments: [
      { path: ['name'], text: namespacesComment(name, names) },
      ...clusters.flatMap(clusterComments),
      ...(keyHolders === undefined
        ? []
        : adopted.map((_, at) => ({
            path: ['organizations', at, keyHolders.field],
            text: holderRecipientsComment(keyHolders),
          }))),
      ...(adoption.comments ?? []),
    ],
  }
}

const providerOf = (id: ProviderId): Provider => providers[id]

function clusterOf(cluster: NewCluster): object {
  const { name, provider } = cluster
  const place = placeOf(cluster)
  return {
    name,
    provider,
    ...(isAddress(place) ? { address: place } : { domain: place }),
    ...(providerOf(provider).storage.defaultServes ? {} : { createStorageClass: true }),
  }
}

/** https://www.rfc-editor.org/rfc/rfc2606: a domain that nobody can own. */
const placeOf = ({ name, provider, place }: NewCluster): string =>
  place ?? (providerOf(provider).local ? `${name}.test` : `${name}.example.com`)

function clusterComments(cluster: NewCluster, at: number): DefinitionComments {
  const place = placeOf(cluster)
  const path = (key: string): Path => ['clusters', at, key]
  return [
    isAddress(place)
      ? { path: path('address'), text: "the IP address of this cluster's Ambassador" }
      : { path: path('domain'), text: domainComment(place, cluster.place !== undefined) },
    { path: path('recipients'), text: recipientsComment },
  ]
}
