import type { Command } from '../commands/command.ts'
import { type Option, optionText } from '../commands/options.ts'
import { bashCompletion } from './completion/bash.ts'
import { fishCompletion } from './completion/fish.ts'
import type { Completion } from './completion/words.ts'
import { zshCompletion } from './completion/zsh.ts'
import { everywhere, letters } from './own-options.ts'

export const shells = ['bash', 'zsh', 'fish'] as const

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }

/** A script for shell completion. It contains all commands and options, and does not run Chancery. */
export function completionScript(shell: (typeof shells)[number], commands: readonly Command[]): string {
  return scripts[shell]({
    commands: [
      ...commands.map(({ name, purpose, parameters, words = [], options }) => ({
        name,
        purpose,
        takesFile: parameters === undefined || parameters.some((parameter) => parameter.startsWith('FILE')),
        words,
        options: optionsOf(options),
      })),
      {
        name: 'help',
        purpose: 'Show the options and examples of a command',
        takesFile: false,
        words: [...new Set(commands.flatMap(({ name }) => name.split(' ')[0] ?? []))],
        options: [],
      },
    ],
    options: [
      ...optionsOf(everywhere),
      { name: 'help', letter: '-h', text: 'Show the options and examples of a command', takes: 'nothing', values: [] },
    ],
  })
}

const optionsOf = (options: Readonly<Record<string, Option>>): Completion['options'] =>
  Object.entries(options).flatMap(([name, option]) => {
    if (option.where === 'action') return []
    const { placeholder, choices = [] } = option
    const takes =
      placeholder === undefined
        ? 'nothing'
        : placeholder === 'FILE'
          ? 'file'
          : placeholder === 'FOLDER'
            ? 'folder'
            : 'text'
    return [{ name, letter: letters[name], text: optionText(option), takes, values: choices }]
  })
