import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { BesuNetwork } from '../network.ts'
import { genesisProblems } from './genesis.ts'
import { historyProblems } from './history.ts'
import { identityProblems } from './identities.ts'
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

/** What is in `material/public` fits the definition, and the definition still fits the first block. */
export const materialProblems = (network: BesuNetwork, material: Material): Problem[] => [
  ...identityProblems(network, material),
  ...historyProblems(network, material),
]
