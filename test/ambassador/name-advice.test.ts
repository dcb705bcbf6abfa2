import { describe, expect, it } from 'vitest'
import type { Lookup } from '../../src/ambassador/lookup.ts'
import { nameAdvice } from '../../src/ambassador/name-advice.ts'
import type { Resolution } from '../../src/ambassador/resolution.ts'
import { OperatorError } from '../../src/errors.ts'
import type { Cluster } from '../../src/network/network.ts'
import { definition, networkOf } from './tls-platform.ts'

const gone = (name: string): Resolution => ({ name, addresses: [], failure: 'does not resolve' })
const wrong = (name: string): Resolution => ({
  name,
  addresses: ['203.0.113.9'],
  failure: 'resolves to 203.0.113.9, but the Ambassador is at 203.0.113.7',
})

interface Answers {
  /** Addresses of new names, by their parent. */
  readonly fresh?: Readonly<Record<string, readonly string[]>>
  readonly missingFor?: number
}
const lookupOf = ({ fresh = {}, missingFor }: Answers): Lookup => ({
  addresses: async (name) => (name === 'lb.example.net' ? ['203.0.113.7'] : []),
  fresh: async (parent) => fresh[parent] ?? [],
  missingFor: async () => missingFor,
})

const adviceOf = (
  found: readonly Resolution[],
  answers: Answers,
  ambassador: readonly string[] = ['203.0.113.7'],
  cluster = eu,
) => nameAdvice(found, { cluster, ambassador, lookup: lookupOf(answers) })

const domain = 'eu.example.com'
const parent = `carrier.${domain}`
const clusterWith = (ambassador: string): Cluster => {
  const [cluster] = networkOf(definition(ambassador)).network.clusters
  if (cluster === undefined) throw new Error('the definition has a cluster')
  return cluster
}
const eu = clusterWith('{}')

describe('what to do about names', () => {
  it.each<[string, readonly Resolution[], Answers, readonly string[], readonly string[]]>([
    ['that are right', [{ name: `a.${parent}`, addresses: ['203.0.113.7'] }], {}, ['203.0.113.7'], []],
    [
      'without a record',
      [gone(`a.${parent}`), gone(`b.${parent}`)],
      { missingFor: 300 },
      ['203.0.113.7'],
      [
        'create the record *.eu.example.com A 203.0.113.7. DNS servers remember for up to 300 seconds that a name is missing',
      ],
    ],
    [
      'without a record, of a load balancer with a name',
      [gone(`a.${parent}`)],
      { missingFor: 86_400 },
      ['lb.example.net'],
      [
        'create the record *.eu.example.com CNAME lb.example.net. DNS servers remember for up to 10800 seconds that a name is missing',
      ],
    ],
    [
      'without a record, while the Ambassador has no address',
      [gone(`a.${parent}`)],
      {},
      [],
      ['create the record *.eu.example.com. DNS servers remember for a while that a name is missing'],
    ],
    [
      'that the DNS server remembers as missing',
      [gone(`a.${parent}`)],
      { fresh: { [domain]: ['203.0.113.7'], [parent]: ['203.0.113.7'] }, missingFor: 60 },
      ['203.0.113.7'],
      [
        `names below ${parent} resolve by now, and the DNS server remembers that these were missing: wait. DNS servers remember for up to 60 seconds that a name is missing`,
      ],
    ],
    [
      'that another record hides',
      [gone(`a.${parent}`), gone(`a.retailer.${domain}`)],
      { fresh: { [domain]: ['203.0.113.7'] } },
      ['203.0.113.7'],
      [
        `*.${domain} resolves, but a record at ${parent} or below hides it there (RFC 4592): remove that record, or create *.${parent} too`,
        `*.${domain} resolves, but a record at retailer.${domain} or below hides it there (RFC 4592): remove that record, or create *.retailer.${domain} too`,
      ],
    ],
    [
      'of an old record',
      [wrong(`a.${parent}`)],
      { fresh: { [domain]: ['203.0.113.9'] } },
      ['203.0.113.7'],
      ['correct the record: *.eu.example.com A 203.0.113.7'],
    ],
    [
      'with a record of their own',
      [wrong(`a.${parent}`)],
      { fresh: { [domain]: ['203.0.113.7'] } },
      ['lb.example.net'],
      [
        `*.${domain} resolves to the Ambassador: remove the records of a.${parent}, which hide it, or wait until the DNS server forgets old ones`,
      ],
    ],
    [
      'that nobody answers',
      [
        { name: `a.${parent}`, addresses: [], failure: 'cannot be looked up', hint: 'ask another' },
        { name: `b.${parent}`, addresses: [], failure: 'cannot be looked up', hint: 'ask another' },
      ],
      {},
      ['203.0.113.7'],
      ['ask another'],
    ],
  ])('%s', async (_what, found, answers, ambassador, expected) => {
    expect(await adviceOf(found, answers, ambassador)).toEqual(expected)
  })

  it('names external-dns where it makes the record', async () => {
    const cluster = clusterWith('{externalDns: true}')
    expect(await adviceOf([gone(`a.${parent}`)], { missingFor: 60 }, ['203.0.113.7'], cluster)).toEqual([
      'external-dns has not created the record *.eu.example.com A 203.0.113.7: read its log, and see docs/providers.md. DNS servers remember for up to 60 seconds that a name is missing',
    ])
    expect(await adviceOf([wrong(`a.${parent}`)], {}, ['203.0.113.7'], cluster)).toEqual([
      'external-dns has not corrected the record *.eu.example.com A 203.0.113.7: another owner, or its log, says why; see docs/providers.md',
    ])
  })

  it('is what the DNS server says when it fails meanwhile', async () => {
    const lookup: Lookup = {
      ...lookupOf({}),
      fresh: () => Promise.reject(new OperatorError('fails', 'ask another')),
    }
    expect(await nameAdvice([gone(`a.${parent}`)], { cluster: eu, ambassador: [], lookup })).toEqual(['ask another'])
  })
})
