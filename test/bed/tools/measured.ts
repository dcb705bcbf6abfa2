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
}

/** The same of the CustomResourceDefinitions of Flux and cert-manager, once there is controller-gen. */
export const definitionSeconds = 6
