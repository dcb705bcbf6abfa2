import { Command as Program, Option as ProgramOption } from 'commander'
import type { Command } from '../commands/command.ts'
import { type OptionTable, optionText } from '../commands/options.ts'
import { version } from '../product.ts'
import { everywhere, letters, renamedOptions } from './own-options.ts'
import { typedCommands } from './typed-commands.ts'

export interface ProgramHandlers {
  /** Receives every shown text. */
  readonly show: (text: string) => void
  /** A command was given, with the words that follow its name. */
  readonly run: (command: Command, words: readonly string[], leaf: Program) => void
  /** `chancery help`, and the words that follow. */
  readonly help: (words: readonly string[], programs: ReadonlyMap<string, Program>) => void
  /** The command line is invalid; `at` is the command read so far. */
  readonly failed: (at: string) => void
  readonly columns: number
}

const exitStatusText =
  '\nExit status: 0 done, 1 the definition has errors or something requested was not done, 2 wrong usage or environment, 3 a bug, 4 a cluster does not match the definition'

/** The command line, generated from the table of commands. */
export function programOf({ show, run, help, failed, columns }: ProgramHandlers): Program {
  const programs = new Map<string, Program>()
  const leaves = new Map<Program, string>()
  const root: Program = new Program('chancery')
    .description('One file, network.yaml, becomes a ledger network on Kubernetes')
    .usage('COMMAND [OPTIONS]')
    .version(version, '-V, --version', 'Show the version')
    .configureOutput({
      writeOut: show,
      writeErr: show,
      outputError: () => {}, // the error that is thrown says it
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => (title === 'Global Options:' ? 'Options of every command:' : title),
      visibleArguments: () => [],
      visibleCommands: (program) =>
        program === root ? [...leaves.keys()] : [...leaves.keys()].filter(({ parent }) => parent === program),
      subcommandTerm: (program) => leaves.get(program) ?? '',
    })
  const prepare = (program: Program, name: string): Program => {
    programs.set(name, program)
    return program
      .helpCommand(false)
      .helpOption('-h, --help', 'Show this')
      .exitOverride((error) => {
        failed(name)
        throw error
      })
  }
  const group = (parent: Program, word: string, name: string): Program =>
    programs.get(name) ??
    prepare(parent.command(word), name).usage('COMMAND [OPTIONS]').description(`Commands that begin with ${name}`)

  prepare(root, '')
  addOptions(root, everywhere)
  for (const name of Object.keys(renamedOptions)) root.addOption(new ProgramOption(`--${name} [VALUE]`).hideHelp())
  root.addHelpText(
    'after',
    `\n\`chancery help COMMAND\` shows the options and examples of a command.\n${exitStatusText}`,
  )

  for (const command of typedCommands) {
    const words = command.name.split(' ')
    const parent = words
      .slice(0, -1)
      .reduce((above, word, at) => group(above, word, words.slice(0, at + 1).join(' ')), root)
    const leaf = prepare(parent.command(words.at(-1) ?? ''), command.name)
    leaves.set(leaf, command.name)
    leaf
      .description(command.purpose)
      .usage([...(command.parameters ?? ['[FILE]']), '[OPTIONS]'].join(' '))
      .argument('[words...]')
      .addHelpText('after', `\n${examplesText(command)}\n${exitStatusText}`)
      .action((given: string[]) => run(command, given, leaf))
    addOptions(leaf, command.options)
  }
  const helpProgram = prepare(root.command('help'), 'help')
  leaves.set(helpProgram, 'help')
  helpProgram
    .description('Show the options and examples of a command')
    .usage('[COMMAND]')
    .argument('[words...]')
    .action((words: string[]) => help(words, programs))
  return root
}

function addOptions(program: Program, options: OptionTable): void {
  for (const [name, option] of Object.entries(options)) {
    if (option.where === 'action') continue
    const flags = [...(letters[name] === undefined ? [] : [letters[name]]), `--${name}`].join(', ')
    const takes = option.placeholder === undefined ? '' : ` <${option.placeholder}>`
    const isSet = option.placeholder !== undefined && option.default !== ''
    const text = `${optionText(option)}${isSet ? ` (default: ${option.default})` : ''}`
    const typed = new ProgramOption(`${flags}${takes}`, text)
    if (option.repeatable === true)
      typed.argParser((given: string, former?: string) => (former === undefined ? given : `${former}\n${given}`))
    program.addOption(typed)
  }
}

function examplesText({ examples }: Command): string {
  const width = Math.max(...examples.map(([line]) => line.length))
  return `Examples:\n${examples.map(([line, does]) => `  ${line.padEnd(width)}  # ${does}`).join('\n')}`
}

/** Texts of the options that were given, by name; those of flags are `true`. */
export const givenOptions = (programs: readonly Program[]): ReadonlyMap<string, string> =>
  new Map(
    programs.flatMap((program) =>
      program.options.flatMap((option): [string, string][] => {
        const value: unknown = program.getOptionValue(option.attributeName())
        return value === undefined ? [] : [[option.name(), String(value)]]
      }),
    ),
  )
