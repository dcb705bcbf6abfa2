import type { Case } from '../case.ts'

const noExternal = (good: string): string => good.slice(0, good.indexOf('\nexternal:') + 1)

/** How many validators there are, where they are, and who runs them. */
export const validators: readonly Case[] = [
  { name: 'no validator', change: (good) => good.replaceAll('role: validator', 'role: rpc'), findings: [] },
  { name: 'one validator', change: (good) => noExternal(good).replaceAll('role: validator', 'role: rpc').replace('validator1, role: rpc', 'validator1, role: validator'), findings: [] },
  { name: 'three validators', change: (good) => noExternal(good).replace('      - {name: validator4, role: validator, cluster: eu}\n', ''), findings: [] },
  { name: 'four validators in two clusters, of two organizations', change: noExternal, findings: [] },
  { name: 'six validators', change: [['- {name: validator4, role: validator, cluster: eu}', '- {name: validator4, role: rpc, cluster: eu}']], findings: [] },
  { name: 'too many validators of one external party', change: [['organization: harbour', 'organization: bank']], findings: [] },
  { name: 'too many validators in one cluster of three', change: [['- name: us\n', '- name: asia\n    provider: kind\n    address: 192.0.2.3\n    recipients: [age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy]\n  - name: us\n'], ['role: validator, cluster: us', 'role: validator']], findings: [] },
  { name: 'a nodeId that is no public key', change: [['nodeId: dc38', 'nodeId: ac38']], findings: [] },
  { name: 'a nodeId with capitals', change: [['nodeId: dc38', 'nodeId: DC38']], findings: [] },
  { name: 'a nodeId with its first byte', change: [['nodeId: dc38', 'nodeId: 04dc38']], findings: [] },
  { name: 'two external nodes with one nodeId', change: (good) => good.replace(/nodeId: cfe7.*/, /nodeId: d95d.*/.exec(good)?.[0] ?? ''), findings: [] },
  { name: 'fewer peers than nodes', change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: 6}}']], findings: [] },
  { name: 'fewer peers than nodes, twice', change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: 6}}'], ['{name: validator1, role: validator}', '{name: validator1, role: validator, settings: {max-peers: 5}}']], findings: [] },
  { name: 'a number of peers that is none', change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: many}}']], findings: [] },
]
