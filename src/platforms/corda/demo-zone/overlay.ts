import { resourcesField } from '../../../network/size.ts'
import type { ClusterView, Overlay } from '../../platform.ts'
import { volumeClaim } from '../../volume-claim.ts'
import { heapOf } from '../heap.ts'
import type { CordaLedgerNode } from '../network.ts'
import type { CordaNode, CordaTop } from '../schema.ts'
import { sizesOf } from '../sizes.ts'
import { networkMapFiles } from './files.ts'
import { keysSecret, sealedKeysPath } from './places.ts'

/** Doorman and network map of a demo zone, from the image of the nodes. */
export function networkMapOverlay(
  node: CordaLedgerNode,
  { network, material }: ClusterView<CordaTop, CordaNode>,
): Overlay {
  const files = networkMapFiles(node, network, material)
  return {
    bases: ['network-map'],
    configMaps: [{ name: `${node.name}-zone`, files: Object.keys(files), naming: 'hashed' }],
    files,
    patches: {
      'statefulset.yaml': [statefulSet(node, network.top)],
      'persistent-volume-claim.yaml': [volumeClaim('node', node.cluster, node.storage)],
    },
    objects: {},
    sealed: { 'keys.yaml': sealedKeysPath(node) },
    renames: { node: node.name, script: `${node.name}-script` },
  }
}

const statefulSet = (node: CordaLedgerNode, top: CordaTop): object => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'node' },
  spec: {
    template: {
      spec: {
        containers: [
          {
            name: 'network-map',
            image: top.image,
            env: [{ name: 'HEAP_MEBIBYTES', value: String(heapOf(node)) }],
            ...resourcesField(sizesOf(node.role), node.size, node.resources),
          },
        ],
        volumes: [
          // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
          { name: 'data', persistentVolumeClaim: { claimName: node.name } },
          { name: 'zone', configMap: { name: `${node.name}-zone` } },
          { name: 'keys', secret: { secretName: keysSecret(node) } },
        ],
      },
    },
  },
})
