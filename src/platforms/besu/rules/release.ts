import type { Path, Problem } from '../../../network/finding.ts'
import { compareReleases } from '../../evm/release.ts'
import type { BesuNetwork } from '../accounts.ts'

/** The oldest release that ran with what Chancery renders. */
export const oldest = '24.5.0'

export const releaseProblems = ({ platformVersion, nodes }: BesuNetwork): Problem[] => [
  ...release(platformVersion, ['platformVersion']),
  ...nodes
    .filter((node) => node.platformVersion !== platformVersion)
    .flatMap((node) => release(node.platformVersion, [...node.path, 'platformVersion'])),
]

function release(version: string, path: Path): Problem[] {
  if (compareReleases(version, oldest) >= 0) return []
  return [
    {
      rule: 'release',
      severity: 'error',
      message: `Besu ${version} is older than ${oldest}, the oldest release that is supported`,
      hint: 'use a release of this year: older ones lack options that are rendered here, and security fixes',
      path,
    },
  ]
}
