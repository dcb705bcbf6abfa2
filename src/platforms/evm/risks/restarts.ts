import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { validatorRestartRisks } from '../../restarting.ts'
import type { EvmNetwork } from '../network.ts'
import { crashTolerance } from '../tolerance.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'
import type { EvmRevision, Participants } from './participants.ts'

/** Validators whose pods one commit replaces: one after the other in a cluster, but clusters do not wait for each other. */
export function restartRisks(
  before: EvmRevision,
  after: EvmRevision,
  participants: Participants,
  changes: ValidatorChanges & {
    /** Validators that move, and are down meanwhile. */
    readonly paused: readonly string[]
  },
): Risk[] {
  const total = changes.counted.length
  const lost = lostOf(changes)
  const left = crashTolerance(total) - lost.length - changes.paused.length
  const gone = new Set(lost.map(({ id }) => id))
  // A node with a new name has a new pod, too.
  const restarted = changes.counted.filter(
    ({ id, ours, elsewhere }) =>
      ours &&
      elsewhere === undefined &&
      participants.get(id)?.elsewhere === undefined &&
      !gone.has(id) &&
      before.pods.get(id) !== after.pods.get(id),
  )
  return validatorRestartRisks({
    id: 'validators-restart',
    restarted,
    total,
    left,
    ledger: 'chain',
    hints: {
      danger:
        'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      caution: 'merge this while all validators run: a validator that is already offline counts',
    },
    path: causeOf(before.network, after.network) ?? participants.get(restarted[0]?.id ?? '')?.path ?? ['organizations'],
  })
}

/** The field that restarts all nodes. */
function causeOf(was: EvmNetwork, is: EvmNetwork): Path | undefined {
  if (was.platformVersion !== is.platformVersion) return ['platformVersion']
  return JSON.stringify(was.images) === JSON.stringify(is.images) ? undefined : ['images']
}
