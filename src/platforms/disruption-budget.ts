import { type LedgerNode, runningIn } from '../network/network.ts'

/** How many nodes of some roles Kubernetes may evict from an organization in a cluster. */
export interface DisruptionBudget {
  /** Base folder with a PodDisruptionBudget, which does not say how many pods there must be. */
  readonly base: string
  /** Its name there. */
  readonly name: string
  readonly roles: readonly string[]
}

/** What it adds to an overlay of Kustomize. */
interface BudgetOverlay {
  readonly bases: readonly string[]
  readonly patches: Readonly<Record<string, readonly object[]>>
}

/**
 * Lets evictions take one of these nodes at a time, if there are several. It counts those that must stay: each node is a StatefulSet
 * of one pod, and `maxUnavailable` does not count one whose pod is gone and not yet made anew, so it would allow a second eviction.
 * Source: `getExpectedScale` in https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/controller/disruption/disruption.go
 */
export function oneAtATime(budget: DisruptionBudget, nodes: readonly LedgerNode[]): BudgetOverlay {
  const running = nodes.filter((node) => runningIn(node) !== undefined).length
  return running < 2 ? { bases: [], patches: {} } : withBudget(budget, { minAvailable: running - 1 })
}

/** Evictions take no node. */
export const noneAtAll = (budget: DisruptionBudget): BudgetOverlay => withBudget(budget, { maxUnavailable: 0 })

const withBudget = ({ base, name }: DisruptionBudget, spec: object): BudgetOverlay => ({
  bases: [base],
  patches: { [`${base}.yaml`]: [{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name }, spec }] },
})
