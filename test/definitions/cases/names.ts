import type { Case } from '../case.ts'

/** Names that stand twice, that are taken, or that Kubernetes would refuse. */
export const names: readonly Case[] = [
  { name: 'two clusters of one name', change: [['- name: us', '- name: eu'], ['- name: carrier\n    cluster: us', '- name: carrier\n    cluster: eu'], ['role: validator, cluster: us', 'role: validator']], findings: [] },
  { name: 'two organizations of one name', change: [['- name: carrier', '- name: manufacturer']], findings: [] },
  { name: 'two nodes of one name', change: [['name: validator4,', 'name: validator3,']], findings: [] },
  { name: 'two nodes of one name in one cluster with one port', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16005}\n      - {name: rpc1, role: rpc, port: 16005}']], findings: [] },
  { name: 'an external node called like one of ours', change: [['organization: bank', 'organization: carrier'], ['- name: validator6', '- name: rpc1']], findings: [] },
  { name: 'an organization called ambassador', change: [['- name: carrier', '- name: ambassador']], findings: [] },
  { name: 'an organization called crds', change: [['- name: carrier', '- name: crds']], findings: [] },
  { name: "an organization in the Ambassador's namespace", change: [['- name: carrier', '- name: carrier\n    namespace: supplychain-ambassador']], findings: [] },
  { name: 'two organizations in one namespace', change: [['- name: carrier', '- name: carrier\n    namespace: ledger'], ['- name: manufacturer', '- name: manufacturer\n    namespace: ledger']], findings: [] },
  { name: "an organization in another one's namespace", change: [['- name: carrier', '- name: carrier\n    namespace: supplychain-manufacturer']], findings: [] },
  { name: 'a network whose name is too long for a namespace', change: [['name: supplychain', `name: ${'s'.repeat(53)}`], ['- name: manufacturer', '- name: maker']], findings: [] },
  { name: 'a namespace that is too long', change: [['- name: carrier', `- name: ${'c'.repeat(52)}`]], findings: [] },
  { name: 'a node whose name is too long for a StatefulSet', change: [['name: rpc1,', `name: ${'r'.repeat(53)},`]], findings: [] },
  { name: 'a node whose name is too long for a Service', change: [['name: rpc1,', `name: ${'r'.repeat(60)},`]], findings: [] },
  { name: 'a node whose name is too long for DNS', change: [['name: rpc1,', `name: ${'r'.repeat(64)},`]], findings: [] },
  { name: "a node called like another one's Service", change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc}\n      - {name: rpc1-rpc, role: rpc}']], findings: [] },
  { name: 'a host name that is too long', change: [['domain: us.example.com', `domain: ${`${'d'.repeat(60)}.`.repeat(4)}com`]], findings: [] },
  { name: 'a node without name', change: [['{name: rpc1, role: rpc}', '{name: , role: rpc}']], findings: [] },
  { name: 'a node whose name is a number', change: [['{name: rpc1, role: rpc}', '{name: 1, role: rpc}']], findings: [] },
  { name: 'a node whose name begins with a digit', change: [['{name: rpc1, role: rpc}', '{name: 1st, role: rpc}']], findings: [] },
]
