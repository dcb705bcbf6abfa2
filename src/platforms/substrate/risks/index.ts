import type { Risk } from '../../../network/risk.ts'
import { bootnodeRisks } from './bootnodes.ts'
import { chainRisks, specOf } from './chain.ts'
import { validatorChanges } from './changes.ts'
import { keyRisks } from './keys.ts'
import { participantsOf } from './participants.ts'
import { quorumRisks } from './quorum.ts'
import { restartRisks } from './restarts.ts'
import type { SubstrateRevision } from './revision.ts'
import { storageRisks } from './storage.ts'
import { validatorRisks } from './validators.ts'

/** The effects of a change on a chain that runs. Without a chain spec there is no chain, and everything may change. */
export function substrateRisks(before: SubstrateRevision, after: SubstrateRevision): Risk[] {
  if (specOf(before) === undefined) return []
  const participants = { before: participantsOf(before), after: participantsOf(after) }
  const changes = validatorChanges(participants.before, participants.after)
  return [
    ...chainRisks(before, after),
    ...validatorRisks(after.network, changes),
    ...keyRisks(participants.before, participants.after, changes),
    ...bootnodeRisks(after.network, participants.before, participants.after),
    ...quorumRisks(changes),
    ...restartRisks(before, after, changes),
    ...storageRisks(before, after),
  ]
}
