import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { artifactFiles, artifactProblems } from '../../evm/rules/accounts.ts'
import { genesisProblems } from '../../evm/rules/genesis.ts'
import { historyProblems } from '../../evm/rules/history.ts'
import { copyProblems, identityProblems } from '../../evm/rules/identities.ts'
import { nodeProblems } from '../../evm/rules/nodes.ts'
import { transitionProblems } from '../../evm/rules/transitions.ts'
import { validatorProblems } from '../../evm/rules/validators.ts'
import type { NamedFile } from '../../platform.ts'
import type { BesuNetwork } from '../accounts.ts'
import { client } from '../client.ts'
import { clientProblems, tokenProblems } from './clients.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'

export const besuProblems = (network: BesuNetwork): Problem[] => [
  ...releaseProblems(network),
  ...genesisProblems(network, client),
  ...transitionProblems(network),
  ...validatorProblems(network),
  ...settingProblems(network),
  ...clientProblems(network),
  ...nodeProblems(network, client),
]

/** What is in `material/public` fits the definition, and the definition still fits the first block. */
export const materialProblems = (network: BesuNetwork, material: Material): Problem[] => [
  ...identityProblems(network, material),
  ...copyProblems(network, material),
  ...artifactProblems(network.top.genesis, material),
  ...tokenProblems(network, material),
  ...historyProblems(network, material, client),
]

/** Artifacts of contracts, and public keys that tokens are checked with. */
export const namedFiles = (network: BesuNetwork): NamedFile[] => [
  ...artifactFiles(network.top.genesis),
  ...network.nodes.flatMap(({ own, path }) =>
    own.authentication === undefined
      ? []
      : [{ file: own.authentication.publicKey, path: [...path, 'authentication', 'publicKey'] }],
  ),
]
