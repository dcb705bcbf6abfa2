import type { Problem } from '../../../network/finding.ts'
import { agreeing, counted } from '../../../words.ts'
import { concentration } from '../../tolerance.ts'
import { type EvmNetwork, isDesiredValidator, validatorsOf } from '../network.ts'
import { byzantineTolerance, crashTolerance, quorum } from '../tolerance.ts'

/** The number of validators, and how many leave in one step. */
export function validatorProblems(network: EvmNetwork): Problem[] {
  const total = validatorsOf(network).length
  if (total === 0) {
    return [
      {
        rule: 'validators',
        severity: 'error',
        message: 'no node has the role validator: the chain could make no block',
        hint: 'set the role validator for at least four nodes',
        path: ['organizations'],
      },
    ]
  }
  // Where all validators are external, their owners spread them.
  return network.nodes.some(isDesiredValidator) ? [...size(total), ...concentrated(network, total)] : []
}

function size(total: number): Problem[] {
  const f = byzantineTolerance(total)
  if (total < 4) {
    return [
      {
        rule: 'validators',
        severity: 'warning',
        message: `${counted(total, 'validator survives', 'validators survive')} no malicious one (n ≥ 3f + 1)`,
        hint: 'use 4 or more: with fewer, one offline validator stops the chain',
        path: ['organizations'],
      },
    ]
  }
  if ((total - 1) % 3 === 0) return []
  return [
    {
      rule: 'validators',
      severity: 'notice',
      message: `with ${total} validators the network survives ${crashTolerance(total)} offline or ${f} malicious ${agreeing(f, 'validator', 'validators')}; ${3 * f + 1} validators survive ${f} of either`,
      hint: `${3 * f + 4} validators survive ${f + 1} of either`,
      path: ['organizations'],
    },
  ]
}

/** One cluster or organization whose loss stops the chain. */
function concentrated(network: EvmNetwork, total: number): Problem[] {
  const spare = crashTolerance(total)
  if (spare === 0) return [] // the size has been reported; every single validator is one too many
  return (['cluster', 'organization'] as const).flatMap((by) =>
    [...concentration(validatorsOf(network), by)]
      .filter(([, held]) => held > spare)
      .map(([name, held]) => ({
        rule: 'concentration',
        severity: 'warning' as const,
        message: `${by} ${name} holds ${held} of ${total} validators: ${
          by === 'cluster' ? 'without it' : 'if it stops its nodes'
        } the chain stops (${quorum(total)} are needed)`,
        hint:
          by === 'cluster' && network.clusters.length < 3
            ? 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster'
            : `place at most ${spare} of the validators with one ${by}`,
        path:
          by === 'cluster'
            ? pathOf(network.clusters, name)
            : pathOf([...network.organizations, ...parties(network)], name),
      })),
  )
}

const parties = (network: EvmNetwork): { name: string; path: Problem['path'] }[] =>
  network.external.map(({ organization, path }) => ({ name: organization, path: path.slice(0, 2) }))

const pathOf = (
  items: readonly { readonly name: string; readonly path: Problem['path'] }[],
  name: string,
): Problem['path'] => items.find((item) => item.name === name)?.path ?? []
