import type { Ambassador } from '../network/network.ts'
import { passthroughListener } from '../network/passthrough.ts'

/** A port that many endpoints share: the port that clients dial, and the port that Emissary listens on. */
interface Entrance {
  readonly port: number
  readonly listener: number
}

export interface Entrances {
  readonly http: Entrance
  readonly https: Entrance
  /** For endpoints with their own TLS, with `passthrough: sni`. */
  readonly passthrough: Entrance
}

/** Node ports of the part that Kubernetes hands out last; the pool's default ends before them. */
const nodePorts = { http: 30080, https: 30081, passthrough: 30082 } as const

/**
 * Ports that endpoints share. Two of them want 443: the passthrough gets it unless the definition says otherwise, as a ledger's
 * address is written down in more places than a URL. Beside 443, the listener has the number that clients dial: they send it in the
 * Host header, and Emissary takes off only that of its own listener (strip_matching_host_port).
 */
export function entrancesOf({ publish, passthrough, passthroughPort = 443 }: Ambassador): Entrances {
  if (publish === 'NodePort') {
    const same = (port: number): Entrance => ({ port, listener: port })
    return { http: same(nodePorts.http), https: same(nodePorts.https), passthrough: same(nodePorts.passthrough) }
  }
  const httpsPort = passthrough === 'sni' && passthroughPort === 443 ? 8443 : 443
  return {
    http: { port: 80, listener: 8080 },
    https: { port: httpsPort, listener: 8443 },
    passthrough: { port: passthroughPort, listener: passthroughListener },
  }
}

/** A redirect goes to 443: where HTTPS has another port, no cleartext is served. */
export const redirects = (ambassador: Ambassador): boolean =>
  !ambassador.cleartext && entrancesOf(ambassador).https.port === 443

/**
 * Ports that a TCPMapping cannot have. One on an HTTP Listener's port freezes all configuration of that Emissary, one on a
 * port that Emissary itself binds never starts to listen; neither is reported.
 */
export const reservedPorts: ReadonlyMap<number, string> = new Map([
  [8080, 'the HTTP Listener of the Ambassador'],
  [8443, 'the HTTPS Listener of the Ambassador'],
  [passthroughListener, 'the shared port of endpoints with TLS (passthrough)'],
  [nodePorts.http, 'the HTTP Listener of the Ambassador, with NodePort'],
  [nodePorts.https, 'the HTTPS Listener of the Ambassador, with NodePort'],
  [nodePorts.passthrough, 'the shared port of endpoints with TLS (passthrough), with NodePort'],
  // The ports that Emissary 4.1 binds in its pod, according to `ss -tln`.
  [8001, "Envoy's administration"],
  [8003, "Emissary's configuration server"],
  [8004, "Emissary's diagnostics"],
  [8005, "Emissary's snapshots"],
  [8006, "Emissary's readiness Listener"],
  [8877, "Emissary's administration"],
  [9696, "Emissary's snapshots"],
])

/** Ports that every machine of a cluster has in use: https://kubernetes.io/docs/reference/networking/ports-and-protocols/ */
const machinePorts: ReadonlyMap<number, string> = new Map([
  [10250, 'the kubelet of each machine'],
  [10256, 'kube-proxy of each machine'],
])

/** The ports of the pool that a route can have. */
export function poolPorts({ publish, ports: { first, last } }: Pick<Ambassador, 'publish' | 'ports'>): number[] {
  const reserved = reservedPortsOf({ publish })
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (port) => !reserved.has(port),
  )
}

/** The same for one Ambassador: with hostPort its ports are those of machines. */
export const reservedPortsOf = ({ publish }: Pick<Ambassador, 'publish'>): ReadonlyMap<number, string> =>
  publish === 'hostPort' ? new Map([...reservedPorts, ...machinePorts]) : reservedPorts
