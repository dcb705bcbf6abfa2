import { base64 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNymReply } from '../../../../src/platforms/indy/proof/nym-reply.ts'
import { recorded, recordedKeys, recordedReply } from '../recorded.ts'

type Reply = ReturnType<typeof recordedReply>
type Signed = Reply['state_proof']['multi_signature']

const { did } = recorded
const outcomeOf = (reply: unknown, keys = recordedKeys) => checkNymReply(reply, did, keys)

describe.each([...recordedKeys.keys()])('the answer of %s, as a real pool gave it', (alias) => {
  test('is proven, signed by three of four', () => {
    const { multi_signature: signed } = recordedReply(alias).state_proof
    expect(outcomeOf(recordedReply(alias))).toEqual({ signed })
    expect(signed.participants).toHaveLength(3)
  })
})

test('the order of signers does not matter, and a signer that is named twice counts once', () => {
  const reply = recordedReply('Node1')
  reply.state_proof.multi_signature.participants.reverse()
  expect(outcomeOf(reply)).toHaveProperty('signed')
  reply.state_proof.multi_signature.participants.push('Node1')
  expect(outcomeOf(reply)).toHaveProperty('signed')
  reply.state_proof.multi_signature.participants = ['Node1', 'Node1', 'Node1']
  expect(outcomeOf(reply)).toEqual({ fault: 'is signed by 1 of 4 validators, of which 3 have to' })
})

/** Each of these makes a lie of an answer. */
const inReply = (name: string, change: (reply: Reply) => void, fault: string) => ({ name, change, fault })
const inSigned = (name: string, change: (signed: Signed) => void, fault: string) =>
  inReply(name, (reply) => change(reply.state_proof.multi_signature), fault)
const otherHash = '5b3i9yb6PkaqZGPMK4xRvm6Vfvx8J8xpCUURWW9GM6VM'
const notTheirs = 'has a signature that is not theirs'
const notOfState = 'is not part of the state'

const lies = [
  inReply(
    'another DID',
    (reply) => Object.assign(reply, { dest: 'V4SGRU86Z58d6TV7PBUe6f' }),
    'is about V4SGRU86Z58d6TV7PBUe6f',
  ),
  inReply(
    'another DID in the data',
    (reply) => Object.assign(reply, { data: reply.data.replace(did, 'V4SGRU86Z58d6TV7PBUe6f') }),
    notOfState,
  ),
  inReply('another verkey', (reply) => Object.assign(reply, { data: reply.data.replace('B4kr', 'B4ks') }), notOfState),
  inReply(
    'another role',
    (reply) => Object.assign(reply, { data: reply.data.replace('"role":"0"', '"role":"2"') }),
    notOfState,
  ),
  inReply(
    'a field more',
    (reply) => Object.assign(reply, { data: reply.data.replace('{', '{"diddocContent":"x",') }),
    notOfState,
  ),
  inReply('no data', (reply) => Object.assign(reply, { data: null }), notOfState),
  inReply('data that is not JSON', (reply) => Object.assign(reply, { data: '{' }), notOfState),
  inReply('data that is no mapping', (reply) => Object.assign(reply, { data: 'null' }), notOfState),
  inReply('another number', (reply) => Object.assign(reply, { seqNo: 2 }), notOfState),
  inReply('another time', (reply) => Object.assign(reply, { txnTime: 1 }), notOfState),
  inReply('no proof', (reply) => Object.assign(reply, { state_proof: undefined }), 'has no state proof'),
  inReply(
    'another root',
    (reply) => Object.assign(reply.state_proof, { root_hash: otherHash }),
    'is signed for another state',
  ),
  inReply(
    'a root that is none',
    (reply) => {
      reply.state_proof.root_hash = 'x'
      reply.state_proof.multi_signature.value.state_root_hash = 'x'
    },
    notOfState,
  ),
  inReply('no nodes', (reply) => Object.assign(reply.state_proof, { proof_nodes: '' }), notOfState),
  inReply(
    'an empty list of nodes',
    (reply) => Object.assign(reply.state_proof, { proof_nodes: base64.encode(Uint8Array.of(0xc0)) }),
    notOfState,
  ),
  inReply('nodes that are not base64', (reply) => Object.assign(reply.state_proof, { proof_nodes: '*' }), notOfState),
  inSigned('another ledger', ({ value }) => Object.assign(value, { ledger_id: 2 }), 'is signed for another ledger'),
  inSigned(
    'another state',
    ({ value }) => Object.assign(value, { state_root_hash: otherHash }),
    'is signed for another state',
  ),
  inSigned(
    'another state of the pool',
    ({ value }) => Object.assign(value, { pool_state_root_hash: otherHash }),
    notTheirs,
  ),
  inSigned('other transactions', ({ value }) => Object.assign(value, { txn_root_hash: otherHash }), notTheirs),
  inSigned('a later time', ({ value }) => Object.assign(value, { timestamp: Number(value.timestamp) + 1 }), notTheirs),
  inSigned('a value more', ({ value }) => Object.assign(value, { more: 1 }), 'cannot be read'),
  inSigned('a value less', ({ value }) => delete value.timestamp, 'cannot be read'),
  inSigned('a time before 1970', ({ value }) => Object.assign(value, { timestamp: -1 }), 'cannot be read'),
  inSigned('no signature', (signed) => Object.assign(signed, { signature: '' }), notTheirs),
  inSigned(
    'the signature of another answer',
    (signed) => {
      signed.signature = recordedReply('Node3').state_proof.multi_signature.signature
    },
    notTheirs,
  ),
  inSigned(
    'other signers',
    (signed) => Object.assign(signed, { participants: ['Node2', 'Node3', 'Node4'] }),
    notTheirs,
  ),
  inSigned('one signer more', ({ participants }) => participants.push('Node3'), notTheirs),
  inSigned(
    'one signer less',
    ({ participants }) => participants.pop(),
    'is signed by 2 of 4 validators, of which 3 have to',
  ),
  inSigned(
    'no signers',
    (signed) => Object.assign(signed, { participants: [] }),
    'is signed by 0 of 4 validators, of which 3 have to',
  ),
  inSigned(
    'a signer that nobody knows',
    ({ participants }) => participants.push('Node9'),
    'is signed by Node9, which the pool does not have',
  ),
]

test.each(lies)('$name is refused', ({ change, fault }) => {
  const reply = recordedReply('Node1')
  change(reply)
  expect(outcomeOf(reply)).toEqual({ fault })
})

test('keys of another pool verify nothing', () => {
  const [first = '', ...others] = recordedKeys.values()
  const turned = new Map([...recordedKeys.keys()].map((alias, at) => [alias, [...others, first][at] ?? '']))
  expect(outcomeOf(recordedReply('Node1'), turned)).toEqual({ fault: notTheirs })
})

test('in a pool of seven, three signers are too few', () => {
  const larger = new Map([...recordedKeys, ['Node5', 'a'], ['Node6', 'b'], ['Node7', 'c']])
  expect(outcomeOf(recordedReply('Node1'), larger)).toEqual({
    fault: 'is signed by 3 of 7 validators, of which 5 have to',
  })
})

test.each([undefined, null, 1, 'text', [], {}, { dest: 1 }])('%j cannot be read', (value) => {
  expect(outcomeOf(value)).toEqual({ fault: 'cannot be read' })
})

test('no change of the nodes of a proof is accepted, and none is an exception', () => {
  const bytes = base64.decode(recordedReply('Node1').state_proof.proof_nodes)
  const change = fc.record({
    at: fc.nat(bytes.length - 1),
    by: fc.integer({ min: 1, max: 255 }),
    length: fc.nat(bytes.length),
  })
  fc.assert(
    fc.property(change, fc.boolean(), ({ at, by, length }, cut) => {
      const other = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ by : byte))
      const reply = recordedReply('Node1')
      reply.state_proof.proof_nodes = base64.encode(cut && length < bytes.length ? bytes.subarray(0, length) : other)
      expect(outcomeOf(reply)).toEqual({ fault: notOfState })
    }),
    { numRuns: 300, seed: 20261129 },
  )
})
