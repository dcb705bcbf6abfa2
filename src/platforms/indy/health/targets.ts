import type { Material } from '../../../material/material.ts'
import type { Address } from '../../../network/address.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import type { Outside } from '../../outside.ts'
import { addressesOf, genesisFilesOf, strangersOf, validatorsOf } from '../genesis.ts'
import { nodeKeysOf } from '../identity-file.ts'
import { isVerkey } from '../keys/keys.ts'
import { aliasOf, type IndyNetwork } from '../network.ts'
import { knownIdentities, readTransactions } from '../pool-file.ts'
import { roleNumbers } from '../transactions/nym.ts'

/** A validator that can be asked. */
export interface Target {
  readonly alias: string
  readonly verkey: string
  readonly client: Address
}

/** Validators of the definition whose keys are made, then those that a pool to join had before. */
export function targetsOf(network: IndyNetwork, material: Material, outside: Outside): readonly Target[] {
  const defined = validatorsOf(network)
  return [
    ...defined.flatMap((validator): Target[] => {
      const verkey = nodeKeysOf(validator, material)?.verkey
      return verkey === undefined
        ? []
        : [{ alias: aliasOf(validator), verkey, client: addressesOf(validator, outside).client }]
    }),
    ...strangersOf(network, material).map(({ alias, verkey, clientHost, clientPort }) => ({
      alias,
      verkey,
      client: { host: clientHost, port: clientPort },
    })),
  ].filter(({ verkey }) => isVerkey(verkey))
}

/** Whom validators are asked about: the first trustee of the genesis. Undefined without a genesis. */
export function askedDid(network: IndyNetwork, material: Material): string | undefined {
  const domain = genesisFilesOf(network, material)?.domain
  if (domain === undefined) return undefined
  return knownIdentities(readTransactions(domain).transactions).find(({ role }) => role === roleNumbers.trustee)?.did
}

/** What people call a validator: as in the definition, or its alias. */
export function nameOf(alias: string, network: IndyNetwork): string {
  const defined: AnyNode | undefined = validatorsOf(network).find((validator) => aliasOf(validator) === alias)
  return defined === undefined ? alias : nodeId(defined)
}
