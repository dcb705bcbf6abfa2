import { OperatorError } from '../../errors.ts'
import { allKeyHolders } from '../../network/key-holders.ts'
import { didYouMean } from '../../network/suggestion.ts'
import { platforms } from '../../platforms/index.ts'
import type { Platform } from '../../platforms/platform.ts'
import type { Answers } from '../../starter/answers.ts'
import type { CommandValues } from '../command.ts'
import type { initOptions, NamedFlag } from './flags.ts'

export type InitValues = CommandValues<typeof initOptions>

/** Flags of which none is missing. */
export interface WholeFlags extends InitValues {
  readonly name: string
  readonly platform: string
}

export const platformOf = (id: string): Platform => {
  const found = platforms.find(({ definition }) => definition.id === id)
  if (found === undefined) throw new Error(`there is no platform ${id}`)
  return found
}

/** What flags mean together. Throws OperatorError for what does not fit. */
export function answersOf(flags: WholeFlags): Answers {
  const platform = platformOf(flags.platform)
  const clusterNames = unique('cluster', flags.cluster)
  const organizationNames = unique('organization', flags.organization)
  const onlyCluster = clusterNames.length === 1 ? clusterNames[0] : undefined
  for (const { name } of [...flags['source-ranges'], ...flags.recipient]) mustKnow('cluster', name, clusterNames)
  for (const { name } of [...flags['issuer-recipient'], ...flags['steward-recipient']])
    mustKnow('organization', name, organizationNames)
  for (const { name } of flags.nodes) mustKnow('role', name, platform.definition.roles)
  const { keyHolders, title } = platform.definition
  for (const { one, keysOf } of allKeyHolders)
    if (one !== keyHolders?.one && flags[`${one}-recipient`].length > 0)
      throw new OperatorError(
        `${title} has no ${keysOf}: --${one}-recipient has no use`,
        keyHolders === undefined
          ? `leave --${one}-recipient out`
          : `leave --${one}-recipient out, or use --${keyHolders.one}-recipient`,
      )
  const clusters = flags.cluster.map(({ name, provider, place }) => ({
    name,
    provider,
    place,
    sourceRanges: of(flags['source-ranges'], name).flat(),
    recipients: of(flags.recipient, name),
  }))
  const organizations = flags.organization.map(({ name, cluster = onlyCluster }) => {
    if (cluster === undefined)
      throw new OperatorError(
        `organization ${name} has no cluster`,
        `name its home: --organization ${name}@${clusterNames[0]}`,
      )
    mustKnow('cluster', cluster, clusterNames)
    const holderRecipients = keyHolders === undefined ? [] : of(flags[`${keyHolders.one}-recipient`], name)
    return { name, cluster, holderRecipients }
  })
  const [firstCluster, ...otherClusters] = clusters
  const [firstOrganization, ...otherOrganizations] = organizations
  if (firstCluster === undefined || firstOrganization === undefined) throw new Error('a flag is missing')
  return {
    name: flags.name,
    platform,
    clusters: [firstCluster, ...otherClusters],
    organizations: [firstOrganization, ...otherOrganizations],
    counts: new Map(flags.nodes.map(({ name, value }) => [name, value])),
  }
}

const of = <Value>(flags: readonly NamedFlag<Value>[], name: string): readonly Value[] =>
  flags.filter((flag) => flag.name === name).map(({ value }) => value)

export function unique(what: string, items: readonly { readonly name: string }[]): readonly string[] {
  const names = items.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new OperatorError(`${what} ${twice} is given twice`, `name each ${what} once`)
  return names
}

export function mustKnow(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new OperatorError(`there is no ${what} "${name}"`, didYouMean(name, known))
}
