import type { Fault, FaultReport } from '../platforms/tolerance.ts'
import { consensusInWords } from './tolerance.ts'

/** How a change moves what the network can lose. */
export interface ToleranceChange {
  /** `network` for the number of nodes that may be down, wherever they are. */
  readonly kind: Fault['kind'] | 'network'
  readonly name: string
  readonly verdict: 'better' | 'worse' | 'new' | 'removed'
  /** In words; undefined for what is new. */
  readonly before?: string
  /** In words; undefined for what is gone. */
  readonly after?: string
}

/** What a change improves and worsens, worse first, then in the order of the report. What stays as it was is left out. */
export function toleranceChanges(before: FaultReport, after: FaultReport): readonly ToleranceChange[] {
  const old = new Map(before.faults.map((fault) => [keyOf(fault), fault]))
  const now = new Set(after.faults.map(keyOf))
  return [
    ...networkChange(before, after),
    ...after.faults.flatMap((fault) => faultChange(old.get(keyOf(fault)), fault)),
    ...before.faults.filter((fault) => !now.has(keyOf(fault))).map(removed),
  ].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}

const order: readonly ToleranceChange['verdict'][] = ['worse', 'new', 'better', 'removed']

const keyOf = ({ kind, name }: Fault): string => `${kind} ${name}`

function networkChange(before: FaultReport, after: FaultReport): ToleranceChange[] {
  const [was, is] = [before.consensus, after.consensus]
  const difference = is.mayBeDown - was.mayBeDown || is.mayLie - was.mayLie
  if (difference === 0) return []
  const words = ({ nodes, mayBeDown, mayLie }: FaultReport['consensus']): string =>
    `${mayBeDown} of ${nodes} consensus nodes may be offline, ${mayLie} malicious`
  return [
    {
      kind: 'network',
      name: '',
      verdict: difference > 0 ? 'better' : 'worse',
      before: words(was),
      after: words(is),
    },
  ]
}

function faultChange(was: Fault | undefined, is: Fault): ToleranceChange[] {
  const { kind, name } = is
  if (was === undefined) return [{ kind, name, verdict: 'new', after: inWords(is) }]
  const difference = grade(is) - grade(was) || is.margin - was.margin || was.reach.none.length - is.reach.none.length
  if (difference === 0) return []
  return [{ kind, name, verdict: difference > 0 ? 'better' : 'worse', before: inWords(was), after: inWords(is) }]
}

const removed = (fault: Fault): ToleranceChange => ({
  kind: fault.kind,
  name: fault.name,
  verdict: 'removed',
  before: inWords(fault),
})

const grade = ({ survives, pauses }: Fault): number => (survives ? (pauses ? 1 : 2) : 0)

function inWords(fault: Fault): string {
  const { none } = fault.reach
  return none.length === 0
    ? consensusInWords(fault)
    : `${consensusInWords(fault)}; no other node exposes ${none.join(' and ')}`
}
