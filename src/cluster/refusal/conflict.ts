import { agreeing } from '../../words.ts'
import type { Explain } from './explanation.ts'

/** Others own fields with other values, or wrote first. */
export const conflict: Explain = (_object, { status, causes }) => {
  if (status !== 409) return undefined
  const fields = causes
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ field, message }) => ({ field, manager: managerOf(message) }))
  if (fields.length === 0) {
    return {
      kind: 'conflict',
      message: 'another client changed it at the same moment',
      hint: 'run this again',
      fields,
    }
  }
  const managers = [...new Set(fields.map(({ manager }) => manager))]
  const others = managers.map((manager) => `${manager}${meaning(manager)}`).join(', ')
  return {
    kind: 'conflict',
    message: `others set ${agreeing(fields.length, 'this field', 'these fields')} to other values: ${fields.map(({ field, manager }) => `${field} ← ${manager}`).join(', ')}`,
    hint: `put the value into network.yaml; or agree with the owner (${others}) and run this with --force-conflicts, which takes the ${agreeing(fields.length, 'field', 'fields')} over`,
    fields,
  }
}

/** From `conflict with "kubectl" with subresource "scale" using apps/v1 at 2026-11-23T09:00:00Z`. */
function managerOf(message: string): string {
  const [, manager = 'unknown', subresource] =
    /^conflict with "((?:[^"\\]|\\.)*)"(?: with subresource "([^"]*)")?/.exec(message) ?? []
  return subresource === undefined ? manager : `${manager} (${subresource})`
}

/** Who is behind the name of a field manager. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^kubectl/, 'a person with kubectl'],
  [/^helm$/i, 'a Helm release'],
  [/^(?:kustomize|helm)-controller/, 'Flux'],
  [/^argocd/, 'Argo CD'],
  [/^(?:kube-controller-manager|vpa-)/, 'Kubernetes itself, for example an autoscaler'],
]

function meaning(manager: string): string {
  const found = meanings.find(([pattern]) => pattern.test(manager))
  return found === undefined ? '' : `: ${found[1]}`
}
