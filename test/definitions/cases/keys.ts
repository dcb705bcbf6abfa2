import type { Case } from '../case.ts'

/** Keys that are known, but not there. */
export const keys: readonly Case[] = [
  {
    name: 'a field of a node of another platform',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, stateDatabase: couchdb}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:33',
        message: 'unknown key "stateDatabase" in organizations[carrier].nodes[rpc1]',
        hint: `"stateDatabase" is a field of fabric, and the platform of this network is besu`,
      },
    ],
  },
  {
    name: 'a field of an organization of another platform',
    change: [['- name: carrier', '- name: carrier\n    mspId: CarrierMSP']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '35:5',
        message: 'unknown key "mspId" in organizations[carrier]',
        hint: `"mspId" is a field of fabric, and the platform of this network is besu`,
      },
    ],
  },
  {
    name: 'a field of another platform at the top',
    change: [['external:', 'channels: []\nexternal:']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '41:1',
        message: 'unknown key "channels"',
        hint: `"channels" is a field of fabric, and the platform of this network is besu`,
      },
    ],
  },
  {
    name: 'a field of another platform in a wrong place',
    change: [['external:', 'mspId: CarrierMSP\nexternal:']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '41:1',
        message: 'unknown key "mspId"',
        hint: `"mspId" is a field of fabric, and the platform of this network is besu`,
      },
    ],
  },
  {
    name: 'a field of the Ambassador at its cluster',
    change: [['    storageClass: gp3', '    sourceRanges: [203.0.113.0/24]']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '18:5',
        message: 'unknown key "sourceRanges" in clusters[eu]',
        hint: 'move it under clusters[].ambassador',
      },
    ],
  },
  {
    name: 'a field of a cluster at a node',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, domain: eu.example.com}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:33',
        message: 'unknown key "domain" in organizations[carrier].nodes[rpc1]',
        hint: 'move it under clusters[]',
      },
    ],
  },
  {
    name: 'a field of genesis at the top',
    change: [['genesis:\n  chainId', 'gasLimit: 30000000\ngenesis:\n  chainId']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '7:1',
        message: 'unknown key "gasLimit"',
        hint: 'move it under genesis',
      },
    ],
  },
  {
    name: 'a field in snake case',
    change: [['    storageClass: gp3', '    storage_class: gp3']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '18:5',
        message: 'unknown key "storage_class" in clusters[eu]',
        hint: 'did you mean "storageClass"?',
      },
    ],
  },
  {
    name: 'a field in kebab case',
    change: [['platformVersion: 26.8.0', 'platform-version: 26.8.0']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '5:1',
        message: 'unknown key "platform-version"',
        hint: 'did you mean "platformVersion"?',
      },
    ],
  },
  {
    name: 'a key without a space behind its colon',
    change: [['{name: rpc1, role: rpc}', '{name:rpc1, role: rpc}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:10',
        message: 'unknown key "name:rpc1" in organizations[carrier].nodes[2]',
        hint: 'write "name: …", with a colon and a space',
      },
    ],
  },
  {
    name: 'a key without its colon',
    change: [['genesis:\n  chainId: 20261123', 'genesis: {chainId 20261123}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '7:11',
        message: 'unknown key "chainId 20261123" in genesis',
        hint: 'write "chainId: …", with a colon and a space',
      },
    ],
  },
]
