import type { Result } from '../report/result.ts'
import type { definitionOptions, OptionTable, ValuesOf } from './options.ts'
import type { AllPorts } from './ports.ts'

/**
 * One command. The command line, action.yml, the tables of the README and the shell completions are generated from these objects. A new
 * command is a file that exports its object, and a line in `table.ts`.
 */
export interface Command<Options extends OptionTable = OptionTable> {
  /** The words that people type: `plan`, `channel update`. */
  readonly name: string
  /** Its purpose, in one sentence that begins with a verb. */
  readonly purpose: string
  /** Both when absent. */
  readonly where?: 'command line' | 'action'
  /** Parameters after the name, in order, all required except one in brackets. The last one may end in `...`: then it is one or more words. A command without this list accepts the file of a definition. */
  readonly parameters?: readonly string[]
  /** It makes a definition: it runs in the working folder, whatever is above. */
  readonly begins?: true
  /** The option that names the folder of the definition as `--directory` does. */
  readonly folder?: string
  /** Words that a shell completes after the name. */
  readonly words?: readonly string[]
  /** In addition to `definitionOptions`. */
  readonly options: Options
  /** Command lines with a short explanation. */
  readonly examples: readonly (readonly [line: string, does: string])[]
  /** Absent for commands of workflows, which `github/` runs. `given` has the words after the name, one or more for each parameter. */
  run?(values: CommandValues<Options>, ports: AllPorts, given: readonly string[]): Promise<Result>
}

/** The options of a command: its own and those of the definition. */
export type CommandValues<Options extends OptionTable> = ValuesOf<Options> & ValuesOf<typeof definitionOptions>

/** Lets the compiler infer the types of a command's options. */
export const command = <Options extends OptionTable>(object: Command<Options>): Command<Options> => object
