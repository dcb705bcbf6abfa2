import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConfigGroup, encodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { anyOf, configPolicy } from '../../../../src/platforms/fabric/channel/policies.ts'
import { describeConfigChange } from '../../../../src/platforms/fabric/channel/update-text.ts'
import { weakerPolicies, weakerPolicyText } from '../../../../src/platforms/fabric/channel/weaker-policies.ts'
import { MalformedMessage } from '../../../../src/platforms/fabric/protobuf/reader.ts'
import { bytes, concat, message, number } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import { channelInput } from './input.ts'

const channel = desiredConfig(channelInput('etcdraft', 3))
const bft = desiredConfig(channelInput('bft', 4))

/** A configuration with one group of it changed. */
function withGroup(
  root: ConfigGroup,
  path: readonly string[],
  change: (group: ConfigGroup) => ConfigGroup,
): ConfigGroup {
  const [name, ...rest] = path
  if (name === undefined) return change(root)
  const inner = root.groups.get(name)
  if (inner === undefined) throw new Error(`there is no group ${name}`)
  return { ...root, groups: new Map([...root.groups, [name, withGroup(inner, rest, change)]]) }
}

const withValue = (
  root: ConfigGroup,
  path: readonly string[],
  name: string,
  change: (value: Buffer) => Buffer,
): ConfigGroup =>
  withGroup(root, path, (group) => {
    const value = group.values.get(name)
    if (value === undefined) throw new Error(`there is no value ${name}`)
    return { ...group, values: new Map([...group.values, [name, { ...value, value: change(value.value) }]]) }
  })

const append = (part: Uint8Array) => (value: Buffer) => concat(value, part)
const alpha = ['Application', 'AlphaMSP']
/** More of the inner message of a msp.MSPConfig. */
const inMsp = (part: Uint8Array) => (value: Buffer) => bytes(2, concat(value.subarray(value.indexOf(0x0a)), part))

describe('what hides behind a harmless change is told', () => {
  test.each<[string, ConfigGroup, ConfigGroup, string[]]>([
    [
      'another policy that guards a value',
      channel,
      withGroup(channel, ['Orderer'], (group) => {
        const timeout = group.values.get('BatchTimeout')
        if (timeout === undefined) throw new Error('there is one')
        const other = { ...timeout, value: bytes(1, '5s'), modPolicy: 'Writers' }
        return { ...group, values: new Map([...group.values, ['BatchTimeout', other]]) }
      }),
      ['batch timeout: 2s → 5s', 'who changes Orderer/BatchTimeout: policy Admins → Writers'],
    ],
    [
      'another policy that guards a policy, whose rule stays',
      channel,
      withGroup(channel, ['Application'], (group) => {
        const admins = group.policies.get('Admins')
        if (admins === undefined) throw new Error('there is one')
        return { ...group, policies: new Map([...group.policies, ['Admins', { ...admins, modPolicy: 'Readers' }]]) }
      }),
      ['who changes Application/Admins: policy Admins → Readers'],
    ],
    [
      'another policy that guards the whole group',
      channel,
      withGroup(channel, ['Application'], (group) => ({ ...group, modPolicy: '/Channel/Orderer/Readers' })),
      ['who changes Application: policy Admins → /Channel/Orderer/Readers'],
    ],
    [
      'an administrator beside the authorities',
      channel,
      withValue(channel, alpha, 'MSP', inMsp(bytes(4, 'a certificate'))),
      [expect.stringMatching(/^administrator of AlphaMSP [0-9a-f]{16} is added$/)],
    ],
    [
      'no roles by organizational unit any more',
      channel,
      withValue(channel, alpha, 'MSP', (value) =>
        bytes(2, concat(...[value.subarray(value.indexOf(0x0a))].map((all) => all.subarray(0, all.lastIndexOf(0x5a))))),
      ),
      ['node OUs of AlphaMSP: client, peer, admin, orderer → off'],
    ],
    [
      'maintenance mode',
      channel,
      withValue(channel, ['Orderer'], 'ConsensusType', append(number(3, 1))),
      ['state of consensus: normal → maintenance (1)'],
    ],
    [
      'an option without a name',
      bft,
      withValue(bft, ['Orderer'], 'BatchSize', append(number(9, 1))),
      ['batch size: field 9 is changed'],
    ],
    [
      'another client certificate of a consenter',
      bft,
      withValue(bft, ['Orderer'], 'Orderers', (value) => {
        const text = Buffer.from(
          value
            .toString('latin1')
            .replace(Buffer.from('tls 1').toString('base64'), Buffer.from('tls 9').toString('base64')),
          'latin1',
        )
        return text
      }),
      ['consenter orderer1.example.com:15001 has another number, client certificate or organization'],
    ],
    [
      'a value that has no words',
      channel,
      withValue(channel, [], 'HashingAlgorithm', () => bytes(1, 'MD5')),
      [expect.stringMatching(/^value HashingAlgorithm is changed \([0-9a-f]{16} → [0-9a-f]{16}\)$/)],
    ],
    [
      'an organization that somebody else administers',
      channel,
      withGroup(channel, ['Application'], (group) => {
        const beta = group.groups.get('BetaMSP')
        if (beta === undefined) throw new Error('there is one')
        const gamma = {
          ...beta,
          values: new Map(),
          policies: new Map([...beta.policies, ['Admins', configPolicy(anyOf('AlphaMSP', 'admin'))]]),
        }
        return { ...group, groups: new Map([...group.groups, ['GammaMSP', gamma]]) }
      }),
      [
        'organization GammaMSP joins the channel',
        "policy Application/GammaMSP/Admins: OR('GammaMSP.admin') → OR('AlphaMSP.admin')",
        "policy Application/GammaMSP/Endorsement: OR('GammaMSP.peer') → OR('BetaMSP.peer')",
        "policy Application/GammaMSP/Readers: OutOf(1, 'GammaMSP.admin', 'GammaMSP.peer', 'GammaMSP.client') → OutOf(1, 'BetaMSP.admin', 'BetaMSP.peer', 'BetaMSP.client')",
        "policy Application/GammaMSP/Writers: OutOf(1, 'GammaMSP.admin', 'GammaMSP.client') → OutOf(1, 'BetaMSP.admin', 'BetaMSP.client')",
      ].map((line) => line.replaceAll('OutOf(1, ', 'OR(')),
    ],
  ])('%s', (_what, before, after, words) => expect(describeConfigChange(before, after)).toEqual(words))
})

test('a value with two messages in place of one is refused: Fabric puts them together', () => {
  const doubled = withValue(channel, alpha, 'MSP', append(bytes(2, bytes(4, 'a certificate'))))
  expect(() => describeConfigChange(channel, doubled)).toThrow(MalformedMessage)
})

test('any byte that is another one has words', () => {
  const leaves = ['BatchSize', 'BatchTimeout', 'Capabilities', 'ConsensusType']
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, difference) => {
      const changed = withValue(channel, ['Orderer'], name, (value) => {
        const copy = Buffer.from(value)
        copy[at % copy.length] = ((copy[at % copy.length] ?? 0) + difference) % 256
        return copy
      })
      fc.pre(!encodeGroup(changed).equals(encodeGroup(channel)))
      try {
        return describeConfigChange(channel, changed).length > 0
      } catch (error) {
        return error instanceof MalformedMessage
      }
    }),
  )
})

describe('what is weaker in a configuration', () => {
  const told = (after: ConfigGroup): string[] => weakerPolicies(channel, after).map(weakerPolicyText)

  test('a guard that others satisfy', () => {
    const guarded = withGroup(channel, ['Application'], (group) => ({ ...group, modPolicy: 'Writers' }))
    expect(told(guarded)).toEqual(['who changes Application: AlphaMSP alone or BetaMSP alone'])
  })

  test('a policy of an organization that another one satisfies', () => {
    const taken = withGroup(channel, alpha, (group) => ({
      ...group,
      policies: new Map([...group.policies, ['Admins', configPolicy(anyOf('BetaMSP', 'admin'))]]),
    }))
    expect(told(taken)).toEqual(['policy Application/AlphaMSP/Admins: BetaMSP alone'])
  })

  test('a policy of a kind that is not read', () => {
    const unit = concat(number(1, 1), bytes(2, concat(message(2, number(1, 0)), message(3, number(1, 1)))))
    const other = withGroup(channel, alpha, (group) => {
      const admins = group.policies.get('Admins')
      if (admins === undefined) throw new Error('there is one')
      return { ...group, policies: new Map([...group.policies, ['Admins', { ...admins, policy: unit }]]) }
    })
    expect(told(other)).toEqual([
      'policy Application/AlphaMSP/Admins: others than before: the two policies cannot be compared here',
    ])
  })
})
