import type { Path } from '../network/finding.ts'
import type { Risk } from '../network/risk.ts'
import { counted, several } from '../words.ts'

/** A validator of the definition, as risks see it. */
interface Restarted {
  /** `carrier/validator1` */
  readonly id: string
  readonly cluster?: string
}

/** Validators whose pods one commit replaces: one after the other in a cluster, but clusters do not wait for each other. */
interface ValidatorRestart {
  readonly id: string
  readonly restarted: readonly Restarted[]
  /** Validators of the whole network. */
  readonly total: number
  /** How many of them may fail before. */
  readonly left: number
  /** What may stop: `chain`. */
  readonly ledger: string
  /** What to do, by severity. */
  readonly hints: Readonly<Record<'danger' | 'caution', string>>
  /** The field that restarts them. */
  readonly path: Path
}

/** The risk that consensus stops meanwhile. */
export function validatorRestartRisks({ id, restarted, total, left, ledger, hints, path }: ValidatorRestart): Risk[] {
  const ids = restarted.map((one) => one.id)
  const clusters = new Set(restarted.map(({ cluster }) => cluster)).size
  const restarting = { ids, all: counted(total, 'validator'), clusters, left, ledger }
  const severity = restartSeverity(restarting)
  if (severity === undefined) return []
  const message = restartMessage(restarting)
  return [{ id, severity, subject: 'validators', message, content: ids.join(' '), hint: hints[severity], path }]
}

interface Restarting {
  readonly ids: readonly string[]
  /** All of the network: `4 validators`. */
  readonly all: string
  /** Clusters that they are in: those do not wait for each other. */
  readonly clusters: number
  readonly left: number
  readonly ledger: string
}

/** Whether consensus may stop meanwhile; undefined where nothing is to be told, as others may still fail and only one cluster restarts. */
function restartSeverity({ ids, clusters, left }: Restarting): 'danger' | 'caution' | undefined {
  if (left < 0 || ids.length === 0) return undefined // a quorum that is lost is told as such
  if (clusters > left) return 'danger'
  return ids.length === 1 || (clusters < 2 && clusters < left) ? undefined : 'caution'
}

/** In one sentence. */
function restartMessage({ ids, all, clusters, left, ledger }: Restarting): string {
  const one = ids.length === 1
  const order =
    clusters > 1
      ? `, one after the other in each of ${clusters} clusters, in parallel`
      : one
        ? ''
        : ', one after the other'
  const meanwhile =
    clusters > left
      ? `${left === 0 ? 'none' : `at most ${left}`} may fail, so the ${ledger} may stop meanwhile`
      : `meanwhile ${left === clusters ? 'none' : `at most ${left - clusters}`} of the others may fail`
  return `${ids.length} of ${all} ${one ? 'restarts' : 'restart'} (${several(ids)})${order}: ${meanwhile}`
}
