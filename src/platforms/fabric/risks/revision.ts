import type { PlatformRevision } from '../../platform.ts'
import type { FabricNode, FabricTop } from '../schema.ts'

export type FabricRevision = PlatformRevision<FabricTop, FabricNode>
