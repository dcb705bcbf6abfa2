import type { BesuLedgerNode } from './accounts.ts'

const needed = 'the node needs it as it is'
const discovery = 'discovery is UDP, which no Ambassador passes: peers follow from the definition'
const addresses = 'addresses follow from the definition'

/** Options that follow from the definition or from the manifests, in lower case: settings cannot change them. */
const options: ReadonlyMap<string, string> = new Map([
  ...[
    'config-file',
    'data-path',
    'node-private-key-file',
    'static-nodes-file',
    'p2p-enabled',
    'p2p-host',
    'p2p-interface',
    'p2p-port',
    'rpc-http-enabled',
    'rpc-http-host',
    'rpc-http-port',
    'rpc-ws-enabled',
    'rpc-ws-host',
    'rpc-ws-port',
    'metrics-enabled',
    'metrics-host',
    'metrics-port',
    'metrics-protocol',
    'xdns-enabled',
    'xdns-update-enabled',
  ].map((option) => [option, needed] as const),
  ...['p2p-host-ipv6', 'p2p-interface-ipv6', 'p2p-port-ipv6', 'nat-method'].map(
    (option) => [option, addresses] as const,
  ),
  ...[
    'bootnodes',
    'discovery-enabled',
    'discovery-mode',
    'discovery-dns-url',
    'p2p-discovery-port',
    'p2p-discovery-port-ipv6',
  ].map((option) => [option, discovery] as const),
  ['genesis-file', 'the genesis follows from the key genesis'],
  ['override-genesis-config', 'the genesis follows from the key genesis'],
  ['network', 'the network follows from the key genesis'],
  ['network-id', 'the network follows from genesis.chainId'],
  ['host-allowlist', 'it follows from the names of the node'],
  ['permissions-accounts-config-file', 'the list follows from allowedAccounts'],
  ['permissions-accounts-config-file-enabled', 'the list follows from allowedAccounts'],
])

/** Options that a field of the node sets: the field is for people. */
const fields: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^rpc-(http|ws)-authentication-/, 'who may ask follows from authentication: {publicKey: …} of the node'],
  [/^rpc-http-cors-origins$/, 'write the pages into cors of the node'],
]

/** What an option follows from, by any of its names; undefined when settings may have it. */
export function ownerOf({ role }: Pick<BesuLedgerNode, 'role'>, option: string): string | undefined {
  const name = option.toLowerCase()
  if (role === 'archive' && name === 'data-storage-format') return 'an archive keeps the state of every block in FOREST'
  return fixed(name) ?? fields.find(([pattern]) => pattern.test(name))?.[1]
}

/** Whether neither a field nor a setting can change an option. */
export const isFixed = (option: string): boolean => fixed(option.toLowerCase()) !== undefined

const fixed = (name: string): string | undefined =>
  options.get(name) ??
  (name.startsWith('graphql-') ? 'GraphQL cannot ask for a token: it stays off, JSON-RPC has the same data' : undefined)
