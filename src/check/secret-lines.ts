import type { Finding } from '../network/finding.ts'
import { secretHint, secretIn, secretLines } from '../network/rules/secret-shapes.ts'

/** Secrets outside of values: in comments, or in a file that is not YAML. */
export const lineFindings = (file: string, text: string, part?: (line: string) => string): Finding[] =>
  secretLines(text, part).map(({ line, what }) => ({
    rule: 'plain-secret',
    severity: 'error',
    message: `${what} in plain text`,
    hint: secretHint,
    place: { file, line, column: 1 },
  }))

/** A finding of the YAML parser, which may repeat a part of the text. */
export const withoutEcho = (finding: Finding): Finding =>
  secretIn(finding.message) === undefined ? finding : { ...finding, message: 'not valid YAML' }
