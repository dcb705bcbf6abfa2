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

const many = (nodes: number, ranges: number, extra = 'replicas: 2'): Case['change'] => [
  [
    'ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]',
    `ports: 15000-15059\n      sourceRanges: [${Array.from({ length: ranges }, (_, at) => `198.51.100.${at * 8}/29`).join(', ')}]\n      ${extra}`,
  ],
  [
    '{name: validator4, role: validator, cluster: eu}',
    [
      '{name: validator4, role: validator, cluster: eu}',
      ...Array.from({ length: nodes - 2 }, (_, at) => `      - {name: r${at}, role: rpc, cluster: eu}`),
    ].join('\n'),
  ],
]

const onMachine = [
  ['provider: eks', 'provider: kind'],
  ['    storageClass: gp3\n', ''],
  ['provider: gke', 'provider: kind'],
  ['      ports: 15000-15009\n      sourceRanges: [203.0.113.0/24]', '      ports: 15000-15009'],
  ['      ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', '      ports: 16000-16009'],
] as const

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
  ...(
    [
      [8, 7],
      [10, 6],
      [30, 2],
    ] as const
  ).map(([nodes, ranges]) => accept(`a security group with ${nodes * ranges} rules`, many(nodes, ranges))),
  accept(
    'a security group of their own',
    many(
      9,
      8,
      'annotations: {service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1, service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules: "true"}',
    ),
  ),
  accept('many ranges with hostPort, which a network policy holds', many(9, 8, 'publish: hostPort')),
  accept('an address with Amazon, and the Elastic IP of it', [
    ['domain: eu.example.com', 'address: 203.0.113.7'],
    ['ports: 15000-15009', 'ports: 15000-15009\n      addresses: [eipalloc-0a1b2c3d4e5f60718]'],
  ]),
  accept('an address with Amazon, of its machines', [
    ['domain: eu.example.com', 'address: 203.0.113.7'],
    ['ports: 15000-15009', 'ports: 15000-15009\n      publish: hostPort'],
  ]),
  accept('an address that is translated to one inside', [
    ['domain: us.example.com', 'address: 203.0.113.7'],
    ['ports: 16000-16009', 'ports: 16000-16009\n      addresses: [10.0.0.8]'],
  ]),
  accept('one pod of the Ambassador with kind', [
    ['provider: gke', 'provider: kind'],
    ['ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', 'replicas: 1'],
  ]),
  accept('replicas of an Ambassador', [['ports: 15000-15009', 'ports: 15000-15009\n      replicas: 3']]),
  accept('sizes of everything', [
    ['platform: besu\n', 'platform: besu\nsize: medium\n'],
    ['ports: 15000-15009', 'ports: 15000-15009\n      size: large\n      resources: {limits: {memory: 3Gi}}'],
    ['  - name: manufacturer\n', '  - name: manufacturer\n    size: small\n'],
    ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, size: large}'],
  ]),
  accept('annotations of its own cloud, and of none', [
    [
      'ports: 15000-15009',
      'ports: 15000-15009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-name: ledger, external-dns.alpha.kubernetes.io/ttl: "60", example.com/team: a}',
    ],
  ]),
  accept('annotations of MetalLB with K3s', [
    ['provider: gke', 'provider: k3s'],
    ['ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', 'annotations: {metallb.io/address-pool: ledgers}'],
  ]),
  accept('annotations of a cloud on machines that are no part of its service', [
    ['provider: gke', 'provider: kubernetes'],
    [
      'ports: 16000-16009',
      'ports: 16000-16009\n      annotations: {service.beta.kubernetes.io/aws-load-balancer-type: nlb}',
    ],
  ]),
  accept('K3s without exposed nodes', [
    ['provider: gke', 'provider: k3s'],
    ['      ports: 16000-16009\n      sourceRanges: [198.51.100.0/24]', '      ports: 16000-16009'],
  ]),
  accept('a storage class made anew, with a name of its own', [
    ['storageClass: gp3', 'storageClass: ledger\n    createStorageClass: true'],
  ]),
  accept('a storage class with the name of gp3, made anew', [
    ['storageClass: gp3', 'storageClass: gp3\n    createStorageClass: true'],
  ]),
  accept('a storage class that only its owner knows', [['storageClass: gp3', 'storageClass: fast-disks']]),
  accept('contexts of their own', [
    ['storageClass: gp3', 'storageClass: gp3\n    context: prod eu'],
    ['domain: us.example.com', 'domain: us.example.com\n    context: arn:aws:eks:us-east-1:1:cluster/prod'],
  ]),
  ...['registry.example.com:5000/a_b/c--d', 'docker.io', 'localhost:5000/mirror', '[2001:db8::7]:5000/mirror'].map(
    (text) =>
      accept(`the mirror ${text}`, [
        ['version: 1', `version: 1\nimages: {registry: "${text}"}`],
        ...(text.startsWith('localhost') ? onMachine : []),
      ]),
  ),
  accept('a range with nearly half of all addresses', ranges('0.0.0.0/2')),
]
