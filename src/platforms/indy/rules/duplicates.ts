import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { isOurs, nodeId } from '../../../network/network.ts'
import { error, notice, warning } from '../../problem.ts'
import { nodeKeysOf } from '../identity-file.ts'
import { aliasOf, endorsersOf, type IndyNetwork, trusteesOf } from '../network.ts'
import { type Holder, holdersOf, writtenAlias, writtenKey } from './holders.ts'
import { report, type Written } from './place.ts'

/** A name or key that one only may have. */
interface Claim {
  readonly kind: 'alias' | 'verkey' | 'BLS key' | 'DID'
  readonly value: string
  readonly owner: string
  readonly place: Written
}

const hints: Readonly<Record<Claim['kind'], string>> = {
  alias: 'give each validator of the pool its own alias',
  verkey: 'each has its own key: make a new one for one of them',
  'BLS key': 'each has its own key: two validators with one key would count as one',
  DID: 'use another person, or one office only: the pool keeps one role for a DID',
}

/** Trustees and endorsers have files by their names. */
export const personProblems = ({ organizations, externalParties }: IndyNetwork): Problem[] =>
  [...organizations, ...externalParties].flatMap((party) =>
    ([['trustees', trusteesOf(party)] as const, ['endorsers', endorsersOf(party)] as const] as const).flatMap(
      ([office, persons]) =>
        persons.flatMap(({ name }, at) =>
          persons.findIndex((other) => other.name === name) === at
            ? []
            : [
                error('duplicate-in-pool', `${party.name} has two ${office} "${name}"`, 'give each a name', [
                  ...party.path,
                  office,
                  at,
                  'name',
                ]),
              ],
        ),
    ),
  )

/** Aliases, keys and DIDs that are there twice. */
export function duplicateProblems(network: IndyNetwork, material: Material): Problem[] {
  const owners = new Map<string, string>()
  return [
    ...claims(network, material).flatMap(({ kind, value, owner, place }): Problem[] => {
      const key = `${kind} ${value}`
      const other = owners.get(key)
      owners.set(key, other ?? owner)
      if (other === undefined) return []
      return [report('duplicate-in-pool', `${other} and ${owner} have the same ${kind} ${value}`, hints[kind], place)]
    }),
    ...aliasLengths(network),
    ...stewards(network, material),
  ]
}

function claims(network: IndyNetwork, material: Material): Claim[] {
  const validators = [...network.nodes, ...network.external]
  return [
    ...validators.map((node) => claim('alias', aliasOf(node), nodeId(node), writtenAlias(node))),
    ...validators.flatMap((node) => {
      const keys = nodeKeysOf(node, material)
      if (keys === undefined) return []
      return [
        claim('verkey', keys.verkey, nodeId(node), writtenKey(node, 'verkey')),
        claim('BLS key', keys.blsKey, nodeId(node), writtenKey(node, 'blsKey')),
      ]
    }),
    // A steward of two validators is a separate finding.
    ...holdersOf(network, material)
      .filter(isFirstOffice)
      .map(({ identity: { did }, who, at }) => claim('DID', did, who, at('did'))),
  ]
}

const claim = (kind: Claim['kind'], value: string, owner: string, place: Written): Claim => ({
  kind,
  value,
  owner,
  place,
})

const isFirstOffice = ({ office, identity }: Holder, at: number, all: readonly Holder[]): boolean =>
  office !== 'stewards' ||
  all.findIndex((other) => other.office === 'stewards' && other.identity.did === identity.did) === at

/** The usual alias is made of two names, each of which may have 63 characters. */
const aliasLengths = ({ nodes, external }: IndyNetwork): Problem[] =>
  [...nodes, ...external]
    .filter((node) => aliasOf(node).length > 64)
    .map((node) =>
      error(
        'alias',
        `${nodeId(node)} would have the alias ${aliasOf(node)}: it has more than 64 characters`,
        'set alias, the name of the node in the pool',
        writtenAlias(node).path,
      ),
    )

/** The pool gives a steward one validator, and only the steward can change it. */
function stewards(network: IndyNetwork, material: Material): Problem[] {
  const owners = new Map<string, string>()
  const isNew = network.top.genesis === undefined
  return [
    ...holdersOf(network, material).flatMap(({ validator, identity, at }): Problem[] => {
      if (validator === undefined) return []
      const id = nodeId(validator)
      const other = owners.get(identity.did)
      owners.set(identity.did, other ?? id)
      return [
        ...(other === undefined
          ? []
          : [
              report(
                'steward',
                `${other} and ${id} have the same steward: the pool gives each one validator`,
                'use another steward: without `steward`, Chancery makes its key',
                at('did'),
              ),
            ]),
        ...(nodeKeysOf(validator, material)?.verkey === identity.verkey
          ? [
              isOurs(validator)
                ? warning(
                    'steward',
                    `the steward of ${id} has the key of the validator: its cluster ${validator.cluster.name} can act as the steward`,
                    'give the steward a key that no cluster has',
                    [...validator.path, 'steward'],
                  )
                : notice(
                    'steward',
                    `the steward of ${id} has the key of the validator`,
                    'tell its owner: who breaks into the machine can act as the steward',
                    [...validator.path, 'steward'],
                  ),
            ]
          : []),
      ]
    }),
    ...network.external
      .filter((node) => isNew && node.own.steward === undefined)
      .map((node) =>
        error(
          'steward',
          `${nodeId(node)} has no steward: the genesis of a new pool names the steward of each validator`,
          'ask its owner for DID and verkey of its steward, and set them as steward',
          [...node.path, 'name'],
        ),
      ),
  ]
}
