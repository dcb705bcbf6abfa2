import { emissaryVersion } from './emissary-version.ts'
import type { Ambassador, Cluster, Issuer, ResourceSettings } from './network.ts'
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
  const { name, provider, recipients, ambassador, domain, address, storageClass, context, createStorageClass } = given
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
    ambassador: resolveAmbassador(ambassador, network),
    path: ['clusters', index],
  }
}

function resolveAmbassador(given: GivenAmbassador, network: string): Ambassador {
  const { existing, version, publish, passthroughPort, bodyLimit, rateLimit, authentication } = given
  const issuer = issuerOf(given)
  return {
    namespace: existing?.namespace ?? `${network}-ambassador`,
    id: existing?.id ?? network,
    version: version ?? (existing === undefined ? emissaryVersion : undefined),
    service: existing?.service ?? 'ambassador',
    existing: existing !== undefined,
    replicas: given.replicas,
    size: given.size,
    ...(given.resources === undefined ? {} : { resources: given.resources as ResourceSettings }), // zod adds "| undefined"
    publish,
    loadBalancer: {
      visibility: given.visibility,
      addresses: [...(given.addresses ?? [])].sort(),
      ...(given.loadBalancerClass === undefined ? {} : { className: given.loadBalancerClass }),
      ...(given.addressPool === undefined ? {} : { pool: given.addressPool }),
    },
    annotations: given.annotations,
    externalDns: given.externalDns,
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

function issuerOf({ issuer, selfSigned }: GivenAmbassador): Issuer | undefined {
  if (issuer !== undefined) return issuer
  return selfSigned ? { kind: 'SelfSigned', name: 'self-signed' } : undefined
}
