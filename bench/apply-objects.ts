import { Buffer } from 'node:buffer'
import type { KubernetesObject } from '../src/cluster/objects.ts'
import { random } from './network.ts'

/** The network that all objects belong to, and the namespace of its Ambassador. */
export const network = 'benchmark'
export const ambassadorNamespace = `${network}-ambassador`

const labels = { 'app.kubernetes.io/managed-by': 'chancery', 'app.kubernetes.io/part-of': network }

/** How many objects a node has. */
const each = 8

/** As many nodes as an organization has here; each organization has a namespace. */
const together = 25

/** So long a list of peers makes the objects of a node 2 KB on average, as YAML. */
const peersEach = 63

/** Namespaces of that many objects. They are there before anything is measured. */
export const namespacesOf = (count: number): KubernetesObject[] =>
  [ambassadorNamespace, ...range(Math.ceil(count / each / together)).map((at) => organization(at * together))].map(
    (name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }),
  )

/**
 * That many objects of the kinds that rendering gives, in its proportions, 2 KB each on average: lists of peers are long,
 * Services short. Without what makes a cluster busy by itself, which would be measured instead of who applies: workloads,
 * volumes, and addresses and endpoints of Services, which take a server three times as long as all the rest of them.
 */
export const objectsOf = (count: number): KubernetesObject[] =>
  range(Math.ceil(count / each))
    .flatMap((node) => objectsOfNode(node))
    .slice(0, count)

function objectsOfNode(node: number): KubernetesObject[] {
  const name = nameOf(node)
  const own = { 'app.kubernetes.io/name': 'besu', 'app.kubernetes.io/instance': name }
  const object = (apiVersion: string, kind: string, suffix: string, fields: object): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { name: `${name}${suffix}`, namespace: organization(node), labels: { ...labels, ...own } },
    ...fields,
  })
  const service = (suffix: string, ports: readonly object[]): KubernetesObject =>
    object('v1', 'Service', suffix, { spec: { clusterIP: 'None', ports } })
  return [
    object('v1', 'ConfigMap', '-config', { data: { 'besu.toml': configuration(node) } }),
    object('v1', 'ConfigMap', '-peers', { data: { 'static-nodes.json': peers(node) } }),
    object('v1', 'Secret', '-keys', { data: { nodekey: base64(hex(`key ${node}`, 32)) } }),
    object('v1', 'ServiceAccount', '', { automountServiceAccountToken: false }),
    service('', [{ name: 'p2p', port: 30303, targetPort: 'p2p', protocol: 'TCP' }]),
    service('-rpc', [
      { name: 'rpc', port: 8545, targetPort: 'rpc', protocol: 'TCP', appProtocol: 'http' },
      { name: 'metrics', port: 9545, targetPort: 'metrics', protocol: 'TCP', appProtocol: 'http' },
    ]),
    object('networking.k8s.io/v1', 'NetworkPolicy', '-clients', {
      spec: {
        podSelector: { matchLabels: own },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': ambassadorNamespace } } }],
            ports: [8545, 8546].map((port) => ({ port, protocol: 'TCP' })),
          },
        ],
      },
    }),
    {
      apiVersion: 'getambassador.io/v3alpha1',
      kind: 'TCPMapping',
      metadata: { name: `p2p.${name}`, namespace: ambassadorNamespace, labels },
      spec: { ambassador_id: [network], port: 15000 + node, service: `${name}.${organization(node)}:30303` },
    },
  ]
}

const nameOf = (node: number): string => `node${node + 1}`

const organization = (node: number): string => `${network}-organization${Math.floor(node / together) + 1}`

const configuration = (node: number): string =>
  [
    'data-path = "/data"',
    'genesis-file = "/etc/besu/genesis/genesis.json"',
    'node-private-key-file = "/etc/besu/key/nodekey"',
    'static-nodes-file = "/etc/besu/peers/static-nodes.json"',
    'p2p-port = 30303',
    'discovery-enabled = false',
    `identity = "${nameOf(node)}"`,
    'rpc-http-enabled = true',
    'rpc-http-api = [ "ETH", "NET", "WEB3" ]',
    'metrics-enabled = true',
    '',
  ].join('\n')

function peers(node: number): string {
  const others = range(peersEach).map((at) => node + at + 1)
  const enodes = others.map(
    (at) => `enode://${hex(`enode ${at}`, 64)}@${nameOf(at)}.${organization(at)}.svc.cluster.local:30303`,
  )
  return `${JSON.stringify(enodes, null, 2)}\n`
}

const hex = (purpose: string, length: number): string => Buffer.from(random(purpose, length)).toString('hex')

const base64 = (text: string): string => Buffer.from(text).toString('base64')

const range = (length: number): number[] => Array.from({ length }, (_, at) => at)
