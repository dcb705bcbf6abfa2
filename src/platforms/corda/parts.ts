import { isOurs, nodeId } from '../../network/network.ts'
import type { LedgerTable } from '../live-ledger.ts'
import { type CordaNetwork, isValidating, notariesOf, notaryIdentityOf } from './network.ts'

/** Notaries, as they are defined: the network parameters of the zone decide. */
export function parts(network: CordaNetwork): readonly LedgerTable[] {
  const notaries = notariesOf(network)
  if (notaries.length === 0) return []
  return [
    {
      name: 'notaries',
      columns: ['identity', 'notary', 'validating', 'runs in'],
      rows: notaries.map((notary) => ({
        identity: notaryIdentityOf(notary),
        notary: nodeId(notary),
        validating: isValidating(notary) ? 'yes' : 'no',
        'runs in': isOurs(notary) ? notary.cluster.name : `${notary.host}:${notary.port} (external)`,
      })),
    },
  ]
}
