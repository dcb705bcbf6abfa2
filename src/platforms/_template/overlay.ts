import { addressText } from '../../network/address.ts'
import type { LedgerNode } from '../../network/network.ts'
import { resourcesField } from '../../network/size.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { volumeClaim } from '../volume-claim.ts'
import { sealedKeyPath } from './material.ts'
import { networkPolicies } from './network-policy.ts'
import { peersOf } from './probe.ts'
import type { TemplateNode, TemplateTop } from './schema.ts'
import { templateSizes } from './sizes.ts'

type View = ClusterView<TemplateTop, TemplateNode>

/** A node: the base of its role, its configuration, its volume and key. */
export function nodeOverlay(node: LedgerNode<TemplateNode>, view: View): Overlay {
  const config = { blockSeconds: view.network.top.blockSeconds, logLevel: node.own.logLevel }
  return {
    bases: ['node'],
    configMaps: [
      // Read at start only: a change restarts the node.
      { name: `${node.name}-config`, files: ['config.json'], naming: 'hashed' },
      // Without a hash: a new peer must not restart all the others.
      { name: `${node.name}-peers`, files: ['peers'], naming: 'plain' },
    ],
    files: {
      'config.json': `${JSON.stringify(config, null, 2)}\n`,
      peers: peersOf([node], view)
        .map(({ host, port }) => `${addressText({ host, port })}\n`)
        .join(''),
    },
    patches: {
      'statefulset.yaml': [statefulSet(node)],
      'persistent-volume-claim.yaml': [volumeClaim('node', node.cluster, node.storage)],
    },
    objects: {},
    sealed: { 'keys.yaml': sealedKeyPath(node) },
    renames: { node: node.name },
  }
}

/** What the nodes of an organization in one cluster share. */
export const organizationOverlay = (nodes: readonly LedgerNode<TemplateNode>[], view: View): Overlay => ({
  bases: [],
  configMaps: [],
  files: {},
  patches: {},
  objects: { 'network-policy.yaml': networkPolicies(nodes, view) },
  sealed: {},
  renames: {},
})

const statefulSet = ({ name, size, resources }: LedgerNode<TemplateNode>): object => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'node' },
  spec: {
    serviceName: name,
    template: {
      spec: {
        containers: [{ name: 'ledger', ...resourcesField(templateSizes, size, resources) }],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: name } },
          { name: 'config', configMap: { name: `${name}-config` } },
          { name: 'peers', configMap: { name: `${name}-peers` } },
          { name: 'keys', secret: { secretName: `${name}-keys` } },
        ],
      },
    },
  },
})
