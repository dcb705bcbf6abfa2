import type { RuleTexts } from '../../../network/rule-text.ts'

/** Rules of the chain spec. */
export const specRules: RuleTexts = {
  'chain-spec': {
    title: 'The chain spec cannot be used.',
    cases: [
      {
        severity: 'error',
        finds: 'A file that is no chain spec of a node of the Polkadot SDK.',
        remedy: 'Write it with the `build-spec` command of the node.',
      },
      {
        severity: 'error',
        finds: 'A raw spec for a new chain: it has no place for validators, balances and sudo.',
        remedy: 'Write it without `--raw`. For a chain that runs already, set `chain.existing`.',
      },
    ],
  },
}
