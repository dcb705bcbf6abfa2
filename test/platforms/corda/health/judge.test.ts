import { describe, expect, it } from 'vitest'
import { materialOf } from '../../../../src/material/files.ts'
import { readNetworkParameters } from '../../../../src/platforms/corda/amqp/objects.ts'
import { topics } from '../../../../src/platforms/corda/health/inquiries.ts'
import { judgeInquiries } from '../../../../src/platforms/corda/health/judge.ts'
import type { CordaNetwork } from '../../../../src/platforms/corda/network.ts'
import { type Edits, edited, revisionOf, zone } from '../../../plan/revisions.ts'
import { recorded, zoneFiles } from '../recorded.ts'
import { messageOf, testZone, truststoreOf } from './nodes.ts'

const cn = { b1: 'CN=b1, O=Bank, L=London, C=GB', s1: 'CN=s1, O=Shop, L=Paris, C=FR' }
const file = 'zone/network-root-truststore.jks'

const networkOf = (edits: Edits): CordaNetwork => revisionOf(edited(zone, edits), new Map()).network as CordaNetwork // of platform corda

const good = 'good: '
const told = (network: CordaNetwork, lines: readonly string[], topic: string, files = new Map<string, Uint8Array>()) =>
  judgeInquiries(network, materialOf(files), [
    { topic, organization: 'bank', cluster: 'eu', output: [...lines, ''].join('\n') },
  ]).map(({ good: isGood, message }) => `${isGood ? good : ''}${message}`)

describe('certificates of nodes', () => {
  const own = testZone('Test root')
  const other = testZone('Other root')
  const roots = new Map([[file, truststoreOf(own.root)]])
  const network = networkOf([
    ['O=Bank, L=New York, C=US', cn.b1],
    ['O=Shop, L=Tokyo, C=JP', cn.s1],
  ])
  const now = Math.floor(Date.now() / 1000)
  const tell = (...lines: readonly string[]) =>
    told(network, [`time ${now}`, ...lines, 'handshakes done'], topics.handshakes, roots)
  const shows = (node: string, certificate: string, root = own.root): string =>
    `handshake ${node} 192.0.2.7:15000 1 ${messageOf([certificate, root])} alert`
  const b1 = own.issue(cn.b1).certificate

  it('all is well', () => {
    const unreached = ['shop/s2', 'trust/n1', 'trust/t1'].map((node) => `handshake ${node} 192.0.2.7:15000 0 - refused`)
    expect(tell(shows('bank/b1', b1), shows('shop/s1', own.issue(cn.s1).certificate), ...unreached)).toEqual([
      'good: 2 of 6 nodes answer at their P2P addresses with the certificates of their legal names; shop/s2, trust/n1, trust/t1 and city/n2 not reached',
    ])
  })

  it('another node answers', () => {
    expect(tell(shows('bank/b1', b1), shows('shop/s1', b1))).toEqual([
      'at 192.0.2.7:15000, the P2P address of shop/s1, answers CN=b1, O=Bank, L=London, C=GB instead of CN=s1, O=Shop, L=Paris, C=FR',
    ])
  })

  it('something that is no node answers', () => {
    expect(tell('handshake bank/b1 192.0.2.7:15000 1 - wrong version number')).toEqual([
      'at 192.0.2.7:15000, the P2P address of bank/b1, nothing shows a certificate: wrong version number',
    ])
  })

  it('a node of another zone answers', () => {
    const message =
      'the certificate of bank/b1 is not of this zone: its path ends at CN=Other root, which the root truststore does not have'
    expect(tell(shows('bank/b1', other.issue(cn.b1).certificate, other.root))).toEqual([message])
  })

  it('a path whose links are not signed is not of this zone', () => {
    expect(tell(shows('bank/b1', other.issue(cn.b1).certificate))).toEqual([
      'the certificate of bank/b1 is not of this zone: its path ends at CN=Test root, which the root truststore does not have',
    ])
  })

  it('without the truststore nobody is asked for its root', () => {
    const line = shows('bank/b1', other.issue(cn.b1).certificate, other.root)
    const lines = [`time ${now}`, line, 'handshakes done']
    expect(told(network, lines, topics.handshakes)).toEqual([expect.stringMatching(/^good: 1 of 6 nodes answer/)])
  })

  it('a certificate expires', () => {
    const until = (days: number): string => own.issue(cn.b1, new Date((now + days * 86_400 + 60) * 1000)).certificate
    expect(tell(shows('bank/b1', until(31)))).toEqual([expect.stringMatching(/^good: /)])
    expect(tell(shows('bank/b1', until(30)))).toEqual(['the TLS certificate of bank/b1 expires in 30 days'])
    expect(tell(shows('bank/b1', until(1)))).toEqual(['the TLS certificate of bank/b1 expires in 1 day'])
    expect(tell(shows('bank/b1', until(-2)))).toEqual([
      'the TLS certificate of bank/b1 has expired: no node connects to it',
    ])
  })

  it('a Job that did not end, and texts that would move a terminal', () => {
    expect(told(network, [`time ${now}`], topics.handshakes)).toEqual([
      'certificates of nodes: the Job of bank in cluster eu ended before its last line',
    ])
    const [text] = tell('handshake bank/b1 192.0.2.7:15000 1 - \u001b[2Jevil')
    expect(text).toBe('at 192.0.2.7:15000, the P2P address of bank/b1, nothing shows a certificate: [2Jevil')
  })
})

describe('RPC for clients outside', () => {
  const network = networkOf([['existingSecret: t1', 'existingSecret: t1, expose: [rpc]']])
  const { root, issue } = testZone('RPC root')
  const now = Math.floor(Date.now() / 1000)
  const tell = (...lines: readonly string[]) =>
    told(network, [`time ${now}`, ...lines, 'handshakes done'], topics.handshakes)
  const shows = (days: number): string => {
    const { certificate } = issue('CN=t1', new Date((now + days * 86_400 + 60) * 1000))
    return `handshake trust/t1/rpc 192.0.2.7:15002 1 ${messageOf([certificate, root])} timed out`
  }

  it('shows a certificate, of whichever authority', () => {
    expect(tell(shows(15))).toEqual(['good: RPC of 1 node answers outside with a certificate'])
  })

  it('has a certificate that expires, or has', () => {
    expect(tell(shows(14))).toEqual(['the certificate of RPC of trust/t1 expires in 14 days'])
    expect(tell(shows(-1))).toEqual(['the certificate of RPC of trust/t1 has expired: its clients refuse it'])
    const [verdict] = judgeInquiries(network, materialOf(new Map()), [
      {
        ...{ topic: topics.handshakes, organization: 'trust', cluster: 'eu' },
        output: `time ${now}\n${shows(3)}\nhandshakes done\n`,
      },
    ])
    expect(verdict).toMatchObject({
      hint: 'restart the node when its Secret has a newer one, which it reads only then: kubectl --namespace trade-trust rollout restart statefulset t1',
    })
  })

  it('is not reached, or is something else', () => {
    expect(tell('handshake trust/t1/rpc 192.0.2.7:15002 0 - Connection refused')).toEqual([
      'RPC of trust/t1 is not reached at 192.0.2.7:15002: Connection refused',
    ])
    expect(tell('handshake trust/t1/rpc 192.0.2.7:15002 1 - wrong version number')).toEqual([
      'at 192.0.2.7:15002, RPC of trust/t1, nothing shows a certificate: wrong version number',
    ])
  })

  it("is nobody else's concern", () => {
    expect(tell('handshake trust/n1/rpc 192.0.2.7:15002 0 - Connection refused')).toEqual([])
  })
})

describe('nodes of Corda 4.10 that ran behind Envoy, which routes by name', () => {
  const network = networkOf([
    ['O=Bank, L=New York, C=US', 'O=Bank, L=London, C=GB'],
    ['O=Shop, L=Tokyo, C=JP', 'O=Shop, L=Paris, C=FR'],
    ['O=Trust, L=London, C=GB', 'O=Notary Operator, L=London, C=GB'],
  ])
  const lines = [recorded('handshakes').toString().trimEnd()]

  it('show certificates of their names, to the root of their zone', () => {
    const files = new Map([[file, new Uint8Array(recorded('zone-root.jks'))]])
    expect(told(network, lines, topics.handshakes, files)).toEqual([
      'good: 3 of 6 nodes answer at their P2P addresses with the certificates of their legal names; shop/s2, trust/t1 and city/n2 not reached',
    ])
  })

  it('are of no other zone', () => {
    const files = new Map([[file, new Uint8Array(recorded('root.jks'))]])
    expect(told(network, lines, topics.handshakes, files)).toEqual(
      ['bank/b1', 'shop/s1', 'trust/n1'].map(
        (node) =>
          `the certificate of ${node} is not of this zone: its path ends at CN=Test zone root, which the root truststore does not have`,
      ),
    )
  })
})

describe('the network services', () => {
  const names: Edits = [
    ['O=Bank, L=New York, C=US', 'O=Bank, L=London, C=GB'],
    ['O=Shop, L=Tokyo, C=JP', 'O=Shop, L=Paris, C=FR'],
    ['O=Trust, L=London, C=GB', 'O=Notary Operator, L=London, C=GB'],
    ['O=Notary, L=London, C=GB', 'O=Notary Service, L=London, C=GB'],
    ['      - {name: s2, role: node, legalName: "O=Shop Osaka, L=Osaka, C=JP", existingSecret: s2}\n', ''],
    ['      - {name: t1, role: node, legalName: "O=Trust Desk, L=London, C=GB", existingSecret: t1}\n', ''],
  ]
  const all = networkOf(names)
  const network: CordaNetwork = { ...all, external: [] }
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const { map, parameters, bank, shop, notary } = zoneFiles
  const at = ['bank/b1 localhost:15443', 'shop/s1 localhost:15443', 'trust/n1 localhost:15444']
  const view = (changes: Partial<Record<'at' | 'nodes' | 'doorman' | 'map' | 'rest', readonly string[]>> = {}) => [
    'time 1',
    ...(changes.at ?? at).map((line) => `expected ${line}`),
    ...(changes.doorman ?? ['doorman 0 404 ']),
    ...(changes.map ?? ['map 0 200 ', `signed-map ${base64(map)}`, `parameters ${base64(parameters)}`]),
    ...(changes.nodes ?? [bank, shop, notary].map((info) => `node ${base64(info)}`)),
    'zone done',
  ]
  const tell = (changes: Parameters<typeof view>[0] = {}, of = network) => told(of, view(changes), topics.zone)

  it('all is well', () => {
    expect(tell()).toEqual([
      'good: the network map has 3 of 3 nodes of this definition at their addresses, of 3 nodes in all',
    ])
  })

  it('the operator announces other parameters', () => {
    const changed = ['map 0 200 ', `signed-map ${base64(zoneFiles.mapWithUpdate)}`, `parameters ${base64(parameters)}`]
    expect(tell({ map: changed })).toEqual([
      expect.stringMatching(/^good: the network map has 3 of 3/),
      'good: the operator of the zone announces other network parameters (Larger messages) by 2027-01-15: nodes that have not accepted them by then are out',
    ])
  })

  it('a node is not in the network map, or at another address', () => {
    expect(tell({ nodes: [`node ${base64(bank)}`, `node ${base64(notary)}`] })).toEqual([
      'the network map does not have shop/s1 (O=Shop, L=Paris, C=FR): nobody finds it',
    ])
    expect(tell({ at: ['bank/b1 192.0.2.7:15000', ...at.slice(1)] })).toEqual([
      'the network map has bank/b1 at localhost:15443, and the definition at 192.0.2.7:15000: others dial the one of the network map',
    ])
  })

  it('an external node is looked for, too', () => {
    expect(tell({}, all)).toEqual([
      'the network map does not have city/n2 (O=City, L=Paris, C=FR): nobody finds it',
      'O=City Notary, L=Paris, C=FR (city/n2) is not a notary of the network parameters: no transaction can use it',
    ])
  })

  it('the parameters have the notary otherwise, or not at all', () => {
    const of = (edits: Edits): CordaNetwork => ({ ...networkOf([...names, ...edits]), external: [] })
    expect(tell({}, of([['validating: false', 'validating: true']]))).toEqual([
      'the network parameters have O=Notary Service, L=London, C=GB (trust/n1) as a non-validating notary, and the definition as the opposite',
    ])
    expect(tell({}, of([['O=Notary Service', 'O=Other Service']]))).toEqual([
      'O=Other Service, L=London, C=GB (trust/n1) is not a notary of the network parameters: no transaction can use it',
    ])
  })

  it('the parameters ask for a newer platform', () => {
    const newer = ['map 0 200 ', `signed-map ${base64(map)}`, `parameters ${base64(askingFor(13))}`]
    const message = 'the network parameters ask for platform version 13:'
    expect(tell({ map: newer })).toEqual([`${message} bank/b1, shop/s1 and trust/n1 do not start with an older one`])
    const one = {
      ...network,
      nodes: network.nodes.map((node) => ({ ...node, platformVersion: node.name === 'b1' ? '4.10' : '4.11' })),
    }
    expect(tell({ map: newer }, one)).toEqual([`${message} bank/b1 does not start with an older one`])
    // A release that Chancery does not know is not judged.
    const unknown = { ...network, nodes: network.nodes.map((node) => ({ ...node, platformVersion: '4.2' })) }
    expect(tell({ map: newer }, unknown)).toEqual([expect.stringMatching(/^good: /)])
  })

  it('services that do not answer', () => {
    expect(tell({ doorman: ['doorman 6 0 Could not resolve host: doorman.example.com'] })).toEqual([
      'the doorman at https://doorman.example.com is not reached from bank in cluster eu: Could not resolve host: doorman.example.com',
      expect.stringMatching(/^good: the network map has 3 of 3/),
    ])
    expect(tell({ map: ['map 60 0 SSL certificate problem: self-signed certificate'], nodes: [] })).toEqual([
      'the network map at https://map.example.com does not answer from bank in cluster eu: SSL certificate problem: self-signed certificate',
    ])
    expect(tell({ map: ['map 0 503 '], nodes: [] })).toEqual([
      'the network map at https://map.example.com does not answer from bank in cluster eu: it answers with the status 503',
    ])
    expect(tell({ map: ['map 0 200 ', `signed-map ${base64(Buffer.from('<html>'))}`], nodes: [] })).toEqual([
      'what the network map at https://map.example.com answers is no network map of Corda',
    ])
  })

  it('a Job that did not end', () => {
    expect(told(network, ['time 1'], topics.zone)).toEqual([
      'network services: the Job of bank in cluster eu ended before its last line',
    ])
  })
})

/** The recorded parameters with another minimumPlatformVersion. They are not signed so, which only nodes look at. */
function askingFor(version: number): Buffer {
  for (let at = 0; at < zoneFiles.parameters.length; at += 1) {
    if (zoneFiles.parameters[at] !== 4) continue
    const changed = Buffer.from(zoneFiles.parameters)
    changed.writeUInt8(version, at)
    if (readNetworkParameters(changed)?.minimumPlatformVersion === version) return changed
  }
  throw new Error('the parameters have no minimumPlatformVersion of 4')
}
