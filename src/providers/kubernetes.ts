import { isAddress, type Provider } from './provider.ts'

/** Any cluster that nobody manages for you; something such as MetalLB gives the Service its address. */
export const kubernetes: Provider = {
  id: 'kubernetes',
  title: 'Kubernetes',
  local: false,
  // https://metallb.io/usage/
  service: ({ className, addresses, pool }) => ({
    annotations: {
      ...(pool === undefined ? {} : { 'metallb.io/address-pool': pool }),
      // With several, or a pool, it is MetalLB; one alone is asked for in the way that every implementation knows.
      ...(addresses.length > 1 || (pool !== undefined && addresses.length > 0)
        ? { 'metallb.io/loadBalancerIPs': addresses.join(',') }
        : {}),
    },
    ...(className === undefined ? {} : { loadBalancerClass: className }),
    ...(addresses.length === 1 && pool === undefined && addresses[0] !== undefined
      ? { loadBalancerIP: addresses[0] }
      : {}),
    externalTrafficPolicy: 'Local',
  }),
  addressProblem: ({ addresses }) => (addresses.every(isAddress) ? undefined : 'are IPv4 addresses'),
  takesAddress: true,
  internal: false,
  pools: true,
  // kube-proxy, on the machine that the packet reaches: https://kubernetes.io/docs/reference/networking/virtual-ips/
  sourceRanges: true,
  proxyProtocol: true,
  annotations: /^metallb\.(?:io|universe\.tf)\//,
  hairpin:
    'kube-proxy takes it without leaving the cluster; with source ranges the range of the pods has to be among them',
  storage: { defaultServes: true, unsuitable: {} },
  login: (context) => `have your kubeconfig hold a context called ${context}`,
  addressHint: 'the external IP of the Service, as MetalLB or your own load balancer gives it',
}
