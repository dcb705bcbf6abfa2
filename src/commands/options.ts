/** The value of an option's text, or a hint with the allowed values. */
export type Reading<Value> = { readonly value: Value } | { readonly allowed: string }

/** One option of the command line, one input of the action, or both. */
export interface Option<Value = unknown> {
  /** The description in help, action.yml and the README. */
  readonly text: string
  /** Both when absent. */
  readonly where?: 'command line' | 'action'
  /** The placeholder of its value in help: `FILE`. A flag has none. */
  readonly placeholder?: string
  /** All values, if they are few. */
  readonly choices?: readonly string[]
  /** The default text. */
  readonly default: string
  /** The default of the action's input, if it differs. An input that is set to an empty text then stays empty. */
  readonly inputDefault?: string
  /** Whether the runner sets the input by itself. */
  readonly automatic?: boolean
  /** May be given several times: the texts are then lines of one. */
  readonly repeatable?: boolean
  /** Whether the command does nothing without it. */
  readonly required?: boolean
  read(text: string): Reading<Value>
}

export type OptionTable = Readonly<Record<string, Option>>

/** What a command gets of its options. */
export type ValuesOf<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer Value> ? Value : never
}

type More = Pick<Option, 'where' | 'inputDefault' | 'required'>

/** True and false as in YAML 1.2, which `getBooleanInput` of @actions/core accepts. */
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}

export const flag = (text: string, more: More = {}): Option<boolean> => ({
  ...more,
  text,
  default: 'false',
  read: (given) =>
    Object.hasOwn(truths, given) ? { value: truths[given] === true } : { allowed: 'use true or false' },
})

/** Any text; undefined when it is empty. */
export const optionalText = (placeholder: string, text: string, more: More = {}): Option<string | undefined> => ({
  ...more,
  text,
  placeholder,
  default: '',
  read: (given) => ({ value: given === '' ? undefined : given }),
})

export const textWithDefault = (placeholder: string, text: string, value: string, more: More = {}): Option<string> => ({
  ...more,
  text,
  placeholder,
  default: value,
  read: (given) => ({ value: given }),
})

/** One of a few words: the first is the default. */
export const choice = <Value extends string>(
  placeholder: string,
  text: string,
  choices: readonly [Value, ...Value[]],
  more: More = {},
): Option<Value> => ({
  ...more,
  text,
  placeholder,
  choices,
  default: choices[0],
  read: (given) => {
    const found = choices.find((value) => value === given)
    return found === undefined ? { allowed: `use one of ${choices.join(', ')}` } : { value: found }
  },
})

/** A text that is read by the option's own rules. */
export const parsed = <Value>(
  placeholder: string,
  text: string,
  value: string,
  read: (given: string) => Reading<Value>,
): Option<Value> => ({ text, placeholder, default: value, read })

/** The items of a text, with separators between. */
export const itemsIn = (text: string, separator: string | RegExp = ','): readonly string[] =>
  text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** Several values, each read by itself. */
export const repeated = <Value>(
  placeholder: string,
  text: string,
  readOne: (given: string) => Reading<Value>,
  more: More = {},
): Option<readonly Value[]> => ({
  ...more,
  text,
  placeholder,
  repeatable: true,
  default: '',
  read: (given) => {
    const readings = given.split('\n').flatMap((line) => (line === '' ? [] : [readOne(line)]))
    const wrong = readings.find((reading) => 'allowed' in reading)
    return wrong ?? { value: readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])) }
  },
})

/** Options that every command has that works on a definition. */
export const definitionOptions = {
  network: textWithDefault('FILE', 'Path of the definition, relative to the directory', 'network.yaml'),
  directory: textWithDefault('FOLDER', 'Folder of the network', '.'),
} as const

/** An option with an invalid value. The command line shows its name as `--within`, the action as `within`. */
export interface OptionProblem {
  readonly option: string
  readonly given: string
  /** The hint with its allowed values. */
  readonly allowed: string
}

export interface ReadOptions {
  /** Values by the name of their option, as the command's type says. */
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly OptionProblem[]
}

/** Reads every option of a table. `textOf` returns the given text of an option, or its default. */
export function readOptions(options: OptionTable, textOf: (name: string, option: Option) => string): ReadOptions {
  const problems: OptionProblem[] = []
  const values = Object.entries(options).flatMap(([name, option]) => {
    const given = textOf(name, option)
    const reading = option.read(given)
    if ('value' in reading) return [[name, reading.value] as const]
    problems.push({ option: name, given, allowed: reading.allowed })
    return []
  })
  return { values: Object.fromEntries(values), problems }
}

/** The text of an option with its allowed values, for help, action.yml and the README. */
export function optionText({ text, choices = [], repeatable = false }: Option): string {
  const whole = choices.length === 0 ? text : `${text}: ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
  return repeatable ? `${whole} (repeatable)` : whole
}
