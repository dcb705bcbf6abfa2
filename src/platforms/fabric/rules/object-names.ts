import { groupBy } from '../../../group-by.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { error } from '../../problem.ts'
import { serverName } from '../chaincode/server.ts'
import { jobName } from '../jobs/name.ts'
import {
  channelsOf,
  type FabricLedgerNode,
  type FabricNetwork,
  isAuthority,
  isPeer,
  membersOf,
  runnersOf,
} from '../network.ts'
import { authoritiesSecret, couchdbSecret, nodeSecret, sealedAgentPath, sealedNodePath } from '../places.ts'
import { agentsOf } from '../requests/agents.ts'

/** An object or a file that is made for somebody, or that somebody names. */
interface Claim {
  /** `PersistentVolumeClaim`, or `file` for one of the repository. */
  readonly kind: string
  /** Cluster and organization: objects of a kind have different names there. */
  readonly scope: string
  readonly name: string
  readonly owner: string
  /** Where to change the name. */
  readonly path: Path
  /** Its name is written in the definition as it is: the one to change. */
  readonly isWritten: boolean
}

/** Secrets with keys, by the owner of each, in a cluster of an organization. */
export const keySecretsIn = (
  network: FabricNetwork,
  cluster: string,
  organization: string,
): ReadonlyMap<string, string> =>
  new Map(
    claimsIn(network)
      .filter(({ kind, scope }) => kind === 'Secret' && scope === `${cluster}/${organization}`)
      .map(({ name, owner }) => [name, owner]),
  )

const claimsIn = (network: FabricNetwork): Claim[] => [
  ...network.nodes.flatMap(ofNode),
  ...network.organizations.flatMap((organization) =>
    agentsOf(network, organization).flatMap(({ cluster, agent }): Claim[] => {
      const common = {
        scope: `${cluster.name}/${organization.name}`,
        owner: `${organization.name}/${agent.folder}`,
        path: organization.path,
        isWritten: false,
      }
      return [
        { ...common, kind: 'file', name: sealedAgentPath(cluster.name, organization.name, agent) },
        { ...common, kind: 'Secret', name: agent.secret },
      ]
    }),
  ),
  ...chaincodeClaims(network),
  ...joins(network),
]

/** Names that follow from others, `<node>-couchdb`, and that somebody else has: one object or key would stand for two. */
export function objectNameProblems(network: FabricNetwork): Problem[] {
  const claims = claimsIn(network)
  const byName = groupBy(claims, ({ kind, scope, name }) => `${kind} ${scope} ${name}`)
  const problems = [...byName.values()].flatMap((sharing) => {
    const owners = [...new Map(sharing.map((claim) => [claim.owner, claim])).values()]
    return owners.length < 2 ? [] : [collision(owners)]
  })
  // Two nodes that share a volume share a key, too: once is enough.
  return [...new Map(problems.toReversed().map((problem) => [JSON.stringify(problem.path), problem])).values()]
}

function collision(owners: readonly Claim[]): Problem {
  const [first, second] = owners.toSorted((a, b) => Number(a.isWritten) - Number(b.isWritten))
  if (first === undefined || second === undefined) throw new Error('a collision is of two')
  return error(
    'name-collision',
    `${first.owner} and ${second.owner} would share the ${second.kind} ${second.name}`,
    'rename one of the two',
    second.path,
  )
}

function ofNode(node: FabricLedgerNode): Claim[] {
  const id = nodeId(node)
  const common = { scope: scopeOf(node), path: [...node.path, 'name'] }
  const own = { ...common, owner: id, isWritten: true }
  const claim = (kind: string, name: string): Claim => ({ ...own, kind, name })
  const beside = (owner: string, claims: readonly (readonly [string, string])[]): Claim[] =>
    claims.map(([kind, name]) => ({ ...common, owner, isWritten: false, kind, name }))
  const hasCouchdb = isPeer(node) && node.own.stateDatabase === 'couchdb'
  return [
    claim('PersistentVolumeClaim', node.name),
    claim('Service', node.name),
    ...(node.existingSecret === undefined
      ? [claim('file', sealedNodePath(node)), { ...claim('Secret', nodeSecret(node)), isWritten: false }]
      : [{ ...claim('Secret', node.existingSecret), path: [...node.path, 'existingSecret'] }]),
    ...(hasCouchdb
      ? beside(`the CouchDB of ${id}`, [
          ['PersistentVolumeClaim', `${node.name}-couchdb`],
          ['Secret', couchdbSecret(node)],
          ['file', sealedNodePath(node, '-couchdb')],
        ])
      : []),
    ...(isAuthority(node)
      ? beside(`the authorities of ${id}`, [
          ['Secret', authoritiesSecret(node)],
          ['file', sealedNodePath(node, '-authorities')],
        ])
      : []),
  ]
}

const scopeOf = ({ cluster, organization }: FabricLedgerNode): string => `${cluster.name}/${organization.name}`

/** Clusters and organizations with a peer in a channel. */
const scopesOf = (network: FabricNetwork, channel: string): readonly FabricLedgerNode[] => {
  const found = network.top.channels.find(({ name }) => name === channel)
  const peers = found === undefined ? [] : membersOf(network, found).flatMap((member) => member.peers)
  const ours = peers.flatMap((peer) => ('cluster' in peer ? [peer] : []))
  return [...groupBy(ours, scopeOf).values()].flatMap((nodes) => nodes.slice(0, 1))
}

/** Servers, and the Jobs that install, approve and commit. */
const chaincodeClaims = (network: FabricNetwork): Claim[] =>
  network.top.chaincodes.flatMap((chaincode, at) => {
    const path: Path = ['chaincodes', at, 'name']
    const runners = runnersOf(network, chaincode)
    return scopesOf(network, chaincode.channel).flatMap((node): Claim[] => {
      const scope = scopeOf(node)
      const server = serverName(chaincode)
      const common = { scope, path, isWritten: false }
      return [
        // Chaincodes that share a server are looked at in chaincodes.ts.
        ...(runners.includes(node.organization.name)
          ? [
              { ...common, kind: 'Service', name: server, owner: `the chaincode server ${server}` },
              { ...common, kind: 'Job', name: server, owner: `the chaincode server ${server}` },
            ]
          : []),
        {
          ...common,
          kind: 'Job',
          name: jobName('chaincode', chaincode.channel, chaincode.name),
          owner: `chaincode ${chaincode.channel}/${chaincode.name}`,
        },
      ]
    })
  })

/** Jobs that join nodes to channels. */
const joins = (network: FabricNetwork): Claim[] =>
  network.nodes.flatMap((node) =>
    channelsOf(network, node).map(
      (channel): Claim => ({
        kind: 'Job',
        scope: scopeOf(node),
        name: jobName('join', channel.name, node.name),
        // Channels that Kubernetes would not tell apart are looked at in names.ts.
        owner: `${nodeId(node)} in channel ${jobName(channel.name)}`,
        path: [...node.path, 'name'],
        isWritten: false,
      }),
    ),
  )
