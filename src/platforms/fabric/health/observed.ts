import type { AnyNode } from '../../../network/network.ts'
import { nodeId } from '../../../network/network.ts'
import type { Observation } from '../../health.ts'
import { type FabricLedgerNode, isAuthority } from '../network.ts'
import type { FabricNode } from '../schema.ts'
import { type ChannelMetrics, metricsOf, type NodeMetrics } from './metrics.ts'

/** A node that was asked twice. */
export interface Observed {
  readonly node: FabricLedgerNode
  readonly id: string
  /** Undefined where it did not answer. */
  readonly before: NodeMetrics | undefined
  readonly now: NodeMetrics | undefined
  readonly seconds: number
  /** Reasons of its `/healthz`, such as CouchDB that does not answer. */
  readonly failedChecks: readonly string[]
  readonly answers: boolean
}

export function observedOf({ node, first, second, secondsBetween }: Observation<FabricNode>): Observed {
  const now = metricsOf(second)
  return {
    node,
    id: nodeId(node),
    before: metricsOf(first),
    now,
    seconds: secondsBetween,
    failedChecks: failedChecksIn(second.healthz?.body),
    answers: isAuthority(node) ? second.healthz !== undefined : now !== undefined,
  }
}

/** A node in one of its channels. */
export interface InChannel extends Pick<Observed, 'node' | 'id' | 'seconds' | 'answers'> {
  /** Undefined where it has not joined the channel, or did not answer. */
  readonly before: ChannelMetrics | undefined
  readonly now: ChannelMetrics | undefined
}

/** Those of some nodes that were asked. */
export const inChannel = (
  nodes: readonly AnyNode[],
  channel: string,
  observed: readonly Observed[],
): readonly InChannel[] =>
  observed
    .filter(({ node }) => nodes.includes(node))
    .map((one) => ({ ...one, before: one.before?.get(channel), now: one.now?.get(channel) }))

interface FailedCheck {
  readonly component?: string
  readonly reason?: string
}

/** The body of `/healthz`: https://hyperledger-fabric.readthedocs.io/en/latest/operations_service.html#health-checks */
function failedChecksIn(body: string | undefined): readonly string[] {
  if (body === undefined) return []
  try {
    const { failed_checks: failed = [] } = JSON.parse(body) as { failed_checks?: readonly FailedCheck[] } // as documented
    return failed.map(({ component = 'unknown', reason = 'no reason' }) => `${component}: ${reason}`)
  } catch {
    return []
  }
}
