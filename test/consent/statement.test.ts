import { beforeAll, describe, expect, it } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import { differences } from '../../src/consent/differences.ts'
import { samePlain } from '../../src/consent/plain.ts'
import { agreementOf, type ConsentSubject } from '../../src/consent/statement.ts'
import { newStatement, readStatement, statementPath } from '../../src/consent/statement-file.ts'
import { memoryFiles } from '../memory-files.ts'
import { signedNetwork } from './signed-network.ts'

let subject: ConsentSubject
beforeAll(async () => {
  const { signed } = await signedNetwork()
  const { checked } = await inspect({ network: 'network.yaml' }, memoryFiles(signed))
  if (checked === undefined) throw new Error('the definition has errors')
  subject = checked
})

describe('a statement', () => {
  it('is read again as it was written', () => {
    const agreement = agreementOf(subject, 'carrier')
    const { text, digest, follows } = newStatement(agreement, `sha256:${'0'.repeat(64)}`)
    const read = readStatement(new Map([[statementPath('carrier'), text]]), 'carrier')
    expect(read).toMatchObject({ digest, follows })
    expect(typeof read === 'object' && samePlain(read.agreement, agreement)).toBe(true)
  })

  it('is for people: what it is about comes first, and nothing is said that goes without saying', () => {
    const [heading, ...lines] = newStatement(agreementOf(subject, 'carrier'), undefined).text.split('\n')
    expect(heading).toMatch(/^# What carrier agrees to/)
    expect(lines.slice(0, 5)).toEqual([
      'version: 1',
      'network: trade',
      'platform: besu',
      'organization: carrier',
      'signers:',
    ])
    expect(lines).toContain('  rpc1:')
    expect(lines.join('\n')).not.toMatch(/settings|stateDatabase|cors|expose/)
  })

  it.each<[string, Partial<ConsentSubject['network']>, string]>([
    ['network', { name: 'other' }, 'network: trade → other'],
    ['platform', { platform: 'quorum' }, 'platform: besu → quorum'],
  ])('of another %s is another one', (_what, change, said) => {
    const other = agreementOf({ ...subject, network: { ...subject.network, ...change } }, 'carrier')
    expect(differences(agreementOf(subject, 'carrier'), other)).toEqual([said])
  })

  it('names validators of others by their address: they are voted for by it', () => {
    const own = {
      nodeId:
        'd95d04d28f13c91e9e572a1a79ea36810cc3cfb48a9fad4fd9778183b7640a15c1d21b6fe2c4e0abc97f303e536b9a5f704df64d9f3fdc09ca4f76fa621eec32',
    }
    const bank = {
      name: 'v1',
      organization: 'bank',
      role: 'validator',
      host: 'v1.example.com',
      port: 30303,
      own,
      path: [],
    }
    const other = agreementOf({ ...subject, network: { ...subject.network, external: [bank] } }, 'carrier')
    expect(differences(agreementOf(subject, 'carrier'), other)).toEqual([
      expect.stringMatching(/^agreements validators: added "bank\/v1 0x[0-9a-f]{40}"$/),
    ])
  })

  it('of an organization that is not there says so', () => {
    expect(agreementOf(subject, 'nobody')).toEqual({
      version: 1,
      network: 'trade',
      platform: 'besu',
      organization: 'nobody',
      signers: [],
      readers: {},
      material: {},
      overrides: {},
    })
  })

  it.each<[string, string | undefined]>([
    ['missing', undefined],
    ['unreadable', 'network: [trade\n'],
    ['unreadable', 'trade\n'],
    ['unreadable', 'network: trade\nnetwork: other\n'],
    ['unreadable', 'follows: 3\n'],
    ['unreadable', ''],
  ])('is %s: %j', (what, text) => {
    const files = new Map(text === undefined ? [] : [[statementPath('carrier'), text] as const])
    expect(readStatement(files, 'carrier')).toBe(what)
  })
})

describe('differences', () => {
  it.each<[object, object, string[]]>([
    [{}, {}, []],
    [{ nodes: {} }, { nodes: { a: { role: 'rpc' } } }, ['nodes a: new, {"role":"rpc"}']],
    [{}, { nodes: { a: { role: 'rpc' } } }, ['nodes a: new, {"role":"rpc"}']],
    [{ nodes: { a: { role: 'rpc' } } }, {}, ['nodes a: removed, it was {"role":"rpc"}']],
    [{ nodes: { a: { n: 1 } } }, { nodes: { a: { n: '1' } } }, ['nodes a n: 1 → "1"']],
    [{ nodes: { a: {} } }, { nodes: { a: { x: [] } } }, ['nodes a x: new, []']],
    [
      { nodes: { a: { x: ['b', 'c'] } } },
      { nodes: { a: { x: ['c', 'd'] } } },
      ['nodes a x: added d', 'nodes a x: removed b'],
    ],
    [{ nodes: { a: { x: ['b', 'c'] } } }, { nodes: { a: { x: ['c', 'b'] } } }, ['nodes a x: ["b","c"] → ["c","b"]']],
    [{ material: { 'a/b': 'x' } }, { material: { 'a/b': 'two words' } }, ['a/b: x → "two words"']],
  ])('of %j and %j', (before, after, expected) => {
    expect(
      differences(before as Parameters<typeof differences>[0], after as Parameters<typeof differences>[0]),
    ).toEqual(expected)
  })
})
