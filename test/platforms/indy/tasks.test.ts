import { describe, expect, it } from 'vitest'
import { earlyTasks, handTasks } from '../../../src/plan/by-hand/index.ts'
import type { RiskCase } from '../../plan/case.ts'
import { revisionsOf } from '../../plan/case.ts'
import { type Edits, edited, madeFor, pool, revisionOf } from '../../plan/revisions.ts'
import { genesisOf } from './known-pool.ts'

const none: ReadonlySet<string> = new Set()

function tasksOf(change: Pick<RiskCase, 'edits' | 'files' | 'named' | 'given'>) {
  const { before, after } = revisionsOf({ name: '', risks: [], platform: 'indy', ...change })
  return {
    before: earlyTasks(before, after).map(({ text }) => text),
    after: handTasks({ before, after, prefix: '', bootstrapped: none }).map(({ text }) => text),
  }
}

const v6 = '      - {name: v6, role: validator}\n'
const alice = '[{name: alice}]'
const agreed =
  'transactionAuthorAgreement: {version: "1.0", file: a.md, ratified: 2026-11-01, mechanisms: {click: By a click}}\n'
const withAgreement: Edits = [['clusters:\n', `${agreed}clusters:\n`]]

describe('before the merge', () => {
  it('a validator leaves the pool, which its definition still has', () => {
    expect(tasksOf({ edits: [[v6, '']] })).toEqual({
      before: [
        'Take `retailer/v6` out of the pool where the definition still has it (`chancery indy node leave retailer/v6 --submit`), and check that the pool no longer counts it (`chancery verify --probe`)',
      ],
      after: [],
    })
  })

  it('nothing, where somebody else runs it', () => {
    expect(tasksOf({ edits: (text) => text.slice(0, text.indexOf('external:')) }).before).toEqual([])
  })

  it('nothing, where the pool has not begun', () => {
    const [before, after] = [revisionOf(pool, new Map()), revisionOf(edited(pool, [[v6, '']]), new Map())]
    expect(earlyTasks(before, after)).toEqual([])
  })
})

describe('after the merge', () => {
  it('a validator joins that the genesis does not have', () => {
    expect(tasksOf({ edits: [[v6, `${v6}${v6.replace('v6', 'v8')}`]] })).toEqual({
      before: [],
      after: [
        'Have a trustee add the steward of `retailer/v8` (`chancery indy steward retailer/v8 --submit`). When the node is reachable, its steward adds it to the pool (`chancery indy node join retailer/v8 --submit`)',
      ],
    })
  })

  it('a validator has another address, and the pool is told', () => {
    const edits: Edits = [['{name: v1, role: validator}', '{name: v1, role: validator, port: 15044}']]
    expect(tasksOf({ edits }).after).toContain(
      'Tell the pool that `carrier/v1` is at `198.51.100.7:15044`, and at `198.51.100.7:15045` for clients (`chancery indy node move carrier/v1 --submit`)',
    )
  })

  it.each<[what: string, change: Pick<RiskCase, 'edits' | 'given' | 'named'>, tasks: readonly unknown[]]>([
    [
      'a trustee and an endorser come',
      { edits: [[alice, '[{name: alice}, {name: dora}]\n    endorsers: [{name: shop}]']] },
      [
        'Have a trustee make `carrier/dora` a trustee (`chancery indy trustee carrier/dora --submit`)',
        'Have a trustee make `carrier/shop` an endorser (`chancery indy endorser carrier/shop --submit`)',
      ],
    ],
    [
      'a trustee goes',
      { edits: [['    trustees: [{name: carol}]\n', '']] },
      [
        expect.stringMatching(
          /^Have a trustee take the role of trustee from `retailer\/carol` \(`chancery indy dismiss \w{21,22} --submit`\)$/,
        ),
      ],
    ],
    [
      'an agreement comes',
      { edits: withAgreement, named: { 'a.md': 'Be kind.\n' } },
      [
        'When the authors know the transaction author agreement 1.0, have a trustee write it to the ledger (`chancery indy agreement --submit`)',
      ],
    ],
    [
      'only the text of an agreement changes: the ledger keeps the first',
      { given: withAgreement, edits: [], named: { 'a.md': 'Be kind.\n' } },
      [],
    ],
  ])('%s', (_what, change, tasks) => {
    expect(tasksOf(change).after).toEqual(tasks)
  })
})

describe('of a new definition', () => {
  const tasksOfNew = (text: string, files: ReadonlyMap<string, string>): string[] =>
    handTasks({ before: undefined, after: revisionOf(text, files), prefix: '', bootstrapped: none })
      .map(({ text }) => text)
      .filter((text) => text.includes('chancery indy'))

  it('a new pool has its validators and trustees in its genesis, and its endorsers by transactions', () => {
    const text = edited(pool, [[alice, `${alice}\n    endorsers: [{name: shop}]`]])
    expect(tasksOfNew(text, new Map())).toEqual([
      'Have a trustee make `carrier/shop` an endorser (`chancery indy endorser carrier/shop --submit`)',
    ])
  })

  it('every validator of ours joins a pool that others began', () => {
    const text = edited(pool, [
      ['clusters:\n', 'genesis: {pool: pool.txn, domain: domain.txn}\nclusters:\n'],
      ...['alice', 'bob', 'carol'].map((name): [string, string] => [`    trustees: [{name: ${name}}]\n`, '']),
    ])
    const files = new Map([
      ...madeFor(text),
      ['pool.txn', genesisOf('bcovrin_test_pool')],
      ['domain.txn', genesisOf('sovrin_live_domain')],
    ])
    const joined = tasksOfNew(text, files)
    expect(joined).toHaveLength(6)
    expect(joined[0]).toContain('`chancery indy node join carrier/v1 --submit`')
  })

  it('somebody becomes a trustee whom the genesis of the pool has as a steward, but not one of its trustees', () => {
    const verkey = 'GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL'
    const [steward, trustee] = ['J4N1K1SEB8uY2muwmecY5q', 'NMjQb59rKTJXKNqVYfcZFi']
    const text = edited(pool, [
      ['clusters:\n', 'genesis: {pool: pool.txn, domain: domain.txn}\nclusters:\n'],
      ['[{name: alice}]', `[{name: alice, did: ${steward}, verkey: ${verkey}}]`],
      ['[{name: bob}]', `[{name: bob, did: ${trustee}, verkey: ${verkey}}]`],
      ['    trustees: [{name: carol}]\n', ''],
    ])
    const files = new Map([
      ...madeFor(text),
      ['pool.txn', genesisOf('bcovrin_test_pool')],
      ['domain.txn', genesisOf('sovrin_live_domain')],
    ])
    expect(tasksOfNew(text, files).filter((task) => task.includes('indy trustee'))).toEqual([
      'Have a trustee make `carrier/alice` a trustee (`chancery indy trustee carrier/alice --submit`)',
    ])
  })
})
