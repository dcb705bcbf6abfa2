import { groupBy } from '../../group-by.ts'
import { pageOfRisk, pageOfRule } from '../../product.ts'
import type { DescribedCase, Description } from '../../report/descriptions.ts'
import { riskTopics, ruleTopics } from './topics.ts'

function rules(): Description[] {
  const byName = new Map<string, Description>()
  for (const { platforms, texts } of ruleTopics)
    for (const [id, { cases, ...text }] of Object.entries(texts)) {
      const before = byName.get(id)
      const isTold = before === undefined || before.title === text.title
      const own = cases.map((one) => ({ ...(isTold ? {} : { finds: text.title }), ...one, platforms }))
      byName.set(id, {
        id,
        kind: 'rule',
        ...text,
        ...before,
        cases: joined([...(before?.cases ?? []), ...own]),
        page: pageOfRule(id),
      })
    }
  return [...byName.values()]
}

/** Cases that several ledgers have alike are one. */
function joined(cases: readonly DescribedCase[]): DescribedCase[] {
  const alike = groupBy(cases, ({ platforms: _, ...one }) => JSON.stringify(one))
  return [...alike.values()].map(([first, ...others]) => ({
    ...first,
    platforms: [...first.platforms, ...others.flatMap(({ platforms }) => platforms)],
  }))
}

const risks = (): Description[] =>
  riskTopics.flatMap(({ platforms, texts }) =>
    Object.entries(texts).map(([id, { severities, title, caution, remedy }]) => ({
      id,
      kind: 'risk',
      title,
      cases: severities.map((severity) => ({
        severity,
        platforms,
        ...(severity === 'caution' && caution !== undefined ? { finds: caution } : {}),
        remedy,
      })),
      page: pageOfRisk(id),
    })),
  )

/** Every rule and every risk. A rule and a risk can have the same name. */
export const descriptions: readonly Description[] = [...rules(), ...risks()]
