import { type AnnotatedLoadBalancer, type AnnotationConflict, conflictsOf, contradictsVisibility } from './conflict.ts'
import { itemsOf, pairsOf } from './value.ts'

const annotation = (name: string): string => `service.beta.kubernetes.io/aws-load-balancer-${name}`

const yes = /^(?:1|t|true)$/i

/** Connections would begin with a header that Emissary takes for a request. */
const unexpectedHeader = {
  severity: 'error',
  effect: 'makes the load balancer send the header of the PROXY protocol, which the Ambassador does not expect',
  hint: 'write ambassador.proxyProtocol: true instead',
} as const

export const eksConflicts = (given: AnnotatedLoadBalancer): AnnotationConflict[] =>
  conflictsOf(given, {
    [annotation('scheme')]: contradictsVisibility((value) => value === 'internal'),
    [annotation('internal')]: contradictsVisibility((value) => yes.test(value)),
    [annotation('proxy-protocol')]: (_, { proxyProtocol }) => (proxyProtocol ? undefined : unexpectedHeader),
    [annotation('proxy-protocol-per-target-group')]: (_, { proxyProtocol }) =>
      proxyProtocol ? undefined : unexpectedHeader,
    // `cfg.tlsPortsSet.Len() == 0` in pkg/service/model_build_listener.go: with a certificate and no list, every listener terminates TLS.
    [annotation('ssl-cert')]: (_, { annotations }) =>
      annotations[annotation('ssl-ports')] === undefined
        ? {
            severity: 'error',
            effect: 'terminates TLS at every port, those of ledger nodes included',
            hint: `list the ports of HTTP in ${annotation('ssl-ports')}: "443"`,
          }
        : undefined,
    // `manageBackendSGRules` in pkg/service/model_build_load_balancer.go: nothing opens the machines to one's own security group.
    [annotation('security-groups')]: (_, { annotations }) =>
      annotations[annotation('manage-backend-security-group-rules')] === undefined
        ? {
            severity: 'warning',
            effect: 'does not let the load balancer reach the machines',
            hint: `set ${annotation('manage-backend-security-group-rules')}: "true", or open the security groups of the machines yourself and set "false"`,
          }
        : undefined,
    [annotation('target-group-attributes')]: (value, { proxyProtocol }) => {
      const { 'preserve_client_ip.enabled': kept, 'proxy_protocol_v2.enabled': header } = pairsOf(value)
      if (header !== undefined && yes.test(header) && !proxyProtocol) return unexpectedHeader
      if (kept === 'true') return undefined
      return {
        severity: 'warning',
        effect: 'hides the addresses of clients: it replaces preserve_client_ip.enabled=true',
        hint: 'add preserve_client_ip.enabled=true to its value',
      }
    },
    [annotation('attributes')]: (value) =>
      Object.hasOwn(pairsOf(value), 'load_balancing.cross_zone.enabled')
        ? undefined
        : {
            severity: 'warning',
            effect:
              'keeps connections in the zone where they arrive: it replaces load_balancing.cross_zone.enabled=true',
            hint: 'add load_balancing.cross_zone.enabled=true to its value, or =false if you intend that',
          },
    [annotation('nlb-target-type')]: (value) =>
      value === 'instance'
        ? {
            severity: 'warning',
            effect: 'sends connections to machines, which forward them and hide the addresses of clients',
            hint: 'remove it: pods are the targets',
          }
        : undefined,
    [annotation('healthcheck-protocol')]: (value) =>
      /^https?$/i.test(value)
        ? {
            severity: 'warning',
            effect:
              'asks every port by HTTP, which ports of ledger nodes do not answer: their targets become unhealthy',
            hint: 'remove it: each port is checked by connecting to it',
          }
        : undefined,
    // buildLoadBalancerSubnetMappings in pkg/service/model_build_load_balancer.go
    [annotation('eip-allocations')]: (_, { visibility }) =>
      visibility === 'public'
        ? undefined
        : {
            severity: 'error',
            effect: 'is refused for internal load balancers',
            hint: 'remove it, or list private addresses in ambassador.addresses',
          },
    [annotation('private-ipv4-addresses')]: (_, { visibility }) =>
      visibility === 'internal'
        ? undefined
        : {
            severity: 'error',
            effect: 'is refused for public load balancers',
            hint: 'remove it, or list allocations of Elastic IPs in ambassador.addresses',
          },
    // "IPv6 addresses can only be set for dualstack load balancers" in pkg/service/model_build_load_balancer.go
    [annotation('ipv6-addresses')]: (_, { families, annotations }) =>
      families.includes('IPv6') || annotations[annotation('ip-address-type')] === 'dualstack'
        ? undefined
        : {
            severity: 'error',
            effect: 'is refused for load balancers without IPv6',
            hint: `set ipFamilies: [IPv6] of the cluster, or ${annotation('ip-address-type')}: dualstack`,
          },
    [annotation('subnets')]: (value, { addresses }) => {
      const subnets = itemsOf(value).length
      if (addresses.length === 0 || addresses.length === subnets) return undefined
      return {
        severity: 'error',
        effect: `has another number of subnets (${subnets}) than ambassador.addresses has addresses (${addresses.length}): the controller refuses that`,
        hint: 'list one address for each subnet, in the same order',
      }
    },
  })
