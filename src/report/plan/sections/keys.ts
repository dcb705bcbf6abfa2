import type { Plan } from '../../../plan/plan.ts'
import { code } from '../../../render/escape.ts'
import { counted, cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

/** Keys that the merge makes, for which stand-ins were taken here. */
export function keySection({ madeOnMerge }: Plan, { rows, characters }: Tier): string {
  if (madeOnMerge.length === 0) return ''
  const { shown, rest } = limited(madeOnMerge, rows, 'keys')
  const labels = [...shown.map((label) => code(cut(label, characters))), ...rest]
  return `### Made on merge\n\n${counted(madeOnMerge.length, 'key')}: ${labels.join(', ')}\n`
}
