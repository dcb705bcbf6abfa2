import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/tools/process.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tool } from '../bed/tools/tool.ts'
import type { RuleGroup } from './rendered.ts'

/** An alert that fires. */
interface FiringAlert {
  readonly alert: string
  /** Beside those that the rule sets. */
  readonly labels?: Readonly<Record<string, string>>
  readonly summary: string
}

export interface RuleCase {
  readonly name: string
  /** When its first sample is. */
  readonly start: Date
  /** Values of series, one each 30 seconds, in promtool's notation. */
  readonly series: Readonly<Record<string, string>>
  /** Times since the start: `10m`. */
  readonly at: readonly string[]
  /** All alerts that fire then. */
  readonly fires: readonly FiringAlert[]
}

/** What promtool finds wrong in rules, its lints included; empty when nothing. */
export const faultsOf = (groups: readonly RuleGroup[]): Promise<string> =>
  inFolder({ 'rules.yaml': { groups } }, ['check', 'rules', '--lint=all', '--lint-fatal', 'rules.yaml'])

/** What promtool finds different from the cases; empty when nothing. */
export function differencesOf(groups: readonly RuleGroup[], cases: readonly RuleCase[]): Promise<string> {
  const tests = cases.map(({ name, start, series, at, fires }) => ({
    name,
    interval: '30s',
    start_timestamp: start.toISOString(),
    input_series: Object.entries(series).map(([one, values]) => ({ series: one, values })),
    alert_rule_test: at.flatMap((time) => expectations(groups, time, fires)),
  }))
  return inFolder({ 'rules.yaml': { groups }, 'tests.yaml': { ...testHead, tests } }, ['test', 'rules', 'tests.yaml'])
}

const testHead = { rule_files: ['rules.yaml'], evaluation_interval: '30s' }

/** Of every alert: it fires, or it does not. */
const expectations = (groups: readonly RuleGroup[], time: string, fires: readonly FiringAlert[]): object[] => {
  const rules = new Map(groups.flatMap((group) => group.rules.map((rule) => [rule.alert, rule])))
  const unknown = fires.find(({ alert }) => !rules.has(alert))
  if (unknown !== undefined) throw new Error(`there is no alert ${unknown.alert}`)
  return [...rules].map(([name, rule]) => ({
    eval_time: time,
    alertname: name,
    exp_alerts: fires
      .filter(({ alert }) => alert === name)
      .map(({ labels, summary }) => ({
        exp_labels: { ...rule.labels, ...labels },
        exp_annotations: { ...rule.annotations, summary },
      })),
  }))
}

async function inFolder(files: Readonly<Record<string, object>>, parameters: readonly string[]): Promise<string> {
  const promtool = await tool('promtool')
  const directory = await mkdtemp(join(tmpdir(), 'promtool-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), dumpYaml(content))
    const { status, stdout, stderr } = await run(promtool, parameters, { directory })
    return status === 0 ? '' : `${stdout}${stderr}`
  } finally {
    await rm(directory, { recursive: true })
  }
}
