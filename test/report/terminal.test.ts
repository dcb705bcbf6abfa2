import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { OperatorError } from '../../src/errors.ts'
import { operatorText } from '../../src/report/failure.ts'
import { planText } from '../../src/report/plan/text.ts'
import { terminalReporter } from '../../src/report/terminal.ts'
import { smallPlan } from './small-plan.ts'

/** What a reporter writes to a stream that is a terminal or not. */
function stream(isTTY: boolean): { readonly to: NodeJS.WriteStream; readonly written: () => string } {
  const through = new PassThrough()
  return {
    to: Object.assign(through, { isTTY }) as unknown as NodeJS.WriteStream, // only these two are used
    written: () => String(through.read() ?? ''),
  }
}

afterEach(() => vi.unstubAllEnvs())

describe('the reporter for terminals', () => {
  it.each([
    ['with colour to a terminal', true, undefined, true],
    ['without to a file', false, undefined, false],
    ['without to a terminal of somebody who wants none', true, '1', false],
  ])('writes a plan %s', (_name, isTTY, noColor, colour) => {
    vi.stubEnv('NO_COLOR', noColor)
    const out = stream(isTTY)
    terminalReporter(out.to, stream(false).to).plan(smallPlan)
    expect(out.written()).toBe(planText(smallPlan, { colour }))
  })

  it('shows a record with another target as one change', () => {
    const record = { cluster: 'eu', name: '*.eu.example.org', type: 'A or CNAME' } as const
    const dnsRecords = {
      added: [{ ...record, target: '203.0.113.7; external-dns creates it' }],
      removed: [{ ...record, target: 'Service ambassador' }],
    }
    expect(planText({ ...smallPlan, dnsRecords }, { colour: false })).toContain(
      'DNS records: 0 to create, 1 to change, 0 to remove\n' +
        '  ~ *.eu.example.org A or CNAME → 203.0.113.7; external-dns creates it (before: A or CNAME → Service ambassador)\n',
    )
  })

  it('ends after 300 findings, and counts all', () => {
    const err = stream(false)
    const [finding] = smallPlan.findings
    const findings = Array.from({ length: 100_000 }, () => finding).filter((one) => one !== undefined)
    terminalReporter(stream(false).to, err.to).findings(findings)
    const lines = err.written().trimEnd().split('\n')
    expect(lines.filter((line) => line.includes('warning: '))).toHaveLength(300)
    expect(lines.slice(-3)).toEqual([
      '… 99700 more findings: -o json has all of them',
      '100000 warnings',
      `For details: chancery explain ${finding?.rule}`,
    ])
  })

  it('lets no text of others control the terminal', () => {
    const out = stream(true)
    const reporter = terminalReporter(out.to, stream(false).to)
    reporter.say('written: a\u001b]0;title\u0007b\n\tc\u009b31m\u202e')
    expect(out.written()).toBe('written: a ]0;title b\n\tc 31m \n')
    expect(operatorText(new OperatorError('there is no \u001b[2J', 'look'))).toBe(
      'chancery: there is no  [2J\n    look\n',
    )
  })

  it('leaves standard output to the document where that is JSON', () => {
    const [out, err] = [stream(true), stream(false)]
    const reporter = terminalReporter(out.to, err.to, 'json')
    reporter.findings(smallPlan.findings.slice(0, 1))
    reporter.say('done')
    reporter.plan(smallPlan)
    expect(out.written()).toBe('')
    expect(err.written()).toMatch(
      /^network\.yaml:6:5: warning: .*\n {4}.*\n1 warning\nFor details: chancery explain \S+\ndone\n$/,
    )
  })

  it.each([
    ['shows long work in one line that goes again', true, undefined, true],
    ['shows none of it to a file', false, undefined, false],
    ['shows none of it in CI', true, 'true', false],
  ])('%s', async (_name, isTTY, ci, shown) => {
    vi.stubEnv('CI', ci)
    vi.stubEnv('NO_COLOR', '1')
    const [out, err] = [stream(isTTY), stream(isTTY)]
    const reporter = terminalReporter(out.to, err.to)
    const value = await reporter.during('Building', async () => {
      reporter.say('a line')
      return 7
    })
    expect(value).toBe(7)
    expect(out.written()).toBe('a line\n')
    const clear = '\r\u001b[2K'
    expect(err.written()).toBe(shown ? `${clear}Building …${clear}${clear}Building …${clear}` : '')
  })

  it('shows no work any more that has failed', async () => {
    vi.stubEnv('CI', undefined)
    const err = stream(true)
    const failing = terminalReporter(stream(true).to, err.to).during('Building', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(err.written().endsWith('\r\u001b[2K')).toBe(true)
  })
})
