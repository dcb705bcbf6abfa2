import type { PlatformTexts } from '../../platform.ts'
import { certificateRules } from './certificate-rules.ts'
import { chaincodeRules } from './chaincode-rules.ts'
import { channelRisks } from './channel-risks.ts'
import { channelRules } from './channel-rules.ts'
import { organizationRisks } from './organization-risks.ts'
import { organizationRules } from './organization-rules.ts'

/** Rules and risks of Fabric, for people. */
export const texts: PlatformTexts = {
  rules: [
    { title: 'Organizations and nodes', rules: organizationRules },
    { title: 'Channels', rules: channelRules },
    { title: 'Chaincodes', rules: chaincodeRules },
    { title: 'Certificates, first blocks and updates', rules: certificateRules },
  ],
  risks: { ...channelRisks, ...organizationRisks },
}
