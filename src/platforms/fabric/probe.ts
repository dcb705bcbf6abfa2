import { organizationOf } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan, ProbeTarget } from '../probe-plan.ts'
import { authorityCertificate } from './certificates.ts'
import { type FabricLedgerNode, isAuthority, isOrderer } from './network.ts'
import type { FabricNode, FabricTop } from './schema.ts'

/**
 * All peers and orderers, as channels name them: at the Ambassador, also that of their own cluster, so that a load balancer
 * without hairpin is found. What peers may dial, a pod with their labels may.
 */
export const probePlan = (
  nodes: readonly FabricLedgerNode[],
  { network, material, outside }: ClusterView<FabricTop, FabricNode>,
): ProbePlan => ({
  labels: {
    'app.kubernetes.io/name': 'fabric',
    'app.kubernetes.io/component': nodes.every(isOrderer) ? 'orderer' : 'peer',
  },
  targets: [
    ...network.nodes.filter((node) => !isAuthority(node)).map((node) => ({ node, ...outside(node, 'grpc') })),
    ...network.external.map((node) => ({ node, host: node.host, port: node.port })),
  ].map(({ node, host, port }): ProbeTarget => {
    const party = organizationOf(node)
    const authorities = authorityCertificate(party, 'tlsca', material)
    return {
      node: `${party}/${node.name}`,
      endpoint: 'grpc',
      host,
      port,
      ...(authorities === '' ? {} : { authorities }),
    }
  }),
})
