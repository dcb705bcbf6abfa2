import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { toText } from '../../../../src/file-content.ts'
import { readExpected, readInput, renderFiles } from '../../../golden/cases.ts'

interface Watched {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> }
  readonly spec?: {
    readonly selector?: object
    readonly podMetricsEndpoints?: object
    readonly groups?: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[]
  }
  readonly data?: Readonly<Record<string, string>>
}

/** The golden case with `monitoring`: what is in monitoring.yaml, by cluster and organization. */
async function watched(monitoring: string): Promise<ReadonlyMap<string, readonly Watched[]>> {
  const input = await readInput('fabric')
  const expected = await readExpected('fabric')
  const kept = [...expected].filter(([path]) => path === 'network.lock.yaml' || path.startsWith('material/'))
  const text = (input.get('network.yaml') ?? '').replace('\nclusters:', `\n${monitoring}\nclusters:`)
  const { tree } = await renderFiles('fabric', Object.fromEntries([...input, ...kept, ['network.yaml', text]]))
  return new Map(
    [...tree].flatMap(([path, content]): [string, readonly Watched[]][] => {
      const [, where] = /^deploy\/clusters\/(.+)\/monitoring\.yaml$/.exec(path) ?? []
      const documents = toText(content).split(/^---$/m)
      return where === undefined ? [] : [[where, documents.map((document) => load(document) as Watched)]] // as it was rendered
    }),
  )
}

const all = 'monitoring: {podMonitor: true, dashboard: true, alerts: true, labels: {release: prometheus}}'

it('is not there unless it is asked for', async () => {
  expect((await watched('')).size).toBe(0)
})

it('is a PodMonitor for each organization, and a dashboard and rules once in a cluster', async () => {
  const found = await watched(all)
  expect(Object.fromEntries([...found].map(([where, objects]) => [where, objects.map(({ kind }) => kind)]))).toEqual({
    'eu/manufacturer': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
    'eu/retailer': ['PodMonitor'],
    'us/carrier': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
    'us/manufacturer': ['PodMonitor'],
  })
})

it('takes metrics from the port of operations, where the nodes of Fabric have them', async () => {
  for (const [monitor] of (await watched(all)).values()) {
    expect(monitor?.metadata.labels.release).toBe('prometheus')
    expect(monitor?.spec?.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'fabric' } })
    expect(monitor?.spec?.podMetricsEndpoints).toEqual([{ port: 'operations', path: '/metrics' }])
  }
})

it('warns of channels without a leader and without blocks, and of nodes behind or alone', async () => {
  const [objects = []] = (await watched(all)).values()
  const rules = objects.find(({ kind }) => kind === 'PrometheusRule')?.spec?.groups?.[0]?.rules ?? []
  const namespaces = /namespace=~"([^"]+)"/.exec(rules[0]?.expr ?? '')?.[1] ?? ''
  const of = `namespace=~"${namespaces}"`
  expect(namespaces).not.toBe('')
  expect(rules.map(({ alert, expr }) => [alert, expr])).toEqual([
    [
      'LedgerRefusesTransactions',
      `sum by (channel) (rate(broadcast_processed_count{${of},status="SERVICE_UNAVAILABLE"}[5m])) > 0`,
    ],
    [
      'LedgerStandsStill',
      `sum by (channel) (rate(broadcast_processed_count{${of},status="SUCCESS"}[5m])) > 0 and on (channel) max by (channel) (delta(ledger_blockchain_height{${of}}[5m])) <= 0`,
    ],
    [
      'LedgerNodeBehind',
      `max by (channel) (ledger_blockchain_height{${of}}) - on (channel) group_right () ledger_blockchain_height{${of}} > 50`,
    ],
    ['LedgerNodeAlone', `gossip_membership_total_peers_known{${of},channel=~"trade"} == 0`],
  ])
})

it('has a panel of what each node knows of its channels', async () => {
  const [objects = []] = (await watched(all)).values()
  const model = JSON.parse(Object.values(objects.find(({ kind }) => kind === 'ConfigMap')?.data ?? {})[0] ?? '') as {
    readonly title: string
    readonly panels: readonly { readonly title: string }[]
  }
  expect(model.title).toMatch(/^Hyperledger Fabric: /)
  expect(model.panels.map(({ title }) => title)).toEqual([
    'Height of channels',
    'Transactions in a second',
    'Answers of orderers to transactions',
    'Proposals that failed',
    'Leaders',
    'Peers known by gossip',
    'Memory',
  ])
})
