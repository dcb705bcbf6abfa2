import type { Command } from '../commands/command.ts'
import type { OptionProblem } from '../commands/options.ts'
import { commands } from '../commands/table.ts'
import { OperatorError } from '../errors.ts'
import { nearest } from '../network/suggestion.ts'
import { everywhere } from './own-options.ts'
import { typedCommands } from './typed-commands.ts'

/** The name of an option on the command line. */
const written = (option: string): string => `--${option}`

export function unknownCommand(name: string): OperatorError {
  if (commands.some((command) => command.name === name && command.where === 'action'))
    return new OperatorError(
      `"${name}" is a command of the action only: it needs the event of a workflow`,
      'see docs/plan.md for the workflow that has it',
    )
  const names = typedCommands.map((command) => command.name)
  const near = nearest(name, names)
  return new OperatorError(
    `there is no command "${name}"`,
    near === undefined ? `known: ${names.join(', ')}` : `did you mean "${near}"?`,
  )
}

function unknownOption(option: string, command: Command | undefined): OperatorError {
  const own = Object.keys({ ...everywhere, ...command?.options }).filter((name) => isTyped(command, name))
  const name = option.replace(/^-+/, '')
  const near = nearest(name, own)
  const others = typedCommands.filter((other) => Object.hasOwn(other.options, name) && isTyped(other, name))
  const hint =
    others.length > 0
      ? `these have it: ${others.map((other) => other.name).join(', ')}`
      : near === undefined
        ? `see \`chancery help${command === undefined ? '' : ` ${command.name}`}\``
        : `did you mean "${written(near)}"?`
  return new OperatorError(`chancery${command === undefined ? '' : ` ${command.name}`} has no option ${option}`, hint)
}

/** Whether an option exists on the command line: some exist in the action only. */
const isTyped = (command: Command | undefined, name: string): boolean => command?.options[name]?.where !== 'action'

export function wordsProblem({ name, parameters }: Command, words: readonly string[]): OperatorError | undefined {
  const most = parameters?.at(-1)?.endsWith('...') === true ? words.length : (parameters?.length ?? 1)
  const hint = `usage: chancery ${[name, ...(parameters ?? ['[FILE]'])].join(' ')}`
  const surplus = words[most]
  if (surplus !== undefined) return new OperatorError(`unexpected argument "${surplus}"`, hint)
  const missing = parameters?.[words.length]
  return missing === undefined || missing.startsWith('[') ? undefined : new OperatorError(`${missing} is missing`, hint)
}

export const optionError = ({ option, given, allowed }: OptionProblem): OperatorError =>
  new OperatorError(`${written(option)} cannot be "${given}"`, allowed)

/** The error of a command line that commander refused. */
export function usageError({ code, message }: { readonly code: string; readonly message: string }, at: string) {
  const command = typedCommands.find(({ name }) => name === at)
  const [, named = ''] = /'([^']*)'/.exec(message) ?? []
  if (code === 'commander.unknownCommand') return unknownCommand([...(at === '' ? [] : [at]), named].join(' '))
  if (code === 'commander.unknownOption') return unknownOption(named, command)
  const seeHelp = `see \`chancery help${at === '' ? '' : ` ${at}`}\``
  if (code === 'commander.optionMissingArgument')
    return new OperatorError(`${/--[\w-]+/.exec(named)?.[0] ?? named} needs a value`, seeHelp)
  return new OperatorError(message.replace(/^error: /, '').split('\n')[0] ?? '', seeHelp)
}
