import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { validatorRestartRisks } from '../../restarting.ts'
import { faultTolerance } from '../consensus.ts'
import type { IndyNetwork } from '../network.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'
import type { IndyRevision } from './revision.ts'

/** Validators whose pods one commit replaces: one after the other in a cluster, but clusters do not wait for each other. */
export function restartRisks(before: IndyRevision, after: IndyRevision, changes: ValidatorChanges): Risk[] {
  const lost = new Set(lostOf(changes).map(({ id }) => id))
  const left = faultTolerance(changes.total) - lost.size
  const restarted = changes.kept
    .map(({ is }) => is)
    .filter(({ id, ours }) => ours && !lost.has(id) && before.pods.get(id) !== after.pods.get(id))
  return validatorRestartRisks({
    id: 'pool-validators-restart',
    restarted,
    total: changes.total,
    left,
    ledger: 'ledger',
    hints: {
      danger:
        'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      caution:
        'merge this while all validators run: a validator that is already offline counts. While the primary is away, writes wait for it, for a minute at most: then the others elect another one',
    },
    path: causeOf(before.network, after.network) ?? restarted[0]?.path ?? ['organizations'],
  })
}

/** The field that restarts all validators. */
function causeOf(was: IndyNetwork, is: IndyNetwork): Path | undefined {
  if (was.platformVersion !== is.platformVersion) return ['platformVersion']
  return JSON.stringify(was.images) === JSON.stringify(is.images) ? undefined : ['images']
}
