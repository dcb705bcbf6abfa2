import { several } from '../words.ts'

/** Consensus nodes whose pods one commit replaces. */
interface Restarting {
  /** `carrier/validator1` */
  readonly ids: readonly string[]
  /** All of the network: `4 validators`. */
  readonly all: string
  /** Clusters that they are in: those do not wait for each other. */
  readonly clusters: number
  /** How many nodes may fail before. */
  readonly left: number
  /** `chain` */
  readonly ledger: string
}

/** Whether consensus may stop meanwhile; undefined where nothing is to be told, as others may still fail and only one cluster restarts. */
export function restartSeverity({ ids, clusters, left }: Restarting): 'danger' | 'caution' | undefined {
  if (left < 0 || ids.length === 0) return undefined // a quorum that is lost is told as such
  if (clusters > left) return 'danger'
  return ids.length === 1 || (clusters < 2 && clusters < left) ? undefined : 'caution'
}

/** In one sentence. */
export function restartMessage({ ids, all, clusters, left, ledger }: Restarting): string {
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
