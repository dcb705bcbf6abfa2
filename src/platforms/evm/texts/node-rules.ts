import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of validators and other nodes. */
export const nodeRules: RuleTexts = {
  validators: {
    title: 'The network has no validator, fewer than four, or an unhelpful number of them.',
    why: 'A chain of 3f + 1 validators tolerates f that fail or are malicious.',
    cases: [
      { severity: 'error', finds: 'No validator.', remedy: 'Set the role `validator` for at least four nodes.' },
      {
        severity: 'warning',
        finds: 'Fewer than four validators: the chain stops if one fails.',
        remedy: 'Use four or more.',
      },
      {
        severity: 'notice',
        finds: 'More validators than a lower step of 3f + 1 needs, without tolerating one more malicious validator.',
        remedy: 'Nothing, or grow to the next step.',
      },
    ],
  },
  concentration: {
    title: 'One cluster or organization has so many consensus nodes that the ledger depends on it.',
    cases: [
      {
        severity: 'warning',
        finds: 'The chain stops without one cluster or organization.',
        remedy: 'Spread the validators. With fewer than three clusters this is unavoidable.',
      },
    ],
  },
  'max-peers': {
    title: 'A validator would have more peers than its `max-peers`.',
    why: 'The validator refuses further peers, which may be validators.',
    cases: [{ severity: 'warning', remedy: 'Raise `max-peers` in `settings` of the node.' }],
  },
  'validator-exposed': {
    title: 'A validator has `expose`.',
    why: 'Clients of a validator can slow it down, and its API can vote.',
    cases: [{ severity: 'error', remedy: 'Add an `rpc` node for clients.' }],
  },
  'dangerous-api': {
    title: 'An exposed node offers an API with which clients can vote or change the node.',
    cases: [{ severity: 'error', remedy: 'Limit the APIs to `ETH`, `NET` and `WEB3`, or do not expose the node.' }],
  },
  'owned-setting': {
    title: '`settings` contains an option that Chancery or a field sets.',
    cases: [{ severity: 'error', remedy: 'Remove the option. The hint names the field that sets it.' }],
  },
  'refused-setting': {
    title: '`settings` contains an option that cannot work here.',
    cases: [
      {
        severity: 'error',
        finds:
          'An option that the ledger refuses together with the others, such as limits of another kind of transaction pool.',
        remedy: 'Remove the option.',
      },
    ],
  },
  'release-lacks': {
    title: 'A release of the ledger does not support a fork or a field of the genesis.',
    why: 'The node ignores the field, follows a draft of it, or does not start.',
    cases: [{ severity: 'error', remedy: 'Use the release in the hint, for the network and for each node.' }],
  },
  'role-field': {
    title: 'A field is set on a node whose role has no use for it.',
    cases: [
      {
        severity: 'error',
        finds: '`validator` of a node, own or external, without the role `validator`.',
        remedy: 'Remove the field.',
      },
    ],
  },
  'node-secret': {
    title: 'Two nodes, or a node and the registry, use the same Secret.',
    why: 'Two nodes with one key would be the same node for the network.',
    cases: [
      {
        severity: 'error',
        finds: 'The same `existingSecret` twice in a cluster, the Secret of another node, or the pull Secret.',
        remedy: 'Use a separate Secret for each node and for the registry.',
      },
    ],
  },
  'external-address': {
    title: 'Two external nodes have the same host and port.',
    cases: [{ severity: 'error', remedy: 'Ask their owners for the right addresses.' }],
  },
  'node-elsewhere': {
    title: 'A node with `adopted: false` cannot run elsewhere as the definition says.',
    cases: [
      {
        severity: 'error',
        finds: '`movesFrom` is missing, belongs to another node, or is the address that the node has here.',
        remedy: 'Set `movesFrom` to the address at which its peers reach it now.',
      },
      {
        severity: 'error',
        finds: 'The genesis file of the chain or the public key of the node is missing.',
        remedy: 'Add the file that the old nodes run with, or remove `adopted`.',
      },
    ],
  },
  'node-id': {
    title: 'The `nodeId` of an external node is not a public key.',
    cases: [{ severity: 'error', remedy: 'Copy it again from the enode URL of the node.' }],
  },
  'config-map-size': {
    title: 'A file is too large for a ConfigMap (1 MiB).',
    cases: [
      {
        severity: 'error',
        finds: 'The genesis is too large. Once it is written, nothing can correct it.',
        remedy: 'Deploy contracts with transactions instead of at genesis.',
      },
    ],
  },
  identity: {
    title: 'A public key is invalid, does not match its address, or belongs to two nodes.',
    cases: [{ severity: 'error', remedy: 'Restore the file from Git. Generate a new key for a copied one.' }],
  },
  'validator-new': {
    title: 'A change adds a validator directly to a running chain.',
    why: 'The chain would count the validator before it has caught up, and could stop.',
    cases: [{ severity: 'error', remedy: 'Start with `validator: false`. Set it to true in a second change.' }],
  },
  'validator-gone': {
    title: 'A change removes a validator, or its role, before the chain has voted it out.',
    why: 'The chain still counts the validator, as one that is down.',
    cases: [{ severity: 'error', remedy: 'Set `validator: false` first. Remove the node after the vote.' }],
  },
  'key-in-two-clusters': {
    title: 'A validator moved to another cluster than its sealed key.',
    why: 'The validator may run in both clusters with one key.',
    cases: [{ severity: 'error', remedy: 'Add a new validator, then remove the old one.' }],
  },
  'validators-at-once': {
    title: 'One change adds or removes more validators than may fail.',
    cases: [{ severity: 'error', remedy: 'Add or remove validators one after the other.' }],
  },
}
