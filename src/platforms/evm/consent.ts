import { fieldsBeyondDefaults } from '../../network/given.ts'
import { isOurs, type Network, nodeId, type Organization } from '../../network/network.ts'
import type { PlatformFields } from '../../network/platform-definition.ts'
import { addressOf } from './identity.ts'
import { type EvmNetwork, externalNodeId, isValidator, validatorsOf } from './network.ts'
import type { EvmNode, EvmTop } from './schema.ts'

/** The rules of the chain, which every node follows, and for whom the organization's validators vote. */
export function agreements<Top extends EvmTop, Own extends EvmNode>(
  network: Network<Top, Own>,
  { name }: Organization,
  { top = {} }: PlatformFields,
): Record<string, unknown> {
  const votes = network.nodes.some((node) => isValidator(node) && node.organization.name === name)
  return {
    ...fieldsBeyondDefaults(top, network.top),
    ...(votes ? { validators: validatorNames(network) } : {}),
  }
}

/** With the address of an external node, which the definition has. */
const validatorNames = (network: EvmNetwork): string[] =>
  validatorsOf(network)
    .map((node) => (isOurs(node) ? nodeId(node) : `${nodeId(node)} ${addressOf(externalNodeId(node))}`))
    .sort()
