import type { KubernetesObject } from '../../cluster/objects.ts'
import { several } from '../../words.ts'
import { type BuiltPart, type Issue, type View, word } from './issue.ts'
import {
  beyondAll,
  type Direction,
  isPolicy,
  type Passage,
  type Passages,
  type Peer,
  passagesBy,
  peerText,
  portText,
} from './passages.ts'
import { selectorText } from './selectors.ts'
import { type Workload, workloadsIn } from './workloads.ts'

/** Other sides that pods are newly open to, or reach. */
interface Widening {
  readonly direction: Direction
  readonly peer: Peer
  readonly ports: Set<string>
  readonly pods: Set<string>
  readonly part: BuiltPart
}

export const policiesIn = (parts: readonly BuiltPart[], view: View): KubernetesObject[] =>
  parts.flatMap((part) => part[view].filter(isPolicy))

/**
 * What passes after a change, and passed neither before it nor without overrides. One issue for each other side, so that it can be
 * acknowledged by itself. Of a pod that an override adds, only what other policies let through than those that are rendered.
 */
export function reachIssues(before: readonly BuiltPart[], after: readonly BuiltPart[]): Issue[] {
  const now = passagesBy(policiesIn(after, 'objects'))
  const plain = passagesBy(policiesIn(after, 'rendered'))
  const formerly = passagesBy(policiesIn(before, 'objects'))
  const [rendered, former] = [podsById(workloadsIn(after, 'rendered')), podsById(workloadsIn(before, 'objects'))]
  const compare = comparison()
  const found = new Map<string, Widening>()
  for (const workload of workloadsIn(after, 'objects')) {
    const id = idOf(workload)
    const was = former.get(id)
    const known = [plain(rendered.get(id) ?? workload), ...(was === undefined ? [] : [formerly(was)])]
    for (const { direction, peer, ports } of compare(now(workload), known)) {
      const key = `${direction} ${peerText(peer)}`
      const widening: Widening = found.get(key) ?? {
        direction,
        peer,
        ports: new Set(),
        pods: new Set(),
        part: workload.part,
      }
      widening.ports.add(portText(ports))
      widening.pods.add(workload.id)
      found.set(key, widening)
    }
  }
  return [...found.values()].map((widening) => issueOf(widening, after))
}

/** What is in one and in none of the known ones. Pods share what is let through to them, so it is computed once for all. */
function comparison() {
  const numbers = new Map<Passages, number>()
  const numberOf = (passages: Passages): number => {
    const number = numbers.get(passages) ?? numbers.size
    numbers.set(passages, number)
    return number
  }
  const compared = new Map<string, readonly (Passage & { readonly direction: Direction })[]>()
  return (passages: Passages, known: readonly Passages[]) => {
    const key = [passages, ...known].map(numberOf).join(' ')
    const found =
      compared.get(key) ??
      (['ingress', 'egress'] as const).flatMap((direction) =>
        beyondAll(
          passages[direction],
          known.flatMap((one) => one[direction]),
        ).map((passage) => ({ ...passage, direction })),
      )
    compared.set(key, found)
    return found
  }
}

const idOf = ({ part, id }: Workload): string => `${part.part} ${id}`

const podsById = (workloads: readonly Workload[]): ReadonlyMap<string, Workload> =>
  new Map(workloads.map((workload) => [idOf(workload), workload]))

function issueOf({ direction, peer, ports, pods, part }: Widening, parts: readonly BuiltPart[]): Issue {
  const [who, where] = [several([...pods].sort()), several([...ports].sort())]
  const [organization = ''] = part.part.split('/')
  const isKnown = peer.kind === 'pods' && (peer.namespaces === undefined || selectorText(peer.namespaces) !== '')
  return {
    id: 'reach-widened',
    severity: direction === 'egress' && isKnown ? 'caution' : 'danger',
    subject: word(`${part.cluster}/${organization}:${direction}/${peerText(peer).replaceAll(' ', '-')}`),
    text:
      direction === 'ingress'
        ? `${peerText(peer)} can now reach ${who} on ${where}`
        : `${who} can now reach ${peerText(peer)} on ${where}`,
    hint: 'let in the pods that need it, on the ports that they need, and nobody else',
    file: fileWithPolicies(parts) ?? part.file,
  }
}

/** The override that changes network policies, of all in the namespace. */
const fileWithPolicies = (parts: readonly BuiltPart[]): string | undefined =>
  parts.find(
    (part) =>
      part.file.startsWith('overrides/') &&
      JSON.stringify(policiesIn([part], 'objects')) !== JSON.stringify(policiesIn([part], 'rendered')),
  )?.file
