import { bevelKey } from '../network/bevel-file.ts'
import type { Path, Place } from '../network/finding.ts'
import { label } from '../network/messages.ts'
import type { Source } from '../network/source.ts'
import type { BevelLine, BevelMapping, BevelOutcome } from '../platforms/bevel.ts'
import { entriesOf, isPlaceholder, labelOf, mappingOf, textOf } from '../platforms/bevel-fields.ts'
import { platforms } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'
import { dnsLines, withAddresses } from './addresses.ts'
import { clustersOf, type InputCluster, providerFacts } from './clusters.ts'
import { covered } from './coverage.ts'
import { definitionOf, type ImportedDefinition, issuerOf, nameOf } from './definition.ts'
import { environmentOf, type InputEnvironment } from './environment.ts'
import { fixedLines } from './fixed-fields.ts'
import { type MergedNetwork, mergeFiles } from './merge.ts'
import { isRemoved, organizationsOf } from './organization.ts'
import { organizationLines } from './organization-lines.ts'
import { otherTypes, type ServiceNode, serviceNodes } from './other-ledgers.ts'
import { pinned } from './pins.ts'
import { openPath, withoutSecrets } from './secrets.ts'

/** What became of a field of the input. */
export interface ImportedField {
  /** `organizations[carrier].vault.root_token` */
  readonly field: string
  readonly outcome: BevelOutcome
  readonly text: string
  /** In each file that has it. */
  readonly places: readonly Place[]
}

/** A network of Bevel as a definition. */
export interface BevelImport {
  readonly name: string
  /** `network.type` of the input. */
  readonly type: string
  /** Undefined for a ledger that no platform runs: then there is no definition. */
  readonly platform: Platform | undefined
  readonly written: ImportedDefinition | undefined
  /** Files beside the definition. */
  readonly files: ReadonlyMap<string, string>
  /** What people have to do, in sentences. */
  readonly tasks: readonly string[]
  readonly fields: readonly ImportedField[]
  readonly clusters: readonly InputCluster[]
  /** Of a ledger that no platform runs. */
  readonly otherNodes: readonly ServiceNode[]
}

export interface BevelRequest {
  readonly sources: readonly Source[]
  /** Name of the network; that of the input when undefined. */
  readonly name: string | undefined
  readonly files: ReadonlyMap<string, string>
}

/** The platform that reads a type of Bevel. */
export const platformFor = (type: string): Platform | undefined =>
  platforms.find(({ bevel }) => bevel?.types.includes(type) === true)

/** All values of `network.type`. */
export const knownTypes = (): readonly string[] => [
  ...new Set([...platforms.flatMap(({ bevel }) => bevel?.types ?? []), ...otherTypes]),
]

/** Makes a definition of the files of one network. Every value of the input has a line in the result. */
export function importBevel({ sources, name: wanted, files }: BevelRequest): BevelImport {
  const whole = mergeFiles(sources)
  const open = withoutSecrets(whole.network)
  const { network } = open
  const merged = { ...whole, network, placesOf: (path: Path) => whole.placesOf(open.inputPath(path)) }
  const type = textOf(network.type) ?? ''
  const platform = platformFor(type)
  const name =
    wanted ??
    labelOf(nameOf(network) ?? type, 'network')
      .slice(0, 30)
      .replace(/-+$/, '')
  const organizations = organizationsOf(network)
  const found = clustersOf(organizations, name)
  const mapping = platform?.bevel?.map({
    network,
    organizations: organizations.map(({ name: own, path, value }) => {
      const home = found.find((cluster) => cluster.organizations.some((one) => one.name === own))
      return { name: own, cluster: home?.name ?? '', domain: home?.domain ?? '', path, value }
    }),
    files,
  })
  const clusters = withAddresses(found, mapping?.addresses)
  const environment = environmentOf(network)
  const homes = clusters.flatMap((cluster) => cluster.organizations.map((organization) => ({ organization, cluster })))
  const common: readonly BevelLine[] = [
    ...fixedLines(network),
    ...nameLines(network, wanted),
    ...environment.lines,
    ...dnsLines(clusters, environment),
    ...rangeLines(clusters, environment),
    ...homes.flatMap(({ organization, cluster }) => organizationLines(organization, cluster)),
    ...clusters.flatMap(issuerLines),
    ...removedLines(network),
  ]
  if (platform === undefined || mapping === undefined) {
    const otherNodes = serviceNodes(organizations)
    const lines = [...common, ...otherNodes.map((node) => otherLine(node, type))]
    const missing = `no platform of Chancery runs ${type}`
    return {
      name,
      type,
      platform: undefined,
      written: undefined,
      files: new Map(),
      tasks: [],
      fields: fieldsOf(covered(open, lines, missing), merged),
      clusters,
      otherNodes,
    }
  }
  const pins = pinned(clusters, mapping.organizations, mapping.ownPortsOnly ? [] : environment.ports)
  const lines = [...withoutReplaced(common, mapping), ...mapping.lines, ...pins.lines]
  return {
    name,
    type,
    platform,
    written: definitionOf({
      name,
      platform: platform.definition.id,
      keyHolders: platform.definition.keyHolders,
      withoutNodes: platform.definition.organizationsWithoutNodes === true,
      clusters,
      environment,
      mapping,
      pins,
    }),
    files: mapping.files ?? new Map(),
    tasks: mapping.tasks ?? [],
    fields: fieldsOf(covered(open, lines, undefined), merged),
    clusters,
    otherNodes: [],
  }
}

/** Lines of the platform count more. */
const withoutReplaced = (common: readonly BevelLine[], { lines }: BevelMapping): readonly BevelLine[] => {
  const replaced = new Set(lines.map(({ path }) => JSON.stringify(path)))
  return common.filter(({ path }) => !replaced.has(JSON.stringify(path)))
}

function nameLines(network: Readonly<Record<string, unknown>>, wanted: string | undefined): readonly BevelLine[] {
  const line = (path: Path, isUsed: boolean): BevelLine =>
    wanted !== undefined
      ? { path, outcome: 'dropped', text: '--name has the name of the network' }
      : isUsed
        ? {
            path,
            outcome: 'derived',
            text: 'the `name` of the network, which begins every namespace: choose one with --name',
          }
        : {
            path,
            outcome: 'dropped',
            text: 'not in use: --name chooses the name of the network, which begins every namespace',
          }
  const hasName = network.name !== undefined && !isPlaceholder(network.name)
  return [
    ...(network.name === undefined ? [] : [line(['name'], true)]),
    ...(network.env !== undefined
      ? [line(['env', 'type'], !hasName && !isPlaceholder(mappingOf(network.env).type))]
      : []),
  ]
}

const rangeLines = (clusters: readonly InputCluster[], { sourceRanges }: InputEnvironment): readonly BevelLine[] =>
  sourceRanges.length > 0 && clusters.every(({ provider }) => !providerFacts(provider).sourceRanges)
    ? [
        {
          path: ['env', 'loadBalancerSourceRanges'],
          outcome: 'lost',
          text: 'load balancers of these clusters do not see who connects: restrict it in the network',
        },
      ]
    : []

const issuerLines = (cluster: InputCluster): readonly BevelLine[] =>
  cluster.organizations.flatMap(({ path, value }): BevelLine[] =>
    value.issuer === undefined
      ? []
      : [
          textOf(value.issuer) === issuerOf(cluster)
            ? {
                path: [...path, 'issuer'],
                outcome: 'kept',
                text: `as \`ambassador.issuer\` of cluster ${cluster.name}: cert-manager needs a ClusterIssuer with this name`,
              }
            : {
                path: [...path, 'issuer'],
                outcome: 'dropped',
                text: 'put a certificate into the Secret `ambassador-tls`, or name an `ambassador.issuer`',
              },
        ],
  )

const removedLines = (network: Readonly<Record<string, unknown>>): readonly BevelLine[] =>
  entriesOf({ path: [], value: network }, 'organizations')
    .filter(isRemoved)
    .map(({ path }) => ({
      path,
      outcome: 'dropped',
      text: 'the input removes this organization: a definition has only those that stay',
    }))

const otherLine = ({ path, organization, name, kind }: ServiceNode, type: string): BevelLine => ({
  path,
  outcome: 'lost',
  text: `node ${organization}/${name} (${kind}): no platform of Chancery runs ${type}`,
})

/** Lines with the places of their fields. A value that does not count has its own line. */
function fieldsOf(
  lines: readonly BevelLine[],
  { network, placesOf, conflicts }: MergedNetwork,
): readonly ImportedField[] {
  const fields = lines.map(({ path, outcome, text }) => ({
    field: path.length === 0 ? bevelKey : label(path, network),
    outcome,
    text,
    places: placesOf(path),
    path,
  }))
  const disagreements = conflicts.flatMap(({ path, used, other }): ImportedField[] => {
    const above = fields.filter((field) => field.path.every((step, at) => path[at] === step))
    if (above.every(({ outcome }) => outcome === 'dropped' || outcome === 'secret')) return []
    return [
      {
        field: label(openPath(path), network),
        outcome: 'lost',
        text: `another value than at ${used.file}:${used.line}, which counts: keep one of the two`,
        places: [other],
      },
    ]
  })
  return [...fields.map(({ field, outcome, text, places }) => ({ field, outcome, text, places })), ...disagreements]
}
