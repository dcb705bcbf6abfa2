import { acknowledgeable } from '../network/acknowledgeable.ts'
import { acceptable, acknowledgement } from '../network/acknowledgement.ts'
import type { Finding, Place } from '../network/finding.ts'
import { nearest } from '../network/suggestion.ts'
import { several } from '../words.ts'

/** What the lines of `acknowledge:` in a definition are judged by. */
export interface LineContext {
  readonly lines: readonly string[]
  /** Those of the definition before the change. */
  readonly former: readonly string[]
  readonly placeOf: (index: number) => Place
  /** Lines of the risks of this change. */
  readonly risks: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Lines that acknowledge nothing. One that this change adds is a warning: somebody means that it does. One that was there before has
 * done its work, as that of a risk counts only in the change that adds it.
 */
export function lineFindings({ lines, former, placeOf, risks, findings }: LineContext): readonly Finding[] {
  const warnings = acceptableLines(findings)
  const known = [...risks, ...warnings]
  return lines.flatMap((line, index): Finding[] => {
    const place = placeOf(index)
    const isOld = former.includes(line)
    // Of an id that nothing has, the rules of the definition tell.
    if (!acknowledgeable.has(line.split(' ', 1)[0] ?? '')) return []
    if (warnings.includes(line) || (risks.includes(line) && !isOld)) return []
    if (risks.includes(line))
      return [
        {
          rule: 'acknowledge-unused',
          severity: 'warning',
          message: `"${line}" was merged before this change, and does not count for it`,
          hint: 'remove the line in a separate change, then add it in the change that takes the risk; or give the pull request the label',
          place,
        },
      ]
    return [isOld ? spent(line, place) : unused(line, place, known)]
  })
}

/** Lines of all warnings, accepted ones included. */
const acceptableLines = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity, accepted }) => severity === 'warning' || accepted === true)
    .map((finding) => acknowledgement(acceptable(finding)))

const spent = (line: string, place: Place): Finding => ({
  rule: 'acknowledge-spent',
  severity: 'notice',
  message: `"${line}" is about nothing any more: its change is merged, or its warning is gone`,
  hint: 'remove the line',
  place,
})

const unused = (line: string, place: Place, known: readonly string[]): Finding => ({
  rule: 'acknowledge-unused',
  severity: 'warning',
  message: `"${line}" acknowledges nothing: no risk of this change and no warning is called so`,
  hint: hintFor(line, known),
  place,
})

/** Id and subject, without the digest. */
const withoutDigest = (line: string): string => line.split(' ').slice(0, 2).join(' ')

function hintFor(line: string, known: readonly string[]): string {
  const same = known.filter((other) => withoutDigest(other) === withoutDigest(line))
  if (same.length > 0)
    return line === withoutDigest(line)
      ? `a line ends in the digest of what it is about: ${several(same)}`
      : `what it was for has changed: look at it again; as it is now the line is ${several(same)}`
  const names = known.map(withoutDigest)
  const match = nearest(withoutDigest(line), names)
  const suggestion = known.find((other) => withoutDigest(other) === match)
  if (suggestion !== undefined) return `did you mean "${suggestion}"?`
  return known.length === 0 ? 'remove the line: there is nothing to acknowledge' : `known: ${several(known)}`
}
