import type { FileContent } from '../file-content.ts'
import type { Lock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import type { Plain } from './plain.ts'
import { readStatement, signaturesFolder } from './statement-file.ts'

/** The signed state of an organization until its next statement. */
export interface FormerConsent {
  /** Its signers, without comments; empty if it has none. */
  readonly signers: readonly string[]
  /** Digest of its last signed statement, if known. */
  readonly statement: string | undefined
  /** The agreement of that statement; empty if it is unreadable. */
  readonly agreement: Readonly<Record<string, Plain>>
}

/** By the name of each organization that has signers, or has ever signed. */
export type FormerConsents = ReadonlyMap<string, FormerConsent>

/**
 * The signed state in a commit. Signers are in three places, and any of them counts, so that removing them from one hides nothing: the lock,
 * the definition (undefined when unreadable), the statement.
 */
export function formerConsents(
  network: Network | undefined,
  lock: Pick<Lock, 'signers'>,
  files: ReadonlyMap<string, FileContent>,
): FormerConsents {
  const defined = new Map(
    (network?.organizations ?? []).map(({ name, signers }) => [name, signers.map(withoutComment)]),
  )
  const stated = [...files.keys()].flatMap((path) => {
    const [, name] = path.startsWith(`${signaturesFolder}/`) ? (/\/([^/.]+)\.yaml$/.exec(path) ?? []) : []
    return name === undefined ? [] : [name]
  })
  const names = [...new Set([...defined.keys(), ...Object.keys(lock.signers), ...stated])].sort()
  return new Map(names.map((name) => [name, formerConsent(name, lock, defined.get(name) ?? [], files)]))
}

function formerConsent(
  name: string,
  lock: Pick<Lock, 'signers'>,
  defined: readonly string[],
  files: ReadonlyMap<string, FileContent>,
): FormerConsent {
  const recorded = Object.hasOwn(lock.signers, name) ? lock.signers[name] : undefined
  const read = readStatement(files, name)
  const statement = typeof read === 'string' ? undefined : read
  const stated = statement?.agreement.signers
  const candidates = [recorded?.keys ?? [], defined, Array.isArray(stated) ? stated.map(String) : []]
  return {
    signers: (candidates.find(({ length }) => length > 0) ?? []).map(withoutComment),
    statement: statement?.digest ?? recorded?.statement,
    agreement: statement?.agreement ?? {},
  }
}
