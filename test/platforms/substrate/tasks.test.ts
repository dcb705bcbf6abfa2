import { describe, expect, it } from 'vitest'
import { earlyTasks, handTasks } from '../../../src/plan/by-hand/index.ts'
import { substrate } from '../../../src/platforms/substrate/index.ts'
import type { RiskCase } from '../../plan/case.ts'
import { revisionsOf } from '../../plan/case.ts'
import { chain, chainFiles, edited, revisionOf } from '../../plan/revisions.ts'

const stateOf = (revision: ReturnType<typeof revisionOf>) =>
  ({ network: revision.network, material: revision.material, outside: () => ({ host: '', port: 0 }) }) as Parameters<
    NonNullable<typeof substrate.operation.jobReasons>
  >[1] // of this platform

const none: ReadonlySet<string> = new Set()

function tasksOf(change: Pick<RiskCase, 'edits' | 'given'>) {
  const { before, after } = revisionsOf({ name: '', risks: [], platform: 'substrate', ...change })
  return {
    before: earlyTasks(before, after).map(({ text }) => text),
    after: handTasks({ before, after, prefix: '', bootstrapped: none }).map(({ text }) => text),
  }
}

const account = '5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx'
const v6 = `      - {name: v6, role: validator, account: ${account}}\n`
const other = '5CqmgnmaQ2nPjtGuhBcBGBPi3jndeLNJoFqLAqKutUtSsd5r'

describe('before the merge', () => {
  const removed = {
    before: [
      `Have those who decide about validators remove \`${account}\` while \`retailer/v6\` still runs, and check that the chain no longer has it as an authority (\`chancery verify\`)`,
    ],
    after: [],
  }

  it('a validator leaves', () => {
    expect(tasksOf({ edits: [[v6, '']] })).toEqual(removed)
  })

  it('it gets another role', () => {
    expect(tasksOf({ edits: [[v6, '      - {name: v6, role: rpc}\n']] })).toEqual(removed)
  })

  it('nothing, where somebody else runs it', () => {
    expect(tasksOf({ edits: (text) => text.slice(0, text.indexOf('external:')) }).before).toEqual([])
  })

  it('nothing, where the chain has not begun', () => {
    const [before, after] = [revisionOf(chain, chainFiles), revisionOf(edited(chain, [[v6, '']]), chainFiles)]
    expect(earlyTasks(before, after)).toEqual([])
  })
})

describe('after the merge', () => {
  it('a validator joins a chain that runs', () => {
    expect(tasksOf({ edits: [[v6, `${v6}${v6.replace('v6', 'v8').replace(account, other)}`]] })).toEqual({
      before: [],
      after: [
        `When \`retailer/v8\` has the newest block (\`chancery verify\`), announce its session keys with \`${other}\` (\`chancery substrate session-keys retailer/v8\`), and have those who decide about validators choose it`,
      ],
    })
  })

  it('a validator without an account joins', () => {
    expect(tasksOf({ edits: [[v6, `${v6}      - {name: v8, role: validator}\n`]] }).after).toEqual([
      'Have a runtime upgrade make `retailer/v8` an authority when it has the newest block (`chancery verify`): its session keys are in `material/public/`',
    ])
  })

  it('a validator rotates its keys', () => {
    expect(tasksOf({ edits: [[account, `${account}, keyRotation: 1`]] }).after).toEqual([
      `Announce the new session keys of \`retailer/v6\` with \`${account}\` (\`chancery substrate session-keys retailer/v6\`), and check in the next session that the chain has them (\`chancery verify\`)`,
    ])
  })

  it('nothing but a choice, where a Job announces the keys', () => {
    const named = { 'v8.hex': '0x84' }
    const v8 = v6.replace('v6', 'v8').replace(account, `${other}, announcement: v8.hex`)
    const { before, after } = revisionsOf({
      ...{ name: '', risks: [], platform: 'substrate', named },
      edits: [[v6, `${v6}${v8}`]],
    })
    const texts = handTasks({ before, after, prefix: '', bootstrapped: none }).map(({ text }) => text)
    expect(texts).toEqual([
      `When \`retailer/v8\` has announced its session keys (the Job \`announce\`), have those who decide about validators choose \`${other}\``,
    ])
    expect(substrate.operation.jobReasons?.(stateOf(before), stateOf(after))).toEqual([
      'The Job `announce` comes because `retailer/v8` announces its session keys',
    ])
    expect(substrate.operation.jobReasons?.(stateOf(after), stateOf(after))).toEqual([])
  })

  it('everybody joins, where others began the chain', () => {
    const joined = revisionOf(edited(chain, [['  id: trade\n', '  existing: true\n']]), chainFiles)
    const texts = handTasks({ before: undefined, after: joined, prefix: '', bootstrapped: none })
    expect(texts.filter(({ text }) => text.includes('session-keys'))).toHaveLength(6)
  })

  it('nothing, where the chain is new', () => {
    const fresh = revisionOf(chain, chainFiles)
    const texts = handTasks({ before: undefined, after: fresh, prefix: '', bootstrapped: none })
    expect(texts.filter(({ text }) => text.includes('session'))).toEqual([])
  })
})
