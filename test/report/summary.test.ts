import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/commands/result.ts'
import { planMarkdown } from '../../src/report/plan/markdown.ts'
import { resultSummary } from '../../src/report/summary.ts'
import { hostileText } from './hostile.ts'
import { smallPlan } from './small-plan.ts'

const result = (text: () => string): Result => ({
  status: 4,
  findings: smallPlan.findings.map((finding) => ({ ...finding, message: text(), hint: text(), rule: text() })),
  clusters: [],
  clusterResults: [
    {
      ...{ cluster: text(), context: text(), outcome: 'failed', message: text() },
      ...{ created: 1, changed: 1, kept: 1, pruned: 0, orphaned: 0 },
      ...{ plan: [text(), text()], lines: [text()] },
    },
  ],
  dnsRecords: smallPlan.dnsRecords.added.map((record) => ({ ...record, name: text(), target: text() })),
})

const structureOf = (markdown: string): string[] => {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/^<\/?code>$/.test(tag))
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

  it('is the plan where there is one', () => {
    const { findings } = smallPlan
    expect(resultSummary('network.yaml', { status: 0, findings, clusters: [], plan: smallPlan })).toBe(
      planMarkdown(smallPlan),
    )
  })
})
