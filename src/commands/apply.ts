import { type ApplyOutcome, applyCluster } from '../cluster/apply.ts'
import { ambassadorAddresses } from '../cluster/verify.ts'
import { durationOf } from '../duration.ts'
import { exitStatus } from '../errors.ts'
import type { Cluster } from '../network/network.ts'
import { longestStart } from '../network/startup.ts'
import { outcomeLine, planLines, resultLines } from '../report/cluster.ts'
import { goodOutcomes, unfinishedJobs } from '../report/cluster-result.ts'
import type { Result } from '../report/result.ts'
import { adviceIn } from './clusters/advice.ts'
import { atClusters, countsOf } from './clusters/at-clusters.ts'
import { type ClusterOptions, deliveryOf } from './clusters/delivery.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import { flag, itemsIn, parsed, textWithDefault } from './options.ts'
import type { ClusterPorts } from './ports.ts'
import { cluster, context } from './shared-options.ts'

export interface ApplyOptions extends ClusterOptions {
  /** Show what would be done, and stop. */
  readonly dryRun: boolean
  readonly prune: boolean
  /** Objects to prune although a guard would keep them, as `Kind namespace/name`, separated by commas or lines. */
  readonly pruneAlso: string
  readonly forceConflicts: boolean
  readonly allowOlder: boolean
  /** Apply the objects of each organization as its account, which has rights in its namespace only. */
  readonly impersonate: boolean
  /** How long to wait until everything is ready, in milliseconds. */
  readonly timeout: number
}

/** Renders the definition and applies the result to its clusters. */
export async function apply(options: ApplyOptions, ports: ClusterPorts): Promise<Result> {
  const { prune, dryRun, forceConflicts: force, allowOlder, timeout } = options
  const named = namesIn(options.pruneAlso)
  const delivery = await deliveryOf(options, ports)
  const { checked, findings } = delivery
  ports.reporter.findings(findings)
  if (checked === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  const { signal, now } = ports
  const results = await atClusters(
    delivery,
    ports,
    { doing: 'Applying to', withoutKeys: false, impersonate: options.impersonate },
    async ({ target, api, wanted, elsewhere, say }) => {
      const text = { context: target.context, prune, dryRun }
      const nodes = checked.network.nodes.filter(({ cluster }) => cluster === target.cluster)
      const applied = await applyCluster(
        api,
        wanted,
        {
          force,
          prune,
          named,
          dryRun,
          allowOlder,
          timeout: timeout + longestStart(nodes),
          elsewhere: { ...elsewhere, all: false },
          signal,
          now,
        },
        {
          say,
          planned: (plan) => {
            for (const line of planLines(plan, text)) say(line)
          },
        },
      )
      const counts = countsOf(applied.plan)
      const addresses = settled.has(applied.outcome) ? await ambassadorAddresses(api, wanted) : []
      if (addresses.length > 0) say(entranceLine(target.cluster, addresses))
      return {
        outcome: applied.outcome,
        ...counts,
        addresses,
        ...(applied.jobs.length === 0 ? {} : { jobs: unfinishedJobs(applied.jobs) }),
        pruned: applied.pruned.length,
        orphaned: counts.orphaned - applied.pruned.length,
        plan: planLines(applied.plan, text),
        lines: resultLines(
          applied,
          adviceIn({ network: checked.network, cluster: target.cluster.name, context: target.context }),
        ),
        message: outcomeLine(applied),
      }
    },
  )
  return {
    status: results.every(({ outcome }) => goodOutcomes.has(outcome)) ? exitStatus.done : exitStatus.cluster,
    findings,
    ...describe(checked, results),
    changed: results.some(({ created, changed, pruned }) => created + changed + pruned > 0),
    clusterResults: results,
  }
}

/** Outcomes after which the address of an Ambassador no longer changes. */
const settled: ReadonlySet<ApplyOutcome> = new Set(['applied', 'unchanged'])

const entranceLine = ({ domain }: Cluster, addresses: readonly string[]): string =>
  `the Ambassador is at ${addresses.join(', ')}${domain === undefined ? '' : `: *.${domain} must resolve to it`}`

/** `Secret trade-north/v1, PersistentVolumeClaim trade-north/v1` */
const namesIn = (text: string): ReadonlySet<string> => new Set(itemsIn(text, /[,\n]/))

const timeout = parsed(
  'DURATION',
  'How long to wait until everything is ready, in addition to the longest startupTimeout',
  '10m',
  (text) => {
    const value = durationOf(text)
    return value === undefined ? { allowed: 'write a duration such as 90s, 10m or 1h30m' } : { value }
  },
)

export const prune = flag('Delete applied objects that are no longer in the definition, except those that guards keep')

export const forceConflicts = flag('Take over fields to which another manager gave another value')

export const applyCommand = command({
  name: 'apply',
  purpose: 'Apply what the definition renders to its clusters, wait until it is ready, and report the result',
  options: {
    cluster,
    context,
    'dry-run': flag('Show what would change, according to the API server, and change nothing'),
    prune,
    'prune-also': textWithDefault(
      'NAMES',
      'Objects to delete although a guard keeps them, such as Secret trade-north/v1; separated by commas or lines',
      '',
    ),
    'force-conflicts': forceConflicts,
    'allow-older': flag('Apply this commit even if it does not contain the commit in the cluster'),
    impersonate: flag(
      'Apply the objects of each organization as its own account, which has rights in its namespace only',
    ),
    timeout,
  },
  examples: [
    ['chancery apply --dry-run', 'show what would change in the clusters'],
    [
      'chancery apply --cluster eu --prune',
      'apply to one cluster, and delete objects that are no longer in the definition',
    ],
  ],
  run: (
    { network, cluster, context, prune, impersonate, timeout, 'dry-run': dryRun, 'prune-also': pruneAlso, ...others },
    ports,
  ) => {
    const { 'force-conflicts': force, 'allow-older': allowOlder } = others
    const how = { dryRun, prune, pruneAlso, forceConflicts: force, allowOlder, impersonate, timeout }
    return apply({ network, cluster, context, ...how }, ports)
  },
})
