import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { issuerCheck } from '../../src/commands/doctor/issuer.ts'
import { priorityClassCheck } from '../../src/commands/doctor/priority-class.ts'
import { pullSecretCheck } from '../../src/commands/doctor/pull-secret.ts'
import { type Answers, network, subject } from './doctor-subject.ts'

describe('the pull Secret', () => {
  const images = { ...network.images, registry: 'registry.example.com:5000/ledgers', pullSecret: 'login' }
  const pulling = (namespace: string): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'rpc1', namespace },
    spec: { template: { spec: { imagePullSecrets: [{ name: 'login' }] } } },
  })
  const objects = [pulling('trade-a'), pulling('trade-b')]
  const secret = (...registries: readonly string[]): { readonly body: object } => {
    const auths = Object.fromEntries(registries.map((registry) => [registry, { auth: 'x' }]))
    const data = { '.dockerconfigjson': Buffer.from(JSON.stringify({ auths })).toString('base64') }
    return { body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, data } }
  }
  const both = (answer: Answers[string]): Answers => ({
    '/api/v1/namespaces/trade-a/secrets/login': answer,
    '/api/v1/namespaces/trade-b/secrets/login': answer,
  })
  const found = (answers: Answers) => pullSecretCheck(subject(answers, { network: { ...network, images }, objects }))

  it.each<[string, Answers, string, string]>([
    ['nowhere', {}, 'warning', 'the Secret login is missing in trade-a and trade-b'],
    [
      'in one namespace',
      { '/api/v1/namespaces/trade-a/secrets/login': secret('registry.example.com:5000') },
      'warning',
      'the Secret login is missing in trade-b',
    ],
    ['for the mirror', both(secret('registry.example.com:5000')), 'ok', 'the Secret login is in all 2 namespaces'],
    ['for the mirror, as a URL', both(secret('https://registry.example.com:5000/v2/')), 'ok', 'the Secret login is in'],
    ['for all registries of a domain', both(secret('*.example.com:5000')), 'ok', 'the Secret login is in'],
    [
      'for another registry',
      both(secret('ghcr.io')),
      'warning',
      'the Secret login has no login for registry.example.com:5000 in trade-a and trade-b',
    ],
    [
      'of another kind',
      both({ body: { kind: 'Secret', apiVersion: 'v1', metadata: { name: 'login' }, data: { password: 'eA==' } } }),
      'warning',
      'the Secret login has no login for registry.example.com:5000',
    ],
  ])('%s', async (_case, answers, result, seen) => {
    expect(await found(answers)).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })

  it('is not looked for when the definition names none', async () => {
    expect(await pullSecretCheck(subject({}, { objects }))).toBeUndefined()
  })
})

describe('priority classes', () => {
  const pods = (priorityClassName?: string): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'rpc1', namespace: 'trade-a' },
    spec: { template: { spec: { priorityClassName } } },
  })
  const ledger = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'ledger' } }
  const answers = { '/apis/scheduling.k8s.io/v1/priorityclasses/ledger': { body: ledger } }

  it.each([
    [['ledger', 'ledger'], 'ok', '1 class exists: ledger'],
    [['ledger', 'first', 'most'], 'failed', 'there is no PriorityClass first and most, and'],
  ])('%j', async (names, result, seen) => {
    const found = await priorityClassCheck(subject(answers, { objects: names.map((name) => pods(name)) }))
    expect(found).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })

  it('are not looked for when no placement names one', async () => {
    expect(await priorityClassCheck(subject({}, { objects: [pods()] }))).toBeUndefined()
  })
})

describe('the issuer of the Ambassador', () => {
  const certificate = (kind: string, name: string): KubernetesObject => ({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'ambassador-tls', namespace: 'trade-ambassador' },
    spec: { issuerRef: { kind, name } },
  })
  const issuer = (spec: object, status = 'True'): { readonly body: object } => ({
    body: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: 'letsencrypt' },
      spec,
      status: { conditions: [{ type: 'Ready', status, message: 'no account' }] },
    },
  })
  const group = '/apis/cert-manager.io/v1'
  const path = `${group}/clusterissuers/letsencrypt`
  const acme = (...solvers: readonly object[]) => ({ acme: { solvers } })
  const [http, dns] = [{ http01: { ingress: {} } }, { dns01: { rfc2136: {} } }]
  const has = (answers: Answers) => ({ [group]: {}, ...answers })

  it.each<[string, Answers, string, string]>([
    ['without cert-manager', {}, 'failed', 'cert-manager is not installed'],
    ['that is not there', has({}), 'failed', 'there is no ClusterIssuer letsencrypt'],
    ['of a company', has({ [path]: issuer({ ca: {} }) }), 'ok', 'ClusterIssuer letsencrypt is ready'],
    ['with DNS-01', has({ [path]: issuer(acme(http, dns)) }), 'ok', 'ClusterIssuer letsencrypt is ready'],
    [
      'with HTTP-01 only',
      has({ [path]: issuer(acme(http)) }),
      'failed',
      'ClusterIssuer letsencrypt proves names by HTTP-01 only, and the Ambassador does not pass that on',
    ],
    [
      'that is not ready',
      has({ [path]: issuer(acme(dns), 'False') }),
      'warning',
      'ClusterIssuer letsencrypt is not ready: no account',
    ],
  ])('%s', async (_case, answers, result, seen) => {
    const found = await issuerCheck(subject(answers, { objects: [certificate('ClusterIssuer', 'letsencrypt')] }))
    expect(found).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })

  it('is in the namespace of the Ambassador if it is an Issuer', async () => {
    const found = await issuerCheck(subject(has({}), { objects: [certificate('Issuer', 'company')] }))
    expect(found?.seen).toBe('there is no Issuer trade-ambassador/company')
  })

  it('comes with the certificate when that is self-signed', async () => {
    const own = { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata: { name: 'self', namespace: 'a' } }
    const found = await issuerCheck(subject(has({}), { objects: [own, certificate('Issuer', 'self')] }))
    expect(found).toMatchObject({ result: 'ok' })
  })

  it('is not looked for when no certificate is requested', async () => {
    expect(await issuerCheck(subject({}))).toBeUndefined()
  })
})
