import type { Path, Problem } from '../../../network/finding.ts'
import { clientsOf, type FabricLedgerNode, type FabricNetwork, isOrderer, partiesOf } from '../network.ts'
import { error, warning } from './problem.ts'

/** Names that Fabric restricts: its own patterns, where a comment names the file. */

export const nameProblems = (network: FabricNetwork): Problem[] => [
  ...parties(network),
  ...mspIds(network),
  ...commonNames(network),
  ...clientNames(network),
  ...channelNames(network),
]

/** MSP IDs, certificates and members of channels are found by the name alone. */
const parties = ({ organizations, externalParties }: FabricNetwork): Problem[] =>
  externalParties
    .filter(({ name }) => organizations.some((organization) => organization.name === name))
    .map(({ name, path }) =>
      error(
        'duplicate-party',
        `${name} is the name of an external organization and of one of ours`,
        'an organization is one of the two: give the other one a name of its own',
        [...path, 'organization'],
      ),
    )

function mspIds(network: FabricNetwork): Problem[] {
  const owners = new Map<string, string>()
  const places: Readonly<Record<string, Path>> = Object.fromEntries(
    [...network.organizations, ...network.externalParties].map(({ name, path }) => [name, path]),
  )
  return [...partiesOf(network).values()].flatMap(({ name, mspId }): Problem[] => {
    const owner = owners.get(mspId)
    owners.set(mspId, owner ?? name)
    if (owner === undefined) return []
    return [
      error(
        'msp-id',
        `the MSP ID ${mspId} is used by ${owner} and ${name}: it must be unique in the network`,
        'give one of them an mspId of its own',
        [...(places[name] ?? []), 'mspId'],
      ),
    ]
  })
}

/** X.509 allows 64 characters: RFC 5280, ub-common-name. */
const longestCommonName = 64

/** Those of nodes, of clients, and of the administrators, one for each cluster with nodes (requests/agents.ts). */
function commonNames({ nodes, organizations }: FabricNetwork): Problem[] {
  const longest = (prefix: string, names: readonly string[]): string =>
    `${prefix}${[...names].sort((a, b) => b.length - a.length)[0] ?? ''}`
  const leaves = [
    ...nodes.map(({ name, organization, path }) => ({ own: name, organization, path: [...path, 'name'] })),
    ...organizations.flatMap((organization) => {
      const own = nodes.filter((node) => node.organization.name === organization.name)
      const clusters = (some: readonly FabricLedgerNode[]): string[] => some.map(({ cluster }) => cluster.name)
      const path = [...organization.path, 'name']
      return [
        ...clientsOf(organization).map((own) => ({ own, organization, path: [...organization.path, 'clients'] })),
        { own: longest('administrator-', clusters(own)), organization, path },
        ...(own.some(isOrderer)
          ? [{ own: longest('orderer-administrator-', clusters(own.filter(isOrderer))), organization, path }]
          : []),
      ]
    }),
  ]
  return leaves
    .map(({ own, organization, path }) => ({ text: `${own}.${organization.name}`, path }))
    .filter(({ text }) => text.length > longestCommonName)
    .map(({ text, path }) =>
      error(
        'common-name',
        `the common name ${text} has ${text.length} characters; X.509 allows ${longestCommonName}`,
        'shorten the names that it is made of',
        path,
      ),
    )
}

const clientNames = ({ organizations }: FabricNetwork): Problem[] =>
  organizations.flatMap((organization) =>
    clientsOf(organization)
      .filter((client, at, all) => all.indexOf(client) !== at)
      .map((client) =>
        error('duplicate-client', `client ${client} of ${organization.name} stands twice`, 'remove one of the two', [
          ...organization.path,
          'clients',
        ]),
      ),
  )

const longestChannel = 40

/** Channel names with dots are no names of Kubernetes. */
const slugOf = (channel: string): string => channel.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longestChannel)

function channelNames({ top }: FabricNetwork): Problem[] {
  const names = new Set<string>()
  const slugs = new Map<string, string>()
  return top.channels.flatMap(({ name }, at): Problem[] => {
    const path = ['channels', at, 'name']
    if (names.has(name))
      return [error('duplicate-channel', `channel ${name} stands twice`, 'give each its own name', path)]
    names.add(name)
    const slug = slugOf(name)
    const other = slugs.get(slug)
    slugs.set(slug, name)
    if (other !== undefined)
      return [
        error(
          'channel-name',
          `channels ${other} and ${name} would both be called ${slug} in Kubernetes`,
          `let them differ in more than dots, and in their first ${longestChannel} characters`,
          path,
        ),
      ]
    if (slug === name) return []
    return [
      warning(
        'channel-name',
        `channel ${name} has more than ${longestChannel} characters, or dots: objects in Kubernetes get ${slug} in their names`,
        'a shorter name without dots is easier to find again; it cannot be changed later',
        path,
      ),
    ]
  })
}
