import type { Path, Problem } from '../network/finding.ts'

export const error = (rule: string, message: string, hint: string, path: Path): Problem => ({
  rule,
  severity: 'error',
  message,
  hint,
  path,
})

export const warning = (rule: string, message: string, hint: string, path: Path): Problem => ({
  ...error(rule, message, hint, path),
  severity: 'warning',
})

export const notice = (rule: string, message: string, hint: string, path: Path): Problem => ({
  ...error(rule, message, hint, path),
  severity: 'notice',
})

/** In another file than the definition. */
export const inFile = (rule: string, file: string, message: string, hint: string): Problem => ({
  ...error(rule, message, hint, []),
  file,
})
