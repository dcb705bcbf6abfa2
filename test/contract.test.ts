import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { generatedParts } from '../scripts/command-texts.ts'
import { definitionParts } from '../scripts/definition-texts.ts'
import { withPart } from '../scripts/generated-part.ts'
import { ruleParts } from '../scripts/rule-texts.ts'
import { commands } from '../src/commands/table.ts'
import { asInputs, inputTable, readInputs } from '../src/github/inputs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the table of commands', () => {
  it.each(
    [...generatedParts(), ...definitionParts(), ...ruleParts()].map((part) => [part.file, part.name, part] as const),
  )('is what %s says: %s (else run `npm run build`)', async (file, _name, part) => {
    const text = await readFile(`${root}${file}`, 'utf8')
    expect(text).toBe(withPart(text, part))
  })

  it('has one meaning for the input of each name', () => {
    const meanings = new Map<string, Set<string>>()
    for (const { options, where } of commands)
      for (const [name, { text, where: place }] of Object.entries(options))
        if (where !== 'command line' && place !== 'command line')
          meanings.set(name, (meanings.get(name) ?? new Set()).add(text))
    expect([...meanings].filter(([, texts]) => texts.size > 1).map(([name]) => name)).toEqual([])
  })

  it('has an example of each command that people type, which begins with its name', () => {
    for (const { name, where, examples } of commands) {
      if (where !== 'action') expect(examples, name).not.toEqual([])
      for (const [line] of examples) expect(line).toMatch(new RegExp(`^chancery ${name}(?: |$)`))
    }
  })

  it('says what each command does in a sentence without its full stop', () => {
    for (const { purpose } of commands) expect(purpose).toMatch(/^[A-Z].*[^.]$/)
  })
})

it('action.yml runs a file that is there, with a Node that GitHub has', async () => {
  const { runs } = load(await readFile(`${root}action.yml`, 'utf8')) as { runs: { using: string; main: string } }
  expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  expect(existsSync(`${root}${runs.main}`)).toBe(true)
})

describe('readInputs', () => {
  const asVariables = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const read = (inputs: Readonly<Record<string, string>>) => {
    const { command, values, unused } = readInputs(asVariables(inputs))
    return { command: command.name, values, unused }
  }
  /** What the runner sets when a step sets nothing. */
  const defaults = Object.fromEntries(inputTable.map((input) => [input.name, input.default]))
  const places = { network: 'network.yaml', directory: '.' }

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['validate', {}, { build: false, sarif: undefined }],
    [
      'plan',
      {},
      {
        base: undefined,
        'fail-on-risk': 'danger',
        acknowledged: false,
        comment: false,
        sarif: undefined,
        token: '',
      },
    ],
    [
      'commit',
      {},
      {
        build: false,
        organization: undefined,
        renew: undefined,
        within: 30 * 24 * 60 * 60 * 1000,
        push: 'origin',
        deliver: 'auto',
        branch: undefined,
        token: '',
      },
    ],
  ])('gives %s its defaults, whether the runner sets them or nothing', (command, inputs, expected) => {
    const whole = { command, values: { ...places, ...expected }, unused: [] }
    expect(read({ command, ...inputs })).toEqual(whole)
    expect(read({ ...defaults, command, ...inputs })).toEqual(whole)
  })

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['a value with spaces around', { network: ' net.yaml\n' }, { network: 'net.yaml' }],
    ['a flag', { command: 'render', 'stand-ins': 'true' }, { 'stand-ins': true }],
    ['a flag as YAML may write it', { build: 'True' }, { build: true }],
    ['a flag that is off', { build: 'FALSE' }, { build: false }],
    ['an empty text, which is the default', { command: '', network: '', directory: '', build: '' }, { ...places }],
    ['an empty push, which is meant', { command: 'commit', push: '' }, { push: undefined }],
    ['a token', { command: 'commit', token: 'ghs_x' }, { token: 'ghs_x' }],
  ])('reads %s', (_name, inputs, expected) => expect(read(inputs).values).toMatchObject(expected))

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing', { ...defaults, token: 'ghs_x' }, []],
    ['inputs of other commands', { ...defaults, check: 'true', timeout: '1h', build: 'true' }, ['check', 'timeout']],
    ['not the default in another spelling', { ...defaults, prune: 'False', push: '' }, ['push']],
  ])('says which inputs have no effect: %s', (_name, inputs, expected) =>
    expect([...read(inputs).unused].sort()).toEqual(expected),
  )

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a command',
      { command: 'Validate' },
      'command cannot be "Validate": use one of validate, plan, comment, keys, render, commit, apply, verify and report',
    ],
    ['a command of the command line', { command: 'connection-profile' }, 'command cannot be "connection-profile"'],
    ['a flag', { command: 'render', check: 'yes' }, 'check cannot be "yes": use true or false'],
    [
      'what only the command itself can read',
      { command: 'keys', within: '12h' },
      'within cannot be "12h": write a number of days, such as 30d',
    ],
    ['a name', { organisation: 'x' }, 'there is no input "organisation": did you mean "organization"?'],
    ['names of objects', { constructor: 'x', command: '__proto__' }, 'there is no input "constructor"'],
  ])('refuses %s', (_name, inputs, message) => {
    expect(() => read(inputs)).toThrow(message)
  })
})

it.each([
  ['run this with --force-conflicts, which takes them over', 'run this with force-conflicts, which takes them over'],
  ['run `chancery keys --renew expiring`', 'run `chancery keys --renew expiring`'],
  ['git fetch --depth', 'git fetch --depth'],
])('%j speaks of inputs: %j', (text, expected) => expect(asInputs(text)).toBe(expected))
