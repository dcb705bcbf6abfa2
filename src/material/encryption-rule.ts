/** Decides which values of a SOPS document are encrypted, by the keys on their path. */
export interface EncryptionRule {
  /** The field of the sops block with the rule. */
  readonly field: string
  /** Undefined when Chancery does not support the rule. */
  readonly covers: ((path: readonly string[]) => boolean) | undefined
}

type Follow = (value: string) => EncryptionRule['covers']

const someKey =
  (test: (key: string) => boolean): EncryptionRule['covers'] =>
  (path) =>
    path.some(test)

const noKey =
  (test: (key: string) => boolean): EncryptionRule['covers'] =>
  (path) =>
    !path.some(test)

/** sops.go, shouldBeEncrypted. Rules about comments are not supported: kustomize drops comments. */
const rules: Readonly<Record<string, Follow>> = {
  unencrypted_suffix: (suffix) => noKey((key) => key.endsWith(suffix)),
  encrypted_suffix: (suffix) => someKey((key) => key.endsWith(suffix)),
  unencrypted_regex: (source) => withPattern(source, noKey),
  encrypted_regex: (source) => withPattern(source, someKey),
  unencrypted_comment_regex: () => undefined,
  encrypted_comment_regex: () => undefined,
}

/** The rule of a sops block. No rule means `unencrypted_suffix: _unencrypted`, and two rules are invalid: stores/stores.go, ToInternal. */
export function encryptionRule(sops: Readonly<Record<string, unknown>>): EncryptionRule {
  const given = Object.entries(rules).flatMap(([field, follow]) => {
    const value = sops[field] ?? ''
    return value === '' ? [] : [{ field, covers: typeof value === 'string' ? follow(value) : undefined }]
  })
  if (given.length > 1) return { field: given.map(({ field }) => field).join(' and '), covers: undefined }
  return given[0] ?? { field: 'unencrypted_suffix', covers: noKey((key) => key.endsWith('_unencrypted')) }
}

function withPattern(source: string, rule: typeof someKey): EncryptionRule['covers'] {
  const pattern = patternOf(source)
  return pattern === undefined ? undefined : rule((key) => pattern.test(key))
}

/** A Go pattern (RE2). With `u`, JavaScript refuses syntax with another meaning: `\A`, `\Q`, `[[:alpha:]]`, `(?P<a>`. */
function patternOf(source: string): RegExp | undefined {
  const flags = /^\(\?([ims]+)\)/.exec(source)
  try {
    return new RegExp(source.slice(flags?.[0].length ?? 0), `u${[...new Set(flags?.[1])].join('')}`)
  } catch {
    return undefined
  }
}
