import { nodesOf } from '../../../../src/network/network.ts'
import type { StandIn } from '../stand-in.ts'
import { isOfAmbassador, isSameNamespace, type LedgerModel, nodeOf, routed } from './ledgers.ts'

const [p2p, rpc, http] = [10200, 10201, 8080]

/** Doorman and network map of a demo zone. */
const isNetworkMap = (pod: StandIn): boolean => nodeOf(pod)?.role === 'network-map'

/**
 * Nodes dial each other at their Ambassadors only, and services of the zone and of their organization. Applications use RPC of their own
 * organization, and those outside that of nodes that expose it. The network map of a demo zone dials nobody.
 */
export const corda: LedgerModel = {
  accepts: (target, port, source) => {
    const node = nodeOf(target)
    if (node === undefined) return false
    const isOutside = isOfAmbassador(source, target)
    return port === rpc
      ? isSameNamespace(source, target) || (isOutside && node.expose.includes('rpc'))
      : port === (isNetworkMap(target) ? http : p2p) && isOutside
  },
  dials: (source, target, port) =>
    source.kind === 'application' && port === rpc && isSameNamespace(source, target) && nodeOf(target) !== undefined,
  dialled: (pod) => {
    const { kind, part, namespace } = pod
    if (part === undefined || (kind !== 'node' && kind !== 'probe') || isNetworkMap(pod)) return []
    const { network } = part.checked
    const organization = network.organizations.find((one) => one.namespace === namespace)?.name ?? ''
    return [
      ...routed(part)
        .filter(({ endpoint }) => endpoint.name === 'p2p' || endpoint.name === 'http')
        .map(({ cluster, host, port }) => ({ cluster, host, port })),
      ...network.external,
      ...servicesOf(JSON.stringify([network.top, nodesOf(network, part.cluster, organization).map(({ own }) => own)])),
    ]
  },
}

/** Every URL that the definition has for these nodes: of doorman, network map, databases and JARs. */
const servicesOf = (definition: string): readonly { readonly host: string; readonly port: number }[] =>
  [...definition.matchAll(/(https|postgresql):\/\/([^/":]+)(?::(\d+))?/g)].map(([, scheme = '', host = '', port]) => ({
    host,
    port: Number(port ?? (scheme === 'https' ? 443 : 5432)),
  }))
