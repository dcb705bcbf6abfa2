import type { Case } from '../case.ts'

/** Names and addresses that lead nowhere or home, and ranges that are none. */
export const addresses: readonly Case[] = [
  {
    name: 'the domain svc.cluster.local',
    change: [['domain: eu.example.com', 'domain: svc.cluster.local']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message:
          'the domain svc.cluster.local of cluster eu is a name inside Kubernetes: each cluster resolves it to its own Services',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain ledger.cluster.local',
    change: [['domain: eu.example.com', 'domain: ledger.cluster.local']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message:
          'the domain ledger.cluster.local of cluster eu is a name inside Kubernetes: each cluster resolves it to its own Services',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain eu.local',
    change: [['domain: eu.example.com', 'domain: eu.local']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'warning',
        at: '13:13',
        message:
          'the domain eu.local of cluster eu is a name of multicast DNS (RFC 6762): it resolves only where DNS servers have such a zone',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain eu.localhost',
    change: [['domain: eu.example.com', 'domain: eu.localhost']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message: 'the domain eu.localhost of cluster eu resolves to the connecting machine itself (RFC 6761)',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain default.svc',
    change: [['domain: eu.example.com', 'domain: default.svc']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message:
          'the domain default.svc of cluster eu is the name of a Service, which resolves in its own cluster only',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain eu.invalid',
    change: [['domain: eu.example.com', 'domain: eu.invalid']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message: 'the domain eu.invalid of cluster eu never resolves (RFC 6761)',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain eu.onion',
    change: [['domain: eu.example.com', 'domain: eu.onion']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message: 'the domain eu.onion of cluster eu is a name of Tor, which DNS does not resolve (RFC 7686)',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain 7.0.10.in-addr.arpa',
    change: [['domain: eu.example.com', 'domain: 7.0.10.in-addr.arpa']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message: 'the domain 7.0.10.in-addr.arpa of cluster eu is for reverse lookups (RFC 1035)',
        hint: 'write a domain that the DNS servers of all clusters and clients resolve',
      },
    ],
  },
  {
    name: 'the domain a1b2.elb.eu-central-1.amazonaws.com',
    change: [['domain: eu.example.com', 'domain: a1b2.elb.eu-central-1.amazonaws.com']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message:
          'domain a1b2.elb.eu-central-1.amazonaws.com of cluster eu is the name of a single load balancer or machine: names below it do not exist',
        hint: 'use a domain of your own, and point its DNS record *.<domain> at this name (CNAME)',
      },
    ],
  },
  {
    name: 'the domain trade.westeurope.cloudapp.azure.com',
    change: [['domain: eu.example.com', 'domain: trade.westeurope.cloudapp.azure.com']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:13',
        message:
          'domain trade.westeurope.cloudapp.azure.com of cluster eu is the name of a single load balancer or machine: names below it do not exist',
        hint: 'use a domain of your own, and point its DNS record *.<domain> at this name (CNAME)',
      },
    ],
  },
  {
    name: 'the domain eu_west.example.com',
    change: [['domain: eu.example.com', 'domain: eu_west.example.com']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "eu_west.example.com"',
        hint: 'remove "_": host names cannot have it',
      },
    ],
  },
  {
    name: 'the domain münchen.example.com',
    change: [['domain: eu.example.com', 'domain: münchen.example.com']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "münchen.example.com"',
        hint: 'did you mean "xn--mnchen-3ya.example.com"?',
      },
    ],
  },
  {
    name: 'the domain eu.example.123',
    change: [['domain: eu.example.com', 'domain: eu.example.123']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:13',
        message:
          'clusters[eu].domain must be a DNS name such as eu.example.com: lower case, no scheme, no port, got "eu.example.123"',
        hint: 'a label has 1 to 63 letters, digits and "-", begins and ends with a letter or digit; the last label is not a number',
      },
    ],
  },
  {
    name: 'the address 127.0.0.1',
    change: [
      ['domain: eu.example.com', 'address: 127.0.0.1'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:14',
        message: 'the address 127.0.0.1 of cluster eu resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'the address 0.0.0.0',
    change: [
      ['domain: eu.example.com', 'address: 0.0.0.0'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:14',
        message: 'the address 0.0.0.0 of cluster eu is not the address of a machine: it means "this network" (RFC 791)',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'the address 169.254.169.254',
    change: [
      ['domain: eu.example.com', 'address: 169.254.169.254'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:14',
        message:
          'the address 169.254.169.254 of cluster eu is valid on one link only (link-local, RFC 3927); clouds serve metadata there',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'the address 224.0.0.1',
    change: [
      ['domain: eu.example.com', 'address: 224.0.0.1'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:14',
        message: 'the address 224.0.0.1 of cluster eu is a multicast address (RFC 5771): nobody can connect to it',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'the address 255.255.255.255',
    change: [
      ['domain: eu.example.com', 'address: 255.255.255.255'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '13:14',
        message:
          'the address 255.255.255.255 of cluster eu is reserved (RFC 1112), or the broadcast address: nobody can connect to it',
        hint: 'write the address where other clusters and clients reach the Ambassador',
      },
    ],
  },
  {
    name: 'the address 010.0.0.1',
    change: [
      ['domain: eu.example.com', 'address: 010.0.0.1'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message:
          'clusters[eu].address must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port, got "010.0.0.1"',
        hint: 'an IPv4 address has four numbers from 0 to 255, without leading zeros',
      },
    ],
  },
  {
    name: 'the address ::ffff:127.0.0.1',
    change: [
      ['domain: eu.example.com', 'address: "::ffff:127.0.0.1"'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message:
          'clusters[eu].address must be an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port, got "::ffff:127.0.0.1"',
        hint: 'write 127.0.0.1',
      },
    ],
  },
  {
    name: 'the address 2130706433',
    change: [
      ['domain: eu.example.com', 'address: 2130706433'],
      [
        '    ambassador:\n      ports: 15000-15009',
        '    ambassador:\n      addresses: [eipalloc-0a1b2c3d4e5f60718]\n      ports: 15000-15009',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '13:14',
        message: 'clusters[eu].address must be text, got 2130706433',
        hint: 'write an IP address such as 203.0.113.7 or 2001:db8::7: no scheme, no port',
      },
    ],
  },
  {
    name: 'a node of others at 127.0.0.1',
    change: [['host: 192.0.2.7', 'host: 127.0.0.1']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message:
          'the host 127.0.0.1 of harbour/validator7 resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at 0.0.0.0',
    change: [['host: 192.0.2.7', 'host: 0.0.0.0']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message:
          'the host 0.0.0.0 of harbour/validator7 is not the address of a machine: it means "this network" (RFC 791)',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at peer0.ledger.svc.cluster.local',
    change: [['host: 192.0.2.7', 'host: peer0.ledger.svc.cluster.local']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message:
          'the host peer0.ledger.svc.cluster.local of harbour/validator7 is a name inside Kubernetes: each cluster resolves it to its own Services',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at node.local',
    change: [['host: 192.0.2.7', 'host: node.local']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'warning',
        at: '58:15',
        message:
          'the host node.local of harbour/validator7 is a name of multicast DNS (RFC 6762): it resolves only where DNS servers have such a zone',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at 169.254.169.254',
    change: [['host: 192.0.2.7', 'host: 169.254.169.254']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message:
          'the host 169.254.169.254 of harbour/validator7 is valid on one link only (link-local, RFC 3927); clouds serve metadata there',
        hint: 'ask its owner for the name or address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at enode://abc@192.0.2.7:30303',
    change: [['host: 192.0.2.7', 'host: enode://abc@192.0.2.7:30303']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '58:15',
        message:
          'external[harbour].nodes[validator7].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "enode://abc@192.0.2.7:30303"',
        hint: 'did you mean "192.0.2.7"?',
      },
    ],
  },
  {
    name: 'a node of others at validator7.harbour.example.net.',
    change: [['host: 192.0.2.7', 'host: validator7.harbour.example.net.']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '58:15',
        message:
          'external[harbour].nodes[validator7].host must be a DNS name such as eu.example.com or an IP address: no scheme, no port, got "validator7.harbour.example.net."',
        hint: 'did you mean "validator7.harbour.example.net"?',
      },
    ],
  },
  {
    name: 'a node of others at the host of a node of ours',
    change: [['host: 192.0.2.7', 'host: rpc1.carrier.us.example.com']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message: 'the host rpc1.carrier.us.example.com of harbour/validator7 belongs to our own node carrier/rpc1',
        hint: 'ask its owner for the name or address where others reach it',
      },
    ],
  },
  {
    name: 'a node of others below a domain of ours',
    change: [['host: 192.0.2.7', 'host: harbour.us.example.com']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'warning',
        at: '58:15',
        message:
          'the host harbour.us.example.com of harbour/validator7 is below us.example.com: without a separate DNS record it resolves to our own cluster us',
        hint: 'ask its owner for the name or address where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at the domain of a cluster',
    change: [['host: 192.0.2.7', 'host: eu.example.com']],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'warning',
        at: '58:15',
        message:
          'the host eu.example.com of harbour/validator7 is below eu.example.com: without a separate DNS record it resolves to our own cluster eu',
        hint: 'ask its owner for the name or address where others reach it',
      },
    ],
  },
  {
    name: 'a node of others at a port of ours',
    change: [
      ['domain: us.example.com', 'address: 198.51.100.5'],
      ['host: 192.0.2.7\n        port: 30303', 'host: 198.51.100.5\n        port: 16009'],
    ],
    findings: [
      {
        rule: 'unreachable-address',
        severity: 'error',
        at: '58:15',
        message: '198.51.100.5:16009 of harbour/validator7 is a port of our own cluster us',
        hint: 'ask its owner for the name or address where others reach it',
      },
    ],
  },
  {
    name: 'a domain below another one, away from its hosts',
    change: [['domain: us.example.com', 'domain: us.eu.example.com']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'warning',
        at: '21:13',
        message:
          'the domain us.eu.example.com of cluster us is below eu.example.com, that of cluster eu: without a separate record its names resolve to the Ambassador of eu',
        hint: 'give cluster us a domain that is not below eu.example.com',
      },
    ],
  },
  {
    name: 'a domain above another one',
    change: [['domain: us.example.com', 'domain: example.com']],
    findings: [
      {
        rule: 'cluster-address',
        severity: 'warning',
        at: '13:13',
        message:
          'the domain eu.example.com of cluster eu is below example.com, that of cluster us: without a separate record its names resolve to the Ambassador of us',
        hint: 'give cluster eu a domain that is not below example.com',
      },
    ],
  },
  {
    name: 'the range 203.0.113.7/24',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.7/24]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be the address of a network: it has bits set beyond the prefix, got "203.0.113.7/24"',
        hint: 'write 203.0.113.0/24, or 203.0.113.7/32 for a single address',
      },
    ],
  },
  {
    name: 'the range 0.0.0.1/0',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [0.0.0.1/0]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be the address of a network: it has bits set beyond the prefix, got "0.0.0.1/0"',
        hint: 'write 0.0.0.0/0, or 0.0.0.1/32 for a single address',
      },
    ],
  },
  {
    name: 'the range 10.1.0.0/15',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [10.1.0.0/15]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be the address of a network: it has bits set beyond the prefix, got "10.1.0.0/15"',
        hint: 'write 10.0.0.0/15, or 10.1.0.0/32 for a single address',
      },
    ],
  },
  {
    name: 'the range 203.0.113.7/33',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.7/33]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "203.0.113.7/33"',
        hint: 'write the length of the prefix after "/": 24 for 256 addresses, 32 for one',
      },
    ],
  },
  {
    name: 'the range 203.0.113.0-203.0.113.9',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.0-203.0.113.9]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "203.0.113.0-203.0.113.9"',
        hint: 'write four numbers from 0 to 255, "/" and the length of the prefix',
      },
    ],
  },
  {
    name: 'the range 203.0.113.0/255.255.255.0',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [203.0.113.0/255.255.255.0]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "203.0.113.0/255.255.255.0"',
        hint: 'write the length of the prefix after "/": 24 for 256 addresses, 32 for one',
      },
    ],
  },
  {
    name: 'the range 10.0.0.0/08',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [10.0.0.0/08]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "10.0.0.0/08"',
        hint: 'write the length of the prefix after "/": 24 for 256 addresses, 32 for one',
      },
    ],
  },
  {
    name: 'the range 10.0.0.256/32',
    change: [['sourceRanges: [203.0.113.0/24]', 'sourceRanges: [10.0.0.256/32]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '16:22',
        message:
          'clusters[eu].ambassador.sourceRanges[0] must be a range such as 203.0.113.0/24 or 2001:db8::/48, got "10.0.0.256/32"',
        hint: 'write four numbers from 0 to 255, "/" and the length of the prefix',
      },
    ],
  },
]
