import type { MaterialRequest } from '../../material/material.ts'
import type { Outside } from '../outside.ts'
import type { IndyNetwork } from './network.ts'
import { genesisRequests } from './requests/genesis.ts'
import { identityRequests } from './requests/identities.ts'
import { blsRequests, nodeRequest } from './requests/nodes.ts'

/** Seeds of validators, keys of people that no cluster has, and the genesis of a new pool as soon as all of these exist. */
export const materialRequests = (network: IndyNetwork, outside: Outside): MaterialRequest[] => [
  ...network.nodes.map(nodeRequest),
  ...network.nodes.flatMap(blsRequests),
  ...network.organizations.flatMap((organization) => identityRequests(network, organization)),
  ...genesisRequests(network, outside),
]
