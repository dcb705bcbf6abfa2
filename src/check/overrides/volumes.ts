import { at, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { quantityValue } from '../../network/quantity.ts'
import type { ObjectProblem } from './problems.ts'

/** Volumes that an override makes smaller than the definition: the ledger fills them earlier than expected. */
export function smallerVolumes(object: KubernetesObject, own: KubernetesObject): ObjectProblem[] {
  const sizes = new Map(claimsOf(own))
  return claimsOf(object).flatMap(([name, size]): ObjectProblem[] => {
    const rendered = sizes.get(name)
    const [now, before] = [bytesOf(size), bytesOf(rendered)]
    if (now === undefined || before === undefined || now >= before) return []
    return [
      {
        rule: 'override-volume',
        message: `${object.kind} ${object.metadata.name} has a volume of ${String(size)} instead of ${String(rendered)}`,
        hint: 'set storage of the node in the definition: Chancery checks it there, and no volume can shrink',
      },
    ]
  })
}

/** Names and sizes of the volume claims of an object. */
const claimsOf = (object: KubernetesObject): [name: string, size: unknown][] => {
  const size = (claim: unknown) => at(claim, 'spec', 'resources', 'requests', 'storage')
  if (object.kind === 'PersistentVolumeClaim') return [[object.metadata.name, size(object)]]
  return listAt(object, 'spec', 'volumeClaimTemplates')
    .filter(isRecord)
    .map((claim) => [String(at(claim, 'metadata', 'name')), size(claim)])
}

const bytesOf = (size: unknown): number | undefined =>
  typeof size === 'string' || typeof size === 'number' ? quantityValue(String(size)) : undefined
