/** A service that authorizes every HTTP request. */
export interface Authentication {
  /** `service.namespace:port` */
  readonly service: string
  readonly protocol: 'http' | 'grpc'
  readonly headers: readonly string[]
}
