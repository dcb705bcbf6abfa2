import { type Address, addressText } from '../../network/address.ts'
import type { ClusterView } from '../platform.ts'
import { type FabricLedgerNode, type FabricNetwork, isOrderer, isPeer, mspIdOf } from './network.ts'
import type { FabricNode, FabricTop } from './schema.ts'

type View = ClusterView<FabricTop, FabricNode>

/** Where the base manifests have things; base/orderer, base/peer and base/certificate-authority say the same. */
export const ports = { orderer: 7050, peer: 7051, administration: 7053, ca: 7054, operations: 9443 } as const

/** A file of variables, a line each: what is not in the base manifests. A change of it restarts the node. */
export function environmentOf(node: FabricLedgerNode, view: View): string {
  const variables = { ...defaultsOf(node, view), ...node.own.settings }
  return Object.entries(variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

function defaultsOf(node: FabricLedgerNode, view: View): Readonly<Record<string, string | number>> {
  if (isOrderer(node)) return { FABRIC_LOGGING_SPEC: 'info', ORDERER_GENERAL_LOCALMSPID: mspIdOf(node.organization) }
  if (isPeer(node)) return peerVariables(node, view)
  return {}
}

/** Every peer fetches blocks from the orderers by itself: none depends on another of its organization for them. */
function peerVariables(node: FabricLedgerNode, view: View): Readonly<Record<string, string>> {
  const siblings = peersOf(view.network, node)
  return {
    FABRIC_LOGGING_SPEC: 'info',
    CORE_PEER_ID: `${node.name}.${node.organization.name}`,
    CORE_PEER_NETWORKID: view.network.name,
    CORE_PEER_LOCALMSPID: mspIdOf(node.organization),
    CORE_PEER_ADDRESS: addressText(view.addressOf(node, 'grpc')),
    CORE_PEER_GOSSIP_BOOTSTRAP: addressText(gossipAddress(siblings[0] ?? node, siblings, view)),
    CORE_PEER_GOSSIP_ENDPOINT: addressText(gossipAddress(node, siblings, view)),
    // Without it other organizations never see the peer.
    CORE_PEER_GOSSIP_EXTERNALENDPOINT: addressText(view.outside(node, 'grpc')),
    CORE_PEER_GOSSIP_ORGLEADER: 'true',
    CORE_PEER_GOSSIP_USELEADERELECTION: 'false',
    CORE_PEER_GOSSIP_STATE_ENABLED: 'false',
    CORE_PEER_DELIVERYCLIENT_BLOCKGOSSIPENABLED: 'false',
    CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG: JSON.stringify({
      org: node.organization.name,
      peername: node.name,
      namespace: node.organization.namespace,
    }),
  }
}

const peersOf = ({ nodes }: FabricNetwork, { organization }: FabricLedgerNode): FabricLedgerNode[] =>
  nodes.filter((node) => isPeer(node) && node.organization.name === organization.name)

/**
 * The address of a peer for those of its own organization, which tell it each other: so it has to be one that all of them can
 * use. All begin with the first peer, so that one more does not restart the others.
 */
const gossipAddress = (peer: FabricLedgerNode, siblings: readonly FabricLedgerNode[], view: View): Address =>
  siblings.every(({ cluster }) => cluster.name === peer.cluster.name)
    ? view.addressOf(peer, 'grpc')
    : view.outside(peer, 'grpc')
