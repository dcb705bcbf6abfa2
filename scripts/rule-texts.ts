import { descriptions } from '../src/commands/explain/descriptions.ts'
import { riskTopics, ruleTopics, type Topic } from '../src/commands/explain/topics.ts'
import type { RiskTexts } from '../src/network/risk-text.ts'
import { table } from '../src/render/markdown.ts'
import type { DescribedCase, Description } from '../src/report/descriptions.ts'
import type { GeneratedPart } from './generated-part.ts'

/** Rules as docs/rules.md shows them, and tables of risks for docs/plan.md. */

/** Names of pages become links; both pages are in docs/. */
const linked = (text: string): string => text.replaceAll(/\bdocs\/([\w/-]+\.md)/g, '[$1]($1)')

/** `Besu`, `Besu, GoQuorum`: without the name of the project that makes several of them. */
const names = (platforms: readonly string[]): string =>
  platforms.map((title) => title.replace(/^Hyperledger /, '')).join(', ')

function caseText({ severity, platforms, finds, remedy }: DescribedCase): string {
  const where = platforms.length === 0 ? '' : ` (${names(platforms)})`
  return `- **${severity}**${where}${finds === undefined ? '' : `: ${finds}`} → ${remedy}\n`
}

const ruleText = ({ id, title, why, cases, example }: Description): string =>
  linked(
    [
      `### ${id}\n\n${[title, why].filter((text) => text !== undefined).join(' ')}\n\n`,
      ...cases.map(caseText),
      ...(example === undefined ? [] : [`\n\`\`\`text\n${example}\n\`\`\`\n`]),
    ].join(''),
  )

/** A rule that several topics have is in the first of them. */
function rulesText(): string {
  const shown = new Set<string>()
  return ruleTopics
    .map(({ title, platforms, texts }) => {
      const own = descriptions.filter(({ id, kind }) => kind === 'rule' && Object.hasOwn(texts, id))
      const first = own.filter(({ id }) => !shown.has(id))
      const others = own.filter(({ id }) => shown.has(id))
      for (const { id } of first) shown.add(id)
      const also = others.length === 0 ? '' : `Also: ${others.map(({ id }) => `[${id}](#${id})`).join(', ')}.\n\n`
      const heading = platforms.length === 0 ? title : `${names(platforms)}: ${title.toLowerCase()}`
      return `## ${heading}\n\n${also}${first.map(ruleText).join('\n')}`
    })
    .join('\n')
}

const risksText = ({ texts }: Topic<RiskTexts>): string =>
  table(
    ['risk', 'severity', 'what happens', 'the safe way'],
    Object.entries(texts).map(([id, { severities, title, caution, remedy }]) => [
      `<a id="${id}"></a>\`${id}\``,
      severities.join(' or '),
      `${title}${caution === undefined ? '' : ` A caution if: ${caution.charAt(0).toLowerCase()}${caution.slice(1)}`}`,
      remedy,
    ]),
  )

/** Every part, as it should be. */
export const ruleParts = (): readonly GeneratedPart[] => [
  { file: 'docs/rules.md', name: 'rules', text: rulesText() },
  ...riskTopics.map((topic) => ({
    file: 'docs/plan.md',
    name: `risks of ${topic.platforms.length === 0 ? topic.title.toLowerCase() : names(topic.platforms)}`,
    text: risksText(topic),
  })),
]
