import { createHash } from 'node:crypto'
import type { Material } from '../../material/material.ts'
import type { Address } from '../../network/address.ts'
import { type ExternalNode, isOurs } from '../../network/network.ts'
import { compareTexts } from '../../words.ts'
import type { Outside } from '../outside.ts'
import { nodeKeysOf, stewardOf, trusteeIdentity } from './identity-file.ts'
import { aliasOf, externalOf, type IndyLedgerNode, type IndyNetwork, trusteesOf } from './network.ts'
import { domainGenesisPath, poolGenesisPath } from './places.ts'
import { type PoolValidator, poolValidators, readTransactions } from './pool-file.ts'
import type { Identity } from './schema.ts'
import { nodeType } from './transactions/node.ts'
import { nymType, roleNumbers } from './transactions/nym.ts'

/**
 * The first transactions of a pool, in the form of `generate_indy_pool_transactions`: a line of JSON each, with sorted keys.
 * https://github.com/hyperledger/indy-plenum/blob/main/plenum/common/test_network_setup.py, member/steward.py and member/member.py
 */

/** Both files as nodes mount them: those of a pool to join, or our own. Undefined while one is missing. */
export function genesisFilesOf(
  { top: { genesis } }: IndyNetwork,
  material: Material,
): { readonly pool: string; readonly domain: string } | undefined {
  const pool = material.text(genesis?.pool ?? poolGenesisPath)
  const domain = material.text(genesis?.domain ?? domainGenesisPath)
  return pool === undefined || domain === undefined ? undefined : { pool, domain }
}

/** Validators of a file of pool transactions, after the last one; none of a text that is no such file. */
export const genesisValidators = (text: string): readonly PoolValidator[] =>
  poolValidators(readTransactions(text).transactions)

/** Whether the pool knows a validator from its genesis: another one joins by a transaction. */
export function isInGenesis(
  validator: IndyLedgerNode | ExternalNode,
  network: IndyNetwork,
  material: Material,
): boolean {
  const alias = aliasOf(validator)
  const files = genesisFilesOf(network, material)
  return files !== undefined && genesisValidators(files.pool).some((known) => known.alias === alias)
}

/** Validators of a pool that ours join, which the definition does not have. */
export function strangersOf(network: IndyNetwork, material: Material): readonly PoolValidator[] {
  const text = network.top.genesis === undefined ? undefined : material.text(network.top.genesis.pool)
  if (text === undefined) return []
  const known = new Set(validatorsOf(network).map(aliasOf))
  return genesisValidators(text).filter(({ alias, validates }) => validates && !known.has(alias))
}

/** How many validators the pool has, as far as files tell: its ledger may have others by now. */
export const validatorCount = (network: IndyNetwork, material: Material): number =>
  validatorsOf(network).length + strangersOf(network, material).length

/**
 * Transactions that add the validators, in the order of their aliases: they never change, and are the same for everybody. The pool
 * chooses its primaries in this order.
 */
export const poolGenesis = (network: IndyNetwork, material: Material, outside: Outside): string =>
  lines(
    validatorsOf(network).map((validator, at) => {
      const alias = aliasOf(validator)
      const { verkey, blsKey, blsProof } = known(nodeKeysOf(validator, material), alias)
      const addresses = addressesOf(validator, outside)
      return {
        reqSignature: {},
        txn: {
          data: {
            data: {
              alias,
              blskey: blsKey,
              blskey_pop: blsProof,
              client_ip: addresses.client.host,
              client_port: addresses.client.port,
              node_ip: addresses.node.host,
              node_port: addresses.node.port,
              services: ['VALIDATOR'],
            },
            dest: verkey,
          },
          metadata: { from: known(stewardOf(validator, material), alias).did },
          type: nodeType,
        },
        txnMetadata: { seqNo: at + 1, txnId: createHash('sha256').update(alias).digest('hex') },
        ver: '1',
      }
    }),
  )

/** Transactions that add the trustees, then the stewards, as the first trustee does. */
export function domainGenesis(network: IndyNetwork, material: Material): string {
  const trustees = [...network.organizations, ...network.externalParties]
    .sort(byName)
    .flatMap((party) =>
      [...trusteesOf(party)]
        .sort(byName)
        .map((person) => known(trusteeIdentity(party, person, material), `${party.name}/${person.name}`)),
    )
  const stewards = validatorsOf(network).map((validator) => known(stewardOf(validator, material), aliasOf(validator)))
  const [first] = trustees
  return lines(
    [
      ...trustees.map((identity) => nymOf(identity, roleNumbers.trustee, undefined)),
      ...stewards.map((identity) => nymOf(identity, roleNumbers.steward, first?.did)),
    ].map((txn, at) => ({ reqSignature: {}, txn, txnMetadata: { seqNo: at + 1 }, ver: '1' })),
  )
}

const nymOf = ({ did, verkey }: Identity, role: string, from: string | undefined): object => ({
  data: { dest: did, role, verkey },
  metadata: from === undefined ? {} : { from },
  type: nymType,
})

/** All validators of the definition, ours and external ones. */
export const validatorsOf = ({ nodes, external }: IndyNetwork): readonly (IndyLedgerNode | ExternalNode)[] =>
  [...nodes, ...external].sort((a, b) => compareTexts(aliasOf(a), aliasOf(b)))

/** Where everybody dials a validator: the other validators, and clients. */
export function addressesOf(
  validator: IndyLedgerNode | ExternalNode,
  outside: Outside,
): { readonly node: Address; readonly client: Address } {
  if (isOurs(validator)) return { node: outside(validator, 'node'), client: outside(validator, 'client') }
  const { host, port } = validator
  const { clientHost = host, clientPort = port + 1 } = externalOf(validator)
  return { node: { host, port }, client: { host: clientHost, port: clientPort } }
}

const lines = (transactions: readonly object[]): string =>
  transactions.map((transaction) => `${JSON.stringify(transaction)}\n`).join('')

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compareTexts(a.name, b.name)

/** Rules find keys that are missing before the genesis is made. */
function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`${what} has no keys`)
  return value
}
