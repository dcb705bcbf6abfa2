import { besu } from './besu/index.ts'
import { corda } from './corda/index.ts'
import { fabric } from './fabric/index.ts'
import { indy } from './indy/index.ts'
import type { Platform } from './platform.ts'
import { quorum } from './quorum/index.ts'
import { substrate } from './substrate/index.ts'

/** Every ledger that a definition may name. */
export const platforms: readonly Platform[] = [besu, corda, fabric, indy, quorum, substrate]
