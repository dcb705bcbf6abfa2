import { expect, it } from 'vitest'
import type { Answer, Api } from '../../src/cluster/api.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { DesiredState } from '../../src/cluster/plan.ts'
import { ambassadorAddresses } from '../../src/cluster/verify.ts'

const service = (name: string, type: string, namespace = 'trade-ambassador'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { type },
})
const wanted = (objects: readonly KubernetesObject[]): DesiredState => ({
  network: 'trade',
  cluster: 'eu',
  namespace: 'trade-ambassador',
  objects,
  places: [],
  consensusRoles: [],
  addressless: false,
})
const entrance = service('ambassador', 'LoadBalancer')

/** Gives the addresses, and what was asked for. */
async function found(objects: readonly KubernetesObject[], answer: Pick<Answer, 'status' | 'body'>) {
  const asked: string[] = []
  const request: Api['request'] = async (method, path) => {
    asked.push(`${method} ${path}`)
    return { warnings: [], ...answer }
  }
  const unused = (): never => expect.fail()
  return [
    await ambassadorAddresses({ request, stream: unused, lines: unused, ask: unused, close: unused }, wanted(objects)),
    asked,
  ]
}

const at = (...ingress: readonly object[]) => ({
  status: 200,
  body: { ...entrance, status: { loadBalancer: { ingress } } },
})
const question = ['GET /api/v1/namespaces/trade-ambassador/services/ambassador']

it.each<[string, readonly KubernetesObject[], Pick<Answer, 'status' | 'body'>, readonly string[], readonly string[]]>([
  [
    'IP addresses and names of its load balancer',
    [service('admin', 'ClusterIP'), service('other', 'LoadBalancer', 'trade-carrier'), entrance],
    at({ ip: '203.0.113.7' }, { hostname: 'lb.example.net' }),
    ['203.0.113.7', 'lb.example.net'],
    question,
  ],
  ['nowhere yet', [entrance], at(), [], question],
  ['not for us to know', [entrance], { status: 403, body: { message: 'forbidden' } }, [], question],
  ['without a load balancer', [service('ambassador', 'NodePort')], at({ ip: '203.0.113.7' }), [], []],
])('the Ambassador is at %s', async (_where, objects, answer, addresses, asked) => {
  expect(await found(objects, answer)).toEqual([addresses, asked])
})
