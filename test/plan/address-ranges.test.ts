import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beyond, everywhere, isEverybody } from '../../src/plan/risks/address-ranges.ts'

describe('beyond', () => {
  it.each<[string[], string[], string[]]>([
    [['203.0.113.0/24'], ['203.0.113.0/24'], []],
    [['203.0.113.0/25'], ['203.0.113.0/24'], []],
    [['203.0.113.0/24'], ['203.0.113.0/25'], ['203.0.113.0/24']],
    [['203.0.113.0/24'], ['203.0.113.0/25', '203.0.113.128/25'], []],
    [['203.0.113.0/24'], ['203.0.113.0/25', '203.0.113.192/26'], ['203.0.113.0/24']],
    [['203.0.113.9/24'], ['203.0.113.0/24'], []],
    [['0.0.0.0/0'], ['0.0.0.0/1', '128.0.0.0/1'], []],
    [['192.0.2.1'], ['192.0.2.0/31'], []],
    [['2001:db8:1::/48'], ['2001:db8::/32'], []],
    [['2001:db8::/32'], ['2001:db8::/33', '2001:db8:8000::/33'], []],
    [['2001:db8::/32'], ['2001:db8::/33'], ['2001:db8::/32']],
    [['::1/128', '2001:db8::ff'], ['::/0'], []],
    [['::ffff:192.0.2.1/128'], ['::ffff:c000:200/120'], []],
    [['192.0.2.0/24'], ['::/0'], ['192.0.2.0/24']],
    [['::/0'], ['0.0.0.0/0'], ['::/0']],
  ])('%j and %j: %j', (ranges, others, expected) => expect(beyond(ranges, others)).toEqual(expected))

  const bits = 16
  const range = fc
    .tuple(fc.nat(2 ** bits - 1), fc.integer({ min: 0, max: bits }))
    .map(([low, prefix]) => `10.0.${low >> 8}.${low & 255}/${32 - bits + prefix}`)

  it('finds a range exactly when the addresses of Node are not all in the others', () => {
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 6 }), (given, others) => {
        const known = new BlockList()
        for (const other of others) known.addSubnet(other.split('/')[0] ?? '', Number(other.split('/')[1]))
        const own = new BlockList()
        own.addSubnet(given.split('/')[0] ?? '', Number(given.split('/')[1]))
        // The edges of all ranges are enough: between two of them nothing changes.
        const edges = [given, ...others].flatMap((text) => {
          const [address = '', prefix] = text.split('/')
          const [, , third = 0, fourth = 0] = address.split('.').map(Number)
          const size = 2 ** (32 - Number(prefix))
          const first = Math.floor((third * 256 + fourth) / size) * size
          return [first - 1, first, first + size - 1, first + size].filter((edge) => edge >= 0 && edge < 2 ** bits)
        })
        const outside = edges
          .map((edge) => `10.0.${edge >> 8}.${edge & 255}`)
          .some((address) => own.check(address) && !known.check(address))
        expect(beyond([given], others).length > 0).toBe(outside)
      }),
      { numRuns: 500 },
    )
  })
})

describe('isEverybody', () => {
  it.each<[string[], boolean]>([
    [[], true],
    [[...everywhere], true],
    [['0.0.0.0/0'], true],
    [['::/0'], true],
    [['0.0.0.0/1', '128.0.0.0/1'], true],
    [['0.0.0.0/1', '128.0.0.0/2'], false],
    [['203.0.113.0/24'], false],
  ])('%j: %s', (ranges, expected) => expect(isEverybody(ranges)).toBe(expected))
})
