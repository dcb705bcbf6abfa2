import type { Verdict } from '../platforms/health.ts'
import { code, prose } from '../render/escape.ts'
import { table } from '../render/markdown.ts'
import { checkNames } from './check.ts'
import type { ClusterResult } from './cluster-result.ts'
import { reachabilityMarkdown, reachabilityOf } from './reachability.ts'

/** The result of `verify` for a summary: checks by cluster, reachability, and the state of the ledger. */
export function verifiedSections(results: readonly ClusterResult[], ledger: readonly Verdict[]): string[] {
  const looked = results.flatMap(({ cluster, checks }) => (checks === undefined ? [] : [{ cluster, checks }]))
  const names = checkNames.filter((name) => looked.some(({ checks }) => checks.some((check) => check.name === name)))
  const reached = reachabilityMarkdown(reachabilityOf(results))
  return [
    ...(looked.length === 0
      ? []
      : [
          table(
            ['cluster', ...names],
            looked.map(({ cluster, checks }) => [
              code(cluster),
              ...names.map((name) => {
                const check = checks.find((one) => one.name === name)
                return check === undefined ? '' : `${mark(check)} ${prose(check.message)}`
              }),
            ]),
          ),
        ]),
    ...(reached === '' ? [] : ['Endpoints that pods reach, by their cluster:\n', reached]),
    ...(ledger.length === 0
      ? []
      : [`The ledger, as reported by its nodes:\n\n${ledger.map((one) => `- ${mark(one)} ${told(one)}\n`).join('')}`]),
  ]
}

const mark = ({ good }: { readonly good: boolean }): string => (good ? '✅' : '❌')

const told = ({ message, hint }: Verdict): string => prose(hint === undefined ? message : `${message}: ${hint}`)
