import type { Material } from '../../material/material.ts'
import { isOurs, nodeId } from '../../network/network.ts'
import type { PlatformSection } from '../platform.ts'
import { genesisHashOf } from './genesis/computed.ts'
import { peerIdOfNode, sessionKeysOf } from './identity-file.ts'
import { externalOf, type SubstrateNetwork, validatorsOf } from './network.ts'

/** Who a node is for others, as tables. */
export function sections(network: SubstrateNetwork, material: Material): readonly PlatformSection[] {
  const genesis = genesisHashOf(network, material)
  const all: readonly PlatformSection[] = [
    {
      title: 'Chain',
      introduction: 'Nodes with another genesis hash are on another chain.',
      columns: ['genesis hash'],
      rows: genesis === undefined ? [] : [[quoted(genesis)]],
    },
    {
      title: 'Peer IDs',
      introduction: 'Others who dial a node need its peer ID beside its address.',
      columns: ['node', 'peer ID'],
      rows: [...network.nodes, ...network.external].map((node) => [nodeId(node), quoted(peerIdOfNode(node, material))]),
    },
    {
      title: 'Session keys',
      introduction:
        'Public keys that validators sign with. Of a chain that runs, those count that its accounts have announced: `chancery verify` compares them.',
      columns: ['validator', 'account', 'session keys'],
      rows: validatorsOf(network).map((node) => [
        nodeId(node),
        quoted(isOurs(node) ? node.own.account : externalOf(node).account),
        Object.entries(sessionKeysOf(node, material) ?? {})
          .map(([name, key]) => `${name} ${quoted(key)}`)
          .join(', '),
      ]),
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const quoted = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``)
