import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { planMarkdown } from '../../src/report/plan/markdown.ts'
import type { Result } from '../../src/report/result.ts'
import { resultSummary } from '../../src/report/summary.ts'
import { hostileText } from './hostile.ts'
import { smallPlan } from './small-plan.ts'

const result = (text: () => string): Result => ({
  status: 4,
  findings: smallPlan.findings.map((finding) => ({ ...finding, message: text(), hint: text(), rule: text() })),
  clusters: [],
  clusterResults: [
    {
      cluster: text(),
      context: text(),
      outcome: 'failed',
      message: text(),
      created: 1,
      changed: 1,
      kept: 1,
      pruned: 0,
      orphaned: 0,
      plan: [text(), text()],
      lines: [text()],
      jobs: [{ name: text(), waitsFor: `for ${text()}`, lastLine: `line ${text()}` }],
      checks: [{ name: 'reachability', good: false, message: text(), lines: [text()] }],
      reachability: [{ node: 'carrier/peer1', endpoint: 'p2p', host: text(), port: 15003, failure: `curl ${text()}` }],
    },
  ],
  ledger: [
    { good: true, message: `it ${text()}` },
    { good: false, message: `it ${text()}`, hint: text() },
  ],
  dnsRecords: smallPlan.dnsRecords.added.map((record) => ({ ...record, name: text(), target: text() })),
})

const structureOf = (markdown: string): string[] => {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return [...html.matchAll(/<[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/^<\/?code>$|^<\/a>$|^<a href="[^"]+\/docs\/rules\.md#[a-z0-9-]+">$/.test(tag))
}

describe('the summary of a job', () => {
  it('lets no text out of its place', () => {
    const tame = structureOf(
      resultSummary(
        'network.yaml',
        result(() => 'plain'),
      ),
    )
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), hostileText, (texts, title) => {
        expect(
          structureOf(
            resultSummary(
              title,
              result(() => texts.next().value ?? ''),
            ),
          ),
        ).toEqual(tame)
      }),
    )
  })

  it('shows checks by cluster, who reaches whom, and the ledger', () => {
    const base = { created: 0, changed: 0, kept: 2, pruned: 0, orphaned: 0, plan: [], lines: [] }
    const check = (name: 'drift' | 'reachability', good: boolean, message: string) => ({
      name,
      good,
      message,
      lines: [],
    })
    const target = { node: 'carrier/peer1', endpoint: 'p2p', host: 'peer1.example.com', port: 15003 }
    const markdown = resultSummary('network.yaml', {
      status: 4,
      findings: [],
      clusters: ['eu', 'us'],
      clusterResults: [
        {
          ...base,
          cluster: 'eu',
          context: 'eu',
          outcome: 'differs',
          message: '',
          checks: [check('drift', true, '2 of 2'), check('reachability', false, '0 of 1')],
          reachability: [{ ...target, failure: 'refused' }],
        },
        {
          ...base,
          cluster: 'us',
          context: 'us',
          outcome: 'verified',
          message: '',
          checks: [check('drift', true, '2 of 2')],
        },
      ],
      ledger: [
        { good: true, message: 'block 7 grows to 9' },
        { good: false, message: 'rpc1 is behind', hint: 'look at its log' },
      ],
    })
    for (const part of [
      '| cluster | drift | reachability |\n| --- | --- | --- |\n| `eu` | ✅ 2 of 2 | ❌ 0 of 1 |\n| `us` | ✅ 2 of 2 |  |\n',
      'Endpoints that pods reach, by their cluster:\n\n| endpoint | from `eu` |\n| --- | --- |\n| `carrier/peer1 p2p` | refused |\n',
      'The ledger, as reported by its nodes:\n\n- ✅ block 7 grows to 9\n- ❌ rpc1 is behind: look at its log\n',
    ])
      expect(markdown).toContain(part)
  })

  it('lists Jobs that are not done', () => {
    const base = { created: 0, changed: 0, kept: 2, pruned: 0, orphaned: 0, plan: [], lines: [], message: '' }
    const jobs = [
      { name: 'a/approve', waitsFor: 'the approval of CarrierMSP', lastLine: 'waiting for others: …' },
      { name: 'a/join', lastLine: 'peer1 does not answer' },
      { name: 'a/new' },
    ]
    const clusterResults = [{ ...base, cluster: 'eu', context: 'eu', outcome: 'not-ready' as const, jobs }]
    expect(resultSummary('network.yaml', { status: 4, findings: [], clusters: ['eu'], clusterResults })).toContain(
      [
        'Jobs that are not done:\n',
        '| cluster | Job | waits for others | last line of its log |',
        '| --- | --- | --- | --- |',
        '| `eu` | `a/approve` | the approval of CarrierMSP | `waiting for others: …` |',
        '| `eu` | `a/join` |  | `peer1 does not answer` |',
        '| `eu` | `a/new` |  |  |',
      ].join('\n'),
    )
  })

  it('is the plan where there is one', () => {
    const { findings } = smallPlan
    expect(resultSummary('network.yaml', { status: 0, findings, clusters: [], plan: smallPlan })).toBe(
      planMarkdown(smallPlan),
    )
  })
})
