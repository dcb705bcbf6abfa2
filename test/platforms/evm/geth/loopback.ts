import { randomInt } from 'node:crypto'
import { type Address, isIpAddress } from '../../../../src/network/address.ts'
import type { Service } from '../../built-network.ts'
import { Forwarder } from './forwarder.ts'
import type { Rendered, RenderedNode } from './rendered.ts'

/** Addresses of one run: others that run at the same time have others. */
export interface Addresses {
  readonly ambassadors: Readonly<Record<string, string>>
  /** What the definition gives as the address of each cluster, which leads to its Ambassador: one on loopback leads nowhere from elsewhere. */
  readonly published: Readonly<Record<string, string>>
  pod(number: number): string
  service(number: number): string
}

export function chooseAddresses(clusters: readonly string[]): Addresses {
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  return {
    ambassadors: Object.fromEntries(clusters.map((name, at) => [name, `${network}.${at + 1}`])),
    published: Object.fromEntries(clusters.map((name, at) => [name, `203.0.113.${at + 1}`])),
    pod: (number) => `${network}.${100 + number}`,
    service: (number) => `${network}.${200 + number}`,
  }
}

export interface Pod {
  readonly node: RenderedNode
  /** Where it listens for peers. */
  readonly p2p: Address
  /** Names that it can resolve, as in /etc/hosts: Services of its own cluster, and what DNS records lead to Ambassadors. */
  readonly hosts: string
  /** Enode URLs of its list, where addresses of clusters are those on loopback. */
  readonly staticNodes: readonly string[]
  /** Those whom it has in its list: their public keys, and where a connection to each has to arrive. */
  readonly dials: ReadonlyMap<string, string>
}

export interface Loopback {
  readonly pods: readonly Pod[]
  /** Services and ports of Ambassadors. */
  readonly forwarders: readonly Forwarder[]
  /** All that lead to a node. */
  leadingTo(pod: Pod): readonly Forwarder[]
}

/** What the objects of the clusters make of a network, with addresses on loopback for pods, Services and Ambassadors. */
export function loopbackOf({ nodes, objects, dnsRecords }: Rendered, addresses: Addresses): Loopback {
  const forwarders: Forwarder[] = []
  const podOf = new Map(nodes.map((node, at) => [node, addresses.pod(at)]))
  const serviceAddresses = new Map<string, Map<string, string>>()
  let services = 0
  for (const [cluster, ambassador] of Object.entries(addresses.ambassadors)) {
    const names = new Map<string, string>()
    serviceAddresses.set(cluster, names)
    for (const service of objects(cluster, 'Service')) {
      const node = nodes.find((one) => one.cluster === cluster && selects(service, one))
      if (node === undefined) continue
      const host = addresses.service(services++)
      names.set(`${service.metadata.name}.${service.metadata.namespace}`, host)
      const p2p = service.spec.ports.find(({ targetPort }) => targetPort === 'p2p')
      if (p2p !== undefined)
        forwarders.push(new Forwarder({ host, port: p2p.port }, p2pOf(node, podOf.get(node) ?? '')))
    }
    const opened = objects(cluster, 'Service')
      .filter(({ metadata }) => metadata.name === 'ambassador')
      .flatMap(({ spec }) => spec.ports)
    for (const { spec } of objects(cluster, 'TCPMapping')) {
      const [service = '', port] = spec.service.split(':')
      const to = { host: names.get(service) ?? '', port: Number(port) }
      // A mapping that no port of the Service leads to is out of reach.
      for (const open of opened.filter(({ targetPort }) => targetPort === spec.port))
        forwarders.push(new Forwarder({ host: ambassador, port: open.port }, to))
    }
  }
  const ambassadorAt = (address: string): string | undefined => {
    const cluster = Object.keys(addresses.published).find((name) => addresses.published[name] === address)
    return cluster === undefined ? undefined : addresses.ambassadors[cluster]
  }
  const pods = nodes.map((node): Pod => {
    const resolve = (host: string): string | undefined => {
      if (isIpAddress(host)) return ambassadorAt(host)
      const service = /^(.+)\.svc\.cluster\.local$/.exec(host)?.[1]
      if (service !== undefined) return serviceAddresses.get(node.cluster)?.get(service)
      const record = dnsRecords.find(({ name }) => host.endsWith(name.slice(1)))
      return record === undefined ? undefined : addresses.ambassadors[record.cluster]
    }
    const urls = node.staticNodes.map((enode) => new URL(enode))
    return {
      node,
      p2p: p2pOf(node, podOf.get(node) ?? ''),
      hosts: urls
        .filter(({ hostname }) => !isIpAddress(hostname))
        .map(({ hostname }) => `${resolve(hostname) ?? '# nowhere:'} ${hostname}\n`)
        .join(''),
      staticNodes: node.staticNodes.map((enode, at) => {
        const host = urls[at]?.hostname ?? ''
        return isIpAddress(host) ? enode.replace(`@${host}:`, `@${resolve(host)}:`) : enode
      }),
      dials: new Map(urls.map(({ username, hostname, port }) => [username, `${resolve(hostname)}:${port}`])),
    }
  })
  const leadTo = ({ host, port }: Address): Forwarder[] =>
    forwarders.filter(({ to }) => to.host === host && to.port === port).flatMap((one) => [one, ...leadTo(one.at)])
  return { pods, forwarders, leadingTo: ({ p2p }) => leadTo(p2p) }
}

const selects = ({ metadata, spec }: Service, { statefulSet }: RenderedNode): boolean =>
  metadata.namespace === statefulSet.metadata.namespace &&
  Object.entries(spec.selector).every(([label, value]) => statefulSet.spec.template.metadata.labels[label] === value)

/** The port that its container names so. */
function p2pOf({ statefulSet }: RenderedNode, host: string): Address {
  const ports = statefulSet.spec.template.spec.containers.flatMap((container) => container.ports)
  return { host, port: ports.find(({ name }) => name === 'p2p')?.containerPort ?? 0 }
}
