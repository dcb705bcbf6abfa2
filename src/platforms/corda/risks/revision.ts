import { nodeId } from '../../../network/network.ts'
import type { PlatformRevision, PlatformState } from '../../platform.ts'
import { type CordaLedgerNode, ownPartiesOf } from '../network.ts'
import type { CordaNode, CordaTop } from '../schema.ts'

export type CordaRevision = PlatformRevision<CordaTop, CordaNode>
export type CordaState = PlatformState<CordaTop, CordaNode>

/** A node of ours before and after. */
export interface KeptNode {
  readonly was: CordaLedgerNode
  readonly is: CordaLedgerNode
}

/** Nodes with an identity that are in both. */
export function keptNodes(before: CordaState, after: CordaState): readonly KeptNode[] {
  const now = new Map(ownPartiesOf(after.network).map((node) => [nodeId(node), node]))
  return ownPartiesOf(before.network).flatMap((was): KeptNode[] => {
    const is = now.get(nodeId(was))
    return is === undefined ? [] : [{ was, is }]
  })
}

/** Those that keep their volume, and so the keys that are on it. */
export const keepsVolume = ({ was, is }: KeptNode): boolean =>
  was.cluster.name === is.cluster.name && was.organization.namespace === is.organization.namespace
