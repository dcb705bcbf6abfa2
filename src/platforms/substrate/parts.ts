import { isOurs, nodeId } from '../../network/network.ts'
import type { LedgerTable } from '../live-ledger.ts'
import { externalOf, type SubstrateNetwork, validatorsOf } from './network.ts'

/** Validators as they are defined: the chain decides. */
export const parts = (network: SubstrateNetwork): readonly LedgerTable[] => [
  {
    name: 'validators',
    columns: ['validator', 'account', 'runs in'],
    rows: validatorsOf(network).map((node) => ({
      validator: nodeId(node),
      account: (isOurs(node) ? node.own.account : externalOf(node).account) ?? 'none',
      'runs in': isOurs(node) ? node.cluster.name : `${node.host}:${node.port} (external)`,
    })),
  },
]
