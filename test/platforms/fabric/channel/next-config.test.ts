import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../src/material/random.ts'
import { issueCertificate } from '../../../../src/material/x509/certificate.ts'
import { newKeyPair } from '../../../../src/material/x509/key.ts'
import type { ChannelInput, Consenter } from '../../../../src/platforms/fabric/channel/channel.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { consentersIn } from '../../../../src/platforms/fabric/channel/consenters.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { nextConfig } from '../../../../src/platforms/fabric/channel/next-config.ts'
import { applyUpdate, updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { describeUpdate } from '../../../../src/platforms/fabric/channel/update-text.ts'
import { conflicts } from './conflicts.ts'
import { channelInput, consenter, msp } from './input.ts'

/** Certificates of these tests are of the same key when they differ in what follows "renewed". */
const publicKeyOf = (certificate: string): string => {
  const content = Buffer.from(certificate.split('\n')[1] ?? '', 'base64').toString()
  return content.replace(/ renewed.*/, '')
}
const pem = (content: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(content).toString('base64')}\n-----END CERTIFICATE-----\n`
const renewed = (number: number): Consenter => ({
  ...consenter(number),
  tlsCertificate: pem(`tls ${number} renewed`),
  identity: pem(`sign ${number} renewed`),
})
const withNewKeys = (number: number): Consenter => ({
  ...consenter(number),
  tlsCertificate: pem(`other tls ${number}`),
  identity: pem(`other sign ${number}`),
})

/** All updates from one input to another, each as the words it is described with. */
function updates(before: ChannelInput, after: ChannelInput): { words: string[][]; channel: ConfigGroup } {
  let state = { sequence: 0, channel: desiredConfig(before) }
  const words: string[][] = []
  for (;;) {
    const { config, later } = nextConfig(state.channel, after, { publicKeyOf })
    const sets = updateSets(state.channel, config)
    if (sets === undefined) return { words, channel: state.channel }
    expect(conflicts(state.channel, sets)).toEqual([])
    words.push(describeUpdate(state.channel, sets).filter((line) => line.includes('consenter')))
    state = applyUpdate(state, sets)
    if (later.length === 0)
      expect(updateSets(state.channel, nextConfig(state.channel, after, { publicKeyOf }).config)).toBeUndefined()
  }
}

const consenters = (input: ChannelInput, ...list: Consenter[]): ChannelInput => ({ ...input, consenters: list })
const [one, two, three, four, five, six] = [1, 2, 3, 4, 5, 6].map((number) => consenter(number)) as [
  Consenter,
  Consenter,
  Consenter,
  Consenter,
  Consenter,
  Consenter,
]
const becomes = (number: number): string => `orderer${number}.example.com:${15000 + number} becomes a consenter`
const leaves = (number: number): string => `orderer${number}.example.com:${15000 + number} is no longer a consenter`

describe.each(['etcdraft', 'bft'] as const)('consenters of %s change one after the other', (consensus) => {
  const input = channelInput(consensus, 4)

  test.each<[string, Consenter[], string[][]]>([
    ['none, in another order', [four, three, two, one], []],
    ['certificates renewed with the same key', [renewed(1), renewed(2), renewed(3), renewed(4)], []],
    ['one comes', [one, two, three, four, five], [[becomes(5)]]],
    ['two come', [six, five, one, two, three, four], [[becomes(6)], [becomes(5)]]],
    ['those that come before those that go', [two, three, four, five], [[becomes(5)], [leaves(1)]]],
    [
      'new keys',
      [one, withNewKeys(2), three, four],
      [['consenter orderer2.example.com:15002 has another certificate']],
    ],
    [
      'another port',
      [one, two, three, { ...four, port: 16000 }],
      [['consenter orderer4.example.com:15004 moves to orderer4.example.com:16000']],
    ],
  ])('%s', (_what, list, expected) => {
    const { words, channel } = updates(input, consenters(input, ...list))
    expect(words).toEqual(expected)
    expect(
      consentersIn(channel)
        .map(({ host, port }) => `${host}:${port}`)
        .sort(),
    ).toEqual(list.map(({ host, port }) => `${host}:${port}`).sort())
  })

  test('certificates that are of the same key stay as they are', () => {
    const { channel } = updates(input, consenters(input, renewed(1), two, three, four, five))
    expect(consentersIn(channel)[0]?.tlsCertificate).toBe(one.tlsCertificate)
  })
})

test('says what is left for later updates', () => {
  const input = channelInput('etcdraft', 3)
  const { later } = nextConfig(desiredConfig(input), consenters(input, two, three, four, five), { publicKeyOf })
  expect(later).toEqual([becomes(5), leaves(1)])
})

test('knows by itself which certificates are of the same key', () => {
  const random = seededRandom('consenters')
  const issuer = { key: newKeyPair(random, 'authority') }
  const issue = (key: string, serial: string): string =>
    issueCertificate(
      {
        subject: { commonName: 'orderer' },
        purpose: { kind: 'tls', names: ['orderer1.example.com'], addresses: [] },
        publicKey: newKeyPair(seededRandom(key), key).publicKey,
        serialNumber: random(serial, 16),
        notBefore: new Date('2026-01-01T00:00:00Z'),
        notAfter: new Date('2027-01-01T00:00:00Z'),
      },
      issuer,
    )
  const input = channelInput('etcdraft', 1)
  const current = desiredConfig(consenters(input, { ...one, tlsCertificate: issue('key', 'first') }))
  const update = (tlsCertificate: string) =>
    updateSets(current, nextConfig(current, consenters(input, { ...one, tlsCertificate })).config)
  expect(update(issue('key', 'second'))).toBeUndefined()
  expect(update(issue('other key', 'third'))).toBeDefined()
})

test('SmartBFT keeps the number of each, wherever it stands', () => {
  const input = channelInput('bft', 4)
  const { channel } = updates(input, consenters(input, five, two, three, four))
  expect(consentersIn(channel).map(({ host, number }) => [host, number])).toEqual([
    ['orderer2.example.com', 2],
    ['orderer3.example.com', 3],
    ['orderer4.example.com', 4],
    ['orderer5.example.com', 5],
  ])
})

test.each([
  ['etcdraft', 1],
  ['bft', 4],
] as const)(
  'whatever %s is to become, each update changes one consenter, and the last one leads there',
  (kind, least) => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: least, maxLength: 9 })
    const rekeyed = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9])
    fc.assert(
      fc.property(some, some, rekeyed, rekeyed, (before, after, fresh, old) => {
        const node = (number: number): Consenter =>
          fresh.includes(number) ? withNewKeys(number) : old.includes(number) ? renewed(number) : consenter(number)
        const input = channelInput(kind, least)
        const wanted = after.map(node)
        const { words, channel } = updates(
          consenters(input, ...before.map((number) => consenter(number))),
          consenters(input, ...wanted),
        )
        for (const lines of words) expect(lines).toHaveLength(1)
        const reached = consentersIn(channel)
        const sorted = (list: readonly Consenter[]): string[] =>
          list.map(({ host, tlsCertificate }) => `${host} ${publicKeyOf(tlsCertificate)}`).sort()
        expect(sorted(reached)).toEqual(sorted(wanted))
        if (kind === 'bft') expect(new Set(reached.map(({ number }) => number)).size).toBe(reached.length)
      }),
      { numRuns: 100 },
    )
  },
)

test('an organization stays until its last consenter is gone', () => {
  const input = channelInput('etcdraft', 3)
  const both: ChannelInput = {
    ...input,
    consenters: [...input.consenters, consenter(4, 'OtherMSP'), consenter(5, 'OtherMSP')],
    ordererOrganizations: [...input.ordererOrganizations, { msp: msp('OtherMSP'), endpoints: ['other:1'] }],
  }
  let state = { sequence: 0, channel: desiredConfig(both) }
  const organizations: string[][] = []
  for (let isDone = false; !isDone; ) {
    const next = nextConfig(state.channel, input, { publicKeyOf })
    isDone = next.later.length === 0
    const sets = updateSets(state.channel, next.config)
    if (sets === undefined) throw new Error('there is no update')
    state = applyUpdate(state, sets)
    organizations.push([...(state.channel.groups.get('Orderer')?.groups.keys() ?? [])].sort())
  }
  expect(organizations).toEqual([['OrdererMSP', 'OtherMSP'], ['OrdererMSP']])
})

describe('an update that Fabric would refuse', () => {
  const input = channelInput('etcdraft', 3)
  const current = desiredConfig(input)
  const joined: ChannelInput = {
    ...input,
    applicationOrganizations: [...input.applicationOrganizations, { msp: msp('GammaMSP'), anchors: [] }],
  }
  const left: ChannelInput = { ...input, applicationOrganizations: input.applicationOrganizations.slice(0, 1) }
  const sets = (from: ConfigGroup, to: ChannelInput) => {
    const found = updateSets(from, desiredConfig(to))
    if (found === undefined) throw new Error('there is no update')
    return found
  }
  const channelAfter = (...inputs: ChannelInput[]): ConfigGroup =>
    inputs.reduce((channel, next) => applyUpdate({ sequence: 0, channel }, sets(channel, next)).channel, current)

  test('is none that was made for the channel as it is', () =>
    expect(conflicts(current, sets(current, joined))).toEqual([]))

  test('was made for a channel before', () =>
    expect(conflicts(channelAfter(joined), sets(current, left))).toEqual([
      'it needs Application at version 0, which is at version 1',
    ]))

  test('was made for a channel after', () =>
    expect(conflicts(current, sets(channelAfter(joined), left))).toEqual([
      'it needs Application at version 1, which is at version 0',
      'it sets Application to version 2, which is at 0',
    ]))

  test('was made for an organization that is not there', () =>
    expect(conflicts(current, sets(channelAfter(joined), { ...joined, acls: { a: 'b' } }))).toEqual([
      'it needs Application at version 1, which is at version 0',
      'it needs Application/GammaMSP, which there is not',
      'it sets Application to version 2, which is at 0',
    ]))

  test('is the same once more', () =>
    expect(
      conflicts(
        channelAfter({ ...input, batch: { ...input.batch, timeout: '3s' } }),
        sets(current, { ...input, batch: { ...input.batch, timeout: '3s' } }),
      ),
    ).toEqual(['it changes nothing']))

  test('changes two consenters of Raft', () =>
    expect(conflicts(current, sets(current, consenters(input, one, two, three, four, five)))).toEqual([
      'it changes 2 Raft consenters; Fabric allows one at a time',
    ]))

  test('may change two of BFT', () => {
    const bft = channelInput('bft', 4)
    const channel = desiredConfig(bft)
    expect(conflicts(channel, sets(channel, consenters(bft, ...bft.consenters, five, six)))).toEqual([])
  })
})
