import type { Resolution } from '../ambassador/resolution.ts'
import { nameOf } from '../cluster/objects.ts'
import { deletedOrphans } from '../cluster/orphans.ts'
import { changes } from '../cluster/plan.ts'
import type { Verified } from '../cluster/verify.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { agreeing, counted } from '../words.ts'
import type { Check } from './check.ts'
import { reachabilityLines } from './reachability.ts'

export interface CheckInput {
  readonly cluster: string
  readonly verified: Verified
  readonly names: {
    readonly found: readonly Resolution[]
    /** What to do about those that do not resolve to the Ambassador. */
    readonly advice: readonly string[]
    /** Whether this machine must resolve them. */
    readonly matter: boolean
  }
  /** Endpoints that pods of the cluster reach; undefined without a probe. */
  readonly probed?: ProbeOutcome
}

/** All checks of a cluster. Checks that do not apply are left out. */
export const checksOf = (input: CheckInput): readonly Check[] => [
  ...ofObjects(input.verified),
  ...ofNodesElsewhere(input.verified),
  ...ofNames(input),
  ...(input.probed === undefined ? [] : ofProbe(input.cluster, input.probed)),
]

/** Orphans are reported but do not fail the check, as they may be intended with prune off; a Job acts on. */
function ofObjects({ plan, awaited, unready, addresses, balanced, addressless }: Verified): readonly Check[] {
  const leftOver = deletedOrphans(plan.orphans, false).length
  const wrong = changes(plan).length + plan.refused.length + leftOver
  const all = plan.steps.length
  const old =
    leftOver === 0
      ? ''
      : `, ${counted(leftOver, 'Job')} of an earlier definition ${agreeing(leftOver, 'exists', 'exist')}`
  return [
    {
      name: 'drift',
      good: wrong === 0,
      message: `${all - changes(plan).length} of ${all} objects match the definition${old}`,
    },
    { name: 'readiness', good: unready.length === 0, message: `${awaited - unready.length} of ${awaited} are ready` },
    ...(addresses.length === 0 && !balanced
      ? []
      : [
          {
            name: 'address',
            good: addresses.length > 0 || addressless,
            message: addresses.length === 0 ? 'the Ambassador has no external address' : addresses.join(', '),
          },
        ]),
  ].map((check) => ({ ...check, lines: [] }) as Check) // the names are those above
}

/** One key must have one node. */
function ofNodesElsewhere({ plan: { elsewhere } }: Verified): readonly Check[] {
  const [first] = elsewhere.twice
  if (first === undefined) return []
  const message = `${counted(elsewhere.twice.length, 'node')} also ${agreeing(elsewhere.twice.length, 'runs', 'run')} in another cluster: ${nameOf(first.object)} in ${first.place.name}`
  return [{ name: 'once', good: false, message, lines: [] }]
}

/** A name that is wrong everywhere fails the check; a name that only other networks resolve is a note. */
function ofNames({ names: { found, advice, matter } }: CheckInput): readonly Check[] {
  if (found.length === 0) return []
  const wrong = found.filter(({ failure }) => failure !== undefined)
  const lead = `${found.length - wrong.length} of ${found.length} names resolve to the Ambassador`
  const lines = [
    ...found.flatMap(({ name, note }) => (note === undefined ? [] : [`! ${name} ${note}`])),
    ...wrong.map(({ name, failure }) => `${matter ? '' : '! '}${name} ${failure}`),
    ...advice.map((one) => `    ${one}`),
  ]
  return [{ name: 'names', good: !matter || wrong.length === 0, message: lead, lines: [...lines, lead] }]
}

function ofProbe(cluster: string, { outcomes, problems }: ProbeOutcome): readonly Check[] {
  const failed = outcomes.filter(({ failure }) => failure !== undefined)
  const told = problems.flatMap(({ message, hint }) => [message, `    ${hint}`])
  // No node of the cluster opens connections.
  if (outcomes.length + problems.length === 0) return []
  const found = outcomes.length === 0 ? [] : reachabilityLines(cluster, outcomes)
  return [
    {
      name: 'reachability',
      good: failed.length + problems.length === 0,
      message: problems[0]?.message ?? found.at(-1) ?? '',
      lines: [...told, ...found],
    },
  ]
}

/** `differs: the cluster does not match the definition: names, reachability` */
export function verdict(checks: readonly Check[]): string {
  const wrong = checks.filter(({ good }) => !good).map(({ name }) => name)
  return wrong.length === 0
    ? 'verified: the cluster matches the definition'
    : `differs: the cluster does not match the definition: ${wrong.join(', ')}`
}
