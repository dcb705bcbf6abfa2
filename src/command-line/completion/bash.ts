import { allOptions, type CompletedOption, type Completion, groups, nextWords, spellings } from './words.ts'

/** For bash 4 and newer: https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
export function bashCompletion(completion: Completion): string {
  const all = allOptions(completion)
  const own = (options: readonly CompletedOption[]): string =>
    [...options, ...completion.options].flatMap(spellings).join(' ')
  const after = (name: string, words: string, options: string, otherwise = ''): string[] => [
    `    ${name === '' ? "''" : `'${name}' | '${name} '*`})`,
    `      words='${words}' options='${options}'${otherwise}`,
    '      ;;',
  ]
  return [
    '# Completes chancery in bash: source <(chancery completion bash)',
    '_chancery() {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of bash
    '  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= words= options= files= at',
    '  COMPREPLY=()',
    '  for ((at = 1; at < COMP_CWORD; at++)); do',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of bash
    '    case ${COMP_WORDS[at]} in',
    `    ${patternOf(all.filter(({ takes }) => takes !== 'nothing'))}) ((at++)) ;;`,
    '    -*) ;;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script of bash
    '    *) command="${command:+$command }${COMP_WORDS[at]}" ;;',
    '    esac',
    '  done',
    '  case $previous in',
    ...valueCases(all),
    '  esac',
    '  case $command in',
    ...after(
      '',
      nextWords(completion, '')
        .map(({ word }) => word)
        .join(' '),
      own([]),
    ),
    ...completion.commands.flatMap(({ name, words, options, takesFile }) =>
      after(name, words.join(' '), own(options), takesFile ? ' files=1' : ''),
    ),
    ...groups(completion).flatMap((name) =>
      after(
        name,
        nextWords(completion, name)
          .map(({ word }) => word)
          .join(' '),
        own([]),
      ),
    ),
    '  esac',
    '  if [[ $current == -* ]]; then',
    '    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")',
    '  elif [[ -n $files ]]; then',
    '    mapfile -t COMPREPLY < <(compgen -f -- "$current")',
    '  else',
    '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")',
    '  fi',
    '}',
    'complete -o filenames -F _chancery chancery',
    '',
  ].join('\n')
}

const patternOf = (options: readonly CompletedOption[]): string => options.flatMap(spellings).join(' | ')

/** Completions of the value of an option. */
function valueCases(options: readonly CompletedOption[]): string[] {
  const ofKind = (kind: CompletedOption['takes']): CompletedOption[] =>
    options.filter(({ takes, values }) => takes === kind && values.length === 0)
  const reply = (pattern: string, generate: string): string[] => [
    `  ${pattern})`,
    ...(generate === '' ? [] : [`    mapfile -t COMPREPLY < <(compgen ${generate} -- "$current")`]),
    '    return',
    '    ;;',
  ]
  return [
    ...options
      .filter(({ values }) => values.length > 0)
      .flatMap((option) => reply(patternOf([option]), `-W '${option.values.join(' ')}'`)),
    ...reply(patternOf(ofKind('file')), '-f'),
    ...reply(patternOf(ofKind('folder')), '-d'),
    ...reply(patternOf(ofKind('text')), ''),
  ]
}
