import type { Problem } from '../../../network/finding.ts'

/** A problem below the key genesis. */
export const problem = (
  severity: Problem['severity'],
  rule: string,
  message: string,
  path: readonly (string | number)[],
  hint: string,
): Problem => ({
  rule,
  severity,
  message,
  hint,
  path: ['genesis', ...path],
})
