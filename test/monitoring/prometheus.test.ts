import { expect, it, onTestFinished } from 'vitest'
import { tools } from '../bed/tools/tool.ts'
import { noteSurroundings } from '../real.ts'
import { type Exporter, exporter } from './exporter.ts'
import { startPrometheus } from './prometheus.ts'
import { type MonitoringObject, monitoringOf, type RuleGroup, rulesIn } from './rendered.ts'
import type { PodPort } from './scrape-configuration.ts'

await tools('prometheus')

const seconds = (): number => Date.now() / 1000

/** Names of Besu: DefaultBlockchain.java, EthPeers.java, DefaultSynchronizer.java. A block each second. */
const besuNode = () => ({
  ethereum_blockchain_height: () => Math.floor(seconds()) % 100_000,
  ethereum_best_known_block_number: () => Math.floor(seconds()) % 100_000,
  besu_blockchain_chain_head_timestamp: () => Math.floor(seconds()),
  ethereum_peer_count: () => 4,
})

/** Names of Fabric: docs/source/metrics_reference.rst. */
const fabricOrderer = () => ({
  'ledger_blockchain_height{channel="trade"}': () => 100,
  'consensus_etcdraft_active_nodes{channel="trade"}': () => 5,
  'consensus_etcdraft_cluster_size{channel="trade"}': () => 5,
  'participation_consensus_relation{channel="trade"}': () => 1,
})
const fabricPeer = () => ({
  'ledger_blockchain_height{channel="trade"}': () => 100,
  'gossip_membership_total_peers_known{channel="trade"}': () => 4,
})
const authority = () => ({ 'api_request_count{ca_name="ca",api_name="enroll",status_code="201"}': () => 7 })

/** Names of Envoy 1.37. */
const emissary = () => ({
  envoy_server_days_until_first_cert_expiring: () => 60,
  'envoy_cluster_upstream_cx_total{envoy_cluster_name="v1"}': () => 3,
  'envoy_cluster_upstream_cx_connect_fail{envoy_cluster_name="v1"}': () => 0,
})

interface Pod {
  readonly namespace: string
  readonly pod: string
  readonly name: string
  readonly port: string
  readonly metrics: Readonly<Record<string, () => number>>
}
const pod = (
  namespace: string,
  name: string,
  [app, port]: readonly [string, string],
  metrics: Pod['metrics'],
): Pod => ({ namespace, pod: name, name: app, port, metrics })

const besu = ['besu', 'metrics'] as const
const fabric = ['fabric', 'operations'] as const
const admin = ['emissary', 'admin'] as const
const pods: readonly Pod[] = [
  pod('trade-north', 'rpc-0', besu, besuNode()),
  pod('trade-north', 'v1-0', besu, besuNode()),
  pod('southern', 'v2-0', besu, besuNode()),
  ...['a', 'b', 'c'].map((name) => pod('trade-ambassador', `ambassador-${name}`, admin, emissary())),
  pod('tradelane-manufacturer', 'ca-0', fabric, authority()),
  ...['orderer1-0', 'orderer2-0'].map((name) => pod('tradelane-manufacturer', name, fabric, fabricOrderer())),
  pod('tradelane-manufacturer', 'peer1-0', fabric, fabricPeer()),
  pod('tradelane-retailer', 'orderer1-0', fabric, fabricOrderer()),
  pod('tradelane-retailer', 'peer1-0', fabric, fabricPeer()),
  ...['a', 'b', 'c'].map((name) => pod('tradelane-ambassador', `ambassador-${name}`, admin, emissary())),
]

/** Namespaces of the roots of a cluster. */
const namespaces: Readonly<Record<string, string>> = {
  'two-clusters eu/north': 'trade-north',
  'two-clusters eu/south': 'southern',
  'two-clusters eu/ambassador': 'trade-ambassador',
  'fabric eu/manufacturer': 'tradelane-manufacturer',
  'fabric eu/retailer': 'tradelane-retailer',
  'fabric eu/ambassador': 'tradelane-ambassador',
}

it('Prometheus finds the pods by the PodMonitors, and its alerts fire end to end', { timeout: 240_000 }, async () => {
  const exporters = new Map<string, Exporter>()
  onTestFinished(async () => void (await Promise.all([...exporters.values()].map((one) => one.close()))))
  const monitors: { namespace: string; monitor: MonitoringObject }[] = []
  const groups: RuleGroup[] = []
  for (const golden of ['two-clusters', 'fabric']) {
    const objects = await monitoringOf(golden)
    groups.push(...rulesIn(objects, 'eu'))
    for (const [where, list] of objects) {
      const namespace = namespaces[`${golden} ${where}`]
      const monitor = list.find(({ kind }) => kind === 'PodMonitor')
      if (namespace !== undefined && monitor !== undefined) monitors.push({ namespace, monitor })
    }
  }
  expect(monitors).toHaveLength(Object.keys(namespaces).length)
  const ports: PodPort[] = []
  for (const { namespace, pod: name, name: app, port, metrics } of pods) {
    const started = await exporter('/metrics', metrics)
    exporters.set(`${namespace}/${name}`, started)
    const common = { namespace, pod: name, labels: { 'app.kubernetes.io/name': app }, container: app }
    // Of the other ports of a pod, Prometheus is to take none.
    ports.push({ ...common, port, address: started.address }, { ...common, port: 'other', address: '127.0.0.1:1' })
  }
  const prometheus = await startPrometheus(monitors, groups, ports)
  onTestFinished(() => prometheus.close())
  const names = async (): Promise<string[]> =>
    (await prometheus.firing()).map(({ alertname, namespace, pod: name }) =>
      [alertname, namespace, name].filter(Boolean).join(' '),
    )
  const eventually = { timeout: 60_000, interval: 250 }
  // Those of golden cases expire on a day of their own.
  const withoutCertificates = (list: readonly string[]) =>
    list.filter((name) => name !== 'LedgerCertificateExpires').sort()

  await expect.poll(() => prometheus.value('count(up == 1)'), eventually).toBe(pods.length)
  expect(await prometheus.value('count(up)')).toBe(pods.length)
  await expect.poll(async () => withoutCertificates(await names()), eventually).toEqual([])

  const stopped = Math.floor(seconds()) - 100
  for (const name of ['trade-north/rpc-0', 'trade-north/v1-0', 'southern/v2-0'])
    exporters.get(name)?.metrics.set('besu_blockchain_chain_head_timestamp', () => stopped)
  exporters.get('southern/v2-0')?.metrics.set('ethereum_peer_count', () => 0)
  for (const name of ['a', 'b', 'c']) await exporters.get(`trade-ambassador/ambassador-${name}`)?.close()
  for (const name of [
    'tradelane-manufacturer/orderer1-0',
    'tradelane-manufacturer/orderer2-0',
    'tradelane-retailer/orderer1-0',
  ])
    exporters.get(name)?.metrics.set('consensus_etcdraft_active_nodes{channel="trade"}', () => 0)
  await exporters.get('tradelane-retailer/peer1-0')?.close()
  await expect
    .poll(async () => withoutCertificates(await names()), eventually)
    .toEqual([
      'AmbassadorDown trade-ambassador',
      'LedgerNodeAlone southern v2-0',
      'LedgerNodeDown tradelane-retailer peer1-0',
      'LedgerStandsStill',
      'LedgerWithoutLeader',
    ])
  noteSurroundings(
    'monitoring',
    `Prometheus 0.316.0 scraped ${pods.length} exporters (names of Besu, Fabric and Envoy) by ${monitors.length} PodMonitors, and its alerts fired`,
  )
})
