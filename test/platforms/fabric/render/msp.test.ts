import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { authorityFiles, mspVolume, nodeUnits } from '../../../../src/platforms/fabric/msp.ts'

const certificate = (what: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(what).toString('base64')}\n-----END CERTIFICATE-----\n`

const sourcesOf = (names: readonly string[]) =>
  (mspVolume({ configMap: 'peer1-certificates', names, secret: 'peer1-keys' }) as { projected: { sources: object[] } })
    .projected.sources

it('puts the folders of an identity together', () => {
  expect(sourcesOf(['ca.crt', 'tlsca.crt', 'adminca.crt', 'sign.crt', 'config.yaml', 'tls.crt'])).toEqual([
    {
      configMap: {
        name: 'peer1-certificates',
        items: [
          { key: 'ca.crt', path: 'cacerts/ca.pem' },
          { key: 'tlsca.crt', path: 'tlscacerts/tlsca.pem' },
          { key: 'config.yaml', path: 'config.yaml' },
          { key: 'sign.crt', path: 'signcerts/sign.pem' },
        ],
      },
    },
    { secret: { name: 'peer1-keys', items: [{ key: 'sign.key', path: 'keystore/sign.pem' }] } },
  ])
})

it('gives each root of an organization a file: Fabric reads the first of a file', () => {
  const [old, now, tls] = ['old', 'new', 'tls'].map(certificate)
  const files = authorityFiles(`${old}${now}`, tls ?? '')
  expect(files).toEqual({ 'ca.crt': `${old}${now}`, 'ca-2.crt': now, 'tlsca.crt': tls })
  expect(JSON.stringify(sourcesOf(Object.keys(files)))).toContain(
    '{"key":"ca.crt","path":"cacerts/ca.pem"},{"key":"ca-2.crt","path":"cacerts/ca-2.pem"}',
  )
})

it('tells roles by units, whichever root has issued a certificate', () => {
  expect(load(nodeUnits)).toEqual({
    NodeOUs: {
      Enable: true,
      ClientOUIdentifier: { OrganizationalUnitIdentifier: 'client' },
      PeerOUIdentifier: { OrganizationalUnitIdentifier: 'peer' },
      AdminOUIdentifier: { OrganizationalUnitIdentifier: 'admin' },
      OrdererOUIdentifier: { OrganizationalUnitIdentifier: 'orderer' },
    },
  })
})
