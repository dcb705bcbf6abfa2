import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { planFileText } from '../../src/report/plan/json.ts'
import { planText } from '../../src/report/plan/text.ts'
import { outputFormats, terminalReporter } from '../../src/report/terminal.ts'
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

  it('writes nothing but the plan to standard output as JSON', () => {
    const [out, err] = [stream(true), stream(false)]
    const reporter = terminalReporter(out.to, err.to, 'json')
    reporter.findings(smallPlan.findings)
    reporter.say('done')
    reporter.plan(smallPlan)
    expect(out.written()).toBe(planFileText(smallPlan))
    expect(err.written()).toMatch(/^network\.yaml:6:5: warning: .*\n {4}.*\n1 warning\ndone\n$/)
    expect(outputFormats).toEqual(['text', 'json'])
  })
})
