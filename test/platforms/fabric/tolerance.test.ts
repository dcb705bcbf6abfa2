import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { consensusInWords, reachInWords } from '../../../src/render/tolerance.ts'
import { type Edits, edited, revisionOf } from '../../plan/revisions.ts'

const running = readFileSync(join(import.meta.dirname, '../../definitions/fabric.yaml'), 'utf8')

function reportOf(edits: Edits) {
  const { network, platform, material } = revisionOf(edited(running, edits), new Map())
  return platform.operation.tolerance(network, material)
}

const rowsOf = (edits: Edits): string[] =>
  reportOf(edits).faults.map((fault) =>
    [fault.kind, fault.name, fault.lost, consensusInWords(fault), reachInWords(fault)].join(' | '),
  )

const orderer = (number: number): string => `      - {name: orderer${number}, role: orderer}\n`
const raft = '    raft: {electionTick: 10}\n'
const bft: Edits = [
  [raft, '    consensus: bft\n'],
  [orderer(2), `${orderer(2)}      - {name: orderer4, role: orderer, cluster: asia}\n`],
]

describe('what the loss of one thing does', () => {
  test('to Raft of three in three clusters', () => {
    expect(rowsOf([])).toEqual([
      'node | any one CA | 0 | continues; 1 may fail | –',
      'node | any one orderer | 1 | continues; none more may fail | –',
      'node | any one peer | 0 | continues; 1 may fail | –',
      'organization | carrier | 1 | continues; none more may fail | –',
      'organization | manufacturer | 1 | continues; none more may fail | –',
      'organization | retailer | 1 | continues; none more may fail | –',
      'cluster | asia | 1 | continues; none more may fail | –',
      'cluster | eu | 1 | continues; none more may fail | –',
      'cluster | us | 1 | continues; none more may fail | –',
      'ambassador | asia | 1 | continues; none more may fail | its 2 nodes, from eu and us',
      'ambassador | eu | 1 | continues; none more may fail | its 3 nodes, from asia and us',
      'ambassador | us | 1 | continues; none more may fail | its 3 nodes, from asia and eu',
      'zone | asia | 1 | continues; none more may fail | depends on which nodes are in it',
      'zone | eu | 1 | continues; none more may fail | depends on which nodes are in it',
      'zone | us | 1 | continues; none more may fail | depends on which nodes are in it',
    ])
  })
  test('to BFT of four, two of them in one cluster', () => {
    expect(rowsOf(bft)).toEqual([
      'node | any one CA | 0 | continues; 1 may fail | –',
      'node | any one orderer | 1 | continues; none more may fail | –',
      'node | any one peer | 0 | continues; 1 may fail | –',
      'organization | carrier | 2 | stops until 1 is back | –',
      'organization | manufacturer | 1 | continues; none more may fail | –',
      'organization | retailer | 1 | continues; none more may fail | –',
      'cluster | asia | 2 | stops until 1 is back | –',
      'cluster | eu | 1 | continues; none more may fail | –',
      'cluster | us | 1 | continues; none more may fail | –',
      'ambassador | asia | 2 | stops until 1 is back | its 3 nodes, from eu and us',
      'ambassador | eu | 1 | continues; none more may fail | its 3 nodes, from asia and us',
      'ambassador | us | 1 | continues; none more may fail | its 3 nodes, from asia and eu',
      'zone | asia | 2 | stops until 1 is back | depends on which nodes are in it',
      'zone | eu | 1 | continues; none more may fail | depends on which nodes are in it',
      'zone | us | 1 | continues; none more may fail | depends on which nodes are in it',
    ])
  })
  test('to three orderers in two clusters', () => {
    expect(
      rowsOf([
        ['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, cluster: eu}'],
        ['cluster: us\n', 'cluster: eu\n'],
      ]),
    ).toEqual([
      'node | any one CA | 0 | continues; 1 may fail | –',
      'node | any one orderer | 1 | continues; none more may fail | –',
      'node | any one peer | 0 | continues; 1 may fail | –',
      'organization | carrier | 1 | continues; none more may fail | –',
      'organization | manufacturer | 1 | continues; none more may fail | –',
      'organization | retailer | 1 | continues; none more may fail | –',
      'cluster | asia | 1 | continues; none more may fail | –',
      'cluster | eu | 2 | stops until 1 is back | chaincode assets of channel trade cannot be endorsed',
      'cluster | us | 0 | continues; 1 may fail | –',
      'ambassador | asia | 1 | continues; none more may fail | its 2 nodes, from eu',
      'ambassador | eu | 2 | stops until 1 is back | its 6 nodes, from asia; chaincode assets of channel trade cannot be endorsed',
      'ambassador | us | 0 | continues; 1 may fail | –',
      'zone | asia | 1 | continues; none more may fail | depends on which nodes are in it',
      'zone | eu | 2 | stops until 1 is back | depends on which nodes are in it',
    ])
  })
  test('to an orderer of somebody else', () => {
    expect(
      rowsOf([
        [orderer(3), ''],
        ['retailer/orderer3', 'bank'],
        [
          '\nchannels:',
          '\nexternal:\n  - {organization: bank, mspId: BankMSP, nodes: [{name: orderer1, role: orderer, host: orderer1.example.net, port: 7050}]}\n\nchannels:',
        ],
      ]),
    ).toEqual([
      'node | any one CA | 0 | continues; 1 may fail | –',
      'node | any one orderer | 1 | continues; none more may fail | –',
      'node | any one peer | 0 | continues; 1 may fail | –',
      'organization | bank | 1 | continues; none more may fail | –',
      'organization | carrier | 1 | continues; none more may fail | –',
      'organization | manufacturer | 1 | continues; none more may fail | –',
      'organization | retailer | 0 | continues; 1 may fail | –',
      'cluster | asia | 0 | continues; 1 may fail | –',
      'cluster | eu | 1 | continues; none more may fail | –',
      'cluster | us | 1 | continues; none more may fail | –',
      'ambassador | asia | 0 | continues; 1 may fail | its node, from eu, us and bank',
      'ambassador | eu | 1 | continues; none more may fail | its 3 nodes, from asia, us and bank',
      'ambassador | us | 1 | continues; none more may fail | its 3 nodes, from asia, eu and bank',
      'zone | eu | 1 | continues; none more may fail | depends on which nodes are in it',
      'zone | us | 1 | continues; none more may fail | depends on which nodes are in it',
    ])
  })
  test('clusters on one machine have no zones', () => {
    const zones = rowsOf([['provider: eks', 'provider: kind']]).filter((row) => row.startsWith('zone'))
    expect(zones.map((row) => row.split(' | ')[1])).toEqual(['asia', 'us'])
  })
  test('to a chaincode that needs everybody, or one alone', () => {
    const stopped = (policy: string): string[] =>
      rowsOf([["OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')", policy]])
        .filter((row) => row.includes('cannot be endorsed'))
        .map((row) => row.split(' | ').slice(0, 2).join(' '))
    const ofRetailer = ['organization retailer', 'cluster asia', 'ambassador asia']
    expect(stopped("AND('ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')")).toEqual([
      'organization carrier',
      'organization manufacturer',
      'organization retailer',
      'cluster asia',
      'cluster eu',
      'cluster us',
      'ambassador asia',
      'ambassador eu',
      'ambassador us',
    ])
    expect(stopped('/Channel/Application/RetailerMSP/Endorsement')).toEqual(ofRetailer)
    expect(stopped("OR('RetailerMSP.peer')")).toEqual(ofRetailer)
    expect(stopped('/Channel/Application/Endorsement')).toEqual([])
  })
})

describe('in one sentence', () => {
  const summaryOf = (edits: Edits) => {
    const { summary, consensus } = reportOf(edits)
    return { summary, consensus }
  }
  test('Raft', () =>
    expect(summaryOf([])).toEqual({
      consensus: {
        mayBeDown: 1,
        mayLie: 0,
        nodes: 3,
      },
      summary: 'With 3 orderers (etcdraft) channel trade survives 1 offline orderer; each block needs 2 of them',
    }))
  test('BFT', () =>
    expect(summaryOf(bft)).toEqual({
      consensus: {
        mayBeDown: 1,
        mayLie: 1,
        nodes: 4,
      },
      summary:
        'With 4 orderers (bft) channel trade survives 1 offline or malicious orderer; each block needs 3 of them',
    }))
  test('the weaker of two channels counts', () =>
    expect(
      summaryOf([['\nchaincodes:', '  - {name: fast, members: [carrier], orderers: [carrier]}\n\nchaincodes:']]),
    ).toEqual({
      consensus: {
        mayBeDown: 0,
        mayLie: 0,
        nodes: 1,
      },
      summary:
        'With 3 orderers (etcdraft) channel trade survives 1 offline orderer; each block needs 2 of them; With 1 orderer (etcdraft) channel fast survives no offline orderer; each block needs 1 of them',
    }))
})
