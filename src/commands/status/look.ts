import { setTimeout as sleep } from 'node:timers/promises'
import type { Lookup } from '../../ambassador/lookup.ts'
import type { Route } from '../../ambassador/routes.ts'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { KubernetesObject } from '../../cluster/objects.ts'
import { podsOfNetwork } from '../../cluster/pods-of-network.ts'
import { type ObjectTrouble, troublesIn } from '../../cluster/troubles.ts'
import { type Verified, verifyCluster } from '../../cluster/verify.ts'
import { noKeys } from '../../material/identities.ts'
import type { LiveLedger } from '../../platforms/live-ledger.ts'
import type { CheckInput } from '../../report/checks.ts'
import type { ClusterResult } from '../../report/cluster-result.ts'
import { askForStatus } from '../clusters/ask-nodes.ts'
import { atClusters, type Visit } from '../clusters/at-clusters.ts'
import type { ClusterDelivery } from '../clusters/delivery.ts'
import { type FluxFound, fluxCheck } from '../clusters/flux.ts'
import { judged, namesOf } from '../clusters/judged.ts'
import type { ClusterPorts } from '../ports.ts'

/** What one cluster showed. */
export interface ClusterLook {
  readonly verified: Verified
  /** Undefined where pods cannot be listed. */
  readonly pods: readonly KubernetesObject[] | undefined
  readonly troubles: readonly ObjectTrouble[]
  readonly flux: FluxFound
  readonly names: CheckInput['names']
  readonly answers: readonly Answers[]
}

/** What its nodes answered, and when: several times where the ledger is observed. */
export interface Answers {
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly nodes: LiveLedger['nodes']
}

/** Whether any node of the cluster answered. */
export const isAnswered = ({ nodes }: Answers): boolean => nodes.some(({ replies }) => Object.keys(replies).length > 0)

export interface Look {
  readonly results: readonly ClusterResult[]
  /** By cluster; those that failed are missing. */
  readonly clusters: ReadonlyMap<string, ClusterLook>
}

export interface LookOptions {
  readonly checked: CheckedNetwork
  readonly routes: readonly Route[]
  readonly lookup: Lookup
  /** Milliseconds between two questions to the nodes, to see whether the ledger moves; asked once when 0. */
  readonly pause: number
}

/** Looks at every cluster, and reads only. No Secret is read, whatever keys the machine has. */
export async function look(delivery: ClusterDelivery, ports: ClusterPorts, options: LookOptions): Promise<Look> {
  const clusters = new Map<string, ClusterLook>()
  const { reporter } = ports
  const quiet = { ...reporter, say: () => {} }
  const results = await atClusters(
    delivery,
    { ...ports, reporter: quiet, keyring: async () => noKeys },
    { doing: 'Looking at', withoutKeys: true, impersonate: false },
    async (visit) => {
      const found = await lookAt(visit, ports.signal, options)
      clusters.set(visit.target.cluster.name, found)
      return judged({ cluster: visit.target.cluster.name, ...found }, [])
    },
  )
  return { results, clusters }
}

async function lookAt(
  { target: { cluster, context }, api, wanted }: Visit,
  signal: AbortSignal,
  options: LookOptions,
): Promise<ClusterLook> {
  const { checked, pause } = options
  const verified = await verifyCluster(api, wanted, {
    force: true,
    heedFlux: true,
    readOnly: true,
    named: new Set(),
    signal,
  })
  const pods = await podsOfNetwork(api, wanted.network, signal)
  const ask = async (): Promise<Answers> => ({
    time: Date.now(),
    nodes: await askForStatus(api, checked, cluster.name, signal),
  })
  const [names, troubles, flux, first] = await Promise.all([
    namesOf(cluster, { ...options, verified }),
    troublesIn(api, verified.states, pods ?? [], signal),
    fluxCheck(api, { network: wanted.network, context }, signal),
    ask(),
  ])
  if (pause === 0 || !isAnswered(first)) return { verified, pods, troubles, flux, names, answers: [first] }
  await sleep(pause, undefined, { signal })
  return { verified, pods, troubles, flux, names, answers: [first, await ask()] }
}
