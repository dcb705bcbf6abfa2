import { createHash } from 'node:crypto'
import type { Finding, Path } from './finding.ts'

/** The subject of a line of `acknowledge:`: a risk of one change, or a warning. */
export interface Acknowledgeable {
  /** Kind of the risk, or rule of the warning. */
  readonly id: string
  /** Its subject, without spaces. */
  readonly subject: string
  readonly message: string
  /** The full text where the message is shortened: an acknowledgement is for exactly this. */
  readonly content?: string
}

/** Hexadecimal digits of a line. They distinguish contents; they are no protection, as the line is in the same file. */
const digits = 16

/**
 * The line of `acknowledge:` for exactly this content: `storage-class-changed eu 5b1f0c7d9a3e8642`. With another value, image or
 * recipient the message is another one, and so is the line.
 */
export function acknowledgement({ id, subject, message, content }: Acknowledgeable): string {
  const text = JSON.stringify([id, subject, message, content ?? ''])
  return `${id} ${subject} ${createHash('sha256').update(text).digest('hex').slice(0, digits)}`
}

/** A warning as a line of `acknowledge:` names it: by its rule, and where it is. */
export const acceptable = ({ rule, subject, message, place }: Finding): Acknowledgeable => ({
  id: rule,
  subject: subject ?? oneWord(place.file),
  message,
})

/** Warnings that a line of the definition accepts become notices, which are still shown. */
export const accepting = (findings: readonly Finding[], lines: readonly string[]): readonly Finding[] =>
  findings.map((finding) =>
    finding.severity === 'warning' && lines.includes(acknowledgement(acceptable(finding)))
      ? { ...finding, severity: 'notice', accepted: true }
      : finding,
  )

/** A place in the definition that does not depend on lines: `clusters/eu/ambassador`, `organizations/carrier/nodes/rpc1/expose`. */
export function subjectOf(path: Path, definition: unknown): string {
  let value = definition
  const steps = path.map((step) => {
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined // any YAML
    return typeof step === 'number' ? (nameOf(value) ?? String(step)) : step
  })
  return oneWord(steps.join('/'))
}

function nameOf(item: unknown): string | undefined {
  const { name, organization } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown> // any YAML
  return [name, organization].find((text) => typeof text === 'string')
}

const oneWord = (text: string): string => text.replaceAll(/\s+/g, '-') || '-'
