import { isValidator, type SubstrateLedgerNode } from './network.ts'

/** Nodes that are no validators first, then one validator after the other: GRANDPA continues while at most f are offline. */
export function rollout<Node extends Pick<SubstrateLedgerNode, 'role'>>(nodes: readonly Node[]): Node[][] {
  const others = nodes.filter((node) => !isValidator(node))
  return [...(others.length === 0 ? [] : [others]), ...nodes.filter(isValidator).map((node) => [node])]
}
