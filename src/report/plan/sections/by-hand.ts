import type { HandTask } from '../../../plan/by-hand/index.ts'
import type { Plan } from '../../../plan/plan.ts'
import { fence, prose } from '../../../render/escape.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

/** What people have to do before and after the merge, with commands to copy. */
export const handSection = ({ beforeMerge, byHand }: Plan, tier: Tier): string =>
  [tasks('before', beforeMerge, tier), tasks('after', byHand, tier)].filter((text) => text !== '').join('\n')

function tasks(when: 'before' | 'after', all: readonly HandTask[], tier: Tier): string {
  const { shown, rest } = limited(all, tier.rows, 'tasks')
  if (all.length === 0) return ''
  const commands = limited(tier.objects ? shown.flatMap((task) => task.commands) : [], tier.rows, 'commands')
  const lines = commands.shown.filter((line) => line.length <= tier.characters)
  return [
    `### To do by hand ${when} the merge\n`,
    [
      ...shown.map(({ text }) => `1. ${prose(cut(text, tier.characters))}\n`),
      ...rest.map((line) => `\n${line}\n`),
    ].join(''),
    ...(lines.length === 0
      ? []
      : ['<details><summary>Commands</summary>\n', fence('sh', [...lines, ...commands.rest]), '</details>\n']),
  ].join('\n')
}
