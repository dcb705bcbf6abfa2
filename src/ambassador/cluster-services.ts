import type { Cluster } from '../network/network.ts'
import { networkPolicy, podsNamed, tcp } from '../platforms/network-policy.ts'

/**
 * DNS for all pods of a namespace: that of the cluster, and no other. Who may ask any server can carry data out with the names it
 * asks for. A policy sees the pods behind a Service; a cache on the machine, which is no pod, by its address.
 */
export function dnsPolicy({ dns: { namespace, labels, port, addresses } }: Cluster): object {
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': namespace } }
  const podSelector =
    labels === undefined
      ? { matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns', 'node-local-dns'] }] }
      : { matchLabels: labels }
  const pods = { to: [{ namespaceSelector, podSelector }], ports: dnsPorts(port) }
  const servers = { to: addresses.map((cidr) => ({ ipBlock: { cidr } })), ports: dnsPorts(53) }
  return networkPolicy('dns', {}, { egress: addresses.length === 0 ? [pods] : [pods, servers] })
}

const dnsPorts = (port: number): object[] => ['UDP', 'TCP'].map((protocol) => ({ port, protocol }))

/** The port of the Service `kubernetes`, for plug-ins that see a connection before it is turned to the API server. */
const servicePort = 443

/**
 * The API server, for Emissary alone. No selector finds it, as it is no pod of the cluster, and its addresses are known to the
 * cluster only: where the definition does not name them, the port is all that can be said.
 */
export const apiServerPolicy = ({ apiServer: { ranges, port } }: Cluster): object =>
  networkPolicy('cluster-services', podsNamed('emissary'), {
    egress: [
      {
        ...(ranges.length === 0 ? {} : { to: ranges.map((cidr) => ({ ipBlock: { cidr } })) }),
        ports: [...new Set([servicePort, port])].sort((a, b) => a - b).map(tcp),
      },
    ],
  })
