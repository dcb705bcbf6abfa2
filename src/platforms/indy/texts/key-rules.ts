import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of keys, and of those who have them. */
export const keyRules: RuleTexts = {
  identity: {
    title: 'The DID or verkey of a steward, trustee or endorser is invalid.',
    why: 'A DID is the beginning of its verkey. Anybody could claim another one.',
    cases: [
      {
        severity: 'error',
        finds: 'A DID that does not belong to its verkey, or a verkey that is not a key.',
        remedy: 'Copy both again from their owner, or restore the file from Git.',
      },
      {
        severity: 'error',
        finds: 'A person with a DID and no verkey, or the other way round.',
        remedy: 'Set both, or neither: Chancery makes a key then.',
      },
    ],
  },
  'validator-keys': {
    title: 'The verkey, BLS key or proof of possession of a validator is invalid.',
    why: 'With a BLS key that nobody has, signatures of other validators can be forged.',
    cases: [
      {
        severity: 'error',
        finds:
          'A key that is not a point of its curve, or a proof of another key. External validators are checked as own ones.',
        remedy: 'Copy all three again from their owner, or restore the file from Git.',
      },
    ],
  },
  'duplicate-in-pool': {
    title: 'Two of the pool have the same alias, key or DID.',
    cases: [
      {
        severity: 'error',
        finds: 'An alias, verkey, BLS key or DID that is there twice, own or external. A person has one office.',
        remedy: 'Give each its own.',
      },
    ],
  },
  'well-known-key': {
    title: 'The key of a validator, steward, trustee or endorser is public.',
    why: 'Pools for tests have keys from seeds such as `000000000000000000000000Trustee1`.',
    cases: [{ severity: 'error', remedy: 'Make a new key.' }],
  },
  'steward-recipients': {
    title: 'Nobody could decrypt the keys of stewards and trustees.',
    cases: [
      {
        severity: 'error',
        finds: 'Keys are to be made for an organization without `stewardRecipients`.',
        remedy: 'Make an age key outside of the clusters, and set its public half.',
      },
    ],
  },
  'steward-key-in-cluster': {
    title: 'A cluster can decrypt the key of a steward, trustee or endorser.',
    why: 'Anyone who breaks into the cluster could change the pool.',
    cases: [
      {
        severity: 'error',
        remedy:
          'Run `chancery keys --recipients`. Replace the key on the ledger, as the history of Git keeps the old file.',
      },
    ],
  },
  'node-secret': {
    title: 'Two validators, or a validator and the registry, use the same Secret.',
    why: 'Two validators with one key would be the same for the pool.',
    cases: [
      {
        severity: 'error',
        finds: 'The same `existingSecret` twice in a cluster, the Secret of another validator, or the pull Secret.',
        remedy: 'Use a separate Secret for each validator and for the registry.',
      },
    ],
  },
  'key-in-two-clusters': {
    title: 'A validator moved to another cluster than its sealed key.',
    why: 'The validator may run in both clusters with one key.',
    cases: [{ severity: 'error', remedy: 'Add a new validator, then remove the old one.' }],
  },
}
