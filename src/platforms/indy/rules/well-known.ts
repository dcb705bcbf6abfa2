import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { isOurs, nodeId } from '../../../network/network.ts'
import { nodeKeysOf } from '../identity-file.ts'
import { identityOf } from '../keys/keys.ts'
import type { IndyNetwork } from '../network.ts'
import { holdersOf, writtenKey } from './holders.ts'
import { report, type Written } from './place.ts'

/** Names that Indy's tools pad to a seed of 32 characters: getSigningSeed in test_network_setup.py of indy-plenum. */
const seeds = (['Node', 'Steward', 'Trustee', 'Client', 'Endorser'] as const).flatMap((name) =>
  Array.from({ length: 30 }, (_, at) => `${name}${at + 1}`.padStart(32, '0')),
)

let published: ReadonlyMap<string, string> | undefined

/** Verkeys of seeds that everybody knows, with the seed: von-network, BCovrin and the demos of Aries have them. */
const publishedSeed = (verkey: string): string | undefined => {
  published ??= new Map(seeds.map((seed) => [identityOf(seed).verkey, seed]))
  return published.get(verkey)
}

/** Keys of test pools: anybody can act as their owner. */
export const wellKnownKeyProblems = (network: IndyNetwork, material: Material): Problem[] => [
  ...[...network.nodes, ...network.external].flatMap((node) =>
    knownKey(nodeId(node), nodeKeysOf(node, material)?.verkey, writtenKey(node, 'verkey'), isOurs(node)),
  ),
  ...holdersOf(network, material).flatMap(({ who, identity, at }) =>
    knownKey(who, identity.verkey, at('verkey'), at('verkey').file !== undefined),
  ),
]

function knownKey(who: string, verkey: string | undefined, place: Written, ours: boolean): Problem[] {
  const seed = verkey === undefined ? undefined : publishedSeed(verkey)
  if (seed === undefined) return []
  return [
    report(
      'well-known-key',
      `the key of ${who} is public: it is made from the seed ${seed} of test pools`,
      ours
        ? 'remove both halves of the key and make a new one with `chancery keys`'
        : 'ask its owner for a key from a seed that nobody else knows',
      place,
    ),
  ]
}
