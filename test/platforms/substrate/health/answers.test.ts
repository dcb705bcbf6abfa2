import { expect, it, test } from 'vitest'
import { answersOf, questions, reportOf } from '../../../../src/platforms/substrate/health/answers.ts'
import { keysIn } from '../../../../src/platforms/substrate/health/scale.ts'
import { authorityList, told } from './replies.ts'

const [alice, bob] = [`0x${'a1'.repeat(32)}`, `0x${'b2'.repeat(32)}`] as const

it('asks by one batch, with the name of the host that limits of origins let through', () => {
  const { rpc, metrics } = questions()
  expect([rpc?.port, rpc?.path, rpc?.host]).toEqual([9944, '/', 'localhost:9944'])
  const methods = [
    ...['chain_getHeader', 'system_health', 'chain_getBlockHash', 'chain_getFinalizedHead'],
    ...['system_localPeerId', 'system_version', 'state_call', 'state_call'],
  ]
  expect(rpc?.body).toMatchObject(methods.map((method) => ({ method })))
  expect([metrics?.port, metrics?.path]).toEqual([9615, '/metrics'])
})

const replies = told({
  ...{ best: 300, finalized: 298, peers: 3, genesis: '0x12', peerId: '12D3KooW' },
  ...{ aura: authorityList([alice, bob]), grandpa: authorityList([bob, alice], 1n) },
})

it('has the last final block of metrics, and the rest of JSON-RPC', () => {
  expect(answersOf(replies)).toEqual({
    ...{ best: 300, finalized: 298, peers: 3, syncing: false },
    finalizedHash: `0x${'12a'.padStart(64, '0')}`,
    ...{ genesis: '0x12', peerId: '12D3KooW', version: '1.4.0-0123456789a' },
    authorities: { aura: [alice, bob], grandpa: [bob, alice] },
  })
  expect(reportOf(replies)).toEqual({ heights: { best: 300, final: 298 }, peers: 3 })
})

const refused =
  '{"jsonrpc":"2.0","error":{"code":-32005,"message":"Batched requests are not supported by this server"},"id":null}'

test.each([
  ['a batch is refused', { rpc: { status: 200, body: refused } }],
  ['the host is refused', { rpc: { status: 403, body: 'Provided Host header is not whitelisted.\n' } }],
  ['the answer is no JSON', { rpc: { status: 200, body: '<html>' } }],
  ['nothing answers there', {}],
])('takes metrics alone, where %s', (_name, rpc) => {
  const { metrics } = replies
  const given = { ...rpc, ...(metrics === undefined ? {} : { metrics }) }
  expect(answersOf(given)).toEqual({ best: 300, finalized: 298, peers: 3, syncing: false, authorities: {} })
})

it('has the newest block alone, where there are no metrics', () => {
  const { rpc } = replies
  const given = rpc === undefined ? {} : { rpc }
  expect(answersOf(given)?.finalized).toBeUndefined()
  expect(reportOf(given)).toEqual({ height: 300, peers: 3 })
})

test.each([
  ['no node', {}],
  ['another program', { rpc: { status: 404, body: '' }, metrics: { status: 200, body: 'up 1\n' } }],
])('has nothing of %s', (_name, given) => {
  expect(answersOf(given)).toBeUndefined()
  expect(reportOf(given)).toBeUndefined()
})

test.each<[string, string, 32 | 40, readonly string[] | undefined]>([
  ['an empty list', '0x00', 32, []],
  ['two keys', authorityList([alice, bob]), 32, [alice, bob]],
  ['two keys with weights', authorityList([alice, bob], 7n), 40, [alice, bob]],
  ['a hundred, whose number has two bytes', `0x9101${alice.slice(2).repeat(100)}`, 32, Array(100).fill(alice)],
  ['fewer than it says', `0x08${alice.slice(2)}`, 32, undefined],
  ['more than it says', `0x04${alice.slice(2).repeat(2)}`, 32, undefined],
  ['an empty text', '0x', 32, undefined],
  ['no hexadecimal digits', '0x0g', 32, undefined],
  ['a number that is too large', '0x03', 32, undefined],
])('keys of %s', (_name, encoded, size, keys) => {
  expect(keysIn(encoded, size)).toEqual(keys)
})
