import { exitStatus, type OperatorError } from '../errors.ts'
import { publicResult } from './cluster-result.ts'
import { findingJson } from './finding-json.ts'
import { planJson } from './plan/json.ts'
import type { Result } from './result.ts'
import type { FailureFile, ResultFile } from './result-schema.ts'

/** The result of a command for programs: `-o json`. result-schema.ts describes it. */
export function resultJson(
  command: string,
  {
    status,
    findings,
    clusterResults = [],
    ledger = [],
    dnsRecords = [],
    changed,
    files,
    kept,
    commit,
    plan,
    live,
    doctor,
    differences,
    descriptions,
    imported,
    adopted,
    output,
  }: Result,
): string {
  const document: ResultFile = {
    version: 1,
    command,
    status,
    ...(changed === undefined ? {} : { changed }),
    ...(files === undefined ? {} : { files }),
    ...(kept === undefined ? {} : { kept }),
    ...(commit === undefined ? {} : { commit }),
    clusters: clusterResults.map(publicResult),
    ledger,
    dnsRecords,
    ...(plan === undefined ? {} : { plan: planJson(plan) }),
    ...(live === undefined ? {} : { live }),
    ...(differences === undefined ? {} : { differences }),
    ...(doctor === undefined ? {} : { checks: doctor }),
    ...(descriptions === undefined ? {} : { descriptions }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(imported === undefined ? {} : { imported }),
    ...(output === undefined ? {} : { output }),
    findings: findings.map(findingJson),
  }
  return text(document)
}

/** The same for a command that failed. */
export const failureJson = (command: string, { message, hint }: OperatorError): string =>
  text({ version: 1, command, status: exitStatus.operator, error: { message, hint } } satisfies FailureFile)

const text = (document: object): string => `${JSON.stringify(document, null, 2)}\n`
