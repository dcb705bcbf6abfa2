import type { Risk } from '../../../network/risk.ts'
import { genesisFilesOf, genesisValidators, strangersOf } from '../genesis.ts'
import { poolGenesisPath } from '../places.ts'
import { addressRisks } from './addresses.ts'
import { agreementRisks } from './agreement.ts'
import { validatorChanges } from './changes.ts'
import { genesisRisks } from './genesis.ts'
import { identityRisks } from './identities.ts'
import { participantsOf } from './participants.ts'
import { peopleRisks } from './people.ts'
import { quorumRisks } from './quorum.ts'
import { restartRisks } from './restarts.ts'
import type { IndyRevision } from './revision.ts'
import { validatorRisks } from './validators.ts'

/** The effects of a change on a pool that runs. Without a genesis there is no pool, and everything may change. */
export function indyRisks(before: IndyRevision, after: IndyRevision): Risk[] {
  const { network, material } = before
  const files = genesisFilesOf(network, material)
  if (files === undefined || material.standIns.has(poolGenesisPath)) return []
  const genesis = new Set(genesisValidators(files.pool).map(({ alias }) => alias))
  const participants = { before: participantsOf(before), after: participantsOf(after) }
  const changes = validatorChanges(participants.before, participants.after, strangersOf(network, material).length)
  return [
    ...genesisRisks(before, after),
    ...validatorRisks(after.network, changes, genesis),
    ...identityRisks(changes),
    ...addressRisks(changes),
    ...quorumRisks(changes),
    ...restartRisks(before, after, changes),
    ...peopleRisks(before, after),
    ...agreementRisks(before, after),
  ]
}
