import type { RuleTexts } from '../../network/rule-text.ts'

/** Rules that only GoQuorum has. */
export const quorumRules: RuleTexts = {
  release: {
    title: 'The release of the ledger is not supported.',
    cases: [
      {
        severity: 'error',
        finds: 'A `platformVersion`, of the network or of a node, outside of the series 24.4.',
        remedy: 'Use a release of the series 24.4.',
      },
    ],
  },
  'end-of-life': {
    title: 'GoQuorum is no longer maintained.',
    why: 'Nobody repairs faults or vulnerabilities.',
    cases: [{ severity: 'warning', remedy: 'Use GoQuorum for existing networks only, and plan a migration.' }],
  },
  'cors-open': {
    title: 'Every web page can call an exposed node.',
    cases: [
      {
        severity: 'warning',
        finds: 'A setting that allows every origin (`http.corsdomain`, `ws.origins`) on an exposed node.',
        remedy: 'Name the origins.',
      },
    ],
  },
}
