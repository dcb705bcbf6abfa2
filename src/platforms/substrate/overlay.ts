import { resourcesField } from '../../network/size.ts'
import { compareTexts } from '../../words.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { volumeClaim } from '../volume-claim.ts'
import { options } from './command-line.ts'
import { sessionKeysOf } from './identity-file.ts'
import { keystoreFile } from './keys/session-keys.ts'
import { isAlone, isValidator, type SubstrateLedgerNode, sessionKeyKinds } from './network.ts'
import { bootnodesFile, peersOf } from './peers.ts'
import { heldRotations, nodeKeyEntry, nodeSecret, sealedNodePath, sessionKeyPlace } from './places.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'
import { substrateSizes } from './sizes.ts'
import { specSourceOf } from './spec-source.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/** A node: the base of its role, its options and bootnodes, and what its own volume, keys and names are. */
export function nodeOverlay(node: SubstrateLedgerNode, view: View): Overlay {
  return {
    bases: [node.role],
    // Without a hash: a new peer must not restart all the others.
    configMaps: [{ name: `${node.name}-peers`, files: ['bootnodes.json'], naming: 'plain' }],
    files: { 'bootnodes.json': bootnodesFile(peersOf(node, view)) },
    patches: {
      'statefulset.yaml': [statefulSet(node, view)],
      'persistent-volume-claim.yaml': [volumeClaim('node', node.cluster, node.storage)],
    },
    objects: {},
    sealed: sealedOf(node),
    renames: { node: node.name, 'node-rpc': `${node.name}-rpc`, script: `${node.name}-script` },
  }
}

/** Its own Secrets, unless somebody else keeps one for it. */
function sealedOf(node: SubstrateLedgerNode): Record<string, string> {
  if (node.existingSecret !== undefined) return {}
  const rotated = isValidator(node) ? heldRotations(node).filter((rotation) => rotation > 0) : []
  return {
    'keys.yaml': sealedNodePath(node),
    ...Object.fromEntries(
      rotated.flatMap((rotation) => {
        const { sealed } = sessionKeyPlace(node, rotation)
        return sealed === undefined ? [] : [[`session-keys-${rotation}.yaml`, sealed]]
      }),
    ),
  }
}

function statefulSet(node: SubstrateLedgerNode, view: View): object {
  const { image, command } = view.network.top.chain
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      template: {
        spec: {
          initContainers: [{ name: 'chain-spec', env: specVariables(view) }],
          containers: [
            {
              name: 'substrate',
              image,
              command,
              args: options(node, view),
              // Readiness asks for a peer.
              ...(isAlone(view.network) ? { readinessProbe: { httpGet: { path: '/health' } } } : {}),
              ...resourcesField(substrateSizes, node.size, node.resources),
            },
          ],
          volumes: [
            // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            specVolume(view),
            { name: 'peers', configMap: { name: `${node.name}-peers` } },
            {
              name: 'node-key',
              secret: { secretName: nodeSecret(node), items: [{ key: nodeKeyEntry, path: nodeKeyEntry }] },
            },
            { name: 'keystore', projected: { sources: keystore(node, view) } },
          ],
        },
      },
    },
  }
}

/** Where chain-spec.sh fetches the spec, if it is not in a ConfigMap. */
function specVariables(view: View): object[] {
  const source = specSourceOf(view)
  return 'url' in source
    ? [
        { name: 'SPEC_URL', value: source.url },
        { name: 'SPEC_SHA256', value: source.sha256 },
      ]
    : []
}

function specVolume(view: View): object {
  const source = specSourceOf(view)
  const maps = 'url' in source ? [] : source.configMaps
  return { name: 'pieces', projected: { sources: maps.map(({ name }) => ({ configMap: { name } })) } }
}

/** Files as the node reads them, from Secrets: their volumes are in memory. */
const keystore = (node: SubstrateLedgerNode, { network, material }: View): object[] =>
  (isValidator(node) ? heldRotations(node) : []).map((rotation) => {
    const place = sessionKeyPlace(node, rotation)
    const keys = sessionKeysOf(node, material, rotation) ?? {}
    // Not in the order of the definition, which counts in announcements only: another one would restart the node.
    const kinds = sessionKeyKinds(network).toSorted((a, b) => compareTexts(a.name, b.name))
    const items = kinds.flatMap(({ name, keyType }) => {
      const key = keys[name]
      return key === undefined ? [] : [{ key: place.entry(name), path: keystoreFile(keyType, key) }]
    })
    return { secret: { name: place.secret, items } }
  })
