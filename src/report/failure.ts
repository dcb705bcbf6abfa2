import { OperatorError } from '../errors.ts'
import { visibleLines } from '../render/escape.ts'
import { systemError } from '../system-error.ts'

/** An error that a person can fix: an OperatorError, or an error of the system. Undefined for a bug. */
export const operatorErrorOf = (error: unknown): OperatorError | undefined =>
  error instanceof OperatorError ? error : systemError(error)

/** Longer messages quote a long text: its beginning and end identify it. */
const longestMessage = 480

export const operatorText = ({ message, hint }: OperatorError): string =>
  visibleLines(`chancery: ${shortened(message)}\n    ${hint}\n`)

const shortened = (text: string): string =>
  text.length <= longestMessage ? text : `${text.slice(0, longestMessage / 2)} … ${text.slice(-longestMessage / 2)}`

/** A bug shows its stack, so that it can be found. */
export const bugReport = (error: unknown): string =>
  visibleLines(
    `chancery: this is a bug in Chancery, nothing is wrong with your files\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
