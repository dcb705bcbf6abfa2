import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Api } from '../../cluster/api.ts'
import { runProbe } from '../../cluster/probe.ts'
import { OperatorError } from '../../errors.ts'
import type { Cluster } from '../../network/network.ts'
import { nodesOf } from '../../network/network.ts'
import { placementOfOrganization } from '../../network/placement-of.ts'
import { patienceFor } from '../../platforms/probe-plan.ts'
import { probeObjects } from '../../probe/objects.ts'
import type { ProbeOutcome } from '../../probe/outcome.ts'
import { outcomesOf } from '../../probe/outcome.ts'
import { viewOf } from '../../render/compile.ts'
import type { ClusterPorts } from '../ports.ts'
import { renderInput } from '../render.ts'

/** Tries the connections of a cluster's nodes, from a pod in the namespace of each organization. */
export async function probeCluster(
  api: Api,
  checked: CheckedNetwork,
  cluster: Cluster,
  ports: ClusterPorts,
): Promise<ProbeOutcome> {
  const { network, platform } = checked
  const input = await renderInput(checked, ports)
  const view = viewOf(input, cluster)
  // All probes end, and remove their objects, before the connection is closed.
  const ended = await Promise.allSettled(
    network.organizations.map(async (organization) => {
      const nodes = nodesOf(network, cluster.name, organization.name)
      if (nodes.length === 0) return []
      const plan = platform.operation.probe(nodes, view)
      if (plan.targets.length === 0) return []
      const objects = probeObjects({
        plan,
        network: network.name,
        namespace: organization.namespace,
        name: `probe-${Buffer.from(ports.random('name of a probe', 5)).toString('hex')}`,
        images: network.images,
        placement: placementOfOrganization(organization, cluster),
        bases: input.bases,
      })
      const log = await runProbe(api, objects, { timeout: patienceFor(plan) * 1000, signal: ports.signal })
      return outcomesOf(plan, log)
    }),
  )
  ports.signal.throwIfAborted()
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  const bug = reasons.find((reason) => !(reason instanceof OperatorError))
  if (bug !== undefined) throw bug
  return {
    outcomes: ended.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    problems: reasons.filter((reason) => reason instanceof OperatorError),
  }
}
