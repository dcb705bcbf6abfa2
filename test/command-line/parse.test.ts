import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../src/command-line/parse.ts'
import { typedCommands } from '../../src/command-line/typed-commands.ts'
import { version } from '../../src/product.ts'

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean), 100)

/** The command, words and options of a line that is one. */
function read(line: string) {
  const parsed = parse(line)
  if ('text' in parsed) throw new Error(parsed.text)
  return { name: parsed.command.name, words: parsed.words, given: Object.fromEntries(parsed.given) }
}

describe('a command line', () => {
  it.each<[string, string, readonly string[], Readonly<Record<string, string>>]>([
    ['validate', 'validate', [], {}],
    ['validate networks/trade/network.yaml', 'validate', ['networks/trade/network.yaml'], {}],
    ['apply --dry-run --cluster eu', 'apply', [], { 'dry-run': 'true', cluster: 'eu' }],
    ['--directory x plan --base=main', 'plan', [], { directory: 'x', base: 'main' }],
    ['plan --directory x -o json', 'plan', [], { directory: 'x', output: 'json' }],
    ['channel update trade', 'channel update', ['trade'], {}],
    ['channel import trade a.block --network n.yaml', 'channel import', ['trade', 'a.block'], { network: 'n.yaml' }],
    [
      'import bevel a.yaml b.yaml c.yaml --into trade',
      'import bevel',
      ['a.yaml', 'b.yaml', 'c.yaml'],
      { into: 'trade' },
    ],
    ['completion bash', 'completion', ['bash'], {}],
  ])('%s', (line, name, words, given) => expect(read(line)).toEqual({ name, words, given }))
})

describe('refuses', () => {
  it.each<[string, string, string]>([
    ['rendr', 'there is no command "rendr"', 'did you mean "render"?'],
    ['dance', 'there is no command "dance"', `known: ${typedCommands.map(({ name }) => name).join(', ')}`],
    ['constructor', 'there is no command "constructor"', expect.stringMatching(/^known: /)],
    ['__proto__', 'there is no command "__proto__"', expect.stringMatching(/^known: /)],
    ['help __proto__', 'there is no command "__proto__"', expect.stringMatching(/^known: /)],
    ['channel updat trade', 'there is no command "channel updat"', 'did you mean "channel update"?'],
    [
      'comment',
      expect.stringMatching(/^"comment" is a command of the action only/),
      'see docs/plan.md for the workflow that has it',
    ],
    ['render --chek', 'chancery render has no option --chek', 'did you mean "--check"?'],
    ['validate --check', 'chancery validate has no option --check', 'these have it: upgrade, render'],
    ['commit --deliver api', 'chancery commit has no option --deliver', 'see `chancery help commit`'],
    [
      'channel sign --organisation x',
      'chancery channel sign has no option --organisation',
      'did you mean "--organization"?',
    ],
    ['--chek', 'chancery has no option --chek', 'see `chancery help`'],
    ['keys --organization', '--organization needs a value', 'see `chancery help keys`'],
    ['render now then', 'unexpected argument "then"', 'usage: chancery render [FILE]'],
    ['channel update', 'CHANNEL is missing', 'usage: chancery channel update CHANNEL'],
    ['import bevel', 'FILE... is missing', 'usage: chancery import bevel FILE...'],
    ['plan --format json', '--format was renamed', expect.stringMatching(/^write -o text or -o json/)],
    ['verify --json file', '--json was renamed', expect.stringMatching(/^write -o json > FILE/)],
  ])('%s', (line, message, hint) => {
    let thrown: unknown
    try {
      parse(line)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ name: 'OperatorError', message, hint })
  })
})

describe('help', () => {
  it.each(typedCommands.map((command) => [command.name, command] as const))(
    '%s: its own options, those of every command, and its examples',
    (name, { options, examples, purpose }) => {
      const asked = parse(`help ${name}`)
      expect(parse(`${name} --help`)).toEqual(asked)
      if (!('text' in asked)) throw new Error('no help')
      expect(asked.asked).toBe(true)
      const flat = asked.text.replaceAll(/\s+/g, ' ')
      expect(flat).toContain(purpose)
      const shown = [...asked.text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option)
      const own = Object.entries(options).flatMap(([option, { where }]) => (where === 'action' ? [] : [`--${option}`]))
      const every = ['--version', '--network', '--directory', '--output', '--help']
      expect(shown.sort()).toEqual([...own, ...every].sort())
      for (const [line, does] of examples) expect(flat).toContain(`${line} # ${does}`)
    },
  )

  it('names every command and every exit status', () => {
    const shown = parse('--help')
    if (!('text' in shown)) throw new Error('no help')
    for (const { name } of typedCommands) expect(shown.text).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(shown.text).not.toMatch(/^ {2}comment/m)
    expect(shown.text).toContain(
      'Exit status: 0 done, 1 the definition has errors or something requested was not done, 2 wrong usage or environment, 3 a bug',
    )
    expect(parse('help')).toEqual(shown)
  })

  it.each(['', 'channel'])('is what "chancery %s" gives, as an error', (line) => {
    expect(parse(line)).toMatchObject({ asked: false, text: expect.stringMatching(/^Usage: chancery /) })
  })

  it('has the version', () => expect(parse('--version')).toEqual({ text: `${version}\n`, asked: true }))
})
