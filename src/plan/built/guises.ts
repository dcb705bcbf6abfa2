import { equal } from '../../cluster/difference/equal.ts'
import { type BuiltPart, type Issue, subjectOf } from './issue.ts'
import { type Passages, passagesBy } from './passages.ts'
import { policiesIn } from './reach.ts'
import { selectorText, selects } from './selectors.ts'
import { type Workload, workloadsIn } from './workloads.ts'

/** Pods that an override gives labels by which others let them in: those of a Job that votes, say, or of the Ambassador. */
export function guiseIssues(parts: readonly BuiltPart[]): Issue[] {
  const known = new Map(workloadsIn(parts, 'rendered').map((workload) => [idOf(workload), workload.labels]))
  const workloads = workloadsIn(parts, 'objects')
  const disguised = workloads.filter((workload) => !equal(known.get(idOf(workload)), workload.labels))
  if (disguised.length === 0) return []
  const passagesOf = passagesBy(policiesIn(parts, 'objects'))
  const pods = workloads.map((workload) => ({ workload, passages: passagesOf(workload) }))
  return disguised.flatMap((workload): Issue[] => {
    const former = known.get(idOf(workload))
    const reached = pods
      .filter((pod) => idOf(pod.workload) !== idOf(workload))
      .filter(
        ({ passages }) => letsIn(passages, workload.labels) && !(former !== undefined && letsIn(passages, former)),
      )
    if (reached.length === 0) return []
    return [
      {
        id: 'reach-widened',
        severity: 'danger',
        subject: subjectOf(workload),
        text: `has labels by which ${[...new Set(reached.map((pod) => pod.workload.id))].sort().join(', ')} lets it in`,
        hint: 'give it its own labels: those of the network say which pods may ask for what',
        file: workload.part.file,
        detail: workload.labels,
      },
    ]
  })
}

const idOf = ({ part, id }: Workload): string => `${part.part} ${id}`

/** Whether pods of the namespace with these labels are let in because of them: not as any pod is. */
const letsIn = ({ ingress }: Passages, labels: Workload['labels']): boolean =>
  ingress.some(
    ({ peer }) =>
      peer.kind === 'pods' &&
      peer.namespaces === undefined &&
      selectorText(peer.pods) !== '' &&
      selects(peer.pods, labels),
  )
