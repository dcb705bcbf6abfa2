import { bech32 } from '@scure/base'
import { seededRandom } from '../src/material/random.ts'

export interface Size {
  readonly nodes: number
  readonly validators: number
  readonly organizations: number
  readonly clusters: number
}

/** Every node and every cluster of these networks follows from this: each run measures the same bytes. */
export const random = seededRandom('chancery benchmark')

/** Every tenth node that is no validator serves clients outside. */
const exposedEvery = 10

/** Every fourth node of an organization runs in the cluster after its home. */
const abroadEvery = 4

/**
 * The text of a network.yaml: validators first, then rpc nodes, dealt out to the organizations in turn. `chainId` may be one
 * that the rules refuse.
 */
export function networkText(size: Size, chainId = 20261123): string {
  const { clusters, organizations } = size
  return [
    'version: 1',
    'name: benchmark',
    'platform: besu',
    'platformVersion: 26.8.0',
    '',
    'genesis:',
    `  chainId: ${chainId}`,
    '  blockPeriodSeconds: 2',
    '  requestTimeoutSeconds: 4',
    '',
    'clusters:',
    ...count(clusters).flatMap(clusterLines),
    '',
    'organizations:',
    ...count(organizations).flatMap((at) => organizationLines(size, at)),
    '',
  ].join('\n')
}

const count = (length: number): number[] => Array.from({ length }, (_, at) => at)

const clusterName = (at: number): string => `cluster${at + 1}`

const clusterLines = (at: number): string[] => [
  `  - name: ${clusterName(at)}`,
  '    provider: kubernetes',
  `    domain: ${clusterName(at)}.benchmark.example.com`,
  '    ambassador:',
  '      ports: 15000-15999',
  '      sourceRanges: [203.0.113.0/24, 198.51.100.0/24]',
  '    storageClass: fast',
  `    recipients: [${recipient(clusterName(at))}]`,
]

function organizationLines({ nodes, validators, organizations, clusters }: Size, at: number): string[] {
  const own = count(nodes).filter((node) => node % organizations === at)
  return [
    `  - name: organization${at + 1}`,
    `    cluster: ${clusterName(at % clusters)}`,
    `    subject: {country: DE, locality: Hamburg, organization: Organization ${at + 1} GmbH}`,
    `    recoveryRecipients: [${recipient(`organization${at + 1}`)}]`,
    '    nodes:',
    ...own.map((node, index) => {
      const abroad = index % abroadEvery === abroadEvery - 1 ? [`cluster: ${clusterName((at + 1) % clusters)}`] : []
      const fields = node < validators ? validatorFields(node, nodes) : rpcFields(node, node - validators)
      return `      - {${[...fields, ...abroad].join(', ')}}`
    }),
  ]
}

const validatorFields = (node: number, nodes: number): string[] => [
  `name: validator${node + 1}`,
  'role: validator',
  'storage: 50Gi',
  // Everybody connects to every validator, and Besu drops what is above this.
  ...(nodes > 100 ? [`settings: {max-peers: ${nodes + 100}}`] : []),
]

const rpcFields = (node: number, index: number): string[] => [
  `name: rpc${node + 1}`,
  'role: rpc',
  'storage: 100Gi',
  'resources: {requests: {cpu: "1", memory: 4Gi}, limits: {memory: 8Gi}}',
  ...(index % exposedEvery === 0 ? ['expose: [rpc, ws]'] : []),
]

/** An age recipient whose private half nobody has: any 32 bytes are a public key of X25519. */
const recipient = (name: string): string => bech32.encode('age', bech32.toWords(random(`recipient ${name}`, 32)))
