import type { Path } from '../network/finding.ts'
import { isMapping } from '../network/mapping.ts'
import { secretKind } from '../network/rules/secrets.ts'
import { keyOf } from './leaves.ts'
import { free } from './organization.ts'

/** Keys that only Bevel has for secrets. */
const secretField = /(?:pwd|adminpw|passw?d?|passphrase)$/i

/** Names and places, not secrets: a key of a cloud, a path of Vault. */
const publicField = /^(?:encryption_key|secret_path|username)$/i

/** Texts for which people fill in a secret later, and paths of files. */
const pathLike = /^(?:path_to_\w+|(?:~|\.{0,2})\/\S*|[A-Z_]*_?PATH)$/

/** A name and a password in a URL. */
const credentialsInUrl = /:\/\/[^/\s:@]+:[^/\s@]+@/

/** Its look alone, whatever the field is called. */
const looksSecret = (text: string): boolean => secretKind([], text) !== undefined || credentialsInUrl.test(text)

/** Whether a value of a Bevel file is a secret, by its field, by a field around it, or by its look. */
function isSecret(path: Path, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return false
  const text = String(value)
  if (text.trim() === '') return false
  if (looksSecret(text)) return true
  const fields = path.filter((step) => typeof step === 'string')
  const field = fields.at(-1)
  if (field === undefined || publicField.test(field) || pathLike.test(text)) return false
  return fields.some((one) => secretField.test(one)) || secretKind(path, text) !== undefined
}

/** A network of Bevel without its secrets. */
export interface OpenNetwork {
  readonly network: Readonly<Record<string, unknown>>
  /** Whether the value at a path was a secret. */
  isSecret(path: Path): boolean
  /** The same path in the input, where keys may be secrets. */
  inputPath(path: Path): Path
}

const hidden = '<secret>'

/** Puts a placeholder in place of each secret: nothing that reads the network afterwards can copy or print one. */
export function withoutSecrets(network: Readonly<Record<string, unknown>>): OpenNetwork {
  const secrets = new Set<string>()
  const keys = new Map<string, string>()
  return {
    network: opener(secrets, keys)(network, [], false),
    isSecret: (path) => secrets.has(keyOf(path)),
    inputPath: (path) => path.map((step, at) => keys.get(keyOf(path.slice(0, at + 1))) ?? step),
  }
}

/** A path without keys that are secrets. */
export const openPath = (path: Path): Path =>
  path.map((step) => (typeof step === 'string' && looksSecret(step) ? hidden : step))

/** `keys` gets keys that are secrets, by their paths. */
function opener(secrets: Set<string>, keys: Map<string, string>) {
  const value = (given: unknown, path: Path, isBelow: boolean): unknown => {
    if (Array.isArray(given)) return given.map((item: unknown, at) => value(item, [...path, at], isBelow))
    if (isMapping(given)) return mapping(given, path, isBelow)
    if (!isBelow && !isSecret(path, given)) return given
    secrets.add(keyOf(path))
    return hidden
  }
  /** `isBelow`: a key around it is a secret. */
  const mapping = (given: Readonly<Record<string, unknown>>, path: Path, isBelow: boolean): Record<string, unknown> => {
    const taken = new Set<string>()
    return Object.fromEntries(
      Object.entries(given).map(([key, inner]): [string, unknown] => {
        const isKey = looksSecret(key)
        const shown = isKey ? free(hidden, taken) : key
        taken.add(shown)
        if (isKey) keys.set(keyOf([...path, shown]), key)
        return [shown, value(inner, [...path, shown], isBelow || isKey)]
      }),
    )
  }
  return mapping
}
