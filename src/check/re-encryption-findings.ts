import type { LeftFile } from '../material/re-encryption.ts'
import type { Finding } from '../network/finding.ts'
import type { CheckedNetwork } from './checked-network.ts'

/** Sealed files that were not encrypted anew: errors, as somebody requested it. */
export const leftFileFindings = (left: readonly LeftFile[], { source }: CheckedNetwork): Finding[] =>
  left.map(({ file, reason, hint, path }) => ({
    rule: 'not-re-encrypted',
    severity: 'error',
    message: `${file} keeps its recipients: ${reason}`,
    hint,
    place: source.at(path),
  }))
