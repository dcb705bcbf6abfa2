import { describe, expect, test } from 'vitest'
import { readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import { encodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { applyUpdate, decodeUpdate, encodeUpdate, updateSets } from '../../../../src/platforms/fabric/channel/update.ts'
import { recordedChannels, recordedUpdates } from './recorded/cases.ts'
import recorded from './recorded/fabric.json' with { type: 'json' }

const blocks: Readonly<Record<string, string>> = recorded.blocks
const updates: Readonly<Record<string, string>> = recorded.updates
const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64')

/** Maps of what the tools wrote are in no order: both sides are read and written again. */
describe('what the tools of Fabric made of the same', () => {
  test.each(recordedChannels)('configtxgen: the same configuration: %s', (name, _release, channel) => {
    const { state, ...block } = readConfigBlock(bytes(blocks[name]))
    expect(block).toMatchObject({ number: 0, channel: 'trade', previousHash: '' })
    expect(state.sequence).toBe(0)
    expect(encodeGroup(state.channel).equals(encodeGroup(desiredConfig(channel)))).toBe(true)
  })

  test.each(recordedUpdates)('configtxlator compute_update: the same update: %s', (name, before, after) => {
    const theirs = decodeUpdate(bytes(updates[name]))
    const ours = updateSets(desiredConfig(before), desiredConfig(after))
    if (ours === undefined) throw new Error('there is no update')
    expect(theirs.channel).toBe('trade')
    expect(encodeUpdate('trade', ours).equals(encodeUpdate('trade', theirs))).toBe(true)
    const applied = applyUpdate({ sequence: 0, channel: desiredConfig(before) }, theirs)
    expect(updateSets(applied.channel, desiredConfig(after))).toBeUndefined()
  })
})
