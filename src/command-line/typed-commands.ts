import { type Command, command } from '../commands/command.ts'
import { commands } from '../commands/table.ts'
import { exitStatus, OperatorError } from '../errors.ts'
import { completionScript, shells } from './completion.ts'

const completionCommand = command({
  name: 'completion',
  purpose: 'Print a script that completes commands and options in a shell',
  where: 'command line',
  parameters: ['SHELL'],
  words: shells,
  options: {},
  examples: [
    ['source <(chancery completion bash)', 'for bash in ~/.bashrc; for zsh in ~/.zshrc, after compinit'],
    ['chancery completion fish > ~/.config/fish/completions/chancery.fish', 'for fish'],
  ],
  run: async (_values, { reporter }, [given = '']) => {
    const shell = shells.find((known) => known === given)
    if (shell === undefined)
      throw new OperatorError(`there is no completion for "${given}"`, `use one of ${shells.join(', ')}`)
    const output = completionScript(shell, typedCommands)
    reporter.say(output.trimEnd())
    return { status: exitStatus.done, findings: [], clusters: [], output }
  },
})

/** Commands of the command line: those of the table that are not for the action only, and the shell's completion. */
export const typedCommands: readonly Command[] = [
  ...commands.filter(({ where }) => where !== 'action'),
  completionCommand,
]
