import type { RuleTexts } from '../../rule-text.ts'

/** Rules of recipients, of the lock, and of who signs. */
export const keyRules: RuleTexts = {
  setup: {
    title: 'The network is new: no cluster has recipients.',
    why: 'Keys are encrypted for recipients before they are committed.',
    cases: [
      {
        severity: 'error',
        remedy:
          'Create an age key for each cluster and list its public half in `recipients`. `commit` succeeds with a notice while nothing was generated or rendered.',
      },
    ],
  },
  recipients: {
    title: 'A cluster has no recipients, and neither has an organization in it.',
    why: 'Nobody could decrypt the keys of that organization.',
    cases: [{ severity: 'error', remedy: 'Create an age key for this cluster and list its public half.' }],
  },
  'shared-recipient': {
    title: 'Two owners have the same age recipient.',
    why: 'The holder of the key can read the keys of both.',
    cases: [
      {
        severity: 'warning',
        finds:
          "Two clusters share a recipient, or an organization's own recipient belongs to a cluster or to another organization too.",
        remedy: 'Create an age key for each cluster, and for each organization with its own recipients.',
      },
      {
        severity: 'warning',
        finds:
          '`issuerRecipients` contains a recipient of a cluster: anyone who runs the cluster can issue certificates of the organization. In the same way, `stewardRecipients`: write to the ledger in its name. If all clusters are local, this is a notice.',
        remedy: 'Use a key that no cluster has.',
      },
      {
        severity: 'notice',
        finds:
          '`recoveryRecipients` contains a recipient of a cluster, or two organizations share a recovery, issuer or steward recipient.',
        remedy: 'Use separate keys, unless both parties want to share one.',
      },
    ],
  },
  'well-known-key': {
    title: 'The private half of a key is public.',
    why: 'Keys from tests and development tools are known to everyone.',
    cases: [
      {
        severity: 'error',
        finds: "A recipient, a node key or an account key of Chancery's tests or of development tools.",
        remedy: 'Create your own key.',
      },
    ],
  },
  lock: {
    title: '`network.lock.yaml` is not valid.',
    why: 'The lock records ports and digests that must not change.',
    cases: [{ severity: 'error', remedy: 'Restore the lock from Git.' }],
  },
  'material-digest': {
    title: 'A file in `material/` differs from its record in the lock, or is missing.',
    cases: [
      {
        severity: 'error',
        remedy: 'Restore the file from Git. If the change is intended, remove the line of the file from the lock.',
      },
    ],
  },
}

export const signerRules: RuleTexts = {
  'duplicate-signer': {
    title: 'An organization lists the same signer twice.',
    cases: [{ severity: 'error', remedy: 'Remove one of the two.' }],
  },
  'shared-signer': {
    title: 'Two organizations have the same signer.',
    why: 'One key could sign for both organizations.',
    cases: [{ severity: 'warning', remedy: 'Use a key for each, unless both are the same party.' }],
  },
}
