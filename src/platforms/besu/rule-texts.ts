import type { RuleTexts } from '../../network/rule-text.ts'
import { goQuorumRules } from '../evm/texts/goquorum-rules.ts'

/** Rules that only Besu has. */
export const besuRules: RuleTexts = {
  'block-reward': {
    title: '`miningBeneficiary` is set, but no block has a reward.',
    cases: [
      {
        severity: 'warning',
        finds: 'With `freeGas`, and no `blockReward` in the genesis or in a transition.',
        remedy: 'Set both fields or neither.',
      },
    ],
  },
  'free-gas': {
    title: 'The gas price of a node contradicts `freeGas`.',
    cases: [
      {
        severity: 'error',
        finds: 'A node sets a gas price, and `freeGas` is true.',
        remedy: 'Remove one of the two.',
      },
      {
        severity: 'warning',
        finds: 'A node sets `min-gas-price: 0` without `freeGas`.',
        remedy: 'Set `freeGas` before the chain begins, or remove the setting.',
      },
    ],
  },
  'unknown-api': {
    title: '`rpc-http-api` or `rpc-ws-api` names an API that Besu does not have.',
    why: 'Besu would not start.',
    cases: [{ severity: 'error', remedy: 'Correct the name.' }],
  },
  'ignored-setting': {
    title: 'The ledger ignores an option because of other options.',
    cases: [{ severity: 'warning', remedy: 'Remove the option, or add the options that it needs.' }],
  },
  ...goQuorumRules,
  'consensus-release': {
    title: 'The chain runs IBFT 2.0.',
    why: 'Chancery begins no chain with it, and Besu develops QBFT.',
    cases: [
      {
        severity: 'error',
        finds: 'A release without IBFT 2.0. None is known yet.',
        remedy: 'Use an older release, and change the chain to QBFT.',
      },
      {
        severity: 'warning',
        finds: 'A release newer than the last one that is known to run it.',
        remedy: 'Read the release notes before the upgrade.',
      },
      {
        severity: 'notice',
        finds: 'Any other release.',
        remedy: 'Plan to change the chain to QBFT at a block.',
      },
    ],
  },
  release: {
    title: 'The release of the ledger is not supported.',
    cases: [
      {
        severity: 'error',
        finds: 'A `platformVersion`, of the network or of a node, older than 24.5.0.',
        remedy: 'Use a newer release.',
      },
    ],
  },
  'validator-clients': {
    title: 'A validator has `authentication` or `cors`.',
    why: 'Validators serve no clients.',
    cases: [{ severity: 'error', remedy: 'Move the fields to a node with clients.' }],
  },
  'cors-origin': {
    title: 'An origin in `cors` is one that no browser sends.',
    why: 'Besu compares origins literally.',
    cases: [
      {
        severity: 'error',
        finds: 'Capital letters in the host, the default port of the scheme, a path, or `*` in a part of a name.',
        remedy: 'Write the origin in the hint.',
      },
    ],
  },
  'cors-open': {
    title: 'Every web page can call an exposed node.',
    cases: [
      {
        severity: 'warning',
        finds: '`cors: ["*"]` on a node without `authentication`.',
        remedy: 'Name the origins, or set `authentication`.',
      },
    ],
  },
  'token-key': {
    title: '`authentication.publicKey` is not a public key in PEM, or does not fit `algorithm`.',
    cases: [{ severity: 'error', remedy: 'Run `openssl pkey -in tokens.key -pubout`.' }],
  },
  'allowed-accounts': {
    title: '`allowedAccounts` lists an account twice, or is empty.',
    cases: [{ severity: 'warning', remedy: 'Remove the duplicate. Leave an empty list out.' }],
  },
}
