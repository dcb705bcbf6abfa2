import { digestOf } from '../../material/digest.ts'
import type { Material } from '../../material/material.ts'
import { isOurs, type Organization } from '../../network/network.ts'
import { validatorsOf } from './genesis.ts'
import { aliasOf, externalOf, type IndyNetwork, poolNameOf, trusteesOf } from './network.ts'

/**
 * The pool that its validators take part in, and the agreement that authors accept. Of a new pool, those whom its genesis gives
 * power: trustees and validators. One that runs has them on its ledger, where nobody adds one without a trustee.
 */
export function agreements(network: IndyNetwork, _: Organization, material: Material): Record<string, unknown> {
  const { genesis, transactionAuthorAgreement: agreement } = network.top
  const digest = (file: string): string => digestOf(material.text(file) ?? '')
  return {
    poolName: poolNameOf(network),
    ...(genesis === undefined
      ? { trustees: trustees(network), validators: validators(network) }
      : { genesis: { pool: digest(genesis.pool), domain: digest(genesis.domain) } }),
    ...(agreement === undefined ? {} : { transactionAuthorAgreement: { ...agreement, file: digest(agreement.file) } }),
  }
}

/** With the keys that the definition has. Others are made later, and signed for by their organization. */
const validators = (network: IndyNetwork): string[] =>
  validatorsOf(network).map((node) => [aliasOf(node), ...(isOurs(node) ? [] : [externalOf(node).verkey])].join(' '))

const trustees = ({ organizations, externalParties }: IndyNetwork): string[] =>
  [...organizations, ...externalParties]
    .flatMap((party) => trusteesOf(party).map(({ name, verkey = '' }) => `${party.name}/${name} ${verkey}`.trim()))
    .sort()
