import { type AnyNode, runningIn } from '../../network/network.ts'
import { isDesiredValidator, isValidator } from './network.ts'

/** Whether two nodes keep a connection, or find one again. It does not matter which of the two dials. */
export type Link = (a: AnyNode, b: AnyNode) => boolean

const isHere = (node: AnyNode): boolean => runningIn(node) !== undefined

const sameCluster = (a: AnyNode, b: AnyNode): boolean => isHere(a) && runningIn(a) === runningIn(b)

/** Who dials whom, as in peers.ts; what nodes that run elsewhere dial among each other is not known. */
const dials = (from: AnyNode, to: AnyNode): boolean => isValidator(from) || isValidator(to) || sameCluster(from, to)

const isClosed = (node: AnyNode, closed: readonly string[]): boolean => closed.includes(runningIn(node) ?? '')

/** With these clusters' Ambassadors down: their nodes are not dialled from elsewhere, but go on dialling others. */
export const linkAgain =
  (closed: readonly string[]): Link =>
  (a, b) =>
    sameCluster(a, b) ||
    (!isHere(a) && !isHere(b)) ||
    (isHere(a) && dials(a, b) && !isClosed(b, closed)) ||
    (isHere(b) && dials(b, a) && !isClosed(a, closed))

/** At the moment of their failure: at worst every connection of those clusters went through them. */
export const linkAtOnce =
  (closed: readonly string[]): Link =>
  (a, b) =>
    sameCluster(a, b) || (!isClosed(a, closed) && !isClosed(b, closed))

/** Validators in the largest group of nodes that are connected with each other, directly or through others. */
export function largestGroup(nodes: readonly AnyNode[], link: Link): number {
  let rest = nodes
  let largest = 0
  while (rest.length > 0) {
    const group: AnyNode[] = rest.slice(0, 1)
    rest = rest.slice(1)
    for (const node of group) {
      const others: AnyNode[] = []
      for (const other of rest) (link(node, other) ? group : others).push(other)
      rest = others
    }
    largest = Math.max(largest, group.filter(isDesiredValidator).length)
  }
  return largest
}
