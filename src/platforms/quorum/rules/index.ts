import type { Problem } from '../../../network/finding.ts'
import type { QuorumNetwork } from '../network.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'

export const quorumProblems = (network: QuorumNetwork): Problem[] => [
  ...releaseProblems(network),
  ...settingProblems(network),
]
