import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type ExternalNode, isOurs, nodeId } from '../../../network/network.ts'
import type { Outside } from '../../outside.ts'
import { error, notice } from '../../problem.ts'
import { addressesOf, genesisFilesOf, genesisValidators, validatorsOf } from '../genesis.ts'
import { nodeKeysOf, readNodeKeys, stewardOf } from '../identity-file.ts'
import { aliasOf, type IndyLedgerNode, type IndyNetwork } from '../network.ts'
import { nodePath, poolGenesisPath } from '../places.ts'
import type { PoolValidator } from '../pool-file.ts'
import { writtenAlias } from './holders.ts'

/** The definition against the genesis that exists: a genesis never changes, and what is in it changes by transactions only. */
export function writtenProblems(network: IndyNetwork, material: Material, outside: Outside): Problem[] {
  const text = genesisFilesOf(network, material)?.pool
  const known = text === undefined ? [] : genesisValidators(text)
  if (known.length === 0) return []
  return validatorsOf(network).flatMap((node) => validator(node, known, network, material, outside))
}

function validator(
  node: IndyLedgerNode | ExternalNode,
  known: readonly PoolValidator[],
  { top: { genesis } }: IndyNetwork,
  material: Material,
  outside: Outside,
): Problem[] {
  const file = genesis?.pool ?? poolGenesisPath
  const keys = nodeKeysOf(node, material)
  const [id, alias] = [nodeId(node), aliasOf(node)]
  const { path } = writtenAlias(node)
  const same = known.find((one) => one.alias === alias)
  if (same === undefined) {
    const renamed = known.find(({ verkey }) => verkey === keys?.verkey)
    if (renamed !== undefined)
      return [
        error(
          'genesis-changed',
          `${id} has the alias ${alias}, and ${file} knows its key as ${renamed.alias}: an alias never changes`,
          `set \`alias: ${renamed.alias}\``,
          path,
        ),
      ]
    return genesis === undefined || isOurs(node)
      ? []
      : [
          notice(
            'genesis-changed',
            `${id} (${alias}) is not in ${file}`,
            'nothing, if it joined the pool after its genesis; otherwise set the alias that the pool knows',
            path,
          ),
        ]
  }
  if (isOurs(node) && node.existingSecret === undefined && readNodeKeys(material.value(nodePath(node))) === undefined)
    return [
      error(
        'genesis-changed',
        `${id} gets a new key, and ${file} knows the alias ${alias} with another one`,
        genesis === undefined ? `restore ${nodePath(node)} from Git` : 'set an alias that the pool does not have',
        path,
      ),
    ]
  if (keys !== undefined && keys.verkey !== same.verkey)
    return [
      error(
        'genesis-changed',
        `${id} has another verkey than ${alias} in ${file}: the pool does not take it for this validator`,
        genesis === undefined && isOurs(node)
          ? `restore ${nodePath(node)} from Git: a validator with a new key is a new one, with another alias`
          : 'use the alias and the key of the same validator: an alias belongs to one key for ever',
        path,
      ),
    ]
  const steward = stewardOf(node, material)
  if (steward !== undefined && steward.did !== same.steward)
    return [
      error(
        'genesis-changed',
        `${id} has the steward ${steward.did}, and ${file} has ${same.steward}: the steward of a validator never changes`,
        `set the steward with the DID ${same.steward}, or restore its file from Git`,
        path,
      ),
    ]
  return changed(node, same, file, material, outside)
}

/** What a transaction can change. */
function changed(
  node: IndyLedgerNode | ExternalNode,
  same: PoolValidator,
  file: string,
  material: Material,
  outside: Outside,
): Problem[] {
  const { node: own, client } = addressesOf(node, outside)
  const id = nodeId(node)
  const is = [`${own.host}:${own.port}`, `${client.host}:${client.port}`]
  const was = [`${same.nodeHost}:${same.nodePort}`, `${same.clientHost}:${same.clientPort}`]
  const hint = (command: string): string =>
    isOurs(node)
      ? `nothing, if the pool knows it already; otherwise run \`chancery indy node ${command} ${id}\``
      : 'nothing, if its steward has told the pool'
  const { path } = writtenAlias(node)
  const allocated = own.port > 0 && client.port > 0
  return [
    ...(allocated && is.join() !== was.join()
      ? [
          notice(
            'genesis-changed',
            `${id} has the addresses ${is.join(' and ')}, and ${was.join(' and ')} in ${file}: a transaction changes them`,
            hint('move'),
            path,
          ),
        ]
      : []),
    ...(same.blsKey !== '' && (nodeKeysOf(node, material)?.blsKey ?? same.blsKey) !== same.blsKey
      ? [
          notice(
            'genesis-changed',
            `${id} has another BLS key than in ${file}: a transaction changes it`,
            hint('rotate'),
            path,
          ),
        ]
      : []),
  ]
}
