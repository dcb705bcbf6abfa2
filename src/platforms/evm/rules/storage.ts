import type { Problem } from '../../../network/finding.ts'
import type { Account, Genesis } from '../schema.ts'
import { problem } from './genesis-problem.ts'

/** Storage of contracts at genesis: a slot has several spellings, and one value. */
export const storageProblems = ({ accounts }: Genesis): Problem[] =>
  accounts.flatMap((account, index): Problem[] => [...duplicates(account, index), ...unread(account, index)])

function unread({ address, code, artifact, storage = {} }: Account, index: number): Problem[] {
  if ((code ?? artifact) !== undefined || Object.keys(storage).length === 0) return []
  const message = `storage of account ${address} has no effect: the account has no code`
  const hint = 'set the runtime code of the contract (code, artifact), or remove storage'
  return [{ ...problem('notice', 'account', message, ['accounts', index, 'storage'], hint), atKey: true }]
}

function duplicates({ address, storage = {} }: Account, index: number): Problem[] {
  const seen = new Map<bigint, string>()
  return Object.keys(storage).flatMap((slot): Problem[] => {
    const other = seen.get(BigInt(slot))
    seen.set(BigInt(slot), slot)
    if (other === undefined) return []
    const message = `the storage slots ${other} and ${slot} of account ${address} are the same, with two values`
    const path = ['accounts', index, 'storage', slot]
    return [{ ...problem('error', 'account', message, path, 'keep one of the two'), atKey: true }]
  })
}
