import { quantityValue } from '../../network/quantity.ts'
import type { CordaLedgerNode } from './network.ts'
import { sizesOf } from './sizes.ts'

/**
 * Largest heap of a node in MiB: half of its memory limit. Outside of the heap are caches, Artemis and Netty, Corda's launcher (73 MB), and
 * before a stop the client that drains the node (134 MB): measured with 4.10.
 */
export function heapOf({ role, size, resources }: CordaLedgerNode): number {
  const limit = resources?.limits?.memory ?? sizesOf(role)[size].limits?.memory ?? '0'
  return Math.floor((quantityValue(limit) ?? 0) / 2 ** 21)
}
