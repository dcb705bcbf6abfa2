import { familyOf, ipFamilyNames } from '../ip-address.ts'
import { holderRecipientsComment } from '../network/setup-comments.ts'
import { type PlatformStarter, type StarterOrganization, spread } from '../platforms/starter.ts'
import { type ProviderId, providerIds, providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import { dumpInline } from '../yaml.ts'
import type { Answers, ClusterAnswer } from './answers.ts'

/** A warning that the definition accepts, and the line of `acknowledge:` that does so. */
export interface AcceptedWarning {
  readonly line: string
  readonly message: string
}

const providerOf = (id: ProviderId): Provider => providers[id]

/** A new definition, with comments for people who have not seen one before. */
export function definitionText(answers: Answers, accepted: readonly AcceptedWarning[]): string {
  const { name, platform, organizations } = answers
  const { definition, starter } = platform
  const names = organizations.map((organization) => organization.name)
  const before = starter.before?.(name, names) ?? []
  const after = starter.after?.(name, names) ?? []
  const sections = [
    [
      '# yaml-language-server: $schema=./network.schema.json',
      '#',
      '# The whole network in one file. Change it on a branch: the pull request shows what is wrong, the merge deploys it.',
      '# Editors that know YAML show every field with its meaning, from network.schema.json.',
    ],
    [
      'version: 1',
      `name: ${name} # part of every namespace: ${names.map((organization) => `${name}-${organization}`).join(', ')}`,
      `platform: ${definition.id}`,
      `platformVersion: ${dumpInline(definition.release.example) ?? definition.release.example} # an exact release, and the tag of the image`,
    ],
    before,
    ['clusters:', ...answers.clusters.flatMap(clusterLines)],
    ['organizations:', ...organizationLines(answers, starter)],
    after,
    acceptedLines(accepted),
  ]
  return `${sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function clusterLines({ name, provider, place, sourceRanges, recipients }: ClusterAnswer, at: number): string[] {
  const { storage, sourceRanges: takesRanges } = providerOf(provider)
  const given = [place, ...sourceRanges].map((text) => familyOf(text.split('/')[0] ?? ''))
  const families = ipFamilyNames.filter((family) => given.includes(family))
  return [
    `  - name: ${name}`,
    `    provider: ${provider}${at === 0 ? ` # ${providerIds.join(' | ')}` : ''}`,
    familyOf(place) !== undefined
      ? `    address: ${place} # the IP address of this cluster's Ambassador`
      : `    domain: ${place} # *.${place} must resolve to this cluster's Ambassador`,
    ...(families.includes('IPv6') ? [`    ipFamilies: [${families.join(', ')}] # of its Services`] : []),
    ...(storage.defaultServes ? [] : ['    createStorageClass: true # encrypted, and it can grow']),
    ...(sourceRanges.length > 0
      ? [`    ambassador: {sourceRanges: [${sourceRanges.join(', ')}]} # who may connect`]
      : takesRanges
        ? ['    # ambassador: {sourceRanges: [203.0.113.0/24]} # who may connect: the other clusters, and clients']
        : []),
    recipients.length > 0
      ? `    recipients: [${recipients.join(', ')}] # who can decrypt this cluster's keys`
      : "    # recipients: [age1…] # who can decrypt this cluster's keys: the public half of its age key",
  ]
}

function organizationLines({ platform, clusters, organizations, counts }: Answers, starter: PlatformStarter) {
  const { keyHolders } = platform.definition
  const places = placesOf({ clusters, organizations })
  const names = organizations.map(({ name }) => name)
  const nodes = starter.roles.flatMap(({ role, total, fields, fieldsOf }) =>
    spread(counts.get(role) ?? total(places), places).map((node) => ({ ...node, role, fields, fieldsOf })),
  )
  return organizations.flatMap(({ name, cluster, holderRecipients }, at) => {
    const numbers = new Map<string, number>()
    const nodeLines = nodes
      .filter(({ organization }) => organization === name)
      .map(({ role, fields, fieldsOf, cluster: place }) => {
        const number = (numbers.get(role) ?? 0) + 1
        numbers.set(role, number)
        const node = { organization: name, name: `${role}${number}`, number }
        const entries = {
          name: node.name,
          role,
          ...fieldsOf?.(node),
          ...fields,
          ...(place === cluster ? {} : { cluster: place }),
        }
        return `      - {${Object.entries(entries)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}}`
      })
    return [
      `  - name: ${name}`,
      `    cluster: ${cluster}${at === 0 ? ' # its home; a node may name another cluster' : ''}`,
      ...(keyHolders === undefined
        ? []
        : holderRecipients.length > 0
          ? [`    ${keyHolders.field}: [${holderRecipients.join(', ')}] # ${keyHolders.comment}`]
          : [`    # ${holderRecipientsComment(keyHolders)}`]),
      ...(starter.organization?.(name, names) ?? []).map((line) => `    ${line}`),
      ...(nodeLines.length === 0 ? ['    nodes: []'] : ['    nodes:', ...nodeLines]),
    ]
  })
}

/** Nodes stay in the home of their organization, unless a cluster would have none: then all clusters share those of each. */
function placesOf({
  clusters,
  organizations,
}: Pick<Answers, 'clusters' | 'organizations'>): readonly StarterOrganization[] {
  const homes = new Set(organizations.map(({ cluster }) => cluster))
  const names = clusters.map(({ name }) => name)
  const isShared = names.some((name) => !homes.has(name))
  return organizations.map(({ name, cluster }) => {
    const at = names.indexOf(cluster)
    return { name, clusters: [cluster, ...(isShared ? [...names.slice(at + 1), ...names.slice(0, at)] : [])] }
  })
}

const acceptedLines = (accepted: readonly AcceptedWarning[]): string[] =>
  accepted.length === 0
    ? []
    : [
        '# Warnings that hold for this network as it begins. A line accepts one warning: remove the line to see it again.',
        'acknowledge:',
        ...accepted.flatMap(({ line, message }) => [`  # ${message}`, `  - ${line}`]),
      ]
