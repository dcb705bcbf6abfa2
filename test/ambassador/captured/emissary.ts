import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { Address } from '../../../src/network/address.ts'
import type { Identity } from '../../bed/certificates/certificates.ts'
import { until } from '../../bed/until.ts'
import { freePort } from '../../free-port.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { startEnvoy } from '../envoy.ts'
import { capturedFile } from './cases.ts'

/** An Envoy that has the configuration of a case. */
export interface RunningEmissary {
  /** The port of this machine that stands for a port of the Ambassador's pod. */
  port(listener: number): number
  /** Takes up all chains, with what the TLS Secret has now. */
  update(identity: Identity): Promise<void>
  end(): Promise<void>
}

interface Surroundings {
  readonly program: string
  /** What the TLS Secret has. */
  readonly identity: Identity
  /** Ports of this machine, or addresses elsewhere, by the `host:port` of the Services that routes lead to. */
  readonly backends: ReadonlyMap<string, number | Address>
  /** A chain of HTTPS that it does not have at first. */
  readonly without?: string
  /** Seconds until connections of a chain that is gone are cut; Emissary's AMBASSADOR_DRAIN_TIME. */
  readonly drainSeconds?: number
}

/** The head of the file: the digest of the objects that its configuration was made of. */
export async function capturedDigest(name: string): Promise<string | undefined> {
  return /^# objects: ([0-9a-f]+)$/m.exec(await readFile(capturedFile(name), 'utf8'))?.[1]
}

export async function capturedConfiguration(name: string): Promise<JsonObject> {
  const configuration = load(await readFile(capturedFile(name), 'utf8'))
  if (!isJsonObject(configuration)) throw new Error(`${capturedFile(name)} has no configuration`)
  return configuration
}

/** Starts Envoy with the configuration of a case; listeners and clusters come from a file each, as Emissary serves them. */
export async function startEmissary(name: string, surroundings: Surroundings): Promise<RunningEmissary> {
  const { program, backends, drainSeconds, without } = surroundings
  const configuration = await capturedConfiguration(name)
  const resources = objectAt(configuration, 'static_resources')
  const folder = await mkdtemp(join(tmpdir(), 'emissary-'))
  const ports = new Map<number, number>()
  for (const listener of arrayAt(resources, 'listeners')) {
    const number = addressOf(listener).port_value
    // In a dual-stack cluster a port has a listener for each family.
    if (!ports.has(Number(number))) ports.set(Number(number), await freePort())
  }

  const publish = async (kind: 'listeners' | 'clusters', type: string, found: readonly JsonObject[]): Promise<void> => {
    const typed = found.map((resource) => ({ '@type': `type.googleapis.com/envoy.config.${type}`, ...resource }))
    // Envoy takes a file up when another is moved into its place.
    await writeFile(join(folder, 'next'), JSON.stringify({ resources: typed }))
    await rename(join(folder, 'next'), join(folder, `${kind}.json`))
  }
  const listen = async ({ certificate, key }: Identity, absent?: string): Promise<void> => {
    // As in Emissary, the names of the files change with what is in them.
    const secret = join(folder, createHash('sha1').update(certificate).digest('hex'))
    await writeFile(`${secret}.crt`, certificate)
    await writeFile(`${secret}.key`, key)
    const here = arrayAt(resources, 'listeners')
      .map((one) => placed(one, (_, number) => ports.get(number) ?? unused))
      .map((one) => ({
        ...one,
        filter_chains: arrayAt(one, 'filter_chains').filter((chain) => !isNamed(chain, absent)),
      }))
    const text = JSON.stringify(here).replace(/"\/ambassador\/snapshots\/[^"]*\.(crt|key)"/g, `"${secret}.$1"`)
    await publish('listeners', 'listener.v3.Listener', JSON.parse(text))
  }
  const reached = (host: string, number: number): number | Address =>
    (host === '127.0.0.1' ? ports.get(number) : backends.get(`${host}:${number}`)) ?? unused
  const clusters = arrayAt(resources, 'clusters').map((one) => placed(one, reached))
  await publish('clusters', 'cluster.v3.Cluster', clusters)
  await listen(surroundings.identity, without)
  const file = join(folder, 'envoy.json')
  await writeFile(file, JSON.stringify(bootstrap(folder, configuration, await freePort())))
  const end = startEnvoy(program, file, drainSeconds === undefined ? [] : ['--drain-time-s', String(drainSeconds)])
  const port = (listener: number): number => {
    const found = ports.get(listener)
    if (found === undefined) throw new Error(`nothing listens at ${listener}`)
    return found
  }
  await until(async () => (await fetch(`http://127.0.0.1:${port(readiness)}/ready`)).status === 200)
  return {
    port,
    update: listen,
    end: async () => {
      await end()
      await rm(folder, { recursive: true })
    },
  }
}

/** Emissary's own, for its probes. */
const readiness = 8006

const bootstrap = (folder: string, { layered_runtime }: JsonObject, administration: number): object => ({
  node: { id: 'test', cluster: 'test' },
  admin: { address: { socket_address: { address: '127.0.0.1', port_value: administration } } },
  layered_runtime,
  dynamic_resources: {
    lds_config: { path_config_source: { path: join(folder, 'listeners.json') }, resource_api_version: 'V3' },
    cds_config: { path_config_source: { path: join(folder, 'clusters.json') }, resource_api_version: 'V3' },
  },
})

const isNamed = (chain: unknown, name: string | undefined): boolean =>
  isJsonObject(chain) && name !== undefined && chain.name === name

const addressOf = (listener: unknown): JsonObject =>
  isJsonObject(listener) ? objectAt(listener, 'address', 'socket_address') : {}

/** A part of the configuration with ports of this machine, or addresses elsewhere. */
function placed(part: unknown, placeOf: (address: string, port: number) => number | Address): JsonObject {
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    if (!isJsonObject(value)) return value
    const { address, port_value: port } = value
    if (typeof address === 'string' && typeof port === 'number') {
      const place = placeOf(address, port)
      return typeof place === 'number'
        ? { ...value, address: address === '::' ? '::1' : '127.0.0.1', port_value: place }
        : { ...value, address: place.host, port_value: place.port }
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]))
  }
  const changed = change(part)
  if (!isJsonObject(changed)) throw new Error('a resource of the configuration is no object')
  return changed
}

/** Port 1: nobody listens there. */
const unused = 1
