import type { Plan, PlannedRoute } from '../../src/plan/plan.ts'
import type { Fault, FaultReport } from '../../src/platforms/tolerance.ts'

const reach = { exposed: [], none: [], undialled: { nodes: 0, from: [] } }

const fault = (kind: Fault['kind'], name: string, lost: number, margin: number): Fault => ({
  kind,
  name,
  lost,
  margin,
  reach,
  survives: margin >= 0,
  pauses: false,
})

const report = (nodes: number, mayBeDown: number, faults: readonly Fault[]): FaultReport => ({
  summary: `${nodes} validators: the chain goes on while at most ${mayBeDown} are down`,
  consensus: { nodes, mayBeDown, mayLie: mayBeDown },
  faults,
})

/** A change that has a bit of everything: one of each risk, of each kind of object change, routes, records, keys, findings. */
export const smallPlan: Plan = {
  network: 'trade',
  base: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  beforeMerge: [{ text: 'carrier makes the keys of `carrier/rpc2` on this branch', commands: [] }],
  byHand: [
    {
      text: 'Create the DNS record `*.eu.example.org` (A or CNAME) → Service ambassador in namespace trade-ambassador: its hostname',
      commands: [],
    },
    {
      text: 'Create the TLS Secret `ambassador-tls` in `eu`/`trade-ambassador`',
      commands: ['kubectl --context=eu create secret tls ambassador-tls --cert=tls.crt --key=tls.key'],
    },
  ],
  restarts: [{ cluster: 'eu', steps: [['carrier/rpc1'], ['carrier/validator1', 'carrier/validator3']] }],
  jobReasons: ['Vote Jobs come because carrier/validator2 is to be voted out'],
  risks: [
    {
      id: 'quorum',
      severity: 'danger',
      subject: 'carrier/validator2',
      message: 'the chain stops as soon as one more of 3 validators is down',
      hint: 'add a validator first, then vote this one out (`qbft_proposeValidatorVote`)',
      path: ['organizations', 1, 'nodes'],
      place: { file: 'network.yaml', line: 31, column: 5 },
      acknowledge: 'quorum carrier/validator2 0011223344556677',
      acknowledged: false,
    },
    {
      id: 'host-moves',
      severity: 'caution',
      subject: 'eu',
      message: 'rpc1.manufacturer.eu.example.com becomes rpc1.manufacturer.eu.example.org',
      hint: 'tell those who use it: https://eu.example.org',
      path: ['clusters', 0, 'domain'],
      place: { file: 'network.yaml', line: 8, column: 13 },
      acknowledge: 'host-moves eu 8899aabbccddeeff',
      acknowledged: false,
    },
    {
      id: 'storage-shrinks',
      severity: 'danger',
      subject: 'carrier/rpc1',
      message: 'the volume would shrink from 100Gi to 50Gi',
      hint: 'volumes can only grow',
      path: ['organizations', 1, 'nodes', 2, 'storage'],
      place: { file: 'network.yaml', line: 35, column: 40 },
      acknowledge: 'storage-shrinks carrier/rpc1 0123456789abcdef',
      acknowledged: true,
    },
  ],
  roots: [
    {
      cluster: 'eu',
      part: 'carrier',
      changes: [
        {
          action: 'create',
          object: { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'trade-carrier', name: 'rpc2' } },
          differences: [],
          restarts: false,
        },
        {
          action: 'change',
          object: {
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            metadata: { namespace: 'trade-carrier', name: 'rpc1' },
          },
          differences: [
            {
              field: 'spec.template.spec.containers[name="node"].image',
              before: 'hyperledger/besu:26.8.0',
              after: 'hyperledger/besu:26.9.0',
            },
            { field: 'spec.template.spec.containers[name="node"].env', after: '[{"name":"A","value":"1|2"}]' },
          ],
          restarts: true,
        },
        {
          action: 'change',
          object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'trade-carrier', name: 'peers' } },
          differences: [
            { field: 'data[peers.txt]', before: '3 lines', after: '3 lines', lines: ['- enode://a', '+ enode://b'] },
          ],
          restarts: false,
        },
        {
          action: 'change',
          object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'trade-carrier', name: 'rpc1-peers' } },
          differences: [{ field: 'data.names', before: '3 lines', after: '4 lines' }],
          restarts: false,
          peers: { added: ['carrier/rpc2'], removed: ['carrier/validator2'], moved: [] },
        },
        {
          action: 'delete',
          object: {
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            metadata: { namespace: 'trade-carrier', name: 'validator2' },
          },
          differences: [],
          restarts: false,
        },
        {
          action: 'stay',
          object: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { namespace: 'trade-carrier', name: 'data-validator2' },
          },
          differences: [],
          restarts: false,
        },
      ],
      routine: [{ text: 'metadata.labels[app.kubernetes.io/version]: 26.8.0 → 26.9.0', objects: 12 }],
    },
    {
      cluster: 'us',
      part: 'ambassador',
      changes: [
        {
          action: 'create',
          object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'trade-ambassador' } },
          differences: [],
          restarts: false,
        },
      ],
      routine: [],
    },
  ],
  routes: {
    added: [{ cluster: 'eu', node: 'carrier/rpc2', endpoint: 'rpc', url: 'https://rpc2.carrier.eu.example.org/' }],
    removed: [
      { cluster: 'eu', node: 'carrier/validator2', endpoint: 'p2p', url: 'validator2.carrier.eu.example.com:15003' },
    ],
  },
  dnsRecords: {
    added: [
      {
        cluster: 'eu',
        name: '*.eu.example.org',
        type: 'A or CNAME',
        target: 'Service ambassador in namespace trade-ambassador: its hostname',
      },
    ],
    removed: [],
  },
  tolerance: {
    before: report(4, 1, [fault('organization', 'carrier', 2, -1), fault('cluster', 'us', 1, 0)]),
    after: report(3, 0, [fault('organization', 'carrier', 1, -1), fault('cluster', 'us', 1, -1)]),
  },
  madeOnMerge: ['node key carrier/rpc2'],
  findings: [
    {
      rule: 'open-to-all',
      severity: 'warning',
      message: 'the ports of "eu" are open to the whole internet',
      hint: 'list the other clusters in `ambassador.sourceRanges`',
      place: { file: 'network.yaml', line: 6, column: 5 },
    },
    {
      rule: 'concentration',
      severity: 'warning',
      message: 'cluster eu holds 2 of 3 validators',
      hint: 'spread them',
      place: { file: 'network.yaml', line: 7, column: 5 },
      known: true,
    },
  ],
  topology: 'flowchart TB\n  subgraph c0["eu (eks): eu.example.org"]\n    n0["rpc1"]:::r0\n  end\n',
  topologyChanged: true,
}

/** A network that is new and has no risks. */
export const newPlan: Plan = {
  network: smallPlan.network,
  unsearched: 'new-network',
  label: { counts: false },
  beforeMerge: [],
  byHand: [],
  restarts: [],
  jobReasons: [],
  risks: [],
  roots: smallPlan.roots.slice(1),
  routes: { added: [], removed: [] },
  dnsRecords: { added: [], removed: [] },
  tolerance: { after: smallPlan.tolerance.after },
  madeOnMerge: [],
  findings: [],
  topology: smallPlan.topology,
  topologyChanged: true,
}

/** The same with as many objects, risks, routes and findings as a very large network has. */
export const largePlan = (times: number): Plan => {
  const many = <Item>(items: readonly Item[]): Item[] => Array.from({ length: times }, () => items).flat()
  const each = <Item>(items: readonly Item[], other: (item: Item, at: number) => Item): Item[] =>
    Array.from({ length: times }, (_, at) => items.map((item) => other(item, at))).flat()
  const { risks, roots, routes, findings, madeOnMerge } = smallPlan
  const otherRoute = (route: PlannedRoute, at: number) => ({ ...route, url: `${route.url}${at}` })
  return {
    ...smallPlan,
    risks: many(risks.slice(0, 1)),
    roots: roots.map((root) => ({
      ...root,
      changes: each(root.changes, (change, at) => {
        const { metadata } = change.object
        return { ...change, object: { ...change.object, metadata: { ...metadata, name: `${metadata.name}${at}` } } }
      }),
    })),
    routes: { added: each(routes.added, otherRoute), removed: each(routes.removed, otherRoute) },
    madeOnMerge: each(madeOnMerge, (label, at) => `${label}${at}`),
    findings: each(findings, (finding, at) => ({ ...finding, message: `${finding.message} ${at}` })),
  }
}
