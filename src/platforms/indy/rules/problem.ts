import type { Path, Problem } from '../../../network/finding.ts'

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

/** Where something is written: in the definition, or in a file of `material/`. */
export type Written = Pick<Problem, 'path' | 'file'>

/** There, whichever it is. */
export const report = (rule: string, message: string, hint: string, place: Written): Problem => ({
  ...error(rule, place.file === undefined ? message : `${place.file}: ${message}`, hint, place.path),
  ...(place.file === undefined ? {} : { file: place.file }),
})
