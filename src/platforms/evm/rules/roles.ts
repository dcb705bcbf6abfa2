import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { keySecret } from '../material.ts'
import { type EvmNetwork, isValidator, nameOf } from '../network.ts'

/** Fields without effect for a node, and values that two nodes cannot share. */
export const roleProblems = (network: EvmNetwork): Problem[] => [
  ...voting(network),
  ...secrets(network),
  ...addresses(network),
]

/** `validator` applies to nodes with the role validator only. */
const voting = ({ nodes, external }: EvmNetwork): Problem[] =>
  [...nodes, ...external]
    .filter((node) => !isValidator(node) && (node.own as { validator?: boolean }).validator !== undefined)
    .map((node) => ({
      rule: 'role-field',
      severity: 'error',
      message: `validator of ${nameOf(node)} has no effect for the role ${node.role}`,
      hint: 'remove it, or set the role validator',
      path: [...node.path, 'validator'],
      atKey: true,
    }))

/** A Secret belongs to one namespace in one cluster. */
function secrets({ nodes, images }: EvmNetwork): Problem[] {
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
        message: `${owner} and ${nameOf(node)} have the same address ${address}`,
        hint: 'ask their owners: each node needs its own address or port',
        path: [...node.path, 'port'],
      },
    ]
  })
}
