import { describe, expect, test } from 'vitest'
import { faultTolerance, quorumOf } from '../../../src/platforms/substrate/consensus.ts'
import { consensusInWords, reachInWords } from '../../../src/render/tolerance.ts'
import { chain, chainFiles, cut, type Edits, edited, revisionOf } from '../../plan/revisions.ts'

function reportOf(text: string) {
  const { network, platform, material } = revisionOf(text, chainFiles)
  return platform.operation.tolerance(network, material)
}

/** Every row of the table: kind, name, validators lost, what becomes of finality, what cannot be reached. */
const rowsOf = (text: string): string[] =>
  reportOf(text).faults.map((fault) =>
    [fault.kind, fault.name, fault.lost, consensusInWords(fault), reachInWords(fault)].join(' | '),
  )

const change = (edits: Edits): string => edited(chain, edits)

const spread = 'depends on which nodes are in it'

/** finality-grandpa 0.16.3, voter_set.rs, test of `threshold`. */
test.each([
  [0, 0, 0],
  [1, 0, 1],
  [2, 0, 2],
  [3, 0, 3],
  [4, 1, 3],
  [5, 1, 4],
  [6, 1, 5],
  [7, 2, 5],
  [10, 3, 7],
])('%i authorities: %i may fail, %i vote', (authorities, most, quorum) => {
  expect([faultTolerance(authorities), quorumOf(authorities)]).toEqual([most, quorum])
})

describe('what the loss of one thing does', () => {
  test('in three clusters, with an external validator: nothing stops finality', () => {
    expect(rowsOf(chain)).toEqual([
      'node | any one archive node | 0 | continues; 2 may fail | –',
      'node | any one bootnode | 0 | continues; 2 may fail | –',
      'node | any one rpc node that exposes rpc | 0 | continues; 2 may fail | its rpc; no other node exposes rpc',
      'node | any one validator | 1 | continues; 1 more may fail | –',
      'organization | bank | 1 | continues; 1 more may fail | –',
      'organization | carrier | 2 | continues; none more may fail | –',
      'organization | maker | 2 | continues; none more may fail | –',
      'organization | retailer | 2 | continues; none more may fail | rpc of retailer/rpc; no other node exposes rpc',
      'cluster | asia | 2 | continues; none more may fail | rpc of retailer/rpc; no other node exposes rpc',
      'cluster | eu | 2 | continues; none more may fail | –',
      'cluster | us | 2 | continues; none more may fail | –',
      'ambassador | asia | 0 | continues; 2 may fail | rpc of retailer/rpc; no other node exposes rpc; its 3 nodes, from eu, us and bank',
      'ambassador | eu | 0 | continues; 2 may fail | its 3 nodes, from asia, us and bank',
      'ambassador | us | 0 | continues; 2 may fail | its 3 nodes, from asia, eu and bank',
      `zone | asia | 1 | continues; 1 more may fail | ${spread}`,
      `zone | eu | 1 | continues; 1 more may fail | ${spread}`,
      `zone | us | 1 | continues; 1 more may fail | ${spread}`,
    ])
  })

  test('four of seven in one cluster: without it, or for a moment without its Ambassador, nothing becomes final', () => {
    const rows = rowsOf(change([['  - name: retailer\n    cluster: asia\n', '  - name: retailer\n    cluster: us\n']]))
    expect(rows).toContain('cluster | us | 4 | stops until 2 are back | rpc of retailer/rpc; no other node exposes rpc')
    expect(rows).toContain(
      'ambassador | us | 0 | pauses while nodes reconnect, then continues; 2 may fail | rpc of retailer/rpc; no other node exposes rpc; its 6 nodes, from eu and bank',
    )
  })

  test('three validators: none may fail', () => {
    const three = cut(cut(chain, 'external:'), '  - name: retailer')
    const rows = rowsOf(edited(three, [[/ {6}- \{name: v4.*\n/.exec(three)?.[0] ?? '', '']]))
    expect(rows).toContain('node | any one validator | 1 | stops until 1 is back | –')
    expect(rows).toContain('node | any one archive node | 0 | continues; none may fail | –')
  })
})

describe('in one sentence', () => {
  test.each([
    [
      'seven validators',
      chain,
      'With 7 validators finality survives 2 offline or malicious validators; a block is final with the votes of 5. Validators that are left make blocks meanwhile, and slots of lost ones stay empty',
    ],
    [
      'a chain that others began',
      change([['  id: trade\n', '  existing: true\n']]),
      'This definition has 7 validators. If the chain has no others, finality survives 2 offline or malicious validators; a block is final with the votes of 5. Validators that are left make blocks meanwhile, and slots of lost ones stay empty',
    ],
    [
      'one validator',
      [cut(chain, 'external:')]
        .map((text) => cut(text, '  - name: maker'))
        .map((text) => text.replace(/ {6}- \{name: v2.*\n/, ''))
        .join(''),
      'With 1 validator finality survives no offline or malicious validator; a block is final with the votes of 1. Without it nobody makes blocks',
    ],
    [
      'nodes for clients of a chain that others began',
      cut(change([['  id: trade\n', '  existing: true\n']]), 'external:').replaceAll(/ {6}- \{name: v\d.*\n/g, ''),
      'This definition has no validator: others make the blocks of the chain, and finalize them',
    ],
  ])('%s', (_name, text, summary) => {
    expect(reportOf(text).summary).toBe(summary)
  })
})
