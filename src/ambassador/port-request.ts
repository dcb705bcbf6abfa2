import type { Endpoint } from '../network/endpoint.ts'
import type { LedgerNode } from '../network/network.ts'

/** An endpoint that needs a port. */
export interface PortRequest {
  readonly key: string
  readonly node: LedgerNode
  readonly endpoint: Endpoint
  /** Its place among those of the node: the platform names the main one first. */
  readonly place: number
  /** Pinned by the definition. */
  readonly pinned?: number
}
