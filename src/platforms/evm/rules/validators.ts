import type { Problem } from '../../../network/finding.ts'
import { agreeing, counted } from '../../../words.ts'
import { concentration } from '../../tolerance.ts'
import { type EvmNetwork, isDesiredValidator, validatorsOf } from '../network.ts'
import { byzantineTolerance, crashTolerance, quorum } from '../tolerance.ts'

/** How many validators there are, and how many go at once. */
export function validatorProblems(network: EvmNetwork): Problem[] {
  const total = validatorsOf(network).length
  if (total === 0) {
    return [
      {
        rule: 'validators',
        severity: 'error',
        message: 'no node has the role validator: nobody could make a block',
        hint: 'give at least four nodes the role validator',
        path: ['organizations'],
      },
    ]
  }
  // A chain whose validators are all somebody else's is theirs to spread.
  return network.nodes.some(isDesiredValidator) ? [...size(total), ...concentrated(network, total)] : []
}

function size(total: number): Problem[] {
  const f = byzantineTolerance(total)
  if (total < 4) {
    return [
      {
        rule: 'validators',
        severity: 'warning',
        message: `${counted(total, 'validator tolerates', 'validators tolerate')} no faulty one (n ≥ 3f + 1)`,
        hint: 'use 4 or more: with fewer, the loss of one stops the chain',
        path: ['organizations'],
      },
    ]
  }
  if ((total - 1) % 3 === 0) return []
  return [
    {
      rule: 'validators',
      severity: 'notice',
      message: `${total} validators tolerate ${f} faulty ${agreeing(f, 'one', 'ones')}, as ${3 * f + 1} would; ${crashTolerance(total)} may be down`,
      hint: `the next step is ${3 * f + 4} validators, which tolerate ${f + 1}`,
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
          by === 'cluster' ? 'if it is down' : 'if it stops its nodes'
        } the chain stops (${quorum(total)} are needed)`,
        hint:
          by === 'cluster' && network.clusters.length < 3
            ? 'with fewer than three clusters one of them always holds too many: 6 or 9 validators, a third in each of three clusters, survive the loss of one'
            : `leave at most ${spare} of the validators with one ${by}`,
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
