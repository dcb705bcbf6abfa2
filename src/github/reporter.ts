import { posix } from 'node:path'
import { error, group, info, notice, warning } from '@actions/core'
import type { Place, Severity } from '../network/finding.ts'
import type { PlannedRisk } from '../plan/plan.ts'
import { planText } from '../report/plan/text.ts'
import { limited } from '../report/plan/tier.ts'
import type { Reporter } from '../report/reporter.ts'
import { countFindings } from '../report/summary.ts'
import { findingText, mostFindings } from '../report/terminal.ts'
import { asInputs } from './inputs.ts'
import { withoutCommands } from './log.ts'
import { mask } from './mask.ts'

/** GitHub shows ten annotations of each kind for a step and silently drops the others. */
const shown = 10

const annotate: Record<Severity, typeof error> = { error, warning, notice }

interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly hint?: string
  readonly place: Place
}

/** Findings and risks as annotations on the lines of the definition, all of them in the log. `directory` is relative to the workspace. */
export function githubReporter(directory: string, environment: NodeJS.ProcessEnv): Reporter {
  const left: Record<Severity, number> = { error: shown, warning: shown, notice: shown }
  const log = (text: string): void => info(withoutCommands(text))

  /** Annotates as many as there is room for; returns the others. */
  function annotateFirst<Item extends Annotation>(
    severity: Severity,
    items: readonly Item[],
    what: string,
  ): readonly Item[] {
    const room = left[severity]
    left[severity] = Math.max(0, room - items.length)
    for (const item of items.slice(0, room)) annotate[severity](text(item), properties(item, directory))
    const hidden = items.slice(room)
    if (hidden.length > 0)
      log(`${hidden.length} more ${what} have no annotation, because GitHub shows ten; the summary has all`)
    return hidden
  }

  return {
    findings: (findings) => {
      for (const severity of ['error', 'warning', 'notice'] as const) {
        const own = findings.filter((finding) => finding.severity === severity)
        const hidden = annotateFirst(
          severity,
          own.map((finding) => ({ ...finding, title: finding.rule })),
          `${severity} findings`,
        )
        const logged = limited(
          hidden,
          mostFindings,
          `${severity} findings: the file of the output findings-path has all of them`,
        )
        for (const finding of logged.shown) log(findingText(finding, false).trimEnd())
        for (const line of logged.rest) log(line)
      }
      log(countFindings(findings))
    },
    plan: (plan) => {
      const open = plan.risks.filter(({ acknowledged }) => !acknowledged).map(asAnnotation)
      // A plan exists only without errors: a danger is shown as an error, but fails nothing by itself.
      for (const severity of ['error', 'warning'] as const) {
        const own = open.filter((risk) => risk.severity === severity)
        annotateFirst(severity, own, severity === 'error' ? 'dangers' : 'cautions')
      }
      log(planText(plan, { colour: false }))
    },
    say: (text) => log(asInputs(text)),
    during: group,
    conceal: (secrets) => mask(secrets, environment),
  }
}

const asAnnotation = (risk: PlannedRisk): Annotation => ({
  severity: risk.severity === 'danger' ? 'error' : 'warning',
  title: `${risk.severity}: ${risk.id}`,
  message: risk.message,
  hint: `${risk.hint}\nto accept this risk, add to acknowledge: ${risk.acknowledge}`,
  place: risk.place,
})

const text = ({ message, hint }: Annotation): string => (hint === undefined ? message : `${message}\n${hint}`)

const properties = ({ place, title }: Annotation, directory: string) => ({
  title,
  file: posix.join(directory, place.file),
  startLine: place.line,
  startColumn: place.column,
})
