import { type ApplyOutcome, applyCluster } from '../cluster/apply.ts'
import { ambassadorAddresses } from '../cluster/verify.ts'
import { durationOf } from '../duration.ts'
import { exitStatus } from '../errors.ts'
import type { Cluster } from '../network/network.ts'
import { outcomeLine, planLines, resultLines } from '../report/cluster.ts'
import { goodOutcomes } from '../report/cluster-result.ts'
import type { Result } from '../report/result.ts'
import { atClusters, countsOf } from './clusters/at-clusters.ts'
import { type ClusterOptions, deliveryOf } from './clusters/delivery.ts'
import { describe } from './describe.ts'
import type { ClusterPorts } from './ports.ts'

export interface ApplyOptions extends ClusterOptions {
  /** Show what would be done, and stop. */
  readonly dryRun: boolean
  readonly prune: boolean
  /** Objects that are pruned although a guard would keep them, as `Kind namespace/name`, separated by commas or lines. */
  readonly pruneAlso: string
  readonly forceConflicts: boolean
  /** How long to wait until everything is ready: `10m`. */
  readonly timeout: string
}

/** Applies what the definition renders to its clusters. */
export async function apply(options: ApplyOptions, ports: ClusterPorts): Promise<Result> {
  const { prune, dryRun, forceConflicts: force } = options
  const timeout = durationOf(options.timeout, 'timeout')
  const named = namesIn(options.pruneAlso)
  const delivery = await deliveryOf(options, ports)
  const { checked, findings } = delivery
  ports.reporter.findings(findings)
  if (checked === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  const { signal, now } = ports
  const results = await atClusters(delivery, ports, { withoutKeys: false }, async ({ target, api, wanted, say }) => {
    const text = { context: target.context, prune, dryRun }
    const applied = await applyCluster(
      api,
      wanted,
      { force, prune, named, dryRun, timeout, signal, now },
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
      ...{ ...counts, addresses },
      ...{ pruned: applied.pruned.length, orphaned: counts.orphaned - applied.pruned.length },
      ...{ plan: planLines(applied.plan, text), lines: resultLines(applied), message: outcomeLine(applied) },
    }
  })
  return {
    status: results.every(({ outcome }) => goodOutcomes.has(outcome)) ? exitStatus.done : exitStatus.cluster,
    findings,
    ...describe(checked, results),
    changed: results.some(({ created, changed, pruned }) => created + changed + pruned > 0),
    clusterResults: results,
  }
}

/** With these an Ambassador that has an address has it for good. */
const settled: ReadonlySet<ApplyOutcome> = new Set(['applied', 'unchanged'])

const entranceLine = ({ domain }: Cluster, addresses: readonly string[]): string =>
  `the Ambassador is at ${addresses.join(', ')}${domain === undefined ? '' : `: *.${domain} has to lead there`}`

/** `Secret trade-north/v1, PersistentVolumeClaim trade-north/v1` */
const namesIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
