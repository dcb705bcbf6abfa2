import type { Endpoint } from '../../network/endpoint.ts'
import { issuers } from '../../network/key-holders.ts'
import type { PlatformDefinition } from '../../network/platform-definition.ts'
import { ports } from './config.ts'
import { type FabricLedgerNode, isAuthority, isOrderer } from './network.ts'
import { externalOrganizationFields, organizationFields } from './organization-schema.ts'
import { hasCouchdb } from './overlay.ts'
import { fabricProblems } from './rules/index.ts'
import { externalNodeFields, type FabricNode, type FabricTop, nodeFields, topFields } from './schema.ts'
import { sizesOf } from './sizes.ts'

/** The fields of a definition for Fabric, and the endpoints of its nodes. */
export const fabricDefinition: PlatformDefinition<FabricTop, FabricNode> = {
  id: 'fabric',
  title: 'Hyperledger Fabric',
  release: { pattern: /^\d+\.\d+\.\d+$/, example: '2.5.16' },
  roles: ['peer', 'orderer', 'ca'],
  rolesDescription:
    'A `peer` has ledgers and runs chaincodes. An `orderer` creates the blocks of channels. A `ca` (fabric-ca) issues certificates to people and applications; nodes do not need it.',
  consensusRoles: ['orderer'],
  exposable: ['ca'],
  fields: {
    organization: organizationFields,
    externalOrganization: externalOrganizationFields,
    node: nodeFields,
    externalNode: externalNodeFields,
    top: topFields,
  },
  keyHolders: issuers,
  externalWithoutNodes: true,
  defaultStorage: '20Gi',
  sizes: sizesOf,
  sizesBeside: hasCouchdb,
  // Working sets that were seen: a peer 33 to 86 MiB, an orderer 13 to 18, a CA less.
  memory: (role) =>
    role === 'peer'
      ? {
          starts: '64Mi',
          serves: '256Mi',
          reason: 'a peer validates blocks and their private data in memory',
        }
      : { starts: '32Mi', serves: '128Mi', reason: 'an orderer queues transactions in memory' },
  endpoints,
  // chain.go of etcdraft, util.go of smartbft, registry.go of the peer's gateway: Sprintf("%s:%d", host, port), which gRPC does not take.
  ipv6: { addresses: 'puts addresses and ports together without brackets (orderer/consensus, internal/pkg/gateway)' },
  rules: fabricProblems,
}

/**
 * All have their own TLS, which must not end at the Ambassador: a port each. Administration and operations are for the
 * namespace alone; a CA is for it too, unless the definition exposes it.
 */
function endpoints(node: FabricLedgerNode): Endpoint[] {
  const own = (name: string, port: number, reached: Endpoint['reached']): Endpoint => ({
    name,
    port,
    protocol: name === 'operations' ? 'http' : 'tls',
    service: node.name,
    reached,
  })
  const operations = own('operations', ports.operations, 'not')
  if (isAuthority(node)) return [own('ca', ports.ca, node.expose.includes('ca') ? 'by-port' : 'not'), operations]
  return isOrderer(node)
    ? [own('grpc', ports.orderer, 'by-port'), own('administration', ports.administration, 'not'), operations]
    : [own('grpc', ports.peer, 'by-port'), operations]
}
