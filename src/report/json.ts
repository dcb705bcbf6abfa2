import { exitStatus, type OperatorError } from '../errors.ts'
import { publicResult } from './cluster-result.ts'
import { findingJson } from './finding-json.ts'
import { planJson } from './plan/json.ts'
import type { Result } from './result.ts'

/** The result of a command for programs: `-o json`. docs/command-line.md describes it. */
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
    output,
  }: Result,
): string {
  return text({
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
    ...(output === undefined ? {} : { output }),
    findings: findings.map(findingJson),
  })
}

/** The same for a command that failed. */
export const failureJson = (command: string, { message, hint }: OperatorError): string =>
  text({ version: 1, command, status: exitStatus.operator, error: { message, hint } })

const text = (document: object): string => `${JSON.stringify(document, null, 2)}\n`
