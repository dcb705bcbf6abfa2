import { dirname, join } from 'node:path'
import type { KubernetesObject } from '../cluster.ts'
import type { ClusterPlace } from '../components.ts'
import { tool } from '../tools/tool.ts'
import type { Image } from './image.ts'
import type { Machine } from './network.ts'

const image = 'chancery.test/coredns:1'

export const dnsImage = async (): Promise<Image> => ({
  name: image,
  command: ['/coredns'],
  files: { '/coredns': await tool('coredns') },
})

/** Address of the Service: the tenth of the range, as installers of clusters choose it. */
export const dnsService = ({ network }: Pick<ClusterPlace, 'network'>): string => `10.${network}.0.10`

/** DNS as a pod and a Service, with the names and labels that it has in clusters. Its files are those of the bed. */
export function dnsObjects(place: ClusterPlace, machine: Machine): readonly KubernetesObject[] {
  const labels = { 'k8s-app': 'kube-dns' }
  const bed = dirname(place.directory)
  const ports = ['UDP', 'TCP'].map((protocol) => ({ name: `dns-${protocol.toLowerCase()}`, port: 53, protocol }))
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'kube-dns', namespace: 'kube-system' },
      spec: { clusterIP: dnsService(place), selector: labels, ports },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'coredns', namespace: 'kube-system', labels },
      spec: {
        dnsPolicy: 'Default',
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'coredns',
            image,
            args: [`-conf=${join(machine.directory, 'Corefile')}`],
            // The files of a bed belong to the user who started it.
            securityContext: { runAsUser: 0 },
            volumeMounts: [{ name: 'bed', mountPath: bed, readOnly: true }],
          },
        ],
        volumes: [{ name: 'bed', hostPath: { path: bed } }],
      },
    },
  ]
}
