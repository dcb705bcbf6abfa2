import { familyOf } from '../ip-address.ts'
import { gkeConflicts } from './annotations/gke.ts'
import { isAddress, type Provider, type ServiceFields, type ServiceRequest } from './provider.ts'

/** Google Kubernetes Engine, https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters */
export const gke: Provider = {
  id: 'gke',
  title: 'Google Kubernetes Engine',
  local: false,
  service,
  addressProblem: ({ addresses }) => {
    // maxNumberOfAddresses in pkg/l4/annotations/l4_static_address.go of ingress-gce
    const valid = addresses.every(isReserved)
      ? addresses.length <= 2
      : addresses.length === 1 && addresses.every(isAddress)
    return valid
      ? undefined
      : 'must be one IPv4 address, or the names of at most two reserved addresses, one of each family'
  },
  // https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#dual_stack_network
  familyProblem: ([first]) => (first === 'IPv6' ? 'has no clusters with IPv6 alone' : undefined),
  takesAddress: true,
  internal: true,
  pools: false,
  // Firewall rules of the network: https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules#service-fws
  sourceRanges: true,
  podsAreClients: true,
  proxyProtocol: false,
  annotations: /^(?:(?:beta\.)?cloud\.google\.com|networking\.gke\.io)\//,
  controllers: ['ingress-gce', 'cloud-provider-gcp'],
  annotationConflicts: gkeConflicts,
  // https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels#automatically-applied-labels
  machineLabels: /^cloud\.google\.com\//,
  classes: /^networking\.gke\.io\//,
  // pkg/l4/annotations/gce_annotations.go of ingress-gce
  ownClasses: {
    'networking.gke.io/l4-regional-external': 'public',
    'networking.gke.io/l4-regional-internal': 'internal',
    'networking.gke.io/l4-regional-external-legacy': 'public',
    'networking.gke.io/l4-regional-internal-legacy': 'internal',
  },
  // How long a connection is remembered, and cannot be changed; afterwards it still reaches the same machine, as long as the same are there:
  // https://cloud.google.com/load-balancing/docs/network/networklb-backend-service#connection-tracking
  idleTimeout: 600,
  hairpin: 'the machine handles the connection inside the cluster; source ranges must include the range of the pods',
  // https://cloud.google.com/kubernetes-engine/docs/concepts/persistent-volumes#storageclasses. Disks are always encrypted at rest.
  storage: {
    recommended: 'premium-rwo',
    defaultServes: true,
    // https://cloud.google.com/compute/docs/disks#pdspecs
    largest: '64Ti',
    names: /^(?:premium|standard)-rwo$/,
    existing: ['standard', 'standard-rwo', 'premium-rwo'],
    unsuitable: { standard: 'creates the volume before the pod has a zone, on a slow disk' },
    created: { provisioner: 'pd.csi.storage.gke.io', parameters: { type: 'pd-balanced' } },
  },
  // Of the range that Google assigns to Services: https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#cluster_sizing_secondary_range_svcs
  dnsAddresses: ['34.118.224.10'],
  apiServerPort: 443,
  login: () => 'gcloud container clusters get-credentials CLUSTER --location LOCATION --project PROJECT',
  addressHint: 'the external IP of the Service',
}

/** Whether it is the name of an address that Google Cloud keeps. */
const isReserved = (name: string): boolean => familyOf(name) === undefined && !name.startsWith('eipalloc-')

function service({ visibility, className, addresses }: ServiceRequest): ServiceFields {
  const names = addresses.filter(isReserved)
  const [address] = addresses.filter(isAddress)
  return {
    annotations: {
      ...(visibility === 'internal'
        ? { 'networking.gke.io/load-balancer-type': 'Internal' }
        : // A backend service instead of a target pool, as the class of load balancers says too.
          // https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer#types
          className === undefined
          ? { 'cloud.google.com/l4-rbs': 'enabled' }
          : {}),
      ...(names.length === 0 ? {} : { 'networking.gke.io/load-balancer-ip-addresses': names.join(',') }),
    },
    ...(className === undefined ? {} : { loadBalancerClass: className }),
    ...(address === undefined ? {} : { loadBalancerIP: address }),
    externalTrafficPolicy: 'Local',
  }
}
