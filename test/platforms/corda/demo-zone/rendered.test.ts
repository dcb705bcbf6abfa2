import { describe, expect, it, test } from 'vitest'
import { outsideOf } from '../../../../src/ambassador/outside.ts'
import { nodeId, nodesOf } from '../../../../src/network/network.ts'
import { earlyTasks, handTasks } from '../../../../src/plan/by-hand/index.ts'
import { zoneViewIn } from '../../../../src/platforms/corda/health/zone-view.ts'
import type { CordaNetwork } from '../../../../src/platforms/corda/network.ts'
import { zoneWords } from '../../../../src/platforms/corda/zone.ts'
import type { Edits } from '../../../plan/revisions.ts'
import { demoZone } from './definition.ts'

const loaded = demoZone()
const { network, platform, ports, material } = loaded
const outside = outsideOf(platform, ports)
const view = (cluster: string) => ({ network, cluster, material, addressOf: outside, outside })
const overlayOf = (id: string) => {
  const node = network.nodes.find((one) => nodeId(one) === id)
  if (node === undefined) throw new Error(`no ${id}`)
  return platform.rendering.node(node, view(node.cluster.name))
}

describe('a node of a demo zone', () => {
  it.each(['bank/b1', 'trust/t1'])('%s asks the Ambassador of the network map, in its cluster too', (id) => {
    expect(overlayOf(id).files['node.conf']).toContain(
      'doormanURL = "http://map1.trust.eu.trade.example.com:15000"\n  networkMapURL = "http://map1.trust.eu.trade.example.com:15000"',
    )
  })

  it('has the root in a truststore whose password is no secret', () => {
    const shared = platform.rendering.organization(nodesOf(network, 'us', 'bank'), view('us'))
    expect(Object.keys(shared.files)).toEqual(['root-truststore'])
    expect(JSON.stringify(overlayOf('bank/b1').patches)).toContain(
      '{"name":"ROOT_TRUSTSTORE_PASSWORD","value":"trustpass"}',
    )
  })
})

test('the network map has certificates, and what it signs', () => {
  const { files, sealed } = overlayOf('trust/map1')
  expect(Object.keys(files)).toEqual(['root.pem', 'doorman.pem', 'network-map.pem', 'zone.json'])
  expect(JSON.parse(String(files['zone.json']))).toEqual({
    minimumPlatformVersion: 4,
    notary: { serviceName: 'O=Notary, L=London, C=GB', validating: false },
  })
  expect(sealed).toEqual({ 'keys.yaml': 'material/sealed/eu/trust/map1.yaml' })
})

test('nodes dial the network map, and nobody sends it messages', () => {
  const { targets } = platform.operation.probe(nodesOf(network, 'us', 'bank'), view('us'))
  expect(targets.map(({ node, endpoint }) => `${node} ${endpoint}`)).toEqual([
    'bank/b1 p2p',
    'shop/s1 p2p',
    'shop/s2 p2p',
    'trust/map1 http',
    'trust/n1 p2p',
    'trust/t1 p2p',
  ])
  const [handshakes, services] = platform.operation.inquiries?.(nodesOf(network, 'us', 'bank'), view('us')) ?? []
  expect(handshakes?.files.targets).not.toContain('map1')
  expect(services?.files.organizations).not.toContain('Test')
  expect(services?.env).toEqual({
    DOORMAN: 'http://map1.trust.eu.trade.example.com:15000',
    NETWORK_MAP: 'http://map1.trust.eu.trade.example.com:15000',
  })
})

test('it begins first', () => {
  const groups = platform.operation.rollout(nodesOf(network, 'eu', 'trust'))
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([['map1'], ['n1'], ['t1']])
})

test('its loss stops nothing', () => {
  const { faults } = platform.operation.tolerance(network, material)
  expect(faults.find(({ name }) => name === 'trust/map1')).toMatchObject({ kind: 'node', lost: 0, survives: true })
})

test('verdicts tell whose doorman it is', () => {
  expect(zoneWords(network as CordaNetwork)).toEqual({
    doorman: 'the doorman of trust/map1',
    networkMap: 'the network map of trust/map1',
  })
  const answer = { topic: 'network services', organization: 'bank', cluster: 'us' }
  const output = 'time 1\ndoorman 7 0 refused\nmap 0 503 \nzone done\n'
  expect(zoneViewIn({ ...answer, output })).toBeDefined()
  expect(platform.operation.judgeInquiries?.(network, material, [{ ...answer, output }])).toEqual([
    {
      good: false,
      message: 'the doorman of trust/map1 is not reached from bank in cluster us: refused',
      hint: 'read the log of its pod, and check that firewalls and network policies let the nodes reach it. Nodes need it for their first start only',
    },
    {
      good: false,
      message: 'the network map of trust/map1 does not answer from bank in cluster us: it answers with the status 503',
      hint: 'read the log of its pod, and check that firewalls and network policies let the nodes reach it. Nodes that run continue, and learn of nothing new',
    },
  ])
})

test('nobody asks an operator', () => {
  const after = handTasks({ before: undefined, after: loaded, prefix: '', bootstrapped: new Set() })
  expect(after.map(({ text }) => text).filter((text) => /doorman|operator|`zone`/.test(text))).toEqual([])
  const gone: Edits = [
    ['      - {name: t1, role: node, legalName: "O=Trust Desk, L=London, C=GB", existingSecret: t1}\n', ''],
  ]
  expect(earlyTasks(loaded, demoZone(gone)).map(({ text }) => text)).toEqual([
    'Drain `trust/t1`, and move the states of `O=Trust Desk, L=London, C=GB` to another party while it still runs',
  ])
})
