import { providers } from '../../providers/index.ts'
import type { Problem } from '../finding.ts'
import type { Cluster, Network } from '../network.ts'

/** Volumes that a ledger can live on: of a class that exists, on a disk, in the zone of the pod, able to grow. */
export const storageClassProblems = (network: Network): Problem[] => network.clusters.flatMap(problemsOf)

function problemsOf(cluster: Cluster): Problem[] {
  const { name, storageClass, createStorageClass, path } = cluster
  const { title, local, storage } = providers[cluster.provider]
  const at = (field: string, severity: Problem['severity'], message: string, hint: string): Problem => ({
    rule: 'storage-class',
    severity,
    message,
    hint,
    path: [...path, field],
  })
  const better = `use ${storage.recommended === undefined ? '' : `storageClass: ${storage.recommended} or `}createStorageClass: true`
  if (createStorageClass && storage.created === undefined)
    return [
      at(
        'createStorageClass',
        'error',
        `what volumes cluster ${name} can have is not known: ${title} is no cloud`,
        'name a class that exists there (storageClass): encrypted, WaitForFirstConsumer, expandable',
      ),
    ]
  if (createStorageClass && storageClass !== undefined && storage.existing?.includes(storageClass) === true)
    return [
      at(
        'storageClass',
        'error',
        `storage class ${storageClass} of cluster ${name} exists already: ${title} makes it, and Kubernetes refuses another`,
        'leave storageClass out, give it a name of your own, or remove createStorageClass',
      ),
    ]
  if (createStorageClass || local) return []
  const owner = Object.values(providers).find(({ storage: others }) => others.names?.test(storageClass ?? '') === true)
  // What classes people make on machines of their own is not known.
  if (owner !== undefined && owner !== providers[cluster.provider] && storage.recommended !== undefined)
    return [
      at(
        'storageClass',
        'warning',
        `storage class ${storageClass} of cluster ${name} is one of ${owner.title}, and this is ${title}`,
        better,
      ),
    ]
  if (storageClass === undefined)
    return storage.defaultServes
      ? []
      : [
          {
            ...at(
              '',
              'warning',
              `cluster ${name} may have no default storage class: with ${title} volumes would wait for ever`,
              better,
            ),
            path,
          },
        ]
  const reason = storage.unsuitable[storageClass]
  return reason === undefined
    ? []
    : [at('storageClass', 'warning', `storage class ${storageClass} of cluster ${name} ${reason}`, better)]
}
