import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of the genesis, and of what a ledger keeps for ever. */
export const genesisRules: RuleTexts = {
  'genesis-file': {
    title: 'A genesis file is not what nodes read.',
    why: 'Each line is a transaction. If one differs, the node never agrees with the others.',
    cases: [
      {
        severity: 'error',
        finds:
          'A line that is not JSON, is not a transaction, or has the form before indy-node 1.4; or a file that is a list in JSON or a web page.',
        remedy: 'Copy the file again from its publisher.',
      },
      {
        severity: 'error',
        finds: 'A transaction that is missing, a validator without address or steward, no validator, or no trustee.',
        remedy: 'Copy the whole file.',
      },
      {
        severity: 'error',
        finds:
          'In a file of a pool to join, an address that other machines cannot connect to, such as that of a cloud for metadata.',
        remedy: 'Ask the stewards of the pool for its genesis file.',
      },
      {
        severity: 'error',
        finds: 'Pool and domain transactions are swapped, or are one file.',
        remedy: 'Name each file where it belongs.',
      },
    ],
  },
  'genesis-changed': {
    title: 'A validator of the definition differs from the genesis.',
    why: 'A genesis never changes. The pool keeps the alias, the verkey and the steward of a validator for ever.',
    cases: [
      {
        severity: 'error',
        finds: 'Another alias, verkey or steward, own or external.',
        remedy: 'Restore it. A validator with a new key is a new validator, with another alias.',
      },
      {
        severity: 'notice',
        finds: 'Other addresses, or another BLS key.',
        remedy: 'Run `chancery indy node move` or `chancery indy node rotate`, unless the pool knows them already.',
      },
      {
        severity: 'notice',
        finds: 'An external validator that is not in the files of the pool to join.',
        remedy: 'Nothing, if it joined later. Otherwise correct its alias.',
      },
    ],
  },
  'config-map-size': {
    title: 'The genesis files are too large for a ConfigMap (1 MiB).',
    cases: [{ severity: 'error', remedy: 'Use the genesis of the pool, without the transactions that came after it.' }],
  },
  'author-agreement': {
    title: 'The ledger would refuse the transaction author agreement, or nobody could accept it.',
    cases: [
      {
        severity: 'error',
        finds:
          'An empty text, a text over 126 KiB, no acceptance mechanism, or a mechanism with a name over 64 characters.',
        remedy: 'Follow the hint.',
      },
    ],
  },
  'author-agreement-version': {
    title: 'A version of the transaction author agreement has another text, day or mechanisms than before.',
    why: 'The ledger keeps each version as it was first, because authors accepted that text. The lock remembers them.',
    cases: [{ severity: 'error', remedy: 'Set a new `version`.' }],
  },
}
