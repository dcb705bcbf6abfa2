import type { RiskTexts } from '../../../network/risk-text.ts'

/** Risks of validators, keys and the first block. */
export const evmRisks: RiskTexts = {
  'quorum-lost': {
    severities: ['danger'],
    title: 'More validators leave than the chain can lose. The chain stops, and nobody can be voted out any more.',
    remedy: 'Remove one at a time: vote, wait, merge.',
  },
  'quorum-margin': {
    severities: ['danger', 'caution'],
    title: 'The chain can lose fewer of the remaining validators.',
    caution: 'The chain can still lose at least one.',
    remedy: 'Vote first, and add a validator for each that leaves.',
  },
  'validators-restart': {
    severities: ['danger', 'caution'],
    title: 'One commit restarts several validators. Clusters do not wait for each other.',
    caution: 'Too few are down at once to stop the chain.',
    remedy:
      'Change one cluster after the other: `platformVersion` or `settings` of a node, `apply --cluster`, or suspended Flux Kustomizations.',
  },
  'validator-removed': {
    severities: ['danger', 'caution'],
    title: 'A validator leaves the definition.',
    caution: 'It was to be voted out already.',
    remedy: 'Set `validator: false` first, and check that the chain has voted it out.',
  },
  'validator-demoted': {
    severities: ['caution'],
    title: 'A validator will be voted out (`validator: false`). It creates blocks until then.',
    remedy: 'Keep the node running until the vote.',
  },
  'validator-added': {
    severities: ['caution'],
    title: 'A node will be a validator after a vote.',
    remedy: 'Let the node catch up first.',
  },
  'node-key-changed': {
    severities: ['danger', 'caution'],
    title: 'A node gets another key. Other nodes take it for another node.',
    caution: 'It is not a validator.',
    remedy: 'Restore the key, or add a new node.',
  },
  'node-key-inherited': {
    severities: ['danger', 'caution'],
    title: 'A node gets the key of a removed node. For a while, both may run.',
    caution: 'It is not a validator.',
    remedy: 'Stop the old node first.',
  },
  'node-adopted': {
    severities: ['danger'],
    title: 'A pod starts with the key of a node that something else ran so far.',
    remedy: 'Stop the old pod for good, and copy its data, before the merge.',
  },
  'node-returned': {
    severities: ['danger'],
    title: 'A node gets `adopted: false` again: its pod stops here.',
    remedy: 'Start the old pod only when the pod here is gone.',
  },
  'validators-adopted': {
    severities: ['danger'],
    title: 'More validators move in one commit than may be down. The chain stops meanwhile.',
    remedy: 'Change `adopted` of fewer validators in one commit.',
  },
  'chain-id-changed': {
    severities: ['danger'],
    title: 'The network becomes another chain, on which no old transaction is valid.',
    remedy: 'Restore the chain ID.',
  },
  'genesis-field-changed': {
    severities: ['danger'],
    title: 'The first block would change.',
    remedy: 'Restore the field.',
  },
  'consensus-followed': {
    severities: ['caution'],
    title: 'The definition follows a chain that changes from IBFT 2.0 to QBFT.',
    remedy: 'Merge it after the start block of QBFT.',
  },
  'fork-scheduled': {
    severities: ['caution'],
    title: 'A fork changes the rules from a block or time on.',
    remedy: 'Upgrade every node first, external ones included.',
  },
  'fork-moved': {
    severities: ['danger'],
    title: 'A fork is moved or removed. Nodes that have passed it refuse the blocks of the others.',
    remedy: 'Move a fork only before the chain reaches either start.',
  },
  'transition-scheduled': {
    severities: ['caution'],
    title: 'The rules change at a block.',
    remedy: 'Update every node first.',
  },
  'transition-changed': {
    severities: ['danger'],
    title: 'A transition is changed or removed.',
    remedy: 'Restore it, unless the chain has not reached it.',
  },
  'validators-replaced': {
    severities: ['danger'],
    title: 'A transition replaces all validators, without a vote.',
    remedy: 'Use it only if more than half of the validators are lost.',
  },
  'genesis-replaced': {
    severities: ['danger'],
    title: 'The genesis file is removed or replaced. Nodes refuse to start with their data.',
    remedy: 'Restore the file.',
  },
}
