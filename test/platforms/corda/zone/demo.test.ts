import { createPrivateKey, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readNetworkMap } from '../../../../src/platforms/corda/amqp/objects.ts'
import { truststoreOf } from '../../../../src/platforms/corda/demo-zone/truststore.ts'
import { envoy } from '../../../ambassador/envoy.ts'
import { createAuthority } from '../../../bed/certificates/certificates.ts'
import { until } from '../../../bed/until.ts'
import { noteProgram, noteSurroundings } from '../../../real.ts'
import { type BuiltNetwork, buildNetwork } from '../../built-network.ts'
import { CordaProcess } from './corda-process.ts'
import { bank, hosts, notary, passwords, service, sha256 } from './definition.ts'
import { demoDefinition, filesUrl } from './demo-definition.ts'
import { startEdge } from './edge.ts'
import { type CordaPrograms, programs, releaseOf, withoutZone } from './given.ts'
import { Pod } from './pod.ts'
import { verified } from './verified.ts'

/** What a node published, on the volume of the network map. */
const fileOf = (name: string): string => `nodes/${sha256(Buffer.from(name)).slice(0, 16)}`

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')

const missing = withoutZone() ?? (envoy === undefined ? 'no envoy is on PATH' : undefined)

test.skipIf(missing !== undefined)('a Corda is given', () => expect(missing).toBeUndefined())

describe.skipIf(missing !== undefined)('a demo zone with a node and a notary', { timeout: 900_000 }, () => {
  /** Addresses of this run: others that run at the same time have others. */
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  const ambassadors = { north: `${network}.1`, south: `${network}.2` } as const
  /** RPC of the bank at its Ambassador, at a port of its own: without a domain there is no name to ask for. */
  const outside = `${ambassadors.north}:15000`
  const pods = new Map<string, Pod>()
  const edges: Awaited<ReturnType<typeof startEdge>>[] = []
  let folder: string
  let corda: CordaProcess
  let web: Server
  let built: BuiltNetwork
  let available: CordaPrograms

  const pod = (organization: string): Pod => pods.get(organization) as Pod // each is in the definition

  const reachable = (text: string): string =>
    text
      .replaceAll(filesUrl, `https://${network}.3:8443`)
      .replaceAll(hosts.north, ambassadors.north)
      .replaceAll(hosts.south, ambassadors.south)

  const rpc = (what: string, organization: string, ...words: readonly string[]): Promise<readonly string[]> =>
    corda.ask(what, pod(organization).address, 10201, 'operator', passwords['operator/password'] ?? '', ...words)

  const isReady = async (organization: string): Promise<void> =>
    pod(organization).until(`RPC of ${organization}`, async () => (await rpc('key', organization)).length > 0)

  const zoneSays = async (): Promise<string> => (await fetch(`http://${pod('host').address}:8080/`)).text()

  const listed = (...names: readonly string[]): string =>
    `Its nodes: ${names.length}\n${names.map((name) => `${name} in ${fileOf(name)}\n`).join('')}`

  const startMap = async (): Promise<void> => {
    await pod('host').mount()
    await pod('host').start()
    await pod('host').until('the network map', async () => (await zoneSays()).startsWith('A zone for tests'))
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-demo-'))
    const own = async (name: string): Promise<string> => {
      await mkdir(join(folder, name))
      return join(folder, name)
    }
    available = await programs(await own('programs'))
    corda = new CordaProcess(available, folder)
    const cordapps = new Map<string, Buffer>()
    for (const path of available.cordapps) cordapps.set(path.split('/').at(-1) ?? '', await readFile(path))
    const authority = createAuthority('web')
    const { certificate: cert, key } = authority.server('files', [`${network}.3`])
    web = createServer({ cert, key }, ({ url = '' }, response) => response.end(cordapps.get(url.slice(1))))
    web.listen(8443, `${network}.3`)
    await once(web, 'listening')

    const rpcAuthority = createAuthority('rpc')
    const rpcServer = rpcAuthority.server('rpc', ['rpc.bank.example.com'])
    await writeFile(join(folder, 'rpc.key'), createPrivateKey(rpcServer.key).export({ type: 'pkcs8', format: 'der' }))
    await writeFile(join(folder, 'rpc.pem'), rpcServer.certificate)
    const [store = ''] = await corda.ask(
      ...['keystore', passwords['rpc-tls-password/password'] ?? '', join(folder, 'rpc.key'), join(folder, 'rpc.pem')],
    )
    const keyStore = Buffer.from(store, 'base64').toString('latin1')
    const secrets: Readonly<Record<string, string>> = { ...passwords, 'rpc-tls/keystore.jks': keyStore }

    const release = await releaseOf(available)
    noteProgram('corda', release)
    const hashes = Object.fromEntries([...cordapps].map(([name, bytes]) => [name, sha256(bytes)]))
    built = await buildNetwork(demoDefinition(release, hashes), { folder: await own('keys') })

    const trusted = await own('trusted')
    await writeFile(join(trusted, 'web.pem'), authority.certificate)
    const idOf = (namespace: string): string => namespace.replace(/^trade-/, '')
    for (const [cluster, host] of Object.entries(hosts)) {
      for (const workload of built.objects(cluster, 'StatefulSet')) {
        const id = idOf(workload.metadata.namespace)
        if (!['host', 'bank', 'judge'].includes(id)) continue
        const options = {
          folder: await own(id),
          address: `${network}.${10 + pods.size}`,
          programs: available,
          trusted,
          secret: (name: string, entry: string) => secrets[`${name}/${entry}`] ?? '',
          reachable,
        }
        pods.set(id, new Pod(built, cluster, workload, options))
      }
      edges.push(
        await startEdge({
          ...{ built, cluster, host, address: ambassadors[cluster as keyof typeof hosts], envoy: envoy ?? '' },
          folder: await own(`edge-${cluster}`),
          podOf: ({ metadata }) => pod(idOf(metadata.namespace)).address,
          serviceOf: (name) => pods.get(name.replace(/^.*\.trade-/, ''))?.address ?? name,
        }),
      )
    }
    const trustStore = join(folder, 'rpc-truststore.jks')
    await writeFile(trustStore, truststoreOf({ rpc: derOf(rpcAuthority.certificate) }, 'changeit'))
    for (const address of [`${pod('bank').address}:10201`, outside])
      await corda.ask('trust', address, trustStore, 'changeit')
  }, 300_000)

  afterAll(async () => {
    await Promise.all([...pods.values()].map((one) => one.kill()))
    for (const edge of edges) await edge.stop()
    corda?.stop()
    web?.close()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  it('has a node wait for the notary, and registers both', async () => {
    await startMap()
    await pod('bank').mount()
    const early = pod('bank').initialize()
    const requests = join(pod('host').volume('data'), 'requests')
    const nobody = early.then(() => Promise.reject(new Error('it waits for nobody')))
    await until(async () => (await readdir(requests)).length > 0, nobody)
    expect(await zoneSays()).toContain(`the network parameters wait for the notary ${service}`)
    await pod('judge').mount()
    await pod('judge').initialize()
    await early
    expect(await zoneSays()).toBe('A zone for tests: the network parameters are signed. Its nodes: 0\n')
  })

  it('starts them, and they find each other', async () => {
    for (const organization of ['judge', 'bank']) {
      await pod(organization).start()
      await isReady(organization)
    }
    await pod('bank').until('all members', async () => (await rpc('network', 'bank')).length === 2)
    expect(await zoneSays()).toContain(listed(bank, notary))
  })

  it('is what verify expects', async () => {
    const inquiry = { cluster: 'north', organization: 'bank', folder: join(folder, 'questions'), reachable }
    await mkdir(inquiry.folder)
    const told = await verified(built, inquiry)
    expect(told.filter((line) => line.startsWith('!'))).toEqual([])
    expect(told).toContain('RPC of 1 node answers outside with a certificate')
  })

  it('serves RPC outside to clients with TLS, and to no others', async () => {
    const rpcOutside = (): Promise<readonly string[]> =>
      corda.ask('key', ambassadors.north, 15_000, 'operator', passwords['operator/password'] ?? '')
    // The certificate has another name than the host, which Corda's client does not compare.
    expect(await rpcOutside()).toEqual(await rpc('key', 'bank'))
    await corda.ask('distrust', outside)
    // Artemis gives up after 30 s.
    await expect(rpcOutside()).rejects.toThrow('Timed out waiting to receive cluster topology')
  })

  it('notarises a flow', async () => {
    const [transaction = ''] = await rpc('pay', 'bank', '100', notary, service)
    expect(transaction).toMatch(/^[0-9A-F]{64}$/)
  })

  it('starts a node again while the network map is away, and continues when it is back', async () => {
    // SIGTERM ended it: 128 + 15.
    expect((await pod('host').stop()).status).toBe(143)
    await pod('bank').stop()
    // Its hook asks RPC, with TLS.
    expect(pod('bank').said).toContain('drain: no flow is in progress: the node stops')
    await pod('bank').mount()
    await pod('bank').initialize()
    await pod('bank').start()
    await isReady('bank')
    await startMap()
    expect(await zoneSays()).toContain(listed(bank, notary))
    const [transaction = ''] = await rpc('pay', 'bank', '7', notary, service)
    expect(transaction).toMatch(/^[0-9A-F]{64}$/)
  })

  it('learns from an empty volume again what nodes publish, and signs the same parameters', async () => {
    const map = async () => {
      const response = await fetch(`http://${pod('host').address}:8080/network-map`)
      return { status: response.status, ...readNetworkMap(new Uint8Array(await response.arrayBuffer())) }
    }
    const before = await map()
    await pod('host').stop()
    await rm(pod('host').volume('data'), { recursive: true })
    await startMap()
    expect((await map()).status).toBe(503)
    for (const organization of ['judge', 'bank']) {
      const data = pod(organization).volume('data')
      const [name = ''] = (await readdir(data)).filter((one) => one.startsWith('nodeInfo-'))
      // As the node publishes it, each day and when it starts.
      const body = await readFile(join(data, name))
      const response = await fetch(`http://${pod('host').address}:8080/network-map/publish`, { method: 'POST', body })
      expect(await response.text()).toBe('')
    }
    expect(await map()).toEqual(before)
    expect((await readdir(join(pod('host').volume('data'), 'identities'))).length).toBe(3)
  })

  it('drops a node that has not published itself for the time of the parameters', async () => {
    const days = 24 * 60 * 60
    const long = Date.now() / 1000 - 31 * days
    await utimes(join(pod('host').volume('data'), fileOf(notary)), long, long)
    expect(await zoneSays()).toContain(listed(bank))
    await pod('bank').until('the node alone', async () => (await rpc('network', 'bank')).length === 1)
    noteSurroundings(
      'demo zone of Corda',
      'its doorman and network map from the rendered files, a node and a notary: registered, flows, a restart without the network map',
    )
  })
})
