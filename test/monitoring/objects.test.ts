import { describe, expect, it, test } from 'vitest'
import { goldenCases } from '../golden/cases.ts'
import { validateObject } from '../kubernetes/schemas.ts'
import { router } from './cases/ambassador-parts.ts'
import { allOn, type MonitoringObject, monitoringOf, renderWith } from './rendered.ts'

const kindsOf = (objects: ReadonlyMap<string, readonly MonitoringObject[]>): Record<string, string[]> =>
  Object.fromEntries([...objects].map(([where, list]) => [where, list.map(({ kind }) => kind)]))

const only = (golden: string, what: string, where: string): Promise<string[]> =>
  monitoringOf(golden, `monitoring: {${what}: true}`).then((objects) => kindsOf(objects)[where] ?? [])

describe('what monitoring renders', () => {
  it('is nothing unless the definition asks for it', async () => {
    expect((await monitoringOf('fabric', '')).size).toBe(0)
  })

  it('is a PodMonitor for each organization, and a dashboard and rules once in a cluster and for its Ambassador', async () => {
    expect(kindsOf(await monitoringOf('fabric'))).toEqual({
      'eu/ambassador': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
      'eu/manufacturer': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
      'eu/retailer': ['PodMonitor'],
      'us/ambassador': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
      'us/carrier': ['PodMonitor', 'ConfigMap', 'PrometheusRule'],
      'us/manufacturer': ['PodMonitor'],
    })
  })

  it('is what the definition asks for', async () => {
    expect(await only('quorum', 'podMonitor', 'one/left')).toEqual(['PodMonitor'])
    expect(await only('quorum', 'dashboard', 'one/left')).toEqual(['ConfigMap'])
    expect(await only('quorum', 'alerts', 'one/left')).toEqual(['PrometheusRule'])
  })

  it('has nothing of an Ambassador that others run', async () => {
    expect(Object.keys(kindsOf(await monitoringOf('ambassadors')))).toContain('theirs/acme')
    expect(Object.keys(kindsOf(await monitoringOf('ambassadors')))).not.toContain('theirs/ambassador')
  })

  it('has no metrics and no PodMonitor of Indy', async () => {
    expect(kindsOf(await monitoringOf('indy'))['north/bank']).toEqual(['ConfigMap', 'PrometheusRule'])
  })

  it('changes nothing else', async () => {
    const [without, withAll] = await Promise.all([renderWith('two-clusters', ''), renderWith('two-clusters', allOn)])
    const changed = [...withAll].filter(([path, text]) => without.get(path) !== text).map(([path]) => path)
    expect(
      changed.filter((path) => !path.endsWith('/monitoring.yaml') && !path.endsWith('/kustomization.yaml')),
    ).toEqual([])
  })
})

test.each(goldenCases)('the kinds of the Prometheus operator have the fields of all objects of %s', async (golden) => {
  for (const object of [...(await monitoringOf(golden)).values()].flat()) expect(validateObject(object)).toEqual([])
})

/** Where PodMonitors look, by golden case: the port of a container and the path. */
test.each([
  ['two-clusters', 'eu/north', [['besu', 'metrics', '/metrics']]],
  ['quorum', 'one/left', [['quorum', 'metrics', '/debug/metrics/prometheus']]],
  ['fabric', 'eu/retailer', [['fabric', 'operations', '/metrics']]],
  ['fabric', 'eu/ambassador', [['emissary', 'admin', '/metrics']]],
] as const)('%s %s: PodMonitors select the pods with metrics', async (golden, where, expected) => {
  const monitors = ((await monitoringOf(golden)).get(where) ?? []).filter(({ kind }) => kind === 'PodMonitor')
  expect(monitors.map(({ metadata }) => metadata.labels)).toEqual(expected.map(() => ({ release: 'prometheus' })))
  expect(
    monitors.map(({ spec }) => {
      const [endpoint] = spec?.podMetricsEndpoints ?? []
      return [spec?.selector?.matchLabels['app.kubernetes.io/name'], endpoint?.port, endpoint?.path]
    }),
  ).toEqual(expected)
})

it('PodMonitors select the router of a shared port as well', async () => {
  const monitors = ((await monitoringOf('fabric', undefined, router.edit)).get('eu/ambassador') ?? []).filter(
    ({ kind }) => kind === 'PodMonitor',
  )
  expect(
    monitors.map(({ spec }) => [
      spec?.selector?.matchLabels['app.kubernetes.io/name'],
      ...(spec?.podMetricsEndpoints ?? []).flatMap(({ port, path }) => [port, path]),
    ]),
  ).toEqual([
    ['emissary', 'admin', '/metrics'],
    ['router', 'health', '/metrics'],
  ])
})

describe('dashboards', () => {
  const modelsOf = async (golden: string): Promise<ReadonlyMap<string, string>> =>
    new Map(
      [...(await monitoringOf(golden))].flatMap(([where, objects]) =>
        objects.flatMap(({ data }) => Object.values(data ?? {}).map((text) => [where, text] as const)),
      ),
    )

  it.each(goldenCases)('of %s are the same in every cluster, which may share a Grafana', async (golden) => {
    const models = await modelsOf(golden)
    const ofLedger = [...models].filter(([where]) => !where.endsWith('/ambassador')).map(([, text]) => text)
    expect(new Set(ofLedger).size).toBe(1)
    expect(new Set(models.values()).size).toBeLessThanOrEqual(2)
  })

  it('choose among all namespaces of the network', async () => {
    const text = (await modelsOf('fabric')).get('eu/manufacturer') ?? ''
    const { templating } = JSON.parse(text) as { templating: { list: { name: string; query: unknown }[] } }
    expect(templating.list.map(({ name, query }) => [name, query])).toEqual([
      ['datasource', 'prometheus'],
      ['namespace', 'tradelane-carrier,tradelane-manufacturer,tradelane-retailer'],
      ['pod', { query: 'label_values(up{namespace=~"$namespace"}, pod)', refId: 'pods' }],
    ])
  })

  it.each([
    [
      'two-clusters',
      'eu/south',
      ['Block', 'Age of the last block', 'Seconds for a block', 'Peers', 'Transactions a second', 'Memory'],
    ],
    ['quorum', 'one/left', ['Block', 'Seconds for a block', 'Peers', 'Round changes a second', 'Memory']],
    [
      'fabric',
      'eu/manufacturer',
      [
        'Height of channels',
        'Transactions in a second',
        'Answers of orderers to transactions',
        'Proposals that failed',
        'Leaders',
        'Orderers in contact with the leader',
        'Peers known by gossip',
        'Chaincode',
        'Time of CouchDB for a request',
        'Requests to certificate authorities',
        'Memory',
      ],
    ],
    ['indy', 'north/bank', ['Ready validators', 'Restarts', 'Processor', 'Memory']],
    ['corda', 'eu/bank', ['Ready nodes', 'Restarts', 'Processor', 'Memory']],
  ])('of %s show the ledger and its volumes', async (golden, where, titles) => {
    const { panels } = JSON.parse((await modelsOf(golden)).get(where) ?? '') as { panels: { title: string }[] }
    expect(panels.map(({ title }) => title)).toEqual([...titles, 'Used share of volumes'])
  })
})
