import { expect, test } from 'vitest'
import { type ProviderId, providers } from '../../src/providers/index.ts'
import type { ServiceRequest } from '../../src/providers/provider.ts'

const plain: ServiceRequest = {
  visibility: 'public',
  addresses: [],
  ports: [443, 15000],
  proxyProtocol: false,
  families: ['IPv4'],
}

const eks = 'service.beta.kubernetes.io/aws-load-balancer-'
const aks = 'service.beta.kubernetes.io/azure-load-balancer-'

test.each<[what: string, provider: ProviderId, request: Partial<ServiceRequest>, expected: object]>([
  [
    'every port keeps idle connections for an hour',
    'eks',
    {},
    {
      loadBalancerClass: 'service.k8s.aws/nlb',
      annotations: {
        [`${eks}scheme`]: 'internet-facing',
        [`${eks}listener-attributes.TCP-443`]: 'tcp.idle_timeout.seconds=3600',
        [`${eks}listener-attributes.TCP-15000`]: 'tcp.idle_timeout.seconds=3600',
        [`${eks}healthcheck-port`]: 'traffic-port',
      },
    },
  ],
  [
    'Elastic IPs',
    'eks',
    { addresses: ['eipalloc-1a2b3c4d', 'eipalloc-5e6f7a8b'] },
    { annotations: { [`${eks}eip-allocations`]: 'eipalloc-1a2b3c4d, eipalloc-5e6f7a8b' } },
  ],
  [
    'an internal one with addresses',
    'eks',
    { visibility: 'internal', addresses: ['10.0.1.7'] },
    { annotations: { [`${eks}scheme`]: 'internal', [`${eks}private-ipv4-addresses`]: '10.0.1.7' } },
  ],
  [
    'the PROXY protocol on all ports',
    'eks',
    { proxyProtocol: true },
    { annotations: { [`${eks}proxy-protocol`]: '*' } },
  ],
  [
    'an internal one with an address',
    'aks',
    { visibility: 'internal', addresses: ['10.0.1.7'] },
    {
      externalTrafficPolicy: 'Local',
      annotations: { [`${aks}internal`]: 'true', [`${aks}ipv4`]: '10.0.1.7', [`${aks}tcp-idle-timeout`]: '60' },
    },
  ],
  ['a backend service', 'gke', {}, { annotations: { 'cloud.google.com/l4-rbs': 'enabled' } }],
  [
    'a class, which says the same',
    'gke',
    { className: 'networking.gke.io/l4-regional-external' },
    { loadBalancerClass: 'networking.gke.io/l4-regional-external', annotations: {} },
  ],
  [
    'an internal one with a reserved address',
    'gke',
    { visibility: 'internal', addresses: ['ledger'] },
    {
      annotations: {
        'networking.gke.io/load-balancer-type': 'Internal',
        'networking.gke.io/load-balancer-ip-addresses': 'ledger',
      },
    },
  ],
  ['an address', 'gke', { addresses: ['203.0.113.7'] }, { loadBalancerIP: '203.0.113.7' }],
  ['an address, of whatever gives it', 'kubernetes', { addresses: ['203.0.113.7'] }, { loadBalancerIP: '203.0.113.7' }],
  [
    'a pool of MetalLB and addresses of it',
    'kubernetes',
    { pool: 'ledgers', addresses: ['203.0.113.7'] },
    { annotations: { 'metallb.io/address-pool': 'ledgers', 'metallb.io/loadBalancerIPs': '203.0.113.7' } },
  ],
  ['nothing', 'kind', {}, { annotations: {}, externalTrafficPolicy: 'Cluster' }],
])('%s (%s)', (_, provider, request, expected) => {
  expect(providers[provider].service({ ...plain, ...request })).toMatchObject(expected)
})

test.each<[provider: ProviderId, request: Partial<ServiceRequest>, possible: boolean]>([
  ['eks', { addresses: ['eipalloc-1a2b3c4d'] }, true],
  ['eks', { addresses: ['203.0.113.7'] }, false],
  ['eks', { addresses: ['10.0.1.7'], visibility: 'internal' }, true],
  ['eks', { addresses: ['eipalloc-1a2b3c4d'], visibility: 'internal' }, false],
  ['aks', { addresses: ['203.0.113.7'] }, true],
  ['aks', { addresses: ['203.0.113.7', '203.0.113.8'] }, false],
  ['gke', { addresses: ['ledger-a', 'ledger-b'] }, true],
  ['gke', { addresses: ['ledger-a', '203.0.113.8'] }, false],
  ['kubernetes', { addresses: ['203.0.113.7', '203.0.113.8'] }, false],
  ['k3s', { addresses: ['203.0.113.7'] }, false],
])('%s with %j', (provider, request, possible) => {
  expect(providers[provider].addressProblem({ ...plain, ...request }) === undefined).toBe(possible)
})

test.each(Object.values(providers))('$id says how to log in, with the context that is meant', ({ id, login }) => {
  expect(login('eu-prod')).toContain(id === 'gke' ? 'CLUSTER' : 'eu-prod')
})
