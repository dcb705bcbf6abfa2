import { resourcesField } from '../../network/size.ts'
import { keySecret, sealedKeyPath } from '../evm/material.ts'
import { genesisName, noPod, persistentVolumeClaim } from '../evm/node-objects.ts'
import { peersOf, staticNodes } from '../evm/peers.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { gethArguments } from './arguments.ts'
import { client } from './client.ts'
import type { QuorumLedgerNode } from './network.ts'
import type { QuorumNode, QuorumTop } from './schema.ts'
import { quorumSizes } from './sizes.ts'

type View = ClusterView<QuorumTop, QuorumNode>

/** A node: the base of its role, its command line and peers, and what its own volume and key are. */
export function nodeOverlay(node: QuorumLedgerNode, view: View): Overlay {
  const peers = staticNodes(peersOf(node, view, client))
  return {
    bases: [node.role],
    // Without a hash: the lists are read again while the node runs.
    configMaps: [
      { name: `${node.name}-peers`, files: ['static-nodes.json', 'permissioned-nodes.json'], naming: 'plain' },
    ],
    files: { 'static-nodes.json': peers, 'permissioned-nodes.json': peers },
    patches: {
      'statefulset.yaml': [statefulSet(node, view)],
      'persistent-volume-claim.yaml': [persistentVolumeClaim(node)],
    },
    objects: {},
    sealed: node.existingSecret === undefined ? { 'keys.yaml': sealedKeyPath(node) } : {},
    renames: { node: node.name, 'node-rpc': `${node.name}-rpc` },
  }
}

const statefulSet = (node: QuorumLedgerNode, view: View): object => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'node' },
  spec: {
    ...noPod(node),
    template: {
      spec: {
        containers: [
          {
            name: 'quorum',
            args: gethArguments(node, view.network, view.material),
            ...resourcesField(quorumSizes, node.size, node.resources),
          },
        ],
        volumes: [
          // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
          { name: 'data', persistentVolumeClaim: { claimName: node.name } },
          { name: 'genesis', configMap: { name: genesisName(view, client) } },
          { name: 'peers', configMap: { name: `${node.name}-peers` } },
          { name: 'key', secret: { secretName: keySecret(node) } },
        ],
      },
    },
  },
})
