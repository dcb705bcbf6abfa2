import { expect, it } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { goldenCases } from '../golden/cases.ts'
import { noteSurroundings } from '../real.ts'
import { monitoringOf } from './rendered.ts'

await tools('grafana-dashboards')

/** Texts of dashboards of all golden cases. */
const dashboards: readonly string[] = (
  await Promise.all(goldenCases.map(async (golden) => [...(await monitoringOf(golden)).values()].flat()))
)
  .flat()
  .flatMap(({ data }) => Object.values(data ?? {}))

/** What Grafana's types refuse in dashboards, a line for each. */
async function refusedIn(texts: readonly string[]): Promise<readonly string[]> {
  const { status, stdout, stderr } = await run(await tool('grafana-dashboards'), [], {
    directory: import.meta.dirname,
    input: `[${texts.join(',')}]`,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.split('\n').filter((line) => line !== '')
}

it('are dashboards as the types of Grafana have them, without a field that it does not know', async () => {
  expect(dashboards.length).toBeGreaterThan(goldenCases.length)
  expect(await refusedIn(dashboards)).toEqual([])
  const panels = dashboards.flatMap((text) => (JSON.parse(text) as { panels: readonly object[] }).panels)
  noteSurroundings(
    'dashboards',
    `types of Grafana (grafana-foundation-sdk 0.0.22): ${dashboards.length} dashboards with ${panels.length} panels`,
  )
})

it('is a check that finds a wrong field of a panel, of a query and of a variable', async () => {
  const [first = ''] = dashboards
  const wrong = first
    .replace('"gridPos"', '"gridPosition"')
    .replace('"legendFormat"', '"legend"')
    .replace('"includeAll"', '"all"')
  const [line] = await refusedIn([wrong])
  expect(line).toContain("unexpected field 'gridPosition'")
  expect(line).toContain("unexpected field 'legend'")
  expect(line).toContain("unexpected field 'all'")
})
