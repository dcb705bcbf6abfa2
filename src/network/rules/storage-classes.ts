import { providers } from '../../providers/index.ts'
import type { Problem } from '../finding.ts'
import type { Cluster, Network } from '../network.ts'

/** Storage classes for a ledger: existing, on a disk, in the zone of the pod, expandable. */
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
        `the storage of cluster ${name} is unknown: ${title} is not a cloud`,
        'set storageClass to a class of the cluster: encrypted, WaitForFirstConsumer, expandable',
      ),
    ]
  if (createStorageClass && storageClass !== undefined && storage.existing?.includes(storageClass) === true)
    return [
      at(
        'storageClass',
        'error',
        `storage class ${storageClass} of cluster ${name} already exists: ${title} creates it, and Kubernetes refuses another`,
        'remove storageClass, choose your own name for it, or remove createStorageClass',
      ),
    ]
  if (createStorageClass || local) return []
  const owner = Object.values(providers).find(({ storage: others }) => others.names?.test(storageClass ?? '') === true)
  // Storage classes on local machines are unknown.
  if (owner !== undefined && owner !== providers[cluster.provider] && storage.recommended !== undefined)
    return [
      at(
        'storageClass',
        'warning',
        `storage class ${storageClass} of cluster ${name} is a class of ${owner.title}, not of ${title}`,
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
              `cluster ${name} may have no default storage class: with ${title} volumes would never be provisioned`,
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
