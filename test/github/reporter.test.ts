import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withoutCommands } from '../../src/github/log.ts'
import { githubReporter } from '../../src/github/reporter.ts'
import { hostileText, withTexts } from '../report/hostile.ts'
import { largePlan, smallPlan } from '../report/small-plan.ts'

let written = ''
beforeEach(() => {
  written = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text)
    return true
  })
})
afterEach(() => void vi.restoreAllMocks())

const commands = (): string[] => written.split('\n').filter((line) => /^\s*::/.test(line))

describe('the reporter for workflows', () => {
  it('annotates risks that nobody acknowledged at their lines, and has the whole plan in the log', () => {
    githubReporter('networks/trade', {}).plan(smallPlan)
    expect(commands()).toEqual([
      expect.stringMatching(
        /^::error title=danger%3A quorum,file=networks\/trade\/network\.yaml,line=31,col=5::the chain stops .*%0Ato accept this risk, add to acknowledge: quorum carrier\/validator2 0011223344556677$/,
      ),
      expect.stringMatching(
        /^::warning title=caution%3A host-moves,file=networks\/trade\/network\.yaml,line=8,col=13::/,
      ),
    ])
    expect(written).toContain('storage-shrinks carrier/rpc1')
  })

  it.each([
    ['a runner, which swallows the line', { GITHUB_ACTIONS: 'true' }, ['::add-mask::s3cret']],
    ['nobody, who would see it', {}, []],
    ['another system, which would keep it in its log', { CI: 'true', GITHUB_ACTIONS: 'false' }, []],
  ])('asks to hide secrets only where there is %s', (_, environment, lines) => {
    githubReporter('.', environment).conceal(['s3cret'])
    expect(written.trim().split('\n').filter(Boolean)).toEqual(lines)
  })

  it('annotates ten of a kind in one step, findings and risks together', () => {
    const reporter = githubReporter('.', {})
    const plan = largePlan(13)
    reporter.findings(plan.findings)
    reporter.plan(plan)
    expect(commands().map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
      ...Array(10).fill('warning'),
      ...Array(10).fill('error'),
    ])
    expect(written).toContain(
      `${plan.findings.length - 10} more warning findings have no annotation, because GitHub shows ten; the summary has all\n`,
    )
    expect(written).toContain('3 more dangers have no annotation, because GitHub shows ten; the summary has all\n')
  })

  it('gives the runner no command that stands in a text', () => {
    const own = /^::(error|warning|notice) [^:]*line=\d+,col=\d+::[^\n]*$/
    fc.assert(
      fc.property(fc.infiniteStream(hostileText), hostileText, (texts, said) => {
        written = ''
        const plan = withTexts(smallPlan, () => texts.next().value ?? '')
        const reporter = githubReporter('.', {})
        reporter.findings(plan.findings)
        reporter.plan(plan)
        reporter.say(said)
        // As the runner reads lines: https://learn.microsoft.com/dotnet/api/system.io.textreader.readline
        const lines = written.split(/\r\n|\r|\n/)
        expect(lines.filter((line) => /^[\s\u0085]*::/.test(line) && !own.test(line))).toEqual([])
        expect(lines.filter((line) => line.includes('##[') && !own.test(line))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

it.each([
  ['::error::x', ': :error::x'],
  ['  ::error::x', '  : :error::x'],
  ['a\n::set-output name=a::b', 'a\n: :set-output name=a::b'],
  ['a ::error::x', 'a ::error::x'],
  ['a ##[error]x', 'a ## [error]x'],
  [':: ::', ': : ::'],
])('%j goes to the log as %j', (text, expected) => {
  expect(withoutCommands(text)).toBe(expected)
})
