import type { RuleTopic } from '../../../network/rule-text.ts'
import { genesisRules } from './genesis-rules.ts'
import { nodeRules } from './node-rules.ts'

/** Rules that all ledgers of this family have. */
export const familyRules: readonly RuleTopic[] = [
  { title: 'Validators and nodes', rules: nodeRules },
  { title: 'Genesis', rules: genesisRules },
]

export { evmRisks } from './risks.ts'
