import { describe, expect, it } from 'vitest'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { readBases } from '../../../../src/bases.ts'
import { materialOf } from '../../../../src/material/files.ts'
import { nodesOf } from '../../../../src/network/network.ts'
import type { Inquiry } from '../../../../src/platforms/inquiry.ts'
import { inquiryObjects } from '../../../../src/probe/inquiry.ts'
import { restrictedViolations } from '../../../kubernetes/pod-security.ts'
import { validateObject } from '../../../kubernetes/schemas.ts'
import { type Edits, edited, revisionOf, zone } from '../../../plan/revisions.ts'
import { testZone, truststoreOf } from './nodes.ts'

const bases = await readBases()

function asked(edits: Edits = [], files: ReadonlyMap<string, Uint8Array> = new Map()): readonly Inquiry[] {
  const { network, platform, ports } = revisionOf(edited(zone, edits), new Map())
  const outside = outsideOf(platform, ports)
  const view = { network, cluster: 'eu', material: materialOf(files), addressOf: outside, outside }
  return platform.operation.inquiries?.(nodesOf(network, 'eu', 'trust'), view) ?? []
}

const linesOf = (text: string | undefined): string[] => (text ?? '').trimEnd().split('\n')

describe('the questions of a cluster', () => {
  it('go to all nodes as peers dial them: with a name, but to notaries with a service', () => {
    const [handshakes] = asked()
    expect(linesOf(handshakes?.files.targets)).toEqual([
      expect.stringMatching(/^bank\/b1 [0-9a-f]{32}\.corda\.net 198\.51\.100\.7 \d+$/),
      expect.stringMatching(/^shop\/s1 [0-9a-f]{32}\.corda\.net s1\.shop\.asia\.trade\.example\.com \d+$/),
      expect.stringMatching(/^shop\/s2 [0-9a-f]{32}\.corda\.net s2\.shop\.asia\.trade\.example\.com \d+$/),
      expect.stringMatching(/^trust\/n1 - n1\.trust\.eu\.trade\.example\.com \d+$/),
      expect.stringMatching(/^trust\/t1 [0-9a-f]{32}\.corda\.net t1\.trust\.eu\.trade\.example\.com \d+$/),
      'city/n2 - 192.0.2.77 10200',
    ])
  })

  it('go to RPC of the nodes of the organization that expose it, as clients dial it', () => {
    const rpc =
      'expose: [rpc], rpcTls: {keyStoreSecret: {name: t1-rpc}, passwordSecret: {name: t1}}, rpcUsers: [{username: app, passwordSecret: {name: t1}, permissions: [ALL]}]'
    const [handshakes] = asked([
      ['existingSecret: t1', `existingSecret: t1, ${rpc}`],
      ['existingSecret: s2', `existingSecret: s2, ${rpc}`],
    ])
    const lines = linesOf(handshakes?.files.targets).filter((line) => line.includes('/rpc '))
    expect(lines).toEqual([expect.stringMatching(/^trust\/t1\/rpc (t1\.trust\.eu\.trade\.example\.com) \1 15002$/)])
    expect(handshakes?.seconds).toBe(10)
  })

  it('go to the services of the zone, about the same nodes', () => {
    const [, services] = asked()
    expect(services?.env).toEqual({ DOORMAN: 'https://doorman.example.com', NETWORK_MAP: 'https://map.example.com' })
    expect(linesOf(services?.files.expected).at(-1)).toBe('expected city/n2 192.0.2.77:10200')
    expect(linesOf(services?.files.organizations)).toEqual([
      'Bank',
      'Shop',
      'Shop Osaka',
      'Trust',
      'Trust Desk',
      'City',
    ])
  })

  it('take the authorities of a private truststore along', () => {
    const { root } = testZone('Private')
    const given: Edits = [
      [
        '    passwordSecret: {name: zone}\n',
        `    passwordSecret: {name: zone}\n  servicesTruststore: {file: zone/services.jks, sha256: "${'0'.repeat(64)}"}\n`,
      ],
    ]
    const [, services] = asked(given, new Map([['zone/services.jks', truststoreOf(root)]]))
    expect(services?.env.AUTHORITIES).toBe('/etc/inquiry/authorities')
    expect(services?.files.authorities).toBe(root)
    // In another format, the Job reports that curl does not know them.
    const [, unread] = asked(given, new Map([['zone/services.jks', Buffer.from('3082')]]))
    expect(unread?.env.AUTHORITIES).toBeUndefined()
  })

  it('leave out a node that something else runs still', () => {
    const [handshakes, services] = asked([['{name: s2, role: node, ', '{name: s2, role: node, adopted: false, ']])
    expect(handshakes?.files.targets).not.toContain('shop/s2')
    expect(services?.files.expected).not.toContain('shop/s2')
  })

  it('are Jobs that Kubernetes takes, restricted Pod Security included', () => {
    for (const inquiry of asked()) {
      const given = { inquiry, network: 'trade', namespace: 'trade-trust', name: 'inquiry-1', bases }
      const { configMap, job } = inquiryObjects({ ...given, images: { digests: {} }, placement: {} })
      expect([configMap, job].flatMap(validateObject)).toEqual([])
      const { template } = job.spec as { template: { metadata: { labels: object }; spec: object } }
      expect(restrictedViolations(template.spec as never)).toEqual([])
      // By which policies let it reach what nodes reach.
      expect(template.metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'corda' })
    }
  })

  it('are none in a cluster without nodes', () => {
    const { network, platform, ports, material } = revisionOf(zone, new Map())
    const outside = outsideOf(platform, ports)
    expect(
      platform.operation.inquiries?.([], { network, cluster: 'eu', material, addressOf: outside, outside }),
    ).toEqual([])
  })
})
