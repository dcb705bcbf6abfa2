import type { Risk } from '../../../network/risk.ts'
import type { IndyRevision, IndyState } from './revision.ts'

/** The agreement of authors. Another text or day of a version is refused. */
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
      'tell the authors first, then run `chancery indy agreement --submit`',
    )
  return was.mechanisms === is.mechanisms
    ? []
    : risk(
        `the acceptance mechanisms are ${is.mechanisms} instead of ${was.mechanisms}: the ledger refuses acceptances by any other`,
        'tell the authors first, then run `chancery indy agreement --submit`',
      )
}

export function agreementOf({ network }: IndyState) {
  const agreement = network.top.transactionAuthorAgreement
  if (agreement === undefined) return undefined
  const { version, mechanisms } = agreement
  return { version, mechanisms: Object.keys(mechanisms).sort().join(', ') }
}
