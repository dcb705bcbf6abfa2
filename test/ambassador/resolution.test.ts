import { describe, expect, it } from 'vitest'
import { type Lookup, NoAnswer } from '../../src/ambassador/lookup.ts'
import { resolutions } from '../../src/ambassador/resolution.ts'
import { OperatorError } from '../../src/errors.ts'

const names: Readonly<Record<string, readonly string[]>> = {
  'right.eu': ['203.0.113.7'],
  'wrong.eu': ['203.0.113.9'],
  'inside.eu': ['10.0.0.9'],
  'more.eu': ['203.0.113.9', '203.0.113.7'],
  'dns64.eu': ['203.0.113.7', '64:ff9b::cb00:7107'],
  'both.eu': ['203.0.113.7', '2001:db8::7'],
  'half.eu': ['203.0.113.7', '2001:db8::9'],
  'lb.example.net': ['203.0.113.7', '203.0.113.8'],
}
const lookupOf = (addresses: Lookup['addresses']): Lookup => ({
  addresses,
  fresh: () => Promise.reject(new Error('not asked')),
  missingFor: () => Promise.reject(new Error('not asked')),
})
const lookup = lookupOf(async (name) => {
  if (name === 'unknown.eu') throw new OperatorError('cannot be looked up: ESERVFAIL', 'ask another server')
  return names[name] ?? []
})

describe('where a name leads', () => {
  it.each<[string, string, readonly string[], object]>([
    ['to the Ambassador', 'right.eu', ['203.0.113.7'], { addresses: ['203.0.113.7'] }],
    ['to its load balancer, which has a name', 'right.eu', ['lb.example.net'], { addresses: ['203.0.113.7'] }],
    [
      'there and elsewhere',
      'more.eu',
      ['203.0.113.7'],
      {
        addresses: ['203.0.113.9', '203.0.113.7'],
        note: 'resolves also to 203.0.113.9, which is not the address of the Ambassador',
      },
    ],
    [
      'there, and to addresses that its load balancer did not have a moment ago',
      'more.eu',
      ['lb.example.net'],
      { addresses: ['203.0.113.9', '203.0.113.7'] },
    ],
    [
      'there in both families',
      'both.eu',
      ['203.0.113.7', '2001:db8::7'],
      { addresses: ['203.0.113.7', '2001:db8::7'] },
    ],
    [
      'elsewhere with IPv6 only',
      'half.eu',
      ['203.0.113.7', '2001:db8::7'],
      {
        addresses: ['203.0.113.7', '2001:db8::9'],
        failure: 'resolves to 2001:db8::9, but the Ambassador is at 2001:db8::7',
      },
    ],
    [
      'there with IPv4, nowhere with IPv6',
      'right.eu',
      ['203.0.113.7', '2001:db8::7'],
      {
        addresses: ['203.0.113.7'],
        note: 'has no AAAA record: clients that have IPv6 only do not reach the Ambassador',
      },
    ],
    [
      'there, and to the address that DNS64 adds',
      'dns64.eu',
      ['203.0.113.7'],
      { addresses: ['203.0.113.7', '64:ff9b::cb00:7107'] },
    ],
    [
      'elsewhere',
      'wrong.eu',
      ['203.0.113.7'],
      { addresses: ['203.0.113.9'], failure: 'resolves to 203.0.113.9, but the Ambassador is at 203.0.113.7' },
    ],
    [
      'elsewhere than the load balancer',
      'wrong.eu',
      ['lb.example.net'],
      { addresses: ['203.0.113.9'], failure: 'resolves to 203.0.113.9, but the Ambassador is at lb.example.net' },
    ],
    ['nowhere', 'none.eu', ['203.0.113.7'], { addresses: [], failure: 'does not resolve' }],
    [
      'nobody knows where',
      'unknown.eu',
      ['203.0.113.7'],
      { addresses: [], failure: 'cannot be looked up: ESERVFAIL', hint: 'ask another server' },
    ],
    ['somewhere, while the Ambassador has no address', 'wrong.eu', [], { addresses: ['203.0.113.9'] }],
    [
      'somewhere, while its load balancer has a name that nobody knows',
      'wrong.eu',
      ['unknown.eu'],
      { addresses: ['203.0.113.9'] },
    ],
    [
      'to a firewall in front of it',
      'right.eu',
      ['192.168.1.5'],
      {
        addresses: ['203.0.113.7'],
        note: 'resolves to 203.0.113.7, but the Ambassador is at 192.168.1.5, which is private: a device in front must forward to it',
      },
    ],
    [
      'to another private address',
      'inside.eu',
      ['192.168.1.5'],
      { addresses: ['10.0.0.9'], failure: 'resolves to 10.0.0.9, but the Ambassador is at 192.168.1.5' },
    ],
    ['by an IP address that is its own', '203.0.113.7', ['203.0.113.7'], { addresses: ['203.0.113.7'] }],
    [
      'by an IP address that is not',
      '203.0.113.9',
      ['203.0.113.7'],
      { addresses: ['203.0.113.9'], failure: 'is the address that nodes dial, but the Ambassador is at 203.0.113.7' },
    ],
  ])('%s', async (_what, name, ambassador, expected) => {
    expect(await resolutions([name], ambassador, lookup)).toEqual([{ name, ...expected }])
  })

  it('is no finding when the look-up itself is broken', async () => {
    await expect(
      resolutions(
        ['a.eu'],
        [],
        lookupOf(() => Promise.reject(new TypeError('bug'))),
      ),
    ).rejects.toThrow('bug')
  })

  it('is not asked for again and again when no DNS server answers', async () => {
    let asked = 0
    const silent = lookupOf(async () => {
      asked += 1
      await new Promise((resolve) => setImmediate(resolve))
      throw new NoAnswer('cannot be looked up: no answer', 'check the DNS server')
    })
    const found = await resolutions(
      Array.from({ length: 60 }, (_, at) => `n${at}.eu`),
      ['lb.example.net'],
      silent,
    )
    expect(found.map(({ failure }) => failure)).toEqual(new Array(60).fill('cannot be looked up: no answer'))
    // The load balancer's name, and those that are asked for at once.
    expect(asked).toBe(17)
  })
})
