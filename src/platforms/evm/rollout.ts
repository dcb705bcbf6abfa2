import { isValidator } from './network.ts'

/** Nodes that make no blocks first, as a test; then one validator after the other. Nobody waits for a node without a pod. */
export const rollout = <Node extends { readonly role: string; readonly elsewhere?: true }>(
  nodes: readonly Node[],
): Node[][] => {
  const running = nodes.filter(({ elsewhere }) => !elsewhere)
  return [running.filter((node) => !isValidator(node)), ...running.filter(isValidator).map((node) => [node])]
}
