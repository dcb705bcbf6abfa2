import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { secretProblems } from '../../node-secrets.ts'
import type { SubstrateNetwork } from '../network.ts'
import { nodeSecret } from '../places.ts'
import { accountProblems } from './accounts.ts'
import { addressProblems } from './addresses.ts'
import { announcementProblems } from './announcements.ts'
import { duplicateProblems } from './duplicates.ts'
import { genesisProblems } from './genesis.ts'
import { givenSpecProblems } from './given-spec.ts'
import { keyProblems } from './keys.ts'
import { programProblems } from './program.ts'
import { copyProblems, roleProblems } from './roles.ts'
import { runtimeKeyProblems } from './runtime-keys.ts'
import { sessionKeyProblems } from './session-keys.ts'
import { settingProblems } from './settings.ts'
import { specProblems } from './spec.ts'
import { validatorProblems } from './validators.ts'
import { writtenProblems } from './written.ts'

export const substrateProblems = (network: SubstrateNetwork): Problem[] => [
  ...secretProblems(network, nodeSecret),
  ...programProblems(network),
  ...sessionKeyProblems(network),
  ...validatorProblems(network),
  ...roleProblems(network),
  ...settingProblems(network),
]

/** What is in `material/public`, and in the chain spec, fits the definition. The runtime judges what has no other error. */
export function materialProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const problems = [
    ...specProblems(network, material),
    ...givenSpecProblems(network, material),
    ...writtenProblems(network, material),
    ...addressProblems(network, material),
    ...accountProblems(network, material),
    ...announcementProblems(network, material),
    ...keyProblems(network, material),
    ...duplicateProblems(network, material),
    ...copyProblems(network, material),
  ]
  return problems.some(({ severity }) => severity === 'error')
    ? problems
    : [...problems, ...runtimeKeyProblems(network, material), ...genesisProblems(network, material)]
}
