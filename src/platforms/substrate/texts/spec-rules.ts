import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of the chain spec, and of the accounts in it. */
export const specRules: RuleTexts = {
  'chain-spec': {
    title: 'The chain spec cannot be used.',
    cases: [
      {
        severity: 'error',
        finds: 'A file that is no chain spec of a node of the Polkadot SDK, or one without a runtime.',
        remedy: 'Write it with the `build-spec` command of the node.',
      },
      {
        severity: 'error',
        finds: 'A raw spec for a new chain: it has no place for validators, balances and sudo.',
        remedy: 'Write it without `--raw`. For a chain that runs already, set `chain.existing`.',
      },
      {
        severity: 'error',
        finds: 'The spec of a parachain. A relay chain orders its blocks, and polkadot-omni-node runs nothing else.',
        remedy: 'Use a node and a runtime with their own consensus.',
      },
      {
        severity: 'error',
        finds: 'A field that has no effect: the spec is used as it is, for a chain that runs or from a URL.',
        remedy: 'Remove the field.',
      },
      {
        severity: 'error',
        finds: 'A chain that runs, and nobody to dial: neither bootnodes in the spec nor external nodes.',
        remedy: 'Add a node of the chain under `external`.',
      },
    ],
  },
  'chain-spec-changed': {
    title: 'The definition or the base spec differs from the chain spec that exists.',
    why: 'The spec is written once. Nodes with another spec begin another chain.',
    cases: [
      { severity: 'error', remedy: 'Restore the field, or the base spec. A runtime is replaced by a transaction.' },
    ],
  },
  'config-map-size': {
    title: 'A ConfigMap would be larger than 1 MiB.',
    cases: [
      {
        severity: 'error',
        finds: 'A chain spec that takes more than eight ConfigMaps.',
        remedy: 'Use the compressed runtime, or publish `material/public/chain-spec.json` and set `chain.publishedAt`.',
      },
    ],
  },
  checksum: {
    title: 'The checksum of an address is wrong.',
    cases: [{ severity: 'error', finds: 'An SS58 address.', remedy: 'Copy the address again.' }],
  },
  'address-prefix': {
    title: 'An address has the prefix of another chain.',
    why: 'The same account has another address on each chain.',
    cases: [{ severity: 'warning', remedy: 'Check whose it is. Write it with the prefix of this chain.' }],
  },
  account: {
    title: 'An account of the genesis is wrong.',
    cases: [
      {
        severity: 'error',
        finds: 'Two validators have one account.',
        remedy: 'Use an account for each validator.',
      },
      {
        severity: 'error',
        finds: 'Some validators have no account, in a runtime with the session pallet.',
        remedy: 'Set `account` of each validator.',
      },
      {
        severity: 'error',
        finds: 'Validators have accounts, and the runtime has no session pallet.',
        remedy: 'Remove `account`.',
      },
    ],
  },
  'well-known-key': {
    title: 'The private half of a key is public.',
    cases: [
      {
        severity: 'error',
        finds:
          'A key of the development phrase, such as `//Alice`: in the definition, the base spec, or a file of keys.',
        remedy: 'Use keys that only their owners have. `chain.sudo` and `chain.balances` replace those of a base spec.',
      },
    ],
  },
  'runtime-keys': {
    title: 'Validators have other keys than the runtime knows.',
    why: 'A node finds a key by its type, and announces all keys in the order of the runtime. With another type it never signs.',
    cases: [
      {
        severity: 'error',
        finds: 'Other types of keys, another order, or fewer keys than the SessionKeys of the runtime.',
        remedy: 'Write them in `chain.sessionKeys` as `impl_opaque_keys!` of the runtime has them, each with its type.',
      },
    ],
  },
  'genesis-refused': {
    title: 'The runtime of the chain spec cannot build its genesis.',
    why: 'Chancery runs the runtime, as each node does at its first start. Nodes would stop there.',
    cases: [
      {
        severity: 'error',
        finds:
          'What the runtime refuses: a pallet or field that it does not have, an account twice, a balance below the existential deposit, too many authorities, or damaged code.',
        remedy: 'Compare the fields and the base spec with the output of `build-spec`.',
      },
    ],
  },
  'genesis-authorities': {
    title: "The genesis has validators that are nobody's.",
    why: 'The runtime chose others than those of the definition, or gave them empty keys. They never make a block.',
    cases: [
      {
        severity: 'error',
        finds: 'A key of an authority that no validator of the definition has, before the chain spec is written.',
        remedy:
          'Set `account` for each validator, and remove other validators from the base spec: of `session`, `staking` or a validator set.',
      },
    ],
  },
  'genesis-unknown': {
    title: 'Only the nodes can compute the genesis hash.',
    cases: [
      {
        severity: 'notice',
        finds: 'A runtime that asks its node for functions beyond those of the Polkadot SDK, or one for PolkaVM.',
        remedy: 'Compare the answers of the nodes to `chain_getBlockHash` for block 0.',
      },
    ],
  },
  'genesis-hash': {
    title: 'The chain spec has another genesis than the definition expects.',
    why: 'Nodes with different genesis hashes never connect.',
    cases: [
      {
        severity: 'error',
        finds: '`chain.expectedGenesisHash` differs from the hash that the spec produces.',
        remedy:
          'Use the spec of the chain. For a new chain, remove the hash until its validators and accounts are final.',
      },
    ],
  },
}
