/** What a kind of Kubernetes cluster needs so that the Ambassador can be reached from outside it. */
export interface Provider {
  readonly id: string
  /** For people: the product's own name. */
  readonly title: string
  /** On one person's machine: nothing there is reached from the internet. */
  readonly local: boolean
  readonly service: {
    readonly loadBalancerClass?: string
    readonly annotations: Readonly<Record<string, string>>
    /** `Local` keeps client addresses and skips a hop; only where the load balancer checks node health. */
    readonly externalTrafficPolicy: 'Local' | 'Cluster'
  }
  /** Whether `spec.loadBalancerIP` is honoured. */
  readonly fixedAddress: boolean
  /** Most ports that one load balancer opens; undefined when there is no such limit. */
  readonly portLimit?: number
  /** How a person gets the address that DNS records point at. */
  readonly addressHint: string
}
