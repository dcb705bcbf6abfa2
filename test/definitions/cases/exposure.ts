import type { Case } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'

/** What can be reached from outside. */
export const exposure: readonly Case[] = [
  { name: 'an endpoint in a cluster without domain', change: [['domain: us.example.com', 'address: 203.0.113.7'], [rpc, '{name: rpc1, role: rpc, expose: [ws, rpc]}']], findings: [] },
  { name: 'a host name that no certificate can have', change: [['domain: us.example.com', `domain: ${'d'.repeat(40)}.example.com`], [rpc, '{name: rpc1, role: rpc, expose: [rpc]}']], findings: [] },
  { name: 'ports that are open to everybody', change: [['      sourceRanges: [203.0.113.0/24]\n', '']], findings: [] },
]
