import type { Finding } from '../../network/finding.ts'

/** Problems of overrides, shared by several checks. */
export type ObjectProblem = Pick<Finding, 'rule' | 'message' | 'hint'>

/** A node has one key and one volume: two pods would sign conflicting messages with the same key. */
export const otherPods = (what: string, node: string, count: string): ObjectProblem => ({
  rule: 'node-replicas',
  message: `${what} sets ${count} pods for ${node}: a node has exactly one pod, one key and one volume`,
  hint: 'add another node to the definition instead; to stop a node, remove it there',
})

/** A node that something else still runs. */
export const podOfAnother = (what: string, node: string, count: string): ObjectProblem => ({
  rule: 'node-replicas',
  message: `${what} sets ${count} pods for ${node}, which runs elsewhere (adopted: false): its key would run twice`,
  hint: 'remove `adopted: false` in the definition instead',
})

export const plainSecret = (message: string): ObjectProblem => ({
  rule: 'plain-secret',
  message,
  hint: 'remove it here and from the history of the repository, replace the secret, and create it in the cluster (by hand, or with External Secrets)',
})
