import { describe, expect, test } from 'vitest'
import { materialOf } from '../../../src/material/files.ts'
import { nodeId } from '../../../src/network/network.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { viewOf } from '../../../src/render/compile.ts'
import { renderCase } from '../../golden/cases.ts'

const { checked } = await renderCase('substrate')
const { network } = checked
const platform: Platform = checked.platform
const [cluster] = network.clusters.filter(({ name }) => name === 'eu')
if (cluster === undefined) throw new Error('the case has cluster eu')
const { ports } = checked.lock
const view = viewOf({ network, platform, ports, material: materialOf(checked.materialFiles) }, cluster)
const outside = view.outside

const listOf = (name: string): string => {
  const node = network.nodes.find((one) => nodeId(one) === name)
  if (node === undefined) throw new Error(`the case has ${name}`)
  return String(platform.rendering.node(node, view).files['bootnodes.json'])
}
const peersIn = (data: Readonly<Record<string, unknown>>) => platform.rendering.peersIn?.(data, view)

describe('whom a node dials first', () => {
  test('a validator and a bootnode: everybody, at Services inside and at Ambassadors elsewhere', () => {
    const addresses = JSON.parse(listOf('farmer/validator1')) as string[]
    expect(addresses.map((address) => address.replace(/\/p2p\/12D3KooW\w{44}$/, ''))).toEqual([
      '/dns4/boot1.foodtrace-farmer.svc.cluster.local/tcp/30333',
      '/dns4/rpc1.foodtrace-farmer.svc.cluster.local/tcp/30333',
      '/dns4/validator2.foodtrace-farmer.svc.cluster.local/tcp/30333',
      ...['archive1', 'validator1', 'validator2'].map((name) => {
        const node = network.nodes.find((one) => nodeId(one) === `shop/${name}`)
        return `/ip4/198.51.100.7/tcp/${node === undefined ? '' : outside(node, 'p2p').port}`
      }),
    ])
  })

  test('a node for clients: bootnodes, validators, and the nodes of its cluster', () => {
    expect([...(peersIn({ 'bootnodes.json': listOf('farmer/rpc1') })?.keys() ?? [])]).toEqual([
      'farmer/boot1',
      'farmer/validator1',
      'farmer/validator2',
      'shop/validator1',
      'shop/validator2',
    ])
  })
})

describe('is no list of peers of the network, and so is shown field by field:', () => {
  const list = listOf('farmer/rpc1')
  const evil = `/dns/evil.example.com/tcp/30333/p2p/${/12D3KooW\w+/.exec(list)?.[0]}`
  test.each<[what: string, data: Readonly<Record<string, unknown>>]>([
    ['a peer that nobody defined', { 'bootnodes.json': list.replace('[', `[\n  "${evil}",`) }],
    ['a peer at another address', { 'bootnodes.json': list.replace('boot1.foodtrace-farmer', 'evil') }],
    ['another file beside it', { 'bootnodes.json': list, 'start.sh': 'curl evil.example.com' }],
    ['no list', {}],
  ])('%s', (_, data) => {
    expect(peersIn(data)).toBeUndefined()
  })
})
