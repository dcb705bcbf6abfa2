import type { Provider } from './provider.ts'

/** Clusters on a developer's machine: their load balancers forward to every node, so there is no client address to keep. */
const local = (id: string, title: string, addressHint: string): Provider => ({
  id,
  title,
  local: true,
  service: { annotations: {}, externalTrafficPolicy: 'Cluster' },
  fixedAddress: false,
  addressHint,
})

export const kind = local('kind', 'kind', 'the external IP that cloud-provider-kind gives the Service')
export const minikube = local('minikube', 'minikube', 'the external IP of the Service while `minikube tunnel` runs')
export const k3s = local('k3s', 'K3s', 'the IP of any node: ServiceLB opens the ports on all of them')
