import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { load } from 'js-yaml'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { provesPossession } from '../../../../src/platforms/indy/keys/bls.ts'
import { identityOf } from '../../../../src/platforms/indy/keys/keys.ts'
import type { LedgerRequest } from '../../../../src/platforms/indy/transactions/request.ts'
import { signingText } from '../../../../src/platforms/indy/transactions/signing.ts'
import { four, PoolFolder, rejected } from './pool-folder.ts'

let made: PoolFolder
let folder: PoolFolder
beforeAll(async () => {
  made = await PoolFolder.make()
})
beforeEach(() => {
  folder = made.copy()
})

const publicHalf = (path: string): Record<string, string> =>
  load(folder.files.get(`material/public/${path}.yaml`) ?? '') as Record<string, string>

const isSigned = (request: LedgerRequest, verkey = '', signature = request.signature ?? ''): boolean =>
  ed25519.verify(base58.decode(signature), Buffer.from(signingText(request)), base58.decode(verkey))

/** A fifth validator, of the organization school. */
async function withFifth(fields = ''): Promise<void> {
  folder.change(
    '    nodes: [{name: validator1, role: validator}]\n',
    `    nodes: [{name: validator1, role: validator}, {name: validator2, role: validator${fields}}]\n`,
  )
  await folder.keys()
}

describe('a validator that joins', () => {
  beforeEach(() => withFifth())

  it('gets its steward by a trustee, then its entry by the steward', async () => {
    const steward = publicHalf('school/stewards/validator2')
    const [nym] = await folder.requests('indy steward', ['school/validator2'])
    const alice = publicHalf('bank/trustees/alice')
    expect(nym).toMatchObject({
      identifier: alice.did,
      operation: { type: '1', dest: steward.did, verkey: steward.verkey, role: '2' },
      protocolVersion: 2,
    })
    expect(nym !== undefined && isSigned(nym, alice.verkey)).toBe(true)

    const node = publicHalf('school/validator2')
    const [join] = await folder.requests('indy node join', ['school/validator2'])
    expect(join).toMatchObject({
      identifier: steward.did,
      operation: {
        type: '0',
        dest: node.verkey,
        data: {
          alias: 'school-validator2',
          node_ip: '198.51.100.7',
          node_port: 9704,
          client_ip: '198.51.100.7',
          client_port: 9705,
          services: ['VALIDATOR'],
          blskey: node.blsKey,
          blskey_pop: node.blsProof,
        },
      },
    })
    expect(join !== undefined && isSigned(join, steward.verkey)).toBe(true)
  })

  it('is not one of the genesis', async () => {
    await expect(folder.run('indy node join', ['school/validator1'])).rejects.toMatchObject({
      message: 'school/validator1 is in the genesis, so the pool has it',
    })
    await expect(folder.run('indy steward', ['school/validator1'])).rejects.toMatchObject({
      message: 'the steward of school/validator1 is in the genesis',
    })
    await expect(folder.run('indy node join', ['school/validator3'])).rejects.toMatchObject({
      message: 'there is no node "school/validator3"',
      hint: 'did you mean "school/validator1"?',
    })
  })
})

describe('a validator of the pool', () => {
  it('leaves and returns by its steward', async () => {
    const { verkey } = publicHalf('bank/validator1')
    const operation = { type: '0', dest: verkey, data: { alias: 'bank-validator1', services: [] as string[] } }
    expect(await folder.requests('indy node leave', ['bank/validator1'])).toMatchObject([
      { identifier: publicHalf('bank/stewards/validator1').did, operation },
    ])
    expect(await folder.requests('indy node return', ['bank/validator1'])).toMatchObject([
      { operation: { data: { services: ['VALIDATOR'] } } },
    ])
  })

  it('moves to the addresses of the definition', async () => {
    folder.change('    address: 198.51.100.7\n', '    address: 198.51.100.8\n')
    expect((await folder.requests('indy node move', ['clinic/validator1']))[0]?.operation).toEqual({
      type: '0',
      dest: publicHalf('clinic/validator1').verkey,
      data: { alias: 'Clinic', node_ip: '198.51.100.8', node_port: 9700, client_ip: '198.51.100.8', client_port: 9701 },
    })
  })

  it('moves to an IP address only', async () => {
    folder.change('    address: 198.51.100.7\n', '    domain: south.example.com\n')
    await expect(folder.run('indy node move', ['school/validator1'])).rejects.toMatchObject({
      message:
        'school/validator1 has the address validator1.school.south.example.com, and a pool that runs takes IP addresses only',
      hint: 'set `address` of cluster south in place of `domain`',
    })
  })

  it('gets the BLS key that was made for it, and keeps its verkey', async () => {
    const before = publicHalf('bank/validator1')
    folder.change(
      '{name: validator1, role: validator, storage: 20Gi, size: medium}',
      '{name: validator1, role: validator, storage: 20Gi, size: medium, blsRotation: 1}',
    )
    await expect(folder.run('indy node rotate', ['bank/validator1'])).rejects.toMatchObject({
      message: 'bank/validator1 has no BLS key 1 yet',
    })
    await folder.keys()
    expect(publicHalf('bank/validator1')).toEqual(before)
    const { blsKey, blsProof } = publicHalf('bank/validator1-bls-1')
    expect(provesPossession(blsKey ?? '', blsProof ?? '')).toBe(true)
    expect(await folder.requests('indy node rotate', ['bank/validator1'])).toMatchObject([
      {
        identifier: publicHalf('bank/stewards/validator1').did,
        operation: {
          type: '0',
          dest: before.verkey,
          data: { alias: 'bank-validator1', blskey: blsKey, blskey_pop: blsProof },
        },
      },
    ])
    expect(blsKey).not.toBe(before.blsKey)
    expect(load(folder.files.get('material/sealed/north/bank/validator1-bls-1.yaml') ?? '')).toMatchObject({
      metadata: { name: 'validator1-bls-1' },
      data: { seed: expect.stringMatching(/^ENC\[/) },
    })
  })

  it('has no other BLS key before one is asked for', async () => {
    await expect(folder.run('indy node rotate', ['bank/validator1'])).rejects.toMatchObject({
      message: 'bank/validator1 has the BLS key of its seed',
      hint: 'raise its `blsRotation` by one, and run `chancery keys`',
    })
  })
})

describe('a key', () => {
  const seed = 'a'.repeat(32)
  const own = identityOf(seed)

  it('of an owner is read from a file or a descriptor, and must be the right one', async () => {
    await withFifth(`, steward: {did: ${own.did}, verkey: ${own.verkey}}`)
    for (const key of ['steward.seed', 'fd:3', '-']) {
      folder.named.set(key === '-' ? 'fd:0' : key, `${seed}\n`)
      const [request] = await folder.requests('indy node join', ['school/validator2'], { key })
      expect(request?.identifier).toBe(own.did)
      expect(request !== undefined && isSigned(request, own.verkey)).toBe(true)
    }
    folder.named.set('wrong.seed', 'b'.repeat(32))
    const wrong = await folder.run('indy node join', ['school/validator2'], { key: 'wrong.seed' }).catch(String)
    expect(wrong).toContain(
      `wrong.seed has the key of ${identityOf('b'.repeat(32)).did}, who cannot sign this: the steward of school/validator2 is ${own.did}`,
    )
    expect(wrong).not.toContain('bbbb')
    folder.named.set('short.seed', 'abc')
    await expect(folder.run('indy node join', ['school/validator2'], { key: 'short.seed' })).rejects.toMatchObject({
      message: 'short.seed is not a seed: it does not have 32 characters',
    })
    await expect(folder.run('indy node join', ['school/validator2'])).rejects.toMatchObject({
      message: 'the key of the steward of school/validator2 is not in this repository',
      hint: 'its owner passes the file with the seed: --key FILE, or `--key fd:3 3< FILE`',
    })
  })

  it('that is sealed needs the age key of the stewards', async () => {
    await expect(folder.run('indy node leave', ['bank/validator1'], { keys: false })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^no available key can sign: material\/sealed\/stewards\/bank\/stewards\/validator1\.yaml \(.*\); material\/sealed\/stewards\/bank\/trustees\/alice/,
      ),
    })
  })
})

describe('people', () => {
  it('become endorsers, by a trustee or a steward', async () => {
    const { did, verkey } = publicHalf('city/endorsers/registry')
    expect(await folder.requests('indy endorser', ['city/registry'])).toMatchObject([
      { identifier: publicHalf('bank/trustees/alice').did, operation: { type: '1', dest: did, verkey, role: '101' } },
    ])
    await expect(folder.run('indy endorser', ['city/registrar'])).rejects.toMatchObject({
      message: 'there is no endorser "city/registrar"',
      hint: 'did you mean "city/registry"?',
    })
  })

  it('become trustees by another trustee, never by themselves', async () => {
    const [request] = await folder.requests('indy trustee', ['bank/alice'])
    expect(request).toMatchObject({
      identifier: publicHalf('city/trustees/carol').did,
      operation: { dest: publicHalf('bank/trustees/alice').did, role: '0' },
    })
  })

  it('lose their role', async () => {
    const { did } = publicHalf('city/endorsers/registry')
    expect(await folder.requests('indy dismiss', [did ?? ''])).toMatchObject([
      { operation: { type: '1', dest: did, role: null } },
    ])
    await expect(folder.run('indy dismiss', ['did:sov:abc'])).rejects.toMatchObject({
      message: '"did:sov:abc" is not a DID',
    })
  })
})

describe('the agreement', () => {
  const agreement = (ratified: string) =>
    `transactionAuthorAgreement: {version: "1.0", file: agreement.md, mechanisms: {for_session: Agreed in the session}, ratified: ${ratified}}\n`

  beforeEach(() => {
    folder.define(`${four}${agreement('2026-11-01')}`)
    folder.files.set('agreement.md', 'We agree.\n')
  })

  it('is written by a trustee, after the ways to accept it', async () => {
    const requests = await folder.requests('indy agreement', [])
    expect(requests.map(({ operation }) => operation)).toEqual([
      { type: '5', aml: { for_session: 'Agreed in the session' }, version: '1.0' },
      { type: '4', text: 'We agree.\n', version: '1.0', ratification_ts: Date.UTC(2026, 10, 1) / 1000 },
    ])
    expect(new Set(requests.map(({ reqId }) => reqId)).size).toBe(2)
    expect(requests.every(({ taaAcceptance }) => taaAcceptance === undefined)).toBe(true)
  })

  it('is accepted by authors of NYMs, in words', async () => {
    await expect(folder.run('indy endorser', ['city/registry'])).rejects.toMatchObject({
      message: 'authors accept the agreement 1.0 of this pool',
      hint: 'read agreement.md, then say how you accepted it: --accept for_session',
    })
    const [request] = await folder.requests('indy endorser', ['city/registry'], { accept: 'for_session' })
    expect(request?.taaAcceptance).toMatchObject({ mechanism: 'for_session', time: Date.UTC(2026, 10, 29) / 1000 })
    await expect(folder.run('indy endorser', ['city/registry'], { accept: 'by_mail' })).rejects.toMatchObject({
      message: 'the agreement 1.0 has no mechanism "by_mail"',
    })
  })

  it('is none of the future, and none where the definition has none', async () => {
    folder.define(`${four}${agreement('2026-12-24')}`)
    await expect(folder.run('indy agreement', [])).rejects.toMatchObject({
      message: 'the agreement is ratified on 2026-12-24, and the pool takes none of the future',
    })
    folder.define(four)
    await expect(folder.run('indy agreement', [])).rejects.toMatchObject({
      message: 'the definition has no transactionAuthorAgreement',
    })
  })
})

describe('what is sent', () => {
  beforeEach(() => {
    folder.pool = {
      sent: [],
      answer: () => ({ op: 'REPLY', result: { txn: { type: '0' }, txnMetadata: { seqNo: 7 } } }),
      info: {},
    }
  })

  it('is shown, agreed to, and answered in plain words', async () => {
    expect(await folder.run('indy node leave', ['bank/validator1'], { submit: true })).toBe(
      [
        'validator bank-validator1 leaves consensus',
        `  its verkey is ${publicHalf('bank/validator1').verkey}`,
        `  as ${publicHalf('bank/stewards/validator1').did}, signed by ${publicHalf('bank/stewards/validator1').did}`,
        'Send this to the pool?',
        'the pool wrote it as transaction 7 of its pool ledger: validator bank-validator1 leaves consensus',
      ].join('\n'),
    )
    expect(folder.pool?.sent).toHaveLength(1)
  })

  it('goes by a file to another machine, with a second signature where the pool wants two', async () => {
    const leave = await folder.run('indy node leave', ['bank/validator1'], { request: 'leave.json' })
    expect(leave).toContain('wrote leave.json, signed with material/sealed/stewards/bank/stewards/validator1.yaml')
    expect(folder.pool?.sent).toEqual([])
    folder.named.set('leave.json', folder.written.get('leave.json') ?? '')
    const [both] = JSON.parse(
      `[${(await folder.run('indy sign', ['leave.json'], { yes: true })) || ''}]`,
    ) as LedgerRequest[]
    const { did, verkey } = publicHalf('bank/trustees/alice')
    expect(Object.keys(both?.signatures ?? {})).toEqual([publicHalf('bank/stewards/validator1').did, did])
    expect(both !== undefined && isSigned(both, verkey, both.signatures?.[did ?? ''])).toBe(true)
    folder.named.set('both.json', JSON.stringify(both))
    await folder.run('indy submit', ['both.json'])
    expect(folder.pool?.sent).toEqual([both])
  })

  it.each([
    ['{"not": "a request"}', 'file.json has no request to a pool'],
    ['no JSON', 'file.json is not JSON'],
    ['{"identifier": "x", "operation": {"type": "1"}, "protocolVersion": 2, "reqId": 5}', 'a request has no signature'],
  ])('is a signed request: not %s', async (text, message) => {
    folder.named.set('file.json', text)
    await expect(folder.run('indy submit', ['file.json'])).rejects.toMatchObject({ message })
  })

  it('needs a package that people install, before they are asked', async () => {
    folder.pool = undefined
    folder.said.length = 0
    await expect(folder.run('indy node leave', ['bank/validator1'], { submit: true })).rejects.toMatchObject({
      message: '@hyperledger/indy-vdr-nodejs is not installed, so nothing was sent',
      hint: expect.stringContaining('npm install @hyperledger/indy-vdr-nodejs'),
    })
    expect(folder.said.filter((line) => line.includes('leaves consensus'))).toEqual([])
  })

  // Reasons as indy-node 1.13.2 gives them.
  it.each([
    [
      'client request invalid: UnauthorizedClientRequest("Th7MpTaRZVRYnPiabds81Y already has a node",)',
      'the steward has a validator already',
    ],
    [
      "existing data has conflicts with request data {'blskey': 'x'}. Error: Node's alias must be unique",
      'another validator has this alias',
    ],
    [
      "existing data has conflicts with request data {}. Error: Node's nodestack addresses must be unique",
      'another validator has this address and port',
    ],
    ['STEWARD can not touch blskey field since only the owner can modify it', 'only its owner may change this'],
    [
      "Rule for this action is: 1 TRUSTEE signature is required\nFailed checks:\nConstraint: 1 TRUSTEE signature is required, Error: sender's DID X is not found in the Ledger",
      'the ledger does not know the author',
    ],
    [
      'Rule for this action is: 1 TRUSTEE signature is required\nFailed checks:\nConstraint: x, Error: Not enough TRUSTEE signatures',
      'the signers do not have the role',
    ],
    ['client request invalid: InsufficientCorrectSignatures(0, 1)', 'a signature is missing or wrong'],
    [
      'validation error [ClientNodeOperationData]: invalid network ip address (node.example.com) (node_ip=node.example.com)',
      'the address is not an IP address',
    ],
    [
      'Txn Author Agreement acceptance is required for ledger with id 1',
      'the pool has an agreement that authors accept',
    ],
    ['something new', 'the pool refuses it'],
  ])('is refused because %s', async (reason, message) => {
    if (folder.pool !== undefined)
      folder.pool.answer = () => {
        throw rejected(reason)
      }
    await expect(folder.run('indy node leave', ['bank/validator1'], { submit: true })).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^${message}`)),
    })
  })

  it('is done already where the ledger has it', async () => {
    if (folder.pool !== undefined)
      folder.pool.answer = () => {
        throw rejected('node already has the same data as requested')
      }
    expect(await folder.run('indy node move', ['bank/validator1'], { submit: true, yes: true })).toContain(
      'the ledger has this already: validator bank-validator1',
    )
  })

  it('is done already where somebody has the role', async () => {
    if (folder.pool !== undefined)
      folder.pool.answer = () => {
        throw rejected('TRUSTEE can not touch role field since only the owner can modify it')
      }
    expect(await folder.run('indy endorser', ['city/registry'], { submit: true, yes: true })).toContain(
      'the ledger has this DID with this role already',
    )
  })

  it('is unknown without an answer', async () => {
    if (folder.pool !== undefined)
      folder.pool.answer = () => {
        throw Object.assign(new Error('Pool timeout: Request was interrupted'), { code: 32 })
      }
    await expect(folder.run('indy node leave', ['bank/validator1'], { submit: true })).rejects.toMatchObject({
      message: 'no answer came to: validator bank-validator1 leaves consensus (Pool timeout: Request was interrupted)',
    })
  })
})

it('asks every validator for its state', async () => {
  const answer = {
    op: 'REPLY',
    result: {
      data: {
        Node_info: {
          Mode: 'participating',
          View_change_status: { View_No: 2, VC_in_progress: false },
          Metrics: { 'transaction-count': { ledger: 505, pool: 4 } },
        },
        Pool_info: { Total_nodes_count: 4, Reachable_nodes_count: 3, Unreachable_nodes: [['Clinic', null]] },
        Software: { 'indy-node': '1.13.2' },
      },
    },
  }
  folder.pool = { sent: [], answer: () => ({}), info: { 'bank-validator1': JSON.stringify(answer), Clinic: 'timeout' } }
  expect(await folder.run('indy validator-info', [], { submit: true })).toBe(
    [
      'Clinic: no answer (timeout)',
      'bank-validator1: participating, indy-node 1.13.2, view 2, reaches 3 of 4, not Clinic, 505 transactions in the domain ledger, 4 in the pool ledger',
    ].join('\n'),
  )
  expect(folder.pool.sent).toMatchObject([
    { operation: { type: '119' }, identifier: publicHalf('bank/trustees/alice').did },
  ])
})
