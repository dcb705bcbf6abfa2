import type { Case } from '../case.ts'

/** What has the right shape is checked while something else has not, and nothing is blamed for what is not known. */
export const partial: readonly Case[] = [
  {
    name: 'a role is missing, and a cluster elsewhere',
    change: [
      ['{name: validator1, role: validator}', '{name: validator1}'],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
    ],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '32:9',
        message: 'organizations[manufacturer].nodes[validator1] has no "role"',
        hint: 'add it: one of validator, rpc, archive (Role of the node)',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '35:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'a role is missing, and the cluster of the same node',
    change: [['{name: validator2, role: validator, cluster: us}', '{name: validator2, cluster: ue}']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '33:9',
        message: 'organizations[manufacturer].nodes[validator2] has no "role"',
        hint: 'add it: one of validator, rpc, archive (Role of the node)',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '33:37',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'a mistyped required key, which is reported once',
    change: [
      ['{name: validator2, role: validator, cluster: us}', '{name: validator2, rol: validator, cluster: us}'],
      ['domain: us.example.com', 'domain: eu.example.com'],
    ],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '21:13',
        message: 'clusters eu and us have the same domain eu.example.com',
        hint: 'give each cluster its own name: each has its own Ambassador',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '33:28',
        message: 'unknown key "rol" in organizations[manufacturer].nodes[validator2]',
        hint: 'did you mean "role"?',
      },
    ],
  },
  {
    name: 'a cluster without its name is none that is missing',
    change: [['  - name: eu\n    provider: eks', '  - provider: eks']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '11:5',
        message: 'clusters[0] has no "name"',
        hint: 'add it: text (Name of the cluster and of its folders in `deploy/`)',
      },
    ],
  },
  {
    name: 'a cluster whose name is wrong is none that is missing',
    change: [['  - name: eu', '  - name: EU']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '11:11',
        message:
          'clusters[EU].name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "EU"',
      },
    ],
  },
  {
    name: 'a mistyped domain is none that is missing',
    change: [
      ['    domain: eu.example.com', '    domian: eu.example.com'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, cluster: eu, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '13:5',
        message: 'unknown key "domian" in clusters[eu]',
        hint: 'did you mean "domain"?',
      },
    ],
  },
  {
    name: 'a node of a wrong role counts neither as a validator nor as none',
    change: [['{name: validator1, role: validator}', '{name: validator1, role: 1}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '32:34',
        message: 'organizations[manufacturer].nodes[validator1].role: 1 is not one of validator, rpc, archive',
      },
    ],
  },
  {
    name: 'an organization without nodes, and a cluster elsewhere',
    change: [
      [
        'nodes:\n      - {name: validator1, role: validator}\n      - {name: validator2, role: validator, cluster: us}',
        'nodes: []',
      ],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '31:12',
        message: 'organizations[manufacturer].nodes must be a list with at least 1 item, got an empty list',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '33:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'a mistyped platform, and a cluster',
    change: [
      ['platform: besu', 'platform: bseu'],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
    ],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '4:11',
        message: 'unknown platform "bseu"',
        hint: 'did you mean "besu"?',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '35:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'no platform, and what is wrong on each',
    change: [
      ['platform: besu\n', ''],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
      ['name: validator4', 'name: validator3'],
      ['provider: gke', 'provider: gcp'],
    ],
    findings: [
      {
        rule: 'platform',
        severity: 'error',
        at: '2:1',
        message: 'network.yaml has no "platform"',
        hint: 'add one of: besu, corda, fabric, indy, quorum, substrate',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '19:15',
        message: 'clusters[us].provider: "gcp" is not one of eks, aks, gke, kubernetes, kind, minikube, k3s',
        hint: 'did you mean "gke"?',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '34:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'a release of a wrong form, and a cluster',
    change: [
      ['platformVersion: 26.8.0', 'platformVersion: latest'],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be an exact release such as 26.8.0, got "latest"',
      },
      {
        rule: 'reference',
        severity: 'error',
        at: '35:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'another version of the format, and a cluster',
    change: [
      ['version: 1\n', 'version: 2\n'],
      ['    cluster: us\n    nodes', '    cluster: ue\n    nodes'],
    ],
    findings: [
      { rule: 'schema', severity: 'error', at: '2:10', message: 'version must be 1, got 2' },
      {
        rule: 'reference',
        severity: 'error',
        at: '35:14',
        message: 'there is no cluster "ue"',
        hint: 'did you mean "eu"?',
      },
    ],
  },
  {
    name: 'a mistyped key at the top',
    change: [['external:', 'externals:']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '41:1',
        message: 'unknown key "externals"',
        hint: 'did you mean "external"?',
      },
    ],
  },
  {
    name: 'a list in place of a cluster keeps those behind it in their places',
    change: [
      ['  - name: eu\n    provider: eks', '  - [eu]\n  - name: eu\n    provider: eks'],
      ['domain: us.example.com', 'domain: eu.example.com'],
    ],
    findings: [
      { rule: 'schema', severity: 'error', at: '11:5', message: 'clusters[0] must be a mapping, got a list' },
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '22:13',
        message: 'clusters eu and us have the same domain eu.example.com',
        hint: 'give each cluster its own name: each has its own Ambassador',
      },
    ],
  },
]
