import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { consensusIn, genesisPath } from '../../evm/network.ts'
import { readGenesis } from '../../evm/read-genesis.ts'
import { compareReleases } from '../../evm/release.ts'
import { releasesOf, type UsedRelease } from '../../evm/used-releases.ts'
import type { BesuNetwork } from '../accounts.ts'
import { consensusOf } from '../genesis-file.ts'

/** Releases of Besu with IBFT 2.0. */
interface Releases {
  /** The last release whose notes were read. */
  readonly last: string
  /** The first release without it, if its notes announce one. */
  readonly removed?: string
}

/**
 * CHANGELOG.md announces no end of IBFT 2.0 up to this release, nor in its list of upcoming breaking changes. IBFT 1 and the making of
 * blocks with Clique are gone.
 */
const ibft2: Releases = { last: '26.8.0' }

/** From this release on a node that has both kinds of consensus answers about validators (besu#10679), and makes blocks of one kind only after a restart (besu#10680). */
const migrates = '26.8.0'

/** Consensus that releases of Besu lack, or have with faults. */
export function consensusProblems(network: BesuNetwork, material: Material): Problem[] {
  const config = material.standIns.has(genesisPath) ? undefined : readGenesis(material.value(genesisPath))?.file.config
  const chain = config === undefined ? undefined : consensusOf(config)
  if (chain === undefined) return []
  return [
    ...(consensusIn(network) === 'ibft2' ? releasesOf(network).flatMap((used) => ibftProblems(used, ibft2)) : []),
    ...(chain.names.length > 1 ? migrationProblems(network) : []),
  ]
}

/** A chain of IBFT 2.0 depends on releases that run it. */
export function ibftProblems({ release, node, path }: UsedRelease, { last, removed }: Releases): Problem[] {
  const later = 'change the chain to QBFT at a block (config.qbft.startBlock of its genesis file)'
  const found = (severity: Problem['severity'], message: string, hint: string): Problem[] => [
    { rule: 'consensus-release', severity, message, hint, path },
  ]
  if (removed !== undefined && compareReleases(release, removed) >= 0)
    return found('error', `Besu ${release}${node} has no IBFT 2.0: ${removed} removed it`, `use ${last}, and ${later}`)
  if (compareReleases(release, last) > 0)
    return found(
      'warning',
      `Besu ${release}${node} is newer than ${last}, the last release that is known to run IBFT 2.0`,
      `read the release notes before the upgrade; to be safe from its end, ${later}`,
    )
  return found(
    'notice',
    `Besu ${release}${node} runs IBFT 2.0 for chains that exist; the release notes up to ${last} announce no end of it`,
    `plan to ${later}: new features come to QBFT`,
  )
}

const migrationProblems = (network: BesuNetwork): Problem[] =>
  releasesOf(network)
    .filter(({ release }) => compareReleases(release, migrates) < 0)
    .map(({ release, node, path }) => ({
      rule: 'release-lacks',
      severity: 'warning',
      message: `Besu ${release}${node} refuses ibft_ and qbft_ methods on a chain that changes from IBFT 2.0 to QBFT (besu#10679): no validator can vote. After a restart it may make blocks of both kinds (besu#10680)`,
      hint: `use ${migrates} or newer`,
      path,
    }))
