import type { RenewableCertificate, Renewal, RestartLimit } from '../../material/renewal.ts'
import { nodeId } from '../../network/network.ts'
import { byzantineTolerance, crashTolerance } from './consensus.ts'
import { certify, type Leaf } from './issuing.ts'
import { channelsOf, consentersOf, type FabricLedgerNode, type FabricNetwork, isAtLeast, isOrderer } from './network.ts'
import { authorityPath, earlierPath, sealedAuthorityPath } from './places.ts'
import { agentLeaves, agentsOf } from './requests/agents.ts'
import { leavesOf } from './requests/nodes.ts'
import { revokedIdentities } from './revocations.ts'

/** BFT orderers before this release compare whole certificates, not their keys (hyperledger/fabric#5268). */
const comparesKeys = [3, 1, 2] as const

/** Certificates of nodes and agents. Those of authorities stand in channels: they are changed there first. */
export const renewals = (network: FabricNetwork): Renewal[] => [
  ...network.nodes.map((node) => nodeRenewal(network, node)),
  ...network.organizations.flatMap((organization) =>
    agentsOf(network, organization).map((acting): Renewal => {
      return {
        name: `${organization.name}/${acting.agent.folder}`,
        organization: organization.name,
        certificates: agentLeaves(acting).map(({ file, leaf }) => renewable(file, leaf, acting.agent.folder)),
        restarts: [],
        ...(revokedIdentities(organization).has(acting.agent.folder) ? revoked : {}),
        path: organization.path,
      }
    }),
  ),
]

function nodeRenewal(network: FabricNetwork, node: FabricLedgerNode): Renewal {
  const channels = isOrderer(node) ? channelsOf(network, node) : []
  const isBft = channels.some(({ consensus }) => consensus === 'bft')
  return {
    name: nodeId(node),
    organization: node.organization.name,
    certificates: [...leavesOf(node)].map(([file, leaf]) => renewable(file, leaf, node.name)),
    restarts: channels.map((channel): RestartLimit => {
      const consenters = consentersOf(network, channel).length
      const tolerated =
        channel.consensus === 'bft'
          ? byzantineTolerance('bft', consenters)
          : crashTolerance(channel.consensus, consenters)
      // A channel that can lose none stops while one restarts, which cannot be helped.
      return { of: `orderers of channel ${channel.name}`, most: Math.max(1, tolerated) }
    }),
    ...(isBft && !isAtLeast(node.platformVersion, comparesKeys)
      ? {
          obstacle: {
            reason: `orderers of a BFT channel accept a renewed certificate since Fabric ${comparesKeys.join('.')}, but ${nodeId(node)} runs ${node.platformVersion}`,
            hint: 'upgrade it first: set `platformVersion`',
            mayExpire: false,
          },
        }
      : {}),
    ...(revokedIdentities(node.organization).has(node.name) ? revoked : {}),
    path: node.path,
  }
}

const revoked = {
  obstacle: {
    reason: 'it is revoked: a new certificate for its key would not be revoked',
    hint: 'remove it from `--renew`: a revoked certificate may expire',
    mayExpire: true,
  },
} as const

const renewable = (file: string, leaf: Leaf, identity: string): RenewableCertificate => ({
  file,
  authority: authorityPath(leaf.organization.name, leaf.authority),
  sealedAuthority: sealedAuthorityPath(leaf.organization, leaf.authority),
  ...(leaf.purpose.kind === 'identity' ? { earlier: earlierPath(leaf.organization.name, identity) } : {}),
  issue: (publicKey, maker) => certify(leaf, publicKey, maker),
})
