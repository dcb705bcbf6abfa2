import { loadAll } from 'js-yaml'
import type { DnsRecord } from '../../../../src/ambassador/dns.ts'
import { keys } from '../../../../src/commands/keys.ts'
import { render } from '../../../../src/commands/render.ts'
import { textOf } from '../../../../src/file-content.ts'
import type { AllocatedPorts } from '../../../../src/network/lock.ts'
import { lockFile, readLock } from '../../../../src/network/lock.ts'
import { readIdentity } from '../../../../src/platforms/evm/identity.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { tools } from '../../../bed/tools/tool.ts'
import { recordingPorts } from '../../../commands/recording-ports.ts'
import { fixtureRandom } from '../../../golden/cases.ts'
import { decrypt, holder } from '../../../material/sops-tool.ts'
import { memoryFiles } from '../../../memory-files.ts'
import { noRepository } from '../../../no-repository.ts'

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

interface StatefulSet extends Named {
  readonly kind: 'StatefulSet'
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> }
      readonly spec: {
        readonly containers: readonly {
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[]
        }[]
        readonly volumes: readonly {
          readonly name: string
          readonly configMap?: { readonly name: string }
          readonly secret?: { readonly secretName: string }
        }[]
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
}

type Manifest = Service | StatefulSet | TcpMapping | WithData

/** A node as its cluster gets it. */
export interface RenderedNode {
  /** `north/validator` */
  readonly id: string
  readonly cluster: string
  readonly statefulSet: StatefulSet
  /** Enode URLs of its static-nodes.json. */
  readonly staticNodes: readonly string[]
  /** The first block, as it reads it. */
  readonly genesis: { readonly config: Readonly<Record<string, unknown>>; readonly [field: string]: unknown }
  /** Its private key, out of the Secret. */
  readonly key: string
  /** What `material/public/` says of it. */
  readonly identity: { readonly nodeId: string; readonly address: string }
}

export interface Rendered {
  readonly nodes: readonly RenderedNode[]
  readonly dnsRecords: readonly DnsRecord[]
  /** Of the lock, for each cluster. */
  readonly ports: AllocatedPorts
  /** Objects of a kind, in a cluster. */
  objects<Kind extends Manifest['kind']>(cluster: string, kind: Kind): readonly Extract<Manifest, { kind: Kind }>[]
}

/** Makes the keys of a definition, renders it, builds it with kustomize, and unseals its keys with sops. `recipient` stands for each cluster's. */
export async function renderNetwork(definition: (recipient: string) => object, folder: string): Promise<Rendered> {
  const { identity, recipient } = await holder()
  const files = memoryFiles({ 'network.yaml': dumpYaml(definition(recipient)) })
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
  const manifests = (cluster: string): Manifest[] =>
    (inCluster.get(cluster) ?? []).flatMap(([, text]) => loadAll(text) as Manifest[]) // objects that Chancery wrote
  const objects: Rendered['objects'] = (cluster, kind) =>
    manifests(cluster).filter((one): one is Extract<Manifest, { kind: typeof kind }> => one.kind === kind)

  const nodeOf = async (cluster: string, statefulSet: StatefulSet): Promise<RenderedNode> => {
    const { name, namespace } = statefulSet.metadata
    const { volumes } = statefulSet.spec.template.spec
    const volume = (wanted: string) => volumes.find((one) => one.name === wanted)
    const dataOf = (kind: WithData['kind'], wanted: string | undefined): WithData => {
      const found = objects(cluster, kind).find(
        (one) => one.metadata.name === wanted && one.metadata.namespace === namespace,
      )
      if (found === undefined) throw new Error(`${namespace}/${name} mounts a ${kind} that is not there: ${wanted}`)
      return found
    }
    const secret = dataOf('Secret', volume('key')?.secret?.secretName)
    const { stdout, stderr } = await decrypt(dumpYaml(secret), { directory: folder, identity })
    const [open] = loadAll(stdout) as (WithData | undefined)[]
    if (open === undefined) throw new Error(`sops does not decrypt ${secret.metadata.name}: ${stderr}`)
    const organization = namespace.replace(/^trade-/, '')
    const [publicHalf] = loadAll(textOf(files.contents, `material/public/${organization}/${name}.yaml`) ?? '')
    const known = readIdentity(publicHalf)
    if (known === undefined) throw new Error(`${name} has no public half`)
    return {
      id: `${organization}/${name}`,
      ...{ cluster, statefulSet, identity: known },
      staticNodes: JSON.parse(dataOf('ConfigMap', volume('peers')?.configMap?.name).data['static-nodes.json'] ?? ''),
      genesis: JSON.parse(dataOf('ConfigMap', volume('genesis')?.configMap?.name).data['genesis.json'] ?? ''),
      key: Buffer.from(open.data.nodekey ?? '', 'base64').toString(),
    }
  }
  const nodes = await Promise.all(
    clusters.flatMap((cluster) => objects(cluster, 'StatefulSet').map((one) => nodeOf(cluster, one))),
  )
  const lock = readLock(textOf(files.contents, lockFile))
  if (!('ports' in lock)) throw new Error(JSON.stringify(lock))
  return { nodes, dnsRecords, ports: lock.ports, objects }
}
