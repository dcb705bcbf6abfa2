import type { AnyNode, ExternalNode, LedgerNode, Network } from '../../network/network.ts'
import type { Scheme } from './chain-schema.ts'
import type { SubstrateExternalNode, SubstrateNode, SubstrateTop } from './schema.ts'

export type SubstrateNetwork = Network<SubstrateTop, SubstrateNode>
export type SubstrateLedgerNode = LedgerNode<SubstrateNode>

export const isValidator = ({ role }: { readonly role: string }): boolean => role === 'validator'

/** The own fields of an external node. */
export const externalOf = (node: ExternalNode): SubstrateExternalNode => node.own as SubstrateExternalNode // as its schema read it

/** Validators of the definition: ours and external ones. */
export const validatorsOf = ({ nodes, external }: SubstrateNetwork): readonly AnyNode<SubstrateNode>[] => [
  ...nodes.filter(isValidator),
  ...external.filter(isValidator),
]

/** The spec is used as it is: its validators may be others than those of the definition. */
export const isGiven = ({ top: { chain } }: SubstrateNetwork): boolean =>
  chain.existing || typeof chain.spec !== 'string'

/** A chain of one node, which has no peer to wait for. */
export const isAlone = (network: SubstrateNetwork): boolean =>
  !isGiven(network) && network.nodes.length + network.external.length === 1

/** A key that a validator signs with, by its name in the SessionKeys of the runtime. */
export interface SessionKeyKind {
  readonly name: string
  readonly scheme: Scheme
  /** Four characters. */
  readonly keyType: string
}

/**
 * Types of keys: sp-core-36.1.0, crypto.rs (key_types); PARACHAIN_KEY_TYPE_ID and ASSIGNMENT_KEY_TYPE_ID of polkadot-primitives, which
 * runtimes of relay chains have.
 */
const knownKeyTypes: Readonly<Record<string, string>> = {
  aura: 'aura',
  authority_discovery: 'audi',
  babe: 'babe',
  beefy: 'beef',
  grandpa: 'gran',
  im_online: 'imon',
  mixnet: 'mixn',
  para_assignment: 'asgn',
  para_validator: 'para',
}

/** Undefined for a name that needs its type in the definition. */
export const knownKeyType = (name: string): string | undefined =>
  Object.hasOwn(knownKeyTypes, name) ? knownKeyTypes[name] : undefined

/** The name of a key type; undefined for one of a pallet that only some runtimes have. */
export const nameOfKeyType = (keyType: string): string | undefined =>
  Object.entries(knownKeyTypes).find(([, type]) => type === keyType)?.[0]

/** In the order of the definition, which is that of the runtime. A name without a type is an error elsewhere. */
export const sessionKeyKinds = ({ top }: SubstrateNetwork): readonly SessionKeyKind[] =>
  Object.entries(top.chain.sessionKeys).flatMap(([name, value]) => {
    const scheme = typeof value === 'string' ? value : value.scheme
    const keyType = typeof value === 'string' ? knownKeyType(name) : value.keyType
    return keyType === undefined ? [] : [{ name, scheme, keyType }]
  })
