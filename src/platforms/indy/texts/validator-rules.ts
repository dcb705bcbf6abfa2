import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of validators, and of where they are reached. */
export const validatorRules: RuleTexts = {
  validators: {
    title: 'The pool has too few or too many validators, or an unhelpful number of them.',
    why: 'A pool of 3f + 1 validators tolerates f that are offline or malicious. Only a new pool is checked.',
    cases: [
      { severity: 'error', finds: 'Fewer than four validators.', remedy: 'Add validators, own or external ones.' },
      {
        severity: 'warning',
        finds: 'More than 25 validators: their messages grow with the square of their number.',
        remedy: 'Let organizations read the ledger without a validator.',
      },
      {
        severity: 'notice',
        finds: 'More validators than 3f + 1, and fewer than the next step.',
        remedy: 'Nothing, or grow to the next step.',
      },
    ],
  },
  concentration: {
    title: 'One cluster or organization has so many validators that the pool depends on it.',
    cases: [
      {
        severity: 'warning',
        finds: 'A cluster or an organization, own or external, with more than f of 3f + 1 validators.',
        remedy: 'Spread the validators. With fewer than four clusters this is unavoidable.',
      },
    ],
  },
  trustees: {
    title: 'A new pool has no trustee, or only one.',
    why: 'Trustees add stewards and endorsers, and replace lost keys.',
    cases: [
      { severity: 'error', finds: 'No trustee.', remedy: 'Set `trustees` of an organization.' },
      { severity: 'warning', finds: 'One trustee.', remedy: 'Set three or more, in different hands.' },
    ],
  },
  steward: {
    title: 'The steward of a validator cannot be used.',
    cases: [
      {
        severity: 'error',
        finds: 'Two validators have one steward, or an external validator of a new pool has none.',
        remedy: 'Set a `steward` for each validator.',
      },
      {
        severity: 'warning',
        finds: 'The steward has the key of its validator, so the cluster of the validator has the key of the steward.',
        remedy: 'Use a steward with another key.',
      },
      {
        severity: 'notice',
        finds: 'The same of an external validator.',
        remedy: 'Tell its owner.',
      },
    ],
  },
  alias: {
    title: 'The usual alias of a validator has more than 64 characters.',
    cases: [{ severity: 'error', remedy: 'Set `alias`.' }],
  },
  'validator-address': {
    title: 'An address of a validator is used twice, or nobody can connect to it.',
    cases: [
      {
        severity: 'error',
        finds: 'Two validators, also of the pool to join, or both endpoints of an external one have the same address.',
        remedy: 'Ask their owners for the right addresses and ports.',
      },
      {
        severity: 'error',
        finds: '`clientHost` is an address of the machine itself, or similar, or there is no port after 65535.',
        remedy: 'Set `clientHost` and `clientPort` as others reach them.',
      },
    ],
  },
  'dns-name': {
    title: 'The address of a validator is a DNS name.',
    why: 'A genesis may have names. NODE transactions, with which validators join and move, take IP addresses only.',
    cases: [
      {
        severity: 'error',
        finds: 'A validator that is not in the genesis, in a cluster with `domain`.',
        remedy: 'Use a cluster with `address`.',
      },
      {
        severity: 'warning',
        finds: 'A validator of the genesis, or an external one.',
        remedy: 'Use IP addresses before the pool begins. Later, the names have to stay.',
      },
    ],
  },
  'proxy-protocol': {
    title: 'Validators of a cluster may not reach each other because their Ambassador expects the PROXY protocol.',
    why: 'A pool has one address for each validator, so they dial each other at their Ambassador. Where kube-proxy handles these connections, no load balancer adds the header.',
    cases: [
      {
        severity: 'warning',
        finds: '`proxyProtocol` of an Ambassador with two or more validators behind it.',
        remedy: 'Remove it, or use a load balancer that sets `ipMode: Proxy`.',
      },
    ],
  },
  hairpin: {
    title: 'Validators cannot reach each other through the Ambassador of their own cluster.',
    why: 'A pool has one address for each validator, which those of the same cluster dial, too.',
    cases: [
      {
        severity: 'warning',
        finds: 'The source ranges of the Ambassador do not include the pods of its cluster.',
        remedy: 'Add the range of the pods.',
      },
    ],
  },
}
