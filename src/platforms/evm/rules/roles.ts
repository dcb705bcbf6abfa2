import { addressText } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { secretProblems } from '../../node-secrets.ts'
import { keySecret } from '../material.ts'
import { type EvmNetwork, isValidator, nameOf } from '../network.ts'

/** Fields without effect for a node, and values that two nodes cannot share. */
export const roleProblems = (network: EvmNetwork): Problem[] => [
  ...voting(network),
  ...secretProblems(network, keySecret),
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

function addresses({ external }: EvmNetwork): Problem[] {
  const owners = new Map<string, string>()
  return external.flatMap((node): Problem[] => {
    const address = addressText({ host: node.host.toLowerCase().replace(/\.$/, ''), port: node.port })
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
