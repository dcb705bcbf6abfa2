import { durationOf } from '../duration.ts'
import type { LedgerNode } from './network.ts'

/** Milliseconds in which a node must start; undefined where that is what its base manifest has. */
export const startupTimeOf = ({ startupTimeout }: Pick<LedgerNode, 'startupTimeout'>): number | undefined =>
  startupTimeout === undefined ? undefined : durationOf(startupTimeout)

/** The longest of such times; 0 without any. */
export const longestStart = (nodes: readonly LedgerNode[]): number =>
  Math.max(0, ...nodes.map((node) => startupTimeOf(node) ?? 0))
