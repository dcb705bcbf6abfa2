import { describe, expect, test } from 'vitest'
import type { LedgerRecord } from '../../../src/network/lock.ts'
import { generationOf } from '../../../src/platforms/evm/desired-validators.ts'
import { type Edits, edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const genesis = 'material/public/genesis.json'

/** Of the chain that began with the validators of running.yaml, and of nodes that came later. */
const files = new Map([
  ...madeFor(edited(running, [['{name: desk, role: rpc}', '{name: desk, role: validator, validator: false}']])),
  ...[...madeFor(running)].filter(([path]) => path === genesis),
])

/** What the lock keeps of the network that runs, after these changes: by the name of the node, as addresses are made up. */
function recordedFor(edits: Edits, recorded: LedgerRecord = {}, material: typeof files = files) {
  const { network, platform, material: read } = revisionOf(edited(running, edits), material)
  return platform.material.record?.(network, read, recorded)
}

const byNode = (record: LedgerRecord = {}): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.values(record).map(({ node = '', validator }) => [node, validator]))

describe('the lock', () => {
  test('keeps nothing of validators of the first block that are to stay', () => {
    expect(recordedFor([])).toEqual({})
  })

  test('keeps a validator of the first block that is to leave, and for good', () => {
    const leaving = recordedFor([['{name: v3, role: validator}', '{name: v3, role: validator, validator: false}']])
    expect(byNode(leaving)).toEqual({ 'maker/v3': 'false' })
    expect(byNode(recordedFor([['      - {name: v3, role: validator}\n', '']], leaving))).toEqual({
      'maker/v3': 'false',
    })
    expect(byNode(recordedFor([], leaving))).toEqual({ 'maker/v3': 'true' })
  })

  test('keeps a validator that is not in the first block, whatever is asked of it', () => {
    expect(
      byNode(recordedFor([['{name: desk, role: rpc}', '{name: desk, role: validator, validator: false}']])),
    ).toEqual({
      'maker/desk': 'false',
    })
    expect(byNode(recordedFor([['{name: desk, role: rpc}', '{name: desk, role: validator}']]))).toEqual({
      'maker/desk': 'true',
    })
  })

  test('counts the reversals of a request, and not what is repeated', () => {
    const leave: Edits = [['{name: v3, role: validator}', '{name: v3, role: validator, validator: false}']]
    const generations = [leave, leave, [], [], leave].reduce<{ record: LedgerRecord; seen: unknown[] }>(
      ({ record, seen }, edits) => {
        const next = recordedFor(edits, record) ?? {}
        return { record: next, seen: [...seen, Object.values(next).map(({ generation }) => generation)] }
      },
      { record: {}, seen: [] },
    )
    expect(generations.seen).toEqual([[undefined], [undefined], ['2'], ['2'], ['3']])
    expect(generationOf(generations.record)).toBe(3)
    expect(generationOf({})).toBe(1)
  })

  test('is left as it is while the chain has not begun', () => {
    const leaving: Edits = [['{name: v3, role: validator}', '{name: v3, role: validator, validator: false}']]
    const recorded = { '0xabc': { node: 'maker/v9', validator: 'true' } }
    expect(recordedFor(leaving, recorded, new Map())).toEqual(recorded)
  })
})
