import { ipFamilyNames, rangeFamily, rangeOfOne } from '../ip-address.ts'
import { providers } from '../providers/index.ts'
import { sortedKeys } from '../sorted-keys.ts'
import { emissaryVersion } from './emissary-version.ts'
import type { Ambassador, ApiServer, Cluster, ClusterDns, Issuer, ResourceSettings } from './network.ts'
import { placementField } from './resolve-placement.ts'
import type { Definition } from './schema.ts'

type GivenCluster = Definition['clusters'][number]
type GivenAmbassador = GivenCluster['ambassador']

/** Secret that an Ambassador terminates TLS with, when the definition names none. */
const defaultTlsSecret = 'ambassador-tls'

/**
 * With hostPort all of them are opened on every machine. Kubernetes allocates node ports of the lower part last, so they can be
 * chosen: KEP-3668. Three are for HTTP and TLS.
 */
const defaultPorts = {
  LoadBalancer: { first: 15000, last: 15999 },
  hostPort: { first: 15000, last: 15049 },
  NodePort: { first: 30000, last: 30079 },
} as const

/** A cluster with its defaults. */
export function resolveCluster(given: GivenCluster, index: number, network: string): Cluster {
  const {
    name,
    provider,
    recipients,
    ambassador,
    domain,
    address,
    storageClass,
    context,
    createStorageClass,
    ipFamilies,
  } = given
  const ownClass = createStorageClass ? `${network}-ledger` : undefined
  const className = storageClass ?? ownClass
  return {
    name,
    provider,
    recipients: [...recipients].sort(),
    ...(domain === undefined ? {} : { domain }),
    ...(address === undefined ? {} : { address }),
    ...(className === undefined ? {} : { storageClass: className }),
    ...(context === undefined ? {} : { context }),
    createStorageClass,
    ...placementField(given.placement),
    ipFamilies: ipFamilyNames.filter((family) => ipFamilies.includes(family)),
    ambassador: resolveAmbassador(ambassador, network),
    dns: resolveDns(given),
    apiServer: resolveApiServer(given),
    path: ['clusters', index],
  }
}

/**
 * Caches of DNS on a machine have link-local addresses, which no router forwards: NodeLocal DNSCache, LocalDNS of AKS, Cloud DNS
 * of GKE. Others answer at the address of the Service, as no pod: https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 */
const onTheMachine = '169.254.0.0/16'

export const usualDnsAddresses = ({
  provider,
  ipFamilies,
}: Pick<Cluster, 'provider' | 'ipFamilies'>): readonly string[] =>
  [onTheMachine, ...providers[provider].dnsAddresses.map(rangeOfOne)].filter((range) =>
    ipFamilies.includes(rangeFamily(range)),
  )

function resolveDns(given: GivenCluster): ClusterDns {
  const { namespace, labels, port, addresses } = given.dns
  return {
    namespace,
    ...(labels === undefined ? {} : { labels: sortedKeys(labels) }),
    port,
    addresses: [...new Set(addresses ?? usualDnsAddresses(given))].sort(),
  }
}

const resolveApiServer = ({ provider, apiServer: { ranges, port } }: GivenCluster): ApiServer => ({
  ranges: [...new Set(ranges)].sort(),
  port: port ?? providers[provider].apiServerPort,
})

function resolveAmbassador(given: GivenAmbassador, network: string): Ambassador {
  const { existing, version, publish, passthroughPort, bodyLimit, rateLimit, authentication } = given
  const issuer = issuerOf(given, network)
  return {
    namespace: existing?.namespace ?? `${network}-ambassador`,
    id: existing?.id ?? network,
    version: version ?? (existing === undefined ? emissaryVersion : undefined),
    service: existing?.service ?? 'ambassador',
    existing: existing !== undefined,
    replicas: given.replicas,
    size: given.size,
    ...(given.resources === undefined ? {} : { resources: given.resources as ResourceSettings }), // zod adds "| undefined"
    ...placementField(given.placement),
    publish,
    loadBalancer: {
      visibility: given.visibility,
      addresses: [...(given.addresses ?? [])].sort(),
      ...(given.loadBalancerClass === undefined ? {} : { className: given.loadBalancerClass }),
      ...(given.addressPool === undefined ? {} : { pool: given.addressPool }),
    },
    annotations: given.annotations,
    ...externalDnsField(given),
    ports: given.ports ?? defaultPorts[publish],
    sourceRanges: [...(given.sourceRanges ?? [])].sort(),
    proxyProtocol: given.proxyProtocol,
    passthrough: given.passthrough,
    ...(passthroughPort === undefined ? {} : { passthroughPort }),
    // Several networks may have their Hosts in the namespace of an existing Emissary.
    tlsSecret: given.tlsSecret ?? (existing === undefined ? defaultTlsSecret : `${network}-tls`),
    ...(issuer === undefined ? {} : { issuer }),
    cleartext: given.cleartext,
    ...(authentication === undefined
      ? {}
      : { authentication: { ...authentication, headers: [...authentication.headers].sort() } }),
    ...(rateLimit === undefined ? {} : { rateLimit: rateLimit.service }),
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
  }
}

function externalDnsField({ externalDns: given }: GivenAmbassador): Pick<Ambassador, 'externalDns'> {
  if (given === false) return {}
  const { targets = [], machines, ttl } = given === true ? {} : given
  return {
    externalDns: {
      targets: [...new Set(targets)].sort(),
      ...(machines === undefined ? {} : { machines }),
      ...(ttl === undefined ? {} : { ttl }),
    },
  }
}

function issuerOf({ issuer, selfSigned, existing }: GivenAmbassador, network: string): Issuer | undefined {
  if (issuer !== undefined) return issuer
  // Several networks may have their own in the namespace of an existing Emissary.
  const name = existing === undefined ? 'self-signed' : `${network}-self-signed`
  return selfSigned ? { kind: 'SelfSigned', name } : undefined
}
