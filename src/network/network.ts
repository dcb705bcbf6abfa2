import { groupBy } from '../group-by.ts'
import type { IpFamily } from '../ip-address.ts'
import type { ProviderId } from '../providers/index.ts'
import type { LoadBalancer } from '../providers/load-balancer.ts'
import type { Authentication } from './authentication.ts'
import type { ExternalDns } from './external-dns.ts'
import type { Path } from './finding.ts'
import type { Placement } from './placement.ts'
import type { SharedEndpoint, SharedName } from './shared-endpoint.ts'
import type { ResourceSettings, Size } from './size.ts'

export type { ResourceSettings } from './size.ts'

/** The definition after defaults and references, used by everything after the loader. Lists are sorted by name. */
export interface Network<Top = unknown, Own = unknown> {
  readonly name: string
  readonly platform: string
  readonly platformVersion: string
  readonly clusters: readonly Cluster[]
  readonly organizations: readonly Organization[]
  readonly nodes: readonly LedgerNode<Own>[]
  readonly external: readonly ExternalNode[]
  readonly externalParties: readonly ExternalParty[]
  readonly images: Images
  readonly monitoring: Monitoring
  readonly labels: Readonly<Record<string, string>>
  /** What evictions of consensus nodes are held to. */
  readonly drains: 'organization' | 'network'
  /** Acknowledged risks of one change, and accepted warnings: lines of acknowledgement.ts. */
  readonly acknowledge: readonly string[]
  /** The platform's own top-level keys. */
  readonly top: Top
}

export interface Cluster {
  readonly name: string
  readonly provider: ProviderId
  /** Exactly one of the two is set. */
  readonly domain?: string
  readonly address?: string
  /** Of its Services; IPv4 first. */
  readonly ipFamilies: readonly IpFamily[]
  readonly ambassador: Ambassador
  readonly dns: ClusterDns
  readonly apiServer: ApiServer
  readonly placement?: Placement
  readonly storageClass?: string
  /** Chancery renders that storage class. */
  readonly createStorageClass: boolean
  readonly recipients: readonly string[]
  readonly context?: string
  readonly path: Path
}

/** Where the DNS of a cluster is, as network policies name it. */
export interface ClusterDns {
  readonly namespace: string
  /** Labels of its pods; undefined for those that Kubernetes gives them. */
  readonly labels?: Readonly<Record<string, string>>
  /** Of its pods. */
  readonly port: number
  /** Ranges of servers that are no such pods. */
  readonly addresses: readonly string[]
}

/** Where the API server of a cluster is. */
export interface ApiServer {
  /** Empty when it may be anywhere. */
  readonly ranges: readonly string[]
  readonly port: number
}

export interface Ambassador {
  /** The namespace that it runs in, with all its routes. */
  readonly namespace: string
  /** AMBASSADOR_ID: only the Emissary with the same one reads a route. */
  readonly id: string
  /** Release of Emissary; undefined for an existing Emissary. */
  readonly version: string | undefined
  /** Name of its Service. */
  readonly service: string
  /** An existing Emissary: only routes are rendered. */
  readonly existing: boolean
  readonly replicas: number
  readonly size: Size
  /** Own amounts, which take precedence over those of its size. */
  readonly resources?: ResourceSettings
  readonly placement?: Placement
  readonly publish: 'LoadBalancer' | 'NodePort' | 'hostPort'
  readonly loadBalancer: LoadBalancer
  /** Further annotations of its Service. */
  readonly annotations: Readonly<Record<string, string>>
  /** Its Service asks external-dns for the records of the domain. */
  readonly externalDns?: ExternalDns
  readonly ports: { readonly first: number; readonly last: number }
  readonly sourceRanges: readonly string[]
  readonly proxyProtocol: boolean
  readonly passthrough: 'port' | 'sni'
  /** As chosen in the definition; entrancesOf has the resulting entrances. */
  readonly passthroughPort?: 443 | 8443
  readonly tlsSecret: string
  /** The issuer of the certificate in that Secret; undefined when a person provides it. */
  readonly issuer?: Issuer
  readonly cleartext: boolean
  readonly authentication?: Authentication
  /** `service.namespace:port` of a rate limit service. */
  readonly rateLimit?: string
  /** Bytes. */
  readonly bodyLimit?: number
}

/** A cert-manager issuer; Chancery renders `SelfSigned` itself. */
export interface Issuer {
  readonly kind: 'ClusterIssuer' | 'Issuer' | 'SelfSigned'
  readonly name: string
}

export interface Organization {
  readonly name: string
  readonly cluster: string
  readonly namespace: string
  readonly placement?: Placement
  /** Its own recipients, by name of the cluster. They replace the cluster's recipients for its material. */
  readonly recipients: Readonly<Record<string, readonly string[]>>
  readonly recoveryRecipients: readonly string[]
  readonly issuerRecipients: readonly string[]
  readonly stewardRecipients: readonly string[]
  /** Host names that several nodes share. */
  readonly endpoints: readonly SharedEndpoint[]
  /** SSH public keys, with or without comments. Without signers, nothing needs a signature. */
  readonly signers: readonly string[]
  /** "Carrier Inc., Baltimore, US"; empty when the definition names no subject. */
  readonly legalName: string
  readonly subject: Subject
  /** The platform's own fields. */
  readonly own: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** Parts of a legal name, for certificates. */
export interface Subject {
  readonly country?: string
  readonly locality?: string
  readonly organization?: string
}

/** A party that runs its own nodes. */
export interface ExternalParty {
  readonly name: string
  /** The platform's own fields. */
  readonly own: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** A node in one of the definition's clusters. */
export interface LedgerNode<Own = unknown> {
  readonly name: string
  readonly role: string
  readonly organization: Organization
  readonly cluster: Cluster
  /** Its own release, or that of the network. */
  readonly platformVersion: string
  readonly storage: string
  /** Its own, or that of its organization or the network. */
  readonly size: Size
  /** Own amounts, which take precedence over those of its size. */
  readonly resources?: ResourceSettings
  /** Its own: placementOfNode has the resulting one. */
  readonly placement?: Placement
  /** `30m`: its own, or that of its organization or the network. */
  readonly startupTimeout?: string
  readonly expose: readonly string[]
  /** Names that it shares with other nodes, sorted, and the endpoints that all of these expose. */
  readonly shares: readonly SharedName[]
  readonly port?: number
  readonly existingSecret?: string
  /** Something that Chancery does not manage still runs it: its cluster has no pod of it yet. */
  readonly elsewhere?: true
  /** The platform's own fields. */
  readonly own: Own
  readonly path: Path
}

/** A node that another party runs. */
export interface ExternalNode {
  readonly name: string
  readonly organization: string
  readonly role: string
  readonly host: string
  readonly port: number
  /** The platform's own fields. */
  readonly own: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** Objects for monitoring, which need the CRDs of the Prometheus operator and Grafana's sidecar. */
export interface Monitoring {
  readonly podMonitor: boolean
  readonly dashboard: boolean
  readonly alerts: boolean
  /** Labels that a Prometheus selects PodMonitors and rules by. */
  readonly labels: Readonly<Record<string, string>>
  /** Namespaces that may read metrics. */
  readonly namespaces: readonly string[]
}

export interface Images {
  readonly registry?: string
  readonly pullSecret?: string
  /** Names of images have their registry. */
  readonly qualified?: boolean
  readonly digests: Readonly<Record<string, string>>
}

/** A node of the definition's clusters, or of an external party. */
export type AnyNode<Own = unknown> = LedgerNode<Own> | ExternalNode

export const isOurs = <Own>(node: AnyNode<Own>): node is LedgerNode<Own> => typeof node.organization !== 'string'

export const organizationOf = (node: AnyNode): string => (isOurs(node) ? node.organization.name : node.organization)

/** The cluster of ours that runs a node; undefined for what others, or something else, run. */
export const runningIn = (node: AnyNode): string | undefined =>
  isOurs(node) && !node.elsewhere ? node.cluster.name : undefined

/** Names of the organizations with signers. */
export const signingOrganizations = ({ organizations }: Pick<Network, 'organizations'>): ReadonlySet<string> =>
  new Set(organizations.filter(({ signers }) => signers.length > 0).map(({ name }) => name))

/** `carrier/rpc1`: how a node is named in messages, files and the lock. */
export const nodeId = (node: AnyNode): string => `${organizationOf(node)}/${node.name}`

/** Cached nodes by cluster and organization: a network never changes, and large ones have thousands of such pairs. */
const placesByNetwork = new WeakMap<Network, ReadonlyMap<string, readonly LedgerNode[]>>()

/** Nodes of one organization in one cluster, which share one Kustomize root. */
export function nodesOf<Own>(
  network: Network<unknown, Own>,
  cluster: string,
  organization: string,
): readonly LedgerNode<Own>[] {
  const places =
    placesByNetwork.get(network) ?? groupBy(network.nodes, (node) => `${node.cluster.name}/${node.organization.name}`)
  placesByNetwork.set(network, places)
  return (places.get(`${cluster}/${organization}`) ?? []) as readonly LedgerNode<Own>[] // made of the nodes of this network
}
