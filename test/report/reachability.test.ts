import { describe, expect, it } from 'vitest'
import type { TargetOutcome } from '../../src/probe/outcome.ts'
import {
  type Reachability,
  reachabilityLines,
  reachabilityMarkdown,
  reachabilityText,
} from '../../src/report/reachability.ts'

const outcome = (node: string, failure?: string): TargetOutcome => ({
  node,
  endpoint: 'p2p',
  host: `${node.split('/')[1]}.example.com`,
  port: 15003,
  ...(failure === undefined ? {} : { failure }),
})

const found: Reachability = new Map([
  ['us', [outcome('maker/peer1', 'refused'), outcome('carrier/peer1')]],
  // Two organizations of a cluster dial the same: the worst counts.
  ['eu', [outcome('carrier/peer1'), outcome('carrier/peer1', 'timed out')]],
])

describe('who reaches what', () => {
  it('is a line for each failure, and a count', () => {
    expect(reachabilityLines('us', found.get('us') ?? [])).toEqual([
      'from cluster us: maker/peer1 p2p at peer1.example.com:15003 refused',
      '1 of 2 endpoints that its nodes dial answer',
    ])
    expect(reachabilityLines('us', [outcome('carrier/peer1')])).toEqual(['all 1 endpoints that its nodes dial answer'])
  })

  it('is a table for a terminal', () => {
    expect(reachabilityText(found)).toEqual([
      'endpoint           from eu    from us',
      'carrier/peer1 p2p  timed out  ok',
      'maker/peer1 p2p               refused',
    ])
    expect(reachabilityText(new Map())).toEqual([])
  })

  it('is one for a summary', () => {
    expect(reachabilityMarkdown(found)).toBe(
      [
        '| endpoint | from `eu` | from `us` |',
        '| --- | --- | --- |',
        '| `carrier/peer1 p2p` | timed out | ok |',
        '| `maker/peer1 p2p` |  | refused |',
        '',
      ].join('\n'),
    )
    expect(reachabilityMarkdown(new Map())).toBe('')
  })

  it('shows no control characters of whoever answered', () => {
    const hostile = [outcome('maker/peer1', 'curl 35: \u001b[31mred\u0007')]
    const shown = [...reachabilityLines('us', hostile), ...reachabilityText(new Map([['us', hostile]]))].join(' ')
    expect(shown).toContain('[31mred')
    expect(shown).not.toMatch(/\p{Cc}/v)
  })
})
