import type { RootChange } from './objects.ts'

/** Parts of a cluster whose pods restart: groups, one after the other. */
export interface Restarts {
  readonly cluster: string
  readonly steps: readonly (readonly string[])[]
}

/** What restarts, in order: the Ambassador, then nodes as the platform rolls them out, then what waits for nothing. */
export function restartsOf(
  roots: readonly RootChange[],
  rolloutOf: (cluster: string) => readonly (readonly string[])[],
): readonly Restarts[] {
  const restarting = roots.filter(({ changes }) => changes.some(({ restarts }) => restarts))
  return [...new Set(restarting.map(({ cluster }) => cluster))].map((cluster) => {
    const parts = restarting.filter((root) => root.cluster === cluster).map(({ part }) => part)
    const order = [['ambassador'], ...rolloutOf(cluster)]
    const known = new Set(order.flat())
    const steps = [...order, parts.filter((part) => !known.has(part))]
    return {
      cluster,
      steps: steps.map((step) => step.filter((part) => parts.includes(part))).filter((step) => step.length > 0),
    }
  })
}
