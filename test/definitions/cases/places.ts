import type { Case } from '../case.ts'

const domain = (text: string): Case['change'] => [['domain: eu.example.com', `domain: ${text}`]]
const host = (text: string): Case['change'] => [['host: 192.0.2.7', `host: ${text}`]]
const ranges = (text: string): Case['change'] => [['sourceRanges: [203.0.113.0/24]', `sourceRanges: [${text}]`]]
const rpc = (text: string): Case['change'] => [['{name: rpc1, role: rpc}', `{name: rpc1, role: rpc, ${text}}`]]
const memory = (text: string): Case['change'] =>
  rpc(`resources: {requests: {memory: ${text}}, limits: {memory: ${text}}}`)
const namespace = (text: string): Case['change'] => [
  ['name: carrier\n    cluster: us', `name: carrier\n    cluster: us\n    namespace: ${text}`],
]

const accept = (name: string, change: Case['change']): Case => ({
  name,
  ...(change === undefined ? {} : { change }),
  findings: [],
})

/** Names, addresses, ranges and amounts that look odd, and are right. */
export const acceptedPlaces: readonly Case[] = [
  ...[
    'eu.internal',
    'eu.test',
    'eu.home.arpa',
    '203-0-113-7.nip.io',
    'xn--mnchen-3ya.example.com',
    'local.example.com',
    'svc.example.com',
  ].map((text) => accept(`the domain ${text}`, domain(text))),
  ...[
    '10.0.0.7',
    '100.64.0.7',
    '223.255.255.254',
    '126.0.0.1',
    '128.0.0.1',
    'a1b2.elb.eu-central-1.amazonaws.com',
    'host.docker.internal',
  ].map((text) => accept(`a node of others at ${text}`, host(text))),
  ...['203.0.113.7/32', '10.0.0.0/8', '192.0.2.128/25', '203.0.113.0/24, 198.51.100.0/24'].map((text) =>
    accept(`the ranges ${text}`, ranges(text)),
  ),
  ...['1e11', '1E11', '"20Gi"', '1.5Gi', '+20Gi', '1073741824', '64Ti', '2e10', '.5Ti', '0.00002Ei'].map((text) =>
    accept(`a volume of ${text}`, rpc(`storage: ${text}`)),
  ),
  ...['1Gi', '1.5Gi', '4294967296', '4G', '2e9', '1Ti'].map((text) => accept(`memory of ${text}`, memory(text))),
  ...['10m', '0.5', '"2"', '64', '0', '250000u'].map((text) =>
    accept(`processors: ${text} requested`, rpc(`resources: {requests: {cpu: ${text}}}`)),
  ),
  accept('processors: at most 250m', rpc('resources: {limits: {cpu: 250m}}')),
  ...['ledger', 'emissary-ledgers', 'defaults', 'kubernetes-ledger', 'amazon-ledger', 'gke-ledger'].map((text) =>
    accept(`the namespace ${text}`, namespace(text)),
  ),
  accept('an Emissary in the namespace default', [
    ['ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', 'existing: {namespace: default}'],
    ['provider: gke', 'provider: kind'],
  ]),
  accept('the highest port of a service', [
    ['ports: 15000-15009', 'ports: 15000-15009\n      authentication: {service: "checker.security:65535"}'],
    [
      '{name: validator4, role: validator, cluster: eu}',
      '{name: validator4, role: validator, cluster: eu}\n      - {name: rpc2, role: rpc, cluster: eu, expose: [rpc]}',
    ],
  ]),
  accept('an annotation without prefix, and one with the longest name', [
    ['ports: 15000-15009', `ports: 15000-15009\n      annotations: {team: ledger, example.com/${'b'.repeat(63)}: x}`],
  ]),
]
