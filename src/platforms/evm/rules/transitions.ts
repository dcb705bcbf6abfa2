import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { type EvmNetwork, isDesiredValidator, nameOf } from '../network.ts'
import type { Transition } from '../schema.ts'
import { longTimes } from './long-times.ts'

/** Transitions: one for a block, each with an effect, and eligible validators. */
export function transitionProblems(network: EvmNetwork): Problem[] {
  const seen = new Set<number>()
  return network.top.transitions.flatMap((transition, at): Problem[] => {
    const path = ['transitions', at]
    const twice = seen.has(transition.block)
    seen.add(transition.block)
    return [
      ...(twice
        ? [problem(`two transitions are at block ${transition.block}`, [...path, 'block'], 'merge the two into one')]
        : []),
      ...(Object.values(transition).filter((value) => value !== undefined).length === 1
        ? [
            problem(
              `the transition at block ${transition.block} has no effect`,
              path,
              'set a field that changes there, or remove it',
            ),
          ]
        : []),
      ...longTimes(transition, path),
      ...validators(network, transition, path),
    ]
  })
}

const problem = (message: string, path: Path, hint: string): Problem => ({
  rule: 'transition',
  severity: 'error',
  message,
  hint,
  path,
})

function validators(network: EvmNetwork, { validators: names = [] }: Transition, path: Path): Problem[] {
  const nodes = new Map([...network.nodes, ...network.external].map((node) => [nameOf(node), node]))
  return names.flatMap((name, index): Problem[] => {
    const node = nodes.get(name)
    const place = [...path, 'validators', index]
    if (names.indexOf(name) < index) return [problem(`${name} is a duplicate`, place, 'keep one of the two')]
    if (node === undefined) return [problem(`there is no node "${name}"`, place, didYouMean(name, [...nodes.keys()]))]
    if (isDesiredValidator(node)) return []
    return [
      problem(
        `${name} is to become a validator, but is not a validator in the definition`,
        place,
        'set the role validator, without validator: false: otherwise the others would vote it out again',
      ),
    ]
  })
}
