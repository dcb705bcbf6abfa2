import { objectsOf, type PlacedObjects } from '../../check/built-roots.ts'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import { missingFindings } from '../../check/missing.ts'
import type { DesiredCommit } from '../../cluster/commit.ts'
import type { ClusterContext } from '../../cluster/inventory.ts'
import { consentFindings } from '../../consent/findings.ts'
import { OperatorError } from '../../errors.ts'
import { type Finding, hasErrors, sortFindings } from '../../network/finding.ts'
import { lockFile } from '../../network/lock.ts'
import type { Cluster } from '../../network/network.ts'
import { didYouMean } from '../../network/suggestion.ts'
import { type FileTree, mergeTrees } from '../../render/tree.ts'
import { changesTo } from '../../repository/changes.ts'
import { agreeing, counted, several } from '../../words.ts'
import { findingsOfBuilt } from '../build-findings.ts'
import { inspect } from '../inspect.ts'
import type { ClusterPorts, CommandOptions } from '../ports.ts'
import { rendered, renderTree } from '../render.ts'

export interface ClusterOptions extends CommandOptions {
  /** Only this cluster. */
  readonly cluster?: string | undefined
  /** kubeconfig context of that cluster; overrides the one in the definition. */
  readonly context?: string | undefined
}

/** A cluster and its desired objects, with sealed Secrets. */
export interface Target extends PlacedObjects {
  readonly cluster: Cluster
  readonly context: string
}

export interface ClusterDelivery {
  readonly findings: readonly Finding[]
  /** Undefined when a finding is an error. */
  readonly checked?: CheckedNetwork
  readonly targets: readonly Target[]
  readonly places: readonly ClusterContext[]
  /** The current commit; undefined outside of git. */
  readonly commit?: DesiredCommit
}

/**
 * The desired objects of clusters, from the files of the folder alone: keys must exist and ports be recorded. Makes and writes
 * nothing.
 */
export async function deliveryOf(options: ClusterOptions, ports: ClusterPorts): Promise<ClusterDelivery> {
  const { findings: found, checked } = await inspect(options, ports.files)
  const missing = checked === undefined ? [] : [...missingFindings(checked, 'error'), ...consentFindings(checked)]
  const none = (findings: readonly Finding[]): ClusterDelivery => ({
    findings: sortFindings(findings),
    targets: [],
    places: [],
  })
  if (checked === undefined || hasErrors(missing)) return none([...found, ...missing])
  const clusters = selected(checked.network.clusters, options)
  const tree = await renderTree(checked, ports)
  const { overrides } = checked
  const whole = mergeTrees(tree, overrides)
  const roots = await ports.buildRoots(whole)
  const findings = sortFindings([
    ...found,
    ...missing,
    ...(await findingsOfBuilt(checked.network, roots, whole, overrides, ports)),
    ...(await differenceFindings(tree, options, ports)),
  ])
  if (hasErrors(findings)) return none(findings)
  const head = await ports.repository.checkedOut()
  return {
    findings,
    ...(head === undefined ? {} : { commit: { name: head.commit, relationTo: head.relationTo } }),
    checked,
    targets: clusters.map((cluster) => ({
      cluster,
      context: contextOf(cluster, options),
      ...objectsOf(roots.built, cluster),
    })),
    places: checked.network.clusters.map((cluster) => ({ name: cluster.name, context: contextOf(cluster, options) })),
  }
}

export function selected(clusters: readonly Cluster[], { cluster, context }: ClusterOptions): readonly Cluster[] {
  if (cluster === undefined) {
    if (context !== undefined && clusters.length > 1)
      throw new OperatorError(
        '--context is for one cluster, and the network has several',
        'name the cluster with --cluster NAME',
      )
    return clusters
  }
  const names = clusters.map(({ name }) => name)
  const found = clusters.filter(({ name }) => name === cluster)
  if (found.length === 0) throw new OperatorError(`there is no cluster "${cluster}"`, didYouMean(cluster, names))
  return found
}

/** The option, else the definition, else the name of the cluster: never the current context, which may be that of any cluster. */
export const contextOf = (cluster: Cluster, options: ClusterOptions): string =>
  (options.cluster === undefined || options.cluster === cluster.name ? options.context : undefined) ??
  cluster.context ??
  cluster.name

/** Git should record the applied files: unrecorded ports are an error, other differences a warning. */
async function differenceFindings(
  tree: FileTree,
  { network }: ClusterOptions,
  { files, repository }: ClusterPorts,
): Promise<Finding[]> {
  const { written, removed } = await changesTo(files, tree, [rendered])
  const place = { file: network, line: 1, column: 1 }
  const other = [...written.keys(), ...removed].filter((path) => path !== lockFile).sort()
  const uncommitted = await repository.uncommitted([network, lockFile, 'material', 'overrides', rendered])
  return [
    ...(written.has(lockFile)
      ? [
          {
            rule: 'lock-outdated',
            severity: 'error' as const,
            message: `${lockFile} does not record all ports and keys of this definition`,
            hint: 'run `chancery render` and commit the result: Git must record the applied files',
            place: { ...place, file: lockFile },
          },
        ]
      : []),
    ...(other.length > 0
      ? [
          {
            rule: 'deploy-outdated',
            severity: 'warning' as const,
            message: `${counted(other.length, 'file')} in ${rendered}/ ${agreeing(other.length, 'is', 'are')} out of date (${several(other)}); the current rendering of ${network} is applied`,
            hint: 'run `chancery render` and commit the result',
            place,
          },
        ]
      : []),
    ...(uncommitted.length > 0
      ? [
          {
            rule: 'not-committed',
            severity: 'warning' as const,
            message: `uncommitted changes are applied: ${uncommitted.slice(0, 3).join(', ')}${uncommitted.length > 3 ? ` and ${uncommitted.length - 3} more` : ''}`,
            hint: 'commit them, so that the next person who applies has the same files',
            place,
          },
        ]
      : []),
  ]
}
