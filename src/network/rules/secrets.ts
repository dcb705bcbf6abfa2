import { validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import type { Path, Problem } from '../finding.ts'
import type { Source } from '../source.ts'
import { secretHint, secretIn } from './secret-shapes.ts'
import { texts } from './texts.ts'

/** Keys whose values are secrets. `pullSecret`, `tlsSecret` and `existingSecret` hold names, and are not among them. */
const secretKey =
  /^(?:.*[-_.])?(?:pass(?:word|wd|phrase)|secret|secret[-_]?key|private[-_]?key|node[-_]?key|api[-_]?key|access[-_]?key|token|(?:root|access|auth|bearer)[-_]?token|mnemonic|seed(?:[-_]?phrase)?|credentials?)$|(?:Password|Passphrase|PrivateKey|SecretKey|ApiKey|AccessKey|Token|Mnemonic)$/i

/** Secrets in values and keys: no field of a definition may hold one. */
export function secretProblems(source: Source): Problem[] {
  const problem = (what: string, path: Path, atKey: boolean): Problem => ({
    rule: 'plain-secret',
    severity: 'error',
    message: `${what} in plain text`,
    hint: secretHint,
    path,
    ...(atKey ? { atKey } : {}),
  })
  return texts(source.value, []).flatMap(({ path, text, isKey }): Problem[] => {
    const what = isKey ? secretIn(text) : secretKind(path, text)
    return what === undefined ? [] : [problem(what, path, isKey)]
  })
}

/** The kind of secret of a value, by its text or its key; undefined when it is none. */
export function secretKind(path: Path, text: string): string | undefined {
  const shape = secretIn(text)
  if (shape !== undefined) return shape
  if (isMnemonic(text)) return 'a mnemonic phrase'
  if (isPrivateKey(path, text)) return 'what looks like a private key (64 hexadecimal digits)'
  if (isSeed(path, text)) return 'what looks like a seed (32 characters)'
  const key = path.findLast((step) => typeof step === 'string' && secretKey.test(step))
  return text === '' || key === undefined || isFile(text) ? undefined : `a value of "${key}"`
}

/** The path of a file, not a secret. Base64 can have a slash too, but no extension. */
const isFile = (text: string): boolean => /^(?:\/[\w-]+)+\.\w+$/.test(text)

/** A BIP-39 phrase: 12 to 24 words of the list with a valid checksum. */
const isMnemonic = (text: string): boolean =>
  /^\s*[a-z]+(?:\s+[a-z]+){11,23}\s*$/.test(text) && validateMnemonic(text.trim().replace(/\s+/g, ' '), wordlist)

/** Code and storage of a contract have values of this length too, digests and hashes of blocks, and amounts in wei are numbers of 256 bits. */
const isPrivateKey = (path: Path, text: string): boolean =>
  /^(?:0x)?[0-9a-f]{64}$/i.test(text) && !path.some((step) => longValues.has(step))

const longValues: ReadonlySet<string | number> = new Set([
  'storage',
  'code',
  'balance',
  'blockReward',
  'digests',
  'sha256',
  'expectedGenesisHash',
])

/** An Ed25519 seed as text, in place of the public key: that has 43 or 44 characters. */
const isSeed = (path: Path, text: string): boolean => path.at(-1) === 'verkey' && text.length === 32

/** Removes secrets from other findings, which may repeat values. */
export function withoutEchoes(secrets: readonly Problem[], others: readonly Problem[]): Problem[] {
  const places = new Set(secrets.map(({ path }) => JSON.stringify(path)))
  return others.filter(({ path, file }) => file !== undefined || !places.has(JSON.stringify(path)))
}
