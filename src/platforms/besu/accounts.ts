import type { LedgerNode, Network } from '../../network/network.ts'
import type { BesuNode, BesuTop } from './schema.ts'

export type BesuNetwork = Network<BesuTop, BesuNode>
export type BesuLedgerNode = LedgerNode<BesuNode>

/** Accounts whose transactions a node takes, in order; undefined for everybody's. */
export function allowedAccounts({ own }: BesuLedgerNode, { top }: BesuNetwork): string[] | undefined {
  if (own.allowedAccounts === undefined && top.allowedAccounts === undefined) return undefined
  const all = [...(top.allowedAccounts ?? []), ...(own.allowedAccounts ?? [])]
  return [...new Set(all.map((account) => account.toLowerCase()))].sort()
}
