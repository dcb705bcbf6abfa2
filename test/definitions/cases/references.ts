import type { Case } from '../case.ts'

/** Names of clusters that lead nowhere. */
export const references: readonly Case[] = [
  { name: "an organization's cluster, mistyped", change: [['- name: carrier\n    cluster: us', '- name: carrier\n    cluster: su']], findings: [] },
  { name: "a node's cluster, mistyped", change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: usa}']], findings: [] },
  { name: "a node's cluster that is like none", change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: singapore}']], findings: [] },
  { name: 'a cluster that was renamed', change: [['- name: eu', '- name: europe']], findings: [] },
  { name: 'an empty cluster', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: }']], findings: [] },
  { name: 'an organization without cluster', change: [['- name: carrier\n    cluster: us', '- name: carrier']], findings: [] },
]
