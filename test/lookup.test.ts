import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookupAt } from '../src/lookup.ts'
import { type DnsServer, startDnsServer } from './dns-server.ts'

let server: DnsServer
beforeAll(async () => {
  server = await startDnsServer({
    'one.example.com': ['203.0.113.7'],
    'several.example.com': ['203.0.113.7', '203.0.113.8', '2001:db8::7'],
    'only6.example.com': ['2001:db8::7'],
    'alias.example.com': ['lb.example.net'],
    'lb.example.net': ['198.51.100.1'],
    '*.eu.example.com': ['198.51.100.2'],
    'broken.example.com': 'SERVFAIL',
    'other.example.org': 'REFUSED',
  })
})
afterAll(() => server[Symbol.asyncDispose]())

describe('a name', () => {
  it.each<[string, string, readonly string[]]>([
    ['with an address', 'one.example.com', ['203.0.113.7']],
    ['with several, of both families', 'several.example.com', ['203.0.113.7', '203.0.113.8', '2001:db8::7']],
    ['of IPv6 alone', 'only6.example.com', ['2001:db8::7']],
    ['that is an alias', 'alias.example.com', ['198.51.100.1']],
    ['below a wildcard', 'peer1.carrier.eu.example.com', ['198.51.100.2']],
    ['that is not there', 'nowhere.example.com', []],
  ])('%s', async (_what, name, addresses) => {
    expect(await lookupAt([server.address]).addresses(name)).toEqual(addresses)
  })
})

it.each([
  [
    'fails',
    'broken.example.com',
    'fails (SERVFAIL)',
    'ask who runs the zone: its servers do not answer, or it does not',
  ],
  ['refuses', 'other.example.org', 'refuses the question (REFUSED)', 'check whether it should resolve this name'],
])('says so when the server %s', async (_what, name, message, hint) => {
  await expect(lookupAt([server.address]).addresses(name)).rejects.toMatchObject({
    name: 'OperatorError',
    message: `cannot be looked up: the DNS server ${server.address} ${message}`,
    hint: expect.stringMatching(new RegExp(`^${hint}.*, or name another DNS server with --dns-server$`)),
  })
})

it('says so when nobody is there', async () => {
  await expect(lookupAt(['127.0.0.1:1']).addresses('one.example.com')).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringMatching(
      /^cannot be looked up: the DNS server 127\.0\.0\.1:1 (refuses connections|does not answer within 9 seconds)$/,
    ),
  })
})

it('refuses what is no address', () => {
  expect(() => lookupAt(['ns.example.com'])).toThrow('"ns.example.com" is not the address of a DNS server')
})
