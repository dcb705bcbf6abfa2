import { brief, compareTexts } from '../words.ts'

/** A place in a text. `line` and `column` start at 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The place of a value in a file that a person can edit. */
export interface Place extends Position {
  readonly file: string
}

/** Keys and indexes from the root of a YAML document to a value. */
export type Path = readonly (string | number)[]

/** Order of the file, for items of lists. */
export function comparePaths(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]]
    if (left === right) continue
    return typeof left === 'number' && typeof right === 'number' ? left - right : String(left) < String(right) ? -1 : 1
  }
  return a.length - b.length
}

export type Severity = 'error' | 'warning' | 'notice'

/** A problem in the definition, before its line in the file is known. */
export interface Problem {
  /** Stable identifier of the rule, for documentation and for tools. */
  readonly rule: string
  readonly severity: Severity
  /** The error with the offending value. Never a secret. */
  readonly message: string
  /** How to fix it. */
  readonly hint?: string
  readonly path: Path
  /** True when the key at `path` is wrong, not its value. */
  readonly atKey?: boolean
  /** Set when the problem is in another file than the definition; `path` has no meaning then. */
  readonly file?: string
  /** Where in `file`; its beginning when absent. */
  readonly position?: Position
}

/** A problem with its place, reported by every command. Data, never thrown. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place: Place
  /** Its subject, for a line of `acknowledge:`; its file when absent. */
  readonly subject?: string
  /** A warning that the definition accepts: shown as a notice. */
  readonly accepted?: true
}

const weight: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** Errors first, then in the order of the file; equal findings (one per rule, message and place) are reported once. Long values are cut. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const unique = new Map(
    findings
      .map((finding) => ({
        ...finding,
        message: brief(finding.message),
        ...(finding.hint === undefined ? {} : { hint: brief(finding.hint) }),
      }))
      .map((finding) => [JSON.stringify([finding.rule, finding.place, finding.message]), finding]),
  )
  return [...unique.values()].sort(
    (a, b) =>
      weight[a.severity] - weight[b.severity] ||
      compareTexts(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareTexts(a.message, b.message),
  )
}

export const hasErrors = (findings: readonly { readonly severity: Severity }[]): boolean =>
  findings.some((finding) => finding.severity === 'error')
