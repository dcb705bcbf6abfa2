import { join } from 'node:path'
import type { Bed } from '../clusters.ts'
import { define, definitionsOfSnapshots } from '../definitions.ts'
import { tool } from '../tools/tool.ts'

/** As `tool` knows them: our own driver, and the programs of Kubernetes beside it. */
export const storageTools = ['csi', 'csi-provisioner', 'csi-resizer', 'csi-snapshotter', 'snapshot-controller'] as const

const name = 'folders.chancery.test'

/** Classes of a cluster with `startDriver`, for claims and for snapshots. */
export const storageClass = 'folders'
const snapshotClass = 'csi-snapshots'

/**
 * Starts a CSI driver on the machine of a cluster, and beside it what claims, growth and snapshots need. Its volumes are
 * folders: they grow in name only, and a snapshot is a copy.
 */
export async function startDriver(bed: Bed, cluster: string): Promise<void> {
  const target = bed.cluster(cluster)
  await define(target, await definitionsOfSnapshots())
  for (const object of objects) await target.apply(object)
  const folder = bed.machineFolder(cluster)
  const socket = join(folder, 'csi.sock')
  const registration = join(folder, 'kubelet/plugins_registry', `${name}.sock`)
  await bed.start({
    name: 'csi',
    on: cluster,
    path: await tool('csi'),
    arguments: [name, join(folder, 'folders'), socket, registration, `${cluster}-a`],
  })
  const kubeconfig = `--kubeconfig=${target.kubeconfig}`
  for (const sidecar of ['csi-provisioner', 'csi-resizer', 'csi-snapshotter'] as const) {
    const path = await tool(sidecar)
    await bed.start({ name: sidecar, path, arguments: [kubeconfig, `--csi-address=${socket}`, ...more[sidecar]] })
  }
  const path = await tool('snapshot-controller')
  await bed.start({ name: 'snapshot-controller', path, arguments: [kubeconfig] })
}

const more = {
  'csi-provisioner': ['--feature-gates=Topology=false'],
  'csi-resizer': [],
  'csi-snapshotter': [],
} as const

const objects = [
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIDriver',
    metadata: { name },
    spec: { attachRequired: false, fsGroupPolicy: 'File', volumeLifecycleModes: ['Persistent'] },
  },
  // As createStorageClass makes one, see storageClasses in src/ambassador/overlay.ts.
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: storageClass },
    provisioner: name,
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    reclaimPolicy: 'Retain',
  },
  {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: snapshotClass },
    driver: name,
    deletionPolicy: 'Delete',
  },
]
