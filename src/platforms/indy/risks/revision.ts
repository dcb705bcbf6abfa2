import type { PlatformRevision, PlatformState } from '../../platform.ts'
import type { IndyNode, IndyTop } from '../schema.ts'

export type IndyRevision = PlatformRevision<IndyTop, IndyNode>
export type IndyState = PlatformState<IndyTop, IndyNode>
