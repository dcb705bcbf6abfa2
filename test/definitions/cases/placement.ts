import type { Case } from '../case.ts'

/** Where pods run, and how long they may start. */

const placed = (placement: string): NonNullable<Case['change']> => [
  ['{name: rpc1, role: rpc}', `{name: rpc1, role: rpc, placement: ${placement}}`],
]

const placement = (name: string, value: string, ...findings: Case['findings']): Case => ({
  name,
  change: placed(value),
  findings,
})

const refused = (column: number, message: string, hint: string, severity: 'error' | 'warning' = 'error') =>
  ({ rule: 'placement', severity, at: `39:${column}`, message, hint }) as const

const ofShape = (column: number, field: string, message: string, hint?: string) =>
  ({
    rule: 'schema',
    severity: 'error',
    at: `39:${column}`,
    message: `organizations[carrier].nodes[rpc1].placement.${field} ${message}`,
    ...(hint === undefined ? {} : { hint }),
  }) as const

const labelValue = 'must be a label value in quotes: at most 63 letters, digits, "-", "_", "."'

export const placements: readonly Case[] = [
  placement(
    'a label without a key',
    '{nodeSelector: {"": ledger}}',
    ofShape(
      60,
      'nodeSelector[""]:',
      'must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
    ),
  ),
  placement(
    'a label with a long value',
    `{nodeSelector: {pool: ${'x'.repeat(64)}}}`,
    ofShape(66, 'nodeSelector.pool', `${labelValue}, got "${'x'.repeat(24)}…"`),
  ),
  placement(
    'a label with a number',
    '{nodeSelector: {pool: 7}}',
    ofShape(66, 'nodeSelector.pool', 'must be text, got 7', 'put it in quotes'),
  ),
  placement(
    'a misspelt effect',
    '{tolerations: [{key: ledger, effect: Noschedule}]}',
    ofShape(
      81,
      'tolerations[0].effect:',
      '"Noschedule" is not one of NoSchedule, PreferNoSchedule, NoExecute',
      'did you mean "NoSchedule"?',
    ),
  ),
  placement(
    'an operator in small letters',
    '{tolerations: [{key: ledger, operator: exists}]}',
    ofShape(83, 'tolerations[0].operator:', '"exists" is not one of Equal, Exists', 'did you mean "Exists"?'),
  ),
  placement(
    'negative seconds',
    '{tolerations: [{key: ledger, effect: NoExecute, tolerationSeconds: -1}]}',
    ofShape(111, 'tolerations[0].tolerationSeconds', 'must be at least 0, got -1'),
  ),
  placement(
    'seconds that Kubernetes cannot count',
    '{tolerations: [{key: ledger, effect: NoExecute, tolerationSeconds: 9999999999}]}',
    ofShape(111, 'tolerations[0].tolerationSeconds', 'must be at most 2147483647, got 9999999999'),
  ),
  placement(
    'a priority class with capitals',
    '{priorityClass: Ledger}',
    ofShape(
      60,
      'priorityClass',
      'must be the name of a Kubernetes object: lower-case letters, digits, "-" and ".", got "Ledger"',
    ),
  ),
  placement('a field of pods that placements do not have', '{affinity: {}}', {
    rule: 'unknown-key',
    severity: 'error',
    at: '39:45',
    message: 'unknown key "affinity" in organizations[carrier].nodes[rpc1].placement',
    hint: 'known: nodeSelector, tolerations, priorityClass, spread',
  }),
  placement('a toleration twice', '{tolerations: [{key: b}, {key: a}, {key: b, operator: Equal}]}', {
    rule: 'no-effect',
    severity: 'warning',
    at: '39:79',
    message: 'the tolerations of carrier/rpc1 have one twice',
    hint: 'remove one of the two',
  }),
  placement(
    'two tolerations that Kubernetes refuses, in the order of the definition',
    '{tolerations: [{key: b, operator: Exists, value: x}, {key: a, operator: Exists, value: y}]}',
    refused(
      93,
      'a toleration of carrier/rpc1 has the value "x", and operator Exists, which takes any',
      'remove the value, or write operator: Equal',
    ),
    refused(
      131,
      'a toleration of carrier/rpc1 has the value "y", and operator Exists, which takes any',
      'remove the value, or write operator: Equal',
    ),
  ),
  ...[
    ['node.kubernetes.io/unschedulable', 'being drained'],
    ['node.kubernetes.io/disk-pressure', 'full'],
    ['node.kubernetes.io/not-ready', 'broken'],
  ].map(([key, machines]) =>
    placement(
      `machines that are ${machines}`,
      `{tolerations: [{key: ${key}, operator: Exists}]}`,
      refused(
        59,
        `a toleration of carrier/rpc1 tolerates ${key}: its pods go to machines that are ${machines}, too`,
        'remove it; with effect NoExecute it only says how long pods stay',
        'warning',
      ),
    ),
  ),
  placement(
    'a toleration of any value with a value',
    '{tolerations: [{key: ledger, operator: Exists, value: besu}]}',
    refused(
      98,
      'a toleration of carrier/rpc1 has the value "besu", and operator Exists, which takes any',
      'remove the value, or write operator: Equal',
    ),
  ),
  placement(
    'a toleration without a key',
    '{tolerations: [{value: besu}]}',
    refused(
      59,
      'a toleration of carrier/rpc1 has no key: only operator Exists tolerates every taint',
      'write the key of the taint',
    ),
  ),
  placement(
    'a toleration of every taint',
    '{tolerations: [{operator: Exists}]}',
    refused(
      59,
      'a toleration of carrier/rpc1 tolerates every taint: its pods go to machines that are full, broken or being drained, too',
      'write the key of the taint',
      'warning',
    ),
  ),
  placement(
    'seconds of a toleration that evicts nobody',
    '{tolerations: [{key: ledger, value: besu, effect: NoSchedule, tolerationSeconds: 60}]}',
    refused(
      125,
      'a toleration of carrier/rpc1 has tolerationSeconds, which Kubernetes takes only with effect NoExecute',
      'write effect: NoExecute, or remove tolerationSeconds',
    ),
  ),
  placement(
    'a priority class that only Kubernetes can make',
    '{priorityClass: system-ledger}',
    refused(
      60,
      'carrier/rpc1 has the priority class system-ledger: Kubernetes keeps names that begin with system- to itself',
      'create a PriorityClass with another name',
    ),
  ),
  placement(
    "the priority of Kubernetes' own components",
    '{priorityClass: system-node-critical}',
    refused(
      60,
      "carrier/rpc1 has the priority of Kubernetes' own components: system-node-critical. Some providers refuse it outside of kube-system",
      'create a PriorityClass of your own, with a high value',
      'warning',
    ),
  ),
  placement(
    'machines with another system',
    '{nodeSelector: {kubernetes.io/os: windows}}',
    refused(
      78,
      'carrier/rpc1 selects machines with kubernetes.io/os: "windows": the images are for Linux',
      'remove it, or write linux',
    ),
  ),
  placement(
    'one machine by its name',
    '{nodeSelector: {kubernetes.io/hostname: machine-1}}',
    refused(
      84,
      'carrier/rpc1 selects machines with kubernetes.io/hostname: "machine-1", which is one machine: all its pods stop with it, and stay pending when it is replaced',
      'select the machines by a label that several have',
      'warning',
    ),
  ),
  placement(
    "labels of another provider's machines",
    '{nodeSelector: {eks.amazonaws.com/nodegroup: ledger, cloud.google.com/gke-nodepool: ledger}}',
    refused(
      89,
      'carrier/rpc1 selects machines with eks.amazonaws.com/nodegroup: "ledger", a label of Amazon EKS: machines of Google Kubernetes Engine do not have it',
      'use a label of these machines, or one that you give them',
      'warning',
    ),
  ),
  {
    name: 'placements of a cluster, its Ambassador and an organization',
    change: [
      ['    storageClass: gp3\n', '    storageClass: gp3\n    placement: {priorityClass: system-a}\n'],
      ['      ports: 16000-16009\n', '      ports: 16000-16009\n      placement: {priorityClass: system-b}\n'],
      ['  - name: carrier\n', '  - name: carrier\n    placement: {nodeSelector: {agentpool: ledger}}\n'],
    ],
    findings: [
      {
        rule: 'placement',
        severity: 'error',
        at: '19:32',
        message: 'cluster eu has the priority class system-a: Kubernetes keeps names that begin with system- to itself',
        hint: 'create a PriorityClass with another name',
      },
      {
        rule: 'placement',
        severity: 'error',
        at: '25:34',
        message:
          'the Ambassador of us has the priority class system-b: Kubernetes keeps names that begin with system- to itself',
        hint: 'create a PriorityClass with another name',
      },
      {
        rule: 'placement',
        severity: 'warning',
        at: '37:43',
        message:
          'organization carrier selects machines with agentpool: "ledger", a label of Azure Kubernetes Service: machines of Google Kubernetes Engine do not have it',
        hint: 'use a label of these machines, or one that you give them',
      },
    ],
  },
  {
    name: 'a time to start that is none',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, startupTimeout: 30}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:49',
        message: 'organizations[carrier].nodes[rpc1].startupTimeout must be text, got 30',
        hint: 'write a unit: 30m',
      },
    ],
  },
  {
    name: 'a time to start that is too short',
    change: [['version: 1\n', 'version: 1\nstartupTimeout: 30s\n']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '3:17',
        message: 'startupTimeout must be a duration from 1m to 48h, such as 30m or 2h, got "30s"',
      },
    ],
  },
]

/** Seven validators of four organizations in the only cluster. */
const together = (good: string): string =>
  good
    .replace(/ {2}- name: us\n[\s\S]*?\norganizations:/, 'organizations:')
    .replaceAll(', cluster: us', '')
    .replaceAll(', cluster: eu', '')
    .replace('    cluster: us\n', '    cluster: eu\n')
    .replace(
      /external:[\s\S]*/,
      '  - {name: harbour, cluster: eu, nodes: [{name: validator5, role: validator}, {name: validator6, role: validator}]}\n  - {name: retailer, cluster: eu, nodes: [{name: validator7, role: validator}]}\n',
    )

export const drains: readonly Case[] = [
  {
    name: 'organizations of one cluster that can lose a validator each',
    change: together,
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 7 of 7 validators: without it the chain stops (5 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'drain-loses-quorum',
        severity: 'warning',
        at: '11:5',
        message:
          'draining machines of cluster eu can evict 4 validators at once, one of each of its organizations: the network can lose 2',
        hint: 'set `placement: {spread: required}` for the cluster and drain one machine after the other, or `drains: network` for the network; see docs/guides/machines.md',
      },
    ],
  },
  ...[
    ['version: 1\n', 'version: 1\ndrains: network\n', '12:5'],
    ['    storageClass: gp3\n', '    storageClass: gp3\n    placement: {spread: required}\n', '11:5'],
  ].map(
    ([text = '', replacement = '', at = '']): Case => ({
      name: `the same with ${replacement.trim().split('\n').at(-1)?.trim()}`,
      change: (good) => together(good).replace(text, replacement),
      findings: [
        {
          rule: 'concentration',
          severity: 'warning',
          at,
          message: 'cluster eu holds 7 of 7 validators: without it the chain stops (5 are needed)',
          hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
        },
      ],
    }),
  ),
]
