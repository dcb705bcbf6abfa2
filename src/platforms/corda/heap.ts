import { quantityValue } from '../../network/quantity.ts'
import type { CordaLedgerNode } from './network.ts'
import { sizesOf } from './sizes.ts'

/** Largest heap of a node in MiB: half of its memory limit. Caches, Artemis and Netty are outside of the heap. */
export function heapOf({ role, size, resources }: CordaLedgerNode): number {
  const limit = resources?.limits?.memory ?? sizesOf(role)[size].limits?.memory ?? '0'
  return Math.floor((quantityValue(limit) ?? 0) / 2 ** 21)
}
