import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topics } from '../../../../src/platforms/corda/health/inquiries.ts'
import { zoneViewIn } from '../../../../src/platforms/corda/health/zone-view.ts'
import { createAuthority } from '../../../bed/certificates/certificates.ts'
import { hashes, zoneFiles } from '../recorded.ts'

const script = fileURLToPath(new URL('../../../../src/platforms/corda/base/questions/zone.sh', import.meta.url))
const run = promisify(execFile)
const authority = createAuthority('test authority')

/** Paths of NetworkMapClient.kt of Corda 4.12. */
const served: Readonly<Record<string, Buffer>> = {
  '/network-map': zoneFiles.map,
  [`/network-map/network-parameters/${hashes.parameters}`]: zoneFiles.parameters,
  [`/network-map/node-info/${hashes.bank}`]: zoneFiles.bank,
  [`/network-map/node-info/${hashes.shop}`]: zoneFiles.shop,
  [`/network-map/node-info/${hashes.notary}`]: zoneFiles.notary,
}

let folder = ''
let server: Server
let url = ''
const asked: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-zone-'))
  const { certificate, key } = authority.server('zone', ['localhost'])
  server = createServer({ cert: certificate, key }, (request, response) => {
    asked.push(request.url ?? '')
    const found = served[request.url ?? '']
    if (found === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(found)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `https://localhost:${(server.address() as AddressInfo).port}`
  await writeFile(join(folder, 'authorities'), authority.certificate)
  await writeFile(join(folder, 'expected'), 'expected bank/b1 localhost:15443\nexpected trust/n1 localhost:15444\n')
  await writeFile(join(folder, 'organizations'), 'Bank\nNotary Operator\n')
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

async function ask(variables: Readonly<Record<string, string>>) {
  const { stdout } = await run('/bin/sh', [script], {
    env: {
      PATH: process.env.PATH ?? '',
      INQUIRY: folder,
      PATIENCE: '5',
      DOORMAN: url,
      NETWORK_MAP: url,
      AUTHORITIES: join(folder, 'authorities'),
      ...variables,
    },
  })
  return zoneViewIn({ topic: topics.zone, organization: 'bank', cluster: 'eu', output: stdout })
}

describe('real curl and a network map with what Corda 4.10 wrote', () => {
  it('find the nodes of the definition, and the parameters', async () => {
    const view = await ask({})
    expect(view?.doorman).toMatchObject({ status: 0, http: 404 })
    expect(view?.map).toMatchObject({ status: 0, http: 200 })
    expect(view?.signed?.nodes).toHaveLength(3)
    expect(view?.parameters?.notaries.map(({ name }) => name)).toEqual(['O=Notary Service, L=London, C=GB'])
    // The shop is in no line of the file.
    expect(view?.nodes.map(({ names }) => names[0]).sort()).toEqual([
      'O=Bank, L=London, C=GB',
      'O=Notary Operator, L=London, C=GB',
    ])
    expect([...(view?.expected ?? [])]).toEqual([
      ['bank/b1', 'localhost:15443'],
      ['trust/n1', 'localhost:15444'],
    ])
    expect(asked).toContain(`/network-map/node-info/${hashes.shop}`)
  })

  it('refuse another authority, as a node does', async () => {
    await writeFile(join(folder, 'others'), createAuthority('another').certificate)
    const view = await ask({ AUTHORITIES: join(folder, 'others') })
    expect(view).toMatchObject({ doorman: { status: 60, http: 0 }, map: { status: 60, http: 0 }, nodes: [] })
    expect(view?.signed).toBeUndefined()
    expect(view?.map.message).toMatch(/certificate/i)
  })

  it('tell a network map that is not there, and a page that is none', async () => {
    const gone = await ask({ NETWORK_MAP: `${url}/elsewhere`, DOORMAN: 'https://nowhere.invalid' })
    expect(gone).toMatchObject({ map: { status: 0, http: 404 }, doorman: { status: 6, http: 0 } })
    expect(gone?.signed).toBeUndefined()
  })
})

it('the output of a Job that did not end is none', () => {
  const answer = { topic: topics.zone, organization: 'bank', cluster: 'eu' }
  expect(zoneViewIn({ ...answer, output: 'time 1\ndoorman 0 404 \nmap 0 200 \n' })).toBeUndefined()
  expect(zoneViewIn({ ...answer, output: 'zone done\n' })).toBeUndefined()
})
