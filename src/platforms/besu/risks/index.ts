import type { Risk } from '../../../plan/risk.ts'
import { genesisPath, validatorsOf } from '../network.ts'
import { validatorChanges } from './changes.ts'
import { genesisRisks, genesisValidatorsOf } from './genesis.ts'
import { keyRisks } from './keys.ts'
import { type BesuRevision, participantsOf } from './participants.ts'
import { quorumRisks } from './quorum.ts'
import { restartRisks } from './restarts.ts'
import { validatorRisks } from './validators.ts'

/** What a change does to a chain that has begun. Without a first block there is none, and all may change. */
export function besuRisks(before: BesuRevision, after: BesuRevision): Risk[] {
  if (before.material.standIns.has(genesisPath) || before.material.text(genesisPath) === undefined) return []
  const participants = { before: participantsOf(before), after: participantsOf(after) }
  const changes = validatorChanges(participants.before, participants.after)
  return [
    ...genesisRisks(before, after),
    ...validatorRisks(after.network, participants, changes, genesisValidatorsOf(before)),
    ...keyRisks(participants.before, participants.after),
    ...quorumRisks(changes, validatorsOf(after.network).length),
    ...restartRisks(before, after, participants.after, changes),
  ]
}
