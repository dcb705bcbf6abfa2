import { type AnyNode, isOurs } from '../../network/network.ts'
import { isDesiredValidator, isValidator } from './network.ts'

/** Whether two nodes keep a connection, or find one again. It does not matter which of the two dials. */
export type Link = (a: AnyNode, b: AnyNode) => boolean

const sameCluster = (a: AnyNode, b: AnyNode): boolean => isOurs(a) && isOurs(b) && a.cluster.name === b.cluster.name

/** Who dials whom, as in peers.ts; what external parties dial among each other is theirs. */
const dials = (from: AnyNode, to: AnyNode): boolean => isValidator(from) || isValidator(to) || sameCluster(from, to)

const isClosed = (node: AnyNode, closed: readonly string[]): boolean =>
  isOurs(node) && closed.includes(node.cluster.name)

/** With these clusters' Ambassadors down: their nodes are not dialled from elsewhere, but go on dialling others. */
export const linkAgain =
  (closed: readonly string[]): Link =>
  (a, b) =>
    sameCluster(a, b) ||
    (!isOurs(a) && !isOurs(b)) ||
    (isOurs(a) && dials(a, b) && !isClosed(b, closed)) ||
    (isOurs(b) && dials(b, a) && !isClosed(a, closed))

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
