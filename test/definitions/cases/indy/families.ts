import type { Case } from '../../case.ts'

/** Indy has no IPv6; its Ambassador may have. */
export const families: readonly Case[] = [
  {
    name: 'an external validator with IPv6',
    change: [['host: 198.51.100.7', 'host: 2001:db8::7']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '53:15',
        message:
          'the host 2001:db8::7 of authority/validator1 is IPv6, and Hyperledger Indy puts addresses and ports together without brackets (stp_zmq/zstack.py)',
        hint: 'use an IPv4 address or a DNS name',
      },
    ],
  },
  {
    name: 'a cluster with IPv6 only',
    change: [
      [
        '    provider: kubernetes\n    address: 203.0.113.20',
        '    provider: kubernetes\n    address: 2001:db8::20\n    ipFamilies: [IPv6]',
      ],
      ['[203.0.113.0/24]', '["2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '15:14',
        message:
          'the address 2001:db8::20 of cluster eu is IPv6, and Hyperledger Indy puts addresses and ports together without brackets (stp_zmq/zstack.py)',
        hint: 'use an IPv4 address or a DNS name',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '16:17',
        message:
          'Hyperledger Indy cannot run in cluster eu, which has IPv6 only: it opens sockets of ZeroMQ without IPv6 (stp_zmq/zstack.py)',
        hint: 'use a cluster with IPv4, or a dual-stack one',
      },
    ],
  },
]

export const acceptedFamilies: readonly Case[] = [
  {
    name: 'a dual-stack cluster that is dialled at IPv4',
    change: [
      [
        '    provider: kubernetes\n    address: 203.0.113.20',
        '    provider: kubernetes\n    address: 203.0.113.20\n    ipFamilies: [IPv4, IPv6]',
      ],
      ['[203.0.113.0/24]', '[203.0.113.0/24, "2001:db8::/48", "fd00::/8"]'],
    ],
    findings: [],
  },
]
