import { digestOf } from '../../material/digest.ts'
import type { Material } from '../../material/material.ts'
import { fieldsBeyondDefaults } from '../../network/given.ts'
import { isOurs, nodeId, type Organization } from '../../network/network.ts'
import { sortedKeys } from '../../sorted-keys.ts'
import { isCompleted } from './chain-spec/base-spec.ts'
import { externalOf, type SubstrateNetwork, validatorsOf } from './network.ts'
import { topFields } from './schema.ts'

/**
 * The chain that its nodes take part in: software, spec, and who has what at its first block. Of a new chain, its first authorities as well:
 * one that runs has them in its state, where nobody adds one by a definition.
 */
export function agreements(network: SubstrateNetwork, _: Organization, material: Material): Record<string, unknown> {
  const { chain } = network.top
  const { spec } = chain
  return {
    chain: {
      ...fieldsBeyondDefaults(topFields.chain.shape, chain),
      spec: typeof spec === 'string' ? digestOf(material.text(spec) ?? '') : spec,
      // As text: JSON has no numbers of that size.
      ...(chain.balances === undefined ? {} : { balances: textsOf(chain.balances) }),
    },
    ...(isCompleted(network) ? { validators: validatorNames(network) } : {}),
  }
}

const textsOf = (amounts: Readonly<Record<string, bigint>>): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([address, amount]) => [address, String(amount)]))

/** With the keys that the definition has. Others are made later, and signed for by their organization. */
const validatorNames = (network: SubstrateNetwork): string[] =>
  validatorsOf(network)
    .map((node) => {
      const { account, sessionKeys } = isOurs(node)
        ? { account: node.own.account, sessionKeys: undefined }
        : externalOf(node)
      return [
        nodeId(node),
        ...(account === undefined ? [] : [account]),
        ...Object.values(sortedKeys(sessionKeys ?? {})),
      ].join(' ')
    })
    .sort()
