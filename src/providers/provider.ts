import type { IpFamily } from '../ip-address.ts'
import type { AnnotatedLoadBalancer, AnnotationConflict } from './annotations/conflict.ts'
import type { LoadBalancer } from './load-balancer.ts'

/** The input of a Service of type LoadBalancer. */
export interface ServiceRequest extends LoadBalancer {
  /** Ports that clients dial. */
  readonly ports: readonly number[]
  readonly proxyProtocol: boolean
  /** Address families of the Service. */
  readonly families: readonly IpFamily[]
}

/** Fields of the Service that the provider decides. */
export interface ServiceFields {
  readonly annotations: Readonly<Record<string, string>>
  readonly loadBalancerClass?: string
  readonly loadBalancerIP?: string
  /** `Local` keeps client addresses and skips a hop; only where the load balancer checks node health. */
  readonly externalTrafficPolicy: 'Local' | 'Cluster'
}

/** Volumes: the classes of this provider, and those that suit a ledger. */
interface Storage {
  /** A suitable class that every cluster has from the start. */
  readonly recommended?: string
  /** Whether the cluster's default class suits a ledger. */
  readonly defaultServes: boolean
  /** The largest disk of the cloud; undefined when disks differ from cluster to cluster. */
  readonly largest?: string
  /** Classes that the provider creates: their names are taken. */
  readonly existing?: readonly string[]
  /** Names of classes that exist only with this provider. */
  readonly names?: RegExp
  /** Existing classes that do not suit a ledger, and why. */
  readonly unsuitable: Readonly<Record<string, string>>
  /** What `createStorageClass` renders; undefined when volumes differ from cluster to cluster. */
  readonly created?: { readonly provisioner: string; readonly parameters: Readonly<Record<string, string>> }
}

/** What a kind of Kubernetes cluster needs to make the Ambassador reachable from outside. */
export interface Provider {
  readonly id: string
  /** For people: the product's own name. */
  readonly title: string
  /** Whether it runs on one person's machine, out of reach of the internet. */
  readonly local: boolean
  /** Fields of the Service for a load balancer. */
  service(request: ServiceRequest): ServiceFields
  /** Why these fixed addresses are invalid, in words that follow "they"; undefined when they are valid. */
  addressProblem(request: LoadBalancer): string | undefined
  /** Why its clusters cannot have these families of addresses, in words that follow its name; undefined when they can. */
  familyProblem?(families: readonly IpFamily[]): string | undefined
  /** Families of its load balancer for such a cluster; those of the cluster where it does not translate. */
  entranceFamilies?(families: readonly IpFamily[]): readonly IpFamily[]
  /** Whether the Service sets the cluster's IP address (`address`) for its load balancer. */
  readonly takesAddress: boolean
  /** Whether it supports load balancers for its own network only. */
  readonly internal: boolean
  /** Whether it supports a pool of MetalLB. */
  readonly pools: boolean
  /** Whether `loadBalancerSourceRanges` see the client's address; otherwise they restrict nobody. */
  readonly sourceRanges: boolean
  /** Whether kube-proxy handles what a pod sends to the load balancer of its own cluster: the pod is then a client with its own address. */
  readonly podsAreClients: boolean
  /** Whether its load balancer, or one that users install, supports the PROXY protocol. */
  readonly proxyProtocol: boolean
  /** The largest number of ports of one load balancer; undefined without a limit. */
  readonly portLimit?: number
  /** Most rules of the firewall of a load balancer, one for each port and range; and the annotation that names one's own. */
  readonly sourceRules?: { readonly most: number; readonly own: string }
  /** Keys of annotations that only its load balancers read. */
  readonly annotations?: RegExp
  /** Keys of labels that only its machines have. */
  readonly machineLabels?: RegExp
  /** The controllers that read them, as annotations/table.json names them. */
  readonly controllers: readonly string[]
  /** Annotations that contradict the definition or each other. */
  annotationConflicts?(given: AnnotatedLoadBalancer): AnnotationConflict[]
  /** Classes of load balancers that only it has. */
  readonly classes?: RegExp
  /** Those of them that its controllers make load balancers of, and for whom. */
  readonly ownClasses?: Readonly<Record<string, LoadBalancer['visibility'] | 'either'>>
  /** Seconds without traffic after which a connection is dropped, as rendered; undefined when it never is. */
  readonly idleTimeout?: number
  /** What happens when a pod dials the public name of its own cluster. */
  readonly hairpin: string
  readonly storage: Storage
  /** Addresses that the Service of the cluster's DNS has unless its owner chose another range for Services. */
  readonly dnsAddresses: readonly string[]
  /** Port of the API server, behind the Service `kubernetes`. */
  readonly apiServerPort: number
  /** The command that adds this context to a kubeconfig. Words in capitals are placeholders. */
  login(context: string): string
  /** The address that DNS records point at, in words. */
  readonly addressHint: string
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)

/** Whether it is an IPv4 address. */
export const isAddress = (text: string): boolean => ipv4.test(text)
