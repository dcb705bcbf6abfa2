import { isValidator } from './network.ts'

/** Nodes that make no blocks first, as a test; then one validator after the other. */
export const rollout = <Node extends { readonly role: string }>(nodes: readonly Node[]): Node[][] => [
  nodes.filter((node) => !isValidator(node)),
  ...nodes.filter(isValidator).map((node) => [node]),
]
