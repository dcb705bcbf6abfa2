import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import type { EvmNetwork } from '../network.ts'
import { artifactProblems } from './accounts.ts'
import { forkProblems } from './forks.ts'
import { genesisProblems } from './genesis.ts'
import { historyProblems } from './history.ts'
import { copyProblems, identityProblems } from './identities.ts'
import { nodeProblems } from './nodes.ts'
import { forkReleaseProblems } from './releases.ts'
import { transitionProblems } from './transitions.ts'
import { validatorProblems } from './validators.ts'
import { writtenTransitionProblems } from './written-transitions.ts'

export const familyProblems = (network: EvmNetwork, client: EvmClient): Problem[] => [
  ...genesisProblems(network, client),
  ...transitionProblems(network),
  ...validatorProblems(network),
  ...nodeProblems(network, client),
]

/** What is in `material/public` fits the definition, and the definition still fits the first block. */
export const familyMaterialProblems = (network: EvmNetwork, material: Material, client: EvmClient): Problem[] => [
  ...identityProblems(network, material),
  ...copyProblems(network, material),
  ...artifactProblems(network.top.genesis, material),
  ...forkProblems(network, material, client),
  ...forkReleaseProblems(network, material, client),
  ...historyProblems(network, material, client),
  ...writtenTransitionProblems(network, material, client),
]
