import type { Plan } from '../../../plan/plan.ts'
import type { Fault } from '../../../platforms/tolerance.ts'
import { prose } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { consensusInWords, kinds, reachInWords } from '../../../render/tolerance.ts'
import { type ToleranceChange, toleranceChanges } from '../../../render/tolerance-changes.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

/** What the change improves and worsens, and what the network can lose once it is merged. */
export function toleranceSection({ tolerance: { before, after } }: Plan, { rows, characters }: Tier): string {
  const text = (words: string): string => prose(cut(words, characters))
  const changes = limited(before === undefined ? [] : toleranceChanges(before, after), rows, 'changes')
  const faults = limited(after.faults, rows, 'losses')
  const changeRow = ({ kind, name, verdict, before: old, after: now }: ToleranceChange): string[] => [
    `${marks[verdict]} ${verdict}`,
    text(`${kind === 'network' ? 'anywhere' : `${kinds[kind]} ${name}`}`),
    text(old ?? '–'),
    text(now ?? '–'),
  ]
  const faultRow = (fault: Fault): string[] => [
    text(`${kinds[fault.kind]} ${fault.name}`),
    String(fault.lost),
    fault.survives ? text(consensusInWords(fault)) : `**${text(consensusInWords(fault))}**`,
    text(reachInWords(fault)),
  ]
  return [
    '### What the network can lose\n',
    `${text(after.summary)}.\n`,
    ...(changes.shown.length === 0 ? [] : [table(['', 'loss of', 'before', 'after'], changes.shown.map(changeRow))]),
    ...changes.rest.map((line) => `${line}\n`),
    ...(faults.shown.length === 0
      ? []
      : [
          '<details><summary>All that can be lost</summary>\n',
          table(faultColumns, faults.shown.map(faultRow)),
          ...faults.rest.map((line) => `${line}\n`),
          '</details>\n',
        ]),
  ].join('\n')
}

const faultColumns = ['loss of', 'consensus nodes lost', 'consensus', 'cannot be reached from outside meanwhile']

const marks = { worse: '🔻', new: '➕', better: '🔺', removed: '➖' } as const
