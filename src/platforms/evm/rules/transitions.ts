import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { requestTimeout } from '../genesis.ts'
import { type EvmNetwork, isDesiredValidator, nameOf } from '../network.ts'
import type { Transition } from '../schema.ts'
import { longTimes } from './long-times.ts'

/** Transitions: one a block, each changes something, rounds stay longer than blocks, validators are nodes that can be it. */
export function transitionProblems(network: EvmNetwork): Problem[] {
  const seen = new Set<number>()
  const { genesis, transitions } = network.top
  return [
    ...transitions.flatMap((transition, at): Problem[] => {
      const path = ['transitions', at]
      const twice = seen.has(transition.block)
      seen.add(transition.block)
      return [
        ...(twice
          ? [
              problem(
                `two transitions are at block ${transition.block}`,
                [...path, 'block'],
                'put what changes there into one',
              ),
            ]
          : []),
        ...(Object.values(transition).filter((value) => value !== undefined).length === 1
          ? [
              problem(
                `the transition at block ${transition.block} changes nothing`,
                path,
                'say what changes there, or remove it',
              ),
            ]
          : []),
        ...longTimes(transition, path),
        ...validators(network, transition, path),
      ]
    }),
    ...rounds(transitions, { period: genesis.blockPeriodSeconds, timeout: requestTimeout(genesis) }),
  ]
}

const problem = (message: string, path: Path, hint: string): Problem => ({
  rule: 'transition',
  severity: 'error',
  message,
  hint,
  path,
})

function rounds(transitions: readonly Transition[], start: { period: number; timeout: number }): Problem[] {
  let { period, timeout } = start
  const inOrder = transitions.map((transition, at) => ({ ...transition, at })).sort((a, b) => a.block - b.block)
  return inOrder.flatMap(({ at, block, blockPeriodSeconds, requestTimeoutSeconds }) => {
    period = blockPeriodSeconds ?? period
    timeout = requestTimeoutSeconds ?? timeout
    if (period < timeout || (blockPeriodSeconds ?? requestTimeoutSeconds) === undefined) return []
    const field = blockPeriodSeconds === undefined ? 'requestTimeoutSeconds' : 'blockPeriodSeconds'
    return [
      problem(
        `from block ${block} on a block is due after ${period} seconds, and a round ends after ${timeout}`,
        ['transitions', at, field],
        'the time of a block must be less than that of a round (requestTimeoutSeconds): a shorter round would end before its block is due',
      ),
    ]
  })
}

function validators(network: EvmNetwork, { validators: names = [] }: Transition, path: Path): Problem[] {
  const nodes = new Map([...network.nodes, ...network.external].map((node) => [nameOf(node), node]))
  return names.flatMap((name, index): Problem[] => {
    const node = nodes.get(name)
    const place = [...path, 'validators', index]
    if (names.indexOf(name) < index) return [problem(`${name} stands twice`, place, 'keep one of the two')]
    if (node === undefined) return [problem(`there is no node "${name}"`, place, didYouMean(name, [...nodes.keys()]))]
    if (isDesiredValidator(node)) return []
    return [
      problem(
        `${name} is to be a validator from a block on, and the definition does not wish it to be one`,
        place,
        'give it the role validator, without validator: false: else the others would vote it out again',
      ),
    ]
  })
}
