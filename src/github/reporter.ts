import { posix } from 'node:path'
import { error, info, notice, setSecret, warning } from '@actions/core'
import type { Reporter } from '../commands/ports.ts'
import type { Finding, Severity } from '../network/finding.ts'
import { countFindings } from '../report/summary.ts'
import { findingText } from '../report/terminal.ts'

/** GitHub shows ten annotations of each kind for a step and drops the others without a word. */
const shown = 10

const annotate: Record<Severity, typeof error> = { error, warning, notice }

/** Findings as annotations on the lines of the definition, all of them in the log. `directory` is relative to the workspace. */
export function githubReporter(directory: string): Reporter {
  return {
    findings: (findings) => {
      for (const severity of ['error', 'warning', 'notice'] as const) {
        const own = findings.filter((finding) => finding.severity === severity)
        for (const finding of own.slice(0, shown)) annotate[severity](text(finding), properties(finding, directory))
        for (const finding of own.slice(shown)) info(findingText(finding, false).trimEnd())
        if (own.length > shown)
          info(
            `${own.length - shown} more ${severity} findings are not annotated: GitHub shows ten; all are in the summary`,
          )
      }
      info(countFindings(findings))
    },
    say: info,
    conceal: (secrets) => secrets.forEach(setSecret),
  }
}

const text = ({ message, hint }: Finding): string => (hint === undefined ? message : `${message}\n${hint}`)

const properties = ({ place, rule }: Finding, directory: string) => ({
  title: rule,
  file: posix.join(directory, place.file),
  startLine: place.line,
  startColumn: place.column,
})
