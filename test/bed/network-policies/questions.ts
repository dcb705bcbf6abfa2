import { reachesAmbassador, reachesApiServer, reachesPod } from './model/reaches.ts'
import { type NetworkPart, servedPorts } from './networks.ts'
import type { StandIn } from './stand-in.ts'

/** A pod that runs. */
export interface RunningPod extends StandIn {
  readonly address: string
}

/** How a part of a network is reached from outside its cluster. */
export interface PublishedPart {
  readonly part: NetworkPart
  readonly emissary: RunningPod
  readonly address: string
}

interface ApiServer {
  /** That of itself, and that of its Service: with ports. */
  readonly addresses: readonly string[]
  readonly server: string
  readonly port: number
}

/** What all clusters of the bed have. */
export interface Places {
  readonly pods: readonly RunningPod[]
  readonly parts: readonly PublishedPart[]
  /** By machine. */
  readonly apiServers: readonly ApiServer[]
  /** By machine: the Service of DNS. */
  readonly dns: readonly string[]
}

export interface Question {
  readonly source: RunningPod
  /** As prober reads it. */
  readonly asked: string
  /** For a person. */
  readonly what: string
  readonly expected: boolean
  readonly target?: RunningPod
  readonly port?: number
}

/** Everything that a pod could try to reach, with what the model says of it. */
export function questionsOf(source: RunningPod, { pods, parts, apiServers, dns }: Places): readonly Question[] {
  const beside = pods.filter((pod) => pod !== source && pod.machine === source.machine)
  const toPods = beside.flatMap((target) =>
    target.ports.flatMap((port) =>
      (port === 53 ? ['tcp', 'udp'] : ['tcp']).map((protocol) => ({
        source,
        target,
        port,
        asked: `${protocol} ${target.address}:${port}`,
        what: `${nameOf(target)} ${protocol} ${port}`,
        expected: reachesPod(source, target, port),
      })),
    ),
  )
  const others = parts.filter(({ emissary }) => emissary !== source)
  const toAmbassadors = others.flatMap(({ part, emissary, address }) =>
    servedPorts(part).map(({ port }) => ({
      source,
      asked: `tcp ${address}:${port}`,
      what: `Ambassador of ${part.checked.network.name} in ${part.cluster} at ${port}`,
      expected: reachesAmbassador(source, part, emissary, port, address),
    })),
  )
  const { addresses, server, port } = apiServers[source.machine] ?? { addresses: [], server: '', port: 0 }
  const toApiServer = addresses.map((address) => {
    return {
      source,
      asked: `tcp ${address}`,
      what: `API server at ${address}`,
      expected: reachesApiServer(source, server, port),
    }
  })
  const toDns = ['tcp', 'udp'].map((protocol) => {
    return { source, asked: `${protocol} ${dns[source.machine]}:53`, what: `DNS by ${protocol}`, expected: true }
  })
  return [...toPods, ...toAmbassadors, ...toApiServer, ...toDns]
}

export const nameOf = ({ namespace, name, kind }: StandIn): string => `${namespace}/${name} (${kind})`
