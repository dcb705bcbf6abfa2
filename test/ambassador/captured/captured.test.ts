import { expect, test } from 'vitest'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { envoy } from '../envoy.ts'
import { capturedCases, capturedFile, digestOf, renderedCase } from './cases.ts'
import { capturedConfiguration, capturedDigest } from './emissary.ts'

test('continuous integration has a real Envoy', () => {
  if (process.env.CI !== undefined) expect(envoy).toBeDefined()
})

test.each(Object.entries(capturedCases))(
  'the captured configuration of %s belongs to what is rendered',
  async (name, captured) => {
    const { objects } = await renderedCase(captured)
    const anew = `Chancery renders other objects in the case ${name}: capture ${capturedFile(name)} anew (see its head)`
    expect(await capturedDigest(name), anew).toBe(digestOf(objects))
  },
)

/** Where routes to a port of a backend are, at any depth. */
function routesTo(port: number, value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((one) => routesTo(port, one))
  if (!isJsonObject(value)) return []
  const { route } = value
  const own = isJsonObject(route) && textAt(route, 'cluster').includes(`_${port}_`) ? [route] : []
  return [...own, ...Object.values(value).flatMap((one) => routesTo(port, one))]
}

test.each([
  ['a WebSocket may be silent for an hour', 8546, { timeout: '0.000s', idle_timeout: '3600.000s' }],
  ['a stream of gRPC too', 9000, { timeout: '0.000s', idle_timeout: '3600.000s' }],
  ['a request may take half a minute', 8545, { timeout: '30.000s' }],
])('%s', async (_, port, expected) => {
  const routes = routesTo(port, await capturedConfiguration('http'))
  expect(routes).not.toEqual([])
  for (const route of routes) expect(route).toMatchObject(expected)
})

test('a connection at a port may be silent for an hour, which is the default of Envoy', async () => {
  const proxies = (value: unknown): JsonObject[] => {
    if (Array.isArray(value)) return value.flatMap(proxies)
    if (!isJsonObject(value)) return []
    return textAt(value, '@type').endsWith('TcpProxy') ? [value] : Object.values(value).flatMap(proxies)
  }
  const found = proxies(await capturedConfiguration('http'))
  expect(found).toHaveLength(4)
  for (const proxy of found) expect(proxy).not.toHaveProperty('idle_timeout')
})

test('a connection to a name that nodes share is tried with another of them, and ends after five minutes', async () => {
  const configuration = await capturedConfiguration('shared')
  const retried = { retry_policy: { retry_on: 'connect-failure', num_retries: 2 } }
  const [shared, own] = ['api', 'b_rpc'].map((service) => routesTo(8545, configuration).filter(isOf(service)))
  expect(shared).not.toEqual([])
  for (const route of shared ?? []) expect(route).toMatchObject(retried)
  for (const route of own ?? []) expect(route).not.toHaveProperty('retry_policy')
  const clusters = arrayAt(objectAt(configuration, 'static_resources'), 'clusters').filter(isJsonObject)
  const retrying = clusters.filter(({ circuit_breakers: breakers }) => breakers !== undefined)
  expect(retrying.map(({ circuit_breakers: breakers }) => breakers)).toEqual(
    [8545, 8546].map(() => ({ thresholds: [{ priority: 'DEFAULT', max_retries: 1024 }] })),
  )
  const lasting = clusters.filter((cluster) => 'common_http_protocol_options' in cluster)
  expect(lasting.map(({ name, common_http_protocol_options: options }) => [name, options])).toEqual([
    ['cluster_api_trade_north_8545_trade_ambassador_cbnt1024', { max_connection_duration: '300.000s' }],
  ])
})

const isOf =
  (service: string) =>
  (route: JsonObject): boolean =>
    textAt(route, 'cluster').startsWith(`cluster_${service}_`)
