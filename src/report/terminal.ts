import { styleText } from 'node:util'
import type { Finding, Severity } from '../network/finding.ts'
import { visible, visibleLines } from '../render/escape.ts'
import { planText } from './plan/text.ts'
import { limited } from './plan/tier.ts'
import { progressLine } from './progress.ts'
import { redrawOn } from './redraw.ts'
import type { Reporter, Tone, TonedLine } from './reporter.ts'
import { countFindings } from './summary.ts'

const colours: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', notice: 'cyan' }

const tones: Record<Tone, 'bold' | 'green' | 'red' | 'dim'> = {
  heading: 'bold',
  good: 'green',
  bad: 'red',
  quiet: 'dim',
}

/** The most findings to print; errors come first. */
export const mostFindings = 300

/** A finding as compilers write it, which editors and people can follow: `file:line:column: severity: message [rule]`. */
export function findingText({ place, severity, message, hint, rule, accepted }: Finding, colour: boolean): string {
  const word = colour ? styleText(colours[severity], severity, { validateStream: false }) : severity
  const where = `${place.file}:${place.line}:${place.column}`
  return `${visible(`${where}: `)}${word}${accepted === true ? ', accepted' : ''}${visible(`: ${message} [${rule}]`)}\n${hint === undefined ? '' : `    ${visible(hint)}\n`}`
}

/**
 * Writes findings and progress to standard error, results to standard output; colour only at a terminal. With the format json,
 * standard output has the document of the command alone: lines go to standard error, and plans only into the document.
 */
export function terminalReporter(
  out: NodeJS.WriteStream,
  err: NodeJS.WriteStream,
  format: 'text' | 'json' = 'text',
): Reporter {
  const coloured = ({ isTTY }: NodeJS.WriteStream): boolean => isTTY === true && process.env.NO_COLOR === undefined
  const { during, above } = progressLine(err)
  const toned = ({ text, tone }: TonedLine, colour: boolean): string =>
    tone === undefined || !colour
      ? visibleLines(text)
      : styleText(tones[tone], visibleLines(text), { validateStream: false })
  const canRedraw = format === 'text' && out.isTTY === true && process.env.CI === undefined
  return {
    findings: (findings) =>
      above(() => {
        const { shown, rest } = limited(findings, mostFindings, 'findings: -o json has all of them')
        for (const finding of shown) err.write(findingText(finding, coloured(err)))
        for (const line of rest) err.write(`${line}\n`)
        const [first] = findings
        if (first !== undefined) err.write(`${countFindings(findings)}\nFor details: chancery explain ${first.rule}\n`)
      }),
    plan: (plan) => {
      if (format === 'text') above(() => void out.write(planText(plan, { colour: coloured(out) })))
    },
    // Texts are without secrets when they get here.
    conceal: () => {},
    say: (text, tone) => {
      const stream = format === 'json' ? err : out
      const line = toned(tone === undefined ? { text } : { text, tone }, coloured(stream))
      above(() => void stream.write(`${line}\n`))
    },
    ...(canRedraw ? { redraw: redrawOn(out, (line) => toned(line, coloured(out))) } : {}),
    during: (title, work) => during(visible(title), work),
  }
}
