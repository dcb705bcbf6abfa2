import type { Path, Problem } from '../../../network/finding.ts'
import type { QuorumNetwork } from '../network.ts'

/** The last series, which is the one that ran with what Chancery renders. */
const last = /^24\.4\./

/** GoQuorum was archived in June 2026: https://github.com/Consensys-Incorporated/quorum/pull/1763 */
export const releaseProblems = ({ platformVersion, nodes }: QuorumNetwork): Problem[] => [
  {
    rule: 'end-of-life',
    severity: 'warning',
    message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
    hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
    path: ['platform'],
  },
  ...release(platformVersion, ['platformVersion']),
  ...nodes
    .filter((node) => node.platformVersion !== platformVersion)
    .flatMap((node) => release(node.platformVersion, [...node.path, 'platformVersion'])),
]

const release = (version: string, path: Path): Problem[] =>
  last.test(version)
    ? []
    : [
        {
          rule: 'release',
          severity: 'error',
          message: `GoQuorum ${version} is not of the last series, 24.4`,
          hint: 'use 24.4.1: it has what was corrected last',
          path,
        },
      ]
