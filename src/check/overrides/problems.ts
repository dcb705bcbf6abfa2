import type { Finding } from '../../network/finding.ts'

/** What is wrong with an override, wherever it says it. */
export type ObjectProblem = Pick<Finding, 'rule' | 'message' | 'hint'>

/** A node has one key and one volume: two pods of it would sign different things with the same key. */
export const otherPods = (what: string, node: string, count: string): ObjectProblem => ({
  rule: 'node-replicas',
  message: `${what} gives ${node} ${count} pods: a node is one pod, with one key and one volume`,
  hint: 'add a node with a name and a key of its own to the definition; to stop one, remove it there',
})

export const plainSecret = (message: string): ObjectProblem => ({
  rule: 'plain-secret',
  message,
  hint: 'remove it here and in the history of the repository, replace the secret, and make it in the cluster (by hand, or with External Secrets)',
})
