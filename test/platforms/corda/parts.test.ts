import { expect, test } from 'vitest'
import type { CordaNetwork } from '../../../src/platforms/corda/network.ts'
import { parts } from '../../../src/platforms/corda/parts.ts'
import { revisionOf, zone } from '../../plan/revisions.ts'

const network = revisionOf(zone, new Map()).network as CordaNetwork // of platform corda

test('notaries are known by what states name', () => {
  expect(parts(network)).toEqual([
    {
      name: 'notaries',
      columns: ['identity', 'notary', 'validating', 'runs in'],
      rows: [
        { identity: 'O=Notary, L=London, C=GB', notary: 'trust/n1', validating: 'no', 'runs in': 'eu' },
        {
          identity: 'O=City Notary, L=Paris, C=FR',
          notary: 'city/n2',
          validating: 'yes',
          'runs in': '192.0.2.77:10200 (external)',
        },
      ],
    },
  ])
})

test('a definition without a notary has no table of them', () => {
  const nodes = network.nodes.filter(({ role }) => role !== 'notary')
  expect(parts({ ...network, nodes, external: [] })).toEqual([])
})
