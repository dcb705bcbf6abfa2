import type { Path } from '../network/finding.ts'
import { secretKind } from '../network/rules/secrets.ts'

/** Keys that only Bevel has for secrets. */
const secretField = /(?:pwd|adminpw|passw?d?|passphrase)$/i

/** Names and places, not secrets: a key of a cloud, a path of Vault. */
const publicField = /^(?:encryption_key|secret_path|username)$/i

/** Texts for which people fill in a secret later, and paths of files. */
const pathLike = /^(?:path_to_\w+|(?:~|\.{0,2})\/\S*|[A-Z_]*_?PATH)$/

/** A name and a password in a URL. */
const credentialsInUrl = /:\/\/[^/\s:@]+:[^/\s@]+@/

/** Whether a value of a Bevel file is a secret, by its field or by its look. */
export function isSecret(path: Path, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return false
  const text = String(value)
  if (text.trim() === '') return false
  // Its look alone, whatever the field is called.
  if (secretKind([], text) !== undefined || credentialsInUrl.test(text)) return true
  const field = path.findLast((step) => typeof step === 'string')
  if (typeof field !== 'string' || publicField.test(field) || pathLike.test(text)) return false
  return secretField.test(field) || secretKind(path, text) !== undefined
}
