import { createHash } from 'node:crypto'
import type { Finding, Path } from './finding.ts'

/** What a line of `acknowledge:` can be about: a risk of one change, or a warning. */
export interface Acknowledgeable {
  /** Kind of the risk, or rule of the warning. */
  readonly id: string
  /** What it is about, without spaces. */
  readonly subject: string
  readonly message: string
  /** What the message shortens: an acknowledgement is for exactly this. */
  readonly content?: string
}

/** Hexadecimal digits of a line. They tell contents apart; anybody who may change the file can change the line too. */
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

/** Warnings that a line of the definition accepts are notices: they are still shown. */
export const accepting = (findings: readonly Finding[], lines: readonly string[]): readonly Finding[] =>
  findings.map((finding) =>
    finding.severity === 'warning' && lines.includes(acknowledgement(acceptable(finding)))
      ? { ...finding, severity: 'notice', accepted: true }
      : finding,
  )

/** A place in the definition that stays when lines move: `clusters/eu/ambassador`, `organizations/carrier/nodes/rpc1/expose`. */
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
