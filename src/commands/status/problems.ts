import { nameOf } from '../../cluster/objects.ts'
import { deletedOrphans } from '../../cluster/orphans.ts'
import { changes } from '../../cluster/plan.ts'
import type { Step } from '../../cluster/rehearsal.ts'
import type { ObjectTrouble } from '../../cluster/troubles.ts'
import { groupBy } from '../../group-by.ts'
import type { Cluster } from '../../network/network.ts'
import type { ClusterResult } from '../../report/cluster-result.ts'
import type { StatusProblem } from '../../report/status/network-status.ts'
import { shellWord } from '../../report/status/next-step.ts'
import { agreeing, counted, several } from '../../words.ts'
import { adviceIn } from '../clusters/advice.ts'
import type { ClusterLook } from './look.ts'
import { appliedBy, type StatusInput } from './status-input.ts'

/** What is wrong, and what to do next: clusters first, then the ledger and certificates. */
export function problemsOf(input: StatusInput): readonly StatusProblem[] {
  const { checked, look, ledger, expiring } = input
  const clusters = new Map(checked.network.clusters.map((cluster) => [cluster.name, cluster]))
  return [
    ...look.results.flatMap((result) => {
      const found = look.clusters.get(result.cluster)
      const cluster = clusters.get(result.cluster)
      if (found === undefined || cluster === undefined) return [unreachable(result)]
      const place = { cluster: result.cluster, context: result.context }
      return [
        ...driftProblems(found, place),
        ...fluxProblems(found, place),
        ...found.troubles.map((trouble) => troubleProblem(trouble, input, place)),
        ...nameProblems(found, cluster),
      ]
    }),
    ...ledger.map(({ message, hint }) => ({ message, ...(hint === undefined ? {} : { hint }) })),
    ...expiring.map(({ message, hint }) => ({ message, ...(hint === undefined ? {} : { hint }) })),
  ]
}

interface Place {
  readonly cluster: string
  readonly context: string
}

/** The message of a result begins with its outcome, and its hint is below. */
function unreachable({ cluster, message, lines }: ClusterResult): StatusProblem {
  const hint = lines
    .slice(1)
    .map((line) => line.trim())
    .join('; ')
  return { cluster, message: message.replace(/^failed: /, ''), ...(hint === '' ? {} : { hint }) }
}

function driftProblems({ verified }: ClusterLook, { cluster, context }: Place): readonly StatusProblem[] {
  const open = changes(verified.plan)
  const [again, others] = [open.filter(isToRunAgain), open.filter((step) => !isToRunAgain(step))]
  const names = (action: 'create' | 'change'): string[] =>
    others.filter((step) => step.action === action).map(({ object }) => nameOf(object))
  const [missing, different] = [names('create'), names('change')]
  const parts = [
    ...(missing.length === 0
      ? []
      : [
          `${counted(missing.length, 'object')} ${agreeing(missing.length, 'is', 'are')} missing (${several(missing, 3)})`,
        ]),
    ...(different.length === 0
      ? []
      : [
          `${counted(different.length, 'object')} ${agreeing(different.length, 'differs', 'differ')} from the definition (${several(different, 3)})`,
        ]),
  ]
  const next =
    appliedBy(verified) === 'Flux'
      ? `see whether Flux is ready: kubectl --context ${shellWord(context)} get kustomizations --all-namespaces`
      : `\`chancery apply --cluster ${cluster}\` creates and changes what is different`
  return [
    ...(parts.length === 0
      ? []
      : [
          {
            cluster,
            message: parts.join(', '),
            hint: `\`chancery verify --cluster ${cluster}\` shows the fields; ${next}`,
          },
        ]),
    ...again.map(({ object, again: { reason } = { reason: '' }, byFlux }) => ({
      cluster,
      message: `${nameOf(object)} has to run again: ${reason}`,
      hint: byFlux
        ? `delete it, and Flux creates it again: kubectl --context ${shellWord(context)} -n ${object.metadata.namespace} delete job ${object.metadata.name}`
        : `\`chancery apply --cluster ${cluster}\` deletes it and creates it again`,
    })),
    ...deletedOrphans(verified.plan.orphans, false).map(({ entry }) => ({
      cluster,
      message: `${nameOf(entry)} is no longer in the definition, but still exists`,
      hint: `\`chancery apply --cluster ${cluster}\` deletes it`,
    })),
    ...verified.plan.refused.map(({ refusal: { message, hint } }) => ({ cluster, message, hint })),
  ]
}

const isToRunAgain = ({ again }: Step): boolean => again?.old !== undefined

/** A Kustomization that is not ready explains what is missing or different. */
function fluxProblems({ flux }: ClusterLook, { cluster }: Place): readonly StatusProblem[] {
  if (flux.judgement.result === 'ok') return []
  const { seen, hint } = flux.judgement
  return [{ cluster, message: `Flux: ${seen}`, ...(hint === undefined ? {} : { hint }) }]
}

function troubleProblem(trouble: ObjectTrouble, { checked }: StatusInput, place: Place): StatusProblem {
  return {
    cluster: place.cluster,
    message: trouble.message,
    hint: adviceIn({ ...place, network: checked.network })(trouble),
  }
}

/** One problem for all names that fail in one way: mostly a wildcard record is missing. */
function nameProblems({ names, verified }: ClusterLook, { name: cluster, domain }: Cluster): readonly StatusProblem[] {
  if (!names.matter) return []
  const failed = names.found.flatMap(({ name, failure }) => (failure === undefined ? [] : [{ name, failure }]))
  const target = verified.addresses.join(', ')
  const record =
    domain === undefined
      ? 'correct `address` of the cluster'
      : `create or correct the DNS record *.${domain}${target === '' ? '' : ` → ${target}`}`
  return [...groupBy(failed, ({ failure }) => failure)].map(([failure, group]) => ({
    cluster,
    message: `${several(
      group.map(({ name }) => name),
      3,
    )}: ${failure}`,
    hint: names.advice.length === 0 ? record : names.advice.join('; '),
  }))
}
