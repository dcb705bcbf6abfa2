import { describe, expect, it } from 'vitest'
import { adopt, blockOf, findingsOf } from './adopting.ts'
import { shapes } from './shapes.ts'

const unchanged = 'the definition gives the configuration of the block: an update would change nothing'

describe.each(shapes)('a channel %s', (name, config) => {
  const ours = name.includes('other names') ? {} : { alpha: {} }
  const given = { files: { 'trade.block': blockOf(config) }, options: { channel: ['trade.block'] }, ours }

  it('is adopted without a change: its definition has no errors, and no update is due', async () => {
    const adopted = await adopt(given)
    const lines = adopted.lines.filter(({ subject }) => subject === 'channel trade')
    expect(lines.filter(({ outcome }) => outcome === 'lost')).toEqual([])
    expect(lines.map(({ text }) => text)).toContain(unchanged)
    const findings = await findingsOf(adopted)
    expect(findings.filter(({ severity, rule }) => severity === 'error' || rule === 'channel-update-due')).toEqual([])
  })
})
