import { loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { routeProblems } from '../../src/ambassador/checks/index.ts'
import { allocatePorts } from '../../src/ambassador/ports.ts'
import { readBases } from '../../src/bases.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { compile } from '../../src/render/compile.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { restrictedViolations } from '../kubernetes/pod-security.ts'
import { validateObject } from '../kubernetes/schemas.ts'
import { revisionOf } from '../plan/revisions.ts'
import { definition, withTls } from './tls-platform.ts'

await tools('kustomize')

/** All roots of a network whose nodes' P2P has TLS and shares a port. */
async function built() {
  const text = definition('{passthrough: sni}').replaceAll('role: rpc', 'role: validator')
  const revision = revisionOf(text, new Map())
  const platform = withTls(revision.platform, (node) => [
    { name: 'p2p', port: 30303, protocol: 'tls', service: node, reached: 'by-port' },
    { name: 'rpc', port: 8545, protocol: 'http', service: `${node}-rpc`, reached: 'by-host', pathPrefix: '/' },
  ])
  const { ports } = allocatePorts(revision.network, platform, {})
  const input = {
    ...revision,
    platform,
    ports,
    ledger: {},
    bases: await readBases(),
    prefix: '',
    overrides: new Set<string>(),
  }
  const tree = compile(input)
  const { built: roots, broken } = await buildRoots(await tool('kustomize'), tree, (root) =>
    root.includes('/clusters/'),
  )
  expect(broken).toEqual([])
  const objects = [...roots].flatMap(([root, yaml]) =>
    (loadAll(yaml) as KubernetesObject[]).map((object) => ({ root, object })),
  )
  return { cluster: revision.network.clusters[0], objects, readme: tree.get('deploy/README.md') ?? '' }
}

test('a router is built as Kubernetes takes it, and Emissary leads one port to it', async () => {
  const { cluster, objects, readme } = await built()
  if (cluster === undefined) throw new Error('no cluster')
  const find = (kind: string, name: string) =>
    objects.find(
      ({ object }) =>
        object.kind === kind && object.metadata.name === name && object.metadata.namespace === 'trade-ambassador',
    )?.object
  expect(routeProblems(cluster, objects, true)).toEqual([])
  for (const { object } of objects.filter(({ root }) => root.endsWith('/ambassador')))
    expect(validateObject(object), `${object.kind} ${object.metadata.name}`).toEqual([])

  const deployment = find('Deployment', 'router') as unknown as {
    spec: { replicas: number; template: { spec: never } }
  }
  expect(deployment.spec.replicas).toBe(2)
  expect(restrictedViolations(deployment.spec.template.spec)).toEqual([])
  expect(find('PodDisruptionBudget', 'router')).toMatchObject({ spec: { maxUnavailable: 1 } })
  expect(find('ConfigMap', 'router-routes')).toMatchObject({
    data: { 'listeners.yaml': expect.stringContaining('a.north.eu.example.com') },
  })

  expect(find('Service', 'ambassador')).toMatchObject({
    spec: { ports: [{ name: 'passthrough', port: 443, targetPort: 8444 }] },
  })
  expect(find('TCPMapping', 'passthrough')).toMatchObject({
    spec: { port: 8444, service: 'router.trade-ambassador:8443' },
  })
  expect(readme).toContain('`a.north.eu.example.com:443`')
  expect(readme).toContain('load balancer of Kubernetes, one port for TLS')
})
