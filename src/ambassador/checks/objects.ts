import { isRecord, type KubernetesObject } from '../../cluster/objects.ts'
import type { Cluster } from '../../network/network.ts'

/** An object as kustomize built it, and the root that it comes from. */
export interface BuiltObject {
  readonly root: string
  readonly object: KubernetesObject
}

/** Something that Emissary would accept silently, and do wrong. */
export interface RouteProblem {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** Begins with the object: `TCPMapping trade-ambassador/p2p.v1.acme`. */
  readonly message: string
  readonly hint: string
  readonly root: string
}

/** The input of the checks: objects of one cluster. */
export interface Routing {
  readonly cluster: Cluster
  readonly all: readonly BuiltObject[]
  /** The objects that its Emissary reads, by kind. */
  readonly tcpMappings: readonly Route[]
  readonly mappings: readonly Route[]
  readonly hosts: readonly Route[]
  readonly listeners: readonly Route[]
  readonly tlsContexts: readonly Route[]
  readonly modules: readonly Route[]
  /** Ports of its Service; undefined when another party runs the Ambassador. */
  readonly ports: readonly ServicePort[] | undefined
  /** Whether `all` covers every root of the cluster: otherwise a missing object proves nothing. */
  readonly complete: boolean
}

/** An object of Emissary, with its fields. */
export interface Route extends BuiltObject {
  readonly spec: Readonly<Record<string, unknown>>
}

interface ServicePort {
  readonly name: string
  readonly port: number
  /** Its target; a name when it is one. */
  readonly target: number | string
  readonly built: BuiltObject
}

const group = 'getambassador.io/'

export const isRoute = ({ apiVersion }: KubernetesObject): boolean => apiVersion.startsWith(group)

export const recordAt = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

export const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Sorts objects of a cluster into what its Emissary reads. */
export function routingOf(cluster: Cluster, all: readonly BuiltObject[], complete: boolean): Routing {
  const { ambassador } = cluster
  const routes = all
    .filter(({ object }) => isRoute(object) && isRead(object, cluster))
    .map((built): Route => ({ ...built, spec: recordAt(built.object.spec) }))
  const ofKind = (kind: string): Route[] => routes.filter(({ object }) => object.kind === kind)
  const service = all.find(
    ({ object: { kind, metadata } }) =>
      kind === 'Service' && metadata.namespace === ambassador.namespace && metadata.name === ambassador.service,
  )
  return {
    cluster,
    all,
    complete,
    tcpMappings: ofKind('TCPMapping'),
    mappings: ofKind('Mapping'),
    hosts: ofKind('Host'),
    listeners: ofKind('Listener'),
    tlsContexts: ofKind('TLSContext'),
    modules: ofKind('Module'),
    ports: service === undefined || ambassador.existing ? undefined : portsOf(service),
  }
}

/** Our Emissary reads one namespace. Every Emissary reads only objects with its identifier; without one it is `default`. */
export function isRead({ metadata, spec }: KubernetesObject, { ambassador }: Cluster): boolean {
  const ids = listAt(recordAt(spec).ambassador_id)
  const mine = ids.length === 0 ? ambassador.id === 'default' : ids.includes(ambassador.id)
  return mine && metadata.namespace === ambassador.namespace
}

const portsOf = (built: BuiltObject): ServicePort[] =>
  listAt(recordAt(built.object.spec).ports).map((entry) => {
    const { name, port, targetPort } = recordAt(entry)
    return {
      name: String(name ?? ''),
      port: Number(port),
      target: typeof targetPort === 'string' ? targetPort : Number(targetPort ?? port),
      built,
    }
  })
