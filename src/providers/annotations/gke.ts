import { type AnnotatedLoadBalancer, type AnnotationConflict, conflictsOf, contradictsVisibility } from './conflict.ts'

const visibility = contradictsVisibility((value) => value.toLowerCase() === 'internal')

/** A class takes precedence: GetLoadBalancerAnnotationType in pkg/l4/annotations/gce_annotations.go. */
const type = (value: string, given: AnnotatedLoadBalancer) =>
  given.className === undefined
    ? visibility(value, given)
    : ({
        severity: 'warning',
        effect: `has no effect: the class ${given.className} decides`,
        hint: 'remove it',
      } as const)

export const gkeConflicts = (given: AnnotatedLoadBalancer): AnnotationConflict[] =>
  conflictsOf(given, {
    'networking.gke.io/load-balancer-type': type,
    'cloud.google.com/load-balancer-type': type,
    'networking.gke.io/internal-load-balancer-allow-global-access': (_, { visibility: wanted }) =>
      wanted === 'internal'
        ? undefined
        : {
            severity: 'warning',
            effect: 'has no effect on public load balancers',
            hint: 'remove it, or write ambassador.visibility: internal',
          },
    // Names take precedence over spec.loadBalancerIP: IPv4ToUse in pkg/l4/address/to_use.go.
    'networking.gke.io/load-balancer-ip-addresses': (_, { addresses }) =>
      addresses.length === 0
        ? undefined
        : {
            severity: 'error',
            effect: `chooses another address than ${addresses.join(', ')}`,
            hint: 'keep one of the two: the annotation, or the address in this file',
          },
  })
