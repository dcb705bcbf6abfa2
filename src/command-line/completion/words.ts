export interface CompletedOption {
  readonly name: string
  /** `-o` */
  readonly letter?: string | undefined
  readonly text: string
  readonly takes: 'nothing' | 'file' | 'folder' | 'text'
  /** All values, if they are few. */
  readonly values: readonly string[]
}

export interface CompletedCommand {
  /** `validate`, `channel update` */
  readonly name: string
  readonly purpose: string
  readonly takesFile: boolean
  /** Words that can follow its name. */
  readonly words: readonly string[]
  readonly options: readonly CompletedOption[]
}

/** The command line, as completion scripts describe it. */
export interface Completion {
  readonly commands: readonly CompletedCommand[]
  /** Of every command. */
  readonly options: readonly CompletedOption[]
}

/** `--output`, `-o` */
export const spellings = ({ name, letter }: CompletedOption): string[] => [
  `--${name}`,
  ...(letter === undefined ? [] : [letter]),
]

/** Every option once, by its name. */
export const allOptions = ({ commands, options }: Completion): readonly CompletedOption[] => [
  ...new Map(
    [...options, ...commands.flatMap((command) => command.options)].map((option) => [option.name, option]),
  ).values(),
]

export interface CompletedWord {
  readonly word: string
  readonly text: string
}

/** The next words after a prefix, from every command that begins with it. */
export function nextWords({ commands }: Completion, before: string): readonly CompletedWord[] {
  const start = before === '' ? '' : `${before} `
  const found = new Map<string, string>()
  for (const { name, purpose } of commands) {
    if (!name.startsWith(start)) continue
    const [word = '', ...rest] = name.slice(start.length).split(' ')
    found.set(word, rest.length === 0 ? purpose : `Commands that begin with ${start}${word}`)
  }
  return [...found].map(([word, text]) => ({ word, text }))
}

/** First words of commands that have several: `channel`. */
export const groups = ({ commands }: Completion): readonly string[] => [
  ...new Set(commands.flatMap(({ name }) => (name.includes(' ') ? [name.slice(0, name.lastIndexOf(' '))] : []))),
]

/** A text in single quotes, as bash, zsh and fish read it. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
