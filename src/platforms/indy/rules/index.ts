import type { Problem } from '../../../network/finding.ts'
import type { IndyNetwork } from '../network.ts'

export const indyProblems = (_network: IndyNetwork): Problem[] => []
