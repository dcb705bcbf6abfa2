import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of validators, other nodes and their keys. */
export const nodeRules: RuleTexts = {
  validators: {
    title: 'The number of validators is not right.',
    cases: [
      {
        severity: 'error',
        finds: 'A new chain without a validator.',
        remedy: 'Set the role `validator` for at least four nodes.',
      },
      {
        severity: 'warning',
        finds: 'Fewer than four: blocks are final only while all of them vote.',
        remedy: 'Use four or more.',
      },
      {
        severity: 'notice',
        finds: 'One or two more than needed to survive as many faults.',
        remedy: 'Use 3f + 1 validators.',
      },
    ],
  },
  concentration: {
    title: 'A cluster or an organization has more validators than the network can lose.',
    cases: [
      {
        severity: 'warning',
        finds: 'Without it no block becomes final.',
        remedy: 'Spread the validators.',
      },
    ],
  },
  'session-keys': {
    title: 'The session keys of validators do not fit a runtime.',
    cases: [
      {
        severity: 'error',
        finds: 'A name that the Polkadot SDK does not have, without the type of the key.',
        remedy: 'Set `{scheme: …, keyType: …}`.',
      },
      {
        severity: 'error',
        finds: 'A key of the SDK with another scheme than that of its pallet.',
        remedy: 'Set the scheme that the message names.',
      },
      {
        severity: 'error',
        finds: 'Two keys of one type.',
        remedy: 'Set the types that they have in the runtime.',
      },
      {
        severity: 'warning',
        finds: 'No key makes blocks, or none is for GRANDPA.',
        remedy: 'Add the key, unless the runtime has its own consensus.',
      },
    ],
  },
  identity: {
    title: 'The public half of a key is wrong.',
    cases: [
      {
        severity: 'error',
        finds: 'A peer ID or session key that is not a public key, or a session key that is missing.',
        remedy: 'Restore the file from Git, raise `keyRotation`, or ask the owner of an external node.',
      },
    ],
  },
  'duplicate-key': {
    title: 'Two nodes have the same key.',
    why: 'Two copies of a validator sign two blocks of one slot. The runtime does not refuse an authority that is there twice.',
    cases: [{ severity: 'error', remedy: 'Make a new key for one of them.' }],
  },
  'key-in-two-clusters': {
    title: 'A validator moves to another cluster with its keys.',
    why: 'The old copy may still run, and both would sign.',
    cases: [
      {
        severity: 'error',
        remedy: 'Add a validator with another name. Remove the old one when the chain has replaced it.',
      },
    ],
  },
  'validator-exposed': {
    title: 'A validator or a bootnode exposes JSON-RPC.',
    cases: [{ severity: 'error', remedy: 'Expose a node with the role `rpc`.' }],
  },
  'role-field': {
    title: 'A field has no effect for the role of its node.',
    cases: [
      {
        severity: 'error',
        finds:
          '`account`, `keyRotation` or `sessionKeys` of a node that is no validator, `cors` of one that serves no clients.',
        remedy: 'Remove the field, or change the role.',
      },
    ],
  },
  'node-secret': {
    title: 'Two nodes share a Secret, or a Secret is for something else.',
    cases: [{ severity: 'error', remedy: 'Use a separate Secret for each node.' }],
  },
  'external-address': {
    title: 'Two external nodes have the same address.',
    cases: [{ severity: 'error', remedy: 'Ask their owners.' }],
  },
  announcement: {
    title: 'The announcement of a validator cannot be submitted.',
    cases: [
      {
        severity: 'error',
        finds: 'A node that is no validator, or a validator without an account.',
        remedy: 'Set `account`, or remove `announcement`.',
      },
      {
        severity: 'error',
        finds: 'A file that is no signed transaction of the account with the current session keys.',
        remedy: 'Sign `session.setKeys` with the arguments that `chancery substrate session-keys` prints.',
      },
    ],
  },
}
