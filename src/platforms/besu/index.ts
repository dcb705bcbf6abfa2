import type { Endpoint, Platform } from '../platform.ts'
import { ports } from './config.ts'
import { materialRequests } from './material.ts'
import { type BesuLedgerNode, isValidator } from './network.ts'
import { nodeOverlay, organizationOverlay } from './overlay.ts'
import { probePlan } from './probe.ts'
import { besuRisks } from './risks/index.ts'
import { besuProblems, materialProblems } from './rules/index.ts'
import { type BesuNode, type BesuTop, externalNodeFields, nodeFields, topFields } from './schema.ts'
import { tolerance } from './tolerance.ts'

/** Hyperledger Besu with QBFT consensus. */
export const besu: Platform<BesuTop, BesuNode> = {
  id: 'besu',
  title: 'Hyperledger Besu',
  consensusRoles: ['validator'],
  roles: ['validator', 'rpc'],
  exposable: ['rpc', 'ws'],
  organizationFields: {},
  externalOrganizationFields: {},
  nodeFields,
  externalNodeFields,
  topFields,
  defaultStorage: '20Gi',
  defaultResources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  images: (_network, platformVersion) => [{ name: 'hyperledger/besu', tag: platformVersion }],
  endpoints,
  rules: besuProblems,
  materialRules: materialProblems,
  material: materialRequests,
  renewals: () => [],
  node: nodeOverlay,
  organization: organizationOverlay,
  jobs: () => [],
  rollout,
  probe: probePlan,
  tolerance,
  risks: besuRisks,
}

/** Those that make no blocks first, to see that they run; then one validator after the other. */
function rollout(nodes: readonly BesuLedgerNode[]): BesuLedgerNode[][] {
  return [nodes.filter((node) => !isValidator(node)), ...nodes.filter(isValidator).map((node) => [node])]
}

/** RLPx is neither TLS nor HTTP: a port each. JSON-RPC shares the Ambassador's HTTP ports. */
function endpoints(node: BesuLedgerNode): Endpoint[] {
  const service = `${node.name}-rpc`
  const asks = (option: string) => (String(node.own.settings[option]) === 'true' ? { authenticates: true } : {})
  return [
    { name: 'p2p', port: ports.p2p, protocol: 'tcp', service: node.name, reached: 'by-port' },
    {
      name: 'rpc',
      port: ports.rpc,
      protocol: 'http',
      service,
      reached: 'by-host',
      pathPrefix: '/',
      ...asks('rpc-http-authentication-enabled'),
    },
    ...(isValidator(node)
      ? []
      : [
          {
            name: 'ws',
            port: ports.ws,
            protocol: 'ws',
            service,
            reached: 'by-host',
            pathPrefix: '/ws',
            ...asks('rpc-ws-authentication-enabled'),
          } as const,
        ]),
  ]
}
