import type { Case } from '../../case.ts'

/** Fabric dials names with AAAA records, and no IPv6 address. */
export const families: readonly Case[] = [
  {
    name: 'an IPv6 address of a cluster',
    change: [
      [
        '    provider: aks\n    domain: asia.example.com',
        '    provider: kubernetes\n    address: 2001:db8::7\n    ipFamilies: [IPv4, IPv6]',
      ],
      ['[192.0.2.0/24, 10.1.0.0/16]', '[192.0.2.0/24, 10.1.0.0/16, "2001:db8::/48", "fd00::/8"]'],
      ['  - name: eu\n    provider: eks', '  - name: eu\n    ipFamilies: [IPv6]\n    provider: eks'],
      ['[203.0.113.0/24]', '[203.0.113.0/24, "2001:db8::/48"]'],
      ['    provider: gke\n', '    provider: gke\n    ipFamilies: [IPv4, IPv6]\n'],
      ['[198.51.100.0/24, 10.3.0.0/16]', '[198.51.100.0/24, 10.3.0.0/16, "2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '10:14',
        message:
          'the address 2001:db8::7 of cluster asia is IPv6, and Hyperledger Fabric puts addresses and ports together without brackets (orderer/consensus, internal/pkg/gateway)',
        hint: 'use a DNS name, which may have AAAA records',
      },
    ],
  },
]

export const acceptedFamilies: readonly Case[] = [
  {
    name: 'a dual-stack cluster with a domain',
    change: [
      ['    domain: asia.example.com', '    domain: asia.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[192.0.2.0/24, 10.1.0.0/16]', '[192.0.2.0/24, 10.1.0.0/16, "2001:db8::/48", "fd00::/8"]'],
    ],
    findings: [],
  },
]
