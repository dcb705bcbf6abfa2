import { groupBy } from '../../../group-by.ts'
import type { PeerChange, RootChange } from '../../../plan/objects.ts'
import { code } from '../../../render/escape.ts'
import { counted, cut } from '../../../words.ts'
import { bracedPaths } from '../braces.ts'
import { limited, type Tier } from '../tier.ts'

interface SameLists {
  readonly change: PeerChange
  /** Nodes whose lists change so: `carrier/rpc1`. */
  readonly parts: readonly string[]
}

/** Lists of peers by what happens to them. */
export function sameLists(roots: readonly RootChange[]): readonly SameLists[] {
  const all = roots.flatMap(({ part, changes }) =>
    changes.flatMap(({ peers }) => (peers === undefined ? [] : [{ part, peers }])),
  )
  return [...groupBy(all, ({ peers }) => JSON.stringify(peers)).values()].flatMap((lists) => {
    const [first] = lists
    return first === undefined ? [] : [{ change: first.peers, parts: lists.map(({ part }) => part) }]
  })
}

/** `gets bank/{rpc1,validator1}, loses carrier/rpc2` */
export const peerText = (change: PeerChange): string => verbs(change, 's').join(', ')

/** `9 peer lists get bank/{rpc1,validator1}`: in all clusters. */
export function peerLines(roots: readonly RootChange[], { rows, characters }: Tier): string[] {
  const { shown, rest } = limited(sameLists(roots), rows, 'changes of peer lists')
  return [
    ...shown.map(({ parts, change }) => {
      const [one, ...others] = verbs(change, parts.length === 1 ? 's' : '')
      const text = [one ?? 'change', ...others].map((verb) => {
        const [first = '', ...names] = verb.split(' ')
        return `${first} ${code(cut(names.join(' '), characters))}`
      })
      return `${counted(parts.length, 'peer list')} ${text.join(', ')}`
    }),
    ...rest,
  ]
}

function verbs({ added, removed, moved }: PeerChange, ending: string): string[] {
  return [
    ...(added.length === 0 ? [] : [`get${ending} ${bracedPaths(added)}`]),
    ...(removed.length === 0 ? [] : [`lose${ending} ${bracedPaths(removed)}`]),
    ...(moved.length === 0 ? [] : [`redial${ending} ${bracedPaths(moved)}`]),
  ]
}
