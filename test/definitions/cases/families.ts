import type { Case } from '../case.ts'

/** Addresses and ranges of IPv6, and clusters that have them. */
export const families: readonly Case[] = [
  {
    name: 'an IPv6 address in a cluster with IPv4',
    change: [['domain: us.example.com', 'address: 2001:db8::7']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '21:14',
        message: 'the address 2001:db8::7 of cluster us is IPv6, and the cluster has IPv4 only',
        hint: 'write ipFamilies: [IPv6], or [IPv4, IPv6] for a dual-stack cluster',
      },
    ],
  },
  {
    name: 'IPv6 on EKS with ranges of one family',
    change: [
      ['domain: eu.example.com', 'domain: eu.example.com\n    ipFamilies: [IPv6]'],
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '17:21',
        message:
          'sourceRanges of cluster eu have no IPv6 range: every IPv6 client may connect where kube-proxy filters, and none elsewhere',
        hint: 'add the IPv6 ranges of clients and of the other clusters; ::/0 is everybody',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '26:21',
        message:
          'sourceRanges of cluster us have no IPv6 range: every IPv6 client may connect where kube-proxy filters, and none elsewhere',
        hint: 'add the IPv6 ranges of clients and of the other clusters; ::/0 is everybody',
      },
      {
        rule: 'ip-family',
        severity: 'warning',
        at: '14:17',
        message:
          'nodes of cluster eu have IPv6 only, and harbour/validator7 has IPv4 only: they need NAT64 and DNS64, or the IPv4 egress of their cloud',
        hint: 'make one of the two dual-stack, or acknowledge this warning',
      },
    ],
  },
  {
    name: 'both families on EKS',
    change: [
      ['domain: eu.example.com', 'domain: eu.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[203.0.113.0/24]', '[203.0.113.0/24, "2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '14:17',
        message: 'Amazon EKS has no dual-stack pods and Services: its clusters are IPv4 or IPv6 (cluster eu)',
        hint: 'write ipFamilies: [IPv4] or [IPv6]',
      },
    ],
  },
  {
    name: 'IPv6 alone on GKE',
    change: [
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv6]'],
      ['[198.51.100.0/24]', '["2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '11:5',
        message: 'nodes of cluster eu cannot reach cluster us: they have IPv4 only, and it has IPv6 only',
        hint: 'make one of the two dual-stack',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '22:17',
        message: 'Google Kubernetes Engine has no clusters with IPv6 alone (cluster us)',
        hint: 'write ipFamilies: [IPv4] or [IPv4, IPv6]',
      },
      {
        rule: 'ip-family',
        severity: 'warning',
        at: '22:17',
        message:
          'nodes of cluster us have IPv6 only, and cluster eu has IPv4 only: they need NAT64 and DNS64, or the IPv4 egress of their cloud',
        hint: 'make one of the two dual-stack, or acknowledge this warning',
      },
      {
        rule: 'ip-family',
        severity: 'warning',
        at: '22:17',
        message:
          'nodes of cluster us have IPv6 only, and harbour/validator7 has IPv4 only: they need NAT64 and DNS64, or the IPv4 egress of their cloud',
        hint: 'make one of the two dual-stack, or acknowledge this warning',
      },
    ],
  },
  {
    name: 'a range of IPv6 in a cluster with IPv4',
    change: [['[203.0.113.0/24]', '[203.0.113.0/24, "2001:db8::/48"]']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '16:38',
        message: 'the range 2001:db8::/48 of cluster eu is IPv6, and the cluster has IPv4 only',
        hint: 'write ipFamilies: [IPv6], or [IPv4, IPv6] for a dual-stack cluster',
      },
    ],
  },
  {
    name: 'a dual-stack cluster with ranges of IPv4',
    change: [['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '25:21',
        message:
          'sourceRanges of cluster us have no IPv6 range: every IPv6 client may connect where kube-proxy filters, and none elsewhere',
        hint: 'add the IPv6 ranges of clients and of the other clusters; ::/0 is everybody',
      },
    ],
  },
  {
    name: 'a range with bits beyond its prefix',
    change: [['[203.0.113.0/24]', '["2001:db8::1/48"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be the address of a network: it has bits set beyond the prefix, got "2001:db8::1/48"',
        hint: 'write 2001:db8::/48, or 2001:db8::1/128 for a single address',
      },
    ],
  },
  {
    name: 'a range in capitals',
    change: [['[203.0.113.0/24]', '["2001:DB8::/48"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "2001:DB8::/48"',
        hint: 'write 2001:db8::/48, the form of RFC 5952: ranges are compared as texts',
      },
    ],
  },
  {
    name: 'a range of mapped addresses',
    change: [['[203.0.113.0/24]', '["::ffff:203.0.113.0/120"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "::ffff:203.0.113.0/120"',
        hint: 'write the IPv4 range: 203.0.113.0 is an IPv4 address',
      },
    ],
  },
  {
    name: 'a single address of IPv6',
    change: [['[203.0.113.0/24]', '["2001:db8::1"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "2001:db8::1"',
        hint: 'write 2001:db8::1/128 for a single address',
      },
    ],
  },
  {
    name: 'a range that is link-local',
    change: [
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[198.51.100.0/24]', '[198.51.100.0/24, "fe80::/10"]'],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '25:39',
        message:
          'the range fe80::/10 of cluster us admits nobody: fe80:: is valid on one link only (link-local, RFC 4291); clouds serve metadata there',
        hint: 'list the source addresses of clients and of the other clusters',
      },
    ],
  },
  {
    name: 'a link-local address with a zone',
    change: [['host: 192.0.2.7', 'host: "fe80::1%eth0"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '58:15',
        message:
          'external[harbour].nodes[validator7].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "fe80::1%eth0"',
        hint: 'the zone %eth0 is an interface of one machine: write an address that others reach',
      },
    ],
  },
  {
    name: 'a link-local address',
    change: [
      ['host: 192.0.2.7', 'host: "fe80::1"'],
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[198.51.100.0/24]', '[198.51.100.0/24, "2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '59:15',
        message:
          'the host fe80::1 of harbour/validator7 is valid on one link only (link-local, RFC 4291); clouds serve metadata there',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a loopback host of IPv6',
    change: [['host: 192.0.2.7', 'host: "::1"']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message: 'the host ::1 of harbour/validator7 resolves to the connecting machine itself (loopback, RFC 4291)',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a multicast host of IPv6',
    change: [['host: 192.0.2.7', 'host: "ff02::1"']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message: 'the host ff02::1 of harbour/validator7 is a multicast address (RFC 4291): nobody can connect to it',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'an external host of IPv6 and clusters with IPv4',
    change: [['host: 192.0.2.7', 'host: 2001:db8::7']],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '11:5',
        message: 'nodes of cluster eu cannot reach harbour/validator7: they have IPv4 only, and it has IPv6 only',
        hint: 'make one of the two dual-stack',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '19:5',
        message: 'nodes of cluster us cannot reach harbour/validator7: they have IPv4 only, and it has IPv6 only',
        hint: 'make one of the two dual-stack',
      },
    ],
  },
  {
    name: 'one family twice',
    change: [['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv6, IPv6]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '22:24',
        message: 'clusters[us].ipFamilies[1] must be the other family, got "IPv6"',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a family in place of the list',
    change: [['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: IPv6']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '22:17',
        message: 'clusters[us].ipFamilies must be a list, got the text "IPv6"',
        hint: 'write it as a list: [IPv6]',
      },
    ],
  },
  {
    name: 'no family',
    change: [['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: []']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '22:17',
        message: 'clusters[us].ipFamilies must be a list with at least 1 item, got an empty list',
      },
    ],
  },
  {
    name: 'an unknown family',
    change: [['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [ipv6]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '22:18',
        message: 'clusters[us].ipFamilies[0]: "ipv6" is not one of IPv4, IPv6',
        hint: 'did you mean "IPv6"?',
      },
    ],
  },
  {
    name: 'a load balancer address of another family',
    change: [['      ports: 16000-16009', '      ports: 16000-16009\n      addresses: ["2001:db8::7"]']],
    findings: [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        at: '24:19',
        message:
          'addresses of cluster us (2001:db8::7) are invalid: with Google Kubernetes Engine they must be one IPv4 address, or the names of at most two reserved addresses, one of each family',
        hint: 'see docs/providers.md for the addresses of each provider',
      },
      {
        rule: 'ip-family',
        severity: 'error',
        at: '24:19',
        message: 'the address 2001:db8::7 of cluster us is IPv6, and the cluster has IPv4 only',
        hint: 'write ipFamilies: [IPv6], or [IPv4, IPv6] for a dual-stack cluster',
      },
    ],
  },
  {
    name: 'the PROXY protocol in a dual-stack cluster',
    change: [
      [
        'provider: gke\n    domain: us.example.com',
        'provider: kubernetes\n    domain: us.example.com\n    ipFamilies: [IPv4, IPv6]',
      ],
      [
        '      ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]',
        '      ports: 16000-16009\n      proxyProtocol: true',
      ],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '25:22',
        message:
          'the Ambassador of cluster us cannot accept the PROXY protocol at IPv4 and IPv6: Emissary has Listeners for one of them',
        hint: 'remove proxyProtocol, or one of the families',
      },
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '24:7',
        message: 'the ports of cluster us are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'clusters of different families',
    change: [
      ['provider: eks', 'provider: kubernetes'],
      ['    storageClass: gp3\n', ''],
      ['domain: eu.example.com', 'domain: eu.example.com\n    ipFamilies: [IPv6]'],
      ['[203.0.113.0/24]', '["2001:db8::/48"]'],
    ],
    findings: [
      {
        rule: 'ip-family',
        severity: 'error',
        at: '19:5',
        message: 'nodes of cluster us cannot reach cluster eu: they have IPv4 only, and it has IPv6 only',
        hint: 'make one of the two dual-stack',
      },
      {
        rule: 'ip-family',
        severity: 'warning',
        at: '14:17',
        message:
          'nodes of cluster eu have IPv6 only, and cluster us has IPv4 only: they need NAT64 and DNS64, or the IPv4 egress of their cloud',
        hint: 'make one of the two dual-stack, or acknowledge this warning',
      },
      {
        rule: 'ip-family',
        severity: 'warning',
        at: '14:17',
        message:
          'nodes of cluster eu have IPv6 only, and harbour/validator7 has IPv4 only: they need NAT64 and DNS64, or the IPv4 egress of their cloud',
        hint: 'make one of the two dual-stack, or acknowledge this warning',
      },
    ],
  },
]

export const acceptedFamilies: readonly Case[] = [
  {
    name: 'two dual-stack clusters, and an external node with IPv6',
    change: [
      ['domain: us.example.com', 'domain: us.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[198.51.100.0/24]', '[198.51.100.0/24, "2001:db8::/48"]'],
      ['host: 192.0.2.7', 'host: 2001:db8::7'],
      ['provider: eks', 'provider: aks'],
      ['    storageClass: gp3\n', ''],
      ['domain: eu.example.com', 'domain: eu.example.com\n    ipFamilies: [IPv4, IPv6]'],
      ['[203.0.113.0/24]', '[203.0.113.0/24, "2001:db8::/48"]'],
    ],
    findings: [],
  },
]
