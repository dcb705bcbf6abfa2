import type { Address } from '../network/address.ts'
import type { LedgerNode } from '../network/network.ts'

/** The address at which everyone outside a node's cluster reaches one of its endpoints: at that cluster's Ambassador. */
export type Outside = (node: LedgerNode, endpoint: string) => Address
