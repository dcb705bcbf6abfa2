import type { Risk } from '../../../network/risk.ts'
import { administersItself } from '../network.ts'
import type { FabricRevision } from './revision.ts'

/** Keys of administrators that leave the clusters, or come to them. */
export const administratorRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.organizations.flatMap((organization): Risk[] => {
    const { name, path } = organization
    const was = before.network.organizations.find((one) => one.name === name)
    if (was === undefined || administersItself(was) === administersItself(organization)) return []
    return administersItself(organization)
      ? [
          {
            id: 'administrators-elsewhere',
            severity: 'caution',
            subject: name,
            message: `Jobs no longer join nodes, approve chaincodes or submit updates for ${name}: ${name} does that itself. The administrator keys of its clusters stay valid until they are revoked`,
            hint: 'revoke them in this change, `revoked: [{identity: administrators/<cluster>}]`, and replace adminca where it has orderers; then remove their files and the lines of those in network.lock.yaml. The history of Git keeps the sealed keys',
            path,
          },
        ]
      : [
          {
            id: 'administrators-in-clusters',
            severity: 'danger',
            subject: name,
            message: `clusters get administrator keys of ${name}, and Jobs join its nodes, approve chaincodes and submit updates with them: the merge decides for ${name}`,
            hint: `ask ${name} to confirm; with \`approvals: explicit\` it still approves chaincodes itself`,
            path,
          },
        ]
  })
