import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import type { EvmNetwork } from '../network.ts'
import { checksumProblems } from './checksums.ts'
import { elsewhereProblems } from './elsewhere.ts'
import { emptyBlockProblems } from './empty-blocks.ts'
import { forkProblems } from './forks.ts'
import { genesisProblems } from './genesis.ts'
import { genesisKeyProblems } from './genesis-keys.ts'
import { genesisSizeProblems } from './genesis-size.ts'
import { historyProblems, settledFields } from './history.ts'
import { copyProblems, identityProblems } from './identities.ts'
import { idleTransitionProblems } from './idle-transitions.ts'
import { nodeProblems } from './nodes.ts'
import { forkReleaseProblems } from './releases.ts'
import { roleProblems } from './roles.ts'
import { roundProblems } from './rounds.ts'
import { transitionProblems } from './transitions.ts'
import { validatorProblems } from './validators.ts'
import { writtenTransitionProblems } from './written-transitions.ts'

export const familyProblems = (network: EvmNetwork, client: EvmClient): Problem[] => [
  ...checksumProblems(network),
  ...transitionProblems(network),
  ...validatorProblems(network),
  ...nodeProblems(network, client),
  ...roleProblems(network),
  ...elsewhereProblems(network),
]

/** The content of `material/public` matches the definition, and the definition still matches the first block. */
export const familyMaterialProblems = (network: EvmNetwork, material: Material, client: EvmClient): Problem[] => [
  ...identityProblems(network, material),
  ...copyProblems(network, material),
  ...unsettled(genesisProblems(network, material, client), settledFields(network, material, client)),
  ...genesisSizeProblems(network, material, client),
  ...genesisKeyProblems(material, client),
  ...forkProblems(network, material, client),
  ...forkReleaseProblems(network, material, client),
  ...roundProblems(network, material, client),
  ...emptyBlockProblems(network, material, client),
  ...historyProblems(network, material, client),
  ...writtenTransitionProblems(network, material, client),
  ...idleTransitionProblems(network, material, client),
]

/** The first block of a chain cannot be corrected, so advice would not help. A published key is still worth a notice. */
const unsettled = (problems: readonly Problem[], settled: ReadonlySet<string>): Problem[] =>
  problems.flatMap((problem): Problem[] => {
    if (!settled.has(String(problem.path[1]))) return [problem]
    if (problem.rule !== 'well-known-key') return []
    return [
      { ...problem, severity: 'notice', hint: 'the chain began with it: grant this account no rights in contracts' },
    ]
  })
