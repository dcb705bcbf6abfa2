import type { Problem } from './finding.ts'
import { isMapping } from './mapping.ts'

/** The top key of files of Hyperledger Bevel. */
export const bevelKey = 'network'

/** Whether a value is a file of Hyperledger Bevel: a key `network` with a type, and no ledger of ours beside it. */
export const isBevelFile = (value: unknown): boolean =>
  isMapping(value) && value.platform === undefined && isMapping(value[bevelKey]) && value[bevelKey].type !== undefined

/** The only finding about such a file: everything else in it has another meaning than in a definition. */
export const bevelProblem = (file: string): Problem & { readonly hint: string } => ({
  rule: 'bevel-definition',
  severity: 'error',
  message: `${file} describes a network of Hyperledger Bevel`,
  hint: `run \`chancery import bevel ${file} --into FOLDER\`: it writes a definition, and reports what becomes of each field`,
  path: [bevelKey],
  atKey: true,
})
