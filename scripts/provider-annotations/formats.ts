import type { AnnotationFormat, KnownAnnotation, ListItem } from '../../src/providers/annotations/table.ts'

/** What the name of a constant and the function that parses it do not say. Each text of `shown` is a line of the sources. */
export interface Knowledge extends Partial<Pick<KnownAnnotation, 'format' | 'discouraged' | 'behindIngress'>> {
  readonly shown?: readonly string[]
}

const choice = (...values: string[]): AnnotationFormat => ({ kind: 'choice', values })
const anyCase = (...values: string[]): AnnotationFormat => ({ kind: 'choice', values, anyCase: true })
const listOf = (of: ListItem, separator: ',' | ' ' = ','): AnnotationFormat => ({
  kind: 'list',
  of,
  separator,
})
const whole = (least: number, most: number, unit?: string): AnnotationFormat => ({
  kind: 'whole-number',
  least,
  most,
  ...(unit === undefined ? {} : { unit }),
})

const aws = (suffix: string): string => `service.beta.kubernetes.io/aws-load-balancer-${suffix}`
const azure = (suffix: string): string => `service.beta.kubernetes.io/azure-${suffix}`
const onPort = (suffix: string): string => `service.beta.kubernetes.io/port_{port}_${suffix}`

const loadBalancers = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html'
const listeners = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html'
const targetAttributes =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html'
const targetGroups = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html'

const whether = choice('true', 'false')
const attributesOf = (attributes: Readonly<Record<string, AnnotationFormat>>): AnnotationFormat => ({
  kind: 'pairs',
  attributes,
})
const text: AnnotationFormat = { kind: 'text' }

/** The controller passes attributes on: these are the ones that the service takes. */
const ofTargetGroups: Knowledge = {
  format: attributesOf({
    'deregistration_delay.connection_termination.enabled': whether,
    'deregistration_delay.timeout_seconds': whole(0, 3600, 'seconds'),
    'load_balancing.cross_zone.enabled': choice('true', 'false', 'use_load_balancer_configuration'),
    'preserve_client_ip.enabled': whether,
    'proxy_protocol_v2.enabled': whether,
    'stickiness.enabled': whether,
    'stickiness.type': choice('source_ip'),
    'target_group_health.dns_failover.minimum_healthy_targets.count': text,
    'target_group_health.dns_failover.minimum_healthy_targets.percentage': text,
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': text,
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': text,
    'target_health_state.unhealthy.connection_termination.enabled': whether,
    'target_health_state.unhealthy.draining_interval_seconds': whole(0, 360_000, 'seconds'),
  }),
  shown: [targetAttributes],
}

/** Azure compares with `true`, and takes everything else for no. */
const on = anyCase('true', 'false')
const probe = anyCase('tcp', 'http', 'https')
const interval: Knowledge = {
  // Interval times number must be below 120: https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update#probe
  format: whole(5, 59, 'seconds'),
  shown: ['MinimumProbeIntervalInSecond = 5', '(*probeInterval)*(*numberOfProbes) >= 120'],
}
const failures: Knowledge = {
  format: whole(2, 23),
  shown: ['MinimumNumOfProbe = 2', '(*probeInterval)*(*numberOfProbes) >= 120'],
}

const because = (reason: string, advice: string): Knowledge => ({ discouraged: { reason, advice } })
const deprecated = (advice: string): Knowledge => because('is deprecated', advice)
const attribute = (pair: string): string => `write ${pair} in ${aws('attributes')}`
const unread = 'is not read by the controller of Network Load Balancers'
const rangesAsField = because('is unknown to findings and plans', 'write the ranges in ambassador.sourceRanges')
const addressesAsField = because('is unknown to findings and plans', 'write the addresses in ambassador.addresses')
const ofMetalLb = (name: string): Knowledge => ({
  ...deprecated(`write metallb.io/${name}`),
  shown: ['The used annotation is deprecated'],
})

export const knowledge: Readonly<Record<string, Knowledge>> = {
  'service.beta.kubernetes.io/load-balancer-source-ranges': {
    format: listOf('range'),
    ...rangesAsField,
  },
  [aws('type')]: {
    format: choice('external', 'nlb-ip', 'nlb'),
    ...because('has no effect beside a class', 'remove it: Chancery renders a class (ambassador.loadBalancerClass)'),
  },
  [aws('nlb-target-type')]: { format: choice('instance', 'ip') },
  [aws('name')]: { format: { kind: 'text', longest: 32 }, shown: ['if len(name) > 32'] },
  [aws('scheme')]: { format: choice('internal', 'internet-facing') },
  [aws('internal')]: deprecated('write ambassador.visibility'),
  [aws('proxy-protocol')]: { format: choice('*'), shown: ['if proxyV2Annotation != "*"'] },
  [aws('proxy-protocol-per-target-group')]: { format: listOf('port') },
  [aws('ip-address-type')]: { format: choice('ipv4', 'dualstack') },
  [aws('access-log-enabled')]: deprecated(attribute('access_logs.s3.enabled=true')),
  [aws('access-log-s3-bucket-name')]: deprecated(attribute('access_logs.s3.bucket=NAME')),
  [aws('access-log-s3-bucket-prefix')]: deprecated(attribute('access_logs.s3.prefix=PREFIX')),
  [aws('cross-zone-load-balancing-enabled')]: deprecated(attribute('load_balancing.cross_zone.enabled=true')),
  [aws('backend-protocol')]: { format: choice('ssl', 'tcp'), shown: ['cfg.backendProtocol == "ssl"'] },
  [aws('healthcheck-protocol')]: { format: anyCase('tcp', 'http', 'https') },
  // The controller passes numbers on; these are the limits of the service.
  [aws('healthcheck-interval')]: { format: whole(5, 300, 'seconds'), shown: [targetGroups] },
  [aws('healthcheck-timeout')]: { format: whole(2, 120, 'seconds'), shown: [targetGroups] },
  [aws('healthcheck-healthy-threshold')]: { format: whole(2, 10), shown: [targetGroups] },
  [aws('healthcheck-unhealthy-threshold')]: { format: whole(2, 10), shown: [targetGroups] },
  [aws('healthcheck-port')]: { format: { kind: 'port', or: 'traffic-port' } },
  [aws('ssl-ports')]: { format: listOf('port') },
  [aws('eip-allocations')]: { format: listOf('elastic IP'), ...addressesAsField },
  [aws('private-ipv4-addresses')]: { format: listOf('address'), ...addressesAsField },
  [aws('ipv6-addresses')]: { format: listOf('address'), ...addressesAsField },
  [aws('alpn-policy')]: { format: choice('None', 'HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred') },
  [aws('inbound-sg-rules-on-private-link-traffic')]: { format: choice('on', 'off') },
  [aws('enable-prefix-for-ipv6-source-nat')]: { format: choice('on', 'off') },
  [aws('enable-icmp-for-path-mtu-discovery')]: { format: choice('on', 'off'), shown: ['== "on"'] },
  [aws('attributes')]: {
    format: attributesOf({
      'access_logs.s3.bucket': text,
      'access_logs.s3.enabled': whether,
      'access_logs.s3.prefix': text,
      'deletion_protection.enabled': whether,
      'dns_record.client_routing_policy': choice(
        'availability_zone_affinity',
        'partial_availability_zone_affinity',
        'any_availability_zone',
      ),
      'ipv6.deny_all_igw_traffic': whether,
      'load_balancing.cross_zone.enabled': whether,
      'secondary_ips.auto_assigned.per_subnet': whole(0, 7),
      'zonal_shift.config.enabled': whether,
    }),
    shown: [loadBalancers],
  },
  [aws('target-group-attributes')]: ofTargetGroups,
  [aws('target-group-attributes.{port}')]: ofTargetGroups,
  [aws('listener-attributes.{protocol}-{port}')]: {
    format: attributesOf({ 'tcp.idle_timeout.seconds': whole(60, 6000, 'seconds') }),
    shown: [listeners],
  },
  'service.beta.kubernetes.io/actions.{protocol}-{port}': { format: { kind: 'json' } },
  [aws('connection-idle-timeout')]: because(
    unread,
    `write tcp.idle_timeout.seconds=SECONDS in ${aws('listener-attributes.TCP-PORT')}`,
  ),
  [aws('connection-draining-enabled')]: because(
    unread,
    `write deregistration_delay.connection_termination.enabled=true in ${aws('target-group-attributes')}`,
  ),
  [aws('connection-draining-timeout')]: because(
    unread,
    `write deregistration_delay.timeout_seconds=SECONDS in ${aws('target-group-attributes')}`,
  ),
  [aws('access-log-emit-interval')]: because(unread, 'remove it: a Network Load Balancer has no interval'),
  [aws('extra-security-groups')]: because(unread, `write ${aws('security-groups')}`),

  [azure('load-balancer-internal')]: {
    format: choice('true', 'false'),
    shown: ['return l == consts.TrueAnnotationValue'],
  },
  [azure('load-balancer-ipv4')]: { format: { kind: 'address', family: 'IPv4' }, ...addressesAsField },
  [azure('load-balancer-ipv6')]: { format: { kind: 'address', family: 'IPv6' }, ...addressesAsField },
  [azure('load-balancer-tcp-idle-timeout')]: {
    format: whole(4, 100, 'minutes'),
    shown: ['idleTimoutMin  = 4', 'idleTimeoutMax = 100'],
  },
  [azure('load-balancer-mode')]: {
    ...because('has no effect on standard load balancers', 'remove it: AKS has no others'),
    shown: ["single standard load balancer doesn't work with annotation"],
  },
  [azure('load-balancer-enable-high-availability-ports')]: { format: on },
  [azure('load-balancer-disable-tcp-reset')]: { format: on },
  [azure('disable-load-balancer-floating-ip')]: { format: on },
  [azure('disable-load-balancer-nsg-rule')]: { format: on },
  [azure('deny-all-except-load-balancer-source-ranges')]: { format: on },
  [azure('pls-create')]: { format: on },
  [azure('pls-proxy-protocol')]: { format: on },
  [azure('load-balancer-health-probe-protocol')]: { format: probe },
  [onPort('health-probe_protocol')]: { format: probe },
  [azure('load-balancer-health-probe-interval')]: interval,
  [onPort('health-probe_interval')]: interval,
  [azure('load-balancer-health-probe-num-of-probe')]: failures,
  [onPort('health-probe_num-of-probe')]: failures,
  [onPort('no_lb_rule')]: { format: on },
  [onPort('no_probe_rule')]: { format: on },
  [azure('allowed-ip-ranges')]: {
    format: listOf('range'),
    ...rangesAsField,
  },
  [azure('allowed-service-tags')]: { format: listOf('text') },
  [azure('additional-public-ips')]: { format: listOf('address') },
  [azure('load-balancer-configurations')]: { format: listOf('text') },
  [azure('pls-ip-configuration-ip-address-count')]: {
    format: whole(1, 8),
    shown: ['MinimumNumOfIPConfig = 1', 'MaximumNumOfIPConfig = 8'],
  },
  [azure('pls-ip-configuration-ip-address')]: { format: listOf('address', ' ') },
  [azure('pls-fqdns')]: { format: listOf('text', ' ') },
  [azure('pls-visibility')]: { format: listOf('text', ' ') },
  [azure('pls-auto-approval')]: { format: listOf('text', ' ') },
  [azure('pip-tags')]: { format: { kind: 'pairs' } },
  [azure('pip-ip-tags')]: { format: { kind: 'pairs' } },

  'networking.gke.io/load-balancer-type': { format: choice('Internal', 'External') },
  'cloud.google.com/load-balancer-type': {
    format: choice('Internal', 'External'),
    ...deprecated('write ambassador.visibility'),
    shown: ['Deprecating the old-style naming'],
  },
  'cloud.google.com/l4-rbs': { format: choice('enabled') },
  'cloud.google.com/network-tier': { format: choice('Standard', 'Premium') },
  'networking.gke.io/l4-strong-session-affinity': { format: choice('enabled') },
  'networking.gke.io/weighted-load-balancing': { format: choice('pods-per-node') },
  'networking.gke.io/load-balancer-ip-addresses': {
    format: { kind: 'list', of: 'reserved', separator: ',', most: 2 },
    ...addressesAsField,
    shown: ['maxNumberOfAddresses                     = 2'],
  },
  'networking.gke.io/internal-load-balancer-allow-global-access': { format: choice('true', 'false') },
  'networking.gke.io/internal-load-balancer-subnet': {
    ...deprecated('write networking.gke.io/load-balancer-subnet'),
    shown: ['Replaces networking.gke.io/internal-load-balancer-subnet'],
  },
  'cloud.google.com/load-balancer-backend-share': deprecated('remove it: backends are never shared now'),
  'cloud.google.com/neg': { format: { kind: 'json' }, behindIngress: true },
  'cloud.google.com/backend-config': { format: { kind: 'json' }, behindIngress: true },
  'beta.cloud.google.com/backend-config': { format: { kind: 'json' }, behindIngress: true },
  'cloud.google.com/app-protocols': { format: { kind: 'json' }, behindIngress: true },
  'networking.gke.io/transparent-health-checker': { format: { kind: 'json' }, behindIngress: true },
  'networking.gke.io/max-rate-per-endpoint': { format: { kind: 'number' }, behindIngress: true },
  'networking.gke.io/capacity-scaler': { format: { kind: 'number', most: 1 }, behindIngress: true },
  'networking.gke.io/custom-forwarding-rule': because(
    'is for Services of the class networking.gke.io/standalone-passthrough-lb-neg',
    'remove it',
  ),

  'metallb.io/loadBalancerIPs': { format: listOf('address'), ...addressesAsField },
  'metallb.io/ip-allocated-from-pool': because('is written by MetalLB itself', 'remove it'),
  'metallb.universe.tf/ip-allocated-from-pool': because('is removed by MetalLB', 'remove it here too'),
  'metallb.universe.tf/address-pool': ofMetalLb('address-pool'),
  'metallb.universe.tf/loadBalancerIPs': { ...ofMetalLb('loadBalancerIPs'), format: listOf('address') },
  'metallb.universe.tf/allow-shared-ip': ofMetalLb('allow-shared-ip'),
}
