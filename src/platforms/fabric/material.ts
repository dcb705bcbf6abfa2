import type { KeyRequest, MaterialRequest } from '../../material/material.ts'
import type { Outside } from '../outside.ts'
import type { FabricNetwork } from './network.ts'
import { agentRequests } from './requests/agents.ts'
import { authorityRequests } from './requests/authorities.ts'
import { genesisRequests } from './requests/channels.ts'
import { nodeRequests } from './requests/nodes.ts'
import { revocationRequests } from './revocations.ts'

/**
 * Authorities of each organization, certificates of its nodes and of those who act for it, and the first block of each channel
 * as soon as all of its content exists.
 */
export const materialRequests = (network: FabricNetwork, outside: Outside): MaterialRequest[] => [
  ...keyRequests(network),
  ...genesisRequests(network, outside),
]

const keyRequests = (network: FabricNetwork): KeyRequest[] => [
  ...network.organizations.flatMap((organization) => authorityRequests(network, organization)),
  ...network.nodes.flatMap(nodeRequests),
  ...network.organizations.flatMap((organization) => agentRequests(network, organization)),
  ...network.organizations.flatMap(revocationRequests),
]
