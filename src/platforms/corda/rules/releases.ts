import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import { type CordaNetwork, ownPartiesOf } from '../network.ts'
import { newestRelease, platformVersionOf, releaseNumbers } from '../release.ts'

export const releaseProblems = (network: CordaNetwork): Problem[] => {
  const unsupported = [...releasesInUse(network)].flatMap(([release, path]) => supportProblems(release, path))
  return unsupported.some(({ severity }) => severity === 'error')
    ? unsupported
    : [...unsupported, ...tooOldForZone(network)]
}

/** Releases that are in use, each with the place that says so. */
function releasesInUse({ platformVersion, nodes }: CordaNetwork): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>([[platformVersion, ['platformVersion']]])
  for (const node of nodes)
    if (!found.has(node.platformVersion)) found.set(node.platformVersion, [...node.path, 'platformVersion'])
  return found
}

function supportProblems(release: string, path: Path): Problem[] {
  const { major, minor } = releaseNumbers(release)
  if (major >= 5)
    return [
      error(
        'release',
        `Corda ${release} is another ledger than Corda 4: clusters of workers with Kafka, which R3 installs with its own charts`,
        'run Corda 5 with those charts, and Corda 4 here: 4.6 or newer',
        path,
      ),
    ]
  if (major < 4 || minor < 6)
    return [
      error(
        'release',
        `Corda ${release} is not supported: before 4.6 it cannot migrate its schema by itself (run-migration-scripts)`,
        'use 4.6 or newer',
        path,
      ),
    ]
  if (platformVersionOf(release) !== undefined) return []
  return [
    warning(
      'release',
      `Corda ${release} is newer than ${newestRelease}, the newest that Chancery knows: settings and its platform version are not checked`,
      'check that the release exists, and try it with one node first (platformVersion of the node)',
      path,
    ),
  ]
}

const tooOldForZone = (network: CordaNetwork): Problem[] =>
  ownPartiesOf(network).flatMap((node) => {
    const has = platformVersionOf(node.platformVersion)
    const { minimumPlatformVersion: needed } = network.top.zone
    if (needed === undefined || has === undefined || has >= needed) return []
    return [
      error(
        'release',
        `${nodeId(node)} has the platform version ${has} (Corda ${node.platformVersion}), and the zone asks for ${needed}: it would not start`,
        'use a newer release',
        ['zone', 'minimumPlatformVersion'],
      ),
    ]
  })
