import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { logSubject } from '../../src/commands/logs/subject.ts'
import { OperatorError } from '../../src/errors.ts'
import { revisionOf } from '../plan/revisions.ts'

const definition = readFileSync(join(import.meta.dirname, '../definitions/fabric.yaml'), 'utf8')
const { network } = revisionOf(definition, new Map())

const pod = (name: string, labels: Readonly<Record<string, string>> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
})
const pods = [
  pod('peer1-0', { 'app.kubernetes.io/instance': 'peer1' }),
  pod('peer2-0', { 'app.kubernetes.io/instance': 'peer2' }),
  pod('join-trade-peer1-0123456789-abcde', { 'batch.kubernetes.io/job-name': 'join-trade-peer1-0123456789' }),
  pod('join-trade-peer1-29384750-fghij', { 'batch.kubernetes.io/job-name': 'join-trade-peer1-29384750' }),
  pod('chaincode-assets-1-0-77d-xyz', { 'app.kubernetes.io/instance': 'chaincode-assets-1-0' }),
]

describe('whose log is read', () => {
  it.each<[string, string | undefined, string, string, readonly string[]]>([
    ['carrier/peer1', undefined, 'us', 'supplychain-carrier', ['peer1-0']],
    ['peer2', undefined, 'us', 'supplychain-carrier', ['peer2-0']],
    ['carrier/peer2', 'us', 'us', 'supplychain-carrier', ['peer2-0']],
    [
      'carrier/join-trade-peer1',
      undefined,
      'us',
      'supplychain-carrier',
      ['join-trade-peer1-0123456789-abcde', 'join-trade-peer1-29384750-fghij'],
    ],
    [
      'carrier/join-trade-peer1-0123456789',
      undefined,
      'us',
      'supplychain-carrier',
      ['join-trade-peer1-0123456789-abcde'],
    ],
    ['carrier/chaincode-assets-1-0', undefined, 'us', 'supplychain-carrier', ['chaincode-assets-1-0-77d-xyz']],
    ['ambassador', 'eu', 'eu', 'supplychain-ambassador', pods.map(({ metadata }) => metadata.name)],
  ])('%s, cluster %s', (name, clusterName, cluster, namespace, meant) => {
    const subject = logSubject(network, name, clusterName)
    expect([subject.cluster.name, subject.namespace]).toEqual([cluster, namespace])
    expect(pods.filter(subject.isMeant).map(({ metadata }) => metadata.name)).toEqual(meant)
    expect(subject.selector).toBe('app.kubernetes.io/managed-by=chancery,app.kubernetes.io/part-of=supplychain')
  })

  it.each<[string, string | undefined, string, string]>([
    [
      'peer1',
      undefined,
      '3 nodes have the name peer1',
      'write the organization too: carrier/peer1, manufacturer/peer1, retailer/peer1',
    ],
    ['carrier/peer1', 'eu', 'carrier/peer1 is not in cluster eu', 'it is in cluster us: leave --cluster out'],
    ['ambassador', undefined, 'the Ambassador is in 3 clusters: asia, eu and us', 'choose one with --cluster NAME'],
    ['ambassador', 'ue', 'the Ambassador is not in a cluster "ue"', 'did you mean "eu"?'],
    ['orderrer1', undefined, 'there is no node "orderrer1"', 'did you mean "orderer1"?'],
    ['carier/peer2', undefined, 'there is no node "carier/peer2"', 'did you mean "carrier/peer2"?'],
    ['a/b/c', undefined, 'there is no node "a/b/c"', expect.stringContaining('known: carrier/')],
  ])('%s, cluster %s, is refused', (name, clusterName, message, hint) => {
    const refusal = (() => {
      try {
        return logSubject(network, name, clusterName)
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(OperatorError)
    expect(refusal).toMatchObject({ message, hint })
  })
})
