import { loadAll } from 'js-yaml'
import type { DnsRecord } from '../../src/ambassador/dns.ts'
import { keys } from '../../src/commands/keys.ts'
import type { CommandPorts } from '../../src/commands/ports.ts'
import { render } from '../../src/commands/render.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { tools } from '../bed/tools/tool.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { fixtureRandom } from '../golden/cases.ts'
import { decrypt, type Holder, holder } from '../material/sops-tool.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'

await tools('kustomize', 'sops')

interface Named {
  readonly metadata: { readonly name: string; readonly namespace: string }
}

export interface Service extends Named {
  readonly kind: 'Service'
  readonly spec: {
    readonly selector: Readonly<Record<string, string>>
    readonly ports: readonly { readonly port: number; readonly targetPort: string | number }[]
  }
}

export interface Volume {
  readonly name: string
  readonly configMap?: { readonly name: string } & WithItems
  readonly secret?: { readonly secretName: string } & WithItems
  readonly emptyDir?: object
  readonly persistentVolumeClaim?: object
  readonly projected?: {
    readonly sources: readonly {
      readonly configMap?: { readonly name: string } & WithItems
      readonly secret?: { readonly name: string } & WithItems
    }[]
  }
}

interface WithItems {
  /** All entries, under their own names, when there are none. */
  readonly items?: readonly { readonly key: string; readonly path: string }[]
}

export interface Container {
  readonly name: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly env?: readonly {
    readonly name: string
    readonly value?: string
    readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } }
  }[]
  readonly lifecycle?: { readonly preStop?: { readonly exec?: { readonly command: readonly string[] } } }
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[]
}

export interface StatefulSet extends Named {
  readonly kind: 'StatefulSet'
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> }
      readonly spec: {
        readonly terminationGracePeriodSeconds?: number
        readonly initContainers?: readonly Container[]
        readonly containers: readonly (Container & {
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[]
          readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[]
        })[]
        readonly volumes: readonly Volume[]
      }
    }
  }
}

interface TcpMapping extends Named {
  readonly kind: 'TCPMapping'
  readonly spec: { readonly port: number; readonly service: string }
}

interface WithData extends Named {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly data: Readonly<Record<string, string>>
  readonly binaryData?: Readonly<Record<string, string>>
}

type Manifest =
  | Service
  | StatefulSet
  | TcpMapping
  | (WithData & { readonly kind: 'ConfigMap' })
  | (WithData & { readonly kind: 'Secret' })

/** A network as its clusters get it. */
export interface BuiltNetwork {
  readonly clusters: readonly string[]
  readonly dnsRecords: readonly DnsRecord[]
  readonly files: CommandPorts['files'] & { readonly contents: ReturnType<typeof memoryFiles>['contents'] }
  /** Objects of a kind, in a cluster. */
  objects<Kind extends Manifest['kind']>(cluster: string, kind: Kind): readonly Extract<Manifest, { kind: Kind }>[]
  /** What a workload has in one of its volumes: of a Secret, its entries after decryption; bytes as Latin-1. */
  mounted(cluster: string, workload: StatefulSet, volume: string): Promise<Readonly<Record<string, string>>>
}

export interface BuildOptions {
  /** An empty folder. */
  readonly folder: string
  /** Who can decrypt what is sealed for each cluster. */
  readonly cluster?: Holder
  /** What is there beside the definition: of an earlier build of the same network. */
  readonly files?: BuiltNetwork['files']['contents']
}

/** Makes the keys of a definition, renders it, and builds it with kustomize. `recipient` stands for each cluster's. */
export async function buildNetwork(
  definition: (recipient: string) => object,
  { folder, cluster, files: kept = new Map() }: BuildOptions,
): Promise<BuiltNetwork> {
  const { identity, recipient } = cluster ?? (await holder())
  const files = memoryFiles({ ...Object.fromEntries(kept), 'network.yaml': dumpYaml(definition(recipient)) })
  const ports = { ...recordingPorts(folder), files, repository: noRepository, random: fixtureRandom }
  const options = { network: 'network.yaml', allowWellKnown: true }
  await keys(options, ports)
  const {
    status,
    findings,
    clusters,
    dnsRecords = [],
  } = await render({ ...options, check: false, standIns: false }, ports)
  if (status !== 0) throw new Error(JSON.stringify(findings, null, 2))
  const { built, broken } = await ports.buildRoots(files.contents)
  if (broken.length > 0) throw new Error(JSON.stringify(broken, null, 2))

  const inCluster = new Map(
    clusters.map((name) => [name, [...built].filter(([root]) => root.startsWith(`deploy/clusters/${name}/`))]),
  )
  const manifests = (name: string): Manifest[] =>
    (inCluster.get(name) ?? []).flatMap(([, text]) => loadAll(text) as Manifest[]) // objects that Chancery wrote
  const objects: BuiltNetwork['objects'] = (name, kind) =>
    manifests(name).filter((one): one is Extract<Manifest, { kind: typeof kind }> => one.kind === kind)

  async function entries(name: string, kind: WithData['kind'], { metadata }: Named): Promise<WithData['data']> {
    const found = objects(name, kind).find(
      (one) => one.metadata.name === metadata.name && one.metadata.namespace === metadata.namespace,
    )
    if (found === undefined) throw new Error(`${metadata.namespace} has no ${kind} ${metadata.name}`)
    if (kind === 'ConfigMap') return { ...found.data, ...bytesIn(found.binaryData) }
    const { stdout, stderr } = await decrypt(dumpYaml(found), { directory: folder, identity })
    const [open] = loadAll(stdout) as (WithData | undefined)[]
    if (open === undefined) throw new Error(`sops does not decrypt ${metadata.name}: ${stderr}`)
    return Object.fromEntries(
      Object.entries(open.data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
    )
  }

  return {
    clusters,
    dnsRecords,
    files,
    objects,
    async mounted(name, { metadata: { namespace }, spec }, wanted) {
      const volume = spec.template.spec.volumes.find((one) => one.name === wanted)
      const parts = sourcesOf(volume).map(async ({ kind, source, items }) => {
        const all = await entries(name, kind, { metadata: { name: source, namespace } })
        const wholes = items ?? Object.keys(all).map((key) => ({ key, path: key }))
        return wholes.map(({ key, path }) => [path, all[key] ?? ''] as const)
      })
      return Object.fromEntries((await Promise.all(parts)).flat())
    },
  }
}

const bytesIn = (data: WithData['binaryData'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString('latin1')]))

function sourcesOf(volume: Volume | undefined): readonly ({
  readonly kind: WithData['kind']
  readonly source: string
} & WithItems)[] {
  const { configMap, secret, projected } = volume ?? {}
  return [
    ...(configMap === undefined ? [] : [{ ...configMap, kind: 'ConfigMap' as const, source: configMap.name }]),
    ...(secret === undefined ? [] : [{ ...secret, kind: 'Secret' as const, source: secret.secretName }]),
    ...(projected?.sources ?? []).flatMap((one) => [
      ...(one.configMap === undefined
        ? []
        : [{ ...one.configMap, kind: 'ConfigMap' as const, source: one.configMap.name }]),
      ...(one.secret === undefined ? [] : [{ ...one.secret, kind: 'Secret' as const, source: one.secret.name }]),
    ]),
  ]
}
