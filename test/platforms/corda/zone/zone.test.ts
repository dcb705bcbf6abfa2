import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { truststoreOf } from '../../../../src/platforms/corda/demo-zone/truststore.ts'
import { envoy } from '../../../ambassador/envoy.ts'
import { createAuthority } from '../../../bed/certificates/certificates.ts'
import { until } from '../../../bed/until.ts'
import { noteProgram, noteSurroundings } from '../../../real.ts'
import { type BuiltNetwork, buildNetwork, type StatefulSet } from '../../built-network.ts'
import { CordaProcess } from './corda-process.ts'
import { bank, definition, hosts, notary, passwords, service, sha256, shop, zoneUrl } from './definition.ts'
import { startEdge } from './edge.ts'
import { type CordaPrograms, programs, releaseOf, withoutZone } from './given.ts'
import { Pod } from './pod.ts'
import { Zone } from './server.ts'
import { verified } from './verified.ts'

const missing = withoutZone() ?? (envoy === undefined ? 'no envoy is on PATH' : undefined)

test.skipIf(missing !== undefined)('a Corda is given', () => expect(missing).toBeUndefined())

describe.skipIf(missing !== undefined)('a zone with two nodes and a notary', { timeout: 900_000 }, () => {
  /** Addresses of this run: others that run at the same time have others. */
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  const ambassadors = { north: `${network}.1`, south: `${network}.2` } as const
  const services = { host: `${network}.3`, port: 8443 } as const
  const pods = new Map<string, Pod>()
  const edges: Awaited<ReturnType<typeof startEdge>>[] = []
  let folder: string
  let corda: CordaProcess
  let zone: Zone
  let built: BuiltNetwork
  let available: CordaPrograms

  const pod = (organization: string): Pod => pods.get(organization) as Pod // each is in the definition
  const idOf = ({ metadata: { namespace } }: StatefulSet): string => namespace.replace(/^trade-/, '')

  const reachable = (text: string): string =>
    text
      .replaceAll(zoneUrl, `https://${services.host}:${services.port}`)
      .replaceAll(hosts.north, ambassadors.north)
      .replaceAll(hosts.south, ambassadors.south)

  const rpc = (what: string, organization: string, ...words: readonly string[]): Promise<readonly string[]> =>
    corda.ask(what, pod(organization).address, 10201, 'operator', passwords['operator/password'] ?? '', ...words)

  const isReady = async (organization: string): Promise<void> =>
    pod(organization).until(`RPC of ${organization}`, async () => (await rpc('key', organization)).length > 0)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-corda-'))
    const own = async (name: string): Promise<string> => {
      await mkdir(join(folder, name))
      return join(folder, name)
    }
    available = await programs(await own('programs'))
    corda = new CordaProcess(available, folder)
    const cordapps = new Map<string, Buffer>()
    for (const path of available.cordapps) cordapps.set(path.split('/').at(-1) ?? '', await readFile(path))
    const web = createAuthority('web')
    zone = new Zone({ folder: await own('zone'), corda, minimumPlatformVersion: 4, files: cordapps })
    await zone.start(services, web.server('zone', [services.host]))

    const webRoot = Buffer.from(web.certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64')
    const stores = {
      root: truststoreOf({ cordarootca: zone.root }, passwords['zone-truststore/password'] ?? ''),
      services: truststoreOf({ ambassador: webRoot }, 'changeit'),
    }
    const release = await releaseOf(available)
    noteProgram('corda', release)
    const hashes = Object.fromEntries([...cordapps].map(([name, bytes]) => [name, sha256(bytes)]))
    built = await buildNetwork(definition({ release, ...stores, cordapps: hashes }), {
      folder: await own('keys'),
      files: new Map([
        ['zone/zone.jks', stores.root],
        ['zone/services.jks', stores.services],
      ]),
    })

    const trusted = await own('trusted')
    await writeFile(join(trusted, 'web.pem'), web.certificate)
    for (const [cluster, host] of Object.entries(hosts)) {
      const workloads = built
        .objects(cluster, 'StatefulSet')
        .filter(({ metadata }) => metadata.namespace.startsWith('trade-'))
      for (const workload of workloads) {
        const id = idOf(workload)
        pods.set(
          id,
          new Pod(built, cluster, workload, {
            folder: await own(id),
            address: `${network}.${10 + pods.size}`,
            programs: available,
            trusted,
            secret: (name, key) => passwords[`${name}/${key}`] ?? '',
            reachable,
          }),
        )
      }
      edges.push(
        await startEdge({
          ...{ built, cluster, host, address: ambassadors[cluster as keyof typeof hosts], envoy: envoy ?? '' },
          folder: await own(`edge-${cluster}`),
          podOf: (workload) => pod(idOf(workload)).address,
          serviceOf: (name) => pods.get(name.replace(/^.*\.trade-/, ''))?.address ?? name,
        }),
      )
    }
  }, 300_000)

  afterAll(async () => {
    await Promise.all([...pods.values()].map((one) => one.kill()))
    for (const edge of edges) await edge.stop()
    corda?.stop()
    await zone?.stop()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  const keysOf = async (organization: string): Promise<Readonly<Record<string, string>>> => {
    const certificates = join(pod(organization).volume('data'), 'certificates')
    const names = (await readdir(certificates)).filter((name) => name.endsWith('.jks')).sort()
    const hashes = names.map(async (name) => [name, sha256(await readFile(join(certificates, name)))] as const)
    return Object.fromEntries(await Promise.all(hashes))
  }
  /** The payee stores what it got after the payer has ended. */
  const hasCash = (...amounts: readonly string[]): Promise<void> =>
    pod('shop').until(`cash: ${amounts}`, async () => (await rpc('cash', 'shop')).join() === amounts.join())
  const asks = (): number => zone.asked.filter((line) => line === 'POST /certificate').length

  it('registers a node, which waits for the doorman, and only once', async () => {
    zone.approves = false
    await pod('bank').mount()
    const registration = pod('bank').initialize()
    const early = registration.then(() => Promise.reject(new Error('it waits for nobody')))
    await until(async () => zone.asked.filter((line) => line === 'GET /certificate/0').length > 1, early)
    zone.decide('approved')
    await registration
    zone.approves = true
    const keys = await keysOf('bank')
    expect(Object.keys(keys)).toEqual(['nodekeystore.jks', 'sslkeystore.jks', 'truststore.jks'])

    await pod('bank').mount()
    await pod('bank').initialize()
    expect(asks()).toBe(1)
    expect(await keysOf('bank')).toEqual(keys)
  })

  it('registers a notary with two requests: for itself, and for its service', async () => {
    await pod('judge').mount()
    await pod('judge').initialize()
    expect(asks()).toBe(3)
    await pod('shop').mount()
    await pod('shop').initialize()
    const data = pod('judge').volume('data')
    const [info = ''] = (await readdir(data)).filter((name) => name.startsWith('nodeInfo-'))
    await zone.take(await readFile(join(data, info)))
    expect(zone.members).toEqual([`${notary} and ${service}`])
    await zone.parameters([{ legalName: notary, validating: false }])
  })

  it('starts nodes that publish the addresses of their Ambassadors', async () => {
    for (const organization of ['judge', 'bank', 'shop']) {
      await pod(organization).start()
      await isReady(organization)
    }
    await pod('bank').until('all members', async () => (await rpc('network', 'bank')).length === 3)
    const [{ port: shared }, { port: own }] = [{ port: 443 }, { port: 15_000 }]
    expect(await rpc('network', 'bank')).toEqual([
      `${bank} at [${ambassadors.north}:${shared}]`,
      `${notary} and ${service} at [${ambassadors.south}:${own}]`,
      `${shop} at [${ambassadors.north}:${shared}]`,
    ])
  })

  it('is what verify expects', async () => {
    const inquiry = { cluster: 'north', organization: 'bank', folder: join(folder, 'questions'), reachable }
    await mkdir(inquiry.folder)
    expect((await verified(built, inquiry)).filter((line) => line.startsWith('!'))).toEqual([])
  })

  it('completes a flow between nodes that share a port, with a notary that has its own', async () => {
    const [transaction = ''] = await rpc('pay', 'bank', '100', shop, service)
    expect(transaction).toMatch(/^[0-9A-F]{64}$/)
    await hasCash('100')
    // Nobody asks for a name at the port of the notary: it has two identities.
    const asked = (await Promise.all(edges.map(({ asked }) => readFile(asked, 'utf8')))).join('')
    expect(new Set(asked.match(/^15000 .*$/gm))).toEqual(new Set(['15000 -']))
  })

  const runsAgain = async (organization: string): Promise<void> => {
    await pod(organization).mount()
    await pod(organization).initialize()
    await pod(organization).start()
    await isReady(organization)
  }
  const isDraining = async (): Promise<boolean> => (await rpc('draining', 'bank')).join() === 'true'
  const drains = (organization: string): readonly string[] => pod(organization).said.match(/^drain: .*$/gm) ?? []

  it('drains, stops, starts again with the same identity, and goes on', async () => {
    const [keys, [key]] = [await keysOf('bank'), await rpc('key', 'bank')]
    const { milliseconds, hook } = await pod('bank').stop()
    // On a busy machine the container ends first, and its hook with it.
    expect({ hook: hook ?? 0, inTime: milliseconds < 60_000 }).toEqual({ hook: 0, inTime: true })
    expect(drains('bank')).toEqual(['drain: no flow is in progress: the node stops'])
    await runsAgain('bank')
    expect(await isDraining()).toBe(false)
    expect(await keysOf('bank')).toEqual(keys)
    expect(await rpc('key', 'bank')).toEqual([key])
    await rpc('pay', 'bank', '7', shop, service)
    await hasCash('100', '7')
  })

  it('comes back without draining mode when its machine was lost while it drained', async () => {
    await pod('shop').stop()
    await rpc('begin', 'bank', '5', shop, service)
    const marker = join(pod('bank').volume('data'), 'draining')
    const hook = pod('bank').exec(['/bin/sh', '/etc/corda-script/drain.sh', 'stop'])
    await pod('bank').until('draining mode', async () => existsSync(marker) && (await isDraining()))
    await pod('bank').kill()
    await hook
    await runsAgain('bank')
    await pod('bank').until('the mode is off', async () => !existsSync(marker) && !(await isDraining()))
    expect(drains('bank')).toEqual(['drain: flows draining mode is off again: an earlier stop was interrupted'])
  })

  it('stops with a flow in progress after its time to drain, and continues it', async () => {
    const { milliseconds, hook } = await pod('bank').stop()
    expect({ hook, waited: milliseconds > 20_000 }).toEqual({ hook: 0, waited: true })
    expect(drains('bank').at(-1)).toBe(
      'drain: flows in progress after 20 s: 1. They continue when the node has started again',
    )
    await runsAgain('bank')
    expect(await isDraining()).toBe(false)
    await runsAgain('shop')
    await hasCash('100', '5', '7')
    noteSurroundings(
      'zone of Corda',
      'a doorman and a network map of this test, two nodes and a notary: registered, flows across a shared port, restarts with and without flows in progress',
    )
  })
})
