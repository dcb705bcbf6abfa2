import type { PlatformTexts } from '../../platform.ts'
import { settingRules } from './setting-rules.ts'

/** Rules and risks of Corda, for people. */
export const texts: PlatformTexts = {
  rules: [{ title: 'Options of nodes', rules: settingRules }],
  risks: {},
}
