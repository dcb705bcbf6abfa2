import { isDeepStrictEqual } from 'node:util'
import type { Scheme } from '../chain-schema.ts'
import { keyTypesOf } from '../genesis/key-types.ts'
import { knownKeyType, type SessionKeyKind } from '../network.ts'
import type { NodeFolder } from './node-folder.ts'

interface ChainSessionKeys {
  /** `sessionKeys` of the chain, where they are others than the default. */
  readonly fields: { readonly sessionKeys?: Readonly<Record<string, Scheme>> }
  readonly tasks: readonly string[]
}

const usual: Readonly<Record<string, Scheme>> = { aura: 'sr25519', grandpa: 'ed25519' }

/** Of runtimes that do not tell their order: that of Polkadot, with Aura first. */
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

/** The kinds of keys that the keystores have, in the order of the runtime of the first block. */
export function sessionKeysOfChain(nodes: readonly NodeFolder[], runtime: Uint8Array | undefined): ChainSessionKeys {
  const found = new Map(
    nodes.flatMap(({ sessionKeys }) =>
      Object.entries(sessionKeys).map(([name, { scheme }]): [string, SessionKeyKind] => [
        name,
        { name, scheme, keyType: knownKeyType(name) ?? name },
      ]),
    ),
  )
  const kinds = [...found.values()].sort((a, b) => placeOf(a) - placeOf(b))
  const types = runtime === undefined ? undefined : keyTypesOf(runtime, kinds)
  const told = types === undefined || types === 'too few' ? [] : types
  const isTold = kinds.length === told.length && kinds.every(({ keyType }) => told.includes(keyType))
  const ordered = isTold ? kinds.toSorted((a, b) => told.indexOf(a.keyType) - told.indexOf(b.keyType)) : kinds
  const sessionKeys = Object.fromEntries(ordered.map(({ name, scheme }) => [name, scheme]))
  const isUsual = isDeepStrictEqual(Object.entries(sessionKeys), Object.entries(usual))
  if (kinds.length === 0 || (isUsual && (isTold || types === undefined))) return { fields: {}, tasks: [] }
  return {
    fields: { sessionKeys },
    tasks: isTold
      ? []
      : [
          'Check `chain.sessionKeys`: it needs the fields of the SessionKeys of the runtime in their order, and the keystores do not tell them.',
        ],
  }
}

const placeOf = ({ name }: SessionKeyKind): number => {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}
