import { describe, expect, it } from 'vitest'
import { statusChanges } from '../../../src/report/status/changes.ts'
import type { NetworkStatus, NodeRow } from '../../../src/report/status/network-status.ts'
import { screenLines, statusLines } from '../../../src/report/status/text.ts'

const node = (more: Partial<NodeRow> = {}): NodeRow => ({
  node: 'carrier/peer1',
  cluster: 'us',
  role: 'peer',
  ready: true,
  restarts: 0,
  version: '3.1.1',
  ...more,
})
const network = (more: Partial<NetworkStatus> = {}): NetworkStatus => ({
  clusters: [{ cluster: 'us', context: 'us-prod', state: 'ok', nodes: 1, readyNodes: 1 }],
  nodes: [node()],
  tables: [],
  routes: [],
  problems: [],
  notes: [],
  ...more,
})
const crash = { cluster: 'us', message: 'peer1 crashed 3 times', hint: 'read its log' }
const textOf = (lines: readonly { readonly text: string }[]): string[] => lines.map(({ text }) => text)

describe('the text of a status', () => {
  it('leaves out columns that no row has', () => {
    expect(textOf(statusLines(network()))).toEqual([
      'CLUSTER  STATE  NODES',
      'us       ok     1/1',
      '',
      'NODE           CLUSTER  ROLE  READY  RESTARTS  VERSION',
      'carrier/peer1  us       peer  yes    0         3.1.1',
      '',
      'no problems found',
    ])
  })

  it('shows a node that something else still runs, and when it comes', () => {
    const { ready: _ready, restarts: _restarts, version: _version, ...row } = node()
    const before = network({ nodes: [{ ...row, elsewhere: true }] })
    expect(textOf(statusLines(before)).slice(3, 5)).toEqual([
      'NODE           CLUSTER  ROLE  READY',
      'carrier/peer1  us       peer  elsewhere',
    ])
    expect(statusLines(before)[4]?.tone).toBeUndefined()
    expect(textOf(statusChanges(before, network()))).toEqual(['carrier/peer1: elsewhere → ready'])
  })

  it('shows blocks of several ledgers, certificates, parts of the ledger and routes', () => {
    const lines = statusLines(
      network({
        nodes: [
          node({ heights: { audit: 4, trade: 12 }, peers: 2, certificateDays: 20 }),
          node({ node: 'carrier/peer2', certificateDays: -1 }),
        ],
        tables: [{ name: 'channels', columns: ['channel', 'block'], rows: [{ channel: 'trade', block: 12 }] }],
        routes: [
          {
            url: 'a.example.com:1',
            cluster: 'us',
            node: 'carrier/peer1',
            endpoint: 'grpc',
            resolves: false,
            resolvesTo: [],
          },
          { url: 'b.example.com:2', cluster: 'us', node: 'carrier/peer2', endpoint: 'grpc', resolvesTo: [] },
        ],
      }),
    )
    expect(textOf(lines)).toEqual(
      expect.arrayContaining([
        'carrier/peer1  us       peer  yes    audit 4, trade 12  2      0         3.1.1    20d',
        'carrier/peer2  us       peer  yes                              0         3.1.1    expired',
        'CHANNEL  BLOCK',
        'trade    12',
        'a.example.com:1  carrier/peer1  grpc      does not resolve',
        'b.example.com:2  carrier/peer2  grpc      unknown',
      ]),
    )
  })

  it('marks what is wrong, and tells what to do', () => {
    const lines = statusLines(network({ nodes: [node({ ready: false })], problems: [crash] }))
    expect(lines).toContainEqual({ text: 'carrier/peer1  us       peer  no     0         3.1.1', tone: 'bad' })
    expect(lines.slice(-3)).toEqual([
      { text: '! us: peer1 crashed 3 times', tone: 'bad' },
      { text: '    read its log' },
      { text: '1 problem', tone: 'bad' },
    ])
  })
})

it('a screen that may be too small has what is wrong above the long tables', () => {
  const lines = textOf(screenLines(network({ problems: [crash] })))
  expect(lines.slice(0, 6)).toEqual([
    'CLUSTER  STATE  NODES',
    'us       ok     1/1',
    '',
    '! us: peer1 crashed 3 times',
    '    read its log',
    '1 problem',
  ])
  expect([...lines].sort()).toEqual([...textOf(statusLines(network({ problems: [crash] }))), ''].sort())
})

describe('what changed between two looks', () => {
  it.each<[string, NetworkStatus, NetworkStatus, readonly string[]]>([
    ['nothing', network(), network({ nodes: [node({ height: 9, peers: 3 })] }), []],
    [
      'a node fails',
      network(),
      network({
        clusters: [{ cluster: 'us', context: 'us-prod', state: 'degraded', nodes: 1, readyNodes: 0 }],
        nodes: [node({ ready: false, restarts: 1 })],
        problems: [crash],
      }),
      [
        'us: ok → degraded',
        'carrier/peer1: ready → not ready, restarts 0 → 1',
        '! us: peer1 crashed 3 times',
        '    read its log',
      ],
    ],
    [
      'the same problem with another number',
      network({ problems: [crash] }),
      network({ problems: [{ ...crash, message: 'peer1 crashed 4 times' }] }),
      [],
    ],
    ['a problem is solved', network({ problems: [crash] }), network(), ['solved: us: peer1 crashed 3 times']],
    [
      'a new version',
      network(),
      network({ nodes: [node({ version: '3.1.2' })] }),
      ['carrier/peer1: version 3.1.1 → 3.1.2'],
    ],
  ])('%s', (_case, before, after, lines) => {
    expect(textOf(statusChanges(before, after))).toEqual(lines)
  })
})
