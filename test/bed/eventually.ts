import { expect, vi } from 'vitest'
import type { Cluster, KubernetesObject } from './cluster.ts'

/** Passes when the check does, within half a minute. `expect.poll` would not do in tests that run at the same time. */
export const soon = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 100 })

/** Passes when the cluster has the object and it matches. */
export function eventually(cluster: Cluster, reference: KubernetesObject, expected: object): Promise<void> {
  return soon(async () => expect(await cluster.get(reference)).toMatchObject(expected))
}

export function eventuallyGone(cluster: Cluster, reference: KubernetesObject): Promise<void> {
  return soon(async () => expect(await cluster.get(reference)).toBeUndefined())
}
