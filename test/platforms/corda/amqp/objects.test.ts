import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readEnvelope } from '../../../../src/platforms/corda/amqp/envelope.ts'
import { readNetworkMap, readNetworkParameters, readNodeInfo } from '../../../../src/platforms/corda/amqp/objects.ts'
import { readAmqp } from '../../../../src/platforms/corda/amqp/reader.ts'
import { hashes, zoneFiles } from '../recorded.ts'

describe('what Corda 4.10 wrote', () => {
  it('a node has its addresses, names and platform version', () => {
    expect(readNodeInfo(zoneFiles.bank)).toEqual({
      addresses: [{ host: 'localhost', port: 15443 }],
      names: ['O=Bank, L=London, C=GB'],
      platformVersion: 12,
      serial: 1795991235659,
    })
  })

  it('a notary has the name of its service as well', () => {
    expect(readNodeInfo(zoneFiles.notary)?.names).toEqual([
      'O=Notary Operator, L=London, C=GB',
      'O=Notary Service, L=London, C=GB',
    ])
  })

  it('a network map has hashes', () => {
    const { parameters, bank, shop, notary } = hashes
    const nodes = [bank, shop, notary].map((hash) => hash.toLowerCase())
    expect(readNetworkMap(zoneFiles.map)).toEqual({ parameters: parameters.toLowerCase(), nodes })
    expect(readNetworkMap(zoneFiles.mapWithUpdate)).toEqual({
      parameters: parameters.toLowerCase(),
      nodes,
      update: { description: 'Larger messages', deadline: new Date('2027-01-15T00:00:00Z') },
    })
  })

  it('hashes are those of what was signed', () => {
    const raw = readEnvelope(zoneFiles.parameters)
    const bytes = raw !== null && typeof raw === 'object' && 'fields' in raw ? raw.fields.get('raw') : undefined
    const inner = bytes !== null && typeof bytes === 'object' && 'fields' in bytes ? bytes.fields.get('bytes') : bytes
    const digest = createHash('sha256').update(Buffer.from(inner as Uint8Array)) // as the other tests read it
    expect(digest.digest('hex').toUpperCase()).toBe(hashes.parameters)
  })

  it('network parameters have notaries', () => {
    expect(readNetworkParameters(zoneFiles.parameters)).toEqual({
      minimumPlatformVersion: 4,
      notaries: [{ name: 'O=Notary Service, L=London, C=GB', validating: false }],
    })
  })
})

describe('other bytes', () => {
  it('of another kind are not read as it', () => {
    expect(readNodeInfo(zoneFiles.map)).toBeUndefined()
    expect(readNetworkMap(zoneFiles.bank)).toBeUndefined()
    expect(readNetworkParameters(zoneFiles.map)).toBeUndefined()
  })

  it('that are cut off anywhere are nothing, and nothing else goes wrong', () => {
    for (let length = 0; length < zoneFiles.bank.length; length += 1)
      expect(readNodeInfo(zoneFiles.bank.subarray(0, length))).toBeUndefined()
  })

  it('with a byte changed are read or not, and nothing else goes wrong', () => {
    for (let at = 0; at < zoneFiles.notary.length; at += 13) {
      const changed = Buffer.from(zoneFiles.notary)
      changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at)
      expect(() => readNodeInfo(changed)).not.toThrow()
    }
  })

  it.each([
    ['a list with more items than bytes', 'd0000000087fffffff40404040'],
    ['a list that is longer than its items', 'c0050140404040'],
    ['values that are too deep', '00'.repeat(100)],
    ['an unknown encoding', '3f'],
  ])('are refused: %s', (_, hex) => expect(() => readAmqp(Buffer.from(hex, 'hex'))).toThrow(RangeError))

  it.each([
    ['40', null],
    ['41', true],
    ['42', false],
    ['5600', false],
    ['44', 0],
    ['5305', 5],
    ['54ff', -1],
    ['61fffe', -2],
    ['71ffffffff', -1],
    ['8000000000ffffffff', 0xffff_ffffn],
    ['81ffffffffffffffff', -1n],
    ['723f800000', 1],
    ['823ff0000000000000', 1],
    ['a1026869', 'hi'],
    ['b1000000026869', 'hi'],
    ['45', []],
    ['c0040241a10178', undefined],
  ])('%s is as in the standard', (hex, value) => {
    if (value === undefined) expect(() => readAmqp(Buffer.from(hex, 'hex'))).toThrow(RangeError)
    else expect(readAmqp(Buffer.from(hex, 'hex'))).toEqual(value)
  })
})
