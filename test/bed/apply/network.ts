import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '../../../src/cluster/api.ts'
import { type Applied, applyCluster, type ClusterApplyOptions } from '../../../src/cluster/apply.ts'
import { inventoryPath, nameOfInventory } from '../../../src/cluster/inventory.ts'
import { ownLabels } from '../../../src/cluster/live-objects.ts'
import { type KubernetesObject, nameOf } from '../../../src/cluster/objects.ts'
import type { DesiredState } from '../../../src/cluster/plan.ts'
import type { Cluster } from '../cluster.ts'

type Fields = Readonly<Record<string, unknown>>

/** Makes objects of one small network, which has one namespace, called like it. */
export interface SmallNetwork {
  readonly name: string
  readonly namespace: KubernetesObject
  object(apiVersion: string, kind: string, name: string, rest?: Fields, metadata?: Fields): KubernetesObject
  configMap(name: string, value?: string): KubernetesObject
  secret(name: string, value: string): KubernetesObject
  service(name: string, spec?: Fields): KubernetesObject
  claim(name: string, storage?: string): KubernetesObject
  workload(kind: 'Deployment' | 'StatefulSet', name: string, spec?: Fields, metadata?: Fields): KubernetesObject
  job(name: string, spec?: Fields): KubernetesObject
  /** The namespace and these. */
  wanted(objects: readonly KubernetesObject[], rest?: Partial<DesiredState>): DesiredState
}

export function smallNetwork(name: string): SmallNetwork {
  const labels = ownLabels(name)
  const object: SmallNetwork['object'] = (apiVersion, kind, of, rest = {}, metadata = {}) => ({
    apiVersion,
    kind,
    metadata: { name: of, namespace: name, labels, ...metadata },
    ...rest,
  })
  const podOf = (app: string, image = 'example.test/image:1') => ({
    metadata: { labels: { ...labels, app } },
    spec: { containers: [{ name: 'main', image }] },
  })
  const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
  return {
    name,
    namespace,
    object,
    configMap: (of, value = 'value') => object('v1', 'ConfigMap', of, { data: { key: value } }),
    secret: (of, value) => object('v1', 'Secret', of, { data: { key: Buffer.from(value).toString('base64') } }),
    service: (of, spec = {}) =>
      object('v1', 'Service', of, { spec: { selector: { app: of }, ports: [{ port: 80 }], ...spec } }),
    claim: (of, storage = '2Gi') =>
      object('v1', 'PersistentVolumeClaim', of, {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
      }),
    workload: (kind, of, spec = {}, metadata = {}) => {
      const parallel = kind === 'StatefulSet' ? { serviceName: of, podManagementPolicy: 'Parallel' } : {}
      const whole = { replicas: 1, ...parallel, selector: { matchLabels: { app: of } }, template: podOf(of), ...spec }
      return object('apps/v1', kind, of, { spec: whole }, metadata)
    },
    job: (of, spec = {}) => {
      const pod = podOf(of)
      const template = { ...pod, spec: { ...pod.spec, restartPolicy: 'Never' } }
      return object('batch/v1', 'Job', of, { spec: { backoffLimit: 0, template, ...spec } })
    },
    wanted: (objects, rest = {}) => ({
      network: name,
      cluster: 'eu',
      namespace: name,
      objects: [namespace, ...objects],
      places: [{ name: 'eu', context: 'eu' }],
      consensusRoles: ['validator'],
      addressless: false,
      ...rest,
    }),
  }
}

/** A definition of the kind `Thing`, which takes unknown fields when it is `open`. */
export function definition(group: string, { open = false } = {}): KubernetesObject {
  const spec = open
    ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    : { type: 'object', properties: { known: { type: 'string' } } }
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } }
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `things.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'things', singular: 'thing', kind: 'Thing', listKind: 'ThingList' },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  }
}

export interface Trial extends Applied {
  /** Progress, line by line. */
  readonly said: readonly string[]
}

export async function applyTo(
  api: Api,
  wanted: DesiredState,
  options: Partial<ClusterApplyOptions> = {},
): Promise<Trial> {
  const said: string[] = []
  const applied = await applyCluster(
    api,
    wanted,
    {
      force: false,
      prune: false,
      named: new Set<string>(),
      allowOlder: false,
      dryRun: false,
      timeout: 60_000,
      signal: new AbortController().signal,
      now: () => new Date(),
      ...options,
    },
    { say: (text) => void said.push(text), planned: () => {} },
  )
  return { ...applied, said }
}

/** Names of the objects in a network's inventory, sorted. */
export async function inventoryOf(cluster: Cluster, network: string): Promise<readonly string[]> {
  const { status, body } = await cluster.request('GET', inventoryPath(network, network))
  if (status !== 200) return []
  const { data } = body as { data: { objects: string } } // as inventory.ts writes it
  return Object.entries(JSON.parse(data.objects) as Record<string, Record<string, Record<string, string>>>)
    .flatMap(([type, namespaces]) =>
      Object.entries(namespaces).flatMap(([namespace, names]) =>
        Object.keys(names).map((name) =>
          nameOf({ kind: type.split('/').at(-1) ?? '', metadata: namespace === '' ? { name } : { name, namespace } }),
        ),
      ),
    )
    .sort()
}

/** `resourceVersion` of each object, and of the inventory; `none` of what is not there. */
export async function versionsOf(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
  network: string,
): Promise<Readonly<Record<string, string>>> {
  const metadata = { name: nameOfInventory(network), namespace: network }
  const all = [...objects, { apiVersion: 'v1', kind: 'ConfigMap', metadata }]
  const found = await Promise.all(all.map((object) => cluster.get(object).catch(() => undefined)))
  return Object.fromEntries(
    all.map((object, index) => {
      const live = found[index] as KubernetesObject | undefined // what `get` gives is one
      return [nameOf(object), live?.metadata.resourceVersion ?? 'none']
    }),
  )
}

/** Until nothing of the objects changes any more: controllers go on writing after everything is ready. */
export async function settled(
  cluster: Cluster,
  objects: readonly KubernetesObject[],
  network: string,
): Promise<Readonly<Record<string, string>>> {
  let before = ''
  for (;;) {
    const now = await versionsOf(cluster, objects, network)
    if (JSON.stringify(now) === before) return now
    before = JSON.stringify(now)
    await sleep(1000)
  }
}
