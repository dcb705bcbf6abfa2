import type { Material } from '../../../material/material.ts'
import { type ExternalNode, type ExternalParty, isOurs, nodeId, type Organization } from '../../../network/network.ts'
import { endorserIdentity, isMade, stewardOf, trusteeIdentity } from '../identity-file.ts'
import { endorsersOf, externalOf, type IndyLedgerNode, type IndyNetwork, trusteesOf } from '../network.ts'
import { blsPath, identityPath, nodePath, type Office } from '../places.ts'
import type { Identity, Person } from '../schema.ts'
import type { Written } from './place.ts'

/** Somebody with a DID, and where it is written. */
export interface Holder {
  /** `the steward of carrier/validator1`, `trustee carrier/alice` */
  readonly who: string
  readonly office: Office
  readonly identity: Identity
  /** The validator of a steward. */
  readonly validator?: IndyLedgerNode | ExternalNode
  at(field: keyof Identity): Written
}

/** Everybody whose DID is known: from the definition, or from the file of a key that Chancery made. */
export const holdersOf = (network: IndyNetwork, material: Material): readonly Holder[] => [
  ...[...network.nodes, ...network.external].flatMap((node) => steward(node, material)),
  ...[...network.organizations, ...network.externalParties].flatMap((party) => [
    ...trusteesOf(party).flatMap((one, at) =>
      person(party, 'trustees', one, at, trusteeIdentity(party, one, material)),
    ),
    ...endorsersOf(party).flatMap((one, at) =>
      person(party, 'endorsers', one, at, endorserIdentity(party, one, material)),
    ),
  ]),
]

function steward(node: IndyLedgerNode | ExternalNode, material: Material): Holder[] {
  const identity = stewardOf(node, material)
  if (identity === undefined) return []
  const given = isOurs(node) ? node.own.steward : externalOf(node).steward
  const file = isOurs(node) && given === undefined ? identityPath(node.organization, 'stewards', node.name) : undefined
  return [
    {
      who: `the steward of ${nodeId(node)}`,
      office: 'stewards',
      identity,
      validator: node,
      at: (field) => (file === undefined ? { path: [...node.path, 'steward', field] } : { path: [], file }),
    },
  ]
}

function person(
  party: Organization | ExternalParty,
  office: 'trustees' | 'endorsers',
  one: Person,
  index: number,
  identity: Identity | undefined,
): Holder[] {
  if (identity === undefined) return []
  return [
    {
      who: `${office === 'trustees' ? 'trustee' : 'endorser'} ${party.name}/${one.name}`,
      office,
      identity,
      at: (field) =>
        isMade(one)
          ? { path: [], file: identityPath(party, office, one.name) }
          : { path: [...party.path, office, index, field] },
    },
  ]
}

/** Where a key of a validator is written: our own in their files. */
export const writtenKey = (node: IndyLedgerNode | ExternalNode, field: 'verkey' | 'blsKey' | 'blsProof'): Written =>
  isOurs(node)
    ? { path: [], file: (field === 'verkey' ? undefined : blsPath(node)) ?? nodePath(node) }
    : { path: [...node.path, field] }

/** Where its alias is written; its name, where it has the usual one. */
export const writtenAlias = (node: IndyLedgerNode | ExternalNode): Written => ({
  path: [...node.path, (node.own as { readonly alias?: string }).alias === undefined ? 'name' : 'alias'],
})
