import { posix } from 'node:path'
import type { Finding, Place } from '../network/finding.ts'
import type { PlannedRisk } from '../plan/plan.ts'
import { pageOfRisk, pageOfRule, projectPage } from '../product.ts'
import { visible } from '../render/escape.ts'
import { cut } from '../words.ts'
import type { Result as CommandResult } from './result.ts'

export interface SarifOptions {
  /** Folder of the network from the root of the repository, with "/". */
  readonly directory: string
  readonly findings: readonly Finding[]
  readonly risks: readonly PlannedRisk[]
}

interface Result {
  readonly ruleId: string
  readonly level: 'error' | 'warning' | 'note'
  readonly message: string
  readonly place: Place
  /** Where a person acknowledged it: in the definition, or outside of it. */
  readonly suppressed?: 'inSource' | 'external'
}

/** Code scanning takes 25 000 results of a run and shows 5 000: https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const mostResults = 5000

/**
 * Findings and risks as SARIF 2.1.0, which code scanning and editors read. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * A risk that is acknowledged is a suppressed result. Texts are plain: SARIF has other fields for Markdown.
 */
export function sarif({ directory, findings, risks }: SarifOptions): object {
  const results = shownOf([...risks.map(fromRisk), ...findings.map(fromFinding)])
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort()
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Chancery', informationUri: projectPage, rules: rules.map(ruleText) } },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ ruleId, level, message, place, suppressed }) => ({
          ruleId,
          ruleIndex: rules.indexOf(ruleId),
          level,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(posix.join(directory, place.file)), uriBaseId: '%SRCROOT%' },
                region: { startLine: place.line, startColumn: place.column },
              },
            },
          ],
          ...(suppressed === undefined ? {} : { suppressions: [{ kind: suppressed, status: 'accepted' }] }),
        })),
      },
    ],
  }
}

/** If there are more results than are shown, errors come first. */
const shownOf = (results: readonly Result[]): readonly Result[] =>
  results.length <= mostResults
    ? results
    : results.toSorted((a, b) => levelNames.indexOf(a.level) - levelNames.indexOf(b.level)).slice(0, mostResults)

/** The SARIF file of a command. */
export const sarifText = (directory: string, { findings, plan }: Pick<CommandResult, 'findings' | 'plan'>): string =>
  `${JSON.stringify(sarif({ directory, findings, risks: plan?.risks ?? [] }), null, 2)}\n`

/** Before the names of risks: a rule and a risk can have the same name. */
const riskPrefix = 'risk-'

const levelNames = ['error', 'warning', 'note'] as const

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const

const fromFinding = ({ rule, severity, message, hint, place, accepted }: Finding): Result => ({
  ruleId: rule,
  level: levels[severity],
  message: plain(hint === undefined ? message : `${message}. ${hint}`),
  place,
  ...(accepted === true ? { suppressed: 'inSource' } : {}),
})

const fromRisk = ({ id, severity, subject, message, hint, place, acknowledged }: PlannedRisk): Result => ({
  ruleId: `${riskPrefix}${id}`,
  level: severity === 'danger' ? 'error' : 'warning',
  message: plain(`${subject}: ${message}. ${hint}`),
  place,
  ...(acknowledged ? { suppressed: 'external' } : {}),
})

/** A message may hold links as `[text](target)`, and escapes brackets: SARIF 3.11.6. GitHub shows 1 000 characters. */
const plain = (text: string): string => cut(visible(text), 1000).replace(/[\\[\]]/g, '\\$&')

function ruleText(id: string) {
  const [name, page] = id.startsWith(riskPrefix)
    ? [`Risk: ${id.slice(riskPrefix.length)}`, pageOfRisk(id.slice(riskPrefix.length))]
    : [`Rule: ${id}`, pageOfRule(id)]
  return {
    id,
    shortDescription: { text: name },
    fullDescription: { text: `${name}. See ${page}` },
    help: { text: `What it means, and what to do: ${page}` },
    helpUri: page,
  }
}

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
