/** The load balancer settings of an Ambassador, from the definition. */
export interface LoadBalancer {
  readonly visibility: 'public' | 'internal'
  readonly className?: string
  /** Fixed addresses, as the provider names them. */
  readonly addresses: readonly string[]
  /** Pool of MetalLB. */
  readonly pool?: string
}
