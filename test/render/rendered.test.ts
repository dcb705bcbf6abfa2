import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { routeProblems } from '../../src/ambassador/checks/index.ts'
import { entrancesOf } from '../../src/ambassador/entrances.ts'
import { toText } from '../../src/file-content.ts'
import { isKey } from '../../src/material/material.ts'
import { mergeTrees } from '../../src/render/tree.ts'
import { buildRoots, rootsOf } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'
import { goldenCases, readExpected, readInput, renderCase, renderFiles } from '../golden/cases.ts'
import { restrictedViolations } from '../kubernetes/pod-security.ts'
import { isNamespaced, validateObject } from '../kubernetes/schemas.ts'

interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly [field: string]: unknown
}

interface Container {
  readonly name: string
  readonly env?: readonly { readonly name: string; readonly value?: string }[]
}
interface Pod {
  readonly initContainers?: readonly Container[]
  readonly containers: readonly Container[]
}

const kustomize = await tool('kustomize')

/** CronJobs have the pods of Jobs. */
const workloadKinds = ['StatefulSet', 'Deployment', 'DaemonSet', 'Job']

/** A SOPS document is decrypted before an API server sees it: without its block it is an ordinary Secret. */
const decrypted = ({ sops: _, data, ...object }: KubernetesObject): unknown =>
  object.kind === 'Secret'
    ? { ...object, data: Object.fromEntries(Object.keys(data as object).map((key) => [key, 'a2V5'])) }
    : { ...object, ...(data === undefined ? {} : { data }) }

const nameOf = ({ kind, metadata }: KubernetesObject): string => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`

/** `networkpolicies.networking.k8s.io`, as RBAC knows a kind. */
function resourceOf({ apiVersion, kind }: KubernetesObject): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : ''
  return `${kind.toLowerCase().replace(/y$/, 'ie')}s${group}`
}

/** What a Role allows. */
const rightsIn = (object: KubernetesObject): { verb: string; resource: string }[] =>
  ((object.rules ?? []) as readonly Readonly<Record<'apiGroups' | 'resources' | 'verbs', readonly string[]>>[]).flatMap(
    (rule) =>
      rule.apiGroups.flatMap((group) =>
        rule.resources.flatMap((resource) =>
          rule.verbs.map((verb) => ({ verb, resource: group === '' ? resource : `${resource}.${group}` })),
        ),
      ),
  )

async function build(name: string) {
  const { tree, checked } = await renderCase(name)
  const overrides = [...(await readInput(name))].filter(([path]) => path.startsWith('overrides/'))
  const { built, broken } = await buildRoots(kustomize, mergeTrees(tree, overrides))
  const objects = new Map([...built].map(([root, yaml]) => [root, loadAll(yaml) as KubernetesObject[]]))
  const flux = [...tree]
    .filter(([path]) => path.startsWith('deploy/flux/'))
    .flatMap(([, content]) => loadAll(toText(content)) as KubernetesObject[])
  return { tree, checked, objects, broken, flux }
}

/** Names of the CronJobs that Jobs with volumes need. */
const repetitionsIn = (objects: readonly KubernetesObject[]): string[] =>
  objects
    .filter(({ kind, metadata }) => kind === 'Job' && metadata.annotations?.['chancery.dev/volumes'] !== undefined)
    .map((job) => nameOf({ ...job, kind: 'CronJob' }).replace(/-[0-9a-f]{10}$/, ''))

/** Each CronJob makes Jobs with labels and pods of the Job whose name it has. */
function expectSamePods(objects: readonly KubernetesObject[]): void {
  for (const again of objects.filter(({ kind }) => kind === 'CronJob')) {
    expect(again.metadata.name.length).toBeLessThanOrEqual(52)
    const job = objects.find((one) => one.kind === 'Job' && repetitionsIn([one]).includes(nameOf(again)))
    if (job === undefined) throw new Error(`${nameOf(again)} belongs to no Job`)
    const { labels } = job.metadata
    expect(again.metadata.labels).toEqual(labels)
    const { template } = job.spec as { template: unknown } // as Kubernetes defines it
    expect(again.spec).toMatchObject({
      schedule: expect.stringMatching(/^[0-9]-59\/10 /),
      jobTemplate: { metadata: { labels }, spec: { template } },
    })
  }
}

test('mirrors and pull Secrets reach what runs Jobs again', async () => {
  const input = Object.fromEntries([...(await readInput('quorum')), ...(await readExpected('quorum'))])
  const images = 'images: {registry: registry.example.com/mirror, pullSecret: login}\n'
  const definition = input['network.yaml']?.replace(/^clusters:/m, `${images}clusters:`)
  const { tree } = await renderFiles('quorum', { ...input, 'network.yaml': definition ?? '' })
  const { built } = await buildRoots(kustomize, tree)
  const roots = [...built.values()].map((yaml) => loadAll(yaml) as KubernetesObject[])
  roots.forEach(expectSamePods)
  const [vote] = roots.flat().filter(({ kind }) => kind === 'CronJob')
  expect(vote?.spec).toMatchObject({
    jobTemplate: {
      spec: {
        template: {
          spec: {
            imagePullSecrets: [{ name: 'login' }],
            containers: [{ image: 'registry.example.com/mirror/curlimages/curl:8.16.0' }],
          },
        },
      },
    },
  })
})

describe.each(goldenCases)('the objects of golden case %s', async (name) => {
  const { tree, checked, objects, broken, flux } = await build(name)
  const all = [...objects.values()].flat()

  test('every root can be built', () => {
    expect(broken).toEqual([])
    expect([...objects.keys()].sort()).toEqual(rootsOf(tree).sort())
  })

  test('no kustomization needs the network, plugins or files outside of the repository', () => {
    for (const [path, text] of tree) {
      if (!path.endsWith('kustomization.yaml')) continue
      expect(text, path).not.toMatch(/https?:|git@|\bhelm|generators:|transformers:/)
    }
  })

  test('Kubernetes and Emissary know every field', () => {
    for (const object of [...all, ...flux]) expect(validateObject(decrypted(object)), nameOf(object)).toEqual([])
  })

  test('a Job whose work is lost with a volume runs again by a CronJob with the same pods', () => {
    for (const own of objects.values()) {
      expect(own.filter(({ kind }) => kind === 'CronJob').map(nameOf)).toEqual(repetitionsIn(own))
      expectSamePods(own)
    }
    const claims = all.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(nameOf)
    for (const { metadata } of all.filter(({ kind }) => kind === 'Job')) {
      const volumes = metadata.annotations?.['chancery.dev/volumes']?.split(',') ?? []
      for (const volume of volumes) expect(claims).toContain(`PersistentVolumeClaim ${metadata.namespace}/${volume}`)
    }
  })

  test('every object has a namespace of its own root, or is of cluster scope', () => {
    for (const [root, own] of objects) {
      const namespaces = new Set<string | undefined>()
      for (const object of own) {
        if (isNamespaced(object.apiVersion, object.kind)) expect(object.metadata.namespace, nameOf(object)).toMatch(/./)
        else expect(['CustomResourceDefinition', 'Namespace', 'StorageClass']).toContain(object.kind)
        if (object.kind !== 'StorageClass')
          namespaces.add(object.kind === 'Namespace' ? object.metadata.name : object.metadata.namespace)
      }
      if (!root.endsWith('/tenancy')) expect(namespaces.size, root).toBe(1)
    }
  })

  test('the root of tenancy has a namespace, a Role and its binding for each organization, and nothing else', () => {
    for (const { name } of checked.network.clusters) {
      const organizations = organizationsIn(name)
      const granted = objects.get(`deploy/clusters/${name}/tenancy`) ?? []
      expect(granted.map(nameOf).sort()).toEqual(
        organizations
          .flatMap(({ name: own, namespace }) => [
            `Namespace /${namespace}`,
            `Role ${namespace}/${checked.network.name}.${own}`,
            `RoleBinding ${namespace}/${checked.network.name}.${own}`,
          ])
          .sort(),
      )
      for (const { roleRef, subjects, metadata } of granted.filter(({ kind }) => kind === 'RoleBinding')) {
        expect(roleRef).toMatchObject({ kind: 'Role', name: metadata.name })
        expect(subjects).toEqual([{ kind: 'ServiceAccount', name: metadata.name, namespace: 'flux-system' }])
      }
      // Rights on what rights are made of, on pods of one's own choice and on the namespace itself would be a way out.
      for (const { verb, resource } of granted.flatMap(rightsIn)) {
        expect(`${verb} ${resource}`).not.toMatch(/\*|escalate|bind|impersonate|rbac|token/)
        if (/^(namespaces|pods|replicasets)/.test(resource)) expect(['get', 'list']).toContain(verb)
      }
    }
  })

  test('the account of an organization may apply and prune all that is rendered for it', () => {
    for (const { name } of checked.network.clusters) {
      const granted = objects.get(`deploy/clusters/${name}/tenancy`) ?? []
      for (const organization of organizationsIn(name)) {
        const folder = `deploy/clusters/${name}/${organization.name}`
        const own = [...objects].flatMap(([root, all]) => (`${root}/`.startsWith(`${folder}/`) ? all : []))
        expect(own.length).toBeGreaterThan(3)
        const rights = granted
          .filter(({ metadata }) => metadata.namespace === organization.namespace)
          .flatMap(rightsIn)
          .map(({ verb, resource }) => `${verb} ${resource}`)
        for (const object of own) {
          expect(object.metadata.namespace, nameOf(object)).toBe(organization.namespace)
          const needed = ['get', 'create', 'patch', 'delete'].map((verb) => `${verb} ${resourceOf(object)}`)
          expect(rights).toEqual(expect.arrayContaining(needed))
        }
      }
    }
  })

  const organizationsIn = (cluster: string) => [
    ...new Set(
      checked.network.nodes.filter((node) => node.cluster.name === cluster).map(({ organization }) => organization),
    ),
  ]

  test('no two roots of a cluster have an object in common', () => {
    for (const cluster of checked.network.clusters) {
      const own = [...objects]
        .filter(([root]) => root.startsWith(`deploy/clusters/${cluster.name}/`))
        .flatMap(([, list]) => list.map(nameOf))
      expect(new Set(own).size).toBe(own.length)
    }
  })

  test('every pod meets the Pod Security Standard restricted, but for ports of the machine where they are asked for', () => {
    const workloads = all.filter(({ kind }) => workloadKinds.includes(kind))
    expect(workloads.length).toBeGreaterThan(0)
    for (const object of workloads) {
      const { spec } = object as unknown as { spec: { template: { spec: never } } }
      const found = restrictedViolations(spec.template.spec)
      if (object.kind === 'DaemonSet')
        expect(
          found.filter((line) => !line.startsWith('Host Ports: ')),
          nameOf(object),
        ).toEqual([])
      else expect(found, nameOf(object)).toEqual([])
    }
  })

  test('a variable refers only to variables that stand before it: Kubernetes leaves any other as it is', () => {
    for (const object of all.filter(({ kind }) => workloadKinds.includes(kind))) {
      const { spec } = object as unknown as { spec: { template: { spec: Pod } } }
      const { initContainers = [], containers } = spec.template.spec
      for (const { name, env = [] } of [...initContainers, ...containers]) {
        const known = new Set<string>()
        for (const variable of env) {
          for (const [, used] of (variable.value ?? '').matchAll(/(?<!\$)\$\(([^)]+)\)/g))
            expect([...known], `${nameOf(object)} ${name} ${variable.name}`).toContain(used)
          known.add(variable.name)
        }
      }
    }
  })

  test('every name that a workload refers to exists', () => {
    for (const [root, own] of objects) {
      // Its own, and what the organization's nodes in the cluster share.
      const shared = objects.get(root.split('/').slice(0, 4).join('/')) ?? []
      const names = new Set([...own, ...shared].map((object) => `${object.kind}/${object.metadata.name}`))
      const existing = checked.network.nodes.flatMap(({ existingSecret, own: fields }) => {
        const { rpcTls } = fields as { readonly rpcTls?: { readonly keyStoreSecret: { readonly name: string } } } // of Corda
        return [existingSecret, rpcTls?.keyStoreSecret.name].flatMap((name) =>
          name === undefined ? [] : [`Secret/${name}`],
        )
      })
      for (const object of own.filter(({ kind }) => kind === 'StatefulSet')) {
        for (const reference of references(object))
          expect([...names, ...existing], `${root} ${nameOf(object)}`).toContain(reference)
      }
    }
  })

  test('private material of another cluster is in no root', () => {
    for (const cluster of checked.network.clusters) {
      const sealed = [...objects]
        .filter(([root]) => root.startsWith(`deploy/clusters/${cluster.name}/`))
        .flatMap(([, own]) => own.filter(({ kind }) => kind === 'Secret'))
      const expected = checked.requests
        .filter(isKey)
        .flatMap(({ sealed: place }) => place ?? [])
        .filter(({ path }) => path.startsWith(`material/sealed/${cluster.name}/`))
      const nameOf = (namespace: string | undefined, name: string): string => `${namespace}/${name}`
      expect(sealed.map(({ metadata }) => nameOf(metadata.namespace, metadata.name)).sort()).toEqual(
        expected.map(({ namespace, secret }) => nameOf(namespace, secret)).sort(),
      )
      for (const secret of sealed) {
        const recipients = (secret.sops as { age: { recipient: string }[] }).age.map(({ recipient }) => recipient)
        const place = expected.find(
          ({ namespace, secret: name }) => name === secret.metadata.name && namespace === secret.metadata.namespace,
        )
        expect(recipients.sort()).toEqual([...(place?.recipients ?? [])].sort())
      }
    }
  })

  test('Emissary does what is meant with all routes', () => {
    for (const cluster of checked.network.clusters) {
      const own = [...objects].filter(([root]) => root.startsWith(`deploy/clusters/${cluster.name}/`))
      const built = own.flatMap(([root, list]) => list.map((object) => ({ root, object })))
      expect(routeProblems(cluster, built, true)).toEqual([])
    }
  })

  test('the Ambassador opens exactly the ports that have a route, under names that Kubernetes takes', () => {
    for (const [root, own] of objects) {
      if (!root.endsWith('/ambassador')) continue
      const { ambassador } = checked.network.clusters.find(({ name: own }) => root.includes(`/${own}/`)) ?? {}
      if (ambassador === undefined || ambassador.existing) continue
      const shared = Object.values(entrancesOf(ambassador))
      const entrances = shared.map(({ port }) => port)
      const ports = own
        .filter(({ kind, metadata }) => kind === 'Service' && metadata.name === 'ambassador')
        .flatMap(({ spec }) => (spec as { ports: { name: string; port: number }[] }).ports)
      // A port of both families has two mappings. That of an entrance leads from IPv6 to its Listener.
      const mapped = own.filter(({ kind }) => kind === 'TCPMapping').map(({ spec }) => (spec as { port: number }).port)
      const isListener = (port: number): boolean => shared.some(({ listener }) => listener === port)
      const routed = new Set(mapped.filter((port) => !isListener(port)))
      const usesEntrances = own.some(({ kind }) => kind === 'Host') || mapped.some(isListener)
      expect(
        ports
          .map(({ port }) => port)
          .filter((port) => !entrances.includes(port))
          .sort(),
      ).toEqual([...routed].sort())
      expect(ports.some(({ port }) => entrances.includes(port))).toBe(usesEntrances)
      for (const port of ports) expect(port.name).toMatch(/^[a-z0-9-]{1,15}$/)
    }
  })
})

/** Names in a StatefulSet that have to be those of other objects. */
function references(object: KubernetesObject): string[] {
  const spec = object.spec as { serviceName: string; template: { spec: { volumes: Volume[] } } }
  return [
    `Service/${spec.serviceName}`,
    ...spec.template.spec.volumes.flatMap(({ persistentVolumeClaim, configMap, secret, projected }) => [
      ...(persistentVolumeClaim === undefined ? [] : [`PersistentVolumeClaim/${persistentVolumeClaim.claimName}`]),
      ...(configMap === undefined ? [] : [`ConfigMap/${configMap.name}`]),
      ...(secret === undefined ? [] : [`Secret/${secret.secretName}`]),
      ...(projected?.sources ?? []).flatMap((source) => [
        ...(source.configMap === undefined ? [] : [`ConfigMap/${source.configMap.name}`]),
        ...(source.secret === undefined ? [] : [`Secret/${source.secret.name}`]),
      ]),
    ]),
  ]
}

interface Volume {
  readonly persistentVolumeClaim?: { readonly claimName: string }
  readonly configMap?: { readonly name: string }
  readonly secret?: { readonly secretName: string }
  readonly projected?: {
    readonly sources: readonly {
      readonly configMap?: { readonly name: string }
      readonly secret?: { readonly name: string }
    }[]
  }
}
