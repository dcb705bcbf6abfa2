import { load } from 'js-yaml'
import type { DnsRecord } from '../../../../src/ambassador/dns.ts'
import { textOf } from '../../../../src/file-content.ts'
import type { AllocatedPorts } from '../../../../src/network/lock.ts'
import { lockFile, readLock } from '../../../../src/network/lock.ts'
import { readIdentity } from '../../../../src/platforms/evm/identity.ts'
import { type BuiltNetwork, buildNetwork, type StatefulSet } from '../../built-network.ts'

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
  readonly objects: BuiltNetwork['objects']
}

/** Renders a definition, and reads what its nodes get. `recipient` stands for each cluster's. */
export async function renderNetwork(definition: (recipient: string) => object, folder: string): Promise<Rendered> {
  const { clusters, dnsRecords, files, objects, mounted } = await buildNetwork(definition, { folder })
  const nodeOf = async (cluster: string, statefulSet: StatefulSet): Promise<RenderedNode> => {
    const { name, namespace } = statefulSet.metadata
    const file = async (volume: string, path: string): Promise<string> =>
      (await mounted(cluster, statefulSet, volume))[path] ?? ''
    const organization = namespace.replace(/^trade-/, '')
    const known = readIdentity(load(textOf(files.contents, `material/public/${organization}/${name}.yaml`) ?? ''))
    if (known === undefined) throw new Error(`${name} has no public half`)
    return {
      id: `${organization}/${name}`,
      cluster,
      statefulSet,
      identity: known,
      staticNodes: JSON.parse(await file('peers', 'static-nodes.json')),
      genesis: JSON.parse(await file('genesis', 'genesis.json')),
      key: await file('key', 'nodekey'),
    }
  }
  const nodes = await Promise.all(
    clusters.flatMap((cluster) => objects(cluster, 'StatefulSet').map((one) => nodeOf(cluster, one))),
  )
  const lock = readLock(textOf(files.contents, lockFile))
  if (!('ports' in lock)) throw new Error(JSON.stringify(lock))
  return { nodes, dnsRecords, ports: lock.ports, objects }
}
