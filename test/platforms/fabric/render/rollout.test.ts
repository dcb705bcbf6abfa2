import { expect, it } from 'vitest'
import type { FabricLedgerNode } from '../../../../src/platforms/fabric/network.ts'
import { rollout } from '../../../../src/platforms/fabric/rollout.ts'

const node = (organization: string, name: string, role: string): FabricLedgerNode =>
  ({ name, role, organization: { name: organization } }) as FabricLedgerNode // as much of a node as the order depends on

it('takes CAs, then orderers one by one, then peers, of each organization one at a time', () => {
  const nodes = [
    node('carrier', 'orderer1', 'orderer'),
    node('carrier', 'peer1', 'peer'),
    node('maker', 'ca', 'ca'),
    node('maker', 'orderer1', 'orderer'),
    node('maker', 'peer1', 'peer'),
    node('maker', 'peer2', 'peer'),
  ]
  expect(rollout(nodes).map((group) => group.map(({ name, organization }) => `${organization.name}/${name}`))).toEqual([
    ['maker/ca'],
    ['carrier/orderer1'],
    ['maker/orderer1'],
    ['carrier/peer1', 'maker/peer1'],
    ['maker/peer2'],
  ])
})
