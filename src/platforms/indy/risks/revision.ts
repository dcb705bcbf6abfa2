import type { PlatformRevision } from '../../platform.ts'
import type { IndyNode, IndyTop } from '../schema.ts'

export type IndyRevision = PlatformRevision<IndyTop, IndyNode>
