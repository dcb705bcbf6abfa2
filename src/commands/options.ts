/** What a text that was given for an option means to a command; or what may be given, when it may not be this. */
export type Reading<Value> = { readonly value: Value } | { readonly allowed: string }

/** One option of the command line, one input of the action, or both. */
export interface Option<Value = unknown> {
  /** What it is for, as help, action.yml and the README say it. */
  readonly text: string
  /** Both, where it does not say so. */
  readonly where?: 'command line' | 'action'
  /** What stands for its value in help: `FILE`. A flag takes none. */
  readonly placeholder?: string
  /** All values, where they are few. */
  readonly choices?: readonly string[]
  /** The text that counts when none is given. */
  readonly default: string
  /** The same for the input of the action, where it is another one. An input that is given as empty then stays empty. */
  readonly inputDefault?: string
  /** Whether the runner fills the input in by itself. */
  readonly automatic?: boolean
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

/** True and false as YAML 1.2 writes them, which is what `getBooleanInput` of @actions/core takes. */
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
    Object.hasOwn(truths, given) ? { value: truths[given] === true } : { allowed: 'allowed is true, false' },
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
    return found === undefined ? { allowed: `allowed is ${choices.join(', ')}` } : { value: found }
  },
})

/** A text that is read by the option's own rules. */
export const parsed = <Value>(
  placeholder: string,
  text: string,
  value: string,
  read: (given: string) => Reading<Value>,
): Option<Value> => ({ text, placeholder, default: value, read })

/** Options that every command has that works on a definition. */
export const definitionOptions = {
  network: textWithDefault('FILE', 'The definition, relative to the directory', 'network.yaml'),
  directory: textWithDefault('FOLDER', 'Folder of the network', '.'),
} as const

/** An option that was given what it does not take. Whoever shows it says how the option is called: `--within`, or `within`. */
export interface OptionProblem {
  readonly option: string
  readonly given: string
  /** What it takes. */
  readonly allowed: string
}

export interface ReadOptions {
  /** Values by the name of their option, as the command's type says. */
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly OptionProblem[]
}

/** Reads every option of a table. `textOf` gives what counts for one: a text that was given, or its default. */
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

/** The text of an option with the values that it takes, as help, action.yml and the README say it. */
export function optionText({ text, choices = [] }: Option): string {
  return choices.length === 0 ? text : `${text}: ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
}
