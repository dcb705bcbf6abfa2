import { stripVTControlCharacters } from 'node:util'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { changeLine } from '../../src/report/plan/counts.ts'
import { planFileText, readPlan } from '../../src/report/plan/json.ts'
import { commentBudget, planMarkdown, summaryBudget } from '../../src/report/plan/markdown.ts'
import { planText } from '../../src/report/plan/text.ts'
import { blocksOf } from '../docs/pages.ts'
import { largePlan, newPlan, smallPlan } from './small-plan.ts'
import { withoutVersion } from './without-version.ts'

describe('a plan is written as', () => {
  it.each([
    ['plan.md', planMarkdown(smallPlan)],
    ['short.md', planMarkdown(smallPlan, 3620)],
    ['list.md', planMarkdown(smallPlan, 3540)],
    ['counts.md', planMarkdown(largePlan(20), 9100)],
    ['new.md', planMarkdown(newPlan)],
    ['plan.txt', planText(smallPlan, { colour: false })],
    ['new.txt', planText(newPlan, { colour: false })],
    ['plan.json', planFileText(smallPlan)],
  ])('%s', async (file, text) => {
    await expect(withoutVersion(text)).toMatchFileSnapshot(`expected/${file}`)
  })

  it('text with colours, which are all that differs', () => {
    const coloured = planText(smallPlan, { colour: true })
    expect(coloured).toContain('\u001b[31mdanger\u001b[39m')
    expect(stripVTControlCharacters(coloured)).toBe(planText(smallPlan, { colour: false }))
  })
})

describe('Markdown is as long as there is room for', () => {
  it.each([
    ['all of a small plan', smallPlan, commentBudget, /hyperledger\/besu:26\.9\.0/],
    ['all of a large one in the summary', largePlan(200), summaryBudget, /hyperledger\/besu:26\.9\.0/],
    ['names of fields', largePlan(20), 17_000, /fields are without their values/],
    ['names of objects', largePlan(95), commentBudget, /objects are without their fields/],
    ['numbers', largePlan(1000), commentBudget, /objects are counted, not named/],
    ['little more than that there is a plan', largePlan(1000), 6000, /nearly everything is counted/],
    ['that there is a plan', largePlan(1000), 200, /It does not fit here at all/],
  ])('%s', (_name, plan, budget, text) => {
    const markdown = planMarkdown(plan, budget)
    expect(markdown).toMatch(text)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(budget)
  })

  it('risks go last: they are all there where objects are without their fields', () => {
    const markdown = planMarkdown(largePlan(95), commentBudget)
    expect(markdown.split('🛑 **danger**').length - 1).toBe(95)
    expect(markdown).toMatch(/\n… 90 more routes\n/)
  })

  it('no text is too long for it', () => {
    const long = '🛑'.repeat(100_000)
    const plan = { ...smallPlan, risks: smallPlan.risks.map((risk) => ({ ...risk, message: long, hint: long })) }
    const markdown = planMarkdown(plan, commentBudget)
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(commentBudget)
    expect(markdown).toContain('quorum carrier/validator2')
    expect(markdown.isWellFormed()).toBe(true)
  })
})

it('what is to be written into the definition can be copied', () => {
  const [block] = blocksOf(planMarkdown(smallPlan)).filter(({ language }) => language === 'yaml')
  expect(load(block?.text ?? '')).toEqual({
    acknowledge: ['quorum carrier/validator2 0011223344556677', 'host-moves eu 8899aabbccddeeff'],
  })
})

describe('the file of a plan', () => {
  const file: Record<string, unknown> = JSON.parse(planFileText(smallPlan))

  it.each([
    ['small', smallPlan],
    ['new', newPlan],
    ['large', largePlan(300)],
  ])('is read again as the plan that it was: %s', (_name, plan) => {
    const risks = plan.risks.map((risk) => ({ ...risk, path: [] })) // of use only where the definition is
    expect(readPlan(planFileText(plan))).toEqual({ plan: { ...plan, risks } })
  })

  it.each<[string, string, string]>([
    ['what is no JSON', '{"version": 1, <b>secret', 'it is not JSON'],
    ['what is no object', '"secret"', 'it is not as docs/plan.md describes it'],
    ['another version', JSON.stringify({ ...file, version: 2 }), 'version is not as docs/plan.md describes it'],
    [
      'a field that is missing',
      JSON.stringify({ ...file, risks: undefined }),
      'risks is not as docs/plan.md describes it',
    ],
    [
      'a base that is no commit',
      JSON.stringify({ ...file, base: '--secret' }),
      'base is not as docs/plan.md describes it',
    ],
    [
      'a text that is too long',
      JSON.stringify({ ...file, network: 'x'.repeat(2000) }),
      'network is not as docs/plan.md describes it',
    ],
    [
      'a list that is too long',
      JSON.stringify({ ...file, madeOnMerge: Array(60_000).fill('x') }),
      'madeOnMerge is not as docs/plan.md describes it',
    ],
    [
      'a wrong value far inside',
      JSON.stringify({ ...file, roots: [{ cluster: 'eu', part: 'x', changes: [{ action: 'secret' }], routine: [] }] }),
      'roots.0.changes.0.action is not as docs/plan.md describes it',
    ],
  ])('is refused, and nothing of it is repeated: %s', (_name, text, problem) => {
    expect(readPlan(text)).toEqual({ problem })
  })

  it('may have fields of later versions of Chancery, which are left out', () => {
    expect(readPlan(JSON.stringify({ ...file, later: '<b>' }))).toEqual(readPlan(JSON.stringify(file)))
  })
})

it.each<[what: string, roots: readonly string[], where: string]>([
  ['what all clusters get is no cluster', ['every cluster', 'eu', 'us'], 'in 2 clusters.'],
  ['one cluster', ['every cluster', 'eu'], 'in 1 cluster.'],
  ['nothing but what all get', ['every cluster'], 'in every cluster.'],
])('clusters are counted: %s', (_what, clusters, where) => {
  const [first] = smallPlan.roots
  if (first === undefined) throw new Error('the plan has roots')
  const roots = clusters.map((cluster) => ({ ...first, cluster }))
  expect(changeLine({ ...smallPlan, roots })).toContain(where)
})
