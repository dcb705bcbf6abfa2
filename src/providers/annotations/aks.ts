import { type AnnotatedLoadBalancer, type AnnotationConflict, conflictsOf, contradictsVisibility } from './conflict.ts'

const annotation = (name: string): string => `service.beta.kubernetes.io/azure-${name}`
const isOn = (value: string | undefined): boolean => value?.toLowerCase() === 'true'

export const aksConflicts = (given: AnnotatedLoadBalancer): AnnotationConflict[] => [
  ...conflictsOf(given, {
    [annotation('load-balancer-internal')]: contradictsVisibility((value) => value === 'true'),
    [annotation('allowed-ip-ranges')]: besideSourceRanges,
    'service.beta.kubernetes.io/load-balancer-source-ranges': besideSourceRanges,
    // EventMessageOfConflictLoadBalancerSourceRangesAndAllowedIPRanges in pkg/provider/loadbalancer/accesscontrol.go
    [annotation('allowed-service-tags')]: (_, { sourceRanges }) =>
      sourceRanges.length === 0
        ? undefined
        : {
            severity: 'warning',
            effect: 'does not work beside sourceRanges: the controller warns of both',
            hint: 'keep one of the two',
          },
    [annotation('disable-load-balancer-nsg-rule')]: (value, { sourceRanges }) =>
      isOn(value) && sourceRanges.length > 0
        ? {
            severity: 'warning',
            effect: 'makes sourceRanges keep nobody out: nothing is written to the network security group',
            hint: 'remove it, or write the rules yourself',
          }
        : undefined,
    [annotation('pls-proxy-protocol')]: (value, { proxyProtocol }) =>
      isOn(value) && !proxyProtocol
        ? {
            severity: 'error',
            effect:
              'makes the private link send the header of the PROXY protocol, which the Ambassador does not expect',
            hint: 'remove it',
          }
        : undefined,
    // getInternalSubnet in pkg/provider/azure_loadbalancer.go
    [annotation('load-balancer-internal-subnet')]: (_, { visibility }) =>
      visibility === 'internal'
        ? undefined
        : {
            severity: 'warning',
            effect: 'has no effect on public load balancers',
            hint: 'remove it, or write ambassador.visibility: internal',
          },
    [annotation('load-balancer-ipv4')]: insteadOfAddresses,
    [annotation('load-balancer-ipv6')]: insteadOfAddresses,
    [annotation('pip-name')]: insteadOfAddresses,
    [annotation('pip-prefix-id')]: insteadOfAddresses,
  }),
  ...probesTooSlow(given),
  ...linkWithoutCreation(given),
]

/** ErrSetBothLoadBalancerSourceRangesAndAllowedIPRanges in pkg/provider/loadbalancer/accesscontrol.go ends the update. */
function besideSourceRanges(_: string, { sourceRanges }: AnnotatedLoadBalancer) {
  if (sourceRanges.length === 0) return undefined
  return {
    severity: 'error',
    effect: 'is refused beside sourceRanges: the controller would stop updating the load balancer',
    hint: 'write all ranges in ambassador.sourceRanges',
  } as const
}

/** determinePublicIPName in pkg/provider/azure_loadbalancer.go looks for a name first. */
function insteadOfAddresses(_: string, { addresses }: AnnotatedLoadBalancer) {
  if (addresses.length === 0) return undefined
  return {
    severity: 'error',
    effect: `chooses another address than ${addresses.join(', ')}`,
    hint: 'keep one of the two: the annotation, or the address in this file',
  } as const
}

/** getHealthProbeConfigProbeIntervalAndNumOfProbe in pkg/provider/azure_loadbalancer_healthprobe.go */
function probesTooSlow({ annotations }: AnnotatedLoadBalancer): AnnotationConflict[] {
  const interval = annotation('load-balancer-health-probe-interval')
  const failures = annotation('load-balancer-health-probe-num-of-probe')
  const seconds = Number(annotations[interval] ?? 5) * Number(annotations[failures] ?? 2)
  if (!(seconds >= 120)) return []
  return [
    {
      key: annotations[interval] === undefined ? failures : interval,
      severity: 'error',
      effect: `makes failing health checks last ${seconds} seconds: interval times number must be below 120`,
      hint: 'lower one of the two',
    },
  ]
}

function linkWithoutCreation({ annotations }: AnnotatedLoadBalancer): AnnotationConflict[] {
  if (isOn(annotations[annotation('pls-create')])) return []
  return Object.keys(annotations)
    .filter((key) => key.startsWith(annotation('pls-')) && key !== annotation('pls-create'))
    .map((key) => ({
      key,
      severity: 'warning',
      effect: 'has no effect: there is no private link',
      hint: `add ${annotation('pls-create')}: "true"`,
    }))
}
