import { OperatorError } from '../../../errors.ts'
import type { Agreement } from '../transactions/agreement.ts'
import type { IndyCommandInput } from './signers.ts'

/** The agreement of the definition, with the text of its file. */
export function agreementIn({ network, material }: IndyCommandInput): Agreement | undefined {
  const { transactionAuthorAgreement: agreement } = network.top
  if (agreement === undefined) return undefined
  const { file, version, mechanisms, ratified } = agreement
  const text = material.text(file)
  if (text === undefined) throw new OperatorError(`there is no file ${file}`, 'add the text of the agreement')
  return { version, text, mechanisms, ratified }
}
