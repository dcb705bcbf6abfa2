import { ambassadorReplaced, type RiskCase } from '../case.ts'

/** Addresses, ports, and who may connect. */
export const addresses: readonly RiskCase[] = [
  {
    name: 'another domain',
    edits: [['eu.example.com', 'europe.example.com']],
    risks: [
      {
        risk: 'danger host-changed eu 14:13',
        message:
          'eu is reached at europe.example.com instead of eu.example.com: the address of 3 nodes changes, and nodes elsewhere dial the old one until they restart',
        hint: 'let eu.example.com also resolve to the Ambassador until every node elsewhere has restarted, and tell the external parties',
      },
    ],
  },
  {
    name: 'an address in place of a domain',
    edits: [['domain: eu.example.com', 'address: 203.0.113.7']],
    risks: [
      {
        risk: 'danger host-changed eu 14:14',
        message:
          'eu is reached at 203.0.113.7 instead of eu.example.com: the address of 3 nodes changes, and nodes elsewhere dial the old one until they restart',
        hint: 'let eu.example.com also resolve to the Ambassador until every node elsewhere has restarted, and tell the external parties',
      },
    ],
  },
  {
    name: 'another domain, with nobody elsewhere',
    given: 'alone',
    edits: [['us.example.com', 'america.example.com']],
    risks: [
      {
        risk: 'caution host-changed us 9:13',
        message:
          'us is reached at america.example.com instead of us.example.com: the address of 1 node changes, and no node runs elsewhere, so only clients notice',
        hint: 'let us.example.com also resolve to the Ambassador until every node elsewhere has restarted',
      },
    ],
  },
  {
    name: 'another host of an external node',
    edits: [['v7.bank.example.net', 'v7.bank.example.org']],
    risks: [
      {
        risk: 'caution peer-address-changed bank/v7 46:15',
        message:
          'bank/v7 is dialled at v7.bank.example.org:30303 instead of v7.bank.example.net:30303: our nodes dial the old address until they restart',
        hint: 'ask its owner to keep the old address until then, and restart our nodes one after the other',
      },
    ],
  },
  {
    name: 'a pinned port',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, port: 15040}']],
    risks: [
      {
        risk: 'danger port-changed maker/desk/p2p 35:39',
        message:
          'the port of maker/desk (p2p) at the Ambassador of eu is 15040 instead of 15000: nodes elsewhere dial the old one until they restart',
        hint: 'remove `port:`, and 15000 stays; or have the new port opened and tell those who dial it',
      },
    ],
  },
  {
    name: 'the port that it has already, pinned',
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc, port: 15000}']],
    risks: [],
  },
  {
    name: 'a larger pool of ports',
    edits: [['15000-15049', '15000-15099']],
    risks: [
      {
        risk: 'caution port-pool-changed eu 15:38',
        message: 'the ports of the Ambassador of eu are 15000-15099 instead of 15000-15049',
        hint: 'have firewalls opened for the new range before a node gets a port of it; nodes that have a port keep it',
      },
    ],
  },
  {
    name: 'one pod of the Ambassador',
    edits: [['replicas: 2', 'replicas: 1']],
    risks: [
      {
        risk: 'caution ambassador-alone eu 15:28',
        message: 'the Ambassador of eu has 1 pod instead of 2: each restart of that pod cuts every link through it',
        hint: 'keep two: a ledger may stop until its nodes have reconnected',
      },
    ],
  },
  {
    name: 'an internal load balancer, with fixed addresses',
    edits: [['replicas: 2', 'visibility: internal, addresses: [10.0.0.7]']],
    risks: [
      {
        risk: 'danger ambassador-republished eu 15:30',
        message:
          'the Ambassador of eu is reached in another way (visibility: internal instead of public; addresses: 10.0.0.7 instead of none): its address may change, and until names and firewalls follow nobody reaches eu',
        hint: 'do it while the ledger may stop, or while the other clusters can do without this one; a Service whose class changes has to be deleted first',
      },
    ],
  },
  {
    name: 'the PROXY protocol',
    edits: [['replicas: 2', 'proxyProtocol: true']],
    risks: [
      {
        risk: 'danger ambassador-republished eu 15:33',
        message:
          'the Ambassador of eu is reached in another way (proxyProtocol: true instead of false): its address may change, and until names and firewalls follow nobody reaches eu',
        hint: 'do it while the ledger may stop, or while the other clusters can do without this one; a Service whose class changes has to be deleted first',
      },
    ],
  },
  {
    name: 'another node where clients dial machines',
    given: [['replicas: 2', 'publish: hostPort']],
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc}\n      - {name: clerk, role: rpc}']],
    risks: [],
  },
  {
    name: 'a larger size of the Ambassador',
    edits: [['replicas: 2', 'replicas: 2, size: medium']],
    risks: [ambassadorReplaced('eu 15:17', 'resources')],
  },
  {
    name: 'the first exposed endpoint where clients dial machines',
    given: [['replicas: 2', 'publish: hostPort']],
    edits: [['{name: desk, role: rpc}', '{name: desk, role: rpc}\n      - {name: clerk, role: rpc, expose: [rpc]}']],
    risks: [
      ambassadorReplaced('eu 15:17', 'ports', { order: 'one machine after the other' }),
      {
        risk: 'caution endpoint-exposed maker/clerk/rpc 36:42',
        message:
          'rpc of maker/clerk becomes reachable from outside at https://clerk.maker.eu.example.com/, for 203.0.113.0/24',
        hint: 'the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of eu',
      },
    ],
  },
  {
    name: 'a larger pool of ports where clients dial machines',
    given: [['replicas: 2', 'publish: hostPort']],
    edits: [['15000-15049', '15000-15099']],
    risks: [
      ambassadorReplaced('eu 15:17', 'ports', { order: 'one machine after the other' }),
      {
        risk: 'caution port-pool-changed eu 15:44',
        message: 'the ports of the Ambassador of eu are 15000-15099 instead of 15000-15049',
        hint: 'have firewalls opened for the new range before a node gets a port of it; nodes that have a port keep it',
      },
    ],
  },
  { name: 'three pods of the Ambassador', edits: [['replicas: 2', 'replicas: 3']], risks: [] },
  {
    name: 'one more range',
    edits: [['[203.0.113.0/24]', '[203.0.113.0/24, 198.51.100.0/25]']],
    risks: [
      {
        risk: 'caution source-ranges-widened eu 15:65',
        message: 'who may connect to eu: 198.51.100.0/25, 203.0.113.0/24, before 203.0.113.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
    ],
  },
  {
    name: 'the same range in two halves',
    edits: [['[203.0.113.0/24]', '[203.0.113.128/25, 203.0.113.0/25]']],
    risks: [],
  },
  {
    name: 'a wider range',
    edits: [['[203.0.113.0/24]', '[203.0.0.0/16]']],
    risks: [
      {
        risk: 'caution source-ranges-widened eu 15:65',
        message: 'who may connect to eu: 203.0.0.0/16, before 203.0.113.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
    ],
  },
  {
    name: 'a narrower range',
    edits: [['[203.0.113.0/24]', '[203.0.113.0/25]']],
    risks: [
      {
        risk: 'caution source-ranges-narrowed eu 15:65',
        message:
          'who may connect to eu: 203.0.113.0/25, before 203.0.113.0/24; nodes and clients with other addresses are refused',
        hint: 'be sure that no other cluster and no external party connects from there',
      },
    ],
  },
  {
    name: 'another range',
    edits: [['[203.0.113.0/24]', '[192.0.2.0/24]']],
    risks: [
      {
        risk: 'caution source-ranges-narrowed eu 15:65',
        message:
          'who may connect to eu: 192.0.2.0/24, before 203.0.113.0/24; nodes and clients with other addresses are refused',
        hint: 'be sure that no other cluster and no external party connects from there',
      },
      {
        risk: 'caution source-ranges-widened eu 15:65',
        message: 'who may connect to eu: 192.0.2.0/24, before 203.0.113.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
    ],
  },
  {
    name: 'no ranges',
    edits: [[', sourceRanges: [203.0.113.0/24]', '']],
    risks: [
      {
        risk: 'danger source-ranges-widened eu 15:17',
        message: 'who may connect to eu: everyone, before 203.0.113.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
    ],
  },
  {
    name: 'everybody, in two ranges',
    edits: [['[203.0.113.0/24]', '[0.0.0.0/1, 128.0.0.0/1]']],
    risks: [
      {
        risk: 'danger source-ranges-widened eu 15:65',
        message: 'who may connect to eu: everyone, before 203.0.113.0/24',
        hint: 'it holds for every port of the Ambassador: let in the other clusters and known clients, and nobody else',
      },
    ],
  },
  {
    name: 'a pinned port, with nobody elsewhere',
    given: 'alone',
    edits: [['{name: v2, role: validator}', '{name: v2, role: validator, port: 15040}']],
    risks: [
      {
        risk: 'caution port-changed carrier/v2/p2p 16:43',
        message:
          'the port of carrier/v2 (p2p) at the Ambassador of us is 15040 instead of 15000: no node runs elsewhere',
        hint: 'remove `port:`, and 15000 stays; or have the new port opened and tell those who dial it',
      },
    ],
  },
]
