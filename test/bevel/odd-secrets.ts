import fc from 'fast-check'
import { isContainer, isMapping } from '../../src/network/mapping.ts'

/** Texts that are secrets wherever they are. */
const secrets = [
  'https://operator:hush@git.example.com/ledgers.git',
  '-----BEGIN EC PRIVATE KEY-----\nhush\n-----END EC PRIVATE KEY-----\n',
  `ghp_${'hush'.repeat(9)}`,
  `hvs.${'hush'.repeat(7)}`,
  'deadbeef'.repeat(8),
]

export interface OddSecret {
  readonly text: string
  /** Which value: a number from 0 to 1. */
  readonly where: number
  readonly asKey: boolean
}

export const oddSecret: fc.Arbitrary<OddSecret> = fc.record({
  text: fc.constantFrom(...secrets),
  where: fc.nat({ max: 9999 }).map((number) => number / 10_000),
  asKey: fc.boolean(),
})

/** The same value with a secret in place of a scalar, or of the key of one. */
export function withSecret(value: unknown, { text, where, asKey }: OddSecret): unknown {
  const target = Math.floor(where * scalarsIn(value))
  let at = 0
  const copy = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(copy)
    if (!isMapping(inner)) return at++ === target && !asKey ? text : inner
    return Object.fromEntries(
      Object.entries(inner).map(([key, below]) => {
        const isTarget = at === target && !isContainer(below)
        return [isTarget && asKey ? text : key, copy(below)]
      }),
    )
  }
  return copy(value)
}

const scalarsIn = (value: unknown): number =>
  isContainer(value) ? Object.values(value).reduce<number>((sum, inner) => sum + scalarsIn(inner), 0) : 1

/** Fields of Bevel with secrets, and those around them. */
const secretFields = /^(?:password|access_key|secret_key|root_token|geth_passphrase|userpwd|credentials)$/

/** Secrets that a mutation brought to another field are none there, unless they look like one: they lose their mark. */
export function markedOnlyInSecrets(value: unknown, isSecret = false): unknown {
  if (typeof value === 'string') return isSecret ? value : value.replaceAll('hush', 'plain')
  if (Array.isArray(value)) return value.map((item: unknown) => markedOnlyInSecrets(item, isSecret))
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replaceAll('hush', 'plain'),
      markedOnlyInSecrets(inner, isSecret || secretFields.test(key)),
    ]),
  )
}

/** The same value with the keys of all mappings in the opposite order. */
export function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
