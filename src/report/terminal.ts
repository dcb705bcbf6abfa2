import { styleText } from 'node:util'
import type { Reporter } from '../commands/ports.ts'
import type { Finding, Severity } from '../network/finding.ts'
import { countFindings } from './summary.ts'

const colours: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', notice: 'cyan' }

/** A finding as compilers write it, which editors and people can follow: `file:line:column: severity: message [rule]`. */
export function findingText({ place, severity, message, hint, rule }: Finding, colour: boolean): string {
  const word = colour ? styleText(colours[severity], severity, { validateStream: false }) : severity
  return `${place.file}:${place.line}:${place.column}: ${word}: ${message} [${rule}]\n${hint === undefined ? '' : `    ${hint}\n`}`
}

/** Findings to standard error, results to standard output; colour only for a person at a terminal. */
export function terminalReporter(out: NodeJS.WriteStream, err: NodeJS.WriteStream): Reporter {
  const colour = err.isTTY === true && process.env.NO_COLOR === undefined
  return {
    findings: (findings) => {
      for (const finding of findings) err.write(findingText(finding, colour))
      if (findings.length > 0) err.write(`${countFindings(findings)}\n`)
    },
    // Texts are without secrets when they get here.
    conceal: () => {},
    say: (text) => void out.write(`${text}\n`),
  }
}
