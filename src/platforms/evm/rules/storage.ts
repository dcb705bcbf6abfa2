import type { Problem } from '../../../network/finding.ts'
import type { Genesis } from '../schema.ts'
import { problem } from './genesis-problem.ts'

/** Storage of contracts at genesis: a slot may be written in more than one way, and has one value. */
export const storageProblems = ({ accounts }: Genesis): Problem[] =>
  accounts.flatMap(({ address, storage = {} }, index): Problem[] => {
    const seen = new Map<bigint, string>()
    return Object.keys(storage).flatMap((slot): Problem[] => {
      const other = seen.get(BigInt(slot))
      seen.set(BigInt(slot), slot)
      if (other === undefined) return []
      const message = `the storage slots ${other} and ${slot} of account ${address} are the same: which value counts is chance`
      const path = ['accounts', index, 'storage', slot]
      return [{ ...problem('error', 'account', message, path, 'keep one of the two'), atKey: true }]
    })
  })
