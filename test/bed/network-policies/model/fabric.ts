import type { StandIn } from '../stand-in.ts'
import { isMember, isMonitoring, isOfAmbassador, isSameNamespace, type LedgerModel, nodeOf, routed } from './ledgers.ts'

const ports = { orderer: 7050, peer: 7051, ca: 7054 } as const
const [administration, operations] = [7053, 9443]

export const fabric: LedgerModel = {
  accepts: (target, port, source) => {
    const inside = isSameNamespace(source, target)
    // Chaincode serves at the port that its author chose.
    if (target.kind === 'chaincode' && inside && isPeer(source)) return true
    if (port === operations) return ['node', 'chaincode'].includes(target.kind) && isMonitoring(target, source)
    const node = nodeOf(target)
    if (node === undefined) return false
    if (port === ports.orderer || port === ports.peer) {
      return port === ports[node.role as 'orderer' | 'peer'] && isMember(source, target)
    }
    if (port === administration) {
      return node.role === 'orderer' && inside && source.kind === 'job' && source.of === 'orderer-join'
    }
    const outside = isOfAmbassador(source, target) && node.expose.includes('ca')
    return port === ports.ca && node.role === 'ca' && (inside || outside)
  },
  dials: (source, target, port) => {
    const inside = isSameNamespace(source, target)
    const role = nodeOf(target)?.role
    if (inside && isPeer(source) && target.kind === 'chaincode') return true
    if (source.kind === 'application') {
      return inside && ((role === 'peer' && port === ports.peer) || (role === 'ca' && port === ports.ca))
    }
    if (source.kind === 'job' && source.of === 'orderer-join')
      return inside && role === 'orderer' && port === administration
    return isClient(source) && isMember(source, target) && (port === ports.orderer || port === ports.peer)
  },
  // Channels have one address for each: that at its Ambassador, the own one included.
  dialled: (source) =>
    source.part === undefined || !isClient(source)
      ? []
      : [
          ...routed(source.part)
            .filter(({ endpoint }) => endpoint.name === 'grpc')
            .map(({ cluster, host, port }) => ({ cluster, host, port })),
          ...source.part.checked.network.external,
        ],
}

/** Or the probe of an organization with peers, which has their labels. */
const isPeer = (source: StandIn): boolean =>
  nodeOf(source)?.role === 'peer' ||
  (source.kind === 'probe' && source.labels['app.kubernetes.io/component'] === 'peer')

/** Those that dial peers and orderers. The probe of an organization has the labels of its peers or orderers. */
const isClient = (source: StandIn): boolean =>
  source.kind === 'probe' ||
  (source.kind === 'job' && source.of !== 'orderer-join') ||
  ['peer', 'orderer'].includes(nodeOf(source)?.role ?? '')
