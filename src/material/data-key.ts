import { isRecord } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import type { Keyring } from './identities.ts'

/** Key services other than age for data keys, by field of the sops block: stores/stores.go of sops, metadata. */
const others: Readonly<Record<string, string>> = {
  kms: 'AWS KMS',
  gcp_kms: 'GCP KMS',
  azure_kv: 'Azure Key Vault',
  hc_vault: 'HashiCorp Vault',
  hckms: 'HUAWEI CLOUD KMS',
  pgp: 'PGP',
  key_groups: 'several key groups',
}

interface Wrapped {
  readonly recipient: string
  readonly wrapped: string
}

/**
 * The data key of a SOPS document. `name` is for messages. Throws an OperatorError when no
 * identity opens it.
 */
export async function dataKeyOf(
  sops: Readonly<Record<string, unknown>>,
  name: string,
  keyring: Keyring,
): Promise<Uint8Array> {
  const all = wrappedKeys(sops.age)
  const pairs = keyring.identities.flatMap((identity) =>
    all.map(({ recipient, wrapped }) => ({ identity, wrapped, isNamed: identity.recipient === recipient })),
  )
  const named = pairs.filter(({ isNamed }) => isNamed)
  // The name of a recipient is not authenticated, so all recipients are tried.
  for (const { identity, wrapped } of [...named, ...pairs.filter(({ isNamed }) => !isNamed)]) {
    const dataKey = await identity.unwrap(wrapped)
    if (dataKey?.length === 32) return dataKey
  }
  const [damaged] = named
  if (damaged === undefined) throw closed(sops, name, keyring, all)
  throw new OperatorError(
    `${name} was changed after its encryption (its data key for ${short(damaged.identity.recipient)} does not decrypt)`,
    'restore its file from Git',
  )
}

const wrappedKeys = (age: unknown): readonly Wrapped[] =>
  (Array.isArray(age) ? age : [])
    .filter(isRecord)
    .map(({ recipient, enc }) => ({ recipient: String(recipient), wrapped: String(enc) }))

/** Recipients of age itself, not of its plug-ins (`age1yubikey1…`), and not SSH keys. */
const isNative = (recipient: string): boolean => /^age1(pq1)?[02-9a-z]+$/.test(recipient)

function closed(
  sops: Readonly<Record<string, unknown>>,
  name: string,
  { identities, passedOver }: Keyring,
  all: readonly Wrapped[],
): OperatorError {
  const recipients = all.map(({ recipient }) => recipient)
  const native = recipients.filter(isNative).map(short)
  if (native.length === 0) {
    const found = [...recipients.map(short), ...otherKeysOf(sops)]
    return new OperatorError(
      `${name} is encrypted for ${found.join(', ') || 'nobody'}: direct apply can use age keys (age1…) only`,
      'add an age recipient with `sops rotate --in-place --add-age age1…` and its file, or let Flux apply it',
    )
  }
  const given = ['no age key is available', 'the available age key matches none of its recipients']
  return new OperatorError(
    `${name} cannot be decrypted: ${given[identities.length] ?? `none of the ${identities.length} available age keys matches its recipients`}`,
    [
      `put the secret half (AGE-SECRET-KEY-…) of ${native.join(' or ')} into SOPS_AGE_KEY, or into the file that SOPS_AGE_KEY_FILE names`,
      ...(passedOver.length === 0 ? [] : [`skipped: ${passedOver.join(', ')}`]),
    ].join('; '),
  )
}

/** Recipients of a document other than age, from its sops block. */
export const otherKeysOf = (sops: unknown): readonly string[] =>
  isRecord(sops) ? Object.entries(others).flatMap(([field, label]) => (isFilled(sops[field]) ? [label] : [])) : []

const isFilled = (keys: unknown): boolean => Array.isArray(keys) && keys.length > 0

/** Post-quantum recipients have two thousand characters. */
const short = (recipient: string): string => (recipient.length > 70 ? `${recipient.slice(0, 24)}…` : recipient)
