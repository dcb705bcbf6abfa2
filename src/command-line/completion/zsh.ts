import {
  allOptions,
  type CompletedOption,
  type CompletedWord,
  type Completion,
  groups,
  nextWords,
  singleQuoted,
  spellings,
} from './words.ts'

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
export function zshCompletion(completion: Completion): string {
  const all = allOptions(completion)
  const after = (
    name: string,
    words: readonly CompletedWord[],
    options: readonly CompletedOption[],
    takesFile = false,
  ): string[] => [
    `    ${name === '' ? "('')" : `(${singleQuoted(name)} | ${singleQuoted(`${name} `)}*)`}`,
    `      entries=(${words.map(({ word, text }) => described(word, text)).join(' ')})`,
    `      options=(${[...options, ...completion.options].flatMap((option) => spellings(option).map((spelling) => described(spelling, option.text))).join(' ')})`,
    ...(takesFile ? ['      files=1'] : []),
    '      ;;',
  ]
  return [
    '#compdef chancery',
    '# Completes chancery in zsh: source <(chancery completion zsh), after compinit',
    '_chancery() {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of zsh
    '  local current=${words[CURRENT]} previous=${words[CURRENT - 1]} command= files= at',
    '  local -a entries options',
    '  for ((at = 2; at < CURRENT; at++)); do',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of zsh
    '    case ${words[at]} in',
    `    (${patternOf(all.filter(({ takes }) => takes !== 'nothing'))}) ((at++)) ;;`,
    '    (-*) ;;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of zsh
    '    (*) command="${command:+$command }${words[at]}" ;;',
    '    esac',
    '  done',
    '  case $previous in',
    ...valueCases(all),
    '  esac',
    '  case $command in',
    ...after('', nextWords(completion, ''), []),
    ...completion.commands.flatMap(({ name, words, options, takesFile }) =>
      after(
        name,
        words.map((word) => ({ word, text: word })),
        options,
        takesFile,
      ),
    ),
    ...groups(completion).flatMap((name) => after(name, nextWords(completion, name), [])),
    '  esac',
    '  if [[ $current == -* ]]; then',
    '    _describe -o option options',
    '  elif [[ -n $files ]]; then',
    '    _files',
    '  else',
    '    _describe command entries',
    '  fi',
    '}',
    'compdef _chancery chancery',
    '',
  ].join('\n')
}

/** `word:text` */
const described = (word: string, text: string): string => singleQuoted(`${word}:${text}`)

const patternOf = (options: readonly CompletedOption[]): string => options.flatMap(spellings).join(' | ')

/** Completions of the value of an option. */
function valueCases(options: readonly CompletedOption[]): string[] {
  const ofKind = (kind: CompletedOption['takes']): string =>
    patternOf(options.filter(({ takes, values }) => takes === kind && values.length === 0))
  return [
    ...options
      .filter(({ values }) => values.length > 0)
      .map((option) => `    (${patternOf([option])}) compadd -- ${option.values.join(' ')}; return ;;`),
    `    (${ofKind('file')}) _files; return ;;`,
    `    (${ofKind('folder')}) _files -/; return ;;`,
    `    (${ofKind('text')}) return ;;`,
  ]
}
