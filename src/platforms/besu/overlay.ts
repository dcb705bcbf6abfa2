import { hostOf } from '../../ambassador/address.ts'
import type { Material } from '../../material/material.ts'
import { contentName } from '../../render/content-name.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { besuToml } from './config.ts'
import { keySecret, sealedKeyPath } from './material.ts'
import { type BesuLedgerNode, genesisPath, isValidator } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import { type Peer, peerNames, peersOf, staticNodes } from './peers.ts'
import type { BesuNode, BesuTop } from './schema.ts'

type View = ClusterView<BesuTop, BesuNode>

/** A node: the base of its role, its configuration and peers, and what its own volume, key and names are. */
export function nodeOverlay(node: BesuLedgerNode, view: View): Overlay {
  const peers = peersOf(node, view)
  return {
    bases: [node.role],
    configMaps: [
      { name: `${node.name}-config`, files: ['besu.toml'], naming: 'hashed' },
      // Without a hash: a new peer must not restart all the others.
      { name: `${node.name}-peers`, files: ['static-nodes.json', 'names'], naming: 'plain' },
    ],
    files: {
      'besu.toml': besuToml(node, view.network),
      'static-nodes.json': staticNodes(peers),
      names: peerNames(peers),
    },
    patches: {
      'statefulset.yaml': [statefulSet(node, peers, view)],
      'persistent-volume-claim.yaml': [persistentVolumeClaim(node)],
    },
    objects: {},
    sealed: node.existingSecret === undefined ? { 'keys.yaml': sealedKeyPath(node) } : {},
    renames: { node: node.name, 'node-rpc': `${node.name}-rpc` },
  }
}

function statefulSet(node: BesuLedgerNode, peers: readonly Peer[], { material }: View): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      // Said here, not left to kustomize: with several nodes in a root it could not tell one `node` from another.
      serviceName: node.name,
      template: {
        spec: {
          containers: [
            {
              name: 'besu',
              // No $(…) in here: kustomize puts what a patch has first, and Kubernetes replaces only what stands before.
              env: [{ name: 'HOST_NAMES', value: ['localhost', ...rpcNames(node)].join(',') }],
              // A network of one node has no peer to wait for.
              ...(peers.length === 0
                ? { readinessProbe: { httpGet: { path: '/readiness?minPeers=0&maxBlocksBehind=10', port: 'rpc' } } }
                : {}),
              ...(node.resources === undefined ? {} : { resources: node.resources }),
            },
          ],
          volumes: [
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            { name: 'config', configMap: { name: `${node.name}-config` } },
            { name: 'genesis', configMap: { name: genesisName(material) } },
            { name: 'peers', configMap: { name: `${node.name}-peers` } },
            { name: 'key', secret: { secretName: keySecret(node) } },
          ],
        },
      },
    },
  }
}

/** Names under which clients know the node: Besu answers 403 to any other. */
function rpcNames(node: BesuLedgerNode): string[] {
  const service = `${node.name}-rpc`
  const { namespace } = node.organization
  return [
    service,
    `${service}.${namespace}`,
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
    ...(node.expose.length > 0 ? [hostOf(node)] : []),
  ]
}

const persistentVolumeClaim = (node: BesuLedgerNode): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'node' },
  spec: {
    ...(node.cluster.storageClass === undefined ? {} : { storageClassName: node.cluster.storageClass }),
    resources: { requests: { storage: node.storage } },
  },
})

const genesisText = (material: Material): string => material.text(genesisPath) ?? ''

/** The ConfigMap is in the organization's root, the nodes are in roots of their own. */
const genesisName = (material: Material): string => contentName('genesis', genesisText(material))

/** What the nodes of one organization in one cluster share: the genesis, who may talk to whom, how many may be evicted. */
export function organizationOverlay(nodes: readonly BesuLedgerNode[], view: View): Overlay {
  const several = nodes.filter(isValidator).length > 1
  return {
    bases: several ? ['organization', 'disruption-budget'] : ['organization'],
    configMaps: [{ name: genesisName(view.material), files: ['genesis.json'], naming: 'kept' }],
    files: { 'genesis.json': genesisText(view.material) },
    patches: {},
    objects: { 'network-policy.yaml': networkPolicies(nodes, view) },
    sealed: {},
    renames: {},
  }
}
