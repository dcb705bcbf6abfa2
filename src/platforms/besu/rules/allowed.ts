import type { Path, Problem } from '../../../network/finding.ts'
import type { BesuNetwork } from '../accounts.ts'

/** Accounts whose transactions are taken: each once, and not none at all. */
export function allowedProblems({ top, nodes }: BesuNetwork): Problem[] {
  const ofNetwork = new Set(lower(top.allowedAccounts))
  return [
    ...ofList(top.allowedAccounts, new Set(), ['allowedAccounts']),
    ...nodes.flatMap(({ own, path }) => ofList(own.allowedAccounts, ofNetwork, [...path, 'allowedAccounts'])),
    ...(top.allowedAccounts?.length === 0 && nodes.every(({ own }) => (own.allowedAccounts ?? []).length === 0)
      ? [
          problem(
            'allowedAccounts is empty: no node takes a transaction of anybody',
            'name accounts, or leave it out to take those of everybody',
            ['allowedAccounts'],
          ),
        ]
      : []),
  ]
}

const lower = (accounts: readonly string[] = []): string[] => accounts.map((account) => account.toLowerCase())

const ofList = (accounts: readonly string[] | undefined, known: ReadonlySet<string>, path: Path): Problem[] =>
  lower(accounts).flatMap((account, at, all) => {
    const place = [...path, at]
    if (all.indexOf(account) < at)
      return [problem(`the account ${account} is allowed twice in this list`, 'keep one of the two', place)]
    return known.has(account)
      ? [
          problem(
            `the account ${account} is allowed already, by allowedAccounts of the network`,
            'remove it here',
            place,
          ),
        ]
      : []
  })

const problem = (message: string, hint: string, path: Path): Problem => ({
  rule: 'allowed-accounts',
  severity: 'warning',
  message,
  hint,
  path,
})
