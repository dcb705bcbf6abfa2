import type { RuleTexts } from '../network/rule-text.ts'

/** Rules of signatures, for organizations with `signers`. */
export const consentRules: RuleTexts = {
  'signature-missing': {
    title: 'A change of what belongs to an organization, or of its signers, is not signed.',
    why: 'An organization with `signers` agrees to each change. The message lists old and new values.',
    cases: [{ severity: 'error', remedy: 'A signer of the organization runs `chancery sign`.' }],
  },
  'signature-invalid': {
    title: 'A signature is invalid.',
    cases: [
      {
        severity: 'error',
        finds:
          'A signature with another key, of another text, for another purpose or of an old statement, or a file that cannot be read.',
        remedy: 'A signer of the organization runs `chancery sign`.',
      },
    ],
  },
  'signers-record': {
    title: 'The lock does not record these signers and this statement.',
    why: 'The lock holds the last statement that the organization signed.',
    cases: [{ severity: 'error', remedy: 'Restore the lock from Git, or sign.' }],
  },
}
