/** An error that the person who runs Chancery can fix: shown as message and hint, without a stack. */
export class OperatorError extends Error {
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OperatorError'
    this.hint = hint
  }
}

/** Exit status of every command. */
export const exitStatus = {
  done: 0,
  /** The definition, or one of its files, has errors; or something requested was not done. */
  findings: 1,
  /** OperatorError: wrong usage, missing files, an unusable repository. */
  operator: 2,
  bug: 3,
  /** A cluster does not match the definition, and could not be changed to match it. */
  cluster: 4,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]
