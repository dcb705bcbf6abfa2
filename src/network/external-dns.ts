/** What external-dns is asked for. */
export interface ExternalDns {
  /** IP addresses or one name to publish in place of what external-dns finds; empty for that. */
  readonly targets: readonly string[]
  /** Which addresses of machines to publish with NodePort and hostPort. */
  readonly machines?: 'external' | 'internal'
  /** Seconds that DNS servers may keep the record. */
  readonly ttl?: number
}
