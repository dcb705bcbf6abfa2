import { expect, test } from 'vitest'
import { acceptable, accepting, acknowledgement, subjectOf } from '../../src/network/acknowledgement.ts'
import type { Finding } from '../../src/network/finding.ts'
import { lineFindings } from '../../src/plan/acknowledged.ts'

const risk = (image: string) => ({
  id: 'node-moved',
  subject: 'carrier/rpc1',
  message: `the image is ${image} instead of node:1.0`,
})
const seen = acknowledgement(risk('node:1.1'))
const pushed = acknowledgement(risk('attacker/node:1.1'))

const warning: Finding = {
  rule: 'open-to-all',
  severity: 'warning',
  message: 'the ports of cluster eu are open to the whole internet',
  place: { file: 'network.yaml', line: 7, column: 5 },
  subject: 'clusters/eu/ambassador',
}
const acceptance = acknowledgement(acceptable(warning))

const judge = (lines: readonly string[], former: readonly string[] = [], risks: readonly string[] = [seen]) =>
  lineFindings({
    lines,
    former,
    risks,
    placeOf: (index) => ({ file: 'network.yaml', line: 90 + index, column: 5 }),
    findings: accepting([warning], lines),
  }).map(({ severity, rule, message, hint, place }) => `${place.line} ${severity} ${rule}: ${message} → ${hint}`)

test('a line names id, subject and a digest of the content', () => {
  expect(seen).toMatch(/^node-moved carrier\/rpc1 [0-9a-f]{16}$/)
  expect(pushed).not.toBe(seen)
  expect(acknowledgement({ ...risk('node:1.1'), content: 'a, b, c' })).not.toBe(seen)
  expect(acknowledgement({ ...risk('node:1.1'), content: 'a, b, d' })).not.toBe(
    acknowledgement({ ...risk('node:1.1'), content: 'a, b, c' }),
  )
})

test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  ['nothing', [], [], [seen], []],
  ['a risk of this change', [seen], [], [seen], []],
  ['a warning', [acceptance], [], [], []],
  ['a warning that was accepted before', [acceptance], [acceptance], [], []],
  [
    'what was seen before another push',
    [seen],
    [],
    [pushed],
    [
      `90 warning acknowledge-unused: "${seen}" acknowledges nothing: no risk of this change and no warning is called so → what it was for has changed: look at it again; as it is now the line is ${pushed}`,
    ],
  ],
  [
    'a risk without its digest',
    ['node-moved carrier/rpc1'],
    [],
    [seen],
    [
      `90 warning acknowledge-unused: "node-moved carrier/rpc1" acknowledges nothing: no risk of this change and no warning is called so → a line ends in the digest of what it is about: ${seen}`,
    ],
  ],
  [
    'a misspelt risk',
    [seen.replace('rpc1', 'rcp1')],
    [],
    [seen],
    [
      `90 warning acknowledge-unused: "${seen.replace('rpc1', 'rcp1')}" acknowledges nothing: no risk of this change and no warning is called so → did you mean "${seen}"?`,
    ],
  ],
  [
    'a risk that was merged before, and comes again',
    [seen],
    [seen],
    [seen],
    [
      `90 warning acknowledge-unused: "${seen}" was merged before this change, and does not count for it → remove the line in a separate change, then add it in the change that takes the risk; or give the pull request the label`,
    ],
  ],
  [
    'a risk whose change is merged',
    ['open-to-all b', seen],
    ['open-to-all b', seen],
    [],
    [
      '90 notice acknowledge-spent: "open-to-all b" is about nothing any more: its change is merged, or its warning is gone → remove the line',
      `91 notice acknowledge-spent: "${seen}" is about nothing any more: its change is merged, or its warning is gone → remove the line`,
    ],
  ],
])('lines about %s', (_name, lines, former, risks, expected) => {
  expect(judge(lines, former, risks)).toEqual(expected)
})

test('an accepted warning is a notice, and only with the content that was accepted', () => {
  expect(accepting([warning], [acceptance])).toEqual([{ ...warning, severity: 'notice', accepted: true }])
  const other = { ...warning, message: `${warning.message}, and those of us` }
  expect(accepting([other], [acceptance])).toEqual([other])
  const error: Finding = { ...warning, severity: 'error' }
  expect(accepting([error], [acceptance])).toEqual([error])
})

test('the subject of a warning stays when lines and items move', () => {
  const definition = {
    clusters: [{ name: 'eu' }],
    external: [{ organization: 'bank', nodes: [{}] }],
    labels: { 'open-to-all b': 1 },
  }
  expect(subjectOf(['clusters', 0, 'ambassador'], definition)).toBe('clusters/eu/ambassador')
  expect(subjectOf(['external', 0, 'nodes', 0, 'port'], definition)).toBe('external/bank/nodes/0/port')
  expect(subjectOf(['labels', 'a b'], definition)).toBe('labels/a-b')
  expect(subjectOf([], definition)).toBe('-')
})
