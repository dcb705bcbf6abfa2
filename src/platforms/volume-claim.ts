import type { Cluster } from '../network/network.ts'

/** What a base's PersistentVolumeClaim of this name gets from the definition, as a patch. */
export const volumeClaim = (name: string, { storageClass }: Cluster, storage: string): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: {
    ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
    resources: { requests: { storage } },
  },
})
