import { describe, expect, test } from 'vitest'
import { faultTolerance, quorumOf } from '../../../src/platforms/indy/consensus.ts'
import { consensusInWords, reachInWords } from '../../../src/render/tolerance.ts'
import { cut, type Edits, edited, type Files, pool, revisionOf } from '../../plan/revisions.ts'
import { genesisOf } from './known-pool.ts'

function reportOf(text: string, files: Files = new Map()) {
  const { network, platform, material } = revisionOf(text, files)
  return platform.operation.tolerance(network, material)
}

/** Every row of the table: kind, name, validators lost, what becomes of consensus, what cannot be reached. */
const rowsOf = (text: string): string[] =>
  reportOf(text).faults.map((fault) =>
    [fault.kind, fault.name, fault.lost, consensusInWords(fault), reachInWords(fault)].join(' | '),
  )

const change = (edits: Edits): string => edited(pool, edits)

const spread = 'depends on which nodes are in it'

test.each([
  [0, 0, 0],
  [1, 0, 1],
  [3, 0, 3],
  [4, 1, 3],
  [5, 1, 4],
  [6, 1, 5],
  [7, 2, 5],
  [10, 3, 7],
  [25, 8, 17],
])('%i validators: %i may fail, %i agree', (validators, most, quorum) => {
  expect([faultTolerance(validators), quorumOf(validators)]).toEqual([most, quorum])
})

describe('what the loss of one thing does', () => {
  test('in three clusters, with an external validator: nothing stops it', () => {
    expect(rowsOf(pool)).toEqual([
      'node | any one validator | 1 | continues; 1 more may fail | –',
      'organization | bank | 1 | continues; 1 more may fail | –',
      'organization | carrier | 2 | continues; none more may fail | –',
      'organization | maker | 2 | continues; none more may fail | –',
      'organization | retailer | 2 | continues; none more may fail | –',
      'cluster | asia | 2 | continues; none more may fail | –',
      'cluster | eu | 2 | continues; none more may fail | –',
      'cluster | us | 2 | continues; none more may fail | –',
      'ambassador | asia | 2 | continues; none more may fail | its 2 nodes, from eu, us and bank',
      'ambassador | eu | 2 | continues; none more may fail | its 2 nodes, from asia, us and bank',
      'ambassador | us | 2 | continues; none more may fail | its 2 nodes, from asia, eu and bank',
      `zone | asia | 1 | continues; 1 more may fail | ${spread}`,
      `zone | eu | 1 | continues; 1 more may fail | ${spread}`,
      `zone | us | 1 | continues; 1 more may fail | ${spread}`,
    ])
  })

  test('three validators in one hand and one cluster, of seven: either stops it, and its Ambassador too', () => {
    const rows = rowsOf(change([['  - name: retailer\n    cluster: asia\n', '  - name: retailer\n    cluster: us\n']]))
    expect(rows).toContain('organization | retailer | 2 | continues; none more may fail | –')
    expect(rows).toContain('cluster | us | 4 | stops until 2 are back | –')
    expect(rows).toContain('ambassador | us | 4 | stops until 2 are back | its 4 nodes, from eu and bank')
  })

  test('all in one cluster: they dial each other through its Ambassador, so without it nothing is agreed', () => {
    const one = cut(cut(pool, '  - name: asia', '  - name: us'), '  - name: maker')
    expect(rowsOf(one)).toContain('ambassador | us | 2 | stops until 2 are back | –')
  })

  test('one that is alone needs nobody', () => {
    const alone = cut(cut(cut(pool, '  - name: asia', '  - name: us'), '  - name: maker'), '      - {name: v2')
    expect(rowsOf(alone)).toEqual([
      'node | any one validator | 1 | stops until 1 is back | –',
      'organization | carrier | 1 | stops until 1 is back | –',
      'cluster | us | 1 | stops until 1 is back | –',
      'ambassador | us | 0 | continues; none may fail | –',
      `zone | us | 1 | stops until 1 is back | ${spread}`,
    ])
  })
})

describe('the sentence', () => {
  test('of a pool of ours counts the validators of the definition', () => {
    const { summary, consensus } = reportOf(pool)
    expect(summary).toBe(
      'With 7 validators the pool survives 2 offline or malicious validators; each batch of transactions needs 5 of them',
    )
    expect(consensus).toEqual({ nodes: 7, mayBeDown: 2, mayLie: 2 })
  })

  test('of fewer than four', () => {
    expect(reportOf(cut(pool, '  - name: maker')).summary).toBe(
      'With 2 validators the pool survives no offline or malicious validator; each batch of transactions needs 2 of them',
    )
  })

  test('of a pool that others began counts the validators that its genesis has now, and claims no more', () => {
    const joined = change([['clusters:\n', 'genesis: {pool: pool.txn, domain: domain.txn}\nclusters:\n']])
    const report = reportOf(joined, new Map([['pool.txn', genesisOf('bcovrin_test_pool')]]))
    expect(report.summary).toBe(
      'The genesis and this definition have 11 validators, of which the definition names 7. If the pool has no others by now, the pool survives 3 offline or malicious validators; each batch of transactions needs 8 of them',
    )
    expect(report.faults[0]).toMatchObject({ name: 'any one validator', lost: 1, margin: 2 })
    expect(reportOf(joined).summary).toContain('The genesis and this definition have 7 validators. If')
  })
})
