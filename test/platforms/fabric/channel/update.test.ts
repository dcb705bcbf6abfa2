import { createHash } from 'node:crypto'
import { common } from '@hyperledger/fabric-protos'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvalsFor } from '../../../../src/platforms/fabric/channel/approval.ts'
import type { ChannelInput } from '../../../../src/platforms/fabric/channel/channel.ts'
import { changesOf } from '../../../../src/platforms/fabric/channel/config-changes.ts'
import { type ConfigGroup, encodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { applyUpdate, decodeUpdate, encodeUpdate, updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { describeUpdate } from '../../../../src/platforms/fabric/channel/update-text.ts'
import { channelInput, consenter, msp } from './input.ts'
import { rule } from './recorded/cases.ts'

const print = (what: string): string => createHash('sha256').update(what).digest('hex').slice(0, 16)

const raft = channelInput('etcdraft', 3)
const bft = channelInput('bft', 4)
const gamma = { msp: msp('GammaMSP'), anchors: [{ host: 'peer1.gamma.example.com', port: 15200 }] }
const [alpha, beta] = raft.applicationOrganizations as [
  ChannelInput['applicationOrganizations'][number],
  ChannelInput['applicationOrganizations'][number],
]

const both = [
  { group: 'Application', mspIds: ['AlphaMSP', 'BetaMSP'], needed: 2 },
  { group: 'Orderer', mspIds: ['OrdererMSP'], needed: 1 },
]
const [application, ordering] = both

describe('an update says what changes, and whose signatures it needs', () => {
  test.each<[string, ChannelInput, ChannelInput, string[], unknown[]]>([
    [
      'an organization joins',
      raft,
      { ...raft, applicationOrganizations: [alpha, beta, gamma] },
      [
        'organization GammaMSP joins the channel',
        'anchor peer of GammaMSP peer1.gamma.example.com:15200 is added',
        `authority of GammaMSP ${print('GammaMSP ca')} is added`,
        `TLS authority of GammaMSP ${print('GammaMSP tlsca')} is added`,
      ],
      [application],
    ],
    [
      'an organization leaves',
      raft,
      { ...raft, applicationOrganizations: [beta] },
      ['organization AlphaMSP leaves the channel'],
      [application],
    ],
    [
      'a consenter of Raft comes',
      raft,
      { ...raft, consenters: [...raft.consenters, consenter(4)] },
      ['orderer4.example.com:15004 becomes a consenter'],
      [ordering],
    ],
    [
      'a consenter of BFT comes',
      bft,
      { ...bft, consenters: [...bft.consenters, consenter(5)] },
      [
        'orderer5.example.com:15005 becomes a consenter',
        'policy Orderer/BlockValidation: signatures of 3 of 4 certificates → signatures of 4 of 5 certificates',
      ],
      [ordering],
    ],
    [
      'blocks are cut otherwise',
      raft,
      { ...raft, batch: { ...raft.batch, timeout: '1s' } },
      ['batch timeout: 2s → 1s'],
      [ordering],
    ],
    [
      'a capability',
      raft,
      { ...raft, capabilities: { ...raft.capabilities, channel: 'V3_0' } },
      ['capabilities of the channel: V2_0 → V3_0'],
      both,
    ],
    [
      'an anchor',
      raft,
      {
        ...raft,
        applicationOrganizations: [alpha, { ...beta, anchors: [{ host: 'peer1.beta.example.com', port: 15300 }] }],
      },
      ['anchor peer of BetaMSP peer1.beta.example.com:15300 is added'],
      [{ group: 'Application/BetaMSP', mspIds: ['BetaMSP'], needed: 1 }],
    ],
    [
      'an access rule',
      raft,
      { ...raft, acls: { 'event/Block': '/Channel/Application/Writers' } },
      ['access to event/Block by /Channel/Application/Writers is added'],
      [application],
    ],
    [
      'options of Raft',
      raft,
      { ...raft, raft: { ...raft.raft, tickInterval: '1s', electionTick: 20 } },
      ['tickInterval: 500ms → 1s', 'electionTick: 10 → 20'],
      [ordering],
    ],
    [
      'options of SmartBFT',
      bft,
      { ...bft, bft: { ...bft.bft, requestPoolSize: 1 } },
      ['requestPoolSize: 100000 → 1'],
      [ordering],
    ],
    [
      'a policy',
      raft,
      { ...raft, policies: { ...raft.policies, endorsement: rule("OR('AlphaMSP.peer', 'BetaMSP.peer')") } },
      ["policy Application/Endorsement: MAJORITY Endorsement → OR('AlphaMSP.peer', 'BetaMSP.peer')"],
      [application],
    ],
    [
      'an endpoint',
      raft,
      {
        ...raft,
        ordererOrganizations: raft.ordererOrganizations.map((one) => ({ ...one, endpoints: one.endpoints.slice(1) })),
      },
      ['orderer endpoint of OrdererMSP orderer1.example.com:15001 is removed'],
      [{ group: 'Orderer/OrdererMSP', mspIds: ['OrdererMSP'], needed: 1 }],
    ],
    [
      'another authority beside the old one',
      raft,
      {
        ...raft,
        applicationOrganizations: [
          { ...alpha, msp: { ...alpha.msp, authorities: [...alpha.msp.authorities, msp('new').authorities[0] ?? ''] } },
          beta,
        ],
      },
      [`authority of AlphaMSP ${print('new ca')} is added`],
      [{ group: 'Application/AlphaMSP', mspIds: ['AlphaMSP'], needed: 1 }],
    ],
  ])('%s', (_what, before, after, words, approvals) => {
    const current = desiredConfig(before)
    const sets = updateSets(current, desiredConfig(after))
    if (sets === undefined) throw new Error('there is no update')
    const changes = changesOf(current, sets)
    expect(describeUpdate(current, sets)).toEqual(words)
    expect(approvalsFor(current, changes)).toMatchObject(approvals)
  })

  test('there is none when nothing changes', () =>
    expect(updateSets(desiredConfig(raft), desiredConfig(channelInput('etcdraft', 3)))).toBeUndefined())
})

describe('versions', () => {
  const version = (group: ConfigGroup, ...path: string[]): number =>
    path.length === 0 ? group.version : version(group.groups.get(path[0] ?? '') as ConfigGroup, ...path.slice(1))

  test('count what an update changed, and nothing else', () => {
    const joined = { ...raft, applicationOrganizations: [alpha, beta, gamma] }
    const cut = { ...joined, batch: { ...raft.batch, maxMessageCount: 10 } }
    let state = { sequence: 0, channel: desiredConfig(raft) }
    for (const next of [joined, cut]) {
      const sets = updateSets(state.channel, desiredConfig(next))
      if (sets === undefined) throw new Error('there is no update')
      state = applyUpdate(state, sets)
    }
    expect(state.sequence).toBe(2)
    expect(version(state.channel)).toBe(0)
    expect(version(state.channel, 'Application')).toBe(1)
    expect(version(state.channel, 'Application', 'GammaMSP')).toBe(0)
    expect(version(state.channel, 'Orderer')).toBe(0)
    expect(state.channel.groups.get('Orderer')?.values.get('BatchSize')?.version).toBe(1)
    expect(state.channel.groups.get('Orderer')?.values.get('BatchTimeout')?.version).toBe(0)
  })

  test('are what the update reads: it fits one state only', () => {
    const after = { ...raft, applicationOrganizations: [alpha, beta, gamma] }
    const sets = updateSets(desiredConfig(raft), desiredConfig(after))
    const update = common.ConfigUpdate.deserializeBinary(encodeUpdate('trade', sets as NonNullable<typeof sets>))
    const group = update.getReadSet()?.getGroupsMap().get('Application')
    expect(update.getChannelId()).toBe('trade')
    expect(group?.getVersion()).toBe(0)
    expect([...((group?.getGroupsMap().keys() ?? []) as Iterable<string>)]).toEqual(['AlphaMSP', 'BetaMSP'])
    const written = update.getWriteSet()?.getGroupsMap().get('Application')
    expect(written?.getVersion()).toBe(1)
    expect(written?.getModPolicy()).toBe('Admins')
  })
})

test('an update leads from any configuration to any other', () => {
  const organization = fc.record({
    id: fc.constantFrom('A', 'B', 'C', 'D'),
    anchors: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  })
  const channel = fc
    .record({
      organizations: fc.uniqueArray(organization, { selector: ({ id }) => id, minLength: 1 }),
      consenters: fc.integer({ min: 4, max: 7 }),
      messages: fc.integer({ min: 1, max: 3 }),
      acls: fc.dictionary(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('/Channel/Application/Readers', '/Channel/Application/Writers'),
      ),
      consensus: fc.constantFrom('etcdraft' as const, 'bft' as const),
    })
    .map(({ organizations, consenters, messages, acls, consensus }): ChannelInput => {
      const input = channelInput(consensus, consenters)
      return {
        ...input,
        acls,
        batch: { ...input.batch, maxMessageCount: messages },
        applicationOrganizations: organizations.map(({ id, anchors }) => ({
          msp: msp(`${id}MSP`),
          anchors: anchors.map((port) => ({ host: 'peer', port })),
        })),
      }
    })
  fc.assert(
    fc.property(fc.array(channel, { minLength: 2, maxLength: 4 }), ([first, ...rest]) => {
      let state = { sequence: 0, channel: desiredConfig(first as ChannelInput) }
      for (const next of rest) {
        const wanted = desiredConfig(next)
        const sets = updateSets(state.channel, wanted)
        if (sets === undefined) continue
        // By way of the bytes that are kept and submitted.
        state = applyUpdate(state, decodeUpdate(encodeUpdate('trade', sets)))
        expect(updateSets(state.channel, wanted)).toBeUndefined()
        expect(withoutVersions(state.channel).equals(withoutVersions(wanted))).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

/** What it says, whatever the number of changes that led there. */
function withoutVersions(group: ConfigGroup): Buffer {
  const reset = (own: ConfigGroup): ConfigGroup => ({
    ...own,
    version: 0,
    groups: new Map([...own.groups].map(([name, inner]) => [name, reset(inner)])),
    values: new Map([...own.values].map(([name, value]) => [name, { ...value, version: 0 }])),
    policies: new Map([...own.policies].map(([name, policy]) => [name, { ...policy, version: 0 }])),
  })
  return encodeGroup(reset(group))
}
