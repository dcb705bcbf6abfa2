import { CommanderError } from 'commander'
import type { Command } from '../commands/command.ts'
import { OperatorError } from '../errors.ts'
import { renamedOptions } from './own-options.ts'
import { givenOptions, programOf } from './program.ts'
import { unknownCommand, usageError, wordsProblem } from './usage.ts'

/** A command that a person gave. */
export interface Invocation {
  readonly command: Command
  /** The words after its name. */
  readonly words: readonly string[]
  /** Texts of the options that were given, by name; those of flags are `true`. */
  readonly given: ReadonlyMap<string, string>
}

/** A text to show instead of running a command; `asked` when the person asked for help or the version. */
export interface Shown {
  readonly text: string
  readonly asked: boolean
}

/** Reads a command line. Throws OperatorError for an invalid one. `columns` is the width of a help text. */
export function parseCommandLine(args: readonly string[], columns: number): Invocation | Shown {
  let invocation: Invocation | undefined
  let text = ''
  let at = ''
  const root = programOf({
    columns,
    show: (more) => {
      text += more
    },
    failed: (name) => {
      at = name
    },
    run: (command, words, leaf) => {
      invocation = { command, words, given: givenOptions([root, leaf]) }
    },
    help: (words, programs) => {
      const program = programs.get(words.join(' '))
      if (program === undefined) throw unknownCommand(words.join(' '))
      program.outputHelp()
    },
  })
  try {
    root.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.help') return { text, asked: false }
    if (error.exitCode === 0) return { text, asked: true }
    throw usageError(error, at)
  }
  if (invocation === undefined) return { text, asked: true }
  for (const [name, hint] of Object.entries(renamedOptions))
    if (invocation.given.has(name)) throw new OperatorError(`--${name} was renamed`, hint)
  const problem = wordsProblem(invocation.command, invocation.words)
  if (problem !== undefined) throw problem
  return invocation
}
