import { isDeepStrictEqual } from 'node:util'
import type { Scheme } from '../chain-schema.ts'
import type { NodeFolder } from './node-folder.ts'

interface ChainSessionKeys {
  /** `sessionKeys` of the chain, where they are others than the default. */
  readonly fields: { readonly sessionKeys?: Readonly<Record<string, Scheme>> }
  readonly tasks: readonly string[]
}

const usual: Readonly<Record<string, Scheme>> = { aura: 'sr25519', grandpa: 'ed25519' }

/** Runtimes name their keys in one order mostly: that of Polkadot. */
const order = [
  'aura',
  'grandpa',
  'babe',
  'im_online',
  'para_validator',
  'para_assignment',
  'authority_discovery',
  'beefy',
]

/** The kinds of keys that the keystores have. */
export function sessionKeysOfChain(nodes: readonly NodeFolder[]): ChainSessionKeys {
  const found = new Map(
    nodes.flatMap(({ sessionKeys }) =>
      Object.entries(sessionKeys).map(([name, { scheme }]) => [name, scheme] as const),
    ),
  )
  const names = [...found.keys()].sort((a, b) => placeOf(a) - placeOf(b))
  const sessionKeys = Object.fromEntries(
    names.flatMap((name) => {
      const scheme = found.get(name)
      return scheme === undefined ? [] : [[name, scheme] as const]
    }),
  )
  if (names.length === 0 || isDeepStrictEqual(sessionKeys, usual)) return { fields: {}, tasks: [] }
  return {
    fields: { sessionKeys },
    tasks: [
      'Check `chain.sessionKeys`: it needs the fields of the SessionKeys of the runtime in their order, and a keystore has no order.',
    ],
  }
}

const placeOf = (name: string): number => {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
