import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { entryOf } from '../../evm/entries.ts'
import { consensusIn, genesisPath } from '../../evm/network.ts'
import { readGenesis } from '../../evm/read-genesis.ts'
import { compareReleases } from '../../evm/release.ts'
import { releasesOf } from '../../evm/used-releases.ts'
import type { BesuNetwork } from '../accounts.ts'
import { consensusOf, transitionsIn } from '../genesis-file.ts'

interface OptionName {
  readonly name: string
  /** The first release that reads it. */
  readonly from: string
  /** The last release that is known to read it. */
  readonly last?: string
}

/**
 * CHANGELOG.md: an experimental name from 24.10.0 on (#6965), another since 26.5.0 (#10264). 26.8.0 reads both: JsonBftConfigOptions.java
 * and BftFork.java at its tag. #11032 removed the first on the main branch, which no tag has yet.
 */
const current: OptionName = { name: 'emptyblockperiodseconds', from: '26.5.0' }
const experimental: OptionName = { name: 'xemptyblockperiodseconds', from: '24.10.0', last: '26.8.0' }
const names: readonly OptionName[] = [current, experimental]

interface Use {
  /** What has the option, for a message. */
  readonly where: string
  readonly severity: Problem['severity']
  readonly written: readonly OptionName[]
}

/** Releases that ignore the time of blocks without transactions, and make them as often as others. */
export function emptyBlockReleaseProblems(network: BesuNetwork, material: Material): Problem[] {
  if (consensusIn(network) !== 'qbft') return []
  const given = ofDefinition(network, material)
  return (given.length > 0 ? given : ofFile(material)).flatMap(({ where, severity, written }) =>
    releasesOf(network)
      .filter(({ release }) => !written.some((name) => reads(release, name)))
      .map(({ release, node, path }) => ({
        rule: 'release-lacks',
        severity,
        message: `Besu ${release}${node} ${verb(release, written)} ${where}: it makes blocks without transactions as often as others`,
        hint: written.includes(current)
          ? `use ${current.from} or newer on every node${severity === 'warning' && reads(release, experimental) ? `, or write ${experimental.name} with the same number beside it` : ''}`
          : 'add a transition with emptyBlockPeriodSeconds at a later block: releases from 26.5.0 on read it',
        path,
      })),
  )
}

const reads = (release: string, { from, last }: OptionName): boolean =>
  compareReleases(release, from) >= 0 && !isAfter(release, last)

/** The number of the release with the removal is not known. */
const verb = (release: string, written: readonly OptionName[]): string =>
  written.some(({ last }) => isAfter(release, last)) ? 'may ignore' : 'ignores'

const isAfter = (release: string, last: string | undefined): boolean =>
  last !== undefined && compareReleases(release, last) > 0

/** What Chancery writes has the name of today. */
function ofDefinition({ top: { genesis, transitions } }: BesuNetwork, material: Material): Use[] {
  const exists = material.text(genesisPath) !== undefined && !material.standIns.has(genesisPath)
  const use = (where: string): Use => ({ where, severity: 'error', written: [current] })
  return [
    ...(genesis.emptyBlockPeriodSeconds === undefined || exists ? [] : [use('genesis.emptyBlockPeriodSeconds')]),
    ...(transitions.some(({ emptyBlockPeriodSeconds }) => emptyBlockPeriodSeconds !== undefined)
      ? [use('emptyBlockPeriodSeconds of transitions')]
      : []),
  ]
}

/** Files of others may have either name, or both. A transition of today replaces what an old name says. */
function ofFile(material: Material): Use[] {
  const config = material.standIns.has(genesisPath) ? undefined : readGenesis(material.value(genesisPath))?.file.config
  if (config === undefined) return []
  const written = [consensusOf(config)?.options('qbft') ?? {}, ...transitionsIn(config, 'qbft')].map((options) =>
    names.filter(({ name }) => Number(entryOf(options, name) ?? 0) > 0),
  )
  const [first] = written.filter((found) => found.length > 0)
  if (first === undefined) return []
  return [
    { where: `${first.map(({ name }) => name).join(' and ')} of ${genesisPath}`, severity: 'warning', written: first },
  ]
}
