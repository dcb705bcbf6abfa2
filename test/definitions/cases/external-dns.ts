import type { Case } from '../case.ts'

/** Records that external-dns is asked for, and would not make as intended. */
export const externalDns: readonly Case[] = [
  {
    name: 'a word for true',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: yes']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:20',
        message: 'clusters[us].ambassador.externalDns must be true or false or a mapping, got "yes"',
        hint: 'Let external-dns, which you run in the cluster, create the DNS record `*.<domain>`: `true`, or how (`targets`, `machines`, `ttl`)',
      },
    ],
  },
  {
    name: 'a target that is the machine of each client',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: [127.0.0.1]}']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:31',
        message:
          'the target 127.0.0.1 of the record of cluster us resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'a target of one link',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: ["fe80::1"]}']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:31',
        message:
          'the target fe80::1 of the record of cluster us is valid on one link only (link-local, RFC 4291); clouds serve metadata there',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'a target of multicast',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: [203.0.113.7, 224.0.0.1]}']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:44',
        message:
          'the target 224.0.0.1 of the record of cluster us is a multicast address (RFC 5771): nobody can connect to it',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'a target inside of Kubernetes',
    change: [
      ['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: [ambassador.trade.svc.cluster.local]}'],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:31',
        message:
          'the target ambassador.trade.svc.cluster.local of the record of cluster us is a name inside Kubernetes: each cluster resolves it to its own Services',
        hint: 'write a name that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'a target that the record itself answers',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: [gate.us.example.com]}']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '24:31',
        message:
          'the target gate.us.example.com of the record of cluster us is below us.example.com: the record *.us.example.com would point at itself',
        hint: 'write the name of the load balancer or firewall outside of this domain, or its addresses',
      },
    ],
  },
  {
    name: 'a target twice',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      externalDns: {targets: [203.0.113.7, 203.0.113.8, 203.0.113.7]}',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '24:57',
        message: 'externalDns.targets of cluster us have 203.0.113.7 twice',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a target with a port',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {targets: ["203.0.113.7:443"]}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:31',
        message:
          'clusters[us].ambassador.externalDns.targets[0] must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "203.0.113.7:443"',
        hint: 'did you mean "203.0.113.7"?',
      },
    ],
  },
  {
    name: 'a time to live with a unit',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {ttl: 60s}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:26',
        message: 'clusters[us].ambassador.externalDns.ttl must be a number, got the text "60s"',
        hint: 'Seconds that DNS servers may keep the record',
      },
    ],
  },
  {
    name: 'no time to live',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {ttl: 0}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:26',
        message: 'clusters[us].ambassador.externalDns.ttl must be at least 1, got 0',
      },
    ],
  },
  {
    name: 'addresses of machines in capitals',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      externalDns: {machines: Internal}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '24:31',
        message: 'clusters[us].ambassador.externalDns.machines: "Internal" is not one of external, internal',
        hint: 'did you mean "internal"?',
      },
    ],
  },
  {
    name: 'a misspelt annotation of external-dns',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {external-dns.kubernetes.io/hostnme: "*.us.example.com"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:21',
        message:
          'the annotation external-dns.kubernetes.io/hostnme of cluster us is none that external-dns reads of a Service',
        hint: 'did you mean "external-dns.kubernetes.io/hostname"?',
      },
    ],
  },
  {
    name: 'a time to live in an annotation',
    change: [['ports: 16000-16009', 'ports: 16000-16009\n      annotations: {external-dns.kubernetes.io/ttl: soon}']],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:53',
        message:
          'the annotation external-dns.kubernetes.io/ttl of cluster us cannot be "soon": it must be a number of seconds, or a duration such as 5m',
        hint: 'correct it, or remove it',
      },
    ],
  },
  {
    name: 'an access that does not exist',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {external-dns.alpha.kubernetes.io/access: external}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'error',
        at: '24:62',
        message:
          'the annotation external-dns.alpha.kubernetes.io/access of cluster us cannot be "external": it must be one of public, private',
        hint: 'correct it, or remove it',
      },
    ],
  },
  {
    name: 'a name against the one of externalDns',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      externalDns: true\n      annotations: {external-dns.alpha.kubernetes.io/hostname: other.example.com}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '25:64',
        message:
          'the annotation external-dns.alpha.kubernetes.io/hostname of cluster us contradicts external-dns.kubernetes.io/hostname: *.us.example.com. Releases of external-dns before 0.22 read external-dns.alpha.kubernetes.io/, later ones external-dns.kubernetes.io/',
        hint: 'remove it: externalDns writes both',
      },
    ],
  },
  {
    name: 'two annotations of external-dns that differ',
    change: [
      [
        'ports: 16000-16009',
        'ports: 16000-16009\n      annotations: {external-dns.alpha.kubernetes.io/ttl: "60", external-dns.kubernetes.io/ttl: "300"}',
      ],
    ],
    findings: [
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:59',
        message:
          'the annotation external-dns.alpha.kubernetes.io/ttl of cluster us contradicts external-dns.kubernetes.io/ttl: 300. Releases of external-dns before 0.22 read external-dns.alpha.kubernetes.io/, later ones external-dns.kubernetes.io/',
        hint: 'write the same value in both',
      },
      {
        rule: 'load-balancer-annotation',
        severity: 'warning',
        at: '24:97',
        message:
          'the annotation external-dns.kubernetes.io/ttl of cluster us contradicts external-dns.alpha.kubernetes.io/ttl: 60. Releases of external-dns before 0.22 read external-dns.alpha.kubernetes.io/, later ones external-dns.kubernetes.io/',
        hint: 'write the same value in both',
      },
    ],
  },
]
