import { isOurs, nodeId } from '../../network/network.ts'
import type { LedgerTable } from '../live-ledger.ts'
import { validatorsOf } from './genesis.ts'
import { aliasOf, endorsersOf, type IndyNetwork, trusteesOf } from './network.ts'

/** Validators of the pool and people with roles, as they are defined: the ledger decides. */
export function parts(network: IndyNetwork): readonly LedgerTable[] {
  const roles = [...network.organizations, ...network.externalParties].flatMap((party) => [
    ...trusteesOf(party).map(({ name, did }) => ({ name: `${party.name}/${name}`, role: 'trustee', did })),
    ...endorsersOf(party).map(({ name, did }) => ({ name: `${party.name}/${name}`, role: 'endorser', did })),
  ])
  return [
    {
      name: 'validators',
      columns: ['alias', 'validator', 'runs in'],
      rows: validatorsOf(network).map((node) => ({
        alias: aliasOf(node),
        validator: nodeId(node),
        'runs in': isOurs(node) ? node.cluster.name : `${node.host}:${node.port} (external)`,
      })),
    },
    ...(roles.length === 0
      ? []
      : [
          {
            name: 'roles',
            columns: ['name', 'role', 'DID'],
            rows: roles.map(({ name, role, did }) => ({ name, role, DID: did ?? 'of the key that Chancery makes' })),
          },
        ]),
  ]
}
