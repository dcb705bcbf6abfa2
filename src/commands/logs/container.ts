import { type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { textAt } from '../../cluster/status/fields.ts'
import { OperatorError } from '../../errors.ts'
import { didYouMean } from '../../network/suggestion.ts'

/** The container of a pod whose log to read: the first one, unless another is named. Throws OperatorError for an unknown name. */
export function containerOf(pod: KubernetesObject, wanted: string | undefined): string {
  const names = (field: string): readonly string[] =>
    listAt(pod, 'spec', field).map((container) => textAt(container, 'name'))
  const known = [...names('containers'), ...names('initContainers'), ...names('ephemeralContainers')]
  if (wanted === undefined) return known[0] ?? ''
  if (known.includes(wanted)) return wanted
  throw new OperatorError(`the pod ${pod.metadata.name} has no container "${wanted}"`, didYouMean(wanted, known))
}
