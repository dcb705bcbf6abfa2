import type { LedgerNode, Network } from '../../network/network.ts'
import type { QuorumNode, QuorumTop } from './schema.ts'

export type QuorumNetwork = Network<QuorumTop, QuorumNode>
export type QuorumLedgerNode = LedgerNode<QuorumNode>
