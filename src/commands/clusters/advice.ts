import { type Network, nodeId } from '../../network/network.ts'
import { type NotReady, nextStep } from '../../report/status/next-step.ts'

export interface AdvicePlace {
  readonly network: Network
  readonly cluster: string
  readonly context: string
}

/** What to do about objects of a network that are not ready. */
export const adviceIn =
  ({ network, cluster, context }: AdvicePlace) =>
  (notReady: NotReady): string =>
    nextStep(notReady, { cluster, context, logName: logNameOf(notReady, network) })

/** What `chancery logs` calls the pods of an object: a node, the Ambassador, or another workload of an organization. */
function logNameOf({ object: { kind, metadata } }: NotReady, network: Network): string | undefined {
  if (kind === 'Service' || kind === 'PersistentVolumeClaim') return undefined
  const node = network.nodes.find(
    ({ name, organization }) => name === metadata.name && organization.namespace === metadata.namespace,
  )
  if (node !== undefined) return nodeId(node)
  const organization = network.organizations.find(({ namespace }) => namespace === metadata.namespace)
  return organization === undefined ? undefined : `${organization.name}/${metadata.name}`
}
