import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of a chain: its authorities, their keys, its chain spec and its data. */
export const substrateRisks: RiskTexts = {
  'finality-lost': {
    severities: ['danger'],
    title: 'More validators leave, or lose their session keys, than GRANDPA can lose. No block becomes final.',
    remedy: 'Change one validator in each pull request.',
  },
  'finality-margin': {
    severities: ['danger', 'caution'],
    title: 'No other validator may fail, until the chain has other authorities.',
    caution: 'Finality can still lose at least one.',
    remedy: 'Have the chain remove a validator first. Change the others one at a time.',
  },
  'authorities-restart': {
    severities: ['danger', 'caution'],
    title: 'One commit restarts several validators of a chain. Clusters do not wait for each other.',
    caution: 'Too few are down at once to stop finality.',
    remedy:
      'Change one cluster after the other: `platformVersion` or `settings` of a node, `apply --cluster`, or suspended Flux Kustomizations.',
  },
  'authority-removed': {
    severities: ['danger', 'caution'],
    title: 'A validator leaves the definition, or gets another role. The chain counts it as offline.',
    caution: 'Somebody else runs it.',
    remedy: 'Have the chain remove it from its authorities first.',
  },
  'authority-added': {
    severities: ['caution'],
    title: 'A validator is not an authority of the chain yet.',
    remedy: 'Announce its session keys after the merge, and have it chosen.',
  },
  'session-keys-rotated': {
    severities: ['caution'],
    title: 'A validator gets new session keys, and signs with the old ones until the chain has the new ones.',
    remedy: 'Announce them after the merge. Rotate again when the chain has them.',
  },
  'session-keys-lost': {
    severities: ['danger', 'caution'],
    title: 'A validator no longer has the session keys that the chain knows. It counts as offline.',
    caution: 'Somebody else runs it.',
    remedy: 'Restore the keys. Rotate with `keyRotation`, by one.',
  },
  'session-keys-inherited': {
    severities: ['danger'],
    title: 'A node gets the session keys of another one. While both run, both sign, which runtimes punish.',
    remedy: 'Stop the old one first.',
  },
  'validator-account-changed': {
    severities: ['caution'],
    title: 'A validator gets another account. The chain has its session keys for the old one.',
    remedy: 'Restore the account, or announce new keys with the new one.',
  },
  'peer-id-changed': {
    severities: ['danger', 'caution'],
    title: 'A bootnode gets another peer ID. Nobody reaches it by the old one.',
    caution: 'It is not a bootnode.',
    remedy: 'Restore the node key.',
  },
  'bootnode-removed': {
    severities: ['caution'],
    title: 'A bootnode leaves. Nodes of others that begin with it find nobody.',
    remedy: 'Give others the address of another node first.',
  },
  'chain-spec-replaced': {
    severities: ['danger'],
    title: 'The chain spec is removed or replaced. Nodes with empty volumes begin another chain.',
    remedy: 'Restore the file.',
  },
  'chain-renamed': {
    severities: ['danger'],
    title: 'The chain gets another ID. Its nodes begin with empty folders.',
    remedy: 'Restore the ID.',
  },
  'chain-protocol-changed': {
    severities: ['danger'],
    title: 'The P2P protocols get other names. Nodes with the old ones do not understand them.',
    remedy: 'Restore the protocol ID.',
  },
  'state-pruning-changed': {
    severities: ['danger'],
    title: 'A node keeps the state of old blocks otherwise than its data. It refuses to start.',
    remedy: 'Restore it, or add a node with another name.',
  },
  'database-changed': {
    severities: ['danger'],
    title: 'A node uses another kind of database. It begins with an empty one.',
    remedy: 'Restore the setting.',
  },
}
