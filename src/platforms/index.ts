import { besu } from './besu/index.ts'
import type { Platform } from './platform.ts'

/** Every ledger that a definition may name. */
export const platforms: readonly Platform[] = [besu]
