import { familyOf } from '../ip-address.ts'
import { eksConflicts } from './annotations/eks.ts'
import { isAddress, type Provider, type ServiceFields, type ServiceRequest } from './provider.ts'

const annotation = (name: string): string => `service.beta.kubernetes.io/aws-load-balancer-${name}`

/**
 * An hour, as Envoy's own. The default of 350 seconds is below the keep-alive of gRPC servers (two hours) and of quiet ledgers; 60 to 6000 are possible:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html
 */
const idleTimeout = 3600

/**
 * Amazon EKS with the AWS Load Balancer Controller:
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
 */
export const eks: Provider = {
  id: 'eks',
  title: 'Amazon EKS',
  local: false,
  service,
  addressProblem: ({ visibility, addresses }) => {
    const others = addresses.filter((address) => familyOf(address) !== 'IPv6')
    if (visibility === 'internal')
      return others.every(isAddress) ? undefined : 'must be IP addresses, one for each subnet (internal load balancer)'
    return others.every((id) => /^eipalloc-[0-9a-f]{8,17}$/.test(id))
      ? undefined
      : 'must be allocations of Elastic IPs (eipalloc-…), one for each subnet'
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html: considerations
  familyProblem: ({ length }) =>
    length > 1 ? 'has no dual-stack pods and Services: its clusters are IPv4 or IPv6' : undefined,
  // A dual-stack load balancer translates: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#ip-address-type
  entranceFamilies: (families) => (families.includes('IPv6') ? ['IPv6', 'IPv4'] : families),
  takesAddress: false,
  internal: true,
  pools: false,
  sourceRanges: true,
  podsAreClients: false,
  proxyProtocol: true,
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html: listeners of an NLB
  portLimit: 50,
  // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups: inbound rules
  sourceRules: { most: 60, own: annotation('security-groups') },
  annotations: /^service\.(?:beta\.)?kubernetes\.io\/(?:aws-load-balancer-|actions\.)/,
  controllers: ['aws-load-balancer-controller'],
  annotationConflicts: eksConflicts,
  // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
  machineLabels: /^(?:eks\.amazonaws\.com|alpha\.eksctl\.io)\//,
  classes: /^(?:service\.k8s\.aws|eks\.amazonaws\.com)\//,
  // defaultLoadBalancerClass in pkg/config/service_config.go, and that of EKS Auto Mode:
  // https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html
  ownClasses: { 'service.k8s.aws/nlb': 'either', 'eks.amazonaws.com/nlb': 'either' },
  idleTimeout,
  // With preserved client addresses there is no NAT loopback: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
  hairpin:
    'the connection returns through the NAT gateway, whose address source ranges must include; an internal load balancer drops a connection back to the same machine',
  // https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html; parameters: https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
  storage: {
    recommended: 'gp3',
    // No class is the default one since Kubernetes 1.30: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html
    defaultServes: false,
    // https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
    largest: '64Ti',
    existing: ['gp2'],
    names: /^(?:gp[23]|io[12])$/,
    unsuitable: { gp2: 'is unencrypted unless the account enforces encryption, and cannot grow' },
    created: { provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3', encrypted: 'true' } },
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html, by the range of the network
  dnsAddresses: ['10.100.0.10', '172.20.0.10'],
  apiServerPort: 443,
  login: (context) => `aws eks update-kubeconfig --region REGION --name CLUSTER --alias ${context}`,
  addressHint: 'the host name of the load balancer (a CNAME record), or its Elastic IPs',
}

function service({ visibility, className, addresses, ports, proxyProtocol, families }: ServiceRequest): ServiceFields {
  const ipv6 = addresses.filter((address) => familyOf(address) === 'IPv6')
  const others = addresses.filter((address) => !ipv6.includes(address))
  const isPublic = visibility === 'public'
  return {
    loadBalancerClass: className ?? 'service.k8s.aws/nlb',
    annotations: {
      // The controller's default is an internal load balancer, which no other cluster could dial.
      [annotation('scheme')]: isPublic ? 'internet-facing' : 'internal',
      [annotation('nlb-target-type')]: 'ip',
      [annotation('attributes')]: 'load_balancing.cross_zone.enabled=true',
      // Otherwise source ranges would see the load balancer's own address.
      [annotation('target-group-attributes')]: 'preserve_client_ip.enabled=true',
      // Each port has its own health check: a connection to that very port, which is open when Emissary listens there.
      [annotation('healthcheck-port')]: 'traffic-port',
      [annotation('healthcheck-protocol')]: 'tcp',
      // A controller before 2.10 ignores them, and keeps 350 seconds.
      ...Object.fromEntries(
        ports.map((port) => [annotation(`listener-attributes.TCP-${port}`), `tcp.idle_timeout.seconds=${idleTimeout}`]),
      ),
      // IPv6 targets need it: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#ip-address-type
      ...(families.includes('IPv6') ? { [annotation('ip-address-type')]: 'dualstack' } : {}),
      ...(others.length === 0
        ? {}
        : { [annotation(isPublic ? 'eip-allocations' : 'private-ipv4-addresses')]: others.join(', ') }),
      ...(ipv6.length === 0 ? {} : { [annotation('ipv6-addresses')]: ipv6.join(', ') }),
      // Version 2 of the protocol, on every port: the only value that the controller accepts.
      ...(proxyProtocol ? { [annotation('proxy-protocol')]: '*' } : {}),
    },
    // Targets are pods, so no machine forwards a connection, and Emissary always sees the client's address.
    externalTrafficPolicy: 'Cluster',
  }
}
