import type { IndyLedgerNode } from './network.ts'

/** One validator after the other, whatever organization has it: the pool continues while at most f are offline. */
export const rollout = <Node extends Pick<IndyLedgerNode, 'name'>>(nodes: readonly Node[]): Node[][] =>
  nodes.map((node) => [node])
