import type { Risk } from '../../../network/risk.ts'
import { counted, listed } from '../../../words.ts'
import { isExplicit } from '../approvals/record.ts'
import { type FabricNetwork, runnersOf } from '../network.ts'
import type { Chaincode } from '../schema.ts'

/** Organizations whose peers run a chaincode, and whose Jobs approve what the definition says of it. */
const automatic = (network: FabricNetwork, chaincode: Chaincode): string[] => {
  const running = new Set(runnersOf(network, chaincode))
  return network.organizations
    .filter((organization) => running.has(organization.name) && !isExplicit(organization))
    .map(({ name }) => name)
}

/**
 * How much a merge decides for others: a danger when it approves code in the name of several organizations, which then runs at all of
 * them. One organization alone decides for itself.
 */
export function consentTo(network: FabricNetwork, chaincode: Chaincode): Pick<Risk, 'severity' | 'hint'> {
  const names = automatic(network, chaincode)
  if (names.length === 0)
    return {
      severity: 'caution',
      hint: 'each organization that runs it must approve it: `chancery chaincode approve`',
    }
  return {
    severity: names.length > 1 ? 'danger' : 'caution',
    hint: `ask ${listed(names)} to confirm: the merge decides for ${counted(names.length, 'organization')}. With \`approvals: explicit\` an organization approves itself`,
  }
}
