import type { Risk } from '../../../network/risk.ts'
import type { EvmClient } from '../client.ts'
import { genesisPath, validatorsOf } from '../network.ts'
import { handoverRisks, handoversOf, validatorsIn } from './adopted.ts'
import { validatorChanges } from './changes.ts'
import { genesisRisks, genesisValidatorsOf, isSameChain } from './genesis.ts'
import { keyRisks } from './keys.ts'
import { type EvmRevision, participantsOf } from './participants.ts'
import { quorumRisks } from './quorum.ts'
import { restartRisks } from './restarts.ts'
import { transitionRisks } from './transitions.ts'
import { validatorRisks } from './validators.ts'

/** The effects of a change on a running chain. Without a first block there is no chain, and everything may change. */
export function risksOf(before: EvmRevision, after: EvmRevision, client: EvmClient): Risk[] {
  if (before.material.standIns.has(genesisPath) || before.material.text(genesisPath) === undefined) return []
  const participants = { before: participantsOf(before), after: participantsOf(after) }
  const changes = validatorChanges(participants.before, participants.after)
  const genesis = genesisValidatorsOf(before)
  const handovers = handoversOf(participants.before, participants.after, genesis)
  return [
    ...(isSameChain(before, after) ? transitionRisks(before, after, client) : genesisRisks(before, after, client)),
    ...validatorRisks(after.network, participants, changes, genesis),
    ...handoverRisks(handovers, changes),
    ...keyRisks(participants.before, participants.after),
    ...quorumRisks(changes, validatorsOf(after.network).length),
    ...restartRisks(before, after, participants.after, { ...changes, paused: validatorsIn(handovers) }),
  ]
}
