import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { inputTable, outputTable, readInputs } from '../src/github/inputs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const action = load(await readFile(`${root}action.yml`, 'utf8')) as {
  inputs: Record<string, object>
  outputs: Record<string, object>
  runs: { using: string; main: string }
}
const readme = await readFile(`${root}README.md`, 'utf8')

/** Rows of the table in the README that has these column titles; none when there is no such table. */
function rowsBelow(...titles: readonly string[]): string[][] {
  const lines = readme.split('\n')
  const start = lines.indexOf(`| ${titles.join(' | ')} |`)
  const after = start < 0 ? [] : lines.slice(start + 2)
  const end = after.findIndex((line) => !line.startsWith('|'))
  return (end < 0 ? after : after.slice(0, end)).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  )
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

describe('inputs and outputs are the same in the code,', () => {
  it('in action.yml: inputs', () => {
    const expected = Object.entries(inputTable).map(([name, { purpose, default: value }]) => [
      name,
      { description: purpose, default: value },
    ])
    expect(Object.entries(action.inputs)).toEqual(expected)
  })

  it('in action.yml: outputs', () => {
    const expected = Object.entries(outputTable).map(([name, description]) => [name, { description }])
    expect(Object.entries(action.outputs)).toEqual(expected)
  })

  it('in the README: inputs', () => {
    const expected = Object.entries(inputTable).map(([name, { purpose, default: value }]) => [
      code(name),
      code(value),
      purpose,
    ])
    expect(rowsBelow('input', 'default', 'what')).toEqual(expected)
  })

  it('in the README: outputs', () => {
    expect(rowsBelow('output', 'what')).toEqual(
      Object.entries(outputTable).map(([name, description]) => [code(name), description]),
    )
  })
})

it('action.yml runs a file that is there, with a Node that GitHub has', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  expect(existsSync(`${root}${action.runs.main}`)).toBe(true)
})

describe('readInputs', () => {
  const asVariables = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  const defaults = readInputs({})
  const tokenExpression = inputTable.token.default

  it('gives the defaults of action.yml when the runner sets nothing', () => {
    expect(defaults).toEqual({
      command: 'validate',
      network: 'network.yaml',
      directory: '.',
      build: false,
      base: '',
      'fail-on-risk': 'never',
      comment: false,
      plan: '',
      sarif: '',
      check: false,
      'stand-ins': false,
      organization: '',
      renew: '',
      within: '30d',
      push: 'origin',
      deliver: 'auto',
      branch: '',
      token: '',
      cluster: '',
      context: '',
      'dry-run': false,
      prune: false,
      'prune-also': '',
      'force-conflicts': false,
      timeout: '10m',
      probe: false,
      'dns-server': '',
    })
  })

  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['a value', { command: 'commit' }, { command: 'commit' }],
    ['a value with spaces around', { network: ' net.yaml\n' }, { network: 'net.yaml' }],
    ['a flag', { 'stand-ins': 'true' }, { 'stand-ins': true }],
    ['an empty text, which is the default', { command: '', network: '', directory: '', build: '' }, {}],
    ['an empty push, which is meant', { push: '' }, { push: '' }],
    ['a token', { token: 'ghs_x' }, { token: 'ghs_x' }],
    ['an expression that no runner replaced, which is no token', { token: tokenExpression }, { token: '' }],
  ])('reads %s', (_name, inputs, expected) => {
    expect(readInputs(asVariables(inputs))).toEqual({ ...defaults, ...expected })
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a command',
      { command: 'Validate' },
      'command cannot be "Validate": allowed is validate, plan, comment, keys, render, commit',
    ],
    ['a flag', { check: 'True' }, 'check cannot be "True": allowed is true, false'],
    ['a name', { organisation: 'x' }, 'there is no input "organisation": did you mean "organization"?'],
  ])('refuses %s', (_name, inputs, message) => {
    expect(() => readInputs(asVariables(inputs))).toThrow(message)
  })
})
