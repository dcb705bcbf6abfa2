import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import { clientsOf, type FabricNetwork, mspIdOf, partiesOf } from '../network.ts'
import { agentLeaves, agentsOf } from '../requests/agents.ts'
import { leavesOf } from '../requests/nodes.ts'

/** Names that Fabric restricts: its own patterns, where a comment names the file. */

export const nameProblems = (network: FabricNetwork): Problem[] => [
  ...parties(network),
  ...mspIds(network),
  ...reservedParties(network),
  ...commonNames(network),
  ...clientNames(network),
  ...channelNames(network),
]

/** MSP IDs, certificates and members of channels are found by the name alone. */
function parties({ organizations, externalParties, external, nodes }: FabricNetwork): Problem[] {
  const ours = new Map(organizations.map((organization) => [organization.name, organization]))
  const seen = new Set<string>()
  return externalParties
    .toSorted((a, b) => Number(a.path[1]) - Number(b.path[1]))
    .flatMap(({ name, own, path }): Problem[] => {
      const problem = (message: string, hint: string): Problem[] => [
        error('duplicate-party', message, hint, [...path, 'organization']),
      ]
      const organization = ours.get(name)
      if (organization !== undefined && mspIdOf(organization) !== own.mspId)
        return problem(
          `${name} is the name of an external organization and of one of ours`,
          `rename one of them; for nodes that ${name} runs elsewhere, set its mspId ${mspIdOf(organization)}`,
        )
      const twins = external.filter(
        (node) =>
          node.organization === name &&
          nodes.some((other) => other.organization.name === name && other.name === node.name),
      )
      if (twins.length > 0)
        return twins.map((node) =>
          error(
            'duplicate-party',
            `${nodeId(node)} is the name of an external node and of one of ours`,
            'rename one of them: certificates are found by their names',
            [...node.path, 'name'],
          ),
        )
      if (seen.has(name)) return problem(`external organization ${name} is a duplicate`, 'put its nodes into one list')
      seen.add(name)
      return []
    })
}

/** First blocks and updates are in material/public/channels: its files are everybody's. */
const reservedParty = 'channels'

const reservedParties = ({ organizations, externalParties }: FabricNetwork): Problem[] =>
  [
    ...organizations.map(({ name, path }) => ({ name, path: [...path, 'name'] })),
    ...externalParties.map(({ name, path }) => ({ name, path: [...path, 'organization'] })),
  ]
    .filter(({ name }) => name === reservedParty)
    .map(({ name, path }) =>
      error(
        'reserved-name',
        `an organization cannot be called "${name}"`,
        'choose another name: the folder of channels in material/public has this one',
        path,
      ),
    )

function mspIds(network: FabricNetwork): Problem[] {
  const owners = new Map<string, { readonly name: string; readonly mspId: string }>()
  const places: Readonly<Record<string, Path>> = Object.fromEntries(
    [...network.organizations, ...network.externalParties].map(({ name, path }) => [name, path]),
  )
  return [...partiesOf(network).values()].flatMap((party): Problem[] => {
    const { name, mspId } = party
    const owner = owners.get(mspId.toLowerCase())
    owners.set(mspId.toLowerCase(), owner ?? party)
    const path = [...(places[name] ?? []), 'mspId']
    if (owner === undefined) return []
    if (owner.mspId !== mspId)
      return [
        warning(
          'msp-id',
          `the MSP IDs ${owner.mspId} of ${owner.name} and ${mspId} of ${name} differ in case only: people and file systems confuse them`,
          'set an mspId for one of them that reads differently',
          path,
        ),
      ]
    return [
      error(
        'msp-id',
        `the MSP ID ${mspId} is used by ${owner.name} and ${name}: it must be unique in the network`,
        'set another mspId for one of them',
        path,
      ),
    ]
  })
}

/** X.509 allows 64 characters: RFC 5280, ub-common-name. */
const longestCommonName = 64

/** In all certificates that are made: of nodes and of those who act for organizations. */
function commonNames(network: FabricNetwork): Problem[] {
  const names = [
    ...network.nodes.flatMap((node) =>
      [...leavesOf(node).values()].map(({ subject }) => ({ text: subject.commonName, path: node.path })),
    ),
    ...network.organizations.flatMap((organization) =>
      agentsOf(network, organization)
        .flatMap(agentLeaves)
        .map(({ leaf }) => ({ text: leaf.subject.commonName, path: organization.path })),
    ),
  ]
  return names
    .filter(({ text }) => text.length > longestCommonName)
    .map(({ text, path }) =>
      error(
        'common-name',
        `the common name ${text} has ${text.length} characters; X.509 allows ${longestCommonName}`,
        'shorten the names in it',
        [...path, 'name'],
      ),
    )
}

const clientNames = ({ organizations }: FabricNetwork): Problem[] =>
  organizations.flatMap((organization) =>
    clientsOf(organization)
      .filter(({ name }, at, all) => all.findIndex((other) => other.name === name) !== at)
      .map(({ name }) =>
        error('duplicate-client', `client ${name} of ${organization.name} is a duplicate`, 'remove one of the two', [
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
      return [error('duplicate-channel', `channel ${name} is a duplicate`, 'give each its own name', path)]
    names.add(name)
    const slug = slugOf(name)
    const other = slugs.get(slug)
    slugs.set(slug, name)
    if (other !== undefined)
      return [
        error(
          'channel-name',
          `channels ${other} and ${name} would both have the name ${slug} in Kubernetes`,
          `choose names that differ in more than dots, and in their first ${longestChannel} characters`,
          path,
        ),
      ]
    if (slug === name) return []
    return [
      warning(
        'channel-name',
        `channel ${name} has more than ${longestChannel} characters, or dots: objects in Kubernetes get ${slug} in their names`,
        'choose a shorter name without dots, as it cannot change later',
        path,
      ),
    ]
  })
}
