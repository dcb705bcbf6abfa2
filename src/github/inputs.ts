import type { Command } from '../commands/command.ts'
import { definitionOptions, type Option, type OptionProblem, optionText, readOptions } from '../commands/options.ts'
import { commands } from '../commands/table.ts'
import { OperatorError } from '../errors.ts'
import { didYouMean } from '../network/suggestion.ts'
import { listed } from '../words.ts'

/** Commands that run in a workflow. */
const workflowCommands: readonly Command[] = commands.filter(({ where }) => where !== 'command line')

/** Options of a command that are inputs of the action. */
const inputsOf = (options: Command['options']): Readonly<Record<string, Option>> =>
  Object.fromEntries(Object.entries(options).filter(([, { where }]) => where !== 'command line'))

const usual = 'validate'

/** One input, for action.yml and the README. */
export interface Input {
  readonly name: string
  readonly description: string
  readonly default: string
}

/** Every input of the action, made from the table of commands. */
export const inputTable: readonly Input[] = [
  {
    name: 'command',
    description: `What to do: ${workflowCommands.map(({ name }) => name).join(', ')}`,
    default: usual,
  },
  ...Object.entries(definitionOptions).map(([name, option]) => input(name, option)),
  ...optionNames().map(({ name, option, users }) => {
    const described = input(name, option)
    return { ...described, description: `${described.description} (${users.join(', ')})` }
  }),
]

function input(name: string, option: Option): Input {
  return { name, description: optionText(option), default: option.inputDefault ?? option.default }
}

/** Every option once, with the commands that have it. */
function optionNames(): { readonly name: string; readonly option: Option; readonly users: readonly string[] }[] {
  const found = new Map<string, { readonly name: string; readonly option: Option; readonly users: string[] }>()
  for (const command of workflowCommands)
    for (const [name, option] of Object.entries(inputsOf(command.options))) {
      const entry = found.get(name) ?? { name, option, users: [] }
      entry.users.push(command.name)
      found.set(name, entry)
    }
  return [...found.values()]
}

export interface Inputs {
  readonly command: Command
  /** Values of the command's options and of those of the definition. */
  readonly values: Readonly<Record<string, unknown>> & { readonly network: string; readonly directory: string }
  /** Inputs that are set but not used by the command. */
  readonly unused: readonly string[]
}

/**
 * Reads all inputs from the environment, where the runner sets them as INPUT_<NAME>. Throws an OperatorError that lists
 * all errors, unknown inputs included: the runner only warns about those.
 */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const names = inputTable.map(({ name }) => name)
  const given = (name: string): string | undefined => environment[`INPUT_${name.toUpperCase()}`]?.trim()
  /** For an input with its own default, an empty text means the same as an empty option on the command line. */
  const textOf = (name: string, { default: value, inputDefault }: Option): string => {
    const text = given(name)
    if (text === undefined) return inputDefault ?? value
    return text === '' && inputDefault === undefined ? value : text
  }
  const unknown = Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_'))
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !names.includes(name))
    .sort()
    .map((name) => `there is no input "${name}": ${didYouMean(name, names)}`)
  const name = given('command') || usual
  const command = workflowCommands.find((known) => known.name === name)
  const allowed = `use one of ${listed(workflowCommands.map((known) => known.name))}`
  const options = Object.fromEntries(optionNames().map((entry) => [entry.name, entry.option]))
  const { values, problems } = readOptions({ ...definitionOptions, ...options }, textOf)
  const wrong = [
    ...unknown,
    ...(command === undefined ? [{ option: 'command', given: name, allowed }] : []).map(problemText),
    ...problems.map(problemText),
  ]
  if (command === undefined || wrong.length > 0)
    throw new OperatorError(wrong.join('; '), 'correct the inputs of this step (with:)')
  const isOwn = (option: string): boolean =>
    Object.hasOwn(command.options, option) || Object.hasOwn(definitionOptions, option)
  const isSet = (option: string, { read, inputDefault, default: value }: Option): boolean =>
    JSON.stringify({ value: values[option] }) !== JSON.stringify(read(inputDefault ?? value))
  return {
    command,
    values: {
      ...onlyTyped(command),
      ...Object.fromEntries(Object.entries(values).filter(([option]) => isOwn(option))),
    } as Inputs['values'], // the options of a definition are texts
    unused: Object.entries(options)
      .filter(([other, option]) => !isOwn(other) && option.automatic !== true && isSet(other, option))
      .map(([other]) => other),
  }
}

/** Options of the command line only keep their default. */
const onlyTyped = ({ options }: Command): Readonly<Record<string, unknown>> =>
  readOptions(
    Object.fromEntries(Object.entries(options).filter(([, { where }]) => where === 'command line')),
    (_name, option) => option.default,
  ).values

const problemText = ({ option, given, allowed }: OptionProblem): string => `${option} cannot be "${given}": ${allowed}`

/** Replaces names of options by those of inputs: `within` for `--within`. */
export function asInputs(text: string): string {
  const names = new Set(inputTable.map(({ name }) => name))
  // Text in backquotes is a command for a terminal.
  return text.replace(/`[^`]*`|--([a-z][a-z-]*)/g, (all, name?: string) =>
    name !== undefined && names.has(name) ? name : all,
  )
}
