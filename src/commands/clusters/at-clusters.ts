import type { Api } from '../../cluster/api.ts'
import type { ClusterContext } from '../../cluster/inventory.ts'
import type { ClusterPlan, DesiredState } from '../../cluster/plan.ts'
import type { Step } from '../../cluster/rehearsal.ts'
import type { Elsewhere } from '../../cluster/running-twice.ts'
import { OperatorError } from '../../errors.ts'
import { type Keyring, noKeys } from '../../material/identities.ts'
import { isEncrypted } from '../../material/unseal.ts'
import { unsealAll } from '../../material/unseal-objects.ts'
import type { Cluster } from '../../network/network.ts'
import { providers } from '../../providers/index.ts'
import type { ClusterResult } from '../../report/cluster-result.ts'
import { redactor } from '../../report/redact.ts'
import { listed } from '../../words.ts'
import type { ClusterPorts } from '../ports.ts'
import { rolloutOf } from './ask-nodes.ts'
import type { ClusterDelivery, Target } from './delivery.ts'
import { accountsOf, keyringFor } from './tenancy.ts'

/** A cluster with an open connection. */
export interface Visit {
  readonly target: Target
  readonly api: Api
  readonly wanted: DesiredState
  /** The other clusters of the network. */
  readonly elsewhere: Omit<Elsewhere, 'all'>
  /** Number of sealed Secrets that were left out, because no key opens them. */
  readonly leftOut: number
  /** Prints a line at once, without secrets. */
  readonly say: (text: string) => void
  /** Text without what is secret. */
  readonly redact: (text: string) => string
}

type Found = Pick<ClusterResult, 'outcome' | 'plan' | 'lines' | 'message'> & Partial<ClusterResult>

export interface VisitOptions {
  /** The title of the progress line: `Applying to`. */
  readonly doing: string
  /** Leave out objects that cannot be decrypted, instead of failing. */
  readonly withoutKeys: boolean
  /** Apply the objects of each organization as its account. */
  readonly impersonate: boolean
}

/**
 * Does the work at all clusters in parallel: one that fails does not stop the others. A failure around a cluster is its result; a bug is
 * thrown when all others have ended.
 */
export async function atClusters(
  delivery: ClusterDelivery,
  ports: ClusterPorts,
  options: VisitOptions,
  work: (visit: Visit) => Promise<Found>,
): Promise<readonly ClusterResult[]> {
  const keyring = await ports.keyring()
  // Before any cluster: without a kubeconfig none can be reached.
  const contexts = await ports.contexts()
  const title = `${options.doing} ${listed(delivery.targets.map(({ cluster }) => cluster.name))}`
  const settled = await ports.reporter.during(title, () =>
    Promise.allSettled(
      delivery.targets.map((target) => atCluster(target, delivery, { keyring, contexts }, ports, options, work)),
    ),
  )
  const results = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  for (const { cluster, lines } of results) for (const line of lines) ports.reporter.say(`${cluster}: ${line}`)
  const bug = settled.find((one) => one.status === 'rejected')
  if (bug !== undefined) throw bug.reason
  return results
}

async function atCluster(
  target: Target,
  { checked, places, commit }: ClusterDelivery,
  { keyring, contexts }: { readonly keyring: Keyring; readonly contexts: readonly string[] },
  ports: ClusterPorts,
  { withoutKeys, impersonate }: VisitOptions,
  work: (visit: Visit) => Promise<Found>,
): Promise<ClusterResult> {
  const { cluster, context } = target
  const none = { cluster: cluster.name, context, created: 0, changed: 0, kept: 0, pruned: 0, orphaned: 0, plan: [] }
  let api: Api | undefined
  let redact = (text: string): string => text
  try {
    const withoutSecrets = withoutKeys && keyring.identities.length === 0
    const readable = withoutSecrets ? target.objects.filter((object) => !isEncrypted(object)) : target.objects
    const { objects, secrets } = await unsealAll(readable, (object) =>
      checked === undefined ? noKeys : keyringFor(checked, target, object, keyring),
    )
    ports.reporter.conceal(secrets)
    redact = redactor(secrets)
    api = await connectTo(target, contexts, ports)
    const found = await work({
      target,
      api,
      wanted: {
        network: checked?.network.name ?? '',
        cluster: cluster.name,
        namespace: cluster.ambassador.namespace,
        objects,
        withoutSecrets,
        places,
        consensusRoles: checked?.platform.definition.consensusRoles ?? [],
        addressless: addressless(cluster),
        ...(commit === undefined ? {} : { commit }),
        ...(checked === undefined || !impersonate ? {} : { accounts: accountsOf(checked, target) }),
        ...(checked === undefined ? {} : { rollout: rolloutOf(checked, cluster.name) }),
      },
      elsewhere: elsewhereOf(places, checked?.network.clusters ?? [], contexts, ports),
      leftOut: target.objects.length - objects.length,
      say: (text) => ports.reporter.say(`${cluster.name}: ${redact(text)}`),
      redact,
    })
    const { plan, lines, message } = found
    return { ...none, ...found, plan: plan.map(redact), lines: lines.map(redact), message: redact(message) }
  } catch (error) {
    if (ports.signal.aborted && isAbort(error, ports.signal))
      return { ...none, ...ended('stopped', 'run the command again to continue') }
    if (!(error instanceof OperatorError)) throw error
    if (ports.signal.aborted)
      return { ...none, ...ended('stopped', redact(error.message), 'run the command again to continue') }
    return { ...none, ...ended('failed', redact(error.message), redact(error.hint)) }
  } finally {
    api?.close()
  }
}

function elsewhereOf(
  places: readonly ClusterContext[],
  clusters: readonly Cluster[],
  known: readonly string[],
  { connect }: ClusterPorts,
): Visit['elsewhere'] {
  return {
    places: places.flatMap((place) => {
      const namespace = clusters.find(({ name }) => name === place.name)?.ambassador.namespace
      return namespace === undefined ? [] : [{ ...place, namespace }]
    }),
    connect: async (context) => {
      if (known.includes(context)) return connect(context)
      throw new OperatorError(`the kubeconfig has no context "${context}"`, 'log in to that cluster')
    },
  }
}

/** Whether the Ambassador has no address to wait for: the addresses are those of nodes, or of another owner's Service. */
const addressless = ({ provider, ambassador }: Cluster): boolean =>
  providers[provider].local || ambassador.existing || ambassador.publish !== 'LoadBalancer'

function ended(outcome: 'stopped' | 'failed', message: string, ...hints: readonly string[]) {
  const line = `${outcome}: ${message}`
  return { outcome, message: line, lines: [line, ...hints.map((hint) => `    ${hint}`)] }
}

const isAbort = (error: unknown, signal: AbortSignal): boolean =>
  error === signal.reason || (error instanceof Error && error.name === 'AbortError')

/** Throws OperatorError when the kubeconfig has no such context: the current context may be that of any cluster. */
export async function connectTo(
  { cluster, context }: Pick<Target, 'cluster' | 'context'>,
  known: readonly string[],
  { connect }: ClusterPorts,
): Promise<Api> {
  if (known.includes(context)) return connect(context)
  throw new OperatorError(
    `the kubeconfig has no context "${context}" for the cluster ${cluster.name}: it has ${known.join(', ') || 'none'}`,
    `log in to the cluster (${providers[cluster.provider].login(context)}), then name its context in \`context:\` of the definition or with --context`,
  )
}

/** How many objects a plan creates, changes and leaves alone. */
export function countsOf({
  steps,
  orphans,
}: ClusterPlan): Pick<ClusterResult, 'created' | 'changed' | 'kept' | 'orphaned'> {
  const count = (action: Step['action']): number => steps.filter((step) => step.action === action).length
  return { created: count('create'), changed: count('change'), kept: count('keep'), orphaned: orphans.length }
}
