import type { Case } from '../case.ts'

/** Volumes and resources. */
export const sizes: readonly Case[] = [
  {
    name: 'a volume without unit',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 100}']],
    findings: [
      {
        rule: 'storage',
        severity: 'error',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 100: a ledger needs at least 1Gi',
        hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'a volume of no size',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 0Gi}']],
    findings: [
      {
        rule: 'storage',
        severity: 'error',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 0Gi: a ledger needs at least 1Gi',
        hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'a volume that is too small',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 512Mi}']],
    findings: [
      {
        rule: 'storage',
        severity: 'error',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 512Mi: a ledger needs at least 1Gi',
        hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'a volume in millibytes',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 500m}']],
    findings: [
      {
        rule: 'storage',
        severity: 'error',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 500m: a ledger needs at least 1Gi',
        hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'a volume in GB',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20GB}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "20GB"',
        hint: 'did you mean "20Gi"?',
      },
    ],
  },
  {
    name: 'a volume in gi',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "20gi"',
        hint: 'did you mean "20Gi"?',
      },
    ],
  },
  {
    name: 'a volume with a space',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 20 Gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "20 Gi"',
        hint: 'did you mean "20Gi"?',
      },
    ],
  },
  {
    name: 'a negative volume',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: -20Gi}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message:
          'organizations[carrier].nodes[rpc1].storage must be a quantity such as 20Gi, 512Mi or 500m, got "-20Gi"',
        hint: 'write a positive amount',
      },
    ],
  },
  {
    name: 'an endless volume',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: .inf}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].storage must be text or a number, got .inf',
        hint: 'write a quantity such as 20Gi, 512Mi or 500m',
      },
    ],
  },
  {
    name: 'a volume as a mapping',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: {size: 20Gi}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:42',
        message: 'organizations[carrier].nodes[rpc1].storage must be text or a number, got a mapping',
        hint: 'Size of the volume, at least `1Gi`',
      },
    ],
  },
  {
    name: 'a volume that is huge',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, storage: 1e30}']],
    findings: [
      {
        rule: 'storage',
        severity: 'warning',
        at: '39:42',
        message: 'carrier/rpc1 has a volume of 1e+30: a disk of Google Kubernetes Engine has at most 64Ti',
        hint: 'write a size such as 100Gi; a volume can grow later but never shrink',
      },
    ],
  },
  {
    name: 'requests above limits',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, resources: {requests: {cpu: 2, memory: 8Gi}, limits: {cpu: 1500m, memory: 8G}}}',
      ],
    ],
    findings: [
      {
        rule: 'resources',
        severity: 'error',
        at: '39:61',
        message: 'carrier/rpc1 requests 2 cpu, more than its limit of 1500m',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
      {
        rule: 'resources',
        severity: 'error',
        at: '39:72',
        message: 'carrier/rpc1 requests 8Gi memory, more than its limit of 8G',
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
      },
    ],
  },
  {
    name: 'memory in MB',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {limits: {memory: 4096MB}}}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:62',
        message:
          'organizations[carrier].nodes[rpc1].resources.limits.memory must be a quantity such as 20Gi, 512Mi or 500m, got "4096MB"',
        hint: 'did you mean "4096Mi"?',
      },
    ],
  },
  {
    name: 'resources without requests and limits',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, resources: {cpu: 1, memory: 4Gi}}']],
    findings: [
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:45',
        message: 'unknown key "cpu" in organizations[carrier].nodes[rpc1].resources',
        hint: 'move it under organizations[].nodes[].resources.requests or under organizations[].nodes[].resources.limits',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '39:53',
        message: 'unknown key "memory" in organizations[carrier].nodes[rpc1].resources',
        hint: 'move it under organizations[].nodes[].resources.requests or under organizations[].nodes[].resources.limits',
      },
    ],
  },
]
