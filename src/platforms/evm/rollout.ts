import { isValidator } from './network.ts'

/** Those that make no blocks first, to see that they run; then one validator after the other. */
export const rollout = <Node extends { readonly role: string }>(nodes: readonly Node[]): Node[][] => [
  nodes.filter((node) => !isValidator(node)),
  ...nodes.filter(isValidator).map((node) => [node]),
]
