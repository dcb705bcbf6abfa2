import { resourcesField } from '../../network/size.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { volumeClaim } from '../volume-claim.ts'
import { networkMapOverlay } from './demo-zone/overlay.ts'
import { heapOf } from './heap.ts'
import { downloadList, jarContainers, jarsOf } from './jars.ts'
import { type CordaLedgerNode, isNetworkMap } from './network.ts'
import { nodeConf } from './node-conf.ts'
import { nodeVariables, rootVariables, sealedPasswordPath } from './passwords.ts'
import { rpcVolume } from './rpc-tls.ts'
import type { CordaNode, CordaTop } from './schema.ts'
import { cordaSizes } from './sizes.ts'
import { zoneName } from './zone-files.ts'

type View = ClusterView<CordaTop, CordaNode>

/** A node: the base of its role, node.conf, its CorDapps, and what its own volume, Secrets and names are. */
export function nodeOverlay(node: CordaLedgerNode, view: View): Overlay {
  if (isNetworkMap(node)) return networkMapOverlay(node, view)
  const files = { 'node.conf': nodeConf(node, view), downloads: downloadList(jarsOf(node)) }
  return {
    bases: [node.role],
    // Read at start only: a change restarts the node.
    configMaps: [{ name: `${node.name}-config`, files: Object.keys(files), naming: 'hashed' }],
    files,
    patches: {
      'statefulset.yaml': [statefulSet(node, view)],
      'persistent-volume-claim.yaml': [volumeClaim('node', node.cluster, node.storage)],
    },
    objects: {},
    sealed: node.existingSecret === undefined ? { 'keys.yaml': sealedPasswordPath(node) } : {},
    renames: { node: node.name, 'node-rpc': `${node.name}-rpc`, script: `${node.name}-script` },
  }
}

function statefulSet(node: CordaLedgerNode, { network, material }: View): object {
  const { top } = network
  const resources = resourcesField(cordaSizes, node.size, node.resources)
  const env = [{ name: 'HEAP_MEBIBYTES', value: String(heapOf(node)) }, ...nodeVariables(node)]
  const rpc = rpcVolume(node)
  const registering = [{ name: 'LEGAL_NAME', value: node.own.legalName }, ...rootVariables(top)]
  const draining = [{ name: 'DRAIN_SECONDS', value: String(node.own.drainSeconds) }]
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      ...(node.elsewhere ? { replicas: 0 } : {}),
      template: {
        spec: {
          initContainers: [
            ...jarContainers(jarsOf(node)),
            { name: 'register', image: top.image, env: [...env, ...registering], ...resources },
            { name: 'migrate', image: top.image, env, ...resources },
          ],
          // Beyond the wait for flows, as long as the node takes to stop.
          terminationGracePeriodSeconds: node.own.drainSeconds + 120,
          containers: [
            {
              name: 'corda',
              image: top.image,
              env: [...env, ...draining],
              ...(rpc.mounts.length === 0 ? {} : { volumeMounts: rpc.mounts }),
              ...resources,
            },
          ],
          volumes: [
            // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            { name: 'config', configMap: { name: `${node.name}-config` } },
            { name: 'zone', configMap: { name: zoneName(network, material) } },
            ...rpc.volumes,
          ],
        },
      },
    },
  }
}
