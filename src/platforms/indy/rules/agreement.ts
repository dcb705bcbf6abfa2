import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { LedgerRecord } from '../../../network/lock.ts'
import { counted } from '../../../words.ts'
import { error } from '../../problem.ts'
import { agreementRecord, recordedAgreements } from '../agreement.ts'
import type { IndyNetwork } from '../network.ts'

/** Limits of indy-plenum: MSG_LEN_LIMIT in stp_core/config.py less 2 KiB, and TAA_ACCEPTANCE_MECHANISM_FIELD_LIMIT in plenum/config.py. */
const mostBytes = 128 * 1024 - 2048
const longestMechanism = 64

/** An agreement that the ledger would refuse, or that nobody could accept. */
export function agreementProblems({ top }: IndyNetwork, material: Material): Problem[] {
  const agreement = top.transactionAuthorAgreement
  if (agreement === undefined) return []
  const { file, mechanisms } = agreement
  const at = (message: string, hint: string, ...path: readonly string[]): Problem =>
    error('author-agreement', message, hint, ['transactionAuthorAgreement', ...path])
  const text = material.text(file)
  const bytes = Buffer.byteLength(text ?? '')
  const names = Object.keys(mechanisms)
  return [
    ...(text !== undefined && text.trim() === ''
      ? [at(`${file} is empty`, 'write the text of the agreement, or remove transactionAuthorAgreement', 'file')]
      : []),
    ...(bytes > mostBytes
      ? [
          at(
            `${file} has ${counted(bytes, 'byte')}: a transaction has room for ${mostBytes}`,
            'shorten the text, or publish it elsewhere and name the place and its digest',
            'file',
          ),
        ]
      : []),
    ...(names.length === 0
      ? [
          at(
            'there is no acceptance mechanism: the ledger refuses an agreement that nobody can accept',
            'add one, such as `for_session: Agreed in the session`',
            'mechanisms',
          ),
        ]
      : []),
    ...names
      .filter((name) => name.length > longestMechanism)
      .map((name) =>
        at(
          `the acceptance mechanism ${name} has ${name.length} characters: requests have room for ${longestMechanism}`,
          'use a short name, and describe it in its text',
          'mechanisms',
          name,
        ),
      ),
  ]
}

/** The ledger keeps each version as it was first: an author who accepted it accepted that text. */
export function agreementChanges({ top }: IndyNetwork, material: Material, recorded: LedgerRecord): Problem[] {
  const agreement = top.transactionAuthorAgreement
  const text = agreement === undefined ? undefined : material.text(agreement.file)
  if (agreement === undefined || text === undefined) return []
  const known = recordedAgreements(recorded)[agreement.version]
  if (known === undefined || known === agreementRecord(agreement, text)) return []
  return [
    error(
      'author-agreement-version',
      `version ${agreement.version} of the transaction author agreement had another text, day or mechanisms`,
      'set a new version: the ledger keeps each as it was first. If no trustee has submitted this version yet, remove its line from network.lock.yaml',
      ['transactionAuthorAgreement', 'version'],
    ),
  ]
}
