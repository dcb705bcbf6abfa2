import type { FileContent } from '../../file-content.ts'
import { digestOf } from '../../material/digest.ts'
import { dumpLock, type LedgerRecord, type Lock } from '../../network/lock.ts'

/** The lock with what is known of the ledger, and with digests of new material; undefined when it would have nothing. */
export function adoptedLock(
  lock: Lock,
  material: ReadonlyMap<string, FileContent>,
  ledger: LedgerRecord | undefined,
): string | undefined {
  const digests = Object.fromEntries(
    [...material].filter(([path]) => path.startsWith('material/')).map(([path, content]) => [path, digestOf(content)]),
  )
  if (Object.keys(digests).length === 0 && ledger === undefined) return undefined
  return dumpLock({
    ...lock,
    // What is recorded was asked for by a definition since: it counts more.
    ledger: { ...ledger, ...lock.ledger },
    material: { ...digests, ...lock.material },
  })
}
