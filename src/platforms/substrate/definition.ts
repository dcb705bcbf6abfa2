import type { Endpoint } from '../../network/endpoint.ts'
import type { NamedFile, PlatformDefinition } from '../../network/platform-definition.ts'
import { specFileOf } from './chain-spec/base-spec.ts'
import { ports } from './command-line.ts'
import type { SubstrateLedgerNode, SubstrateNetwork } from './network.ts'
import { substrateProblems } from './rules/index.ts'
import { externalNodeFields, nodeFields, type SubstrateNode, type SubstrateTop, topFields } from './schema.ts'
import { substrateSizes } from './sizes.ts'

/** The fields of a definition for Substrate, and the endpoints of its nodes. */
export const substrateDefinition: PlatformDefinition<SubstrateTop, SubstrateNode> = {
  id: 'substrate',
  title: 'Substrate',
  // Of the people's own node: a version, or as the Polkadot SDK calls its releases.
  release: {
    pattern: /^(?:v?\d+\.\d+\.\d+(?:[-+.][0-9A-Za-z][-+.0-9A-Za-z]*)?|(?:polkadot-)?stable\d{4}(?:-\d+)?(?:-rc\d+)?)$/,
    example: '1.4.0',
  },
  roles: ['validator', 'rpc', 'bootnode', 'archive'],
  rolesDescription:
    'A `validator` makes blocks and votes on their finality. An `rpc` node follows the chain and answers clients. By a `bootnode`, others find each other. An `archive` node also keeps the state of every block.',
  consensusRoles: ['validator'],
  exposable: ['rpc'],
  shareable: ['rpc'],
  fields: { node: nodeFields, externalNode: externalNodeFields, top: topFields },
  defaultStorage: '20Gi',
  sizes: () => substrateSizes,
  endpoints,
  rules: substrateProblems,
  files: namedFiles,
}

/** libp2p encrypts itself and needs a port for each node. One port answers JSON-RPC by HTTP and by WebSocket. */
function endpoints(node: SubstrateLedgerNode): Endpoint[] {
  return [
    { name: 'p2p', port: ports.p2p, protocol: 'tcp', service: node.name, reached: 'by-port' },
    {
      name: 'rpc',
      port: ports.rpc,
      protocol: 'ws',
      service: `${node.name}-rpc`,
      reached: 'by-host',
      pathPrefix: '/',
      // With origins by name, it takes no other. Nodes that share a host name may differ in that.
      hostHeader: `localhost:${ports.rpc}`,
    },
  ]
}

function namedFiles(network: SubstrateNetwork): NamedFile[] {
  const file = specFileOf(network)
  return [
    ...(file === undefined ? [] : [{ file, path: ['chain', 'spec'] }]),
    ...network.nodes.flatMap(({ own: { announcement }, path }) =>
      announcement === undefined ? [] : [{ file: announcement, path: [...path, 'announcement'] }],
    ),
  ]
}
