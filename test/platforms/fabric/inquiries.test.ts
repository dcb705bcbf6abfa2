import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { outsideOf } from '../../../src/ambassador/outside.ts'
import { nodesOf } from '../../../src/network/network.ts'
import { edited, revisionOf } from '../../plan/revisions.ts'

const recorded = (name: string): string => readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8')

/** The network whose nodes were asked, and two of them beside that were not there. */
const definition = `
version: 1
name: trade
platform: fabric
platformVersion: 3.1.5
clusters:
  - {name: eu, provider: eks, domain: eu.example.com, storageClass: gp3, recipients: [age1gnszd4japu3lkhzmsmnv7ldee0rawflpd7e2t4qlyx4tlh823uesgpjgev]}
organizations:
  - name: org1
    cluster: eu
    nodes: [{name: o1, role: orderer}, {name: o2, role: orderer}, {name: p1, role: peer}, {name: p2, role: peer}]
  - name: org2
    cluster: eu
    nodes: [{name: p1, role: peer}]
channels:
  - {name: trade, members: [{organization: org1, peers: [p1]}, org2], orderers: [org1]}
  - {name: nosuch, members: [org1, org2], orderers: [org1]}
chaincodes:
  - {name: basic, channel: trade, image: "registry.example.com/basic:1.0", version: "1.0", sequence: 1}
  - {name: other, channel: trade, image: "registry.example.com/other:1.0", version: "1.0", sequence: 1}
`

const judged = (topic: string, output: string, text = definition): string[] => {
  const { network, platform, material } = revisionOf(text, new Map())
  const answers = [{ topic, organization: 'org1', cluster: 'eu', output }]
  return (platform.operation.judgeInquiries?.(network, material, answers) ?? []).map(
    ({ good, message }) => `${good ? '' : '! '}${message}`,
  )
}

describe('what peers of Fabric 3.1.5 told an administrator', () => {
  const notThere =
    '! org1/p2 does not answer its administrator: error getting endorser client for channel: endorser client failed to connect to localhost:18251: failed to create new connection: connection error: desc = "transport: error while dialing: dial tcp 127.0.0.1:18251: connect: connection refused"'
  const other = '! chaincode other on channel trade is not committed, as org1/p1 reports'
  const notJoined = '! org1/p1 has not joined channel nosuch'
  const committed = (more: string): string => `! chaincode basic on channel trade has ${more}, as org1/p1 reports`

  test.each<[string, readonly (readonly [string, string])[], string]>([
    [
      'as defined',
      [],
      'chaincode basic on channel trade: version 1.0, sequence 1, on 1 peer of org1, approved by Org1MSP and Org2MSP',
    ],
    [
      'another sequence and version',
      [
        [
          'image: "registry.example.com/basic:1.0", version: "1.0", sequence: 1',
          'image: "registry.example.com/basic:1.0", version: "2.0", sequence: 2',
        ],
      ],
      committed('sequence 1 instead of 2, version 1.0 instead of 2.0'),
    ],
    [
      'a collection that was not committed',
      [
        [
          'image: "registry.example.com/basic:1.0", version: "1.0", sequence: 1',
          `image: "registry.example.com/basic:1.0", version: "1.0", sequence: 1, collections: [{name: prices, policy: "OR('Org1MSP.member')"}]`,
        ],
      ],
      committed('collections none instead of prices'),
    ],
  ])('%s', (_case, edits, basic) => {
    expect(judged('peers', recorded('peers.txt'), edited(definition, edits))).toEqual([
      notJoined,
      notThere,
      basic,
      other,
    ])
  })

  it('names an organization that has not approved', () => {
    const output = recorded('peers.txt').replace('"Org2MSP": true', '"Org2MSP": false')
    expect(judged('peers', output)).toContain(
      '! org2 has not approved sequence 1 of chaincode basic on channel trade: its peers do not endorse',
    )
  })

  it('says so when the Job ended before', () => {
    expect(judged('peers', '')).toEqual(['! org1/p1 was not asked', '! org1/p2 was not asked'])
  })
})

describe('what orderers of Fabric 3.1.5 told who joins them to channels', () => {
  it('is who orders, who has not joined, and who does not answer', () => {
    expect(judged('orderers', recorded('orderers.txt'))).toEqual([
      'org1/o1 is an active consenter of channel trade, height 1',
      '! org1/o1 has not joined channel nosuch',
      '! org1/o2 does not answer at its administration API',
      'org1/o2 is an active consenter of channel nosuch, height 1',
    ])
  })

  it('is who follows', () => {
    const output = recorded('orderers.txt').replace('"consenter"', '"follower"')
    expect(judged('orderers', output)[0]).toBe('! org1/o1 is no consenter of channel trade: it is a follower')
  })
})

describe('the Jobs that ask', () => {
  const asked = (text: string) => {
    const { network, platform, ports, material } = revisionOf(text, new Map())
    const outside = outsideOf(platform, ports)
    const view = {
      network,
      cluster: 'eu',
      material,
      outside,
      addressOf: (node: { readonly name: string }, endpoint: string) => ({ host: `${node.name}-${endpoint}`, port: 1 }),
    }
    return platform.operation.inquiries?.(nodesOf(network, 'eu', 'org1'), view) ?? []
  }

  it('ask every peer and orderer of the organization about what it should have', () => {
    expect(asked(definition).map(({ topic, files }) => [topic, files.questions])).toEqual([
      [
        'peers',
        '0 p1-grpc:1 joined\n1 p1-grpc:1 height trade\n2 p1-grpc:1 committed trade basic\n3 p1-grpc:1 committed trade other\n4 p1-grpc:1 height nosuch\n5 p2-grpc:1 joined\n6 p2-grpc:1 height nosuch\n',
      ],
      [
        'orderers',
        '0 https://o1-administration:1/participation/v1/channels/trade\n1 https://o1-administration:1/participation/v1/channels/nosuch\n2 https://o2-administration:1/participation/v1/channels/trade\n3 https://o2-administration:1/participation/v1/channels/nosuch\n',
      ],
    ])
  })

  it('mount the Secret of the administrator, and hold no key themselves', () => {
    for (const { files, volumes } of asked(definition)) {
      expect(JSON.stringify(files)).not.toContain('PRIVATE KEY')
      expect(JSON.stringify(volumes('inquiry-1'))).toMatch(/"secret":\{"name":"(orderer-)?administrator"/)
    }
  })

  it('do not exist where no cluster has a key of the administrator', () => {
    const elsewhere = edited(definition, [
      ['name: org1\n    cluster: eu\n', 'name: org1\n    cluster: eu\n    administrators: {keys: elsewhere}\n'],
    ])
    expect(asked(elsewhere)).toEqual([])
    const { network, platform, material } = revisionOf(elsewhere, new Map())
    expect(platform.operation.judgeInquiries?.(network, material, [])).toEqual([
      {
        good: true,
        message: 'org1 keeps the keys of its administrators elsewhere: its nodes were not asked what needs one',
      },
    ])
  })
})
