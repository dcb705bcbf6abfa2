import type { Problem } from '../../../network/finding.ts'
import type { NamedFile } from '../../../network/platform-definition.ts'
import type { BesuNetwork } from '../accounts.ts'
import { allowedProblems } from './allowed.ts'
import { clientProblems } from './clients.ts'
import { originProblems } from './origins.ts'
import { releaseProblems } from './release.ts'
import { settingProblems } from './settings.ts'

export { tokenProblems } from './clients.ts'

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
