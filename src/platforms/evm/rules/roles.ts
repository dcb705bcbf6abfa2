import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { keySecret } from '../material.ts'
import { type EvmNetwork, isValidator, nameOf } from '../network.ts'

/** Fields that mean nothing for a node, and things that two nodes cannot have together. */
export const roleProblems = (network: EvmNetwork): Problem[] => [
  ...voting(network),
  ...secrets(network),
  ...addresses(network),
]

/** Who may validate is a question to validators only. */
const voting = ({ nodes, external }: EvmNetwork): Problem[] =>
  [...nodes, ...external]
    .filter((node) => !isValidator(node) && (node.own as { validator?: boolean }).validator !== undefined)
    .map((node) => ({
      rule: 'role-field',
      severity: 'error',
      message: `${nameOf(node)} is no validator, and has validator: it means nothing for the role ${node.role}`,
      hint: 'remove it, or give the node the role validator',
      path: [...node.path, 'validator'],
      atKey: true,
    }))

/** Secrets are of one namespace in one cluster: there a name is one key. */
function secrets({ nodes, images }: EvmNetwork): Problem[] {
  const pulls = nodes.find((node) => node.existingSecret === undefined && keySecret(node) === images.pullSecret)
  const shared: Problem[] =
    pulls === undefined
      ? []
      : [
          {
            rule: 'node-secret',
            severity: 'error',
            message: `the Secret ${images.pullSecret} has the key of ${nodeId(pulls)}: no image can be pulled with it`,
            hint: 'name the Secret that has the credentials of the registry',
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
      const message = `the Secret ${node.existingSecret} of ${nodeId(node)} is the one that images are pulled with`
      return [error(message, 'name the Secret that has the key of this node')]
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
        `${nodeId(other)} and ${nodeId(node)} have one Secret, ${node.existingSecret}: two nodes would run with one key`,
        'give each node a Secret of its own: two live copies of one key break the consensus',
      ),
    ]
  })
  return [...shared, ...own]
}

function addresses({ external }: EvmNetwork): Problem[] {
  const owners = new Map<string, string>()
  return external.flatMap((node): Problem[] => {
    const address = `${node.host.toLowerCase().replace(/\.$/, '')}:${node.port}`
    const owner = owners.get(address)
    owners.set(address, owner ?? nameOf(node))
    if (owner === undefined) return []
    return [
      {
        rule: 'external-address',
        severity: 'error',
        message: `${owner} and ${nameOf(node)} are both at ${address}`,
        hint: 'ask their owners: each node has an address, or at least a port, of its own',
        path: [...node.path, 'port'],
      },
    ]
  })
}
