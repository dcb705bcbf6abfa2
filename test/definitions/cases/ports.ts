import type { Case } from '../case.ts'

/** The pool of ports, and ports that are pinned. */
export const ports: readonly Case[] = [
  { name: 'a pool that is upside down', change: [['15000-15009', '15000-14000']], findings: [] },
  { name: 'a pool of one port, as a number', change: [['15000-15009', '15000']], findings: [] },
  { name: 'a pool with spaces', change: [['15000-15009', '15000 - 15009']], findings: [] },
  { name: 'a pool with a dash', change: [['15000-15009', '15000–15009']], findings: [] },
  { name: 'a pool as a list', change: [['15000-15009', '[15000, 15009]']], findings: [] },
  { name: 'a pool below 1024', change: [['15000-15009', '443-15009']], findings: [] },
  { name: 'a pool above 65535', change: [['15000-15009', '65530-65540']], findings: [] },
  { name: 'a pool that is too small', change: [['16000-16009', '16000-16001']], findings: [] },
  { name: 'a pool of ports that are taken', change: [['16000-16009', '8003-8006']], findings: [] },
  { name: 'a port outside of the pool', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 15001}']], findings: [] },
  { name: "an HTTP Listener's port", change: [['16000-16009', '8400-8500'], ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 8443}']], findings: [] },
  { name: "Emissary's own port", change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 8877}']], findings: [] },
  { name: 'one port for two nodes', change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16001}'], ['{name: validator3, role: validator}', '{name: validator3, role: validator, port: 16001}']], findings: [] },
  {
    name: "a port that is another node's in the lock",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16001}']],
    lock: 'version: 1\nports:\n  us:\n    carrier/validator3/p2p: 16001\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'one port twice in the lock',
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 16001\n    carrier/validator3/p2p: 16001\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'a pool that moved away from the lock',
    change: [['16000-16009', '17000-17009']],
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 16001\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'a port in the lock that is reserved',
    change: [['16000-16009', '8000-8100']],
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 8080\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'more ports than a load balancer opens',
    change: (good) => good.replace('15000-15009', '15000-15099').replace('      - {name: validator1, role: validator}\n', (line) => line + Array.from({ length: 47 }, (_, at) => `      - {name: rpc${at + 1}, role: rpc}\n`).join('')),
    findings: [],
  },
]
