import { describe, expect, test } from 'vitest'
import { consensusInWords, reachInWords } from '../../../src/render/tolerance.ts'
import { cut, type Edits, edited, revisionOf, running } from '../../plan/revisions.ts'

/** Every row of the table: kind, name, consensus nodes lost, what becomes of consensus, what cannot be reached. */
function rowsOf(text: string): string[] {
  const { network, platform, material } = revisionOf(text, new Map())
  return platform.operation
    .tolerance(network, material)
    .faults.map((fault) =>
      [fault.kind, fault.name, fault.lost, consensusInWords(fault), reachInWords(fault)].join(' | '),
    )
}

const change = (edits: Edits): string => edited(running, edits)

const spread = 'depends on which nodes are in it'

describe('what the loss of one thing does', () => {
  test('in three clusters, with an external validator: nothing stops it', () => {
    expect(rowsOf(running)).toEqual([
      'node | any one rpc node | 0 | continues; 2 may fail | –',
      'node | any one rpc node that exposes rpc | 0 | continues; 2 may fail | its rpc; no other node exposes rpc',
      'node | any one validator | 1 | continues; 1 more may fail | –',
      'organization | bank | 1 | continues; 1 more may fail | –',
      'organization | carrier | 2 | continues; none more may fail | rpc of carrier/rpc; no other node exposes rpc',
      'organization | maker | 2 | continues; none more may fail | –',
      'organization | retailer | 2 | continues; none more may fail | –',
      'cluster | asia | 2 | continues; none more may fail | –',
      'cluster | eu | 2 | continues; none more may fail | –',
      'cluster | us | 2 | continues; none more may fail | rpc of carrier/rpc; no other node exposes rpc',
      'ambassador | asia | 0 | continues; 2 may fail | its 2 nodes, from eu, us and bank',
      'ambassador | eu | 0 | continues; 2 may fail | its 3 nodes, from asia, us and bank',
      'ambassador | us | 0 | continues; 2 may fail | rpc of carrier/rpc; no other node exposes rpc; its 3 nodes, from asia, eu and bank',
      `zone | asia | 1 | continues; 1 more may fail | ${spread}`,
      `zone | eu | 1 | continues; 1 more may fail | ${spread}`,
      `zone | us | 1 | continues; 1 more may fail | ${spread}`,
    ])
  })

  test('in two clusters with half the validators each: either stops it, and either Ambassador makes it pause', () => {
    const halves = cut(change([['    cluster: asia\n', '    cluster: us\n']]), 'external:')
    const rows = rowsOf(cut(halves, '      - {name: v5', '      - {name: v6'))
    expect(rowsOf(cut(halves, '  - name: retailer'))).toContain(
      'ambassador | eu | 0 | pauses while nodes reconnect, then continues; 1 may fail | its 3 nodes, from us',
    )
    expect(rows).toContain('cluster | us | 3 | stops until 2 are back | rpc of carrier/rpc; no other node exposes rpc')
    expect(rows).toContain('cluster | asia | 0 | continues; 1 may fail | –')
    // Three of five are no quorum: they wait for the two behind it, which dial them.
    expect(rows).toContain(
      'ambassador | eu | 0 | pauses while nodes reconnect, then continues; 1 may fail | its 3 nodes, from us',
    )
  })

  test('in one cluster: everything, but its Ambassador is only for those outside', () => {
    const alone = cut(cut(running, '  - name: asia', '  - name: us'), '  - name: maker')
    expect(rowsOf(alone)).toEqual([
      'node | any one rpc node that exposes rpc | 0 | continues; none may fail | its rpc; no other node exposes rpc',
      'node | any one validator | 1 | stops until 1 is back | –',
      'organization | carrier | 2 | stops until 2 are back | rpc of carrier/rpc; no other node exposes rpc',
      'cluster | us | 2 | stops until 2 are back | rpc of carrier/rpc; no other node exposes rpc',
      'ambassador | us | 0 | continues; none may fail | rpc of carrier/rpc; no other node exposes rpc',
      `zone | us | 1 | stops until 1 is back | ${spread}`,
    ])
  })

  test('clusters on one machine have no zones', () => {
    const rows = rowsOf(change([['provider: gke', 'provider: kind']]))
    expect(rows.filter((row) => row.startsWith('zone')).map((row) => row.split(' | ')[1])).toEqual(['asia', 'eu'])
  })

  test('all validators of an organization may be in its share of a zone, and those of others with them', () => {
    const crowded = change([
      ['  - name: retailer\n    cluster: asia\n', '  - name: retailer\n    cluster: us\n'],
      ['- {name: rpc, role: rpc, expose: [rpc]}', '- {name: rpc, role: rpc}\n      - {name: rpc2, role: rpc}'],
    ])
    // carrier: four nodes, two in a zone, both may be validators; retailer: two nodes, one in a zone.
    expect(rowsOf(crowded)).toContain(`zone | us | 3 | stops until 1 is back | ${spread}`)
  })

  test('several exposed nodes are counted, not named', () => {
    const nodes = [1, 2, 3].map((at) => `      - {name: shop${at}, role: rpc, expose: [rpc]}\n`).join('')
    const rows = rowsOf(
      change([
        ['      - {name: rpc, role: rpc, expose: [rpc]}\n', `      - {name: rpc, role: rpc, expose: [rpc]}\n${nodes}`],
      ]),
    )
    expect(rows).toContain(
      'cluster | us | 2 | continues; none more may fail | what 4 nodes expose; no other node exposes rpc',
    )
    expect(rows).toContain('node | any one rpc node that exposes rpc | 0 | continues; 2 may fail | its rpc')
  })
})

test('the same as before for those who only ask whether it goes on', () => {
  const { network, platform, material } = revisionOf(running, new Map())
  const { summary, consensus, faults } = platform.operation.tolerance(network, material)
  expect(summary).toBe(
    'With 7 validators the network survives 2 offline or malicious validators; each block needs 5 of them',
  )
  expect(consensus).toEqual({ nodes: 7, mayBeDown: 2, mayLie: 2 })
  for (const { survives, lost, margin } of faults) expect([survives, margin]).toEqual([lost <= 2, 2 - lost])
})
