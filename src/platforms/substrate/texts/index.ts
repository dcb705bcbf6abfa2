import type { PlatformTexts } from '../../platform.ts'
import { nodeRules } from './node-rules.ts'
import { substrateRisks } from './risks.ts'
import { settingRules } from './setting-rules.ts'
import { specRules } from './spec-rules.ts'

/** Rules and risks of Substrate, for people. */
export const texts: PlatformTexts = {
  rules: [
    { title: 'Validators and nodes', rules: nodeRules },
    { title: 'Chain spec and accounts', rules: specRules },
    { title: 'Options of nodes', rules: settingRules },
  ],
  risks: substrateRisks,
}
