import type { Severity } from '../../src/network/finding.ts'

/** Texts of good.yaml and what stands in their place. Each text must be there exactly once. */
export type Edits = readonly (readonly [text: string, replacement: string])[]

export interface ExpectedFinding {
  readonly rule: string
  readonly severity: Severity
  /** `line:column` in network.yaml, or `file:line:column`. */
  readonly at: string
  readonly message: string
  readonly hint?: string
}

export interface Case {
  readonly name: string
  /** How the definition differs from good.yaml; not at all when absent. */
  readonly change?: Edits | ((good: string) => string)
  /** Text of network.lock.yaml; there is none when absent. */
  readonly lock?: string
  /** Begin with the material of good.yaml, as if its keys had been made. */
  readonly keysMade?: true
  /** Files besides the definition: from those that are there already to those that are there as well, or (undefined) not any more. */
  readonly files?: (files: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>
  /** Binary files in place of those that are there. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>
  /** Report missing material too: as an error (render, commit) or as a notice (validate). */
  readonly missing?: 'error' | 'notice'
  /** Text that no message and no hint may repeat. */
  readonly secret?: string
  /** All findings, in their order. */
  readonly findings: readonly ExpectedFinding[]
}
