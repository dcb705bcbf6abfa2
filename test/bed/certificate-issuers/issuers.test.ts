import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backends, startBackends } from '../../ambassador/captured/backends.ts'
import { capturedCases, digestOf, type RenderedCase, renderedCase } from '../../ambassador/captured/cases.ts'
import { ask, echoed, servedTo, tell, webSocket } from '../../ambassador/captured/clients.ts'
import { capturedDigest, type RunningEmissary, startEmissary } from '../../ambassador/captured/emissary.ts'
import { a, https, ledger } from '../../ambassador/captured/running.ts'
import { envoy } from '../../ambassador/envoy.ts'
import { arrayAt, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { Identity } from '../certificates/certificates.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { startNamed } from '../dns/named.ts'
import { dnsServersRun } from '../dns/requirements.ts'
import { namespace } from '../fixtures.ts'
import { tools } from '../tools/tool.ts'
import { until } from '../until.ts'
import { hasCondition, startCertManager } from './cert-manager.ts'
import { acmeIssuer, authorityIssuer } from './issuers.ts'
import { startAcme } from './pebble.ts'

test('continuous integration has a real Envoy', () => {
  if (process.env.CI !== undefined) expect(envoy).toBeDefined()
})

/** What a definition has for its Ambassador, and a namespace for what is rendered. */
const issuers = {
  'an authority of a company': ['company', 'issuer: {name: company, kind: Issuer}'],
  'an authority with ACME': ['public', 'issuer: {name: public}'],
  'no issuer: self-signed': ['local', 'selfSigned: true'],
} as const

const isPossible = dnsServersRun() && envoy !== undefined
if (isPossible) await tools(...components)

describe.skipIf(!isPossible)('cert-manager issues what Chancery renders', () => {
  const running = new AsyncDisposableStack()
  let cluster: Cluster
  let backends: Backends
  let acmeRoot = ''

  beforeAll(async () => {
    const bed = running.use(await clusters())
    const { folder } = bed
    cluster = bed.cluster('one')
    const names = running.use(await startNamed({ zones: { 'north.eu.example.com': [] } }))
    const acme = running.use(await startAcme(folder, names))
    running.use(await startCertManager(cluster, folder, names))
    for (const [place] of Object.values(issuers)) await cluster.apply(namespace(place, {}))
    for (const one of [...authorityIssuer('company', 'company'), ...acmeIssuer('public', acme, names)])
      await cluster.apply(one)
    acmeRoot = await acme.root()
    backends = await startBackends(ledger, 'http')
    running.defer(() => backends.end())
  })
  afterAll(() => running.disposeAsync())

  describe.each(Object.entries(issuers))('%s', (_, [place, ambassador]) => {
    let rendered: RenderedCase
    let emissary: RunningEmissary
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'ambassador-tls', namespace: place } }
    const certificate = { ...secret, apiVersion: 'cert-manager.io/v1', kind: 'Certificate' }

    beforeAll(async () => {
      const { http } = capturedCases
      rendered = await renderedCase({ ...http, ambassador: http.ambassador.replace('}', `, ${ambassador}}`) })
      for (const one of rendered.certificates)
        await cluster.apply({
          ...one,
          metadata: { ...objectAt(one, 'metadata'), namespace: place },
        } as KubernetesObject) // rendered
    })
    afterAll(() => emissary?.end())

    /** What Emissary finds in the Secret. */
    async function identity(): Promise<Identity & { readonly root: string }> {
      const data = objectAt((await cluster.get(secret)) ?? {}, 'data')
      const half = (name: string) => Buffer.from(textAt(data, name), 'base64').toString()
      return {
        certificate: half('tls.crt'),
        key: half('tls.key'),
        root: place === 'public' ? acmeRoot : half('ca.crt'),
      }
    }

    test('the Secret that Hosts name gets a certificate with their names', async () => {
      await until(async () => hasCondition(await cluster.get(certificate), 'Ready'))
      const hosts = rendered.objects.filter(({ kind }) => kind === 'Host').map((host) => objectAt(host, 'spec'))
      const secured = hosts.filter(({ tlsSecret }) => tlsSecret !== undefined)
      expect(secured.map(({ tlsSecret }) => tlsSecret)).toEqual(secured.map(() => ({ name: secret.metadata.name })))
      const { subjectAltName } = new X509Certificate((await identity()).certificate)
      expect(subjectAltName?.split(', ')).toEqual(secured.map(({ hostname }) => `DNS:${hostname}`))
    })

    test('nothing warns of what is asked for', async () => {
      const { body } = await cluster.request('GET', `/api/v1/namespaces/${place}/events`)
      const events = arrayAt(body as JsonObject, 'items') as readonly JsonObject[] // a list of events
      const asked = events.filter((event) =>
        textAt(objectAt(event, 'involvedObject'), 'name').startsWith('ambassador-tls'),
      )
      expect(asked).not.toEqual([])
      expect(asked.filter(({ type }) => type === 'Warning').map(({ message }) => message)).toEqual([])
    })

    test('clients verify it, and a renewal breaks no open WebSocket', async () => {
      // Routes are the same with another issuer, so this is what Emissary would make of them.
      expect(await capturedDigest('http')).toBe(digestOf(rendered.objects))
      const first = await identity()
      emissary = await startEmissary('http', { program: envoy ?? '', identity: first, backends: backends.ports })
      const entrance = { port: emissary.port(https), ca: first.root }
      expect(echoed(await ask(entrance, { host: a }))).toMatchObject({ node: 'a' })
      const open = await webSocket(entrance, a, '/ws')

      await renew(cluster, certificate)
      await until(async () => (await identity()).certificate !== first.certificate)
      const second = await identity()
      expect(second.key).not.toBe(first.key)
      await emissary.update(second)
      const trusted = { port: emissary.port(https), ca: second.root }
      await until(async () => (await servedTo(trusted, a)) === new X509Certificate(second.certificate).serialNumber)
      expect(echoed(await ask(trusted, { host: a }))).toMatchObject({ node: 'a' })
      expect(await tell(open, 'still here')).toBe('still here')
      open.destroy()
    })
  })

  test('is noted', () =>
    noteSurroundings(
      'certificates',
      'cert-manager 1.21.2 with issuers of the kinds CA, self-signed and ACME (Pebble 2.10.3, dns-01 at BIND): names, chain, renewal under an open WebSocket',
    ))
})

/** As `cmctl renew` does it: https://cert-manager.io/docs/reference/cmctl/#renew */
async function renew(cluster: Cluster, certificate: KubernetesObject): Promise<void> {
  const current = (await cluster.get(certificate)) ?? {}
  const condition = { type: 'Issuing', status: 'True', reason: 'ManuallyTriggered', message: 'asked for by a test' }
  const conditions = [
    ...arrayAt(objectAt(current, 'status'), 'conditions'),
    { ...condition, lastTransitionTime: new Date() },
  ]
  const changed = { ...current, status: { ...objectAt(current, 'status'), conditions } }
  await cluster.request('PUT', `${await cluster.path(certificate)}/status`, changed)
}
