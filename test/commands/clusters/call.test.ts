import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { CheckedNetwork } from '../../../src/check/checked-network.ts'
import { type CallOptions, placedCall } from '../../../src/commands/clusters/call.ts'
import { revisionOf, running } from '../../plan/revisions.ts'

const fabric = readFileSync(join(import.meta.dirname, '../../definitions/fabric.yaml'), 'utf8')
const placed = (options: Partial<CallOptions>, definition = fabric, cluster?: string) => {
  const checked = revisionOf(definition, new Map()) as unknown as CheckedNetwork // network and platform are all that is read
  return placedCall(
    { invoke: undefined, query: undefined, arguments: [], channel: undefined, ...options },
    checked,
    cluster,
  )
}

describe('the smoke test that options ask for', () => {
  it('is none without them', () => expect(placed({})).toBeUndefined())

  it('writes with invoke, and keeps colons of the function', () => {
    expect(placed({ invoke: 'assets:ns:Create', arguments: ['a1'] }, fabric, 'eu')).toEqual({
      call: { contract: 'assets', function: 'ns:Create', arguments: ['a1'], channel: undefined, writes: true },
      place: { organization: 'manufacturer', cluster: 'eu' },
    })
  })

  it('writes nothing with query', () => expect(placed({ query: 'assets:Ping' })?.call.writes).toBe(false))

  test.each<[string, Partial<CallOptions>, string]>([
    ['both', { invoke: 'assets:A', query: 'assets:A' }, 'invoke and query exclude each other'],
    ['no function', { invoke: 'assets' }, '"assets" is not CHAINCODE:FUNCTION'],
    ['arguments alone', { arguments: ['a'] }, 'argument and channel belong to a call'],
    ['a chaincode that does not exist', { query: 'gone:Ping' }, 'there is no chaincode gone'],
    ['another channel', { query: 'assets:Ping', channel: 'audit' }, 'there is no chaincode assets on channel audit'],
  ])('is refused: %s', (_case, options, message) => expect(() => placed(options)).toThrow(message))

  it('is refused for a ledger without one', () => {
    expect(() => placed({ query: 'assets:Ping' }, running)).toThrow('Hyperledger Besu has no smoke test')
  })
})
