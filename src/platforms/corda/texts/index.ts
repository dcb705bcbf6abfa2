import type { PlatformTexts } from '../../platform.ts'
import { nodeRules } from './node-rules.ts'
import { cordaRisks } from './risks.ts'
import { settingRules } from './setting-rules.ts'
import { zoneRules } from './zone-rules.ts'

/** Rules and risks of Corda, for people. */
export const texts: PlatformTexts = {
  rules: [
    { title: 'Zone and releases', rules: zoneRules },
    { title: 'Nodes, notaries and names', rules: nodeRules },
    { title: 'Keys of node.conf', rules: settingRules },
  ],
  risks: cordaRisks,
}
