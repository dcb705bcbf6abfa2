import type { Severity } from '../network/finding.ts'
import type { Risk } from '../network/risk.ts'

/** A rule or a risk, as `explain` and pages show it. Texts are Markdown without links. */
export interface Description {
  readonly id: string
  readonly kind: 'rule' | 'risk'
  /** What a rule finds, or what a change with the risk does. */
  readonly title: string
  readonly why?: string
  readonly cases: readonly DescribedCase[]
  /** YAML that has the fault, or that mends it. */
  readonly example?: string
  /** Address of the page that describes it. */
  readonly page: string
}

export interface DescribedCase {
  readonly severity: Severity | Risk['severity']
  /** Names of the ledgers that have the case; empty for every ledger. */
  readonly platforms: readonly string[]
  /** Absent where the title says all of it. */
  readonly finds?: string
  readonly remedy: string
}

/** All of one description, for a terminal. */
export function descriptionText({ id, kind, title, why, cases, example, page }: Description): string {
  return [
    `${id} (${kind})`,
    '',
    title,
    ...(why === undefined ? [] : [why]),
    ...cases.flatMap((one) => ['', ...caseLines(one)]),
    ...(example === undefined ? [] : ['', 'example:', ...example.split('\n').map((line) => `    ${line}`)]),
    '',
    page,
  ].join('\n')
}

function caseLines({ severity, platforms, finds, remedy }: DescribedCase): string[] {
  const where = platforms.length === 0 ? '' : ` (${platforms.join(', ')})`
  return [`${severity}${where}${finds === undefined ? '' : `: ${finds}`}`, `    ${remedy}`]
}

/** One line for each description. */
export function descriptionList(descriptions: readonly Description[]): string {
  const width = Math.max(...descriptions.map(({ id }) => id.length))
  const lines = (kind: Description['kind']): string[] =>
    descriptions
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`)
  return ['Rules:', ...lines('rule'), '', 'Risks:', ...lines('risk')].join('\n')
}
