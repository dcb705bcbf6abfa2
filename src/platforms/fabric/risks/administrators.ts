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
            message: `no Job joins nodes, approves chaincodes or submits updates for ${name} from now on: it does so itself. The keys of administrators that its clusters had count until they are revoked`,
            hint: 'revoke them in this change, `revoked: [{identity: administrators/<cluster>}]`, and replace adminca where it has orderers; then remove their files and the lines of those in network.lock.yaml. The history of Git keeps the sealed keys',
            path,
          },
        ]
      : [
          {
            id: 'administrators-in-clusters',
            severity: 'danger',
            subject: name,
            message: `clusters get keys of administrators of ${name}, and Jobs join its nodes, approve chaincodes and submit updates with them: what is merged decides, and no longer ${name} itself`,
            hint: `be sure that ${name} wants it; with \`approvals: explicit\` it still approves chaincodes itself`,
            path,
          },
        ]
  })
