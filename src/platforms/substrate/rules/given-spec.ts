import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'
import { isCompleted, readSpec, specFileOf } from '../chain-spec/base-spec.ts'
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
    ...(isAlone(network, material)
      ? [
          error(
            'chain-spec',
            `${String(chain.spec)} has no bootnodes, and the definition has no external node: nobody of the chain could be found`,
            'add a node of the chain under external, with its peerId',
            ['chain', 'spec'],
          ),
        ]
      : []),
  ]
}

/** A node of a chain that runs elsewhere has to dial somebody there. */
function isAlone(network: SubstrateNetwork, material: Material): boolean {
  const file = specFileOf(network)
  const text = file === undefined ? undefined : material.text(file)
  const spec = text === undefined ? undefined : readSpec(text)
  // Validators of ours may be all that the chain has.
  if (spec === undefined || network.external.length > 0 || network.nodes.some(isValidator)) return false
  const { bootNodes } = spec.value
  return !Array.isArray(bootNodes) || bootNodes.length === 0
}
