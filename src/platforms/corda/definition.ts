import type { Endpoint } from '../../network/endpoint.ts'
import type { PlatformDefinition } from '../../network/platform-definition.ts'
import { serverNameOf } from './legal-name.ts'
import { type CordaLedgerNode, isNetworkMap, isRpcExposed, serviceNameOf } from './network.ts'
import { ports } from './node-conf.ts'
import { releaseForm } from './release.ts'
import { cordaProblems } from './rules/index.ts'
import {
  type CordaNode,
  type CordaTop,
  externalNodeFields,
  nodeFields,
  organizationFields,
  topFields,
} from './schema.ts'
import { sizesOf } from './sizes.ts'
import { zoneFilesNamed } from './zone-files.ts'

/** The fields of a definition for Corda, and the endpoints of its nodes. */
export const cordaDefinition: PlatformDefinition<CordaTop, CordaNode> = {
  id: 'corda',
  title: 'Corda',
  release: { pattern: releaseForm, example: '4.10' },
  roles: ['node', 'notary', 'network-map'],
  rolesDescription:
    'A `node` keeps the vault of a party, and runs flows with others. A `notary` signs which states are spent, so that none is spent twice. A `network-map` is doorman and network map of a demo zone.',
  consensusRoles: ['notary'],
  exposable: ['rpc'],
  fields: { organization: organizationFields, node: nodeFields, externalNode: externalNodeFields, top: topFields },
  keysOnVolume: true,
  withoutMetrics: true,
  defaultStorage: '10Gi',
  sizes: sizesOf,
  endpoints,
  addressesOnLedger: true,
  isElsewhere: ({ adopted }) => adopted === false,
  rules: cordaProblems,
  files: zoneFilesNamed,
}

/**
 * Applications outside reach RPC at a port where the definition exposes it. It has the node's own TLS, with passwords in it: clients ask for
 * the host that they dial, as NettyConnector of Artemis 2.19 does (seen with the client of Corda 4.10).
 *
 * Messages are in AMQP with TLS of the nodes, which must not end at the Ambassador. Other nodes ask for a name that follows from the legal
 * name, but not where a notary has a service with a second one (P2PMessagingClient.kt: all identities of a node go to the bridge): there, only
 * a port of its own tells it from others.
 */
function endpoints(node: CordaLedgerNode): Endpoint[] {
  // Java's HTTP is asked at one address by all, neighbours included.
  if (isNetworkMap(node))
    return [{ name: 'http', port: ports.http, protocol: 'tcp', service: node.name, reached: 'by-port' }]
  const p2p = { name: 'p2p', port: ports.p2p, service: node.name, reached: 'by-port' } as const
  return [
    serviceNameOf(node) === undefined
      ? { ...p2p, protocol: 'tls', sni: serverNameOf(node.own.legalName) }
      : { ...p2p, protocol: 'tcp', authenticates: true },
    {
      name: 'rpc',
      port: ports.rpc,
      protocol: node.own.rpcTls === undefined ? 'tcp' : 'tls',
      service: `${node.name}-rpc`,
      reached: isRpcExposed(node) ? 'by-port' : 'not',
      authenticates: true,
    },
  ]
}
