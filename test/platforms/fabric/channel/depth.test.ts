import { describe, expect, it } from 'vitest'
import { decodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { decodeRule } from '../../../../src/platforms/fabric/channel/policy-reader.ts'
import { MalformedMessage, readMessage } from '../../../../src/platforms/fabric/protobuf/reader.ts'
import { bytes, concat, map, message, number } from '../../../../src/platforms/fabric/protobuf/writer.ts'

const nested = (levels: number, around: (inner: Buffer) => Buffer): Buffer =>
  Array.from({ length: levels - 1 }).reduce<Buffer>((inner) => around(inner), Buffer.alloc(0))

/** A channel group in which each group has another one. */
const groups = (levels: number): Buffer => nested(levels, (inner) => map(2, new Map([['G', inner]])))

/** A signature policy: gates in gates around the first principal. */
function policy(levels: number): Buffer {
  const gates = nested(levels, (inner) => message(2, concat(number(1, 1), message(2, inner))))
  const principal = message(2, bytes(1, 'AMSP'))
  return concat(number(1, 1), message(2, concat(message(2, gates), message(3, principal))))
}

describe('what is nested deeper than anybody needs is malformed:', () => {
  it('groups of a channel', () => {
    expect(decodeGroup(groups(16)).groups.has('G')).toBe(true)
    expect(() => decodeGroup(groups(17))).toThrow(MalformedMessage)
    expect(() => decodeGroup(groups(2000))).toThrow('groups are nested more than 16 levels deep')
  })

  it('gates of a policy', () => {
    expect(decodeRule(policy(32))).toMatchObject({ kind: 'gate', rules: [{ kind: 'gate' }] })
    expect(() => decodeRule(policy(33))).toThrow(MalformedMessage)
    expect(() => decodeRule(policy(2000))).toThrow('a policy is nested more than 32 levels deep')
  })
})

it('a message is read in a time that grows with its length, however often a field is there', () => {
  const field = Buffer.from([0x08, 0x01])
  const repeated = Buffer.concat(Array.from({ length: 400_000 }, () => field))
  expect(readMessage(repeated).count(1)).toBe(400_000)
}, 5000)
