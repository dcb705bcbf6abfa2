import type { Api } from '../cluster/api.ts'
import { runProbe } from '../cluster/probe.ts'
import type { Cluster } from '../network/network.ts'
import { nodesOf } from '../network/network.ts'
import { probeObjects } from '../probe/objects.ts'
import { type Outcome, outcomesOf } from '../probe/outcome.ts'
import { viewOf } from '../render/compile.ts'
import type { ClusterPorts } from './delivery.ts'
import type { Subject } from './inspect.ts'
import { renderInput } from './render.ts'

/** Milliseconds for a pod to be made, to dial everything and to end. */
const patience = 240_000

/** Dials, from a pod in each organization's namespace of a cluster, what its nodes dial. */
export async function probeCluster(
  api: Api,
  subject: Subject,
  cluster: Cluster,
  ports: ClusterPorts,
): Promise<readonly Outcome[]> {
  const { network, platform } = subject
  const input = await renderInput(subject, ports)
  const view = viewOf(input, cluster)
  const outcomes = await Promise.all(
    network.organizations.map(async ({ name: organization, namespace }) => {
      const nodes = nodesOf(network, cluster.name, organization)
      const plan = platform.probe(nodes, view)
      if (nodes.length === 0 || plan.targets.length === 0) return []
      const name = `probe-${Buffer.from(ports.random('name of a probe', 5)).toString('hex')}`
      const objects = probeObjects({
        plan,
        network: network.name,
        namespace,
        name,
        images: network.images,
        bases: input.bases,
      })
      return outcomesOf(plan, await runProbe(api, objects, { timeout: patience, signal: ports.signal }))
    }),
  )
  return outcomes.flat()
}
