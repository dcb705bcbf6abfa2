import type { Problem } from '../../../network/finding.ts'
import type { BesuNetwork } from '../network.ts'
import { genesisProblems } from './genesis.ts'
import { nodeProblems } from './nodes.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'
import { validatorProblems } from './validators.ts'

export const besuProblems = (network: BesuNetwork): Problem[] => [
  ...releaseProblems(network),
  ...genesisProblems(network),
  ...validatorProblems(network),
  ...settingProblems(network),
  ...nodeProblems(network),
]
