import { stringify } from 'smol-toml'
import { resourcesField } from '../../network/size.ts'
import { keySecret, sealedKeyPath } from '../evm/material.ts'
import { genesisName, noPod, persistentVolumeClaim, rpcNames } from '../evm/node-objects.ts'
import { type Peer, peerNames, peersOf, staticNodes } from '../evm/peers.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { allowedAccounts, type BesuLedgerNode } from './accounts.ts'
import { client } from './client.ts'
import { besuToml } from './config.ts'
import type { BesuNode, BesuTop } from './schema.ts'
import { besuSizes } from './sizes.ts'

type View = ClusterView<BesuTop, BesuNode>

/** A node: the base of its role, its configuration and peers, and what its own volume, key and names are. */
export function nodeOverlay(node: BesuLedgerNode, view: View): Overlay {
  const peers = peersOf(node, view, client)
  const config = configFiles(node, view)
  return {
    bases: [node.role],
    configMaps: [
      { name: `${node.name}-config`, files: Object.keys(config), naming: 'hashed' },
      // Without a hash: a new peer must not restart all the others.
      { name: `${node.name}-peers`, files: ['static-nodes.json', 'names'], naming: 'plain' },
    ],
    files: {
      ...config,
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

/** What Besu reads at its start only: a change restarts the node. */
function configFiles(node: BesuLedgerNode, { network, material }: View): Record<string, string> {
  const { authentication } = node.own
  const accounts = allowedAccounts(node, network)
  return {
    'besu.toml': besuToml(node, network),
    ...(authentication === undefined ? {} : { 'tokens.pem': material.text(authentication.publicKey) ?? '' }),
    ...(accounts === undefined ? {} : { 'accounts.toml': stringify({ 'accounts-allowlist': accounts }) }),
  }
}

/** kustomize puts what a patch has first, and Kubernetes replaces $(…) by earlier entries only: they are in the same patch. */
function environment(node: BesuLedgerNode): object[] {
  const names = { name: 'HOST_NAMES', value: ['localhost', ...rpcNames(node)].join(',') }
  const { ipFamilies } = node.cluster
  if (!ipFamilies.includes('IPv6')) return [names]
  return [
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    names,
    // Besu compares with the Host header, where an IPv6 address is in brackets.
    { name: 'BESU_HOST_ALLOWLIST', value: '$(POD_IP),[$(POD_IP)],$(HOST_NAMES)' },
    // Of a name with both families, Java would take the IPv4 address, which pods without IPv4 do not reach.
    ...(ipFamilies.length === 1
      ? [{ name: 'BESU_OPTS', value: '-XX:MaxRAMPercentage=50 -Djava.net.preferIPv6Addresses=true' }]
      : []),
  ]
}

function statefulSet(node: BesuLedgerNode, peers: readonly Peer[], view: View): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'node' },
    spec: {
      ...noPod(node),
      template: {
        spec: {
          containers: [
            {
              name: 'besu',
              env: environment(node),
              // A network of one node has no peer to wait for.
              ...(peers.length === 0
                ? { readinessProbe: { httpGet: { path: '/readiness?minPeers=0&maxBlocksBehind=10', port: 'rpc' } } }
                : {}),
              ...resourcesField(besuSizes, node.size, node.resources),
            },
          ],
          volumes: [
            // By its final name, so that this volume stays the first: their order is part of the pod template (decision 0011).
            { name: 'data', persistentVolumeClaim: { claimName: node.name } },
            { name: 'config', configMap: { name: `${node.name}-config` } },
            { name: 'genesis', configMap: { name: genesisName(view, client) } },
            { name: 'peers', configMap: { name: `${node.name}-peers` } },
            { name: 'key', secret: { secretName: keySecret(node) } },
          ],
        },
      },
    },
  }
}
