import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of the first block, of forks and of transitions. */
export const genesisRules: RuleTexts = {
  consensus: {
    title: 'The consensus protocol is not supported.',
    cases: [
      {
        severity: 'error',
        finds: 'Another protocol than `qbft`, or `ibft2` of Besu without the genesis file of the chain.',
        remedy: 'Use `qbft` for a new chain. For a chain of IBFT 2.0, copy its genesis file.',
      },
    ],
  },
  'chain-id': {
    title: 'The `chainId` is already in use elsewhere.',
    why: 'Transactions of one chain could be replayed on the other.',
    cases: [
      { severity: 'error', finds: 'The number of a public chain.', remedy: 'Choose your own number.' },
      { severity: 'warning', finds: 'A default of development tools.', remedy: 'Choose your own number.' },
    ],
  },
  'request-timeout': {
    title: '`requestTimeoutSeconds` is not more than the block period.',
    why: 'Every round would time out.',
    cases: [{ severity: 'error', remedy: 'Use twice the block period.' }],
  },
  'gas-limit': {
    title: '`gasLimit` is too low or too high.',
    cases: [
      {
        severity: 'error',
        finds: 'Less than a transaction needs (21000), or 2^63 or more.',
        remedy: 'Leave the field out.',
      },
      {
        severity: 'warning',
        finds: 'Less than 1000000: almost no contract could be deployed.',
        remedy: 'Leave the field out.',
      },
    ],
  },
  'epoch-length': {
    title: 'An epoch ends before more than half of the validators can vote.',
    why: 'Pending votes are dropped at the end of an epoch.',
    cases: [{ severity: 'warning', remedy: 'Leave `epochLength` out.' }],
  },
  'empty-block-period': {
    title: '`emptyBlockPeriodSeconds` is less than the block period, or has no effect.',
    why: 'A block without transactions is never due before one with them. IBFT 2.0 does not have the option.',
    cases: [{ severity: 'error', remedy: 'Use the block period or more. Remove it with IBFT 2.0.' }],
  },
  'long-time': {
    title: 'The time of a block or a round is 1000 seconds or more.',
    why: 'The value looks like milliseconds. Transitions are checked too.',
    cases: [{ severity: 'warning', remedy: 'Write seconds.' }],
  },
  'fork-order': {
    title: 'A fork starts before the fork that precedes it, or that fork is missing.',
    why: 'Besu compares blocks with times too: with `londonBlock: 5` and `shanghaiTime: 0` it does not start.',
    cases: [{ severity: 'error', remedy: 'Use the same or a later start, and add the missing fork.' }],
  },
  'fork-time': {
    title: 'The start of a fork has the wrong unit, or looks wrong.',
    cases: [
      {
        severity: 'error',
        finds: 'A time in milliseconds, a block instead of a time, or a time instead of a block.',
        remedy: 'Write seconds since 1970 for `…Time`, and a block number for `…Block`.',
      },
      {
        severity: 'notice',
        finds: 'A time before 2023, which holds from the first block on, or a time after 2100.',
        remedy: 'Write 0, or leave the fork out.',
      },
    ],
  },
  checksum: {
    title: 'The checksum of an address is wrong (EIP-55).',
    why: 'A character of the address may be mistyped.',
    cases: [{ severity: 'error', remedy: 'Copy the address again, or write it in lower case.' }],
  },
  account: {
    title: 'An account at genesis is invalid.',
    cases: [
      {
        severity: 'error',
        finds:
          'An account that is listed twice, an address that belongs to the EVM (a precompiled contract, or a system contract of a fork without its code), a storage slot with two spellings, or balances of 2^256 or more in total.',
        remedy: 'Follow the message.',
      },
      {
        severity: 'notice',
        finds: 'An account with storage and without code: only code can read storage.',
        remedy: 'Add the code.',
      },
    ],
  },
  'well-known-key': {
    title: 'The private half of a key is public.',
    cases: [
      {
        severity: 'notice',
        finds: 'The chain began with an account whose key is public.',
        remedy: 'Grant the account no rights.',
      },
    ],
  },
  code: {
    title: 'The code of a contract at genesis is empty or invalid.',
    cases: [
      { severity: 'warning', finds: 'Empty code (`0x`).', remedy: 'Write the runtime code, or leave `code` out.' },
      {
        severity: 'error',
        finds:
          'Code larger than `contractSizeLimit` (24576 bytes by default), code that begins with 0xEF, or deployment code.',
        remedy: 'Write the runtime code, or split the contract.',
      },
    ],
  },
  artifact: {
    title: 'The `artifact` of a contract is invalid or incomplete.',
    cases: [
      {
        severity: 'error',
        finds: 'A file that is not a compiler output with runtime code, or an account with `artifact` and `code`.',
        remedy: 'Name the file of the contract, with its libraries linked.',
      },
      {
        severity: 'warning',
        finds: 'A contract with immutable values. No constructor runs at genesis, so they are zero.',
        remedy: 'Use storage, or deploy the contract with a transaction.',
      },
    ],
  },
  genesis: {
    title: '`material/public/genesis.json` is invalid, or of a chain that cannot be joined.',
    why: 'The genesis can never be generated again.',
    cases: [
      {
        severity: 'error',
        finds:
          'A damaged file, values that the ledger does not read, another consensus protocol, or validators that a contract selects.',
        remedy: 'Restore the file from Git, or take the file of a running node.',
      },
    ],
  },
  'genesis-key': {
    title: 'A key of the genesis file has no effect, or no field in the definition.',
    why: 'Ledgers ignore keys that they do not know.',
    cases: [
      {
        severity: 'notice',
        finds: 'A key that the ledger ignores, such as `epoch` of `qbft`.',
        remedy: 'Nothing. Do not rely on its value.',
      },
      {
        severity: 'notice',
        finds: 'A key that the ledger reads and no field has, such as `messagequeuelimit`.',
        remedy: 'Nothing. Nodes get the file as it is.',
      },
    ],
  },
  'genesis-changed': {
    title: 'A field of `genesis`, or a past transition, differs from the first block.',
    why: 'Nodes would not agree about the chain. Other spellings of the same value are accepted.',
    cases: [{ severity: 'error', remedy: 'Write the value of the genesis file, which the hint has.' }],
  },
  'fork-moved': {
    title: 'A fork has another start than when the chain began.',
    why: 'Nodes with different starts disagree about blocks.',
    cases: [
      {
        severity: 'warning',
        remedy: 'Move a fork only before the chain reaches either start, and on every node.',
      },
    ],
  },
  transition: {
    title: 'A transition is invalid or has no effect.',
    cases: [
      {
        severity: 'error',
        finds:
          'Two transitions at one block, a transition without a change, blocks that take as long as a round, or invalid or duplicate validators.',
        remedy: 'Follow the message.',
      },
      {
        severity: 'warning',
        finds: 'The transition repeats the current value of the genesis or of an earlier transition.',
        remedy: 'Use another value, or remove it.',
      },
    ],
  },
}
