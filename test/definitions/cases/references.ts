import type { Case } from '../case.ts'

/** Names of clusters that lead nowhere. */
export const references: readonly Case[] = [
  {
    name: "an organization's cluster, mistyped",
    change: [['- name: carrier\n    cluster: us', '- name: carrier\n    cluster: su']],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '35:14',
        message: 'there is no cluster "su"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: "a node's cluster, mistyped",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: usa}']],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '39:42',
        message: 'there is no cluster "usa"',
        hint: 'did you mean "us"?',
      },
    ],
  },
  {
    name: "a node's cluster that is like none",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: singapore}']],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '39:42',
        message: 'there is no cluster "singapore"',
        hint: 'known: eu, us',
      },
    ],
  },
  {
    name: 'a cluster that was renamed',
    change: [['- name: eu', '- name: europe']],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '30:14',
        message: 'there is no cluster "eu"',
        hint: 'known: europe, us',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '38:54',
        message: 'there is no cluster "eu"',
        hint: 'known: europe, us',
      },
    ],
  },
  {
    name: 'an empty cluster',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: }']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:33',
        message: 'organizations[carrier].nodes[rpc1].cluster must be text, got an empty value',
        hint: 'Cluster that runs this node',
      },
    ],
  },
  {
    name: 'an organization without cluster',
    change: [['- name: carrier\n    cluster: us', '- name: carrier']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '34:5',
        message: 'organizations[carrier] has no "cluster"',
        hint: 'add it: text (Home cluster)',
      },
    ],
  },
]
