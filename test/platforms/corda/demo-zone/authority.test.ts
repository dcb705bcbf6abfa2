import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isKey } from '../../../../src/material/material.ts'
import { seededRandom } from '../../../../src/material/random.ts'
import { certificatePath } from '../../../../src/platforms/corda/demo-zone/places.ts'
import { demoZone, mapOf } from './definition.ts'

const { network, platform, material } = demoZone()
const map = mapOf(network)
const [request] = platform.material.requests(network, () => ({ host: '', port: 0 })).filter(isKey)
if (request === undefined) throw new Error('no request')
const made = request.make({
  random: seededRandom('demo zone'),
  now: new Date('2026-11-30T12:00:00.500Z'),
  material,
  secret: () => ({}),
  standIn: false,
})
const certificates = (['root', 'doorman', 'network-map'] as const).map((what) => ({
  what,
  text: made.public[certificatePath(map, what)] ?? '',
}))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-zone-'))
  for (const { what, text } of certificates) await writeFile(join(folder, `${what}.crt`), text)
})
afterAll(() => rm(folder, { recursive: true }))

const openssl = (...args: readonly string[]): string => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' })

describe('the authorities of a demo zone', () => {
  it('are one request, sealed for the cluster of the network map', () => {
    expect(request.also).toEqual([certificatePath(map, 'doorman'), certificatePath(map, 'network-map')])
    expect(request.sealed).toMatchObject({
      path: 'material/sealed/eu/trust/map1.yaml',
      secret: 'map1-keys',
      namespace: 'trade-trust',
    })
  })

  it('have certificates that OpenSSL verifies up to the root', () => {
    expect(openssl('verify', '-CAfile', 'root.crt', 'doorman.crt', 'network-map.crt')).toBe(
      'doorman.crt: OK\nnetwork-map.crt: OK\n',
    )
  })

  it.each([
    ['root', 'CN = Root', 'CA:TRUE\n', undefined],
    ['doorman', 'CN = Doorman', 'CA:TRUE\n', '020101'],
    ['network-map', 'CN = Network Map', 'CA:FALSE\n', '020102'],
  ])('give %s its name, no limit of path, and its role', (what, name, constraint, role) => {
    const text = openssl('x509', '-in', `${what}.crt`, '-noout', '-text')
    expect(text).toContain(`Subject: C = GB, L = London, O = Test, ${name}`)
    expect(text).toContain(constraint)
    expect(text).toContain('Not After : Nov 25 12:00:00 2041 GMT')
    const der = new X509Certificate(certificates.find((one) => one.what === what)?.text ?? '').raw.toString('hex')
    // The identifier 1.3.6.1.4.1.50530.1.1, then octets with an INTEGER.
    expect(/060a2b06010401838a620101(?:0403(\w{6}))?/.exec(der)?.[1]).toBe(role)
  })

  it('keep the keys of doorman and network map, and not that of the root', () => {
    expect(Object.keys(made.private)).toEqual(['doormanKey', 'networkMapKey'])
    const keys = Object.values(made.private).map((pem) => createPrivateKey(pem))
    expect(certificates.map(({ text }) => keys.map((key) => new X509Certificate(text).checkPrivateKey(key)))).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })
})
