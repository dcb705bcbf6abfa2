import type { Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'

/** Where something is written: in the definition, or in a file of `material/`. */
export type Written = Pick<Problem, 'path' | 'file'>

/** There, whichever it is. */
export const report = (rule: string, message: string, hint: string, place: Written): Problem => ({
  ...error(rule, place.file === undefined ? message : `${place.file}: ${message}`, hint, place.path),
  ...(place.file === undefined ? {} : { file: place.file }),
})
