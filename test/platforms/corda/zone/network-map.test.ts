import { generateKeyPairSync, type KeyObject, randomInt, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readNetworkMap, readNetworkParameters } from '../../../../src/platforms/corda/amqp/objects.ts'
import { run } from '../../../../src/tools/process.ts'
import { noteProgram } from '../../../real.ts'
import { zoneFiles } from '../recorded.ts'
import { createZone } from './authority.ts'
import { installed, releaseOf, withoutZone } from './given.ts'
import { NetworkMapProcess } from './network-map-process.ts'
import { writeRequest } from './request.ts'

const missing = withoutZone()

test.skipIf(missing !== undefined)('a Corda is given', () => expect(missing).toBeUndefined())

describe.skipIf(missing !== undefined)('doorman and network map of a zone for tests', () => {
  const roles = { doorman: 1, service: 3, node: 4 } as const
  const names = {
    bank: { O: 'Bänk', L: 'London', C: 'GB' },
    service: { O: 'Notary Service', L: 'Oslo', C: 'NO' },
    notary: { O: 'Notary', L: 'Oslo', C: 'NO' },
  } as const
  const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const keys = { bank: newKey(), service: newKey(), notary: newKey() }
  const authority = createZone('Demo zone')
  let folder: string
  let zone: NetworkMapProcess

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-network-map-'))
    await mkdir(join(folder, 'pod'))
    const available = installed()
    noteProgram('corda', await releaseOf(available))
    zone = new NetworkMapProcess(
      join(folder, 'pod'),
      `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`,
    )
    const notary = { serviceName: 'O=Notary Service, L=Oslo, C=NO', validating: false }
    await zone.prepare(authority, { minimumPlatformVersion: 4, notary }, available)
    await zone.start()
  }, 120_000)

  afterAll(async () => {
    await zone?.stop()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  const asks = async (request: Parameters<typeof writeRequest>[0]): Promise<string> => {
    const response = await zone.post('/certificate', writeRequest(request))
    expect(response.status).toBe(200)
    return response.text()
  }
  const bank = () => asks({ name: names.bank, key: keys.bank, role: roles.node })
  const chainOf = async (id: string): Promise<readonly X509Certificate[]> => {
    const response = await zone.get(`/certificate/${id}`)
    expect(response.status).toBe(200)
    const unpacked = await mkdtemp(join(folder, 'chain-'))
    await writeFile(join(unpacked, 'chain.zip'), Buffer.from(await response.arrayBuffer()))
    await run('unzip', ['-q', 'chain.zip', '-d', 'chain'], { directory: unpacked })
    const files = (await readdir(join(unpacked, 'chain'))).sort()
    return Promise.all(files.map(async (name) => new X509Certificate(await readFile(join(unpacked, 'chain', name)))))
  }
  const refusalOf = async (id: string) => {
    const response = await zone.get(`/certificate/${id}`)
    return { status: response.status, text: await response.text() }
  }
  const bytesAt = async (path: string): Promise<Buffer> => Buffer.from(await (await zone.get(path)).arrayBuffer())

  it('has a node wait until the network parameters have the key of the notary', async () => {
    expect((await zone.get('/network-map')).status).toBe(503)
    const id = await bank()
    expect(await bank()).toBe(id)
    const waits = await zone.get(`/certificate/${id}`)
    expect({ status: waits.status, age: waits.headers.get('cache-control') }).toEqual({ status: 204, age: 'max-age=5' })

    const service = await chainOf(await asks({ name: names.service, key: keys.service, role: roles.service }))
    expect(service.map(({ subject }) => subject)).toEqual([
      'C=NO\nL=Oslo\nO=Notary Service',
      'CN=Demo zone doorman',
      'CN=Demo zone root',
    ])
    expect(await chainOf(id)).toHaveLength(3)
  })

  it('certifies a node for names below its own', async () => {
    const [own, doorman] = await chainOf(await bank())
    expect(own?.subject).toBe('C=GB\nL=London\nO=Bänk')
    expect(own?.ca).toBe(true)
    expect(own?.verify(new X509Certificate(authority.doorman.certificate).publicKey)).toBe(true)
    expect(own?.validTo).toBe(doorman?.validTo)
    // nameConstraints, RFC 5280, 4.2.1.10.
    expect(own?.raw.includes(Buffer.from('0603551d1e', 'hex'))).toBe(true)
  })

  it('signs a map with the parameters', async () => {
    const response = await zone.get('/network-map')
    expect(response.headers.get('cache-control')).toBe('max-age=10')
    const map = readNetworkMap(new Uint8Array(await response.arrayBuffer()))
    expect(map?.nodes).toEqual([])
    const parameters = await bytesAt(`/network-map/network-parameters/${map?.parameters.toUpperCase()}`)
    expect(readNetworkParameters(parameters)).toEqual({
      minimumPlatformVersion: 4,
      notaries: [{ name: 'O=Notary Service, L=Oslo, C=NO', validating: false }],
    })
  })

  it('refuses who has other keys, and gives the name again when a person has removed its certificate', async () => {
    const other = await asks({ name: names.bank, key: newKey(), role: roles.node })
    const { status, text } = await refusalOf(other)
    expect({ status, text }).toEqual({
      status: 401,
      text: expect.stringMatching(
        /^O=Bänk, L=London, C=GB has a certificate with other keys: give the node another name, or, if its volume is lost, remove \/var\/lib\/corda\/identities\/[0-9a-f]{16}\.pem of the network map$/,
      ),
    })
    const [, path = ''] = /corda\/(identities\/\S+)/.exec(text) ?? []
    await rm(join(folder, 'pod/data', path))
    expect(await chainOf(other)).toHaveLength(3)
    expect((await refusalOf(await bank())).status).toBe(401)
  })

  it.each([
    [
      'another notary service',
      { name: names.notary, role: roles.service },
      'the notary service of this zone is O=Notary Service, L=Oslo, C=NO, not O=Notary, L=Oslo, C=NO',
    ],
    [
      'other keys of the notary service',
      { name: names.service, role: roles.service },
      'the network parameters have O=Notary Service, L=Oslo, C=NO with other keys, for good: restore the volume of the notary, or begin the zone again with empty volumes of the network map and of all nodes',
    ],
    [
      'a node with the name of the notary service',
      { name: names.service, role: roles.node },
      'O=Notary Service, L=Oslo, C=NO is the name of the notary service, and not of a node',
    ],
  ])('refuses %s', async (_, request, text) => {
    expect(await refusalOf(await asks({ ...request, key: newKey() }))).toEqual({ status: 401, text })
  })

  const broken = (): Buffer => {
    const request = writeRequest({ name: names.notary, key: newKey(), role: roles.node })
    return Buffer.concat([request.subarray(0, -1), Buffer.from([(request.at(-1) ?? 0) ^ 1])])
  }
  it.each([
    [
      'a role that nobody gets',
      '/certificate',
      writeRequest({ name: names.notary, key: newKey(), role: roles.doorman }),
      'nobody gets the role DOORMAN_CA',
    ],
    ['a request with the signature of another', '/certificate', broken(), 'signed'],
    ['no request', '/certificate', Buffer.from('nothing'), 'Exception'],
    ['a node that another zone certified', '/network-map/publish', zoneFiles.bank, 'CertPathValidatorException'],
    ['no node', '/network-map/publish', Buffer.from('nothing'), 'Exception'],
  ])('does not take %s', async (_, path, body, problem) => {
    const response = await zone.post(path, body)
    expect({ status: response.status, text: await response.text() }).toEqual({
      status: 400,
      text: expect.stringContaining(problem),
    })
  })

  it.each([
    '/x',
    '/certificate/x',
    `/certificate/${'0'.repeat(64)}`,
    '/network-map/node-info/x',
    '/network-map/node-infos',
  ])('has nothing at %s', async (path) => {
    expect((await zone.get(path)).status).toBe(404)
  })

  it('answers others while one does not end its request', async () => {
    const { hostname } = new URL((await zone.get('/')).url)
    const socket = connect(8080, hostname)
    socket.write('POST /certificate HTTP/1.1\r\nContent-Length: 10\r\n\r\n')
    const answered = await zone.get('/')
    expect(answered.status).toBe(200)
    socket.destroy()
  })

  it('continues after a restart', async () => {
    const before = {
      map: await bytesAt('/network-map'),
      chain: await chainOf(await asks({ name: names.notary, key: keys.notary, role: roles.node })),
    }
    // SIGTERM ended it: 128 + 15.
    expect(await zone.stop()).toBe(143)
    await zone.start()
    expect(readNetworkMap(await bytesAt('/network-map'))).toEqual(readNetworkMap(before.map))
    const after = await chainOf(await asks({ name: names.notary, key: keys.notary, role: roles.node }))
    expect(after.map(({ raw }) => raw)).toEqual(before.chain.map(({ raw }) => raw))
    expect(zone.said).not.toMatch(/PRIVATE KEY|\tat /)
  })

  it('signs the same parameters again when its volume is lost', async () => {
    const before = await bytesAt('/network-map')
    await zone.stop()
    await zone.empty()
    await zone.start()
    await chainOf(await asks({ name: names.service, key: keys.service, role: roles.service }))
    expect(readNetworkMap(await bytesAt('/network-map'))).toEqual(readNetworkMap(before))
  })
})
