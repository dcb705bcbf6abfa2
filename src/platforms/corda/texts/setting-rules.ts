import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of `settings`, beside those that every ledger has. */
export const settingRules: RuleTexts = {
  'owned-setting': {
    title: '`settings` contains a key of node.conf that Chancery or a field sets.',
    cases: [{ severity: 'error', remedy: 'Remove the key. The hint names the field that sets it.' }],
  },
  'refused-setting': {
    title: '`settings` contains a key of node.conf that cannot work here.',
    why: 'It is for developers, Corda removed it, it would open the node, or it needs another key.',
    cases: [{ severity: 'error', remedy: 'Follow the hint: it says what takes the place of the key.' }],
  },
}
