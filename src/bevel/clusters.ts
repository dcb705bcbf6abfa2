import { groupBy } from '../group-by.ts'
import { labelOf, textOf } from '../platforms/bevel-fields.ts'
import { type ProviderId, providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import { free, type InputOrganization } from './organization.ts'

/** A cluster of the definition, and the organizations of the input that have it as their home. */
export interface InputCluster {
  readonly name: string
  readonly provider: ProviderId
  readonly domain: string
  /** Where its domain comes from. */
  readonly domainFrom: 'suffix' | 'shared suffix' | 'nothing'
  /** IPv4 address of its Ambassador, which replaces the domain. */
  readonly address?: string
  readonly context: string | undefined
  readonly organizations: readonly InputOrganization[]
}

/** Kinds of clusters of Bevel. Other clouds have clusters like any other. */
const kinds: ReadonlyMap<string, ProviderId> = new Map([
  ['aws', 'eks'],
  ['azure', 'aks'],
  ['gcp', 'gke'],
  ['minikube', 'minikube'],
])

export const providerOf = ({ value }: InputOrganization): ProviderId =>
  kinds.get(textOf(value.cloud_provider)?.toLowerCase() ?? '') ?? 'kubernetes'

export const providerFacts = (id: ProviderId): Provider => providers[id]

/** Clusters of organizations: `environment` is the name of the network, for a cluster without a better one. */
export function clustersOf(organizations: readonly InputOrganization[], environment: string): readonly InputCluster[] {
  const groups: InputOrganization[][] = []
  for (const organization of organizations) {
    const group = groups.find((members) => members.some((member) => isTogether(member, organization)))
    if (group === undefined) groups.push([organization])
    else group.push(organization)
  }
  const suffixes = groups.map(usualSuffix)
  const taken = new Set<string>()
  return groups.map((members, at): InputCluster => {
    const name = free(nameOf(members, groups.length, environment), taken)
    taken.add(name)
    const suffix = suffixes[at]
    const isShared = suffix !== undefined && suffixes.filter((other) => other === suffix).length > 1
    const provider = mostOf(members.map(providerOf)) ?? 'kubernetes'
    return {
      name,
      provider,
      domain: suffix === undefined ? unknownDomain(name, provider) : isShared ? `${name}.${suffix}` : suffix,
      domainFrom: suffix === undefined ? 'nothing' : isShared ? 'shared suffix' : 'suffix',
      context: members.find(({ context }) => context !== undefined)?.context,
      organizations: members,
    }
  })
}

/** By the ID of the cluster where both have one, then by context, then by suffix. */
function isTogether(one: InputOrganization, other: InputOrganization): boolean {
  if (one.clusterId !== undefined && other.clusterId !== undefined) return one.clusterId === other.clusterId
  const hasSuffix = one.suffix !== undefined && one.suffix === other.suffix
  if (one.writtenContext !== undefined && other.writtenContext !== undefined) {
    if (one.writtenContext !== other.writtenContext) return false
    // Names of contexts are those of a person's file: two files may have one name for different clusters.
    const isSameFile =
      one.kubeconfig === other.kubeconfig || one.kubeconfig === undefined || other.kubeconfig === undefined
    if (one.context !== undefined) return isSameFile || hasSuffix
  }
  return one.suffix === other.suffix
}

const usualSuffix = (members: readonly InputOrganization[]): string | undefined =>
  mostOf(members.flatMap(({ suffix }) => suffix ?? []))

/** The most frequent of some texts, the first of those that are equally frequent. */
function mostOf<Text extends string>(texts: readonly Text[]): Text | undefined {
  const groups = [...groupBy(texts, (text) => text).entries()]
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** https://www.rfc-editor.org/rfc/rfc2606: a domain that nobody can own. */
const unknownDomain = (name: string, provider: ProviderId): string =>
  providerFacts(provider).local ? `${name}.test` : `${name}.example.com`

function nameOf(members: readonly InputOrganization[], count: number, environment: string): string {
  const [only, ...others] = members
  const id = members.find(({ clusterId }) => clusterId !== undefined)?.clusterId
  const context = members.find((member) => member.context !== undefined)?.context
  if (id !== undefined) return usable(labelOf(id, 'cluster'))
  if (context !== undefined) return usable(labelOf(shortContext(context), 'cluster'))
  if (count === 1) return usable(environment)
  return usable(
    others.length === 0 && only !== undefined ? only.name : (usualSuffix(members)?.split('.')[0] ?? environment),
  )
}

/** Contexts of clouds and kubeadm begin with an account, a zone or a user. */
const shortContext = (context: string): string =>
  context
    .replace(/^arn:.*\//, '')
    .replace(/^gke_[^_]+_[^_]+_/, '')
    .replace(/^.*@(?=.)/, '')

const usable = (name: string): string => {
  const label = labelOf(name, 'cluster').slice(0, 40).replace(/-+$/, '')
  return /^(?:issuers|stewards)(?:-|$)|-drift$/.test(label) ? `cluster-${label}`.replace(/-drift$/, '') : label
}
