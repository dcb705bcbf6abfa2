import { describe, expect, test } from 'vitest'
import type { ChannelInput } from '../../../../../src/platforms/fabric/channel/channel.ts'
import { changesOf } from '../../../../../src/platforms/fabric/channel/config-changes.ts'
import type { ConfigGroup } from '../../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../../src/platforms/fabric/channel/desired-config.ts'
import { nextConfig } from '../../../../../src/platforms/fabric/channel/next-config.ts'
import { applyUpdate, updateSets } from '../../../../../src/platforms/fabric/channel/update.ts'
import { describeUpdate } from '../../../../../src/platforms/fabric/channel/update-text.ts'
import { parseRule } from '../../../../../src/platforms/fabric/policy/parse.ts'
import type { Rule } from '../../../../../src/platforms/fabric/policy/rule.ts'
import { withFields } from '../../../../../src/platforms/fabric/protobuf/fields.ts'
import { readMessage } from '../../../../../src/platforms/fabric/protobuf/reader.ts'
import { bytes, concat, number, repeated } from '../../../../../src/platforms/fabric/protobuf/writer.ts'
import { conflicts } from '../conflicts.ts'
import { channelInput, consenter, msp } from '../input.ts'
import { aged, changed, foreign, withMsp, without, withPolicy, withValue } from './foreign.ts'

/** Paths of all that the updates to a wanted configuration change, and the configuration after them. */
function updatesOf(
  current: ConfigGroup,
  wanted: ChannelInput,
  baseline = current,
): { paths: string[][]; words: string[][]; channel: ConfigGroup } {
  let state = { sequence: 5, channel: current }
  const paths: string[][] = []
  const words: string[][] = []
  for (;;) {
    const { config } = nextConfig(state.channel, wanted, { baseline })
    const sets = updateSets(state.channel, config)
    if (sets === undefined) return { paths, words, channel: state.channel }
    expect(conflicts(state.channel, sets)).toEqual([])
    paths.push(changesOf(state.channel, sets).map(({ path }) => path))
    words.push([...describeUpdate(state.channel, sets)])
    state = applyUpdate(state, sets)
  }
}

describe.each(['etcdraft', 'bft'] as const)('a %s channel that began without Chancery', (consensus) => {
  const input = channelInput(consensus, 4)

  test('stays as it is, whatever it has beside what a definition says', () => {
    expect(updatesOf(foreign(input), input).paths).toEqual([])
  })

  test('stays as it is when it is what Chancery would write', () => {
    expect(updatesOf(desiredConfig(input), input).paths).toEqual([])
    expect(updatesOf(aged(desiredConfig(input)), input).paths).toEqual([])
  })

  const changes: [string, Partial<ChannelInput>, string[]][] = [
    ['the time of a batch', { batch: { ...input.batch, timeout: '1s' } }, ['Orderer/BatchTimeout']],
    ['a size of a batch', { batch: { ...input.batch, maxMessageCount: 10 } }, ['Orderer/BatchSize']],
    [
      'an option of the consensus',
      { raft: { ...input.raft, electionTick: 20 }, bft: { ...input.bft, collectTimeout: '2s' } },
      ['Orderer/ConsensusType'],
    ],
    [
      'a policy',
      { policies: { ...input.policies, writers: parseRule("OR('AlphaMSP.client')") as Rule } },
      ['Application/Writers'],
    ],
    ['an ACL', { acls: { 'event/Block': '/Channel/Application/Writers' } }, ['Application/ACLs']],
    ['a capability', { capabilities: { ...input.capabilities, application: 'V2_0' } }, ['Application/Capabilities']],
    [
      'an anchor peer',
      {
        applicationOrganizations: input.applicationOrganizations.map((organization) =>
          organization.msp.mspId === 'AlphaMSP'
            ? { ...organization, anchors: [{ host: 'peer2.alpha.example.com', port: 7051 }] }
            : organization,
        ),
      },
      ['Application/Alpha/AnchorPeers'],
    ],
    [
      'a new member',
      { applicationOrganizations: [...input.applicationOrganizations, { msp: msp('GammaMSP'), anchors: [] }] },
      ['Application/GammaMSP'],
    ],
    [
      'a member that leaves',
      { applicationOrganizations: input.applicationOrganizations.slice(0, 1) },
      ['Application/BetaMSP'],
    ],
    [
      'a new authority',
      {
        ordererOrganizations: input.ordererOrganizations.map((organization) => ({
          ...organization,
          msp: { ...organization.msp, authorities: [...organization.msp.authorities, ...msp('new').authorities] },
        })),
      },
      ['Orderer/OrdererOrg/MSP'],
    ],
  ]

  test.each(changes)('changes only %s where the definition does', (_, change, paths) => {
    const current = foreign(input)
    const { channel, paths: found } = updatesOf(current, { ...input, ...change })
    expect(found).toEqual([paths])
    // And back again: nothing is left of it but versions.
    const back = updatesOf(channel, input, current)
    expect(back.paths).toHaveLength(1)
    expect(updatesOf(back.channel, input, current).paths).toEqual([])
  })
})

describe('what a value has beside its fields stays', () => {
  const input = channelInput('etcdraft', 3)

  test('the state and unknown fields of the consensus, and the certificate of a consenter as a client', () => {
    const twist = (value: Buffer): Buffer => {
      const metadata = readMessage(value).bytes(2) as Buffer
      const consenters = readMessage(metadata)
        .all(1)
        .map((each, at) => (at === 0 ? withFields(each, new Map([[3, bytes(3, 'as a client')]])) : each))
      return concat(
        withFields(value, new Map([[2, bytes(2, withFields(metadata, new Map([[1, repeated(1, consenters)]])))]])),
        number(3, 1),
      )
    }
    const current = changed(desiredConfig(input), ['Orderer'], withValue('ConsensusType', twist))
    expect(updatesOf(current, input).paths).toEqual([])
    const moved = input.consenters.map((each, at) => (at === 0 ? { ...each, port: 16000 } : each))
    const { channel, words } = updatesOf(current, {
      ...input,
      consenters: moved,
      raft: { ...input.raft, electionTick: 11 },
    })
    expect(words.flat().filter((line) => line.includes('consenter'))).toEqual([
      'consenter orderer1.example.com:15001 moves to orderer1.example.com:16000',
    ])
    const value = channel.groups.get('Orderer')?.values.get('ConsensusType')?.value as Buffer
    expect(readMessage(value).number(3)).toBe(1)
    const [first] = readMessage(readMessage(value).bytes(2) as Buffer).all(1)
    expect([readMessage(first as Buffer).text(3), readMessage(first as Buffer).number(2)]).toEqual([
      'as a client',
      16000,
    ])
  })

  test('roles, administrators and units of an MSP whose authority changes', () => {
    const current = changed(
      desiredConfig(input),
      ['Application', 'AlphaMSP'],
      withMsp((config) => concat(config, bytes(4, 'boss'))),
    )
    const [alpha, beta] = input.applicationOrganizations
    const wanted = [{ ...alpha, msp: { ...alpha?.msp, authorities: msp('other').authorities } }, beta]
    const { channel } = updatesOf(current, {
      ...input,
      applicationOrganizations: wanted as ChannelInput['applicationOrganizations'],
    })
    const value = channel.groups.get('Application')?.groups.get('AlphaMSP')?.values.get('MSP')?.value as Buffer
    const config = readMessage(readMessage(value).bytes(2) as Buffer)
    expect([config.text(4), config.all(2).map(String)]).toEqual(['boss', msp('other').authorities])
  })

  test('revocation lists: one that a definition lacks is not taken back', () => {
    const list = (name: string): string =>
      `-----BEGIN X509 CRL-----\n${Buffer.from(name).toString('base64')}\n-----END X509 CRL-----\n`
    const current = changed(
      desiredConfig(input),
      ['Application', 'AlphaMSP'],
      withMsp((config) => concat(config, bytes(5, list('old')))),
    )
    expect(updatesOf(current, input).paths).toEqual([])
    const [alpha, ...others] = input.applicationOrganizations
    const revoking = [{ ...alpha, msp: { ...alpha?.msp, revocationLists: [list('new')] } }, ...others]
    const { channel, paths } = updatesOf(current, {
      ...input,
      applicationOrganizations: revoking as ChannelInput['applicationOrganizations'],
    })
    expect(paths).toEqual([['Application/AlphaMSP/MSP']])
    const value = channel.groups.get('Application')?.groups.get('AlphaMSP')?.values.get('MSP')?.value as Buffer
    expect(
      readMessage(readMessage(value).bytes(2) as Buffer)
        .all(5)
        .map(String),
    ).toEqual([list('old'), list('new')])
  })

  test('policies that no definition can write, until it says more than the default', () => {
    const current = changed(desiredConfig(input), ['Application'], without('Endorsement', 'LifecycleEndorsement'))
    expect(updatesOf(current, input).paths).toEqual([])
    const wanted = { ...input, policies: { ...input.policies, endorsement: parseRule('ANY Endorsement') as Rule } }
    expect(updatesOf(current, wanted).paths).toEqual([['Application/Endorsement']])
  })

  test('the guard of a value that changes', () => {
    const current = changed(desiredConfig(input), ['Orderer'], (group) => {
      const old = group.values.get('BatchTimeout')
      if (old === undefined) throw new Error('no BatchTimeout')
      return {
        ...group,
        values: new Map([...group.values, ['BatchTimeout', { ...old, modPolicy: '/Channel/Application/Admins' }]]),
      }
    })
    const { channel } = updatesOf(current, { ...input, batch: { ...input.batch, timeout: '5s' } })
    expect(channel.groups.get('Orderer')?.values.get('BatchTimeout')?.modPolicy).toBe('/Channel/Application/Admins')
  })

  test('a channel of the first release has no capabilities, and needs none', () => {
    const old = { ...input, capabilities: { channel: 'V1_0', orderer: 'V1_0', application: 'V1_0' } }
    const bare = ['Orderer', 'Application'].reduce(
      (config, section) => changed(config, [section], without('Capabilities')),
      changed(desiredConfig(old), [], without('Capabilities')),
    )
    expect(updatesOf(bare, old).paths).toEqual([])
    expect(updatesOf(bare, { ...old, capabilities: { ...old.capabilities, channel: 'V2_0' } }).paths).toEqual([
      ['Capabilities'],
    ])
  })
})

describe('orderers of an adopted channel', () => {
  const input = channelInput('etcdraft', 3)
  const endpoints = (config: ConfigGroup): string[] => {
    const value = config.groups.get('Orderer')?.groups.get('OrdererOrg')?.values.get('Endpoints')?.value
    return value === undefined ? [] : readMessage(value).all(1).map(String)
  }
  const wanted = (...numbers: readonly number[]): ChannelInput => ({
    ...input,
    consenters: numbers.map((each) => consenter(each)),
    ordererOrganizations: [
      { msp: msp('OrdererMSP'), endpoints: numbers.map((each) => `orderer${each}.example.com:${15000 + each}`) },
    ],
  })

  test('one replaces another: endpoints of orderers that are no consenters stay', () => {
    const { channel, words } = updatesOf(foreign(input), wanted(2, 3, 4))
    expect(words.map((lines) => lines.filter((line) => line.includes('consenter')))).toEqual([
      ['orderer4.example.com:15004 becomes a consenter'],
      ['orderer1.example.com:15001 is no longer a consenter'],
    ])
    expect(endpoints(channel)).toEqual([
      'orderer2.example.com:15002',
      'orderer3.example.com:15003',
      'standby.example.com:7050',
      'orderer4.example.com:15004',
    ])
  })

  test('an organization that lists orderers of another keeps them until they are no consenters', () => {
    const onlooker = {
      msp: msp('OnlookerMSP'),
      endpoints: ['orderer1.example.com:15001', 'orderer2.example.com:15002'],
    }
    const current = desiredConfig({ ...input, ordererOrganizations: [...input.ordererOrganizations, onlooker] })
    const listing: ChannelInput = { ...input, ordererOrganizations: [...input.ordererOrganizations, onlooker] }
    expect(updatesOf(current, listing).paths).toEqual([])
    const { channel } = updatesOf(current, {
      ...wanted(2, 3),
      ordererOrganizations: [...wanted(2, 3).ordererOrganizations, { ...onlooker, endpoints: [] }],
    })
    const value = channel.groups.get('Orderer')?.groups.get('OnlookerMSP')?.values.get('Endpoints')?.value as Buffer
    expect(readMessage(value).all(1).map(String)).toEqual(['orderer2.example.com:15002'])
  })

  test('addresses of the whole channel are changed where organizations have none', () => {
    const addresses = input.consenters.map(({ host, port }) => `${host}:${port}`)
    const current = changed(
      changed(desiredConfig(input), ['Orderer', 'OrdererMSP'], without('Endpoints')),
      [],
      withValue('OrdererAddresses', () => repeated(1, addresses)),
    )
    expect(updatesOf(current, input).paths).toEqual([])
    const { channel, paths } = updatesOf(current, wanted(1, 2, 3, 4))
    expect(paths).toEqual([['Orderer/ConsensusType', 'OrdererAddresses']])
    expect(
      readMessage(channel.values.get('OrdererAddresses')?.value as Buffer)
        .all(1)
        .map(String),
    ).toEqual([...addresses, 'orderer4.example.com:15004'])
  })

  test('an organization that orders without a consenter stays; one whose consenters go leaves with the last of them', () => {
    const other = { msp: msp('OtherMSP'), endpoints: ['other.example.com:7050'] }
    const onlooker = { msp: msp('OnlookerMSP'), endpoints: ['onlooker.example.com:7050'] }
    const withOther: ChannelInput = {
      ...input,
      consenters: [...input.consenters, { ...consenter(4, 'OtherMSP'), host: 'other.example.com', port: 7050 }],
      ordererOrganizations: [...input.ordererOrganizations, other],
    }
    const current = desiredConfig({ ...withOther, ordererOrganizations: [...withOther.ordererOrganizations, onlooker] })
    expect(updatesOf(current, withOther).paths).toEqual([])
    const { channel } = updatesOf(current, wanted(1, 2, 3, 5))
    expect([...(channel.groups.get('Orderer')?.groups.keys() ?? [])].sort()).toEqual(['OnlookerMSP', 'OrdererMSP'])
  })

  test('SmartBFT: other consenters sign other blocks', () => {
    const bft = channelInput('bft', 4)
    const current = changed(
      desiredConfig(bft),
      ['Orderer'],
      withPolicy('BlockValidation', "OR('OrdererMSP.orderer')", 'Writers'),
    )
    expect(updatesOf(current, bft).paths).toEqual([])
    const { channel } = updatesOf(current, { ...bft, consenters: [...bft.consenters, consenter(5)] })
    const policy = channel.groups.get('Orderer')?.policies.get('BlockValidation')
    const fresh = desiredConfig({ ...bft, consenters: [...bft.consenters, consenter(5)] })
    expect(policy?.policy.equals(fresh.groups.get('Orderer')?.policies.get('BlockValidation')?.policy as Buffer)).toBe(
      true,
    )
    expect(policy?.modPolicy).toBe('Writers')
  })
})
