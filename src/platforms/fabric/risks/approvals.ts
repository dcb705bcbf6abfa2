import type { Risk } from '../../../network/risk.ts'
import { approvalsOf, isExplicit } from '../approvals/record.ts'
import { administersItself } from '../network.ts'
import type { FabricRevision } from './revision.ts'

/** Consent of organizations to chaincodes: given, or no longer asked for. */
export const approvalRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.organizations.flatMap((organization): Risk[] => {
    const { name, path } = organization
    const was = before.network.organizations.find((one) => one.name === name)
    if (was === undefined || !isExplicit(was)) return []
    const known = new Set((approvalsOf(name, before.material) ?? []).map(({ digest }) => digest))
    const given = (approvalsOf(name, after.material) ?? []).filter(({ digest }) => !known.has(digest))
    return [
      ...(isExplicit(organization)
        ? []
        : [
            {
              id: 'approvals-automatic',
              severity: 'danger' as const,
              subject: name,
              message: `${administersItself(organization) ? `the image of every chaincode of its channels runs for ${name}` : `Jobs approve every chaincode of its channels for ${name}`} from now on, also without its approval`,
              hint: `ask ${name} to confirm`,
              path,
            },
          ]),
      ...given.map(({ channel, name: chaincode, sequence, image }) => ({
        id: 'chaincode-approved',
        severity: 'caution' as const,
        subject: `${name}/${channel}/${chaincode}`,
        message: `${name} approves sequence ${sequence} of chaincode ${chaincode} of channel ${channel}${image === '' ? '' : `, image ${image}`}`,
        hint: `ask ${name} to confirm that it wrote this`,
        path,
      })),
    ]
  })
