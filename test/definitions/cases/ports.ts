import type { Case } from '../case.ts'

/** The pool of ports, and ports that are pinned. */
export const ports: readonly Case[] = [
  {
    name: 'a pool that is upside down',
    change: [['15000-15009', '15000-14000']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '15:14',
        message: 'ports 15000-14000 of cluster eu: the first port is higher than the last',
        hint: 'write the lower port first, and none above 65535',
      },
    ],
  },
  {
    name: 'a pool of one port, as a number',
    change: [['15000-15009', '15000']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:14',
        message: 'clusters[eu].ambassador.ports must be text, got 15000',
        hint: 'write a range of ports such as 15000-15049',
      },
    ],
  },
  {
    name: 'a pool with spaces',
    change: [['15000-15009', '15000 - 15009']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:14',
        message: 'clusters[eu].ambassador.ports must be a range of ports such as 15000-15049, got "15000 - 15009"',
      },
    ],
  },
  {
    name: 'a pool with a dash',
    change: [['15000-15009', '15000–15009']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:14',
        message: 'clusters[eu].ambassador.ports must be a range of ports such as 15000-15049, got "15000–15009"',
      },
    ],
  },
  {
    name: 'a pool as a list',
    change: [['15000-15009', '[15000, 15009]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '15:14',
        message: 'clusters[eu].ambassador.ports must be text, got a list',
        hint: 'Pool of TCP ports, from 1024 on',
      },
    ],
  },
  {
    name: 'a pool below 1024',
    change: [['15000-15009', '443-15009']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '15:14',
        message: 'ports 443-15009 of cluster eu: the range begins below 1024',
        hint: 'the Ambassador runs without privileges and cannot open ports below 1024: use a range such as 15000-15049',
      },
    ],
  },
  {
    name: 'a pool above 65535',
    change: [['15000-15009', '65530-65540']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '15:14',
        message: 'ports 65530-65540 of cluster eu: the last port is above 65535',
        hint: 'write the lower port first, and none above 65535',
      },
    ],
  },
  {
    name: 'a pool that is too small',
    change: [['16000-16009', '16000-16001']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '23:14',
        message: 'cluster us needs 3 ports, more than 16000-16001 has free',
        hint: 'widen the pool (ambassador.ports); ports that the Ambassador itself needs do not count',
      },
    ],
  },
  {
    name: 'a pool of ports that are taken',
    change: [['16000-16009', '8003-8006']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '23:14',
        message: 'cluster us needs 3 ports, more than 8003-8006 has free',
        hint: 'widen the pool (ambassador.ports); ports that the Ambassador itself needs do not count',
      },
    ],
  },
  {
    name: 'a port outside of the pool',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 15001}']],
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '39:39',
        message: 'port 15001 of carrier/rpc1/p2p is outside 16000-16009, the ports of cluster us',
        hint: 'use a port of the pool, widen the pool (ambassador.ports), or remove the port and let Chancery choose',
      },
    ],
  },
  {
    name: "an HTTP Listener's port",
    change: [
      ['16000-16009', '8400-8500'],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 8443}'],
    ],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'error',
        at: '39:39',
        message: 'port 8443 of carrier/rpc1/p2p belongs to the HTTPS Listener of the Ambassador',
        hint: 'Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose',
      },
    ],
  },
  {
    name: "Emissary's own port",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 8877}']],
    findings: [
      {
        rule: 'port-reserved',
        severity: 'error',
        at: '39:39',
        message: "port 8877 of carrier/rpc1/p2p belongs to Emissary's administration",
        hint: 'Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose',
      },
    ],
  },
  {
    name: 'one port for two nodes',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16001}'],
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, port: 16001}'],
    ],
    findings: [
      {
        rule: 'port-collision',
        severity: 'error',
        at: '37:51',
        message: 'carrier/rpc1/p2p and carrier/validator3/p2p both have port 16001 of cluster us',
        hint: 'Emissary would silently split connections between the two: give one of them another port',
      },
    ],
  },
  {
    name: "a port that is another node's in the lock",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16001}']],
    lock: 'version: 1\nports:\n  us:\n    carrier/validator3/p2p: 16001\nmaterial: {}\n',
    findings: [
      {
        rule: 'port-collision',
        severity: 'error',
        at: '39:39',
        message: 'carrier/rpc1/p2p and carrier/validator3/p2p both have port 16001 of cluster us',
        hint: 'Emissary would silently split connections between the two: give one of them another port',
      },
    ],
  },
  {
    name: 'one port twice in the lock',
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 16001\n    carrier/validator3/p2p: 16001\nmaterial: {}\n',
    findings: [
      {
        rule: 'port-collision',
        severity: 'error',
        at: '37:9',
        message: 'carrier/rpc1/p2p and carrier/validator3/p2p both have port 16001 of cluster us',
        hint: 'Emissary would silently split connections between the two: give one of them another port',
      },
    ],
  },
  {
    name: 'a pool that moved away from the lock',
    change: [['16000-16009', '17000-17009']],
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 16001\nmaterial: {}\n',
    findings: [
      {
        rule: 'port-pool',
        severity: 'error',
        at: '39:9',
        message:
          'carrier/rpc1/p2p holds port 16001 (network.lock.yaml), which is outside 17000-17009, the ports of cluster us',
        hint: 'other parties dial this port: keep it in the pool (ambassador.ports), or move the node on purpose with `port:`',
      },
    ],
  },
  {
    name: 'a port in the lock that is reserved',
    change: [['16000-16009', '8000-8100']],
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 8080\nmaterial: {}\n',
    findings: [
      {
        rule: 'port-reserved',
        severity: 'error',
        at: '39:9',
        message:
          'carrier/rpc1/p2p holds port 8080 (network.lock.yaml), which belongs to the HTTP Listener of the Ambassador',
        hint: 'the port cannot work there: pin another port of the pool with `port:`, and tell the parties that dial it',
      },
    ],
  },
  {
    name: 'more ports than a load balancer opens',
    change: (good) =>
      good
        .replace('15000-15009', '15000-15099')
        .replace(
          '      - {name: validator1, role: validator}\n',
          (line) => line + Array.from({ length: 47 }, (_, at) => `      - {name: rpc${at + 1}, role: rpc}\n`).join(''),
        ),
    findings: [
      {
        rule: 'port-limit',
        severity: 'error',
        at: '11:5',
        message: 'cluster eu would open 49 ports besides 80 and 443: a load balancer of Amazon EKS opens at most 50',
        hint: 'spread the nodes over more clusters',
      },
    ],
  },
]
