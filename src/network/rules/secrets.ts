import { validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { Path, Problem } from '../finding.ts'
import type { Source } from '../source.ts'

/** What a secret looks like wherever it stands in a text. The matched text itself is never repeated. */
const shapes: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/, what: 'a PEM private key' },
  { pattern: /AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]*1[A-Z0-9]{20,}/i, what: 'an age secret key' },
  { pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/, what: 'a GitHub token' },
  { pattern: /\bglpat-[A-Za-z0-9_-]{20,}/, what: 'a GitLab token' },
  { pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, what: 'an AWS access key' },
  { pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/, what: 'a Slack token' },
  { pattern: /\bAIza[A-Za-z0-9_-]{35}\b/, what: 'a Google API key' },
  { pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/, what: 'a Vault token' },
  { pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, what: 'a signed token (JWT)' },
]

/** Keys whose values are secrets. `pullSecret`, `tlsSecret` and `existingSecret` hold names, and are not among them. */
const secretKey =
  /^(?:.*[-_.])?(?:pass(?:word|wd|phrase)|secret|secret[-_]?key|private[-_]?key|node[-_]?key|api[-_]?key|access[-_]?key|token|(?:root|access|auth|bearer)[-_]?token|mnemonic|seed(?:[-_]?phrase)?|credentials?)$|(?:Password|Passphrase|PrivateKey|SecretKey|ApiKey|AccessKey|Token|Mnemonic)$/i

export const secretHint =
  'remove it here and in the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret)'

/** No field of a definition ever holds a secret: finds those in values, keys and comments. */
export function secretProblems(source: Source): Problem[] {
  const problems: Problem[] = []
  for (const [path, value] of scalars(source.value, [])) {
    const key = String(path.findLast((step) => typeof step === 'string') ?? '')
    const text = String(value)
    const shape = shapes.find(({ pattern }) => pattern.test(text))
    const what =
      shape?.what ??
      (isMnemonic(text)
        ? 'a mnemonic phrase'
        : value !== '' && value !== null && secretKey.test(key)
          ? `a value of "${key}"`
          : undefined)
    if (what === undefined) continue
    problems.push({ rule: 'plain-secret', severity: 'error', message: `${what} in plain text`, hint: secretHint, path })
  }
  return problems
}

/** Secrets in comments, which no value shows. Lines start at 1. */
export function secretsInComments(source: Source): { readonly line: number; readonly what: string }[] {
  return source.text.split('\n').flatMap((text, index) => {
    const comment = text.indexOf('#')
    if (comment < 0) return []
    const shape = shapes.find(({ pattern }) => pattern.test(text.slice(comment)))
    return shape === undefined ? [] : [{ line: index + 1, what: shape.what }]
  })
}

/** A BIP-39 phrase: 12 to 24 words of the list whose checksum is right. */
const isMnemonic = (text: string): boolean =>
  /^\s*[a-z]+(?:\s+[a-z]+){11,23}\s*$/.test(text) && validateMnemonic(text.trim().replace(/\s+/g, ' '), wordlist)

function* scalars(value: unknown, path: Path): Generator<readonly [Path, string | number | boolean | null]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* scalars(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* scalars(item, [...path, key])
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    yield [path, value]
}
