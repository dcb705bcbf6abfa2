import type { Cluster } from '../network/network.ts'

/** A pod on every machine where clients dial machines; otherwise the number of replicas that the definition sets. */
export const workload = ({ ambassador: { publish } }: Cluster): 'Deployment' | 'DaemonSet' =>
  publish === 'LoadBalancer' ? 'Deployment' : 'DaemonSet'
