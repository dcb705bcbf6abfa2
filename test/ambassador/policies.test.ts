import { loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { routesOf } from '../../src/ambassador/routes.ts'
import { toText } from '../../src/file-content.ts'
import { goldenCases, renderCase } from '../golden/cases.ts'

interface Policy {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly podSelector: { readonly matchExpressions?: readonly { readonly values: readonly string[] }[] }
    readonly ingress?: readonly Rule[]
    readonly egress?: readonly Rule[]
  }
}

interface Rule {
  readonly from?: readonly {
    readonly namespaceSelector?: { readonly matchLabels?: Readonly<Record<string, string>> }
  }[]
  readonly to?: readonly { readonly podSelector?: object }[]
  readonly ports?: readonly { readonly port: number }[]
}

/** The policies of a golden case, with the cluster and the part they are rendered for. */
async function policiesOf(name: string) {
  const { tree, checked } = await renderCase(name)
  const policies = [...tree].flatMap(([path, content]) => {
    const [, cluster = '', part = ''] =
      /^deploy\/clusters\/([^/]+)\/([^/]+)\/(?:_rendered\/)?[^/]*policy\.yaml$/.exec(path) ?? []
    if (cluster === '') return []
    const objects = loadAll(toText(content)) as Policy[] // what rendering writes there
    return objects.map((policy) => ({ cluster, part, policy }))
  })
  return { policies, routes: routesOf(checked.network, checked.platform, checked.lock.ports), network: checked.network }
}

test.each(goldenCases)('%s: the Ambassador reaches exactly the ports that a route leads to', async (name) => {
  const { policies, routes, network } = await policiesOf(name)
  for (const cluster of network.clusters.filter(({ ambassador }) => !ambassador.existing)) {
    const own = policies.filter((one) => one.cluster === cluster.name && one.part === 'ambassador')
    const opened = own
      .filter(({ policy }) => ['nodes', 'router-nodes'].includes(policy.metadata.name))
      .flatMap(({ policy }) => policy.spec.egress ?? [])
      .filter(({ to }) => to?.every(({ podSelector }) => podSelector === undefined))
    expect(opened.every(({ ports }) => ports !== undefined && ports.length > 0)).toBe(true)
    const led = routes.filter((route) => route.cluster === cluster.name).map(({ endpoint }) => endpoint.port)
    expect(new Set(opened.flatMap(({ ports }) => ports?.map(({ port }) => port)))).toEqual(new Set(led))
  }
})

test.each(goldenCases)(
  '%s: a node lets the Ambassador in where something is routed to it, and nowhere else',
  async (name) => {
    const { policies, routes, network } = await policiesOf(name)
    for (const { cluster, part, policy } of policies) {
      const ambassador = network.clusters.find((one) => one.name === cluster)?.ambassador.namespace
      for (const { from = [], ports } of policy.spec.ingress ?? []) {
        const named = from.some(
          ({ namespaceSelector }) => namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'] === ambassador,
        )
        if (!named) continue
        const nodes = policy.spec.podSelector.matchExpressions?.flatMap(({ values }) => values) ?? []
        expect(nodes, policy.metadata.name).not.toEqual([])
        for (const node of nodes)
          for (const { port } of ports ?? [{ port: 0 }])
            expect(
              routes.some(
                (route) =>
                  route.cluster === cluster &&
                  route.node.organization.name === part &&
                  route.node.name === node &&
                  route.endpoint.port === port,
              ),
              `${cluster}/${part}: ${policy.metadata.name} opens ${port} of ${node}`,
            ).toBe(true)
      }
    }
  },
)
