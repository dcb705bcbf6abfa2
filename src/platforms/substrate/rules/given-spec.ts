import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'
import { isCompleted, specFileOf } from '../chain-spec/base-spec.ts'
import { bootnodesOf } from '../chain-spec/bootnodes.ts'
import { isValidator, type SubstrateNetwork } from '../network.ts'

/** Fields that go into a spec, which Chancery does not touch where it is given. */
const completing = ['id', 'name', 'type', 'protocolId', 'sudo', 'balances'] as const

/** A spec that is used as it is: of a chain that runs, or one at a URL. */
export function givenSpecProblems(network: SubstrateNetwork, material: Material): Problem[] {
  if (isCompleted(network)) return []
  const { chain } = network.top
  const why = chain.existing ? 'chain.existing is set' : 'it is at a URL'
  return [
    ...completing
      .filter((field) => chain[field] !== undefined)
      .map((field) => ({
        ...error('chain-spec', `${field} has no effect: the spec is used as it is (${why})`, `remove ${field}`, [
          'chain',
          field,
        ]),
        atKey: true,
      })),
    ...(typeof chain.spec === 'string' || chain.publishedAt === undefined
      ? []
      : [
          {
            ...error('chain-spec', 'publishedAt has no effect: the spec has a URL already', 'remove publishedAt', [
              'chain',
              'publishedAt',
            ]),
            atKey: true,
          },
        ]),
    ...nobodyToDial(network, material),
  ]
}

/** A node of a chain that runs elsewhere has to dial somebody there. Validators of ours may be all that the chain has. */
function nobodyToDial(network: SubstrateNetwork, material: Material): Problem[] {
  const { chain } = network.top
  if (network.external.length > 0 || network.nodes.some(isValidator) || bootnodesOf(network, material).length > 0)
    return []
  const file = specFileOf(network)
  if (file !== undefined && material.text(file) === undefined) return []
  const where = file === undefined ? 'bootnodes of a spec at a URL are not known here' : `${file} has no bootnodes`
  return [
    error(
      'chain-spec',
      `${where}, and the definition has no external node: network policies let nodes dial nobody of the chain`,
      'add a node of the chain under external, with its peerId',
      typeof chain.spec === 'string' ? ['chain', 'spec'] : ['chain', 'spec', 'url'],
    ),
  ]
}
