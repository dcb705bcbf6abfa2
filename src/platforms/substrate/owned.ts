const needed = 'the node needs it as it is'
const keys = 'keys are files that `chancery keys` makes'
const addresses = 'addresses follow from the definition'
const reach = 'probes and clients reach RPC at port 9944 of the pod, and NetworkPolicies say who may'

/** Options that follow from the definition or from the manifests: settings cannot change them. */
const options: ReadonlyMap<string, string> = new Map([
  ...['base-path', 'prometheus-external', 'prometheus-port', 'no-prometheus'].map(
    (option) => [option, needed] as const,
  ),
  ...[
    'keystore-path',
    'node-key',
    'node-key-file',
    'node-key-type',
    'password',
    'password-filename',
    'password-interactive',
  ].map((option) => [option, keys] as const),
  ...['bootnodes', 'listen-addr', 'port', 'public-addr'].map((option) => [option, addresses] as const),
  ...['experimental-rpc-endpoint', 'rpc-external', 'rpc-port', 'unsafe-rpc-external'].map(
    (option) => [option, reach] as const,
  ),
  ['chain', 'the chain follows from the key chain'],
  ['name', 'the name follows from the node and its organization'],
  ['validator', 'a validator has role: validator'],
  ['rpc-cors', 'write the pages into cors of the node'],
])

const pruning = ['blocks-pruning', 'state-pruning']

/** What an option follows from, by its canonical name; undefined when settings may have it. */
export const ownerOf = ({ role }: { readonly role: string }, option: string): string | undefined =>
  role === 'archive' && pruning.includes(option) ? 'an archive keeps every block and its state' : options.get(option)
