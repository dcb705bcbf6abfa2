import { describe, expect, test } from 'vitest'
import { revisionOf } from '../../../plan/revisions.ts'
import { recorded, recordedKeys, recordedLines } from '../recorded.ts'

const age = 'age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev'

/** The recorded pool: two validators of ours in each of two clusters. */
const definition = `
version: 1
name: trade
platform: indy
platformVersion: 1.13.2-debian12-1.2.10
clusters:
  - {name: eu, provider: kubernetes, address: 203.0.113.7, recipients: [${age}]}
  - {name: us, provider: kubernetes, address: 203.0.113.8, recipients: [${age}]}
organizations:
  - name: maker
    cluster: eu
    trustees: [{name: alice}]
    nodes:
      - {name: v1, role: validator, alias: Node1}
      - {name: v2, role: validator, alias: Node2}
  - name: carrier
    cluster: us
    nodes:
      - {name: v3, role: validator, alias: Node3}
      - {name: v4, role: validator, alias: Node4}
`

const keyFile = (line: string): [string, string] => {
  const { data, dest } = JSON.parse(line).txn.data
  const [, number] = data.alias.split('Node')
  const path = `material/public/${number < 3 ? 'maker' : 'carrier'}/v${number}.yaml`
  return [path, JSON.stringify({ verkey: dest, blsKey: data.blskey, blsProof: data.blskey_pop })]
}

const files = new Map([
  ...recorded.pool.trim().split('\n').map(keyFile),
  ['material/public/pool_transactions_genesis', recorded.pool],
  ['material/public/domain_transactions_genesis', recorded.domain],
])

type Line = Record<string, unknown>

/** What the Job printed, changed line by line: undefined leaves a line out. */
const output = (change: (line: Line) => Line | undefined = (line) => line): string =>
  recordedLines
    .map((line) => change(structuredClone(line) as Line))
    .filter((line) => line !== undefined)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

interface Case {
  readonly text?: string
  readonly outputs?: readonly (readonly [cluster: string, output: string])[]
  readonly material?: ReadonlyMap<string, string>
}

function judged({ text = definition, outputs = [['eu', output()]], material: given = files }: Case): string[] {
  const { network, platform, material } = revisionOf(text, given)
  const answers = outputs.map(([cluster, printed]) => ({
    topic: 'validators',
    organization: 'maker',
    cluster,
    output: printed,
  }))
  return (platform.operation.judgeInquiries?.(network, material, answers) ?? []).map(
    ({ good, message }) => `${good ? '' : '! '}${message}`,
  )
}

const time = recordedLines.find((line) => 'time' in line) as unknown as { time: number }
const at = (seconds: number) => (line: Line) => ('time' in line ? { time: time.time + seconds } : line)
const of = (alias: string, change: (line: Line) => Line | undefined) => (line: Line) =>
  line.alias === alias ? change(line) : line
const silent = (alias: string, connected = false, handshake = false) =>
  of(alias, (line) => ('connected' in line ? { ...line, connected, handshake } : undefined))
const inLedger = (alias: string, ledger: number, change: Line) =>
  of(alias, (line) => (line.ledger === ledger ? { ...line, ...change } : line))

const summary = expect.stringMatching(
  /^pool trade: 4 of 4 validators answer and agree, the state was signed by 3 of them \d+ seconds? ago; 1 more may fail$/,
)

describe('what four real validators told', () => {
  test('is good', () => {
    expect(judged({})).toEqual([summary])
  })

  test('is the same from two clusters', () => {
    expect(
      judged({
        outputs: [
          ['eu', output()],
          ['us', output()],
        ],
      }),
    ).toEqual([summary])
  })

  const cases: [string, string, string[]][] = [
    [
      'one does not answer',
      output(silent('Node4')),
      [
        '! carrier/v4 does not answer clients from cluster eu',
        '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
      ],
    ],
    [
      'two do not answer',
      output((line) =>
        [silent('Node4'), silent('Node2')].reduce<Line | undefined>((one, change) => one && change(one), line),
      ),
      [
        '! carrier/v4 does not answer clients from cluster eu',
        '! maker/v2 does not answer clients from cluster eu',
        '! pool trade agrees on nothing: 2 of 4 validators do not work, and 1 may',
      ],
    ],
    [
      'one has another key',
      output(silent('Node1', true)),
      [
        '! at the client port of maker/v1 answers something that does not have its verkey',
        '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
      ],
    ],
    [
      'one says nothing',
      output(silent('Node1', true, true)),
      [
        '! maker/v1 accepts clients, but does not answer them',
        '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
      ],
    ],
    [
      'one lacks transactions',
      output((line) =>
        [inLedger('Node3', 1, { size: 60, root: 'x' }), inLedger('Node3', 3, { size: 2, root: 'y' })].reduce(
          (one, change) => change(one) ?? one,
          line,
        ),
      ),
      [
        expect.stringMatching(
          /^! carrier\/v3 lacks transactions that the others have: 60 of \d+ in the domain ledger and 2 of \d+ in the audit ledger$/,
        ),
      ],
    ],
    ['one is ahead', output(inLedger('Node3', 1, { size: 100_000, root: 'x' })), [summary as never]],
    [
      'one has other transactions',
      output(inLedger('Node2', 1, { root: 'GKot5hBsd81kMupNCXHaqbhv3huEbxAFMLnpcX2hniwn' })),
      ['! maker/v2 has other transactions in its domain ledger than the others'],
    ],
    [
      'two of four have different transactions, and the others are silent',
      output((line) =>
        [
          silent('Node3'),
          silent('Node4'),
          inLedger('Node2', 1, { root: 'GKot5hBsd81kMupNCXHaqbhv3huEbxAFMLnpcX2hniwn' }),
        ].reduce<Line | undefined>((one, change) => one && change(one), line),
      ),
      [
        '! carrier/v3 does not answer clients from cluster eu',
        '! carrier/v4 does not answer clients from cluster eu',
        '! maker/v1 and maker/v2 have different transactions in their domain ledgers',
        '! pool trade agrees on nothing: 2 of 4 validators do not work, and 1 may',
      ],
    ],
    [
      'one refuses to answer about the state',
      output(of('Node2', (line) => ('reply' in line ? { alias: 'Node2', refused: 'client request invalid' } : line))),
      [
        '! maker/v2 refuses to answer about the state: client request invalid',
        '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
      ],
    ],
    [
      'one lies about the state',
      output(
        of('Node2', (line) => {
          const { reply } = line as { reply?: { data: string } }
          if (reply !== undefined) reply.data = reply.data.replace('"role":"0"', '"role":"101"')
          return line
        }),
      ),
      [
        '! the answer of maker/v2 about the state is not part of the state',
        '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
      ],
    ],
    [
      'no state is proven',
      output((line) => {
        const { reply } = line as { reply?: { state_proof?: object } }
        if (reply !== undefined) delete reply.state_proof
        return line
      }),
      [
        '! the answer of carrier/v3 about the state has no state proof',
        '! the answer of carrier/v4 about the state has no state proof',
        '! the answer of maker/v1 about the state has no state proof',
        '! the answer of maker/v2 about the state has no state proof',
        '! pool trade agrees on nothing: 4 of 4 validators do not work, and 1 may',
      ],
    ],
    [
      'the state is old',
      output(at(1200)),
      [
        '! the state that carrier/v3 proves is 20 minutes old',
        '! the state that carrier/v4 proves is 20 minutes old',
        '! the state that maker/v1 proves is 20 minutes old',
        '! the state that maker/v2 proves is 20 minutes old',
        '! pool trade agrees on nothing: 4 of 4 validators do not work, and 1 may',
      ],
    ],
    [
      'the Job did not run',
      'exec: python3: not found\n',
      ['! the validators could not be asked by maker in cluster eu'],
    ],
    ['a message of the image is among the lines', `warning: {\n${output()}`, [summary as never]],
  ]
  test.each(cases)('%s', (_name, printed, expected) => {
    const told = judged({ outputs: [['eu', printed]] })
    expect(told).toEqual(
      expected.map((one) =>
        typeof one === 'string' && one.includes('20 minutes')
          ? expect.stringContaining(one.replace(/20 minutes old$/, ''))
          : one,
      ),
    )
  })

  test('a text of theirs moves no cursor, and fills no screen', () => {
    const refused = `no\u001b[2J\n\u202e${'x'.repeat(100_000)}`
    const [message = ''] = judged({
      outputs: [['eu', output(of('Node2', (line) => ('reply' in line ? { alias: 'Node2', refused } : line)))]],
    })
    expect(message).toMatch(/^! maker\/v2 refuses to answer about the state: no \[2J x+… \(100000 characters\)$/)
  })

  test('one that answers from one cluster only', () => {
    expect(
      judged({
        outputs: [
          ['eu', output(silent('Node4'))],
          ['us', output()],
        ],
      }),
    ).toEqual(['! carrier/v4 does not answer clients from cluster eu, but others'])
  })
})

describe('the definition and the pool', () => {
  const withoutV4 = definition.replace(/.*Node4.*\n/, '')
  const withV5 = `${definition}      - {name: v5, role: validator}\n`

  test('a validator that the definition does not have', () => {
    expect(judged({ text: withoutV4, outputs: [['eu', output()]] })).toEqual([
      '! pool trade has 1 validator that the definition does not have: Node4',
    ])
  })

  test('a validator that has not joined', () => {
    const lines = `${output()}${JSON.stringify({ alias: 'carrier-v5', host: '203.0.113.8', port: 1, connected: false, handshake: false })}\n`
    expect(judged({ text: withV5, outputs: [['eu', lines]] })).toEqual([
      '! carrier/v5 does not answer clients from cluster eu',
      '! carrier/v5 does not belong to the pool',
    ])
  })

  const transaction = (data: object, dest: string) => ({
    reqSignature: {},
    txn: { data: { data, dest }, metadata: { from: 'x' }, type: '0' },
    txnMetadata: { seqNo: 5 },
    ver: '1',
  })
  const node4 = JSON.parse(recorded.pool.trim().split('\n')[3] ?? '').txn.data.dest
  const later = (data: object) => (line: Line) =>
    'transactions' in line
      ? { ...line, transactions: [...(line.transactions as object[]), transaction({ alias: 'Node4', ...data }, node4)] }
      : line

  test.each<[string, object, string]>([
    ['without service', { services: [] }, '! carrier/v4 is in the pool, but no validator of it'],
    [
      'at another address',
      { client_ip: '192.0.2.9' },
      '! carrier/v4 is at 127.0.0.1:15708 for clients, and in the pool at 192.0.2.9:15708',
    ],
    ['with another BLS key', { blskey: recordedKeys.get('Node1') }, '! carrier/v4 has another BLS key in the pool'],
  ])('a validator that is in the pool %s', (_how, data, expected) => {
    expect(judged({ outputs: [['eu', output(later(data))]] })[0]).toBe(expected)
  })

  test('what one validator alone says about the pool is not believed: it could name keys of its own', () => {
    const lines = output((line) => {
      if (line.alias === 'Node2' && 'pool' in line) return { alias: 'Node2', pool: 'other' }
      if ('pool' in line && 'alias' in line) return undefined
      return later({ blskey: recordedKeys.get('Node1') })('transactions' in line ? { ...line, pool: 'other' } : line)
    })
    expect(judged({ outputs: [['eu', lines]] })).toEqual([summary])
  })

  test('what one validator alone says is not believed either if it says that the others have left', () => {
    const others = recorded.pool
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).txn.data)
      .filter(({ data }) => data.alias !== 'Node2')
    const left = others.map(({ data, dest }) => transaction({ alias: data.alias, services: [] }, dest))
    const lines = output((line) => {
      if ('transactions' in line) return { ...line, transactions: [...(line.transactions as object[]), ...left] }
      return 'pool' in line && line.alias !== 'Node2' ? undefined : line
    })
    expect(judged({ outputs: [['eu', lines]] })).toEqual([summary])
  })

  test('a validator of another pool', () => {
    const lines = output((line) => {
      if (line.alias === 'Node2' && 'pool' in line) return { alias: 'Node2', pool: 'other' }
      return line
    })
    const other = JSON.stringify({ pool: 'other', transactions: [{ txn: {} }] })
    expect(judged({ outputs: [['eu', `${lines}${other}\n`]] })).toEqual([
      '! maker/v2 belongs to another pool: its first transactions are not those of the genesis',
      '! 1 of 4 validators of pool trade does not work: it still writes, and no other may fail',
    ])
  })

  test('nothing is said before there is a genesis, or an answer', () => {
    expect(judged({ outputs: [] })).toEqual([])
  })
})
