import { applyCluster } from '../cluster/apply.ts'
import { exitStatus } from '../errors.ts'
import { outcomeLine, planLines, resultLines } from '../report/cluster.ts'
import { differenceLines, type ObjectDifference, objectDifferences } from '../report/diff/object-difference.ts'
import type { Result } from '../report/result.ts'
import { forceConflicts, prune } from './apply.ts'
import { atClusters, countsOf } from './clusters/at-clusters.ts'
import { type ClusterOptions, deliveryOf } from './clusters/delivery.ts'
import { command } from './command.ts'
import { describe } from './describe.ts'
import type { ClusterPorts } from './ports.ts'
import { cluster, context } from './shared-options.ts'

interface DiffOptions extends ClusterOptions {
  readonly prune: boolean
  readonly forceConflicts: boolean
}

/** Shows what `apply` would change: the same dry run, with a unified diff of each object. */
async function diff(options: DiffOptions, ports: ClusterPorts): Promise<Result> {
  const { prune, forceConflicts: force } = options
  const { signal, now, reporter } = ports
  const delivery = await deliveryOf(options, ports)
  const { checked, findings } = delivery
  reporter.findings(findings)
  if (checked === undefined) return { status: exitStatus.findings, findings, clusters: [] }
  const found = new Map<string, readonly ObjectDifference[]>()
  const results = await atClusters(
    delivery,
    ports,
    { doing: 'Comparing', withoutKeys: true, impersonate: false },
    async ({ target, api, wanted, say, redact, leftOut }) => {
      const applied = await applyCluster(
        api,
        wanted,
        { force, prune, signal, now, named: new Set(), dryRun: true, allowOlder: false, timeout: 0 },
        { say, planned: () => {} },
      )
      const differences = objectDifferences(target.cluster.name, applied.plan, prune)
      found.set(
        target.cluster.name,
        differences.map((one) => ({ ...one, diff: redact(one.diff) })),
      )
      const text = { context: target.context, prune, dryRun: true, withoutSteps: true }
      const secrets = leftOut === 0 ? [] : [`${leftOut} sealed Secrets were not compared: this machine has no age key`]
      return {
        outcome: applied.outcome,
        ...countsOf(applied.plan),
        plan: [],
        lines: [...planLines(applied.plan, text), ...secrets, ...resultLines(applied).slice(0, -1)],
        message: outcomeLine(applied),
      }
    },
  )
  for (const [name, differences] of found)
    for (const { text, tone } of differenceLines(differences))
      reporter.say(`${results.length > 1 ? `${name}: ` : ''}${text}`, tone)
  const differences = [...found.values()].flat()
  const isSame = differences.length === 0 && results.every(({ outcome }) => outcome === 'planned')
  return {
    status: isSame ? exitStatus.done : exitStatus.cluster,
    findings,
    ...describe(checked, results),
    clusterResults: results,
    differences,
  }
}

export const diffCommand = command({
  name: 'diff',
  purpose: 'Show what apply would change in clusters: a unified diff of each object, by a dry run at the API server',
  where: 'command line',
  options: { cluster, context, prune, 'force-conflicts': forceConflicts },
  examples: [
    ['chancery diff', 'what apply would change, in all clusters'],
    ['chancery diff --cluster eu --prune', 'in one cluster, with the objects that --prune would delete'],
  ],
  run: ({ network, cluster, context, prune, 'force-conflicts': forceConflicts }, ports) =>
    diff({ network, cluster, context, prune, forceConflicts }, ports),
})
