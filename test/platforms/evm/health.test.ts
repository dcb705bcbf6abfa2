import { describe, expect, test } from 'vitest'
import { materialOf } from '../../../src/material/files.ts'
import { type LedgerNode, nodeId } from '../../../src/network/network.ts'
import type { Observation, Replies } from '../../../src/platforms/health.ts'
import { madeFor, revisionOf, running } from '../../plan/revisions.ts'

/** Seven validators: v1, v2 of carrier, v3, v4 of maker, v5, v6 of retailer, v7 of bank, who is external. */
const files = madeFor(running)
const { network, platform } = revisionOf(running, files)
const material = materialOf(files)
const health = platform.operation.health ?? expect.unreachable('the platform has no health')

const addressOf = (id: string): string => {
  const { address } = material.value(`material/public/${id}.yaml`) as { address: string }
  return address
}
const ours = ['carrier/v1', 'carrier/v2', 'maker/v3', 'maker/v4', 'retailer/v5', 'retailer/v6']
const bank = '0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e'
const all = [...ours.map(addressOf), bank]

interface Node {
  readonly from?: number
  readonly to?: number
  readonly peers?: number
  readonly chainId?: number
  readonly genesis?: string
  readonly validators?: readonly string[]
  readonly down?: boolean
}

/** What Besu was seen to answer to a batch. */
const replies = (
  node: LedgerNode,
  head: number,
  { peers = 8, chainId = 20261123, genesis = '0x01', validators = all }: Node,
): Replies => ({
  rpc: {
    status: 200,
    body: JSON.stringify([
      { jsonrpc: '2.0', id: 0, result: `0x${head.toString(16)}` },
      { jsonrpc: '2.0', id: 1, result: `0x${peers.toString(16)}` },
      { jsonrpc: '2.0', id: 2, result: `0x${chainId.toString(16)}` },
      { jsonrpc: '2.0', id: 3, result: { number: '0x0', hash: genesis } },
      ...(node.role === 'validator' ? [{ jsonrpc: '2.0', id: 4, result: validators }] : []),
    ]),
  },
})

/** Everybody is well but those that are named. */
function judged(nodes: Readonly<Record<string, Node>>, others: Node = {}, among = network.nodes): string[] {
  const observed = among.map((node): Observation => {
    const { from = 100, to = 103, down = false, ...rest } = { ...others, ...nodes[nodeId(node)] }
    const [first, second] = down ? [{}, {}] : [replies(node, from, rest), replies(node, to, rest)]
    return { node, first, second, secondsBetween: 6 }
  })
  return health.judge(network, material, observed).map(({ good, message }) => `${good ? '' : '! '}${message}`)
}

const chain = 'chain 20261123, first block 0x01, on all 8 nodes that answered'
const agreed = 'the 7 validators of the chain match the definition'
const still = { to: 100 }

describe('what the nodes say of their chain', () => {
  test.each<[string, Readonly<Record<string, Node>>, Node, readonly string[]]>([
    ['all is well', {}, {}, [chain, 'the chain makes progress: block 103', agreed]],
    [
      'one is down',
      { 'maker/v3': { down: true } },
      {},
      ['! maker/v3 does not answer', chain.replace('8', '7'), 'the chain makes progress: block 103', agreed],
    ],
    [
      'one has another chain id',
      { 'maker/desk': { chainId: 1337 } },
      {},
      ['! maker/desk has the chain id 1337 instead of 20261123', 'the chain makes progress: block 103', agreed],
    ],
    [
      'one has another first block',
      { 'maker/desk': { genesis: '0x02' } },
      {},
      ['! maker/desk has another first block (0x02) than carrier/rpc', 'the chain makes progress: block 103', agreed],
    ],
    [
      'one catches up, and one has stopped',
      { 'maker/desk': { from: 10, to: 30 }, 'carrier/rpc': { from: 50, to: 50 } },
      {},
      [
        chain,
        'the chain makes progress: block 103',
        '! carrier/rpc is stuck at block 50',
        '! maker/desk is at block 30 and is catching up',
        agreed,
      ],
    ],
    [
      'one has few peers',
      { 'maker/v3': { peers: 2 } },
      {},
      [chain, 'the chain makes progress: block 103', '! too few peers: maker/v3 (2 of at least 6)', agreed],
    ],
    [
      'it stands still, as too many are down',
      { 'maker/v3': { down: true }, 'maker/v4': { down: true } },
      still,
      [
        '! maker/v3 does not answer',
        '! maker/v4 does not answer',
        chain.replace('8', '6'),
        '! the chain is stopped at block 100: no new block in 6 seconds; 4 of 7 validators run here, 5 are needed; down: maker/v3, maker/v4; not asked: bank/v7',
        agreed,
      ],
    ],
    [
      'it stands still although enough run: rounds have grown',
      {},
      still,
      [
        chain,
        '! the chain is stopped at block 100: no new block in 6 seconds; 6 of 7 validators run here, 5 are needed; not asked: bank/v7',
        agreed,
      ],
    ],
    [
      'one is not voted in yet',
      {},
      { validators: all.filter((address) => address !== addressOf('maker/v4')) },
      [chain, 'the chain makes progress: block 103', '! maker/v4 is defined as a validator, but is not voted in yet'],
    ],
    [
      'somebody validates whom nobody knows',
      {},
      { validators: [...all, `0x${'9'.repeat(40)}`] },
      [
        chain,
        'the chain makes progress: block 103',
        '! the validator 0x9999999999999999999999999999999999999999 is not in the definition',
      ],
    ],
  ])('%s', (_name, nodes, others, expected) => {
    expect(judged(nodes, others)).toEqual(expected)
  })

  test('nodes of one cluster only: those of others were not asked, which is no fault of theirs', () => {
    const among = network.nodes.filter(({ cluster }) => cluster.name === 'eu')
    expect(judged({}, still, among)[1]).toBe(
      '! the chain is stopped at block 100: no new block in 6 seconds; 2 of 7 validators run here, 5 are needed; not asked: carrier/v1, carrier/v2, retailer/v5, retailer/v6, bank/v7',
    )
  })

  test('nobody could be asked: nothing is said', () => {
    expect(judged({}, { down: true })).toEqual([])
  })

  test('one that is to go and validates still must not be removed yet', () => {
    const leaving = revisionOf(
      running.replace('{name: v6, role: validator}', '{name: v6, role: validator, validator: false}'),
      files,
    )
    const observed = leaving.network.nodes.map(
      (node): Observation => ({
        node,
        first: replies(node, 1, {}),
        second: replies(node, 2, {}),
        secondsBetween: 6,
      }),
    )
    const verdicts = health.judge(leaving.network, material, observed).filter(({ good }) => !good)
    expect(verdicts).toEqual([
      {
        good: false,
        message: 'retailer/v6 is still a validator on the chain: do not remove it yet',
        hint: '4 of 7 validators must vote: the Job vote does, for each organization whose clusters have this definition',
      },
    ])
  })
})

describe('a node whose JSON-RPC wants a token', () => {
  const guarded = running.replace(
    '{name: rpc, role: rpc, expose: [rpc]}',
    '{name: rpc, role: rpc, expose: [rpc], authentication: {publicKey: key.pem}}',
  )
  const revision = revisionOf(guarded, files)
  const node = revision.network.nodes.find(({ name }) => name === 'rpc') ?? expect.unreachable()

  test('is asked for its metrics', () => {
    expect(health.questions(node, revision.network)).toEqual({
      metrics: { port: 9545, path: '/metrics', host: 'localhost' },
    })
    const body =
      '# HELP ethereum_blockchain_height The current height\nethereum_blockchain_height 1.234E3\nethereum_peer_count 6.0\n'
    expect(health.progress?.head({ metrics: { status: 200, body } })).toBe(1234)
  })

  test.each([
    ['a refusal', { rpc: { status: 403, body: '{"message":"Host not authorized."}' } }],
    ['no JSON', { rpc: { status: 200, body: '<html>' } }],
    ['errors', { rpc: { status: 200, body: '[{"id":0,"error":{"code":-32604}}]' } }],
    ['nothing', {}],
  ])('tells no head: %s', (_name, answer) => {
    expect(health.progress?.head(answer)).toBeUndefined()
  })
})
