import type { RuleTexts } from '../../rule-text.ts'

/** Rules of the shape of fields, and of secrets in plain text. */
export const shapeRules: RuleTexts = {
  platform: {
    title: 'The field `platform` is missing or names an unknown platform.',
    why: 'The platform decides which fields the definition can have.',
    cases: [{ severity: 'error', remedy: 'Use one of the platforms in the hint.' }],
  },
  'unknown-key': {
    title: 'The definition contains a key that does not exist here.',
    cases: [
      {
        severity: 'error',
        finds: 'A misspelled key, a key at the wrong place, or a key of another platform.',
        remedy: 'Follow the hint: it names the closest key, or the place or platform of this key.',
      },
    ],
    example: 'storageclass: gp3   # did you mean "storageClass"?',
  },
  'missing-key': {
    title: 'A required field is missing.',
    cases: [{ severity: 'error', remedy: 'Add the field.' }],
  },
  schema: {
    title: 'A value has the wrong type or form.',
    cases: [{ severity: 'error', remedy: 'Follow the message. Put hexadecimal values in quotes.' }],
    example: 'chainId: twelve   # must be a whole number',
  },
  'plain-secret': {
    title: 'A file contains a secret in plain text.',
    why: 'Everyone who can read the repository knows the secret, now and in its history.',
    cases: [
      {
        severity: 'error',
        finds:
          'A private key or a token in the definition, its comments, `overrides/`, `material/` or a named file. In the definition also a mnemonic phrase, a seed of 32 characters in place of a verkey, or the value of a key such as `password`.',
        remedy: 'Remove the secret from the file and from the history of Git, and replace it: it is known now.',
      },
      {
        severity: 'error',
        finds: 'A Kubernetes Secret in `overrides/` or `material/` without encryption, or an override that builds one.',
        remedy: 'The same. Seal the Secret, or create it in the cluster.',
      },
      {
        severity: 'error',
        finds: 'A Java or PKCS#12 keystore with a key. A keystore that is encrypted as a whole is not searched.',
        remedy: 'Commit a keystore with certificates only.',
      },
    ],
  },
}
