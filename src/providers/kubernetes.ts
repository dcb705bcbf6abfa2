import { familyOf } from '../ip-address.ts'
import { metalLbConflicts } from './annotations/kubernetes.ts'
import type { Provider } from './provider.ts'

/** Any unmanaged cluster. MetalLB, for example, assigns the address of the Service. */
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
  // ForAddresses in internal/ipfamily/ipfamily.go of MetalLB: two of one family are refused, and the Service stays without any.
  addressProblem: ({ addresses }) =>
    new Set(addresses.map(familyOf)).size === addresses.length && addresses.every((one) => familyOf(one) !== undefined)
      ? undefined
      : 'must be one IP address of each family',
  takesAddress: true,
  internal: false,
  pools: true,
  // kube-proxy, on the machine that the packet reaches: https://kubernetes.io/docs/reference/networking/virtual-ips/
  sourceRanges: true,
  podsAreClients: true,
  proxyProtocol: true,
  controllers: ['metallb'],
  annotationConflicts: metalLbConflicts,
  annotations: /^metallb\.(?:io|universe\.tf)\//,
  hairpin: 'kube-proxy handles the connection inside the cluster; source ranges must include the range of the pods',
  storage: { defaultServes: true, unsuitable: {} },
  // Of kubeadm: https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-Networking
  dnsAddresses: ['10.96.0.10'],
  apiServerPort: 6443,
  login: (context) => `add a context called ${context} to your kubeconfig`,
  addressHint: 'the external IP of the Service, assigned by MetalLB or your own load balancer',
}
