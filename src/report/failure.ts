import type { OperatorError } from '../errors.ts'

export const operatorText = ({ message, hint }: OperatorError): string => `chancery: ${message}\n    ${hint}\n`

/** A bug shows its stack: somebody has to be able to find it. */
export const bugReport = (error: unknown): string =>
  `chancery: this is a bug in Chancery, nothing is wrong with your files\n${error instanceof Error ? error.stack : String(error)}\n`
