import type { Problem } from '../network/finding.ts'
import { type LedgerNode, type Network, nodeId } from '../network/network.ts'

/** Secrets with keys that two nodes share, or that are for something else. A Secret belongs to one namespace in one cluster. */
export function secretProblems<Own>(
  { nodes, images }: Pick<Network<unknown, Own>, 'nodes' | 'images'>,
  keySecret: (node: LedgerNode<Own>) => string,
): Problem[] {
  const pulls = nodes.find((node) => node.existingSecret === undefined && keySecret(node) === images.pullSecret)
  const shared: Problem[] =
    pulls === undefined
      ? []
      : [
          {
            rule: 'node-secret',
            severity: 'error',
            message: `the Secret ${images.pullSecret} holds the key of ${nodeId(pulls)}, not registry credentials`,
            hint: 'use the Secret with the credentials of the registry',
            path: ['images', 'pullSecret'],
          },
        ]
  const own = nodes.flatMap((node, at): Problem[] => {
    if (node.existingSecret === undefined) return []
    const error = (message: string, hint: string): Problem => ({
      rule: 'node-secret',
      severity: 'error',
      message,
      hint,
      path: [...node.path, 'existingSecret'],
    })
    if (node.existingSecret === images.pullSecret) {
      const message = `the Secret ${node.existingSecret} of ${nodeId(node)} is the image pull secret`
      return [error(message, 'use the Secret with the key of this node')]
    }
    const other = nodes.find(
      (one, index) =>
        one !== node &&
        one.cluster.name === node.cluster.name &&
        one.organization.name === node.organization.name &&
        keySecret(one) === node.existingSecret &&
        (one.existingSecret === undefined || index < at),
    )
    if (other === undefined) return []
    return [
      error(
        `${nodeId(other)} and ${nodeId(node)} share the Secret ${node.existingSecret}: two nodes would run with one key`,
        'use a separate Secret for each node: two running copies of one key break consensus',
      ),
    ]
  })
  return [...shared, ...own]
}
