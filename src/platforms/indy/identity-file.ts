import type { Material } from '../../material/material.ts'
import { type ExternalNode, type ExternalParty, isOurs, type Organization } from '../../network/network.ts'
import type { NodeKeys } from './keys/keys.ts'
import { externalOf, type IndyLedgerNode } from './network.ts'
import { blsPath, identityPath, nodePath, type Office } from './places.ts'
import type { Identity, Person } from './schema.ts'

/** The public half of a node as read from a file; undefined when it is none. Its keys are checked elsewhere. */
export function readNodeKeys(value: unknown): NodeKeys | undefined {
  const { verkey, blsKey, blsProof } = (value ?? {}) as Record<string, unknown>
  return typeof verkey === 'string' && typeof blsKey === 'string' && typeof blsProof === 'string'
    ? { verkey, blsKey, blsProof }
    : undefined
}

/** The same for somebody with a DID. */
export function readIdentity(value: unknown): Identity | undefined {
  const { did, verkey } = (value ?? {}) as Record<string, unknown>
  return typeof did === 'string' && typeof verkey === 'string' ? { did, verkey } : undefined
}

/** The public half of a BLS key after a rotation. */
export function readBlsKey(value: unknown): Pick<NodeKeys, 'blsKey' | 'blsProof'> | undefined {
  const { blsKey, blsProof } = (value ?? {}) as Record<string, unknown>
  return typeof blsKey === 'string' && typeof blsProof === 'string' ? { blsKey, blsProof } : undefined
}

/** Keys of a validator: of ours from their files, of an external one from the definition. Undefined while a file is missing. */
export function nodeKeysOf(node: IndyLedgerNode | ExternalNode, material: Material): NodeKeys | undefined {
  if (isOurs(node)) return ownKeysOf(node, material)
  const { verkey, blsKey, blsProof } = externalOf(node)
  return { verkey, blsKey, blsProof }
}

function ownKeysOf(node: IndyLedgerNode, material: Material): NodeKeys | undefined {
  const keys = readNodeKeys(material.value(nodePath(node)))
  const rotated = blsPath(node)
  if (keys === undefined || rotated === undefined) return keys
  const bls = readBlsKey(material.value(rotated))
  return bls === undefined ? undefined : { ...keys, ...bls }
}

/** The steward of a validator; undefined while there is no file, and for an external one without. */
export function stewardOf(node: IndyLedgerNode | ExternalNode, material: Material): Identity | undefined {
  if (!isOurs(node)) return externalOf(node).steward
  return node.own.steward ?? readIdentity(material.value(identityPath(node.organization, 'stewards', node.name)))
}

export const trusteeIdentity = (
  party: Organization | ExternalParty,
  person: Person,
  material: Material,
): Identity | undefined => personIdentity(party, 'trustees', person, material)

export const endorserIdentity = (
  party: Organization | ExternalParty,
  person: Person,
  material: Material,
): Identity | undefined => personIdentity(party, 'endorsers', person, material)

/** Of somebody whose key its owner made, from the definition; of others from their file. */
function personIdentity(
  party: Organization | ExternalParty,
  office: Office,
  person: Person,
  material: Material,
): Identity | undefined {
  const { name, did, verkey } = person
  if (did !== undefined && verkey !== undefined) return { did, verkey }
  return readIdentity(material.value(identityPath(party, office, name)))
}

/** Whether Chancery makes the key of somebody: there is none in the definition. */
export const isMade = ({ did, verkey }: Person): boolean => did === undefined && verkey === undefined
