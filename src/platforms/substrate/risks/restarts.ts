import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { validatorRestartRisks } from '../../restarting.ts'
import { faultTolerance } from '../consensus.ts'
import type { SubstrateNetwork } from '../network.ts'
import { lostOf, type ValidatorChanges } from './changes.ts'
import type { SubstrateRevision } from './revision.ts'

/** Validators whose pods one commit replaces: one after the other in a cluster, but clusters do not wait for each other. */
export function restartRisks(before: SubstrateRevision, after: SubstrateRevision, changes: ValidatorChanges): Risk[] {
  const lost = new Set(lostOf(changes).map(({ id }) => id))
  const total = changes.counted.length
  const restarted = changes.kept
    .map(({ is }) => is)
    .filter(({ id, ours }) => ours && !lost.has(id) && before.pods.get(id) !== after.pods.get(id))
  return validatorRestartRisks({
    id: 'authorities-restart',
    restarted,
    total,
    left: faultTolerance(total) - lost.size,
    ledger: 'finality of blocks',
    hints: {
      danger:
        'restart one cluster after the other: set platformVersion or settings for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile',
      caution: 'merge this while all validators run: a validator that is already offline counts',
    },
    path: causeOf(before.network, after.network) ?? restarted[0]?.path ?? ['organizations'],
  })
}

/** The field that restarts all validators. */
function causeOf(was: SubstrateNetwork, is: SubstrateNetwork): Path | undefined {
  if (was.platformVersion !== is.platformVersion) return ['platformVersion']
  if (was.top.chain.image !== is.top.chain.image) return ['chain', 'image']
  return JSON.stringify(was.images) === JSON.stringify(is.images) ? undefined : ['images']
}
