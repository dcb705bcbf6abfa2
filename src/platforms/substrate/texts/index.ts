import type { PlatformTexts } from '../../platform.ts'
import { specRules } from './spec-rules.ts'

/** Rules and risks of Substrate, for people. */
export const texts: PlatformTexts = {
  rules: [{ title: 'Chain spec', rules: specRules }],
  risks: {},
}
