import type { Problem } from '../../../network/finding.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import { error } from '../../problem.ts'
import { type CordaNetwork, isNotary, notaryOf } from '../network.ts'
import type { CordaNode } from '../schema.ts'

/** What makes a notary, and that nothing else is one. */
export const notaryProblems = ({ nodes, external }: CordaNetwork): Problem[] => [
  ...[...nodes, ...external].flatMap(roleProblems),
  ...nodes.flatMap(serviceProblems),
]

function roleProblems(node: AnyNode<CordaNode>): Problem[] {
  const has = notaryOf(node) !== undefined
  if (isNotary(node) === has) return []
  return [
    has
      ? {
          ...error(
            'notary',
            `${nodeId(node)} has \`notary\`, and its role is ${node.role}`,
            'set role: notary, or remove notary',
            [...node.path, 'notary'],
          ),
          atKey: true,
        }
      : error(
          'notary',
          `the notary ${nodeId(node)} does not say which kind it is`,
          'set `notary: {validating: false, serviceName: "O=Notary Service, L=…, C=…"}`',
          [...node.path, 'role'],
        ),
  ]
}

/**
 * Since Corda 4.6, `initial-registration` of a notary asks for the name of its service, and a node that registered without one never gets one:
 * NetworkRegistrationHelper.kt and KeyStoreHandler.kt of 4.12.
 */
function serviceProblems(node: AnyNode<CordaNode>): Problem[] {
  const notary = notaryOf(node)
  if (notary === undefined || !isNotary(node)) return []
  const { serviceName, registeredWithoutService } = notary
  if (serviceName === undefined && !registeredWithoutService)
    return [
      error(
        'notary',
        `the notary ${nodeId(node)} has no name of its service: Corda does not register it`,
        'set `serviceName` to another legal name than that of the node, or `registeredWithoutService: true` if its volume has keys from before Corda 4.6',
        [...node.path, 'notary'],
      ),
    ]
  if (serviceName !== undefined && registeredWithoutService)
    return [
      {
        ...error(
          'notary',
          `the notary ${nodeId(node)} registered without a service, and has a name of it: it would not start`,
          'remove one of the two',
          [...node.path, 'notary', 'registeredWithoutService'],
        ),
        atKey: true,
      },
    ]
  return []
}
