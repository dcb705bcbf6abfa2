import { contentName } from '../../content-name.ts'
import { hostOf, sharedHostOf } from '../../network/address.ts'
import type { Endpoint } from '../../network/endpoint.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import type { EvmClient } from './client.ts'
import { currentGenesis } from './current-genesis.ts'
import { monitoringObjects } from './monitoring.ts'
import { type EvmLedgerNode, isValidator } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = ClusterView<EvmTop, EvmNode>

/** Names under which clients know the node. */
export function rpcNames(node: EvmLedgerNode): string[] {
  const { namespace } = node.organization
  const ofService = (service: string): string[] =>
    ['', `.${namespace}`, `.${namespace}.svc`, `.${namespace}.svc.cluster.local`].map((end) => `${service}${end}`)
  return [
    ...ofService(`${node.name}-rpc`),
    ...(node.expose.length > 0 ? [hostOf(node)] : []),
    ...node.shares.flatMap(({ name }) => [...ofService(name), sharedHostOf(name, node)]),
  ]
}

export const persistentVolumeClaim = (node: EvmLedgerNode): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'node' },
  spec: {
    ...(node.cluster.storageClass === undefined ? {} : { storageClassName: node.cluster.storageClass }),
    resources: { requests: { storage: node.storage } },
  },
})

/** Two pods with one key would sign two blocks of one height. */
export const noPod = ({ elsewhere }: EvmLedgerNode): { replicas?: 0 } => (elsewhere ? { replicas: 0 } : {})

const genesisText = ({ network, material }: View, client: EvmClient): string =>
  currentGenesis(network, material, client)

/** The ConfigMap is in the organization's root, the nodes are in separate roots. */
export const genesisName = (view: View, client: EvmClient): string => contentName('genesis', genesisText(view, client))

/** What the nodes of one organization in one cluster share: the genesis, and who may talk to whom. */
export function organizationOverlay(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): Overlay {
  const watched = monitoringObjects(nodes, view, client)
  return {
    bases: ['organization'],
    configMaps: [{ name: genesisName(view, client), files: ['genesis.json'], naming: 'kept' }],
    files: { 'genesis.json': genesisText(view, client) },
    patches: {},
    objects: {
      'network-policy.yaml': networkPolicies(nodes, view, client),
      ...(watched.length === 0 ? {} : { 'monitoring.yaml': watched }),
    },
    sealed: {},
    renames: {},
  }
}

/**
 * RLPx is neither TLS nor HTTP: a port each. JSON-RPC shares the Ambassador's HTTP ports. `authenticates` says of which the node
 * asks who they are.
 */
export function endpoints(
  node: EvmLedgerNode,
  { ports }: EvmClient,
  authenticates: (protocol: 'http' | 'ws') => boolean = () => false,
): Endpoint[] {
  const service = `${node.name}-rpc`
  const http = (name: string, protocol: 'http' | 'ws', port: number, pathPrefix: string): Endpoint => ({
    name,
    port,
    protocol,
    service,
    reached: 'by-host',
    pathPrefix,
    ...(authenticates(protocol) ? { authenticates: true } : {}),
  })
  return [
    { name: 'p2p', port: ports.p2p, protocol: 'tcp', service: node.name, reached: 'by-port' },
    http('rpc', 'http', ports.rpc, '/'),
    ...(isValidator(node) ? [] : [http('ws', 'ws', ports.ws, '/ws')]),
  ]
}
