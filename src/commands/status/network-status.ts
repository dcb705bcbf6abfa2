import type { Route } from '../../ambassador/routes.ts'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import { at, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { changes } from '../../cluster/plan.ts'
import { containersOf } from '../../cluster/status/containers.ts'
import { publicPath } from '../../material/material.ts'
import { isImageReferenceProblem, readImageReference } from '../../network/image-reference.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import { type ClusterResult, goodOutcomes } from '../../report/cluster-result.ts'
import type { ClusterRow, NetworkStatus, NodeRow, RouteRow } from '../../report/status/network-status.ts'
import { liveLedgerOf } from './ledger.ts'
import { type ClusterLook, isAnswered } from './look.ts'
import { problemsOf } from './problems.ts'
import { appliedBy, type StatusInput } from './status-input.ts'

/** All that a look found, in rows. */
export function networkStatus(input: StatusInput): NetworkStatus {
  const { checked, routes, look, now } = input
  const { network, platform } = checked
  const nodes = network.nodes.map((node) => nodeRow(node, look.clusters.get(node.cluster.name), { checked, now }))
  const lookedAt = new Set(look.results.map(({ cluster }) => cluster))
  const isLookedAt = ({ cluster }: { readonly cluster: string }): boolean => lookedAt.has(cluster)
  return {
    clusters: look.results.map((result) => clusterRow(result, look.clusters.get(result.cluster), nodes)),
    nodes: nodes.filter(isLookedAt),
    tables: platform.operation.status?.tables?.(network, liveLedgerOf(look)) ?? [],
    routes: routes.filter(isLookedAt).map((route) => routeRow(route, look.clusters.get(route.cluster))),
    problems: problemsOf(input),
    notes: [...look.clusters].flatMap(([cluster, found]) => notesOf(cluster, found, nodes)),
  }
}

function clusterRow(
  { cluster, context, outcome }: ClusterResult,
  found: ClusterLook | undefined,
  nodes: readonly NodeRow[],
): ClusterRow {
  const own = nodes.filter((row) => row.cluster === cluster && row.elsewhere !== true)
  const counts = { nodes: own.length, readyNodes: own.filter(({ ready }) => ready === true).length }
  if (found === undefined) return { cluster, context, state: 'unreachable', ...counts }
  const { plan, addresses } = found.verified
  return {
    cluster,
    context,
    state: goodOutcomes.has(outcome) ? 'ok' : 'degraded',
    ...counts,
    objects: plan.steps.length + plan.refused.length,
    objectsAsDefined: plan.steps.length - changes(plan).length,
    addresses,
    kubernetes: plan.serverVersion,
    appliedBy: appliedBy(found.verified),
  }
}

interface NodeInput {
  readonly checked: CheckedNetwork
  readonly now: Date
}

function nodeRow(node: LedgerNode, found: ClusterLook | undefined, { checked, now }: NodeInput): NodeRow {
  const { platform, lock } = checked
  const days = certificateDays(node, lock.certificates, now)
  const row: NodeRow = {
    node: nodeId(node),
    cluster: node.cluster.name,
    role: node.role,
    ...(node.elsewhere ? { elsewhere: true } : {}),
    ...(days === undefined ? {} : { certificateDays: days }),
  }
  if (found === undefined || node.elsewhere) return row
  const state = found.verified.states.find(({ object: { kind, metadata } }) => {
    return kind === 'StatefulSet' && metadata.name === node.name && metadata.namespace === node.organization.namespace
  })
  const pod = found.pods?.find(({ metadata }) => {
    return metadata.name === `${node.name}-0` && metadata.namespace === node.organization.namespace
  })
  const replies = found.answers.at(-1)?.nodes.find((one) => nodeId(one.node) === nodeId(node))?.replies
  return {
    ...row,
    ready: state?.ready === true,
    ...(replies === undefined ? {} : platform.operation.status?.report(replies)),
    ...(pod === undefined ? {} : podFields(pod)),
  }
}

function podFields(pod: KubernetesObject): Pick<NodeRow, 'restarts' | 'version'> {
  const restarts = containersOf(pod).reduce((sum, container) => sum + container.restarts, 0)
  const image = readImageReference(String(at(listAt(pod, 'spec', 'containers')[0], 'image') ?? ''))
  return { restarts, ...(isImageReferenceProblem(image) || image.tag === undefined ? {} : { version: image.tag }) }
}

const day = 24 * 60 * 60 * 1000

/** Whole days until the first certificate of a node expires; undefined for a node without certificates. */
function certificateDays(
  node: LedgerNode,
  certificates: Readonly<Record<string, string>>,
  now: Date,
): number | undefined {
  const folder = `${publicPath(node.organization.name, node.name)}/`
  const ends = Object.entries(certificates).flatMap(([path, end]) => (path.startsWith(folder) ? [Date.parse(end)] : []))
  return ends.length === 0 ? undefined : Math.floor((Math.min(...ends) - now.getTime()) / day)
}

function routeRow({ url, host, cluster, node, endpoint }: Route, found: ClusterLook | undefined): RouteRow {
  const resolution = found?.names.found.find(({ name }) => name === host)
  const row = { url, cluster, node: nodeId(node), endpoint: endpoint.name, resolvesTo: resolution?.addresses ?? [] }
  return resolution === undefined ? row : { ...row, resolves: resolution.failure === undefined }
}

function notesOf(cluster: string, { pods, answers }: ClusterLook, nodes: readonly NodeRow[]): readonly string[] {
  const own = nodes.filter((row) => row.cluster === cluster)
  const areElsewhere = own.length > 0 && own.every(({ elsewhere }) => elsewhere)
  return [
    ...(pods === undefined ? [`${cluster}: pods cannot be listed, so restarts and versions are unknown`] : []),
    ...(areElsewhere || answers.some(isAnswered)
      ? []
      : [`${cluster}: no node answered, so blocks and peers are unknown: that needs the right pods/portforward`]),
  ]
}
