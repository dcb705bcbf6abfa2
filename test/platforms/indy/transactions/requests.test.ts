import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../src/material/random.ts'
import { identityOf } from '../../../../src/platforms/indy/keys/keys.ts'
import {
  acceptanceOf,
  agreementDigest,
  agreementOperation,
  mechanismsOperation,
} from '../../../../src/platforms/indy/transactions/agreement.ts'
import {
  joinOperation,
  leaveOperation,
  moveOperation,
  rotateOperation,
} from '../../../../src/platforms/indy/transactions/node.ts'
import { appointOperation, dismissOperation } from '../../../../src/platforms/indy/transactions/nym.ts'
import {
  type LedgerRequest,
  type Operation,
  readRequest,
  requestIdOf,
  requestOf,
} from '../../../../src/platforms/indy/transactions/request.ts'
import {
  countersigned,
  signedRequest,
  signersOf,
  signingText,
} from '../../../../src/platforms/indy/transactions/signing.ts'
import { validatorInfoOperation } from '../../../../src/platforms/indy/transactions/validator-info.ts'
import { requestWords } from '../../../../src/platforms/indy/transactions/words.ts'
import { publicNodes } from '../keys/vectors.ts'

interface Vectors {
  readonly seed: string
  readonly did: string
  readonly text: string
  readonly other: { readonly seed: string; readonly did: string; readonly verkey: string }
  readonly requests: readonly { readonly name: string; readonly text: string; readonly request: LedgerRequest }[]
  readonly two: LedgerRequest
}

const vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors/indy-vdr.json'), 'utf8')) as Vectors // as the oracle wrote it

const node = publicNodes[0] as (typeof publicNodes)[number] // there are four
const alias = 'carrier-validator5'
const addresses = (host: string, port: number) => ({ node: { host, port }, client: { host, port: port + 1 } })
const agreement = {
  version: '1.0',
  text: vectors.text,
  mechanisms: { for_session: 'Agreed in the session', at_submission: 'Agreed when submitting', ｚ: 'a', '𝄞': 'b' },
  ratified: '2026-11-01',
}
const { other } = vectors

const operations: Readonly<Record<string, Operation>> = {
  join: joinOperation(alias, node, addresses('203.0.113.5', 9701)),
  leave: leaveOperation({ alias, verkey: node.verkey }),
  move: moveOperation({ alias, verkey: node.verkey }, addresses('203.0.113.6', 9703)),
  rotate: rotateOperation(alias, node),
  trustee: appointOperation(other, 'trustee'),
  steward: appointOperation(other, 'steward'),
  endorser: appointOperation(other, 'endorser'),
  dismiss: dismissOperation(other.did),
  mechanisms: mechanismsOperation(agreement),
  agreement: agreementOperation(agreement),
  accepted: appointOperation(other, 'endorser'),
  'validator-info': validatorInfoOperation,
}

const number = 1790000000000123
const accepted = acceptanceOf(agreement, 'for_session', new Date('2026-11-29T01:00:00Z'))

describe('requests of Indy, byte by byte as indy-vdr makes them', () => {
  it.each(vectors.requests)('$name', ({ name, text, request }) => {
    const operation = operations[name]
    if (operation === undefined) throw new Error(`no operation is called ${name}`)
    const made = requestOf(operation, vectors.did, number, name === 'accepted' ? accepted : undefined)
    expect(signingText(made)).toBe(text)
    expect(signedRequest(made, { did: vectors.did, seed: vectors.seed })).toEqual(request)
  })

  it('has a vector for each operation', () => {
    expect(vectors.requests.map(({ name }) => name).sort()).toEqual(Object.keys(operations).sort())
  })
})

describe('signatures', () => {
  const request = requestOf(appointOperation(other, 'trustee'), vectors.did, number)
  const author = { did: vectors.did, seed: vectors.seed }

  it('of two signers replace that of the author alone', () => {
    const both = countersigned(signedRequest(request, author), other)
    expect(both).toEqual(vectors.two)
    expect(signersOf(both).toSorted()).toEqual([vectors.did, other.did].sort())
  })

  it('are of the author: nobody else signs in their name', () => {
    expect(identityOf(other.seed).did).toBe(other.did)
    expect(() => signedRequest(request, other)).toThrow(`${other.did} is not the author of the request`)
  })

  it('cover booleans, nothing and nested lists as Python writes them', () => {
    const operation = { type: '9', b: true, a: { y: null, x: [1, { k: 'v' }, false] } }
    expect(signingText(requestOf(operation, 'did', 1))).toBe(
      'identifier:did|operation:a:x:1,k:v,False|y:|b:True|type:9|protocolVersion:2|reqId:1',
    )
  })
})

// Texts are those of indy-vdr 0.4.2 (signature_input).
describe('an attribute, of which a digest is signed', () => {
  it.each([
    ['raw', '{"endpoint":{"ha":"203.0.113.5:80"}}', 'e2528686e33fb4b446e915922cf7727346eb751c63a01012793189a6564377ec'],
    ['enc', 'aa|b:c', '1c4c00a8e7e997039215035d30bdf7a941c91cf52ae17fd3ba53db9a68d6e4b3'],
    ['hash', 'ab'.repeat(32), '271a413bd339c5709fdceaec41f14f11e9fbfb5042d72d331c65f32b284cd09a'],
  ])('%s', (field, value, digest) => {
    const request = requestOf({ type: '100', dest: other.did, [field]: value }, vectors.did, number)
    const [dest, own] = [`dest:${other.did}`, `${field}:${digest}`]
    expect(signingText(request)).toBe(
      `identifier:${vectors.did}|operation:${dest}|${own}|type:100|protocolVersion:2|reqId:${number}`,
    )
  })

  it('is another transaction where a field has the same name', () => {
    const request = requestOf({ type: '101', dest: other.did, raw: 'x', data: { raw: 'y' } }, vectors.did, number)
    expect(signingText(request)).toBe(
      `identifier:${vectors.did}|operation:data:raw:y|dest:${other.did}|raw:x|type:101|protocolVersion:2|reqId:${number}`,
    )
  })
})

describe('numbers of requests', () => {
  it('are the time in microseconds, below what JSON keeps exactly', () => {
    const now = new Date('2026-11-29T12:00:00Z')
    const numbers = Array.from({ length: 20 }, (_, at) => requestIdOf(now, seededRandom(`request ${at}`)))
    expect(new Set(numbers).size).toBeGreaterThan(15)
    for (const one of numbers) {
      expect(Math.floor(one / 1000)).toBe(now.getTime())
      expect(Number.isSafeInteger(one)).toBe(true)
    }
  })
})

describe('a request that somebody else wrote', () => {
  const [{ request }] = vectors.requests as [Vectors['requests'][number]] // there are several

  it('is read as it is', () => {
    for (const one of vectors.requests) expect(readRequest(one.request)).toEqual(one.request)
    expect(readRequest(vectors.two)).toEqual(vectors.two)
  })

  it.each([
    ['is no mapping', 'text'],
    ['has no author', { ...request, identifier: undefined }],
    ['has another protocol', { ...request, protocolVersion: 1 }],
    ['has a field that no client sends', { ...request, fees: {} }],
    ['has no operation', { ...request, operation: {} }],
    [
      'is accepted at no time',
      { ...request, taaAcceptance: { mechanism: 'for_session', taaDigest: 'x', time: 2 ** 50 } },
    ],
  ])('is none if it %s', (_, value) => {
    expect(readRequest(value)).toBeUndefined()
  })
})

describe('words of a request that somebody else wrote', () => {
  const wordsOf = (operation: Operation) => requestWords(requestOf(operation, vectors.did, number))
  const by = `  as ${vectors.did}, signed by nobody`

  it.each<[string, Operation, string[]]>([
    [
      'the key of somebody with a role, which may be that of somebody else',
      { type: '1', dest: other.did, role: '0', verkey: other.verkey },
      [`makes ${other.did} a trustee with the verkey ${other.verkey}`, by],
    ],
    ['the loss of a role', dismissOperation(other.did), [`takes the role of ${other.did} away`, by]],
    [
      'a key beside the loss of a role',
      { ...dismissOperation(other.did), verkey: other.verkey },
      [`takes the role of ${other.did} away, and gives it the verkey ${other.verkey}`, by],
    ],
    [
      'the whole of a transaction that we do not make',
      { type: '118', auth_action: 'ADD' },
      ['a request of type 118', '  {"auth_action":"ADD"}', by],
    ],
    [
      'the whole of one with another field than ours',
      { type: '4', version: '1.0', retirement_ts: 5 },
      ['writes the transaction author agreement 1.0', '  {"version":"1.0","retirement_ts":5}', by],
    ],
    ['no more than fits', { type: '100', raw: 'x'.repeat(5000) }, ['a request of type 100', expect.any(String), by]],
  ])('tell %s', (_, operation, words) => {
    expect(wordsOf(operation)).toEqual(words)
    expect(wordsOf(operation).join('').length).toBeLessThan(4200)
  })
})

it('names an agreement by version and text, in this order', () => {
  expect(agreementDigest(agreement)).toBe('a213cbe12f9e527529c04a275463cd24326a8c858eea73e06dc58d3e15134bba')
})
