import type { Plan, PlannedRisk } from '../../../plan/plan.ts'
import { code, fence, prose } from '../../../render/escape.ts'
import { counted, cut } from '../../../words.ts'
import { dumpYaml } from '../../../yaml.ts'
import { riskLink } from '../../page-link.ts'
import { limited, type Tier } from '../tier.ts'

const marks = { danger: '🛑', caution: '⚠️' } as const

/** What could happen to the ledger: first what nobody acknowledged, with how to do so. */
export function riskSection({ risks }: Plan, tier: Tier): string {
  if (risks.length === 0) return ''
  const open = risks.filter(({ acknowledged }) => !acknowledged)
  const meant = risks.filter(({ acknowledged }) => acknowledged)
  const items = (some: readonly PlannedRisk[], most: number): string => {
    const { shown, rest } = limited(some, most, 'risks')
    return [...shown.map((risk) => item(risk, tier)), ...rest].map((line) => `- ${line}\n`).join('')
  }
  return [
    '### Risks\n',
    ...(open.length === 0 ? [] : [items(open, tier.risks), howTo(open.slice(0, tier.risks), tier)]),
    ...(meant.length === 0
      ? []
      : [
          `<details><summary>✅ ${counted(meant.length, 'acknowledged risk')}</summary>\n`,
          items(meant, Math.min(tier.risks, tier.rows)),
          '</details>\n',
        ]),
  ].join('\n')
}

function item({ severity, acknowledged, id, message, hint, place }: PlannedRisk, tier: Tier): string {
  const { characters } = tier
  const mark = acknowledged ? `✅ **${severity}, acknowledged**` : `${marks[severity]} **${severity}**`
  const where = code(`${cut(place.file, characters)}:${place.line}:${place.column}`)
  const rule = riskLink(id, tier)
  return `${mark} ${prose(cut(message, characters))} (${rule}, ${where})<br>→ ${prose(cut(hint, characters))}`
}

/** Subjects that were cut would acknowledge nothing: only whole lines are shown. */
function howTo(risks: readonly PlannedRisk[], { characters }: Tier): string {
  const lines = risks.map(({ acknowledge }) => acknowledge).filter((line) => line.length <= characters)
  if (lines.length === 0) return ''
  return [
    `<details><summary>To acknowledge ${lines.length === 1 ? 'it' : 'them'}, add this to the definition, in this change</summary>\n`,
    fence('yaml', dumpYaml({ acknowledge: lines }).trimEnd().split('\n')),
    '</details>\n',
  ].join('\n')
}
