import { isIpAddress } from '../../network/address.ts'
import { isPrivate } from '../../network/special-addresses.ts'
import type { ClusterView } from '../platform.ts'
import { isAlone, isValidator, type SubstrateLedgerNode, type SubstrateNetwork } from './network.ts'
import { byCanonicalName, words } from './options.ts'
import { publicAddress } from './peers.ts'
import type { Settings, SubstrateNode, SubstrateTop } from './schema.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

export const ports = { p2p: 30333, rpc: 9944, metrics: 9615 } as const

/** Where the base manifests mount things; base/node/statefulset.yaml has the same paths. */
const paths = {
  data: '/data',
  spec: '/run/chain/spec.json',
  nodeKey: '/etc/substrate/node-key/node-key',
  keystore: '/etc/substrate/keystore',
} as const

/** A name that logs have (sc-cli-0.51.0, config.rs: NODE_NAME_MAX_LENGTH; 64 is too long already). */
const longestName = 63

/** The command line of a node behind its program. All of it is read at start only. */
export const options = (node: SubstrateLedgerNode, view: View): readonly string[] =>
  words({ ...ownOptions(node, view), ...byCanonicalName(node.own.settings) })

/** What follows from the definition: sc-cli-0.51.0, src/params. Settings come last. */
const ownOptions = (node: SubstrateLedgerNode, view: View): Settings => ({
  name: `${node.organization.name}-${node.name}`.slice(0, longestName),
  'base-path': paths.data,
  chain: paths.spec,
  validator: isValidator(node),
  'node-key-file': paths.nodeKey,
  'keystore-path': paths.keystore,
  // Without this, nodes that are no validators listen for WebSocket (network_params.rs: network_config).
  'listen-addr': node.cluster.ipFamilies.map(
    (family) => `/${family === 'IPv6' ? 'ip6/::' : 'ip4/0.0.0.0'}/tcp/${ports.p2p}`,
  ),
  'public-addr': publicAddress(node, view),
  ...(hasPrivateAddresses(view.network) ? { 'allow-private-ip': true, 'discover-local': true } : {}),
  // A validator waits for a peer before it makes blocks (sc-consensus-slots-0.48.0, lib.rs: is_offline).
  ...(isAlone(view.network) ? { 'force-authoring': true } : {}),
  // Peers of the own machine are in the list; multicast reaches nobody in a cluster.
  'no-mdns': true,
  // Specs made of a template often name a server of others, which gets names and addresses (run_cmd.rs: telemetry_endpoints).
  ...(node.own.settings['telemetry-url'] === undefined ? { 'no-telemetry': true } : {}),
  'rpc-port': ports.rpc,
  'rpc-methods': 'safe',
  ...rpcOptions(node),
  'prometheus-external': true,
  'prometheus-port': ports.metrics,
  ...(node.role === 'archive' ? { 'state-pruning': 'archive', 'blocks-pruning': 'archive' } : {}),
})

/**
 * On a live chain, a node neither tells others about private addresses nor dials those that it hears of (network_params.rs:
 * network_config). Names are not looked at, whatever they resolve to (sc-network-0.49.1, discovery.rs: can_add_to_dht).
 */
export const hasPrivateAddresses = ({ clusters, external }: SubstrateNetwork): boolean =>
  [...clusters.flatMap(({ address }) => address ?? []), ...external.map(({ host }) => host)].some(
    (host) => isIpAddress(host) && isPrivate(host),
  )

/** With origins by name, a node answers 403 to any Host but localhost (sc-rpc-server-21.0.0, utils.rs: host_filtering). */
const takesAnyHost = ({ role, own: { cors } }: SubstrateLedgerNode): boolean =>
  role !== 'validator' && (cors === undefined || cors.includes('*'))

/**
 * Probes come to the pod's address. A validator refuses --rpc-external (rpc_params.rs: rpc_interface); its network policy lets nobody
 * to that port.
 */
function rpcOptions(node: SubstrateLedgerNode): Settings {
  if (isValidator(node)) return { 'unsafe-rpc-external': true }
  return { 'rpc-external': true, 'rpc-cors': takesAnyHost(node) ? 'all' : (node.own.cors ?? []).join(',') }
}
