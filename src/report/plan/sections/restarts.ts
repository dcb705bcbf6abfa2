import type { Plan } from '../../../plan/plan.ts'
import { prose } from '../../../render/escape.ts'
import { cut } from '../../../words.ts'
import { restartTexts } from '../restart-texts.ts'
import { limited, type Tier } from '../tier.ts'

/** What happens to pods that run, and why Jobs come. */
export function restartLines(plan: Plan, { rows, characters }: Tier): string[] {
  const { shown, rest } = limited(restartTexts(plan), rows, 'restarts')
  return [...shown.map((text) => prose(cut(text, characters))), ...rest]
}
