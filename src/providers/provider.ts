/** What a definition says of the load balancer of an Ambassador. */
export interface LoadBalancer {
  readonly visibility: 'public' | 'internal'
  readonly className?: string
  /** Fixed addresses, as the provider names them. */
  readonly addresses: readonly string[]
  /** Pool of MetalLB. */
  readonly pool?: string
}

/** What a Service of the type LoadBalancer is asked for. */
export interface ServiceRequest extends LoadBalancer {
  /** Ports that clients dial. */
  readonly ports: readonly number[]
  readonly proxyProtocol: boolean
}

/** Fields of the Service that the provider decides. */
export interface ServiceFields {
  readonly annotations: Readonly<Record<string, string>>
  readonly loadBalancerClass?: string
  readonly loadBalancerIP?: string
  /** `Local` keeps client addresses and skips a hop; only where the load balancer checks node health. */
  readonly externalTrafficPolicy: 'Local' | 'Cluster'
}

/** Volumes: what a cluster of this provider has, and what a ledger should have. */
interface Storage {
  /** A class to name, when the cluster has it from the start. */
  readonly recommended?: string
  /** The cluster's own default serves a ledger. */
  readonly defaultServes: boolean
  /** The largest disk of the cloud; undefined when disks differ from cluster to cluster. */
  readonly largest?: string
  /** Classes that the provider makes itself: nobody else can make one of the name. */
  readonly existing?: readonly string[]
  /** Names of classes that nobody has elsewhere. */
  readonly names?: RegExp
  /** Classes that exist, and why a ledger should not have them. */
  readonly unsuitable: Readonly<Record<string, string>>
  /** What `createStorageClass` renders; undefined when volumes differ from cluster to cluster. */
  readonly created?: { readonly provisioner: string; readonly parameters: Readonly<Record<string, string>> }
}

/** What a kind of Kubernetes cluster needs so that the Ambassador can be reached from outside it. */
export interface Provider {
  readonly id: string
  /** For people: the product's own name. */
  readonly title: string
  /** On one person's machine: nothing there is reached from the internet. */
  readonly local: boolean
  /** Fields of the Service for a load balancer. */
  service(request: ServiceRequest): ServiceFields
  /** Why these fixed addresses cannot be, in words that follow "addresses"; undefined when they can. */
  addressProblem(request: LoadBalancer): string | undefined
  /** Whether the Service takes the cluster's IP address (`address`) as that of its load balancer. */
  readonly takesAddress: boolean
  /** Whether it can have load balancers that only its own network reaches. */
  readonly internal: boolean
  /** Whether a pool of MetalLB can be named. */
  readonly pools: boolean
  /** Whether `loadBalancerSourceRanges` see the client's address; else nobody is kept out. */
  readonly sourceRanges: boolean
  /** Whether its load balancer, or one that people put there, can say with the PROXY protocol who the client is. */
  readonly proxyProtocol: boolean
  /** Most ports that one load balancer opens; undefined when there is no such limit. */
  readonly portLimit?: number
  /** Most rules of the firewall of a load balancer, one for each port and range; and the annotation that names one's own. */
  readonly sourceRules?: { readonly most: number; readonly own: string }
  /** Keys of annotations that only its load balancers read. */
  readonly annotations?: RegExp
  /** Classes of load balancers that only it has. */
  readonly classes?: RegExp
  /** Seconds without traffic after which a connection is dropped, as rendered; undefined when it never is. */
  readonly idleTimeout?: number
  /** What happens when a pod dials the public name of its own cluster. */
  readonly hairpin: string
  readonly storage: Storage
  /** What to run for a kubeconfig with this context. Words in capitals are to be filled in. */
  login(context: string): string
  /** How a person gets the address that DNS records point at. */
  readonly addressHint: string
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)

export const isAddress = (text: string): boolean => ipv4.test(text)
