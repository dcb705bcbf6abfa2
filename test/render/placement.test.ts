import { dump, load, loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import type { Placement } from '../../src/network/placement.ts'
import { mergeTrees } from '../../src/render/tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'
import { goldenCases, readExpected, readInput, renderFiles } from '../golden/cases.ts'
import { restrictedViolations } from '../kubernetes/pod-security.ts'
import { validateObject } from '../kubernetes/schemas.ts'

const kustomize = await tool('kustomize')

interface Probe {
  readonly periodSeconds: number
  readonly failureThreshold: number
}

interface Pod {
  readonly containers: readonly { readonly name: string; readonly image: string; readonly startupProbe?: Probe }[]
  readonly initContainers?: readonly { readonly image: string }[]
  readonly nodeSelector?: object
  readonly tolerations?: object
  readonly priorityClassName?: string
  readonly affinity?: {
    readonly podAntiAffinity: { readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly object[] }
  }
  readonly topologySpreadConstraints?: readonly { readonly topologyKey: string; readonly whenUnsatisfiable: string }[]
}

interface Template {
  readonly metadata?: { readonly labels: Readonly<Record<string, string>> }
  readonly spec: Pod
}

interface Workload {
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace: string
    readonly labels: Readonly<Record<string, string>>
  }
  readonly spec: {
    readonly replicas?: number
    readonly selector?: { readonly matchLabels: object }
    readonly template?: Template
    readonly jobTemplate?: { readonly spec: { readonly template: Template } }
  }
}

/** Of a cluster, with everything that it can have. */
const placement: Placement = {
  nodeSelector: { 'example.com/pool': 'ledger' },
  tolerations: [{ key: 'ledger', operator: 'Exists', effect: 'NoSchedule' }],
  priorityClass: 'ledger',
  spread: 'required',
}

interface Definition {
  readonly clusters: readonly { readonly ambassador?: object }[]
  readonly images?: { readonly registry?: string }
  readonly organizations: readonly { readonly nodes: readonly object[] }[]
}

/** A golden case, all of whose pods have a placement, more time to start and the registries of their images. */
async function placed(name: string) {
  const input = await readInput(name)
  const { 'network.yaml': text = '', ...others } = Object.fromEntries(input)
  const given = load(text) as Definition // a golden case is a definition
  const without = ({ placement: _, startupTimeout: __, ...rest }: Readonly<Record<string, unknown>>) => rest
  const definition = {
    ...given,
    startupTimeout: '40m',
    images: { ...given.images, registry: undefined, qualified: true },
    clusters: given.clusters.map(({ ambassador, ...cluster }) => ({
      ...cluster,
      placement,
      ...(ambassador === undefined ? {} : { ambassador: without({ ...ambassador }) }),
    })),
    organizations: given.organizations.map(({ nodes, ...organization }) => ({
      ...without(organization),
      nodes: nodes.map((node) => without({ ...node })),
    })),
  }
  const made = [...(await readExpected(name))].filter(([path]) => /^material\/|^network\.lock\.yaml$/.test(path))
  const files = { 'network.yaml': dump(definition, { skipInvalid: true }), ...others, ...Object.fromEntries(made) }
  const { checked, tree } = await renderFiles(name, files)
  const overrides = [...input].filter(([path]) => path.startsWith('overrides/'))
  const { built, broken } = await buildRoots(kustomize, mergeTrees(tree, overrides))
  const objects = [...built.values()].flatMap((yaml) => loadAll(yaml) as Workload[]) // Kubernetes' schema says so below
  return { checked, broken, workloads: objects.filter((object) => templateOf(object) !== undefined) }
}

const templateOf = ({ spec }: Workload): Template | undefined => spec?.template ?? spec?.jobTemplate?.spec.template

describe.each(goldenCases)('every pod of %s', async (name) => {
  const { checked, broken, workloads } = await placed(name)
  const { network, platform } = checked
  const pods = workloads.map((workload) => ({ workload, template: templateOf(workload) as Template })) // filtered above
  const nodeOf = ({ kind, metadata }: Workload) =>
    kind === 'StatefulSet'
      ? network.nodes.find((node) => node.name === metadata.name && node.organization.namespace === metadata.namespace)
      : undefined

  test('is what Kubernetes takes, on the machines of the definition', () => {
    expect(broken).toEqual([])
    expect(workloads.flatMap(validateObject)).toEqual([])
    for (const { workload, template } of pods) {
      const what = `${workload.kind} ${workload.metadata.name}`
      expect({ what, ...template.spec }).toMatchObject({
        what,
        nodeSelector: placement.nodeSelector,
        tolerations: placement.tolerations,
        priorityClassName: 'ledger',
      })
      if (workload.metadata.namespace !== undefined && nodeOf(workload) !== undefined)
        expect(restrictedViolations(template.spec as never)).toEqual([])
    }
  })

  test('has an image with its registry', () => {
    for (const { template } of pods)
      for (const { image } of [...template.spec.containers, ...(template.spec.initContainers ?? [])])
        expect(image).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?\/.+\/.+/)
  })

  test('keeps a consensus node from others of the network, and other nodes from those of their role', () => {
    const nodes = pods.flatMap(({ workload, template }) => {
      const node = nodeOf(workload)
      return node === undefined ? [] : [{ node, template }]
    })
    expect(nodes.map(({ node }) => node.path).sort()).toEqual(network.nodes.map(({ path }) => path).sort())
    for (const { node, template } of nodes) {
      const labels = template.metadata?.labels ?? {}
      // What the selector looks for is there.
      expect(labels).toMatchObject({
        'app.kubernetes.io/part-of': network.name,
        'app.kubernetes.io/component': node.role,
      })
      const isConsensus = platform.definition.consensusRoles.includes(node.role)
      expect(template.spec.affinity?.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toEqual([
        {
          topologyKey: 'kubernetes.io/hostname',
          labelSelector: {
            matchExpressions: [
              { key: 'app.kubernetes.io/part-of', operator: 'In', values: [network.name] },
              { key: 'app.kubernetes.io/component', operator: 'In', values: [node.role] },
            ],
          },
          ...(isConsensus ? { namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': network.name } } } : {}),
        },
      ])
    }
  })

  test('of a node has the time to start, in the container of the ledger', () => {
    for (const { workload, template } of pods) {
      const node = nodeOf(workload)
      if (node === undefined) continue
      const [ledger, ...others] = template.spec.containers
      expect(ledger?.startupProbe).toMatchObject({ periodSeconds: 5, failureThreshold: 480 })
      for (const { startupProbe } of others) expect(startupProbe).toBeUndefined()
    }
  })

  test('of the Ambassador and the router needs two machines', () => {
    for (const { workload, template } of pods) {
      if (workload.kind !== 'Deployment' || nodeOf(workload) !== undefined) continue
      if (!['ambassador', 'router'].includes(workload.metadata.name) || workload.spec.replicas === 1) continue
      expect(template.spec.topologySpreadConstraints).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' }),
          expect.objectContaining({ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }),
        ]),
      )
    }
  })

  test('has a release on its object, and neither on itself nor in selectors', () => {
    for (const { workload, template } of pods) {
      const node = nodeOf(workload)
      if (node !== undefined) expect(workload.metadata.labels['app.kubernetes.io/version']).toBe(node.platformVersion)
      if (['ambassador', 'router'].includes(workload.metadata.name))
        expect(workload.metadata.labels['app.kubernetes.io/version']).toMatch(/^\d+\.\d+\.\d+$/)
      expect(template.metadata?.labels ?? {}).not.toHaveProperty(['app.kubernetes.io/version'])
      expect(workload.spec.selector?.matchLabels ?? {}).not.toHaveProperty(['app.kubernetes.io/version'])
    }
  })
})
