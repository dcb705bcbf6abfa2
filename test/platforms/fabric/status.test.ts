import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeId } from '../../../src/network/network.ts'
import type { LiveLedger, Workload } from '../../../src/platforms/live-ledger.ts'
import { revisionOf } from '../../plan/revisions.ts'

const definition = readFileSync(join(import.meta.dirname, '../../definitions/fabric.yaml'), 'utf8')
const { network, platform } = revisionOf(definition, new Map())
const status = platform.operation.status ?? expect.unreachable('the platform has no status')

/** What /metrics of a peer or an orderer has, shortened: names as in Fabric's metrics reference. */
const metrics = (height: number, more = ''): string => `# HELP ledger_blockchain_height Height of the chain in blocks.
# TYPE ledger_blockchain_height gauge
ledger_blockchain_height{channel="trade"} ${height}
${more}`

const live = (bodies: Readonly<Record<string, string>>, workloads: readonly Workload[] = []): LiveLedger => ({
  nodes: network.nodes.map((node) => {
    const body = bodies[nodeId(node)]
    return { node, replies: body === undefined ? {} : { metrics: { status: 200, body } } }
  }),
  workloads,
})
const report = (body: string, code = 200) => status.report({ metrics: { status: code, body } })

describe('what a node reports', () => {
  it.each([
    ['one channel', metrics(12), { height: 12 }],
    ['a peer', metrics(12, 'gossip_membership_total_peers_known{channel="trade"} 3\n'), { height: 12, peers: 3 }],
    [
      'two channels',
      metrics(12, 'ledger_blockchain_height{channel="audit"} 4\n'),
      { heights: { audit: 4, trade: 12 } },
    ],
    ['none yet', '# nothing\n', {}],
  ])('%s', (_case, body, expected) => {
    expect(report(body)).toEqual(expected)
  })

  it('is nothing when it refuses', () => expect(report('no', 503)).toBeUndefined())

  it('is asked of peers and orderers, at their operations', () => {
    const asked = network.nodes.filter((node) => Object.keys(status.questions(node, network)).includes('metrics'))
    expect(new Set(asked.map(({ role }) => role))).toEqual(new Set(['orderer', 'peer']))
    expect(network.nodes.length).toBeGreaterThan(asked.length)
  })
})

describe('channels and chaincodes', () => {
  const peers = network.nodes.filter(({ role }) => role === 'peer').map(nodeId)
  const orderers = network.nodes.filter(({ role }) => role === 'orderer').map(nodeId)
  const [channel] = (network.top as { channels: { name: string }[] }).channels
  const all = (body: string) => Object.fromEntries([...peers, ...orderers].map((id) => [id, body]))
  const tables = (found: LiveLedger) =>
    Object.fromEntries((status.tables?.(network, found) ?? []).map(({ name, rows }) => [name, rows]))
  const body = metrics(12).replaceAll('trade', channel?.name ?? '')

  it('has who joined, and who leads', () => {
    const leader = orderers[1] ?? ''
    const leads = `${body}consensus_etcdraft_is_leader{channel="${channel?.name}"} 1\n`
    const found = live({ ...all(body), [leader]: leads })
    expect(tables(found).channels?.[0]).toMatchObject({ channel: channel?.name, block: 12, leader })
    expect(tables(found).channels?.[0]?.['orderers joined']).toMatch(/^(\d+)\/\1$/)
    expect(status.problems?.(network, found)).toEqual([])
  })

  it('says that nobody knows, when no node answered', () => {
    expect(tables(live({})).channels?.[0]).toMatchObject({ 'peers joined': expect.stringMatching(/^unknown of \d+$/) })
    expect(status.problems?.(network, live({}))).toEqual([])
  })

  it('knows of a chaincode by its servers and Jobs', () => {
    const [chaincode] = (network.top as { chaincodes: { name: string; channel: string; version: string }[] }).chaincodes
    if (chaincode === undefined) return expect.unreachable('the definition has no chaincode')
    const { namespace = '', name = '' } = network.organizations[0] ?? {}
    const place = { cluster: 'eu', namespace }
    const job = `chaincode-${chaincode.channel}-${chaincode.name}`
    const found = live({}, [
      {
        ...place,
        kind: 'Deployment',
        name: `chaincode-${chaincode.name}-${chaincode.version}`.replaceAll('.', '-'),
        ready: true,
      },
      { ...place, kind: 'Job', name: `${job}-0123456789`, ready: false },
      { ...place, kind: 'Job', name: `${job}-other-0123456789`, ready: false },
    ])
    expect(tables(found).chaincodes?.[0]).toMatchObject({
      chaincode: chaincode.name,
      channel: chaincode.channel,
      version: chaincode.version,
      'servers ready': '1/1',
      committed: 'no',
    })
    expect(status.problems?.(network, found)).toEqual([
      {
        good: false,
        message: `the Job of ${name} for chaincode ${chaincode.name} on channel ${chaincode.channel} has not completed`,
        hint: expect.stringContaining(`chancery logs ${name}/${job} --cluster eu`),
      },
    ])
  })
})
