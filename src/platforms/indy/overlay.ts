import { resourcesField } from '../../network/size.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { volumeClaim } from '../volume-claim.ts'
import { indyConfig } from './config.ts'
import { nodeKeysOf } from './identity-file.ts'
import { aliasOf, type IndyLedgerNode, poolNameOf } from './network.ts'
import { genesisFile, genesisName } from './organization.ts'
import { blsSecret, nodeSecret, sealedBlsPath, sealedNodePath, seedEntry } from './places.ts'
import type { IndyNode, IndyTop } from './schema.ts'
import { indySizes } from './sizes.ts'

type View = ClusterView<IndyTop, IndyNode>

/** A validator: its configuration, and what its own volume, seed and names are. The addresses of others are in the ledger of the pool. */
export function nodeOverlay(node: IndyLedgerNode, view: View): Overlay {
  const config = { 'indy_config.py': indyConfig(view.network), 'node.json': nodeFile(node, view) }
  return {
    bases: ['validator'],
    // Read at start only: a change restarts the node, and so does another key.
    configMaps: [{ name: `${node.name}-config`, files: Object.keys(config), naming: 'hashed' }],
    files: config,
    patches: {
      'statefulset.yaml': [statefulSet(node, view)],
      'persistent-volume-claim.yaml': [volumeClaim('node', node.cluster, node.storage)],
    },
    objects: {},
    sealed: sealedOf(node),
    renames: { node: node.name, script: `${node.name}-script` },
  }
}

/** Its own Secrets, unless somebody else keeps one for it. */
function sealedOf(node: IndyLedgerNode): Record<string, string> {
  const rotated = sealedBlsPath(node)
  return {
    ...(node.existingSecret === undefined ? { 'keys.yaml': sealedNodePath(node) } : {}),
    ...(rotated === undefined ? {} : { 'bls-keys.yaml': rotated }),
  }
}

/** What start.py compares the seed with: one of another validator would never get into the pool. */
function nodeFile(node: IndyLedgerNode, { material }: View): string {
  const keys = nodeKeysOf(node, material)
  if (keys === undefined)
    throw new Error(
      `no public keys of ${node.organization.name}/${node.name}: material must be complete before rendering`,
    )
  const { verkey, blsKey } = keys
  return `${JSON.stringify({ alias: aliasOf(node), verkey, blsKey }, null, 2)}\n`
}

function statefulSet(node: IndyLedgerNode, view: View): object {
  const pool = poolNameOf(view.network)
  const items = Object.values(genesisFile).map((key) => ({ key, path: `${pool}/${key}` }))
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      template: {
        spec: {
          containers: [{ name: 'indy', ...resourcesField(indySizes, node.size, node.resources) }],
          volumes: [
            // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            { name: 'config', configMap: { name: `${node.name}-config` } },
            { name: 'genesis', configMap: { name: genesisName(view), items } },
            { name: 'seed', projected: { sources: seeds(node) } },
          ],
        },
      },
    },
  }
}

/** As files for start.py. */
function seeds(node: IndyLedgerNode): object[] {
  const bls = blsSecret(node)
  const file = (name: string, key: string, path: string): object => ({ secret: { name, items: [{ key, path }] } })
  return [
    file(nodeSecret(node), seedEntry, 'seed'),
    ...(bls === undefined ? [] : [file(bls.name, bls.key, 'bls-seed')]),
  ]
}
