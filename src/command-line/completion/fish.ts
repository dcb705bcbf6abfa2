import {
  type CompletedCommand,
  type CompletedOption,
  type Completion,
  groups,
  nextWords,
  singleQuoted,
} from './words.ts'

/** https://fishshell.com/docs/current/cmds/complete.html */
export function fishCompletion(completion: Completion): string {
  const line = (when: string, what: string, text: string): string =>
    `complete -c chancery${when === '' ? '' : ` -n ${singleQuoted(when)}`} ${what} -d ${singleQuoted(text)}`
  const seen = (words: string): string => `__fish_seen_subcommand_from ${words}`
  const given = ({ name }: CompletedCommand): string => name.split(' ').map(seen).join('; and ')
  const option = (when: string, one: CompletedOption): string => line(when, optionWords(one), one.text)
  return [
    '# Completes chancery in fish: chancery completion fish > ~/.config/fish/completions/chancery.fish',
    'complete -c chancery -f',
    ...nextWords(completion, '').map(({ word, text }) => line('__fish_use_subcommand', `-a ${word}`, text)),
    ...groups(completion).flatMap((group) => {
      const words = nextWords(completion, group)
      const none = `${seen(group)}; and not ${seen(words.map(({ word }) => word).join(' '))}`
      return words.map(({ word, text }) => line(none, `-a ${word}`, text))
    }),
    ...completion.options.map((one) => option('', one)),
    ...completion.commands.flatMap((command) => [
      ...(command.words.length === 0 ? [] : [line(given(command), `-a ${singleQuoted(command.words.join(' '))}`, '')]),
      ...(command.takesFile ? [`complete -c chancery -n ${singleQuoted(given(command))} -F`] : []),
      ...command.options.map((one) => option(given(command), one)),
    ]),
    '',
  ].join('\n')
}

function optionWords({ name, letter, takes, values }: CompletedOption): string {
  const words = [...(letter === undefined ? [] : [`-s ${letter.slice(1)}`]), `-l ${name}`]
  if (values.length > 0) return [...words, `-x -a ${singleQuoted(values.join(' '))}`].join(' ')
  if (takes === 'file') return [...words, '-r -F'].join(' ')
  if (takes === 'folder') return [...words, "-x -a '(__fish_complete_directories)'"].join(' ')
  return [...words, ...(takes === 'text' ? ['-x'] : [])].join(' ')
}
