/** Why a node may not have an option, and what to do. */
export interface RefusedOption {
  readonly why: string
  readonly hint: string
}

const oneServer = 'Substrate merged the servers of HTTP and WebSocket in May 2023, and the node would not start'
const developer = 'it is for one developer: everybody knows the keys'
const parachain = 'it is an option of a collator, and Chancery runs solo chains only'

const replaced = (by: string): RefusedOption => ({ why: oneServer, hint: `use ${by}` })
const removed = (why: string): RefusedOption => ({ why, hint: 'remove it' })

/** https://github.com/paritytech/substrate/pull/13384 lists the options that it removed, and what took their place. */
const always: Readonly<Record<string, RefusedOption>> = {
  'ws-port': { why: oneServer, hint: 'remove it: port 9944 serves HTTP and WebSocket' },
  'ws-external': {
    why: oneServer,
    hint: 'remove it: port 9944 serves HTTP and WebSocket, and expose gives it a route',
  },
  'unsafe-ws-external': {
    why: oneServer,
    hint: 'remove it: port 9944 serves HTTP and WebSocket, and expose gives it a route',
  },
  'ws-max-connections': replaced('rpc-max-connections'),
  'ws-max-out-buffer-capacity': replaced('rpc-message-buffer-capacity-per-connection'),
  'rpc-max-payload': replaced('rpc-max-request-size and rpc-max-response-size'),
  'rpc-http': removed(oneServer),
  'rpc-ws': removed(oneServer),
  'ipc-path': removed('Substrate removed its socket in May 2023, and the node would not start'),
  light: removed('Substrate removed its light client in 2022, and the node would not start: smoldot is one'),
  'unsafe-pruning': removed('Substrate removed it in 2022, and the node would not start: any node may prune'),
  // sc-cli 0.51.0, src/params/shared_params.rs and src/commands/run_cmd.rs.
  dev: { why: developer, hint: 'remove it: clusters with provider kind run the network on one machine' },
  tmp: { why: 'the node would lose its blocks at each restart', hint: 'remove it: storage of the node has its size' },
  // sc-cli 0.51.0, src/params/node_key_params.rs.
  'unsafe-force-node-key-generation': {
    why: 'a node with another key has another peer ID, and nobody would find it',
    hint: 'remove it: `chancery keys` makes the key',
  },
  'no-grandpa': {
    why: 'a validator would not vote, and counts as lost; any other node would never know what is final',
    hint: 'remove it',
  },
  collator: { why: parachain, hint: 'remove it' },
  'parachain-id': { why: parachain, hint: 'remove it' },
  'relay-chain-rpc-url': { why: parachain, hint: 'remove it' },
  'relay-chain-rpc-urls': { why: parachain, hint: 'remove it' },
  'relay-chain-light-client': { why: parachain, hint: 'remove it' },
  ...Object.fromEntries(
    ['alice', 'bob', 'charlie', 'dave', 'eve', 'ferdie', 'one', 'two'].map((name) => [
      name,
      {
        why: `everybody knows the keys of ${name[0]?.toUpperCase()}${name.slice(1)}`,
        hint: 'remove it: role: validator gives the node keys that only it has',
      },
    ]),
  ),
}

/** Why nobody may have an option, by its canonical name; undefined where it is none of these. */
export const refusalOf = (option: string): RefusedOption | undefined =>
  Object.hasOwn(always, option) ? always[option] : undefined
