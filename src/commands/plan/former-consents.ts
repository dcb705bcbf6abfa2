import type { CheckedNetwork } from '../../check/checked-network.ts'
import { draftOf } from '../../check/draft.ts'
import { type FormerConsents, formerConsents } from '../../consent/former.ts'
import { signaturesFolder } from '../../consent/statement-file.ts'
import { toText } from '../../file-content.ts'
import { emptyLock, lockFile, readLock } from '../../network/lock.ts'
import { readSource } from '../../network/source.ts'
import { type ReadableFiles, readFolder } from '../../repository/files.ts'

/** The signatures of organizations in a commit, even if the commit has errors: a definition with errors must not hide signers. */
export async function formerConsentsIn(
  network: string,
  files: ReadableFiles,
  former?: CheckedNetwork,
): Promise<FormerConsents> {
  // Already read without errors: reading a large definition again takes time.
  if (former !== undefined) return formerConsents(former.network, former.lock, former.materialFiles)

  const [definition, lockBytes, signatures] = await Promise.all([
    files.readBytes(network),
    files.readBytes(lockFile),
    readFolder(files, signaturesFolder),
  ])
  const source = definition === undefined ? [] : readSource(network, toText(definition))
  const lock = readLock(lockBytes === undefined ? undefined : toText(lockBytes))
  return formerConsents(
    'value' in source ? draftOf(source).resolved?.network : undefined,
    'ports' in lock ? lock : emptyLock,
    signatures,
  )
}
