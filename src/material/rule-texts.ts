import type { RuleTexts } from '../network/rule-text.ts'

/** Rules of keys, certificates and sealed files. */
export const materialRules: RuleTexts = {
  'material-half': {
    title: 'A public key has no private key for this cluster, or a private key has no public key.',
    cases: [
      {
        severity: 'error',
        remedy:
          'Restore the file from Git. After a move between clusters, encrypt the key for the new cluster. For a node with `adopted: false`, run the same `chancery adopt` again.',
      },
    ],
  },
  'certificate-expires': {
    title: 'A certificate expires within 30 days.',
    why: 'Nodes refuse connections with an expired certificate. `validate` and `verify` compare with the clock.',
    cases: [
      {
        severity: 'warning',
        remedy: 'Run `chancery keys --renew expiring`. The issuer of a foreign certificate renews it for the same key.',
      },
    ],
  },
  'certificate-expired': {
    title: 'A certificate has expired.',
    why: 'Other nodes refuse a node with an expired certificate.',
    cases: [
      {
        severity: 'error',
        finds: 'A certificate of an organization in this repository.',
        remedy: 'Run `chancery keys --renew expiring` now.',
      },
      {
        severity: 'warning',
        finds: 'A certificate that Chancery did not issue.',
        remedy: 'Ask its issuer for a new certificate for the same key, and commit it.',
      },
    ],
  },
  'sealed-recipients': {
    title: 'A key is encrypted for other recipients than the definition lists.',
    why: 'Someone else can decrypt it, or a listed recipient cannot.',
    cases: [
      {
        severity: 'warning',
        finds: 'Other age recipients, or an additional cloud or PGP key.',
        remedy: 'Run `chancery keys --recipients` with an age key that can decrypt the key.',
      },
    ],
  },
  'sealed-secret': {
    title: 'The readable part of a sealed file was changed.',
    why: 'No checksum covers this part, and it decides where Flux puts the decrypted keys.',
    cases: [
      {
        severity: 'error',
        finds:
          'Another kind, name, namespace or type, an annotation, another field, or a rule of SOPS that leaves entries in plain text.',
        remedy: 'Restore the file from Git.',
      },
    ],
  },
}
