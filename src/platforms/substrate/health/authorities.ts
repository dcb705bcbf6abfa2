import type { Material } from '../../../material/material.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import { agreeing, counted, listed } from '../../../words.ts'
import { bad, good, type Verdict } from '../../health.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import { heldSessionKeys, sessionKeysOf } from '../identity-file.ts'
import { isValidator, type SessionKeyKind, type SubstrateNetwork, sessionKeyKinds, validatorsOf } from '../network.ts'
import type { SubstrateNode } from '../schema.ts'
import type { Answering } from './seen.ts'

/** Key types whose authorities every runtime with them tells, by what answers name them. */
const keyTypes = {
  aura: { keyType: 'aura', work: 'makes blocks' },
  grandpa: { keyType: 'gran', work: 'votes on finality' },
} as const

type Consensus = keyof typeof keyTypes

const kindOf = (network: SubstrateNetwork, consensus: Consensus): SessionKeyKind | undefined =>
  sessionKeyKinds(network).find(({ keyType }) => keyType === keyTypes[consensus].keyType)

/** Keys that a validator signs with: one whose keys rotate has those before, too. */
function keysOf(
  network: SubstrateNetwork,
  material: Material,
  node: AnyNode<SubstrateNode>,
  consensus: Consensus,
): readonly string[] {
  const kind = kindOf(network, consensus)
  return kind === undefined ? [] : heldSessionKeys(node, material).flatMap((keys) => keys[kind.name] ?? [])
}

/** The validator of the definition that has a key. */
export const ownerOf = (
  network: SubstrateNetwork,
  material: Material,
  consensus: Consensus,
  key: string,
): AnyNode | undefined => validatorsOf(network).find((node) => keysOf(network, material, node, consensus).includes(key))

/** Validators of the definition that are no authorities, and the other way round. */
export function authorityVerdicts(
  network: SubstrateNetwork,
  material: Material,
  seen: readonly Answering[],
): Verdict[] {
  // Who is furthest knows the newest authorities.
  const byHeight = [...seen].sort((a, b) => b.now.best - a.now.best)
  const lists = (Object.keys(keyTypes) as Consensus[]).flatMap((consensus) => {
    const keys = byHeight.find(({ now }) => now.authorities[consensus] !== undefined)?.now.authorities[consensus]
    return keys === undefined ? [] : [{ consensus, keys }]
  })
  const [first] = lists
  if (first === undefined) return []
  const found = lists.flatMap(({ consensus, keys }) => [
    ...missing(network, material, consensus, keys),
    ...strangers(network, material, consensus, keys),
  ])
  const rotating = rotatingVerdicts(network, material, lists)
  if (found.length + rotating.length > 0) return [...found, ...rotating]
  const total = first.keys.length
  const named = validatorsOf(network).length
  const which = listed(lists.map(({ consensus }) => consensus))
  return [
    good(
      total === named
        ? `the ${counted(total, 'authority', 'authorities')} of the chain ${agreeing(total, 'matches', 'match')} the definition (${which})`
        : `the chain has ${counted(total, 'authority', 'authorities')}, the ${counted(named, 'validator')} of the definition among them (${which})`,
    ),
  ]
}

const missing = (
  network: SubstrateNetwork,
  material: Material,
  consensus: Consensus,
  keys: readonly string[],
): Verdict[] =>
  validatorsOf(network).flatMap((node) => {
    const own = keysOf(network, material, node, consensus)
    if (own.length === 0 || own.some((key) => keys.includes(key))) return []
    const id = nodeId(node)
    return [
      bad(
        `${id} is defined as a validator, but the chain has none of its ${consensus} keys: it is not one that ${keyTypes[consensus].work}`,
        `the chain adds it in a new session, when its account has announced its session keys (\`chancery substrate session-keys ${id}\`) and those who decide about validators have chosen it`,
      ),
    ]
  })

/** Validators that sign with keys of the rotation before. */
const rotatingVerdicts = (
  network: SubstrateNetwork,
  material: Material,
  lists: readonly { readonly consensus: Consensus; readonly keys: readonly string[] }[],
): Verdict[] =>
  network.nodes
    .filter((node) => isValidator(node) && node.own.keyRotation > 0)
    .filter((node) => {
      const current = sessionKeysOf(node, material)
      return lists.some(({ consensus, keys }) => {
        const kind = kindOf(network, consensus)
        const key = kind === undefined ? undefined : current?.[kind.name]
        const isKnown = keysOf(network, material, node, consensus).some((held) => keys.includes(held))
        return isKnown && key !== undefined && !keys.includes(key)
      })
    })
    .map((node) =>
      bad(
        `${nodeId(node)} signs with the session keys that it had before: the chain does not have those of keyRotation ${node.own.keyRotation}`,
        `its account announces them (\`chancery substrate session-keys ${nodeId(node)}\`); the chain uses them in the session after the next one`,
      ),
    )

/** The definition of a chain that others began need not have all of its validators. */
const strangers = (
  network: SubstrateNetwork,
  material: Material,
  consensus: Consensus,
  keys: readonly string[],
): Verdict[] =>
  isCompleted(network)
    ? keys
        .filter((key) => ownerOf(network, material, consensus, key) === undefined)
        .map((key) =>
          bad(
            `the chain has an authority that is not in the definition: ${consensus} key ${key}`,
            'add its owner to the definition: as an organization, or external. If one of ours had this key before, its account has to announce the new one',
          ),
        )
    : []
