import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goldenCases } from '../golden/cases.ts'
import { monitoringOf } from './rendered.ts'

interface NameList {
  /** Where the names are from, with the commit or the release. */
  readonly source: string
  readonly names: readonly string[]
}

const text = await readFile(join(import.meta.dirname, 'metric-names.json'), 'utf8')
const lists = JSON.parse(text) as Readonly<Record<string, NameList>>
const known = new Set(Object.values(lists).flatMap(({ names }) => names))

/** Of Prometheus itself, of client libraries, and of Kubernetes. */
const others = /^(up|process_resident_memory_bytes|kube_.+|kubelet_volume_stats_.+|container_.+)$/

const objects = (await Promise.all(goldenCases.map((golden) => monitoringOf(golden)))).flatMap((one) =>
  [...one.values()].flat(),
)

test('rules and dashboards have only names that the ledgers, Envoy and Kubernetes give their metrics', () => {
  const rules = objects.flatMap(({ spec }) =>
    (spec?.groups ?? []).flatMap((group) => group.rules.map(({ expr }) => expr)),
  )
  const panels = objects
    .flatMap(({ data }) => Object.values(data ?? {}))
    .flatMap((model) => (JSON.parse(model) as { panels: { targets: { expr: string }[] }[] }).panels)
    .flatMap(({ targets }) => targets.map(({ expr }) => expr))
  const names = new Set(
    [...rules, ...panels].flatMap((expression) => [...expression.matchAll(/(\w+)\{/g)].map(([, name = '']) => name)),
  )
  expect(names.size).toBeGreaterThan(20)
  expect([...names].filter((name) => !known.has(name) && !others.test(name))).toEqual([])
})
