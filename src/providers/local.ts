import type { Provider } from './provider.ts'

interface Differences
  extends Pick<
    Provider,
    'id' | 'title' | 'addressHint' | 'hairpin' | 'login' | 'sourceRanges' | 'dnsAddresses' | 'apiServerPort'
  > {
  /** Its own class, and why its volumes are for trials only. */
  readonly storageClass: readonly [name: string, reason: string]
}

/** Clusters on a developer's machine: their load balancers forward to every node, so there is no client address to keep. */
const local = ({ storageClass: [name, reason], ...own }: Differences): Provider => ({
  ...own,
  local: true,
  service: ({ className }) => ({
    annotations: {},
    ...(className === undefined ? {} : { loadBalancerClass: className }),
    externalTrafficPolicy: 'Cluster',
  }),
  addressProblem: () => 'cannot be chosen',
  takesAddress: false,
  internal: false,
  pools: false,
  controllers: [],
  podsAreClients: true,
  proxyProtocol: false,
  storage: { recommended: name, defaultServes: true, unsuitable: { [name]: reason } },
})

/** https://kind.sigs.k8s.io/docs/user/loadbalancer/ */
export const kind = local({
  id: 'kind',
  title: 'kind',
  // The Envoy of cloud-provider-kind has a filter chain for each range: pkg/loadbalancer/proxy.go
  sourceRanges: true,
  addressHint: 'the external IP of the Service, assigned by cloud-provider-kind',
  hairpin: 'works: kube-proxy handles the connection inside the cluster',
  storageClass: ['standard', 'cannot grow, and is deleted with the cluster'],
  // https://kind.sigs.k8s.io/docs/user/configuration/#service-subnet
  dnsAddresses: ['10.96.0.10'],
  apiServerPort: 6443,
  login: (context) => `kind export kubeconfig --name ${context.replace(/^kind-/, '')} (its context is kind-NAME)`,
})

/** https://minikube.sigs.k8s.io/docs/handbook/accessing/#loadbalancer-access */
export const minikube = local({
  id: 'minikube',
  title: 'minikube',
  sourceRanges: false,
  addressHint: 'the external IP of the Service while `minikube tunnel` runs',
  hairpin: 'works: kube-proxy handles the connection inside the cluster',
  storageClass: ['standard', 'cannot grow, and is deleted with the cluster'],
  dnsAddresses: ['10.96.0.10'],
  // --apiserver-port of https://minikube.sigs.k8s.io/docs/commands/start/
  apiServerPort: 8443,
  login: (context) => `minikube update-context --profile ${context}`,
})

/** https://docs.k3s.io/networking/networking-services#service-load-balancer */
export const k3s = local({
  id: 'k3s',
  title: 'K3s',
  // The pods of ServiceLB drop what comes from elsewhere: SRC_RANGES in `entry` of klipper-lb, set in pkg/cloudprovider/servicelb.go
  sourceRanges: true,
  addressHint: 'the IP of any node: ServiceLB opens the ports on all of them',
  hairpin: 'works: kube-proxy handles the connection inside the cluster',
  // https://docs.k3s.io/storage
  storageClass: ['local-path', 'cannot grow, and stays on the machine where the pod first ran'],
  // --cluster-dns of https://docs.k3s.io/cli/server#networking
  dnsAddresses: ['10.43.0.10'],
  apiServerPort: 6443,
  login: (context) => `copy /etc/rancher/k3s/k3s.yaml from the server, and rename its context to ${context}`,
})
