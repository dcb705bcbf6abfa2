import { describe, expect, test } from 'vitest'
import { consensusInWords, reachInWords } from '../../../src/render/tolerance.ts'
import { cut, type Edits, edited, revisionOf, zone } from '../../plan/revisions.ts'

function reportOf(text: string) {
  const { network, platform, material } = revisionOf(text, new Map())
  return platform.operation.tolerance(network, material)
}

/** Every row of the table: kind, name, notaries lost, what becomes of them, what cannot be reached or stops. */
const rowsOf = (text: string): string[] =>
  reportOf(text).faults.map((fault) =>
    [fault.kind, fault.name, fault.lost, consensusInWords(fault), reachInWords(fault)].join(' | '),
  )

const change = (edits: Edits): string => edited(zone, edits)

const [ours, theirs] = [
  'states of O=Notary, L=London, C=GB (trust/n1) cannot be spent',
  'states of O=City Notary, L=Paris, C=FR (city/n2) cannot be spent',
]
const spread = 'depends on which nodes are in it'

describe('what the loss of one thing does', () => {
  test('a notary takes its states with it, a node only itself', () => {
    expect(rowsOf(zone)).toEqual([
      'node | any one node | 0 | continues; none may fail | –',
      `node | city/n2 | 1 | stops until 1 is back | ${theirs}`,
      `node | trust/n1 | 1 | stops until 1 is back | ${ours}`,
      'organization | bank | 0 | continues; none may fail | –',
      `organization | city | 1 | stops until 1 is back | ${theirs}`,
      'organization | shop | 0 | continues; none may fail | –',
      `organization | trust | 1 | stops until 1 is back | ${ours}`,
      'cluster | asia | 0 | continues; none may fail | –',
      `cluster | eu | 1 | stops until 1 is back | ${ours}`,
      'cluster | us | 0 | continues; none may fail | –',
      'ambassador | asia | 0 | continues; none may fail | its 2 nodes, from eu, us and city',
      `ambassador | eu | 1 | stops until 1 is back | its 2 nodes, from asia, us and city; ${ours}`,
      'ambassador | us | 0 | continues; none may fail | its node, from asia, eu and city',
      `zone | eu | 1 | stops until 1 is back | ${spread}`,
    ])
  })

  test('two notaries in one cluster: it takes both, and one zone takes one', () => {
    const two = change([
      [
        '      - {name: t1, role: node, legalName: "O=Trust Desk, L=London, C=GB", existingSecret: t1}',
        '      - {name: n3, role: notary, legalName: "O=Trust Desk, L=London, C=GB", existingSecret: t1, notary: {validating: true, serviceName: "O=Strict, L=London, C=GB"}}',
      ],
    ])
    const strict = 'states of O=Strict, L=London, C=GB (trust/n3) cannot be spent'
    expect(rowsOf(two)).toContain(`cluster | eu | 2 | stops until 2 are back | ${ours}; ${strict}`)
    expect(rowsOf(two)).toContain(`zone | eu | 1 | stops until 1 is back | ${spread}`)
  })

  test('a notary in one cluster with all nodes: they dial each other through its Ambassador', () => {
    const report = reportOf(zone)
    expect(report.inside).toBe(
      'Its nodes do not reach each other either: each has one address, which is the one outside',
    )
  })
})

describe('the sentence', () => {
  test('counts the notaries, of which none may fail', () => {
    const { summary, consensus } = reportOf(zone)
    expect(summary).toBe(
      'With 2 notaries, states of a notary cannot be spent while it is down: no other notary takes its place. A node that is down stops its own transactions, and those of others with it',
    )
    expect(consensus).toEqual({ nodes: 2, mayBeDown: 0, mayLie: 0 })
  })

  test('of a definition without a notary names those of others', () => {
    const without = cut(cut(zone, '      - {name: n1', '      - {name: t1'), 'external:')
    expect(reportOf(without).summary).toMatch(/^This definition has no notary: others sign for its transactions\. /)
  })
})
