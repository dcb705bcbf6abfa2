/**
 * Seconds that it took to build each tool of `npm test`, download included: one after the other in this order, on two
 * processors that had other work, with an empty cache of Go, in November 2026.
 */
export const toolSeconds: Readonly<Record<string, number>> = {
  kustomize: 35,
  'controller-gen': 35,
  sops: 102,
  geth: 78,
  actionlint: 4,
  act: 27,
  etcd: 25,
  'kube-apiserver': 292,
  'kube-controller-manager': 92,
  'kube-scheduler': 12,
  kwok: 86,
  'kustomize-controller': 219,
  kubectl: 112,
  'age-keygen': 3,
  'cert-manager': 120,
  pebble: 10,
  'external-dns': 130,
  coredns: 25,
  prometheus: 95,
  promtool: 45,
  'grafana-dashboards': 12,
}

/** The same of the tools that machines need beside: when pods really run, `npm test` builds them too. */
export const machineToolSeconds: Readonly<Record<string, number>> = {
  pause: 2,
  runc: 10,
  containerd: 40,
  'containerd-shim-runc-v2': 5,
  ctr: 10,
  ptp: 5,
  'host-local': 2,
  portmap: 2,
  kubelet: 60,
  'kube-proxy': 20,
  'kube-router': 60,
  prober: 2,
  registry: 30,
  'stand-in': 2,
  csi: 2,
  'csi-provisioner': 30,
  'csi-resizer': 14,
  'csi-snapshotter': 8,
  'snapshot-controller': 8,
}

/** The same of the CustomResourceDefinitions of Flux and cert-manager, once there is controller-gen. */
export const definitionSeconds = 6
