import { everywhere, letters } from '../src/command-line/own-options.ts'
import { typedCommands } from '../src/command-line/typed-commands.ts'
import type { Command } from '../src/commands/command.ts'
import { type Option, optionText } from '../src/commands/options.ts'
import { commands } from '../src/commands/table.ts'
import { inputTable } from '../src/github/inputs.ts'
import { outputTable } from '../src/github/output-table.ts'
import { table } from '../src/render/markdown.ts'
import { dumpYaml } from '../src/yaml.ts'
import type { GeneratedPart } from './generated-part.ts'

const outputs = Object.entries(outputTable).map(([name, description]) => ({ name, description }))

const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

/** Where a command runs, when not everywhere. */
const places = { action: 'the action', 'command line': 'the command line' }

const actionText = (): string =>
  dumpYaml({
    inputs: Object.fromEntries(
      inputTable.map(({ name, description, default: value }) => [name, { description, default: value }]),
    ),
    outputs: Object.fromEntries(outputs.map(({ name, description }) => [name, { description }])),
  })

const commandRow = ({ name, purpose, parameters, where }: Command): string[] => [
  code([name, ...(parameters ?? [])].join(' ')),
  `${purpose}${where === undefined ? '' : ` (${places[where]} only)`}`,
]

/** Options of a command as people type them. */
function optionRows(options: Readonly<Record<string, Option>>): string[][] {
  return Object.entries(options).flatMap(([name, option]) => {
    if (option.where === 'action') return []
    const words = [...(letters[name] === undefined ? [] : [letters[name]]), `--${name}`].join(', ')
    const takes = option.placeholder === undefined ? '' : ` ${option.placeholder}`
    return [
      [code(`${words}${takes}`), option.placeholder === undefined ? '' : code(option.default), optionText(option)],
    ]
  })
}

const commandSection = ({ name, purpose, parameters, options, examples }: Command): string => {
  const rows = optionRows(options)
  return [
    `### ${name}\n`,
    `${purpose}.\n`,
    `\`chancery ${[name, ...(parameters ?? ['[FILE]'])].join(' ')}${rows.length === 0 ? '' : ' [OPTIONS]'}\`\n`,
    ...(rows.length === 0 ? [] : [table(['option', 'default', 'what'], rows)]),
    '```sh',
    ...examples.map(([line, does]) => `${line}  # ${does}`),
    '```\n',
  ].join('\n')
}

/** Every part, as it should be. */
export const generatedParts = (): readonly GeneratedPart[] => [
  { file: 'action.yml', name: 'inputs and outputs', text: actionText() },
  {
    file: 'README.md',
    name: 'inputs',
    text: table(
      ['input', 'default', 'what'],
      inputTable.map(({ name, description, default: value }) => [code(name), code(value), description]),
    ),
  },
  {
    file: 'README.md',
    name: 'outputs',
    text: table(
      ['output', 'what'],
      outputs.map(({ name, description }) => [code(name), description]),
    ),
  },
  {
    file: 'README.md',
    name: 'commands',
    text: table(
      ['command', 'what'],
      [...commands, ...typedCommands.filter((typed) => !commands.includes(typed))].map(commandRow),
    ),
  },
  { file: 'docs/command-line.md', name: 'options', text: table(['option', 'default', 'what'], optionRows(everywhere)) },
  { file: 'docs/command-line.md', name: 'commands', text: typedCommands.map(commandSection).join('\n') },
]
