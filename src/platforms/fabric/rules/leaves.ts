import type { Material } from '../../../material/material.ts'
import { readCertificate } from '../../../material/x509/read.ts'
import type { Problem } from '../../../network/finding.ts'
import { isOurs, nodeId, organizationOf } from '../../../network/network.ts'
import { inFile } from '../../problem.ts'
import {
  type AnyNode,
  consentersOf,
  type FabricNetwork,
  isAuthority,
  isOrderer,
  isPeer,
  membersOf,
} from '../network.ts'
import { type Authority, certificatePath, sealedAuthorityPath } from '../places.ts'
import { agentLeaves, agentsOf } from '../requests/agents.ts'
import { tlsPurpose } from '../requests/nodes.ts'
import type { Channel, FabricNode } from '../schema.ts'
import { leafFileProblems, present, type WantedLeaf } from './leaf-checks.ts'
import { takesPart } from './parties.ts'

/**
 * Certificates of nodes, ours and those that others committed, and of those who act for our organizations: who issued them, for
 * which role, for which names, of what key. Whether a key of P-256 is the sealed one cannot be seen: the lock has the digest of both.
 */
export function leafProblems(network: FabricNetwork, material: Material): Problem[] {
  const leaves = [
    ...[...network.nodes, ...network.external].flatMap((node) => nodeLeaves(network, node, material)),
    ...network.organizations.flatMap((organization) =>
      agentsOf(network, organization).flatMap((acting) =>
        agentLeaves(acting).map(({ file, leaf }): WantedLeaf => {
          const { unit } = leaf.subject
          return {
            file,
            party: organization.name,
            authority: leaf.authority,
            owner: `${organization.name}/${acting.agent.folder}`,
            isExternal: false,
            ...(unit === undefined ? {} : { role: { unit, whose: `it is for ${articled(unit)}` } }),
            days: leaf.days,
            ...(acting.client === undefined || leaf.purpose.kind === 'tls' ? {} : { client: acting.client }),
            names: leaf.purpose.kind === 'tls' ? leaf.purpose.names : [],
            channels: network.top.channels.filter((channel) => takesPart(network, channel, organization.name)),
          }
        }),
      ),
    ),
  ]
  const problems = leaves.flatMap((leaf) => leafFileProblems(leaf, material))
  const bad = new Set(problems.map(({ file }) => file))
  return [
    ...problems,
    ...sharedKeys(
      leaves.filter(({ file }) => !bad.has(file)),
      material,
    ),
  ]
}

function nodeLeaves(network: FabricNetwork, node: AnyNode, material: Material): WantedLeaf[] {
  const party = organizationOf(node)
  const channels = network.top.channels.filter((channel) => isIn(network, channel, node))
  const common = {
    party,
    owner: nodeId(node),
    isExternal: 'host' in node,
    isAdopted: 'host' in node && channels.some(({ adopted }) => adopted),
    channels,
  }
  const role = { unit: node.role, whose: `its node is ${articled(node.role)}` }
  const file = (certificate: 'sign' | 'tls'): string => certificatePath(party, node.name, certificate)
  const leaf = (authority: 'ca' | 'tlsca') => ({
    ...common,
    authority,
    isEnrolled: isEnrolled(node, authority, material),
  })
  return [
    ...(isAuthority(node) ? [] : [{ ...leaf('ca'), file: file('sign'), role, names: [] }]),
    { ...leaf('tlsca'), file: file('tls'), names: namesOf(node), mayShare: !isOrderer(node) },
  ]
}

/** Whether a person enrolled a node of ours: its keys are in a Secret that exists, and no issuer here has the authority's key. */
const isEnrolled = (node: AnyNode, authority: Authority, material: Material): boolean =>
  isOurs<FabricNode>(node) &&
  node.existingSecret !== undefined &&
  present(material, sealedAuthorityPath(node.organization, authority)) === undefined

const articled = (role: string): string => `${/^[ao]/.test(role) ? 'an' : 'a'} ${role}`

function namesOf(node: AnyNode): readonly string[] {
  if ('host' in node) return [node.host]
  const purpose = tlsPurpose(node)
  return purpose.kind === 'tls' ? [...purpose.names, ...purpose.addresses] : []
}

const isIn = (network: FabricNetwork, channel: Channel, node: AnyNode): boolean =>
  isPeer(node)
    ? membersOf(network, channel).some(({ peers }) => peers.includes(node))
    : consentersOf(network, channel).includes(node)

/** One that is in the place of another: who has the one key acts as both. */
function sharedKeys(leaves: readonly WantedLeaf[], material: Material): Problem[] {
  const owners = new Map<string, WantedLeaf>()
  return leaves.flatMap((leaf): Problem[] => {
    const key = Buffer.from(readCertificate(present(material, leaf.file) ?? '')?.publicKey ?? []).toString('hex')
    const other = owners.get(key)
    // Others may have one TLS certificate for several peers; a channel tells orderers apart by theirs.
    if (key === '' || (leaf.isExternal && leaf.mayShare)) return []
    if (other === undefined) owners.set(key, leaf)
    if (other === undefined || other.owner === leaf.owner) return []
    return [
      inFile(
        'certificate',
        leaf.file,
        `${leaf.file} has the same key as ${other.file}: ${leaf.owner} and ${other.owner} would be one identity`,
        leaf.isExternal
          ? 'ask its owner for another one: each node needs its own key'
          : 'restore both from Git: each has its own key',
      ),
    ]
  })
}
