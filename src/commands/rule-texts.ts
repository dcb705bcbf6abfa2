import type { RuleTexts } from '../network/rule-text.ts'

/** Rules that one command has. */
export const comparisonRules: RuleTexts = {
  'base-broken': {
    title: 'The previous definition had errors, so `plan` looked for no risks.',
    cases: [
      {
        severity: 'warning',
        remedy: 'Compare with the last valid commit (`--base`), or review the change yourself.',
      },
    ],
  },
  'kubernetes-refuses': {
    title: 'The API server would refuse the change.',
    why: 'Nothing else of the organization in that cluster would be applied either.',
    cases: [
      {
        severity: 'error',
        finds: 'A smaller volume, another storage class, or another value of a field that cannot change.',
        remedy: 'Follow the hint. Most often you add a new node beside the old one.',
      },
    ],
  },
}

export const applyRules: RuleTexts = {
  'lock-outdated': {
    title: 'The lock does not record all ports and keys.',
    why: '`apply` and `verify` only use recorded ports and keys.',
    cases: [{ severity: 'error', remedy: 'Run `chancery render` or `chancery commit`.' }],
  },
  'deploy-outdated': {
    title: 'Files in `deploy/` differ from what the definition renders.',
    why: '`apply` and `verify` use what the definition renders. The message names some of the files.',
    cases: [{ severity: 'warning', remedy: 'Run `chancery render` or `chancery commit`.' }],
  },
  'not-committed': {
    title: 'Files of the network have changes that are not committed.',
    why: '`apply` would bring changes to a cluster that nobody can find in Git.',
    cases: [{ severity: 'warning', remedy: 'Commit the changes.' }],
  },
}
