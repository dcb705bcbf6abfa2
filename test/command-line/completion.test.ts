import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { completionScript, shells } from '../../src/command-line/completion.ts'
import { typedCommands } from '../../src/command-line/typed-commands.ts'

const run = promisify(execFile)

describe.each(shells)('completion for %s', (shell) => {
  const script = completionScript(shell, typedCommands)

  it('is as it was reviewed (else run vitest with --update)', async () => {
    await expect(script).toMatchFileSnapshot(join(import.meta.dirname, `expected/completion.${shell}`))
  })

  it('has every command and option', () => {
    for (const { name, options } of typedCommands) {
      for (const word of name.split(' ')) expect(script).toContain(word)
      for (const [option, { where }] of Object.entries(options))
        if (where !== 'action') expect(script).toMatch(new RegExp(`(--|-l )${option}\\b`))
    }
    expect(script).not.toMatch(/--deliver|-l deliver/)
  })
})

describe('bash completes', () => {
  it.each<[string, string, readonly string[]]>([
    ['a command', 'chancery re', ['render', 'report']],
    ['the word of a group', 'chancery chan', ['channel']],
    ['a command of a group', 'chancery channel s', ['sign']],
    ['an option', 'chancery render --s', ['--stand-ins']],
    ['an option behind others', 'chancery --directory render plan --fail', ['--fail-on-risk']],
    ['a value', 'chancery plan --fail-on-risk d', ['danger']],
    ['a value after a letter', 'chancery plan -o j', ['json']],
    ['a shell', 'chancery completion f', ['fish']],
    ['what help is for', 'chancery help ver', ['verify']],
    ['a file', `chancery validate ${import.meta.dirname}/comp`, [import.meta.filename]],
    ['nothing that it does not know', 'chancery apply --cluster e', []],
    ['no option of another command', 'chancery validate --stand', []],
  ])('%s', async (_name, line, expected) => {
    const words = line.split(' ')
    const program = [
      completionScript('bash', typedCommands),
      `COMP_WORDS=(${words.join(' ')})`,
      `COMP_CWORD=${words.length - 1}`,
      '_chancery',
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ].join('\n')
    const { stdout } = await run('bash', ['-c', program])
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected)
  })
})
