import { type Api, messageOf } from '../../cluster/api.ts'
import { listObjects } from '../../cluster/list.ts'
import { at, type KubernetesObject } from '../../cluster/objects.ts'
import type { Cluster } from '../../network/network.ts'
import { didYouMean } from '../../network/suggestion.ts'
import { failed, type Judgement, ok, unknown, warning } from '../../report/doctor/doctor-check.ts'

/** Whether the volumes of nodes will get a class: the one of the definition, or the default one of the cluster. */
export async function storageCheck(api: Api, cluster: Cluster, signal: AbortSignal): Promise<Judgement> {
  const { storageClass: wanted, createStorageClass } = cluster
  const type = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' }
  const classes = await listObjects(api, '/apis/storage.k8s.io/v1/storageclasses', { type, signal })
  if ('status' in classes)
    return unknown(
      `storage classes cannot be listed: ${messageOf(classes)}`,
      'list storageclasses.storage.k8s.io, or ask the administrators of the cluster',
    )
  const names = classes.map(({ metadata }) => metadata.name)
  if (wanted !== undefined) {
    const found = classes.find(({ metadata }) => metadata.name === wanted)
    if (found !== undefined) return judged(found, wanted)
    if (createStorageClass) return ok(`${wanted} does not exist yet: applying makes it`)
    return failed(`there is no storage class ${wanted}`, `${didYouMean(wanted, names)} (\`storageClass\`)`)
  }
  const defaults = classes.filter(
    ({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true',
  )
  const [first] = defaults
  if (first !== undefined) return judged(first, `${first.metadata.name}, the default of the cluster`)
  return failed(
    'the cluster has no default storage class, and the definition names none',
    `name one (\`storageClass\`): ${names.length === 0 ? 'the cluster has none' : `the cluster has ${names.join(', ')}`}`,
  )
}

/** What a ledger needs to grow, and to get a volume where its pod runs. */
function judged(found: KubernetesObject, title: string): Judgement {
  const seen = `${title} (${String(at(found, 'provisioner'))})`
  if (at(found, 'allowVolumeExpansion') !== true)
    return warning(
      `${seen} does not allow volumes to grow`,
      'a ledger grows: use a class with allowVolumeExpansion, or size volumes for years',
    )
  return ok(seen)
}
