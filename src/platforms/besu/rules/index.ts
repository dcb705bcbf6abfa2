import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { NamedFile } from '../../../network/platform-definition.ts'
import { goQuorumProblems } from '../../evm/rules/goquorum-chain.ts'
import type { BesuNetwork } from '../accounts.ts'
import { allowedProblems } from './allowed.ts'
import { clientProblems, tokenProblems } from './clients.ts'
import { consensusProblems } from './consensus.ts'
import { emptyBlockReleaseProblems } from './empty-blocks.ts'
import { originProblems } from './origins.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'

/** Files that the definition names, and the genesis file. */
export const besuMaterialProblems = (network: BesuNetwork, material: Material): Problem[] => [
  ...tokenProblems(network, material),
  ...consensusProblems(network, material),
  ...emptyBlockReleaseProblems(network, material),
  ...goQuorumProblems(network, material),
]

export const besuProblems = (network: BesuNetwork): Problem[] => [
  ...releaseProblems(network),
  ...allowedProblems(network),
  ...settingProblems(network),
  ...clientProblems(network),
  ...originProblems(network),
]

/** Public keys that tokens are checked with. */
export const namedFiles = (network: BesuNetwork): NamedFile[] =>
  network.nodes.flatMap(({ own, path }) =>
    own.authentication === undefined
      ? []
      : [{ file: own.authentication.publicKey, path: [...path, 'authentication', 'publicKey'] }],
  )
