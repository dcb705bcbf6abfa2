import type { Address } from '../../src/network/address.ts'
import type { BuiltNetwork, Service, StatefulSet } from './built-network.ts'

/** Published addresses of a cluster, and the port of a pod that each leads to: by the Service of its Ambassador, a TCPMapping, and the Service of the node. */
export function publishedIn(
  { objects }: BuiltNetwork,
  cluster: string,
  host: string,
  podOf: (workload: StatefulSet) => string,
): readonly { readonly address: Address; readonly behind: Address }[] {
  const services = objects(cluster, 'Service')
  const opened = services.filter(({ metadata }) => metadata.name === 'ambassador').flatMap(({ spec }) => spec.ports)
  return objects(cluster, 'TCPMapping').flatMap(({ spec: { port, service: target } }) => {
    const [name = '', servicePort] = target.split(':')
    const service = services.find(({ metadata }) => `${metadata.name}.${metadata.namespace}` === name)
    const workload = objects(cluster, 'StatefulSet').find((one) => service !== undefined && selects(service, one))
    if (service === undefined || workload === undefined) return []
    const behind = { host: podOf(workload), port: containerPort(service, Number(servicePort), workload) }
    return opened
      .filter(({ targetPort }) => targetPort === port)
      .map((open) => ({ address: { host, port: open.port }, behind }))
  })
}

const selects = ({ metadata, spec }: Service, { metadata: { namespace }, spec: { template } }: StatefulSet): boolean =>
  metadata.namespace === namespace &&
  Object.entries(spec.selector).every(([label, value]) => template.metadata.labels[label] === value)

function containerPort({ spec }: Service, port: number, workload: StatefulSet): number {
  const wanted = spec.ports.find((one) => one.port === port)?.targetPort
  if (typeof wanted === 'number') return wanted
  const ports = workload.spec.template.spec.containers.flatMap((container) => container.ports)
  return ports.find(({ name }) => name === wanted)?.containerPort ?? 0
}
