import type { FileContent } from '../file-content.ts'
import type { Lock } from '../network/lock.ts'
import type { Network } from '../network/network.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import type { Plain } from './plain.ts'
import { readStatement, signaturesFolder } from './statement-file.ts'

/** What counts for an organization until it signs the next statement. */
export interface FormerConsent {
  /** Who signs for it, without comments; nobody where it names none. */
  readonly signers: readonly string[]
  /** Digest of the statement that was signed last, where one is known. */
  readonly statement: string | undefined
  /** What that statement says; nothing where it cannot be read. */
  readonly agreement: Readonly<Record<string, Plain>>
}

/** By the name of each organization that names signers, or has ever signed. */
export type FormerConsents = ReadonlyMap<string, FormerConsent>

/**
 * What counts in a commit. Who signs is in three places, and one is enough, so that taking it out of another hides nothing: the lock,
 * the definition (undefined when it cannot be read), the statement.
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
