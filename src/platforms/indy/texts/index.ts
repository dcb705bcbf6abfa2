import type { PlatformTexts } from '../../platform.ts'
import { genesisRules } from './genesis-rules.ts'
import { keyRules } from './key-rules.ts'
import { indyRisks } from './risks.ts'
import { validatorRules } from './validator-rules.ts'

/** Rules and risks of Indy, for people. */
export const texts: PlatformTexts = {
  rules: [
    { title: 'Validators', rules: validatorRules },
    { title: 'Keys of validators, stewards and trustees', rules: keyRules },
    { title: 'Genesis and agreement', rules: genesisRules },
  ],
  risks: indyRisks,
}
