import type { Path } from '../../../network/finding.ts'
import type { Risk } from '../../../network/risk.ts'
import { counted, several } from '../../../words.ts'
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
  if (left < 0 || restarted.length === 0) return [] // a quorum that is lost is told as such
  const atOnce = new Set(restarted.map(({ cluster }) => cluster)).size
  const many = atOnce > left
  if (!many && (restarted.length === 1 || (atOnce < 2 && atOnce < left))) return []
  const one = restarted.length === 1
  const order =
    atOnce > 1 ? `, one after the other in each of ${atOnce} clusters, in parallel` : one ? '' : ', one after the other'
  return [
    {
      id: 'pool-validators-restart',
      severity: many ? 'danger' : 'caution',
      subject: 'validators',
      message: `${restarted.length} of ${counted(changes.total, 'validator')} ${one ? 'restarts' : 'restart'} (${several(restarted.map(({ id }) => id))})${order}: ${
        many
          ? `${left === 0 ? 'none' : `at most ${left}`} may fail, so the ledger may stop meanwhile`
          : `meanwhile ${left === atOnce ? 'none' : `at most ${left - atOnce}`} of the others may fail`
      }`,
      content: restarted.map(({ id }) => id).join(' '),
      hint: many
        ? 'restart one cluster after the other: set platformVersion for single nodes; or use `apply --cluster`, or suspend the Flux Kustomizations of the other clusters meanwhile'
        : 'merge this while all validators run: a validator that is already offline counts. While the primary is away, writes wait for it, for a minute at most: then the others elect another one',
      path: causeOf(before.network, after.network) ?? restarted[0]?.path ?? ['organizations'],
    },
  ]
}

/** The field that restarts all validators. */
function causeOf(was: IndyNetwork, is: IndyNetwork): Path | undefined {
  if (was.platformVersion !== is.platformVersion) return ['platformVersion']
  return JSON.stringify(was.images) === JSON.stringify(is.images) ? undefined : ['images']
}
