import { expect, test } from 'vitest'
import type { Platform } from '../../../src/platforms/platform.ts'
import { type Edits, edited, revisionOf, zone } from '../../plan/revisions.ts'
import { demoZoneText } from './demo-zone/definition.ts'

function agreed(edits: Edits = [], text = zone) {
  const { network, platform, material } = revisionOf(edited(text, edits), new Map())
  const [organization] = network.organizations
  const { consent }: Pick<Platform, 'consent'> = platform
  return organization === undefined ? undefined : consent?.agreements(network, organization, material)
}

test('an organization agrees to the zone, the image, and who may sign for its states', () => {
  expect(agreed()).toEqual({
    image: 'corda/corda',
    zone: {
      doorman: 'https://doorman.example.com',
      networkMap: 'https://map.example.com',
      rootTruststore: {
        file: 'zone/network-root-truststore.jks',
        sha256: 'e77eab18a0a1d3c2ff3ef1bd1ca7c64a6e9b66c7cda5aa4fdf7d7b0d04b3ee10',
        passwordSecret: { name: 'zone' },
      },
    },
    notaries: ['city/n2 O=City Notary, L=Paris, C=FR (validating)', 'trust/n1 O=Notary, L=London, C=GB'],
  })
})

test.each<[string, Edits]>([
  ['another root', [['sha256: e77', 'sha256: a77']]],
  ['another network map', [['https://map.', 'https://maps.']]],
  ['a notary of another kind', [['validating: false', 'validating: true']]],
  ['a notary with another name', [['serviceName: "O=Notary, L', 'serviceName: "O=Other, L']]],
])('%s needs another signature', (_, edits) => expect(agreed(edits)).not.toEqual(agreed()))

test('what concerns one node alone does not', () => {
  expect(agreed([['legalName: "O=Shop Osaka', 'startupTimeout: 20m, legalName: "O=Shop Osaka']])).toEqual(agreed())
})

test('in a demo zone it agrees to who signs, and whose certificates its nodes trust', () => {
  expect(agreed([], demoZoneText)).toEqual({
    image: 'corda/corda',
    zone: { demo: true },
    'network map': 'trust/map1',
    root: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    notaries: ['trust/n1 O=Notary, L=London, C=GB'],
  })
})
