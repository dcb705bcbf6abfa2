import { expect, test } from 'vitest'
import { outsideOf } from '../../../src/ambassador/outside.ts'
import { type Edits, edited, revisionOf, zone } from '../../plan/revisions.ts'

function targetsOf(edits: Edits): string[] {
  const { network, platform, ports, material } = revisionOf(edited(zone, edits), new Map())
  const outside = outsideOf(platform, ports)
  const plan = platform.operation.probe(network.nodes, {
    network,
    cluster: 'eu',
    material,
    addressOf: outside,
    outside,
  })
  return plan.targets.map(({ node, endpoint, host }) => `${node} ${endpoint} ${host}`)
}

test('nodes dial all others, and neighbours too, at their Ambassadors', () => {
  expect(targetsOf([])).toEqual([
    'bank/b1 p2p 198.51.100.7',
    'shop/s1 p2p s1.shop.asia.trade.example.com',
    'shop/s2 p2p s2.shop.asia.trade.example.com',
    'trust/n1 p2p n1.trust.eu.trade.example.com',
    'trust/t1 p2p t1.trust.eu.trade.example.com',
    'city/n2 p2p 192.0.2.77',
  ])
})

test('nobody dials a node here that something else runs still', () => {
  expect(targetsOf([['{name: s2, role: node, ', '{name: s2, role: node, adopted: false, ']])).not.toContain(
    'shop/s2 p2p s2.shop.asia.trade.example.com',
  )
})
