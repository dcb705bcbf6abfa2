import { expect, test } from 'vitest'
import { objectAt } from '../kubernetes/json.ts'
import { capturedCases, renderedCase } from './captured/cases.ts'

/** Kind, name and a part of the specification of what cert-manager is given. */
async function certificatesOf(ambassador: string) {
  const { certificates } = await renderedCase({ ...capturedCases.http, ambassador })
  return certificates.map((object) => ({
    kind: object.kind,
    name: objectAt(object, 'metadata').name,
    namespace: objectAt(object, 'metadata').namespace,
    spec: objectAt(object, 'spec'),
  }))
}

test('nothing is asked of cert-manager without an issuer', async () => {
  expect(await certificatesOf('{tlsSecret: own}')).toEqual([])
})

test('an issuer that exists signs a certificate for all exposed names', async () => {
  expect(await certificatesOf('{issuer: {name: letsencrypt}}')).toMatchObject([
    {
      kind: 'Certificate',
      name: 'ambassador-tls',
      namespace: 'trade-ambassador',
      spec: {
        dnsNames: ['a.north.eu.example.com', 'b.north.eu.example.com'],
        issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' },
      },
    },
  ])
})

test('a self-signed certificate names the network as its issuer', async () => {
  expect(await certificatesOf('{selfSigned: true}')).toMatchObject([
    { kind: 'Issuer', name: 'self-signed', spec: { selfSigned: {} } },
    { kind: 'Certificate', spec: { subject: { organizations: ['trade'] }, issuerRef: { name: 'self-signed' } } },
  ])
})

test('names beside those of other networks begin with the name of the network', async () => {
  expect(await certificatesOf('{existing: {namespace: emissary}, selfSigned: true}')).toMatchObject([
    { kind: 'Issuer', name: 'trade-self-signed', namespace: 'emissary' },
    {
      kind: 'Certificate',
      name: 'trade-tls',
      namespace: 'emissary',
      spec: { issuerRef: { name: 'trade-self-signed' } },
    },
  ])
})
