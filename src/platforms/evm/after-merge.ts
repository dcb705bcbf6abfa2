import { several } from '../../words.ts'
import type { PlatformState } from '../platform.ts'
import { type EvmNetwork, isDesiredValidator, isValidator, nameOf } from './network.ts'
import type { EvmNode, EvmTop } from './schema.ts'
import { isAsked } from './votes.ts'

type State = PlatformState<EvmTop, EvmNode>

/** Every node with the role of a validator, and whether the chain is to count it. */
const desiredIn = (network: EvmNetwork | undefined): ReadonlyMap<string, boolean> =>
  new Map(
    [...(network?.nodes ?? []), ...(network?.external ?? [])]
      .filter(isValidator)
      .map((node) => [nameOf(node), isDesiredValidator(node)]),
  )

/** Validators by the requests of the change to the chain. */
function asked(before: State | undefined, after: State) {
  const [old, now] = [desiredIn(before?.network), desiredIn(after.network)]
  const names = [...now.keys()]
  return {
    entering: names.filter((name) => now.get(name) === true && old.get(name) !== true),
    leaving: names.filter((name) => now.get(name) === false && old.get(name) === true),
    waiting: names.filter((name) => now.get(name) === false && !old.has(name)),
  }
}

const quoted = (names: readonly string[]): string => several(names.map((name) => `\`${name}\``))

/** What follows a vote, or comes before one: the chain decides, so the next step is a separate change. */
export function tasks(before: State | undefined, after: State): string[] {
  if (before === undefined) return []
  const { entering, leaving, waiting } = asked(before, after)
  return [
    ...(waiting.length === 0
      ? []
      : [
          `When ${quoted(waiting)} has the newest block (\`chancery verify\`), remove its \`validator: false\` in another pull request`,
        ]),
    ...(entering.length === 0
      ? []
      : [`Check that the chain counts ${quoted(entering)} as a validator (\`chancery verify\`)`]),
    ...(leaving.length === 0
      ? []
      : [`Keep ${quoted(leaving)} until the chain no longer counts it (\`chancery verify\`), then remove it`]),
  ]
}

/** Why vote Jobs come. */
export function jobReasons(before: State | undefined, after: State): string[] {
  if (!isAsked(after)) return []
  const { entering, leaving, waiting } = asked(before, after)
  return [
    ...(entering.length === 0 ? [] : [`Vote Jobs come because ${quoted(entering)} is to be voted in`]),
    ...(leaving.length === 0 ? [] : [`Vote Jobs come because ${quoted(leaving)} is to be voted out`]),
    ...(waiting.length === 0
      ? []
      : [`Vote Jobs come because ${quoted(waiting)} has \`validator: false\`: they keep it from being voted in`]),
  ]
}
