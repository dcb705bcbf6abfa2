import type { Result } from '../report/result.ts'
import type { definitionOptions, OptionTable, ValuesOf } from './options.ts'
import type { AllPorts } from './ports.ts'

/**
 * One command: the command line, action.yml, the tables of the README and the completion of shells are made from these objects. A new
 * one is a file that exports its object, and a line in `table.ts`.
 */
export interface Command<Options extends OptionTable = OptionTable> {
  /** The words that people type: `plan`, `channel update`. */
  readonly name: string
  /** What it does, in one sentence that begins with a verb. */
  readonly purpose: string
  /** Both, where it does not say so. */
  readonly where?: 'command line' | 'action'
  /** What follows the name, in order: all must be given. A command without this list may be given the definition's file. */
  readonly parameters?: readonly string[]
  /** Beside those of `definitionOptions`. */
  readonly options: Options
  /** Command lines, and what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** Absent where only a workflow can do it: `github/` does. `given` has as many words as there are parameters. */
  run?(values: CommandValues<Options>, ports: AllPorts, given: readonly string[]): Promise<Result>
}

/** What a command gets to read: its own options and those of the definition. */
export type CommandValues<Options extends OptionTable> = ValuesOf<Options> & ValuesOf<typeof definitionOptions>

/** Lets the compiler work out what a command's options give it. */
export const command = <Options extends OptionTable>(object: Command<Options>): Command<Options> => object
