import type { Plan } from '../../../plan/plan.ts'
import { code } from '../../../render/escape.ts'
import { counted, cut } from '../../../words.ts'
import { bracedPaths } from '../braces.ts'
import { limited, type Tier } from '../tier.ts'

/** Keys that the merge makes, for which throw-away ones were used here. */
export function keyLine({ madeOnMerge }: Pick<Plan, 'madeOnMerge'>, { rows, characters }: Tier): string[] {
  if (madeOnMerge.length === 0) return []
  const { shown, rest } = limited(madeOnMerge, rows, 'keys')
  const labels = [...(shown.length === 0 ? [] : [code(cut(bracedPaths(shown), characters))]), ...rest]
  return [`The merge makes ${counted(madeOnMerge.length, 'key')}: ${labels.join(', ')}`]
}
