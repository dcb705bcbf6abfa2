import type { PlatformRevision, PlatformState } from '../../platform.ts'
import type { SubstrateNode, SubstrateTop } from '../schema.ts'

export type SubstrateRevision = PlatformRevision<SubstrateTop, SubstrateNode>
export type SubstrateState = PlatformState<SubstrateTop, SubstrateNode>
