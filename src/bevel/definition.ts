import type { KeyHolders } from '../network/key-holders.ts'
import {
  addressComment,
  domainComment,
  holderRecipientsComment,
  namespacesComment,
  recipientsComment,
} from '../network/setup-comments.ts'
import type { BevelComment, BevelMapping } from '../platforms/bevel.ts'
import { isPlaceholder, mappingOf, textOf } from '../platforms/bevel-fields.ts'
import { type InputCluster, providerFacts } from './clusters.ts'
import type { InputEnvironment } from './environment.ts'
import { subjectOf } from './organization-lines.ts'
import type { PinnedNodes } from './pins.ts'

export interface DefinitionParts {
  readonly name: string
  readonly platform: string
  readonly keyHolders: KeyHolders | undefined
  /** An organization may have no node. */
  readonly withoutNodes: boolean
  readonly clusters: readonly InputCluster[]
  readonly environment: InputEnvironment
  readonly mapping: BevelMapping
  readonly pins: PinnedNodes
}

/** A definition as an object, and comments at its places. */
export interface ImportedDefinition {
  readonly definition: Readonly<Record<string, unknown>>
  readonly comments: readonly BevelComment[]
}

/** Keys in the order in which people write them. */
export function definitionOf(parts: DefinitionParts): ImportedDefinition {
  const { name, platform, clusters, environment, mapping } = parts
  const homes = clusters.flatMap((cluster) =>
    cluster.organizations.map((organization) => ({ organization, cluster: cluster.name })),
  )
  const organizations = organizationsIn(parts).map((mapped) => {
    const home = homes.find(({ organization }) => organization.name === mapped.name)
    const subject = mapped.fields?.subject ?? (home === undefined ? undefined : subjectOf(home.organization))
    return {
      name: mapped.name,
      ...(home === undefined ? {} : { cluster: home.cluster }),
      ...(subject === undefined ? {} : { subject }),
      ...mapped.fields,
      nodes: mapped.nodes.map(({ fields }) => {
        const port = parts.pins.ports.get(`${mapped.name}/${fields.name}`)
        return { ...fields, ...(port === undefined ? {} : { port }) }
      }),
    }
  })
  const external = mapping.external ?? []
  const definition = {
    version: 1,
    name,
    platform,
    platformVersion: mapping.platformVersion,
    ...mapping.before,
    clusters: clusters.map((cluster) => clusterOf(cluster, parts)),
    organizations,
    ...(external.length === 0 ? {} : { external }),
    ...mapping.after,
    ...(Object.keys(environment.images).length === 0 ? {} : { images: environment.images }),
    ...(Object.keys(environment.labels).length === 0 ? {} : { labels: environment.labels }),
  }
  return { definition, comments: [...commentsOf(parts), ...(mapping.comments ?? [])] }
}

function clusterOf(cluster: InputCluster, { environment, mapping, pins }: DefinitionParts): object {
  const { storage, sourceRanges } = providerFacts(cluster.provider)
  const pool = pins.pools.get(cluster.name)
  const issuer = issuerOf(cluster)
  const ambassador = {
    ...(pool === undefined ? {} : { ports: pool }),
    ...(environment.sourceRanges.length > 0 && sourceRanges ? { sourceRanges: environment.sourceRanges } : {}),
    ...(environment.externalDns && cluster.address === undefined ? { externalDns: true } : {}),
    ...(issuer === undefined ? {} : { issuer: { name: issuer } }),
    ...mapping.ambassador,
  }
  return {
    name: cluster.name,
    provider: cluster.provider,
    ...(cluster.address === undefined ? { domain: cluster.domain } : { address: cluster.address }),
    ...(Object.keys(ambassador).length === 0 ? {} : { ambassador }),
    ...(storage.defaultServes ? {} : { createStorageClass: true }),
    ...(cluster.context === undefined || cluster.context === cluster.name ? {} : { context: cluster.context }),
  }
}

/** The issuer of cert-manager that organizations of a cluster ask for. */
export const issuerOf = ({ organizations }: InputCluster): string | undefined =>
  organizations.map(({ value }) => textOf(value.issuer)).find((issuer) => issuer !== undefined && issuer !== 'default')

/** Those that the definition has. */
const organizationsIn = ({ mapping, withoutNodes }: DefinitionParts) =>
  mapping.organizations.filter(({ nodes }) => withoutNodes || nodes.length > 0)

function commentsOf(parts: DefinitionParts): readonly BevelComment[] {
  const { name, clusters, keyHolders } = parts
  const names = organizationsIn(parts).map((organization) => organization.name)
  return [
    { path: ['name'], text: namespacesComment(name, names) },
    ...clusters.flatMap(({ domain, domainFrom, address }, at): BevelComment[] => [
      address === undefined
        ? { path: ['clusters', at, 'domain'], text: domainComment(domain, domainFrom !== 'nothing') }
        : { path: ['clusters', at, 'address'], text: addressComment },
      { path: ['clusters', at, 'recipients'], text: recipientsComment },
    ]),
    ...(keyHolders === undefined
      ? []
      : names.map((_, at) => ({
          path: ['organizations', at, keyHolders.field],
          text: holderRecipientsComment(keyHolders),
        }))),
    ...clusters.flatMap((cluster, at): BevelComment[] =>
      issuerOf(cluster) === undefined
        ? []
        : [{ path: ['clusters', at, 'ambassador', 'issuer'], text: 'a ClusterIssuer of cert-manager' }],
    ),
  ]
}

/** The name of the network: the kind of environment, unless the input has a name. */
export const nameOf = (network: Readonly<Record<string, unknown>>): string | undefined =>
  real(network.name) ?? real(mappingOf(network.env).type)

const real = (value: unknown): string | undefined => (isPlaceholder(value) ? undefined : textOf(value))
