import type { KubernetesObject } from '../../cluster/objects.ts'
import { several } from '../../words.ts'
import { type BuiltPart, type Issue, type View, word } from './issue.ts'
import {
  covers,
  type Direction,
  isPolicy,
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
  const policies = policiesIn(after, 'objects')
  const plain = policiesIn(after, 'rendered')
  const [rendered, former] = [podsById(workloadsIn(after, 'rendered')), podsById(workloadsIn(before, 'objects'))]
  const formerPolicies = policiesIn(before, 'objects')
  const found = new Map<string, Widening>()
  for (const workload of workloadsIn(after, 'objects')) {
    const id = idOf(workload)
    const was = former.get(id)
    const known: Passages[] = [
      passagesBy(plain, rendered.get(id) ?? workload),
      ...(was === undefined ? [] : [passagesBy(formerPolicies, was)]),
    ]
    const now = passagesBy(policies, workload)
    for (const direction of ['ingress', 'egress'] as const)
      for (const passage of now[direction]) {
        if (known.some((passages) => passages[direction].some((one) => covers(one, passage)))) continue
        const key = `${direction} ${peerText(passage.peer)}`
        const widening: Widening = found.get(key) ?? {
          direction,
          peer: passage.peer,
          ports: new Set(),
          pods: new Set(),
          part: workload.part,
        }
        widening.ports.add(portText(passage.ports))
        widening.pods.add(workload.id)
        found.set(key, widening)
      }
  }
  return [...found.values()].map((widening) => issueOf(widening, after))
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
