import type { KubernetesObject } from './cluster.ts'
import type { ClusterPlace } from './components.ts'

const zones = ['a', 'b', 'c']

/**
 * Three, each in a zone of the same name (see stages/cloud.yaml): `eu-a`, `eu-b` and `eu-c` of cluster `eu`. With a
 * machine, only the first.
 */
export function nodes({ name: cluster, machine }: ClusterPlace): readonly KubernetesObject[] {
  return zones.slice(0, machine === undefined ? zones.length : 1).map((zone) => {
    const name = `${cluster}-${zone}`
    const labels = {
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/region': cluster,
      'topology.kubernetes.io/zone': name,
    }
    return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } }
  })
}

/** Those that managed clusters have, so that what names one works. The disks come from stages/cloud.yaml. */
export const storageClasses: readonly KubernetesObject[] = [
  storageClass('standard', 'disk.chancery.test', true),
  storageClass('gp3', 'ebs.csi.aws.com'),
  storageClass('premium-rwo', 'pd.csi.storage.gke.io'),
  storageClass('managed-csi', 'disk.csi.azure.com'),
]

function storageClass(name: string, provisioner: string, isDefault = false): KubernetesObject {
  const annotations = isDefault ? { 'storageclass.kubernetes.io/is-default-class': 'true' } : {}
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name, annotations },
    provisioner,
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
  }
}
