import type { Plan } from '../../../plan/plan.ts'
import type { Fault, FaultReport } from '../../../platforms/tolerance.ts'
import { prose } from '../../../render/escape.ts'
import { consensusInWords, kinds } from '../../../render/tolerance.ts'
import { type ToleranceChange, toleranceChanges } from '../../../render/tolerance-changes.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

/** What the network can lose once the change is merged: what the change makes better and worse; of a new network, what stops it. */
export function toleranceSection({ tolerance: { before, after } }: Plan, { rows, characters }: Tier): string {
  const text = (words: string): string => prose(cut(words, characters))
  const lines =
    before === undefined
      ? stoppedBy(after).map(
          (fault) => `- ${text(`Loss of ${kinds[fault.kind]} ${fault.name}: ${consensusInWords(fault)}`)}`,
        )
      : toleranceChanges(before, after).map((change) => `- **${change.verdict}** ${text(changeInWords(change))}`)
  const { shown, rest } = limited(lines, rows, before === undefined ? 'losses' : 'changes')
  const same = before !== undefined && lines.length === 0 ? ' This change does not alter it.' : ''
  return [
    '### What the network can lose\n',
    `${text(after.summary)}.${same}\n`,
    ...(shown.length === 0 ? [] : [shown.map((line) => `${line}\n`).join('')]),
    ...rest.map((line) => `${line}\n`),
  ].join('\n')
}

const stoppedBy = ({ faults }: FaultReport): readonly Fault[] => faults.filter(({ survives }) => !survives)

function changeInWords({ kind, name, before, after }: ToleranceChange): string {
  const what = kind === 'network' ? 'anywhere' : `loss of ${kinds[kind]} ${name}`
  if (before === undefined || after === undefined) return `${what}: ${after ?? before ?? ''}`
  return `${what}: ${after} (before: ${before})`
}
