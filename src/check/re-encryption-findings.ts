import type { LeftFile } from '../material/re-encryption.ts'
import type { Finding } from '../network/finding.ts'
import type { CheckedNetwork } from './checked-network.ts'

/**
 * Sealed files that were not encrypted anew. Operators of other clusters have the keys of some, so one is an error only where none at
 * all could be opened.
 */
export const leftFileFindings = (
  left: readonly LeftFile[],
  { source }: CheckedNetwork,
  isNothingDone: boolean,
): Finding[] =>
  left.map(({ file, reason, hint, failed, path }) => ({
    rule: 'not-re-encrypted',
    severity: isNothingDone && failed ? 'error' : 'warning',
    message: `${file} keeps its recipients: ${reason}`,
    hint,
    place: source.at(path),
  }))
