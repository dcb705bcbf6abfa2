import { nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan, ProbeTarget } from '../probe-plan.ts'
import { addressesOf, validatorsOf } from './genesis.ts'
import type { IndyLedgerNode } from './network.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/**
 * Both ports of all validators, as the ledger of the pool has them: at the Ambassador, also that of their own cluster, so that a load
 * balancer without hairpin is found. Validators dial the one, clients and `verify` the other.
 */
export const dialled = ({ network, outside }: Pick<View, 'network' | 'outside'>): readonly ProbeTarget[] =>
  validatorsOf(network).flatMap((validator) => {
    const { node, client } = addressesOf(validator, outside)
    return [
      { node: nodeId(validator), endpoint: 'node', ...node },
      { node: nodeId(validator), endpoint: 'client', ...client },
    ]
  })

/** What validators may dial, a pod with their name may. */
export const probePlan = (_nodes: readonly IndyLedgerNode[], view: View): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': 'indy' },
  targets: dialled(view),
})
