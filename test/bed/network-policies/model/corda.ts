import { nodesOf } from '../../../../src/network/network.ts'
import { isOfAmbassador, isSameNamespace, type LedgerModel, nodeOf, routed } from './ledgers.ts'

const [p2p, rpc] = [10200, 10201]

/**
 * Nodes dial each other at their Ambassadors only, and services of the zone and of their organization. Applications use RPC of their own
 * organization, and those outside that of nodes that expose it.
 */
export const corda: LedgerModel = {
  accepts: (target, port, source) => {
    const node = nodeOf(target)
    if (node === undefined) return false
    const isOutside = isOfAmbassador(source, target)
    return port === rpc
      ? isSameNamespace(source, target) || (isOutside && node.expose.includes('rpc'))
      : port === p2p && isOutside
  },
  dials: (source, target, port) =>
    source.kind === 'application' && port === rpc && isSameNamespace(source, target) && nodeOf(target) !== undefined,
  dialled: ({ kind, part, namespace }) => {
    if (part === undefined || (kind !== 'node' && kind !== 'probe')) return []
    const { network } = part.checked
    const organization = network.organizations.find((one) => one.namespace === namespace)?.name ?? ''
    return [
      ...routed(part)
        .filter(({ endpoint }) => endpoint.name === 'p2p')
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
