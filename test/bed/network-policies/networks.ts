import { readBases } from '../../../src/bases.ts'
import type { CheckedNetwork } from '../../../src/check/checked-network.ts'
import { renderInput } from '../../../src/commands/render.ts'
import { type Cluster, nodesOf } from '../../../src/network/network.ts'
import type { ProbePlan } from '../../../src/platforms/probe-plan.ts'
import { viewOf } from '../../../src/render/compile.ts'
import { readExpected, readInput, renderFiles } from '../../golden/cases.ts'
import { arrayAt, isJsonObject, objectAt } from '../../kubernetes/json.ts'
import { noRepository } from '../../no-repository.ts'
import type { KubernetesObject } from '../cluster.ts'
import { builtObjects } from '../golden-objects.ts'

/** A golden network in the bed: which of its clusters runs on which machine. */
interface NetworkCase {
  readonly golden: string
  readonly clusters: readonly (string | undefined)[]
  /** Another definition than that of the golden case, with keys of its own when the names in it differ. */
  readonly edit?: (text: string, surroundings: Surroundings) => string
  readonly newKeys?: boolean
}

/** What a definition says of the bed. */
export interface Surroundings {
  /** Of the API servers of both clusters. */
  readonly apiServer: string
  /** Of the API server of the second. */
  readonly apiServerPort: number
}

/**
 * Every platform and way of publishing. `address`, `corda-sni`, `indy-joined`, `providers`, `single-cluster`, `substrate-joined` and `template` are
 * left out: their pods and policies are of the same kinds.
 */
export const networkCases: readonly NetworkCase[] = [
  { golden: 'two-clusters', clusters: ['eu', 'us'] },
  {
    golden: 'options',
    clusters: ['eu', 'us'],
    edit: (text, { apiServer, apiServerPort }) =>
      text.replace('domain: us.example.com', (domain) =>
        [domain, `apiServer: {ranges: [${apiServer}/32], port: ${apiServerPort}}`].join('\n    '),
      ),
  },
  // The machine with the address of "two" is that of the pool's "north", too.
  { golden: 'quorum', clusters: ['two', 'one'] },
  { golden: 'fabric', clusters: ['eu', 'us'] },
  {
    golden: 'fabric',
    clusters: ['eu', 'us'],
    edit: (text) =>
      text
        .replace('name: tradelane', 'name: shared')
        .replaceAll('supplychain.example.com', 'shared.example.com')
        .replaceAll('{ports:', '{passthrough: sni, ports:')
        .replace('{replicas: 3,', '{passthrough: sni,'),
    newKeys: true,
  },
  { golden: 'fabric-bft', clusters: [undefined, 'one'] },
  { golden: 'indy', clusters: ['north', 'south'] },
  { golden: 'substrate', clusters: ['eu', 'us'] },
  { golden: 'corda', clusters: ['eu', 'us'] },
  { golden: 'corda-demo', clusters: ['eu', 'us'] },
  { golden: 'ambassadors', clusters: ['machines', 'theirs'] },
]

/** One cluster of a network, with all that is applied there. */
export interface NetworkPart {
  readonly checked: CheckedNetwork
  readonly cluster: string
  readonly objects: readonly KubernetesObject[]
  /** What `verify --probe` dials, by the namespace of its pod. */
  readonly probes: ReadonlyMap<string, ProbePlan>
}

export interface ServedPort {
  /** That clients dial. */
  readonly port: number
  readonly targetPort: number
}

/** Of the Ambassador's Service. */
export function servedPorts({ objects }: NetworkPart): readonly ServedPort[] {
  const service = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === 'ambassador')
  const ports = arrayAt(objectAt(service ?? {}, 'spec'), 'ports').filter(isJsonObject)
  return ports.map(({ port, targetPort }) => ({ port: Number(port), targetPort: Number(targetPort) }))
}

export function clusterOf({ checked, cluster }: NetworkPart): Cluster {
  const found = checked.network.clusters.find(({ name }) => name === cluster)
  if (found === undefined) throw new Error(`${checked.network.name} has no cluster ${cluster}`)
  return found
}

/** The parts of a network, by machine. */
export async function partsOf(
  { golden, clusters, edit, newKeys }: NetworkCase,
  surroundings: Surroundings,
): Promise<readonly (NetworkPart | undefined)[]> {
  const input = await readInput(golden)
  const text = input.get('network.yaml') ?? ''
  const kept = [...(await readExpected(golden))].filter(
    ([path]) => path === 'network.lock.yaml' || path.startsWith('material/'),
  )
  const { tree, checked } = await renderFiles(golden, {
    ...Object.fromEntries([...input, ...(newKeys ? [] : kept)]),
    'network.yaml': edit?.(text, surroundings) ?? text,
  })
  const overrides = [...input].filter(([path]) => path.startsWith('overrides/'))
  const built = await builtObjects(tree, overrides)
  const inputs = await renderInput(checked, { bases: readBases, repository: noRepository })
  return clusters.map((name) => {
    const cluster = checked.network.clusters.find((one) => one.name === name)
    if (cluster === undefined) return undefined
    const view = viewOf(inputs, cluster)
    const probes = checked.network.organizations.flatMap(({ name: organization, namespace }) => {
      const nodes = nodesOf(checked.network, cluster.name, organization)
      return nodes.length === 0 ? [] : [[namespace, checked.platform.operation.probe(nodes, view)] as const]
    })
    return { checked, cluster: cluster.name, objects: built.get(cluster.name) ?? [], probes: new Map(probes) }
  })
}
