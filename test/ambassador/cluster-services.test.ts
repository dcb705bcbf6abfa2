import { load, loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { toText } from '../../src/file-content.ts'
import { readInput, renderFiles } from '../golden/cases.ts'

interface Policy {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly podSelector: object
    readonly egress?: readonly object[]
    readonly ingress?: readonly object[]
  }
}

/** Policies of the case single-cluster with more fields: of the organization's DNS, and of the Ambassador by name. */
async function policiesWith(cluster: string, top = '') {
  const definition = (await readInput('single-cluster')).get('network.yaml') ?? ''
  const { tree } = await renderFiles('single-cluster', {
    'network.yaml': `${definition.replace('provider: kind', `provider: kind\n    ${cluster}`)}\n${top}`,
  })
  const textOf = (path: string): string => toText(tree.get(`deploy/clusters/laptop/${path}`) ?? '')
  const ambassador = loadAll(textOf('ambassador/network-policy.yaml')) as Policy[]
  const nodes = loadAll(textOf('acme/network-policy.yaml')) as Policy[]
  return {
    dns: (load(textOf('acme/dns-policy.yaml')) as Policy).spec.egress,
    ambassador: new Map(ambassador.map(({ metadata, spec }) => [metadata.name, spec])),
    nodes: new Map(nodes.map(({ metadata, spec }) => [metadata.name, spec])),
  }
}

const ports = (port: number) => ['UDP', 'TCP'].map((protocol) => ({ port, protocol }))
const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } })

test('DNS elsewhere is what the definition says, for organizations and the Ambassador', async () => {
  const labels = 'dns.operator.openshift.io/daemonset-dns'
  const { dns, ambassador } = await policiesWith(
    `dns: {namespace: openshift-dns, labels: {${labels}: default}, port: 5353, addresses: [10.32.0.10/32]}`,
  )
  expect(dns).toEqual([
    {
      to: [{ ...namespace('openshift-dns'), podSelector: { matchLabels: { [labels]: 'default' } } }],
      ports: ports(5353),
    },
    { to: [{ ipBlock: { cidr: '10.32.0.10/32' } }], ports: ports(53) },
  ])
  expect(ambassador.get('dns')?.egress).toEqual(dns)
})

test('without addresses, DNS is pods only', async () => {
  const { dns } = await policiesWith('dns: {addresses: []}')
  expect(dns).toEqual([{ to: [expect.objectContaining(namespace('kube-system'))], ports: ports(53) }])
})

test('the API server is where the definition says, for Emissary alone', async () => {
  const { ambassador } = await policiesWith('apiServer: {ranges: [10.0.0.4/32], port: 16443}')
  const tcp = [443, 16443].map((port) => ({ port, protocol: 'TCP' }))
  expect(ambassador.get('cluster-services')).toMatchObject({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'emissary' } },
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.4/32' } }], ports: tcp }],
  })
})

test('metrics are for the namespaces that the definition names, and for nobody without one', async () => {
  const own = await policiesWith('', 'monitoring: {namespaces: [observability, audit]}')
  const from = [namespace('audit'), namespace('observability')]
  expect(own.nodes.get('metrics')?.ingress).toEqual([{ from, ports: [{ port: 9545, protocol: 'TCP' }] }])
  expect(own.ambassador.get('metrics')?.ingress).toEqual([{ from, ports: [{ port: 8877, protocol: 'TCP' }] }])
  const none = await policiesWith('', 'monitoring: {namespaces: []}')
  expect([...none.nodes.keys(), ...none.ambassador.keys()]).not.toContain('metrics')
})
