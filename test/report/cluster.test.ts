import { describe, expect, it } from 'vitest'
import type { Orphan } from '../../src/cluster/orphans.ts'
import type { ClusterPlan } from '../../src/cluster/plan.ts'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { nothingElsewhere } from '../../src/cluster/running-twice.ts'
import type { ObjectTrouble } from '../../src/cluster/troubles.ts'
import type { Verified } from '../../src/cluster/verify.ts'
import { type Advice, planLines, resultLines } from '../../src/report/cluster.ts'
import { verifiedLines } from '../../src/report/verified-lines.ts'

const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'join', namespace: 'a' } }
const again = (byFlux: boolean, reason: string, old?: Step['object']): Step => ({
  object: job,
  action: 'create',
  differences: [],
  checked: true,
  byFlux,
  again: old === undefined ? { reason } : { reason, old },
})
const planOf = (steps: readonly Step[], orphans: readonly Orphan[] = []): ClusterPlan => ({
  serverVersion: 'v1.37.2',
  steps,
  refused: [],
  warnings: [],
  orphans,
  leftClusters: [],
  elsewhere: nothingElsewhere,
})
const verified = (
  plan: ClusterPlan,
  more: Partial<Verified> = {},
  troubles: readonly ObjectTrouble[] = [],
): readonly string[] => {
  const shared = { awaited: 0, unready: [], states: [], addresses: ['203.0.113.7'], balanced: true, addressless: false }
  const text = { context: 'the eu', now: new Date(), leftOut: 0, troubles, advice }
  return verifiedLines({ plan, applied: '2026-01-01T00:00:00Z', ...shared, ...more }, text)
}

const advice: Advice = ({ object, cause }) => `what to do about ${cause} of ${object.metadata.name}`

describe('a Job that has to run again', () => {
  const newer = 'the volume peer1 is newer than it'

  it.each([
    [again(false, newer, job), ['`chancery apply` deletes it and creates it again']],
    [
      again(true, newer, job),
      ["delete it, and Flux creates it again: kubectl --context 'the eu' -n a delete job join"],
    ],
  ])('is reported by verify with the remedy, by Flux or without (%#)', (step, remedy) => {
    expect(verified(planOf([step]))).toEqual(
      expect.arrayContaining([`Job a/join has to run again: ${newer}`, ...remedy.map((line) => `    ${line}`)]),
    )
  })

  it('is missing for verify where it is gone', () => {
    expect(verified(planOf([again(false, 'it was deleted')]))).toContain('missing: Job a/join')
  })

  it('is created by a plan', () => {
    const options = { context: 'eu', prune: false, dryRun: true }
    expect(planLines(planOf([again(false, newer, job)]), options)).toEqual([
      'context eu, Kubernetes v1.37.2',
      `+ Job a/join (run again: ${newer})`,
      'would create 1, change 0, prune 0; 0 of 1 objects are up to date',
    ])
  })
})

describe('the address of the Ambassador', () => {
  it.each<[string, Partial<Verified>, string | undefined]>([
    ['its load balancer has', {}, 'the Ambassador is at 203.0.113.7'],
    ['its load balancer lacks', { addresses: [] }, 'the Ambassador has no external address'],
    ['nobody asked for', { addresses: [], balanced: false }, undefined],
  ])('that %s', (_name, more, line) => {
    expect(verified(planOf([]), more).find((one) => one.startsWith('the Ambassador'))).toBe(line)
  })
})

describe('an object that is not ready', () => {
  const node = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'rpc1', namespace: 'a' } }
  const message = 'container besu of pod rpc1-0 cannot get its image'
  const cause = 'ImagePullBackOff'

  it('has its cause, and what to do, in the result of apply', () => {
    const unready = { object: node, message, details: ['pod rpc1-0: …'], cause, pod: 'rpc1-0' } as const
    const nothing = { written: 1, refused: [], jobs: [], pruned: [], problems: [] }
    const applied = { outcome: 'not-ready', plan: planOf([]), ...nothing, unready: [unready] } as const
    const lines = [message, '    pod rpc1-0: …', '    what to do about ImagePullBackOff of rpc1']
    expect(resultLines(applied, advice).slice(0, -1)).toEqual(lines)
    const { cause: _, ...unexplained } = unready
    expect(resultLines({ ...applied, unready: [unexplained] }, advice).slice(0, -1)).toEqual(lines.slice(0, -1))
  })

  it('has them in what verify writes, in place of its state', () => {
    const state = { object: node, live: node, ready: false, message: '0 of 1 replicas are ready' }
    const found = (troubles: readonly ObjectTrouble[]) =>
      verified(planOf([]), { states: [state] }, troubles).slice(3, -1)
    expect(found([])).toEqual(['StatefulSet a/rpc1: 0 of 1 replicas are ready'])
    expect(found([{ object: node, message, cause }])).toEqual([
      message,
      '    what to do about ImagePullBackOff of rpc1',
    ])
    expect(found([{ object: node, message: 'unknown' }])).toEqual(['StatefulSet a/rpc1: 0 of 1 replicas are ready'])
  })
})
