import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { artifactProblems } from '../../evm/rules/accounts.ts'
import { genesisProblems } from '../../evm/rules/genesis.ts'
import { historyProblems } from '../../evm/rules/history.ts'
import { copyProblems, identityProblems } from '../../evm/rules/identities.ts'
import { nodeProblems } from '../../evm/rules/nodes.ts'
import { transitionProblems } from '../../evm/rules/transitions.ts'
import { validatorProblems } from '../../evm/rules/validators.ts'
import { client } from '../client.ts'
import type { QuorumNetwork } from '../network.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'

export const quorumProblems = (network: QuorumNetwork): Problem[] => [
  ...releaseProblems(network),
  ...genesisProblems(network, client),
  ...transitionProblems(network),
  ...validatorProblems(network),
  ...settingProblems(network),
  ...nodeProblems(network, client),
]

/** What is in `material/public` fits the definition, and the definition still fits the first block. */
export const materialProblems = (network: QuorumNetwork, material: Material): Problem[] => [
  ...identityProblems(network, material),
  ...copyProblems(network, material),
  ...artifactProblems(network.top.genesis, material),
  ...historyProblems(network, material, client),
]
