import { expect, test } from 'vitest'
import { tools } from '../bed/tools/tool.ts'
import { goldenCases } from '../golden/cases.ts'
import { noteSurroundings } from '../real.ts'
import { machines, router } from './cases/ambassador-parts.ts'
import { corda } from './cases/corda.ts'
import { besu, quorum } from './cases/evm.ts'
import { fabric } from './cases/fabric.ts'
import { indy } from './cases/indy.ts'
import { substrate } from './cases/substrate.ts'
import { caseOf, type WatchedCluster } from './cases/watched.ts'
import { differencesOf, faultsOf } from './promtool.ts'
import { monitoringOf, rulesIn } from './rendered.ts'

await tools('promtool')

const watchedClusters: readonly WatchedCluster[] = [besu, quorum, corda, fabric, indy, substrate, machines, router]

test.each(goldenCases)('promtool accepts all rules of %s', async (golden) => {
  const objects = await monitoringOf(golden)
  const clusters = new Set([...objects.keys()].map((where) => where.split('/')[0] ?? ''))
  expect(clusters.size).toBeGreaterThan(0)
  for (const cluster of clusters) expect(await faultsOf(rulesIn(objects, cluster))).toBe('')
})

test.each(watchedClusters)(
  'alerts of $golden in $cluster fire when what they say happens, and not otherwise',
  async (watched) => {
    const rules = rulesIn(await monitoringOf(watched.golden, undefined, watched.edit), watched.cluster)
    const cases = watched.cases.map((one) => caseOf(watched, one))
    expect(await differencesOf(rules, cases)).toBe('')
  },
)

test('every alert of every ledger fires in a case, and is silent in another one', async () => {
  const rendered = await Promise.all([
    ...goldenCases.map((golden) => monitoringOf(golden)),
    ...watchedClusters.map(({ golden, edit }) => monitoringOf(golden, undefined, edit)),
  ])
  const names = new Set(
    rendered.flatMap((objects) =>
      [...objects.values()].flatMap((list) =>
        list.flatMap(({ spec }) => (spec?.groups ?? []).flatMap(({ rules }) => rules.map(({ alert }) => alert))),
      ),
    ),
  )
  const tried = new Set(
    watchedClusters.flatMap(({ cases }) => cases.flatMap(({ fires = [] }) => fires.map(({ alert }) => alert))),
  )
  expect([...names].filter((name) => !tried.has(name))).toEqual([])
})

test('says what was real', () => {
  const cases = watchedClusters.flatMap((watched) => watched.cases)
  noteSurroundings(
    'alerts',
    `promtool: rules of ${goldenCases.length} networks accepted, ${cases.length} cases in which alerts fire or are silent`,
  )
})
