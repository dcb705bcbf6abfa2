import { type AnnotatedLoadBalancer, type AnnotationConflict, conflictsOf } from './conflict.ts'
import { itemsOf } from './value.ts'

/** Of MetalLB. */
export const metalLbConflicts = (given: AnnotatedLoadBalancer): AnnotationConflict[] =>
  conflictsOf(given, {
    'metallb.io/loadBalancerIPs': addresses,
    'metallb.universe.tf/loadBalancerIPs': addresses,
    'metallb.io/allow-shared-ip': shared,
    'metallb.universe.tf/allow-shared-ip': shared,
  })

/** getDesiredLbIPs in controller/service.go, and ForAddresses in internal/ipfamily/ipfamily.go. */
function addresses(value: string, given: AnnotatedLoadBalancer) {
  if (given.addresses.length > 0)
    return {
      severity: 'error',
      effect: `is refused beside the address ${given.addresses.join(', ')}: the Service would have no address`,
      hint: 'remove it: ambassador.addresses says the same',
    } as const
  const families = itemsOf(value).map((address) => address.includes(':'))
  if (new Set(families).size === families.length) return undefined
  return {
    severity: 'error',
    effect: 'has several addresses of one family: MetalLB refuses them, and the Service would have no address',
    hint: 'list one address, or one IPv4 and one IPv6 address',
  } as const
}

/** BackendKey in internal/allocator/k8salloc/k8salloc.go: with the traffic policy Local, who shares must have the same pods. */
function shared() {
  return {
    severity: 'warning',
    effect: 'shares the address only with Services of the same pods: the traffic policy of the Ambassador is Local',
    hint: 'remove it, or set externalTrafficPolicy: Cluster in an override, which hides the addresses of clients',
  } as const
}
