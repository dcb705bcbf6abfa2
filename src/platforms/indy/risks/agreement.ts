import type { Risk } from '../../../network/risk.ts'
import type { IndyRevision, IndyState } from './revision.ts'

/** The agreement of authors. A ledger keeps every version that it was given; the newest applies. */
export function agreementRisks(before: IndyRevision, after: IndyRevision): Risk[] {
  const [was, is] = [agreementOf(before), agreementOf(after)]
  const path = ['transactionAuthorAgreement']
  const risk = (message: string, hint: string): Risk[] => [
    { id: 'author-agreement-changed', severity: 'caution', subject: path.join('.'), message, hint, path },
  ]
  if (is === undefined)
    return was === undefined
      ? []
      : risk(
          `the transaction author agreement (version ${was.version}) leaves the definition: the ledger keeps it, and authors must accept it as before`,
          'have a trustee disable all agreements of the ledger, where none is to apply',
        ).map((one) => ({ ...one, path: ['version'] }))
  if (was === undefined || was.version !== is.version)
    return risk(
      `the transaction author agreement is version ${is.version}${was === undefined ? ', and there was none' : ` instead of ${was.version}`}: from its transaction on the ledger refuses what authors write who have not accepted this version`,
      'tell the authors first, then run `chancery indy agreement`',
    )
  if (was.text !== is.text)
    return risk(
      `the text of transaction author agreement ${is.version} is another one: the ledger keeps the text that a version had first`,
      'give the new text a new version, or restore the file',
    )
  if (was.ratified !== is.ratified)
    return risk(
      `transaction author agreement ${is.version} was ratified on ${is.ratified} instead of ${was.ratified}: the ledger keeps the day that a version had first`,
      `restore ratified: ${was.ratified}`,
    )
  return was.mechanisms === is.mechanisms
    ? []
    : risk(
        `the acceptance mechanisms are ${is.mechanisms} instead of ${was.mechanisms}: the ledger refuses acceptances by any other`,
        'tell the authors first, then run `chancery indy agreement`',
      )
}

export function agreementOf({ network, material }: IndyState) {
  const agreement = network.top.transactionAuthorAgreement
  if (agreement === undefined) return undefined
  const { version, file, mechanisms, ratified } = agreement
  return { version, ratified, text: material.text(file), mechanisms: Object.keys(mechanisms).sort().join(', ') }
}
