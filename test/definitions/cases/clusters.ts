import type { Case } from '../case.ts'

/** Where clusters are found. */
export const clusters: readonly Case[] = [
  {
    name: 'neither domain nor address',
    change: [['    domain: eu.example.com\n', '']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '11:5',
        message: 'cluster eu has neither domain nor address, so nobody can reach it',
        hint: 'add the DNS name (domain) or the IP address (address) of its Ambassador',
      },
    ],
  },
  {
    name: 'both domain and address',
    change: [['domain: eu.example.com', 'domain: eu.example.com\n    address: 203.0.113.7']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '14:14',
        message: 'cluster eu has both domain and address',
        hint: 'keep one: the domain, or without DNS the address',
      },
    ],
  },
  {
    name: 'one domain twice',
    change: [['domain: us.example.com', 'domain: eu.example.com']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '21:13',
        message: 'clusters eu and us have the same domain eu.example.com',
        hint: 'give each cluster its own name: each has its own Ambassador',
      },
    ],
  },
  {
    name: 'one address twice',
    change: [
      ['domain: eu.example.com', 'address: 203.0.113.7'],
      ['domain: us.example.com', 'address: 203.0.113.7'],
    ],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '21:14',
        message: 'clusters eu and us have the same address 203.0.113.7',
        hint: 'give each cluster its own name: each has its own Ambassador',
      },
      {
        rule: 'cluster-address',
        severity: 'warning',
        at: '13:14',
        message: 'cluster eu has the address 203.0.113.7, but Amazon EKS chooses another one for its load balancer',
        hint: 'list the allocations of its Elastic IPs in ambassador.addresses (eipalloc-…), or use a domain with a CNAME record',
      },
    ],
  },
  {
    name: 'a domain below the hosts of another cluster',
    change: [['domain: us.example.com', 'domain: manufacturer.eu.example.com']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'error',
        at: '21:13',
        message:
          'validator1.manufacturer.eu.example.com of manufacturer/validator1 (cluster eu) is below manufacturer.eu.example.com, the domain of cluster us',
        hint: 'give cluster us a domain that is not below eu.example.com: the name would resolve to the wrong Ambassador',
      },
    ],
  },
  {
    name: 'a domain with capitals',
    change: [['domain: eu.example.com', 'domain: EU.example.com']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "EU.example.com"',
        hint: 'did you mean "eu.example.com"?',
      },
    ],
  },
  {
    name: 'a domain with a dot at its end',
    change: [['domain: eu.example.com', 'domain: eu.example.com.']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "eu.example.com."',
        hint: 'did you mean "eu.example.com"?',
      },
    ],
  },
  {
    name: 'a domain with a scheme',
    change: [['domain: eu.example.com', 'domain: https://eu.example.com']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "https://eu.example.com"',
        hint: 'did you mean "eu.example.com"?',
      },
    ],
  },
  {
    name: 'a domain of one label',
    change: [['domain: eu.example.com', 'domain: localhost']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "localhost"',
        hint: 'write the full name: a single label resolves in one network only',
      },
    ],
  },
  {
    name: 'a wildcard',
    change: [['domain: eu.example.com', 'domain: "*.eu.example.com"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "*.eu.example.com"',
        hint: 'did you mean "eu.example.com"?',
      },
    ],
  },
  {
    name: 'an address as domain',
    change: [['domain: eu.example.com', 'domain: 203.0.113.7']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "203.0.113.7"',
        hint: 'use the field "address" of the cluster for an IP address',
      },
    ],
  },
  {
    name: 'a domain as a number',
    change: [['domain: eu.example.com', 'domain: 10.5']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message: 'clusters[eu].domain must be text, got 10.5',
        hint: 'write a DNS name such as eu.example.com: lower case, no scheme, no port',
      },
    ],
  },
  {
    name: 'a domain as address',
    change: [['domain: eu.example.com', 'address: eu.example.com']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message:
          'clusters[eu].address must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port, got "eu.example.com"',
        hint: 'write an IP address: a DNS name belongs in another field',
      },
    ],
  },
  {
    name: 'an IPv6 address that is not in its shortest form',
    change: [['domain: eu.example.com', 'address: "2001:db8:0:0::7"']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message:
          'clusters[eu].address must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port, got "2001:db8:0:0::7"',
        hint: 'write 2001:db8::7',
      },
    ],
  },
  {
    name: 'an address with leading zeros',
    change: [['domain: eu.example.com', 'address: 203.000.113.007']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message:
          'clusters[eu].address must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port, got "203.000.113.007"',
        hint: 'an IPv4 address has four numbers from 0 to 255, without leading zeros',
      },
    ],
  },
  {
    name: 'a source that is an address',
    change: [['[203.0.113.0/24]', '[203.0.113.9]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "203.0.113.9"',
        hint: 'write 203.0.113.9/32 for a single address',
      },
    ],
  },
  {
    name: 'a source of IPv6 that is no range',
    change: [['[203.0.113.0/24]', '["2001:db8::/129"]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "2001:db8::/129"',
        hint: 'write the length of the prefix after "/": 64 for one link, 128 for one address',
      },
    ],
  },
  {
    name: 'sources as text',
    change: [['[203.0.113.0/24]', '203.0.113.0/24']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message: 'clusters[eu].ambassador.sourceRanges must be a list, got the text "203.0.113.0/24"',
        hint: 'write it as a list: [203.0.113.0/24]',
      },
    ],
  },
  {
    name: 'no sources',
    change: [['[203.0.113.0/24]', '[]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:21',
        message: 'clusters[eu].ambassador.sourceRanges must be a list with at least 1 item, got an empty list',
      },
    ],
  },
  {
    name: 'no sources and no Ambassador',
    change: [['    ambassador:\n      ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]\n', '']],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '11:5',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'everybody as source',
    change: [['[203.0.113.0/24]', '[0.0.0.0/0]']],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '16:21',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
]
