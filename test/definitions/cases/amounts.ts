import type { Case } from '../case.ts'

/** Amounts that are possible, but not what a ledger can work with, or what any machine has. */
export const amounts: readonly Case[] = [
  {
    name: 'memory of 128Mi',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 128Mi}, limits: {memory: 128Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:89',
        message:
          'carrier/rpc1 has a limit of 128Mi memory: with less than 512Mi the node is killed at its start, or soon after',
        hint: 'set at least 1Gi, or remove it: besides its heap Java takes some 300Mi, and RocksDB its caches',
      },
    ],
  },
  {
    name: 'memory of 511Mi',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 511Mi}, limits: {memory: 511Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:89',
        message:
          'carrier/rpc1 has a limit of 511Mi memory: with less than 512Mi the node is killed at its start, or soon after',
        hint: 'set at least 1Gi, or remove it: besides its heap Java takes some 300Mi, and RocksDB its caches',
      },
    ],
  },
  {
    name: 'memory of 512Mi',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 512Mi}, limits: {memory: 512Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:89',
        message: 'carrier/rpc1 has a limit of 512Mi memory: with less than 1Gi the node is killed under load',
        hint: 'set at least 1Gi: besides its heap Java takes some 300Mi, and RocksDB its caches',
      },
    ],
  },
  {
    name: 'memory of 1023Mi',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 1023Mi}, limits: {memory: 1023Mi}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:90',
        message: 'carrier/rpc1 has a limit of 1023Mi memory: with less than 1Gi the node is killed under load',
        hint: 'set at least 1Gi: besides its heap Java takes some 300Mi, and RocksDB its caches',
      },
    ],
  },
  {
    name: 'memory of 33Ti',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 33Ti}, limits: {memory: 33Ti}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:64',
        message: 'carrier/rpc1 requests 33Ti memory: no machine has that much',
        hint: 'write an amount such as 4Gi',
      },
      {
        rule: 'resources',
        severity: 'error',
        at: '39:88',
        message: 'carrier/rpc1 has a limit of 33Ti memory: no machine has that much',
        hint: 'write an amount such as 4Gi',
      },
    ],
  },
  {
    name: 'memory of 5Ti',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 5Ti}, limits: {memory: 5Ti}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:64',
        message: 'carrier/rpc1 requests 5Ti memory: few machines have that much',
        hint: 'write an amount such as 4Gi',
      },
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:87',
        message: 'carrier/rpc1 has a limit of 5Ti memory: few machines have that much',
        hint: 'write an amount such as 4Gi',
      },
    ],
  },
  {
    name: 'memory of 1e15',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {memory: 1e15}, limits: {memory: 1e15}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:64',
        message: 'carrier/rpc1 requests 1000000000000000 memory: no machine has that much',
        hint: 'write an amount such as 4Gi',
      },
      {
        rule: 'resources',
        severity: 'error',
        at: '39:88',
        message: 'carrier/rpc1 has a limit of 1000000000000000 memory: no machine has that much',
        hint: 'write an amount such as 4Gi',
      },
    ],
  },
  {
    name: 'little memory that is reserved',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {memory: 128Mi}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:64',
        message: 'carrier/rpc1 requests 128Mi memory, and needs at least 512Mi: on a full machine it is killed first',
        hint: 'request at least 512Mi: besides its heap Java takes some 300Mi, and RocksDB its caches',
      },
    ],
  },
  {
    name: 'processors: 1m requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 1m}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:61',
        message:
          'carrier/rpc1 requests 1m cpu, which is 0.001 processors: beside other pods it hardly runs with this reservation',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: 9m requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 9m}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:61',
        message:
          'carrier/rpc1 requests 9m cpu, which is 0.009000000000000001 processors: beside other pods it hardly runs with this reservation',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: 0.001 requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 0.001}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:61',
        message:
          'carrier/rpc1 requests 0.001 cpu, which is 0.001 processors: beside other pods it hardly runs with this reservation',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: 500 requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 500}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:61',
        message: 'carrier/rpc1 requests 500 cpu, which is 500 processors: few machines have that many',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: 1000 requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 1000}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:61',
        message: 'carrier/rpc1 requests 1000 cpu, which is 1000 processors: no machine has that many',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: 1Gi requested',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 1Gi}}}']],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:61',
        message: 'carrier/rpc1 requests 1Gi cpu, which is 1073741824 processors: no machine has that many',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: at most 0',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 10m}, limits: {cpu: 0}}}'],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:61',
        message: 'carrier/rpc1 requests 10m cpu, more than its limit of 0',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
    ],
  },
  {
    name: 'processors: at most 10m',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 10m}, limits: {cpu: 10m}}}'],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:81',
        message: 'carrier/rpc1 has a limit of 10m cpu, which is 0.01 processors: a ledger hardly starts with it',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'processors: at most 99m',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {requests: {cpu: 10m}, limits: {cpu: 99m}}}'],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'warning',
        at: '39:81',
        message: 'carrier/rpc1 has a limit of 99m cpu, which is 0.099 processors: a ledger hardly starts with it',
        hint: 'write a number of processors such as 0.5 or 2, or thousandths such as 500m',
      },
    ],
  },
  {
    name: 'a volume of 65Ti',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 65Ti}']],
    findings: [
      {
        rule: 'storage',
        severity: 'warning',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 65Ti: a disk of Google Kubernetes Engine has at most 64Ti',
        hint: 'write a size such as 100Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'a volume of 33Ti with Azure',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 33Ti}'],
      ['provider: gke', 'provider: aks'],
    ],
    findings: [
      {
        rule: 'storage',
        severity: 'warning',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 33Ti: a disk of Azure Kubernetes Service has at most 32Ti',
        hint: 'write a size such as 100Gi; a volume can grow later but never shrink',
      },
    ],
  },
]
