import { exposureRules } from '../../ambassador/rule-texts/exposure.ts'
import { portRules } from '../../ambassador/rule-texts/ports.ts'
import { routeRules } from '../../ambassador/rule-texts/routes.ts'
import { missingRules, namedFileRules, overrideRules } from '../../check/rule-texts.ts'
import { consentRules } from '../../consent/rule-texts.ts'
import { groupBy } from '../../group-by.ts'
import { materialRules } from '../../material/rule-texts.ts'
import type { RiskTexts } from '../../network/risk-text.ts'
import type { RuleTexts, RuleTopic } from '../../network/rule-text.ts'
import { clusterRules } from '../../network/rules/texts/clusters.ts'
import { fileRules } from '../../network/rules/texts/file.ts'
import { keyRules, signerRules } from '../../network/rules/texts/keys.ts'
import { nameRules } from '../../network/rules/texts/names.ts'
import { nodeRules } from '../../network/rules/texts/nodes.ts'
import { shapeRules } from '../../network/rules/texts/shape.ts'
import { clusterRisks } from '../../plan/texts/cluster-risks.ts'
import { organizationRisks } from '../../plan/texts/organization-risks.ts'
import { overrideRisks } from '../../plan/texts/override-risks.ts'
import { repositoryRisks } from '../../plan/texts/repository-risks.ts'
import { planRules } from '../../plan/texts/rules.ts'
import { platforms } from '../../platforms/index.ts'
import { imageRules } from '../../render/rule-texts.ts'
import { applyRules, comparisonRules } from '../rule-texts.ts'

/** Descriptions of rules or risks, of one subject. */
export interface Topic<Texts> {
  readonly title: string
  /** Names of the ledgers that have them; empty for those of every ledger. */
  readonly platforms: readonly string[]
  readonly texts: Texts
}

const ofAll = ({ title, rules }: RuleTopic): Topic<RuleTexts> => ({ title, platforms: [], texts: rules })

const general: readonly RuleTopic[] = [
  { title: 'The file', rules: fileRules },
  { title: 'Shape', rules: { ...shapeRules, ...namedFileRules } },
  { title: 'Names and references', rules: { ...nameRules, ...imageRules } },
  { title: 'Clusters, routes and ports', rules: { ...clusterRules, ...portRules, ...exposureRules } },
  { title: 'Nodes', rules: nodeRules },
  { title: 'Keys, material and the lock', rules: { ...keyRules, ...materialRules, ...missingRules } },
  { title: 'Signatures', rules: { ...signerRules, ...consentRules } },
  { title: 'Overrides', rules: overrideRules },
  { title: 'Routes as they are built', rules: routeRules },
  { title: 'What is compared', rules: { ...planRules, ...comparisonRules } },
  { title: 'What is applied', rules: applyRules },
]

/** One topic for ledgers that share it. */
function ofPlatforms<Texts>(topics: readonly Topic<Texts>[]): Topic<Texts>[] {
  const byTexts = groupBy(topics, ({ texts }) => texts)
  return [...byTexts.values()].map(([first, ...others]) => ({
    ...first,
    platforms: [...first.platforms, ...others.flatMap((other) => other.platforms)],
  }))
}

/** All rules, in the order of docs/rules.md. */
export const ruleTopics: readonly Topic<RuleTexts>[] = [
  ...general.map(ofAll),
  ...ofPlatforms(
    platforms.flatMap(({ definition, texts }) =>
      texts.rules.map(({ title, rules }) => ({ title, platforms: [definition.title], texts: rules })),
    ),
  ),
]

/** All risks, in the order of docs/plan.md. */
export const riskTopics: readonly Topic<RiskTexts>[] = [
  { title: 'Networks', platforms: [], texts: { ...clusterRisks, ...organizationRisks } },
  { title: 'Repositories', platforms: [], texts: repositoryRisks },
  { title: 'Overrides', platforms: [], texts: overrideRisks },
  ...ofPlatforms(
    platforms.map(({ definition, texts }) => ({
      title: 'Ledgers',
      platforms: [definition.title],
      texts: texts.risks,
    })),
  ),
]
